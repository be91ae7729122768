package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/policy"
)

// changeWords says what becomes of fields of a policy, as in "privacy budget (rho) 0.5 -> 1".
func changeWords(old, next *policy.Policy, fields []string) []string {
	words := make([]string, len(fields))
	for i, field := range fields {
		words[i] = fieldWords(old, next, field)
	}
	return words
}

// fieldWords says what becomes of one field. A field that is not known here is said by its name.
func fieldWords(old, next *policy.Policy, field string) string {
	for _, words := range []func(old, next *policy.Policy, field string) string{promiseWords, limitWords, meansWords} {
		if said := words(old, next, field); said != "" {
			return said
		}
	}
	return field
}

func becomes(what string, old, next any) string { return fmt.Sprintf("%s %v -> %v", what, old, next) }

// promiseWords are of what jobs may be, and of what people are told.
func promiseWords(old, next *policy.Policy, field string) string {
	switch field {
	case "controller":
		return becomes("who answers for the data", old.Controller, next.Controller)
	case "purposes":
		return becomes("purposes", old.Purposes, next.Purposes)
	case "kinds":
		return becomes("kinds of jobs", old.Kinds, next.Kinds)
	case "conditions":
		return becomes("conditions", old.Conditions.Words(), next.Conditions.Words())
	case "allowPrivate":
		return becomes("private releases", allowed(old.AllowPrivate), allowed(next.AllowPrivate))
	case "allowExact":
		return becomes("exact releases", allowed(old.AllowExact), allowed(next.AllowExact))
	case "allowERC1271":
		return becomes("contracts as wallets", allowed(old.AllowERC1271), allowed(next.AllowERC1271))
	case "allowOldVersions":
		return becomes("jobs over older versions", allowed(old.AllowOldVersions), allowed(next.AllowOldVersions))
	case "schema":
		return becomes("schema", hashWords(old.Schema), hashWords(next.Schema))
	case "datasheet":
		return becomes("datasheet", hashWords(old.Datasheet), hashWords(next.Datasheet))
	case "text":
		return becomes("consent text", hashWords(old.Text), hashWords(next.Text))
	case "review":
		return becomes("review of programs", reviewWords(old), reviewWords(next))
	case "reviewersNeeded":
		return becomes("reviewers needed", old.ReviewersNeeded, next.ReviewersNeeded)
	case "restrictions":
		return listWords("restrictions", old.Restrictions, next.Restrictions)
	}
	return ""
}

// limitWords are of numbers.
func limitWords(old, next *policy.Policy, field string) string {
	switch field {
	case "minCohort":
		return becomes("fewest people of a job", old.MinCohort, next.MinCohort)
	case "minCell":
		return becomes("fewest people of an exact cell", old.MinCell, next.MinCell)
	case "rhoLimit":
		return becomes("privacy budget (rho)", old.RhoLimit.Spelling(), next.RhoLimit.Spelling())
	case "deltaLimit":
		return becomes("privacy budget (delta)", old.DeltaLimit.Spelling(), next.DeltaLimit.Spelling())
	case "rhoPerResearcher":
		return becomes("privacy budget of one researcher (rho)", noLimit(old.RhoPerResearcher),
			noLimit(next.RhoPerResearcher))
	case "maxConsentAge":
		return becomes("most rounds from consent to job", old.MaxConsentAge, next.MaxConsentAge)
	case "archivesNeeded":
		return becomes("archives that hold a large result", old.ArchivesNeeded, next.ArchivesNeeded)
	}
	return ""
}

// meansWords are of who carries the policy out.
func meansWords(old, next *policy.Policy, field string) string {
	switch field {
	case "broker":
		return becomes("broker", old.Broker, next.Broker)
	case "enroller":
		return becomes("enroller", old.Enroller, next.Enroller)
	case "pins":
		return becomes("pins", hashWords(old.Pins), hashWords(next.Pins))
	case "spenders":
		return listWords("spenders", old.Spenders, next.Spenders)
	case "measurements":
		return listWords("workers' measurements", old.Measurements, next.Measurements)
	case "trustRoots":
		return listWords("attestation roots", old.TrustRoots, next.TrustRoots)
	case "programs":
		return listWords("programs", old.Programs, next.Programs)
	case "reviewers":
		return listWords("reviewers", old.Reviewers, next.Reviewers)
	case "archives":
		return listWords("archives", old.Archives, next.Archives)
	case "gates":
		return fmt.Sprintf("gates: %d -> %d, or what they may do", len(old.Gates), len(next.Gates))
	}
	return ""
}

func allowed(is bool) string {
	if is {
		return "allowed"
	}
	return "not allowed"
}

func noLimit(r budget.Rho) any {
	if r == 0 {
		return "no limit"
	}
	return r.Spelling()
}

// listWords says what a list gains and loses.
func listWords[E interface {
	common.Hash | common.Address
	Hex() string
}](what string, old, next []E) string {
	var said []string
	for _, e := range next {
		if !slices.Contains(old, e) {
			said = append(said, "gain "+e.Hex())
		}
	}
	for _, e := range old {
		if !slices.Contains(next, e) {
			said = append(said, "lose "+e.Hex())
		}
	}
	return what + " " + strings.Join(said, " and ")
}
