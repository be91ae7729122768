package roster_test

import (
	"bytes"
	"crypto/rand"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/roster"
)

func TestRosterKeepsWhatItIsTold(t *testing.T) {
	path := filepath.Join(t.TempDir(), "roster.csv")
	r, err := roster.Load(path) // not there: empty
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range []string{"17", `Smith, "J"`, "émile"} {
		if err := r.Add(s, common.BytesToAddress([]byte{byte(i + 1)}), rand.Reader); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Add("17", common.HexToAddress("0x99"), rand.Reader); err == nil {
		t.Error("a subject was enrolled twice")
	}
	if err := r.Add("18", common.HexToAddress("0x1"), rand.Reader); err == nil {
		t.Error("two subjects got one pseudonym")
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

func TestParseRefuses(t *testing.T) {
	salt := strings.Repeat("ab", 32)
	for name, bad := range map[string]string{
		"nothing":        "",
		"another header": "a,b,c\n",
		"a short salt":   "subject,pseudonym,salt\n1,0x0000000000000000000000000000000000000001,abcd\n",
		"no address":     "subject,pseudonym,salt\n1,alice," + salt + "\n",
		"twice":          "subject,pseudonym,salt\n1,0x0000000000000000000000000000000000000001," + salt + "\n1,0x0000000000000000000000000000000000000002," + salt + "\n",
		"a field more":   "subject,pseudonym,salt\n1,0x0000000000000000000000000000000000000001," + salt + ",x\n",
	} {
		if _, err := roster.Parse([]byte(bad)); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("subject,pseudonym,salt\n1,0x0000000000000000000000000000000000000001," + strings.Repeat("ab", 32) + "\n"))
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
