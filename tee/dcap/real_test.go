package dcap_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/vectortest"
)

// verdict verifies a quote of either technology.
func verdict(q vectortest.Quote, quote, collateral []byte, roots tee.Roots,
	now time.Time) (tee.TCBStatus, tee.Collateral, error) {
	v := dcap.Verifier{Grace: q.Grace}
	if q.SGX {
		c, err := v.VerifySGX(quote, collateral, roots, now)
		if err != nil {
			return "", tee.Collateral{}, err
		}
		return c.TCB, c.Collateral, nil
	}
	c, err := v.Verify(quote, collateral, roots, now)
	if err != nil {
		return "", tee.Collateral{}, err
	}
	return c.TCB, c.Collateral, nil
}

// TestRealQuotes verifies every real quote with its collateral, at its time.
func TestRealQuotes(t *testing.T) {
	roots := vectortest.IntelRoot(t)
	for _, q := range vectortest.Quotes() {
		t.Run(filepath.Base(q.File), func(t *testing.T) {
			quote, container := vectortest.Read(t, q.File), q.Marshal(t)
			s, err := dcap.VerifySignature(quote, roots, q.Now)
			if err != nil {
				t.Fatal(err)
			}
			if s.CA().Subject.CommonName != collateral.PlatformCAName &&
				s.CA().Subject.CommonName != collateral.ProcessorCAName {
				t.Errorf("CA %q", s.CA().Subject.CommonName)
			}
			if !q.SGX && s.Quote.TD.Debug() != q.Debug {
				t.Errorf("debug is %t", s.Quote.TD.Debug())
			}
			status, facts, err := verdict(q, quote, container, roots, q.Now)
			if q.Refused != "" {
				if !errors.Is(err, tee.ErrNotGenuine) || !strings.Contains(err.Error(), q.Refused) {
					t.Errorf("got %v, want %q", err, q.Refused)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if status != q.TCB {
				t.Errorf("status %s, want %s", status, q.TCB)
			}
			if has := strings.Contains(q.TCBInfo, "collateral"); facts.Revocation != has ||
				(facts.CRLNumber != "") != has || (facts.PCKCRLNumber != "") != has {
				t.Errorf("collateral %+v, revocation lists were given: %t", facts, has)
			}
			if _, _, err := verdict(q, quote, container, nil, q.Now); err == nil {
				t.Error("accepted without a root")
			}
			if q.Grace > 0 {
				q.Grace = 0
				if _, _, err := verdict(q, quote, container, roots, q.Now); err == nil ||
					!strings.Contains(err.Error(), "QE identity is valid") {
					t.Errorf("without grace: %v", err)
				}
				return
			}
			// One second before it begins and one after it ends.
			for _, now := range []time.Time{facts.ValidFrom.Add(-time.Second), facts.ValidUntil.Add(time.Second)} {
				if _, _, err := verdict(q, quote, container, roots, now); err == nil {
					t.Errorf("accepted at %s, outside of %s to %s", now, facts.ValidFrom, facts.ValidUntil)
				}
			}
			for _, now := range []time.Time{facts.ValidFrom, facts.ValidUntil} {
				if _, _, err := verdict(q, quote, container, roots, now); err != nil {
					t.Errorf("at %s: %v", now, err)
				}
			}
		})
	}
	t.Logf("%d quotes", len(vectortest.Quotes()))
}
