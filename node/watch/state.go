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
	// firstPage is how many entries of a range are asked for at first. The
	// rest is fetched in parts of about as many, some at the same time.
	firstPage   = 4096
	maxParts    = 32
	partsAtOnce = 4
)

// Range returns every entry of the runtime's state after a round whose key has
// the prefix, in ascending order. It is complete: the proofs leave no gap. The
// header has to be a verified one.
func (v *View) Range(ctx context.Context, h *proof.Header, prefix []byte) ([]Entry, error) {
	f := fetcher{from: v.cfg.Node.RuntimeState(), root: h.StorageRoot(), prefix: prefix}
	if empty, err := f.empty(ctx); err != nil || empty {
		return nil, err
	}
	entries, next, err := f.page(ctx, prefix, nil, firstPage)
	if err != nil || next == nil {
		return entries, err
	}
	bounds, size := f.split(next, len(entries))
	parts := make([][]Entry, len(bounds)-1)
	g, gctx := errgroup.WithContext(ctx)
	g.SetLimit(partsAtOnce)
	for i := range parts {
		g.Go(func() error {
			for from := bounds[i]; from != nil; {
				page, next, err := f.page(gctx, from, bounds[i+1], size)
				if err != nil {
					return err
				}
				parts[i], from = append(parts[i], page...), next
			}
			return nil
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

// fetcher fetches the entries of one range.
type fetcher struct {
	from   syncer.ReadSyncer
	root   node.Root
	prefix []byte
}

// split divides the rest of a range, of which some entries up to next were
// seen, into parts. Their keys are hashes or addresses, so what the first page
// covers tells how many entries there are; where that is wrong, parts take more
// than one page. It returns the bounds of the parts, the last one nil, and the
// number of entries to ask for.
func (f *fetcher) split(next []byte, seen int) (bounds [][]byte, size uint16) {
	var at [2]byte
	copy(at[:], next[min(len(f.prefix), len(next)):])
	covered := int(at[0])<<8 + int(at[1]) + 1
	rest := seen * (1<<16 - covered) / covered
	left := 256 - int(at[0])
	parts := min(max(rest/firstPage, 1), maxParts, left)
	bounds = append(bounds, next)
	for i := 1; i < parts; i++ {
		bounds = append(bounds, append(bytes.Clone(f.prefix), byte(int(at[0])+i*left/parts)))
	}
	return append(bounds, nil), uint16(min(rest/parts*9/8+64, 2*firstPage))
}

// empty reports whether no key has the prefix. The path to where such keys
// would be tells, and is short. An iteration need not be: oasis-core's goes
// through the whole subtree before the place where its start would be, which
// is all of a contract's storage when nothing comes after the range.
func (f *fetcher) empty(ctx context.Context) (bool, error) {
	what := fmt.Sprintf("range %x of round %d", f.prefix, f.root.Version)
	rsp, err := f.from.SyncGet(ctx, &syncer.GetRequest{
		Tree: syncer.TreeID{Root: f.root, Position: f.root.Hash}, Key: f.prefix, ProofVersion: 1,
	})
	if err != nil {
		return false, unavailable(what, err)
	}
	tree, err := proof.VerifyTree(f.root.Hash, &rsp.Proof)
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

// page fetches up to count entries from a key on until another, or to the end
// of the range. It returns the key to go on from, nil when there is no more.
func (f *fetcher) page(ctx context.Context, from, until []byte, count uint16) (entries []Entry, next []byte, err error) {
	what := fmt.Sprintf("range %x of round %d", f.prefix, f.root.Version)
	rsp, err := f.from.SyncIterate(ctx, &syncer.IterateRequest{
		Tree: syncer.TreeID{Root: f.root, Position: f.root.Hash},
		Key:  from, Prefetch: count, ProofVersion: 1,
	})
	if err != nil {
		return nil, nil, unavailable(what, err)
	}
	tree, err := proof.VerifyTree(f.root.Hash, &rsp.Proof)
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
