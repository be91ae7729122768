package watch

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"

	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/protocol/proof"
)

// Tree returns the runtime's state after a round as a tree whose every read is
// checked against the header's state root. The header has to be a verified
// one. The caller closes the tree.
func (v *View) Tree(h *proof.Header) mkvs.Tree {
	return mkvs.NewWithRoot(v.Syncer(h), nil, h.StorageRoot())
}

// Syncer returns a source for mkvs.NewWithRoot that reads the runtime's state
// after a round from the node and passes on genuine proofs only.
func (v *View) Syncer(h *proof.Header) syncer.ReadSyncer {
	return &checked{from: v.cfg.Node.RuntimeState(), root: h.StorageRoot()}
}

// checked is a ReadSyncer that verifies what another one answers. The tree
// above it does so as well, but trusts the shape of proofs.
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
	if _, err := proof.VerifyTree(got, &rsp.Proof); err != nil {
		return nil, forged(what, err)
	}
	return rsp, nil
}

// Entry is a key of the runtime's state with its value.
type Entry struct{ Key, Value []byte }

const (
	// pageSize is the most entries that a node returns at once.
	pageSize = 65535
	// firstPage is how many entries of a range are asked for at first. Ranges
	// that have more are fetched in parts at the same time.
	firstPage = 4096
	// rangeParts is the number of parts, and partsAtOnce how many of them
	// are under way together.
	rangeParts  = 32
	partsAtOnce = 4
)

// Range returns every entry of the runtime's state after a round whose key has
// the prefix, in ascending order. It is complete: the proofs leave no gap. The
// header has to be a verified one.
func (v *View) Range(ctx context.Context, h *proof.Header, prefix []byte) ([]Entry, error) {
	f := fetcher{from: v.cfg.Node.RuntimeState(), root: h.StorageRoot(), prefix: prefix}
	entries, next, err := f.page(ctx, prefix, prefix, firstPage)
	if err != nil || next == nil {
		return entries, err
	}
	// Split what is left by the byte after the prefix.
	first := 0
	if len(next) > len(prefix) {
		first = int(next[len(prefix)])
	}
	const width = 256 / rangeParts
	var parts [rangeParts][]Entry
	g, gctx := errgroup.WithContext(ctx)
	g.SetLimit(partsAtOnce)
	for i := first / width; i < rangeParts; i++ {
		g.Go(func() (err error) {
			parts[i], err = f.part(gctx, max(first, i*width), (i+1)*width, next)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	total := len(entries)
	for _, p := range parts {
		total += len(p)
	}
	all := append(make([]Entry, 0, total), entries...)
	for _, p := range parts {
		all = append(all, p...)
	}
	return all, nil
}

type fetcher struct {
	from   syncer.ReadSyncer
	root   node.Root
	prefix []byte
}

func (f *fetcher) what() string {
	return fmt.Sprintf("range %x of round %d", f.prefix, f.root.Version)
}

// part fetches the entries whose byte after the prefix is from lo up to hi,
// and which are not less than start.
func (f *fetcher) part(ctx context.Context, lo, hi int, start []byte) ([]Entry, error) {
	prefixes := make([][]byte, 0, hi-lo)
	for b := lo; b < hi; b++ {
		prefixes = append(prefixes, append(bytes.Clone(f.prefix), byte(b)))
	}
	rsp, err := f.from.SyncGetPrefixes(ctx, &syncer.GetPrefixesRequest{
		Tree:     syncer.TreeID{Root: f.root, Position: f.root.Hash},
		Prefixes: prefixes, Limit: pageSize, ProofVersion: 1,
	})
	if err != nil {
		return nil, unavailable(f.what(), err)
	}
	tree, err := proof.VerifyTree(f.root.Hash, &rsp.Proof)
	if err != nil {
		return nil, forged(f.what(), err)
	}
	var out []Entry
	for _, p := range prefixes {
		next, err := walk(tree, p, start, &out)
		if err != nil {
			return nil, forged(f.what(), err)
		}
		// The node's limit cut it short: go on page by page.
		for next != nil {
			var page []Entry
			if page, next, err = f.page(ctx, p, next, pageSize); err != nil {
				return nil, err
			}
			out = append(out, page...)
		}
	}
	return out, nil
}

// page fetches up to count entries with the prefix from a key on.
func (f *fetcher) page(ctx context.Context, prefix, from []byte, count uint16) (entries []Entry, next []byte, err error) {
	rsp, err := f.from.SyncIterate(ctx, &syncer.IterateRequest{
		Tree: syncer.TreeID{Root: f.root, Position: f.root.Hash},
		Key:  from, Prefetch: count, ProofVersion: 1,
	})
	if err != nil {
		return nil, nil, unavailable(f.what(), err)
	}
	tree, err := proof.VerifyTree(f.root.Hash, &rsp.Proof)
	if err != nil {
		return nil, nil, forged(f.what(), err)
	}
	next, err = walk(tree, prefix, from, &entries)
	if err != nil {
		return nil, nil, forged(f.what(), err)
	}
	if next != nil && bytes.Compare(next, from) <= 0 {
		return nil, nil, forged(f.what(), errors.New("the node withholds the entries that follow"))
	}
	return entries, next, nil
}

func walk(tree *proof.Tree, prefix, from []byte, out *[]Entry) (next []byte, err error) {
	return tree.Walk(prefix, from, func(k, val []byte) error {
		*out = append(*out, Entry{Key: k, Value: val})
		return nil
	})
}
