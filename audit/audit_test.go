package audit_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/audit/collect/recordtest"
	"github.com/assent-network/assent/protocol/bundle"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/prooftest"
)

func mustPass(t testing.TB, r *audit.Report) {
	t.Helper()
	if !r.Passed {
		t.Fatalf("report:\n%s", words(r))
	}
}

func words(r *audit.Report) string {
	var b strings.Builder
	for _, c := range r.Checks {
		b.WriteString(string(c.Name) + ": " + string(c.Status) + ": " + c.Detail + "\n")
	}
	return b.String()
}

func TestVerify(t *testing.T) {
	for name, o := range map[string]recordtest.Options{
		"one worker":          {Subjects: 60, Between: 3},
		"close rounds":        {Subjects: 10},
		"far rounds":          {Subjects: 25, Between: 40, After: 5},
		"an epoch in between": {Subjects: 25, Between: 6, Epochs: 1},
		"epochs in between":   {Subjects: 25, Between: 30, Epochs: 3},
		"many validators": {Subjects: 7, Between: 4,
			Network: prooftest.Config{Validators: 21, Workers: 3, Backups: 2, AllowedStragglers: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			j := recordtest.New(t, o)
			data := j.Bundle(t)
			r := audit.Verify(data, j.Root, audit.Options{Now: j.Clock.Add(90 * time.Second)})
			mustPass(t, r)
			t.Logf("%d bytes\n%s", len(data), words(r))
			var names []audit.Name
			for _, c := range r.Checks {
				names = append(names, c.Name)
			}
			if !slices.Equal(names, audit.Names()) {
				t.Fatalf("checks %v", names)
			}
			f := r.Facts
			want := uint32(o.Subjects - o.Subjects/5)
			if f.LiveSubjects != want || f.Entries != o.Subjects || f.FinalRound != j.Final ||
				f.Attestation != "tdx, simulated" {
				t.Fatalf("facts %+v", f)
			}
			if f.Age < 90 || f.Age > 100 {
				t.Fatalf("age %d", f.Age)
			}
			for _, c := range f.Committees {
				if c.Workers != max(o.Network.Workers, 1) || c.Signed != c.Workers || c.Backups != o.Network.Backups {
					t.Fatalf("committee %+v", c)
				}
			}
		})
	}
}

// sections are the byte classes of a bundle: where each begins, and which checks may name a change in it first.
type section struct {
	name   string
	find   func(b *bundle.Bundle) []byte
	checks []audit.Name
}

func sections() []section {
	return []section{
		{"light block of the trust root", func(b *bundle.Bundle) []byte { return b.Blocks[0] },
			[]audit.Name{audit.Encoding, audit.LightBlocks}},
		{"newest light block", func(b *bundle.Bundle) []byte { return b.Blocks[len(b.Blocks)-1] },
			[]audit.Name{audit.Encoding, audit.LightBlocks}},
		{"final anchor", func(b *bundle.Bundle) []byte { return longest(b.Final.Position.Anchor.Proof) },
			[]audit.Name{audit.RuntimeRounds}},
		{"final commitment", func(b *bundle.Bundle) []byte { return b.Final.Commitments[0].Signature[:] },
			[]audit.Name{audit.Committee}},
		{"final scheduler", func(b *bundle.Bundle) []byte { return b.Final.Commitments[0].Scheduler[:] },
			[]audit.Name{audit.Committee}},
		{"final node", func(b *bundle.Bundle) []byte { return b.Final.Commitments[0].Node[:] },
			[]audit.Name{audit.Committee}},
		{"final state", func(b *bundle.Bundle) []byte { return longest(b.Final.State) },
			[]audit.Name{audit.StorageProofs}},
		{"consent link", func(b *bundle.Bundle) []byte { return b.Consent.Position.Link.Headers[0].StateRoot[:] },
			[]audit.Name{audit.RuntimeRounds}},
		{"consent link's beginning", func(b *bundle.Bundle) []byte { return b.Consent.Position.Link.First[:] },
			[]audit.Name{audit.RuntimeRounds}},
		{"consent commitment", func(b *bundle.Bundle) []byte { return b.Consent.Commitments[0].Signature[:] },
			[]audit.Name{audit.Committee}},
		{"consent state", func(b *bundle.Bundle) []byte { return longest(b.Consent.State) },
			[]audit.Name{audit.StorageProofs}},
		{"quoted link", func(b *bundle.Bundle) []byte { return b.Quoted.Link.Headers[0].IORoot[:] },
			[]audit.Name{audit.RuntimeRounds}},
		{"consent entries", func(b *bundle.Bundle) []byte { return b.Snapshot },
			[]audit.Name{audit.Encoding, audit.StorageProofs}},
		{"specification", func(b *bundle.Bundle) []byte { return b.Spec }, []audit.Name{audit.Encoding, audit.Job}},
		{"parameters", func(b *bundle.Bundle) []byte { return b.Parameters }, []audit.Name{audit.Encoding, audit.Job}},
		{"receipt", func(b *bundle.Bundle) []byte { return b.Receipt }, []audit.Name{audit.Encoding, audit.Signature}},
		{"ciphertext", func(b *bundle.Bundle) []byte { return b.Ciphertext }, []audit.Name{audit.Inputs}},
		{"policy", func(b *bundle.Bundle) []byte { return b.Policy }, []audit.Name{audit.Encoding, audit.Policy}},
		{"dataset version", func(b *bundle.Bundle) []byte { return b.Version },
			[]audit.Name{audit.Encoding, audit.Dataset}},
		{"evidence", func(b *bundle.Bundle) []byte { return b.Evidence }, []audit.Name{audit.Attestation}},
		{"collateral", func(b *bundle.Bundle) []byte { return b.Collateral }, []audit.Name{audit.Attestation}},
		{"pins", func(b *bundle.Bundle) []byte { return b.Pins }, []audit.Name{audit.Encoding, audit.Policy}},
	}
}

func longest(e proof.Entries) []byte {
	return slices.MaxFunc(e, func(a, b []byte) int { return len(a) - len(b) })
}

// Every byte class of a bundle is changed in turn, at many places: the report fails and names one of the checks that
// the class belongs to.
func TestVerify_everySectionCounts(t *testing.T) {
	j := recordtest.New(t, recordtest.Options{Subjects: 40, Between: 3, Network: prooftest.Config{Validators: 3}})
	data := j.Bundle(t)
	mustPass(t, audit.Verify(data, j.Root, audit.Options{}))
	for _, s := range sections() {
		b, err := bundle.Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		size := len(s.find(b))
		named := make(map[audit.Name]int)
		for k := range min(size, 60) {
			at := k * size / min(size, 60)
			b, err := bundle.Decode(data)
			if err != nil {
				t.Fatal(err)
			}
			s.find(b)[at] ^= 1 << (k % 8)
			r := audit.Verify(b.Encode(), j.Root, audit.Options{})
			failed := r.Failed()
			if r.Passed || len(failed) == 0 {
				t.Fatalf("%s: byte %d changed, and it passes", s.name, at)
			}
			if !slices.Contains(s.checks, failed[0]) {
				t.Fatalf("%s: byte %d changed, and %q fails first\n%s", s.name, at, failed[0], words(r))
			}
			named[failed[0]]++
		}
		t.Logf("%s (%d bytes): %v", s.name, size, named)
	}
}

// Any byte of the file itself, changed or cut off, fails.
func TestVerify_everyByteOfTheFileCounts(t *testing.T) {
	j := recordtest.New(t, recordtest.Options{Subjects: 10, Between: 2})
	data := j.Bundle(t)
	named := make(map[audit.Name]int)
	for at := 0; at < len(data); at += 1 + len(data)/4000 {
		bad := bytes.Clone(data)
		bad[at] ^= 1 << (at % 8)
		r := audit.Verify(bad, j.Root, audit.Options{})
		if r.Passed {
			t.Fatalf("byte %d changed, and it passes", at)
		}
		named[r.Failed()[0]]++
	}
	for _, cut := range []int{0, 1, len(data) / 2, len(data) - 1} {
		if r := audit.Verify(data[:cut], j.Root, audit.Options{}); r.Passed || r.Failed()[0] != audit.Encoding {
			t.Fatalf("cut off at %d:\n%s", cut, words(r))
		}
	}
	if r := audit.Verify(append(bytes.Clone(data), 0), j.Root, audit.Options{}); r.Passed ||
		r.Failed()[0] != audit.Encoding {
		t.Fatalf("one byte more:\n%s", words(r))
	}
	t.Logf("%d bytes: %v", len(data), named)
}

// A bundle is judged as of its own time: years later it still verifies, and says how old it is.
func TestVerify_longAfter(t *testing.T) {
	j := recordtest.New(t, recordtest.Options{Subjects: 10})
	r := audit.Verify(j.Bundle(t), j.Root, audit.Options{Now: j.Clock.AddDate(30, 0, 0)})
	mustPass(t, r)
	if years := r.Facts.Age / (365 * 24 * 3600); years != 30 {
		t.Fatalf("%d years", years)
	}
}

// Other trust roots see through the bundle at the first check that they can.
func TestVerify_otherRoots(t *testing.T) {
	j := recordtest.New(t, recordtest.Options{Subjects: 10})
	data := j.Bundle(t)
	other := recordtest.New(t, recordtest.Options{Subjects: 11, Network: prooftest.Config{Validators: 2}})
	for name, tc := range map[string]struct {
		change func(j *recordtest.Job)
		want   audit.Name
	}{
		"another header": {func(j *recordtest.Job) { j.Root.HeaderHash[0] ^= 1 }, audit.LightBlocks},
		"another height": {func(j *recordtest.Job) { j.Root.Height++ }, audit.LightBlocks},
		"another network": {func(j *recordtest.Job) { j.Root.HeaderHash = other.Root.HeaderHash },
			audit.LightBlocks},
		"another chain": {func(j *recordtest.Job) { j.Root.ChainContext = strings.Repeat("1", 64) },
			audit.Encoding},
		"another runtime": {func(j *recordtest.Job) { j.Root.Runtime[31] ^= 1 }, audit.RuntimeRounds},
		"another market":  {func(j *recordtest.Job) { j.Root.Contracts.Market.Address[0] ^= 1 }, audit.Signature},
		"another market code": {func(j *recordtest.Job) { j.Root.Contracts.Market.CodeHash[0] ^= 1 },
			audit.StorageProofs},
		"another registry": {func(j *recordtest.Job) { j.Root.Contracts.Registry.Address[0] ^= 1 },
			audit.StorageProofs},
		"another budget": {func(j *recordtest.Job) { j.Root.Contracts.Budget.CodeHash[0] ^= 1 },
			audit.StorageProofs},
		"another workers": {func(j *recordtest.Job) { j.Root.Contracts.Workers.CodeHash[0] ^= 1 },
			audit.StorageProofs},
		"another EVM chain": {func(j *recordtest.Job) { j.Root.EVMChainID++ }, audit.Signature},
		"another TEE root": {func(j *recordtest.Job) { j.Root.TEERoots = other.Root.TEERoots[:0] },
			audit.Attestation},
		"no contracts": {func(j *recordtest.Job) { j.Root.Contracts.Market.Address = common.Address{} },
			audit.Encoding},
	} {
		changed := *j
		tc.change(&changed)
		r := audit.Verify(data, changed.Root, audit.Options{})
		if r.Passed || r.Failed()[0] != tc.want {
			t.Errorf("%s: want %q\n%s", name, tc.want, words(r))
		}
	}
}

func BenchmarkVerify_7000subjects(b *testing.B) {
	j := recordtest.New(b, recordtest.Options{Subjects: 7000, Between: 5})
	data := j.Bundle(b)
	b.ReportMetric(float64(len(data)), "bytes")
	for b.Loop() {
		if r := audit.Verify(data, j.Root, audit.Options{}); !r.Passed {
			b.Fatal(words(r))
		}
	}
}
