// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Conditions} from "./Conditions.sol";

/// @title What a pseudonym's key granted last: the first of the two words that a ledger keeps for it
/// @dev From the least significant bit: nonce u64 | policyVersion u32 | purposes u32 | notBefore u24 | expiry u24 |
/// kinds u16 | epsilonClass u8 | flags u8 | originBlock u40 | conditions u8. It is zero for a pseudonym without an
/// entry.
type ConsentEntry is uint256;

/// @title Whose pseudonym it is: the second word that a ledger keeps for it
/// @dev From the least significant bit: origin address u160 | rotations u8 | rotationDay u24 | zero u64. It is zero for
/// a pseudonym that no rotation led to, which is its own origin: most people never rotate, and have one word.
type ConsentOrigin is uint256;

using ConsentEntryLibrary for ConsentEntry global;
using ConsentOriginLibrary for ConsentOrigin global;

/// @title Packing, reading and judging consent entries
library ConsentEntryLibrary {
    uint256 internal constant EXACT = 1 << 200;
    uint256 internal constant ENROLLED = 1 << 201;
    uint256 internal constant ROTATED = 1 << 202;
    uint256 internal constant REVOKED = 1 << 203;
    uint256 internal constant LINKABLE = 1 << 204;

    /// @dev First 12 bytes of the slots of all entries; the pseudonym is the other 20.
    bytes32 private constant ENTRY_PREFIX =
        keccak256("assent.consent.entry.v2") & 0xffffffffffffffffffffffff0000000000000000000000000000000000000000;

    /// @dev The same for the successors of rotated pseudonyms.
    bytes32 private constant SUCCESSOR_PREFIX =
        keccak256("assent.consent.successor.v1") & 0xffffffffffffffffffffffff0000000000000000000000000000000000000000;

    /// @dev Slot of a pseudonym's entry: no hash over the pseudonym, so that entries are a contiguous range.
    function slotOf(address pseudonym) internal pure returns (bytes32) {
        return ENTRY_PREFIX | bytes32(uint256(uint160(pseudonym)));
    }

    /// @dev Slot of the pseudonym that replaced this one.
    function successorSlotOf(address pseudonym) internal pure returns (bytes32) {
        return SUCCESSOR_PREFIX | bytes32(uint256(uint160(pseudonym)));
    }

    uint256 private constant ORIGIN_BLOCK = uint256(type(uint40).max) << 208;

    /// @dev Packs what a grant states; {enrolledIn} and {withFlags} add the rest. Values have to fit.
    function pack(
        uint64 nonce_,
        uint32 policyVersion_,
        uint32 purposes_,
        uint16 kinds_,
        uint32 notBefore_,
        uint32 expiry_,
        uint8 epsilonClass_,
        uint8 conditions_
    ) internal pure returns (ConsentEntry) {
        return ConsentEntry.wrap(
            uint256(nonce_) | uint256(policyVersion_) << 64 | uint256(purposes_) << 96 | uint256(notBefore_) << 128
                | uint256(expiry_) << 152 | uint256(kinds_) << 176 | uint256(epsilonClass_) << 192
                | uint256(conditions_) << 248
        );
    }

    /// @dev The entry of a person who enrolled in a block.
    function enrolledIn(ConsentEntry entry, uint256 block_) internal pure returns (ConsentEntry) {
        return ConsentEntry.wrap(ConsentEntry.unwrap(entry) & ~ORIGIN_BLOCK | ENROLLED | uint256(uint40(block_)) << 208);
    }

    /// @dev The entry with more flags.
    function withFlags(ConsentEntry entry, uint256 flags) internal pure returns (ConsentEntry) {
        return ConsentEntry.wrap(ConsentEntry.unwrap(entry) | flags);
    }

    /// @dev The entry with its consent taken out: nonce, policy version, origin block and all flags but EXACT stay.
    function withoutConsent(ConsentEntry entry) internal pure returns (ConsentEntry) {
        uint256 keep = uint256(type(uint96).max) | ENROLLED | ROTATED | REVOKED | LINKABLE | ORIGIN_BLOCK;
        return ConsentEntry.wrap(ConsentEntry.unwrap(entry) & keep);
    }

    function nonce(ConsentEntry entry) internal pure returns (uint64) {
        return uint64(ConsentEntry.unwrap(entry));
    }

    function policyVersion(ConsentEntry entry) internal pure returns (uint32) {
        return uint32(ConsentEntry.unwrap(entry) >> 64);
    }

    function purposes(ConsentEntry entry) internal pure returns (uint32) {
        return uint32(ConsentEntry.unwrap(entry) >> 96);
    }

    function notBefore(ConsentEntry entry) internal pure returns (uint24) {
        return uint24(ConsentEntry.unwrap(entry) >> 128);
    }

    function expiry(ConsentEntry entry) internal pure returns (uint24) {
        return uint24(ConsentEntry.unwrap(entry) >> 152);
    }

    function kinds(ConsentEntry entry) internal pure returns (uint16) {
        return uint16(ConsentEntry.unwrap(entry) >> 176);
    }

    function epsilonClass(ConsentEntry entry) internal pure returns (uint8) {
        return uint8(ConsentEntry.unwrap(entry) >> 192);
    }

    /// @dev Block in which the person enrolled.
    function originBlock(ConsentEntry entry) internal pure returns (uint40) {
        return uint40(ConsentEntry.unwrap(entry) >> 208);
    }

    /// @dev What the person asks of the policy at least; see {Conditions}.
    function conditions(ConsentEntry entry) internal pure returns (uint8) {
        return uint8(ConsentEntry.unwrap(entry) >> 248);
    }

    function has(ConsentEntry entry, uint256 flag) internal pure returns (bool) {
        return ConsentEntry.unwrap(entry) & flag != 0;
    }

    /// @dev Whether the entry could count for any job: enrolled, neither rotated nor revoked, and not empty.
    function counts(ConsentEntry entry) internal pure returns (bool) {
        return ConsentEntry.unwrap(entry) & (ENROLLED | ROTATED | REVOKED) == ENROLLED && entry.purposes() != 0
            && entry.kinds() != 0;
    }

    /// @dev Whether something that `before` allows may no longer be allowed by `next` from `today` on. A first day
    /// that has come already takes nothing away, nor does another policy version: a grant is only taken for one that
    /// counts, and one that counts does so until a policy that asks more ends it for every older grant.
    function narrows(ConsentEntry next, ConsentEntry before, uint32 today) internal pure returns (bool) {
        if (!before.counts()) return false;
        if (!next.counts()) return true;
        return before.purposes() & ~next.purposes() != 0 || before.kinds() & ~next.kinds() != 0
            || (before.has(EXACT) && !next.has(EXACT)) || next.epsilonClass() < before.epsilonClass()
            || next.expiry() < before.expiry() || (next.notBefore() > before.notBefore() && next.notBefore() > today)
            || !Conditions.within(before.conditions(), next.conditions());
    }

    /// @dev Whether the entry is live for a purpose and a kind (bit numbers) on a day, when grants for the policy
    /// versions from `oldest` to `current` count. {Conditions} are compared apart, and the budget class is judged by
    /// the worker.
    function isLive(
        ConsentEntry entry,
        uint8 purpose,
        uint8 kind,
        bool exact,
        uint32 day,
        uint32 oldest,
        uint32 current
    ) internal pure returns (bool) {
        return entry.counts() && entry.policyVersion() >= oldest && entry.policyVersion() <= current && purpose < 32
            && entry.purposes() >> purpose & 1 == 1 && kind < 16 && entry.kinds() >> kind & 1 == 1
            && entry.notBefore() <= day && day < entry.expiry() && (!exact || entry.has(EXACT));
    }
}

/// @title Packing and reading consent origins
library ConsentOriginLibrary {
    /// @dev First 12 bytes of the slots of all origins; the pseudonym is the other 20.
    bytes32 private constant ORIGIN_PREFIX =
        keccak256("assent.consent.origin.v2") & 0xffffffffffffffffffffffff0000000000000000000000000000000000000000;

    /// @dev Slot of a pseudonym's origin; origins are a contiguous range of their own.
    function slotOf(address pseudonym) internal pure returns (bytes32) {
        return ORIGIN_PREFIX | bytes32(uint256(uint160(pseudonym)));
    }

    /// @dev The word of a successor: whose it is, after how many rotations, the last of them on `day`.
    function pack(address origin_, uint8 rotations_, uint32 day) internal pure returns (ConsentOrigin) {
        return ConsentOrigin.wrap(uint256(uint160(origin_)) | uint256(rotations_) << 160 | uint256(uint24(day)) << 168);
    }

    /// @dev The pseudonym under which the person who wears `pseudonym` enrolled.
    function originOf(ConsentOrigin word, address pseudonym) internal pure returns (address) {
        address first = address(uint160(ConsentOrigin.unwrap(word)));
        return first == address(0) ? pseudonym : first;
    }

    /// @dev How often the person rotated since the custodian's last acknowledgement.
    function rotations(ConsentOrigin word) internal pure returns (uint8) {
        return uint8(ConsentOrigin.unwrap(word) >> 160);
    }

    /// @dev Day of the person's last rotation, since the Unix epoch; zero when there was none.
    function rotationDay(ConsentOrigin word) internal pure returns (uint24) {
        return uint24(ConsentOrigin.unwrap(word) >> 168);
    }
}
