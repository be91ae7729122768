package modules_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	sdkAccounts "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/accounts"
	sdkConsensus "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/consensusaccounts"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/contracts"
	sdkCore "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/core"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/rofl"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/roflmarket"
	sdkTesting "github.com/oasisprotocol/oasis-sdk/client-sdk/go/testing"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/runtime/modules"
)

func toAmount(units uint64) amount.Amount { return amount.FromUint64(units) }

func TestQueries(t *testing.T) {
	ch := newChain(t, nil)
	// The first state answers before there is a block.
	for range 2 {
		var nonce uint64
		ch.mustQuery("accounts.Nonce", sdkAccounts.NonceQuery{Address: sdkTesting.Alice.Address}, &nonce)
		if nonce != ch.nonce(sdkTesting.Alice.Address) {
			t.Errorf("nonce is %d", nonce)
		}
		var balances sdkAccounts.AccountBalances
		ch.mustQuery("accounts.Balances", sdkAccounts.BalancesQuery{Address: sdkTesting.Dave.Address}, &balances)
		if got := balances.Balances[types.NativeDenomination]; got.ToBigInt().Uint64() != firstBalance {
			t.Errorf("balance is %s", got)
		}
		ch.execute(sign(t, transferTx(sdkTesting.Bob.Address, 1), sdkTesting.Alice, ch.nonce(sdkTesting.Alice.Address)))
	}

	var coreParams sdkCore.Parameters
	ch.mustQuery("core.Parameters", nil, &coreParams)
	price := coreParams.MinGasPrice[types.NativeDenomination]
	if coreParams.MaxBatchGas != ch.doc.Gas.MaxBatch || coreParams.MaxTxSize != ch.doc.Limits.MaxTxSize ||
		price.ToBigInt().Uint64() != gasPrice {
		t.Errorf("core parameters are %+v", coreParams)
	}
	var prices map[types.Denomination]types.Quantity
	ch.mustQuery("core.MinGasPrice", nil, &prices)
	if got := prices[types.NativeDenomination]; len(prices) != 1 || got.ToBigInt().Uint64() != gasPrice {
		t.Errorf("gas prices are %v", prices)
	}
	var accountParams sdkAccounts.Parameters
	ch.mustQuery("accounts.Parameters", nil, &accountParams)
	if accountParams.GasCosts.TxTransfer != ch.doc.Gas.Transfer ||
		accountParams.DenominationInfos[types.NativeDenomination].Decimals != 18 {
		t.Errorf("accounts parameters are %+v", accountParams)
	}
	var consensusParams sdkConsensus.Parameters
	ch.mustQuery("consensus_accounts.Parameters", nil, &consensusParams)
	var denomination sdkAccounts.DenominationInfo
	ch.mustQuery("accounts.DenominationInfo", sdkAccounts.DenominationInfoQuery{}, &denomination)
	if denomination.Decimals != 18 {
		t.Errorf("denomination is %+v", denomination)
	}
	var info sdkCore.RuntimeInfoResponse
	ch.mustQuery("core.RuntimeInfo", nil, &info)
	if info.RuntimeVersion.Minor != 3 || info.Modules["trial"].Version != 7 ||
		len(info.Modules["accounts"].Methods) != 6 {
		t.Errorf("runtime info is %+v", info)
	}
}

func TestQueryErrors(t *testing.T) {
	ch := newChain(t, nil)
	for name, tc := range map[string]struct {
		method string
		args   any
		want   *modules.Error
	}{
		"unknown":       {"accounts.Secrets", nil, modules.ErrInvalidMethod},
		"forbidden":     {"accounts.Addresses", sdkAccounts.AddressesQuery{}, modules.ErrForbidden},
		"bad arguments": {"accounts.Nonce", 5, modules.ErrInvalidArgument},
		"unknown field": {"accounts.Nonce", map[string]any{"address": sdkTesting.Alice.Address, "x": 1},
			modules.ErrInvalidArgument},
		"no such token": {"accounts.DenominationInfo", sdkAccounts.DenominationInfoQuery{Denomination: "X"},
			modules.NewError("accounts", 4, "not found")},
		"call data key":       {"core.CallDataPublicKey", nil, modules.ErrInvalidArgument},
		"read-only tx":        {"core.ExecuteReadOnlyTx", sdkCore.ExecuteReadOnlyTxQuery{}, modules.ErrForbidden},
		"panic":               {"trial.PanicQuery", nil, modules.ErrQueryAborted},
		"estimate of nothing": {"core.EstimateGas", map[string]any{}, modules.ErrInvalidArgument},
	} {
		t.Run(name, func(t *testing.T) {
			wantError(t, ch.query(tc.method, tc.args, new(any)), tc.want)
		})
	}
}

// Clients of the SDK ask every runtime about ROFL and WebAssembly contracts, and need an answer also where there are
// none.
func TestAbsentModules(t *testing.T) {
	ch := newChain(t, nil)
	var apps []*rofl.AppConfig
	var thresholds rofl.StakeThresholds
	var market roflmarket.StakeThresholds
	var providers []*roflmarket.Provider
	ch.mustQuery("rofl.Apps", nil, &apps)
	ch.mustQuery("rofl.StakeThresholds", nil, &thresholds)
	ch.mustQuery("rofl.Parameters", nil, new(rofl.Parameters))
	ch.mustQuery("roflmarket.StakeThresholds", nil, &market)
	ch.mustQuery("roflmarket.Providers", nil, &providers)
	if len(apps) > 0 || len(providers) > 0 || thresholds.AppCreate == nil {
		t.Errorf("applications %v, providers %v, thresholds %v", apps, providers, thresholds)
	}
	for method, args := range map[string]any{
		"rofl.App": rofl.AppQuery{}, "contracts.Instance": contracts.InstanceQuery{ID: 1},
		"contracts.Code": contracts.CodeQuery{ID: 1},
	} {
		err := ch.query(method, args, new(any))
		wantError(t, err, modules.ErrInvalidArgument)
		if !strings.Contains(err.Error(), "not found: this network has no ") {
			t.Errorf("%s: %v", method, err)
		}
	}
}

func TestEstimateGas(t *testing.T) {
	ch := newChain(t, nil)
	estimate := func(args sdkCore.EstimateGasQuery) (gas uint64, err error) {
		err = ch.query("core.EstimateGas", args, &gas)
		return gas, err
	}
	tx := transferTx(sdkTesting.Bob.Address, 1)
	tx.AppendAuthSignature(sdkTesting.Alice.SigSpec, 0)
	gas, err := estimate(sdkCore.EstimateGasQuery{Tx: tx})
	if err != nil {
		t.Fatal(err)
	}
	// The estimate is enough, a little less is not: the estimate's own fee and limit are longer numbers than those of
	// the transaction.
	const slack = 20
	limited := func(limit uint64) []byte {
		tx := transferTx(sdkTesting.Bob.Address, 1)
		tx.AuthInfo.Fee = types.Fee{Amount: native(limit * gasPrice), Gas: limit}
		return sign(t, tx, sdkTesting.Alice, 0)
	}
	if result := outcome(t, &ch.execute(limited(gas)).Txs[0]); !result.IsSuccess() {
		t.Errorf("with %d gas: %+v", gas, result)
	}
	wantError(t, newChain(t, nil).refused(limited(gas-slack)), modules.ErrOutOfGas)
	// A caller may stand in for the signers, whose signatures still count.
	caller := types.CallerAddress{Address: &sdkTesting.Alice.Address}
	other, err := estimate(sdkCore.EstimateGasQuery{Tx: tx, Caller: &caller})
	if err != nil || other != gas {
		t.Errorf("for a caller: %d (%v), want %d", other, err, gas)
	}
	// An Ethereum caller without signers will not pay the SDK's prices.
	eth := [20]byte(sdkTesting.Dave.EthAddress.Bytes())
	plain := transferTx(sdkTesting.Bob.Address, 1)
	forEth, err := estimate(sdkCore.EstimateGasQuery{Tx: plain, Caller: &types.CallerAddress{EthAddress: &eth}})
	if err != nil || forEth != ch.doc.Gas.Transfer {
		t.Errorf("for an Ethereum caller: %d (%v), want %d", forEth, err, ch.doc.Gas.Transfer)
	}
	// What fails anyway uses some gas, or reports why.
	failing := newTx("trial.Fail", nil)
	failing.AppendAuthSignature(sdkTesting.Alice.SigSpec, 0)
	if gas, err := estimate(sdkCore.EstimateGasQuery{Tx: failing}); err != nil || gas == 0 {
		t.Errorf("failing: %d (%v)", gas, err)
	}
	_, err = estimate(sdkCore.EstimateGasQuery{Tx: failing, PropagateFailures: true})
	wantError(t, err, modules.NewError("trial", 99, ""))
	// Multisig signers are counted.
	multisig := transferTx(sdkTesting.Bob.Address, 1)
	multisig.AppendAuthMultisig(multisigConfig(), 0)
	several, err := estimate(sdkCore.EstimateGasQuery{Tx: multisig})
	if err != nil || several <= gas {
		t.Errorf("multisig: %d (%v), want more than %d", several, err, gas)
	}
	// Nothing of it stays.
	if got := ch.balance(sdkTesting.Bob.Address); got != 1 {
		t.Errorf("receiver has %d, want the 1 that was executed", got)
	}
	var known *modules.Error
	if err := ch.query("core.EstimateGas", cbor.RawMessage{0xff}, new(any)); !errors.As(err, &known) {
		t.Errorf("malformed arguments: %v", err)
	}
}
