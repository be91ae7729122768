// Package core is the module that every runtime has: it charges gas for what all transactions cost, enforces the least
// gas price, and describes the runtime to clients. Queries, events and errors are those of the core module of the Oasis
// runtime SDK.
package core

import (
	"math"

	"github.com/oasisprotocol/oasis-core/go/common/version"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/core"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/modules"
	"github.com/assent-network/assent/runtime/modules/accounts"
)

// Name is the module's name.
const Name = modules.CoreName

// Module is the core module.
type Module struct{ doc *genesis.Document }

var (
	_ modules.QueryProvider      = (*Module)(nil)
	_ modules.ParametersProvider = (*Module)(nil)
	_ modules.Authenticator      = (*Module)(nil)
	_ modules.BeforeCaller       = (*Module)(nil)
	_ modules.AfterCaller        = (*Module)(nil)
)

// New returns the module for the chain. It must be the first of a set.
func New(doc *genesis.Document) *Module { return &Module{doc: doc} }

// Name implements modules.Module.
func (*Module) Name() string { return Name }

// Version implements modules.Module.
func (*Module) Version() uint32 { return 1 }

// GasCosts are the prices of what all transactions cost.
type GasCosts struct {
	TxByte                   uint64 `json:"tx_byte"`
	StorageByte              uint64 `json:"storage_byte"`
	AuthSignature            uint64 `json:"auth_signature"`
	AuthMultisigSigner       uint64 `json:"auth_multisig_signer"`
	CallformatX25519Deoxysii uint64 `json:"callformat_x25519_deoxysii"`
}

// DynamicMinGasPrice is always off: the least gas price is fixed.
type DynamicMinGasPrice struct {
	Enabled                       bool  `json:"enabled"`
	TargetBlockGasUsagePercentage uint8 `json:"target_block_gas_usage_percentage"`
	MinPriceMaxChangeDenominator  uint8 `json:"min_price_max_change_denominator"`
}

// Parameters are the module's parameters, as the SDK encodes them.
type Parameters struct {
	MaxBatchGas        uint64                                `json:"max_batch_gas"`
	MaxTxSize          uint32                                `json:"max_tx_size"`
	MaxTxSigners       uint32                                `json:"max_tx_signers"`
	MaxMultisigSigners uint32                                `json:"max_multisig_signers"`
	GasCosts           GasCosts                              `json:"gas_costs"`
	MinGasPrice        map[types.Denomination]types.Quantity `json:"min_gas_price"`
	DynamicMinGasPrice DynamicMinGasPrice                    `json:"dynamic_min_gas_price"`
}

// Parameters implements modules.ParametersProvider.
func (m *Module) Parameters() any {
	return &Parameters{
		MaxBatchGas:        m.doc.Gas.MaxBatch,
		MaxTxSize:          m.doc.Limits.MaxTxSize,
		MaxTxSigners:       m.doc.Limits.MaxTxSigners,
		MaxMultisigSigners: m.doc.Limits.MaxMultisigSigners,
		GasCosts: GasCosts{
			TxByte:             m.doc.Gas.TxByte,
			StorageByte:        m.doc.Gas.StorageByte,
			AuthSignature:      m.doc.Gas.AuthSignature,
			AuthMultisigSigner: m.doc.Gas.AuthMultisigSigner,
		},
		MinGasPrice: m.minGasPrices(),
	}
}

func (m *Module) minGasPrices() map[types.Denomination]types.Quantity {
	var price types.Quantity
	_ = price.FromBigInt(m.doc.MinGasPrice.Big()) // Never negative.
	return map[types.Denomination]types.Quantity{types.NativeDenomination: price}
}

// Queries implements modules.QueryProvider.
func (m *Module) Queries() []modules.Query {
	return append(absentQueries(),
		modules.NewQuery("core.EstimateGas", m.queryEstimateGas),
		modules.NewQuery("core.MinGasPrice", func(*modules.Context,
			modules.None) (map[types.Denomination]types.Quantity, error) {
			return m.minGasPrices(), nil
		}),
		modules.NewQuery("core.RuntimeInfo", m.queryRuntimeInfo),
		modules.NewExpensiveQuery("core.CheckInvariants",
			func(c *modules.Context, _ modules.None) (modules.None, error) {
				return modules.None{}, c.CheckInvariants()
			}),
		modules.NewQuery("core.CallDataPublicKey", func(*modules.Context, modules.None) (modules.None, error) {
			// Encrypted calls need a key manager, which this runtime has not.
			return modules.None{}, modules.ErrInvalidArgument.With("key manager not available")
		}),
		modules.NewExpensiveQuery("core.ExecuteReadOnlyTx",
			func(*modules.Context, sdk.ExecuteReadOnlyTxQuery) (modules.None, error) {
				// Read-only transactions exist to read confidential state.
				return modules.None{}, modules.ErrForbidden
			}),
	)
}

// RuntimeInfo is the answer to the query core.RuntimeInfo.
type RuntimeInfo struct {
	RuntimeVersion version.Version               `json:"runtime_version"`
	StateVersion   uint32                        `json:"state_version"`
	Modules        map[string]modules.ModuleInfo `json:"modules"`
}

func (m *Module) queryRuntimeInfo(c *modules.Context, _ modules.None) (*RuntimeInfo, error) {
	return &RuntimeInfo{RuntimeVersion: c.Set().Version(), Modules: c.Set().Info()}, nil
}

// AuthenticateTx implements modules.Authenticator: it checks that the transaction may be in a block after the last
// finalised round.
func (m *Module) AuthenticateTx(c *modules.Context, tx *types.Transaction) error {
	round := c.Block().Header.Round
	if before := tx.AuthInfo.NotBefore; before != nil && round < *before {
		return modules.ErrExpiredTransaction
	}
	if after := tx.AuthInfo.NotAfter; after != nil && round > *after {
		return modules.ErrExpiredTransaction
	}
	return nil
}

// BeforeCall implements modules.BeforeCaller: it charges for the size and the signatures of the transaction.
func (m *Module) BeforeCall(c *modules.Context, _ *types.Call) error {
	tx := c.Tx()
	fee := &tx.AuthInfo.Fee
	if fee.Gas > m.doc.Gas.MaxBatch {
		return modules.ErrGasOverflow
	}
	if fee.ConsensusMessages > c.Block().MaxMessages {
		return modules.ErrOutOfMessageSlots
	}
	if err := m.checkGasPrice(fee); err != nil {
		return err
	}
	if tx.Scheme != "" {
		return nil // The module that decoded it charges for it.
	}
	size, ok := multiply(m.doc.Gas.TxByte, uint64(tx.Size))
	if !ok {
		return modules.ErrGasOverflow
	}
	if err := c.UseGas(size); err != nil {
		return err
	}
	signatures, ok := m.signatureGas(tx.AuthInfo.SignerInfo)
	if !ok {
		return modules.ErrGasOverflow
	}
	return c.UseGas(signatures)
}

func (m *Module) checkGasPrice(fee *types.Fee) error {
	if !fee.Amount.Denomination.IsNative() {
		return modules.ErrGasPriceTooLow // No other denomination has a price.
	}
	price := accounts.GasPrice(fee)
	if price.ToBig().Cmp(m.doc.MinGasPrice.Big()) < 0 {
		return modules.ErrGasPriceTooLow
	}
	return nil
}

// signatureGas is what checking the signers' signatures costs. ok is false when it does not fit a number.
func (m *Module) signatureGas(signers []types.SignerInfo) (gas uint64, ok bool) {
	var signatures, multisig uint64
	for i := range signers {
		switch spec := &signers[i].AddressSpec; {
		case spec.Signature != nil:
			signatures++
		case spec.Multisig != nil:
			multisig += uint64(len(spec.Multisig.Signers))
		}
	}
	single, ok1 := multiply(signatures, m.doc.Gas.AuthSignature)
	several, ok2 := multiply(multisig, m.doc.Gas.AuthMultisigSigner)
	if !ok1 || !ok2 || several > math.MaxUint64-single {
		return 0, false
	}
	return single + several, true
}

// AfterCall implements modules.AfterCaller: it charges for the state that the transaction wrote, and says how much gas
// was used.
func (m *Module) AfterCall(c *modules.Context, _ *modules.CallResult) error {
	var missing uint64
	if storage, ok := multiply(m.doc.Gas.StorageByte, uint64(c.PendingBytes())); !ok {
		return modules.ErrGasOverflow
	} else if used := c.GasUsed(); storage > used {
		missing = storage - used
	}
	err := c.UseGas(missing)
	if modules.IsAbort(err) {
		return err
	}
	c.EmitUnconditional(modules.Event{
		Module: Name, Code: sdk.GasUsedEventCode, Value: &sdk.GasUsedEvent{Amount: c.GasUsed()},
	})
	return err
}

func multiply(a, b uint64) (product uint64, ok bool) {
	if a != 0 && b > math.MaxUint64/a {
		return 0, false
	}
	return a * b, true
}
