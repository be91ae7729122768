package client_test

import (
	"crypto/ecdsa"
	"crypto/rand"
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/deploy"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/runtime/memchain"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/enclave"
	"github.com/assent-network/assent/tee/insecure"
)

const chainID = 42334

// world is a chain in memory with the contracts and a dataset, and everyone's keys.
type world struct {
	t          testing.TB
	now        time.Time
	chain      *memchain.Chain
	contracts  deploy.Contracts
	client     *client.Client
	story      *actors.Story
	runtime    common.Hash
	root       *insecure.Root
	issuer     *insecure.Issuer
	enclave    *enclave.Keys
	operator   *ecdsa.PrivateKey
	broker     *ecdsa.PrivateKey
	researcher *ecdsa.PrivateKey
}

func key(t testing.TB, name string) *ecdsa.PrivateKey {
	t.Helper()
	k, err := crypto.ToECDSA(crypto.Keccak256([]byte("assent client test: " + name)))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func address(k *ecdsa.PrivateKey) common.Address { return crypto.PubkeyToAddress(k.PublicKey) }

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// newWorld deploys the contracts and registers a dataset, whose policy change may move.
func newWorld(t testing.TB, change func(*policy.Policy)) *world {
	t.Helper()
	ctx := t.Context()
	w := &world{
		t: t, now: time.Unix(1_800_000_000, 0), runtime: common.HexToHash("0x8000"),
		operator: key(t, "operator"), broker: key(t, "broker"), researcher: key(t, "researcher"),
	}
	custodian, deployer := key(t, "custodian"), key(t, "deployer")
	var err error
	w.root, err = insecure.NewRoot(rand.Reader, w.now.Add(-time.Hour))
	w.must(err)
	w.issuer, err = insecure.NewIssuer(w.root, insecure.Measurement{MRTD: [48]byte{1}}, rand.Reader,
		w.now.Add(-time.Hour))
	w.must(err)
	w.enclave, err = enclave.Generate(rand.Reader)
	w.must(err)
	w.chain, err = memchain.New(chainID, tee.Roots{w.root.Certificate()}, func() uint64 { return uint64(w.now.Unix()) },
		address(w.operator), address(w.broker), address(w.researcher), address(custodian), address(deployer))
	w.must(err)
	t.Cleanup(w.chain.Close)
	opts := bind.NewKeyedTransactor(deployer, big.NewInt(chainID))
	w.contracts, err = deploy.Deploy(ctx, w.chain, opts, deploy.Config{Runtime: w.runtime, PolicyDelay: 60})
	w.must(err)
	w.client, err = client.New(ctx, w.chain, chainID, w.contracts.Addresses())
	w.must(err)
	p := publish.PolicyTemplate()
	p.MinCohort, p.Schema = 1, common.Hash{2}
	p.Measurements, p.TrustRoots = []common.Hash{w.issuer.Measurement().ID()}, []common.Hash{w.root.ID()}
	if change != nil {
		change(&p)
	}
	w.story, err = actors.Begin(ctx, w.client, custodian, address(w.broker), "study", true, p,
		func() time.Time { return w.now })
	w.must(err)
	return w
}

// enrol enrols so many more people.
func (w *world) enrol(n int) []actors.Subject {
	w.t.Helper()
	before := len(w.story.Subjects)
	names := make([]string, n)
	for i := range names {
		names[i] = fmt.Sprintf("person %d", before+i)
	}
	w.must(w.story.MakeSubjects(names, func(i int) (*ecdsa.PrivateKey, error) { return key(w.t, names[i]), nil },
		rand.Reader))
	enrolled := w.story.Subjects[before:]
	w.must(w.story.Enrol(w.t.Context(), enrolled, actors.Consent{}, nil))
	return enrolled
}

// send sends a call from a key.
func (w *world) send(from *ecdsa.PrivateKey, to common.Address, input []byte) uint64 {
	w.t.Helper()
	a := w.client.Account(from)
	r, err := a.Send(w.t.Context(), &to, nil, input)
	w.must(err)
	return r.BlockNumber.Uint64()
}

func (w *world) market() *bindings.JobMarket { return bindings.NewJobMarket() }
