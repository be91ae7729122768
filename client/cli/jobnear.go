package cli

import (
	"fmt"
	"io"

	"github.com/assent-network/assent/client/custodian/review"
)

// consentWords says what the two sides have of people, and what follows where they differ.
func consentWords(c *review.Consents) string {
	if c == nil {
		return ""
	}
	s := fmt.Sprintf("; %s to it then and %d to this one, and in between ",
		count(int(c.Then), "person consented", "people consented"), c.Now)
	if c.Changed == 0 && c.Then == c.Now {
		return s + "no consent changed"
	}
	return s + count(c.Changed, "consent changed", "consents changed") +
		": the difference of two figures is those people's"
}

// manyReleases is how many near releases, and how many others, are listed for people.
const manyReleases = 20

// briefLine is up to how many signs are shown of a question that is not near.
const briefLine = 160

// printReleases says of each release how it differs, near ones first.
func printReleases(w io.Writer, r *review.Releases) {
	if r == nil {
		return
	}
	more := fmt.Sprintf("assent job list --dataset %s", shortID(r.Dataset))
	listReleases(w, "near", more, r.Version, r.Near, func(e *review.Release) string {
		return e.Difference + "; " + e.Why + consentWords(e.Consents)
	})
	if len(r.Near) > 0 {
		fmt.Fprintf(w, "%-10s together with them this job can tell the people by whom they differ, however few: no "+
			"floor sees two jobs\n", "")
	}
	if len(r.Others) > 0 {
		fmt.Fprintf(w, "%-10s %s of this dataset, none of which looks near:\n", "others",
			count(len(r.Others), "more exact release", "more exact releases"))
		listReleases(w, "", more, r.Version, r.Others, func(e *review.Release) string { return brief(e.Difference) })
	}
}

// listReleases prints the newest releases, and how many more there are.
func listReleases(
	w io.Writer, heading, more string, version uint32, all []review.Release, words func(*review.Release) string,
) {
	for i := range all {
		if i == manyReleases {
			fmt.Fprintf(w, "%-10s and %d more: %s\n", "", len(all)-i, more)
			return
		}
		e := &all[i]
		on := "this version"
		if e.Version != version {
			on = fmt.Sprintf("version %d", e.Version)
		}
		fmt.Fprintf(w, "%-10s job %s (%s, %s) on %s: %s\n", heading, shortID(e.Job), e.Kind, e.State, on, words(e))
		heading = ""
	}
}

// brief cuts a question that is long.
func brief(line string) string {
	if signs := []rune(line); len(signs) > briefLine {
		return string(signs[:briefLine]) + "…"
	}
	return line
}
