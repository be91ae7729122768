package trustroot_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/trustroot"
)

type file struct {
	Good json.RawMessage
	Bad  []vectest.Bad
}

func TestVectors(t *testing.T) {
	var f file
	vectest.Load(t, "trustroot.json", &f)
	good, err := trustroot.Parse(f.Good)
	if err != nil {
		t.Fatal(err)
	}
	if roots, err := good.Roots(); err != nil || len(roots) != 1 {
		t.Errorf("%d roots, %v", len(roots), err)
	}
	if d := good.Domain(common.Address{1}); d.ChainID != good.EVMChainID || d.Contract != (common.Address{1}) {
		t.Errorf("domain %+v", d)
	}
	for _, b := range f.Bad {
		_, err := trustroot.Parse(b.Input)
		b.Refused(t, err)
		var fe *trustroot.FieldError
		if errors.As(err, &fe) && !bytes.HasPrefix([]byte(fe.Field), []byte(b.Reason)) {
			t.Errorf("%s: names %s", b.Name, fe.Field)
		}
	}
	none := good
	none.TEERoots = nil
	if b, err := none.Marshal(); err != nil {
		t.Error(err)
	} else if _, err := trustroot.Parse(b); err != nil {
		t.Errorf("no attestation roots: %v", err)
	}
	many := good
	for range trustroot.MaxTEERoots {
		many.TEERoots = append(many.TEERoots, good.TEERoots[0])
	}
	if err := many.Validate(); err == nil {
		t.Error("too many roots: accepted")
	}
	t.Logf("%d bad files run", len(f.Bad))
}

func FuzzParse(f *testing.F) {
	var v file
	vectest.Load(f, "trustroot.json", &v)
	f.Add([]byte(v.Good))
	for _, b := range v.Bad {
		f.Add([]byte(b.Input))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		r, err := trustroot.Parse(in)
		if err != nil {
			return
		}
		out, err := r.Marshal()
		if err != nil {
			t.Fatal(err)
		}
		if c, err := canonical.Canonicalize(in); err != nil || !bytes.Equal(c, out) {
			t.Fatalf("%s encodes as %s", in, out)
		}
	})
}
