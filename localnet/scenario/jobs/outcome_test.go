package jobs_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"math/bits"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli"
	"github.com/assent-network/assent/client/uses"
	"github.com/assent-network/assent/node/worker"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/statistics"
	"github.com/assent-network/assent/protocol/use"
)

// end waits until a job has ended and checks how.
func (s *study) end(t testing.TB, id common.Hash, want job.State) *contracts.Job {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), storyTimeout)
	defer cancel()
	j, err := s.Client.Watch(ctx, id, client.WatchOptions{Changed: func(c client.Change) {
		t.Logf("job %.10s: %s", id.Hex(), cli.ChangeWords(c))
	}})
	if err != nil {
		t.Fatalf("waiting for job %s: %v", id, err)
	}
	if j.State() != want {
		t.Fatalf("job %s ended as %s, want %s", id, j.State(), want)
	}
	return j
}

// delivered returns what a finished job delivered: its receipt, verified, and its result, opened.
func (s *study) delivered(t testing.TB, id common.Hash) (*client.Delivery, *statistics.Result) {
	t.Helper()
	d, err := s.Client.Delivery(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := d.Result(s.resultKey)
	if err != nil {
		t.Fatal(err)
	}
	r, err := statistics.Decode(plain)
	if err != nil {
		t.Fatal(err)
	}
	return d, r
}

// checkUsed checks, to the row, whose rows a finished job used: by its result, and by what its receipt commits to.
func (s *study) checkUsed(t testing.TB, id common.Hash, want ...int) {
	t.Helper()
	s.checkRows(t, id, len(want), want...)
}

// checkRows is checkUsed for a dataset in which some that consent have no row: live is how many consent.
func (s *study) checkRows(t testing.TB, id common.Hash, live int, want ...int) {
	t.Helper()
	d, r := s.delivered(t, id)
	var sum uint64
	for _, i := range want {
		sum |= 1 << i
	}
	figures := r.Query.Cells[0].Figures
	if got, _ := new(big.Int).SetString(figures[1].Value, 10); got == nil || !got.IsUint64() || got.Uint64() != sum ||
		figures[0].Value != strconv.Itoa(len(want)) {
		t.Errorf("job %s used rows %s (%s of them), want %v", id, rowsOf(got), figures[0].Value, want)
	}
	receipt := d.Receipt.Receipt
	if receipt.Charge.LiveSubjects != uint32(live) || r.LiveSubjects != receipt.Charge.LiveSubjects {
		t.Errorf("the receipt of job %s counts %d live subjects, its result %d, want %d", id,
			receipt.Charge.LiveSubjects, r.LiveSubjects, live)
	}
	s.checkCommitted(t, id, want...)
	if j := s.job(t, id); receipt.Charge.ConsentRound != j.ConsentRound {
		t.Errorf("the receipt of job %s names consent round %d, the market %d", id, receipt.Charge.ConsentRound,
			j.ConsentRound)
	}
}

// checkCommitted checks that the receipt of a finished job commits to these subjects and no others: each of the study's
// learns it by its own key from the use list that the worker left, and the list is the one that the custodian's secret
// gives.
func (s *study) checkCommitted(t testing.TB, id common.Hash, who ...int) {
	t.Helper()
	list, charge := s.useList(t, id), s.chargeOf(t, id)
	enclave := s.useKey(t, charge)
	for i, subject := range s.Subjects {
		want := slices.Contains(who, i)
		tag := must(enclave.TagKey(subject.Pseudonym, subject.ProofKey.Public()))(t).Tag(id)
		if own := must(subject.ProofKey.Tag(charge, subject.Pseudonym))(t); own != tag {
			t.Errorf("subject %d makes the tag %x in job %s, the enclave %x", i, own, id, tag)
		}
		if used, err := subject.ProofKey.Verify(charge, subject.Pseudonym, must(list.ProveTag(tag))(t)); err != nil ||
			used != want {
			t.Errorf("job %s, subject %d: used %v, %v, want %v", id, i, used, err, want)
		}
	}
}

// useList is the use list of a job, from the folder of the worker that charged it.
func (s *study) useList(t testing.TB, id common.Hash) *use.List {
	t.Helper()
	root := must(s.Client.Delivery(t.Context(), id))(t).Receipt.Charge.SubjectsRoot
	for _, dir := range must(filepath.Glob(filepath.Join(s.dir, "*", "uses")))(t) {
		if list, err := (worker.UseLists{Dir: dir}).Get(id); err == nil && list.Root() == root {
			return list
		}
	}
	t.Fatalf("no worker has left the use list of job %s", id)
	return nil
}

// checkShown checks that a person who reads the dataset's feed finds these jobs, and no other charged one, and for each
// the list that was charged where the workers show theirs.
func (s *study) checkShown(t testing.TB, want ...common.Hash) {
	t.Helper()
	now := must(s.Client.Now(t.Context()))(t)
	charged := must(s.Client.Charged(t.Context(), now, s.Dataset))(t)
	var places []uses.Place
	for _, dir := range must(filepath.Glob(filepath.Join(s.dir, "*", "uses")))(t) {
		places = append(places, must(uses.Open(dir, nil))(t))
	}
	var got []common.Hash
	for i := range charged {
		c := charged[i].Use()
		got = append(got, c.Job)
		if of := s.chargeOf(t, c.Job); c != of {
			t.Errorf("the charge of job %s is %+v, its receipt says %+v", c.Job, c, of)
		}
		if _, err := uses.Find(t.Context(), places, c); err != nil {
			t.Error(err)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the jobs %v were charged, want %v", got, want)
	}
}

// chargeOf is what proofs of use need of a job's receipt.
func (s *study) chargeOf(t testing.TB, id common.Hash) use.Charge {
	t.Helper()
	r := must(s.Client.Delivery(t.Context(), id))(t).Receipt.Receipt
	spec := s.job(t, id).Spec
	return use.Charge{
		Job: id, Version: use.Version{Dataset: spec.Dataset, Number: spec.DatasetVersion},
		SubjectsRoot: r.Charge.SubjectsRoot,
		LiveSubjects: r.Charge.LiveSubjects, ProofKey: use.Point(r.Charge.ProofKey),
	}
}

// useKey is the enclaves' key for a dataset version. Only the custodian's broker and enclaves can derive it.
func (s *study) useKey(t testing.TB, c use.Charge) *use.Enclave {
	t.Helper()
	return must(use.NewEnclave(must(s.entry.UseSecret(c.Version.Dataset, c.Version.Number))(t), c.Version))(t)
}

// rowsOf lists the rows in a sum of weights.
func rowsOf(sum *big.Int) string {
	if sum == nil || !sum.IsUint64() {
		return "none"
	}
	var rows []int
	for left := sum.Uint64(); left != 0; left &= left - 1 {
		rows = append(rows, bits.TrailingZeros64(left))
	}
	return fmt.Sprint(rows)
}

// checkNothing checks that a job has left nothing: no receipt, no result.
func (s *study) checkNothing(t testing.TB, id common.Hash) {
	t.Helper()
	if d, err := s.Client.Delivery(t.Context(), id); !errors.Is(err, client.ErrNoResult) {
		t.Errorf("job %s delivered %v, %v, want nothing", id, d, err)
	}
}

func (s *study) job(t testing.TB, id common.Hash) *contracts.Job {
	t.Helper()
	j, err := s.Client.Job(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// checkBudget checks the dataset's account: what is spent and may come back, and what is spent for good.
func (s *study) checkBudget(t testing.TB, open, settled uint64) {
	t.Helper()
	now, err := s.Client.Now(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	b, err := now.Budget(t.Context(), s.Dataset)
	if err != nil {
		t.Fatal(err)
	}
	if uint64(b.Open.Rho) != open || uint64(b.Settled.Rho) != settled {
		t.Errorf("the budget has %d open and %d settled, want %d and %d", b.Open.Rho, b.Settled.Rho, open, settled)
	}
}

// checkDecisions checks what the broker's journal says of a job, in order.
func (b *broker) checkDecisions(t testing.TB, id common.Hash, want ...string) {
	t.Helper()
	if got := b.reasons(t, id); !slices.Equal(got, want) {
		t.Errorf("the broker's journal says %v of job %s, want %v", got, id, want)
	}
}

// checkReleasedThen checks that a job's key was released once and then refused, as often as it was asked for.
func (b *broker) checkReleasedThen(t testing.TB, id common.Hash, refused string) {
	t.Helper()
	says := b.reasons(t, id)
	if len(says) < 2 || says[0] != "released" ||
		slices.ContainsFunc(says[1:], func(r string) bool { return r != refused }) {
		t.Errorf("the broker's journal says %v of job %s, want released and then %s only", says, id, refused)
	}
}

// reasons are the decisions in the broker's journal about a job.
func (b *broker) reasons(t testing.TB, id common.Hash) (reasons []string) {
	t.Helper()
	for _, e := range b.decisions(t) {
		if e.Job == id {
			reasons = append(reasons, e.Reason)
		}
	}
	return reasons
}

// all are the numbers from 0 to n-1 but for some.
func all(n int, but ...int) []int {
	var out []int
	for i := range n {
		if !slices.Contains(but, i) {
			out = append(out, i)
		}
	}
	return out
}
