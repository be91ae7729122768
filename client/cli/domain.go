package cli

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/cli/term"
)

// domain returns the pseudonym domain of a dataset, which follows from its record ([view.Snapshot.Dataset] computes it:
// a gateway that could name a domain could ask for the pseudonym that a person has elsewhere). One that is shared wants
// the person's yes: shared, or an answer.
func (a *App) domain(d *opened, shared string) (common.Hash, error) {
	r := &d.record
	want, family := common.Hash(r.Domain), r.Family != ""
	name := term.Printable(r.Family)
	switch {
	case !family && shared != "":
		return common.Hash{}, term.Fail(term.ExitInput, "leave --shared-pseudonym out",
			"dataset %s shares its pseudonyms with no family", d.id)
	case !family || shared != "" && shared == r.Family:
		return want, nil
	case shared != "":
		return common.Hash{}, term.Fail(term.ExitInput,
			"read what it is, and say --shared-pseudonym "+name+" if you agree",
			"dataset %s shares its pseudonyms with the family %q, not %q", d.id, name, term.Printable(shared))
	}
	a.Note("Dataset %q shares its pseudonyms with the family %q of %s.", term.Printable(r.Name), name, r.Founder)
	a.Note("You would have one pseudonym in all datasets of that family, those to come included. Anyone who knows you in one of them can see")
	a.Note("that you are in the others, and what you consent to there.")
	yes, err := a.Ask("Use this shared pseudonym?")
	if err != nil {
		return common.Hash{}, err
	}
	if !yes {
		return common.Hash{}, term.Fail(term.ExitInput,
			"if you agree to it, answer yes, or say --shared-pseudonym "+name,
			"no pseudonym was derived, since it is shared with the family %q", name)
	}
	return want, nil
}
