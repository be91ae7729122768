// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAttestation} from "../src/interfaces/IAttestation.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {IWorkerRegistry} from "../src/interfaces/IWorkerRegistry.sol";
import {JobId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {Container, Containers} from "./support/AttestationFake.sol";
import {vm} from "./support/Vm.sol";

/// @dev That every step with an enclave asks for a quote that holds now.
contract JobMarketAttestationTest is AssentTest {
    using Containers for Container;

    uint256 private constant SECOND = uint256(keccak256("second enclave"));

    function test_claim_isRefusedOnceTheMachineIsRevoked() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        _postRevocation(workers.evidenceOf(enclave));
        vm.prank(operator);
        vm.expectRevert(_quoteRefused("revocation"));
        market.claim{value: BOND}(job, enclave);
        _assertState(job, IJobMarket.State.Approved);
    }

    function test_recordRelease_isRefusedOnceTheMachineIsRevoked() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        uint64 round = market.jobOf(job).claimRound;
        _postRevocation(workers.evidenceOf(enclave));
        vm.prank(broker);
        vm.expectRevert(_quoteRefused("revocation"));
        market.recordRelease(job, enclave, round, ANY, ANY);
    }

    function test_charge_isRefusedOnceTheMachineIsRevoked() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        _postRevocation(workers.evidenceOf(enclave));
        uint64 round = _round(job);
        vm.prank(operator);
        vm.expectRevert(_quoteRefused("revocation"));
        market.charge(job, round, c);
        _assertState(job, IJobMarket.State.Claimed);
    }

    function test_handOver_isRefusedToAMachineThatIsRevoked() public {
        JobId job = _released();
        _registerWorker(SECOND, operator, NOW + LIFE);
        _postRevocation(workers.evidenceOf(vm.addr(SECOND)));
        uint64 round = _round(job);
        vm.prank(broker);
        vm.expectRevert(_quoteRefused("revocation"));
        market.handOver(job, enclave, vm.addr(SECOND), round);
        vm.prank(broker);
        market.handOver(job, enclave, enclave, round); // the other is as good as before
    }

    function test_seal_goesOnWhateverIsPostedAfterTheCharge() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        _postRevocation(workers.evidenceOf(enclave));
        _seal(job);
        _open(job);
        _assertState(job, IJobMarket.State.Done);
    }

    function test_steps_areRefusedUnderAHigherFloorAndGoOnUnderALower() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        IWorkerRegistry.Floor memory f;
        f.evaluation = 18;
        vm.prank(governor);
        workers.setFloor(f);
        uint64 round = _round(job);
        vm.prank(operator);
        vm.expectRevert(_workerRefused(enclave, "evaluation"));
        market.charge(job, round, c);
        f.evaluation = 0;
        vm.prank(governor);
        workers.setFloor(f);
        _charge(job);
    }

    function test_steps_areRefusedWithoutCollateralThatIsValidAndGoOnWithSome() public {
        vm.warp(NOW + 27 days);
        JobId job = _jobIn(IJobMarket.State.Approved); // the last second passes meanwhile
        vm.prank(operator);
        vm.expectRevert(_quoteRefused("collateral"));
        market.claim{value: BOND}(job, enclave);
        collaterals.post(_freshCollateral().encode());
        vm.expectEmit(address(workers));
        emit IWorkerRegistry.WorkerJudged(enclave, 1, 17, collaterals.idOf(LEVELS, ISSUER));
        _claim(job);
        vm.assertEq(workers.workerOf(enclave).judgedAt, block.timestamp, "judged at the claim");
    }

    function test_charge_recordsByWhatTheQuoteWasJudged() public {
        JobId job = _released();
        IJobMarket.Job memory j = market.jobOf(job);
        vm.assertEq(j.collateral, 0, "not before");
        vm.assertEq(uint256(j.chargedAt) + j.judgedAt, 0, "not before");
        collaterals.post(_freshCollateral().encode());
        bytes32 id = collaterals.idOf(LEVELS, ISSUER);
        uint256 chargedAt = block.timestamp;
        _charge(job);
        _pass(1, 1);
        j = market.jobOf(job);
        vm.assertEq(j.collateral, id, "collateral");
        vm.assertEq(j.chargedAt, chargedAt, "chargedAt");
        vm.assertEq(j.judgedAt, chargedAt, "judgedAt");
        vm.assertEq(workers.workerOf(enclave).collateral, id, "of the worker");
    }

    function test_handOver_afterTheChargeRecordsByWhatTheOtherWasJudged() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        IJobMarket.Job memory charged = market.jobOf(job);
        Container memory c = _collateral();
        c.tcbInfo.key = keccak256("levels of another machine");
        collaterals.post(c.encode());
        bytes memory evidence = "of another machine";
        _attestation().teach(evidence, _claims(SECOND, operator), IAttestation.Place(c.tcbInfo.key, ISSUER));
        _register(SECOND, operator, _workerRegistration(SECOND, NOW + LIFE), evidence);
        _pass(5, 5);
        uint64 round = _round(job);
        vm.prank(broker);
        market.handOver(job, enclave, vm.addr(SECOND), round);
        IJobMarket.Job memory j = market.jobOf(job);
        vm.assertEq(j.collateral, collaterals.idOf(c.tcbInfo.key, ISSUER), "collateral");
        vm.assertTrue(j.collateral != charged.collateral, "another");
        vm.assertEq(j.quote, keccak256(evidence), "quote");
        vm.assertEq(j.judgedAt, block.timestamp, "judgedAt");
        vm.assertEq(j.chargedAt, charged.chargedAt, "the charge was when it was");
    }

    function test_handOver_beforeTheChargeRecordsNothing() public {
        JobId job = _released();
        _registerWorker(SECOND, operator, NOW + LIFE);
        uint64 round = _round(job);
        vm.prank(broker);
        market.handOver(job, enclave, vm.addr(SECOND), round);
        IJobMarket.Job memory j = market.jobOf(job);
        vm.assertEq(j.collateral, 0, "collateral");
        vm.assertEq(j.judgedAt, 0, "judgedAt");
    }
}
