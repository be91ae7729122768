package solidity

import "github.com/assent-network/assent/protocol/policy"

// membersOf are the words for the members of an enum, in the contract's order, which ABIs do not have. There are none
// for what is no enum.
func membersOf(enum string) []string {
	switch enum {
	case "IDatasetRegistry.PolicyField":
		return policy.Fields()
	case "IDatasetRegistry.VersionField":
		return []string{"contentRoot", "schema", "datasheet", "asOf", "uri"}
	case "IJobMarket.SpecField":
		return []string{
			"kind", "purpose", "release", "recipient", "rho", "delta", "asset", "study", "seat", "extension",
		}
	case "IJobMarket.Rule":
		return []string{
			"purpose", "kind", "recipient", "private releases", "exact releases", "review", "program", "spender",
			"asset",
		}
	case "IJobMarket.ChargeField":
		return []string{"inputs", "consentRound", "consentRoot", "rho", "delta", "moment", "noise"}
	case "IJobMarket.State":
		return []string{
			"none", "posted", "approved", "claimed", "charged", "sealed", "done", "withheld", "failed", "cancelled",
		}
	}
	return nil
}
