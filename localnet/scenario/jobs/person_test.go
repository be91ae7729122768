package jobs_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/statistics"
)

// TestStory_theCohortIsThatOfTheData: who enrols after the version was made does not count for it, who rotates does,
// with their rows; and an exact release over fewer people's rows than the policy wants shows nothing of them.
func TestStory_theCohortIsThatOfTheData(t *testing.T) {
	t.Parallel()
	const people, first = 8, 6
	s := newStudy(t, stories.Shared(t), setting{
		people: people, declines: func(i int) bool { return i >= first },
		policy: func(p *policy.Policy) { p.MinCohort = first },
	})
	b := s.startBroker(t, brokerOptions{})
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	check(s.Enrol(t.Context(), s.Subjects[first:], actors.Consent{Exact: true}, nil))
	for _, who := range s.Subjects[1:first] {
		s.rotate(t, who)
	}
	s.startWorker(t, workerOptions{broker: b.url})
	id := s.ask(t, wanted{})
	s.end(t, id, job.Done)
	s.checkRows(t, id, first, all(first)...)

	// The next version has everyone by its block, and rows of one.
	names, table := usualTable(people)
	_ = names
	s.table = strings.Join(strings.Split(table, "\n")[:2], "\n") + "\n"
	s.missing = people - 1
	if v := s.publish(t); v != 2 {
		t.Fatalf("version %d", v)
	}
	id = s.ask(t, wanted{})
	s.end(t, id, job.Done)
	d, r := s.delivered(t, id)
	if live := d.Receipt.Charge.LiveSubjects; live != people {
		t.Errorf("%d live subjects, want %d", live, people)
	}
	if figures := r.Query.Cells[0].Figures; figures[0].Value == "1" || figures[1].Value == "1" {
		t.Errorf("the result shows the rows of one person: %+v", figures)
	}

	// And no one can go back to the version before.
	_, parameters, err := statistics.Read(kind.Query, []byte(whoTook))
	check(err)
	draft, err := s.Draft(t.Context(), s.researcher.Address(), kind.Query, parameters, job.Exact, 0, s.resultKey)
	check(err)
	draft.Spec.DatasetVersion = 1
	if _, err := s.Client.Post(t.Context(), s.researcher, draft); err == nil {
		t.Error("a job on a version that is no longer the newest was taken")
	}
}

// TestStory_aRotationDoesNotOutrunTheCustodian: a subject rotates at the charge, ahead of the custodian, who revokes by
// the pseudonym that it knows. The person is gone, the job is run again once, and the next one not at all.
func TestStory_aRotationDoesNotOutrunTheCustodian(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	b := s.startBroker(t, brokerOptions{})
	who := s.Subjects[0]
	var next common.Address
	s.startWorker(t, workerOptions{broker: b.url, step: once(atCharge, func(*runningWorker, common.Hash) {
		s.rotate(t, who)
		revoked, err := s.Client.RevokeFor(t.Context(), s.Custodian, s.Ledger, []common.Address{who.Pseudonym})
		if err != nil || len(revoked) != 1 || revoked[0].Current == who.Pseudonym {
			t.Errorf("revoked %v, %v", revoked, err)
			return
		}
		next = revoked[0].Current
	})})
	for n := range uint8(2) {
		id := s.ask(t, wanted{})
		if j := s.end(t, id, job.Done); j.Reruns != 1-n {
			t.Errorf("job %d was run again %d times", n, j.Reruns)
		}
		s.checkRows(t, id, 7, all(8, 0)...)
	}
	now, err := s.Client.Now(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	e, err := now.Entry(t.Context(), s.Ledger, next)
	if err != nil || !e.Revoked || e.Origin != who.Pseudonym || e.Check(grant.Terms{}) != grant.RevokedByCustodian {
		t.Errorf("the successor's entry is %+v, %v", e, err)
	}
	if again, err := s.Client.RevokeFor(t.Context(), s.Custodian, s.Ledger,
		[]common.Address{who.Pseudonym, crypto.PubkeyToAddress(who.Key.PublicKey)}); err == nil || len(again) != 0 {
		t.Errorf("revoked again: %v", again)
	}
}

// TestStory_anExactReleaseKeepsBackCellsOfFew: under a policy with a floor of three people, a group of two shows
// neither how many they are nor what they weigh, and neither does the group that would give them away. An empty group
// and a large one are shown. The sealed result has the size of any other.
func TestStory_anExactReleaseKeepsBackCellsOfFew(t *testing.T) {
	t.Parallel()
	const floor = 3
	groups := []string{"a", "a", "b", "b", "b", "c", "c", "c", "c"}
	with := setting{
		people: len(groups), policy: func(p *policy.Policy) { p.MinCell = floor },
		schema: `{"format":"assent-schema/1","title":"groups","subject":"name","maxContributions":1,"columns":[
 {"name":"weight","type":"integer","min":"0","max":"1000"},{"name":"group","type":"category","values":["a","b","c","d"]}]}`,
		table: "name,weight,group\n",
	}
	for i, g := range groups {
		name := fmt.Sprintf("person %d", i)
		with.names = append(with.names, name)
		with.table += fmt.Sprintf("%s,%d,%s\n", name, 10+i, g)
	}
	s := newStudy(t, stories.Shared(t), with)
	b := s.startBroker(t, brokerOptions{})
	s.startWorker(t, workerOptions{broker: b.url})
	id := s.ask(t, wanted{parameters: `{"format":"assent-query/1","groups":[{"column":"group"}],"measures":[{"op":"count"},{"op":"sum","column":"weight"}]}`})
	s.end(t, id, job.Done)
	d, r := s.delivered(t, id)
	if r.Floor != floor {
		t.Errorf("the result names floor %d, want %d", r.Floor, floor)
	}
	for i, want := range [][2]string{{figure.Suppressed, figure.Suppressed}, {figure.Suppressed, figure.Suppressed},
		{"4", "66"}, {"0", "0"}} {
		if f := r.Query.Cells[i].Figures; f[0].Value != want[0] || f[1].Value != want[1] {
			t.Errorf("group %v shows %+v, want %v", r.Query.Cells[i].Group, f, want)
		}
	}
	all := s.ask(t, wanted{parameters: `{"format":"assent-query/1","groups":[{"column":"group","values":["b","c","d"]},{"name":"all","rules":[{"name":"all","where":{"column":"weight","op":">=","value":"0"}}]}],"measures":[{"op":"count"},{"op":"sum","column":"weight"}]}`})
	s.end(t, all, job.Done)
	other, r := s.delivered(t, all)
	if f := r.Query.Cells[0].Figures[0]; !f.Suppressed() {
		t.Errorf("a job that leaves out the group of two shows all others, and so tells of it: %+v", f)
	}
	if a, b := d.Receipt.Size, other.Receipt.Size; a != b {
		t.Errorf("the sealed results have %d and %d bytes", a, b)
	}
	// Six people weigh 13 or more, and five of them not 18: together the two counts would tell who does.
	but := s.ask(t, wanted{parameters: `{"format":"assent-query/1","filter":{"and":[{"column":"weight","op":">=",` +
		`"value":"13"},{"column":"weight","op":"!=","value":"18"}]},"measures":[{"op":"count"}]}`})
	s.end(t, but, job.Done)
	if _, r = s.delivered(t, but); !r.Query.Cells[0].Figures[0].Suppressed() {
		t.Errorf("a clause that leaves out one person shows all others: %+v", r.Query.Cells[0].Figures)
	}
}
