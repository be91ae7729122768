package vault

import (
	"errors"
	"fmt"
	"github.com/assent-network/assent/protocol/schema"
	"io"
	"iter"
)

// BlockRows is how many rows a block has room for.
const BlockRows = 1024

// BlockWords is how many words a block's bitmaps have.
const BlockWords = BlockRows / 64

// Bits is one bit for each row of a block.
type Bits [BlockWords]uint64

// Cells are the values of one column in a block.
type Cells [BlockRows]int64

// Block holds rows by columns. What it has room for and no row fills has no meaning.
type Block struct {
	// Len is the number of rows.
	Len int
	// Values and Nulls have one entry for each column of the schema, as a Row has.
	Values []*Cells
	Nulls  []*Bits
	// First marks the rows whose subject is another one than that of the row before.
	First Bits
}

func newBlock(columns int) *Block {
	b := &Block{Values: make([]*Cells, columns), Nulls: make([]*Bits, columns)}
	for i := range columns {
		b.Values[i], b.Nulls[i] = new(Cells), new(Bits)
	}
	return b
}

// reset empties the block.
func (b *Block) reset() {
	b.Len, b.First = 0, Bits{}
	for _, nulls := range b.Nulls {
		clear(nulls[:])
	}
}

// ErrOrder is returned for rows that are not sorted by pseudonym, as those of a dataset file are.
var ErrOrder = errors.New("the rows are not sorted by pseudonym")

// filler puts rows into blocks.
type filler struct {
	last Pseudonym
	rows int
}

// add puts a row into a block that has room for it. It reports whether its subject is another one than that of the row
// before.
func (f *filler) add(b *Block, row *Row) (first bool, err error) {
	if len(row.Values) != len(b.Values) || len(row.Nulls) != len(b.Values) {
		return false, fmt.Errorf("a row has %d cells, the schema %d columns", len(row.Values), len(b.Values))
	}
	order := row.Pseudonym.Cmp(f.last)
	if f.rows > 0 && order < 0 {
		return false, ErrOrder
	}
	if f.rows == schema.MaxRows {
		return false, fmt.Errorf("more than %d rows", schema.MaxRows)
	}
	first = f.rows == 0 || order > 0
	f.last = row.Pseudonym
	f.rows++
	word, bit := b.Len/64, b.Len%64
	for i := range b.Values {
		b.Values[i][b.Len] = row.Values[i]
		b.Nulls[i][word] |= one(row.Nulls[i]) << bit
	}
	b.First[word] |= one(first) << bit
	b.Len++
	return first, nil
}

func one(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// Columns hold rows in memory by columns, in the order in which they were added: eight bytes and a bit for each cell,
// and twenty for each subject.
type Columns struct {
	width    int
	fill     filler
	blocks   []*Block
	subjects []Pseudonym
}

// NewColumns returns columns without a row, with room for the names of so many subjects.
func NewColumns(s *schema.Schema, subjects int) *Columns {
	return &Columns{width: len(s.Columns), subjects: make([]Pseudonym, 0, subjects)}
}

// Add appends a row, whose cells it copies. Rows come in the order of their pseudonyms.
func (c *Columns) Add(row *Row) error {
	if n := len(c.blocks); n == 0 || c.blocks[n-1].Len == BlockRows {
		c.blocks = append(c.blocks, newBlock(c.width))
	}
	first, err := c.fill.add(c.blocks[len(c.blocks)-1], row)
	if first {
		c.subjects = append(c.subjects, row.Pseudonym)
	}
	return err
}

// Len returns the number of rows.
func (c *Columns) Len() int { return c.fill.rows }

// Subjects returns the pseudonyms of the rows, each once, in their order. They must not be changed.
func (c *Columns) Subjects() []Pseudonym { return c.subjects }

// Blocks returns the rows, any number of times.
func (c *Columns) Blocks() iter.Seq2[*Block, error] {
	return func(yield func(*Block, error) bool) {
		for _, b := range c.blocks {
			if !yield(b, nil) {
				return
			}
		}
	}
}

// HeldBytes is the most memory that Columns take for so many rows of so many columns, in bytes.
func HeldBytes(rows, columns int) int64 {
	const slack = 64 // of a block: its frame, and its place in the list
	block := int64(BlockRows)*8 + BlockWords*8 + 2*8
	blocks := int64(rows+BlockRows-1) / BlockRows
	return blocks*(int64(columns)*block+BlockWords*8+slack) + int64(rows)*int64(len(Pseudonym{}))
}

// Blocks reads a stream of rows with so many columns block by block. A block is good until the next one. After an error
// nothing that was read can be relied on.
func Blocks(rows Rows, columns int) iter.Seq2[*Block, error] {
	return func(yield func(*Block, error) bool) {
		var (
			f   filler
			row Row
			b   = newBlock(columns)
		)
		for {
			err := rows.Next(&row)
			end := errors.Is(err, io.EOF)
			if err == nil {
				_, err = f.add(b, &row)
			}
			if err != nil && !end {
				yield(nil, err)
				return
			}
			if b.Len == BlockRows || end && b.Len > 0 {
				if !yield(b, nil) {
					return
				}
				b.reset()
			}
			if end {
				return
			}
		}
	}
}
