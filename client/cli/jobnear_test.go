package cli

import (
	"bytes"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/node/query"
	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/node/view"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
)

// TestNearOverVersions: the same question about data that differ by a few people tells of them as two questions do.
func TestNearOverVersions(t *testing.T) {
	schema, err := vault.ParseSchema([]byte(`{"format":"assent-schema/1","title":"T","subject":"id",` +
		`"maxContributions":1,"columns":[{"name":"age","type":"integer","min":"0","max":"120"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	const text = `{"format":"assent-query/1","measures":[{"op":"count"}]}`
	params, err := query.Parse(kind.Query, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	posted := func(id byte, version uint32, state job.State, release job.Release) *client.Posted {
		j := &view.Job{ID: common.Hash{id}, Spec: job.Spec{Kind: kind.Query, DatasetVersion: version, Release: release}}
		j.IJobMarketJob.State = uint8(state)
		return &client.Posted{Job: j, Parameters: []byte(text)}
	}
	j := posted(1, 2, job.Posted, job.Exact)
	all := []*client.Posted{j, posted(2, 1, job.Done, job.Exact), posted(3, 2, job.Approved, job.Exact),
		posted(4, 3, job.Done, job.Exact), posted(5, 1, job.Cancelled, job.Exact), posted(6, 1, job.Done, job.Private)}
	a := &asked{params: params, schema: schema}
	a.version.Schema = common.Hash{7}
	near, err := nearOf(all, j, a, func(version uint32) (common.Hash, error) {
		return map[uint32]common.Hash{1: {7}, 2: {7}, 3: {8}}[version], nil // the third has another schema
	})
	if err != nil || len(near) != 2 || near[0].Job != all[1].ID || near[1].Job != all[2].ID {
		t.Fatalf("%+v, %v", near, err)
	}
	var shown bytes.Buffer
	printNear(&shown, near)
	for _, words := range []string{"on version 1 of the data, exact too: the same question",
		"(approved) on this version, exact too"} {
		if !strings.Contains(shown.String(), words) {
			t.Errorf("%q is not shown in\n%s", words, shown.String())
		}
	}
}

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
		"near, a script":      {near: near, o: approveOptions{yes: true}, refused: "1 exact release of this dataset"},
		"near, another number": {near: near, o: approveOptions{yes: true, near: 2},
			refused: "1 exact release of this dataset"},
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
