package attestation_test

import (
	"bytes"
	"crypto/x509"
	"encoding/binary"
	"encoding/json"
	"errors"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/runtime/attestation"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/insecure"
	"github.com/assent-network/assent/tee/snp"
	"github.com/assent-network/assent/tee/vectortest"
	"github.com/assent-network/assent/tee/vendors"
)

var now = time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)

// pack encodes a call: byte strings first, then, unless it is negative, the time.
func pack(signature string, at int64, strings ...[]byte) []byte {
	in := crypto.Keccak256([]byte(signature))[:4]
	n := len(strings)
	if at >= 0 {
		n++
	}
	var tail []byte
	word := func(n uint64) []byte { return common.BigToHash(new(big.Int).SetUint64(n)).Bytes() }
	for _, s := range strings {
		in = append(in, word(uint64(32*n+len(tail)))...)
		tail = append(tail, word(uint64(len(s)))...)
		tail = append(tail, s...)
		tail = append(tail, make([]byte, (32-len(s)%32)%32)...)
	}
	if at >= 0 {
		in = append(in, word(uint64(at))...)
	}
	return append(in, tail...)
}

func verify(evidence, coll []byte, at time.Time) []byte {
	return pack("verify(bytes,bytes,uint64)", at.Unix(), evidence, coll)
}

func locate(evidence []byte) []byte { return pack("locate(bytes)", -1, evidence) }

func inspect(coll []byte, at time.Time) []byte {
	return pack("inspect(bytes,uint64)", at.Unix(), coll)
}

// step runs a call and returns the word that it was refused with, or none.
func step(t testing.TB, c *attestation.Contract, input []byte) (tee.Step, []byte) {
	t.Helper()
	out, err := c.Run(input)
	if err == nil {
		return "", out
	}
	if !errors.Is(err, vm.ErrExecutionReverted) {
		t.Fatalf("ended with %v", err)
	}
	if len(out) == 0 {
		return "input", nil
	}
	name := [4]byte(out)
	if name != [4]byte(crypto.Keccak256([]byte("QuoteRefused(string)"))) &&
		name != [4]byte(crypto.Keccak256([]byte("CollateralRefused(string)"))) {
		t.Fatalf("reverted with %x", out)
	}
	size := binary.BigEndian.Uint64(out[4+32+24 : 4+64])
	return tee.Step(out[4+64 : 4+64+size]), nil
}

func number(out []byte, word int) uint64 {
	return binary.BigEndian.Uint64(out[32*word+24 : 32*word+32])
}

func word(out []byte, at int) common.Hash { return common.Hash(out[32*at : 32*at+32]) }

func evidence(t testing.TB, p tee.Platform, quote []byte) []byte {
	t.Helper()
	b, err := tee.Evidence{Platform: p, Round: 7, BlockHash: common.Hash{8}, Nonce: [32]byte{9}, Quote: quote}.Marshal()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// agrees checks that the contract says what a verifier says.
func agrees(t *testing.T, c *attestation.Contract, v tee.Verifier, roots tee.Roots, quote, coll []byte, at time.Time) {
	t.Helper()
	got, out := step(t, c, verify(evidence(t, v.Platform(), quote), coll, at))
	claims, err := v.Verify(quote, coll, roots, at.UTC().Truncate(time.Second))
	if err != nil {
		var refusal *tee.Refusal
		if !errors.As(err, &refusal) || got != refusal.Step {
			t.Errorf("refused for %q, the verifier says %v", got, err)
		}
		return
	}
	if got != "" {
		t.Fatalf("refused for %q, the verifier accepts", got)
	}
	if len(out) != 18*32 {
		t.Fatalf("%d bytes of claims", len(out))
	}
	flag := func(b bool) uint64 {
		if b {
			return 1
		}
		return 0
	}
	unix := func(t time.Time) uint64 { return uint64(max(0, t.Unix())) }
	for i, want := range []uint64{
		uint64(claims.Platform), uint64(claims.TCB.Number()), flag(claims.Simulated), flag(claims.Debug),
		flag(claims.Migratable),
		flag(claims.Collateral.Revocation), uint64(claims.Collateral.Evaluation), unix(claims.TCBDate),
		unix(claims.Collateral.IssuedAt),
		unix(claims.Collateral.ValidUntil),
	} {
		if number(out, i) != want {
			t.Errorf("word %d is %d, want %d", i, number(out, i), want)
		}
	}
	for i, want := range []common.Hash{
		11: claims.Measurement, 12: claims.Root, 13: common.Hash(claims.ReportData[:32]),
		14: common.Hash(claims.ReportData[32:]), 16: {8}, 17: {9},
	} {
		if want != (common.Hash{}) && word(out, i) != want {
			t.Errorf("word %d is %s, want %s", i, word(out, i), want)
		}
	}
	if number(out, 15) != 7 {
		t.Errorf("round %d", number(out, 15))
	}
}

// simulatedVectors are those of package dcap.
func simulatedVectors(t testing.TB) (cases []simulatedCase) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "tee", "dcap", "testdata", "simulated.json"))
	if err != nil {
		t.Fatal(err)
	}
	var v struct {
		Blobs map[string][]byte
		Cases []struct {
			Name, Quote, Collateral string
			Roots                   []string
			Time                    time.Time
		}
	}
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	for _, c := range v.Cases {
		s := simulatedCase{name: c.Name, quote: v.Blobs[c.Quote], collateral: v.Blobs[c.Collateral], at: c.Time}
		for _, r := range c.Roots {
			root, err := x509.ParseCertificate(v.Blobs[r])
			if err != nil {
				t.Fatal(err)
			}
			s.roots = append(s.roots, root)
		}
		cases = append(cases, s)
	}
	return cases
}

type simulatedCase struct {
	name              string
	quote, collateral []byte
	roots             tee.Roots
	at                time.Time
}

func TestVerify_agreesWithTheVerifierOnSimulatedQuotes(t *testing.T) {
	cases := simulatedVectors(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if len(c.quote) == 0 {
				t.Skip("evidence has a quote")
			}
			agrees(t, attestation.New(c.roots), dcap.Verifier{}, c.roots, c.quote, c.collateral, c.at)
		})
	}
	t.Logf("%d cases run", len(cases))
}

func TestVerify_agreesWithTheVerifierOnRealQuotes(t *testing.T) {
	roots := vectortest.IntelRoot(t)
	for _, q := range vectortest.Quotes() {
		t.Run(filepath.Base(q.File), func(t *testing.T) {
			agrees(t, attestation.New(roots), dcap.Verifier{}, roots, vectortest.Read(t, q.File), q.Marshal(t), q.Now)
		})
	}
}

func TestVerify_agreesWithTheVerifierOnARealReport(t *testing.T) {
	report, coll, roots := milan(t)
	at := time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)
	agrees(t, attestation.New(roots), snp.Verifier{}, roots, report, coll, at)
	_, out := step(t, attestation.New(roots), verify(evidence(t, tee.SNP, report), coll, at))
	claims, err := snp.Verifier{}.Verify(report, coll, roots, at)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range claims.Components {
		if got := uint8(number(out, 10) >> (8 * (3 - i))); uint16(got) != c.SVN {
			t.Errorf("%s is %d, want %d", c.Name, got, c.SVN)
		}
	}
}

func milan(t testing.TB) (report, coll []byte, roots tee.Roots) {
	t.Helper()
	ask, ark, err := vendors.AMDChain("Milan")
	if err != nil {
		t.Fatal(err)
	}
	coll, err = (&collateral.AMD{VCEK: vectortest.Read(t, "quotes/snp_v2_milan_vcek.der"), ASK: ask.Raw}).Marshal()
	if err != nil {
		t.Fatal(err)
	}
	return vectortest.Read(t, "quotes/snp_v2_milan.bin"), coll, tee.Roots{ark}
}

// machine is a simulated one.
type machine struct {
	root   *insecure.Root
	issuer *insecure.Issuer
}

func newMachine(t testing.TB, seed byte) machine {
	t.Helper()
	random := rand.NewChaCha8([32]byte{seed})
	root, err := insecure.NewRoot(random, now)
	if err != nil {
		t.Fatal(err)
	}
	issuer, err := insecure.NewIssuer(root, insecure.Measurement{MRTD: [48]byte{1}}, random, now)
	if err != nil {
		t.Fatal(err)
	}
	return machine{root, issuer}
}

func (m machine) quote(t testing.TB) []byte {
	t.Helper()
	q, err := m.issuer.Issue(t.Context(), tee.ReportData{1})
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func (m machine) collateral(t testing.TB, terms insecure.Terms) []byte {
	t.Helper()
	b, err := m.root.CollateralOf(terms)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// A network without the simulated root, as one for real data is, refuses simulated quotes and collateral.
func TestRoots(t *testing.T) {
	m := newMachine(t, 1)
	coll := m.collateral(t, insecure.Terms{Now: now, Number: 1})
	_, ark, err := vendors.AMDChain("Genoa")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		roots             tee.Roots
		verified, allowed tee.Step
	}{
		"its own root": {tee.Roots{m.root.Certificate()}, "", ""},
		"both":         {tee.Roots{newMachine(t, 2).root.Certificate(), m.root.Certificate()}, "", ""},
		"another's":    {tee.Roots{newMachine(t, 2).root.Certificate()}, tee.StepRoot, tee.StepRoot},
		"a vendor's":   {tee.Roots{ark}, tee.StepRoot, tee.StepRoot},
		"none":         {nil, tee.StepRoot, tee.StepRoot},
	} {
		contract := attestation.New(c.roots)
		if got, _ := step(t, contract, verify(evidence(t, tee.TDX, m.quote(t)), coll, now)); got != c.verified {
			t.Errorf("%s: a quote is refused for %q, want %q", name, got, c.verified)
		}
		if got, _ := step(t, contract, inspect(coll, now)); got != c.allowed {
			t.Errorf("%s: collateral is refused for %q, want %q", name, got, c.allowed)
		}
		if got, _ := step(t, contract, locate(evidence(t, tee.TDX, m.quote(t)))); got != c.verified {
			t.Errorf("%s: the place of a quote is refused for %q, want %q", name, got, c.verified)
		}
	}
}

// The place of a quote is that of the collateral which judges it.
func TestLocate(t *testing.T) {
	m := newMachine(t, 1)
	contract := attestation.New(tee.Roots{m.root.Certificate()})
	_, place := step(t, contract, locate(evidence(t, tee.TDX, m.quote(t))))
	_, in := step(t, contract, inspect(m.collateral(t, insecure.Terms{Now: now, Number: 1}), now))
	if word(place, 0) != word(in, 2) || word(place, 1) != word(in, 3) {
		t.Errorf("the quote's place is %x, the collateral is for %x", place, in[64:128])
	}
	if word(in, 1) != m.root.ID() {
		t.Errorf("root %s", word(in, 1))
	}
	if got, _ := step(t, contract, locate([]byte("assent.evidence.v1"))); got != tee.StepEvidence {
		t.Errorf("evidence that is cut: refused for %q", got)
	}
	if got, _ := step(t, contract, locate(evidence(t, tee.TDX, []byte{1}))); got != tee.StepQuote {
		t.Errorf("a quote of a byte: refused for %q", got)
	}
}

func TestLocate_realQuotes(t *testing.T) {
	report, coll, roots := milan(t)
	contract := attestation.New(append(roots, vectortest.IntelRoot(t)...))
	_, place := step(t, contract, locate(evidence(t, tee.SNP, report)))
	_, in := step(t, contract, inspect(coll, time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC)))
	if word(place, 0) != word(in, 2) || word(place, 1) != (common.Hash{}) {
		t.Errorf("SNP: the report's place is %x, the collateral is for %x", place, in[64:128])
	}
	q := vectortest.Quotes()[0]
	_, place = step(t, contract, locate(evidence(t, tee.TDX, vectortest.Read(t, q.File))))
	_, in = step(t, contract, inspect(q.Marshal(t), q.Now))
	if word(place, 0) != word(in, 2) || word(place, 1) != word(in, 3) {
		t.Errorf("TDX: the quote's place is %x, the collateral is for %x", place, in[64:128])
	}
}

// Units of different containers make a container that verifies.
func TestInspect_units(t *testing.T) {
	m := newMachine(t, 1)
	contract := attestation.New(tee.Roots{m.root.Certificate()})
	older := m.collateral(t, insecure.Terms{Now: now, Number: 3, Evaluation: 8})
	newer := m.collateral(t, insecure.Terms{Now: now.Add(time.Hour), Number: 4, Evaluation: 9})
	_, in := step(t, contract, inspect(older, now))
	for i, want := range map[int]uint64{0: 1, 4: 8, 6: 8, 8: 3, 10: 3} {
		if number(in, i) != want {
			t.Errorf("word %d is %d, want %d", i, number(in, i), want)
		}
	}
	at, end := number(in, 12), number(in, 13)
	_, in = step(t, contract, inspect(newer, now.Add(time.Hour)))
	mixed := append(bytes.Clone(older[:at]), newer[number(in, 12):number(in, 13)]...)
	mixed = append(mixed, older[end:]...)
	_, in = step(t, contract, inspect(mixed, now.Add(time.Hour)))
	if number(in, 4) != 8 || number(in, 8) != 4 || number(in, 10) != 3 {
		t.Errorf("the mixed container has versions %d, %d, %d", number(in, 4), number(in, 8), number(in, 10))
	}
	if got, _ := step(t, contract, verify(evidence(t, tee.TDX, m.quote(t)), mixed, now.Add(time.Hour))); got != "" {
		t.Errorf("the mixed container is refused for %q", got)
	}
	lists := append([]byte("assent.collateral.v1\x01"), make([]byte, 5*4)...)
	lists = append(lists, older[at:]...)
	_, in = step(t, contract, inspect(lists, now))
	if word(in, 2) != (common.Hash{}) || number(in, 4) != 0 || number(in, 8) != 3 {
		t.Errorf("lists alone: %x", in)
	}
}

// Every refusal has its word.
func TestVerify_words(t *testing.T) {
	m := newMachine(t, 1)
	contract := attestation.New(tee.Roots{m.root.Certificate()})
	good := m.collateral(t, insecure.Terms{Now: now, Number: 1})
	quote := m.quote(t)
	e := evidence(t, tee.TDX, quote)
	flipped := bytes.Clone(quote)
	flipped[100] ^= 1
	old := insecure.Simulated()
	old.FMSPC[0]++
	for name, c := range map[string]struct {
		input []byte
		want  tee.Step
	}{
		"good":          {verify(e, good, now), ""},
		"no evidence":   {verify(nil, good, now), tee.StepEvidence},
		"quote is cut":  {verify(evidence(t, tee.TDX, quote[:100]), good, now), tee.StepQuote},
		"TDX as SNP":    {verify(evidence(t, tee.SNP, quote), good, now), tee.StepQuote},
		"flipped":       {verify(evidence(t, tee.TDX, flipped), good, now), tee.StepSignature},
		"before":        {verify(e, good, now.Add(-2*time.Hour)), tee.StepChain},
		"expired":       {verify(e, good, now.Add(31*24*time.Hour)), tee.StepCollateral},
		"far future":    {pack("verify(bytes,bytes,uint64)", 1<<62, e, good), tee.StepCollateral},
		"no collateral": {verify(e, nil, now), tee.StepCollateral},
		"revoked": {verify(e, m.collateral(t,
			insecure.Terms{Now: now, Number: 2, Revoked: []*big.Int{m.issuer.Serial()}}), now), tee.StepRevocation},
		"CA revoked": {verify(e, m.collateral(t, insecure.Terms{Now: now, Number: 2, RevokeCA: true}), now),
			tee.StepRevocation},
		"other platform": {verify(e, m.collateral(t, insecure.Terms{Now: now, Number: 2, Platform: &old}), now),
			tee.StepPlatform},
		"bad container":  {inspect(good[:len(good)-1], now), tee.StepCollateral},
		"container late": {inspect(good, now.Add(31*24*time.Hour)), tee.StepCollateral},
		"nothing":        {nil, "input"},
		"no method":      {make([]byte, 200), "input"},
		"cut":            {verify(e, good, now)[:100], "input"},
	} {
		if got, _ := step(t, contract, c.input); got != c.want {
			t.Errorf("%s: refused for %q, want %q", name, got, c.want)
		}
	}
}

// TestMutations changes single bits and bytes of good input: never accepted, never a panic.
func TestMutations(t *testing.T) {
	m := newMachine(t, 1)
	contract := attestation.New(tee.Roots{m.root.Certificate()})
	good := verify(evidence(t, tee.TDX, m.quote(t)), m.collateral(t, insecure.Terms{Now: now, Number: 1}), now)
	want, err := contract.Run(good)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	accepted := 0
	for range 3000 {
		bad := bytes.Clone(good)
		bad[random.IntN(len(bad))] ^= 1 << random.IntN(8)
		out, err := contract.Run(bad)
		if err != nil {
			continue
		}
		accepted++
		// The round, block hash and nonce around the quote are the caller's to compare with what the quote binds, as is
		// a time at which everything is still valid; padding of the encoding means nothing.
		if !bytes.Equal(out[:15*32], want[:15*32]) {
			t.Fatalf("a changed bit changed the claims")
		}
	}
	t.Logf("%d of 3000 mutations outside of what is signed", accepted)
}

func FuzzRun(f *testing.F) {
	m := newMachine(f, 1)
	contract := attestation.New(tee.Roots{m.root.Certificate()})
	e, coll := evidence(f, tee.TDX, m.quote(f)), m.collateral(f, insecure.Terms{Now: now, Number: 1})
	f.Add(verify(e, coll, now))
	f.Add(locate(e))
	f.Add(inspect(coll, now))
	f.Add(verify(evidence(f, tee.SNP, make([]byte, snp.ReportSize)), []byte("assent.collateral.v1\x02"), now))
	f.Fuzz(func(t *testing.T, input []byte) {
		out, err := contract.Run(input)
		if err != nil && !errors.Is(err, vm.ErrExecutionReverted) {
			t.Fatalf("ended with %v", err)
		}
		again, err2 := contract.Run(input)
		if !bytes.Equal(out, again) || (err == nil) != (err2 == nil) {
			t.Fatal("the same input gave two outputs")
		}
		if contract.RequiredGas(input) < uint64(len(input)) {
			t.Fatal("too cheap")
		}
	})
}
