// Package accounts is the module that keeps nonces and balances. Keys, values, events and errors are those of the
// accounts module of the Oasis runtime SDK.
//
// It promises that tokens are neither made nor lost outside [Mint] and [Burn]: the sum of all balances of a
// denomination is its total supply, which core.CheckInvariants verifies.
package accounts

import (
	"slices"

	"github.com/holiman/uint256"

	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/accounts"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/modules"
)

// Name is the module's name.
const Name = sdk.ModuleName

// Errors of the module.
var (
	ErrInvalidArgument     = modules.NewError(Name, 1, "invalid argument")
	ErrInsufficientBalance = modules.NewError(Name, 2, "insufficient balance")
	ErrForbidden           = modules.NewError(Name, 3, "forbidden by policy")
	ErrNotFound            = modules.NewError(Name, 4, "not found")
)

// Accounts of the module itself.
var (
	// CommonPool takes fees that no one else is entitled to.
	CommonPool = sdk.CommonPoolAddress
	// FeeAccumulator holds a round's fees until the next round pays them out.
	FeeAccumulator = sdk.FeeAccumulatorAddress
)

// Module is the accounts module.
type Module struct{ doc *genesis.Document }

var (
	_ modules.MethodProvider     = (*Module)(nil)
	_ modules.QueryProvider      = (*Module)(nil)
	_ modules.ParametersProvider = (*Module)(nil)
	_ modules.Initializer        = (*Module)(nil)
	_ modules.Authenticator      = (*Module)(nil)
	_ modules.AfterCaller        = (*Module)(nil)
	_ modules.AfterDispatcher    = (*Module)(nil)
	_ modules.BlockEnder         = (*Module)(nil)
	_ modules.InvariantChecker   = (*Module)(nil)
)

// New returns the module for the chain.
func New(doc *genesis.Document) *Module { return &Module{doc: doc} }

// Name implements modules.Module.
func (*Module) Name() string { return Name }

// Version implements modules.Module.
func (*Module) Version() uint32 { return 1 }

// Parameters implements modules.ParametersProvider.
func (m *Module) Parameters() any {
	return &sdk.Parameters{
		GasCosts: sdk.GasCosts{TxTransfer: m.doc.Gas.Transfer},
		DenominationInfos: map[types.Denomination]sdk.DenominationInfo{
			types.NativeDenomination: {Decimals: m.doc.Token.Decimals},
		},
	}
}

// Methods implements modules.MethodProvider.
func (m *Module) Methods() []modules.Method {
	return []modules.Method{modules.NewMethod("accounts.Transfer", m.transfer)}
}

// Queries implements modules.QueryProvider.
func (m *Module) Queries() []modules.Query {
	return []modules.Query{
		modules.NewQuery("accounts.Nonce", m.queryNonce),
		modules.NewQuery("accounts.Balances", m.queryBalances),
		modules.NewExpensiveQuery("accounts.Addresses", m.queryAddresses),
		modules.NewQuery("accounts.DenominationInfo", m.queryDenominationInfo),
	}
}

// InitGenesis implements modules.Initializer.
func (m *Module) InitGenesis(c *modules.Context, doc *genesis.Document) error {
	st := StateOf(c)
	var supply uint256.Int
	for _, account := range doc.Accounts() {
		var balance uint256.Int
		balance.SetBytes(account.Balance[:])
		if err := st.SetBalance(account.Address, types.NativeDenomination, &balance); err != nil {
			return err
		}
		supply.Add(&supply, &balance)
	}
	return st.SetTotalSupply(types.NativeDenomination, &supply)
}

func (m *Module) transfer(c *modules.Context, args sdk.Transfer) (modules.None, error) {
	if err := c.UseGas(m.doc.Gas.Transfer); err != nil {
		return modules.None{}, err
	}
	amount, err := Amount(&args.Amount.Amount)
	if err != nil {
		return modules.None{}, err
	}
	return modules.None{}, Transfer(c, c.Tx().CallerAddress, args.To, args.Amount.Denomination, &amount)
}

func (m *Module) queryNonce(c *modules.Context, args sdk.NonceQuery) (uint64, error) {
	return StateOf(c).Nonce(args.Address)
}

func (m *Module) queryBalances(c *modules.Context, args sdk.BalancesQuery) (*sdk.AccountBalances, error) {
	balances, err := StateOf(c).Balances(args.Address)
	if err != nil {
		return nil, err
	}
	out := sdk.AccountBalances{Balances: make(map[types.Denomination]types.Quantity, len(balances))}
	for denomination, amount := range balances {
		out.Balances[denomination] = Quantity(&amount)
	}
	return &out, nil
}

func (m *Module) queryAddresses(c *modules.Context, args sdk.AddressesQuery) (sdk.Addresses, error) {
	addresses := sdk.Addresses{}
	err := StateOf(c).EachBalance(func(addr types.Address, denomination types.Denomination, _ uint256.Int) error {
		if denomination == args.Denomination {
			addresses = append(addresses, addr)
		}
		return nil
	})
	return addresses, err
}

func (m *Module) queryDenominationInfo(_ *modules.Context,
	args sdk.DenominationInfoQuery) (*sdk.DenominationInfo, error) {
	if !args.Denomination.IsNative() {
		return nil, ErrNotFound
	}
	return &sdk.DenominationInfo{Decimals: m.doc.Token.Decimals}, nil
}

// Transfer moves an amount from one account to another and says so in an event. Checks leave it out.
func Transfer(c *modules.Context, from, to types.Address, denomination types.Denomination, amount *uint256.Int) error {
	if c.IsCheckOnly() || amount.IsZero() {
		return nil
	}
	if err := StateOf(c).Move(from, to, denomination, amount); err != nil {
		return err
	}
	EmitTransfer(c, from, to, denomination, amount)
	return nil
}

// EmitTransfer emits the event of a transfer that the caller made itself.
func EmitTransfer(c *modules.Context, from, to types.Address, denomination types.Denomination, amount *uint256.Int) {
	c.Emit(transferEvent(from, to, denomination, amount))
}

func transferEvent(from, to types.Address, denomination types.Denomination, amount *uint256.Int) modules.Event {
	return modules.Event{Module: Name, Code: sdk.TransferEventCode, Value: &sdk.TransferEvent{
		From: from, To: to, Amount: types.NewBaseUnits(Quantity(amount), denomination),
	}}
}

// Mint makes new tokens.
func Mint(c *modules.Context, to types.Address, denomination types.Denomination, amount *uint256.Int) error {
	if c.IsCheckOnly() || amount.IsZero() {
		return nil
	}
	st := StateOf(c)
	if err := st.Add(to, denomination, amount); err != nil {
		return err
	}
	if err := st.add(supplyKey(denomination), amount); err != nil {
		return err
	}
	c.Emit(modules.Event{Module: Name, Code: sdk.MintEventCode, Value: &sdk.MintEvent{
		Owner: to, Amount: types.NewBaseUnits(Quantity(amount), denomination),
	}})
	return nil
}

// Burn destroys tokens of an account.
func Burn(c *modules.Context, from types.Address, denomination types.Denomination, amount *uint256.Int) error {
	if c.IsCheckOnly() || amount.IsZero() {
		return nil
	}
	st := StateOf(c)
	if err := st.Sub(from, denomination, amount); err != nil {
		return err
	}
	if err := st.sub(supplyKey(denomination), amount); err != nil {
		return err
	}
	c.Emit(modules.Event{Module: Name, Code: sdk.BurnEventCode, Value: &sdk.BurnEvent{
		Owner: from, Amount: types.NewBaseUnits(Quantity(amount), denomination),
	}})
	return nil
}

// CheckInvariants implements modules.InvariantChecker: all balances of a denomination sum up to its total supply.
func (m *Module) CheckInvariants(c *modules.Context) error {
	st := StateOf(c)
	sums := make(map[types.Denomination]uint256.Int)
	err := st.EachBalance(func(_ types.Address, denomination types.Denomination, amount uint256.Int) error {
		sum := sums[denomination]
		sum.Add(&sum, &amount)
		sums[denomination] = sum
		return nil
	})
	if err != nil {
		return err
	}
	supplies, err := st.TotalSupplies()
	if err != nil {
		return err
	}
	for _, denomination := range sortedKeys(supplies) {
		sum, supply := sums[denomination], supplies[denomination]
		if !sum.Eq(&supply) {
			return modules.ErrInvariantViolation.Withf(
				"computed and actual total supplies don't match (computed=%s, actual=%s)", sum.Dec(), supply.Dec())
		}
		delete(sums, denomination)
	}
	for _, denomination := range sortedKeys(sums) {
		if sum := sums[denomination]; !sum.IsZero() {
			return modules.ErrInvariantViolation.Withf("denomination %q has no total supply", denomination)
		}
	}
	return nil
}

func sortedKeys(m map[types.Denomination]uint256.Int) []types.Denomination {
	keys := make([]types.Denomination, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
