package state

import (
	"context"
	"sync"

	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
)

// Latch is a tree that remembers the first error of the tree below. Code in between may mistake a failed read for an
// absent key or drop the error; who asks [Latch.Err] before using a result cannot.
type Latch struct {
	inner mkvs.KeyValueTree

	mu  sync.Mutex
	err error
}

var _ mkvs.KeyValueTree = (*Latch)(nil)

// NewLatch returns a latch above the tree.
func NewLatch(inner mkvs.KeyValueTree) *Latch { return &Latch{inner: inner} }

// Err returns the first error that the tree reported.
func (l *Latch) Err() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.err
}

func (l *Latch) note(err error) error {
	if err != nil {
		l.mu.Lock()
		defer l.mu.Unlock()
		if l.err == nil {
			l.err = err
		}
	}
	return err
}

// Get implements mkvs.KeyValueTree.
func (l *Latch) Get(ctx context.Context, key []byte) ([]byte, error) {
	value, err := l.inner.Get(ctx, key)
	return value, l.note(err)
}

// Insert implements mkvs.KeyValueTree.
func (l *Latch) Insert(ctx context.Context, key, value []byte) error {
	return l.note(l.inner.Insert(ctx, key, value))
}

// Remove implements mkvs.KeyValueTree.
func (l *Latch) Remove(ctx context.Context, key []byte) error {
	return l.note(l.inner.Remove(ctx, key))
}

// RemoveExisting implements mkvs.KeyValueTree.
func (l *Latch) RemoveExisting(ctx context.Context, key []byte) ([]byte, error) {
	value, err := l.inner.RemoveExisting(ctx, key)
	return value, l.note(err)
}

// NewIterator implements mkvs.KeyValueTree.
func (l *Latch) NewIterator(ctx context.Context, options ...mkvs.IteratorOption) mkvs.Iterator {
	return &latchIterator{Iterator: l.inner.NewIterator(ctx, options...), latch: l}
}

type latchIterator struct {
	mkvs.Iterator
	latch *Latch
}

func (it *latchIterator) Next() {
	it.Iterator.Next()
	_ = it.latch.note(it.Iterator.Err())
}

func (it *latchIterator) Seek(key node.Key) {
	it.Iterator.Seek(key)
	_ = it.latch.note(it.Iterator.Err())
}

func (it *latchIterator) Rewind() {
	it.Iterator.Rewind()
	_ = it.latch.note(it.Iterator.Err())
}
