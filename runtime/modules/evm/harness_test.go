package evm_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"errors"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	gethtypes "github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	ocommon "github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/common/quantity"
	"github.com/oasisprotocol/oasis-core/go/common/version"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/writelog"
	sdkTesting "github.com/oasisprotocol/oasis-sdk/client-sdk/go/testing"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/modules"
	"github.com/assent-network/assent/runtime/modules/accounts"
	"github.com/assent-network/assent/runtime/modules/core"
	"github.com/assent-network/assent/runtime/modules/evm"
	"github.com/assent-network/assent/runtime/state"
)

const (
	chainID      = 42334
	minGasPrice  = 5
	firstBalance = 1_000_000_000_000
	plenty       = 1_000_000
	chainContext = "0000000000000000000000000000000000000000000000000000000000000001"
)

var (
	testRuntimeID = ocommon.NewTestNamespaceFromSeed([]byte("assent/modules/evm"), ocommon.NamespaceTest)
	testContext   = modules.SignatureContext(testRuntimeID, chainContext)
	signer        = gethtypes.NewLondonSigner(big.NewInt(chainID))
)

// wallet is an Ethereum account with money.
type wallet struct {
	key   *ecdsa.PrivateKey
	addr  common.Address
	nonce uint64
}

func newWallet(t testing.TB, seed string) *wallet {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte(seed)))
	if err != nil {
		t.Fatal(err)
	}
	return &wallet{key: key, addr: crypto.PubkeyToAddress(key.PublicKey)}
}

func (w *wallet) account() types.Address { return types.NewAddressFromEth(w.addr[:]) }

// sign signs and wraps an Ethereum transaction; the nonce moves on.
func (w *wallet) sign(t testing.TB, data gethtypes.TxData) []byte {
	t.Helper()
	tx, err := gethtypes.SignNewTx(w.key, signer, data)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	w.nonce++
	return wrap(raw)
}

// call is a dynamic-fee transaction at the base fee.
func (w *wallet) call(t testing.TB, to *common.Address, value int64, data []byte, gas uint64) []byte {
	t.Helper()
	return w.sign(t, &gethtypes.DynamicFeeTx{
		ChainID: big.NewInt(chainID), Nonce: w.nonce, GasFeeCap: big.NewInt(minGasPrice), GasTipCap: new(big.Int),
		Gas: gas, To: to, Value: big.NewInt(value), Data: data,
	})
}

// wrap puts an Ethereum transaction into the SDK's envelope.
func wrap(raw []byte) []byte {
	return cbor.Marshal(&types.UnverifiedTransaction{Body: raw, AuthProofs: []types.AuthProof{{Module: evm.Scheme}}})
}

// chain is a chain in memory with the modules that contracts need.
type chain struct {
	t          testing.TB
	dispatcher *modules.Dispatcher
	tree       mkvs.Tree
	header     block.Header
	log        writelog.WriteLog // of the last round, in order of keys
	wallet     *wallet
}

func newChain(t testing.TB) *chain {
	t.Helper()
	w := newWallet(t, "wallet")
	doc := genesis.Default("test", chainID)
	doc.MinGasPrice = amount.FromUint64(minGasPrice)
	for _, addr := range []types.Address{sdkTesting.Alice.Address, sdkTesting.Dave.Address, w.account()} {
		doc.Balances[addr.String()] = amount.FromUint64(firstBalance)
	}
	sealed, err := genesis.New(doc)
	if err != nil {
		t.Fatal(err)
	}
	set, err := modules.NewSet(version.Version{Minor: 1}, core.New(sealed), accounts.New(sealed), evm.New(sealed))
	if err != nil {
		t.Fatal(err)
	}
	tree := mkvs.New(nil, nil, node.RootTypeState, mkvs.Capacity(0, 0))
	t.Cleanup(tree.Close)
	ch := &chain{
		t: t, tree: tree, wallet: w,
		dispatcher: modules.NewDispatcher(set, modules.Config{
			Chain: sealed, SignatureContext: testContext,
			AllowQuery: func(string, bool) bool { return true },
		}),
		header: block.Header{Namespace: testRuntimeID, Round: 10, Timestamp: 1_700_000_000},
	}
	ch.header.StateRoot.Empty()
	return ch
}

func (ch *chain) block() *modules.Block {
	return &modules.Block{
		RuntimeID: testRuntimeID, Round: ch.header.Round + 1,
		Timestamp: uint64(ch.header.Timestamp), Header: ch.header,
	}
}

// execute runs a block that must be good.
func (ch *chain) execute(txs ...[]byte) []modules.TxResult {
	ch.t.Helper()
	ctx := ch.t.Context()
	result, err := ch.dispatcher.ExecuteBatch(ctx, ch.tree, ch.block(), txs)
	if err != nil {
		ch.t.Fatal(err)
	}
	log, root, err := ch.tree.Commit(ctx, testRuntimeID, ch.header.Round+1)
	if err != nil {
		ch.t.Fatal(err)
	}
	slices.SortFunc(log, func(a, b writelog.LogEntry) int { return bytes.Compare(a.Key, b.Key) })
	ch.log = log
	previous := ch.header.EncodedHash()
	ch.header = block.Header{Namespace: testRuntimeID, Round: ch.header.Round + 1, Timestamp: ch.header.Timestamp + 1,
		StateRoot: root, PreviousHash: previous}
	return result.Txs
}

// schedule builds a block from a pool, without committing it.
func (ch *chain) schedule(pool ...[]byte) *modules.BatchResult {
	ch.t.Helper()
	result, err := ch.dispatcher.ScheduleBatch(ch.t.Context(), state.NewOverlay(ch.tree), ch.block(), pool,
		func(context.Context, hash.Hash, uint32) ([][]byte, error) { return nil, nil })
	if err != nil {
		ch.t.Fatal(err)
	}
	return result
}

// refused runs a block that no node may vote for, and returns why.
func (ch *chain) refused(txs ...[]byte) error {
	ch.t.Helper()
	_, err := ch.dispatcher.ExecuteBatch(ch.t.Context(), state.NewOverlay(ch.tree), ch.block(), txs)
	if err == nil {
		ch.t.Fatal("the batch was executed")
	}
	return err
}

// one runs a block of one transaction.
func (ch *chain) one(tx []byte) (*types.CallResult, *modules.TxResult) {
	ch.t.Helper()
	results := ch.execute(tx)
	return outcome(ch.t, &results[0]), &results[0]
}

// must is one whose transaction has to succeed with bytes.
func (ch *chain) must(tx []byte) []byte {
	ch.t.Helper()
	result, _ := ch.one(tx)
	if !result.IsSuccess() {
		ch.t.Fatalf("transaction failed: %+v", result.Failed)
	}
	var ok []byte
	if err := cbor.Unmarshal(result.Ok, &ok); err != nil {
		ch.t.Fatal(err)
	}
	return ok
}

// deploy creates a contract with the code.
func (ch *chain) deploy(code []byte) common.Address {
	ch.t.Helper()
	return common.BytesToAddress(ch.must(ch.wallet.call(ch.t, nil, 0, returning(code), 10_000_000)))
}

func (ch *chain) check(tx []byte) *modules.Error {
	ch.t.Helper()
	results, err := ch.dispatcher.CheckBatch(ch.t.Context(), ch.tree, ch.block(), [][]byte{tx})
	if err != nil {
		ch.t.Fatal(err)
	}
	return results[0].Err
}

func (ch *chain) query(method string, args, result any) error {
	ch.t.Helper()
	blk := ch.block()
	blk.Round = ch.header.Round
	data, err := ch.dispatcher.Query(ch.t.Context(), ch.tree, blk, method, cbor.Marshal(args))
	if err != nil {
		return err
	}
	return cbor.Unmarshal(data, result)
}

func (ch *chain) balance(addr types.Address) uint64 {
	ch.t.Helper()
	balance, err := accounts.NewState(ch.t.Context(), ch.tree).Balance(addr, types.NativeDenomination)
	if err != nil {
		ch.t.Fatal(err)
	}
	return balance.Uint64()
}

// checkInvariants fails the test when tokens were made or lost.
func (ch *chain) checkInvariants() {
	ch.t.Helper()
	var none any
	if err := ch.query("core.CheckInvariants", nil, &none); err != nil {
		ch.t.Fatal(err)
	}
}

// sdkTx is a transaction in the SDK's form, signed by the key.
func sdkTx(t testing.TB, key sdkTesting.TestKey, nonce uint64, method string, body any, gas uint64) []byte {
	t.Helper()
	fee := &types.Fee{Amount: native(gas * minGasPrice), Gas: gas}
	tx := types.NewTransaction(fee, types.MethodName(method), body)
	tx.AppendAuthSignature(key.SigSpec, nonce)
	ts := tx.PrepareForSigning()
	if err := ts.AppendSign(testContext, key.Signer); err != nil {
		t.Fatal(err)
	}
	return cbor.Marshal(ts.UnverifiedTransaction())
}

func native(units uint64) types.BaseUnits {
	return types.NewBaseUnits(*quantity.NewFromUint64(units), types.NativeDenomination)
}

func outcome(t testing.TB, tx *modules.TxResult) *types.CallResult {
	t.Helper()
	var result types.CallResult
	if err := cbor.Unmarshal(tx.Output, &result); err != nil {
		t.Fatalf("output %x: %v", tx.Output, err)
	}
	return &result
}

// wantFailure checks a failed result: module, code and all of the message.
func wantFailure(t testing.TB, result *types.CallResult, module string, code uint32, message string) {
	t.Helper()
	if result.Failed == nil {
		t.Fatalf("got success, want %s/%d %s", module, code, message)
	}
	if f := result.Failed; f.Module != module || f.Code != code || f.Message != message {
		t.Fatalf("got %s/%d %q, want %s/%d %q", f.Module, f.Code, f.Message, module, code, message)
	}
}

func wantError(t testing.TB, err error, want *modules.Error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Fatalf("got %v, want %s/%d", err, want.Module, want.Code)
	}
}
