// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {DatasetId} from "./Ids.sol";

/// @title The consent of one dataset's subjects
/// @notice Each pseudonym has two words, changed only by what its key signed, except that the custodian may revoke
/// for a subject. The newest nonce wins. No one but the subject can grant. A person is known by the pseudonym under
/// which they enrolled, the origin, which every successor's entry carries: of all entries with one origin at most one
/// counts, and what the custodian does to one pseudonym is done to the person.
/// @dev The words of a pseudonym are at slots bytes12(keccak256("assent.consent.entry.v2")) ‖ pseudonym and
/// bytes12(keccak256("assent.consent.origin.v2")) ‖ pseudonym, so either words of a ledger are a contiguous range of
/// its storage, in order of the pseudonyms. From the least significant bit,
/// entry: nonce u64 | policyVersion u32 | purposes u32 | notBefore u24 | expiry u24 | kinds u16 |
/// epsilonClass u8 | flags u8 | originBlock u40 | conditions u8. Flags: bit 0 exact, 1 enrolled, 2 rotated away, 3
/// revoked by the custodian, 4 linkable (ERC-1271); the others are zero.
/// origin: origin u160 | rotations u8 | rotationDay u24 | zero u64. Only a rotation writes it: it is zero for a
/// pseudonym under which its person enrolled, and for one that is not enrolled.
/// EIP-712 types, domain ("Assent", "1", chain, this contract):
/// Grant(bytes32 dataset,address pseudonym,uint32 policyVersion,uint32 purposes,uint16 kinds,bool exact,uint8
/// conditions,uint32 notBefore,uint32 expiry,uint8 epsilonClass,bytes32 circumstances,uint64 nonce,uint64 submitBefore)
/// Ticket(bytes32 dataset,address pseudonym,bytes32 proofKey,uint64 expiry) Rotation(bytes32 dataset,address
/// from,address to,uint64 nonce,uint64 submitBefore)
interface IConsentLedger {
    /// @notice A subject's consent; with purposes and kinds zero, its revocation.
    struct Grant {
        bytes32 dataset;
        address pseudonym;
        uint32 policyVersion;
        uint32 purposes;
        uint16 kinds;
        bool exact;
        /// What the subject asks of the policy at least; see {Conditions}.
        uint8 conditions;
        /// First day on which it counts, days since the Unix epoch.
        uint32 notBefore;
        /// First day on which it no longer counts.
        uint32 expiry;
        uint8 epsilonClass;
        /// Salted commitment to how the consent was given (its language, whether a guardian gave it), which the subject
        /// keeps and may show; never zero in a grant, so that nothing public tells one grant from another. Not stored.
        bytes32 circumstances;
        /// Larger than that of any older grant; the very largest is for a revocation only, so that whatever someone
        /// was made to sign can be revoked.
        uint64 nonce;
        /// The ledger refuses it from then on, Unix seconds.
        uint64 submitBefore;
    }

    /// @notice The enroller's word that a pseudonym belongs to one of the dataset's subjects.
    struct Ticket {
        bytes32 dataset;
        address pseudonym;
        /// The key by which the subject learns of the use of its rows, for the roster; the ledger does not read it.
        bytes32 proofKey;
        /// Last second at which it enrols, Unix seconds.
        uint64 expiry;
    }

    /// @notice Replaces a pseudonym's key; signed by both keys.
    struct Rotation {
        bytes32 dataset;
        address from;
        address to;
        uint64 nonce;
        uint64 submitBefore;
    }

    /// @notice Why an item of a batch was left out. The single calls revert with the error of the same name.
    /// Undefined: a purpose, kind, epsilon class or conditions that have no meaning yet. Linkable in a batch: a
    /// contract account, which has to use the single call.
    enum Refusal {
        None,
        Malformed,
        Undefined,
        Late,
        Expired,
        PolicyVersion,
        NotEnrolled,
        RotatedAway,
        RevokedByCustodian,
        NonceNotNewer,
        Linkable,
        Signature
    }

    /// @notice A pseudonym's words are now these.
    event ConsentChanged(address indexed pseudonym, uint256 entry, uint256 origin);
    /// @notice Words changed in a batch.
    /// @param changes For each item that was applied, in order: pseudonym (20 bytes) ‖ entry (32). A grant
    /// never changes the origin.
    event ConsentBatchChanged(bytes changes);
    /// @notice An item of a batch was left out; the others are not affected.
    event ConsentItemRefused(uint256 indexed index, address indexed pseudonym, Refusal reason);
    event PseudonymRotated(address indexed from, address indexed to);
    /// @notice The custodian revoked for the person who wears or wore `pseudonym`, and wears `current`.
    event ConsentRevokedFor(address indexed pseudonym, address indexed current);

    error ConsentMalformed(address pseudonym);
    error ConsentUndefined(address pseudonym);
    error ConsentWrongDataset(bytes32 given, bytes32 expected);
    error ConsentLate(address pseudonym, uint64 submitBefore);
    error ConsentExpired(address pseudonym, uint32 expiry);
    /// @notice The policy version is older than `oldest`, newer than `current`, or not in effect at any time:
    /// withdrawn before it was, or so far behind that this is not known. See {IDatasetRegistry-ConsentTerms}.
    error ConsentPolicyVersion(address pseudonym, uint32 given, uint32 oldest, uint32 current);
    error ConsentNotEnrolled(address pseudonym);
    error ConsentRotatedAway(address pseudonym);
    error ConsentRevokedByCustodian(address pseudonym);
    error ConsentNonceNotNewer(address pseudonym, uint64 given, uint64 current);
    error ConsentLinkable(address pseudonym);
    error ConsentSignature(address pseudonym);
    error ConsentTicketExpired(address pseudonym, uint64 expiry);
    error ConsentTicketSignature(address pseudonym);
    error ConsentPseudonymInUse(address pseudonym);
    error ConsentRotatedToday(address pseudonym, uint32 today);
    error ConsentRotationsExhausted(address pseudonym, uint8 most);
    error ConsentNotEnroller(address caller);
    error ConsentNotCustodian(address caller);
    error ConsentBatchLength(uint256 length);

    /// @notice Records a grant or a revocation of an enrolled pseudonym. Anyone may relay it.
    function grant(Grant calldata grant_, bytes calldata signature) external;

    /// @notice Records the first grant of a pseudonym with the ticket that enrols it. If someone enrolled it in the
    /// meantime, this acts as {grant}. Anyone may relay it.
    function enrol(
        Grant calldata grant_,
        bytes calldata signature,
        Ticket calldata ticket,
        bytes calldata ticketSignature
    ) external;

    /// @notice Records many grants of enrolled pseudonyms. An item that is refused is reported and left out.
    /// @param items Items of 154 bytes, big endian: pseudonym 20 ‖ policyVersion 4 ‖ purposes 4 ‖ kinds 2 ‖ exact 1 ‖
    /// epsilonClass 1 ‖ conditions 1 ‖ v 1 ‖ notBefore 4 ‖ expiry 4 ‖ nonce 8 ‖ submitBefore 8 ‖ circumstances 32 ‖
    /// r 32 ‖ s 32.
    /// Contract accounts cannot be in a batch; they use {grant}.
    /// @return applied How many items were applied.
    function grantBatch(bytes calldata items) external returns (uint256 applied);

    /// @notice As {grantBatch}, and enrols the pseudonyms that are not yet. Only for the dataset's enroller.
    function enrolBatch(bytes calldata items) external returns (uint256 applied);

    /// @notice Moves a pseudonym's consent to a new key, with the person's origin. The old one can never be used again.
    /// A person rotates once a day (UTC) at most, and eight times until the custodian acknowledges: a version that is
    /// added to the dataset lets who has last rotated on an earlier day begin anew.
    function rotate(Rotation calldata rotation, bytes calldata fromSignature, bytes calldata toSignature) external;

    /// @notice Revokes for subjects, for good: these people never count again, whatever pseudonym they rotated to, and
    /// one that was not enrolled cannot be. Items of people who are revoked already are reported and left out. Only
    /// for the dataset's custodian, who can never grant.
    /// @return revoked For how many it was done.
    function revokeFor(address[] calldata pseudonyms) external returns (uint256 revoked);

    function dataset() external view returns (DatasetId);

    function registry() external view returns (address);

    /// @notice The two words of a pseudonym; zero where it has none.
    function entryOf(address pseudonym) external view returns (uint256 entry, uint256 origin);

    /// @notice Block number of the last change after which something that counted may no longer count: a revocation,
    /// a grant that is narrower than the one it replaces, a rotation, a custodian's revocation, a day on which grants
    /// end. Such a day counts from the block that records it; while none has, from the present one.
    function lastNarrowed() external view returns (uint64);

    /// @notice The same, and records it: days have no transaction of their own. Anyone may call it. Markets do whenever
    /// they fix a consent round or hold one against what has become of it, so that a day that came before a round is
    /// not taken for one that came after it.
    function recordNarrowed() external returns (uint64);

    /// @notice Whether a grant was recorded whose first day without effect this is, since the Unix epoch. It stays so
    /// when the grant is replaced.
    function endsOn(uint32 day) external view returns (bool);

    /// @notice The pseudonym that replaced a rotated one; zero when there is none.
    /// @dev At slot bytes12(keccak256("assent.consent.successor.v1")) ‖ pseudonym.
    function successorOf(address pseudonym) external view returns (address);

    /// @notice The pseudonym that the person who wears or wore this one wears now.
    function currentOf(address pseudonym) external view returns (address);

    /// @notice Whether a pseudonym's consent is live, under the policy of now, for a purpose and a kind (bit
    /// numbers) on a day.
    function isLive(address pseudonym, uint8 purpose, uint8 kind, bool exact, uint32 day) external view returns (bool);

    function hashGrant(Grant calldata grant_) external view returns (bytes32 digest);

    function hashTicket(Ticket calldata ticket) external view returns (bytes32 digest);

    function hashRotation(Rotation calldata rotation) external view returns (bytes32 digest);
}
