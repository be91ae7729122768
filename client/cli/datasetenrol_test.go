package cli

import (
	"crypto/sha512"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/use"
)

// proofKeyText is a proof key as a batch has it.
func proofKeyText(t *testing.T) string {
	t.Helper()
	seed := sha512.Sum512([]byte("proof key"))
	key, err := use.NewKey(seed[:])
	if err != nil {
		t.Fatal(err)
	}
	return key.Public().Hex()
}

// TestReadBatchNamesLines: what is wrong with a line is said without any of its fields, whichever of them is a name.
func TestReadBatchNamesLines(t *testing.T) {
	const address = "0x52908400098527886E0F7030069857D2E4169EE7"
	key := proofKeyText(t)
	for name, c := range map[string]struct{ line, want string }{
		"good":               {"Canary," + address + "," + key, ""},
		"an unquoted comma":  {"Doe,Canary," + address, "line 2: its pseudonym is no address"},
		"a name as address":  {"1,Canary," + key, "line 2: its pseudonym is no address"},
		"a name as key":      {"1," + address + ",Canary", "line 2: its proof key is not 0x"},
		"a mistyped address": {"Canary," + strings.Replace(address, "E", "e", 1) + "," + key, "or is mistyped"},
		"a key that is none": {"Canary," + address + ",0x" + strings.Repeat("f", 64),
			"line 2: its proof key is no proof key"},
		"four fields":  {"Doe,Canary," + address + "," + key, "line 2: it has 4 fields"},
		"a name alone": {"Canary", "line 2: it has 1 field"},
		"a quote":      {`Doe "Canary",` + address + "," + key, "is no CSV from line 2 on"},
	} {
		path := filepath.Join(t.TempDir(), "batch.csv")
		if err := os.WriteFile(path, []byte(batchHeader+"\n"+c.line+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		people, err := readBatch(path)
		switch {
		case c.want == "" && (err != nil || len(people) != 1 || people[0].subject != "Canary" || people[0].line != 2):
			t.Errorf("%s: %+v, %v", name, people, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
			t.Errorf("%s: %v, want %q", name, err, c.want)
		case err != nil && (strings.Contains(err.Error(), "Canary") || strings.Contains(err.Error(), "Doe")):
			t.Errorf("%s: the message has a name in it: %v", name, err)
		}
	}
	path := filepath.Join(t.TempDir(), "batch.csv")
	if err := os.WriteFile(path, []byte("Canary,"+address+","+key+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readBatch(path); err == nil || strings.Contains(err.Error(), "Canary") {
		t.Errorf("without a header: %v", err)
	}
}

// TestWriteFolder: a folder of tickets is there whole or not at all.
func TestWriteFolder(t *testing.T) {
	dir := t.TempDir()
	people := []enrolled{{pseudonym: common.Address{1}}, {pseudonym: common.Address{2}}}
	tickets := [][]byte{[]byte("a"), []byte("b")}
	out := filepath.Join(dir, "new", "tickets")
	if err := writeTickets(out+"/", people, tickets); err != nil {
		t.Fatal(err)
	}
	for i, p := range people {
		b, err := os.ReadFile(filepath.Join(out, p.pseudonym.Hex()+".json"))
		if err != nil || string(b) != string(tickets[i])+"\n" {
			t.Errorf("ticket %d: %q, %v", i, b, err)
		}
	}
	if err := writeTickets(out+"/", people[:1], tickets); err == nil {
		t.Error("a folder that is there was replaced")
	}
	for folder, want := range map[string]int{filepath.Join(dir, "new"): 1, out: 2} {
		if left, err := os.ReadDir(folder); err != nil || len(left) != want {
			t.Errorf("%d files are left in %s, %v", len(left), folder, err)
		}
	}
}
