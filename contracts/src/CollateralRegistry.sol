// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ATTESTATION, IAttestation} from "./interfaces/IAttestation.sol";
import {ICollateralRegistry} from "./interfaces/ICollateralRegistry.sol";
import {Chunks} from "./libraries/Chunks.sol";

/// @title What quotes are judged with, as anyone has posted it
/// @dev Promises and formats are in {ICollateralRegistry} and {IAttestation}.
contract CollateralRegistry is ICollateralRegistry {
    using Chunks for *;

    /// @dev What a container begins with, before the byte of its kind.
    bytes20 private constant DOMAIN = "assent.collateral.v1";
    uint256 private constant HEADER = 21;

    uint8 private constant INTEL = uint8(IAttestation.Vendor.Intel);

    /// @inheritdoc ICollateralRegistry
    uint64 public constant EVALUATION_DELAY = 42 days;

    /// @dev Longest document of pins.
    uint256 private constant MAX_PINS = 4096;

    /// @dev Bytes of units that are absent: empty parts, four bytes of length each.
    uint256 private constant NO_INTEL_LEVELS = 20;
    uint256 private constant NO_AMD_LEVELS = 8;
    uint256 private constant NO_ROOT_LIST = 4;
    uint256 private constant NO_ISSUER_LIST = 8;
    bytes32 private constant NO_ROOT_LIST_HASH = keccak256(hex"00000000");
    bytes32 private constant NO_ISSUER_LIST_HASH = keccak256(hex"0000000000000000");
    bytes32 private constant NOTHING_HASH = keccak256("");

    struct Unit {
        /// keccak256 of its bytes; zero when there is none.
        bytes32 hash;
        bytes32 root;
        uint8 kind;
        /// Of the TCB info, or of the list.
        IAttestation.Stamp stamp;
        /// Of the QE identity.
        IAttestation.Stamp other;
        address[] chunks;
    }

    mapping(bytes32 levels => Unit) private _levels;
    mapping(bytes32 root => Unit) private _rootLists;
    mapping(bytes32 root => mapping(bytes32 issuer => Unit)) private _issuerLists;
    mapping(bytes32 hash => address[]) private _pins;

    struct Evaluation {
        /// The greatest TCB evaluation data number that counts under a root.
        uint256 number;
        bool exists;
        /// When greater ones were shown here first.
        mapping(uint256 number => uint64) shownAt;
    }

    mapping(bytes32 root => Evaluation) private _evaluations;

    /// @inheritdoc ICollateralRegistry
    function post(bytes calldata collateral) external {
        IAttestation.Contents memory c = ATTESTATION.inspect(collateral, uint64(block.timestamp));
        IAttestation.Stamp memory none;
        bytes32 levelsHash;
        bytes32 rootListHash;
        bytes32 issuerListHash;
        bool shown;
        if (c.levels != 0) {
            if (c.tcbInfo.issuedAt == 0) revert CollateralIncomplete("TCB info");
            if (c.kind == INTEL && c.qeIdentity.issuedAt == 0) revert CollateralIncomplete("QE identity");
            uint256 number = c.tcbInfo.number < c.qeIdentity.number ? c.qeIdentity.number : c.tcbInfo.number;
            _isNewer(c.tcbInfo, _levels[c.levels].stamp, "TCB info"); // backwards is backwards, early or not
            _isNewer(c.qeIdentity, _levels[c.levels].other, "QE identity");
            shown = !_counts(c.root, number);
            if (!shown) {
                levelsHash =
                    _replace(_levels[c.levels], c, collateral[HEADER:c.levelsEnd], c.tcbInfo, "TCB info", c.qeIdentity);
            }
        } else if (c.qeIdentity.issuedAt != 0) {
            revert CollateralIncomplete("TCB info");
        }
        if (c.rootList.issuedAt != 0) {
            rootListHash =
                _replace(_rootLists[c.root], c, collateral[c.levelsEnd:c.rootListEnd], c.rootList, "root list", none);
        }
        if (c.issuer != 0) {
            if (c.issuerList.issuedAt == 0) revert CollateralIncomplete("issuer list");
            issuerListHash = _replace(
                _issuerLists[c.root][c.issuer], c, collateral[c.rootListEnd:], c.issuerList, "issuer list", none
            );
        }
        if (!shown && levelsHash == 0 && rootListHash == 0 && issuerListHash == 0) revert CollateralNotNewer();
        emit CollateralPosted(c.root, c.levels, c.issuer, levelsHash, rootListHash, issuerListHash, msg.sender);
    }

    /// @inheritdoc ICollateralRegistry
    function postPins(bytes calldata document) external {
        if (document.length == 0 || document.length > MAX_PINS) revert PinsSize(document.length);
        bytes32 hash = keccak256(document);
        if (_pins[hash].length != 0) return;
        _pins[hash] = document.write();
        emit PinsPosted(hash, msg.sender);
    }

    /// @inheritdoc ICollateralRegistry
    function pinsOf(bytes32 hash) external view returns (bytes memory document) {
        address[] memory chunks = _pins[hash];
        document = new bytes(chunks.total());
        chunks.copy(document, 0);
    }

    /// @inheritdoc ICollateralRegistry
    function idOf(bytes32 levels, bytes32 issuer) external view returns (bytes32) {
        Unit storage unit = _levels[levels];
        bytes32 hash = unit.hash;
        if (hash == 0) return 0;
        bytes32 root = unit.root;
        bytes32 rootListHash = _rootLists[root].hash;
        if (rootListHash == 0) rootListHash = NO_ROOT_LIST_HASH;
        uint8 kind = unit.kind;
        bytes32 issuerListHash = NOTHING_HASH;
        if (kind == INTEL) {
            issuerListHash = _issuerLists[root][issuer].hash;
            if (issuerListHash == 0) issuerListHash = NO_ISSUER_LIST_HASH;
        }
        return keccak256(abi.encodePacked(kind, hash, rootListHash, issuerListHash));
    }

    /// @inheritdoc ICollateralRegistry
    function collateralOf(bytes32 levels, bytes32 issuer) external view returns (bytes memory container) {
        Unit storage unit = _levels[levels];
        if (unit.hash == 0) return "";
        return _container(unit.kind, unit.chunks, unit.root, issuer);
    }

    /// @inheritdoc ICollateralRegistry
    function listsOf(bytes32 root, bytes32 issuer) external view returns (bytes memory container) {
        Unit storage list = _rootLists[root];
        if (list.hash == 0) return "";
        uint8 kind = list.kind;
        if (kind == INTEL && _issuerLists[root][issuer].hash == 0) return "";
        return _container(kind, new address[](0), root, issuer);
    }

    /// @inheritdoc ICollateralRegistry
    function stampsOf(bytes32 levels, bytes32 issuer) external view returns (Stamps memory stamps) {
        Unit storage unit = _levels[levels];
        stamps.tcbInfo = unit.stamp;
        stamps.qeIdentity = unit.other;
        stamps.rootList = _rootLists[unit.root].stamp;
        stamps.issuerList = _issuerLists[unit.root][issuer].stamp;
    }

    /// @dev Whether levels of an evaluation count. Vendors publish a new one early, when what it is about is disclosed,
    /// and make it the usual one when their customers have had time for updates. Anyone may post the early one; it is
    /// shown here then, and counts when that time is over. The first evaluation of a root counts at once.
    function _counts(bytes32 root, uint256 number) private returns (bool) {
        Evaluation storage e = _evaluations[root];
        if (e.exists && number > e.number) {
            uint64 shownAt = e.shownAt[number];
            if (shownAt == 0) {
                e.shownAt[number] = uint64(block.timestamp);
                emit EvaluationShown(root, number, uint64(block.timestamp) + EVALUATION_DELAY, msg.sender);
                return false;
            }
            if (block.timestamp < shownAt + EVALUATION_DELAY) {
                revert CollateralEarly(number, shownAt + EVALUATION_DELAY);
            }
        }
        if (!e.exists || number > e.number) (e.exists, e.number) = (true, number);
        return true;
    }

    /// @dev A container of levels, which may be absent, and of the lists that there are.
    function _container(uint8 kind, address[] memory levels, bytes32 root, bytes32 issuer)
        private
        view
        returns (bytes memory container)
    {
        uint256 noLevels = kind == INTEL ? NO_INTEL_LEVELS : NO_AMD_LEVELS;
        address[] memory rootList = _rootLists[root].chunks;
        address[] memory issuerList;
        uint256 size = HEADER + (levels.length == 0 ? noLevels : levels.total())
            + (rootList.length == 0 ? NO_ROOT_LIST : rootList.total());
        if (kind == INTEL) {
            issuerList = _issuerLists[root][issuer].chunks;
            size += issuerList.length == 0 ? NO_ISSUER_LIST : issuerList.total();
        }
        // New memory is zero, and so are the lengths of parts that are absent.
        container = new bytes(size);
        bytes32 header = bytes32(abi.encodePacked(DOMAIN, kind));
        assembly ("memory-safe") {
            // Levels or a list follow, and are longer than what is written beyond the header.
            mstore(add(container, 32), header)
        }
        uint256 end = levels.length == 0 ? HEADER + noLevels : levels.copy(container, HEADER);
        end = rootList.length == 0 ? end + NO_ROOT_LIST : rootList.copy(container, end);
        issuerList.copy(container, end);
    }

    /// @dev Puts a unit in another's place if it is newer.
    /// @return hash Of the unit; zero if it is as new as the other.
    function _replace(
        Unit storage unit,
        IAttestation.Contents memory c,
        bytes calldata data,
        IAttestation.Stamp memory stamp,
        string memory part,
        IAttestation.Stamp memory other
    ) private returns (bytes32 hash) {
        bool newer = _isNewer(stamp, unit.stamp, part);
        if (!_isNewer(other, unit.other, "QE identity") && !newer) return 0;
        hash = keccak256(data);
        unit.hash = hash;
        unit.root = c.root;
        unit.kind = c.kind;
        unit.stamp = stamp;
        unit.other = other;
        unit.chunks = data.write();
    }

    /// @dev Whether a part goes forward. It must not go backwards. Both number and date count: lists have carried one
    /// number for years, and Intel offers an older evaluation with a newer date beside the newest.
    function _isNewer(IAttestation.Stamp memory stamp, IAttestation.Stamp storage old, string memory part)
        private
        view
        returns (bool)
    {
        uint256 number = old.number;
        uint64 issuedAt = old.issuedAt;
        if (stamp.number < number || stamp.issuedAt < issuedAt) revert CollateralBackwards(part);
        return stamp.number > number || stamp.issuedAt > issuedAt;
    }
}
