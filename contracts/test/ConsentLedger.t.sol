// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentLedger} from "../src/interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {DatasetId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {vm} from "./support/Vm.sol";

/// @dev Grants one by one: enrolment, revocation, and everything the ledger refuses.
contract ConsentLedgerTest is AssentTest {
    function test_enrol_makesAGrantLive() public {
        vm.assertFalse(_isLive(alice), "before");
        _enrol(ALICE);
        vm.assertTrue(_isLive(alice), "after");
    }

    function test_enrol_storesTheWordsAtThePseudonymsSlots() public {
        IConsentLedger.Grant memory g = _grant(alice, 1);
        g.conditions = 2;
        _enrol(ALICE, g);
        bytes32 prefix = keccak256("assent.consent.entry.v2");
        bytes32 slot = bytes32(bytes12(prefix)) | bytes32(uint256(uint160(alice)));
        (uint256 word, uint256 second) = ledger.entryOf(alice);
        vm.assertEq(uint256(vm.load(address(ledger), slot)), word, "entry");
        prefix = keccak256("assent.consent.origin.v2");
        slot = bytes32(bytes12(prefix)) | bytes32(uint256(uint160(alice)));
        vm.assertEq(uint256(vm.load(address(ledger), slot)), second, "origin");
        vm.assertEq(word & type(uint64).max, 1, "nonce");
        vm.assertEq(word >> 64 & type(uint32).max, 1, "policyVersion");
        vm.assertEq(word >> 96 & type(uint32).max, 0x0b, "purposes");
        vm.assertEq(word >> 128 & type(uint24).max, _today(), "notBefore");
        vm.assertEq(word >> 152 & type(uint24).max, _today() + 365, "expiry");
        vm.assertEq(word >> 176 & 0xffff, 3, "kinds");
        vm.assertEq(word >> 192 & 0xff, 2, "epsilonClass");
        vm.assertEq(word >> 200 & 0xff, 3, "flags: exact and enrolled");
        vm.assertEq(word >> 208 & type(uint40).max, block.number, "originBlock");
        vm.assertEq(word >> 248, 2, "conditions");
        vm.assertEq(second, 0, "no rotation led here");
    }

    function test_enrol_emitsTheNewWords() public {
        uint256 word = 3 << 200 | block.number << 208 | 2 << 192 | 3 << 176 | uint256(_today() + 365) << 152
            | uint256(_today()) << 128 | 0x0b << 96 | 1 << 64 | 1;
        IConsentLedger.Grant memory g = _grant(alice, 1);
        bytes memory signature = _signed(ALICE, g);
        bytes memory ticket = _sign(ENROLLER, ledger.hashTicket(_ticket(alice)));
        vm.expectEmit(address(ledger));
        emit IConsentLedger.ConsentChanged(alice, word, 0);
        ledger.enrol(g, signature, _ticket(alice), ticket);
    }

    function test_enrol_actsAsGrantWhenSomebodyEnrolledFirst() public {
        _enrol(ALICE, _grant(alice, 1));
        _enrol(ALICE, _grant(alice, 2));
        vm.assertEq(uint64(_entryOf(alice)), 2, "nonce");
    }

    function test_enrol_takesARevocationAsFirstGrant() public {
        _enrol(ALICE, _revocation(alice, 1));
        vm.assertFalse(_isLive(alice), "declined");
        _submit(ALICE, _grant(alice, 2));
        vm.assertTrue(_isLive(alice), "changed her mind");
    }

    function test_enrol_revertsWhenTheTicketIsExpired() public {
        IConsentLedger.Ticket memory ticket = _ticket(alice);
        bytes memory ticketSignature = _sign(ENROLLER, ledger.hashTicket(ticket));
        vm.warp(ticket.expiry + 1);
        IConsentLedger.Grant memory g = _grant(alice, 1);
        bytes memory signature = _signed(ALICE, g);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentTicketExpired.selector, alice, ticket.expiry));
        ledger.enrol(g, signature, ticket, ticketSignature);
        vm.warp(ticket.expiry); // the last second
        ledger.enrol(g, signature, ticket, ticketSignature);
    }

    function test_enrol_revertsWhenTheTicketIsForSomebodyElse() public {
        IConsentLedger.Ticket memory ticket = _ticket(bob);
        bytes memory ticketSignature = _sign(ENROLLER, ledger.hashTicket(ticket));
        IConsentLedger.Grant memory g = _grant(alice, 1);
        bytes memory signature = _signed(ALICE, g);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentTicketSignature.selector, alice));
        ledger.enrol(g, signature, ticket, ticketSignature);
    }

    function test_enrol_revertsWhenTheTicketIsSignedBySomebodyElse() public {
        IConsentLedger.Ticket memory ticket = _ticket(alice);
        bytes memory ticketSignature = _sign(CUSTODIAN, ledger.hashTicket(ticket));
        IConsentLedger.Grant memory g = _grant(alice, 1);
        bytes memory signature = _signed(ALICE, g);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentTicketSignature.selector, alice));
        ledger.enrol(g, signature, ticket, ticketSignature);
    }

    function test_enrol_revertsWhenTheTicketIsForAnotherDataset() public {
        IConsentLedger.Ticket memory ticket = _ticket(alice);
        ticket.dataset = keccak256("other");
        bytes memory ticketSignature = _sign(ENROLLER, ledger.hashTicket(ticket));
        IConsentLedger.Grant memory g = _grant(alice, 1);
        bytes memory signature = _signed(ALICE, g);
        vm.expectRevert(
            abi.encodeWithSelector(
                IConsentLedger.ConsentWrongDataset.selector, ticket.dataset, DatasetId.unwrap(dataset)
            )
        );
        ledger.enrol(g, signature, ticket, ticketSignature);
    }

    function test_enrol_revertsWhenTheEnrollerWasReplaced() public {
        IDatasetRegistry.Policy memory policy = _policy();
        policy.means.enroller = bob;
        vm.prank(custodian);
        registry.setPolicy(dataset, policy);
        vm.warp(block.timestamp + DELAY);
        IConsentLedger.Grant memory g = _grant(alice, 1);
        bytes memory signature = _signed(ALICE, g);
        bytes memory ticketSignature = _sign(ENROLLER, ledger.hashTicket(_ticket(alice)));
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentTicketSignature.selector, alice));
        ledger.enrol(g, signature, _ticket(alice), ticketSignature);
    }

    function test_grant_revertsWhenNotEnrolled() public {
        IConsentLedger.Grant memory g = _grant(alice, 1);
        bytes memory signature = _signed(ALICE, g);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentNotEnrolled.selector, alice));
        ledger.grant(g, signature);
    }

    function test_grant_revertsWhenReplayed() public {
        _enrol(ALICE);
        IConsentLedger.Grant memory g = _grant(alice, 2);
        bytes memory signature = _signed(ALICE, g);
        ledger.grant(g, signature);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentNonceNotNewer.selector, alice, 2, 2));
        ledger.grant(g, signature);
    }

    function test_grant_revertsWhenAnOlderGrantComesLater() public {
        _enrol(ALICE);
        IConsentLedger.Grant memory older = _grant(alice, 2);
        bytes memory signature = _signed(ALICE, older);
        _submit(ALICE, _revocation(alice, 3));
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentNonceNotNewer.selector, alice, 2, 3));
        ledger.grant(older, signature);
        vm.assertFalse(_isLive(alice), "the revocation holds");
    }

    function test_grant_revertsWhenLate() public {
        _enrol(ALICE);
        IConsentLedger.Grant memory g = _grant(alice, 2);
        bytes memory signature = _signed(ALICE, g);
        vm.warp(g.submitBefore);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentLate.selector, alice, g.submitBefore));
        ledger.grant(g, signature);
        vm.warp(g.submitBefore - 1); // the last second
        ledger.grant(g, signature);
    }

    function test_grant_revertsWhenExpired() public {
        _enrol(ALICE);
        IConsentLedger.Grant memory g = _grant(alice, 2);
        (g.notBefore, g.expiry) = (_today() - 1, _today());
        bytes memory signature = _signed(ALICE, g);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentExpired.selector, alice, _today()));
        ledger.grant(g, signature);
        g.expiry = _today() + 1; // the last day
        _submit(ALICE, g);
    }

    function test_grant_revertsWhenMalformed() public {
        _enrol(ALICE);
        IConsentLedger.Grant[7] memory bad;
        for (uint256 i = 0; i < bad.length; ++i) {
            bad[i] = _grant(alice, 2);
        }
        bad[0].purposes = 0;
        bad[1].kinds = 0;
        bad[2].expiry = bad[2].notBefore;
        bad[3].expiry = 1 << 24;
        (bad[4].notBefore, bad[4].expiry) = (1 << 24, 2 << 24);
        bad[5].nonce = type(uint64).max;
        bad[6].circumstances = 0;
        for (uint256 i = 0; i < bad.length; ++i) {
            bytes memory signature = _signed(ALICE, bad[i]);
            vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentMalformed.selector, alice));
            ledger.grant(bad[i], signature);
        }
    }

    /// @dev No one consents to what has no meaning yet, alone or among other things.
    function test_grant_revertsWhenUndefined() public {
        _enrol(ALICE);
        IConsentLedger.Grant[6] memory bad;
        for (uint256 i = 0; i < bad.length; ++i) {
            bad[i] = _grant(alice, 2);
        }
        bad[0].purposes = 0x40b;
        bad[1].kinds = 0x103;
        bad[2].epsilonClass = 7;
        bad[3].conditions = 4;
        bad[4].purposes = type(uint32).max;
        bad[5].kinds = type(uint16).max;
        for (uint256 i = 0; i < bad.length; ++i) {
            bytes memory signature = _signed(ALICE, bad[i]);
            vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentUndefined.selector, alice));
            ledger.grant(bad[i], signature);
            vm.assertEq(ledger.grantBatch(_item(ALICE, bad[i])), 0, "in a batch");
        }
        IConsentLedger.Grant memory all = _grant(alice, 2);
        (all.purposes, all.kinds, all.epsilonClass, all.conditions) = (0x3ff, 0xff, 6, 3);
        _submit(ALICE, all);
    }

    function test_grant_revertsWhenForAnotherDataset() public {
        _enrol(ALICE);
        IConsentLedger.Grant memory g = _grant(alice, 2);
        g.dataset = keccak256("other");
        bytes memory signature = _signed(ALICE, g);
        vm.expectRevert(
            abi.encodeWithSelector(IConsentLedger.ConsentWrongDataset.selector, g.dataset, DatasetId.unwrap(dataset))
        );
        ledger.grant(g, signature);
    }

    function test_grant_revertsWhenSignedBySomebodyElse() public {
        _enrol(ALICE);
        IConsentLedger.Grant memory g = _grant(alice, 2);
        bytes memory signature = _signed(BOB, g);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentSignature.selector, alice));
        ledger.grant(g, signature);
    }

    function test_grant_revertsWhenAnyFieldWasChanged() public {
        _enrol(ALICE);
        bytes memory signature = _signed(ALICE, _grant(alice, 5));
        IConsentLedger.Grant[10] memory changed;
        for (uint256 i = 0; i < changed.length; ++i) {
            changed[i] = _grant(alice, 5);
        }
        changed[0].purposes = 1;
        changed[1].kinds = 1;
        changed[2].exact = false;
        changed[3].notBefore -= 1;
        changed[4].expiry += 1;
        changed[5].epsilonClass = 3;
        changed[6].nonce = 6;
        changed[7].submitBefore += 1;
        changed[8].conditions = 1;
        changed[9].circumstances = keccak256("others");
        for (uint256 i = 0; i < changed.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentSignature.selector, alice));
            ledger.grant(changed[i], signature);
        }
    }

    function test_grant_revertsWhenTheSignatureIsMalleable() public {
        _enrol(ALICE);
        IConsentLedger.Grant memory g = _grant(alice, 2);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(ALICE, ledger.hashGrant(g));
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        bytes memory mirrored = abi.encodePacked(r, bytes32(order - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentSignature.selector, alice));
        ledger.grant(g, mirrored);
    }

    function test_grant_revertsWhenTheSignatureHasAnotherLength() public {
        _enrol(ALICE);
        IConsentLedger.Grant memory g = _grant(alice, 2);
        bytes memory signature = _signed(ALICE, g);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentSignature.selector, alice));
        ledger.grant(g, abi.encodePacked(signature, uint8(0)));
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentSignature.selector, alice));
        ledger.grant(g, "");
    }

    function test_grant_revertsWhenSignedForAnotherChain() public {
        _enrol(ALICE);
        IConsentLedger.Grant memory g = _grant(alice, 2);
        vm.chainId(1);
        bytes memory signature = _signed(ALICE, g);
        vm.chainId(31337);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentSignature.selector, alice));
        ledger.grant(g, signature);
    }

    function test_grant_revertsWhenSignedForAnotherLedger() public {
        _enrol(ALICE);
        IDatasetRegistry.Registration memory other = _registration();
        other.name = "another";
        vm.prank(custodian);
        (, address otherLedger) = registry.register(other, _policy());
        IConsentLedger.Grant memory g = _grant(alice, 2);
        bytes memory signature = _sign(ALICE, IConsentLedger(otherLedger).hashGrant(g));
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentSignature.selector, alice));
        ledger.grant(g, signature);
    }

    function test_grant_revertsWhenThePolicyVersionIsTooOldOrUnknown() public {
        _enrol(ALICE);
        IDatasetRegistry.Policy memory looser = _policy();
        looser.promised.purposes = 0x1f;
        vm.prank(custodian);
        registry.setPolicy(dataset, looser);

        IConsentLedger.Grant memory g = _grant(alice, 2);
        g.policyVersion = 2; // announced, not in effect
        bytes memory signature = _signed(ALICE, g);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentPolicyVersion.selector, alice, 2, 1, 1));
        ledger.grant(g, signature);

        vm.warp(block.timestamp + DELAY);
        vm.assertFalse(_isLive(alice), "the older grant does not count any more");
        g = _grant(alice, 2);
        signature = _signed(ALICE, g);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentPolicyVersion.selector, alice, 1, 2, 2));
        ledger.grant(g, signature);
        g.policyVersion = 2;
        _submit(ALICE, g);
        vm.assertTrue(_isLive(alice), "granted for the looser policy");
    }

    function test_grant_countsOnlyForAPolicyThatWasInEffect() public {
        // A promise that says less is announced, read and signed for.
        IDatasetRegistry.Policy memory nicer = _policy();
        nicer.promised.text = keccak256("no exact figures, ever");
        nicer.promised.allowExact = false;
        nicer.promised.minCohort = 1000;
        vm.prank(custodian);
        (uint32 announced,) = registry.setPolicy(dataset, nicer);
        IConsentLedger.Grant memory g = _grant(alice, 1);
        g.policyVersion = announced;
        // It never comes: the next one is close to that in effect, and so is in effect at once.
        IDatasetRegistry.Policy memory next = _policy();
        next.promised.rhoLimit -= 1;
        vm.prank(custodian);
        (uint32 current,) = registry.setPolicy(dataset, next);

        bytes memory signature = _signed(ALICE, g);
        IConsentLedger.Ticket memory ticket = _ticket(alice);
        bytes memory ticketSignature = _sign(ENROLLER, ledger.hashTicket(ticket));
        vm.expectRevert(
            abi.encodeWithSelector(IConsentLedger.ConsentPolicyVersion.selector, alice, announced, 1, current)
        );
        ledger.enrol(g, signature, ticket, ticketSignature);
        vm.expectEmit();
        emit IConsentLedger.ConsentItemRefused(0, alice, IConsentLedger.Refusal.PolicyVersion);
        bytes memory item = _item(ALICE, g);
        vm.prank(enroller);
        vm.assertEq(ledger.enrolBatch(item), 0, "in a batch");

        g.policyVersion = 1; // was in effect, and the present one asks no more
        _enrol(ALICE, g);
        g = _grant(alice, 2);
        g.policyVersion = current;
        _submit(ALICE, g);
        vm.assertTrue(_isLive(alice), "both that were in effect");
        g = _revocation(alice, 3);
        g.policyVersion = announced;
        _submit(ALICE, g);
        vm.assertFalse(_isLive(alice), "a revocation of whatever version");
    }

    function test_grant_forTheNextControllerDoesNotCountForTheOneWhoStays() public {
        vm.prank(custodian);
        registry.offerCustody(dataset, bob);
        vm.prank(bob);
        (uint32 bobs,) = registry.acceptCustody(dataset);
        vm.prank(custodian);
        registry.setPolicy(dataset, _policy());
        _enrol(ALICE);
        IConsentLedger.Grant memory g = _grant(alice, 2);
        g.policyVersion = bobs;
        bytes memory signature = _signed(ALICE, g);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentPolicyVersion.selector, alice, bobs, 1, 3));
        ledger.grant(g, signature);
    }

    function test_grant_staysLiveUnderAStricterPolicy() public {
        _enrol(ALICE);
        IDatasetRegistry.Policy memory stricter = _policy();
        stricter.promised.minCohort += 1;
        vm.prank(custodian);
        registry.setPolicy(dataset, stricter);
        vm.assertTrue(_isLive(alice), "the older grant counts");
        _submit(ALICE, _grant(alice, 2)); // and may be given for the older version still
    }

    function test_revocation_isTakenForAnyPolicyVersionAndWhileStopped() public {
        _enrol(ALICE);
        vm.prank(custodian);
        registry.stop(dataset);
        IConsentLedger.Grant memory r = _revocation(alice, 2);
        r.policyVersion = 99;
        _submit(ALICE, r);
        vm.assertFalse(_isLive(alice), "revoked");
        vm.assertEq(ledger.lastNarrowed(), block.number, "narrowed");
    }

    function test_revocation_leavesNothingButNonceVersionAndEnrolment() public {
        _enrol(ALICE);
        IConsentLedger.Grant memory r = _revocation(alice, 2);
        // Signed, but meaningless.
        (r.exact, r.notBefore, r.expiry, r.epsilonClass, r.conditions) = (true, 5, 4_000_000_000, 200, 9);
        r.circumstances = keccak256("none");
        _submit(ALICE, r);
        vm.assertEq(_entryOf(alice), block.number << 208 | 1 << 201 | 1 << 64 | 2, "word");
    }

    function test_revocation_isPossibleWhateverWasSignedBefore() public {
        _enrol(ALICE, _grant(alice, type(uint64).max - 1));
        vm.assertTrue(_isLive(alice), "live");
        _submit(ALICE, _revocation(alice, type(uint64).max));
        vm.assertFalse(_isLive(alice), "revoked");
    }

    function test_isLive_followsEveryField() public {
        IConsentLedger.Grant memory g = _grant(alice, 1);
        g.exact = false;
        (g.notBefore, g.expiry) = (_today() + 10, _today() + 20);
        _enrol(ALICE, g);
        vm.assertTrue(ledger.isLive(alice, 0, 0, false, _today() + 10), "first day");
        vm.assertTrue(ledger.isLive(alice, 0, 0, false, _today() + 19), "last day");
        vm.assertFalse(ledger.isLive(alice, 0, 0, false, _today() + 9), "the day before");
        vm.assertFalse(ledger.isLive(alice, 0, 0, false, _today() + 20), "the day after");
        vm.assertFalse(ledger.isLive(alice, 2, 0, false, _today() + 10), "another purpose");
        vm.assertFalse(ledger.isLive(alice, 0, 2, false, _today() + 10), "another kind");
        vm.assertFalse(ledger.isLive(alice, 0, 0, true, _today() + 10), "exact");
        vm.assertFalse(ledger.isLive(alice, 32, 0, false, _today() + 10), "no such purpose");
        vm.assertFalse(ledger.isLive(alice, 0, 16, false, _today() + 10), "no such kind");
    }

    function test_revokeFor_isFinal() public {
        _enrol(ALICE);
        address[] memory who = new address[](1);
        who[0] = alice;
        vm.prank(custodian);
        ledger.revokeFor(who);
        vm.assertFalse(_isLive(alice), "revoked");
        vm.assertEq(ledger.lastNarrowed(), block.number, "narrowed");

        IConsentLedger.Grant memory g = _grant(alice, 2);
        bytes memory signature = _signed(ALICE, g);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentRevokedByCustodian.selector, alice));
        ledger.grant(g, signature);
        bytes memory item = _item(ALICE, g);
        vm.prank(enroller);
        vm.assertEq(ledger.enrolBatch(item), 0, "not by the enroller either");
    }

    function test_revokeFor_keepsAStolenTicketFromEnrolling() public {
        address[] memory who = new address[](1);
        who[0] = alice;
        vm.prank(custodian);
        ledger.revokeFor(who);
        vm.assertEq(ledger.lastNarrowed(), 0, "nothing that counted is gone");
        IConsentLedger.Grant memory g = _grant(alice, 1);
        bytes memory signature = _signed(ALICE, g);
        bytes memory ticket = _sign(ENROLLER, ledger.hashTicket(_ticket(alice)));
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentRevokedByCustodian.selector, alice));
        ledger.enrol(g, signature, _ticket(alice), ticket);
    }

    function test_revokeFor_reportsWhatItLeavesOut() public {
        _enrol(ALICE);
        _enrol(BOB);
        uint256 fresh = uint256(keccak256("fresh"));
        _rotate(ALICE, fresh, 5);
        address[] memory who = new address[](5);
        (who[0], who[1], who[2], who[3]) = (alice, bob, bob, vm.addr(fresh));
        vm.expectEmit(address(ledger));
        emit IConsentLedger.ConsentRevokedFor(alice, vm.addr(fresh));
        vm.expectEmit(address(ledger));
        emit IConsentLedger.ConsentRevokedFor(bob, bob);
        vm.expectEmit(address(ledger));
        emit IConsentLedger.ConsentItemRefused(2, bob, IConsentLedger.Refusal.RevokedByCustodian);
        vm.expectEmit(address(ledger));
        emit IConsentLedger.ConsentItemRefused(3, vm.addr(fresh), IConsentLedger.Refusal.RevokedByCustodian);
        vm.expectEmit(address(ledger));
        emit IConsentLedger.ConsentItemRefused(4, address(0), IConsentLedger.Refusal.Malformed);
        vm.prank(custodian);
        vm.assertEq(ledger.revokeFor(who), 2, "people revoked");
        vm.assertFalse(_isLive(vm.addr(fresh)), "the successor is the same person");
    }

    function test_revokeFor_revertsForAnybodyElse() public {
        vm.prank(enroller);
        vm.expectRevert(abi.encodeWithSelector(IConsentLedger.ConsentNotCustodian.selector, enroller));
        ledger.revokeFor(new address[](0));
    }
}
