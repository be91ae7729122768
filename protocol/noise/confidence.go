package noise

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/assent-network/assent/protocol/canonical"
)

// Confidence is the rate at which a stated interval holds the true value, over the noise.
type Confidence string

// The confidence levels that parameters may ask for.
const (
	Confidence90 Confidence = "0.90"
	Confidence95 Confidence = "0.95"
	Confidence99 Confidence = "0.99"
)

// Spelling is the rate, with two decimals.
func (c Confidence) Spelling() any { return string(c) }

// Expected says what people write.
func (c *Confidence) Expected() string { return "0.90, 0.95 or 0.99" }

// Spell reads a rate, with or without zeros at its end.
func (c *Confidence) Spell(w canonical.Spelling) error {
	for _, offered := range []Confidence{Confidence90, Confidence95, Confidence99} {
		if !w.IsList && (w.Text == string(offered) || w.Text == strings.TrimRight(string(offered), "0")) {
			*c = offered
			return nil
		}
	}
	return canonical.ErrSpelling
}

// Alpha is the rate at which an interval may miss: one less the confidence. It fails for a level not listed above.
func (c Confidence) Alpha() (*big.Rat, error) {
	switch c {
	case Confidence90:
		return big.NewRat(1, 10), nil
	case Confidence95:
		return big.NewRat(1, 20), nil
	case Confidence99:
		return big.NewRat(1, 100), nil
	default:
		return nil, fmt.Errorf("confidence %q is not offered: use 0.90, 0.95 or 0.99", string(c))
	}
}
