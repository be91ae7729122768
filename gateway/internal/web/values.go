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
	// elementBytes is what an element of an array takes at most: the fields of a call, in a list that is there twice
	// while it grows.
	elementBytes = 400
	// memberBytes is what a member of an object takes at most: a place in a map that grows, or what a field of a
	// structure points to.
	memberBytes = 200
	// fewValues are those of a call that takes no room for them: the places of requests bound how many of such there
	// are. So usual calls do not wait for clients whose large ones fill it.
	fewValues = 50
)

// values are those of a JSON text.
type values struct {
	elements, members int
	// longest is how many bytes the longest number has, or another word outside of strings.
	longest int
}

func (v values) count() int { return v.elements + v.members }

// bytes is what they take once they are read.
func (v values) bytes() int64 { return int64(v.elements)*elementBytes + int64(v.members)*memberBytes }

// weigh takes room for what a call's parameters take once they are read, if that is much. It returns the error that the
// call is answered with when there is none, or when the call has values that no method reads.
func (s *Server) weigh(ctx context.Context, raw json.RawMessage) (refused []byte, ok bool) {
	v, pool := countValues(raw), s.cfg.Limits.Parameters
	large := func(code int, format string, args ...any) ([]byte, bool) {
		s.refused[refusedLarge].Add(1)
		return failCall(raw, code, fmt.Sprintf(format, args...)), false
	}
	switch {
	case v.longest > maxNumberBytes:
		return large(rpcerr.CodeInvalidParams, "invalid params: a number has more than %d bytes", maxNumberBytes)
	case v.count() <= fewValues:
		return nil, true
	case v.bytes() > pool.Share():
		return large(rpcerr.CodeLimit,
			"the call has too many values: at %d bytes for each element of an array and %d for each member of an "+
				"object they take %d bytes, at most %d", elementBytes, memberBytes, v.bytes(), pool.Share())
	}
	m, _ := parseMessage(raw)
	if v.count()-countValues(m.params).count() > fewValues {
		return large(rpcerr.CodeLimit, "the call has too many values beside its params: at most %d", fewValues)
	}
	ctx, cancel := context.WithTimeout(ctx, answerWait)
	defer cancel()
	if err := admission.Hold(ctx, pool, v.bytes()); err != nil {
		_, kind := unavailable(err)
		s.refused[kind].Add(1)
		return failCall(raw, rpcerr.CodeLimit, err.Error()), false
	}
	return nil, true
}

// countValues counts the elements of all arrays and the members of all objects of a JSON text without decoding it. Of
// what is not JSON, which is never decoded, it counts something.
func countValues(raw []byte) (v values) {
	all, opened, word := 0, false, 0
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		switch c {
		case ' ', '\t', '\r', '\n':
			word = 0
			continue
		case ',':
			all++
			word = 0
		case ':':
			v.members++
			word = 0
		case '[', '{', ']', '}':
			word = 0
		case '"':
			i = endOfString(raw, i)
			word = 0
		default:
			word++
			v.longest = max(v.longest, word)
		}
		if opened && c != ']' && c != '}' {
			all++ // The first of an array or object has no comma.
		}
		opened = c == '[' || c == '{'
	}
	v.elements = max(0, all-v.members)
	return v
}
