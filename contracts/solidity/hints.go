package solidity

import (
	"math"

	"github.com/assent-network/assent/protocol/policy"
)

// Hint says what to do about the refusal, in one line that may name a command of the program assent. It is empty for
// refusals that no command can bring about.
func (e *Error) Hint() string {
	field, _ := e.Args["field"].(uint8)
	switch e.Name {
	case ErrPolicyInvalid:
		return policyHint(field)
	case ErrDatasetVersionInvalid:
		return versionHint(field)
	case ErrConsentNonceNotNewer:
		if last, ok := e.Args["current"].(uint64); ok && last == math.MaxUint64 {
			return "the last revocation there can be is on record already: nothing is granted, and nothing more is " +
				"signed"
		}
	}
	return hints()[e.Name]
}

// policyHint says where the field of a policy is set that the registry refuses.
func policyHint(field uint8) string {
	names := policy.Fields()
	if int(field) >= len(names) {
		return "see what a policy holds: assent dataset policy-template"
	}
	switch name := names[field]; name {
	case "controller":
		return "the controller is the account of --key: leave it out of the policy, and it is filled in"
	case "schema":
		return "name the schema of the data with --schema"
	case "broker":
		return "name the account of the key broker with --broker"
	case "enroller":
		return "name the account that signs tickets with --enroller"
	default:
		return "change \"" + name + "\" in the policy; one to compare it with: assent dataset policy-template"
	}
}

// versionHint says what to do about the field of a version that the registry refuses.
func versionHint(field uint8) string {
	hints := []string{
		"the folder holds no tables; make it anew with: assent dataset pack",
		"the tables' schemas are not those that the policy promises: pack with those, or promise these first with: " +
			"assent dataset set-policy DATASET --schema FILE, which voids the consents given so far",
		"the datasheet is not the one that the policy promises: pack with that, or promise this first with: " +
			"assent dataset set-policy DATASET --datasheet FILE, which voids the consents given so far",
		"--as-of is a block before now, and not before that of the version before",
		"--uri is at most 256 bytes",
	}
	if int(field) >= len(hints) {
		return ""
	}
	return hints[field]
}

// hints are the hints that do not depend on an error's arguments.
func hints() map[ErrorName]string {
	return map[ErrorName]string{
		ErrBudgetDeltaExceeded: "ask for less delta, or ask the custodian for more budget",
		ErrBudgetExceeded:      "ask for less rho, or ask the custodian for more budget",
		ErrBudgetNotSpender: "the policy's spenders lack this network's market; its custodian adds " +
			"it: assent dataset set-policy",
		ErrBudgetResearcherExceeded: "ask for less rho, or ask the custodian for more budget",
		ErrCollateralBackwards:      "the chain has newer",
		ErrCollateralIncomplete:     "pack it with the part that is named: assent collateral pack",
		ErrCollateralNotNewer:       "the chain has it already; there is nothing to do",
		ErrCollateralRefused: "it does not hold under the roots that the chain names, now: assent " +
			"collateral show tells more",
		ErrConsentBatchLength: "send them in several batches",
		ErrConsentExpired:     "sign a new one with later dates",
		ErrConsentLate:        "sign a new one with later dates",
		ErrConsentLinkable: "the policy takes no pseudonym that is a contract's; use one that a " +
			"wallet derives: assent consent pseudonym",
		ErrConsentMalformed:          "it has a value that no grant can have; sign it anew with: assent consent grant",
		ErrConsentNonceNotNewer:      "this grant was recorded before, or a newer one was; sign a new one",
		ErrConsentNotCustodian:       "only the dataset's custodian can do this; name its key with --key",
		ErrConsentNotEnrolled:        "a first grant needs a ticket (--ticket); before it there is nothing to revoke",
		ErrConsentNotEnroller:        "only the dataset's enroller can do this; name its key with --key",
		ErrConsentPolicyVersion:      "read the policy of now and sign for it: assent dataset show",
		ErrConsentPseudonymInUse:     "rotate to a wallet or ward that was never in this dataset",
		ErrConsentRevokedByCustodian: "the custodian revoked for this person, for good; ask the custodian",
		ErrConsentRotatedAway: "the person moved to another wallet: name that one; assent consent " +
			"show tells the pseudonym of now",
		ErrConsentRotatedToday: "a pseudonym is replaced once a day (UTC) at most; try again tomorrow, " +
			"or ask the custodian to revoke",
		ErrConsentRotationsExhausted: "ask the custodian: the dataset's next version lets you rotate again",
		ErrConsentSignature:          "it was signed with another key, or for another dataset or network; sign it anew",
		ErrConsentTicketExpired:      "sign a new one with later dates",
		ErrConsentTicketSignature: "the ticket is for another pseudonym, dataset or network, or not from " +
			"the dataset's enroller: ask for a new one",
		ErrConsentUndefined:         "update this program, or leave out what has no meaning yet",
		ErrConsentWrongDataset:      "it is for another dataset: name that one",
		ErrDatasetCustodyNotOffered: "ask its custodian to offer it to the account of --key: assent dataset offer",
		ErrDatasetCustodyPending: "another one has accepted it; take that back first with a policy of " +
			"your own: assent dataset set-policy",
		ErrDatasetExists:        "choose another name; a dataset is named once per custodian",
		ErrDatasetFamilyInvalid: "a family's name has 1 to 64 bytes; no founder is named without a family",
		ErrDatasetGateExceeds: "a gate did more than the policy lets it; its custodian mends that: " +
			"assent dataset set-policy",
		ErrDatasetIsStopped:    "nothing is done with it until its custodian has it go on: assent dataset resume",
		ErrDatasetNameInvalid:  "a dataset's name has 1 to 64 bytes",
		ErrDatasetNotCustodian: "only the dataset's custodian can do this; name its key with --key",
		ErrDatasetNotInvited: "ask the family's founder for an invitation, which is for one dataset: " +
			"assent dataset invite",
		ErrDatasetNotStopped: "it goes on already: assent dataset show tells",
		ErrDatasetUnknown:    "see that the id is whole, and of this network: --network",
		ErrDatasetVersionNotPromised: "the policy promises another schema or datasheet; add a version that " +
			"has them: assent dataset add-version",
		ErrDatasetVersionOld: "the policy lets only the newest version be used: assent dataset show " +
			"tells which it is",
		ErrDatasetVersionRetired: "it is retired already, for good; name another, or add the next: " +
			"assent dataset add-version",
		ErrDatasetVersionUnknown: "assent dataset show tells which version is the newest",
		ErrJobApprovalExpired:    "post the job again with a later deadline",
		ErrJobApprovalNotNewer:   "approvals up to a later time are on record, or withdrawn: name a time after that",
		ErrJobApprovalSignature:  "only the dataset's custodian can do this; name its key with --key",
		ErrJobCohortBelowMinimum: "the policy wants more consenting subjects; wait for them",
		ErrJobDeadlinePassed:     "post the job again with a later deadline",
		ErrJobExists:             "it is on record already: assent job show",
		ErrJobFeeBelowPrice:      "offer at least the policy's price, with --fee: assent dataset show --json tells it",
		ErrJobNotCustodian:       "only the dataset's custodian can do this; name its key with --key",
		ErrJobNotDue: "its time is not over: assent job show tells until when the worker, or the " +
			"custodian, has it",
		ErrJobNotReleased:    "the worker has no key yet: assent job watch",
		ErrJobNotResearcher:  "only the job's researcher can do this; name its key with --key",
		ErrJobParametersSize: "ask for less at once: post several jobs",
		ErrJobPolicyEnds: "a policy is announced that ends the job before it could be done; post " +
			"it when that is in effect",
		ErrJobPolicyRefuses:           "see what the policy allows: assent dataset show",
		ErrJobReleased:                "the worker has the key; see how it ends: assent job watch",
		ErrJobSpecInvalid:             "the field has a value that no job can have: assent job post --help",
		ErrJobUnknown:                 "see that the id is whole, and of this network: --network",
		ErrJobWrongState:              "see where the job stands: assent job show",
		ErrOwnableUnauthorizedAccount: "only the network's owner can do this; name its key with --key",
		ErrPinsSize:                   "a document of pins is not empty and has at most 4 KiB: assent dataset pins",
		ErrPolicyNotInEffect: "what was posted or signed for another policy stays so: the job is posted " +
			"anew, by its researcher, for the policy of now (assent dataset show)",
		ErrPolicyUnknown:      "assent dataset show tells which policy version is in effect",
		ErrQuoteRefused:       "docs/operations/worker-and-broker.md says what to do about each reason",
		ErrWorkerFloorInvalid: "it names a status that there is not: assent worker floor --help",
		ErrWorkerNotOperator: "only the operator who registered the enclave can do this; name its key with " +
			"--key",
		ErrWorkerQuoteRefused:   "docs/operations/worker-and-broker.md says what to do about each reason",
		ErrWorkerRevokedAlready: "this enclave is revoked for good",
		ErrWorkerUnknown:        "see which there are: assent worker list",
	}
}
