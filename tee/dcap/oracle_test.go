package dcap_test

import (
	"bytes"
	"crypto/x509"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tdx "github.com/google/go-tdx-guest/verify"
	"github.com/oasisprotocol/oasis-core/go/common/sgx/pcs"

	"github.com/assent-network/assent/internal/mutation"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/quote"
	"github.com/assent-network/assent/tee/vectortest"
)

// The oracles: what others say of the same quote and collateral. Where an answer of theirs is known to differ, it is
// listed here, with its reason in docs/design/attestation.md.

func pemOf(ders ...[]byte) []byte {
	var b []byte
	for _, der := range ders {
		b = append(b, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})...)
	}
	return b
}

// oasis asks oasis-core's verifier, with its roots as they are.
func oasis(quote []byte, c *collateral.Intel, roots tee.Roots, now time.Time, validity time.Duration) error {
	var q pcs.Quote
	if _, err := q.UnmarshalBinaryWithTrailing(quote, true); err != nil {
		return err
	}
	_, err := q.Verify(&pcs.QuotePolicy{TCBValidityPeriod: uint16(validity / (24 * time.Hour)),
		TDX: &pcs.TdxQuotePolicy{}}, now, &pcs.TCBBundle{
		TCBInfo: pcs.SignedTCBInfo{TCBInfo: c.TCBInfo.Body, Signature: hex.EncodeToString(c.TCBInfo.Signature)},
		QEIdentity: pcs.SignedQEIdentity{EnclaveIdentity: c.QEIdentity.Body,
			Signature: hex.EncodeToString(c.QEIdentity.Signature)},
		Certificates: pemOf(c.Signer, roots[0].Raw),
	})
	return err
}

// pcsServer answers go-tdx-guest as Intel's service would.
type pcsServer struct {
	c    *collateral.Intel
	root []byte
}

func (s pcsServer) Get(u string) (map[string][]string, []byte, error) {
	chain := func(der []byte) []string { return []string{url.QueryEscape(string(pemOf(der, s.root)))} }
	reply := func(name string, signed collateral.Signed) ([]byte, error) {
		return json.Marshal(map[string]any{name: json.RawMessage(signed.Body),
			"signature": hex.EncodeToString(signed.Signature)})
	}
	switch {
	case strings.Contains(u, "/tcb?"):
		b, err := reply("tcbInfo", s.c.TCBInfo)
		return map[string][]string{"Tcb-Info-Issuer-Chain": chain(s.c.Signer)}, b, err
	case strings.Contains(u, "/qe/identity"):
		b, err := reply("enclaveIdentity", s.c.QEIdentity)
		return map[string][]string{"Sgx-Enclave-Identity-Issuer-Chain": chain(s.c.Signer)}, b, err
	case strings.Contains(u, "pckcrl"):
		return map[string][]string{"Sgx-Pck-Crl-Issuer-Chain": chain(s.c.PCKCA)}, s.c.PCKCRL, nil
	case strings.Contains(u, "IntelSGXRootCA"):
		return nil, s.c.RootCRL, nil
	}
	return nil, nil, fmt.Errorf("nothing is at %s", u)
}

var errPanicked = errors.New("it panicked")

// google asks go-tdx-guest, which panics on some malformed quotes.
func google(quote []byte, c *collateral.Intel, roots tee.Roots, now time.Time) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errPanicked, r)
		}
	}()
	pool := x509.NewCertPool()
	pool.AddCert(roots[0])
	return tdx.RawTdxQuote(quote, &tdx.Options{GetCollateral: true, CheckRevocations: len(c.RootCRL) > 0 &&
		len(c.PCKCRL) > 0, Getter: pcsServer{c, roots[0].Raw}, Now: now, TrustedRoots: pool})
}

// answer is what an oracle says: empty when it accepts, else part of its error.
type answer struct{ oasis, google string }

// onReal are the answers for real quotes that differ from ours, by file. For all others the oracles accept what we find
// up to date or in need of software hardening, and refuse the rest.
var onReal = map[string]answer{
	"tdx_v4_b0c06f.bin":                 {google: "is not equal to FMSPC value"}, // the case of a hex string
	"quote_v3_ecdsa_p256_pck_chain.bin": {google: "quote format not supported"},  // it reads TDX only
	"tdx_v5_90c06f.dat":                 {oasis: "unsupported quote version 5", google: "quote format not supported"},
	"tdx_v4_debug.dat":                  {oasis: "disallowed debug"}, // a claim of ours
}

func check(t *testing.T, oracle string, err error, want string) {
	t.Helper()
	switch {
	case want == "" && err != nil:
		t.Errorf("%s refuses: %v", oracle, err)
	case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
		t.Errorf("%s says %v, want %q", oracle, err, want)
	}
}

// TestOraclesOnRealQuotes asks all three about every real quote.
func TestOraclesOnRealQuotes(t *testing.T) {
	roots := vectortest.IntelRoot(t)
	for _, q := range vectortest.Quotes() {
		t.Run(filepath.Base(q.File), func(t *testing.T) {
			quote, c := vectortest.Read(t, q.File), q.Collateral(t)
			want, listed := onReal[filepath.Base(q.File)]
			if _, _, err := verdict(q, quote, q.Marshal(t), roots, q.Now); !listed &&
				(err != nil || q.TCB == tee.OutOfDate || q.TCB == tee.BelowLevels) {
				want = answer{" ", " "} // anything
			}
			check(t, "oasis-core", oasis(quote, c, roots, q.Now, 30*24*time.Hour+q.Grace), want.oasis)
			check(t, "go-tdx-guest", google(quote, c, roots, q.Now), want.google)
		})
	}
}

// TestOraclesOnMutations counts the mutations that an oracle accepts. Ours accepts none; see TestMutations.
func TestOraclesOnMutations(t *testing.T) {
	roots := vectortest.IntelRoot(t)
	q := vectortest.Quotes()[2] // one that all three accept
	quote, c, r := vectortest.Read(t, q.File), q.Collateral(t), rand.New(rand.NewPCG(7, 7))
	var byOasis, byGoogle, panics int
	n := min(*mutations/4, 5000)
	for range n {
		m := mutation.Random(r, quote, quote)
		if bytes.Equal(bytes.TrimRight(m, "\x00"), bytes.TrimRight(quote, "\x00")) {
			continue
		}
		if _, _, err := verdict(q, m, q.Marshal(t), roots, q.Now); err == nil {
			t.Fatalf("accepted %x", m)
		}
		if oasis(m, c, roots, q.Now, 30*24*time.Hour) == nil {
			byOasis++
		}
		err := google(m, c, roots, q.Now)
		if err == nil {
			byGoogle++
		} else if errors.Is(err, errPanicked) {
			panics++
		}
	}
	t.Logf("of %d mutations oasis-core accepted %d and go-tdx-guest %d, panicking at %d", n, byOasis, byGoogle, panics)
}

// TestSpelling spells the PCK chain of a real quote in other ways. The text is not signed, so ours takes the usual ones
// only.
func TestSpelling(t *testing.T) {
	roots := vectortest.IntelRoot(t)
	q := vectortest.Quotes()[2]
	raw, c := vectortest.Read(t, q.File), q.Collateral(t)
	for name, x := range map[string]struct {
		spell func(text []byte) []byte
		ours  string
		answer
	}{
		"as it is":              {func(b []byte) []byte { return b }, "", answer{}},
		"without the NUL":       {func(b []byte) []byte { return bytes.TrimRight(b, "\x00") }, "", answer{}},
		"without final newline": {func(b []byte) []byte { return bytes.TrimRight(b, "\n\x00") }, "", answer{}},
		"two NULs": {func(b []byte) []byte { return append(b, 0) }, "more than 3",
			answer{"", "trailing bytes"}},
		"lines of another length": {func(b []byte) []byte {
			return bytes.Replace(b, []byte("-----\nMIIE"),
				[]byte("-----\nMI\nIE"), 1)
		},
			"canonical PEM", answer{}},
		"text before": {func(b []byte) []byte { return append([]byte("PCK\n"), b...) }, "canonical PEM",
			answer{}},
		"text between": {func(b []byte) []byte {
			return bytes.Replace(b, []byte("-----\n-----"),
				[]byte("-----\n\n-----"), 1)
		}, "canonical PEM", answer{}},
		"one carriage return": {func(b []byte) []byte { return bytes.Replace(b, []byte("\n"), []byte("\r\n"), 1) },
			"canonical PEM", answer{}},
		"carriage returns": {func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")) },
			"", answer{}},
		"only the PCK": {func(b []byte) []byte { return b[:bytes.Index(b, []byte("-----\n-----"))+6] },
			"1 certificates", answer{"chain length", "incomplete"}},
		"the root another time": {func(b []byte) []byte {
			return append(bytes.TrimRight(b, "\x00"),
				pemOf(roots[0].Raw)...)
		}, "more than 3", answer{"chain length", "trailing bytes"}},
		"the order the other way": {func(b []byte) []byte { return reversed(b) }, "is not among",
			answer{anything, anything}},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := quote.Parse(raw)
			if err != nil {
				t.Fatal(err)
			}
			p.Auth.PCKChain = x.spell(p.Auth.PCKChain)
			b := p.Marshal()
			_, _, err = verdict(q, b, q.Marshal(t), roots, q.Now)
			check(t, "ours", err, x.ours)
			check(t, "oasis-core", oasis(b, c, roots, q.Now, 30*24*time.Hour), x.oasis)
			check(t, "go-tdx-guest", google(b, c, roots, q.Now), x.google)
		})
	}
}

// reversed puts the certificates in the opposite order.
func reversed(text []byte) []byte {
	var out []byte
	for b, rest := pem.Decode(text); b != nil; b, rest = pem.Decode(rest) {
		out = append(pem.EncodeToMemory(b), out...)
	}
	return out
}
