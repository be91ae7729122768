// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IGate} from "../interfaces/IGate.sol";

/// @title The words by which a policy names its gates
/// @dev A word is the gate's address (160 bits), the moments at which it is asked (16 bits, see {IGate-Moment}) and the
/// powers that it has (16 bits): word = address | moments << 160 | powers << 176.
library Gates {
    /// @dev Subjects were promised that this gate can say no. A gate without it stops a call all the same when it
    /// reverts; it can be taken away without asking anyone.
    uint16 internal constant REFUSE = 1 << 0;
    /// @dev It may have a job posted as approved.
    uint16 internal constant APPROVE = 1 << 1;
    /// @dev It may fix the consent round of a study's jobs.
    uint16 internal constant CONSENT_ROUND = 1 << 2;
    /// @dev It may name the broker of a study's seat.
    uint16 internal constant BROKER = 1 << 3;
    /// @dev It may excuse an operator.
    uint16 internal constant EXCUSE = 1 << 4;
    /// @dev It may have the jobs of a study's round share one amount of budget.
    uint16 internal constant BUDGET_KEY = 1 << 5;
    /// @dev It may append contests to the feeds.
    uint16 internal constant FEED = 1 << 6;

    uint16 internal constant POWERS = 0x007f;
    /// @dev Powers over seats of studies; they count for nothing in a job by itself.
    uint16 internal constant OF_STUDIES = CONSENT_ROUND | BROKER | BUDGET_KEY;
    uint16 internal constant MOMENTS = 0x01ff;

    /// @dev Most gates of a policy.
    uint256 internal constant MAX_GATES = 4;

    function gate(bytes32 word) internal pure returns (IGate) {
        return IGate(address(uint160(uint256(word))));
    }

    function moments(bytes32 word) internal pure returns (uint16) {
        return uint16(uint256(word) >> 160);
    }

    function powers(bytes32 word) internal pure returns (uint16) {
        return uint16(uint256(word) >> 176);
    }

    function isAskedAt(bytes32 word, IGate.Moment moment) internal pure returns (bool) {
        return moments(word) >> uint8(moment) & 1 != 0;
    }

    function has(bytes32 word, uint16 power) internal pure returns (bool) {
        return powers(word) & power != 0;
    }

    /// @dev Whether a list of words is one that a policy can have: few, ascending, each gate once, with moments and
    /// powers that are defined, and nothing else in the word.
    function areValid(bytes32[] memory words) internal pure returns (bool) {
        if (words.length > MAX_GATES) return false;
        for (uint256 i = 0; i < words.length; ++i) {
            bytes32 word = words[i];
            if (i > 0 && word <= words[i - 1]) return false;
            if (uint256(word) >> 192 != 0 || address(gate(word)) == address(0)) return false;
            if (moments(word) == 0 || moments(word) & ~MOMENTS != 0) return false;
            if (powers(word) == 0 || powers(word) & ~POWERS != 0) return false;
            for (uint256 j = 0; j < i; ++j) {
                if (uint160(uint256(words[j])) == uint160(uint256(word))) return false;
            }
        }
        return true;
    }

    /// @dev Whether every refusal that `previous` promises is still possible under `next`.
    function keepRefusals(bytes32[] memory previous, bytes32[] memory next) internal pure returns (bool) {
        for (uint256 i = 0; i < previous.length; ++i) {
            if (!has(previous[i], REFUSE)) continue;
            bytes32 now_ = _find(next, previous[i]);
            if (!has(now_, REFUSE) || moments(previous[i]) & ~moments(now_) != 0) return false;
        }
        return true;
    }

    /// @dev Whether `next` gives any gate more to say than refusals.
    function addPowers(bytes32[] memory previous, bytes32[] memory next) internal pure returns (bool) {
        for (uint256 i = 0; i < next.length; ++i) {
            uint16 given = powers(next[i]) & ~REFUSE;
            if (given == 0) continue;
            bytes32 before = _find(previous, next[i]);
            if (given & ~powers(before) != 0 || moments(next[i]) & ~moments(before) != 0) return true;
        }
        return false;
    }

    /// @dev The word that a list has for the gate of another word; zero when it has none.
    function _find(bytes32[] memory words, bytes32 wanted) private pure returns (bytes32) {
        for (uint256 i = 0; i < words.length; ++i) {
            if (uint160(uint256(words[i])) == uint160(uint256(wanted))) return words[i];
        }
        return 0;
    }
}
