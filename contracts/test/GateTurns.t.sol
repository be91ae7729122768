// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentLedger} from "../src/interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IGate} from "../src/interfaces/IGate.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {JobId} from "../src/interfaces/Ids.sol";
import {Gates} from "../src/libraries/Gates.sol";
import {GatedTest} from "./support/GatedTest.sol";
import {Container, Containers} from "./support/AttestationFake.sol";
import {BusyGate} from "./support/Gates.sol";
import {vm} from "./support/Vm.sol";

/// @dev The consent rounds that gates fix, and what gates do when it is their turn.
contract GateTurnsTest is GatedTest {
    using Containers for Container;

    uint16 private constant ALL_POWERS = Gates.POWERS;

    /// @dev Puts a gate and a number of reruns into the policy, with its delay.
    function _policyWith(address contract_, uint8 maxReruns) private returns (uint32 version) {
        IDatasetRegistry.Policy memory p = _policy();
        p.service.maxReruns = maxReruns;
        p.means.gates = new bytes32[](1);
        p.means.gates[0] = _word(contract_, ALL_MOMENTS, ALL_POWERS);
        vm.prank(custodian);
        uint64 from;
        (version, from) = registry.setPolicy(dataset, p);
        vm.warp(from);
        vm.roll(block.number + 1);
        collaterals.post(_freshCollateral().encode());
    }

    function _fix(uint64 consentRound) private {
        IGate.Answer memory a;
        a.consentRound = consentRound;
        gate.tell(a);
    }

    /// @dev A seat that the gate has approved.
    function _seat(uint32 version, uint64 nonce) private returns (JobId job) {
        IJobMarket.JobSpec memory spec = _newSpec(version);
        (spec.study, spec.nonce) = (STUDY, nonce);
        IGate.Answer memory a;
        a.approve = true;
        gate.tell(a);
        job = _post(spec);
    }

    function _expectTooEarly(JobId job, uint64 round, uint64 since) private {
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobConsentTooEarly.selector, job, round, since));
    }

    function _claimTooEarly(JobId job, uint64 round, uint64 since) private {
        _fix(round);
        vm.prank(operator);
        _expectTooEarly(job, round, since);
        market.claim{value: BOND}(job, enclave);
    }

    // Fixed rounds.

    function test_aConsentRound_isNotFixedBeforeTheDatasetWasUsedAsTheJobHasIt() public {
        uint64 before = uint64(block.number); // under the policy before
        uint32 version = _policyWith(address(gate), 2);
        JobId first = _seat(version, 1);
        uint64 since = uint64(block.number);
        _claimTooEarly(first, before, since);
        _claimTooEarly(first, since - 1, since);
        _pass(2, 2);
        JobId second = _seat(version, 2);
        _fix(since); // the round is what counts, and not which seat was posted when
        _claim(first);
        vm.assertEq(market.jobOf(first).consentRound, since, "the first's");
        _pass(1, 1);
        _claim(second);
        vm.assertEq(market.jobOf(second).consentRound, since, "the second's");

        // Each version of the dataset has a first use of its own.
        _fix(0);
        vm.prank(custodian);
        registry.addVersion(dataset, _version());
        _pass(1, 1);
        IJobMarket.JobSpec memory spec = market.specOf(first);
        spec.datasetVersion = 2;
        IGate.Answer memory a;
        a.approve = true;
        gate.tell(a);
        JobId third = _post(spec);
        _claimTooEarly(third, since, uint64(block.number));
    }

    function test_aConsentRound_isNotFixedWhileTheDatasetWasStopped() public {
        uint32 version = _policyWith(address(gate), 2);
        JobId job = _seat(version, 1);
        uint64 posted = uint64(block.number);
        vm.assertEq(registry.resumeBlock(dataset), 0, "never stopped");
        _pass(1, 1);
        vm.prank(custodian);
        registry.stop(dataset);
        uint64 stopped = uint64(block.number);
        _pass(2, 2);
        vm.prank(custodian);
        registry.resume(dataset);
        uint64 resumed = uint64(block.number);
        vm.assertEq(registry.resumeBlock(dataset), resumed, "resumed");
        _pass(1, 1);
        _claimTooEarly(job, stopped, resumed);
        _claimTooEarly(job, resumed - 1, resumed);
        _claimTooEarly(job, posted, resumed);
        _fix(resumed);
        _claim(job);
    }

    function test_aConsentRound_isNotFixedByARerunEitherIfItCannotBeChargedFor() public {
        uint32 version = _policyWith(address(gate), 2);
        JobId job = _seat(version, 1);
        uint64 posted = uint64(block.number);
        _fix(0);
        _pass(1, 1);
        _claim(job);
        uint64 claimed = _round(job);
        _pass(101, 101);
        _fix(posted);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobConsentTooOld.selector, job, posted, 100));
        market.rerun(job, claimed, claimed);
        vm.prank(custodian);
        registry.stop(dataset);
        _pass(2, 2);
        vm.prank(custodian);
        registry.resume(dataset);
        uint64 resumed = uint64(block.number);
        _pass(6, 6);
        _fix(resumed - 1);
        vm.prank(operator);
        _expectTooEarly(job, resumed - 1, resumed);
        market.rerun(job, claimed, claimed);
        _fix(uint64(block.number) - 5);
        vm.prank(operator);
        market.rerun(job, claimed, claimed);
        vm.assertEq(market.jobOf(job).consentRound, uint64(block.number) - 5, "fixed");
    }

    // What a gate does in its turn.

    /// @dev A job that is claimed, with a subject who consents and whose revocation the gate has; no rerun is left.
    function _claimedUnder(BusyGate busy, IGate.Moment moment) private returns (JobId job) {
        uint32 version = _policyWith(address(busy), 0);
        IConsentLedger.Grant memory g = _grant(alice, 1);
        g.policyVersion = version;
        _enrol(ALICE, g);
        job = _post(_newSpec(version));
        _approve(job);
        _claim(job);
        _pass(1, 1);
        g = _revocation(alice, 2);
        busy.tell(moment, address(ledger), abi.encodeCall(IConsentLedger.grant, (g, _signed(ALICE, g))));
    }

    function test_aGateThatNarrowsWhenItIsAskedForACharge_comesBeforeIt() public {
        JobId job = _claimedUnder(new BusyGate(), IGate.Moment.Charge);
        _release(job);
        _pass(1, 1);
        IJobMarket.Charge memory c = _chargeOf(job);
        uint64 round = _round(job);
        vm.prank(operator);
        vm.expectRevert(
            abi.encodeWithSelector(IJobMarket.JobConsentNarrowed.selector, job, c.consentRound, block.number)
        );
        market.charge(job, round, c);
    }

    function test_aGateThatNarrowsWhenItIsAskedForARelease_comesBeforeIt() public {
        JobId job = _claimedUnder(new BusyGate(), IGate.Moment.Release);
        (uint64 round, uint64 consentRound) = (_round(job), market.jobOf(job).consentRound);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobConsentNarrowed.selector, job, consentRound, block.number));
        market.recordRelease(job, enclave, round, ANY, ANY);
    }

    /// @dev A gate that is the dataset's custodian as well.
    function test_aGateThatStopsItsDatasetWhenItIsAsked_comesBeforeTheStep() public {
        BusyGate busy = new BusyGate();
        uint32 version = _policyWith(address(busy), 2);
        vm.prank(custodian);
        registry.offerCustody(dataset, address(busy));
        busy.act(address(registry), abi.encodeCall(IDatasetRegistry.acceptCustody, (dataset)));
        vm.warp(block.timestamp + DELAY);
        collaterals.post(_freshCollateral().encode());
        ++version;
        IJobMarket.JobSpec memory spec = _newSpec(version);
        JobId job = _post(spec);
        IGate.Answer memory a;
        a.approve = true;
        busy.answer(a);
        market.approve(job, spec.deadline, "");
        a.approve = false;
        busy.answer(a);
        bytes memory stopped = abi.encodeWithSelector(IDatasetRegistry.DatasetIsStopped.selector, dataset);
        bytes memory call_ = abi.encodeCall(IDatasetRegistry.stop, (dataset));
        busy.tell(IGate.Moment.Claim, address(registry), call_);
        vm.prank(operator);
        vm.expectRevert(stopped);
        market.claim{value: BOND}(job, enclave);
        busy.tell(IGate.Moment.Release, address(registry), call_);
        _claim(job);
        _pass(1, 1);
        uint64 round = _round(job);
        vm.prank(broker);
        vm.expectRevert(stopped);
        market.recordRelease(job, enclave, round, ANY, ANY);
        busy.tell(IGate.Moment.Charge, address(registry), call_);
        _release(job);
        _pass(1, 1);
        IJobMarket.Charge memory c = _chargeOf(job);
        vm.prank(operator);
        vm.expectRevert(stopped);
        market.charge(job, round, c);
    }

    // A hand-over is one more release.

    function test_handOver_givesNoKeyForAConsentRoundThatCannotBeChargedFor() public {
        BusyGate busy = new BusyGate();
        JobId job = _claimedUnder(busy, IGate.Moment.Fail);
        _registerWorker(SECOND, operator, uint64(block.timestamp) + 20 days);
        _release(job);
        _pass(1, 1);
        uint64 round = _round(job);
        vm.prank(broker);
        market.handOver(job, enclave, vm.addr(SECOND), round); // as good as the first release
        _submit(ALICE, _revocation(alice, 2));
        uint64 narrowed = uint64(block.number);
        _pass(1, 1);
        uint64 consentRound = market.jobOf(job).consentRound;
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobConsentNarrowed.selector, job, consentRound, narrowed));
        market.handOver(job, vm.addr(SECOND), enclave, round);
    }

    function test_handOver_givesAKeyWhileAConsentRoundCanBeReplaced() public {
        _registerWorker(SECOND, operator, uint64(block.timestamp) + 20 days);
        _enrol(ALICE);
        JobId job = _released();
        _submit(ALICE, _revocation(alice, 2));
        _pass(1, 1);
        uint64 round = _round(job);
        vm.prank(broker);
        market.handOver(job, enclave, vm.addr(SECOND), round);
    }

    function test_handOver_givesNoKeyPastTheTimeOfACharge() public {
        _registerWorker(SECOND, operator, uint64(block.timestamp) + 20 days);
        JobId job = _released();
        uint64 round = _round(job);
        uint64 finishBefore = market.jobOf(job).releasedAt + 1 hours;
        vm.warp(finishBefore);
        vm.prank(broker);
        market.handOver(job, enclave, vm.addr(SECOND), round);
        vm.warp(finishBefore + 1);
        vm.prank(broker);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobLate.selector, job, finishBefore));
        market.handOver(job, vm.addr(SECOND), enclave, round);
    }
}
