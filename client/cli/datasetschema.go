package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/propose"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/node/vault/table"
)

func (a *App) datasetSchema() *cobra.Command {
	var config propose.Config
	var reading readingFlags
	var categories, confirm []string
	var show, out string
	var replace bool
	cmd := &cobra.Command{
		Use: "schema CSV", Short: "Propose a schema for a table", Args: cobra.ExactArgs(1),
		Long: `Propose a schema for a table. A schema is public: a column of text is in it only with
values that you confirm, after you looked at them, or that you name yourself:

  assent dataset schema people.csv --subject id --show city                  # the values and how many people have each
  assent dataset schema people.csv --subject id --confirm city=12:9b2e01c7   # as --show says: all 12 may be public
  assent dataset schema people.csv --subject id --categories arm=A,B         # these, and no others, are possible
  assent dataset schema people.csv --subject id --categories icd=@codes.txt --out schema.json

A file of values has one a line; what follows a tab is not read, so that what --show prints can be
edited and given back. What was confirmed or named and cannot be done fails, and no schema is
written. Bounds are widened from the data: replace them by what was known beforehand. With --out,
how the table is read is kept beside the schema, in a file of your own (.reading.json) that assent
dataset pack uses.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			err := reading.apply(cmd, &config.Reading)
			if err != nil {
				return err
			}
			if config.Categories, err = statedCategories(categories); err != nil {
				return err
			}
			if config.Confirmed, err = confirmations(confirm); err != nil {
				return err
			}
			f, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			if show != "" {
				return a.showValues(f, config, show)
			}
			if out != "" {
				for _, file := range []string{out, readingFile(out)} {
					if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) && !replace {
						return term.Fail(term.ExitInput, "name a new file, or write over it with --replace",
							"%s exists already", file)
					}
				}
			}
			proposal, err := propose.Schema(f, config)
			for _, n := range proposal.Notes {
				a.Warn("note: %s", n)
			}
			if err != nil {
				return fmt.Errorf("reading %s: %w", args[0], err)
			}
			return a.writeProposal(proposal, out, replace)
		},
	}
	f := cmd.Flags()
	f.StringVar(&config.Subject, "subject", "", "the column that says whose row it is; required")
	f.StringVar(&config.Title, "title", "", "one line that describes the dataset")
	f.StringArrayVar(&categories, "categories", nil,
		"the values of a column, COLUMN=a,b,c, or @FILE of them, or @iso-3166, @iso-5218, @icd-10-letters")
	f.StringArrayVar(&confirm, "confirm", nil, "all values of a column may be public: what --show COLUMN ends with")
	f.StringVar(&show, "show", "", "print the values of a column with how many people have each, and no schema")
	f.StringVarP(&out, "out", "o", "", "file for the schema, with the reading beside it; printed when not given")
	f.BoolVar(&replace, "replace", false, "with --out: write over the file, and over the reading beside it")
	f.BoolVar(&config.Header, "header", false,
		"the first line has names of columns that may be public, although it looks like a row or like people's names")
	reading.flags(cmd)
	require(cmd, "subject")
	return cmd
}

// writeProposal writes the schema, and how to read the table for it.
func (a *App) writeProposal(p *propose.Proposal, out string, replace bool) error {
	to := &term.Terminal{Out: a.Out, JSON: true}
	if out == "" {
		return to.Result(p.Schema, nil)
	}
	var b bytes.Buffer
	to.Out = &b
	if err := to.Result(p.Schema, nil); err != nil {
		return err
	}
	write := func() error { return wholefile.New(out, b.Bytes(), 0o644) }
	if replace {
		write = func() error { return wholefile.WritePublic(out, b.Bytes()) }
	}
	if err := write(); err != nil {
		return err
	}
	if err := saveReading(out, &p.Reading); err != nil {
		return fmt.Errorf("keeping how the table is read: %w", err)
	}
	return a.Result(map[string]any{"schema": out, "reading": readingFile(out), "columns": len(p.Schema.Columns)},
		func(w io.Writer) {
			fmt.Fprintf(w, "%s\n", out)
		})
}

// showValues prints a column's values, which its custodian asked to see.
func (a *App) showValues(src io.Reader, config propose.Config, column string) error {
	values, notes, err := propose.Values(src, config, column)
	if err != nil {
		return err
	}
	a.Note("these are cells of your table: keep them to yourself until you confirm them")
	type shown struct {
		Value  string `json:"value"`
		People string `json:"people"`
	}
	list, texts := make([]shown, len(values)), make([]string, len(values))
	for i, v := range values {
		texts[i] = v.Text
		list[i] = shown{v.Text, strconv.Itoa(v.People)}
		if v.Most {
			list[i].People += " or more"
		}
	}
	confirm := fmt.Sprintf("%s=%s", column, propose.ConfirmationOf(texts))
	err = a.Result(map[string]any{"values": list, "confirm": confirm}, func(w io.Writer) {
		for _, v := range list {
			fmt.Fprintf(w, "%s\t%s\n", v.Value, v.People)
		}
	})
	for _, n := range notes {
		a.Warn("note: column %q: %s", column, n)
	}
	if rare := slices.ContainsFunc(values, func(v propose.Value) bool { return !v.Most }); rare {
		a.Warn("of these some belong to fewer than %d people: name those that may be public, with --categories",
			propose.FewPeople)
	} else {
		a.Warn("if all of these may be public: --confirm '%s'", confirm)
	}
	return err
}

// statedCategories reads COLUMN=a,b,c and COLUMN=@FILE.
func statedCategories(args []string) (map[string][]string, error) {
	stated := map[string][]string{}
	for _, arg := range args {
		column, text, ok := strings.Cut(arg, "=")
		if !ok || column == "" || text == "" {
			return nil, term.Fail(term.ExitInput, "write --categories arm=A,B or --categories icd=@codes.txt",
				"--categories names a column and its values")
		}
		values, err := splitWords(text)
		if err != nil {
			return nil, fmt.Errorf("reading --categories of column %q: %w", column, err)
		}
		if file, ok := strings.CutPrefix(text, "@"); ok {
			if values = table.CodeList(file); values == nil {
				b, err := os.ReadFile(file)
				if err != nil {
					return nil, fmt.Errorf("reading the values of column %q: %w", column, err)
				}
				values = nil
				for line := range strings.Lines(string(b)) {
					value, _, _ := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
					if value != "" {
						values = append(values, value)
					}
				}
			}
		}
		if len(values) == 0 {
			return nil, term.Fail(term.ExitInput, "write one value a line",
				"the file of the values of column %q is empty",
				column)
		}
		if slices.Contains(values, "") {
			return nil, term.Fail(term.ExitInput, "take out the comma too many",
				"--categories of column %q has an empty value",
				column)
		}
		stated[column] = append(stated[column], values...)
	}
	return stated, nil
}

// confirmations reads COLUMN=12:9b2e01c7.
func confirmations(args []string) (map[string]propose.Confirmation, error) {
	confirmed := map[string]propose.Confirmation{}
	for _, arg := range args {
		at := strings.LastIndex(arg, "=")
		count, digest, ok := strings.Cut(arg[at+1:], ":")
		n, err := strconv.Atoi(count)
		if at < 1 || !ok || digest == "" || err != nil || n < 1 {
			return nil, term.Fail(term.ExitInput,
				"look at the values first, with --show COLUMN, and copy what it ends with",
				"--confirm names a column, how many values it has and their digest, as city=12:9b2e01c7")
		}
		confirmed[arg[:at]] = propose.Confirmation{Count: n, Digest: digest}
	}
	return confirmed, nil
}
