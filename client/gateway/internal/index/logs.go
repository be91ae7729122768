package index

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/client/gateway/internal/view"
)

// ErrTooManyLogs means that a query has more results than its limit. Ask for
// fewer rounds at a time.
var ErrTooManyLogs = errors.New("index: too many logs")

// Query selects logs. Rounds are inclusive. A log matches when its address is
// one of Addresses (any, when there are none) and, for every position i of
// Topics, its topic i is one of Topics[i] (any, when that is empty).
type Query struct {
	From, To  uint64
	Addresses []common.Address
	Topics    [][]common.Hash
}

// Matches reports whether a log meets the query's addresses and topics.
func (q *Query) Matches(address common.Address, topics []common.Hash) bool {
	if len(q.Addresses) > 0 && !slices.Contains(q.Addresses, address) {
		return false
	}
	if len(q.Topics) > len(topics) {
		return false
	}
	for i, want := range q.Topics {
		if len(want) > 0 && !slices.Contains(want, topics[i]) {
			return false
		}
	}
	return true
}

// Bytes that a log takes beside its data and topics, and after how many bytes a
// query asks for more room.
const (
	logBytes  = 200
	roomBytes = 256 << 10
)

// Room asks for room for so many more bytes of logs. An error ends the query.
type Room func(bytes int) error

// Logs returns the logs that a query selects, in the order of the chain, or
// ErrTooManyLogs when there are more than limit. It asks for room as they are
// found, since a log may hold much.
func (x *Index) Logs(ctx context.Context, q Query, limit int, room Room) ([]*types.Log, error) {
	logs, size := []*types.Log{}, 0
	err := x.EachLogTx(ctx, q, func(block *view.Block, pos Position) error {
		found, err := x.TxLogs(q, block, pos)
		if err != nil {
			return err
		}
		for _, l := range found {
			if len(logs) == limit {
				return fmt.Errorf("%w: more than %d", ErrTooManyLogs, limit)
			}
			if size += logBytes + len(l.Data) + common.HashLength*len(l.Topics); size > roomBytes {
				if err := room(size); err != nil {
					return err
				}
				size = 0
			}
			logs = append(logs, l)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return logs, nil
}

// EachLogTx calls f for every transaction that may have logs which a query
// selects, in the order of the chain, until f fails. It reads none of the logs.
func (x *Index) EachLogTx(ctx context.Context, q Query, f func(*view.Block, Position) error) error {
	if err := x.complete(q.From, q.To); err != nil {
		return err
	}
	snap := x.db.NewSnapshot()
	defer snap.Close()
	lists, err := openLists(snap, &q)
	if err != nil {
		return err
	}
	defer lists.close()

	var block *view.Block
	for pos, ok := lists.seek(Position{Round: q.From}); ok && pos.Round <= q.To; pos, ok = lists.seek(pos.next()) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if block == nil || block.Number != pos.Round {
			if block, err = x.Block(pos.Round); err != nil {
				return fmt.Errorf("reading round %d: %w", pos.Round, err)
			}
		}
		if err := f(block, pos); err != nil {
			return err
		}
	}
	return lists.err()
}

// TxLogs returns the logs of one transaction of a block that a query selects.
func (x *Index) TxLogs(q Query, block *view.Block, pos Position) ([]*types.Log, error) {
	receipt, err := x.Receipt(pos)
	if err != nil {
		return nil, fmt.Errorf("reading receipt %d of round %d: %w", pos.Index, pos.Round, err)
	}
	all := receipt.EthereumLogs(block, uint64(pos.Index))
	return slices.DeleteFunc(all, func(l *types.Log) bool { return !q.Matches(l.Address, l.Topics) }), nil
}

// complete refuses ranges of which a part is missing: an answer without it
// would look whole.
func (x *Index) complete(from, to uint64) error {
	for _, g := range x.Gaps() {
		if from <= g.To && g.From <= to {
			return fmt.Errorf("%w (rounds %d to %d)", ErrPruned, g.From, g.To)
		}
	}
	return nil
}

func (p Position) next() Position { return Position{Round: p.Round, Index: p.Index + 1} }

// A list yields positions in order: seek returns the first one at or after pos.
type list interface {
	seek(pos Position) (Position, bool)
	close()
	err() error
}

// openLists returns the positions of the transactions that may have logs which
// the query selects.
func openLists(snap *pebble.Snapshot, q *Query) (list, error) {
	var all intersection
	add := func(keys [][]byte) error {
		var some union
		for _, key := range keys {
			p, err := openPostings(snap, key)
			if err != nil {
				some.close()
				return err
			}
			some = append(some, p)
		}
		all = append(all, some)
		return nil
	}
	groups := [][][]byte{}
	if len(q.Addresses) > 0 {
		keys := make([][]byte, len(q.Addresses))
		for i, a := range q.Addresses {
			keys[i] = listAddress(a)
		}
		groups = append(groups, keys)
	}
	for _, topics := range q.Topics {
		if len(topics) == 0 {
			continue
		}
		keys := make([][]byte, len(topics))
		for i, t := range topics {
			keys[i] = listTopic(t)
		}
		groups = append(groups, keys)
	}
	if len(groups) == 0 {
		groups = append(groups, [][]byte{{prefixAnyLog}})
	}
	for _, g := range groups {
		if err := add(g); err != nil {
			all.close()
			return nil, err
		}
	}
	return all, nil
}

// postings is one list in the store: all keys that begin with a prefix.
type postings struct {
	prefix  []byte
	it      *pebble.Iterator
	current Position
	state   int8
}

const (
	unread int8 = iota
	valid
	ended
)

func openPostings(snap *pebble.Snapshot, prefix []byte) (*postings, error) {
	upper := slices.Clone(prefix)
	for i := len(upper) - 1; i >= 0; i-- {
		upper[i]++
		if upper[i] != 0 {
			break
		}
	}
	it, err := snap.NewIter(&pebble.IterOptions{LowerBound: prefix, UpperBound: upper})
	if err != nil {
		return nil, err
	}
	return &postings{prefix: prefix, it: it}, nil
}

func (p *postings) seek(pos Position) (Position, bool) {
	if p.state == valid && !p.current.Less(pos) {
		return p.current, true
	}
	if p.state == ended {
		return Position{}, false
	}
	if !p.it.SeekGE(pos.encode(slices.Clone(p.prefix))) {
		p.state = ended
		return Position{}, false
	}
	p.state, p.current = valid, decodePosition(p.it.Key()[len(p.prefix):])
	return p.current, true
}

func (p *postings) close()     { _ = p.it.Close() }
func (p *postings) err() error { return p.it.Error() }

// union is the positions of any of its lists.
type union []*postings

func (u union) seek(pos Position) (best Position, found bool) {
	for _, l := range u {
		if p, ok := l.seek(pos); ok && (!found || p.Less(best)) {
			best, found = p, true
		}
	}
	return best, found
}

func (u union) close() {
	for _, l := range u {
		l.close()
	}
}

func (u union) err() error {
	var errs []error
	for _, l := range u {
		errs = append(errs, l.err())
	}
	return errors.Join(errs...)
}

// intersection is the positions that all its lists have.
type intersection []union

func (x intersection) seek(pos Position) (Position, bool) {
	for agreed := 0; agreed < len(x); {
		for _, l := range x {
			p, ok := l.seek(pos)
			switch {
			case !ok:
				return Position{}, false
			case p == pos:
				agreed++
			default:
				pos, agreed = p, 1
			}
			if agreed >= len(x) {
				break
			}
		}
	}
	return pos, true
}

func (x intersection) close() {
	for _, l := range x {
		l.close()
	}
}

func (x intersection) err() error {
	var errs []error
	for _, l := range x {
		errs = append(errs, l.err())
	}
	return errors.Join(errs...)
}
