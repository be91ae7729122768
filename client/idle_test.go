package client_test

import (
	"strings"
	"testing"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/purpose"
)

// A grant that no job under the policy can count is told from one that some job may.
func TestUnmet(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(*grant.Entry, *policy.Promise)
		want string
	}{
		"meets":         {func(*grant.Entry, *policy.Promise) {}, ""},
		"asks for less": {func(e *grant.Entry, _ *policy.Promise) { e.Conditions = condition.Open }, ""},
		"other purposes": {func(e *grant.Entry, _ *policy.Promise) {
			e.Purposes = purpose.SetOf(purpose.HealthResearch)
		}, "none of its purposes, only FAIR"},
		"other kinds": {func(e *grant.Entry, _ *policy.Promise) { e.Kinds = kind.SetOf(kind.Query) },
			"none of its kinds"},
		"asks for more": {func(_ *grant.Entry, p *policy.Promise) { p.Conditions = condition.Open },
			"it asks for more"},
		"no release": {func(_ *grant.Entry, p *policy.Promise) { p.AllowPrivate = false }, "no release"},
		"exact only": {func(_ *grant.Entry, p *policy.Promise) {
			p.AllowPrivate, p.AllowExact = false, true
		}, "no exact results"},
		"exact only, which it allows": {func(e *grant.Entry, p *policy.Promise) {
			e.Exact, p.AllowPrivate, p.AllowExact = true, false, true
		}, ""},
	} {
		e := grant.Entry{Purposes: purpose.SetOf(purpose.FairnessAudit, purpose.GeneralResearch),
			Kinds:      kind.SetOf(kind.Fairness),
			Conditions: condition.Protected}
		p := policy.Promise{Purposes: purpose.SetOf(purpose.FairnessAudit), Kinds: kind.SetOf(kind.Fairness),
			Conditions: condition.Protected, AllowPrivate: true}
		c.edit(&e, &p)
		if got := client.Unmet(&e, &p); (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
