// Package values converts between the values of package protocol and the structs of the contracts' generated bindings.
// The conversions lose nothing; those from a binding validate what the contract does not.
package values

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/receipt"
)

// FromSpec returns a job's specification as the JobMarket takes it.
func FromSpec(s job.Spec) bindings.IJobMarketJobSpec {
	return bindings.IJobMarketJobSpec{
		Kind:           uint8(s.Kind),
		Program:        s.Program,
		Parameters:     s.Parameters,
		Dataset:        s.Dataset,
		DatasetVersion: s.DatasetVersion,
		PolicyVersion:  s.PolicyVersion,
		Purpose:        uint8(s.Purpose),
		Release:        uint8(s.Release),
		Rho:            uint64(s.Rho),
		Researcher:     s.Researcher,
		ResearcherKey:  s.ResearcherKey,
		Redundancy:     s.Redundancy,
		Deadline:       s.Deadline,
		Fee:            s.Fee.Big(),
		Nonce:          s.Nonce,
	}
}

// ToSpec returns a specification that the JobMarket stored.
func ToSpec(s bindings.IJobMarketJobSpec) (job.Spec, error) {
	fee, err := amount.FromBig(s.Fee)
	if err != nil {
		return job.Spec{}, fmt.Errorf("reading a job's fee: %w", err)
	}
	return job.Spec{
		Kind:           kind.Kind(s.Kind),
		Program:        s.Program,
		Parameters:     s.Parameters,
		Dataset:        s.Dataset,
		DatasetVersion: s.DatasetVersion,
		PolicyVersion:  s.PolicyVersion,
		Purpose:        purpose.Purpose(s.Purpose),
		Release:        job.Release(s.Release),
		Rho:            budget.Rho(s.Rho),
		Researcher:     s.Researcher,
		ResearcherKey:  s.ResearcherKey,
		Redundancy:     s.Redundancy,
		Deadline:       s.Deadline,
		Fee:            fee,
		Nonce:          s.Nonce,
	}, nil
}

// FromPolicy returns a policy as the DatasetRegistry takes it.
func FromPolicy(p policy.Policy) bindings.IDatasetRegistryPolicy {
	return bindings.IDatasetRegistryPolicy{
		Purposes:         uint32(p.Purposes),
		Kinds:            uint8(p.Kinds),
		MinCohort:        p.MinCohort,
		RhoLimit:         uint64(p.RhoLimit),
		RhoPerResearcher: uint64(p.RhoPerResearcher),
		Review:           uint8(p.Review),
		ReviewersNeeded:  p.ReviewersNeeded,
		Reviewers:        p.Reviewers,
		Programs:         fromHashes(p.Programs),
		AllowPrivate:     p.AllowPrivate,
		AllowExact:       p.AllowExact,
		AllowERC1271:     p.AllowERC1271,
		Measurements:     fromHashes(p.Measurements),
		TrustRoots:       fromHashes(p.TrustRoots),
		Price:            p.Price.Big(),
		ClaimTimeout:     p.ClaimTimeout,
		JobTimeout:       p.JobTimeout,
		MaxConsentAge:    p.MaxConsentAge,
		MaxReruns:        p.MaxReruns,
	}
}

// ToPolicy returns a policy that the DatasetRegistry stored.
func ToPolicy(p bindings.IDatasetRegistryPolicy) (policy.Policy, error) {
	price, err := amount.FromBig(p.Price)
	if err != nil {
		return policy.Policy{}, fmt.Errorf("reading a policy's price: %w", err)
	}
	return policy.Policy{
		Purposes:         purpose.Set(p.Purposes),
		Kinds:            kind.Set(p.Kinds),
		MinCohort:        p.MinCohort,
		RhoLimit:         budget.Rho(p.RhoLimit),
		RhoPerResearcher: budget.Rho(p.RhoPerResearcher),
		Review:           policy.Review(p.Review),
		ReviewersNeeded:  p.ReviewersNeeded,
		Reviewers:        p.Reviewers,
		Programs:         toHashes(p.Programs),
		AllowPrivate:     p.AllowPrivate,
		AllowExact:       p.AllowExact,
		AllowERC1271:     p.AllowERC1271,
		Measurements:     toHashes(p.Measurements),
		TrustRoots:       toHashes(p.TrustRoots),
		Price:            price,
		ClaimTimeout:     p.ClaimTimeout,
		JobTimeout:       p.JobTimeout,
		MaxConsentAge:    p.MaxConsentAge,
		MaxReruns:        p.MaxReruns,
	}, nil
}

// FromGrant returns a grant as a ConsentLedger takes it.
func FromGrant(g grant.Grant) bindings.IConsentLedgerGrant {
	return bindings.IConsentLedgerGrant{
		Dataset:       g.Dataset,
		Pseudonym:     g.Pseudonym,
		PolicyVersion: g.PolicyVersion,
		Purposes:      uint32(g.Purposes),
		Kinds:         uint8(g.Kinds),
		Exact:         g.Exact,
		NotBefore:     uint32(g.NotBefore),
		Expiry:        uint32(g.Expiry),
		EpsilonClass:  uint8(g.EpsilonClass),
		Nonce:         g.Nonce,
		SubmitBefore:  g.SubmitBefore,
	}
}

// FromTicket returns a ticket as a ConsentLedger takes it.
func FromTicket(t grant.Ticket) bindings.IConsentLedgerTicket {
	return bindings.IConsentLedgerTicket{Dataset: t.Dataset, Pseudonym: t.Pseudonym, Expiry: t.Expiry}
}

// FromRotation returns a rotation as a ConsentLedger takes it.
func FromRotation(r grant.Rotation) bindings.IConsentLedgerRotation {
	return bindings.IConsentLedgerRotation{
		Dataset: r.Dataset, From: r.From, To: r.To, Nonce: r.Nonce, SubmitBefore: r.SubmitBefore,
	}
}

// FromCharge returns a charge as the JobMarket takes it.
func FromCharge(c receipt.Charge) bindings.IJobMarketCharge {
	return bindings.IJobMarketCharge{
		Inputs:       c.Inputs,
		ConsentRound: c.ConsentRound,
		ConsentRoot:  c.ConsentRoot,
		SubjectsRoot: c.SubjectsRoot,
		LiveSubjects: c.LiveSubjects,
	}
}

// FromReceipt returns a receipt as the JobMarket takes it.
func FromReceipt(r receipt.Receipt) bindings.IJobMarketReceipt {
	return bindings.IJobMarketReceipt{
		Job:            r.Job,
		ConsentRound:   r.ConsentRound,
		ConsentRoot:    r.ConsentRoot,
		SubjectsRoot:   r.SubjectsRoot,
		LiveSubjects:   r.LiveSubjects,
		Dataset:        r.Dataset,
		DatasetVersion: r.DatasetVersion,
		PolicyVersion:  r.PolicyVersion,
		Program:        r.Program,
		Parameters:     r.Parameters,
		Rho:            uint64(r.Rho),
		Inputs:         r.Inputs,
		Result:         r.Result,
		Ciphertext:     r.Ciphertext,
		Enclave:        r.Enclave,
		Measurement:    r.Measurement,
		Quote:          r.Quote,
	}
}

// ToReceipt returns a receipt as the JobMarket's event carries it.
func ToReceipt(r bindings.IJobMarketReceipt) receipt.Receipt {
	return receipt.Receipt{
		Job:            r.Job,
		ConsentRound:   r.ConsentRound,
		ConsentRoot:    r.ConsentRoot,
		SubjectsRoot:   r.SubjectsRoot,
		LiveSubjects:   r.LiveSubjects,
		Dataset:        r.Dataset,
		DatasetVersion: r.DatasetVersion,
		PolicyVersion:  r.PolicyVersion,
		Program:        r.Program,
		Parameters:     r.Parameters,
		Rho:            budget.Rho(r.Rho),
		Inputs:         r.Inputs,
		Result:         r.Result,
		Ciphertext:     r.Ciphertext,
		Enclave:        r.Enclave,
		Measurement:    r.Measurement,
		Quote:          r.Quote,
	}
}

func fromHashes(in []common.Hash) [][32]byte {
	out := make([][32]byte, len(in))
	for i, h := range in {
		out[i] = h
	}
	return out
}

func toHashes(in [][32]byte) []common.Hash {
	out := make([]common.Hash, len(in))
	for i, h := range in {
		out[i] = h
	}
	return out
}
