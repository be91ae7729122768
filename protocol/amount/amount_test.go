package amount_test

import (
	"encoding/json"
	"math/big"
	"testing"

	"github.com/assent-network/assent/protocol/amount"
)

const max = "340282366920938463463374607431768211455"

func TestParse(t *testing.T) {
	for _, s := range []string{"0", "1", "10", "18446744073709551616", max} {
		a, err := amount.Parse(s)
		if err != nil || a.String() != s {
			t.Errorf("%s: got %s, %v", s, a, err)
		}
		var back amount.Amount
		b, err := json.Marshal(a)
		if err != nil || string(b) != `"`+s+`"` {
			t.Errorf("%s: JSON %s, %v", s, b, err)
		}
		if err := json.Unmarshal(b, &back); err != nil || back != a {
			t.Errorf("%s: back %s, %v", s, back, err)
		}
	}
	for _, s := range []string{"", "-1", "+1", "01", "1.0", "1e3", " 1", "0x1", "1_000",
		"340282366920938463463374607431768211456", max + "0", "\u0661"} {
		if a, err := amount.Parse(s); err == nil {
			t.Errorf("%q: accepted as %s", s, a)
		}
	}
	for _, s := range []string{`1`, `null`, `"01"`, `{}`} {
		var a amount.Amount
		if err := json.Unmarshal([]byte(s), &a); err == nil {
			t.Errorf("JSON %s: accepted", s)
		}
	}
}

func TestFromBig(t *testing.T) {
	for _, v := range []*big.Int{nil, big.NewInt(-1), new(big.Int).Lsh(big.NewInt(1), 128)} {
		if _, err := amount.FromBig(v); err == nil {
			t.Errorf("%v: accepted", v)
		}
	}
	if a := amount.FromUint64(7); a.Big().Int64() != 7 || a.IsZero() || a.Cmp(amount.Amount{}) != 1 ||
		!(amount.Amount{}).IsZero() {
		t.Error("seven")
	}
}

func FuzzParse(f *testing.F) {
	f.Add("0")
	f.Add(max)
	f.Fuzz(func(t *testing.T, s string) {
		if a, err := amount.Parse(s); err == nil && a.String() != s {
			t.Fatalf("%q parses as %s", s, a)
		}
	})
}
