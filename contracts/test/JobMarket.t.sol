// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudgetLedger} from "../src/interfaces/IBudgetLedger.sol";
import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {IWorkerRegistry} from "../src/interfaces/IWorkerRegistry.sol";
import {DatasetId, JobId, ReceiptId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {Wallet} from "./support/Wallet.sol";
import {vm} from "./support/Vm.sol";

/// @dev The way of a job to its receipt, and what is refused on it.
contract JobMarketTest is AssentTest {
    function _state(JobId job) private view returns (IJobMarket.State) {
        return market.jobOf(job).state;
    }

    function _assertState(JobId job, IJobMarket.State state) private view {
        vm.assertEq(uint256(_state(job)), uint256(state), "state");
    }

    function _expect(bytes4 selector, JobId job) private {
        vm.expectRevert(abi.encodeWithSelector(selector, job));
    }

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
        vm.assertEq(j.quote, keccak256(QUOTE), "quote");
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
        (p.allowPrivate, p.allowExact) = (false, false);
        spec = _postUnder(p, 2);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPolicyRefuses.selector, "allowPrivate"));
        _post(spec);
        (spec.release, spec.rho) = (1, 0);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPolicyRefuses.selector, "allowExact"));
        _post(spec);
    }

    function test_post_followsTheReviewRule() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.review = 1;
        p.programs = new bytes32[](1);
        p.programs[0] = keccak256("program");
        IJobMarket.JobSpec memory spec = _postUnder(p, 2);
        _post(spec);
        spec.program = keccak256("another");
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPolicyRefuses.selector, "programs"));
        _post(spec);

        p = _policy();
        (p.review, p.reviewersNeeded) = (2, 1);
        p.reviewers = new address[](1);
        p.reviewers[0] = bob;
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
        vm.prank(address(wallet));
        (DatasetId id,) = registry.register(_registration(), _policy());
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

    // Claim.

    function test_claim_reservesTheBudgetAndFixesTheConsentRound() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        _pass(5, 5);
        _claim(job);
        (, uint64 reserved, uint64 spent) = budget.budgetOf(dataset);
        vm.assertEq(reserved, RHO, "reserved");
        vm.assertEq(spent, 0, "spent");
        vm.assertEq(market.jobOf(job).claimRound, block.number, "claimRound");
        vm.assertEq(address(market).balance, FEE + BOND, "escrow");
    }

    function test_claim_revertsForASecondWorker() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Claimed));
        market.claim{value: BOND}(job, enclave);
    }

    function test_claim_revertsWithAnotherBondOrForAnothersEnclave() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobBondWrong.selector, BOND - 1, BOND));
        market.claim{value: BOND - 1}(job, enclave);
        vm.deal(bob, BOND);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotOperator.selector, job, bob));
        market.claim{value: BOND}(job, enclave);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWorkerInvalid.selector, bob));
        market.claim{value: BOND}(job, bob);
    }

    function test_claim_revertsWhenThePolicyDoesNotNameTheWorker() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        uint256 key = uint256(keccak256("another build"));
        _registerWorkerAs(key, keccak256("another build"), TRUST_ROOT);
        vm.prank(operator);
        vm.expectRevert(
            abi.encodeWithSelector(
                IJobMarket.JobWorkerNotAccepted.selector, vm.addr(key), keccak256("another build"), TRUST_ROOT
            )
        );
        market.claim{value: BOND}(job, vm.addr(key));
        key = uint256(keccak256("another root"));
        _registerWorkerAs(key, MEASUREMENT, keccak256("another root"));
        vm.prank(operator);
        vm.expectRevert(
            abi.encodeWithSelector(
                IJobMarket.JobWorkerNotAccepted.selector, vm.addr(key), MEASUREMENT, keccak256("another root")
            )
        );
        market.claim{value: BOND}(job, vm.addr(key));
    }

    function _registerWorkerAs(uint256 key, bytes32 measurement, bytes32 trustRoot) private {
        IWorkerRegistry.Registration memory r = _workerRegistration(key, NOW + 1 days);
        (r.measurement, r.trustRoot) = (measurement, trustRoot);
        bytes memory signature = _sign(key, workers.hashRegistration(r, operator, keccak256(QUOTE), 0));
        vm.prank(operator);
        workers.register(r, QUOTE, signature);
    }

    function test_claim_revertsWhenTheWorkerIsExpiredOrRevoked() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        vm.prank(governor);
        workers.revoke(enclave);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWorkerInvalid.selector, enclave));
        market.claim{value: BOND}(job, enclave);
    }

    function test_claim_revertsWhenTheBudgetIsUsedUp() public {
        for (uint64 n = 0; n < 5; ++n) {
            IJobMarket.JobSpec memory spec = _spec();
            spec.nonce = 100 + n;
            JobId job = _post(spec);
            _approve(job);
            _claim(job);
        }
        JobId last = _jobIn(IJobMarket.State.Approved);
        vm.prank(operator);
        vm.expectRevert(
            abi.encodeWithSelector(IBudgetLedger.BudgetResearcherExceeded.selector, dataset, researcher, RHO, 0)
        );
        market.claim{value: BOND}(last, enclave);
        _assertState(last, IJobMarket.State.Approved);
    }

    function test_claim_revertsWhenApprovalOrDeadlineArePast() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        uint64 until = market.jobOf(job).approvedUntil;
        vm.warp(until + 1);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobApprovalExpired.selector, job, until));
        market.claim{value: BOND}(job, enclave);
        uint64 deadline = market.specOf(job).deadline;
        vm.warp(deadline + 1);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobDeadlinePassed.selector, deadline));
        market.claim{value: BOND}(job, enclave);
    }

    function test_claim_revertsWhenPolicyOrVersionOrDatasetChanged() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        vm.prank(custodian);
        registry.stop(dataset);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetIsStopped.selector, dataset));
        market.claim{value: BOND}(job, enclave);
        vm.prank(custodian);
        registry.resume(dataset);
        IDatasetRegistry.Policy memory stricter = _policy();
        stricter.purposes = 1;
        vm.prank(custodian);
        registry.setPolicy(dataset, stricter);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.PolicyNotInEffect.selector, dataset, 1, 2));
        market.claim{value: BOND}(job, enclave);
        vm.prank(custodian);
        registry.retireVersion(dataset, 1);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetVersionRetired.selector, dataset, 1));
        market.claim{value: BOND}(job, enclave);
    }

    // Release.

    function test_recordRelease_spendsTheBudget() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.expectEmit(address(market));
        emit IJobMarket.KeyReleased(job, enclave, 1002, uint64(block.timestamp) + 1 hours);
        _release(job);
        (, uint64 reserved, uint64 spent) = budget.budgetOf(dataset);
        vm.assertEq(reserved, 0, "reserved");
        vm.assertEq(spent, RHO, "spent");
    }

    function test_recordRelease_revertsForAnybodyButTheBroker() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.prank(custodian);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotBroker.selector, job, custodian));
        market.recordRelease(job, enclave, 1002);
    }

    function test_recordRelease_countsForOneClaimOnly() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.prank(operator);
        market.giveUp(job);
        _pass(1, 1);
        _claim(job);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobClaimMismatch.selector, job, enclave, block.number));
        market.recordRelease(job, enclave, 1002); // was on its way for the first claim
    }

    function test_recordRelease_revertsTwice() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        _release(job);
        vm.prank(broker);
        _expect(IJobMarket.JobReleased.selector, job);
        market.recordRelease(job, enclave, 1002);
    }

    function test_recordRelease_revertsWhenTheClaimLapsed() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.warp(market.jobOf(job).claimedAt + 10 minutes + 1);
        vm.prank(broker);
        _expect(IJobMarket.JobClaimLapsed.selector, job);
        market.recordRelease(job, enclave, 1002);
        vm.warp(market.jobOf(job).claimedAt + 10 minutes); // the last second
        _release(job);
    }

    function test_recordRelease_revertsWhenAnythingIsNotInUse() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.prank(custodian);
        registry.stop(dataset);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetIsStopped.selector, dataset));
        market.recordRelease(job, enclave, 1002);
        vm.prank(custodian);
        registry.resume(dataset);
        vm.prank(operator);
        workers.revoke(enclave);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWorkerInvalid.selector, enclave));
        market.recordRelease(job, enclave, 1002);
    }

    // Charge.

    function _released() private returns (JobId job) {
        job = _jobIn(IJobMarket.State.Claimed);
        _release(job);
        _pass(1, 1);
    }

    function _expectCharge(JobId job, IJobMarket.Charge memory c, bytes memory reason) private {
        vm.prank(operator);
        vm.expectRevert(reason);
        market.charge(job, c);
    }

    function test_charge_revertsBeforeTheRelease() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        _expectCharge(job, _chargeOf(job), abi.encodeWithSelector(IJobMarket.JobNotReleased.selector, job));
    }

    function test_charge_revertsForAnybodyElse() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotOperator.selector, job, broker));
        market.charge(job, c);
    }

    function test_charge_fixesOneSetOfInputsForGood() public {
        JobId job = _released();
        _charge(job);
        IJobMarket.Charge memory c = _chargeOf(job);
        c.inputs = keccak256("others");
        _expectCharge(job, c, abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Charged));
    }

    function test_charge_revertsForAnotherConsentRound() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        c.consentRound += 1;
        _expectCharge(job, c, abi.encodeWithSelector(IJobMarket.JobConsentRoundWrong.selector, job, 1003, 1002));
        c.consentRound -= 2;
        _expectCharge(job, c, abi.encodeWithSelector(IJobMarket.JobConsentRoundWrong.selector, job, 1001, 1002));
    }

    function test_charge_revertsWhenConsentNarrowedSince() public {
        _enrol(ALICE);
        JobId job = _released();
        _submit(ALICE, _revocation(alice, 2));
        _expectCharge(
            job, _chargeOf(job), abi.encodeWithSelector(IJobMarket.JobConsentNarrowed.selector, job, 1002, block.number)
        );
    }

    function test_charge_countsARevocationInTheClaimsOwnRound() public {
        _enrol(ALICE);
        JobId job = _jobIn(IJobMarket.State.Approved);
        _pass(1, 1);
        _claim(job);
        _submit(ALICE, _revocation(alice, 2)); // the state of the round has it, whichever came first
        _pass(1, 1);
        _release(job);
        _pass(1, 1);
        _charge(job);
        _assertState(job, IJobMarket.State.Charged);
    }

    function test_charge_isTooLateToRevokeAfter() public {
        _enrol(ALICE);
        JobId job = _jobIn(IJobMarket.State.Charged);
        _submit(ALICE, _revocation(alice, 2));
        _complete(job);
        _assertState(job, IJobMarket.State.Done);
    }

    function test_charge_revertsWhenConsentIsTooOld() public {
        JobId job = _released();
        vm.roll(1002 + 101);
        _expectCharge(job, _chargeOf(job), abi.encodeWithSelector(IJobMarket.JobConsentTooOld.selector, job, 1002, 100));
        vm.roll(1002 + 100);
        _charge(job);
    }

    function test_charge_revertsBelowTheMinimumCohort() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        c.liveSubjects = 9;
        _expectCharge(job, c, abi.encodeWithSelector(IJobMarket.JobCohortBelowMinimum.selector, job, 9, 10));
        c.liveSubjects = 10;
        vm.prank(operator);
        market.charge(job, c);
    }

    function test_charge_revertsWhenLateOrEmpty() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        c.inputs = 0;
        _expectCharge(job, c, abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, "inputs"));
        c = _chargeOf(job);
        c.consentRoot = 0;
        _expectCharge(job, c, abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, "consentRoot"));
        uint64 finishBefore = market.jobOf(job).releasedAt + 1 hours;
        vm.warp(finishBefore + 1);
        _expectCharge(job, _chargeOf(job), abi.encodeWithSelector(IJobMarket.JobLate.selector, job, finishBefore));
        vm.warp(finishBefore);
        _charge(job);
    }

    function test_charge_revertsInTheConsentRoundItself() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        _claim(job);
        _release(job); // all in one block: nobody can know its state yet
        _expectCharge(job, _chargeOf(job), abi.encodeWithSelector(IJobMarket.JobChargeInvalid.selector, "consentRound"));
    }

    function test_charge_revertsWhenAnythingIsNotInUse() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        vm.prank(custodian);
        registry.stop(dataset);
        _expectCharge(job, c, abi.encodeWithSelector(IDatasetRegistry.DatasetIsStopped.selector, dataset));
        vm.startPrank(custodian);
        registry.resume(dataset);
        registry.setPolicy(dataset, _policy());
        vm.stopPrank();
        _expectCharge(job, c, abi.encodeWithSelector(IDatasetRegistry.PolicyNotInEffect.selector, dataset, 1, 2));
    }

    function test_charge_revertsWhenTheWorkerIsNotValidAnyMore() public {
        JobId job = _released();
        vm.prank(governor);
        workers.revoke(enclave);
        _expectCharge(job, _chargeOf(job), abi.encodeWithSelector(IJobMarket.JobWorkerInvalid.selector, enclave));
    }

    // Rerun.

    function test_rerun_takesANewerRoundAfterANarrowing() public {
        _enrol(ALICE);
        JobId job = _released();
        _submit(ALICE, _revocation(alice, 2));
        _pass(1, 1);
        vm.prank(operator);
        market.rerun(job);
        vm.assertEq(market.jobOf(job).consentRound, block.number, "consentRound");
        vm.assertEq(market.jobOf(job).claimRound, 1002, "claimRound");
        _pass(1, 1);
        _charge(job);
        vm.assertEq(market.jobOf(job).reruns, 1, "reruns");
    }

    function test_rerun_takesANewerRoundWhenTheOldOneIsTooFarBack() public {
        JobId job = _released();
        vm.roll(1002 + 100);
        vm.prank(operator);
        _expect(IJobMarket.JobRerunNotNeeded.selector, job);
        market.rerun(job);
        vm.roll(1002 + 101);
        vm.prank(operator);
        market.rerun(job);
        _pass(1, 1);
        _charge(job);
    }

    function test_rerun_isBounded() public {
        _enrol(ALICE, _grant(alice, 1));
        JobId job = _released();
        for (uint64 n = 0; n < 2; ++n) {
            _submit(ALICE, _revocation(alice, 2 * n + 2));
            _submit(ALICE, _grant(alice, 2 * n + 3));
            _pass(1, 1);
            vm.prank(operator);
            market.rerun(job);
            _pass(1, 1);
        }
        _submit(ALICE, _revocation(alice, 9));
        _pass(1, 1);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobRerunsExhausted.selector, job, 2));
        market.rerun(job);
    }

    function test_rerun_revertsForAnybodyElse() public {
        JobId job = _released();
        vm.prank(researcher);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotOperator.selector, job, researcher));
        market.rerun(job);
    }

    // Complete.

    function test_complete_takesTheReceiptFromAnybody() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        IJobMarket.Receipt memory r = _receipt(job);
        ReceiptId digest = market.hashReceipt(r);
        bytes memory signature = _sign(ENCLAVE, ReceiptId.unwrap(digest));
        vm.expectEmit(address(market));
        emit IJobMarket.JobCompleted(job, digest, enclave, r, signature);
        vm.expectEmit(address(market));
        emit IJobMarket.ResultDelivered(job, CIPHERTEXT);
        vm.expectEmit(address(market));
        emit IJobMarket.PaymentSent(operator, FEE + BOND);
        vm.prank(bob);
        market.complete(job, r, signature, CIPHERTEXT);
    }

    function test_complete_revertsWhenAnyFieldDiffers() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        string[16] memory fields = [
            "job",
            "consentRound",
            "consentRoot",
            "subjectsRoot",
            "liveSubjects",
            "dataset",
            "datasetVersion",
            "policyVersion",
            "program",
            "parameters",
            "rho",
            "inputs",
            "ciphertext",
            "enclave",
            "measurement",
            "quote"
        ];
        // The fields of a receipt in order; the result is the enclave's own.
        uint8[16] memory order = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16];
        for (uint256 i = 0; i < fields.length; ++i) {
            IJobMarket.Receipt memory r = _receipt(job);
            uint256 offset = 32 * uint256(order[i]);
            assembly ("memory-safe") {
                mstore(add(r, offset), xor(mload(add(r, offset)), 1))
            }
            bytes memory signature = _sign(ENCLAVE, _receiptDigest(r));
            vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobReceiptMismatch.selector, job, fields[i]));
            market.complete(job, r, signature, CIPHERTEXT);
        }
    }

    function test_complete_revertsUnlessTheEnclaveSigned() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        IJobMarket.Receipt memory r = _receipt(job);
        bytes memory signature = _sign(OPERATOR, _receiptDigest(r));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobReceiptSignature.selector, job, enclave));
        market.complete(job, r, signature, CIPHERTEXT);
        signature = _sign(ENCLAVE, _receiptDigest(r));
        r.result = keccak256("another result");
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobReceiptSignature.selector, job, enclave));
        market.complete(job, r, signature, CIPHERTEXT);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobReceiptSignature.selector, job, enclave));
        market.complete(job, r, "", CIPHERTEXT);
    }

    function test_complete_takesACiphertextUpToTheLimit() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        IJobMarket.Receipt memory r = _receipt(job);
        bytes memory large = new bytes(65537);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobCiphertextSize.selector, 65537, 65536));
        market.complete(job, r, "", large);
        large = new bytes(65536);
        r.ciphertext = keccak256(large);
        market.complete(job, r, _sign(ENCLAVE, _receiptDigest(r)), large);
    }

    function test_complete_revertsTwiceAndBeforeTheCharge() public {
        JobId job = _released();
        IJobMarket.Receipt memory r = _receipt(job);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Claimed));
        market.complete(job, r, "", "");
        _charge(job);
        r = _receipt(job);
        bytes memory signature = _sign(ENCLAVE, _receiptDigest(r));
        market.complete(job, r, signature, CIPHERTEXT);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Done));
        market.complete(job, r, signature, CIPHERTEXT);
    }

    function test_complete_goesOnWhateverTheCustodianDoesAfterTheCharge() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        vm.startPrank(custodian);
        registry.stop(dataset);
        registry.retireVersion(dataset, 1);
        registry.setPolicy(dataset, _policy());
        vm.stopPrank();
        vm.warp(block.timestamp + 400 days); // nor does an expired registration matter, or being late
        _complete(job);
        _assertState(job, IJobMarket.State.Done);
    }

    function test_complete_holdsToTheQuoteOfTheClaim() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        uint64 expiry = NOW + 500 days;
        bytes memory signature = _sign(
            ENCLAVE, workers.hashRegistration(_workerRegistration(ENCLAVE, expiry), operator, keccak256("fresh"), 1)
        );
        vm.prank(operator);
        workers.renew(enclave, expiry, "fresh", signature);
        _complete(job);
        _assertState(job, IJobMarket.State.Done);
    }

    function test_exactJob_needsNoBudget() public {
        IJobMarket.JobSpec memory spec = _spec();
        (spec.release, spec.rho) = (1, 0);
        JobId job = _post(spec);
        _approve(job);
        _claim(job);
        _pass(1, 1);
        _release(job);
        _charge(job);
        _complete(job);
        (, uint64 reserved, uint64 spent) = budget.budgetOf(dataset);
        vm.assertEq(reserved + spent, 0, "budget");
    }
}
