package release

// Codes of refusals that others than the broker act on; docs/protocol/key-release.md has them all.
const (
	// CodeNonce and CodeFreshness: a newer quote may do.
	CodeNonce     = "nonce"
	CodeFreshness = "freshness"
	// CodeBroker: another broker decides on the job's key.
	CodeBroker = "broker"
	// CodeStopped, CodeRetired and CodeEnds: the dataset is stopped, its version or the job's policy is out of use for
	// good, or the policy will be before the job could be finished. The chain knows it, and the operator ends its
	// claim.
	CodeStopped = "stopped"
	CodeRetired = "retired"
	CodeEnds    = "ends"
	// CodeRestarted: an enclave of the same operator has claimed the job whose keys are gone.
	CodeRestarted = "restarted"
)

// lasting are the codes of refusals that stand for as long as the claim can. The reason is the policy's, the broker's
// or the claim's own, so that neither a newer quote nor a newer view changes it, and no one takes it back.
var lasting = map[string]bool{
	"spec": true, "platform": true, "policy": true, "simulated": true, "no-key": true, "wrong-key": true,
	"approval": true, "rules": true, "program": true, "budget": true, "market": true, CodeRestarted: true,
}

// Lasting reports whether a refusal with a code stands for as long as the claim can: the broker ends such a claim on
// chain, at no cost to its operator, and the worker waits for that.
func Lasting(code string) bool { return lasting[code] }

// NotInUse reports whether a refusal with a code is for what the chain itself knows to be out of use: the operator may
// end its claim for that, at no cost.
func NotInUse(code string) bool {
	return code == CodeStopped || code == CodeRetired || code == CodeEnds
}
