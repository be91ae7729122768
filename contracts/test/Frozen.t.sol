// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BudgetLedger} from "../src/BudgetLedger.sol";
import {CollateralRegistry} from "../src/CollateralRegistry.sol";
import {ConsentLedgerFactory} from "../src/ConsentLedgerFactory.sol";
import {DatasetRegistry} from "../src/DatasetRegistry.sol";
import {JobEnds} from "../src/JobEnds.sol";
import {JobMarket} from "../src/JobMarket.sol";
import {JobSteps} from "../src/JobSteps.sol";
import {WorkerRegistry} from "../src/WorkerRegistry.sol";
import {GatesTest} from "./Gates.t.sol";
import {vm} from "./support/Vm.sol";

/// @dev Votes, contests, studies of two seats and other spenders beside the byte code that networks deploy, as the
/// bindings have it: nothing is compiled anew for them. All that {GatesTest} tries is tried here once more.
contract FrozenTest is GatesTest {
    /// @dev Bindings that are older than the sources are made anew by `make generate`.
    function test_theByteCode_isThatOfTheSources() public view {
        _assertCode("ConsentLedgerFactory", type(ConsentLedgerFactory).creationCode);
        _assertCode("DatasetRegistry", type(DatasetRegistry).creationCode);
        _assertCode("CollateralRegistry", type(CollateralRegistry).creationCode);
        _assertCode("WorkerRegistry", type(WorkerRegistry).creationCode);
        _assertCode("BudgetLedger", type(BudgetLedger).creationCode);
        _assertCode("JobSteps", type(JobSteps).creationCode);
        _assertCode("JobEnds", type(JobEnds).creationCode);
    }

    function _assertCode(string memory name, bytes memory code) private view {
        vm.assertEq(keccak256(vm.parseBytes(this.codeOf(name))), keccak256(code), name);
    }

    function _deploy() internal override {
        ledgers = ConsentLedgerFactory(_create("ConsentLedgerFactory", ""));
        registry = DatasetRegistry(_create("DatasetRegistry", abi.encode(ledgers, DELAY)));
        collaterals = CollateralRegistry(_create("CollateralRegistry", ""));
        workers = WorkerRegistry(_create("WorkerRegistry", abi.encode(governor, RUNTIME, address(collaterals))));
        budget = BudgetLedger(_create("BudgetLedger", abi.encode(registry)));
        string memory code = _linked(_linked(this.codeOf("JobMarket"), "JobSteps"), "JobEnds");
        market = JobMarket(_created(code, abi.encode(registry, workers, budget, BOND, 10 minutes)));
    }

    /// @dev The creation code of a contract, in hexadecimal digits. A call of its own, since the bindings fill the
    /// memory.
    function codeOf(string calldata name) external view returns (string memory) {
        return _between(name, 'Bin: "0x');
    }

    /// @dev What stands in code for the address of a library.
    function placeOf(string calldata name) external view returns (string memory) {
        return string.concat("__$", _between(name, 'ID:  "'), "$__");
    }

    /// @dev What the bindings say of a contract, from some words on to the next quotation mark.
    function _between(string memory name, string memory from) private view returns (string memory) {
        string memory bindings = vm.readFile("bindings/bindings.go");
        string memory metadata = vm.split(bindings, string.concat("var ", name, "MetaData = bind.MetaData{"))[1];
        return vm.split(vm.split(metadata, from)[1], '"')[0];
    }

    /// @dev Code with the address of a library in it, which is deployed for it.
    function _linked(string memory code, string memory name) private returns (string memory) {
        string memory digits = vm.replace(vm.toString(_create(name, "")), "0x", "");
        return vm.replace(code, this.placeOf(name), digits);
    }

    function _create(string memory name, bytes memory arguments) private returns (address) {
        return _created(this.codeOf(name), arguments);
    }

    function _created(string memory code, bytes memory arguments) private returns (address created) {
        bytes memory creation = bytes.concat(vm.parseBytes(code), arguments);
        assembly ("memory-safe") {
            created := create(0, add(creation, 32), mload(creation))
        }
        vm.assertTrue(created != address(0), "deployed");
    }
}
