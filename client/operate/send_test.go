package operate

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"testing"

	"github.com/assent-network/assent/chain"
)

func TestNonceUsed(t *testing.T) {
	for name, c := range map[string]struct {
		err  error
		want bool
	}{
		"the nonce":      {fmt.Errorf("sending: %w", &chain.RejectedError{Module: "core", Code: 4}), true},
		"the balance":    {&chain.RejectedError{Module: "core", Code: 5}, false},
		"another module": {&chain.RejectedError{Module: "evm", Code: 4}, false},
		"no refusal":     {errors.New("the node is away"), false},
	} {
		if got := nonceUsed(c.err); got != c.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

func TestGasPriceOfTerms(t *testing.T) {
	huge := new(big.Int).Lsh(big.NewInt(1), 70)
	for want, most := range map[uint64]*big.Int{DefaultMaxGasPrice: nil, 0: new(big.Int), 7: big.NewInt(7),
		math.MaxUint64: huge} {
		if got := gasPrice(most); got != want {
			t.Errorf("%v becomes %d, want %d", most, got, want)
		}
	}
}
