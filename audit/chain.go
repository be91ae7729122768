package audit

import (
	"fmt"
	"time"

	"github.com/assent-network/assent/protocol/bundle"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/pins"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/use"
	"github.com/assent-network/assent/tee"
)

// documents are those of a bundle, read but not verified.
type documents struct {
	spec     job.Spec
	receipt  receipt.Signed
	policy   policy.Policy
	version  dataset.Version
	evidence tee.Evidence
	pins     *pins.Pins // Nil when the policy names none.
}

// round is a verified round.
type round struct {
	header    proof.Header
	state     *proof.RuntimeState // Of the anchor.
	sameEpoch bool                // Whether the anchor's committee is the round's.
	height    int64               // Consensus height after which the anchor's state holds.
}

func (v *verifier) decode(data []byte) (string, error) {
	if err := v.root.Validate(); err != nil {
		return "", err
	}
	v.trust = &proof.Root{ChainContext: v.root.ChainContext, Height: int64(v.root.Height),
		Hash: oasis.Hash(v.root.HeaderHash)}
	if err := v.trust.RuntimeID.UnmarshalBinary(v.root.Runtime[:]); err != nil {
		return "", fmt.Errorf("trust root: runtime %s: %w", v.root.Runtime, err)
	}
	if v.root.CometChainID != v.trust.ChainID() {
		return "", fmt.Errorf("trust root: CometBFT chain %q is not that of chain context %s", v.root.CometChainID,
			v.root.ChainContext)
	}
	b, err := bundle.Decode(data)
	if err != nil {
		return "", err
	}
	for _, d := range []struct {
		name  string
		raw   []byte
		parse func([]byte) error
	}{
		{"specification", b.Spec, func(raw []byte) (err error) { v.docs.spec, err = job.Parse(raw); return err }},
		{"parameters", b.Parameters, func([]byte) error { return nil }},
		{"receipt", b.Receipt, func(raw []byte) (err error) { v.docs.receipt, err = receipt.Parse(raw); return err }},
		{"policy", b.Policy, func(raw []byte) (err error) { v.docs.policy, err = policy.Parse(raw); return err }},
		{"dataset version", b.Version, func(raw []byte) error { return canonical.Unmarshal(raw, &v.docs.version) }},
	} {
		if err := canonical.Check(d.raw); err != nil {
			return "", fmt.Errorf("%s: %w", d.name, err)
		}
		if err := d.parse(d.raw); err != nil {
			return "", fmt.Errorf("%s: %w", d.name, err)
		}
	}
	if len(b.Pins) > 0 {
		if v.docs.pins, err = pins.Parse(b.Pins); err != nil {
			return "", err
		}
	}
	v.bundle = b
	if v.snapshot, err = b.Entries(); err != nil {
		return "", err
	}
	r := &v.docs.receipt.Receipt
	f := &v.report.Facts
	s := &v.docs.spec
	f.Job, f.Dataset, f.DatasetVersion, f.PolicyVersion = r.Job, s.Dataset, s.DatasetVersion, s.PolicyVersion
	f.Kind, f.Purpose, f.Release, f.Rho, f.Delta = s.Kind.String(), s.Purpose.String(), s.Release.String(),
		s.Rho.String(), s.Delta.String()
	f.Moment = time.Unix(int64(r.Charge.Moment), 0).UTC()
	f.Researcher, f.Recipient, f.Enclave, f.Measurement, f.LiveSubjects = s.Researcher, s.Recipient.String(), r.Enclave,
		r.Measurement, r.Charge.LiveSubjects
	f.ConsentRound = r.Charge.ConsentRound
	f.Use = use.Charge{
		Job: r.Job, Version: use.Version{Dataset: s.Dataset, Number: s.DatasetVersion},
		SubjectsRoot: r.Charge.SubjectsRoot, LiveSubjects: r.Charge.LiveSubjects,
		ProofKey: use.Point(r.Charge.ProofKey),
	}
	f.Roster = use.Roster{
		Domain: v.root.Domain(v.root.Contracts.Registry.Address), Enroller: v.docs.policy.Means.Enroller,
		Root: v.docs.version.RosterRoot,
	}
	detail := fmt.Sprintf("%s, %d bytes, %d light blocks, %d bytes of consent entries", b.Format, len(data),
		len(b.Blocks), len(b.Snapshot))
	if v.snapshot.Sharing() {
		detail += fmt.Sprintf(", which leave out what other snapshots have: %v", v.snapshot.Bases)
	}
	return detail, nil
}

func (v *verifier) lightBlocks() (string, error) {
	blocks := make([]*proof.LightBlock, len(v.bundle.Blocks))
	for i, raw := range v.bundle.Blocks {
		var err error
		if blocks[i], err = proof.DecodeLightBlock(raw); err != nil {
			return "", err
		}
	}
	chain, err := proof.VerifyChain(v.trust, blocks, proof.Params{TrustingPeriod: v.opts.TrustingPeriod})
	if err != nil {
		return "", err
	}
	v.chain = chain
	first, last := chain[0], chain[len(chain)-1]
	f := &v.report.Facts
	f.Validators, f.Signed = last.Validators()
	f.ConsensusTime, f.RootTime = last.Time(), first.Time()
	if !v.opts.Now.IsZero() {
		f.Age = int64(v.opts.Now.Sub(last.Time()) / time.Second)
	}
	return fmt.Sprintf("%d blocks lead from height %d to %d, over which signatures of %d of %d validators are shown, "+
		"with more than two thirds of the votes", len(
		chain), first.Height(), last.Height(), f.Signed, f.Validators), nil
}

func (v *verifier) rounds() (string, error) {
	used := make([]bool, len(v.chain))
	used[0] = true
	final, err := v.position(&v.bundle.Final.Position, nil, used)
	if err != nil {
		return "", fmt.Errorf("final round: %w", err)
	}
	anchor := &final
	consent, err := v.position(&v.bundle.Consent.Position, anchor, used)
	if err != nil {
		return "", fmt.Errorf("consent round: %w", err)
	}
	if want := v.docs.receipt.Receipt.Charge.ConsentRound; consent.header.Round != want {
		return "", fmt.Errorf("consent round: the bundle leads to round %d, the receipt names %d", consent.header.Round,
			want)
	}
	if final.header.Round <= consent.header.Round {
		return "", fmt.Errorf("final round %d is not after the consent round %d", final.header.Round,
			consent.header.Round)
	}
	if v.bundle.Quoted != nil {
		quoted, err := v.position(v.bundle.Quoted, anchor, used)
		if err != nil {
			return "", fmt.Errorf("quoted round: %w", err)
		}
		v.quoted = &quoted.header
	}
	// The last block has to be of use, and with it all before it are.
	if !used[len(used)-1] {
		return "", fmt.Errorf("the block at height %d proves nothing", v.chain[len(v.chain)-1].Height())
	}
	v.final, v.consented = final, consent
	f := &v.report.Facts
	f.FinalRound, f.FinalHeight, f.ConsentTime = final.header.Round, final.height, consent.header.Time()
	return fmt.Sprintf("round %d is final at height %d, consent is that of round %d, %s", final.header.Round,
		final.height,
		consent.header.Round, consent.header.Time().Format(time.RFC3339)), nil
}

// position verifies where a round's header follows from. A position without an anchor follows from the final round's.
func (v *verifier) position(p *bundle.Position, final *round, used []bool) (round, error) {
	var r round
	if p.Anchor == nil {
		r.state, r.height = final.state, final.height
	} else {
		if uint64(p.Anchor.Block) >= uint64(len(v.chain)) {
			return r, fmt.Errorf("its anchor names light block %d of %d", p.Anchor.Block, len(v.chain))
		}
		block := v.chain[p.Anchor.Block]
		used[p.Anchor.Block] = true
		tree, err := p.Anchor.Proof.Open(block.StateRoot())
		if err != nil {
			return r, fmt.Errorf("consensus state at height %d: %w", block.StateHeight(), err)
		}
		if r.state, err = proof.VerifyRuntimeState(block, tree); err != nil {
			return r, err
		}
		r.height = block.StateHeight()
	}
	older, err := p.Link.Open(&r.state.Last)
	if err != nil {
		return r, err
	}
	r.header, r.sameEpoch = r.state.Last, true
	for i := range older {
		// The committee changes with the round that is no longer its.
		if t := r.header.HeaderType; t == proof.HeaderEpochTransition || t == proof.HeaderSuspended {
			r.sameEpoch = false
		}
		r.header = older[i]
	}
	return r, nil
}

func (v *verifier) committees() (string, error) {
	var details []string
	for _, r := range []struct {
		name  string
		round *round
		of    *bundle.Round
	}{{"final", &v.final, &v.bundle.Final}, {"consent", &v.consented, &v.bundle.Consent}} {
		if !r.round.sameEpoch {
			return "", fmt.Errorf("%s round %d: its committee is not proven, since the anchor is of a later epoch",
				r.name, r.round.header.Round)
		}
		signers, err := proof.VerifyCommitments(v.trust, &r.round.header, r.round.state.Committee,
			r.round.state.AllowedStragglers, r.of.Commitments)
		if err != nil {
			return "", fmt.Errorf("%s round: %w", r.name, err)
		}
		v.report.Facts.Committees = append(v.report.Facts.Committees, Round{
			Round: r.round.header.Round, Workers: signers.Workers, Backups: signers.Backups,
			Signed: signers.SignedWorkers, BackupsSigned: signers.SignedBackups, Needed: signers.NeededWorkers,
		})
		if n := signers.Workers - signers.SignedWorkers; n > 0 {
			v.notShown("the signatures of %d of %d workers over the %s round %d", n, signers.Workers, r.name,
				r.round.header.Round)
		}
		details = append(details, fmt.Sprintf("%s round: %s", r.name, signers))
	}
	return details[0] + "; " + details[1], nil
}
