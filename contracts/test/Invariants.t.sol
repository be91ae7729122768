// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Actors} from "./support/Actors.sol";
import {vm} from "./support/Vm.sol";

/// @dev What holds whatever anybody does, in any order.
contract Invariants {
    Actors private _actors;
    uint256 private _money;

    function setUp() public {
        _actors = new Actors();
        _money = _actors.money();
    }

    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    /// @dev Foundry asks for these by name.
    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_actors);
    }

    function targetSelectors() public view returns (FuzzSelector[] memory targets) {
        bytes4[21] memory all = [
            Actors.post.selector,
            Actors.approve.selector,
            Actors.cancel.selector,
            Actors.claim.selector,
            Actors.giveUp.selector,
            Actors.release.selector,
            Actors.rerun.selector,
            Actors.charge.selector,
            Actors.complete.selector,
            Actors.expire.selector,
            Actors.handOver.selector,
            Actors.withdraw.selector,
            Actors.changeMood.selector,
            Actors.grant.selector,
            Actors.changePolicy.selector,
            Actors.stopOrResume.selector,
            Actors.postCollateral.selector,
            Actors.setFloor.selector,
            Actors.judge.selector,
            Actors.pass.selector,
            Actors.advance.selector
        ];
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(_actors), new bytes4[](all.length));
        for (uint256 i = 0; i < all.length; ++i) {
            targets[0].selectors[i] = all[i];
        }
    }

    /// @dev One campaign for all of them: they share the sequences, and each is told apart in its message.
    function invariant_budgetEscrowAndOrderHoldWhateverAnybodyDoes() public view {
        _theBudgetIsNeverOverspentAndNeverLost();
        _escrowIsAlwaysPaidOrReturned();
        vm.assertEq(_actors.wrong(), "", "out of order");
    }

    function _theBudgetIsNeverOverspentAndNeverLost() private view {
        (uint64 limit, uint64 reserved, uint64 spent) = _actors.budgetActual();
        (uint64 expectedReserved, uint64 expectedSpent) = _actors.budgetExpected();
        vm.assertLe(reserved + spent, limit, "overspent");
        vm.assertEq(reserved, expectedReserved, "reserved");
        vm.assertEq(spent, expectedSpent, "spent");
    }

    function _escrowIsAlwaysPaidOrReturned() private view {
        (uint256 expected, uint256 held) = _actors.escrow();
        vm.assertEq(held, expected, "escrow");
        vm.assertEq(_actors.money(), _money, "all the money there is");
    }
}
