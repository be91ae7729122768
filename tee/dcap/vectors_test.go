package dcap_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/dcap"
)

var update = flag.Bool("update", false, "write testdata/simulated.json")

// vectors is the content of testdata/simulated.json: quotes under a root from a fixed seed, good ones and bad ones.
type vectors struct {
	// Blobs are quotes, collateral and roots by the first bytes of their keccak256.
	Blobs map[string][]byte `json:"blobs"`
	Cases []vectorCase      `json:"cases"`
}

type vectorCase struct {
	Name       string        `json:"name"`
	Quote      string        `json:"quote"`
	Collateral string        `json:"collateral"`
	Roots      []string      `json:"roots"`
	Time       time.Time     `json:"time"`
	TCB        tee.TCBStatus `json:"tcb,omitempty"`     // or
	Refused    string        `json:"refused,omitempty"` // part of the reason
}

func (v *vectors) put(b []byte) string {
	name := crypto.Keccak256Hash(b).Hex()[2:18]
	v.Blobs[name] = b
	return name
}

// TestVectors makes the file anew, compares, and checks what it holds.
func TestVectors(t *testing.T) {
	v := vectors{Blobs: map[string][]byte{}}
	for _, c := range simulatedCases() {
		b := c.build(t)
		x := vectorCase{Name: c.name, Quote: v.put(b.quote), Collateral: v.put(b.collateral), Time: b.machine.now,
			TCB: c.status, Refused: c.refused}
		for _, r := range b.roots {
			x.Roots = append(x.Roots, v.put(r.Raw))
		}
		v.Cases = append(v.Cases, x)
	}
	want, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	path := filepath.Join("testdata", "simulated.json")
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
		t.Error("testdata/simulated.json differs from what the code makes: a format changed, or run this test with " +
			"-update")
	}
	var read vectors
	if err := json.Unmarshal(got, &read); err != nil {
		t.Fatal(err)
	}
	for _, c := range read.Cases {
		var roots [][]byte
		for _, r := range c.Roots {
			roots = append(roots, read.Blobs[r])
		}
		parsed, err := tee.ParseRoots(roots...)
		if err != nil {
			t.Fatal(err)
		}
		claims, err := dcap.Verifier{}.Verify(read.Blobs[c.Quote], read.Blobs[c.Collateral], parsed, c.Time)
		switch {
		case c.Refused == "" && (err != nil || claims.TCB != c.TCB):
			t.Errorf("%s: %v", c.Name, err)
		case c.Refused != "" && (!errors.Is(err, tee.ErrNotGenuine) || !strings.Contains(err.Error(), c.Refused)):
			t.Errorf("%s: %v, want %q", c.Name, err, c.Refused)
		}
	}
	t.Logf("%d cases run", len(read.Cases))
}
