package core

import (
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/rofl"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/roflmarket"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/modules"
)

// absentQueries answer what clients of the Oasis SDK ask every runtime about modules that this one has not: ROFL
// applications, the market for them, and WebAssembly contracts. Lists are empty, thresholds are zero, and what is asked
// for by name is not there. Module information does not list these modules, and their transactions are refused as
// unknown.
func absentQueries() []modules.Query {
	var none types.BaseUnits
	queries := []modules.Query{
		fixedQuery("rofl.Parameters", &rofl.Parameters{}),
		fixedQuery("rofl.StakeThresholds", &rofl.StakeThresholds{AppCreate: &none}),
		fixedQuery("roflmarket.Parameters", &roflmarket.Parameters{}),
		fixedQuery("roflmarket.StakeThresholds", &roflmarket.StakeThresholds{}),
	}
	for _, name := range []string{
		"rofl.Apps", "rofl.AppInstances", "roflmarket.Providers", "roflmarket.Offers", "roflmarket.Instances",
		"roflmarket.InstanceCommands",
	} {
		queries = append(queries, fixedQuery(name, []any{}))
	}
	for what, names := range map[string][]string{
		"ROFL applications": {"rofl.App", "rofl.AppInstance"},
		"a ROFL market":     {"roflmarket.Provider", "roflmarket.Offer", "roflmarket.Instance"},
		"WebAssembly contracts": {
			"contracts.Code", "contracts.CodeStorage", "contracts.Instance", "contracts.InstanceStorage",
			"contracts.InstanceRawStorage", "contracts.PublicKey", "contracts.Custom", "contracts.Parameters",
		},
	} {
		for _, name := range names {
			queries = append(queries, modules.NewQuery(name,
				func(*modules.Context, cbor.RawMessage) (modules.None, error) {
					return modules.None{}, modules.ErrInvalidArgument.With("not found: this network has no " + what)
				}))
		}
	}
	return queries
}

// fixedQuery is a query whose answer is always the same.
func fixedQuery[T any](name string, answer T) modules.Query {
	return modules.NewQuery(name, func(*modules.Context, cbor.RawMessage) (T, error) { return answer, nil })
}
