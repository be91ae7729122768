package cli

import (
	"testing"
	"time"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/protocol/schema"
)

// Terms count from the chain's time, and none lies in the past.
func TestAfter(t *testing.T) {
	r := contracts.Round{Time: 1_000}
	if got, err := after(r, "--for", 90*time.Minute); err != nil || got != 1_000+5400 {
		t.Errorf("%d, %v", got, err)
	}
	for _, d := range []time.Duration{0, -time.Hour, time.Millisecond} {
		if got, err := after(r, "--for", d); err == nil {
			t.Errorf("%s made %d", d, got)
		}
	}
}

// A table is found by its name; only parameters that name none have the only one.
func TestSchemaOf(t *testing.T) {
	people, visits := new(schema.Schema), new(schema.Schema)
	one := map[string]*schema.Schema{"people": people}
	two := map[string]*schema.Schema{"people": people, "visits": visits}
	unnamed := map[string]*schema.Schema{publish.DefaultTable: people}
	for _, c := range []struct {
		schemas map[string]*schema.Schema
		table   string
		want    *schema.Schema
	}{
		{one, "", people}, {one, "people", people}, {one, "visits", nil},
		{two, "", nil}, {two, "visits", visits}, {two, "other", nil},
		{unnamed, "", people}, {unnamed, publish.DefaultTable, people}, {unnamed, "people", nil},
		{nil, "", nil},
	} {
		if got, err := schemaOf(c.schemas, c.table); got != c.want || (err == nil) != (c.want != nil) {
			t.Errorf("table %q of %d: %p, %v", c.table, len(c.schemas), got, err)
		}
	}
}
