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

	"github.com/assent-network/assent/node/vault/table"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/schema"
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
	Schema *schema.Schema
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
	// Rounded is how many cells of a column lost decimals, since the reading rounds them.
	Rounded map[string]int
}

// record is a row: whose it is, by number, and where its canonical text after the pseudonym stands.
type record struct{ who, block, start, length uint32 }

// records are rows in memory. Their text stands in blocks that never move, so that a table takes little more than its
// own size.
type records struct {
	list    []record
	blocks  [][]byte
	names   []Pseudonym
	numbers map[Pseudonym]uint32
}

const (
	textBlock = 1 << 20
	textSlack = 64 << 10 // room for the longest row
)

// open returns the block that has room for a row.
func (r *records) open() []byte {
	if n := len(r.blocks); n == 0 || cap(r.blocks[n-1])-len(r.blocks[n-1]) < textSlack {
		r.blocks = append(r.blocks, make([]byte, 0, textBlock))
	}
	return r.blocks[len(r.blocks)-1]
}

// add takes a row whose text stands at the end of the open block.
func (r *records) add(name Pseudonym, block []byte, start int) {
	who, ok := r.numbers[name]
	if !ok {
		if r.numbers == nil {
			r.numbers = map[Pseudonym]uint32{}
		}
		who = uint32(len(r.names))
		r.names, r.numbers[name] = append(r.names, name), who
	}
	last := len(r.blocks) - 1
	r.blocks[last] = block
	r.list = append(r.list, record{who, uint32(last), uint32(start), uint32(len(block) - start)})
}

func (r *records) text(of record) []byte { return r.blocks[of.block][of.start : of.start+of.length] }

func (r *records) pseudonym(i int) Pseudonym { return r.names[r.list[i].who] }

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
		return nil, errors.New("packing the dataset: no recipient given: no one could open the file")
	}
	summary := &Summary{SubjectColumn: config.Schema.Subject, Columns: len(config.Schema.Columns)}
	rows, err := readTable(src, &config, summary)
	if err != nil {
		return nil, fmt.Errorf("packing the dataset: %w", err)
	}
	if err = rows.bound(&config, summary); err != nil {
		return nil, fmt.Errorf("packing the dataset: %w", err)
	}
	summary.Rows = len(rows.list)
	roster, err := rosterOf(rows, config.Roster)
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
	if err := writeText(sealed, config.Schema, roster, rows); err != nil {
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
func readTable(src io.Reader, config *PackConfig, summary *Summary) (*records, error) {
	s, reading := config.Schema, config.Reading
	if reading == nil {
		reading = &table.Reading{}
	}
	t, err := table.Open(src, reading)
	if err != nil {
		return nil, err
	}
	subject, columns, err := findColumns(t, s, config.DropColumns || len(reading.Columns) > 0)
	if err != nil {
		return nil, err
	}
	read, leftOut, problems := &records{}, map[string]struct{}{}, &Problems{}
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
			return nil, err
		}
		if rows == schema.MaxRows {
			return nil, fmt.Errorf("the table has more than %d rows: split it into several datasets", schema.MaxRows)
		}
		if config.Progress != nil && rows > 0 && rows%ProgressRows == 0 {
			config.Progress(rows)
		}
		if cells[subject] == "" || !table.Readable(cells[subject]) {
			problems.add(t.Line(), s.Subject, noSubject)
			continue
		}
		text := read.open()
		start := len(text)
		for i := range s.Columns {
			c := &s.Columns[i]
			if text, err = appendRead(append(text, ','), c, cells[columns[i]], reading); err != nil {
				problems.add(t.Line(), c.Name, err.Error())
			}
		}
		pseudonym, ok := config.Pseudonym(cells[subject])
		if !ok {
			summary.LeftOutRows++
			leftOut[strings.Clone(cells[subject])] = struct{}{}
			continue
		}
		summary.countRounded(s, cells, columns, reading)
		read.add(pseudonym, text, start)
	}
	summary.LeftOutSubjects = len(leftOut)
	if err := problems.found(); err != nil {
		return nil, err
	}
	return read, nil
}

// countRounded counts the cells of a row that lose decimals.
func (s *Summary) countRounded(sch *schema.Schema, cells []string, columns []int, reading *table.Reading) {
	if len(reading.Decimals) == 0 {
		return
	}
	for i := range sch.Columns {
		c := &sch.Columns[i]
		places, ok := reading.Decimals[c.Name]
		if !ok || c.Type != schema.Integer && c.Type != schema.Decimal || reading.IsNull(c.Name, cells[columns[i]]) {
			continue
		}
		number, err := reading.Of(c.Name).Number(cells[columns[i]])
		if err == nil && table.Round(number, places) != number {
			if s.Rounded == nil {
				s.Rounded = map[string]int{}
			}
			s.Rounded[c.Name]++
		}
	}
}

// ProgressRows is after how many rows each progress is told.
const ProgressRows = 1 << 20

const noSubject = "empty or not readable, and it must say whose row it is"

// findColumns finds where the table has the subject column and the schema's.
func findColumns(t *table.Table, s *schema.Schema, drop bool) (subject int, columns []int, err error) {
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
			extra = append(extra, fmt.Sprintf("%.60q", name))
		}
	}
	if len(extra) > 0 && !drop {
		listed := strings.Join(extra[:min(len(extra), 5)], ", ")
		return 0, nil, fmt.Errorf(
			"the table has %d columns that the schema has not (%s): add them to the schema, or leave "+
				"them out with --drop-columns", len(extra), listed)
	}
	return subject, columns, nil
}

// appendRead appends a cell of a custodian's table in canonical form. Its errors never hold the cell.
func appendRead(dst []byte, c *schema.Column, cell string, reading *table.Reading) ([]byte, error) {
	if reading.IsNull(c.Name, cell) {
		if c.Nullable {
			return dst, nil
		}
		return dst, schema.ErrEmpty
	}
	if !table.Readable(cell) {
		return dst, errUnreadable
	}
	v, err := ReadCell(c, cell, reading)
	if err != nil {
		return dst, err
	}
	return appendCell(dst, c, v), nil
}

var errUnreadable = errors.New("not readable in the table's encoding (" + table.EncodingRemedy + ")")

// errRoundable is ErrPlaces of a table that is packed, where there is a remedy.
var errRoundable = fmt.Errorf("%w (--decimals rounds it)", schema.ErrPlaces)

// ReadCell reads one cell of a custodian's table that is not null, within the column's bounds.
func ReadCell(c *schema.Column, cell string, reading *table.Reading) (int64, error) {
	var err error
	switch c.Type {
	case schema.Integer, schema.Decimal:
		cell, err = reading.NumberOf(c.Name, cell)
	case schema.Boolean:
		if number, bad := reading.Of(c.Name).Number(cell); bad == nil {
			cell = number
		}
	case schema.Date:
		cell, err = reading.Date(c.Name, cell)
	}
	if err != nil {
		return 0, err
	}
	v, err := c.Parse(cell)
	if errors.Is(err, schema.ErrPlaces) {
		err = errRoundable
	}
	return v, err
}

// bound sorts the rows by pseudonym and text, and applies the schema's maxContributions.
func (r *records) bound(config *PackConfig, summary *Summary) error {
	canonicalOrder := func(a, b record) int {
		if a.who != b.who {
			return r.names[a.who].Cmp(r.names[b.who])
		}
		return bytes.Compare(r.text(a), r.text(b))
	}
	slices.SortStableFunc(r.list, canonicalOrder)
	rest, limit, kept, most := r.list, config.Schema.MaxContributions, r.list[:0], 0
	for len(rest) > 0 {
		n := 1
		for n < len(rest) && rest[n].who == rest[0].who {
			n++
		}
		own := rest[:n]
		rest = rest[n:]
		summary.Subjects++
		if most = max(most, n); n > limit {
			slices.SortStableFunc(own, func(a, b record) int {
				x, y := sha256.Sum256(r.text(a)), sha256.Sum256(r.text(b))
				return bytes.Compare(x[:], y[:])
			})
			summary.ExcessRows += n - limit
			own = own[:limit]
			slices.SortStableFunc(own, canonicalOrder)
		}
		kept = append(kept, own...)
	}
	if summary.ExcessRows > 0 && config.Excess == RefuseExcess {
		return fmt.Errorf("a subject has %d rows, the schema's maxContributions is %d, and %d rows in all are too "+
			"many: raise it, clean the table, or keep some of the rows with --sample", most, limit, summary.ExcessRows)
	}
	r.list = kept
	return nil
}

// rosterOf puts a roster in order, and checks that it has the subjects of the rows, which are in order.
func rosterOf(rows *records, given []dataset.RosterEntry) ([]dataset.RosterEntry, error) {
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
	for i := range rows.list {
		p := rows.pseudonym(i)
		switch {
		case i > 0 && rows.pseudonym(i-1) == p:
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
func (r *records) countSubjects() (n int) {
	for i := range r.list {
		if i == 0 || r.list[i-1].who != r.list[i].who {
			n++
		}
	}
	return n
}

func writeText(dst io.Writer, s *schema.Schema, roster []dataset.RosterEntry, rows *records) error {
	w := bufio.NewWriterSize(dst, 64<<10)
	head, err := canonical.Marshal(firstLine{
		Format: Format, Roster: len(roster), Rows: len(rows.list), Schema: s, Subjects: rows.countSubjects(),
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
	_, _ = w.Write(appendNames(nil, s))
	var name [2 * len(Pseudonym{})]byte
	for _, r := range rows.list {
		hex.Encode(name[:], rows.names[r.who][:])
		_, _ = w.Write(name[:])
		_, _ = w.Write(rows.text(r))
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
func appendNames(dst []byte, s *schema.Schema) []byte {
	dst = append(dst, schema.PseudonymColumn...)
	for i := range s.Columns {
		dst = appendQuoted(append(dst, ','), s.Columns[i].Name)
	}
	return append(dst, '\n')
}

// appendCell appends a value as a cell of the canonical text.
func appendCell(dst []byte, c *schema.Column, v int64) []byte {
	if c.Type == schema.Category {
		return appendQuoted(dst, c.Values[v])
	}
	return c.AppendText(dst, v)
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
