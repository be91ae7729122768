package cli

import (
	"strings"
	"testing"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/grant"
)

// A person who looks at a grant sees that it counts for nothing, and why; what a job asks is another matter.
func TestIdle(t *testing.T) {
	granted := grant.Entry{PolicyVersion: 2, NotBefore: 100, Expiry: 200}
	for name, c := range map[string]struct {
		minVersion uint32
		today      day.Day
		want       string
	}{
		"counts":             {2, 100, ""},
		"last day":           {1, 199, ""},
		"policy asks more":   {3, 150, "since version 3"},
		"before its time":    {2, 99, "not count yet"},
		"after its time":     {2, 200, "its time is over"},
		"voided and expired": {3, 200, "since version 3"},
	} {
		got := idle(granted, c.minVersion, c.today)
		if (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestPendingWords(t *testing.T) {
	d := bindings.IDatasetRegistryDataset{PendingVersion: 3, PendingFrom: 1_795_986_794}
	const at = "version 3 takes effect at 2026-11-29T21:13:14Z"
	if got := pendingWords(d); got != at {
		t.Errorf("%q, want %q", got, at)
	}
	d.PendingVoids = true
	if got, want := pendingWords(d), at+"; from then on no older grant counts"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
