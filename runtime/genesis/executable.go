package genesis

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// trailerMagic ends an executable that carries a document. Before it stand the document, its SHA-256 and its length in
// eight bytes, big endian.
const trailerMagic = "assent genesis 1"

const trailerSize = sha256.Size + 8 + len(trailerMagic)

// maxDocumentSize bounds the document in an executable.
const maxDocumentSize = 8 << 20

// ErrNone is the error for an executable without a document. Build a bundle with one: see package bundle.
var ErrNone = errors.New("the executable carries no genesis document: it must be run from a bundle made for a chain")

// Append returns the executable with the document at its end. Operating systems ignore what stands there. An executable
// that carries a document is refused: there is one chain to an executable.
func Append(executable []byte, doc *Document) ([]byte, error) {
	if bytes.HasSuffix(executable, []byte(trailerMagic)) {
		return nil, errors.New("the executable already carries a genesis document")
	}
	if len(executable) == 0 {
		return nil, errors.New("the executable is empty")
	}
	data := doc.Encode()
	if len(data) > maxDocumentSize {
		return nil, fmt.Errorf("genesis document has %d bytes, more than %d", len(data), maxDocumentSize)
	}
	sum := sha256.Sum256(data)
	out := make([]byte, 0, len(executable)+len(data)+trailerSize)
	out = append(out, executable...)
	out = append(out, data...)
	out = append(out, sum[:]...)
	out = binary.BigEndian.AppendUint64(out, uint64(len(data)))
	return append(out, trailerMagic...), nil
}

// Read returns the document at the end of an executable of the given size, or [ErrNone].
func Read(executable io.ReaderAt, size int64) (*Document, error) {
	if size < int64(trailerSize) {
		return nil, ErrNone
	}
	trailer := make([]byte, trailerSize)
	if _, err := executable.ReadAt(trailer, size-int64(trailerSize)); err != nil {
		return nil, fmt.Errorf("reading the end of the executable: %w", err)
	}
	sum, rest := trailer[:sha256.Size], trailer[sha256.Size:]
	length, magic := binary.BigEndian.Uint64(rest), rest[8:]
	if string(magic) != trailerMagic {
		return nil, ErrNone
	}
	if length > maxDocumentSize || int64(length) > size-int64(trailerSize) {
		return nil, fmt.Errorf("the genesis document in the executable claims %d bytes", length)
	}
	data := make([]byte, length)
	if _, err := executable.ReadAt(data, size-int64(trailerSize)-int64(length)); err != nil {
		return nil, fmt.Errorf("reading the genesis document in the executable: %w", err)
	}
	if actual := sha256.Sum256(data); !bytes.Equal(actual[:], sum) {
		return nil, errors.New("the genesis document in the executable is damaged: its hash does not match")
	}
	doc, err := Parse(data)
	if err != nil {
		return nil, err
	}
	// What was appended is what is read, to the byte.
	if !bytes.Equal(doc.Encode(), data) {
		return nil, errors.New("the genesis document in the executable is not in canonical form")
	}
	return doc, nil
}

// ReadFile reads the document of the executable at path.
func ReadFile(path string) (*Document, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("opening the executable: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("opening the executable: %w", err)
	}
	return Read(f, info.Size())
}
