package deploy

import (
	"context"
	"errors"
	"math/big"
	"runtime"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient/simulated"

	"github.com/assent-network/assent/contracts/bindings"
)

func newChain(t *testing.T) (*simulated.Backend, *bind.TransactOpts) {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("assent test: deployer")))
	if err != nil {
		t.Fatal(err)
	}
	opts := bind.NewKeyedTransactor(key, big.NewInt(1337))
	chain := simulated.NewBackend(types.GenesisAlloc{opts.From: {Balance: big.NewInt(1e18)}})
	t.Cleanup(func() {
		if err := chain.Close(); err != nil {
			t.Error(err)
		}
	})
	return chain, opts
}

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

func TestDeploy(t *testing.T) {
	ctx := context.Background()
	chain, opts := newChain(t)
	client := chain.Client()
	owner := common.Address{19: 7}
	sent, err := Send(ctx, client, opts, Config{Owner: owner, Runtime: common.Hash{31: 9}, PolicyDelay: 60,
		Bond: big.NewInt(5)})
	if err != nil {
		t.Fatal(err)
	}
	predicted := At(opts.From, 0)
	if _, err := Load(ctx, client, predicted); !errors.Is(err, ErrNotDeployed) {
		t.Fatalf("loading before the block: got %v, want %v", err, ErrNotDeployed)
	}
	mine(t, chain, sent.transactions[:]...)
	got, err := sent.Wait(ctx, client)
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := Load(ctx, client, predicted)
	if err != nil {
		t.Fatal(err)
	}
	if got != loaded {
		t.Errorf("addresses do not follow from account and nonce: got %+v, want %+v", got, loaded)
	}
	for _, tx := range sent.transactions {
		receipt, err := client.TransactionReceipt(ctx, tx.Hash())
		if err != nil {
			t.Fatal(err)
		}
		if receipt.GasUsed*10 > tx.Gas()*9 {
			t.Errorf("transaction %s used %d gas of %d: too close", tx.Hash(), receipt.GasUsed, tx.Gas())
		}
	}

	market := bindings.NewJobMarket()
	at := market.Instance(client, got.Market.Address)
	bond, err := bind.Call(at, nil, market.PackBond(), market.UnpackBond)
	if err != nil || bond.Cmp(big.NewInt(5)) != 0 {
		t.Errorf("bond: got %v, %v", bond, err)
	}
	codes, err := bind.Call(at, nil, market.PackLibraryCodes(), market.UnpackLibraryCodes)
	if err != nil || codes.Steps != got.Steps.CodeHash || codes.Ends != got.Ends.CodeHash {
		t.Errorf("code of the libraries: got %x, %v", codes, err)
	}
	budget, err := bind.Call(at, nil, market.PackBudget(), market.UnpackBudget)
	if err != nil || budget != got.Budget.Address {
		t.Errorf("budget: got %v, %v", budget, err)
	}
	workers := bindings.NewWorkerRegistry()
	governor, err := bind.Call(workers.Instance(client, got.Workers.Address), nil, workers.PackOwner(),
		workers.UnpackOwner)
	if err != nil || governor != owner {
		t.Errorf("owner: got %v, %v", governor, err)
	}
	at = workers.Instance(client, got.Workers.Address)
	runtimeID, err := bind.Call(at, nil, workers.PackRuntime(), workers.UnpackRuntime)
	if err != nil || common.Hash(runtimeID) != (common.Hash{31: 9}) {
		t.Errorf("runtime: got %x, %v", runtimeID, err)
	}
	collateral, err := bind.Call(at, nil, workers.PackCollateral(), workers.UnpackCollateral)
	if err != nil || collateral != got.Collateral.Address {
		t.Errorf("collateral: got %v, %v", collateral, err)
	}
	registry := bindings.NewDatasetRegistry()
	delay, err := bind.Call(registry.Instance(client, got.Registry.Address), nil, registry.PackPolicyDelay(),
		registry.UnpackPolicyDelay)
	if err != nil || delay != 60 {
		t.Errorf("policy delay: got %v, %v", delay, err)
	}
}

// A second deployment from the same account is its own network.
func TestDeployAgain(t *testing.T) {
	ctx := context.Background()
	chain, opts := newChain(t)
	for nonce := uint64(0); nonce < 2*Count; nonce += Count {
		sent, err := Send(ctx, chain.Client(), opts, Config{})
		if err != nil {
			t.Fatal(err)
		}
		mine(t, chain, sent.transactions[:]...)
		got, err := sent.Wait(ctx, chain.Client())
		if err != nil {
			t.Fatal(err)
		}
		if want := At(opts.From, nonce); got.Market.Address != want.Market.Address {
			t.Errorf("market: got %s, want %s", got.Market.Address, want.Market.Address)
		}
	}
}

// The market refuses a budget ledger of another registry.
func TestDeployRefusesWrongWiring(t *testing.T) {
	ctx := context.Background()
	chain, opts := newChain(t)
	sent, err := Send(ctx, chain.Client(), opts, Config{})
	if err != nil {
		t.Fatal(err)
	}
	mine(t, chain, sent.transactions[:]...)
	c, err := sent.Wait(ctx, chain.Client())
	if err != nil {
		t.Fatal(err)
	}
	market := bindings.NewJobMarket()
	code := append(c.Link(&bindings.JobMarketMetaData),
		market.PackConstructor(c.Workers.Address, c.Workers.Address, c.Budget.Address, new(big.Int), 0)...)
	opts.GasLimit = gasLimit(len(code))
	_, tx, err := bind.DeployContract(opts, code, chain.Client(), nil)
	if err != nil {
		t.Fatal(err)
	}
	mine(t, chain, tx)
	receipt, err := chain.Client().TransactionReceipt(ctx, tx.Hash())
	if err != nil {
		t.Fatal(err)
	}
	if receipt.Status != types.ReceiptStatusFailed {
		t.Error("a market was deployed over a budget ledger of another registry")
	}
}
