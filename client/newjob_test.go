package client_test

import (
	"errors"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/schema"
)

// The parameters of a job are held against the schemas that are on record, or it may be posted and never run.
func TestCheckSchemas(t *testing.T) {
	read := func(text string) *schema.Schema {
		t.Helper()
		s, err := schema.Parse(
			[]byte(`{"format":"assent-schema/1","title":"x","subject":"name","maxContributions":1,` +
				`"columns":[{"name":"` + text + `","type":"integer","min":"0","max":"120"}]}`))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	age, day, other := read("age"), read("day"), read("other")
	one := map[string]*schema.Schema{publish.DefaultTable: age}
	both := map[string]*schema.Schema{"people": age, "visits": day}
	root := func(schemas map[string]*schema.Schema) common.Hash {
		t.Helper()
		r, err := publish.SchemaRoot(schemas)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	hash := func(s *schema.Schema) common.Hash {
		t.Helper()
		h, err := s.Hash()
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	list := dataset.Tables{{Name: "people", Schema: hash(age)}, {Name: "visits", Schema: hash(day)}}
	for name, c := range map[string]struct {
		schemas map[string]*schema.Schema
		tables  dataset.Tables
		root    common.Hash
		good    bool
	}{
		"the one table's": {one, nil, root(one), true},
		"another": {map[string]*schema.Schema{publish.DefaultTable: other}, nil, root(one),
			false},
		"all tables'":                      {both, nil, root(both), true},
		"one of them, and no list":         {map[string]*schema.Schema{"people": age}, nil, root(both), false},
		"one of them by the list":          {map[string]*schema.Schema{"people": age}, list, root(both), true},
		"one of them without a name":       {one, list, root(both), true},
		"one of them under another's name": {map[string]*schema.Schema{"visits": age}, list, root(both), false},
		"one that is not listed":           {map[string]*schema.Schema{"people": other}, list, root(both), false},
		"one that is not listed, of no name": {map[string]*schema.Schema{publish.DefaultTable: other}, list, root(both),
			false},
	} {
		err := client.CheckSchemas(c.schemas, c.tables, &dataset.Version{Schema: c.root})
		if (err == nil) != c.good || err != nil && !errors.Is(err, client.ErrOtherSchema) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A request becomes a job that the market takes, or one of the reasons why the dataset takes none such.
func TestNewJob(t *testing.T) {
	w := newWaits(t, 2, func(p *policy.Policy) {
		p.RhoLimit, p.AllowExact, p.Kinds = 500_000, false, kind.SetOf(kind.Query)
		p.Purposes = purpose.SetOf(purpose.FairnessAudit)
		p.Conditions = condition.Public
	})
	researcher := w.client.Account(w.researcher)
	good := client.JobRequest{
		Dataset: w.story.Dataset, Kind: kind.Query, Release: job.Private, Rho: 1000, Purpose: purpose.FairnessAudit,
		Parameters: []byte(`{"format":"assent-query/1","measures":[{"op":"count"}]}`), Nonce: 7,
		Researcher: researcher.Address(), ResultKey: w.key.PublicKey(),
	}
	draft, err := w.client.NewJob(t.Context(), good)
	w.must(err)
	if s := draft.Spec; s.Nonce != 7 || s.Fee != draft.Policy.Price || s.DatasetVersion != 1 || s.PolicyVersion != 1 ||
		s.Deadline != draft.Now.Round.Time+24*3600 || s.VerifyParameters(good.Parameters) != nil {
		t.Errorf("the draft is %+v", s)
	}
	id, err := w.client.Post(t.Context(), researcher, draft)
	if err != nil || id != draft.Spec.ID(w.client.MarketDomain()) {
		t.Errorf("posting it: %s, %v", id, err)
	}
	sch, err := schema.Parse([]byte(`{"format":"assent-schema/1","title":"x","subject":"name","maxContributions":1,` +
		`"columns":[{"name":"age","type":"integer","min":"0","max":"120"}]}`))
	w.must(err)
	for name, c := range map[string]struct {
		change func(*client.JobRequest)
		want   error
	}{
		"budget":    {func(r *client.JobRequest) { r.Rho = 500_001 }, client.ErrOverBudget},
		"purpose":   {func(r *client.JobRequest) { r.Purpose = purpose.CommercialResearch }, client.ErrPurposeRefused},
		"kind":      {func(r *client.JobRequest) { r.Kind = kind.Fairness }, client.ErrKindRefused},
		"release":   {func(r *client.JobRequest) { r.Release, r.Rho = job.Exact, 0 }, client.ErrReleaseRefused},
		"recipient": {func(r *client.JobRequest) { r.Recipient = condition.Company }, client.ErrRecipientRefused},
		"wait":      {func(r *client.JobRequest) { r.Wait = time.Second }, client.ErrWait},
		"schema": {func(r *client.JobRequest) {
			r.Schemas = map[string]*schema.Schema{publish.DefaultTable: sch}
		}, client.ErrOtherSchema},
		"tables": {func(r *client.JobRequest) { r.Tables = dataset.Tables{{Name: "data"}} }, client.ErrOtherTables},
	} {
		r := good
		c.change(&r)
		if d, err := w.client.NewJob(t.Context(), r); d != nil || !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	_, err = w.client.Stop(t.Context(), w.story.Custodian, w.story.Dataset)
	w.must(err)
	if _, err := w.client.NewJob(t.Context(), good); !errors.Is(err, client.ErrDatasetStopped) {
		t.Errorf("of a dataset that is stopped: %v", err)
	}
}
