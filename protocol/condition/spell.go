package condition

import (
	"strings"

	"github.com/assent-network/assent/protocol/canonical"
)

var (
	_ canonical.Speller = (*Conditions)(nil)
	_ canonical.Speller = (*Recipient)(nil)
)

// Spelling is the name of the entry.
func (c Conditions) Spelling() any { return c.String() }

// Expected says what people write.
func (c *Conditions) Expected() string {
	var names []string
	for _, e := range Table() {
		names = append(names, `"`+e.Name+`"`)
	}
	return "one of " + strings.Join(names, ", ")
}

// Spell reads the name of an entry.
func (c *Conditions) Spell(w canonical.Spelling) (err error) {
	if w.IsList {
		return canonical.ErrSpelling
	}
	*c, err = Parse(w.Text)
	return err
}

// Spelling is the recipient's name.
func (r Recipient) Spelling() any { return r.String() }

// Expected says what people write.
func (r *Recipient) Expected() string {
	var names []string
	for _, t := range RecipientTable() {
		names = append(names, `"`+t.Name+`"`)
	}
	return "one of " + strings.Join(names, ", ")
}

// Spell reads a recipient's name.
func (r *Recipient) Spell(w canonical.Spelling) (err error) {
	if w.IsList {
		return canonical.ErrSpelling
	}
	*r, err = ParseRecipient(w.Text)
	return err
}
