package light

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"golang.org/x/sync/errgroup"

	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/fromnode"
)

// Tree returns the runtime's state after a round as a tree whose every read is checked against the header's state root.
// The header has to be a verified one. The caller closes the tree.
func (v *View) Tree(h *proof.Header) mkvs.Tree {
	return mkvs.NewWithRoot(v.Syncer(h), nil, fromnode.StorageRoot(h))
}

// Syncer returns a source for mkvs.NewWithRoot that reads the runtime's state after a round from the node and passes on
// genuine proofs only.
func (v *View) Syncer(h *proof.Header) syncer.ReadSyncer {
	return &checked{from: v.cfg.Node.RuntimeState(), root: fromnode.StorageRoot(h)}
}

// checked is a ReadSyncer that verifies what another one answers. The tree above it does so as well, but trusts the
// shape of proofs.
type checked struct {
	from syncer.ReadSyncer
	root node.Root
}

var _ syncer.ReadSyncer = (*checked)(nil)

// SyncGet implements syncer.ReadSyncer.
func (c *checked) SyncGet(ctx context.Context, r *syncer.GetRequest) (*syncer.ProofResponse, error) {
	rsp, err := c.from.SyncGet(ctx, r)
	return c.check(&r.Tree, rsp, err)
}

// SyncGetPrefixes implements syncer.ReadSyncer.
func (c *checked) SyncGetPrefixes(ctx context.Context, r *syncer.GetPrefixesRequest) (*syncer.ProofResponse, error) {
	rsp, err := c.from.SyncGetPrefixes(ctx, r)
	return c.check(&r.Tree, rsp, err)
}

// SyncIterate implements syncer.ReadSyncer.
func (c *checked) SyncIterate(ctx context.Context, r *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	rsp, err := c.from.SyncIterate(ctx, r)
	return c.check(&r.Tree, rsp, err)
}

func (c *checked) check(asked *syncer.TreeID, rsp *syncer.ProofResponse, err error) (*syncer.ProofResponse, error) {
	what := fmt.Sprintf("state of round %d", c.root.Version)
	if err != nil {
		return nil, unavailable(what, err)
	}
	if asked.Root != c.root {
		return nil, fmt.Errorf("%s: internal error: asked for root %s", what, asked.Root)
	}
	// Proofs may begin below the root, at a node that the tree has verified.
	got := rsp.Proof.UntrustedRoot
	if got != c.root.Hash && got != asked.Position {
		return nil, forged(what, fmt.Errorf("proof begins at %s, neither the root nor where it was asked to", got))
	}
	if _, err := fromnode.VerifyTree(got, &rsp.Proof); err != nil {
		return nil, forged(what, err)
	}
	return rsp, nil
}

// Entry is a key of the runtime's state with its value.
type Entry struct{ Key, Value []byte }

const (
	// pageEntries is how many entries of a range a part of it should have. A node's trees hold 5,000 nodes at a time; a
	// page of more would have it read again what it has read.
	pageEntries = 4096
	// pageSize is what a part's page asks for: a few more, since keys are not spread evenly.
	pageSize = pageEntries*9/8 + 64
	// waveParts is how many parts a range is split into at a time, before it is known how densely keys lie in them, and
	// partsAtOnce how many of them are fetched at the same time.
	waveParts   = 32
	partsAtOnce = 4
)

// Range returns every entry of the runtime's state after a round whose key has the prefix, in ascending order. It is
// complete: the proofs leave no gap. The header has to be a verified one.
func (v *View) Range(ctx context.Context, h *proof.Header, prefix []byte) ([]Entry, error) {
	f := fetcher{from: v.cfg.Node.RuntimeState(), root: fromnode.StorageRoot(h), prefix: prefix}
	if empty, err := f.empty(ctx); err != nil || empty {
		return nil, err
	}
	all, next, err := f.page(ctx, prefix, nil, pageEntries)
	for begin, seen := uint64(0), len(all); next != nil && err == nil; {
		bounds := f.split(begin, next, seen)
		var wave [][]Entry
		if wave, err = f.parts(ctx, bounds); err != nil {
			break
		}
		begin, next, seen = f.place(next), bounds[len(bounds)-1], 0
		for _, part := range wave {
			all, seen = append(all, part...), seen+len(part)
		}
	}
	if err != nil {
		return nil, err
	}
	return all, nil
}

// fetcher fetches the entries of one range.
type fetcher struct {
	from   syncer.ReadSyncer
	root   node.Root
	prefix []byte
}

// parts fetches the entries from each bound to the one after it.
func (f *fetcher) parts(ctx context.Context, bounds [][]byte) ([][]Entry, error) {
	parts := make([][]Entry, len(bounds)-1)
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(partsAtOnce)
	for i := range parts {
		g.Go(func() error {
			for from := bounds[i]; from != nil; {
				page, next, err := f.page(ctx, from, bounds[i+1], pageSize)
				if err != nil {
					return err
				}
				parts[i], from = append(parts[i], page...), next
			}
			return nil
		})
	}
	return parts, g.Wait()
}

// place is where a key is in its range, as a number: its first bytes after the prefix.
func (f *fetcher) place(key []byte) uint64 {
	var b [8]byte
	copy(b[:], key[min(len(f.prefix), len(key)):])
	return binary.BigEndian.Uint64(b[:])
}

// split divides what follows next into parts of about a page each, by how many entries were seen from a place to there:
// keys are hashes or addresses, so it is much the same everywhere. Where it is not, parts take more than one page, or
// pages go beyond their part, and the next call knows better. It returns the parts' bounds; the last one is nil when
// they reach the end of the range.
func (f *fetcher) split(begin uint64, next []byte, seen int) [][]byte {
	at := f.place(next)
	width := float64(at-begin) * pageEntries / float64(max(seen, 1))
	bounds := [][]byte{next}
	for i := 1; i <= waveParts; i++ {
		to := float64(at) + max(width, 1)*float64(i)
		if to >= math.MaxUint64 {
			return append(bounds, nil)
		}
		bound := binary.BigEndian.AppendUint64(bytes.Clone(f.prefix), uint64(to))
		if bytes.Compare(bound, bounds[len(bounds)-1]) > 0 { // Numbers are rounded, and keys may have only the prefix.
			bounds = append(bounds, bound)
		}
	}
	if len(bounds) == 1 {
		return append(bounds, nil)
	}
	return bounds
}

// empty reports whether no key has the prefix. The path to where such keys would be tells, and is short. An iteration
// need not be: oasis-core's goes through the whole subtree before the place where its start would be, which is all of a
// contract's storage when nothing comes after the range.
func (f *fetcher) empty(ctx context.Context) (bool, error) {
	what := fmt.Sprintf("range %x of round %d", f.prefix, f.root.Version)
	rsp, err := f.from.SyncGet(ctx, &syncer.GetRequest{
		Tree: syncer.TreeID{Root: f.root, Position: f.root.Hash}, Key: f.prefix, ProofVersion: 1,
	})
	if err != nil {
		return false, unavailable(what, err)
	}
	tree, err := fromnode.VerifyTree(f.root.Hash, &rsp.Proof)
	if err != nil {
		return false, forged(what, err)
	}
	found := false
	next, err := tree.Walk(f.prefix, f.prefix, func([]byte, []byte) error {
		found = true
		return nil
	})
	if err != nil {
		return false, forged(what, err)
	}
	return !found && next == nil, nil
}

var errEnough = errors.New("reached the end of the part")

// page fetches up to count entries from a key on until another, or to the end of the range. It returns the key to go on
// from, nil when there is no more.
func (f *fetcher) page(ctx context.Context, from, until []byte,
	count uint16) (entries []Entry, next []byte, err error) {
	what := fmt.Sprintf("range %x of round %d", f.prefix, f.root.Version)
	rsp, err := f.from.SyncIterate(ctx, &syncer.IterateRequest{
		Tree: syncer.TreeID{Root: f.root, Position: f.root.Hash},
		Key:  from, Prefetch: count, ProofVersion: 1,
	})
	if err != nil {
		return nil, nil, unavailable(what, err)
	}
	tree, err := fromnode.VerifyTree(f.root.Hash, &rsp.Proof)
	if err != nil {
		return nil, nil, forged(what, err)
	}
	next, err = tree.Walk(f.prefix, from, func(k, val []byte) error {
		if until != nil && bytes.Compare(k, until) >= 0 {
			return errEnough
		}
		entries = append(entries, Entry{Key: k, Value: val})
		return nil
	})
	switch {
	case errors.Is(err, errEnough), next != nil && until != nil && bytes.Compare(next, until) >= 0:
		return entries, nil, nil
	case err != nil:
		return nil, nil, forged(what, err)
	case next != nil && bytes.Compare(next, from) <= 0:
		return nil, nil, forged(what, errors.New("the node withholds the entries that follow"))
	}
	return entries, next, nil
}
