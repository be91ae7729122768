// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeTransferLib} from "solady/src/utils/SafeTransferLib.sol";

import {IBudgetLedger} from "../interfaces/IBudgetLedger.sol";
import {IDatasetRegistry} from "../interfaces/IDatasetRegistry.sol";
import {IJobMarket} from "../interfaces/IJobMarket.sol";
import {DatasetId, JobId, ReceiptId} from "../interfaces/Ids.sol";
import {IWorkerRegistry} from "../interfaces/IWorkerRegistry.sol";

/// @title What the market keeps: jobs, feeds and escrow
/// @dev The market's code is in several contracts, all of which run on its storage: {JobMarket} itself and the linked
/// libraries {JobSteps} and {JobEnds}. Here is what they share.
library Jobs {
    /// @dev Gas that goes with a payment: enough for a contract wallet, too little to harm the payer.
    uint256 private constant PAYMENT_GAS = 50_000;

    DatasetId private constant ALL = DatasetId.wrap(0);

    /// @dev One word: a head has 24 bytes.
    struct Feed {
        uint64 count;
        bytes24 head;
    }

    /// @dev The market's storage.
    struct Store {
        mapping(JobId => IJobMarket.Job) jobs;
        mapping(JobId => IJobMarket.JobSpec) specs;
        mapping(JobId => ReceiptId) receipts;
        mapping(DatasetId => Feed) feeds;
        mapping(address => uint256) owed;
        /// Until when an enclave or an operator may not claim a job.
        mapping(JobId => mapping(address => uint64)) barredUntil;
        uint256 burnt;
        /// What the private releases draw that share the budget of a key, as the first sealed one has it.
        mapping(bytes32 => bytes32) draws;
        /// The custodian withdrew the job's approval: what a gate says does not make up for its own.
        mapping(JobId => bool) needsCustodian;
        /// In which block a seat of a study was first posted on a dataset's version under a policy version: they were
        /// in use then. See {useKey}.
        mapping(bytes32 => uint64) usedSince;
        /// The commitments to shares of noise that other ones replaced: what they drew is not drawn again.
        mapping(JobId => mapping(bytes32 => bool)) replaced;
    }

    /// @dev What the market was deployed with.
    struct Network {
        IDatasetRegistry registry;
        IWorkerRegistry workers;
        IBudgetLedger budget;
        uint256 bond;
    }

    function existing(Store storage store, JobId id) internal view returns (IJobMarket.Job storage record) {
        record = store.jobs[id];
        if (record.state == IJobMarket.State.None) revert IJobMarket.JobUnknown(id);
    }

    function inState(Store storage store, JobId id, IJobMarket.State state)
        internal
        view
        returns (IJobMarket.Job storage record)
    {
        record = existing(store, id);
        if (record.state != state) revert IJobMarket.JobWrongState(id, record.state);
    }

    function unclaimed(Store storage store, JobId id)
        internal
        view
        returns (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec)
    {
        record = existing(store, id);
        if (record.state != IJobMarket.State.Posted && record.state != IJobMarket.State.Approved) {
            revert IJobMarket.JobWrongState(id, record.state);
        }
        spec = store.specs[id];
    }

    /// @dev A job in the claim that the caller means, whatever has become of it.
    function inClaim(Store storage store, JobId id, uint64 claimRound)
        internal
        view
        returns (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec)
    {
        record = existing(store, id);
        if (record.claimRound == 0) revert IJobMarket.JobWrongState(id, record.state);
        if (claimRound != record.claimRound) {
            revert IJobMarket.JobClaimMismatch(id, record.enclave, record.claimRound);
        }
        spec = store.specs[id];
    }

    /// @dev A job in the claim that the caller means, before the charge, and before or after the release.
    function claimed(Store storage store, JobId id, uint64 claimRound, bool released)
        internal
        view
        returns (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec)
    {
        (record, spec) = inClaim(store, id, claimRound);
        if (record.state != IJobMarket.State.Claimed) revert IJobMarket.JobWrongState(id, record.state);
        if (released != (record.releasedAt != 0)) {
            if (released) revert IJobMarket.JobNotReleased(id);
            revert IJobMarket.JobReleased(id);
        }
    }

    function requireOperator(JobId id, IJobMarket.Job storage record) internal view {
        if (msg.sender != record.operator) revert IJobMarket.JobNotOperator(id, msg.sender);
    }

    /// @dev The broker of a seat is whom a gate named; of any other job, that of the dataset.
    function requireBroker(
        IDatasetRegistry registry,
        JobId id,
        IJobMarket.Job storage record,
        IJobMarket.JobSpec storage spec
    ) internal view {
        address broker = record.seatBroker;
        if (broker == address(0)) broker = registry.brokerOf(spec.dataset);
        if (msg.sender != broker) revert IJobMarket.JobNotBroker(id, msg.sender);
    }

    /// @dev Whether a claim without a release has run out of time.
    function lapsed(IJobMarket.Job storage record, IJobMarket.JobSpec storage spec, uint32 timeout)
        internal
        view
        returns (bool)
    {
        return block.timestamp > uint256(record.claimedAt) + timeout || block.timestamp > spec.deadline;
    }

    /// @dev The key of a job's budget: its own, or the one that all seats of a study's round share on a dataset.
    function budgetKey(JobId id, IJobMarket.Job storage record, IJobMarket.JobSpec storage spec)
        internal
        view
        returns (bytes32)
    {
        if (!record.shared) return JobId.unwrap(id);
        return keccak256(abi.encode(spec.study, spec.round, spec.dataset));
    }

    /// @dev The key of what a job uses of its dataset: the version and the policy version.
    function useKey(IJobMarket.JobSpec storage spec) internal view returns (bytes32) {
        return keccak256(abi.encode(spec.dataset, spec.datasetVersion, spec.policyVersion));
    }

    /// @dev Remembers since when what a job uses is known to be in use.
    function keepUse(Store storage store, IJobMarket.JobSpec storage spec) internal {
        bytes32 key = useKey(spec);
        if (store.usedSince[key] == 0) store.usedSince[key] = uint64(block.number);
    }

    /// @dev Whether a job uses a dataset, as its own or beside it.
    function isUsedBy(Store storage store, DatasetId dataset, JobId id) internal view returns (bool) {
        IJobMarket.JobSpec storage spec = store.specs[id];
        bytes32 wanted = DatasetId.unwrap(dataset);
        return DatasetId.unwrap(spec.dataset) == wanted || DatasetId.unwrap(spec.asset) == wanted;
    }

    /// @dev Sets a final state, or that a job is withheld.
    function end(Store storage store, JobId id, IJobMarket.Job storage record, IJobMarket.State state) internal {
        record.state = state;
        IJobMarket.JobSpec storage spec = store.specs[id];
        appendBoth(store, spec.dataset, spec.asset, id, IJobMarket.FeedKind.End, bytes32(uint256(state)));
    }

    /// @dev Adds an entry for a job's dataset, and one for its asset's, if it has any: each is used.
    function appendBoth(
        Store storage store,
        DatasetId dataset,
        DatasetId asset,
        JobId id,
        IJobMarket.FeedKind kind,
        bytes32 subject
    ) internal {
        append(store, dataset, id, kind, subject);
        if (DatasetId.unwrap(asset) != 0) append(store, asset, id, kind, subject);
    }

    /// @dev Adds an entry to the feed of a dataset and to that of all.
    function append(Store storage store, DatasetId dataset, JobId id, IJobMarket.FeedKind kind, bytes32 subject)
        internal
    {
        (uint64 number, bytes24 head) = _chain(store.feeds[dataset], dataset, id, kind, subject);
        (uint64 numberOfAll, bytes24 headOfAll) = _chain(store.feeds[ALL], dataset, id, kind, subject);
        emit IJobMarket.FeedAppended(dataset, id, kind, subject, number, head, numberOfAll, headOfAll);
    }

    /// @dev Sends value; what the recipient does not take waits to be withdrawn, so that no one can hold up a job by
    /// refusing money. Callers are done with their own state.
    function pay(Store storage store, address to, uint256 amount) internal {
        if (amount == 0) return;
        // No return data is copied, however much the recipient returns.
        if (SafeTransferLib.trySafeTransferETH(to, amount, PAYMENT_GAS)) {
            emit IJobMarket.PaymentSent(to, amount);
        } else {
            store.owed[to] += amount;
            emit IJobMarket.PaymentKept(to, amount);
        }
    }

    function _chain(Feed storage feed, DatasetId dataset, JobId id, IJobMarket.FeedKind kind, bytes32 subject)
        private
        returns (uint64 number, bytes24 head)
    {
        number = feed.count + 1;
        head = bytes24(keccak256(abi.encode(feed.head, number, kind, dataset, id, subject, block.number)));
        feed.count = number;
        feed.head = head;
    }
}
