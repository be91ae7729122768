// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {vm} from "./Vm.sol";

/// @dev Short names for reading a JSON file.
library Json {
    function has(string memory json, string memory key) internal view returns (bool) {
        return vm.keyExistsJson(json, key);
    }

    function num(string memory json, string memory key) internal pure returns (uint256) {
        return vm.parseJsonUint(json, key);
    }

    function addr(string memory json, string memory key) internal pure returns (address) {
        return vm.parseJsonAddress(json, key);
    }

    function word(string memory json, string memory key) internal pure returns (bytes32) {
        return vm.parseJsonBytes32(json, key);
    }

    function data(string memory json, string memory key) internal pure returns (bytes memory) {
        return vm.parseJsonBytes(json, key);
    }

    function text(string memory json, string memory key) internal pure returns (string memory) {
        return vm.parseJsonString(json, key);
    }

    function flag(string memory json, string memory key) internal pure returns (bool) {
        return vm.parseJsonBool(json, key);
    }

    function index(string memory list, uint256 n) internal pure returns (string memory) {
        return string.concat(list, "[", vm.toString(n), "]");
    }

    /// @dev Whether a word is one of several, which a space separates.
    function among(string memory value, string memory list) internal pure returns (bool) {
        return vm.contains(string.concat(" ", list, " "), string.concat(" ", value, " "));
    }
}
