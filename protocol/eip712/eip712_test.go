package eip712_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/eip712"
)

// shared finds a file of other people's test data, or skips the test.
func shared(t testing.TB, name string) []byte {
	t.Helper()
	dir := os.Getenv("ASSENT_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Skipf("shared test data are not present (set ASSENT_SHARED): %v", err)
	}
	return b
}

// TestSharedVectors hashes the random documents of ethers' test suite.
func TestSharedVectors(t *testing.T) {
	var cases []struct {
		Name        string
		Domain      map[string]any
		PrimaryType string
		Types       map[string][]eip712.Member
		Data        map[string]any
		Digest      common.Hash
	}
	dec := json.NewDecoder(bytes.NewReader(shared(t, "vectors/eip712_typed_data_shared.json")))
	dec.UseNumber()
	if err := dec.Decode(&cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		doc := eip712.TypedData{Types: c.Types, PrimaryType: c.PrimaryType, Domain: c.Domain, Message: c.Data}
		got, err := doc.Digest()
		if err != nil {
			t.Errorf("%s: %v", c.Name, err)
		} else if got != c.Digest {
			t.Errorf("%s: got %s, want %s", c.Name, got, c.Digest)
		}
	}
	t.Logf("%d cases run", len(cases))
}
