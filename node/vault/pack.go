package vault

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"filippo.io/age"
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/use"
)

// Excess says what to do with a subject who has more rows than the schema's maxContributions.
type Excess uint8

const (
	// RefuseExcess makes packing fail. The custodian raises maxContributions or cleans the table.
	RefuseExcess Excess = iota
	// SampleExcess keeps maxContributions rows of each subject: those whose canonical text has the smallest SHA-256, a
	// choice that depends on nothing else.
	SampleExcess
)

// PackConfig says how to pack a table.
type PackConfig struct {
	// Schema of the dataset. Required.
	Schema *Schema
	// Pseudonym looks up a subject of the table. Rows of subjects that have none are left out and counted: there can be
	// no consent for them. Required.
	Pseudonym func(subject string) (Pseudonym, bool)
	// Roster are the entries of the version's roster, in any order; all people with rows are in it. The file holds them
	// so that an enclave has the proof keys that the version's roster root commits to, and no others. Without a roster
	// the file lists the people with rows, with neither keys nor salts: no version has the root of that, so workers
	// refuse such a file.
	Roster []dataset.RosterEntry
	// Recipients are the public keys that the file is sealed to. At least one.
	Recipients []string
	// Excess is RefuseExcess by default.
	Excess Excess
	// DropColumns allows the table to have columns that the schema does not; they are left out.
	DropColumns bool
	// Progress, if set, is called now and then with the number of rows read.
	Progress func(rows int)
}

// Summary is what came out of packing.
type Summary struct {
	ContentRoot [32]byte // SHA-256 of the file
	SealHeader  [32]byte // SHA-256 of its age header
	Bytes       int64    // of the file
	Rows        int
	Subjects    int
	// LeftOutRows and LeftOutSubjects have no pseudonym; ExcessRows were dropped by SampleExcess.
	LeftOutRows     int
	LeftOutSubjects int
	ExcessRows      int
}

// record is a row as canonical text within the arena, after its pseudonym.
type record struct {
	pseudonym  Pseudonym
	start, end int
}

// Pack reads a CSV table and writes the dataset file. Nothing is written before the whole table was read and found
// good. Memory use is about the size of the table.
func Pack(dst io.Writer, src io.Reader, config PackConfig) (*Summary, error) {
	recipients := make([]age.Recipient, len(config.Recipients))
	for i, text := range config.Recipients {
		var err error
		if recipients[i], err = parseRecipient(text); err != nil {
			return nil, err
		}
	}
	if len(recipients) == 0 {
		return nil, errors.New("packing the dataset: no recipient given: nobody could open the file")
	}
	summary := &Summary{}
	arena, records, err := readTable(src, &config, summary)
	if err != nil {
		return nil, fmt.Errorf("packing the dataset: %w", err)
	}
	if records, err = boundContributions(arena, records, &config, summary); err != nil {
		return nil, fmt.Errorf("packing the dataset: %w", err)
	}
	summary.Rows = len(records)
	roster, err := rosterOf(records, config.Roster)
	if err != nil {
		return nil, fmt.Errorf("packing the dataset: %w", err)
	}

	hash := sha256.New()
	counter := &countingWriter{w: io.MultiWriter(dst, hash)}
	sealed, header, err := seal(counter, recipients)
	if err != nil {
		return nil, fmt.Errorf("packing the dataset: %w", err)
	}
	summary.SealHeader = HashSealHeader(header)
	if err := writeText(sealed, config.Schema, roster, arena, records); err != nil {
		return nil, fmt.Errorf("packing the dataset: %w", err)
	}
	if err := sealed.Close(); err != nil {
		return nil, fmt.Errorf("packing the dataset: %w", err)
	}
	summary.ContentRoot, summary.Bytes = [32]byte(hash.Sum(nil)), counter.n
	return summary, nil
}

// seal writes the header of a file, unless it is too large, and returns it with the writer that seals the text.
func seal(dst io.Writer, recipients []age.Recipient) (sealed io.WriteCloser, header []byte, err error) {
	late := &lateWriter{}
	if sealed, err = age.Encrypt(late, recipients...); err != nil {
		return nil, nil, err
	}
	header, err = readSealHeader(bytes.NewReader(late.held))
	if errors.Is(err, ErrSealHeader) {
		return nil, nil, fmt.Errorf("%w: seal it to fewer than %d recipients", err, len(recipients))
	}
	if err != nil {
		return nil, nil, err
	}
	return sealed, header, late.begin(dst)
}

// lateWriter holds what is written until it is known where it goes.
type lateWriter struct {
	held []byte
	w    io.Writer
}

func (l *lateWriter) Write(b []byte) (int, error) {
	if l.w == nil {
		l.held = append(l.held, b...)
		return len(b), nil
	}
	return l.w.Write(b)
}

func (l *lateWriter) begin(w io.Writer) error {
	_, err := w.Write(l.held)
	l.held, l.w = nil, w
	return err
}

// readTable turns every line into canonical text.
func readTable(src io.Reader, config *PackConfig, summary *Summary) (arena []byte, records []record, err error) {
	s := config.Schema
	t, err := newTable(src)
	if err != nil {
		return nil, nil, err
	}
	subject, err := t.find(s.Subject, "subject column")
	if err != nil {
		return nil, nil, err
	}
	columns := make([]int, len(s.Columns))
	for i := range s.Columns {
		if columns[i], err = t.find(s.Columns[i].Name, "column"); err != nil {
			return nil, nil, err
		}
	}
	if len(t.names) > len(columns)+1 && !config.DropColumns {
		for i, name := range t.names {
			if i != subject && !slices.Contains(columns, i) {
				return nil, nil, fmt.Errorf("the table has column %q, which the schema has not: add it there, or allow it to be dropped", clip(name))
			}
		}
	}
	leftOut := map[string]struct{}{}
	for rows := 0; ; rows++ {
		cells, err := t.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, nil, err
		}
		if rows == MaxRows {
			return nil, nil, fmt.Errorf("the table has more than %d rows: split it into several datasets", MaxRows)
		}
		if config.Progress != nil && rows > 0 && rows%4096 == 0 {
			config.Progress(rows)
		}
		if cells[subject] == "" {
			return nil, nil, errNoSubject(t.line, s.Subject)
		}
		start := len(arena)
		for i := range s.Columns {
			c, cell := &s.Columns[i], cells[columns[i]]
			arena = append(arena, ',')
			if cell == "" && c.Nullable {
				continue
			}
			v, err := c.Parse(cell)
			if err != nil {
				return nil, nil, &CellError{Line: t.line, Column: c.Name, Reason: err.Error()}
			}
			arena = c.appendCell(arena, v)
		}
		pseudonym, ok := config.Pseudonym(cells[subject])
		if !ok {
			arena = arena[:start]
			summary.LeftOutRows++
			leftOut[strings.Clone(cells[subject])] = struct{}{}
			continue
		}
		records = append(records, record{pseudonym, start, len(arena)})
	}
	summary.LeftOutSubjects = len(leftOut)
	return arena, records, nil
}

func errNoSubject(line int, column string) error {
	return &CellError{Line: line, Column: column, Reason: "empty, and it must say whose row it is"}
}

// boundContributions sorts the rows by pseudonym and text, and applies the schema's maxContributions.
func boundContributions(arena []byte, records []record, config *PackConfig, summary *Summary) ([]record, error) {
	text := func(r record) []byte { return arena[r.start:r.end] }
	canonicalOrder := func(a, b record) int {
		if c := a.pseudonym.Cmp(b.pseudonym); c != 0 {
			return c
		}
		return bytes.Compare(text(a), text(b))
	}
	slices.SortStableFunc(records, canonicalOrder)
	limit, kept := config.Schema.MaxContributions, records[:0]
	for len(records) > 0 {
		n := 1
		for n < len(records) && records[n].pseudonym == records[0].pseudonym {
			n++
		}
		own := records[:n]
		records = records[n:]
		summary.Subjects++
		if n > limit {
			if config.Excess == RefuseExcess {
				return nil, fmt.Errorf("a subject has %d rows, the schema's maxContributions is %d: raise it, clean the table, or allow excess rows to be dropped", n, limit)
			}
			slices.SortStableFunc(own, func(a, b record) int {
				x, y := sha256.Sum256(text(a)), sha256.Sum256(text(b))
				return bytes.Compare(x[:], y[:])
			})
			summary.ExcessRows += n - limit
			own = own[:limit]
			slices.SortStableFunc(own, canonicalOrder)
		}
		kept = append(kept, own...)
	}
	return kept, nil
}

// rosterOf puts a roster in order, and checks that it has the subjects of the rows, which are in order.
func rosterOf(records []record, given []dataset.RosterEntry) ([]dataset.RosterEntry, error) {
	roster := slices.Clone(given)
	slices.SortFunc(roster, func(a, b dataset.RosterEntry) int { return a.Pseudonym.Cmp(b.Pseudonym) })
	for i, e := range roster {
		if i > 0 && roster[i-1].Pseudonym == e.Pseudonym {
			return nil, fmt.Errorf("the roster has %s twice", e.Pseudonym)
		}
		if e.ProofKey != (use.Point{}) {
			if err := use.CheckPoint(e.ProofKey); err != nil {
				return nil, fmt.Errorf("proof key of %s: %w", e.Pseudonym, err)
			}
		}
	}
	at := 0
	for i := range records {
		p := records[i].pseudonym
		switch {
		case i > 0 && records[i-1].pseudonym == p:
		case given == nil:
			roster = append(roster, dataset.RosterEntry{Pseudonym: p})
		default:
			for at < len(roster) && roster[at].Pseudonym.Cmp(p) < 0 {
				at++
			}
			if at == len(roster) || roster[at].Pseudonym != p {
				return nil, fmt.Errorf("%s has rows and is not in the roster", p)
			}
		}
	}
	return roster, nil
}

// countSubjects counts those who have rows.
func countSubjects(records []record) (n int) {
	for i := range records {
		if i == 0 || records[i-1].pseudonym != records[i].pseudonym {
			n++
		}
	}
	return n
}

func writeText(dst io.Writer, s *Schema, roster []dataset.RosterEntry, arena []byte, records []record) error {
	w := bufio.NewWriterSize(dst, 64<<10)
	head, err := canonical.Marshal(firstLine{
		Format: Format, Roster: len(roster), Rows: len(records), Schema: s, Subjects: countSubjects(records),
	})
	if err != nil {
		return err
	}
	_, _ = w.Write(append(head, '\n')) // a bufio.Writer keeps its first error
	var line []byte
	for i := range roster {
		line = appendEntry(line[:0], &roster[i])
		_, _ = w.Write(line)
	}
	_, _ = w.Write(s.appendNames(nil))
	var name [2 * len(Pseudonym{})]byte
	for _, r := range records {
		hex.Encode(name[:], r.pseudonym[:])
		_, _ = w.Write(name[:])
		_, _ = w.Write(arena[r.start:r.end])
		_ = w.WriteByte('\n')
	}
	return w.Flush()
}

// appendEntry appends the line of an entry of the roster: pseudonym, proof key and salt, the last two empty when zero.
func appendEntry(dst []byte, e *dataset.RosterEntry) []byte {
	dst = hex.AppendEncode(dst, e.Pseudonym[:])
	for _, v := range []common.Hash{e.ProofKey, e.Salt} {
		if dst = append(dst, ','); v != (common.Hash{}) {
			dst = hex.AppendEncode(dst, v[:])
		}
	}
	return append(dst, '\n')
}

// appendNames appends the line that names the columns.
func (s *Schema) appendNames(dst []byte) []byte {
	dst = append(dst, PseudonymColumn...)
	for i := range s.Columns {
		dst = appendQuoted(append(dst, ','), s.Columns[i].Name)
	}
	return append(dst, '\n')
}

// appendCell appends a value as a cell of the canonical text.
func (c *Column) appendCell(dst []byte, v int64) []byte {
	if c.Type == Category {
		return appendQuoted(dst, c.Values[v])
	}
	return c.appendText(dst, v)
}

// appendQuoted quotes a cell only if it must be.
func appendQuoted(dst []byte, cell string) []byte {
	if !strings.ContainsAny(cell, `,"`) {
		return append(dst, cell...)
	}
	dst = append(dst, '"')
	dst = append(dst, strings.ReplaceAll(cell, `"`, `""`)...)
	return append(dst, '"')
}

type countingWriter struct {
	w io.Writer
	n int64
}

func (c *countingWriter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}
