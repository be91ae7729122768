package enginetest

import (
	"crypto/x509"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/snp"
	"github.com/assent-network/assent/tee/vectortest"
	"github.com/assent-network/assent/tee/vendors"
)

func vendorRoots(t testing.TB) tee.Roots {
	t.Helper()
	list, err := vendors.Roots()
	if err != nil {
		t.Fatal(err)
	}
	milan, err := vendors.AMD("Milan") // whose real report is at hand
	if err != nil {
		t.Fatal(err)
	}
	var roots tee.Roots
	for _, r := range append(list, milan) {
		c, err := x509.ParseCertificate(r.Certificate)
		if err != nil {
			t.Fatal(err)
		}
		roots = append(roots, c)
	}
	return roots
}

// production is a chain that names the vendors' roots, as of a time.
func production(t testing.TB, at time.Time) *chain {
	t.Helper()
	n := newNetwork(t)
	n.roots, n.time = vendorRoots(t), uint64(at.Unix())
	return deployTo(t, n)
}

// registerReal registers a real quote, as if it were of these tests' enclave, with what it claims. It returns the
// refusal: that quote binds keys of others.
func (c *chain) registerReal(platform tee.Platform, quote []byte, claims *tee.Claims) any {
	c.t.Helper()
	n := c.binding(c.operator)
	evidence, err := tee.Evidence{Platform: platform, Round: n.Round, BlockHash: n.BlockHash, Quote: quote}.Marshal()
	if err != nil {
		c.t.Fatal(err)
	}
	r := c.registration(c.enclave)
	r.Platform = uint8(platform)
	if claims != nil {
		r.Measurement, r.TrustRoot = claims.Measurement, claims.Root
	}
	call := c.workers.PackRegister(r, evidence, c.sign(c.enclave, r, c.operator, evidence, 0))
	return c.refused(c.operator, c.at.Workers.Address, nil, call)
}

// Real collateral is posted, and real quotes pass every check but the last: they bind keys of others.
func TestRealQuotes(t *testing.T) {
	for _, q := range vectortest.Quotes() {
		if q.SGX || q.Grace != 0 {
			continue // no worker runs in SGX; and no chain takes what has expired
		}
		t.Run(filepath.Base(q.File), func(t *testing.T) {
			c := production(t, q.Now)
			container := q.Marshal(t)
			u, err := collateral.Split(container)
			if err != nil {
				t.Fatal(err)
			}
			c.postBytes(container)
			raw := vectortest.Read(t, q.File)
			claims, err := dcap.Verifier{}.Verify(raw, container, c.roots, q.Now)
			var refusal *tee.Refusal
			var want any
			switch {
			case q.Refused != "" && errors.As(err, &refusal):
				want = notGenuine(refusal.Step)
			case err != nil:
				t.Fatal(err)
			case q.Debug:
				want = c.notAccepted("debug")
			case q.TCB != tee.UpToDate:
				want = c.notAccepted("tcb")
			case len(u.RootList) == 4:
				want = c.notAccepted("revocation")
			default:
				want = c.notAccepted("reportData")
			}
			same(t, "register", c.registerReal(tee.TDX, raw, claims), want)
			place, err := dcap.Locate(raw, c.roots)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "collateral on chain", common.Bytes2Hex(c.collateralOf(place)), common.Bytes2Hex(container))
			t.Logf("%d bytes of collateral, %d of quote: %v", len(container), len(raw), want)
		})
	}
}

// AMD publishes no levels: without a floor no report is accepted, and with one each version counts.
func TestRealReport(t *testing.T) {
	at := time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)
	c := production(t, at)
	ask, _, err := vendors.AMDChain("Milan")
	if err != nil {
		t.Fatal(err)
	}
	container, err := (&collateral.AMD{VCEK: vectortest.Read(t, "quotes/snp_v2_milan_vcek.der"),
		ASK: ask.Raw}).Marshal()
	if err != nil {
		t.Fatal(err)
	}
	c.postBytes(container)
	report := vectortest.Read(t, "quotes/snp_v2_milan.bin")
	claims, err := snp.Verifier{}.Verify(report, container, c.roots, at)
	if err != nil {
		t.Fatal(err)
	}
	var versions uint32
	for _, component := range claims.Components {
		versions = versions<<8 | uint32(component.SVN)
	}
	same(t, "without a floor", c.registerReal(tee.SNP, report, claims), c.notAccepted("tcb"))
	c.setFloor(bindings.IWorkerRegistryFloor{Versions: versions + 1})
	same(t, "under the floor", c.registerReal(tee.SNP, report, claims), c.notAccepted("tcb"))
	c.setFloor(bindings.IWorkerRegistryFloor{Versions: versions})
	same(t, "without AMD's list", c.registerReal(tee.SNP, report, claims), c.notAccepted("revocation"))
	place, err := snp.Locate(report)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "collateral on chain", common.Bytes2Hex(c.collateralOf(place)), common.Bytes2Hex(container))
}
