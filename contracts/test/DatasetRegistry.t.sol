// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentLedger} from "../src/interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {DatasetId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {vm} from "./support/Vm.sol";

contract DatasetRegistryTest is AssentTest {
    function _setPolicy(IDatasetRegistry.Policy memory policy) private returns (uint32 version, uint64 from) {
        vm.prank(custodian);
        return registry.setPolicy(dataset, policy);
    }

    function _looser() private pure returns (IDatasetRegistry.Policy memory policy) {
        policy = _policy();
        policy.purposes = 0x1f;
    }

    function _stricter() private pure returns (IDatasetRegistry.Policy memory policy) {
        policy = _policy();
        policy.purposes = 0x0e;
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
        vm.assertEq(d.domain, keccak256("family"), "domain");
        vm.assertTrue(d.open && !d.stopped, "flags");
        vm.assertEq(d.version, 1, "version");
        vm.assertEq(DatasetId.unwrap(IConsentLedger(d.ledger).dataset()), DatasetId.unwrap(dataset), "ledger");
        vm.assertEq(IConsentLedger(d.ledger).registry(), address(registry), "registry");
        _assertVersions(1, 1, 0);
    }

    function test_register_givesEachCustodianItsOwnNames() public {
        vm.prank(bob);
        (DatasetId other,) = registry.register(_registration(), _policy());
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
        r.enroller = address(0);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetAddressZero.selector, "enroller"));
        registry.register(r, _policy());
        r = _registration();
        r.broker = address(0);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetAddressZero.selector, "broker"));
        registry.register(r, _policy());
    }

    function test_everythingOfTheCustodian_revertsForAnybodyElse() public {
        bytes[8] memory calls = [
            abi.encodeCall(registry.addVersion, (dataset, _version())),
            abi.encodeCall(registry.retireVersion, (dataset, 1)),
            abi.encodeCall(registry.setPolicy, (dataset, _policy())),
            abi.encodeCall(registry.stop, (dataset)),
            abi.encodeCall(registry.resume, (dataset)),
            abi.encodeCall(registry.setEnroller, (dataset, bob)),
            abi.encodeCall(registry.setBroker, (dataset, bob)),
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
        vm.assertTrue(registry.inUse(dataset, 1, 1), "the first is still in use");
    }

    function test_addVersion_revertsWithoutContentOrWithALongURI() public {
        IDatasetRegistry.Version memory v = _version();
        v.contentRoot = 0;
        vm.startPrank(custodian);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetVersionInvalid.selector, "contentRoot"));
        registry.addVersion(dataset, v);
        v = _version();
        v.uri = string(new bytes(257));
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetVersionInvalid.selector, "uri"));
        registry.addVersion(dataset, v);
        v.uri = string(new bytes(256));
        registry.addVersion(dataset, v);
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
        mixed.minCohort += 100;
        (, uint64 from) = _setPolicy(mixed);
        vm.assertEq(from, block.timestamp + DELAY, "from");
        vm.assertEq(registry.currentTerms(dataset).minCohort, 10, "not yet");
    }

    function test_setPolicy_revertsOnEveryFieldThatNoPolicyCanHave() public {
        string[11] memory fields = [
            "review",
            "programs",
            "programs",
            "reviewers",
            "reviewersNeeded",
            "reviewersNeeded",
            "measurements",
            "trustRoots",
            "claimTimeout",
            "jobTimeout",
            "maxConsentAge"
        ];
        IDatasetRegistry.Policy[11] memory bad;
        for (uint256 i = 0; i < bad.length; ++i) {
            bad[i] = _policy();
        }
        bad[0].review = 3;
        bad[1].review = 1; // but no programs
        bad[2].programs = new bytes32[](1); // but no review
        bad[2].programs[0] = keccak256("program");
        bad[3].review = 2;
        bad[4].reviewersNeeded = 1;
        bad[5].review = 2;
        bad[5].reviewers = new address[](1);
        bad[5].reviewers[0] = bob;
        bad[5].reviewersNeeded = 2;
        bad[6].measurements = new bytes32[](2);
        (bad[6].measurements[0], bad[6].measurements[1]) = (MEASUREMENT, MEASUREMENT);
        bad[7].trustRoots = new bytes32[](65);
        bad[8].claimTimeout = 0;
        bad[9].jobTimeout = 30 days + 1;
        bad[10].maxConsentAge = 0;
        for (uint256 i = 0; i < bad.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.PolicyInvalid.selector, fields[i]));
            _setPolicy(bad[i]);
        }
    }

    function test_setPolicy_takesListsOfAnyAllowedLength() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.measurements = new bytes32[](64);
        for (uint256 i = 0; i < 64; ++i) {
            p.measurements[i] = bytes32(2 * i + 2);
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
        p.review = 1;
        p.programs = new bytes32[](2);
        (p.programs[0], p.programs[1]) = (bytes32(uint256(1)), bytes32(uint256(2)));
        _setPolicy(p);
        vm.assertEq(abi.encode(registry.policyOf(dataset, 2)), abi.encode(p), "policy");
        vm.assertEq(registry.policyHashOf(dataset, 2), registry.hashPolicy(p), "hash");
        vm.assertTrue(registry.acceptsProgram(dataset, 2, bytes32(uint256(2))), "listed");
        vm.assertFalse(registry.acceptsProgram(dataset, 2, bytes32(uint256(3))), "not listed");
        vm.assertTrue(registry.acceptsProgram(dataset, 1, bytes32(uint256(3))), "any, without review");
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.PolicyUnknown.selector, dataset, 3));
        registry.policyOf(dataset, 3);
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

    function test_custody_isHandedOverInTwoSteps() public {
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetCustodyNotOffered.selector, dataset, bob));
        registry.acceptCustody(dataset);
        vm.prank(custodian);
        registry.offerCustody(dataset, bob);
        vm.assertEq(registry.custodianOf(dataset), custodian, "not yet");
        vm.prank(bob);
        registry.acceptCustody(dataset);
        vm.assertEq(registry.custodianOf(dataset), bob, "now");
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetCustodyNotOffered.selector, dataset, bob));
        registry.acceptCustody(dataset);
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

    function test_enrollerAndBroker_cannotBeNobody() public {
        vm.startPrank(custodian);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetAddressZero.selector, "enroller"));
        registry.setEnroller(dataset, address(0));
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetAddressZero.selector, "broker"));
        registry.setBroker(dataset, address(0));
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
