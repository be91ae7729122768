// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title A contract for tests of the gateway: storage, events, value and every way to fail.
contract Fixture {
    event Stored(address indexed who, uint256 indexed key, uint256 value);
    event Noted(bytes note);

    error TooBig(uint256 value, uint256 limit);

    uint256 public constant LIMIT = 1_000_000;

    uint256 public total;
    mapping(uint256 key => uint256 value) public values;

    constructor(uint256 first) payable {
        store(0, first);
    }

    receive() external payable {
        emit Noted("received");
    }

    /// @notice Stores a value and says so.
    function store(uint256 key, uint256 value) public payable returns (uint256) {
        if (value > LIMIT) revert TooBig(value, LIMIT);
        total = total - values[key] + value;
        values[key] = value;
        emit Stored(msg.sender, key, value);
        return total;
    }

    /// @notice Stores count values under consecutive keys.
    function storeMany(uint256 key, uint256 count, uint256 value) external {
        for (uint256 i = 0; i < count; ++i) {
            store(key + i, value);
        }
    }

    /// @notice Fails in the way that the number says.
    function fail(uint256 how) external view {
        if (how == 0) revert("told to fail");
        if (how == 1) revert TooBig(how, LIMIT);
        if (how == 2) assert(false);
        if (how == 3) revert();
        if (how == 4) {
            while (true) {
                if (gasleft() == 0) return;
            }
        }
    }

    /// @notice What the machine says of the transaction and the block.
    function environment()
        external
        view
        returns (uint256 number, uint256 timestamp, uint256 chain, uint256 baseFee, uint256 gasPrice, bytes32 parent)
    {
        return (block.number, block.timestamp, block.chainid, block.basefee, tx.gasprice, blockhash(block.number - 1));
    }
}
