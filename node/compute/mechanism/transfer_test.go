package mechanism

import (
	"bytes"
	"testing"
)

// TestKeyBytes: a key that was passed on draws the same noise; what is no key is none.
func TestKeyBytes(t *testing.T) {
	key := drawn(t, Draw{
		Brokers: [][]byte{bytes.Repeat([]byte{7}, MinShare)}, Enclaves: [][]byte{bytes.Repeat([]byte{8}, MinShare)},
		Inputs: [32]byte{9}, Header: [32]byte{10},
	})
	again, err := ParseKey(key.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if len(key.Bytes()) != KeySize || again.Derive("a") != key.Derive("a") ||
		again.Stream("b").Uint64() != key.Stream("b").Uint64() {
		t.Error("a key that was passed on is another one")
	}
	for name, b := range map[string][]byte{
		"none": nil, "short": key.Bytes()[1:], "long": append(key.Bytes(), 1), "empty": make([]byte, KeySize),
		"of no key": Key{}.Bytes(),
	} {
		if _, err := ParseKey(b); err == nil {
			t.Errorf("%s: it reads", name)
		}
	}
}
