package cli

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
)

// A job tells how often its noise was drawn again, and is silent about it when it was not.
func TestJobView_redraws(t *testing.T) {
	for redraws, want := range map[uint8]string{0: "", 2: "drawn again, as the enclave that had it was gone: 2"} {
		var out bytes.Buffer
		viewOf(&contracts.Job{JobRecord: contracts.JobRecord{ChargeRound: 9, Redraws: redraws}}).print(&out)
		if got := out.String(); !strings.Contains(got, want) || (redraws == 0) == strings.Contains(got, "drawn again") {
			t.Errorf("%d redraws: %q", redraws, got)
		}
	}
}

// How far off figures will be is known before a job is posted, and that an audit compares a column with itself.
func TestCompileParameters_whatComesOut(t *testing.T) {
	s, err := schema.Parse([]byte(`{"format":"assent-schema/1","title":"T","subject":"id","maxContributions":1,` +
		`"columns":[{"name":"grp","type":"category","values":["a","b"]},{"name":"flag","type":"boolean"},` +
		`{"name":"risk","type":"boolean"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	schemas := map[string]*schema.Schema{"data": s}
	path := filepath.Join(t.TempDir(), "audit.json")
	audit := func(label string) string {
		return `{"format":"assent-fairness/1","prediction":{"column":"flag","op":"=","value":"true"},"label":{"column":"` +
			label + `","op":"=","value":"true"},"groups":[{"column":"grp","reference":"a"}]}`
	}
	for label, same := range map[string]bool{"flag": true, "risk": false} {
		if err := os.WriteFile(path, []byte(audit(label)), 0o600); err != nil {
			t.Fatal(err)
		}
		c, err := compileParameters(kind.Fairness, path, schemas, nil, job.Private, 50_000)
		if err != nil {
			t.Fatal(err)
		}
		if len(c.noise) != 1 || !strings.Contains(c.noise[0], "off by at most") {
			t.Errorf("the noise reads %q", c.noise)
		}
		if asked := strings.Join(c.asks(), "\n"); !strings.Contains(asked, "rows: ") ||
			!strings.Contains(asked, "figures: ") {
			t.Errorf("the question reads %q", asked)
		}
		if got := strings.Contains(strings.Join(c.cautions, "\n"), "the same condition"); got != same {
			t.Errorf("prediction by flag, label by %s: the cautions read %q", label, c.cautions)
		}
		if c, err = compileParameters(kind.Fairness, path, schemas, nil, job.Exact, 0); err != nil ||
			len(c.noise) != 0 {
			t.Errorf("an exact release: %v, %v", c, err)
		}
	}
}

// Parameters of another kind than --kind says name the flag, and parameters that name no table of several the tables.
func TestCompileParameters_remedies(t *testing.T) {
	path := filepath.Join(t.TempDir(), "audit.json")
	if err := os.WriteFile(path, []byte(`{"format":"assent-fairness/1"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := compileParameters(kind.Query, path, nil, nil, job.Exact, 0)
	var f *term.Failure
	if !errors.As(err, &f) || f.Hint != "say --kind fairness" {
		t.Errorf("parameters of another kind: %v", err)
	}
	schemas := map[string]*schema.Schema{"people": new(schema.Schema), "visits": new(schema.Schema)}
	if _, err := schemaOf(schemas, ""); err == nil || !strings.Contains(err.Error(), "name no table") ||
		!strings.Contains(err.Error(), "people, visits") {
		t.Errorf("no table of two: %v", err)
	}
}
