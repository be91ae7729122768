// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IJobMarket} from "../../src/interfaces/IJobMarket.sol";
import {JobId} from "../../src/interfaces/Ids.sol";

/// @dev An account that does as it is told when it is paid.
contract Recipient {
    enum Mood {
        Take,
        Refuse,
        BurnGas,
        ReturnMuch,
        ComeBack
    }

    Mood public mood;
    address private _target;
    bytes private _call;
    bool public cameBack;

    function set(Mood mood_) external {
        mood = mood_;
    }

    function comeBack(address target, bytes calldata call_) external {
        (mood, _target, _call) = (Mood.ComeBack, target, call_);
    }

    /// @dev Calls someone as this account.
    function act(address target, uint256 value, bytes calldata call_) external payable returns (bytes memory) {
        (bool done, bytes memory answer) = target.call{value: value}(call_);
        if (!done) {
            assembly ("memory-safe") {
                revert(add(answer, 32), mload(answer))
            }
        }
        return answer;
    }

    function withdraw(IJobMarket market, address payable to) external {
        market.withdraw(to);
    }

    receive() external payable {
        if (mood == Mood.Refuse) revert("no thanks");
        if (mood == Mood.BurnGas) {
            while (true) {}
        }
        if (mood == Mood.ReturnMuch) {
            assembly ("memory-safe") {
                return(0, 40000)
            }
        }
        if (mood == Mood.ComeBack) {
            (cameBack,) = _target.call(_call);
        }
    }
}

/// @dev A wallet that needs about 45,000 gas to take money.
contract HungryWallet {
    uint256 public count;
    mapping(uint256 => uint256) public log;

    receive() external payable {
        log[++count] = msg.value;
    }
}
