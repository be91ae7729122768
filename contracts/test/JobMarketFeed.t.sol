// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDatasetRegistry} from "../src/interfaces/IDatasetRegistry.sol";
import {IJobMarket} from "../src/interfaces/IJobMarket.sol";
import {DatasetId, JobId} from "../src/interfaces/Ids.sol";
import {Gates} from "../src/libraries/Gates.sol";
import {AssentTest} from "./support/AssentTest.sol";
import {ToldGate} from "./support/Gates.sol";
import {vm} from "./support/Vm.sol";

/// @dev The chains of what happened.
contract JobMarketFeedTest is AssentTest {
    DatasetId private constant ALL = DatasetId.wrap(0);

    mapping(DatasetId => uint64) private _count;
    mapping(DatasetId => bytes24) private _head;

    /// @dev The next entry of a dataset, which has to be at the end of both feeds.
    function _next(DatasetId of_, IJobMarket.FeedKind kind, JobId job, bytes32 subject) private {
        DatasetId[2] memory feeds = [of_, ALL];
        for (uint256 i = 0; i < 2; ++i) {
            uint64 number = ++_count[feeds[i]];
            _head[feeds[i]] =
                bytes24(keccak256(abi.encode(_head[feeds[i]], number, kind, of_, job, subject, block.number)));
            (uint64 count, bytes24 head) = market.feedOf(feeds[i]);
            vm.assertEq(count, number, "count");
            vm.assertEq(bytes32(head), bytes32(_head[feeds[i]]), "head");
        }
    }

    function _ended(JobId job, IJobMarket.State state) private {
        _next(dataset, IJobMarket.FeedKind.End, job, bytes32(uint256(state)));
    }

    function _another() private returns (JobId job) {
        IJobMarket.JobSpec memory spec = _spec();
        spec.nonce += 100 + _count[ALL];
        job = _post(spec);
        _next(dataset, IJobMarket.FeedKind.Post, job, 0);
        _approve(job);
        _claim(job);
        _pass(1, 1);
    }

    function test_aFeed_tellsOfPostsRefusalsAndEveryEnd() public {
        JobId job = _post(_spec());
        _next(dataset, IJobMarket.FeedKind.Post, job, 0);
        vm.prank(researcher);
        market.cancel(job);
        _ended(job, IJobMarket.State.Cancelled);

        job = _another();
        uint64 round = _round(job);
        vm.prank(broker);
        market.refuse(job, enclave, round);
        _next(dataset, IJobMarket.FeedKind.Refusal, job, bytes32(uint256(uint160(enclave))));

        job = _another();
        _release(job);
        round = _round(job);
        vm.prank(operator);
        market.abandon(job, round);
        _ended(job, IJobMarket.State.Failed);

        job = _another();
        _release(job);
        _pass(1, 1);
        _charge(job);
        _seal(job);
        _pass(1, 1 hours);
        market.withhold(job, _round(job));
        _ended(job, IJobMarket.State.Withheld);
        _pass(1, 1);
        _open(job);
        _ended(job, IJobMarket.State.Done);
    }

    function test_theFeedOfAnAsset_tellsOfTheJobsThatUseIt() public {
        IDatasetRegistry.Registration memory registration = _registration();
        registration.name = "a model";
        vm.startPrank(custodian);
        (DatasetId asset,) = registry.register(registration, _policy());
        registry.addVersion(asset, _version());
        vm.stopPrank();
        IJobMarket.JobSpec memory spec = _spec();
        (spec.asset, spec.assetVersion, spec.assetPolicyVersion) = (asset, 1, 1);
        JobId job = _post(spec);
        bytes32 cancelled = bytes32(uint256(IJobMarket.State.Cancelled));
        (uint64 count, bytes24 head) = market.feedOf(asset);
        vm.assertEq(count, 1, "the post");
        bytes24 first = bytes24(
            keccak256(abi.encode(bytes24(0), uint64(1), IJobMarket.FeedKind.Post, asset, job, 0, block.number))
        );
        vm.assertEq(bytes32(head), bytes32(first), "head");
        vm.prank(researcher);
        market.cancel(job);
        (count, head) = market.feedOf(asset);
        vm.assertEq(count, 2, "the end");
        first = bytes24(
            keccak256(abi.encode(first, uint64(2), IJobMarket.FeedKind.End, asset, job, cancelled, block.number))
        );
        vm.assertEq(bytes32(head), bytes32(first), "head");
        (count,) = market.feedOf(dataset);
        vm.assertEq(count, 2, "the dataset's own");
        (count,) = market.feedOf(ALL);
        vm.assertEq(count, 4, "of all");
    }

    function test_theFeedOfAnAsset_tellsOfRefusalsAndOfWhatIsContested() public {
        ToldGate gate = new ToldGate();
        IDatasetRegistry.Policy memory p = _policy();
        p.means.gates = new bytes32[](1);
        p.means.gates[0] =
            bytes32(uint256(uint160(address(gate))) | uint256(Gates.MOMENTS) << 160 | uint256(Gates.FEED) << 176);
        IDatasetRegistry.Registration memory registration = _registration();
        registration.name = "a model";
        vm.startPrank(custodian);
        (DatasetId asset,) = registry.register(registration, p);
        registry.addVersion(asset, _version());
        vm.stopPrank();
        IJobMarket.JobSpec memory spec = _spec();
        (spec.asset, spec.assetVersion, spec.assetPolicyVersion) = (asset, 1, 1);
        JobId job = _post(spec);
        (, _head[asset]) = market.feedOf(asset);
        (_count[ALL], _head[ALL]) = market.feedOf(ALL);
        _count[asset] = 1;
        vm.prank(address(gate));
        market.appendContest(asset, job, keccak256("contest"));
        _next(asset, IJobMarket.FeedKind.Contest, job, keccak256("contest"));
        _approve(job);
        _claim(job);
        uint64 round = _round(job);
        vm.prank(broker);
        market.refuse(job, enclave, round);
        (uint64 count, bytes24 head) = market.feedOf(asset);
        vm.assertEq(count, 3, "the refusal");
        bytes32 refused = bytes32(uint256(uint160(enclave)));
        bytes24 next = bytes24(
            keccak256(abi.encode(_head[asset], 3, IJobMarket.FeedKind.Refusal, asset, job, refused, block.number))
        );
        vm.assertEq(bytes32(head), bytes32(next), "head");
        // Of a job that does not use it, its gate has nothing to tell.
        spec = _spec();
        job = _post(spec);
        vm.prank(address(gate));
        vm.expectRevert(abi.encodeWithSelector(IJobMarket.JobUnknown.selector, job));
        market.appendContest(asset, job, keccak256("contest"));
    }

    function test_theFeedOfAll_holdsEveryDatasets() public {
        IDatasetRegistry.Registration memory registration = _registration();
        registration.name = "lung";
        vm.startPrank(custodian);
        (DatasetId other,) = registry.register(registration, _policy());
        registry.addVersion(other, _version());
        vm.stopPrank();
        JobId job = _post(_spec());
        _next(dataset, IJobMarket.FeedKind.Post, job, 0);
        IJobMarket.JobSpec memory spec = _spec();
        spec.dataset = other;
        job = _post(spec);
        _next(other, IJobMarket.FeedKind.Post, job, 0);
        vm.assertEq(_count[ALL], 2, "of all");
        vm.assertEq(_count[dataset], 1, "of one");
    }

    function test_aFeed_saysInEventsWhatItChains() public {
        IJobMarket.JobSpec memory spec = _spec();
        JobId job = market.jobId(spec);
        bytes24 head = bytes24(
            keccak256(
                abi.encode(bytes24(0), uint64(1), IJobMarket.FeedKind.Post, dataset, job, bytes32(0), block.number)
            )
        );
        vm.expectEmit(address(market));
        emit IJobMarket.FeedAppended(dataset, job, IJobMarket.FeedKind.Post, 0, 1, head, 1, head);
        _post(spec);
    }
}
