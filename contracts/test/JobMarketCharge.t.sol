// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {IWorkerRegistry} from "../src/interfaces/IWorkerRegistry.sol";
import {JobId, ReceiptId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {vm} from "./support/Vm.sol";

/// @dev Charging, running again, and completing.
contract JobMarketChargeTest is AssentTest {
    function _released() private returns (JobId job) {
        job = _jobIn(IJobMarket.State.Claimed);
        _release(job);
        _pass(1, 1);
    }

    function _expectCharge(JobId job, IJobMarket.Charge memory c, bytes memory reason) private {
        vm.prank(operator);
        vm.expectRevert(reason);
        market.charge(job, c);
    }

    function test_charge_revertsBeforeTheRelease() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        _expectCharge(job, _chargeOf(job), abi.encodeWithSelector(IJobMarket.JobNotReleased.selector, job));
    }

    function test_charge_revertsForAnybodyElse() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotOperator.selector, job, broker));
        market.charge(job, c);
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
        _complete(job);
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
        vm.prank(operator);
        market.charge(job, c);
    }

    function test_charge_revertsWhenLateOrEmpty() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        c.inputs = 0;
        _expectCharge(job, c, abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, "inputs"));
        c = _chargeOf(job);
        c.consentRoot = 0;
        _expectCharge(job, c, abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, "consentRoot"));
        uint64 finishBefore = market.jobOf(job).releasedAt + 1 hours;
        vm.warp(finishBefore + 1);
        _expectCharge(job, _chargeOf(job), abi.encodeWithSelector(IJobMarket.JobLate.selector, job, finishBefore));
        vm.warp(finishBefore);
        _charge(job);
    }

    function test_charge_revertsInTheConsentRoundItself() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        _claim(job);
        _release(job); // all in one block: nobody can know its state yet
        _expectCharge(job, _chargeOf(job), abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, "consentRound"));
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

    function test_rerun_takesANewerRoundAfterANarrowing() public {
        _enrol(ALICE);
        JobId job = _released();
        _submit(ALICE, _revocation(alice, 2));
        _pass(1, 1);
        vm.prank(operator);
        market.rerun(job);
        vm.assertEq(market.jobOf(job).consentRound, block.number, "consentRound");
        vm.assertEq(market.jobOf(job).claimRound, 1002, "claimRound");
        _pass(1, 1);
        _charge(job);
        vm.assertEq(market.jobOf(job).reruns, 1, "reruns");
    }

    function test_rerun_takesANewerRoundWhenTheOldOneIsTooFarBack() public {
        JobId job = _released();
        vm.roll(1002 + 100);
        vm.prank(operator);
        _expect(IJobMarket.JobRerunNotNeeded.selector, job);
        market.rerun(job);
        vm.roll(1002 + 101);
        vm.prank(operator);
        market.rerun(job);
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
            vm.prank(operator);
            market.rerun(job);
            _pass(1, 1);
        }
        _submit(ALICE, _revocation(alice, 9));
        _pass(1, 1);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobRerunsExhausted.selector, job, 2));
        market.rerun(job);
    }

    function test_rerun_revertsForAnybodyElse() public {
        JobId job = _released();
        vm.prank(researcher);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotOperator.selector, job, researcher));
        market.rerun(job);
    }

    // Complete.

    function test_complete_takesTheReceiptFromAnybody() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        IJobMarket.Receipt memory r = _receipt(job);
        ReceiptId digest = market.hashReceipt(r);
        bytes memory signature = _sign(ENCLAVE, ReceiptId.unwrap(digest));
        vm.expectEmit(address(market));
        emit IJobMarket.JobCompleted(job, digest, enclave, r, signature);
        vm.expectEmit(address(market));
        emit IJobMarket.ResultDelivered(job, CIPHERTEXT);
        vm.expectEmit(address(market));
        emit IJobMarket.PaymentSent(operator, FEE + BOND);
        vm.prank(bob);
        market.complete(job, r, signature, CIPHERTEXT);
    }

    function test_complete_revertsWhenAnyFieldDiffers() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        string[16] memory fields = [
            "job",
            "consentRound",
            "consentRoot",
            "subjectsRoot",
            "liveSubjects",
            "dataset",
            "datasetVersion",
            "policyVersion",
            "program",
            "parameters",
            "rho",
            "inputs",
            "ciphertext",
            "enclave",
            "measurement",
            "quote"
        ];
        // The fields of a receipt in order; the result is the enclave's own.
        uint8[16] memory order = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16];
        for (uint256 i = 0; i < fields.length; ++i) {
            IJobMarket.Receipt memory r = _receipt(job);
            uint256 offset = 32 * uint256(order[i]);
            assembly ("memory-safe") {
                mstore(add(r, offset), xor(mload(add(r, offset)), 1))
            }
            bytes memory signature = _sign(ENCLAVE, _receiptDigest(r));
            vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobReceiptMismatch.selector, job, fields[i]));
            market.complete(job, r, signature, CIPHERTEXT);
        }
    }

    function test_complete_revertsUnlessTheEnclaveSigned() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        IJobMarket.Receipt memory r = _receipt(job);
        bytes memory signature = _sign(OPERATOR, _receiptDigest(r));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobReceiptSignature.selector, job, enclave));
        market.complete(job, r, signature, CIPHERTEXT);
        signature = _sign(ENCLAVE, _receiptDigest(r));
        r.result = keccak256("another result");
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobReceiptSignature.selector, job, enclave));
        market.complete(job, r, signature, CIPHERTEXT);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobReceiptSignature.selector, job, enclave));
        market.complete(job, r, "", CIPHERTEXT);
    }

    function test_complete_takesACiphertextUpToTheLimit() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        IJobMarket.Receipt memory r = _receipt(job);
        bytes memory large = new bytes(65537);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobCiphertextSize.selector, 65537, 65536));
        market.complete(job, r, "", large);
        large = new bytes(65536);
        r.ciphertext = keccak256(large);
        market.complete(job, r, _sign(ENCLAVE, _receiptDigest(r)), large);
    }

    function test_complete_revertsTwiceAndBeforeTheCharge() public {
        JobId job = _released();
        IJobMarket.Receipt memory r = _receipt(job);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Claimed));
        market.complete(job, r, "", "");
        _charge(job);
        r = _receipt(job);
        bytes memory signature = _sign(ENCLAVE, _receiptDigest(r));
        market.complete(job, r, signature, CIPHERTEXT);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Done));
        market.complete(job, r, signature, CIPHERTEXT);
    }

    function test_complete_goesOnWhateverTheCustodianDoesAfterTheCharge() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        vm.startPrank(custodian);
        registry.stop(dataset);
        registry.retireVersion(dataset, 1);
        registry.setPolicy(dataset, _policy());
        vm.stopPrank();
        vm.warp(block.timestamp + 400 days); // nor does an expired registration matter, or being late
        _complete(job);
        _assertState(job, IJobMarket.State.Done);
    }

    function test_complete_holdsToTheQuoteOfTheCharge() public {
        JobId job = _released();
        bytes32 claimed = market.jobOf(job).quote;
        bytes memory evidence = _evidence(ENCLAVE, operator);
        _renew(ENCLAVE, operator, NOW + 20 days, evidence);
        _charge(job);
        vm.assertTrue(keccak256(evidence) != claimed, "another quote");
        vm.assertEq(market.jobOf(job).quote, keccak256(evidence), "quote");
        _pass(1, 1);
        _renew(ENCLAVE, operator, NOW + 21 days, _evidence(ENCLAVE, operator));
        vm.assertEq(market.jobOf(job).quote, keccak256(evidence), "a later one does not count");
        _complete(job);
        _assertState(job, IJobMarket.State.Done);
    }

    function test_exactJob_needsNoBudget() public {
        IJobMarket.JobSpec memory spec = _spec();
        (spec.release, spec.rho) = (1, 0);
        JobId job = _post(spec);
        _approve(job);
        _claim(job);
        _pass(1, 1);
        _release(job);
        _charge(job);
        _complete(job);
        (, uint64 reserved, uint64 spent) = budget.budgetOf(dataset);
        vm.assertEq(reserved + spent, 0, "budget");
    }
}
