package solidity_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/policy"
)

// byPrograms are refusals that no command causes: workers, brokers, archives and gates see them, or the deployer of the
// contracts.
var byPrograms = []solidity.ErrorName{
	solidity.ErrBudgetIsSettled, solidity.ErrBudgetNotHolder, solidity.ErrBudgetReturnsExhausted,
	solidity.ErrBudgetTermsDiffer, solidity.ErrCollateralEarly, solidity.ErrInvalidShortString,
	solidity.ErrJobArchives, solidity.ErrJobBeforeMoment, solidity.ErrJobBondWrong, solidity.ErrJobChargeInvalid,
	solidity.ErrJobChargeMismatch, solidity.ErrJobCiphertextSize, solidity.ErrJobClaimLapsed,
	solidity.ErrJobClaimMismatch, solidity.ErrJobConsentNarrowed, solidity.ErrJobConsentRoundWrong,
	solidity.ErrJobConsentTooEarly, solidity.ErrJobConsentTooOld, solidity.ErrJobDrawDiffers,
	solidity.ErrJobDrawFits, solidity.ErrJobDrawShared, solidity.ErrJobFeeWrong, solidity.ErrJobGasTooLow,
	solidity.ErrJobGateExceeds, solidity.ErrJobInUse, solidity.ErrJobLate, solidity.ErrJobNotBroker,
	solidity.ErrJobNotGate, solidity.ErrJobNotNarrowed, solidity.ErrJobNotOperator, solidity.ErrJobNothingToWithdraw,
	solidity.ErrJobOpeningWrong, solidity.ErrJobOperatorWaits, solidity.ErrJobParametersMismatch,
	solidity.ErrJobPaymentFailed, solidity.ErrJobReceiptMismatch, solidity.ErrJobReceiptSignature,
	solidity.ErrJobRedrawNotNeeded, solidity.ErrJobRedrawsExhausted, solidity.ErrJobRerunNotNeeded,
	solidity.ErrJobRerunsExhausted, solidity.ErrJobRerunsLeft, solidity.ErrJobResearcherKeyMismatch,
	solidity.ErrJobResearcherKeySize, solidity.ErrJobTotalAbove, solidity.ErrJobWiringWrong,
	solidity.ErrJobWorkerNotAccepted, solidity.ErrJobWorkerRefused, solidity.ErrOwnableInvalidOwner,
	solidity.ErrReentrancyGuardReentrantCall, solidity.ErrStringTooLong, solidity.ErrWorkerExists,
	solidity.ErrWorkerExpired, solidity.ErrWorkerExpiryInvalid, solidity.ErrWorkerFieldInvalid,
	solidity.ErrWorkerQuoteSize, solidity.ErrWorkerRenewalsExhausted, solidity.ErrWorkerSignature,
}

// Each refusal of the contracts that a command can bring about says what to do about it.
func TestRefusalsHaveHints(t *testing.T) {
	for name := range declared() {
		hint := (&solidity.Error{Name: name}).Hint()
		if (hint == "") != slices.Contains(byPrograms, name) {
			t.Errorf("%s: hint %q", name, hint)
		}
	}
}

// A grant that is not newer is signed anew, unless it is the last revocation that there can be.
func TestRefusalOfTheLastRevocation(t *testing.T) {
	for current, want := range map[uint64]string{7: "sign a new one", math.MaxUint64: "nothing more is signed"} {
		hint := (&solidity.Error{Name: solidity.ErrConsentNonceNotNewer,
			Args: map[string]any{"current": current}}).Hint()
		if !strings.Contains(hint, want) {
			t.Errorf("nonce %d: %q", current, hint)
		}
	}
}

// Refusals that name a field say where that is set.
func TestRefusalsOfFieldsHaveHints(t *testing.T) {
	for i, name := range policy.Fields() {
		hint := (&solidity.Error{Name: solidity.ErrPolicyInvalid, Args: map[string]any{"field": uint8(i)}}).Hint()
		if !strings.Contains(hint, name) {
			t.Errorf("policy field %s: %q", name, hint)
		}
	}
	for i, part := range []string{"tables", "schemas", "datasheet", "--as-of", "--uri"} {
		hint := (&solidity.Error{Name: solidity.ErrDatasetVersionInvalid,
			Args: map[string]any{"field": uint8(i)}}).Hint()
		if !strings.Contains(hint, part) {
			t.Errorf("version field %d: %q", i, hint)
		}
	}
}
