package client_test

import (
	"context"
	"crypto/rand"
	"errors"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/protocol/feed"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/use"
)

// telling is a gateway whose logs can be changed, which answers with few at a time, and notes what it was asked.
type telling struct {
	client.Backend
	most   int
	change func([]types.Log) []types.Log
	asked  []ethereum.FilterQuery
	calls  [][]byte
}

// tooMany is how a gateway refuses a question with too many answers.
type tooMany struct{}

func (tooMany) Error() string  { return "too many logs" }
func (tooMany) ErrorCode() int { return -32005 }

func (g *telling) FilterLogs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error) {
	g.asked = append(g.asked, q)
	logs, err := g.Backend.FilterLogs(ctx, q)
	if g.most > 0 && len(logs) > g.most {
		return nil, tooMany{}
	}
	if g.change != nil {
		logs = g.change(slices.Clone(logs))
	}
	return logs, err
}

func (g *telling) CallContract(ctx context.Context, msg ethereum.CallMsg, round *big.Int) ([]byte, error) {
	g.calls = append(g.calls, msg.Data)
	return g.Backend.CallContract(ctx, msg, round)
}

// A dataset's charged jobs are all there, each with the charge on record, or the gateway is found out.
func TestCharged(t *testing.T) {
	w := newWorld(t, nil)
	secret, err := sealed.GenerateKey(sealed.DefaultKEM, rand.Reader)
	w.must(err)
	r := w.charged(secret)
	g := &telling{Backend: w.chain}
	c, err := client.New(t.Context(), g, chainID, w.client.Contracts())
	w.must(err)
	read := func() ([]client.Charged, error) {
		now, err := c.Now(t.Context())
		w.must(err)
		return c.Charged(t.Context(), now, w.story.Dataset)
	}
	for _, g.most = range []int{0, 1} {
		jobs, err := read()
		if err != nil || len(jobs) != 1 {
			t.Fatalf("%d jobs, %v", len(jobs), err)
		}
		want := use.Charge{
			Job: r.Job, Version: use.Version{Dataset: w.story.Dataset, Number: 1}, SubjectsRoot: r.Charge.SubjectsRoot,
			LiveSubjects: r.Charge.LiveSubjects, ProofKey: use.Point(r.Charge.ProofKey),
		}
		if got := jobs[0].Use(); got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
	g.most = 0
	market := w.market().GetABI().Events
	of := func(event string, logs []types.Log) bool {
		return len(logs) > 0 && logs[0].Topics[0] == market[event].ID
	}
	var mismatch *feed.MismatchError
	g.change = func(logs []types.Log) []types.Log {
		if of("FeedAppended", logs) {
			return logs[1:]
		}
		return logs
	}
	if _, err := read(); !errors.As(err, &mismatch) {
		t.Errorf("a gateway that leaves a job out: %v", err)
	}
	g.change = func(logs []types.Log) []types.Log {
		if of("JobCharged", logs) {
			logs[0].Data = slices.Clone(logs[0].Data)
			logs[0].Data[3*32] ^= 1 // the subjects root
		}
		return logs
	}
	if _, err := read(); err == nil {
		t.Error("a gateway that names another subjects root is believed")
	}
}

// The rounds of enrolments are read from the events of all: no question names a person.
func TestFirstChanges(t *testing.T) {
	w := newWorld(t, nil)
	first, second := w.enrol(3), w.enrol(2)
	w.must(w.story.Revoke(t.Context(), first[:1], 2))
	g := &telling{Backend: w.chain}
	c, err := client.New(t.Context(), g, chainID, w.client.Contracts())
	w.must(err)
	now, err := c.Now(t.Context())
	w.must(err)
	g.asked, g.calls = nil, nil
	seen, err := c.FirstChanges(t.Context(), now, w.story.Ledger)
	w.must(err)
	if len(seen) != 5 {
		t.Errorf("%d people changed something, want 5", len(seen))
	}
	for _, p := range slices.Concat(first, second) {
		e, err := w.client.Entry(t.Context(), w.story.Ledger, p.Pseudonym)
		w.must(err)
		if seen[p.Pseudonym] != e.OriginBlock {
			t.Errorf("%s first changed in round %d, was enrolled in %d", p.Pseudonym, seen[p.Pseudonym], e.OriginBlock)
		}
	}
	if len(g.calls) != 0 || len(g.asked) != 1 || len(g.asked[0].Topics) != 1 {
		t.Errorf("asked %+v, with %d calls", g.asked, len(g.calls))
	}
	if _, ok := seen[common.Address{1}]; ok {
		t.Error("a stranger is among them")
	}
}
