package cli

import (
	"bytes"
	"strings"
	"testing"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/node/view"
	"github.com/assent-network/assent/protocol/job"
)

// TestAgree: an approval shows when it ends; beside a near release, or after a refusal, it wants a word for that.
func TestAgree(t *testing.T) {
	near := []nearRelease{{State: job.Done, Difference: `also where not (grp is "solo")`}}
	refusals := []client.Refusal{{Reason: "it picks few", Time: 1_800_000_000}}
	for name, c := range map[string]struct {
		near     []nearRelease
		refusals []client.Refusal
		o        approveOptions
		answers  string
		refused  string // empty when it is approved
	}{
		"asked":               {answers: "yes\n"},
		"asked, and no":       {answers: "no\n", refused: "was not agreed to"},
		"a script":            {o: approveOptions{yes: true}},
		"near, one answer":    {near: near, answers: "yes\n", refused: "was not agreed to"},
		"near, two answers":   {near: near, answers: "yes\nyes\n"},
		"near, by its number": {near: near, o: approveOptions{near: 1}, answers: "yes\n"},
		"near, a script":      {near: near, o: approveOptions{yes: true}, refused: "1 exact release of this version"},
		"near, another number": {near: near, o: approveOptions{yes: true, near: 2},
			refused: "1 exact release of this version"},
		"near, a script knows": {near: near, o: approveOptions{yes: true, near: 1}},
		"refused, one answer":  {refusals: refusals, answers: "yes\n", refused: "was not agreed to"},
		"refused, two answers": {refusals: refusals, answers: "yes\nyes\n"},
		"refused, a script": {refusals: refusals, o: approveOptions{yes: true},
			refused: `the custodian refused it: "it picks few"`},
		"refused, a script knows": {refusals: refusals, o: approveOptions{yes: true, afterRefusal: true}},
		"both, two answers":       {near: near, refusals: refusals, answers: "yes\nyes\n", refused: "was not agreed to"},
		"both, three answers":     {near: near, refusals: refusals, answers: "yes\nyes\nyes\n"},
	} {
		var shown bytes.Buffer
		a := &App{Terminal: &term.Terminal{Err: &shown, In: strings.NewReader(c.answers)}}
		r := &review{job: &client.Posted{Job: &view.Job{}}, asked: &asked{words: &question.Question{}}, near: c.near,
			refusals: c.refusals, until: 1_800_000_000}
		err := a.agree(r, &c.o, nil)
		if (err == nil) != (c.refused == "") || err != nil && !strings.Contains(err.Error(), c.refused) {
			t.Errorf("%s: %v, want %q", name, err, c.refused)
		}
		if c.o.yes {
			continue
		}
		for _, words := range []string{"the approval counts until 2027-01-15T08:00:00Z"} {
			if !strings.Contains(shown.String(), words) {
				t.Errorf("%s: %q is not shown in\n%s", name, words, shown.String())
			}
		}
		if (c.near != nil) != strings.Contains(shown.String(), near[0].Difference) {
			t.Errorf("%s: what is near is told otherwise:\n%s", name, shown.String())
		}
	}
}
