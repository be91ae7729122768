package evm

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	ethtypes "github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/event"

	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"

	"github.com/assent-network/assent/chain"
)

// MaxLogRange is the most rounds that FilterLogs reads in one call. The gateway has an index for more.
const MaxLogRange = 10_000

// FilterLogs returns the logs of a range of rounds that match a query.
func (b *Backend) FilterLogs(ctx context.Context, q ethereum.FilterQuery) ([]ethtypes.Log, error) {
	if q.BlockHash != nil {
		return nil, errors.New("filtering logs by block hash: name the block by its number")
	}
	latest, err := b.chain.LatestRound(ctx)
	if err != nil {
		return nil, err
	}
	from, err := round(q.FromBlock)
	if err != nil {
		return nil, err
	}
	to, err := round(q.ToBlock)
	if err != nil {
		return nil, err
	}
	if from == chain.RoundLatest {
		from = latest
	}
	to = min(to, latest)
	if to >= from && to-from >= MaxLogRange {
		return nil, fmt.Errorf("filtering the logs of %d rounds: ask for at most %d at once, or ask a gateway", to-from+
			1, MaxLogRange)
	}
	var logs []ethtypes.Log
	for r := from; r <= to; r++ {
		blk, err := b.chain.Block(ctx, r)
		if err != nil {
			return nil, err
		}
		found, err := b.logsOf(ctx, blk, q)
		if err != nil {
			return nil, err
		}
		logs = append(logs, found...)
	}
	return logs, nil
}

func (b *Backend) logsOf(ctx context.Context, blk *block.Block, q ethereum.FilterQuery) ([]ethtypes.Log, error) {
	if blk.Header.IORoot.IsEmpty() {
		return nil, nil
	}
	transactions, err := b.chain.Transactions(ctx, blk.Header.Round)
	if err != nil {
		return nil, err
	}
	baseFee, err := b.seen.start(ctx)
	if err != nil {
		return nil, err
	}
	found, err := receipts(&blk.Header, transactions, baseFee)
	if err != nil {
		return nil, err
	}
	var logs []ethtypes.Log
	for _, r := range found {
		for _, l := range r.Logs {
			if matches(l, q) {
				logs = append(logs, *l)
			}
		}
	}
	return logs, nil
}

// matches tells whether a log has one of the addresses and, at each position, one of the topics.
func matches(l *ethtypes.Log, q ethereum.FilterQuery) bool {
	if len(q.Addresses) > 0 && !slices.Contains(q.Addresses, l.Address) {
		return false
	}
	if len(q.Topics) > len(l.Topics) {
		return false
	}
	for i, any := range q.Topics {
		if len(any) > 0 && !slices.ContainsFunc(any, func(t common.Hash) bool { return t == l.Topics[i] }) {
			return false
		}
	}
	return true
}

// SubscribeFilterLogs sends the logs that match a query as blocks become final, from FromBlock on if that is given. It
// goes on when the node restarts and misses nothing.
func (b *Backend) SubscribeFilterLogs(ctx context.Context, q ethereum.FilterQuery,
	ch chan<- ethtypes.Log) (ethereum.Subscription, error) {
	from, err := round(q.FromBlock)
	if err != nil {
		return nil, err
	}
	if from == chain.RoundLatest {
		latest, err := b.chain.LatestRound(ctx)
		if err != nil {
			return nil, err
		}
		from = latest + 1
	}
	return event.NewSubscription(func(quit <-chan struct{}) error {
		// The context given is for the call alone, as in go-ethereum.
		ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
		defer cancel()
		go func() {
			select {
			case <-quit:
				cancel()
			case <-ctx.Done():
			}
		}()
		for blk, err := range b.chain.Blocks(ctx, from) {
			if err != nil {
				return ended(quit, err)
			}
			logs, err := b.logsWhenUp(ctx, blk, q)
			if err != nil {
				return ended(quit, err)
			}
			for _, l := range logs {
				select {
				case ch <- l:
				case <-quit:
					return nil
				}
			}
		}
		return nil
	}), nil
}

// logsWhenUp reads a block's logs and waits for a node that restarts meanwhile.
func (b *Backend) logsWhenUp(ctx context.Context, blk *block.Block, q ethereum.FilterQuery) ([]ethtypes.Log, error) {
	for {
		logs, err := b.logsOf(ctx, blk, q)
		var unreachable *chain.UnreachableError
		if err == nil || !errors.As(err, &unreachable) {
			return logs, err
		}
		if err := b.chain.WaitReady(ctx); err != nil {
			return nil, err
		}
	}
}

// ended is the error of a subscription: none if its user has ended it.
func ended(quit <-chan struct{}, err error) error {
	select {
	case <-quit:
		return nil
	default:
		return err
	}
}
