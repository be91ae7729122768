package account_test

import (
	"errors"
	"math/big"
	"runtime"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient/simulated"
	"github.com/ethereum/go-ethereum/params"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
)

// mine makes blocks until all transactions are in them: go-ethereum's pool may hand them to a block later than the
// first.
func mine(t *testing.T, chain *simulated.Backend, transactions ...*types.Transaction) {
	t.Helper()
	for range 10_000 {
		chain.Commit()
		missing := 0
		for _, tx := range transactions {
			if _, err := chain.Client().TransactionReceipt(t.Context(), tx.Hash()); err != nil {
				missing++
			}
		}
		if missing == 0 {
			return
		}
		runtime.Gosched()
	}
	t.Fatal("the transactions are in none of 10,000 blocks")
}

// TestSend runs against go-ethereum's own chain, so that the account holds with any backend of its shape.
func TestSend(t *testing.T) {
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	from := crypto.PubkeyToAddress(key.PublicKey)
	chain := simulated.NewBackend(types.GenesisAlloc{from: {Balance: big.NewInt(params.Ether)}})
	defer chain.Close()
	a := account.New(chain.Client(), params.AllDevChainProtocolChanges.ChainID.Uint64(), key)
	to := common.HexToAddress("0x1111111111111111111111111111111111111111")
	var sent []*types.Transaction
	for range 3 { // nonces follow one another without waiting
		tx, err := a.Submit(t.Context(), &to, big.NewInt(7), nil)
		if err != nil {
			t.Fatal(err)
		}
		sent = append(sent, tx)
	}
	mine(t, chain, sent...)
	for _, tx := range sent {
		r, err := a.Wait(t.Context(), tx)
		if err != nil || r.Status != types.ReceiptStatusSuccessful {
			t.Fatalf("receipt %v, %v", r, err)
		}
	}
	if got, err := chain.Client().BalanceAt(t.Context(), to, nil); err != nil || got.Int64() != 21 {
		t.Errorf("balance %v, %v", got, err)
	}
	// A refusal is the contract's own: a worker that is not registered cannot be revoked.
	code := common.FromHex(bindings.WorkerRegistryMetaData.Bin)
	args, err := ptr(bindings.NewWorkerRegistry().GetABI()).Pack("", from, common.Hash{1}, common.Address{2})
	if err != nil {
		t.Fatal(err)
	}
	tx, err := a.Submit(t.Context(), nil, nil, append(code, args...))
	if err != nil {
		t.Fatal(err)
	}
	mine(t, chain, tx)
	receipt, err := a.Wait(t.Context(), tx)
	if err != nil {
		t.Fatal(err)
	}
	_, err = a.Submit(t.Context(), &receipt.ContractAddress, nil, bindings.NewWorkerRegistry().PackRevoke(to))
	if !errors.Is(err, solidity.ErrWorkerUnknown) {
		t.Errorf("revoking an unknown worker: %v, want WorkerUnknown", err)
	}
	if !errors.Is(err, account.ErrNotSent) {
		t.Errorf("%v is said to have been sent", err)
	}
}

// TestGasPrice: a node that names any price gets none of it.
func TestGasPrice(t *testing.T) {
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	from := crypto.PubkeyToAddress(key.PublicKey)
	chain := simulated.NewBackend(types.GenesisAlloc{from: {Balance: big.NewInt(params.Ether)}})
	defer chain.Close()
	a := account.New(chain.Client(), params.AllDevChainProtocolChanges.ChainID.Uint64(), key)
	price, err := chain.Client().SuggestGasPrice(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	a.MaxGasPrice = new(big.Int).Sub(price, big.NewInt(1))
	if _, err := a.Submit(t.Context(), &from, nil, nil); !errors.Is(err, account.ErrGasPrice) {
		t.Errorf("paying more than the limit: %v", err)
	} else if !errors.Is(err, account.ErrNotSent) {
		t.Errorf("%v is said to have been sent", err)
	}
	a.MaxGasPrice = price
	if _, err := a.Submit(t.Context(), &from, nil, nil); err != nil {
		t.Errorf("paying the limit: %v", err)
	}
}

// TestFunds: an account that cannot pay is told so, with what it has, and no other failure is taken for that.
func TestFunds(t *testing.T) {
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	from := crypto.PubkeyToAddress(key.PublicKey)
	to := common.HexToAddress("0x1111111111111111111111111111111111111111")
	// Creates a contract of which each byte costs gas.
	create := append(common.FromHex("0x613000600081600039f3"), make([]byte, 0x3000)...)
	for name, c := range map[string]struct {
		balance int64
		to      *common.Address
		value   int64
		input   []byte
		short   bool
	}{
		"nothing for a call":       {0, &to, 0, nil, true},
		"nothing for a contract":   {0, nil, 0, create, true},
		"a little for a call":      {1000, &to, 0, nil, true},
		"too little for the value": {params.Ether, &to, 2 * params.Ether, nil, true},
		"too little for much gas":  {params.GWei * 100_000, nil, 0, create, true},
		"a call without a meaning": {params.Ether, nil, 0, common.FromHex("0xfe"), false},
	} {
		t.Run(name, func(t *testing.T) {
			chain := simulated.NewBackend(types.GenesisAlloc{from: {Balance: big.NewInt(c.balance)}})
			defer chain.Close()
			a := account.New(chain.Client(), params.AllDevChainProtocolChanges.ChainID.Uint64(), key)
			_, err = a.Submit(t.Context(), c.to, big.NewInt(c.value), c.input)
			var short *account.FundsError
			if errors.As(err, &short) != c.short || err == nil {
				t.Fatalf("%v", err)
			}
			if c.short && (short.Account != from || short.Balance.Int64() != c.balance ||
				strings.Contains(err.Error(), "allowance")) {
				t.Errorf("%v", err)
			}
		})
	}
}

// TestLost: another program sends from the same key, and one transaction takes the nonce of the other.
func TestLost(t *testing.T) {
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	from := crypto.PubkeyToAddress(key.PublicKey)
	chain := simulated.NewBackend(types.GenesisAlloc{from: {Balance: big.NewInt(params.Ether)}})
	defer chain.Close()
	var accounts [2]*account.Account
	for i := range accounts {
		accounts[i] = account.New(chain.Client(), params.AllDevChainProtocolChanges.ChainID.Uint64(), key)
	}
	to := common.HexToAddress("0x1111111111111111111111111111111111111111")
	lost, err := accounts[0].Submit(t.Context(), &to, big.NewInt(7), nil)
	if err != nil {
		t.Fatal(err)
	}
	chain.Rollback() // the pool forgets it, as a node that restarts does
	won, err := accounts[1].Submit(t.Context(), &to, big.NewInt(8), nil)
	if err != nil {
		t.Fatal(err)
	}
	if lost.Nonce() != won.Nonce() {
		t.Fatalf("nonces %d and %d: the test's setting is off", lost.Nonce(), won.Nonce())
	}
	mine(t, chain, won)
	if _, err := accounts[1].Wait(t.Context(), won); err != nil {
		t.Error(err)
	}
	if _, err := accounts[0].Wait(t.Context(), lost); !errors.Is(err, account.ErrLost) {
		t.Errorf("waiting for a transaction whose nonce is taken: %v, want ErrLost", err)
	}
	// The account asks for its nonce again.
	next, err := accounts[0].Submit(t.Context(), &to, big.NewInt(9), nil)
	if err != nil {
		t.Fatal(err)
	}
	if next.Nonce() != won.Nonce()+1 {
		t.Errorf("the next nonce is %d, want %d", next.Nonce(), won.Nonce()+1)
	}
}

func ptr[T any](v T) *T { return &v }
