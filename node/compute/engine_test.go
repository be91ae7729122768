package compute

import (
	"bytes"
	"strings"
	"testing"

	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

// TestEnginesOfKinds: each kind that may be posted has an engine, and its engine takes no other kind's parameters.
func TestEnginesOfKinds(t *testing.T) {
	s, err := schema.Parse([]byte(`{"columns":[{"name":"a","type":"boolean"}],"format":"assent-schema/1",` +
		`"maxContributions":1,"subject":"id","title":"T"}`))
	if err != nil {
		t.Fatal(err)
	}
	parameters := map[kind.Kind]string{
		kind.Query: `{"format":"assent-query/1","measures":[{"op":"count"}]}`,
		kind.Fairness: `{"format":"assent-fairness/1","groups":[{"column":"a","reference":"true"}],` +
			`"label":{"column":"a","op":"=","value":"true"},"prediction":{"column":"a","op":"=","value":"true"}}`,
	}
	engines := NewEngines()
	for k := range kind.Kind(kind.Count) {
		if _, ok := engines[k]; ok != k.HasEngine() {
			t.Errorf("%s: has an engine: %t", k, ok)
		}
		for of, text := range parameters {
			plan, err := engines.Compile(k, []byte(text), s)
			if k != of {
				if err == nil {
					t.Errorf("%s: takes parameters of a %s", k, of)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			if err := plan.Check(job.Exact, 0); err != nil || plan.Work(job.Exact, 10) == 0 {
				t.Errorf("%s: %v", k, err)
			}
			prepared, err := plan.Prepare(query.Release{How: job.Exact, LiveSubjects: 3})
			if err != nil {
				t.Fatal(err)
			}
			most, err := prepared.MaxSize()
			if err != nil {
				t.Fatal(err)
			}
			plain, err := prepared.Default(t.Context(), mechanism.Key{})
			if err != nil || len(plain) > most {
				t.Fatalf("%s: %d of at most %d bytes, %v", k, len(plain), most, err)
			}
			r, err := statistics.Decode(plain)
			if err != nil || r.Kind != k.String() || r.LiveSubjects != 3 || !bytes.Contains(plain, []byte(k.String())) {
				t.Errorf("%s: %s, %v", k, plain, err)
			}
		}
	}
	if _, err := engines.Compile(kind.Match, nil, s); err == nil || !strings.Contains(err.Error(), "fairness, query") {
		t.Errorf("a kind without an engine: %v", err)
	}
}
