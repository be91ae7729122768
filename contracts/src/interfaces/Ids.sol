// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @dev keccak256(abi.encode(chainId, registry, registrant, keccak256(name))). See {IDatasetRegistry-datasetId}.
type DatasetId is bytes32;

/// @dev The EIP-712 digest of the job's JobSpec under the market's domain. See {IJobMarket-jobId}.
type JobId is bytes32;

/// @dev The EIP-712 digest of a Receipt under the market's domain: what the enclave signed.
type ReceiptId is bytes32;

/// @dev Names a study, of which several jobs are seats. The gates of a dataset say which studies there are.
type StudyId is bytes32;
