// Package broker releases the keys of dataset files to confidential workers, for the custodian. The identity that opens
// all files of a dataset stays with it: what leaves is the key of the one file that a job reads.
//
// It promises that a key leaves only encrypted to an enclave whose fresh, genuine quote the dataset's policy accepts,
// for a job that at that moment is claimed by that enclave, approved, within budget and consented to, on a dataset that
// is in use; that the release is recorded on chain, final, before the key leaves, so that the budget is spent whatever
// happens next; and that every decision is in the journal before anyone learns of it. It reads the chain through a
// verified view of its own and takes no fact from the worker. Refusals depend on public facts alone.
package broker

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"golang.org/x/time/rate"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/broker/attestation"
	"github.com/assent-network/assent/node/broker/handover"
	"github.com/assent-network/assent/node/broker/internal/challenge"
	"github.com/assent-network/assent/node/broker/internal/judge"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/genuine"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/tee"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// View is the broker's own verified view of the chain.
type View interface {
	// Latest returns the newest verified round and the consensus height that proves it. The caller closes it.
	Latest(ctx context.Context) (*contracts.Open, error)
	// Told returns the newest round that the node tells of, not before the given one, for which it waits. The caller
	// closes it.
	Told(ctx context.Context, least uint64) (*contracts.Told, error)
	// Confirm waits for the header that confirms a told round, and fails when the chain has another.
	Confirm(ctx context.Context, told *contracts.Told) (*contracts.Open, error)
	// At returns a verified round, waiting for it when it lies ahead.
	At(ctx context.Context, round uint64) (*contracts.Open, error)
	// After returns the newest verified round once it is proven by a consensus block above a height.
	After(ctx context.Context, height uint64) (*contracts.Open, error)
}

// Sender sends the broker's transactions.
type Sender interface {
	// Address is the account that sends: the broker account that the dataset names.
	Address() common.Address
	// Send sends a call and returns the round in which it became final. A call that the contract refused is an error.
	Send(ctx context.Context, to common.Address, value *big.Int, input []byte) (round uint64, err error)
}

// Keys are the keys that a broker unwraps those of files with: a *keyring.Keyring on disk, or a *keyring.Memory in a
// TEE.
type Keys interface {
	// Get returns the key of a dataset, or keyring.ErrNoDataset.
	Get(dataset common.Hash) (*keyring.Entry, error)
}

// Config is a broker's configuration. All fields but Accept, AlsoAccept, Listed, HandOver, Instance and Answered are
// required.
type Config struct {
	Keys    Keys
	Journal *journal.Journal
	View    View
	Sender  Sender
	// Account is the key of the account that sends; refusals are signed with it.
	Account   *ecdsa.PrivateKey
	Contracts solidity.Addresses
	// Genuine verifies quotes by the attestation roots that the network names and the chain's lists.
	Genuine *genuine.Verifier
	// Accept is what is wanted of quotes beyond the datasets' policies: TCB statuses and floor, evaluation number,
	// machines. Its measurements, roots and rounds are not used. Workers on SNP need a floor.
	Accept teepolicy.Policy
	// AlsoAccept are policies that quotes have to satisfy as well: those that came with the keys, where they were
	// handed over.
	AlsoAccept []teepolicy.Policy
	// Network is what quotes are bound to.
	ChainID uint64
	Runtime common.Hash
	// Listed are the operators whose simulated workers may have keys. A worker on real hardware needs no entry.
	Listed []common.Address
	// HandOver hands the keys over to successors; without it none gets them.
	HandOver *handover.Predecessor
	// Instance is this broker's place in a TEE, which it attests to all who ask; nil where there is none.
	Instance *attestation.Instance
	Now      func() time.Time
	// Nonce draws 32 random bytes.
	Nonce func() (common.Hash, error)
	Log   *slog.Logger
	// Answered, when set, is called for each request that was answered, with its path and an outcome: one of the
	// constants, or the code of a refusal.
	Answered func(path, outcome string)
}

// Outcomes of requests that were not refused with a code.
const (
	OutcomeGranted   = "granted"
	OutcomeUndecided = "undecided" // the requester is to try again
	OutcomeBusy      = "busy"      // too many were being decided
)

// Refusals of genuine machines go to disk one by one, so there are bounds on how many do: bursts of refusalBurst, and
// one in refusalPause over time. Beyond them a request that would be refused is left undecided. Releases are not
// counted, and enclaves that have a claim are counted apart, so that strangers cannot leave a claim undecided until its
// time is over. What comes without a genuine quote is summed up, and leaves nothing undecided.
const (
	refusalBurst = 100
	refusalPause = time.Second
	// Attestations cost the TEE some time each.
	attestBurst = 20
	attestPause = 100 * time.Millisecond
)

// errManyRefusals leaves a request undecided.
var errManyRefusals = errors.New("too many refused requests; try again")

// Broker decides on key releases. It is safe for concurrent use.
type Broker struct {
	cfg    Config
	market *bindings.JobMarket

	judge      judge.Judge
	challenges *challenge.Maker
	refusals   *rate.Limiter // of genuine machines without a claim
	claimants  *rate.Limiter // of requests with one
	attests    *rate.Limiter
	ends       *outlays
	handOvers  *outlays

	mu sync.Mutex
	// turns serialises releases of one job, so that two requests do not both record a release or end a claim, and those
	// that spend one dataset's budget. Only enclaves of the operator who has the claim take one.
	turns map[common.Hash]*turn
}

// turn is whose turn it is with a job, or with a dataset's budget.
type turn struct {
	taken chan struct{} // has a token while the turn is taken
	users int           // who has it or waits for it
}

// Address is the broker's account, which records releases and signs refusals.
func (b *Broker) Address() common.Address { return b.cfg.Sender.Address() }

// New returns a broker.
func New(c Config) (*Broker, error) {
	for _, field := range []struct {
		name    string
		missing bool
	}{
		{"Keys", c.Keys == nil}, {"Journal", c.Journal == nil}, {"View", c.View == nil}, {"Sender", c.Sender == nil},
		{"Account", c.Account == nil}, {"Genuine", c.Genuine == nil}, {"Now", c.Now == nil}, {"Nonce", c.Nonce == nil},
		{"Log", c.Log == nil},
	} {
		if field.missing {
			return nil, fmt.Errorf("broker: the configuration has no %s", field.name)
		}
	}
	if crypto.PubkeyToAddress(c.Account.PublicKey) != c.Sender.Address() {
		return nil, errors.New("broker: the account that sends and the key that signs differ")
	}
	if c.Answered == nil {
		c.Answered = func(string, string) {}
	}
	challenges, err := challenge.New(c.Nonce)
	if err != nil {
		return nil, fmt.Errorf("broker: %w", err)
	}
	return &Broker{
		cfg: c, market: bindings.NewJobMarket(),
		judge: judge.Judge{
			Genuine: c.Genuine, ChainID: c.ChainID, Runtime: c.Runtime,
			Accept: append([]teepolicy.Policy{c.Accept}, c.AlsoAccept...),
		},
		challenges: challenges,
		refusals:   rate.NewLimiter(rate.Every(refusalPause), refusalBurst),
		claimants:  rate.NewLimiter(rate.Every(refusalPause), refusalBurst),
		ends:       newEnds(),
		handOvers:  newHandOvers(),
		attests:    rate.NewLimiter(rate.Every(attestPause), attestBurst),
		turns:      make(map[common.Hash]*turn),
	}, nil
}

// wait waits for the turn with a job, or with a dataset's budget, and returns what ends it.
func (b *Broker) wait(ctx context.Context, id common.Hash) (done func(), err error) {
	b.mu.Lock()
	t := b.turns[id]
	if t == nil {
		t = &turn{taken: make(chan struct{}, 1)}
		b.turns[id] = t
	}
	t.users++
	b.mu.Unlock()
	leave := func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		if t.users--; t.users == 0 {
			delete(b.turns, id)
		}
	}
	select {
	case t.taken <- struct{}{}:
		return func() {
			<-t.taken
			leave()
		}, nil
	case <-ctx.Done():
		leave()
		return nil, fmt.Errorf("waiting for the turn with %s: %w", id, ctx.Err())
	}
}

// domain is that of what the broker signs.
func (b *Broker) domain() eip712.Domain {
	return eip712.Domain{ChainID: b.cfg.ChainID, Contract: b.cfg.Contracts.JobMarket}
}

// Serves answers whether this broker is the one that a dataset names, has its key, and lets the enclave that asks have
// keys. Workers ask before they claim; the error is a *release.Refusal when it does not.
func (b *Broker) Serves(ctx context.Context, rq release.Serves) (release.Served, error) {
	now, err := b.cfg.View.Latest(ctx)
	if err != nil {
		return release.Served{}, fmt.Errorf("reading the newest round: %w", err)
	}
	defer now.Close()
	d, err := now.Dataset(ctx, rq.Dataset)
	if errors.Is(err, solidity.ErrDatasetUnknown) {
		return release.Served{}, refuse(release.CodeBroker, "there is no dataset %s in round %d", rq.Dataset,
			now.Round.Number)
	}
	if err != nil {
		return release.Served{}, err
	}
	if err := b.names(rq.Dataset, d.Broker); err != nil {
		return release.Served{}, err
	}
	key, err := b.key(rq.Dataset)
	if err != nil {
		return release.Served{}, err
	}
	if err := b.lets(ctx, now, rq, d.Open, key); err != nil {
		return release.Served{}, err
	}
	return rq.Sign(b.domain(), b.cfg.Account)
}

// lets checks by the chain's record of an enclave whether it would be refused for being simulated. Of one that is not
// on record nothing is said.
func (b *Broker) lets(ctx context.Context, now *contracts.Open, rq release.Serves, open bool,
	key *keyring.Entry) error {
	if rq.Enclave == (common.Address{}) {
		return nil
	}
	w, err := now.Worker(ctx, rq.Enclave)
	if err != nil || !w.Simulated {
		return err
	}
	if err := b.lists(w.Operator); err != nil {
		return err
	}
	return letsSimulated(rq.Dataset, open, key)
}

// lists checks that the simulated workers of an operator may have keys.
func (b *Broker) lists(operator common.Address) error {
	if !slices.Contains(b.cfg.Listed, operator) {
		return refuse(release.CodeSimulated, "operator %s is not on this broker's list of simulated workers", operator)
	}
	return nil
}

// letsSimulated checks that simulated workers may have the rows of a dataset.
func letsSimulated(dataset common.Hash, open bool, key *keyring.Entry) error {
	if !open && !key.Confirmed {
		return refuse(release.CodeSimulated,
			"dataset %s is not marked synthetic or public, and its custodian did not let simulated "+
				"workers have it", dataset)
	}
	return nil
}

// names checks that a dataset, or a gate for a job's seat on it, names this broker.
func (b *Broker) names(dataset common.Hash, broker common.Address) error {
	if broker != b.cfg.Sender.Address() {
		return refuse(release.CodeBroker, "broker %s is named for dataset %s, this is %s", broker, dataset,
			b.cfg.Sender.Address())
	}
	return nil
}

// key returns what the keyring has for a dataset.
func (b *Broker) key(dataset common.Hash) (*keyring.Entry, error) {
	key, err := b.cfg.Keys.Get(dataset)
	if errors.Is(err, keyring.ErrNoDataset) {
		return nil, refuse(release.CodeNoKey, "this broker has no key for dataset %s", dataset)
	}
	return key, err
}

// Challenge makes a nonce that one release may answer within two minutes.
func (b *Broker) Challenge() (common.Hash, error) { return b.challenges.Next(b.cfg.Now()) }

// errManyAttestations leaves a request unanswered.
var errManyAttestations = errors.New("too many requests for attestation; try again")

// Attest answers the question what this broker runs in. It refuses where there is no TEE.
func (b *Broker) Attest(ctx context.Context, rq attestation.Request) (*attestation.Answer, error) {
	if b.cfg.Instance == nil {
		return nil, refuse(attestation.CodeNotAttested, "this broker does not run attested")
	}
	if !b.attests.AllowN(b.cfg.Now(), 1) {
		return nil, errManyAttestations
	}
	now, err := b.cfg.View.Latest(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the newest round: %w", err)
	}
	defer now.Close()
	return b.cfg.Instance.Answer(ctx, now, b.cfg.Sender.Address(), rq)
}

// Release decides on a request. It returns the wrapped key, or a *release.Refusal, or another error when the broker
// could not decide: then nothing was released, and nothing recorded unless the worker finds it on chain.
func (b *Broker) Release(ctx context.Context, rq release.Request) ([]byte, error) {
	d := decision{entry: journal.Entry{Time: b.cfg.Now().UTC(), Job: rq.Job, Enclave: rq.Enclave}}
	wrapped, err := b.release(ctx, rq, &d)
	var refusal *release.Refusal
	switch {
	case err == nil:
		d.entry.Granted, d.entry.Reason = true, "released"
	case errors.As(err, &refusal):
		d.entry.Reason, d.entry.Detail = string(refusal.Code), refusal.Detail
		refusal.Round = d.entry.Round
		if serr := refusal.Sign(b.domain(), rq, b.cfg.Account); serr != nil {
			return nil, serr
		}
		if !d.genuine && d.claim == nil {
			if jerr := b.cfg.Journal.Count(b.cfg.Now(), string(refusal.Code)); jerr != nil {
				return nil, jerr
			}
			return nil, refusal
		}
		if !b.counted(&d).AllowN(b.cfg.Now(), 1) {
			return nil, errManyRefusals
		}
	default:
		b.cfg.Log.ErrorContext(ctx, "Failed to decide on a key release", slog.String("job", rq.Job.Hex()),
			slog.Any("error", err))
		return nil, err
	}
	if jerr := b.cfg.Journal.Append(d.entry); jerr != nil {
		return nil, jerr // a decision that is not on record is not carried out
	}
	b.cfg.Log.InfoContext(ctx, "Decided on a key release", slog.String("job", rq.Job.Hex()),
		slog.String("enclave", rq.Enclave.Hex()), slog.String("decision", d.entry.Reason),
		slog.Uint64("round", d.entry.Round))
	if refusal != nil && d.ends(refusal) {
		b.endClaim(ctx, d.claim)
	}
	return wrapped, err
}

// counted is the bound that the refusal of a request counts towards.
func (b *Broker) counted(d *decision) *rate.Limiter {
	if d.claim != nil {
		return b.claimants
	}
	return b.refusals
}

// release decides by the newest round that the node tells of, and has the decision recorded on chain, before a header
// has confirmed that round: a record that a lie brought about binds this broker's custodian and gives nothing away. The
// decision itself, a key or a signed refusal, leaves once the headers have confirmed every round that it was made by.
func (b *Broker) release(ctx context.Context, rq release.Request, d *decision) ([]byte, error) {
	evidence, err := tee.ParseEvidence(rq.Evidence)
	if err != nil {
		return nil, refuse(release.CodeEvidence, "%v", err)
	}
	if !b.challenges.Open(b.cfg.Now(), evidence.Nonce) {
		return nil, refuseNonce()
	}
	if err := rq.Verify(b.domain()); err != nil {
		return nil, refuse(release.CodeSignature, "%v", err)
	}
	told, err := b.cfg.View.Told(ctx, 0)
	if err != nil {
		return nil, fmt.Errorf("reading the newest round: %w", err)
	}
	defer told.Close()
	granted, err := b.judgeRequest(ctx, told.Unconfirmed(), rq, evidence, d)
	if granted != nil {
		defer granted.in.Close()
	}
	if err = b.settle(ctx, told, err); err != nil {
		return nil, err
	}
	d.entry.Round = granted.in.Round.Number
	key, err := granted.released(ctx, rq.Job)
	if err != nil {
		return nil, err
	}
	return release.Wrap(key, rq.REK, rq.Job, rq.Enclave, rq.Nonce)
}

// settle returns the outcome of a decision once the round that it was made by is confirmed. What a round says that the
// chain does not have is neither a grant nor a refusal.
func (b *Broker) settle(ctx context.Context, by *contracts.Told, outcome error) error {
	var refusal *release.Refusal
	if outcome != nil && !errors.As(outcome, &refusal) {
		return outcome // undecided
	}
	if _, err := b.cfg.View.Confirm(ctx, by); err != nil {
		return fmt.Errorf("confirming the round by which the request was judged: %w", err)
	}
	return outcome
}

// grant is a decision to release a key.
type grant struct {
	spec *job.Spec
	key  *keyring.Entry
	file *vault.FileKey  // nil where no file was asked for
	in   *contracts.Open // the confirmed round that shows the release
}

// released is what leaves: the file's key only while the job may read rows.
func (g *grant) released(ctx context.Context, id common.Hash) (k release.Key, err error) {
	k.Round, k.Height = g.in.Round.Number, g.in.Height
	if k.Share, err = g.key.Share(g.spec.Dataset, id); err != nil {
		return k, err
	}
	j, err := g.in.Job(ctx, id)
	if err != nil {
		return k, err
	}
	if g.file == nil || !readsRows(j) {
		return k, nil
	}
	k.FileKey = g.file[:]
	k.UseSecret, err = g.key.UseSecret(g.spec.Dataset, g.spec.DatasetVersion)
	return k, err
}

// judgeRequest judges a request by a round and records the release.
func (b *Broker) judgeRequest(
	ctx context.Context, now *contracts.Open, rq release.Request, evidence tee.Evidence, d *decision,
) (*grant, error) {
	d.entry.Round = now.Round.Number
	facts, err := b.facts(ctx, now, rq)
	if err != nil {
		return nil, err
	}
	d.sees(facts, rq)
	d.entry.Dataset = facts.job.Spec.Dataset
	claims, err := b.judgeQuote(ctx, now, rq, evidence, facts)
	if claims != nil {
		d.genuine, d.entry.Simulated = true, claims.Simulated
	}
	if err != nil {
		return nil, err
	}
	if !b.challenges.Use(b.cfg.Now(), evidence.Nonce) {
		return nil, refuseNonce()
	}
	key, err := b.key(facts.job.Spec.Dataset)
	if err != nil {
		return nil, err
	}
	if claims.Simulated {
		if err := letsSimulated(facts.job.Spec.Dataset, facts.dataset.Open, key); err != nil {
			return nil, err
		}
	}
	if err := facts.judgeClaim(rq.Enclave); err != nil {
		return nil, err
	}
	file, err := judgeFile(ctx, now, facts.job, key, rq.File)
	if err != nil {
		return nil, err
	}
	in, err := b.decide(ctx, facts, rq, d)
	if err != nil {
		return nil, err
	}
	return &grant{spec: &facts.job.Spec, key: key, file: file, in: in}, nil
}

// decide judges the job and records the release, and returns a verified round that shows it.
func (b *Broker) decide(ctx context.Context, f *facts, rq release.Request, d *decision) (*contracts.Open, error) {
	done, err := b.wait(ctx, rq.Job)
	if err != nil {
		return nil, err
	}
	defer done()
	newer, shown, err := b.decideInTurn(ctx, f, rq, d)
	if newer == nil {
		return nil, err
	}
	defer newer.Close()
	var in *contracts.Open
	if err == nil {
		in, err = shown()
	}
	if err = b.settle(ctx, newer, err); err != nil && in != nil {
		in.Close()
		in = nil
	}
	return in, err
}

// decideInTurn judges the job and records the release. Jobs that spend budget come one after the other on a dataset:
// each is judged by a round, which it returns, in which those before it have spent.
func (b *Broker) decideInTurn(
	ctx context.Context, f *facts, rq release.Request, d *decision,
) (newer *contracts.Told, shown func() (*contracts.Open, error), err error) {
	if f.job.Spec.Cost() != (budget.Cost{}) && f.job.ReleasedAt == 0 {
		done, err := b.wait(ctx, f.job.Spec.Dataset)
		if err != nil {
			return nil, nil, err
		}
		defer done()
	}
	if newer, err = b.cfg.View.Told(ctx, 0); err != nil {
		return nil, nil, fmt.Errorf("reading the newest round: %w", err)
	}
	now := newer.Unconfirmed()
	d.entry.Round = now.Round.Number
	if f, err = b.facts(ctx, now, rq); err != nil {
		return newer, nil, err
	}
	d.sees(f, rq)
	if err := b.judgeJob(ctx, now, f, rq.Enclave); err != nil {
		return newer, nil, err
	}
	shown, err = b.record(ctx, now, f, rq, d)
	return newer, shown, err
}

// record makes the release final on chain, unless it is already, and returns what waits for the verified round that
// shows it. When the key was released to an enclave of the same operator whose keys are gone, the job is handed over to
// the one that asks.
func (b *Broker) record(
	ctx context.Context, now *contracts.Open, f *facts, rq release.Request, d *decision,
) (shown func() (*contracts.Open, error), err error) {
	enclave := rq.Enclave
	if f.hasRelease(f.job, enclave) {
		return func() (*contracts.Open, error) { return b.judgeAgain(ctx, now, f, rq, d) }, nil
	}
	input := b.market.PackHandOver(f.job.ID, f.job.Current(), enclave, f.job.ClaimRound)
	if f.job.ReleasedAt == 0 {
		if input, err = now.Releasing(ctx, f.job); err != nil {
			return nil, err
		}
	} else if !b.handOvers.allow(f.job.Operator, f.job.ID, b.cfg.Now()) {
		return nil, errManyHandOvers
	}
	round, err := b.cfg.Sender.Send(ctx, b.cfg.Contracts.JobMarket, new(big.Int), input)
	if err != nil {
		refused := fmt.Errorf("recording the key release of job %s: %w", f.job.ID, err)
		if !errors.Is(err, solidity.ErrJobReleased) && !errors.Is(err, solidity.ErrJobWrongState) &&
			!errors.Is(err, solidity.ErrJobClaimMismatch) {
			return nil, refused
		}
		// Another instance of this broker may have recorded it, in a round that the view had not reached.
		return func() (*contracts.Open, error) {
			if after, other := b.awaitRecorded(ctx, now.Round.Number, f, enclave); other == nil {
				return after, nil
			}
			return nil, refused
		}, nil
	}
	// The next to be judged is judged by a round in which this one has spent.
	told, err := b.cfg.View.Told(ctx, round)
	if err != nil {
		return nil, fmt.Errorf("reading the round of the key release of job %s: %w", f.job.ID, err)
	}
	told.Close()
	return func() (*contracts.Open, error) { return b.shown(ctx, f, enclave, round) }, nil
}

// shown waits until the round in which the node says that a release was recorded is confirmed, and returns it if it
// shows that.
func (b *Broker) shown(ctx context.Context, f *facts, enclave common.Address, round uint64) (*contracts.Open, error) {
	after, err := b.cfg.View.At(ctx, round)
	if err != nil {
		return nil, fmt.Errorf("verifying the recorded key release of job %s: %w", f.job.ID, err)
	}
	j, err := after.Job(ctx, f.job.ID)
	if err == nil && !f.hasRelease(j, enclave) {
		err = fmt.Errorf("the key release of job %s is not in round %d", f.job.ID, round)
	}
	if err != nil {
		after.Close()
		return nil, err
	}
	return after, nil
}

// judgeAgain judges a job once more whose release to the enclave is on record: nothing that happens on chain stands
// between the key and who asks for it again. It does so by a block that came after the request, such that a stop of the
// dataset counts which was final when the request was made.
func (b *Broker) judgeAgain(
	ctx context.Context, now *contracts.Open, f *facts, rq release.Request, d *decision,
) (*contracts.Open, error) {
	after, err := b.cfg.View.After(ctx, now.Height)
	if err != nil {
		return nil, fmt.Errorf("waiting for a block above height %d: %w", now.Height, err)
	}
	d.entry.Round = after.Round.Number
	newer, err := b.facts(ctx, after, rq)
	if err == nil {
		d.sees(newer, rq)
		err = b.judgeWorker(ctx, after, rq)
	}
	if err == nil {
		err = b.judgeJob(ctx, after, newer, rq.Enclave)
	}
	if err == nil && !f.hasRelease(newer.job, rq.Enclave) {
		err = refuse(release.CodeClaim, "job %s took another course meanwhile", rq.Job)
	}
	if err != nil {
		after.Close()
		return nil, err
	}
	return after, nil
}

// errOther says that no other instance recorded the release.
var errOther = errors.New("the job took another course")

// awaitRecorded waits for the verified round that shows the release which the chain says is on record, and returns it.
// The node's word starts the search and nothing more.
func (b *Broker) awaitRecorded(ctx context.Context, after uint64, f *facts,
	enclave common.Address) (*contracts.Open, error) {
	for {
		now, err := b.cfg.View.At(ctx, after+1)
		if err != nil {
			return nil, err
		}
		j, err := now.Job(ctx, f.job.ID)
		switch {
		case err != nil:
		case f.hasRelease(j, enclave):
			if err = b.still(ctx, f, enclave); err == nil {
				return now, nil
			}
		case j.ReleasedAt != 0 || j.State() != job.Claimed || j.ClaimRound != f.job.ClaimRound:
			err = errOther
		}
		after = now.Round.Number
		now.Close()
		if err != nil {
			return nil, err
		}
	}
}

// still checks that the job was not handed over since, in the newest round.
func (b *Broker) still(ctx context.Context, f *facts, enclave common.Address) error {
	now, err := b.cfg.View.Latest(ctx)
	if err != nil {
		return err
	}
	defer now.Close()
	j, err := now.Job(ctx, f.job.ID)
	if err == nil && !f.hasRelease(j, enclave) {
		err = errOther
	}
	return err
}

// hasRelease reports whether a job's key release to an enclave, for the claim that was judged, is on record. Which
// instance of this broker recorded it makes no difference.
func (f *facts) hasRelease(j *contracts.Job, enclave common.Address) bool {
	return j.ReleasedAt != 0 && j.Current() == enclave && j.ClaimRound == f.job.ClaimRound
}

func refuse(code release.Code, format string, args ...any) error {
	return release.Refuse(code, format, args...)
}

func refuseNonce() error {
	return refuse(release.CodeNonce, "the quote does not answer an open challenge; ask for a new one")
}
