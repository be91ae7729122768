package policy

import (
	"slices"

	"github.com/assent-network/assent/protocol/budget"
)

// Change says which fields of a policy a newer version makes looser or stricter. A
// field can be in both lists, when it allows one thing more and another less.
type Change struct {
	Looser   []string
	Stricter []string
}

// IsLooser reports whether the newer version allows anything more. It then waits
// out the delay and counts no older grant.
func (c Change) IsLooser() bool { return len(c.Looser) > 0 }

func (c *Change) note(field string, looser, stricter bool) {
	if looser {
		c.Looser = append(c.Looser, field)
	}
	if stricter {
		c.Stricter = append(c.Stricter, field)
	}
}

// Compare compares a newer version with the one in effect, field by field. Price
// and timeouts are no matter of privacy and count as neither.
func Compare(old, next Policy) Change {
	var c Change
	bits := func(field string, o, n uint32) { c.note(field, n&^o != 0, o&^n != 0) }
	flag := func(field string, o, n bool) { c.note(field, n && !o, o && !n) }
	more := func(field string, o, n uint64) { c.note(field, n > o, n < o) }

	bits("purposes", uint32(old.Purposes), uint32(next.Purposes))
	bits("kinds", uint32(old.Kinds), uint32(next.Kinds))
	more("minCohort", uint64(next.MinCohort), uint64(old.MinCohort)) // fewer is looser
	more("rhoLimit", uint64(old.RhoLimit), uint64(next.RhoLimit))
	more("rhoPerResearcher", uint64(noneIsUnlimited(old.RhoPerResearcher)), uint64(noneIsUnlimited(next.RhoPerResearcher)))
	compareReview(&c, old, next)
	flag("allowPrivate", old.AllowPrivate, next.AllowPrivate)
	flag("allowExact", old.AllowExact, next.AllowExact)
	flag("allowERC1271", old.AllowERC1271, next.AllowERC1271)
	compareLists(&c, "measurements", old.Measurements, next.Measurements)
	compareLists(&c, "trustRoots", old.TrustRoots, next.TrustRoots)
	more("maxConsentAge", uint64(old.MaxConsentAge), uint64(next.MaxConsentAge))
	return c
}

func noneIsUnlimited(r budget.Rho) budget.Rho {
	if r == 0 {
		return budget.Unlimited
	}
	return r
}

// compareReview: any program is looser than listed or reviewed ones; between those
// two nothing can be said, so a change counts as both.
func compareReview(c *Change, old, next Policy) {
	if old.Review != next.Review {
		c.note("review", old.Review != ReviewNone, next.Review != ReviewNone)
		return
	}
	switch next.Review {
	case ReviewListed:
		compareLists(c, "programs", old.Programs, next.Programs)
	case ReviewReviewers:
		c.note("reviewersNeeded", next.ReviewersNeeded < old.ReviewersNeeded, next.ReviewersNeeded > old.ReviewersNeeded)
		compareLists(c, "reviewers", old.Reviewers, next.Reviewers)
	}
}

func compareLists[E comparable](c *Change, field string, old, next []E) {
	c.note(field, !subset(next, old), !subset(old, next))
}

// subset reports whether every item of a is in b.
func subset[E comparable](a, b []E) bool {
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}
