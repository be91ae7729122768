// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {PolicyRules} from "../src/libraries/PolicyRules.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {vm} from "./support/Vm.sol";

/// @dev What it means to replace one policy by another, field by field and both ways.
contract PolicyRulesTest is AssentTest {
    IDatasetRegistry.Change private constant AT_ONCE = IDatasetRegistry.Change.AtOnce;
    IDatasetRegistry.Change private constant WAITS = IDatasetRegistry.Change.Waits;
    IDatasetRegistry.Change private constant VOIDS = IDatasetRegistry.Change.Voids;

    /// @dev A policy in the middle: every field could go either way.
    function _middle() private view returns (IDatasetRegistry.Policy memory p) {
        p = _policy();
        p.promised.review = IDatasetRegistry.Review.Listed;
        p.promised.conditions = 1;
        p.promised.allowERC1271 = true;
        p.promised.allowOldVersions = true;
        p.promised.restrictions = _list(1, 3);
        p.means.programs = _list(1, 3);
        p.means.measurements = _list(1, 3);
        p.means.trustRoots = _list(1, 3);
        p.means.pins = keccak256("pins");
        p.means.archives = _accounts(1, 3);
        p.means.archivesNeeded = 2;
    }

    function _reviewed() private view returns (IDatasetRegistry.Policy memory p) {
        p = _middle();
        p.promised.review = IDatasetRegistry.Review.Reviewers;
        p.promised.reviewersNeeded = 2;
        p.means.programs = new bytes32[](0);
        p.means.reviewers = _accounts(1, 3);
    }

    function _list(uint256 from, uint256 to) private pure returns (bytes32[] memory list) {
        list = new bytes32[](to - from + 1);
        for (uint256 i = 0; i < list.length; ++i) {
            list[i] = bytes32(from + i);
        }
    }

    function _accounts(uint160 from, uint160 to) private pure returns (address[] memory list) {
        list = new address[](to - from + 1);
        for (uint160 i = 0; i < list.length; ++i) {
            list[i] = address(from + i);
        }
    }

    function _gates(bytes32 a) private pure returns (bytes32[] memory list) {
        list = new bytes32[](1);
        list[0] = a;
    }

    function _gates(bytes32 a, bytes32 b) private pure returns (bytes32[] memory list) {
        list = new bytes32[](2);
        (list[0], list[1]) = (a, b);
    }

    function _word(uint160 gate, uint256 moments, uint256 powers) private pure returns (bytes32) {
        return bytes32(uint256(gate) | moments << 160 | powers << 176);
    }

    function _assert(
        IDatasetRegistry.Policy memory a,
        IDatasetRegistry.Policy memory b,
        IDatasetRegistry.Change forth,
        IDatasetRegistry.Change back,
        string memory field
    ) private pure {
        vm.assertEq(uint256(PolicyRules.compare(a, b)), uint256(forth), string.concat(field, ", there"));
        vm.assertEq(uint256(PolicyRules.compare(b, a)), uint256(back), string.concat(field, ", and back"));
    }

    function test_compare_isAtOnceForTheSame() public view {
        _assert(_middle(), _middle(), AT_ONCE, AT_ONCE, "listed");
        _assert(_reviewed(), _reviewed(), AT_ONCE, AT_ONCE, "reviewers");
    }

    function test_compare_voidsWhenSubjectsAreToldSomethingElse() public view {
        IDatasetRegistry.Policy memory p = _middle();
        p.promised.controller = bob;
        _assert(_middle(), p, VOIDS, VOIDS, "controller");
        p = _middle();
        p.promised.schema = keccak256("another schema");
        _assert(_middle(), p, VOIDS, VOIDS, "schema");
        p = _middle();
        p.promised.datasheet = 0;
        _assert(_middle(), p, VOIDS, VOIDS, "datasheet");
        p = _middle();
        p.promised.text = keccak256("text");
        _assert(_middle(), p, VOIDS, VOIDS, "text");
    }

    function test_compare_voidsWhenMoreIsAskedInAnyField() public view {
        IDatasetRegistry.Policy memory p = _middle();
        p.promised.purposes |= 1 << 9;
        _assert(_middle(), p, VOIDS, AT_ONCE, "purposes");
        p = _middle();
        p.promised.kinds |= 128;
        _assert(_middle(), p, VOIDS, AT_ONCE, "kinds");
        p = _middle();
        p.promised.conditions = 0;
        _assert(_middle(), p, VOIDS, AT_ONCE, "conditions, any use");
        p.promised.conditions = 3;
        _assert(_middle(), p, AT_ONCE, VOIDS, "conditions, fewer recipients");
        p = _middle();
        p.promised.minCohort -= 1;
        _assert(_middle(), p, VOIDS, AT_ONCE, "minCohort");
        p = _middle();
        p.promised.minCell -= 1;
        _assert(_middle(), p, VOIDS, AT_ONCE, "minCell");
        p = _middle();
        p.promised.rhoLimit += 1;
        _assert(_middle(), p, VOIDS, AT_ONCE, "rhoLimit");
        p = _middle();
        p.promised.deltaLimit += 1;
        _assert(_middle(), p, VOIDS, AT_ONCE, "deltaLimit");
        p = _middle();
        p.promised.rhoPerResearcher += 1;
        _assert(_middle(), p, VOIDS, AT_ONCE, "rhoPerResearcher");
        p.promised.rhoPerResearcher = 0;
        _assert(_middle(), p, VOIDS, AT_ONCE, "rhoPerResearcher, none");
        p = _middle();
        p.promised.allowPrivate = false;
        _assert(_middle(), p, AT_ONCE, VOIDS, "allowPrivate");
        p = _middle();
        p.promised.allowExact = false;
        _assert(_middle(), p, AT_ONCE, VOIDS, "allowExact");
        p = _middle();
        p.promised.allowERC1271 = false;
        _assert(_middle(), p, AT_ONCE, VOIDS, "allowERC1271");
        p = _middle();
        p.promised.allowOldVersions = false;
        _assert(_middle(), p, AT_ONCE, VOIDS, "allowOldVersions");
        p = _middle();
        p.promised.maxConsentAge += 1;
        _assert(_middle(), p, VOIDS, AT_ONCE, "maxConsentAge");
    }

    function test_compare_followsSpendersRestrictionsAndTheReviewRule() public view {
        IDatasetRegistry.Policy memory p = _middle();
        p.promised.spenders = new address[](0);
        _assert(_middle(), p, AT_ONCE, VOIDS, "spenders, none");
        p.promised.spenders = _accounts(1, 1);
        _assert(_middle(), p, VOIDS, VOIDS, "spenders, another");
        p = _middle();
        p.promised.restrictions = _list(1, 4);
        _assert(_middle(), p, AT_ONCE, VOIDS, "restrictions, one more");
        p.promised.restrictions = _list(2, 4);
        _assert(_middle(), p, VOIDS, VOIDS, "restrictions, another");

        IDatasetRegistry.Policy memory none = _middle();
        none.promised.review = IDatasetRegistry.Review.None;
        none.means.programs = new bytes32[](0);
        _assert(none, _middle(), AT_ONCE, VOIDS, "from none to listed");
        _assert(none, _reviewed(), AT_ONCE, VOIDS, "from none to reviewers");
        _assert(_middle(), _reviewed(), VOIDS, VOIDS, "from listed to reviewers");
        p = _reviewed();
        p.promised.reviewersNeeded = 1;
        _assert(_reviewed(), p, VOIDS, AT_ONCE, "reviewersNeeded");
    }

    function test_compare_waitsWhenMeansAreAddedOrReplaced() public view {
        IDatasetRegistry.Policy memory p = _middle();
        p.means.broker = bob;
        _assert(_middle(), p, WAITS, WAITS, "broker");
        p = _middle();
        p.means.enroller = bob;
        _assert(_middle(), p, WAITS, WAITS, "enroller");
        p = _middle();
        p.means.measurements = _list(1, 4);
        _assert(_middle(), p, WAITS, AT_ONCE, "measurements, one more");
        p.means.measurements = _list(2, 4);
        _assert(_middle(), p, WAITS, WAITS, "measurements, one other");
        p.means.measurements = new bytes32[](0);
        _assert(_middle(), p, AT_ONCE, WAITS, "measurements, none");
        p = _middle();
        p.means.trustRoots = _list(1, 4);
        _assert(_middle(), p, WAITS, AT_ONCE, "trustRoots");
        p = _middle();
        p.means.programs = _list(3, 4);
        _assert(_middle(), p, WAITS, WAITS, "programs");
        p = _reviewed();
        p.means.reviewers[2] = address(4);
        _assert(_reviewed(), p, WAITS, WAITS, "reviewers");
        p = _middle();
        p.means.archives = _accounts(1, 4);
        _assert(_middle(), p, WAITS, AT_ONCE, "archives");
        p = _middle();
        p.means.archivesNeeded = 3;
        _assert(_middle(), p, AT_ONCE, WAITS, "archivesNeeded");
        p = _middle();
        p.means.pins = 0;
        _assert(_middle(), p, WAITS, AT_ONCE, "pins, none");
        p.means.pins = keccak256("other pins");
        _assert(_middle(), p, WAITS, WAITS, "pins, others");
    }

    function test_compare_followsWhatGatesMayDo() public view {
        IDatasetRegistry.Policy memory without = _middle();
        IDatasetRegistry.Policy memory refusing = _middle();
        refusing.means.gates = _gates(_word(1, 3, 1));
        _assert(without, refusing, AT_ONCE, VOIDS, "a gate that can only refuse");
        IDatasetRegistry.Policy memory approving = _middle();
        approving.means.gates = _gates(_word(1, 3, 2));
        _assert(without, approving, WAITS, AT_ONCE, "a gate that can approve, and was no promise");
        _assert(refusing, approving, VOIDS, AT_ONCE, "a refusal for an approval");
        IDatasetRegistry.Policy memory both = _middle();
        both.means.gates = _gates(_word(1, 3, 3));
        _assert(refusing, both, WAITS, AT_ONCE, "a power more");
        _assert(approving, both, AT_ONCE, VOIDS, "a promise more");
        IDatasetRegistry.Policy memory later = _middle();
        later.means.gates = _gates(_word(1, 2, 1));
        _assert(refusing, later, VOIDS, AT_ONCE, "a refusal at fewer moments");
        later.means.gates = _gates(_word(1, 2, 2));
        _assert(approving, later, AT_ONCE, WAITS, "an approval at fewer moments");
        IDatasetRegistry.Policy memory other = _middle();
        other.means.gates = _gates(_word(2, 3, 1));
        _assert(refusing, other, VOIDS, VOIDS, "another gate");
        other.means.gates = _gates(_word(1, 3, 1), _word(2, 3, 1));
        _assert(refusing, other, AT_ONCE, VOIDS, "one more gate");
    }

    function test_compare_leavesOutTheService() public view {
        IDatasetRegistry.Policy memory p = _middle();
        p.service = IDatasetRegistry.Service(0, 1, 30 days, 1, 255);
        _assert(_middle(), p, AT_ONCE, AT_ONCE, "service");
    }

    /// @dev Nothing that one policy refuses gets through a later one that is in effect at once.
    function testFuzz_compare_missesNothing(uint32[2] memory purposes, uint16[2] memory kinds, uint8[2] memory lists)
        public
        view
    {
        IDatasetRegistry.Policy memory a = _middle();
        IDatasetRegistry.Policy memory b = _middle();
        (a.promised.purposes, b.promised.purposes) = (purposes[0], purposes[1]);
        (a.promised.kinds, b.promised.kinds) = (kinds[0], kinds[1]);
        (a.means.measurements, b.means.measurements) = (_bits(lists[0]), _bits(lists[1]));
        bool more = purposes[1] & ~purposes[0] != 0 || kinds[1] & ~kinds[0] != 0;
        IDatasetRegistry.Change want = more ? VOIDS : lists[1] & ~lists[0] != 0 ? WAITS : AT_ONCE;
        vm.assertEq(uint256(PolicyRules.compare(a, b)), uint256(want), "change");
    }

    /// @dev If one change is at once and the next one too, so are both together: no detour avoids the wait.
    function testFuzz_compare_hasNoDetour(uint32[3] memory purposes, uint8[3] memory lists, uint8[3] memory gates)
        public
        view
    {
        IDatasetRegistry.Policy[3] memory p = [_middle(), _middle(), _middle()];
        for (uint256 i = 0; i < 3; ++i) {
            p[i].promised.purposes = purposes[i] & 3;
            p[i].promised.restrictions = _bits(lists[i] & 3);
            p[i].means.measurements = _bits(lists[i] >> 2 & 3);
            uint256 powers = gates[i] & 3;
            if (powers != 0) p[i].means.gates = _gates(_word(1, (gates[i] >> 2 & 3) | 4, powers));
        }
        uint256 first = uint256(PolicyRules.compare(p[0], p[1]));
        uint256 second = uint256(PolicyRules.compare(p[1], p[2]));
        uint256 whole = uint256(PolicyRules.compare(p[0], p[2]));
        vm.assertLe(whole, first > second ? first : second, "the whole is no more than its worst part");
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
