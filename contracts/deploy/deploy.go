// Package deploy puts Assent's contracts on a chain.
//
// Eight transactions of one account, with consecutive nonces, deploy everything, so the addresses follow from the
// account and its first nonce: see At. The contracts name each other in immutables and check their wiring when they are
// made; nothing can be changed afterwards, and a network runs with the addresses and code hashes that Deploy returns.
package deploy

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/trustroot"
)

// Config is what a network decides when it deploys.
type Config struct {
	// Owner governs the worker registry: it can revoke a worker and set the floor under platforms, and nothing else.
	// Zero means the deploying account.
	Owner common.Address
	// Runtime is the runtime ID, which workers' quotes have to bind.
	Runtime common.Hash
	// PolicyDelay is how many seconds a looser policy waits. Zero means none.
	PolicyDelay uint64
	// Bond is what a claim has to bring, in base units. Nil means none.
	Bond *big.Int
	// Grace is how many seconds after its time a job can be sealed or opened, and no one can end it: longer than it
	// takes to send a transaction. Zero means none.
	Grace uint64
}

// Contracts are the contracts of one network: those that its trust root names, and those that these stand on. Code
// hashes are zero when they were not read from a chain.
type Contracts struct {
	trustroot.Contracts
	Ledgers    trustroot.Contract // ConsentLedgerFactory
	Collateral trustroot.Contract // CollateralRegistry
	Steps      trustroot.Contract // JobSteps and JobEnds: code that runs on the market's storage
	Ends       trustroot.Contract
}

// Addresses returns the addresses that a network's programs need.
func (c Contracts) Addresses() solidity.Addresses {
	return solidity.Addresses{
		BudgetLedger: c.Budget.Address, CollateralRegistry: c.Collateral.Address, DatasetRegistry: c.Registry.Address,
		JobMarket: c.Market.Address, WorkerRegistry: c.Workers.Address,
	}
}

// ErrNotDeployed is wrapped by Load when an address holds no code. Deploy first, or check the account and its nonce.
var ErrNotDeployed = errors.New("deploy: no contract there")

// Count is how many transactions, and so nonces, a deployment takes.
const Count = 8

// The nonces of the contracts, counted from the first.
const (
	ledgersNonce = iota
	registryNonce
	collateralNonce
	workersNonce
	budgetNonce
	stepsNonce
	endsNonce
	marketNonce
)

// At says where a deployment from an account puts its contracts, when nonce is the account's nonce before it.
func At(deployer common.Address, nonce uint64) Contracts {
	at := func(n uint64) trustroot.Contract {
		return trustroot.Contract{Address: crypto.CreateAddress(deployer, nonce+n)}
	}
	return Contracts{
		Contracts: trustroot.Contracts{
			Registry: at(registryNonce), Budget: at(budgetNonce), Workers: at(workersNonce), Market: at(marketNonce),
		},
		Ledgers: at(ledgersNonce), Collateral: at(collateralNonce), Steps: at(stepsNonce), Ends: at(endsNonce),
	}
}

// Deploy sends the transactions, waits until all are in blocks and returns what was deployed. The nonce is opts.Nonce,
// or the account's pending one.
func Deploy(ctx context.Context, backend bind.Backend, opts *bind.TransactOpts, cfg Config) (Contracts, error) {
	sent, err := Send(ctx, backend, opts, cfg)
	if err != nil {
		return Contracts{}, err
	}
	return sent.Wait(ctx, backend)
}

// Sent is a deployment on its way.
type Sent struct {
	contracts    Contracts
	transactions [Count]*types.Transaction
}

// Send sends the transactions without waiting for them.
func Send(ctx context.Context, backend bind.ContractBackend, opts *bind.TransactOpts, cfg Config) (*Sent, error) {
	var nonce uint64
	if opts.Nonce != nil {
		nonce = opts.Nonce.Uint64()
	} else {
		var err error
		if nonce, err = backend.PendingNonceAt(ctx, opts.From); err != nil {
			return nil, fmt.Errorf("deploy: reading the nonce of %s: %w", opts.From, err)
		}
	}
	if cfg.Owner == (common.Address{}) {
		cfg.Owner = opts.From
	}
	if cfg.Bond == nil {
		cfg.Bond = new(big.Int)
	}
	c := At(opts.From, nonce)
	sent := &Sent{contracts: c}
	for i, part := range []struct {
		meta *bind.MetaData
		args []byte
	}{
		ledgersNonce: {&bindings.ConsentLedgerFactoryMetaData, nil},
		registryNonce: {&bindings.DatasetRegistryMetaData,
			bindings.NewDatasetRegistry().PackConstructor(c.Ledgers.Address, cfg.PolicyDelay)},
		collateralNonce: {&bindings.CollateralRegistryMetaData, nil},
		workersNonce: {&bindings.WorkerRegistryMetaData,
			bindings.NewWorkerRegistry().PackConstructor(cfg.Owner, cfg.Runtime, c.Collateral.Address)},
		budgetNonce: {&bindings.BudgetLedgerMetaData,
			bindings.NewBudgetLedger().PackConstructor(c.Registry.Address)},
		stepsNonce: {&bindings.JobStepsMetaData, nil},
		endsNonce:  {&bindings.JobEndsMetaData, nil},
		marketNonce: {&bindings.JobMarketMetaData, bindings.NewJobMarket().PackConstructor(
			c.Registry.Address, c.Workers.Address, c.Budget.Address, cfg.Bond, cfg.Grace)},
	} {
		code := append(c.Link(part.meta), part.args...)
		o := *opts
		o.Context = ctx
		o.Nonce = new(big.Int).SetUint64(nonce + uint64(i))
		// Not estimated: a contract's wiring cannot be simulated before the others are there.
		o.GasLimit = gasLimit(len(code))
		_, tx, err := bind.DeployContract(&o, code, backend, nil)
		if err != nil {
			return nil, fmt.Errorf("deploy: sending contract %d of %d from %s: %w", i+1, Count, opts.From, err)
		}
		sent.transactions[i] = tx
	}
	return sent, nil
}

// Link returns a contract's creation code, without the constructor's arguments. Where the code calls one of the
// market's libraries, it names the library's address.
func (c Contracts) Link(contract *bind.MetaData) []byte {
	code := contract.Bin
	for _, library := range []struct {
		meta *bind.MetaData
		at   common.Address
	}{{&bindings.JobStepsMetaData, c.Steps.Address}, {&bindings.JobEndsMetaData, c.Ends.Address}} {
		code = strings.ReplaceAll(code, "__$"+library.meta.ID+"$__", hex.EncodeToString(library.at[:]))
	}
	return common.FromHex(code)
}

// Wait waits until all transactions are in blocks and returns what they deployed.
func (s *Sent) Wait(ctx context.Context, backend bind.Backend) (Contracts, error) {
	for i, tx := range s.transactions {
		receipt, err := bind.WaitMined(ctx, backend, tx.Hash())
		if err != nil {
			return Contracts{}, fmt.Errorf("deploy: waiting for transaction %s: %w", tx.Hash(), err)
		}
		if receipt.Status != types.ReceiptStatusSuccessful {
			return Contracts{}, fmt.Errorf("deploy: contract %d of %d was refused in transaction %s", i+1, Count,
				tx.Hash())
		}
	}
	return Load(ctx, backend, s.contracts)
}

// Load reads the code at the given addresses and fills in the hashes. It fails with ErrNotDeployed when there is none.
func Load(ctx context.Context, backend bind.ContractCaller, c Contracts) (Contracts, error) {
	for _, contract := range []*trustroot.Contract{&c.Ledgers, &c.Registry, &c.Collateral, &c.Workers, &c.Budget,
		&c.Steps,
		&c.Ends, &c.Market} {
		code, err := backend.CodeAt(ctx, contract.Address, nil)
		if err != nil {
			return Contracts{}, fmt.Errorf("deploy: reading the code at %s: %w", contract.Address, err)
		}
		if len(code) == 0 {
			return Contracts{}, fmt.Errorf("%w: %s", ErrNotDeployed, contract.Address)
		}
		contract.CodeHash = crypto.Keccak256Hash(code)
	}
	return c, nil
}

// gasLimit is enough gas for creation code of a size: 16 for each byte of data, 200 for each byte of code that stays,
// and what the transaction, the creation and the constructor take.
func gasLimit(size int) uint64 { return 400_000 + 250*uint64(size) }
