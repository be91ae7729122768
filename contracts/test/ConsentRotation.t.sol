// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentLedger} from "../src/interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {DatasetId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {Wallet} from "./support/Wallet.sol";
import {vm} from "./support/Vm.sol";

/// @dev Rotation to another key, and contract accounts.
contract ConsentRotationTest is AssentTest {
    function test_rotate_movesTheConsent() public {
        _enrol(ALICE);
        uint256 before = _entryOf(alice);
        _pass(1, 10);
        _rotate(ALICE, BOB, 5);
        vm.assertFalse(_isLive(alice), "old key");
        vm.assertTrue(_isLive(bob), "new key");
        vm.assertEq(ledger.successorOf(alice), bob, "successor");
        vm.assertEq(ledger.lastNarrowed(), block.number, "narrowed");
        uint256 consent = type(uint256).max << 64 & type(uint208).max;
        vm.assertEq(_entryOf(bob) & consent, before & consent, "same consent");
        vm.assertEq(uint64(_entryOf(bob)), 5, "nonce");
        _submit(BOB, _grant(bob, 6));
    }

    function test_rotate_endsTheOldKey() public {
        _enrol(ALICE);
        _rotate(ALICE, BOB, 5);
        IConsentLedger.Grant memory g = _grant(alice, 9);
        bytes memory signature = _signed(ALICE, g);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentRotatedAway.selector, alice));
        ledger.grant(g, signature);
        IConsentLedger.Rotation memory r = _rotation(alice, vm.addr(99), 9);
        bytes32 digest = ledger.hashRotation(r);
        bytes memory first = _sign(ALICE, digest);
        bytes memory second = _sign(99, digest);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentRotatedAway.selector, alice));
        ledger.rotate(r, first, second);
    }

    function test_rotate_doesNotEscapeTheCustodiansRevocation() public {
        _enrol(ALICE);
        address[] memory who = new address[](1);
        who[0] = alice;
        vm.prank(custodian);
        ledger.revokeFor(who);
        IConsentLedger.Rotation memory r = _rotation(alice, bob, 9);
        bytes32 digest = ledger.hashRotation(r);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentRevokedByCustodian.selector, alice));
        ledger.rotate(r, _sign(ALICE, digest), _sign(BOB, digest));
    }

    function test_rotate_revertsWithoutBothSignatures() public {
        _enrol(ALICE);
        IConsentLedger.Rotation memory r = _rotation(alice, bob, 9);
        bytes32 digest = ledger.hashRotation(r);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentSignature.selector, alice));
        ledger.rotate(r, _sign(BOB, digest), _sign(BOB, digest));
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentSignature.selector, bob));
        ledger.rotate(r, _sign(ALICE, digest), _sign(ALICE, digest));
    }

    function test_rotate_revertsOntoAPseudonymInUse() public {
        _enrol(ALICE);
        _enrol(BOB);
        IConsentLedger.Rotation memory r = _rotation(alice, bob, 9);
        bytes32 digest = ledger.hashRotation(r);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentPseudonymInUse.selector, bob));
        ledger.rotate(r, _sign(ALICE, digest), _sign(BOB, digest));
        r = _rotation(alice, alice, 9);
        digest = ledger.hashRotation(r);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentPseudonymInUse.selector, alice));
        ledger.rotate(r, _sign(ALICE, digest), _sign(ALICE, digest));
    }

    function test_rotate_revertsWhenLateOrOldOrElsewhereOrNowhere() public {
        _enrol(ALICE, _grant(alice, 9));
        IConsentLedger.Rotation memory r = _rotation(alice, bob, 9);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentNonceNotNewer.selector, alice, 9, 9));
        ledger.rotate(r, "", "");
        r = _rotation(alice, bob, 10);
        r.submitBefore = uint64(block.timestamp);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentLate.selector, alice, r.submitBefore));
        ledger.rotate(r, "", "");
        r = _rotation(alice, bob, 10);
        r.dataset = 0;
        vm.expectRevert(
            abi.encodeWithSelector(IConsentLedger.ConsentWrongDataset.selector, bytes32(0), DatasetId.unwrap(dataset))
        );
        ledger.rotate(r, "", "");
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentMalformed.selector, address(0)));
        ledger.rotate(_rotation(alice, address(0), 10), "", "");
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentMalformed.selector, alice));
        ledger.rotate(_rotation(alice, bob, type(uint64).max), "", "");
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentNotEnrolled.selector, bob));
        ledger.rotate(_rotation(bob, vm.addr(99), 10), "", "");
    }

    // Contract accounts.

    function _allowWallets() private {
        IDatasetRegistry.Policy memory looser = _policy();
        looser.promised.allowERC1271 = true;
        vm.prank(custodian);
        registry.setPolicy(dataset, looser);
        vm.warp(block.timestamp + DELAY);
    }

    function _walletGrant(Wallet wallet, uint64 nonce) private view returns (IConsentLedger.Grant memory g) {
        g = _grant(address(wallet), nonce);
        g.policyVersion = 2;
    }

    function _enrolWallet(Wallet wallet, IConsentLedger.Grant memory g) private {
        IConsentLedger.Ticket memory ticket = _ticket(address(wallet));
        bytes memory signature = _signed(ALICE, g);
        bytes memory ticketSignature = _sign(ENROLLER, ledger.hashTicket(ticket));
        ledger.enrol(g, signature, ticket, ticketSignature);
    }

    function test_wallet_isLabelledLinkable() public {
        _allowWallets();
        Wallet wallet = new Wallet(alice);
        _enrolWallet(wallet, _walletGrant(wallet, 1));
        vm.assertTrue(_isLive(address(wallet)), "live");
        vm.assertEq(_entryOf(address(wallet)) >> 204 & 1, 1, "linkable");
    }

    function test_wallet_isRefusedUnlessThePolicyAllowsIt() public {
        Wallet wallet = new Wallet(alice);
        IConsentLedger.Grant memory g = _grant(address(wallet), 1);
        bytes memory signature = _signed(ALICE, g);
        IConsentLedger.Ticket memory ticket = _ticket(address(wallet));
        bytes memory ticketSignature = _sign(ENROLLER, ledger.hashTicket(ticket));
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentLinkable.selector, address(wallet)));
        ledger.enrol(g, signature, ticket, ticketSignature);
    }

    function test_wallet_mayAlwaysRevoke() public {
        _allowWallets();
        Wallet wallet = new Wallet(alice);
        _enrolWallet(wallet, _walletGrant(wallet, 1));
        IDatasetRegistry.Policy memory stricter = _policy();
        vm.prank(custodian);
        registry.setPolicy(dataset, stricter);
        IConsentLedger.Grant memory again = _grant(address(wallet), 2);
        again.policyVersion = 3;
        bytes memory signature = _signed(ALICE, again);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentLinkable.selector, address(wallet)));
        ledger.grant(again, signature);
        _submit(ALICE, _revocation(address(wallet), 2));
        vm.assertFalse(_isLive(address(wallet)), "revoked");
    }

    function test_wallet_cannotComeBackFromItsCheck() public {
        _allowWallets();
        Wallet wallet = new Wallet(alice);
        IConsentLedger.Grant memory g = _walletGrant(wallet, 1);
        IConsentLedger.Grant memory other = _walletGrant(wallet, 2);
        wallet.comeBack(address(ledger), abi.encodeCall(ledger.grant, (other, _signed(ALICE, other))));
        bytes memory signature = _signed(ALICE, g);
        bytes memory ticketSignature = _sign(ENROLLER, ledger.hashTicket(_ticket(address(wallet))));
        // The call is static, so what the wallet tries fails, and with it its answer.
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentSignature.selector, address(wallet)));
        ledger.enrol(g, signature, _ticket(address(wallet)), ticketSignature);
    }

    function test_wallet_canBeLeftForAKeyAndCannotBeEnteredUnlessAllowed() public {
        _allowWallets();
        Wallet wallet = new Wallet(alice);
        _enrolWallet(wallet, _walletGrant(wallet, 1));
        IConsentLedger.Rotation memory r = _rotation(address(wallet), bob, 5);
        bytes32 digest = ledger.hashRotation(r);
        ledger.rotate(r, _sign(ALICE, digest), _sign(BOB, digest));
        vm.assertTrue(_isLive(bob), "moved to a key");
        vm.assertEq(_entryOf(bob) >> 204 & 1, 0, "not linkable");

        vm.prank(custodian);
        registry.setPolicy(dataset, _policy());
        vm.warp(block.timestamp + 1 days);
        Wallet second = new Wallet(alice);
        r = _rotation(bob, address(second), 6);
        digest = ledger.hashRotation(r);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentLinkable.selector, address(second)));
        ledger.rotate(r, _sign(BOB, digest), _sign(ALICE, digest));
    }
}
