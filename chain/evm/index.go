package evm

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	ethtypes "github.com/ethereum/go-ethereum/core/types"

	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/chain"
)

const (
	// lookBack is how many rounds before its first use a backend looks for transactions that it has not sent.
	lookBack = 256
	// keep bounds how many receipts a backend remembers.
	keep = 8192
	// resendAfter is how long a transaction may be neither final nor refused before it is sent again: a node that
	// restarts forgets what was in its pool.
	resendAfter = 3 * time.Second
)

// index remembers where recent transactions are, and those that were sent and are nowhere yet.
type index struct {
	chain *chain.Client

	// reading is held while rounds are read, so that they are read once.
	reading sync.Mutex
	next    uint64   // first round that was not read; valid once started
	baseFee *big.Int // the runtime's least gas price; it is part of the chain's genesis
	started bool

	mutex   sync.Mutex
	known   map[common.Hash]*ethtypes.Receipt
	order   []common.Hash // of known, oldest first
	pending map[common.Hash]*sent
}

// sent is a transaction that is on its way.
type sent struct {
	tx   *ethtypes.Transaction
	raw  []byte
	from common.Address
	last time.Time
}

func newIndex(c *chain.Client) *index {
	return &index{chain: c, known: make(map[common.Hash]*ethtypes.Receipt), pending: make(map[common.Hash]*sent)}
}

// start fixes where reading begins, before the first transaction is sent, and returns the base fee.
func (x *index) start(ctx context.Context) (baseFee *big.Int, err error) {
	x.reading.Lock()
	defer x.reading.Unlock()
	err = x.startLocked(ctx)
	return x.baseFee, err
}

func (x *index) startLocked(ctx context.Context) error {
	if x.started {
		return nil
	}
	latest, err := x.chain.LatestRound(ctx)
	if err != nil {
		return err
	}
	prices, err := x.chain.Core().MinGasPrice(ctx, chain.RoundLatest)
	if err != nil {
		return fmt.Errorf("asking for the gas price: %w", err)
	}
	price := prices[types.NativeDenomination]
	x.baseFee = price.ToBigInt()
	x.next = latest - min(latest, lookBack)
	x.started = true
	return nil
}

func (x *index) add(tx *ethtypes.Transaction, raw []byte, from common.Address) {
	x.mutex.Lock()
	defer x.mutex.Unlock()
	x.pending[tx.Hash()] = &sent{tx: tx, raw: raw, from: from, last: time.Now()}
}

func (x *index) drop(hash common.Hash) {
	x.mutex.Lock()
	defer x.mutex.Unlock()
	delete(x.pending, hash)
}

// receipt returns what is known of a transaction without asking the node.
func (x *index) receipt(hash common.Hash) *ethtypes.Receipt {
	x.mutex.Lock()
	defer x.mutex.Unlock()
	return x.known[hash]
}

// lookup returns a transaction that is on its way.
func (x *index) lookup(hash common.Hash) (*sent, bool) {
	x.mutex.Lock()
	defer x.mutex.Unlock()
	s, ok := x.pending[hash]
	return s, ok
}

// nonceAfter returns the nonce that follows those of the transactions on their way from an account.
func (x *index) nonceAfter(account common.Address, nonce uint64) uint64 {
	x.mutex.Lock()
	defer x.mutex.Unlock()
	for hash, s := range x.pending {
		if s.from == account && s.tx.Nonce() < nonce {
			delete(x.pending, hash) // it is final, or another transaction has its nonce
		}
	}
	for {
		next := nonce
		for _, s := range x.pending {
			if s.from == account && s.tx.Nonce() == next {
				next++
			}
		}
		if next == nonce {
			return nonce
		}
		nonce = next
	}
}

// read reads the rounds that have become final since it last did.
func (x *index) read(ctx context.Context) error {
	x.reading.Lock()
	defer x.reading.Unlock()
	if err := x.startLocked(ctx); err != nil {
		return err
	}
	latest, err := x.chain.LatestRound(ctx)
	if err != nil {
		return err
	}
	for ; x.next <= latest; x.next++ {
		found, err := x.readRound(ctx, x.next)
		if err != nil {
			return err
		}
		x.remember(found)
	}
	return nil
}

func (x *index) readRound(ctx context.Context, round uint64) ([]*ethtypes.Receipt, error) {
	block, err := x.chain.Block(ctx, round)
	if err != nil {
		return nil, err
	}
	if block.Header.IORoot.IsEmpty() {
		return nil, nil
	}
	transactions, err := x.chain.Transactions(ctx, round)
	if err != nil {
		return nil, err
	}
	return receipts(&block.Header, transactions, x.baseFee)
}

func (x *index) remember(found []*ethtypes.Receipt) {
	x.mutex.Lock()
	defer x.mutex.Unlock()
	for _, r := range found {
		x.known[r.TxHash] = r
		x.order = append(x.order, r.TxHash)
		delete(x.pending, r.TxHash)
	}
	for len(x.order) > keep {
		delete(x.known, x.order[0])
		x.order = x.order[1:]
	}
}

// resend sends a transaction again if it has been nowhere for a while, after those of its sender that come before it
// and that may never be asked for. Because of their nonces they execute at most once.
func (x *index) resend(ctx context.Context, hash common.Hash) error {
	for _, s := range x.overdue(hash) {
		err := x.chain.SubmitNoWait(ctx, s.raw)
		var rejected *chain.RejectedError
		if errors.As(err, &rejected) && s.tx.Hash() != hash {
			x.drop(s.tx.Hash()) // another one has its nonce, or it cannot be paid
			continue
		}
		if err != nil {
			return fmt.Errorf("sending transaction %s again: %w", s.tx.Hash(), err)
		}
	}
	return nil
}

// overdue lists a transaction and those of its sender before it, in the order of nonces, that have been nowhere for a
// while.
func (x *index) overdue(hash common.Hash) []*sent {
	x.mutex.Lock()
	defer x.mutex.Unlock()
	asked, ok := x.pending[hash]
	if !ok {
		return nil
	}
	var out []*sent
	for _, s := range x.pending {
		if s.from == asked.from && s.tx.Nonce() <= asked.tx.Nonce() && time.Since(s.last) >= resendAfter {
			s.last = time.Now()
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b *sent) int { return cmp.Compare(a.tx.Nonce(), b.tx.Nonce()) })
	return out
}
