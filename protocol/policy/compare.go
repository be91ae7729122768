package policy

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/condition"
)

// Effect is what a policy does when it replaces another, as the contract's Change.
type Effect uint8

// The effects.
const (
	AtOnce Effect = 0 // it asks no more and adds no means: it is in effect at once
	Waits  Effect = 1 // it adds or replaces means: it waits, and older grants count
	Voids  Effect = 2 // it asks more: it waits, and then counts no older grant
)

// String returns the effect in words.
func (e Effect) String() string {
	switch e {
	case AtOnce:
		return "at once"
	case Waits:
		return "waits"
	case Voids:
		return "waits and voids older grants"
	}
	return fmt.Sprintf("effect(%d)", uint8(e))
}

// Change says which fields a newer version of a policy changes, and how. A field can be in several lists, when it
// allows one thing more and another less.
type Change struct {
	Looser   []string // the subject is asked for more, or is told something else
	Added    []string // means that are added or replaced
	Stricter []string // less is allowed, or fewer carry it out
}

// Effect is what the change does.
func (c Change) Effect() Effect {
	switch {
	case len(c.Looser) > 0:
		return Voids
	case len(c.Added) > 0:
		return Waits
	}
	return AtOnce
}

func (c *Change) promise(field string, looser, stricter bool) {
	if looser {
		c.Looser = append(c.Looser, field)
	}
	if stricter {
		c.Stricter = append(c.Stricter, field)
	}
}

func (c *Change) means(field string, added, removed bool) {
	if added {
		c.Added = append(c.Added, field)
	}
	if removed {
		c.Stricter = append(c.Stricter, field)
	}
}

// Compare compares a newer version with the one in effect, field by field. What cannot be put in an order, as a schema,
// counts as looser whenever it changes. The service is no matter of privacy and counts as nothing.
func Compare(old, next Policy) Change {
	var c Change
	comparePromise(&c, old.Promise, next.Promise)
	compareMeans(&c, old, next)
	return c
}

func comparePromise(c *Change, old, next Promise) {
	bits := func(field string, o, n uint32) { c.promise(field, n&^o != 0, o&^n != 0) }
	flag := func(field string, o, n bool) { c.promise(field, n && !o, o && !n) }
	more := func(field string, o, n uint64) { c.promise(field, n > o, n < o) }
	same := func(field string, equal bool) { c.promise(field, !equal, false) }

	same("controller", old.Controller == next.Controller)
	bits("purposes", uint32(old.Purposes), uint32(next.Purposes))
	bits("kinds", uint32(old.Kinds), uint32(next.Kinds))
	c.promise("conditions", !condition.Within(next.Conditions, old.Conditions),
		!condition.Within(old.Conditions, next.Conditions))
	flag("allowPrivate", old.AllowPrivate, next.AllowPrivate)
	flag("allowExact", old.AllowExact, next.AllowExact)
	flag("allowERC1271", old.AllowERC1271, next.AllowERC1271)
	flag("allowOldVersions", old.AllowOldVersions, next.AllowOldVersions)
	same("schema", old.Schema == next.Schema)
	same("datasheet", old.Datasheet == next.Datasheet)
	same("text", old.Text == next.Text)
	more("minCohort", uint64(next.MinCohort), uint64(old.MinCohort)) // fewer is looser
	more("minCell", uint64(next.MinCell), uint64(old.MinCell))
	more("rhoLimit", uint64(old.RhoLimit), uint64(next.RhoLimit))
	more("deltaLimit", uint64(old.DeltaLimit), uint64(next.DeltaLimit))
	more("rhoPerResearcher", uint64(noneIsUnlimited(old.RhoPerResearcher)),
		uint64(noneIsUnlimited(next.RhoPerResearcher)))
	// Any program is looser than listed or reviewed ones; between those two nothing can be said, so a change counts as
	// both.
	switch {
	case old.Review != next.Review:
		c.promise("review", old.Review != ReviewNone, next.Review != ReviewNone)
	case next.Review == ReviewReviewers:
		c.promise("reviewersNeeded", next.ReviewersNeeded < old.ReviewersNeeded,
			next.ReviewersNeeded > old.ReviewersNeeded)
	}
	more("maxConsentAge", uint64(old.MaxConsentAge), uint64(next.MaxConsentAge))
	c.promise("spenders", !subset(next.Spenders, old.Spenders), !subset(old.Spenders, next.Spenders))
	c.promise("restrictions", !subset(old.Restrictions, next.Restrictions),
		!subset(next.Restrictions, old.Restrictions))
}

func noneIsUnlimited(r budget.Rho) budget.Rho {
	if r == 0 {
		return budget.Unlimited
	}
	return r
}

func compareMeans(c *Change, old, next Policy) {
	c.means("broker", old.Broker != next.Broker, false)
	c.means("enroller", old.Enroller != next.Enroller, false)
	c.means("archivesNeeded", next.ArchivesNeeded < old.ArchivesNeeded, next.ArchivesNeeded > old.ArchivesNeeded)
	c.means("pins", old.Pins != (common.Hash{}) && next.Pins != old.Pins, old.Pins == (common.Hash{}) &&
		next.Pins != old.Pins)
	compareLists(c, "measurements", old.Measurements, next.Measurements)
	compareLists(c, "trustRoots", old.TrustRoots, next.TrustRoots)
	// Under no review any program was accepted: a list is no addition to that.
	if old.Review != ReviewNone {
		compareLists(c, "programs", old.Programs, next.Programs)
		compareLists(c, "reviewers", old.Reviewers, next.Reviewers)
	}
	compareLists(c, "archives", old.Archives, next.Archives)
	if !keepsRefusals(old.Gates, next.Gates) {
		c.Looser = append(c.Looser, "gates")
	}
	c.means("gates", addsPowers(old.Gates, next.Gates), !slices.Equal(old.Gates, next.Gates) &&
		keepsRefusals(old.Gates, next.Gates))
}

func compareLists[E comparable](c *Change, field string, old, next []E) {
	c.means(field, !subset(next, old), !subset(old, next))
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

// Sort puts the lists in the order that a policy has them in.
func (p *Policy) Sort() {
	for _, l := range []*[]common.Hash{&p.Restrictions, &p.Measurements, &p.TrustRoots, &p.Programs} {
		slices.SortFunc(*l, func(a, b common.Hash) int { return bytes.Compare(a[:], b[:]) })
	}
	for _, l := range []*[]common.Address{&p.Spenders, &p.Reviewers, &p.Archives} {
		slices.SortFunc(*l, func(a, b common.Address) int { return bytes.Compare(a[:], b[:]) })
	}
	slices.SortFunc(p.Gates, func(a, b Gate) int {
		x, y := a.Word(), b.Word()
		return bytes.Compare(x[:], y[:])
	})
}
