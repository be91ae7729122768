package policy_test

import (
	"testing"

	"github.com/assent-network/assent/protocol/policy"
)

// Each moment and each power has a name of its own, and a bit without one shows as its number.
func TestGateNames(t *testing.T) {
	for i := range 9 {
		if got := policy.Moments(1 << i).String(); got == "none" || got == "" || got[0] <= '9' {
			t.Errorf("moment %d: %q", i, got)
		}
	}
	for i := range 7 {
		if got := policy.Powers(1 << i).String(); got == "none" || got == "" || got[0] <= '9' {
			t.Errorf("power %d: %q", i, got)
		}
	}
	for got, want := range map[string]string{
		policy.Moments(0).String():                            "none",
		(policy.AtPost | policy.AtRerun).String():             "post,rerun",
		(policy.AtVersion | 1<<9).String():                    "version,9",
		(policy.MayRefuse | policy.MayNameBroker).String():    "refuse,name the broker",
		(policy.MayFeed | policy.MayApprove | 1<<15).String(): "approve,feed,15",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
