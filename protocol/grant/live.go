package grant

import (
	"fmt"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/purpose"
)

// Terms are a job's demands on an entry, in the state of one round.
type Terms struct {
	MinGrantVersion uint32               `json:"minGrantVersion"` // oldest policy version whose grants still count
	PolicyVersion   uint32               `json:"policyVersion"`   // newest policy version
	Purpose         purpose.Purpose      `json:"purpose"`
	Kind            kind.Kind            `json:"kind"`
	Day             day.Day              `json:"day"`        // of the round's timestamp
	Exact           bool                 `json:"exact"`      // the release is exact; otherwise it is private
	Conditions      condition.Conditions `json:"conditions"` // of the policy that the job runs under
	// block up to which the data have everyone who enrolled; see consent.State.Live
	AsOf uint64 `json:"asOf,string"`
	// spent of the dataset, open and settled, this job included; for private releases
	Total      budget.Rho   `json:"total,string"`
	TotalDelta budget.Delta `json:"totalDelta,string"`
}

// Cause says why an entry is not live. The zero value says that it is.
type Cause uint8

// The causes, in the order in which they are checked.
const (
	Live Cause = iota
	NotEnrolled
	RotatedAway
	RevokedByCustodian
	VersionTooOld
	VersionUnknown
	PurposeNotGranted
	KindNotGranted
	NotYet
	Expired
	ExactNotGranted
	ConditionsNotMet
	OverClass
	causes
)

// String is the cause in words.
func (c Cause) String() string {
	words := [causes]string{
		Live:               "live",
		NotEnrolled:        "the pseudonym is not enrolled",
		RotatedAway:        "the pseudonym was replaced by another",
		RevokedByCustodian: "the custodian revoked it for the subject",
		VersionTooOld:      "the policy asks more than what was granted",
		VersionUnknown:     "the grant names a policy version that does not exist",
		PurposeNotGranted:  "the purpose is not granted",
		KindNotGranted:     "the kind of computation is not granted",
		NotYet:             "the grant does not count yet",
		Expired:            "the grant has expired",
		ExactNotGranted:    "exact releases are not granted",
		ConditionsNotMet:   "the policy promises less than the subject asks of recipients and prohibited uses",
		OverClass:          "the dataset's total budget would exceed the subject's limit",
	}
	if c >= causes {
		return fmt.Sprintf("cause(%d)", uint8(c))
	}
	return words[c]
}

// NotLiveError says why an entry does not count for a job.
type NotLiveError struct {
	Cause Cause
	Entry Entry
	Terms Terms
}

func (e *NotLiveError) Error() string { return "grant: not live: " + e.Cause.String() }

// Check is the liveness rule: the first thing that keeps the entry from counting, or Live.
func (e Entry) Check(t Terms) Cause {
	switch {
	case !e.Enrolled:
		return NotEnrolled
	case e.Rotated:
		return RotatedAway
	case e.Revoked:
		return RevokedByCustodian
	case e.PolicyVersion < t.MinGrantVersion:
		return VersionTooOld
	case e.PolicyVersion > t.PolicyVersion:
		return VersionUnknown
	case !e.Purposes.Has(t.Purpose):
		return PurposeNotGranted
	case !e.Kinds.Has(t.Kind):
		return KindNotGranted
	case t.Day < e.NotBefore:
		return NotYet
	case t.Day >= e.Expiry:
		return Expired
	case t.Exact && !e.Exact:
		return ExactNotGranted
	case !condition.Within(t.Conditions, e.Conditions):
		return ConditionsNotMet
	case !t.Exact && !e.EpsilonClass.Allows(budget.Cost{Rho: t.Total, Delta: t.TotalDelta}):
		return OverClass
	}
	return Live
}

// Validate is Check as an error, nil when the entry is live.
func (e Entry) Validate(t Terms) error {
	if c := e.Check(t); c != Live {
		return &NotLiveError{Cause: c, Entry: e, Terms: t}
	}
	return nil
}
