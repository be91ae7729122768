package audit_test

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"testing"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/audit/collect/recordtest"
	"github.com/assent-network/assent/internal/mutation"
	"github.com/assent-network/assent/protocol/proof/prooftest"
)

var mutations = flag.Int("mutations", 1000, "random mutations of audit bundles to try")

// TestMutations changes bundles at random, and replaces parts of them by those of a genuine bundle of another job: none
// passes, and each report names a check. Run it with -mutations=100000 for as many.
func TestMutations(t *testing.T) {
	j := recordtest.New(t, recordtest.Options{Subjects: 10, Between: 3, Network: prooftest.Config{Validators: 3}})
	data, other := j.Bundle(t), recordtest.New(t, recordtest.Options{Subjects: 10, Between: 2}).Bundle(t)
	mustPass(t, audit.Verify(data, j.Root, audit.Options{}))
	const workers = 2
	for w := range workers {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(uint64(w), 42))
			refused := make(map[audit.Name]int)
			for i := range *mutations / workers {
				m := mutation.Random(r, data, other)
				report := audit.Verify(m, j.Root, audit.Options{})
				switch same := bytes.Equal(m, data); {
				case same != report.Passed:
					t.Fatalf("mutation %d: the same as before: %v, passed: %v", i, same, report.Passed)
				case !report.Passed && len(report.Failed()) == 0:
					t.Fatalf("mutation %d fails by no check", i)
				case !report.Passed:
					refused[report.Failed()[0]]++
				}
			}
			t.Logf("count: mutations of bundles refused, by check: %v", refused)
		})
	}
}
