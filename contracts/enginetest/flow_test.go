package enginetest

import (
	"context"
	"crypto/ecdsa"
	"math"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/feed"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/runtime/attestation"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/insecure"
)

// A job goes from its post to its receipt; what Go signs is taken, and what an auditor reads at the documented slots is
// what happened.
func TestJob(t *testing.T) {
	c := newChain(t)
	market := c.at.Market.Address
	before := c.balance(c.operator)

	// Three subjects: one by ticket, two in a batch; one revokes.
	alice, bob, carol := key(t, "alice"), key(t, "bob"), key(t, "carol")
	enrol(c, c.grant(alice, 1))
	batch := grant.AppendItem(grant.AppendItem(nil, c.grant(bob, 1)), c.grant(carol, 1))
	c.send(c.enroller, c.ledger, nil, c.consent.PackEnrolBatch(batch))
	revocation, err := grant.Revoke(c.id, addr(carol), 1, 2, now+1e5).Sign(c.domain(c.ledger), carol)
	if err != nil {
		t.Fatal(err)
	}
	c.send(c.researcher, c.ledger, nil, c.consent.PackGrantBatch(grant.AppendItem(nil, revocation)))
	narrowed := c.block.Number

	parameters := []byte(`{"groupBy":["sex"]}`)
	spec := c.spec(parameters)
	id := spec.ID(c.domain(market))
	c.send(c.researcher, market, spec.Fee.Big(), c.posting(spec, parameters))
	approval, err := job.Approval{Job: id, Expiry: now + 1e4}.Sign(c.domain(market), c.custodian)
	if err != nil {
		t.Fatal(err)
	}
	c.send(c.researcher, market, nil, c.market.PackApprove(id, approval.Expiry, approval.Signature[:]))
	c.send(c.operator, market, bond(), c.market.PackClaim(id, c.enclave.Address()))
	claimRound := c.block.Number

	// The consent of the claim's round, from its range of the state.
	state, err := consent.Read(consent.Slots(c.stored(layout.ConsentEntryRange(layout.Address(c.ledger)))),
		consent.Slots(c.stored(layout.ConsentOriginRange(layout.Address(c.ledger)))))
	if err != nil {
		t.Fatal(err)
	}
	live := state.CountLive(grant.Terms{
		MinGrantVersion: 1, PolicyVersion: 1, Purpose: purpose.HealthResearch, Kind: spec.Kind, Day: today,
		Conditions: condition.Public, AsOf: c.block.Number,
		Total: spec.Rho,
	})
	same(t, "entries", state.Len(), 3)
	same(t, "live subjects", live, uint32(2))

	release := c.market.PackRecordRelease(id, c.enclave.Address(), claimRound, uint64(spec.Rho), uint64(spec.Delta))
	c.send(c.broker, market, nil, release)
	charge := receipt.Charge{
		Inputs: common.Hash{30}, ConsentRound: claimRound, ConsentRoot: state.Root(common.Hash{31}),
		SubjectsRoot: common.Hash{32},
		LiveSubjects: live, Rho: spec.Rho, Delta: spec.Delta, Moment: c.block.Time, Noise: common.Hash{34},
		ProofKey: common.Hash{35},
	}
	judgedBy := c.post(insecure.Terms{Number: 2}) // news, so that the quote is judged again at the charge
	c.send(c.operator, market, nil, c.market.PackCharge(id, claimRound, solidity.FromCharge(charge)))
	chargedAt := c.block.Time
	ciphertext, opening := []byte("ciphertext"), [32]byte{36}
	r := receipt.Receipt{
		Job: id, Charge: charge, Result: common.Hash{33}, Ciphertext: receipt.HashBytes(ciphertext),
		Size:    uint64(len(ciphertext)),
		Opening: receipt.HashOpening(opening), Enclave: c.enclave.Address(), Measurement: c.measurement(),
		Quote: c.worker(c.enclave).Quote,
	}
	signed, err := r.Sign(c.domain(market), c.enclave.Signing())
	if err != nil {
		t.Fatal(err)
	}
	logs := c.send(c.researcher, market, nil,
		c.market.PackSeal(id, solidity.FromReceipt(r), signed.Signature[:], ciphertext))
	delivered, err := c.market.UnpackResultDeliveredEvent(logs[1])
	if err != nil {
		t.Fatal(err)
	}
	same(t, "ciphertext", string(delivered.Ciphertext), string(ciphertext))
	sealedAt := c.block.Time
	c.send(c.researcher, market, nil, c.market.PackOpen(id, opening))
	same(t, "the worker's gain", new(big.Int).Sub(c.balance(c.operator), before), spec.Fee.Big())

	// What an auditor reads.
	c.readsJob(r, spec, readTimes{claimRound: claimRound, charged: chargedAt, sealed: sealedAt}, judgedBy)
	c.readsBudget(id, spec)
	c.auditFeed(id)
	c.readsRegistries(r, judgedBy)
	c.audit(r, chargedAt, judgedBy)
	same(t, "last narrowed", layout.Field(8).Uint(c.slot(c.ledger, layout.ConsentLastNarrowedSlot())), narrowed)
	c.readsEntry(bob)
}

// readTimes are when the steps of a job came on record: a round, and block times.
type readTimes struct{ claimRound, charged, sealed uint64 }

// readsJob reads the market's record of a finished job.
func (c *chain) readsJob(r receipt.Receipt, spec job.Spec, at readTimes, judgedBy common.Hash) {
	t := c.t
	t.Helper()
	market := c.at.Market.Address
	word := layout.Word(r.Job)
	jobAt := layout.JobSlot(word)
	read := func(f layout.Field) layout.Word { return c.slot(market, f.Slot(jobAt)) }
	same(t, "state", job.State(layout.JobState.Uint(read(layout.JobState))), job.Done)
	same(t, "claim round", layout.JobClaimRound.Uint(read(layout.JobClaimRound)), at.claimRound)
	same(t, "consent round", layout.JobConsentRound.Uint(read(layout.JobConsentRound)), at.claimRound)
	same(t, "enclave", layout.JobEnclave.Address(read(layout.JobEnclave)), layout.Address(c.enclave.Address()))
	same(t, "operator", layout.JobOperator.Address(read(layout.JobOperator)), layout.Address(addr(c.operator)))
	same(t, "live subjects", layout.JobLiveSubjects.Uint(read(layout.JobLiveSubjects)), uint64(r.Charge.LiveSubjects))
	same(t, "charge", read(layout.JobCharge), layout.Word(r.Charge.StructHash()))
	same(t, "opening", read(layout.JobOpening), layout.Word(r.Opening))
	same(t, "sealed at", layout.JobSealedAt.Uint(read(layout.JobSealedAt)), at.sealed)
	same(t, "rho in all", layout.JobRhoTotal.Uint(read(layout.JobRhoTotal)), uint64(spec.Rho))
	same(t, "delta in all", layout.JobDeltaTotal.Uint(read(layout.JobDeltaTotal)), uint64(spec.Delta))
	same(t, "quote", read(layout.JobQuote), layout.Word(r.Quote))
	same(t, "collateral", read(layout.JobCollateral), layout.Word(judgedBy))
	same(t, "charged at", layout.JobChargedAt.Uint(read(layout.JobChargedAt)), at.charged)
	same(t, "judged at", layout.JobJudgedAt.Uint(read(layout.JobJudgedAt)), at.charged)
	same(t, "receipt", c.slot(market, layout.ReceiptSlot(word)), layout.Word(r.ID(c.domain(market))))
	same(t, "parameters", c.slot(market, layout.JobSpecSlot(word).Add(1)), layout.Word(spec.Parameters))
}

// readsBudget reads the ledger's account of a dataset whose budget one job used.
func (c *chain) readsBudget(id common.Hash, spec job.Spec) {
	t, word := c.t, layout.Word(id)
	t.Helper()
	market := c.at.Market.Address
	budgetWord := c.slot(c.at.Budget.Address, layout.BudgetSlot(layout.Word(c.id)))
	same(t, "rho open", layout.BudgetRhoOpen.Uint(budgetWord), uint64(0))
	same(t, "rho settled", layout.BudgetRhoSettled.Uint(budgetWord), uint64(spec.Rho))
	same(t, "delta open", layout.BudgetDeltaOpen.Uint(budgetWord), uint64(0))
	same(t, "delta settled", layout.BudgetDeltaSettled.Uint(budgetWord), uint64(spec.Delta))
	used := c.slot(c.at.Budget.Address, layout.BudgetUsedSlot(layout.Word(c.id), layout.Address(addr(c.researcher))))
	same(t, "used by the researcher", layout.Field(8).Uint(used), uint64(spec.Rho))
	amountAt := layout.AmountSlot(layout.Word(c.id), layout.Address(market), word)
	amount := func(f layout.Field) uint64 { return f.Uint(c.slot(c.at.Budget.Address, f.Slot(amountAt))) }
	same(t, "rho of the job", amount(layout.AmountRho), uint64(spec.Rho))
	same(t, "delta of the job", amount(layout.AmountDelta), uint64(spec.Delta))
	same(t, "stage", budget.Stage(amount(layout.AmountStage)), budget.Settled)
}

// readsRegistries reads the records of dataset and worker.
func (c *chain) readsRegistries(r receipt.Receipt, judgedBy common.Hash) {
	t := c.t
	t.Helper()
	registry := c.at.Registry.Address
	same(t, "policy hash", c.slot(registry, layout.PolicyHashSlot(layout.Word(c.id), 1)),
		layout.Word(c.policy().Hash()))
	same(t, "version hash", c.slot(registry, layout.VersionHashSlot(layout.Word(c.id), 1)),
		layout.Word(c.version().Hash()))
	same(t, "retired", c.slot(registry, layout.VersionRetiredSlot(layout.Word(c.id), 1)), layout.Word{})
	datasetAt := layout.DatasetSlot(layout.Word(c.id))
	same(t, "ledger", layout.DatasetLedger.Address(c.slot(registry, layout.DatasetLedger.Slot(datasetAt))),
		layout.Address(c.ledger))
	same(t, "policy version", layout.DatasetPolicyVersion.Uint(
		c.slot(registry, layout.DatasetPolicyVersion.Slot(datasetAt))), uint64(1))
	same(t, "registrant", layout.DatasetRegistrant.Address(c.slot(registry, layout.DatasetRegistrant.Slot(datasetAt))),
		layout.Address(addr(c.custodian)))

	workerAt := layout.WorkerSlot(layout.Address(c.enclave.Address()))
	same(t, "measurement", c.slot(c.at.Workers.Address, layout.WorkerMeasurement.Slot(workerAt)),
		layout.Word(r.Measurement))
	same(t, "quote of the worker", c.slot(c.at.Workers.Address, layout.WorkerQuote.Slot(workerAt)),
		layout.Word(r.Quote))
	same(t, "collateral of the worker", c.slot(c.at.Workers.Address, layout.WorkerCollateral.Slot(workerAt)),
		layout.Word(judgedBy))
}

// readsEntry reads a subject's entry of the consent ledger.
func (c *chain) readsEntry(subject *ecdsa.PrivateKey) {
	t := c.t
	t.Helper()
	stored, err := grant.Unpack(addr(subject), grant.Words{
		Entry:  common.Hash(c.slot(c.ledger, layout.ConsentEntrySlot(layout.Address(addr(subject))))),
		Origin: common.Hash(c.slot(c.ledger, layout.ConsentOriginSlot(layout.Address(addr(subject))))),
	})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "entry", stored, grant.Entry{
		Nonce: 1, PolicyVersion: 1, Purposes: purpose.SetOf(purpose.HealthResearch), Kinds: 3, Expiry: today + 30,
		EpsilonClass: 3, Enrolled: true, Origin: addr(subject), OriginBlock: stored.OriginBlock,
		Conditions: condition.Public,
	})
}

// auditFeed computes the chain of a feed from what happened to its only job.
func (c *chain) auditFeed(id common.Hash) {
	c.t.Helper()
	var head feed.Head
	for i, e := range c.fed {
		if e.Number != uint64(i+1) || e.Dataset != c.id || e.Job != id {
			c.t.Errorf("entry %d of the feed is %+v", i, e)
		}
		head = e.Head(head)
	}
	for _, of := range []common.Hash{c.id, {}} {
		at := layout.FeedSlot(layout.Word(of))
		word := c.slot(c.at.Market.Address, layout.FeedCount.Slot(at))
		if err := feed.Verify(c.fed, layout.FeedCount.Uint(word), feed.Head(layout.FeedHead.Bytes(word)),
			of == common.Hash{}); err != nil {
			c.t.Error(err)
		}
		same(c.t, "head of the feed", feed.Head(layout.FeedHead.Bytes(word)), head)
	}
}

// audit verifies the quote of a receipt as an auditor does, who needs no one's word: evidence and collateral are what
// the chain names, and the time is that of the charge.
func (c *chain) audit(r receipt.Receipt, judgedAt uint64, judgedBy common.Hash) {
	c.t.Helper()
	workerAt := layout.WorkerSlot(layout.Address(r.Enclave))
	read := func(f layout.Field) layout.Word { return c.slot(c.at.Workers.Address, f.Slot(workerAt)) }
	code, err := c.tree.Get(context.Background(),
		layout.CodeKey(layout.WorkerEvidence.Address(read(layout.WorkerEvidence))))
	if err != nil {
		c.t.Fatal(err)
	}
	same(c.t, "quote of the evidence on chain", crypto.Keccak256Hash(code[1:]), r.Quote)
	evidence, err := tee.ParseEvidence(code[1:])
	if err != nil {
		c.t.Fatal(err)
	}
	place, err := attestation.Locate(evidence, c.roots)
	if err != nil {
		c.t.Fatal(err)
	}
	same(c.t, "levels", read(layout.WorkerLevels), layout.Word(place.Levels))
	same(c.t, "issuer", read(layout.WorkerIssuer), layout.Word(place.Issuer))
	container := c.collateralOf(place)
	id, err := collateral.ID(container)
	if err != nil {
		c.t.Fatal(err)
	}
	same(c.t, "name of the collateral", id, judgedBy)
	claims, err := dcap.Verifier{}.Verify(evidence.Quote, container, c.roots, time.Unix(int64(judgedAt), 0))
	if err != nil {
		c.t.Fatal(err)
	}
	binding := evidence.Binding(c.chainID, c.runtime, addr(c.operator), r.Enclave, common.Hash(read(layout.WorkerRek)))
	same(c.t, "report data", claims.ReportData, binding.ReportData([32]byte{}))
	same(c.t, "measurement", claims.Measurement, r.Measurement)
	same(c.t, "simulated", layout.WorkerSimulated.Uint(read(layout.WorkerSimulated)), uint64(1))
	same(c.t, "status", layout.WorkerStatus.Uint(read(layout.WorkerStatus)), uint64(claims.TCB.Number()))
	same(c.t, "evaluation", layout.WorkerEvaluation.Uint(read(layout.WorkerEvaluation)),
		uint64(claims.Collateral.Evaluation))
	same(c.t, "TCB date", layout.WorkerTCBDate.Uint(read(layout.WorkerTCBDate)), uint64(claims.TCBDate.Unix()))
	same(c.t, "issued at", layout.WorkerIssuedAt.Uint(read(layout.WorkerIssuedAt)),
		uint64(claims.Collateral.IssuedAt.Unix()))
	same(c.t, "valid until", layout.WorkerValidUntil.Uint(read(layout.WorkerValidUntil)),
		uint64(claims.Collateral.ValidUntil.Unix()))
	same(c.t, "judged at", layout.WorkerJudgedAt.Uint(read(layout.WorkerJudgedAt)), judgedAt)
}

// enrol sends a first grant with the enroller's ticket.
func enrol(c *chain, s grant.Signed) {
	c.t.Helper()
	ticket, err := grant.Ticket{Dataset: c.id, Pseudonym: s.Grant.Pseudonym, ProofKey: common.Hash{18}, Expiry: now +
		1e5}.Sign(c.domain(c.ledger), c.enroller)
	if err != nil {
		c.t.Fatal(err)
	}
	c.send(c.researcher, c.ledger, nil, c.consent.PackEnrol(boundGrant(s.Grant), s.Signature[:],
		bindings.IConsentLedgerTicket{
			Dataset: ticket.Ticket.Dataset, Pseudonym: ticket.Ticket.Pseudonym, ProofKey: ticket.Ticket.ProofKey,
			Expiry: ticket.Ticket.Expiry,
		}, ticket.Signature[:]))
}

func boundGrant(g grant.Grant) bindings.IConsentLedgerGrant {
	return bindings.IConsentLedgerGrant{
		Dataset: g.Dataset, Pseudonym: g.Pseudonym, PolicyVersion: g.PolicyVersion, Purposes: uint32(g.Purposes),
		Kinds: uint16(g.Kinds), Exact: g.Exact, Conditions: uint8(g.Conditions), NotBefore: uint32(g.NotBefore),
		Expiry:       uint32(g.Expiry),
		EpsilonClass: uint8(g.EpsilonClass), Circumstances: g.Circumstances, Nonce: g.Nonce,
		SubmitBefore: g.SubmitBefore,
	}
}

// What the contracts refuse, they refuse by name.
func TestRefusals(t *testing.T) {
	c := newChain(t)
	alice := key(t, "alice")
	signed := c.grant(alice, 1)

	got := c.refused(c.researcher, c.ledger, nil, c.consent.PackGrant(boundGrant(signed.Grant), signed.Signature[:]))
	same(t, "not enrolled", got, &bindings.ConsentLedgerConsentNotEnrolled{Pseudonym: addr(alice)})

	enrol(c, signed)
	got = c.refused(c.researcher, c.ledger, nil, c.consent.PackGrant(boundGrant(signed.Grant), signed.Signature[:]))
	same(t, "replayed", got, &bindings.ConsentLedgerConsentNonceNotNewer{Pseudonym: addr(alice), Given: 1, Current: 1})

	elsewhere, err := c.grant(alice, 2).Grant.Sign(eip712.Domain{ChainID: 1, Contract: c.ledger}, alice)
	if err != nil {
		t.Fatal(err)
	}
	got = c.refused(c.researcher, c.ledger, nil,
		c.consent.PackGrant(boundGrant(elsewhere.Grant), elsewhere.Signature[:]))
	same(t, "for another chain", got, &bindings.ConsentLedgerConsentSignature{Pseudonym: addr(alice)})

	market := c.at.Market.Address
	parameters := []byte("{}")
	spec := c.spec(parameters)
	spec.Purpose = purpose.GeneralResearch
	got = c.refused(c.researcher, market, spec.Fee.Big(), c.posting(spec, parameters))
	same(t, "purpose", got, &bindings.JobMarketJobPolicyRefuses{Rule: 0})

	spec = c.spec(parameters)
	spec.Rho = 1_000_001
	id := spec.ID(c.domain(market))
	c.send(c.researcher, market, spec.Fee.Big(), c.posting(spec, parameters))
	approval, err := job.Approval{Job: id, Expiry: now + 1e4}.Sign(c.domain(market), c.custodian)
	if err != nil {
		t.Fatal(err)
	}
	c.send(c.researcher, market, nil, c.market.PackApprove(id, approval.Expiry, approval.Signature[:]))
	c.send(c.operator, market, bond(), c.market.PackClaim(id, c.enclave.Address()))
	release := c.market.PackRecordRelease(id, c.enclave.Address(), c.block.Number, math.MaxUint64, math.MaxUint64)
	got = c.refused(c.broker, market, nil, release)
	same(t, "over budget", got, &bindings.BudgetLedgerBudgetExceeded{Dataset: c.id, Asked: 1_000_001,
		Available: 1_000_000})
}
