package audit

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/pins"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/signature"
	"github.com/assent-network/assent/protocol/use"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// job checks the specification and the parameters. What is looked up in the state follows from the specification.
func (v *verifier) job() (string, error) {
	id := v.docs.receipt.Receipt.Job
	if got := v.docs.spec.ID(v.root.Domain(v.root.Contracts.Market.Address)); got != id {
		return "", fmt.Errorf("the specification is of job %s, the receipt of %s", got, id)
	}
	if err := v.docs.spec.VerifyParameters(v.bundle.Parameters); err != nil {
		return "", err
	}
	return fmt.Sprintf("job %s of kind %s for %s", id, v.docs.spec.Kind, v.docs.spec.Purpose), nil
}

// signature checks the enclave's signature over the receipt.
func (v *verifier) signature() (string, error) {
	if err := v.docs.receipt.Verify(v.root.Domain(v.root.Contracts.Market.Address)); err != nil {
		return "", err
	}
	return fmt.Sprintf("signed by enclave %s", v.docs.receipt.Receipt.Enclave), nil
}

// checkReceipt checks that the job is done, that the receipt is on record, and that it is of the job, its charge, its
// enclave and its quote.
func (v *verifier) checkReceipt() (string, error) {
	domain := v.root.Domain(v.root.Contracts.Market.Address)
	s := v.docs.receipt
	onRecord, err := stored(v.finalState, v.root.Contracts.Market.Address,
		layout.ReceiptSlot(layout.Word(s.Receipt.Job)))
	if err != nil {
		return "", err
	}
	if id := s.Receipt.ID(domain); common.Hash(onRecord) != id {
		return "", fmt.Errorf("the chain has receipt %s on record, not %s", onRecord, id)
	}
	rec, err := v.marketJob()
	if err != nil {
		return "", err
	}
	if state := job.State(rec.uint(layout.JobState)); state != job.Done {
		return "", fmt.Errorf("job %s is %s in round %d", s.Receipt.Job, state, v.final.header.Round)
	}
	if err := s.Receipt.Matches(s.Receipt.Job, v.docs.spec, rec.hash(layout.JobCharge)); err != nil {
		return "", err
	}
	if err := s.Receipt.Unknown(); err != nil {
		return "", err
	}
	if err := s.Receipt.Charge.CheckNoise(v.docs.spec.Release); err != nil {
		return "", err
	}
	if err := checkMoment(rec, s.Receipt.Charge.Moment); err != nil {
		return "", err
	}
	if err := use.CheckPoint(use.Point(s.Receipt.Charge.ProofKey)); err != nil {
		return "", fmt.Errorf("the charge has no key by which people can prove whether they were used: proofKey: %w",
			err)
	}
	if got := rec.uint(layout.JobConsentRound); got != s.Receipt.Charge.ConsentRound {
		return "", &receipt.MismatchError{Field: "consentRound", Got: fmt.Sprint(s.Receipt.Charge.ConsentRound),
			Want: fmt.Sprint(got)}
	}
	if got := uint32(rec.uint(layout.JobLiveSubjects)); got != s.Receipt.Charge.LiveSubjects {
		return "", &receipt.MismatchError{Field: "liveSubjects", Got: fmt.Sprint(s.Receipt.Charge.LiveSubjects),
			Want: fmt.Sprint(got)}
	}
	if got := rec.hash(layout.JobOpening); got != s.Receipt.Opening {
		return "", mismatch("opening", s.Receipt.Opening, got)
	}
	if got := rec.address(layout.JobEnclave); got != s.Receipt.Enclave {
		return "", mismatch("enclave", s.Receipt.Enclave, got)
	}
	if got := rec.hash(layout.JobQuote); got != s.Receipt.Quote {
		return "", mismatch("quote", s.Receipt.Quote, got)
	}
	return fmt.Sprintf("receipt %s is on record, of a job that is done in round %d, and says what the chain says%s",
		onRecord, v.final.header.Round, redrawn(rec)), nil
}

// redrawn says in words that the noise was drawn again.
func redrawn(rec record) string {
	switch n := rec.uint(layout.JobRedraws); n {
	case 0:
		return ""
	case 1:
		return "; another enclave drew its noise again"
	default:
		return fmt.Sprintf("; other enclaves drew its noise again, %d times", n)
	}
}

// checkMoment checks that the moment of the release is one that follows from the key release, and that the result was
// not sealed before.
func checkMoment(rec record, moment uint64) error {
	if err := receipt.CheckMoment(moment, rec.uint(layout.JobReleasedAt)); err != nil {
		return err
	}
	if sealed := rec.uint(layout.JobSealedAt); sealed < moment {
		return fmt.Errorf("the result was sealed at %d, before the moment of its release, %d", sealed, moment)
	}
	return nil
}

func mismatch(field string, got, want fmt.Stringer) error {
	return &receipt.MismatchError{Field: field, Got: got.String(), Want: want.String()}
}

// inputs checks what the charge committed to, and the ciphertext.
func (v *verifier) inputs() (string, error) {
	r, spec := &v.docs.receipt.Receipt, &v.docs.spec
	inputs := receipt.Inputs{
		Job: r.Job, ContentRoot: v.docs.version.ContentRoot, ConsentRoot: r.Charge.ConsentRoot,
		SubjectsRoot: r.Charge.SubjectsRoot,
		Program:      spec.Program, Parameters: spec.Parameters,
	}
	if got := inputs.Hash(); got != r.Charge.Inputs {
		return "", fmt.Errorf("the inputs have hash %s, %s was charged", got, r.Charge.Inputs)
	}
	where, err := v.ciphertext()
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("inputs %s commit to content %s; %s", r.Charge.Inputs, inputs.ContentRoot, where), nil
}

// ciphertext checks that the encrypted result is the receipt's: on chain, and so in the bundle; or, when it is too
// large for that, held by archives of the policy, and perhaps in the bundle.
func (v *verifier) ciphertext() (string, error) {
	r, b := &v.docs.receipt.Receipt, v.bundle
	v.report.Facts.ResultSize = r.Size
	isLarge := r.Size > job.MaxCiphertext
	if !isLarge || len(b.Ciphertext) > 0 {
		if err := r.VerifyCiphertext(b.Ciphertext); err != nil {
			return "", err
		}
	}
	if !isLarge {
		if len(b.Held) > 0 {
			return "", fmt.Errorf("%d archives signed for a ciphertext of %d bytes, which is on chain", len(b.Held),
				r.Size)
		}
		return fmt.Sprintf("ciphertext of %d bytes", r.Size), nil
	}
	signatures := make([]signature.Signature, len(b.Held))
	for i, raw := range b.Held {
		var err error
		if signatures[i], err = signature.Parse(raw); err != nil {
			return "", fmt.Errorf("signature %d of the archives: %w", i, err)
		}
	}
	held := receipt.Held{Job: r.Job, Ciphertext: r.Ciphertext, Size: r.Size}
	means := &v.docs.policy.Means
	archives, err := held.Verify(v.root.Domain(v.root.Contracts.Market.Address), means.Archives, means.ArchivesNeeded,
		signatures)
	if err != nil {
		return "", err
	}
	v.report.Facts.Archives = archives
	where := "and shown in this file"
	if len(b.Ciphertext) == 0 {
		where = "not shown in this file"
		v.notShown("the encrypted result of %d bytes, which archives hold", r.Size)
	}
	return fmt.Sprintf("ciphertext of %d bytes, %s; signatures of %d of %d archives are shown, %d are enough", r.Size,
		where, len(archives), len(means.Archives), means.ArchivesNeeded), nil
}

// worker is the WorkerRegistry's record of the enclave in the final round.
func (v *verifier) worker() (record, error) {
	enclave := layout.Address(v.docs.receipt.Receipt.Enclave)
	return load(v.finalState, v.root.Contracts.Workers.Address, layout.WorkerSlot(enclave), layout.WorkerWords)
}

// attestation checks that the quote was genuine when the job was charged, by the collateral that the chain judged it
// with then, and that it is that of the registered enclave, binds its keys and is of a healthy platform.
func (v *verifier) attestation() (string, error) {
	r := &v.docs.receipt.Receipt
	if got := receipt.HashBytes(v.bundle.Evidence); got != r.Quote {
		return "", fmt.Errorf("the evidence has hash %s, the receipt names %s", got, r.Quote)
	}
	e, err := tee.ParseEvidence(v.bundle.Evidence)
	if err != nil {
		return "", err
	}
	worker, err := v.worker()
	if err != nil {
		return "", err
	}
	claims, judged, err := v.judged(e)
	if err != nil {
		return "", err
	}
	claimant, barred, err := v.claimant()
	if err != nil {
		return "", err
	}
	switch {
	case worker.address(layout.WorkerOperator) == (common.Address{}):
		return "", fmt.Errorf("enclave %s is not registered", r.Enclave)
	case claimant != worker.address(layout.WorkerOperator):
		return "", fmt.Errorf("enclave %s is of operator %s, %s claimed the job", r.Enclave,
			worker.address(layout.WorkerOperator), claimant)
	case barred == math.MaxUint64:
		return "", fmt.Errorf("the dataset's broker refused enclave %s the job", r.Enclave)
	case uint64(judged.Unix()) > worker.uint(layout.WorkerExpiry):
		return "", fmt.Errorf("enclave %s was registered until %s, it was judged at %s", r.Enclave,
			time.Unix(int64(worker.uint(layout.WorkerExpiry)),
				0).UTC().Format(time.RFC3339), judged.Format(time.RFC3339))
	case v.revoked(worker, judged):
		return "", fmt.Errorf("enclave %s was revoked at %s, it was judged at %s", r.Enclave,
			v.report.Facts.RevokedAt.Format(time.RFC3339), judged.Format(time.RFC3339))
	case tee.Platform(worker.uint(layout.WorkerPlatform)) != e.Platform:
		return "", fmt.Errorf("the quote is for platform %s, enclave %s is registered for %s", e.Platform, r.Enclave,
			tee.Platform(worker.uint(layout.WorkerPlatform)))
	case worker.hash(layout.WorkerMeasurement) != claims.Measurement || r.Measurement != claims.Measurement:
		return "", fmt.Errorf("the quote measures %s, the enclave is registered with %s, the receipt says %s",
			claims.Measurement, worker.hash(layout.WorkerMeasurement), r.Measurement)
	case worker.hash(layout.WorkerTrustRoot) != claims.Root:
		return "", fmt.Errorf("the quote is under root %s, the enclave is registered under %s", claims.Root,
			worker.hash(layout.WorkerTrustRoot))
	}
	seen, err := v.checkQuoted(e)
	if err != nil {
		return "", err
	}
	// Whether measurement and root are accepted is the dataset policy's matter.
	accepted := teepolicy.Policy{Measurements: []common.Hash{claims.Measurement}, Roots: []common.Hash{claims.Root},
		Simulated: true, TCB: v.opts.TCB, Floor: v.opts.Floor, Pins: v.docs.pins}
	err = accepted.Validate(claims, teepolicy.Facts{
		Binding: e.Binding(v.root.EVMChainID, v.root.Runtime, worker.address(layout.WorkerOperator), r.Enclave,
			worker.hash(layout.WorkerRek)),
		Nonce: e.Nonce, Round: v.final.header.Round, Now: judged,
	})
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("genuine quote (%s), TCB status %s when charged at %s, of measurement %s under root %s, %s%s",
		v.report.Facts.Attestation, claims.TCB, judged.Format(time.RFC3339), claims.Measurement, claims.Root, seen,
		v.sinceRevoked()), nil
}

// revoked reports whether the enclave was revoked when it was judged, and notes when it was. A revocation in the very
// second came after it, since the market judges no enclave that is revoked. Later ones are facts of the report: what
// was charged stands, whatever its operator does once it is paid.
func (v *verifier) revoked(worker record, judged time.Time) bool {
	at := worker.uint(layout.WorkerRevokedAt)
	if at == 0 {
		return false
	}
	v.report.Facts.RevokedAt = time.Unix(int64(at), 0).UTC()
	return at < uint64(judged.Unix())
}

// sinceRevoked says in words that the enclave was revoked after the charge.
func (v *verifier) sinceRevoked() string {
	at := v.report.Facts.RevokedAt
	if at.IsZero() {
		return ""
	}
	return fmt.Sprintf("; revoked after the charge, at %s", at.Format(time.RFC3339))
}

// checkQuoted checks the block that the quote names, where the file shows it, and says in words when the quote was
// made.
func (v *verifier) checkQuoted(e tee.Evidence) (string, error) {
	q := v.quoted
	if q == nil {
		v.notShown("the block of round %d, after which the quote was made", e.Round)
		return fmt.Sprintf("made after round %d, whose block is not shown in this file", e.Round), nil
	}
	if got := common.Hash(q.EncodedHash()); q.Round != e.Round || got != e.BlockHash {
		return "", fmt.Errorf("the quote names round %d with block %s, the chain has %s in round %d", e.Round,
			e.BlockHash, got, q.Round)
	}
	return fmt.Sprintf("made after round %d, %s", e.Round, q.Time().Format(time.RFC3339)), nil
}

// claimant returns whose claim the job was done under, and until when the enclave may not claim the job.
func (v *verifier) claimant() (common.Address, uint64, error) {
	r := &v.docs.receipt.Receipt
	rec, err := v.marketJob()
	if err != nil {
		return common.Address{}, 0, err
	}
	barred, err := stored(v.finalState, v.root.Contracts.Market.Address,
		layout.BarredSlot(layout.Word(r.Job), layout.Address(r.Enclave)))
	return rec.address(layout.JobOperator), numberField.Uint(barred), err
}

// numberField is a number of 64 bits that has a word to itself.
const numberField layout.Field = 8

// judged verifies the quote as the chain did: by the collateral and the time of the charge.
func (v *verifier) judged(e tee.Evidence) (*tee.Claims, time.Time, error) {
	var never time.Time
	rec, err := v.marketJob()
	if err != nil {
		return nil, never, err
	}
	id, err := collateral.ID(v.bundle.Collateral)
	if err != nil {
		return nil, never, err
	}
	if want := rec.hash(layout.JobCollateral); id != want {
		return nil, never, fmt.Errorf("the collateral is %s, the chain judged the quote with %s", id, want)
	}
	roots, err := v.root.Roots()
	if err != nil {
		return nil, never, err
	}
	verifier, err := v.quoteVerifier(e.Platform)
	if err != nil {
		return nil, never, err
	}
	at := time.Unix(int64(rec.uint(layout.JobJudgedAt)), 0).UTC()
	claims, err := verifier.Verify(e.Quote, v.bundle.Collateral, roots, at)
	if err != nil {
		return nil, never, err
	}
	f := &v.report.Facts
	f.Attestation = e.Platform.String() + ", real"
	if claims.Simulated {
		f.Attestation = e.Platform.String() + ", simulated"
	}
	f.TCB, f.Evaluation, f.JudgedAt = claims.TCB, claims.Collateral.Evaluation, at
	return claims, at, nil
}

func (v *verifier) quoteVerifier(p tee.Platform) (tee.Verifier, error) {
	for _, q := range v.opts.Verifiers {
		if q.Platform() == p {
			return q, nil
		}
	}
	return nil, fmt.Errorf("this program cannot verify quotes of platform %s", p)
}

// checkPolicy checks that the policy is the one that the dataset had in effect in the consent round, and that it allows
// the job and the worker.
func (v *verifier) checkPolicy() (string, error) {
	r, s, p := &v.docs.receipt.Receipt, &v.docs.spec, &v.docs.policy
	want, err := stored(v.consentState, v.root.Contracts.Registry.Address,
		layout.PolicyHashSlot(layout.Word(s.Dataset), s.PolicyVersion))
	if err != nil {
		return "", err
	}
	if got := p.Hash(); got != common.Hash(want) {
		return "", fmt.Errorf("the policy has hash %s, the registry has %s for version %d", got, want, s.PolicyVersion)
	}
	inEffect, _, err := v.policyInEffect()
	if err != nil {
		return "", err
	}
	rec, err := v.marketJob()
	if err != nil {
		return "", err
	}
	// Another draw of noise replaces the charge and not what was charged: the first one has to be on time.
	charged := rec.uint(layout.JobFirstChargeRound)
	if charged == 0 {
		charged = rec.uint(layout.JobChargeRound)
	}
	age := charged - r.Charge.ConsentRound
	switch {
	case inEffect != s.PolicyVersion:
		return "", fmt.Errorf("version %d was in effect in round %d, the job names %d", inEffect, r.Charge.ConsentRound,
			s.PolicyVersion)
	case v.docs.version.Schema != p.Schema || v.docs.version.Datasheet != p.Datasheet:
		return "", fmt.Errorf("dataset version %d has schema %s and datasheet %s, the policy promises %s and %s",
			s.DatasetVersion,
			v.docs.version.Schema, v.docs.version.Datasheet, p.Schema, p.Datasheet)
	case !p.Purposes.Has(s.Purpose):
		return "", refused("purpose", s.Purpose)
	case !p.Kinds.Has(s.Kind):
		return "", refused("kind", s.Kind)
	case !p.Conditions.Allows(s.Recipient):
		return "", refused("recipient", s.Recipient)
	case !slices.Contains(p.Spenders, v.root.Contracts.Market.Address):
		return "", fmt.Errorf("the policy does not name the market %s among those who may spend the budget",
			v.root.Contracts.Market.Address)
	case s.Release == job.Exact && !p.AllowExact, s.Release == job.Private && !p.AllowPrivate:
		return "", refused("release", s.Release)
	case p.Review == policy.ReviewReviewers:
		return "", refused("review", p.Review)
	case r.Charge.LiveSubjects < p.MinCohort:
		return "", fmt.Errorf("%d subjects were live, the policy wants %d", r.Charge.LiveSubjects, p.MinCohort)
	case charged <= r.Charge.ConsentRound || age > uint64(p.MaxConsentAge):
		return "", fmt.Errorf("charged in round %d on the consent of round %d, the policy allows %d rounds between",
			charged, r.Charge.ConsentRound, p.MaxConsentAge)
	case uint64(p.MaxReruns) < rec.uint(layout.JobReruns):
		return "", fmt.Errorf("the job was run again %d times, the policy allows %d", rec.uint(layout.JobReruns),
			p.MaxReruns)
	case s.Fee.Cmp(p.Price) < 0:
		return "", fmt.Errorf("the fee is %s, the policy wants %s", s.Fee, p.Price)
	}
	if err := p.UnknownRules(); err != nil { // no auditor of this version can say that they were kept
		return "", err
	}
	var pinned common.Hash // whether the quote keeps to them, the check of the attestation says
	if len(v.bundle.Pins) > 0 {
		pinned = pins.HashOf(v.bundle.Pins)
	}
	if pinned != p.Pins {
		return "", fmt.Errorf("the bundle has the document %s of pins, the policy names %s", pinned, p.Pins)
	}
	if err := p.AcceptsProgram(s.Program); err != nil {
		return "", err
	}
	if err := v.times(rec); err != nil {
		return "", err
	}
	worker, err := v.worker()
	if err != nil {
		return "", err
	}
	if err := p.AcceptsWorker(r.Measurement, worker.hash(layout.WorkerTrustRoot)); err != nil {
		return "", err
	}
	return fmt.Sprintf("version %d allows %s, %s and a release that is %s, for %d subjects or more%s", s.PolicyVersion,
		s.Kind, s.Purpose, s.Release, p.MinCohort, floorWords(s, p)), nil
}

// times checks that the job was approved when it was claimed, and that claim, key release and charge kept the times of
// specification and policy. All are of the market's one clock.
func (v *verifier) times(rec record) error {
	s, p := &v.docs.spec, &v.docs.policy
	approved, claimed := rec.uint(layout.JobApprovedUntil), rec.uint(layout.JobClaimedAt)
	released, charged := rec.uint(layout.JobReleasedAt), rec.uint(layout.JobChargedAt)
	switch {
	case claimed == 0 || claimed > approved:
		return fmt.Errorf("claimed at %d, it was approved until %d", claimed, approved)
	case claimed > s.Deadline:
		return fmt.Errorf("claimed at %d, after its deadline %d", claimed, s.Deadline)
	case released < claimed || released-claimed > uint64(p.ClaimTimeout) || released > s.Deadline:
		return fmt.Errorf("claimed at %d, the key released at %d: the policy allows %d seconds, the deadline is %d",
			claimed, released, p.ClaimTimeout, s.Deadline)
	case charged < released || charged-released > uint64(p.JobTimeout):
		return fmt.Errorf("the key released at %d, charged at %d: the policy allows %d seconds", released, charged,
			p.JobTimeout)
	}
	return nil
}

// floorWords says what an exact release keeps back.
func floorWords(s *job.Spec, p *policy.Policy) string {
	if s.Release != job.Exact || !p.HasFloor() {
		return ""
	}
	return ", " + p.FloorWords()
}

func refused(what string, value fmt.Stringer) error {
	return fmt.Errorf("the policy does not allow the %s %q", what, value)
}

// policyInEffect returns the policy version in effect in the consent round and the oldest version whose grants counted,
// as the registry does.
func (v *verifier) policyInEffect() (current, oldest uint32, err error) {
	base := layout.DatasetSlot(layout.Word(v.docs.spec.Dataset))
	w, err := stored(v.consentState, v.root.Contracts.Registry.Address, layout.DatasetPolicyVersion.Slot(base))
	if err != nil {
		return 0, 0, err
	}
	pending, from := layout.DatasetPendingVersion.Uint(w), layout.DatasetPendingFrom.Uint(w)
	if pending != 0 && v.consented.header.Timestamp >= from {
		if layout.DatasetPendingVoids.Uint(w) == 0 {
			return uint32(pending), uint32(layout.DatasetMinGrantVersion.Uint(w)), nil
		}
		return uint32(pending), uint32(pending), nil
	}
	return uint32(layout.DatasetPolicyVersion.Uint(w)), uint32(layout.DatasetMinGrantVersion.Uint(w)), nil
}

// consent recomputes the consent root and counts the live subjects.
func (v *verifier) consent() (string, error) {
	r, s := &v.docs.receipt.Receipt, &v.docs.spec
	state, err := consent.NewState(v.items)
	if err != nil {
		return "", err
	}
	v.report.Facts.Snapshot = state.Top()
	if got := state.Root(common.Hash(v.consented.header.StateRoot)); got != r.Charge.ConsentRoot {
		return "", fmt.Errorf("the consent root is %s, the receipt says %s", got, r.Charge.ConsentRoot)
	}
	current, oldest, err := v.policyInEffect()
	if err != nil {
		return "", err
	}
	total, err := v.total()
	if err != nil {
		return "", err
	}
	if err := v.claimed(); err != nil {
		return "", err
	}
	live := state.CountLive(grant.Terms{
		MinGrantVersion: oldest, PolicyVersion: current, Purpose: s.Purpose, Kind: s.Kind,
		Day: day.Of(v.consented.header.Timestamp), Exact: s.Release == job.Exact, Conditions: v.docs.policy.Conditions,
		AsOf: v.docs.version.AsOf, Total: total.Rho, TotalDelta: total.Delta,
	})
	if live != r.Charge.LiveSubjects {
		return "", fmt.Errorf("%d of %d subjects were live, the receipt says %d", live, state.Len(),
			r.Charge.LiveSubjects)
	}
	return fmt.Sprintf("%d of %d subjects consented in round %d", live, state.Len(), r.Charge.ConsentRound), nil
}

// claimed checks that the consent round is the one that the job's claim fixed: the job is in that claim there, and has
// that round. A gate of the policy may fix the round of a study's jobs before they are claimed, and earlier than it is
// told.
func (v *verifier) claimed() error {
	r, s, p := &v.docs.receipt.Receipt, &v.docs.spec, &v.docs.policy
	rec, err := v.marketJob()
	if err != nil {
		return err
	}
	fixedByGate := s.Study != (common.Hash{}) && p.GateMay(policy.MayFixConsentRound, policy.AtClaim|policy.AtRerun)
	if fixedByGate {
		return nil
	}
	market, base := v.root.Contracts.Market.Address, layout.JobSlot(layout.Word(r.Job))
	first, err := stored(v.consentState, market, layout.JobState.Slot(base))
	if err != nil {
		return err
	}
	second, err := stored(v.consentState, market, layout.JobConsentRound.Slot(base))
	if err != nil {
		return err
	}
	round := r.Charge.ConsentRound
	state, claim, fixed := job.State(layout.JobState.Uint(first)), layout.JobClaimRound.Uint(first),
		layout.JobConsentRound.Uint(second)
	switch {
	case state != job.Claimed:
		return fmt.Errorf("job %s was %s in the consent round %d", r.Job, state, round)
	case claim != rec.uint(layout.JobClaimRound) || claim > round:
		return fmt.Errorf(
			"job %s was claimed in round %d as of the consent round %d, it was charged for the claim of round %d",
			r.Job, claim, round, rec.uint(layout.JobClaimRound))
	case fixed != round:
		return fmt.Errorf("the claim of job %s had consent round %d in round %d", r.Job, fixed, round)
	}
	return nil
}

// total returns what was used of the dataset's budget when the job's key was released, with the job's own, as the
// market recorded it.
func (v *verifier) total() (budget.Cost, error) {
	rec, err := v.marketJob()
	if err != nil {
		return budget.Cost{}, err
	}
	return budget.Cost{Rho: budget.Rho(rec.uint(layout.JobRhoTotal)),
		Delta: budget.Delta(rec.uint(layout.JobDeltaTotal))}, nil
}

// budget checks the arithmetic of the job's budget.
func (v *verifier) budget() (string, error) {
	r, s, p := &v.docs.receipt.Receipt, &v.docs.spec, &v.docs.policy
	ledger := v.root.Contracts.Budget.Address
	dataset, market := layout.Word(s.Dataset), layout.Address(v.root.Contracts.Market.Address)
	job, err := v.marketJob()
	if err != nil {
		return "", err
	}
	key := layout.Word(r.Job)
	if job.uint(layout.JobShared) != 0 {
		if s.Study == (common.Hash{}) || !p.GateMay(policy.MayNameBudgetKey, policy.AtRelease) {
			return "", errors.New("the job shares the budget of a study, which no gate of the policy may have it do")
		}
		key = layout.Word(s.BudgetKey())
	}
	rec, err := load(v.finalState, ledger, layout.AmountSlot(dataset, market, key), layout.AmountWords)
	if err != nil {
		return "", err
	}
	own := budget.Cost{Rho: budget.Rho(rec.uint(layout.AmountRho)), Delta: budget.Delta(rec.uint(layout.AmountDelta))}
	switch stage := budget.Stage(rec.uint(layout.AmountStage)); {
	case stage != budget.Settled:
		return "", fmt.Errorf("the ledger has the job's budget as %s, not %s", stage, budget.Settled)
	case rec.address(layout.AmountResearcher) != s.Researcher:
		return "", errors.New("the ledger has the job's budget for another researcher")
	case own != s.Cost() || own != (budget.Cost{Rho: r.Charge.Rho, Delta: r.Charge.Delta}):
		return "", fmt.Errorf("the ledger has rho %s and delta %s, the receipt %s and %s, the job %s and %s", own.Rho,
			own.Delta, r.Charge.Rho, r.Charge.Delta, s.Rho, s.Delta)
	}
	final, err := stored(v.finalState, ledger, layout.BudgetSlot(dataset))
	if err != nil {
		return "", err
	}
	settled := budget.Cost{Rho: budget.Rho(layout.BudgetRhoSettled.Uint(final)),
		Delta: budget.Delta(layout.BudgetDeltaSettled.Uint(final))}
	if settled.Rho < own.Rho || settled.Delta < own.Delta {
		return "", fmt.Errorf("the ledger has rho %s and delta %s settled of the dataset, the job alone cost %s and %s",
			settled.Rho, settled.Delta, own.Rho, own.Delta)
	}
	total, err := v.total()
	if err != nil {
		return "", err
	}
	if total.Rho < own.Rho || total.Rho > p.RhoLimit || total.Delta < own.Delta || total.Delta > p.DeltaLimit {
		return "", fmt.Errorf(
			"rho %s and delta %s were used of the dataset at the key release, the job's own included; the policy's "+
				"limits are %s and %s",
			total.Rho, total.Delta, p.RhoLimit, p.DeltaLimit)
	}
	if p.RhoPerResearcher != 0 {
		w, err := stored(v.finalState, ledger, layout.BudgetUsedSlot(dataset, layout.Address(s.Researcher)))
		if err != nil {
			return "", err
		}
		// The word holds nothing but the number. The policy that bounds it is the one in effect when the budget was
		// taken.
		if used := budget.Rho(layout.BudgetRhoOpen.Uint(w)); used < own.Rho {
			return "", fmt.Errorf("the ledger has rho %s used by the researcher, the job alone cost %s", used, own.Rho)
		}
		if own.Rho > p.RhoPerResearcher {
			return "", fmt.Errorf("the job cost rho %s, the policy allows a researcher %s", own.Rho, p.RhoPerResearcher)
		}
	}
	return fmt.Sprintf("rho %s and delta %s are spent, once; of the dataset's rho %s, %s was used with them", own.Rho,
		own.Delta, p.RhoLimit, total.Rho), nil
}
