package kind

import "github.com/assent-network/assent/protocol/canonical"

var (
	_ canonical.Speller = (*Set)(nil)
	_ canonical.Speller = (*Kind)(nil)
)

// Spelling is the list of names, for example ["query","fairness"].
func (s Set) Spelling() any {
	names := []string{}
	for _, k := range s.Kinds() {
		names = append(names, k.String())
	}
	return names
}

// Expected says what people write.
func (s *Set) Expected() string { return `a list of kinds of job such as ["query", "fairness"]` }

// Spell reads a list of names.
func (s *Set) Spell(w canonical.Spelling) error {
	if !w.IsList {
		return canonical.ErrSpelling
	}
	*s = 0
	for _, name := range w.List {
		k, err := Parse(name)
		if err != nil {
			return err
		}
		*s |= SetOf(k)
	}
	return nil
}

// Spelling is the name.
func (k Kind) Spelling() any { return k.String() }

// Expected says what people write.
func (k *Kind) Expected() string { return `a kind of job such as "query"` }

// Spell reads a name.
func (k *Kind) Spell(w canonical.Spelling) (err error) {
	if w.IsList {
		return canonical.ErrSpelling
	}
	*k, err = Parse(w.Text)
	return err
}
