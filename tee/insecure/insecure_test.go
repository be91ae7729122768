package insecure_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/insecure"
)

var now = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

// random is a fixed source, for tests only.
func random(b byte) *bytes.Reader { return bytes.NewReader(bytes.Repeat([]byte{b}, 64)) }

type machine struct {
	root       *insecure.Root
	issuer     *insecure.Issuer
	collateral []byte
	roots      tee.Roots
	data       tee.ReportData
	quote      []byte
}

func newMachine(t testing.TB) machine {
	t.Helper()
	root, err := insecure.NewRoot(random(1), now)
	if err != nil {
		t.Fatal(err)
	}
	issuer, err := insecure.NewIssuer(root, insecure.Measurement{MRTD: [48]byte{1},
		RTMR: [4][48]byte{{2}, {3}, {4}, {5}}}, random(2), now)
	if err != nil {
		t.Fatal(err)
	}
	collateral, err := root.Collateral(now, 1)
	if err != nil {
		t.Fatal(err)
	}
	m := machine{root: root, issuer: issuer, collateral: collateral, roots: tee.Roots{root.Certificate()},
		data: tee.ReportData{7, 63: 9}}
	if m.quote, err = issuer.Issue(context.Background(), m.data); err != nil {
		t.Fatal(err)
	}
	return m
}

func TestVerify(t *testing.T) {
	m := newMachine(t)
	c, err := dcap.Verifier{}.Verify(m.quote, m.collateral, m.roots, now)
	if err != nil {
		t.Fatal(err)
	}
	if c.ReportData != m.data || c.Measurement != m.issuer.Measurement().ID() || c.Root != m.root.ID() {
		t.Errorf("claims %+v", c)
	}
	if !c.Simulated || c.Debug || c.TCB != tee.UpToDate || c.Platform != tee.TDX || len(c.Registers) != 5 {
		t.Errorf("claims %+v", c)
	}
	if again := newMachine(t); !bytes.Equal(again.quote, m.quote) || !bytes.Equal(again.collateral, m.collateral) {
		t.Error("quote or collateral depends on something but its inputs")
	}
	debug, err := m.issuer.WithDebug().Issue(context.Background(), m.data)
	if err != nil {
		t.Fatal(err)
	}
	if c, err = (dcap.Verifier{}).Verify(debug, m.collateral, m.roots, now); err != nil || !c.Debug {
		t.Errorf("debug quote: %+v, %v", c, err)
	}
}

// TestVerifyRefuses moves one thing at a time.
func TestVerifyRefuses(t *testing.T) {
	m := newMachine(t)
	other, err := insecure.NewRoot(random(3), now)
	if err != nil {
		t.Fatal(err)
	}
	otherCRL, err := other.Collateral(now, 1)
	if err != nil {
		t.Fatal(err)
	}
	revoked, err := m.root.Collateral(now, 2, m.issuer.Serial())
	if err != nil {
		t.Fatal(err)
	}
	day := 24 * time.Hour
	for _, c := range []struct {
		name       string
		quote      []byte
		collateral []byte
		roots      tee.Roots
		now        time.Time
		want       string
	}{
		{"no roots", m.quote, m.collateral, nil, now, "root"},
		{"other root", m.quote, m.collateral, tee.Roots{other.Certificate()}, now, "is not among"},
		{"other root's collateral", m.quote, otherCRL, m.roots, now, "check collateral"},
		{"no collateral", m.quote, nil, m.roots, now, "read collateral"},
		{"revoked", m.quote, revoked, m.roots, now, "revoked"},
		{"not yet valid", m.quote, m.collateral, m.roots, now.Add(-time.Hour - time.Second), "check PCK chain"},
		{"last second", m.quote, m.collateral, m.roots, now.Add(30 * day), ""},
		{"collateral expired", m.quote, m.collateral, m.roots, now.Add(30*day + time.Second), "get a newer one"},
		{"PCK certificate expired", m.quote, m.collateral, m.roots, now.Add(366 * day), "check PCK chain"},
		{"truncated", m.quote[:len(m.quote)-1], m.collateral, m.roots, now, "parse quote"},
		{"longer", append(bytes.Clone(m.quote), 1), m.collateral, m.roots, now, "parse quote"},
		{"empty", nil, m.collateral, m.roots, now, "parse quote"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := dcap.Verifier{}.Verify(c.quote, c.collateral, c.roots, c.now)
			if c.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			if !errors.Is(err, tee.ErrNotGenuine) || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("got %v, want %q", err, c.want)
			}
		})
	}
}

// TestEveryByte changes every byte of a quote in turn, and every fifth of its collateral.
func TestEveryByte(t *testing.T) {
	m := newMachine(t)
	for i := range m.quote {
		q := bytes.Clone(m.quote)
		q[i] ^= 0x40
		if _, err := (dcap.Verifier{}).Verify(q, m.collateral, m.roots, now); err == nil {
			t.Errorf("quote byte %d changed: accepted", i)
		}
	}
	for i := 0; i < len(m.collateral); i += 5 {
		c := bytes.Clone(m.collateral)
		c[i] ^= 0x40
		if _, err := (dcap.Verifier{}).Verify(m.quote, c, m.roots, now); err == nil {
			t.Errorf("collateral byte %d changed: accepted", i)
		}
	}
	t.Logf("%d changes refused", len(m.quote)+len(m.collateral)/5)
}

func TestRootFile(t *testing.T) {
	m := newMachine(t)
	b, err := m.root.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	again, err := insecure.ParseRoot(b)
	if err != nil {
		t.Fatal(err)
	}
	if again.ID() != m.root.ID() {
		t.Error("another root")
	}
	for _, bad := range [][]byte{nil, b[:len(b)-40], append(bytes.Clone(b), b...),
		b[bytes.Index(b, []byte("-----BEGIN CERT")):]} {
		if _, err := insecure.ParseRoot(bad); err == nil {
			t.Errorf("accepted %d bytes", len(bad))
		}
	}
}

func FuzzVerify(f *testing.F) {
	m := newMachine(f)
	f.Add(m.quote, m.collateral)
	f.Add([]byte{}, []byte{})
	f.Fuzz(func(t *testing.T, quote, collateral []byte) {
		c, err := dcap.Verifier{}.Verify(quote, collateral, m.roots, now)
		if err == nil && c.ReportData != m.data {
			t.Fatal("forged quote")
		}
	})
}
