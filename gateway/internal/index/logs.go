package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/gateway/internal/view"
)

// ErrTooManyLogs means that a query has more results than its limit. Ask for fewer rounds at a time.
var ErrTooManyLogs = errors.New("index: too many logs")

// Query selects logs. Rounds are inclusive. A log matches when its address is one of Addresses (any, when there are
// none) and, for every position i of Topics, its topic i is one of Topics[i] (any, when that is empty).
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

// Bytes that a log takes beside its data and topics, and after how many bytes a query asks for more room.
const (
	logBytes  = 200
	roomBytes = 256 << 10
)

// Room asks for room for so many more bytes of logs. An error ends the query.
type Room func(bytes int) error

// Logs returns the logs that a query selects, in the order of the chain, or ErrTooManyLogs when there are more than
// limit. It asks for room as they are found, since a log may hold much.
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

// EachLogTx calls f for every transaction that may have logs which a query selects, in the order of the chain, until f
// fails. It reads none of the logs.
func (x *Index) EachLogTx(ctx context.Context, q Query, f func(*view.Block, Position) error) error {
	if err := x.complete(q.From, q.To); err != nil {
		return err
	}
	matches, err := x.matching(ctx, &q, ascending)
	if err != nil {
		return err
	}
	defer matches.close()
	var block *view.Block
	for pos, ok := matches.seek(Position{Round: q.From}); ok && pos.Round <= q.To; pos, ok = matches.seek(pos.next()) {
		if block == nil || block.Number != pos.Round {
			if block, err = x.Block(pos.Round); err != nil {
				return fmt.Errorf("reading round %d: %w", pos.Round, err)
			}
		}
		if err := f(block, pos); err != nil {
			return err
		}
	}
	return matches.err()
}

// LastLog returns the last log that a query selects, or ErrNotFound. However many there are, it reads one transaction's
// logs at a time, from the last on. It asks for room for the largest of them, before it reads it.
func (x *Index) LastLog(ctx context.Context, q Query, room Room) (*types.Log, error) {
	if err := x.complete(q.From, q.To); err != nil {
		return nil, err
	}
	matches, err := x.matching(ctx, &q, descending)
	if err != nil {
		return nil, err
	}
	defer matches.close()
	largest := 0
	end := Position{Round: q.To, Index: math.MaxUint32}
	for pos, ok := matches.seek(end); ok && pos.Round >= q.From; pos, ok = matches.seek(pos.previous()) {
		stored, err := x.ReceiptBytes(pos, 1)
		if err != nil {
			return nil, err
		}
		if stored > largest {
			if err := room(stored - largest); err != nil {
				return nil, err
			}
			largest = stored
		}
		block, err := x.Block(pos.Round)
		if err != nil {
			return nil, fmt.Errorf("reading round %d: %w", pos.Round, err)
		}
		logs, err := x.TxLogs(q, block, pos)
		if err != nil {
			return nil, err
		}
		if len(logs) > 0 {
			return logs[len(logs)-1], nil
		}
		if pos == (Position{}) {
			break
		}
	}
	return nil, cmp.Or(matches.err(), ErrNotFound)
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

// complete refuses ranges of which a part is missing: an answer without it would look whole.
func (x *Index) complete(from, to uint64) error {
	for _, g := range x.Gaps() {
		if from <= g.To && g.From <= to {
			return fmt.Errorf("%w (rounds %d to %d)", ErrPruned, g.From, g.To)
		}
	}
	return nil
}
