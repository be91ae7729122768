// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SSTORE2} from "solady/src/utils/SSTORE2.sol";

import {ATTESTATION, IAttestation} from "./interfaces/IAttestation.sol";
import {ICollateralRegistry} from "./interfaces/ICollateralRegistry.sol";
import {IWorkerRegistry} from "./interfaces/IWorkerRegistry.sol";
import {Chunks} from "./libraries/Chunks.sol";
import {TypedHashes} from "./libraries/TypedHashes.sol";

/// @title Workers and their attestation
/// @dev Promises and formats are in {IWorkerRegistry}.
contract WorkerRegistry is IWorkerRegistry, EIP712, Ownable2Step {
    /// @inheritdoc IWorkerRegistry
    uint64 public constant MAX_LIFE = 30 days;

    uint8 private constant SNP = uint8(IAttestation.Platform.SNP);
    uint8 private constant UP_TO_DATE = uint8(IAttestation.Status.UpToDate);
    uint8 private constant UNJUDGED = uint8(IAttestation.Status.Unjudged);
    /// @dev The statuses that a floor can name, by bit: all that Intel's levels have but Revoked.
    uint16 private constant STATUSES = 0x7e;

    /// @dev {Floor} and its version, in one word.
    struct VersionedFloor {
        uint16 statuses;
        uint32 evaluation;
        uint64 tcbDate;
        uint32 versions;
        uint64 collateralAge;
        uint32 version;
    }

    bytes32 private immutable _runtime;
    ICollateralRegistry private immutable _collateral;

    mapping(address => Worker) private _workers;
    VersionedFloor private _floor;

    /// @param owner_ The network's governance.
    /// @param runtime_ The runtime ID that quotes have to bind.
    /// @param collateral_ The registry of the collateral that judges.
    constructor(address owner_, bytes32 runtime_, address collateral_) EIP712("Assent", "1") Ownable(owner_) {
        _runtime = runtime_;
        _collateral = ICollateralRegistry(collateral_);
    }

    /// @inheritdoc IWorkerRegistry
    function register(Registration calldata registration, bytes calldata quote, bytes calldata signature) external {
        address enclave = registration.enclave;
        if (_workers[enclave].operator != address(0)) revert WorkerExists(enclave);
        if (registration.rek == 0) revert WorkerFieldInvalid("rek");
        if (registration.measurement == 0) revert WorkerFieldInvalid("measurement");
        if (registration.trustRoot == 0) revert WorkerFieldInvalid("trustRoot");
        if (registration.platform == 0) revert WorkerFieldInvalid("platform");

        Worker memory worker;
        worker.operator = msg.sender;
        worker.platform = registration.platform;
        worker.rek = registration.rek;
        worker.measurement = registration.measurement;
        worker.trustRoot = registration.trustRoot;
        _attest(enclave, worker, registration.expiry, quote, signature, 0);
        _announce(enclave, worker, quote);
    }

    /// @inheritdoc IWorkerRegistry
    function renew(address enclave, uint64 expiry, bytes calldata quote, bytes calldata signature) external {
        Worker memory worker = _existing(enclave);
        if (worker.revokedAt != 0) revert WorkerRevokedAlready(enclave);
        if (msg.sender != worker.operator) revert WorkerNotOperator(enclave, msg.sender);
        if (worker.renewals == type(uint16).max) revert WorkerRenewalsExhausted(enclave);
        _attest(enclave, worker, expiry, quote, signature, ++worker.renewals);
        emit WorkerRenewed(enclave, expiry, worker.status, worker.collateral, quote);
    }

    /// @inheritdoc IWorkerRegistry
    function revoke(address enclave) external {
        Worker storage record = _existing(enclave);
        if (record.revokedAt != 0) revert WorkerRevokedAlready(enclave);
        if (msg.sender != record.operator && msg.sender != owner()) revert WorkerNotOperator(enclave, msg.sender);
        record.revokedAt = uint64(block.timestamp);
        emit WorkerRevoked(enclave, msg.sender);
    }

    /// @inheritdoc IWorkerRegistry
    function setFloor(Floor calldata floor_) external onlyOwner {
        if (floor_.statuses & ~STATUSES != 0) revert WorkerFloorInvalid(floor_.statuses);
        uint32 version = _floor.version + 1;
        _floor = VersionedFloor({
            statuses: floor_.statuses,
            evaluation: floor_.evaluation,
            tcbDate: floor_.tcbDate,
            versions: floor_.versions,
            collateralAge: floor_.collateralAge,
            version: version
        });
        emit FloorSet(floor_, version);
    }

    /// @inheritdoc IWorkerRegistry
    function judge(address enclave) external returns (Judgement memory) {
        Worker storage record = _existing(enclave);
        (bytes32 id, bool again) = _isStale(enclave, record);
        if (again) {
            Worker memory worker = record;
            _verify(enclave, worker, id, _floor, SSTORE2.read(worker.evidence));
            _workers[enclave] = worker;
            emit WorkerJudged(enclave, worker.status, worker.evaluation, id);
        }
        return Judgement(record.operator, record.measurement, record.trustRoot, record.quote, id);
    }

    /// @inheritdoc IWorkerRegistry
    function check(address enclave) external view returns (Worker memory worker) {
        worker = _existing(enclave);
        (bytes32 id, bool again) = _isStale(enclave, _workers[enclave]);
        if (again) _verify(enclave, worker, id, _floor, SSTORE2.read(worker.evidence));
    }

    /// @inheritdoc IWorkerRegistry
    function isValid(address enclave) external view returns (bool) {
        try this.check(enclave) returns (Worker memory) {
            return true;
        } catch {
            return false;
        }
    }

    /// @inheritdoc IWorkerRegistry
    function workerOf(address enclave) external view returns (Worker memory) {
        return _existing(enclave);
    }

    /// @inheritdoc IWorkerRegistry
    function measurementOf(address enclave) external view returns (bytes32) {
        return _workers[enclave].measurement;
    }

    /// @inheritdoc IWorkerRegistry
    function evidenceOf(address enclave) external view returns (bytes memory) {
        return SSTORE2.read(_existing(enclave).evidence);
    }

    /// @inheritdoc IWorkerRegistry
    function floor() external view returns (Floor memory) {
        VersionedFloor memory f = _floor;
        return Floor(f.statuses, f.evaluation, f.tcbDate, f.versions, f.collateralAge);
    }

    /// @inheritdoc IWorkerRegistry
    function floorVersion() external view returns (uint32) {
        return _floor.version;
    }

    /// @inheritdoc IWorkerRegistry
    function runtime() external view returns (bytes32) {
        return _runtime;
    }

    /// @inheritdoc IWorkerRegistry
    function collateral() external view returns (address) {
        return address(_collateral);
    }

    /// @inheritdoc IWorkerRegistry
    function hashRegistration(Registration calldata registration, address operator, bytes32 quoteHash, uint64 nonce)
        external
        view
        returns (bytes32 digest)
    {
        return _digest(registration, operator, quoteHash, nonce);
    }

    /// @dev In a function of its own, since so many arguments need the whole stack.
    function _announce(address enclave, Worker memory worker, bytes calldata quote) private {
        emit WorkerRegistered(
            enclave,
            worker.operator,
            worker.measurement,
            worker.rek,
            worker.trustRoot,
            worker.platform,
            worker.expiry,
            worker.simulated,
            worker.status,
            worker.collateral,
            quote
        );
    }

    /// @dev Records evidence, after the enclave has signed for it and it was judged.
    function _attest(
        address enclave,
        Worker memory worker,
        uint64 expiry,
        bytes calldata quote,
        bytes calldata signature,
        uint64 nonce
    ) private {
        if (expiry <= block.timestamp || expiry > block.timestamp + MAX_LIFE) {
            revert WorkerExpiryInvalid(expiry);
        }
        if (quote.length == 0 || quote.length > Chunks.SIZE) revert WorkerQuoteSize(quote.length);
        worker.expiry = expiry;
        worker.quote = keccak256(quote);
        Registration memory registration = Registration({
            enclave: enclave,
            rek: worker.rek,
            measurement: worker.measurement,
            trustRoot: worker.trustRoot,
            platform: worker.platform,
            expiry: expiry
        });
        bytes32 digest = _digest(registration, worker.operator, worker.quote, nonce);
        (address signer,,) = ECDSA.tryRecoverCalldata(digest, signature);
        if (signer != enclave || signer == address(0)) revert WorkerSignature(enclave);

        IAttestation.Place memory place = ATTESTATION.locate(quote);
        (worker.levels, worker.issuer) = (place.levels, place.issuer);
        IAttestation.Claims memory claims =
            _verify(enclave, worker, _collateral.idOf(place.levels, place.issuer), _floor, quote);
        if (claims.blockHash == 0 || blockhash(claims.round) != claims.blockHash) {
            revert WorkerQuoteRefused(enclave, "freshness");
        }
        worker.evidence = SSTORE2.write(quote);
        _workers[enclave] = worker;
    }

    /// @dev The collateral by which a worker has to be judged now, and whether that changes anything, so that its
    /// evidence has to be verified again.
    function _isStale(address enclave, Worker storage record) private view returns (bytes32 id, bool again) {
        if (record.revokedAt != 0) revert WorkerRevokedAlready(enclave);
        if (block.timestamp > record.expiry) revert WorkerExpired(enclave, record.expiry);
        id = _collateral.idOf(record.levels, record.issuer);
        VersionedFloor memory f = _floor;
        again = id != record.collateral || f.version != record.floorVersion || block.timestamp > record.validUntil
            || _isTooOld(record.issuedAt, f);
    }

    /// @dev Verifies evidence by the newest collateral, holds it against what is registered and accepted, and writes
    /// into `worker` what was found.
    function _verify(address enclave, Worker memory worker, bytes32 id, VersionedFloor memory f, bytes memory evidence)
        private
        view
        returns (IAttestation.Claims memory claims)
    {
        if (id == 0) revert WorkerQuoteRefused(enclave, "collateral");
        claims = ATTESTATION.verify(
            evidence, _collateral.collateralOf(worker.levels, worker.issuer), uint64(block.timestamp)
        );
        string memory failed = _failed(enclave, worker, claims, f);
        if (bytes(failed).length != 0) revert WorkerQuoteRefused(enclave, failed);
        worker.status = claims.status;
        worker.simulated = claims.simulated;
        worker.evaluation = claims.evaluation;
        worker.tcbDate = claims.tcbDate;
        worker.validUntil = claims.validUntil;
        worker.judgedAt = uint64(block.timestamp);
        worker.collateral = id;
        worker.floorVersion = f.version;
        worker.issuedAt = claims.issuedAt;
    }

    /// @dev The first check that claims fail; empty when they pass them all. Freshness is the caller's.
    function _failed(address enclave, Worker memory worker, IAttestation.Claims memory claims, VersionedFloor memory f)
        private
        view
        returns (string memory)
    {
        if (claims.platform != worker.platform) return "platform";
        if (claims.root != worker.trustRoot) return "root";
        if (claims.measurement != worker.measurement) return "measurement";
        if (claims.debug) return "debug";
        if (claims.migratable) return "migratable";
        if (!_isHealthy(claims, f)) return "tcb";
        if (claims.platform != SNP && claims.evaluation < f.evaluation) return "evaluation";
        if (!claims.revocation) return "revocation";
        if (block.timestamp > claims.validUntil || _isTooOld(claims.issuedAt, f)) return "collateral";
        bytes32 binding = keccak256(
            abi.encode(
                TypedHashes.ENCLAVE_BINDING,
                block.chainid,
                _runtime,
                worker.operator,
                enclave,
                worker.rek,
                claims.round,
                claims.blockHash
            )
        );
        if (claims.binding != binding || claims.challenge != 0 || claims.nonce != 0) return "reportData";
        return "";
    }

    /// @dev Whether the firmware is accepted. AMD publishes no levels, so each version counts by itself.
    function _isHealthy(IAttestation.Claims memory claims, VersionedFloor memory f) private pure returns (bool) {
        if (claims.platform != SNP) {
            return (claims.status == UP_TO_DATE || f.statuses >> claims.status & 1 == 1) && claims.tcbDate >= f.tcbDate;
        }
        if (claims.status != UNJUDGED || f.versions == 0) return false;
        for (uint256 shift = 0; shift < 32; shift += 8) {
            if (uint8(claims.versions >> shift) < uint8(f.versions >> shift)) return false;
        }
        return true;
    }

    function _isTooOld(uint64 issuedAt, VersionedFloor memory f) private view returns (bool) {
        return f.collateralAge != 0 && block.timestamp > uint256(issuedAt) + f.collateralAge;
    }

    function _digest(Registration memory r, address operator, bytes32 quoteHash, uint64 nonce)
        private
        view
        returns (bytes32)
    {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    TypedHashes.REGISTRATION,
                    r.enclave,
                    operator,
                    r.rek,
                    r.measurement,
                    r.trustRoot,
                    r.platform,
                    r.expiry,
                    quoteHash,
                    nonce
                )
            )
        );
    }

    function _existing(address enclave) private view returns (Worker storage record) {
        record = _workers[enclave];
        if (record.operator == address(0)) revert WorkerUnknown(enclave);
    }
}
