// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentLedger} from "../src/interfaces/IConsentLedger.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {vm} from "./support/Vm.sol";

/// @dev A person is one person, whatever pseudonym they wear: counted once, bounded, and revoked for good.
contract ConsentPersonsTest is AssentTest {
    function _key(uint256 i) private pure returns (uint256) {
        return uint256(keccak256(abi.encode("worn", i)));
    }

    function _worn(uint256 i) private pure returns (address) {
        return vm.addr(_key(i));
    }

    /// @dev Enrols a person under the pseudonym 0 and has it rotate, once a day, up to pseudonym n.
    function _chain(uint256 n) private {
        _enrol(_key(0));
        for (uint256 i = 0; i < n; ++i) {
            _pass(1, i == 0 ? 0 : 1 days);
            _rotate(_key(i), _key(i + 1), uint64(i + 10));
        }
    }

    function _rotateLikely(uint256 i) private returns (bytes4) {
        IConsentLedger.Rotation memory r = _rotation(_worn(i), _worn(i + 1), uint64(i + 10));
        bytes32 digest = ledger.hashRotation(r);
        try ledger.rotate(r, _sign(_key(i), digest), _sign(_key(i + 1), digest)) {
            return 0;
        } catch (bytes memory reason) {
            return bytes4(reason);
        }
    }

    // Origin.

    function test_origin_isCarriedThroughRotations() public {
        uint256 enrolled = block.number;
        _chain(3);
        for (uint256 i = 0; i <= 3; ++i) {
            vm.assertEq(_originOf(_worn(i)), _worn(0), "origin");
            vm.assertEq(_storedOf(_worn(i)).originBlock(), enrolled, "block");
            vm.assertEq(_originWordOf(_worn(i)).rotations(), i, "rotations");
            vm.assertEq(ledger.currentOf(_worn(i)), _worn(3), "current");
            vm.assertEq(_isLive(_worn(i)), i == 3, "live");
        }
        vm.assertEq(ledger.currentOf(alice), alice, "who never rotated");
    }

    function test_origin_isCarriedIntoLaterGrantsAndRevocations() public {
        _chain(1);
        uint256 enrolled = _storedOf(_worn(0)).originBlock();
        IConsentLedger.Grant memory g = _grant(_worn(1), 20);
        g.conditions = 3;
        _submit(_key(1), g);
        vm.assertEq(_originOf(_worn(1)), _worn(0), "origin");
        vm.assertEq(_storedOf(_worn(1)).originBlock(), enrolled, "block");
        vm.assertEq(_originWordOf(_worn(1)).rotations(), 1, "rotations");
        vm.assertEq(_storedOf(_worn(1)).conditions(), 3, "conditions");
        _submit(_key(1), _revocation(_worn(1), 21));
        vm.assertEq(_originOf(_worn(1)), _worn(0), "origin");
        vm.assertEq(_originWordOf(_worn(1)).rotations(), 1, "rotations");
    }

    /// @dev A second ticket for the pseudonym that a person rotated to makes no second person of it.
    function test_origin_staysWhenASuccessorIsEnrolled() public {
        _chain(1);
        _enrol(_key(1), _grant(_worn(1), 50));
        bytes memory item = _item(_key(1), _grant(_worn(1), 51));
        vm.prank(enroller);
        vm.assertEq(ledger.enrolBatch(item), 1, "taken as a grant");
        vm.assertEq(_originOf(_worn(1)), _worn(0), "origin");
        vm.assertEq(_originWordOf(_worn(1)).rotations(), 1, "rotations");
    }

    // Bounds.

    function test_rotate_isOnceADay() public {
        _chain(1);
        vm.assertEq(_rotateLikely(1), IConsentLedger.ConsentRotatedToday.selector, "the same block");
        vm.warp((block.timestamp / 1 days + 1) * 1 days - 1);
        vm.assertEq(_rotateLikely(1), IConsentLedger.ConsentRotatedToday.selector, "the last second of the day");
        vm.warp(block.timestamp + 1);
        vm.assertEq(_rotateLikely(1), bytes4(0), "the next day");
    }

    function test_rotate_isEightTimesUntilTheCustodianAcknowledges() public {
        _chain(8);
        _pass(1, 1 days);
        vm.assertEq(_rotateLikely(8), IConsentLedger.ConsentRotationsExhausted.selector, "the ninth");
        _pass(1, 365 days);
        vm.assertEq(_rotateLikely(8), IConsentLedger.ConsentRotationsExhausted.selector, "time alone changes nothing");
        _submit(_key(8), _grant(_worn(8), 100));
        vm.assertEq(_rotateLikely(8), IConsentLedger.ConsentNonceNotNewer.selector, "an older nonce");

        vm.prank(custodian);
        registry.addVersion(dataset, _version());
        _rotate(_key(8), _key(9), 101);
        vm.assertEq(_originWordOf(_worn(9)).rotations(), 1, "anew");
        for (uint256 i = 9; i < 16; ++i) {
            _pass(1, 1 days);
            _rotate(_key(i), _key(i + 1), uint64(i + 100));
        }
        vm.assertEq(_originWordOf(_worn(16)).rotations(), 8, "eight more");
        _pass(1, 1 days);
        IConsentLedger.Rotation memory r = _rotation(_worn(16), _worn(17), 1000);
        bytes32 digest = ledger.hashRotation(r);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentRotationsExhausted.selector, _worn(16), 8));
        ledger.rotate(r, _sign(_key(16), digest), _sign(_key(17), digest));
    }

    function test_rotate_isNotBoundedByWhatOthersDo() public {
        _enrol(ALICE);
        _chain(2);
        _rotate(ALICE, BOB, 5);
        vm.assertEq(_originWordOf(bob).rotations(), 1, "her own");
    }

    // Revocation.

    function testFuzz_revokeFor_followsThePersonFromAnyPseudonym(uint8 length, uint8 named) public {
        length = length % 9;
        named = named % (length + 1);
        _chain(length);
        vm.expectEmit(address(ledger));
        emit IConsentLedger.ConsentRevokedFor(_worn(named), _worn(length));
        vm.assertEq(_revokeFor(_worn(named)), 1, "revoked");
        vm.assertEq(ledger.lastNarrowed(), block.number, "narrowed");
        for (uint256 i = 0; i <= length; ++i) {
            vm.assertFalse(_isLive(_worn(i)), "dead");
        }
        // Nothing that the person can sign brings them back.
        _pass(1, 2 days);
        bytes4 rotated = _rotateLikely(length);
        vm.assertEq(rotated, IConsentLedger.ConsentRevokedByCustodian.selector, "rotation");
        for (uint256 i = 0; i <= length; ++i) {
            bytes memory item = _item(_key(i), _grant(_worn(i), 1000));
            vm.assertEq(ledger.grantBatch(item), 0, "grant");
            vm.prank(enroller);
            vm.assertEq(ledger.enrolBatch(item), 0, "enrolment");
        }
        for (uint256 i = 0; i <= length; ++i) {
            vm.assertEq(_revokeFor(_worn(i)), 0, "revoked already");
        }
    }

    /// @dev A rotation in the same block, ahead of the custodian's transaction, changes nothing.
    function test_revokeFor_isNotOutrunByARotation() public {
        _chain(3);
        _pass(1, 1 days);
        _rotate(_key(3), _key(4), 13); // pays more, so it comes first
        vm.assertEq(_revokeFor(_worn(3)), 1, "the pseudonym of yesterday");
        vm.assertFalse(_isLive(_worn(4)), "the pseudonym of today");
    }

    /// @dev Pseudonyms that no one has enrolled cannot be entered by a rotation either, once the custodian ruled them
    /// out.
    function test_revokeFor_beforeEnrolmentBarsEveryWayIn() public {
        vm.assertEq(_revokeFor(_worn(1)), 1, "ruled out");
        (, uint256 origin) = ledger.entryOf(_worn(1));
        vm.assertEq(origin, 0, "nobody's");
        _enrol(_key(0));
        vm.assertEq(_rotateLikely(0), IConsentLedger.ConsentPseudonymInUse.selector, "rotation");
        bytes memory item = _item(_key(1), _grant(_worn(1), 1));
        vm.prank(enroller);
        vm.assertEq(ledger.enrolBatch(item), 0, "enrolment");
        vm.assertTrue(_isLive(_worn(0)), "who tried is where they were");
    }

    /// @dev A thief of a key rotates to a key of their own. The custodian revokes by the pseudonym that it knows, and
    /// the victim enrols anew with another wallet, as a person of their own.
    function test_revokeFor_endsAThiefAndTheVictimEnrolsAnew() public {
        _enrol(ALICE);
        uint256 thief = uint256(keccak256("thief"));
        _rotate(ALICE, thief, 9);
        vm.assertEq(_revokeFor(alice), 1, "by the victim's pseudonym");
        vm.assertFalse(_isLive(vm.addr(thief)), "the thief");
        _pass(1, 1 days);
        IConsentLedger.Rotation memory r = _rotation(vm.addr(thief), _worn(5), 10);
        bytes32 digest = ledger.hashRotation(r);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentRevokedByCustodian.selector, vm.addr(thief)));
        ledger.rotate(r, _sign(thief, digest), _sign(_key(5), digest));
        _enrol(BOB);
        vm.assertTrue(_isLive(bob), "the victim");
        vm.assertEq(_originOf(bob), bob, "origin");
    }

    function test_revokeFor_revokesOnePersonOnceHoweverOftenNamed() public {
        _chain(2);
        address[] memory who = new address[](3);
        (who[0], who[1], who[2]) = (_worn(0), _worn(1), _worn(2));
        vm.prank(custodian);
        vm.assertEq(ledger.revokeFor(who), 1, "one person");
    }

    // Conditions.

    function test_conditions_areThoseOfThePolicy() public {
        IConsentLedger.Grant memory g = _grant(alice, 1);
        for (uint8 asked = 0; asked < 4; ++asked) {
            g.conditions = asked;
            if (asked == 0) _enrol(ALICE, g);
            else _submit(ALICE, g);
            vm.assertEq(_isLive(alice), asked == 0, "the policy promises nothing");
            ++g.nonce;
        }
    }
}
