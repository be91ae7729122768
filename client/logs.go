package client

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
)

const (
	// logSpan is how many rounds one query for logs covers, unless the gateway wants fewer.
	logSpan = 100_000
	// codeLimit is the error code of a request above a limit (EIP-1474).
	codeLimit = -32005
)

// logs returns the logs that a query selects, from a round to the newest, oldest first. What a gateway gives that the
// query does not select, or in another order, is refused, so that those who read the logs can rely on it. The rounds of
// a query, and the logs of an answer, are bounded by the gateway, and a chain has a round each second for ever: so it
// asks in pieces, of half as many rounds whenever a piece is above the gateway's limit.
func (c *Client) logs(ctx context.Context, from uint64, q ethereum.FilterQuery) ([]types.Log, error) {
	head, err := c.backend.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("reading the newest round: %w", err)
	}
	newest := head.Number.Uint64()
	var found []types.Log
	for span := uint64(logSpan); from <= newest; {
		to := min(newest, from+span-1)
		q.FromBlock, q.ToBlock = new(big.Int).SetUint64(from), new(big.Int).SetUint64(to)
		piece, err := c.filter(ctx, q)
		var refused rpc.Error
		if errors.As(err, &refused) && refused.ErrorCode() == codeLimit && to > from {
			span = (to - from + 1) / 2
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("asking for the events of rounds %d to %d: %w", from, to, err)
		}
		found = append(found, piece...)
		from, span = to+1, min(2*span, logSpan)
	}
	return found, nil
}

// filter asks the gateway for the logs of a range of rounds.
func (c *Client) filter(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error) {
	logs, err := c.backend.FilterLogs(ctx, q)
	if err != nil {
		return nil, err
	}
	for i := range logs {
		if !selects(&q, &logs[i]) {
			return nil, fmt.Errorf(
				"the gateway gives an event that was not asked for, of round %d, by %s in transaction %s: "+
					"use another gateway", logs[i].BlockNumber, logs[i].Address, logs[i].TxHash)
		}
		if i > 0 && !before(&logs[i-1], &logs[i]) {
			return nil, fmt.Errorf("the gateway gives events out of order, in rounds %d and %d: use another gateway",
				logs[i-1].BlockNumber, logs[i].BlockNumber)
		}
	}
	return logs, nil
}

// selects reports whether a query, which names its rounds, selects a log. A topic of the query without alternatives is
// any, but one that is there.
func selects(q *ethereum.FilterQuery, l *types.Log) bool {
	if l.Removed || l.BlockNumber < q.FromBlock.Uint64() || l.BlockNumber > q.ToBlock.Uint64() ||
		!slices.Contains(q.Addresses, l.Address) || len(l.Topics) < len(q.Topics) {
		return false
	}
	for i, topics := range q.Topics {
		if len(topics) > 0 && !slices.Contains(topics, l.Topics[i]) {
			return false
		}
	}
	return true
}

// before reports whether one log comes before another on the chain.
func before(a, b *types.Log) bool {
	return a.BlockNumber < b.BlockNumber || a.BlockNumber == b.BlockNumber && a.Index < b.Index
}
