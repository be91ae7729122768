// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

import {IQuoteVerifier, IWorkerRegistry} from "../src/interfaces/IWorkerRegistry.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {vm} from "./support/Vm.sol";

contract QuoteVerifier is IQuoteVerifier {
    function verifyQuote(address, bytes32, bytes32, bytes32, uint8, bytes calldata quote) external pure returns (bool) {
        return keccak256(quote) == keccak256("genuine");
    }
}

contract WorkerRegistryTest is AssentTest {
    uint256 private constant SECOND = uint256(keccak256("second enclave"));

    function _signature(IWorkerRegistry.Registration memory r, address by, bytes memory quote, uint64 nonce)
        private
        view
        returns (bytes memory)
    {
        return _sign(SECOND, workers.hashRegistration(r, by, keccak256(quote), nonce));
    }

    function _renewal(uint64 expiry, bytes memory quote, uint64 nonce) private view returns (bytes memory) {
        return _sign(
            ENCLAVE, workers.hashRegistration(_workerRegistration(ENCLAVE, expiry), operator, keccak256(quote), nonce)
        );
    }

    function test_register_keepsWhatTheEnclaveSigned() public view {
        IWorkerRegistry.Worker memory w = workers.workerOf(enclave);
        vm.assertEq(w.operator, operator, "operator");
        vm.assertEq(w.rek, keccak256("rek"), "rek");
        vm.assertEq(w.measurement, MEASUREMENT, "measurement");
        vm.assertEq(w.trustRoot, TRUST_ROOT, "trustRoot");
        vm.assertEq(w.quote, keccak256(QUOTE), "quote");
        vm.assertEq(w.platform, 1, "platform");
        vm.assertTrue(workers.isValid(enclave), "valid");
    }

    function test_register_revertsWhenSomebodyElseSendsIt() public {
        IWorkerRegistry.Registration memory r = _workerRegistration(SECOND, NOW + 1 days);
        bytes memory signature = _signature(r, operator, QUOTE, 0);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerSignature.selector, r.enclave));
        workers.register(r, QUOTE, signature);
        vm.prank(operator);
        workers.register(r, QUOTE, signature);
    }

    function test_register_revertsWhenAnythingWasChanged() public {
        IWorkerRegistry.Registration[5] memory changed;
        for (uint256 i = 0; i < changed.length; ++i) {
            changed[i] = _workerRegistration(SECOND, NOW + 1 days);
        }
        bytes memory signature = _signature(changed[0], operator, QUOTE, 0);
        changed[0].rek = keccak256("mine");
        changed[1].measurement = keccak256("mine");
        changed[2].trustRoot = keccak256("mine");
        changed[3].platform = 2;
        changed[4].expiry += 1;
        for (uint256 i = 0; i < changed.length; ++i) {
            vm.prank(operator);
            vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerSignature.selector, vm.addr(SECOND)));
            workers.register(changed[i], QUOTE, signature);
        }
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerSignature.selector, vm.addr(SECOND)));
        workers.register(_workerRegistration(SECOND, NOW + 1 days), "another quote", signature);
    }

    function test_register_revertsTwice() public {
        IWorkerRegistry.Registration memory r = _workerRegistration(ENCLAVE, NOW + 1 days);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerExists.selector, enclave));
        workers.register(r, QUOTE, "");
    }

    function test_register_revertsWhenAFieldIsMissing() public {
        string[4] memory fields = ["rek", "measurement", "trustRoot", "platform"];
        IWorkerRegistry.Registration[4] memory bad;
        for (uint256 i = 0; i < 4; ++i) {
            bad[i] = _workerRegistration(SECOND, NOW + 1 days);
        }
        bad[0].rek = 0;
        bad[1].measurement = 0;
        bad[2].trustRoot = 0;
        bad[3].platform = 0;
        for (uint256 i = 0; i < 4; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerFieldInvalid.selector, fields[i]));
            workers.register(bad[i], QUOTE, "");
        }
    }

    function test_register_revertsOnTimeAndSize() public {
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerExpiryInvalid.selector, NOW));
        workers.register(_workerRegistration(SECOND, NOW), QUOTE, "");
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerQuoteSize.selector, 0));
        workers.register(_workerRegistration(SECOND, NOW + 1), "", "");
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerQuoteSize.selector, 32769));
        workers.register(_workerRegistration(SECOND, NOW + 1), new bytes(32769), "");
    }

    function test_registration_endsAfterItsLastSecond() public {
        uint64 expiry = workers.workerOf(enclave).expiry;
        vm.warp(expiry);
        vm.assertTrue(workers.isValid(enclave), "last second");
        vm.warp(expiry + 1);
        vm.assertFalse(workers.isValid(enclave), "after");
    }

    function test_renew_takesAFreshQuoteWithAFreshSignature() public {
        bytes memory signature = _renewal(NOW + 500 days, "fresh", 1);
        vm.prank(operator);
        workers.renew(enclave, NOW + 500 days, "fresh", signature);
        vm.assertEq(workers.workerOf(enclave).quote, keccak256("fresh"), "quote");
        vm.assertEq(workers.workerOf(enclave).expiry, NOW + 500 days, "expiry");
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerSignature.selector, enclave));
        workers.renew(enclave, NOW + 500 days, "fresh", signature); // a replay
    }

    function test_renew_revertsForAnybodyElseOrWhenRevokedOrUnknown() public {
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerNotOperator.selector, enclave, bob));
        workers.renew(enclave, NOW + 1, QUOTE, "");
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerUnknown.selector, bob));
        workers.renew(bob, NOW + 1, QUOTE, "");
        vm.prank(operator);
        workers.revoke(enclave);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerRevokedAlready.selector, enclave));
        workers.renew(enclave, NOW + 1, QUOTE, "");
    }

    function test_revoke_isForGoodByOperatorOrGovernor() public {
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerNotOperator.selector, enclave, bob));
        workers.revoke(enclave);
        vm.prank(governor);
        workers.revoke(enclave);
        vm.assertFalse(workers.isValid(enclave), "revoked");
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerRevokedAlready.selector, enclave));
        workers.revoke(enclave);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerExists.selector, enclave));
        workers.register(_workerRegistration(ENCLAVE, NOW + 1), QUOTE, "");
    }

    function test_quoteVerifier_hasTheLastWordWhenThereIsOne() public {
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, bob));
        workers.setQuoteVerifier(bob);
        QuoteVerifier verifier = new QuoteVerifier();
        vm.prank(governor);
        workers.setQuoteVerifier(address(verifier));
        vm.assertEq(workers.quoteVerifier(), address(verifier), "verifier");

        IWorkerRegistry.Registration memory r = _workerRegistration(SECOND, NOW + 1 days);
        bytes memory signature = _signature(r, operator, QUOTE, 0);
        vm.prank(operator);
        vm.expectRevert(abi.encodeWithSelector(IWorkerRegistry.WorkerQuoteRefused.selector, r.enclave));
        workers.register(r, QUOTE, signature);
        signature = _signature(r, operator, "genuine", 0);
        vm.prank(operator);
        workers.register(r, "genuine", signature);
    }

    function test_isValid_isFalseForAnybody() public view {
        vm.assertFalse(workers.isValid(bob), "unknown");
        vm.assertFalse(workers.isValid(address(0)), "nobody");
    }
}
