package client

import (
	"fmt"

	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/policy"
)

// Unmet says why no job under a policy with this promise can count a grant, whatever the job asks; it is empty when one
// may. Time, revocation and the policy version of the grant are other matters.
func Unmet(e *grant.Entry, p *policy.Promise) string {
	switch {
	case e.Purposes&p.Purposes == 0:
		return fmt.Sprintf("the policy allows none of its purposes, only %s", p.Purposes)
	case e.Kinds&p.Kinds == 0:
		return fmt.Sprintf("the policy allows none of its kinds of computation, only %s", p.Kinds)
	case !condition.Within(p.Conditions, e.Conditions):
		return fmt.Sprintf("it asks for more (%s) than the policy promises (%s)", e.Conditions, p.Conditions)
	case !p.AllowPrivate && !p.AllowExact:
		return "the policy allows no release at all"
	case !p.AllowPrivate && !e.Exact:
		return "it allows no exact results, and the policy allows no others"
	}
	return ""
}
