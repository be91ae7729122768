package client_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/tee/enclave"
)

// limited is a gateway that bounds the rounds of a query and the logs of an answer, as gateways do.
type limited struct {
	client.Backend
	rounds  uint64
	results int
	queries int
}

// limitError is what a gateway says to a query above a limit.
type limitError struct{}

func (limitError) Error() string  { return "ask for fewer" }
func (limitError) ErrorCode() int { return -32005 }

func (l *limited) FilterLogs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error) {
	l.queries++
	head, err := l.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, err
	}
	from, to := uint64(0), head.Number.Uint64()
	if q.FromBlock != nil {
		from = q.FromBlock.Uint64()
	}
	if q.ToBlock != nil {
		to = q.ToBlock.Uint64()
	}
	if to-from+1 > l.rounds {
		return nil, limitError{}
	}
	logs, err := l.Backend.FilterLogs(ctx, q)
	if len(logs) > l.results {
		return nil, limitError{}
	}
	return logs, err
}

// What is read from events can be read however long the chain is, and however many events there are.
func TestEventsBeyondTheGatewaysLimits(t *testing.T) {
	ctx := t.Context()
	w := newWorld(t, nil)
	secret, err := sealed.GenerateKey(sealed.DefaultKEM, rand.Reader)
	w.must(err)
	r := w.charged(secret)
	for range 40 {
		w.must(w.chain.Tick())
	}
	open, ciphertext := opening.Key{7}, []byte("a ciphertext")
	r.Result, r.Ciphertext, r.Size = common.Hash{5}, receipt.HashBytes(ciphertext), uint64(len(ciphertext))
	r.Opening = open.Commitment()
	signed, err := r.Sign(w.client.MarketDomain(), w.enclave.Signing())
	w.must(err)
	w.send(w.operator, w.contracts.Market.Address,
		w.market().PackSeal(r.Job, solidity.FromReceipt(r), signed.Signature[:], ciphertext))
	for range 40 {
		w.must(w.chain.Tick())
	}
	w.send(w.operator, w.contracts.Market.Address, w.market().PackOpen(r.Job, open))
	people, err := w.client.Pseudonyms(ctx, w.story.Ledger)
	w.must(err)
	head := w.chain.Latest().Number

	for _, limits := range []limited{{rounds: 7, results: 1}, {rounds: 1, results: 1}, {rounds: head + 1, results: 1}} {
		gateway := &limits
		gateway.Backend = w.chain
		c, err := client.New(ctx, gateway, chainID, w.client.Contracts())
		w.must(err)
		if got, err := c.Pseudonyms(ctx, w.story.Ledger); err != nil || len(got) == 0 || !slices.Equal(got, people) {
			t.Errorf("%d rounds at once: pseudonyms %v, %v; want %v", limits.rounds, got, err, people)
		}
		if got, err := c.Workers(ctx); err != nil || len(got) != 1 || got[0].Enclave != w.enclave.Address() {
			t.Errorf("%d rounds at once: workers %v, %v", limits.rounds, got, err)
		}
		if got, err := c.Evidence(ctx, w.enclave.Address(), r.Quote); err != nil || receipt.HashBytes(got) != r.Quote {
			t.Errorf("%d rounds at once: evidence of %d bytes, %v", limits.rounds, len(got), err)
		}
		if got, err := c.Parameters(ctx, r.Job); err != nil || len(got) == 0 {
			t.Errorf("%d rounds at once: parameters %q, %v", limits.rounds, got, err)
		}
		d, err := c.Delivery(ctx, r.Job)
		if err != nil || !bytes.Equal(d.Ciphertext, ciphertext) || d.Opening == nil || *d.Opening != open {
			t.Errorf("%d rounds at once: delivered %+v, %v", limits.rounds, d, err)
		}
		// Seven questions; at worst every piece that is answered follows one that was too large.
		if most := 7 * int(2*head+20); gateway.queries > most {
			t.Errorf("%d rounds at once: %d queries, at most %d", limits.rounds, gateway.queries, most)
		}
	}
	// A round whose own events are too many is refused, and asked for once.
	gateway := &limited{Backend: w.chain, rounds: head + 1}
	c, err := client.New(ctx, gateway, chainID, w.client.Contracts())
	w.must(err)
	var limit limitError
	if got, err := c.Workers(ctx); !errors.As(err, &limit) || gateway.queries > 64 {
		t.Errorf("workers %v, %v, after %d queries", got, err, gateway.queries)
	}
}

// What a gateway gives that was not asked for, or in another order, is refused wherever events are read.
func TestEventsThatWereNotAskedFor(t *testing.T) {
	ctx := t.Context()
	w := newWaits(t, 2, nil)
	id := w.post(1000)
	w.must(w.story.Approve(ctx, id))
	w.attest()
	w.later(5 * time.Minute)
	var err error
	w.enclave, err = enclave.Generate(rand.Reader)
	w.must(err)
	w.attest()
	w.later(5 * time.Minute)
	g := &telling{Backend: w.chain}
	c, err := client.New(ctx, g, chainID, w.client.Contracts())
	w.must(err)
	now, err := c.Now(ctx)
	w.must(err)
	j, err := c.Posted(ctx, now, id)
	w.must(err)
	each := func(change func(*types.Log)) func([]types.Log) []types.Log {
		return func(logs []types.Log) []types.Log {
			for i := range logs {
				logs[i].Topics = slices.Clone(logs[i].Topics) // which are the chain's own
				change(&logs[i])
			}
			return logs
		}
	}
	for name, lie := range map[string]func([]types.Log) []types.Log{
		"no topics": each(func(l *types.Log) { l.Topics = nil }),
		"a topic less": each(func(l *types.Log) {
			if asked := len(g.asked[len(g.asked)-1].Topics); asked > 1 {
				l.Topics = l.Topics[:asked-1]
			}
		}),
		"another event":    each(func(l *types.Log) { l.Topics[0] = common.Hash{1} }),
		"another contract": each(func(l *types.Log) { l.Address = common.Address{1} }),
		"a later round":    each(func(l *types.Log) { l.BlockNumber += 1 << 40 }),
		"taken back":       each(func(l *types.Log) { l.Removed = true }),
		"twice":            func(logs []types.Log) []types.Log { return append(logs, logs...) },
		"another order":    func(logs []types.Log) []types.Log { slices.Reverse(logs); return logs },
	} {
		g.change = lie
		if got, err := c.Waits(now).Of(ctx, j); err == nil {
			t.Errorf("%s: the job waits for %+v", name, got.For)
		}
		if got, err := c.Workers(ctx); err == nil && name != "a topic less" { // only one topic is asked for
			t.Errorf("%s: %d workers", name, len(got))
		}
	}
	g.change = nil
	if got, err := c.Waits(now).Of(ctx, j); err != nil || got.For != client.ForWorker {
		t.Errorf("of an honest gateway: %+v, %v", got, err)
	}
}
