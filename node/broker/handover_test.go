package broker_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"log/slog"
	"math/big"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/node/broker"
	"github.com/assent-network/assent/node/broker/attestation"
	"github.com/assent-network/assent/node/broker/handover"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/enclave"
	"github.com/assent-network/assent/tee/insecure"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// heir is a successor in the making, with what a test moves.
type heir struct {
	*world
	issuer *insecure.Issuer
	keys   *enclave.Keys
	config handover.Config
	shared *handover.Predecessor
	rq     handover.Request // what it asks for beside what it attests
}

var trustRoot = common.HexToHash("0x7007")

func newHeir(w *world) *heir {
	w.t.Helper()
	h := &heir{world: w, rq: handover.Request{WantsAccount: true, TrustRoot: trustRoot}}
	var err error
	h.issuer, err = insecure.NewIssuer(w.root, insecure.Measurement{MRTD: [48]byte{9}}, rand.Reader,
		w.now.Add(-time.Hour))
	w.must(err)
	h.keys, err = enclave.Generate(rand.Reader)
	w.must(err)
	h.config = handover.Config{
		Keys: w.ring, Journal: w.config.Journal, View: w, Account: w.brokerKey, Genuine: w.config.Genuine,
		ChainID: chainID, Runtime: w.runtime, TrustRoot: trustRoot,
		Terms: handover.Terms{
			Listed: w.config.Listed, Accept: []handover.Accept{{MinEvaluation: 1}},
			Successors: []common.Hash{common.Hash(h.issuer.Measurement().ID())}, SimulatedSuccessors: true,
		},
		Now: w.config.Now, Nonce: w.config.Nonce, Log: slog.New(slog.DiscardHandler),
	}
	return h
}

func (h *heir) predecessor() *handover.Predecessor {
	h.t.Helper()
	p, err := handover.NewPredecessor(h.config)
	h.must(err)
	return p
}

// instance is the heir's place in its TEE.
func (h *heir) instance() *attestation.Instance {
	return &attestation.Instance{
		Keys: h.keys, Issuer: h.issuer, Collector: operate.Collateral{Root: h.root,
			Now: func() time.Time { return h.now }},
		ChainID: chainID, Runtime: h.runtime,
	}
}

// ask answers a fresh challenge after move has changed the request.
func (h *heir) ask(p *handover.Predecessor, move func(*handover.Request, *tee.Evidence)) (*handover.Response, error) {
	h.t.Helper()
	challenge, err := p.Challenge()
	h.must(err)
	return h.answer(p, challenge.Nonce, move)
}

func (h *heir) answer(p *handover.Predecessor, nonce common.Hash,
	move func(*handover.Request, *tee.Evidence)) (*handover.Response, error) {
	h.t.Helper()
	now, err := h.Latest(h.t.Context())
	h.must(err)
	defer now.Close()
	rq := h.rq
	rq.Enclave, rq.REK = h.keys.Address(), h.keys.REK()
	rq.Evidence, rq.Collateral, err = h.instance().Attest(h.t.Context(), now, sender{h.world, h.brokerKey}.Address(),
		nonce)
	h.must(err)
	if move != nil {
		e, err := tee.ParseEvidence(rq.Evidence)
		h.must(err)
		rq.Evidence = nil
		move(&rq, &e)
		if rq.Evidence == nil {
			rq.Evidence, err = e.Marshal()
			h.must(err)
		}
	}
	return p.HandOver(h.t.Context(), rq)
}

// successor asks over HTTP.
func (h *heir) successor() *handover.Successor {
	return &handover.Successor{Instance: h.instance(), View: h.world, TrustRoot: trustRoot,
		WantsAccount: h.rq.WantsAccount, Datasets: h.rq.Datasets}
}

// serve serves a broker, whose predecessor side is p, behind a change of its answers.
func (h *heir) serve(p *handover.Predecessor, change func(path string, body []byte) []byte) *release.Client {
	h.t.Helper()
	h.world.config.HandOver = p
	handler := h.broker().Handler()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if change == nil {
			handler.ServeHTTP(w, r)
			return
		}
		rec := httptest.NewRecorder()
		handler.ServeHTTP(rec, r)
		w.WriteHeader(rec.Code)
		_, _ = w.Write(change(r.URL.Path, rec.Body.Bytes()))
	}))
	h.t.Cleanup(server.Close)
	client, err := release.NewClient(server.URL, server.Client())
	h.must(err)
	return client
}

// last returns the journal's last entry.
func (w *world) last() journal.Entry {
	w.t.Helper()
	entries, err := journal.Read(w.journal)
	w.must(err)
	if len(entries) == 0 {
		w.t.Fatal("the journal is empty")
	}
	return entries[len(entries)-1]
}

// TestHandOver: a successor gets keys, account and terms, serves as the first instance did, and hands over itself.
func TestHandOver(t *testing.T) {
	w := newWorld(t, options{})
	h := newHeir(w)
	estate, account, err := h.successor().Ask(t.Context(), h.serve(h.predecessor(), nil))
	w.must(err)
	entry, err := w.ring.Get(w.story.Dataset)
	w.must(err)
	key, err := estate.AccountKey()
	w.must(err)
	if len(estate.Keys) != 1 || estate.Keys[0].Dataset != w.story.Dataset ||
		estate.Keys[0].Entry.Identity != entry.Identity ||
		!bytes.Equal(estate.Keys[0].Entry.Master, entry.Master) || !key.Equal(w.brokerKey) ||
		account != (sender{w, w.brokerKey}.Address()) {
		t.Errorf("handed over for %s: %+v", account, estate)
	}
	if !slices.Equal(estate.Terms.Listed, w.config.Listed) || estate.Terms.Policies()[0].MinEvaluation != 1 ||
		estate.Round == 0 {
		t.Errorf("the terms %+v of round %d", estate.Terms, estate.Round)
	}
	e := w.last()
	if e.Event != journal.HandOver || !e.Granted || e.Reason != "handed over" || e.Enclave != h.keys.Address() ||
		!e.Simulated ||
		e.Measurement != common.Hash(h.issuer.Measurement().ID()) ||
		!slices.Equal(e.Datasets, []common.Hash{w.story.Dataset}) ||
		e.Account == nil || *e.Account != account {
		t.Errorf("journal %+v", e)
	}

	// With it another instance does what the first does.
	second := w.heir2(h, estate, key)
	wrapped, nonce, err := w.ask(second, nil)
	w.must(err)
	got, err := release.Unwrap(wrapped, w.keys.Decryption(), w.job, w.keys.Address(), nonce)
	w.must(err)
	share, err := entry.Share(w.story.Dataset, w.job)
	w.must(err)
	secret, err := entry.UseSecret(w.story.Dataset, 1)
	w.must(err)
	if !bytes.Equal(got.FileKey, w.fileKey()) || !bytes.Equal(got.Share, share) || !bytes.Equal(got.UseSecret, secret) {
		t.Error("the second instance gives another key, another noise share or another use secret")
	}

	// And it hands over in turn, on the same terms.
	third := newHeir(w)
	third.issuer = h.issuer
	third.config.Keys, err = estate.Keyring()
	w.must(err)
	third.config.Terms = estate.Terms
	if _, err := third.ask(third.predecessor(), nil); err != nil {
		t.Errorf("the successor hands over to nobody: %v", err)
	}
}

// heir2 is a broker with what was handed over.
func (w *world) heir2(h *heir, e *handover.Estate, key *ecdsa.PrivateKey) *broker.Broker {
	w.t.Helper()
	ring, err := e.Keyring()
	w.must(err)
	config := w.config
	config.Keys, config.Sender, config.Listed, config.AlsoAccept = ring, sender{w, key}, e.Terms.Listed,
		e.Terms.Policies()
	config.Instance = h.instance()
	b, err := broker.New(config)
	w.must(err)
	return b
}

// handOverCase is a hand-over that is refused because one thing was moved.
type handOverCase struct {
	options options
	heir    func(h *heir)
	request func(h *heir, r *handover.Request, e *tee.Evidence)
	with    func(h *heir, r *handover.Request) // collateral
	want    release.Code
}

// Every check of a hand-over is tested by moving one thing.
func TestHandOverRefusals(t *testing.T) {
	for name, c := range movedRequests(t) {
		t.Run(name, c.run)
	}
	for name, c := range unhealthyMachines() {
		t.Run(name, c.run)
	}
}

func (c handOverCase) run(t *testing.T) {
	h := newHeir(newWorld(t, c.options))
	if c.heir != nil {
		c.heir(h)
	}
	p := h.predecessor()
	h.shared = p
	// What the heir says of itself stays as it was; only the predecessor was moved.
	response, err := h.ask(p, func(r *handover.Request, e *tee.Evidence) {
		if c.request != nil {
			c.request(h, r, e)
		}
		if c.with != nil {
			c.with(h, r)
		}
	})
	if got := h.refused(err); got != c.want || response != nil {
		t.Fatalf("refused with %q (%v), want %q", got, err, c.want)
	}
	e := h.closed()
	proven := e.Event == journal.HandOver && e.Reason == string(c.want) && len(e.Detail) > 0
	if e.Granted || proven == (e.Counts[string(c.want)] == 1) || proven == unproven(string(c.want)) {
		t.Errorf("journal %+v", e)
	}
}

// movedRequests are hand-overs of other parties, at other times, or for other things.
func movedRequests(t *testing.T) map[string]handOverCase {
	t.Helper()
	otherRoot, err := insecure.NewRoot(rand.Reader, time.Unix(1_800_000_000, 0).Add(-time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	issuer := func(h *heir, root *insecure.Root, m insecure.Measurement) {
		var err error
		h.issuer, err = insecure.NewIssuer(root, m, rand.Reader, h.now.Add(-time.Minute))
		h.must(err)
	}
	return map[string]handOverCase{
		"no successor is named": {heir: func(h *heir) { h.config.Terms.Successors = nil },
			want: handover.CodeSuccessors},
		"evidence that does not parse": {request: func(_ *heir, r *handover.Request,
			_ *tee.Evidence) {
			r.Evidence = []byte{1}
		}, want: release.CodeEvidence},
		"a nonce that nobody gave": {request: func(_ *heir, _ *handover.Request,
			e *tee.Evidence) {
			e.Nonce[0] ^= 1
		}, want: release.CodeNonce},
		"a challenge for key releases": {request: func(h *heir, _ *handover.Request, e *tee.Evidence) {
			nonce, err := h.broker().Challenge()
			h.must(err)
			e.Nonce = nonce
		}, want: release.CodeNonce},
		"an old challenge": {request: func(h *heir, _ *handover.Request,
			_ *tee.Evidence) {
			h.now = h.now.Add(2*time.Minute + 1)
		}, want: release.CodeNonce},
		"another open challenge": {request: func(h *heir, _ *handover.Request, e *tee.Evidence) {
			challenge, err := h.shared.Challenge()
			h.must(err)
			e.Nonce = challenge.Nonce
		}, want: "reportData"},
		"another trust root": {request: func(_ *heir, r *handover.Request, _ *tee.Evidence) { r.TrustRoot[0] ^= 1 },
			want: handover.CodeTrustRoot},
		"another platform": {
			heir:    func(h *heir) { h.config.Genuine = onlyTDX(h.world) },
			request: func(_ *heir, _ *handover.Request, e *tee.Evidence) { e.Platform = tee.SNP },
			want:    release.CodePlatform,
		},
		"a changed quote": {request: func(_ *heir, _ *handover.Request,
			e *tee.Evidence) {
			e.Quote[len(e.Quote)/2] ^= 1
		}, want: release.CodeQuote},
		"a root that the network has not": {heir: func(h *heir) { issuer(h, otherRoot, h.issuer.Measurement()) },
			want: release.CodeQuote},
		"a block that lies ahead": {request: func(_ *heir, _ *handover.Request,
			e *tee.Evidence) {
			e.Round += 1000
		}, want: release.CodeFreshness},
		"a block of another chain": {request: func(_ *heir, _ *handover.Request,
			e *tee.Evidence) {
			e.BlockHash[0] ^= 1
		}, want: release.CodeFreshness},
		"a stale block": {request: func(h *heir, _ *handover.Request, _ *tee.Evidence) {
			for range 243 { // with which it lies 252 back, and the chain knows 256
				h.must(h.chain.Tick())
			}
		}, want: release.CodeFreshness},
		"a block that is forgotten": {request: func(h *heir, _ *handover.Request, _ *tee.Evidence) {
			for range 300 {
				h.must(h.chain.Tick())
			}
		}, want: release.CodeFreshness},
		"another program": {heir: func(h *heir) { issuer(h, h.root, insecure.Measurement{MRTD: [48]byte{8}}) },
			want: "measurement"},
		"the worker's program": {heir: func(h *heir) { h.issuer = h.world.issuer }, want: "measurement"},
		"a debuggable machine": {heir: func(h *heir) { h.issuer = h.issuer.WithDebug() }, want: "debug"},
		"a simulated machine": {heir: func(h *heir) { h.config.Terms.SimulatedSuccessors = false },
			want: release.CodeSimulated},
		"real data for it": {options: options{closed: true}, want: release.CodeSimulated},
		"another REK": {request: func(_ *heir, r *handover.Request, _ *tee.Evidence) { r.REK[0] ^= 1 },
			want: "reportData"},
		"another enclave": {request: func(_ *heir, r *handover.Request, _ *tee.Evidence) { r.Enclave[0] ^= 1 },
			want: "reportData"},
		"another account": {heir: func(h *heir) { h.config.Account = h.researcher }, want: "reportData"},
		"another chain":   {heir: func(h *heir) { h.config.ChainID++ }, want: "reportData"},
		"another runtime": {heir: func(h *heir) { h.config.Runtime[0] ^= 1 }, want: "reportData"},
		"a dataset without a key": {heir: func(h *heir) { h.rq.Datasets = []common.Hash{{1}} },
			want: release.CodeNoKey},
		"a dataset twice": {heir: func(h *heir) {
			h.rq.Datasets = []common.Hash{h.story.Dataset,
				h.story.Dataset}
		}, want: handover.CodeDatasets},
		"too many datasets": {heir: func(h *heir) { h.config.Keys = manyKeys(handover.MaxDatasets + 1) },
			want: handover.CodeDatasets},
	}
}

// unhealthyMachines are successors whose machine is too old, revoked, or not one that the custodian takes.
func unhealthyMachines() map[string]handOverCase {
	collateral := func(t insecure.Terms) func(h *heir, r *handover.Request) {
		return func(h *heir, r *handover.Request) {
			var err error
			t.Now, t.Number = h.now, 1
			r.Collateral, err = h.root.CollateralOf(t)
			h.must(err)
		}
	}
	other := insecure.Simulated()
	other.FMSPC[0]++
	elsewhere := func(h *heir) { // on a platform for which no one has posted collateral
		var err error
		h.issuer, err = insecure.NewIssuerOn(other, h.root, h.issuer.Measurement(), rand.Reader,
			h.now.Add(-time.Minute))
		h.must(err)
	}
	return map[string]handOverCase{
		"old firmware": {heir: func(h *heir) {
			h.post(insecure.Terms{Now: h.now.Add(time.Second), Number: 2, Status: tee.OutOfDate})
		}, want: "tcb"},
		"a machine that is revoked": {heir: func(h *heir) {
			h.post(insecure.Terms{Now: h.now.Add(time.Second), Number: 2, Revoked: []*big.Int{h.issuer.Serial()}})
		}, want: release.CodeQuote},
		"a revocation that its collateral does not know yet": {
			heir: func(h *heir) {
				h.post(insecure.Terms{Now: h.now.Add(time.Second), Number: 2, Revoked: []*big.Int{h.issuer.Serial()}})
			},
			with: collateral(insecure.Terms{}), want: release.CodeQuote,
		},
		"old firmware of a platform that the chain has no collateral for": {
			heir: elsewhere, with: collateral(insecure.Terms{Platform: &other, Status: tee.OutOfDate}), want: "tcb",
		},
		"a revocation that is on chain, on a platform that the chain has no levels for": {
			heir: func(h *heir) {
				elsewhere(h)
				h.post(insecure.Terms{Now: h.now.Add(time.Second), Number: 2, Revoked: []*big.Int{h.issuer.Serial()}})
			},
			with: collateral(insecure.Terms{Platform: &other}), want: release.CodeQuote,
		},
		"levels of another platform": {heir: elsewhere, with: collateral(insecure.Terms{}), want: release.CodeQuote},
		"no collateral": {heir: elsewhere, with: func(_ *heir, r *handover.Request) { r.Collateral = nil },
			want: release.CodeQuote},
		"an old evaluation": {heir: func(h *heir) { h.config.Terms.Accept[0].MinEvaluation = 2 },
			want: "evaluation"},
		"a machine not listed": {heir: func(h *heir) { h.config.Terms.Accept[0].Devices = []string{"ppid:00"} },
			want: "device"},
		"collateral of long ago": {heir: func(h *heir) { h.config.Terms.Accept[0].MaxCollateralAge = 60 },
			want: "collateral"},
		"one policy of two": {heir: func(h *heir) {
			h.config.Terms.Accept = append(h.config.Terms.Accept, handover.Accept{MinEvaluation: 2})
		}, want: "evaluation"},
	}
}

// unproven says whether a hand-over that is refused with a code had no genuine quote.
func unproven(code string) bool {
	return slices.Contains([]string{"successors", "evidence", "nonce", "trust-root", "platform", "quote"}, code)
}

// closed closes the journal, with which everything is in it, and returns its last entry.
func (w *world) closed() journal.Entry {
	w.t.Helper()
	w.must(w.config.Journal.Close())
	return w.last()
}

// manyKeys are datasets beyond number.
type manyKeys int

func (k manyKeys) Get(common.Hash) (*keyring.Entry, error) { return nil, keyring.ErrNoDataset }

func (k manyKeys) Datasets() ([]common.Hash, error) {
	ids := make([]common.Hash, k)
	for i := range ids {
		ids[i] = common.BigToHash(big.NewInt(int64(i)))
	}
	return ids, nil
}

// A challenge counts for one hand-over, of one run of one broker.
func TestHandOverChallengesAreUsedOnce(t *testing.T) {
	h := newHeir(newWorld(t, options{}))
	p := h.predecessor()
	challenge, err := p.Challenge()
	h.must(err)
	var kept handover.Request
	_, err = h.answer(p, challenge.Nonce, func(r *handover.Request, e *tee.Evidence) {
		r.Evidence, err = e.Marshal()
		h.must(err)
		kept = *r
	})
	h.must(err)
	if _, err := p.HandOver(t.Context(), kept); h.refused(err) != release.CodeNonce {
		t.Errorf("a request was answered twice: %v", err)
	}
	if _, err := h.answer(p, challenge.Nonce, nil); h.refused(err) != release.CodeNonce {
		t.Errorf("a challenge was answered twice: %v", err)
	}
	challenge, err = p.Challenge()
	h.must(err)
	if _, err := h.answer(h.predecessor(), challenge.Nonce, nil); h.refused(err) != release.CodeNonce {
		t.Errorf("the challenge of another run was answered: %v", err)
	}
}

// What one custodian typed counts: real data goes to a simulated successor when its dataset's name was typed.
func TestHandOverOfRealData(t *testing.T) {
	w := newWorld(t, options{closed: true, noKey: true})
	entry, err := keyring.NewEntry("study", rand.Reader)
	w.must(err)
	entry.Confirmed = true
	w.must(w.ring.Put(w.story.Dataset, entry, false))
	h := newHeir(w)
	if _, err := h.ask(h.predecessor(), nil); err != nil {
		t.Errorf("refused although the custodian typed the name: %v", err)
	}
}

// A decision that cannot be put on record is not carried out.
func TestHandOverWithoutJournal(t *testing.T) {
	h := newHeir(newWorld(t, options{}))
	log, err := journal.Open(filepath.Join(t.TempDir(), "journal"))
	h.must(err)
	h.must(log.Close())
	h.config.Journal = log
	response, err := h.ask(h.predecessor(), nil)
	var refusal *release.Refusal
	if err == nil || errors.As(err, &refusal) || response != nil {
		t.Errorf("handed over without a record: %v, %v", response, err)
	}
}

// When the predecessor cannot decide, nothing is handed over, and nothing is on record.
func TestHandOverUndecided(t *testing.T) {
	for name, c := range map[string]func(h *heir){
		"a keyring that cannot be read":   func(h *heir) { h.config.Keys = brokenKeys{h.ring} },
		"a keyring that cannot be listed": func(h *heir) { h.config.Keys = brokenKeys{} },
		"no view of the chain":            func(h *heir) { h.config.View = blindView{} },
	} {
		t.Run(name, func(t *testing.T) {
			h := newHeir(newWorld(t, options{}))
			c(h)
			response, err := h.ask(h.predecessor(), nil)
			var refusal *release.Refusal
			if !errors.Is(err, errDead) || errors.As(err, &refusal) || response != nil {
				t.Errorf("got %v", err)
			}
			if entries, err := journal.Read(h.journal); err != nil || len(entries) != 0 {
				t.Errorf("the journal has %v, %v", entries, err)
			}
		})
	}
}

// brokenKeys is a keyring on a disk that fails.
type brokenKeys struct{ *keyring.Keyring }

func (k brokenKeys) Get(common.Hash) (*keyring.Entry, error) { return nil, errDead }

func (k brokenKeys) Datasets() ([]common.Hash, error) {
	if k.Keyring == nil {
		return nil, errDead
	}
	return k.Keyring.Datasets()
}

type blindView struct{}

func (blindView) Latest(context.Context) (*contracts.Open, error) { return nil, errDead }

// Strangers fill neither the journal nor keep a successor out.
func TestManyHandOverRefusals(t *testing.T) {
	h := newHeir(newWorld(t, options{}))
	p := h.predecessor()
	for range 50 {
		if _, err := p.HandOver(t.Context(), handover.Request{Evidence: []byte{1}}); h.refused(
			err) != release.CodeEvidence {
			t.Error(err)
		}
	}
	undecided, other := 0, newHeir(h.world)
	other.issuer = h.world.issuer // a genuine machine, with another program
	for range 30 {
		_, err := other.ask(p, nil)
		var r *release.Refusal
		if !errors.As(err, &r) {
			undecided++
		}
	}
	if _, err := h.ask(p, nil); err != nil {
		t.Errorf("kept out: %v", err)
	}
	if entries, err := journal.Read(h.journal); err != nil || undecided != 10 || len(entries) != 21 {
		t.Errorf("%d undecided, %d in the journal, %v; want 10, and 20 refusals and one hand-over", undecided,
			len(entries), err)
	}
}

func TestPredecessorRefusesAnIncompleteConfiguration(t *testing.T) {
	h := newHeir(newWorld(t, options{}))
	for name, c := range map[string]func(*handover.Config){
		"no keys":    func(c *handover.Config) { c.Keys = nil },
		"no account": func(c *handover.Config) { c.Account = nil },
		"no roots":   func(c *handover.Config) { c.Genuine = nil },
	} {
		config := h.config
		c(&config)
		if _, err := handover.NewPredecessor(config); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// The policies that came with the keys count beside the instance's own.
func TestReleaseUnderTermsThatWereHandedOver(t *testing.T) {
	for name, c := range map[string]func(*broker.Config){
		"the instance's own": func(c *broker.Config) { c.Accept.MinEvaluation = 2 },
		"the first of two":   func(c *broker.Config) { c.AlsoAccept = []teepolicy.Policy{{MinEvaluation: 2}, {}} },
		"the second of two":  func(c *broker.Config) { c.AlsoAccept = []teepolicy.Policy{{}, {MinEvaluation: 2}} },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, options{})
			c(&w.config)
			if _, _, err := w.ask(w.broker(), nil); w.refused(err) != release.CodePolicy ||
				!strings.Contains(err.Error(), "evaluation") {
				t.Errorf("got %v", err)
			}
		})
	}
}

// Levels that the successor brings count where the chain has none, under the chain's lists: those that came with them
// do not matter.
func TestHandOverByLevelsThatWereBrought(t *testing.T) {
	other := insecure.Simulated()
	other.FMSPC[0]++
	for name, terms := range map[string]insecure.Terms{
		"with lists":    {Platform: &other},
		"without lists": {Platform: &other, WithoutCRL: true},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHeir(newWorld(t, options{}))
			var err error
			h.issuer, err = insecure.NewIssuerOn(other, h.root, h.issuer.Measurement(), rand.Reader,
				h.now.Add(-time.Minute))
			h.must(err)
			terms.Now, terms.Number = h.now, 1
			brought, err := h.root.CollateralOf(terms)
			h.must(err)
			if _, err := h.ask(h.predecessor(),
				func(rq *handover.Request, _ *tee.Evidence) { rq.Collateral = brought }); err != nil {
				t.Error(err)
			}
		})
	}
}
