package gateway

import (
	"context"
	"crypto/ecdsa"
	_ "embed"
	"encoding/json"
	"log/slog"
	"math/big"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/chaintest"
	"github.com/assent-network/assent/gateway/internal/view"
	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/runtime/genesis"
)

const chainID = 42334

// gwei is the least gas price of the test chain.
const gwei = 1_000_000_000

//go:embed testdata/Fixture.json
var fixtureJSON []byte

type fixture struct {
	ABI      abi.ABI
	Bytecode hexutil.Bytes
}

func loadFixture(t testing.TB) fixture {
	t.Helper()
	var f fixture
	if err := json.Unmarshal(fixtureJSON, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

// account is a key with its address.
type account struct {
	key  *ecdsa.PrivateKey
	addr common.Address
}

// newAccount derives the n-th test account.
func newAccount(t testing.TB, n byte) account {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte{'g', 'w', n}))
	if err != nil {
		t.Fatal(err)
	}
	return account{key, crypto.PubkeyToAddress(key.PublicKey)}
}

// document is the genesis of the test chain: a thousand tokens for each account.
func document(t testing.TB, accounts ...account) genesis.Document {
	t.Helper()
	doc := genesis.Default("gateway-test", chainID)
	thousand, err := amount.FromBig(ether(1000))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range accounts {
		doc.Balances[strings.ToLower(a.addr.Hex())] = thousand
	}
	return doc
}

func ether(n int64) *big.Int {
	return new(big.Int).Mul(big.NewInt(n), big.NewInt(1_000_000_000_000_000_000))
}

// harness is a gateway on a chain in this process.
type harness struct {
	t       testing.TB
	chain   *chaintest.Chain
	gateway *Gateway
	dir     string
	stop    func()
	rpc     *rpc.Client
	eth     *ethclient.Client
	fixture fixture
	alice   account
	bob     account
}

type option func(*Config)

func newHarness(t testing.TB, options ...option) *harness {
	t.Helper()
	h := &harness{t: t, alice: newAccount(t, 1), bob: newAccount(t, 2), dir: t.TempDir(), fixture: loadFixture(t)}
	h.chain = chaintest.New(t, document(t, h.alice, h.bob))
	h.chain.Produce(t) // Round 1 writes the first state.
	h.start(options...)
	t.Cleanup(func() { h.stop() })
	return h
}

// start runs a gateway and waits until it is up with the chain.
func (h *harness) start(options ...option) {
	h.t.Helper()
	h.launch(options...)
	h.sync()
}

// launch runs a gateway.
func (h *harness) launch(options ...option) {
	h.t.Helper()
	cfg := Config{
		Socket: "unused", RuntimeID: chaintest.RuntimeID, ChainID: chainID, DataDir: h.dir, Listen: "127.0.0.1:0",
		Logger: slog.New(slog.DiscardHandler),
	}
	for _, o := range options {
		o(&cfg)
	}
	g, err := newWith(cfg, h.chain, nil)
	if err != nil {
		h.t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- g.Run(ctx) }()
	h.gateway = g
	transport := &http.Transport{MaxIdleConnsPerHost: 256}
	h.rpc, err = rpc.DialOptions(ctx, g.URL(), rpc.WithHTTPClient(&http.Client{Transport: transport}))
	if err != nil {
		h.t.Fatal(err)
	}
	h.eth = ethclient.NewClient(h.rpc)
	h.stop = func() {
		h.rpc.Close()
		// The server waits a while for connections that were never used.
		transport.CloseIdleConnections()
		cancel()
		if err := <-done; err != nil {
			h.t.Errorf("gateway ended with %v", err)
		}
		h.stop = func() {}
	}
}

// sync waits until the gateway has indexed the chain's last round.
func (h *harness) sync() {
	h.t.Helper()
	deadline := time.After(20 * time.Second)
	for {
		changed := h.gateway.follower.Changed()
		if h.gateway.index.Next() > h.chain.Latest() {
			return
		}
		select {
		case <-changed:
		case <-deadline:
			h.t.Fatalf("the gateway is at round %d, the chain at %d", h.gateway.index.Next(), h.chain.Latest())
		}
	}
}

// produce makes a round and waits until it is indexed.
func (h *harness) produce() {
	h.t.Helper()
	h.chain.Produce(h.t)
	h.sync()
}

// call makes a request and decodes the answer.
func (h *harness) call(result any, method string, args ...any) {
	h.t.Helper()
	if err := h.rpc.CallContext(h.t.Context(), result, method, args...); err != nil {
		h.t.Fatalf("%s: %v", method, err)
	}
}

// fails makes a request that must fail and returns its error.
func (h *harness) fails(method string, args ...any) rpc.Error {
	h.t.Helper()
	var raw json.RawMessage
	err := h.rpc.CallContext(h.t.Context(), &raw, method, args...)
	coded, ok := err.(rpc.Error)
	if !ok {
		h.t.Fatalf("%s%v: got %s and error %v, want an error with a code", method, args, raw, err)
	}
	return coded
}

func (h *harness) simple(a account, tx message) *types.Transaction {
	h.t.Helper()
	return h.sign(a, &types.DynamicFeeTx{
		ChainID: big.NewInt(chainID), Nonce: tx.Nonce, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(2 * gwei),
		Gas: 2_000_000,
		To:  tx.To, Value: tx.Value, Data: tx.Data,
	})
}

func (h *harness) sign(a account, inner types.TxData) *types.Transaction {
	h.t.Helper()
	tx, err := types.SignNewTx(a.key, view.Signer(chainID), inner)
	if err != nil {
		h.t.Fatal(err)
	}
	return tx
}

func (h *harness) nonce(a account) uint64 {
	h.t.Helper()
	n, err := h.eth.PendingNonceAt(h.t.Context(), a.addr)
	if err != nil {
		h.t.Fatal(err)
	}
	return n
}

// message is what tests say of a transaction; simple fills in the rest.
type message struct {
	Nonce uint64
	To    *common.Address
	Value *big.Int
	Data  []byte
}

// send submits a transaction.
func (h *harness) send(a account, to *common.Address, value *big.Int, data []byte) *types.Transaction {
	h.t.Helper()
	tx := h.simple(a, message{Nonce: h.nonce(a), To: to, Value: value, Data: data})
	if err := h.eth.SendTransaction(h.t.Context(), tx); err != nil {
		h.t.Fatal(err)
	}
	return tx
}

// transact submits a transaction, makes a round of it and returns its receipt.
func (h *harness) transact(a account, to *common.Address, value *big.Int, data []byte) *types.Receipt {
	h.t.Helper()
	tx := h.send(a, to, value, data)
	h.produce()
	receipt, err := h.eth.TransactionReceipt(h.t.Context(), tx.Hash())
	if err != nil {
		h.t.Fatal(err)
	}
	return receipt
}

// deploy deploys the fixture.
func (h *harness) deploy() common.Address {
	h.t.Helper()
	receipt := h.transact(h.alice, nil, nil, append(h.fixture.Bytecode, h.pack("", big.NewInt(7))...))
	if receipt.Status != 1 {
		h.t.Fatalf("deploying the fixture failed: %+v", receipt)
	}
	return receipt.ContractAddress
}

func (h *harness) pack(method string, args ...any) []byte {
	h.t.Helper()
	data, err := h.fixture.ABI.Pack(method, args...)
	if err != nil {
		h.t.Fatal(err)
	}
	return data
}
