package client_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"math/big"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/tee/enclave"
)

// waits is a world in which jobs are posted and nothing goes on by itself.
type waits struct {
	*world
	key sealed.PrivateKey
}

func newWaits(t testing.TB, people int, change func(*policy.Policy)) *waits {
	t.Helper()
	w := newWorld(t, change)
	w.enrol(people)
	now, err := w.client.Now(t.Context())
	w.must(err)
	_, err = w.client.AddVersion(t.Context(), w.story.Custodian, w.story.Dataset, dataset.Version{
		ContentRoot: common.Hash{1}, Schema: common.Hash{2}, RosterRoot: common.Hash{3}, AsOf: now.Round.Number,
		URI: "/nowhere",
	})
	w.must(err)
	key, err := sealed.GenerateKey(sealed.DefaultKEM, rand.Reader)
	w.must(err)
	return &waits{w, key}
}

func (w *waits) post(rho budget.Rho) common.Hash {
	w.t.Helper()
	researcher := w.client.Account(w.researcher)
	id, err := w.story.Post(w.t.Context(), researcher, kind.Query,
		[]byte(`{"format":"assent-query/1","measures":[{"op":"count"}]}`), job.Private, rho, w.key)
	w.must(err)
	return id
}

// wants checks what a job waits for.
func (w *waits) wants(id common.Hash, what client.WaitingFor, words string) *client.Waiting {
	w.t.Helper()
	now, err := w.client.Now(w.t.Context())
	w.must(err)
	j, err := w.client.Posted(w.t.Context(), now, id)
	w.must(err)
	got, err := w.client.Waits(now).Of(w.t.Context(), j)
	w.must(err)
	if got == nil {
		w.t.Fatalf("the job waits for nothing, want %s", what)
	}
	if got.For != what || !strings.Contains(got.Why, words) || got.Since == 0 || got.Since > now.Round.Time {
		w.t.Errorf("the job waits for %+v, want %s, %q, since a time before %d", *got, what, words, now.Round.Time)
	}
	return got
}

func (w *waits) later(d time.Duration) {
	w.t.Helper()
	w.now = w.now.Add(d)
	w.must(w.chain.Tick())
}

func TestWaiting(t *testing.T) {
	w := newWaits(t, 2, nil)
	id := w.post(1000)
	posted := w.wants(id, client.ForApproval, "has not approved it yet").Since
	w.later(time.Minute)
	if again := w.wants(id, client.ForApproval, "").Since; again != posted {
		t.Errorf("it waits since %d, and a minute later since %d", posted, again)
	}
	w.must(w.story.Approve(t.Context(), id))
	w.wants(id, client.ForWorker, "no worker is registered")
	w.attest()
	w.wants(id, client.ForWorker, "no worker has claimed it yet")
	_, err := w.client.Stop(t.Context(), w.story.Custodian, w.story.Dataset)
	w.must(err)
	w.wants(id, client.ForDataset, "the dataset is stopped")
	_, err = w.client.Resume(t.Context(), w.story.Custodian, w.story.Dataset)
	w.must(err)

	market := w.contracts.Market.Address
	round := w.send(w.operator, market, w.market().PackClaim(id, w.enclave.Address()))
	w.wants(id, client.ForBroker, "waits for the key")
	w.later(31 * time.Second)
	until := w.wants(id, client.ForBroker, "the custodian's broker does not answer it with a key")
	if says := time.Unix(int64(until.Until), 0).UTC().Format(time.RFC3339); !strings.Contains(until.Do,
		"after "+says+" anyone may end the claim") || !strings.HasSuffix(until.Do, "assent job expire "+id.Hex()[:10]) {
		t.Errorf("of a claim until %s it says to do: %s", says, until.Do)
	}
	w.send(w.broker, market, w.market().PackRefuse(id, w.enclave.Address(), round))
	w.wants(id, client.ForBroker, "refused the key to a worker; of the workers that the policy admits it barred all "+
		"that are "+
		"registered, 1")
	now, err := w.client.Now(t.Context())
	w.must(err)
	j, err := w.client.Posted(t.Context(), now, id)
	w.must(err)
	ends, err := w.client.Ends(t.Context(), j)
	if err != nil || len(ends) != 1 || !strings.Contains(ends[0].Words, "refused the key to a worker") {
		t.Errorf("the claims ended with %+v, %v", ends, err)
	}
	w.later(48 * time.Hour)
	w.wants(id, client.ForCancel, "its deadline is over")
}

// TestWaitingSince: a job waits since the change that made it wait, and that is said of each.
func TestWaitingSince(t *testing.T) {
	w := newWaits(t, 2, func(p *policy.Policy) { p.RhoLimit = 500_000 })
	ctx := t.Context()
	since := func(id common.Hash, what client.WaitingFor, words string) {
		t.Helper()
		if got := w.wants(id, what, words); got.Since != uint64(w.now.Unix()) {
			t.Errorf("it waits for %s since %d, the change was at %d", what, got.Since, w.now.Unix())
		}
		w.later(time.Minute)
	}
	id, second := w.post(300_000), w.post(300_001)
	w.must(w.story.Approve(ctx, id))
	w.must(w.story.Approve(ctx, second))
	w.attest()
	dead := w.enclave.Address()
	w.later(5 * time.Minute)
	if got := w.wants(id, client.ForWorker, "were last heard of: "+dead.Hex()[:10]); !strings.Contains(got.Why,
		w.now.Add(-5*time.Minute).UTC().Format(time.RFC3339)) {
		t.Errorf("when the worker was last heard of is not said: %s", got.Why)
	}

	// The key is refused to one of two workers: the other one's being registered does not hide it.
	var err error
	w.enclave, err = enclave.Generate(rand.Reader)
	w.must(err)
	w.attest()
	w.later(time.Minute)
	market := w.contracts.Market.Address
	round := w.send(w.operator, market, w.market().PackClaim(id, w.enclave.Address()))
	w.send(w.broker, market, w.market().PackRefuse(id, w.enclave.Address(), round))
	since(id, client.ForBroker, "refused the key to a worker")

	_, err = w.client.Stop(ctx, w.story.Custodian, w.story.Dataset)
	w.must(err)
	since(id, client.ForDataset, "the dataset is stopped")
	_, err = w.client.Resume(ctx, w.story.Custodian, w.story.Dataset)
	w.must(err)
	round = w.send(w.operator, market, w.market().PackClaim(id, dead))
	w.send(w.broker, market, w.market().PackRecordRelease(id, dead, round, 300_000, 0))
	since(second, client.ForBudget, "the budget is gone meanwhile")
	_, err = w.client.RetireVersion(ctx, w.story.Custodian, w.story.Dataset, 1)
	w.must(err)
	since(second, client.ForCancel, "version 1 of the dataset was retired")
}

// What went out of use is named, and the job in the command that gives the fee back.
func TestWaiting_outOfUse(t *testing.T) {
	w := newWaits(t, 2, nil)
	ctx := t.Context()
	id := w.post(1000)
	now, err := w.client.Now(ctx)
	w.must(err)
	p, err := now.Policy(ctx, w.story.Dataset, 1)
	w.must(err)
	p.MaxReruns++
	_, err = w.client.SetPolicy(ctx, w.story.Custodian, w.story.Dataset, p)
	w.must(err)
	w.later(time.Minute)
	got := w.wants(id, client.ForCancel, "version 1 of the dataset's policy went out of use, and version 2 is in use")
	if strings.Contains(got.Why, "version 1 of the dataset was") ||
		!strings.HasSuffix(got.Do, "assent job cancel "+id.Hex()[:10]) {
		t.Errorf("it says %q, and to do %q", got.Why, got.Do)
	}
}

// What comes after the round at which a job was read is no part of why it waited then, nor of since when.
func TestWaiting_laterEvents(t *testing.T) {
	w := newWaits(t, 2, nil)
	ctx := t.Context()
	id := w.post(1000)
	w.must(w.story.Approve(ctx, id))
	w.attest()
	heard := w.now.UTC().Format(time.RFC3339)
	w.later(5 * time.Minute)
	read := func() func() *client.Waiting {
		now, err := w.client.Now(ctx)
		w.must(err)
		j, err := w.client.Posted(ctx, now, id)
		w.must(err)
		return func() *client.Waiting {
			t.Helper()
			got, err := w.client.Waits(now).Of(ctx, j)
			w.must(err)
			if got == nil || got.Since == 0 || got.Since > now.Round.Time {
				t.Fatalf("the job waited for %+v, want something since a time before %d", got, now.Round.Time)
			}
			return got
		}
	}
	unclaimed := read()
	market := w.contracts.Market.Address
	w.later(time.Minute)
	round := w.send(w.operator, market, w.market().PackClaim(id, w.enclave.Address()))
	w.send(w.broker, market, w.market().PackRefuse(id, w.enclave.Address(), round))
	if got := unclaimed(); got.For != client.ForWorker || !strings.Contains(got.Why, heard) {
		t.Errorf("before a claim that the broker refused it waited for %+v, want a worker, heard of at %s", got, heard)
	}
	now, err := w.client.Now(ctx)
	w.must(err)
	_, err = w.client.AddVersion(ctx, w.story.Custodian, w.story.Dataset, dataset.Version{
		ContentRoot: common.Hash{1}, Schema: common.Hash{2}, RosterRoot: common.Hash{3}, AsOf: now.Round.Number,
		URI: "/nowhere",
	})
	w.must(err)
	w.later(time.Minute)
	replaced := read()
	w.later(time.Minute)
	_, err = w.client.RetireVersion(ctx, w.story.Custodian, w.story.Dataset, 1)
	w.must(err)
	if got := replaced(); got.For != client.ForCancel {
		t.Errorf("before its version was retired it waited for %+v, want to be cancelled", got)
	}
}

// TestWaitingSince_theWorkersEnd: a claim that was given back is the broker's, and a job of which the last worker's
// registration ended waits since then.
func TestWaitingSince_theWorkersEnd(t *testing.T) {
	w := newWaits(t, 2, nil)
	id := w.post(1000)
	w.must(w.story.Approve(t.Context(), id))
	w.attest()
	ends := uint64(w.now.Unix()) + 3600
	w.later(time.Minute)
	market := w.contracts.Market.Address
	round := w.send(w.operator, market, w.market().PackClaim(id, w.enclave.Address()))
	w.later(time.Minute)
	w.send(w.operator, market, w.market().PackReturnClaim(id, round))
	returned := uint64(w.now.Unix())
	w.later(time.Minute)
	if got := w.wants(id, client.ForBroker, "gave its claim back before the key was released"); got.Since != returned {
		t.Errorf("it waits since %d, the claim was given back at %d", got.Since, returned)
	}
	w.later(30 * time.Minute)
	other := w.post(1001)
	w.must(w.story.Approve(t.Context(), other))
	w.later(40 * time.Minute)
	if got := w.wants(other, client.ForWorker, "no worker that the policy admits"); got.Since != ends {
		t.Errorf("it waits since %d, the registration ended at %d", got.Since, ends)
	}
}

// TestRefusals: each reason stays on record, also when the job is refused once more or approved after it.
func TestRefusals(t *testing.T) {
	w := newWaits(t, 2, nil)
	ctx := t.Context()
	id := w.post(1000)
	j, err := w.client.Job(ctx, id)
	w.must(err)
	for i, reason := range []string{"too few", "still too few"} {
		_, err = w.client.Refuse(ctx, w.story.Custodian, id, j.Spec.Deadline+1+uint64(i), reason)
		w.must(err)
		w.later(time.Minute)
	}
	approval, err := job.Approval{Job: id, Expiry: j.Spec.Deadline + 9}.Sign(w.client.MarketDomain(),
		key(t, "custodian"))
	w.must(err)
	_, err = w.client.Approve(ctx, w.story.Custodian, approval)
	w.must(err)
	all, err := w.client.Refusals(ctx, j)
	if err != nil || len(all) != 2 || all[0].Reason != "too few" || all[1].Reason != "still too few" ||
		all[0].Time >= all[1].Time {
		t.Errorf("the refusals are %+v, %v", all, err)
	}
}

func TestWaitingForPeopleAndBudget(t *testing.T) {
	w := newWaits(t, 2, func(p *policy.Policy) { p.MinCohort, p.RhoLimit = 3, 500_000 })
	id := w.post(300_000)
	w.must(w.story.Approve(t.Context(), id))
	w.wants(id, client.ForCohort, "2 consent to this job, the policy wants 3")

	w = newWaits(t, 2, func(p *policy.Policy) { p.RhoLimit = 500_000 })
	first, second := w.post(300_000), w.post(300_001)
	w.must(w.story.Approve(t.Context(), first))
	w.must(w.story.Approve(t.Context(), second))
	w.attest()
	market := w.contracts.Market.Address
	round := w.send(w.operator, market, w.market().PackClaim(first, w.enclave.Address()))
	w.send(w.broker, market, w.market().PackRecordRelease(first, w.enclave.Address(), round, 300_000, 0))
	w.wants(first, client.ForWorker, "has the key")
	w.wants(second, client.ForBudget, "the budget is gone meanwhile")
}

// A refusal is on record with its reason, ends the wait, and gives the fee back to the researcher who cancels.
func TestRefuse(t *testing.T) {
	w := newWaits(t, 2, nil)
	ctx := t.Context()
	researcher := w.client.Account(w.researcher)
	id := w.post(1000)
	j, err := w.client.Job(ctx, id)
	w.must(err)
	if r, err := w.client.Refusal(ctx, j); r != nil || err != nil {
		t.Errorf("a job that was not refused: %+v, %v", r, err)
	}
	const reason = "the filter picks one person"
	if _, err := w.client.Refuse(ctx, researcher, id, j.Spec.Deadline+1, reason); err == nil {
		t.Error("a researcher refuses a job")
	}
	if _, err := w.client.Refuse(ctx, w.story.Custodian, id, j.Spec.Deadline+1, "two\nlines"); !errors.Is(err,
		job.ErrReason) {
		t.Errorf("a reason of two lines: %v", err)
	}
	_, err = w.client.Refuse(ctx, w.story.Custodian, id, j.Spec.Deadline+1, reason)
	w.must(err)
	w.wants(id, client.ForCancel, "the custodian refused it: "+strconv.Quote(reason))
	if err := w.story.Approve(ctx, id); err == nil {
		t.Error("an approval that ends by the refusal's time is taken after it")
	}
	market, err := w.chain.BalanceAt(ctx, w.contracts.Market.Address, nil)
	w.must(err)
	if market.Cmp(j.Spec.Fee.Big()) != 0 {
		t.Fatalf("the market holds %s, the fee is %s", market, j.Spec.Fee)
	}
	_, err = w.client.Cancel(ctx, researcher, id)
	w.must(err)
	if market, err = w.chain.BalanceAt(ctx, w.contracts.Market.Address, nil); err != nil ||
		market.Cmp(new(big.Int)) != 0 {
		t.Errorf("after cancelling the market holds %s, %v", market, err)
	}
	j, err = w.client.Job(ctx, id)
	w.must(err)
	if r, err := w.client.Refusal(ctx, j); err != nil || r == nil || r.Reason != reason {
		t.Errorf("after cancelling the refusal is %+v, %v", r, err)
	}
}

// A reason stays in force when approvals are withdrawn once more without one; an approval after it ends the refusal,
// also of a job that its researcher cancels then.
func TestRefuse_thenApprove(t *testing.T) {
	w := newWaits(t, 2, nil)
	ctx := t.Context()
	id := w.post(1000)
	j, err := w.client.Job(ctx, id)
	w.must(err)
	_, err = w.client.Refuse(ctx, w.story.Custodian, id, j.Spec.Deadline+1, "too few")
	w.must(err)
	_, err = w.client.Disapprove(ctx, w.story.Custodian, id, j.Spec.Deadline+2)
	w.must(err)
	w.wants(id, client.ForCancel, `the custodian refused it: "too few"`)
	approval, err := job.Approval{Job: id, Expiry: j.Spec.Deadline + 3}.Sign(w.client.MarketDomain(),
		key(t, "custodian"))
	w.must(err)
	_, err = w.client.Approve(ctx, w.story.Custodian, approval)
	w.must(err)
	researcher := w.client.Account(w.researcher)
	_, err = w.client.Cancel(ctx, researcher, id)
	w.must(err)
	j, err = w.client.Job(ctx, id)
	w.must(err)
	if r, err := w.client.Refusal(ctx, j); r != nil || err != nil {
		t.Errorf("a job that was approved after its refusal, and cancelled, counts as refused: %+v, %v", r, err)
	}
	// Without a reason nothing says that the custodian did it.
	id = w.post(1001)
	j, err = w.client.Job(ctx, id)
	w.must(err)
	_, err = w.client.Disapprove(ctx, w.story.Custodian, id, j.Spec.Deadline+1)
	w.must(err)
	w.wants(id, client.ForCancel, "by the custodian or a gate of the policy")
}

// renaming is a gateway that names another transaction as the one of each withdrawal.
type renaming struct {
	client.Backend
	event common.Hash
	tx    *types.Transaction
}

func (r *renaming) FilterLogs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error) {
	logs, err := r.Backend.FilterLogs(ctx, q)
	for i := range logs {
		if logs[i].Topics[0] == r.event {
			logs[i].TxHash = r.tx.Hash()
		}
	}
	return logs, err
}

func (r *renaming) TransactionByHash(context.Context, common.Hash) (*types.Transaction, bool, error) {
	return r.tx, false, nil
}

// A reason counts in the custodian's own call for that job, and in no other.
func TestRefusal_ofTheCustodian(t *testing.T) {
	w := newWaits(t, 2, nil)
	ctx := t.Context()
	id := w.post(1000)
	j, err := w.client.Job(ctx, id)
	w.must(err)
	_, err = w.client.Refuse(ctx, w.story.Custodian, id, j.Spec.Deadline+1, "too few")
	w.must(err)
	j, err = w.client.Job(ctx, id)
	w.must(err)
	market := w.contracts.Market.Address
	for name, c := range map[string]struct {
		key  *ecdsa.PrivateKey
		job  common.Hash
		want string
	}{
		"the custodian's": {key(t, "custodian"), id, "mine"}, "the researcher's": {w.researcher, id, ""},
		"for another job": {key(t, "custodian"), common.Hash{1}, ""},
	} {
		call, err := job.AddReason(w.market().PackDisapprove(c.job, j.Spec.Deadline+1), "mine")
		w.must(err)
		tx := types.MustSignNewTx(c.key, types.LatestSignerForChainID(big.NewInt(chainID)),
			&types.LegacyTx{To: &market, Data: call})
		told, err := client.New(ctx, &renaming{w.chain, w.market().GetABI().Events["JobDisapproved"].ID, tx}, chainID,
			w.client.Contracts())
		w.must(err)
		if r, err := told.Refusal(ctx, j); err != nil || r == nil || r.Reason != c.want {
			t.Errorf("%s: the refusal is %+v, %v; want the reason %q", name, r, err, c.want)
		}
	}
}

func TestJobs(t *testing.T) {
	w := newWaits(t, 1, nil)
	var want []common.Hash
	for range 3 {
		w.now = w.now.Add(time.Second)
		want = append(want, w.post(1000))
	}
	now, err := w.client.Now(t.Context())
	w.must(err)
	for _, of := range []common.Hash{{}, w.story.Dataset, {9}} {
		jobs, err := w.client.Jobs(t.Context(), now, of)
		w.must(err)
		if of == (common.Hash{9}) {
			if len(jobs) != 0 {
				t.Errorf("another dataset has %d jobs", len(jobs))
			}
			continue
		}
		if len(jobs) != len(want) {
			t.Fatalf("%d jobs of %s", len(jobs), of)
		}
		for i := range jobs {
			if jobs[i].ID != want[i] || len(jobs[i].Parameters) == 0 {
				t.Errorf("job %d is %s, want %s", i, jobs[i].ID, want[i])
			}
		}
	}
}

// What equal questions leave of a cohort is known before one is asked: of five people two let no more be used of the
// budget than epsilon 1, which one such question stays within and two do not.
func TestCountLive(t *testing.T) {
	w := newWorld(t, nil)
	w.enrol(3)
	w.must(w.story.MakeSubjects([]string{"cautious", "wary"},
		func(i int) (*ecdsa.PrivateKey, error) { return key(t, []string{"cautious", "wary"}[i]), nil }, rand.Reader))
	w.must(w.story.Enrol(t.Context(), w.story.Subjects[3:], actors.Consent{Class: 2}, nil))
	now, err := w.client.Now(t.Context())
	w.must(err)
	_, err = w.client.AddVersion(t.Context(), w.story.Custodian, w.story.Dataset, dataset.Version{
		ContentRoot: common.Hash{1}, Schema: common.Hash{2}, RosterRoot: common.Hash{3}, AsOf: now.Round.Number,
		URI: "/nowhere",
	})
	w.must(err)
	now, err = w.client.Now(t.Context())
	w.must(err)
	asked := &contracts.Job{Spec: job.Spec{
		Dataset: w.story.Dataset, DatasetVersion: 1, PolicyVersion: 1, Kind: kind.Query, Purpose: purpose.FairnessAudit,
		Release: job.Private, Rho: 10_000,
	}}
	count, err := w.client.CountLive(t.Context(), now, asked)
	w.must(err)
	for before, want := range []int{5, 3, 3} {
		if got := count(before); got != want {
			t.Errorf("after %d equal questions %d people count, want %d", before, got, want)
		}
	}
	asked.Spec.Purpose = purpose.CommercialResearch
	count, err = w.client.CountLive(t.Context(), now, asked)
	w.must(err)
	if got := count(0); got != 0 {
		t.Errorf("%d people count for a purpose that none consents to", got)
	}
}
