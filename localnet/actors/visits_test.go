package actors_test

import (
	"bytes"
	"testing"

	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

// The made-up table fits its schema and its audit, and the same seed makes the same table.
func TestVisits(t *testing.T) {
	table, rows := actors.Visits(500, 7)
	if again, _ := actors.Visits(500, 7); !bytes.Equal(table, again) {
		t.Error("the same seed makes another table")
	}
	if got := bytes.Count(table, []byte("\n")) - 1; got != rows || rows < 500 || rows > 2000 {
		t.Errorf("%d rows, %d lines", rows, got)
	}
	schema, err := schema.Read([]byte(actors.VisitsSchema))
	if err != nil {
		t.Fatal(err)
	}
	p, _, err := statistics.Read(kind.Fairness, []byte(actors.VisitsAudit))
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Check(schema); err != nil {
		t.Fatal(err)
	}
}
