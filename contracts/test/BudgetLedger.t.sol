// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BudgetLedger} from "../src/BudgetLedger.sol";
import {IBudgetLedger} from "../src/interfaces/IBudgetLedger.sol";
import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {DatasetId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {Spender} from "./support/Gates.sol";
import {vm} from "./support/Vm.sol";

/// @dev The ledger by itself, moved by spenders of this test beside the market.
contract BudgetLedgerTest is AssentTest {
    Spender private one;
    Spender private two;

    function setUp() public override {
        super.setUp();
        (one, two) = (new Spender(budget), new Spender(budget));
        _nameSpenders(address(one), address(two));
    }

    /// @dev A policy under which these, and the market, spend; with its delay.
    function _nameSpenders(address a, address b) private {
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.rhoPerResearcher = 0;
        address[3] memory all = [address(market), a, b];
        p.promised.spenders = new address[](3);
        for (uint256 i = 0; i < 3; ++i) {
            for (uint256 k = i + 1; k < 3; ++k) {
                if (all[k] < all[i]) (all[i], all[k]) = (all[k], all[i]);
            }
            p.promised.spenders[i] = all[i];
        }
        vm.prank(custodian);
        (, uint64 from) = registry.setPolicy(dataset, p);
        vm.warp(from);
    }

    function _key(uint256 n) private pure returns (bytes32) {
        return bytes32(n);
    }

    function _spend(Spender by, uint256 n, uint64 rho) private {
        by.spend(dataset, _key(n), _key(n), researcher, rho, 0);
    }

    // One holder.

    function test_spend_settle_movesAnAmountOnce() public {
        vm.expectEmit(address(budget));
        emit IBudgetLedger.BudgetSpent(dataset, address(one), _key(1), researcher, 300, 7);
        one.spend(dataset, _key(1), _key(1), researcher, 300, 7);
        one.spend(dataset, _key(1), _key(1), researcher, 300, 7); // twice does nothing
        _assertBudget(300, 0);
        vm.assertEq(budget.usedBy(dataset, researcher), 300, "used");
        one.settle(dataset, _key(1), _key(1));
        one.settle(dataset, _key(1), _key(1));
        _assertBudget(0, 300);
        IBudgetLedger.Account memory a = budget.accountOf(dataset);
        vm.assertEq(a.deltaOpen, 0, "delta open");
        vm.assertEq(a.deltaSettled, 7, "delta settled");
        IBudgetLedger.Amount memory m = budget.amountOf(dataset, address(one), _key(1));
        vm.assertTrue(m.stage == IBudgetLedger.Stage.Settled, "stage");
        vm.assertEq(m.rho, 300, "rho");
        vm.assertEq(m.delta, 7, "delta");
    }

    function test_giveBack_leavesNothingButTheCount() public {
        one.spend(dataset, _key(1), _key(1), researcher, 300, 7);
        vm.assertTrue(one.giveBack(dataset, _key(1), _key(1)), "returned");
        _assertBudget(0, 0);
        vm.assertEq(budget.usedBy(dataset, researcher), 0, "used");
        IBudgetLedger.Amount memory m = budget.amountOf(dataset, address(one), _key(1));
        vm.assertEq(m.returns_, 1, "returns");
        vm.assertTrue(m.stage == IBudgetLedger.Stage.None && m.rho == 0 && m.delta == 0, "nothing is spent");
        one.spend(dataset, _key(1), _key(1), bob, 200, 0); // on other terms, even
        _assertBudget(200, 0);
    }

    function test_giveBack_isBounded() public {
        for (uint256 n = 0; n < 3; ++n) {
            _spend(one, 1, 300);
            one.giveBack(dataset, _key(1), _key(1));
        }
        _spend(one, 1, 300);
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetReturnsExhausted.selector, dataset, _key(1)));
        one.giveBack(dataset, _key(1), _key(1));
        one.settle(dataset, _key(1), _key(1));
        _assertBudget(0, 300);
    }

    function test_everything_revertsOutOfOrder() public {
        bytes memory notHolder =
            abi.encodeWithSelector(IBudgetLedger.BudgetNotHolder.selector, dataset, _key(1), _key(1));
        vm.expectRevert(notHolder);
        one.giveBack(dataset, _key(1), _key(1));
        vm.expectRevert(notHolder);
        one.settle(dataset, _key(1), _key(1));
        _spend(one, 1, 300);
        vm.expectRevert(notHolder);
        two.giveBack(dataset, _key(1), _key(1)); // keys are each spender's own
        vm.expectRevert(notHolder);
        two.settle(dataset, _key(1), _key(1));
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetTermsDiffer.selector, dataset, _key(1)));
        _spend(one, 1, 301);
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetTermsDiffer.selector, dataset, _key(1)));
        one.spend(dataset, _key(1), _key(1), bob, 300, 0);
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetTermsDiffer.selector, dataset, _key(1)));
        one.spend(dataset, _key(1), _key(1), researcher, 300, 1);
        one.settle(dataset, _key(1), _key(1));
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetIsSettled.selector, dataset, _key(1)));
        one.giveBack(dataset, _key(1), _key(1));
    }

    // Several holders.

    function test_spend_isSharedByTheHoldersOfAKey() public {
        one.spend(dataset, _key(9), _key(1), researcher, 300, 0);
        one.spend(dataset, _key(9), _key(2), researcher, 300, 0);
        _assertBudget(300, 0);
        vm.assertEq(budget.amountOf(dataset, address(one), _key(9)).holders, 2, "holders");
        vm.assertFalse(one.giveBack(dataset, _key(9), _key(1)), "the other has it still");
        _assertBudget(300, 0);
        vm.assertTrue(one.giveBack(dataset, _key(9), _key(2)), "the last");
        _assertBudget(0, 0);
    }

    function test_spend_isSharedByMoreHoldersThanAByteCounts() public {
        for (uint256 n = 1; n <= 300; ++n) {
            one.spend(dataset, _key(9), bytes32(n + 1000), researcher, 300, 0);
        }
        vm.assertEq(budget.amountOf(dataset, address(one), _key(9)).holders, 300, "holders");
        for (uint256 n = 1; n < 300; ++n) {
            vm.assertFalse(one.giveBack(dataset, _key(9), bytes32(n + 1000)), "others have it still");
        }
        vm.assertTrue(one.giveBack(dataset, _key(9), bytes32(uint256(1300))), "the last");
        _assertBudget(0, 0);
    }

    function test_settle_byOneHolderIsFinalForAll() public {
        one.spend(dataset, _key(9), _key(1), researcher, 300, 0);
        one.spend(dataset, _key(9), _key(2), researcher, 300, 0);
        one.settle(dataset, _key(9), _key(1));
        vm.assertFalse(one.giveBack(dataset, _key(9), _key(2)), "it does not come back");
        _assertBudget(0, 300);
        one.spend(dataset, _key(9), _key(3), researcher, 300, 0); // a later seat joins for nothing
        _assertBudget(0, 300);
        one.settle(dataset, _key(9), _key(3));
        _assertBudget(0, 300);
    }

    // Spenders.

    function test_spend_revertsForWhoeverThePromiseDoesNotName() public {
        Spender other = new Spender(budget);
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetNotSpender.selector, dataset, address(other)));
        _spend(other, 1, 1);
    }

    function test_anAccount_isOneForAllItsSpenders() public {
        _spend(one, 1, 600_000);
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetExceeded.selector, dataset, 400_001, 400_000));
        _spend(two, 1, 400_001);
        _spend(two, 1, 400_000);
        _assertBudget(1_000_000, 0);
    }

    function test_aFormerSpender_settlesAndGivesBackWhatItSpent() public {
        _spend(one, 1, 300);
        _spend(one, 2, 200);
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.rhoPerResearcher = 0;
        vm.prank(custodian);
        registry.setPolicy(dataset, p); // only the market is left
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetNotSpender.selector, dataset, address(one)));
        _spend(one, 3, 1);
        one.settle(dataset, _key(1), _key(1));
        one.giveBack(dataset, _key(2), _key(2));
        _assertBudget(0, 300);
    }

    // Limits.

    function test_spend_revertsAboveTheLimits() public {
        _spend(one, 1, 1_000_000);
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetExceeded.selector, dataset, 1, 0));
        _spend(one, 2, 1);
        one.settle(dataset, _key(1), _key(1));
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetExceeded.selector, dataset, 1, 0));
        _spend(one, 2, 1);
        _spend(one, 2, 0); // an exact release
        one.spend(dataset, _key(3), _key(3), researcher, 0, 1_000_000_000);
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetDeltaExceeded.selector, dataset, 1, 0));
        one.spend(dataset, _key(4), _key(4), researcher, 0, 1);
    }

    function test_spend_revertsAboveTheResearchersLimit() public {
        IDatasetRegistry.Policy memory p = _policy();
        p.promised.spenders = new address[](1);
        p.promised.spenders[0] = address(one);
        vm.prank(custodian);
        (, uint64 from) = registry.setPolicy(dataset, p);
        vm.warp(from);
        _spend(one, 1, 500_000);
        vm.expectRevert(
            abi.encodeWithSelector(IBudgetLedger.BudgetResearcherExceeded.selector, dataset, researcher, 1, 0)
        );
        _spend(one, 2, 1);
        one.spend(dataset, _key(2), _key(2), bob, 500_000, 0);
        one.giveBack(dataset, _key(1), _key(1));
        _spend(one, 1, 500_000);
    }

    function test_aLowerLimit_takesNothingBack() public {
        _spend(one, 1, 900_000);
        IDatasetRegistry.Policy memory p = registry.policyOf(dataset, 2);
        p.promised.rhoLimit = 100;
        vm.prank(custodian);
        registry.setPolicy(dataset, p);
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetExceeded.selector, dataset, 1, 0));
        _spend(one, 2, 1);
        one.settle(dataset, _key(1), _key(1));
        _assertBudget(0, 900_000);
        (uint64 rho, uint64 delta) = budget.limitsOf(dataset);
        vm.assertEq(rho, 100, "rho limit");
        vm.assertEq(delta, 1_000_000_000, "delta limit");
    }

    /// @dev Whatever a spender does, in any order, the account holds what its amounts hold, and no more than the limit.
    function testFuzz_theAccountIsTheSumOfItsAmounts(uint256 seed) public {
        for (uint256 i = 0; i < 60; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            Spender by = seed & 1 == 0 ? one : two;
            (bytes32 key, bytes32 holder) = (_key(1 + (seed >> 8) % 3), _key(1 + (seed >> 16) % 3));
            uint64 rho = uint64((seed >> 24) % 4) * 150_000;
            if ((seed >> 64) % 3 == 0) {
                try by.giveBack(dataset, key, holder) {} catch {}
            } else if ((seed >> 64) % 3 == 1) {
                try by.settle(dataset, key, holder) {} catch {}
            } else {
                try by.spend(dataset, key, holder, researcher, rho, rho / 1000) {} catch {}
            }
            _assertSums();
        }
    }

    function _assertSums() private view {
        uint256 open;
        uint256 settled;
        uint256 delta;
        for (uint256 n = 1; n <= 3; ++n) {
            for (uint256 s = 0; s < 2; ++s) {
                address by = s == 0 ? address(one) : address(two);
                IBudgetLedger.Amount memory m = budget.amountOf(dataset, by, _key(n));
                if (m.stage == IBudgetLedger.Stage.Open) open += m.rho;
                if (m.stage == IBudgetLedger.Stage.Settled) settled += m.rho;
                delta += m.delta;
                vm.assertLe(m.returns_, 3, "returns");
                uint256 holders;
                for (uint256 h = 1; h <= 3; ++h) {
                    if (budget.holds(dataset, by, _key(n), _key(h)) != IBudgetLedger.Stage.None) ++holders;
                }
                vm.assertEq(m.holders, holders, "holders");
                vm.assertTrue((m.stage == IBudgetLedger.Stage.None) == (holders == 0), "an amount without a holder");
            }
        }
        IBudgetLedger.Account memory a = budget.accountOf(dataset);
        vm.assertEq(a.rhoOpen, open, "open");
        vm.assertEq(a.rhoSettled, settled, "settled");
        vm.assertEq(uint256(a.deltaOpen) + a.deltaSettled, delta, "delta");
        vm.assertLe(open + settled, 1_000_000, "overspent");
        vm.assertEq(budget.usedBy(dataset, researcher), open + settled, "used");
    }
}
