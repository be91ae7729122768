// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDatasetRegistry} from "./interfaces/IDatasetRegistry.sol";
import {IPolicyChecker} from "./interfaces/IPolicyChecker.sol";
import {PolicyRules} from "./libraries/PolicyRules.sol";
import {TypedHashes} from "./libraries/TypedHashes.sol";

/// @title What the DatasetRegistry asks of a policy
/// @dev A contract of its own, without state, which the registry makes for itself: both together are more code than a
/// contract can have.
contract PolicyChecker is IPolicyChecker {
    using TypedHashes for *;

    /// @inheritdoc IPolicyChecker
    function inspect(IDatasetRegistry.Policy memory policy) external pure returns (Hashes memory hashes) {
        PolicyRules.validate(policy);
        hashes.promised = policy.promised.hash();
        hashes.means = policy.means.hash();
        hashes.policy = TypedHashes.hashParts(hashes.promised, hashes.means, policy.service.hash());
    }

    /// @inheritdoc IPolicyChecker
    function compare(IDatasetRegistry.Policy memory previous, IDatasetRegistry.Policy memory next)
        external
        pure
        returns (IDatasetRegistry.Change)
    {
        return PolicyRules.compare(previous, next);
    }
}
