// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentLedger} from "../src/interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {JobId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {vm} from "./support/Vm.sol";

/// @dev How jobs and claims end without a result, and who is paid then.
contract JobMarketEndsTest is AssentTest {
    uint256 private constant KEPT = BOND / 64;
    uint64 private constant ROUND = 1002; // of the claim in {_jobIn}

    uint256 private _researcherHad;
    uint256 private _operatorHad;

    function setUp() public override {
        super.setUp();
        (_researcherHad, _operatorHad) = (researcher.balance, operator.balance);
    }

    /// @dev What each got since the start; escrow holds what was kept, and nothing else.
    function _assertPaid(int256 researcherGot, int256 operatorGot) private view {
        vm.assertEq(researcher.balance, uint256(int256(_researcherHad) + researcherGot), "researcher");
        vm.assertEq(operator.balance, uint256(int256(_operatorHad) + operatorGot), "operator");
        vm.assertEq(address(market).balance, market.burnt(), "escrow");
    }

    function _expectState(JobId job, IJobMarket.State state) private {
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, state));
    }

    // Before a claim.

    function test_cancel_returnsTheFee() public {
        JobId job = _jobIn(IJobMarket.State.Posted);
        vm.prank(researcher);
        market.cancel(job);
        _assertState(job, IJobMarket.State.Cancelled);
        _assertPaid(0, 0);
    }

    function test_cancel_worksWhenApprovedButNotWhenClaimed() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.prank(researcher);
        _expectState(job, IJobMarket.State.Claimed);
        market.cancel(job);
        vm.prank(operator);
        market.returnClaim(job, ROUND);
        vm.prank(researcher);
        market.cancel(job);
        _assertPaid(0, -int256(KEPT));
    }

    function test_cancel_revertsForAnybodyElse() public {
        JobId job = _jobIn(IJobMarket.State.Posted);
        vm.prank(custodian);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotResearcher.selector, job, custodian));
        market.cancel(job);
    }

    function test_cancelExpired_cancelsAfterTheDeadlineAndNotBefore() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        vm.warp(market.specOf(job).deadline);
        _expect(IJobMarket.JobNotDue.selector, job);
        market.cancelExpired(job);
        vm.warp(market.specOf(job).deadline + 1);
        vm.prank(bob);
        market.cancelExpired(job);
        _assertState(job, IJobMarket.State.Cancelled);
        _assertPaid(0, 0);
    }

    // A claim that comes to nothing.

    function test_lapse_endsAClaimAfterItsTimeAndNotBefore() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.warp(market.jobOf(job).claimedAt + 10 minutes);
        _expect(IJobMarket.JobNotDue.selector, job);
        market.lapse(job, ROUND);
        vm.warp(block.timestamp + 1);
        vm.expectEmit(address(market));
        emit IJobMarket.ClaimEnded(job, enclave, ROUND, IJobMarket.ClaimEnd.Lapsed, KEPT);
        vm.prank(bob);
        market.lapse(job, ROUND);
        _assertState(job, IJobMarket.State.Approved);
        IJobMarket.Job memory j = market.jobOf(job);
        vm.assertTrue(
            j.enclave == address(0) && j.operator == address(0) && j.claimRound == 0 && j.consentRound == 0
                && j.claimedAt == 0 && j.quote == 0 && j.reruns == 0 && j.seatBroker == address(0),
            "nothing is left of the claim"
        );
        vm.assertTrue(j.approvedUntil != 0, "the approval stands");
        vm.assertEq(market.burnt(), KEPT, "kept");
        _pass(1, 10 minutes + 1);
        _claim(job); // the same worker may try again, later
        _pass(1, 1);
        _release(job);
        _pass(1, 1);
        _charge(job);
        _seal(job);
        _open(job);
        _assertPaid(-int256(uint256(FEE)), int256(uint256(FEE)) - int256(KEPT));
    }

    function test_lapse_endsAClaimPastTheDeadline() public {
        IJobMarket.JobSpec memory spec = _spec();
        spec.deadline = NOW + 60;
        JobId job = _post(spec);
        _approve(job);
        _claim(job);
        vm.warp(NOW + 61);
        market.lapse(job, 1000);
        _assertState(job, IJobMarket.State.Approved);
        market.cancelExpired(job);
        _assertState(job, IJobMarket.State.Cancelled);
        _assertPaid(0, -int256(KEPT));
    }

    function test_returnClaim_costsAsMuchAsALapse() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.prank(operator);
        market.returnClaim(job, ROUND);
        _assertState(job, IJobMarket.State.Approved);
        vm.assertEq(operator.balance, _operatorHad - KEPT, "operator");
        uint64 until = uint64(block.timestamp) + 10 minutes;
        vm.assertEq(market.waitsUntil(job, operator), until, "until");
        vm.warp(until);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobOperatorWaits.selector, job, operator, until));
        market.claim{value: BOND}(job, enclave);
        vm.warp(until + 1);
        _claim(job);
    }

    function test_returnClaim_doesNotKeepItsOperatorFromOtherJobsNorOthersFromThisOne() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.prank(operator);
        market.returnClaim(job, ROUND);
        IJobMarket.JobSpec memory other = _spec();
        other.nonce += 1;
        JobId second = _post(other);
        _approve(second);
        _claim(second);
        _registerWorker(SECOND, bob, NOW + LIFE);
        vm.deal(bob, BOND);
        vm.prank(bob);
        market.claim{value: BOND}(job, vm.addr(SECOND));
        _assertState(job, IJobMarket.State.Claimed);
    }

    function test_returnClaim_revertsForAnybodyElse() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        address[4] memory others = [researcher, custodian, broker, bob];
        for (uint256 i = 0; i < 4; ++i) {
            vm.prank(others[i]);
            vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotOperator.selector, job, others[i]));
            market.returnClaim(job, ROUND);
        }
    }

    function test_refuse_returnsTheBondAndBarsTheEnclaveFromThisJobOnly() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.expectEmit(address(market));
        emit IJobMarket.ClaimEnded(job, enclave, ROUND, IJobMarket.ClaimEnd.Refused, 0);
        vm.prank(broker);
        market.refuse(job, enclave, ROUND);
        vm.assertTrue(market.isRefused(job, enclave), "refused");
        vm.assertEq(operator.balance, _operatorHad, "operator");
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWorkerRefused.selector, job, enclave));
        market.claim{value: BOND}(job, enclave);
        IJobMarket.JobSpec memory other = _spec();
        other.nonce += 1;
        JobId second = _post(other);
        _approve(second);
        _claim(second);
        _assertState(second, IJobMarket.State.Claimed);
    }

    function test_refuse_barsNobodyButTheEnclaveThatItNames() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        // The broker's refusal is on its way; its enclave steps aside and another operator claims.
        vm.prank(operator);
        market.returnClaim(job, ROUND);
        _registerWorker(SECOND, bob, NOW + LIFE);
        vm.deal(bob, BOND);
        vm.prank(bob);
        market.claim{value: BOND}(job, vm.addr(SECOND)); // in the same round, even
        uint64 round = _round(job);
        vm.startPrank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobClaimMismatch.selector, job, vm.addr(SECOND), round));
        market.refuse(job, enclave, round);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobClaimMismatch.selector, job, vm.addr(SECOND), round));
        market.refuse(job, vm.addr(SECOND), round - 1);
        vm.stopPrank();
        vm.assertFalse(market.isRefused(job, vm.addr(SECOND)), "the innocent one is not barred");
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotBroker.selector, job, operator));
        market.refuse(job, vm.addr(SECOND), round);
    }

    // No call means two things by what it meets.

    function test_callsForAClaimWithoutARelease_revertAfterOne() public {
        JobId job = _released();
        vm.startPrank(operator);
        _expect(IJobMarket.JobReleased.selector, job);
        market.returnClaim(job, ROUND);
        vm.stopPrank();
        vm.prank(broker);
        _expect(IJobMarket.JobReleased.selector, job);
        market.refuse(job, enclave, ROUND);
        vm.warp(block.timestamp + 11 minutes);
        _expect(IJobMarket.JobReleased.selector, job);
        market.lapse(job, ROUND);
        _assertState(job, IJobMarket.State.Claimed);
    }

    function test_callsForAReleasedJob_revertBeforeTheRelease() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.startPrank(operator);
        _expect(IJobMarket.JobNotReleased.selector, job);
        market.abandon(job, ROUND);
        vm.stopPrank();
        vm.warp(block.timestamp + 10 hours);
        _expect(IJobMarket.JobNotReleased.selector, job);
        market.fail(job, ROUND);
        _assertState(job, IJobMarket.State.Claimed);
    }

    function test_callsForAnotherClaim_revert() public {
        JobId job = _released();
        bytes memory reason = abi.encodeWithSelector(IJobMarket.JobClaimMismatch.selector, job, enclave, ROUND);
        vm.warp(block.timestamp + 10 hours);
        vm.startPrank(operator);
        for (uint64 round = ROUND - 1; round <= ROUND + 1; round += 2) {
            vm.expectRevert(reason);
            market.abandon(job, round);
            vm.expectRevert(reason);
            market.fail(job, round);
            vm.expectRevert(reason);
            market.endNarrowed(job, round);
            vm.expectRevert(reason);
            market.endNotInUse(job, round);
            vm.expectRevert(reason);
            market.lapse(job, round);
            vm.expectRevert(reason);
            market.returnClaim(job, round);
            vm.expectRevert(reason);
            market.withhold(job, round);
            vm.expectRevert(reason);
            market.rerun(job, round, ROUND);
        }
    }

    // After the release, for a reason that is public: everything comes back, and another may claim.

    function _rerun(JobId job) private {
        IJobMarket.Job memory j = market.jobOf(job);
        vm.prank(operator);
        market.rerun(job, j.claimRound, j.consentRound);
    }

    /// @dev Alice changes her mind, so that something is narrowed once more.
    function _narrow() private {
        uint64 nonce = uint64(_nonceOf(alice)) + 1;
        if (_isLive(alice)) return _submit(ALICE, _revocation(alice, nonce));
        _submit(ALICE, _grant(alice, nonce));
        _submit(ALICE, _revocation(alice, nonce + 1));
    }

    /// @dev Alice revokes before each rerun, and once more when none is left.
    function _exhaust(JobId job) private {
        for (uint256 n = market.jobOf(job).reruns; n < 2; ++n) {
            _narrow();
            _pass(1, 1);
            _rerun(job);
            _pass(1, 1);
        }
        _narrow();
    }

    /// @dev Alice revokes once, and the worker runs again until it cannot.
    function _burn(JobId job) private {
        _narrow();
        for (uint256 n = market.jobOf(job).reruns; n < 2; ++n) {
            _pass(1, 1);
            _rerun(job);
        }
    }

    function test_endNarrowed_keepsAPartWhenTheOperatorHadAChoice() public {
        _enrol(ALICE);
        JobId job = _released();
        _burn(job); // the second time, nothing had been narrowed since the first
        vm.assertTrue(market.jobOf(job).unforced, "unforced");
        vm.expectEmit(address(market));
        emit IJobMarket.ClaimEnded(job, enclave, ROUND, IJobMarket.ClaimEnd.Narrowed, KEPT);
        vm.prank(operator);
        market.endNarrowed(job, ROUND);
        vm.assertEq(operator.balance, _operatorHad - KEPT, "operator");
        vm.assertEq(market.burnt(), KEPT, "kept");
        vm.assertFalse(market.jobOf(job).unforced, "nothing is left of the claim");
        _assertBudget(0, 0);
    }

    function test_endNarrowed_keepsAPartWhenTheConsentOfNowCouldBeCharged() public {
        _enrol(ALICE);
        JobId job = _released();
        for (uint256 n = 0; n < 2; ++n) {
            _narrow();
            _pass(1, 1);
            _rerun(job);
            _pass(1, 1);
        }
        vm.assertFalse(market.jobOf(job).unforced, "each rerun had to be");
        vm.prank(operator);
        market.endNarrowed(job, ROUND); // and it could be charged now
        vm.assertEq(operator.balance, _operatorHad - KEPT, "operator");
    }

    function test_fail_keepsAPartWhenTheOperatorHadAChoice() public {
        _enrol(ALICE);
        JobId job = _released();
        _burn(job);
        vm.warp(block.timestamp + 2 hours);
        vm.expectEmit(address(market));
        emit IJobMarket.JobFailed(job, IJobMarket.Failure.Narrowed, KEPT);
        market.fail(job, ROUND);
        _assertPaid(0, -int256(KEPT));
        _assertBudget(0, 0);
    }

    // Grants that end by their own date.

    /// @dev A grant of Alice's that ends with today.
    function _enrolUntilTomorrow() private {
        IConsentLedger.Grant memory g = _grant(alice, 1);
        g.expiry = _today() + 1;
        _enrol(ALICE, g);
    }

    function _sleep() private {
        vm.warp((uint256(_today()) + 1) * 1 days);
        vm.roll(block.number + 1);
    }

    /// @dev A released job, late in the evening.
    function _releasedInTheEvening() private returns (JobId job) {
        vm.warp((uint256(_today()) + 1) * 1 days - 10 minutes);
        _enrolUntilTomorrow();
        return _released();
    }

    function test_charge_refusesConsentThatEndedSinceItsRound() public {
        JobId job = _releasedInTheEvening();
        (uint64 claimRound, uint64 before) = (_round(job), market.jobOf(job).consentRound);
        _sleep();
        IJobMarket.Charge memory c = _chargeOf(job);
        vm.prank(operator);
        vm.expectRevert(
            abi.encodeWithSelector(IJobMarket.JobConsentNarrowed.selector, job, before, uint64(block.number))
        );
        market.charge(job, claimRound, c);
        _rerun(job);
        vm.assertFalse(market.jobOf(job).unforced, "it had to be");
        _pass(1, 1);
        _charge(job); // the others' consent stands
    }

    function test_grantsThatEnd_areAReasonToRunAgainAndToEndAClaim() public {
        JobId job = _releasedInTheEvening();
        uint64 round = _round(job);
        vm.startPrank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobRerunsLeft.selector, job, 0, 2));
        market.endNarrowed(job, round);
        vm.stopPrank();
        uint64 consentRound = market.jobOf(job).consentRound;
        vm.prank(operator);
        _expect(IJobMarket.JobRerunNotNeeded.selector, job);
        market.rerun(job, round, consentRound);
        _sleep(); // and the cohort is too small from now on
        _rerun(job);
        _pass(1, 1);
        _rerun(job);
        vm.prank(operator);
        market.endNarrowed(job, round);
        _assertState(job, IJobMarket.State.Approved);
        _assertBudget(0, 0);
        vm.assertEq(operator.balance, _operatorHad - KEPT, "operator");
        _claim(job);
        vm.assertEq(ledger.lastNarrowed(), uint64(block.number) - 1, "recorded by the first rerun of the day");
    }

    function test_grantsThatEnd_excuseALateWorkerWithoutRerunsLeft() public {
        JobId job = _releasedInTheEvening();
        uint64 round = _round(job);
        _sleep();
        _rerun(job);
        _pass(1, 1);
        _rerun(job);
        vm.warp(block.timestamp + 2 hours);
        vm.expectEmit(address(market));
        emit IJobMarket.JobFailed(job, IJobMarket.Failure.Narrowed, KEPT);
        market.fail(job, round);
        _assertBudget(0, 0);
    }

    function test_grantsThatEndedBeforeTheClaim_excuseNobody() public {
        _enrolUntilTomorrow();
        _sleep();
        JobId job = _post(_spec());
        _approve(job);
        _claim(job); // the first who looks on that day
        _pass(1, 1);
        _release(job);
        (uint64 round, uint64 consentRound) = (_round(job), market.jobOf(job).consentRound);
        vm.prank(operator);
        _expect(IJobMarket.JobRerunNotNeeded.selector, job);
        market.rerun(job, round, consentRound);
        _charge(_claimedAndReleased());
        vm.warp(block.timestamp + 2 hours);
        vm.expectEmit(address(market));
        emit IJobMarket.JobFailed(job, IJobMarket.Failure.Late, 0);
        market.fail(job, round);
    }

    /// @dev Another job, of the same day.
    function _claimedAndReleased() private returns (JobId job) {
        IJobMarket.JobSpec memory spec = _spec();
        spec.nonce += 1;
        job = _post(spec);
        _approve(job);
        _claim(job);
        _pass(1, 1);
        _release(job);
        _pass(1, 1);
    }

    function test_aDayOnWhichNoGrantEnds_isNone() public {
        vm.warp((uint256(_today()) + 1) * 1 days - 10 minutes);
        _enrol(ALICE); // for a year
        JobId job = _released();
        _sleep();
        _charge(job);
    }

    function test_endNarrowed_givesBudgetAndBondBackOnceNoRerunIsLeft() public {
        _enrol(ALICE);
        JobId job = _released();
        _assertBudget(RHO, 0);
        _exhaust(job);
        vm.expectEmit(address(market));
        emit IJobMarket.ClaimEnded(job, enclave, ROUND, IJobMarket.ClaimEnd.Narrowed, 0);
        vm.prank(operator);
        market.endNarrowed(job, ROUND);
        _assertState(job, IJobMarket.State.Approved);
        _assertBudget(0, 0);
        vm.assertEq(budget.usedBy(dataset, researcher), 0, "nor does it count for the researcher");
        vm.assertEq(operator.balance, _operatorHad, "operator");
        _claim(job); // at once: it did not come to nothing for want of trying
    }

    function test_endNarrowed_revertsWhileRerunsAreLeftOrNothingNarrowed() public {
        _enrol(ALICE);
        JobId job = _released();
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobRerunsLeft.selector, job, 0, 2));
        market.endNarrowed(job, ROUND);
        for (uint256 n = 0; n < 2; ++n) {
            vm.roll(block.number + 101); // the consent round is too far back, twice
            uint64 consentRound = market.jobOf(job).consentRound;
            vm.prank(operator);
            market.rerun(job, ROUND, consentRound);
        }
        vm.prank(operator);
        _expect(IJobMarket.JobNotNarrowed.selector, job);
        market.endNarrowed(job, ROUND);
        _submit(ALICE, _revocation(alice, 2));
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotOperator.selector, job, bob));
        market.endNarrowed(job, ROUND);
        vm.prank(operator);
        market.endNarrowed(job, ROUND);
    }

    function test_recordRelease_revertsForConsentThatCannotBeChargedAnyMore() public {
        _enrol(ALICE);
        JobId job = _jobIn(IJobMarket.State.Claimed);
        _exhaust(job); // no rerun is left, and consent is narrowed after the last
        uint64 round = market.jobOf(job).consentRound;
        uint64 narrowed = ledger.lastNarrowed();
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobConsentNarrowed.selector, job, round, narrowed));
        market.recordRelease(job, enclave, ROUND, ANY, ANY);
        // The claim ends for that, before a key is released for nothing.
        vm.expectEmit(address(market));
        emit IJobMarket.ClaimEnded(job, enclave, ROUND, IJobMarket.ClaimEnd.Narrowed, 0);
        vm.prank(operator);
        market.endNarrowed(job, ROUND);
        _assertState(job, IJobMarket.State.Approved);
        _assertBudget(0, 0);
        vm.assertEq(operator.balance, _operatorHad, "operator");
    }

    function test_endNarrowed_failsTheJobWhenTheLedgerGivesNothingBackAnyMore() public {
        IJobMarket.JobSpec memory spec = _spec();
        spec.deadline = NOW + 20 days;
        _enrol(ALICE);
        JobId job = _post(spec);
        uint64 until = NOW + 20 days;
        market.approve(job, until, _sign(CUSTODIAN, market.hashApproval(job, until)));
        for (uint256 n = 0; n < 4; ++n) {
            _submit(ALICE, _grant(alice, uint64(_nonceOf(alice)) + 1));
            _pass(1, 1);
            _claim(job);
            _pass(1, 1);
            _release(job);
            _exhaust(job);
            uint64 round = _round(job);
            if (n == 3) {
                vm.expectEmit(address(market));
                emit IJobMarket.JobFailed(job, IJobMarket.Failure.Narrowed, 0);
            }
            vm.prank(operator);
            market.endNarrowed(job, round);
        }
        _assertState(job, IJobMarket.State.Failed);
        _assertBudget(0, RHO); // three times it came back
        _assertPaid(0, 0); // it is no one's fault
    }

    function test_endNarrowed_failsTheJobPastItsDeadline() public {
        IJobMarket.JobSpec memory spec = _spec();
        spec.deadline = NOW + 60;
        _enrol(ALICE);
        JobId job = _post(spec);
        _approve(job);
        _claim(job);
        _pass(1, 1);
        _release(job);
        _exhaust(job);
        _pass(1, 100);
        vm.prank(operator);
        market.endNarrowed(job, 1000);
        _assertState(job, IJobMarket.State.Failed);
        _assertBudget(0, 0);
        _assertPaid(0, 0);
    }

    function test_endNotInUse_givesBudgetAndBondBackWhenTheDatasetIsStopped() public {
        JobId job = _released();
        vm.prank(operator);
        _expect(IJobMarket.JobInUse.selector, job);
        market.endNotInUse(job, ROUND);
        vm.prank(custodian);
        registry.stop(dataset);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotBroker.selector, job, bob));
        market.endNotInUse(job, ROUND);
        vm.prank(broker); // whose budget it is
        market.endNotInUse(job, ROUND);
        _assertState(job, IJobMarket.State.Approved);
        _assertBudget(0, 0);
        vm.assertEq(operator.balance, _operatorHad, "operator");
        vm.prank(researcher);
        market.cancel(job);
        _assertPaid(0, 0);
    }

    function test_endNotInUse_endsAClaimWithoutAReleaseAtNoCost() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.prank(operator);
        _expect(IJobMarket.JobInUse.selector, job);
        market.endNotInUse(job, ROUND);
        vm.prank(custodian);
        registry.stop(dataset);
        vm.expectEmit(address(market));
        emit IJobMarket.ClaimEnded(job, enclave, ROUND, IJobMarket.ClaimEnd.NotInUse, 0);
        vm.prank(operator);
        market.endNotInUse(job, ROUND);
        _assertState(job, IJobMarket.State.Approved);
        vm.assertEq(operator.balance, _operatorHad, "operator");
        vm.assertEq(market.waitsUntil(job, operator), 0, "the operator need not wait");
        vm.prank(custodian);
        registry.resume(dataset);
        _pass(1, 1);
        _claim(job);
        // A policy that is announced now leaves no time for a release.
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.minCohort -= 1;
        vm.prank(custodian);
        (, uint64 from) = registry.setPolicy(dataset, p);
        uint64 round = _round(job);
        vm.prank(operator);
        _expect(IJobMarket.JobInUse.selector, job);
        market.endNotInUse(job, round);
        vm.warp(from - 30 minutes);
        vm.prank(operator);
        market.endNotInUse(job, round);
        vm.assertEq(operator.balance, _operatorHad, "operator");
        vm.assertEq(market.burnt(), 0, "kept");
    }

    /// @dev A custodian stops the dataset in front of each charge and resumes it in front of each end of the claim, so
    /// as to have the bond for a researcher of its own.
    function test_aStopThatIsOver_isStillAReason() public {
        JobId job = _released();
        vm.startPrank(custodian);
        registry.stop(dataset);
        vm.stopPrank();
        IJobMarket.Charge memory c = _chargeOf(job);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetIsStopped.selector, dataset));
        market.charge(job, ROUND, c);
        vm.prank(custodian);
        registry.resume(dataset);
        uint256 state = vm.snapshotState();
        vm.prank(operator);
        market.endNotInUse(job, ROUND);
        _assertBudget(0, 0);
        vm.assertEq(operator.balance, _operatorHad, "operator");
        vm.revertToState(state);
        vm.warp(block.timestamp + 2 hours);
        _expectFailure(job, IJobMarket.Failure.NotInUse);
        vm.prank(custodian);
        market.fail(job, ROUND);
        _assertPaid(0, 0);
        _assertBudget(0, 0);
    }

    function test_aStopBeforeTheRelease_excusesNobody() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.prank(custodian);
        registry.stop(dataset);
        vm.prank(custodian);
        registry.resume(dataset);
        _pass(1, 1);
        _release(job);
        vm.prank(operator);
        _expect(IJobMarket.JobInUse.selector, job);
        market.endNotInUse(job, ROUND);
        vm.warp(block.timestamp + 2 hours);
        _expectFailure(job, IJobMarket.Failure.Late);
        market.fail(job, ROUND);
        _assertPaid(int256(BOND), -int256(BOND));
    }

    function test_endNotInUse_countsAReplacedPolicyAndARetiredVersion() public {
        JobId job = _released();
        IDatasetRegistry.Policy memory stricter = _policy();
        stricter.promised.minCohort += 1;
        vm.prank(custodian);
        registry.setPolicy(dataset, stricter);
        vm.prank(operator);
        market.endNotInUse(job, ROUND);
        _assertBudget(0, 0);

        IJobMarket.JobSpec memory spec = _spec();
        (spec.nonce, spec.policyVersion) = (99, 2);
        job = _post(spec);
        _approve(job);
        _claim(job);
        _pass(1, 1);
        _release(job);
        vm.prank(custodian);
        registry.retireVersion(dataset, 1);
        uint64 round = _round(job);
        vm.prank(operator);
        market.endNotInUse(job, round);
        _assertBudget(0, 0);
    }

    // After the release, otherwise: the budget is spent, and who pays depends on whose fault it was.

    function _expectFailure(JobId job, IJobMarket.Failure why) private {
        vm.expectEmit(address(market));
        emit IJobMarket.JobFailed(job, why, 0);
    }

    function test_abandon_costsTheBond() public {
        JobId job = _released();
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotOperator.selector, job, bob));
        market.abandon(job, ROUND);
        _expectFailure(job, IJobMarket.Failure.Abandoned);
        vm.prank(operator);
        market.abandon(job, ROUND);
        _assertState(job, IJobMarket.State.Failed);
        _assertPaid(int256(BOND), -int256(BOND));
        _assertBudget(0, RHO);
    }

    function test_fail_endsAReleasedJobAtTheWorkersCost() public {
        JobId job = _released();
        vm.warp(market.jobOf(job).releasedAt + 1 hours);
        _expect(IJobMarket.JobNotDue.selector, job);
        market.fail(job, ROUND);
        vm.warp(block.timestamp + 1);
        _expectFailure(job, IJobMarket.Failure.Late);
        vm.prank(bob);
        market.fail(job, ROUND);
        _assertState(job, IJobMarket.State.Failed);
        _assertPaid(int256(BOND), -int256(BOND));
        _assertBudget(0, RHO);
    }

    function test_fail_endsAChargedJobAtTheWorkersCostAfterAGrace() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        vm.prank(custodian);
        registry.stop(dataset); // no excuse after the charge
        vm.warp(market.jobOf(job).releasedAt + 1 hours + 10 minutes);
        _expect(IJobMarket.JobNotDue.selector, job);
        market.fail(job, ROUND);
        vm.warp(block.timestamp + 1);
        _expectFailure(job, IJobMarket.Failure.Late);
        market.fail(job, ROUND);
        _assertPaid(int256(BOND), -int256(BOND));
        _assertBudget(0, RHO);
    }

    function test_fail_isNotTheWorkersFaultForAReasonThatIsPublic() public {
        JobId job = _released();
        vm.prank(custodian);
        registry.stop(dataset);
        vm.warp(block.timestamp + 2 hours);
        _expectFailure(job, IJobMarket.Failure.NotInUse);
        market.fail(job, ROUND);
        _assertPaid(0, 0);
        _assertBudget(0, 0);
    }

    function test_fail_excusesOnlyWhoHadNoRerunLeft() public {
        _enrol(ALICE);
        JobId job = _released();
        // Someone goes about her own life; the operator never tries.
        _submit(ALICE, _revocation(alice, 2));
        _pass(1, 1);
        _expectFailure(job, IJobMarket.Failure.Abandoned);
        vm.prank(operator);
        market.abandon(job, ROUND);
        _assertPaid(int256(BOND), -int256(BOND));
        _assertBudget(0, RHO);
    }

    function test_fail_excusesWhoHadNoRerunLeft() public {
        _enrol(ALICE);
        JobId job = _released();
        _exhaust(job);
        vm.warp(block.timestamp + 2 hours);
        _expectFailure(job, IJobMarket.Failure.Narrowed);
        market.fail(job, ROUND);
        _assertPaid(0, 0);
        _assertBudget(0, 0);
    }

    function test_fail_isTheWorkersWhenConsentNarrowedBeforeTheClaim() public {
        _enrol(ALICE);
        IDatasetRegistry.Policy memory p = _policy();
        p.service.maxReruns = 0;
        vm.prank(custodian);
        registry.setPolicy(dataset, p);
        IJobMarket.JobSpec memory spec = _spec();
        spec.policyVersion = 2;
        JobId job = _post(spec);
        _approve(job);
        _submit(ALICE, _revocation(alice, 2));
        _claim(job); // in the same block, whose end is what counts
        _pass(1, 1);
        _release(job);
        uint64 round = _round(job);
        _expectFailure(job, IJobMarket.Failure.Abandoned);
        vm.prank(operator);
        market.abandon(job, round);
        _assertPaid(int256(BOND), -int256(BOND));
    }

    function test_fail_isTheWorkersAfterTheChargeWhateverNarrows() public {
        _enrol(ALICE);
        JobId job = _jobIn(IJobMarket.State.Charged);
        _submit(ALICE, _revocation(alice, 2));
        _expectFailure(job, IJobMarket.Failure.Abandoned);
        vm.prank(operator);
        market.abandon(job, ROUND);
        _assertPaid(int256(BOND), -int256(BOND));
    }

    function test_fail_isTheWorkersWhenItsRegistrationWasRevoked() public {
        JobId job = _released();
        vm.prank(operator);
        workers.revoke(enclave);
        vm.warp(block.timestamp + 2 hours);
        _expectFailure(job, IJobMarket.Failure.Late);
        market.fail(job, ROUND);
        _assertPaid(int256(BOND), -int256(BOND));
    }

    // When there is nothing to end.

    function test_everything_revertsOnAJobThatIsOver() public {
        JobId job = _jobIn(IJobMarket.State.Done);
        bytes memory reason = abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Done);
        vm.expectRevert(reason);
        market.cancelExpired(job);
        vm.expectRevert(reason);
        market.lapse(job, ROUND);
        vm.expectRevert(reason);
        market.withhold(job, ROUND);
        vm.expectRevert(reason);
        market.open(job, OPENING_KEY);
        vm.prank(researcher);
        vm.expectRevert(reason);
        market.cancel(job);
        vm.startPrank(operator);
        vm.expectRevert(reason);
        market.returnClaim(job, ROUND);
        vm.expectRevert(reason);
        market.abandon(job, ROUND);
        vm.expectRevert(reason);
        market.endNarrowed(job, ROUND);
        vm.expectRevert(reason);
        market.endNotInUse(job, ROUND);
        vm.expectRevert(reason);
        market.rerun(job, ROUND, ROUND);
        vm.expectRevert(reason);
        market.claim{value: BOND}(job, enclave);
        vm.stopPrank();
        vm.startPrank(broker);
        vm.expectRevert(reason);
        market.recordRelease(job, enclave, ROUND, ANY, ANY);
        vm.expectRevert(reason);
        market.refuse(job, enclave, ROUND);
        vm.expectRevert(reason);
        market.handOver(job, enclave, enclave, ROUND);
        vm.stopPrank();
        vm.warp(block.timestamp + 10 hours);
        vm.expectRevert(reason);
        market.fail(job, ROUND);
    }

    function test_everything_revertsOnAJobThatNobodyPosted() public {
        JobId job = JobId.wrap(keccak256("nothing"));
        bytes memory reason = abi.encodeWithSelector(IJobMarket.JobUnknown.selector, job);
        vm.expectRevert(reason);
        market.cancel(job);
        vm.expectRevert(reason);
        market.cancelExpired(job);
        vm.expectRevert(reason);
        market.disapprove(job, 1);
        vm.expectRevert(reason);
        market.lapse(job, 0);
        vm.expectRevert(reason);
        market.fail(job, 0);
        vm.expectRevert(reason);
        market.claim{value: BOND}(job, enclave);
        vm.expectRevert(reason);
        market.open(job, 0);
        vm.expectRevert(reason);
        market.jobOf(job);
        vm.expectRevert(reason);
        market.specOf(job);
        vm.expectRevert(reason);
        market.budgetKeyOf(job);
    }

    // Handing over to another enclave of the same operator.

    uint256 private constant SECOND = uint256(keccak256("second enclave"));

    function test_handOver_letsAnotherEnclaveFinishWhatWasReleased() public {
        JobId job = _released();
        _registerWorker(SECOND, operator, NOW + LIFE);
        vm.expectEmit(address(market));
        emit IJobMarket.JobHandedOver(job, enclave, vm.addr(SECOND), workers.workerOf(vm.addr(SECOND)).quote);
        vm.prank(broker);
        market.handOver(job, enclave, vm.addr(SECOND), ROUND);
        IJobMarket.Job memory j = market.jobOf(job);
        vm.assertEq(j.consentRound, ROUND, "the consent round stays");
        vm.assertTrue(j.releasedAt != 0, "and so does the release");
        _charge(job);
        IJobMarket.Receipt memory r = _receipt(job);
        bytes memory signature = _sign(ENCLAVE, _receiptDigest(r));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobReceiptSignature.selector, job, vm.addr(SECOND)));
        market.seal(job, r, signature, CIPHERTEXT);
        market.seal(job, r, _sign(SECOND, _receiptDigest(r)), CIPHERTEXT);
        _open(job);
        _assertPaid(-int256(uint256(FEE)), int256(uint256(FEE)));
    }

    function test_handOver_keepsTheCharge() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        bytes32 charged = market.jobOf(job).charge;
        _registerWorker(SECOND, operator, NOW + LIFE);
        vm.prank(broker);
        market.handOver(job, enclave, vm.addr(SECOND), ROUND);
        vm.assertEq(market.jobOf(job).charge, charged, "charge");
        _assertState(job, IJobMarket.State.Charged);
        IJobMarket.Receipt memory r = _receipt(job);
        market.seal(job, r, _sign(SECOND, _receiptDigest(r)), CIPHERTEXT);
        _assertState(job, IJobMarket.State.Sealed);
    }

    function test_handOver_afterTheSealLeavesTheReceiptsEnclaveAlone() public {
        JobId job = _jobIn(IJobMarket.State.Sealed);
        IJobMarket.Job memory before = market.jobOf(job);
        _registerWorker(SECOND, operator, NOW + LIFE);
        vm.startPrank(broker);
        market.handOver(job, enclave, vm.addr(SECOND), ROUND);
        IJobMarket.Job memory j = market.jobOf(job);
        vm.assertEq(j.opener, vm.addr(SECOND), "opener");
        vm.assertEq(j.enclave, enclave, "enclave");
        vm.assertEq(j.quote, before.quote, "quote");
        vm.assertEq(j.judgedAt, before.judgedAt, "judgedAt");
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobClaimMismatch.selector, job, vm.addr(SECOND), ROUND));
        market.handOver(job, enclave, vm.addr(SECOND), ROUND);
        market.handOver(job, vm.addr(SECOND), enclave, ROUND);
        vm.assertEq(market.jobOf(job).opener, enclave, "and back");
        vm.stopPrank();
        _open(job);
    }

    function test_handOver_namesTheEnclaveThatItTakesTheJobFrom() public {
        JobId job = _released();
        _registerWorker(SECOND, operator, NOW + LIFE);
        vm.startPrank(broker);
        market.handOver(job, enclave, vm.addr(SECOND), ROUND);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobClaimMismatch.selector, job, vm.addr(SECOND), ROUND));
        market.handOver(job, enclave, vm.addr(SECOND), ROUND); // sent twice
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobClaimMismatch.selector, job, vm.addr(SECOND), ROUND));
        market.handOver(job, vm.addr(SECOND), enclave, ROUND + 1);
    }

    function test_handOver_revertsBeforeARelease() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        _registerWorker(SECOND, operator, NOW + LIFE);
        vm.prank(broker);
        _expect(IJobMarket.JobNotReleased.selector, job);
        market.handOver(job, enclave, vm.addr(SECOND), ROUND);
    }

    function test_handOver_doesNotGetPastTheBrokersRefusal() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        _registerWorker(SECOND, operator, NOW + LIFE);
        vm.prank(broker);
        market.refuse(job, enclave, ROUND);
        vm.prank(operator);
        market.claim{value: BOND}(job, vm.addr(SECOND));
        uint64 round = _round(job);
        vm.startPrank(broker);
        market.recordRelease(job, vm.addr(SECOND), round, ANY, ANY);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWorkerRefused.selector, job, enclave));
        market.handOver(job, vm.addr(SECOND), enclave, round);
    }

    function test_handOver_revertsForAnybodyButTheBrokerOrToWhatIsNotAccepted() public {
        JobId job = _released();
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotBroker.selector, job, operator));
        market.handOver(job, enclave, enclave, ROUND);
        _registerWorker(SECOND, bob, NOW + LIFE);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotOperator.selector, job, operator));
        market.handOver(job, enclave, vm.addr(SECOND), ROUND);
    }

    function test_handOver_revertsBeforeAClaimAndAfterTheEnd() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        vm.prank(broker);
        _expectState(job, IJobMarket.State.Approved);
        market.handOver(job, enclave, enclave, 0);
    }

    /// @dev The nonce of a pseudonym's newest grant.
    function _nonceOf(address pseudonym) internal view returns (uint256) {
        return uint64(_entryOf(pseudonym));
    }
}
