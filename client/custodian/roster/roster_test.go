package roster_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/custodian/roster"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/pseudonym"
	"github.com/assent-network/assent/protocol/use"
)

func TestRosterKeepsWhatItIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "roster.csv")
	if _, err := roster.Load(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a roster that is not there: %v", err)
	}
	r, err := roster.LoadOrNew(path)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range []string{"17", `Smith, "J"`, "émile"} {
		if err := r.Add(s, common.BytesToAddress([]byte{byte(i + 1)}), proofKey(t, byte(i+1)),
			rand.Reader); err != nil {
			t.Fatal(err)
		}
	}
	before := r.Entries()
	if err := r.Add("17", before[0].Pseudonym, before[0].ProofKey, rand.Reader); err != nil ||
		!slices.Equal(r.Entries(), before) {
		t.Errorf("what is noted was noted again: %v, as %v", err, r.Entries())
	}
	for _, other := range []dataset.RosterEntry{
		{Pseudonym: common.HexToAddress("0x99"), ProofKey: proofKey(t, 99)},
		{Pseudonym: before[0].Pseudonym, ProofKey: proofKey(t, 99)},
		{Pseudonym: common.HexToAddress("0x99"), ProofKey: before[0].ProofKey},
	} {
		if err := r.Add("17", other.Pseudonym, other.ProofKey, rand.Reader); err == nil {
			t.Errorf("a subject was enrolled twice, with %+v", other)
		}
	}
	if err := r.Add("18", common.HexToAddress("0x1"), proofKey(t, 99), rand.Reader); err == nil {
		t.Error("two subjects got one pseudonym")
	}
	if err := r.Add("18", common.HexToAddress("0x99"), proofKey(t, 1), rand.Reader); err == nil {
		t.Error("two subjects got one proof key")
	}
	if err := r.Add("18", common.HexToAddress("0x99"), common.Hash{}, rand.Reader); !errors.Is(err, use.ErrPoint) {
		t.Errorf("no proof key: %v", err)
	}
	if err := r.Save(path); err != nil {
		t.Fatal(err)
	}
	again, err := roster.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if again.Len() != 3 {
		t.Errorf("%d subjects", again.Len())
	}
	if p, ok := again.Pseudonym(`Smith, "J"`); !ok || p != common.HexToAddress("0x2") {
		t.Errorf("pseudonym %v %v", p, ok)
	}
	if again.Entries()[2] != r.Entries()[2] {
		t.Error("an entry came back otherwise")
	}
}

// proofKey is the public half of a proof key.
func proofKey(t testing.TB, n byte) common.Hash {
	t.Helper()
	seed, err := pseudonym.FromPhrase("7CHP-V05A-FMSY-38DJ-QW16-BGNT-Z4BD")
	if err != nil {
		t.Fatal(err)
	}
	k, err := seed.ProofKey(common.Hash{n}, pseudonym.Oneself)
	if err != nil {
		t.Fatal(err)
	}
	return k.Public()
}

func TestParseRefuses(t *testing.T) {
	salt := strings.Repeat("ab", 32)
	one, two := proofKey(t, 1).Hex(), proofKey(t, 2).Hex()
	const head = "subject,pseudonym,proofKey,salt\n1,0x0000000000000000000000000000000000000001,"
	for name, bad := range map[string]string{
		"nothing":        "",
		"another header": "a,b,c\n",
		"a short salt":   head + one + ",abcd\n",
		"no proof key":   head + salt + "," + salt + "\n",
		"no address":     "subject,pseudonym,proofKey,salt\n1,alice," + one + "," + salt + "\n",
		"twice": head + one + "," + salt + "\n1,0x0000000000000000000000000000000000000002," + two + "," +
			salt + "\n",
		"a field more": head + one + "," + salt + ",x\n",
	} {
		if _, err := roster.Parse([]byte(bad)); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("subject,pseudonym,proofKey,salt\n1,0x0000000000000000000000000000000000000001," +
		proofKey(f, 1).Hex() + "," + strings.Repeat("ab", 32) + "\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := roster.Parse(b)
		if err != nil {
			return
		}
		once, err := r.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		again, err := roster.Parse(once)
		if err != nil {
			t.Fatalf("what was written does not read: %v", err)
		}
		twice, err := again.Marshal()
		if err != nil || !bytes.Equal(once, twice) {
			t.Errorf("writing twice differs (%v)", err)
		}
	})
}
