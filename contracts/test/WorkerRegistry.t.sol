// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

import {IAttestation} from "../src/interfaces/IAttestation.sol";
import {IWorkerRegistry} from "../src/interfaces/IWorkerRegistry.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {vm} from "./support/Vm.sol";

/// @dev Registering, renewing, revoking. What makes a registration stand or fall is in WorkerJudgement.t.sol.
contract WorkerRegistryTest is AssentTest {
    uint256 private constant SECOND = uint256(keccak256("second enclave"));

    function _signature(IWorkerRegistry.Registration memory r, address by, bytes memory evidence, uint64 nonce)
        private
        view
        returns (bytes memory)
    {
        return _sign(SECOND, workers.hashRegistration(r, by, keccak256(evidence), nonce));
    }

    function test_register_keepsWhatTheEnclaveSigned() public {
        bytes memory evidence = _evidence(SECOND, operator);
        _register(SECOND, operator, _workerRegistration(SECOND, NOW + LIFE), evidence);
        IWorkerRegistry.Worker memory w = workers.workerOf(vm.addr(SECOND));
        vm.assertEq(w.operator, operator, "operator");
        vm.assertEq(w.expiry, NOW + LIFE, "expiry");
        vm.assertEq(w.rek, REK, "rek");
        vm.assertEq(w.measurement, MEASUREMENT, "measurement");
        vm.assertEq(w.trustRoot, TRUST_ROOT, "trustRoot");
        vm.assertEq(w.quote, keccak256(evidence), "quote");
        vm.assertEq(w.platform, TDX, "platform");
        vm.assertEq(w.renewals, 0, "renewals");
        vm.assertEq(w.revokedAt, 0, "revokedAt");
        vm.assertEq(workers.evidenceOf(vm.addr(SECOND)), evidence, "evidence");
        vm.assertTrue(workers.isValid(vm.addr(SECOND)), "valid");
    }

    function test_register_keepsWhatTheJudgementFound() public view {
        IWorkerRegistry.Worker memory w = workers.workerOf(enclave);
        vm.assertEq(w.status, 1, "status");
        vm.assertTrue(w.simulated, "simulated");
        vm.assertEq(w.evaluation, 17, "evaluation");
        vm.assertEq(w.tcbDate, NOW - 100 days, "tcbDate");
        vm.assertEq(w.validUntil, NOW + 27 days, "validUntil");
        vm.assertEq(w.issuedAt, NOW - 3 days, "issuedAt");
        vm.assertEq(w.judgedAt, NOW, "judgedAt");
        vm.assertEq(w.collateral, collaterals.idOf(LEVELS, ISSUER), "collateral");
        vm.assertEq(w.levels, LEVELS, "levels");
        vm.assertEq(w.issuer, ISSUER, "issuer");
        vm.assertEq(w.floorVersion, 0, "floorVersion");
    }

    function test_register_announcesWhatItKeeps() public {
        bytes memory evidence = _evidence(SECOND, operator);
        IWorkerRegistry.Registration memory r = _workerRegistration(SECOND, NOW + 1 days);
        bytes memory signature = _signature(r, operator, evidence, 0);
        bytes32 id = collaterals.idOf(LEVELS, ISSUER);
        vm.expectEmit(address(workers));
        emit IWorkerRegistry.WorkerRegistered(
            r.enclave, operator, MEASUREMENT, REK, TRUST_ROOT, TDX, NOW + 1 days, true, 1, id, evidence
        );
        vm.prank(operator);
        workers.register(r, evidence, signature);
    }

    function test_register_revertsWhenSomebodyElseSendsIt() public {
        IWorkerRegistry.Registration memory r = _workerRegistration(SECOND, NOW + 1 days);
        bytes memory evidence = _evidence(SECOND, operator);
        bytes memory signature = _signature(r, operator, evidence, 0);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerSignature.selector, r.enclave));
        workers.register(r, evidence, signature);
        vm.prank(operator);
        workers.register(r, evidence, signature);
    }

    function test_register_revertsWhenAnythingWasChanged() public {
        IWorkerRegistry.Registration[5] memory changed;
        for (uint256 i = 0; i < changed.length; ++i) {
            changed[i] = _workerRegistration(SECOND, NOW + 1 days);
        }
        bytes memory evidence = _evidence(SECOND, operator);
        bytes memory signature = _signature(changed[0], operator, evidence, 0);
        changed[0].rek = keccak256("mine");
        changed[1].measurement = keccak256("mine");
        changed[2].trustRoot = keccak256("mine");
        changed[3].platform = 3;
        changed[4].expiry += 1;
        for (uint256 i = 0; i < changed.length; ++i) {
            vm.prank(operator);
            vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerSignature.selector, vm.addr(SECOND)));
            workers.register(changed[i], evidence, signature);
        }
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerSignature.selector, vm.addr(SECOND)));
        workers.register(_workerRegistration(SECOND, NOW + 1 days), "another quote", signature);
    }

    function test_register_revertsTwice() public {
        IWorkerRegistry.Registration memory r = _workerRegistration(ENCLAVE, NOW + 1 days);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerExists.selector, enclave));
        workers.register(r, "quote", "");
    }

    function test_register_revertsWhenAFieldIsMissing() public {
        string[4] memory fields = ["rek", "measurement", "trustRoot", "platform"];
        IWorkerRegistry.Registration[4] memory bad;
        for (uint256 i = 0; i < 4; ++i) {
            bad[i] = _workerRegistration(SECOND, NOW + 1 days);
        }
        bad[0].rek = 0;
        bad[1].measurement = 0;
        bad[2].trustRoot = 0;
        bad[3].platform = 0;
        for (uint256 i = 0; i < 4; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerFieldInvalid.selector, fields[i]));
            workers.register(bad[i], "quote", "");
        }
    }

    function test_register_revertsUnlessItExpiresWithinItsLongestLife() public {
        vm.assertEq(workers.MAX_LIFE(), LIFE, "longest life");
        uint64[4] memory bad = [NOW, 0, NOW + LIFE + 1, type(uint64).max];
        for (uint256 i = 0; i < bad.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerExpiryInvalid.selector, bad[i]));
            workers.register(_workerRegistration(SECOND, bad[i]), "quote", "");
        }
        _registerWorker(SECOND, operator, NOW + LIFE);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerExpiryInvalid.selector, NOW + LIFE + 1));
        workers.renew(vm.addr(SECOND), NOW + LIFE + 1, "quote", "");
    }

    function test_register_revertsWhenEvidenceIsMissingOrTooLong() public {
        uint256[2] memory bad = [uint256(0), 24_576];
        for (uint256 i = 0; i < bad.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerQuoteSize.selector, bad[i]));
            workers.register(_workerRegistration(SECOND, NOW + 1), new bytes(bad[i]), "");
        }
        bytes memory longest = new bytes(24_575);
        _attestation().teach(longest, _claims(SECOND, operator), IAttestation.Place(LEVELS, ISSUER));
        _register(SECOND, operator, _workerRegistration(SECOND, NOW + 1), longest);
        vm.assertEq(workers.evidenceOf(vm.addr(SECOND)), longest, "evidence");
    }

    function test_registration_endsAfterItsLastSecond() public {
        _registerWorker(SECOND, operator, NOW + 60);
        address second = vm.addr(SECOND);
        vm.warp(NOW + 60);
        vm.assertTrue(workers.isValid(second), "last second");
        vm.warp(NOW + 61);
        vm.assertFalse(workers.isValid(second), "after");
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerExpired.selector, second, NOW + 60));
        workers.judge(second);
        _renew(SECOND, operator, NOW + 120, _evidence(SECOND, operator));
        vm.assertTrue(workers.isValid(second), "renewed");
    }

    function test_renew_takesFreshEvidenceWithAFreshSignature() public {
        bytes memory old = workers.evidenceOf(enclave);
        _pass(10, 1 days);
        bytes memory evidence = _evidence(ENCLAVE, operator);
        uint64 expiry = NOW + 1 days + LIFE;
        bytes32 digest =
            workers.hashRegistration(_workerRegistration(ENCLAVE, expiry), operator, keccak256(evidence), 1);
        bytes memory signature = _sign(ENCLAVE, digest);
        bytes32 id = collaterals.idOf(LEVELS, ISSUER);
        vm.expectEmit(address(workers));
        emit IWorkerRegistry.WorkerRenewed(enclave, expiry, 1, id, evidence);
        vm.prank(operator);
        workers.renew(enclave, expiry, evidence, signature);
        IWorkerRegistry.Worker memory w = workers.workerOf(enclave);
        vm.assertEq(w.quote, keccak256(evidence), "quote");
        vm.assertEq(workers.evidenceOf(enclave), evidence, "evidence");
        vm.assertTrue(keccak256(old) != keccak256(evidence), "fresh");
        vm.assertEq(w.expiry, expiry, "expiry");
        vm.assertEq(w.judgedAt, block.timestamp, "judgedAt");
        vm.assertEq(w.renewals, 1, "renewals");
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerSignature.selector, enclave));
        workers.renew(enclave, expiry, evidence, signature); // a replay
    }

    function test_renew_revertsForAnybodyElseOrWhenRevokedOrUnknown() public {
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerNotOperator.selector, enclave, bob));
        workers.renew(enclave, NOW + 1, "quote", "");
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerUnknown.selector, bob));
        workers.renew(bob, NOW + 1, "quote", "");
        vm.prank(operator);
        workers.revoke(enclave);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerRevokedAlready.selector, enclave));
        workers.renew(enclave, NOW + 1, "quote", "");
    }

    function test_renew_revertsWhenNoncesAreUsedUp() public {
        bytes32 slot = keccak256(abi.encode(enclave, uint256(4)));
        uint256 word = uint256(vm.load(address(workers), slot));
        vm.store(address(workers), slot, bytes32(word | uint256(type(uint16).max) << 232));
        vm.assertEq(workers.workerOf(enclave).renewals, type(uint16).max, "renewals");
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerRenewalsExhausted.selector, enclave));
        workers.renew(enclave, NOW + 1, "quote", "");
    }

    function test_revoke_isForGoodByOperatorOrGovernor() public {
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerNotOperator.selector, enclave, bob));
        workers.revoke(enclave);
        vm.expectEmit(address(workers));
        emit IWorkerRegistry.WorkerRevoked(enclave, governor);
        vm.prank(governor);
        workers.revoke(enclave);
        vm.assertFalse(workers.isValid(enclave), "revoked");
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerRevokedAlready.selector, enclave));
        workers.revoke(enclave);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerExists.selector, enclave));
        workers.register(_workerRegistration(ENCLAVE, NOW + 1), "quote", "");
    }

    function test_setFloor_isForTheGovernorAndCounted() public {
        IWorkerRegistry.Floor memory f = IWorkerRegistry.Floor(0x7e, 12, 34, 56, 78);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, operator));
        workers.setFloor(f);
        vm.expectEmit(address(workers));
        emit IWorkerRegistry.FloorSet(f, 1);
        vm.prank(governor);
        workers.setFloor(f);
        vm.assertEq(abi.encode(workers.floor()), abi.encode(f), "floor");
        vm.assertEq(workers.floorVersion(), 1, "version");
        vm.prank(governor);
        workers.setFloor(f);
        vm.assertEq(workers.floorVersion(), 2, "version");
    }

    function test_setFloor_revertsForStatusesThatCannotBeAccepted(uint16 statuses) public {
        IWorkerRegistry.Floor memory f;
        f.statuses = statuses;
        bool known = statuses & ~uint16(0x7e) == 0; // 1 to 6: neither Revoked nor Unjudged
        if (!known) vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerFloorInvalid.selector, statuses));
        vm.prank(governor);
        workers.setFloor(f);
        vm.assertEq(workers.floorVersion(), known ? 1 : 0, "version");
    }

    function test_views_tellWhatTheRegistryIsBoundTo() public {
        vm.assertEq(workers.runtime(), RUNTIME, "runtime");
        vm.assertEq(workers.collateral(), address(collaterals), "collateral");
        vm.assertEq(workers.floorVersion(), 0, "no floor was set");
        IWorkerRegistry.Floor memory nothing;
        vm.assertEq(abi.encode(workers.floor()), abi.encode(nothing), "floor");
        bytes memory unknown = abi.encodeWithSelector(IWorkerRegistry.WorkerUnknown.selector, bob);
        vm.expectRevert(unknown);
        workers.workerOf(bob);
        vm.expectRevert(unknown);
        workers.evidenceOf(bob);
        vm.expectRevert(unknown);
        workers.check(bob);
        vm.expectRevert(unknown);
        workers.judge(bob);
        vm.assertFalse(workers.isValid(bob), "unknown");
        vm.assertFalse(workers.isValid(address(0)), "nobody");
    }
}
