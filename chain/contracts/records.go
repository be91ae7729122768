package contracts

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/protocol/job"
)

// Dataset is a dataset's record in the registry.
type Dataset struct {
	Registrant common.Address // who registered it, for good
	Custodian  common.Address
	Enroller   common.Address
	Broker     common.Address
	Ledger     common.Address // the contract with its consents
	Domain     common.Hash    // of its pseudonyms
	Open       bool           // simulated workers may have its data
	Stopped    bool
	Version    uint32 // the newest one; zero before the first
	// AcknowledgedAt is when the custodian last said that the roster is complete, in Unix seconds.
	AcknowledgedAt  uint64
	PolicyVersion   uint32 // the one in effect
	MinGrantVersion uint32 // grants for an earlier policy version do not count
	PendingVersion  uint32 // of a policy that waits; zero when none does
	PendingFrom     uint64 // Unix seconds from which it is in effect
	PendingVoids    bool   // it voids the grants for earlier ones
	Founder         common.Address
	Name            string
	Family          string
}

func toDataset(d bindings.IDatasetRegistryDataset) Dataset {
	return Dataset{
		Registrant: d.Registrant, Custodian: d.Custodian, Enroller: d.Enroller, Broker: d.Broker, Ledger: d.Ledger,
		Domain: d.Domain, Open: d.Open, Stopped: d.Stopped, Version: d.Version, AcknowledgedAt: d.AcknowledgedAt,
		PolicyVersion: d.PolicyVersion, MinGrantVersion: d.MinGrantVersion, PendingVersion: d.PendingVersion,
		PendingFrom: d.PendingFrom, PendingVoids: d.PendingVoids, Founder: d.Founder, Name: d.Name, Family: d.Family,
	}
}

// JobRecord is what the market records of a job. Times are in Unix seconds; what has not come yet is zero.
type JobRecord struct {
	State  job.State
	Reruns uint8 // how often a newer consent round was taken in this claim
	Shared bool  // the budget is that of the study's round
	// ClaimRound is the round of the claim, ConsentRound the one whose consent counts.
	ClaimRound    uint64
	Enclave       common.Address
	Unforced      bool // a rerun of this claim replaced a consent round after which nothing was narrowed
	Operator      common.Address
	ConsentRound  uint64
	LiveSubjects  uint32
	ApprovedUntil uint64
	ClaimedAt     uint64
	ReleasedAt    uint64
	ChargeRound   uint64      // of the charge, or of the last redraw
	Quote         common.Hash // keccak256 of the evidence that the enclave had registered
	Charge        common.Hash // struct hash of the charge
	Collateral    common.Hash // name of the collateral by which that evidence was judged
	ChargedAt     uint64
	JudgedAt      uint64 // when the collateral judged
	SealedAt      uint64
	// RhoTotal and DeltaTotal are what was spent of the dataset's budget when the key was released, the job's own
	// included.
	RhoTotal   uint64
	Opening    common.Hash    // keccak256 of the key that opens the result
	SeatBroker common.Address // the broker that a gate named for the seat; zero: the dataset's
	DeltaTotal uint64
	// Opener is the enclave that took over after the seal, to open it; zero: the one that sealed.
	Opener           common.Address
	FirstChargeRound uint64 // of a job that was redrawn
	Redraws          uint8  // how often the noise was drawn again
	IsShareLost      bool   // the enclave with the shares of noise of the charge on record is gone
}

func toJobRecord(j bindings.IJobMarketJob) JobRecord {
	return JobRecord{
		State: job.State(j.State), Reruns: j.Reruns, Shared: j.Shared, ClaimRound: j.ClaimRound, Enclave: j.Enclave,
		Unforced: j.Unforced, Operator: j.Operator, ConsentRound: j.ConsentRound, LiveSubjects: j.LiveSubjects,
		ApprovedUntil: j.ApprovedUntil, ClaimedAt: j.ClaimedAt, ReleasedAt: j.ReleasedAt, ChargeRound: j.ChargeRound,
		Quote: j.Quote, Charge: j.Charge, Collateral: j.Collateral, ChargedAt: j.ChargedAt, JudgedAt: j.JudgedAt,
		SealedAt: j.SealedAt, RhoTotal: j.RhoTotal, Opening: j.Opening, SeatBroker: j.SeatBroker,
		DeltaTotal: j.DeltaTotal, Opener: j.Opener, FirstChargeRound: j.FirstChargeRound, Redraws: j.Redraws,
		IsShareLost: j.IsShareLost,
	}
}

// Worker is an enclave's record in the registry: who registered it, and what the chain found in its evidence. Times are
// in Unix seconds.
type Worker struct {
	Operator    common.Address
	Expiry      uint64
	Platform    uint8  // a tee.Platform
	Renewals    uint16 // the next signature has this nonce plus one
	REK         common.Hash
	Measurement common.Hash
	TrustRoot   common.Hash
	Quote       common.Hash // keccak256 of the evidence
	Status      uint8       // a tee.TCBStatus, as the last judgement found it
	Simulated   bool
	Evaluation  uint32 // TCB evaluation data number
	TCBDate     uint64
	ValidUntil  uint64
	JudgedAt    uint64
	Collateral  common.Hash // name of the collateral of the last judgement
	// Levels and Issuer say which collateral judges the evidence.
	Levels       common.Hash
	Issuer       common.Hash
	FloorVersion uint32         // of the floor that it was held against
	IssuedAt     uint64         // of the oldest part of the collateral
	RevokedAt    uint64         // zero when it was not
	Evidence     common.Address // contract whose code is a zero byte and the evidence
}

func toWorker(w bindings.IWorkerRegistryWorker) Worker {
	return Worker{
		Operator: w.Operator, Expiry: w.Expiry, Platform: w.Platform, Renewals: w.Renewals, REK: w.Rek,
		Measurement: w.Measurement, TrustRoot: w.TrustRoot, Quote: w.Quote, Status: w.Status, Simulated: w.Simulated,
		Evaluation: w.Evaluation, TCBDate: w.TcbDate, ValidUntil: w.ValidUntil, JudgedAt: w.JudgedAt,
		Collateral: w.Collateral, Levels: w.Levels, Issuer: w.Issuer, FloorVersion: w.FloorVersion,
		IssuedAt: w.IssuedAt, RevokedAt: w.RevokedAt, Evidence: w.Evidence,
	}
}

// Floor is how healthy the network wants platforms to be.
type Floor struct {
	Statuses      uint16 // bit n accepts tee.TCBStatus n
	Evaluation    uint32 // smallest TCB evaluation data number
	TCBDate       uint64 // earliest date of a TCB level, Unix seconds
	Versions      uint32 // smallest firmware versions for SNP, a byte each; zero accepts no SNP
	CollateralAge uint64 // seconds ago that collateral may have been issued; zero is no limit of its own
}
