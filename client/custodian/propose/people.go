package propose

import (
	"errors"
	"strings"

	"github.com/assent-network/assent/client/custodian/spelling"
	"github.com/assent-network/assent/protocol/schema"
)

var errInvisible = errors.New("has an invisible character, so that it may look like another value")

// checkValue says why a category cannot have a value, in words that complete "the cell ..." and do not show it.
func checkValue(s string) error {
	if err := schema.CheckValue(s); err != nil {
		return err
	}
	if strings.ContainsFunc(s, spelling.IsInvisible) {
		return errInvisible
	}
	return nil
}

// people are the first FewPeople who are counted for something.
type people []int32

// add counts a person, unless enough are counted.
func (p people) add(who int32) people {
	if len(p) == FewPeople {
		return p
	}
	for _, other := range p {
		if other == who {
			return p
		}
	}
	return append(p, who)
}

func (p people) few() bool { return len(p) < FewPeople }

// top are the two greatest of all values.
type top struct {
	seen          int
	first, second int64
}

func (t *top) see(v int64) {
	switch {
	case t.seen == 0 || v > t.first:
		t.second, t.first = t.first, v
	case v == t.first || t.seen > 1 && v <= t.second:
		return
	default:
		t.second = v
	}
	t.seen = min(t.seen+1, 2)
}

// edge are the people with the most extreme values of a column, FewPeople at most, each with their own most extreme
// value, the most extreme first. Values are such that greater is more extreme.
type edge []extreme

type extreme struct {
	value int64
	who   int32
}

func (e edge) see(value int64, who int32) edge {
	if len(e) == FewPeople && value <= e[len(e)-1].value {
		return e
	}
	for i := range e {
		if e[i].who == who {
			if value <= e[i].value {
				return e
			}
			e = append(e[:i], e[i+1:]...)
			break
		}
	}
	if len(e) == FewPeople {
		e = e[:len(e)-1]
	}
	at := len(e)
	for at > 0 && e[at-1].value < value {
		at--
	}
	e = append(e, extreme{})
	copy(e[at+1:], e[at:])
	e[at] = extreme{value, who}
	return e
}

// holders counts the people whose value makes the bound what it is, FewPeople at most.
func (e edge) holders(bound func(value int64) int64) (n int) {
	for _, x := range e {
		if bound(x.value) == bound(e[0].value) {
			n++
		}
	}
	return n
}
