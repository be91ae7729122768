// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {DatasetId, JobId, ReceiptId} from "./Ids.sol";

/// @title Jobs, from the post to the receipt
/// @notice A researcher posts a job with its fee in escrow; the custodian approves it; a worker claims it with a
/// bond; the broker records that it releases the key; the worker charges its inputs and completes with a receipt.
///
///   None ─post─▶ Posted ─approve─▶ Approved ─claim─▶ Claimed ─charge─▶ Charged ─complete─▶ Done
///
///   cancel, expire past the deadline        Posted, Approved             ─▶ Cancelled
///   giveUp, expire after claimTimeout       Claimed, before the release  ─▶ Approved
///   recordRelease, rerun, handOver          Claimed                      ─▶ Claimed
///   giveUp, expire after jobTimeout         Claimed after it, Charged    ─▶ Failed
///
/// Before the release everything is given back: the claim's budget and its bond. From the release on the budget is
/// spent. A job that fails then returns the fee to the researcher and pays the bond to the researcher too, unless
/// the chain shows that the worker may not have been able to charge: the dataset was stopped, its policy or version
/// replaced, or consent narrowed since the claim.
///
/// Whenever an enclave claims, is given a key, charges or takes over, its quote has to hold by the newest collateral: see
/// {IWorkerRegistry-judge}, whose errors these calls pass on.
/// @dev Payments are sent, and when the recipient does not take one it is kept for {withdraw}. Job records and
/// receipts are at the slots pinned in `layout/JobMarket.json`.
/// EIP-712 types, domain ("Assent", "1", chain, this contract):
/// JobSpec(uint8 kind,bytes32 program,bytes32 parameters,bytes32 dataset,uint32 datasetVersion,uint32 policyVersion,uint8 purpose,uint8 release,uint64 rho,address researcher,bytes32 researcherKey,uint8 redundancy,uint64 deadline,uint128 fee,uint64 nonce)
/// Approval(bytes32 job,uint64 expiry)
/// Receipt(bytes32 job,uint64 consentRound,bytes32 consentRoot,bytes32 subjectsRoot,uint32 liveSubjects,bytes32 dataset,uint32 datasetVersion,uint32 policyVersion,bytes32 program,bytes32 parameters,uint64 rho,bytes32 inputs,bytes32 result,bytes32 ciphertext,address enclave,bytes32 measurement,bytes32 quote)
interface IJobMarket {
    enum State {
        None,
        Posted,
        Approved,
        Claimed,
        Charged,
        Done,
        Failed,
        Cancelled
    }

    /// @notice How a claim ended without a release.
    enum ClaimEnd {
        /// The claim timed out.
        Lapsed,
        /// The operator gave it up.
        GivenUp,
        /// The broker refused the enclave, which cannot claim this job again.
        Refused
    }

    /// @notice Why a job failed after its key was released.
    enum Failure {
        /// The worker did not finish in time.
        Late,
        /// The operator gave up.
        GivenUp,
        /// The dataset was stopped, or the policy or dataset version is no longer in use: not the worker's fault.
        NotInUse,
        /// Consent was taken away since the claim, so that the cohort may have become too small or reruns may be used up: not
        /// the worker's fault.
        Narrowed
    }

    struct JobSpec {
        /// Bit number of the kind: 0 query, 1 fairness.
        uint8 kind;
        bytes32 program;
        /// keccak256 of the canonical JSON parameters.
        bytes32 parameters;
        bytes32 dataset;
        uint32 datasetVersion;
        uint32 policyVersion;
        /// Bit number of the purpose.
        uint8 purpose;
        /// 0 private, 1 exact.
        uint8 release;
        /// zCDP budget in millionths; zero if and only if the release is exact.
        uint64 rho;
        address researcher;
        /// X25519 key to which the result is encrypted.
        bytes32 researcherKey;
        /// 1 in this version.
        uint8 redundancy;
        /// Last second at which the job may be claimed and its key released, Unix seconds.
        uint64 deadline;
        uint128 fee;
        uint64 nonce;
    }

    /// @notice What a charge fixes for good.
    struct Charge {
        bytes32 inputs;
        uint64 consentRound;
        bytes32 consentRoot;
        bytes32 subjectsRoot;
        uint32 liveSubjects;
    }

    /// @notice The attested statement of a finished job.
    struct Receipt {
        bytes32 job;
        uint64 consentRound;
        bytes32 consentRoot;
        bytes32 subjectsRoot;
        uint32 liveSubjects;
        bytes32 dataset;
        uint32 datasetVersion;
        uint32 policyVersion;
        bytes32 program;
        bytes32 parameters;
        uint64 rho;
        bytes32 inputs;
        bytes32 result;
        bytes32 ciphertext;
        address enclave;
        bytes32 measurement;
        bytes32 quote;
    }

    /// @notice A job's record.
    struct Job {
        State state;
        /// How often a newer consent round was taken in this claim.
        uint8 reruns;
        /// Block number of the claim.
        uint64 claimRound;
        address enclave;
        address operator;
        /// Round whose consent counts.
        uint64 consentRound;
        uint32 liveSubjects;
        /// Unix seconds; zero before.
        uint64 approvedUntil;
        uint64 claimedAt;
        uint64 releasedAt;
        /// Block number of the charge; zero before.
        uint64 chargeRound;
        /// keccak256 of the evidence that the enclave had registered when it claimed, took over or, last, charged.
        bytes32 quote;
        bytes32 inputs;
        bytes32 consentRoot;
        bytes32 subjectsRoot;
        /// Name of the collateral by which that evidence was judged at the charge, or when the enclave took over after it;
        /// zero before. See {ICollateralRegistry-idOf}.
        bytes32 collateral;
        /// When the job was charged, Unix seconds; zero before.
        uint64 chargedAt;
        /// When `collateral` judged, Unix seconds: at the charge, or later in another enclave.
        uint64 judgedAt;
    }

    event JobPosted(
        JobId indexed job, DatasetId indexed dataset, address indexed researcher, JobSpec spec, bytes parameters
    );
    event JobApproved(JobId indexed job, uint64 expiry);
    event JobClaimed(
        JobId indexed job, address indexed enclave, address indexed operator, uint64 claimRound, bytes32 quote
    );
    event ClaimReturned(JobId indexed job, address indexed enclave, ClaimEnd how);
    /// @param finishBefore Last second at which the job may be charged, and after which it may be expired.
    event KeyReleased(JobId indexed job, address indexed enclave, uint64 claimRound, uint64 finishBefore);
    /// @notice The job goes on in another enclave of its operator, because the keys of the one that claimed are gone.
    event JobHandedOver(JobId indexed job, address indexed from, address indexed to, bytes32 quote);
    event JobRerun(JobId indexed job, uint8 reruns, uint64 consentRound);
    event JobCharged(JobId indexed job, address indexed enclave, Charge charge);
    event JobCompleted(
        JobId indexed job, ReceiptId indexed receipt, address indexed enclave, Receipt content, bytes signature
    );
    event ResultDelivered(JobId indexed job, bytes ciphertext);
    event JobFailed(JobId indexed job, Failure why);
    event JobCancelled(JobId indexed job);
    event PaymentSent(address indexed to, uint256 amount);
    /// @notice The recipient did not take a payment; it waits for {withdraw}.
    event PaymentKept(address indexed to, uint256 amount);
    event PaymentWithdrawn(address indexed from, address indexed to, uint256 amount);

    error JobUnknown(JobId job);
    error JobExists(JobId job);
    error JobWrongState(JobId job, State state);
    error JobNotResearcher(JobId job, address caller);
    error JobNotOperator(JobId job, address caller);
    error JobNotBroker(JobId job, address caller);
    error JobFeeWrong(uint256 sent, uint256 fee);
    error JobFeeBelowPrice(uint128 fee, uint128 price);
    error JobBondWrong(uint256 sent, uint256 bond);
    error JobParametersMismatch(bytes32 given, bytes32 expected);
    error JobParametersSize(uint256 size, uint256 max);
    error JobCiphertextSize(uint256 size, uint256 max);
    error JobDeadlinePassed(uint64 deadline);
    /// @notice A field of the specification has a value that no job can have; `field` names it.
    error JobSpecInvalid(string field);
    /// @notice The policy does not allow the job; `field` names the rule.
    error JobPolicyRefuses(string field);
    error JobApprovalExpired(JobId job, uint64 expiry);
    error JobApprovalNotNewer(JobId job, uint64 expiry, uint64 current);
    error JobApprovalSignature(JobId job);
    error JobWorkerNotAccepted(address enclave, bytes32 measurement, bytes32 trustRoot);
    error JobWorkerRefused(JobId job, address enclave);
    error JobClaimMismatch(JobId job, address enclave, uint64 claimRound);
    error JobClaimLapsed(JobId job);
    error JobReleased(JobId job);
    error JobNotReleased(JobId job);
    error JobLate(JobId job, uint64 finishBefore);
    error JobNotDue(JobId job);
    error JobRerunNotNeeded(JobId job);
    error JobRerunsExhausted(JobId job, uint8 max);
    error JobConsentRoundWrong(JobId job, uint64 given, uint64 expected);
    error JobConsentTooOld(JobId job, uint64 consentRound, uint64 maxAge);
    error JobConsentNarrowed(JobId job, uint64 consentRound, uint64 lastNarrowed);
    error JobCohortBelowMinimum(JobId job, uint32 liveSubjects, uint32 minCohort);
    error JobChargeInvalid(string field);
    /// @notice The receipt does not match the job and its charge; `field` names the first difference.
    error JobReceiptMismatch(JobId job, string field);
    error JobReceiptSignature(JobId job, address enclave);
    error JobNothingToWithdraw(address account);
    error JobPaymentFailed(address to, uint256 amount);
    error JobWiringWrong(string part);

    /// @notice Posts a job, with its fee as value. Only for the researcher that the specification names.
    /// @param parameters The canonical JSON, at most {MAX_PARAMETERS} bytes.
    function post(JobSpec calldata spec, bytes calldata parameters) external payable returns (JobId job);

    /// @notice Records the custodian's approval. Anyone may relay it; a later expiry extends an approval.
    function approve(JobId job, uint64 expiry, bytes calldata signature) external;

    /// @notice Takes a job that is not claimed back. Only for the researcher.
    function cancel(JobId job) external;

    /// @notice Claims a job for an enclave, with {bond} as value. Only for the enclave's operator. It reserves the
    /// job's rho and fixes the consent round.
    function claim(JobId job, address enclave) external payable;

    /// @notice Records that the key is about to be released to this claim, and spends the budget. Only for the
    /// dataset's broker, which releases it once this is final.
    function recordRelease(JobId job, address enclave, uint64 claimRound) external;

    /// @notice Goes on with another enclave of the same operator, which the policy accepts as at a claim: an enclave's
    /// keys do not outlive a restart, and what was released or charged is owed all the same. Nothing else of the job
    /// changes. Only for the dataset's broker, and only after its release: it has checked the enclave, as it did the first
    /// one, so that nobody signs a receipt to whom it would not have given the key.
    function handOver(JobId job, address enclave) external;

    /// @notice Takes the present round as the consent round, because consent narrowed or the old one is too far
    /// back. Only for the claim's operator.
    function rerun(JobId job) external;

    /// @notice Fixes the inputs of the job. Afterwards a revocation is too late for it. Only for the operator.
    function charge(JobId job, Charge calldata charge_) external;

    /// @notice Records the receipt, delivers the ciphertext, pays the fee and returns the bond. Anyone may deliver.
    function complete(JobId job, Receipt calldata receipt, bytes calldata signature, bytes calldata ciphertext) external;

    /// @notice Ends a claim before the release (for the operator, and for the broker, who thereby bars the enclave
    /// from this job), or, after it, the job (for the operator).
    function giveUp(JobId job) external;

    /// @notice Does what the clock demands: cancels a job past its deadline, returns a lapsed claim, fails a job
    /// that was not finished in time. Anyone may call it.
    function expire(JobId job) external;

    /// @notice Pays out what a recipient did not take when it was sent.
    function withdraw(address payable to) external;

    /// @notice Value that a claim has to bring.
    function bond() external view returns (uint256);

    function registry() external view returns (address);

    function workers() external view returns (address);

    function budget() external view returns (address);

    function jobOf(JobId id) external view returns (Job memory);

    function specOf(JobId id) external view returns (JobSpec memory);

    /// @notice The receipt recorded for a job; zero before.
    function receiptOf(JobId id) external view returns (ReceiptId);

    /// @notice What waits for {withdraw}.
    function owed(address account) external view returns (uint256);

    /// @notice Whether the broker refused this enclave for this job.
    function isRefused(JobId id, address enclave) external view returns (bool);

    function jobId(JobSpec calldata spec_) external view returns (JobId);

    /// @notice The digest that the custodian signs.
    function hashApproval(JobId id, uint64 expiry) external view returns (bytes32 digest);

    /// @notice The digest that the enclave signs.
    function hashReceipt(Receipt calldata receipt) external view returns (ReceiptId digest);
}
