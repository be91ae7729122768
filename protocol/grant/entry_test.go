package grant_test

import (
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/internal/vectest"
)

type entryFile struct {
	Words []struct {
		Name      string
		Pseudonym common.Address
		Entry     grant.Entry
		Words     grant.Words
	}
	Live []struct {
		Name  string
		Words grant.Words
		Terms grant.Terms
		Cause grant.Cause
		Says  string
	}
	Bad []struct {
		Name   string
		Input  grant.Words
		Reason string
	}
}

func TestEntryVectors(t *testing.T) {
	var f entryFile
	vectest.Load(t, "entry.json", &f)
	for _, c := range f.Words {
		if w, err := c.Entry.Pack(c.Pseudonym); err != nil || w != c.Words {
			t.Errorf("%s: packed %s, %v", c.Name, w, err)
		}
		if e, err := grant.Unpack(c.Pseudonym, c.Words); err != nil || e != c.Entry {
			t.Errorf("%s: unpacked %+v, %v", c.Name, e, err)
		}
	}
	seen := map[grant.Cause]bool{}
	for _, c := range f.Live {
		e, err := grant.Unpack(common.Address{1}, c.Words)
		if err != nil {
			t.Fatal(err)
		}
		if got := e.Check(c.Terms); got != c.Cause || got.String() != c.Says {
			t.Errorf("%s: got %s, want %s", c.Name, got, c.Says)
		}
		err = e.Validate(c.Terms)
		var not *grant.NotLiveError
		if (err == nil) != (c.Cause == grant.Live) || err != nil && (!errors.As(err, &not) || not.Cause != c.Cause) {
			t.Errorf("%s: %v", c.Name, err)
		}
		seen[c.Cause] = true
	}
	if want := int(grant.OverClass) + 1; len(seen) != want {
		t.Errorf("%d causes seen of %d", len(seen), want)
	}
	for _, b := range f.Bad {
		if _, err := grant.Unpack(common.Address{1}, b.Input); err == nil {
			t.Errorf("%s: accepted", b.Name)
		}
	}
	t.Logf("%d words, %d cases of the rule, %d bad words run", len(f.Words), len(f.Live), len(f.Bad))
}

func TestPackLimits(t *testing.T) {
	for name, e := range map[string]grant.Entry{
		"notBefore": {NotBefore: day.Max + 1}, "expiry": {Expiry: day.Max + 1}, "origin": {Enrolled: true},
		"enrolled": {Origin: common.Address{2}}, "rotations": {Enrolled: true, Origin: common.Address{2}},
		"originBlock": {Enrolled: true, Origin: common.Address{1}, OriginBlock: grant.MaxBlock +
			1}, "rotationDay": {RotationDay: day.Max + 1},
	} {
		_, err := e.Pack(common.Address{1})
		var fe *grant.FieldError
		if !errors.As(err, &fe) || fe.Field != name {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	var v entryFile
	vectest.Load(f, "entry.json", &v)
	for _, c := range v.Words {
		f.Add(append(c.Words.Entry[:], c.Words.Origin[:]...))
	}
	for _, b := range v.Bad {
		f.Add(append(b.Input.Entry[:], b.Input.Origin[:]...))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		if len(in) != 64 {
			return
		}
		words := grant.Words{Entry: common.Hash(in[:32]), Origin: common.Hash(in[32:])}
		e, err := grant.Unpack(common.Address{1}, words)
		if err != nil {
			return
		}
		if w, err := e.Pack(common.Address{1}); err != nil || w != words {
			t.Fatalf("%x packs as %v, %v", in, w, err)
		}
	})
}
