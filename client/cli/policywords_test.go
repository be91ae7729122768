package cli

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/policy"
)

// TestFieldWords: each field that a policy's comparison names is said in words, with both values.
func TestFieldWords(t *testing.T) {
	old := publish.PolicyTemplate()
	next := old
	next.RhoLimit, next.MinCohort, next.AllowExact = 1_000_000, 20, true
	next.Measurements = []common.Hash{{1}}
	n := 0
	for _, part := range []any{policy.Promise{}, policy.Means{}} {
		for i := range reflect.TypeOf(part).NumField() {
			field, _, _ := strings.Cut(reflect.TypeOf(part).Field(i).Tag.Get("json"), ",")
			if said := fieldWords(&old, &next, field); said == field {
				t.Errorf("field %q is said by its name", field)
			}
			n++
		}
	}
	t.Logf("%d fields", n)
	got := changeLists(&old, &next, policy.Compare(old, next))
	want := []string{"asks more: exact releases not allowed -> allowed; fewest people of a job 50 -> 20; " +
		"privacy budget (rho) 0.5 -> 1", "adds or replaces: workers' measurements gain " + common.Hash{1}.Hex()}
	if !slices.Equal(got, want) {
		t.Errorf("said is %q, want %q", got, want)
	}
}

// TestUsedUp: a limit is used up when what is spent is above it.
func TestUsedUp(t *testing.T) {
	limit := budget.Class(1).Limit()
	if got := usedUp(budget.Cost{Rho: limit}); len(got) != 0 {
		t.Errorf("at the limit %q are used up", got)
	}
	if got := usedUp(budget.Cost{Rho: limit + 1}); len(got) != 1 || !strings.Contains(got[0], "0.5") {
		t.Errorf("above the first limit %q are used up", got)
	}
}
