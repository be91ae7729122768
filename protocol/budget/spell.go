package budget

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/assent-network/assent/protocol/canonical"
)

var (
	_ canonical.Speller = (*Rho)(nil)
	_ canonical.Speller = (*Delta)(nil)
)

// unlimited is how people write a limit that is never reached.
const unlimited = "unlimited"

// The decimals of what is written.
const (
	rhoDecimals   = 6
	deltaDecimals = 15
)

// Spelling is the decimal, for example "0.5".
func (a Rho) Spelling() any { return short(a.String()) }

// Expected says what people write.
func (a *Rho) Expected() string { return expected("0.5", rhoDecimals) }

// Spell reads a decimal.
func (a *Rho) Spell(w canonical.Spelling) error { return spell(w, rhoDecimals, a, Unlimited) }

// Spelling is the decimal, for example "0.000001".
func (a Delta) Spelling() any { return short(a.String()) }

// Expected says what people write.
func (a *Delta) Expected() string { return expected("0.000001", deltaDecimals) }

// Spell reads a decimal.
func (a *Delta) Spell(w canonical.Spelling) error { return spell(w, deltaDecimals, a, UnlimitedDelta) }

func expected(example string, decimals int) string {
	return fmt.Sprintf("a decimal such as %s, of at most %d decimals, or %q", example, decimals, unlimited)
}

// spell reads a decimal into a, or the word for a limit that is never reached.
func spell[T ~uint64](w canonical.Spelling, decimals int, a *T, never T) error {
	switch {
	case w.IsList:
		return canonical.ErrSpelling
	case w.Text == unlimited:
		*a = never
		return nil
	}
	v, err := ParseDecimal(w.Text, decimals)
	*a = T(v)
	return err
}

// short is a decimal without zeros at its end.
func short(s string) string {
	if strings.Contains(s, ".") {
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// ParseDecimal reads a decimal, 0 or more, in units of its last decimal: "0.05" with 6 decimals is 50000. One that
// cannot be held exactly is refused, and the error names the two next to it.
func ParseDecimal(s string, decimals int) (uint64, error) {
	whole, fraction, dotted := strings.Cut(s, ".")
	digits := func(t string) bool {
		return t != "" && strings.Trim(t, "0123456789") == ""
	}
	if !digits(whole) || dotted && !digits(fraction) {
		return 0, fmt.Errorf("%.40q is no decimal number, 0 or more; write it like 0.05", s)
	}
	rest := ""
	if fraction = strings.TrimRight(fraction, "0"); len(fraction) > decimals {
		fraction, rest = fraction[:decimals], fraction[decimals:]
	}
	v, ok := new(big.Int).SetString(whole+fraction+strings.Repeat("0", decimals-len(fraction)), 10)
	if !ok || !v.IsUint64() || v.Uint64() == ^uint64(0) {
		return 0, fmt.Errorf("%.40s is too large", s)
	}
	if rest != "" {
		unit := func(v uint64) string {
			one := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
			return short(new(big.Rat).SetFrac(new(big.Int).SetUint64(v), one).FloatString(decimals))
		}
		return 0, fmt.Errorf("%.40s has more than %d decimals; the nearest that can be kept are %s and %s", s, decimals,
			unit(v.Uint64()), unit(v.Uint64()+1))
	}
	return v.Uint64(), nil
}
