// Package evm runs Ethereum transactions over the runtime's state tree. It is go-ethereum's virtual machine and its
// StateDB, journal and all, above a state.Database of our own: code and storage live in the MKVS tree under the keys of
// protocol/layout, nonces and balances are those of the accounts module.
//
// It promises that the same message on the same state and block gives the same result and the same writes on every
// machine; that a message which fails writes nothing; that no message can end the process; and that a state which
// cannot be read is never taken for one that is empty.
package evm

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/big"
	"runtime/debug"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
)

// Fork is the one set of Ethereum rules that the engine knows.
const Fork = "Cancun"

// Limits of the fork on contracts, in bytes.
const (
	// MaxCodeSize is the largest code of a contract (EIP-170).
	MaxCodeSize = params.MaxCodeSize
	// MaxInitCodeSize is the largest code that creates one (EIP-3860).
	MaxInitCodeSize = params.MaxInitCodeSize
)

// Config configures an [Engine].
type Config struct {
	// ChainID is what CHAINID returns.
	ChainID uint64
	// CodeCacheBytes is how much contract code is kept in memory. Zero means 16 MiB.
	CodeCacheBytes uint64
	// Accounts opens the nonces and balances that go with a tree. Nil means [TreeAccounts].
	Accounts func(ctx context.Context, tree mkvs.KeyValueTree) Accounts
	// Precompiles are the network's own precompiled contracts, beside those of the fork. They must be pure.
	Precompiles vm.PrecompiledContracts
}

// Engine executes messages. It holds caches of what never changes (code by its hash, results of pure precompiled
// contracts) and is safe for concurrent use.
type Engine struct {
	chain       *params.ChainConfig
	caches      *caches
	accounts    func(ctx context.Context, tree mkvs.KeyValueTree) Accounts
	precompiles vm.PrecompiledContracts // the fork's, the network's, and those that refuse
	warm        []common.Address        // of the first two, in order
}

// New returns an engine.
func New(cfg Config) *Engine {
	if cfg.CodeCacheBytes == 0 {
		cfg.CodeCacheBytes = 16 << 20
	}
	if cfg.Accounts == nil {
		cfg.Accounts = TreeAccounts
	}
	e := &Engine{
		chain:    chainConfig(cfg.ChainID),
		caches:   newCaches(cfg.CodeCacheBytes),
		accounts: cfg.Accounts,
	}
	// There is one fork, so that one block speaks for all.
	rules := e.chain.Rules(new(big.Int), true, 0)
	e.precompiles = maps.Clone(vm.ActivePrecompiledContracts(rules))
	for _, addr := range steepContracts() {
		e.precompiles[addr] = newSteepContract(e.precompiles[addr], addr)
	}
	maps.Copy(e.precompiles, cfg.Precompiles)
	e.warm = slices.SortedFunc(maps.Keys(e.precompiles), common.Address.Cmp)
	maps.Copy(e.precompiles, sapphirePrecompiles())
	return e
}

// Precompiles are the addresses of the precompiled contracts by name: the fork's and the network's own.
func (e *Engine) Precompiles() map[string]common.Address {
	out := make(map[string]common.Address, len(e.warm))
	for _, addr := range e.warm {
		out[e.precompiles[addr].Name()] = addr
	}
	return out
}

// PrecompiledContracts are the contracts that the engine has, those that only refuse included. The map is the caller's.
func (e *Engine) PrecompiledContracts() vm.PrecompiledContracts { return maps.Clone(e.precompiles) }

// chainConfig declares every fork up to Cancun, from the first block on.
func chainConfig(chainID uint64) *params.ChainConfig {
	var start uint64
	return &params.ChainConfig{
		ChainID:                 new(big.Int).SetUint64(chainID),
		HomesteadBlock:          new(big.Int),
		EIP150Block:             new(big.Int),
		EIP155Block:             new(big.Int),
		EIP158Block:             new(big.Int),
		ByzantiumBlock:          new(big.Int),
		ConstantinopleBlock:     new(big.Int),
		PetersburgBlock:         new(big.Int),
		IstanbulBlock:           new(big.Int),
		BerlinBlock:             new(big.Int),
		LondonBlock:             new(big.Int),
		MergeNetsplitBlock:      new(big.Int),
		ShanghaiTime:            &start,
		CancunTime:              &start,
		TerminalTotalDifficulty: new(big.Int),
		BlobScheduleConfig:      &params.BlobScheduleConfig{Cancun: params.DefaultCancunBlobConfig},
	}
}

// Block is what the EVM sees of the block that a message runs in.
type Block struct {
	// Number is the round that the block gets.
	Number uint64
	// Time is the Unix time that TIMESTAMP returns.
	Time uint64
	// GasLimit is what GASLIMIT returns.
	GasLimit uint64
	// BaseFee is what BASEFEE returns. Nil is zero.
	BaseFee *uint256.Int
	// Coinbase is what COINBASE returns. The runtime has none and leaves it zero.
	Coinbase common.Address
	// Random is what PREVRANDAO returns. The runtime has no source that its block producers cannot bias and leaves it
	// zero.
	Random common.Hash
	// BlobBaseFee is what BLOBBASEFEE returns. Nil is one, the protocol's minimum; there are no blobs here.
	BlobBaseFee *uint256.Int
	// Precompiles are the precompiled contracts in place of the engine's, for calls that ask what would be if there
	// were others. Nil means the engine's.
	Precompiles vm.PrecompiledContracts
	// BlockHash returns the hash of an earlier block, for BLOCKHASH. Nil means the hashes that [RecordBlockHash] left
	// in the state.
	BlockHash func(number uint64) common.Hash
}

// Message is what to run: a call of an account, or the creation of one.
type Message struct {
	// From is the sender, already authenticated.
	From common.Address
	// To is the account called. Nil creates a contract.
	To *common.Address
	// Value goes from From to To. Nil is zero.
	Value *uint256.Int
	// Data is the call's input or the code that creates the contract.
	Data []byte
	// GasLimit is the most gas that may be used, intrinsic gas included.
	GasLimit uint64
	// GasPrice is what GASPRICE returns. The engine charges no fees. Nil is zero.
	GasPrice *uint256.Int
	// AccessList is warmed before the start and charged for (EIP-2930).
	AccessList types.AccessList
	// NonceUsed says that the sender's nonce was already incremented for this message, when it was authenticated.
	NonceUsed bool
}

// Result is how a message ended.
type Result struct {
	// Err is nil when the message succeeded. Otherwise nothing was written, and Err is a [*RevertError], one of
	// core/vm's errors, or one of ours.
	Err error
	// Return is what the call returned: for a creation, the contract's code.
	Return []byte
	// GasUsed is the gas used, refunds taken off.
	GasUsed uint64
	// GasRefunded is the gas that was used and given back.
	GasRefunded uint64
	// FailedDepth is a bound: no call in the message that failed was deeper, the message itself being at depth 0. Zero
	// means that none failed in it.
	FailedDepth int
	// Created is the address of the new contract when a creation succeeded.
	Created common.Address
	// Logs are the events, in order. There are none when Err is set.
	Logs []*types.Log
	// Transfers are the movements of native value, in order, that of the message itself first. Burns are what was
	// destroyed.
	Transfers []Transfer
	Burns     []Burn
	// LogsBefore says of each transfer how many of the logs came before it.
	LogsBefore []int
}

// Execute runs the message and, when it succeeds, writes its effects to the tree. The sender's nonce is incremented
// unless that was done before; when the message fails, that too is left to the caller.
//
// An error means that the message could not be run at all, because the state could not be read or written or the
// context ended: nothing is known of its outcome, and what was written to the tree must be dropped.
func (e *Engine) Execute(ctx context.Context, tree mkvs.KeyValueTree, block Block, msg Message) (*Result, error) {
	return e.run(ctx, tree, block, msg, true)
}

// Call runs the message and throws its effects away. It needs no more than a tree to read from, such as one over a
// syncer that checks proofs. When the context ends, so does the call.
func (e *Engine) Call(ctx context.Context, tree mkvs.ImmutableKeyValueTree, block Block, msg Message) (*Result, error) {
	return e.run(ctx, readOnlyTree{tree}, block, msg, false)
}

func (e *Engine) run(ctx context.Context, tree mkvs.KeyValueTree, block Block, msg Message,
	commit bool) (*Result, error) {
	db := newDatabase(ctx, tree, e.accounts(ctx, tree), e.caches)
	if block.BlockHash == nil {
		block.BlockHash = db.blockHash
	}
	statedb, err := state.New(common.Hash{}, db)
	if err != nil {
		return nil, fmt.Errorf("evm: opening the state: %w", err)
	}
	res, err := e.outcome(ctx, db, statedb, block, msg)
	// Whatever happened in the machine, a read that failed decides: the machine went on with zeros.
	if readErr := errors.Join(statedb.Error(), db.readErr); readErr != nil {
		return nil, fmt.Errorf("evm: reading the state: %w", readErr)
	}
	if ctxErr := ctx.Err(); ctxErr != nil {
		return nil, fmt.Errorf("evm: stopped: %w", context.Cause(ctx))
	}
	if err != nil {
		return nil, err
	}
	if commit {
		if err := db.flush(); err != nil {
			return nil, err
		}
	}
	return res, nil
}

// outcome runs the message and works out what it changes. It never panics.
func (e *Engine) outcome(ctx context.Context, db *database, statedb *state.StateDB, block Block,
	msg Message) (res *Result, err error) {
	defer func() {
		if r := recover(); r != nil {
			if r == ErrHoldsTooMuch { //nolint:errorlint // panicked with as it is
				res, err = &Result{Err: ErrHoldsTooMuch, GasUsed: msg.GasLimit}, nil
				return
			}
			// A bug, in the machine or in ours. Every replica runs the same code on the same input, so it fails alike
			// everywhere.
			db.staged = nil
			res, err = &Result{Err: &PanicError{Value: r, Stack: debug.Stack()}, GasUsed: msg.GasLimit}, nil
		}
	}()
	ledger := &ledgerState{StateDB: statedb, held: &db.held}
	res, rules := e.apply(ctx, ledger, block, msg)
	if err := ctx.Err(); err != nil {
		return nil, err // What a message did that was stopped is nothing to work out.
	}
	if res.Err != nil {
		return res, nil
	}
	ledger.collect(res)
	if err := db.stage(statedb, rules, res.Burns); err != nil {
		if outcome := (*outcomeError)(nil); errors.As(err, &outcome) {
			return &Result{Err: outcome.err, GasUsed: msg.GasLimit}, nil
		}
		return nil, err
	}
	return res, nil
}

// apply runs the message in the virtual machine.
func (e *Engine) apply(ctx context.Context, statedb *ledgerState, block Block, msg Message) (*Result, params.Rules) {
	value := msg.Value
	if value == nil {
		value = new(uint256.Int)
	}
	machine := vm.NewEVM(blockContext(block), statedb, e.chain, vm.Config{})
	defer func() {
		if statedb.mostFrames <= keptStacks {
			machine.Release()
		}
	}()
	machine.SetJumpDestCache(e.caches.jumpDests)
	if block.Precompiles != nil {
		machine.SetPrecompiles(block.Precompiles)
	} else {
		machine.SetPrecompiles(e.precompiles) // before the cache of results, which it takes away
		machine.SetPrecompileCache(e.caches.precompiles)
	}
	machine.SetTxContext(vm.TxContext{Origin: msg.From, GasPrice: orZero(msg.GasPrice)})
	rules := machine.GetRules()

	// Only calls whose effects are thrown away end early with their context; for others it is the same: an error, not
	// an outcome.
	stop := context.AfterFunc(ctx, machine.Cancel)
	defer stop()

	if msg.To == nil && len(msg.Data) > MaxInitCodeSize {
		return &Result{Err: vm.ErrMaxInitCodeSizeExceeded, GasUsed: msg.GasLimit}, rules
	}
	intrinsic, ok := IntrinsicGas(msg.Data, msg.AccessList, msg.To == nil)
	if !ok || intrinsic > msg.GasLimit {
		return &Result{Err: &IntrinsicGasError{Limit: msg.GasLimit, Required: intrinsic}, GasUsed: msg.GasLimit}, rules
	}
	if msg.NonceUsed && statedb.GetNonce(msg.From) == 0 {
		return &Result{Err: ErrNonceNotUsed, GasUsed: msg.GasLimit}, rules
	}

	if refused := EnvelopeError(msg.Data); refused != nil {
		return &Result{Err: refused, GasUsed: intrinsic}, rules
	}
	statedb.Prepare(rules, msg.From, block.Coinbase, msg.To, e.warm, msg.AccessList)
	budget := vm.NewGasBudget(msg.GasLimit-intrinsic, 0)
	res := new(Result)
	if msg.To == nil {
		res.Created = e.create(statedb, machine, msg, value, &budget, res)
	} else {
		if !msg.NonceUsed {
			statedb.SetNonce(msg.From, statedb.GetNonce(msg.From)+1, tracing.NonceChangeEoACall)
		}
		res.Return, budget, res.Err = machine.Call(msg.From, *msg.To, msg.Data, budget, value)
	}
	if errors.Is(res.Err, vm.ErrExecutionReverted) {
		res.Err = &RevertError{Data: res.Return}
	}
	if res.Err != nil {
		res.Return = nil
	}

	used := msg.GasLimit - budget.ExecutionGas
	res.GasRefunded = min(used/params.RefundQuotientEIP3529, statedb.GetRefund())
	res.GasUsed = used - res.GasRefunded
	res.FailedDepth = statedb.failedDepth
	return res, rules
}

// keptStacks is of how many calls in each other the machine's stacks are kept for the next message: 0.7 MB. Those of as
// many calls as a round's gas buys have 14 MB, and would be kept for as long as messages come, as many as ever ran at
// one time.
const keptStacks = 16

// create runs a creation. The address comes from the nonce that the sender had when it signed, and the machine
// increments the nonce itself, so an increment that was made before is taken back first.
func (e *Engine) create(statedb *ledgerState, machine *vm.EVM, msg Message, value *uint256.Int, budget *vm.GasBudget,
	res *Result) common.Address {
	if msg.NonceUsed {
		statedb.SetNonce(msg.From, statedb.GetNonce(msg.From)-1, tracing.NonceChangeUnspecified)
	}
	address := crypto.CreateAddress(msg.From, statedb.GetNonce(msg.From))
	res.Return, _, *budget, res.Err = machine.Create(msg.From, msg.Data, *budget, value)
	if res.Err != nil {
		return common.Address{}
	}
	return address
}

func blockContext(b Block) vm.BlockContext {
	random := b.Random
	blobBaseFee := b.BlobBaseFee
	if blobBaseFee == nil {
		blobBaseFee = uint256.NewInt(params.BlobTxMinBlobGasprice)
	}
	return vm.BlockContext{
		CanTransfer: canTransfer,
		Transfer:    transfer,
		GetHash:     b.BlockHash,
		Coinbase:    b.Coinbase,
		GasLimit:    b.GasLimit,
		BlockNumber: new(big.Int).SetUint64(b.Number),
		Time:        b.Time,
		Difficulty:  new(big.Int),
		BaseFee:     orZero(b.BaseFee).ToBig(),
		BlobBaseFee: blobBaseFee.ToBig(),
		Random:      &random,
	}
}

func orZero(n *uint256.Int) *uint256.Int {
	if n == nil {
		return new(uint256.Int)
	}
	return n
}
