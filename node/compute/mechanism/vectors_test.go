package mechanism

import (
	"encoding/hex"
	"encoding/json"
	"github.com/assent-network/assent/protocol/noise"
	"math/big"
	"os"
	"testing"
)

// TestSampleVectors compares with testdata/samples.json, which testdata/samples.py computed a second time, with big
// integers throughout.
func TestSampleVectors(t *testing.T) {
	b, err := os.ReadFile("testdata/samples.json")
	if err != nil {
		t.Fatal(err)
	}
	var v struct {
		Share, Inputs, Enclave, Header string
		Cases                          []struct {
			Mechanism, Scale string
			Samples          []int64
		}
	}
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	var given [4][]byte
	for i, text := range []string{v.Share, v.Inputs, v.Enclave, v.Header} {
		if given[i], err = hex.DecodeString(text); err != nil {
			t.Fatal(err)
		}
	}
	key, err := NewKey(Draw{
		Brokers: [][]byte{given[0]}, Enclaves: [][]byte{given[2]}, Inputs: [32]byte(given[1]),
		Header: [32]byte(given[3]),
	})
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, c := range v.Cases {
		kind, err := noise.ParseMechanism(c.Mechanism)
		if err != nil {
			t.Fatal(err)
		}
		scale, ok := new(big.Rat).SetString(c.Scale)
		if !ok {
			t.Fatalf("scale %q", c.Scale)
		}
		n, err := newNoise(kind, scale.Num(), scale.Denom())
		if err != nil {
			t.Fatal(err)
		}
		s := key.Stream("vector", c.Mechanism, c.Scale)
		for i, want := range c.Samples {
			if got := n.Sample(s); got != want {
				t.Errorf("%s %s, draw %d: got %d, want %d", c.Mechanism, c.Scale, i, got, want)
			}
			checked++
		}
	}
	t.Logf("%d draws", checked)
	if checked != 320 {
		t.Errorf("%d draws compared, want 320", checked)
	}
}
