package condition_test

import (
	"bytes"
	"encoding/csv"
	"testing"

	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/internal/vectest"
)

func TestVectors(t *testing.T) {
	var f struct {
		Table []struct {
			condition.Entry
			Words string
		}
		Pairs []struct {
			Inner, Outer condition.Conditions
			Within       bool
		}
		Recipients []struct {
			Conditions condition.Conditions
			Recipient  condition.Recipient
			Allows     bool
		}
		Bad []vectest.Bad
	}
	vectest.Load(t, "condition.json", &f)
	if len(f.Table) != condition.Count {
		t.Errorf("%d conditions", len(f.Table))
	}
	for i, row := range f.Table {
		c, err := condition.Parse(row.Name)
		if err != nil || int(c) != i || c.Words() != row.Words || row.Entry != condition.Table()[i] ||
			c.String() != row.Name {
			t.Errorf("%s: %v, %v", row.Name, c, err)
		}
	}
	for _, p := range f.Pairs {
		if condition.Within(p.Inner, p.Outer) != p.Within {
			t.Errorf("%s within %s", p.Inner, p.Outer)
		}
	}
	for _, r := range f.Recipients {
		if r.Conditions.Allows(r.Recipient) != r.Allows {
			t.Errorf("%s allows %s", r.Conditions, r.Recipient)
		}
	}
	for _, b := range f.Bad {
		_, err := condition.Parse(b.Text(t))
		b.Refused(t, err)
	}
}

// What meets stricter conditions meets milder ones; the list is in that order.
func TestWithin(t *testing.T) {
	for inner := range condition.Conditions(condition.Count) {
		for outer := range condition.Conditions(condition.Count) {
			if got := condition.Within(inner, outer); got != (inner >= outer) {
				t.Errorf("%s within %s: %v", inner, outer, got)
			}
		}
	}
	if condition.Within(condition.Count, condition.Open) || condition.Within(condition.Open, condition.Count) {
		t.Error("undefined conditions are within something")
	}
	if err := condition.Conditions(condition.Count).Validate(); err == nil {
		t.Error("undefined conditions are valid")
	}
	if condition.Open.Allows(6) || !condition.Open.Allows(condition.Person) ||
		condition.Nonprofit.Allows(condition.Company) {
		t.Error("recipients")
	}
	if r, err := condition.ParseRecipient("hospital"); err != nil || r != condition.Hospital {
		t.Errorf("hospital: %v, %v", r, err)
	}
	if _, err := condition.ParseRecipient("bank"); err == nil {
		t.Error("a bank is a kind of recipient")
	}
}

// TestDPV checks the uses' IRIs against the vocabulary.
func TestDPV(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewReader(sharedtest.Read(t, "vectors/dpv/purposes.csv"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, row := range rows {
		known[row[2]] = true
	}
	checked := 0
	for _, u := range condition.UseTable() {
		if u.DPV == "" {
			continue
		}
		checked++
		if !known[u.DPV] {
			t.Errorf("%s: %s is no purpose of DPV", u.Name, u.DPV)
		}
	}
	t.Logf("%d terms checked", checked)
}
