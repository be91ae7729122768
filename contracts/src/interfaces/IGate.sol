// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {DatasetId, JobId} from "./Ids.sol";
import {IJobMarket} from "./IJobMarket.sol";

/// @title A gate: a contract that a dataset's policy has asked before something happens
/// @notice A policy names at most four gates, each with the moments at which it is asked and the powers that it has. A
/// gate that reverts refuses what was asked, and its reason is passed on. What it answers beyond its powers is an error
/// of its own and stops the call as well.
interface IGate {
    /// @notice When a gate is asked: before the call of that name, or of {IJobMarket-recordRelease},
    /// {IJobMarket-sealByHash}, {IJobMarket-abandon} and {IJobMarket-fail}, {IDatasetRegistry-addVersion}. At Fail it
    /// cannot refuse. Approve comes before every approval, so at a post that a gate approves as well; Release before
    /// every release, so at a {IJobMarket-handOver} before the charge as well; Charge before every charge, so at an
    /// {IJobMarket-redraw} as well, with the charge that it makes.
    enum Moment {
        Post,
        Approve,
        Claim,
        Release,
        Charge,
        Seal,
        Fail,
        Version,
        Rerun
    }

    /// @param moment When it is asked.
    /// @param dataset The dataset whose policy names the gate.
    /// @param job The job; zero at {Moment-Version}.
    /// @param spec The job's spec; empty at {Moment-Version}.
    /// @param caller Who made the call that is asked about.
    /// @param data What the moment has to say besides: at Approve abi.encode(uint64 expiry), at Claim and Release
    /// abi.encode(address enclave), at Charge and Seal abi.encode of the Charge and the Receipt, at Fail
    /// abi.encode(Failure why), at Version abi.encode(uint32 number, Version content); else empty.
    struct Question {
        Moment moment;
        DatasetId dataset;
        JobId job;
        IJobMarket.JobSpec spec;
        address caller;
        bytes data;
    }

    /// @dev A member that is zero says nothing. Others than zero count at their moments, from a gate with the power,
    /// and are errors elsewhere.
    /// @param approve The job counts as approved. At Post and Approve.
    /// @param consentRound The round whose consent the job has to use; not a later one than the present, and one that
    /// could be charged now: not too far back, nothing narrowed since, and not before the first seat was posted on the
    /// dataset's version under the policy, nor before the dataset last went on. At Claim and Rerun.
    /// @param broker Who acts as the broker of the job's seat. At Claim.
    /// @param excuse The operator keeps its bond. At Fail.
    /// @param budgetKey The job shares the budget of its study's round, keccak256(abi.encode(study, round, dataset));
    /// no other key is taken. At Release.
    struct Answer {
        bool approve;
        uint64 consentRound;
        address broker;
        bool excuse;
        bytes32 budgetKey;
    }

    /// @notice Answers a question, or reverts to refuse.
    function ask(Question calldata question) external returns (Answer memory answer);
}
