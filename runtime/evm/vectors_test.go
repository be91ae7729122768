package evm

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/common/math"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/protocol/layout"
	modaccounts "github.com/assent-network/assent/runtime/modules/accounts"
)

// vector is a state test of the ethereum/tests repository.
type vector struct {
	Env struct {
		Coinbase   common.Address        `json:"currentCoinbase"`
		GasLimit   math.HexOrDecimal64   `json:"currentGasLimit"`
		Number     math.HexOrDecimal64   `json:"currentNumber"`
		Timestamp  math.HexOrDecimal64   `json:"currentTimestamp"`
		BaseFee    *math.HexOrDecimal256 `json:"currentBaseFee"`
		Random     *math.HexOrDecimal256 `json:"currentRandom"`
		ExcessBlob math.HexOrDecimal64   `json:"currentExcessBlobGas"`
	} `json:"env"`
	Pre         types.GenesisAlloc      `json:"pre"`
	Transaction vectorTx                `json:"transaction"`
	Post        map[string][]vectorPost `json:"post"`
}

type vectorTx struct {
	GasPrice             *math.HexOrDecimal256 `json:"gasPrice,omitempty"`
	MaxFeePerGas         *math.HexOrDecimal256 `json:"maxFeePerGas,omitempty"`
	MaxPriorityFeePerGas *math.HexOrDecimal256 `json:"maxPriorityFeePerGas,omitempty"`
	Nonce                math.HexOrDecimal64   `json:"nonce"`
	Sender               common.Address        `json:"sender"`
	To                   string                `json:"to"`
	Data                 []hexutil.Bytes       `json:"data"`
	AccessLists          []*types.AccessList   `json:"accessLists,omitempty"`
	GasLimit             []math.HexOrDecimal64 `json:"gasLimit"`
	Value                []string              `json:"value"`
}

type vectorPost struct {
	Hash            common.Hash   `json:"hash"`
	Logs            common.Hash   `json:"logs"`
	TxBytes         hexutil.Bytes `json:"txbytes,omitempty"`
	ExpectException string        `json:"expectException,omitempty"`
	Indexes         struct {
		Data  int `json:"data"`
		Gas   int `json:"gas"`
		Value int `json:"value"`
	} `json:"indexes"`
}

// TestStateVectors runs the state tests that come with the package.
func TestStateVectors(t *testing.T) {
	runStateVectors(t, filepath.Join("testdata", "state"))
}

// TestEthereumStateVectors runs the shared state tests of ethereum/tests.
func TestEthereumStateVectors(t *testing.T) {
	runStateVectors(t, sharedtest.Path(t, "vectors", "ethereum_state"))
}

func runStateVectors(t *testing.T, dir string) {
	var files, cases, failed, exceptions int
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".json" {
			return err
		}
		files++
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var vectors map[string]*vector
		if err := json.Unmarshal(data, &vectors); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		for name, v := range vectors {
			for fork, posts := range v.Post {
				if fork != Fork {
					t.Errorf("%s %s: fork %s is not the engine's", path, name, fork)
					continue
				}
				for i, post := range posts {
					cases++
					if post.ExpectException != "" {
						exceptions++
					}
					if err := v.run(post); err != nil {
						failed++
						t.Errorf("%s %s %s/%d: %v", path, name, fork, i, err)
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if cases == 0 {
		t.Fatalf("no state tests in %s", dir)
	}
	t.Logf("count: %d state tests of %s in %d files ran, %d passed, %d failed; %d of them expect the transaction to "+
		"be refused", cases, Fork, files, cases-failed, failed, exceptions)
}

// run does with the vector's transaction what the runtime does: authenticate and charge outside of the machine, run the
// message, refund.
func (v *vector) run(post vectorPost) error {
	ctx := context.Background()
	tree := newTree()
	defer tree.Close()
	accounts := &recordingAccounts{Accounts: TreeAccounts(ctx, tree), touched: make(map[common.Address]bool)}
	engine := New(Config{ChainID: 1, Accounts: func(context.Context, mkvs.KeyValueTree) Accounts { return accounts }})
	if err := putAlloc(ctx, tree, accounts, v.Pre); err != nil {
		return err
	}

	logs, err := v.transact(ctx, engine, tree, accounts, post)
	if refused := (*refusedError)(nil); errors.As(err, &refused) {
		if post.ExpectException == "" {
			return fmt.Errorf("refused: %w", err)
		}
	} else if err != nil {
		return err
	} else if post.ExpectException != "" {
		return fmt.Errorf("accepted, want exception %s", post.ExpectException)
	}
	root, err := ethereumRoot(ctx, tree, accounts)
	if err != nil {
		return err
	}
	if root != post.Hash {
		return fmt.Errorf("state root %s, want %s", root, post.Hash)
	}
	if post.ExpectException != "" {
		return nil
	}
	encoded, err := rlp.EncodeToBytes(logs)
	if err != nil {
		return err
	}
	if got := crypto.Keccak256Hash(encoded); got != post.Logs {
		return fmt.Errorf("logs hash %s, want %s", got, post.Logs)
	}
	return nil
}

// refusedError says that a transaction never reached the machine.
type refusedError struct{ reason string }

func (e *refusedError) Error() string { return e.reason }

func (v *vector) transact(ctx context.Context, engine *Engine, tree mkvs.KeyValueTree, accounts Accounts,
	post vectorPost) ([]*types.Log, error) {
	tx := &v.Transaction
	baseFee := fromHex(v.Env.BaseFee)
	feeCap, tip := fromHex(tx.GasPrice), fromHex(tx.GasPrice)
	if tx.MaxFeePerGas != nil {
		feeCap, tip = fromHex(tx.MaxFeePerGas), fromHex(tx.MaxPriorityFeePerGas)
	}
	price := new(uint256.Int).Add(baseFee, tip)
	if price.Gt(feeCap) {
		price = feeCap
	}
	value, err := parseValue(tx.Value[post.Indexes.Value])
	if err != nil {
		return nil, err
	}
	msg := Message{
		From: tx.Sender, Value: value, Data: tx.Data[post.Indexes.Data],
		GasLimit: uint64(tx.GasLimit[post.Indexes.Gas]), GasPrice: price, NonceUsed: true,
	}
	if tx.To != "" {
		to := common.HexToAddress(tx.To)
		msg.To = &to
	}
	if len(tx.AccessLists) > post.Indexes.Data && tx.AccessLists[post.Indexes.Data] != nil {
		msg.AccessList = *tx.AccessLists[post.Indexes.Data]
	}

	nonce, err := accounts.Nonce(msg.From)
	if err != nil {
		return nil, err
	}
	if nonce != uint64(tx.Nonce) {
		return nil, &refusedError{fmt.Sprintf("nonce %d, want %d", tx.Nonce, nonce)}
	}
	if feeCap.Lt(baseFee) {
		return nil, &refusedError{"fee cap below base fee"}
	}
	if intrinsic, ok := IntrinsicGas(msg.Data, msg.AccessList, msg.To == nil); !ok || intrinsic > msg.GasLimit {
		return nil, &refusedError{"intrinsic gas too low"}
	}
	gas := uint256.NewInt(msg.GasLimit)
	most := new(uint256.Int).Mul(gas, feeCap)
	fee := new(uint256.Int).Mul(gas, price)
	balance, err := accounts.Balance(msg.From)
	if err != nil {
		return nil, err
	}
	if balance.Lt(most.Add(most, value)) {
		return nil, &refusedError{"insufficient funds"}
	}
	if err := addBalance(accounts, msg.From, new(big.Int).Neg(fee.ToBig())); err != nil {
		return nil, err
	}
	if err := accounts.SetNonce(msg.From, nonce+1); err != nil {
		return nil, err
	}

	random := common.BigToHash((*big.Int)(v.Env.Random))
	res, err := engine.Execute(ctx, tree, Block{
		Number: uint64(v.Env.Number), Time: uint64(v.Env.Timestamp), GasLimit: uint64(v.Env.GasLimit),
		BaseFee: baseFee, Coinbase: v.Env.Coinbase, Random: random,
		BlockHash: func(n uint64) common.Hash {
			return crypto.Keccak256Hash([]byte(new(big.Int).SetUint64(n).String()))
		},
	}, msg)
	if err != nil {
		return nil, err
	}
	if p := (*PanicError)(nil); errors.As(res.Err, &p) {
		return nil, fmt.Errorf("panic: %v\n%s", p.Value, p.Stack)
	}
	left := new(big.Int).SetUint64(msg.GasLimit - res.GasUsed)
	if err := addBalance(accounts, msg.From, left.Mul(left, price.ToBig())); err != nil {
		return nil, err
	}
	earned := new(big.Int).SetUint64(res.GasUsed)
	earned.Mul(earned, new(uint256.Int).Sub(price, baseFee).ToBig())
	return res.Logs, addBalance(accounts, v.Env.Coinbase, earned)
}

// putAlloc writes accounts to the tree as the runtime stores them.
func putAlloc(ctx context.Context, tree mkvs.KeyValueTree, accounts Accounts, alloc types.GenesisAlloc) error {
	supply := new(uint256.Int)
	for addr, a := range alloc {
		balance := uint256.MustFromBig(a.Balance)
		supply.Add(supply, balance)
		if err := errors.Join(accounts.SetNonce(addr, a.Nonce), accounts.SetBalance(addr, balance)); err != nil {
			return err
		}
		if len(a.Code) > 0 {
			hash := crypto.Keccak256(a.Code)
			err := errors.Join(tree.Insert(ctx, layout.CodeKey(layout.Address(addr)), a.Code),
				tree.Insert(ctx, layout.CodeHashKey(layout.Address(addr)), hash))
			if err != nil {
				return err
			}
		}
		for slot, value := range a.Storage {
			if err := tree.Insert(ctx, layout.StorageKey(layout.Address(addr), layout.Word(slot)),
				value.Bytes()); err != nil {
				return err
			}
		}
	}
	return modaccounts.NewState(ctx, tree).SetTotalSupply(sdk.NativeDenomination, supply)
}

// ethereumRoot builds Ethereum's trie from all that the tree holds.
func ethereumRoot(ctx context.Context, tree mkvs.KeyValueTree, accounts *recordingAccounts) (common.Hash, error) {
	statedb, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		return common.Hash{}, err
	}
	known := map[layout.AccountAddress]bool{}
	for addr := range accounts.touched {
		known[layout.AccountOf(layout.Address(addr))] = true
		nonce, err := accounts.Nonce(addr)
		if err != nil {
			return common.Hash{}, err
		}
		balance, err := accounts.Balance(addr)
		if err != nil {
			return common.Hash{}, err
		}
		statedb.SetNonce(addr, nonce, tracing.NonceChangeUnspecified)
		statedb.SetBalance(addr, &balance, tracing.BalanceChangeUnspecified)
	}
	it := tree.NewIterator(ctx)
	defer it.Close()
	for it.Rewind(); it.Valid(); it.Next() {
		key, value := it.Key(), it.Value()
		switch {
		case bytes.HasPrefix(key, []byte("evm\x01")):
			addr := common.Address(key[4:])
			hash, err := tree.Get(ctx, layout.CodeHashKey(layout.Address(addr)))
			if err != nil || !bytes.Equal(hash, crypto.Keccak256(value)) {
				return common.Hash{}, fmt.Errorf("code hash of %s is %x (%v)", addr, hash, err)
			}
			statedb.SetCode(addr, bytes.Clone(value), tracing.CodeChangeUnspecified)
		case bytes.HasPrefix(key, []byte("evm\x02")):
			addr, slot, ok := layout.ParseStorageKey(key)
			if !ok || common.Hash(value) == (common.Hash{}) {
				return common.Hash{}, fmt.Errorf("storage key %x has value %x", key, value)
			}
			statedb.SetState(common.Address(addr), common.Hash(slot), common.Hash(value))
		case bytes.HasPrefix(key, []byte("accounts\x01")), bytes.HasPrefix(key, []byte("accounts\x02")):
			if !known[layout.AccountAddress(key[9:])] {
				return common.Hash{}, fmt.Errorf("key %x belongs to no known account", key)
			}
		case bytes.HasPrefix(key, []byte("evm\x05")), bytes.HasPrefix(key, []byte("accounts\x03")):
		default:
			return common.Hash{}, fmt.Errorf("unexpected key %x", key)
		}
	}
	if err := it.Err(); err != nil {
		return common.Hash{}, err
	}
	return statedb.IntermediateRoot(params.Rules{IsEIP158: true}), nil
}

// recordingAccounts remembers every address it was asked about: the state knows accounts by a hash.
type recordingAccounts struct {
	Accounts
	touched map[common.Address]bool
}

func (a *recordingAccounts) Nonce(addr common.Address) (uint64, error) {
	a.touched[addr] = true
	return a.Accounts.Nonce(addr)
}

func (a *recordingAccounts) SetNonce(addr common.Address, nonce uint64) error {
	a.touched[addr] = true
	return a.Accounts.SetNonce(addr, nonce)
}

func (a *recordingAccounts) SetBalance(addr common.Address, amount *uint256.Int) error {
	a.touched[addr] = true
	return a.Accounts.SetBalance(addr, amount)
}

func addBalance(accounts Accounts, addr common.Address, delta *big.Int) error {
	balance, err := accounts.Balance(addr)
	if err != nil {
		return err
	}
	return accounts.SetBalance(addr, uint256.MustFromBig(delta.Add(delta, balance.ToBig())))
}

// newTree returns a tree in memory, of which nothing is evicted.
func newTree() mkvs.Tree { return mkvs.New(nil, nil, node.RootTypeState, mkvs.Capacity(0, 0)) }

func fromHex(n *math.HexOrDecimal256) *uint256.Int {
	if n == nil {
		return new(uint256.Int)
	}
	return uint256.MustFromBig((*big.Int)(n))
}

func parseValue(s string) (*uint256.Int, error) {
	if s == "0x" {
		return new(uint256.Int), nil
	}
	n, ok := math.ParseBig256(s)
	if !ok {
		return nil, fmt.Errorf("bad value %q", s)
	}
	return uint256.MustFromBig(n), nil
}
