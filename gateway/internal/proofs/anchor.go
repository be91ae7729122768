package proofs

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	mkvsNode "github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/chain/node"
	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/fromnode"
)

// Anchor leads from the consensus layer to a runtime round: a light block whose app hash is the root of the consensus
// state after the block before it, a proof in that state of the runtime's record, and the headers from the round in
// that record back to the one that is meant.
type Anchor struct {
	// ConsensusHeight is the height after which the record is as proven.
	ConsensusHeight hexutil.Uint64 `json:"consensusHeight"`
	// LightBlock is that of the next height, for proof.DecodeLightBlock.
	LightBlock hexutil.Bytes `json:"lightBlock"`
	// ConsensusProof shows the runtime's record, for proof.Entries.Open and proof.VerifyRuntimeState.
	ConsensusProof []hexutil.Bytes `json:"consensusProof"`
	// Newer are the headers after the round, the proven one first, without the round's own. There are none when the
	// record names the round itself.
	Newer []hexutil.Bytes `json:"newer"`
}

// record is the runtime's record after a consensus block.
type record struct {
	height int64
	block  *proof.LightBlock // of the next height
	tree   *proof.Tree
	state  *proof.RuntimeState
}

// recordAt reads the runtime's record after a consensus block that has a successor.
func (a *Assent) recordAt(ctx context.Context, height int64) (*record, error) {
	next, err := a.lightBlock(ctx, height+1)
	if err != nil {
		return nil, fmt.Errorf("fetching light block %d: %w", height+1, err)
	}
	root := mkvsNode.Root{Version: uint64(height), Type: mkvsNode.RootTypeState,
		Hash: hash.Hash(next.UnverifiedStateRoot())}
	tree, err := show(ctx, a.cfg.Node.ConsensusState(), root, proof.RuntimeStateKey(oasis.Namespace(a.cfg.RuntimeID)))
	if err != nil {
		return nil, fmt.Errorf("fetching the runtime's record after block %d: %w", height, err)
	}
	state, err := proof.ReadRuntimeState(tree, oasis.Namespace(a.cfg.RuntimeID))
	if err != nil {
		return nil, err
	}
	return &record{height: height, block: next, tree: tree, state: state}, nil
}

// anchor finds the consensus block that made a round final.
func (a *Assent) anchor(ctx context.Context, round uint64) (*Anchor, error) {
	top, err := a.awaitRound(ctx, round)
	if err != nil {
		return nil, err
	}
	r, err := a.search(ctx, round, top)
	if err != nil {
		return nil, err
	}
	entries, err := prove(r.tree, [][]byte{proof.RuntimeStateKey(oasis.Namespace(a.cfg.RuntimeID))})
	if err != nil {
		return nil, err
	}
	out := &Anchor{
		ConsensusHeight: hexutil.Uint64(r.height), LightBlock: r.block.Encode(), ConsensusProof: entries,
		Newer: []hexutil.Bytes{},
	}
	for n := r.state.Last.Round; n > round; n-- {
		raw, err := a.cfg.Node.Header(ctx, n)
		if err != nil {
			return nil, fmt.Errorf("fetching the header of round %d: %w", n, err)
		}
		out.Newer = append(out.Newer, raw)
	}
	return out, nil
}

// awaitRound returns the newest record, once it has reached a round and the block after it is there.
func (a *Assent) awaitRound(ctx context.Context, round uint64) (*record, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	heights, err := a.cfg.Node.Heights(ctx)
	if err != nil {
		return nil, err
	}
	for {
		latest, err := a.cfg.Node.LatestHeight(ctx)
		if err != nil {
			return nil, err
		}
		if latest > 1 {
			r, err := a.recordAt(ctx, latest-1)
			if err != nil || r.state.Last.Round >= round {
				return r, err
			}
		}
		select {
		case _, ok := <-heights:
			if !ok && ctx.Err() == nil {
				return nil, node.ErrUnreachable
			}
		case <-ctx.Done():
		}
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("waiting for consensus to reach round %d: %w", round, err)
		}
	}
}

// search finds the record that was the first to have reached a round. Rounds go up with heights; what the node has
// pruned counts as too low.
func (a *Assent) search(ctx context.Context, round uint64, best *record) (*record, error) {
	for low := int64(1); ; {
		// A record says since when it has been so.
		if since := best.state.LastHeight; since < best.height {
			r, err := a.recordAt(ctx, since)
			switch {
			case err == nil && r.state.Last.Round >= round:
				best = r
			case err != nil && transient(err):
				return nil, err
			}
		}
		if best.state.Last.Round == round {
			return best, nil
		}
		older, err := a.bisect(ctx, round, &low, best.height)
		if err != nil {
			return nil, err
		}
		if older == nil {
			break
		}
		best = older
	}
	if best.state.Last.Round-round > maxNewer {
		return nil, errUnanchored
	}
	return best, nil
}

// bisect returns any record from low up to, but without, high that has reached a round. It raises low over those that
// have not.
func (a *Assent) bisect(ctx context.Context, round uint64, low *int64, high int64) (*record, error) {
	for *low < high {
		middle := *low + (high-*low)/2
		r, err := a.recordAt(ctx, middle)
		switch {
		case err != nil && transient(err):
			return nil, err
		case err != nil, r.state.Last.Round < round:
			*low = middle + 1
		default:
			return r, nil
		}
	}
	return nil, nil
}

// transient is true of errors that say nothing about a height.
func transient(err error) bool {
	err = node.Wrap(err)
	return errors.Is(err, node.ErrUnreachable) || errors.Is(err, context.Canceled) ||
		errors.Is(err, context.DeadlineExceeded)
}

// show fetches a proof of a key and checks it against the root.
func show(ctx context.Context, rs syncer.ReadSyncer, root mkvsNode.Root, key []byte) (*proof.Tree, error) {
	rsp, err := rs.SyncGet(ctx, &syncer.GetRequest{
		Tree: syncer.TreeID{Root: root, Position: root.Hash}, Key: key, ProofVersion: 1,
	})
	if err != nil {
		return nil, err
	}
	return fromnode.VerifyTree(root.Hash, &rsp.Proof)
}

// showAll is show for several keys.
func showAll(ctx context.Context, rs syncer.ReadSyncer, root mkvsNode.Root, keys [][]byte) (*proof.Tree, error) {
	var all *proof.Tree
	for _, key := range keys {
		one, err := show(ctx, rs, root, key)
		if err != nil {
			return nil, err
		}
		if all == nil {
			all = one
		} else if all, err = all.Merge(one); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// prove returns the entries of the smallest proof of keys that a tree shows.
func prove(tree *proof.Tree, keys [][]byte) ([]hexutil.Bytes, error) {
	p, err := tree.Prove(keys, nil)
	if err != nil {
		return nil, err
	}
	return entries(p), nil
}

func entries(p proof.Entries) []hexutil.Bytes {
	out := make([]hexutil.Bytes, len(p))
	for i, e := range p {
		out[i] = append(hexutil.Bytes{}, e...)
	}
	return out
}
