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
		Name  string
		Entry grant.Entry
		Word  common.Hash
	}
	Live []struct {
		Name  string
		Word  common.Hash
		Terms grant.Terms
		Cause grant.Cause
		Words string
	}
	Bad []struct {
		Name   string
		Input  common.Hash
		Reason string
	}
}

func TestEntryVectors(t *testing.T) {
	var f entryFile
	vectest.Load(t, "entry.json", &f)
	for _, c := range f.Words {
		if w, err := c.Entry.Pack(); err != nil || w != c.Word {
			t.Errorf("%s: packed %s, %v", c.Name, w, err)
		}
		if e, err := grant.Unpack(c.Word); err != nil || e != c.Entry {
			t.Errorf("%s: unpacked %+v, %v", c.Name, e, err)
		}
	}
	seen := map[grant.Cause]bool{}
	for _, c := range f.Live {
		e, err := grant.Unpack(c.Word)
		if err != nil {
			t.Fatal(err)
		}
		if got := e.Check(c.Terms); got != c.Cause || got.String() != c.Words {
			t.Errorf("%s: got %s, want %s", c.Name, got, c.Words)
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
		if _, err := grant.Unpack(b.Input); err == nil {
			t.Errorf("%s: accepted", b.Name)
		}
	}
	t.Logf("%d words, %d cases of the rule, %d bad words run", len(f.Words), len(f.Live), len(f.Bad))
}

func TestPackLimits(t *testing.T) {
	for name, e := range map[string]grant.Entry{
		"notBefore": {NotBefore: day.Max + 1}, "expiry": {Expiry: day.Max + 1}, "updatedAt": {UpdatedAt: grant.MaxUpdatedAt + 1},
	} {
		_, err := e.Pack()
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
		f.Add(c.Word[:])
	}
	for _, b := range v.Bad {
		f.Add(b.Input[:])
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		if len(in) != 32 {
			return
		}
		e, err := grant.Unpack(common.Hash(in))
		if err != nil {
			return
		}
		if w, err := e.Pack(); err != nil || w != common.Hash(in) {
			t.Fatalf("%x packs as %s, %v", in, w, err)
		}
	})
}
