// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title A check of attestation quotes that the chain can make itself
interface IQuoteVerifier {
    /// @notice Whether the quote is genuine and binds these facts.
    function verifyQuote(
        address enclave,
        bytes32 rek,
        bytes32 measurement,
        bytes32 trustRoot,
        uint8 platform,
        bytes calldata quote
    ) external view returns (bool);
}

/// @title Workers and their attestation
/// @notice An operator registers an enclave by its signing address, with the enclave's own signature over the
/// registration, so nobody can register another's enclave or take a registration over. What a quote says is checked
/// by the key broker, and by a verifier on chain when the network names one.
/// @dev The owner is the network's governance. It can revoke a worker that is known to be broken and name or remove
/// the quote verifier; it can register or change nothing.
/// EIP-712 type, domain ("Assent", "1", chain, this contract), signed by the enclave:
/// Registration(address enclave,address operator,bytes32 rek,bytes32 measurement,bytes32 trustRoot,uint8 platform,uint64 expiry,bytes32 quote,uint64 nonce)
interface IWorkerRegistry {
    /// @notice What an operator registers.
    struct Registration {
        /// Address of the enclave's secp256k1 signing key.
        address enclave;
        /// The enclave's X25519 key, to which dataset keys are wrapped.
        bytes32 rek;
        bytes32 measurement;
        /// Attestation root that the quote chains to.
        bytes32 trustRoot;
        /// 1 simulated, 2 Intel TDX, 3 AMD SEV-SNP.
        uint8 platform;
        /// Last second at which the registration is valid, Unix seconds.
        uint64 expiry;
    }

    /// @notice A worker's record.
    struct Worker {
        address operator;
        uint64 expiry;
        uint8 platform;
        bool revoked;
        /// How often it was renewed: the nonce of the next signature is this plus one.
        uint16 renewals;
        bytes32 rek;
        bytes32 measurement;
        bytes32 trustRoot;
        /// keccak256 of the quote.
        bytes32 quote;
    }

    event WorkerRegistered(
        address indexed enclave,
        address indexed operator,
        bytes32 indexed measurement,
        bytes32 rek,
        bytes32 trustRoot,
        uint8 platform,
        uint64 expiry,
        bytes quote
    );
    event WorkerRenewed(address indexed enclave, uint64 expiry, bytes quote);
    event WorkerRevoked(address indexed enclave, address by);
    event QuoteVerifierSet(address verifier);

    error WorkerUnknown(address enclave);
    error WorkerExists(address enclave);
    error WorkerRevokedAlready(address enclave);
    error WorkerNotOperator(address enclave, address caller);
    error WorkerExpiryInvalid(uint64 expiry);
    error WorkerFieldInvalid(string field);
    error WorkerSignature(address enclave);
    error WorkerQuoteSize(uint256 size);
    error WorkerQuoteRefused(address enclave);
    error WorkerRenewalsExhausted(address enclave);

    /// @notice Registers an enclave; the caller becomes its operator. `signature` is the enclave's, with nonce 0.
    function register(Registration calldata registration, bytes calldata quote, bytes calldata signature) external;

    /// @notice Extends a registration with a fresh quote. Its keys, measurement and root stay.
    /// @param signature The enclave's over the registration with the new expiry and quote, nonce renewals + 1.
    function renew(address enclave, uint64 expiry, bytes calldata quote, bytes calldata signature) external;

    /// @notice Revokes an enclave for good. For its operator and the owner.
    function revoke(address enclave) external;

    /// @notice Names the contract that checks quotes; zero leaves it to the brokers. Only for the owner.
    function setQuoteVerifier(address verifier) external;

    function quoteVerifier() external view returns (address);

    function workerOf(address enclave) external view returns (Worker memory);

    /// @notice Whether the enclave is registered, not expired and not revoked.
    function isValid(address enclave) external view returns (bool);

    /// @notice The digest that the enclave signs.
    function hashRegistration(Registration calldata registration, address operator, bytes32 quoteHash, uint64 nonce)
        external
        view
        returns (bytes32 digest);
}
