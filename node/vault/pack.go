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

	"github.com/assent-network/assent/internal/table"
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
	// Reading says how the table is written; as CSV with commas when nil.
	Reading *table.Reading
	// DropColumns allows the table to have columns that the schema does not; they are left out unread.
	DropColumns bool
	// Progress, if set, is called now and then with the number of rows read.
	Progress func(rows int)
}

// Summary is what came out of packing.
type Summary struct {
	ContentRoot [32]byte // SHA-256 of the file
	SealHeader  [32]byte // SHA-256 of its age header
	Bytes       int64    // of the file
	// SubjectColumn is the schema's.
	SubjectColumn string
	Columns       int
	Rows          int
	Subjects      int
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
	summary := &Summary{SubjectColumn: config.Schema.Subject, Columns: len(config.Schema.Columns)}
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

// readTable turns every line into canonical text. It reads on after what is wrong, so that all of it is said at once.
func readTable(src io.Reader, config *PackConfig, summary *Summary) (arena []byte, records []record, err error) {
	s, reading := config.Schema, config.Reading
	if reading == nil {
		reading = &table.Reading{}
	}
	t, err := table.Open(src, reading)
	if err != nil {
		return nil, nil, err
	}
	subject, columns, err := findColumns(t, s, config.DropColumns || len(reading.Columns) > 0)
	if err != nil {
		return nil, nil, err
	}
	leftOut, problems := map[string]struct{}{}, &Problems{}
	for rows := 0; ; rows++ {
		cells, err := t.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		var line *table.LineError
		if errors.As(err, &line) {
			problems.add(line.Line, "", line.Reason)
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		if rows == MaxRows {
			return nil, nil, fmt.Errorf("the table has more than %d rows: split it into several datasets", MaxRows)
		}
		if config.Progress != nil && rows > 0 && rows%ProgressRows == 0 {
			config.Progress(rows)
		}
		if cells[subject] == "" || !table.Readable(cells[subject]) {
			problems.add(t.Line(), s.Subject, noSubject)
			continue
		}
		start := len(arena)
		for i := range s.Columns {
			c := &s.Columns[i]
			if arena, err = appendRead(append(arena, ','), c, cells[columns[i]], reading); err != nil {
				problems.add(t.Line(), c.Name, err.Error())
			}
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
	if err := problems.found(); err != nil {
		return nil, nil, err
	}
	return arena, records, nil
}

// ProgressRows is after how many rows each progress is told.
const ProgressRows = 1 << 20

const noSubject = "empty or not readable, and it must say whose row it is"

// findColumns finds where the table has the subject column and the schema's.
func findColumns(t *table.Table, s *Schema, drop bool) (subject int, columns []int, err error) {
	if subject, err = t.Find(s.Subject, "subject column"); err != nil {
		return 0, nil, err
	}
	columns = make([]int, len(s.Columns))
	for i := range s.Columns {
		if columns[i], err = t.Find(s.Columns[i].Name, "column"); err != nil {
			return 0, nil, err
		}
	}
	var extra []string
	for i, name := range t.Names {
		if i != subject && !slices.Contains(columns, i) {
			extra = append(extra, fmt.Sprintf("%q", clip(name)))
		}
	}
	if len(extra) > 0 && !drop {
		listed := strings.Join(extra[:min(len(extra), 5)], ", ")
		return 0, nil, fmt.Errorf("the table has %d columns that the schema has not (%s): add them to the schema, or leave "+
			"them out with --drop-columns", len(extra), listed)
	}
	return subject, columns, nil
}

// appendRead appends a cell of a custodian's table in canonical form. Its errors never hold the cell.
func appendRead(dst []byte, c *Column, cell string, reading *table.Reading) ([]byte, error) {
	if reading.IsNull(c.Name, cell) {
		if c.Nullable {
			return dst, nil
		}
		return dst, errEmpty
	}
	if !table.Readable(cell) {
		return dst, errUnreadable
	}
	v, err := c.Read(cell, reading)
	if err != nil {
		return dst, err
	}
	return c.appendCell(dst, v), nil
}

var errUnreadable = errors.New("not readable in the table's encoding")

// Read reads one cell of a custodian's table that is not null, within the column's bounds.
func (c *Column) Read(cell string, reading *table.Reading) (int64, error) {
	var err error
	switch c.Type {
	case Integer, Decimal:
		cell, err = reading.NumberOf(c.Name, cell)
	case Boolean:
		if number, bad := reading.Number(cell); bad == nil {
			cell = number
		}
	case Date:
		cell, err = reading.Date(c.Name, cell)
	}
	if err != nil {
		return 0, err
	}
	return c.Parse(cell)
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
				return nil, fmt.Errorf("a subject has %d rows, the schema's maxContributions is %d: raise it, clean the table, or keep some of the rows with --sample", n, limit)
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
