package layout

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// storageLayout is what the compiler says of a contract, as contracts/layout holds it.
type storageLayout struct {
	Storage []storageMember
	Types   map[string]struct {
		NumberOfBytes string
		Members       []storageMember
	}
}

type storageMember struct {
	Label  string
	Offset int
	Slot   string
	Type   string
}

// variables lists the state variables, and the members of those that are structs as variable.member.
func (l storageLayout) variables(t *testing.T) []storageMember {
	t.Helper()
	var all []storageMember
	for _, v := range l.Storage {
		all = append(all, v)
		base, err := strconv.Atoi(v.Slot)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range l.Types[v.Type].Members {
			slot, err := strconv.Atoi(m.Slot)
			if err != nil {
				t.Fatal(err)
			}
			m.Label, m.Slot = v.Label+"."+m.Label, strconv.Itoa(base+slot)
			all = append(all, m)
		}
	}
	return all
}

func readLayout(t *testing.T, contract string) storageLayout {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "contracts", "layout", contract+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var l storageLayout
	if err := json.Unmarshal(data, &l); err != nil {
		t.Fatalf("reading the layout of %s: %v", contract, err)
	}
	return l
}

// The slots are those that the compiler gave the state variables.
func TestContractSlots(t *testing.T) {
	for _, tc := range []struct {
		contract, variable string
		slot               uint64
	}{
		{"DatasetRegistry", "_datasets", registryDatasets},
		{"DatasetRegistry", "_policyHashes", registryPolicyHashes},
		{"DatasetRegistry", "_versionHashes", registryVersionHashes},
		{"DatasetRegistry", "_retired", registryRetired},
		{"ConsentLedger", "_lastNarrowed", ledgerLastNarrowed},
		{"BudgetLedger", "_accounts", budgetAccounts},
		{"BudgetLedger", "_used", budgetUsed},
		{"BudgetLedger", "_records", budgetRecords},
		{"WorkerRegistry", "_workers", workersWorkers},
		{"WorkerRegistry", "_floor", workersFloor},
		{"JobMarket", "_store.jobs", marketJobs},
		{"JobMarket", "_store.specs", marketSpecs},
		{"JobMarket", "_store.receipts", marketReceipts},
		{"JobMarket", "_store.feeds", marketFeeds},
		{"JobMarket", "_store.barredUntil", marketBarred},
	} {
		found := false
		for _, m := range readLayout(t, tc.contract).variables(t) {
			if m.Label != tc.variable {
				continue
			}
			found = true
			if m.Slot != strconv.FormatUint(tc.slot, 10) || m.Offset != 0 {
				t.Errorf("%s.%s is at slot %s offset %d, want slot %d", tc.contract, tc.variable, m.Slot, m.Offset,
					tc.slot)
			}
		}
		if !found {
			t.Errorf("%s has no variable %s", tc.contract, tc.variable)
		}
	}
}

// Every field is where the compiler put the member of that name.
func TestContractFields(t *testing.T) {
	for _, tc := range []struct {
		contract, record string
		words            int
		fields           map[string]Field
		others           string // members without a field here
	}{
		{"DatasetRegistry", "Record", DatasetWords, map[string]Field{
			"registrant": DatasetRegistrant, "version": DatasetVersion, "open": DatasetOpen, "stopped": DatasetStopped,
			"stoppedAt": DatasetStoppedAt,
			"ledger":    DatasetLedger, "acknowledgedAt": DatasetAcknowledgedAt, "domain": DatasetDomain,
			"founder":       DatasetFounder,
			"policyVersion": DatasetPolicyVersion, "minGrantVersion": DatasetMinGrantVersion,
			"pendingVersion": DatasetPendingVersion, "latestPolicy": DatasetLatestPolicy,
			"pendingFrom":  DatasetPendingFrom,
			"pendingVoids": DatasetPendingVoids,
		}, "lastWithdrawn resumeBlock offeredTo name family"},
		{"BudgetLedger", "Account", 1, map[string]Field{
			"rhoOpen": BudgetRhoOpen, "rhoSettled": BudgetRhoSettled, "deltaOpen": BudgetDeltaOpen,
			"deltaSettled": BudgetDeltaSettled,
		}, ""},
		{"BudgetLedger", "Record", AmountWords, map[string]Field{
			"researcher": AmountResearcher, "rho": AmountRho, "others": AmountOthers, "returns_": AmountReturns,
			"stage": AmountStage, "own": AmountOwn, "delta": AmountDelta,
		}, ""},
		{"WorkerRegistry", "Worker", WorkerWords, map[string]Field{
			"operator": WorkerOperator, "expiry": WorkerExpiry, "platform": WorkerPlatform,
			"revokedAt": WorkerRevokedAt,
			"renewals":  WorkerRenewals, "rek": WorkerRek, "measurement": WorkerMeasurement,
			"trustRoot": WorkerTrustRoot,
			"quote":     WorkerQuote, "status": WorkerStatus, "simulated": WorkerSimulated,
			"evaluation": WorkerEvaluation,
			"tcbDate":    WorkerTCBDate, "validUntil": WorkerValidUntil, "judgedAt": WorkerJudgedAt,
			"collateral": WorkerCollateral, "levels": WorkerLevels, "issuer": WorkerIssuer,
			"floorVersion": WorkerFloorVersion, "issuedAt": WorkerIssuedAt, "evidence": WorkerEvidence,
		}, ""},
		{"WorkerRegistry", "VersionedFloor", 1, map[string]Field{
			"statuses": FloorStatuses, "evaluation": FloorEvaluation, "tcbDate": FloorTCBDate,
			"versions":      FloorVersions,
			"collateralAge": FloorCollateralAge, "version": FloorVersion,
		}, ""},
		{"JobMarket", "Job", JobWords, map[string]Field{
			"state": JobState, "reruns": JobReruns, "shared": JobShared, "claimRound": JobClaimRound,
			"enclave": JobEnclave, "unforced": JobUnforced,
			"operator": JobOperator, "consentRound": JobConsentRound, "liveSubjects": JobLiveSubjects,
			"approvedUntil": JobApprovedUntil, "claimedAt": JobClaimedAt, "releasedAt": JobReleasedAt,
			"chargeRound": JobChargeRound, "quote": JobQuote, "charge": JobCharge, "collateral": JobCollateral,
			"chargedAt": JobChargedAt, "judgedAt": JobJudgedAt, "sealedAt": JobSealedAt, "rhoTotal": JobRhoTotal,
			"deltaTotal": JobDeltaTotal, "opening": JobOpening,
			"seatBroker": JobSeatBroker, "opener": JobOpener,
			"firstChargeRound": JobFirstChargeRound, "redraws": JobRedraws, "isShareLost": JobIsShareLost,
		}, ""},
		{"JobMarket", "Feed", FeedWords, map[string]Field{"head": FeedHead, "count": FeedCount}, ""},
	} {
		l := readLayout(t, tc.contract)
		record := l.Types[fmt.Sprintf("t_struct(%s)_storage", tc.record)]
		if want := strconv.Itoa(32 * tc.words); record.NumberOfBytes != want {
			t.Errorf("%s.%s has %s bytes, want %s", tc.contract, tc.record, record.NumberOfBytes, want)
		}
		checked := 0
		for _, m := range record.Members {
			f, ok := tc.fields[m.Label]
			if !ok {
				if !strings.Contains(" "+tc.others+" ", " "+m.Label+" ") {
					t.Errorf("%s.%s.%s has no field here", tc.contract, tc.record, m.Label)
				}
				continue
			}
			checked++
			want := fmt.Sprintf("word %s, offset %d, size %s", m.Slot, m.Offset, l.Types[m.Type].NumberOfBytes)
			if got := fmt.Sprintf("word %d, offset %d, size %d", f.Word(), f>>8&0xff, f&0xff); got != want {
				t.Errorf("%s.%s.%s is at %s, want %s", tc.contract, tc.record, m.Label, got, want)
			}
		}
		if checked != len(tc.fields) {
			t.Errorf("%s.%s has %d of %d fields", tc.contract, tc.record, checked, len(tc.fields))
		}
	}
}

func TestFieldReads(t *testing.T) {
	var w Word
	for i := range w {
		w[i] = byte(i)
	}
	if got := JobReruns.Uint(w); got != 30 {
		t.Errorf("reruns: got %d", got)
	}
	if got := JobClaimRound.Uint(w); got != 0x15161718191a1b1c {
		t.Errorf("claim round: got %#x", got)
	}
	if got, want := JobEnclave.Address(w), Address(w[1:21]); got != want {
		t.Errorf("enclave: got %s, want %s", got, want)
	}
	if got := Word(JobQuote.Bytes(w)); got != w {
		t.Errorf("quote: got %s", got)
	}
	base := Slot(100)
	if got := JobQuote.Slot(base); got != Slot(103) {
		t.Errorf("slot: got %s", got)
	}
}
