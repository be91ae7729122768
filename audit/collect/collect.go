// Package collect collects the audit bundle of a finished job from a node, while the node still has what the job rests
// on: nodes prune old rounds.
//
// It promises that every proof in the bundle was verified against the view's trust root when it was recorded. What the
// documents say is not judged here; package audit does that.
package collect

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/protocol/bundle"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/signature"
	"github.com/assent-network/assent/protocol/snapshot"
	"github.com/assent-network/assent/protocol/trustroot"
	"github.com/assent-network/assent/tee"
)

const (
	// linkRounds is how many rounds are linked by their headers before a second anchor, with its light block, is
	// smaller.
	linkRounds = 16
	// commitBlocks is how many consensus blocks back the signatures over a round are looked for.
	commitBlocks = 64
)

// ErrPruned comes when the node no longer has what a bundle needs. Nodes that keep all state, or a bundle recorded
// earlier, are the ways out.
var ErrPruned = errors.New("the node has pruned what the bundle needs")

// Documents are what a bundle has beside proofs.
type Documents struct {
	Spec       job.Spec
	Parameters []byte
	Receipt    receipt.Signed
	Ciphertext []byte                // Empty when it is too large for the chain and is left out.
	Held       []signature.Signature // Of archives, when it is too large for the chain.
	Policy     policy.Policy         // The version that the job names.
	Version    dataset.Version       // The version that the job names.
	Evidence   []byte                // Whose hash is the receipt's quote.
	Collateral []byte                // That the chain judged the quote with when the job was charged.
	Pins       []byte                // That the policy names; empty when it names none.
}

// Record records the bundle of a job. The final round is one in which the receipt is on record; zero means the newest.
func Record(ctx context.Context, v *light.View, contracts trustroot.Contracts, docs Documents,
	final uint64) (*bundle.Bundle, error) {
	r := recorder{view: v, contracts: contracts, docs: docs}
	b, err := r.record(ctx, final)
	if err != nil {
		return nil, fmt.Errorf("recording the audit bundle of job %s: %w", docs.Receipt.Job, blame(err))
	}
	return b, nil
}

// blame names the node for what it answered and a check refused, wherever the check was made: the recorder has nothing
// but the node's answers.
func blame(err error) error {
	if proof.FailedCheck(err) == "" || errors.Is(err, light.ErrForged) || errors.Is(err, light.ErrUnavailable) {
		return err
	}
	return fmt.Errorf("%w: %w", light.ErrForged, err)
}

type recorder struct {
	view      *light.View
	contracts trustroot.Contracts
	docs      Documents
}

// placed is a round with the height at which it became final, if that is known, and the runtime's record then.
type placed struct {
	header *proof.Header
	height int64
	state  *proof.RuntimeState
	proof  proof.Entries
}

func (r *recorder) record(ctx context.Context, final uint64) (*bundle.Bundle, error) {
	b, err := r.documents()
	if err != nil {
		return nil, err
	}
	if final == 0 {
		head, err := r.view.Latest()
		if err != nil {
			return nil, err
		}
		final = head.Runtime.LastNormalRound
	}
	last, err := r.place(ctx, final)
	if err != nil {
		return nil, fmt.Errorf("final round %d: %w", final, err)
	}
	if last.proof == nil {
		return nil, fmt.Errorf("final round %d: %w", final, ErrPruned)
	}
	consent, err := r.place(ctx, r.docs.Receipt.Charge.ConsentRound)
	if err != nil {
		return nil, fmt.Errorf("consent round: %w", err)
	}
	evidence, err := tee.ParseEvidence(r.docs.Evidence)
	if err != nil {
		return nil, err
	}
	// The quote's block is a bonus: workers run for long, nodes prune.
	quoted, err := r.place(ctx, evidence.Round)
	if err != nil && !errors.Is(err, light.ErrUnavailable) && !errors.Is(err, light.ErrTooFar) &&
		!errors.Is(err, light.ErrNotYet) {
		return nil, fmt.Errorf("quoted round %d: %w", evidence.Round, err)
	}

	positions := []*position{{placed: quoted}, {placed: consent, committee: true}, {placed: last, committee: true}}
	for _, p := range positions {
		if err := r.locate(ctx, p, last); err != nil {
			return nil, err
		}
	}
	if positions[1].position == nil {
		return nil, fmt.Errorf("consent round %d: %w", consent.header.Round, ErrPruned)
	}
	if b.Blocks, err = r.blocks(ctx, positions); err != nil {
		return nil, err
	}
	b.Quoted, b.Consent.Position, b.Final.Position = positions[0].position, *positions[1].position,
		*positions[2].position
	if b.Final.Commitments, err = r.commitments(ctx, last, last.state); err != nil {
		return nil, err
	}
	committee := last.state
	if b.Consent.Position.Anchor != nil {
		committee = consent.state
	}
	if b.Consent.Commitments, err = r.commitments(ctx, consent, committee); err != nil {
		return nil, err
	}
	return b, r.state(ctx, b, consent.header, last.header)
}

func (r *recorder) documents() (*bundle.Bundle, error) {
	b := &bundle.Bundle{
		Format: bundle.Format, Parameters: r.docs.Parameters, Ciphertext: r.docs.Ciphertext,
		Evidence: r.docs.Evidence, Collateral: r.docs.Collateral, Pins: append([]byte{}, r.docs.Pins...),
		Held: make([][]byte, len(r.docs.Held)),
	}
	if b.Ciphertext == nil {
		b.Ciphertext = []byte{}
	}
	for i, s := range r.docs.Held {
		b.Held[i] = s[:]
	}
	for _, d := range []struct {
		dst *[]byte
		v   any
	}{{&b.Spec, r.docs.Spec}, {&b.Receipt, r.docs.Receipt}, {&b.Version, r.docs.Version}} {
		var err error
		if *d.dst, err = canonical.Marshal(d.v); err != nil {
			return nil, err
		}
	}
	var err error
	b.Policy, err = r.docs.Policy.Marshal()
	return b, err
}

// place finds out where a round became final.
func (r *recorder) place(ctx context.Context, round uint64) (*placed, error) {
	header, err := r.view.Header(ctx, round)
	if err != nil {
		return nil, err
	}
	head, err := r.view.Latest()
	if err != nil {
		return nil, err
	}
	p := &placed{header: header}
	// The first height whose record has the round or a later one.
	low, high := r.view.Root().Height, head.Height
	if head.Runtime.LastNormalRound == round {
		low, high = head.Runtime.LastNormalHeight, head.Runtime.LastNormalHeight
	}
	for low < high {
		middle := low + (high-low)/2
		rs, _, err := r.view.RuntimeStateAt(ctx, middle)
		switch {
		case errors.Is(err, light.ErrUnavailable): // Pruned, so it is later.
			low = middle + 1
		case err != nil:
			return nil, err
		case rs.Last.Round >= round:
			high = middle
		default:
			low = middle + 1
		}
	}
	rs, entries, err := r.view.RuntimeStateAt(ctx, low)
	switch {
	case errors.Is(err, light.ErrUnavailable):
		return p, nil
	case err != nil:
		return nil, err
	case rs.Last.Round == round:
		p.height, p.state, p.proof = low, rs, entries
	}
	return p, nil
}

// position is where a round will be found in the bundle.
type position struct {
	placed   *placed
	position *bundle.Position // Nil where it cannot be proven.
	// committee says that the round's committee has to be proven as well.
	committee bool
}

// locate decides how a round is led to: by headers from the final round when that is close, by an anchor of its own
// otherwise.
func (r *recorder) locate(ctx context.Context, p *position, final *placed) error {
	if p.placed == nil || p.placed.header.Round > final.header.Round {
		return nil
	}
	own := &bundle.Position{Anchor: &bundle.Anchor{Proof: p.placed.proof}, Link: bundle.NewLink(nil)}
	provable := p.placed.proof != nil
	if p.placed == final || provable && final.header.Round-p.placed.header.Round > linkRounds {
		p.position = own
		return nil
	}
	var older []proof.Header
	sameEpoch := true
	for child := final.header; child.Round > p.placed.header.Round; {
		if t := child.HeaderType; t == proof.HeaderEpochTransition || t == proof.HeaderSuspended {
			sameEpoch = false
		}
		h, err := r.view.Header(ctx, child.Round-1)
		if err != nil {
			return err
		}
		older = append(older, *h)
		child = h
	}
	switch {
	case sameEpoch || !p.committee:
		p.position = &bundle.Position{Link: bundle.NewLink(older)}
	case provable:
		p.position = own
	}
	return nil
}

// blocks collects the light blocks for the anchors and numbers the anchors.
func (r *recorder) blocks(ctx context.Context, positions []*position) ([][]byte, error) {
	var heights []int64
	for _, p := range positions {
		if p.position != nil && p.position.Anchor != nil {
			heights = append(heights, p.placed.height+1)
		}
	}
	slices.Sort(heights)
	path, err := r.view.Path(ctx, slices.Compact(heights)...)
	if err != nil {
		return nil, err
	}
	root := r.view.Root()
	chain, err := proof.VerifyChain(&root, path, proof.Params{})
	if err != nil {
		return nil, err
	}
	blocks := make([][]byte, len(path))
	for i, b := range path {
		blocks[i] = b.Encode()
	}
	for _, p := range positions {
		if p.position == nil || p.position.Anchor == nil {
			continue
		}
		a := p.position.Anchor
		a.Block = uint32(slices.IndexFunc(path,
			func(b *proof.LightBlock) bool { return b.Height() == p.placed.height+1 }))
		if _, err := a.Proof.Open(chain[a.Block].StateRoot()); err != nil {
			return nil, fmt.Errorf("runtime record after block %d: %w", p.placed.height, err)
		}
	}
	return blocks, nil
}

// commitments collects the signatures over a round, in the order of bundles. They are in the block that made it final
// and in those before it.
func (r *recorder) commitments(ctx context.Context, p *placed, of *proof.RuntimeState) ([]proof.Commitment, error) {
	found, err := r.signatures(ctx, p, of)
	slices.SortFunc(found, bundle.CompareNodes)
	return found, err
}

// errNoSignatures says that no block which the node shows has signatures over a round that headers show to be final.
var errNoSignatures = errors.New("none found")

// signatures collects them in the order in which they are found.
func (r *recorder) signatures(ctx context.Context, p *placed, of *proof.RuntimeState) ([]proof.Commitment, error) {
	if p.height == 0 {
		return nil, fmt.Errorf("signatures over round %d: %w", p.header.Round, ErrPruned)
	}
	root := r.view.Root()
	var (
		found    = []proof.Commitment{}
		notFinal = errNoSignatures
	)
	for at := p.height; at > max(0, p.height-commitBlocks); at-- {
		here, err := r.view.Commitments(ctx, at, p.header)
		if err != nil {
			return nil, err
		}
		if len(here) == 0 && notFinal == nil {
			return found, nil // There are enough, and no more further back.
		}
		for _, c := range here {
			if !slices.ContainsFunc(found, func(f proof.Commitment) bool { return f.Node == c.Node }) {
				found = append(found, c)
			}
		}
		_, notFinal = proof.VerifyCommitments(&root, p.header, of.Committee, of.AllowedStragglers, found)
	}
	if notFinal != nil { // headers show that the round is final, so the node has left signatures out or changed them
		return nil, fmt.Errorf("signatures over round %d: %w: %w", p.header.Round, light.ErrForged, notFinal)
	}
	return found, nil
}

// state collects the state of both rounds, and the whole consent range.
func (r *recorder) state(ctx context.Context, b *bundle.Bundle, at, final *proof.Header) error {
	facts := &bundle.Facts{Receipt: r.docs.Receipt.Receipt, Spec: r.docs.Spec}
	registry := layout.Address(r.contracts.Registry.Address)
	slot := layout.DatasetLedger.Slot(layout.DatasetSlot(layout.Word(facts.Spec.Dataset)))
	ledgerKey := layout.StorageKey(registry, slot)
	_, tree, err := r.view.Show(ctx, at, [][]byte{ledgerKey}, nil)
	if err != nil {
		return err
	}
	raw, err := tree.MustHave(ledgerKey)
	if err != nil {
		return fmt.Errorf("dataset %s has no consent ledger in round %d: %w", facts.Spec.Dataset, at.Round, err)
	}
	ledger, err := ledgerIn(raw)
	if err != nil {
		return fmt.Errorf("consent ledger of dataset %s in round %d: %w", facts.Spec.Dataset, at.Round, err)
	}
	prefixes := bundle.ConsentPrefixes(ledger)
	if b.Consent.State, tree, err = r.view.Show(ctx, at, bundle.ConsentKeys(&r.contracts, facts),
		prefixes); err != nil {
		return err
	}
	state, err := r.consent(ctx, at, prefixes)
	if err != nil {
		return err
	}
	for _, rng := range bundle.Ranges(ledger, state.Items()) {
		if err := tree.VerifyRange(rng); err != nil {
			return err
		}
	}
	b.Snapshot = snapshot.Whole(state.Items()).Encode()
	b.Final.State, _, err = r.view.Show(ctx, final, bundle.FinalKeys(&r.contracts, facts), nil)
	return err
}

// ledgerIn reads the address of a dataset's ledger from the word that has it.
func ledgerIn(raw []byte) (common.Address, error) {
	if len(raw) != len(layout.Word{}) {
		return common.Address{}, fmt.Errorf("its word has %d bytes, want %d", len(raw), len(layout.Word{}))
	}
	return common.Address(layout.DatasetLedger.Address(layout.Word(raw))), nil
}

// consent reads the ledger whose two ranges of the state have the prefixes.
func (r *recorder) consent(ctx context.Context, at *proof.Header, prefixes [][]byte) (*consent.State, error) {
	var ranges [2]iter.Seq2[common.Hash, common.Hash]
	for i := range ranges {
		entries, err := r.view.Range(ctx, at, prefixes[i])
		if err != nil {
			return nil, err
		}
		ranges[i] = consent.Slots(entries)
	}
	return consent.Read(ranges[0], ranges[1])
}
