// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {JobId, ReceiptId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {vm} from "./support/Vm.sol";

/// @dev Sealing a result, opening it, and withholding it.
contract JobMarketSealTest is AssentTest {
    uint64 private constant ROUND = 1002; // of the claim in {_jobIn}

    // Seal.

    function test_seal_revertsBeforeTheChargesMoment() public {
        JobId job = _released();
        IJobMarket.Charge memory c = _chargeOf(job);
        c.moment = uint64(block.timestamp) + 60;
        vm.prank(operator);
        market.charge(job, ROUND, c);
        IJobMarket.Receipt memory r = _receipt(job);
        r.charge = c;
        bytes memory signature = _sign(ENCLAVE, _receiptDigest(r));
        vm.warp(c.moment - 1);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobBeforeMoment.selector, job, c.moment));
        market.seal(job, r, signature, CIPHERTEXT);
        vm.warp(c.moment);
        market.seal(job, r, signature, CIPHERTEXT);
    }

    function test_seal_takesTheReceiptFromAnybodyAndPaysNobody() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        IJobMarket.Receipt memory r = _receipt(job);
        ReceiptId digest = market.hashReceipt(r);
        bytes memory signature = _sign(ENCLAVE, ReceiptId.unwrap(digest));
        vm.expectEmit(address(market));
        emit IJobMarket.JobSealed(job, digest, enclave, r, signature);
        vm.expectEmit(address(market));
        emit IJobMarket.ResultDelivered(job, CIPHERTEXT);
        vm.prank(bob);
        market.seal(job, r, signature, CIPHERTEXT);
        _assertState(job, IJobMarket.State.Sealed);
        IJobMarket.Job memory j = market.jobOf(job);
        vm.assertEq(j.sealedAt, block.timestamp, "sealedAt");
        vm.assertEq(j.opening, r.opening, "opening");
        vm.assertEq(ReceiptId.unwrap(market.receiptOf(job)), ReceiptId.unwrap(digest), "receipt");
        vm.assertEq(address(market).balance, FEE + BOND, "escrow");
    }

    /// @dev Every word of a receipt that job and charge decide, changed in turn.
    function test_seal_revertsWhenAnythingDiffers() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        for (uint256 i = 0; i < 19; ++i) {
            IJobMarket.Receipt memory r = _receipt(job);
            if (i == 0) r.job ^= bytes32(uint256(1));
            if (i == 1) r.ciphertext ^= bytes32(uint256(1));
            if (i == 2) r.size += 1;
            if (i == 3) r.opening = 0;
            if (i == 4) r.enclave = bob;
            if (i == 5) r.measurement ^= bytes32(uint256(1));
            if (i == 6) r.quote ^= bytes32(uint256(1));
            if (i >= 7 && i < 17) {
                IJobMarket.Charge memory c = r.charge;
                uint256 offset = 32 * (i - 7);
                assembly ("memory-safe") {
                    mstore(add(c, offset), xor(mload(add(c, offset)), 1))
                }
            }
            bytes memory signature = _sign(ENCLAVE, _receiptDigest(r));
            if (i < 17) _expect(IJobMarket.JobReceiptMismatch.selector, job);
            // What is left is the enclave's own.
            if (i == 17) r.result = keccak256("another");
            if (i == 18) r.statement = keccak256("another");
            if (i >= 17) {
                vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobReceiptSignature.selector, job, enclave));
            }
            market.seal(job, r, signature, CIPHERTEXT);
        }
    }

    function test_seal_revertsUnlessTheEnclaveSigned() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        IJobMarket.Receipt memory r = _receipt(job);
        bytes memory signature = _sign(OPERATOR, _receiptDigest(r));
        bytes memory reason = abi.encodeWithSelector(IJobMarket.JobReceiptSignature.selector, job, enclave);
        vm.expectRevert(reason);
        market.seal(job, r, signature, CIPHERTEXT);
        vm.expectRevert(reason);
        market.seal(job, r, "", CIPHERTEXT);
    }

    function test_seal_takesACiphertextUpToTheLimit() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        IJobMarket.Receipt memory r = _receipt(job);
        bytes memory large = new bytes(65537);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobCiphertextSize.selector, 65537, 65536));
        market.seal(job, r, "", large);
        large = new bytes(65536);
        (r.ciphertext, r.size) = (keccak256(large), 65536);
        market.seal(job, r, _sign(ENCLAVE, _receiptDigest(r)), large);
    }

    function test_seal_revertsTwiceAndBeforeTheCharge() public {
        JobId job = _released();
        IJobMarket.Receipt memory r = _receipt(job);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Claimed));
        market.seal(job, r, "", CIPHERTEXT);
        _charge(job);
        r = _receipt(job);
        bytes memory signature = _sign(ENCLAVE, _receiptDigest(r));
        market.seal(job, r, signature, CIPHERTEXT);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Sealed));
        market.seal(job, r, signature, CIPHERTEXT);
    }

    function test_seal_goesOnWhateverTheCustodianDoesAfterTheCharge() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        vm.startPrank(custodian);
        registry.stop(dataset);
        registry.retireVersion(dataset, 1);
        registry.setPolicy(dataset, _policy());
        vm.stopPrank();
        vm.warp(block.timestamp + 400 days); // nor does an expired registration matter, or being late
        _seal(job);
        _open(job);
        _assertState(job, IJobMarket.State.Done);
    }

    function test_seal_holdsToTheQuoteOfTheCharge() public {
        JobId job = _released();
        bytes32 claimed = market.jobOf(job).quote;
        bytes memory evidence = _evidence(ENCLAVE, operator);
        _renew(ENCLAVE, operator, NOW + 20 days, evidence);
        _charge(job);
        vm.assertTrue(keccak256(evidence) != claimed, "another quote");
        vm.assertEq(market.jobOf(job).quote, keccak256(evidence), "quote");
        _pass(1, 1);
        _renew(ENCLAVE, operator, NOW + 21 days, _evidence(ENCLAVE, operator));
        vm.assertEq(market.jobOf(job).quote, keccak256(evidence), "a later one does not count");
        _seal(job);
        _assertState(job, IJobMarket.State.Sealed);
    }

    // Open.

    function test_open_paysFeeAndBondForTheKey() public {
        JobId job = _jobIn(IJobMarket.State.Sealed);
        uint256 before = operator.balance;
        _expect(IJobMarket.JobOpeningWrong.selector, job);
        market.open(job, keccak256("another key"));
        vm.expectEmit(address(market));
        emit IJobMarket.ResultOpened(job, OPENING_KEY);
        vm.expectEmit(address(market));
        emit IJobMarket.PaymentSent(operator, FEE + BOND);
        vm.prank(bob); // a successor, or another holder of the key
        market.open(job, OPENING_KEY);
        _assertState(job, IJobMarket.State.Done);
        vm.assertEq(operator.balance, before + FEE + BOND, "operator");
        vm.assertEq(address(market).balance, 0, "escrow");
    }

    function test_open_revertsBeforeTheSealAndTwice() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Charged));
        market.open(job, OPENING_KEY);
        _seal(job);
        _open(job);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Done));
        market.open(job, OPENING_KEY);
    }

    function test_nothingButOpeningEndsASealedJobInTime() public {
        JobId job = _jobIn(IJobMarket.State.Sealed);
        bytes memory reason = abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Sealed);
        vm.startPrank(operator);
        vm.expectRevert(reason);
        market.abandon(job, ROUND);
        vm.warp(block.timestamp + 10 hours);
        vm.expectRevert(reason);
        market.fail(job, ROUND);
        vm.stopPrank();
    }

    // Withhold.

    function test_withhold_returnsTheFeeAfterTheTimeAndAGrace() public {
        JobId job = _jobIn(IJobMarket.State.Sealed);
        uint256 before = researcher.balance;
        vm.warp(market.jobOf(job).sealedAt + 30 minutes + 10 minutes);
        _expect(IJobMarket.JobNotDue.selector, job);
        market.withhold(job, ROUND);
        vm.warp(block.timestamp + 1);
        vm.expectEmit(address(market));
        emit IJobMarket.JobWithheld(job);
        vm.prank(bob);
        market.withhold(job, ROUND);
        _assertState(job, IJobMarket.State.Withheld);
        vm.assertEq(researcher.balance, before + FEE, "fee");
        vm.assertEq(address(market).balance, BOND, "the bond waits");
        _assertBudget(0, RHO);
    }

    function test_open_returnsTheBondOnlyForWhatWasWithheld() public {
        JobId job = _jobIn(IJobMarket.State.Sealed);
        uint256 before = operator.balance;
        vm.warp(block.timestamp + 1 hours);
        market.withhold(job, ROUND);
        _open(job);
        _assertState(job, IJobMarket.State.Done);
        vm.assertEq(operator.balance, before + BOND, "bond");
        vm.assertEq(address(market).balance, 0, "escrow");
    }

    function test_aLateOpening_neverGivesTheResearcherResultFeeAndBond() public {
        JobId job = _jobIn(IJobMarket.State.Sealed);
        uint256 before = researcher.balance;
        vm.warp(block.timestamp + 1 hours);
        // The operator's opening is in the pool, with the key. The researcher takes the key from there and comes first.
        vm.prank(researcher);
        market.withhold(job, ROUND);
        _open(job);
        vm.assertEq(researcher.balance, before + FEE, "the fee, and not the bond");
        vm.assertTrue(ReceiptId.unwrap(market.receiptOf(job)) != 0, "and there is a receipt");
    }

    function test_aLateSeal_cannotBeOvertakenByWhoeverSeesIt() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        vm.warp(market.jobOf(job).releasedAt + 1 hours + 1);
        // The seal is in the pool, with a ciphertext that no one can open.
        vm.prank(researcher);
        _expect(IJobMarket.JobNotDue.selector, job);
        market.fail(job, ROUND);
        _seal(job);
        _assertState(job, IJobMarket.State.Sealed);
    }

    function test_withhold_revertsBeforeTheSeal() public {
        JobId job = _jobIn(IJobMarket.State.Charged);
        vm.warp(block.timestamp + 10 hours);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobWrongState.selector, job, IJobMarket.State.Charged));
        market.withhold(job, ROUND);
    }

    // Results that are too large for the chain.

    uint256[3] private _archiveKeys;

    /// @dev A job under a policy with three archives, of which two are needed, that is charged.
    function _largeJob(uint8 needed) private returns (JobId job, IJobMarket.Receipt memory r) {
        IDatasetRegistry.Policy memory p = _policy();
        p.means.archives = new address[](3);
        for (uint256 i = 0; i < 3; ++i) {
            _archiveKeys[i] = uint256(keccak256(abi.encode("archive", i)));
        }
        // In ascending order of the addresses.
        for (uint256 i = 0; i < 3; ++i) {
            for (uint256 k = i + 1; k < 3; ++k) {
                if (vm.addr(_archiveKeys[k]) < vm.addr(_archiveKeys[i])) {
                    (_archiveKeys[i], _archiveKeys[k]) = (_archiveKeys[k], _archiveKeys[i]);
                }
            }
            p.means.archives[i] = vm.addr(_archiveKeys[i]);
        }
        p.means.archivesNeeded = needed;
        if (needed == 0) p.means.archives = new address[](0);
        vm.prank(custodian);
        registry.setPolicy(dataset, p);
        vm.warp(block.timestamp + DELAY);
        IJobMarket.JobSpec memory spec = _spec();
        spec.policyVersion = 2;
        job = _post(spec);
        _approve(job);
        _claim(job);
        _pass(1, 1);
        _release(job);
        _charge(job);
        r = _receipt(job);
        (r.ciphertext, r.size) = (keccak256("a model"), 5_000_000);
    }

    function _held(JobId job, IJobMarket.Receipt memory r, uint256 i) private view returns (bytes memory) {
        return _sign(_archiveKeys[i], market.hashHeld(job, r.ciphertext, r.size));
    }

    function test_sealByHash_takesALargeResultThatEnoughArchivesHold() public {
        (JobId job, IJobMarket.Receipt memory r) = _largeJob(2);
        bytes memory signature = _sign(ENCLAVE, _receiptDigest(r));
        bytes[] memory held = new bytes[](2);
        (held[0], held[1]) = (_held(job, r, 0), _held(job, r, 2));
        address[] memory archives = new address[](2);
        (archives[0], archives[1]) = (vm.addr(_archiveKeys[0]), vm.addr(_archiveKeys[2]));
        vm.expectEmit(address(market));
        emit IJobMarket.ResultHeld(job, r.ciphertext, r.size, archives);
        market.sealByHash(job, r, signature, held);
        _open(job);
        _assertState(job, IJobMarket.State.Done);
    }

    function test_sealByHash_revertsWithoutEnoughArchives() public {
        (JobId job, IJobMarket.Receipt memory r) = _largeJob(2);
        bytes memory signature = _sign(ENCLAVE, _receiptDigest(r));
        bytes[] memory held = new bytes[](1);
        held[0] = _held(job, r, 1);
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobArchives.selector, job, 1, 2));
        market.sealByHash(job, r, signature, held);
        held = new bytes[](2);
        (held[0], held[1]) = (_held(job, r, 1), _held(job, r, 1)); // the same twice
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobArchives.selector, job, 1, 2));
        market.sealByHash(job, r, signature, held);
        (held[0], held[1]) = (_held(job, r, 2), _held(job, r, 1)); // not in order
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobArchives.selector, job, 1, 2));
        market.sealByHash(job, r, signature, held);
        held[0] = _sign(OPERATOR, market.hashHeld(job, r.ciphertext, r.size)); // no archive
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobArchives.selector, job, 0, 2));
        market.sealByHash(job, r, signature, held);
        held[0] = _sign(_archiveKeys[0], market.hashHeld(job, keccak256("another"), r.size));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobArchives.selector, job, 0, 2));
        market.sealByHash(job, r, signature, held);
        _assertState(job, IJobMarket.State.Charged);
    }

    function test_sealByHash_isForLargeResultsAndPoliciesWithArchives() public {
        (JobId job, IJobMarket.Receipt memory r) = _largeJob(0);
        bytes[] memory held = new bytes[](0);
        bytes memory signature = _sign(ENCLAVE, _receiptDigest(r));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobArchives.selector, job, 0, 0));
        market.sealByHash(job, r, signature, held);
        r.size = 65536;
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobCiphertextSize.selector, 65536, 65536));
        market.sealByHash(job, r, signature, held);
    }
}
