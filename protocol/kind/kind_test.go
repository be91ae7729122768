package kind_test

import (
	"testing"

	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/kind"
)

func TestVectors(t *testing.T) {
	var f struct {
		All   kind.Set
		Table []struct {
			Bit         kind.Kind
			Name, Words string
		}
		Bad []vectest.Bad
	}
	vectest.Load(t, "kind.json", &f)
	if f.All != kind.All || len(f.Table) != kind.Count {
		t.Errorf("%d kinds, all %#x", len(f.Table), f.All)
	}
	for i, row := range f.Table {
		k, err := kind.Parse(row.Name)
		if err != nil || k != row.Bit || int(k) != i || k.Words() != row.Words || !kind.All.Has(k) {
			t.Errorf("%s: %v, %v", row.Name, k, err)
		}
	}
	for _, b := range f.Bad {
		_, err := kind.Parse(b.Text(t))
		b.Refused(t, err)
	}
}

func TestSet(t *testing.T) {
	if kind.SetOf(kind.Query, kind.Fairness) != kind.Runnable || kind.Runnable.String() != "query,fairness" {
		t.Error("runnable")
	}
	if !kind.Fairness.HasEngine() || kind.Score.HasEngine() || kind.Kind(16).HasEngine() {
		t.Error("engines")
	}
	if err := kind.Set(0x100).Validate(); err == nil {
		t.Error("undefined bit accepted")
	}
	if err := kind.Kind(8).Validate(); err == nil {
		t.Error("undefined kind accepted")
	}
	if kind.Set(0xffff).Has(16) || !kind.All.Contains(1) || kind.Set(1).Contains(2) {
		t.Error("membership")
	}
}
