package cli

import (
	"math"

	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/policy"
)

// refusedHint says what to do about a refusal of the contracts. Those that only programs bring about have none.
func refusedHint(e *solidity.Error) string {
	if e == nil {
		return ""
	}
	field, _ := e.Args["field"].(uint8)
	switch e.Name {
	case "PolicyInvalid":
		return policyHint(field)
	case "DatasetVersionInvalid":
		return versionHint(field)
	case "ConsentNonceNotNewer":
		if last, ok := e.Args["current"].(uint64); ok && last == math.MaxUint64 {
			return "the last revocation there can be is on record already: nothing is granted, and nothing more is " +
				"signed"
		}
	}
	return refusalHints()[e.Name]
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
			"assent dataset set-policy --schema",
		"the datasheet is not the one that the policy promises: pack with that, or promise this first with: " +
			"assent dataset set-policy --schema --datasheet",
		"--as-of is a block before now, and not before that of the version before",
		"--uri is at most 256 bytes",
	}
	if int(field) >= len(hints) {
		return ""
	}
	return hints[field]
}

// refusalHints are the hints by the names of the contracts' errors.
func refusalHints() map[string]string {
	return map[string]string{
		"BudgetDeltaExceeded": "ask for less delta, or ask the custodian for more budget",
		"BudgetExceeded":      "ask for less rho, or ask the custodian for more budget",
		"BudgetNotSpender": "the policy's spenders lack this network's market; its custodian adds " +
			"it: assent dataset set-policy",
		"BudgetResearcherExceeded": "ask for less rho, or ask the custodian for more budget",
		"CollateralBackwards":      "the chain has newer",
		"CollateralIncomplete":     "pack it with the part that is named: assent collateral pack",
		"CollateralNotNewer":       "the chain has it already; there is nothing to do",
		"CollateralRefused": "it does not hold under the roots that the chain names, now: assent " +
			"collateral show tells more",
		"ConsentBatchLength": "send them in several batches",
		"ConsentExpired":     "sign a new one with later dates",
		"ConsentLate":        "sign a new one with later dates",
		"ConsentLinkable": "the policy takes no pseudonym that is a contract's; use one that a " +
			"wallet derives: assent consent pseudonym",
		"ConsentMalformed":          "it has a value that no grant can have; sign it anew with: assent consent grant",
		"ConsentNonceNotNewer":      "this grant was recorded before, or a newer one was; sign a new one",
		"ConsentNotCustodian":       "only the dataset's custodian can do this; name its key with --key",
		"ConsentNotEnrolled":        "a first grant needs a ticket (--ticket); before it there is nothing to revoke",
		"ConsentNotEnroller":        "only the dataset's enroller can do this; name its key with --key",
		"ConsentPolicyVersion":      "read the policy of now and sign for it: assent dataset show",
		"ConsentPseudonymInUse":     "rotate to a wallet or ward that was never in this dataset",
		"ConsentRevokedByCustodian": "the custodian revoked for this person, for good; ask the custodian",
		"ConsentRotatedAway": "the person moved to another wallet: name that one; assent consent " +
			"show tells the pseudonym of now",
		"ConsentRotatedToday": "a pseudonym is replaced once a day (UTC) at most; try again tomorrow, " +
			"or ask the custodian to revoke",
		"ConsentRotationsExhausted": "ask the custodian: the dataset's next version lets you rotate again",
		"ConsentSignature":          "it was signed with another key, or for another dataset or network; sign it anew",
		"ConsentTicketExpired":      "sign a new one with later dates",
		"ConsentTicketSignature": "the ticket is for another pseudonym, dataset or network, or not from " +
			"the dataset's enroller: ask for a new one",
		"ConsentUndefined":         "update this program, or leave out what has no meaning yet",
		"ConsentWrongDataset":      "it is for another dataset: name that one",
		"DatasetCustodyNotOffered": "ask its custodian to offer it to the account of --key: assent dataset offer",
		"DatasetCustodyPending": "another one has accepted it; take that back first with a policy of " +
			"your own: assent dataset set-policy",
		"DatasetExists":        "choose another name; a dataset is named once per custodian",
		"DatasetFamilyInvalid": "a family's name has 1 to 64 bytes; no founder is named without a family",
		"DatasetGateExceeds": "a gate did more than the policy lets it; its custodian mends that: " +
			"assent dataset set-policy",
		"DatasetIsStopped":    "nothing is done with it until its custodian has it go on: assent dataset resume",
		"DatasetNameInvalid":  "a dataset's name has 1 to 64 bytes",
		"DatasetNotCustodian": "only the dataset's custodian can do this; name its key with --key",
		"DatasetNotInvited": "ask the family's founder for an invitation, which is for one dataset: " +
			"assent dataset invite",
		"DatasetNotStopped": "it goes on already: assent dataset show tells",
		"DatasetUnknown":    "see that the id is whole, and of this network: --network",
		"DatasetVersionNotPromised": "the policy promises another schema or datasheet; add a version that " +
			"has them: assent dataset add-version",
		"DatasetVersionOld": "the policy lets only the newest version be used: assent dataset show " +
			"tells which it is",
		"DatasetVersionRetired": "it is retired already, for good; name another, or add the next: " +
			"assent dataset add-version",
		"DatasetVersionUnknown": "assent dataset show tells which version is the newest",
		"JobApprovalExpired":    "post the job again with a later deadline",
		"JobApprovalNotNewer":   "approvals up to a later time are on record, or withdrawn: name a time after that",
		"JobApprovalSignature":  "only the dataset's custodian can do this; name its key with --key",
		"JobCohortBelowMinimum": "the policy wants more consenting subjects; wait for them",
		"JobDeadlinePassed":     "post the job again with a later deadline",
		"JobExists":             "it is on record already: assent job show",
		"JobFeeBelowPrice":      "offer at least the policy's price, with --fee: assent dataset show --json tells it",
		"JobNotCustodian":       "only the dataset's custodian can do this; name its key with --key",
		"JobNotDue": "its time is not over: assent job show tells until when the worker, or the " +
			"custodian, has it",
		"JobNotReleased":    "the worker has no key yet: assent job watch",
		"JobNotResearcher":  "only the job's researcher can do this; name its key with --key",
		"JobParametersSize": "ask for less at once: post several jobs",
		"JobPolicyEnds": "a policy is announced that ends the job before it could be done; post " +
			"it when that is in effect",
		"JobPolicyRefuses":           "see what the policy allows: assent dataset show",
		"JobReleased":                "the worker has the key; see how it ends: assent job watch",
		"JobSpecInvalid":             "the field has a value that no job can have: assent job post --help",
		"JobUnknown":                 "see that the id is whole, and of this network: --network",
		"JobWrongState":              "see where the job stands: assent job show",
		"OwnableUnauthorizedAccount": "only the network's owner can do this; name its key with --key",
		"PinsSize":                   "a document of pins is not empty and has at most 4 KiB: assent dataset pins",
		"PolicyNotInEffect":          "read the policy of now, and do it anew: assent dataset show",
		"PolicyUnknown":              "assent dataset show tells which policy version is in effect",
		"QuoteRefused":               "docs/operations/worker-and-broker.md says what to do about each reason",
		"WorkerFloorInvalid":         "it names a status that there is not: assent worker floor --help",
		"WorkerNotOperator": "only the operator who registered the enclave can do this; name its key with " +
			"--key",
		"WorkerQuoteRefused":   "docs/operations/worker-and-broker.md says what to do about each reason",
		"WorkerRevokedAlready": "this enclave is revoked for good",
		"WorkerUnknown":        "see which there are: assent worker list",
	}
}
