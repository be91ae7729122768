// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {IWorkerRegistry} from "../src/interfaces/IWorkerRegistry.sol";
import {JobId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {vm} from "./support/Vm.sol";

/// @dev Drawing the noise again, in another enclave than that of the charge.
contract JobMarketRedrawTest is AssentTest {
    uint256 private constant SECOND = uint256(keccak256("second enclave"));
    bytes32 private constant NOISE = keccak256("other shares of noise");

    /// @dev A charged job that was handed over since.
    function _handedOver() private returns (JobId job) {
        job = _jobIn(IJobMarket.State.Charged);
        _registerWorker(SECOND, operator, NOW + LIFE);
        _handOver(job, enclave, vm.addr(SECOND));
    }

    function _handOver(JobId job, address from, address to) private {
        uint64 round = _round(job);
        vm.prank(broker);
        market.handOver(job, from, to, round);
    }

    function _redraw(JobId job, IJobMarket.Charge memory c, bytes32 noise, uint64 moment) private {
        uint64 round = _round(job);
        vm.prank(operator);
        market.redraw(job, round, c, noise, moment);
    }

    function _expectRedraw(JobId job, IJobMarket.Charge memory c, bytes32 noise, uint64 moment, bytes memory reason)
        private
    {
        uint64 round = _round(job);
        vm.prank(operator);
        vm.expectRevert(reason);
        market.redraw(job, round, c, noise, moment);
    }

    function _redrawn(JobId job, bytes32 noise, uint64 moment) private view returns (IJobMarket.Charge memory c) {
        c = _chargeOf(job);
        (c.noise, c.moment) = (noise, moment);
    }

    function _sign(IJobMarket.Receipt memory r, uint256 key) private view returns (bytes memory) {
        return _sign(key, _receiptDigest(r));
    }

    function test_redraw_replacesNoiseAndMomentAlone() public {
        JobId job = _handedOver();
        IJobMarket.Job memory before = market.jobOf(job);
        IJobMarket.Charge memory c = _chargeOf(job);
        _assertBudget(0, RHO);
        uint256 held = address(market).balance;
        _pass(3, 3);
        IJobMarket.Charge memory next = _redrawn(job, NOISE, c.moment + 7);
        vm.expectEmit(address(market));
        emit IJobMarket.JobCharged(job, vm.addr(SECOND), next);
        _redraw(job, c, NOISE, c.moment + 7);
        IJobMarket.Job memory j = market.jobOf(job);
        vm.assertEq(j.charge, market.hashCharge(next), "charge");
        vm.assertEq(j.chargeRound, block.number, "chargeRound");
        vm.assertEq(j.firstChargeRound, before.chargeRound, "firstChargeRound");
        vm.assertEq(j.chargedAt, block.timestamp, "chargedAt");
        vm.assertEq(j.judgedAt, block.timestamp, "judgedAt");
        vm.assertEq(j.quote, workers.workerOf(vm.addr(SECOND)).quote, "quote");
        vm.assertEq(j.redraws, 1, "redraws");
        vm.assertTrue(!j.isShareLost, "the shares are where the job is");
        _assertState(job, IJobMarket.State.Charged);
        _assertBudget(0, RHO);
        vm.assertEq(address(market).balance, held, "nobody is paid");
        (j.charge, j.chargeRound, j.firstChargeRound) = (before.charge, before.chargeRound, before.firstChargeRound);
        (j.chargedAt, j.judgedAt, j.redraws, j.isShareLost) = (before.chargedAt, before.judgedAt, 0, true);
        vm.assertEq(keccak256(abi.encode(j)), keccak256(abi.encode(before)), "and nothing else");
    }

    function test_redraw_leavesNoWayToSealWhatWasDrawnBefore() public {
        JobId job = _handedOver();
        IJobMarket.Charge memory c = _chargeOf(job);
        IJobMarket.Receipt memory old = _receipt(job);
        IJobMarket.Receipt memory ofBoth = _receipt(job); // the former draw, signed by the enclave of now
        (old.enclave, ofBoth.enclave) = (enclave, vm.addr(SECOND));
        _redraw(job, c, NOISE, c.moment);
        bytes memory signature = _sign(old, ENCLAVE);
        _expect(IJobMarket.JobReceiptMismatch.selector, job);
        market.seal(job, old, signature, CIPHERTEXT);
        signature = _sign(ofBoth, SECOND);
        _expect(IJobMarket.JobReceiptMismatch.selector, job);
        market.seal(job, ofBoth, signature, CIPHERTEXT);

        IJobMarket.Receipt memory r = _receipt(job);
        r.charge = _redrawn(job, NOISE, c.moment);
        market.seal(job, r, _sign(r, SECOND), CIPHERTEXT);
        _open(job);
        _assertState(job, IJobMarket.State.Done);
    }

    function test_redraw_isForAnEnclaveThatHasNotTheShares() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        IJobMarket.Charge memory c = _chargeOf(job);
        bytes memory reason = abi.encodeWithSelector(IJobMarket.JobRedrawNotNeeded.selector, job);
        _expectRedraw(job, c, NOISE, c.moment, reason); // the enclave that charged has the job
        _handOver(job, enclave, enclave);
        _expectRedraw(job, c, NOISE, c.moment, reason); // and still has it
        _registerWorker(SECOND, operator, NOW + LIFE);
        _handOver(job, enclave, vm.addr(SECOND));
        _redraw(job, c, NOISE, c.moment);
        c.noise = NOISE;
        _expectRedraw(job, c, keccak256("a third"), c.moment, reason); // once for each enclave
    }

    function test_redraw_doesNotCountAHandOverBeforeTheCharge() public {
        JobId job = _released();
        _registerWorker(SECOND, operator, NOW + LIFE);
        _handOver(job, enclave, vm.addr(SECOND));
        _charge(job);
        IJobMarket.Charge memory c = _chargeOf(job);
        _expectRedraw(job, c, NOISE, c.moment, abi.encodeWithSelector(IJobMarket.JobRedrawNotNeeded.selector, job));
    }

    function test_redraw_isBounded() public {
        JobId job = _handedOver();
        IJobMarket.Charge memory c = _chargeOf(job);
        (address from, address to) = (vm.addr(SECOND), enclave);
        uint64 first = market.jobOf(job).chargeRound;
        for (uint256 n = 0; n < market.MAX_REDRAWS(); ++n) {
            _pass(1, 1);
            bytes32 noise = keccak256(abi.encode(n));
            _redraw(job, c, noise, c.moment + 1);
            (c.noise, c.moment) = (noise, c.moment + 1);
            _handOver(job, from, to);
            (from, to) = (to, from);
        }
        vm.assertEq(market.jobOf(job).firstChargeRound, first, "the first stays the first");
        _expectRedraw(job, c, NOISE, c.moment, abi.encodeWithSelector(IJobMarket.JobRedrawsExhausted.selector, job, 3));
    }

    function test_redraw_isOfTheChargeOnRecord() public {
        JobId job = _handedOver();
        IJobMarket.Charge memory c = _chargeOf(job);
        c.liveSubjects += 1;
        _expectRedraw(job, c, NOISE, c.moment, abi.encodeWithSelector(IJobMarket.JobChargeMismatch.selector, job));
    }

    function test_redraw_takesOtherNoiseAndNoEarlierMoment() public {
        JobId job = _handedOver();
        IJobMarket.Charge memory c = _chargeOf(job);
        bytes memory reason = abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, IJobMarket.ChargeField.Noise);
        _expectRedraw(job, c, 0, c.moment, reason);
        _expectRedraw(job, c, c.noise, c.moment + 1, reason);
        reason = abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, IJobMarket.ChargeField.Moment);
        _expectRedraw(job, c, NOISE, c.moment - 1, reason);
        _redraw(job, c, NOISE, c.moment);
    }

    /// @dev The enclaves of one operator may have the job in turn, and each keep what it sealed: none of it comes back.
    function test_redraw_bringsNoEarlierDrawBack() public {
        JobId job = _handedOver();
        IJobMarket.Charge memory first = _chargeOf(job);
        IJobMarket.Receipt memory sealedFirst = _receipt(job);
        sealedFirst.enclave = enclave;
        IJobMarket.Charge memory c = _chargeOf(job);
        bytes32[4] memory drawn = [first.noise, NOISE, keccak256("a third"), keccak256("a fourth")];
        (address from, address to) = (vm.addr(SECOND), enclave);
        bytes memory reason = abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, IJobMarket.ChargeField.Noise);
        for (uint256 n = 1; n <= market.MAX_REDRAWS(); ++n) {
            for (uint256 i = 0; i < n; ++i) {
                _expectRedraw(job, c, drawn[i], c.moment, reason);
            }
            _redraw(job, c, drawn[n], c.moment);
            c.noise = drawn[n];
            _handOver(job, from, to);
            (from, to) = (to, from);
        }
        vm.assertEq(market.jobOf(job).enclave, enclave, "the first has it again");
        bytes memory signature = _sign(sealedFirst, ENCLAVE);
        _expect(IJobMarket.JobReceiptMismatch.selector, job);
        market.seal(job, sealedFirst, signature, CIPHERTEXT);
    }

    function test_redraw_revertsWhenLate() public {
        JobId job = _handedOver();
        IJobMarket.Charge memory c = _chargeOf(job);
        uint64 finishBefore = market.jobOf(job).releasedAt + 1 hours;
        vm.warp(finishBefore + 1);
        _expectRedraw(job, c, NOISE, c.moment, abi.encodeWithSelector(IJobMarket.JobLate.selector, job, finishBefore));
        vm.warp(finishBefore);
        _redraw(job, c, NOISE, c.moment);
    }

    function test_redraw_revertsForAnybodyElseAndForAnotherClaim() public {
        JobId job = _handedOver();
        IJobMarket.Charge memory c = _chargeOf(job);
        uint64 round = _round(job);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotOperator.selector, job, broker));
        market.redraw(job, round, c, NOISE, c.moment);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobClaimMismatch.selector, job, vm.addr(SECOND), round));
        market.redraw(job, round + 1, c, NOISE, c.moment);
    }

    function test_redraw_revertsBeforeTheChargeAndAfterTheSeal() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        _expectRedraw(
            job,
            c,
            NOISE,
            c.moment,
            abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Claimed)
        );
        _charge(job);
        _seal(job);
        _expectRedraw(
            job,
            c,
            NOISE,
            c.moment,
            abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Sealed)
        );
    }

    function test_redraw_isNotForExactReleases() public {
        IJobMarket.JobSpec memory spec = _spec();
        (spec.release, spec.rho) = (IJobMarket.Release.Exact, 0);
        JobId job = _post(spec);
        _approve(job);
        _claim(job);
        _pass(1, 1);
        _release(job);
        _charge(job);
        _registerWorker(SECOND, operator, NOW + LIFE);
        _handOver(job, enclave, vm.addr(SECOND));
        IJobMarket.Charge memory c = _chargeOf(job);
        _expectRedraw(job, c, NOISE, c.moment, abi.encodeWithSelector(IJobMarket.JobRedrawNotNeeded.selector, job));
        IJobMarket.Receipt memory r = _receipt(job);
        market.seal(job, r, _sign(r, SECOND), CIPHERTEXT); // nothing was drawn
    }

    function test_redraw_needsAnEnclaveWhoseQuoteHolds() public {
        JobId job = _handedOver();
        IJobMarket.Charge memory c = _chargeOf(job);
        vm.prank(operator);
        workers.revoke(vm.addr(SECOND));
        _expectRedraw(
            job,
            c,
            NOISE,
            c.moment,
            abi.encodeWithSelector(IWorkerRegistry.WorkerRevokedAlready.selector, vm.addr(SECOND))
        );
    }
}
