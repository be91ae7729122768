// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {IWorkerRegistry} from "../src/interfaces/IWorkerRegistry.sol";
import {JobId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {Recipient} from "./support/Recipients.sol";
import {vm} from "./support/Vm.sol";

/// @dev How jobs end otherwise, who is paid then, and who cannot keep a job from ending.
contract JobMarketEndsTest is AssentTest {
    uint256 private _researcherHad;
    uint256 private _operatorHad;

    function setUp() public override {
        super.setUp();
        (_researcherHad, _operatorHad) = (researcher.balance, operator.balance);
    }

    /// @dev What each had at the start and what each has now; escrow is empty.
    function _assertSettled(int256 researcherGot, int256 operatorGot, uint64 spent_) private view {
        vm.assertEq(researcher.balance, uint256(int256(_researcherHad) + researcherGot), "researcher");
        vm.assertEq(operator.balance, uint256(int256(_operatorHad) + operatorGot), "operator");
        vm.assertEq(address(market).balance, 0, "escrow");
        (, uint64 reserved, uint64 spent) = budget.budgetOf(dataset);
        vm.assertEq(reserved, 0, "reserved");
        vm.assertEq(spent, spent_, "spent");
    }

    // Before the release: everything is given back.

    function test_cancel_returnsTheFee() public {
        JobId job = _jobIn(IJobMarket.State.Posted);
        vm.prank(researcher);
        market.cancel(job);
        _assertState(job, IJobMarket.State.Cancelled);
        _assertSettled(0, 0, 0);
    }

    function test_cancel_worksWhenApprovedButNotWhenClaimed() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.prank(researcher);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Claimed));
        market.cancel(job);
        vm.prank(operator);
        market.giveUp(job);
        vm.prank(researcher);
        market.cancel(job);
        _assertSettled(0, 0, 0);
    }

    function test_cancel_revertsForAnybodyElse() public {
        JobId job = _jobIn(IJobMarket.State.Posted);
        vm.prank(custodian);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotResearcher.selector, job, custodian));
        market.cancel(job);
    }

    function test_expire_cancelsAfterTheDeadlineAndNotBefore() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        vm.warp(market.specOf(job).deadline);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotDue.selector, job));
        market.expire(job);
        vm.warp(market.specOf(job).deadline + 1);
        vm.prank(bob);
        market.expire(job);
        _assertState(job, IJobMarket.State.Cancelled);
        _assertSettled(0, 0, 0);
    }

    function test_expire_returnsALapsedClaimAndNotBefore() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.warp(market.jobOf(job).claimedAt + 10 minutes);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotDue.selector, job));
        market.expire(job);
        vm.warp(block.timestamp + 1);
        vm.prank(bob);
        market.expire(job);
        _assertState(job, IJobMarket.State.Approved);
        IJobMarket.Job memory j = market.jobOf(job);
        vm.assertTrue(
            j.enclave == address(0) && j.operator == address(0) && j.claimRound == 0 && j.consentRound == 0
                && j.claimedAt == 0 && j.quote == 0 && j.reruns == 0,
            "nothing is left of the claim"
        );
        vm.assertTrue(j.approvedUntil != 0, "the approval stands");
        _claim(job); // the same worker may try again
        _release(job);
        _pass(1, 1);
        _charge(job);
        _complete(job);
        _assertSettled(-int256(uint256(FEE)), int256(uint256(FEE)), RHO);
    }

    function test_expire_returnsAClaimPastTheDeadline() public {
        IJobMarket.JobSpec memory spec = _spec();
        spec.deadline = NOW + 60;
        JobId job = _post(spec);
        _approve(job);
        _claim(job);
        vm.warp(NOW + 61);
        market.expire(job);
        _assertState(job, IJobMarket.State.Approved);
        market.expire(job);
        _assertState(job, IJobMarket.State.Cancelled);
        _assertSettled(0, 0, 0);
    }

    function test_giveUp_byTheBrokerBarsTheEnclaveFromThisJobOnly() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.expectEmit(address(market));
        emit IJobMarket.ClaimReturned(job, enclave, IJobMarket.ClaimEnd.Refused);
        vm.prank(broker);
        market.giveUp(job);
        vm.assertTrue(market.isRefused(job, enclave), "refused");
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

    function test_giveUp_revertsForAnybodyElse() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        address[3] memory others = [researcher, custodian, bob];
        for (uint256 i = 0; i < 3; ++i) {
            vm.prank(others[i]);
            vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotOperator.selector, job, others[i]));
            market.giveUp(job);
        }
    }

    // After the release: the budget is spent, and who pays depends on whose fault it was.

    function _released() private returns (JobId job) {
        job = _jobIn(IJobMarket.State.Claimed);
        _release(job);
        _pass(1, 1);
    }

    function _expectFailure(JobId job, IJobMarket.Failure why) private {
        vm.expectEmit(address(market));
        emit IJobMarket.JobFailed(job, why);
    }

    function test_expire_failsAReleasedJobAtTheWorkersCost() public {
        JobId job = _released();
        vm.warp(market.jobOf(job).releasedAt + 1 hours);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotDue.selector, job));
        market.expire(job);
        vm.warp(block.timestamp + 1);
        _expectFailure(job, IJobMarket.Failure.Late);
        vm.prank(bob);
        market.expire(job);
        _assertState(job, IJobMarket.State.Failed);
        _assertSettled(int256(BOND), -int256(BOND), RHO);
    }

    function test_expire_failsAChargedJobAtTheWorkersCost() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        vm.prank(custodian);
        registry.stop(dataset); // no excuse after the charge
        vm.warp(market.jobOf(job).releasedAt + 1 hours + 1);
        _expectFailure(job, IJobMarket.Failure.Late);
        market.expire(job);
        _assertSettled(int256(BOND), -int256(BOND), RHO);
    }

    function test_giveUp_afterTheReleaseCostsTheBond() public {
        JobId job = _released();
        _expectFailure(job, IJobMarket.Failure.GivenUp);
        vm.prank(operator);
        market.giveUp(job);
        _assertSettled(int256(BOND), -int256(BOND), RHO);
    }

    function test_giveUp_byTheBrokerIsTooLateAfterTheRelease() public {
        JobId job = _released();
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobReleased.selector, job));
        market.giveUp(job);
    }

    function test_failure_isNotTheWorkersWhenTheDatasetWasStopped() public {
        JobId job = _released();
        vm.prank(custodian);
        registry.stop(dataset);
        _expectFailure(job, IJobMarket.Failure.NotInUse);
        vm.prank(operator);
        market.giveUp(job);
        _assertSettled(0, 0, RHO);
    }

    function test_failure_isNotTheWorkersWhenThePolicyWasReplaced() public {
        JobId job = _released();
        IDatasetRegistry.Policy memory stricter = _policy();
        stricter.promised.minCohort += 1;
        vm.prank(custodian);
        registry.setPolicy(dataset, stricter);
        vm.warp(block.timestamp + 2 hours);
        _expectFailure(job, IJobMarket.Failure.NotInUse);
        market.expire(job);
        _assertSettled(0, 0, RHO);
    }

    function test_failure_isNotTheWorkersWhenTheVersionWasRetired() public {
        JobId job = _released();
        vm.prank(custodian);
        registry.retireVersion(dataset, 1);
        _expectFailure(job, IJobMarket.Failure.NotInUse);
        vm.prank(operator);
        market.giveUp(job);
        _assertSettled(0, 0, RHO);
    }

    function test_failure_isNotTheWorkersWhenConsentKeepsNarrowing() public {
        _enrol(ALICE, _grant(alice, 1));
        JobId job = _released();
        for (uint64 n = 0; n < 2; ++n) {
            _submit(ALICE, _revocation(alice, 2 * n + 2));
            _submit(ALICE, _grant(alice, 2 * n + 3));
            _pass(1, 1);
            vm.prank(operator);
            market.rerun(job);
            _pass(1, 1);
        }
        _submit(ALICE, _revocation(alice, 9));
        _expectFailure(job, IJobMarket.Failure.Narrowed);
        vm.prank(operator);
        market.giveUp(job);
        _assertSettled(0, 0, RHO);
    }

    function test_failure_isNotTheWorkersWhenConsentNarrowedSinceTheClaim() public {
        _enrol(ALICE);
        JobId job = _released();
        _submit(ALICE, _revocation(alice, 2));
        _pass(1, 1);
        vm.prank(operator);
        market.rerun(job); // what is left may be fewer than the policy wants
        _expectFailure(job, IJobMarket.Failure.Narrowed);
        vm.prank(operator);
        market.giveUp(job);
        _assertSettled(0, 0, RHO);
    }

    function test_failure_isTheWorkersWhenConsentNarrowedBeforeTheClaim() public {
        _enrol(ALICE);
        JobId job = _jobIn(IJobMarket.State.Approved);
        _submit(ALICE, _revocation(alice, 2));
        _claim(job); // in the same block, whose end is what counts
        _pass(1, 1);
        _release(job);
        _expectFailure(job, IJobMarket.Failure.GivenUp);
        vm.prank(operator);
        market.giveUp(job);
        _assertSettled(int256(BOND), -int256(BOND), RHO);
    }

    function test_failure_isTheWorkersAfterTheChargeWhateverNarrows() public {
        _enrol(ALICE);
        JobId job = _jobIn(IJobMarket.State.Charged);
        _submit(ALICE, _revocation(alice, 2));
        _expectFailure(job, IJobMarket.Failure.GivenUp);
        vm.prank(operator);
        market.giveUp(job);
        _assertSettled(int256(BOND), -int256(BOND), RHO);
    }

    function test_failure_isTheWorkersWhenItsRegistrationWasRevoked() public {
        JobId job = _released();
        vm.prank(operator);
        workers.revoke(enclave);
        vm.warp(block.timestamp + 2 hours);
        _expectFailure(job, IJobMarket.Failure.Late);
        market.expire(job);
        _assertSettled(int256(BOND), -int256(BOND), RHO);
    }

    function test_everything_revertsOnAJobThatIsOver() public {
        JobId job = _jobIn(IJobMarket.State.Done);
        bytes memory reason = abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Done);
        vm.expectRevert(reason);
        market.expire(job);
        vm.prank(researcher);
        vm.expectRevert(reason);
        market.cancel(job);
        vm.startPrank(operator);
        vm.expectRevert(reason);
        market.giveUp(job);
        vm.expectRevert(reason);
        market.rerun(job);
        vm.expectRevert(reason);
        market.claim{value: BOND}(job, enclave);
        vm.stopPrank();
        vm.prank(broker);
        vm.expectRevert(reason);
        market.recordRelease(job, enclave, 1002);
    }

    function test_everything_revertsOnAJobThatNobodyPosted() public {
        JobId job = JobId.wrap(keccak256("nothing"));
        bytes memory reason = abi.encodeWithSelector(IJobMarket.JobUnknown.selector, job);
        vm.expectRevert(reason);
        market.expire(job);
        vm.expectRevert(reason);
        market.cancel(job);
        vm.expectRevert(reason);
        market.giveUp(job);
        vm.expectRevert(reason);
        market.claim{value: BOND}(job, enclave);
        vm.expectRevert(reason);
        market.jobOf(job);
        vm.expectRevert(reason);
        market.specOf(job);
    }

    // Handing over to another enclave of the same operator.

    uint256 private constant SECOND = uint256(keccak256("second enclave"));

    function test_handOver_letsAnotherEnclaveFinishWhatWasReleased() public {
        JobId job = _released();
        _registerWorker(SECOND, operator, NOW + LIFE);
        vm.expectEmit(address(market));
        emit IJobMarket.JobHandedOver(job, enclave, vm.addr(SECOND), workers.workerOf(vm.addr(SECOND)).quote);
        vm.prank(broker);
        market.handOver(job, vm.addr(SECOND));
        IJobMarket.Job memory j = market.jobOf(job);
        vm.assertEq(j.consentRound, 1002, "the consent round stays");
        vm.assertTrue(j.releasedAt != 0, "and so does the release");
        _charge(job);
        IJobMarket.Receipt memory r = _receipt(job);
        bytes memory signature = _sign(ENCLAVE, _receiptDigest(r));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobReceiptSignature.selector, job, vm.addr(SECOND)));
        market.complete(job, r, signature, CIPHERTEXT);
        market.complete(job, r, _sign(SECOND, _receiptDigest(r)), CIPHERTEXT);
        _assertSettled(-int256(uint256(FEE)), int256(uint256(FEE)), RHO);
    }

    function test_handOver_keepsTheInputsOfTheCharge() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        _registerWorker(SECOND, operator, NOW + LIFE);
        vm.prank(broker);
        market.handOver(job, vm.addr(SECOND));
        IJobMarket.Job memory j = market.jobOf(job);
        vm.assertEq(j.inputs, keccak256("inputs"), "inputs");
        _assertState(job, IJobMarket.State.Charged);
        IJobMarket.Receipt memory r = _receipt(job);
        market.complete(job, r, _sign(SECOND, _receiptDigest(r)), CIPHERTEXT);
        _assertState(job, IJobMarket.State.Done);
    }

    function test_handOver_revertsBeforeARelease() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        _registerWorker(SECOND, operator, NOW + LIFE);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotReleased.selector, job));
        market.handOver(job, vm.addr(SECOND));
    }

    function test_handOver_doesNotGetPastTheBrokersRefusal() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        _registerWorker(SECOND, operator, NOW + LIFE);
        vm.prank(broker);
        market.giveUp(job);
        vm.prank(operator);
        market.claim{value: BOND}(job, vm.addr(SECOND));
        vm.startPrank(broker);
        market.recordRelease(job, vm.addr(SECOND), market.jobOf(job).claimRound);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWorkerRefused.selector, job, enclave));
        market.handOver(job, enclave);
    }

    function test_handOver_revertsForAnybodyButTheBrokerOrToWhatIsNotAccepted() public {
        JobId job = _released();
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotBroker.selector, job, bob));
        market.handOver(job, enclave);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotBroker.selector, job, operator));
        market.handOver(job, enclave);
        _registerWorker(SECOND, bob, NOW + LIFE);
        vm.startPrank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotOperator.selector, job, operator));
        market.handOver(job, vm.addr(SECOND));
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerUnknown.selector, bob));
        market.handOver(job, bob);
        vm.stopPrank();
        vm.prank(bob);
        workers.revoke(vm.addr(SECOND));
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerRevokedAlready.selector, vm.addr(SECOND)));
        market.handOver(job, vm.addr(SECOND));
    }

    function test_handOver_revertsBeforeAClaimAndAfterTheEnd() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        vm.startPrank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Approved));
        market.handOver(job, enclave);
        vm.stopPrank();
        _claim(job);
        _release(job);
        _pass(1, 1);
        _charge(job);
        _complete(job);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Done));
        market.handOver(job, enclave);
    }

    // Payments that are not taken.

    /// @dev A job whose researcher is a contract.
    function _jobOf(Recipient who) private returns (JobId job) {
        IJobMarket.JobSpec memory spec = _spec();
        spec.researcher = address(who);
        vm.deal(address(who), FEE);
        who.act(address(market), FEE, abi.encodeCall(market.post, (spec, PARAMETERS)));
        job = market.jobId(spec);
        _approve(job);
    }

    function test_payment_isKeptForARecipientThatRefuses() public {
        Recipient who = new Recipient();
        JobId job = _jobOf(who);
        who.set(Recipient.Mood.Refuse);
        vm.expectEmit(address(market));
        emit IJobMarket.PaymentKept(address(who), FEE);
        who.act(address(market), 0, abi.encodeCall(market.cancel, (job)));
        _assertState(job, IJobMarket.State.Cancelled);
        vm.assertEq(market.owed(address(who)), FEE, "owed");

        who.withdraw(market, payable(bob));
        vm.assertEq(bob.balance, FEE, "withdrawn");
        vm.assertEq(market.owed(address(who)), 0, "owed");
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNothingToWithdraw.selector, address(who)));
        who.withdraw(market, payable(bob));
    }

    function test_payment_cannotBeMadeExpensiveByItsRecipient() public {
        Recipient who = new Recipient();
        JobId job = _jobOf(who);
        who.set(Recipient.Mood.BurnGas);
        _claim(job);
        _pass(1, 1);
        _release(job);
        _pass(1, 2 hours);
        uint256 gas = gasleft();
        market.expire(job);
        vm.assertLe(gas - gasleft(), 200_000, "gas");
        vm.assertEq(market.owed(address(who)), FEE + BOND, "owed");
    }

    function test_payment_copiesNothingThatItsRecipientReturns() public {
        Recipient who = new Recipient();
        JobId job = _jobOf(who);
        who.set(Recipient.Mood.ReturnMuch);
        who.act(address(market), 0, abi.encodeCall(market.cancel, (job)));
        vm.assertEq(address(who).balance, FEE, "paid");
    }

    function test_payment_doesNotLetItsRecipientComeBack() public {
        Recipient who = new Recipient();
        JobId job = _jobOf(who);
        who.comeBack(address(market), abi.encodeCall(market.expire, (job)));
        who.act(address(market), 0, abi.encodeCall(market.cancel, (job)));
        vm.assertFalse(who.cameBack(), "came back");
        vm.assertEq(address(who).balance, FEE, "paid once");
    }

    function test_withdraw_doesNotLetItsRecipientComeBack() public {
        Recipient who = new Recipient();
        JobId job = _jobOf(who);
        IJobMarket.JobSpec memory other = _spec();
        _post(other); // somebody else's escrow
        who.set(Recipient.Mood.Refuse);
        who.act(address(market), 0, abi.encodeCall(market.cancel, (job)));
        who.comeBack(address(market), abi.encodeCall(market.withdraw, (payable(address(who)))));
        who.withdraw(market, payable(address(who)));
        vm.assertFalse(who.cameBack(), "came back");
        vm.assertEq(address(market).balance, FEE, "the other's escrow");
    }

    function test_withdraw_revertsWhenRefusedAgain() public {
        Recipient who = new Recipient();
        JobId job = _jobOf(who);
        who.set(Recipient.Mood.Refuse);
        who.act(address(market), 0, abi.encodeCall(market.cancel, (job)));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPaymentFailed.selector, address(who), FEE));
        who.withdraw(market, payable(address(who)));
        vm.assertEq(market.owed(address(who)), FEE, "still owed");
    }

    function test_theMarket_takesNoMoneyButForJobs() public {
        vm.deal(bob, 1);
        vm.prank(bob);
        (bool sent,) = address(market).call{value: 1}("");
        vm.assertFalse(sent, "sent");
    }
}
