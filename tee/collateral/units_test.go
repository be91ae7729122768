package collateral_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/tee/collateral"
)

func TestSplit(t *testing.T) {
	intel, err := (&collateral.Intel{
		TCBInfo:    collateral.Signed{Body: []byte("tcb"), Signature: []byte("s1")},
		QEIdentity: collateral.Signed{Body: []byte("qe"), Signature: []byte("s2")},
		Signer:     []byte("signer"), RootCRL: []byte("root list"), PCKCA: []byte("ca"), PCKCRL: []byte("list"),
	}).Marshal()
	if err != nil {
		t.Fatal(err)
	}
	amd, err := (&collateral.AMD{VCEK: []byte("vcek"), ASK: []byte("ask"), CRL: []byte("list")}).Marshal()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		container                    []byte
		levels, rootList, issuerList string
	}{
		{intel, "\x00\x00\x00\x03tcb\x00\x00\x00\x02s1\x00\x00\x00\x02qe\x00\x00\x00\x02s2\x00\x00\x00\x06signer",
			"\x00\x00\x00\x09root list", "\x00\x00\x00\x02ca\x00\x00\x00\x04list"},
		{amd, "\x00\x00\x00\x04vcek\x00\x00\x00\x03ask", "\x00\x00\x00\x04list", ""},
	} {
		u, err := collateral.Split(c.container)
		if err != nil {
			t.Fatal(err)
		}
		if string(u.Levels) != c.levels || string(u.RootList) != c.rootList || string(u.IssuerList) != c.issuerList {
			t.Errorf("units %q, %q, %q", u.Levels, u.RootList, u.IssuerList)
		}
		if !bytes.Equal(u.Container(), c.container) {
			t.Error("units do not make the container again")
		}
		if string(c.container[u.LevelsEnd():u.RootListEnd()]) != c.rootList {
			t.Errorf("the root's list is not between %d and %d", u.LevelsEnd(), u.RootListEnd())
		}
		if without, err := collateral.Split(u.Without(true, false, true).Container()); err != nil ||
			string(without.RootList) != c.rootList || len(bytes.Trim(without.Levels, "\x00")) != 0 {
			t.Errorf("without levels and the issuer's list: %+v, %v", without, err)
		}
		want := crypto.Keccak256Hash([]byte{u.Kind}, crypto.Keccak256([]byte(c.levels)),
			crypto.Keccak256([]byte(c.rootList)), crypto.Keccak256([]byte(c.issuerList)))
		if id, err := collateral.ID(c.container); err != nil || id != want {
			t.Errorf("id %s, %v; want %s", id, err, want)
		}
		for n := range c.container {
			if _, err := collateral.Split(c.container[:n]); !errors.Is(err, collateral.ErrMalformed) {
				t.Fatalf("cut to %d bytes: %v", n, err)
			}
		}
		if _, err := collateral.Split(append(bytes.Clone(c.container), 0)); !errors.Is(err, collateral.ErrMalformed) {
			t.Errorf("a byte too many: %v", err)
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add([]byte("assent.collateral.v1\x02\x00\x00\x00\x01a\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Add(append([]byte("assent.collateral.v1\x01"), make([]byte, 32)...))
	f.Fuzz(func(t *testing.T, b []byte) {
		u, err := collateral.Split(b)
		if err == nil && !bytes.Equal(u.Container(), b) {
			t.Fatalf("%x splits into units of %x", b, u.Container())
		}
	})
}
