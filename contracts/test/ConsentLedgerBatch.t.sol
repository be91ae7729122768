// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentLedger} from "../src/interfaces/IConsentLedger.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {Wallet} from "./support/Wallet.sol";
import {Vm, vm} from "./support/Vm.sol";

/// @dev Batches: every item stands for itself.
contract ConsentLedgerBatchTest is AssentTest {
    function _key(uint256 i) private pure returns (uint256) {
        return uint256(keccak256(abi.encode("subject", i)));
    }

    function _enrolMany(uint256 n) private {
        bytes memory items;
        for (uint256 i = 0; i < n; ++i) {
            items = bytes.concat(items, _item(_key(i), _grant(vm.addr(_key(i)), 1)));
        }
        vm.prank(enroller);
        vm.assertEq(ledger.enrolBatch(items), n, "applied");
    }

    function test_enrolBatch_enrolsEveryone() public {
        _enrolMany(20);
        for (uint256 i = 0; i < 20; ++i) {
            vm.assertTrue(ledger.isLive(vm.addr(_key(i)), 3, 1, true, _today()), "live");
        }
    }

    function test_enrolBatch_storesTheSameWordsAsSingleGrants() public {
        IConsentLedger.Grant memory g = _grant(alice, 1);
        bytes memory item = _item(ALICE, g);
        vm.prank(enroller);
        ledger.enrolBatch(item);
        (g.pseudonym) = bob;
        _enrol(BOB, g);
        vm.assertEq(_entryOf(alice), _entryOf(bob), "words");
        vm.assertEq(_originOf(alice), alice, "origin");
        vm.assertEq(_originOf(bob), bob, "origin");
    }

    function test_enrolBatch_revertsForAnybodyElse() public {
        bytes memory item = _item(ALICE, _grant(alice, 1));
        vm.prank(custodian);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentNotEnroller.selector, custodian));
        ledger.enrolBatch(item);
    }

    function test_grantBatch_reportsEveryItemItLeavesOut() public {
        _enrolMany(6);
        IConsentLedger.Grant[9] memory g;
        for (uint256 i = 0; i < 6; ++i) {
            g[i] = _grant(vm.addr(_key(i)), 2);
        }
        g[1].nonce = 1;
        g[2].submitBefore = uint64(block.timestamp);
        g[3].kinds = 0;
        g[4].policyVersion = 2;
        g[6] = _grant(alice, 1); // not enrolled
        g[7] = _grant(vm.addr(_key(5)), 3);
        (g[7].notBefore, g[7].expiry) = (_today() - 5, _today());
        g[8] = _grant(vm.addr(_key(5)), 4);
        bytes memory items;
        for (uint256 i = 0; i < 6; ++i) {
            items = bytes.concat(items, _item(_key(i), g[i]));
        }
        items = bytes.concat(items, _item(ALICE, g[6]), _item(_key(5), g[7]), _item(BOB, g[8]));
        vm.recordLogs();
        vm.prank(relayer);
        vm.assertEq(ledger.grantBatch(items), 2, "applied");

        Vm.Log[] memory logs = vm.getRecordedLogs();
        IConsentLedger.Refusal[7] memory reasons = [
            IConsentLedger.Refusal.NonceNotNewer,
            IConsentLedger.Refusal.Late,
            IConsentLedger.Refusal.Malformed,
            IConsentLedger.Refusal.PolicyVersion,
            IConsentLedger.Refusal.NotEnrolled,
            IConsentLedger.Refusal.Expired,
            IConsentLedger.Refusal.Signature
        ];
        uint8[7] memory indices = [1, 2, 3, 4, 6, 7, 8];
        vm.assertEq(logs.length, 8, "events");
        for (uint256 i = 0; i < 7; ++i) {
            vm.assertEq(logs[i].topics[0], IConsentLedger.ConsentItemRefused.selector, "event");
            vm.assertEq(uint256(logs[i].topics[1]), indices[i], "index");
            vm.assertEq(abi.decode(logs[i].data, (uint256)), uint256(reasons[i]), "reason");
        }
        bytes memory changes = abi.decode(logs[7].data, (bytes));
        bytes memory expected = bytes.concat(_change(vm.addr(_key(0))), _change(vm.addr(_key(5))));
        vm.assertEq(changes, expected, "changes");
    }

    function _change(address pseudonym) private view returns (bytes memory) {
        (uint256 entry,) = ledger.entryOf(pseudonym);
        return abi.encodePacked(pseudonym, entry);
    }

    function test_grantBatch_takesOneSubjectTwiceInOrder() public {
        _enrolMany(1);
        bytes memory items =
            bytes.concat(_item(_key(0), _grant(vm.addr(_key(0)), 5)), _item(_key(0), _revocation(vm.addr(_key(0)), 6)));
        vm.assertEq(ledger.grantBatch(items), 2, "applied");
        vm.assertFalse(ledger.isLive(vm.addr(_key(0)), 3, 1, true, _today()), "revoked");
        vm.assertEq(ledger.lastNarrowed(), block.number, "narrowed");
    }

    function test_grantBatch_narrowsWhicheverItemDoes() public {
        _enrolMany(3);
        for (uint256 which = 0; which < 3; ++which) {
            _pass(1, 1);
            bytes memory items;
            for (uint256 i = 0; i < 3; ++i) {
                address who = vm.addr(_key(i));
                uint64 nonce = uint64(_entryOf(who)) + 1;
                items = bytes.concat(items, _item(_key(i), i == which ? _revocation(who, nonce) : _grant(who, nonce)));
            }
            vm.assertEq(ledger.grantBatch(items), 3, "applied");
            vm.assertEq(ledger.lastNarrowed(), block.number, "narrowed");
        }
    }

    function test_grantBatch_refusesWhatIsNoSignature() public {
        _enrolMany(1);
        bytes memory item = _item(_key(0), _grant(vm.addr(_key(0)), 2));
        bytes memory bad = bytes.concat(item);
        bad[33] = 0x1d; // v
        vm.assertEq(ledger.grantBatch(bad), 0, "v");
        bad = bytes.concat(item);
        for (uint256 i = 90; i < 154; ++i) {
            bad[i] = 0;
        }
        vm.assertEq(ledger.grantBatch(bad), 0, "zero");
        bad = bytes.concat(item);
        bad[30] = 0x02; // exact is neither 0 nor 1
        vm.assertEq(ledger.grantBatch(bad), 0, "exact");
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        bytes32 s;
        assembly ("memory-safe") {
            s := mload(add(item, 154))
        }
        bad = bytes.concat(item);
        bad[33] = item[33] == 0x1b ? bytes1(0x1c) : bytes1(0x1b);
        bytes32 mirrored = bytes32(order - uint256(s));
        for (uint256 i = 0; i < 32; ++i) {
            bad[122 + i] = mirrored[i];
        }
        vm.assertEq(ledger.grantBatch(bad), 0, "malleable");
        bad = bytes.concat(item);
        for (uint256 i = 0; i < 20; ++i) {
            bad[i] = 0;
        }
        vm.assertEq(ledger.grantBatch(bad), 0, "nobody");
        vm.assertEq(ledger.grantBatch(item), 1, "the original");
    }

    function test_grantBatch_refusesContractAccounts() public {
        Wallet wallet = new Wallet(alice);
        bytes memory item = _item(ALICE, _grant(address(wallet), 1));
        vm.expectEmit(address(ledger));
        emit IConsentLedger.ConsentItemRefused(0, address(wallet), IConsentLedger.Refusal.Linkable);
        vm.prank(enroller);
        vm.assertEq(ledger.enrolBatch(item), 0, "applied");
    }

    function test_grantBatch_revertsOnAPartOfAnItem() public {
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentBatchLength.selector, 0));
        ledger.grantBatch("");
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentBatchLength.selector, 153));
        ledger.grantBatch(new bytes(153));
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentBatchLength.selector, 309));
        ledger.grantBatch(new bytes(309));
    }

    /// @dev Bytes from outside never change anything and never stop the items around them.
    function testFuzz_grantBatch_survivesAnyBytes(bytes32[5] calldata junk, uint8 where) public {
        _enrolMany(2);
        bytes memory noise = new bytes(154);
        for (uint256 i = 0; i < 154; ++i) {
            noise[i] = junk[i / 32][i % 32];
        }
        bytes memory first = _item(_key(0), _grant(vm.addr(_key(0)), 2));
        bytes memory second = _item(_key(1), _grant(vm.addr(_key(1)), 2));
        bytes memory items = where % 3 == 0
            ? bytes.concat(noise, first, second)
            : where % 3 == 1 ? bytes.concat(first, noise, second) : bytes.concat(first, second, noise);
        vm.assertEq(ledger.grantBatch(items), 2, "applied");
    }

    /// @dev One bit of an item changed: refused.
    function testFuzz_grantBatch_refusesAnItemWithOneBitChanged(uint256 bit) public {
        _enrolMany(1);
        address who = vm.addr(_key(0));
        uint256 before = _entryOf(who);
        bytes memory item = _item(_key(0), _grant(who, 2));
        bit = _bound(bit, 0, 154 * 8 - 1);
        item[bit / 8] = bytes1(uint8(item[bit / 8]) ^ uint8(1 << (bit % 8)));
        vm.assertEq(ledger.grantBatch(item), 0, "applied");
        vm.assertEq(_entryOf(who), before, "word");
    }
}

/// @dev Which changes are narrowings: they make running jobs look again.
contract ConsentNarrowingTest is AssentTest {
    function _replace(IConsentLedger.Grant memory first, IConsentLedger.Grant memory second) private returns (bool) {
        _enrol(ALICE, first);
        _pass(1, 10);
        _submit(ALICE, second);
        return ledger.lastNarrowed() == block.number;
    }

    function test_narrowing_isNotTheSameAgain() public {
        vm.assertFalse(_replace(_grant(alice, 1), _grant(alice, 2)), "same");
    }

    function test_narrowing_isARevocation() public {
        vm.assertTrue(_replace(_grant(alice, 1), _revocation(alice, 2)), "revocation");
    }

    function test_narrowing_isNotARevocationOfNothing() public {
        vm.assertFalse(_replace(_revocation(alice, 1), _revocation(alice, 2)), "revocation");
    }

    function test_narrowing_isAPurposeLess() public {
        IConsentLedger.Grant memory g = _grant(alice, 2);
        g.purposes = 0x1a;
        vm.assertTrue(_replace(_grant(alice, 1), g), "purpose");
    }

    function test_narrowing_isAKindLess() public {
        IConsentLedger.Grant memory g = _grant(alice, 2);
        g.kinds = 2;
        vm.assertTrue(_replace(_grant(alice, 1), g), "kind");
    }

    function test_narrowing_isNoExactAnyMore() public {
        IConsentLedger.Grant memory g = _grant(alice, 2);
        g.exact = false;
        vm.assertTrue(_replace(_grant(alice, 1), g), "exact");
    }

    function test_narrowing_isALowerClass() public {
        IConsentLedger.Grant memory g = _grant(alice, 2);
        g.epsilonClass -= 1;
        vm.assertTrue(_replace(_grant(alice, 1), g), "class");
    }

    /// @dev A class that allows nothing would be the lowest in meaning and the largest in number, were it taken.
    function test_narrowing_isNoClassBeyondTheLast() public {
        IConsentLedger.Grant memory g = _grant(alice, 1);
        g.epsilonClass = 6;
        _enrol(ALICE, g);
        (g.nonce, g.epsilonClass) = (2, 7);
        bytes memory signature = _signed(ALICE, g);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentUndefined.selector, alice));
        ledger.grant(g, signature);
    }

    function test_narrowing_isStricterConditions() public {
        IConsentLedger.Grant memory g = _grant(alice, 2);
        g.conditions = 1;
        vm.assertTrue(_replace(_grant(alice, 1), g), "conditions");
    }

    function test_narrowing_isNotLaxerConditions() public {
        IConsentLedger.Grant memory g = _grant(alice, 1);
        g.conditions = 3;
        vm.assertFalse(_replace(g, _grant(alice, 2)), "conditions");
    }

    function test_narrowing_isAnEarlierEnd() public {
        IConsentLedger.Grant memory g = _grant(alice, 2);
        g.expiry -= 1;
        vm.assertTrue(_replace(_grant(alice, 1), g), "expiry");
    }

    function test_narrowing_isALaterStartThatHasNotCome() public {
        IConsentLedger.Grant memory g = _grant(alice, 2);
        g.notBefore = _today() + 1;
        vm.assertTrue(_replace(_grant(alice, 1), g), "notBefore");
    }

    function test_narrowing_isNotALaterStartThatHasCome() public {
        IConsentLedger.Grant memory first = _grant(alice, 1);
        first.notBefore -= 30;
        vm.assertFalse(_replace(first, _grant(alice, 2)), "notBefore");
    }

    function test_narrowing_isNotMoreOfAnything() public {
        IConsentLedger.Grant memory g = _grant(alice, 2);
        (g.purposes, g.kinds, g.epsilonClass, g.expiry) = (0x1f, 7, 3, g.expiry + 1);
        g.notBefore -= 1;
        vm.assertFalse(_replace(_grant(alice, 1), g), "wider");
    }

    /// @dev Whatever replaces whatever: if a job could use the row before and cannot now, it was a narrowing.
    function testFuzz_narrowing_coversEverythingThatStopsCounting(
        IConsentLedger.Grant memory first,
        IConsentLedger.Grant memory second,
        uint8 purpose,
        uint8 kind,
        bool exact
    ) public {
        _shape(first, 1);
        _shape(second, 2);
        purpose = purpose % 6;
        kind = kind % 4;
        _enrol(ALICE, first);
        bool before = ledger.isLive(alice, purpose, kind, exact, _today());
        _pass(1, 0);
        _submit(ALICE, second);
        bool stopped = before && !ledger.isLive(alice, purpose, kind, exact, _today());
        vm.assertTrue(!stopped || ledger.lastNarrowed() == block.number, "narrowed");
    }

    function _shape(IConsentLedger.Grant memory g, uint64 nonce) private view {
        IConsentLedger.Grant memory valid = _grant(alice, nonce);
        (g.dataset, g.pseudonym, g.policyVersion) = (valid.dataset, alice, 1);
        (g.nonce, g.submitBefore) = (nonce, valid.submitBefore);
        g.purposes %= 64;
        g.kinds %= 16;
        g.conditions %= 4;
        g.epsilonClass %= 7;
        g.circumstances = valid.circumstances;
        if (g.purposes == 0 || g.kinds == 0) (g.purposes, g.kinds) = (0, 0);
        g.notBefore = _today() - 3 + g.notBefore % 6;
        g.expiry = uint32(_bound(g.expiry, g.notBefore < _today() ? _today() + 1 : g.notBefore + 1, _today() + 9));
    }
}
