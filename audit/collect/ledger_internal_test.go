package collect

import (
	"strings"
	"testing"

	"github.com/assent-network/assent/protocol/layout"
)

// A word of a wrong length is said to be one, with its length.
func TestLedgerIn(t *testing.T) {
	word := layout.Word{31: 7}
	if got, err := ledgerIn(word[:]); err != nil || got[19] != 7 {
		t.Errorf("got %s, %v", got, err)
	}
	for _, raw := range [][]byte{nil, word[1:], append(word[:], 0)} {
		if _, err := ledgerIn(raw); err == nil || strings.Contains(err.Error(), "%!") {
			t.Errorf("%d bytes: %v", len(raw), err)
		}
	}
}
