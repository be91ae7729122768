package modules_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/holiman/uint256"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/common/quantity"
	"github.com/oasisprotocol/oasis-core/go/common/version"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	sdkAccounts "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/accounts"
	sdkTesting "github.com/oasisprotocol/oasis-sdk/client-sdk/go/testing"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/modules"
	"github.com/assent-network/assent/runtime/modules/accounts"
	"github.com/assent-network/assent/runtime/modules/consensusaccounts"
	"github.com/assent-network/assent/runtime/modules/core"
	"github.com/assent-network/assent/runtime/state"
)

const (
	gasPrice     = 5
	firstBalance = 1_000_000_000
	chainContext = "0000000000000000000000000000000000000000000000000000000000000001"
)

var (
	testRuntimeID = common.NewTestNamespaceFromSeed([]byte("assent/modules"), common.NamespaceTest)
	testContext   = modules.SignatureContext(testRuntimeID, chainContext)
)

// trial is a module with methods that misbehave.
type trial struct{}

func (trial) Name() string    { return "trial" }
func (trial) Version() uint32 { return 7 }

func (trial) Methods() []modules.Method {
	key := []byte("trial\x01")
	write := func(c *modules.Context) error { return c.State().Insert(c.Context(), key, []byte("written")) }
	return []modules.Method{
		modules.NewMethod("trial.Write", func(c *modules.Context, _ modules.None) (modules.None, error) {
			if c.IsCheckOnly() {
				return modules.None{}, nil
			}
			c.Emit(modules.Event{Module: "trial", Code: 1, Value: "wrote"})
			return modules.None{}, write(c)
		}),
		modules.NewMethod("trial.Read", func(c *modules.Context, _ modules.None) (uint64, error) {
			_, err := c.State().Get(c.Context(), key)
			return 42, err
		}),
		modules.NewMethod("trial.Panic", func(c *modules.Context, _ modules.None) (modules.None, error) {
			if c.IsCheckOnly() {
				return modules.None{}, nil
			}
			c.Emit(modules.Event{Module: "trial", Code: 1, Value: "wrote"})
			if err := write(c); err != nil {
				return modules.None{}, err
			}
			var nothing map[string]int
			nothing["crash"]++ //nolint:staticcheck // crashes on purpose
			return modules.None{}, nil
		}),
		modules.NewMethod("trial.Fail", func(c *modules.Context, _ modules.None) (modules.None, error) {
			if c.IsCheckOnly() {
				return modules.None{}, nil
			}
			c.Emit(modules.Event{Module: "trial", Code: 1, Value: "wrote"})
			c.EmitUnconditional(modules.Event{Module: "trial", Code: 2, Value: "tried"})
			if err := write(c); err != nil {
				return modules.None{}, err
			}
			return modules.None{}, modules.NewError("trial", 99, "failed as told")
		}),
		modules.NewMethod("trial.Internal", func(c *modules.Context, _ modules.None) (modules.None, error) {
			if c.IsCheckOnly() {
				return modules.None{}, nil
			}
			return modules.None{}, errors.New("a cause that differs between replicas")
		}),
		modules.NewMethod("trial.Swallow", func(c *modules.Context, _ modules.None) (modules.None, error) {
			_, _ = c.State().Get(c.Context(), []byte("trial\xff"))
			return modules.None{}, nil
		}),
		modules.NewMethod("trial.Mint", func(c *modules.Context, units uint64) (modules.None, error) {
			return modules.None{}, accounts.Mint(c, c.Tx().CallerAddress, "TOK", uint256.NewInt(units))
		}),
		modules.NewMethod("trial.Burn", func(c *modules.Context, units uint64) (modules.None, error) {
			return modules.None{}, accounts.Burn(c, c.Tx().CallerAddress, "TOK", uint256.NewInt(units))
		}),
		modules.NewMethod("trial.Gas", func(c *modules.Context, gas uint64) (modules.None, error) {
			if c.IsCheckOnly() {
				return modules.None{}, nil
			}
			accounts.RefundUnusedFee(c, true)
			return modules.None{}, c.UseGas(gas)
		}),
	}
}

func (trial) Queries() []modules.Query {
	return []modules.Query{
		modules.NewQuery("trial.PanicQuery", func(*modules.Context, modules.None) (modules.None,
			error) {
			panic("query")
		}),
	}
}

func (trial) DecodeTx(scheme string, body []byte) (*types.Transaction, *uint256.Int, error) {
	switch scheme {
	case "trial.body":
		var tx types.Transaction
		return &tx, nil, cbor.Unmarshal(body, &tx)
	case "trial.panic":
		panic("decode")
	}
	return nil, nil, nil
}

// chain is a chain in memory.
type chain struct {
	t          testing.TB
	doc        *genesis.Document
	dispatcher *modules.Dispatcher
	tree       mkvs.Tree
	header     block.Header
}

// newChain starts a chain; change may change its genesis document.
func newChain(t testing.TB, change func(*genesis.Document)) *chain {
	t.Helper()
	doc := genesis.Default("test", 42334)
	doc.MinGasPrice = amount.FromUint64(gasPrice)
	for _, key := range []sdkTesting.TestKey{sdkTesting.Alice, sdkTesting.Dave, sdkTesting.Frank} {
		doc.Balances[key.Address.String()] = amount.FromUint64(firstBalance)
	}
	doc.Balances[multisigAddress().String()] = amount.FromUint64(firstBalance)
	if change != nil {
		change(&doc)
	}
	sealed, err := genesis.New(doc)
	if err != nil {
		t.Fatal(err)
	}
	set, err := modules.NewSet(version.Version{Minor: 3}, core.New(sealed), accounts.New(sealed),
		consensusaccounts.New(), trial{})
	if err != nil {
		t.Fatal(err)
	}
	tree := mkvs.New(nil, nil, node.RootTypeState, mkvs.Capacity(0, 0))
	t.Cleanup(tree.Close)
	ch := &chain{
		t: t, doc: sealed, tree: tree,
		dispatcher: modules.NewDispatcher(set, modules.Config{
			Chain: sealed, SignatureContext: testContext,
			AllowQuery: func(name string, _ bool) bool { return name != "accounts.Addresses" },
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

// commit finalises the round whose writes are in the tree.
func (ch *chain) commit() {
	ch.t.Helper()
	_, root, err := ch.tree.Commit(ch.t.Context(), testRuntimeID, ch.header.Round+1)
	if err != nil {
		ch.t.Fatal(err)
	}
	ch.header = block.Header{Namespace: testRuntimeID, Round: ch.header.Round + 1, Timestamp: ch.header.Timestamp + 1,
		StateRoot: root}
}

// schedule builds a block from a pool, without committing it.
func (ch *chain) schedule(pool ...[]byte) *modules.BatchResult {
	ch.t.Helper()
	result, err := ch.dispatcher.ScheduleBatch(ch.t.Context(), state.NewOverlay(ch.tree), ch.block(), pool, noMore)
	if err != nil {
		ch.t.Fatal(err)
	}
	return result
}

// refused runs a block that no node may vote for, and returns why.
func (ch *chain) refused(txs ...[]byte) error {
	ch.t.Helper()
	trial := state.NewOverlay(ch.tree)
	_, err := ch.dispatcher.ExecuteBatch(ch.t.Context(), trial, ch.block(), txs)
	if err == nil {
		ch.t.Fatal("the batch was executed")
	}
	if trial.Dirty() {
		ch.t.Error("the refused batch wrote to the state")
	}
	return err
}

// execute runs a block that must be good.
func (ch *chain) execute(txs ...[]byte) *modules.BatchResult {
	ch.t.Helper()
	result, err := ch.dispatcher.ExecuteBatch(ch.t.Context(), ch.tree, ch.block(), txs)
	if err != nil {
		ch.t.Fatal(err)
	}
	ch.commit()
	return result
}

func (ch *chain) check(txs ...[]byte) []modules.CheckResult {
	ch.t.Helper()
	results, err := ch.dispatcher.CheckBatch(ch.t.Context(), ch.tree, ch.block(), txs)
	if err != nil {
		ch.t.Fatal(err)
	}
	return results
}

func (ch *chain) query(method string, args, result any) error {
	ch.t.Helper()
	blk := ch.block()
	blk.Round = ch.header.Round
	data, err := ch.dispatcher.Query(ch.t.Context(), ch.tree, blk, method, cbor.Marshal(args))
	if err != nil {
		return err
	}
	return cbor.UnmarshalRPC(data, result)
}

func (ch *chain) mustQuery(method string, args, result any) {
	ch.t.Helper()
	if err := ch.query(method, args, result); err != nil {
		ch.t.Fatalf("%s: %v", method, err)
	}
}

func (ch *chain) balance(addr types.Address) uint64 {
	ch.t.Helper()
	balance, err := accounts.NewState(ch.t.Context(), ch.tree).Balance(addr, types.NativeDenomination)
	if err != nil {
		ch.t.Fatal(err)
	}
	return balance.Uint64()
}

func (ch *chain) nonce(addr types.Address) uint64 {
	ch.t.Helper()
	nonce, err := accounts.NewState(ch.t.Context(), ch.tree).Nonce(addr)
	if err != nil {
		ch.t.Fatal(err)
	}
	return nonce
}

// checkInvariants fails the test when tokens were made or lost.
func (ch *chain) checkInvariants() {
	ch.t.Helper()
	var none any
	ch.mustQuery("core.CheckInvariants", nil, &none)
}

func native(units uint64) types.BaseUnits {
	return types.NewBaseUnits(*quantity.NewFromUint64(units), types.NativeDenomination)
}

const (
	defaultGas = 10_000
	defaultFee = defaultGas * gasPrice
)

func newTx(method string, body any) *types.Transaction {
	return types.NewTransaction(&types.Fee{Amount: native(defaultFee), Gas: defaultGas}, types.MethodName(method), body)
}

func transferTx(to types.Address, units uint64) *types.Transaction {
	return newTx("accounts.Transfer", &sdkAccounts.Transfer{To: to, Amount: native(units)})
}

// sign signs with a key that is the only signer.
func sign(t testing.TB, tx *types.Transaction, key sdkTesting.TestKey, nonce uint64) []byte {
	t.Helper()
	signed := *tx
	signed.AuthInfo.SignerInfo = nil
	signed.AppendAuthSignature(key.SigSpec, nonce)
	return signAll(t, &signed, key)
}

// signAll signs with keys that the transaction names.
func signAll(t testing.TB, tx *types.Transaction, keys ...sdkTesting.TestKey) []byte {
	t.Helper()
	signer := tx.PrepareForSigning()
	for _, key := range keys {
		if err := signer.AppendSign(testContext, key.Signer); err != nil {
			t.Fatal(err)
		}
	}
	return cbor.Marshal(signer.UnverifiedTransaction())
}

// multisigConfig is an account of Alice (weight 1) and Dave (weight 2).
func multisigConfig() *types.MultisigConfig {
	return &types.MultisigConfig{
		Signers: []types.MultisigSigner{
			{PublicKey: types.PublicKey{PublicKey: sdkTesting.Alice.Signer.Public()}, Weight: 1},
			{PublicKey: types.PublicKey{PublicKey: sdkTesting.Dave.Signer.Public()}, Weight: 2},
		},
		Threshold: 2,
	}
}

func multisigAddress() types.Address { return types.NewAddressFromMultisig(multisigConfig()) }

func outcome(t testing.TB, tx *modules.TxResult) *types.CallResult {
	t.Helper()
	var result types.CallResult
	if err := cbor.Unmarshal(tx.Output, &result); err != nil {
		t.Fatalf("output %x: %v", tx.Output, err)
	}
	return &result
}

// wantFailure checks a failed result's module and code, and a part of its message.
func wantFailure(t testing.TB, result *types.CallResult, want *modules.Error) {
	t.Helper()
	if result.Failed == nil {
		t.Fatalf("got success, want %s/%d", want.Module, want.Code)
	}
	if result.Failed.Module != want.Module || result.Failed.Code != want.Code ||
		!strings.HasPrefix(result.Failed.Message, want.Message) {
		t.Fatalf("got %s/%d %q, want %s/%d %q", result.Failed.Module, result.Failed.Code, result.Failed.Message,
			want.Module, want.Code, want.Message)
	}
}

func wantError(t testing.TB, err error, want *modules.Error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Fatalf("got %v, want %s/%d", err, want.Module, want.Code)
	}
}

// noMore is a pool without further transactions.
func noMore(context.Context, hash.Hash, uint32) ([][]byte, error) { return nil, nil }
