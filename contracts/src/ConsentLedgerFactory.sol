// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ConsentLedger} from "./ConsentLedger.sol";
import {IConsentLedgerFactory} from "./interfaces/IConsentLedgerFactory.sol";
import {DatasetId} from "./interfaces/Ids.sol";

/// @title Deploys consent ledgers
/// @dev Promises are in {IConsentLedgerFactory}.
contract ConsentLedgerFactory is IConsentLedgerFactory {
    /// @inheritdoc IConsentLedgerFactory
    function deploy(DatasetId dataset) external returns (address ledger) {
        bytes32 salt = keccak256(abi.encode(msg.sender, dataset));
        ledger = address(new ConsentLedger{salt: salt}(msg.sender, dataset));
        emit LedgerDeployed(msg.sender, dataset, ledger);
    }
}
