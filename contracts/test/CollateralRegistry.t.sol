// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CollateralRegistry} from "../src/CollateralRegistry.sol";
import {IAttestation} from "../src/interfaces/IAttestation.sol";
import {ICollateralRegistry} from "../src/interfaces/ICollateralRegistry.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {Container, Containers, Part} from "./support/AttestationFake.sol";
import {vm} from "./support/Vm.sol";

contract CollateralRegistryTest is AssentTest {
    using Containers for Container;

    CollateralRegistry private _empty;

    function setUp() public override {
        super.setUp();
        _empty = new CollateralRegistry();
    }

    /// @dev A container of the parts of another that are named.
    function _only(Container memory c, bool levels, bool rootList, bool issuerList)
        private
        pure
        returns (Container memory only)
    {
        only.kind = c.kind;
        if (levels) (only.tcbInfo, only.qeIdentity) = (c.tcbInfo, c.qeIdentity);
        if (rootList) only.rootList = c.rootList;
        if (issuerList) only.issuerList = c.issuerList;
    }

    function _id(Container memory c) private pure returns (bytes32) {
        return keccak256(
            abi.encodePacked(
                c.kind, keccak256(c.levelsUnit()), keccak256(c.rootListUnit()), keccak256(c.issuerListUnit())
            )
        );
    }

    function _assertHolds(CollateralRegistry r, Container memory c) private view {
        vm.assertEq(r.collateralOf(LEVELS, ISSUER), c.encode(), "container");
        vm.assertEq(r.idOf(LEVELS, ISSUER), _id(c), "id");
    }

    function test_post_keepsWhatAnybodyPosts() public {
        Container memory c = _collateral();
        vm.expectEmit(address(_empty));
        emit ICollateralRegistry.CollateralPosted(
            TRUST_ROOT,
            LEVELS,
            ISSUER,
            keccak256(c.levelsUnit()),
            keccak256(c.rootListUnit()),
            keccak256(c.issuerListUnit()),
            relayer
        );
        vm.prank(relayer);
        _empty.post(c.encode());
        _assertHolds(_empty, c);
        ICollateralRegistry.Stamps memory s = _empty.stampsOf(LEVELS, ISSUER);
        vm.assertEq(
            abi.encode(s),
            abi.encode(
                ICollateralRegistry.Stamps(
                    IAttestation.Stamp(17, NOW - 1 days),
                    IAttestation.Stamp(18, NOW - 2 days),
                    IAttestation.Stamp(1, NOW - 3 days),
                    IAttestation.Stamp(1, NOW - 1 hours)
                )
            ),
            "stamps"
        );
    }

    function test_views_areEmptyWithoutLevels() public {
        _empty.post(_only(_collateral(), false, true, true).encode());
        vm.assertEq(_empty.idOf(LEVELS, ISSUER), 0, "id");
        vm.assertEq(_empty.collateralOf(LEVELS, ISSUER), "", "container");
        ICollateralRegistry.Stamps memory none;
        vm.assertEq(abi.encode(_empty.stampsOf(LEVELS, keccak256("another"))), abi.encode(none), "stamps");
    }

    function test_postPins_keepsDocumentsByTheirHashes(bytes memory document) public {
        vm.assume(document.length > 0 && document.length <= 4096);
        bytes32 hash = keccak256(document);
        vm.assertEq(_empty.pinsOf(hash), "", "before");
        vm.expectEmit(address(_empty));
        emit ICollateralRegistry.PinsPosted(hash, relayer);
        vm.prank(relayer);
        _empty.postPins(document);
        vm.assertEq(_empty.pinsOf(hash), document, "document");
        _empty.postPins(document); // once more: it stays
        vm.assertEq(_empty.pinsOf(hash), document, "again");
    }

    function test_postPins_refusesNothingAndTooMuch() public {
        vm.expectRevert(abi.encodeWithSelector(ICollateralRegistry.PinsSize.selector, 0));
        _empty.postPins("");
        vm.expectRevert(abi.encodeWithSelector(ICollateralRegistry.PinsSize.selector, 4097));
        _empty.postPins(new bytes(4097));
        _empty.postPins(new bytes(4096));
    }

    function test_listsOf_needsEveryListAndNoLevels() public {
        Container memory c = _collateral();
        _empty.post(_only(c, false, false, true).encode());
        vm.assertEq(_empty.listsOf(TRUST_ROOT, ISSUER), "", "without the root's");
        _empty.post(_only(c, false, true, false).encode());
        Container memory lists = _only(c, false, true, true);
        vm.assertEq(_empty.listsOf(TRUST_ROOT, ISSUER), lists.encode(), "without levels");
        _empty.post(c.encode());
        vm.assertEq(_empty.listsOf(TRUST_ROOT, ISSUER), lists.encode(), "with levels");
        vm.assertEq(_empty.listsOf(TRUST_ROOT, keccak256("another")), "", "another issuer");
        vm.assertEq(_empty.listsOf(keccak256("another"), ISSUER), "", "another root");
        (c.rootList.number, c.issuerList.number) = (7, 8);
        _empty.post(_only(c, false, true, true).encode());
        vm.assertEq(_empty.listsOf(TRUST_ROOT, ISSUER), _only(c, false, true, true).encode(), "newer ones");
    }

    function test_views_haveEmptyPartsForAbsentLists() public {
        Container memory c = _collateral();
        _empty.post(_only(c, true, false, false).encode());
        _assertHolds(_empty, _only(c, true, false, false));
        _empty.post(_only(c, false, true, false).encode());
        _assertHolds(_empty, _only(c, true, true, false));
        _empty.post(_only(c, false, false, true).encode());
        _assertHolds(_empty, c);
    }

    function test_post_putsTogetherWhatCameApart(uint8 order) public {
        Container memory c = _collateral();
        uint256 first = order % 3;
        for (uint256 i = 0; i < 3; ++i) {
            uint256 n = (first + i) % 3;
            _empty.post(_only(c, n == 0, n == 1, n == 2).encode());
        }
        _assertHolds(_empty, c);
    }

    function test_post_replacesOneUnitAlone() public {
        Container memory c = _collateral();
        bytes32 before = collaterals.idOf(LEVELS, ISSUER);
        c.rootList.number = 2;
        vm.expectEmit(address(collaterals));
        emit ICollateralRegistry.CollateralPosted(TRUST_ROOT, 0, 0, 0, keccak256(c.rootListUnit()), 0, address(this));
        collaterals.post(_only(c, false, true, false).encode());
        _assertHolds(collaterals, c);
        vm.assertTrue(collaterals.idOf(LEVELS, ISSUER) != before, "another name");

        c.issuerList.issuedAt += 1; // a newer date with the same number
        vm.expectEmit(address(collaterals));
        emit ICollateralRegistry.CollateralPosted(
            TRUST_ROOT, LEVELS, ISSUER, 0, 0, keccak256(c.issuerListUnit()), address(this)
        );
        collaterals.post(c.encode()); // with the others, which are as they were
        _assertHolds(collaterals, c);

        c.tcbInfo.number += 1;
        collaterals.post(_only(c, true, false, false).encode());
        _assertHolds(collaterals, c);
    }

    function test_post_refusesPartsThatGoBackwards() public {
        string[4] memory names = ["TCB info", "QE identity", "root list", "issuer list"];
        Container memory newest = _collateral();
        (newest.rootList.number, newest.issuerList.number) = (9, 9);
        collaterals.post(newest.encode());
        for (uint256 i = 0; i < 8; ++i) {
            Container memory c = abi.decode(abi.encode(newest), (Container));
            Part memory part = [c.tcbInfo, c.qeIdentity, c.rootList, c.issuerList][i / 2];
            // One of number and date goes back; that the other goes forward is no help.
            if (i % 2 == 0) (part.number, part.issuedAt) = (part.number - 1, part.issuedAt + 1);
            else (part.number, part.issuedAt) = (part.number + 1, part.issuedAt - 1);
            vm.expectRevert(abi.encodeWithSelector(ICollateralRegistry.CollateralBackwards.selector, names[i / 2]));
            collaterals.post(c.encode());
            _assertHolds(collaterals, newest);
        }
    }

    function test_post_refusesAnOldPartBesideANewOne() public {
        Container memory c = _collateral();
        c.tcbInfo.number += 1;
        c.qeIdentity.number -= 1;
        vm.expectRevert(abi.encodeWithSelector(ICollateralRegistry.CollateralBackwards.selector, "QE identity"));
        collaterals.post(c.encode());
        c = _collateral();
        c.tcbInfo.number += 1;
        c.issuerList.number -= 1;
        vm.expectRevert(abi.encodeWithSelector(ICollateralRegistry.CollateralBackwards.selector, "issuer list"));
        collaterals.post(c.encode());
        _assertHolds(collaterals, _collateral());
    }

    function test_post_neverGoesBackwards(uint256 seed) public {
        IAttestation.Stamp memory newest = collaterals.stampsOf(LEVELS, ISSUER).tcbInfo;
        for (uint256 i = 0; i < 8; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            Container memory c = _collateral();
            c.tcbInfo.number = newest.number + seed % 3 - 1;
            if (c.tcbInfo.number > 18) c.tcbInfo.number = 18; // the evaluation that counts under the root
            c.tcbInfo.issuedAt = uint64(newest.issuedAt + (seed >> 8) % 3 - 1);
            bool backwards = c.tcbInfo.number < newest.number || c.tcbInfo.issuedAt < newest.issuedAt;
            bool newer = !backwards && (c.tcbInfo.number > newest.number || c.tcbInfo.issuedAt > newest.issuedAt);
            try collaterals.post(c.encode()) {
                vm.assertTrue(newer, "was accepted");
                newest = IAttestation.Stamp(c.tcbInfo.number, c.tcbInfo.issuedAt);
            } catch (bytes memory reason) {
                vm.assertFalse(newer, "was refused");
                vm.assertEq(
                    bytes32(bytes4(reason)),
                    bytes32(
                        backwards
                            ? ICollateralRegistry.CollateralBackwards.selector
                            : ICollateralRegistry.CollateralNotNewer.selector
                    ),
                    "reason"
                );
            }
            vm.assertEq(
                abi.encode(collaterals.stampsOf(LEVELS, ISSUER).tcbInfo), abi.encode(newest), "the newest is here"
            );
        }
    }

    function test_post_showsNewerEvaluationsAndTakesThemWhenTheyCount() public {
        uint64 from = NOW + 42 days;
        Container memory old = _collateral();
        Container memory early = _freshCollateral();
        early.tcbInfo.number = 19;
        early.tcbInfo.status = 5;
        vm.expectEmit(address(collaterals));
        emit ICollateralRegistry.EvaluationShown(TRUST_ROOT, 19, from, relayer);
        vm.prank(relayer);
        collaterals.post(early.encode()); // its lists are newer, and taken
        (old.rootList, old.issuerList) = (early.rootList, early.issuerList);
        _assertHolds(collaterals, old);

        vm.expectRevert(abi.encodeWithSelector(ICollateralRegistry.CollateralEarly.selector, 19, from));
        collaterals.post(early.encode());
        early.qeIdentity.number = 20; // another one, with a time of its own
        collaterals.post(_only(early, true, false, false).encode());
        _assertHolds(collaterals, old);

        vm.warp(NOW + 25 days); // the one before is renewed meanwhile
        old = _freshCollateral();
        collaterals.post(old.encode());
        _assertHolds(collaterals, old);

        vm.warp(from - 1);
        Container memory due = _freshCollateral();
        due.tcbInfo.number = 19;
        vm.expectRevert(abi.encodeWithSelector(ICollateralRegistry.CollateralEarly.selector, 19, from));
        collaterals.post(_only(due, true, false, false).encode());
        vm.warp(from);
        due = _freshCollateral();
        due.tcbInfo.number = 19;
        collaterals.post(due.encode());
        _assertHolds(collaterals, due);

        due.tcbInfo.key = keccak256("another family"); // it counts under the whole root
        collaterals.post(_only(due, true, false, false).encode());
        vm.assertEq(collaterals.stampsOf(due.tcbInfo.key, ISSUER).tcbInfo.number, 19, "another family's");
    }

    function test_post_refusesEarlyLevelsThatGoBackwards() public {
        Container memory c = _collateral();
        c.tcbInfo.number = 19;
        c.tcbInfo.issuedAt -= 1;
        vm.expectRevert(abi.encodeWithSelector(ICollateralRegistry.CollateralBackwards.selector, "TCB info"));
        collaterals.post(c.encode());
    }

    function test_post_refusesWhatIsNotNewer() public {
        Container memory c = _collateral();
        vm.expectRevert(ICollateralRegistry.CollateralNotNewer.selector);
        collaterals.post(c.encode());
        c.tcbInfo.padding = "the same in other bytes";
        vm.expectRevert(ICollateralRegistry.CollateralNotNewer.selector);
        collaterals.post(c.encode());
        _assertHolds(collaterals, _collateral());
        Container memory nothing;
        nothing.kind = Containers.INTEL;
        vm.expectRevert(ICollateralRegistry.CollateralNotNewer.selector);
        collaterals.post(nothing.encode());
    }

    function test_post_refusesUnitsThatLackAPart() public {
        Container memory c = _only(_collateral(), true, false, false);
        c.qeIdentity.issuedAt = 0;
        vm.expectRevert(abi.encodeWithSelector(ICollateralRegistry.CollateralIncomplete.selector, "QE identity"));
        _empty.post(c.encode());
        c = _only(_collateral(), true, false, false);
        (c.tcbInfo.issuedAt, c.tcbInfo.key) = (0, 0);
        vm.expectRevert(abi.encodeWithSelector(ICollateralRegistry.CollateralIncomplete.selector, "TCB info"));
        _empty.post(c.encode());
    }

    function test_post_passesOnWhatIsNotGenuine() public {
        bytes memory refused = abi.encodeWithSelector(IAttestation.CollateralRefused.selector, "collateral");
        vm.expectRevert(refused);
        _empty.post("");
        vm.expectRevert(refused);
        _empty.post("assent.collateral.v1");
        bytes memory collateral = _collateral().encode();
        vm.expectRevert(refused);
        _empty.post(bytes.concat(collateral, "x"));
        Container memory c = _collateral();
        c.rootList.root = keccak256("another root");
        vm.expectRevert(refused);
        _empty.post(c.encode());
        vm.warp(NOW + 27 days + 1);
        vm.expectRevert(refused);
        _empty.post(collateral);
    }

    // Sizes.

    function _assertHoldsOfSize(uint256 size) private {
        CollateralRegistry r = new CollateralRegistry();
        Container memory c = _collateral();
        bytes memory padding = new bytes(size);
        for (uint256 i = 0; i < size; i += 32) {
            bytes32 word = keccak256(abi.encode(size, i));
            for (uint256 k = 0; k < 32 && i + k < size; ++k) {
                padding[i + k] = word[k];
            }
        }
        c.tcbInfo.padding = padding;
        r.post(c.encode());
        _assertHolds(r, c);
        // Smaller after larger, and each in its place.
        c.tcbInfo.padding = "short";
        c.tcbInfo.number += 1;
        c.issuerList.padding = padding;
        c.issuerList.number += 1;
        r.post(c.encode());
        _assertHolds(r, c);
    }

    function test_post_keepsLongCollateral() public {
        _assertHoldsOfSize(100_000);
    }

    function test_post_keepsAnySize(uint256 size) public {
        _assertHoldsOfSize(size % 4000);
    }

    function test_post_keepsUnitsAtTheEdgesOfAChunk() public {
        uint256 least = _collateral().levelsUnit().length;
        for (uint256 chunks = 1; chunks <= 2; ++chunks) {
            uint256 edge = chunks * 24_575 - least;
            for (uint256 size = edge - 1; size <= edge + 1; ++size) {
                _assertHoldsOfSize(size);
            }
        }
    }

    // Kinds and roots.

    function test_post_keepsAMDsWithoutIssuers() public {
        Container memory c;
        c.kind = Containers.AMD;
        bytes32 root = keccak256("ARK");
        c.tcbInfo = Part(root, keccak256("chip"), 0, NOW - 200 days, NOW + 2000 days, 8, 0, 0, "");
        _empty.post(c.encode());
        bytes32 chip = keccak256("chip");
        vm.assertEq(_empty.collateralOf(chip, 0), c.encode(), "container without a list");
        vm.assertEq(_empty.idOf(chip, 0), _id(c), "id");
        c.rootList = Part(root, 0, 5, NOW - 1 days, NOW + 100 days, 0, 0, 0, "");
        _empty.post(c.encode());
        vm.assertEq(_empty.collateralOf(chip, 0), c.encode(), "container");
        vm.assertEq(_empty.idOf(chip, 0), _id(c), "id");
        vm.assertEq(_empty.idOf(chip, ISSUER), _id(c), "an issuer makes no difference");
        c.tcbInfo.issuedAt -= 1;
        vm.expectRevert(abi.encodeWithSelector(ICollateralRegistry.CollateralBackwards.selector, "TCB info"));
        _empty.post(c.encode());
    }

    function test_post_keepsRootsApart() public {
        // Another root certifies the same CA key, and posts what that CA has signed.
        bytes32 other = keccak256("another root");
        Container memory c = _collateral();
        c.tcbInfo.root = other;
        c.tcbInfo.key = keccak256("its levels");
        (c.qeIdentity.root, c.rootList.root, c.issuerList.root) = (other, other, other);
        (c.rootList.number, c.issuerList.number) = (99, 99);
        collaterals.post(c.encode());
        _assertHolds(collaterals, _collateral());
        vm.assertEq(collaterals.collateralOf(c.tcbInfo.key, ISSUER), c.encode(), "its own");
    }

    function test_collateralOf_takesTheListOfTheIssuerThatIsAsked() public {
        Container memory c = _collateral();
        c.issuerList.key = keccak256("the other CA");
        c.issuerList.number = 7;
        collaterals.post(_only(c, false, false, true).encode());
        _assertHolds(collaterals, _collateral());
        vm.assertEq(collaterals.collateralOf(LEVELS, c.issuerList.key), c.encode(), "with the other CA's list");
        vm.assertEq(collaterals.idOf(LEVELS, c.issuerList.key), _id(c), "id");
    }
}
