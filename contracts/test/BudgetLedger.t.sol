// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BudgetLedger} from "../src/BudgetLedger.sol";
import {IBudgetLedger} from "../src/interfaces/IBudgetLedger.sol";
import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {JobId} from "../src/interfaces/Ids.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {vm} from "./support/Vm.sol";

/// @dev The ledger by itself, moved by this test in the market's place.
contract BudgetLedgerTest is AssentTest {
    BudgetLedger private own;

    function setUp() public override {
        super.setUp();
        own = new BudgetLedger(address(registry), address(this));
    }

    function _job(uint256 n) private pure returns (JobId) {
        return JobId.wrap(bytes32(n));
    }

    function _assertBudget(uint64 reserved, uint64 spent) private view {
        (, uint64 r, uint64 s) = own.budgetOf(dataset);
        vm.assertEq(r, reserved, "reserved");
        vm.assertEq(s, spent, "spent");
    }

    function test_reserve_spend_movesRhoOnce() public {
        own.reserve(_job(1), dataset, researcher, 300);
        _assertBudget(300, 0);
        own.spend(_job(1));
        _assertBudget(0, 300);
        vm.assertEq(own.usedBy(dataset, researcher), 300, "used");
        (IBudgetLedger.Reservation state, uint64 rho) = own.reservationOf(_job(1));
        vm.assertTrue(state == IBudgetLedger.Reservation.Spent && rho == 300, "record");
    }

    function test_reserve_giveBack_leavesNothing() public {
        own.reserve(_job(1), dataset, researcher, 300);
        own.giveBack(_job(1));
        _assertBudget(0, 0);
        vm.assertEq(own.usedBy(dataset, researcher), 0, "used");
        own.reserve(_job(1), dataset, researcher, 300); // and again
        _assertBudget(300, 0);
    }

    function test_everything_revertsOutOfOrder() public {
        bytes4 wrong = IBudgetLedger.BudgetWrongState.selector;
        vm.expectRevert(abi.encodeWithSelector(wrong, _job(1), IBudgetLedger.Reservation.None));
        own.spend(_job(1));
        vm.expectRevert(abi.encodeWithSelector(wrong, _job(1), IBudgetLedger.Reservation.None));
        own.giveBack(_job(1));
        own.reserve(_job(1), dataset, researcher, 1);
        vm.expectRevert(abi.encodeWithSelector(wrong, _job(1), IBudgetLedger.Reservation.Reserved));
        own.reserve(_job(1), dataset, researcher, 1);
        own.spend(_job(1));
        bytes memory spent = abi.encodeWithSelector(wrong, _job(1), IBudgetLedger.Reservation.Spent);
        vm.expectRevert(spent);
        own.spend(_job(1));
        vm.expectRevert(spent);
        own.giveBack(_job(1));
        vm.expectRevert(spent);
        own.reserve(_job(1), dataset, researcher, 1);
    }

    function test_reserve_revertsAboveTheLimit() public {
        own.reserve(_job(1), dataset, researcher, 400_000);
        own.spend(_job(1));
        own.reserve(_job(2), dataset, bob, 500_000);
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetExceeded.selector, dataset, 100_001, 100_000));
        own.reserve(_job(3), dataset, alice, 100_001);
        own.reserve(_job(3), dataset, alice, 100_000); // to the last millionth
    }

    function test_reserve_revertsAboveTheResearchersLimit() public {
        own.reserve(_job(1), dataset, researcher, 400_000);
        vm.expectRevert(
            abi.encodeWithSelector(
                IBudgetLedger.BudgetResearcherExceeded.selector, dataset, researcher, 100_001, 100_000
            )
        );
        own.reserve(_job(2), dataset, researcher, 100_001);
        own.reserve(_job(2), dataset, researcher, 100_000);
    }

    function test_reserve_knowsALimitThatWasLoweredBelowWhatIsUsed() public {
        own.reserve(_job(1), dataset, researcher, 400_000);
        IDatasetRegistry.Policy memory stricter = _policy();
        stricter.promised.rhoLimit = 100_000;
        stricter.promised.rhoPerResearcher = 100_000;
        vm.prank(custodian);
        registry.setPolicy(dataset, stricter);
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetExceeded.selector, dataset, 1, 0));
        own.reserve(_job(2), dataset, bob, 1);
        own.spend(_job(1)); // what was reserved is spent all the same
        _assertBudget(0, 400_000);
    }

    function test_reserve_doesNotOverflow() public {
        IDatasetRegistry.Policy memory p = _policy();
        (p.promised.rhoLimit, p.promised.rhoPerResearcher) = (type(uint64).max, 0);
        vm.prank(custodian);
        registry.setPolicy(dataset, p);
        vm.warp(block.timestamp + DELAY);
        own.reserve(_job(1), dataset, researcher, type(uint64).max);
        vm.expectRevert(abi.encodeWithSelector(IBudgetLedger.BudgetExceeded.selector, dataset, type(uint64).max, 0));
        own.reserve(_job(2), dataset, researcher, type(uint64).max);
        own.spend(_job(1));
        _assertBudget(0, type(uint64).max);
    }

    function test_everything_revertsForAnybodyButTheMarket() public {
        bytes memory reason = abi.encodeWithSelector(IBudgetLedger.BudgetNotMarket.selector, bob);
        vm.startPrank(bob);
        vm.expectRevert(reason);
        own.reserve(_job(1), dataset, researcher, 1);
        vm.expectRevert(reason);
        own.spend(_job(1));
        vm.expectRevert(reason);
        own.giveBack(_job(1));
    }

    /// @dev Any sequence of moves: what is reserved and spent is the sum over the jobs, and within the limit.
    function testFuzz_budget_isTheSumOverTheJobs(uint256[24] calldata moves) public {
        for (uint256 i = 0; i < moves.length; ++i) {
            JobId job = _job(moves[i] % 5);
            uint256 kind = moves[i] >> 8 & 3;
            uint64 rho = uint64(moves[i] >> 16) % 400_000;
            if (kind < 2) {
                try own.reserve(job, dataset, vm.addr(1 + moves[i] % 2), rho) {} catch {}
            } else if (kind == 2) {
                try own.spend(job) {} catch {}
            } else {
                try own.giveBack(job) {} catch {}
            }
            uint64 reserved;
            uint64 spent;
            for (uint256 n = 0; n < 5; ++n) {
                (IBudgetLedger.Reservation state, uint64 r) = own.reservationOf(_job(n));
                if (state == IBudgetLedger.Reservation.Reserved) reserved += r;
                if (state == IBudgetLedger.Reservation.Spent) spent += r;
            }
            _assertBudget(reserved, spent);
            vm.assertLe(reserved + spent, 1_000_000, "within the limit");
            vm.assertEq(
                own.usedBy(dataset, vm.addr(1)) + own.usedBy(dataset, vm.addr(2)), reserved + spent, "by researcher"
            );
        }
    }
}
