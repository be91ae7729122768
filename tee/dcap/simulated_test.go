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
	"github.com/assent-network/assent/tee/internal/vectortest"
	"github.com/assent-network/assent/tee/quote"
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

// TestSimulated changes one thing about platform, guest or collateral at a time, and asks the oracles too.
func TestSimulated(t *testing.T) {
	root, other := simRoot(t, 1), simRoot(t, 2)
	defer func(roots *x509.CertPool) { pcs.IntelTrustRoots = roots }(pcs.IntelTrustRoots)
	pcs.IntelTrustRoots = x509.NewCertPool()
	pcs.IntelTrustRoots.AddCert(root.Certificate())

	type machine struct {
		platform insecure.Platform
		edit     func(*quote.TDReport)
		terms    insecure.Terms
		revoke   bool
		roots    tee.Roots
		now      time.Time
	}
	const any = " "
	day := 24 * time.Hour
	for _, c := range []struct {
		name    string
		change  func(*machine)
		status  tee.TCBStatus // or
		refused string
		oracles answer
	}{
		{"genuine", func(*machine) {}, tee.UpToDate, "", answer{}},
		{"better than any level", func(m *machine) { m.platform.SVN[0]++; m.platform.PCESVN++; m.platform.TEETCBSVN[0]++ }, tee.UpToDate, "", answer{}},
		{"PCK certificate revoked", func(m *machine) { m.revoke = true }, "", "was revoked", answer{"", "was revoked"}},
		{"PCK CA revoked", func(m *machine) { m.terms.RevokeCA = true }, "", "was revoked", answer{"", "was revoked"}},
		{"another revoked", func(m *machine) { m.terms.Revoked = []*big.Int{big.NewInt(1)} }, tee.UpToDate, "", answer{}},
		{"no revocation lists", func(m *machine) { m.terms.WithoutCRL = true }, tee.UpToDate, "", answer{}},
		{"PCEID differs", func(m *machine) { m.platform.PCEID[0] = 1 }, "", "for PCEID", answer{"", any}},
		{"FMSPC differs", func(m *machine) { m.platform.FMSPC[5]++ }, "", "for FMSPC", answer{"FMSPC", "FMSPC"}},
		{"SEAM attributes", func(m *machine) { m.edit = func(r *quote.TDReport) { r.SEAMAttributes[7] = 1 } }, "", "TDX module has attributes", answer{"", any}},
		{"SEAM signer", func(m *machine) { m.edit = func(r *quote.TDReport) { r.MRSIGNERSEAM[0] = 1 } }, "", "TDX module is signed", answer{any, any}},
		{"SGX component older", func(m *machine) { m.platform.SVN[7]-- }, tee.OutOfDate, "", answer{any, any}},
		{"PCE older", func(m *machine) { m.platform.PCESVN-- }, tee.OutOfDate, "", answer{any, any}},
		{"TDX component older", func(m *machine) { m.platform.TEETCBSVN[2]-- }, tee.OutOfDate, "", answer{any, any}},
		{"TDX module older", func(m *machine) { m.platform.TEETCBSVN[0]-- }, tee.OutOfDate, "", answer{any, any}},
		{"TDX module unknown", func(m *machine) { m.platform.TEETCBSVN[1]++ }, "", "is not known", answer{any, any}},
		{"TDX module of version 0", func(m *machine) { m.platform.TEETCBSVN = [16]byte{3, 0, 2} }, tee.OutOfDate, "", answer{any, any}},
		{"TDX module of version 10", func(m *machine) { // its name is in hex
			m.platform.TEETCBSVN[1] = 10
			m.terms.Platform = &m.platform
		}, tee.UpToDate, "", answer{"TDX module not supported", "could not find a TDX Module"}},
		{"QE older", func(m *machine) { m.platform.QESVN-- }, tee.OutOfDate, "", answer{any, any}},
		{"debug", func(m *machine) { m.edit = func(r *quote.TDReport) { r.Attributes[0] = 1 } }, tee.UpToDate, "", answer{"disallowed debug", ""}},
		{"software hardening needed", func(m *machine) { m.terms.Status = tee.SWHardeningNeeded }, tee.SWHardeningNeeded, "", answer{"", any}},
		{"configuration needed", func(m *machine) { m.terms.Status = tee.ConfigurationNeeded }, tee.ConfigurationNeeded, "", answer{any, any}},
		{"configuration needed and QE older", func(m *machine) { m.terms.Status = tee.ConfigurationNeeded; m.platform.QESVN-- },
			tee.OutOfDateConfigurationNeeded, "", answer{any, any}},
		{"hardening needed and module older", func(m *machine) {
			m.terms.Status = tee.SWHardeningNeeded
			m.edit = func(r *quote.TDReport) { r.TEETCBSVN[0]-- }
			m.terms.Platform = &insecure.Platform{FMSPC: m.platform.FMSPC, QESVN: 1, TEETCBSVN: [16]byte{3, 1}}
		}, tee.OutOfDate, "", answer{any, any}},
		{"platform revoked", func(m *machine) { m.terms.Status = tee.Revoked }, tee.Revoked, "", answer{any, any}},
		{"another root", func(m *machine) { m.roots = tee.Roots{other.Certificate()} }, "", "is not among", answer{"", any}},
		{"two roots", func(m *machine) { m.roots = tee.Roots{other.Certificate(), root.Certificate()} }, tee.UpToDate, "", answer{"-", "-"}},
		{"last second", func(m *machine) { m.now = simNow.Add(30 * day) }, tee.UpToDate, "", answer{"-", "-"}},
		{"collateral expired", func(m *machine) { m.now = simNow.Add(30*day + time.Second) }, "", "get a newer one", answer{any, any}},
		{"before the collateral", func(m *machine) { m.terms.Now = simNow.Add(time.Hour + time.Second) }, "", "get a newer one", answer{any, ""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := machine{platform: insecure.Simulated(), edit: func(*quote.TDReport) {}, terms: insecure.Terms{Now: simNow, Number: 1, Advisories: []string{"SA-1"}},
				roots: tee.Roots{root.Certificate()}, now: simNow}
			c.change(&m)
			issuer, err := insecure.NewIssuerOn(m.platform, root, measurement, random(3), simNow)
			if err != nil {
				t.Fatal(err)
			}
			if m.revoke {
				m.terms.Revoked = []*big.Int{issuer.Serial()}
			}
			b, err := issuer.With(m.edit).Issue(context.Background(), tee.ReportData{9})
			if err != nil {
				t.Fatal(err)
			}
			coll, err := root.CollateralOf(m.terms)
			if err != nil {
				t.Fatal(err)
			}
			claims, err := dcap.Verifier{}.Verify(b, coll, m.roots, m.now)
			switch {
			case c.refused != "" && (!errors.Is(err, tee.ErrNotGenuine) || !strings.Contains(err.Error(), c.refused)):
				t.Errorf("got %v, want %q", err, c.refused)
			case c.refused == "" && err != nil:
				t.Fatal(err)
			case c.refused == "" && claims.TCB != c.status:
				t.Errorf("status %s, want %s", claims.TCB, c.status)
			case c.refused == "" && claims.Collateral.Revocation == m.terms.WithoutCRL:
				t.Errorf("revocation %t", claims.Collateral.Revocation)
			case c.refused == "" && (!claims.Simulated || len(claims.Device.PPID) != 32 || len(claims.Device.PIID) != 32 || claims.Debug != (c.name == "debug")):
				t.Errorf("claims %+v", claims)
			}
			if c.oracles.oasis == "-" {
				return
			}
			parsed, err := collateral.ParseIntel(coll)
			if err != nil {
				t.Fatal(err)
			}
			check(t, "oasis-core", oasis(b, parsed, tee.Roots{root.Certificate()}, m.now, 30*day), c.oracles.oasis)
			check(t, "go-tdx-guest", google(b, parsed, m.roots, m.now), c.oracles.google)
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
