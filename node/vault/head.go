package vault

import (
	"bufio"
	"fmt"
	"io"
)

// Head is a text up to its first row: header, roster and column names. Who passes a text on to the reader of its rows
// learns from it what the text claims to be, and holds the rows back meanwhile.
type Head struct {
	// Schema is what the text says that its rows are of.
	Schema *Schema
	// Rows, Subjects and Roster are how many rows, people with rows, and entries of the roster the text has by its
	// header.
	Rows, Subjects, Roster int

	first []byte
	text  *Reader
}

// ReadHead reads the first line of a text.
func ReadHead(text io.Reader) (*Head, error) {
	r := &Reader{text: bufio.NewReaderSize(text, 64<<10)}
	line, err := r.readLine(maxHeader)
	if err != nil {
		return nil, fmt.Errorf("opening the dataset file: %w", err)
	}
	h, err := parseHeader(line)
	if err != nil {
		return nil, fmt.Errorf("opening the dataset file: %w", r.malformed(err.Error()))
	}
	return &Head{
		Schema: h.Schema, Rows: h.Rows, Subjects: h.Subjects, Roster: h.Roster, first: append([]byte(nil), line...), text: r,
	}, nil
}

// WriteTo implements io.WriterTo: it writes the text up to its first row, and looks at nothing but the ends of lines.
// It is called once.
func (h *Head) WriteTo(w io.Writer) (n int64, err error) {
	line := h.first
	h.first = nil
	for left := h.Roster + 1; ; left-- {
		written, err := w.Write(append(line, '\n'))
		n += int64(written)
		if err != nil || left == 0 {
			return n, err
		}
		limit := maxLine
		if left == 1 { // the column names
			limit = maxHeader
		}
		if line, err = h.text.readLine(limit); err != nil {
			return n, fmt.Errorf("opening the dataset file: %w", err)
		}
	}
}

// Rest is the text from its first row on, once the head was written.
func (h *Head) Rest() io.Reader { return h.text.text }
