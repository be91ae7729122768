package cli

import (
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client/cli/term"
)

// familyOf names the family with which a dataset shares its pseudonyms; empty for none. It is named with its founder,
// as anyone may found one of the same name, whose pseudonyms are others.
func familyOf(r *contracts.Dataset) string {
	if r.Family == "" {
		return ""
	}
	return r.Founder.Hex() + "/" + r.Family
}

// agreesTo reports whether a person who named a family meant this one. Accounts may be written in any case.
func agreesTo(shared, family string) bool {
	founder, name, ok := strings.Cut(shared, "/")
	ofFounder, ofName, _ := strings.Cut(family, "/")
	return ok && strings.EqualFold(founder, ofFounder) && name == ofName
}

// domain returns the pseudonym domain of a dataset, which follows from its record ([view.Snapshot.Dataset] computes it:
// a gateway that could name a domain could ask for the pseudonym that a person has elsewhere). One that is shared wants
// the person's yes: shared, or an answer.
func (a *App) domain(d *opened, shared string) (common.Hash, error) {
	r := &d.record
	want, family := common.Hash(r.Domain), familyOf(r)
	name, agree := term.Printable(r.Family), "say --shared-pseudonym "+term.Printable(family)
	switch {
	case family == "" && shared != "":
		return common.Hash{}, term.Fail(term.ExitInput, "leave --shared-pseudonym out",
			"dataset %s shares its pseudonyms with no family", d.id)
	case family == "" || agreesTo(shared, family):
		return want, nil
	case shared != "":
		return common.Hash{}, term.Fail(term.ExitInput, "read what it is, and "+agree+" if you agree",
			"dataset %s shares its pseudonyms with the family %q of %s, not %q", d.id, name, r.Founder, term.Printable(
				shared))
	}
	a.Note("Dataset %q shares its pseudonyms with the family %q of %s.", term.Printable(r.Name), name, r.Founder)
	a.Note("You would have one pseudonym in all datasets of that family, those to come included. Anyone who knows " +
		"you in one of them can see")
	a.Note("that you are in the others, and what you consent to there.")
	yes, err := a.Ask("Use this shared pseudonym?")
	if err != nil {
		return common.Hash{}, err
	}
	if !yes {
		return common.Hash{}, term.Fail(term.ExitInput,
			"if you agree to it, answer yes, or "+agree,
			"no pseudonym was derived, since it is shared with the family %q of %s", name, r.Founder)
	}
	return want, nil
}
