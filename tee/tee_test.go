package tee_test

import (
	"bytes"
	"context"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/enclave"
	"github.com/assent-network/assent/tee/insecure"
)

var update = flag.Bool("update", false, "write testdata/tee.json")

var now = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

// vectors is the content of testdata/tee.json.
type vectors struct {
	BindingType string `json:"bindingType"`
	Bindings    []struct {
		Binding    tee.Binding   `json:"binding"`
		Nonce      common.Hash   `json:"nonce"`
		Hash       common.Hash   `json:"hash"`
		ReportData hexutil.Bytes `json:"reportData"`
	} `json:"bindings"`
	Measurements []struct {
		Platform  tee.Platform    `json:"platform"`
		Registers []hexutil.Bytes `json:"registers"`
		ID        common.Hash     `json:"id"`
	} `json:"measurements"`
	Evidence []struct {
		Platform  tee.Platform  `json:"platform"`
		Round     uint64        `json:"round,string"`
		BlockHash common.Hash   `json:"blockHash"`
		Nonce     common.Hash   `json:"nonce"`
		Quote     hexutil.Bytes `json:"quote"`
		Bytes     hexutil.Bytes `json:"bytes"`
		Hash      common.Hash   `json:"hash"`
	} `json:"evidence"`
	BadEvidence []struct {
		Name  string        `json:"name"`
		Bytes hexutil.Bytes `json:"bytes"`
	} `json:"badEvidence"`
	Insecure struct {
		Root       hexutil.Bytes `json:"root"` // certificate, DER
		RootID     common.Hash   `json:"rootId"`
		Time       time.Time     `json:"time"`
		Quote      hexutil.Bytes `json:"quote"`
		Collateral hexutil.Bytes `json:"collateral"`
		Claims     tee.Claims    `json:"claims"`
		ReportData hexutil.Bytes `json:"reportData"`
	} `json:"insecure"`
}

// makeVectors makes the vectors anew.
func makeVectors(t testing.TB) vectors {
	t.Helper()
	v := vectors{BindingType: tee.BindingType}
	keys, err := enclave.Generate(bytes.NewReader(bytes.Repeat([]byte{9}, 64)))
	if err != nil {
		t.Fatal(err)
	}
	network := enclave.Network{ChainID: 42334, Runtime: crypto.Keccak256Hash([]byte("runtime")),
		Operator: common.Address{1},
		Round:    7, BlockHash: crypto.Keccak256Hash([]byte("block"))}
	nonce := crypto.Keccak256Hash([]byte("nonce"))
	for _, c := range []struct {
		b tee.Binding
		n common.Hash
	}{{tee.Binding{}, common.Hash{}}, {keys.Binding(network), common.Hash{}}, {keys.Binding(network), nonce}} {
		d := c.b.ReportData(c.n)
		v.Bindings = append(v.Bindings, struct {
			Binding    tee.Binding   `json:"binding"`
			Nonce      common.Hash   `json:"nonce"`
			Hash       common.Hash   `json:"hash"`
			ReportData hexutil.Bytes `json:"reportData"`
		}{c.b, c.n, c.b.Hash(), d[:]})
	}
	m := insecure.Measurement{MRTD: [48]byte{1}, RTMR: [4][48]byte{{2}, {3}, {4}, {5}}}
	registers := []hexutil.Bytes{m.MRTD[:], m.RTMR[0][:], m.RTMR[1][:], m.RTMR[2][:], m.RTMR[3][:]}
	for _, c := range []struct {
		p tee.Platform
		r []hexutil.Bytes
	}{{tee.TDX, registers}, {tee.SNP, registers[:1]}} {
		raw := make([][]byte, len(c.r))
		for i := range c.r {
			raw[i] = c.r[i]
		}
		v.Measurements = append(v.Measurements, struct {
			Platform  tee.Platform    `json:"platform"`
			Registers []hexutil.Bytes `json:"registers"`
			ID        common.Hash     `json:"id"`
		}{c.p, c.r, tee.MeasurementOf(c.p, raw...)})
	}
	root, err := insecure.NewRoot(bytes.NewReader(bytes.Repeat([]byte{1}, 32)), now)
	if err != nil {
		t.Fatal(err)
	}
	issuer, err := insecure.NewIssuer(root, m, bytes.NewReader(bytes.Repeat([]byte{2}, 32)), now)
	if err != nil {
		t.Fatal(err)
	}
	attested, err := keys.Attest(context.Background(), issuer, network, nonce)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range []tee.Evidence{attested, {Platform: tee.TDX, Round: 1<<64 - 1, Quote: []byte{1}}} {
		b, err := e.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		v.Evidence = append(v.Evidence, struct {
			Platform  tee.Platform  `json:"platform"`
			Round     uint64        `json:"round,string"`
			BlockHash common.Hash   `json:"blockHash"`
			Nonce     common.Hash   `json:"nonce"`
			Quote     hexutil.Bytes `json:"quote"`
			Bytes     hexutil.Bytes `json:"bytes"`
			Hash      common.Hash   `json:"hash"`
		}{e.Platform, e.Round, e.BlockHash, e.Nonce, e.Quote, b, crypto.Keccak256Hash(b)})
	}
	good := v.Evidence[1].Bytes
	change := func(i int, b byte) hexutil.Bytes {
		c := bytes.Clone(good)
		c[i] = b
		return c
	}
	for _, c := range []struct {
		name string
		b    hexutil.Bytes
	}{
		{"empty", hexutil.Bytes{}}, {"other domain", change(0, 'b')}, {"platform zero", change(18, 0)},
		{"platform undefined", change(18, 4)},
		{"cut", good[:len(good)-1]}, {"longer", append(bytes.Clone(good), 0)},
		{"length too large", change(len(good)-2, 2)},
		{"length huge", change(len(good)-5, 255)}, {"no quote", change(len(good)-2, 0)[:len(good)-1]},
		{"head only", good[:95]},
	} {
		v.BadEvidence = append(v.BadEvidence, struct {
			Name  string        `json:"name"`
			Bytes hexutil.Bytes `json:"bytes"`
		}{c.name, c.b})
	}
	in := &v.Insecure
	in.Root, in.RootID, in.Time, in.Quote = root.Certificate().Raw, root.ID(), now, attested.Quote
	if in.Collateral, err = root.Collateral(now, 1); err != nil {
		t.Fatal(err)
	}
	claims, err := dcap.Verifier{}.Verify(in.Quote, in.Collateral, tee.Roots{root.Certificate()}, now)
	if err != nil {
		t.Fatal(err)
	}
	in.Claims, in.ReportData = *claims, claims.ReportData[:]
	return v
}

// TestVectors makes testdata/tee.json anew, compares, and checks what it holds.
func TestVectors(t *testing.T) {
	path := filepath.Join("testdata", "tee.json")
	want, err := json.MarshalIndent(makeVectors(t), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	if *update {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run this test with -update and review the difference", err)
	}
	if !bytes.Equal(got, want) {
		t.Error("testdata/tee.json differs from what the code makes: a format changed, or run this test with -update")
	}
	var v vectors
	if err := json.Unmarshal(got, &v); err != nil {
		t.Fatal(err)
	}
	for _, c := range v.Evidence {
		e, err := tee.ParseEvidence(c.Bytes)
		if err != nil || e.Platform != c.Platform || e.Round != c.Round || e.BlockHash != c.BlockHash ||
			e.Nonce != c.Nonce || !bytes.Equal(e.Quote, c.Quote) {
			t.Errorf("evidence %+v, %v", e, err)
		}
	}
	for _, c := range v.BadEvidence {
		if _, err := tee.ParseEvidence(c.Bytes); !errors.Is(err, tee.ErrEvidence) {
			t.Errorf("%s: %v", c.Name, err)
		}
	}
	roots, err := tee.ParseRoots(v.Insecure.Root)
	if err != nil || tee.RootID(roots[0]) != v.Insecure.RootID {
		t.Fatalf("root %v", err)
	}
	c, err := dcap.Verifier{}.Verify(v.Insecure.Quote, v.Insecure.Collateral, roots, v.Insecure.Time)
	if err != nil {
		t.Fatal(err)
	}
	c.ReportData = tee.ReportData{}
	if !reflect.DeepEqual(*c, v.Insecure.Claims) {
		t.Errorf("claims %+v, want %+v", *c, v.Insecure.Claims)
	}
	t.Logf("%d bindings, %d measurements, %d evidence, %d bad evidence run", len(v.Bindings), len(v.Measurements),
		len(v.Evidence), len(v.BadEvidence))
}

// TestBindingCommitsToEverything changes every field in turn.
func TestBindingCommitsToEverything(t *testing.T) {
	seen := map[common.Hash]bool{tee.Binding{}.Hash(): true}
	n := reflect.TypeFor[tee.Binding]().NumField()
	for i := range n {
		var b tee.Binding
		if f := reflect.ValueOf(&b).Elem().Field(i); f.Kind() == reflect.Uint64 {
			f.SetUint(1)
		} else {
			f.Index(0).SetUint(1)
		}
		seen[b.Hash()] = true
	}
	if len(seen) != n+1 {
		t.Errorf("%d hashes for %d fields", len(seen), n)
	}
	b := tee.Binding{ChainID: 1, Round: 2}
	doc, err := eip712.New(eip712.Domain{}, tee.BindingType, "1", b.Runtime.Hex(), hexutil.Encode(b.Operator[:]),
		hexutil.Encode(b.Enclave[:]), b.REK.Hex(), "2", b.BlockHash.Hex())
	if err != nil {
		t.Fatal(err)
	}
	if h, err := doc.HashStruct("EnclaveBinding", doc.Message); err != nil || h != b.Hash() {
		t.Errorf("the generic hasher gives %s, %v", h, err)
	}
}

func TestMeasurementOf(t *testing.T) {
	a := tee.MeasurementOf(tee.TDX, []byte{1}, []byte{2})
	for name, b := range map[string]common.Hash{
		"platform": tee.MeasurementOf(tee.SNP, []byte{1}, []byte{2}),
		"order":    tee.MeasurementOf(tee.TDX, []byte{2}, []byte{1}),
		"split":    tee.MeasurementOf(tee.TDX, []byte{1, 2}, nil),
		"joined":   tee.MeasurementOf(tee.TDX, []byte{1, 2}),
	} {
		if a == b {
			t.Errorf("%s does not matter", name)
		}
	}
}

// TestIntelRoot compares the constant with Intel's certificate.
func TestIntelRoot(t *testing.T) {
	b := sharedtest.Read(t, "vectors", "quotes", "tcb_signing_cert.pem")
	found := false
	for p, rest := pem.Decode(b); p != nil; p, rest = pem.Decode(rest) {
		c, err := x509.ParseCertificate(p.Bytes)
		if err != nil {
			t.Fatal(err)
		}
		isRoot := strings.Contains(c.Subject.CommonName, "Root CA")
		found = found || isRoot
		if tee.IsVendorRoot(tee.RootID(c)) != isRoot {
			t.Errorf("%s: vendor root %v", c.Subject.CommonName, !isRoot)
		}
	}
	if !found {
		t.Error("no root in the file")
	}
}

func TestRoots(t *testing.T) {
	if _, err := tee.ParseRoots([]byte{0x30}); err == nil {
		t.Error("malformed root: accepted")
	}
	v := makeVectors(t)
	roots, err := tee.ParseRoots(v.Insecure.Root)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := roots.Find(roots[0]); !ok {
		t.Error("root not found")
	}
	if _, ok := (tee.Roots{}).Find(roots[0]); ok {
		t.Error("root found in nothing")
	}
}

func TestPlatform(t *testing.T) {
	for p, ok := range map[tee.Platform]bool{0: false, 1: false, tee.TDX: true, tee.SNP: true, 4: false} {
		if err := p.Validate(); (err == nil) != ok {
			t.Errorf("%s: %v", p, err)
		}
	}
	if _, err := (tee.Evidence{Platform: 4, Quote: []byte{1}}).Marshal(); err == nil {
		t.Error("undefined platform encoded")
	}
	for n, ok := range map[int]bool{0: false, 1: true, tee.MaxQuoteSize: true, tee.MaxQuoteSize + 1: false} {
		if _, err := (tee.Evidence{Platform: tee.TDX, Quote: make([]byte, n)}).Marshal(); (err == nil) != ok {
			t.Errorf("quote of %d bytes: %v", n, err)
		}
	}
}

func FuzzParseEvidence(f *testing.F) {
	v := makeVectors(f)
	for _, c := range v.Evidence {
		f.Add([]byte(c.Bytes))
	}
	for _, c := range v.BadEvidence {
		f.Add([]byte(c.Bytes))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		e, err := tee.ParseEvidence(in)
		if err != nil {
			return
		}
		if out, err := e.Marshal(); err != nil || !bytes.Equal(in, out) {
			t.Fatalf("%x encodes as %x, %v", in, out, err)
		}
	})
}
