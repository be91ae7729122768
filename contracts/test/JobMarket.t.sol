// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {DatasetId, JobId, ReceiptId} from "../src/interfaces/Ids.sol";
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
        (, uint64 reserved, uint64 spent) = budget.budgetOf(dataset);
        vm.assertEq(reserved, 0, "reserved");
        vm.assertEq(spent, RHO, "spent");
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
        vm.assertEq(j.inputs, keccak256("inputs"), "inputs");
        vm.assertEq(j.liveSubjects, 25, "liveSubjects");
        vm.assertEq(j.claimedAt, NOW + 2, "claimedAt");
        vm.assertEq(j.releasedAt, NOW + 3, "releasedAt");
    }

    // Post.

    function test_post_emitsTheSpecificationAndItsParameters() public {
        IJobMarket.JobSpec memory spec = _spec();
        JobId job = market.jobId(spec);
        vm.expectEmit(address(market));
        emit IJobMarket.JobPosted(job, dataset, researcher, spec, PARAMETERS);
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
        market.post{value: FEE}(spec, PARAMETERS);
    }

    function test_post_revertsWithAnotherFeeOrOtherParameters() public {
        IJobMarket.JobSpec memory spec = _spec();
        vm.startPrank(researcher);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobFeeWrong.selector, FEE - 1, FEE));
        market.post{value: FEE - 1}(spec, PARAMETERS);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobFeeWrong.selector, FEE + 1, FEE));
        market.post{value: FEE + 1}(spec, PARAMETERS);
        vm.expectRevert(
            abi.encodeWithSelector(IJobMarket.JobParametersMismatch.selector, keccak256("other"), keccak256(PARAMETERS))
        );
        market.post{value: FEE}(spec, "other");
        spec.parameters = keccak256(new bytes(16385));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobParametersSize.selector, 16385, 16384));
        market.post{value: FEE}(spec, new bytes(16385));
        spec.parameters = keccak256(new bytes(16384));
        market.post{value: FEE}(spec, new bytes(16384));
    }

    function test_post_revertsWhenTheSpecificationMakesNoSense() public {
        string[7] memory fields = ["kind", "purpose", "release", "rho", "rho", "redundancy", "researcherKey"];
        IJobMarket.JobSpec[7] memory bad;
        for (uint256 i = 0; i < bad.length; ++i) {
            bad[i] = _spec();
        }
        bad[0].kind = 8;
        bad[1].purpose = 32;
        bad[2].release = 2;
        bad[3].rho = 0; // private without budget
        bad[4].release = 1; // exact with budget
        bad[5].redundancy = 2;
        bad[6].researcherKey = 0;
        for (uint256 i = 0; i < bad.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobSpecInvalid.selector, fields[i]));
            _post(bad[i]);
        }
        IJobMarket.JobSpec memory late = _spec();
        late.deadline = uint64(block.timestamp) - 1;
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobDeadlinePassed.selector, late.deadline));
        _post(late);
    }

    function test_post_revertsWhenThePolicyRefuses() public {
        IJobMarket.JobSpec memory spec = _spec();
        spec.purpose = 4;
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPolicyRefuses.selector, "purpose"));
        _post(spec);
        spec = _spec();
        spec.kind = 2;
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPolicyRefuses.selector, "kind"));
        _post(spec);
        spec = _spec();
        spec.fee = 1 ether - 1;
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobFeeBelowPrice.selector, spec.fee, 1 ether));
        _post(spec);

        IDatasetRegistry.Policy memory p = _policy();
        (p.promised.allowPrivate, p.promised.allowExact) = (false, false);
        spec = _postUnder(p, 2);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPolicyRefuses.selector, "allowPrivate"));
        _post(spec);
        (spec.release, spec.rho) = (1, 0);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPolicyRefuses.selector, "allowExact"));
        _post(spec);
    }

    function test_post_followsTheReviewRule() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.review = IDatasetRegistry.Review.Listed;
        p.means.programs = new bytes32[](1);
        p.means.programs[0] = keccak256("program");
        IJobMarket.JobSpec memory spec = _postUnder(p, 2);
        _post(spec);
        spec.program = keccak256("another");
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPolicyRefuses.selector, "programs"));
        _post(spec);

        p = _policy();
        (p.promised.review, p.promised.reviewersNeeded) = (IDatasetRegistry.Review.Reviewers, 1);
        p.means.reviewers = new address[](1);
        p.means.reviewers[0] = bob;
        spec = _postUnder(p, 3);
        vm.warp(block.timestamp + DELAY);
        spec.deadline = uint64(block.timestamp) + 1 days;
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPolicyRefuses.selector, "review"));
        _post(spec);
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
        spec.dataset = keccak256("unknown");
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
        spec.dataset = DatasetId.unwrap(id);
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
}
