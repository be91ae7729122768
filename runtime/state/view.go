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

// View is a tree at one root that several queries read at once. It must be
// closed by each.
type View struct {
	cache *Cache
	root  node.Root
	users int // Guarded by the cache's lock.

	mu   sync.Mutex // The tree's iterators take no lock of their own.
	tree mkvs.Tree
}

var _ mkvs.KeyValueTree = (*View)(nil)

// View returns the tree at the root.
func (c *Cache) View(ctx context.Context, root node.Root) *View {
	v, idle, fresh := c.reserve(root)
	if fresh {
		// Other readers of the root wait for the tree at its lock.
		defer v.mu.Unlock()
		v.tree = c.follow(ctx, idle, root)
	}
	return v
}

// reserve returns the view of the root. A fresh one has no tree yet and is
// locked; idle is a view to make its tree from, if there is one.
func (c *Cache) reserve(root node.Root) (v, idle *View, fresh bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, v := range c.views {
		if v.root.Equal(&root) {
			v.users++
			c.views = append(slices.Delete(c.views, i, i+1), v)
			return v, nil, false
		}
	}
	v = &View{cache: c, root: root, users: 1}
	// The latest view that nobody reads may be brought to the root, which
	// spares fetching it anew.
	for i := len(c.views) - 1; i >= 0 && idle == nil; i-- {
		if old := c.views[i]; old.users == 0 && old.root.Version < root.Version {
			if _, ok := c.path(old.root.Hash, root.Hash); ok {
				idle = old
				c.views = slices.Delete(c.views, i, i+1)
			}
		}
	}
	c.views = append(c.views, v)
	c.trimViews()
	v.mu.Lock()
	return v, idle, true
}

// follow returns a tree at the root, made from the idle view if there is one.
func (c *Cache) follow(ctx context.Context, idle *View, root node.Root) mkvs.Tree {
	if idle != nil {
		if c.advance(ctx, idle.tree, idle.root, root) {
			return idle.tree
		}
		idle.tree.Close()
	}
	return c.open(root)
}

// trimViews forgets the oldest views that nobody reads. The cache is locked.
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
