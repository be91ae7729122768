// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {DatasetId, JobId, ReceiptId, StudyId} from "../src/interfaces/Ids.sol";
import {Conditions} from "../src/libraries/Conditions.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {Wallet} from "./support/Wallet.sol";
import {vm} from "./support/Vm.sol";

/// @dev The whole way of a job to its receipt; posting and approving.
contract JobMarketTest is AssentTest {
    // The whole way.

    function test_aJob_goesFromPostToReceipt() public {
        uint256 before = operator.balance;
        JobId job = _jobIn(IJobMarket.State.Done);
        _assertState(job, IJobMarket.State.Done);
        vm.assertEq(operator.balance, before + FEE, "the worker has the fee and its bond again");
        vm.assertEq(address(market).balance, 0, "escrow is empty");
        _assertBudget(0, RHO);
        vm.assertTrue(ReceiptId.unwrap(market.receiptOf(job)) != 0, "receipt");
    }

    function test_aJob_recordsEveryStep() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        IJobMarket.Job memory j = market.jobOf(job);
        vm.assertEq(j.claimRound, 1002, "claimRound");
        vm.assertEq(j.consentRound, 1002, "consentRound");
        vm.assertEq(j.chargeRound, 1004, "chargeRound");
        vm.assertEq(j.enclave, enclave, "enclave");
        vm.assertEq(j.operator, operator, "operator");
        vm.assertEq(j.quote, workers.workerOf(enclave).quote, "quote");
        vm.assertEq(j.charge, market.hashCharge(_chargeOf(job)), "charge");
        vm.assertEq(j.liveSubjects, 25, "liveSubjects");
        vm.assertEq(j.claimedAt, NOW + 2, "claimedAt");
        vm.assertEq(j.releasedAt, NOW + 3, "releasedAt");
    }

    // Post.

    function test_post_emitsTheSpecificationAndItsParameters() public {
        IJobMarket.JobSpec memory spec = _spec();
        JobId job = market.jobId(spec);
        vm.expectEmit(address(market));
        emit IJobMarket.JobPosted(job, dataset, researcher, spec, PARAMETERS, RESEARCHER_KEY);
        _post(spec);
        vm.assertEq(abi.encode(market.specOf(job)), abi.encode(spec), "stored");
        vm.assertEq(address(market).balance, FEE, "escrow");
    }

    function test_post_revertsTwice() public {
        JobId job = _post(_spec());
        IJobMarket.JobSpec memory spec = _spec();
        _expect(IJobMarket.JobExists.selector, job);
        _post(spec);
        vm.prank(researcher);
        market.cancel(job);
        _expect(IJobMarket.JobExists.selector, job);
        _post(spec);
    }

    function test_post_revertsForAnybodyButTheResearcher() public {
        IJobMarket.JobSpec memory spec = _spec();
        JobId job = market.jobId(spec);
        vm.deal(bob, FEE);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotResearcher.selector, job, bob));
        market.post{value: FEE}(spec, PARAMETERS, RESEARCHER_KEY);
    }

    function test_post_revertsWithAnotherFeeOrOtherParameters() public {
        IJobMarket.JobSpec memory spec = _spec();
        vm.startPrank(researcher);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobFeeWrong.selector, FEE - 1, FEE));
        market.post{value: FEE - 1}(spec, PARAMETERS, RESEARCHER_KEY);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobFeeWrong.selector, FEE + 1, FEE));
        market.post{value: FEE + 1}(spec, PARAMETERS, RESEARCHER_KEY);
        vm.expectRevert(
            abi.encodeWithSelector(IJobMarket.JobParametersMismatch.selector, keccak256("other"), keccak256(PARAMETERS))
        );
        market.post{value: FEE}(spec, "other", RESEARCHER_KEY);
        spec.parameters = keccak256(new bytes(16385));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobParametersSize.selector, 16385, 16384));
        market.post{value: FEE}(spec, new bytes(16385), RESEARCHER_KEY);
        spec.parameters = keccak256(new bytes(16384));
        market.post{value: FEE}(spec, new bytes(16384), RESEARCHER_KEY);
    }

    function test_post_revertsWithAnotherResearchersKey() public {
        IJobMarket.JobSpec memory spec = _spec();
        vm.startPrank(researcher);
        vm.expectRevert(
            abi.encodeWithSelector(
                IJobMarket.JobResearcherKeyMismatch.selector, keccak256("other"), keccak256(RESEARCHER_KEY)
            )
        );
        market.post{value: FEE}(spec, PARAMETERS, "other");
        bytes memory key = new bytes(2049);
        spec.researcherKey = keccak256(key);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobResearcherKeySize.selector, 2049, 2048));
        market.post{value: FEE}(spec, PARAMETERS, key);
        key = new bytes(1218); // as long as a hybrid one
        spec.researcherKey = keccak256(key);
        market.post{value: FEE}(spec, PARAMETERS, key);
    }

    function _expectInvalid(IJobMarket.JobSpec memory spec, IJobMarket.SpecField field) private {
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobSpecInvalid.selector, field));
        _post(spec);
    }

    function test_post_revertsWhenTheSpecificationMakesNoSense() public {
        IJobMarket.JobSpec memory s = _spec();
        s.kind = 8; // no one has defined it, whatever a policy says
        _expectInvalid(s, IJobMarket.SpecField.Kind);
        s.kind = 300;
        _expectInvalid(s, IJobMarket.SpecField.Kind);
        s = _spec();
        s.purpose = 10;
        _expectInvalid(s, IJobMarket.SpecField.Purpose);
        s.purpose = 40;
        _expectInvalid(s, IJobMarket.SpecField.Purpose);
        s = _spec();
        s.recipient = 6;
        _expectInvalid(s, IJobMarket.SpecField.Recipient);
        s = _spec();
        s.rho = 0; // private without budget
        _expectInvalid(s, IJobMarket.SpecField.Rho);
        s = _spec();
        s.release = IJobMarket.Release.Exact; // with budget
        _expectInvalid(s, IJobMarket.SpecField.Rho);
        (s.rho, s.delta) = (0, 1);
        _expectInvalid(s, IJobMarket.SpecField.Delta);
        s = _spec();
        s.deadline = uint64(block.timestamp) - 1;
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobDeadlinePassed.selector, s.deadline));
        _post(s);
    }

    function test_post_revertsForSeatsPartsAndExtensionsThatNoGateApproves() public {
        IJobMarket.JobSpec memory s = _spec();
        s.seat = 1;
        _expectInvalid(s, IJobMarket.SpecField.Seat);
        s = _spec();
        s.round = 1;
        _expectInvalid(s, IJobMarket.SpecField.Seat);
        s = _spec();
        s.release = IJobMarket.Release.Part;
        _expectInvalid(s, IJobMarket.SpecField.Release);
        s.study = StudyId.wrap(keccak256("study"));
        _expectInvalid(s, IJobMarket.SpecField.Study);
        s = _spec();
        s.extension = keccak256("extension");
        _expectInvalid(s, IJobMarket.SpecField.Extension);
    }

    function test_post_revertsForAnAssetThatIsNotWhole() public {
        IJobMarket.JobSpec memory s = _spec();
        s.assetVersion = 1;
        _expectInvalid(s, IJobMarket.SpecField.Asset);
        s.assetPolicyVersion = 1;
        _expectInvalid(s, IJobMarket.SpecField.Asset);
        s.asset = dataset; // itself
        _expectInvalid(s, IJobMarket.SpecField.Asset);
        s.asset = DatasetId.wrap(keccak256("unknown"));
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetUnknown.selector, s.asset));
        _post(s);
        s.assetVersion = 0;
        _expectInvalid(s, IJobMarket.SpecField.Asset);
    }

    function _expectRefused(IJobMarket.JobSpec memory spec, IJobMarket.Rule rule) private {
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPolicyRefuses.selector, rule));
        _post(spec);
    }

    function test_post_revertsForARecipientThatThePolicyExcludes() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.conditions = Conditions.PUBLIC;
        IJobMarket.JobSpec memory spec = _postUnder(p, 2);
        spec.recipient = 4; // a company
        _expectRefused(spec, IJobMarket.Rule.Recipient);
        spec.recipient = 2;
        _post(spec);
    }

    function test_post_revertsWhenTheDatasetNamesAnotherMarket() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.spenders = new address[](0);
        IJobMarket.JobSpec memory spec = _postUnder(p, 2);
        _expectRefused(spec, IJobMarket.Rule.Spender);
    }

    function test_post_revertsWhenThePolicyRefuses() public {
        IJobMarket.JobSpec memory spec = _spec();
        spec.purpose = 4;
        _expectRefused(spec, IJobMarket.Rule.Purpose);
        spec = _spec();
        spec.kind = 2;
        _expectRefused(spec, IJobMarket.Rule.Kind);
        spec = _spec();
        spec.fee = 1 ether - 1;
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobFeeBelowPrice.selector, spec.fee, 1 ether));
        _post(spec);

        IDatasetRegistry.Policy memory p = _policy();
        (p.promised.allowPrivate, p.promised.allowExact) = (false, false);
        spec = _postUnder(p, 2);
        _expectRefused(spec, IJobMarket.Rule.Private);
        (spec.release, spec.rho) = (IJobMarket.Release.Exact, 0);
        _expectRefused(spec, IJobMarket.Rule.Exact);
    }

    function test_post_followsTheReviewRule() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.review = IDatasetRegistry.Review.Listed;
        p.means.programs = new bytes32[](1);
        p.means.programs[0] = keccak256("program");
        IJobMarket.JobSpec memory spec = _postUnder(p, 2);
        _post(spec);
        spec.program = keccak256("another");
        _expectRefused(spec, IJobMarket.Rule.Program);

        p = _policy();
        (p.promised.review, p.promised.reviewersNeeded) = (IDatasetRegistry.Review.Reviewers, 1);
        p.means.reviewers = new address[](1);
        p.means.reviewers[0] = bob;
        spec = _postUnder(p, 3);
        vm.warp(block.timestamp + DELAY);
        spec.deadline = uint64(block.timestamp) + 1 days;
        _expectRefused(spec, IJobMarket.Rule.Review);
    }

    function _postUnder(IDatasetRegistry.Policy memory p, uint32 version)
        private
        returns (IJobMarket.JobSpec memory spec)
    {
        vm.prank(custodian);
        registry.setPolicy(dataset, p);
        spec = _spec();
        spec.policyVersion = version;
    }

    function test_post_revertsWhenTheDatasetIsNotInUse() public {
        IJobMarket.JobSpec memory spec = _spec();
        spec.policyVersion = 2;
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.PolicyNotInEffect.selector, dataset, 2, 1));
        _post(spec);
        spec = _spec();
        spec.datasetVersion = 2;
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetVersionUnknown.selector, dataset, 2));
        _post(spec);
        spec = _spec();
        spec.dataset = DatasetId.wrap(keccak256("unknown"));
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetUnknown.selector, spec.dataset));
        _post(spec);
        vm.prank(custodian);
        registry.stop(dataset);
        spec = _spec();
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetIsStopped.selector, dataset));
        _post(spec);
    }

    // Approve.

    function test_approve_canBeExtendedButNotRepeated() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        uint64 until = market.jobOf(job).approvedUntil;
        bytes memory signature = _sign(CUSTODIAN, market.hashApproval(job, until));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobApprovalNotNewer.selector, job, until, until));
        market.approve(job, until, signature);
        signature = _sign(CUSTODIAN, market.hashApproval(job, until + 1));
        market.approve(job, until + 1, signature);
        vm.assertEq(market.jobOf(job).approvedUntil, until + 1, "until");
    }

    function test_approve_revertsUnlessTheCustodianSignedThisJob() public {
        JobId job = _post(_spec());
        IJobMarket.JobSpec memory other = _spec();
        other.nonce += 1;
        JobId second = _post(other);
        uint64 expiry = NOW + 1 hours;
        bytes memory signature = _sign(BROKER, market.hashApproval(job, expiry));
        _expect(IJobMarket.JobApprovalSignature.selector, job);
        market.approve(job, expiry, signature);
        signature = _sign(CUSTODIAN, market.hashApproval(second, expiry));
        _expect(IJobMarket.JobApprovalSignature.selector, job);
        market.approve(job, expiry, signature);
        signature = _sign(CUSTODIAN, market.hashApproval(job, expiry));
        _expect(IJobMarket.JobApprovalSignature.selector, job);
        market.approve(job, expiry + 1, signature);
        vm.chainId(1);
        signature = _sign(CUSTODIAN, market.hashApproval(job, expiry));
        vm.chainId(31337);
        _expect(IJobMarket.JobApprovalSignature.selector, job);
        market.approve(job, expiry, signature);
    }

    function test_approve_takesTheSignatureOfAContractThatIsCustodian() public {
        Wallet wallet = new Wallet(alice);
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.controller = address(wallet);
        vm.prank(address(wallet));
        (DatasetId id,) = registry.register(_registration(), p);
        vm.prank(address(wallet));
        registry.addVersion(id, _version());
        IJobMarket.JobSpec memory spec = _spec();
        spec.dataset = id;
        JobId job = _post(spec);
        market.approve(job, NOW + 1, _sign(ALICE, market.hashApproval(job, NOW + 1)));
        _assertState(job, IJobMarket.State.Approved);
    }

    function test_approve_revertsWhenTooLateOrUnknownOrOver() public {
        JobId unknown = JobId.wrap(keccak256("unknown"));
        _expect(IJobMarket.JobUnknown.selector, unknown);
        market.approve(unknown, NOW + 1, "");
        JobId job = _post(_spec());
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobApprovalExpired.selector, job, NOW - 1));
        market.approve(job, NOW - 1, "");
        vm.prank(custodian);
        registry.stop(dataset);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetIsStopped.selector, dataset));
        market.approve(job, NOW + 1, "");
        vm.prank(custodian);
        registry.resume(dataset);
        vm.warp(NOW + 1 days + 1);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobDeadlinePassed.selector, NOW + 1 days));
        market.approve(job, NOW + 2 days, "");
        vm.prank(researcher);
        market.cancel(job);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Cancelled));
        market.approve(job, NOW + 2 days, "");
    }

    // Disapprove.

    function test_disapprove_takesAnApprovalBack() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        uint64 until = market.jobOf(job).approvedUntil;
        vm.expectEmit(address(market));
        emit IJobMarket.JobDisapproved(job, until);
        vm.prank(custodian);
        market.disapprove(job, until);
        _assertState(job, IJobMarket.State.Posted);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Posted));
        market.claim{value: BOND}(job, enclave);
        bytes memory signature = _sign(CUSTODIAN, market.hashApproval(job, until));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobApprovalNotNewer.selector, job, until, until));
        market.approve(job, until, signature); // which anyone can send again
        market.approve(job, until + 1, _sign(CUSTODIAN, market.hashApproval(job, until + 1)));
        _assertState(job, IJobMarket.State.Approved);
    }

    function test_disapprove_countsWhateverApprovalCameInBetween() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        uint64 seen = market.jobOf(job).approvedUntil;
        uint64 until = seen + 1 hours;
        market.approve(job, until, _sign(CUSTODIAN, market.hashApproval(job, until)));
        vm.expectEmit(address(market));
        emit IJobMarket.JobDisapproved(job, until);
        vm.prank(custodian);
        market.disapprove(job, seen);
        _assertState(job, IJobMarket.State.Posted);
        bytes memory signature = _sign(CUSTODIAN, market.hashApproval(job, until));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobApprovalNotNewer.selector, job, until, until));
        market.approve(job, until, signature);
    }

    function test_disapprove_countsForApprovalsThatNobodyHasSent() public {
        JobId job = _jobIn(IJobMarket.State.Posted);
        uint64 until = uint64(block.timestamp) + 1 hours;
        bytes memory signature = _sign(CUSTODIAN, market.hashApproval(job, until));
        vm.prank(custodian);
        market.disapprove(job, until);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobApprovalNotNewer.selector, job, until, until));
        market.approve(job, until, signature);
    }

    function test_disapprove_revertsForAnybodyElse() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        uint64 until = market.jobOf(job).approvedUntil;
        vm.prank(researcher);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotCustodian.selector, job, researcher));
        market.disapprove(job, until);
        _claim(job);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotCustodian.selector, job, operator));
        market.disapprove(job, until);
    }

    function test_disapprove_endsAClaimAtNoCostToItsOperator() public {
        uint256 had = operator.balance;
        JobId job = _jobIn(IJobMarket.State.Claimed);
        (uint64 until, uint64 round) = (market.jobOf(job).approvedUntil, _round(job));
        vm.expectEmit(address(market));
        emit IJobMarket.ClaimEnded(job, enclave, round, IJobMarket.ClaimEnd.Disapproved, 0);
        vm.prank(custodian);
        market.disapprove(job, until);
        _assertState(job, IJobMarket.State.Posted);
        IJobMarket.Job memory j = market.jobOf(job);
        vm.assertTrue(
            j.enclave == address(0) && j.operator == address(0) && j.claimRound == 0 && j.consentRound == 0
                && j.claimedAt == 0 && j.quote == 0,
            "nothing is left of the claim"
        );
        vm.assertEq(operator.balance, had, "operator");
        vm.assertEq(market.burnt(), 0, "kept");
        vm.assertEq(market.waitsUntil(job, operator), 0, "the operator need not wait");
        vm.assertFalse(market.isRefused(job, enclave), "nor is its enclave barred");
        vm.prank(broker); // what was on its way for the claim
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Posted));
        market.recordRelease(job, enclave, round, ANY, ANY);
        bytes memory signature = _sign(CUSTODIAN, market.hashApproval(job, until));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobApprovalNotNewer.selector, job, until, until));
        market.approve(job, until, signature);
        market.approve(job, until + 1, _sign(CUSTODIAN, market.hashApproval(job, until + 1)));
        _claim(job);
    }

    function test_disapprove_isTooLateOnceTheKeyIsReleased() public {
        JobId job = _released();
        uint64 until = market.jobOf(job).approvedUntil;
        vm.startPrank(custodian);
        _expect(IJobMarket.JobReleased.selector, job);
        market.disapprove(job, until);
        vm.stopPrank();
        _charge(job);
        vm.prank(custodian);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Charged));
        market.disapprove(job, until);
    }
}
