// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudgetLedger} from "./interfaces/IBudgetLedger.sol";
import {IDatasetRegistry} from "./interfaces/IDatasetRegistry.sol";
import {DatasetId} from "./interfaces/Ids.sol";

/// @title Privacy budget of the datasets
/// @dev Promises and formats are in {IBudgetLedger}.
contract BudgetLedger is IBudgetLedger {
    /// @inheritdoc IBudgetLedger
    uint8 public constant MAX_RETURNS = 3;

    IDatasetRegistry private immutable _registry;

    /// @dev {Amount} in two words. A holder whose name is the key is kept in the first of them, and is not among those
    /// that are counted in the second.
    struct Record {
        address researcher;
        uint64 rho;
        uint16 returns_;
        Stage stage;
        Stage own;
        uint64 delta;
        uint64 others;
    }

    /// @dev A holder that shares an amount.
    struct Holder {
        Stage stage;
        /// How often it left.
        uint8 left;
    }

    mapping(DatasetId => Account) private _accounts;
    mapping(DatasetId => mapping(address => uint64)) private _used;
    mapping(DatasetId => mapping(address => mapping(bytes32 => Record))) private _records;
    mapping(DatasetId => mapping(address => mapping(bytes32 => mapping(bytes32 => Holder)))) private _holders;

    constructor(address registry_) {
        _registry = IDatasetRegistry(registry_);
    }

    /// @inheritdoc IBudgetLedger
    function spend(DatasetId dataset, bytes32 key, bytes32 holder, address researcher, uint64 rho, uint64 delta)
        external
        returns (uint64 rhoTotal, uint64 deltaTotal)
    {
        if (!_registry.isSpender(dataset, msg.sender)) revert BudgetNotSpender(dataset, msg.sender);
        Record storage record = _records[dataset][msg.sender][key];
        if (record.stage == Stage.None) {
            _take(dataset, researcher, rho, delta);
            record.researcher = researcher;
            record.rho = rho;
            record.stage = Stage.Open;
            if (delta != 0) record.delta = delta;
            emit BudgetSpent(dataset, msg.sender, key, researcher, rho, delta);
        } else if (record.researcher != researcher || record.rho != rho || record.delta != delta) {
            revert BudgetTermsDiffer(dataset, key);
        }
        if (holds(dataset, msg.sender, key, holder) == Stage.None) {
            if (holder != key) record.others += 1;
            _setHolder(dataset, record, key, holder, Stage.Open);
        }
        Account storage account = _accounts[dataset];
        return (account.rhoOpen + account.rhoSettled, account.deltaOpen + account.deltaSettled);
    }

    /// @inheritdoc IBudgetLedger
    function giveBack(DatasetId dataset, bytes32 key, bytes32 holder) external returns (bool returned) {
        Record storage record = _held(dataset, key, holder);
        if (holds(dataset, msg.sender, key, holder) == Stage.Settled) revert BudgetIsSettled(dataset, key);
        if (holder != key) record.others -= 1;
        _setHolder(dataset, record, key, holder, Stage.None);
        // While others hold the amount nothing comes back, and yet each time is one more look for nothing.
        if (holder != key && _holders[dataset][msg.sender][key][holder].left++ == MAX_RETURNS) {
            revert BudgetReturnsExhausted(dataset, key);
        }
        if (record.stage == Stage.Settled || _holdersOf(record) != 0) return false;

        if (record.returns_ == MAX_RETURNS) revert BudgetReturnsExhausted(dataset, key);
        (uint64 rho, uint64 delta) = (record.rho, record.delta);
        Account storage account = _accounts[dataset];
        account.rhoOpen -= rho;
        account.deltaOpen -= delta;
        _used[dataset][record.researcher] -= rho;
        record.returns_ += 1;
        record.stage = Stage.None;
        record.researcher = address(0);
        record.rho = 0;
        if (delta != 0) record.delta = 0;
        emit BudgetGivenBack(dataset, msg.sender, key, rho, delta);
        return true;
    }

    /// @inheritdoc IBudgetLedger
    function settle(DatasetId dataset, bytes32 key, bytes32 holder) external {
        Record storage record = _held(dataset, key, holder);
        _setHolder(dataset, record, key, holder, Stage.Settled);
        if (record.stage == Stage.Settled) return;
        record.stage = Stage.Settled;
        (uint64 rho, uint64 delta) = (record.rho, record.delta);
        Account storage account = _accounts[dataset];
        account.rhoOpen -= rho;
        account.rhoSettled += rho;
        account.deltaOpen -= delta;
        account.deltaSettled += delta;
        emit BudgetSettled(dataset, msg.sender, key, rho, delta);
    }

    /// @inheritdoc IBudgetLedger
    function registry() external view returns (address) {
        return address(_registry);
    }

    /// @inheritdoc IBudgetLedger
    function accountOf(DatasetId dataset) external view returns (Account memory) {
        return _accounts[dataset];
    }

    /// @inheritdoc IBudgetLedger
    function limitsOf(DatasetId dataset) external view returns (uint64 rho, uint64 delta) {
        IDatasetRegistry.Terms memory terms = _registry.currentTerms(dataset);
        return (terms.rhoLimit, terms.deltaLimit);
    }

    /// @inheritdoc IBudgetLedger
    function usedBy(DatasetId dataset, address researcher) external view returns (uint64) {
        return _used[dataset][researcher];
    }

    /// @inheritdoc IBudgetLedger
    function amountOf(DatasetId dataset, address spender, bytes32 key) external view returns (Amount memory) {
        Record storage r = _records[dataset][spender][key];
        return Amount(r.researcher, r.rho, r.delta, _holdersOf(r), uint8(r.returns_), r.stage);
    }

    /// @inheritdoc IBudgetLedger
    function holds(DatasetId dataset, address spender, bytes32 key, bytes32 holder) public view returns (Stage) {
        if (holder == key) return _records[dataset][spender][key].own;
        return _holders[dataset][spender][key][holder].stage;
    }

    /// @dev Takes an amount from the account, if limits of now allow it.
    function _take(DatasetId dataset, address researcher, uint64 rho, uint64 delta) private {
        IDatasetRegistry.Terms memory terms = _registry.currentTerms(dataset);
        Account storage account = _accounts[dataset];
        uint64 available = _left(terms.rhoLimit, uint256(account.rhoOpen) + account.rhoSettled);
        if (rho > available) revert BudgetExceeded(dataset, rho, available);
        available = _left(terms.deltaLimit, uint256(account.deltaOpen) + account.deltaSettled);
        if (delta > available) revert BudgetDeltaExceeded(dataset, delta, available);
        uint64 used = _used[dataset][researcher];
        if (terms.rhoPerResearcher != 0) {
            available = _left(terms.rhoPerResearcher, used);
            if (rho > available) revert BudgetResearcherExceeded(dataset, researcher, rho, available);
        }
        account.rhoOpen += rho;
        account.deltaOpen += delta;
        _used[dataset][researcher] = used + rho;
    }

    function _held(DatasetId dataset, bytes32 key, bytes32 holder) private view returns (Record storage) {
        if (holds(dataset, msg.sender, key, holder) == Stage.None) revert BudgetNotHolder(dataset, key, holder);
        return _records[dataset][msg.sender][key];
    }

    function _holdersOf(Record storage record) private view returns (uint64) {
        return record.others + (record.own == Stage.None ? 0 : 1);
    }

    function _setHolder(DatasetId dataset, Record storage record, bytes32 key, bytes32 holder, Stage stage) private {
        if (holder == key) record.own = stage;
        else _holders[dataset][msg.sender][key][holder].stage = stage;
    }

    /// @dev What is left of a limit; nothing when the limit was lowered below what is used.
    function _left(uint64 limit, uint256 used) private pure returns (uint64) {
        return used >= limit ? 0 : uint64(limit - used);
    }
}
