// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {IQuoteVerifier, IWorkerRegistry} from "./interfaces/IWorkerRegistry.sol";
import {TypedHashes} from "./libraries/TypedHashes.sol";

/// @title Workers and their attestation
/// @dev Promises and formats are in {IWorkerRegistry}.
contract WorkerRegistry is IWorkerRegistry, EIP712, Ownable2Step {
    uint256 private constant MAX_QUOTE = 32 * 1024;

    mapping(address => Worker) private _workers;
    IQuoteVerifier private _quoteVerifier;

    /// @param owner_ The network's governance.
    constructor(address owner_) EIP712("Assent", "1") Ownable(owner_) {}

    /// @inheritdoc IWorkerRegistry
    function register(Registration calldata registration, bytes calldata quote, bytes calldata signature) external {
        address enclave = registration.enclave;
        Worker storage record = _workers[enclave];
        if (record.operator != address(0)) revert WorkerExists(enclave);
        if (registration.rek == 0) revert WorkerFieldInvalid("rek");
        if (registration.measurement == 0) revert WorkerFieldInvalid("measurement");
        if (registration.trustRoot == 0) revert WorkerFieldInvalid("trustRoot");
        if (registration.platform == 0) revert WorkerFieldInvalid("platform");

        record.operator = msg.sender;
        record.platform = registration.platform;
        record.rek = registration.rek;
        record.measurement = registration.measurement;
        record.trustRoot = registration.trustRoot;
        _attest(enclave, registration.expiry, quote, signature, 0);
        emit WorkerRegistered(
            enclave,
            msg.sender,
            registration.measurement,
            registration.rek,
            registration.trustRoot,
            registration.platform,
            registration.expiry,
            quote
        );
    }

    /// @inheritdoc IWorkerRegistry
    function renew(address enclave, uint64 expiry, bytes calldata quote, bytes calldata signature) external {
        Worker storage record = _existing(enclave);
        if (record.revoked) revert WorkerRevokedAlready(enclave);
        if (msg.sender != record.operator) revert WorkerNotOperator(enclave, msg.sender);
        if (record.renewals == type(uint16).max) revert WorkerRenewalsExhausted(enclave);
        _attest(enclave, expiry, quote, signature, ++record.renewals);
        emit WorkerRenewed(enclave, expiry, quote);
    }

    /// @inheritdoc IWorkerRegistry
    function revoke(address enclave) external {
        Worker storage record = _existing(enclave);
        if (record.revoked) revert WorkerRevokedAlready(enclave);
        if (msg.sender != record.operator && msg.sender != owner()) revert WorkerNotOperator(enclave, msg.sender);
        record.revoked = true;
        emit WorkerRevoked(enclave, msg.sender);
    }

    /// @inheritdoc IWorkerRegistry
    function setQuoteVerifier(address verifier) external onlyOwner {
        _quoteVerifier = IQuoteVerifier(verifier);
        emit QuoteVerifierSet(verifier);
    }

    /// @inheritdoc IWorkerRegistry
    function quoteVerifier() external view returns (address) {
        return address(_quoteVerifier);
    }

    /// @inheritdoc IWorkerRegistry
    function workerOf(address enclave) external view returns (Worker memory) {
        return _existing(enclave);
    }

    /// @inheritdoc IWorkerRegistry
    function isValid(address enclave) external view returns (bool) {
        Worker storage record = _workers[enclave];
        return record.operator != address(0) && !record.revoked && block.timestamp <= record.expiry;
    }

    /// @inheritdoc IWorkerRegistry
    function hashRegistration(Registration calldata registration, address operator, bytes32 quoteHash, uint64 nonce)
        external
        view
        returns (bytes32 digest)
    {
        return _digest(registration, operator, quoteHash, nonce);
    }

    /// @dev Records a quote after the enclave has signed for it.
    function _attest(address enclave, uint64 expiry, bytes calldata quote, bytes calldata signature, uint64 nonce)
        private
    {
        if (expiry <= block.timestamp) revert WorkerExpiryInvalid(expiry);
        if (quote.length == 0 || quote.length > MAX_QUOTE) revert WorkerQuoteSize(quote.length);
        Worker storage record = _workers[enclave];
        record.expiry = expiry;
        record.quote = keccak256(quote);
        Registration memory registration = Registration({
            enclave: enclave,
            rek: record.rek,
            measurement: record.measurement,
            trustRoot: record.trustRoot,
            platform: record.platform,
            expiry: expiry
        });
        bytes32 digest = _digest(registration, record.operator, record.quote, nonce);
        (address signer,,) = ECDSA.tryRecoverCalldata(digest, signature);
        if (signer != enclave || signer == address(0)) revert WorkerSignature(enclave);
        if (!_genuine(registration, quote)) revert WorkerQuoteRefused(enclave);
    }

    /// @dev What the network's verifier says of a quote; without one the brokers judge.
    function _genuine(Registration memory r, bytes calldata quote) private view returns (bool) {
        IQuoteVerifier verifier = _quoteVerifier;
        if (address(verifier) == address(0)) return true;
        return verifier.verifyQuote(r.enclave, r.rek, r.measurement, r.trustRoot, r.platform, quote);
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
