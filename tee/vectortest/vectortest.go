// Package vectortest finds real quotes and their collateral for tests. They belong to others and are not in this
// repository: without them the tests that want them are skipped, and say so.
package vectortest

import (
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"testing"
	"time"

	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/internal/pki"
)

// Read returns a file of the vectors, or skips the test where it is not there.
func Read(t testing.TB, name string) []byte {
	t.Helper()
	return sharedtest.Read(t, "vectors", name)
}

// Quote is a real quote with the collateral and the time to judge it at.
type Quote struct {
	File       string
	TCBInfo    string // file of the response with TCB info, or of a collateral file of its own
	QEIdentity string
	Signer     string
	Now        time.Time
	Grace      time.Duration // wanted since no newer QE identity is there
	SGX        bool
	TCB        tee.TCBStatus // what is expected, or
	Refused    string        // part of the error
	Debug      bool
}

const (
	certs = "sgx_tdx_quotes/tcb_info_v3_fmspc_00606A000000_certs.pem"
	own   = "quotes/tdx_v4_b0c06f_collateral.json"
)

// Quotes are the real quotes.
func Quotes() []Quote {
	return []Quote{
		{File: "quotes/tdx_v4_b0c06f.bin", TCBInfo: own, Now: day(2025, 6, 20), TCB: tee.UpToDate},
		{File: "sgx_tdx_quotes/quote_v3_ecdsa_p256_pck_chain.bin",
			TCBInfo:    "sgx_tdx_quotes/tcb_info_v3_fmspc_00606A000000.json",
			QEIdentity: "sgx_tdx_quotes/qe_identity_v2.json", Signer: certs, Now: time.Unix(1671497404, 0), SGX: true,
			TCB: tee.SWHardeningNeeded},
		{File: "sgx_tdx_quotes/quote_v4_tdx_ecdsa_p256.bin",
			TCBInfo:    "sgx_tdx_quotes/tcb_info_v3_tdx_fmspc_C0806F000000.json",
			QEIdentity: "sgx_tdx_quotes/qe_identity_v2_tdx2.json", Signer: certs, Now: time.Unix(1725263032, 0),
			TCB: tee.UpToDate},
		{File: "sgx_tdx_quotes/quote_v4_tdx_ecdsa_p256_out_of_date.bin",
			TCBInfo:    "sgx_tdx_quotes/tcb_info_v3_tdx_fmspc_50806F000000.json",
			QEIdentity: "sgx_tdx_quotes/qe_identity_v2_tdx.json", Signer: certs, Now: time.Unix(1687091776, 0),
			TCB: tee.BelowLevels},
		{File: "quotes/tdx_v4_cos113.dat", TCBInfo: "quotes/tcbinfo_v3_00806f050000.json",
			QEIdentity: "quotes/qeidentity_v2_apiv4.json",
			Signer:     "quotes/tcb_signing_cert.pem", Now: day(2025, 2, 20), TCB: tee.UpToDate},
		{File: "quotes/tdx_v4_00806f_out_of_date.bin", TCBInfo: "quotes/tcbinfo_v3_00806f050000.json",
			QEIdentity: "quotes/qeidentity_v2_apiv4.json",
			Signer:     "quotes/tcb_signing_cert.pem", Now: day(2025, 2, 20), TCB: tee.OutOfDate},
		{File: "quotes/tdx_v5_90c06f.dat", TCBInfo: "quotes/tcbinfo_v5_90c06f.json", QEIdentity: own, Signer: own,
			Now: day(2026, 2, 25), Grace: 300 * 24 * time.Hour, TCB: tee.UpToDate},
		{File: "quotes/tdx_v5_sample.dat", TCBInfo: "quotes/tcbinfo_v5_90c06f.json", QEIdentity: own, Signer: own,
			Now: day(2026, 2, 25), Grace: 300 * 24 * time.Hour, TCB: tee.BelowLevels},
		{File: "quotes/tdx_v4_debug.dat", TCBInfo: "sgx_tdx_quotes/tcb_info_v3_tdx_fmspc_50806F000000.json",
			QEIdentity: "sgx_tdx_quotes/qe_identity_v2_tdx.json", Signer: certs, Now: time.Unix(1687091776, 0),
			TCB: tee.UpToDate, Debug: true},
		{File: "sgx_tdx_quotes/quote_v4_tdx_ecdsa_p256_trailing.bin",
			TCBInfo:    "sgx_tdx_quotes/tcb_info_v3_tdx_fmspc_C0806F000000.json",
			QEIdentity: "sgx_tdx_quotes/qe_identity_v2_tdx2.json", Signer: certs, Now: day(2024, 9, 25),
			TCB: tee.UpToDate},
	}
}

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// IntelRoot is Intel's root certificate.
func IntelRoot(t testing.TB) tee.Roots {
	t.Helper()
	chain, err := pki.Chain(Read(t, "quotes/tcb_signing_cert.pem"), 2)
	if err != nil {
		t.Fatal(err)
	}
	return tee.Roots{chain[1]}
}

// Collateral makes the container of a quote's collateral.
func (q Quote) Collateral(t testing.TB) *collateral.Intel {
	t.Helper()
	var o struct {
		PCKCRLChain  string `json:"pck_crl_issuer_chain"`
		RootCRL      string `json:"root_ca_crl"`
		PCKCRL       string `json:"pck_crl"`
		SignerChain  string `json:"tcb_info_issuer_chain"`
		TCBInfo      string `json:"tcb_info"`
		TCBSignature string `json:"tcb_info_signature"`
		QEIdentity   string `json:"qe_identity"`
		QESignature  string `json:"qe_identity_signature"`
	}
	if err := json.Unmarshal(Read(t, own), &o); err != nil {
		t.Fatal(err)
	}
	c := &collateral.Intel{QEIdentity: collateral.Signed{Body: []byte(o.QEIdentity),
		Signature: unhex(t, o.QESignature)}, Signer: first(t, []byte(o.SignerChain))}
	if q.TCBInfo == own {
		c.TCBInfo = collateral.Signed{Body: []byte(o.TCBInfo), Signature: unhex(t, o.TCBSignature)}
		c.RootCRL, c.PCKCRL, c.PCKCA = unhex(t, o.RootCRL), unhex(t, o.PCKCRL), first(t, []byte(o.PCKCRLChain))
		return c
	}
	var err error
	if c.TCBInfo, err = collateral.ParseTCBInfoResponse(Read(t, q.TCBInfo)); err != nil {
		t.Fatal(err)
	}
	if q.QEIdentity != own {
		if c.QEIdentity, err = collateral.ParseQEIdentityResponse(Read(t, q.QEIdentity)); err != nil {
			t.Fatal(err)
		}
	}
	if q.Signer != own {
		c.Signer = first(t, Read(t, q.Signer))
	}
	return c
}

// Marshal returns the container of a quote's collateral as a verifier takes it.
func (q Quote) Marshal(t testing.TB) []byte {
	t.Helper()
	b, err := q.Collateral(t).Marshal()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func first(t testing.TB, text []byte) []byte {
	t.Helper()
	b, _ := pem.Decode(text)
	if b == nil {
		t.Fatal("no certificate in the file")
	}
	return b.Bytes
}

func unhex(t testing.TB, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
