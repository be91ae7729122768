package index

import (
	"bytes"
	"context"
	"errors"
	"math"

	"github.com/cockroachdb/pebble/v2"
)

// direction is the order in which positions are visited.
type direction bool

const (
	ascending  direction = false
	descending direction = true
)

// before reports whether p is visited before q.
func (d direction) before(p, q Position) bool {
	if d == descending {
		return q.Less(p)
	}
	return p.Less(q)
}

func (p Position) next() Position { return Position{Round: p.Round, Index: p.Index + 1} }

// previous is the last position that there may be before p, which is not the first.
func (p Position) previous() Position {
	if p.Index > 0 {
		return Position{Round: p.Round, Index: p.Index - 1}
	}
	return Position{Round: p.Round - 1, Index: math.MaxUint32}
}

// matching visits the positions of the transactions that may have logs which a query selects: those that every one of
// its unions has.
type matching struct {
	ctx    context.Context
	uses   *uses
	snap   *pebble.Snapshot
	unions []*union
}

// matching opens the lists of a query. The caller closes them.
func (x *Index) matching(ctx context.Context, q *Query, d direction) (*matching, error) {
	if err := x.uses.begin(); err != nil {
		return nil, err
	}
	m := &matching{ctx: ctx, uses: &x.uses, snap: x.db.NewSnapshot()}
	var keys [][]byte
	for _, a := range q.Addresses {
		keys = append(keys, listAddress(a))
	}
	err := m.add(prefixAddress, keys, d)
	for _, topics := range q.Topics {
		keys = nil
		for _, t := range topics {
			keys = append(keys, listTopic(t))
		}
		err = errors.Join(err, m.add(prefixTopic, keys, d))
	}
	if len(m.unions) == 0 && err == nil {
		err = m.add(prefixAnyLog, [][]byte{{prefixAnyLog}}, d)
	}
	if err != nil {
		m.close()
		return nil, err
	}
	return m, nil
}

// add adds the union of the lists that keys of one kind begin with. Without any, all positions will do.
func (m *matching) add(kind byte, keys [][]byte, d direction) error {
	if len(keys) == 0 {
		return nil
	}
	it, err := m.snap.NewIter(bounds(kind))
	if err != nil {
		return err
	}
	u := &union{it: it, direction: d, lists: make([]postings, len(keys))}
	for i, key := range keys {
		u.lists[i].key = key
	}
	m.unions = append(m.unions, u)
	return nil
}

// seek returns the first position to be visited from pos on.
func (m *matching) seek(pos Position) (Position, bool) {
	for agreed := 0; agreed < len(m.unions); {
		for _, u := range m.unions {
			if m.ctx.Err() != nil {
				return Position{}, false
			}
			p, ok := u.seek(pos)
			switch {
			case !ok:
				return Position{}, false
			case p == pos:
				agreed++
			default:
				pos, agreed = p, 1
			}
			if agreed >= len(m.unions) {
				break
			}
		}
	}
	return pos, true
}

func (m *matching) close() {
	defer m.uses.done()
	for _, u := range m.unions {
		_ = u.it.Close()
	}
	_ = m.snap.Close()
}

// err is why positions ended, nil when there were no more.
func (m *matching) err() error {
	errs := []error{m.ctx.Err()}
	for _, u := range m.unions {
		errs = append(errs, u.it.Error())
	}
	return errors.Join(errs...)
}

// union is the positions of any of its lists. All are read by one iterator, which takes more memory than thousands of
// lists do.
type union struct {
	direction
	it    *pebble.Iterator
	lists []postings
}

// postings is one list in the store: all keys that begin with another.
type postings struct {
	key     []byte
	current Position
	state   int8
}

const (
	unread int8 = iota
	valid
	ended
)

// seek returns the first position to be visited from pos on.
func (u *union) seek(pos Position) (best Position, found bool) {
	for i := range u.lists {
		if p, ok := u.seekList(&u.lists[i], pos); ok && (!found || u.before(p, best)) {
			best, found = p, true
		}
	}
	return best, found
}

func (u *union) seekList(l *postings, pos Position) (Position, bool) {
	if l.state == ended || l.state == valid && !u.before(l.current, pos) {
		return l.current, l.state == valid
	}
	key := pos.encode(append(make([]byte, 0, len(l.key)+positionLen+1), l.key...))
	if u.direction == descending {
		u.it.SeekLT(append(key, 0)) // Which is the next key after that of pos.
	} else {
		u.it.SeekGE(key)
	}
	if !u.it.Valid() || !bytes.HasPrefix(u.it.Key(), l.key) {
		l.state = ended
		return Position{}, false
	}
	l.state, l.current = valid, decodePosition(u.it.Key()[len(l.key):])
	return l.current, true
}
