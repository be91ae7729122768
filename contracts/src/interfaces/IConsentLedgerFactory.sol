// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {DatasetId} from "./Ids.sol";

/// @title Deploys consent ledgers
/// @notice A ledger takes the caller for its registry, so one that someone else has made here means nothing: the
/// ledger of a dataset is the one that its registry names. It stands apart only because a contract that deploys
/// another has to carry its code.
interface IConsentLedgerFactory {
    event LedgerDeployed(address indexed registry, DatasetId indexed dataset, address ledger);

    /// @notice Deploys the ledger of a dataset of the calling registry; a second time is refused by the chain.
    function deploy(DatasetId dataset) external returns (address ledger);
}
