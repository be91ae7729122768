// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Workers and their attestation
/// @notice An operator registers an enclave by its signing address, with the enclave's own signature over the
/// registration, so no one can register another's enclave or take a registration over. The chain judges the quote
/// itself, by the newest collateral that was posted: when it is registered or renewed, and again whenever it is used
/// and anything by which it was judged has changed. So there is no worker that an accepted TEE has not attested, and
/// one whose platform or certificate was revoked can do nothing from the transaction after the one that posts the news.
/// @dev The owner is the network's governance. It can revoke a worker that is known to be broken, and says how healthy
/// platforms have to be; it can register or change nothing.
/// EIP-712 type, domain ("Assent", "1", chain, this contract), signed by the enclave:
/// Registration(address enclave,address operator,bytes32 rek,bytes32 measurement,bytes32 trustRoot,uint8
/// platform,uint64 expiry,bytes32 quote,uint64 nonce)
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
        /// An {IAttestation-Platform}.
        uint8 platform;
        /// Last second at which the registration is valid, Unix seconds. At most {MAX_LIFE} ahead.
        uint64 expiry;
    }

    /// @notice A worker's record.
    struct Worker {
        address operator;
        uint64 expiry;
        uint8 platform;
        /// How often it was renewed: the nonce of the next signature is this plus one.
        uint16 renewals;
        bytes32 rek;
        bytes32 measurement;
        bytes32 trustRoot;
        /// keccak256 of the evidence.
        bytes32 quote;
        /// What the last judgement found: see {IAttestation-Claims}.
        uint8 status;
        bool simulated;
        uint32 evaluation;
        uint64 tcbDate;
        uint64 validUntil;
        /// When it was, Unix seconds.
        uint64 judgedAt;
        /// Name of the collateral that it was made with: see {ICollateralRegistry-idOf}.
        bytes32 collateral;
        /// Which collateral judges the evidence: see {IAttestation-Place}.
        bytes32 levels;
        bytes32 issuer;
        /// Version of the floor that it was held against.
        uint32 floorVersion;
        /// Issue date of the oldest part of the collateral.
        uint64 issuedAt;
        /// When it was revoked, Unix seconds; zero: it was not.
        uint64 revokedAt;
        /// Contract whose code is a zero byte and the evidence.
        address evidence;
    }

    /// @notice What a job needs to know of a worker that holds.
    struct Judgement {
        address operator;
        bytes32 measurement;
        bytes32 trustRoot;
        /// keccak256 of the evidence, and by which collateral it was judged.
        bytes32 quote;
        bytes32 collateral;
    }

    /// @notice How healthy a platform has to be. The zero value accepts platforms of Intel that are up to date.
    struct Floor {
        /// Bit n accepts TCB status n; see {IAttestation-Claims}. UpToDate needs no bit. Revoked and Unjudged have
        /// none.
        uint16 statuses;
        /// Smallest TCB evaluation data number.
        uint32 evaluation;
        /// Earliest date of a TCB level, Unix seconds.
        uint64 tcbDate;
        /// Smallest firmware versions for SNP, a byte each as in {IAttestation-Claims}. Zero accepts no SNP: AMD
        /// publishes no levels, and a network has to name the versions that it wants.
        uint32 versions;
        /// How many seconds ago collateral may have been issued. Zero is no limit but its own validity.
        uint64 collateralAge;
    }

    event WorkerRegistered(
        address indexed enclave,
        address indexed operator,
        bytes32 indexed measurement,
        bytes32 rek,
        bytes32 trustRoot,
        uint8 platform,
        uint64 expiry,
        bool simulated,
        uint8 status,
        bytes32 collateral,
        bytes quote
    );
    event WorkerRenewed(address indexed enclave, uint64 expiry, uint8 status, bytes32 collateral, bytes quote);
    /// @notice A worker's evidence was judged again and holds.
    event WorkerJudged(address indexed enclave, uint8 status, uint32 evaluation, bytes32 collateral);
    event WorkerRevoked(address indexed enclave, address by);
    event FloorSet(Floor floor, uint32 version);

    error WorkerUnknown(address enclave);
    error WorkerExists(address enclave);
    error WorkerRevokedAlready(address enclave);
    error WorkerExpired(address enclave, uint64 expiry);
    error WorkerNotOperator(address enclave, address caller);
    error WorkerExpiryInvalid(uint64 expiry);
    error WorkerFieldInvalid(string field);
    error WorkerSignature(address enclave);
    error WorkerQuoteSize(uint256 size);
    /// @notice The quote is genuine and not accepted. `check` is "platform", "root" or "measurement" (it claims another
    /// than was registered), "debug", "migratable", "tcb" (status, date or versions under the floor), "evaluation",
    /// "revocation" (a revocation list was not posted), "collateral" (none was posted, or it is too old), "reportData"
    /// (it binds another network, operator, enclave or key, or answers a challenge) or "freshness" (the block that it
    /// binds is not one of the last 256). What is not genuine is refused with {IAttestation-QuoteRefused}.
    error WorkerQuoteRefused(address enclave, string check);
    error WorkerRenewalsExhausted(address enclave);
    /// @notice The floor names a status that cannot be accepted.
    error WorkerFloorInvalid(uint16 statuses);

    /// @notice Registers an enclave; the caller becomes its operator. `signature` is the enclave's, with nonce 0.
    /// @param quote The evidence.
    function register(Registration calldata registration, bytes calldata quote, bytes calldata signature) external;

    /// @notice Extends a registration with fresh evidence. Its keys, measurement, platform and root stay.
    /// @param signature The enclave's over the registration with the new expiry and quote, nonce renewals + 1.
    function renew(address enclave, uint64 expiry, bytes calldata quote, bytes calldata signature) external;

    /// @notice Revokes an enclave for good. For its operator and the owner.
    function revoke(address enclave) external;

    /// @notice Says how healthy platforms have to be, from now on. Only for the owner.
    function setFloor(Floor calldata floor_) external;

    /// @notice Fails unless the enclave is registered, not expired, not revoked, and its evidence holds by the newest
    /// collateral and floor. Anyone may call it. The evidence is verified again if collateral or floor have changed
    /// since the last time or are past their time; otherwise nothing is written.
    function judge(address enclave) external returns (Judgement memory);

    /// @notice The worker's record as {judge} would leave it, or the reason for which it would fail.
    function check(address enclave) external view returns (Worker memory);

    /// @notice Whether {judge} would succeed.
    function isValid(address enclave) external view returns (bool);

    /// @notice The record as it was written last.
    function workerOf(address enclave) external view returns (Worker memory);

    /// @notice The measurement that the enclave has registered; zero when it is not registered.
    function measurementOf(address enclave) external view returns (bytes32);

    /// @notice The evidence that the enclave has registered.
    function evidenceOf(address enclave) external view returns (bytes memory);

    function floor() external view returns (Floor memory);

    /// @notice How often the floor was set.
    function floorVersion() external view returns (uint32);

    /// @notice The runtime that quotes have to bind.
    function runtime() external view returns (bytes32);

    /// @notice The registry of the collateral that judges.
    function collateral() external view returns (address);

    /// @notice Longest time from a registration to its expiry, in seconds.
    function MAX_LIFE() external view returns (uint64);

    /// @notice The digest that the enclave signs.
    function hashRegistration(Registration calldata registration, address operator, bytes32 quoteHash, uint64 nonce)
        external
        view
        returns (bytes32 digest);
}
