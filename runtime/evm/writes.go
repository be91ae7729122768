package evm

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethdb"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/ethereum/go-ethereum/trie/trienode"
	"github.com/holiman/uint256"

	"github.com/assent-network/assent/protocol/layout"
)

var errWriteOnly = errors.New("evm: the trie collects writes and cannot be read")

// writeSet is the trie that go-ethereum's StateDB writes to. It keeps the writes; the last one to a place wins.
type writeSet struct {
	accounts map[common.Address]*accountWrites
	// commits counts calls of Commit, so that each state has another root.
	commits uint64
}

// accountWrites are the writes to one account.
type accountWrites struct {
	deleted bool
	// nonce and balance are set when updated is.
	updated bool
	nonce   uint64
	balance uint256.Int
	// code is nil when it did not change.
	code     []byte
	codeHash common.Hash
	// storage holds zero for slots to clear.
	storage map[common.Hash]common.Hash
}

var _ state.Trie = (*writeSet)(nil)

func newWriteSet() *writeSet { return &writeSet{accounts: make(map[common.Address]*accountWrites)} }

func (w *writeSet) account(addr common.Address) *accountWrites {
	acct := w.accounts[addr]
	if acct == nil {
		acct = new(accountWrites)
		w.accounts[addr] = acct
	}
	return acct
}

// UpdateAccount implements state.Trie.
func (w *writeSet) UpdateAccount(addr common.Address, data *types.StateAccount, _ int) error {
	acct := w.account(addr)
	acct.deleted, acct.updated = false, true
	acct.nonce, acct.balance = data.Nonce, *data.Balance
	return nil
}

// UpdateAccountBatch implements state.Trie.
func (w *writeSet) UpdateAccountBatch(addrs []common.Address, data []*types.StateAccount, _ []int) error {
	for i, addr := range addrs {
		if err := w.UpdateAccount(addr, data[i], 0); err != nil {
			return err
		}
	}
	return nil
}

// DeleteAccount implements state.Trie. Since Cancun an account is deleted only in the transaction that created it, or
// when it is empty: in neither case has it storage in the tree.
func (w *writeSet) DeleteAccount(addr common.Address) error {
	w.accounts[addr] = &accountWrites{deleted: true}
	return nil
}

// UpdateContractCode implements state.Trie.
func (w *writeSet) UpdateContractCode(addr common.Address, hash common.Hash, code []byte) error {
	acct := w.account(addr)
	acct.code, acct.codeHash = code, hash
	return nil
}

// UpdateStorage implements state.Trie.
func (w *writeSet) UpdateStorage(addr common.Address, key, value []byte) error {
	acct := w.account(addr)
	if acct.storage == nil {
		acct.storage = make(map[common.Hash]common.Hash)
	}
	acct.storage[common.BytesToHash(key)] = common.BytesToHash(value)
	return nil
}

// UpdateStorageBatch implements state.Trie.
func (w *writeSet) UpdateStorageBatch(addr common.Address, keys, values [][]byte) error {
	for i, key := range keys {
		if err := w.UpdateStorage(addr, key, values[i]); err != nil {
			return err
		}
	}
	return nil
}

// DeleteStorage implements state.Trie.
func (w *writeSet) DeleteStorage(addr common.Address, key []byte) error {
	return w.UpdateStorage(addr, key, nil)
}

// Hash implements state.Trie. It tells states apart that this set was committed to and is otherwise meaningless.
func (w *writeSet) Hash() (root common.Hash) {
	binary.BigEndian.PutUint64(root[:], w.commits)
	return root
}

// Commit implements state.Trie.
func (w *writeSet) Commit(bool) (common.Hash, *trienode.NodeSet) {
	w.commits++
	return w.Hash(), nil
}

// IsUBT implements state.Trie.
func (w *writeSet) IsUBT() bool { return true }

// Witness implements state.Trie.
func (w *writeSet) Witness() map[string][]byte { return nil }

// PrefetchAccount implements state.Trie.
func (w *writeSet) PrefetchAccount([]common.Address) error { return nil }

// PrefetchStorage implements state.Trie.
func (w *writeSet) PrefetchStorage(common.Address, [][]byte) error { return nil }

// GetKey implements state.Trie.
func (w *writeSet) GetKey(key []byte) []byte { return key }

// GetAccount implements state.Trie.
func (w *writeSet) GetAccount(common.Address) (*types.StateAccount, error) { return nil, errWriteOnly }

// GetStorage implements state.Trie.
func (w *writeSet) GetStorage(common.Address, []byte) ([]byte, error) { return nil, errWriteOnly }

// NodeIterator implements state.Trie.
func (w *writeSet) NodeIterator([]byte) (trie.NodeIterator, error) { return nil, errWriteOnly }

// Prove implements state.Trie.
func (w *writeSet) Prove([]byte, ethdb.KeyValueWriter) error { return errWriteOnly }

// changes are the writes of an execution, worked out, checked and in order.
type changes struct {
	accounts []accountChange
	burned   uint256.Int
}

// accountChange is an account before and after, and its storage as it was written.
type accountChange struct {
	addr        common.Address
	old         *loadedAccount
	new         loadedAccount
	codeChanged bool
	code        []byte
	storage     []slotChange
}

type slotChange struct{ slot, value common.Hash }

// changes compares what was written with what was there. It refuses, as an outcome of the message, balances above 128
// bits; that the sum of balances grew is a bug that no outcome can cover.
func (db *database) changes() (*changes, error) {
	out := &changes{accounts: make([]accountChange, 0, len(db.writes.accounts))}
	// Balances fit 128 bits and accounts are few, so the sums fit 256.
	var before, after uint256.Int
	for addr, w := range db.writes.accounts {
		old, err := db.load(addr)
		if err != nil {
			return nil, err
		}
		c := accountChange{addr: addr, old: old, new: *old}
		switch {
		case w.deleted:
			c.new = loadedAccount{codeHash: types.EmptyCodeHash}
			c.codeChanged = old.codeHash != types.EmptyCodeHash
		case w.updated:
			c.new.nonce, c.new.balance = w.nonce, w.balance
		}
		if w.code != nil && w.codeHash != old.codeHash {
			c.new.codeHash, c.code, c.codeChanged = w.codeHash, w.code, true
		}
		if c.new.balance.BitLen() > 128 {
			return nil, &outcomeError{fmt.Errorf("%w: account %s", ErrBalanceTooHigh, addr)}
		}
		before.Add(&before, &old.balance)
		after.Add(&after, &c.new.balance)
		for slot, value := range w.storage {
			c.storage = append(c.storage, slotChange{slot, value})
		}
		slices.SortFunc(c.storage, func(a, b slotChange) int { return a.slot.Cmp(b.slot) })
		out.accounts = append(out.accounts, c)
	}
	if after.Gt(&before) {
		return nil, fmt.Errorf("evm: internal error: the message created %s base units", after.Sub(&after, &before))
	}
	out.burned.Sub(&before, &after)
	slices.SortFunc(out.accounts, func(a, b accountChange) int { return bytes.Compare(a.addr[:], b.addr[:]) })
	return out, nil
}

// flush writes the staged changes to the tree, in the order of addresses and slots.
func (db *database) flush() error {
	if db.staged == nil {
		return nil
	}
	for _, c := range db.staged.accounts {
		if err := db.flushAccount(&c); err != nil {
			return fmt.Errorf("evm: writing account %s: %w", c.addr, err)
		}
	}
	if !db.staged.burned.IsZero() {
		if err := db.accounts.Burn(&db.staged.burned); err != nil {
			return fmt.Errorf("evm: burning %s base units: %w", &db.staged.burned, err)
		}
	}
	db.staged = nil
	clear(db.loaded)
	clear(db.writes.accounts)
	return nil
}

func (db *database) flushAccount(c *accountChange) error {
	if c.new.nonce != c.old.nonce {
		if err := db.accounts.SetNonce(c.addr, c.new.nonce); err != nil {
			return err
		}
	}
	if c.new.balance != c.old.balance {
		if err := db.accounts.SetBalance(c.addr, &c.new.balance); err != nil {
			return err
		}
	}
	addr := layout.Address(c.addr)
	if c.codeChanged {
		if err := db.put(layout.CodeKey(addr), c.code); err != nil {
			return err
		}
		var hash []byte
		if len(c.code) > 0 {
			hash = c.new.codeHash.Bytes()
		}
		if err := db.put(layout.CodeHashKey(addr), hash); err != nil {
			return err
		}
	}
	for _, s := range c.storage {
		var value []byte
		if s.value != (common.Hash{}) {
			value = s.value.Bytes()
		}
		if err := db.put(layout.StorageKey(addr, layout.Word(s.slot)), value); err != nil {
			return err
		}
	}
	return nil
}

// put inserts the value, or removes the key when the value is empty.
func (db *database) put(key, value []byte) error {
	if len(value) == 0 {
		return db.tree.Remove(db.ctx, key)
	}
	return db.tree.Insert(db.ctx, key, value)
}
