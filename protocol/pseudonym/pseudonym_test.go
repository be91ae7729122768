package pseudonym_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/pseudonym"
	"github.com/assent-network/assent/protocol/signature"
)

type derived struct {
	Domain, PrivateKey common.Hash
	Ward               uint32
	Address            common.Address
	ProofKey           common.Hash
}

type file struct {
	Site, Message    string
	Digest           common.Hash
	Signers          map[string]struct{ PrivateKey common.Hash }
	Signature        signature.Signature
	Keys, PhraseKeys []derived
	OtherSites       []string
	Phrase           string
	PhraseTyped      []string
	BadSites         []vectest.Bad
	BadPhrases       []vectest.Bad
}

func load(t testing.TB) file {
	var f file
	vectest.Load(t, "pseudonym.json", &f)
	return f
}

func check(t *testing.T, seed *pseudonym.Seed, want []derived) {
	t.Helper()
	seen, proofs := map[common.Address]bool{}, map[common.Hash]bool{}
	for _, d := range want {
		key, err := seed.Key(d.Domain, d.Ward)
		if err != nil || common.BytesToHash(crypto.FromECDSA(key)) != d.PrivateKey ||
			crypto.PubkeyToAddress(key.PublicKey) != d.Address {
			t.Errorf("key of %s: %v", d.Domain, err)
		}
		if a, err := seed.Address(d.Domain, d.Ward); err != nil || a != d.Address {
			t.Errorf("address of %s: %s, %v", d.Domain, a, err)
		}
		seen[d.Address] = true
		proof, err := seed.ProofKey(d.Domain, d.Ward)
		if err != nil || proof.Public() != d.ProofKey {
			t.Errorf("proof key of %s: %v", d.Domain, err)
		}
		proofs[d.ProofKey] = true
	}
	if len(seen) != len(want) || len(proofs) != len(want) {
		t.Error("two domains or wards share a pseudonym or a proof key")
	}
}

func TestVectors(t *testing.T) {
	f := load(t)
	text, err := pseudonym.Message(f.Site)
	if err != nil || text != f.Message || pseudonym.MessageDigest(text) != f.Digest {
		t.Errorf("message %q, %v", text, err)
	}
	if !strings.Contains(text, "DANGER") || !strings.Contains(text, f.Site) {
		t.Error("the message names neither danger nor site")
	}
	wallet, err := crypto.ToECDSA(f.Signers["wallet"].PrivateKey.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if sig, err := signature.Sign(f.Digest, wallet); err != nil || sig != f.Signature {
		t.Errorf("signature %s, %v", sig, err)
	}
	seed, err := pseudonym.FromNewWallet(crypto.PubkeyToAddress(wallet.PublicKey), f.Site, f.Signature, f.Signature)
	if err != nil {
		t.Fatal(err)
	}
	check(t, seed, f.Keys)
	for _, typed := range append(f.PhraseTyped, f.Phrase) {
		seed, err := pseudonym.FromPhrase(typed)
		if err != nil {
			t.Errorf("%q: %v", typed, err)
			continue
		}
		check(t, seed, f.PhraseKeys)
		if p, err := pseudonym.NormalizePhrase(typed); err != nil || p != f.Phrase {
			t.Errorf("%q: normalized %q, %v", typed, p, err)
		}
	}
	for _, site := range f.OtherSites {
		if other, err := pseudonym.Message(site); err != nil || other == text {
			t.Errorf("%s: %v", site, err)
		}
	}
	for _, b := range f.BadSites {
		_, err := pseudonym.Message(b.Text(t))
		b.Refused(t, err)
		if !errors.Is(err, pseudonym.ErrSite) {
			t.Errorf("%s: %v", b.Name, err)
		}
	}
	for _, b := range f.BadPhrases {
		_, err := pseudonym.FromPhrase(b.Text(t))
		b.Refused(t, err)
		if !errors.Is(err, pseudonym.ErrPhrase) || strings.Contains(err.Error(), f.Phrase[5:14]) {
			t.Errorf("%s: %v", b.Name, err)
		}
	}
	t.Logf("%d keys, %d typed phrases, %d bad sites, %d bad phrases run", len(f.Keys)+len(f.PhraseKeys),
		len(f.PhraseTyped), len(f.BadSites), len(f.BadPhrases))
}

func TestFromWalletRefuses(t *testing.T) {
	f := load(t)
	key, err := crypto.ToECDSA(f.Signers["wallet"].PrivateKey.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	wallet := crypto.PubkeyToAddress(key.PublicKey)
	// Another sound signature of the same message, as a wallet with random nonces makes.
	random := randomized(t, f.Digest, new(big.Int).SetBytes(crypto.FromECDSA(key)))
	if err := random.Verify(f.Digest, wallet); err != nil {
		t.Fatal(err)
	}
	if _, err := pseudonym.FromNewWallet(wallet, f.Site, f.Signature, random); !errors.Is(err,
		pseudonym.ErrNotDeterministic) {
		t.Errorf("wallet with random nonces: %v", err)
	}
	var wrong *signature.WrongSignerError
	if _, err := pseudonym.FromWallet(common.Address{1}, f.Site, f.Signature); !errors.As(err, &wrong) {
		t.Errorf("another wallet: %v", err)
	}
	if _, err := pseudonym.FromWallet(wallet, "https://evil.example", f.Signature); !errors.As(err, &wrong) {
		t.Errorf("another site: %v", err)
	}
	if _, err := pseudonym.FromNewWallet(wallet, f.Site, f.Signature, signature.Signature{}); err == nil {
		t.Error("no second signature: accepted")
	}
}

// randomized signs with a nonce of its own (SEC 1, section 4.1.3).
func randomized(t *testing.T, digest common.Hash, d *big.Int) signature.Signature {
	t.Helper()
	curve := crypto.S256()
	n := curve.Params().N
	k, err := rand.Int(rand.Reader, new(big.Int).Sub(n, big.NewInt(1)))
	if err != nil {
		t.Fatal(err)
	}
	k.Add(k, big.NewInt(1))
	x, y := curve.ScalarBaseMult(common.BigToHash(k).Bytes())
	r := new(big.Int).Mod(x, n)
	s := new(big.Int).Mul(r, d)
	s.Add(s, digest.Big()).Mul(s, new(big.Int).ModInverse(k, n)).Mod(s, n)
	v := byte(27 + y.Bit(0))
	if s.Cmp(new(big.Int).Rsh(n, 1)) > 0 {
		s.Sub(n, s)
		v ^= 27 ^ 28
	}
	var sig signature.Signature
	r.FillBytes(sig[:32])
	s.FillBytes(sig[32:64])
	sig[64] = v
	return sig
}

func TestNewPhrase(t *testing.T) {
	if _, err := pseudonym.NewPhrase(bytes.NewReader(make([]byte, 25))); err == nil {
		t.Error("too little randomness: accepted")
	}
	seen := map[string]bool{}
	for range 100 {
		p, err := pseudonym.NewPhrase(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if n, err := pseudonym.NormalizePhrase(p); err != nil || n != p {
			t.Errorf("%v", err)
		}
		seen[p] = true
	}
	if len(seen) != 100 {
		t.Error("a phrase came twice")
	}
}

// TestPhraseChecksum changes every symbol to every other: about one change in a thousand may pass the two check
// symbols, each of which is 1 of 32.
func TestPhraseChecksum(t *testing.T) {
	phrase := strings.ReplaceAll(load(t).Phrase, "-", "")
	passed, tried := 0, 0
	for i := range phrase {
		for _, c := range "0123456789ABCDEFGHJKMNPQRSTVWXYZ" {
			b := []byte(phrase)
			if b[i] == byte(c) {
				continue
			}
			b[i] = byte(c)
			tried++
			if _, err := pseudonym.NormalizePhrase(string(b)); err == nil {
				passed++
			}
		}
	}
	// 868 changes, mean 0.8: more than 8 has a chance below 10^-6, and the phrase is fixed.
	if passed > 8 {
		t.Errorf("%d of %d typos pass", passed, tried)
	}
	t.Logf("%d of %d typos pass", passed, tried)
}

func FuzzNormalizePhrase(f *testing.F) {
	v := load(f)
	for _, p := range v.PhraseTyped {
		f.Add(p)
	}
	for _, b := range v.BadPhrases {
		f.Add(b.Text(f))
	}
	f.Fuzz(func(t *testing.T, in string) {
		p, err := pseudonym.NormalizePhrase(in)
		if err != nil {
			return
		}
		if again, err := pseudonym.NormalizePhrase(p); err != nil || again != p {
			t.Fatalf("%q becomes %q, then %q, %v", in, p, again, err)
		}
	})
}

func FuzzMessage(f *testing.F) {
	v := load(f)
	f.Add(v.Site)
	for _, b := range v.BadSites {
		f.Add(b.Text(f))
	}
	f.Fuzz(func(t *testing.T, site string) {
		text, err := pseudonym.Message(site)
		if err != nil {
			return
		}
		// The site stands alone in its line, whatever it is.
		if strings.Count(text, "\n") != strings.Count(v.Message, "\n") || !strings.Contains(text, "\n"+site+"\n") {
			t.Fatalf("%q", text)
		}
	})
}
