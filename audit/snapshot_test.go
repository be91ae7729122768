package audit_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/audit/collect/recordtest"
	"github.com/assent-network/assent/protocol/bundle"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/snapshot"
)

// entriesOf resolves the consent entries of an encoded bundle.
func entriesOf(t testing.TB, data []byte) consent.Items {
	t.Helper()
	s, err := bundle.EntriesOf(data)
	if err != nil {
		t.Fatal(err)
	}
	items, err := s.Resolve()
	if err != nil {
		t.Fatal(err)
	}
	return items
}

// withSnapshot is an encoded bundle with other consent entries.
func withSnapshot(t testing.TB, data []byte, s *snapshot.Snapshot) []byte {
	t.Helper()
	b, err := bundle.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	b.Snapshot = s.Encode()
	return b.Encode()
}

// twoJobs are the bundles of two jobs on one ledger, of which some entries changed in between.
func twoJobs(t testing.TB, subjects int) (first, second []byte, j *recordtest.Job) {
	t.Helper()
	first = recordtest.New(t, recordtest.Options{Subjects: subjects}).Bundle(t)
	j = recordtest.New(t, recordtest.Options{Subjects: subjects, Change: func(j *recordtest.Job) {
		for i := 0; i < len(j.Entries); i += len(j.Entries) / max(3, len(j.Entries)/1000) {
			j.Entries[i].Value = bytes.Clone(j.Entries[i].Value)
			j.Entries[i].Value[31]++ // the nonce
		}
	}})
	return first, j.Bundle(t), j
}

// A further job's bundle leaves out what an earlier one has, and verifies with that one, or with a snapshot file.
func TestVerify_sharing(t *testing.T) {
	first, whole, j := twoJobs(t, 600)
	base := entriesOf(t, first)
	small := withSnapshot(t, whole, snapshot.Share(entriesOf(t, whole), base))
	if len(whole)-len(small) < 40_000 {
		t.Fatalf("%d bytes, whole %d", len(small), len(whole))
	}
	mustPass(t, audit.Verify(whole, j.Root, audit.Options{}))
	ledger := snapshot.Whole(base).Encode()
	for name, with := range map[string][]audit.File{
		"bundle":   {{Name: "first.bundle", Data: first}},
		"snapshot": {{Name: "ledger.snapshot", Data: ledger}},
		"both, and others": {{Name: "whole", Data: whole}, {Name: "first.bundle", Data: first},
			{Name: "ledger.snapshot", Data: ledger}},
	} {
		r := audit.Verify(small, j.Root, audit.Options{With: with})
		mustPass(t, r)
		if r.Facts.Entries != 600 || r.Facts.Snapshot != entriesOf(t, whole).Top() {
			t.Errorf("%s: %d entries, snapshot %s", name, r.Facts.Entries, r.Facts.Snapshot)
		}
	}
	otherLedger := slices.Clone(base)
	otherLedger[7].Words.Entry[31]++
	damaged := bytes.Clone(first)
	damaged[len(damaged)/2] ^= 1
	for name, c := range map[string]struct {
		with []audit.File
		says string
	}{
		"nothing given": {nil, base.Top().Hex()},
		"itself":        {[]audit.File{{Name: "small.bundle", Data: small}}, base.Top().Hex()},
		"another snapshot": {[]audit.File{{Name: "other", Data: snapshot.Whole(otherLedger).Encode()}},
			base.Top().Hex()},
		"no bundle":     {[]audit.File{{Name: "notes.txt", Data: []byte("notes")}}, "notes.txt"},
		"a damaged one": {[]audit.File{{Name: "first.bundle", Data: damaged[:len(damaged)-1]}}, "first.bundle"},
	} {
		r := audit.Verify(small, j.Root, audit.Options{With: c.with})
		if r.Passed || r.Failed()[0] != audit.StorageProofs || !strings.Contains(r.Err().Error(), c.says) {
			t.Errorf("%s: want %q and %q\n%s", name, audit.StorageProofs, c.says, words(r))
		}
		if missing := c.says == base.Top().Hex(); missing != slices.Equal(r.Facts.Missing, []common.Hash{base.Top()}) {
			t.Errorf("%s: missing %v", name, r.Facts.Missing)
		}
	}
}

// Entries that are not the ledger's do not pass, whatever they are put together from: the state has their hashes.
func TestVerify_sharingOtherEntries(t *testing.T) {
	first, whole, j := twoJobs(t, 600)
	base, items := entriesOf(t, first), entriesOf(t, whole)
	moved := slices.IndexFunc(items, func(i consent.Item) bool { return i.Words.Origin != common.Hash{} })
	with := audit.Options{With: []audit.File{{Name: "first.bundle", Data: first}}}
	for name, change := range map[string]func(consent.Items) consent.Items{
		"entry of before": func(consent.Items) consent.Items { return base },
		"entry changed":   func(i consent.Items) consent.Items { i[300].Words.Entry[31]++; return i },
		"origin changed":  func(i consent.Items) consent.Items { i[moved].Words.Origin[31]++; return i },
		"origin left out": func(i consent.Items) consent.Items { i[moved].Words.Origin = common.Hash{}; return i },
		"entry left out":  func(i consent.Items) consent.Items { return slices.Delete(i, 300, 301) },
		"entry added": func(i consent.Items) consent.Items {
			return slices.Insert(i, 0,
				consent.Item{Words: i[0].Words})
		},
		"all left out": func(consent.Items) consent.Items { return nil },
		"words exchanged": func(i consent.Items) consent.Items {
			i[5].Words, i[6].Words = i[6].Words,
				i[5].Words
			return i
		},
		"pseudonym changed": func(i consent.Items) consent.Items { i[300].Pseudonym[19]++; return i },
		"origin of none":    func(i consent.Items) consent.Items { i[moved].Words.Entry = common.Hash{}; return i },
	} {
		changed := change(slices.Clone(items))
		for _, s := range []*snapshot.Snapshot{snapshot.Whole(changed), snapshot.Share(changed, base)} {
			r := audit.Verify(withSnapshot(t, whole, s), j.Root, with)
			if r.Passed || r.Failed()[0] != audit.StorageProofs {
				t.Errorf("%s, sharing %v:\n%s", name, s.Sharing(), words(r))
			}
		}
	}
}

// Any byte of a bundle that leaves parts out counts, and so does any of the file that has them.
func TestVerify_sharingEveryByteCounts(t *testing.T) {
	first, whole, j := twoJobs(t, 60)
	base := entriesOf(t, first)
	small, ledger := withSnapshot(t, whole, snapshot.Share(entriesOf(t, whole), base)), snapshot.Whole(base).Encode()
	with := func(b []byte) audit.Options { return audit.Options{With: []audit.File{{Name: "base", Data: b}}} }
	mustPass(t, audit.Verify(small, j.Root, with(ledger)))
	at := bytes.Index(small, []byte(snapshot.Format))
	for i := range len(snapshot.Share(entriesOf(t, whole), base).Encode()) {
		bad := bytes.Clone(small)
		bad[at+i] ^= 1 << (i % 8)
		if r := audit.Verify(bad, j.Root, with(ledger)); r.Passed {
			t.Fatalf("byte %d of the snapshot changed, and it passes", i)
		}
	}
	for i := 0; i < len(ledger); i += 7 {
		bad := bytes.Clone(ledger)
		bad[i] ^= 1 << (i % 8)
		if r := audit.Verify(small, j.Root, with(bad)); r.Passed || r.Failed()[0] != audit.StorageProofs {
			t.Fatalf("byte %d of the base changed:\n%s", i, words(r))
		}
	}
}

// A list that is null is not the same as an empty one.
func TestVerify_nulls(t *testing.T) {
	j := recordtest.New(t, recordtest.Options{Subjects: 10, Between: 40})
	data := j.Bundle(t)
	mustPass(t, audit.Verify(data, j.Root, audit.Options{}))
	changed := 0
	for at := range data {
		if data[at] != 0x80 && data[at] != 0x40 {
			continue
		}
		bad := bytes.Clone(data)
		bad[at] = 0xf6
		if r := audit.Verify(bad, j.Root, audit.Options{}); r.Passed {
			t.Errorf("byte %d: null in place of %#x, and it passes", at, data[at])
		}
		changed++
	}
	if changed == 0 {
		t.Fatal("there is no empty list")
	}
}

// The whole way at a million people: what the first bundle takes, and what a further one does. It needs about 8 GB and
// some minutes, and is run by name only.
func BenchmarkVerify_1000000subjects(b *testing.B) {
	first, whole, j := twoJobs(b, 1_000_000)
	small := withSnapshot(b, whole, snapshot.Share(entriesOf(b, whole), entriesOf(b, first)))
	b.Run("whole", func(b *testing.B) {
		for b.Loop() {
			mustPass(b, audit.Verify(whole, j.Root, audit.Options{}))
		}
		b.ReportMetric(float64(len(whole)), "bytes")
	})
	b.Run("sharing", func(b *testing.B) {
		for b.Loop() {
			mustPass(b, audit.Verify(small, j.Root, audit.Options{With: []audit.File{{Name: "first.bundle",
				Data: first}}}))
		}
		b.ReportMetric(float64(len(small)), "bytes")
	})
}
