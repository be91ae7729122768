package tabulation

import (
	"testing"

	"github.com/assent-network/assent/protocol/query"
)

// TestEveryOpIsComputed: each operation that parameters may name has all of its parts, and nothing else has.
func TestEveryOpIsComputed(t *testing.T) {
	table := operations()
	for _, op := range query.Ops() {
		o, ok := table[op]
		if !ok || o.Outputs == nil || o.Figure == nil || o.Expected == nil || o.Probes == nil {
			t.Errorf("%s: not computed whole: %t", op, ok)
		}
		delete(table, op)
	}
	for op := range table {
		t.Errorf("%s: computed, and no parameters may name it", op)
	}
}
