package policy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assent-network/assent/protocol/canonical"
)

var (
	_ canonical.Speller = (*Review)(nil)
	_ canonical.Speller = (*Moments)(nil)
	_ canonical.Speller = (*Powers)(nil)
)

// Spelling is the rule's name.
func (r Review) Spelling() any { return r.String() }

// Expected says what people write.
func (r *Review) Expected() string { return `"none", "listed" or "reviewers"` }

// Spell reads a rule's name.
func (r *Review) Spell(w canonical.Spelling) error {
	for _, rule := range []Review{ReviewNone, ReviewListed, ReviewReviewers} {
		if !w.IsList && w.Text == rule.String() {
			*r = rule
			return nil
		}
	}
	return canonical.ErrSpelling
}

// Spelling is the list of the moments' names.
func (m Moments) Spelling() any { return spelledBits(m.String()) }

// Expected says what people write.
func (m *Moments) Expected() string { return "a list of moments, of " + allMoments.String() }

// Spell reads a list of names.
func (m *Moments) Spell(w canonical.Spelling) error {
	bits, err := spellBits(w, allMoments.String(), "moment of a gate")
	*m = Moments(bits)
	return err
}

// Spelling is the list of the powers' names.
func (p Powers) Spelling() any { return spelledBits(p.String()) }

// Expected says what people write.
func (p *Powers) Expected() string { return "a list of powers, of " + allPowers.String() }

// Spell reads a list of names.
func (p *Powers) Spell(w canonical.Spelling) error {
	bits, err := spellBits(w, allPowers.String(), "power of a gate")
	*p = Powers(bits)
	return err
}

func spelledBits(names string) []string {
	if names == "none" {
		return []string{}
	}
	return strings.Split(names, ",")
}

// spellBits returns the bits of names, which all lists by bit.
func spellBits(w canonical.Spelling, all, what string) (bits uint16, err error) {
	if !w.IsList {
		return 0, canonical.ErrSpelling
	}
	for _, name := range w.List {
		i := slices.Index(strings.Split(all, ","), name)
		if i < 0 {
			return 0, fmt.Errorf("%.40q is no %s; use %s", name, what, all)
		}
		bits |= 1 << i
	}
	return bits, nil
}

// Read reads a policy as a person writes it: purposes, kinds, conditions and review in words, budgets as decimals. It
// does not validate it: who registers a dataset may leave the accounts open.
func Read(data []byte) (Policy, error) {
	var p Policy
	_, err := canonical.Read(data, &p)
	return p, err
}
