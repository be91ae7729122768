package vectors_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/params"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/worker"
)

// The tests in this file have the contracts' own code compute what the vectors say: that both agree is what the vectors
// are for.

// evm is a chain of one state, with the contracts at the addresses of the vectors.
type evm struct {
	cfg runtime.Config
}

func newEVM(t testing.TB) *evm {
	t.Helper()
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		t.Fatal(err)
	}
	chain := *params.MergedTestChainConfig
	chain.ChainID = big.NewInt(42334)
	random := common.Hash{1}
	return &evm{runtime.Config{ChainConfig: &chain, State: db, GasLimit: 1 << 40, Origin: common.Address{0xaa},
		Random: &random, BlockNumber: big.NewInt(1234)}}
}

// install runs a constructor and moves the code to an address. The contracts' EIP-712 base sees that it was moved and
// computes its domain anew.
func (e *evm) install(t testing.TB, at common.Address, bin string, args []byte) {
	t.Helper()
	code, _, _, err := runtime.Create(append(common.FromHex(bin), args...), &e.cfg)
	if err != nil {
		t.Fatalf("constructor: %v (%x)", err, code)
	}
	e.cfg.State.SetCode(at, code, tracing.CodeChangeUnspecified)
}

func (e *evm) call(t testing.TB, at common.Address, input []byte) []byte {
	t.Helper()
	out, err := e.try(at, input)
	if err != nil {
		t.Fatalf("call %x: %v, %x", input[:4], err, out)
	}
	return out
}

func (e *evm) try(at common.Address, input []byte) ([]byte, error) {
	out, _, err := runtime.Call(at, input, &e.cfg)
	return out, err
}

// word calls a function that returns 32 bytes.
func (e *evm) word(t testing.TB, at common.Address, input []byte) common.Hash {
	t.Helper()
	return common.BytesToHash(e.call(t, at, input))
}

func read(t testing.TB, name string, v any) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, v); err != nil {
		t.Fatal(err)
	}
}

// registry is a stand-in that answers every call with the words in its storage: consentTerms is all that a ledger asks,
// currentTerms all that the budget does.
var registry = common.Address{0xbb}

func (e *evm) answer(words ...common.Hash) {
	var code []byte
	for i, w := range words {
		// PUSH1 i SLOAD PUSH2 32i MSTORE
		code = append(code, 0x60, byte(i), 0x54, 0x61, byte(32*i>>8), byte(32*i), 0x52)
		e.cfg.State.SetState(registry, u64(uint64(i)), w)
	}
	size := 32 * len(words)
	e.cfg.State.SetCode(registry, append(code, 0x61, byte(size>>8), byte(size), 0x60, 0, 0xf3),
		tracing.CodeChangeUnspecified)
}

func (e *evm) setTerms(
	enroller common.Address, policyVersion, minGrantVersion uint32, conditions condition.Conditions,
) {
	e.answer(common.Hash{}, common.BytesToHash(enroller[:]), u64(uint64(policyVersion)), u64(uint64(minGrantVersion)),
		common.Hash{}, common.Hash{}, u64(uint64(conditions)), common.Hash{})
}

func u64(v uint64) common.Hash { return common.BigToHash(new(big.Int).SetUint64(v)) }

func TestSolidityGrants(t *testing.T) {
	var f struct {
		Domain  eip712.Domain
		Signers map[string]struct{ Address common.Address }
		Good    []struct {
			Name      string
			Signed    grant.Signed
			Digest    common.Hash
			BatchItem hexutil.Bytes
		}
		Forged []struct {
			Name  string
			Input json.RawMessage
		}
		Ticket struct {
			Signed grant.SignedTicket
			Digest common.Hash
		}
		Rotation struct {
			Signed grant.SignedRotation
			Digest common.Hash
		}
	}
	read(t, "grant.json", &f)
	e, ledger, at := newEVM(t), bindings.NewConsentLedger(), f.Domain.Contract
	e.install(t, at, bindings.ConsentLedgerMetaData.Bin,
		ledger.PackConstructor(registry, f.Good[0].Signed.Grant.Dataset))
	e.setTerms(f.Signers["enroller"].Address, 1<<32-1, 1, condition.Open)

	for _, c := range f.Good {
		if got := e.word(t, at, ledger.PackHashGrant(solidity.FromGrant(c.Signed.Grant))); got != c.Digest {
			t.Errorf("%s: the contract's digest is %s", c.Name, got)
		}
	}
	if got := e.word(t, at, ledger.PackHashTicket(
		solidity.FromTicket(f.Ticket.Signed.Ticket))); got != f.Ticket.Digest {
		t.Errorf("ticket: %s", got)
	}
	if got := e.word(t, at, ledger.PackHashRotation(
		solidity.FromRotation(f.Rotation.Signed.Rotation))); got != f.Rotation.Digest {
		t.Errorf("rotation: %s", got)
	}

	// A life: enrolment, a forged grant, a revocation in a batch, a rotation.
	first := f.Good[0].Signed
	e.cfg.Time = f.Ticket.Signed.Ticket.Expiry
	tickets := f.Ticket.Signed.Signature
	for _, b := range f.Forged {
		var s grant.Signed
		if canonical.Unmarshal(b.Input, &s) != nil || s.Grant.Pseudonym != first.Grant.Pseudonym ||
			s.Grant.Dataset != first.Grant.Dataset {
			continue // not a form that the contract can be called with
		}
		out, err := e.try(at, ledger.PackEnrol(solidity.FromGrant(s.Grant), s.Signature[:],
			solidity.FromTicket(f.Ticket.Signed.Ticket), tickets[:]))
		if err == nil {
			t.Errorf("%s: enrolled", b.Name)
		} else if _, uerr := ledger.UnpackConsentSignatureError(out[4:]); uerr != nil {
			t.Errorf("%s: %v %x", b.Name, err, out)
		}
	}
	e.call(t, at, ledger.PackEnrol(solidity.FromGrant(first.Grant), first.Signature[:],
		solidity.FromTicket(f.Ticket.Signed.Ticket), tickets[:]))
	check := func(what string, p common.Address, want grant.Entry) {
		t.Helper()
		w, err := want.Pack(p)
		if err != nil {
			t.Fatal(err)
		}
		got, err := ledger.UnpackEntryOf(e.call(t, at, ledger.PackEntryOf(p)))
		if read := (grant.Words{Entry: common.BigToHash(got.Entry),
			Origin: common.BigToHash(got.Origin)}); err != nil || read != w {
			t.Errorf("%s: the ledger has %v, want %v, %v", what, read, w, err)
		}
		stored := grant.Words{Entry: e.cfg.State.GetState(at, consent.Slot(p)),
			Origin: e.cfg.State.GetState(at, consent.OriginSlot(p))}
		if stored != w {
			t.Errorf("%s: slots %s and %s hold %v", what, consent.Slot(p), consent.OriginSlot(p), stored)
		}
	}
	g := first.Grant
	granted := grant.Entry{Nonce: g.Nonce, PolicyVersion: g.PolicyVersion, Purposes: g.Purposes, Kinds: g.Kinds,
		NotBefore: g.NotBefore,
		Expiry:    g.Expiry, EpsilonClass: g.EpsilonClass, Exact: g.Exact, Enrolled: true, Origin: g.Pseudonym,
		OriginBlock: 1234, Conditions: g.Conditions}
	check("enrolment", g.Pseudonym, granted)
	if _, err := e.try(at, ledger.PackGrant(solidity.FromGrant(g), first.Signature[:])); err == nil {
		t.Error("replayed")
	}
	revocation := f.Good[2]
	e.call(t, at, ledger.PackGrantBatch(revocation.BatchItem))
	left := grant.Entry{Nonce: revocation.Signed.Grant.Nonce, PolicyVersion: revocation.Signed.Grant.PolicyVersion,
		Enrolled: true,
		Origin:   g.Pseudonym, OriginBlock: 1234}
	check("revocation", g.Pseudonym, left)
	r := f.Rotation.Signed
	e.call(t, at, ledger.PackRotate(solidity.FromRotation(r.Rotation), r.FromSig[:], r.ToSig[:]))
	moved := left
	moved.Nonce, moved.Rotations, moved.RotationDay = r.Rotation.Nonce, 1, day.Of(e.cfg.Time)
	check("rotation, new", r.Rotation.To, moved)
	left.Rotated = true
	check("rotation, old", r.Rotation.From, left)
	if got := common.BytesToAddress(e.call(t, at, ledger.PackCurrentOf(r.Rotation.From))); got != r.Rotation.To {
		t.Errorf("the person is now %s, want %s", got, r.Rotation.To)
	}
}

// TestSolidityLive has the ledger judge every case of the rule but those about the class, which workers judge.
func TestSolidityLive(t *testing.T) {
	var f struct {
		Live []struct {
			Name  string
			Words grant.Words
			Terms grant.Terms
			Cause grant.Cause
		}
	}
	read(t, "entry.json", &f)
	e, ledger, at := newEVM(t), bindings.NewConsentLedger(), common.Address{0xcc}
	e.install(t, at, bindings.ConsentLedgerMetaData.Bin, ledger.PackConstructor(registry, common.Hash{1}))
	p := common.Address{7}
	for _, c := range f.Live {
		e.setTerms(common.Address{}, c.Terms.PolicyVersion, c.Terms.MinGrantVersion, c.Terms.Conditions)
		e.cfg.State.SetState(at, consent.Slot(p), c.Words.Entry)
		e.cfg.State.SetState(at, consent.OriginSlot(p), c.Words.Origin)
		out := e.call(t, at, ledger.PackIsLive(p, uint8(c.Terms.Purpose), uint8(c.Terms.Kind), c.Terms.Exact,
			uint32(c.Terms.Day)))
		got, err := ledger.UnpackIsLive(out)
		if want := c.Cause == grant.Live || c.Cause == grant.OverClass; err != nil || got != want {
			t.Errorf("%s: the ledger says %v, %v", c.Name, got, err)
		}
	}
	t.Logf("%d cases run", len(f.Live))
}

func TestSolidityDatasets(t *testing.T) {
	var f struct {
		Domain                        eip712.Domain
		ID, FamilyDomain, VersionHash common.Hash
		Manifest                      dataset.Manifest
	}
	read(t, "dataset.json", &f)
	var p struct {
		Good []struct {
			Name   string
			Policy policy.Policy
			Hash   common.Hash
		}
		Bad []struct {
			Name, Reason string
			Input        json.RawMessage
		}
		Changes []struct {
			Name      string
			Old, Next policy.Policy
			Effect    policy.Effect
		}
	}
	read(t, "policy.json", &p)
	e, registry, at := newEVM(t), bindings.NewDatasetRegistry(), f.Domain.Contract
	ledgers := common.Address{0xdd}
	e.install(t, ledgers, bindings.ConsentLedgerFactoryMetaData.Bin, nil)
	e.install(t, at, bindings.DatasetRegistryMetaData.Bin, registry.PackConstructor(ledgers, 0))

	if got := e.word(t, at, registry.PackDatasetId(f.Manifest.Registrant, f.Manifest.Name)); got != f.ID {
		t.Errorf("id %s", got)
	}
	if got := e.word(t, at, registry.PackHashVersion(solidity.FromVersion(f.Manifest.Version))); got != f.VersionHash {
		t.Errorf("version %s", got)
	}
	if got := e.word(t, at, registry.PackFamilyDomain(f.Manifest.Registrant, "courts")); got != f.FamilyDomain {
		t.Errorf("family domain %s", got)
	}
	rules := bindings.NewIPolicyChecker()
	checker := common.BytesToAddress(e.call(t, at, registry.PackPolicyChecker()))
	for _, c := range p.Good {
		got, err := rules.UnpackInspect(e.call(t, checker, rules.PackInspect(solidity.FromPolicy(c.Policy))))
		if err != nil || got.Policy != c.Hash || got.Promised != c.Policy.Promise.Hash() ||
			got.Means != c.Policy.Means.Hash() {
			t.Errorf("%s: hashes %x, %v", c.Name, got, err)
		}
	}
	for _, c := range p.Changes {
		got, err := rules.UnpackCompare(e.call(t, checker,
			rules.PackCompare(solidity.FromPolicy(c.Old), solidity.FromPolicy(c.Next))))
		if err != nil || policy.Effect(got) != c.Effect {
			t.Errorf("%s: effect %d, %v", c.Name, got, err)
		}
	}
	// What no policy can have is refused by both, with the same field.
	refused := 0
	for _, c := range p.Bad {
		var bad policy.Policy
		// A review that is not defined has no form in which the contract can be called.
		if json.Unmarshal(c.Input, &bad) != nil || c.Reason == "review" || strings.Contains(c.Name,
			"member ") || strings.HasPrefix(c.Name, "part ") {
			continue
		}
		out, err := e.try(checker, rules.PackInspect(solidity.FromPolicy(bad)))
		if err == nil {
			t.Errorf("%s: accepted", c.Name)
			continue
		}
		if len(out) < 4 {
			t.Errorf("%s: refused without a reason: %v", c.Name, err)
			continue
		}
		refused++
		reason, uerr := registry.UnpackPolicyInvalidError(out[4:])
		if uerr != nil || int(reason.Field) >= len(policy.Fields()) || policy.Fields()[reason.Field] != c.Reason {
			t.Errorf("%s: the contract says %+v, %v", c.Name, reason, uerr)
		}
		var fe *policy.FieldError
		if err := bad.Validate(); !errors.As(err, &fe) || fe.Field != c.Reason {
			t.Errorf("%s: Go says %v", c.Name, err)
		}
	}
	if refused < 40 {
		t.Errorf("only %d refusals were run", refused)
	}
	t.Logf("%d hashes, %d changes, %d refusals run", len(p.Good), len(p.Changes), refused)
}

func TestSolidityJobs(t *testing.T) {
	var f struct {
		Domain eip712.Domain
		Good   []struct {
			Name string
			Spec job.Spec
			ID   common.Hash
		}
		Approval struct {
			Signed job.SignedApproval
			Digest common.Hash
		}
	}
	read(t, "job.json", &f)
	var r struct {
		Good struct {
			Signed receipt.Signed
			ID     common.Hash
		}
		Charge struct {
			Charge     receipt.Charge
			StructHash common.Hash
		}
		Held struct {
			Held   receipt.Held
			Digest common.Hash
		}
	}
	read(t, "receipt.json", &r)
	e, market, at := newEVM(t), bindings.NewJobMarket(), f.Domain.Contract
	account := common.Address{0xee}
	e.install(t, account, bindings.BudgetLedgerMetaData.Bin, bindings.NewBudgetLedger().PackConstructor(registry))
	// What is asked here needs none of the libraries that the market links.
	code := regexp.MustCompile(`__\$[0-9a-f]{34}\$__`).ReplaceAllString(bindings.JobMarketMetaData.Bin,
		strings.Repeat("00", 20))
	e.install(t, at, code, market.PackConstructor(registry, common.Address{}, account, new(big.Int), 0))
	for _, c := range f.Good {
		if got := e.word(t, at, market.PackJobId(solidity.FromSpec(c.Spec))); got != c.ID {
			t.Errorf("%s: id %s", c.Name, got)
		}
	}
	a := f.Approval.Signed.Approval
	if got := e.word(t, at, market.PackHashApproval(a.Job, a.Expiry)); got != f.Approval.Digest {
		t.Errorf("approval: %s", got)
	}
	if got := e.word(t, at, market.PackHashReceipt(solidity.FromReceipt(r.Good.Signed.Receipt))); got != r.Good.ID {
		t.Errorf("receipt: %s", got)
	}
	if got := e.word(t, at, market.PackHashCharge(solidity.FromCharge(r.Charge.Charge))); got != r.Charge.StructHash {
		t.Errorf("charge: %s", got)
	}
	if h := r.Held.Held; e.word(t, at, market.PackHashHeld(h.Job, h.Ciphertext, h.Size)) != r.Held.Digest {
		t.Error("the digest that archives sign differs")
	}
	for name, want := range map[string]int{"parameters": job.MaxParameters, "ciphertext": job.MaxCiphertext} {
		input := market.PackMAXPARAMETERS()
		if name == "ciphertext" {
			input = market.PackMAXCIPHERTEXT()
		}
		if got := e.word(t, at, input).Big(); got.Int64() != int64(want) {
			t.Errorf("%s: the contract's limit is %s", name, got)
		}
	}
}

func TestSolidityWorkers(t *testing.T) {
	var f struct {
		Domain eip712.Domain
		Good   []struct {
			Name   string
			Signed worker.Signed
			Digest common.Hash
		}
	}
	read(t, "worker.json", &f)
	e, workers, at := newEVM(t), bindings.NewWorkerRegistry(), f.Domain.Contract
	e.install(t, at, bindings.WorkerRegistryMetaData.Bin,
		workers.PackConstructor(common.Address{1}, common.Hash{2}, common.Address{3}))
	for _, c := range f.Good {
		r := c.Signed.Registration
		got := e.word(t, at, workers.PackHashRegistration(
			bindings.IWorkerRegistryRegistration{Enclave: r.Enclave, Rek: r.REK, Measurement: r.Measurement,
				TrustRoot: r.TrustRoot, Platform: r.Platform, Expiry: r.Expiry}, r.Operator, r.Quote, r.Nonce))
		if got != c.Digest {
			t.Errorf("%s: digest %s", c.Name, got)
		}
	}
}

// TestSolidityBudget plays the account's history on the contract.
func TestSolidityBudget(t *testing.T) {
	var f struct {
		Account struct {
			Steps []struct {
				Op                         string
				Key, Holder                common.Hash
				Cost, Limit, Open, Settled budget.Cost
				OK                         bool
			}
		}
	}
	read(t, "budget.json", &f)
	e, ledger, at, of := newEVM(t), bindings.NewBudgetLedger(), common.Address{0xee}, common.Hash{1}
	e.install(t, at, bindings.BudgetLedgerMetaData.Bin, ledger.PackConstructor(registry))
	for i, s := range f.Account.Steps {
		terms := make([]common.Hash, 21)
		terms[0] = u64(1) // that the caller is a spender, too
		terms[10], terms[11] = u64(uint64(s.Limit.Rho)), u64(uint64(s.Limit.Delta))
		e.answer(terms...)
		var input []byte
		switch s.Op {
		case "spend":
			input = ledger.PackSpend(of, s.Key, s.Holder, common.Address{2}, uint64(s.Cost.Rho), uint64(s.Cost.Delta))
		case "giveBack":
			input = ledger.PackGiveBack(of, s.Key, s.Holder)
		case "settle":
			input = ledger.PackSettle(of, s.Key, s.Holder)
		case "limit":
			input = nil
		}
		if input != nil {
			if _, err := e.try(at, input); (err == nil) != s.OK {
				t.Errorf("step %d, %s: %v", i, s.Op, err)
			}
		}
		got, err := ledger.UnpackAccountOf(e.call(t, at, ledger.PackAccountOf(of)))
		want := bindings.IBudgetLedgerAccount{
			RhoOpen: uint64(s.Open.Rho), RhoSettled: uint64(s.Settled.Rho), DeltaOpen: uint64(s.Open.Delta),
			DeltaSettled: uint64(s.Settled.Delta),
		}
		if err != nil || got != want {
			t.Errorf("step %d, %s: the contract has %+v, %v", i, s.Op, got, err)
		}
	}
	t.Logf("%d steps run", len(f.Account.Steps))
}
