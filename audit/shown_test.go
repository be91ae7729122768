package audit_test

import (
	"encoding/binary"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/audit/collect"
	"github.com/assent-network/assent/audit/collect/recordtest"
	"github.com/assent-network/assent/protocol/bundle"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/proof/prooftest"
)

// What an operator does once its job is charged makes no bundle fail: a revocation has its date, and the report has it.
func TestVerify_revokedLater(t *testing.T) {
	charged := recordtest.New(t, recordtest.Options{Subjects: 10})
	at := audit.Verify(charged.Bundle(t), charged.Root, audit.Options{}).Facts.JudgedAt
	if at.IsZero() {
		t.Fatal("the report does not say when the quote was judged")
	}
	for name, revoked := range map[string]time.Time{
		"in the second of the charge": at,
		"a second after the charge":   at.Add(time.Second),
		"a year after the charge":     at.AddDate(1, 0, 0),
	} {
		t.Run(name, func(t *testing.T) {
			j := recordtest.New(t, recordtest.Options{Subjects: 10, Change: func(j *recordtest.Job) {
				slot := layout.WorkerSlot(layout.Address(j.Keys.Address()))
				when := binary.BigEndian.AppendUint64(nil, uint64(revoked.Unix()))
				j.SetFinal(j.Root.Contracts.Workers.Address, slot, layout.WorkerRevokedAt, when)
			}})
			r := audit.Verify(j.Bundle(t), j.Root, audit.Options{})
			mustPass(t, r)
			if !r.Complete || !r.Facts.RevokedAt.Equal(revoked) {
				t.Fatalf("complete %t, revoked at %s, want %s", r.Complete, r.Facts.RevokedAt, revoked)
			}
			said := "revoked after the charge, at " + revoked.UTC().Format(time.RFC3339)
			if !strings.Contains(words(r), said) {
				t.Errorf("the report does not say %q:\n%s", said, words(r))
			}
		})
	}
}

// A bundle from which parts were taken that it can do without passes every check, but never as a complete one: the
// report says what the file does not show, and claims nothing of it.
func TestVerify_notShown(t *testing.T) {
	many := recordtest.New(t, recordtest.Options{Subjects: 10, Between: 2,
		Network: prooftest.Config{Validators: 4, Workers: 3, Backups: 2, AllowedStragglers: 1}})
	large := held(t, nil)
	for name, tc := range map[string]struct {
		job    *recordtest.Job
		change func(b *bundle.Bundle)
		want   []string
	}{
		"all parts":                   {many, func(*bundle.Bundle) {}, nil},
		"all parts of a large result": {large, func(*bundle.Bundle) {}, nil},
		"quoted block": {many, func(b *bundle.Bundle) { b.Quoted = nil },
			[]string{"the block of round"}},
		"encrypted result": {large, func(b *bundle.Bundle) { b.Ciphertext = []byte{} },
			[]string{"the encrypted result"}},
		"a signature over the final round": {many, func(b *bundle.Bundle) {
			b.Final.Commitments = b.Final.Commitments[1:]
		}, []string{"the signatures of 1 of 3 workers over the final round"}},
		"a signature over the consent round": {many, func(b *bundle.Bundle) {
			b.Consent.Commitments = b.Consent.Commitments[:2]
		}, []string{"the signatures of 1 of 3 workers over the consent round"}},
		"all of them": {large, func(b *bundle.Bundle) { b.Quoted, b.Ciphertext = nil, []byte{} },
			[]string{"the encrypted result", "the block of round"}},
	} {
		t.Run(name, func(t *testing.T) {
			b, err := bundle.Decode(tc.job.Bundle(t))
			if err != nil {
				t.Fatal(err)
			}
			tc.change(b)
			r := audit.Verify(b.Encode(), tc.job.Root, audit.Options{})
			mustPass(t, r)
			if r.Complete != (tc.want == nil) || !slices.EqualFunc(r.NotShown, tc.want, strings.HasPrefix) {
				t.Fatalf("complete %t, not shown %q, want %q", r.Complete, r.NotShown, tc.want)
			}
			if said := words(r); strings.Contains(said, "no longer") || strings.Contains(said, "workers signed") {
				t.Errorf("the report says more than the file shows:\n%s", said)
			}
		})
	}
}

// The signatures over a round have one order, and so a bundle one encoding.
func TestVerify_signaturesInOrder(t *testing.T) {
	j := recordtest.New(t, recordtest.Options{Subjects: 10, Network: prooftest.Config{Workers: 3}})
	data := j.Bundle(t)
	mustPass(t, audit.Verify(data, j.Root, audit.Options{}))
	for name, change := range map[string]func(b *bundle.Bundle){
		"final round":   func(b *bundle.Bundle) { slices.Reverse(b.Final.Commitments) },
		"consent round": func(b *bundle.Bundle) { slices.Reverse(b.Consent.Commitments) },
		"one twice":     func(b *bundle.Bundle) { b.Final.Commitments[1] = b.Final.Commitments[0] },
	} {
		b, err := bundle.Decode(data)
		if err != nil {
			t.Fatal(err)
		}
		change(b)
		if r := audit.Verify(b.Encode(), j.Root, audit.Options{}); r.Passed || r.Failed()[0] != audit.Encoding {
			t.Errorf("%s: want %q\n%s", name, audit.Encoding, words(r))
		}
	}
}

// A recorder that had no such part says the same as an editor who took it out.
func TestVerify_notRecorded(t *testing.T) {
	j := held(t, func(j *recordtest.Job) {
		j.ChangeDocuments = func(d *collect.Documents) { d.Ciphertext = nil }
	})
	r := audit.Verify(j.Bundle(t), j.Root, audit.Options{})
	mustPass(t, r)
	if r.Complete || len(r.NotShown) != 1 {
		t.Fatalf("complete %t, not shown %q", r.Complete, r.NotShown)
	}
}
