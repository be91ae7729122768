// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsentLedger} from "../../src/interfaces/IConsentLedger.sol";
import {AssentTest} from "./AssentTest.sol";
import {vm} from "./Vm.sol";

/// @dev People with more pseudonyms than they need, an enroller who lets any of them in, and a custodian who revokes
/// now and then, in any order. It keeps a record of its own of who is the same person, from which the invariants are
/// told.
contract Persons is AssentTest {
    uint256 private constant PSEUDONYMS = 12;

    /// @dev Who wears a pseudonym, by the number of the pseudonym that they enrolled with plus one; zero: no one.
    uint256[12] private _person;
    bool[12] private _left;
    /// @dev The people whom the custodian revoked, by the same number.
    bool[13] private _sanctioned;
    uint256[13] private _rotations;
    uint256[13] private _rotatedOn;
    uint64 private _nonce = 1;

    uint256 public rotated;
    uint256 public sanctions;

    /// @dev The first thing that went wrong; empty when nothing did.
    string public wrong;

    address[12] private _names;

    constructor() {
        setUp();
        for (uint256 i = 0; i < PSEUDONYMS; ++i) {
            _names[i] = vm.addr(_key(i));
        }
    }

    function enrol(uint256 seed) external {
        seed = _mix(seed);
        uint256 i = seed % PSEUDONYMS;
        IConsentLedger.Grant memory g = _grant(_worn(i), ++_nonce);
        g.conditions = uint8(seed >> 8) % 4;
        bool taken;
        if (seed >> 16 & 1 == 0) {
            bytes memory item = _item(_key(i), g);
            vm.prank(enroller);
            taken = ledger.enrolBatch(item) == 1;
        } else {
            bytes memory signature = _signed(_key(i), g);
            bytes memory ticket = _sign(ENROLLER, ledger.hashTicket(_ticket(_worn(i))));
            try ledger.enrol(g, signature, _ticket(_worn(i)), ticket) {
                taken = true;
            } catch {}
        }
        if (!taken) return;
        if (_left[i]) _note("a pseudonym that was left came back");
        if (_person[i] == 0) _person[i] = i + 1;
        if (_sanctioned[_person[i]]) _note("somebody who is revoked was let in");
    }

    function grantOrRevoke(uint256 seed) external {
        seed = _mix(seed);
        uint256 i = seed % PSEUDONYMS;
        IConsentLedger.Grant memory g =
            seed >> 8 & 1 == 0 ? _grant(_worn(i), ++_nonce) : _revocation(_worn(i), ++_nonce);
        if (ledger.grantBatch(_item(_key(i), g)) == 1 && (_person[i] == 0 || _sanctioned[_person[i]])) {
            _note("somebody who is revoked, or nobody, granted");
        }
    }

    function rotate(uint256 seed) external {
        seed = _mix(seed);
        uint256 from = _person[seed % PSEUDONYMS] == 0 ? (seed >> 32) % PSEUDONYMS : seed % PSEUDONYMS;
        uint256 to = (seed >> 8) % PSEUDONYMS;
        IConsentLedger.Rotation memory r = _rotation(_worn(from), _worn(to), ++_nonce);
        bytes32 digest = ledger.hashRotation(r);
        try ledger.rotate(r, _sign(_key(from), digest), _sign(_key(to), digest)) {
            uint256 who = _person[from];
            if (who == 0 || _sanctioned[who] || _left[from]) _note("nobody, or somebody who is revoked, rotated");
            if (_rotatedOn[who] == _today()) _note("twice a day");
            if (++_rotations[who] > 8) _note("more than eight times");
            _rotatedOn[who] = _today();
            (_person[to], _left[from]) = (who, true);
            ++rotated;
        } catch {}
    }

    function sanction(uint256 seed) external {
        seed = _mix(seed);
        if (seed >> 8 & 3 != 0) return; // seldom, or no one would be left
        uint256 i = seed % PSEUDONYMS;
        uint256 done = _revokeFor(_worn(i));
        if (_person[i] == 0) _person[i] = i + 1; // ruled out before anyone wore it
        if (done == 1) ++sanctions;
        if ((done == 0) != _sanctioned[_person[i]]) _note("a sanction was refused that was due, or done twice");
        _sanctioned[_person[i]] = true;
    }

    function acknowledge(uint256 seed) external {
        if (_mix(seed) & 7 != 0) return;
        vm.prank(custodian);
        registry.addVersion(dataset, _version());
        for (uint256 i = 0; i < _rotations.length; ++i) {
            if (_rotatedOn[i] < _today()) _rotations[i] = 0;
        }
    }

    function pass(uint256 seed) external {
        _pass(1, _bound(_mix(seed), 1, 1 days));
    }

    /// @dev What is so whatever was done.
    function look() external view returns (string memory) {
        bool[13] memory counted;
        for (uint256 i = 0; i < PSEUDONYMS; ++i) {
            uint256 who = _person[i];
            address origin = _originOf(_worn(i));
            if (origin != address(0) && (who == 0 || origin != _worn(who - 1))) return "another's origin";
            if (!ledger.isLive(_worn(i), 0, 0, false, _today()) && !ledger.isLive(_worn(i), 0, 0, true, _today())) {
                continue;
            }
            if (who == 0) return "nobody counts";
            if (_sanctioned[who]) return "somebody who is revoked counts";
            if (counted[who]) return "one person counts twice";
            if (ledger.currentOf(_worn(i)) != _worn(i)) return "a pseudonym that was left counts";
            counted[who] = true;
        }
        return wrong;
    }

    function _note(string memory what) private {
        if (bytes(wrong).length == 0) wrong = what;
    }

    function _key(uint256 i) private pure returns (uint256) {
        return uint256(keccak256(abi.encode("pseudonym", i)));
    }

    function _worn(uint256 i) private view returns (address) {
        return _names[i];
    }

    function _mix(uint256 seed) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed)));
    }
}
