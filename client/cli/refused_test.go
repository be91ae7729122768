package cli

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/policy"
)

// byPrograms are refusals that no command causes: workers, brokers, archives and gates see them, or the deployer of the
// contracts.
var byPrograms = []string{
	"BudgetIsSettled", "BudgetNotHolder", "BudgetReturnsExhausted", "BudgetTermsDiffer", "CollateralEarly",
	"InvalidShortString", "ReentrancyGuardReentrantCall", "StringTooLong",
	"JobArchives", "JobBeforeMoment", "JobBondWrong", "JobChargeInvalid", "JobChargeMismatch", "JobDrawFits",
	"JobDrawShared", "JobRedrawNotNeeded", "JobRedrawsExhausted",
	"JobCiphertextSize", "JobClaimLapsed", "JobClaimMismatch",
	"JobConsentNarrowed", "JobConsentRoundWrong", "JobConsentTooEarly", "JobConsentTooOld", "JobDrawDiffers",
	"JobFeeWrong",
	"JobGasTooLow", "JobGateExceeds", "JobInUse", "JobLate", "JobNotBroker", "JobNotGate", "JobNotNarrowed",
	"JobNotOperator", "JobNothingToWithdraw", "JobOpeningWrong", "JobOperatorWaits", "JobParametersMismatch",
	"JobPaymentFailed", "JobReceiptMismatch", "JobReceiptSignature", "JobRerunNotNeeded", "JobRerunsExhausted",
	"JobRerunsLeft", "JobResearcherKeyMismatch", "JobResearcherKeySize", "JobTotalAbove", "JobWiringWrong",
	"JobWorkerNotAccepted", "JobWorkerRefused", "OwnableInvalidOwner", "WorkerExists", "WorkerExpired",
	"WorkerExpiryInvalid", "WorkerFieldInvalid", "WorkerQuoteSize", "WorkerRenewalsExhausted", "WorkerSignature",
}

// Each refusal of the contracts that a command can bring about says what to do about it.
func TestRefusalsHaveHints(t *testing.T) {
	known := map[string]bool{}
	for _, parsed := range []abi.ABI{
		bindings.NewDatasetRegistry().GetABI(), bindings.NewConsentLedger().GetABI(),
		bindings.NewBudgetLedger().GetABI(), bindings.NewWorkerRegistry().GetABI(),
		bindings.NewCollateralRegistry().GetABI(), bindings.NewJobMarket().GetABI(),
		bindings.NewIAttestation().GetABI(),
	} {
		for name := range parsed.Errors {
			known[name] = true
		}
	}
	for name := range known {
		hint := refusedHint(&solidity.Error{Name: name, Args: map[string]any{}})
		if (hint == "") != slices.Contains(byPrograms, name) {
			t.Errorf("%s: hint %q", name, hint)
		}
	}
	for name := range refusalHints() {
		if !known[name] {
			t.Errorf("a hint is about %s, which no contract says", name)
		}
	}
}

// A grant that is not newer is signed anew, unless it is the last revocation that there can be.
func TestRefusalOfTheLastRevocation(t *testing.T) {
	for current, want := range map[uint64]string{7: "sign a new one", math.MaxUint64: "nothing more is signed"} {
		hint := refusedHint(&solidity.Error{Name: "ConsentNonceNotNewer", Args: map[string]any{"current": current}})
		if !strings.Contains(hint, want) {
			t.Errorf("nonce %d: %q", current, hint)
		}
	}
}

// Refusals that name a field say where that is set.
func TestRefusalsOfFieldsHaveHints(t *testing.T) {
	for i, name := range policy.Fields() {
		hint := refusedHint(&solidity.Error{Name: "PolicyInvalid", Args: map[string]any{"field": uint8(i)}})
		if !strings.Contains(hint, name) {
			t.Errorf("policy field %s: %q", name, hint)
		}
	}
	for i, part := range []string{"tables", "schemas", "datasheet", "--as-of", "--uri"} {
		hint := refusedHint(&solidity.Error{Name: "DatasetVersionInvalid", Args: map[string]any{"field": uint8(i)}})
		if !strings.Contains(hint, part) {
			t.Errorf("version field %d: %q", i, hint)
		}
	}
}
