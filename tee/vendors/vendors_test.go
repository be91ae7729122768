package vendors_test

import (
	"slices"
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
	if len(roots) != 2 || roots[0].Name != "Intel SGX Root CA" || roots[1].Name != "AMD Root Key, Genoa" {
		t.Fatalf("%+v", roots)
	}
	for _, line := range []string{"Milan", "Genoa", "Turin"} {
		r, err := vendors.AMD(line)
		if err != nil {
			t.Fatal(err)
		}
		if parsed, err := tee.ParseRoots(r.Certificate); err != nil ||
			!slices.Contains(tee.AMDRootIDs(), tee.RootID(parsed[0])) {
			t.Errorf("%s has another root than is known, %v", line, err)
		}
	}
	if _, err := vendors.AMD("Naples"); err == nil {
		t.Error("a line without SNP has a root")
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
