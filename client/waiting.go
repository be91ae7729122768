package client

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
)

// Waiting says why a job does not go on, as far as the chain tells. Nothing in it is about a person.
type Waiting struct {
	// For is the short name of what it waits for.
	For WaitingFor `json:"for"`
	// Why says it in a sentence.
	Why string `json:"why"`
	// Since is when what it waits for came to be so, in Unix seconds; when the job came to stand where it stands, where
	// no event tells that.
	Since uint64 `json:"since,string"`
	// Until is when that may change by itself, in Unix seconds; zero when it does not.
	Until uint64 `json:"until,omitempty,string"`
	// Do says what helps, and who can do it.
	Do string `json:"do,omitempty"`
}

// WaitingFor is what a job waits for.
type WaitingFor string

// What a job can wait for.
const (
	ForCancel   WaitingFor = "cancelling" // its time is over, or it was refused
	ForDataset  WaitingFor = "dataset"    // stopped, or version or policy out of use
	ForApproval WaitingFor = "approval"
	ForBudget   WaitingFor = "budget"
	ForCohort   WaitingFor = "cohort"
	ForWorker   WaitingFor = "worker"
	ForBroker   WaitingFor = "broker"
	ForFile     WaitingFor = "file"   // of the dataset, which is not where the version says
	ForMoment   WaitingFor = "moment" // of its result
	ForOpening  WaitingFor = "opening"
)

// Waits finds out why jobs wait in one round. What several jobs ask for is read once. It is not safe for concurrent
// use.
type Waits struct {
	client  *Client
	now     *contracts.Snapshot
	workers []Worker
	entries map[common.Address][]consent.Record // by ledger
}

// Waits returns what finds out why jobs wait in a round.
func (c *Client) Waits(now *contracts.Snapshot) *Waits {
	return &Waits{client: c, now: now, entries: make(map[common.Address][]consent.Record)}
}

// waitingOf is what is asked for a job's waiting.
type waitingOf struct {
	*Waits
	job    *contracts.Job
	record contracts.Dataset
	policy policy.Policy

	postRound uint64
	since     uint64 // when the job came to stand where it stands
}

// Of returns why a job does not go on; nil when it has ended.
func (all *Waits) Of(ctx context.Context, j *Posted) (*Waiting, error) {
	if j.State().Final() {
		return nil, nil
	}
	now, w := all.now, &waitingOf{Waits: all, job: j.Job, postRound: j.PostRound}
	var err error
	if w.record, err = now.Dataset(ctx, j.Spec.Dataset); err != nil {
		return nil, err
	}
	if w.policy, err = now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion); err != nil {
		return nil, err
	}
	if w.since, err = w.standsSince(ctx); err != nil {
		return nil, err
	}
	var found *Waiting
	switch j.State() {
	case job.Posted, job.Approved:
		found, err = w.unclaimed(ctx)
	case job.Claimed:
		found, err = w.claimed(ctx)
	case job.Charged:
		found, err = w.charged(ctx)
	case job.Sealed:
		found = w.sealed()
	default:
		found = &Waiting{For: ForOpening, Why: "the worker did not give away in time the key that opens the result"}
	}
	if err != nil {
		return nil, err
	}
	if found.Since == 0 {
		found.Since = w.since
	}
	return found, nil
}

// standsSince is when a job came to stand where it stands.
func (w *waitingOf) standsSince(ctx context.Context) (uint64, error) {
	j := w.job
	switch j.State() {
	case job.Claimed:
		if j.ReleasedAt != 0 {
			return j.ReleasedAt, nil
		}
		return j.ClaimedAt, nil
	case job.Charged:
		return j.ChargedAt, nil
	case job.Sealed, job.Withheld:
		return j.SealedAt, nil
	case job.Approved:
		// The last of: approved, and a claim that came to nothing.
		at := w.postRound
		for _, event := range []string{"JobApproved", "ClaimEnded"} {
			logs, err := w.client.marketLogs(ctx, event, j.ID, at)
			if err != nil {
				return 0, err
			}
			for _, l := range w.upToNow(logs) {
				at = max(at, l.BlockNumber)
			}
		}
		return w.client.timeOf(ctx, at)
	}
	return w.client.timeOf(ctx, w.postRound)
}

// unclaimed is why no worker claims a job.
func (w *waitingOf) unclaimed(ctx context.Context) (*Waiting, error) {
	j := w.job
	if w.now.Round.Time > j.Spec.Deadline {
		return &Waiting{For: ForCancel, Why: "its deadline is over, and no worker claims it any more",
			Since: j.Spec.Deadline,
			Do:    "get the fee back: assent job expire " + w.id()}, nil
	}
	refused, err := w.client.Refusal(ctx, j)
	if err != nil {
		return nil, err
	}
	if refused != nil {
		return &Waiting{For: ForCancel, Why: refused.Words(), Since: refused.Time,
			Do: "get the fee back: assent job cancel " + w.id()}, nil
	}
	for _, check := range []func(context.Context) (*Waiting, error){w.unused, w.unapproved, w.overBudget, w.fewPeople,
		w.noWorker} {
		if found, err := check(ctx); found != nil || err != nil {
			return found, err
		}
	}
	return nil, fmt.Errorf("reading why job %s waits: nothing was found", j.ID)
}

// unused says that the dataset, or what the job names of it, is not in use.
func (w *waitingOf) unused(ctx context.Context) (*Waiting, error) {
	s := &w.job.Spec
	if w.record.Stopped {
		since, err := w.stoppedSince(ctx)
		return &Waiting{For: ForDataset, Why: "the dataset is stopped", Since: since,
			Do: "its custodian has it go on: assent dataset resume"}, err
	}
	inUse, err := w.now.InUse(ctx, s.Dataset, s.DatasetVersion, s.PolicyVersion)
	if err != nil {
		return nil, err
	}
	if !inUse {
		why, err := w.outOfUse(ctx)
		if err != nil {
			return nil, err
		}
		since, err := w.outOfUseSince(ctx)
		return &Waiting{For: ForCancel, Why: why, Since: since,
			Do: "post it anew, and get this one's fee back: assent job cancel " + w.id()}, err
	}
	if from := w.record.PendingFrom; from != 0 &&
		from <= w.now.Round.Time+uint64(w.policy.ClaimTimeout)+uint64(w.policy.JobTimeout) {
		since, err := w.announcedSince(ctx)
		return &Waiting{For: ForDataset, Why: "another policy takes effect before the job could be finished",
			Until: from,
			Since: max(since, w.since), Do: "post it anew then, and get this one's fee back: assent job cancel " +
				w.id()}, err
	}
	return nil, nil
}

// outOfUse says what that the job names is not in use.
func (w *waitingOf) outOfUse(ctx context.Context) (string, error) {
	s := &w.job.Spec
	var gone []string
	if s.PolicyVersion != w.record.PolicyVersion {
		gone = append(gone, fmt.Sprintf("version %d of the dataset's policy went out of use, and version %d is in use",
			s.PolicyVersion, w.record.PolicyVersion))
	}
	retired, err := w.now.Retired(ctx, s.Dataset, s.DatasetVersion)
	switch {
	case err != nil:
		return "", err
	case retired:
		gone = append(gone, fmt.Sprintf("version %d of the dataset was retired, and version %d is its newest",
			s.DatasetVersion, w.record.Version))
	case len(gone) == 0: // a policy may want the newest one
		gone = append(gone, fmt.Sprintf("version %d of the dataset went out of use, and version %d is its newest",
			s.DatasetVersion, w.record.Version))
	}
	return strings.Join(gone, "; "), nil
}

func (w *waitingOf) unapproved(context.Context) (*Waiting, error) {
	switch j := w.job; {
	case j.State() == job.Posted:
		return &Waiting{For: ForApproval, Why: "the custodian has not approved it yet", Until: j.Spec.Deadline,
			Do: "the custodian, " + w.record.Custodian.Hex() + ": assent job approve " + w.id() +
				", or assent job refuse " +
				w.id()}, nil
	case w.now.Round.Time > j.ApprovedUntil:
		return &Waiting{For: ForApproval, Why: "its approval has expired", Since: j.ApprovedUntil,
			Do: "the custodian approves it anew: assent job approve " + w.id()}, nil
	}
	return nil, nil
}

func (w *waitingOf) overBudget(ctx context.Context) (*Waiting, error) {
	err := w.now.CheckBudget(ctx, w.job)
	var over *contracts.OverBudget
	if errors.As(err, &over) {
		since, err := w.spentSince(ctx)
		return &Waiting{For: ForBudget, Why: "the budget is gone meanwhile: " + over.Error(), Since: since,
			Do: "ask the custodian for more budget, or post one that asks for less and get this one's fee back: " +
				"assent job cancel " + w.id()}, err
	}
	return nil, err
}

func (w *waitingOf) fewPeople(ctx context.Context) (*Waiting, error) {
	count, err := w.countLive(ctx, w.job)
	if err != nil {
		return nil, err
	}
	live := count(0)
	if live >= int(w.policy.MinCohort) {
		return nil, nil
	}
	return &Waiting{For: ForCohort, Why: fmt.Sprintf("too few people: %d consent to this job, the policy wants %d",
		live,
		w.policy.MinCohort), Do: "it goes on when more consent, whose rows are in the dataset's version"}, nil
}

// noWorker says why no registered worker has claimed the job.
func (w *waitingOf) noWorker(ctx context.Context) (*Waiting, error) {
	if w.workers == nil {
		var err error
		if w.workers, err = w.client.Workers(ctx); err != nil {
			return nil, err
		}
	}
	var accepted []common.Address
	var admitted, barred int
	var gone uint64 // when the last of those that the chain refuses now ended
	for i := range w.workers {
		f := &w.workers[i]
		if w.policy.AcceptsWorker(f.Measurement, f.TrustRoot) != nil {
			continue
		}
		admitted++
		if f.Refused != "" {
			gone = max(gone, endedBy(f, w.now.Round.Time))
			continue
		}
		refused, err := w.now.Refused(ctx, w.job.ID, f.Enclave)
		if err != nil {
			return nil, err
		}
		if refused {
			barred++
			continue
		}
		accepted = append(accepted, f.Enclave)
	}
	without, err := w.refusedKey(ctx)
	if err != nil {
		return nil, err
	}
	none := &Waiting{For: ForWorker, Since: max(gone, w.since)}
	switch {
	case barred > 0 && len(accepted) == 0 && without != nil:
		without.Why += fmt.Sprintf("; of the workers that the policy admits it barred all that are registered, %d",
			barred)
		return without, nil
	case without != nil:
		return without, nil
	case len(accepted) > 0:
		if found, err := w.idleBroker(ctx); found != nil || err != nil {
			return found, err
		}
		return w.unheard(ctx, accepted)
	case len(w.workers) == 0:
		none.Why, none.Do = "no worker is registered in this network", "an operator starts one: assent worker run"
	case admitted == 0:
		none.Why = fmt.Sprintf(
			"the policy admits none of the %d workers that were ever registered, by their measurement "+
				"or trust root", len(w.workers))
		none.Do = "the custodian sets a policy that does, or an operator runs a worker that it names"
	default:
		none.Why = "no worker that the policy admits is registered and accepted by the chain now"
		none.Do = "an operator starts one; assent worker list says why others are refused"
	}
	return none, nil
}

// endedBy is when a worker's registration ended; zero where that was not by its time or a revocation.
func endedBy(f *Worker, now uint64) uint64 {
	switch {
	case f.RevokedAt != 0:
		return f.RevokedAt
	case f.Expiry <= now:
		return f.Expiry
	}
	return 0
}

// unheard says when the workers that could claim the job were last heard of.
func (w *waitingOf) unheard(ctx context.Context, accepted []common.Address) (*Waiting, error) {
	signs, err := w.signs(ctx, accepted)
	if err != nil {
		return nil, err
	}
	return &Waiting{For: ForWorker,
		Why: "no worker has claimed it yet, which they do when they run and the custodian's broker answers them; " +
			"those that the policy lets are registered and were last heard of: " + signs,
		Do: "workers look every few seconds: when it stays so, the custodian sees whether the broker runs and " +
			"admits the worker (assent broker run --worker), and the operator sees whether the worker runs, and " +
			"whose broker it asks (assent worker run --broker)"}, nil
}

// idleBroker says that the account of the key broker cannot act.
func (w *waitingOf) idleBroker(ctx context.Context) (*Waiting, error) {
	broker := w.job.Broker(w.record.Broker)
	if broker == (common.Address{}) {
		return &Waiting{For: ForBroker, Why: "the dataset has no key broker",
				Do: "the custodian names one in the policy"},
			nil
	}
	balance, err := w.client.backend.BalanceAt(ctx, broker, nil)
	if err != nil {
		return nil, fmt.Errorf("reading the balance of broker %s: %w", broker, err)
	}
	if balance.Sign() == 0 {
		return &Waiting{For: ForBroker, Why: "the custodian's key broker has no funds to record a release with",
			Do: "the custodian pays some to " + broker.Hex()}, nil
	}
	return nil, nil
}

// claimed is what a claimed job waits for.
func (w *waitingOf) claimed(ctx context.Context) (*Waiting, error) {
	j := w.job
	if j.ReleasedAt == 0 {
		if found, err := w.idleBroker(ctx); found != nil || err != nil {
			return found, err
		}
		return w.keyless(ctx)
	}
	until := j.ReleasedAt + uint64(w.policy.JobTimeout)
	return &Waiting{For: ForWorker, Why: "the worker has the key and reads the rows", Until: until,
		Do: w.endsAfter(until, "the job, and the fee comes back")}, nil
}

// keyPatience is after how long without a key a broker counts as one that does not answer, in seconds: it takes some
// seconds where it runs.
const keyPatience = 30

// keyless is what a job waits for that is claimed and has no key.
func (w *waitingOf) keyless(ctx context.Context) (*Waiting, error) {
	claimed, err := w.client.timeOf(ctx, w.job.ClaimRound)
	if err != nil {
		return nil, err
	}
	until := w.job.ClaimedAt + uint64(w.policy.ClaimTimeout)
	found := &Waiting{For: ForBroker, Why: "a worker has claimed it and waits for the key from the custodian's broker",
		Until: until, Do: w.endsAfter(until, "the claim, and another worker takes the job")}
	if w.now.Round.Time >= claimed+keyPatience {
		found.Why = "a worker has claimed it, and the custodian's broker does not answer it with a key"
		found.Do = "the custodian sees whether the broker runs, and the worker's log says what keeps it from the " +
			"key; " +
			found.Do
	}
	return found, nil
}

// endsAfter says what anyone can do past a time.
func (w *waitingOf) endsAfter(until uint64, what string) string {
	return fmt.Sprintf("after %s anyone may end %s: assent job expire %s",
		time.Unix(int64(until), 0).UTC().Format(time.RFC3339), what, w.id())
}

// id is the beginning of the job's id, by which commands find it.
func (w *waitingOf) id() string { return w.job.ID.Hex()[:10] }

// charged is what a charged job waits for.
func (w *waitingOf) charged(ctx context.Context) (*Waiting, error) {
	charge, err := w.client.chargeOf(ctx, w.job)
	if err != nil {
		return nil, err
	}
	late := w.job.ReleasedAt + uint64(w.policy.JobTimeout)
	if w.now.Round.Time > charge.Moment {
		return &Waiting{For: ForWorker,
			Why:   "the moment of the result has come, and the worker has not delivered it yet",
			Since: charge.Moment, Until: late, Do: w.endsAfter(late, "the job, and the fee comes back")}, nil
	}
	return &Waiting{For: ForMoment,
		Why: "the result is held until its moment, which does not depend on what the rows " +
			"hold",
		Until: charge.Moment}, nil
}

func (w *waitingOf) sealed() *Waiting {
	until := w.job.SealedAt + uint64(w.policy.OpenTimeout)
	return &Waiting{For: ForOpening, Why: "the result is on record and waits for the key that opens it", Until: until,
		Do: w.endsAfter(until, "the wait, and the fee comes back")}
}
