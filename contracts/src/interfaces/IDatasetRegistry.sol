// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {DatasetId} from "./Ids.sol";

/// @title Datasets, their versions and their policies
/// @notice A custodian registers a dataset once; with it comes a consent ledger of its own. Versions and policies
/// are added, never changed. A policy that is looser than the one in effect, in any field, waits out a delay and,
/// when it takes effect, counts no grant given under an older version. A stricter one, and a stop, take effect at
/// once.
/// @dev Nobody but the custodian can change a dataset, and nobody at all can change this contract. Hashes that an
/// auditor reads by storage proof are at the slots pinned in `layout/DatasetRegistry.json`.
interface IDatasetRegistry {
    /// @notice How researcher code gets past review.
    /// None: any program. Listed: only programs whose hash the policy lists. Reviewers: `reviewersNeeded` of
    /// `reviewers` have to sign (the market of this version refuses jobs under it).
    enum Review {
        None,
        Listed,
        Reviewers
    }

    /// @notice The rules of a dataset. The lists are in strictly ascending order, so that one policy has one hash.
    /// @dev EIP-712 type, whose struct hash is the policy hash:
    /// Policy(uint32 purposes,uint8 kinds,uint32 minCohort,uint64 rhoLimit,uint64 rhoPerResearcher,uint8 review,uint8 reviewersNeeded,address[] reviewers,bytes32[] programs,bool allowPrivate,bool allowExact,bool allowERC1271,bytes32[] measurements,bytes32[] trustRoots,uint128 price,uint32 claimTimeout,uint32 jobTimeout,uint32 maxConsentAge,uint8 maxReruns)
    struct Policy {
        /// Bitmap of purposes that jobs may have.
        uint32 purposes;
        /// Bitmap of job kinds: bit 0 query, bit 1 fairness.
        uint8 kinds;
        /// Fewest subjects whose consent is live for a job, counted before any filter.
        uint32 minCohort;
        /// Privacy budget of the dataset over all versions, zCDP rho in millionths.
        uint64 rhoLimit;
        /// Most rho that one researcher may use, in millionths; 0 sets no such limit.
        uint64 rhoPerResearcher;
        /// A {Review}.
        uint8 review;
        /// With {Review.Reviewers}: how many have to sign.
        uint8 reviewersNeeded;
        /// With {Review.Reviewers}: who may sign.
        address[] reviewers;
        /// With {Review.Listed}: hashes of the programs that may run.
        bytes32[] programs;
        /// Differentially private releases are let through.
        bool allowPrivate;
        /// Exact, reviewed releases are let through.
        bool allowExact;
        /// Contract accounts may grant under their own, linkable address.
        bool allowERC1271;
        /// Worker measurements that may get the key.
        bytes32[] measurements;
        /// Attestation roots that quotes may chain to.
        bytes32[] trustRoots;
        /// Smallest fee of a job, in base units.
        uint128 price;
        /// Seconds from claim to key release, after which a claim lapses.
        uint32 claimTimeout;
        /// Seconds from key release to the recorded receipt, after which a job fails.
        uint32 jobTimeout;
        /// Most rounds between the consent round and the charge.
        uint32 maxConsentAge;
        /// How often a job may take a newer consent round.
        uint8 maxReruns;
    }

    /// @notice The fields of a policy version that have a fixed size.
    struct Terms {
        uint32 purposes;
        uint8 kinds;
        uint32 minCohort;
        uint64 rhoLimit;
        uint64 rhoPerResearcher;
        uint8 review;
        uint8 reviewersNeeded;
        bool allowPrivate;
        bool allowExact;
        bool allowERC1271;
        uint128 price;
        uint32 claimTimeout;
        uint32 jobTimeout;
        uint32 maxConsentAge;
        uint8 maxReruns;
    }

    /// @notice What a custodian states when it registers a dataset.
    struct Registration {
        /// Unique among the custodian's datasets, 1 to 64 bytes.
        string name;
        /// Key that signs enrolment tickets and may enrol in batches.
        address enroller;
        /// Account that records key releases.
        address broker;
        /// Pseudonym domain: datasets of one family share it, all others have their own.
        bytes32 domain;
        /// The data are synthetic or public, so that a simulated TEE may work on them.
        bool open;
    }

    /// @notice One version of a dataset's content.
    /// @dev EIP-712 type, whose struct hash is the version hash:
    /// DatasetVersion(bytes32 contentRoot,bytes32 schema,bytes32 datasheet,bytes32 mock,bytes32 rosterRoot,string uri)
    struct Version {
        /// SHA-256 of the age file.
        bytes32 contentRoot;
        /// keccak256 of the schema JSON.
        bytes32 schema;
        /// keccak256 of the datasheet.
        bytes32 datasheet;
        /// keccak256 of the mock data.
        bytes32 mock;
        /// Merkle root of the roster of enrolled subjects.
        bytes32 rosterRoot;
        /// Where to find the files; at most 256 bytes.
        string uri;
    }

    /// @notice A dataset as it stands now.
    struct Dataset {
        address custodian;
        address enroller;
        address broker;
        address ledger;
        bytes32 domain;
        bool open;
        bool stopped;
        /// Latest dataset version; 0 before the first.
        uint32 version;
        /// Policy version in effect.
        uint32 policyVersion;
        /// Oldest policy version whose grants count.
        uint32 minGrantVersion;
        /// Announced policy version that is not in effect yet; 0 when there is none.
        uint32 pendingVersion;
        /// When the pending version takes effect, Unix seconds.
        uint64 pendingFrom;
        string name;
    }

    /// @notice What a consent ledger needs to know of its dataset, in one call.
    struct ConsentTerms {
        address custodian;
        address enroller;
        uint32 policyVersion;
        uint32 minGrantVersion;
        bool allowERC1271;
    }

    event DatasetRegistered(
        DatasetId indexed dataset,
        address indexed custodian,
        address ledger,
        address enroller,
        address broker,
        bytes32 domain,
        bool open,
        string name
    );
    event VersionAdded(DatasetId indexed dataset, uint32 indexed version, bytes32 versionHash, Version content);
    event VersionRetired(DatasetId indexed dataset, uint32 indexed version);
    /// @param effectiveFrom Unix seconds from which the version is in effect: now, or later when it is looser.
    event PolicySet(
        DatasetId indexed dataset,
        uint32 indexed version,
        bytes32 policyHash,
        bool looser,
        uint64 effectiveFrom,
        Policy policy
    );
    /// @notice A pending version was replaced before it took effect; it never will.
    event PolicyWithdrawn(DatasetId indexed dataset, uint32 indexed version);
    event DatasetStopped(DatasetId indexed dataset);
    event DatasetResumed(DatasetId indexed dataset);
    event EnrollerSet(DatasetId indexed dataset, address enroller);
    event BrokerSet(DatasetId indexed dataset, address broker);
    event CustodyOffered(DatasetId indexed dataset, address indexed to);
    event CustodyTransferred(DatasetId indexed dataset, address indexed from, address indexed to);

    error DatasetUnknown(DatasetId dataset);
    error DatasetExists(DatasetId dataset);
    error DatasetNotCustodian(DatasetId dataset, address caller);
    error DatasetNameInvalid(uint256 length);
    error DatasetAddressZero(string field);
    error DatasetIsStopped(DatasetId dataset);
    error DatasetNotStopped(DatasetId dataset);
    error DatasetCustodyNotOffered(DatasetId dataset, address caller);
    error DatasetVersionUnknown(DatasetId dataset, uint32 version);
    error DatasetVersionRetired(DatasetId dataset, uint32 version);
    error DatasetVersionInvalid(string field);
    error PolicyUnknown(DatasetId dataset, uint32 version);
    error PolicyNotInEffect(DatasetId dataset, uint32 version, uint32 current);
    /// @notice A field has a value that no policy can have; `field` names it.
    error PolicyInvalid(string field);

    /// @notice Registers a dataset for the caller and deploys its consent ledger. The policy becomes version 1 and
    /// is in effect at once.
    function register(Registration calldata registration, Policy calldata policy_)
        external
        returns (DatasetId dataset, address ledger);

    /// @notice Adds a version; the latest is not retired by it.
    function addVersion(DatasetId dataset, Version calldata content) external returns (uint32 version);

    /// @notice Takes a version out of use for good, as erasure does: no job on it is posted, claimed or charged.
    function retireVersion(DatasetId dataset, uint32 version) external;

    /// @notice Adds a policy version. If it is looser than the one in effect in any field it takes effect after
    /// {policyDelay} and then raises minGrantVersion to itself; otherwise it takes effect at once. A version that is
    /// still pending is withdrawn.
    /// @return version The new version's number.
    /// @return effectiveFrom Unix seconds from which it is in effect.
    function setPolicy(DatasetId dataset, Policy calldata policy_)
        external
        returns (uint32 version, uint64 effectiveFrom);

    /// @notice Stops all use at once: no job is posted, approved, claimed, released to or charged. Grants and
    /// revocations go on.
    function stop(DatasetId dataset) external;

    /// @notice Ends a stop.
    function resume(DatasetId dataset) external;

    function setEnroller(DatasetId dataset, address enroller) external;

    function setBroker(DatasetId dataset, address broker) external;

    /// @notice Offers custody to `to`, who has to accept it; the zero address takes the offer back.
    function offerCustody(DatasetId dataset, address to) external;

    function acceptCustody(DatasetId dataset) external;

    /// @notice The id that a custodian's dataset of that name has or would have here.
    function datasetId(address custodian, string calldata name) external view returns (DatasetId);

    /// @notice Seconds that a looser policy waits.
    function policyDelay() external view returns (uint64);

    function datasetOf(DatasetId id) external view returns (Dataset memory);

    function consentTerms(DatasetId id) external view returns (ConsentTerms memory);

    /// @notice Reverts unless jobs on that dataset version under that policy version may go on now: the dataset is
    /// not stopped, the version exists and is not retired, and the policy version is the one in effect.
    function requireInUse(DatasetId id, uint32 version, uint32 policyVersion) external view;

    /// @notice As {requireInUse}, as a yes or no.
    function inUse(DatasetId id, uint32 version, uint32 policyVersion) external view returns (bool);

    function custodianOf(DatasetId id) external view returns (address);

    function brokerOf(DatasetId id) external view returns (address);

    function ledgerOf(DatasetId id) external view returns (address);

    function versionOf(DatasetId id, uint32 number) external view returns (Version memory);

    function versionHashOf(DatasetId id, uint32 number) external view returns (bytes32);

    function isRetired(DatasetId id, uint32 number) external view returns (bool);

    function policyOf(DatasetId id, uint32 number) external view returns (Policy memory);

    function policyHashOf(DatasetId id, uint32 number) external view returns (bytes32);

    function termsOf(DatasetId id, uint32 number) external view returns (Terms memory);

    /// @notice Terms of the policy version in effect.
    function currentTerms(DatasetId id) external view returns (Terms memory);

    function acceptsProgram(DatasetId id, uint32 policyVersion, bytes32 program) external view returns (bool);

    function acceptsWorker(DatasetId id, uint32 policyVersion, bytes32 measurement, bytes32 trustRoot)
        external
        view
        returns (bool);

    /// @notice Whether `next` is looser than `previous` in any field.
    function isLooser(Policy memory previous, Policy memory next) external pure returns (bool);

    /// @notice The EIP-712 struct hash of a policy.
    function hashPolicy(Policy calldata policy_) external pure returns (bytes32);

    /// @notice The EIP-712 struct hash of a dataset version.
    function hashVersion(Version calldata content) external pure returns (bytes32);
}
