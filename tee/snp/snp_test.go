package snp_test

import (
	"bytes"
	"encoding/pem"
	"errors"
	"flag"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/snp"
	"github.com/assent-network/assent/tee/vectortest"
	"github.com/assent-network/assent/tee/vendors"
)

var mutations = flag.Int("mutations", 200, "random mutations of each real report to try")

// now is a time at which all certificates of the vectors are valid.
var now = time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)

type vector struct {
	name               string
	report, collateral []byte
	roots              tee.Roots
}

func vectors(t testing.TB) []vector {
	t.Helper()
	ask, ark, err := vendors.AMDChain("Milan")
	if err != nil {
		t.Fatal(err)
	}
	v3, _ := pem.Decode(vectortest.Read(t, "quotes/snp_v3_milan_vcek.pem"))
	var vs []vector
	for _, v := range []struct {
		name         string
		report, vcek []byte
	}{
		{"snp_v2_milan", vectortest.Read(t, "quotes/snp_v2_milan.bin"),
			vectortest.Read(t, "quotes/snp_v2_milan_vcek.der")},
		{"snp_v3_milan", vectortest.Read(t, "quotes/snp_v3_milan_at_offset_4.bin")[4 : 4+snp.ReportSize], v3.Bytes},
	} {
		c, err := (&collateral.AMD{VCEK: v.vcek, ASK: ask.Raw}).Marshal()
		if err != nil {
			t.Fatal(err)
		}
		vs = append(vs, vector{v.name, v.report, c, tee.Roots{ark}})
	}
	return vs
}

func TestRealReports(t *testing.T) {
	for _, v := range vectors(t) {
		t.Run(v.name, func(t *testing.T) {
			c, err := snp.Verifier{}.Verify(v.report, v.collateral, v.roots, now)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%+v", c)
			if c.Platform != tee.SNP || c.TCB != tee.Unjudged || c.Simulated || c.Debug ||
				len(c.Device.ChipID) != 128 || c.Collateral.Revocation {
				t.Errorf("claims %+v", c)
			}
			for i := range v.report {
				if v.name != "snp_v2_milan" && i%4 != 0 {
					continue
				}
				m := bytes.Clone(v.report)
				m[i] ^= 1 << (i % 8)
				if _, err := (snp.Verifier{}).Verify(m, v.collateral, v.roots, now); err == nil {
					t.Errorf("byte %d flipped: accepted", i)
				}
			}
			for i := range v.collateral {
				if i%7 != 0 {
					continue
				}
				m := bytes.Clone(v.collateral)
				m[i] ^= 1 << (i % 8)
				if _, err := (snp.Verifier{}).Verify(v.report, m, v.roots, now); err == nil {
					t.Errorf("byte %d of the collateral flipped: accepted", i)
				}
			}
			r := rand.New(rand.NewPCG(1, 1))
			for range *mutations {
				m := bytes.Clone(v.report)
				for range 1 + r.IntN(4) {
					m[r.IntN(len(m))] = byte(r.Uint32())
				}
				if _, err := (snp.Verifier{}).Verify(m, v.collateral, v.roots, now); err == nil &&
					!bytes.Equal(m, v.report) {
					t.Fatalf("accepted %x", m)
				}
			}
		})
	}
}

// TestRefuses moves one thing at a time.
func TestRefuses(t *testing.T) {
	vs := vectors(t)
	v, w := vs[0], vs[1]
	_, genoa, err := vendors.AMDChain("Genoa")
	if err != nil {
		t.Fatal(err)
	}
	c, err := collateral.ParseAMD(v.collateral)
	if err != nil {
		t.Fatal(err)
	}
	marshal := func(c collateral.AMD) []byte {
		b, err := c.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	for _, x := range []struct {
		name       string
		report     []byte
		collateral []byte
		roots      tee.Roots
		now        time.Time
		want       string
	}{
		{"nothing", nil, v.collateral, v.roots, now, "parse report"},
		{"longer", append(bytes.Clone(v.report), 0), v.collateral, v.roots, now, "parse report"},
		{"no collateral", v.report, nil, v.roots, now, "check collateral"},
		{"no root", v.report, v.collateral, nil, now, "not signed by any"},
		{"another product's root", v.report, v.collateral, tee.Roots{genoa}, now, "not signed by any"},
		{"the chip of another report", v.report, w.collateral, v.roots, now, "signature verification error"},
		{"no VCEK", v.report, marshal(collateral.AMD{ASK: c.ASK}), v.roots, now, "VCEK"},
		{"no ASK", v.report, marshal(collateral.AMD{VCEK: c.VCEK}), v.roots, now, "ASK"},
		{"VCEK as ASK", v.report, marshal(collateral.AMD{VCEK: c.VCEK, ASK: c.VCEK}), v.roots, now,
			"not signed by any"},
		{"ASK as VCEK", v.report, marshal(collateral.AMD{VCEK: c.ASK, ASK: c.ASK}), v.roots, now, "check chain"},
		{"root as ASK", v.report, marshal(collateral.AMD{VCEK: c.VCEK, ASK: v.roots[0].Raw}), v.roots, now,
			"check chain"},
		{"no list", v.report, marshal(collateral.AMD{VCEK: c.VCEK, ASK: c.ASK, CRL: []byte{1}}), v.roots, now,
			"revocation list"},
		{"too early", v.report, v.collateral, v.roots, now.AddDate(-20, 0, 0), "is valid from"},
		{"too late", v.report, v.collateral, v.roots, now.AddDate(20, 0, 0), "is valid from"},
	} {
		if _, err := (snp.Verifier{}).Verify(x.report, x.collateral, x.roots, x.now); !errors.Is(err,
			tee.ErrNotGenuine) || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s: got %v, want %q", x.name, err, x.want)
		}
	}
}

// TestVendorRoots compares the constants of package tee with AMD's certificates.
func TestVendorRoots(t *testing.T) {
	for _, line := range []string{"Milan", "Genoa", "Turin"} {
		ask, ark, err := vendors.AMDChain(line)
		if err != nil {
			t.Fatal(err)
		}
		if !tee.IsVendorRoot(tee.RootID(ark)) || tee.IsVendorRoot(tee.RootID(ask)) {
			t.Errorf("%s: ARK %s, ASK %s", line, tee.RootID(ark), tee.RootID(ask))
		}
	}
	if _, _, err := vendors.AMDChain("Rome"); err == nil {
		t.Error("a chain for Rome, which has no SNP")
	}
}

func FuzzVerify(f *testing.F) {
	vs := vectors(f)
	for _, v := range vs {
		f.Add(v.report, v.collateral, now.Unix())
	}
	f.Fuzz(func(t *testing.T, report, collateral []byte, at int64) {
		_, err := snp.Verifier{}.Verify(report, collateral, vs[0].roots, time.Unix(at, 0))
		if err == nil && !bytes.Equal(report, vs[0].report) && !bytes.Equal(report, vs[1].report) {
			t.Fatal("a forged report")
		}
	})
}

func BenchmarkVerify(b *testing.B) {
	v := vectors(b)[0]
	for b.Loop() {
		if _, err := (snp.Verifier{}).Verify(v.report, v.collateral, v.roots, now); err != nil {
			b.Fatal(err)
		}
	}
}
