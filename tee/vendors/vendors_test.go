//go:build !js

package vendors_test

import (
	"testing"
	"time"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/vectortest"
	"github.com/assent-network/assent/tee/vendors"
)

func TestRoots(t *testing.T) {
	roots, err := vendors.Roots()
	if err != nil {
		t.Fatal(err)
	}
	want := append(tee.AMDRootIDs(), tee.IntelRootID())
	if len(roots) != len(want) {
		t.Fatalf("%d roots, want %d", len(roots), len(want))
	}
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, r := range roots {
		c, err := tee.ParseRoots(r.Certificate)
		if err != nil {
			t.Fatal(err)
		}
		if !c[0].IsCA || c[0].CheckSignatureFrom(c[0]) != nil || at.Before(c[0].NotBefore) || at.After(c[0].NotAfter) {
			t.Errorf("%s is no root that is valid", r.Name)
		}
	}
}

// A real quote is genuine under them.
func TestRoots_verifyRealQuotes(t *testing.T) {
	list, err := vendors.Roots()
	if err != nil {
		t.Fatal(err)
	}
	var roots tee.Roots
	for _, r := range list {
		c, err := tee.ParseRoots(r.Certificate)
		if err != nil {
			t.Fatal(err)
		}
		roots = append(roots, c...)
	}
	q := vectortest.Quotes()[0]
	c, err := dcap.Verifier{}.Verify(vectortest.Read(t, q.File), q.Marshal(t), roots, q.Now)
	if err != nil {
		t.Fatal(err)
	}
	if c.Simulated {
		t.Error("a real quote is said to be simulated")
	}
}
