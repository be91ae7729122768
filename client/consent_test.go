package client

import (
	"encoding/json"
	"os"
	"strconv"
	"testing"

	"github.com/assent-network/assent/protocol/grant"
)

// TestBatchGas holds the gas that a batch is given against what the contracts were measured to use.
func TestBatchGas(t *testing.T) {
	b, err := os.ReadFile("../contracts/snapshots/ConsentLedger.json")
	if err != nil {
		t.Fatal(err)
	}
	used := make(map[string]string)
	if err := json.Unmarshal(b, &used); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		limit uint64
	}{
		{"enrolBatch, one", batchGas + itemGas},
		{"enrolBatch, each of a hundred", itemGas},
		{"grantBatch, each of a hundred", itemGas},
		{"enrolBatch, a hundred", batchGas + 100*itemGas},
		{"grantBatch, a hundred", batchGas + 100*itemGas},
	} {
		n, err := strconv.ParseUint(used[c.name], 10, 64)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if n+n/4 > c.limit {
			t.Errorf("%s used %d gas; the limit of %d leaves less than a quarter of margin", c.name, n, c.limit)
		}
	}
	const maxTransaction = 256 << 10
	if size := MaxBatch * grant.ItemSize; size > maxTransaction/2 {
		t.Errorf("a batch has %d bytes, a transaction may have %d", size, maxTransaction)
	}
}
