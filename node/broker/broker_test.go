package broker_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"maps"
	"math/big"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/node/broker"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/enclave"
	"github.com/assent-network/assent/tee/insecure"
	"github.com/assent-network/assent/tee/quote"
)

func (w *world) broker() *broker.Broker {
	w.t.Helper()
	b, err := broker.New(w.config)
	w.must(err)
	return b
}

func TestReleaseToLiveFacts(t *testing.T) {
	w := newWorld(t, options{})
	b := w.broker()
	before := w.chain.Latest().Number
	wrapped, nonce, err := w.ask(b, nil)
	w.must(err)
	got, err := release.Unwrap(wrapped, w.keys.Decryption(), w.job, w.keys.Address(), nonce)
	w.must(err)
	if !bytes.Equal(got.FileKey, w.fileKey()) || len(got.Share) != keyring.ShareSize {
		t.Error("the key that was released is not that of the job's file")
	}
	if got.Round <= before {
		t.Errorf("the key names round %d, the release was recorded after %d", got.Round, before)
	}
	now, err := w.Latest(t.Context())
	w.must(err)
	defer now.Close()
	j, err := now.Job(t.Context(), w.job)
	w.must(err)
	budget, err := now.Budget(t.Context(), w.story.Dataset)
	w.must(err)
	if j.ReleasedAt == 0 || budget.Open.Rho != 1000 || budget.Settled.Rho != 0 {
		t.Errorf("released at %d, budget %+v: the release is not on record", j.ReleasedAt, budget)
	}
	// Asked again for the same claim, the broker gives the same key and records nothing twice.
	round := w.chain.Latest().Number
	again, nonce, err := w.ask(b, nil)
	w.must(err)
	second, err := release.Unwrap(again, w.keys.Decryption(), w.job, w.keys.Address(), nonce)
	w.must(err)
	if !bytes.Equal(second.FileKey, got.FileKey) || w.chain.Latest().Number != round {
		t.Error("the second release differs, or was recorded again")
	}
	entries, err := journal.Read(w.journal)
	w.must(err)
	if len(entries) != 2 || !entries[0].Granted || entries[0].Reason != "released" || !entries[0].Simulated ||
		entries[0].Dataset != w.story.Dataset {
		t.Errorf("journal %+v", entries)
	}
}

// refusal is a request that is refused: what is moved, and with which code.
type refusal struct {
	options options
	world   func(w *world)
	request func(*release.Request, *tee.Evidence)
	want    release.Code
	ends    bool // the claim, on chain
}

// refusedEvidence are requests that are refused for their form, their quote, or what the quote binds.
func refusedEvidence(t *testing.T) map[string]refusal {
	t.Helper()
	otherRoot, err := insecure.NewRoot(rand.Reader, time.Unix(1_800_000_000, 0).Add(-time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	return map[string]refusal{
		"evidence that does not parse": {request: func(r *release.Request,
			_ *tee.Evidence) {
			r.Evidence = []byte{1, 2, 3}
		}, want: release.CodeEvidence},
		"a nonce that nobody gave": {request: func(_ *release.Request, e *tee.Evidence) { e.Nonce[0] ^= 1 },
			want: release.CodeNonce},
		"another platform": {
			world:   func(w *world) { w.config.Genuine = onlyTDX(w) },
			request: func(_ *release.Request, e *tee.Evidence) { e.Platform = tee.SNP }, want: release.CodePlatform,
			ends: true,
		},
		"a changed quote": {request: func(_ *release.Request, e *tee.Evidence) { e.Quote[len(e.Quote)/2] ^= 1 },
			want: release.CodeQuote},
		"a machine that newer collateral revokes": {world: func(w *world) {
			w.post(insecure.Terms{Now: w.now.Add(time.Second), Number: 2, Revoked: []*big.Int{w.issuer.Serial()}})
		}, want: release.CodeQuote},
		"a platform that newer collateral finds out of date": {world: func(w *world) {
			w.post(insecure.Terms{Now: w.now.Add(time.Second), Number: 2, Status: tee.OutOfDate})
		}, want: release.CodePolicy, ends: true},
		"collateral that has expired": {world: func(w *world) { w.now = w.now.Add(40 * 24 * time.Hour) },
			want: release.CodeQuote},
		"a machine of another root": {world: func(w *world) {
			issuer, err := insecure.NewIssuer(otherRoot, w.issuer.Measurement(), rand.Reader, w.now.Add(-time.Minute))
			w.must(err)
			w.issuer = issuer
		}, want: release.CodeQuote},
		"another program": {world: func(w *world) {
			issuer, err := insecure.NewIssuer(w.root, insecure.Measurement{MRTD: [48]byte{2}}, rand.Reader,
				w.now.Add(-time.Minute))
			w.must(err)
			w.issuer = issuer
		}, want: release.CodePolicy, ends: true},
		"a machine with performance counters": {world: func(w *world) {
			w.issuer = w.issuer.With(func(r *quote.TDReport) { r.Attributes[7] |= 0x80 })
		}, want: release.CodePolicy, ends: true},
		"a machine whose host sees page faults": {world: func(w *world) {
			w.issuer = w.issuer.With(func(r *quote.TDReport) { r.Attributes[3] = 0 })
		}, want: release.CodePolicy, ends: true},
		"a machine with another XFAM": {world: func(w *world) {
			w.issuer = w.issuer.With(func(r *quote.TDReport) { r.XFAM[1] |= 1 })
		}, want: release.CodePolicy, ends: true},
		"pins that are not on chain": {options: options{pins: []byte("")}, want: release.CodePins},
		"pins that cannot be read":   {options: options{pins: []byte("{}")}, want: release.CodePins},
		"a debuggable machine": {world: func(w *world) { w.issuer = w.issuer.WithDebug() }, want: release.CodePolicy,
			ends: true},
		"another REK": {request: func(r *release.Request, _ *tee.Evidence) { r.REK[0] ^= 1 },
			want: release.CodePolicy, ends: true},
		"another operator": {request: func(r *release.Request, _ *tee.Evidence) { r.Operator[0] ^= 1 },
			want: release.CodePolicy},
		"a block that lies ahead": {request: func(_ *release.Request, e *tee.Evidence) { e.Round += 1000 },
			want: release.CodeFreshness},
		"a request in another's name": {request: forge, want: release.CodeSignature},
		"a block of another chain": {request: func(_ *release.Request, e *tee.Evidence) { e.BlockHash[0] ^= 1 },
			want: release.CodeFreshness},
	}
}

// refusedFacts are requests that are refused for what the chain or the broker has.
func refusedFacts() map[string]refusal {
	return map[string]refusal{
		"an unknown job": {request: func(r *release.Request, _ *tee.Evidence) { r.Job[0] ^= 1 },
			want: release.CodeJob},
		"another broker's dataset": {world: func(w *world) {
			w.config.Sender,
				w.config.Account = sender{w, w.researcher}, w.researcher
		}, want: release.CodeBroker},
		"a dataset without a key": {options: options{noKey: true}, want: release.CodeNoKey, ends: true},
		"an operator that is not listed": {world: func(w *world) { w.config.Listed = nil }, want: release.CodeSimulated,
			ends: true},
		"real data for a simulated worker": {options: options{closed: true}, want: release.CodeSimulated, ends: true},
		"a revoked worker": {world: func(w *world) {
			_, err := sender{w, w.operator}.Send(w.t.Context(), w.contracts.WorkerRegistry, nil,
				bindings.NewWorkerRegistry().PackRevoke(w.keys.Address()))
			w.must(err)
		}, want: release.CodeWorker},
		"an expired registration": {world: func(w *world) {
			w.now = w.now.Add(2 * time.Hour)
			w.must(
				w.chain.Tick())
			w.must(w.chain.Tick())
		}, want: release.CodeWorker},
		"an enclave that is not registered": {world: func(w *world) {
			keys, err := enclave.Generate(rand.Reader)
			w.must(err)
			w.keys = keys
		}, want: release.CodeWorker},
		"another operator's claim": {world: func(w *world) {
			w.operator = w.researcher
			w.config.Listed = append(w.config.Listed, sender{w, w.operator}.Address())
			w.restart()
		}, want: release.CodeClaim},
		"a restarted enclave's claim": {world: (*world).restart, want: release.CodeRestarted, ends: true},
		"a claim that was given up": {world: func(w *world) {
			w.must(w.giveBack())
		}, want: release.CodeJob},
		"a budget that others have spent": {world: func(w *world) { w.must(w.exhaust()) }, want: release.CodeBudget,
			ends: true},
		"a policy that is about to be replaced": {world: func(w *world) { w.must(w.loosen()) }, want: release.CodeEnds},
		"a stopped dataset": {world: func(w *world) {
			_, err := w.client.Stop(w.t.Context(), w.story.Custodian, w.story.Dataset)
			w.must(err)
		}, want: release.CodeStopped},
		"a retired version": {world: func(w *world) {
			_, err := w.client.RetireVersion(w.t.Context(), w.story.Custodian, w.story.Dataset, 1)
			w.must(err)
		}, want: release.CodeRetired},
		"a version that is sealed to another key": {options: options{lost: true}, want: release.CodeWrongKey,
			ends: true},
		"too few subjects": {world: func(w *world) {
			w.must(w.story.Revoke(w.t.Context(), w.story.Subjects[:2], 2))
		}, want: release.CodeCohort},
	}
}

// Every check is tested by moving one thing.
func TestRefusals(t *testing.T) {
	all := refusedEvidence(t)
	maps.Copy(all, refusedFacts())
	for name, c := range all {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, c.options)
			if c.world != nil {
				c.world(w)
			}
			b := w.broker()
			round, claim := w.chain.Latest().Number, w.current()
			wrapped, _, err := w.ask(b, c.request)
			if got := w.refused(err); got != c.want || wrapped != nil {
				t.Fatalf("refused with %q (%v), want %q", got, err, c.want)
			}
			if !c.ends && w.chain.Latest().Number != round {
				t.Error("a refusal changed the chain")
			} else if c.ends {
				w.checkEnded(claim)
			}
			e := w.closed()
			if e.Granted || (e.Reason == string(c.want)) == (e.Counts[string(c.want)] == 1) {
				t.Errorf("journal %+v", e)
			}
		})
	}
}

// What the broker could not read is no refusal: nothing is decided, signed or written down, and the worker asks again.
func TestWhatCannotBeReadDecidesNothing(t *testing.T) {
	w := newWorld(t, options{})
	w.config.View = unreadable{w}
	wrapped, _, err := w.ask(w.broker(), nil)
	var refusal *release.Refusal
	if !errors.Is(err, errDead) || errors.As(err, &refusal) || wrapped != nil {
		t.Errorf("got %v, want %v", err, errDead)
	}
	entries, err := journal.Read(w.journal)
	w.must(err)
	if len(entries) != 0 {
		t.Errorf("journal %+v", entries)
	}
}

// unreadable is a view whose state does not give the hashes of blocks.
type unreadable struct{ *world }

func (u unreadable) Told(context.Context, uint64) (*contracts.Told, error) {
	b := u.chain.Latest()
	round := contracts.Round{Number: b.Number, Time: b.Time, StateRoot: common.Hash(b.Root.Hash)}
	return contracts.NewTold(u.reader.Open(round, b.Number, withoutBlocks{u.chain.Tree(b)}, nil), nil), nil
}

// withoutBlocks is a state tree of which the hashes of blocks cannot be read.
type withoutBlocks struct{ mkvs.Tree }

func (t withoutBlocks) Get(ctx context.Context, key []byte) ([]byte, error) {
	if prefix := layout.BlockHashKey(0); bytes.HasPrefix(key, prefix[:len(prefix)-8]) {
		return nil, errDead
	}
	return t.Tree.Get(ctx, key)
}

// A key that is asked for again is given by a block that came after the request: what was final before counts.
func TestASecondReleaseLooksAgain(t *testing.T) {
	for name, c := range map[string]struct {
		happens func(w *world) error
		want    release.Code
	}{
		"the dataset is stopped": {func(w *world) error {
			_, err := w.client.Stop(w.t.Context(), w.story.Custodian, w.story.Dataset)
			return err
		}, release.CodeStopped},
		"the worker is revoked": {func(w *world) error {
			_, err := sender{w, w.operator}.Send(w.t.Context(), w.contracts.WorkerRegistry, nil,
				bindings.NewWorkerRegistry().PackRevoke(w.keys.Address()))
			return err
		}, release.CodeWorker},
		"too few consent": {func(w *world) error { return w.story.Revoke(w.t.Context(), w.story.Subjects[:2], 2) },
			release.CodeCohort},
		"the job is failed": {func(w *world) error { return w.abandon() }, "job"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, options{})
			b := w.broker()
			if _, _, err := w.ask(b, nil); err != nil {
				t.Fatal(err)
			}
			if _, _, err := w.ask(b, nil); err != nil {
				t.Fatalf("asked again: %v", err)
			}
			w.beforeBlock = func() { w.must(c.happens(w)) }
			wrapped, _, err := w.ask(b, nil)
			if got := w.refused(err); got != c.want || wrapped != nil {
				t.Errorf("refused with %q (%v), want %q", got, err, c.want)
			}
		})
	}
}

func TestChallengesAreUsedOnceAndSoon(t *testing.T) {
	w := newWorld(t, options{})
	b := w.broker()
	var kept tee.Evidence
	_, _, err := w.ask(b, func(_ *release.Request, e *tee.Evidence) { kept = *e })
	w.must(err)
	if _, _, err := w.ask(b, func(_ *release.Request, e *tee.Evidence) { *e = kept }); w.refused(
		err) != release.CodeNonce {
		t.Errorf("a challenge was answered twice: %v", err)
	}
	if _, _, err := w.ask(b, func(*release.Request,
		*tee.Evidence) {
		w.now = w.now.Add(2*time.Minute + time.Second)
	}); w.refused(err) != release.CodeNonce {
		t.Errorf("a challenge was answered after two minutes: %v", err)
	}
	// A caller that asks for many takes nothing from others.
	if _, _, err := w.ask(b, func(*release.Request, *tee.Evidence) {
		for range 10_000 {
			if _, err := b.Challenge(); err != nil {
				t.Fatal(err)
			}
		}
	}); err != nil {
		t.Errorf("a challenge was crowded out: %v", err)
	}
	// One of another run, or another broker, is none of ours.
	if _, _, err := w.ask(w.broker(), func(_ *release.Request, e *tee.Evidence) {
		nonce, err := b.Challenge()
		w.must(err)
		*e, err = w.keys.Attest(t.Context(), w.issuer, w.network(), nonce)
		w.must(err)
	}); w.refused(err) != release.CodeNonce {
		t.Errorf("another broker's challenge was answered: %v", err)
	}
}

// forge has a request signed by another key than that of the enclave in whose name it is.
func forge(r *release.Request, e *tee.Evidence) {
	key, err := crypto.GenerateKey()
	if err != nil {
		panic(err)
	}
	if r.Evidence, err = e.Marshal(); err != nil {
		panic(err)
	}
	if err := r.Sign(eip712.Domain{ChainID: chainID}, key); err != nil {
		panic(err)
	}
}

// Anyone may ask: what strangers send may neither fill the disk nor keep those out who may have a key.
func TestManyRefusals(t *testing.T) {
	w := newWorld(t, options{})
	b := w.broker()
	for i := range int64(300) {
		rq := release.Request{Job: common.BigToHash(big.NewInt(i)), Evidence: []byte{1}}
		if _, err := b.Release(t.Context(), rq); w.refused(err) != release.CodeEvidence {
			t.Error(err)
		}
	}
	stranger := func(_ *release.Request, e *tee.Evidence) { e.Nonce[0] ^= 1 }
	if _, _, err := w.ask(b, stranger); w.refused(err) != release.CodeNonce {
		t.Error(err)
	}
	if _, _, err := w.ask(b, nil); err != nil {
		t.Errorf("kept out: %v", err)
	}
	entries, err := journal.Read(w.journal)
	w.must(err)
	if len(entries) != 1 || !entries[0].Granted {
		t.Errorf("%d lines in the journal, want the release alone: %+v", len(entries), entries)
	}
	began := w.now
	w.now = w.now.Add(journal.Interval)
	if _, err := b.Release(t.Context(), release.Request{Evidence: []byte{1}}); w.refused(err) != release.CodeEvidence {
		t.Error(err)
	}
	e := w.last()
	if e.Event != journal.Unproven || e.Granted || !e.Time.Equal(began) || e.Counts["evidence"] != 300 ||
		e.Counts["nonce"] != 1 {
		t.Errorf("after the interval the journal has %+v", e)
	}
}

// Refusals of genuine machines are written down one by one, within a bound.
func TestManyRefusalsOfGenuineMachines(t *testing.T) {
	w := newWorld(t, options{})
	b := w.broker()
	undecided := 0
	for range 110 {
		nonce, err := b.Challenge()
		w.must(err)
		other, err := enclave.Generate(rand.Reader) // which is not registered, and has no claim
		w.must(err)
		e, err := other.Attest(t.Context(), w.issuer, w.network(), nonce)
		w.must(err)
		rq := release.Request{
			Job: w.job, Enclave: other.Address(), Operator: crypto.PubkeyToAddress(w.operator.PublicKey),
			REK: other.REK(),
		}
		rq.Evidence, err = e.Marshal()
		w.must(err)
		err = rq.Sign(w.client.MarketDomain(), other.Signing())
		w.must(err)
		var r *release.Refusal
		if _, err := b.Release(t.Context(), rq); !errors.As(err, &r) {
			undecided++
		} else if r.Code != release.CodeWorker {
			t.Fatal(err)
		}
	}
	entries, err := journal.Read(w.journal)
	w.must(err)
	if undecided != 10 || len(entries) != 100 {
		t.Errorf("%d undecided, %d in the journal, want 10 and 100", undecided, len(entries))
	}
}

func TestServes(t *testing.T) {
	unlist := func(w *world) { w.config.Listed = nil }
	for name, c := range map[string]struct {
		options options
		world   func(*world)
		dataset func(w *world) common.Hash
		enclave *common.Address // that asks; nil for the world's
		want    release.Code
	}{
		"its own":           {},
		"one without a key": {options: options{noKey: true}, want: release.CodeNoKey},
		"another broker's": {world: func(w *world) {
			w.config.Sender, w.config.Account = sender{w, w.researcher},
				w.researcher
		}, want: release.CodeBroker},
		"one that nobody has": {dataset: func(*world) common.Hash { return common.HexToHash("0x1") },
			want: release.CodeBroker},
		"an unlisted worker": {world: unlist, want: release.CodeSimulated},
		"real data":          {options: options{closed: true}, want: release.CodeSimulated},
		"no worker":          {world: unlist, enclave: &common.Address{}},
		"an unknown worker":  {world: unlist, enclave: &common.Address{1}},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, c.options)
			asks := w.keys.Address()
			if c.world != nil {
				c.world(w)
			}
			if c.enclave != nil {
				asks = *c.enclave
			}
			dataset := w.story.Dataset
			if c.dataset != nil {
				dataset = c.dataset(w)
			}
			server := httptest.NewServer(w.broker().Handler())
			defer server.Close()
			client, err := release.NewClient(server.URL, server.Client())
			w.must(err)
			question := release.Serves{Dataset: dataset, Nonce: common.Hash{8}, Enclave: asks}
			answer, err := client.Serves(t.Context(), question)
			if err == nil {
				err = question.Verify(w.client.MarketDomain(), answer, crypto.PubkeyToAddress(w.brokerKey.PublicKey))
			}
			switch {
			case c.want == "" && err != nil:
				t.Error(err)
			case c.want != "" && w.refused(err) != c.want:
				t.Errorf("refused with %v, want %s", err, c.want)
			}
		})
	}
}

func TestRealDataAfterTheCustodianTypedItsName(t *testing.T) {
	w := newWorld(t, options{closed: true, noKey: true})
	w.entry.Confirmed = true
	w.must(w.ring.Put(w.story.Dataset, w.entry, false))
	if _, _, err := w.ask(w.broker(), nil); err != nil {
		t.Errorf("refused although the custodian typed the name: %v", err)
	}
}

func TestNewRefusesAnIncompleteConfiguration(t *testing.T) {
	w := newWorld(t, options{})
	for name, c := range map[string]func(*broker.Config){
		"no keys":  func(c *broker.Config) { c.Keys = nil },
		"no view":  func(c *broker.Config) { c.View = nil },
		"no roots": func(c *broker.Config) { c.Genuine = nil },
	} {
		config := w.config
		c(&config)
		if _, err := broker.New(config); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// A worker that was restarted has other keys. After a release the broker hands its job over; to another operator it
// does not.
func TestReleaseHandsOverToTheSameOperator(t *testing.T) {
	w := newWorld(t, options{})
	b := w.broker()
	_, _, err := w.ask(b, nil)
	w.must(err)
	first := w.keys.Address()
	w.keys, err = enclave.Generate(rand.Reader)
	w.must(err)
	w.register()
	wrapped, nonce, err := w.ask(b, nil)
	w.must(err)
	_, err = release.Unwrap(wrapped, w.keys.Decryption(), w.job, w.keys.Address(), nonce)
	w.must(err)
	now, err := w.Latest(t.Context())
	w.must(err)
	defer now.Close()
	j, err := now.Job(t.Context(), w.job)
	w.must(err)
	if j.Enclave != w.keys.Address() || j.Enclave == first {
		t.Errorf("the job is with enclave %s, want %s", j.Enclave, w.keys.Address())
	}

	w.operator = w.researcher
	w.keys, err = enclave.Generate(rand.Reader)
	w.must(err)
	w.config.Listed = append(w.config.Listed, sender{w, w.operator}.Address())
	w.register()
	if _, _, err := w.ask(w.broker(), nil); w.refused(err) != release.CodeClaim {
		t.Errorf("another operator took the job over: %v", err)
	}
}
