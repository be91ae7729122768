// Package state keeps the runtime's state tree: overlays that a transaction writes to and that are committed or dropped
// as a whole, trees that fetch verified nodes from the host, and a cache that keeps them between rounds.
//
// It promises that nothing but verified state is ever read (every node that the host delivers is checked against the
// root), and that a fault of the host is never mistaken for an absent key: see [Latch].
package state

import (
	"context"

	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
)

// Overlay holds writes in memory above a tree until they are committed to it or dropped. It is a tree itself, so
// overlays nest. It is not safe for concurrent use.
type Overlay struct {
	tree mkvs.OverlayTree
	// pending holds, for each changed key, the bytes that the change counts.
	pending map[string]int
	bytes   int
}

var _ mkvs.KeyValueTree = (*Overlay)(nil)

// NewOverlay returns an empty overlay above the tree.
func NewOverlay(inner mkvs.KeyValueTree) *Overlay {
	return &Overlay{tree: mkvs.NewOverlay(inner), pending: make(map[string]int)}
}

// Get implements mkvs.KeyValueTree. The value must not be changed.
func (o *Overlay) Get(ctx context.Context, key []byte) ([]byte, error) {
	return o.tree.Get(ctx, key)
}

// NewIterator implements mkvs.KeyValueTree.
func (o *Overlay) NewIterator(ctx context.Context, options ...mkvs.IteratorOption) mkvs.Iterator {
	return o.tree.NewIterator(ctx, options...)
}

// Insert implements mkvs.KeyValueTree. It keeps the value, which must not be changed afterwards.
func (o *Overlay) Insert(ctx context.Context, key, value []byte) error {
	o.record(key, len(key)+len(value))
	return o.tree.Insert(ctx, key, value)
}

// Remove implements mkvs.KeyValueTree.
func (o *Overlay) Remove(ctx context.Context, key []byte) error {
	o.record(key, len(key))
	return o.tree.Remove(ctx, key)
}

// RemoveExisting implements mkvs.KeyValueTree.
func (o *Overlay) RemoveExisting(ctx context.Context, key []byte) ([]byte, error) {
	value, err := o.tree.Get(ctx, key)
	if err != nil {
		return nil, err
	}
	if value != nil {
		o.record(key, len(key))
		err = o.tree.Remove(ctx, key)
	}
	return value, err
}

func (o *Overlay) record(key []byte, size int) {
	o.bytes += size - o.pending[string(key)]
	o.pending[string(key)] = size
}

// Dirty reports whether anything was written, even when it changed nothing.
func (o *Overlay) Dirty() bool { return len(o.pending) > 0 }

// PendingBytes returns the size of what was written: keys and new values.
func (o *Overlay) PendingBytes() int { return o.bytes }

// Commit moves the writes to the tree below and leaves the overlay empty.
func (o *Overlay) Commit(ctx context.Context) error {
	if len(o.pending) == 0 {
		return nil
	}
	if _, err := o.tree.Commit(ctx); err != nil {
		return err
	}
	o.pending = make(map[string]int)
	o.bytes = 0
	return nil
}
