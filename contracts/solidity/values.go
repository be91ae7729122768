package solidity

import (
	"fmt"
	"math"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/dataset"
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
		Program:            s.Program,
		Parameters:         s.Parameters,
		Dataset:            s.Dataset,
		ResearcherKey:      s.ResearcherKey,
		Researcher:         s.Researcher,
		Kind:               uint16(s.Kind),
		Purpose:            uint8(s.Purpose),
		Release:            uint8(s.Release),
		DatasetVersion:     s.DatasetVersion,
		PolicyVersion:      s.PolicyVersion,
		Rho:                uint64(s.Rho),
		Delta:              uint64(s.Delta),
		Deadline:           s.Deadline,
		Nonce:              s.Nonce,
		Fee:                s.Fee.Big(),
		Recipient:          uint8(s.Recipient),
		Seat:               s.Seat,
		Round:              s.Round,
		AssetVersion:       s.AssetVersion,
		AssetPolicyVersion: s.AssetPolicyVersion,
		Asset:              s.Asset,
		Study:              s.Study,
		Extension:          s.Extension,
	}
}

// ToSpec returns a specification that the JobMarket stored.
func ToSpec(s bindings.IJobMarketJobSpec) (job.Spec, error) {
	fee, err := amount.FromBig(s.Fee)
	if err != nil {
		return job.Spec{}, fmt.Errorf("reading a job's fee: %w", err)
	}
	if s.Kind > math.MaxUint8 {
		return job.Spec{}, fmt.Errorf("reading a job's kind: %d is not defined", s.Kind)
	}
	return job.Spec{
		Program:            s.Program,
		Parameters:         s.Parameters,
		Dataset:            s.Dataset,
		ResearcherKey:      s.ResearcherKey,
		Researcher:         s.Researcher,
		Kind:               kind.Kind(s.Kind),
		Purpose:            purpose.Purpose(s.Purpose),
		Release:            job.Release(s.Release),
		DatasetVersion:     s.DatasetVersion,
		PolicyVersion:      s.PolicyVersion,
		Rho:                budget.Rho(s.Rho),
		Delta:              budget.Delta(s.Delta),
		Deadline:           s.Deadline,
		Nonce:              s.Nonce,
		Fee:                fee,
		Recipient:          condition.Recipient(s.Recipient),
		Seat:               s.Seat,
		Round:              s.Round,
		AssetVersion:       s.AssetVersion,
		AssetPolicyVersion: s.AssetPolicyVersion,
		Asset:              s.Asset,
		Study:              s.Study,
		Extension:          s.Extension,
	}, nil
}

// FromPolicy returns a policy as the DatasetRegistry takes it.
func FromPolicy(p policy.Policy) bindings.IDatasetRegistryPolicy {
	gates := make([][32]byte, len(p.Gates))
	for i, g := range p.Gates {
		gates[i] = g.Word()
	}
	return bindings.IDatasetRegistryPolicy{
		Promised: bindings.IDatasetRegistryPromise{
			Controller:       p.Controller,
			Purposes:         uint32(p.Purposes),
			Kinds:            uint16(p.Kinds),
			Conditions:       uint8(p.Conditions),
			AllowPrivate:     p.AllowPrivate,
			AllowExact:       p.AllowExact,
			AllowERC1271:     p.AllowERC1271,
			AllowOldVersions: p.AllowOldVersions,
			Schema:           p.Schema,
			Datasheet:        p.Datasheet,
			Text:             p.Text,
			MinCohort:        p.MinCohort,
			MinCell:          p.MinCell,
			RhoLimit:         uint64(p.RhoLimit),
			DeltaLimit:       uint64(p.DeltaLimit),
			RhoPerResearcher: uint64(p.RhoPerResearcher),
			Review:           uint8(p.Review),
			ReviewersNeeded:  p.ReviewersNeeded,
			MaxConsentAge:    p.MaxConsentAge,
			Spenders:         p.Spenders,
			Restrictions:     fromHashes(p.Restrictions),
		},
		Means: bindings.IDatasetRegistryMeans{
			Broker:         p.Broker,
			Enroller:       p.Enroller,
			ArchivesNeeded: p.ArchivesNeeded,
			Pins:           p.Pins,
			Measurements:   fromHashes(p.Measurements),
			TrustRoots:     fromHashes(p.TrustRoots),
			Programs:       fromHashes(p.Programs),
			Reviewers:      p.Reviewers,
			Gates:          gates,
			Archives:       p.Archives,
		},
		Service: bindings.IDatasetRegistryService{
			Price:        p.Price.Big(),
			ClaimTimeout: p.ClaimTimeout,
			JobTimeout:   p.JobTimeout,
			OpenTimeout:  p.OpenTimeout,
			MaxReruns:    p.MaxReruns,
		},
	}
}

// ToPolicy returns a policy that the DatasetRegistry stored.
func ToPolicy(p bindings.IDatasetRegistryPolicy) (policy.Policy, error) {
	price, err := amount.FromBig(p.Service.Price)
	if err != nil {
		return policy.Policy{}, fmt.Errorf("reading a policy's price: %w", err)
	}
	gates := make([]policy.Gate, len(p.Means.Gates))
	for i, word := range p.Means.Gates {
		if gates[i], err = policy.ParseGate(word); err != nil {
			return policy.Policy{}, fmt.Errorf("reading a policy's gates: %w", err)
		}
	}
	promised, means, service := p.Promised, p.Means, p.Service
	return policy.Policy{
		Promise: policy.Promise{
			Controller:       promised.Controller,
			Purposes:         purpose.Set(promised.Purposes),
			Kinds:            kind.Set(promised.Kinds),
			Conditions:       condition.Conditions(promised.Conditions),
			AllowPrivate:     promised.AllowPrivate,
			AllowExact:       promised.AllowExact,
			AllowERC1271:     promised.AllowERC1271,
			AllowOldVersions: promised.AllowOldVersions,
			Schema:           promised.Schema,
			Datasheet:        promised.Datasheet,
			Text:             promised.Text,
			MinCohort:        promised.MinCohort,
			MinCell:          promised.MinCell,
			RhoLimit:         budget.Rho(promised.RhoLimit),
			DeltaLimit:       budget.Delta(promised.DeltaLimit),
			RhoPerResearcher: budget.Rho(promised.RhoPerResearcher),
			Review:           policy.Review(promised.Review),
			ReviewersNeeded:  promised.ReviewersNeeded,
			MaxConsentAge:    promised.MaxConsentAge,
			Spenders:         promised.Spenders,
			Restrictions:     toHashes(promised.Restrictions),
		},
		Means: policy.Means{
			Broker:         means.Broker,
			Enroller:       means.Enroller,
			ArchivesNeeded: means.ArchivesNeeded,
			Pins:           means.Pins,
			Measurements:   toHashes(means.Measurements),
			TrustRoots:     toHashes(means.TrustRoots),
			Programs:       toHashes(means.Programs),
			Reviewers:      means.Reviewers,
			Gates:          gates,
			Archives:       means.Archives,
		},
		Service: policy.Service{
			Price:        price,
			ClaimTimeout: service.ClaimTimeout,
			JobTimeout:   service.JobTimeout,
			OpenTimeout:  service.OpenTimeout,
			MaxReruns:    service.MaxReruns,
		},
	}, nil
}

// FromVersion returns a dataset version as the DatasetRegistry takes it.
func FromVersion(v dataset.Version) bindings.IDatasetRegistryVersion {
	return bindings.IDatasetRegistryVersion{
		ContentRoot: v.ContentRoot, Schema: v.Schema, Datasheet: v.Datasheet, Mock: v.Mock, RosterRoot: v.RosterRoot,
		AsOf: v.AsOf, Uri: v.URI,
	}
}

// ToVersion returns a dataset version that the DatasetRegistry stored.
func ToVersion(v bindings.IDatasetRegistryVersion) dataset.Version {
	return dataset.Version{
		ContentRoot: v.ContentRoot, Schema: v.Schema, Datasheet: v.Datasheet, Mock: v.Mock, RosterRoot: v.RosterRoot,
		AsOf: v.AsOf, URI: v.Uri,
	}
}

// FromGrant returns a grant as a ConsentLedger takes it.
func FromGrant(g grant.Grant) bindings.IConsentLedgerGrant {
	return bindings.IConsentLedgerGrant{
		Dataset:       g.Dataset,
		Pseudonym:     g.Pseudonym,
		PolicyVersion: g.PolicyVersion,
		Purposes:      uint32(g.Purposes),
		Kinds:         uint16(g.Kinds),
		Exact:         g.Exact,
		Conditions:    uint8(g.Conditions),
		NotBefore:     uint32(g.NotBefore),
		Expiry:        uint32(g.Expiry),
		EpsilonClass:  uint8(g.EpsilonClass),
		Circumstances: g.Circumstances,
		Nonce:         g.Nonce,
		SubmitBefore:  g.SubmitBefore,
	}
}

// FromTicket returns a ticket as a ConsentLedger takes it.
func FromTicket(t grant.Ticket) bindings.IConsentLedgerTicket {
	return bindings.IConsentLedgerTicket{Dataset: t.Dataset, Pseudonym: t.Pseudonym, ProofKey: t.ProofKey,
		Expiry: t.Expiry}
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
		Rho:          uint64(c.Rho),
		Delta:        uint64(c.Delta),
		Moment:       c.Moment,
		Noise:        c.Noise,
		ProofKey:     c.ProofKey,
	}
}

// ToCharge returns a charge as the JobMarket's events carry it.
func ToCharge(c bindings.IJobMarketCharge) receipt.Charge {
	return receipt.Charge{
		Inputs:       c.Inputs,
		ConsentRound: c.ConsentRound,
		ConsentRoot:  c.ConsentRoot,
		SubjectsRoot: c.SubjectsRoot,
		LiveSubjects: c.LiveSubjects,
		Rho:          budget.Rho(c.Rho),
		Delta:        budget.Delta(c.Delta),
		Moment:       c.Moment,
		Noise:        c.Noise,
		ProofKey:     c.ProofKey,
	}
}

// FromReceipt returns a receipt as the JobMarket takes it.
func FromReceipt(r receipt.Receipt) bindings.IJobMarketReceipt {
	return bindings.IJobMarketReceipt{
		Job:         r.Job,
		Charge:      FromCharge(r.Charge),
		Result:      r.Result,
		Ciphertext:  r.Ciphertext,
		Size:        r.Size,
		Opening:     r.Opening,
		Statement:   r.Statement,
		Enclave:     r.Enclave,
		Measurement: r.Measurement,
		Quote:       r.Quote,
	}
}

// ToReceipt returns a receipt as the JobMarket's event carries it.
func ToReceipt(r bindings.IJobMarketReceipt) receipt.Receipt {
	return receipt.Receipt{
		Job:         r.Job,
		Charge:      ToCharge(r.Charge),
		Result:      r.Result,
		Ciphertext:  r.Ciphertext,
		Size:        r.Size,
		Opening:     r.Opening,
		Statement:   r.Statement,
		Enclave:     r.Enclave,
		Measurement: r.Measurement,
		Quote:       r.Quote,
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
