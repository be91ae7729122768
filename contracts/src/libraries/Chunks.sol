// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SSTORE2} from "solady/src/utils/SSTORE2.sol";

/// @title Bytes kept as the code of contracts that do nothing
/// @dev A seventh of the price of storage slots. Each contract's code is a STOP and then the bytes.
library Chunks {
    /// @dev Most bytes of one chunk: code has at most 24,576 (EIP-170), and begins with STOP.
    uint256 internal constant SIZE = 24_575;

    /// @notice Keeps bytes in as many chunks as they need.
    function write(bytes calldata data) internal returns (address[] memory chunks) {
        chunks = new address[]((data.length + SIZE - 1) / SIZE);
        for (uint256 i = 0; i < chunks.length; ++i) {
            uint256 end = (i + 1) * SIZE;
            chunks[i] = SSTORE2.write(data[i * SIZE:end < data.length ? end : data.length]);
        }
    }

    /// @notice How many bytes the chunks keep.
    function total(address[] memory chunks) internal view returns (uint256 size) {
        for (uint256 i = 0; i < chunks.length; ++i) {
            size += chunks[i].code.length - 1;
        }
    }

    /// @notice Copies the chunks' bytes to an offset of a buffer, which has room for them, and returns where they end.
    function copy(address[] memory chunks, bytes memory buffer, uint256 offset) internal view returns (uint256 end) {
        end = offset;
        for (uint256 i = 0; i < chunks.length; ++i) {
            address chunk = chunks[i];
            uint256 size = chunk.code.length - 1;
            assembly ("memory-safe") {
                extcodecopy(chunk, add(add(buffer, 32), end), 1, size)
            }
            end += size;
        }
    }
}
