package cli

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/grant"
)

// TestNewest: what is on record already is what the ledger has, and not what has its nonce; of documents with one nonce
// that differ none is passed over.
func TestNewest(t *testing.T) {
	who := common.Address{1}
	given := grant.Grant{Dataset: common.Hash{1}, Pseudonym: who, PolicyVersion: 1, Purposes: 8, Kinds: 1, NotBefore: 1,
		Expiry: 9, EpsilonClass: 1, Circumstances: common.Hash{2}, Nonce: 7, SubmitBefore: 100}
	wider, later, newer := given, given, given
	wider.Purposes, later.SubmitBefore, newer.Nonce = 9, 200, 8
	taken, takenLater := grant.Revoke(given.Dataset, who, 1, 7, 100), grant.Revoke(given.Dataset, who, 2, 7, 200)
	entry := func(g grant.Grant) grant.Entry {
		return grant.Entry{PolicyVersion: g.PolicyVersion, Purposes: g.Purposes, Kinds: g.Kinds, NotBefore: g.NotBefore,
			Expiry: g.Expiry, EpsilonClass: g.EpsilonClass, Nonce: g.Nonce, Enrolled: true, Origin: who}
	}
	enrolled := grant.Entry{Enrolled: true, Origin: who}
	rotated, revoked := entry(taken), entry(taken)
	rotated.Rotated, revoked.Revoked = true, true
	for name, c := range map[string]struct {
		on      grant.Entry
		handed  []grant.Grant
		fresh   []grant.Grant
		already int
		refused []string
	}{
		"new":                  {enrolled, []grant.Grant{given}, []grant.Grant{given}, 0, nil},
		"on record":            {entry(given), []grant.Grant{given}, nil, 1, nil},
		"the same twice":       {enrolled, []grant.Grant{given, later}, []grant.Grant{given}, 1, nil},
		"a newer one":          {enrolled, []grant.Grant{given, newer}, []grant.Grant{newer}, 1, nil},
		"an older one":         {enrolled, []grant.Grant{newer, given}, []grant.Grant{newer}, 1, nil},
		"a newer one than two": {enrolled, []grant.Grant{given, wider, newer}, []grant.Grant{newer}, 2, nil},
		"newer on record":      {entry(newer), []grant.Grant{given}, nil, 0, []string{"a newer grant"}},
		"a grant, not this one": {entry(given), []grant.Grant{wider}, nil, 0,
			[]string{"with the same nonce is on record"}},
		"a grant, revoked": {entry(given), []grant.Grant{taken}, nil, 0,
			[]string{"with the same nonce is on record"}},
		"a revocation, granted": {entry(taken), []grant.Grant{given}, nil, 0,
			[]string{"with the same nonce is on record"}},
		"a revocation on record": {entry(taken), []grant.Grant{taken, takenLater}, nil, 2, nil},
		"rotated away":           {rotated, []grant.Grant{given}, nil, 0, []string{"rotated away"}},
		"revoked":                {revoked, []grant.Grant{given}, nil, 0, []string{"the custodian revoked"}},
		"two that differ": {enrolled, []grant.Grant{given, wider}, nil, 0,
			[]string{"is given beside it", "is given beside it"}},
		"one of two is on record": {entry(wider), []grant.Grant{given, wider}, nil, 1, []string{"is on record"}},
		"a revocation behind": {enrolled, []grant.Grant{given, taken}, []grant.Grant{taken}, 0,
			[]string{"beside it"}},
		"a revocation before": {enrolled, []grant.Grant{taken, given}, []grant.Grant{taken}, 0,
			[]string{"beside it"}},
		"two revocations": {enrolled, []grant.Grant{taken, given, takenLater}, []grant.Grant{taken}, 1,
			[]string{"beside it"}},
	} {
		var all []*handed
		for _, g := range c.handed {
			all = append(all, &handed{signedConsent: signedConsent{Grant: grant.Signed{Grant: g}}})
		}
		var result submission
		news, err := new(App).newest(t.Context(), func(_ context.Context, _ common.Address, of []common.Address) (
			[]grant.Entry, error) {
			if len(of) != 1 {
				return nil, errors.New("of one pseudonym")
			}
			return []grant.Entry{c.on}, nil
		}, common.Address{}, all, &result)
		ok := err == nil && len(news) == len(c.fresh) && result.Already == c.already &&
			len(result.Refused) == len(c.refused)
		for i := range min(len(news), len(c.fresh)) {
			ok = ok && news[i].Grant.Grant == c.fresh[i]
		}
		for i := range min(len(result.Refused), len(c.refused)) {
			ok = ok && strings.Contains(result.Refused[i].Reason, c.refused[i])
		}
		if !ok {
			t.Errorf("%s: %d are fresh, %+v, %v", name, len(news), result, err)
		}
	}
}

// TestReadHandedPassesNothingOver: a folder's files are read whatever they are called, and what cannot be read is told.
func TestReadHandedPassesNothingOver(t *testing.T) {
	dir := t.TempDir()
	pretty := "{\n  \"grant\": {}\n}\n"
	for name, text := range map[string]string{"ward-a": "{}\n{}\n{}\n", "ward-b.json": "{}\n{}\n",
		"C.JSONL": "{}\n\n{}", "one.json": pretty, "two.jsonl": "{}\n", "torn": "{\"grant\"\n{}\n", ".hidden": "{}",
		"read me.txt": "grants of ward a", "sub/d.json": "{}"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all, err := readHanded([]string{dir})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	for _, h := range all {
		file, _, _ := strings.Cut(h.from, ", line")
		found[filepath.Base(file)]++
		if h.err == nil {
			t.Errorf("%s is taken for a signed grant", h.from)
		}
		if filepath.Base(file) == "sub" && !errors.Is(h.err, errFolder) {
			t.Errorf("%s: %v", h.from, h.err)
		}
	}
	want := map[string]int{"ward-a": 3, "ward-b.json": 2, "C.JSONL": 2, "one.json": 1, "two.jsonl": 1, "torn": 2,
		"read me.txt": 1, "sub": 1}
	if !maps.Equal(found, want) {
		t.Errorf("documents by file are %v, want %v", found, want)
	}
}

// TestSignedGrantsAreWords: a signed grant that people carry says purposes, kinds, conditions and days in words, and is
// read as the one in numbers is: both have the signed bytes.
func TestSignedGrantsAreWords(t *testing.T) {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("a test's wallet")))
	if err != nil {
		t.Fatal(err)
	}
	given := grant.Grant{Dataset: common.Hash{1}, Pseudonym: crypto.PubkeyToAddress(key.PublicKey), PolicyVersion: 1,
		Purposes: 8, Kinds: 3, Conditions: 1, NotBefore: 20787, Expiry: 21152, EpsilonClass: 6,
		Circumstances: common.Hash{2}, Nonce: 7, SubmitBefore: 100}
	var signed signedConsent
	if signed.Grant, err = given.Sign(eip712.Domain{}, key); err != nil {
		t.Fatal(err)
	}
	words, err := canonical.Written(signed)
	if err != nil {
		t.Fatal(err)
	}
	numbers, err := json.Marshal(signed)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"FAIR"`, `"query"`, `"2026-11-30"`, `"2027-11-30"`} {
		if !strings.Contains(string(words), want) {
			t.Errorf("the grant does not say %s:\n%s", want, words)
		}
	}
	for name, b := range map[string][]byte{"words": words, "numbers": numbers} {
		var read signedConsent
		if err := readSigned(b, &read); err != nil || read.Grant != signed.Grant {
			t.Errorf("in %s: %+v, %v", name, read.Grant, err)
		}
	}
}
