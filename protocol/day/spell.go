package day

import "github.com/assent-network/assent/protocol/canonical"

var _ canonical.Speller = (*Day)(nil)

// Spelling is the date.
func (d Day) Spelling() any { return d.String() }

// Expected says what people write.
func (d *Day) Expected() string { return `a date such as "2026-01-31"` }

// Spell reads a date.
func (d *Day) Spell(w canonical.Spelling) (err error) {
	if w.IsList {
		return canonical.ErrSpelling
	}
	*d, err = Parse(w.Text)
	return err
}
