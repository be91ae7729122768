// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {DatasetId, JobId, ReceiptId, StudyId} from "./Ids.sol";

/// @title Jobs, from the post to the opened result
/// @notice A researcher posts a job with its fee in escrow; the custodian approves it; a worker claims it with a
/// bond; the broker records that it releases the key; the worker charges its inputs, seals its result with a receipt,
/// and opens it.
///
///   None -post-> Posted -approve-> Approved -claim-> Claimed -charge-> Charged -seal-> Sealed -open-> Done
///
///   disapprove                               Approved                     -> Posted
///   disapprove                               Claimed, before the release  -> Posted
///   cancel, cancelExpired                    Posted, Approved             -> Cancelled
///   lapse, returnClaim, refuse               Claimed, before the release  -> Approved
///   endNarrowed, endNotInUse                 Claimed, before the release  -> Approved
///   recordRelease, rerun, handOver           Claimed                      -> Claimed
///   endNarrowed, endNotInUse                 Claimed, after the release   -> Approved, or Failed
///   endDrawDiffers                           Claimed, after the release   -> Approved, or Failed
///   handOver, redraw                         Charged                      -> Charged
///   endDrawDiffers                           Charged                      -> Failed
///   abandon, fail                            Claimed after it, Charged    -> Failed
///   withhold                                 Sealed                       -> Withheld
///   open                                     Withheld                     -> Done
///
/// No call means two things by the state that it meets: its sender says what it is to do, and names the claim
/// that it is for. A call that comes too late reverts.
///
/// *Budget* is taken at the release and final at the charge. In between it comes back with the end of the claim, and
/// only for a reason that everyone can see on chain: consent narrowed and no rerun is left, or the dataset is not in
/// use. *Bonds* come back when a claim ends for such a reason, when the broker refuses, when a gate excuses, and when
/// the result is opened. A claim that comes to nothing costs a 64th; a job that fails otherwise, all of it, to the
/// researcher. *Results* are on chain before anyone can read them. The ciphertext that is sealed opens with a key that
/// the enclave gives away once it has seen the seal to be final. An enclave that does not gets no fee and no bond, and
/// the budget stays spent.
///
/// *Gates* are contracts that the policy of the job's dataset names: they are asked before each step, see {IGate}.
///
/// Whenever an enclave claims, is given a key, charges or takes over, its quote has to hold by the newest collateral:
/// see {IWorkerRegistry-judge}, whose errors these calls pass on.
/// @dev Payments are sent, and when the recipient does not take one it is kept for {withdraw}. Job records and
/// receipts are at the slots pinned in `layout/JobMarket.json`.
/// EIP-712 types, domain ("Assent", "1", chain, this contract); numbers are in such an order that a job is stored in
/// few words:
/// JobSpec(bytes32 program,bytes32 parameters,bytes32 dataset,bytes32 researcherKey,address researcher,uint16
/// kind,uint8 purpose,uint8 release,uint32 datasetVersion,uint32 policyVersion,uint64 rho,uint64 delta,uint64
/// deadline,uint64 nonce,uint128 fee,uint8 recipient,uint16 seat,uint32 round,uint32 assetVersion,uint32
/// assetPolicyVersion,bytes32 asset,bytes32 study,bytes32 extension) Approval(bytes32 job,uint64 expiry) Charge(bytes32
/// inputs,uint64 consentRound,bytes32 consentRoot,bytes32 subjectsRoot,uint32 liveSubjects,uint64 rho,uint64
/// delta,uint64 moment,bytes32 noise,bytes32 proofKey) Receipt(bytes32 job,Charge charge,bytes32 result,bytes32
/// ciphertext,uint64 size,bytes32 opening,bytes32 statement,address enclave,bytes32 measurement,bytes32 quote), with
/// Charge Held(bytes32 job,bytes32 ciphertext,uint64 size)
interface IJobMarket {
    enum State {
        None,
        Posted,
        Approved,
        Claimed,
        Charged,
        Sealed,
        Done,
        Withheld,
        Failed,
        Cancelled
    }

    /// @notice How a result leaves.
    enum Release {
        /// Differentially private.
        Private,
        /// As computed, after review.
        Exact,
        /// For the other seats of a study; by itself it says nothing.
        Part
    }

    /// @notice How a claim ended without a charge.
    enum ClaimEnd {
        /// It timed out before a release.
        Lapsed,
        /// The operator gave it back before a release.
        Returned,
        /// The broker refused the enclave, which cannot claim this job again.
        Refused,
        /// Consent was narrowed since the claim, and no rerun is left.
        Narrowed,
        /// The dataset was stopped, or its version or policy is no longer in use.
        NotInUse,
        /// The approval was withdrawn before a release.
        Disapproved,
        /// Another draw is fixed for the budget that the job shares.
        DrawDiffers
    }

    /// @notice Why a job failed after its key was released.
    enum Failure {
        /// The worker did not finish in time.
        Late,
        /// The operator abandoned it.
        Abandoned,
        /// As {ClaimEnd-NotInUse}: not the worker's fault.
        NotInUse,
        /// As {ClaimEnd-Narrowed}: not the worker's fault.
        Narrowed,
        /// A gate excused the operator.
        Excused,
        /// As {ClaimEnd-DrawDiffers}: not the worker's fault.
        DrawDiffers
    }

    /// @notice What an entry of a feed tells of.
    enum FeedKind {
        /// A job was posted; the subject is zero.
        Post,
        /// A job came to a final state, or was withheld; the subject is the state.
        End,
        /// A broker refused an enclave; the subject is the enclave.
        Refusal,
        /// A subject contests; the subject is the hash that the gate gave.
        Contest
    }

    /// @notice Fields of a specification, for {JobSpecInvalid}.
    enum SpecField {
        Kind,
        Purpose,
        Release,
        Recipient,
        Rho,
        Delta,
        Asset,
        Study,
        Seat,
        Extension
    }

    /// @notice Rules of a policy, for {JobPolicyRefuses}.
    enum Rule {
        Purpose,
        Kind,
        Recipient,
        Private,
        Exact,
        Review,
        Program,
        Spender,
        Asset
    }

    /// @notice Fields of a charge, for {JobChargeInvalid}.
    enum ChargeField {
        Inputs,
        ConsentRound,
        ConsentRoot,
        Rho,
        Delta,
        Moment,
        Noise
    }

    struct JobSpec {
        bytes32 program;
        /// keccak256 of the canonical JSON parameters.
        bytes32 parameters;
        DatasetId dataset;
        /// keccak256 of the key to which the result is encrypted: the KEM's number in HPKE (2 bytes) and its public
        /// key.
        bytes32 researcherKey;
        address researcher;
        /// Bit number of the kind, see `Vocabulary`.
        uint16 kind;
        /// Bit number of the purpose.
        uint8 purpose;
        Release release;
        uint32 datasetVersion;
        uint32 policyVersion;
        /// zCDP budget in millionths; zero if and only if the release is exact.
        uint64 rho;
        /// Budget of delta, in units of 1e-15.
        uint64 delta;
        /// Last second at which the job may be claimed and its key released, Unix seconds.
        uint64 deadline;
        uint64 nonce;
        uint128 fee;
        /// Who the researcher is, a bit number of the recipients in `Conditions`.
        uint8 recipient;
        /// Which seat of the study it is.
        uint16 seat;
        /// Which round of the study it belongs to.
        uint32 round;
        uint32 assetVersion;
        uint32 assetPolicyVersion;
        /// A second dataset that the job uses, such as a model, with its own version and policy; zero: none.
        DatasetId asset;
        /// The study that the job is a seat of; zero: a job by itself.
        StudyId study;
        /// Hash of what else the job says; zero: nothing.
        bytes32 extension;
    }

    /// @notice What a charge fixes for good.
    struct Charge {
        bytes32 inputs;
        uint64 consentRound;
        bytes32 consentRoot;
        bytes32 subjectsRoot;
        uint32 liveSubjects;
        /// As in the specification.
        uint64 rho;
        uint64 delta;
        /// When the result is released, Unix seconds; fixed before a row is read.
        uint64 moment;
        /// Commitment to the shares of noise that executing enclaves drew. A private release has one, an exact one has
        /// none; zero: none.
        bytes32 noise;
        /// The enclave's key for proofs of use; zero: none.
        bytes32 proofKey;
    }

    /// @notice The attested statement of a job with a result. The specification is committed to by `job`.
    struct Receipt {
        bytes32 job;
        Charge charge;
        /// Salted commitment to the plaintext.
        bytes32 result;
        /// keccak256 of the ciphertext.
        bytes32 ciphertext;
        /// Length of the ciphertext in bytes.
        uint64 size;
        /// keccak256 of the key that opens the ciphertext.
        bytes32 opening;
        /// What else the enclave states, as a struct hash; zero: nothing.
        bytes32 statement;
        address enclave;
        bytes32 measurement;
        bytes32 quote;
    }

    /// @notice A job's record.
    struct Job {
        State state;
        /// How often a newer consent round was taken in this claim.
        uint8 reruns;
        /// The budget is that of the study's round, see {budgetKeyOf}.
        bool shared;
        /// Block number of the claim.
        uint64 claimRound;
        address enclave;
        /// A rerun of this claim replaced a consent round after which nothing was narrowed: the operator had a choice.
        bool unforced;
        address operator;
        /// Round whose consent counts.
        uint64 consentRound;
        uint32 liveSubjects;
        /// Unix seconds; zero before.
        uint64 approvedUntil;
        uint64 claimedAt;
        uint64 releasedAt;
        /// Block number of the charge, or of the last redraw; zero before.
        uint64 chargeRound;
        /// keccak256 of the evidence that the enclave had registered when it claimed, took over or, last, charged or
        /// redrew.
        bytes32 quote;
        /// EIP-712 struct hash of the {Charge}; zero before.
        bytes32 charge;
        /// Name of the collateral by which that evidence was judged at the charge or redraw, or when the enclave took
        /// over after it; zero before. See {ICollateralRegistry-idOf}.
        bytes32 collateral;
        /// When the job was charged or, last, redrawn, Unix seconds; zero before.
        uint64 chargedAt;
        /// When `collateral` judged, Unix seconds: at the charge, or later in another enclave.
        uint64 judgedAt;
        /// When the result was sealed, Unix seconds; zero before.
        uint64 sealedAt;
        /// What was spent of the dataset's rho when the key was released, the job's own included; zero before. It
        /// decides about subjects who set a limit.
        uint64 rhoTotal;
        /// keccak256 of the key that opens the result; zero before the seal.
        bytes32 opening;
        /// The broker that a gate named for the seat; zero: the dataset's.
        address seatBroker;
        /// The same of delta.
        uint64 deltaTotal;
        /// The enclave that took over after the seal, to open it; zero: that which sealed.
        address opener;
        /// Block number of the first charge of a job that was redrawn; zero: it was not.
        uint64 firstChargeRound;
        /// How often the noise was drawn again.
        uint8 redraws;
        /// The job was handed over since the charge on record, whose shares of noise are gone with the enclave.
        bool isShareLost;
    }

    event JobPosted(
        JobId indexed job,
        DatasetId indexed dataset,
        address indexed researcher,
        JobSpec spec,
        bytes parameters,
        bytes researcherKey
    );
    event JobApproved(JobId indexed job, uint64 expiry);
    /// @notice Approvals of the job up to that expiry count no more: the one that was asked for, or that of its
    /// approval.
    event JobDisapproved(JobId indexed job, uint64 upTo);
    event JobClaimed(
        JobId indexed job,
        address indexed enclave,
        address indexed operator,
        uint64 claimRound,
        uint64 consentRound,
        bytes32 quote
    );
    /// @param kept What of the bond was kept.
    event ClaimEnded(JobId indexed job, address indexed enclave, uint64 claimRound, ClaimEnd how, uint256 kept);
    /// @param finishBefore Last second at which the job may be charged.
    event KeyReleased(JobId indexed job, address indexed enclave, uint64 claimRound, uint64 finishBefore);
    /// @notice The job goes on in another enclave of its operator, because the keys of the one before are gone.
    event JobHandedOver(JobId indexed job, address indexed from, address indexed to, bytes32 quote);
    event JobRerun(JobId indexed job, uint8 reruns, uint64 consentRound);
    /// @notice The job was charged or, once more, redrawn: the last charge is the one that counts.
    event JobCharged(JobId indexed job, address indexed enclave, Charge charge);
    event JobSealed(
        JobId indexed job, ReceiptId indexed receipt, address indexed enclave, Receipt content, bytes signature
    );
    event ResultDelivered(JobId indexed job, bytes ciphertext);
    /// @notice Archives have signed that they hold the ciphertext.
    event ResultHeld(JobId indexed job, bytes32 ciphertext, uint64 size, address[] archives);
    /// @param key Opens the ciphertext that was sealed.
    event ResultOpened(JobId indexed job, bytes32 key);
    event JobWithheld(JobId indexed job);
    /// @param kept What of the bond was kept.
    event JobFailed(JobId indexed job, Failure why, uint256 kept);
    event JobCancelled(JobId indexed job);
    /// @param number The entry's number in the dataset's feed, from 1.
    /// @param numberOfAll The same in the feed of all datasets.
    event FeedAppended(
        DatasetId indexed dataset,
        JobId indexed job,
        FeedKind kind,
        bytes32 subject,
        uint64 number,
        bytes24 head,
        uint64 numberOfAll,
        bytes24 headOfAll
    );
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
    error JobNotCustodian(JobId job, address caller);
    error JobFeeWrong(uint256 sent, uint256 fee);
    error JobFeeBelowPrice(uint128 fee, uint128 price);
    error JobBondWrong(uint256 sent, uint256 bond);
    error JobParametersMismatch(bytes32 given, bytes32 expected);
    error JobParametersSize(uint256 size, uint256 max);
    error JobResearcherKeyMismatch(bytes32 given, bytes32 expected);
    error JobResearcherKeySize(uint256 size, uint256 max);
    error JobCiphertextSize(uint256 size, uint256 max);
    error JobDeadlinePassed(uint64 deadline);
    /// @notice A field of the specification has a value that no job can have, or that no gate of the dataset approved.
    error JobSpecInvalid(SpecField field);
    error JobPolicyRefuses(Rule rule);
    /// @notice Another policy is announced, which is in effect before the job could be finished under its own.
    error JobPolicyEnds(JobId job, uint64 pendingFrom);
    error JobApprovalExpired(JobId job, uint64 expiry);
    error JobApprovalNotNewer(JobId job, uint64 expiry, uint64 current);
    error JobApprovalSignature(JobId job);
    error JobWorkerNotAccepted(address enclave, bytes32 measurement, bytes32 trustRoot);
    error JobWorkerRefused(JobId job, address enclave);
    /// @notice The operator's last claim of this job came to nothing; it may claim it again after that second.
    error JobOperatorWaits(JobId job, address operator, uint64 until);
    /// @notice The call is for another claim or enclave than the job has.
    error JobClaimMismatch(JobId job, address enclave, uint64 claimRound);
    error JobClaimLapsed(JobId job);
    error JobReleased(JobId job);
    error JobNotReleased(JobId job);
    error JobLate(JobId job, uint64 finishBefore);
    error JobNotDue(JobId job);
    /// @notice The dataset, its version and the job's policy are in use.
    error JobInUse(JobId job);
    error JobNotNarrowed(JobId job);
    error JobRerunNotNeeded(JobId job);
    error JobRerunsExhausted(JobId job, uint8 max);
    error JobRerunsLeft(JobId job, uint8 reruns, uint8 max);
    error JobConsentRoundWrong(JobId job, uint64 given, uint64 expected);
    error JobConsentTooOld(JobId job, uint64 consentRound, uint64 maxAge);
    /// @notice A gate fixed a consent round in which nothing shows that the dataset was in use as the job has it: that
    /// is so from the first seat on that was posted on its version under its policy, and from the block in which it
    /// went on last.
    error JobConsentTooEarly(JobId job, uint64 consentRound, uint64 usedSince);
    error JobConsentNarrowed(JobId job, uint64 consentRound, uint64 lastNarrowed);
    error JobCohortBelowMinimum(JobId job, uint32 liveSubjects, uint32 minCohort);
    error JobChargeInvalid(ChargeField field);
    /// @notice Another job was sealed under the same amount of budget, and this one would draw something else for it.
    error JobDrawDiffers(JobId job, bytes32 draw, bytes32 first);
    /// @notice No draw is fixed for the job's budget, or it is the one of this charge.
    error JobDrawFits(JobId job);
    /// @notice The job was charged otherwise.
    error JobChargeMismatch(JobId job);
    /// @notice The enclave that the job was charged in still has it, and with it the shares of noise.
    error JobRedrawNotNeeded(JobId job);
    error JobRedrawsExhausted(JobId job, uint8 max);
    /// @notice Others draw the same noise, which cannot be drawn again for one of them.
    error JobDrawShared(JobId job);
    /// @notice The result is released at `moment`, Unix seconds, which has not come.
    error JobBeforeMoment(JobId job, uint64 moment);
    /// @notice More would be spent of the dataset than the broker counted with.
    error JobTotalAbove(JobId job, uint64 rhoTotal, uint64 deltaTotal);
    /// @notice The receipt is not of this job, its charge, its enclave and its quote.
    error JobReceiptMismatch(JobId job);
    error JobReceiptSignature(JobId job, address enclave);
    /// @notice Fewer archives than the policy asks for have signed, or others, or not in ascending order.
    error JobArchives(JobId job, uint256 signed, uint256 needed);
    error JobOpeningWrong(JobId job);
    /// @notice A gate answered what the policy gives it no power to answer.
    error JobGateExceeds(JobId job, address gate);
    error JobNotGate(DatasetId dataset, address caller);
    error JobGasTooLow(uint256 left, uint256 needed);
    error JobNothingToWithdraw(address account);
    error JobPaymentFailed(address to, uint256 amount);
    error JobWiringWrong();

    /// @notice Posts a job, with its fee as value. Only for the researcher that the specification names. A job that is
    /// a seat of a study, or has an extension, needs the approval of a gate, and is thereby approved.
    /// @param parameters The canonical JSON, at most {MAX_PARAMETERS} bytes.
    /// @param researcherKey The number of the KEM and the public key, at most {MAX_KEY} bytes.
    function post(JobSpec calldata spec, bytes calldata parameters, bytes calldata researcherKey)
        external
        payable
        returns (JobId job);

    /// @notice Records the custodian's approval. Anyone may relay it; a later expiry extends an approval. Where a gate
    /// approves, no signature is needed, unless the custodian withdrew an approval since it last gave one; that
    /// approval counts until the job's deadline at most. Every gate that is asked at Approve can refuse, also at a
    /// {post} that a gate approves.
    function approve(JobId job, uint64 expiry, bytes calldata signature) external;

    /// @notice Withdraws the job's approval, and every other whose expiry is not later than its own or `upTo`, those
    /// that were never sent, too. When the custodian does so, no one but the custodian approves the job again.
    /// A claim under it ends, and costs its operator nothing. Reverts once the key is released: what was agreed to is
    /// under way, and {IDatasetRegistry-stop} is what ends it. For the custodian, and for a gate of the job that may
    /// approve.
    function disapprove(JobId job, uint64 upTo) external;

    /// @notice Takes a job that is not claimed back. Only for the researcher.
    function cancel(JobId job) external;

    /// @notice Cancels a job that is not claimed and past its deadline. Anyone may call it.
    function cancelExpired(JobId job) external;

    /// @notice Claims a job for an enclave, with {bond} as value. Only for the enclave's operator. It fixes the consent
    /// round, and holds neither budget nor anyone's consent.
    function claim(JobId job, address enclave) external payable;

    /// @notice Ends a claim without a release after the policy's claimTimeout, or past the deadline. Anyone may call
    /// it. A 64th of the bond is kept, and the operator may claim this job again only after another claimTimeout.
    function lapse(JobId job, uint64 claimRound) external;

    /// @notice Ends a claim without a release, at the price of a lapse. Only for the operator.
    function returnClaim(JobId job, uint64 claimRound) external;

    /// @notice Ends a claim without a release and bars its enclave from this job; the bond goes back. Only for the
    /// broker.
    function refuse(JobId job, address enclave, uint64 claimRound) external;

    /// @notice Records that the key is about to be released to this claim, and spends the budget. Only for the broker,
    /// who releases it once this is final. Without a rerun left, the consent round has to be one that can be charged
    /// for.
    /// @param rhoMost What may be spent of the dataset's rho by now, this job included. Subjects who set a limit count
    /// by what is spent, and the broker has counted them with so much; a job that comes first would make them fewer.
    /// @param deltaMost The same of delta.
    function recordRelease(JobId job, address enclave, uint64 claimRound, uint64 rhoMost, uint64 deltaMost) external;

    /// @notice Goes on with another enclave of the same operator, which the policy accepts as at a claim: an enclave's
    /// keys do not outlive a restart, and what was released, charged or sealed is owed all the same. Nothing else of
    /// the job changes; the noise of a private release is drawn anew, see {redraw}. Before the charge it is one more
    /// release, for which everything holds that holds for the first, and not past the time of a charge. Only for the
    /// broker, and only after its release: it has checked the enclave, as it did the first one, so that no one signs a
    /// receipt to whom it would not have given the key. After the seal, the new enclave only opens.
    function handOver(JobId job, address fromEnclave, address enclave, uint64 claimRound) external;

    /// @notice Takes the present round as the consent round, because consent narrowed since the claim, or the consent
    /// round is too far back. Only for the operator, while the job can still be charged.
    /// @param consentRound The consent round that it replaces.
    function rerun(JobId job, uint64 claimRound, uint64 consentRound) external;

    /// @notice Ends a claim, because consent narrowed since the claim and no rerun is left. The budget, if it was
    /// spent, and the bond go back, and another may claim. A 64th of the bond is kept unless the operator had no
    /// choice: each rerun replaced a consent round after which something was narrowed, and so it is with that of now.
    /// The job fails, if the budget ledger does not give the budget back, or past its deadline. Only for the operator.
    function endNarrowed(JobId job, uint64 claimRound) external;

    /// @notice Ends a claim because dataset, version or policy are not in use, or the dataset was stopped since the
    /// release; where there was none, also because it was stopped since the claim, or its policy is replaced before the
    /// job could be finished. Nothing is kept. After a release, budget and job are as with {endNarrowed}. For the
    /// operator and the broker.
    function endNotInUse(JobId job, uint64 claimRound) external;

    /// @notice Ends a claim of a job that shares an amount of budget, because the job would draw something else than
    /// what was sealed first under that amount. Nothing is kept. Before the charge, budget and job are as with
    /// {endNarrowed}; after it the job fails, and the fee goes back. Only for the operator.
    /// @param charge_ What the job was charged, or before that, what its enclave would have it charged.
    function endDrawDiffers(JobId job, uint64 claimRound, Charge calldata charge_) external;

    /// @notice Ends a job after the release and before the seal; the bond goes to the researcher. Only for the
    /// operator.
    function abandon(JobId job, uint64 claimRound) external;

    /// @notice Ends a job that was not charged within the policy's jobTimeout of the release, or not sealed within
    /// {SEAL_GRACE} more. Anyone may call it.
    function fail(JobId job, uint64 claimRound) external;

    /// @notice Fixes the inputs of the job. Afterwards a revocation is too late for it. Only for the operator.
    function charge(JobId job, uint64 claimRound, Charge calldata charge_) external;

    /// @notice Commits a charged job of a private release to other shares of noise, because the enclave that had them
    /// is gone: the job was handed over since the charge. Nothing else of the charge changes but its moment, which may
    /// be later, and no budget is spent. What the former enclave made is of a charge that is no longer on record: no
    /// receipt for it is taken, and no opening key follows from it. At most {MAX_REDRAWS} times a job, and not past the
    /// time in which it may be charged. The gates that are asked at a charge are asked again. Only for the operator.
    /// @param previous The charge on record.
    /// @param noise Commitment to the new shares, which no charge of the job had before.
    function redraw(JobId job, uint64 claimRound, Charge calldata previous, bytes32 noise, uint64 moment) external;

    /// @notice Records the receipt and delivers the ciphertext, which no one can open yet. Anyone may deliver. Not
    /// before the charge's moment; also past its time, as long as the job has not failed. The first seal of a private
    /// release under an amount of budget fixes what all others under it draw.
    function seal(JobId job, Receipt calldata receipt, bytes calldata signature, bytes calldata ciphertext) external;

    /// @notice The same for a ciphertext of more than {MAX_CIPHERTEXT} bytes, once as many of the policy's archives as
    /// it asks for have signed that they hold it.
    /// @param held Signatures of {hashHeld}, by archives in ascending order.
    function sealByHash(JobId job, Receipt calldata receipt, bytes calldata signature, bytes[] calldata held) external;

    /// @notice Gives the key that opens the result to everyone, pays the fee and returns the bond; for a job that is
    /// withheld, the bond only. Anyone may call it.
    function open(JobId job, bytes32 key) external;

    /// @notice Ends the wait for the key, after the policy's openTimeout and {OPEN_GRACE}: the fee goes back, the bond
    /// stays until the job is opened. Anyone may call it.
    function withhold(JobId job, uint64 claimRound) external;

    /// @notice Appends a contest to the feeds. Only for a gate of the dataset that has the power to.
    /// @param job The job that it is about, which uses the dataset as its own or beside it; zero: none.
    function appendContest(DatasetId dataset, JobId job, bytes32 contest) external;

    /// @notice Pays out what a recipient did not take when it was sent.
    function withdraw(address payable to) external;

    /// @notice Value that a claim has to bring.
    function bond() external view returns (uint256);

    function registry() external view returns (address);

    function workers() external view returns (address);

    function budget() external view returns (address);

    /// @notice Longest parameters, in bytes.
    function MAX_PARAMETERS() external view returns (uint256);

    /// @notice Longest researcher's key, in bytes.
    function MAX_KEY() external view returns (uint256);

    /// @notice Longest ciphertext on chain, in bytes.
    function MAX_CIPHERTEXT() external view returns (uint256);

    /// @notice How often the noise of a job can be drawn again.
    function MAX_REDRAWS() external view returns (uint8);

    /// @notice Seconds after its time in which a charged job can be sealed and not failed.
    function SEAL_GRACE() external view returns (uint64);

    /// @notice Seconds after its time in which a sealed job can be opened and not withheld.
    function OPEN_GRACE() external view returns (uint64);

    /// @notice The code hashes of the libraries that the market links, when it was deployed. They are part of its own
    /// code, and so of its own code hash.
    function libraryCodes() external view returns (bytes32 steps, bytes32 ends);

    function jobOf(JobId id) external view returns (Job memory);

    function specOf(JobId id) external view returns (JobSpec memory);

    /// @notice The receipt recorded for a job; zero before the seal.
    function receiptOf(JobId id) external view returns (ReceiptId);

    /// @notice The key under which the budget ledger has the job's budget: the job's id, or that of its study's round.
    function budgetKeyOf(JobId id) external view returns (bytes32);

    /// @notice What private releases draw that share the job's budget; zero before the first is sealed. It is
    /// keccak256(abi.encode(spec, consentRoot, liveSubjects, noise, rhoTotal, deltaTotal)), where the specification's
    /// seat, nonce, fee, researcher and researcherKey are zero.
    function drawOf(JobId id) external view returns (bytes32);

    /// @notice What waits for {withdraw}.
    function owed(address account) external view returns (uint256);

    /// @notice What was kept of bonds. No one gets it.
    function burnt() external view returns (uint256);

    /// @notice Whether the broker refused this enclave for this job.
    function isRefused(JobId id, address enclave) external view returns (bool);

    /// @notice Until when an operator may not claim this job again, Unix seconds; zero: it may.
    function waitsUntil(JobId id, address operator) external view returns (uint64);

    /// @notice How many entries the feed of a dataset has, or with zero that of all datasets, and the head of their
    /// chain.
    /// @dev head = bytes24(keccak256(abi.encode(head before, number, kind, dataset, job, subject, block number))); zero
    /// at first.
    function feedOf(DatasetId dataset) external view returns (uint64 count, bytes24 head);

    function jobId(JobSpec calldata spec_) external view returns (JobId);

    /// @notice The digest that the custodian signs.
    function hashApproval(JobId id, uint64 expiry) external view returns (bytes32 digest);

    /// @notice The digest that the enclave signs.
    function hashReceipt(Receipt calldata receipt) external view returns (ReceiptId digest);

    /// @notice The digest that an archive signs.
    function hashHeld(JobId id, bytes32 ciphertext, uint64 size) external view returns (bytes32 digest);

    /// @notice The struct hash of a charge, as the record has it.
    function hashCharge(Charge calldata charge_) external pure returns (bytes32);
}
