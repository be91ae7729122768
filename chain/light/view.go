package light

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"time"

	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/fromnode"
)

// Defaults of Config.
const (
	// DefaultMaxClockDrift is how far consensus time may be ahead of ours.
	DefaultMaxClockDrift = 10 * time.Second
	// DefaultMaxAge is how old the newest verified block may be.
	DefaultMaxAge = time.Minute
	// saveInterval is how often trust state is stored at most. What a crash loses is less than MaxAge allows a node to
	// hold back.
	saveInterval = 2 * time.Second
)

// Config describes a view.
type Config struct {
	// Root is what is trusted to begin with.
	Root proof.Root
	// Node is the node to ask.
	Node Node
	// Witnesses are other nodes, asked for the same blocks to find forks. They may be missing or down.
	Witnesses []Node
	// Store keeps what was verified; nil keeps it in memory only.
	Store Store
	// Now is the clock. Nil means time.Now.
	Now func() time.Time
	// TrustingPeriod bounds the steps between light blocks; zero means proof.DefaultTrustingPeriod.
	TrustingPeriod time.Duration
	// MaxClockDrift is how far a block may be ahead of the clock; zero means DefaultMaxClockDrift.
	MaxClockDrift time.Duration
	// MaxAge is how far the newest block may be behind the clock; zero means DefaultMaxAge.
	MaxAge time.Duration
	// Logger gets what goes wrong in Follow; nil discards it.
	Logger *slog.Logger
}

// View is a verified view of the chain. It is safe for concurrent use.
type View struct {
	cfg Config

	updating sync.Mutex // Held by Update.

	mu       sync.Mutex
	chain    []*proof.VerifiedBlock // Root, milestones, newest.
	head     *Head
	changed  chan struct{} // Closed and replaced when head changes.
	headers  headerCache
	saved    time.Time
	conflict error         // Set once a fork was seen: the end of this view.
	told     chan struct{} // Closed and replaced when the node tells of a round.
}

// Open verifies the trust root, or what was stored since, and then the node's latest block. It fails with ErrBehind
// when the node does not have the newest block that was verified before.
func Open(ctx context.Context, cfg Config) (*View, error) {
	if err := cfg.Root.Validate(); err != nil {
		return nil, err
	}
	if cfg.Node == nil {
		return nil, errors.New("light: internal error: no node given")
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.MaxClockDrift == 0 {
		cfg.MaxClockDrift = DefaultMaxClockDrift
	}
	if cfg.MaxAge == 0 {
		cfg.MaxAge = DefaultMaxAge
	}
	if cfg.TrustingPeriod == 0 {
		cfg.TrustingPeriod = proof.DefaultTrustingPeriod
	}
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.DiscardHandler)
	}
	v := &View{cfg: cfg, changed: make(chan struct{}), told: make(chan struct{})}
	if cfg.Store != nil {
		var err error
		if v.chain, err = loadTrust(cfg.Store, &v.cfg.Root,
			proof.Params{TrustingPeriod: cfg.TrustingPeriod}); err != nil {
			return nil, err
		}
	}
	if v.chain == nil {
		first, err := fetchLightBlock(ctx, cfg.Node, cfg.Root.Height)
		if err != nil {
			return nil, fmt.Errorf("the trust root's block: %w", err)
		}
		verified, err := proof.VerifyRoot(&v.cfg.Root, first)
		if err != nil {
			return nil, forged("the trust root's block", err)
		}
		v.chain = []*proof.VerifiedBlock{verified}
	} else if err := v.sameChain(ctx); err != nil {
		return nil, err
	}
	if _, err := v.Update(ctx); err != nil {
		return nil, err
	}
	return v, nil
}

// sameChain checks that the node has the newest block that was verified before.
func (v *View) sameChain(ctx context.Context) error {
	newest := v.chain[len(v.chain)-1]
	latest, err := v.cfg.Node.LatestHeight(ctx)
	if err != nil {
		return unavailable("latest height", err)
	}
	if latest < newest.Height() {
		return fmt.Errorf("node is at height %d, height %d was verified before: %w", latest, newest.Height(), ErrBehind)
	}
	b, err := fetchLightBlock(ctx, v.cfg.Node, newest.Height())
	if errors.Is(err, ErrUnavailable) {
		return nil // Pruned; the blocks after it have to verify anyway.
	}
	if err != nil {
		return err
	}
	return v.compare(newest.LightBlock(), b)
}

// compare fails when theirs is another block of the same height: with a *ForkError if the validators signed it as well,
// with ErrForged otherwise.
func (v *View) compare(ours, theirs *proof.LightBlock) error {
	same, err := proof.SameBlock(ours, theirs)
	if same || err == nil {
		return nil
	}
	for i := len(v.chain) - 1; i >= 0; i-- {
		if v.chain[i].Height() >= theirs.Height() {
			continue
		}
		if _, verr := v.chain[i].VerifyNext(theirs, v.params()); verr == nil {
			return &ForkError{Height: ours.Height(), Ours: ours.Encode(), Theirs: theirs.Encode()}
		}
		break
	}
	return forged(fmt.Sprintf("light block %d", ours.Height()), err)
}

func (v *View) params() proof.Params {
	return proof.Params{TrustingPeriod: v.cfg.TrustingPeriod, Now: v.cfg.Now(), MaxClockDrift: v.cfg.MaxClockDrift}
}

// Update takes the view to the node's latest block and returns the head: the state that its header commits to, which is
// the one before that block.
func (v *View) Update(ctx context.Context) (Head, error) {
	height, err := v.cfg.Node.LatestHeight(ctx)
	if err != nil {
		return Head{}, unavailable("latest height", err)
	}
	return v.updateTo(ctx, height)
}

func (v *View) updateTo(ctx context.Context, height int64) (Head, error) {
	v.updating.Lock()
	defer v.updating.Unlock()
	v.mu.Lock()
	conflict, head := v.conflict, v.head
	newest := v.chain[len(v.chain)-1]
	v.mu.Unlock()
	switch {
	case conflict != nil:
		return Head{}, conflict
	case height < newest.Height():
		return Head{}, fmt.Errorf("node is at height %d, height %d was verified before: %w", height, newest.Height(),
			ErrBehind)
	case height == newest.Height() && head != nil:
		return *head, nil
	}
	steps := []*proof.VerifiedBlock{newest}
	if height > newest.Height() {
		var err error
		if steps, err = v.advance(ctx, newest, height); err != nil {
			return Head{}, err
		}
	}
	next, err := v.prove(ctx, steps[len(steps)-1], head)
	if err == nil {
		err = v.crossCheck(ctx, steps[len(steps)-1])
	}
	var fork *ForkError
	if errors.As(err, &fork) {
		v.mu.Lock()
		v.conflict = err
		v.mu.Unlock()
	}
	if err != nil {
		return Head{}, err
	}
	return *next, v.publish(steps, next)
}

// advance verifies the block at a height, by blocks in between where too few validators stayed. It returns the blocks
// after the trusted one, with it when it is the target itself.
func (v *View) advance(ctx context.Context, trusted *proof.VerifiedBlock,
	height int64) ([]*proof.VerifiedBlock, error) {
	target, err := fetchLightBlock(ctx, v.cfg.Node, height)
	if err != nil {
		return nil, err
	}
	var (
		verified []*proof.VerifiedBlock
		pending  = []*proof.LightBlock{target}
	)
	for len(pending) > 0 {
		b := pending[len(pending)-1]
		next, err := trusted.VerifyNext(b, v.params())
		switch {
		case err == nil:
			verified, trusted, pending = append(verified, next), next, pending[:len(pending)-1]
		case errors.Is(err, proof.ErrUntrustedValidators) && b.Height() > trusted.Height()+1:
			middle, err := fetchLightBlock(ctx, v.cfg.Node, trusted.Height()+(b.Height()-trusted.Height())/2)
			if err != nil {
				return nil, err
			}
			pending = append(pending, middle)
		case b.Time().After(v.cfg.Now().Add(v.cfg.MaxClockDrift)):
			return nil, fmt.Errorf("light block %d is of %s, %w", b.Height(), b.Time().Format(time.RFC3339), ErrFuture)
		case errors.Is(err, proof.ErrExpired):
			return nil, fmt.Errorf("light block %d: %w", b.Height(), err)
		default:
			return nil, forged(fmt.Sprintf("light block %d", b.Height()), err)
		}
	}
	return verified, nil
}

// prove reads the runtime's record in the state that a verified block's header commits to. What the block's own
// transactions say of the state is not believed: the block's proposer chooses them, and two thirds sign it with
// transactions in it that every node throws out.
func (v *View) prove(ctx context.Context, block *proof.VerifiedBlock, before *Head) (*Head, error) {
	height := block.StateHeight()
	if height < 1 {
		return nil, unavailable("the state before block 1",
			errors.New("wait for block 2, whose header states the state after block 1"))
	}
	rs, _, err := fetchRuntimeState(ctx, v.cfg.Node, &v.cfg.Root, height, block.StateRoot())
	if err != nil {
		return nil, err
	}
	next := &Head{Height: height, Time: block.Time(), Runtime: rs}
	if before != nil && (next.Round() < before.Round() || next.Round() == before.Round() &&
		rs.Last != before.Runtime.Last) {
		return nil, forged(fmt.Sprintf("runtime record after block %d", height),
			fmt.Errorf("round %d follows round %d", next.Round(), before.Round()))
	}
	return next, nil
}

// fetchRuntimeState reads the runtime's record from the consensus state after a height, whose root is verified.
func fetchRuntimeState(ctx context.Context, n Node, root *proof.Root, height int64,
	stateRoot oasis.Hash) (*proof.RuntimeState, *proof.Tree, error) {
	what := fmt.Sprintf("runtime record after block %d", height)
	at := node.Root{Version: uint64(height), Type: node.RootTypeState, Hash: hash.Hash(stateRoot)}
	rsp, err := n.ConsensusState().SyncGet(ctx, &syncer.GetRequest{
		Tree:         syncer.TreeID{Root: at, Position: at.Hash},
		Key:          proof.RuntimeStateKey(root.RuntimeID),
		ProofVersion: 1,
	})
	if err != nil {
		return nil, nil, unavailable(what, err)
	}
	tree, err := fromnode.VerifyTree(at.Hash, &rsp.Proof)
	if err != nil {
		return nil, nil, forged(what, err)
	}
	rs, err := proof.ReadRuntimeState(tree, root.RuntimeID)
	if err != nil {
		return nil, nil, forged(what, err)
	}
	return rs, tree, nil
}

// crossCheck asks the witnesses for the block that was just verified.
func (v *View) crossCheck(ctx context.Context, block *proof.VerifiedBlock) error {
	for i, w := range v.cfg.Witnesses {
		b, err := fetchLightBlock(ctx, w, block.Height())
		if err != nil {
			v.cfg.Logger.DebugContext(ctx, "Witness does not answer", slog.Int("witness", i), slog.Any("error", err))
			continue
		}
		err = v.compare(block.LightBlock(), b)
		var fork *ForkError
		switch {
		case errors.As(err, &fork):
			return err
		case err != nil:
			v.cfg.Logger.WarnContext(ctx, "Witness sent a forged block", slog.Int("witness", i), slog.Any("error", err))
		}
	}
	return nil
}

// publish makes a head the newest, and stores what it rests on.
func (v *View) publish(steps []*proof.VerifiedBlock, head *Head) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.chain = extend(v.chain, steps, v.cfg.TrustingPeriod/4)
	v.head = head
	v.headers.add(&head.Runtime.Last)
	close(v.changed)
	v.changed = make(chan struct{})
	if now := v.cfg.Now(); v.cfg.Store != nil && (v.saved.IsZero() || now.Sub(v.saved) >= saveInterval) {
		v.saved = now
		return saveTrust(v.cfg.Store, &v.cfg.Root, v.chain)
	}
	return nil
}

// extend puts newer blocks behind a chain. The old newest block stays only where it is needed: as the trust root, as a
// step to other validators, or when the one before it is getting old.
func extend(chain, steps []*proof.VerifiedBlock, spacing time.Duration) []*proof.VerifiedBlock {
	last := len(chain) - 1
	if last > 0 && len(steps) == 1 && steps[0] != chain[last] {
		before := chain[last-1]
		near := steps[0].Time().Sub(before.Time()) < spacing
		if _, err := before.VerifyNext(steps[0].LightBlock(), proof.Params{}); err == nil && near {
			chain = slices.Clone(chain[:last]) // Others may be reading the old one.
		}
	}
	for _, s := range steps {
		if s != chain[len(chain)-1] {
			chain = append(chain, s)
		}
	}
	return chain
}

// Close stores what was verified last. Follow has to have ended.
func (v *View) Close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.cfg.Store == nil {
		return nil
	}
	return saveTrust(v.cfg.Store, &v.cfg.Root, v.chain)
}

// Root returns the trust root of the view.
func (v *View) Root() proof.Root { return v.cfg.Root }

// Latest returns the newest verified head, and ErrStale with it when that is older than MaxAge by our clock, or
// ErrFuture when our clock was set back behind it: then it would look fresh for as long as that lasts.
func (v *View) Latest() (Head, error) {
	v.mu.Lock()
	head, conflict := *v.head, v.conflict
	v.mu.Unlock()
	if conflict != nil {
		return head, conflict
	}
	switch age := v.cfg.Now().Sub(head.Time); {
	case age > v.cfg.MaxAge:
		return head, fmt.Errorf("newest verified block %d is of %s, %s ago: %w",
			head.Height, head.Time.Format(time.RFC3339), age.Round(time.Second), ErrStale)
	case -age > v.cfg.MaxClockDrift:
		return head, fmt.Errorf("newest verified block %d is of %s, %w by %s",
			head.Height, head.Time.Format(time.RFC3339), ErrFuture, -age.Round(time.Second))
	}
	return head, nil
}
