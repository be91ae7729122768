package worker_test

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"log/slog"
	"math/big"
	"math/rand/v2"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/deploy"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/compute/computetest"
	"github.com/assent-network/assent/node/fetch"
	"github.com/assent-network/assent/node/genuine"
	"github.com/assent-network/assent/node/worker"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/runtime/memchain"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/enclave"
	"github.com/assent-network/assent/tee/insecure"
)

const chainID = 42334

// registrar is a chain, an operator and a machine whose worker registers. Everything that a test moves is a field.
type registrar struct {
	t         *testing.T
	now       time.Time
	chain     *memchain.Chain
	reader    *contracts.Reader
	contracts deploy.Contracts
	operator  *ecdsa.PrivateKey

	root      *insecure.Root
	issuer    *insecure.Issuer
	keys      *enclave.Keys
	collected insecure.Terms // what the collector has
	sent      int            // transactions of the operator
}

func (r *registrar) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

func newRegistrar(t *testing.T, chainRoots func(own *insecure.Root) tee.Roots) *registrar {
	t.Helper()
	random := rand.NewChaCha8([32]byte{7})
	r := &registrar{t: t, now: time.Unix(1_800_000_000, 0)}
	key := func(name string) *ecdsa.PrivateKey {
		k, err := crypto.ToECDSA(crypto.Keccak256([]byte("assent worker test: " + name)))
		r.must(err)
		return k
	}
	deployer := key("deployer")
	r.operator = key("operator")
	var err error
	r.root, err = insecure.NewRoot(random, r.now.Add(-time.Hour))
	r.must(err)
	r.issuer, err = insecure.NewIssuer(r.root, insecure.Measurement{MRTD: [48]byte{1}}, random, r.now.Add(-time.Hour))
	r.must(err)
	r.keys, err = enclave.Generate(random)
	r.must(err)
	roots := chainRoots(r.root)
	r.chain, err = memchain.New(chainID, roots, func() uint64 { return uint64(r.now.Unix()) },
		crypto.PubkeyToAddress(deployer.PublicKey), crypto.PubkeyToAddress(r.operator.PublicKey))
	r.must(err)
	t.Cleanup(r.chain.Close)
	r.contracts, err = deploy.Deploy(t.Context(), r.chain, bind.NewKeyedTransactor(deployer, big.NewInt(chainID)),
		deploy.Config{Runtime: common.Hash{1}})
	r.must(err)
	r.reader = contracts.NewReader(chainID, roots, r.contracts.Addresses())
	r.collected = insecure.Terms{Now: r.now, Number: 5}
	return r
}

// Latest, At and Next implement worker.View over the chain in memory.
func (r *registrar) Latest(context.Context) (*contracts.Open, error) {
	return r.open(r.chain.Latest()), nil
}

func (r *registrar) At(_ context.Context, round uint64) (*contracts.Open, error) {
	b, err := r.chain.At(round)
	if err != nil {
		return nil, err
	}
	return r.open(b), nil
}

func (r *registrar) Told(context.Context, uint64) (*contracts.Told, error) {
	return contracts.NewTold(r.open(r.chain.Latest()), nil), nil
}

func (r *registrar) ToldAt(ctx context.Context, round uint64) (*contracts.Told, error) {
	open, err := r.At(ctx, round)
	return contracts.NewTold(open, nil), err
}

func (r *registrar) Confirm(_ context.Context, told *contracts.Told) (*contracts.Open, error) {
	return told.Unconfirmed(), nil
}

func (r *registrar) Until(context.Context, uint64) error { return errors.New("not asked") }

func (r *registrar) Next(context.Context, uint64) (uint64, error) { return 0, errors.New("not asked") }

func (r *registrar) open(b memchain.Block) *contracts.Open {
	round := contracts.Round{Number: b.Number, Time: b.Time, StateRoot: common.Hash(b.Root.Hash), BlockHash: b.Hash}
	return r.reader.Open(round, b.Number, r.chain.Tree(b), nil)
}

// Address and Send implement worker.Sender.
func (r *registrar) Address() common.Address { return crypto.PubkeyToAddress(r.operator.PublicKey) }

func (r *registrar) Send(ctx context.Context, to common.Address, value *big.Int, input []byte) (uint64, error) {
	a := account.New(r.chain, chainID, r.operator)
	receipt, err := a.Send(ctx, &to, value, input)
	if err != nil {
		return 0, err
	}
	r.sent++
	return receipt.BlockNumber.Uint64(), nil
}

// Collateral implements tee.Collector.
func (r *registrar) Collateral(context.Context, []byte) ([]byte, error) {
	return r.root.CollateralOf(r.collected)
}

// Jobs and Parameters implement worker.Feed, of which registering asks nothing.
func (r *registrar) Jobs(context.Context, uint64, func(common.Hash, uint64), func(uint64)) error {
	return errors.New("not asked")
}

func (r *registrar) Post(context.Context, *contracts.Job) (contracts.Post, error) {
	return contracts.Post{}, errors.New("not asked")
}

// Charge implements worker.Feed.
func (r *registrar) Charge(context.Context, *contracts.Job) (receipt.Charge, error) {
	return receipt.Charge{}, errors.New("not asked")
}

// register registers the enclave, or renews, and returns how many transactions that took.
func (r *registrar) register() (int, error) {
	r.t.Helper()
	memory, err := worker.OpenMemory(filepath.Join(r.t.TempDir(), "jobs.json"), 1)
	r.must(err)
	quotes, err := genuine.New([]tee.Verifier{dcap.Verifier{}}, tee.Roots{r.root.Certificate()})
	r.must(err)
	w, err := worker.New(worker.Config{
		View: r, Sender: r, Feed: r, Contracts: r.reader.Contracts(), Keys: r.keys, Issuer: r.issuer, Collector: r,
		Genuine: quotes,
		Roots:   tee.Roots{r.root.Certificate()}, ChainID: chainID, Runtime: common.Hash{1},
		Files:   &fetch.Store{Dir: r.t.TempDir()},
		Brokers: func(common.Hash) (string, error) { return "", errors.New("not asked") }, HTTP: http.DefaultClient,
		Engines: computetest.Here{}, Memory: memory, Random: rand.NewChaCha8([32]byte{9}),
		Now: func() time.Time { return r.now }, Log: slog.New(slog.DiscardHandler), Life: time.Hour,
	})
	r.must(err)
	before := r.sent
	err = w.Register(r.t.Context())
	return r.sent - before, err
}

// post posts collateral, as anyone may.
func (r *registrar) post(terms insecure.Terms) {
	r.t.Helper()
	b, err := r.root.CollateralOf(terms)
	r.must(err)
	_, err = r.Send(r.t.Context(), r.contracts.Collateral.Address, nil, bindings.NewCollateralRegistry().PackPost(b))
	r.must(err)
}

// record is the enclave's as the chain judges it.
func (r *registrar) record() (contracts.Worker, error) {
	now := r.open(r.chain.Latest())
	defer now.Close()
	return now.CheckWorker(r.t.Context(), r.keys.Address())
}

func own(root *insecure.Root) tee.Roots { return tee.Roots{root.Certificate()} }

// A worker posts collateral when the chain's is missing, ends too soon or is behind, and not otherwise.
func TestRegister_postsCollateralThatIsWanted(t *testing.T) {
	const day = 24 * time.Hour
	for name, c := range map[string]struct {
		before func(r *registrar)
		want   int // transactions
	}{
		"none there":     {func(*registrar) {}, 2},
		"the same there": {func(r *registrar) { r.post(r.collected) }, 1},
		"newer there": {func(r *registrar) {
			r.post(insecure.Terms{Now: r.now.Add(time.Minute), Number: 6, Evaluation: 9})
		}, 1},
		"newer date, same numbers": {func(r *registrar) {
			r.post(r.collected)
			r.collected.Now = r.now.Add(time.Minute)
		}, 1},
		"newer list at hand": {func(r *registrar) {
			r.post(r.collected)
			r.collected = insecure.Terms{Now: r.now.Add(time.Minute), Number: 6}
		}, 2},
		"newer evaluation at hand, older lists": {func(r *registrar) {
			r.post(insecure.Terms{Now: r.now, Number: 6})
			r.collected = insecure.Terms{Now: r.now.Add(time.Minute), Number: 5, Evaluation: 2}
		}, 2},
		"half of its time is over": {func(r *registrar) {
			r.post(r.collected)
			r.now = r.now.Add(16 * day)
			r.collected.Now = r.now
			r.must(r.chain.Tick())
			r.must(r.chain.Tick())
		}, 2},
		"what is at hand has expired, what is there has not": {func(r *registrar) {
			r.now = r.now.Add(40 * day)
			r.must(r.chain.Tick())
			r.must(r.chain.Tick())
			r.post(insecure.Terms{Now: r.now, Number: 6})
		}, 1},
		"what is at hand has expired, and half of the time of what is there": {func(r *registrar) {
			r.now = r.now.Add(20 * day)
			r.must(r.chain.Tick())
			r.must(r.chain.Tick())
			r.post(insecure.Terms{Now: r.now, Number: 6})
			r.now = r.now.Add(16 * day)
			r.must(r.chain.Tick())
			r.must(r.chain.Tick())
		}, 1},
		"expired": {func(r *registrar) {
			r.post(r.collected)
			r.now = r.now.Add(40 * day)
			r.collected.Now = r.now
			r.must(r.chain.Tick())
			r.must(r.chain.Tick())
		}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRegistrar(t, own)
			c.before(r)
			got, err := r.register()
			if err != nil {
				t.Fatal(err)
			}
			if got != c.want {
				t.Errorf("%d transactions, want %d", got, c.want)
			}
			w, err := r.record()
			if err != nil {
				t.Fatal(err)
			}
			status, _ := tee.StatusOf(w.Status)
			if !w.Simulated || status != tee.UpToDate ||
				common.Hash(w.Measurement) != common.Hash(r.issuer.Measurement().ID()) {
				t.Errorf("the chain found %+v", w)
			}
			if got, err := r.register(); err != nil || got != 1 {
				t.Errorf("renewing took %d transactions, %v; want 1", got, err)
			}
			if w, err = r.record(); err != nil || w.Renewals != 1 {
				t.Errorf("after renewing: %+v, %v", w, err)
			}
		})
	}
}

// A machine that is not accepted is told why before anything is spent on its registration.
func TestRegister_saysWhyNot(t *testing.T) {
	for name, c := range map[string]struct {
		roots  func(own *insecure.Root) tee.Roots
		before func(r *registrar)
		want   string
	}{
		"revoked": {own, func(r *registrar) {
			r.collected.Revoked = []*big.Int{r.issuer.Serial()}
		}, "was revoked"},
		"revoked on chain only": {own, func(r *registrar) {
			r.post(insecure.Terms{Now: r.now.Add(time.Minute), Number: 6, Revoked: []*big.Int{r.issuer.Serial()}})
		}, "was revoked"},
		"firmware out of date": {own, func(r *registrar) { r.collected.Status = tee.OutOfDate }, `check "tcb"`},
		"a debuggable machine": {own, func(r *registrar) { r.issuer = r.issuer.WithDebug() }, `check "debug"`},
		"no revocation lists": {own, func(r *registrar) { r.collected.WithoutCRL = true },
			"no revocation lists of root"},
		"a root that the chain has not": {func(*insecure.Root) tee.Roots { return nil }, func(*registrar) {},
			string(solidity.ErrCollateralRefused)},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRegistrar(t, c.roots)
			c.before(r)
			_, err := r.register()
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want one line with %q", err, c.want)
			}
			now := r.open(r.chain.Latest())
			defer now.Close()
			if w, err := now.Worker(t.Context(), r.keys.Address()); err != nil || w.Operator != (common.Address{}) {
				t.Errorf("the chain has %+v, %v", w, err)
			}
		})
	}
}

// What is on chain afterwards is what an auditor will judge by: it is named by its content.
func TestRegister_theChainNamesTheCollateral(t *testing.T) {
	r := newRegistrar(t, own)
	_, err := r.register()
	r.must(err)
	w, err := r.record()
	r.must(err)
	now := r.open(r.chain.Latest())
	defer now.Close()
	b, err := now.Collateral(t.Context(), collateral.Place{Levels: w.Levels, Issuer: w.Issuer})
	r.must(err)
	posted, err := r.root.CollateralOf(r.collected)
	r.must(err)
	id, err := collateral.ID(b)
	r.must(err)
	if id != common.Hash(w.Collateral) || string(b) != string(posted) {
		t.Errorf("the chain has collateral %s and judged by %s", id, common.Hash(w.Collateral))
	}
}
