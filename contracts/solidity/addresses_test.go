package solidity_test

import (
	"encoding/json"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/contracts/solidity"
)

// The JSON of addresses is in network files and in the gateway's answers: the contracts' names in alphabetical order,
// without those that are not known.
func TestAddressesAsJSON(t *testing.T) {
	for _, c := range []struct {
		addresses solidity.Addresses
		want      string
	}{
		{solidity.Addresses{}, `{}`},
		{solidity.Addresses{JobMarket: common.Address{1}},
			`{"JobMarket":"0x0100000000000000000000000000000000000000"}`},
		{solidity.Addresses{
			DatasetRegistry: common.Address{1}, BudgetLedger: common.Address{2}, WorkerRegistry: common.Address{3},
			CollateralRegistry: common.Address{4}, JobMarket: common.Address{5},
		}, `{"BudgetLedger":"0x0200000000000000000000000000000000000000",` +
			`"CollateralRegistry":"0x0400000000000000000000000000000000000000",` +
			`"DatasetRegistry":"0x0100000000000000000000000000000000000000",` +
			`"JobMarket":"0x0500000000000000000000000000000000000000",` +
			`"WorkerRegistry":"0x0300000000000000000000000000000000000000"}`},
	} {
		got, err := json.Marshal(c.addresses)
		if err != nil || string(got) != c.want {
			t.Errorf("%s, %v; want %s", got, err, c.want)
		}
	}
}
