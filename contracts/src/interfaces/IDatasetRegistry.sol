// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {DatasetId} from "./Ids.sol";

/// @title Datasets, their versions and their policies
/// @notice A custodian registers a dataset once; with it comes a consent ledger of its own. Versions and policies
/// are added, never changed. A policy has three parts: the *promise*, which a subject is shown and agrees to; the
/// *means*, which say who carries it out; and the *service*, the terms between custodian, researcher and worker.
///
/// What a new policy changes decides when it is in effect and whose grants still count (see {Change}): one that asks
/// more of subjects than the one in effect waits out a delay and then counts no grant given under an older version; one
/// that only adds or replaces means waits out the delay and voids nothing; any other is in effect at once.
/// @dev No one but the custodian can change a dataset, and no one at all can change this contract. No identifier is
/// taken as an argument that can be computed: ids and pseudonym domains are computed here. Hashes that an auditor reads
/// by storage proof are at the slots pinned in `layout/DatasetRegistry.json`.
interface IDatasetRegistry {
    /// @notice How researcher code gets past review.
    /// None: any program. Listed: only programs whose hash the means list. Reviewers: `reviewersNeeded` of the means'
    /// `reviewers` have to sign (the market of this version refuses jobs under it).
    enum Review {
        None,
        Listed,
        Reviewers
    }

    /// @notice What a policy does when it replaces another.
    /// AtOnce: it asks no more and adds no means; it is in effect at once. Waits: it adds or replaces means; it waits,
    /// and older grants count. Voids: it asks more of subjects; it waits, and then counts no older grant.
    enum Change {
        AtOnce,
        Waits,
        Voids
    }

    /// @notice Fields of a policy, for {PolicyInvalid}.
    enum PolicyField {
        Controller,
        Purposes,
        Kinds,
        Conditions,
        Schema,
        Review,
        ReviewersNeeded,
        MaxConsentAge,
        Spenders,
        Restrictions,
        Broker,
        Enroller,
        Measurements,
        TrustRoots,
        Programs,
        Reviewers,
        Gates,
        Archives,
        ArchivesNeeded,
        ClaimTimeout,
        JobTimeout,
        OpenTimeout
    }

    /// @notice Fields of a dataset version, for {DatasetVersionInvalid}.
    enum VersionField {
        ContentRoot,
        Schema,
        Datasheet,
        AsOf,
        URI
    }

    /// @notice What a subject is shown before consenting. The lists are in strictly ascending order, so that one
    /// promise has one hash.
    /// @dev EIP-712 type:
    /// Promise(address controller,uint32 purposes,uint16 kinds,uint8 conditions,bool allowPrivate,bool allowExact,bool
    /// allowERC1271,bool allowOldVersions,bytes32 schema,bytes32 datasheet,bytes32 text,uint32 minCohort,uint32
    /// minCell,uint64 rhoLimit,uint64 deltaLimit,uint64 rhoPerResearcher,uint8 review,uint8 reviewersNeeded,uint32
    /// maxConsentAge,address[] spenders,bytes32[] restrictions)
    struct Promise {
        /// Who answers for the data: the custodian while the policy is in effect.
        address controller;
        /// Bitmap of purposes that jobs may have.
        uint32 purposes;
        /// Bitmap of job kinds, see `Vocabulary`.
        uint16 kinds;
        /// Who may receive results and what they must not be used for: a number of the list in `Conditions`.
        uint8 conditions;
        /// Differentially private releases are let through.
        bool allowPrivate;
        /// Exact, reviewed releases are let through.
        bool allowExact;
        /// Contract accounts may grant under their own, linkable address.
        bool allowERC1271;
        /// Jobs may name other dataset versions than the newest.
        bool allowOldVersions;
        /// keccak256 over the schemas of the tables, as each {Version} has to have it.
        bytes32 schema;
        /// keccak256 of the datasheet, as each {Version} has to have it.
        bytes32 datasheet;
        /// keccak256 of the canonical JSON that has the consent text in each language; 0 when there is none.
        bytes32 text;
        /// Fewest subjects whose consent is live for a job, counted before any filter.
        uint32 minCohort;
        /// Exact counts below it are suppressed, unless they are zero.
        uint32 minCell;
        /// Privacy budget of the dataset over all versions, zCDP rho in millionths.
        uint64 rhoLimit;
        /// The same for delta, in units of 1e-15.
        uint64 deltaLimit;
        /// Most rho that one researcher may use, in millionths; 0 sets no such limit.
        uint64 rhoPerResearcher;
        Review review;
        /// With {Review-Reviewers}: how many have to sign.
        uint8 reviewersNeeded;
        /// Most rounds between the consent round and the charge.
        uint32 maxConsentAge;
        /// Contracts that may spend the budget: the markets.
        address[] spenders;
        /// Hashes of further rules. Who carries out a job refuses it when there is one that it does not know.
        bytes32[] restrictions;
    }

    /// @notice Who carries the promise out. The lists are in strictly ascending order.
    /// @dev EIP-712 type:
    /// Means(address broker,address enroller,uint8 archivesNeeded,bytes32 pins,bytes32[] measurements,bytes32[]
    /// trustRoots,bytes32[] programs,address[] reviewers,bytes32[] gates,address[] archives)
    struct Means {
        /// Account that records key releases.
        address broker;
        /// Key that signs enrolment tickets and may enrol in batches.
        address enroller;
        /// How many archives have to hold a result that is too large for the chain; 0 without archives.
        uint8 archivesNeeded;
        /// Hash of the canonical JSON of further attributes of a machine that quotes have to show; 0 asks for none.
        bytes32 pins;
        /// Worker measurements that may get the key.
        bytes32[] measurements;
        /// Attestation roots that quotes may chain to.
        bytes32[] trustRoots;
        /// With {Review-Listed}: hashes of the programs that may run.
        bytes32[] programs;
        /// With {Review-Reviewers}: who may sign.
        address[] reviewers;
        /// Contracts that are asked, at most four: words as `Gates` has them.
        bytes32[] gates;
        /// Who signs that it holds a result that is too large for the chain.
        address[] archives;
    }

    /// @notice Terms between custodian, researcher and worker.
    /// @dev EIP-712 type:
    /// Service(uint128 price,uint32 claimTimeout,uint32 jobTimeout,uint32 openTimeout,uint8 maxReruns)
    struct Service {
        /// Smallest fee of a job, in base units.
        uint128 price;
        /// Seconds from claim to key release, after which a claim lapses.
        uint32 claimTimeout;
        /// Seconds from key release to the sealed result, after which a job fails.
        uint32 jobTimeout;
        /// Seconds from the sealed result to the key that opens it, after which the result counts as withheld.
        uint32 openTimeout;
        /// How often a job may take a newer consent round.
        uint8 maxReruns;
    }

    /// @notice The rules of a dataset.
    /// @dev EIP-712 type, whose struct hash is the policy hash: Policy(Promise promised,Means means,Service service),
    /// with the types of its members.
    struct Policy {
        Promise promised;
        Means means;
        Service service;
    }

    /// @notice The fields of a policy version that have a fixed size and that a job is judged by.
    struct Terms {
        address controller;
        uint32 purposes;
        uint16 kinds;
        uint8 conditions;
        bool allowPrivate;
        bool allowExact;
        bool allowERC1271;
        bool allowOldVersions;
        uint32 minCohort;
        uint32 minCell;
        uint64 rhoLimit;
        uint64 deltaLimit;
        uint64 rhoPerResearcher;
        Review review;
        uint8 reviewersNeeded;
        uint32 maxConsentAge;
        uint128 price;
        uint32 claimTimeout;
        uint32 jobTimeout;
        uint32 openTimeout;
        uint8 maxReruns;
    }

    /// @notice What a custodian states when it registers a dataset.
    struct Registration {
        /// Unique among the custodian's datasets, 1 to 64 bytes.
        string name;
        /// Name of the family whose pseudonyms the dataset shares, at most 64 bytes; empty: it has pseudonyms of its
        /// own.
        string family;
        /// Whose family it is; zero: the caller's. Another founder has to have invited the caller.
        address founder;
        /// The data are synthetic or public, so that a simulated TEE may work on them.
        bool open;
    }

    /// @notice One version of a dataset's content.
    /// @dev EIP-712 type, whose struct hash is the version hash:
    /// DatasetVersion(bytes32 contentRoot,bytes32 schema,bytes32 datasheet,bytes32 mock,bytes32 rosterRoot,uint64
    /// asOf,string uri)
    struct Version {
        /// Hash over the tables' files: keccak256("assent.dataset.tables.v2" | for each table, by ascending name:
        /// keccak256(name) | SHA-256 of its age file | SHA-256 of that file's age header | keccak256 of its schema JSON
        /// | root of the roster inside it | number of its rows, 4 bytes).
        bytes32 contentRoot;
        /// Hash over the tables' schemas: keccak256("assent.dataset.schemas.v1" | for each table, by ascending name:
        /// keccak256(name) | keccak256 of its schema JSON).
        bytes32 schema;
        /// keccak256 of the datasheet.
        bytes32 datasheet;
        /// keccak256 of the mock data.
        bytes32 mock;
        /// Merkle root of the roster of enrolled subjects.
        bytes32 rosterRoot;
        /// Block up to which enrolments are contained.
        uint64 asOf;
        /// Where to find the files; at most 256 bytes.
        string uri;
    }

    /// @notice A dataset as it stands now.
    struct Dataset {
        /// Who registered it: part of its id, for good.
        address registrant;
        /// Who answers for it: the controller that the policy in effect names.
        address custodian;
        address enroller;
        address broker;
        address ledger;
        /// Pseudonym domain, as computed from id, family and founder.
        bytes32 domain;
        bool open;
        bool stopped;
        /// Latest dataset version; 0 before the first.
        uint32 version;
        /// When it was added, Unix seconds.
        uint64 acknowledgedAt;
        /// Policy version in effect.
        uint32 policyVersion;
        /// Oldest policy version whose grants count.
        uint32 minGrantVersion;
        /// Announced policy version that is not in effect yet; 0 when there is none.
        uint32 pendingVersion;
        /// When the pending version takes effect, Unix seconds.
        uint64 pendingFrom;
        /// The pending version asks more: from then on no older grant counts.
        bool pendingVoids;
        /// Who founded the family; zero without one.
        address founder;
        string name;
        string family;
    }

    /// @notice What a consent ledger needs to know of its dataset, in one call.
    struct ConsentTerms {
        address custodian;
        address enroller;
        uint32 policyVersion;
        uint32 minGrantVersion;
        bool allowERC1271;
        /// When the newest dataset version was added, Unix seconds: what happened to entries before it, the custodian
        /// has acknowledged. 0 before the first.
        uint64 acknowledgedAt;
        /// The conditions that the policy in effect promises.
        uint8 conditions;
        /// Which versions never came into effect and must not be granted for: bit n for version policyVersion - n. Bit
        /// 255 is for all versions that are 255 or more behind, and set as soon as one since minGrantVersion, however
        /// far behind, was withdrawn. Zero: none was.
        uint256 withdrawn;
    }

    event DatasetRegistered(
        DatasetId indexed dataset,
        address indexed registrant,
        address ledger,
        bytes32 domain,
        bool open,
        address founder,
        string name,
        string family
    );
    /// @notice A founder lets a custodian register one dataset in a family.
    event FamilyInvited(address indexed founder, string family, address indexed custodian);
    /// @notice An invitation was taken back before it was used.
    event FamilyInvitationWithdrawn(address indexed founder, string family, address indexed custodian);
    event VersionAdded(DatasetId indexed dataset, uint32 indexed version, bytes32 versionHash, Version content);
    event VersionRetired(DatasetId indexed dataset, uint32 indexed version);
    /// @param effectiveFrom Unix seconds from which the version is in effect: now, or later when it waits.
    event PolicySet(
        DatasetId indexed dataset,
        uint32 indexed version,
        bytes32 policyHash,
        Change change,
        uint64 effectiveFrom,
        Policy policy
    );
    /// @notice A pending version was replaced before it took effect; it never will.
    event PolicyWithdrawn(DatasetId indexed dataset, uint32 indexed version);
    event DatasetStopped(DatasetId indexed dataset);
    event DatasetResumed(DatasetId indexed dataset);
    event CustodyOffered(DatasetId indexed dataset, address indexed to);
    /// @notice The policy version that names the new controller is pending; {PolicySet} says from when it is in effect.
    event CustodyAccepted(DatasetId indexed dataset, address indexed from, address indexed to, uint32 policyVersion);

    error DatasetUnknown(DatasetId dataset);
    error DatasetExists(DatasetId dataset);
    error DatasetNotCustodian(DatasetId dataset, address caller);
    error DatasetNameInvalid(uint256 length);
    error DatasetFamilyInvalid(uint256 length);
    error DatasetNotInvited(address founder, string family, address custodian);
    error DatasetIsStopped(DatasetId dataset);
    error DatasetNotStopped(DatasetId dataset);
    error DatasetCustodyNotOffered(DatasetId dataset, address caller);
    /// @notice Custody has been accepted and is about to change; a policy of the custodian of now would withdraw that.
    error DatasetCustodyPending(DatasetId dataset, address to);
    error DatasetVersionUnknown(DatasetId dataset, uint32 version);
    error DatasetVersionRetired(DatasetId dataset, uint32 version);
    /// @notice There is a newer version, and the policy in effect allows only the newest.
    error DatasetVersionOld(DatasetId dataset, uint32 version, uint32 newest);
    /// @notice The version has another schema or datasheet than the policy in effect promises.
    error DatasetVersionNotPromised(DatasetId dataset, uint32 version);
    /// @notice A field has a value that no version can have; for schema and datasheet: not that of the policy in
    /// effect.
    error DatasetVersionInvalid(VersionField field);
    /// @notice A gate answered more than that it does not refuse.
    error DatasetGateExceeds(DatasetId dataset, address gate);
    error PolicyUnknown(DatasetId dataset, uint32 version);
    error PolicyNotInEffect(DatasetId dataset, uint32 version, uint32 current);
    /// @notice A field has a value that no policy can have.
    error PolicyInvalid(PolicyField field);

    /// @notice Registers a dataset for the caller and deploys its consent ledger. The policy becomes version 1 and
    /// is in effect at once. The pseudonym domain is the dataset's id, or that of the family.
    function register(Registration calldata registration, Policy calldata policy_)
        external
        returns (DatasetId dataset, address ledger);

    /// @notice Lets a custodian register, or accept custody of, one dataset in the caller's family: its subjects will
    /// have there the pseudonyms that they have in the family's other datasets.
    function invite(string calldata family, address custodian) external;

    /// @notice Takes an invitation back that has not been used.
    function withdrawInvitation(string calldata family, address custodian) external;

    /// @notice Adds a version, after asking the gates of the policy in effect. Its schema and datasheet have to be the
    /// ones that the policy in effect promises: another one needs a policy that names it first. Older versions are out
    /// of use from then on, unless the policy allows them.
    function addVersion(DatasetId dataset, Version calldata content) external returns (uint32 version);

    /// @notice Takes a version out of use for good, as erasure does: no job on it is posted, claimed or charged.
    function retireVersion(DatasetId dataset, uint32 version) external;

    /// @notice Adds a policy version, which has to name the caller as controller. {Change} says when it is in effect. A
    /// version that is still pending is withdrawn.
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

    /// @notice Offers custody to `to`, who has to accept it; the zero address takes the offer back. While an accepted
    /// one waits, no one else is offered it, so that no offer outlives the custody of who made it.
    function offerCustody(DatasetId dataset, address to) external;

    /// @notice Accepts custody: adds the policy in effect as a new version that names the caller as controller. As
    /// subjects agreed to another controller, it waits and then voids older grants. Until then the custodian is who it
    /// was, and a {setPolicy} withdraws the version. A custodian who did not found the dataset's family needs an
    /// invitation to it, as for a registration, which is used up.
    function acceptCustody(DatasetId dataset) external returns (uint32 version, uint64 effectiveFrom);

    /// @notice The id that a registrant's dataset of that name has or would have here.
    function datasetId(address registrant, string calldata name) external view returns (DatasetId);

    /// @notice The pseudonym domain of a founder's family:
    /// keccak256("assent.dataset.family.v1" | datasetId(founder, family)).
    function familyDomain(address founder, string calldata family) external view returns (bytes32);

    /// @notice Whether a custodian holds an unused invitation.
    function isInvited(address founder, string calldata family, address custodian) external view returns (bool);

    /// @notice Seconds that a policy waits unless it is in effect at once.
    function policyDelay() external view returns (uint64);

    /// @notice The {IPolicyChecker} that the registry made for itself.
    function policyChecker() external view returns (address);

    function datasetOf(DatasetId id) external view returns (Dataset memory);

    function consentTerms(DatasetId id) external view returns (ConsentTerms memory);

    /// @notice Reverts unless jobs on that dataset version under that policy version may go on now: the dataset is
    /// not stopped, the version exists and is not retired, it is the newest or the policy allows old ones, the policy
    /// version is the one in effect, and the version has the schema and the datasheet that it promises.
    function requireInUse(DatasetId id, uint32 version, uint32 policyVersion) external view;

    /// @notice As {requireInUse}, as a yes or no.
    function inUse(DatasetId id, uint32 version, uint32 policyVersion) external view returns (bool);

    /// @notice When the dataset was last stopped, Unix seconds, also when it goes on by now; zero: never.
    function stoppedAt(DatasetId id) external view returns (uint64);

    /// @notice Block number in which the dataset last went on after a stop; zero: never.
    function resumeBlock(DatasetId id) external view returns (uint64);

    /// @notice The controller that the policy in effect names.
    function custodianOf(DatasetId id) external view returns (address);

    /// @notice The broker that the policy in effect names.
    function brokerOf(DatasetId id) external view returns (address);

    function ledgerOf(DatasetId id) external view returns (address);

    /// @notice When an announced policy version takes effect, Unix seconds; 0 when none is pending. From then on no job
    /// under the version in effect now is in use.
    function pendingFrom(DatasetId id) external view returns (uint64);

    function versionOf(DatasetId id, uint32 number) external view returns (Version memory);

    function versionHashOf(DatasetId id, uint32 number) external view returns (bytes32);

    function isRetired(DatasetId id, uint32 number) external view returns (bool);

    function policyOf(DatasetId id, uint32 number) external view returns (Policy memory);

    function policyHashOf(DatasetId id, uint32 number) external view returns (bytes32);

    /// @notice The hashes of a policy version's promise and of its means.
    function partHashesOf(DatasetId id, uint32 number) external view returns (bytes32 promiseHash, bytes32 meansHash);

    function termsOf(DatasetId id, uint32 number) external view returns (Terms memory);

    /// @notice Terms of the policy version in effect.
    function currentTerms(DatasetId id) external view returns (Terms memory);

    /// @notice Whether a contract may spend the dataset's budget now.
    function isSpender(DatasetId id, address spender) external view returns (bool);

    /// @notice The gates of a policy version, as words of `Gates`.
    function gatesOf(DatasetId id, uint32 policyVersion) external view returns (bytes32[] memory);

    /// @notice The archives of a policy version, and how many of them have to hold a large result.
    function archivesOf(DatasetId id, uint32 policyVersion)
        external
        view
        returns (address[] memory archives, uint8 needed);

    function acceptsProgram(DatasetId id, uint32 policyVersion, bytes32 program) external view returns (bool);

    function acceptsWorker(DatasetId id, uint32 policyVersion, bytes32 measurement, bytes32 trustRoot)
        external
        view
        returns (bool);

    /// @notice The EIP-712 struct hash of a dataset version.
    function hashVersion(Version calldata content) external pure returns (bytes32);
}
