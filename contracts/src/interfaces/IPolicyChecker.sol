// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IDatasetRegistry} from "./IDatasetRegistry.sol";

/// @title What can be said of policies without knowing a dataset
interface IPolicyChecker {
    /// @param promised EIP-712 struct hash of the promise.
    /// @param means EIP-712 struct hash of the means.
    /// @param policy EIP-712 struct hash of the whole.
    struct Hashes {
        bytes32 promised;
        bytes32 means;
        bytes32 policy;
    }

    /// @notice A policy's hashes. Reverts with {IDatasetRegistry-PolicyInvalid} when it is not well formed.
    function inspect(IDatasetRegistry.Policy memory policy) external pure returns (Hashes memory hashes);

    /// @notice What it means to replace `previous` by `next`.
    function compare(IDatasetRegistry.Policy memory previous, IDatasetRegistry.Policy memory next)
        external
        pure
        returns (IDatasetRegistry.Change);
}
