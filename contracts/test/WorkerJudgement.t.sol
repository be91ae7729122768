// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ATTESTATION, IAttestation} from "../src/interfaces/IAttestation.sol";
import {IWorkerRegistry} from "../src/interfaces/IWorkerRegistry.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {Container, Containers, Part} from "./support/AttestationFake.sol";
import {vm} from "./support/Vm.sol";

/// @dev What quotes are accepted, when they are judged again, and what becomes of workers whose quotes fail.
contract WorkerJudgementTest is AssentTest {
    using Containers for Container;

    uint256 private constant SECOND = uint256(keccak256("second enclave"));
    uint8 private constant SNP = 3;

    address private immutable _second = vm.addr(SECOND);

    /// @dev Claims as the second enclave's quote would have them after judgement by good collateral.
    function _good() private view returns (IAttestation.Claims memory c) {
        c = _claims(SECOND, operator);
        (c.status, c.revocation, c.evaluation, c.tcbDate) = (1, true, 17, NOW - 100 days);
        (c.issuedAt, c.validUntil) = (NOW - 3 days, NOW + 27 days);
    }

    /// @dev Registers the second enclave with claims that do not depend on the collateral.
    function _registerWith(IAttestation.Claims memory claims) private {
        bytes memory evidence = abi.encode("insisting", claims);
        _attestation().insist(evidence, claims, IAttestation.Place(LEVELS, ISSUER));
        IWorkerRegistry.Registration memory r = _workerRegistration(SECOND, uint64(block.timestamp) + LIFE);
        if (claims.platform == SNP) r.platform = SNP;
        _register(SECOND, operator, r, evidence);
    }

    /// @dev Lets the test look for a refusal in one call.
    function registerWith(IAttestation.Claims memory claims) external {
        _registerWith(claims);
    }

    function _assertRefused(IAttestation.Claims memory claims, string memory check) private {
        try this.registerWith(claims) {
            vm.assertTrue(false, string.concat("was accepted in spite of its ", check));
        } catch (bytes memory reason) {
            vm.assertEq(reason, _workerRefused(_second, check), check);
        }
        vm.assertFalse(workers.isValid(_second), "not registered");
    }

    function _setFloor(IWorkerRegistry.Floor memory f) private {
        vm.prank(governor);
        workers.setFloor(f);
    }

    // What is accepted at a registration.

    function test_register_takesAGoodQuote() public {
        _registerWith(_good());
        vm.assertTrue(workers.isValid(_second), "valid");
    }

    function test_register_refusesWhatWasNotRegistered() public {
        IAttestation.Claims memory c = _good();
        c.platform = 1;
        _assertRefused(c, "platform");
        c = _good();
        c.root = keccak256("another root");
        _assertRefused(c, "root");
        c = _good();
        c.measurement = keccak256("another program");
        _assertRefused(c, "measurement");
    }

    function test_register_refusesGuestsThatTheirHostCanReadOrMove() public {
        IAttestation.Claims memory c = _good();
        c.debug = true;
        _assertRefused(c, "debug");
        c = _good();
        c.migratable = true;
        _assertRefused(c, "migratable");
    }

    function test_register_refusesFirmwareThatIsNotUpToDate() public {
        for (uint16 status = 0; status <= type(uint8).max; ++status) {
            if (status == 1) continue;
            IAttestation.Claims memory c = _good();
            c.status = uint8(status);
            _assertRefused(c, "tcb");
        }
    }

    function test_register_takesTheStatusesOfTheFloor(uint16 statuses, uint8 status) public {
        statuses &= 0x7e;
        _setFloor(IWorkerRegistry.Floor(statuses, 0, 0, 0, 0));
        IAttestation.Claims memory c = _good();
        c.status = status;
        if (status == 1 || (status < 7 && statuses >> status & 1 == 1)) {
            _registerWith(c);
            vm.assertEq(workers.workerOf(_second).status, status, "status");
        } else {
            _assertRefused(c, "tcb");
        }
    }

    function test_register_refusesWhatIsUnderTheFloor() public {
        IWorkerRegistry.Floor memory f;
        f.tcbDate = NOW - 100 days;
        f.evaluation = 17;
        _setFloor(f);
        IAttestation.Claims memory c = _good();
        c.tcbDate -= 1;
        _assertRefused(c, "tcb");
        c = _good();
        c.evaluation -= 1;
        _assertRefused(c, "evaluation");
        _registerWith(_good());
    }

    function test_register_wantsRevocationLists() public {
        IAttestation.Claims memory c = _good();
        c.revocation = false;
        _assertRefused(c, "revocation");
    }

    function test_register_refusesCollateralPastItsTime() public {
        IAttestation.Claims memory c = _good();
        c.validUntil = NOW - 1;
        _assertRefused(c, "collateral");
        c.validUntil = NOW;
        _registerWith(c);
    }

    function test_register_refusesCollateralOlderThanTheFloorSays() public {
        _setFloor(IWorkerRegistry.Floor(0, 0, 0, 0, 3 days));
        IAttestation.Claims memory c = _good();
        c.issuedAt -= 1;
        _assertRefused(c, "collateral");
        _registerWith(_good());
    }

    function test_register_takesAnyAgeUnderTheLargestFloor() public {
        _setFloor(IWorkerRegistry.Floor(0, 0, 0, 0, type(uint64).max));
        _registerWith(_good());
        workers.judge(_second);
    }

    function test_register_refusesWithoutCollateralForThePlace() public {
        bytes memory evidence = "of a platform nobody knows";
        IAttestation.Claims memory claims = _claims(SECOND, operator);
        _attestation().teach(evidence, claims, IAttestation.Place(keccak256("elsewhere"), ISSUER));
        vm.expectRevert(_workerRefused(_second, "collateral"));
        this.registerEvidence(evidence);
    }

    function registerEvidence(bytes memory evidence) external {
        _register(SECOND, operator, _workerRegistration(SECOND, NOW + LIFE), evidence);
    }

    function test_register_refusesWhatBindsSomethingElse() public {
        IAttestation.Claims memory c = _good();
        bytes32 hash = c.blockHash;
        bytes32[6] memory others = [
            _binding(keccak256("another runtime"), operator, _second, REK, c.round, hash),
            _binding(RUNTIME, bob, _second, REK, c.round, hash),
            _binding(RUNTIME, operator, enclave, REK, c.round, hash),
            _binding(RUNTIME, operator, _second, keccak256("another key"), c.round, hash),
            _binding(RUNTIME, operator, _second, REK, c.round - 1, hash),
            _binding(RUNTIME, operator, _second, REK, c.round, keccak256("another block"))
        ];
        for (uint256 i = 0; i < others.length; ++i) {
            c.binding = others[i];
            _assertRefused(c, "reportData");
        }
        uint256 here = block.chainid;
        vm.chainId(here + 1);
        c.binding = _binding(RUNTIME, operator, _second, REK, c.round, hash);
        vm.chainId(here);
        _assertRefused(c, "reportData");
    }

    function test_register_refusesAnswersToChallenges() public {
        IAttestation.Claims memory c = _good();
        c.challenge = bytes32(uint256(1));
        _assertRefused(c, "reportData");
        c = _good();
        c.nonce = bytes32(uint256(1));
        _assertRefused(c, "reportData");
        c.challenge = c.nonce;
        _assertRefused(c, "reportData");
    }

    function test_register_refusesAnothersEvidence() public {
        bytes memory evidence = workers.evidenceOf(enclave);
        address thief = vm.addr(SECOND);
        IWorkerRegistry.Registration memory r = _workerRegistration(SECOND, NOW + LIFE);
        bytes memory signature = _sign(SECOND, workers.hashRegistration(r, bob, keccak256(evidence), 0));
        vm.prank(bob);
        vm.expectRevert(_workerRefused(thief, "reportData"));
        workers.register(r, evidence, signature);
    }

    /// @dev Claims that bind a round and its hash.
    function _of(uint256 round, bytes32 hash) private view returns (IAttestation.Claims memory c) {
        c = _good();
        (c.round, c.blockHash) = (uint64(round), hash);
        c.binding = _binding(RUNTIME, operator, _second, REK, c.round, hash);
    }

    function test_register_refusesWhatIsNotFresh() public {
        bytes32 hash = blockhash(999);
        vm.roll(999 + 257);
        _assertRefused(_of(999, hash), "freshness"); // one block too old
        vm.roll(999 + 256);
        _assertRefused(_of(999, keccak256("a fork")), "freshness");
        _assertRefused(_of(998, hash), "freshness");
        _assertRefused(_of(block.number, keccak256("a guess")), "freshness");
        _assertRefused(_of(block.number, 0), "freshness"); // what the chain does not know is zero
        _assertRefused(_of(type(uint64).max, 0), "freshness");
        _registerWith(_of(999, hash)); // the oldest that counts
    }

    function test_register_passesOnWhatIsNotGenuine() public {
        vm.expectRevert(_quoteRefused("evidence"));
        this.registerEvidence("whatever");
        IAttestation.Claims memory c = _claims(SECOND, operator);
        c.root = keccak256("a root of nobody's");
        bytes memory evidence = _evidence(c);
        vm.expectRevert(_quoteRefused("root"));
        this.registerEvidence(evidence);
        evidence = _evidence(SECOND, operator);
        _postRevocation(evidence);
        vm.expectRevert(_quoteRefused("revocation"));
        this.registerEvidence(evidence);
    }

    function test_register_saysWhetherTheQuoteIsSimulated() public {
        IAttestation.Claims memory c = _good();
        c.simulated = false;
        _registerWith(c);
        vm.assertFalse(workers.workerOf(_second).simulated, "hardware");
        vm.assertTrue(workers.workerOf(enclave).simulated, "simulated");
    }

    function test_register_judgesByEveryUnitThatIsPosted() public {
        // Levels of another platform, whose CA's list no one has posted yet.
        Container memory c = _collateral();
        c.tcbInfo.key = keccak256("other levels");
        c.issuerList.issuedAt = 0;
        collaterals.post(c.encode());
        IAttestation.Place memory place = IAttestation.Place(c.tcbInfo.key, keccak256("other issuer"));
        bytes memory evidence = "of another platform";
        _attestation().teach(evidence, _claims(SECOND, operator), place);
        vm.expectRevert(_workerRefused(_second, "revocation"));
        this.registerEvidence(evidence);
        Container memory list;
        list.kind = Containers.INTEL;
        list.issuerList = _collateral().issuerList;
        list.issuerList.key = place.issuer;
        collaterals.post(list.encode());
        this.registerEvidence(evidence);
        vm.assertEq(workers.workerOf(_second).issuer, place.issuer, "issuer");
    }

    // SNP: no levels, so versions.

    function _snp(uint32 versions) private view returns (IAttestation.Claims memory c) {
        c = _good();
        (c.platform, c.status, c.evaluation, c.tcbDate, c.versions) = (SNP, 8, 0, 0, versions);
    }

    function test_register_takesNoSNPWithoutAFloor() public {
        _assertRefused(_snp(type(uint32).max), "tcb");
    }

    function test_register_holdsEachVersionOfSNPAgainstTheFloor(uint32 floor, uint32 versions) public {
        // Dates and evaluation numbers are Intel's.
        _setFloor(IWorkerRegistry.Floor(0, 99, NOW, floor, 0));
        bool accepted = floor != 0;
        for (uint256 i = 0; i < 4; ++i) {
            accepted = accepted && bytes4(versions)[i] >= bytes4(floor)[i];
        }
        if (accepted) {
            _registerWith(_snp(versions));
            vm.assertTrue(workers.isValid(_second), "valid");
        } else {
            _assertRefused(_snp(versions), "tcb");
        }
    }

    function test_register_refusesSNPWithOneVersionTooLow() public {
        _setFloor(IWorkerRegistry.Floor(0, 0, 0, 0x03000818, 0));
        uint32[3] memory bad = [uint32(0x02ffffff), 0x03ff07ff, 0x03ffff17];
        for (uint256 i = 0; i < bad.length; ++i) {
            _assertRefused(_snp(bad[i]), "tcb");
        }
        _registerWith(_snp(0x03000818));
    }

    function test_register_takesNoOtherStatusForSNPAndNoUnjudgedForOthers() public {
        _setFloor(IWorkerRegistry.Floor(0x7e, 0, 0, 1, 0));
        IAttestation.Claims memory c = _snp(type(uint32).max);
        c.status = 1;
        _assertRefused(c, "tcb");
        c = _good();
        c.status = 8;
        _assertRefused(c, "tcb");
    }

    function test_register_judgesSNPByItsOwnCollateral() public {
        _setFloor(IWorkerRegistry.Floor(0, 0, 0, 0x03000818, 0));
        bytes32 root = keccak256("ARK");
        Container memory c;
        c.kind = Containers.AMD;
        c.tcbInfo = Part(root, keccak256("chip"), 0, NOW - 200 days, NOW + 2000 days, 8, 0, 0, "");
        collaterals.post(c.encode());
        IAttestation.Claims memory claims = _claims(SECOND, operator);
        (claims.platform, claims.root, claims.versions) = (SNP, root, 0x03000818);
        bytes memory evidence = "an SNP report";
        _attestation().teach(evidence, claims, IAttestation.Place(keccak256("chip"), 0));
        vm.expectRevert(_workerRefused(_second, "revocation"));
        this.registerSNP(evidence, root);
        c.tcbInfo.issuedAt = 0; // absent
        c.rootList = Part(root, 0, 5, NOW - 1 days, NOW + 100 days, 0, 0, 0, "");
        collaterals.post(c.encode());
        this.registerSNP(evidence, root);
        IWorkerRegistry.Worker memory w = workers.workerOf(_second);
        vm.assertEq(w.status, 8, "status");
        vm.assertEq(w.validUntil, NOW + 100 days, "validUntil");
        vm.assertEq(w.evaluation, 0, "evaluation");
        vm.assertEq(w.issuer, 0, "issuer");
        workers.judge(_second);
    }

    function registerSNP(bytes memory evidence, bytes32 root) external {
        IWorkerRegistry.Registration memory r = _workerRegistration(SECOND, NOW + LIFE);
        (r.platform, r.trustRoot) = (SNP, root);
        _register(SECOND, operator, r, evidence);
    }

    // Renewal.

    function test_renew_refusesAnotherProgram() public {
        IAttestation.Claims memory c = _claims(ENCLAVE, operator);
        c.measurement = keccak256("another program");
        bytes memory evidence = _evidence(c);
        vm.expectRevert(_workerRefused(enclave, "measurement"));
        this.renew(evidence);
    }

    function test_renew_refusesTheOldEvidenceOnceItIsStale() public {
        bytes memory evidence = workers.evidenceOf(enclave);
        vm.roll(999 + 257);
        vm.expectRevert(_workerRefused(enclave, "freshness"));
        this.renew(evidence);
    }

    function test_renew_movesToAnotherPlace() public {
        Container memory c = _collateral();
        c.tcbInfo.key = keccak256("levels after an update");
        collaterals.post(c.encode());
        bytes memory evidence = "after an update";
        _attestation().teach(evidence, _claims(ENCLAVE, operator), IAttestation.Place(c.tcbInfo.key, ISSUER));
        this.renew(evidence);
        IWorkerRegistry.Worker memory w = workers.workerOf(enclave);
        vm.assertEq(w.levels, c.tcbInfo.key, "levels");
        vm.assertEq(w.collateral, collaterals.idOf(c.tcbInfo.key, ISSUER), "collateral");
    }

    function renew(bytes memory evidence) external {
        _renew(ENCLAVE, operator, NOW + 20 days, evidence);
    }

    // Judging again.

    function _expectNoVerification() private {
        vm.expectCall(address(ATTESTATION), abi.encodeWithSelector(IAttestation.verify.selector), 0);
    }

    function _assertNothingWritten(address enclave_) private {
        vm.record();
        workers.judge(enclave_);
        (, bytes32[] memory writes) = vm.accesses(address(workers));
        vm.assertEq(writes.length, 0, "writes");
    }

    function test_judge_writesNothingWhenNothingChanged() public {
        _pass(5000, 20 days); // no one asks for freshness
        IWorkerRegistry.Worker memory before = workers.workerOf(enclave);
        _expectNoVerification();
        _assertNothingWritten(enclave);
        vm.prank(bob);
        workers.judge(enclave);
        IWorkerRegistry.Worker memory w = workers.workerOf(enclave);
        vm.assertEq(abi.encode(w), abi.encode(before), "record");
        vm.assertEq(abi.encode(workers.check(enclave)), abi.encode(before), "check");
    }

    function test_judge_verifiesAgainWhenThereIsNewerCollateral() public {
        _pass(5000, 1 days);
        Container memory c = _freshCollateral();
        (c.tcbInfo.number, c.tcbInfo.tcbDate) = (18, NOW - 50 days);
        collaterals.post(c.encode());
        bytes32 id = collaterals.idOf(LEVELS, ISSUER);
        IWorkerRegistry.Worker memory expected = workers.check(enclave);
        vm.assertTrue(workers.workerOf(enclave).collateral != id, "a view writes nothing");
        vm.expectEmit(address(workers));
        emit IWorkerRegistry.WorkerJudged(enclave, 1, 18, id);
        vm.prank(bob);
        workers.judge(enclave);
        IWorkerRegistry.Worker memory w = workers.workerOf(enclave);
        vm.assertEq(abi.encode(w), abi.encode(expected), "as the view said");
        vm.assertEq(abi.encode(w), abi.encode(workers.workerOf(enclave)), "kept");
        vm.assertEq(w.collateral, id, "collateral");
        vm.assertEq(w.evaluation, 18, "evaluation");
        vm.assertEq(w.tcbDate, NOW - 50 days, "tcbDate");
        vm.assertEq(w.validUntil, block.timestamp + 30 days, "validUntil");
        vm.assertEq(w.issuedAt, block.timestamp, "issuedAt");
        vm.assertEq(w.judgedAt, block.timestamp, "judgedAt");
        vm.assertTrue(w.simulated, "simulated");
        _expectNoVerification();
        _assertNothingWritten(enclave);
    }

    function test_judge_leavesWhatWasRegistered() public {
        IWorkerRegistry.Worker memory before = workers.workerOf(enclave);
        Container memory c = _freshCollateral();
        collaterals.post(c.encode());
        workers.judge(enclave);
        IWorkerRegistry.Worker memory w = workers.workerOf(enclave);
        (w.status, w.evaluation, w.tcbDate) = (before.status, before.evaluation, before.tcbDate);
        (w.validUntil, w.judgedAt, w.issuedAt) = (before.validUntil, before.judgedAt, before.issuedAt);
        w.collateral = before.collateral;
        vm.assertEq(abi.encode(w), abi.encode(before), "nothing else changes");
    }

    function _assertJudgedAs(bytes memory reason) private {
        IWorkerRegistry.Worker memory before = workers.workerOf(enclave);
        vm.expectRevert(reason);
        workers.judge(enclave);
        vm.expectRevert(reason);
        workers.check(enclave);
        vm.assertFalse(workers.isValid(enclave), "valid");
        vm.assertEq(abi.encode(workers.workerOf(enclave)), abi.encode(before), "the record stays");
    }

    function test_judge_refusesAMachineOfWhichNewerCollateralSaysItIsRevoked() public {
        _postRevocation(workers.evidenceOf(enclave));
        _assertJudgedAs(_quoteRefused("revocation"));
    }

    function test_judge_refusesFirmwareThatHasGoneOutOfDate() public {
        Container memory c = _freshCollateral();
        (c.tcbInfo.number, c.tcbInfo.status) = (18, 5);
        collaterals.post(c.encode());
        _assertJudgedAs(_workerRefused(enclave, "tcb"));
        _setFloor(IWorkerRegistry.Floor(1 << 5, 0, 0, 0, 0));
        workers.judge(enclave);
        vm.assertEq(workers.workerOf(enclave).status, 5, "accepted by the floor");
    }

    function test_judge_refusesOnceCollateralHasExpiredUntilThereIsSomeAgain() public {
        vm.warp(NOW + 27 days);
        vm.assertTrue(workers.isValid(enclave), "last second");
        vm.warp(NOW + 27 days + 1);
        _assertJudgedAs(_quoteRefused("collateral"));
        collaterals.post(_freshCollateral().encode());
        workers.judge(enclave);
        vm.assertTrue(workers.isValid(enclave), "valid again");
    }

    function test_judge_refusesOnceCollateralIsTooOldUntilThereIsSomeAgain() public {
        _setFloor(IWorkerRegistry.Floor(0, 0, 0, 0, 5 days));
        workers.judge(enclave);
        vm.warp(NOW + 2 days);
        vm.assertTrue(workers.isValid(enclave), "last second");
        vm.warp(NOW + 2 days + 1);
        _assertJudgedAs(_workerRefused(enclave, "collateral"));
        collaterals.post(_freshCollateral().encode());
        vm.assertTrue(workers.isValid(enclave), "valid again");
    }

    function test_judge_followsTheFloor() public {
        IWorkerRegistry.Floor memory f;
        f.evaluation = 18;
        _setFloor(f);
        _assertJudgedAs(_workerRefused(enclave, "evaluation"));
        f.evaluation = 17;
        _setFloor(f);
        workers.judge(enclave);
        IWorkerRegistry.Worker memory w = workers.workerOf(enclave);
        vm.assertEq(w.floorVersion, 2, "floorVersion");
        _assertNothingWritten(enclave);
        f.tcbDate = NOW;
        _setFloor(f);
        _assertJudgedAs(_workerRefused(enclave, "tcb"));
    }

    function test_judge_keepsNobodyWhoseOperatorIsAnother() public {
        // The binding is checked anew each time, too: nothing but what the quote says makes a worker.
        bytes32 slot = keccak256(abi.encode(enclave, uint256(4)));
        uint256 word = uint256(vm.load(address(workers), slot));
        word = word >> 160 << 160 | uint160(bob);
        vm.store(address(workers), slot, bytes32(word));
        _setFloor(IWorkerRegistry.Floor(0, 0, 0, 0, 0));
        _assertJudgedAs(_workerRefused(enclave, "reportData"));
    }

    function test_judge_refusesTheRevokedAndTheExpired() public {
        uint64 expiry = workers.workerOf(enclave).expiry;
        collaterals.post(_freshCollateral().encode());
        vm.warp(expiry + 1);
        _assertJudgedAs(abi.encodeWithSelector(IWorkerRegistry.WorkerExpired.selector, enclave, expiry));
        vm.prank(operator);
        workers.revoke(enclave);
        _assertJudgedAs(abi.encodeWithSelector(IWorkerRegistry.WorkerRevokedAlready.selector, enclave));
    }

    /// @dev Whatever is posted and set, and whenever: judging agrees with its view, and settles.
    function test_judge_agreesWithCheckAndSettles(uint256 seed) public {
        for (uint256 i = 0; i < 4; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            vm.warp(block.timestamp + seed % 10 days);
            Container memory c = _freshCollateral();
            c.tcbInfo.number = i == 0 ? 17 : 18; // evaluations that count under the root
            c.tcbInfo.status = uint8(1 + (seed >> 64) % 7);
            if (seed >> 72 & 3 != 0) collaterals.post(c.encode());
            if (seed >> 74 & 3 == 0) {
                _setFloor(IWorkerRegistry.Floor(uint16(seed >> 80) & 0x7e, uint32(17 + (seed >> 96) % 3), 0, 0, 0));
            }
            try workers.check(enclave) returns (IWorkerRegistry.Worker memory expected) {
                vm.assertTrue(workers.isValid(enclave), "valid");
                IWorkerRegistry.Judgement memory judged = workers.judge(enclave);
                vm.assertEq(abi.encode(workers.workerOf(enclave)), abi.encode(expected), "judged as checked");
                vm.assertEq(
                    abi.encode(judged),
                    abi.encode(
                        expected.operator, expected.measurement, expected.trustRoot, expected.quote, expected.collateral
                    ),
                    "judgement"
                );
                _assertNothingWritten(enclave);
            } catch (bytes memory reason) {
                _assertJudgedAs(reason);
            }
        }
    }
}
