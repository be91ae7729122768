package purpose

import "github.com/assent-network/assent/protocol/canonical"

var (
	_ canonical.Speller = (*Set)(nil)
	_ canonical.Speller = (*Purpose)(nil)
)

// Spelling is the list of codes, for example ["FAIR","HMB"].
func (s Set) Spelling() any {
	codes := []string{}
	for _, p := range s.Purposes() {
		codes = append(codes, p.String())
	}
	return codes
}

// Expected says what people write.
func (s *Set) Expected() string { return `a list of purpose codes such as ["FAIR"]` }

// Spell reads a list of codes. It adds nothing by implication.
func (s *Set) Spell(w canonical.Spelling) error {
	if !w.IsList {
		return canonical.ErrSpelling
	}
	*s = 0
	for _, code := range w.List {
		p, err := Parse(code)
		if err != nil {
			return err
		}
		*s |= SetOf(p)
	}
	return nil
}

// Spelling is the code.
func (p Purpose) Spelling() any { return p.String() }

// Expected says what people write.
func (p *Purpose) Expected() string { return `a purpose code such as "FAIR"` }

// Spell reads a code.
func (p *Purpose) Spell(w canonical.Spelling) (err error) {
	if w.IsList {
		return canonical.ErrSpelling
	}
	*p, err = Parse(w.Text)
	return err
}
