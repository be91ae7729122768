package snp_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/sha512"
	"crypto/x509"
	"encoding/asn1"
	"encoding/binary"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-sev-guest/abi"
	"github.com/google/go-sev-guest/kds"
	spb "github.com/google/go-sev-guest/proto/sevsnp"
	amd "github.com/google/go-sev-guest/testing"
	"github.com/google/go-sev-guest/verify"
	"github.com/google/go-sev-guest/verify/trust"
	"pgregory.net/rapid"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/snp"
)

// oracle returns the step at which go-sev-guest refuses a report under its certificates, or "". Its root has to be the
// one that signed the ASK, and all certificates valid.
func oracle(report []byte, vcek, ask, ark *x509.Certificate, now time.Time) (tee.Step, error) {
	if len(report) != abi.ReportSize || len(bytes.Trim(report[0x2a0+144:], "\x00")) != 0 {
		return tee.StepQuote, errors.New("size, or bytes behind the signature")
	}
	if err := abi.ValidateReportFormat(report); err != nil {
		return tee.StepQuote, err
	}
	r, err := abi.ReportToProto(report)
	if err != nil {
		return tee.StepQuote, err
	}
	info, err := abi.ParseSignerInfo(r.GetSignerInfo())
	if err != nil || info.SigningKey != abi.VcekReportSigner {
		return tee.StepQuote, fmt.Errorf("signer: %w", err)
	}
	roots := make(map[string][]*trust.AMDRootCerts)
	for _, line := range kds.ProductLineCpuid {
		roots[line] = []*trust.AMDRootCerts{{ProductLine: line,
			ProductCerts: &trust.ProductCerts{Ask: ask, Ark: ark}}}
	}
	if err := verify.SnpAttestation(&spb.Attestation{Report: r,
		CertificateChain: &spb.CertificateChain{VcekCert: vcek.Raw, AskCert: ask.Raw, ArkCert: ark.Raw}},
		&verify.Options{DisableCertFetching: true, Now: now, TrustedRoots: roots}); err != nil {
		return tee.StepChain, err
	}
	if err := verify.SnpReportSignature(report, vcek); err != nil {
		return tee.StepSignature, err
	}
	x, err := kds.VcekCertificateExtensions(vcek)
	if err != nil {
		return tee.StepPlatform, err
	}
	if !bytes.Equal(x.HWID, r.GetChipId()) || uint64(x.TCBVersion) != r.GetReportedTcb() {
		return tee.StepPlatform, errors.New("another chip or TCB")
	}
	return "", nil
}

// agree compares the verdict on a report with go-sev-guest's, and claims with what it reads.
func agree(t interface{ Fatalf(string, ...any) }, report []byte, vcek, ask, ark *x509.Certificate,
	at time.Time) tee.Step {
	c, err := (&collateral.AMD{VCEK: vcek.Raw, ASK: ask.Raw}).Marshal()
	if err != nil {
		t.Fatalf("collateral: %v", err)
	}
	want, wantErr := oracle(report, vcek, ask, ark, at)
	claims, err := snp.Verifier{}.Verify(report, c, tee.Roots{ark}, at)
	var got tee.Step
	var refusal *tee.Refusal
	if errors.As(err, &refusal) {
		got = refusal.Step
	}
	if got != want || (err == nil) != (wantErr == nil) {
		t.Fatalf("report %x:\nwe refuse at %q: %v\ngo-sev-guest at %q: %v", report, got, err, want, wantErr)
	}
	if err != nil {
		return want
	}
	r, err := abi.ReportToProto(report)
	if err != nil {
		t.Fatalf("%v", err)
	}
	policy, err := abi.ParseSnpPolicy(r.GetPolicy())
	if err != nil {
		t.Fatalf("%v", err)
	}
	tcb := kds.DecomposeTCBVersion(kds.TCBVersion(r.GetReportedTcb()))
	for i, v := range []uint8{tcb.BlSpl, tcb.TeeSpl, tcb.SnpSpl, tcb.UcodeSpl} {
		if claims.Components[i].SVN != uint16(v) {
			t.Fatalf("components %v, go-sev-guest reads %+v", claims.Components, tcb)
		}
	}
	if claims.Debug != policy.Debug || claims.Migratable != policy.MigrateMA ||
		!bytes.Equal(claims.ReportData[:], r.GetReportData()) ||
		claims.Measurement != tee.MeasurementOf(tee.SNP, r.GetMeasurement()) ||
		claims.Device.ChipID != fmt.Sprintf("%x", r.GetChipId()) || uint32(claims.VMPL) != min(r.GetVmpl(), 255) {
		t.Fatalf("claims %+v, go-sev-guest reads %v", claims, r)
	}
	return want
}

// TestOracle_realReports compares verdicts on AMD's own certificates.
func TestOracle_realReports(t *testing.T) {
	for _, v := range vectors(t) {
		c, err := collateral.ParseAMD(v.collateral)
		if err != nil {
			t.Fatal(err)
		}
		vcek, err := x509.ParseCertificate(c.VCEK)
		if err != nil {
			t.Fatal(err)
		}
		ask, err := x509.ParseCertificate(c.ASK)
		if err != nil {
			t.Fatal(err)
		}
		if step := agree(t, v.report, vcek, ask, v.roots[0], now); step != "" {
			t.Errorf("%s is refused at %q", v.name, step)
		}
		for i := 0; i < len(v.report); i += 5 {
			m := bytes.Clone(v.report)
			m[i] ^= 1 << (i % 8)
			agree(t, m, vcek, ask, v.roots[0], now)
		}
	}
}

// TestOracle_signedReports compares verdicts on reports that a simulated chip signed after they were changed, under
// certificates that say all kinds of things.
func TestOracle_signedReports(t *testing.T) {
	const tcb = 0x7308000000000003
	chip := bytes.Repeat([]byte{7}, 64)
	keys := amd.DefaultAmdKeys()
	extensions := func(product string) amd.CertOverride {
		return amd.CertOverride{Extensions: amd.CustomExtensions(kds.DecomposeTCBVersion(tcb), chip, "", product)}
	}
	number := func(oid asn1.ObjectIdentifier, der []byte) func(o *amd.CertOverride) {
		return func(o *amd.CertOverride) {
			for i := range o.Extensions {
				if o.Extensions[i].Id.Equal(oid) {
					o.Extensions[i].Value = der
				}
			}
		}
	}
	changes := map[string]func(o *amd.CertOverride){
		"none":              func(*amd.CertOverride) {},
		"version 2":         func(o *amd.CertOverride) { o.Version = 2 },
		"another algorithm": func(o *amd.CertOverride) { o.SignatureAlgorithm = x509.SHA256WithRSA },
		"large version":     number(kds.OidBlSpl, []byte{2, 2, 0, 0x80}),
		"large microcode":   number(kds.OidUcodeSpl, []byte{2, 2, 0, 0xff}),
		"too large":         number(kds.OidUcodeSpl, []byte{2, 2, 1, 0}),
		"negative":          number(kds.OidSpl4, []byte{2, 1, 0x81}),
		"left over":         number(kds.OidSpl4, []byte{2, 1, 0, 0}),
		"product no text":   number(kds.OidProductName1, []byte{12, 8, 'M', 'i', 'l', 'a', 'n', '-', 'B', '0'}),
		"chip with a tag":   number(kds.OidHwid, append([]byte{4, 64}, chip...)),
		"chip too short":    number(kds.OidHwid, chip[1:]),
		"a version missing": func(o *amd.CertOverride) { o.Extensions = o.Extensions[:len(o.Extensions)-1] },
	}
	type chain struct {
		name   string
		signer *amd.AmdSigner
	}
	var chains []chain
	for _, product := range []string{"Milan-B0", "Milan-B1", "Genoa-B2", "Turin-B1", "Milan-Z9", "Rome-B0"} {
		for name, change := range changes {
			if product != "Milan-B0" && name != "none" {
				continue
			}
			o := extensions(product)
			change(&o)
			named := product
			if product == "Milan-Z9" || product == "Rome-B0" {
				named = "Milan-B0" // the certificate's names, while its extension has another
			}
			signer, err := (&amd.AmdSignerBuilder{Keys: keys, ProductName: named, ArkCreationTime: now,
				AskCreationTime: now, AsvkCreationTime: now, VcekCreationTime: now, VlekCreationTime: now,
				HWID: [64]byte(chip), TCB: tcb, VcekCustom: o}).TestOnlyCertChain()
			if err != nil {
				t.Logf("%s, %s: no such certificate can be made: %v", product, name, err)
				continue
			}
			chains = append(chains, chain{product + ", " + name, signer})
		}
	}
	steps := make(map[tee.Step]int)
	sign := func(t interface{ Fatalf(string, ...any) }, report []byte) {
		digest := sha512.Sum384(report[:0x2a0])
		r, s, err := ecdsa.Sign(rand.Reader, keys.Vcek, digest[:])
		if err == nil {
			err = abi.SetSignature(r, s, report)
		}
		if err != nil {
			t.Fatalf("%v", err)
		}
	}
	blank := func(version uint32, fms [3]byte) []byte {
		report := make([]byte, snp.ReportSize)
		binary.LittleEndian.PutUint32(report[0:], version)
		binary.LittleEndian.PutUint64(report[8:], 1<<17)
		binary.LittleEndian.PutUint32(report[0x34:], 1)
		binary.LittleEndian.PutUint64(report[0x180:], tcb)
		copy(report[0x188:], fms[:])
		copy(report[0x1a0:], chip)
		return report
	}
	at := now.Add(time.Hour)
	for _, c := range chains {
		for _, version := range []uint32{2, 3, 5} {
			for _, fms := range [][3]byte{{}, {0x19, 0x01, 1}, {0x19, 0x11, 0}, {0x1a, 0x02, 0}, {0x19, 0x01, 0x11},
				{0x19, 0x21, 0}, {0, 0, 0x10}} {
				report := blank(version, fms)
				sign(t, report)
				steps[agree(t, report, c.signer.Vcek, c.signer.Ask, c.signer.Ark, at)]++
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		report := blank(rapid.Uint32Range(1, 6).Draw(t, "version"), [3]byte{0x19, 0x01, 0})
		if rapid.Bool().Draw(t, "no family") {
			copy(report[0x188:], []byte{0, 0, 0})
		}
		for range rapid.IntRange(0, 2).Draw(t, "changes") {
			report[rapid.IntRange(0, 0x29f).Draw(t, "at")] = rapid.Byte().Draw(t, "to")
		}
		sign(t, report)
		c := rapid.SampledFrom(chains).Draw(t, "chain").signer
		steps[agree(t, report, c.Vcek, c.Ask, c.Ark, at)]++
	})
	for _, step := range []tee.Step{"", tee.StepQuote, tee.StepChain, tee.StepPlatform} {
		if steps[step] == 0 {
			t.Errorf("no report was refused at %q: %v", step, steps)
		}
	}
	t.Logf("count: %d chains, refused at steps %v", len(chains), steps)
}
