package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
	"github.com/assent-network/assent/protocol/statistics"
)

// A template is parameters that a job takes as they are.
func TestTemplate(t *testing.T) {
	for name, c := range map[string]struct {
		columns  string
		fairness bool
	}{
		"of all types": {`{"name":"age","type":"integer","min":"0","max":"120"},{"name":"grp","type":"category",` +
			`"values":["a","b"]},` +
			`{"name":"flag","type":"boolean"},{"name":"seen","type":"date","min":"2000-01-01","max":"2030-12-31"}`,
			true},
		"two categories": {`{"name":"race","type":"category","values":["a","b"]},{"name":"risk","type":"category",` +
			`"values":["low","high"]}`, true},
		"one boolean": {`{"name":"flag","type":"boolean"}`, false},
		"one number":  {`{"name":"age","type":"integer","min":"0","max":"120"}`, false},
		"too far for means": {`{"name":"weight","type":"decimal","scale":9,"min":"0.000000000","max":"200.000000000"}`,
			false},
	} {
		s, err := schema.Parse(
			[]byte(`{"format":"assent-schema/1","title":"T","subject":"id","maxContributions":1,` +
				`"columns":[` +
				c.columns + `]}`))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, k := range kind.Runnable.Kinds() {
			params, err := template(k, s, "")
			if k == kind.Fairness && !c.fairness {
				if err == nil {
					t.Errorf("%s: an audit without groups", name)
				}
				continue
			}
			if err != nil {
				t.Errorf("%s, %s: %v", name, k, err)
				continue
			}
			b, err := spellParameters(params)
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(b, []byte(`\u00`)) {
				t.Errorf("%s, %s: a sign is written as its number in %s", name, k, b)
			}
			p, _, err := statistics.Read(k, b)
			if err != nil {
				t.Errorf("%s, %s: %v", name, k, err)
				continue
			}
			plan, err := query.Compile(p, s)
			if err == nil {
				err = plan.Check(job.Exact, 0)
			}
			if err != nil {
				t.Errorf("%s, %s: %v", name, k, err)
			}
		}
	}
}

// What of an audit's template is a guess is said, and that it compares a column with itself.
func TestGuessed(t *testing.T) {
	flag := selection.Filter{Column: "flag", Op: "=", Value: "true"}
	risk := selection.Filter{Column: "risk", Op: "=", Value: "high"}
	f := &fairness.Parameters{Prediction: flag, Label: risk,
		Groups: []selection.Grouping{{Column: "grp", Reference: "a"}}}
	const want = `predicted positive where "flag" is "true", positive where "risk" is "high", groups by "grp", each ` +
		`compared with "a"`
	if got := guessed(f); !strings.Contains(got, want) || strings.Contains(got, "are the same") {
		t.Errorf("it says %s", got)
	}
	f.Label = flag
	if got := guessed(f); !strings.Contains(got, "prediction and label are the same") {
		t.Errorf("of one column it says %s", got)
	}
}

func TestParseKind(t *testing.T) {
	for _, bad := range []string{"train", "median", ""} {
		_, err := parseKind(bad)
		if err == nil || strings.Contains(err.Error(), "score") {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if k, err := parseKind("fairness"); err != nil || k != kind.Fairness {
		t.Errorf("fairness is %s, %v", k, err)
	}
}

func TestHexDigits(t *testing.T) {
	const id = "0x00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"
	for arg, want := range map[string]string{id: id[2:], id[:10]: "00112233", "0X0011223A": "0011223a",
		"00112233": "00112233"} {
		if got, err := hexDigits("job", arg); err != nil || got != want {
			t.Errorf("%s reads as %q, %v", arg, got, err)
		}
	}
	for _, bad := range []string{"", "0x", "0x0011", "0x0011223g", id + "0", filepath.Join(os.TempDir(), "x")} {
		if _, err := hexDigits("job", bad); err == nil {
			t.Errorf("%q is an id", bad)
		}
	}
}
