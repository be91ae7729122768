package opening_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"

	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/opening"
)

type file struct {
	Job, Charge common.Hash
	Message     hexutil.Bytes
	Keys        []struct {
		Shares          []common.Hash
		Key, Commitment common.Hash
		Sealed          hexutil.Bytes
	}
	Bad []vectest.Bad
}

func load(t testing.TB) file {
	t.Helper()
	var f file
	vectest.Load(t, "opening.json", &f)
	return f
}

func derive(t testing.TB, shares []common.Hash, job, charge common.Hash) opening.Key {
	t.Helper()
	var raw [][]byte
	for _, s := range shares {
		raw = append(raw, s[:])
	}
	k, err := opening.Derive(raw, job, charge)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestVectors(t *testing.T) {
	f := load(t)
	for i, c := range f.Keys {
		k := derive(t, c.Shares, f.Job, f.Charge)
		if common.Hash(k) != c.Key || k.Commitment() != c.Commitment {
			t.Errorf("case %d: key %x, commitment %s", i, k, k.Commitment())
		}
		if b, err := k.Seal(f.Job, f.Charge, f.Message); err != nil || !bytes.Equal(b, c.Sealed) {
			t.Errorf("case %d: sealed %x, %v", i, b, err)
		}
		if got, err := k.Open(f.Job, f.Charge, c.Sealed); err != nil || !bytes.Equal(got, f.Message) {
			t.Errorf("case %d: opened %q, %v", i, got, err)
		}
	}
	k := derive(t, f.Keys[0].Shares, f.Job, f.Charge)
	for _, b := range f.Bad {
		in, err := hexutil.Decode(b.Text(t))
		if err != nil {
			t.Fatal(err)
		}
		_, err = k.Open(f.Job, f.Charge, in)
		b.Refused(t, err)
	}
	t.Logf("%d keys, %d bad messages run", len(f.Keys), len(f.Bad))
}

// A key opens for the shares, the job and the inputs that it was made of, and for nothing else.
func TestKeyBindsEverything(t *testing.T) {
	f := load(t)
	c := f.Keys[1]
	k := derive(t, c.Shares, f.Job, f.Charge)
	for name, open := range map[string]func() ([]byte, error){
		"another job":  func() ([]byte, error) { return k.Open(f.Charge, f.Charge, c.Sealed) },
		"other inputs": func() ([]byte, error) { return k.Open(f.Job, f.Job, c.Sealed) },
		"a key of another job": func() ([]byte, error) {
			return derive(t, c.Shares, f.Charge, f.Charge).Open(f.Job,
				f.Charge, c.Sealed)
		},
		"a key of other inputs": func() ([]byte, error) {
			return derive(t, c.Shares, f.Job, f.Job).Open(f.Job, f.Charge,
				c.Sealed)
		},
		"a share alone": func() ([]byte, error) {
			return derive(t, c.Shares[:1], f.Job, f.Charge).Open(f.Job, f.Charge, c.Sealed)
		},
	} {
		if _, err := open(); !errors.Is(err, opening.ErrOpen) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := opening.Derive(nil, f.Job, f.Charge); err == nil {
		t.Error("a key was derived from no share")
	}
	if _, err := opening.Derive([][]byte{make([]byte, opening.MinShare-1)}, f.Job, f.Charge); err == nil {
		t.Error("a key was derived from a short share")
	}
}

// Two messages under one key have two nonces; what is sealed says nothing of what is in it.
func TestNoncesDiffer(t *testing.T) {
	f := load(t)
	k := derive(t, f.Keys[0].Shares, f.Job, f.Charge)
	seen := make(map[string]bool)
	for i := range 100 {
		b, err := k.Seal(f.Job, f.Charge, []byte{byte(i)})
		if err != nil || len(b) != 1+opening.Overhead {
			t.Fatalf("%d bytes, %v", len(b), err)
		}
		seen[string(b[1:13])] = true
	}
	if len(seen) != 100 {
		t.Errorf("%d nonces for 100 messages", len(seen))
	}
}

func FuzzOpen(f *testing.F) {
	v := load(f)
	k := derive(f, v.Keys[0].Shares, v.Job, v.Charge)
	f.Add([]byte(v.Keys[0].Sealed))
	f.Add([]byte{1})
	f.Fuzz(func(t *testing.T, in []byte) {
		if got, err := k.Open(v.Job, v.Charge, in); err == nil && !bytes.Equal(in, v.Keys[0].Sealed) {
			t.Fatalf("forged: %q", got)
		}
	})
}
