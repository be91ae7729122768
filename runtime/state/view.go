package state

import (
	"context"
	"errors"
	"slices"
	"sync"

	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
)

// errReadOnly is the error for writing to a view.
var errReadOnly = errors.New("state: internal error: a view is written to")

// View is a tree at one root that several queries read at once. It must be closed by each.
type View struct {
	cache *Cache
	root  node.Root
	users int // Guarded by the cache's lock.

	mu   sync.Mutex // The tree's iterators take no lock of their own.
	tree mkvs.Tree
}

var _ mkvs.KeyValueTree = (*View)(nil)

// View returns the tree at the root.
func (c *Cache) View(root node.Root) *View {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, v := range c.views {
		if v.root.Equal(&root) {
			v.users++
			c.views = append(slices.Delete(c.views, i, i+1), v)
			return v
		}
	}
	v := &View{cache: c, root: root, users: 1, tree: c.source.open(root)}
	c.views = append(c.views, v)
	c.trimViews()
	return v
}

// trimViews forgets the oldest views that are not read. The cache is locked.
func (c *Cache) trimViews() {
	for i := 0; i < len(c.views) && len(c.views) > maxViews; {
		if v := c.views[i]; v.users == 0 {
			c.views = slices.Delete(c.views, i, i+1)
		} else {
			i++
		}
	}
}

// Close says that one reader is done.
func (v *View) Close() {
	v.cache.mu.Lock()
	defer v.cache.mu.Unlock()
	v.users--
	v.cache.trimViews()
}

// Get implements mkvs.KeyValueTree.
func (v *View) Get(ctx context.Context, key []byte) ([]byte, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.tree.Get(ctx, key)
}

// NewIterator implements mkvs.KeyValueTree.
func (v *View) NewIterator(ctx context.Context, options ...mkvs.IteratorOption) mkvs.Iterator {
	v.mu.Lock()
	defer v.mu.Unlock()
	return &viewIterator{Iterator: v.tree.NewIterator(ctx, options...), view: v}
}

// Insert implements mkvs.KeyValueTree; it is never called on a view.
func (*View) Insert(context.Context, []byte, []byte) error { return errReadOnly }

// Remove implements mkvs.KeyValueTree; it is never called on a view.
func (*View) Remove(context.Context, []byte) error { return errReadOnly }

// RemoveExisting implements mkvs.KeyValueTree; it is never called on a view.
func (*View) RemoveExisting(context.Context, []byte) ([]byte, error) { return nil, errReadOnly }

type viewIterator struct {
	mkvs.Iterator
	view *View
}

func (it *viewIterator) Rewind() {
	it.view.mu.Lock()
	defer it.view.mu.Unlock()
	it.Iterator.Rewind()
}

func (it *viewIterator) Seek(key node.Key) {
	it.view.mu.Lock()
	defer it.view.mu.Unlock()
	it.Iterator.Seek(key)
}

func (it *viewIterator) Next() {
	it.view.mu.Lock()
	defer it.view.mu.Unlock()
	it.Iterator.Next()
}
