package pool

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"log/slog"
	"maps"
	"math/big"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/node"
	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/view"
)

var rules = view.Rules{ChainID: 42334, BaseFee: big.NewInt(1), GasLimit: 1_000_000}

// world is a node and a chain that do what the test says.
type world struct {
	mu        sync.Mutex
	submitted []common.Hash
	pool      [][]byte
	included  map[common.Hash]bool
	refusal   error
	refuses   common.Hash // the only one that is refused, unless zero
	swallows  bool        // says that it took what it does not keep
	nonce     uint64      // of every account
	unknown   error       // in place of what the pool holds
	slow      time.Duration
}

// forget empties the node's pool, and makes it refuse a transaction, or all.
func (w *world) forget(refusal error, of common.Hash) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.pool, w.refusal, w.refuses = nil, refusal, of
}

func (w *world) Submit(_ context.Context, envelope []byte) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	raw, _ := chain.UnwrapEthereum(envelope)
	if w.refusal != nil && (w.refuses == common.Hash{} || w.refuses == crypto.Keccak256Hash(raw)) {
		return w.refusal
	}
	for _, known := range w.pool {
		if slices.Equal(known, envelope) {
			return &node.RefusalError{Message: "duplicate transaction"}
		}
	}
	if w.swallows {
		return nil
	}
	w.submitted = append(w.submitted, crypto.Keccak256Hash(raw))
	w.pool = append(w.pool, envelope)
	return nil
}

func (w *world) Unconfirmed(context.Context) ([][]byte, error) {
	w.mu.Lock()
	pool, err, slow := slices.Clone(w.pool), w.unknown, w.slow
	w.mu.Unlock()
	time.Sleep(slow) // In a bubble of synctest.
	return pool, err
}

// hide has the node answer late, or with an error in place of its pool.
func (w *world) hide(err error, slow time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.unknown, w.slow = err, slow
}

// advance sets the nonce of every account.
func (w *world) advance(nonce uint64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.nonce = nonce
}

func (w *world) Rules() (view.Rules, error) { return rules, nil }

func (w *world) Included(hash common.Hash) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.included[hash]
}

func (w *world) Nonce(context.Context, common.Address) (uint64, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.nonce, nil
}

func (w *world) Account(ctx context.Context, addr common.Address) (uint64, *big.Int, error) {
	nonce, _ := w.Nonce(ctx, addr)
	balance, err := w.Balance(ctx, addr)
	return nonce, balance, err
}

func (w *world) Balance(context.Context, common.Address) (*big.Int, error) {
	return big.NewInt(1_000_000), nil
}

func (w *world) count() int { return len(w.taken()) }

// taken are the transactions that the node has taken.
func (w *world) taken() []common.Hash {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.submitted)
}

// others puts what was not submitted here into the node's pool.
func (w *world) others(envelope []byte) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.pool = append(w.pool, envelope)
}

// drop leaves so many in the node's pool.
func (w *world) drop(left int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.pool = w.pool[:left]
}

func newPool() (*Pool, *world) {
	w := &world{included: make(map[common.Hash]bool), nonce: 3}
	return New(Config{
		Node: w, Chain: w, MaxTxSize: func() int { return 1 << 16 }, Bytes: admission.NewPool(1<<20, 1<<18),
		Logger: slog.New(slog.DiscardHandler),
	}), w
}

func newKey(t testing.TB, n byte) *ecdsa.PrivateKey {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte{n}))
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func newTx(t testing.TB, key *ecdsa.PrivateKey, nonce uint64, price int64) ([]byte, *types.Transaction) {
	t.Helper()
	tx, err := types.SignNewTx(key, view.Signer(rules.ChainID),
		&types.LegacyTx{Nonce: nonce, GasPrice: big.NewInt(price), Gas: 21_000, To: &common.Address{}})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return raw, tx
}

// round is a round with transactions.
func round(t testing.TB, key *ecdsa.PrivateKey, txs ...*types.Transaction) *view.Round {
	t.Helper()
	r := &view.Round{}
	for _, tx := range txs {
		raw, err := tx.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		r.Txs = append(r.Txs, view.Tx{Hash: tx.Hash(), From: crypto.PubkeyToAddress(key.PublicKey), Raw: raw})
	}
	return r
}

// elapse has the clock of a bubble go on, and what is due by then happen. Nothing waits for it in earnest.
func elapse(d time.Duration) {
	<-time.After(d)
	synctest.Wait()
}

// A transaction waits while its predecessor may become final, and no longer.
func TestPace(t *testing.T) {
	for _, tc := range []struct {
		name  string
		gap   time.Duration // between the first transaction and the second
		nonce uint64
		free  time.Duration // when the first is in a block; 0 is never
		want  time.Duration // how long the second is held back
	}{
		{"in quick succession", freshTime, 2, time.Second, 0},
		{"a little later", freshTime + 1, 2, 200 * time.Millisecond, 200*time.Millisecond - freshTime - 1},
		{"much later", 150 * time.Millisecond, 2, 200 * time.Millisecond, 50 * time.Millisecond},
		{"never in a block", 150 * time.Millisecond, 2, 0, holdTime},
		{"a nonce before", 150 * time.Millisecond, 0, time.Second, 0},
		{"a replacement", 150 * time.Millisecond, 1, time.Second, 0},
	} {
		t.Run(tc.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p, w := newPool()
				key := newKey(t, 1)
				raw, first := newTx(t, key, 1, 1)
				if _, err := p.Submit(t.Context(), raw); err != nil {
					t.Fatal(err)
				}
				if tc.free > 0 {
					time.AfterFunc(tc.free, func() { p.Included(round(t, key, first)) })
				}
				elapse(tc.gap)
				begin := time.Now()
				second, _ := newTx(t, key, tc.nonce, 2)
				if _, err := p.Submit(t.Context(), second); err != nil {
					t.Fatal(err)
				}
				if got := time.Since(begin); got != tc.want {
					t.Errorf("held back for %s, want %s", got, tc.want)
				}
				if w.count() != 2 {
					t.Errorf("%d submitted", w.count())
				}
				elapse(2 * time.Second) // what is still to come
			})
		})
	}
}

// When waiting was in vain, the next one does not wait again.
func TestPaceGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, _ := newPool()
		key := newKey(t, 1)
		begin := time.Now()
		for nonce := range uint64(5) {
			raw, _ := newTx(t, key, nonce+10, 1)
			if _, err := p.Submit(t.Context(), raw); err != nil {
				t.Fatal(err)
			}
			elapse(time.Second)
		}
		if got, want := time.Since(begin), 5*time.Second+holdTime; got != want {
			t.Errorf("five transactions after a gap took %s, want %s", got, want)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		other := newKey(t, 2)
		raw, _ := newTx(t, other, 0, 1)
		if _, err := p.Submit(t.Context(), raw); err != nil {
			t.Fatal(err)
		}
		elapse(time.Second)
		raw, _ = newTx(t, other, 1, 1)
		if _, err := p.Submit(ctx, raw); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		if p.Stats().Pending != 6 {
			t.Errorf("%d pending", p.Stats().Pending)
		}
	})
}

// What others submit is known after a while, and what the node has dropped is forgotten.
func TestRefresh(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, w := newPool()
		key := newKey(t, 1)
		from := crypto.PubkeyToAddress(key.PublicKey)
		for nonce := uint64(3); nonce < 6; nonce++ {
			raw, _ := newTx(t, key, nonce, 1)
			w.others(chain.WrapEthereum(raw))
		}
		w.others([]byte("something else"))
		if n := p.NextNonce(t.Context(), from, 3); n != 6 {
			t.Errorf("next nonce is %d", n)
		}
		hashes, next, _ := p.Since(0)
		if len(hashes) != 3 || next != 3 {
			t.Errorf("feed has %d", len(hashes))
		}
		w.drop(1)
		elapse(settleTime)
		if n := p.NextNonce(t.Context(), from, 3); n != 6 {
			t.Errorf("next nonce is %d before the others count as dropped", n)
		}
		elapse(refreshEvery)
		if n := p.NextNonce(t.Context(), from, 3); n != 6 {
			t.Errorf("next nonce is %d when one look did not find the others", n)
		}
		elapse(refreshEvery)
		if n := p.NextNonce(t.Context(), from, 3); n != 4 {
			t.Errorf("next nonce is %d after the others were dropped", n)
		}
	})
}

// While its pool checks anew what it holds, a node does not list it, and refuses it as a duplicate. It is not
// forgotten.
func TestResubmitKnown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, w := newPool()
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		go p.Run(ctx)
		raw, tx := newTx(t, newKey(t, 1), 3, 1)
		if _, err := p.Submit(ctx, raw); err != nil {
			t.Fatal(err)
		}
		w.forget(&node.RefusalError{Message: "duplicate transaction"}, common.Hash{})
		elapse(time.Minute)
		if _, known := p.Get(tx.Hash()); !known {
			t.Error("what the node holds is forgotten")
		}
		cancel()
		synctest.Wait()
	})
}

// A node that was restarted has forgotten what it had taken. It gets it again, unless it does not want it any more.
func TestResubmit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, w := newPool()
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		go p.Run(ctx)
		good, goodTx := newTx(t, newKey(t, 1), 3, 1)
		bad, badTx := newTx(t, newKey(t, 2), 3, 1)
		for _, raw := range [][]byte{good, bad} {
			if _, err := p.Submit(ctx, raw); err != nil {
				t.Fatal(err)
			}
		}
		w.forget(node.ErrUnreachable, common.Hash{})
		elapse(time.Minute)
		if p.Stats().Pending != 2 {
			t.Fatalf("%d pending while the node is away", p.Stats().Pending)
		}
		w.forget(&node.RejectedError{Module: "core", Code: 4}, badTx.Hash())
		elapse(10 * time.Second)
		if got := w.taken(); len(got) != 3 || got[2] != goodTx.Hash() {
			t.Errorf("submitted %v", got)
		}
		if _, ok := p.Get(goodTx.Hash()); !ok {
			t.Error("what was submitted again is forgotten")
		}
		if _, ok := p.Get(badTx.Hash()); ok {
			t.Error("what the node refused is still pending")
		}
		// Not for ever.
		for range int(keepTime/(10*time.Second)) + 1 {
			w.forget(nil, common.Hash{})
			elapse(10 * time.Second)
		}
		if p.Stats().Pending != 0 {
			t.Errorf("%d pending after %s", p.Stats().Pending, keepTime)
		}
		cancel()
		synctest.Wait()
	})
}

// A transaction replaces another of its nonce when it pays more, and the one that will be in a block is the one that is
// shown.
func TestReplace(t *testing.T) {
	p, w := newPool()
	key := newKey(t, 1)
	first, firstTx := newTx(t, key, 4, 10)
	if _, err := p.Submit(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	for _, price := range []int64{10, 9, 1} {
		other, err := types.SignNewTx(key, view.Signer(rules.ChainID), &types.LegacyTx{
			Nonce: 4, GasPrice: big.NewInt(price), Gas: 22_000, To: &common.Address{},
		})
		if err != nil {
			t.Fatal(err)
		}
		raw, err := other.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Submit(t.Context(), raw); !errors.Is(err, errReplaceTooCheap) {
			t.Errorf("price %d in the place of 10: %v", price, err)
		}
		if _, known := p.Get(other.Hash()); known {
			t.Errorf("what was refused at price %d is shown", price)
		}
	}
	if _, known := p.Get(firstTx.Hash()); !known || w.count() != 1 {
		t.Errorf("the first one is shown: %v, %d submitted", known, w.count())
	}
	more, moreTx := newTx(t, key, 4, 11)
	if _, err := p.Submit(t.Context(), more); err != nil {
		t.Fatal(err)
	}
	if _, known := p.Get(firstTx.Hash()); known {
		t.Error("what was replaced is shown")
	}
	if _, known := p.Get(moreTx.Hash()); !known {
		t.Error("what replaced it is not shown")
	}
}

// What the node says that it took, and does not have, was not taken.
func TestSwallowedRefusal(t *testing.T) {
	for name, tc := range map[string]struct {
		nonce uint64 // of the account, afterwards
		rival int64  // price of what others submitted with the same nonce
		block bool   // the transaction is in a block
		want  string
	}{
		"another pays as much": {nonce: 3, rival: 5, want: "replacement transaction underpriced"},
		"the pool is full":     {nonce: 3, want: "transaction underpriced"},
		"another was faster":   {nonce: 4, want: "nonce too low: next nonce 4, tx nonce 3"},
		"in a block already":   {nonce: 4, block: true},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p, w := newPool()
				key := newKey(t, 1)
				raw, tx := newTx(t, key, 3, 5)
				var rivalTx *types.Transaction
				if tc.rival > 0 {
					other, err := types.SignNewTx(key, view.Signer(rules.ChainID), &types.LegacyTx{
						Nonce: 3, GasPrice: big.NewInt(tc.rival), Gas: 30_000, To: &common.Address{},
					})
					if err != nil {
						t.Fatal(err)
					}
					encoded, err := other.MarshalBinary()
					if err != nil {
						t.Fatal(err)
					}
					rivalTx = other
					w.others(chain.WrapEthereum(encoded))
				}
				w.mu.Lock()
				w.swallows, w.nonce, w.included[tx.Hash()] = true, tc.nonce, tc.block
				w.mu.Unlock()
				_, err := p.Submit(t.Context(), raw)
				if tc.want == "" && err != nil || tc.want != "" &&
					(err == nil || !strings.HasPrefix(err.Error(), tc.want)) {
					t.Errorf("got %v, want %q", err, tc.want)
				}
				if _, known := p.Get(tx.Hash()); known {
					t.Error("it is shown as pending")
				}
				if rivalTx != nil {
					if _, known := p.Get(rivalTx.Hash()); !known {
						t.Error("what has its nonce is not shown")
					}
				}
			})
		})
	}
}

// What is being submitted is shown nowhere until it was taken, as it may be refused, and is not submitted a second time
// by the one who looks after what waits.
func TestNothingIsShownBeforeItWasTaken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p, w := newPool()
		key := newKey(t, 1)
		from := crypto.PubkeyToAddress(key.PublicKey)
		raw, tx := newTx(t, key, 3, 5)
		rival, rivalTx := newTx(t, key, 3, 6)
		w.others(chain.WrapEthereum(rival))
		w.mu.Lock()
		w.swallows = true
		w.mu.Unlock()
		refused := make(chan error, 1)
		go func() {
			_, err := p.Submit(t.Context(), raw)
			refused <- err
		}()
		synctest.Wait()
		w.mu.Lock()
		w.swallows = false // What is submitted again is taken.
		w.mu.Unlock()
		for range 11 {
			elapse(time.Second)
			if err := p.Refresh(t.Context()); err != nil {
				t.Fatal(err)
			}
			hashes, _, _ := p.Since(0)
			_, known := p.Get(tx.Hash())
			_, other := p.Get(rivalTx.Hash())
			if w := p.From(from); known || !other || len(hashes) != 1 || len(w.Pending) != 1 || len(w.Queued) != 0 {
				t.Fatalf("shown: %v, the other: %v; %d hashes, %+v", known, other, len(hashes), w)
			}
			if _, err := p.Submit(t.Context(), raw); !errors.Is(err, errAlreadyKnown) {
				t.Fatalf("a second time: %v", err)
			}
		}
		if err := <-refused; err != errReplaceTooCheap || w.count() != 0 {
			t.Errorf("got %v, %d were submitted again", err, w.count())
		}
	})
}

// A transaction that the node took into a batch under way is mined, although its pool has put another one in its place
// meanwhile. It is not refused, whether the block comes soon or late; what was not mined is.
func TestOutbidInBatch(t *testing.T) {
	for name, tc := range map[string]struct {
		after time.Duration // until the block that uses the nonce
		nonce uint64        // of the transactions; the account's is 3
		mined bool          // the block has the one that was outbid
		want  string
		takes time.Duration // the answer, at most
	}{
		"mined at once":          {after: 300 * time.Millisecond, nonce: 3, mined: true, takes: time.Second},
		"mined in a slow round":  {after: 8 * time.Second, nonce: 3, mined: true, takes: 9 * time.Second},
		"the other one is mined": {after: time.Second, nonce: 3, want: "nonce too low", takes: 2 * time.Second},
		"none is mined":          {nonce: 3, want: errReplaceTooCheap.Error(), takes: outbidTime},
		"a nonce is missing":     {nonce: 4, want: errReplaceTooCheap.Error(), takes: missingTime},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				p, w := newPool()
				key := newKey(t, 1)
				raw, tx := newTx(t, key, tc.nonce, 5)
				other, otherTx := newTx(t, key, tc.nonce, 6)
				w.others(chain.WrapEthereum(other))
				w.mu.Lock()
				w.swallows = true
				w.mu.Unlock()
				final := otherTx
				if tc.mined {
					final = tx
				}
				if tc.after > 0 {
					time.AfterFunc(tc.after, func() {
						w.mu.Lock()
						w.included[final.Hash()], w.nonce = true, tc.nonce+1
						w.mu.Unlock()
						p.Included(round(t, key, final))
					})
				}
				begin := time.Now()
				_, err := p.Submit(t.Context(), raw)
				if tc.want == "" && err != nil || tc.want != "" &&
					(err == nil || !strings.HasPrefix(err.Error(), tc.want)) {
					t.Errorf("got %v, want %q", err, tc.want)
				}
				if got := time.Since(begin); got > tc.takes {
					t.Errorf("the answer took %s, want at most %s", got, tc.takes)
				}
				if _, known := p.Get(tx.Hash()); known {
					t.Error("what is refused or mined is shown as pending")
				}
				if _, known := p.Get(otherTx.Hash()); known != (tc.after == 0) {
					t.Errorf("what has its place is shown as pending: %v", known)
				}
			})
		})
	}
}

// Submissions that wait at the same time share looks at the node's pool, and each gets one that began after it.
func TestSharedLooks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const clients = 200
		taken := 0
		l := looks{unconfirmed: func(context.Context) ([][]byte, error) {
			time.Sleep(time.Millisecond)
			taken++
			return [][]byte{{byte(taken)}}, nil
		}}
		first, err := l.after(t.Context())
		if err != nil || !first.has([]byte{1}) {
			t.Fatalf("the first look: %+v, %v", first, err)
		}
		var group sync.WaitGroup
		for range clients {
			group.Go(func() {
				if held, err := l.after(t.Context()); err != nil || held.has([]byte{1}) {
					t.Errorf("a look that began before it was asked for: %+v, %v", held, err)
				}
			})
		}
		group.Wait()
		if taken > 3 {
			t.Errorf("%d looks for %d at a time", taken-1, clients)
		}
	})
}

// A look that one gives up on is there for the others. After an error there is none for a while, and then again.
func TestLookFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		away := errors.New("away")
		fails := true
		l := looks{unconfirmed: func(context.Context) ([][]byte, error) {
			time.Sleep(time.Second)
			if fails {
				return nil, away
			}
			return nil, nil
		}}
		impatient, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		if _, err := l.after(impatient); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("one that gives up: %v", err)
		}
		if _, err := l.after(t.Context()); !errors.Is(err, away) {
			t.Errorf("of a node that is away: %v", err)
		}
		fails = false
		begin := time.Now()
		if _, err := l.after(t.Context()); !errors.Is(err, away) || time.Since(begin) != 0 {
			t.Errorf("at once: %v after %v", err, time.Since(begin))
		}
		elapse(blindTime)
		if _, err := l.after(t.Context()); err != nil {
			t.Errorf("afterwards: %v", err)
		}
	})
}

// A transaction can be in a block before its submission has returned.
func TestIncludedMeanwhile(t *testing.T) {
	p, w := newPool()
	key := newKey(t, 1)
	raw, tx := newTx(t, key, 3, 1)
	w.included[tx.Hash()] = true
	if _, err := p.Submit(t.Context(), raw); err != nil {
		t.Fatal(err)
	}
	if s := p.Stats(); s.Pending != 0 || s.Accepted != 1 {
		t.Errorf("stats: %+v", s)
	}
}

func TestExplain(t *testing.T) {
	for _, tc := range []struct {
		refusal error
		nonce   uint64
		want    string
	}{
		{&node.RefusalError{Message: "duplicate transaction"}, 3, "already known"},
		{&node.RefusalError{Message: "check queue is full"}, 3, "txpool is full"},
		{&node.RefusalError{Message: "something"}, 3, "the node refused the transaction: something"},
		{&node.RejectedError{Module: "txpool", Code: 1, Message: "transaction expired"}, 2,
			"nonce too low: next nonce 3, tx nonce 2"},
		{&node.RejectedError{Module: "txpool", Code: 1, Message: "transaction underpriced"}, 3,
			"transaction underpriced"},
		{&node.RejectedError{Module: "txpool", Code: 1, Message: "replacement transaction underpriced"}, 3,
			"replacement transaction underpriced"},
		{&node.RejectedError{Module: "core", Code: 4, Message: "invalid nonce"}, 2,
			"nonce too low: next nonce 3, tx nonce 2"},
		{&node.RejectedError{Module: "core", Code: 4, Message: "invalid nonce"}, 9,
			"nonce too high: next nonce 3, tx nonce 9"},
		{&node.RejectedError{Module: "core", Code: 5, Message: "insufficient balance to pay fees"}, 3,
			"insufficient funds for gas * price + value: balance 1000000, tx cost 21000"},
		{&node.RejectedError{Module: "core", Code: 12, Message: "out of gas"}, 3, "intrinsic gas too low"},
		{&node.RejectedError{Module: "core", Code: 20, Message: "gas price too low"}, 3, "transaction underpriced"},
		{&node.RejectedError{Module: "core", Code: 23, Message: "transaction is too large"}, 3, "oversized data"},
		{&node.RejectedError{Module: "evm", Code: 5, Message: "gas limit too low: 9 required"}, 3,
			"intrinsic gas too low: gas limit too low: 9 required"},
		{&node.RejectedError{Module: "core", Code: 1, Message: "malformed transaction: bad"}, 3,
			"the runtime refused the transaction: malformed transaction: bad (module core, code 1)"},
		{node.ErrUnreachable, 3, node.ErrUnreachable.Error()},
	} {
		p, w := newPool()
		w.refusal = tc.refusal
		raw, _ := newTx(t, newKey(t, 1), tc.nonce, 1)
		if _, err := p.Submit(t.Context(), raw); err == nil || !strings.HasPrefix(err.Error(), tc.want) {
			t.Errorf("%v: got %v, want %q", tc.refusal, err, tc.want)
		}
		if s := p.Stats(); s.Pending != 0 || s.Refused != 1 {
			t.Errorf("%v: stats %+v", tc.refusal, s)
		}
	}
}

func TestFull(t *testing.T) {
	p, _ := newPool()
	p.cfg.Bytes = admission.NewPool(3*entryBytes/2, 3*entryBytes/2)
	for i, want := range []string{
		"", "txpool is full: what this client sent and is in no block yet has its share, wait for some of it",
	} {
		raw, _ := newTx(t, newKey(t, byte(i+1)), 3, 1)
		_, err := p.Submit(t.Context(), raw)
		if (err == nil) != (want == "") || err != nil && err.Error() != want {
			t.Errorf("transaction %d: got %v, want %q", i, err, want)
		}
	}
}

// The pool tells how large what waits is, whatever becomes of it, and what waits of one sender without the others.
func TestSizes(t *testing.T) {
	p, w := newPool()
	key, other := newKey(t, 1), newKey(t, 2)
	submit := func(raw []byte) {
		t.Helper()
		if _, err := p.Submit(t.Context(), raw); err != nil {
			t.Fatal(err)
		}
	}
	first, tx := newTx(t, key, 3, 1)
	second, _ := newTx(t, key, 4, 1)
	replacing, _ := newTx(t, key, 4, 2)
	foreign, _ := newTx(t, other, 3, 1)
	for _, raw := range [][]byte{first, second, foreign, replacing} {
		submit(raw)
	}
	if got := p.Stats(); got.Pending != 3 || int(got.Bytes) != len(first)+len(replacing)+len(foreign) {
		t.Errorf("stats are %+v", got)
	}
	from := p.From(crypto.PubkeyToAddress(key.PublicKey)).Pending
	if len(from) != 2 || from[0].Tx.Hash() != tx.Hash() || from[1].Tx.Nonce() != 4 ||
		len(p.From(common.Address{}).Pending) != 0 {
		t.Errorf("of one sender there are %d", len(from))
	}
	w.refusal = node.ErrUnreachable
	refused, _ := newTx(t, key, 5, 1)
	if _, err := p.Submit(t.Context(), refused); err == nil {
		t.Error("submitted what the node refused")
	}
	for hash := range maps.Clone(p.pending) {
		p.forget(hash)
		p.forget(hash)
	}
	if got := p.Stats(); got.Pending != 0 || got.Bytes != 0 {
		t.Errorf("afterwards stats are %+v", got)
	}
}

// The feed keeps the last hashes, and a reader that is too far behind goes on with the oldest one there is.
func TestFeed(t *testing.T) {
	p, _ := newPool()
	hash := func(i int) common.Hash { return common.BigToHash(big.NewInt(int64(i))) }
	for i := range 3 * recentHashes {
		p.feed.add(hash(i))
	}
	hashes, next, _ := p.Since(0)
	if int(next) != 3*recentHashes || len(hashes) < recentHashes || hashes[len(hashes)-1] != hash(3*recentHashes-1) {
		t.Errorf("%d hashes up to %d", len(hashes), next)
	}
	_, _, changed := p.Since(next)
	select {
	case <-changed:
		t.Error("changed without a change")
	default:
	}
	p.feed.add(hash(1))
	<-changed
	if got, _, _ := p.Since(next); len(got) != 1 || got[0] != hash(1) {
		t.Errorf("got %v", got)
	}
	if got, _, _ := p.Since(next + 100); len(got) != 0 {
		t.Errorf("from beyond the end: %v", got)
	}
}

func FuzzSubmit(f *testing.F) {
	raw, _ := newTx(f, newKey(f, 1), 3, 1)
	f.Add(raw)
	f.Add([]byte{2, 0xc0})
	f.Fuzz(func(t *testing.T, raw []byte) {
		p, w := newPool()
		if _, err := p.Submit(t.Context(), raw); err == nil && w.count() != 1 {
			t.Fatal("accepted and not submitted")
		} else if err != nil && p.Stats().Pending != 0 {
			t.Fatal("refused and pending")
		}
	})
}
