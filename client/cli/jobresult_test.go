package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/statistics"
)

// A result is shown whatever becomes of its files, and a file that is there already stays as it is.
func TestPresent(t *testing.T) {
	r := &statistics.Result{Format: statistics.ResultFormat, Kind: kind.Query.String(), Release: job.Exact.String(),
		Query: &query.Result{
			Groupings: []string{"sex"}, Measures: []string{"count"},
			Cells: []query.Line{{Group: []string{"F, x"}, Figures: []figure.Figure{{Value: "8731"}}}},
		}}
	dir := t.TempDir()
	file := filepath.Join(dir, "result.json")
	for _, c := range []struct {
		name    string
		options resultOptions
		want    string
	}{
		{"a picture", resultOptions{picture: file}, "8731"},
		{"JSON", resultOptions{out: file}, "8731"},
		{"CSV", resultOptions{out: file, csv: true}, "sex,rows\n\"F, x\",8731\n"},
	} {
		if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
		var out, progress bytes.Buffer
		a := &App{Terminal: &term.Terminal{Out: &out, Err: &progress}}
		err := a.present(r, []byte("{}"), &c.options)
		if err == nil || !strings.Contains(err.Error(), "exists already, and was left as it is") {
			t.Errorf("%s over another file: %v", c.name, err)
		}
		if !strings.Contains(out.String(), c.want) {
			t.Errorf("%s over another file: what is shown is %q", c.name, out.String())
		}
		if got, err := os.ReadFile(file); err != nil || string(got) != "mine" {
			t.Errorf("%s: the file has %q, %v", c.name, got, err)
		}
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
		if err := a.present(r, []byte("{}"), &c.options); err != nil {
			t.Errorf("%s into a new file: %v", c.name, err)
		}
	}
}
