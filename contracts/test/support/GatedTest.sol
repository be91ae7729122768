// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDatasetRegistry} from "../../src/interfaces/IDatasetRegistry.sol";
import {IGate} from "../../src/interfaces/IGate.sol";
import {IJobMarket} from "../../src/interfaces/IJobMarket.sol";
import {StudyId} from "../../src/interfaces/Ids.sol";
import {Gates} from "../../src/libraries/Gates.sol";
import {AssentTest} from "./AssentTest.sol";
import {ToldGate} from "./Gates.sol";
import {vm} from "./Vm.sol";

/// @dev A network whose policies name gates.
abstract contract GatedTest is AssentTest {
    uint16 internal constant ALL_MOMENTS = Gates.MOMENTS;

    StudyId internal constant STUDY = StudyId.wrap(keccak256("study"));
    uint256 internal constant SECOND = uint256(keccak256("second enclave"));

    ToldGate internal gate;

    function setUp() public virtual override {
        super.setUp();
        gate = new ToldGate();
    }

    // How a policy names gates.

    function _word(address contract_, uint16 moments, uint16 powers) internal pure returns (bytes32) {
        return bytes32(uint256(uint160(contract_)) | uint256(moments) << 160 | uint256(powers) << 176);
    }

    /// @dev Puts gates into the policy, with its delay, and more spenders.
    function _name(bytes32[] memory words, address spender) internal returns (uint32 version) {
        IDatasetRegistry.Policy memory p = _policy();
        p.means.gates = words;
        if (spender != address(0)) {
            p.promised.spenders = new address[](2);
            (p.promised.spenders[0], p.promised.spenders[1]) =
                spender < address(market) ? (spender, address(market)) : (address(market), spender);
        }
        vm.prank(custodian);
        uint64 from;
        (version, from) = registry.setPolicy(dataset, p);
        vm.warp(from);
        vm.roll(block.number + 1);
    }

    function _name(address contract_, uint16 moments, uint16 powers) internal returns (uint32) {
        bytes32[] memory words = new bytes32[](1);
        words[0] = _word(contract_, moments, powers);
        return _name(words, address(0));
    }

    function _newSpec(uint32 policyVersion) internal view returns (IJobMarket.JobSpec memory spec) {
        spec = _spec();
        spec.policyVersion = policyVersion;
    }

    function _at(IGate.Moment moment) internal pure returns (uint16) {
        return uint16(1 << uint8(moment));
    }
}
