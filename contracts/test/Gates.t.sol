// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {JobMarket} from "../src/JobMarket.sol";
import {IBudgetLedger} from "../src/interfaces/IBudgetLedger.sol";
import {IConsentLedger} from "../src/interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IGate} from "../src/interfaces/IGate.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {DatasetId, JobId, StudyId} from "../src/interfaces/Ids.sol";
import {Gates} from "../src/libraries/Gates.sol";
import {Container, Containers} from "./support/AttestationFake.sol";
import {GatedTest} from "./support/GatedTest.sol";
import {Spender, StudyGate, ToldGate, VoteGate} from "./support/Gates.sol";
import {vm} from "./support/Vm.sol";

/// @dev What later features are made of, beside contracts that stay as they are: gates, studies, other spenders.
contract GatesTest is GatedTest {
    using Containers for Container;

    uint256 private constant THIRD = uint256(keccak256("third broker"));

    // What a gate is asked.

    function _assertAsked(uint256 count, IGate.Moment moment, JobId job, address caller, bytes memory data)
        private
        view
    {
        vm.assertEq(gate.asked(), count, "asked");
        vm.assertEq(uint256(gate.moment()), uint256(moment), "moment");
        vm.assertEq(JobId.unwrap(gate.job()), JobId.unwrap(job), "job");
        vm.assertEq(DatasetId.unwrap(gate.dataset()), DatasetId.unwrap(dataset), "dataset");
        vm.assertEq(gate.caller(), caller, "caller");
        vm.assertEq(gate.data(), data, "data");
        vm.assertEq(gate.specHash(), keccak256(abi.encode(market.specOf(job))), "spec");
    }

    function test_aGate_isAskedAtEachStep() public {
        uint32 version = _name(address(gate), ALL_MOMENTS, Gates.REFUSE);
        JobId job = _post(_newSpec(version));
        _assertAsked(1, IGate.Moment.Post, job, researcher, "");
        _approve(job);
        _assertAsked(2, IGate.Moment.Approve, job, address(this), abi.encode(market.jobOf(job).approvedUntil));
        _claim(job);
        _assertAsked(3, IGate.Moment.Claim, job, operator, abi.encode(enclave));
        _pass(1, 1);
        _release(job);
        _assertAsked(4, IGate.Moment.Release, job, broker, abi.encode(enclave));
        vm.roll(block.number + 101);
        (uint64 claimRound, uint64 consentRound) = (_round(job), market.jobOf(job).consentRound);
        vm.prank(operator);
        market.rerun(job, claimRound, consentRound);
        _assertAsked(5, IGate.Moment.Rerun, job, operator, "");
        _pass(1, 1);
        _charge(job);
        _assertAsked(6, IGate.Moment.Charge, job, operator, abi.encode(_chargeOf(job)));
        IJobMarket.Receipt memory r = _receipt(job);
        _seal(job);
        _assertAsked(7, IGate.Moment.Seal, job, address(this), abi.encode(r));
        _open(job);
        vm.assertEq(gate.asked(), 7, "no more");
    }

    function test_aGate_isAskedAtARedrawAsAtACharge() public {
        uint32 version = _name(address(gate), _at(IGate.Moment.Charge), Gates.REFUSE);
        JobId job = _post(_newSpec(version));
        _approve(job);
        _claim(job);
        _pass(1, 1);
        _release(job);
        _pass(1, 1);
        _charge(job);
        IJobMarket.Charge memory c = _chargeOf(job);
        _assertAsked(1, IGate.Moment.Charge, job, operator, abi.encode(c));
        _registerWorker(SECOND, operator, NOW + LIFE);
        uint64 round = _round(job);
        vm.prank(broker);
        market.handOver(job, enclave, vm.addr(SECOND), round);
        vm.prank(operator);
        market.redraw(job, round, c, keccak256("other shares of noise"), c.moment);
        c.noise = keccak256("other shares of noise");
        _assertAsked(2, IGate.Moment.Charge, job, operator, abi.encode(c));
    }

    function test_aPrivateSeatThatSharesItsDraw_cannotDrawAgain() public {
        (JobId first,) = _twoPrivateSeats();
        IJobMarket.Charge memory c = _chargeOf(first);
        _chargeWith(operator, first, c);
        _registerWorker(uint256(keccak256("fourth enclave")), operator, NOW + LIFE);
        uint64 round = _round(first);
        vm.prank(broker);
        market.handOver(first, enclave, vm.addr(uint256(keccak256("fourth enclave"))), round);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobDrawShared.selector, first));
        market.redraw(first, round, c, keccak256("other shares of noise"), c.moment);
    }

    function test_aGate_isAskedAtTheMomentsThatThePolicySays() public {
        uint32 version = _name(address(gate), _at(IGate.Moment.Charge) | _at(IGate.Moment.Fail), Gates.REFUSE);
        JobId job = _post(_newSpec(version));
        _approve(job);
        _claim(job);
        _pass(1, 1);
        _release(job);
        vm.assertEq(gate.asked(), 0, "not yet");
        uint64 round = _round(job);
        vm.prank(operator);
        market.abandon(job, round);
        _assertAsked(1, IGate.Moment.Fail, job, operator, abi.encode(IJobMarket.Failure.Abandoned));
    }

    // Refusing.

    function test_aGateThatReverts_stopsTheStepAndItsReasonIsPassedOn() public {
        uint32 version = _name(address(gate), ALL_MOMENTS, Gates.REFUSE);
        bytes memory reason = abi.encodeWithSelector(ToldGate.Refused.selector, "not today");
        gate.refuse(true);
        IJobMarket.JobSpec memory spec = _newSpec(version);
        vm.expectRevert(reason);
        _post(spec);
        gate.refuse(false);
        JobId job = _post(spec);
        gate.refuse(true);
        uint64 until = uint64(block.timestamp) + 1 hours;
        bytes memory signature = _sign(CUSTODIAN, market.hashApproval(job, until));
        vm.expectRevert(reason);
        market.approve(job, until, signature);
        gate.refuse(false);
        _approve(job);
        gate.refuse(true);
        vm.prank(operator);
        vm.expectRevert(reason);
        market.claim{value: BOND}(job, enclave);
        gate.refuse(false);
        _claim(job);
        _pass(1, 1);
        gate.refuse(true);
        uint64 round = _round(job);
        vm.prank(broker);
        vm.expectRevert(reason);
        market.recordRelease(job, enclave, round, ANY, ANY);
        gate.refuse(false);
        _release(job);
        gate.refuse(true);
        IJobMarket.Charge memory c = _chargeOf(job);
        vm.prank(operator);
        vm.expectRevert(reason);
        market.charge(job, round, c);
        gate.refuse(false);
        _charge(job);
        gate.refuse(true);
        IJobMarket.Receipt memory r = _receipt(job);
        signature = _sign(ENCLAVE, _receiptDigest(r));
        vm.expectRevert(reason);
        market.seal(job, r, signature, CIPHERTEXT);
        gate.refuse(false);
        _seal(job);
        _open(job);
    }

    function test_aGate_cannotKeepAJobFromFailing() public {
        uint32 version = _name(address(gate), _at(IGate.Moment.Fail), Gates.REFUSE | Gates.EXCUSE);
        for (uint256 i = 0; i < 3; ++i) {
            IJobMarket.JobSpec memory spec = _newSpec(version);
            spec.nonce += uint64(i);
            JobId job = _post(spec);
            _approve(job);
            _claim(job);
            _pass(1, 1);
            _release(job);
            gate.refuse(i == 0);
            gate.burn(i == 1);
            gate.returnMuch(i == 2);
            uint64 round = _round(job);
            uint256 gas = gasleft();
            vm.prank(operator);
            market.abandon(job, round);
            vm.assertLe(gas - gasleft(), 600_000, "gas");
            _assertState(job, IJobMarket.State.Failed);
        }
    }

    // Excusing.

    function _failedJob(uint16 powers) private returns (JobId job) {
        uint32 version = _name(address(gate), _at(IGate.Moment.Fail), powers);
        job = _post(_newSpec(version));
        _approve(job);
        _claim(job);
        _pass(1, 1);
        _release(job);
        IGate.Answer memory answer;
        answer.excuse = true;
        gate.tell(answer);
    }

    function test_aGateWithThePower_excusesAnOperator() public {
        uint256 before = operator.balance;
        JobId job = _failedJob(Gates.EXCUSE);
        uint64 round = _round(job);
        vm.expectEmit(address(market));
        emit IJobMarket.JobFailed(job, IJobMarket.Failure.Excused, 0);
        vm.prank(operator);
        market.abandon(job, round);
        vm.assertEq(operator.balance, before, "the bond is back");
        _assertBudget(0, RHO); // and the budget is not
    }

    function test_aGateWithoutThePower_excusesNobody() public {
        uint256 before = operator.balance;
        JobId job = _failedJob(Gates.REFUSE);
        uint64 round = _round(job);
        vm.prank(operator);
        market.abandon(job, round);
        vm.assertEq(operator.balance, before - BOND, "bond");
    }

    /// @dev No one takes an excuse away by bringing too little gas for the gate.
    function test_anExcuse_doesNotDependOnTheCallersGas() public {
        JobId job = _failedJob(Gates.EXCUSE);
        _pass(1, 2 hours);
        uint256 before = researcher.balance;
        bytes memory call_ = abi.encodeCall(IJobMarket.fail, (job, _round(job)));
        bool done;
        for (uint256 gas = 60_000; gas < 900_000 && !done; gas += 2_500) {
            (done,) = address(market).call{gas: gas}(call_);
        }
        vm.assertTrue(done, "failed at last");
        vm.assertEq(researcher.balance, before + FEE, "without the bond");
    }

    // Answers beyond its powers.

    function _expectExceeds(JobId job) private {
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobGateExceeds.selector, job, address(gate)));
    }

    function test_anAnswerBeyondAGatesPowers_isAnError() public {
        uint32 version = _name(address(gate), ALL_MOMENTS, Gates.REFUSE);
        IJobMarket.JobSpec memory spec = _newSpec(version);
        JobId job = market.jobId(spec);
        for (uint256 i = 0; i < 5; ++i) {
            IGate.Answer memory a;
            if (i == 0) a.approve = true;
            if (i == 1) a.consentRound = 1;
            if (i == 2) a.broker = bob;
            if (i == 3) a.excuse = true;
            if (i == 4) a.budgetKey = keccak256("key");
            gate.tell(a);
            _expectExceeds(job);
            _post(spec);
        }
    }

    function test_powersOverStudies_countForNothingInAJobByItself() public {
        uint32 version = _name(address(gate), ALL_MOMENTS, Gates.POWERS);
        JobId job = _post(_newSpec(version));
        _approve(job);
        IGate.Answer memory a;
        a.broker = bob;
        gate.tell(a);
        vm.prank(operator);
        _expectExceeds(job);
        market.claim{value: BOND}(job, enclave);
        (a.broker, a.consentRound) = (address(0), 5);
        gate.tell(a);
        vm.prank(operator);
        _expectExceeds(job);
        market.claim{value: BOND}(job, enclave);
        a.consentRound = 0;
        gate.tell(a);
        _claim(job);
        a.budgetKey = keccak256(abi.encode(bytes32(0), uint32(0), dataset));
        gate.tell(a);
        uint64 round = _round(job);
        vm.prank(broker);
        _expectExceeds(job);
        market.recordRelease(job, enclave, round, ANY, ANY);
    }

    function test_aBudgetKey_isThatOfTheStudysRoundAndNoOther() public {
        uint32 version = _name(address(gate), ALL_MOMENTS, Gates.POWERS);
        IJobMarket.JobSpec memory spec = _newSpec(version);
        (spec.study, spec.seat, spec.round) = (STUDY, 1, 3);
        IGate.Answer memory a;
        a.approve = true;
        gate.tell(a);
        JobId job = _post(spec);
        a.approve = false;
        gate.tell(a);
        _claim(job);
        a.budgetKey = JobId.unwrap(job); // that of some other amount
        gate.tell(a);
        uint64 round = _round(job);
        vm.prank(broker);
        _expectExceeds(job);
        market.recordRelease(job, enclave, round, ANY, ANY);
        a.budgetKey = keccak256(abi.encode(STUDY, uint32(3), dataset));
        gate.tell(a);
        _release(job);
        vm.assertEq(market.budgetKeyOf(job), a.budgetKey, "key");
    }

    function test_aConsentRoundThatIsNotOver_isAnError() public {
        uint32 version = _name(address(gate), ALL_MOMENTS, Gates.POWERS);
        IJobMarket.JobSpec memory spec = _newSpec(version);
        spec.study = STUDY;
        IGate.Answer memory a;
        a.approve = true;
        gate.tell(a);
        JobId job = _post(spec);
        (a.approve, a.consentRound) = (false, uint64(block.number) + 1);
        gate.tell(a);
        vm.prank(operator);
        _expectExceeds(job);
        market.claim{value: BOND}(job, enclave);
    }

    function test_twoGates_haveToAgree() public {
        ToldGate other = new ToldGate();
        bytes32[] memory words = new bytes32[](2);
        words[0] = _word(address(gate), ALL_MOMENTS, Gates.POWERS);
        words[1] = _word(address(other), ALL_MOMENTS, Gates.POWERS);
        if (words[1] < words[0]) (words[0], words[1]) = (words[1], words[0]);
        uint32 version = _name(words, address(0));
        IJobMarket.JobSpec memory spec = _newSpec(version);
        spec.study = STUDY;
        IGate.Answer memory a;
        a.approve = true;
        gate.tell(a);
        JobId job = _post(spec); // one approves
        (a.approve, a.broker) = (false, bob);
        gate.tell(a);
        a.broker = alice;
        other.tell(a);
        vm.prank(operator);
        vm.expectPartialRevert(IJobMarket.JobGateExceeds.selector);
        market.claim{value: BOND}(job, enclave);
        a.broker = bob;
        other.tell(a);
        _claim(job);
        vm.assertEq(market.jobOf(job).seatBroker, bob, "seat's broker");
    }

    // An asset.

    function test_anAsset_isInUseAndItsGatesMayOnlyRefuse() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.means.gates = new bytes32[](1);
        p.means.gates[0] = _word(address(gate), ALL_MOMENTS, Gates.POWERS);
        IDatasetRegistry.Registration memory registration = _registration();
        registration.name = "a model";
        vm.startPrank(custodian);
        (DatasetId asset,) = registry.register(registration, p);
        registry.addVersion(asset, _version());
        vm.stopPrank();
        IJobMarket.JobSpec memory spec = _spec();
        (spec.asset, spec.assetVersion, spec.assetPolicyVersion) = (asset, 1, 1);
        JobId job = _post(spec);
        vm.assertEq(DatasetId.unwrap(gate.dataset()), DatasetId.unwrap(asset), "asked for the asset");
        _approve(job);
        IGate.Answer memory a;
        a.approve = true;
        gate.tell(a);
        spec.nonce += 1;
        _expectExceeds(market.jobId(spec));
        _post(spec);
        a.approve = false;
        gate.tell(a);
        vm.prank(custodian);
        registry.stop(asset);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetIsStopped.selector, asset));
        market.claim{value: BOND}(job, enclave);
        spec.nonce += 1;
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetIsStopped.selector, asset));
        _post(spec);
        vm.prank(custodian);
        registry.resume(asset);
        _claim(job);
        _pass(1, 1);
        _release(job);
        vm.prank(custodian);
        registry.stop(asset);
        uint64 round = _round(job);
        vm.prank(operator);
        market.endNotInUse(job, round); // a reason as good as the dataset's
        _assertBudget(0, 0);
    }

    // A vote and a contest.

    function test_aVote_approvesAndRefusesJobs() public {
        address[] memory voters = new address[](3);
        (voters[0], voters[1], voters[2]) = (alice, bob, relayer);
        VoteGate vote = new VoteGate(market, voters, 2);
        uint16 moments = _at(IGate.Moment.Approve) | _at(IGate.Moment.Claim) | _at(IGate.Moment.Release);
        uint32 version = _name(address(vote), moments, Gates.REFUSE | Gates.APPROVE | Gates.FEED);
        bytes32 code = address(market).codehash;

        JobId job = _post(_newSpec(version));
        uint64 until = uint64(block.timestamp) + 1 hours;
        bytes memory signature = _sign(CUSTODIAN, market.hashApproval(job, until));
        vm.expectRevert(abi.encodeWithSelector(VoteGate.VotesMissing.selector, job, 0, 2));
        market.approve(job, until, signature); // the custodian alone is not enough any more
        vm.prank(alice);
        vote.vote(job, true);
        vm.prank(bob);
        vote.vote(job, true);
        market.approve(job, until, ""); // the vote is
        _assertState(job, IJobMarket.State.Approved);
        _claim(job);
        _pass(1, 1);
        vm.prank(relayer);
        vote.vote(job, false);
        uint64 round = _round(job);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(VoteGate.Vetoed.selector, job));
        market.recordRelease(job, enclave, round, ANY, ANY);

        // A subject contests, and the feeds have it.
        bytes32 hash = keccak256("I do not want this");
        (uint64 count, bytes24 head) = market.feedOf(dataset);
        vote.contest(dataset, job, hash);
        (uint64 after_, bytes24 next) = market.feedOf(dataset);
        vm.assertEq(after_, count + 1, "count");
        bytes24 expected = bytes24(
            keccak256(abi.encode(head, count + 1, IJobMarket.FeedKind.Contest, dataset, job, hash, block.number))
        );
        vm.assertEq(bytes32(next), bytes32(expected), "head");
        vm.assertEq(address(market).codehash, code, "the market is as it was");
    }

    function test_appendContest_isForGatesWithThePower() public {
        VoteGate vote = new VoteGate(market, new address[](0), 0);
        JobId none = JobId.wrap(0);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotGate.selector, dataset, address(vote)));
        vote.contest(dataset, none, keccak256("contest"));
        _name(address(vote), ALL_MOMENTS, Gates.REFUSE | Gates.APPROVE);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotGate.selector, dataset, address(vote)));
        vote.contest(dataset, none, keccak256("contest"));
        _name(address(vote), ALL_MOMENTS, Gates.FEED);
        vote.contest(dataset, none, keccak256("contest"));
        JobId unknown = JobId.wrap(keccak256("unknown"));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobUnknown.selector, unknown));
        vote.contest(dataset, unknown, keccak256("contest"));
    }

    // A study of two seats.

    StudyGate private study;
    uint32 private studyPolicy;

    /// @dev Two seats on one dataset, each with a broker of its own, for two rounds.
    function _openStudy() private {
        study = new StudyGate(market);
        studyPolicy = _name(
            address(study),
            ALL_MOMENTS,
            Gates.REFUSE | Gates.APPROVE | Gates.CONSENT_ROUND | Gates.BROKER | Gates.EXCUSE | Gates.BUDGET_KEY
        );
        address[] memory brokers = new address[](2);
        (brokers[0], brokers[1]) = (broker, vm.addr(THIRD));
        vm.prank(researcher);
        study.open(STUDY, 2, 2, brokers);
        _registerWorker(SECOND, bob, uint64(block.timestamp) + 20 days);
        vm.deal(bob, 100 ether);
        collaterals.post(_freshCollateral().encode());
    }

    function _seatOf(uint16 seat, uint32 round) private view returns (IJobMarket.JobSpec memory spec) {
        spec = _newSpec(studyPolicy);
        (spec.study, spec.seat, spec.round) = (STUDY, seat, round);
        spec.release = IJobMarket.Release.Part;
    }

    function _releaseBy(address who, JobId job, address enclave_) private {
        uint64 round = _round(job);
        vm.prank(who);
        market.recordRelease(job, enclave_, round, ANY, ANY);
    }

    function _chargeBy(address who, JobId job) private {
        IJobMarket.Charge memory c = _chargeOf(job);
        uint64 round = _round(job);
        vm.prank(who);
        market.charge(job, round, c);
    }

    function test_aStudyOfTwoSeats_sharesConsentRoundAndBudget() public {
        _openStudy();
        bytes32 code = address(market).codehash;
        (JobId first, JobId second) = (_post(_seatOf(0, 0)), _post(_seatOf(1, 0)));
        _assertState(first, IJobMarket.State.Approved); // no one signs for each seat
        _claim(first);
        uint64 consentRound = uint64(block.number);
        _pass(3, 3);
        vm.prank(bob);
        market.claim{value: BOND}(second, vm.addr(SECOND));
        vm.assertEq(market.jobOf(second).consentRound, consentRound, "one consent round for all");
        vm.assertTrue(market.jobOf(second).claimRound > consentRound, "though it came later");

        // Each seat has its broker, and the budget of the round is taken once.
        uint64 round = _round(second);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotBroker.selector, second, broker));
        market.recordRelease(second, vm.addr(SECOND), round, ANY, ANY);
        _releaseBy(broker, first, enclave);
        _releaseBy(vm.addr(THIRD), second, vm.addr(SECOND));
        _assertBudget(RHO, 0);
        vm.assertEq(market.budgetKeyOf(first), market.budgetKeyOf(second), "key");
        bytes32 key = keccak256(abi.encode(STUDY, uint32(0), dataset));
        vm.assertEq(market.budgetKeyOf(first), key, "key");
        vm.assertEq(budget.amountOf(dataset, address(market), key).holders, 2, "holders");
        _pass(1, 1);
        _chargeBy(operator, first);
        _assertBudget(0, RHO);
        _chargeBy(bob, second);
        _assertBudget(0, RHO);

        // Each seals and opens for itself.
        _seal(first);
        IJobMarket.Receipt memory r = _receipt(second);
        market.seal(second, r, _sign(SECOND, _receiptDigest(r)), CIPHERTEXT);
        _open(first);
        _open(second);

        // The next round is another amount.
        JobId next = _post(_seatOf(0, 1));
        _claim(next);
        _pass(1, 1);
        _releaseBy(broker, next, enclave);
        _assertBudget(RHO, RHO);
        IJobMarket.JobSpec memory over = _seatOf(0, 2);
        vm.expectRevert(abi.encodeWithSelector(StudyGate.NoSeat.selector, STUDY, 0, 2));
        _post(over);
        vm.assertEq(address(market).codehash, code, "the market is as it was");
    }

    /// @dev A gate that votes, a study and another spender under one policy, beside contracts that do not change for
    /// them.
    function test_aVoteAContestAStudyAndAnotherSpender_inOneNetwork() public {
        bytes32 codes = _codes();
        address[] memory voters = new address[](2);
        (voters[0], voters[1]) = (alice, bob);
        VoteGate vote = new VoteGate(market, voters, 2);
        Spender spender = new Spender(budget);
        _openStudy();
        bytes32[] memory words = new bytes32[](2);
        words[0] = _word(
            address(vote),
            _at(IGate.Moment.Approve) | _at(IGate.Moment.Release),
            Gates.REFUSE | Gates.APPROVE | Gates.FEED
        );
        words[1] = _word(address(study), ALL_MOMENTS, Gates.POWERS & ~Gates.FEED);
        if (words[1] < words[0]) (words[0], words[1]) = (words[1], words[0]);
        studyPolicy = _name(words, address(spender));
        collaterals.post(_freshCollateral().encode());
        spender.spend(dataset, keccak256("k"), keccak256("k"), bob, 50_000, 0);

        // Both seats are voted for; their consent round and their budget are one.
        IJobMarket.JobSpec[2] memory seats = [_seatOf(0, 0), _seatOf(1, 0)];
        vm.expectPartialRevert(VoteGate.VotesMissing.selector);
        vm.prank(researcher);
        market.post{value: FEE}(seats[0], PARAMETERS, RESEARCHER_KEY);
        _vote(vote, market.jobId(seats[0]));
        _vote(vote, market.jobId(seats[1]));
        (JobId first, JobId second) = (_post(seats[0]), _post(seats[1]));
        _claim(first);
        _pass(2, 2);
        vm.prank(bob);
        market.claim{value: BOND}(second, vm.addr(SECOND));
        vm.assertEq(market.jobOf(second).consentRound, market.jobOf(first).consentRound, "consent round");
        _releaseBy(broker, first, enclave);
        _releaseBy(vm.addr(THIRD), second, vm.addr(SECOND));
        _assertBudget(50_000 + RHO, 0);
        _pass(1, 1);
        _chargeBy(operator, first);
        _chargeBy(bob, second);
        _assertBudget(50_000, RHO);
        _seal(first);
        IJobMarket.Receipt memory r = _receipt(second);
        market.seal(second, r, _sign(SECOND, _receiptDigest(r)), CIPHERTEXT);
        _open(first);
        _open(second);

        // A job by itself is voted for, and contested.
        JobId alone = _post(_newSpec(studyPolicy));
        _vote(vote, alone);
        market.approve(alone, uint64(block.timestamp) + 1 hours, "");
        vote.contest(dataset, alone, keccak256("I do not want this"));
        (uint64 count,) = market.feedOf(dataset);
        vm.assertEq(count, 6, "three posts, two ends, a contest");
        spender.settle(dataset, keccak256("k"), keccak256("k"));
        _assertBudget(0, 50_000 + RHO);
        vm.assertEq(_codes(), codes, "every contract is as it was");
    }

    function _vote(VoteGate vote, JobId job) private {
        vm.prank(alice);
        vote.vote(job, true);
        vm.prank(bob);
        vote.vote(job, true);
    }

    function _codes() private view returns (bytes32) {
        return keccak256(
            abi.encode(
                address(market).codehash,
                address(budget).codehash,
                address(registry).codehash,
                address(ledger).codehash,
                address(workers).codehash,
                address(collaterals).codehash
            )
        );
    }

    function test_aStudy_movesItsConsentRoundForAllSeats() public {
        _openStudy();
        IConsentLedger.Grant memory g = _grant(alice, 1);
        g.policyVersion = studyPolicy;
        _enrol(ALICE, g);
        (JobId first, JobId second) = (_post(_seatOf(0, 0)), _post(_seatOf(1, 0)));
        _claim(first);
        _pass(1, 1);
        _releaseBy(broker, first, enclave);
        g = _revocation(alice, 2);
        g.policyVersion = studyPolicy;
        _submit(ALICE, g);
        _pass(1, 1);
        (uint64 claimRound, uint64 consentRound) = (_round(first), market.jobOf(first).consentRound);
        vm.prank(operator);
        market.rerun(first, claimRound, consentRound);
        uint64 moved = uint64(block.number);
        vm.assertEq(market.jobOf(first).consentRound, moved, "moved");
        _pass(1, 1);
        vm.prank(bob);
        market.claim{value: BOND}(second, vm.addr(SECOND));
        vm.assertEq(market.jobOf(second).consentRound, moved, "for the other, too");
    }

    function test_aSeatWhoseStudyLacksItsQuorum_isExcused() public {
        _openStudy();
        JobId first = _post(_seatOf(0, 0));
        uint256 before = operator.balance;
        _claim(first);
        _pass(1, 1);
        _releaseBy(broker, first, enclave);
        _pass(1, 1);
        _chargeBy(operator, first); // and the other seat never comes
        _pass(1, 2 hours);
        vm.expectEmit(address(market));
        emit IJobMarket.JobFailed(first, IJobMarket.Failure.Excused, 0);
        market.fail(first, _round(first));
        vm.assertEq(operator.balance, before, "bond");
        _assertBudget(0, RHO);
    }

    function test_aSeatsBudget_staysWithTheOthersWhenOneLeaves() public {
        _openStudy();
        (JobId first, JobId second) = (_post(_seatOf(0, 0)), _post(_seatOf(1, 0)));
        _claim(first);
        vm.prank(bob);
        market.claim{value: BOND}(second, vm.addr(SECOND));
        _pass(1, 1);
        _releaseBy(broker, first, enclave);
        _releaseBy(vm.addr(THIRD), second, vm.addr(SECOND));
        vm.prank(custodian);
        registry.stop(dataset);
        uint64 round = _round(first);
        vm.prank(operator);
        market.endNotInUse(first, round);
        _assertBudget(RHO, 0); // the other has it still
        round = _round(second);
        vm.prank(bob);
        market.endNotInUse(second, round);
        _assertBudget(0, 0);
    }

    function test_aSeat_leavesASharedBudgetAsOftenAsOneByItself() public {
        Spender spender = new Spender(budget);
        _name(new bytes32[](0), address(spender));
        bytes32 key = keccak256("round");
        spender.spend(dataset, key, keccak256("stays"), researcher, RHO, 0);
        for (uint256 n = 0; n < 3; ++n) {
            spender.spend(dataset, key, keccak256("comes and goes"), researcher, RHO, 0);
            spender.giveBack(dataset, key, keccak256("comes and goes"));
        }
        spender.spend(dataset, key, keccak256("comes and goes"), researcher, RHO, 0);
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetReturnsExhausted.selector, dataset, key));
        spender.giveBack(dataset, key, keccak256("comes and goes"));
        _assertBudget(RHO, 0);
        spender.giveBack(dataset, key, keccak256("stays")); // it is the other's to give back no more
        spender.settle(dataset, key, keccak256("comes and goes"));
        _assertBudget(0, RHO);
    }

    /// @dev Two private seats of a round, released, which share its budget; their charges.
    function _twoPrivateSeats() private returns (JobId first, JobId second) {
        _openStudy();
        IJobMarket.JobSpec memory spec = _seatOf(0, 0);
        spec.release = IJobMarket.Release.Private;
        first = _post(spec);
        spec.seat = 1;
        second = _post(spec);
        _claim(first);
        vm.prank(bob);
        market.claim{value: BOND}(second, vm.addr(SECOND));
        _pass(1, 1);
        _releaseBy(broker, first, enclave);
        _releaseBy(vm.addr(THIRD), second, vm.addr(SECOND));
        _pass(1, 1);
        _assertBudget(RHO, 0);
    }

    function _chargeWith(address who, JobId job, IJobMarket.Charge memory c) private {
        uint64 round = _round(job);
        vm.prank(who);
        market.charge(job, round, c);
    }

    function _receiptWith(JobId job, IJobMarket.Charge memory c) private view returns (IJobMarket.Receipt memory r) {
        r = _receipt(job);
        r.charge = c;
    }

    function _sealWith(uint256 key, JobId job, IJobMarket.Charge memory c) private {
        IJobMarket.Receipt memory r = _receiptWith(job, c);
        market.seal(job, r, _sign(key, _receiptDigest(r)), CIPHERTEXT);
    }

    function _drawOf(JobId job, IJobMarket.Charge memory c) private view returns (bytes32) {
        IJobMarket.JobSpec memory spec = market.specOf(job);
        (spec.seat, spec.nonce, spec.fee, spec.researcher, spec.researcherKey) = (0, 0, 0, address(0), 0);
        IJobMarket.Job memory j = market.jobOf(job);
        return keccak256(abi.encode(spec, c.consentRoot, c.liveSubjects, c.noise, j.rhoTotal, j.deltaTotal));
    }

    function test_privateSeatsThatShareABudget_drawWhatWasSealedFirst() public {
        (JobId first, JobId second) = _twoPrivateSeats();
        IJobMarket.Charge memory c = _chargeOf(first);
        uint64 two = _round(second);
        _chargeWith(operator, first, c);
        vm.assertEq(market.drawOf(second), bytes32(0), "no operator's word fixes it");
        _sealWith(ENCLAVE, first, c);
        bytes32 draw = _drawOf(first, c);
        vm.assertEq(market.drawOf(second), draw, "what an enclave signed does");

        // A second draw, for which nothing is paid: with other noise, of other people, of more or fewer.
        IJobMarket.Charge[3] memory others = [_chargeOf(second), _chargeOf(second), _chargeOf(second)];
        others[0].noise = keccak256("other shares of noise");
        others[1].consentRoot = keccak256("other people");
        others[2].liveSubjects -= 1;
        for (uint256 i = 0; i < 3; ++i) {
            bytes32 other = _drawOf(second, others[i]);
            vm.prank(bob);
            vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobDrawDiffers.selector, second, other, draw));
            market.charge(second, two, others[i]);
        }
        c = _chargeOf(second);
        c.inputs = keccak256("inputs of the other seat");
        _chargeWith(bob, second, c);
        _sealWith(SECOND, second, c); // the same answer from another enclave
        _assertBudget(0, RHO);
    }

    function test_aChargeThatNoEnclaveSigned_takesNothingFromOtherSeats() public {
        (JobId first, JobId second) = _twoPrivateSeats();
        IJobMarket.Charge memory rubbish = _chargeOf(first);
        rubbish.noise = keccak256("rubbish");
        _chargeWith(operator, first, rubbish);
        IJobMarket.Charge memory c = _chargeOf(second);
        _chargeWith(bob, second, c);
        uint256 before = bob.balance;
        _sealWith(SECOND, second, c);
        _open(second);
        vm.assertEq(bob.balance, before + BOND + FEE, "paid");
        // The other can seal nothing else under that budget.
        IJobMarket.Receipt memory r = _receiptWith(first, rubbish);
        bytes memory signature = _sign(ENCLAVE, _receiptDigest(r));
        vm.expectRevert(
            abi.encodeWithSelector(
                IJobMarket.JobDrawDiffers.selector, first, _drawOf(first, rubbish), _drawOf(second, c)
            )
        );
        market.seal(first, r, signature, CIPHERTEXT);
    }

    function test_aChargedSeatThatMeetsAnotherDraw_endsWithoutBlame() public {
        (JobId first, JobId second) = _twoPrivateSeats();
        IJobMarket.Charge memory c = _chargeOf(first);
        IJobMarket.Charge memory other = _chargeOf(second);
        other.liveSubjects += 1;
        _chargeWith(operator, first, c);
        _chargeWith(bob, second, other);
        uint64 round = _round(second);
        vm.prank(bob);
        _expect(IJobMarket.JobDrawFits.selector, second);
        market.endDrawDiffers(second, round, other); // none is fixed yet
        _sealWith(ENCLAVE, first, c);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotOperator.selector, second, operator));
        market.endDrawDiffers(second, round, other);
        vm.prank(bob);
        _expect(IJobMarket.JobChargeMismatch.selector, second);
        market.endDrawDiffers(second, round, c); // it was charged otherwise
        (uint256 bobs, uint256 researchers) = (bob.balance, researcher.balance);
        vm.expectEmit(address(market));
        emit IJobMarket.JobFailed(second, IJobMarket.Failure.DrawDiffers, 0);
        vm.prank(bob);
        market.endDrawDiffers(second, round, other);
        vm.assertEq(bob.balance, bobs + BOND, "bond");
        vm.assertEq(researcher.balance, researchers + FEE, "fee");
        _assertState(second, IJobMarket.State.Failed);
        _assertBudget(0, RHO);
    }

    function test_aReleasedSeatThatMeetsAnotherDraw_endsItsClaimWithoutBlame() public {
        (JobId first, JobId second) = _twoPrivateSeats();
        IJobMarket.Charge memory c = _chargeOf(first);
        _chargeWith(operator, first, c);
        _sealWith(ENCLAVE, first, c);
        uint64 round = _round(second);
        vm.prank(bob);
        _expect(IJobMarket.JobDrawFits.selector, second);
        market.endDrawDiffers(second, round, c);
        IJobMarket.Charge memory other = _chargeOf(second);
        other.consentRound -= 1;
        vm.prank(bob);
        vm.expectPartialRevert(IJobMarket.JobConsentRoundWrong.selector);
        market.endDrawDiffers(second, round, other); // of another claim
        other = _chargeOf(second);
        other.consentRoot = keccak256("other people");
        uint256 before = bob.balance;
        vm.expectEmit(address(market));
        emit IJobMarket.ClaimEnded(second, vm.addr(SECOND), round, IJobMarket.ClaimEnd.DrawDiffers, 0);
        vm.prank(bob);
        market.endDrawDiffers(second, round, other);
        vm.assertEq(bob.balance, before + BOND, "bond");
        _assertState(second, IJobMarket.State.Approved);
    }

    /// @dev Two private seats of a round, the second of another specification; what the first draws is sealed, and not
    /// the second's.
    function _assertAnotherDraw(IJobMarket.JobSpec memory spec, IJobMarket.JobSpec memory otherSpec) private {
        (JobId first, JobId second) = (_post(spec), _post(otherSpec));
        _claim(first);
        vm.prank(bob);
        market.claim{value: BOND}(second, vm.addr(SECOND));
        _pass(1, 1);
        _releaseBy(broker, first, enclave);
        _releaseBy(vm.addr(THIRD), second, vm.addr(SECOND));
        _pass(1, 1);
        IJobMarket.Charge memory c = _chargeOf(first);
        _chargeWith(operator, first, c);
        _sealWith(ENCLAVE, first, c);
        c = _chargeOf(second);
        uint64 round = _round(second);
        vm.prank(bob);
        vm.expectPartialRevert(IJobMarket.JobDrawDiffers.selector);
        market.charge(second, round, c);
    }

    function _twoSpecs() private returns (IJobMarket.JobSpec memory one, IJobMarket.JobSpec memory two) {
        _openStudy();
        (one, two) = (_seatOf(0, 0), _seatOf(1, 0));
        (one.release, two.release) = (IJobMarket.Release.Private, IJobMarket.Release.Private);
    }

    function test_privateSeatsOfAnotherProgram_doNotShareADraw() public {
        (IJobMarket.JobSpec memory one, IJobMarket.JobSpec memory two) = _twoSpecs();
        two.program = keccak256("another program");
        _assertAnotherDraw(one, two);
    }

    function test_privateSeatsForAnotherPurpose_doNotShareADraw() public {
        (IJobMarket.JobSpec memory one, IJobMarket.JobSpec memory two) = _twoSpecs();
        two.purpose = 2; // others consent to it
        _assertAnotherDraw(one, two);
    }

    function test_privateSeatsWithAnotherModel_doNotShareADraw() public {
        (IJobMarket.JobSpec memory one, IJobMarket.JobSpec memory two) = _twoSpecs();
        IDatasetRegistry.Registration memory registration = _registration();
        registration.name = "a model";
        vm.startPrank(custodian);
        (two.asset,) = registry.register(registration, _policy());
        registry.addVersion(two.asset, _version());
        vm.stopPrank();
        (two.assetVersion, two.assetPolicyVersion) = (1, 1);
        _assertAnotherDraw(one, two);
    }

    function test_privateSeatsAtAnotherTotal_doNotShareADraw() public {
        (JobId first, JobId second) = _twoPrivateSeats();
        IJobMarket.Charge memory c = _chargeOf(first);
        _chargeWith(operator, first, c);
        _sealWith(ENCLAVE, first, c);
        // A third comes when more is spent, so that subjects with a limit are not in it.
        IJobMarket.JobSpec memory spec = _newSpec(studyPolicy);
        JobId other = _post(spec);
        _approve(other);
        _claim(other);
        _pass(1, 1);
        _releaseBy(broker, other, enclave);
        spec = market.specOf(first);
        spec.nonce += 1;
        JobId third = _post(spec);
        _claim(third);
        _releaseBy(broker, third, enclave);
        _pass(1, 1);
        vm.assertEq(market.jobOf(third).rhoTotal, 2 * RHO, "total");
        c = _chargeOf(third);
        uint64 round = _round(third);
        vm.prank(operator);
        vm.expectPartialRevert(IJobMarket.JobDrawDiffers.selector);
        market.charge(third, round, c);
        vm.assertEq(market.jobOf(second).rhoTotal, RHO, "the second's is the first's");
    }

    /// @dev A job that a gate is ready to approve.
    function _approvable() private returns (JobId) {
        uint32 version = _name(address(gate), _at(IGate.Moment.Approve), Gates.APPROVE);
        IGate.Answer memory a;
        a.approve = true;
        gate.tell(a);
        return _post(_newSpec(version));
    }

    function test_anApprovalByAGate_lastsUntilTheDeadlineAtMost() public {
        JobId job = _approvable();
        uint64 deadline = market.specOf(job).deadline;
        vm.expectEmit(address(market));
        emit IJobMarket.JobApproved(job, deadline);
        vm.prank(relayer);
        market.approve(job, type(uint64).max, "");
        vm.assertEq(market.jobOf(job).approvedUntil, deadline, "until");
        // And leaves room for the custodian's next one.
        vm.prank(custodian);
        market.disapprove(job, 0);
        market.approve(job, deadline + 1, _sign(CUSTODIAN, market.hashApproval(job, deadline + 1)));
        _assertState(job, IJobMarket.State.Approved);
    }

    function test_anApprovalThatTheCustodianWithdrew_isOnlyTheCustodiansToGiveAgain() public {
        JobId job = _approvable();
        uint64 until = uint64(block.timestamp) + 1 hours;
        market.approve(job, until, "");
        vm.prank(custodian);
        market.disapprove(job, until);
        vm.prank(relayer);
        _expect(IJobMarket.JobApprovalSignature.selector, job);
        market.approve(job, until + 1, ""); // the gate says yes still
        market.approve(job, until + 1, _sign(CUSTODIAN, market.hashApproval(job, until + 1)));
        _assertState(job, IJobMarket.State.Approved);
        market.approve(job, until + 2, ""); // as before
        vm.assertEq(market.jobOf(job).approvedUntil, until + 2, "until");
        // It holds after a claim under the approval, too.
        collaterals.post(_freshCollateral().encode());
        _claim(job);
        vm.prank(custodian);
        market.disapprove(job, 0);
        _expect(IJobMarket.JobApprovalSignature.selector, job);
        market.approve(job, until + 3, "");
    }

    function test_anApprovalThatAGateWithdrew_isTheGatesToGiveAgain() public {
        JobId job = _approvable();
        uint64 until = uint64(block.timestamp) + 1 hours;
        market.approve(job, until, "");
        gate.disapprove(market, job, until);
        market.approve(job, until + 1, "");
        _assertState(job, IJobMarket.State.Approved);
    }

    function test_noApproval_passesAGateThatRefusesApprovals() public {
        ToldGate board = new ToldGate();
        board.refuse(true);
        IGate.Answer memory a;
        a.approve = true;
        gate.tell(a);
        bytes32[] memory words = new bytes32[](2);
        words[0] = _word(address(board), _at(IGate.Moment.Approve), Gates.REFUSE);
        words[1] = _word(address(gate), _at(IGate.Moment.Post), Gates.APPROVE);
        if (words[1] < words[0]) (words[0], words[1]) = (words[1], words[0]);
        IJobMarket.JobSpec memory spec = _newSpec(_name(words, address(0)));
        vm.prank(researcher);
        vm.expectRevert(abi.encodeWithSelector(ToldGate.Refused.selector, "not today"));
        market.post{value: FEE}(spec, PARAMETERS, RESEARCHER_KEY);
        board.refuse(false);
        JobId job = _post(spec);
        _assertState(job, IJobMarket.State.Approved);
        vm.assertEq(board.asked(), 1, "asked");
        vm.assertEq(uint256(board.moment()), uint256(IGate.Moment.Approve), "moment");
        vm.assertEq(board.data(), abi.encode(spec.deadline), "data");
    }

    function test_aHandOverBeforeTheCharge_asksAsARelease() public {
        uint32 version = _name(address(gate), _at(IGate.Moment.Release), Gates.REFUSE);
        _registerWorker(SECOND, operator, uint64(block.timestamp) + 20 days);
        collaterals.post(_freshCollateral().encode());
        JobId job = _post(_newSpec(version));
        _approve(job);
        _claim(job);
        _pass(1, 1);
        _release(job);
        _pass(1, 1);
        uint64 round = _round(job);
        gate.refuse(true);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(ToldGate.Refused.selector, "not today"));
        market.handOver(job, enclave, vm.addr(SECOND), round);
        gate.refuse(false);
        vm.prank(broker);
        market.handOver(job, enclave, vm.addr(SECOND), round);
        _assertAsked(2, IGate.Moment.Release, job, broker, abi.encode(vm.addr(SECOND)));
        _charge(job);
        gate.refuse(true); // what is charged is owed
        vm.prank(broker);
        market.handOver(job, vm.addr(SECOND), enclave, round);
    }

    function test_aGateThatMayApprove_mayWithdrawItsApproval() public {
        uint32 version = _name(address(gate), _at(IGate.Moment.Post), Gates.REFUSE | Gates.APPROVE);
        IGate.Answer memory a;
        a.approve = true;
        gate.tell(a);
        JobId job = _post(_newSpec(version));
        _claim(job);
        uint64 until = market.jobOf(job).approvedUntil;
        uint256 had = operator.balance;
        gate.disapprove(market, job, until);
        _assertState(job, IJobMarket.State.Posted);
        vm.assertEq(operator.balance, had + BOND, "bond");
        ToldGate other = new ToldGate();
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotCustodian.selector, job, address(other)));
        other.disapprove(market, job, until);
    }

    // The next market, and any other spender.

    function test_theNextMarket_spendsFromTheSameAccount() public {
        JobId job = _released();
        _assertBudget(RHO, 0);
        JobMarket next = new JobMarket(address(registry), address(workers), address(budget), BOND, 10 minutes);
        IJobMarket.JobSpec memory spec = _spec();
        vm.prank(researcher);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPolicyRefuses.selector, IJobMarket.Rule.Spender));
        next.post{value: FEE}(spec, PARAMETERS, RESEARCHER_KEY);

        uint32 version = _name(new bytes32[](0), address(next)); // with the policy's delay
        vm.assertEq(uint256(version), 2, "version");
        JobMarket old = market;
        market = next;
        spec = _newSpec(version);
        spec.rho = 400_000; // the old market's job has taken 100,000 of the researcher's 500,000
        JobId second = _post(spec);
        _approve(second);
        collaterals.post(_freshCollateral().encode());
        _claim(second);
        _pass(1, 1);
        _release(second);
        _assertBudget(RHO + 400_000, 0);
        spec.nonce += 1;
        spec.rho = 1;
        JobId third = _post(spec);
        _approve(third);
        _claim(third);
        uint64 round = _round(third);
        vm.prank(broker);
        vm.expectRevert(
            abi.encodeWithSelector(IBudgetLedger.BudgetResearcherExceeded.selector, dataset, researcher, 1, 0)
        );
        next.recordRelease(third, enclave, round, ANY, ANY);
        vm.assertTrue(JobId.unwrap(job) != 0 && address(old) != address(next), "two markets");
    }

    function test_anotherSpender_livesBesideTheMarket() public {
        Spender spender = new Spender(budget);
        bytes32[5] memory codes = [
            address(market).codehash,
            address(budget).codehash,
            address(registry).codehash,
            address(ledger).codehash,
            address(workers).codehash
        ];
        uint32 version = _name(new bytes32[](0), address(spender));
        spender.spend(dataset, keccak256("k"), keccak256("k"), bob, 450_000, 0);
        spender.spend(dataset, keccak256("l"), keccak256("l"), alice, 500_000, 0);
        JobId job = _post(_newSpec(version));
        _approve(job);
        collaterals.post(_freshCollateral().encode());
        _claim(job);
        uint64 round = _round(job);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetExceeded.selector, dataset, RHO, 50_000));
        market.recordRelease(job, enclave, round, ANY, ANY);
        spender.giveBack(dataset, keccak256("k"), keccak256("k"));
        spender.settle(dataset, keccak256("l"), keccak256("l"));
        _release(job);
        _assertBudget(RHO, 500_000);
        vm.assertTrue(
            codes[0] == address(market).codehash && codes[1] == address(budget).codehash
                && codes[2] == address(registry).codehash && codes[3] == address(ledger).codehash
                && codes[4] == address(workers).codehash,
            "every contract is as it was"
        );
    }
}
