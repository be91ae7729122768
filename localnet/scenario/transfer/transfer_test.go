package transfer_test

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"strings"
	"testing"
	"time"

	ethcrypto "github.com/ethereum/go-ethereum/crypto"

	memory "github.com/oasisprotocol/oasis-core/go/common/crypto/signature/signers/memory"
	"github.com/oasisprotocol/oasis-core/go/common/quantity"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/client"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/config"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/connection"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature"
	sdked25519 "github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature/ed25519"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature/secp256k1"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/accounts"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/localnet/fault"
)

// TestStory_stockClientTransfers is told in the stock client's own words; nothing in it is special to this project but
// the address of the network.
func TestStory_stockClientTransfers(t *testing.T) {
	net := stories.Shared(t)
	ctx := t.Context()
	conn, err := connection.Connect(ctx, &config.Network{ChainContext: net.File.ChainContext, RPC: "unix:" +
		net.Socket()})
	if err != nil {
		t.Fatal(err)
	}
	rt := conn.Runtime(&config.ParaTime{ID: net.File.RuntimeID.Hex()})

	// What the official command line asks of every runtime.
	if apps, err := rt.ROFL.Apps(ctx, sdk.RoundLatest); err != nil || len(apps) > 0 {
		t.Errorf("ROFL applications: %v %v", apps, err)
	}
	if _, err := rt.ROFL.StakeThresholds(ctx, sdk.RoundLatest); err != nil {
		t.Error(err)
	}
	if _, err := rt.ROFLMarket.StakeThresholds(ctx, sdk.RoundLatest); err != nil {
		t.Error(err)
	}
	if _, err := rt.Contracts.Instance(ctx, sdk.RoundLatest, 1); err == nil ||
		!strings.Contains(err.Error(), "not found") {
		t.Errorf("a WebAssembly contract: %v", err)
	}

	alice := net.Account(t)
	aliceSigner := secp256k1.NewSigner(ethcrypto.FromECDSA(alice.Key))
	aliceSpec := types.NewSignatureAddressSpecSecp256k1Eth(aliceSigner.Public().(secp256k1.PublicKey))
	core, err := memory.NewSigner(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	bobSigner := sdked25519.WrapSigner(core)
	bobSpec := types.NewSignatureAddressSpecEd25519(bobSigner.Public().(sdked25519.PublicKey))
	aliceAddress, bobAddress := types.NewAddress(aliceSpec), types.NewAddress(bobSpec)

	balance := func(who types.Address) quantity.Quantity {
		t.Helper()
		balances, err := rt.Accounts.Balances(ctx, sdk.RoundLatest, who)
		if err != nil {
			t.Fatal(err)
		}
		return balances.Balances[types.NativeDenomination]
	}
	prices, err := rt.Core.MinGasPrice(ctx, sdk.RoundLatest)
	if err != nil {
		t.Fatal(err)
	}
	price := prices[types.NativeDenomination]
	// transfer sends an amount and returns the fee that was paid for it.
	transfer := func(signer signature.Signer, spec types.SignatureAddressSpec, to types.Address,
		amount uint64) quantity.Quantity {
		t.Helper()
		nonce, err := rt.Accounts.Nonce(ctx, sdk.RoundLatest, types.NewAddress(spec))
		if err != nil {
			t.Fatal(err)
		}
		tb := rt.Accounts.Transfer(to, units(amount)).AppendAuthSignature(spec, nonce)
		gas, err := rt.Core.EstimateGas(ctx, sdk.RoundLatest, tb.GetTransaction(), true)
		if err != nil {
			t.Fatal(err)
		}
		fee := price.Clone()
		if err := fee.Mul(quantity.NewFromUint64(gas)); err != nil {
			t.Fatal(err)
		}
		tb.SetFeeGas(gas).SetFeeAmount(types.NewBaseUnits(*fee, types.NativeDenomination))
		if err := tb.AppendSign(ctx, signer); err != nil {
			t.Fatal(err)
		}
		meta, err := tb.SubmitTxMeta(ctx, nil)
		if err != nil {
			t.Fatal(err)
		}
		if meta.CheckTxError != nil {
			t.Fatalf("refused: %+v", meta.CheckTxError)
		}
		events, err := rt.Accounts.GetEvents(ctx, meta.Round)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range events {
			if e.Transfer != nil && e.Transfer.From.Equal(types.NewAddress(spec)) && e.Transfer.To.Equal(to) {
				if e.Transfer.Amount.Amount.Cmp(quantity.NewFromUint64(amount)) != 0 {
					t.Errorf("the event says %s, want %d", e.Transfer.Amount, amount)
				}
				return *fee
			}
		}
		t.Fatalf("round %d has no event of the transfer", meta.Round)
		return quantity.Quantity{}
	}

	const there, back = 1_000_000_000_000_000, 1_000_000
	before := balance(aliceAddress)
	aliceFee := transfer(aliceSigner, aliceSpec, bobAddress, there)
	if got := balance(bobAddress); got.Cmp(quantity.NewFromUint64(there)) != 0 {
		t.Errorf("bob has %s, want %d", got, there)
	}
	bobFee := transfer(bobSigner, bobSpec, aliceAddress, back)

	want := quantity.NewFromUint64(there - back)
	if err := want.Sub(&bobFee); err != nil {
		t.Fatal(err)
	}
	if got := balance(bobAddress); got.Cmp(want) != 0 {
		t.Errorf("bob has %s, want %s", got, want)
	}
	want = before.Clone()
	for _, spent := range []*quantity.Quantity{quantity.NewFromUint64(there - back), &aliceFee} {
		if err := want.Sub(spent); err != nil {
			t.Fatal(err)
		}
	}
	if got := balance(aliceAddress); got.Cmp(want) != 0 {
		t.Errorf("alice has %s, want %s", got, want)
	}
}

// TestStory_nodeIsKilled kills the node while transfers are on their way, and starts it again: each transfer happens
// exactly once.
func TestStory_nodeIsKilled(t *testing.T) {
	net := stories.Fresh(t)
	c := net.Client(t)
	sender, err := chain.Secp256k1(net.Account(t).Key)
	if err != nil {
		t.Fatal(err)
	}
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	receiver, err := chain.Ed25519(key)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()

	const transfers, kills = 12, 3
	genesis, err := c.Block(ctx, 0)
	if err != nil {
		t.Fatal(err)
	}
	submitted := make(chan struct{}, transfers)
	finished := make(chan error, 1)
	go func() {
		for nonce := range uint64(transfers) {
			raw, err := c.SignWithNonce(transferTx(receiver.Address(), 1), sender, nonce)
			if err != nil {
				finished <- err
				return
			}
			submitted <- struct{}{}
			receipt, err := submitWhenUp(ctx, c, raw)
			if err == nil {
				err = receipt.Err()
			}
			if err != nil {
				finished <- err
				return
			}
		}
		finished <- nil
	}()
	for range kills {
		for range transfers / (kills + 1) {
			select {
			case <-submitted:
			case err := <-finished:
				t.Fatalf("the transfers ended early: %v", err)
			}
		}
		if err := fault.Node(net.Nodes[0]).Kill(ctx); err != nil {
			t.Fatal(err)
		}
		if _, err := net.Dial(ctx); !isUnreachable(err) {
			t.Errorf("dialling a killed node: %v", err)
		}
		if err := net.Up(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if err := <-finished; err != nil {
		t.Fatal(err)
	}

	again := net.Client(t)
	balances, err := again.Accounts().Balances(ctx, chain.RoundLatest, receiver.Address())
	if err != nil {
		t.Fatal(err)
	}
	if got := balances.Balances[types.NativeDenomination]; got.Cmp(quantity.NewFromUint64(transfers)) != 0 {
		t.Errorf("the receiver has %s, want %d", got, transfers)
	}
	nonce, err := again.Accounts().Nonce(ctx, chain.RoundLatest, sender.Address())
	if err != nil {
		t.Fatal(err)
	}
	if nonce != transfers {
		t.Errorf("the sender has used %d nonces, want %d", nonce, transfers)
	}
	// It is the chain that was there before.
	block, err := again.Block(ctx, 0)
	if err != nil {
		t.Fatal(err)
	}
	if block.Header.EncodedHash() != genesis.Header.EncodedHash() {
		t.Error("the network has another genesis block now")
	}
}

// submitWhenUp is Submit for a node that may be down at this moment.
func submitWhenUp(ctx context.Context, c *chain.Client, raw []byte) (*chain.Receipt, error) {
	for {
		receipt, err := c.SubmitSince(ctx, raw, 0)
		if err == nil || !isUnreachable(err) {
			return receipt, err
		}
		if err := c.WaitReady(ctx); err != nil {
			return nil, err
		}
	}
}

func isUnreachable(err error) bool {
	var unreachable *chain.UnreachableError
	return errors.As(err, &unreachable)
}

func units(n uint64) types.BaseUnits {
	return types.NewBaseUnits(*quantity.NewFromUint64(n), types.NativeDenomination)
}

// transferTx transfers some base units for more than enough gas.
func transferTx(to types.Address, amount uint64) *types.Transaction {
	const gas, price = 20_000, 1_000_000_000
	return accounts.NewTransferTx(&types.Fee{Gas: gas, Amount: units(gas * price)},
		&accounts.Transfer{To: to, Amount: units(amount)})
}
