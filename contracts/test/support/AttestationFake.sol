// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAttestation} from "../../src/interfaces/IAttestation.sol";

/// @dev Collateral as tests write it: what vendors would sign is said plainly, and a part without a date is absent.
struct Part {
    bytes32 root;
    /// Key of the levels, or of the issuer of a list.
    bytes32 key;
    uint256 number;
    uint64 issuedAt;
    uint64 validUntil;
    /// Of levels.
    uint8 status;
    uint64 tcbDate;
    /// Of lists: hash of the evidence whose certificate is revoked.
    bytes32 revoked;
    /// Follows the rest, and makes it as long as a test wants. It is not read again.
    bytes padding;
}

struct Container {
    /// 1 Intel, 2 AMD.
    uint8 kind;
    /// The VCEK for AMD.
    Part tcbInfo;
    Part qeIdentity;
    Part rootList;
    Part issuerList;
}

/// @dev Reads and writes containers byte by byte, by the format alone.
library Containers {
    uint8 internal constant INTEL = 1;
    uint8 internal constant AMD = 2;

    function encode(Container memory c) internal pure returns (bytes memory) {
        bytes memory head = abi.encodePacked("assent.collateral.v1", c.kind);
        return bytes.concat(head, levelsUnit(c), rootListUnit(c), issuerListUnit(c));
    }

    function levelsUnit(Container memory c) internal pure returns (bytes memory) {
        bytes memory first = _part(_bytes(c.tcbInfo));
        if (c.kind == AMD) return bytes.concat(first, _part(_with(c.tcbInfo, "ask")));
        return bytes.concat(
            first,
            _part(_with(c.tcbInfo, "signature of the TCB info")),
            _part(_bytes(c.qeIdentity)),
            _part(_with(c.qeIdentity, "signature of the QE identity")),
            _part(c.tcbInfo.issuedAt == 0 ? _with(c.qeIdentity, "signer") : bytes("signer"))
        );
    }

    function rootListUnit(Container memory c) internal pure returns (bytes memory) {
        return _part(_bytes(c.rootList));
    }

    function issuerListUnit(Container memory c) internal pure returns (bytes memory) {
        if (c.kind == AMD) return "";
        return bytes.concat(_part(_with(c.issuerList, "certificate of the CA")), _part(_bytes(c.issuerList)));
    }

    /// @dev Reads the parts of a container, and where levels, root list and issuer list end.
    function decode(bytes calldata b) internal pure returns (bool ok, Container memory c, uint256[3] memory ends) {
        if (b.length < 21 || bytes20(b[:20]) != bytes20("assent.collateral.v1")) return (false, c, ends);
        c.kind = uint8(b[20]);
        if (c.kind != INTEL && c.kind != AMD) return (false, c, ends);
        uint256 offset = 21;
        bytes calldata data;
        for (uint256 i = 0; i < (c.kind == INTEL ? 8 : 3); ++i) {
            if (b.length < offset + 4) return (false, c, ends);
            uint256 size = uint32(bytes4(b[offset:offset + 4]));
            if (b.length < offset + 4 + size) return (false, c, ends);
            data = b[offset + 4:offset + 4 + size];
            offset += 4 + size;
            if (c.kind == INTEL) {
                if (i == 0) c.tcbInfo = _read(data);
                else if (i == 2) c.qeIdentity = _read(data);
                else if (i == 4) ends[0] = offset;
                else if (i == 5) (c.rootList, ends[1]) = (_read(data), offset);
                else if (i == 7) (c.issuerList, ends[2]) = (_read(data), offset);
            } else {
                if (i == 0) c.tcbInfo = _read(data);
                else if (i == 1) ends[0] = offset;
                else (c.rootList, ends[1], ends[2]) = (_read(data), offset, offset);
            }
        }
        ok = offset == b.length;
    }

    function _bytes(Part memory p) private pure returns (bytes memory encoded) {
        if (p.issuedAt == 0) return "";
        bytes memory padding = p.padding;
        p.padding = "";
        encoded = bytes.concat(abi.encode(p), padding);
        p.padding = padding;
    }

    function _read(bytes calldata data) private pure returns (Part memory p) {
        return data.length == 0 ? p : abi.decode(data, (Part));
    }

    function _with(Part memory p, string memory what) private pure returns (bytes memory) {
        return p.issuedAt == 0 ? bytes("") : bytes(what);
    }

    function _part(bytes memory data) private pure returns (bytes memory) {
        return abi.encodePacked(uint32(data.length), data);
    }
}

/// @dev Answers in the runtime's place. It knows evidence by what it was taught, and collateral by what it says; it
/// judges as the runtime does, and checks no signature.
contract AttestationFake is IAttestation {
    using Containers for bytes;

    struct Lesson {
        bool known;
        /// Whether the claims are the answer whatever the collateral says.
        bool fixed_;
        Claims claims;
        Place place;
    }

    mapping(bytes32 => Lesson) private _lessons;

    /// @dev Evidence, what its quote claims, and which collateral judges it.
    function teach(bytes calldata evidence, Claims calldata claims, Place calldata place) external {
        _lessons[keccak256(evidence)] = Lesson(true, false, claims, place);
    }

    /// @dev Evidence of which the answer does not depend on the collateral.
    function insist(bytes calldata evidence, Claims calldata claims, Place calldata place) external {
        _lessons[keccak256(evidence)] = Lesson(true, true, claims, place);
    }

    function verify(bytes calldata evidence, bytes calldata collateral, uint64 time)
        external
        view
        returns (Claims memory claims)
    {
        Lesson memory lesson = _lessons[keccak256(evidence)];
        if (!lesson.known) revert QuoteRefused("evidence");
        claims = lesson.claims;
        if (lesson.fixed_) return claims;
        (bool ok, Container memory c,) = collateral.decode();
        if (!ok || c.tcbInfo.issuedAt == 0) revert QuoteRefused("collateral");
        if (c.tcbInfo.root != claims.root) revert QuoteRefused("root");
        if (c.tcbInfo.key != lesson.place.levels) revert QuoteRefused("platform");
        claims.status = c.tcbInfo.status;
        claims.tcbDate = c.tcbInfo.tcbDate;
        bool intel = c.kind == Containers.INTEL;
        claims.evaluation = intel ? uint32(c.tcbInfo.number) : 0;
        claims.revocation = c.rootList.issuedAt != 0 && (!intel || c.issuerList.issuedAt != 0);
        (claims.issuedAt, claims.validUntil) = (type(uint64).max, type(uint64).max);
        Part[4] memory parts = [c.tcbInfo, c.qeIdentity, c.rootList, c.issuerList];
        for (uint256 i = 0; i < parts.length; ++i) {
            if (parts[i].issuedAt == 0) continue;
            if (time > parts[i].validUntil) revert QuoteRefused("collateral");
            if (parts[i].revoked == keccak256(evidence)) revert QuoteRefused("revocation");
            if (parts[i].issuedAt < claims.issuedAt) claims.issuedAt = parts[i].issuedAt;
            if (parts[i].validUntil < claims.validUntil) claims.validUntil = parts[i].validUntil;
        }
    }

    function locate(bytes calldata evidence) external view returns (Place memory) {
        Lesson storage lesson = _lessons[keccak256(evidence)];
        if (!lesson.known) revert QuoteRefused("evidence");
        return lesson.place;
    }

    function inspect(bytes calldata collateral, uint64 time) external pure returns (Contents memory o) {
        (bool ok, Container memory c, uint256[3] memory ends) = collateral.decode();
        if (!ok) revert CollateralRefused("collateral");
        o.kind = c.kind;
        o.validUntil = type(uint64).max;
        Part[4] memory parts = [c.tcbInfo, c.qeIdentity, c.rootList, c.issuerList];
        for (uint256 i = 0; i < parts.length; ++i) {
            if (parts[i].issuedAt == 0) continue;
            if (o.root != 0 && parts[i].root != o.root) revert CollateralRefused("collateral");
            if (time > parts[i].validUntil) revert CollateralRefused("collateral");
            o.root = parts[i].root;
            if (parts[i].validUntil < o.validUntil) o.validUntil = parts[i].validUntil;
        }
        (o.levels, o.issuer) = (c.tcbInfo.key, c.issuerList.key);
        o.tcbInfo = Stamp(c.tcbInfo.number, c.tcbInfo.issuedAt);
        o.qeIdentity = Stamp(c.qeIdentity.number, c.qeIdentity.issuedAt);
        o.rootList = Stamp(c.rootList.number, c.rootList.issuedAt);
        o.issuerList = Stamp(c.issuerList.number, c.issuerList.issuedAt);
        (o.levelsEnd, o.rootListEnd) = (uint32(ends[0]), uint32(ends[1]));
    }
}
