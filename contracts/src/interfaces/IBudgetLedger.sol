// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {DatasetId, JobId} from "./Ids.sol";

/// @title Privacy budget of the datasets, zCDP rho in millionths
/// @notice A job's rho is reserved when it is claimed and spent when its key is recorded as released. Until then it
/// can be given back; afterwards never, whatever becomes of the job. reserved + spent never exceeds the limit of
/// the policy in effect when a reservation is made.
/// @dev Only the market moves it. It reads the limits from the registry itself, and it keeps a state for every job,
/// so that a job is reserved, given back or spent at most once whatever the market does.
/// Storage of a dataset: one word, reserved u64 | spent u64 from the least significant bit.
interface IBudgetLedger {
    enum Reservation {
        None,
        Reserved,
        Spent
    }

    event BudgetReserved(DatasetId indexed dataset, JobId indexed job, uint64 rho);
    event BudgetSpent(DatasetId indexed dataset, JobId indexed job, uint64 rho);
    event BudgetGivenBack(DatasetId indexed dataset, JobId indexed job, uint64 rho);

    error BudgetNotMarket(address caller);
    error BudgetExceeded(DatasetId dataset, uint64 asked, uint64 available);
    error BudgetResearcherExceeded(DatasetId dataset, address researcher, uint64 asked, uint64 available);
    error BudgetWrongState(JobId job, Reservation state);

    /// @notice Reserves rho of the dataset for a job. Only for the market.
    function reserve(JobId job, DatasetId dataset, address researcher, uint64 rho) external;

    /// @notice Spends what was reserved for a job. Only for the market.
    function spend(JobId job) external;

    /// @notice Gives back what was reserved for a job; it may be reserved again. Only for the market.
    function giveBack(JobId job) external;

    function market() external view returns (address);

    function registry() external view returns (address);

    /// @notice Budget of a dataset: the limit of the policy in effect, what is reserved and what is spent.
    function budgetOf(DatasetId dataset) external view returns (uint64 limit, uint64 reserved, uint64 spent);

    /// @notice What a researcher has reserved and spent of a dataset's budget.
    function usedBy(DatasetId dataset, address researcher) external view returns (uint64);

    function reservationOf(JobId job) external view returns (Reservation state, uint64 rho);
}
