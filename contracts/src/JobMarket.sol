// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {IBudgetLedger} from "./interfaces/IBudgetLedger.sol";
import {IConsentLedger} from "./interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "./interfaces/IDatasetRegistry.sol";
import {DatasetId, JobId, ReceiptId} from "./interfaces/Ids.sol";
import {IJobMarket} from "./interfaces/IJobMarket.sol";
import {IWorkerRegistry} from "./interfaces/IWorkerRegistry.sol";
import {TypedHashes} from "./libraries/TypedHashes.sol";

/// @title Jobs, from the post to the receipt
/// @dev Promises and formats are in {IJobMarket}. Every function that changes state is guarded against reentrancy,
/// and pays last.
contract JobMarket is IJobMarket, EIP712, ReentrancyGuardTransient {
    using TypedHashes for *;

    /// @notice Longest parameters, in bytes.
    uint256 public constant MAX_PARAMETERS = 16 * 1024;

    /// @notice Longest ciphertext, in bytes.
    uint256 public constant MAX_CIPHERTEXT = 64 * 1024;

    /// @dev Gas that goes with a payment: enough for a contract wallet, too little to harm whoever pays for it.
    uint256 private constant PAYMENT_GAS = 50_000;

    uint8 private constant PRIVATE = 0;
    uint8 private constant EXACT = 1;

    IDatasetRegistry private immutable _registry;
    IWorkerRegistry private immutable _workers;
    IBudgetLedger private immutable _budget;
    uint256 private immutable _bond;

    mapping(JobId => Job) private _jobs;
    mapping(JobId => JobSpec) private _specs;
    mapping(JobId => ReceiptId) private _receipts;
    mapping(address => uint256) private _owed;
    mapping(JobId => mapping(address => bool)) private _refused;

    /// @param bond_ Value that a claim has to bring.
    constructor(address registry_, address workers_, address budget_, uint256 bond_) EIP712("Assent", "1") {
        _registry = IDatasetRegistry(registry_);
        _workers = IWorkerRegistry(workers_);
        _budget = IBudgetLedger(budget_);
        _bond = bond_;
        if (_budget.market() != address(this)) revert JobWiringWrong("market");
        if (_budget.registry() != registry_) revert JobWiringWrong("registry");
    }

    /// @inheritdoc IJobMarket
    function post(JobSpec calldata spec_, bytes calldata parameters) external payable nonReentrant returns (JobId id) {
        id = jobId(spec_);
        Job storage record = _jobs[id];
        if (record.state != State.None) revert JobExists(id);
        if (msg.sender != spec_.researcher) revert JobNotResearcher(id, msg.sender);
        if (msg.value != spec_.fee) revert JobFeeWrong(msg.value, spec_.fee);
        if (parameters.length > MAX_PARAMETERS) revert JobParametersSize(parameters.length, MAX_PARAMETERS);
        if (keccak256(parameters) != spec_.parameters) {
            revert JobParametersMismatch(keccak256(parameters), spec_.parameters);
        }
        if (block.timestamp > spec_.deadline) revert JobDeadlinePassed(spec_.deadline);
        _checkSpec(spec_);
        _checkPolicy(spec_);

        record.state = State.Posted;
        _specs[id] = spec_;
        emit JobPosted(id, DatasetId.wrap(spec_.dataset), spec_.researcher, spec_, parameters);
    }

    /// @inheritdoc IJobMarket
    function approve(JobId id, uint64 expiry, bytes calldata signature) external nonReentrant {
        Job storage record = _existing(id);
        JobSpec storage spec_ = _specs[id];
        if (record.state != State.Posted && record.state != State.Approved) revert JobWrongState(id, record.state);
        if (block.timestamp > spec_.deadline) revert JobDeadlinePassed(spec_.deadline);
        if (block.timestamp > expiry) revert JobApprovalExpired(id, expiry);
        if (expiry <= record.approvedUntil) revert JobApprovalNotNewer(id, expiry, record.approvedUntil);
        _requireInUse(spec_);
        address custodian = _registry.custodianOf(DatasetId.wrap(spec_.dataset));
        if (!SignatureChecker.isValidSignatureNow(custodian, hashApproval(id, expiry), signature)) {
            revert JobApprovalSignature(id);
        }
        record.state = State.Approved;
        record.approvedUntil = expiry;
        emit JobApproved(id, expiry);
    }

    /// @inheritdoc IJobMarket
    function cancel(JobId id) external nonReentrant {
        Job storage record = _existing(id);
        if (msg.sender != _specs[id].researcher) revert JobNotResearcher(id, msg.sender);
        if (record.state != State.Posted && record.state != State.Approved) revert JobWrongState(id, record.state);
        _cancel(id, record);
    }

    /// @inheritdoc IJobMarket
    function claim(JobId id, address enclave) external payable nonReentrant {
        Job storage record = _inState(id, State.Approved);
        JobSpec storage spec_ = _specs[id];
        if (msg.value != _bond) revert JobBondWrong(msg.value, _bond);
        if (block.timestamp > spec_.deadline) revert JobDeadlinePassed(spec_.deadline);
        if (block.timestamp > record.approvedUntil) revert JobApprovalExpired(id, record.approvedUntil);
        _requireInUse(spec_);
        bytes32 quote = _judgeAccepted(id, spec_, enclave, msg.sender).quote;

        record.state = State.Claimed;
        record.claimRound = uint64(block.number);
        record.consentRound = uint64(block.number);
        record.claimedAt = uint64(block.timestamp);
        record.enclave = enclave;
        record.operator = msg.sender;
        record.quote = quote;
        _budget.reserve(id, DatasetId.wrap(spec_.dataset), spec_.researcher, spec_.rho);
        emit JobClaimed(id, enclave, msg.sender, uint64(block.number), quote);
    }

    /// @inheritdoc IJobMarket
    function handOver(JobId id, address enclave) external nonReentrant {
        Job storage record = _existing(id);
        if (record.state != State.Claimed && record.state != State.Charged) revert JobWrongState(id, record.state);
        JobSpec storage spec_ = _specs[id];
        if (msg.sender != _registry.brokerOf(DatasetId.wrap(spec_.dataset))) revert JobNotBroker(id, msg.sender);
        if (record.releasedAt == 0) revert JobNotReleased(id);
        IWorkerRegistry.Worker memory worker = _judgeAccepted(id, spec_, enclave, record.operator);
        address from = record.enclave;
        record.enclave = enclave;
        record.quote = worker.quote;
        if (record.state == State.Charged) _recordJudgement(record, worker);
        emit JobHandedOver(id, from, enclave, worker.quote);
    }

    /// @inheritdoc IJobMarket
    function recordRelease(JobId id, address enclave, uint64 claimRound) external nonReentrant {
        Job storage record = _inState(id, State.Claimed);
        JobSpec storage spec_ = _specs[id];
        if (msg.sender != _registry.brokerOf(DatasetId.wrap(spec_.dataset))) revert JobNotBroker(id, msg.sender);
        // A release is for one claim: were it lapsed and the job claimed anew, this must not count for the new one.
        if (enclave != record.enclave || claimRound != record.claimRound) {
            revert JobClaimMismatch(id, record.enclave, record.claimRound);
        }
        if (record.releasedAt != 0) revert JobReleased(id);
        IDatasetRegistry.Terms memory terms = _terms(spec_);
        if (_lapsed(record, spec_, terms)) revert JobClaimLapsed(id);
        _requireInUse(spec_);
        _workers.judge(enclave);

        record.releasedAt = uint64(block.timestamp);
        _budget.spend(id);
        emit KeyReleased(id, enclave, claimRound, uint64(block.timestamp) + terms.jobTimeout);
    }

    /// @inheritdoc IJobMarket
    function rerun(JobId id) external nonReentrant {
        Job storage record = _inState(id, State.Claimed);
        JobSpec storage spec_ = _specs[id];
        if (msg.sender != record.operator) revert JobNotOperator(id, msg.sender);
        IDatasetRegistry.Terms memory terms = _terms(spec_);
        bool tooOld = block.number - record.consentRound > terms.maxConsentAge;
        if (!tooOld && _lastNarrowed(spec_) <= record.consentRound) revert JobRerunNotNeeded(id);
        if (record.reruns >= terms.maxReruns) revert JobRerunsExhausted(id, terms.maxReruns);
        record.consentRound = uint64(block.number);
        emit JobRerun(id, ++record.reruns, uint64(block.number));
    }

    /// @inheritdoc IJobMarket
    function charge(JobId id, Charge calldata charge_) external nonReentrant {
        Job storage record = _inState(id, State.Claimed);
        JobSpec storage spec_ = _specs[id];
        if (msg.sender != record.operator) revert JobNotOperator(id, msg.sender);
        if (record.releasedAt == 0) revert JobNotReleased(id);
        if (charge_.inputs == 0) revert JobChargeInvalid("inputs");
        if (charge_.consentRoot == 0) revert JobChargeInvalid("consentRoot");
        IDatasetRegistry.Terms memory terms = _terms(spec_);
        uint64 finishBefore = record.releasedAt + terms.jobTimeout;
        if (block.timestamp > finishBefore) revert JobLate(id, finishBefore);
        _requireInUse(spec_);
        IWorkerRegistry.Worker memory worker = _workers.judge(record.enclave);
        _checkConsent(id, record, spec_, terms, charge_);

        record.state = State.Charged;
        record.chargeRound = uint64(block.number);
        record.chargedAt = uint64(block.timestamp);
        // It may have been renewed since the claim.
        record.quote = worker.quote;
        _recordJudgement(record, worker);
        record.inputs = charge_.inputs;
        record.consentRoot = charge_.consentRoot;
        record.subjectsRoot = charge_.subjectsRoot;
        record.liveSubjects = charge_.liveSubjects;
        emit JobCharged(id, record.enclave, charge_);
    }

    /// @inheritdoc IJobMarket
    /// @dev Also after the deadline, as long as nobody has expired the job: a late result is better than none.
    function complete(JobId id, Receipt calldata receipt, bytes calldata signature, bytes calldata ciphertext)
        external
        nonReentrant
    {
        Job storage record = _inState(id, State.Charged);
        if (ciphertext.length > MAX_CIPHERTEXT) revert JobCiphertextSize(ciphertext.length, MAX_CIPHERTEXT);
        _checkReceipt(id, record, receipt);
        if (receipt.ciphertext != keccak256(ciphertext)) revert JobReceiptMismatch(id, "ciphertext");
        address enclave = record.enclave;
        ReceiptId digest = hashReceipt(receipt);
        (address signer,,) = ECDSA.tryRecoverCalldata(ReceiptId.unwrap(digest), signature);
        if (signer != enclave) revert JobReceiptSignature(id, enclave);

        record.state = State.Done;
        _receipts[id] = digest;
        emit JobCompleted(id, digest, enclave, receipt, signature);
        emit ResultDelivered(id, ciphertext);
        _pay(record.operator, _specs[id].fee + _bond);
    }

    /// @inheritdoc IJobMarket
    function giveUp(JobId id) external nonReentrant {
        Job storage record = _existing(id);
        if (record.state != State.Claimed && record.state != State.Charged) revert JobWrongState(id, record.state);
        if (msg.sender == record.operator) {
            if (record.releasedAt == 0) _returnClaim(id, record, ClaimEnd.GivenUp);
            else _fail(id, record, Failure.GivenUp);
        } else if (msg.sender == _registry.brokerOf(DatasetId.wrap(_specs[id].dataset))) {
            if (record.releasedAt != 0) revert JobReleased(id);
            _refused[id][record.enclave] = true;
            _returnClaim(id, record, ClaimEnd.Refused);
        } else {
            revert JobNotOperator(id, msg.sender);
        }
    }

    /// @inheritdoc IJobMarket
    function expire(JobId id) external nonReentrant {
        Job storage record = _existing(id);
        JobSpec storage spec_ = _specs[id];
        if (record.state == State.Posted || record.state == State.Approved) {
            if (block.timestamp <= spec_.deadline) revert JobNotDue(id);
            _cancel(id, record);
        } else if (record.state == State.Claimed || record.state == State.Charged) {
            IDatasetRegistry.Terms memory terms = _terms(spec_);
            if (record.releasedAt == 0) {
                if (!_lapsed(record, spec_, terms)) revert JobNotDue(id);
                _returnClaim(id, record, ClaimEnd.Lapsed);
            } else {
                if (block.timestamp <= record.releasedAt + terms.jobTimeout) revert JobNotDue(id);
                _fail(id, record, Failure.Late);
            }
        } else {
            revert JobWrongState(id, record.state);
        }
    }

    /// @inheritdoc IJobMarket
    function withdraw(address payable to) external nonReentrant {
        uint256 amount = _owed[msg.sender];
        if (amount == 0) revert JobNothingToWithdraw(msg.sender);
        _owed[msg.sender] = 0;
        emit PaymentWithdrawn(msg.sender, to, amount);
        (bool sent,) = to.call{value: amount}("");
        if (!sent) revert JobPaymentFailed(to, amount);
    }

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
    function jobOf(JobId id) external view returns (Job memory) {
        return _existing(id);
    }

    /// @inheritdoc IJobMarket
    function specOf(JobId id) external view returns (JobSpec memory) {
        _existing(id);
        return _specs[id];
    }

    /// @inheritdoc IJobMarket
    function receiptOf(JobId id) external view returns (ReceiptId) {
        return _receipts[id];
    }

    /// @inheritdoc IJobMarket
    function owed(address account) external view returns (uint256) {
        return _owed[account];
    }

    /// @inheritdoc IJobMarket
    function isRefused(JobId id, address enclave) external view returns (bool) {
        return _refused[id][enclave];
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

    /// @dev Fields that have to make sense under any policy.
    function _checkSpec(JobSpec calldata spec_) private pure {
        if (spec_.kind > 7) revert JobSpecInvalid("kind");
        if (spec_.purpose > 31) revert JobSpecInvalid("purpose");
        if (spec_.release > EXACT) revert JobSpecInvalid("release");
        if ((spec_.release == EXACT) != (spec_.rho == 0)) revert JobSpecInvalid("rho");
        if (spec_.redundancy != 1) revert JobSpecInvalid("redundancy");
        if (spec_.researcherKey == 0) revert JobSpecInvalid("researcherKey");
    }

    /// @dev What the policy says of the job itself. Consent and budget are judged at claim and charge.
    function _checkPolicy(JobSpec calldata spec_) private view {
        DatasetId dataset = DatasetId.wrap(spec_.dataset);
        _registry.requireInUse(dataset, spec_.datasetVersion, spec_.policyVersion);
        IDatasetRegistry.Terms memory terms = _registry.termsOf(dataset, spec_.policyVersion);
        if (terms.purposes >> spec_.purpose & 1 == 0) revert JobPolicyRefuses("purpose");
        if (terms.kinds >> spec_.kind & 1 == 0) revert JobPolicyRefuses("kind");
        if (spec_.release == PRIVATE && !terms.allowPrivate) revert JobPolicyRefuses("allowPrivate");
        if (spec_.release == EXACT && !terms.allowExact) revert JobPolicyRefuses("allowExact");
        // Reviewers' signatures are not collected in this version, and their rule must not be passed over.
        if (terms.review == IDatasetRegistry.Review.Reviewers) revert JobPolicyRefuses("review");
        if (!_registry.acceptsProgram(dataset, spec_.policyVersion, spec_.program)) {
            revert JobPolicyRefuses("programs");
        }
        if (spec_.fee < terms.price) revert JobFeeBelowPrice(spec_.fee, terms.price);
    }

    /// @dev That the charge is for the consent that this claim fixed, that it is fresh, and that it still stands.
    function _checkConsent(
        JobId id,
        Job storage record,
        JobSpec storage spec_,
        IDatasetRegistry.Terms memory terms,
        Charge calldata charge_
    ) private view {
        uint64 round = record.consentRound;
        if (charge_.consentRound != round) revert JobConsentRoundWrong(id, charge_.consentRound, round);
        // The state of a round is known once the round is over.
        if (block.number <= round) revert JobChargeInvalid("consentRound");
        if (block.number - round > terms.maxConsentAge) revert JobConsentTooOld(id, round, terms.maxConsentAge);
        uint64 narrowed = _lastNarrowed(spec_);
        if (narrowed > round) revert JobConsentNarrowed(id, round, narrowed);
        if (charge_.liveSubjects < terms.minCohort) {
            revert JobCohortBelowMinimum(id, charge_.liveSubjects, terms.minCohort);
        }
    }

    /// @dev That a receipt says of the job what the chain knows of it.
    function _checkReceipt(JobId id, Job storage record, Receipt calldata receipt) private view {
        JobSpec storage spec_ = _specs[id];
        if (receipt.job != JobId.unwrap(id)) revert JobReceiptMismatch(id, "job");
        if (receipt.consentRound != record.consentRound) revert JobReceiptMismatch(id, "consentRound");
        if (receipt.consentRoot != record.consentRoot) revert JobReceiptMismatch(id, "consentRoot");
        if (receipt.subjectsRoot != record.subjectsRoot) revert JobReceiptMismatch(id, "subjectsRoot");
        if (receipt.liveSubjects != record.liveSubjects) revert JobReceiptMismatch(id, "liveSubjects");
        if (receipt.dataset != spec_.dataset) revert JobReceiptMismatch(id, "dataset");
        if (receipt.datasetVersion != spec_.datasetVersion) revert JobReceiptMismatch(id, "datasetVersion");
        if (receipt.policyVersion != spec_.policyVersion) revert JobReceiptMismatch(id, "policyVersion");
        if (receipt.program != spec_.program) revert JobReceiptMismatch(id, "program");
        if (receipt.parameters != spec_.parameters) revert JobReceiptMismatch(id, "parameters");
        if (receipt.rho != spec_.rho) revert JobReceiptMismatch(id, "rho");
        if (receipt.inputs != record.inputs) revert JobReceiptMismatch(id, "inputs");
        if (receipt.enclave != record.enclave) revert JobReceiptMismatch(id, "enclave");
        if (receipt.measurement != _workers.workerOf(record.enclave).measurement) {
            revert JobReceiptMismatch(id, "measurement");
        }
        if (receipt.quote != record.quote) revert JobReceiptMismatch(id, "quote");
    }

    function _cancel(JobId id, Job storage record) private {
        record.state = State.Cancelled;
        emit JobCancelled(id);
        _pay(_specs[id].researcher, _specs[id].fee);
    }

    /// @dev Ends a claim to which no key was released: everything is as before it.
    function _returnClaim(JobId id, Job storage record, ClaimEnd how) private {
        address operator = record.operator;
        emit ClaimReturned(id, record.enclave, how);
        uint64 approvedUntil = record.approvedUntil;
        delete _jobs[id];
        record.state = State.Approved;
        record.approvedUntil = approvedUntil;
        _budget.giveBack(id);
        _pay(operator, _bond);
    }

    /// @dev Ends a job to which a key was released. Its budget stays spent.
    function _fail(JobId id, Job storage record, Failure why) private {
        JobSpec storage spec_ = _specs[id];
        bool blameless;
        if (record.state == State.Claimed) {
            if (!_registry.inUse(DatasetId.wrap(spec_.dataset), spec_.datasetVersion, spec_.policyVersion)) {
                (blameless, why) = (true, Failure.NotInUse);
            } else if (_lastNarrowed(spec_) > record.claimRound) {
                // The cohort may have become too small, or reruns may be used up.
                (blameless, why) = (true, Failure.Narrowed);
            }
        }
        record.state = State.Failed;
        emit JobFailed(id, why);
        if (blameless) {
            _pay(spec_.researcher, spec_.fee);
            _pay(record.operator, _bond);
        } else {
            _pay(spec_.researcher, spec_.fee + _bond);
        }
    }

    /// @dev Sends value; what the recipient does not take waits for {withdraw}, so that nobody can hold up a job by
    /// refusing money. Callers are done with their own state.
    function _pay(address to, uint256 amount) private {
        if (amount == 0) return;
        bool sent;
        assembly ("memory-safe") {
            // No return data is copied, however much the recipient returns.
            sent := call(PAYMENT_GAS, to, amount, 0, 0, 0, 0)
        }
        if (sent) {
            emit PaymentSent(to, amount);
        } else {
            _owed[to] += amount;
            emit PaymentKept(to, amount);
        }
    }

    /// @dev Whether a claim without a release has run out of time.
    function _lapsed(Job storage record, JobSpec storage spec_, IDatasetRegistry.Terms memory terms)
        private
        view
        returns (bool)
    {
        return block.timestamp > record.claimedAt + terms.claimTimeout || block.timestamp > spec_.deadline;
    }

    function _existing(JobId id) private view returns (Job storage record) {
        record = _jobs[id];
        if (record.state == State.None) revert JobUnknown(id);
    }

    function _inState(JobId id, State state) private view returns (Job storage record) {
        record = _existing(id);
        if (record.state != state) revert JobWrongState(id, record.state);
    }

    function _requireInUse(JobSpec storage spec_) private view {
        _registry.requireInUse(DatasetId.wrap(spec_.dataset), spec_.datasetVersion, spec_.policyVersion);
    }

    /// @dev That an enclave is attested, the operator's, accepted by the job's policy and not refused by its broker.
    function _judgeAccepted(JobId id, JobSpec storage spec_, address enclave, address operator)
        private
        returns (IWorkerRegistry.Worker memory worker)
    {
        if (_refused[id][enclave]) revert JobWorkerRefused(id, enclave);
        worker = _workers.judge(enclave);
        if (operator != worker.operator) revert JobNotOperator(id, operator);
        if (!_registry.acceptsWorker(
                DatasetId.wrap(spec_.dataset), spec_.policyVersion, worker.measurement, worker.trustRoot
            )) revert JobWorkerNotAccepted(enclave, worker.measurement, worker.trustRoot);
    }

    /// @dev Keeps by what the quote was judged, so that auditors can judge it in the same way.
    function _recordJudgement(Job storage record, IWorkerRegistry.Worker memory worker) private {
        record.collateral = worker.collateral;
        record.judgedAt = uint64(block.timestamp);
    }

    function _terms(JobSpec storage spec_) private view returns (IDatasetRegistry.Terms memory) {
        return _registry.termsOf(DatasetId.wrap(spec_.dataset), spec_.policyVersion);
    }

    function _lastNarrowed(JobSpec storage spec_) private view returns (uint64) {
        return IConsentLedger(_registry.ledgerOf(DatasetId.wrap(spec_.dataset))).lastNarrowed();
    }
}
