// Package recordtest makes a finished job on a network of package prooftest, with everything that an audit bundle is
// recorded from: the contracts' storage as they would have written it, a consent ledger, an attested enclave. It is for
// tests only.
package recordtest

import (
	"bytes"
	"crypto/ecdsa"
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/audit/collect"
	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/noise"
	"github.com/assent-network/assent/protocol/pins"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/proof/prooftest"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/trustroot"
	"github.com/assent-network/assent/protocol/use"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/enclave"
	"github.com/assent-network/assent/tee/insecure"
)

// Options describe a job. The zero value is a private query over no subjects.
type Options struct {
	// Subjects is the number of entries of the consent ledger. Every fifth has revoked.
	Subjects int
	// Network is what the network is made of.
	Network prooftest.Config
	// Between is how many rounds lie between consent and receipt.
	Between int
	// Epochs is how many epoch transitions lie among them.
	Epochs int
	// After is how many rounds come after the receipt.
	After int
	// Change changes the job before its storage is written, to make jobs that should not be.
	Change func(*Job)
}

// Job is a finished job and the state of the contracts about it.
type Job struct {
	Network *prooftest.Network
	Root    trustroot.TrustRoot
	Docs    collect.Documents
	// Final is the round in which the receipt came on record.
	Final uint64
	// Clock is what the view's clock shows.
	Clock time.Time

	TEE      *insecure.Root
	Machine  *insecure.Issuer
	Keys     *enclave.Keys
	Operator common.Address
	Ledger   common.Address
	Entries  []prooftest.Write
	Origins  []prooftest.Write
	// ChangeReceipt changes the receipt before it is signed and recorded.
	ChangeReceipt func(*receipt.Receipt)
	// Archives sign, one after the other, that they hold the ciphertext.
	Archives []*ecdsa.PrivateKey
	// ChangeDocuments changes the documents when all is signed and on record.
	ChangeDocuments func(*collect.Documents)

	measurement, teeRoot common.Hash
	// Words of contracts' storage by contract and slot, in both rounds.
	atConsent, atFinal   words
	setConsent, setFinal []change
}

type words map[common.Address]map[layout.Word]layout.Word

func address(n byte) common.Address { return common.BytesToAddress(bytes.Repeat([]byte{n}, 20)) }

// New makes a job.
func New(t testing.TB, o Options) *Job {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	n := prooftest.New(t, o.Network)
	j := &Job{Network: n, Operator: address(0x0e), Ledger: address(0x1e)}
	seed := rand.NewChaCha8([32]byte{1})
	teeRoot, err := insecure.NewRoot(seed, prooftest.Genesis)
	must(err)
	j.Keys, err = enclave.Generate(seed)
	must(err)
	j.TEE = teeRoot
	j.trustRoot(teeRoot)

	// The enclave is attested after round 2, registered, and then claims.
	n.Round(prooftest.Write{Key: []byte("attested"), Value: []byte{1}})
	attested := n.Header(2)
	issuer, err := insecure.NewIssuer(teeRoot, insecure.Measurement{}, seed, prooftest.Genesis)
	must(err)
	j.Machine = issuer
	evidence, err := j.Keys.Attest(t.Context(), issuer, enclave.Network{
		ChainID: j.Root.EVMChainID, Runtime: j.Root.Runtime, Operator: j.Operator, Round: attested.Round,
		BlockHash: common.Hash(attested.EncodedHash()),
	}, [32]byte{})
	must(err)
	j.Docs.Evidence, err = evidence.Marshal()
	must(err)
	j.Docs.Collateral, err = teeRoot.Collateral(prooftest.Genesis, 1)
	must(err)

	j.documents(t, teeRoot.ID(), issuer)
	j.ledger(o.Subjects)
	if o.Change != nil {
		o.Change(j)
	}
	// A large ledger is written in several rounds, since the node's store bounds what one round may change.
	const most = 10_000
	consentRound, ledger := attested.Round+1, slices.Concat(j.Entries, j.Origins)
	for ; len(ledger) > most; ledger = ledger[most:] {
		consentRound = n.Round(ledger[:most]...).Round + 1
	}
	j.storage(consentRound)
	n.Round(append(ledger, writes(j.atConsent)...)...)
	j.receipt(t, consentRound)

	for i := range o.Between {
		if i < o.Epochs {
			n.EpochTransition()
			continue
		}
		n.Round(prooftest.Write{Key: []byte("between"), Value: binary.BigEndian.AppendUint64(nil, uint64(i))})
	}
	j.Final = n.Round(writes(j.atFinal)...).Round
	for i := range o.After {
		n.Round(prooftest.Write{Key: []byte("after"), Value: binary.BigEndian.AppendUint64(nil, uint64(i))})
	}
	n.NextBlock()
	j.Clock = n.LightBlock(n.Height()).Time()
	return j
}

func (j *Job) trustRoot(teeRoot *insecure.Root) {
	root := j.Network.Root(1)
	contract := func(n byte) trustroot.Contract {
		return trustroot.Contract{Address: address(n), CodeHash: crypto.Keccak256Hash([]byte{n})}
	}
	j.Root = trustroot.TrustRoot{
		Format: trustroot.Format, Network: "test", ChainContext: root.ChainContext, CometChainID: root.ChainID(),
		Height: uint64(root.Height), HeaderHash: common.Hash(root.Hash), Runtime: common.Hash(root.RuntimeID),
		EVMChainID: 42334,
		Contracts: trustroot.Contracts{Registry: contract(0xa1), Budget: contract(0xa2), Workers: contract(0xa3),
			Market: contract(0xa4)},
		TEERoots: []trustroot.TEERoot{{Name: "simulated", Simulated: true, Certificate: teeRoot.Certificate().Raw}},
	}
}

func (j *Job) documents(t testing.TB, root common.Hash, issuer *insecure.Issuer) {
	t.Helper()
	program, err := job.Program(kind.Query)
	if err != nil {
		t.Fatal(err)
	}
	j.measurement, j.teeRoot = issuer.Measurement().ID(), root
	j.Docs.Pins, err = pins.Image().Marshal()
	if err != nil {
		t.Fatal(err)
	}
	j.Docs.Policy = policy.Policy{
		Promise: policy.Promise{
			Controller: address(0xc0), Purposes: purpose.SetOf(0,
				1), Kinds: kind.SetOf(kind.Query), MinCohort: 5, RhoLimit: 1_000_000,
			DeltaLimit: 1_000_000_000, RhoPerResearcher: 500_000, AllowPrivate: true, MaxConsentAge: 100,
			Schema: crypto.Keccak256Hash([]byte("schema")), Spenders: []common.Address{j.Root.Contracts.Market.Address},
		},
		Means: policy.Means{Pins: pins.HashOf(j.Docs.Pins),
			Broker: address(0xb0), Enroller: address(0xe0), Measurements: []common.Hash{j.measurement},
			TrustRoots: []common.Hash{root},
		},
		Service: policy.Service{ClaimTimeout: 600, JobTimeout: 600, OpenTimeout: 600, MaxReruns: 3},
	}
	j.Docs.Version = dataset.Version{ContentRoot: crypto.Keccak256Hash([]byte("content")),
		Schema: crypto.Keccak256Hash([]byte("schema")), AsOf: 1, URI: "file:///data"}
	j.Docs.Parameters, err = canonical.Canonicalize([]byte(`{"measures":["count"]}`))
	if err != nil {
		t.Fatal(err)
	}
	j.Docs.Spec = job.Spec{
		Kind: kind.Query, Program: program, Parameters: crypto.Keccak256Hash(j.Docs.Parameters),
		Dataset:        crypto.Keccak256Hash([]byte("dataset")),
		DatasetVersion: 2, PolicyVersion: 1, Purpose: 1, Release: job.Private, Rho: 20_000, Researcher: address(0x5e),
		ResearcherKey: j.Keys.REK(), Recipient: condition.Institute, Deadline: 1 << 40, Fee: amount.Amount{15: 9},
		Nonce: 7,
	}
	j.Docs.Ciphertext = bytes.Repeat([]byte("sealed"), 170)
}

// ledger makes the consent entries, in order.
func (j *Job) ledger(subjects int) {
	rng := rand.New(rand.NewPCG(9, uint64(subjects)))
	today := day.Of(uint64(prooftest.Genesis.Unix()))
	for i := range subjects {
		var pseudonym common.Address
		for at := 0; at < len(pseudonym); at += 4 {
			binary.BigEndian.PutUint32(pseudonym[at:], rng.Uint32())
		}
		e := grant.Entry{
			Nonce: uint64(i + 1), PolicyVersion: 1, Purposes: purpose.SetOf(1), Kinds: kind.SetOf(kind.Query),
			NotBefore: today - 1, Expiry: today + 365, EpsilonClass: budget.Classes - 1, Enrolled: true,
			Origin: pseudonym, OriginBlock: 1,
		}
		if i%5 == 4 {
			e.Purposes, e.Kinds = 0, 0
		}
		if i%7 == 6 {
			binary.BigEndian.PutUint64(e.Origin[:], rng.Uint64())
			e.Rotations = 1
		}
		w, err := e.Pack(pseudonym)
		if err != nil {
			panic(err)
		}
		j.Entries = append(j.Entries, prooftest.Write{
			Key:   layout.StorageKey(layout.Address(j.Ledger), layout.ConsentEntrySlot(layout.Address(pseudonym))),
			Value: w.Entry[:],
		})
		if w.Origin == (common.Hash{}) {
			continue
		}
		j.Origins = append(j.Origins, prooftest.Write{
			Key:   layout.StorageKey(layout.Address(j.Ledger), layout.ConsentOriginSlot(layout.Address(pseudonym))),
			Value: w.Origin[:],
		})
	}
	byKey := func(a, b prooftest.Write) int { return bytes.Compare(a.Key, b.Key) }
	slices.SortFunc(j.Entries, byKey)
	slices.SortFunc(j.Origins, byKey)
}

// put writes a field of a record.
func put(at words, contract common.Address, base layout.Word, f layout.Field, value []byte) {
	if at[contract] == nil {
		at[contract] = make(map[layout.Word]layout.Word)
	}
	slot := f.Slot(base)
	w := at[contract][slot]
	dst := f.Bytes(w)
	clear(dst)
	copy(dst[len(dst)-len(value):], value)
	end := len(w) - int(f>>8&0xff)
	copy(w[end-len(dst):end], dst)
	at[contract][slot] = w
}

// SetConsent changes a field of a contract's record in the consent round, and with it in the final round.
func (j *Job) SetConsent(contract common.Address, base layout.Word, f layout.Field, value []byte) {
	j.setConsent = append(j.setConsent, change{contract, base, f, value})
}

// SetFinal changes a field of a contract's record in the final round.
func (j *Job) SetFinal(contract common.Address, base layout.Word, f layout.Field, value []byte) {
	j.setFinal = append(j.setFinal, change{contract, base, f, value})
}

// change is a field that a test sets.
type change struct {
	contract common.Address
	base     layout.Word
	field    layout.Field
	value    []byte
}

func number[T ~uint8 | ~uint16 | ~uint32 | ~uint64](v T) []byte {
	return bytes.TrimLeft(binary.BigEndian.AppendUint64(nil, uint64(v)), "\x00")
}

const hashField layout.Field = 32

// storage fills in the words of the consent round.
func (j *Job) storage(consentRound uint64) {
	d, c := &j.Docs, &j.Root.Contracts
	at := make(words)
	id := d.Spec.ID(j.Root.Domain(c.Market.Address))
	dataset, jobWord := layout.Word(d.Spec.Dataset), layout.Word(id)
	ds, js := layout.DatasetSlot(dataset), layout.JobSlot(jobWord)
	put(at, c.Registry.Address, ds, layout.DatasetRegistrant, address(0xc0).Bytes())
	put(at, c.Registry.Address, ds, layout.DatasetVersion, number(d.Spec.DatasetVersion))
	put(at, c.Registry.Address, ds, layout.DatasetLedger, j.Ledger[:])
	put(at, c.Registry.Address, ds, layout.DatasetPolicyVersion, number(d.Spec.PolicyVersion))
	put(at, c.Registry.Address, ds, layout.DatasetMinGrantVersion, number(uint32(1)))
	put(at, c.Registry.Address, layout.PolicyHashSlot(dataset, d.Spec.PolicyVersion), hashField,
		d.Policy.Hash().Bytes())
	put(at, c.Registry.Address, layout.VersionHashSlot(dataset, d.Spec.DatasetVersion), hashField,
		d.Version.Hash().Bytes())
	put(at, c.Budget.Address, layout.BudgetSlot(dataset), layout.BudgetRhoSettled, number(uint64(100_000)))
	put(at, c.Market.Address, js, layout.JobState, number(job.Claimed))
	put(at, c.Market.Address, js, layout.JobApprovedUntil, number(d.Spec.Deadline))
	put(at, c.Market.Address, js, layout.JobClaimRound, number(consentRound))
	put(at, c.Market.Address, js, layout.JobConsentRound, number(consentRound))
	put(at, c.Market.Address, js, layout.JobEnclave, j.Keys.Address().Bytes())
	put(at, c.Market.Address, js, layout.JobOperator, j.Operator[:])
	put(at, c.Market.Address, js, layout.JobQuote, receipt.HashBytes(d.Evidence).Bytes())

	ws := layout.WorkerSlot(layout.Address(j.Keys.Address()))
	put(at, c.Workers.Address, ws, layout.WorkerOperator, j.Operator[:])
	put(at, c.Workers.Address, ws, layout.WorkerExpiry, number(uint64(1<<40)))
	put(at, c.Workers.Address, ws, layout.WorkerPlatform, number(tee.TDX))
	put(at, c.Workers.Address, ws, layout.WorkerRek, j.Keys.REK().Bytes())
	put(at, c.Workers.Address, ws, layout.WorkerMeasurement, j.measurement[:])
	put(at, c.Workers.Address, ws, layout.WorkerTrustRoot, j.teeRoot[:])
	put(at, c.Workers.Address, ws, layout.WorkerQuote, receipt.HashBytes(d.Evidence).Bytes())
	for _, c := range j.setConsent {
		put(at, c.contract, c.base, c.field, c.value)
	}
	j.atConsent = at
}

// receipt makes the receipt over the consent round that was written, and the words of the final round.
func (j *Job) receipt(t testing.TB, consentRound uint64) {
	t.Helper()
	d, c := &j.Docs, &j.Root.Contracts
	domain := j.Root.Domain(c.Market.Address)
	id := d.Spec.ID(domain)
	state, err := consent.Read(consent.Slots(j.Entries), consent.Slots(j.Origins))
	if err != nil {
		t.Fatal(err)
	}
	header := j.Network.Header(consentRound)
	live := state.CountLive(grant.Terms{
		MinGrantVersion: 1, PolicyVersion: d.Spec.PolicyVersion, Purpose: d.Spec.Purpose, Kind: d.Spec.Kind,
		Day:   day.Of(header.Timestamp),
		Exact: d.Spec.Release == job.Exact, AsOf: d.Version.AsOf, Total: 100_000 + d.Spec.Rho, TotalDelta: d.Spec.Delta,
	})
	proofKey, err := use.NewEnclave([]byte("the use secret of a dataset, 32 bytes or more"),
		use.Version{Dataset: d.Spec.Dataset, Number: d.Spec.DatasetVersion})
	if err != nil {
		t.Fatal(err)
	}
	r := receipt.Receipt{
		Job: id, Charge: receipt.Charge{
			ConsentRound: consentRound, ConsentRoot: state.Root(common.Hash(header.StateRoot)),
			SubjectsRoot: crypto.Keccak256Hash([]byte("subjects")),
			LiveSubjects: live, Rho: d.Spec.Rho, Delta: d.Spec.Delta, Moment: receipt.Moment(header.Timestamp, 0),
			ProofKey: common.Hash(proofKey.Public()),
		},
		Result: crypto.Keccak256Hash([]byte("result")), Ciphertext: receipt.HashBytes(d.Ciphertext),
		Size:    uint64(len(d.Ciphertext)),
		Opening: receipt.HashOpening([32]byte{7}), Enclave: j.Keys.Address(), Measurement: j.measurement,
		Quote: receipt.HashBytes(d.Evidence),
	}
	r.Charge.Inputs = receipt.Inputs{
		Job: id, ContentRoot: d.Version.ContentRoot, ConsentRoot: r.Charge.ConsentRoot,
		SubjectsRoot: r.Charge.SubjectsRoot,
		Program:      d.Spec.Program, Parameters: d.Spec.Parameters,
	}.Hash()
	if d.Spec.Release == job.Private {
		r.Charge.Noise = noise.Commit(id, noise.Share{7})
	}
	if j.ChangeReceipt != nil {
		j.ChangeReceipt(&r)
	}
	if d.Receipt, err = r.Sign(domain, j.Keys.Signing()); err != nil {
		t.Fatal(err)
	}
	if err := j.archive(domain, r); err != nil {
		t.Fatal(err)
	}
	at := make(words)
	overlay(at, j.atConsent)
	jobWord, dataset := layout.Word(id), layout.Word(d.Spec.Dataset)
	js, as := layout.JobSlot(jobWord), layout.AmountSlot(dataset, layout.Address(c.Market.Address), jobWord)
	put(at, c.Market.Address, js, layout.JobState, number(job.Done))
	put(at, c.Market.Address, js, layout.JobLiveSubjects, number(r.Charge.LiveSubjects))
	put(at, c.Market.Address, js, layout.JobChargeRound, number(consentRound+1))
	judged, err := collateral.ID(d.Collateral)
	if err != nil {
		t.Fatal(err)
	}
	put(at, c.Market.Address, js, layout.JobCollateral, judged[:])
	put(at, c.Market.Address, js, layout.JobChargedAt, number(header.Timestamp))
	put(at, c.Market.Address, js, layout.JobJudgedAt, number(header.Timestamp))
	put(at, c.Market.Address, js, layout.JobCharge, r.Charge.StructHash().Bytes())
	put(at, c.Market.Address, js, layout.JobClaimedAt, number(header.Timestamp))
	put(at, c.Market.Address, js, layout.JobReleasedAt, number(header.Timestamp))
	put(at, c.Market.Address, js, layout.JobSealedAt, number(r.Charge.Moment))
	put(at, c.Market.Address, js, layout.JobOpening, r.Opening[:])
	put(at, c.Market.Address, js, layout.JobRhoTotal, number(100_000+d.Spec.Rho))
	put(at, c.Market.Address, js, layout.JobDeltaTotal, number(d.Spec.Delta))
	put(at, c.Market.Address, layout.ReceiptSlot(jobWord), hashField, r.ID(domain).Bytes())
	put(at, c.Budget.Address, layout.BudgetSlot(dataset), layout.BudgetRhoSettled, number(100_000+d.Spec.Rho))
	put(at, c.Budget.Address, layout.BudgetSlot(dataset), layout.BudgetDeltaSettled, number(d.Spec.Delta))
	put(at, c.Budget.Address, layout.BudgetUsedSlot(dataset, layout.Address(d.Spec.Researcher)), layout.BudgetRhoOpen,
		number(d.Spec.Rho))
	put(at, c.Budget.Address, as, layout.AmountResearcher, d.Spec.Researcher[:])
	put(at, c.Budget.Address, as, layout.AmountRho, number(d.Spec.Rho))
	put(at, c.Budget.Address, as, layout.AmountDelta, number(d.Spec.Delta))
	put(at, c.Budget.Address, as, layout.AmountStage, number(budget.Settled))
	put(at, c.Budget.Address, as, layout.AmountOwn, number(budget.Settled))
	for _, c := range j.setFinal {
		put(at, c.contract, c.base, c.field, c.value)
	}
	j.atFinal = at
}

// archive has the archives sign for the ciphertext.
func (j *Job) archive(domain eip712.Domain, r receipt.Receipt) error {
	for _, key := range j.Archives {
		s, err := receipt.Held{Job: r.Job, Ciphertext: r.Ciphertext, Size: r.Size}.Sign(domain, key)
		if err != nil {
			return err
		}
		j.Docs.Held = append(j.Docs.Held, s)
	}
	if j.ChangeDocuments != nil {
		j.ChangeDocuments(&j.Docs)
	}
	return nil
}

func overlay(dst, src words) {
	for contract, all := range src {
		if dst[contract] == nil {
			dst[contract] = make(map[layout.Word]layout.Word)
		}
		for slot, w := range all {
			dst[contract][slot] = w
		}
	}
}

// writes turns words into changes of the state, with the contracts' code.
func writes(at words) []prooftest.Write {
	var out []prooftest.Write
	for contract, all := range at {
		code := crypto.Keccak256Hash(contract[:1])
		out = append(out, prooftest.Write{Key: layout.CodeHashKey(layout.Address(contract)), Value: code[:]})
		for slot, w := range all {
			write := prooftest.Write{Key: layout.StorageKey(layout.Address(contract), slot)}
			if w != (layout.Word{}) {
				write.Value = w[:]
			}
			out = append(out, write)
		}
	}
	slices.SortFunc(out, func(a, b prooftest.Write) int { return bytes.Compare(a.Key, b.Key) })
	return out
}

// View returns a verified view of the job's network.
func (j *Job) View(t testing.TB, change func(*light.Config)) *light.View {
	t.Helper()
	cfg := light.Config{Root: *j.Network.Root(int64(j.Root.Height)), Node: j.Network.Node(),
		Now: func() time.Time { return j.Clock }}
	if change != nil {
		change(&cfg)
	}
	v, err := light.Open(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Bundle records the job's bundle.
func (j *Job) Bundle(t testing.TB) []byte {
	t.Helper()
	b, err := collect.Record(t.Context(), j.View(t, nil), j.Root.Contracts, j.Docs, j.Final)
	if err != nil {
		t.Fatal(err)
	}
	return b.Encode()
}
