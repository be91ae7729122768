package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"

	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/protocol/fairness"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
	"github.com/assent-network/assent/protocol/statistics"
)

// parseKind reads a kind of job that a program runs.
func parseKind(s string) (kind.Kind, error) {
	for _, k := range kind.Runnable.Kinds() {
		if k.String() == s {
			return k, nil
		}
	}
	if k, err := kind.Parse(s); err == nil {
		return 0, term.Fail(term.ExitInput, "use one of "+kind.Runnable.String(),
			"--kind %s: no program runs jobs of this kind yet", k)
	}
	return 0, term.Fail(term.ExitInput, "use one of "+kind.Runnable.String(), "--kind %.40q is no kind of job", s)
}

func (a *App) jobTemplate() *cobra.Command {
	var kindName string
	var schemaFiles []string
	cmd := &cobra.Command{
		Use:   "template",
		Short: "Print parameters for a schema, to start from",
		Long: `Print parameters that fit a schema, to write into a file and edit. They say the least:
what else there is, is in docs/protocol/parameters-query.md and parameters-fairness.md.

  assent job template --kind query --schema schema.json > params.json
  assent job check params.json --schema schema.json --exact`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			k, err := parseKind(kindName)
			if err != nil {
				return err
			}
			if len(schemaFiles) != 1 {
				return term.Fail(term.ExitInput, "name the one whose table is asked, as NAME=FILE",
					"--schema names %d schemas, and parameters are of one table", len(schemaFiles))
			}
			name, file := publish.Named(schemaFiles[0])
			schema, err := publish.LoadSchema(file)
			if err != nil {
				return err
			}
			if name == publish.DefaultTable {
				name = ""
			}
			params, err := template(k, schema, name)
			if err != nil {
				return err
			}
			text, err := spellParameters(params)
			if err != nil {
				return err
			}
			if f, ok := params.(*fairness.Parameters); ok {
				a.Note("%s", guessed(f))
			}
			return a.Result(json.RawMessage(text), func(w io.Writer) { fmt.Fprintf(w, "%s\n", text) })
		},
	}
	cmd.Flags().StringVar(&kindName, "kind", "query", "kind of computation: "+kind.Runnable.String())
	cmd.Flags().StringArrayVar(&schemaFiles, "schema", nil, "the dataset's schema file; of one of several tables "+
		"NAME=FILE; "+
		"required")
	require(cmd, "schema")
	return cmd
}

// spellParameters writes parameters as people write them.
func spellParameters(params any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false) // a ">=" is to be read
	if err := e.Encode(params); err != nil {
		return nil, fmt.Errorf("writing the parameters: %w", err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// template returns parameters that compile against a schema.
func template(k kind.Kind, s *schema.Schema, table string) (any, error) {
	var out any
	var params statistics.Parameters
	var err error
	if k == kind.Fairness {
		params.Fairness, err = fairnessTemplate(s, table)
		out = params.Fairness
	} else {
		params.Query = queryTemplate(s, table)
		out = params.Query
	}
	if err != nil {
		return nil, err
	}
	if err := params.Check(s); err != nil {
		return nil, fmt.Errorf("making parameters for the schema: %w", err)
	}
	return out, nil
}

// guessed says what of an audit's template is a guess: a schema does not tell which column is a prediction.
func guessed(f *fairness.Parameters) string {
	of := func(c selection.Filter) string { return fmt.Sprintf("%q is %q", c.Column, c.Value) }
	said := fmt.Sprintf("note: guessed from the order of the columns: predicted positive where %s, positive where "+
		"%s, groups by %q, each compared with %q; put right what the data mean otherwise", of(f.Prediction),
		of(f.Label),
		f.Groups[0].Column, f.Groups[0].Reference)
	if reflect.DeepEqual(f.Prediction, f.Label) {
		said += "; prediction and label are the same, as the schema has no other column for one of them"
	}
	return said
}

// fewGroups is how many groups a template's grouping has at most.
const fewGroups = 64

// queryTemplate counts rows by a column with few values, and takes the mean of a number, as far as there are such.
func queryTemplate(s *schema.Schema, table string) *query.Parameters {
	q := &query.Parameters{Format: query.Format, Table: table, Measures: []query.Measure{{Op: "count"}}}
	for i := range s.Columns {
		c := &s.Columns[i]
		numeric := c.Type == schema.Integer || c.Type == schema.Decimal
		if numeric && q.Filter == nil {
			q.Filter = &selection.Filter{Column: c.Name, Op: ">=", Value: c.Min}
		}
		if numeric && len(q.Measures) == 1 {
			mean := query.Measure{Op: "mean", Column: c.Name, Min: c.Min, Max: c.Max}
			alone := query.Parameters{Format: query.Format, Measures: []query.Measure{mean}}
			if err := (statistics.Parameters{Query: &alone}).Check(s); err == nil {
				q.Measures = append(q.Measures, mean)
			}
		}
		if q.Groups == nil && !c.Type.Bounded() && len(c.Values) <= fewGroups {
			q.Groups = []selection.Grouping{{Column: c.Name}}
		}
	}
	return q
}

// fairnessTemplate takes one column for the prediction, one for the label, and one for the groups.
func fairnessTemplate(s *schema.Schema, table string) (*fairness.Parameters, error) {
	var flags []selection.Filter
	var groups []selection.Grouping
	for i := range s.Columns {
		c := &s.Columns[i]
		switch {
		case c.Type == schema.Boolean && len(flags) < 2:
			flags = append(flags, selection.Filter{Column: c.Name, Op: "=", Value: "true"})
		case c.Type == schema.Category && groups == nil && len(c.Values) <= fewGroups:
			groups = []selection.Grouping{{Column: c.Name, Reference: c.Values[0]}}
		}
	}
	for i := range s.Columns {
		c := &s.Columns[i]
		if c.Type == schema.Category && len(flags) < 2 && (groups == nil || c.Name != groups[0].Column) {
			flags = append(flags, selection.Filter{Column: c.Name, Op: "=", Value: c.Values[0]})
		}
	}
	if len(flags) == 1 {
		flags = append(flags, flags[0]) // the dataset's own disparity
	}
	if len(flags) == 0 || groups == nil {
		return nil, term.Fail(term.ExitInput, "write the parameters after docs/protocol/parameters-fairness.md",
			"the schema has no column with few values for the groups, and another one for prediction and label")
	}
	return &fairness.Parameters{Format: fairness.Format, Table: table, Prediction: flags[0], Label: flags[1],
		Groups: groups}, nil
}
