package amount

import "github.com/assent-network/assent/protocol/canonical"

var _ canonical.Speller = (*Amount)(nil)

// Spelling is the number of base units.
func (a Amount) Spelling() any { return a.String() }

// Expected says what people write.
func (a *Amount) Expected() string { return `a whole number of base units such as "1000"` }

// Spell reads a number of base units.
func (a *Amount) Spell(w canonical.Spelling) (err error) {
	if w.IsList {
		return canonical.ErrSpelling
	}
	*a, err = Parse(w.Text)
	return err
}
