package broker_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/chain/light/verified"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/protocol/proof/prooftest"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/enclave"
)

// unconfirmed is a view whose node tells of a round that the chain does not have.
type unconfirmed struct{ *world }

func (unconfirmed) Confirm(context.Context, *contracts.Told) (*contracts.Open, error) {
	return nil, light.ErrForged
}

// Nothing leaves that was decided by a round which the chain turns out not to have: no key, no refusal under the
// broker's signature, and no entry in its journal.
func TestNothingLeavesByAnUnconfirmedRound(t *testing.T) {
	grant := func(*release.Request, *tee.Evidence) {}
	refuse := func(rq *release.Request, _ *tee.Evidence) { rq.Operator = common.Address{7} }
	for name, move := range map[string]func(*release.Request, *tee.Evidence){"a grant": grant, "a refusal": refuse} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, options{})
			w.config.View = unconfirmed{w}
			wrapped, _, err := w.ask(w.broker(), move)
			var refusal *release.Refusal
			if wrapped != nil || !errors.Is(err, light.ErrForged) || errors.As(err, &refusal) {
				t.Errorf("it answered %x, %v", wrapped, err)
			}
			if entries, err := journal.Read(w.journal); err != nil || len(entries) != 0 {
				t.Errorf("the journal says %+v, %v", entries, err)
			}
		})
	}
}

// saidFinal is a sender whose node says that whatever was sent is final in a round of its choice.
type saidFinal struct {
	sender
	round uint64
	sent  chan struct{}
}

func (s saidFinal) Send(context.Context, common.Address, *big.Int, []byte) (uint64, error) {
	close(s.sent)
	return s.round, nil
}

// state returns all that the chain's newest state has.
func (w *world) state() map[string][]byte {
	w.t.Helper()
	out := make(map[string][]byte)
	tree := w.chain.Tree(w.chain.Latest())
	defer tree.Close()
	it := tree.NewIterator(w.t.Context(), mkvs.IteratorPrefetch(1000))
	defer it.Close()
	for it.Rewind(); it.Valid(); it.Next() {
		out[string(it.Key())] = append([]byte{}, it.Value()...)
	}
	w.must(it.Err())
	return out
}

// forgery is the network of a broker whose host has a friend who proposes blocks. In its own state, which no round of
// the chain has, a job is claimed, and the release of its key recorded.
type forgery struct {
	*world
	chain, made    *prooftest.Network
	node           *prooftest.Node
	claimed, final uint64 // rounds of the forged state
	bound          enclave.Network
}

func newForgery(t *testing.T, p *prooftest.Proposal) *forgery {
	t.Helper()
	w := newWorld(t, options{})
	f := &forgery{world: w, bound: w.network()}
	claimed, top := w.state(), w.chain.Latest().Number
	now := w.open(w.chain.Latest())
	defer now.Close()
	input, err := now.Releasing(t.Context(), w.current())
	w.must(err)
	_, err = sender{w, w.brokerKey}.Send(t.Context(), w.contracts.JobMarket, nil, input)
	w.must(err)
	released := w.state()

	cfg := prooftest.Config{Validators: 4, Genesis: w.now.Add(-time.Duration(top+8) * time.Second)}
	f.chain, f.made = prooftest.New(t, cfg), prooftest.New(t, cfg)
	f.chain.Byzantine(p, func(height int64) hash.Hash { return f.made.ConsensusRoot(height).Hash })
	for last := uint64(0); last < top; {
		last = f.round(prooftest.Write{Key: []byte("round"), Value: fmt.Append(nil, last)})
	}
	f.final = f.round(changes(released, nil)...)
	f.claimed = f.round(changes(claimed, released)...)
	f.chain.Byzantine(nil, nil)
	f.node = f.chain.Node()
	f.node.Consensus = prooftest.Either(f.made.ConsensusState(), f.chain.ConsensusState())
	f.node.Runtime = prooftest.Either(f.made.RuntimeState(), f.chain.RuntimeState())
	return f
}

// round adds a round to the forged state, and another to the chain.
func (f *forgery) round(writes ...prooftest.Write) uint64 {
	h := f.made.Round(writes...)
	f.chain.Round(prooftest.Write{Key: []byte("the chain's own"), Value: fmt.Append(nil, h.Round)})
	return h.Round
}

// changes are what makes one state of another.
func changes(to, from map[string][]byte) (out []prooftest.Write) {
	for k, v := range to {
		out = append(out, prooftest.Write{Key: []byte(k), Value: v})
	}
	for k := range from {
		if _, ok := to[k]; !ok {
			out = append(out, prooftest.Write{Key: []byte(k)})
		}
	}
	return out
}

// One proposer of four and the node of the broker's host do not get a dataset's key, for a job, a policy and a claim
// that the chain has never seen: whatever the block states, and whatever the node tells.
func TestAProposerGetsNoKey(t *testing.T) {
	for _, p := range prooftest.Proposals() {
		if !p.Passes {
			continue
		}
		for _, tells := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, told: %v", p.Name, tells), func(t *testing.T) {
				f := newForgery(t, &p)
				if tells {
					f.node.Told = cbor.Marshal(f.made.Header(f.claimed))
				}
				now := func() time.Time { return f.chain.Block(f.chain.Height()).Header.Time }
				w, err := light.Open(t.Context(), light.Config{Root: *f.chain.Root(1), Node: f.node, Now: now})
				f.must(err)
				f.config.View = verified.New(w, f.reader)
				sent := make(chan struct{})
				f.config.Sender = saidFinal{sender{f.world, f.brokerKey}, f.final, sent}
				b := f.broker()

				done := make(chan error, 1)
				go func() {
					_, _, err := f.ask(b, func(_ *release.Request, e *tee.Evidence) {
						var err error
						*e, err = f.keys.Attest(t.Context(), f.issuer, f.bound, e.Nonce)
						f.must(err)
					})
					done <- err
				}()
				judged := false
				select {
				case err = <-done:
				case <-sent:
					judged = true
				}
				for judged && err == nil { // the chain goes on
					select {
					case err = <-done:
						judged = err != nil
					default:
						f.chain.NextBlock()
						if _, err := w.Update(t.Context()); err != nil {
							t.Fatal(err)
						}
					}
				}
				if err == nil {
					t.Fatal("the broker released the key")
				}
				var refusal *release.Refusal
				if errors.As(err, &refusal) {
					t.Errorf("the broker signed a refusal: %v", err)
				}
				if judged != tells { // else the broker found another fault, and the test tells nothing
					t.Errorf("the broker judged that it could record the release: %v, want %v: %v", judged, tells, err)
				}
			})
		}
	}
}
