package state

import (
	"bytes"
	"context"
	"errors"

	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	mkvsNode "github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/protocol/layout"
)

// overlay is a tree with changes on top of one that stays as it is. It also remembers what was read through it.
type overlay struct {
	inner mkvs.ImmutableKeyValueTree
	// values holds what was written outside contracts' storage; nil removes a key.
	values map[string][]byte
	// storage holds what was written to the storage of contracts.
	storage map[layout.Address]*storage
	// read holds the keys that were asked for, when not nil.
	read map[string]struct{}
}

// storage is what was written to the storage of one contract.
type storage struct {
	// cleared says that the inner tree counts as empty.
	cleared bool
	// values holds what was written; nil removes a slot.
	values map[layout.Word][]byte
}

var _ mkvs.KeyValueTree = (*overlay)(nil)

func newOverlay(inner mkvs.ImmutableKeyValueTree) *overlay {
	return &overlay{inner: inner, values: make(map[string][]byte), storage: make(map[layout.Address]*storage)}
}

// set writes a value; nil removes the key.
func (o *overlay) set(key, value []byte) {
	addr, slot, ok := layout.ParseStorageKey(key)
	if !ok {
		o.values[string(key)] = value
		return
	}
	o.setSlot(addr, slot, value)
}

// setSlot writes a slot of a contract's storage; nil removes it.
func (o *overlay) setSlot(addr layout.Address, slot layout.Word, value []byte) {
	s := o.storage[addr]
	if s == nil {
		s = &storage{values: make(map[layout.Word][]byte)}
		o.storage[addr] = s
	}
	s.values[slot] = value
}

// clear empties the storage of a contract, in a time that does not depend on what is there.
func (o *overlay) clear(addr layout.Address) {
	o.storage[addr] = &storage{cleared: true, values: make(map[layout.Word][]byte)}
}

// Get implements mkvs.ImmutableKeyValueTree.
func (o *overlay) Get(ctx context.Context, key []byte) ([]byte, error) {
	if o.read != nil {
		o.read[string(key)] = struct{}{}
	}
	if addr, slot, ok := layout.ParseStorageKey(key); ok {
		if s := o.storage[addr]; s != nil {
			if v, ok := s.values[slot]; ok || s.cleared {
				return v, nil
			}
		}
	} else if v, ok := o.values[string(key)]; ok {
		return v, nil
	}
	return o.inner.Get(ctx, key)
}

// Insert implements mkvs.KeyValueTree.
func (o *overlay) Insert(_ context.Context, key, value []byte) error {
	o.set(key, bytes.Clone(value))
	return nil
}

// Remove implements mkvs.KeyValueTree.
func (o *overlay) Remove(_ context.Context, key []byte) error {
	o.set(key, nil)
	return nil
}

// RemoveExisting implements mkvs.KeyValueTree.
func (o *overlay) RemoveExisting(ctx context.Context, key []byte) ([]byte, error) {
	old, err := o.Get(ctx, key)
	o.set(key, nil)
	return old, err
}

// NewIterator implements mkvs.ImmutableKeyValueTree. The machine never iterates, and an iterator that did not see the
// changes would lie.
func (o *overlay) NewIterator(context.Context, ...mkvs.IteratorOption) mkvs.Iterator {
	return noIterator{}
}

var errNoIterator = errors.New("state: a tree with overrides cannot be iterated")

// noIterator is an iterator that only says why there is none.
type noIterator struct{}

var _ mkvs.Iterator = noIterator{}

func (noIterator) Valid() bool                           { return false }
func (noIterator) Err() error                            { return errNoIterator }
func (noIterator) Rewind()                               {}
func (noIterator) Seek(mkvsNode.Key)                     {}
func (noIterator) Next()                                 {}
func (noIterator) Key() mkvsNode.Key                     { return nil }
func (noIterator) Value() []byte                         { return nil }
func (noIterator) GetProof() (*syncer.Proof, error)      { return nil, errNoIterator }
func (noIterator) GetProofBuilder() *syncer.ProofBuilder { return nil }
func (noIterator) Close()                                {}
