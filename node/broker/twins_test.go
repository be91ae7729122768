package broker_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"math"
	"math/big"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/broker"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/tee/enclave"
)

// twin is another instance of the broker, with the same account and a journal of its own.
type twin struct {
	*broker.Broker
	journal string
}

// twin makes an instance; move changes its configuration.
func (w *world) twin(move func(c *broker.Config)) *twin {
	w.t.Helper()
	path := filepath.Join(w.t.TempDir(), "journal")
	log, err := journal.Open(path)
	w.must(err)
	w.t.Cleanup(func() { log.Close() })
	config := w.config
	config.Journal = log
	if move != nil {
		move(&config)
	}
	b, err := broker.New(config)
	w.must(err)
	return &twin{b, path}
}

// releases is how many releases are in the journal.
func (w *world) releases(t *twin) (n int) {
	w.t.Helper()
	entries, err := journal.Read(t.journal)
	w.must(err)
	for _, e := range entries {
		if !e.Granted || e.Reason != "released" || e.Job != w.job || e.Enclave != w.keys.Address() {
			w.t.Errorf("the journal has %+v", e)
		}
		n++
	}
	return n
}

// opens checks that a release gives the dataset's key to the worker.
func (w *world) opens(wrapped []byte, nonce common.Hash, err error) {
	w.t.Helper()
	w.must(err)
	got, err := release.Unwrap(wrapped, w.keys.Decryption(), w.job, w.keys.Address(), nonce)
	w.must(err)
	if !bytes.Equal(got.FileKey, w.fileKey()) {
		w.t.Error("the key that was released is not that of the job's file")
	}
	at, err := w.At(w.t.Context(), got.Round)
	w.must(err)
	defer at.Close()
	j, err := at.Job(w.t.Context(), w.job)
	w.must(err)
	if j.ReleasedAt == 0 {
		w.t.Errorf("round %d, which came with the key, does not show the release", got.Round)
	}
}

// spent checks that the job's budget was spent once.
func (w *world) spent() {
	w.t.Helper()
	now, err := w.Latest(w.t.Context())
	w.must(err)
	defer now.Close()
	budget, err := now.Budget(w.t.Context(), w.story.Dataset)
	w.must(err)
	if budget.Used().Rho != 1000 {
		w.t.Errorf("budget %+v, want 1000 spent", budget)
	}
}

// hooked is a sender that does something before it sends, and something after.
type hooked struct {
	broker.Sender
	before func(ctx context.Context)
	after  func(round uint64, err error) (uint64, error)
}

func (h hooked) Send(ctx context.Context, to common.Address, value *big.Int, input []byte) (uint64, error) {
	if h.before != nil {
		h.before(ctx)
	}
	round, err := h.Sender.Send(ctx, to, value, input)
	if h.after != nil {
		return h.after(round, err)
	}
	return round, err
}

var errDead = errors.New("the instance has died")

// TestOneDiesMidRelease: whenever an instance dies, the other gives the key, and the release is on record once.
func TestOneDiesMidRelease(t *testing.T) {
	for name, c := range map[string]struct {
		dies func(w *world, c *broker.Config)
		made uint64 // rounds that the second makes: one when nothing was on record
	}{
		"before it records": {dies: func(w *world, c *broker.Config) {
			c.Sender = hooked{Sender: dead{c.Sender}}
		}, made: 1},
		"between record and journal": {dies: func(w *world, c *broker.Config) {
			c.Sender = hooked{Sender: c.Sender, after: func(uint64, error) (uint64, error) { return 0, errDead }}
		}},
		"before it verified the record": {dies: func(w *world, c *broker.Config) {
			c.View = blind{w}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, options{})
			first, second := w.twin(func(config *broker.Config) { c.dies(w, config) }), w.twin(nil)
			if wrapped, _, err := w.ask(first.Broker, nil); err == nil || wrapped != nil {
				t.Fatalf("the first gave the key all the same: %v", err)
			}
			before := w.chain.Latest().Number
			wrapped, nonce, err := w.ask(second.Broker, nil)
			w.opens(wrapped, nonce, err)
			if made := w.chain.Latest().Number - before; made != c.made {
				t.Errorf("the second made %d rounds, want %d", made, c.made)
			}
			if w.releases(first) != 0 || w.releases(second) != 1 {
				t.Error("each journal has what left its own instance")
			}
			w.spent()
		})
	}
}

// dead sends nothing.
type dead struct{ broker.Sender }

func (dead) Send(context.Context, common.Address, *big.Int, []byte) (uint64, error) {
	return 0, errDead
}

// blind is a view that ends with what it has.
type blind struct{ *world }

func (b blind) At(context.Context, uint64) (*contracts.Open, error) { return nil, errDead }

// TestBothRecordAtOnce: the chain refuses the second record, and the instance that was slower does what it does after
// its own.
func TestBothRecordAtOnce(t *testing.T) {
	w := newWorld(t, options{})
	first := w.twin(nil)
	var round uint64
	second := w.twin(func(c *broker.Config) {
		c.Sender = hooked{Sender: c.Sender, before: func(context.Context) {
			wrapped, nonce, err := w.ask(first.Broker, nil)
			w.opens(wrapped, nonce, err)
			round = w.chain.Latest().Number
		}}
	})
	wrapped, nonce, err := w.ask(second.Broker, nil)
	w.opens(wrapped, nonce, err)
	if round == 0 || w.chain.Latest().Number != round {
		t.Error("the second made a round of its own")
	}
	if w.releases(first) != 1 || w.releases(second) != 1 {
		t.Error("both gave the key, and one of the journals does not say so")
	}
	w.spent()
}

// TestTheOtherWasFarFaster: the job is charged by the time that the slower instance records.
func TestTheOtherWasFarFaster(t *testing.T) {
	w := newWorld(t, options{})
	first := w.twin(nil)
	second := w.twin(func(c *broker.Config) {
		c.Sender = hooked{Sender: c.Sender, before: func(ctx context.Context) {
			wrapped, nonce, err := w.ask(first.Broker, nil)
			w.opens(wrapped, nonce, err)
			now, err := w.Latest(ctx)
			w.must(err)
			defer now.Close()
			j, err := now.Job(ctx, w.job)
			w.must(err)
			_, err = sender{w, w.operator}.Send(ctx, w.contracts.JobMarket, nil,
				bindings.NewJobMarket().PackCharge(w.job, j.ClaimRound, bindings.IJobMarketCharge{
					Inputs: common.Hash{1}, ConsentRound: j.ConsentRound, ConsentRoot: common.Hash{2}, LiveSubjects: 4,
					Rho: 1000, Moment: 1,
					Noise: common.Hash{3},
				}))
			w.must(err)
		}}
	})
	wrapped, nonce, err := w.ask(second.Broker, nil)
	w.opens(wrapped, nonce, err)
	w.spent()
}

// TestTheJobTookAnotherCourse: what the chain refuses for other reasons stays refused, and no key leaves.
func TestTheJobTookAnotherCourse(t *testing.T) {
	for name, happens := range map[string]func(w *world, first *twin){
		"the claim was given up": func(w *world, _ *twin) {
			w.must(w.giveBack())
		},
		"the other released and handed over to the next enclave": func(w *world, first *twin) {
			_, _, err := w.ask(first.Broker, nil)
			w.must(err)
			kept := w.keys
			w.keys, err = enclave.Generate(rand.Reader)
			w.must(err)
			w.register()
			_, _, err = w.ask(first.Broker, nil)
			w.must(err)
			w.keys = kept
		},
		"the dataset was stopped": func(w *world, _ *twin) {
			_, err := w.client.Stop(w.t.Context(), w.story.Custodian, w.story.Dataset)
			w.must(err)
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, options{})
			first := w.twin(nil)
			second := w.twin(func(c *broker.Config) {
				c.Sender = hooked{Sender: c.Sender, before: func(context.Context) { happens(w, first) }}
			})
			wrapped, _, err := w.ask(second.Broker, nil)
			var refusal *release.Refusal
			if err == nil || errors.As(err, &refusal) || wrapped != nil {
				t.Errorf("released, or decided: %v", err)
			}
			if w.releases(second) != 0 {
				t.Error("the journal has a release")
			}
		})
	}
}

// recordAgain returns the chain's refusal of a second record.
func (w *world) recordAgain() error {
	w.t.Helper()
	now, err := w.Latest(w.t.Context())
	w.must(err)
	defer now.Close()
	j, err := now.Job(w.t.Context(), w.job)
	w.must(err)
	input := bindings.NewJobMarket().PackRecordRelease(w.job, j.Enclave, j.ClaimRound, math.MaxUint64, math.MaxUint64)
	_, err = sender{w, w.brokerKey}.Send(w.t.Context(), w.contracts.JobMarket, nil, input)
	if !errors.Is(err, solidity.ErrJobReleased) {
		w.t.Fatalf("recorded twice: %v", err)
	}
	return err
}

// TestAReleaseToAnotherEnclaveIsAnother: the other instance recorded the release and handed the job over in the time of
// one round. What is on record then is not what this instance judged.
func TestAReleaseToAnotherEnclaveIsAnother(t *testing.T) {
	w := newWorld(t, options{})
	first := w.twin(nil)
	var refused error
	second := w.twin(func(c *broker.Config) {
		c.View = leaping{w}
		c.Sender = hooked{Sender: dead{c.Sender}, after: func(uint64, error) (uint64, error) {
			_, _, err := w.ask(first.Broker, nil)
			w.must(err)
			refused = w.recordAgain()
			kept := w.keys
			w.keys, err = enclave.Generate(rand.Reader)
			w.must(err)
			w.register()
			_, _, err = w.ask(first.Broker, nil)
			w.must(err)
			w.keys = kept
			return 0, refused
		}}
	})
	if wrapped, _, err := w.ask(second.Broker, nil); !errors.Is(err, refused) || wrapped != nil {
		t.Errorf("released to an enclave that is no longer the job's: %v", err)
	}
}

// leaping is a view that sees the newest round whichever it waits for.
type leaping struct{ *world }

func (l leaping) At(ctx context.Context, _ uint64) (*contracts.Open, error) { return l.Latest(ctx) }

// TestANodeSaysThatItWasRecorded: its word is not enough.
func TestANodeSaysThatItWasRecorded(t *testing.T) {
	w := newWorld(t, options{})
	liar := w.twin(nil)
	_, _, err := w.ask(liar.Broker, nil)
	w.must(err)
	refused := w.recordAgain() // a refusal as a node gives it

	w = newWorld(t, options{})
	ctx, cancel := context.WithCancel(t.Context())
	b := w.twin(func(c *broker.Config) {
		c.View = patient{w}
		c.Sender = hooked{Sender: dead{c.Sender}, after: func(uint64, error) (uint64, error) {
			cancel()
			return 0, refused
		}}
	})
	before := w.chain.Latest().Number
	wrapped, _, err := w.askIn(ctx, b.Broker, nil)
	if err == nil || wrapped != nil {
		t.Errorf("released on a node's word: %v", err)
	}
	if w.chain.Latest().Number != before || w.releases(b) != 0 {
		t.Error("something is on record")
	}
}

// patient is a view that waits for rounds that lie ahead.
type patient struct{ *world }

func (p patient) At(ctx context.Context, round uint64) (*contracts.Open, error) {
	if round > p.chain.Latest().Number {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return p.world.At(ctx, round)
}
