package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"github.com/assent-network/assent/client/custodian/synthetic"
	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/statistics"
)

var update = flag.Bool("update", false, "rewrite testdata")

// rows opens the demonstration's population.
func rows(t testing.TB) (*vault.Reader, uint32) {
	t.Helper()
	s, err := synthetic.Schema()
	if err != nil {
		t.Fatal(err)
	}
	var table, file bytes.Buffer
	if err := synthetic.Population(&table, synthetic.DefaultSeed, synthetic.DefaultPeople); err != nil {
		t.Fatal(err)
	}
	key, err := vault.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	pseudonym := func(subject string) (vault.Pseudonym, bool) {
		h := sha256.Sum256([]byte(subject))
		return vault.Pseudonym(h[:20]), true
	}
	summary, err := vault.Pack(&file, &table, vault.PackConfig{Schema: s, Pseudonym: pseudonym,
		Recipients: []string{key.Recipient()}})
	if err != nil {
		t.Fatal(err)
	}
	r, err := vault.Open(&file, key, summary.ContentRoot)
	if err != nil {
		t.Fatal(err)
	}
	return r, uint32(summary.Subjects)
}

const auditParameters = `{"format": "assent-fairness/1", "prediction": {"column": "score_text", "op": "!=", "value": "Low"},
  "label": {"column": "two_year_recid", "op": "=", "value": "true"},
  "groups": [{"column": "race", "reference": "Caucasian", "values": ["African-American", "Caucasian", "Hispanic",
    "Native American"]}, {"column": "sex", "reference": "Male"}]}`

const counts = `{"format": "assent-query/1", "groups": [{"column": "sex"}, {"column": "age_cat"}],
  "measures": [{"op": "count"}, {"op": "mean", "column": "priors_count", "max": "20"}]}`

// run runs a job over the population; an exact one with a floor of so many people.
func run(t testing.TB, k kind.Kind, params string, how job.Release, floor uint32) *statistics.Result {
	t.Helper()
	reader, live := rows(t)
	p, _, err := statistics.Read(k, []byte(params))
	if err != nil {
		t.Fatal(err)
	}
	plan, err := query.Compile(p, reader.Schema())
	if err != nil {
		t.Fatal(err)
	}
	release := query.Release{How: how, LiveSubjects: live}
	if how == job.Private {
		release.Rho = 100_000
		share := [][]byte{make([]byte, 32)}
		if release.Key, err = mechanism.NewKey(mechanism.Draw{Brokers: share, Enclaves: share}); err != nil {
			t.Fatal(err)
		}
	}
	if how == job.Exact {
		release.Floor = floor
	}
	r, err := plan.Run(reader, release)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// golden compares with a file in testdata; -update writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs (go test -update rewrites it):\n%s", path, got)
	}
}

func TestReports(t *testing.T) {
	for _, c := range []struct {
		name   string
		kind   kind.Kind
		params string
		how    job.Release
		floor  uint32
	}{
		{"fairness-exact", kind.Fairness, auditParameters, job.Exact, 0},
		{"fairness-floor", kind.Fairness, auditParameters, job.Exact, 5},
		{"fairness-private", kind.Fairness, auditParameters, job.Private, 0},
		{"query-exact", kind.Query, counts, job.Exact, 0},
		{"query-floor", kind.Query, counts, job.Exact, 300},
		{"query-private", kind.Query, counts, job.Private, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := run(t, c.kind, c.params, c.how, c.floor)
			var text bytes.Buffer
			if err := Text(&text, r, Style{}); err != nil {
				t.Fatal(err)
			}
			golden(t, c.name+".txt", text.Bytes())
			for line := range strings.Lines(text.String()) {
				if w := lipgloss.Width(strings.TrimSuffix(line, "\n")); w > 100 {
					t.Errorf("a line is %d columns wide: %q", w, line)
				}
			}
			picture := SVG(r)
			golden(t, c.name+".svg", picture)
			wellFormed(t, picture)

			// Colour adds escapes, and nothing else.
			var colored bytes.Buffer
			if err := Text(&colored, r, Style{Color: true}); err != nil {
				t.Fatal(err)
			}
			if plain := regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(colored.String(), ""); !sameButSpace(
				plain,
				text.String()) || colored.Len() == text.Len() {
				t.Error("coloured text says something else, or has no colour")
			}
		})
	}
}

func sameButSpace(a, b string) bool {
	trim := func(s string) string { return regexp.MustCompile(` +\n`).ReplaceAllString(s, "\n") }
	return trim(a) == trim(b)
}

// wellFormed reads the picture as XML and wants a title and a description first.
func wellFormed(t *testing.T, picture []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(picture))
	var elements []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("the picture is not XML: %v", err)
		}
		if e, ok := token.(xml.StartElement); ok {
			elements = append(elements, e.Name.Local)
			for _, a := range e.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" {
					t.Errorf("the picture has attribute %s", a.Name.Local)
				}
			}
		}
	}
	if len(elements) < 5 || elements[0] != "svg" || elements[1] != "title" || elements[2] != "desc" {
		t.Errorf("the picture begins with %q", elements[:min(5, len(elements))])
	}
}

// TestHostileNames: names that try to drive the terminal or to leave their element do neither.
func TestHostileNames(t *testing.T) {
	r := run(t, kind.Fairness, auditParameters, job.Private, 0)
	evil := "\x1b]0;owned\x07<script>alert(1)</script>\u202e\n\"'&"
	g := &r.Fairness.Groupings[0]
	g.Name, g.Reference, g.Groups[0].Name = evil, evil, evil
	r.Privacy.Mechanism, r.Privacy.Delta, r.Privacy.RhoMicro, r.Privacy.Epsilon = evil, evil, evil, evil
	r.Privacy.Removable = evil
	q := run(t, kind.Query, counts, job.Exact, 0)
	q.Query.Groupings[0], q.Query.Measures[0], q.Query.Cells[0].Group[0] = evil, evil, evil
	q.Query.Cells[0].Figures[0].Value = evil
	for _, r := range []*statistics.Result{r, q} {
		var text bytes.Buffer
		if err := Text(&text, r, Style{}); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(text.String(), "\x1b\x07\u202e") {
			t.Error("control characters reach the terminal")
		}
		picture := SVG(r)
		wellFormed(t, picture)
		if bytes.Contains(picture, []byte("<script")) {
			t.Error("a name became an element")
		}
	}
}

// TestUndefinedFigures: a group without people has rates that are not defined, and every form says so.
func TestUndefinedFigures(t *testing.T) {
	params := strings.Replace(auditParameters, `"format"`,
		`"filter": {"column": "race", "op": "!=", "value": "Hispanic"}, "format"`, 1)
	r := run(t, kind.Fairness, params, job.Exact, 0)
	var text bytes.Buffer
	if err := Text(&text, r, Style{Width: 80}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text.String(), "not defined") || !bytes.Contains(SVG(r), []byte("n/a")) {
		t.Error("an undefined rate is not said to be so")
	}
	for line := range strings.Lines(text.String()) {
		if w := lipgloss.Width(strings.TrimSuffix(line, "\n")); w > 80 {
			t.Errorf("a line is %d columns wide: %q", w, line)
		}
	}
}

// TestSuppressedIsNotFew: a figure that is kept back is nowhere said to be of few people, since it may be of many.
func TestSuppressedIsNotFew(t *testing.T) {
	r := run(t, kind.Fairness, auditParameters, job.Exact, 5)
	for i := range r.Fairness.Groupings {
		g := &r.Fairness.Groupings[i]
		g.Overall.LeftOut = &figure.Figure{Value: "42"}
		for j := range g.Groups {
			g.Groups[j].LeftOut = &figure.Figure{Value: "0"}
		}
		g.Groups[0].LeftOut.Value = figure.Suppressed
	}
	var text bytes.Buffer
	if err := Text(&text, r, Style{Width: 400}); err != nil {
		t.Fatal(err)
	}
	for _, said := range []string{text.String(), string(SVG(r))} {
		if strings.Contains(said, "too few") {
			t.Error("a figure that is suppressed is said to be of too few")
		}
	}
	for _, want := range []string{"suppressed: a figure of fewer than 5 people, or one of any size from which",
		"a question about those that have it, filtered, shows the others",
		"they may be few or many"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("the report does not say %q", want)
		}
	}
}
