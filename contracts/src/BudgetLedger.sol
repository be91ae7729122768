// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudgetLedger} from "./interfaces/IBudgetLedger.sol";
import {IDatasetRegistry} from "./interfaces/IDatasetRegistry.sol";
import {DatasetId, JobId} from "./interfaces/Ids.sol";

/// @title Privacy budget of the datasets
/// @dev Promises and formats are in {IBudgetLedger}.
contract BudgetLedger is IBudgetLedger {
    IDatasetRegistry private immutable _registry;
    address private immutable _market;

    /// @dev One word.
    struct Account {
        uint64 reserved;
        uint64 spent;
    }

    struct Record {
        DatasetId dataset;
        address researcher;
        uint64 rho;
        Reservation state;
    }

    mapping(DatasetId => Account) private _accounts;
    mapping(DatasetId => mapping(address => uint64)) private _used;
    mapping(JobId => Record) private _records;

    constructor(address registry_, address market_) {
        _registry = IDatasetRegistry(registry_);
        _market = market_;
    }

    modifier onlyMarket() {
        if (msg.sender != _market) revert BudgetNotMarket(msg.sender);
        _;
    }

    /// @inheritdoc IBudgetLedger
    function reserve(JobId job, DatasetId dataset, address researcher, uint64 rho) external onlyMarket {
        Record storage record = _records[job];
        if (record.state != Reservation.None) revert BudgetWrongState(job, record.state);
        IDatasetRegistry.Terms memory terms = _registry.currentTerms(dataset);
        Account storage account = _accounts[dataset];
        uint64 available = _left(terms.rhoLimit, uint256(account.reserved) + account.spent);
        if (rho > available) revert BudgetExceeded(dataset, rho, available);
        uint64 used = _used[dataset][researcher];
        if (terms.rhoPerResearcher != 0) {
            available = _left(terms.rhoPerResearcher, used);
            if (rho > available) revert BudgetResearcherExceeded(dataset, researcher, rho, available);
        }

        record.dataset = dataset;
        record.researcher = researcher;
        record.rho = rho;
        record.state = Reservation.Reserved;
        account.reserved += rho;
        _used[dataset][researcher] = used + rho;
        emit BudgetReserved(dataset, job, rho);
    }

    /// @inheritdoc IBudgetLedger
    function spend(JobId job) external onlyMarket {
        Record storage record = _reserved(job);
        (DatasetId dataset, uint64 rho) = (record.dataset, record.rho);
        record.state = Reservation.Spent;
        _accounts[dataset].reserved -= rho;
        _accounts[dataset].spent += rho;
        emit BudgetSpent(dataset, job, rho);
    }

    /// @inheritdoc IBudgetLedger
    function giveBack(JobId job) external onlyMarket {
        Record storage record = _reserved(job);
        (DatasetId dataset, uint64 rho) = (record.dataset, record.rho);
        _accounts[dataset].reserved -= rho;
        _used[dataset][record.researcher] -= rho;
        delete _records[job];
        emit BudgetGivenBack(dataset, job, rho);
    }

    /// @inheritdoc IBudgetLedger
    function market() external view returns (address) {
        return _market;
    }

    /// @inheritdoc IBudgetLedger
    function registry() external view returns (address) {
        return address(_registry);
    }

    /// @inheritdoc IBudgetLedger
    function budgetOf(DatasetId dataset) external view returns (uint64 limit, uint64 reserved, uint64 spent) {
        Account storage account = _accounts[dataset];
        return (_registry.currentTerms(dataset).rhoLimit, account.reserved, account.spent);
    }

    /// @inheritdoc IBudgetLedger
    function usedBy(DatasetId dataset, address researcher) external view returns (uint64) {
        return _used[dataset][researcher];
    }

    /// @inheritdoc IBudgetLedger
    function reservationOf(JobId job) external view returns (Reservation state, uint64 rho) {
        Record storage record = _records[job];
        return (record.state, record.rho);
    }

    function _reserved(JobId job) private view returns (Record storage record) {
        record = _records[job];
        if (record.state != Reservation.Reserved) revert BudgetWrongState(job, record.state);
    }

    /// @dev What is left of a limit; nothing when the limit was lowered below what is used.
    function _left(uint64 limit, uint256 used) private pure returns (uint64) {
        return used >= limit ? 0 : uint64(limit - used);
    }
}
