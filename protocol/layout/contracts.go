package layout

import "encoding/binary"

// Field is one member of a contract's record as Solidity packs it: which word of the record, how many bytes from that
// word's least significant end, and how many bytes long, as word<<16 | offset<<8 | size.
type Field uint32

// Word is the number of the field's word in its record, from 0.
func (f Field) Word() uint64 { return uint64(f >> 16) }

// Slot is the slot of the word that holds the field, in a record that begins at base.
func (f Field) Slot(base Word) Word { return base.Add(f.Word()) }

// Bytes is the field's value in its word, big endian.
func (f Field) Bytes(w Word) []byte {
	end := len(w) - int(f>>8&0xff)
	return w[end-int(f&0xff) : end]
}

// Uint is the value of a field of at most eight bytes.
func (f Field) Uint(w Word) uint64 {
	value := f.Bytes(w)
	var buf [8]byte
	copy(buf[len(buf)-len(value):], value)
	return binary.BigEndian.Uint64(buf[:])
}

// Address is the value of a field of 20 bytes.
func (f Field) Address(w Word) Address { return Address(f.Bytes(w)) }

// Slots of state variables, as the files in contracts/layout have them.
const (
	registryDatasets      = 0
	registryPolicyHashes  = 1
	registryVersionHashes = 2
	registryRetired       = 3

	ledgerLastNarrowed = 2

	budgetAccounts = 0
	budgetUsed     = 1
	budgetRecords  = 2

	workersWorkers = 4
	workersFloor   = 5

	marketJobs     = 2
	marketSpecs    = 3
	marketReceipts = 4
	marketFeeds    = 5
	marketBarred   = 7
)

// consentSuccessorDomain names the range of slots that holds the successors of rotated pseudonyms.
const consentSuccessorDomain = "assent.consent.successor.v1"

// The DatasetRegistry's record of a dataset. The policy version in effect at a time is DatasetPendingVersion when that
// is not zero and DatasetPendingFrom has come, and then, if DatasetPendingVoids is set, it is the oldest whose grants
// count, too; otherwise it is DatasetPolicyVersion. The oldest is DatasetMinGrantVersion in all other cases.
const (
	DatasetRegistrant      Field = 0<<16 | 0<<8 | 20
	DatasetVersion         Field = 0<<16 | 20<<8 | 4
	DatasetOpen            Field = 0<<16 | 24<<8 | 1
	DatasetStopped         Field = 0<<16 | 25<<8 | 1
	DatasetStoppedAt       Field = 0<<16 | 26<<8 | 6
	DatasetLedger          Field = 1<<16 | 0<<8 | 20
	DatasetAcknowledgedAt  Field = 1<<16 | 20<<8 | 8
	DatasetLatestPolicy    Field = 1<<16 | 28<<8 | 4
	DatasetPolicyVersion   Field = 2<<16 | 0<<8 | 4
	DatasetMinGrantVersion Field = 2<<16 | 4<<8 | 4
	DatasetPendingVersion  Field = 2<<16 | 8<<8 | 4
	DatasetPendingFrom     Field = 2<<16 | 12<<8 | 8
	DatasetPendingVoids    Field = 2<<16 | 20<<8 | 1
	DatasetDomain          Field = 3<<16 | 0<<8 | 32
	DatasetFounder         Field = 4<<16 | 0<<8 | 20

	DatasetWords = 8
)

// DatasetSlot is where the record of a dataset begins.
func DatasetSlot(dataset Word) Word { return MappingSlot(Slot(registryDatasets), dataset) }

// PolicyHashSlot is where the DatasetRegistry keeps the hash of a policy version.
func PolicyHashSlot(dataset Word, version uint32) Word {
	return MappingSlot(MappingSlot(Slot(registryPolicyHashes), dataset), Slot(uint64(version)))
}

// VersionHashSlot is where the DatasetRegistry keeps the hash of a dataset version.
func VersionHashSlot(dataset Word, version uint32) Word {
	return MappingSlot(MappingSlot(Slot(registryVersionHashes), dataset), Slot(uint64(version)))
}

// VersionRetiredSlot is where the DatasetRegistry keeps 1 once a dataset version is out of use.
func VersionRetiredSlot(dataset Word, version uint32) Word {
	return MappingSlot(MappingSlot(Slot(registryRetired), dataset), Slot(uint64(version)))
}

// ConsentLastNarrowedSlot is where a ConsentLedger keeps the block number of the last narrowing that is on record, in
// the low 8 bytes; a day on which grants end is one once a market has recorded it.
func ConsentLastNarrowedSlot() Word { return Slot(ledgerLastNarrowed) }

// ConsentSuccessorSlot is where a ConsentLedger keeps the pseudonym that replaced this one.
func ConsentSuccessorSlot(pseudonym Address) Word {
	sum := keccak([]byte(consentSuccessorDomain))
	slot := pseudonym.Word()
	copy(slot[:12], sum[:12])
	return slot
}

// The BudgetLedger's word of a dataset: rho in millionths, delta in units of 1e-15.
const (
	BudgetRhoOpen      Field = 0<<16 | 0<<8 | 8
	BudgetRhoSettled   Field = 0<<16 | 8<<8 | 8
	BudgetDeltaOpen    Field = 0<<16 | 16<<8 | 8
	BudgetDeltaSettled Field = 0<<16 | 24<<8 | 8
)

// BudgetSlot is where the word of a dataset is.
func BudgetSlot(dataset Word) Word { return MappingSlot(Slot(budgetAccounts), dataset) }

// BudgetUsedSlot is where the BudgetLedger keeps how much rho of a dataset a researcher has spent.
func BudgetUsedSlot(dataset Word, researcher Address) Word {
	return MappingSlot(MappingSlot(Slot(budgetUsed), dataset), researcher.Word())
}

// The BudgetLedger's record of an amount. AmountStage is 0 unspent, 1 open, 2 settled; AmountOwn is the same of the
// holder whose name is the key, and AmountOthers how many others there are.
const (
	AmountResearcher Field = 0<<16 | 0<<8 | 20
	AmountRho        Field = 0<<16 | 20<<8 | 8
	AmountReturns    Field = 0<<16 | 28<<8 | 2
	AmountStage      Field = 0<<16 | 30<<8 | 1
	AmountOwn        Field = 0<<16 | 31<<8 | 1
	AmountDelta      Field = 1<<16 | 0<<8 | 8
	AmountOthers     Field = 1<<16 | 8<<8 | 8

	AmountWords = 2
)

// AmountSlot is where the record of an amount begins in the BudgetLedger.
func AmountSlot(dataset Word, spender Address, key Word) Word {
	return MappingSlot(MappingSlot(MappingSlot(Slot(budgetRecords), dataset), spender.Word()), key)
}

// The WorkerRegistry's record of an enclave.
const (
	WorkerOperator    Field = 0<<16 | 0<<8 | 20
	WorkerExpiry      Field = 0<<16 | 20<<8 | 8
	WorkerPlatform    Field = 0<<16 | 28<<8 | 1
	WorkerRenewals    Field = 0<<16 | 29<<8 | 2
	WorkerRek         Field = 1<<16 | 0<<8 | 32
	WorkerMeasurement Field = 2<<16 | 0<<8 | 32
	WorkerTrustRoot   Field = 3<<16 | 0<<8 | 32
	WorkerQuote       Field = 4<<16 | 0<<8 | 32

	// What the last judgement of its evidence found, when, and by which collateral and floor.
	WorkerStatus       Field = 5<<16 | 0<<8 | 1
	WorkerSimulated    Field = 5<<16 | 1<<8 | 1
	WorkerEvaluation   Field = 5<<16 | 2<<8 | 4
	WorkerTCBDate      Field = 5<<16 | 6<<8 | 8
	WorkerValidUntil   Field = 5<<16 | 14<<8 | 8
	WorkerJudgedAt     Field = 5<<16 | 22<<8 | 8
	WorkerCollateral   Field = 6<<16 | 0<<8 | 32
	WorkerLevels       Field = 7<<16 | 0<<8 | 32
	WorkerIssuer       Field = 8<<16 | 0<<8 | 32
	WorkerFloorVersion Field = 9<<16 | 0<<8 | 4
	WorkerIssuedAt     Field = 9<<16 | 4<<8 | 8
	// WorkerRevokedAt is when it was revoked, Unix seconds; zero: it was not.
	WorkerRevokedAt Field = 9<<16 | 12<<8 | 8
	// WorkerEvidence is the contract whose code is a zero byte and the evidence.
	WorkerEvidence Field = 10<<16 | 0<<8 | 20

	WorkerWords = 11
)

// WorkerSlot is where the record of an enclave begins.
func WorkerSlot(enclave Address) Word { return MappingSlot(Slot(workersWorkers), enclave.Word()) }

// The WorkerRegistry's floor under platforms; how often it was set is its version.
const (
	FloorStatuses      Field = 0<<16 | 0<<8 | 2
	FloorEvaluation    Field = 0<<16 | 2<<8 | 4
	FloorTCBDate       Field = 0<<16 | 6<<8 | 8
	FloorVersions      Field = 0<<16 | 14<<8 | 4
	FloorCollateralAge Field = 0<<16 | 18<<8 | 8
	FloorVersion       Field = 0<<16 | 26<<8 | 4
)

// FloorSlot is where the word of the floor is.
func FloorSlot() Word { return Slot(workersFloor) }

// The JobMarket's record of a job.
const (
	JobState         Field = 0<<16 | 0<<8 | 1
	JobReruns        Field = 0<<16 | 1<<8 | 1
	JobShared        Field = 0<<16 | 2<<8 | 1
	JobClaimRound    Field = 0<<16 | 3<<8 | 8
	JobEnclave       Field = 0<<16 | 11<<8 | 20
	JobUnforced      Field = 0<<16 | 31<<8 | 1
	JobOperator      Field = 1<<16 | 0<<8 | 20
	JobConsentRound  Field = 1<<16 | 20<<8 | 8
	JobLiveSubjects  Field = 1<<16 | 28<<8 | 4
	JobApprovedUntil Field = 2<<16 | 0<<8 | 8
	JobClaimedAt     Field = 2<<16 | 8<<8 | 8
	JobReleasedAt    Field = 2<<16 | 16<<8 | 8
	JobChargeRound   Field = 2<<16 | 24<<8 | 8
	JobQuote         Field = 3<<16 | 0<<8 | 32
	// JobCharge is the struct hash of the charge.
	JobCharge     Field = 4<<16 | 0<<8 | 32
	JobCollateral Field = 5<<16 | 0<<8 | 32
	JobChargedAt  Field = 6<<16 | 0<<8 | 8
	JobJudgedAt   Field = 6<<16 | 8<<8 | 8
	JobSealedAt   Field = 6<<16 | 16<<8 | 8
	JobRhoTotal   Field = 6<<16 | 24<<8 | 8
	JobOpening    Field = 7<<16 | 0<<8 | 32
	JobSeatBroker Field = 8<<16 | 0<<8 | 20
	JobDeltaTotal Field = 8<<16 | 20<<8 | 8
	JobOpener     Field = 9<<16 | 0<<8 | 20
	// JobFirstChargeRound is that of a job that was redrawn; zero: it was not.
	JobFirstChargeRound Field = 9<<16 | 20<<8 | 8
	JobRedraws          Field = 9<<16 | 28<<8 | 1
	JobIsShareLost      Field = 9<<16 | 29<<8 | 1

	JobWords = 10
)

// JobSlot is where the record of a job begins.
func JobSlot(job Word) Word { return MappingSlot(Slot(marketJobs), job) }

// JobSpecSlot is where the JobMarket keeps a job's specification, whose hash under the market's domain is the job's id.
func JobSpecSlot(job Word) Word { return MappingSlot(Slot(marketSpecs), job) }

// ReceiptSlot is where the JobMarket keeps the digest of a job's receipt.
func ReceiptSlot(job Word) Word { return MappingSlot(Slot(marketReceipts), job) }

// The JobMarket's record of a feed.
const (
	FeedCount Field = 0<<16 | 0<<8 | 8
	FeedHead  Field = 0<<16 | 8<<8 | 24

	FeedWords = 1
)

// BarredSlot is where the JobMarket keeps until when an enclave or an operator may not claim a job, Unix seconds; the
// largest number for an enclave that the broker refused.
func BarredSlot(job Word, account Address) Word {
	return MappingSlot(MappingSlot(Slot(marketBarred), job), account.Word())
}

// FeedSlot is where the record of a dataset's feed begins in the JobMarket, or, with the zero word, that of the feed of
// all datasets.
func FeedSlot(dataset Word) Word { return MappingSlot(Slot(marketFeeds), dataset) }
