// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {PolicyRules} from "../src/libraries/PolicyRules.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {vm} from "./support/Vm.sol";

/// @dev What is looser, field by field and both ways.
contract PolicyRulesTest is AssentTest {
    /// @dev A policy in the middle: every field could go either way.
    function _middle() private pure returns (IDatasetRegistry.Policy memory p) {
        p = _policy();
        p.review = 1;
        p.programs = _list(1, 3);
        p.measurements = _list(1, 3);
        p.trustRoots = _list(1, 3);
        p.allowERC1271 = true;
    }

    function _reviewed() private pure returns (IDatasetRegistry.Policy memory p) {
        p = _middle();
        p.review = 2;
        p.programs = new bytes32[](0);
        p.reviewers = new address[](3);
        (p.reviewers[0], p.reviewers[1], p.reviewers[2]) = (address(1), address(2), address(3));
        p.reviewersNeeded = 2;
    }

    function _list(uint256 from, uint256 to) private pure returns (bytes32[] memory list) {
        list = new bytes32[](to - from + 1);
        for (uint256 i = 0; i < list.length; ++i) {
            list[i] = bytes32(from + i);
        }
    }

    function _assertLooser(
        IDatasetRegistry.Policy memory a,
        IDatasetRegistry.Policy memory b,
        bool forth,
        bool back,
        string memory field
    ) private pure {
        vm.assertEq(PolicyRules.isLooser(a, b), forth, string.concat(field, ", there"));
        vm.assertEq(PolicyRules.isLooser(b, a), back, string.concat(field, ", and back"));
    }

    function test_isLooser_isFalseForTheSame() public pure {
        vm.assertFalse(PolicyRules.isLooser(_middle(), _middle()), "listed");
        vm.assertFalse(PolicyRules.isLooser(_reviewed(), _reviewed()), "reviewers");
    }

    function test_isLooser_followsEveryField() public pure {
        IDatasetRegistry.Policy memory p = _middle();
        p.purposes |= 1 << 31;
        _assertLooser(_middle(), p, true, false, "purposes");
        p = _middle();
        p.kinds |= 128;
        _assertLooser(_middle(), p, true, false, "kinds");
        p = _middle();
        p.minCohort -= 1;
        _assertLooser(_middle(), p, true, false, "minCohort");
        p = _middle();
        p.rhoLimit += 1;
        _assertLooser(_middle(), p, true, false, "rhoLimit");
        p = _middle();
        p.rhoPerResearcher += 1;
        _assertLooser(_middle(), p, true, false, "rhoPerResearcher");
        p.rhoPerResearcher = 0;
        _assertLooser(_middle(), p, true, false, "rhoPerResearcher, none");
        p = _middle();
        p.allowPrivate = false;
        _assertLooser(_middle(), p, false, true, "allowPrivate");
        p = _middle();
        p.allowExact = false;
        _assertLooser(_middle(), p, false, true, "allowExact");
        p = _middle();
        p.allowERC1271 = false;
        _assertLooser(_middle(), p, false, true, "allowERC1271");
        p = _middle();
        p.maxConsentAge += 1;
        _assertLooser(_middle(), p, true, false, "maxConsentAge");
    }

    function test_isLooser_followsTheLists() public pure {
        IDatasetRegistry.Policy memory p = _middle();
        p.measurements = _list(1, 4);
        _assertLooser(_middle(), p, true, false, "measurements, one more");
        p.measurements = _list(2, 4);
        _assertLooser(_middle(), p, true, true, "measurements, one other");
        p.measurements = new bytes32[](0);
        _assertLooser(_middle(), p, false, true, "measurements, none");
        p = _middle();
        p.trustRoots = _list(0, 3);
        _assertLooser(_middle(), p, true, false, "trustRoots");
        p = _middle();
        p.programs = _list(3, 4);
        _assertLooser(_middle(), p, true, true, "programs");
        p = _reviewed();
        p.reviewersNeeded = 1;
        _assertLooser(_reviewed(), p, true, false, "reviewersNeeded");
        p = _reviewed();
        p.reviewers[2] = address(4);
        _assertLooser(_reviewed(), p, true, true, "reviewers");
    }

    function test_isLooser_followsTheReview() public pure {
        IDatasetRegistry.Policy memory none = _middle();
        none.review = 0;
        none.programs = new bytes32[](0);
        _assertLooser(none, _middle(), false, true, "from none to listed");
        _assertLooser(none, _reviewed(), false, true, "from none to reviewers");
        _assertLooser(_middle(), _reviewed(), true, true, "from listed to reviewers");
    }

    function test_isLooser_leavesOutPriceTimeoutsAndReruns() public pure {
        IDatasetRegistry.Policy memory p = _middle();
        (p.price, p.claimTimeout, p.jobTimeout, p.maxReruns) = (0, 1, 30 days, 255);
        _assertLooser(_middle(), p, false, false, "terms of business");
    }

    /// @dev Nothing that one policy refuses gets through a later one that was not called looser.
    function testFuzz_isLooser_missesNothing(uint32[2] memory purposes, uint8[2] memory kinds, uint8[2] memory lists)
        public
        pure
    {
        IDatasetRegistry.Policy memory a = _middle();
        IDatasetRegistry.Policy memory b = _middle();
        (a.purposes, b.purposes) = (purposes[0], purposes[1]);
        (a.kinds, b.kinds) = (kinds[0], kinds[1]);
        (a.measurements, b.measurements) = (_bits(lists[0]), _bits(lists[1]));
        bool more = purposes[1] & ~purposes[0] != 0 || kinds[1] & ~kinds[0] != 0 || lists[1] & ~lists[0] != 0;
        vm.assertEq(PolicyRules.isLooser(a, b), more, "looser");
    }

    function _bits(uint8 set) private pure returns (bytes32[] memory list) {
        uint256 n;
        for (uint8 i = 0; i < 8; ++i) {
            n += set >> i & 1;
        }
        list = new bytes32[](n);
        n = 0;
        for (uint8 i = 0; i < 8; ++i) {
            if (set >> i & 1 == 1) list[n++] = bytes32(uint256(i) + 1);
        }
    }
}
