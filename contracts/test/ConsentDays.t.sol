// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentLedger} from "../src/interfaces/IConsentLedger.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {vm} from "./support/Vm.sol";

/// @dev Days on which grants end: they narrow, without a transaction of their own.
contract ConsentDaysTest is AssentTest {
    function _until(address pseudonym, uint64 nonce, uint32 day) private view returns (IConsentLedger.Grant memory g) {
        g = _grant(pseudonym, nonce);
        g.expiry = day;
    }

    function _to(uint256 day) private {
        vm.warp(day * 1 days);
        vm.roll(block.number + 10);
    }

    function test_endsOn_isTrueForTheFirstDayWithoutEffect() public {
        uint32 day = _today() + 30;
        vm.assertFalse(ledger.endsOn(day), "before");
        _enrol(ALICE, _until(alice, 1, day));
        vm.assertTrue(ledger.endsOn(day), "after");
        vm.assertFalse(ledger.endsOn(day - 1) || ledger.endsOn(day + 1), "and for no other");
        _submit(ALICE, _revocation(alice, 2));
        vm.assertFalse(ledger.endsOn(0), "a revocation has no day");
    }

    function test_endsOn_countsGrantsOfBatches() public {
        uint32 day = _today() + 30;
        bytes memory items = bytes.concat(
            _item(ALICE, _until(alice, 1, day)),
            _item(BOB, _until(bob, 1, day)),
            _item(CUSTODIAN, _until(custodian, 1, day + 300)),
            _item(BROKER, _until(broker, 1, day + 1))
        );
        vm.prank(enroller);
        ledger.enrolBatch(items);
        vm.assertTrue(ledger.endsOn(day) && ledger.endsOn(day + 1) && ledger.endsOn(day + 300), "each day");
        vm.assertFalse(ledger.endsOn(day + 2), "and no other");
    }

    function test_endsOn_leavesOutWhatIsRefused() public {
        IConsentLedger.Grant memory g = _until(alice, 1, _today() + 30);
        g.purposes = 1 << 20; // undefined
        bytes memory items = _item(ALICE, g);
        vm.prank(enroller);
        ledger.enrolBatch(items);
        vm.assertFalse(ledger.endsOn(_today() + 30), "there is no grant");
    }

    function test_lastNarrowed_isThePresentBlockUntilADayIsRecorded() public {
        uint32 day = _today() + 3;
        _enrol(ALICE, _until(alice, 1, day));
        uint64 before = ledger.lastNarrowed();
        vm.assertEq(before, 0, "nothing was narrowed");
        vm.warp(uint256(day) * 1 days - 1);
        vm.assertEq(ledger.lastNarrowed(), before, "it still counts");
        vm.assertEq(ledger.recordNarrowed(), before, "and so it is recorded");
        _to(day);
        vm.assertEq(ledger.lastNarrowed(), uint64(block.number), "now it does not");
        vm.roll(block.number + 5);
        vm.assertEq(ledger.lastNarrowed(), uint64(block.number), "as of now, while it is not recorded");
        uint64 recorded = ledger.recordNarrowed();
        vm.assertEq(recorded, uint64(block.number), "recorded");
        vm.roll(block.number + 5);
        vm.assertEq(ledger.recordNarrowed(), recorded, "once");
        vm.assertEq(ledger.lastNarrowed(), recorded, "once");
    }

    function test_recordNarrowed_leavesALaterNarrowingInPlace() public {
        uint32 day = _today() + 3;
        _enrol(ALICE, _until(alice, 1, day));
        _enrol(BOB);
        _to(day);
        ledger.recordNarrowed();
        vm.roll(block.number + 5);
        _submit(BOB, _revocation(bob, 2));
        uint64 revoked = uint64(block.number);
        vm.roll(block.number + 5);
        vm.assertEq(ledger.recordNarrowed(), revoked, "the revocation");
        _to(uint256(day) + 1); // on which nothing ends
        vm.assertEq(ledger.recordNarrowed(), revoked, "still");
    }

    function test_rotationKeepsTheDay() public {
        uint32 day = _today() + 3;
        _enrol(ALICE, _until(alice, 1, day));
        _rotate(ALICE, BOB, 2);
        _to(day);
        vm.assertEq(ledger.lastNarrowed(), uint64(block.number), "the successor's grant ends, too");
    }

    /// @dev Whatever days grants end on, and whenever it is looked at: a day is told from the first look on it, no
    /// other is.
    function testFuzz_everyDayIsFound(uint256 seed) public {
        uint32 first = _today();
        bool[1200] memory ends;
        for (uint256 i = 0; i < 6; ++i) {
            uint32 length = uint32(1 + uint256(keccak256(abi.encode(seed, i))) % 1100);
            uint256 key = uint256(keccak256(abi.encode("subject", i)));
            _enrol(key, _until(vm.addr(key), 1, first + length));
            ends[length] = true;
        }
        uint64 last = ledger.lastNarrowed();
        for (uint256 day = 0; day < 1150;) {
            uint256 step = 1 + uint256(keccak256(abi.encode(seed, "step", day))) % 400;
            bool any;
            for (uint256 d = day + 1; d <= day + step && d < 1200; ++d) {
                any = any || ends[d];
            }
            day += step;
            _to(first + day);
            if (any) last = uint64(block.number);
            vm.assertEq(ledger.lastNarrowed(), last, "seen");
            vm.assertEq(ledger.recordNarrowed(), last, "recorded");
        }
    }
}
