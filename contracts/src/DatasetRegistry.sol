// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentLedgerFactory} from "./interfaces/IConsentLedgerFactory.sol";
import {IDatasetRegistry} from "./interfaces/IDatasetRegistry.sol";
import {IGate} from "./interfaces/IGate.sol";
import {DatasetId} from "./interfaces/Ids.sol";
import {IPolicyChecker} from "./interfaces/IPolicyChecker.sol";
import {PolicyChecker} from "./PolicyChecker.sol";
import {Gates} from "./libraries/Gates.sol";
import {TypedHashes} from "./libraries/TypedHashes.sol";

/// @title Datasets, their versions and their policies
/// @dev Promises and formats are in {IDatasetRegistry}.
contract DatasetRegistry is IDatasetRegistry {
    using TypedHashes for *;

    uint256 private constant MAX_NAME = 64;
    uint256 private constant MAX_URI = 256;
    bytes private constant FAMILY_DOMAIN = "assent.dataset.family.v1";

    IConsentLedgerFactory private immutable _ledgers;
    IPolicyChecker private immutable _checker;
    uint64 private immutable _policyDelay;

    /// @dev What is kept of a dataset. A pending policy version takes effect by the clock alone: readers of storage
    /// have to apply it as {_inEffect} does.
    struct Record {
        address registrant;
        uint32 version;
        bool open;
        bool stopped;
        uint48 stoppedAt;
        address ledger;
        uint64 acknowledgedAt;
        uint32 latestPolicy;
        uint32 policyVersion;
        uint32 minGrantVersion;
        uint32 pendingVersion;
        uint64 pendingFrom;
        bool pendingVoids;
        /// The newest version that never came into effect; 0 before the first.
        uint32 lastWithdrawn;
        uint48 resumeBlock;
        bytes32 domain;
        address founder;
        address offeredTo;
        string name;
        string family;
    }

    /// @dev A policy version. Promise and means are kept by their hashes, as many versions have the same.
    struct Parts {
        bytes32 promised;
        bytes32 means;
        /// What {_dataHash} makes of schema and datasheet.
        bytes32 data;
        Service service;
    }

    mapping(DatasetId => Record) private _datasets;
    mapping(DatasetId => mapping(uint32 => bytes32)) private _policyHashes;
    mapping(DatasetId => mapping(uint32 => bytes32)) private _versionHashes;
    mapping(DatasetId => mapping(uint32 => bool)) private _retired;
    mapping(DatasetId => mapping(uint32 => Parts)) private _parts;
    mapping(bytes32 => Promise) private _promises;
    mapping(bytes32 => Means) private _means;
    mapping(DatasetId => mapping(uint32 => Version)) private _versions;
    /// @dev What {_dataHash} makes of a version's schema and datasheet.
    mapping(DatasetId => mapping(uint32 => bytes32)) private _versionData;
    mapping(bytes32 => mapping(address => bool)) private _invited;
    /// @dev A bit for each policy version that was withdrawn before it was in effect: bit 255 - number % 256 of word
    /// number / 256, so that a shift puts the newest first.
    mapping(DatasetId => mapping(uint256 => uint256)) private _withdrawn;

    /// @param ledgers_ Deploys the consent ledgers.
    /// @param policyDelay_ Seconds that a policy waits unless it is in effect at once.
    constructor(address ledgers_, uint64 policyDelay_) {
        _ledgers = IConsentLedgerFactory(ledgers_);
        _checker = new PolicyChecker();
        _policyDelay = policyDelay_;
    }

    modifier onlyCustodian(DatasetId id) {
        if (msg.sender != _custodian(id, _existing(id))) revert DatasetNotCustodian(id, msg.sender);
        _;
    }

    /// @inheritdoc IDatasetRegistry
    function register(Registration calldata registration, Policy calldata policy_)
        external
        returns (DatasetId id, address ledger)
    {
        uint256 length = bytes(registration.name).length;
        if (length == 0 || length > MAX_NAME) revert DatasetNameInvalid(length);
        if (policy_.promised.controller != msg.sender) revert PolicyInvalid(PolicyField.Controller);
        id = datasetId(msg.sender, registration.name);
        Record storage record = _datasets[id];
        if (record.ledger != address(0)) revert DatasetExists(id);

        record.registrant = msg.sender;
        record.open = registration.open;
        record.name = registration.name;
        (record.domain, record.founder) = _domain(id, registration);
        record.family = registration.family;
        ledger = _ledgers.deploy(id);
        record.ledger = ledger;
        emit DatasetRegistered(
            id,
            msg.sender,
            ledger,
            record.domain,
            registration.open,
            record.founder,
            registration.name,
            registration.family
        );

        record.policyVersion = 1;
        record.minGrantVersion = 1;
        _addPolicy(id, record, policy_, Change.AtOnce, uint64(block.timestamp));
    }

    /// @inheritdoc IDatasetRegistry
    function invite(string calldata family, address custodian) external {
        _requireFamily(family);
        _invited[familyDomain(msg.sender, family)][custodian] = true;
        emit FamilyInvited(msg.sender, family, custodian);
    }

    /// @inheritdoc IDatasetRegistry
    function withdrawInvitation(string calldata family, address custodian) external {
        _useInvitation(msg.sender, family, custodian);
        emit FamilyInvitationWithdrawn(msg.sender, family, custodian);
    }

    /// @inheritdoc IDatasetRegistry
    function addVersion(DatasetId id, Version calldata content) external onlyCustodian(id) returns (uint32 number) {
        Record storage record = _datasets[id];
        (uint32 current,) = _inEffect(record);
        _checkVersion(id, record, current, content);
        number = ++record.version;
        record.acknowledgedAt = uint64(block.timestamp);
        bytes32 digest = content.hash();
        _versionHashes[id][number] = digest;
        _versions[id][number] = content;
        _versionData[id][number] = _dataHash(content.schema, content.datasheet);
        emit VersionAdded(id, number, digest, content);
        _askGates(id, current, abi.encode(number, content));
    }

    /// @inheritdoc IDatasetRegistry
    function retireVersion(DatasetId id, uint32 number) external onlyCustodian(id) {
        if (_versionHashes[id][number] == 0) revert DatasetVersionUnknown(id, number);
        if (_retired[id][number]) revert DatasetVersionRetired(id, number);
        _retired[id][number] = true;
        emit VersionRetired(id, number);
    }

    /// @inheritdoc IDatasetRegistry
    function setPolicy(DatasetId id, Policy calldata policy_)
        external
        onlyCustodian(id)
        returns (uint32 number, uint64 effectiveFrom)
    {
        if (policy_.promised.controller != msg.sender) revert PolicyInvalid(PolicyField.Controller);
        return _replacePolicy(id, policy_);
    }

    /// @inheritdoc IDatasetRegistry
    function stop(DatasetId id) external onlyCustodian(id) {
        if (_datasets[id].stopped) revert DatasetIsStopped(id);
        _datasets[id].stopped = true;
        _datasets[id].stoppedAt = uint48(block.timestamp);
        emit DatasetStopped(id);
    }

    /// @inheritdoc IDatasetRegistry
    function resume(DatasetId id) external onlyCustodian(id) {
        if (!_datasets[id].stopped) revert DatasetNotStopped(id);
        _datasets[id].stopped = false;
        _datasets[id].resumeBlock = uint48(block.number);
        emit DatasetResumed(id);
    }

    /// @inheritdoc IDatasetRegistry
    function offerCustody(DatasetId id, address to) external onlyCustodian(id) {
        Record storage record = _datasets[id];
        (uint32 current,) = _inEffect(record);
        uint32 pending = record.pendingVersion;
        if (pending != 0 && pending != current) {
            // A custodian who is about to leave would offer what is another's when it is accepted.
            address next = _promiseOf(id, pending).controller;
            if (next != msg.sender) revert DatasetCustodyPending(id, next);
        }
        record.offeredTo = to;
        emit CustodyOffered(id, to);
    }

    /// @inheritdoc IDatasetRegistry
    function acceptCustody(DatasetId id) external returns (uint32 number, uint64 effectiveFrom) {
        Record storage record = _existing(id);
        if (msg.sender != record.offeredTo) revert DatasetCustodyNotOffered(id, msg.sender);
        record.offeredTo = address(0);
        // Custody leads into a family as a registration does.
        if (record.founder != address(0) && record.founder != msg.sender) {
            _useInvitation(record.founder, record.family, msg.sender);
        }
        (uint32 current,) = _inEffect(record);
        Policy memory next = _policy(id, current);
        address from = next.promised.controller;
        next.promised.controller = msg.sender;
        (number, effectiveFrom) = _replacePolicy(id, next);
        emit CustodyAccepted(id, from, msg.sender, number);
    }

    /// @inheritdoc IDatasetRegistry
    function datasetId(address registrant, string memory name) public view returns (DatasetId) {
        return DatasetId.wrap(keccak256(abi.encode(block.chainid, address(this), registrant, keccak256(bytes(name)))));
    }

    /// @inheritdoc IDatasetRegistry
    function familyDomain(address founder, string memory family) public view returns (bytes32) {
        return keccak256(bytes.concat(FAMILY_DOMAIN, DatasetId.unwrap(datasetId(founder, family))));
    }

    /// @inheritdoc IDatasetRegistry
    function isInvited(address founder, string calldata family, address custodian) external view returns (bool) {
        return _invited[familyDomain(founder, family)][custodian];
    }

    /// @inheritdoc IDatasetRegistry
    function policyDelay() external view returns (uint64) {
        return _policyDelay;
    }

    /// @inheritdoc IDatasetRegistry
    function policyChecker() external view returns (address) {
        return address(_checker);
    }

    /// @inheritdoc IDatasetRegistry
    function datasetOf(DatasetId id) external view returns (Dataset memory d) {
        Record storage record = _existing(id);
        (d.policyVersion, d.minGrantVersion) = _inEffect(record);
        d.registrant = record.registrant;
        d.custodian = _custodian(id, record);
        d.enroller = _meansOf(id, d.policyVersion).enroller;
        d.broker = _meansOf(id, d.policyVersion).broker;
        d.ledger = record.ledger;
        d.domain = record.domain;
        d.open = record.open;
        d.stopped = record.stopped;
        d.version = record.version;
        d.acknowledgedAt = record.acknowledgedAt;
        if (record.pendingVersion != d.policyVersion) {
            d.pendingVersion = record.pendingVersion;
            d.pendingFrom = record.pendingFrom;
            d.pendingVoids = record.pendingVoids;
        }
        d.founder = record.founder;
        d.name = record.name;
        d.family = record.family;
    }

    /// @inheritdoc IDatasetRegistry
    function consentTerms(DatasetId id) external view returns (ConsentTerms memory terms) {
        Record storage record = _existing(id);
        (terms.policyVersion, terms.minGrantVersion) = _inEffect(record);
        Promise storage promised = _promiseOf(id, terms.policyVersion);
        terms.custodian = promised.controller;
        terms.allowERC1271 = promised.allowERC1271;
        terms.enroller = _meansOf(id, terms.policyVersion).enroller;
        terms.conditions = promised.conditions;
        terms.acknowledgedAt = record.acknowledgedAt;
        terms.withdrawn = _withdrawnBefore(id, record, terms);
    }

    /// @inheritdoc IDatasetRegistry
    function requireInUse(DatasetId id, uint32 number, uint32 policyVersion) external view {
        Record storage record = _existing(id);
        if (record.stopped) revert DatasetIsStopped(id);
        if (number == 0 || number > record.version) revert DatasetVersionUnknown(id, number);
        if (_retired[id][number]) revert DatasetVersionRetired(id, number);
        (uint32 current,) = _inEffect(record);
        if (policyVersion != current) revert PolicyNotInEffect(id, policyVersion, current);
        if (!_isNewEnough(id, record, number, current)) revert DatasetVersionOld(id, number, record.version);
        if (_versionData[id][number] != _parts[id][current].data) revert DatasetVersionNotPromised(id, number);
    }

    /// @inheritdoc IDatasetRegistry
    function inUse(DatasetId id, uint32 number, uint32 policyVersion) external view returns (bool) {
        Record storage record = _existing(id);
        (uint32 current,) = _inEffect(record);
        return !record.stopped && number != 0 && number <= record.version && !_retired[id][number]
            && policyVersion == current && _isNewEnough(id, record, number, current)
            && _versionData[id][number] == _parts[id][current].data;
    }

    /// @inheritdoc IDatasetRegistry
    function stoppedAt(DatasetId id) external view returns (uint64) {
        return _existing(id).stoppedAt;
    }

    /// @inheritdoc IDatasetRegistry
    function resumeBlock(DatasetId id) external view returns (uint64) {
        return _existing(id).resumeBlock;
    }

    /// @inheritdoc IDatasetRegistry
    function custodianOf(DatasetId id) external view returns (address) {
        return _custodian(id, _existing(id));
    }

    /// @inheritdoc IDatasetRegistry
    function brokerOf(DatasetId id) external view returns (address) {
        (uint32 current,) = _inEffect(_existing(id));
        return _meansOf(id, current).broker;
    }

    /// @inheritdoc IDatasetRegistry
    function ledgerOf(DatasetId id) external view returns (address) {
        return _existing(id).ledger;
    }

    /// @inheritdoc IDatasetRegistry
    function pendingFrom(DatasetId id) external view returns (uint64) {
        Record storage record = _existing(id);
        (uint32 current,) = _inEffect(record);
        return record.pendingVersion == current ? 0 : record.pendingFrom;
    }

    /// @inheritdoc IDatasetRegistry
    function versionOf(DatasetId id, uint32 number) external view returns (Version memory) {
        if (_versionHashes[id][number] == 0) revert DatasetVersionUnknown(id, number);
        return _versions[id][number];
    }

    /// @inheritdoc IDatasetRegistry
    function versionHashOf(DatasetId id, uint32 number) external view returns (bytes32) {
        return _versionHashes[id][number];
    }

    /// @inheritdoc IDatasetRegistry
    function isRetired(DatasetId id, uint32 number) external view returns (bool) {
        return _retired[id][number];
    }

    /// @inheritdoc IDatasetRegistry
    function policyOf(DatasetId id, uint32 number) external view returns (Policy memory) {
        return _policy(id, number);
    }

    /// @inheritdoc IDatasetRegistry
    function policyHashOf(DatasetId id, uint32 number) external view returns (bytes32) {
        return _policyHashes[id][number];
    }

    /// @inheritdoc IDatasetRegistry
    function partHashesOf(DatasetId id, uint32 number) external view returns (bytes32 promiseHash, bytes32 meansHash) {
        Parts storage parts = _partsOf(id, number);
        return (parts.promised, parts.means);
    }

    /// @inheritdoc IDatasetRegistry
    function termsOf(DatasetId id, uint32 number) public view returns (Terms memory terms) {
        Promise storage promised = _promiseOf(id, number);
        terms.controller = promised.controller;
        terms.purposes = promised.purposes;
        terms.kinds = promised.kinds;
        terms.conditions = promised.conditions;
        terms.allowPrivate = promised.allowPrivate;
        terms.allowExact = promised.allowExact;
        terms.allowERC1271 = promised.allowERC1271;
        terms.allowOldVersions = promised.allowOldVersions;
        terms.minCohort = promised.minCohort;
        terms.minCell = promised.minCell;
        terms.rhoLimit = promised.rhoLimit;
        terms.deltaLimit = promised.deltaLimit;
        terms.rhoPerResearcher = promised.rhoPerResearcher;
        terms.review = promised.review;
        terms.reviewersNeeded = promised.reviewersNeeded;
        terms.maxConsentAge = promised.maxConsentAge;
        Service storage service = _parts[id][number].service;
        terms.price = service.price;
        terms.claimTimeout = service.claimTimeout;
        terms.jobTimeout = service.jobTimeout;
        terms.openTimeout = service.openTimeout;
        terms.maxReruns = service.maxReruns;
    }

    /// @inheritdoc IDatasetRegistry
    function currentTerms(DatasetId id) external view returns (Terms memory) {
        (uint32 current,) = _inEffect(_existing(id));
        return termsOf(id, current);
    }

    /// @inheritdoc IDatasetRegistry
    function isSpender(DatasetId id, address spender) external view returns (bool) {
        (uint32 current,) = _inEffect(_existing(id));
        address[] storage spenders = _promiseOf(id, current).spenders;
        for (uint256 i = 0; i < spenders.length; ++i) {
            if (spenders[i] == spender) return true;
        }
        return false;
    }

    /// @inheritdoc IDatasetRegistry
    function gatesOf(DatasetId id, uint32 policyVersion) external view returns (bytes32[] memory) {
        return _meansOf(id, policyVersion).gates;
    }

    /// @inheritdoc IDatasetRegistry
    function archivesOf(DatasetId id, uint32 policyVersion)
        external
        view
        returns (address[] memory archives, uint8 needed)
    {
        Means storage means = _meansOf(id, policyVersion);
        return (means.archives, means.archivesNeeded);
    }

    /// @inheritdoc IDatasetRegistry
    function acceptsProgram(DatasetId id, uint32 policyVersion, bytes32 program) external view returns (bool) {
        return _promiseOf(id, policyVersion).review != Review.Listed
            || _contains(_meansOf(id, policyVersion).programs, program);
    }

    /// @inheritdoc IDatasetRegistry
    function acceptsWorker(DatasetId id, uint32 policyVersion, bytes32 measurement, bytes32 trustRoot)
        external
        view
        returns (bool)
    {
        Means storage means = _meansOf(id, policyVersion);
        return _contains(means.measurements, measurement) && _contains(means.trustRoots, trustRoot);
    }

    /// @inheritdoc IDatasetRegistry
    function hashVersion(Version calldata content) external pure returns (bytes32) {
        return content.hash();
    }

    /// @dev The pseudonym domain of a new dataset, and whose family it is in. A custodian's own family needs no
    /// invitation; another one's is used up.
    function _domain(DatasetId id, Registration calldata registration)
        private
        returns (bytes32 domain, address founder)
    {
        if (bytes(registration.family).length == 0) {
            if (registration.founder != address(0)) {
                revert DatasetFamilyInvalid(0);
            }
            return (DatasetId.unwrap(id), address(0));
        }
        _requireFamily(registration.family);
        founder = registration.founder == address(0) ? msg.sender : registration.founder;
        if (founder != msg.sender) _useInvitation(founder, registration.family, msg.sender);
        domain = familyDomain(founder, registration.family);
    }

    function _useInvitation(address founder, string memory family, address custodian) private {
        bytes32 domain = familyDomain(founder, family);
        if (!_invited[domain][custodian]) revert DatasetNotInvited(founder, family, custodian);
        _invited[domain][custodian] = false;
    }

    /// @dev That a version's content is of the kind that the policy in effect promises, and not older than the last.
    function _checkVersion(DatasetId id, Record storage record, uint32 current, Version calldata content) private view {
        Promise storage promised = _promiseOf(id, current);
        if (content.contentRoot == 0) revert DatasetVersionInvalid(VersionField.ContentRoot);
        if (content.schema != promised.schema) revert DatasetVersionInvalid(VersionField.Schema);
        if (content.datasheet != promised.datasheet) revert DatasetVersionInvalid(VersionField.Datasheet);
        // The version before the first is all zero.
        if (content.asOf > block.number || content.asOf < _versions[id][record.version].asOf) {
            revert DatasetVersionInvalid(VersionField.AsOf);
        }
        if (bytes(content.uri).length > MAX_URI) revert DatasetVersionInvalid(VersionField.URI);
    }

    /// @dev Asks the gates of the policy in effect whether a version may be added. All that they can do here is revert.
    function _askGates(DatasetId id, uint32 current, bytes memory data) private {
        bytes32[] memory gates = _meansOf(id, current).gates;
        for (uint256 i = 0; i < gates.length; ++i) {
            if (!Gates.isAskedAt(gates[i], IGate.Moment.Version)) continue;
            IGate.Question memory question;
            question.moment = IGate.Moment.Version;
            question.dataset = id;
            question.caller = msg.sender;
            question.data = data;
            IGate gate = Gates.gate(gates[i]);
            IGate.Answer memory answer = gate.ask(question);
            if (
                answer.approve || answer.consentRound != 0 || answer.broker != address(0) || answer.excuse
                    || answer.budgetKey != 0
            ) revert DatasetGateExceeds(id, address(gate));
        }
    }

    /// @dev Adds a policy version and puts it in effect now or later, as the comparison with the one in effect says.
    function _replacePolicy(DatasetId id, Policy memory next) private returns (uint32 number, uint64 effectiveFrom) {
        Record storage record = _datasets[id];
        (uint32 current, uint32 oldest) = _inEffect(record);
        if (record.pendingVersion != 0) {
            if (record.pendingVersion == current) {
                record.policyVersion = current;
                record.minGrantVersion = oldest;
            } else {
                uint32 withdrawn = record.pendingVersion;
                record.lastWithdrawn = withdrawn;
                _withdrawn[id][withdrawn >> 8] |= 1 << (0xff - (withdrawn & 0xff));
                emit PolicyWithdrawn(id, withdrawn);
            }
            record.pendingVersion = 0;
            record.pendingFrom = 0;
            record.pendingVoids = false;
        }

        Change change = _checker.compare(_policy(id, current), next);
        effectiveFrom = uint64(block.timestamp);
        number = record.latestPolicy + 1;
        if (change == Change.AtOnce) {
            record.policyVersion = number;
        } else {
            effectiveFrom += _policyDelay;
            record.pendingVersion = number;
            record.pendingFrom = effectiveFrom;
            record.pendingVoids = change == Change.Voids;
        }
        _addPolicy(id, record, next, change, effectiveFrom);
    }

    function _addPolicy(DatasetId id, Record storage record, Policy memory policy_, Change change, uint64 effectiveFrom)
        private
    {
        IPolicyChecker.Hashes memory hashes = _checker.inspect(policy_);
        uint32 number = ++record.latestPolicy;
        Parts storage parts = _parts[id][number];
        if (_promises[hashes.promised].controller == address(0)) _promises[hashes.promised] = policy_.promised;
        if (_means[hashes.means].broker == address(0)) _means[hashes.means] = policy_.means;
        parts.promised = hashes.promised;
        parts.means = hashes.means;
        parts.data = _dataHash(policy_.promised.schema, policy_.promised.datasheet);
        parts.service = policy_.service;
        _policyHashes[id][number] = hashes.policy;
        emit PolicySet(id, number, hashes.policy, change, effectiveFrom, policy_);
    }

    /// @dev Policy version in effect now, and the oldest version whose grants count. When a pending version asks more,
    /// no older grant counts from its time on.
    function _inEffect(Record storage record) private view returns (uint32 current, uint32 oldest) {
        uint32 pending = record.pendingVersion;
        if (pending != 0 && block.timestamp >= record.pendingFrom) {
            return (pending, record.pendingVoids ? pending : record.minGrantVersion);
        }
        return (record.policyVersion, record.minGrantVersion);
    }

    /// @dev {ConsentTerms-withdrawn}: two words of bits, shifted so that the version in effect is the lowest. Where no
    /// version that grants may name was withdrawn, neither word is read; where one was, the highest bit is set, as what
    /// became of the versions that share it is not told apart.
    function _withdrawnBefore(DatasetId id, Record storage record, ConsentTerms memory terms)
        private
        view
        returns (uint256)
    {
        if (record.lastWithdrawn < terms.minGrantVersion) return 0;
        uint256 word = terms.policyVersion >> 8;
        uint256 bit = terms.policyVersion & 0xff;
        uint256 older = word == 0 ? 0 : _withdrawn[id][word - 1];
        return _withdrawn[id][word] >> (0xff - bit) | older << (bit + 1) | 1 << 0xff;
    }

    function _existing(DatasetId id) private view returns (Record storage record) {
        record = _datasets[id];
        if (record.ledger == address(0)) revert DatasetUnknown(id);
    }

    function _custodian(DatasetId id, Record storage record) private view returns (address) {
        (uint32 current,) = _inEffect(record);
        return _promiseOf(id, current).controller;
    }

    /// @dev Whether a version is the newest, or the policy in effect allows older ones.
    function _isNewEnough(DatasetId id, Record storage record, uint32 number, uint32 current)
        private
        view
        returns (bool)
    {
        return number == record.version || _promiseOf(id, current).allowOldVersions;
    }

    function _partsOf(DatasetId id, uint32 number) private view returns (Parts storage parts) {
        parts = _parts[id][number];
        if (parts.promised == 0) revert PolicyUnknown(id, number);
    }

    function _promiseOf(DatasetId id, uint32 number) private view returns (Promise storage) {
        return _promises[_partsOf(id, number).promised];
    }

    function _meansOf(DatasetId id, uint32 number) private view returns (Means storage) {
        bytes32 means = _parts[id][number].means;
        if (means == 0) revert PolicyUnknown(id, number);
        return _means[means];
    }

    function _policy(DatasetId id, uint32 number) private view returns (Policy memory) {
        Parts storage parts = _partsOf(id, number);
        return Policy({promised: _promises[parts.promised], means: _means[parts.means], service: parts.service});
    }

    /// @dev What a version and a promise have to agree in, as one word.
    function _dataHash(bytes32 schema, bytes32 datasheet) private pure returns (bytes32) {
        return keccak256(abi.encode(schema, datasheet));
    }

    function _requireFamily(string calldata family) private pure {
        uint256 length = bytes(family).length;
        if (length == 0 || length > MAX_NAME) revert DatasetFamilyInvalid(length);
    }

    /// @dev Binary search in a list of a policy, which is in strictly ascending order.
    function _contains(bytes32[] storage list, bytes32 item) private view returns (bool) {
        uint256 low = 0;
        uint256 high = list.length;
        while (low < high) {
            uint256 middle = (low + high) / 2;
            bytes32 found = list[middle];
            if (found == item) return true;
            if (found < item) low = middle + 1;
            else high = middle;
        }
        return false;
    }
}
