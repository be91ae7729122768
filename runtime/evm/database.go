package evm

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/triedb"
	"github.com/holiman/uint256"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"

	"github.com/assent-network/assent/protocol/layout"
)

// database is go-ethereum's view of the state during one execution: what it reads comes from the MKVS tree, and what it
// writes is collected and sorted before any of it goes there.
//
// It calls itself a unified trie, the kind that takes writes by address and plain slot number, which is just how MKVS
// wants them; nothing is hashed, and no root is computed, since the tree has its own.
type database struct {
	ctx      context.Context // that of one execution
	tree     mkvs.KeyValueTree
	accounts Accounts
	caches   *caches

	// loaded holds every account as it was first read.
	loaded map[common.Address]*loadedAccount
	writes *writeSet
	staged *changes
	held   held
	// readErr is the first error of a read for which go-ethereum has none.
	readErr error
}

// loadedAccount is an account as it stands in the tree.
type loadedAccount struct {
	nonce    uint64
	balance  uint256.Int
	codeHash common.Hash
}

var (
	_ state.Database = (*database)(nil)
	_ state.Reader   = (*database)(nil)
)

func newDatabase(ctx context.Context, tree mkvs.KeyValueTree, accounts Accounts, caches *caches) *database {
	return &database{
		ctx: ctx, tree: tree, accounts: accounts, caches: caches,
		loaded: make(map[common.Address]*loadedAccount),
		writes: newWriteSet(),
	}
}

// Type implements state.Database.
func (db *database) Type() state.DatabaseType { return state.TypeUBT }

// Reader implements state.Database. There is one state only, whatever root is asked for.
func (db *database) Reader(common.Hash) (state.Reader, error) { return db, nil }

// OpenTrie implements state.Database: the trie is what collects the writes.
func (db *database) OpenTrie(common.Hash) (state.Trie, error) { return db.writes, nil }

// OpenStorageTrie implements state.Database. All accounts share one trie.
func (db *database) OpenStorageTrie(_ common.Hash, _ common.Address, _ common.Hash,
	trie state.Trie) (state.Trie, error) {
	return trie, nil
}

// Iteratee implements state.Database. go-ethereum iterates only to wipe storage, which no longer happens since Cancun.
func (db *database) Iteratee(common.Hash) (state.Iteratee, error) {
	return nil, errors.New("evm: the state has no iterators by hash")
}

// TrieDB implements state.Database. There is none.
func (db *database) TrieDB() *triedb.Database { return nil }

// Commit implements state.Database. The update itself is not needed: its writes are those that the trie collected,
// under plain keys, and whether it is empty cannot be told from its roots, which are not roots of this tree.
func (db *database) Commit(*state.StateUpdate) error {
	changes, err := db.changes()
	if err != nil {
		return err
	}
	db.staged = changes
	return db.flush()
}

// stage works out what the execution changed, without writing it, and checks that no value came into being or was lost
// but what was burned.
func (db *database) stage(statedb *state.StateDB, rules params.Rules, burns []Burn) error {
	// Not Commit, which does the same and then hashes every slot, in goroutines of its own where a panic could not be
	// contained.
	statedb.IntermediateRoot(rules)
	if err := statedb.Error(); err != nil {
		return fmt.Errorf("evm: collecting writes: %w", err)
	}
	changes, err := db.changes()
	if err != nil {
		return err
	}
	var burned uint256.Int
	for i := range burns {
		burned.Add(&burned, &burns[i].Amount)
	}
	if burned != changes.burned {
		return fmt.Errorf("evm: internal error: %s base units disappeared, %s were burned", changes.burned.Dec(),
			burned.Dec())
	}
	db.staged = changes
	return nil
}

// Account implements state.StateReader.
func (db *database) Account(addr common.Address) (*types.StateAccount, error) {
	acct, err := db.load(addr)
	if err != nil {
		return nil, err
	}
	if acct.nonce == 0 && acct.balance.IsZero() && acct.codeHash == types.EmptyCodeHash {
		return nil, nil
	}
	return &types.StateAccount{
		Nonce:    acct.nonce,
		Balance:  acct.balance.Clone(),
		Root:     types.EmptyRootHash,
		CodeHash: acct.codeHash.Bytes(),
	}, nil
}

func (db *database) load(addr common.Address) (*loadedAccount, error) {
	if acct, ok := db.loaded[addr]; ok {
		return acct, nil
	}
	nonce, err := db.accounts.Nonce(addr)
	if err != nil {
		return nil, fmt.Errorf("evm: reading the nonce of %s: %w", addr, err)
	}
	balance, err := db.accounts.Balance(addr)
	if err != nil {
		return nil, fmt.Errorf("evm: reading the balance of %s: %w", addr, err)
	}
	hash, err := db.tree.Get(db.ctx, layout.CodeHashKey(layout.Address(addr)))
	if err != nil {
		return nil, fmt.Errorf("evm: reading the code hash of %s: %w", addr, err)
	}
	acct := &loadedAccount{nonce: nonce, balance: balance, codeHash: types.EmptyCodeHash}
	switch len(hash) {
	case 0:
	case common.HashLength:
		acct.codeHash = common.Hash(hash)
	default:
		return nil, &StateError{Address: addr, What: fmt.Sprintf("its code hash has %d bytes", len(hash))}
	}
	db.loaded[addr] = acct
	return acct, nil
}

// Storage implements state.StateReader.
func (db *database) Storage(addr common.Address, slot common.Hash) (common.Hash, error) {
	value, err := db.tree.Get(db.ctx, layout.StorageKey(layout.Address(addr), layout.Word(slot)))
	if err != nil {
		return common.Hash{}, fmt.Errorf("evm: reading slot %s of %s: %w", slot, addr, err)
	}
	switch len(value) {
	case 0:
		return common.Hash{}, nil
	case common.HashLength:
		return common.Hash(value), nil
	default:
		return common.Hash{}, &StateError{Address: addr, What: fmt.Sprintf("slot %s has %d bytes", slot, len(value))}
	}
}

// Has implements state.ContractCodeReader.
func (db *database) Has(addr common.Address, codeHash common.Hash) bool {
	return len(db.code(addr, codeHash)) > 0
}

// CodeSize implements state.ContractCodeReader.
func (db *database) CodeSize(addr common.Address, codeHash common.Hash) int {
	return len(db.code(addr, codeHash))
}

// Code implements state.ContractCodeReader. The account keeps what it returns until the end of the message.
func (db *database) Code(addr common.Address, codeHash common.Hash) []byte {
	code := db.code(addr, codeHash)
	db.held.keep(len(code))
	return code
}

func (db *database) code(addr common.Address, codeHash common.Hash) []byte {
	if code, ok := db.caches.code.Get(codeHash); ok {
		return code
	}
	code, err := db.tree.Get(db.ctx, layout.CodeKey(layout.Address(addr)))
	if err == nil && crypto.Keccak256Hash(code) != codeHash {
		err = &StateError{Address: addr, What: fmt.Sprintf("its code does not hash to %s", codeHash)}
	}
	if err != nil {
		db.fail(fmt.Errorf("evm: reading the code of %s: %w", addr, err))
		return nil
	}
	// The tree may reuse the memory.
	code = bytes.Clone(code)
	db.caches.code.Add(codeHash, code)
	return code
}

// blockHash reads a block hash for BLOCKHASH.
func (db *database) blockHash(number uint64) common.Hash {
	value, err := db.tree.Get(db.ctx, layout.BlockHashKey(number))
	if err != nil {
		db.fail(fmt.Errorf("evm: reading the block hash of round %d: %w", number, err))
	}
	return common.BytesToHash(value)
}

// fail remembers the first failed read. Nothing of the execution counts then.
func (db *database) fail(err error) {
	if db.readErr == nil {
		db.readErr = err
	}
}
