// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentLedger} from "../src/interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IGate} from "../src/interfaces/IGate.sol";
import {IPolicyChecker} from "../src/interfaces/IPolicyChecker.sol";
import {Gates} from "../src/libraries/Gates.sol";
import {DatasetId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {GateFake} from "./support/GateFake.sol";
import {vm} from "./support/Vm.sol";

contract DatasetRegistryTest is AssentTest {
    function _setPolicy(IDatasetRegistry.Policy memory policy) private returns (uint32 version, uint64 from) {
        vm.prank(custodian);
        return registry.setPolicy(dataset, policy);
    }

    function _looser() private view returns (IDatasetRegistry.Policy memory policy) {
        policy = _policy();
        policy.promised.purposes = 0x1f;
    }

    function _stricter() private view returns (IDatasetRegistry.Policy memory policy) {
        policy = _policy();
        policy.promised.purposes = 0x0e;
    }

    /// @dev The policy of another custodian.
    function _policyOf(address controller) private view returns (IDatasetRegistry.Policy memory policy) {
        policy = _policy();
        policy.promised.controller = controller;
    }

    function _versions() private view returns (uint32 current, uint32 oldest, uint32 pending) {
        IDatasetRegistry.Dataset memory d = registry.datasetOf(dataset);
        return (d.policyVersion, d.minGrantVersion, d.pendingVersion);
    }

    function _assertVersions(uint32 current, uint32 oldest, uint32 pending) private view {
        (uint32 c, uint32 o, uint32 p) = _versions();
        vm.assertEq(c, current, "in effect");
        vm.assertEq(o, oldest, "oldest that counts");
        vm.assertEq(p, pending, "pending");
    }

    function test_register_makesTheCallerCustodianAndDeploysALedger() public view {
        IDatasetRegistry.Dataset memory d = registry.datasetOf(dataset);
        vm.assertEq(d.custodian, custodian, "custodian");
        vm.assertEq(d.enroller, enroller, "enroller");
        vm.assertEq(d.broker, broker, "broker");
        vm.assertEq(d.name, "heart", "name");
        vm.assertEq(d.registrant, custodian, "registrant");
        vm.assertEq(d.domain, DatasetId.unwrap(dataset), "its own domain");
        vm.assertEq(d.founder, address(0), "no family");
        vm.assertEq(d.acknowledgedAt, NOW, "acknowledged with the first version");
        vm.assertTrue(d.open && !d.stopped, "flags");
        vm.assertEq(d.version, 1, "version");
        vm.assertEq(DatasetId.unwrap(IConsentLedger(d.ledger).dataset()), DatasetId.unwrap(dataset), "ledger");
        vm.assertEq(IConsentLedger(d.ledger).registry(), address(registry), "registry");
        _assertVersions(1, 1, 0);
    }

    function test_register_givesEachCustodianItsOwnNames() public {
        vm.prank(bob);
        (DatasetId other,) = registry.register(_registration(), _policyOf(bob));
        vm.assertTrue(DatasetId.unwrap(other) != DatasetId.unwrap(dataset), "another id");
        vm.assertEq(DatasetId.unwrap(other), DatasetId.unwrap(registry.datasetId(bob, "heart")), "known beforehand");
    }

    function test_register_revertsWhenTheNameIsTaken() public {
        vm.prank(custodian);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetExists.selector, dataset));
        registry.register(_registration(), _policy());
    }

    function test_register_revertsWhenSomethingIsMissing() public {
        IDatasetRegistry.Registration memory r = _registration();
        r.name = "";
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetNameInvalid.selector, 0));
        registry.register(r, _policy());
        r.name = string(new bytes(65));
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetNameInvalid.selector, 65));
        registry.register(r, _policy());
        r = _registration();
        r.family = string(new bytes(65));
        vm.startPrank(custodian);
        r.name = "another";
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetFamilyInvalid.selector, 65));
        registry.register(r, _policy());
        (r.family, r.founder) = ("", bob);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetFamilyInvalid.selector, 0));
        registry.register(r, _policy());
        vm.stopPrank();
        r = _registration();
        vm.prank(bob);
        _expectInvalid(IDatasetRegistry.PolicyField.Controller);
        registry.register(r, _policy()); // someone else's name on it
    }

    function _expectInvalid(IDatasetRegistry.PolicyField field) private {
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.PolicyInvalid.selector, field));
    }

    function _registerIn(address by, string memory name, string memory family, address founder)
        private
        returns (bytes32 domain)
    {
        vm.prank(by);
        (DatasetId id,) = registry.register(
            IDatasetRegistry.Registration({name: name, family: family, founder: founder, open: true}), _policyOf(by)
        );
        return registry.datasetOf(id).domain;
    }

    function test_domain_isSharedWithinACustodiansFamilyOnly() public {
        bytes32 one = _registerIn(custodian, "one", "hearts", address(0));
        vm.assertEq(one, _registerIn(custodian, "two", "hearts", custodian), "the same family");
        vm.assertEq(one, registry.familyDomain(custodian, "hearts"), "known beforehand");
        vm.assertTrue(one != _registerIn(custodian, "three", "lungs", address(0)), "another family");
        vm.assertTrue(one != _registerIn(bob, "one", "hearts", address(0)), "another custodian's family of that name");
    }

    function test_domain_cannotBeTakenFromAnotherDataset() public {
        // Whatever a stranger names, the domain has the stranger's own address in it.
        string[3] memory names = ["heart", "hearts", ""];
        bytes32 hospital = _registerIn(custodian, "hospital", "hearts", address(0));
        for (uint256 i = 0; i < names.length; ++i) {
            bytes32 survey = _registerIn(bob, string.concat("survey", vm.toString(i)), names[i], address(0));
            vm.assertTrue(survey != hospital && survey != DatasetId.unwrap(dataset), "a domain of its own");
        }
        // Nor is a dataset's own domain ever a family's.
        vm.assertTrue(
            registry.familyDomain(custodian, "heart") != DatasetId.unwrap(registry.datasetId(custodian, "heart")), "tag"
        );
    }

    function test_family_ofAnotherFounderNeedsItsInvitation() public {
        bytes memory refusal =
            abi.encodeWithSelector(IDatasetRegistry.DatasetNotInvited.selector, custodian, "hearts", bob);
        IDatasetRegistry.Registration memory r =
            IDatasetRegistry.Registration({name: "clinic", family: "hearts", founder: custodian, open: true});
        vm.prank(bob);
        vm.expectRevert(refusal);
        registry.register(r, _policyOf(bob));

        vm.prank(custodian);
        registry.invite("lungs", bob); // another family
        vm.prank(custodian);
        registry.invite("hearts", alice); // another custodian
        vm.prank(alice);
        registry.invite("hearts", bob); // another founder
        vm.prank(bob);
        vm.expectRevert(refusal);
        registry.register(r, _policyOf(bob));

        vm.prank(custodian);
        registry.invite("hearts", bob);
        vm.assertTrue(registry.isInvited(custodian, "hearts", bob), "invited");
        bytes32 joined = _registerIn(bob, "clinic", "hearts", custodian);
        vm.assertEq(joined, registry.familyDomain(custodian, "hearts"), "the family's domain");
        IDatasetRegistry.Dataset memory d = registry.datasetOf(registry.datasetId(bob, "clinic"));
        vm.assertEq(d.founder, custodian, "on record");
        vm.assertEq(d.family, "hearts", "on record");

        r.name = "second clinic"; // an invitation is for one dataset
        vm.prank(bob);
        vm.expectRevert(refusal);
        registry.register(r, _policyOf(bob));
    }

    function test_family_invitationCanBeTakenBackUntilItIsUsed() public {
        vm.startPrank(custodian);
        registry.invite("hearts", bob);
        registry.withdrawInvitation("hearts", bob);
        bytes memory refusal =
            abi.encodeWithSelector(IDatasetRegistry.DatasetNotInvited.selector, custodian, "hearts", bob);
        vm.expectRevert(refusal);
        registry.withdrawInvitation("hearts", bob);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetFamilyInvalid.selector, 0));
        registry.invite("", bob);
        vm.stopPrank();
        vm.prank(bob);
        vm.expectRevert(refusal);
        registry.register(IDatasetRegistry.Registration("clinic", "hearts", custodian, true), _policyOf(bob));
    }

    function test_everythingOfTheCustodian_revertsForAnybodyElse() public {
        bytes[6] memory calls = [
            abi.encodeCall(registry.addVersion, (dataset, _version())),
            abi.encodeCall(registry.retireVersion, (dataset, 1)),
            abi.encodeCall(registry.setPolicy, (dataset, _policy())),
            abi.encodeCall(registry.stop, (dataset)),
            abi.encodeCall(registry.resume, (dataset)),
            abi.encodeCall(registry.offerCustody, (dataset, bob))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            vm.prank(bob);
            (bool done, bytes memory reason) = address(registry).call(calls[i]);
            vm.assertFalse(done, "refused");
            vm.assertEq(
                reason,
                abi.encodeWithSelector(IDatasetRegistry.DatasetNotCustodian.selector, dataset, bob),
                vm.toString(i)
            );
        }
    }

    function test_everything_revertsForAnUnknownDataset() public {
        DatasetId unknown = DatasetId.wrap(keccak256("unknown"));
        bytes memory reason = abi.encodeWithSelector(IDatasetRegistry.DatasetUnknown.selector, unknown);
        vm.expectRevert(reason);
        registry.datasetOf(unknown);
        vm.expectRevert(reason);
        registry.consentTerms(unknown);
        vm.expectRevert(reason);
        registry.stop(unknown);
        vm.expectRevert(reason);
        registry.acceptCustody(unknown);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.PolicyUnknown.selector, unknown, 1));
        registry.termsOf(unknown, 1);
    }

    function test_addVersion_countsUpAndKeepsTheOlder() public {
        IDatasetRegistry.Version memory second = _version();
        second.contentRoot = keccak256("second");
        vm.prank(custodian);
        vm.assertEq(registry.addVersion(dataset, second), 2, "number");
        vm.assertEq(registry.versionOf(dataset, 1).contentRoot, keccak256("content"), "first");
        vm.assertEq(registry.versionOf(dataset, 2).contentRoot, keccak256("second"), "second");
        vm.assertEq(registry.versionHashOf(dataset, 2), registry.hashVersion(second), "hash");
        vm.assertFalse(registry.inUse(dataset, 1, 1), "the first is out of use");
        vm.assertTrue(registry.inUse(dataset, 2, 1), "the newest is in use");
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetVersionOld.selector, dataset, 1, 2));
        registry.requireInUse(dataset, 1, 1);
    }

    function test_addVersion_leavesOlderOnesInUseWhereThePolicyAllowsIt() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.allowOldVersions = true;
        (, uint64 from) = _setPolicy(p);
        vm.assertEq(from, block.timestamp + DELAY, "it asks more");
        vm.warp(from);
        vm.prank(custodian);
        registry.addVersion(dataset, _version());
        vm.assertTrue(registry.inUse(dataset, 1, 2), "the first");
        vm.assertTrue(registry.inUse(dataset, 2, 2), "the second");
        registry.requireInUse(dataset, 1, 2);
        _setPolicy(_policy()); // at once
        vm.assertFalse(registry.inUse(dataset, 1, 3), "the first");
        vm.assertTrue(registry.inUse(dataset, 2, 3), "the second");
    }

    function _expectVersionInvalid(IDatasetRegistry.VersionField field) private {
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetVersionInvalid.selector, field));
    }

    function test_addVersion_takesOnlyDataThatThePolicyPromises() public {
        IDatasetRegistry.Version memory v = _version();
        v.schema = keccak256("with a column more");
        vm.prank(custodian);
        _expectVersionInvalid(IDatasetRegistry.VersionField.Schema);
        registry.addVersion(dataset, v);
        v = _version();
        v.datasheet = keccak256("described otherwise");
        vm.prank(custodian);
        _expectVersionInvalid(IDatasetRegistry.VersionField.Datasheet);
        registry.addVersion(dataset, v);

        // A policy names the other schema; when it is in effect the data of the old one are out of use.
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.schema = keccak256("with a column more");
        (, uint64 from) = _setPolicy(p);
        vm.warp(from);
        vm.assertEq(registry.consentTerms(dataset).minGrantVersion, 2, "no older grant counts");
        vm.assertFalse(registry.inUse(dataset, 1, 2), "data that were not promised");
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetVersionNotPromised.selector, dataset, 1));
        registry.requireInUse(dataset, 1, 2);
        v = _version();
        v.schema = keccak256("with a column more");
        vm.prank(custodian);
        registry.addVersion(dataset, v);
        vm.assertTrue(registry.inUse(dataset, 2, 2), "data that were");
    }

    function test_addVersion_isAsOfABlockThatIsNotAheadAndNotBeforeTheLast() public {
        IDatasetRegistry.Version memory v = _version();
        vm.startPrank(custodian);
        v.asOf = uint64(block.number) + 1;
        _expectVersionInvalid(IDatasetRegistry.VersionField.AsOf);
        registry.addVersion(dataset, v);
        v.asOf = _version().asOf - 1;
        _expectVersionInvalid(IDatasetRegistry.VersionField.AsOf);
        registry.addVersion(dataset, v);
        v.asOf = uint64(block.number);
        registry.addVersion(dataset, v);
        vm.assertEq(registry.versionOf(dataset, 2).asOf, block.number, "as of now");
    }

    function test_addVersion_acknowledgesWhatHappenedBefore() public {
        vm.warp(NOW + 3 days);
        vm.assertEq(registry.consentTerms(dataset).acknowledgedAt, NOW, "the first version");
        vm.prank(custodian);
        registry.addVersion(dataset, _version());
        vm.assertEq(registry.consentTerms(dataset).acknowledgedAt, NOW + 3 days, "the second");
    }

    function test_addVersion_revertsWithoutContentOrWithALongURI() public {
        IDatasetRegistry.Version memory v = _version();
        v.contentRoot = 0;
        vm.startPrank(custodian);
        _expectVersionInvalid(IDatasetRegistry.VersionField.ContentRoot);
        registry.addVersion(dataset, v);
        v = _version();
        v.uri = string(new bytes(257));
        _expectVersionInvalid(IDatasetRegistry.VersionField.URI);
        registry.addVersion(dataset, v);
        v.uri = string(new bytes(256));
        registry.addVersion(dataset, v);
    }

    function _gated(uint256 moments) private returns (GateFake gate) {
        gate = new GateFake();
        IDatasetRegistry.Policy memory p = _policy();
        p.means.gates = new bytes32[](1);
        p.means.gates[0] = bytes32(uint256(uint160(address(gate))) | moments << 160 | uint256(Gates.REFUSE) << 176);
        (, uint64 from) = _setPolicy(p);
        vm.assertEq(from, block.timestamp, "a gate that can only refuse is in effect at once");
        vm.assertEq(registry.gatesOf(dataset, 2)[0], p.means.gates[0], "visible");
    }

    function test_addVersion_asksTheGatesOfThePolicyInEffect() public {
        GateFake gate = _gated(1 << uint8(IGate.Moment.Version));
        vm.prank(custodian);
        registry.addVersion(dataset, _version());
        vm.assertEq(gate.asked(), 1, "asked");
        vm.assertEq(uint256(gate.moment()), uint256(IGate.Moment.Version), "moment");
        vm.assertEq(gate.dataset(), DatasetId.unwrap(dataset), "dataset");
        vm.assertEq(gate.caller(), custodian, "caller");
        vm.assertEq(gate.data(), abi.encode(uint32(2), _version()), "number and content");

        gate.refuse(true);
        vm.prank(custodian);
        vm.expectRevert(abi.encodeWithSelector(GateFake.Refused.selector));
        registry.addVersion(dataset, _version());
        vm.assertEq(registry.datasetOf(dataset).version, 2, "nothing was added");
    }

    function test_addVersion_asksNoGateThatIsNotToBeAskedThen() public {
        GateFake gate = _gated(1 << uint8(IGate.Moment.Post));
        gate.refuse(true);
        vm.prank(custodian);
        registry.addVersion(dataset, _version());
    }

    function test_addVersion_takesNothingFromAGateButThatItDoesNotRefuse() public {
        GateFake gate = _gated(1 << uint8(IGate.Moment.Version));
        IGate.Answer[5] memory answers;
        answers[0].approve = true;
        answers[1].consentRound = 1;
        answers[2].broker = bob;
        answers[3].excuse = true;
        answers[4].budgetKey = keccak256("key");
        for (uint256 i = 0; i < answers.length; ++i) {
            gate.answer(answers[i]);
            vm.prank(custodian);
            vm.expectRevert(
                abi.encodeWithSelector(IDatasetRegistry.DatasetGateExceeds.selector, dataset, address(gate))
            );
            registry.addVersion(dataset, _version());
        }
    }

    /// @dev Subjects who were promised that someone can say no are asked again before that is taken away.
    function test_setPolicy_takesAGateThatRefusesAwayWithNoticeOnly() public {
        GateFake gate = _gated(1 << uint8(IGate.Moment.Version));
        gate.refuse(true);
        (uint32 version, uint64 from) = _setPolicy(_policy());
        vm.assertEq(from, block.timestamp + DELAY, "it waits");
        vm.prank(custodian);
        vm.expectRevert(abi.encodeWithSelector(GateFake.Refused.selector));
        registry.addVersion(dataset, _version());
        vm.warp(from);
        vm.assertEq(registry.consentTerms(dataset).minGrantVersion, version, "and voids");
        vm.prank(custodian);
        registry.addVersion(dataset, _version());
    }

    function test_retireVersion_isForGood() public {
        vm.startPrank(custodian);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetVersionUnknown.selector, dataset, 2));
        registry.retireVersion(dataset, 2);
        registry.retireVersion(dataset, 1);
        vm.assertFalse(registry.inUse(dataset, 1, 1), "in use");
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetVersionRetired.selector, dataset, 1));
        registry.requireInUse(dataset, 1, 1);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetVersionRetired.selector, dataset, 1));
        registry.retireVersion(dataset, 1);
    }

    function test_setPolicy_putsAStricterOneInEffectAtOnce() public {
        (uint32 version, uint64 from) = _setPolicy(_stricter());
        vm.assertEq(version, 2, "version");
        vm.assertEq(from, block.timestamp, "from");
        _assertVersions(2, 1, 0);
        vm.assertEq(registry.currentTerms(dataset).purposes, 0x0e, "terms");
    }

    function test_setPolicy_makesALooserOneWaitAndThenCountsNoOlderGrant() public {
        (uint32 version, uint64 from) = _setPolicy(_looser());
        vm.assertEq(from, block.timestamp + DELAY, "from");
        _assertVersions(1, 1, version);
        vm.warp(from - 1);
        _assertVersions(1, 1, version);
        vm.warp(from);
        _assertVersions(2, 2, 0);
        vm.assertEq(registry.currentTerms(dataset).purposes, 0x1f, "terms");
        IDatasetRegistry.ConsentTerms memory terms = registry.consentTerms(dataset);
        vm.assertEq(terms.policyVersion, 2, "for the ledger, too");
        vm.assertEq(terms.minGrantVersion, 2, "for the ledger, too");
    }

    function test_setPolicy_withdrawsAPendingVersionThatWasReplaced() public {
        _setPolicy(_looser());
        vm.expectEmit(address(registry));
        emit IDatasetRegistry.PolicyWithdrawn(dataset, 2);
        _setPolicy(_stricter());
        vm.warp(block.timestamp + 10 * DELAY);
        _assertVersions(3, 1, 0);
    }

    /// @dev By a second account of what was in effect, past the number of versions that the ledger is told apart.
    function test_consentTerms_tellWhichVersionsNeverWereInEffect() public {
        bool[] memory inEffect = new bool[](302);
        inEffect[1] = true;
        uint32 current = 1;
        uint32 waiting = 0;
        bool any = false;
        for (uint256 i = 0; i < 300; ++i) {
            uint256 random = uint256(keccak256(abi.encode(i)));
            IDatasetRegistry.Policy memory p = registry.policyOf(dataset, current);
            // Another broker waits, and is withdrawn by the next policy unless its time comes before that.
            if (random & 1 != 0) p.means.broker = address(uint160(i + 1));
            (uint32 number, uint64 from) = _setPolicy(p);
            any = any || waiting != 0;
            waiting = number;
            if (random & 0xc != 0) vm.warp(from);
            if (block.timestamp >= from) {
                inEffect[number] = true;
                (current, waiting) = (number, 0);
            }
            if (i % 16 == 0 || i > 290) _assertWithdrawn(inEffect, current, any);
        }
        vm.assertTrue(any, "some were withdrawn");
    }

    function _assertWithdrawn(bool[] memory inEffect, uint32 current, bool any) private view {
        IDatasetRegistry.ConsentTerms memory terms = registry.consentTerms(dataset);
        vm.assertEq(terms.policyVersion, current, "current");
        uint256 expected = any ? 1 << 0xff : 0;
        for (uint256 n = 0; n < 255 && n < current; ++n) {
            if (!inEffect[current - n]) expected |= 1 << n;
        }
        vm.assertEq(terms.withdrawn, expected, "withdrawn");
    }

    function test_setPolicy_comparesWithThePolicyInEffectAndNotWithAPendingOne() public {
        _setPolicy(_looser());
        (, uint64 from) = _setPolicy(_looser()); // looser than what is in effect: the wait starts anew
        vm.assertEq(from, block.timestamp + DELAY, "from");
        vm.warp(from);
        _assertVersions(3, 3, 0);
        (, from) = _setPolicy(_policy()); // back: stricter
        vm.assertEq(from, block.timestamp, "at once");
        _assertVersions(4, 3, 0);
        _setPolicy(_looser());
        vm.warp(block.timestamp + DELAY);
        _assertVersions(5, 5, 0);
    }

    function test_setPolicy_makesAMixedChangeWaitAsAWhole() public {
        IDatasetRegistry.Policy memory mixed = _looser();
        mixed.promised.minCohort += 100;
        (, uint64 from) = _setPolicy(mixed);
        vm.assertEq(from, block.timestamp + DELAY, "from");
        vm.assertEq(registry.currentTerms(dataset).minCohort, 10, "not yet");
    }

    function test_setPolicy_makesOtherMeansWaitAndVoidsNothing() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.means.measurements[0] = keccak256("patched");
        (uint32 version, uint64 from) = _setPolicy(p);
        vm.assertEq(from, block.timestamp + DELAY, "from");
        _assertVersions(1, 1, version);
        vm.assertFalse(registry.datasetOf(dataset).pendingVoids, "announced as such");
        vm.assertEq(registry.pendingFrom(dataset), from, "visible");
        vm.assertFalse(registry.acceptsWorker(dataset, 1, keccak256("patched"), TRUST_ROOT), "not yet");
        vm.warp(from);
        _assertVersions(2, 1, 0);
        vm.assertEq(registry.pendingFrom(dataset), 0, "nothing pending");
        vm.assertTrue(registry.acceptsWorker(dataset, 2, keccak256("patched"), TRUST_ROOT), "now");
        vm.assertEq(registry.consentTerms(dataset).minGrantVersion, 1, "older grants count");

        // A stricter one on top keeps the oldest that counts.
        p.promised.minCohort += 1;
        _setPolicy(p);
        _assertVersions(3, 1, 0);
    }

    function test_setPolicy_waitsForBrokerAndEnroller() public {
        IDatasetRegistry.Policy memory p = _policy();
        (p.means.broker, p.means.enroller) = (bob, alice);
        (, uint64 from) = _setPolicy(p);
        vm.warp(from - 1);
        vm.assertEq(registry.brokerOf(dataset), broker, "not yet");
        vm.assertEq(registry.consentTerms(dataset).enroller, enroller, "not yet");
        vm.warp(from);
        vm.assertEq(registry.brokerOf(dataset), bob, "now");
        vm.assertEq(registry.consentTerms(dataset).enroller, alice, "now");
    }

    function test_setPolicy_showsThatAnAnnouncedOneVoids() public {
        _setPolicy(_looser());
        vm.assertTrue(registry.datasetOf(dataset).pendingVoids, "announced as such");
        _setPolicy(_stricter());
        vm.assertFalse(registry.datasetOf(dataset).pendingVoids, "withdrawn");
        vm.assertEq(registry.pendingFrom(dataset), 0, "withdrawn");
    }

    function test_setPolicy_revertsUnlessTheCustodianIsTheController() public {
        vm.prank(custodian);
        _expectInvalid(IDatasetRegistry.PolicyField.Controller);
        registry.setPolicy(dataset, _policyOf(bob));
    }

    function test_setPolicy_revertsOnWhatNobodyHasDefined() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.purposes = 1 << 10;
        _expectInvalid(IDatasetRegistry.PolicyField.Purposes);
        _setPolicy(p);
        p = _policy();
        p.promised.kinds = 1 << 8;
        _expectInvalid(IDatasetRegistry.PolicyField.Kinds);
        _setPolicy(p);
        p = _policy();
        p.promised.conditions = 4;
        _expectInvalid(IDatasetRegistry.PolicyField.Conditions);
        _setPolicy(p);
    }

    function test_setPolicy_takesListsOfAnyAllowedLength() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.means.measurements = new bytes32[](64);
        for (uint256 i = 0; i < 64; ++i) {
            p.means.measurements[i] = bytes32(2 * i + 2);
        }
        _setPolicy(p);
        for (uint256 i = 0; i < 64; ++i) {
            vm.assertTrue(registry.acceptsWorker(dataset, 2, bytes32(2 * i + 2), TRUST_ROOT), "listed");
            vm.assertFalse(registry.acceptsWorker(dataset, 2, bytes32(2 * i + 1), TRUST_ROOT), "not listed");
        }
        vm.assertFalse(registry.acceptsWorker(dataset, 2, bytes32(uint256(2)), MEASUREMENT), "another root");
        vm.assertFalse(registry.acceptsWorker(dataset, 2, 0, 0), "nothing");
    }

    function test_policyOf_returnsWhatWasSet() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.review = IDatasetRegistry.Review.Listed;
        p.means.programs = new bytes32[](2);
        (p.means.programs[0], p.means.programs[1]) = (bytes32(uint256(1)), bytes32(uint256(2)));
        _setPolicy(p);
        vm.assertEq(abi.encode(registry.policyOf(dataset, 2)), abi.encode(p), "policy");
        vm.assertEq(registry.policyHashOf(dataset, 2), _checker().inspect(p).policy, "hash");
        vm.assertTrue(registry.acceptsProgram(dataset, 2, bytes32(uint256(2))), "listed");
        vm.assertFalse(registry.acceptsProgram(dataset, 2, bytes32(uint256(3))), "not listed");
        vm.assertTrue(registry.acceptsProgram(dataset, 1, bytes32(uint256(3))), "any, without review");
        (bytes32 promised, bytes32 means) = registry.partHashesOf(dataset, 2);
        vm.assertEq(promised, _checker().inspect(p).promised, "the promise's hash");
        vm.assertEq(means, _checker().inspect(p).means, "the means' hash");
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.PolicyUnknown.selector, dataset, 3));
        registry.policyOf(dataset, 3);
    }

    function _checker() private view returns (IPolicyChecker) {
        return IPolicyChecker(registry.policyChecker());
    }

    function test_isSpender_followsThePolicyInEffect() public {
        vm.assertTrue(registry.isSpender(dataset, address(market)), "the market");
        vm.assertFalse(registry.isSpender(dataset, bob), "anybody else");
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.spenders[0] = bob;
        (, uint64 from) = _setPolicy(p);
        vm.warp(from - 1);
        vm.assertFalse(registry.isSpender(dataset, bob), "not yet");
        vm.warp(from);
        vm.assertTrue(registry.isSpender(dataset, bob), "named");
        vm.assertFalse(registry.isSpender(dataset, address(market)), "no longer");
        _assertVersions(2, 2, 0);
    }

    function test_stop_takesEffectAtOnceAndResumeEndsIt() public {
        vm.prank(custodian);
        registry.stop(dataset);
        vm.assertFalse(registry.inUse(dataset, 1, 1), "stopped");
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetIsStopped.selector, dataset));
        registry.requireInUse(dataset, 1, 1);
        vm.prank(custodian);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetIsStopped.selector, dataset));
        registry.stop(dataset);
        vm.prank(custodian);
        registry.resume(dataset);
        vm.assertTrue(registry.inUse(dataset, 1, 1), "resumed");
        vm.prank(custodian);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetNotStopped.selector, dataset));
        registry.resume(dataset);
    }

    function test_requireInUse_saysWhatIsNot() public {
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetVersionUnknown.selector, dataset, 2));
        registry.requireInUse(dataset, 2, 1);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetVersionUnknown.selector, dataset, 0));
        registry.requireInUse(dataset, 0, 1);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.PolicyNotInEffect.selector, dataset, 2, 1));
        registry.requireInUse(dataset, 1, 2);
    }

    function test_custody_isAPromiseOfItsOwn() public {
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetCustodyNotOffered.selector, dataset, bob));
        registry.acceptCustody(dataset);
        vm.prank(custodian);
        registry.offerCustody(dataset, bob);
        vm.prank(bob);
        (uint32 version, uint64 from) = registry.acceptCustody(dataset);
        vm.assertEq(from, block.timestamp + DELAY, "it waits");
        vm.assertEq(registry.custodianOf(dataset), custodian, "not yet");
        vm.assertEq(registry.policyOf(dataset, version).promised.controller, bob, "announced");
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetNotCustodian.selector, dataset, bob));
        registry.stop(dataset);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetCustodyNotOffered.selector, dataset, bob));
        registry.acceptCustody(dataset); // an offer is accepted once

        vm.warp(from);
        vm.assertEq(registry.custodianOf(dataset), bob, "now");
        vm.assertEq(registry.consentTerms(dataset).minGrantVersion, version, "consent to another controller is void");
        vm.prank(custodian);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetNotCustodian.selector, dataset, custodian));
        registry.stop(dataset);
        vm.prank(bob);
        registry.stop(dataset);
        vm.assertEq(registry.datasetOf(dataset).registrant, custodian, "the id is still explained");
    }

    function test_custody_isWithdrawnByTheCustodiansNextPolicy() public {
        vm.prank(custodian);
        registry.offerCustody(dataset, bob);
        vm.prank(bob);
        registry.acceptCustody(dataset);
        _setPolicy(_policy());
        vm.warp(block.timestamp + 10 * DELAY);
        vm.assertEq(registry.custodianOf(dataset), custodian, "still");
        _assertVersions(3, 1, 0);
    }

    function test_custody_offerCanBeTakenBack() public {
        vm.startPrank(custodian);
        registry.offerCustody(dataset, bob);
        registry.offerCustody(dataset, address(0));
        vm.stopPrank();
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetCustodyNotOffered.selector, dataset, bob));
        registry.acceptCustody(dataset);
    }

    function test_aLedgerOfTheFactory_isNotTheDatasetsLedger() public {
        address rogue = ledgers.deploy(dataset);
        vm.assertTrue(registry.ledgerOf(dataset) != rogue, "another ledger");
        vm.assertEq(IConsentLedger(rogue).registry(), address(this), "with another registry");
        vm.expectRevert(); // the chain refuses a second ledger at the same address
        vm.prank(address(registry));
        ledgers.deploy(dataset);
    }
}
