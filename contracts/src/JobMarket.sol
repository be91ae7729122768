// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {JobEnds} from "./JobEnds.sol";
import {JobSteps} from "./JobSteps.sol";
import {IBudgetLedger} from "./interfaces/IBudgetLedger.sol";
import {IDatasetRegistry} from "./interfaces/IDatasetRegistry.sol";
import {DatasetId, JobId, ReceiptId} from "./interfaces/Ids.sol";
import {IJobMarket} from "./interfaces/IJobMarket.sol";
import {IWorkerRegistry} from "./interfaces/IWorkerRegistry.sol";
import {Gates} from "./libraries/Gates.sol";
import {Jobs} from "./libraries/Jobs.sol";
import {TypedHashes} from "./libraries/TypedHashes.sol";

/// @title Jobs, from the post to the opened result
/// @dev Promises and formats are in {IJobMarket}. This contract holds storage and escrow, guards every function that
/// changes state against reentrancy, and makes the digests that people sign. What each function does is in the linked
/// libraries: {JobSteps} takes jobs on, {JobEnds} ends claims and jobs, with a result and without.
contract JobMarket is IJobMarket, EIP712, ReentrancyGuardTransient {
    using Gates for bytes32;
    using Jobs for Jobs.Store;
    using TypedHashes for *;

    /// @inheritdoc IJobMarket
    uint256 public constant MAX_PARAMETERS = 16 * 1024;

    /// @inheritdoc IJobMarket
    uint256 public constant MAX_KEY = 2 * 1024;

    /// @inheritdoc IJobMarket
    uint256 public constant MAX_CIPHERTEXT = 64 * 1024;

    /// @inheritdoc IJobMarket
    uint8 public constant MAX_REDRAWS = JobSteps.MAX_REDRAWS;

    /// @inheritdoc IJobMarket
    uint64 public immutable SEAL_GRACE;

    /// @inheritdoc IJobMarket
    uint64 public immutable OPEN_GRACE;

    IDatasetRegistry private immutable _registry;
    IWorkerRegistry private immutable _workers;
    IBudgetLedger private immutable _budget;
    uint256 private immutable _bond;
    // In the code, so that the market's code says which code its libraries have.
    bytes32 private immutable _stepsCode;
    bytes32 private immutable _endsCode;

    Jobs.Store private _store;

    /// @param bond_ Value that a claim has to bring.
    /// @param grace {IJobMarket-SEAL_GRACE} and {IJobMarket-OPEN_GRACE}.
    constructor(address registry_, address workers_, address budget_, uint256 bond_, uint64 grace)
        EIP712("Assent", "1")
    {
        SEAL_GRACE = grace;
        OPEN_GRACE = grace;
        _registry = IDatasetRegistry(registry_);
        _workers = IWorkerRegistry(workers_);
        _budget = IBudgetLedger(budget_);
        _bond = bond_;
        _stepsCode = address(JobSteps).codehash;
        _endsCode = address(JobEnds).codehash;
        if (_budget.registry() != registry_) revert JobWiringWrong();
    }

    // Before a claim.

    /// @inheritdoc IJobMarket
    function post(JobSpec calldata spec_, bytes calldata parameters, bytes calldata researcherKey)
        external
        payable
        nonReentrant
        returns (JobId id)
    {
        if (parameters.length > MAX_PARAMETERS) revert JobParametersSize(parameters.length, MAX_PARAMETERS);
        if (researcherKey.length > MAX_KEY) revert JobResearcherKeySize(researcherKey.length, MAX_KEY);
        id = jobId(spec_);
        JobSteps.post(_store, _network(), id, spec_, parameters, researcherKey);
    }

    /// @inheritdoc IJobMarket
    function approve(JobId id, uint64 expiry, bytes calldata signature) external nonReentrant {
        JobSteps.approve(_store, _network(), id, expiry, hashApproval(id, expiry), signature);
    }

    /// @inheritdoc IJobMarket
    function disapprove(JobId id, uint64 upTo) external nonReentrant {
        JobEnds.disapprove(_store, _network(), id, upTo);
    }

    /// @inheritdoc IJobMarket
    function cancel(JobId id) external nonReentrant {
        JobEnds.cancel(_store, id);
    }

    /// @inheritdoc IJobMarket
    function cancelExpired(JobId id) external nonReentrant {
        JobEnds.cancelExpired(_store, id);
    }

    // A claim, before the release.

    /// @inheritdoc IJobMarket
    function claim(JobId id, address enclave) external payable nonReentrant {
        JobSteps.claim(_store, _network(), id, enclave);
    }

    /// @inheritdoc IJobMarket
    function lapse(JobId id, uint64 claimRound) external nonReentrant {
        JobEnds.lapse(_store, _network(), id, claimRound);
    }

    /// @inheritdoc IJobMarket
    function returnClaim(JobId id, uint64 claimRound) external nonReentrant {
        JobEnds.returnClaim(_store, _network(), id, claimRound);
    }

    /// @inheritdoc IJobMarket
    function refuse(JobId id, address enclave, uint64 claimRound) external nonReentrant {
        JobEnds.refuse(_store, _network(), id, enclave, claimRound);
    }

    /// @inheritdoc IJobMarket
    function recordRelease(JobId id, address enclave, uint64 claimRound, uint64 rhoMost, uint64 deltaMost)
        external
        nonReentrant
    {
        JobSteps.recordRelease(_store, _network(), id, enclave, claimRound, rhoMost, deltaMost);
    }

    // After the release.

    /// @inheritdoc IJobMarket
    function handOver(JobId id, address fromEnclave, address enclave, uint64 claimRound) external nonReentrant {
        JobSteps.handOver(_store, _network(), id, fromEnclave, enclave, claimRound);
    }

    /// @inheritdoc IJobMarket
    function rerun(JobId id, uint64 claimRound, uint64 consentRound) external nonReentrant {
        JobSteps.rerun(_store, _network(), id, claimRound, consentRound);
    }

    /// @inheritdoc IJobMarket
    function endNarrowed(JobId id, uint64 claimRound) external nonReentrant {
        JobEnds.endNarrowed(_store, _network(), id, claimRound);
    }

    /// @inheritdoc IJobMarket
    function endNotInUse(JobId id, uint64 claimRound) external nonReentrant {
        JobEnds.endNotInUse(_store, _network(), id, claimRound);
    }

    /// @inheritdoc IJobMarket
    function endDrawDiffers(JobId id, uint64 claimRound, Charge calldata charge_) external nonReentrant {
        JobEnds.endDrawDiffers(_store, _network(), id, claimRound, charge_);
    }

    /// @inheritdoc IJobMarket
    function abandon(JobId id, uint64 claimRound) external nonReentrant {
        JobEnds.abandon(_store, _network(), id, claimRound);
    }

    /// @inheritdoc IJobMarket
    function fail(JobId id, uint64 claimRound) external nonReentrant {
        JobEnds.fail(_store, _network(), id, claimRound, SEAL_GRACE);
    }

    /// @inheritdoc IJobMarket
    function charge(JobId id, uint64 claimRound, Charge calldata charge_) external nonReentrant {
        JobSteps.charge(_store, _network(), id, claimRound, charge_);
    }

    /// @inheritdoc IJobMarket
    function redraw(JobId id, uint64 claimRound, Charge calldata previous, bytes32 noise, uint64 moment)
        external
        nonReentrant
    {
        JobSteps.redraw(_store, _network(), id, claimRound, previous, noise, moment);
    }

    /// @inheritdoc IJobMarket
    function seal(JobId id, Receipt calldata receipt, bytes calldata signature, bytes calldata ciphertext)
        external
        nonReentrant
    {
        if (ciphertext.length > MAX_CIPHERTEXT) revert JobCiphertextSize(ciphertext.length, MAX_CIPHERTEXT);
        if (receipt.ciphertext != keccak256(ciphertext) || receipt.size != ciphertext.length) {
            revert JobReceiptMismatch(id);
        }
        JobEnds.seal(_store, _network(), id, receipt, hashReceipt(receipt), signature);
        emit ResultDelivered(id, ciphertext);
    }

    /// @inheritdoc IJobMarket
    function sealByHash(JobId id, Receipt calldata receipt, bytes calldata signature, bytes[] calldata held)
        external
        nonReentrant
    {
        if (receipt.size <= MAX_CIPHERTEXT) revert JobCiphertextSize(receipt.size, MAX_CIPHERTEXT);
        JobEnds.seal(_store, _network(), id, receipt, hashReceipt(receipt), signature);
        bytes32 digest = hashHeld(id, receipt.ciphertext, receipt.size);
        JobEnds.checkHeld(_store, _network(), id, receipt, digest, held);
    }

    /// @inheritdoc IJobMarket
    function open(JobId id, bytes32 key) external nonReentrant {
        JobEnds.open(_store, _network(), id, key);
    }

    /// @inheritdoc IJobMarket
    function withhold(JobId id, uint64 claimRound) external nonReentrant {
        JobEnds.withhold(_store, _network(), id, claimRound, OPEN_GRACE);
    }

    // Beside jobs.

    /// @inheritdoc IJobMarket
    function appendContest(DatasetId dataset, JobId id, bytes32 contest) external nonReentrant {
        if (JobId.unwrap(id) != 0 && !_store.isUsedBy(dataset, id)) revert JobUnknown(id);
        bytes32[] memory words = _registry.gatesOf(dataset, _registry.consentTerms(dataset).policyVersion);
        for (uint256 i = 0; i < words.length; ++i) {
            if (address(words[i].gate()) == msg.sender && words[i].has(Gates.FEED)) {
                return _store.append(dataset, id, FeedKind.Contest, contest);
            }
        }
        revert JobNotGate(dataset, msg.sender);
    }

    /// @inheritdoc IJobMarket
    function withdraw(address payable to) external nonReentrant {
        uint256 amount = _store.owed[msg.sender];
        if (amount == 0) revert JobNothingToWithdraw(msg.sender);
        _store.owed[msg.sender] = 0;
        emit PaymentWithdrawn(msg.sender, to, amount);
        (bool sent,) = to.call{value: amount}("");
        if (!sent) revert JobPaymentFailed(to, amount);
    }

    // What one may read.

    /// @inheritdoc IJobMarket
    function bond() external view returns (uint256) {
        return _bond;
    }

    /// @inheritdoc IJobMarket
    function registry() external view returns (address) {
        return address(_registry);
    }

    /// @inheritdoc IJobMarket
    function workers() external view returns (address) {
        return address(_workers);
    }

    /// @inheritdoc IJobMarket
    function budget() external view returns (address) {
        return address(_budget);
    }

    /// @inheritdoc IJobMarket
    function libraryCodes() external view returns (bytes32 steps, bytes32 ends) {
        return (_stepsCode, _endsCode);
    }

    /// @inheritdoc IJobMarket
    function jobOf(JobId id) external view returns (Job memory) {
        return _store.existing(id);
    }

    /// @inheritdoc IJobMarket
    function specOf(JobId id) external view returns (JobSpec memory) {
        _store.existing(id);
        return _store.specs[id];
    }

    /// @inheritdoc IJobMarket
    function receiptOf(JobId id) external view returns (ReceiptId) {
        return _store.receipts[id];
    }

    /// @inheritdoc IJobMarket
    function budgetKeyOf(JobId id) external view returns (bytes32) {
        return Jobs.budgetKey(id, _store.existing(id), _store.specs[id]);
    }

    /// @inheritdoc IJobMarket
    function drawOf(JobId id) external view returns (bytes32) {
        return _store.draws[Jobs.budgetKey(id, _store.existing(id), _store.specs[id])];
    }

    /// @inheritdoc IJobMarket
    function owed(address account) external view returns (uint256) {
        return _store.owed[account];
    }

    /// @inheritdoc IJobMarket
    function burnt() external view returns (uint256) {
        return _store.burnt;
    }

    /// @inheritdoc IJobMarket
    function isRefused(JobId id, address enclave) external view returns (bool) {
        return _store.barredUntil[id][enclave] == type(uint64).max;
    }

    /// @inheritdoc IJobMarket
    function waitsUntil(JobId id, address operator) external view returns (uint64) {
        return _store.barredUntil[id][operator];
    }

    /// @inheritdoc IJobMarket
    function feedOf(DatasetId dataset) external view returns (uint64 count, bytes24 head) {
        return (_store.feeds[dataset].count, _store.feeds[dataset].head);
    }

    /// @inheritdoc IJobMarket
    function jobId(JobSpec calldata spec_) public view returns (JobId) {
        return JobId.wrap(_hashTypedDataV4(spec_.hash()));
    }

    /// @inheritdoc IJobMarket
    function hashApproval(JobId id, uint64 expiry) public view returns (bytes32 digest) {
        return _hashTypedDataV4(keccak256(abi.encode(TypedHashes.APPROVAL, id, expiry)));
    }

    /// @inheritdoc IJobMarket
    function hashReceipt(Receipt calldata receipt) public view returns (ReceiptId digest) {
        return ReceiptId.wrap(_hashTypedDataV4(receipt.hash()));
    }

    /// @inheritdoc IJobMarket
    function hashHeld(JobId id, bytes32 ciphertext, uint64 size) public view returns (bytes32 digest) {
        return _hashTypedDataV4(keccak256(abi.encode(TypedHashes.HELD, id, ciphertext, size)));
    }

    /// @inheritdoc IJobMarket
    function hashCharge(Charge calldata charge_) external pure returns (bytes32) {
        return charge_.hash();
    }

    function _network() private view returns (Jobs.Network memory) {
        return Jobs.Network(_registry, _workers, _budget, _bond);
    }
}
