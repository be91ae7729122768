package review

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
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
	q := &Question{Params: params, Schema: sch}
	r, err := releasesOf(all, j, q, func(other *client.Posted, _ string) (*schema.Schema, error) {
		return map[uint32]*schema.Schema{1: sch, 2: sch, 3: narrow}[other.Spec.DatasetVersion], nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var shown []string
	for _, e := range append(slices.Clone(r.Near), r.Others...) {
		shown = append(shown, fmt.Sprintf("%x (%s, %s) on %d: %s; %s", e.Job[0], e.Kind, e.State, e.Version,
			e.Difference,
			e.Why))
	}
	for i, words := range []string{
		"7 (query, done) on 2: its parameters cannot be read here; it could not be told apart from this one",
		"4 (query, done) on 3: a question for another schema; it could not be told apart",
		"3 (fairness, approved) on 2: fairness audit by sex",
		"2 (query, done) on 1: the same question; its conditions are the same",
	} {
		if !strings.HasPrefix(shown[i], words) {
			t.Errorf("release %d is %q, want %q", i, shown[i], words)
		}
	}
	if len(r.Near) != 4 || len(r.Others) != 2 || !strings.Contains(strings.Join(shown[4:], "\n"),
		"8 (query, done) on 2: number of rows, where age is above 60") {
		t.Errorf("%d are near, %d others:\n%s", len(r.Near), len(r.Others), strings.Join(shown, "\n"))
	}
}

// TestConsentsThenAndNow: the same question picks other people's rows after a revocation, which is told beside it.
func TestConsentsThenAndNow(t *testing.T) {
	other := &client.Posted{Job: &contracts.Job{}}
	other.ConsentRound, other.LiveSubjects = 100, 1110
	b0, b1 := common.Address{0xb0}, common.Address{0xb1}
	changes := []client.ConsentChange{{Pseudonym: b1, Round: 100}, {Pseudonym: b0, Round: 101},
		{Pseudonym: b0, Round: 102}, {Pseudonym: b1, Round: 201}}
	for m, want := range map[moment]Consents{
		{200, 1109}: {1110, 1109, 1}, {100, 1110}: {1110, 1110, 0}, {201, 1110}: {1110, 1110, 2},
		{99, 1111}: {1110, 1111, 1},
	} {
		if got := m.consentsOf(other, changes); got == nil || *got != want {
			t.Errorf("at round %d: %+v, want %+v", m.round, got, want)
		}
	}
	if c := (moment{200, 1109}).consentsOf(&client.Posted{Job: &contracts.Job{}}, changes); c != nil {
		t.Errorf("a job that was not charged has consents: %+v", c)
	}
}
