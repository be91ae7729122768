package dcap_test

import (
	"bytes"
	"context"
	"crypto/x509"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/oasisprotocol/oasis-core/go/common/sgx/pcs"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/insecure"
	"github.com/assent-network/assent/tee/quote"
	"github.com/assent-network/assent/tee/vectortest"
)

var (
	simNow      = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	measurement = insecure.Measurement{MRTD: [48]byte{1}, RTMR: [4][48]byte{{2}, {3}, {4}, {5}}}
)

func random(b byte) *bytes.Reader { return bytes.NewReader(bytes.Repeat([]byte{b}, 64)) }

func simRoot(t testing.TB, seed byte) *insecure.Root {
	t.Helper()
	r, err := insecure.NewRoot(random(seed), simNow)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// machine is a simulated machine and what its quote is judged by.
type machine struct {
	platform insecure.Platform
	edit     func(*quote.TDReport)
	terms    insecure.Terms
	revoke   bool
	other    bool // the verifier names another root
	both     bool // and this one
	now      time.Time
}

// anything is an answer that oracles give in words of their own; unasked is none.
const (
	anything = " "
	unasked  = "-"
)

// simulatedCase changes one thing about platform, guest or collateral.
type simulatedCase struct {
	name    string
	change  func(*machine)
	status  tee.TCBStatus // or
	refused string
	oracles answer
}

const day = 24 * time.Hour

func simulatedCases() []simulatedCase {
	return []simulatedCase{
		{"genuine", func(*machine) {}, tee.UpToDate, "", answer{}},
		{"better than any level",
			func(m *machine) { m.platform.SVN[0]++; m.platform.PCESVN++; m.platform.TEETCBSVN[0]++ }, tee.UpToDate,
			"", answer{}},
		{"PCK certificate revoked", func(m *machine) { m.revoke = true }, "", "was revoked", answer{"", "was revoked"}},
		{"PCK CA revoked", func(m *machine) { m.terms.RevokeCA = true }, "", "was revoked", answer{"", "was revoked"}},
		{"another revoked", func(m *machine) { m.terms.Revoked = []*big.Int{big.NewInt(1)} }, tee.UpToDate, "",
			answer{}},
		{"no revocation lists", func(m *machine) { m.terms.WithoutCRL = true }, tee.UpToDate, "", answer{}},
		{"PCEID differs", func(m *machine) { m.platform.PCEID[0] = 1 }, "", "for PCEID", answer{"", anything}},
		{"FMSPC differs", func(m *machine) { m.platform.FMSPC[5]++ }, "", "for FMSPC", answer{"FMSPC", "FMSPC"}},
		{"SEAM attributes", func(m *machine) { m.edit = func(r *quote.TDReport) { r.SEAMAttributes[7] = 1 } }, "",
			"TDX module has attributes", answer{"", anything}},
		{"SEAM signer", func(m *machine) { m.edit = func(r *quote.TDReport) { r.MRSIGNERSEAM[0] = 1 } }, "",
			"TDX module is signed", answer{anything, anything}},
		{"SGX component older", func(m *machine) { m.platform.SVN[7]-- }, tee.OutOfDate, "",
			answer{anything, anything}},
		{"PCE older", func(m *machine) { m.platform.PCESVN-- }, tee.OutOfDate, "", answer{anything, anything}},
		{"TDX component older", func(m *machine) { m.platform.TEETCBSVN[2]-- }, tee.OutOfDate, "",
			answer{anything, anything}},
		{"TDX module older", func(m *machine) { m.platform.TEETCBSVN[0]-- }, tee.OutOfDate, "",
			answer{anything, anything}},
		{"TDX module unknown", func(m *machine) { m.platform.TEETCBSVN[1]++ }, "", "is not known",
			answer{anything, anything}},
		{"TDX module of version 0", func(m *machine) { m.platform.TEETCBSVN = [16]byte{3, 0, 2} }, tee.OutOfDate, "",
			answer{anything, anything}},
		{"TDX module of version 10", func(m *machine) { // its name is in hex
			m.platform.TEETCBSVN[1] = 10
			m.terms.Platform = &m.platform
		}, tee.UpToDate, "", answer{"TDX module not supported", "could not find a TDX Module"}},
		{"below every level", func(m *machine) { m.platform.SVN[7]--; m.terms.NoOlder = true }, tee.BelowLevels, "",
			answer{anything, anything}},
		{"below every level and configuration needed", func(m *machine) {
			m.platform.PCESVN--
			m.terms.NoOlder, m.terms.Status = true, tee.ConfigurationNeeded
		}, tee.BelowLevels, "", answer{anything, anything}},
		{"QE older", func(m *machine) { m.platform.QESVN-- }, tee.OutOfDate, "", answer{anything, anything}},
		{"debug", func(m *machine) { m.edit = func(r *quote.TDReport) { r.Attributes[0] = 1 } }, tee.UpToDate, "",
			answer{"disallowed debug", ""}},
		{"migratable", func(m *machine) { m.edit = func(r *quote.TDReport) { r.Attributes[3] |= 0x20 } }, tee.UpToDate,
			"", answer{"malformed TDX attributes", ""}},
		{"software hardening needed", func(m *machine) { m.terms.Status = tee.SWHardeningNeeded },
			tee.SWHardeningNeeded, "", answer{"", anything}},
		{"configuration needed", func(m *machine) { m.terms.Status = tee.ConfigurationNeeded }, tee.ConfigurationNeeded,
			"", answer{anything, anything}},
		{"configuration needed and QE older",
			func(m *machine) { m.terms.Status = tee.ConfigurationNeeded; m.platform.QESVN-- },
			tee.OutOfDateConfigurationNeeded, "", answer{anything, anything}},
		{"hardening needed and module older", func(m *machine) {
			m.terms.Status = tee.SWHardeningNeeded
			m.edit = func(r *quote.TDReport) { r.TEETCBSVN[0]-- }
			m.terms.Platform = &insecure.Platform{FMSPC: m.platform.FMSPC, QESVN: 1, TEETCBSVN: [16]byte{3, 1}}
		}, tee.OutOfDate, "", answer{anything, anything}},
		{"platform revoked", func(m *machine) { m.terms.Status = tee.Revoked }, tee.Revoked, "",
			answer{anything, anything}},
		{"another root", func(m *machine) { m.other = true }, "", "is not among", answer{"", anything}},
		{"two roots", func(m *machine) { m.both = true }, tee.UpToDate, "", answer{unasked, unasked}},
		{"last second", func(m *machine) { m.now = simNow.Add(30 * day) }, tee.UpToDate, "", answer{unasked, unasked}},
		{"collateral expired", func(m *machine) { m.now = simNow.Add(30*day + time.Second) }, "", "get a newer one",
			answer{anything, anything}},
		{"before the collateral", func(m *machine) { m.terms.Now = simNow.Add(time.Hour + time.Second) }, "",
			"get a newer one", answer{anything, ""}},
	}
}

// built is a case made real.
type built struct {
	quote, collateral []byte
	roots             tee.Roots
	machine           machine
}

func (c simulatedCase) build(t testing.TB) built {
	t.Helper()
	root, other := simRoot(t, 1), simRoot(t, 2)
	m := machine{platform: insecure.Simulated(), edit: func(*quote.TDReport) {},
		terms: insecure.Terms{Now: simNow, Number: 1, Advisories: []string{"SA-1"}}, now: simNow}
	c.change(&m)
	b := built{roots: tee.Roots{root.Certificate()}, machine: m}
	switch {
	case m.other:
		b.roots = tee.Roots{other.Certificate()}
	case m.both:
		b.roots = tee.Roots{other.Certificate(), root.Certificate()}
	}
	issuer, err := insecure.NewIssuerOn(m.platform, root, measurement, random(3), simNow)
	if err != nil {
		t.Fatal(err)
	}
	if m.revoke {
		m.terms.Revoked = []*big.Int{issuer.Serial()}
	}
	if b.quote, err = issuer.With(m.edit).Issue(context.Background(), tee.ReportData{9}); err != nil {
		t.Fatal(err)
	}
	if b.collateral, err = root.CollateralOf(m.terms); err != nil {
		t.Fatal(err)
	}
	return b
}

// TestSimulated changes one thing at a time, and asks the oracles too.
func TestSimulated(t *testing.T) {
	root := simRoot(t, 1)
	defer func(roots *x509.CertPool) { pcs.IntelTrustRoots = roots }(pcs.IntelTrustRoots)
	pcs.IntelTrustRoots = x509.NewCertPool()
	pcs.IntelTrustRoots.AddCert(root.Certificate())
	for _, c := range simulatedCases() {
		t.Run(c.name, func(t *testing.T) {
			b := c.build(t)
			claims, err := dcap.Verifier{}.Verify(b.quote, b.collateral, b.roots, b.machine.now)
			switch {
			case c.refused != "" && (!errors.Is(err, tee.ErrNotGenuine) || !strings.Contains(err.Error(), c.refused)):
				t.Errorf("got %v, want %q", err, c.refused)
			case c.refused == "" && err != nil:
				t.Fatal(err)
			case c.refused == "" && claims.TCB != c.status:
				t.Errorf("status %s, want %s", claims.TCB, c.status)
			case c.refused == "" && claims.Collateral.Revocation == b.machine.terms.WithoutCRL:
				t.Errorf("revocation %t", claims.Collateral.Revocation)
			case c.refused == "" && (!claims.Simulated || len(claims.Device.PPID) != 32 ||
				len(claims.Device.PIID) != 32 || claims.Debug != (c.name == "debug") ||
				claims.Migratable != (c.name == "migratable")):
				t.Errorf("claims %+v", claims)
			}
			if c.oracles.oasis == unasked {
				return
			}
			parsed, err := collateral.ParseIntel(b.collateral)
			if err != nil {
				t.Fatal(err)
			}
			check(t, "oasis-core", oasis(b.quote, parsed, tee.Roots{root.Certificate()}, b.machine.now, 30*day),
				c.oracles.oasis)
			check(t, "go-tdx-guest", google(b.quote, parsed, b.roots, b.machine.now), c.oracles.google)
		})
	}
}

// TestIntelRefusesSimulated is a network that names only Intel's root, and one that names only its own.
func TestIntelRefusesSimulated(t *testing.T) {
	root := simRoot(t, 1)
	issuer, err := insecure.NewIssuer(root, measurement, random(3), simNow)
	if err != nil {
		t.Fatal(err)
	}
	b, err := issuer.Issue(context.Background(), tee.ReportData{})
	if err != nil {
		t.Fatal(err)
	}
	coll, err := root.Collateral(simNow, 1)
	if err != nil {
		t.Fatal(err)
	}
	_, err = dcap.Verifier{}.Verify(b, coll, vectortest.IntelRoot(t), simNow)
	if !errors.Is(err, tee.ErrNotGenuine) || !strings.Contains(err.Error(), "is not among") {
		t.Errorf("a simulated quote under Intel's root: %v", err)
	}
	if _, err := dcap.VerifySignature(nil, vectortest.IntelRoot(t), simNow); !errors.Is(err, tee.ErrNotGenuine) {
		t.Errorf("no quote: %v", err)
	}
	if _, err := (dcap.Verifier{}).VerifySGX(b, coll, tee.Roots{root.Certificate()}, simNow); err == nil {
		t.Error("a quote of TDX verified as one of SGX")
	}
}

// TestMixedChains puts parts of one root's chain or collateral with those of another's.
func TestMixedChains(t *testing.T) {
	root, other := simRoot(t, 1), simRoot(t, 2)
	parse := func(r *insecure.Root) *collateral.Intel {
		b, err := r.Collateral(simNow, 1)
		if err != nil {
			t.Fatal(err)
		}
		c, err := collateral.ParseIntel(b)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	issuer, err := insecure.NewIssuer(root, measurement, random(3), simNow)
	if err != nil {
		t.Fatal(err)
	}
	b, err := issuer.Issue(context.Background(), tee.ReportData{})
	if err != nil {
		t.Fatal(err)
	}
	both := tee.Roots{root.Certificate(), other.Certificate()}
	for name, mix := range map[string]func(mine, theirs *collateral.Intel){
		"TCB info":            func(m, o *collateral.Intel) { m.TCBInfo = o.TCBInfo },
		"QE identity":         func(m, o *collateral.Intel) { m.QEIdentity = o.QEIdentity },
		"signer":              func(m, o *collateral.Intel) { m.Signer = o.Signer },
		"root's list":         func(m, o *collateral.Intel) { m.RootCRL = o.RootCRL },
		"PCK list":            func(m, o *collateral.Intel) { m.PCKCRL = o.PCKCRL },
		"PCK CA":              func(m, o *collateral.Intel) { m.PCKCA = o.PCKCA },
		"PCK CA and list":     func(m, o *collateral.Intel) { m.PCKCA, m.PCKCRL = o.PCKCA, o.PCKCRL },
		"everything":          func(m, o *collateral.Intel) { *m = *o },
		"CA as signer":        func(m, o *collateral.Intel) { m.Signer = m.PCKCA },
		"root as signer":      func(m, o *collateral.Intel) { m.Signer = root.Certificate().Raw },
		"signer as CA":        func(m, o *collateral.Intel) { m.PCKCA = m.Signer },
		"bodies swapped":      func(m, o *collateral.Intel) { m.TCBInfo, m.QEIdentity = m.QEIdentity, m.TCBInfo },
		"lists swapped":       func(m, o *collateral.Intel) { m.RootCRL, m.PCKCRL = m.PCKCRL, m.RootCRL },
		"no TCB info":         func(m, o *collateral.Intel) { m.TCBInfo = collateral.Signed{} },
		"no QE identity":      func(m, o *collateral.Intel) { m.QEIdentity = collateral.Signed{} },
		"no signer":           func(m, o *collateral.Intel) { m.Signer = nil },
		"no signature":        func(m, o *collateral.Intel) { m.TCBInfo.Signature = nil },
		"no body":             func(m, o *collateral.Intel) { m.TCBInfo.Body = nil },
		"list without its CA": func(m, o *collateral.Intel) { m.PCKCA = nil },
	} {
		t.Run(name, func(t *testing.T) {
			c := parse(root)
			mix(c, parse(other))
			raw, err := c.Marshal()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := (dcap.Verifier{}).Verify(b, raw, both, simNow); !errors.Is(err, tee.ErrNotGenuine) {
				t.Errorf("got %v", err)
			}
		})
	}
}
