package cli

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/roster"
	"github.com/assent-network/assent/internal/parallel"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/use"
)

// batchHeader is the first line of the file of dataset enrol --batch.
const batchHeader = "subject,pseudonym,proofKey"

func (a *App) datasetEnrol() *cobra.Command {
	var batch, rosterFile, out string
	var life time.Duration
	cmd := &cobra.Command{
		Use:   "enrol DATASET",
		Short: "Enrol many known subjects at once: sign their tickets and write the roster",
		Long: `Enrol many known subjects at once: sign their tickets and write the roster, whole or not
at all. The batch is a CSV file with the header` + batchHeader + ` and a line for each person: the name in
the table, and what assent consent pseudonym prints for them.

The tickets go to --output: a file with one on each line (tickets.jsonl), or a folder with one file for each person, by
pseudonym. Each person takes theirs to assent consent grant --ticket. Who is in the roster already, with the same
pseudonym and proof key, gets a new ticket; so the command can be done again.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			people, err := readBatch(batch)
			if err != nil {
				return err
			}
			if err := absent(out); err != nil {
				return err
			}
			d, key, err := a.openAsEnroller(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			expiry, err := after(d.now.Round, "--for", life)
			if err != nil {
				return err
			}
			r, err := roster.LoadOrNew(rosterFile)
			if err != nil {
				return err
			}
			before := r.Len()
			var wrong problems
			for _, p := range people {
				if err := r.Add(p.subject, p.pseudonym, p.proofKey, a.Rand); err != nil {
					wrong.add("line %d: %v", p.line, err)
				}
			}
			if err := wrong.err(batch); err != nil {
				return err
			}
			tickets := make([][]byte, len(people))
			domain := d.client.LedgerDomain(d.record.Ledger)
			if err := parallel.Each(len(people), func(i int) error {
				p := people[i]
				ticket, err := grant.Ticket{Dataset: d.id, Pseudonym: p.pseudonym, ProofKey: p.proofKey,
					Expiry: expiry}.
					Sign(domain, key)
				if err != nil {
					return fmt.Errorf("signing the ticket of line %d: %w", p.line, err)
				}
				tickets[i], err = json.Marshal(ticket)
				return err
			}); err != nil {
				return err
			}
			if n := len(people) - distinct(people); n > 0 {
				a.Warn("note: %s another: the people are fewer than the tickets by that",
					count(n, "line repeats", "lines repeat"))
			}
			// First the roster: a ticket enrols, and a dataset version wants everyone who enrolled to be in it.
			if err := r.Save(rosterFile); err != nil {
				return err
			}
			if err := writeTickets(out, people, tickets); err != nil {
				return err
			}
			result := map[string]any{"dataset": d.id, "tickets": len(people), "new": r.Len() - before,
				"roster": r.Len(), "output": out}
			return a.Result(result, func(w io.Writer) {
				fmt.Fprintf(w, "%s in %s; the roster %s has %s, of them %d new\n",
					count(len(people), "ticket", "tickets"),
					out, rosterFile, count(r.Len(), "person", "people"), r.Len()-before)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&batch, "batch", "", "CSV file with the people, header "+batchHeader+"; required")
	f.StringVar(&rosterFile, "roster", "",
		"the custodian's roster: who has which pseudonym; made when it is not there; required")
	f.StringVarP(&out, "output", "o", "",
		"new file for the tickets, one on each line, or a new folder (with a / at its end) for one file each; required")
	f.DurationVar(&life, "for", 30*24*time.Hour, "how long the tickets enrol")
	require(cmd, "batch", "roster", "output")
	return cmd
}

// distinct counts the people of a batch.
func distinct(people []enrolled) int {
	seen := make(map[string]bool, len(people))
	for _, p := range people {
		seen[p.subject] = true
	}
	return len(seen)
}

// absent refuses an output that is there already.
func absent(path string) error {
	if _, err := os.Lstat(strings.TrimSuffix(path, "/")); err == nil {
		return term.Fail(term.ExitInput, "nothing is overwritten: name a new file or folder", "%s is there already",
			path)
	}
	return nil
}

// enrolled is a line of a batch.
type enrolled struct {
	line      int
	subject   string
	pseudonym common.Address
	proofKey  common.Hash
}

// problems are what is wrong with the lines of a file.
type problems struct {
	shown []string
	all   int
}

// add notes a problem; only the first few are shown.
func (p *problems) add(format string, args ...any) {
	const most = 10
	if p.all++; p.all <= most {
		p.shown = append(p.shown, fmt.Sprintf(format, args...))
	}
}

// err says what is wrong with a file; nil when nothing is.
func (p *problems) err(path string) error {
	if p.all == 0 {
		return nil
	}
	more := ""
	if p.all > len(p.shown) {
		more = fmt.Sprintf("; and %d more", p.all-len(p.shown))
	}
	return term.Fail(term.ExitInput, "nothing was written; mend these and do it again", "%s has %s: %s%s", path,
		count(p.all, "line that cannot be enrolled", "lines that cannot be enrolled"), strings.Join(p.shown,
			"; "), more)
}

// readBatch reads who is to be enrolled. Messages name lines, never subjects.
func readBatch(path string) ([]enrolled, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the batch: %w", err)
	}
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))))
	in.FieldsPerRecord = -1
	var people []enrolled
	var wrong problems
	for {
		record, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			from := 1
			if malformed := (*csv.ParseError)(nil); errors.As(err, &malformed) {
				from = malformed.StartLine
			}
			return nil, term.Fail(term.ExitInput, "its header is "+batchHeader, "%s is no CSV from line %d on", path,
				from)
		}
		line, _ := in.FieldPos(0)
		switch {
		case people == nil && strings.Join(record, ",") == batchHeader:
			people = []enrolled{}
			continue
		case people == nil:
			return nil, term.Fail(term.ExitInput, "its header is "+batchHeader, "%s does not begin with its header",
				path)
		case len(record) != 3:
			wrong.add("line %d: it has %s, not 3", line, count(len(record), "field", "fields"))
			continue
		}
		p, lacks := readEnrolled(record)
		if lacks != "" {
			wrong.add("line %d: its %s", line, lacks)
			continue
		}
		p.line = line
		people = append(people, p)
	}
	if err := wrong.err(path); err != nil {
		return nil, err
	}
	if len(people) == 0 {
		return nil, term.Fail(term.ExitInput, "its header is "+batchHeader, "%s has no people in it", path)
	}
	return people, nil
}

// readEnrolled reads the three fields of a line, or says which of them is not what it should be. The words hold no
// field: where a comma is missing, or columns are swapped, any of them may be a person's name.
func readEnrolled(record []string) (p enrolled, lacks string) {
	var err error
	p.subject = record[0]
	if p.pseudonym, err = parseAddress("pseudonym", record[1]); err != nil {
		return p, "pseudonym is no address, or is mistyped"
	}
	if p.proofKey, err = parseHash("proof key", record[2]); err != nil {
		return p, "proof key is not 0x and 64 hexadecimal digits"
	}
	if use.CheckPoint(p.proofKey) != nil {
		return p, "proof key is no proof key: it is no point of the group"
	}
	return p, ""
}

// writeTickets writes tickets to a new file, one on each line, or to a new folder, one file each.
func writeTickets(out string, people []enrolled, tickets [][]byte) error {
	if !strings.HasSuffix(out, "/") {
		if err := wholefile.Write(out, append(bytes.Join(tickets, []byte("\n")), '\n')); err != nil {
			return fmt.Errorf("writing the tickets: %w", err)
		}
		return nil
	}
	if err := writeFolder(strings.TrimRight(out, "/"), people, tickets); err != nil {
		return fmt.Errorf("writing the tickets: %w", err)
	}
	return nil
}

// writeFolder writes a file for each ticket to a new folder, whole or not at all.
func writeFolder(out string, people []enrolled, tickets [][]byte) (err error) {
	in := filepath.Dir(out)
	if err := os.MkdirAll(in, 0o700); err != nil {
		return err
	}
	dir, err := os.MkdirTemp(in, "."+filepath.Base(out)+"-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(dir))
		}
	}()
	for i, p := range people {
		if err := os.WriteFile(filepath.Join(dir, p.pseudonym.Hex()+".json"), append(tickets[i], '\n'),
			0o600); err != nil {
			return err
		}
	}
	return os.Rename(dir, out)
}
