// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentLedger} from "../src/interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IGate} from "../src/interfaces/IGate.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {DatasetId, JobId, StudyId} from "../src/interfaces/Ids.sol";
import {Gates} from "../src/libraries/Gates.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {ToldGate} from "./support/Gates.sol";
import {vm} from "./support/Vm.sol";

/// @dev Bounds that a gate, a former custodian or a late operator cannot pass, and rules that a second dataset keeps.
contract BoundsTest is AssentTest {
    StudyId private constant STUDY = StudyId.wrap(keccak256("study"));
    uint256 private constant SECOND = uint256(keccak256("second enclave"));

    // Custody.

    function test_family_isNotEnteredByCustodyWithoutAnInvitation() public {
        vm.prank(custodian);
        registry.invite("hearts", bob);
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.controller = bob;
        vm.startPrank(bob);
        (DatasetId clinic,) = registry.register(
            IDatasetRegistry.Registration({name: "clinic", family: "hearts", founder: custodian, open: true}), p
        );
        registry.offerCustody(clinic, alice);
        vm.stopPrank();
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetNotInvited.selector, custodian, "hearts", alice));
        registry.acceptCustody(clinic);
        vm.prank(custodian);
        registry.invite("hearts", alice);
        vm.prank(alice);
        registry.acceptCustody(clinic);
        vm.assertTrue(!registry.isInvited(custodian, "hearts", alice), "used up");
        // The family's founder needs no invitation.
        vm.startPrank(bob);
        p.promised.minCohort += 1;
        registry.setPolicy(clinic, p);
        registry.offerCustody(clinic, custodian);
        vm.stopPrank();
        vm.prank(custodian);
        registry.acceptCustody(clinic);
    }

    function test_custody_anOfferDoesNotOutliveTheCustodyOfWhoMadeIt() public {
        vm.prank(custodian);
        registry.offerCustody(dataset, bob);
        vm.prank(bob);
        (, uint64 from) = registry.acceptCustody(dataset);
        vm.prank(custodian);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetCustodyPending.selector, dataset, bob));
        registry.offerCustody(dataset, alice);
        vm.warp(from);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetCustodyNotOffered.selector, dataset, alice));
        registry.acceptCustody(dataset);
        vm.prank(bob);
        registry.offerCustody(dataset, alice); // the custodian of now may
    }

    // Rounds that gates fix.

    ToldGate private gate;

    function _studyJob() private returns (JobId job, uint32 version) {
        gate = new ToldGate();
        IDatasetRegistry.Policy memory p = _policy();
        p.means.gates = new bytes32[](1);
        p.means.gates[0] =
            bytes32(uint256(uint160(address(gate))) | uint256(Gates.MOMENTS) << 160 | uint256(Gates.POWERS) << 176);
        vm.prank(custodian);
        uint64 from;
        (version, from) = registry.setPolicy(dataset, p);
        vm.warp(from);
        vm.roll(block.number + 200);
        IJobMarket.JobSpec memory spec = _spec();
        (spec.policyVersion, spec.study) = (version, STUDY);
        IGate.Answer memory a;
        a.approve = true;
        gate.tell(a);
        job = _post(spec);
        gate.tell(_round0(0));
    }

    function _round0(uint64 round) private pure returns (IGate.Answer memory a) {
        a.consentRound = round;
    }

    function _revokes(uint32 version) private {
        IConsentLedger.Grant memory g = _grant(alice, 1);
        g.policyVersion = version;
        if (_entryOf(alice) == 0) _enrol(ALICE, g);
        g = _revocation(alice, 2);
        g.policyVersion = version;
        _submit(ALICE, g);
    }

    function test_claim_refusesAFixedRoundThatCannotBeCharged() public {
        (JobId job, uint32 version) = _studyJob();
        uint64 before = uint64(block.number);
        gate.tell(_round0(before - 101));
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobConsentTooOld.selector, job, before - 101, uint32(100)));
        market.claim{value: BOND}(job, enclave);
        _pass(5, 5);
        _revokes(version);
        gate.tell(_round0(before));
        vm.prank(operator);
        vm.expectRevert(
            abi.encodeWithSelector(IJobMarket.JobConsentNarrowed.selector, job, before, uint64(block.number))
        );
        market.claim{value: BOND}(job, enclave);
        gate.tell(_round0(uint64(block.number)));
        _claim(job);
    }

    /// @dev The claim's own block is not after the claim, and yet after a round that a gate fixed before it.
    function test_aNarrowingInTheClaimsBlock_isOneSinceAnEarlierConsentRound() public {
        (JobId job, uint32 version) = _studyJob();
        IConsentLedger.Grant memory g = _grant(alice, 1);
        g.policyVersion = version;
        _enrol(ALICE, g);
        _pass(5, 5);
        gate.tell(_round0(uint64(block.number) - 3));
        _claim(job);
        _revokes(version);
        _pass(1, 1);
        gate.tell(_round0(0));
        _release(job);
        _pass(1, 1);
        (uint64 round, uint64 consentRound) = (_round(job), market.jobOf(job).consentRound);
        vm.prank(operator);
        market.rerun(job, round, consentRound);
        _pass(1, 1);
        _charge(job);
    }

    // What a late operator can do.

    function test_rerun_revertsPastTheJobsTime() public {
        _enrol(ALICE);
        JobId job = _released();
        _submit(ALICE, _revocation(alice, 2));
        _pass(1, 1 hours);
        (uint64 round, uint64 consentRound) = (_round(job), market.jobOf(job).consentRound);
        uint64 finishBefore = market.jobOf(job).releasedAt + 1 hours;
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobLate.selector, job, finishBefore));
        market.rerun(job, round, consentRound);
    }

    function test_recordRelease_refusesARoundThatNoRerunCanReplace() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.service.maxReruns = 0;
        vm.prank(custodian);
        (uint32 version,) = registry.setPolicy(dataset, p);
        IJobMarket.JobSpec memory spec = _spec();
        spec.policyVersion = version;
        JobId job = _post(spec);
        _approve(job);
        _claim(job);
        uint64 round = _round(job);
        vm.roll(block.number + 101);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobConsentTooOld.selector, job, round, uint32(100)));
        market.recordRelease(job, enclave, round, ANY, ANY);
        _assertBudget(0, 0);
    }

    // Keys.

    function test_handOver_beforeTheChargeNeedsTheDatasetInUse() public {
        _registerWorker(SECOND, operator, uint64(block.timestamp) + 20 days);
        JobId job = _released();
        vm.prank(custodian);
        registry.stop(dataset);
        uint64 round = _round(job);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetIsStopped.selector, dataset));
        market.handOver(job, enclave, vm.addr(SECOND), round);
        vm.prank(custodian);
        registry.resume(dataset);
        _charge(job);
        vm.prank(custodian);
        registry.stop(dataset);
        vm.prank(broker);
        market.handOver(job, enclave, vm.addr(SECOND), round); // what is charged is owed
    }

    // Assets.

    function _asset(IDatasetRegistry.Policy memory p, string memory name) private returns (DatasetId asset) {
        IDatasetRegistry.Registration memory registration = _registration();
        registration.name = name;
        vm.startPrank(custodian);
        (asset,) = registry.register(registration, p);
        registry.addVersion(asset, _version());
        vm.stopPrank();
    }

    function _with(DatasetId asset) private view returns (IJobMarket.JobSpec memory spec) {
        spec = _spec();
        (spec.asset, spec.assetVersion, spec.assetPolicyVersion) = (asset, 1, 1);
    }

    function test_anAssetsPolicy_isNotPassedOver() public {
        for (uint256 i = 0; i < 3; ++i) {
            IDatasetRegistry.Policy memory p = _policy();
            if (i == 0) p.promised.allowPrivate = false;
            if (i == 1) {
                p.promised.review = IDatasetRegistry.Review.Listed;
                p.means.programs = new bytes32[](1);
                p.means.programs[0] = keccak256("another program");
            }
            if (i == 2) {
                (p.promised.review, p.promised.reviewersNeeded) = (IDatasetRegistry.Review.Reviewers, 1);
                p.means.reviewers = new address[](1);
                p.means.reviewers[0] = bob;
            }
            IJobMarket.JobSpec memory spec = _with(_asset(p, string(abi.encodePacked("model ", bytes1(uint8(65 + i))))));
            vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPolicyRefuses.selector, IJobMarket.Rule.Asset));
            _post(spec);
        }
    }

    function test_anAssetsPolicy_judgesTheWorkerToo() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.means.measurements[0] = keccak256("another measurement");
        JobId job = _post(_with(_asset(p, "model")));
        _approve(job);
        vm.prank(operator);
        vm.expectRevert(
            abi.encodeWithSelector(IJobMarket.JobWorkerNotAccepted.selector, enclave, MEASUREMENT, TRUST_ROOT)
        );
        market.claim{value: BOND}(job, enclave);
    }
}
