package broker_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"log/slog"
	"math"
	"math/big"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/deploy"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/node/broker"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/genuine"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/signature"
	"github.com/assent-network/assent/protocol/worker"
	"github.com/assent-network/assent/runtime/memchain"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/enclave"
	"github.com/assent-network/assent/tee/insecure"
)

const chainID = 42334

// world is a chain with a claimed job, a broker and a worker's enclave. Everything that a test moves is a field.
type world struct {
	t         *testing.T
	now       time.Time
	ticks     atomic.Int64 // by so many seconds the chain's clock is ahead
	chain     *memchain.Chain
	client    *client.Client
	story     *actors.Story
	contracts solidity.Addresses
	reader    *contracts.Reader

	collateral common.Address // the registry

	root   *insecure.Root
	issuer *insecure.Issuer
	keys   *enclave.Keys
	ring   *keyring.Keyring

	entry    *keyring.Entry // the dataset's key
	public   string         // where its version is
	sealedTo *keyring.Entry // whom the version is sealed to

	operator, brokerKey, researcher *ecdsa.PrivateKey
	job                             common.Hash
	runtime                         common.Hash
	config                          broker.Config
	beforeBlock                     func() // called before a block that is waited for
	blocks                          uint64 // consensus blocks without a round
	journal                         string
}

func key(t *testing.T, name string) *ecdsa.PrivateKey {
	t.Helper()
	k, err := crypto.ToECDSA(crypto.Keccak256([]byte("assent broker test: " + name)))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// options are what differs before the job is claimed.
type options struct {
	closed bool // the dataset is neither synthetic nor public
	noKey  bool
	lost   bool   // the version is sealed to another key than the broker has
	pins   []byte // what the policy names as pins, which the chain has unless it is empty; nil for those of the image
}

// newWorld plays everything up to the claim.
func newWorld(t *testing.T, o options) *world {
	t.Helper()
	ctx := t.Context()
	w := &world{
		t: t, now: time.Unix(1_800_000_000, 0), operator: key(t, "operator"), brokerKey: key(t, "broker"),
		researcher: key(t, "researcher"), runtime: common.HexToHash("0x8000"),
	}
	custodian, deployer := key(t, "custodian"), key(t, "deployer")
	address := func(k *ecdsa.PrivateKey) common.Address { return crypto.PubkeyToAddress(k.PublicKey) }
	var err error
	w.root, err = insecure.NewRoot(rand.Reader, w.now.Add(-time.Hour))
	w.must(err)
	clock := func() uint64 { return uint64(w.now.Unix() + w.ticks.Load()) }
	w.chain, err = memchain.New(chainID, tee.Roots{w.root.Certificate()}, clock,
		address(w.operator), address(w.brokerKey), address(w.researcher), address(custodian), address(deployer))
	w.must(err)
	t.Cleanup(w.chain.Close)
	at, err := deploy.Deploy(ctx, w.chain, bind.NewKeyedTransactor(deployer, big.NewInt(chainID)),
		deploy.Config{Runtime: w.runtime, Bond: big.NewInt(1000), PolicyDelay: 60})
	w.must(err)
	w.contracts = at.Addresses()
	w.client, err = client.New(ctx, w.chain, chainID, w.contracts)
	w.must(err)
	w.reader = contracts.NewReader(chainID, tee.Roots{w.root.Certificate()}, w.contracts)
	w.issuer, err = insecure.NewIssuer(w.root, insecure.Measurement{MRTD: [48]byte{1}}, rand.Reader,
		w.now.Add(-time.Hour))
	w.must(err)
	w.keys, err = enclave.Generate(rand.Reader)
	w.must(err)
	w.collateral = at.Collateral.Address
	w.post(insecure.Terms{Now: w.now, Number: 1})

	p := publish.PolicyTemplate()
	w.must(publish.Describe(&p, map[string][]byte{table: []byte(schema), otherTable: []byte(schema)}, nil))
	p.MinCohort = 3
	p.Measurements, p.TrustRoots = []common.Hash{common.Hash(w.issuer.Measurement().ID())}, []common.Hash{w.root.ID()}
	if o.pins != nil {
		p.Pins = common.Hash{} // adding pins is in effect at once, replacing them is not
	}
	w.story, err = actors.Begin(ctx, w.client, custodian, address(w.brokerKey), "study", !o.closed, p,
		func() time.Time { return w.now })
	w.must(err)
	w.must(w.story.MakeSubjects([]string{"a", "b", "c", "d"}, func(i int) (*ecdsa.PrivateKey, error) {
		return key(t, string(rune('a'+i))), nil
	}, rand.Reader))
	w.must(w.story.Enrol(ctx, w.story.Subjects, actors.Consent{}, nil))
	if o.pins != nil {
		w.pin(o.pins)
	}
	w.entry, err = keyring.NewEntry("study", rand.Reader)
	w.must(err)
	w.sealedTo = w.entry
	if o.lost {
		w.sealedTo, err = keyring.NewEntry("study", rand.Reader)
		w.must(err)
	}
	w.publish()

	w.ring, err = keyring.Create(filepath.Join(t.TempDir(), "keys"), "x", 2)
	w.must(err)
	if !o.noKey {
		w.must(w.ring.Put(w.story.Dataset, w.entry, false))
	}
	w.register()
	w.claim()
	w.journal = filepath.Join(t.TempDir(), "journal")
	log, err := journal.Open(w.journal)
	w.must(err)
	t.Cleanup(func() { log.Close() })
	roots, err := tee.ParseRoots(w.root.Certificate().Raw)
	w.must(err)
	quotes, err := operate.GenuineUnder(roots)
	w.must(err)
	var nonces uint64
	w.config = broker.Config{
		Keys: w.ring, Journal: log, View: w, Sender: sender{w, w.brokerKey}, Account: w.brokerKey,
		Contracts: w.contracts, Genuine: quotes,
		ChainID: chainID, Runtime: w.runtime, Listed: []common.Address{address(w.operator)},
		Now: func() time.Time { return w.now },
		Nonce: func() (common.Hash, error) {
			nonces++
			return sha256.Sum256(binary.BigEndian.AppendUint64(nil, nonces)), nil
		},
		Log: slog.New(slog.DiscardHandler),
	}
	return w
}

// onlyTDX verifies quotes of one platform.
func onlyTDX(w *world) *genuine.Verifier {
	g, err := genuine.New([]tee.Verifier{dcap.Verifier{}}, tee.Roots{w.root.Certificate()})
	w.must(err)
	return g
}

// The data of the dataset: a row of each subject, in two tables of which jobs name the second.
const (
	table, otherTable = "visits", "people"

	schema = `{"format":"assent-schema/1","title":"study","subject":"name","maxContributions":1,"columns":[
 {"name":"age","type":"integer","min":"0","max":"120"}]}`
	rows       = "name,age\na,31\nb,42\nc,53\nd,64\n"
	parameters = `{"format":"assent-query/1","measures":[{"op":"count"}],"table":"` + table + `"}`
)

// publish seals the data and puts them on record.
func (w *world) publish() {
	w.t.Helper()
	var roster string
	w.public, roster = w.pack(w.sealedTo)
	_, err := w.story.AddVersion(w.t.Context(), w.public, "", roster)
	w.must(err)
}

// pack seals the data to a key into a folder.
func (w *world) pack(to *keyring.Entry) (folder, roster string) {
	w.t.Helper()
	dir := w.t.TempDir()
	recipient, err := to.Recipient()
	w.must(err)
	csv, schemaFile := filepath.Join(dir, "table.csv"), filepath.Join(dir, "schema.json")
	w.must(os.WriteFile(csv, []byte(rows), 0o600))
	w.must(os.WriteFile(schemaFile, []byte(schema), 0o600))
	folder, roster = filepath.Join(dir, "public"), filepath.Join(dir, "roster.csv")
	w.must(w.story.Roster.Save(roster))
	_, err = publish.Pack(publish.Config{
		Tables: []publish.Table{
			{Name: table, CSV: csv, Schema: schemaFile}, {Name: otherTable, CSV: csv, Schema: schemaFile},
		},
		Roster: roster, Out: folder, To: []string{recipient},
	})
	w.must(err)
	return folder, roster
}

// fileOf is what the key of a table's file is asked for with, as a folder has it.
func (w *world) fileOf(folder, table string) *release.File {
	w.t.Helper()
	list, err := os.ReadFile(filepath.Join(folder, dataset.TablesFile))
	w.must(err)
	return &release.File{Tables: list, Parameters: []byte(parameters), Header: w.header(folder, table)}
}

// header is the age header of a table's file.
func (w *world) header(folder, table string) []byte {
	w.t.Helper()
	b, err := os.ReadFile(filepath.Join(folder, dataset.Table{Name: table}.DataFile()))
	w.must(err)
	header, err := vault.SealHeader(bytes.NewReader(b))
	w.must(err)
	return header
}

// fileKey is the key of the file that the job reads.
func (w *world) fileKey() []byte {
	w.t.Helper()
	key, err := w.entry.FileKey(w.header(w.public, table))
	w.must(err)
	return key[:]
}

// Latest implements broker.View over the chain in memory.
func (w *world) Latest(context.Context) (*contracts.Open, error) {
	return w.open(w.chain.Latest()), nil
}

// Told implements broker.View: what the node tells is what the chain has.
func (w *world) Told(context.Context, uint64) (*contracts.Told, error) {
	return contracts.NewTold(w.open(w.chain.Latest()), nil), nil
}

// Confirm implements broker.View.
func (w *world) Confirm(_ context.Context, told *contracts.Told) (*contracts.Open, error) {
	return told.Unconfirmed(), nil
}

// After implements broker.View: there is a consensus block as soon as one is asked for.
func (w *world) After(_ context.Context, height uint64) (*contracts.Open, error) {
	if w.beforeBlock != nil {
		w.beforeBlock()
	}
	for w.chain.Latest().Number+w.blocks <= height {
		w.blocks++
	}
	return w.open(w.chain.Latest()), nil
}

// At implements broker.View.
func (w *world) At(_ context.Context, round uint64) (*contracts.Open, error) {
	b, err := w.chain.At(round)
	if err != nil {
		return nil, err
	}
	return w.open(b), nil
}

func (w *world) open(b memchain.Block) *contracts.Open {
	round := contracts.Round{Number: b.Number, Time: b.Time, StateRoot: common.Hash(b.Root.Hash), BlockHash: b.Hash}
	return w.reader.Open(round, b.Number+w.blocks, w.chain.Tree(b),
		func(ctx context.Context, prefix []byte) ([]light.Entry, error) {
			tree := w.chain.Tree(b)
			defer tree.Close()
			it := tree.NewIterator(ctx, mkvs.IteratorPrefetch(100))
			defer it.Close()
			var out []light.Entry
			for it.Seek(prefix); it.Valid() && bytes.HasPrefix(it.Key(), prefix); it.Next() {
				out = append(out, light.Entry{Key: bytes.Clone(it.Key()), Value: bytes.Clone(it.Value())})
			}
			return out, it.Err()
		})
}

// sender sends from a key.
type sender struct {
	w   *world
	key *ecdsa.PrivateKey
}

func (s sender) Address() common.Address { return crypto.PubkeyToAddress(s.key.PublicKey) }

func (s sender) Send(ctx context.Context, to common.Address, value *big.Int, input []byte) (uint64, error) {
	a := s.w.client.Account(s.key)
	r, err := a.Send(ctx, &to, value, input)
	if err != nil {
		return 0, err
	}
	return r.BlockNumber.Uint64(), nil
}

// network is what the enclave's quotes are bound to.
func (w *world) network() enclave.Network {
	round := w.chain.Latest().Number - 1
	b, err := w.chain.At(round)
	w.must(err)
	return enclave.Network{
		ChainID: chainID, Runtime: w.runtime, Operator: crypto.PubkeyToAddress(w.operator.PublicKey), Round: round,
		BlockHash: b.Hash,
	}
}

// claimRound is the round of the job's claim.
func (w *world) claimRound() uint64 {
	w.t.Helper()
	j, err := w.client.Job(w.t.Context(), w.job)
	w.must(err)
	return j.ClaimRound
}

// current is the job as it is now.
func (w *world) current() *contracts.Job {
	w.t.Helper()
	j, err := w.client.Job(w.t.Context(), w.job)
	w.must(err)
	return j
}

// restart starts the operator's worker again: its enclave has other keys.
func (w *world) restart() {
	w.t.Helper()
	keys, err := enclave.Generate(rand.Reader)
	w.must(err)
	w.keys = keys
	w.register()
}

// checkEnded checks that the broker has ended a claim: the whole bond is back, and the enclave that had the claim is
// barred, and its operator may claim the job at once with another.
func (w *world) checkEnded(claim *contracts.Job) {
	w.t.Helper()
	ctx := w.t.Context()
	if j := w.current(); j.State() != job.Approved {
		w.t.Errorf("the job is %s, want it open again", j.State())
	}
	now := w.open(w.chain.Latest())
	defer now.Close()
	barred, err := now.Refused(ctx, w.job, claim.Enclave)
	w.must(err)
	until, err := now.WaitsUntil(ctx, w.job, claim.Operator)
	w.must(err)
	burnt, err := now.Burnt(ctx)
	w.must(err)
	if !barred || until != 0 || burnt.Sign() != 0 {
		w.t.Errorf("the enclave is barred: %v; the operator waits until %d; %s was kept of bonds", barred, until, burnt)
	}
}

// giveBack has the worker give its claim back, and abandon end the job after the release.
func (w *world) giveBack() error {
	_, err := sender{w, w.operator}.Send(w.t.Context(), w.contracts.JobMarket, nil,
		bindings.NewJobMarket().PackReturnClaim(w.job, w.claimRound()))
	return err
}

func (w *world) abandon() error {
	_, err := sender{w, w.operator}.Send(w.t.Context(), w.contracts.JobMarket, nil,
		bindings.NewJobMarket().PackAbandon(w.job, w.claimRound()))
	return err
}

// exhaust has another job's release take the budget: of a job that is posted, approved, claimed and released beside the
// one that there is.
func (w *world) exhaust() error {
	ctx := w.t.Context()
	now, err := w.client.Now(ctx)
	if err != nil {
		return err
	}
	left, err := now.Budget(ctx, w.story.Dataset)
	if err != nil {
		return err
	}
	kept := w.job
	defer func() { w.job = kept }()
	w.claimFor(left.Left().Rho - 999)
	input := bindings.NewJobMarket().PackRecordRelease(w.job, w.keys.Address(), w.claimRound(), math.MaxUint64,
		math.MaxUint64)
	_, err = sender{w, w.brokerKey}.Send(ctx, w.contracts.JobMarket, nil, input)
	return err
}

// loosen announces a policy that asks more of subjects.
func (w *world) loosen() error {
	ctx := w.t.Context()
	now, err := w.client.Now(ctx)
	if err != nil {
		return err
	}
	p, err := now.Policy(ctx, w.story.Dataset, 1)
	if err != nil {
		return err
	}
	p.MinCohort--
	_, err = w.client.SetPolicy(ctx, w.story.Custodian, w.story.Dataset, p)
	return err
}

// claimAgain has the world's enclave claim the job that is there.
func (w *world) claimAgain() {
	w.t.Helper()
	input := bindings.NewJobMarket().PackClaim(w.job, w.keys.Address())
	_, err := sender{w, w.operator}.Send(w.t.Context(), w.contracts.JobMarket, big.NewInt(1000), input)
	w.must(err)
}

// gate is the code of a contract that approves a job when it is posted, and fixes the consent round of its claim: the
// one given, or for zero the one before the claim. The moment is the first word of what it is asked about.
func gate(round uint64) []byte {
	if round == 0 {
		return answering(1, []byte{0x60, 1, 0x43, 0x03}) // PUSH1 1 NUMBER SUB
	}
	return answering(1, binary.BigEndian.AppendUint64([]byte{0x67}, round)) // PUSH8
}

// naming is the code of one that names the broker of a seat.
func naming(broker common.Address) []byte { return answering(2, append([]byte{0x73}, broker[:]...)) } // PUSH20

// answering is the code of a gate that approves at the post, and at the claim has what push leaves on the stack as a
// word of its answer.
func answering(word byte, push []byte) []byte {
	// MSTORE(0, moment == 0), and the moment stays on the stack; then MSTORE(32 * word, (moment == 2) * push).
	code := append([]byte{0x60, 0x24, 0x35, 0x80, 0x15, 0x60, 0, 0x52, 0x60, 2, 0x14}, push...)
	return deploying(append(code, 0x02, 0x60, 32*word, 0x52, 0x60, 0xa0, 0x60, 0, 0xf3)) // RETURN(0, 160)
}

// refusing is the code of a gate that lets nothing pass at one moment.
func refusing(moment byte) []byte {
	const otherwise = 14
	return deploying([]byte{
		0x60, 0x24, 0x35, 0x60, moment, 0x14, 0x60, otherwise, 0x57, 0x60, 0xa0, 0x60, 0, 0xf3, 0x5b, 0x60, 0, 0x80,
		0xfd,
	})
}

// deploying is what a contract with this code is created from.
func deploying(code []byte) []byte {
	return append([]byte{0x60, byte(len(code)), 0x80, 0x60, 11, 0x60, 0, 0x39, 0x60, 0, 0xf3}, code...)
}

// under puts the dataset under a policy with a gate, and waits until it is in effect.
func (w *world) under(code []byte, moments policy.Moments, powers policy.Powers) {
	w.t.Helper()
	ctx := w.t.Context()
	deployed, err := w.story.Custodian.Send(ctx, nil, nil, code)
	w.must(err)
	now, err := w.client.Now(ctx)
	w.must(err)
	p, err := now.Policy(ctx, w.story.Dataset, 1)
	w.must(err)
	p.Gates = []policy.Gate{{Contract: deployed.ContractAddress, Moments: moments, Powers: powers}}
	_, err = w.client.SetPolicy(ctx, w.story.Custodian, w.story.Dataset, p)
	w.must(err)
	w.now = w.now.Add(2 * time.Minute)
	w.must(w.chain.Tick())
	w.must(w.chain.Tick())
}

// gated has a job of a study posted and claimed under a policy whose gate fixes the consent round: the one given, or
// for zero the one before the claim.
func (w *world) gated(round uint64) {
	w.t.Helper()
	w.seat(gate(round), policy.MayFixConsentRound)
}

// seat has a job of a study posted and claimed under a policy with a gate that approves it and has one more power.
func (w *world) seat(code []byte, power policy.Powers) {
	w.t.Helper()
	w.posted(code, power)
	w.claimAgain()
}

// posted is a seat that no one has claimed.
func (w *world) posted(code []byte, power policy.Powers) {
	w.t.Helper()
	ctx := w.t.Context()
	w.under(code, policy.AtPost|policy.AtClaim, policy.MayApprove|power)
	researcher := w.client.Account(w.researcher)
	key, err := sealed.GenerateKey(sealed.DefaultKEM, rand.Reader)
	w.must(err)
	draft, err := w.story.Draft(ctx, researcher.Address(), kind.Query, []byte(parameters), job.Private, 1000, key)
	w.must(err)
	draft.Spec.Study, draft.Spec.Seat, draft.Spec.Round = common.Hash{1}, 1, 1
	w.job, err = w.client.Post(ctx, researcher, draft)
	w.must(err)
}

// post posts collateral, as anyone may.
func (w *world) post(terms insecure.Terms) {
	w.t.Helper()
	b, err := w.root.CollateralOf(terms)
	w.must(err)
	_, err = sender{w, w.researcher}.Send(w.t.Context(), w.collateral, nil,
		bindings.NewCollateralRegistry().PackPost(b))
	w.must(err)
}

// pin has the policy name pins, whatever they are.
func (w *world) pin(document []byte) {
	w.t.Helper()
	ctx := w.t.Context()
	now, err := w.client.Now(ctx)
	w.must(err)
	p, err := now.Policy(ctx, w.story.Dataset, 1)
	w.must(err)
	p.Pins = crypto.Keccak256Hash(document)
	if len(document) > 0 {
		_, err = sender{w, w.researcher}.Send(ctx, w.collateral, nil,
			bindings.NewCollateralRegistry().PackPostPins(document))
		w.must(err)
	}
	_, err = w.client.SetPolicy(ctx, w.story.Custodian, w.story.Dataset, p)
	if unread := (*contracts.PinsError)(nil); !errors.As(err, &unread) {
		w.t.Errorf("the client sets a policy whose pins cannot be read: %v", err)
	}
	_, err = w.story.Custodian.Send(ctx, &w.contracts.DatasetRegistry, nil,
		bindings.NewDatasetRegistry().PackSetPolicy(w.story.Dataset, solidity.FromPolicy(p)))
	w.must(err)
}

// register registers the enclave.
func (w *world) register() {
	w.t.Helper()
	e, err := w.keys.Attest(w.t.Context(), w.issuer, w.network(), [32]byte{})
	w.must(err)
	evidence, err := e.Marshal()
	w.must(err)
	r := worker.Registration{
		Enclave: w.keys.Address(), Operator: crypto.PubkeyToAddress(w.operator.PublicKey), REK: w.keys.REK(),
		Measurement: common.Hash(w.issuer.Measurement().ID()), TrustRoot: w.root.ID(),
		Platform: uint8(w.issuer.Platform()),
		Expiry:   uint64(w.now.Add(time.Hour).Unix()), Quote: receipt.HashBytes(evidence),
	}
	signed, err := r.Sign(eip712.Domain{ChainID: chainID, Contract: w.contracts.WorkerRegistry}, w.keys.Signing())
	w.must(err)
	_, err = sender{w, w.operator}.Send(w.t.Context(), w.contracts.WorkerRegistry, nil,
		bindings.NewWorkerRegistry().PackRegister(
			bindings.IWorkerRegistryRegistration{
				Enclave: r.Enclave, Rek: r.REK, Measurement: r.Measurement, TrustRoot: r.TrustRoot,
				Platform: r.Platform,
				Expiry:   r.Expiry,
			}, evidence, signed.Signature[:]))
	w.must(err)
}

// claim posts, approves and claims a job.
func (w *world) claim() { w.claimFor(1000) }

func (w *world) claimFor(rho budget.Rho) {
	w.t.Helper()
	ctx := w.t.Context()
	researcher := w.client.Account(w.researcher)
	key, err := sealed.GenerateKey(sealed.DefaultKEM, rand.Reader)
	w.must(err)
	w.job, err = w.story.Post(ctx, researcher, kind.Query, []byte(parameters), job.Private, rho, key)
	w.must(err)
	w.must(w.story.Approve(ctx, w.job))
	w.claimAgain()
}

// ask answers a fresh challenge of the broker, after move has changed the request, and returns the answer with the
// request's nonce.
func (w *world) ask(b *broker.Broker, move func(*release.Request, *tee.Evidence)) ([]byte, common.Hash, error) {
	w.t.Helper()
	return w.askIn(w.t.Context(), b, move)
}

func (w *world) askIn(ctx context.Context, b *broker.Broker,
	move func(*release.Request, *tee.Evidence)) ([]byte, common.Hash, error) {
	w.t.Helper()
	nonce, err := b.Challenge()
	w.must(err)
	e, err := w.keys.Attest(w.t.Context(), w.issuer, w.network(), nonce)
	w.must(err)
	rq := release.Request{
		Job: w.job, Enclave: w.keys.Address(), Operator: crypto.PubkeyToAddress(w.operator.PublicKey),
		REK:  w.keys.REK(),
		File: w.fileOf(w.public, table),
	}
	if move != nil {
		move(&rq, &e)
	}
	if rq.Evidence == nil {
		rq.Evidence, err = e.Marshal()
		w.must(err)
	}
	if rq.Nonce == (common.Hash{}) {
		w.must(draw(&rq.Nonce))
	}
	if rq.Signature == (signature.Signature{}) {
		w.must(rq.Sign(w.client.MarketDomain(), w.keys.Signing()))
	}
	wrapped, err := b.Release(ctx, rq)
	var refusal *release.Refusal
	if errors.As(err, &refusal) {
		w.checkSigned(b, refusal, rq)
	}
	return wrapped, rq.Nonce, err
}

func draw(to *common.Hash) error {
	_, err := rand.Read(to[:])
	return err
}

// checkSigned checks that a refusal can be told from another party's, and names a round that the broker has seen.
func (w *world) checkSigned(b *broker.Broker, refusal *release.Refusal, rq release.Request) {
	w.t.Helper()
	if err := refusal.Verify(w.client.MarketDomain(), rq, b.Address()); err != nil {
		w.t.Error(err)
	}
	if refusal.Round > w.chain.Latest().Number {
		w.t.Errorf("a refusal (%s) by round %d of %d", refusal.Code, refusal.Round, w.chain.Latest().Number)
	}
}

// refused returns the code of a refusal, or fails.
func (w *world) refused(err error) release.Code {
	w.t.Helper()
	var r *release.Refusal
	if !errors.As(err, &r) {
		w.t.Fatalf("got %v, want a refusal", err)
	}
	return r.Code
}
