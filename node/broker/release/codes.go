package release

// Code names the check that refused a request; docs/protocol/key-release.md has them in the order of the checks. It is
// an error itself, so that errors.Is finds refusals by it: errors.Is(err, CodeStopped).
type Code string

// Error returns the code.
func (c Code) Error() string { return string(c) }

// The codes of refusals of keys.
const (
	CodeEvidence  Code = "evidence"
	CodeNonce     Code = "nonce"
	CodeSignature Code = "signature"
	CodeJob       Code = "job"
	CodeBroker    Code = "broker" // another broker decides on the job's key
	CodePlatform  Code = "platform"
	CodeQuote     Code = "quote"
	CodeFreshness Code = "freshness"
	CodePins      Code = "pins"
	CodePolicy    Code = "policy"
	CodeWorker    Code = "worker"
	CodeSimulated Code = "simulated"
	CodeNoKey     Code = "no-key"
	CodeClaim     Code = "claim"
	CodeRestarted Code = "restarted" // an enclave of the same operator has claimed the job whose keys are gone
	CodeFile      Code = "file"
	CodeWrongKey  Code = "wrong-key"
	CodeSpec      Code = "spec"
	CodeStopped   Code = "stopped"
	CodeRetired   Code = "retired"
	CodeEnds      Code = "ends"
	CodeApproval  Code = "approval"
	CodeRules     Code = "rules"
	CodeProgram   Code = "program"
	CodeBudget    Code = "budget"
	CodeCohort    Code = "cohort"
	CodeMarket    Code = "market"
)

// Lasting reports whether a refusal with the code stands for as long as the claim can: its reason is the policy's, the
// broker's or the claim's own, so that neither a newer quote nor a newer view changes it, and no one takes it back. The
// broker ends such a claim on chain, at no cost to its operator, and the worker waits for that.
func (c Code) Lasting() bool {
	switch c {
	case CodeSpec, CodePlatform, CodePolicy, CodeSimulated, CodeNoKey, CodeWrongKey, CodeApproval, CodeRules,
		CodeProgram, CodeBudget, CodeMarket, CodeRestarted:
		return true
	}
	return false
}

// NotInUse reports whether a refusal with the code is for what the chain itself knows to be out of use: the dataset is
// stopped, its version or the job's policy is out of use for good, or the policy will be before the job could be
// finished. The operator may end its claim for that, at no cost.
func (c Code) NotInUse() bool { return c == CodeStopped || c == CodeRetired || c == CodeEnds }

// Outdated reports whether a newer quote may do where one was refused with the code.
func (c Code) Outdated() bool { return c == CodeNonce || c == CodeFreshness }
