package client

import (
	"context"
	"errors"
	"fmt"
	"math/big"

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

// logs returns the logs that a query selects, from a round to the newest, oldest first. The rounds of a query, and the
// logs of an answer, are bounded by the gateway, and a chain has a round each second for ever: so it asks in pieces, of
// half as many rounds whenever a piece is above the gateway's limit.
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
		piece, err := c.backend.FilterLogs(ctx, q)
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
