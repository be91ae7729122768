package solidity

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/trustroot"
)

// Addresses are the addresses of a network's contracts, by the contracts' names in JSON. An address is zero, and not in
// the JSON, where its source does not name it.
type Addresses struct {
	BudgetLedger common.Address `json:"BudgetLedger,omitzero"`
	// CollateralRegistry is for those who post collateral; the WorkerRegistry names it to its readers.
	CollateralRegistry common.Address `json:"CollateralRegistry,omitzero"`
	DatasetRegistry    common.Address `json:"DatasetRegistry,omitzero"`
	JobMarket          common.Address `json:"JobMarket,omitzero"`
	WorkerRegistry     common.Address `json:"WorkerRegistry,omitzero"`
}

// AddressesOf returns the addresses that a trust root names: all but that of the CollateralRegistry.
func AddressesOf(r trustroot.TrustRoot) Addresses {
	return Addresses{
		BudgetLedger: r.Contracts.Budget.Address, DatasetRegistry: r.Contracts.Registry.Address,
		JobMarket: r.Contracts.Market.Address, WorkerRegistry: r.Contracts.Workers.Address,
	}
}
