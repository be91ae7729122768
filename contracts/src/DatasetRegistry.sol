// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentLedgerFactory} from "./interfaces/IConsentLedgerFactory.sol";
import {DatasetId} from "./interfaces/Ids.sol";
import {IDatasetRegistry} from "./interfaces/IDatasetRegistry.sol";
import {PolicyRules} from "./libraries/PolicyRules.sol";
import {TypedHashes} from "./libraries/TypedHashes.sol";

/// @title Datasets, their versions and their policies
/// @dev Promises and formats are in {IDatasetRegistry}.
contract DatasetRegistry is IDatasetRegistry {
    using TypedHashes for *;

    uint256 private constant MAX_NAME = 64;
    uint256 private constant MAX_URI = 256;

    IConsentLedgerFactory private immutable _ledgers;
    uint64 private immutable _policyDelay;

    /// @dev What is kept of a dataset. A pending policy version takes effect by the clock alone: readers of storage
    /// have to apply it as {_inEffect} does.
    struct Record {
        address custodian;
        uint32 version;
        bool open;
        bool stopped;
        address enroller;
        address broker;
        address ledger;
        bytes32 domain;
        uint32 policyVersion;
        uint32 minGrantVersion;
        uint32 pendingVersion;
        uint32 latestPolicy;
        uint64 pendingFrom;
        address offeredTo;
        string name;
    }

    mapping(DatasetId => Record) private _datasets;
    mapping(DatasetId => mapping(uint32 => bytes32)) private _policyHashes;
    mapping(DatasetId => mapping(uint32 => bytes32)) private _versionHashes;
    mapping(DatasetId => mapping(uint32 => bool)) private _retired;
    mapping(DatasetId => mapping(uint32 => Policy)) private _policies;
    mapping(DatasetId => mapping(uint32 => Version)) private _versions;

    /// @param ledgers_ Deploys the consent ledgers.
    /// @param policyDelay_ Seconds that a looser policy waits before it takes effect.
    constructor(address ledgers_, uint64 policyDelay_) {
        _ledgers = IConsentLedgerFactory(ledgers_);
        _policyDelay = policyDelay_;
    }

    modifier onlyCustodian(DatasetId id) {
        if (msg.sender != _existing(id).custodian) revert DatasetNotCustodian(id, msg.sender);
        _;
    }

    /// @inheritdoc IDatasetRegistry
    function register(Registration calldata registration, Policy calldata policy_)
        external
        returns (DatasetId id, address ledger)
    {
        uint256 length = bytes(registration.name).length;
        if (length == 0 || length > MAX_NAME) revert DatasetNameInvalid(length);
        _requireAddress(registration.enroller, "enroller");
        _requireAddress(registration.broker, "broker");
        id = datasetId(msg.sender, registration.name);
        Record storage record = _datasets[id];
        if (record.custodian != address(0)) revert DatasetExists(id);

        record.custodian = msg.sender;
        record.enroller = registration.enroller;
        record.broker = registration.broker;
        record.domain = registration.domain;
        record.open = registration.open;
        record.name = registration.name;
        ledger = _ledgers.deploy(id);
        record.ledger = ledger;
        emit DatasetRegistered(
            id,
            msg.sender,
            ledger,
            registration.enroller,
            registration.broker,
            registration.domain,
            registration.open,
            registration.name
        );

        record.policyVersion = 1;
        record.minGrantVersion = 1;
        _addPolicy(id, record, policy_, false, uint64(block.timestamp));
    }

    /// @inheritdoc IDatasetRegistry
    function addVersion(DatasetId id, Version calldata content) external onlyCustodian(id) returns (uint32 number) {
        if (content.contentRoot == 0) revert DatasetVersionInvalid("contentRoot");
        if (bytes(content.uri).length > MAX_URI) revert DatasetVersionInvalid("uri");
        number = ++_datasets[id].version;
        bytes32 digest = content.hash();
        _versionHashes[id][number] = digest;
        _versions[id][number] = content;
        emit VersionAdded(id, number, digest, content);
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
        Record storage record = _datasets[id];
        (uint32 current, uint32 oldest) = _inEffect(record);
        if (record.pendingVersion != 0) {
            if (record.pendingVersion == current) {
                record.policyVersion = current;
                record.minGrantVersion = oldest;
            } else {
                emit PolicyWithdrawn(id, record.pendingVersion);
            }
            record.pendingVersion = 0;
            record.pendingFrom = 0;
        }

        bool looser = PolicyRules.isLooser(_policies[id][current], policy_);
        effectiveFrom = uint64(block.timestamp);
        number = record.latestPolicy + 1;
        if (looser) {
            effectiveFrom += _policyDelay;
            record.pendingVersion = number;
            record.pendingFrom = effectiveFrom;
        } else {
            record.policyVersion = number;
        }
        _addPolicy(id, record, policy_, looser, effectiveFrom);
    }

    /// @inheritdoc IDatasetRegistry
    function stop(DatasetId id) external onlyCustodian(id) {
        if (_datasets[id].stopped) revert DatasetIsStopped(id);
        _datasets[id].stopped = true;
        emit DatasetStopped(id);
    }

    /// @inheritdoc IDatasetRegistry
    function resume(DatasetId id) external onlyCustodian(id) {
        if (!_datasets[id].stopped) revert DatasetNotStopped(id);
        _datasets[id].stopped = false;
        emit DatasetResumed(id);
    }

    /// @inheritdoc IDatasetRegistry
    function setEnroller(DatasetId id, address enroller) external onlyCustodian(id) {
        _requireAddress(enroller, "enroller");
        _datasets[id].enroller = enroller;
        emit EnrollerSet(id, enroller);
    }

    /// @inheritdoc IDatasetRegistry
    function setBroker(DatasetId id, address broker) external onlyCustodian(id) {
        _requireAddress(broker, "broker");
        _datasets[id].broker = broker;
        emit BrokerSet(id, broker);
    }

    /// @inheritdoc IDatasetRegistry
    function offerCustody(DatasetId id, address to) external onlyCustodian(id) {
        _datasets[id].offeredTo = to;
        emit CustodyOffered(id, to);
    }

    /// @inheritdoc IDatasetRegistry
    function acceptCustody(DatasetId id) external {
        Record storage record = _existing(id);
        if (msg.sender != record.offeredTo) revert DatasetCustodyNotOffered(id, msg.sender);
        address from = record.custodian;
        record.custodian = msg.sender;
        record.offeredTo = address(0);
        emit CustodyTransferred(id, from, msg.sender);
    }

    /// @inheritdoc IDatasetRegistry
    function datasetId(address custodian, string calldata name) public view returns (DatasetId) {
        return DatasetId.wrap(keccak256(abi.encode(block.chainid, address(this), custodian, keccak256(bytes(name)))));
    }

    /// @inheritdoc IDatasetRegistry
    function policyDelay() external view returns (uint64) {
        return _policyDelay;
    }

    /// @inheritdoc IDatasetRegistry
    function datasetOf(DatasetId id) external view returns (Dataset memory) {
        Record storage record = _existing(id);
        (uint32 current, uint32 oldest) = _inEffect(record);
        bool pending = record.pendingVersion != current;
        return Dataset({
            custodian: record.custodian,
            enroller: record.enroller,
            broker: record.broker,
            ledger: record.ledger,
            domain: record.domain,
            open: record.open,
            stopped: record.stopped,
            version: record.version,
            policyVersion: current,
            minGrantVersion: oldest,
            pendingVersion: pending ? record.pendingVersion : 0,
            pendingFrom: pending ? record.pendingFrom : 0,
            name: record.name
        });
    }

    /// @inheritdoc IDatasetRegistry
    function consentTerms(DatasetId id) external view returns (ConsentTerms memory terms) {
        Record storage record = _existing(id);
        terms.custodian = record.custodian;
        terms.enroller = record.enroller;
        (terms.policyVersion, terms.minGrantVersion) = _inEffect(record);
        terms.allowERC1271 = _policies[id][terms.policyVersion].allowERC1271;
    }

    /// @inheritdoc IDatasetRegistry
    function requireInUse(DatasetId id, uint32 number, uint32 policyVersion) external view {
        Record storage record = _existing(id);
        if (record.stopped) revert DatasetIsStopped(id);
        if (_versionHashes[id][number] == 0) revert DatasetVersionUnknown(id, number);
        if (_retired[id][number]) revert DatasetVersionRetired(id, number);
        (uint32 current,) = _inEffect(record);
        if (policyVersion != current) revert PolicyNotInEffect(id, policyVersion, current);
    }

    /// @inheritdoc IDatasetRegistry
    function inUse(DatasetId id, uint32 number, uint32 policyVersion) external view returns (bool) {
        Record storage record = _existing(id);
        (uint32 current,) = _inEffect(record);
        return !record.stopped && _versionHashes[id][number] != 0 && !_retired[id][number] && policyVersion == current;
    }

    /// @inheritdoc IDatasetRegistry
    function custodianOf(DatasetId id) external view returns (address) {
        return _existing(id).custodian;
    }

    /// @inheritdoc IDatasetRegistry
    function brokerOf(DatasetId id) external view returns (address) {
        return _existing(id).broker;
    }

    /// @inheritdoc IDatasetRegistry
    function ledgerOf(DatasetId id) external view returns (address) {
        return _existing(id).ledger;
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
    function termsOf(DatasetId id, uint32 number) public view returns (Terms memory) {
        Policy storage p = _policy(id, number);
        return Terms({
            purposes: p.purposes,
            kinds: p.kinds,
            minCohort: p.minCohort,
            rhoLimit: p.rhoLimit,
            rhoPerResearcher: p.rhoPerResearcher,
            review: p.review,
            reviewersNeeded: p.reviewersNeeded,
            allowPrivate: p.allowPrivate,
            allowExact: p.allowExact,
            allowERC1271: p.allowERC1271,
            price: p.price,
            claimTimeout: p.claimTimeout,
            jobTimeout: p.jobTimeout,
            maxConsentAge: p.maxConsentAge,
            maxReruns: p.maxReruns
        });
    }

    /// @inheritdoc IDatasetRegistry
    function currentTerms(DatasetId id) external view returns (Terms memory) {
        (uint32 current,) = _inEffect(_existing(id));
        return termsOf(id, current);
    }

    /// @inheritdoc IDatasetRegistry
    function acceptsProgram(DatasetId id, uint32 policyVersion, bytes32 program) external view returns (bool) {
        Policy storage p = _policy(id, policyVersion);
        return p.review != uint8(Review.Listed) || _contains(p.programs, program);
    }

    /// @inheritdoc IDatasetRegistry
    function acceptsWorker(DatasetId id, uint32 policyVersion, bytes32 measurement, bytes32 trustRoot)
        external
        view
        returns (bool)
    {
        Policy storage p = _policy(id, policyVersion);
        return _contains(p.measurements, measurement) && _contains(p.trustRoots, trustRoot);
    }

    /// @inheritdoc IDatasetRegistry
    function isLooser(Policy memory previous, Policy memory next) external pure returns (bool) {
        return PolicyRules.isLooser(previous, next);
    }

    /// @inheritdoc IDatasetRegistry
    function hashPolicy(Policy calldata policy_) external pure returns (bytes32) {
        return policy_.hash();
    }

    /// @inheritdoc IDatasetRegistry
    function hashVersion(Version calldata content) external pure returns (bytes32) {
        return content.hash();
    }

    function _addPolicy(DatasetId id, Record storage record, Policy calldata policy_, bool looser, uint64 effectiveFrom)
        private
    {
        PolicyRules.validate(policy_);
        uint32 number = ++record.latestPolicy;
        bytes32 digest = policy_.hash();
        _policyHashes[id][number] = digest;
        _policies[id][number] = policy_;
        emit PolicySet(id, number, digest, looser, effectiveFrom, policy_);
    }

    /// @dev Policy version in effect now, and the oldest version whose grants count. A pending version is looser, so
    /// from its time on no older grant counts.
    function _inEffect(Record storage record) private view returns (uint32 current, uint32 oldest) {
        uint32 pending = record.pendingVersion;
        if (pending != 0 && block.timestamp >= record.pendingFrom) return (pending, pending);
        return (record.policyVersion, record.minGrantVersion);
    }

    function _existing(DatasetId id) private view returns (Record storage record) {
        record = _datasets[id];
        if (record.custodian == address(0)) revert DatasetUnknown(id);
    }

    function _policy(DatasetId id, uint32 number) private view returns (Policy storage) {
        if (_policyHashes[id][number] == 0) revert PolicyUnknown(id, number);
        return _policies[id][number];
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

    function _requireAddress(address value, string memory field) private pure {
        if (value == address(0)) revert DatasetAddressZero(field);
    }
}
