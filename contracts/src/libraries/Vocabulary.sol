// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Which bits of the vocabularies are defined
/// @dev A bit that no one has given a meaning is refused wherever it is stored: who agreed to it would agree to
/// whatever it comes to mean. The words are in the Go packages `kind`, `purpose` and `budget`.
library Vocabulary {
    /// @dev Kinds of jobs: 0 query, 1 fairness, 2 person-map, 3 blocks, 4 reviewed, 5 learning, 6 match, 7 score.
    uint16 internal constant KINDS = 0x00ff;

    /// @dev Purposes 0 to 9.
    uint32 internal constant PURPOSES = 0x03ff;

    /// @dev Largest epsilon class.
    uint8 internal constant MAX_EPSILON_CLASS = 6;

    function definesKinds(uint16 kinds) internal pure returns (bool) {
        return kinds & ~KINDS == 0;
    }

    function definesPurposes(uint32 purposes) internal pure returns (bool) {
        return purposes & ~PURPOSES == 0;
    }
}
