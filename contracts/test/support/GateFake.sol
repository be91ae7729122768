// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IGate} from "../../src/interfaces/IGate.sol";
import {JobId} from "../../src/interfaces/Ids.sol";

/// @dev A gate that answers what it is told to, and remembers the last question.
contract GateFake is IGate {
    error Refused();

    bool public refusing;
    Answer private _answer;

    uint256 public asked;
    Moment public moment;
    bytes32 public dataset;
    address public caller;
    bytes public data;

    function refuse(bool refusing_) external {
        refusing = refusing_;
    }

    function answer(Answer calldata answer_) external {
        _answer = answer_;
    }

    /// @inheritdoc IGate
    function ask(Question calldata question) external returns (Answer memory) {
        if (refusing) revert Refused();
        if (question.moment == Moment.Version && JobId.unwrap(question.job) != 0) revert Refused();
        ++asked;
        (moment, caller, data) = (question.moment, question.caller, question.data);
        dataset = abi.decode(abi.encode(question.dataset), (bytes32));
        return _answer;
    }
}
