// Package memchain is a chain in one process and in memory, for tests: our EVM over real state trees, one block for
// every transaction, every older state at hand. What Ethereum libraries ask of a node, it answers.
//
// It has no consensus, no fees and no proofs. Tests that are about those run a real network (package localnet).
package memchain

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	oasis "github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/db/api"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/db/badger"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"

	"github.com/assent-network/assent/runtime/attestation"
	"github.com/assent-network/assent/runtime/evm"
	"github.com/assent-network/assent/runtime/preinstalled"
	"github.com/assent-network/assent/tee"
)

// gasLimit is that of a block.
const gasLimit = 1_000_000_000

// Chain is a chain in memory. It is safe for concurrent use.
type Chain struct {
	engine  *evm.Engine
	chainID uint64
	now     func() uint64
	db      api.NodeDB

	mu       sync.Mutex
	blocks   []Block
	receipts map[common.Hash]*types.Receipt
	sent     map[common.Hash]*types.Transaction
}

// Block is a block of the chain.
type Block struct {
	Number uint64
	Time   uint64 // Unix seconds
	Hash   common.Hash
	Root   node.Root // of the state after it
	Logs   []*types.Log
}

// New returns a chain whose clock is now, in Unix seconds, and whose runtime names the attestation roots, with the
// preinstalled contracts, on which every account given has one token. Close it.
func New(chainID uint64, roots tee.Roots, now func() uint64, funded ...common.Address) (*Chain, error) {
	db, err := badger.New(&api.Config{MemoryOnly: true, MaxCacheSize: 16 << 20})
	if err != nil {
		return nil, fmt.Errorf("memchain: opening the state: %w", err)
	}
	c := &Chain{
		engine:  evm.New(evm.Config{ChainID: chainID, Precompiles: attestation.Precompiles(roots)}),
		chainID: chainID, now: now, db: db, receipts: make(map[common.Hash]*types.Receipt),
		sent: make(map[common.Hash]*types.Transaction),
	}
	empty := node.Root{Type: node.RootTypeState}
	empty.Hash.Empty()
	c.blocks = []Block{{Number: 0, Time: now(), Root: empty}}
	err = c.extend(func(ctx context.Context, tree mkvs.Tree, _ evm.Block) ([]*types.Log, error) {
		for _, contract := range preinstalled.Contracts() {
			code, err := contract.Code()
			if err != nil {
				return nil, err
			}
			if err := evm.Install(ctx, tree, contract.Address, code); err != nil {
				return nil, err
			}
		}
		accounts := evm.TreeAccounts(ctx, tree)
		for _, a := range funded {
			if err := accounts.SetBalance(a, uint256.NewInt(1e18)); err != nil {
				return nil, err
			}
		}
		return nil, nil
	})
	if err != nil {
		db.Close()
		return nil, err
	}
	return c, nil
}

// Close frees the chain's memory.
func (c *Chain) Close() { c.db.Close() }

func (c *Chain) last() Block { return c.blocks[len(c.blocks)-1] }

// extend makes a block of what do writes.
func (c *Chain) extend(do func(ctx context.Context, tree mkvs.Tree, block evm.Block) ([]*types.Log, error)) error {
	ctx := context.Background()
	before := c.last()
	next := Block{Number: before.Number + 1, Time: max(c.now(), before.Time)}
	tree := mkvs.NewWithRoot(nil, c.db, before.Root)
	defer tree.Close()
	if err := evm.RecordBlockHash(ctx, tree, next.Number, before.Number, before.Hash); err != nil {
		return fmt.Errorf("memchain: %w", err)
	}
	// A contract's clock is the time of the block before, as in the runtime.
	logs, err := do(ctx, tree, evm.Block{Number: next.Number, Time: before.Time, GasLimit: gasLimit})
	if err != nil {
		return fmt.Errorf("memchain: %w", err)
	}
	_, root, err := tree.Commit(ctx, oasis.Namespace{}, next.Number)
	if err != nil {
		return fmt.Errorf("memchain: %w", err)
	}
	next.Root = node.Root{Type: node.RootTypeState, Version: next.Number, Hash: root}
	if err := c.db.Finalize([]node.Root{next.Root}); err != nil {
		return fmt.Errorf("memchain: %w", err)
	}
	next.Hash = crypto.Keccak256Hash(before.Hash[:], root[:], binary.BigEndian.AppendUint64(nil, next.Number))
	next.Logs = logs
	for _, l := range logs {
		l.BlockNumber, l.BlockHash = next.Number, next.Hash
	}
	c.blocks = append(c.blocks, next)
	return nil
}

// Tick makes an empty block, as other accounts' transactions do on a real chain.
func (c *Chain) Tick() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.extend(func(context.Context, mkvs.Tree, evm.Block) ([]*types.Log, error) { return nil, nil })
}

// Latest returns the newest block.
func (c *Chain) Latest() Block {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.last()
}

// At returns a block.
func (c *Chain) At(number uint64) (Block, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if number >= uint64(len(c.blocks)) {
		return Block{}, ethereum.NotFound
	}
	return c.blocks[number], nil
}

// Tree opens the state after a block. The caller closes it.
func (c *Chain) Tree(b Block) mkvs.Tree { return mkvs.NewWithRoot(nil, c.db, b.Root) }

// block returns the block with a number, the newest for nil.
func (c *Chain) block(number *big.Int) (Block, error) {
	if number == nil || number.Sign() < 0 {
		return c.Latest(), nil
	}
	return c.At(number.Uint64())
}

// ChainID implements client.Backend.
func (c *Chain) ChainID(context.Context) (*big.Int, error) {
	return new(big.Int).SetUint64(c.chainID), nil
}

// SuggestGasPrice implements account.Backend: gas is free.
func (c *Chain) SuggestGasPrice(context.Context) (*big.Int, error) { return new(big.Int), nil }

// HeaderByNumber implements client.Backend.
func (c *Chain) HeaderByNumber(_ context.Context, number *big.Int) (*types.Header, error) {
	b, err := c.block(number)
	if err != nil {
		return nil, err
	}
	return &types.Header{Number: new(big.Int).SetUint64(b.Number), Time: b.Time, Root: common.Hash(b.Root.Hash)}, nil
}

// BalanceAt implements client.Backend.
func (c *Chain) BalanceAt(ctx context.Context, account common.Address, number *big.Int) (*big.Int, error) {
	b, err := c.block(number)
	if err != nil {
		return nil, err
	}
	tree := c.Tree(b)
	defer tree.Close()
	balance, err := evm.TreeAccounts(ctx, tree).Balance(account)
	return balance.ToBig(), err
}

// NonceAt implements account.Backend.
func (c *Chain) NonceAt(ctx context.Context, account common.Address, number *big.Int) (uint64, error) {
	b, err := c.block(number)
	if err != nil {
		return 0, err
	}
	tree := c.Tree(b)
	defer tree.Close()
	return evm.TreeAccounts(ctx, tree).Nonce(account)
}

// PendingNonceAt implements account.Backend: nothing is ever pending.
func (c *Chain) PendingNonceAt(ctx context.Context, account common.Address) (uint64, error) {
	return c.NonceAt(ctx, account, nil)
}

// CodeAt returns a contract's code.
func (c *Chain) CodeAt(ctx context.Context, contract common.Address, number *big.Int) ([]byte, error) {
	b, err := c.block(number)
	if err != nil {
		return nil, err
	}
	tree := c.Tree(b)
	defer tree.Close()
	return code(ctx, tree, contract)
}

// PendingCodeAt is CodeAt of the newest block.
func (c *Chain) PendingCodeAt(ctx context.Context, contract common.Address) ([]byte, error) {
	return c.CodeAt(ctx, contract, nil)
}

// CallContract implements account.Backend.
func (c *Chain) CallContract(ctx context.Context, msg ethereum.CallMsg, number *big.Int) ([]byte, error) {
	b, err := c.block(number)
	if err != nil {
		return nil, err
	}
	res, err := c.run(ctx, b, msg)
	if err != nil {
		return nil, err
	}
	return res.Return, refusal(res.Err)
}

// EstimateGas implements account.Backend. Gas is free, so the estimate is generous.
func (c *Chain) EstimateGas(ctx context.Context, msg ethereum.CallMsg) (uint64, error) {
	res, err := c.run(ctx, c.Latest(), msg)
	if err != nil {
		return 0, err
	}
	return 2 * (res.GasUsed + res.GasRefunded), refusal(res.Err)
}

func (c *Chain) run(ctx context.Context, b Block, msg ethereum.CallMsg) (*evm.Result, error) {
	tree := c.Tree(b)
	defer tree.Close()
	return c.engine.Call(ctx, tree, evm.Block{Number: b.Number + 1, Time: b.Time, GasLimit: gasLimit},
		message(msg.From, msg.To, msg.Value, msg.Data, msg.AccessList, gasLimit/10))
}

func message(from common.Address, to *common.Address, value *big.Int, data []byte, list types.AccessList,
	gas uint64) evm.Message {
	m := evm.Message{From: from, To: to, Data: data, AccessList: list, GasLimit: gas}
	if value != nil {
		m.Value = uint256.MustFromBig(value)
	}
	return m
}

// RevertError is a contract's refusal with its data.
type RevertError struct{ data []byte }

// Error says what it is; who wants to know why decodes the data.
func (e *RevertError) Error() string { return "execution reverted" }

// RevertData returns what the contract reverted with.
func (e *RevertError) RevertData() []byte { return e.data }

func refusal(err error) error {
	var revert *evm.RevertError
	if errors.As(err, &revert) {
		return &RevertError{data: revert.Data}
	}
	return err
}

// SendTransaction implements account.Backend: the transaction is in a block when it returns.
func (c *Chain) SendTransaction(_ context.Context, tx *types.Transaction) error {
	from, err := types.Sender(types.LatestSignerForChainID(new(big.Int).SetUint64(c.chainID)), tx)
	if err != nil {
		return fmt.Errorf("memchain: %w", err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.extend(func(ctx context.Context, tree mkvs.Tree, block evm.Block) ([]*types.Log, error) {
		nonce, err := evm.TreeAccounts(ctx, tree).Nonce(from)
		if err != nil {
			return nil, err
		}
		if nonce != tx.Nonce() {
			return nil, fmt.Errorf("nonce %d is not the account's next, %d", tx.Nonce(), nonce)
		}
		res, err := c.engine.Execute(ctx, tree, block,
			message(from, tx.To(), tx.Value(), tx.Data(), tx.AccessList(), tx.Gas()))
		if err != nil {
			return nil, err
		}
		r := &types.Receipt{
			Status: types.ReceiptStatusSuccessful, TxHash: tx.Hash(), GasUsed: res.GasUsed,
			ContractAddress: res.Created,
			BlockNumber:     new(big.Int).SetUint64(block.Number), Logs: res.Logs,
		}
		if res.Err != nil { // nothing was written, but the nonce is used
			r.Status = types.ReceiptStatusFailed
			if err := evm.TreeAccounts(ctx, tree).SetNonce(from, nonce+1); err != nil {
				return nil, err
			}
		}
		for i, l := range res.Logs {
			l.TxHash, l.Index = tx.Hash(), uint(i)
		}
		c.receipts[tx.Hash()], c.sent[tx.Hash()] = r, tx
		return res.Logs, nil
	})
}

// TransactionReceipt implements account.Backend.
func (c *Chain) TransactionReceipt(_ context.Context, hash common.Hash) (*types.Receipt, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if r, ok := c.receipts[hash]; ok {
		return r, nil
	}
	return nil, ethereum.NotFound
}

// FilterLogs implements client.Backend.
func (c *Chain) FilterLogs(_ context.Context, q ethereum.FilterQuery) ([]types.Log, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	var out []types.Log
	for _, b := range c.blocks {
		if (q.FromBlock != nil && b.Number < q.FromBlock.Uint64()) ||
			(q.ToBlock != nil && b.Number > q.ToBlock.Uint64()) {
			continue
		}
		for _, l := range b.Logs {
			if matches(q, l) {
				out = append(out, *l)
			}
		}
	}
	return out, nil
}

func matches(q ethereum.FilterQuery, l *types.Log) bool {
	if len(q.Addresses) > 0 && !slices.Contains(q.Addresses, l.Address) {
		return false
	}
	for i, wanted := range q.Topics {
		if len(wanted) > 0 && (i >= len(l.Topics) || !slices.Contains(wanted, l.Topics[i])) {
			return false
		}
	}
	return true
}

// SuggestGasTipCap is for go-ethereum's bindings: gas is free.
func (c *Chain) SuggestGasTipCap(context.Context) (*big.Int, error) { return new(big.Int), nil }

// SubscribeFilterLogs is for go-ethereum's bindings; nothing here uses it, and it fails.
func (c *Chain) SubscribeFilterLogs(context.Context, ethereum.FilterQuery,
	chan<- types.Log) (ethereum.Subscription, error) {
	return nil, errors.New("memchain: no subscriptions; ask for logs")
}

// TransactionByHash is for go-ethereum's bindings.
func (c *Chain) TransactionByHash(_ context.Context, hash common.Hash) (*types.Transaction, bool, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if tx, ok := c.sent[hash]; ok {
		return tx, false, nil
	}
	return nil, false, ethereum.NotFound
}
