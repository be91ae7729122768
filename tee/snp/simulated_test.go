package snp_test

import (
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/sha512"
	"crypto/x509"
	"encoding/binary"
	"errors"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/google/go-sev-guest/abi"
	"github.com/google/go-sev-guest/kds"
	amd "github.com/google/go-sev-guest/testing"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/snp"
	"github.com/assent-network/assent/tee/vendors"
)

// TestSimulated signs reports under a root of its own and changes one thing at a time.
func TestSimulated(t *testing.T) {
	const tcb = 0x7308000000000003
	chip := [64]byte{1, 2, 3}
	builder := &amd.AmdSignerBuilder{Keys: amd.DefaultAmdKeys(), ProductName: "Milan-B0", ArkCreationTime: now,
		AskCreationTime: now, AsvkCreationTime: now,
		VcekCreationTime: now, VlekCreationTime: now, HWID: chip, TCB: tcb,
		VcekCustom: amd.CertOverride{Extensions: amd.CustomExtensions(kds.DecomposeTCBVersion(tcb), chip[:], "",
			"Milan-B0")}}
	signer, err := builder.TestOnlyCertChain()
	if err != nil {
		t.Fatal(err)
	}
	type input struct {
		report []byte
		crl    *x509.RevocationList
		vcek   *x509.Certificate
		at     time.Time
	}
	for _, c := range []struct {
		name   string
		change func(*input)
		want   string
		check  func(*tee.Claims) bool
	}{
		{"genuine", func(*input) {}, "", func(c *tee.Claims) bool {
			return c.Simulated && !c.Debug && !c.Migratable &&
				!c.Collateral.Revocation
		}},
		{"debug", func(i *input) { i.report[0xa] |= 1 << 3 }, "", func(c *tee.Claims) bool { return c.Debug }},
		{"migratable", func(i *input) { i.report[0xa] |= 1 << 2 }, "",
			func(c *tee.Claims) bool { return c.Migratable }},
		{"another chip", func(i *input) { i.report[0x1a0]++ }, "is that of chip", nil},
		{"another TCB", func(i *input) { i.report[0x180]++ }, "is that of TCB", nil},
		{"another version", func(i *input) { i.report[0] = 99 }, "report version", nil},
		{"signed by a VLEK", func(i *input) { i.report[0x48] = 1 << 2 }, "only the chip's own key", nil},
		{"signed by nobody", func(i *input) { i.report[0x48] = 7 << 2 }, "only the chip's own key", nil},
		{"VLEK as VCEK", func(i *input) { i.vcek = signer.Vlek }, "VCEK", nil},
		{"list", func(i *input) { i.crl = &x509.RevocationList{} }, "",
			func(c *tee.Claims) bool { return c.Collateral.Revocation && c.Collateral.CRLNumber == "5" }},
		{"ASK revoked", func(i *input) {
			i.crl = &x509.RevocationList{RevokedCertificateEntries: []x509.RevocationListEntry{
				{SerialNumber: signer.Ask.SerialNumber, RevocationTime: now},
			}}
		}, "was revoked", nil},
		{"list expired", func(i *input) { i.crl, i.at = &x509.RevocationList{}, now.Add(25*time.Hour) },
			"get a newer one", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			i := input{report: make([]byte, snp.ReportSize), vcek: signer.Vcek, at: now.Add(time.Hour)}
			binary.LittleEndian.PutUint32(i.report[0:], 2)
			binary.LittleEndian.PutUint64(i.report[8:], 1<<17)
			binary.LittleEndian.PutUint32(i.report[0x34:], 1)
			binary.LittleEndian.PutUint64(i.report[0x180:], tcb)
			copy(i.report[0x1a0:], chip[:])
			c.change(&i)
			digest := sha512.Sum384(abi.SignedComponent(i.report))
			r, s, err := ecdsa.Sign(rand.Reader, signer.Keys.Vcek, digest[:])
			if err != nil {
				t.Fatal(err)
			}
			if err := abi.SetSignature(r, s, i.report); err != nil {
				t.Fatal(err)
			}
			coll := collateral.AMD{VCEK: i.vcek.Raw, ASK: signer.Ask.Raw}
			if i.crl != nil {
				i.crl.Number, i.crl.ThisUpdate, i.crl.NextUpdate, i.crl.SignatureAlgorithm = big.NewInt(5), now,
					now.Add(24*time.Hour), x509.SHA384WithRSAPSS
				issuer := *signer.Ark
				issuer.SubjectKeyId = []byte{1}
				if coll.CRL, err = x509.CreateRevocationList(rand.Reader, i.crl, &issuer, signer.Keys.Ark); err != nil {
					t.Fatal(err)
				}
			}
			b, err := coll.Marshal()
			if err != nil {
				t.Fatal(err)
			}
			claims, err := snp.Verifier{}.Verify(i.report, b, tee.Roots{signer.Ark}, i.at)
			switch {
			case c.want != "" && (!errors.Is(err, tee.ErrNotGenuine) || !strings.Contains(err.Error(), c.want)):
				t.Errorf("got %v, want %q", err, c.want)
			case c.want == "" && err != nil:
				t.Error(err)
			case c.want == "" && !c.check(claims):
				t.Errorf("claims %+v", claims)
			}
			_, ark, err := vendors.AMDChain("Milan")
			if err != nil {
				t.Fatal(err)
			}
			if _, err := (snp.Verifier{}).Verify(i.report, b, tee.Roots{ark}, i.at); err == nil {
				t.Error("accepted under AMD's root")
			}
		})
	}
}
