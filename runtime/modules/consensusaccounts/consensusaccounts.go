// Package consensusaccounts is the place of deposits from and withdrawals to the consensus layer. They are not built
// yet: every method of the Oasis runtime SDK's module is known and refused, so that a client sees why.
//
// It promises that the runtime never emits a consensus message and never touches an account on behalf of the consensus
// layer.
package consensusaccounts

import (
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/consensusaccounts"

	"github.com/assent-network/assent/runtime/modules"
)

// Name is the module's name.
const Name = sdk.ModuleName

// ErrForbidden is the result of every method.
var ErrForbidden = modules.NewError(Name, 4,
	"forbidden by policy: this network has no transfers to or from the consensus layer")

// Module is the consensus accounts module.
type Module struct{}

var (
	_ modules.MethodProvider     = Module{}
	_ modules.ParametersProvider = Module{}
)

// New returns the module.
func New() Module { return Module{} }

// Name implements modules.Module.
func (Module) Name() string { return Name }

// Version implements modules.Module.
func (Module) Version() uint32 { return 1 }

// Parameters are the module's parameters, as the SDK encodes them.
type Parameters struct {
	GasCosts          sdk.GasCosts `json:"gas_costs"`
	DisableDelegate   bool         `json:"disable_delegate"`
	DisableUndelegate bool         `json:"disable_undelegate"`
	DisableDeposit    bool         `json:"disable_deposit"`
	DisableWithdraw   bool         `json:"disable_withdraw"`
}

// Parameters implements modules.ParametersProvider.
func (Module) Parameters() any {
	return &Parameters{DisableDelegate: true, DisableUndelegate: true, DisableDeposit: true, DisableWithdraw: true}
}

// Methods implements modules.MethodProvider.
func (Module) Methods() []modules.Method {
	var methods []modules.Method
	for _, name := range []string{"consensus.Deposit", "consensus.Withdraw", "consensus.Delegate",
		"consensus.Undelegate"} {
		methods = append(methods, modules.NewMethod(name,
			func(*modules.Context, cbor.RawMessage) (modules.None, error) {
				return modules.None{}, ErrForbidden
			}))
	}
	return methods
}
