// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudgetLedger} from "../../src/interfaces/IBudgetLedger.sol";
import {IGate} from "../../src/interfaces/IGate.sol";
import {IJobMarket} from "../../src/interfaces/IJobMarket.sol";
import {DatasetId, JobId, StudyId} from "../../src/interfaces/Ids.sol";

/// @dev A gate that answers as it is told, and remembers what it was asked.
contract ToldGate is IGate {
    Answer private _answer;
    bool private _refuses;
    bool private _burns;
    bool private _returnsMuch;
    uint256 public asked;
    Moment public moment;
    JobId public job;
    DatasetId public dataset;
    address public caller;
    bytes public data;
    bytes32 public specHash;

    error Refused(string why);

    function tell(Answer calldata answer) external {
        _answer = answer;
    }

    function refuse(bool refuses) external {
        _refuses = refuses;
    }

    function burn(bool burns) external {
        _burns = burns;
    }

    function returnMuch(bool much) external {
        _returnsMuch = much;
    }

    /// @dev Withdraws an approval.
    function disapprove(IJobMarket market, JobId job_, uint64 upTo) external {
        market.disapprove(job_, upTo);
    }

    function ask(Question calldata q) external returns (Answer memory) {
        if (_burns) {
            while (true) {}
        }
        if (_returnsMuch) {
            assembly ("memory-safe") {
                return(0, 1000000)
            }
        }
        if (_refuses) revert Refused("not today");
        ++asked;
        (moment, job, dataset, caller, data) = (q.moment, q.job, q.dataset, q.caller, q.data);
        specHash = keccak256(abi.encode(q.spec));
        return _answer;
    }
}

/// @dev A gate that does something when it is its turn, and answers as it is told.
contract BusyGate is IGate {
    Answer private _answer;
    Moment private _moment;
    address private _to;
    bytes private _call;

    /// @dev What to call when it is asked at a moment.
    function tell(Moment moment, address to, bytes calldata call_) external {
        (_moment, _to, _call) = (moment, to, call_);
    }

    function answer(Answer calldata answer_) external {
        _answer = answer_;
    }

    function act(address to, bytes memory call_) public {
        (bool done,) = to.call(call_);
        require(done, "the gate could not do it");
    }

    function ask(Question calldata q) external returns (Answer memory) {
        if (_to != address(0) && q.moment == _moment) act(_to, _call);
        return _answer;
    }
}

/// @dev Reviewers vote on jobs: one is approved once enough have said yes, and stopped for good by one who says no. It
/// also collects what subjects contest.
contract VoteGate is IGate {
    IJobMarket private immutable _market;
    uint256 private immutable _needed;
    mapping(address => bool) public mayVote;
    mapping(JobId => mapping(address => bool)) private _voted;
    mapping(JobId => uint256) public yes;
    mapping(JobId => bool) public vetoed;

    error Vetoed(JobId job);
    error VotesMissing(JobId job, uint256 yes, uint256 needed);

    constructor(IJobMarket market, address[] memory voters, uint256 needed) {
        _market = market;
        _needed = needed;
        for (uint256 i = 0; i < voters.length; ++i) {
            mayVote[voters[i]] = true;
        }
    }

    function vote(JobId job, bool agrees) external {
        require(mayVote[msg.sender] && !_voted[job][msg.sender], "may not vote");
        _voted[job][msg.sender] = true;
        if (agrees) ++yes[job];
        else vetoed[job] = true;
    }

    /// @dev A subject contests: the feeds have it.
    function contest(DatasetId dataset, JobId job, bytes32 hash) external {
        _market.appendContest(dataset, job, hash);
    }

    function ask(Question calldata q) external view returns (Answer memory answer) {
        if (vetoed[q.job]) revert Vetoed(q.job);
        if (q.moment != Moment.Approve) return answer;
        if (yes[q.job] < _needed) revert VotesMissing(q.job, yes[q.job], _needed);
        answer.approve = true;
    }
}

/// @dev A study: its lead opens it with seats, each with a broker of its own, and the seats of a round share the
/// consent round and the budget of a dataset. A seat that fails because the quorum was not reached is excused.
contract StudyGate is IGate {
    struct Seat {
        address broker;
        bool open;
    }

    struct Study {
        address lead;
        uint32 rounds;
        uint16 quorum;
    }

    IJobMarket private immutable _market;
    mapping(StudyId => Study) private _studies;
    mapping(StudyId => mapping(uint16 => Seat)) private _seats;
    mapping(bytes32 => uint64) public consentRoundOf;
    mapping(bytes32 => uint256) public charged;

    error NotTheMarket(address caller);
    error NoSeat(StudyId study, uint16 seat, uint32 round);

    constructor(IJobMarket market) {
        _market = market;
    }

    function open(StudyId study, uint32 rounds, uint16 quorum, address[] calldata brokers) external {
        _studies[study] = Study(msg.sender, rounds, quorum);
        for (uint16 i = 0; i < brokers.length; ++i) {
            _seats[study][i] = Seat(brokers[i], true);
        }
    }

    function ask(Question calldata q) external returns (Answer memory answer) {
        if (msg.sender != address(_market)) revert NotTheMarket(msg.sender);
        if (StudyId.unwrap(q.spec.study) == 0) return answer; // no business of ours
        Seat memory seat = _seats[q.spec.study][q.spec.seat];
        bytes32 round = keccak256(abi.encode(q.spec.study, q.spec.round, q.dataset));
        if (q.moment == Moment.Post) {
            Study memory study = _studies[q.spec.study];
            if (!seat.open || q.spec.round >= study.rounds || q.spec.researcher != study.lead) {
                revert NoSeat(q.spec.study, q.spec.seat, q.spec.round);
            }
            answer.approve = true;
        } else if (q.moment == Moment.Claim) {
            if (consentRoundOf[round] == 0) consentRoundOf[round] = uint64(block.number);
            (answer.consentRound, answer.broker) = (consentRoundOf[round], seat.broker);
        } else if (q.moment == Moment.Rerun) {
            // All move together, and only before the first charge.
            require(charged[round] == 0, "charged already");
            consentRoundOf[round] = uint64(block.number);
            answer.consentRound = uint64(block.number);
        } else if (q.moment == Moment.Release) {
            answer.budgetKey = round;
        } else if (q.moment == Moment.Charge) {
            IJobMarket.Charge memory c = abi.decode(q.data, (IJobMarket.Charge));
            require(c.consentRound == consentRoundOf[round], "another consent round");
            ++charged[round];
        } else if (q.moment == Moment.Fail) {
            answer.excuse = charged[round] < _studies[q.spec.study].quorum;
        }
    }
}

/// @dev A second contract that spends budgets, such as a market to come.
contract Spender {
    IBudgetLedger private immutable _budget;

    constructor(IBudgetLedger budget) {
        _budget = budget;
    }

    function spend(DatasetId dataset, bytes32 key, bytes32 holder, address researcher, uint64 rho, uint64 delta)
        external
    {
        _budget.spend(dataset, key, holder, researcher, rho, delta);
    }

    function giveBack(DatasetId dataset, bytes32 key, bytes32 holder) external returns (bool) {
        return _budget.giveBack(dataset, key, holder);
    }

    function settle(DatasetId dataset, bytes32 key, bytes32 holder) external {
        _budget.settle(dataset, key, holder);
    }
}
