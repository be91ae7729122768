// Package audit checks an audit bundle offline, one named check at a time: who computed what, on whose consent, under
// which policy and budget, and that the chain says so.
//
// It needs nothing but the bundle and a trust root, and trusts nothing else. It builds from packages protocol and tee
// alone, for WebAssembly too (cmd/assent-verify-wasm), does no input or output and reads no clock: the bundle is judged
// as of its own consensus time, and its age, by a clock that the caller gives, is reported apart.
// docs/protocol/audit-bundle.md says what each check does and what a verified bundle means.
package audit

import (
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/bundle"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/snapshot"
	"github.com/assent-network/assent/protocol/trustroot"
	"github.com/assent-network/assent/protocol/use"
	"github.com/assent-network/assent/tee"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// Name names a check.
type Name string

// The checks, in the order in which they run and are reported.
const (
	// Encoding: the file is a bundle, whole and in its one encoding.
	Encoding Name = "encoding"
	// Signature: the enclave that the receipt names signed it.
	Signature Name = "receipt signature"
	// Job: specification and parameters are those of the receipt's job.
	Job Name = "job"
	// LightBlocks: every light block follows from the trust root.
	LightBlocks Name = "light blocks"
	// RuntimeRounds: the rounds' headers follow from consensus state.
	RuntimeRounds Name = "runtime rounds"
	// Committee: enough of the executor committee signed the rounds.
	Committee Name = "committee"
	// StorageProofs: the state shown is the rounds', of the contracts that the trust root names, and the consent
	// entries are complete.
	StorageProofs Name = "storage proofs"
	// Receipt: the chain has the job as done, its result sealed and opened, and the receipt on record; that is of what
	// the job was charged, and of the enclave that was charged.
	Receipt Name = "receipt"
	// Dataset: the dataset version is the registry's, and was in use in the consent round.
	Dataset Name = "dataset"
	// Inputs: what was charged is the dataset version, consent, subjects, program and parameters of the job, and the
	// ciphertext is the one that the receipt names, or archives hold it.
	Inputs Name = "inputs"
	// Policy: the policy is the dataset's and allows the job and the worker, and the job kept its times.
	Policy Name = "policy"
	// Attestation: the worker's quote is genuine, healthy and binds its keys.
	Attestation Name = "attestation"
	// Consent: the consent state has the receipt's root and the receipt's number of live subjects.
	Consent Name = "consent"
	// Budget: the job's budget is settled and was within the policy's limits.
	Budget Name = "budget"
)

// Names returns the checks in their order.
func Names() []Name {
	return []Name{
		Encoding, Signature, Job, LightBlocks, RuntimeRounds, Committee, StorageProofs, Receipt, Dataset, Inputs,
		Policy, Attestation, Consent, Budget,
	}
}

// Status is the outcome of a check.
type Status string

// The outcomes.
const (
	Passed Status = "passed"
	Failed Status = "failed"
	// Skipped checks could not run because one before them failed.
	Skipped Status = "skipped"
)

// Check is one check of a report.
type Check struct {
	Name   Name   `json:"name"`
	Status Status `json:"status"`
	// Detail says in words what was found.
	Detail string `json:"detail"`
}

// Options are what a verification may depend on beside bundle and trust root.
type Options struct {
	// Now is the time by which the bundle's age is stated. Zero states none.
	Now time.Time
	// TrustingPeriod bounds the steps between light blocks; zero means proof.DefaultTrustingPeriod.
	TrustingPeriod time.Duration
	// With are other bundles, or snapshot files, that have the consent entries which the bundle leaves out. Nothing
	// else of them is looked at.
	With []File
	// Verifiers check quotes by platform. Nil means those of this build.
	Verifiers []tee.Verifier
	// TCB lists platform statuses that are accepted beside tee.UpToDate.
	TCB []tee.TCBStatus
	// Floor lists the smallest security versions of firmware accepted. SNP quotes need one, since AMD publishes no
	// statuses.
	Floor []teepolicy.Floor
}

// File is a file by its name.
type File struct {
	Name string
	Data []byte
}

// Report is the outcome of a verification.
type Report struct {
	// Passed says that every check passed, on what the file shows.
	Passed bool `json:"passed"`
	// Complete says that every check passed, and that the file leaves out nothing of what a bundle can show.
	Complete bool `json:"complete"`
	// NotShown names what a bundle can show and this file does not. Who recorded it may not have had it, and anyone who
	// handed it on may have taken it out: the file cannot say which.
	NotShown []string `json:"notShown"`
	// Checks are all checks in their order.
	Checks []Check `json:"checks"`
	// Facts are what was found out, as far as it was.
	Facts Facts `json:"facts"`
}

// Facts are the findings of a verification, for people and for programs.
type Facts struct {
	Job            common.Hash    `json:"job"`
	Dataset        common.Hash    `json:"dataset"`
	DatasetVersion uint32         `json:"datasetVersion"`
	PolicyVersion  uint32         `json:"policyVersion"`
	Kind           string         `json:"kind"`
	Purpose        string         `json:"purpose"`
	Release        string         `json:"release"`
	Rho            string         `json:"rho"`
	Delta          string         `json:"delta"`
	Researcher     common.Address `json:"researcher"`
	Recipient      string         `json:"recipient"` // who the researcher is, as the job says
	// Moment is when the result was to be released, fixed before a row was read.
	Moment      time.Time      `json:"moment"`
	Enclave     common.Address `json:"enclave"`
	Measurement common.Hash    `json:"measurement"`
	// ResultSize is that of the ciphertext, in bytes; Archives signed that they hold it, when it is too large for the
	// chain. Others may have signed as well.
	ResultSize uint64           `json:"resultSize,string"`
	Archives   []common.Address `json:"archives,omitempty"`
	// Attestation is the platform, and "simulated" or "real".
	Attestation string `json:"attestation"`
	// TCB is the status of the platform by the collateral that the chain judged it with, at JudgedAt.
	TCB        tee.TCBStatus `json:"tcb"`
	Evaluation uint32        `json:"evaluation"` // TCB evaluation data number of that collateral
	JudgedAt   time.Time     `json:"judgedAt"`
	// RevokedAt is when the enclave was revoked, as of the final round; zero when it was not. The audit fails only if
	// that was before the charge.
	RevokedAt    time.Time `json:"revokedAt,omitzero"`
	LiveSubjects uint32    `json:"liveSubjects"`
	// Use and Roster are what a statement of use is held against, see use.Statement: of the receipt, and of the dataset
	// version and the policy.
	Use     use.Charge `json:"-"`
	Roster  use.Roster `json:"-"`
	Entries int        `json:"entries"` // of the consent ledger
	// top of the tree over them, by which other bundles name this one's entries
	Snapshot common.Hash `json:"snapshot"`
	// Missing are the snapshots which the bundle takes entries from and which none of the given files has: with them it
	// may verify.
	Missing []common.Hash `json:"missing,omitempty"`

	ConsentRound uint64    `json:"consentRound,string"`
	ConsentTime  time.Time `json:"consentTime"`
	FinalRound   uint64    `json:"finalRound,string"`
	FinalHeight  int64     `json:"finalHeight,string"`
	Committees   []Round   `json:"committees"`
	Validators   int       `json:"validators"` // of the newest light block
	// Signed is how many of them have a signature in the file, all checked. More than two thirds of the votes are
	// needed; others may have signed as well.
	Signed        int       `json:"validatorsSigned"`
	ConsensusTime time.Time `json:"consensusTime"` // of the bundle
	// RootTime is the consensus time of the trust root.
	RootTime time.Time `json:"rootTime"`
	// Age is how long ago ConsensusTime is by the caller's clock, in seconds; 0 when no clock was given.
	Age int64 `json:"ageSeconds,string"`
}

// Round says who stands behind a round. The signatures counted are those that the file shows: others may have signed as
// well.
type Round struct {
	Round         uint64 `json:"round,string"`
	Workers       int    `json:"workers"`
	Backups       int    `json:"backups"`
	Signed        int    `json:"signed"`        // workers
	BackupsSigned int    `json:"backupsSigned"` // backup workers
	Needed        int    `json:"needed"`        // workers whose signatures are enough
}

// Failed returns the names of the checks that failed.
func (r *Report) Failed() []Name {
	var out []Name
	for _, c := range r.Checks {
		if c.Status == Failed {
			out = append(out, c.Name)
		}
	}
	return out
}

// Err returns an error that names the failed checks, or nil.
func (r *Report) Err() error {
	if r.Passed {
		return nil
	}
	var errs []error
	for _, c := range r.Checks {
		if c.Status == Failed {
			errs = append(errs, fmt.Errorf("%s: %s", c.Name, c.Detail))
		}
	}
	return errors.Join(errs...)
}

// Verify checks a bundle in its encoded form. It always returns a report, in which every check is passed, failed or
// skipped.
func Verify(data []byte, root trustroot.TrustRoot, opts Options) *Report {
	v := &verifier{root: root, opts: opts, report: &Report{NotShown: []string{}}, failed: make(map[Name]bool)}
	if v.opts.Verifiers == nil {
		v.opts.Verifiers = Verifiers()
	}
	v.run(Encoding, nil, func() (string, error) { return v.decode(data) })
	v.run(Signature, []Name{Encoding}, v.signature)
	v.run(Job, []Name{Encoding}, v.job)
	v.run(LightBlocks, []Name{Encoding}, v.lightBlocks)
	v.run(RuntimeRounds, []Name{LightBlocks}, v.rounds)
	v.run(Committee, []Name{RuntimeRounds}, v.committees)
	v.run(StorageProofs, []Name{RuntimeRounds, Job}, v.storage)
	v.run(Receipt, []Name{StorageProofs}, v.checkReceipt)
	v.run(Dataset, []Name{StorageProofs}, v.dataset)
	v.run(Inputs, []Name{StorageProofs}, v.inputs)
	v.run(Policy, []Name{StorageProofs}, v.checkPolicy)
	v.run(Attestation, []Name{StorageProofs}, v.attestation)
	v.run(Consent, []Name{StorageProofs}, v.consent)
	v.run(Budget, []Name{StorageProofs}, v.budget)
	v.report.Passed = len(v.failed) == 0
	v.report.Complete = v.report.Passed && len(v.report.NotShown) == 0
	return v.report
}

// verifier is one verification under way. Each check adds what it has verified for those that come after it.
type verifier struct {
	root   trustroot.TrustRoot
	opts   Options
	report *Report
	failed map[Name]bool // Failed or skipped.

	trust    *proof.Root
	bundle   *bundle.Bundle
	snapshot *snapshot.Snapshot
	items    consent.Items
	docs     documents

	chain            []*proof.VerifiedBlock
	final, consented round
	quoted           *proof.Header // Of the round that the quote names, if known.

	finalState, consentState *proof.Tree
	ledger                   common.Address
}

// run runs one check, unless one that it builds on did not pass.
func (v *verifier) run(name Name, needs []Name, check func() (string, error)) {
	for _, n := range needs {
		if v.failed[n] {
			v.failed[name] = true
			v.report.Checks = append(v.report.Checks, Check{name, Skipped, fmt.Sprintf("needs %q", n)})
			return
		}
	}
	detail, err := check()
	if err != nil {
		v.failed[name] = true
		v.report.Checks = append(v.report.Checks, Check{name, Failed, detailOf(err)})
		return
	}
	v.report.Checks = append(v.report.Checks, Check{name, Passed, detail})
}

// notShown notes a part that a bundle can have and this one has not.
func (v *verifier) notShown(format string, args ...any) {
	v.report.NotShown = append(v.report.NotShown, fmt.Sprintf(format, args...))
}

// detailOf leaves out the name that errors of package proof begin with: the report has its own.
func detailOf(err error) string {
	var e *proof.Error
	if errors.As(err, &e) && err == error(e) { //nolint:errorlint // not what wraps it
		return e.Err.Error()
	}
	return err.Error()
}
