// Package contracts reads Assent's contracts in one round of the chain, typed.
//
// A Snapshot runs the contracts' own view functions in our EVM over the state tree of a round. Over a tree that checks
// proofs (package chain/light) every answer is therefore verified: neither the node nor a gateway is trusted, and no
// knowledge of the contracts' storage layout is needed.
package contracts

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/feed"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/runtime/attestation"
	"github.com/assent-network/assent/runtime/evm"
	"github.com/assent-network/assent/tee"
)

// gasLimit bounds one read. View functions use a few ten thousand gas.
const gasLimit = 50_000_000

// errNoTree says that a snapshot without a state tree was asked for what only the tree has.
var errNoTree = errors.New("this view of the chain has no state tree; use a verified one")

// Round is a round of the chain: what a Snapshot's reads refer to.
type Round struct {
	Number    uint64
	Time      uint64 // Unix seconds of the block
	StateRoot common.Hash
	// BlockHash is the hash of the round's header, which all later ones follow from; zero where the reader has none.
	BlockHash common.Hash
}

// Day is the UTC day of the round, against which grants' days are held.
func (r Round) Day() day.Day { return day.Of(r.Time) }

// Reader makes snapshots. It is safe for concurrent use.
type Reader struct {
	engine    *evm.Engine
	chainID   uint64
	contracts solidity.Addresses

	registry   *bindings.DatasetRegistry
	ledger     *bindings.ConsentLedger
	budget     *bindings.BudgetLedger
	workers    *bindings.WorkerRegistry
	collateral *bindings.CollateralRegistry
	market     *bindings.JobMarket
}

// NewReader returns a reader for the contracts of a network with the given EVM chain id, whose runtime names these
// attestation roots. Snapshots that read through another party need no roots.
func NewReader(chainID uint64, roots tee.Roots, contracts solidity.Addresses) *Reader {
	return &Reader{
		engine:     evm.New(evm.Config{ChainID: chainID, Precompiles: attestation.Precompiles(roots)}),
		chainID:    chainID,
		contracts:  contracts,
		registry:   bindings.NewDatasetRegistry(),
		ledger:     bindings.NewConsentLedger(),
		budget:     bindings.NewBudgetLedger(),
		workers:    bindings.NewWorkerRegistry(),
		collateral: bindings.NewCollateralRegistry(),
		market:     bindings.NewJobMarket(),
	}
}

// Contracts returns the addresses that the reader reads.
func (r *Reader) Contracts() solidity.Addresses { return r.contracts }

// Caller runs a view function of a contract in one round and returns what it returned. A contract's refusal is an error
// that says why.
type Caller func(ctx context.Context, to common.Address, input []byte) ([]byte, error)

// At returns a snapshot of a round over its state tree. The caller closes the tree when it is done with the snapshot.
func (r *Reader) At(round Round, tree mkvs.ImmutableKeyValueTree) *Snapshot {
	s := &Snapshot{reader: r, tree: tree, Round: round}
	s.caller = s.execute
	return s
}

// Through returns a snapshot whose answers are whatever caller says, such as a gateway's, which one has to trust. It
// cannot read consent states or block hashes.
func (r *Reader) Through(round Round, caller Caller) *Snapshot {
	return &Snapshot{reader: r, caller: caller, Round: round}
}

// Snapshot reads one round. It is not safe for concurrent use.
type Snapshot struct {
	reader *Reader
	caller Caller
	tree   mkvs.ImmutableKeyValueTree // nil without a state tree
	ranger Ranger                     // nil without a state tree
	Round  Round
}

// execute runs a view function in our own EVM over the state tree.
func (s *Snapshot) execute(ctx context.Context, to common.Address, input []byte) ([]byte, error) {
	res, err := s.reader.engine.Call(ctx, s.tree,
		evm.Block{Number: s.Round.Number, Time: s.Round.Time, GasLimit: gasLimit}, evm.Message{
			To: &to, Data: input, GasLimit: gasLimit,
		})
	if err != nil {
		return nil, err
	}
	var revert *evm.RevertError
	if errors.As(res.Err, &revert) {
		return nil, solidity.DecodeError(revert.Data)
	}
	return res.Return, res.Err
}

// call runs a view function and hands its answer to unpack.
func call[T any](ctx context.Context, s *Snapshot, what string, to common.Address, input []byte,
	unpack func([]byte) (T, error)) (T, error) {
	var zero T
	answer, err := s.caller(ctx, to, input)
	if err != nil {
		return zero, fmt.Errorf("reading %s in round %d: %w", what, s.Round.Number, err)
	}
	if len(answer) == 0 {
		return zero, fmt.Errorf("reading %s in round %d: there is no contract at %s; check the network file", what,
			s.Round.Number, to)
	}
	v, err := unpack(answer)
	if err != nil {
		return zero, fmt.Errorf("reading %s in round %d: %w", what, s.Round.Number, err)
	}
	return v, nil
}

// Job is a job's record in the market, with its specification.
type Job struct {
	ID   common.Hash
	Spec job.Spec
	JobRecord
}

// Total is what was used of the dataset's budget when the job's key was released, with the job's own; zero before.
func (j *Job) Total() budget.Cost {
	return budget.Cost{Rho: budget.Rho(j.RhoTotal), Delta: budget.Delta(j.DeltaTotal)}
}

// Post is what was posted with a job beside its specification, which names both by their hashes.
type Post struct {
	Parameters    []byte
	ResearcherKey []byte // KEM and key, see package sealed
}

// Current is the enclave that the job is in now: after the seal, perhaps one that took over to open it.
func (j *Job) Current() common.Address {
	if j.Opener != (common.Address{}) {
		return j.Opener
	}
	return j.Enclave
}

// Broker returns the account that decides on the job's key: the one that a gate named for the job's seat, or else the
// dataset's broker.
func (j *Job) Broker(ofDataset common.Address) common.Address {
	if j.SeatBroker != (common.Address{}) {
		return j.SeatBroker
	}
	return ofDataset
}

// State is where the job stands.
func (j *Job) State() job.State { return j.JobRecord.State }

// Job returns a job. A job that the market does not know has the state None.
func (s *Snapshot) Job(ctx context.Context, id common.Hash) (*Job, error) {
	m := s.reader.market
	record, err := call(ctx, s, "a job", s.reader.contracts.JobMarket, m.PackJobOf(id), m.UnpackJobOf)
	if errors.Is(err, solidity.ErrJobUnknown) {
		return &Job{ID: id}, nil
	}
	if err != nil {
		return nil, err
	}
	j := &Job{ID: id, JobRecord: toJobRecord(record)}
	if j.State() == job.None {
		return j, nil
	}
	raw, err := call(ctx, s, "a job's specification", s.reader.contracts.JobMarket, m.PackSpecOf(id), m.UnpackSpecOf)
	if err != nil {
		return nil, err
	}
	if j.Spec, err = solidity.ToSpec(raw); err != nil {
		return nil, err
	}
	return j, nil
}

// Receipt returns the id of the receipt recorded for a job; zero before.
func (s *Snapshot) Receipt(ctx context.Context, id common.Hash) (common.Hash, error) {
	m := s.reader.market
	return call(ctx, s, "a receipt", s.reader.contracts.JobMarket, m.PackReceiptOf(id),
		func(b []byte) (common.Hash, error) {
			h, err := m.UnpackReceiptOf(b)
			return h, err
		})
}

// Feed returns how many entries a dataset's feed of jobs has, and the head of the chain over them (package feed).
func (s *Snapshot) Feed(ctx context.Context, dataset common.Hash) (count uint64, head feed.Head, err error) {
	m := s.reader.market
	f, err := call(ctx, s, "a dataset's feed", s.reader.contracts.JobMarket, m.PackFeedOf(dataset), m.UnpackFeedOf)
	return f.Count, feed.Head(f.Head), err
}

// Refused reports whether the dataset's broker barred an enclave from a job.
func (s *Snapshot) Refused(ctx context.Context, id common.Hash, enclave common.Address) (bool, error) {
	m := s.reader.market
	return call(ctx, s, "a refusal", s.reader.contracts.JobMarket, m.PackIsRefused(id, enclave), m.UnpackIsRefused)
}

// Dataset returns a dataset as it stands. The members of a record that follow from others are computed and not
// believed: a node could otherwise have people derive the pseudonyms of another dataset.
func (s *Snapshot) Dataset(ctx context.Context, id common.Hash) (Dataset, error) {
	r := s.reader.registry
	raw, err := call(ctx, s, "a dataset", s.reader.contracts.DatasetRegistry, r.PackDatasetOf(id), r.UnpackDatasetOf)
	if err != nil {
		return Dataset{}, err
	}
	d := toDataset(raw)
	if err := dataset.CheckRecord(s.reader.chainID, s.reader.contracts.DatasetRegistry, id, dataset.Record{
		Registrant: d.Registrant, Name: d.Name, Family: d.Family, Founder: d.Founder, Domain: d.Domain,
	}); err != nil {
		return Dataset{}, fmt.Errorf("reading a dataset in round %d: %w", s.Round.Number, err)
	}
	return d, nil
}

// Version returns a version of a dataset's content.
func (s *Snapshot) Version(ctx context.Context, id common.Hash, number uint32) (dataset.Version, error) {
	r := s.reader.registry
	raw, err := call(ctx, s, "a dataset version", s.reader.contracts.DatasetRegistry, r.PackVersionOf(id, number),
		r.UnpackVersionOf)
	if err != nil {
		return dataset.Version{}, err
	}
	return solidity.ToVersion(raw), nil
}

// Retired reports whether a version of a dataset was taken out of use for good.
func (s *Snapshot) Retired(ctx context.Context, id common.Hash, version uint32) (bool, error) {
	r := s.reader.registry
	return call(ctx, s, "whether a dataset version is retired", s.reader.contracts.DatasetRegistry,
		r.PackIsRetired(id, version), r.UnpackIsRetired)
}

// InUse reports whether jobs on a dataset version under a policy version may go on: not stopped, not retired, in
// effect.
func (s *Snapshot) InUse(ctx context.Context, id common.Hash, version, policyVersion uint32) (bool, error) {
	r := s.reader.registry
	return call(ctx, s, "whether a dataset is in use", s.reader.contracts.DatasetRegistry,
		r.PackInUse(id, version, policyVersion), r.UnpackInUse)
}

// Policy returns a version of a dataset's policy.
func (s *Snapshot) Policy(ctx context.Context, id common.Hash, version uint32) (policy.Policy, error) {
	r := s.reader.registry
	raw, err := call(ctx, s, "a policy", s.reader.contracts.DatasetRegistry, r.PackPolicyOf(id, version),
		r.UnpackPolicyOf)
	if err != nil {
		return policy.Policy{}, err
	}
	return solidity.ToPolicy(raw)
}

// Budget is a dataset's privacy budget.
type Budget struct {
	Limit   budget.Cost `json:"limit"`
	Open    budget.Cost `json:"open"`    // spent, and may come back
	Settled budget.Cost `json:"settled"` // spent for good
}

// Used is what is spent, open and settled.
func (b Budget) Used() budget.Cost { return b.Open.Plus(b.Settled) }

// Left is what may still be spent.
func (b Budget) Left() budget.Cost {
	used := b.Used()
	return budget.Cost{Rho: b.Limit.Rho - min(b.Limit.Rho, used.Rho),
		Delta: b.Limit.Delta - min(b.Limit.Delta, used.Delta)}
}

// Budget returns a dataset's budget.
func (s *Snapshot) Budget(ctx context.Context, id common.Hash) (Budget, error) {
	b := s.reader.budget
	account, err := call(ctx, s, "a budget", s.reader.contracts.BudgetLedger, b.PackAccountOf(id), b.UnpackAccountOf)
	if err != nil {
		return Budget{}, err
	}
	limits, err := call(ctx, s, "a budget's limits", s.reader.contracts.BudgetLedger, b.PackLimitsOf(id),
		b.UnpackLimitsOf)
	if err != nil {
		return Budget{}, err
	}
	return Budget{
		Limit:   budget.Cost{Rho: budget.Rho(limits.Rho), Delta: budget.Delta(limits.Delta)},
		Open:    budget.Cost{Rho: budget.Rho(account.RhoOpen), Delta: budget.Delta(account.DeltaOpen)},
		Settled: budget.Cost{Rho: budget.Rho(account.RhoSettled), Delta: budget.Delta(account.DeltaSettled)},
	}, nil
}

// OverBudget says that a job's budget does not fit what is left.
type OverBudget struct {
	Of          string // whose: the dataset's, or the researcher's on it
	Asked, Left budget.Cost
}

func (e *OverBudget) Error() string {
	return fmt.Sprintf("rho %s and delta %s do not fit: of %s rho %s and delta %s are left", e.Asked.Rho, e.Asked.Delta,
		e.Of, e.Left.Rho, e.Left.Delta)
}

// CheckBudget checks that the budget of a job whose key was not released could be taken now. It returns an *OverBudget
// when not.
func (s *Snapshot) CheckBudget(ctx context.Context, j *Job) error {
	asked := j.Spec.Cost()
	if asked == (budget.Cost{}) {
		return nil
	}
	have, err := s.Budget(ctx, j.Spec.Dataset)
	if err != nil {
		return err
	}
	if left := have.Left(); asked.Rho > left.Rho || asked.Delta > left.Delta {
		return &OverBudget{Of: "dataset " + j.Spec.Dataset.Hex(), Asked: asked, Left: left}
	}
	p, err := s.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
	if err != nil || p.RhoPerResearcher == 0 {
		return err
	}
	b := s.reader.budget
	used, err := call(ctx, s, "what a researcher has used", s.reader.contracts.BudgetLedger,
		b.PackUsedBy(j.Spec.Dataset, j.Spec.Researcher), b.UnpackUsedBy)
	if err != nil {
		return err
	}
	if left := p.RhoPerResearcher - min(p.RhoPerResearcher, budget.Rho(used)); asked.Rho > left {
		return &OverBudget{
			Of:    "what researcher " + j.Spec.Researcher.Hex() + " may use of dataset " + j.Spec.Dataset.Hex(),
			Asked: asked,
			Left:  budget.Cost{Rho: left, Delta: have.Left().Delta},
		}
	}
	return nil
}

// BudgetStage returns where the budget of a job stands in the ledger, as the market spends it.
func (s *Snapshot) BudgetStage(ctx context.Context, j *Job) (budget.Stage, error) {
	m, b := s.reader.market, s.reader.budget
	key, err := call(ctx, s, "the key of a job's budget", s.reader.contracts.JobMarket, m.PackBudgetKeyOf(j.ID),
		m.UnpackBudgetKeyOf)
	if err != nil {
		return budget.Unspent, err
	}
	stage, err := call(ctx, s, "a job's budget", s.reader.contracts.BudgetLedger,
		b.PackHolds(j.Spec.Dataset, s.reader.contracts.JobMarket, key, j.ID), b.UnpackHolds)
	return budget.Stage(stage), err
}

// LastNarrowed returns the block number of the last change after which something that counted may no longer count; this
// round's, when grants have ended by their own date and no market has recorded it yet.
func (s *Snapshot) LastNarrowed(ctx context.Context, ledger common.Address) (uint64, error) {
	l := s.reader.ledger
	return call(ctx, s, "a consent ledger", ledger, l.PackLastNarrowed(), l.UnpackLastNarrowed)
}

// Bond returns the value that a claim has to bring.
func (s *Snapshot) Bond(ctx context.Context) (*big.Int, error) {
	m := s.reader.market
	return call(ctx, s, "the bond", s.reader.contracts.JobMarket, m.PackBond(), m.UnpackBond)
}

// SealGrace and OpenGrace are for how many seconds after its time a charged job can still be sealed, and a sealed one
// opened, and no one can end it.
func (s *Snapshot) SealGrace(ctx context.Context) (uint64, error) {
	m := s.reader.market
	return call(ctx, s, "the grace of seals", s.reader.contracts.JobMarket, m.PackSEALGRACE(), m.UnpackSEALGRACE)
}

// OpenGrace is how long after the policy's openTimeout a result may still be opened, in seconds: see SealGrace.
func (s *Snapshot) OpenGrace(ctx context.Context) (uint64, error) {
	m := s.reader.market
	return call(ctx, s, "the grace of openings", s.reader.contracts.JobMarket, m.PackOPENGRACE(), m.UnpackOPENGRACE)
}

// WaitsUntil returns until when an operator may not claim a job again, in Unix seconds; zero when it may.
func (s *Snapshot) WaitsUntil(ctx context.Context, id common.Hash, operator common.Address) (uint64, error) {
	m := s.reader.market
	return call(ctx, s, "until when an operator waits", s.reader.contracts.JobMarket, m.PackWaitsUntil(id, operator),
		m.UnpackWaitsUntil)
}

// Burnt returns what was kept of bonds.
func (s *Snapshot) Burnt(ctx context.Context) (*big.Int, error) {
	m := s.reader.market
	return call(ctx, s, "what was kept of bonds", s.reader.contracts.JobMarket, m.PackBurnt(), m.UnpackBurnt)
}

// Terms returns what a job demands of a consent entry in this round: the rule by which the worker, the broker and the
// auditor count. What was used of the dataset's budget is, before the job's key is released, what is used now and the
// job's own; from the release on, what the market recorded then: with the job's own and with all that was spent before
// it.
func (s *Snapshot) Terms(ctx context.Context, j *Job) (grant.Terms, error) {
	d, err := s.Dataset(ctx, j.Spec.Dataset)
	if err != nil {
		return grant.Terms{}, err
	}
	p, err := s.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
	if err != nil {
		return grant.Terms{}, err
	}
	version, err := s.Version(ctx, j.Spec.Dataset, j.Spec.DatasetVersion)
	if err != nil {
		return grant.Terms{}, err
	}
	total := j.Total()
	if j.ReleasedAt == 0 {
		b, err := s.Budget(ctx, j.Spec.Dataset)
		if err != nil {
			return grant.Terms{}, err
		}
		total = b.Used().Plus(j.Spec.Cost())
	}
	return grant.Terms{
		MinGrantVersion: d.MinGrantVersion,
		PolicyVersion:   d.PolicyVersion,
		Purpose:         j.Spec.Purpose,
		Kind:            j.Spec.Kind,
		Day:             s.Round.Day(),
		Exact:           j.Spec.Release == job.Exact,
		Conditions:      p.Conditions,
		AsOf:            version.AsOf,
		Total:           total.Rho,
		TotalDelta:      total.Delta,
	}, nil
}

// Releasing returns the call that records the release of a job's key to its claimant in this round. It holds for what
// is used of the dataset's budget now: subjects who set a limit are counted by that, and a release that comes first
// would make them fewer.
func (s *Snapshot) Releasing(ctx context.Context, j *Job) ([]byte, error) {
	used, err := s.Budget(ctx, j.Spec.Dataset)
	if err != nil {
		return nil, err
	}
	most := used.Used().Plus(j.Spec.Cost())
	return s.reader.market.PackRecordRelease(j.ID, j.Enclave, j.ClaimRound, uint64(most.Rho), uint64(most.Delta)), nil
}

// CheckRelease runs, in this round's state, the call by which a broker records the release of a job's key, and returns
// the market's refusal, as a *solidity.Error: by a rule of its own, the budget's ledger, or a gate. It needs a state
// tree.
func (s *Snapshot) CheckRelease(ctx context.Context, j *Job, broker common.Address) error {
	if s.tree == nil {
		return errNoTree
	}
	to := s.reader.contracts.JobMarket
	input, err := s.Releasing(ctx, j)
	if err != nil {
		return err
	}
	// The block that it would be in is the next one, whose contracts have the time of this one.
	next := evm.Block{Number: s.Round.Number + 1, Time: s.Round.Time, GasLimit: gasLimit}
	res, err := s.reader.engine.Call(ctx, s.tree, next, evm.Message{
		From: broker, To: &to, Data: input, GasLimit: gasLimit,
	})
	if err != nil {
		return fmt.Errorf("trying to record the release of job %s in round %d: %w", j.ID, s.Round.Number, err)
	}
	var revert *evm.RevertError
	if errors.As(res.Err, &revert) {
		return solidity.DecodeError(revert.Data)
	}
	return res.Err
}

// UnfitRound says why a round cannot be a job's consent round.
type UnfitRound struct {
	Job   common.Hash
	Round uint64
	Why   string
}

func (e *UnfitRound) Error() string {
	return fmt.Sprintf("job %s cannot use the consent of round %d: %s", e.Job, e.Round, e.Why)
}

// CheckConsentRound checks that this round can be the consent round of a job: the dataset is not stopped in it, the
// job's version is there and in use, and its policy in effect. It returns an *UnfitRound when not, as after a claim in
// whose block the dataset was stopped. No auditor takes a receipt by such a round.
func (s *Snapshot) CheckConsentRound(ctx context.Context, j *Job) error {
	unfit := func(format string, args ...any) error {
		return &UnfitRound{Job: j.ID, Round: s.Round.Number, Why: fmt.Sprintf(format, args...)}
	}
	d, err := s.Dataset(ctx, j.Spec.Dataset)
	switch {
	case errors.Is(err, solidity.ErrDatasetUnknown):
		return unfit("there was no dataset %s", j.Spec.Dataset)
	case err != nil:
		return err
	case d.PolicyVersion != j.Spec.PolicyVersion:
		return unfit("policy version %d was in effect, the job names %d", d.PolicyVersion, j.Spec.PolicyVersion)
	case j.Spec.DatasetVersion > d.Version:
		return unfit("the dataset had %d versions, the job names version %d", d.Version, j.Spec.DatasetVersion)
	}
	inUse, err := s.InUse(ctx, j.Spec.Dataset, j.Spec.DatasetVersion, j.Spec.PolicyVersion)
	if err == nil && !inUse {
		return unfit("the dataset was stopped, or version %d was not in use", j.Spec.DatasetVersion)
	}
	return err
}

// Consent reads the whole consent state of a ledger.
func (s *Snapshot) Consent(ctx context.Context, ledger common.Address) (*consent.State, error) {
	if s.ranger == nil {
		return nil, errNoTree
	}
	entries, err := s.ranger(ctx, layout.ConsentEntryRange(layout.Address(ledger)))
	if err != nil {
		return nil, fmt.Errorf("reading the consent state in round %d: %w", s.Round.Number, err)
	}
	origins, err := s.ranger(ctx, layout.ConsentOriginRange(layout.Address(ledger)))
	if err != nil {
		return nil, fmt.Errorf("reading the origins of consent entries in round %d: %w", s.Round.Number, err)
	}
	state, err := consent.Read(consent.Slots(entries), consent.Slots(origins))
	if err != nil {
		return nil, fmt.Errorf("reading the consent state in round %d: %w", s.Round.Number, err)
	}
	return state, nil
}

// Entry returns a pseudonym's entry in a ledger; the zero entry when it has none.
func (s *Snapshot) Entry(ctx context.Context, ledger, pseudonym common.Address) (grant.Entry, error) {
	l := s.reader.ledger
	words, err := call(ctx, s, "a consent entry", ledger, l.PackEntryOf(pseudonym), l.UnpackEntryOf)
	if err != nil {
		return grant.Entry{}, err
	}
	return grant.Unpack(pseudonym, grant.Words{Entry: common.BigToHash(words.Entry),
		Origin: common.BigToHash(words.Origin)})
}

// Current returns the pseudonym that the person who wears or wore the given one wears now.
func (s *Snapshot) Current(ctx context.Context, ledger, pseudonym common.Address) (common.Address, error) {
	l := s.reader.ledger
	return call(ctx, s, "the successor of a pseudonym", ledger, l.PackCurrentOf(pseudonym), l.UnpackCurrentOf)
}
