// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {StorageSlot} from "@openzeppelin/contracts/utils/StorageSlot.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {LibBytes} from "solady/src/utils/LibBytes.sol";

import {DatasetId} from "./interfaces/Ids.sol";
import {IConsentLedger} from "./interfaces/IConsentLedger.sol";
import {IDatasetRegistry} from "./interfaces/IDatasetRegistry.sol";
import {Conditions} from "./libraries/Conditions.sol";
import {ConsentEntry, ConsentEntryLibrary, ConsentOrigin, ConsentOriginLibrary} from "./libraries/ConsentEntry.sol";
import {TypedHashes} from "./libraries/TypedHashes.sol";
import {Vocabulary} from "./libraries/Vocabulary.sol";

/// @title The consent of one dataset's subjects
/// @dev Promises and formats are in {IConsentLedger}.
contract ConsentLedger is IConsentLedger, EIP712 {
    using StorageSlot for bytes32;
    using TypedHashes for *;

    uint256 private constant DAY = 1 days;
    uint256 private constant ITEM_BYTES = 154;
    uint256 private constant CHANGE_BYTES = 52;
    uint256 private constant PREIMAGE_BYTES = 14 * 32;
    uint8 private constant MAX_ROTATIONS = 8;

    IDatasetRegistry private immutable _registry;
    DatasetId private immutable _dataset;

    /// @dev Block number of the last narrowing that is on record, and the last day (UTC) that was looked at for grants
    /// that end. Days after it that have come are not on record yet.
    uint64 private _lastNarrowed;
    uint32 private _lookedAt;

    /// @dev A bit for each day on which a grant stops to count: bit day % 256 of word day / 256. Bits are never taken
    /// back, as others may end on the same day.
    mapping(uint256 => uint256) private _ends;

    /// @dev A grant as it is hashed: in memory its members are one word each, the type hash before them. One such
    /// struct serves a whole batch.
    struct Preimage {
        bytes32 typeHash;
        bytes32 dataset;
        address pseudonym;
        uint32 policyVersion;
        uint32 purposes;
        uint16 kinds;
        bool exact;
        uint8 conditions;
        uint32 notBefore;
        uint32 expiry;
        uint8 epsilonClass;
        bytes32 circumstances;
        uint64 nonce;
        uint64 submitBefore;
    }

    /// @dev What does not change within a call, and the last day that was marked in it.
    struct Context {
        bytes32 domain;
        uint32 today;
        uint32 marked;
        IDatasetRegistry.ConsentTerms terms;
    }

    constructor(address registry_, DatasetId dataset_) EIP712("Assent", "1") {
        _registry = IDatasetRegistry(registry_);
        _dataset = dataset_;
        _lookedAt = uint32(block.timestamp / DAY);
    }

    /// @inheritdoc IConsentLedger
    function grant(Grant calldata grant_, bytes calldata signature) external {
        _grantOne(grant_, signature, _context(), false);
    }

    /// @inheritdoc IConsentLedger
    function enrol(
        Grant calldata grant_,
        bytes calldata signature,
        Ticket calldata ticket,
        bytes calldata ticketSignature
    ) external {
        Context memory context = _context();
        // The first relayer enrols; the ticket of the second is not needed any more.
        bool enrolling = !_entry(grant_.pseudonym).has(ConsentEntryLibrary.ENROLLED);
        if (enrolling) {
            if (ticket.dataset != DatasetId.unwrap(_dataset)) {
                revert ConsentWrongDataset(ticket.dataset, DatasetId.unwrap(_dataset));
            }
            if (block.timestamp > ticket.expiry) revert ConsentTicketExpired(ticket.pseudonym, ticket.expiry);
            bytes32 digest = MessageHashUtils.toTypedDataHash(context.domain, ticket.hash());
            if (
                ticket.pseudonym != grant_.pseudonym
                    || !SignatureChecker.isValidSignatureNow(context.terms.enroller, digest, ticketSignature)
            ) {
                revert ConsentTicketSignature(grant_.pseudonym);
            }
        }
        _grantOne(grant_, signature, context, enrolling);
    }

    /// @inheritdoc IConsentLedger
    function grantBatch(bytes calldata items) external returns (uint256 applied) {
        return _grantMany(items, _context(), false);
    }

    /// @inheritdoc IConsentLedger
    function enrolBatch(bytes calldata items) external returns (uint256 applied) {
        Context memory context = _context();
        if (msg.sender != context.terms.enroller) revert ConsentNotEnroller(msg.sender);
        return _grantMany(items, context, true);
    }

    /// @inheritdoc IConsentLedger
    function rotate(Rotation calldata rotation, bytes calldata fromSignature, bytes calldata toSignature) external {
        Context memory context = _context();
        if (rotation.dataset != DatasetId.unwrap(_dataset)) {
            revert ConsentWrongDataset(rotation.dataset, DatasetId.unwrap(_dataset));
        }
        if (block.timestamp >= rotation.submitBefore) revert ConsentLate(rotation.from, rotation.submitBefore);
        if (rotation.to == address(0)) revert ConsentMalformed(rotation.to);
        if (rotation.nonce == type(uint64).max) revert ConsentMalformed(rotation.from); // kept for a revocation

        ConsentEntry from = _entry(rotation.from);
        if (!from.has(ConsentEntryLibrary.ENROLLED)) revert ConsentNotEnrolled(rotation.from);
        if (from.has(ConsentEntryLibrary.ROTATED)) revert ConsentRotatedAway(rotation.from);
        if (from.has(ConsentEntryLibrary.REVOKED)) revert ConsentRevokedByCustodian(rotation.from);
        if (rotation.nonce <= from.nonce()) {
            revert ConsentNonceNotNewer(rotation.from, rotation.nonce, from.nonce());
        }
        // Also refuses rotation.to == rotation.from.
        if (ConsentEntry.unwrap(_entry(rotation.to)) != 0) revert ConsentPseudonymInUse(rotation.to);
        ConsentOrigin origin = _rotated(rotation.from, context);

        bytes32 digest = MessageHashUtils.toTypedDataHash(context.domain, rotation.hash());
        // The old key may always be left; a new one that is a contract account needs the policy's leave.
        (bool signed,) = _signed(rotation.from, digest, fromSignature);
        if (!signed) revert ConsentSignature(rotation.from);
        bool linkable;
        (signed, linkable) = _signed(rotation.to, digest, toSignature);
        if (!signed) revert ConsentSignature(rotation.to);
        if (linkable && !context.terms.allowERC1271) revert ConsentLinkable(rotation.to);

        _setSuccessor(rotation.from, rotation.to);
        _move(rotation, from, origin, linkable ? ConsentEntryLibrary.LINKABLE : 0);
        if (from.counts()) _lastNarrowed = uint64(block.number);
        emit PseudonymRotated(rotation.from, rotation.to);
    }

    /// @inheritdoc IConsentLedger
    function revokeFor(address[] calldata pseudonyms) external returns (uint256 revoked) {
        if (msg.sender != _registry.custodianOf(_dataset)) revert ConsentNotCustodian(msg.sender);
        bool narrowed;
        for (uint256 i = 0; i < pseudonyms.length; ++i) {
            address named = pseudonyms[i];
            // A sanction is of the person, whatever pseudonym they wear by now.
            address current = _current(named);
            ConsentEntry before = _entry(current);
            Refusal refusal = current == address(0)
                ? Refusal.Malformed
                : before.has(ConsentEntryLibrary.REVOKED) ? Refusal.RevokedByCustodian : Refusal.None;
            if (refusal != Refusal.None) {
                emit ConsentItemRefused(i, named, refusal);
                continue;
            }
            narrowed = narrowed || before.counts();
            ConsentEntry next = before.withoutConsent().withFlags(ConsentEntryLibrary.REVOKED);
            _setEntry(current, next);
            emit ConsentChanged(current, ConsentEntry.unwrap(next), ConsentOrigin.unwrap(_origin(current)));
            emit ConsentRevokedFor(named, current);
            ++revoked;
        }
        if (narrowed) _lastNarrowed = uint64(block.number);
    }

    /// @inheritdoc IConsentLedger
    function recordNarrowed() external returns (uint64 last) {
        last = lastNarrowed();
        uint32 today = uint32(block.timestamp / DAY);
        if (today > _lookedAt) {
            _lookedAt = today;
            _lastNarrowed = last;
        }
    }

    /// @inheritdoc IConsentLedger
    function dataset() external view returns (DatasetId) {
        return _dataset;
    }

    /// @inheritdoc IConsentLedger
    function registry() external view returns (address) {
        return address(_registry);
    }

    /// @inheritdoc IConsentLedger
    function entryOf(address pseudonym) external view returns (uint256 entry, uint256 origin) {
        return (ConsentEntry.unwrap(_entry(pseudonym)), ConsentOrigin.unwrap(_origin(pseudonym)));
    }

    /// @inheritdoc IConsentLedger
    function lastNarrowed() public view returns (uint64) {
        return _anyEnds(_lookedAt, uint32(block.timestamp / DAY)) ? uint64(block.number) : _lastNarrowed;
    }

    /// @inheritdoc IConsentLedger
    function endsOn(uint32 day) external view returns (bool) {
        return _ends[day >> 8] >> (day & 0xff) & 1 != 0;
    }

    /// @inheritdoc IConsentLedger
    function successorOf(address pseudonym) external view returns (address) {
        return _successor(pseudonym);
    }

    /// @inheritdoc IConsentLedger
    function currentOf(address pseudonym) external view returns (address) {
        return _current(pseudonym);
    }

    /// @inheritdoc IConsentLedger
    function isLive(address pseudonym, uint8 purpose, uint8 kind, bool exact, uint32 day) external view returns (bool) {
        IDatasetRegistry.ConsentTerms memory terms = _registry.consentTerms(_dataset);
        ConsentEntry entry = _entry(pseudonym);
        return entry.isLive(purpose, kind, exact, day, terms.minGrantVersion, terms.policyVersion)
            && Conditions.within(terms.conditions, entry.conditions());
    }

    /// @inheritdoc IConsentLedger
    function hashGrant(Grant calldata grant_) external view returns (bytes32 digest) {
        return _hashTypedDataV4(keccak256(abi.encode(TypedHashes.GRANT, grant_)));
    }

    /// @inheritdoc IConsentLedger
    function hashTicket(Ticket calldata ticket) external view returns (bytes32 digest) {
        return _hashTypedDataV4(ticket.hash());
    }

    /// @inheritdoc IConsentLedger
    function hashRotation(Rotation calldata rotation) external view returns (bytes32 digest) {
        return _hashTypedDataV4(rotation.hash());
    }

    function _context() private view returns (Context memory context) {
        context.domain = _domainSeparatorV4();
        context.today = uint32(block.timestamp / DAY);
        context.terms = _registry.consentTerms(_dataset);
    }

    /// @dev Applies one grant or reverts with the reason.
    function _grantOne(Grant calldata given, bytes calldata signature, Context memory context, bool enrolling) private {
        if (given.dataset != DatasetId.unwrap(_dataset)) {
            revert ConsentWrongDataset(given.dataset, DatasetId.unwrap(_dataset));
        }
        Preimage memory g = _preimage();
        g.pseudonym = given.pseudonym;
        g.policyVersion = given.policyVersion;
        g.purposes = given.purposes;
        g.kinds = given.kinds;
        g.exact = given.exact;
        g.conditions = given.conditions;
        g.notBefore = given.notBefore;
        g.expiry = given.expiry;
        g.epsilonClass = given.epsilonClass;
        g.circumstances = given.circumstances;
        g.nonce = given.nonce;
        g.submitBefore = given.submitBefore;

        ConsentEntry before = _entry(g.pseudonym);
        Refusal refusal = _judge(g, before, context, enrolling);
        if (refusal != Refusal.None) _refuse(refusal, g, before, context);

        (bool signed, bool linkable) = _signed(g.pseudonym, _digest(g, context.domain), signature);
        if (!signed) revert ConsentSignature(g.pseudonym);
        // A revocation is taken from anyone who could ever grant.
        if (linkable && !context.terms.allowERC1271 && g.purposes != 0) revert ConsentLinkable(g.pseudonym);

        (ConsentEntry next, bool narrowed) = _apply(g, before, context, linkable);
        if (narrowed) _lastNarrowed = uint64(block.number);
        emit ConsentChanged(g.pseudonym, ConsentEntry.unwrap(next), ConsentOrigin.unwrap(_origin(g.pseudonym)));
    }

    /// @dev Applies the items of a batch one by one and reports those that are refused.
    function _grantMany(bytes calldata items, Context memory context, bool enrolling)
        private
        returns (uint256 applied)
    {
        if (items.length == 0 || items.length % ITEM_BYTES != 0) {
            revert ConsentBatchLength(items.length);
        }
        bytes memory changes = new bytes(items.length / ITEM_BYTES * CHANGE_BYTES);
        Preimage memory g = _preimage();
        bool narrowed;
        for (uint256 offset = 0; offset < items.length; offset += ITEM_BYTES) {
            (Refusal refusal, ConsentEntry next, bool itemNarrowed) =
                _grantItem(items[offset:offset + ITEM_BYTES], g, context, enrolling);
            if (refusal == Refusal.None) {
                _append(changes, applied++, g.pseudonym, next);
                narrowed = narrowed || itemNarrowed;
            } else {
                emit ConsentItemRefused(offset / ITEM_BYTES, g.pseudonym, refusal);
            }
        }
        if (narrowed) _lastNarrowed = uint64(block.number);
        if (applied > 0) emit ConsentBatchChanged(LibBytes.truncate(changes, applied * CHANGE_BYTES));
    }

    /// @dev Applies one item of a batch, or says why not. `g` is overwritten with it.
    function _grantItem(bytes calldata item, Preimage memory g, Context memory context, bool enrolling)
        private
        returns (Refusal refusal, ConsentEntry next, bool narrowed)
    {
        uint8 v = _read(item, g);
        if (uint8(item[30]) > 1) return (Refusal.Malformed, next, false); // `exact` has to be 0 or 1
        ConsentEntry before = _entry(g.pseudonym);
        refusal = _judge(g, before, context, enrolling);
        if (refusal != Refusal.None) return (refusal, next, false);
        (address signer,,) =
            ECDSA.tryRecover(_digest(g, context.domain), v, bytes32(item[90:122]), bytes32(item[122:154]));
        if (signer != g.pseudonym) {
            return (g.pseudonym.code.length == 0 ? Refusal.Signature : Refusal.Linkable, next, false);
        }
        (next, narrowed) = _apply(g, before, context, false);
    }

    function _preimage() private view returns (Preimage memory g) {
        g.typeHash = TypedHashes.GRANT;
        g.dataset = DatasetId.unwrap(_dataset);
    }

    /// @dev Reads a batch item but for r and s. See {IConsentLedger-grantBatch} for its bytes.
    function _read(bytes calldata item, Preimage memory g) private pure returns (uint8 v) {
        uint256 head = uint256(bytes32(item[0:32]));
        g.pseudonym = address(uint160(head >> 96));
        g.policyVersion = uint32(head >> 64);
        g.purposes = uint32(head >> 32);
        g.kinds = uint16(head >> 16);
        g.exact = uint8(head >> 8) != 0;
        g.epsilonClass = uint8(head);
        uint256 rest = uint208(bytes26(item[32:58]));
        g.conditions = uint8(rest >> 200);
        v = uint8(rest >> 192);
        g.notBefore = uint32(rest >> 160);
        g.expiry = uint32(rest >> 128);
        g.nonce = uint64(rest >> 64);
        g.submitBefore = uint64(rest);
        g.circumstances = bytes32(item[58:90]);
    }

    /// @dev Everything that a grant has to meet but its signature.
    function _judge(Preimage memory g, ConsentEntry before, Context memory context, bool enrolling)
        private
        view
        returns (Refusal)
    {
        bool revocation = g.purposes == 0 && g.kinds == 0;
        if (g.pseudonym == address(0)) return Refusal.Malformed;
        if (!revocation) {
            if (g.purposes == 0 || g.kinds == 0) return Refusal.Malformed;
            if (g.expiry > type(uint24).max || g.notBefore >= g.expiry) return Refusal.Malformed;
            if (g.nonce == type(uint64).max) return Refusal.Malformed; // kept for a revocation
            if (g.circumstances == 0) return Refusal.Malformed;
            // No one consents to what has no meaning yet.
            if (
                !Vocabulary.definesPurposes(g.purposes) || !Vocabulary.definesKinds(g.kinds)
                    || g.epsilonClass > Vocabulary.MAX_EPSILON_CLASS || !Conditions.isDefined(g.conditions)
            ) return Refusal.Undefined;
        }
        if (block.timestamp >= g.submitBefore) return Refusal.Late;
        if (before.has(ConsentEntryLibrary.ROTATED)) return Refusal.RotatedAway;
        if (before.has(ConsentEntryLibrary.REVOKED)) return Refusal.RevokedByCustodian;
        if (!enrolling && !before.has(ConsentEntryLibrary.ENROLLED)) return Refusal.NotEnrolled;
        if (g.nonce <= before.nonce()) return Refusal.NonceNotNewer;
        if (revocation) return Refusal.None; // of whatever version, it takes consent away
        if (g.expiry <= context.today) return Refusal.Expired;
        return _wasInEffect(g.policyVersion, context.terms) ? Refusal.None : Refusal.PolicyVersion;
    }

    /// @dev Whether a grant may name a policy version: it is or was in effect, and nothing that asks more came after
    /// it. A version that was announced and withdrawn is compared with none that followed, so consent to it says
    /// nothing of them.
    function _wasInEffect(uint32 version, IDatasetRegistry.ConsentTerms memory terms) private pure returns (bool) {
        if (version == terms.policyVersion) return true; // as nearly all do
        if (version < terms.minGrantVersion || version > terms.policyVersion) return false;
        uint256 behind = terms.policyVersion - version;
        return terms.withdrawn >> (behind < 0xff ? behind : 0xff) & 1 == 0;
    }

    /// @dev Reverts with the error that belongs to a refusal.
    function _refuse(Refusal refusal, Preimage memory g, ConsentEntry before, Context memory context) private pure {
        if (refusal == Refusal.Undefined) revert ConsentUndefined(g.pseudonym);
        if (refusal == Refusal.Late) revert ConsentLate(g.pseudonym, g.submitBefore);
        if (refusal == Refusal.RotatedAway) revert ConsentRotatedAway(g.pseudonym);
        if (refusal == Refusal.RevokedByCustodian) revert ConsentRevokedByCustodian(g.pseudonym);
        if (refusal == Refusal.NotEnrolled) revert ConsentNotEnrolled(g.pseudonym);
        if (refusal == Refusal.NonceNotNewer) revert ConsentNonceNotNewer(g.pseudonym, g.nonce, before.nonce());
        if (refusal == Refusal.Expired) revert ConsentExpired(g.pseudonym, g.expiry);
        if (refusal == Refusal.PolicyVersion) {
            revert ConsentPolicyVersion(
                g.pseudonym, g.policyVersion, context.terms.minGrantVersion, context.terms.policyVersion
            );
        }
        revert ConsentMalformed(g.pseudonym);
    }

    function _digest(Preimage memory g, bytes32 domain) private pure returns (bytes32) {
        bytes32 structHash;
        assembly ("memory-safe") {
            structHash := keccak256(g, PREIMAGE_BYTES)
        }
        return MessageHashUtils.toTypedDataHash(domain, structHash);
    }

    /// @dev Whether an account signed a digest: by its own key, or as a contract account (ERC-1271). The call to the
    /// account is static, so it cannot come back to change anything.
    function _signed(address account, bytes32 digest, bytes calldata signature)
        private
        view
        returns (bool signed, bool linkable)
    {
        (address signer,,) = ECDSA.tryRecoverCalldata(digest, signature);
        if (signer == account && account != address(0)) return (true, false);
        if (account.code.length == 0) return (false, false);
        return (SignatureChecker.isValidERC1271SignatureNow(account, digest, signature), true);
    }

    /// @dev Writes what a grant states. A revocation leaves nothing but its nonce and version.
    function _apply(Preimage memory g, ConsentEntry before, Context memory context, bool linkable)
        private
        returns (ConsentEntry next, bool narrowed)
    {
        uint256 flags = linkable ? ConsentEntryLibrary.LINKABLE : 0;
        if (g.purposes == 0) {
            next = ConsentEntryLibrary.pack(g.nonce, g.policyVersion, 0, 0, 0, 0, 0, 0);
        } else {
            if (g.exact) flags |= ConsentEntryLibrary.EXACT;
            next = ConsentEntryLibrary.pack(
                g.nonce, g.policyVersion, g.purposes, g.kinds, g.notBefore, g.expiry, g.epsilonClass, g.conditions
            );
            _markEnd(g.expiry, context);
        }
        bool enrolled = before.has(ConsentEntryLibrary.ENROLLED);
        next = next.withFlags(flags).enrolledIn(enrolled ? before.originBlock() : block.number);
        narrowed = next.narrows(before, context.today);
        _setEntry(g.pseudonym, next);
    }

    /// @dev Remembers that a grant ends on a day. The first grant of a day pays for it; neighbours in a batch that end
    /// on the same day do not even look.
    function _markEnd(uint32 day, Context memory context) private {
        if (day == context.marked) return;
        context.marked = day;
        uint256 word = _ends[day >> 8];
        uint256 bit = 1 << (day & 0xff);
        if (word & bit == 0) _ends[day >> 8] = word | bit;
    }

    /// @dev Whether a grant ends on a day after `from` and not after `to`.
    function _anyEnds(uint32 from, uint32 to) private view returns (bool) {
        for (uint256 day = uint256(from) + 1; day <= to; day = (day | 0xff) + 1) {
            uint256 word = _ends[day >> 8] >> (day & 0xff) << (day & 0xff);
            if (to >> 8 == day >> 8) word = word << (0xff - (to & 0xff));
            if (word != 0) return true;
        }
        return false;
    }

    /// @dev The origin word after one more rotation, or the reason why there is none today. A rotation makes every
    /// running job look again, so a person has only so many of them until the custodian, who alone can tell a person
    /// who is in need from one who is in the way, acknowledges with a version of the dataset.
    function _rotated(address from, Context memory context) private view returns (ConsentOrigin) {
        ConsentOrigin origin = _origin(from);
        if (origin.rotationDay() == context.today) revert ConsentRotatedToday(from, context.today);
        uint8 count = origin.rotations();
        if (origin.rotationDay() < context.terms.acknowledgedAt / DAY) count = 0;
        if (count >= MAX_ROTATIONS) revert ConsentRotationsExhausted(from, MAX_ROTATIONS);
        return ConsentOriginLibrary.pack(origin.originOf(from), count + 1, context.today);
    }

    /// @dev Writes the entries of both pseudonyms of a rotation. The old one keeps its origin, by which its rows
    /// are still the person's.
    function _move(Rotation calldata rotation, ConsentEntry from, ConsentOrigin origin, uint256 linkable) private {
        uint256 word = ConsentEntry.unwrap(from);
        word = word & ~(uint256(type(uint64).max) | ConsentEntryLibrary.LINKABLE) | rotation.nonce;
        ConsentEntry next = ConsentEntry.wrap(word).withFlags(linkable);
        ConsentEntry left = from.withoutConsent().withFlags(ConsentEntryLibrary.ROTATED);
        _setEntry(rotation.from, left);
        _setEntry(rotation.to, next);
        _setOrigin(rotation.to, origin);
        emit ConsentChanged(rotation.from, ConsentEntry.unwrap(left), ConsentOrigin.unwrap(_origin(rotation.from)));
        emit ConsentChanged(rotation.to, ConsentEntry.unwrap(next), ConsentOrigin.unwrap(origin));
    }

    /// @dev Writes the n-th change of a batch: pseudonym ‖ entry.
    function _append(bytes memory changes, uint256 n, address pseudonym, ConsentEntry next) private pure {
        assembly ("memory-safe") {
            let at := add(add(changes, 32), mul(n, CHANGE_BYTES))
            // The entry comes second so that it covers the zeros that the first write leaves after the pseudonym; both
            // end within the buffer, which holds 52 bytes for every item.
            mstore(at, shl(96, pseudonym))
            mstore(add(at, 20), next)
        }
    }

    /// @dev The pseudonym at the end of the chain of successors: what the person who wore this one wears now. A chain
    /// has no circles, as no one rotates to a pseudonym that has an entry.
    function _current(address pseudonym) private view returns (address) {
        for (address next = _successor(pseudonym); next != address(0); next = _successor(pseudonym)) {
            pseudonym = next;
        }
        return pseudonym;
    }

    function _entry(address pseudonym) private view returns (ConsentEntry) {
        return ConsentEntry.wrap(ConsentEntryLibrary.slotOf(pseudonym).getUint256Slot().value);
    }

    function _origin(address pseudonym) private view returns (ConsentOrigin) {
        return ConsentOrigin.wrap(ConsentOriginLibrary.slotOf(pseudonym).getUint256Slot().value);
    }

    function _successor(address pseudonym) private view returns (address) {
        return ConsentEntryLibrary.successorSlotOf(pseudonym).getAddressSlot().value;
    }

    function _setEntry(address pseudonym, ConsentEntry entry) private {
        ConsentEntryLibrary.slotOf(pseudonym).getUint256Slot().value = ConsentEntry.unwrap(entry);
    }

    function _setOrigin(address pseudonym, ConsentOrigin whose) private {
        ConsentOriginLibrary.slotOf(pseudonym).getUint256Slot().value = ConsentOrigin.unwrap(whose);
    }

    function _setSuccessor(address from, address to) private {
        // As a whole word: an address in a slot would be written with what else is in it, which is read first.
        ConsentEntryLibrary.successorSlotOf(from).getUint256Slot().value = uint256(uint160(to));
    }
}
