// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Conditions: who may receive results, and what they must not be used for
/// @dev A short list of combinations, named by a number, so that what someone asks for does not tell who they are.
/// Recipients, by bit: 0 university or research institute, 1 hospital or health service, 2 public body or statistics
/// office, 3 non-profit organisation, 4 company, 5 person. Prohibited uses, by bit: 0 law enforcement, 1 advertising,
/// 2 insurance, 3 employment, 4 immigration. The words are in the Go package `condition`.
library Conditions {
    uint8 internal constant OPEN = 0;
    uint8 internal constant PROTECTED = 1;
    uint8 internal constant NONPROFIT = 2;
    uint8 internal constant PUBLIC = 3;

    /// @dev Number of defined recipients.
    uint8 internal constant RECIPIENTS = 6;

    function isDefined(uint8 conditions) internal pure returns (bool) {
        return conditions <= PUBLIC;
    }

    /// @dev Bitmap of the recipients that the conditions allow; none for undefined conditions.
    function recipients(uint8 conditions) internal pure returns (uint8) {
        if (conditions <= PROTECTED) return 0x3f;
        if (conditions == NONPROFIT) return 0x0f;
        if (conditions == PUBLIC) return 0x07;
        return 0;
    }

    /// @dev Bitmap of the uses that the conditions prohibit.
    function prohibited(uint8 conditions) internal pure returns (uint8) {
        return conditions == OPEN ? 0 : 0x1f;
    }

    /// @dev Whether a researcher of that kind may receive results under the conditions.
    function allows(uint8 conditions, uint8 recipient) internal pure returns (bool) {
        return recipient < RECIPIENTS && recipients(conditions) >> recipient & 1 != 0;
    }

    /// @dev Whether whatever meets `inner` also meets `outer`: no further recipient, and each use that is prohibited
    /// there is prohibited here. Undefined conditions are within nothing, and nothing is within them.
    function within(uint8 inner, uint8 outer) internal pure returns (bool) {
        return isDefined(inner) && isDefined(outer) && recipients(inner) & ~recipients(outer) == 0
            && prohibited(outer) & ~prohibited(inner) == 0;
    }
}
