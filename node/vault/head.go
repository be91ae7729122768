package vault

import (
	"bufio"
	"fmt"
	"github.com/assent-network/assent/protocol/schema"
	"io"
)

// Head is a text up to its first row: first line, roster and column names. A program that passes a text on to the
// reader of its rows learns from the head what the text claims to be, and can hold the rows back meanwhile.
type Head struct {
	// Schema is that of the rows, as the text says.
	Schema *schema.Schema
	// Rows, Subjects and Roster are how many rows, people with rows, and entries of the roster the text has by its
	// first line.
	Rows, Subjects, Roster int

	first []byte
	text  *Reader
}

// ReadHead reads the first line of a text.
func ReadHead(text io.Reader) (*Head, error) {
	r := &Reader{text: bufio.NewReaderSize(text, 64<<10)}
	line, err := r.readLine(maxHeadLine)
	if err != nil {
		return nil, fmt.Errorf("opening the dataset file: %w", err)
	}
	h, err := parseFirstLine(line)
	if err != nil {
		return nil, fmt.Errorf("opening the dataset file: %w", r.malformed(err.Error()))
	}
	return &Head{
		Schema: h.Schema, Rows: h.Rows, Subjects: h.Subjects, Roster: h.Roster, first: append([]byte(nil), line...),
		text: r,
	}, nil
}

// WriteTo implements io.WriterTo: it writes the text up to its first row, of which it parses no more than where lines
// end. Call it once.
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
			limit = maxHeadLine
		}
		if line, err = h.text.readLine(limit); err != nil {
			return n, fmt.Errorf("opening the dataset file: %w", err)
		}
	}
}

// Rest returns the text from its first row on. Call it after WriteTo.
func (h *Head) Rest() io.Reader { return h.text.text }
