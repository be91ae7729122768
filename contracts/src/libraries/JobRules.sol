// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {LibBytes} from "solady/src/utils/LibBytes.sol";
import {LibCall} from "solady/src/utils/LibCall.sol";

import {IConsentLedger} from "../interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "../interfaces/IDatasetRegistry.sol";
import {IGate} from "../interfaces/IGate.sol";
import {IJobMarket} from "../interfaces/IJobMarket.sol";
import {IWorkerRegistry} from "../interfaces/IWorkerRegistry.sol";
import {DatasetId, JobId, StudyId} from "../interfaces/Ids.sol";
import {Conditions} from "./Conditions.sol";
import {Gates} from "./Gates.sol";
import {TypedHashes} from "./TypedHashes.sol";
import {Vocabulary} from "./Vocabulary.sol";

/// @title What has to hold before a job goes on
/// @dev Used by {JobSteps} and {JobEnds}. The rules change nothing of a job; gates are asked here.
library JobRules {
    using Gates for bytes32;
    using TypedHashes for *;

    /// @dev Gas of a gate that is asked when a job fails, whatever it does with it.
    uint256 internal constant FAIL_GAS = 200_000;

    /// @dev Length of an encoded {IGate-Answer}, and where its `excuse` is.
    uint16 private constant ANSWER_BYTES = 160;
    uint256 private constant EXCUSE_OFFSET = 96;

    /// @notice That a specification makes sense, and that the policy that it names lets it through. Consent and budget
    /// are judged later.
    function checkPost(IDatasetRegistry registry, IJobMarket.JobSpec calldata spec) internal view {
        _checkFields(spec);
        registry.requireInUse(spec.dataset, spec.datasetVersion, spec.policyVersion);
        IDatasetRegistry.Terms memory terms = registry.termsOf(spec.dataset, spec.policyVersion);
        if (terms.purposes >> spec.purpose & 1 == 0) revert IJobMarket.JobPolicyRefuses(IJobMarket.Rule.Purpose);
        if (terms.kinds >> spec.kind & 1 == 0) revert IJobMarket.JobPolicyRefuses(IJobMarket.Rule.Kind);
        if (!Conditions.allows(terms.conditions, spec.recipient)) {
            revert IJobMarket.JobPolicyRefuses(IJobMarket.Rule.Recipient);
        }
        if (spec.rho == 0 && !terms.allowExact) revert IJobMarket.JobPolicyRefuses(IJobMarket.Rule.Exact);
        if (spec.rho != 0 && !terms.allowPrivate) revert IJobMarket.JobPolicyRefuses(IJobMarket.Rule.Private);
        // Reviewers' signatures are not collected in this version, and their rule must not be passed over.
        if (terms.review == IDatasetRegistry.Review.Reviewers) {
            revert IJobMarket.JobPolicyRefuses(IJobMarket.Rule.Review);
        }
        if (!registry.acceptsProgram(spec.dataset, spec.policyVersion, spec.program)) {
            revert IJobMarket.JobPolicyRefuses(IJobMarket.Rule.Program);
        }
        if (!registry.isSpender(spec.dataset, address(this))) {
            revert IJobMarket.JobPolicyRefuses(IJobMarket.Rule.Spender);
        }
        if (spec.fee < terms.price) revert IJobMarket.JobFeeBelowPrice(spec.fee, terms.price);
        if (DatasetId.unwrap(spec.asset) != 0) _checkAsset(registry, spec);
    }

    /// @notice That everything that a job names is in use now.
    function requireInUse(IDatasetRegistry registry, IJobMarket.JobSpec storage spec) internal view {
        registry.requireInUse(spec.dataset, spec.datasetVersion, spec.policyVersion);
        if (DatasetId.unwrap(spec.asset) != 0) {
            registry.requireInUse(spec.asset, spec.assetVersion, spec.assetPolicyVersion);
        }
    }

    /// @notice The terms of a job's policy version.
    function termsOf(IDatasetRegistry registry, IJobMarket.JobSpec storage spec)
        internal
        view
        returns (IDatasetRegistry.Terms memory)
    {
        return registry.termsOf(spec.dataset, spec.policyVersion);
    }

    /// @notice Whether another policy is announced for a time until which the job needs its own.
    function isReplaced(IDatasetRegistry registry, IJobMarket.JobSpec storage spec, uint256 until)
        internal
        view
        returns (bool)
    {
        return _pendingBy(registry, spec.dataset, until) != 0
            || (DatasetId.unwrap(spec.asset) != 0 && _pendingBy(registry, spec.asset, until) != 0);
    }

    /// @notice That everything that a job names is in use now, and no other policy is announced for a time until which
    /// the job needs its own.
    function requireUsable(IDatasetRegistry registry, JobId id, IJobMarket.JobSpec storage spec, uint256 until)
        internal
        view
    {
        requireInUse(registry, spec);
        _requireStays(registry, id, spec.dataset, until);
        if (DatasetId.unwrap(spec.asset) != 0) _requireStays(registry, id, spec.asset, until);
    }

    /// @notice Asks the gates of a job's dataset, and those of its asset's, which may only refuse; and says whether
    /// there was one. What was looked at before may be otherwise afterwards, as a gate does what it likes when it is
    /// asked.
    function ask(
        IDatasetRegistry registry,
        JobId id,
        IJobMarket.JobSpec storage spec,
        IGate.Moment moment,
        bytes memory data
    ) internal returns (IGate.Answer memory answer, bool asked) {
        IGate.Question memory question;
        bytes32[] memory words = registry.gatesOf(spec.dataset, spec.policyVersion);
        for (uint256 i = 0; i < words.length; ++i) {
            if (!words[i].isAskedAt(moment)) continue;
            asked = true;
            question = _question(id, spec, spec.dataset, moment, data);
            _merge(question, words[i].powers(), words[i].gate(), answer);
        }
        if (DatasetId.unwrap(spec.asset) == 0) return (answer, asked);
        words = registry.gatesOf(spec.asset, spec.assetPolicyVersion);
        for (uint256 i = 0; i < words.length; ++i) {
            if (!words[i].isAskedAt(moment)) continue;
            asked = true;
            question = _question(id, spec, spec.asset, moment, data);
            _merge(question, Gates.REFUSE, words[i].gate(), answer);
        }
    }

    /// @notice Asks the gates of a job that fails whether they excuse its operator. They cannot stop it, and each has a
    /// bounded amount of gas, which the caller has to bring.
    function isExcused(IDatasetRegistry registry, JobId id, IJobMarket.JobSpec storage spec, IJobMarket.Failure why)
        internal
        returns (bool excused)
    {
        bytes32[] memory words = registry.gatesOf(spec.dataset, spec.policyVersion);
        for (uint256 i = 0; i < words.length; ++i) {
            if (!words[i].isAskedAt(IGate.Moment.Fail)) continue;
            IGate.Question memory question = _question(id, spec, spec.dataset, IGate.Moment.Fail, abi.encode(why));
            bool answer = _excuses(words[i].gate(), abi.encodeCall(IGate.ask, (question)));
            if (answer && words[i].has(Gates.EXCUSE)) excused = true;
        }
    }

    /// @notice That an enclave is attested, the operator's, and accepted by the job's policy, and that of its asset.
    function judge(
        IDatasetRegistry registry,
        IWorkerRegistry workers,
        JobId id,
        IJobMarket.JobSpec storage spec,
        address enclave,
        address operator
    ) internal returns (IWorkerRegistry.Judgement memory worker) {
        worker = workers.judge(enclave);
        if (operator != worker.operator) revert IJobMarket.JobNotOperator(id, operator);
        bool accepted = registry.acceptsWorker(spec.dataset, spec.policyVersion, worker.measurement, worker.trustRoot);
        if (accepted && DatasetId.unwrap(spec.asset) != 0) {
            accepted = registry.acceptsWorker(spec.asset, spec.assetPolicyVersion, worker.measurement, worker.trustRoot);
        }
        if (!accepted) revert IJobMarket.JobWorkerNotAccepted(enclave, worker.measurement, worker.trustRoot);
    }

    /// @notice That a charge is what the job may be charged, for the consent that this claim fixed, and that this is
    /// fresh and still stands.
    function checkCharge(
        IDatasetRegistry registry,
        JobId id,
        IJobMarket.Job storage record,
        IJobMarket.JobSpec storage spec,
        IDatasetRegistry.Terms memory terms,
        IJobMarket.Charge calldata charge
    ) internal {
        if (charge.inputs == 0) {
            revert IJobMarket.JobChargeInvalid(IJobMarket.ChargeField.Inputs);
        }
        if (charge.consentRoot == 0) revert IJobMarket.JobChargeInvalid(IJobMarket.ChargeField.ConsentRoot);
        if (charge.rho != spec.rho) revert IJobMarket.JobChargeInvalid(IJobMarket.ChargeField.Rho);
        if (charge.delta != spec.delta) revert IJobMarket.JobChargeInvalid(IJobMarket.ChargeField.Delta);
        if (charge.moment == 0) revert IJobMarket.JobChargeInvalid(IJobMarket.ChargeField.Moment);
        // Noise that no enclave committed to could be drawn again and again.
        bool isNoisy = charge.noise != 0;
        if (spec.release != IJobMarket.Release.Part && isNoisy != (spec.release == IJobMarket.Release.Private)) {
            revert IJobMarket.JobChargeInvalid(IJobMarket.ChargeField.Noise);
        }
        uint64 round = record.consentRound;
        if (charge.consentRound != round) revert IJobMarket.JobConsentRoundWrong(id, charge.consentRound, round);
        // The state of a round is known once the round is over.
        if (block.number <= round) revert IJobMarket.JobChargeInvalid(IJobMarket.ChargeField.ConsentRound);
        requireCurrent(registry, id, spec, round, terms.maxConsentAge);
        if (charge.liveSubjects < terms.minCohort) {
            revert IJobMarket.JobCohortBelowMinimum(id, charge.liveSubjects, terms.minCohort);
        }
    }

    /// @notice That the caller may withdraw an approval: the dataset's custodian, or a gate of the job that may
    /// approve; and whether it is the custodian.
    function requireApprover(IDatasetRegistry registry, JobId id, IJobMarket.JobSpec storage spec)
        internal
        view
        returns (bool isCustodian)
    {
        if (msg.sender == registry.custodianOf(spec.dataset)) return true;
        bytes32[] memory words = registry.gatesOf(spec.dataset, spec.policyVersion);
        for (uint256 i = 0; i < words.length; ++i) {
            if (address(words[i].gate()) == msg.sender && words[i].has(Gates.APPROVE)) return false;
        }
        revert IJobMarket.JobNotCustodian(id, msg.sender);
    }

    /// @notice What a private release draws, for jobs that share an amount of budget: the answer to one question about
    /// the same people with the same noise is one release, however many enclaves give it.
    /// @dev It holds all that picks people, question or noise: the specification but for which seat it is, who pays how
    /// much, and who reads it; whose consent counts, how many they are, and by which totals limits were judged.
    function drawOf(IJobMarket.Job storage record, IJobMarket.JobSpec storage spec, IJobMarket.Charge calldata charge)
        internal
        view
        returns (bytes32)
    {
        IJobMarket.JobSpec memory question = spec;
        (question.seat, question.nonce, question.fee) = (0, 0, 0);
        (question.researcher, question.researcherKey) = (address(0), 0);
        return keccak256(
            abi.encode(
                question, charge.consentRoot, charge.liveSubjects, charge.noise, record.rhoTotal, record.deltaTotal
            )
        );
    }

    /// @notice Whether a job's release is a draw that others make, too.
    function sharesDraw(IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) internal view returns (bool) {
        return record.shared && spec.release == IJobMarket.Release.Private;
    }

    /// @notice That a receipt is of this job, its charge and its enclave, which signed it.
    /// @param digest The receipt's, under the market's domain.
    function checkReceipt(
        IWorkerRegistry workers,
        JobId id,
        IJobMarket.Job storage record,
        IJobMarket.Receipt calldata receipt,
        bytes32 digest,
        bytes calldata signature
    ) internal view {
        address enclave = record.enclave;
        if (
            receipt.job != JobId.unwrap(id) || receipt.charge.hash() != record.charge || receipt.enclave != enclave
                || receipt.quote != record.quote || receipt.measurement != workers.measurementOf(enclave)
                || receipt.opening == 0
        ) revert IJobMarket.JobReceiptMismatch(id);
        (address signer,,) = ECDSA.tryRecoverCalldata(digest, signature);
        if (signer != enclave) revert IJobMarket.JobReceiptSignature(id, enclave);
    }

    /// @notice That enough archives of the job's policy have signed.
    /// @param digest What they sign.
    /// @param held Their signatures, in ascending order of the archives.
    function checkHeld(
        IDatasetRegistry registry,
        JobId id,
        IJobMarket.JobSpec storage spec,
        bytes32 digest,
        bytes[] calldata held
    ) internal view returns (address[] memory signers) {
        (address[] memory archives, uint8 needed) = registry.archivesOf(spec.dataset, spec.policyVersion);
        if (needed == 0 || held.length < needed) revert IJobMarket.JobArchives(id, held.length, needed);
        signers = new address[](held.length);
        uint256 next = 0;
        for (uint256 i = 0; i < held.length; ++i) {
            (signers[i],,) = ECDSA.tryRecoverCalldata(digest, held[i]);
            // Both lists ascend, so one walk finds every signer, and none twice.
            while (next < archives.length && archives[next] != signers[i]) ++next;
            if (next == archives.length) revert IJobMarket.JobArchives(id, i, needed);
            ++next;
        }
    }

    /// @notice For which reason that is public on chain a claim may end after its release and before its charge, if for
    /// any: the dataset is not in use, or consent was narrowed and no rerun is left; and whether the operator had no
    /// choice, see {isForced}.
    function publicReason(
        IDatasetRegistry registry,
        IJobMarket.Job storage record,
        IJobMarket.JobSpec storage spec,
        uint8 maxReruns
    ) internal returns (bool there, IJobMarket.Failure why, bool forced) {
        if (wasOutOfUse(registry, spec, record.releasedAt)) {
            return (true, IJobMarket.Failure.NotInUse, true);
        }
        if (record.reruns < maxReruns) return (false, why, false);
        uint64 narrowed = lastNarrowed(registry, spec);
        if (isNarrowed(record, narrowed)) return (true, IJobMarket.Failure.Narrowed, isForced(record, narrowed));
    }

    /// @notice Whether something that a job names is not in use, or was stopped since a time. A stop counts when it is
    /// over, too, or a custodian could keep a worker from charging and from ending its claim, in turns.
    function wasOutOfUse(IDatasetRegistry registry, IJobMarket.JobSpec storage spec, uint64 since)
        internal
        view
        returns (bool)
    {
        return _wasOutOfUse(registry, spec.dataset, spec.datasetVersion, spec.policyVersion, since)
            || (DatasetId.unwrap(spec.asset) != 0
                && _wasOutOfUse(registry, spec.asset, spec.assetVersion, spec.assetPolicyVersion, since));
    }

    /// @notice Whether consent was narrowed since the claim, or since the consent round, which is earlier where a gate
    /// fixed it.
    /// @param narrowed See {lastNarrowed}.
    function isNarrowed(IJobMarket.Job storage record, uint64 narrowed) internal view returns (bool) {
        return narrowed > record.claimRound || narrowed > record.consentRound;
    }

    /// @notice Whether the operator of a claim whose consent was narrowed had no choice: each rerun replaced a consent
    /// round that could not be charged for, because of a narrowing after it, and that of now cannot either.
    /// @param narrowed See {lastNarrowed}.
    function isForced(IJobMarket.Job storage record, uint64 narrowed) internal view returns (bool) {
        return !record.unforced && narrowed > record.consentRound;
    }

    /// @notice That the consent of a round can be charged for now.
    function requireCurrent(
        IDatasetRegistry registry,
        JobId id,
        IJobMarket.JobSpec storage spec,
        uint64 round,
        uint32 maxConsentAge
    ) internal {
        if (block.number - round > maxConsentAge) {
            revert IJobMarket.JobConsentTooOld(id, round, maxConsentAge);
        }
        uint64 narrowed = lastNarrowed(registry, spec);
        if (narrowed > round) revert IJobMarket.JobConsentNarrowed(id, round, narrowed);
    }

    /// @notice Block number of the last narrowing. It goes on record, so that a day on which grants end counts from the
    /// first claim, rerun or charge on it.
    function lastNarrowed(IDatasetRegistry registry, IJobMarket.JobSpec storage spec) internal returns (uint64) {
        return IConsentLedger(registry.ledgerOf(spec.dataset)).recordNarrowed();
    }

    /// @dev Fields that have to make sense under any policy.
    function _checkFields(IJobMarket.JobSpec calldata spec) private pure {
        if (spec.kind > 15 || Vocabulary.KINDS >> spec.kind & 1 == 0) _invalid(IJobMarket.SpecField.Kind);
        if (spec.purpose > 31 || Vocabulary.PURPOSES >> spec.purpose & 1 == 0) _invalid(IJobMarket.SpecField.Purpose);
        if (spec.recipient >= Conditions.RECIPIENTS) _invalid(IJobMarket.SpecField.Recipient);
        if (spec.release != IJobMarket.Release.Part && (spec.release == IJobMarket.Release.Exact) != (spec.rho == 0)) {
            _invalid(IJobMarket.SpecField.Rho);
        }
        if (spec.rho == 0 && spec.delta != 0) _invalid(IJobMarket.SpecField.Delta);
        bool named = DatasetId.unwrap(spec.asset) != 0;
        if (
            named != (spec.assetVersion != 0) || named != (spec.assetPolicyVersion != 0)
                || (named && DatasetId.unwrap(spec.asset) == DatasetId.unwrap(spec.dataset))
        ) _invalid(IJobMarket.SpecField.Asset);
        if (StudyId.unwrap(spec.study) == 0) {
            if (spec.seat != 0 || spec.round != 0) _invalid(IJobMarket.SpecField.Seat);
            if (spec.release == IJobMarket.Release.Part) _invalid(IJobMarket.SpecField.Release);
        }
    }

    function _invalid(IJobMarket.SpecField field) private pure {
        revert IJobMarket.JobSpecInvalid(field);
    }

    /// @dev That the asset is in use, and that its own policy allows what the job is for.
    function _checkAsset(IDatasetRegistry registry, IJobMarket.JobSpec calldata spec) private view {
        registry.requireInUse(spec.asset, spec.assetVersion, spec.assetPolicyVersion);
        IDatasetRegistry.Terms memory terms = registry.termsOf(spec.asset, spec.assetPolicyVersion);
        if (
            terms.purposes >> spec.purpose & 1 == 0 || terms.kinds >> spec.kind & 1 == 0
                || !Conditions.allows(terms.conditions, spec.recipient)
                || !(spec.rho == 0 ? terms.allowExact : terms.allowPrivate)
                || terms.review == IDatasetRegistry.Review.Reviewers
                || !registry.acceptsProgram(spec.asset, spec.assetPolicyVersion, spec.program)
        ) revert IJobMarket.JobPolicyRefuses(IJobMarket.Rule.Asset);
    }

    function _requireStays(IDatasetRegistry registry, JobId id, DatasetId dataset, uint256 until) private view {
        uint64 from = _pendingBy(registry, dataset, until);
        if (from != 0) revert IJobMarket.JobPolicyEnds(id, from);
    }

    /// @dev When another policy takes effect, if it does by then; else zero.
    function _pendingBy(IDatasetRegistry registry, DatasetId dataset, uint256 until)
        private
        view
        returns (uint64 from)
    {
        from = registry.pendingFrom(dataset);
        if (from > until) from = 0;
    }

    function _wasOutOfUse(IDatasetRegistry registry, DatasetId id, uint32 version, uint32 policyVersion, uint64 since)
        private
        view
        returns (bool)
    {
        return !registry.inUse(id, version, policyVersion) || registry.stoppedAt(id) >= since;
    }

    function _question(
        JobId id,
        IJobMarket.JobSpec storage spec,
        DatasetId dataset,
        IGate.Moment moment,
        bytes memory data
    ) private view returns (IGate.Question memory) {
        return IGate.Question({moment: moment, dataset: dataset, job: id, spec: spec, caller: msg.sender, data: data});
    }

    /// @dev Asks one gate, holds its answer against its powers at that moment, and adds it to those of the others.
    function _merge(IGate.Question memory question, uint16 powers, IGate gate, IGate.Answer memory all) private {
        IGate.Answer memory one = gate.ask(question);
        powers &= _powersAt(question.moment);
        if (StudyId.unwrap(question.spec.study) == 0) powers &= ~Gates.OF_STUDIES;
        bool exceeds = (one.approve && powers & Gates.APPROVE == 0) || one.excuse;
        if (one.consentRound != 0) {
            exceeds = exceeds || powers & Gates.CONSENT_ROUND == 0 || one.consentRound > block.number
                || (all.consentRound != 0 && all.consentRound != one.consentRound);
        }
        if (one.broker != address(0)) {
            exceeds = exceeds || powers & Gates.BROKER == 0 || (all.broker != address(0) && all.broker != one.broker);
        }
        if (one.budgetKey != 0) {
            exceeds = exceeds || powers & Gates.BUDGET_KEY == 0 || one.budgetKey != _studyKey(question.spec);
        }
        if (exceeds) revert IJobMarket.JobGateExceeds(question.job, address(gate));
        all.approve = all.approve || one.approve;
        if (one.consentRound != 0) all.consentRound = one.consentRound;
        if (one.broker != address(0)) all.broker = one.broker;
        if (one.budgetKey != 0) all.budgetKey = one.budgetKey;
    }

    /// @dev As {Jobs-budgetKey} has it.
    function _studyKey(IJobMarket.JobSpec memory spec) private pure returns (bytes32) {
        return keccak256(abi.encode(spec.study, spec.round, spec.dataset));
    }

    /// @dev The powers that count at a moment.
    function _powersAt(IGate.Moment moment) private pure returns (uint16) {
        if (moment == IGate.Moment.Post || moment == IGate.Moment.Approve) return Gates.APPROVE;
        if (moment == IGate.Moment.Claim) return Gates.CONSENT_ROUND | Gates.BROKER;
        if (moment == IGate.Moment.Rerun) return Gates.CONSENT_ROUND;
        if (moment == IGate.Moment.Release) return Gates.BUDGET_KEY;
        return 0;
    }

    /// @dev Calls a gate with bounded gas and reads one word of what it returns, however much that is.
    function _excuses(IGate gate, bytes memory call_) private returns (bool) {
        // A 64th of the gas stays behind with every call.
        uint256 needed = FAIL_GAS + FAIL_GAS / 32 + 10_000;
        if (gasleft() < needed) revert IJobMarket.JobGasTooLow(gasleft(), needed);
        (bool done,, bytes memory answer) = LibCall.tryCall(address(gate), 0, FAIL_GAS, ANSWER_BYTES, call_);
        return done && answer.length == ANSWER_BYTES && uint256(LibBytes.load(answer, EXCUSE_OFFSET)) == 1;
    }
}
