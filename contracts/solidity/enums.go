package solidity

import (
	"strconv"

	"github.com/assent-network/assent/protocol/policy"
)

// enumerated is the word for an argument that is an enum; other arguments are as they were. ABIs do not have the words.
func enumerated(name, argument, value string) string {
	words := words(name + "." + argument)
	i, err := strconv.Atoi(value)
	if err != nil || i < 0 || i >= len(words) {
		return value
	}
	return words[i]
}

// words are the members of the enum that an argument of an error has, in the contract's order.
func words(argument string) []string {
	switch argument {
	case "PolicyInvalid.field":
		return policy.Fields()
	case "DatasetVersionInvalid.field":
		return []string{"contentRoot", "schema", "datasheet", "asOf", "uri"}
	case "JobSpecInvalid.field":
		return []string{
			"kind", "purpose", "release", "recipient", "rho", "delta", "asset", "study", "seat", "extension",
		}
	case "JobPolicyRefuses.rule":
		return []string{
			"purpose", "kind", "recipient", "private releases", "exact releases", "review", "program", "spender",
			"asset",
		}
	case "JobChargeInvalid.field":
		return []string{"inputs", "consentRound", "consentRoot", "rho", "delta", "moment", "noise"}
	case "JobWrongState.state":
		return []string{
			"none", "posted", "approved", "claimed", "charged", "sealed", "done", "withheld", "failed", "cancelled",
		}
	}
	return nil
}
