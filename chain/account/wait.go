package account

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/internal/retry"
)

const (
	// Polling of receipts: often at first, since most transactions are final within half a second.
	firstPoll = 20 * time.Millisecond
	lastPoll  = 500 * time.Millisecond
	// defaultPatience is that of an account that says nothing else: programs are started again within seconds.
	defaultPatience = 30 * time.Second
	// resendAfter is how long a transaction may be nowhere before it is sent again: a node that restarts forgets what
	// was in its pool, and so does a gateway. Because of its nonce it executes at most once.
	resendAfter = 3 * time.Second
	// stalledAfter is how long an account's nonce may stand still while one of its transactions waits.
	stalledAfter = time.Minute
	// lostAfter is how often in a row a transaction's nonce is found used, and the transaction nowhere, before it
	// counts as lost: an index may be a little behind the state.
	lostAfter = 5
)

var (
	// ErrLost comes when another transaction of the same account has a transaction's nonce: another program sends from
	// this key, or did before a crash. It will never be final. Look at the chain, and send again what is still to be
	// done.
	ErrLost = errors.New("another transaction of the account has its nonce")

	// ErrStalled comes when nothing of the account becomes final: an earlier transaction is missing, or the chain has
	// halted. The transaction may become final later. Look at the chain, and send again what is still to be done.
	ErrStalled = errors.New("nothing of the account became final for a minute")
)

// Wait waits until a transaction is final, or cannot become so any more. It goes on while the chain is away for a
// moment, and sends the transaction again when the chain has forgotten it.
func (a *Account) Wait(ctx context.Context, tx *types.Transaction) (*types.Receipt, error) {
	now := time.Now()
	w := waiting{account: a, tx: tx, answered: now, sent: now, moved: now}
	receipt, err := w.run(ctx)
	if err != nil {
		a.forget()
		return nil, fmt.Errorf("waiting for transaction %s: %w", tx.Hash(), err)
	}
	return receipt, nil
}

// waiting is one transaction that is waited for.
type waiting struct {
	account *Account
	tx      *types.Transaction

	answered time.Time // when the chain last did
	sent     time.Time // when the transaction last was
	moved    time.Time // when the account's nonce last did
	nonce    uint64    // at that time
	missing  int       // how often in a row the nonce was used and the transaction nowhere
}

func (w *waiting) run(ctx context.Context) (*types.Receipt, error) {
	for polls := retry.GrowingBy(1.25, firstPoll, lastPoll, 0); ; {
		wait := polls.Next()
		receipt, err := w.account.backend.TransactionReceipt(ctx, w.tx.Hash())
		switch {
		case err == nil:
			return receipt, nil
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case errors.Is(err, ethereum.NotFound), strings.Contains(err.Error(), "indexing"):
			w.answered = time.Now()
			// Once polls are far apart, it is time to ask whether it is still to come.
			if wait == lastPoll {
				err = w.look(ctx)
			} else {
				err = nil
			}
		case unavailable(err):
			w.moved = time.Now() // nothing is known of it
		}
		if err != nil && !unavailable(err) {
			return nil, err
		}
		if time.Since(w.answered) > w.patience() {
			return nil, err
		}
		if err := retry.Wait(ctx, wait); err != nil {
			return nil, err
		}
	}
}

func (w *waiting) patience() time.Duration {
	if w.account.Patience > 0 {
		return w.account.Patience
	}
	return defaultPatience
}

// look finds out whether a transaction that is in no block may still come into one, and sends it again if so.
func (w *waiting) look(ctx context.Context) error {
	nonce, err := w.account.backend.NonceAt(ctx, w.account.address, nil)
	switch {
	case err != nil && ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return nil // the next poll says more
	case nonce > w.tx.Nonce():
		if w.missing++; w.missing >= lostAfter {
			return ErrLost
		}
		return nil
	}
	w.missing = 0
	if nonce != w.nonce {
		w.nonce, w.moved = nonce, time.Now()
	}
	if time.Since(w.moved) > stalledAfter {
		return ErrStalled
	}
	if time.Since(w.sent) >= resendAfter {
		// That it is refused is no news: the chain has it, or had it just now.
		w.sent = time.Now()
		_ = w.account.backend.SendTransaction(ctx, w.tx)
	}
	return nil
}

// codeUnavailable is a gateway's error for a node that is away.
const codeUnavailable = -32002

// unavailable tells whether an error says that the chain does not answer for now: the gateway or the node is away.
func unavailable(err error) bool {
	var (
		node      *chain.UnreachableError
		request   *url.Error
		operation *net.OpError
		status    rpc.HTTPError
		coded     rpc.Error
	)
	switch {
	case err == nil:
		return false
	case errors.As(err, &node), errors.As(err, &request), errors.As(err, &operation):
		return true
	case errors.As(err, &status):
		return status.StatusCode >= http.StatusBadGateway && status.StatusCode <= http.StatusGatewayTimeout
	case errors.As(err, &coded):
		return coded.ErrorCode() == codeUnavailable
	}
	return false
}
