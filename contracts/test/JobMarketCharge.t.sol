// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudgetLedger} from "../src/interfaces/IBudgetLedger.sol";
import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {IWorkerRegistry} from "../src/interfaces/IWorkerRegistry.sol";
import {JobId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {vm} from "./support/Vm.sol";

/// @dev Charging, and running again.
contract JobMarketChargeTest is AssentTest {
    function _expectCharge(JobId job, IJobMarket.Charge memory c, bytes memory reason) private {
        uint64 round = _round(job);
        vm.prank(operator);
        vm.expectRevert(reason);
        market.charge(job, round, c);
    }

    function test_charge_revertsBeforeTheRelease() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        _expectCharge(job, _chargeOf(job), abi.encodeWithSelector(IJobMarket.JobNotReleased.selector, job));
    }

    function test_charge_revertsForAnybodyElse() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        uint64 round = _round(job);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotOperator.selector, job, broker));
        market.charge(job, round, c);
    }

    function test_charge_fixesOneSetOfInputsForGood() public {
        JobId job = _released();
        _charge(job);
        IJobMarket.Charge memory c = _chargeOf(job);
        c.inputs = keccak256("others");
        _expectCharge(job, c, abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Charged));
    }

    function test_charge_revertsForAnotherConsentRound() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        c.consentRound += 1;
        _expectCharge(job, c, abi.encodeWithSelector(IJobMarket.JobConsentRoundWrong.selector, job, 1003, 1002));
        c.consentRound -= 2;
        _expectCharge(job, c, abi.encodeWithSelector(IJobMarket.JobConsentRoundWrong.selector, job, 1001, 1002));
    }

    function test_charge_revertsWhenConsentNarrowedSince() public {
        _enrol(ALICE);
        JobId job = _released();
        _submit(ALICE, _revocation(alice, 2));
        _expectCharge(
            job, _chargeOf(job), abi.encodeWithSelector(IJobMarket.JobConsentNarrowed.selector, job, 1002, block.number)
        );
    }

    function test_charge_countsARevocationInTheClaimsOwnRound() public {
        _enrol(ALICE);
        JobId job = _jobIn(IJobMarket.State.Approved);
        _pass(1, 1);
        _claim(job);
        _submit(ALICE, _revocation(alice, 2)); // the state of the round has it, whichever came first
        _pass(1, 1);
        _release(job);
        _pass(1, 1);
        _charge(job);
        _assertState(job, IJobMarket.State.Charged);
    }

    function test_charge_isTooLateToRevokeAfter() public {
        _enrol(ALICE);
        JobId job = _jobIn(IJobMarket.State.Charged);
        _submit(ALICE, _revocation(alice, 2));
        _seal(job);
        _open(job);
        _assertState(job, IJobMarket.State.Done);
    }

    function test_charge_revertsWhenConsentIsTooOld() public {
        JobId job = _released();
        vm.roll(1002 + 101);
        _expectCharge(job, _chargeOf(job), abi.encodeWithSelector(IJobMarket.JobConsentTooOld.selector, job, 1002, 100));
        vm.roll(1002 + 100);
        _charge(job);
    }

    function test_charge_revertsBelowTheMinimumCohort() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        c.liveSubjects = 9;
        _expectCharge(job, c, abi.encodeWithSelector(IJobMarket.JobCohortBelowMinimum.selector, job, 9, 10));
        c.liveSubjects = 10;
        uint64 round = _round(job);
        vm.prank(operator);
        market.charge(job, round, c);
    }

    function test_charge_revertsWhenLateOrEmpty() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        c.inputs = 0;
        _expectCharge(
            job, c, abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, IJobMarket.ChargeField.Inputs)
        );
        c = _chargeOf(job);
        c.consentRoot = 0;
        _expectCharge(
            job, c, abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, IJobMarket.ChargeField.ConsentRoot)
        );
        c = _chargeOf(job);
        c.rho += 1;
        _expectCharge(job, c, abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, IJobMarket.ChargeField.Rho));
        c = _chargeOf(job);
        c.delta += 1;
        _expectCharge(
            job, c, abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, IJobMarket.ChargeField.Delta)
        );
        c = _chargeOf(job);
        c.moment = 0;
        _expectCharge(
            job, c, abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, IJobMarket.ChargeField.Moment)
        );
        uint64 finishBefore = market.jobOf(job).releasedAt + 1 hours;
        vm.warp(finishBefore + 1);
        _expectCharge(job, _chargeOf(job), abi.encodeWithSelector(IJobMarket.JobLate.selector, job, finishBefore));
        vm.warp(finishBefore);
        _charge(job);
    }

    function test_charge_commitsToTheNoiseOfAPrivateReleaseAndOfNoOther() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        c.noise = 0;
        bytes memory reason = abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, IJobMarket.ChargeField.Noise);
        _expectCharge(job, c, reason);
        _charge(job);

        IJobMarket.JobSpec memory spec = _spec();
        (spec.release, spec.rho, spec.nonce) = (IJobMarket.Release.Exact, 0, 2);
        job = _post(spec);
        _approve(job);
        _claim(job);
        _pass(1, 1);
        _release(job);
        c = _chargeOf(job);
        c.noise = keccak256("shares of noise");
        _expectCharge(job, c, reason);
        _charge(job);
    }

    function test_charge_revertsInTheConsentRoundItself() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        _claim(job);
        _release(job); // all in one block: no one can know its state yet
        _expectCharge(
            job,
            _chargeOf(job),
            abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, IJobMarket.ChargeField.ConsentRound)
        );
    }

    function test_charge_revertsWhenAnythingIsNotInUse() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        vm.prank(custodian);
        registry.stop(dataset);
        _expectCharge(job, c, abi.encodeWithSelector(IDatasetRegistry.DatasetIsStopped.selector, dataset));
        vm.startPrank(custodian);
        registry.resume(dataset);
        registry.setPolicy(dataset, _policy());
        vm.stopPrank();
        _expectCharge(job, c, abi.encodeWithSelector(IDatasetRegistry.PolicyNotInEffect.selector, dataset, 1, 2));
    }

    function test_charge_revertsWhenTheWorkerIsNotValidAnyMore() public {
        JobId job = _released();
        vm.prank(governor);
        workers.revoke(enclave);
        _expectCharge(
            job, _chargeOf(job), abi.encodeWithSelector(IWorkerRegistry.WorkerRevokedAlready.selector, enclave)
        );
    }

    // Rerun.

    function _rounds(JobId job) private view returns (uint64 claimRound, uint64 consentRound) {
        return (market.jobOf(job).claimRound, market.jobOf(job).consentRound);
    }

    function test_rerun_takesANewerRoundAfterANarrowing() public {
        _enrol(ALICE);
        JobId job = _released();
        _submit(ALICE, _revocation(alice, 2));
        _pass(1, 1);
        (uint64 claimRound, uint64 consentRound) = _rounds(job);
        vm.prank(operator);
        market.rerun(job, claimRound, consentRound);
        vm.assertEq(market.jobOf(job).consentRound, block.number, "consentRound");
        vm.assertEq(market.jobOf(job).claimRound, 1002, "claimRound");
        _pass(1, 1);
        _charge(job);
        vm.assertEq(market.jobOf(job).reruns, 1, "reruns");
    }

    function test_rerun_takesANewerRoundWhenTheOldOneIsTooFarBack() public {
        JobId job = _released();
        vm.roll(1002 + 100);
        (uint64 claimRound, uint64 consentRound) = _rounds(job);
        vm.prank(operator);
        _expect(IJobMarket.JobRerunNotNeeded.selector, job);
        market.rerun(job, claimRound, consentRound);
        vm.roll(1002 + 101);
        vm.prank(operator);
        market.rerun(job, claimRound, consentRound);
        _pass(1, 1);
        _charge(job);
    }

    function test_rerun_isBounded() public {
        _enrol(ALICE, _grant(alice, 1));
        JobId job = _released();
        for (uint64 n = 0; n < 2; ++n) {
            _submit(ALICE, _revocation(alice, 2 * n + 2));
            _submit(ALICE, _grant(alice, 2 * n + 3));
            _pass(1, 1);
            uint64 before = market.jobOf(job).consentRound;
            vm.prank(operator);
            market.rerun(job, 1002, before);
            _pass(1, 1);
        }
        _submit(ALICE, _revocation(alice, 9));
        _pass(1, 1);
        (uint64 claimRound, uint64 consentRound) = _rounds(job);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobRerunsExhausted.selector, job, 2));
        market.rerun(job, claimRound, consentRound);
    }

    function test_rerun_revertsForAnybodyElse() public {
        JobId job = _released();
        (uint64 claimRound, uint64 consentRound) = _rounds(job);
        vm.prank(researcher);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotOperator.selector, job, researcher));
        market.rerun(job, claimRound, consentRound);
    }

    function test_rerun_namesTheRoundThatItReplaces() public {
        _enrol(ALICE);
        JobId job = _released();
        _submit(ALICE, _revocation(alice, 2));
        _pass(1, 1);
        (uint64 claimRound, uint64 consentRound) = _rounds(job);
        vm.startPrank(operator);
        vm.expectRevert(
            abi.encodeWithSelector(IJobMarket.JobConsentRoundWrong.selector, job, consentRound + 1, consentRound)
        );
        market.rerun(job, claimRound, consentRound + 1);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobClaimMismatch.selector, job, enclave, claimRound));
        market.rerun(job, claimRound + 1, consentRound);
        market.rerun(job, claimRound, consentRound);
        vm.expectRevert(
            abi.encodeWithSelector(IJobMarket.JobConsentRoundWrong.selector, job, consentRound, block.number)
        );
        market.rerun(job, claimRound, consentRound); // sent twice, it takes one rerun
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobRerunNotNeeded.selector, job));
        market.rerun(job, claimRound, uint64(block.number)); // nor twice in a block
        vm.stopPrank();
    }

    function test_rerun_isAllowedAgainForWhoeverWasNarrowedSinceTheClaim() public {
        _enrol(ALICE);
        JobId job = _released();
        _submit(ALICE, _revocation(alice, 2));
        for (uint256 n = 0; n < 2; ++n) {
            _pass(1, 1);
            (uint64 claimRound, uint64 consentRound) = _rounds(job);
            vm.prank(operator);
            market.rerun(job, claimRound, consentRound); // the cohort is still too small
        }
        vm.assertEq(market.jobOf(job).reruns, 2, "reruns");
    }

    function test_charge_settlesTheBudget() public {
        JobId job = _released();
        _assertBudget(RHO, 0);
        _charge(job);
        _assertBudget(0, RHO);
    }

    function test_charge_accountsForDeltaBesideRho() public {
        IJobMarket.JobSpec memory spec = _spec();
        spec.delta = 1_000;
        JobId job = _post(spec);
        _approve(job);
        _claim(job);
        _pass(1, 1);
        _release(job);
        IBudgetLedger.Account memory a = budget.accountOf(dataset);
        vm.assertEq(a.deltaOpen, 1_000, "open");
        _charge(job);
        a = budget.accountOf(dataset);
        vm.assertEq(a.deltaOpen, 0, "open");
        vm.assertEq(a.deltaSettled, 1_000, "settled");
        spec.nonce += 1;
        spec.delta = 1_000_000_000 - 999; // one more than is left
        job = _post(spec);
        _approve(job);
        _claim(job);
        uint64 round = _round(job);
        vm.prank(broker);
        vm.expectRevert(
            abi.encodeWithSelector(IBudgetLedger.BudgetDeltaExceeded.selector, dataset, spec.delta, spec.delta - 1)
        );
        market.recordRelease(job, enclave, round, ANY, ANY);
    }

    function test_exactJob_needsNoBudget() public {
        IJobMarket.JobSpec memory spec = _spec();
        (spec.release, spec.rho) = (IJobMarket.Release.Exact, 0);
        JobId job = _post(spec);
        _approve(job);
        _claim(job);
        _pass(1, 1);
        _release(job);
        _charge(job);
        _seal(job);
        _open(job);
        _assertBudget(0, 0);
    }
}
