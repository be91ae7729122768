// Package amount is a sum of the native token in base units, at most 128 bits wide, as the runtime's accounts and the
// contracts' uint128 fields hold it.
package amount

import (
	"encoding/json"
	"fmt"
	"math/big"
)

// Amount is an unsigned 128-bit integer, big endian, so that values compare with ==. The zero value is zero. In JSON it
// is a decimal string.
type Amount [16]byte

// FromUint64 returns v base units.
func FromUint64(v uint64) Amount {
	a, _ := FromBig(new(big.Int).SetUint64(v)) // 64 bits always fit
	return a
}

// FromBig returns v, or an error when it is negative or wider than 128 bits.
func FromBig(v *big.Int) (Amount, error) {
	var a Amount
	if v == nil || v.Sign() < 0 || v.BitLen() > 128 {
		return a, fmt.Errorf("amount: %v does not fit an unsigned 128-bit integer", v)
	}
	v.FillBytes(a[:])
	return a, nil
}

// Parse reads decimal digits without sign, leading zeros or separators.
func Parse(s string) (Amount, error) {
	v, ok := new(big.Int), len(s) > 0 && len(s) <= 39
	for i := 0; ok && i < len(s); i++ {
		ok = s[i] >= '0' && s[i] <= '9'
	}
	if ok {
		_, ok = v.SetString(s, 10)
	}
	if !ok || v.String() != s {
		return Amount{}, fmt.Errorf("amount: %.48q is not a decimal number of base units", s)
	}
	return FromBig(v)
}

// Big returns the amount as a new big integer, which contract bindings take.
func (a Amount) Big() *big.Int { return new(big.Int).SetBytes(a[:]) }

// IsZero reports whether the amount is zero.
func (a Amount) IsZero() bool { return a == Amount{} }

// Cmp is -1, 0 or 1 as a is less than, equal to or greater than b.
func (a Amount) Cmp(b Amount) int { return a.Big().Cmp(b.Big()) }

// String returns decimal digits.
func (a Amount) String() string { return a.Big().String() }

// MarshalJSON writes a decimal string.
func (a Amount) MarshalJSON() ([]byte, error) { return json.Marshal(a.String()) }

// UnmarshalJSON reads what MarshalJSON writes and nothing else.
func (a *Amount) UnmarshalJSON(data []byte) error {
	var s string
	if err := json.Unmarshal(data, &s); err != nil {
		return fmt.Errorf("amount: a decimal string is expected: %w", err)
	}
	v, err := Parse(s)
	if err != nil {
		return err
	}
	*a = v
	return nil
}
