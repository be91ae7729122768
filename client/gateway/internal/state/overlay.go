package state

import (
	"bytes"
	"context"
	"errors"

	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	mkvsNode "github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
)

// overlay is a tree with changes on top of one that stays as it is. It also
// remembers what was read through it.
type overlay struct {
	inner mkvs.ImmutableKeyValueTree
	// values holds what was written; nil removes a key.
	values map[string][]byte
	// hidden are prefixes under which the inner tree counts as empty.
	hidden [][]byte
	// read holds the keys that were asked for, when not nil.
	read map[string]struct{}
}

var _ mkvs.KeyValueTree = (*overlay)(nil)

func newOverlay(inner mkvs.ImmutableKeyValueTree) *overlay {
	return &overlay{inner: inner, values: make(map[string][]byte)}
}

// Get implements mkvs.ImmutableKeyValueTree.
func (o *overlay) Get(ctx context.Context, key []byte) ([]byte, error) {
	if o.read != nil {
		o.read[string(key)] = struct{}{}
	}
	if v, ok := o.values[string(key)]; ok {
		return v, nil
	}
	for _, prefix := range o.hidden {
		if bytes.HasPrefix(key, prefix) {
			return nil, nil
		}
	}
	return o.inner.Get(ctx, key)
}

// Insert implements mkvs.KeyValueTree.
func (o *overlay) Insert(_ context.Context, key, value []byte) error {
	o.values[string(key)] = bytes.Clone(value)
	return nil
}

// Remove implements mkvs.KeyValueTree.
func (o *overlay) Remove(_ context.Context, key []byte) error {
	o.values[string(key)] = nil
	return nil
}

// RemoveExisting implements mkvs.KeyValueTree.
func (o *overlay) RemoveExisting(ctx context.Context, key []byte) ([]byte, error) {
	old, err := o.Get(ctx, key)
	o.values[string(key)] = nil
	return old, err
}

// NewIterator implements mkvs.ImmutableKeyValueTree. The machine never
// iterates, and an iterator that did not see the changes would lie.
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
