package policy_test

import (
	"math"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/policy"
)

// TestIdle makes a policy useless in one way after another, each of which is named and alone.
func TestIdle(t *testing.T) {
	fit := policy.Policy{
		Promise: policy.Promise{Purposes: 1, Kinds: 1, AllowPrivate: true, RhoLimit: 1, MinCohort: 2,
			Spenders: []common.Address{{1}}},
		Means: policy.Means{Measurements: []common.Hash{{1}}, TrustRoots: []common.Hash{{1}}},
	}
	if got := fit.Idle(); len(got) != 0 {
		t.Fatalf("a fit policy: %q", got)
	}
	for field, change := range map[string]func(*policy.Policy){
		"(purposes)":                 func(p *policy.Policy) { p.Purposes = 0 },
		"(kinds)":                    func(p *policy.Policy) { p.Kinds = 0 },
		"(allowPrivate, allowExact)": func(p *policy.Policy) { p.AllowPrivate = false },
		"(spenders)":                 func(p *policy.Policy) { p.Spenders = nil },
		"(measurements)":             func(p *policy.Policy) { p.Measurements = nil },
		"(trustRoots)":               func(p *policy.Policy) { p.TrustRoots = nil },
		"(rhoLimit 0)":               func(p *policy.Policy) { p.RhoLimit = 0 },
		"(rhoLimit)":                 func(p *policy.Policy) { p.RhoLimit = math.MaxUint64 },
		"one person (minCohort)":     func(p *policy.Policy) { p.MinCohort = 1 },
		"about one":                  func(p *policy.Policy) { p.MinCohort = 0 },
		"never reached (minCohort)":  func(p *policy.Policy) { p.MinCohort = math.MaxUint32 },
	} {
		p := fit
		change(&p)
		if got := p.Idle(); len(got) != 1 || !strings.Contains(got[0], field) {
			t.Errorf("%s: %q", field, got)
		}
	}
	exact := fit
	exact.AllowPrivate, exact.AllowExact, exact.RhoLimit = false, true, 0
	if got := exact.Idle(); len(got) != 0 {
		t.Errorf("exact releases alone: %q", got)
	}
}
