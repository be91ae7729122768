package client_test

import (
	"context"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/policy"
)

// counting counts the calls that a gateway is asked to run.
type counting struct {
	client.Backend
	calls int
}

func (c *counting) CallContract(ctx context.Context, msg ethereum.CallMsg, block *big.Int) ([]byte, error) {
	c.calls++
	return c.Backend.CallContract(ctx, msg, block)
}

// asked returns a client of the world whose calls are counted, and a snapshot of now.
func (w *world) asked() (*counting, *client.Client, *contracts.Snapshot) {
	w.t.Helper()
	backend := &counting{Backend: w.chain}
	c, err := client.New(w.t.Context(), backend, chainID, w.client.Contracts())
	w.must(err)
	now, err := c.Now(w.t.Context())
	w.must(err)
	return backend, c, now
}

// Grants are counted as they are, and with one call for hundreds of them.
func TestLiveGrants(t *testing.T) {
	w := newWorld(t, nil)
	people := w.enrol(620)
	w.must(w.story.Revoke(t.Context(), people[:7], 2))
	_, err := w.client.RevokeFor(t.Context(), w.story.Custodian, w.story.Ledger, []common.Address{people[9].Pseudonym})
	w.must(err)
	backend, c, now := w.asked()
	live, err := c.LiveGrants(t.Context(), now, w.story.Dataset)
	w.must(err)
	if want := len(people) - 8; live != want {
		t.Errorf("%d live grants, want %d", live, want)
	}
	if backend.calls > 5 {
		t.Errorf("%d calls for %d people", backend.calls, len(people))
	}
	// What is read in one go is what is read one by one.
	var pseudonyms []common.Address
	for _, p := range people[:20] {
		pseudonyms = append(pseudonyms, p.Pseudonym)
	}
	pseudonyms = append(pseudonyms, common.Address{1})
	entries, err := now.Entries(t.Context(), w.story.Ledger, pseudonyms)
	w.must(err)
	for i, p := range pseudonyms {
		if one, err := now.Entry(t.Context(), w.story.Ledger, p); err != nil || one != entries[i] {
			t.Errorf("%s has %+v, in one go %+v, %v", p, one, entries[i], err)
		}
	}
}

func TestContainedUntil(t *testing.T) {
	w := newWorld(t, nil)
	first, second := w.enrol(3), w.enrol(2)
	entry := func(s actors.Subject) dataset.RosterEntry { return dataset.RosterEntry{Pseudonym: s.Pseudonym} }
	enrolledAt := func(s actors.Subject) uint64 {
		e, err := w.client.Entry(t.Context(), w.story.Ledger, s.Pseudonym)
		w.must(err)
		return e.OriginBlock
	}
	all := []dataset.RosterEntry{entry(first[0]), entry(first[1]), entry(first[2]), entry(second[0]), entry(second[1])}
	stranger := dataset.RosterEntry{Pseudonym: common.Address{1}}
	backend, c, now := w.asked()
	for name, tc := range map[string]struct {
		roster []dataset.RosterEntry
		want   uint64
	}{
		"everybody":                   {all, now.Round.Number},
		"and one who is not enrolled": {append([]dataset.RosterEntry{stranger}, all...), now.Round.Number},
		"without one of the second":   {all[:4], enrolledAt(second[0]) - 1},
		"without one of the first":    {all[1:], enrolledAt(first[0]) - 1},
		"no one":                      {nil, enrolledAt(first[0]) - 1},
	} {
		before := backend.calls
		got, err := c.ContainedUntil(t.Context(), now, w.story.Ledger, tc.roster)
		if err != nil || got != tc.want {
			t.Errorf("%s: %d, want %d, %v", name, got, tc.want, err)
		}
		if backend.calls-before > 1 {
			t.Errorf("%s: %d calls", name, backend.calls-before)
		}
	}
	// A person who consents to nothing need not be in the data.
	w.must(w.story.Revoke(t.Context(), second[1:], 2))
	_, c, now = w.asked()
	if got, err := c.ContainedUntil(t.Context(), now, w.story.Ledger, all[:4]); err != nil || got != now.Round.Number {
		t.Errorf("a revoked one is left out: %d, want %d, %v", got, now.Round.Number, err)
	}
}

// What it costs a custodian to learn whom a policy costs, and up to which block a roster has everyone.
func BenchmarkLiveGrants_2000(b *testing.B) {
	w := newWorld(b, func(*policy.Policy) {})
	people := w.enrol(2000)
	var roster []dataset.RosterEntry
	for _, p := range people {
		roster = append(roster, dataset.RosterEntry{Pseudonym: p.Pseudonym})
	}
	backend, c, now := w.asked()
	b.Run("live", func(b *testing.B) {
		backend.calls = 0
		for b.Loop() {
			if n, err := c.LiveGrants(b.Context(), now, w.story.Dataset); err != nil || n != len(people) {
				b.Fatal(n, err)
			}
		}
		b.ReportMetric(float64(backend.calls)/float64(b.N), "calls/op")
	})
	b.Run("contained", func(b *testing.B) {
		backend.calls = 0
		for b.Loop() {
			if n, err := c.ContainedUntil(b.Context(), now, w.story.Ledger,
				roster); err != nil || n != now.Round.Number {
				b.Fatal(n, err)
			}
		}
		b.ReportMetric(float64(backend.calls)/float64(b.N), "calls/op")
	})
}
