// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Persons} from "./support/Persons.sol";
import {vm} from "./support/Vm.sol";

/// @dev One person counts once, and one who is revoked never again, whatever anyone does, in any order.
contract PersonsInvariants {
    Persons private _persons;

    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    function setUp() public {
        _persons = new Persons();
    }

    /// @dev Foundry asks for these by name.
    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_persons);
    }

    function targetSelectors() public view returns (FuzzSelector[] memory targets) {
        bytes4[6] memory all = [
            Persons.enrol.selector,
            Persons.grantOrRevoke.selector,
            Persons.rotate.selector,
            Persons.sanction.selector,
            Persons.acknowledge.selector,
            Persons.pass.selector
        ];
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(_persons), new bytes4[](all.length));
        for (uint256 i = 0; i < all.length; ++i) {
            targets[0].selectors[i] = all[i];
        }
    }

    function invariant_aPersonCountsOnceAndNeverAfterASanction() public view {
        vm.assertEq(_persons.look(), "", "persons");
    }
}
