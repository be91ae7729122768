// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Actors} from "./support/Actors.sol";
import {vm} from "./support/Vm.sol";

/// @dev What holds whatever anyone does, in any order.
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
        bytes4[28] memory all = [
            Actors.post.selector,
            Actors.approve.selector,
            Actors.cancel.selector,
            Actors.claim.selector,
            Actors.disapprove.selector,
            Actors.returnClaim.selector,
            Actors.refuse.selector,
            Actors.abandon.selector,
            Actors.endNarrowed.selector,
            Actors.endNotInUse.selector,
            Actors.release.selector,
            Actors.rerun.selector,
            Actors.charge.selector,
            Actors.redraw.selector,
            Actors.seal.selector,
            Actors.open.selector,
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

    /// @dev One campaign for all of them: they share the sequences, and each is told apart in its message. What goes
    /// wrong with the sums stays wrong, so they are done now and then, and when a sequence is over.
    function invariant_budgetEscrowAndOrderHoldWhateverAnybodyDoes() public view {
        vm.assertEq(_actors.wrong(), "", "out of order");
        if (_actors.calls() % 10 == 0) _allSumsHold();
    }

    /// @dev Foundry calls this by name after the last call of a sequence.
    function afterInvariant() public view {
        _allSumsHold();
    }

    function _allSumsHold() private view {
        _theBudgetIsNeverOverspentAndNeverLost();
        _escrowIsAlwaysPaidOrReturned();
        _theFeedTellsWhatHappened();
    }

    function _theBudgetIsNeverOverspentAndNeverLost() private view {
        (uint64 limit, uint64 open, uint64 settled) = _actors.budgetActual();
        (uint64 expectedOpen, uint64 expectedSettled) = _actors.budgetExpected();
        vm.assertLe(open + settled, limit, "overspent");
        vm.assertEq(open, expectedOpen, "open");
        vm.assertEq(settled, expectedSettled, "settled");
    }

    function _theFeedTellsWhatHappened() private view {
        (uint64 count, bytes24 head, uint64 countOfAll, bytes24 headOfAll) = _actors.feedActual();
        (uint64 expected, bytes24 expectedHead) = _actors.feedExpected();
        vm.assertEq(count, expected, "count");
        vm.assertEq(head, expectedHead, "head");
        vm.assertEq(countOfAll, count, "there is one dataset");
        vm.assertEq(headOfAll, head, "there is one dataset");
    }

    function _escrowIsAlwaysPaidOrReturned() private view {
        (uint256 expected, uint256 held) = _actors.escrow();
        vm.assertEq(held, expected, "escrow");
        vm.assertEq(_actors.money(), _money, "all the money there is");
    }
}
