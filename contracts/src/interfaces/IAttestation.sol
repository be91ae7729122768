// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Judgement of attestation by the runtime itself
/// @notice What {ATTESTATION} answers. It is a pure function of its input and of the attestation roots in the runtime's
/// genesis document: the caller gives collateral and time, in contracts the block's. It says what a genuine quote
/// claims; what of it is accepted is the caller's to say.
/// @dev Gas depends on the length of the input and on the platform, and bad input costs no more than good. Evidence and
/// collateral are as docs/protocol/attestation.md has them. A collateral container is `"assent.collateral.v1" ‖ kind
/// (1) ‖ parts`, each part its length (4, big endian) and its bytes. Runs of parts that are renewed together are units:
///
///   Intel  levels      TCB info: body, signature; QE identity: body, signature; certificate of their signer
///          root list   the root's revocation list
///          issuer list certificate of the PCK CA; its revocation list
///   AMD    levels      VCEK; ASK
///          root list   the root's revocation list
///          issuer list nothing, no bytes at all
///
/// A unit that is absent consists of empty parts.
interface IAttestation {
    /// @notice Kinds of attestation.
    enum Platform {
        None,
        /// No platform has this number.
        Reserved,
        /// Intel TDX.
        TDX,
        /// AMD SEV-SNP.
        SNP
    }

    /// @notice A vendor's judgement of firmware.
    enum Status {
        None,
        UpToDate,
        SWHardeningNeeded,
        ConfigurationNeeded,
        ConfigurationAndSWHardeningNeeded,
        OutOfDate,
        OutOfDateConfigurationNeeded,
        Revoked,
        /// AMD publishes no levels.
        Unjudged,
        /// Older than every level.
        BelowLevels
    }

    /// @notice Vendors, whose collateral has different parts.
    enum Vendor {
        None,
        Intel,
        AMD
    }

    /// @notice What a genuine quote claims.
    struct Claims {
        /// A {Platform}.
        uint8 platform;
        /// A {Status}.
        uint8 status;
        /// The root is no hardware vendor's.
        bool simulated;
        /// The host can read the guest's memory.
        bool debug;
        /// The host may move the guest to a machine that made no quote.
        bool migratable;
        /// There was a revocation list of every issuer in the quote's chain.
        bool revocation;
        /// TCB evaluation data number; zero for SNP.
        uint32 evaluation;
        /// Date of the TCB level, Unix seconds; zero for SNP.
        uint64 tcbDate;
        /// Issue date of the oldest part of the collateral that is renewed every month, Unix seconds.
        uint64 issuedAt;
        /// Until when collateral and certificates are valid, Unix seconds.
        uint64 validUntil;
        /// Firmware versions for SNP: bootloader, tee, snp, microcode, a byte each, the first in the highest; zero for
        /// TDX.
        uint32 versions;
        bytes32 measurement;
        /// keccak256 of the root's public key.
        bytes32 root;
        /// First half of the report data: the struct hash of an EnclaveBinding.
        bytes32 binding;
        /// Second half of the report data: the nonce of the party that asked, zero for registrations.
        bytes32 challenge;
        /// What the evidence says beside its quote.
        uint64 round;
        bytes32 blockHash;
        bytes32 nonce;
    }

    /// @notice Which collateral judges a quote.
    struct Place {
        /// Key of the levels: of a platform's TCB info for Intel, of one chip's key for AMD.
        bytes32 levels;
        /// keccak256 of the PCK CA's public key; zero for SNP.
        bytes32 issuer;
    }

    /// @notice How new a part of collateral is. Both are zero when it is absent.
    struct Stamp {
        /// TCB evaluation data number, or number of a revocation list.
        uint256 number;
        /// Unix seconds.
        uint64 issuedAt;
    }

    /// @notice What collateral holds, after its signatures were checked.
    struct Contents {
        /// A {Vendor}.
        uint8 kind;
        /// keccak256 of the public key of the root under which everything is signed.
        bytes32 root;
        /// Keys of the units, as in {Place}; zero when the unit is absent.
        bytes32 levels;
        bytes32 issuer;
        /// For AMD the number is zero and the date the VCEK's first.
        Stamp tcbInfo;
        Stamp qeIdentity;
        Stamp rootList;
        Stamp issuerList;
        /// Offsets in the container at which these units end; the issuer list ends with the container.
        uint32 levelsEnd;
        uint32 rootListEnd;
        /// Until when all of it is valid, Unix seconds.
        uint64 validUntil;
    }

    /// @notice The quote is not genuine, or not by this collateral now; `step` names what was being checked, by one of
    /// a fixed set of words.
    error QuoteRefused(string step);
    /// @notice The collateral is malformed, not signed under a root of this network, or not valid now.
    error CollateralRefused(string step);

    /// @notice What a quote claims, judged by collateral as of a time.
    function verify(bytes calldata evidence, bytes calldata collateral, uint64 time)
        external
        view
        returns (Claims memory);

    /// @notice Which collateral judges a quote. It checks no signature.
    function locate(bytes calldata evidence) external view returns (Place memory);

    /// @notice What collateral holds that is signed under one of the roots and valid at a time.
    function inspect(bytes calldata collateral, uint64 time) external view returns (Contents memory);
}

/// @dev Where the runtime answers.
IAttestation constant ATTESTATION = IAttestation(0x00000000000000000000000000000000000A5501);
