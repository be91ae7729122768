package client_test

import (
	"crypto/rand"
	"errors"
	"testing"
	"time"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/purpose"
)

// A subject grants, changes the grant, takes it back and moves to another key by what the basis makes, whatever the
// subject's clock says.
func TestGrantBasis(t *testing.T) {
	w := newWorld(t, nil)
	ctx := t.Context()
	subject := w.enrol(1)[0]
	relayer := w.client.Account(w.researcher)
	basis := func() *client.GrantBasis {
		t.Helper()
		now, err := w.client.Now(ctx)
		w.must(err)
		b, err := w.client.GrantBasis(ctx, now, w.story.Dataset, subject.Pseudonym)
		w.must(err)
		return b
	}
	domain := w.client.LedgerDomain(w.story.Ledger)
	circumstances, err := grant.NewCircumstances("en", false, rand.Reader)
	w.must(err)
	b := basis()
	g, err := b.Grant(client.GrantRequest{Purposes: purpose.SetOf(purpose.FairnessAudit), Class: budget.UnlimitedClass,
		Circumstances: circumstances, At: w.now})
	w.must(err)
	if g.Kinds != kind.Runnable || g.Conditions != b.Promise.Conditions || g.Expiry != g.NotBefore+365 ||
		g.Nonce != uint64(w.now.UnixMilli()) || g.SubmitBefore != b.Time+3600 {
		t.Errorf("the grant is %+v", g)
	}
	signed, err := g.Sign(domain, subject.Key)
	w.must(err)
	_, err = w.client.Grant(ctx, relayer, w.story.Ledger, signed)
	w.must(err)

	other := key(t, "another wallet")
	r, err := basis().Rotation(address(other), w.now.Add(-time.Hour)) // by a clock that is behind
	w.must(err)
	moved, err := r.Sign(domain, subject.Key, other)
	w.must(err)
	_, err = w.client.Rotate(ctx, relayer, w.story.Ledger, moved)
	w.must(err)
	subject.Pseudonym, subject.Key = address(other), other
	g, err = basis().Revocation(time.Time{})
	w.must(err)
	signed, err = g.Sign(domain, subject.Key)
	w.must(err)
	_, err = w.client.Grant(ctx, relayer, w.story.Ledger, signed)
	w.must(err)
	e, err := w.client.Entry(ctx, w.story.Ledger, subject.Pseudonym)
	if err != nil || e.Purposes != 0 || !e.Enrolled || e.Nonce != uint64(w.now.UnixMilli())+2 {
		t.Errorf("after the revocation the entry is %+v, %v", e, err)
	}

	b.Nonce = grant.MaxNonce
	if _, err := b.Grant(client.GrantRequest{Circumstances: circumstances}); !errors.Is(err, client.ErrNonces) {
		t.Errorf("a grant past the last nonce: %v", err)
	}
	if g, err := b.Revocation(w.now); err != nil || g.Nonce != grant.MaxNonce+1 {
		t.Errorf("a revocation past the last nonce: %+v, %v", g, err)
	}
}
