// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDatasetRegistry} from "./interfaces/IDatasetRegistry.sol";
import {IGate} from "./interfaces/IGate.sol";
import {JobId, ReceiptId} from "./interfaces/Ids.sol";
import {IJobMarket} from "./interfaces/IJobMarket.sol";
import {JobRules} from "./libraries/JobRules.sol";
import {Jobs} from "./libraries/Jobs.sol";
import {TypedHashes} from "./libraries/TypedHashes.sol";

/// @title How claims and jobs end, with a result and without
/// @dev Code of {JobMarket}, which links and guards it: every call comes from there and runs on its storage. Promises
/// are in {IJobMarket}. Each end pays last.
library JobEnds {
    using Jobs for Jobs.Store;
    using TypedHashes for *;

    /// @dev A claim that comes to nothing costs the bond divided by this.
    uint256 private constant KEPT_PART = 64;

    function disapprove(Jobs.Store storage store, Jobs.Network memory net, JobId id, uint64 upTo) external {
        IJobMarket.Job storage record = store.existing(id);
        IJobMarket.State state = record.state;
        bool isClaimed = state == IJobMarket.State.Claimed;
        if (!isClaimed && state != IJobMarket.State.Posted && state != IJobMarket.State.Approved) {
            revert IJobMarket.JobWrongState(id, state);
        }
        bool isCustodian = JobRules.requireApprover(net.registry, id, store.specs[id]);
        if (record.releasedAt != 0) revert IJobMarket.JobReleased(id);
        if (isCustodian) store.needsCustodian[id] = true;
        // An approval that came in between must not keep the one who withdraws from it.
        if (upTo < record.approvedUntil) upTo = record.approvedUntil;
        record.state = IJobMarket.State.Posted;
        record.approvedUntil = upTo;
        emit IJobMarket.JobDisapproved(id, upTo);
        if (isClaimed) _endClaim(store, net, id, record, IJobMarket.ClaimEnd.Disapproved, 0);
    }

    function cancel(Jobs.Store storage store, JobId id) external {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.unclaimed(id);
        if (msg.sender != spec.researcher) revert IJobMarket.JobNotResearcher(id, msg.sender);
        _cancel(store, id, record, spec);
    }

    function cancelExpired(Jobs.Store storage store, JobId id) external {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.unclaimed(id);
        if (block.timestamp <= spec.deadline) revert IJobMarket.JobNotDue(id);
        _cancel(store, id, record, spec);
    }

    function lapse(Jobs.Store storage store, Jobs.Network memory net, JobId id, uint64 claimRound) external {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.claimed(id, claimRound, false);
        uint32 timeout = JobRules.termsOf(net.registry, spec).claimTimeout;
        if (!Jobs.lapsed(record, spec, timeout)) revert IJobMarket.JobNotDue(id);
        _waste(store, net, id, record, timeout, IJobMarket.ClaimEnd.Lapsed);
    }

    function returnClaim(Jobs.Store storage store, Jobs.Network memory net, JobId id, uint64 claimRound) external {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.claimed(id, claimRound, false);
        Jobs.requireOperator(id, record);
        uint32 timeout = JobRules.termsOf(net.registry, spec).claimTimeout;
        _waste(store, net, id, record, timeout, IJobMarket.ClaimEnd.Returned);
    }

    function refuse(Jobs.Store storage store, Jobs.Network memory net, JobId id, address enclave, uint64 claimRound)
        external
    {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.claimed(id, claimRound, false);
        Jobs.requireBroker(net.registry, id, record, spec);
        if (enclave != record.enclave) revert IJobMarket.JobClaimMismatch(id, record.enclave, claimRound);
        store.barredUntil[id][enclave] = type(uint64).max;
        store.appendBoth(spec.dataset, spec.asset, id, IJobMarket.FeedKind.Refusal, bytes32(uint256(uint160(enclave))));
        _endClaim(store, net, id, record, IJobMarket.ClaimEnd.Refused, 0);
    }

    function endNarrowed(Jobs.Store storage store, Jobs.Network memory net, JobId id, uint64 claimRound) external {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.inClaim(id, claimRound);
        if (record.state != IJobMarket.State.Claimed) revert IJobMarket.JobWrongState(id, record.state);
        Jobs.requireOperator(id, record);
        uint8 max = JobRules.termsOf(net.registry, spec).maxReruns;
        if (record.reruns < max) revert IJobMarket.JobRerunsLeft(id, record.reruns, max);
        uint64 narrowed = JobRules.lastNarrowed(net.registry, spec);
        if (!JobRules.isNarrowed(record, narrowed)) revert IJobMarket.JobNotNarrowed(id);
        uint256 kept = JobRules.isForced(record, narrowed) ? 0 : _keep(store, net);
        // No key is released to what could not be charged any more.
        if (record.releasedAt == 0) return _endClaim(store, net, id, record, IJobMarket.ClaimEnd.Narrowed, kept);
        _endReleased(store, net, id, IJobMarket.ClaimEnd.Narrowed, IJobMarket.Failure.Narrowed, kept);
    }

    function endNotInUse(Jobs.Store storage store, Jobs.Network memory net, JobId id, uint64 claimRound) external {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.inClaim(id, claimRound);
        if (record.state != IJobMarket.State.Claimed) revert IJobMarket.JobWrongState(id, record.state);
        if (msg.sender != record.operator) Jobs.requireBroker(net.registry, id, record, spec);
        bool isReleased = record.releasedAt != 0;
        uint64 since = isReleased ? record.releasedAt : record.claimedAt;
        bool isOut = JobRules.wasOutOfUse(net.registry, spec, since);
        if (!isOut && !isReleased) {
            // No key is released to what could not be finished.
            uint32 timeout = JobRules.termsOf(net.registry, spec).jobTimeout;
            isOut = JobRules.isReplaced(net.registry, spec, block.timestamp + timeout);
        }
        if (!isOut) revert IJobMarket.JobInUse(id);
        if (!isReleased) return _endClaim(store, net, id, record, IJobMarket.ClaimEnd.NotInUse, 0);
        _endReleased(store, net, id, IJobMarket.ClaimEnd.NotInUse, IJobMarket.Failure.NotInUse, 0);
    }

    function endDrawDiffers(
        Jobs.Store storage store,
        Jobs.Network memory net,
        JobId id,
        uint64 claimRound,
        IJobMarket.Charge calldata charge_
    ) external {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.inClaim(id, claimRound);
        Jobs.requireOperator(id, record);
        bool isCharged = record.state == IJobMarket.State.Charged;
        if (!isCharged && record.state != IJobMarket.State.Claimed) revert IJobMarket.JobWrongState(id, record.state);
        if (record.releasedAt == 0) revert IJobMarket.JobNotReleased(id);
        if (isCharged && charge_.hash() != record.charge) revert IJobMarket.JobChargeMismatch(id);
        if (charge_.consentRound != record.consentRound) {
            revert IJobMarket.JobConsentRoundWrong(id, charge_.consentRound, record.consentRound);
        }
        bytes32 first = JobRules.sharesDraw(record, spec) ? store.draws[Jobs.budgetKey(id, record, spec)] : bytes32(0);
        if (first == 0 || first == JobRules.drawOf(record, spec, charge_)) revert IJobMarket.JobDrawFits(id);
        if (!isCharged) {
            return _endReleased(store, net, id, IJobMarket.ClaimEnd.DrawDiffers, IJobMarket.Failure.DrawDiffers, 0);
        }
        emit IJobMarket.JobFailed(id, IJobMarket.Failure.DrawDiffers, 0);
        store.end(id, record, IJobMarket.State.Failed);
        store.pay(spec.researcher, spec.fee);
        store.pay(record.operator, net.bond);
    }

    function abandon(Jobs.Store storage store, Jobs.Network memory net, JobId id, uint64 claimRound) external {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.inClaim(id, claimRound);
        Jobs.requireOperator(id, record);
        if (record.releasedAt == 0) revert IJobMarket.JobNotReleased(id);
        uint8 maxReruns = JobRules.termsOf(net.registry, spec).maxReruns;
        _fail(store, net, id, maxReruns, IJobMarket.Failure.Abandoned);
    }

    /// @param sealGrace {IJobMarket-SEAL_GRACE}: a seal that is on its way when the time runs out comes first, so that
    /// no one gains by getting ahead of it.
    function fail(Jobs.Store storage store, Jobs.Network memory net, JobId id, uint64 claimRound, uint64 sealGrace)
        external
    {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.inClaim(id, claimRound);
        if (record.releasedAt == 0) revert IJobMarket.JobNotReleased(id);
        IDatasetRegistry.Terms memory terms = JobRules.termsOf(net.registry, spec);
        uint256 due = uint256(record.releasedAt) + terms.jobTimeout;
        if (record.state == IJobMarket.State.Charged) due += sealGrace;
        if (block.timestamp <= due) revert IJobMarket.JobNotDue(id);
        _fail(store, net, id, terms.maxReruns, IJobMarket.Failure.Late);
    }

    /// @param digest What the enclave signs.
    function seal(
        Jobs.Store storage store,
        Jobs.Network memory net,
        JobId id,
        IJobMarket.Receipt calldata receipt,
        ReceiptId digest,
        bytes calldata signature
    ) external {
        IJobMarket.Job storage record = store.inState(id, IJobMarket.State.Charged);
        JobRules.checkReceipt(net.workers, id, record, receipt, ReceiptId.unwrap(digest), signature);
        uint64 moment = receipt.charge.moment;
        if (block.timestamp < moment) revert IJobMarket.JobBeforeMoment(id, moment);
        if (JobRules.sharesDraw(record, store.specs[id])) _fixDraw(store, id, record, receipt.charge);
        JobRules.ask(net.registry, id, store.specs[id], IGate.Moment.Seal, abi.encode(receipt));
        record.state = IJobMarket.State.Sealed;
        record.sealedAt = uint64(block.timestamp);
        record.opening = receipt.opening;
        store.receipts[id] = digest;
        emit IJobMarket.JobSealed(id, digest, receipt.enclave, receipt, signature);
    }

    /// @param digest What an archive signs.
    function checkHeld(
        Jobs.Store storage store,
        Jobs.Network memory net,
        JobId id,
        IJobMarket.Receipt calldata receipt,
        bytes32 digest,
        bytes[] calldata held
    ) external {
        address[] memory archives = JobRules.checkHeld(net.registry, id, store.specs[id], digest, held);
        emit IJobMarket.ResultHeld(id, receipt.ciphertext, receipt.size, archives);
    }

    function open(Jobs.Store storage store, Jobs.Network memory net, JobId id, bytes32 key) external {
        IJobMarket.Job storage record = store.existing(id);
        bool withheld = record.state == IJobMarket.State.Withheld;
        if (!withheld && record.state != IJobMarket.State.Sealed) revert IJobMarket.JobWrongState(id, record.state);
        if (keccak256(abi.encode(key)) != record.opening) revert IJobMarket.JobOpeningWrong(id);
        emit IJobMarket.ResultOpened(id, key);
        store.end(id, record, IJobMarket.State.Done);
        store.pay(record.operator, withheld ? net.bond : net.bond + store.specs[id].fee);
    }

    /// @param openGrace {IJobMarket-OPEN_GRACE}, as with {fail}.
    function withhold(Jobs.Store storage store, Jobs.Network memory net, JobId id, uint64 claimRound, uint64 openGrace)
        external
    {
        (IJobMarket.Job storage record, IJobMarket.JobSpec storage spec) = store.inClaim(id, claimRound);
        if (record.state != IJobMarket.State.Sealed) revert IJobMarket.JobWrongState(id, record.state);
        uint32 openTimeout = JobRules.termsOf(net.registry, spec).openTimeout;
        if (block.timestamp <= uint256(record.sealedAt) + openTimeout + openGrace) revert IJobMarket.JobNotDue(id);
        emit IJobMarket.JobWithheld(id);
        store.end(id, record, IJobMarket.State.Withheld);
        store.pay(spec.researcher, spec.fee);
    }

    /// @dev Fixes what all releases under an amount of budget draw: what the first enclave that seals one has signed.
    function _fixDraw(
        Jobs.Store storage store,
        JobId id,
        IJobMarket.Job storage record,
        IJobMarket.Charge calldata charge_
    ) private {
        IJobMarket.JobSpec storage spec = store.specs[id];
        bytes32 key = Jobs.budgetKey(id, record, spec);
        bytes32 draw = JobRules.drawOf(record, spec, charge_);
        bytes32 first = store.draws[key];
        if (first == 0) store.draws[key] = draw;
        else if (first != draw) revert IJobMarket.JobDrawDiffers(id, draw, first);
    }

    function _cancel(Jobs.Store storage store, JobId id, IJobMarket.Job storage record, IJobMarket.JobSpec storage spec)
        private
    {
        emit IJobMarket.JobCancelled(id);
        store.end(id, record, IJobMarket.State.Cancelled);
        store.pay(spec.researcher, spec.fee);
    }

    /// @dev Ends a claim that came to nothing, at the price of a part of its bond and a pause for its operator.
    function _waste(
        Jobs.Store storage store,
        Jobs.Network memory net,
        JobId id,
        IJobMarket.Job storage record,
        uint32 pause,
        IJobMarket.ClaimEnd how
    ) private {
        store.barredUntil[id][record.operator] = uint64(block.timestamp) + pause;
        _endClaim(store, net, id, record, how, _keep(store, net));
    }

    /// @dev Keeps a part of a bond. No account gets it.
    function _keep(Jobs.Store storage store, Jobs.Network memory net) private returns (uint256 kept) {
        kept = net.bond / KEPT_PART;
        store.burnt += kept;
    }

    /// @dev Ends a claim: everything is as before it, but for what is kept of the bond, and for the approval if that is
    /// what was withdrawn.
    function _endClaim(
        Jobs.Store storage store,
        Jobs.Network memory net,
        JobId id,
        IJobMarket.Job storage record,
        IJobMarket.ClaimEnd how,
        uint256 kept
    ) private {
        address operator = record.operator;
        uint64 approvedUntil = record.approvedUntil;
        emit IJobMarket.ClaimEnded(id, record.enclave, record.claimRound, how, kept);
        delete store.jobs[id];
        record.state = how == IJobMarket.ClaimEnd.Disapproved ? IJobMarket.State.Posted : IJobMarket.State.Approved;
        record.approvedUntil = approvedUntil;
        store.pay(operator, net.bond - kept);
    }

    /// @dev Ends a claim to which a key was released, for a reason that is public. If the budget does not come back, or
    /// there is no time for another claim, the job fails.
    function _endReleased(
        Jobs.Store storage store,
        Jobs.Network memory net,
        JobId id,
        IJobMarket.ClaimEnd how,
        IJobMarket.Failure why,
        uint256 kept
    ) private {
        IJobMarket.Job storage record = store.jobs[id];
        IJobMarket.JobSpec storage spec = store.specs[id];
        bool isBack = _giveBack(net, id, record, spec);
        if (isBack && block.timestamp <= spec.deadline) return _endClaim(store, net, id, record, how, kept);
        emit IJobMarket.JobFailed(id, why, kept);
        store.end(id, record, IJobMarket.State.Failed);
        store.pay(spec.researcher, spec.fee);
        store.pay(record.operator, net.bond - kept);
    }

    /// @dev Ends a job to which a key was released and that has no result.
    function _fail(Jobs.Store storage store, Jobs.Network memory net, JobId id, uint8 maxReruns, IJobMarket.Failure why)
        private
    {
        IJobMarket.Job storage record = store.jobs[id];
        IJobMarket.JobSpec storage spec = store.specs[id];
        (bool blameless, bool forced) = (false, true);
        if (record.state == IJobMarket.State.Claimed) {
            IJobMarket.Failure reason;
            (blameless, reason, forced) = JobRules.publicReason(net.registry, record, spec, maxReruns);
            if (blameless) {
                why = reason;
                _giveBack(net, id, record, spec);
            } else {
                net.budget.settle(spec.dataset, Jobs.budgetKey(id, record, spec), JobId.unwrap(id));
            }
        } else if (record.state != IJobMarket.State.Charged) {
            revert IJobMarket.JobWrongState(id, record.state);
        }
        bool excused = JobRules.isExcused(net.registry, id, spec, why);
        if (excused && !blameless) (blameless, why) = (true, IJobMarket.Failure.Excused);
        uint256 kept = blameless && !forced && !excused ? _keep(store, net) : 0;
        emit IJobMarket.JobFailed(id, why, kept);
        store.end(id, record, IJobMarket.State.Failed);
        if (blameless) {
            store.pay(spec.researcher, spec.fee);
            store.pay(record.operator, net.bond - kept);
        } else {
            store.pay(spec.researcher, spec.fee + net.bond);
        }
    }

    /// @dev Gives the budget of a released, uncharged claim back. It is final when it has come back too often.
    function _giveBack(
        Jobs.Network memory net,
        JobId id,
        IJobMarket.Job storage record,
        IJobMarket.JobSpec storage spec
    ) private returns (bool) {
        bytes32 key = Jobs.budgetKey(id, record, spec);
        try net.budget.giveBack(spec.dataset, key, JobId.unwrap(id)) {
            return true;
        } catch {
            net.budget.settle(spec.dataset, key, JobId.unwrap(id));
            return false;
        }
    }
}
