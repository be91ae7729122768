package light

import (
	"context"
	"errors"
	"fmt"

	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/fromnode"
)

// Evidence: what a view hands to those who record proofs for others to verify.

// Path returns light blocks that lead from the trust root to blocks at the given heights, which have to be ascending,
// each trimmed to the signatures that prove it. It goes along the milestones of the view where one step would be too
// long, so it works when the node has pruned what lies between.
func (v *View) Path(ctx context.Context, heights ...int64) ([]*proof.LightBlock, error) {
	v.mu.Lock()
	milestones := v.chain
	v.mu.Unlock()
	at := milestones[0]
	path := []*proof.LightBlock{at.LightBlock().Trim(nil)}
	step := func(next *proof.VerifiedBlock) {
		path = append(path, next.LightBlock().Trim(at.LightBlock()))
		at = next
	}
	for _, height := range heights {
		switch {
		case height == at.Height():
			continue
		case height < at.Height():
			return nil, fmt.Errorf("light: internal error: path to height %d after %d", height, at.Height())
		}
		target, err := v.lightBlockAt(ctx, milestones, height)
		if err != nil {
			return nil, err
		}
		for pending := []*proof.LightBlock{target}; len(pending) > 0; {
			b := pending[len(pending)-1]
			next, err := at.VerifyNext(b, proof.Params{TrustingPeriod: v.cfg.TrustingPeriod})
			switch {
			case err == nil:
				step(next)
				pending = pending[:len(pending)-1]
			case (errors.Is(err, proof.ErrUntrustedValidators) || errors.Is(err, proof.ErrExpired)) &&
				b.Height() > at.Height()+1:
				between, err := v.between(ctx, milestones, at.Height(), b.Height())
				if err != nil {
					return nil, err
				}
				pending = append(pending, between)
			default:
				return nil, forged(fmt.Sprintf("light block %d", b.Height()), err)
			}
		}
	}
	return path, nil
}

// between returns a block to step on between two heights: the last milestone there is, or else the one in the middle.
func (v *View) between(ctx context.Context, milestones []*proof.VerifiedBlock, low,
	high int64) (*proof.LightBlock, error) {
	for i := len(milestones) - 1; i >= 0; i-- {
		if h := milestones[i].Height(); low < h && h < high {
			return milestones[i].LightBlock(), nil
		}
	}
	return fetchLightBlock(ctx, v.cfg.Node, low+(high-low)/2)
}

func (v *View) lightBlockAt(ctx context.Context, milestones []*proof.VerifiedBlock,
	height int64) (*proof.LightBlock, error) {
	for _, m := range milestones {
		if m.Height() == height {
			return m.LightBlock(), nil
		}
	}
	return fetchLightBlock(ctx, v.cfg.Node, height)
}

// RuntimeStateAt returns the runtime's record after the consensus block at a height, with the proof of it against the
// app hash of the next block. The node's word for that app hash is taken: who records the proof has to lead to the
// block with Path.
func (v *View) RuntimeStateAt(ctx context.Context, height int64) (*proof.RuntimeState, proof.Entries, error) {
	next, err := fetchLightBlock(ctx, v.cfg.Node, height+1)
	if err != nil {
		return nil, nil, err
	}
	rs, tree, err := fetchRuntimeState(ctx, v.cfg.Node, &v.cfg.Root, height, next.UnverifiedStateRoot())
	if err != nil {
		return nil, nil, err
	}
	p, err := tree.Prove([][]byte{proof.RuntimeStateKey(v.cfg.Root.RuntimeID)}, nil)
	if err != nil {
		return nil, nil, err
	}
	return rs, p, nil
}

// Commitments returns the signatures over a round that are in the consensus block at a height. VerifyCommitments of
// package proof checks them.
func (v *View) Commitments(ctx context.Context, height int64, h *proof.Header) ([]proof.Commitment, error) {
	txs, err := v.cfg.Node.Transactions(ctx, height)
	if err != nil {
		return nil, unavailable(fmt.Sprintf("transactions of block %d", height), err)
	}
	var out []proof.Commitment
	for _, tx := range txs {
		out = append(out, proof.CommitmentsIn(tx, h)...)
	}
	return out, nil
}

// Show returns a proof of the runtime's state after a verified round that shows the keys and leads to the ranges of the
// prefixes, and the tree that it opens.
func (v *View) Show(ctx context.Context, h *proof.Header, keys, prefixes [][]byte) (proof.Entries, *proof.Tree, error) {
	var shown *proof.Tree
	root := fromnode.StorageRoot(h)
	for _, key := range append(append([][]byte{}, keys...), prefixes...) {
		one, err := showKey(ctx, v.cfg.Node, root, key)
		if err != nil {
			return nil, nil, err
		}
		if shown == nil {
			shown = one
		} else if shown, err = shown.Merge(one); err != nil {
			return nil, nil, err
		}
	}
	if shown == nil {
		return nil, nil, errors.New("light: internal error: nothing to show")
	}
	p, err := shown.Prove(keys, prefixes)
	if err != nil {
		return nil, nil, forged(fmt.Sprintf("state of round %d", h.Round), err)
	}
	return p, shown, nil
}

func showKey(ctx context.Context, n Node, root node.Root, key []byte) (*proof.Tree, error) {
	what := fmt.Sprintf("key %x of round %d", key, root.Version)
	rsp, err := n.RuntimeState().SyncGet(ctx, &syncer.GetRequest{
		Tree: syncer.TreeID{Root: root, Position: root.Hash}, Key: key, ProofVersion: 1,
	})
	if err != nil {
		return nil, unavailable(what, err)
	}
	tree, err := fromnode.VerifyTree(root.Hash, &rsp.Proof)
	if err != nil {
		return nil, forged(what, err)
	}
	return tree, nil
}
