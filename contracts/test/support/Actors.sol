// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudgetLedger} from "../../src/interfaces/IBudgetLedger.sol";
import {IConsentLedger} from "../../src/interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "../../src/interfaces/IDatasetRegistry.sol";
import {IJobMarket} from "../../src/interfaces/IJobMarket.sol";
import {IWorkerRegistry} from "../../src/interfaces/IWorkerRegistry.sol";
import {DatasetId, JobId, ReceiptId} from "../../src/interfaces/Ids.sol";
import {AssentTest} from "./AssentTest.sol";
import {Container, Containers} from "./AttestationFake.sol";
import {Recipient} from "./Recipients.sol";
import {vm} from "./Vm.sol";

/// @dev Everyone, doing anything at any time. Foundry calls these functions in random order with random numbers;
/// after each call {_watch} sees what changed and keeps a record of its own, from which the invariants are told.
contract Actors is AssentTest {
    using Containers for Container;

    uint256 private constant MAX_JOBS = 6;
    uint256 private constant SUBJECTS = 4;
    uint256 private constant SECOND = uint256(keccak256("second enclave"));

    JobId[] public jobs;
    uint256 public calls;
    uint256 public done;
    uint256 public failed;

    /// @dev What a job was like when it was looked at last.
    mapping(JobId => IJobMarket.Job) private _seen;

    /// @dev What the operator charged, or tried to.
    mapping(JobId => IJobMarket.Charge) private _charges;

    /// @dev Jobs that failed without a charge, and whose budget did not come back.
    mapping(JobId => bool) private _isBurnt;

    mapping(JobId => mapping(address => bool)) private _wasRefused;
    uint64 private _feedCount;
    bytes24 private _feedHead;

    struct Past {
        uint256 round;
        uint256 word;
    }

    /// @dev The subjects' words since when, oldest first.
    mapping(uint256 => Past[]) private _history;

    /// @dev The first thing that went wrong; empty when nothing did.
    string public wrong;

    /// @dev What the newest collateral says, and what the floor asks.
    uint8 private _status = 1;
    uint256 private _evaluation = 17;
    /// Number of the newest list, and when the newest levels were issued.
    uint256 private _lists = 1;
    uint256 private _levelsAt;
    uint64 private _validUntil = NOW + 27 days;
    bytes32 private _revokedQuote;
    IWorkerRegistry.Floor private _lowest;

    Recipient public moody;
    address[3] private _researchers;
    uint64 private _nonce = 1;

    constructor() {
        setUp();
        moody = new Recipient();
        _researchers = [researcher, bob, address(moody)];
        vm.deal(bob, 100 ether);
        vm.deal(address(moody), 100 ether);
        _registerWorker(SECOND, operator, NOW + LIFE);
        for (uint256 i = 0; i < SUBJECTS; ++i) {
            _enrol(_subject(i));
            _remember(i);
        }
    }

    modifier watched() {
        _;
        _watch();
        ++calls;
    }

    // The actors.

    function post(uint256 seed) external watched {
        seed = _mix(seed);
        if (jobs.length == MAX_JOBS) return;
        IJobMarket.JobSpec memory spec = _spec();
        spec.policyVersion = registry.datasetOf(dataset).policyVersion;
        spec.researcher = _researchers[seed % 3];
        spec.rho = uint64(seed >> 8) % 300_000;
        spec.release = spec.rho == 0 ? IJobMarket.Release.Exact : IJobMarket.Release.Private;
        spec.delta = spec.rho / 1000;
        spec.fee = uint128(1 ether + (seed >> 72) % 1 ether);
        spec.deadline = uint64(block.timestamp + 1 hours + (seed >> 136) % 3 hours);
        spec.nonce = _nonce++;
        if (spec.researcher == address(moody)) {
            moody.act(address(market), spec.fee, abi.encodeCall(market.post, (spec, PARAMETERS, RESEARCHER_KEY)));
            jobs.push(market.jobId(spec));
        } else {
            jobs.push(_post(spec));
        }
    }

    function approve(uint256 seed) external watched {
        seed = _mix(seed);
        JobId job = _any(seed);
        uint64 expiry = uint64(block.timestamp + (seed >> 8) % 2 hours);
        market.approve(job, expiry, _sign(CUSTODIAN, market.hashApproval(job, expiry)));
    }

    function cancel(uint256 seed) external watched {
        seed = _mix(seed);
        JobId job = _any(seed);
        address by = market.specOf(job).researcher;
        vm.prank(by);
        market.cancel(job);
    }

    function claim(uint256 seed) external watched {
        seed = _mix(seed);
        _claim(_any(seed));
    }

    function disapprove(uint256 seed) external watched {
        seed = _mix(seed);
        if (seed >> 8 & 3 != 0) return; // seldom
        JobId job = _any(seed);
        uint64 upTo = market.jobOf(job).approvedUntil;
        vm.prank(custodian);
        market.disapprove(job, upTo);
    }

    function returnClaim(uint256 seed) external watched {
        JobId job = _any(_mix(seed));
        uint64 round = _round(job);
        vm.prank(operator);
        market.returnClaim(job, round);
    }

    function refuse(uint256 seed) external watched {
        seed = _mix(seed);
        JobId job = _any(seed);
        if (seed >> 8 & 3 != 0) return; // seldom, or no enclave is left
        IJobMarket.Job memory j = market.jobOf(job);
        vm.prank(broker);
        market.refuse(job, j.enclave, j.claimRound);
    }

    function abandon(uint256 seed) external watched {
        JobId job = _any(_mix(seed));
        uint64 round = _round(job);
        vm.prank(operator);
        market.abandon(job, round);
    }

    function endNarrowed(uint256 seed) external watched {
        JobId job = _any(_mix(seed));
        IJobMarket.Job memory before = market.jobOf(job);
        bool narrowed = ledger.lastNarrowed() > before.claimRound;
        bool free = !before.unforced && ledger.lastNarrowed() > before.consentRound;
        uint256 burnt = market.burnt();
        vm.prank(operator);
        market.endNarrowed(job, before.claimRound);
        if (!narrowed || before.reruns < 2) _note("ended for a narrowing that does not excuse");
        if ((market.burnt() == burnt) != free) _note("kept from who had no choice, or not from who had one");
    }

    function endNotInUse(uint256 seed) external watched {
        seed = _mix(seed);
        JobId job = _any(seed);
        IJobMarket.JobSpec memory spec = market.specOf(job);
        IJobMarket.Job memory before = market.jobOf(job);
        bool inUse = registry.inUse(dataset, spec.datasetVersion, spec.policyVersion)
            && registry.stoppedAt(dataset) < (before.releasedAt == 0 ? before.claimedAt : before.releasedAt)
            && (before.releasedAt != 0 || registry.pendingFrom(dataset) == 0);
        vm.prank(seed >> 8 & 1 == 0 ? operator : broker);
        market.endNotInUse(job, before.claimRound);
        if (inUse) _note("ended as not in use while in use");
    }

    function release(uint256 seed) external watched {
        seed = _mix(seed);
        _release(_any(seed));
    }

    function rerun(uint256 seed) external watched {
        seed = _mix(seed);
        JobId job = _any(seed);
        _rerun(job);
    }

    function charge(uint256 seed) external watched {
        seed = _mix(seed);
        JobId job = _any(seed);
        IJobMarket.Charge memory c = _chargeOf(job);
        c.inputs = keccak256(abi.encode(seed));
        c.liveSubjects = uint32(10 + seed % 5);
        _charges[job] = c;
        uint64 round = _round(job);
        vm.prank(operator);
        market.charge(job, round, c);
        _checkConsent(job);
    }

    function redraw(uint256 seed) external watched {
        seed = _mix(seed);
        JobId job = _any(seed);
        uint64 round = _round(job);
        bytes32 before = market.jobOf(job).charge;
        IJobMarket.Charge memory c = _charges[job];
        bytes32 noise = keccak256(abi.encode(seed));
        vm.prank(operator);
        market.redraw(job, round, c, noise, c.moment + uint64(seed >> 8) % 100);
        if (market.specOf(job).rho == 0) _note("drew again for an exact release");
        if (market.jobOf(job).charge == before) _note("drew again the same");
        if (market.jobOf(job).redraws > 3) _note("drew again too often");
        c.noise = noise;
        c.moment += uint64(seed >> 8) % 100;
        _charges[job] = c;
    }

    function seal(uint256 seed) external watched {
        _sealNow(_any(_mix(seed)));
    }

    function open(uint256 seed) external watched {
        _open(_any(_mix(seed)));
    }

    function handOver(uint256 seed) external watched {
        seed = _mix(seed);
        JobId job = _any(seed);
        IJobMarket.Job memory j = market.jobOf(job);
        vm.prank(broker);
        market.handOver(job, j.opener == address(0) ? j.enclave : j.opener, _enclave(seed >> 8), j.claimRound);
    }

    /// @dev Whatever the clock demands.
    function expire(uint256 seed) external watched {
        JobId job = _any(_mix(seed));
        IJobMarket.Job memory j = market.jobOf(job);
        if (j.state == IJobMarket.State.Posted || j.state == IJobMarket.State.Approved) market.cancelExpired(job);
        else if (j.state == IJobMarket.State.Sealed) market.withhold(job, j.claimRound);
        else if (j.releasedAt == 0) market.lapse(job, j.claimRound);
        else market.fail(job, j.claimRound);
    }

    function withdraw() external watched {
        moody.withdraw(market, payable(address(moody)));
    }

    function changeMood(uint256 seed) external {
        moody.set(Recipient.Mood(seed % 4));
    }

    function grant(uint256 seed) external watched {
        _change(_mix(seed));
    }

    /// @dev A subject grants everything, or something, or nothing.
    function _change(uint256 seed) private {
        uint256 who = seed % SUBJECTS;
        address pseudonym = vm.addr(_subject(who));
        IConsentLedger.Grant memory g = _grant(pseudonym, uint64(_entryOf(pseudonym)) + 1);
        g.policyVersion = registry.datasetOf(dataset).policyVersion;
        if (seed >> 56 & 1 == 0) {
            g.purposes = uint32(seed >> 8) & 0x0f;
            g.kinds = uint8(seed >> 16) & 3;
            if (g.purposes == 0 || g.kinds == 0) (g.purposes, g.kinds) = (0, 0);
            g.exact = seed >> 24 & 1 == 1;
            g.notBefore = uint32(_today() - 1 + (seed >> 32) % 3);
            g.expiry = uint32(g.notBefore + 1 + (seed >> 40) % 5);
            g.epsilonClass = uint8(seed >> 48) % 4;
        }
        _submit(_subject(who), g);
        _remember(who);
    }

    function changePolicy(uint256 seed) external watched {
        seed = _mix(seed);
        if (seed % 8 != 0) return; // seldom, or no job would ever end well
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.purposes = seed >> 8 & 1 == 0 ? 0x0f : 0x0e;
        vm.prank(custodian);
        registry.setPolicy(dataset, p);
    }

    function stopOrResume(uint256 seed) external watched {
        seed = _mix(seed);
        bool stopped = registry.datasetOf(dataset).stopped;
        if (!stopped && seed % 8 != 0) return;
        vm.prank(custodian);
        stopped ? registry.resume(dataset) : registry.stop(dataset);
    }

    /// @dev Vendors publish news, mostly good: now and then firmware is out of date, a machine is revoked, or what they
    /// say is valid for minutes only.
    function postCollateral(uint256 seed) external watched {
        seed = _mix(seed);
        Container memory c = _freshCollateral();
        _lists += 1;
        _revokedQuote = seed >> 8 & 7 == 0 ? workers.workerOf(_enclave(seed >> 16)).quote : bytes32(0);
        (c.issuerList.number, c.issuerList.revoked) = (_lists, _revokedQuote);
        c.tcbInfo.number = _evaluation; // a greater one would wait for six weeks
        if (block.timestamp > _levelsAt) {
            _status = seed % 8 == 0 ? 5 : 1;
            if (seed >> 24 & 7 == 0) c.tcbInfo.validUntil = uint64(block.timestamp + seed % 1 hours);
            (c.tcbInfo.status, _validUntil, _levelsAt) = (_status, c.tcbInfo.validUntil, block.timestamp);
        } // else they are no newer, and passed over
        collaterals.post(c.encode());
    }

    function setFloor(uint256 seed) external watched {
        seed = _mix(seed);
        _lowest.statuses = seed & 1 == 0 ? uint16(1 << 5) : 0;
        _lowest.evaluation = seed >> 8 & 7 == 0 ? uint32(_evaluation + 1) : 0;
        vm.prank(governor);
        workers.setFloor(_lowest);
    }

    function judge(uint256 seed) external watched {
        address who = _enclave(_mix(seed));
        try workers.judge(who) {
            if (!_isAttested(who)) _note("judged well without a quote that holds");
        } catch {
            if (_isAttested(who)) _note("judged ill with a quote that holds");
        }
    }

    function pass(uint256 rounds, uint256 seconds_) external watched {
        _pass(_bound(rounds, 1, 30), _bound(seconds_, 1, 30 minutes));
    }

    /// @dev Takes a job some steps on as it should go, so that many of them get far, while subjects change their minds.
    function advance(uint256 seed) external watched {
        seed = _mix(seed);
        JobId job = _any(seed);
        for (uint256 n = 0; n <= (seed >> 8) % 8; ++n) {
            try this.step(job) {}
            catch {
                break;
            }
            _watch();
            _pass(1, 1);
            if (seed >> (16 + n) & 1 == 0) _change(_mix(seed + n));
        }
    }

    function step(JobId job) external {
        _step(job);
    }

    function _step(JobId job) private {
        IJobMarket.Job memory j = market.jobOf(job);
        if (j.state == IJobMarket.State.Posted) {
            _approve(job);
        } else if (j.state == IJobMarket.State.Approved) {
            _claim(job);
        } else if (j.state == IJobMarket.State.Claimed && j.releasedAt == 0) {
            _release(job);
        } else if (j.state == IJobMarket.State.Claimed) {
            try this.chargeNow(job) {
                _checkConsent(job);
            } catch {
                _rerun(job);
            }
        } else if (j.state == IJobMarket.State.Charged) {
            _sealNow(job);
        } else if (j.state == IJobMarket.State.Sealed) {
            _open(job);
        }
    }

    function _rerun(JobId job) private {
        IJobMarket.Job memory j = market.jobOf(job);
        vm.prank(operator);
        market.rerun(job, j.claimRound, j.consentRound);
    }

    function chargeNow(JobId job) external {
        _charges[job] = _chargeOf(job);
        _charge(job);
    }

    /// @dev Seals a job with the key of the enclave that has it.
    function _sealNow(JobId job) private {
        IJobMarket.Receipt memory r = _receipt(job);
        r.charge = _charges[job];
        uint256 key = r.enclave == enclave ? ENCLAVE : SECOND;
        market.seal(job, r, _sign(key, _receiptDigest(r)), CIPHERTEXT);
    }

    // What the invariants ask.

    function jobCount() external view returns (uint256) {
        return jobs.length;
    }

    /// @dev What the market has to hold: fees and bonds of jobs that are not over, and what was not taken.
    function escrow() external view returns (uint256 expected, uint256 held) {
        for (uint256 i = 0; i < jobs.length; ++i) {
            IJobMarket.State state = market.jobOf(jobs[i]).state;
            if (state >= IJobMarket.State.Posted && state <= IJobMarket.State.Sealed) {
                expected += market.specOf(jobs[i]).fee;
            }
            if (state >= IJobMarket.State.Claimed && state <= IJobMarket.State.Sealed) expected += BOND;
            if (state == IJobMarket.State.Withheld) expected += BOND;
        }
        expected += market.burnt();
        expected += market.owed(address(moody)) + market.owed(researcher) + market.owed(bob) + market.owed(operator);
        held = address(market).balance;
    }

    /// @dev All the money there is.
    function money() external view returns (uint256) {
        return researcher.balance + bob.balance + operator.balance + address(moody).balance + address(market).balance;
    }

    /// @dev What the budget ledger has to say, from the jobs alone: open from the release to the charge, settled from
    /// the charge on, and settled when a job failed otherwise than for a reason that is public.
    function budgetExpected() external view returns (uint64 open_, uint64 settled) {
        for (uint256 i = 0; i < jobs.length; ++i) {
            IJobMarket.Job memory j = market.jobOf(jobs[i]);
            uint64 rho = market.specOf(jobs[i]).rho;
            if (j.state == IJobMarket.State.Claimed && j.releasedAt != 0) open_ += rho;
            if (j.chargeRound != 0 || _isBurnt[jobs[i]]) settled += rho;
        }
    }

    function budgetActual() external view returns (uint64 limit, uint64 open_, uint64 settled) {
        (limit,) = budget.limitsOf(dataset);
        (open_, settled) = _account();
    }

    /// @dev The head of the feed of all, computed from what happened.
    function feedExpected() external view returns (uint64 count, bytes24 head) {
        return (_feedCount, _feedHead);
    }

    function feedActual() external view returns (uint64 count, bytes24 head, uint64 countOfAll, bytes24 headOfAll) {
        (count, head) = market.feedOf(dataset);
        (countOfAll, headOfAll) = market.feedOf(DatasetId.wrap(0));
    }

    // The record.

    function _watch() private {
        for (uint256 i = 0; i < jobs.length; ++i) {
            JobId job = jobs[i];
            IJobMarket.Job memory now_ = market.jobOf(job);
            IJobMarket.Job memory before = _seen[job];
            bool takenUp = before.enclave != now_.enclave && now_.enclave != address(0);
            bool released = before.releasedAt != now_.releasedAt;
            bool charged = before.chargeRound != now_.chargeRound;
            if ((takenUp || released || charged) && !_isAttested(now_.enclave)) {
                _note("went on in an enclave without a quote that holds");
            }
            // A claim that ends leaves no charge behind.
            charged = charged && now_.chargeRound != 0;
            if (charged && now_.collateral != collaterals.idOf(LEVELS, ISSUER)) _note("judged by other collateral");
            if ((now_.judgedAt != 0) != (now_.chargedAt != 0)) _note("charged without judgement");
            if (before.state != now_.state) {
                if (!_follows(before, now_)) _note("transition out of order");
                _expectFeed(job, before, now_);
                if (now_.state == IJobMarket.State.Failed && before.state == IJobMarket.State.Claimed) _settled(job);
                if (now_.state == IJobMarket.State.Done) ++done;
                if (now_.state == IJobMarket.State.Failed) ++failed;
            }
            if (before.chargeRound != 0 && before.charge != now_.charge) _note("charge changed");
            if (before.releasedAt != 0 && now_.releasedAt != 0 && before.releasedAt != now_.releasedAt) {
                _note("release changed");
            }
            if (now_.state == IJobMarket.State.Approved && now_.claimRound != 0) _note("something is left of a claim");
            bool recorded = ReceiptId.unwrap(market.receiptOf(job)) != 0;
            bool ended = now_.state == IJobMarket.State.Sealed || now_.state == IJobMarket.State.Done
                || now_.state == IJobMarket.State.Withheld;
            if (recorded != ended) _note("receipt without end, or end without receipt");
            if ((now_.sealedAt != 0) != ended) _note("sealed without a time");
            if (now_.reruns > 2) _note("too many reruns");
            _seen[job] = now_;
        }
    }

    /// @dev Whether what was released came back when the job failed, as the account says, is what the job has to say,
    /// too.
    function _settled(JobId job) private {
        IBudgetLedger.Stage stage = budget.amountOf(dataset, address(market), market.budgetKeyOf(job)).stage;
        if (stage == IBudgetLedger.Stage.Open) _note("a job that failed left its budget open");
        _isBurnt[job] = stage == IBudgetLedger.Stage.Settled;
    }

    /// @dev Posts, refusals and ends are in the feed, in order, and nothing else is.
    function _expectFeed(JobId job, IJobMarket.Job memory a, IJobMarket.Job memory b) private {
        if (b.state == IJobMarket.State.Posted && a.state == IJobMarket.State.None) {
            _chain(job, IJobMarket.FeedKind.Post, 0);
        }
        bool refused = a.state == IJobMarket.State.Claimed && market.isRefused(job, a.enclave);
        if (refused && !_wasRefused[job][a.enclave]) {
            _wasRefused[job][a.enclave] = true;
            _chain(job, IJobMarket.FeedKind.Refusal, bytes32(uint256(uint160(a.enclave))));
        }
        if (b.state >= IJobMarket.State.Done) _chain(job, IJobMarket.FeedKind.End, bytes32(uint256(b.state)));
    }

    function _chain(JobId job, IJobMarket.FeedKind kind, bytes32 subject) private {
        ++_feedCount;
        _feedHead = bytes24(keccak256(abi.encode(_feedHead, _feedCount, kind, dataset, job, subject, block.number)));
    }

    function _follows(IJobMarket.Job memory a, IJobMarket.Job memory b) private pure returns (bool) {
        IJobMarket.State s = b.state;
        if (a.state == IJobMarket.State.None) return s == IJobMarket.State.Posted;
        if (a.state == IJobMarket.State.Posted) {
            return s == IJobMarket.State.Approved || s == IJobMarket.State.Cancelled;
        }
        if (a.state == IJobMarket.State.Approved) {
            return s == IJobMarket.State.Posted || s == IJobMarket.State.Claimed || s == IJobMarket.State.Cancelled;
        }
        if (a.state == IJobMarket.State.Claimed && a.releasedAt == 0) {
            return s == IJobMarket.State.Approved || s == IJobMarket.State.Posted;
        }
        if (a.state == IJobMarket.State.Claimed) {
            return s == IJobMarket.State.Approved || s == IJobMarket.State.Charged || s == IJobMarket.State.Failed;
        }
        if (a.state == IJobMarket.State.Charged) return s == IJobMarket.State.Sealed || s == IJobMarket.State.Failed;
        if (a.state == IJobMarket.State.Sealed) return s == IJobMarket.State.Done || s == IJobMarket.State.Withheld;
        return a.state == IJobMarket.State.Withheld && s == IJobMarket.State.Done;
    }

    /// @dev Whether the newest collateral and the floor speak for an enclave.
    function _isAttested(address who) private view returns (bool) {
        return block.timestamp <= _validUntil && workers.workerOf(who).quote != _revokedQuote
            && (_status == 1 || _lowest.statuses >> _status & 1 == 1) && _evaluation >= _lowest.evaluation;
    }

    /// @dev At a charge: a person whose consent was live in the consent round and has changed since is live today.
    function _checkConsent(JobId job) private {
        IJobMarket.Job memory j = market.jobOf(job);
        IJobMarket.JobSpec memory spec = market.specOf(job);
        if (j.consentRound < j.claimRound) _note("consent from before the claim");
        if (block.number - j.consentRound > _policy().promised.maxConsentAge) _note("consent too old");
        if (!registry.inUse(dataset, spec.datasetVersion, spec.policyVersion)) _note("charged while not in use");
        for (uint256 i = 0; i < SUBJECTS; ++i) {
            uint256 then = _wordAt(i, j.consentRound);
            address who = vm.addr(_subject(i));
            if (then == _entryOf(who) || then >> (96 + spec.purpose) & 1 == 0) continue;
            if (then >> (176 + spec.kind) & 1 == 0 || then >> 152 & type(uint24).max <= _today()) continue;
            if (then >> 128 & type(uint24).max > _today()) continue;
            if (spec.release == IJobMarket.Release.Exact && then >> 200 & 1 == 0) continue;
            if (!ledger.isLive(who, spec.purpose, uint8(spec.kind), spec.release == IJobMarket.Release.Exact, _today()))
            {
                _note("charged on consent that does not stand");
            }
        }
    }

    function _remember(uint256 subject) private {
        _history[subject].push(Past(block.number, _entryOf(vm.addr(_subject(subject)))));
    }

    /// @dev A subject's word at the end of a round.
    function _wordAt(uint256 subject, uint256 round) private view returns (uint256 word) {
        Past[] storage past = _history[subject];
        for (uint256 i = 0; i < past.length && past[i].round <= round; ++i) {
            word = past[i].word;
        }
    }

    function _note(string memory what) private {
        if (bytes(wrong).length == 0) wrong = what;
    }

    function _enclave(uint256 seed) private view returns (address) {
        return seed & 1 == 0 ? enclave : vm.addr(SECOND);
    }

    function _any(uint256 seed) private view returns (JobId) {
        return jobs[seed % jobs.length];
    }

    /// @dev Fuzzers like small numbers; here every bit of one counts.
    function _mix(uint256 seed) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed)));
    }

    function _subject(uint256 i) private pure returns (uint256) {
        return uint256(keccak256(abi.encode("subject", i)));
    }
}
