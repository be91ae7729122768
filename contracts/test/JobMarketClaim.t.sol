// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAttestation} from "../src/interfaces/IAttestation.sol";
import {IBudgetLedger} from "../src/interfaces/IBudgetLedger.sol";
import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {IWorkerRegistry} from "../src/interfaces/IWorkerRegistry.sol";
import {JobId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {vm} from "./support/Vm.sol";

/// @dev Claiming, and recording that the key is released.
contract JobMarketClaimTest is AssentTest {
    function test_claim_fixesTheConsentRoundAndHoldsNoBudget() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        _pass(5, 5);
        _claim(job);
        _assertBudget(0, 0);
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
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerUnknown.selector, bob));
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

    /// @dev Registers an enclave of another build, or attested under another root, as the quote says, too.
    function _registerWorkerAs(uint256 key, bytes32 measurement, bytes32 trustRoot) private {
        IWorkerRegistry.Registration memory r = _workerRegistration(key, NOW + LIFE);
        IAttestation.Claims memory claims = _claims(key, operator);
        (r.measurement, r.trustRoot) = (measurement, trustRoot);
        (claims.measurement, claims.root) = (measurement, trustRoot);
        claims.revocation = true;
        (claims.status, claims.validUntil) = (1, NOW + LIFE);
        bytes memory evidence = abi.encode(key);
        _attestation().insist(evidence, claims, IAttestation.Place(LEVELS, ISSUER));
        _register(key, operator, r, evidence);
    }

    function test_claim_revertsWhenTheWorkerIsRevokedOrExpired() public {
        JobId job = _jobIn(IJobMarket.State.Approved);
        vm.prank(governor);
        workers.revoke(enclave);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerRevokedAlready.selector, enclave));
        market.claim{value: BOND}(job, enclave);
        uint64 expiry = uint64(block.timestamp) + 60;
        _registerWorker(SECOND, operator, expiry);
        vm.warp(expiry + 1);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerExpired.selector, vm.addr(SECOND), expiry));
        market.claim{value: BOND}(job, vm.addr(SECOND));
    }

    uint256 private constant SECOND = uint256(keccak256("second enclave"));

    function test_recordRelease_revertsWhenTheBudgetIsUsedUp() public {
        for (uint64 n = 0; n < 5; ++n) {
            IJobMarket.JobSpec memory spec = _spec();
            spec.nonce = 100 + n;
            JobId job = _post(spec);
            _approve(job);
            _claim(job);
            _release(job);
        }
        JobId last = _jobIn(IJobMarket.State.Claimed);
        uint64 round = _round(last);
        vm.prank(broker);
        vm.expectRevert(
            abi.encodeWithSelector(IBudgetLedger.BudgetResearcherExceeded.selector, dataset, researcher, RHO, 0)
        );
        market.recordRelease(last, enclave, round, ANY, ANY);
        vm.assertEq(market.jobOf(last).releasedAt, 0, "no release");
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
        stricter.promised.purposes = 1;
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
        _assertBudget(RHO, 0);
    }

    function test_recordRelease_revertsForAnybodyButTheBroker() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.prank(custodian);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobNotBroker.selector, job, custodian));
        market.recordRelease(job, enclave, 1002, ANY, ANY);
    }

    function test_recordRelease_countsForOneClaimOnly() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.prank(operator);
        market.returnClaim(job, 1002);
        _pass(1, 10 minutes + 1);
        _claim(job);
        uint64 round = _round(job);
        vm.startPrank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobClaimMismatch.selector, job, enclave, round));
        market.recordRelease(job, enclave, 1002, ANY, ANY); // was on its way for the first claim
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobClaimMismatch.selector, job, enclave, round));
        market.recordRelease(job, bob, round, ANY, ANY);
    }

    function test_recordRelease_revertsTwice() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        _release(job);
        vm.prank(broker);
        _expect(IJobMarket.JobReleased.selector, job);
        market.recordRelease(job, enclave, 1002, ANY, ANY);
    }

    function test_recordRelease_revertsWhenTheClaimLapsed() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.warp(market.jobOf(job).claimedAt + 10 minutes + 1);
        vm.prank(broker);
        _expect(IJobMarket.JobClaimLapsed.selector, job);
        market.recordRelease(job, enclave, 1002, ANY, ANY);
        vm.warp(market.jobOf(job).claimedAt + 10 minutes); // the last second
        _release(job);
    }

    function test_recordRelease_revertsWhenAnythingIsNotInUse() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        vm.prank(custodian);
        registry.stop(dataset);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.DatasetIsStopped.selector, dataset));
        market.recordRelease(job, enclave, 1002, ANY, ANY);
        vm.prank(custodian);
        registry.resume(dataset);
        vm.prank(operator);
        workers.revoke(enclave);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerRevokedAlready.selector, enclave));
        market.recordRelease(job, enclave, 1002, ANY, ANY);
    }

    // Another policy is announced.

    function test_claim_revertsWhenThePolicyEndsBeforeTheJobCan() public {
        JobId job = _longJob();
        uint64 from = _announce();
        uint64 needed = 10 minutes + 1 hours;
        vm.warp(from - needed);
        _approveUntil(job, from);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPolicyEnds.selector, job, from));
        market.claim{value: BOND}(job, enclave);
        vm.warp(from - needed - 1);
        _claim(job);
    }

    function test_recordRelease_revertsWhenThePolicyEndsBeforeTheJobCan() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.service.jobTimeout = 8 days; // longer than a policy is announced ahead
        vm.prank(custodian);
        registry.setPolicy(dataset, p);
        IJobMarket.JobSpec memory spec = _spec();
        spec.policyVersion = 2;
        JobId job = _post(spec);
        _approve(job);
        _claim(job);
        uint64 from = _announce();
        uint64 round = _round(job);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobPolicyEnds.selector, job, from));
        market.recordRelease(job, enclave, round, ANY, ANY);
        _assertBudget(0, 0);
        vm.prank(custodian);
        registry.setPolicy(dataset, _policy()); // withdraws it, and replaces the job's
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IDatasetRegistry.PolicyNotInEffect.selector, dataset, 2, 4));
        market.recordRelease(job, enclave, round, ANY, ANY);
    }

    /// @dev A policy that asks more, announced for later.
    function _announce() private returns (uint64 from) {
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.minCohort -= 1;
        vm.prank(custodian);
        (, from) = registry.setPolicy(dataset, p);
    }

    function _longJob() private returns (JobId) {
        IJobMarket.JobSpec memory spec = _spec();
        spec.deadline = uint64(block.timestamp) + 30 days;
        return _post(spec);
    }

    function _approveUntil(JobId job, uint64 expiry) private {
        market.approve(job, expiry, _sign(CUSTODIAN, market.hashApproval(job, expiry)));
    }

    // Squatting.

    /// @dev An operator that is a contract cannot end its claim and claim again in one transaction, nor hold what
    /// others need.
    function test_aClaim_holdsNeitherBudgetNorTheJob() public {
        Squatter squatter = new Squatter(market);
        vm.deal(address(squatter), 2 * BOND);
        _registerWorker(SECOND, address(squatter), NOW + LIFE);
        IJobMarket.JobSpec memory spec = _spec();
        spec.rho = 500_000; // of 1,000,000
        JobId job = _post(spec);
        _approve(job);
        squatter.claim(job, vm.addr(SECOND));

        spec.nonce += 1;
        spec.researcher = bob;
        vm.deal(bob, FEE);
        JobId other = _post(spec);
        _approve(other);
        _claim(other);
        _pass(1, 1);
        _release(other); // the budget is there for other jobs
        _assertBudget(500_000, 0);

        _pass(1, 10 minutes + 1);
        uint64 round = _round(job);
        uint64 until = uint64(block.timestamp) + 10 minutes;
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobOperatorWaits.selector, job, address(squatter), until));
        squatter.again(job, vm.addr(SECOND), round);
        market.lapse(job, round);
        _claim(job); // another gets it
        vm.assertEq(address(squatter).balance, 2 * BOND - BOND / 64, "and the claim has cost something");
        vm.assertEq(market.burnt(), BOND / 64, "burnt");
    }

    /// @dev The broker counted the subjects who set a limit by what was spent then; another release comes first.
    function test_recordRelease_revertsWhenMoreWasSpentThanTheBrokerCountedWith() public {
        JobId job = _jobIn(IJobMarket.State.Claimed);
        IJobMarket.JobSpec memory spec = _spec();
        (spec.nonce, spec.rho, spec.delta) = (8, 50, 3);
        JobId other = _post(spec);
        _approve(other);
        _claim(other);
        (uint64 round, uint64 first) = (_round(job), _round(other));
        vm.startPrank(broker);
        market.recordRelease(other, enclave, first, 50, 3);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobTotalAbove.selector, job, RHO + 50, 3));
        market.recordRelease(job, enclave, round, RHO, 3);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobTotalAbove.selector, job, RHO + 50, 3));
        market.recordRelease(job, enclave, round, RHO + 50, 2);
        market.recordRelease(job, enclave, round, RHO + 50, 3);
        vm.stopPrank();
        vm.assertEq(market.jobOf(job).rhoTotal, RHO + 50, "total");
        _assertBudget(RHO + 50, 0);
    }
}

/// @dev An operator that is a contract.
contract Squatter {
    IJobMarket private immutable _market;

    constructor(IJobMarket market) {
        _market = market;
    }

    function claim(JobId job, address enclave) external {
        _market.claim{value: _market.bond()}(job, enclave);
    }

    function again(JobId job, address enclave, uint64 round) external {
        _market.lapse(job, round);
        _market.claim{value: _market.bond()}(job, enclave);
    }

    receive() external payable {}
}
