package cli

import (
	"bytes"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

// TestReleasesOf: releases of every version and kind are found, newest first; near is the same question about data that
// differ by a few people, by another kind too, and what is left of a version whose schema is another one.
func TestReleasesOf(t *testing.T) {
	schemaWith := func(columns string) *schema.Schema {
		s, err := schema.Parse([]byte(`{"format":"assent-schema/1","title":"T","subject":"id",` +
			`"maxContributions":1,"columns":[` + columns + `{"name":"sex","type":"category","values":["F","M"]}]}`))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	const age = `{"name":"age","type":"integer","min":"0","max":"120"},`
	const sex = `"filter":{"column":"sex","op":"=","value":"F"},`
	sch, narrow := schemaWith(age), schemaWith(strings.Replace(age, "120", "70", 1))
	text := func(filter string) string {
		return `{` + filter + `"format":"assent-query/1","measures":[{"op":"count"}]}`
	}
	const audit = `{"format":"assent-fairness/1","groups":[{"column":"sex","reference":"F"}],` +
		`"label":{"column":"age","op":">","value":"40"},"prediction":{"column":"age","op":">","value":"30"}}`
	const old = `"filter":{"column":"age","op":">","value":"60"},`
	params, err := statistics.Parse(kind.Query, []byte(text(sex)))
	if err != nil {
		t.Fatal(err)
	}
	posted := func(id byte, version uint32, state job.State, release job.Release, text string) *client.Posted {
		j := &contracts.Job{ID: common.Hash{id}, Spec: job.Spec{DatasetVersion: version, Release: release}}
		if text == audit {
			j.Spec.Kind = kind.Fairness
		}
		j.JobRecord.State = state
		return &client.Posted{Job: j, Parameters: []byte(text)}
	}
	j := posted(1, 2, job.Posted, job.Exact, text(sex))
	all := []*client.Posted{j, posted(2, 1, job.Done, job.Exact, text(sex)),
		posted(3, 2, job.Approved, job.Exact, audit),
		posted(4, 3, job.Done, job.Exact, text(strings.Replace(sex, "F", "X", 1))),
		posted(5, 1, job.Cancelled, job.Exact, text(sex)), posted(6, 1, job.Done, job.Private, text(sex)),
		posted(7, 2, job.Done, job.Exact, "{}"), posted(8, 2, job.Done, job.Exact, text(old)),
		posted(9, 3, job.Done, job.Exact, text(strings.Replace(old, "60", "70", 1)))}
	a := &asked{params: params, schema: sch}
	r, err := releasesOf(all, j, a, func(other *client.Posted, _ string) (*schema.Schema, error) {
		return map[uint32]*schema.Schema{1: sch, 2: sch, 3: narrow}[other.Spec.DatasetVersion], nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var shown bytes.Buffer
	r.print(&shown)
	for _, words := range []string{
		"near       job 0x07000000 (query, done) on this version: its parameters cannot be read here; it could not " +
			"be told",
		"           job 0x04000000 (query, done) on version 3: a question for another schema; it could not be told " +
			"apart",
		"           job 0x03000000 (fairness, approved) on this version: fairness audit by sex",
		"           job 0x02000000 (query, done) on version 1: the same question; its conditions are the same",
		"others     2 more exact releases",
		"           job 0x08000000 (query, done) on this version: number of rows, where age is above 60\n",
	} {
		if !strings.Contains(shown.String(), words) {
			t.Errorf("%q is not shown in\n%s", words, shown.String())
		}
	}
	if len(r.near) != 4 || len(r.others) != 2 {
		t.Errorf("%d are near, %d others:\n%s", len(r.near), len(r.others), shown.String())
	}
}

// TestAgree: an approval shows when it ends; beside a near release, or after a refusal, it wants a word for that.
func TestAgree(t *testing.T) {
	near := []exactRelease{{State: job.Done, Difference: `also where not (grp is "solo")`}}
	refusals := []client.Refusal{{Reason: "it picks few", Time: 1_800_000_000}}
	for name, c := range map[string]struct {
		near     []exactRelease
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
		r := &review{job: &client.Posted{Job: &contracts.Job{}}, asked: &asked{words: &question.Question{}},
			releases: &releases{near: c.near}, refusals: c.refusals, until: 1_800_000_000}
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
	r := &releases{version: 2, near: []exactRelease{{Kind: "query", State: job.Done, Version: 1, Near: true,
		Difference: "the same question", Why: "its conditions are the same"}}}
	for range manyReleases + 3 {
		r.others = append(r.others, exactRelease{Kind: "fairness", State: job.Approved, Version: 2,
			Difference: strings.Repeat("é", briefLine+9)})
	}
	var b bytes.Buffer
	r.print(&b)
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

// TestConsentsThenAndNow: the same question picks other people's rows after a revocation, which is told beside it.
func TestConsentsThenAndNow(t *testing.T) {
	other := &client.Posted{Job: &contracts.Job{}}
	other.ConsentRound, other.LiveSubjects = 100, 1110
	b0, b1 := common.Address{0xb0}, common.Address{0xb1}
	changes := []client.ConsentChange{{Pseudonym: b1, Round: 100}, {Pseudonym: b0, Round: 101},
		{Pseudonym: b0, Round: 102}, {Pseudonym: b1, Round: 201}}
	for want, m := range map[string]moment{
		"; 1110 people consented to it then and 1109 to this one, and in between 1 consent changed: the difference " +
			"of two figures is those people's": {200, 1109},
		"; 1110 people consented to it then and 1110 to this one, and in between no consent changed": {100, 1110},
		"; 1110 people consented to it then and 1110 to this one, and in between 2 consents changed: the" +
			" difference of two figures is those people's": {201, 1110},
		"; 1110 people consented to it then and 1111 to this one, and in between 1 consent changed: the difference " +
			"of two figures is those people's ": {99, 1111},
	} {
		if got := m.consentsOf(other, changes).words(); got != strings.TrimSuffix(want, " ") {
			t.Errorf("at round %d: %q, want %q", m.round, got, want)
		}
	}
	posted := &client.Posted{Job: &contracts.Job{}}
	if c := (moment{200, 1109}).consentsOf(posted, changes); c != nil || c.words() != "" {
		t.Errorf("a job that was not charged has consents: %+v", c)
	}
	r := &releases{near: []exactRelease{{Difference: "the same question", Why: "its conditions are the same",
		Consents: &consents{1110, 1109, 1}}}}
	var b bytes.Buffer
	r.print(&b)
	if !strings.Contains(b.String(), "its conditions are the same; 1110 people consented to it then and 1109") {
		t.Errorf("the list does not tell the consents:\n%s", b.String())
	}
}
