package jobs_test

import (
	"crypto/rand"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/use"
)

// TestStory_anAuditorChecksEveryReceipt is guarantee 7: whatever kind of job it was and whatever came between, the
// receipt verifies offline from the trust root, and a bundle that was changed, or is held against another network, does
// not.
func TestStory_anAuditorChecksEveryReceipt(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	b := s.startBroker(t, brokerOptions{})
	d := newDirector()
	s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	var last []byte
	for _, c := range []struct {
		name string
		w    wanted
		act  func(*runningWorker, common.Hash)
	}{
		{name: "an exact query"},
		{name: "a private query", w: wanted{rho: 500}},
		{name: "a query that was run again", act: func(*runningWorker, common.Hash) { s.revoke(t, 2, 2) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			d.always(nil)
			if c.act != nil {
				d.once(atCharge, c.act)
			}
			id := s.ask(t, c.w)
			s.end(t, id, job.Done)
			config := s.station(t, "auditor", filepath.Join(s.dir, "auditor "+rand.Text()), "", nil)
			bundle := must(operate.RecordBundle(t.Context(), config, s.Client, id))(t)
			last = bundle.Encode()
			report := audit.Verify(last, s.root, audit.Options{Now: time.Now()})
			if err := report.Err(); err != nil || !report.Passed {
				t.Errorf("the audit of job %s: %v", id, err)
			}
			for _, check := range report.Checks {
				t.Logf("%s: %s: %s", check.Name, check.Status, check.Detail)
			}
		})
	}
	if last == nil {
		return
	}
	t.Run("a bundle that was changed", func(t *testing.T) {
		// Every byte class is changed in turn beside package audit; here one byte in the middle of each sixteenth.
		for i := range 16 {
			changed := append([]byte(nil), last...)
			changed[len(changed)*(2*i+1)/32] ^= 1
			if report := audit.Verify(changed, s.root, audit.Options{}); report.Passed || len(report.Failed()) == 0 {
				t.Errorf("a bundle with byte %d changed passes", len(changed)*(2*i+1)/32)
			}
		}
	})
	t.Run("another network's trust root", func(t *testing.T) {
		other := s.root
		other.HeaderHash[0] ^= 1
		if report := audit.Verify(last, other, audit.Options{}); report.Passed {
			t.Error("the bundle passes under another trust root")
		}
	})
}

// TestStory_aReceiptCommitsToWhoWasUsed is the second half of guarantee 2: everyone learns by their own key, from the
// receipt and one bucket, that their row was used or that it was not, and shows it to others who have neither.
func TestStory_aReceiptCommitsToWhoWasUsed(t *testing.T) {
	t.Parallel()
	const people = 8
	s := newStudy(t, stories.Shared(t), setting{people: people, declines: func(i int) bool { return i%3 == 0 }})
	b := s.startBroker(t, brokerOptions{})
	s.startWorker(t, workerOptions{broker: b.url})
	first := s.ask(t, wanted{rho: 100})
	s.end(t, first, job.Done)
	second := s.ask(t, wanted{rho: 100})
	s.end(t, second, job.Done)
	s.checkCommitted(t, first, all(people, 0, 3, 6)...)
	s.checkShown(t, first, second)

	list, charge := s.useList(t, first), s.chargeOf(t, first)
	elsewhere := s.chargeOf(t, second)
	tree := must(dataset.NewRoster(s.Roster.Entries()))(t)
	enroller := must(crypto.GenerateKey())(t) // the custodian's is its own
	domain := s.Client.RegistryDomain()
	version := charge.Version
	roster := use.Roster{Domain: domain, Enroller: crypto.PubkeyToAddress(enroller.PublicKey), Root: tree.Root()}
	for i, who := range s.Subjects {
		want := i%3 != 0
		tag := must(who.ProofKey.Tag(charge, who.Pseudonym))(t)
		proof := must(list.ProveTag(tag))(t)
		// It holds for this job only.
		if used, err := who.ProofKey.Verify(elsewhere, who.Pseudonym, proof); err == nil {
			t.Errorf("subject %d: the proof of one job says used %v of another", i, used)
		}
		entry := s.Roster.Entries()[slices.IndexFunc(s.Roster.Entries(),
			func(e dataset.RosterEntry) bool { return e.Pseudonym == who.Pseudonym })]
		m := must(tree.Prove(domain, enroller, version.Dataset, version.Number, entry))(t)
		m = must(m.Countersign(domain, roster.Enroller, who.Key))(t)
		statement := must(who.ProofKey.State(charge, m, proof, rand.Reader))(t)
		if used, err := statement.Verify(charge, roster); err != nil || used != want {
			t.Errorf("subject %d states: used %v, %v, want %v", i, used, err, want)
		}
		// The next one's point makes nothing of it.
		other := s.Subjects[(i+1)%people]
		statement.Shared = must(other.ProofKey.Share(charge.ProofKey))(t)
		if used, err := statement.Verify(charge, roster); err == nil {
			t.Errorf("subject %d with the point of another: used %v", i, used)
		}
	}
}
