package jobs_test

import (
	"context"
	"math/big"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	sdktypes "github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/client/chain"
	"github.com/assent-network/assent/localnet/accounts"
	"github.com/assent-network/assent/localnet/fault"
	"github.com/assent-network/assent/protocol/job"
)

// liar is a node that lies when it is told to.
type liar struct {
	*fault.MessageProxy

	mu   sync.Mutex
	lie  fault.MessageHook // nil when it is honest
	told int               // how many lies it has told
	past map[string][]byte // what it said last by method, while it was honest
}

// startLiar starts a node that passes everything on until it is told to lie.
func startLiar(t testing.TB, s *study) *liar {
	t.Helper()
	l := &liar{past: make(map[string][]byte)}
	l.MessageProxy = must(fault.NewMessageProxy(filepath.Join(shortDir(t), "node.sock"), s.net.Socket(), l.pass))(t)
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

func (l *liar) pass(ctx context.Context, m fault.Message) ([]byte, error) {
	l.mu.Lock()
	lie := l.lie
	if lie == nil && m.Direction == fault.ToClient {
		l.past[m.Method] = m.Data
	}
	l.mu.Unlock()
	if lie == nil {
		return m.Data, nil
	}
	data, err := lie(ctx, m)
	if err != nil || string(data) != string(m.Data) {
		l.mu.Lock()
		l.told++
		l.mu.Unlock()
	}
	return data, err
}

// tell has the node lie from now on, and nil be honest again.
func (l *liar) tell(lie fault.MessageHook) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lie, l.told = lie, 0
}

// lies is how many lies were told since the node was told to.
func (l *liar) lies() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.told
}

// said is what the node said last to a call while it was honest.
func (l *liar) said(method string) []byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.past[method]
}

// flips changes one bit of every answer to calls of some methods.
func flips(methods ...string) fault.MessageHook {
	var mu sync.Mutex
	random := rand.New(rand.NewPCG(1, 2))
	return func(_ context.Context, m fault.Message) ([]byte, error) {
		if m.Direction != fault.ToClient || len(m.Data) == 0 || !slices.ContainsFunc(methods, func(s string) bool { return strings.Contains(m.Method, s) }) {
			return m.Data, nil
		}
		mu.Lock()
		defer mu.Unlock()
		data := slices.Clone(m.Data)
		data[random.IntN(len(data))] ^= 1 << random.IntN(8)
		return data, nil
	}
}

// standsStill hides every consensus block after the newest that it has told of.
func (l *liar) standsStill() fault.MessageHook {
	const latest, light, watch = "Consensus/GetLatestHeight", "Consensus/GetLightBlock", "Consensus/WatchBlocks"
	return func(_ context.Context, m fault.Message) ([]byte, error) {
		switch {
		case m.Direction == fault.ToClient && strings.HasSuffix(m.Method, latest):
			return l.said(m.Method), nil
		case m.Direction == fault.ToClient && strings.HasSuffix(m.Method, watch):
			return nil, nil
		case m.Direction == fault.ToServer && strings.HasSuffix(m.Method, light):
			return nil, fault.ErrCut
		}
		return m.Data, nil
	}
}

// replays answers some methods with what it said to the same method before.
func (l *liar) replays(methods ...string) fault.MessageHook {
	return func(_ context.Context, m fault.Message) ([]byte, error) {
		old := l.said(m.Method)
		if m.Direction != fault.ToClient || old == nil || !slices.ContainsFunc(methods, func(s string) bool { return strings.Contains(m.Method, s) }) {
			return m.Data, nil
		}
		return old, nil
	}
}

// feigns takes transactions, sends others in their place, and says of every round with transactions that they are in it and
// have succeeded.
func feigns(t testing.TB, s *study) fault.MessageHook {
	var (
		mu    sync.Mutex
		taken [][]byte
		decoy = newDecoys(t, s)
	)
	return func(_ context.Context, m fault.Message) ([]byte, error) {
		mu.Lock()
		defer mu.Unlock()
		switch {
		case m.Direction == fault.ToServer && strings.Contains(m.Method, "SubmitTx"):
			var rq runtime.SubmitTxRequest
			if err := cbor.Unmarshal(m.Data, &rq); err != nil {
				return nil, err
			}
			taken = append(taken, rq.Data)
			rq.Data = decoy.next()
			return cbor.Marshal(rq), nil
		case m.Direction == fault.ToClient && strings.Contains(m.Method, "GetTransactionsWithResults") && len(taken) > 0:
			var answer []*runtime.TransactionWithResults
			if err := cbor.Unmarshal(m.Data, &answer); err != nil {
				return nil, err
			}
			for _, tx := range taken {
				answer = append(answer, &runtime.TransactionWithResults{
					Tx: tx, Result: cbor.Marshal(sdktypes.CallResult{Ok: cbor.Marshal([]byte{})}), Events: []*runtime.PlainEvent{},
				})
			}
			return cbor.Marshal(answer), nil
		}
		return m.Data, nil
	}
}

// decoys are transactions of somebody else.
type decoys struct {
	t     testing.TB
	s     *study
	from  accounts.Account
	nonce uint64
	price *big.Int
}

func newDecoys(t testing.TB, s *study) *decoys {
	t.Helper()
	return &decoys{t: t, s: s, from: s.net.Account(t), price: must(s.Client.Backend().SuggestGasPrice(t.Context()))(t)}
}

func (d *decoys) next() []byte {
	signer := types.LatestSignerForChainID(new(big.Int).SetUint64(d.s.Client.ChainID()))
	tx := try(types.SignNewTx(d.from.Key, signer, &types.LegacyTx{
		Nonce: d.nonce, GasPrice: d.price, Gas: 100_000, To: &d.from.Address, Value: new(big.Int),
	}))(d.t)
	d.nonce++
	return chain.WrapEthereum(try(tx.MarshalBinary())(d.t))
}

// told is a lie to a worker.
type told struct {
	name string
	lie  func(t testing.TB, s *study, l *liar) fault.MessageHook
	from string // the step before which the node begins to lie
	// stuck is a step that the worker does not come to, as long as the node lies.
	stuck  string
	revoke bool  // a subject revokes at that moment
	reruns uint8 // once the node is honest again
}

// TestStory_theWorkersNodeLies: a node between a worker and the chain can stop the worker. It cannot have it use a row whose
// consent was withdrawn.
func TestStory_theWorkersNodeLies(t *testing.T) {
	t.Parallel()
	consents, everything := []string{"StateSyncIterate", "StateSyncGetPrefixes"}, "RuntimeClient/StateSync"
	tellWorker(t, []told{
		{
			name: "it withholds a revocation after the claim", from: atConsent, stuck: atCharge, revoke: true, reruns: 1,
			lie: func(_ testing.TB, _ *study, l *liar) fault.MessageHook { return l.standsStill() },
		}, {
			name: "it shows an old consent state", from: atClaim, stuck: atKey, revoke: true,
			lie: func(_ testing.TB, _ *study, l *liar) fault.MessageHook { return l.replays(consents...) },
		}, {
			name: "it forges the consent state", from: atConsent, stuck: atKey,
			lie: func(testing.TB, *study, *liar) fault.MessageHook { return flips(consents...) },
		}, {
			name: "it forges what the contracts say", from: atConsent, stuck: atKey,
			lie: func(testing.TB, *study, *liar) fault.MessageHook { return flips(everything) },
		}, {
			name: "it forges consensus", from: atKey, stuck: atCharge,
			lie: func(testing.TB, *study, *liar) fault.MessageHook {
				return flips("Consensus/GetLightBlock", "Consensus/StateSync")
			},
		},
	})
}

// TestStory_theWorkersNodeFeignsACharge: a node that says of a charge that it is final, when it is not on chain at all, does not
// have the worker compute: the enclave looks for the charge in a round that it has verified.
func TestStory_theWorkersNodeFeignsACharge(t *testing.T) {
	t.Parallel()
	tellWorker(t, []told{{
		name: "it feigns that the charge is final", from: atCharge, stuck: atCompute,
		lie: func(t testing.TB, s *study, _ *liar) fault.MessageHook { return feigns(t, s) },
	}})
}

// tellWorker has a worker's node lie, sees that the worker is stopped and not fooled, and has the node be honest again.
func tellWorker(t *testing.T, lies []told) {
	const people = 10
	s := newStudy(t, stories.Shared(t), setting{people: people})
	b := s.startBroker(t, brokerOptions{})
	l := startLiar(t, s)
	d := newDirector()
	w := s.startWorker(t, workerOptions{broker: b.url, socket: l.Path(), step: d.step})
	var gone []int
	for _, c := range lies {
		t.Run(c.name, func(t *testing.T) {
			taken := len(w.took())
			done := d.once(c.from, func(*runningWorker, common.Hash) {
				if c.revoke {
					s.revoke(t, 2, len(gone))
				}
				l.tell(c.lie(t, s, l))
			})
			id := s.ask(t, wanted{})
			happened(t, done)
			if c.revoke {
				gone = append(gone, len(gone))
			}
			waitUntil(t, "the node has lied", func(context.Context) (bool, error) { return l.lies() >= 5, nil })
			for range 3 { // rounds in which the worker could go on if it were fooled
				s.nextRound(t)
			}
			if steps := w.took()[taken:]; slices.Contains(steps, c.stuck) {
				t.Errorf("while the node lied, the worker took the steps %v", steps)
			}
			s.checkNothing(t, id)
			l.tell(nil)
			if j := s.end(t, id, job.Done); j.Reruns != c.reruns {
				t.Errorf("the job was run again %d times, want %d", j.Reruns, c.reruns)
			}
			s.checkUsed(t, id, all(people, gone...)...)
		})
	}
}

// TestStory_theBrokersNodeLies: a broker that cannot verify what it is told releases no key, and one whose node hides that the
// dataset was stopped is stopped by the contract.
func TestStory_theBrokersNodeLies(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	l := startLiar(t, s)
	b := s.startBroker(t, brokerOptions{socket: l.Path()})
	d := newDirector()
	w := s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	for _, c := range []struct {
		name  string
		lie   func() fault.MessageHook
		stop  bool
		state job.State
		steps []string
		// What the journal says while the node lies, again and again, and at the end.
		meanwhile, says string
	}{
		{
			name: "it forges what the contracts say", lie: func() fault.MessageHook { return flips("RuntimeClient/StateSync") },
			state: job.Done, steps: usualSteps(), says: "released",
		},
		{
			name: "it withholds that the dataset was stopped", lie: l.standsStill, stop: true,
			state: job.Cancelled, steps: noKey, meanwhile: "freshness", says: "stopped", // the quote is of a round that is hidden from it
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			taken := len(w.took())
			done := d.once(atKey, func(*runningWorker, common.Hash) {
				l.tell(c.lie())
				if c.stop {
					try(s.Client.Stop(t.Context(), s.Custodian, s.Dataset))(t)
				}
			})
			id := s.ask(t, wanted{})
			happened(t, done)
			waitUntil(t, "the worker has asked three times", func(context.Context) (bool, error) {
				asked := 0
				for _, step := range w.took()[taken:] {
					if step == atKey {
						asked++
					}
				}
				return asked >= 3 && l.lies() > 0, nil
			})
			if h := s.historyOf(t, id); slices.Contains(h.steps, "released") {
				t.Errorf("the job was %v while the broker's node lied", h.steps)
			}
			meanwhile := b.reasons(t, id)
			if slices.ContainsFunc(meanwhile, func(r string) bool { return r != c.meanwhile }) {
				t.Errorf("while its node lied, the broker's journal said %v of job %s, want %q only", meanwhile, id, c.meanwhile)
			}
			l.tell(nil)
			if c.state == job.Cancelled {
				s.waitStep(t, id, "claim given up")
				must(s.Client.Cancel(t.Context(), s.researcher, id))(t)
			}
			s.end(t, id, c.state)
			s.checkSteps(t, id, c.steps...)
			if said := b.reasons(t, id); len(said) == 0 || said[len(said)-1] != c.says {
				t.Errorf("the broker's journal says %v of job %s, want %s at the end", said, id, c.says)
			}
		})
	}
}

// nextRound waits for a round after the newest.
func (s *study) nextRound(t testing.TB) {
	t.Helper()
	node := s.net.Client(t)
	from := must(node.LatestRound(t.Context()))(t)
	for _, err := range node.Blocks(t.Context(), from+1) {
		if err != nil {
			t.Fatal(err)
		}
		return
	}
}
