package vault

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/schema"
)

// Reader reads the text of a dataset file row by row. It is strict: what it accepts, Pack would write again to the
// byte.
type Reader struct {
	schema   *schema.Schema
	rows     int
	subjects int
	roster   []dataset.RosterEntry
	listed   int // entries of the roster up to the current subject's

	text  *bufio.Reader
	line  int
	prior []byte // the last row's line, for the order
	own   int    // rows of the current subject
	found int    // subjects so far
	done  error
}

// Open decrypts the file's beginning and reads its head. contentRoot is what the dataset's version names. The rows are
// good only once Next has returned io.EOF: the content root is compared then.
func Open(file io.Reader, key Opener, contentRoot [32]byte) (*Reader, error) {
	plain, err := Decrypt(file, key, contentRoot)
	if err != nil {
		return nil, err
	}
	return NewReader(plain)
}

// NewReader reads the head of a text. The rows are good once the text has ended with io.EOF, which Plain returns only
// for the registered file; Next returns any other end of the text as its error.
func NewReader(text io.Reader) (*Reader, error) {
	r := &Reader{text: bufio.NewReaderSize(text, 64<<10)}
	if err := r.readHead(); err != nil {
		return nil, fmt.Errorf("opening the dataset file: %w", err)
	}
	return r, nil
}

func (r *Reader) readHead() error {
	line, err := r.readLine(maxHeadLine)
	if err != nil {
		return err
	}
	h, err := parseFirstLine(line)
	if err != nil {
		return r.malformed(err.Error())
	}
	r.schema, r.rows, r.subjects = h.Schema, h.Rows, h.Subjects
	if err := r.readRoster(h.Roster); err != nil {
		return err
	}
	if line, err = r.readLine(maxHeadLine); err != nil {
		return err
	}
	if !bytes.Equal(line, bytes.TrimSuffix(appendNames(nil, r.schema), []byte("\n"))) {
		return r.malformed("the column names are not the schema's")
	}
	return nil
}

// parseFirstLine reads the first line of a text. Its errors say what is wrong with the line.
func parseFirstLine(line []byte) (*firstLine, error) {
	var h firstLine
	if err := canonical.Check(line); err != nil {
		return nil, errors.New("the first line is not canonical JSON")
	}
	if err := canonical.Unmarshal(line, &h); err != nil {
		return nil, err
	}
	if h.Format != Format {
		return nil, fmt.Errorf("format is %.60q, want %q", h.Format, Format)
	}
	if h.Rows < 0 || h.Rows > schema.MaxRows || h.Subjects < 0 || h.Subjects > h.Rows || h.Roster < h.Subjects ||
		h.Roster > schema.MaxRows {
		return nil, fmt.Errorf("%d rows of %d subjects, with a roster of %d, cannot be", h.Rows, h.Subjects, h.Roster)
	}
	if h.Schema == nil {
		return nil, errors.New("the schema is missing")
	}
	if err := h.Schema.Prepare(); err != nil {
		return nil, err
	}
	return &h, nil
}

// readRoster reads the roster's entries.
func (r *Reader) readRoster(n int) error {
	for range n {
		line, err := r.readLine(maxLine)
		if err != nil {
			return err
		}
		var e dataset.RosterEntry
		cells := bytes.Split(line, []byte(","))
		if len(cells) != 3 || len(cells[0]) != 2*len(e.Pseudonym) || len(cells[1]) > 2*len(e.ProofKey) ||
			len(cells[2]) > 2*len(e.Salt) {
			return r.malformed("an entry of the roster is a pseudonym, a proof key and a salt")
		}
		for i, dst := range [][]byte{e.Pseudonym[:], e.ProofKey[:], e.Salt[:]} {
			if _, err := hex.Decode(dst, cells[i]); err != nil {
				return r.malformed("an entry of the roster is not hexadecimal")
			}
		}
		if again := appendEntry(nil, &e); !bytes.Equal(again[:len(again)-1], line) {
			return r.malformed("an entry of the roster is not in its one form")
		}
		if n := len(r.roster); n > 0 && r.roster[n-1].Pseudonym.Cmp(e.Pseudonym) >= 0 {
			return r.malformed("the roster is out of order")
		}
		r.roster = append(r.roster, e)
	}
	return nil
}

// Roster returns the entries of the version's roster, in the order of their pseudonyms. Like the rows they are good
// only once Next has returned io.EOF, and only their root shows that they are the version's. They must not be changed.
// Code that computes with proof keys checks that they are points: the check costs a tenth of computing with one.
func (r *Reader) Roster() []dataset.RosterEntry { return r.roster }

// Schema returns the schema that the file holds.
func (r *Reader) Schema() *schema.Schema { return r.schema }

// Len returns the number of rows and of subjects that the first line states; Next holds the file to them.
func (r *Reader) Len() (rows, subjects int) { return r.rows, r.subjects }

// Next fills row, or returns io.EOF after the last one if the whole file was as registered.
func (r *Reader) Next(row *Row) error {
	if r.done == nil {
		if r.done = r.next(row); r.done == nil {
			return nil
		}
		if !errors.Is(r.done, io.EOF) {
			r.done = fmt.Errorf("reading the dataset file: %w", r.done)
		}
	}
	return r.done
}

func (r *Reader) next(row *Row) error {
	if r.rows == 0 {
		return r.finish()
	}
	line, err := r.readLine(maxLine)
	if err != nil {
		return err
	}
	r.rows--
	const width = 2 * len(Pseudonym{})
	if len(line) < width {
		return r.malformed("the pseudonym is cut off")
	}
	for _, b := range line[:width] {
		if b >= 'A' && b <= 'F' {
			return r.malformed("the pseudonym is not in lower case")
		}
	}
	if _, err := hex.Decode(row.Pseudonym[:], line[:width]); err != nil {
		return r.malformed("the pseudonym is not hexadecimal")
	}
	if len(r.prior) != 0 && bytes.Equal(line[:width], r.prior[:width]) {
		r.own++
	} else {
		r.own, r.found = 1, r.found+1
		for r.listed < len(r.roster) && r.roster[r.listed].Pseudonym.Cmp(row.Pseudonym) < 0 {
			r.listed++
		}
		if r.listed == len(r.roster) || r.roster[r.listed].Pseudonym != row.Pseudonym {
			return r.malformed("the subject is not in the roster")
		}
	}
	if bytes.Compare(line, r.prior) < 0 {
		return r.malformed("the rows are out of order")
	}
	if r.own > r.schema.MaxContributions {
		return r.malformed("a subject has more rows than the schema's maxContributions")
	}
	r.prior = append(r.prior[:0], line...)
	return r.readCells(line[width:], row)
}

func (r *Reader) readCells(line []byte, row *Row) error {
	n := len(r.schema.Columns)
	if cap(row.Values) < n || cap(row.Nulls) < n {
		row.Values, row.Nulls = make([]int64, n), make([]bool, n)
	}
	row.Values, row.Nulls = row.Values[:n], row.Nulls[:n]
	var scratch [schema.MaxNameBytes]byte
	for i := range r.schema.Columns {
		c := &r.schema.Columns[i]
		if len(line) == 0 || line[0] != ',' {
			return r.malformed(fmt.Sprintf("fewer cells than the schema's %d columns", n))
		}
		cell, rest, ok := cutCell(line[1:])
		if !ok {
			return &CellError{Line: r.line, Column: c.Name, Reason: "not well quoted"}
		}
		raw := line[1 : len(line)-len(rest)]
		line = rest
		if row.Nulls[i] = len(raw) == 0 && c.Nullable; row.Nulls[i] {
			row.Values[i] = 0
			continue
		}
		v, err := c.Parse(cell)
		if err != nil {
			return &CellError{Line: r.line, Column: c.Name, Reason: err.Error()}
		}
		if !bytes.Equal(appendCell(scratch[:0], c, v), raw) {
			return &CellError{Line: r.line, Column: c.Name, Reason: "not in canonical form"}
		}
		row.Values[i] = v
	}
	if len(line) != 0 {
		return r.malformed(fmt.Sprintf("more cells than the schema's %d columns", n))
	}
	return nil
}

// cutCell takes one cell off the line; rest begins with the comma after it.
func cutCell(line []byte) (cell string, rest []byte, ok bool) {
	if len(line) == 0 || line[0] != '"' {
		if i := bytes.IndexByte(line, ','); i >= 0 {
			return string(line[:i]), line[i:], true
		}
		return string(line), nil, true
	}
	for i := 1; i < len(line); i++ {
		if line[i] != '"' {
			continue
		}
		if i+1 < len(line) && line[i+1] == '"' {
			i++
			continue
		}
		return string(bytes.ReplaceAll(line[1:i], []byte(`""`), []byte(`"`))), line[i+1:], true
	}
	return "", nil, false
}

// finish is called after the last row: nothing may follow, the counts must hold, the text must be good to its end.
func (r *Reader) finish() error {
	if _, err := r.text.ReadByte(); err == nil {
		return r.malformed("more rows than the first line states")
	} else if !errors.Is(err, io.EOF) {
		return err
	}
	if r.found != r.subjects {
		return r.malformed(fmt.Sprintf("%d subjects, the first line states %d", r.found, r.subjects))
	}
	return io.EOF
}

// readLine returns the next line without its line feed. It is valid until the next read.
func (r *Reader) readLine(limit int) ([]byte, error) {
	r.line++
	line, err := r.text.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		long := bytes.Clone(line)
		for errors.Is(err, bufio.ErrBufferFull) && len(long) <= limit {
			line, err = r.text.ReadSlice('\n')
			long = append(long, line...)
		}
		line = long
	}
	switch {
	case len(line) > limit:
		return nil, r.malformed("the line is too long")
	case errors.Is(err, io.EOF):
		return nil, r.malformed("the text ends early")
	case err != nil:
		return nil, err
	}
	return line[:len(line)-1], nil
}

// malformed reports a text that was sealed wrong: a mistake in packing, not in transport.
func (r *Reader) malformed(reason string) error { return &CellError{Line: r.line, Reason: reason} }
