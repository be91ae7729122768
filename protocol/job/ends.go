package job

import "fmt"

// ClaimEnd is how a claim ended without a charge. The numbers are those of the JobMarket contract.
type ClaimEnd uint8

// The ends of claims.
const (
	ClaimLapsed      ClaimEnd = iota // timed out before a release
	ClaimReturned                    // given back by its operator before a release
	ClaimRefused                     // the broker refused the enclave
	ClaimNarrowed                    // consent was narrowed and no rerun was left
	ClaimNotInUse                    // dataset, version or policy were out of use
	ClaimDisapproved                 // the approval was withdrawn before a release
	ClaimDrawDiffers                 // another draw is fixed for the budget that the job shares
	claimEnds
)

// String returns the end in words.
func (e ClaimEnd) String() string {
	words := [claimEnds]string{"lapsed", "returned", "refused", "narrowed", "not in use", "disapproved", "draw differs"}
	if e >= claimEnds {
		return fmt.Sprintf("claim end (%d)", uint8(e))
	}
	return words[e]
}

// Failure is why a job failed after its key was released. The numbers are those of the JobMarket contract.
type Failure uint8

// The failures.
const (
	FailedLate        Failure = iota // not finished in time
	FailedAbandoned                  // by its operator
	FailedNotInUse                   // not the worker's fault
	FailedNarrowed                   // not the worker's fault
	FailedExcused                    // a gate excused the operator
	FailedDrawDiffers                // not the worker's fault
	failures
)

// String returns the failure in words.
func (f Failure) String() string {
	words := [failures]string{"late", "abandoned", "not in use", "narrowed", "excused", "draw differs"}
	if f >= failures {
		return fmt.Sprintf("failure (%d)", uint8(f))
	}
	return words[f]
}
