// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {IDatasetRegistry} from "./interfaces/IDatasetRegistry.sol";
import {IGate} from "./interfaces/IGate.sol";
import {DatasetId, JobId, StudyId} from "./interfaces/Ids.sol";
import {IJobMarket} from "./interfaces/IJobMarket.sol";
import {IWorkerRegistry} from "./interfaces/IWorkerRegistry.sol";
import {JobRules} from "./libraries/JobRules.sol";
import {Jobs} from "./libraries/Jobs.sol";
import {TypedHashes} from "./libraries/TypedHashes.sol";

/// @title The steps that take a job on, from the post to the charge
/// @dev Code of {JobMarket}, which links and guards it: every call comes from there and runs on its storage. Promises
/// are in {IJobMarket}.
library JobSteps {
    using Jobs for Jobs.Store;
    using TypedHashes for *;

    /// @dev See {IJobMarket-MAX_REDRAWS}. Each redraw is a result that someone may have seen who has the keys of a
    /// broker and of an enclave.
    uint8 internal constant MAX_REDRAWS = 3;

    function post(
        Jobs.Store storage store,
        Jobs.Network memory net,
        JobId id,
        IJobMarket.JobSpec calldata spec,
        bytes calldata parameters,
        bytes calldata researcherKey
    ) external {
        IJobMarket.Job storage record = store.jobs[id];
        if (record.state != IJobMarket.State.None) revert IJobMarket.JobExists(id);
        if (msg.sender != spec.researcher) revert IJobMarket.JobNotResearcher(id, msg.sender);
        if (msg.value != spec.fee) revert IJobMarket.JobFeeWrong(msg.value, spec.fee);
        if (keccak256(parameters) != spec.parameters) {
            revert IJobMarket.JobParametersMismatch(keccak256(parameters), spec.parameters);
        }
        if (keccak256(researcherKey) != spec.researcherKey) {
            revert IJobMarket.JobResearcherKeyMismatch(keccak256(researcherKey), spec.researcherKey);
        }
        if (block.timestamp > spec.deadline) revert IJobMarket.JobDeadlinePassed(spec.deadline);
        JobRules.checkPost(net.registry, spec);

        record.state = IJobMarket.State.Posted;
        IJobMarket.JobSpec storage stored = store.specs[id];
        _store(stored, spec);
        emit IJobMarket.JobPosted(id, spec.dataset, spec.researcher, spec, parameters, researcherKey);
        store.appendBoth(spec.dataset, spec.asset, id, IJobMarket.FeedKind.Post, 0);
        (IGate.Answer memory answer,) = JobRules.ask(net.registry, id, stored, IGate.Moment.Post, "");
        if (answer.approve) {
            _askApproval(net, id, stored, spec.deadline);
            _approve(id, record, spec.deadline);
            if (StudyId.unwrap(spec.study) != 0) store.keepUse(stored);
        } else if (StudyId.unwrap(spec.study) != 0) {
            revert IJobMarket.JobSpecInvalid(IJobMarket.SpecField.Study);
        } else if (spec.extension != 0) {
            revert IJobMarket.JobSpecInvalid(IJobMarket.SpecField.Extension);
        }
    }

    /// @param digest What the custodian signs.
    function approve(
        Jobs.Store storage store,
        Jobs.Network memory net,
        JobId id,
        uint64 expiry,
        bytes32 digest,
        bytes calldata signature
    ) external {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.unclaimed(id);
        if (block.timestamp > spec.deadline) revert IJobMarket.JobDeadlinePassed(spec.deadline);
        if (block.timestamp > expiry) revert IJobMarket.JobApprovalExpired(id, expiry);
        JobRules.requireInUse(net.registry, spec);
        uint64 until = expiry;
        if (_askApproval(net, id, spec, expiry) && !store.needsCustodian[id]) {
            // The caller picked the time, who is no one in particular.
            if (until > spec.deadline) until = spec.deadline;
        } else {
            address custodian = net.registry.custodianOf(spec.dataset);
            if (!SignatureChecker.isValidSignatureNow(custodian, digest, signature)) {
                revert IJobMarket.JobApprovalSignature(id);
            }
            if (store.needsCustodian[id]) store.needsCustodian[id] = false;
        }
        if (until <= record.approvedUntil) revert IJobMarket.JobApprovalNotNewer(id, until, record.approvedUntil);
        _approve(id, record, until);
    }

    function claim(Jobs.Store storage store, Jobs.Network memory net, JobId id, address enclave) external {
        IJobMarket.Job storage record = store.inState(id, IJobMarket.State.Approved);
        IJobMarket.JobSpec storage spec = store.specs[id];
        if (msg.value != net.bond) revert IJobMarket.JobBondWrong(msg.value, net.bond);
        if (block.timestamp > spec.deadline) revert IJobMarket.JobDeadlinePassed(spec.deadline);
        if (block.timestamp > record.approvedUntil) {
            revert IJobMarket.JobApprovalExpired(id, record.approvedUntil);
        }
        uint64 barred = store.barredUntil[id][msg.sender];
        if (block.timestamp <= barred) revert IJobMarket.JobOperatorWaits(id, msg.sender, barred);
        IDatasetRegistry.Terms memory terms = JobRules.termsOf(net.registry, spec);
        uint256 until = block.timestamp + terms.claimTimeout + terms.jobTimeout;
        JobRules.requireUsable(net.registry, id, spec, until);
        (IGate.Answer memory answer, bool asked) =
            JobRules.ask(net.registry, id, spec, IGate.Moment.Claim, abi.encode(enclave));
        if (asked) JobRules.requireUsable(net.registry, id, spec, until);
        IWorkerRegistry.Judgement memory worker = _judge(store, net, id, enclave, msg.sender);

        uint64 round = uint64(block.number);
        uint64 consentRound = answer.consentRound == 0 ? round : answer.consentRound;
        _requireFit(store, net, id, spec, consentRound, terms.maxConsentAge);
        record.state = IJobMarket.State.Claimed;
        record.claimRound = round;
        record.enclave = enclave;
        record.operator = msg.sender;
        record.consentRound = consentRound;
        record.claimedAt = uint64(block.timestamp);
        record.quote = worker.quote;
        if (answer.broker != address(0)) record.seatBroker = answer.broker;
        emit IJobMarket.JobClaimed(id, enclave, msg.sender, round, consentRound, worker.quote);
    }

    function recordRelease(
        Jobs.Store storage store,
        Jobs.Network memory net,
        JobId id,
        address enclave,
        uint64 claimRound,
        uint64 rhoMost,
        uint64 deltaMost
    ) external {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.claimed(id, claimRound, false);
        Jobs.requireBroker(net.registry, id, record, spec);
        if (enclave != record.enclave) revert IJobMarket.JobClaimMismatch(id, record.enclave, claimRound);
        IDatasetRegistry.Terms memory terms = JobRules.termsOf(net.registry, spec);
        if (Jobs.lapsed(record, spec, terms.claimTimeout)) revert IJobMarket.JobClaimLapsed(id);
        IGate.Answer memory answer = _askRelease(net, id, record, spec, terms, enclave);
        net.workers.judge(enclave);

        record.releasedAt = uint64(block.timestamp);
        if (answer.budgetKey != 0) record.shared = true;
        (uint64 rhoTotal, uint64 deltaTotal) = net.budget
            .spend(
                spec.dataset, Jobs.budgetKey(id, record, spec), JobId.unwrap(id), spec.researcher, spec.rho, spec.delta
            );
        if (rhoTotal > rhoMost || deltaTotal > deltaMost) revert IJobMarket.JobTotalAbove(id, rhoTotal, deltaTotal);
        record.rhoTotal = rhoTotal;
        if (deltaTotal != 0) record.deltaTotal = deltaTotal;
        emit IJobMarket.KeyReleased(id, enclave, claimRound, uint64(block.timestamp) + terms.jobTimeout);
    }

    function handOver(
        Jobs.Store storage store,
        Jobs.Network memory net,
        JobId id,
        address fromEnclave,
        address enclave,
        uint64 claimRound
    ) external {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.inClaim(id, claimRound);
        IJobMarket.State state = record.state;
        bool isSealed = state == IJobMarket.State.Sealed || state == IJobMarket.State.Withheld;
        if (!isSealed && state != IJobMarket.State.Claimed && state != IJobMarket.State.Charged) {
            revert IJobMarket.JobWrongState(id, state);
        }
        Jobs.requireBroker(net.registry, id, record, spec);
        if (record.releasedAt == 0) revert IJobMarket.JobNotReleased(id);
        // After the charge the result is owed; before it, this is one more release.
        if (state == IJobMarket.State.Claimed) {
            _askRelease(net, id, record, spec, JobRules.termsOf(net.registry, spec), enclave);
        }
        address from = record.opener == address(0) ? record.enclave : record.opener;
        if (fromEnclave != from) revert IJobMarket.JobClaimMismatch(id, from, claimRound);
        IWorkerRegistry.Judgement memory worker = _judge(store, net, id, enclave, record.operator);
        if (isSealed) {
            record.opener = enclave;
        } else {
            record.enclave = enclave;
            record.quote = worker.quote;
            if (state == IJobMarket.State.Charged) {
                _recordJudgement(record, worker);
                if (enclave != from) record.isShareLost = true;
            }
        }
        emit IJobMarket.JobHandedOver(id, from, enclave, worker.quote);
    }

    function rerun(Jobs.Store storage store, Jobs.Network memory net, JobId id, uint64 claimRound, uint64 consentRound)
        external
    {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.inClaim(id, claimRound);
        if (record.state != IJobMarket.State.Claimed) revert IJobMarket.JobWrongState(id, record.state);
        Jobs.requireOperator(id, record);
        uint64 before = record.consentRound;
        if (consentRound != before) revert IJobMarket.JobConsentRoundWrong(id, consentRound, before);
        IDatasetRegistry.Terms memory terms = JobRules.termsOf(net.registry, spec);
        bool isTooOld = block.number - before > terms.maxConsentAge;
        uint64 narrowed = JobRules.lastNarrowed(net.registry, spec);
        if (before == block.number || (!isTooOld && !JobRules.isNarrowed(record, narrowed))) {
            revert IJobMarket.JobRerunNotNeeded(id);
        }
        if (record.reruns >= terms.maxReruns) revert IJobMarket.JobRerunsExhausted(id, terms.maxReruns);
        // Past its time a job cannot be charged, and reruns that are used up would only excuse.
        if (record.releasedAt != 0) _requireInTime(id, record, terms);
        (IGate.Answer memory answer,) = JobRules.ask(net.registry, id, spec, IGate.Moment.Rerun, "");
        uint64 next = answer.consentRound;
        if (next == 0) next = uint64(block.number);
        else _requireFit(store, net, id, spec, next, terms.maxConsentAge);
        if (narrowed <= before) record.unforced = true;
        record.consentRound = next;
        emit IJobMarket.JobRerun(id, ++record.reruns, next);
    }

    function charge(
        Jobs.Store storage store,
        Jobs.Network memory net,
        JobId id,
        uint64 claimRound,
        IJobMarket.Charge calldata charge_
    ) external {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.claimed(id, claimRound, true);
        Jobs.requireOperator(id, record);
        JobRules.requireInUse(net.registry, spec);
        IDatasetRegistry.Terms memory terms = JobRules.termsOf(net.registry, spec);
        _requireInTime(id, record, terms);
        JobRules.checkCharge(net.registry, id, record, spec, terms, charge_);
        if (JobRules.sharesDraw(record, spec)) {
            // The charge is its operator's word, which fixes nothing for others.
            bytes32 draw = JobRules.drawOf(record, spec, charge_);
            bytes32 first = store.draws[Jobs.budgetKey(id, record, spec)];
            if (first != 0 && first != draw) revert IJobMarket.JobDrawDiffers(id, draw, first);
        }
        (, bool asked) = JobRules.ask(net.registry, id, spec, IGate.Moment.Charge, abi.encode(charge_));
        if (asked) {
            JobRules.requireInUse(net.registry, spec);
            JobRules.requireCurrent(net.registry, id, spec, charge_.consentRound, terms.maxConsentAge);
        }
        _recordCharge(net, id, record, charge_);
        record.state = IJobMarket.State.Charged;
        record.liveSubjects = charge_.liveSubjects;
        net.budget.settle(spec.dataset, Jobs.budgetKey(id, record, spec), JobId.unwrap(id));
    }

    function redraw(
        Jobs.Store storage store,
        Jobs.Network memory net,
        JobId id,
        uint64 claimRound,
        IJobMarket.Charge calldata previous,
        bytes32 noise,
        uint64 moment
    ) external {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.inClaim(id, claimRound);
        if (record.state != IJobMarket.State.Charged) revert IJobMarket.JobWrongState(id, record.state);
        Jobs.requireOperator(id, record);
        if (previous.hash() != record.charge) revert IJobMarket.JobChargeMismatch(id);
        if (!record.isShareLost || spec.release != IJobMarket.Release.Private) {
            revert IJobMarket.JobRedrawNotNeeded(id);
        }
        if (JobRules.sharesDraw(record, spec)) revert IJobMarket.JobDrawShared(id);
        if (record.redraws >= MAX_REDRAWS) revert IJobMarket.JobRedrawsExhausted(id, MAX_REDRAWS);
        _requireInTime(id, record, JobRules.termsOf(net.registry, spec));
        // An earlier draw is back on record with its commitment, and could be chosen among those that were seen.
        store.replaced[id][previous.noise] = true;
        if (noise == 0 || store.replaced[id][noise]) {
            revert IJobMarket.JobChargeInvalid(IJobMarket.ChargeField.Noise);
        }
        if (moment < previous.moment) revert IJobMarket.JobChargeInvalid(IJobMarket.ChargeField.Moment);

        IJobMarket.Charge memory next = previous;
        (next.noise, next.moment) = (noise, moment);
        uint64 first = record.firstChargeRound == 0 ? record.chargeRound : record.firstChargeRound;
        JobRules.ask(net.registry, id, spec, IGate.Moment.Charge, abi.encode(next));
        _recordCharge(net, id, record, next);
        record.firstChargeRound = first;
        ++record.redraws;
        record.isShareLost = false;
    }

    /// @dev Asks every gate whether a job may be approved, and says whether one of them approves it. There is no way to
    /// an approval around it.
    function _askApproval(Jobs.Network memory net, JobId id, IJobMarket.JobSpec storage spec, uint64 expiry)
        private
        returns (bool)
    {
        (IGate.Answer memory answer,) = JobRules.ask(net.registry, id, spec, IGate.Moment.Approve, abi.encode(expiry));
        return answer.approve;
    }

    /// @dev Asks every gate whether a key may be released, and holds before it and after that this is not for nothing.
    function _askRelease(
        Jobs.Network memory net,
        JobId id,
        IJobMarket.Job storage record,
        IJobMarket.JobSpec storage spec,
        IDatasetRegistry.Terms memory terms,
        address enclave
    ) private returns (IGate.Answer memory answer) {
        _requireReleasable(net, id, record, spec, terms);
        bool asked;
        (answer, asked) = JobRules.ask(net.registry, id, spec, IGate.Moment.Release, abi.encode(enclave));
        if (asked) _requireReleasable(net, id, record, spec, terms);
    }

    /// @dev That a job can be finished by its key: what it names is in use until its time is over, which it is not, and
    /// its consent round can be charged for.
    function _requireReleasable(
        Jobs.Network memory net,
        JobId id,
        IJobMarket.Job storage record,
        IJobMarket.JobSpec storage spec,
        IDatasetRegistry.Terms memory terms
    ) private {
        uint256 finishBefore = block.timestamp + terms.jobTimeout;
        if (record.releasedAt != 0) finishBefore = _requireInTime(id, record, terms);
        JobRules.requireUsable(net.registry, id, spec, finishBefore);
        // A newer round makes up for one that cannot be charged for, while a rerun is left.
        if (record.reruns >= terms.maxReruns) {
            JobRules.requireCurrent(net.registry, id, spec, record.consentRound, terms.maxConsentAge);
        }
    }

    /// @dev That a released job can still be charged, and until when.
    function _requireInTime(JobId id, IJobMarket.Job storage record, IDatasetRegistry.Terms memory terms)
        private
        view
        returns (uint64 finishBefore)
    {
        finishBefore = record.releasedAt + terms.jobTimeout;
        if (block.timestamp > finishBefore) revert IJobMarket.JobLate(id, finishBefore);
    }

    /// @dev That a consent round could be charged for now. The market has looked at the present one; at one that a gate
    /// fixes it may have not.
    function _requireFit(
        Jobs.Store storage store,
        Jobs.Network memory net,
        JobId id,
        IJobMarket.JobSpec storage spec,
        uint64 round,
        uint32 maxConsentAge
    ) private {
        JobRules.requireCurrent(net.registry, id, spec, round, maxConsentAge);
        if (round == block.number) return;
        uint64 since = store.usedSince[Jobs.useKey(spec)];
        uint64 resumed = net.registry.resumeBlock(spec.dataset);
        if (resumed > since) since = resumed;
        if (round < since) revert IJobMarket.JobConsentTooEarly(id, round, since);
    }

    /// @dev Only after {_askApproval}.
    function _approve(JobId id, IJobMarket.Job storage record, uint64 expiry) private {
        record.state = IJobMarket.State.Approved;
        record.approvedUntil = expiry;
        emit IJobMarket.JobApproved(id, expiry);
    }

    /// @dev That an enclave is attested, the operator's, accepted by the job's policy and not refused by its broker.
    function _judge(Jobs.Store storage store, Jobs.Network memory net, JobId id, address enclave, address operator)
        private
        returns (IWorkerRegistry.Judgement memory)
    {
        if (store.barredUntil[id][enclave] == type(uint64).max) revert IJobMarket.JobWorkerRefused(id, enclave);
        return JobRules.judge(net.registry, net.workers, id, store.specs[id], enclave, operator);
    }

    /// @dev Fixes a charge, or one in its place, in the enclave that has the job, if that is attested.
    function _recordCharge(
        Jobs.Network memory net,
        JobId id,
        IJobMarket.Job storage record,
        IJobMarket.Charge memory charge_
    ) private {
        IWorkerRegistry.Judgement memory worker = net.workers.judge(record.enclave);
        record.chargeRound = uint64(block.number);
        // It may have been renewed since the claim.
        record.quote = worker.quote;
        record.charge = charge_.hash();
        record.chargedAt = uint64(block.timestamp);
        _recordJudgement(record, worker);
        emit IJobMarket.JobCharged(id, record.enclave, charge_);
    }

    /// @dev Keeps by what the quote was judged, so that auditors can judge it in the same way.
    function _recordJudgement(IJobMarket.Job storage record, IWorkerRegistry.Judgement memory worker) private {
        record.collateral = worker.collateral;
        record.judgedAt = uint64(block.timestamp);
    }

    /// @dev Stores a specification without writing the words that are zero in a job by itself.
    function _store(IJobMarket.JobSpec storage stored, IJobMarket.JobSpec calldata spec) private {
        stored.program = spec.program;
        stored.parameters = spec.parameters;
        stored.dataset = spec.dataset;
        stored.researcherKey = spec.researcherKey;
        stored.researcher = spec.researcher;
        stored.kind = spec.kind;
        stored.purpose = spec.purpose;
        stored.release = spec.release;
        stored.datasetVersion = spec.datasetVersion;
        stored.policyVersion = spec.policyVersion;
        stored.rho = spec.rho;
        stored.delta = spec.delta;
        stored.deadline = spec.deadline;
        stored.nonce = spec.nonce;
        stored.fee = spec.fee;
        stored.recipient = spec.recipient;
        stored.seat = spec.seat;
        stored.round = spec.round;
        stored.assetVersion = spec.assetVersion;
        stored.assetPolicyVersion = spec.assetPolicyVersion;
        if (DatasetId.unwrap(spec.asset) != 0) stored.asset = spec.asset;
        if (StudyId.unwrap(spec.study) != 0) stored.study = spec.study;
        if (spec.extension != 0) stored.extension = spec.extension;
    }
}
