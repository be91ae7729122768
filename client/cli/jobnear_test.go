package cli

import (
	"bytes"
	"strings"
	"testing"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/review"
	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/protocol/job"
)

// TestAgree: an approval shows when it ends; beside a near release, or after a refusal, it wants a word for that.
func TestAgree(t *testing.T) {
	near := []review.Release{{State: job.Done, Difference: `also where not (grp is "solo")`}}
	refusals := []client.Refusal{{Reason: "it picks few", Time: 1_800_000_000}}
	for name, c := range map[string]struct {
		near     []review.Release
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
		"near, a script":      {near: near, o: approveOptions{yes: true}, refused: "1 exact release near this one"},
		"near, another number": {near: near, o: approveOptions{yes: true, near: 2},
			refused: "1 exact release near this one"},
		"near, a script knows": {near: near, o: approveOptions{yes: true, near: 1}},
		"refused, one answer":  {refusals: refusals, answers: "yes\n", refused: "was not agreed to"},
		"refused, two answers": {refusals: refusals, answers: "yes\nyes\n"},
		"refused, a script": {refusals: refusals, o: approveOptions{yes: true},
			refused: `the custodian refused it: "it picks few"`},
		"refused, a script knows": {refusals: refusals, o: approveOptions{yes: true, afterRefusal: true}},
		"both, two answers": {near: near, refusals: refusals, answers: "yes\nyes\n",
			refused: "was not agreed to"},
		"both, three answers": {near: near, refusals: refusals, answers: "yes\nyes\nyes\n"},
	} {
		var shown bytes.Buffer
		a := &App{Terminal: &term.Terminal{Err: &shown, In: strings.NewReader(c.answers)}}
		r := &approval{until: 1_800_000_000, Review: &review.Review{
			Job: &client.Posted{Job: &contracts.Job{}}, Question: &review.Question{Words: &question.Question{}},
			Releases: &review.Releases{Near: c.near}, Refusals: c.refusals}}
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

// TestReleasesPrint: near releases come first, with the difference and the version; the others are counted and cut; of
// each list the newest are shown, and how many more there are.
func TestReleasesPrint(t *testing.T) {
	r := &review.Releases{Version: 2, Near: []review.Release{{Kind: "query", State: job.Done, Version: 1, Near: true,
		Difference: "the same question", Why: "its conditions are the same"}}}
	for range manyReleases + 3 {
		r.Others = append(r.Others, review.Release{Kind: "fairness", State: job.Approved, Version: 2,
			Difference: strings.Repeat("é", briefLine+9)})
	}
	var b bytes.Buffer
	printReleases(&b, r)
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	for i, want := range map[int]string{
		0: "near       job 0x00000000 (query, done) on version 1: the same question; its conditions are the same",
		1: "           together with them this job can tell the people by whom they differ",
		2: "others     23 more exact releases of this dataset, none of which looks near:",
		3: "           job 0x00000000 (fairness, approved) on this version: " +
			strings.Repeat("é", briefLine) + "…",
		len(lines) - 1: "           and 3 more: assent job list --dataset 0x00000000",
	} {
		if !strings.HasPrefix(lines[i], want) {
			t.Errorf("line %d is %q, want %q", i, lines[i], want)
		}
	}
	if want := 3 + manyReleases + 1; len(lines) != want {
		t.Errorf("%d lines, want %d", len(lines), want)
	}
}

// TestConsentWords: whose rows a release had is told beside it.
func TestConsentWords(t *testing.T) {
	for want, c := range map[string]*review.Consents{
		"; 1110 people consented to it then and 1109 to this one, and in between 1 consent changed: the difference " +
			"of two figures is those people's": {Then: 1110, Now: 1109, Changed: 1},
		"; 1110 people consented to it then and 1110 to this one, and in between no consent changed": {
			Then: 1110, Now: 1110},
		"; 1110 people consented to it then and 1110 to this one, and in between 2 consents changed: the" +
			" difference of two figures is those people's": {Then: 1110, Now: 1110, Changed: 2},
		"": nil,
	} {
		if got := consentWords(c); got != want {
			t.Errorf("%+v: %q, want %q", c, got, want)
		}
	}
	r := &review.Releases{Near: []review.Release{{Difference: "the same question", Why: "its conditions are the same",
		Consents: &review.Consents{Then: 1110, Now: 1109, Changed: 1}}}}
	var b bytes.Buffer
	printReleases(&b, r)
	if !strings.Contains(b.String(), "its conditions are the same; 1110 people consented to it then and 1109") {
		t.Errorf("the list does not tell the consents:\n%s", b.String())
	}
}
