package web

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
)

// What the parameters of a call take once they are read is counted by its JSON values, the elements of its arrays and
// the members of its objects. Two bytes of one, such as ",1" in a list of calls, become a structure and its place in a
// list that grows, so that the bytes of a request say nothing of it.
const (
	// maxValues is the most values of one call.
	maxValues = 100_000
	// valueBytes is what a value takes at most: the fields of a call, in a list that is there twice while it grows.
	valueBytes = 400
	// fewValues are those of a call that takes no room for them: the places of requests bound how many of such there
	// are. So usual calls do not wait for clients whose large ones fill it.
	fewValues = 50
)

// weigh takes room for what a call's parameters take once they are read, if that is much. It returns the error that the
// call is answered with when there is none.
func (s *Server) weigh(ctx context.Context, raw json.RawMessage) (refused []byte, ok bool) {
	n := countValues(raw)
	if n > maxValues {
		s.refused[refusedLarge].Add(1)
		return failCall(raw, rpcerr.CodeLimit,
			fmt.Sprintf("the call has too many values: at most %d elements and members in all its arrays and objects",
				maxValues)), false
	}
	if n <= fewValues {
		return nil, true
	}
	ctx, cancel := context.WithTimeout(ctx, answerWait)
	defer cancel()
	if err := admission.Hold(ctx, s.cfg.Limits.Parameters, int64(n)*valueBytes); err != nil {
		_, kind := unavailable(err)
		s.refused[kind].Add(1)
		return failCall(raw, rpcerr.CodeLimit, err.Error()), false
	}
	return nil, true
}

// countValues counts the elements of all arrays and the members of all objects of a JSON text without decoding it. Of
// what is not JSON it counts no fewer than a decoder sees before it ends.
func countValues(raw []byte) int {
	n, opened := 0, false
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		switch c {
		case ' ', '\t', '\r', '\n':
			continue
		case ',':
			n++
		case '"':
			i = endOfString(raw, i)
		}
		if opened && c != ']' && c != '}' {
			n++ // The first of an array or object has no comma.
		}
		opened = c == '[' || c == '{'
	}
	return n
}

// endOfString is where a string ends that begins at i.
func endOfString(raw []byte, i int) int {
	for i++; i < len(raw) && raw[i] != '"'; i++ {
		if raw[i] == '\\' {
			i++
		}
	}
	return i
}
