package gateway

import (
	"bytes"
	"math/big"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
)

func raw(t testing.TB, tx *types.Transaction) hexutil.Bytes {
	t.Helper()
	b, err := tx.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Wallets look for these words.
func TestRefusals(t *testing.T) {
	h := newHarness(t)
	h.transact(h.alice, &h.bob.addr, big.NewInt(1), nil) // alice's nonce is 1 now.
	poor := newAccount(t, 9)
	price := big.NewInt(gwei)
	transfer := func(change func(*types.LegacyTx)) *types.Transaction {
		tx := &types.LegacyTx{Nonce: 1, GasPrice: price, Gas: 21_000, To: &h.bob.addr, Value: new(big.Int)}
		change(tx)
		return h.sign(h.alice, tx)
	}
	dynamic := func(tip, limit int64) *types.Transaction {
		return h.sign(h.alice, &types.DynamicFeeTx{ChainID: big.NewInt(chainID), Nonce: 1, GasTipCap: big.NewInt(tip),
			GasFeeCap: big.NewInt(limit), Gas: 21_000, To: &h.bob.addr})
	}
	unprotected, err := types.SignNewTx(h.alice.key, types.HomesteadSigner{},
		&types.LegacyTx{Nonce: 1, GasPrice: price, Gas: 21_000, To: &h.bob.addr})
	if err != nil {
		t.Fatal(err)
	}
	otherChain, err := types.SignNewTx(h.alice.key, types.LatestSignerForChainID(big.NewInt(1)),
		&types.LegacyTx{Nonce: 1, GasPrice: price, Gas: 21_000, To: &h.bob.addr})
	if err != nil {
		t.Fatal(err)
	}
	huge := new(big.Int).Lsh(big.NewInt(1), 8000)
	hugeChain, err := types.SignNewTx(h.alice.key, types.LatestSignerForChainID(huge),
		&types.DynamicFeeTx{ChainID: huge, Nonce: 1, GasTipCap: price, GasFeeCap: price, Gas: 21_000, To: &h.bob.addr})
	if err != nil {
		t.Fatal(err)
	}
	good := raw(t, transfer(func(*types.LegacyTx) {}))
	for _, tc := range []struct {
		name string
		raw  hexutil.Bytes
		want string
	}{
		{"nonce used", raw(t, transfer(func(tx *types.LegacyTx) { tx.Nonce = 0; tx.Gas = 30_000 })),
			"nonce too low: next nonce 1, tx nonce 0"},
		{"nonce far ahead", raw(t, transfer(func(tx *types.LegacyTx) { tx.Nonce = 5000 })),
			"nonce too high: next nonce 1, tx nonce 5000"},
		{"largest nonce", raw(t, transfer(func(tx *types.LegacyTx) { tx.Nonce = ^uint64(0) })), "nonce has max value"},
		{"value above balance", raw(t, transfer(func(tx *types.LegacyTx) { tx.Value = ether(2000) })),
			"insufficient funds for gas * price + value: balance "},
		{"fee above balance", raw(t, h.sign(poor, &types.LegacyTx{GasPrice: price, Gas: 21_000, To: &h.bob.addr})),
			"insufficient funds for gas * price + value: balance 0, tx cost 21000000000000, overshot 21000000000000"},
		{"fee above everything", raw(t, transfer(
			func(tx *types.LegacyTx) { tx.GasPrice = new(big.Int).Lsh(price, 120) })),
			"insufficient funds for gas * price + value"},
		{"huge price", raw(t, transfer(func(tx *types.LegacyTx) { tx.GasPrice = huge })),
			"an amount or a price has 8001 bits, at most 256"},
		{"huge value", raw(t, transfer(func(tx *types.LegacyTx) { tx.Value = huge })),
			"an amount or a price has 8001 bits, at most 256"},
		{"huge tip", raw(t, h.sign(h.alice, &types.DynamicFeeTx{ChainID: big.NewInt(chainID), Nonce: 1, GasTipCap: huge,
			GasFeeCap: price, Gas: 21_000, To: &h.bob.addr})), "an amount or a price has 8001 bits"},
		{"huge chain ID", raw(t, hugeChain), "transaction chain id or signature value exceeds 256 bits"},
		{"gas below intrinsic", raw(t, transfer(func(tx *types.LegacyTx) { tx.Gas = 20_999 })),
			"intrinsic gas too low: gas 20999, minimum needed 21000"},
		{"gas above a round's", raw(t, transfer(func(tx *types.LegacyTx) { tx.Gas = 200_000_001 })),
			"exceeds block gas limit"},
		{"price below the least", raw(t, transfer(func(tx *types.LegacyTx) { tx.GasPrice = big.NewInt(gwei - 1) })),
			"transaction underpriced: gas price 999999999, minimum needed 1000000000"},
		{"fee cap below base fee", raw(t, dynamic(0, gwei-1)),
			"max fee per gas less than block base fee: maxFeePerGas 999999999, baseFee 1000000000"},
		{"tip above fee cap", raw(t, dynamic(3*gwei, 2*gwei)), "max priority fee per gas higher than max fee per gas"},
		{"no chain ID", raw(t, unprotected), "only replay-protected (EIP-155) transactions allowed over RPC"},
		{"other chain", raw(t, otherChain), "invalid sender: invalid chain id for signer: have 1 want 42334"},
		{"init code too large", raw(t, transfer(
			func(tx *types.LegacyTx) { tx.To = nil; tx.Data = make([]byte, 49153); tx.Gas = 2_000_000 })),
			"max initcode size exceeded: code size 49153, limit 49152"},
		{"too large", raw(t, transfer(func(tx *types.LegacyTx) {
			tx.Data = make([]byte,
				300_000)
			tx.Gas = 10_000_000
		})), "oversized data: transaction size 300110, limit 262144"},
		{"blob transaction", append(hexutil.Bytes{3}, good...), "rlp: "},
		{"set code transaction", raw(t, setCode(t, h.alice)), "transaction type not supported: type 4"},
		{"unknown type", hexutil.Bytes{0x7e, 1}, "transaction type not supported"},
		{"cut off", good[:len(good)-1], "rlp: "},
		{"extended", append(bytes.Clone(good), 0), "rlp: "},
		{"nothing", hexutil.Bytes{}, "typed transaction too short"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			err := h.fails("eth_sendRawTransaction", tc.raw)
			if err.ErrorCode() != -32000 || !strings.HasPrefix(err.Error(), tc.want) {
				t.Errorf("got %d %q, want %q", err.ErrorCode(), err, tc.want)
			}
		})
	}
	if n := h.gateway.pool.Stats().Pending; n != 0 {
		t.Errorf("%d refused transactions are pending", n)
	}
	var hash common.Hash
	h.call(&hash, "eth_sendRawTransaction", good)
	if err := h.fails("eth_sendRawTransaction", good); err.Error() != "already known" {
		t.Errorf("sent twice: %v", err)
	}
	cheap := raw(t, transfer(func(tx *types.LegacyTx) { tx.Gas = 40_000 }))
	if err := h.fails("eth_sendRawTransaction", cheap); err.Error() != "replacement transaction underpriced" {
		t.Errorf("replaced at the same price: %v", err)
	}
	var replaced common.Hash
	h.call(&replaced, "eth_sendRawTransaction",
		raw(t, transfer(func(tx *types.LegacyTx) { tx.GasPrice = big.NewInt(2 * gwei) })))
	h.produce()
	if _, err := h.eth.TransactionReceipt(t.Context(), replaced); err != nil {
		t.Errorf("the replacement is not in a block: %v", err)
	}
	if _, _, err := h.eth.TransactionByHash(t.Context(), hash); err == nil {
		t.Error("what was replaced is still there")
	}
	if err := h.fails("eth_sendRawTransaction", good); !strings.HasPrefix(err.Error(), "already known") &&
		!strings.HasPrefix(err.Error(), "nonce too low") {
		t.Errorf("sent again after it was replaced: %v", err)
	}
}

func setCode(t testing.TB, a account) *types.Transaction {
	t.Helper()
	tx, err := types.SignNewTx(a.key, types.NewPragueSigner(big.NewInt(chainID)),
		&types.SetCodeTx{Gas: 21_000, AuthList: []types.SetCodeAuthorization{{}}})
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

// A high s is a second form of the same signature: the runtime refuses it, and so does the gateway.
func TestHighS(t *testing.T) {
	h := newHarness(t)
	tx := h.sign(h.alice, &types.DynamicFeeTx{ChainID: big.NewInt(chainID), GasFeeCap: big.NewInt(gwei),
		GasTipCap: new(big.Int), Gas: 21_000, To: &h.bob.addr})
	v, r, s := tx.RawSignatureValues()
	high := new(big.Int).Sub(crypto.S256().Params().N, s)
	flipped := types.NewTx(&types.DynamicFeeTx{
		ChainID: tx.ChainId(), GasFeeCap: tx.GasFeeCap(), GasTipCap: tx.GasTipCap(), Gas: tx.Gas(), To: tx.To(),
		V: new(big.Int).Sub(big.NewInt(1), v), R: r, S: high,
	})
	if err := h.fails("eth_sendRawTransaction", raw(t, flipped)); !strings.HasPrefix(err.Error(), "invalid sender") {
		t.Errorf("got %v", err)
	}
}

func TestPending(t *testing.T) {
	h := newHarness(t)
	var sent []*types.Transaction
	for range 3 {
		sent = append(sent, h.send(h.alice, &h.bob.addr, big.NewInt(1), nil))
	}
	for i, tx := range sent {
		if tx.Nonce() != uint64(i) {
			t.Errorf("nonce %d of transaction %d", tx.Nonce(), i)
		}
	}
	latest, err := h.eth.NonceAt(t.Context(), h.alice.addr, nil)
	if err != nil || latest != 0 {
		t.Errorf("latest nonce is %d: %v", latest, err)
	}
	tx, pending, err := h.eth.TransactionByHash(t.Context(), sent[1].Hash())
	if err != nil || !pending || tx.Hash() != sent[1].Hash() {
		t.Errorf("pending %v: %v", pending, err)
	}
	var status map[string]hexutil.Uint
	h.call(&status, "txpool_status")
	if status["pending"] != 3 {
		t.Errorf("status is %v", status)
	}
	var content map[string]map[string]map[string]any
	h.call(&content, "txpool_content")
	if len(content["pending"][h.alice.addr.Hex()]) != 3 {
		t.Errorf("content is %v", content)
	}
	h.produce()
	h.call(&status, "txpool_status")
	if n := h.nonce(h.alice); n != 3 || status["pending"] != 0 {
		t.Errorf("nonce is %d, %d pending", n, status["pending"])
	}
}

// A nonce that leaves a gap waits for what is missing.
func TestNonceGap(t *testing.T) {
	h := newHarness(t)
	second := h.sign(h.alice, &types.LegacyTx{Nonce: 1, GasPrice: big.NewInt(gwei), Gas: 21_000, To: &h.bob.addr})
	if err := h.eth.SendTransaction(t.Context(), second); err != nil {
		t.Fatal(err)
	}
	h.produce()
	if n := h.nonce(h.alice); n != 0 {
		t.Errorf("the next nonce is %d, want that of the gap", n)
	}
	h.waits(h.alice, 0, 1)
	first := h.sign(h.alice, &types.LegacyTx{Nonce: 0, GasPrice: big.NewInt(gwei), Gas: 21_000, To: &h.bob.addr})
	if err := h.eth.SendTransaction(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	if n := h.nonce(h.alice); n != 2 {
		t.Errorf("the next nonce is %d, want 2", n)
	}
	h.waits(h.alice, 2, 0)
	later := h.sign(h.alice, &types.LegacyTx{Nonce: 3, GasPrice: big.NewInt(gwei), Gas: 21_000, To: &h.bob.addr})
	if err := h.eth.SendTransaction(t.Context(), later); err != nil {
		t.Fatal(err)
	}
	h.waits(h.alice, 2, 1)
	h.produce()
	h.waits(h.alice, 0, 1)
	for _, tx := range []*types.Transaction{first, second} {
		if _, err := h.eth.TransactionReceipt(t.Context(), tx.Hash()); err != nil {
			t.Error(err)
		}
	}
}

// waits makes sure of how many transactions the methods of the pool tell as pending and as queued, all of one sender.
func (h *harness) waits(a account, pending, queued int) {
	h.t.Helper()
	var status map[string]hexutil.Uint
	h.call(&status, "txpool_status")
	var content map[string]map[string]map[string]any
	h.call(&content, "txpool_content")
	var from map[string]map[string]any
	h.call(&from, "txpool_contentFrom", a.addr)
	for kind, want := range map[string]int{"pending": pending, "queued": queued} {
		got := []int{int(status[kind]), len(content[kind][a.addr.Hex()]), len(from[kind])}
		if !slices.Equal(got, []int{want, want, want}) {
			h.t.Errorf("%s are %d by status, content and sender, want %d", kind, got, want)
		}
	}
}

// Many senders at once: each transaction is taken once, and all are in a block.
func TestManySenders(t *testing.T) {
	const senders, each = 40, 5
	h := newHarness(t)
	accounts := make([]account, senders)
	for i := range accounts {
		accounts[i] = newAccount(t, byte(100+i))
		h.send(h.alice, &accounts[i].addr, ether(1), nil)
	}
	h.produce()
	var wg sync.WaitGroup
	hashes := make([][]common.Hash, senders)
	for i, a := range accounts {
		for nonce := range uint64(each) {
			tx := h.sign(a, &types.LegacyTx{Nonce: nonce, GasPrice: big.NewInt(gwei), Gas: 21_000, To: &h.bob.addr})
			hashes[i] = append(hashes[i], tx.Hash())
			wg.Go(func() {
				if err := h.eth.SendTransaction(t.Context(), tx); err != nil {
					t.Error(err)
				}
			})
		}
	}
	wg.Wait()
	h.produce()
	for i := range hashes {
		for _, hash := range hashes[i] {
			if r, err := h.eth.TransactionReceipt(t.Context(), hash); err != nil || r.Status != 1 {
				t.Fatalf("receipt %+v: %v", r, err)
			}
		}
	}
	if n := h.gateway.pool.Stats().Pending; n != 0 {
		t.Errorf("%d are still pending", n)
	}
}

func TestNoKeys(t *testing.T) {
	h := newHarness(t)
	for method, args := range map[string][]any{
		"eth_sign":             {h.alice.addr, "0x00"},
		"eth_signTransaction":  {map[string]any{"from": h.alice.addr}},
		"eth_sendTransaction":  {map[string]any{"from": h.alice.addr}},
		"eth_signTypedData":    {h.alice.addr, map[string]any{}},
		"eth_signTypedData_v4": {h.alice.addr, "{}"},
		"personal_sign":        {"0x00", h.alice.addr},
	} {
		if err := h.fails(method, args...); err.ErrorCode() != -32004 ||
			!strings.Contains(err.Error(), "eth_sendRawTransaction") {
			t.Errorf("%s: got %d %v", method, err.ErrorCode(), err)
		}
	}
	var accounts []common.Address
	h.call(&accounts, "eth_accounts")
	if accounts == nil || len(accounts) != 0 {
		t.Errorf("accounts are %v", accounts)
	}
	if err := h.fails("eth_nonsense"); err.ErrorCode() != -32601 {
		t.Errorf("unknown method: %d %v", err.ErrorCode(), err)
	}
	if err := h.fails("eth_getBalance", "not an address"); err.ErrorCode() != -32602 {
		t.Errorf("bad address: %d %v", err.ErrorCode(), err)
	}
}
