package compute

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/schema"
)

// Table is an engine's side of a job: its steps over one text. It is not safe for concurrent use.
type Table struct {
	job      *Job
	reader   *vault.Reader
	rows     *vault.Columns
	prepared Prepared
	engines  Engines
}

// Open reads a text up to its first row. One of the engines computes its job.
func Open(engines Engines, j *Job, text io.Reader) (*Table, error) {
	if err := j.Check(); err != nil {
		return nil, err
	}
	r, err := vault.NewReader(text)
	if err != nil {
		return nil, orMalformed(err)
	}
	return &Table{job: j, engines: engines, reader: r}, nil
}

// Roster returns the text's roster. It must not be changed.
func (t *Table) Roster() []dataset.RosterEntry { return t.reader.Roster() }

// Select keeps the rows of the people who count, and reports of each in the roster whether rows of theirs were kept.
func (t *Table) Select() (counts []bool, err error) {
	roster := t.reader.Roster()
	rows, _ := t.reader.Len()
	t.rows = vault.NewColumns(t.reader.Schema(), min(rows, len(roster)))
	people := newPeople(t.job.Cohort)
	selected := vault.Select(t.reader, people.count)
	var row vault.Row
	for {
		err := selected.Next(&row)
		if err == nil {
			err = t.rows.Add(&row)
		}
		if errors.Is(err, io.EOF) {
			return listed(roster, t.rows.Subjects()), nil
		}
		if err != nil {
			return nil, orMalformed(err)
		}
	}
}

// orMalformed replaces the error of a text that is not a dataset's.
func orMalformed(err error) error {
	var cell *vault.CellError
	if errors.As(err, &cell) {
		return ErrMalformed
	}
	return fmt.Errorf("reading the rows: %w", err)
}

// listed marks the subjects in a roster. Both are in the order of pseudonyms.
func listed(roster []dataset.RosterEntry, subjects []vault.Pseudonym) []bool {
	marks := make([]bool, len(roster))
	i := 0
	for _, s := range subjects {
		for roster[i].Pseudonym != s { // whose rows the reader gives out are in it
			i++
		}
		marks[i] = true
	}
	return marks
}

// people are the members of a cohort, as rows come that are in the order of pseudonyms.
type people struct {
	members []Member
	known   []int // by person: the member whose rows count, from one
	at      int   // the first member that is not before the last row
}

func newPeople(cohort []Member) *people {
	return &people{members: cohort, known: make([]int, len(cohort))}
}

// count reports whether a row counts.
func (p *people) count(row vault.Pseudonym) bool {
	for p.at < len(p.members) && p.members[p.at].Pseudonym.Cmp(row) < 0 {
		p.at++
	}
	if p.at == len(p.members) || p.members[p.at].Pseudonym != row {
		return false
	}
	known := &p.known[p.members[p.at].Person]
	if *known == 0 {
		*known = p.at + 1
	}
	return *known == p.at+1
}

// Prepare does what computing takes before the noise key is known, and depends on no row.
func (t *Table) Prepare() error {
	j := t.job
	schema, err := schema.Parse(j.Schema)
	if err != nil {
		return fmt.Errorf("preparing a run: %w", err)
	}
	plan, err := t.engines.Compile(j.Kind, j.Parameters, schema)
	if err != nil {
		return fmt.Errorf("preparing a run: %w", err)
	}
	prepared, err := plan.Prepare(query.Release{How: j.Release, Rho: j.Rho, LiveSubjects: j.Live, Floor: j.Floor})
	if err == nil {
		_, err = prepared.MaxSize() // which computes the error bars
	}
	if err != nil {
		return fmt.Errorf("preparing a run: %w", err)
	}
	t.prepared = prepared
	return nil
}

// Run computes the result over the rows that were kept. A panic in it counts as a run that failed.
func (t *Table) Run(ctx context.Context, key mechanism.Key) ([]byte, error) {
	if t.prepared == nil || t.rows == nil {
		return nil, ErrRun
	}
	return t.prepared.Run(ctx, key, t.rows.Blocks())
}

// Run computes a result over rows. A panic in it counts as a run that failed.
func Run(ctx context.Context, prepared *query.Prepared, rows iter.Seq2[*vault.Block, error]) (plain []byte, err error) {
	defer func() {
		if recover() != nil {
			err = ErrRun
		}
	}()
	result, err := prepared.Run(ctx, rows)
	if err != nil {
		return nil, err
	}
	return result.Encode()
}
