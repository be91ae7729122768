// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {DatasetId} from "./Ids.sol";

/// @title Privacy budget of the datasets: zCDP rho in millionths, delta in units of 1e-15
/// @notice A dataset has one account for all who spend from it: the contracts that its promise names, markets of today
/// and of later. What is spent is *open* until it is *settled*. An open amount can come back; a settled one never. Both
/// count: open + settled never exceeds the limits of the policy in effect when an amount is spent.
/// @dev A spender names each amount by a key, and the holders that share it: a job by itself holds an amount of its
/// own, the seats of a study share one. The amount is taken once, with the first holder, and comes back with the last,
/// at most {MAX_RETURNS} times, and each holder leaves as often at most. So whatever a spender does, an amount is not
/// spent twice, does not come back after it was settled, and does not come and go for ever. The ledger knows amounts
/// and not what is drawn for them: who lets several hold one answers for it that together they are one release. Limits
/// are read from the registry.
interface IBudgetLedger {
    enum Stage {
        /// Nothing is spent under the key.
        None,
        Open,
        Settled
    }

    /// @notice A dataset's account.
    struct Account {
        uint64 rhoOpen;
        uint64 rhoSettled;
        uint64 deltaOpen;
        uint64 deltaSettled;
    }

    /// @notice What a spender has under a key.
    struct Amount {
        address researcher;
        uint64 rho;
        uint64 delta;
        /// How many holders have it.
        uint64 holders;
        /// How often it came back.
        uint8 returns_;
        Stage stage;
    }

    /// @param key As the spender calls the amount.
    event BudgetSpent(
        DatasetId indexed dataset,
        address indexed spender,
        bytes32 indexed key,
        address researcher,
        uint64 rho,
        uint64 delta
    );
    event BudgetGivenBack(
        DatasetId indexed dataset, address indexed spender, bytes32 indexed key, uint64 rho, uint64 delta
    );
    event BudgetSettled(
        DatasetId indexed dataset, address indexed spender, bytes32 indexed key, uint64 rho, uint64 delta
    );

    error BudgetNotSpender(DatasetId dataset, address caller);
    error BudgetExceeded(DatasetId dataset, uint64 asked, uint64 available);
    error BudgetDeltaExceeded(DatasetId dataset, uint64 asked, uint64 available);
    error BudgetResearcherExceeded(DatasetId dataset, address researcher, uint64 asked, uint64 available);
    /// @notice The key stands for an amount of another researcher, or of another size.
    error BudgetTermsDiffer(DatasetId dataset, bytes32 key);
    error BudgetNotHolder(DatasetId dataset, bytes32 key, bytes32 holder);
    /// @notice This holder has settled the amount.
    error BudgetIsSettled(DatasetId dataset, bytes32 key);
    error BudgetReturnsExhausted(DatasetId dataset, bytes32 key);

    /// @notice Spends an amount, or joins the holders of the one that is spent under this key. Doing it twice does
    /// nothing. Only for a spender of the dataset.
    /// @return rhoTotal What is spent of the dataset's rho by now, open and settled, this amount included.
    /// @return deltaTotal The same of delta.
    function spend(DatasetId dataset, bytes32 key, bytes32 holder, address researcher, uint64 rho, uint64 delta)
        external
        returns (uint64 rhoTotal, uint64 deltaTotal);

    /// @notice Leaves the holders. When it was the last one and none has settled, the amount comes back. Only for the
    /// spender of the key, and only for a holder that has not settled.
    /// @return returned Whether the amount came back.
    function giveBack(DatasetId dataset, bytes32 key, bytes32 holder) external returns (bool returned);

    /// @notice Makes the amount final, for all its holders. Doing it twice does nothing. Only for the spender of the
    /// key.
    function settle(DatasetId dataset, bytes32 key, bytes32 holder) external;

    function registry() external view returns (address);

    /// @notice How often an amount can come back.
    function MAX_RETURNS() external view returns (uint8);

    function accountOf(DatasetId dataset) external view returns (Account memory);

    /// @notice The limits of the policy in effect.
    function limitsOf(DatasetId dataset) external view returns (uint64 rho, uint64 delta);

    /// @notice What a researcher has spent of a dataset's rho, open and settled.
    function usedBy(DatasetId dataset, address researcher) external view returns (uint64 rho);

    function amountOf(DatasetId dataset, address spender, bytes32 key) external view returns (Amount memory);

    /// @notice Whether a holder has an amount, or has settled it.
    function holds(DatasetId dataset, address spender, bytes32 key, bytes32 holder) external view returns (Stage);
}
