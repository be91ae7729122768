package pool

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"net/netip"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/gateway/internal/admission"
)

// wantRefused fails the test when an error does not begin with the words, or is one where there are none.
func wantRefused(t *testing.T, what string, err error, words string) {
	t.Helper()
	if (err == nil) != (words == "") || err != nil && !strings.HasPrefix(err.Error(), words) {
		t.Errorf("%s: got %v, want %q", what, err, words)
	}
}

// A sender pays for all that waits: the last ones would vanish otherwise.
func TestQueuedCost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, w := newPool()
		key := newKey(t, 1)
		submit := func(nonce uint64, price int64) error {
			raw, _ := newTx(t, key, nonce, price)
			_, err := p.Submit(t.Context(), raw)
			return err
		}
		const words = "insufficient funds for gas * price + value: balance 1000000"
		wantRefused(t, "alone", submit(3, 48), words+", tx cost 1008000, overshot 8000")
		wantRefused(t, "the first", submit(3, 28), "") // 588,000
		wantRefused(t, "the second", submit(4, 20), words+", queued cost 588000, tx cost 420000, overshot 8000")
		wantRefused(t, "a cheaper one", submit(4, 19), "")
		wantRefused(t, "in place of the second, too dear", submit(4, 20), words+", queued cost 588000, tx cost 420000")
		wantRefused(t, "in place of the first", submit(3, 29), words+
			", queued cost 399000, tx cost 609000, overshot 8000")
		w.advance(4) // The block that has the first is known, that the pool forgets it not yet.
		wantRefused(t, "after the first was final", submit(5, 28), "")

		// Those that are being submitted count as well.
		other := newKey(t, 2)
		w.advance(0)
		refused := 0
		results := make(chan error, 4)
		for nonce := range uint64(4) {
			raw, _ := newTx(t, other, nonce, 20)
			go func() {
				_, err := p.Submit(t.Context(), raw)
				results <- err
			}()
		}
		for range 4 {
			if err := <-results; err != nil {
				wantRefused(t, "at the same time", err, words)
				refused++
			}
		}
		if refused != 2 {
			t.Errorf("%d of four at a time were refused, want 2", refused)
		}
	})
}

// As many transactions as a sender may have wait for one that is missing, and no more: they pay nothing until it comes.
func TestGapped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, _ := newPool()
		key := newKey(t, 1)
		submit := func(nonce uint64) error {
			raw, _ := newTx(t, key, nonce, 1)
			_, err := p.Submit(t.Context(), raw)
			return err
		}
		p.cfg.Chain = rich{p.cfg.Chain}
		for nonce := range uint64(maxGapped) {
			wantRefused(t, "gapped", submit(4+nonce), "")
		}
		wantRefused(t, "one more", submit(4+maxGapped),
			fmt.Sprintf("account limit exceeded: %d transactions of this sender wait for nonce 3", maxGapped))
		wantRefused(t, "the missing one", submit(3), "")
		wantRefused(t, "the next one", submit(4+maxGapped), "")
	})
}

// What one client has waiting has its bounds, and leaves others theirs.
func TestWaitingBytes(t *testing.T) {
	p, w := newPool()
	key := newKey(t, 1)
	p.cfg.Bytes = admission.NewPool(8*entryBytes, 2*entryBytes)
	submit := func(client, key byte) error {
		ctx, call := admission.WithCall(context.Background(),
			admission.ClientAt(netip.AddrFrom4([4]byte{127, 0, 0, client})))
		defer call.Release()
		raw, _ := newTx(t, newKey(t, key), 3, 1)
		_, err := p.Submit(ctx, raw)
		return err
	}
	wantRefused(t, "one client's", submit(1, 1), "")
	wantRefused(t, "more of it", submit(1, 2), "txpool is full: what this client sent")
	for client := byte(2); client < 8; client++ {
		wantRefused(t, "others'", submit(client, client), "")
	}
	wantRefused(t, "more than all", submit(9, 9), "txpool is full")
	_, tx := newTx(t, key, 3, 1)
	p.Included(round(t, key, tx))
	wantRefused(t, "after it was final", submit(1, 10), "")
	for sender := range p.Senders() {
		for _, entry := range p.Senders()[sender].Pending {
			p.forget(entry.Tx.Hash())
		}
	}
	if n := p.cfg.Bytes.Used(); n != 0 || len(p.senders) != 0 {
		t.Errorf("%d bytes and %d senders are left of nothing", n, len(p.senders))
	}
	// What others gave the node has room of its own.
	p.cfg.Bytes = admission.NewPool(4*entryBytes, 4*entryBytes)
	p.others = admission.NewPool(2*entryBytes, 2*entryBytes)
	for i := range byte(5) {
		raw, _ := newTx(t, newKey(t, 20+i), 3, 1)
		w.others(chain.WrapEthereum(raw))
	}
	if err := p.Refresh(t.Context()); err != nil || p.Stats().Pending != 1 || p.cfg.Bytes.Used() != 0 {
		t.Errorf("%v: %+v, %d bytes", err, p.Stats(), p.cfg.Bytes.Used())
	}
}

// A node that does not tell what its pool holds, or not soon, changes nothing of what is known, and keeps no question
// waiting.
func TestUnknownPool(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, w := newPool()
		key := newKey(t, 1)
		from := crypto.PubkeyToAddress(key.PublicKey)
		next := func() uint64 { return p.NextNonce(t.Context(), from, 3) }
		other, otherTx := newTx(t, key, 3, 1)
		w.others(chain.WrapEthereum(other))
		if n := next(); n != 4 {
			t.Fatalf("next nonce is %d", n)
		}
		w.hide(errors.New("received message larger than max"), 0)
		elapse(time.Minute)
		mine, mineTx := newTx(t, key, 4, 1)
		if _, err := p.Submit(t.Context(), mine); err != nil {
			t.Errorf("submitting: %v", err)
		}
		for range 5 {
			elapse(settleTime)
			if n := next(); n != 5 || !p.knows(otherTx.Hash()) || !p.knows(mineTx.Hash()) {
				t.Errorf("next nonce is %d with a pool that is unknown", n)
			}
		}

		// One that is slow is waited for a little, by one, and then left alone.
		w.hide(nil, 8*time.Second)
		elapse(time.Minute)
		for _, want := range []time.Duration{refreshPatience, 0} {
			begin := time.Now()
			if n := next(); n != 5 || time.Since(begin) != want {
				t.Errorf("next nonce is %d after %s, want 5 after %s", n, time.Since(begin), want)
			}
		}
		elapse(10 * time.Second)
		begin := time.Now()
		for range 8 * refreshShare {
			elapse(time.Second)
			next()
		}
		if took := time.Since(begin); took > 8*refreshShare*time.Second+2*refreshPatience {
			t.Errorf("a slow pool is looked at again and again: %s", took)
		}
		elapse(time.Minute)
	})
}

// rich is a chain on which all have enough.
type rich struct{ Chain }

func (r rich) Account(ctx context.Context, addr common.Address) (uint64, *big.Int, error) {
	nonce, err := r.Nonce(ctx, addr)
	return nonce, big.NewInt(1 << 60), err
}
