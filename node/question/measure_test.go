package question

import (
	"testing"

	"github.com/assent-network/assent/protocol/query"
)

// TestEveryOpHasWords: a question says of each operation what it computes.
func TestEveryOpHasWords(t *testing.T) {
	for _, op := range query.Ops() {
		words := wordsOf(op)
		if words.figure == "" || op.OfColumn() && words.flag == "" {
			t.Errorf("%s: no words: %+v", op, words)
		}
	}
}
