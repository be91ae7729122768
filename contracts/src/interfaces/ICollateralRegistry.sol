// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IAttestation} from "./IAttestation.sol";

/// @title What quotes are judged with, as anyone has posted it
/// @notice Collateral is what quotes are judged with: the vendors' statements on firmware, and their revocation lists.
/// They sign it, so anyone may post it, and no one can keep news of a broken platform from the chain. What is here
/// only grows newer, unit by unit (see {IAttestation}); it has no owner, and nothing can be removed.
/// Beside it are the documents of pins that policies name by their hashes, so that broker and auditor can read them.
/// @dev Root lists are kept by root; levels and issuer lists by the keys of {IAttestation-Place}, issuer lists for each
/// root apart, so that one root cannot speak for another's CA.
interface ICollateralRegistry {
    /// @notice How new the parts are that judge a quote; zero for those that are absent.
    struct Stamps {
        IAttestation.Stamp tcbInfo;
        IAttestation.Stamp qeIdentity;
        IAttestation.Stamp rootList;
        IAttestation.Stamp issuerList;
    }

    /// @notice Units were replaced; the hash is zero for one that was not.
    event CollateralPosted(
        bytes32 indexed root,
        bytes32 indexed levels,
        bytes32 indexed issuer,
        bytes32 levelsHash,
        bytes32 rootListHash,
        bytes32 issuerListHash,
        address by
    );

    /// @notice Levels of a newer evaluation were posted. They are not here yet: post them again when they count.
    event EvaluationShown(bytes32 indexed root, uint256 number, uint64 countsFrom, address by);
    /// @notice A document of pins is here from now on.
    event PinsPosted(bytes32 indexed hash, address by);

    /// @notice A document of pins has 1 to 4096 bytes.
    error PinsSize(uint256 size);
    /// @notice `part` has a smaller number or an earlier date than what is here: "TCB info", "QE identity", "root list"
    /// or "issuer list". Leave its unit out, or post what is newer.
    error CollateralBackwards(string part);
    /// @notice A unit lacks a part: "TCB info", "QE identity" or "issuer list".
    error CollateralIncomplete(string part);
    /// @notice The levels are of an evaluation that was shown here and counts from a time, Unix seconds. Until then
    /// post those of the evaluation before; lists go without levels.
    error CollateralEarly(uint256 number, uint64 countsFrom);
    /// @notice No unit is newer than what is here.
    error CollateralNotNewer();

    /// @notice Replaces the units that are present and newer: no part of such a unit goes backwards, and one goes
    /// forward. A unit as new as the one here is passed over, whatever its bytes: signatures can be written in several
    /// ways. Levels of an evaluation with a greater number than any that counts under their root are shown and not
    /// taken at first: they count {EVALUATION_DELAY} later. So no one takes machines out before their makers have an
    /// update for them.
    function post(bytes calldata collateral) external;

    /// @notice How many seconds after it was first posted a newer TCB evaluation counts: the six weeks after which
    /// Intel, by its own account, makes an early one the usual one.
    function EVALUATION_DELAY() external view returns (uint64);

    /// @notice Keeps a document of pins under its keccak256. What it says is not read here; one that is here already
    /// stays.
    function postPins(bytes calldata document) external;

    /// @notice The document of pins with a hash; empty when there is none here.
    function pinsOf(bytes32 hash) external view returns (bytes memory);

    /// @notice Names the newest collateral for a place:
    /// keccak256(kind ‖ keccak256(levels) ‖ keccak256(root list) ‖ keccak256(issuer list)). Zero when there are no
    /// levels.
    function idOf(bytes32 levels, bytes32 issuer) external view returns (bytes32);

    /// @notice The newest collateral for a place, as one container. Empty when there are no levels.
    function collateralOf(bytes32 levels, bytes32 issuer) external view returns (bytes memory container);

    /// @notice The newest revocation lists of a root and of an issuer under it, as a container without levels: what a
    /// quote is held against whose platform has no levels here. Empty unless every list of the quote's chain is here:
    /// the root's, and for Intel the issuer's.
    function listsOf(bytes32 root, bytes32 issuer) external view returns (bytes memory container);

    /// @notice How new it is.
    function stampsOf(bytes32 levels, bytes32 issuer) external view returns (Stamps memory);
}
