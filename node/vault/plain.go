package vault

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"

	"filippo.io/age"
)

// Opener opens dataset files: a FileKey opens one, a Key all that were sealed to it.
type Opener interface {
	// unwrap returns the key of the file with this header.
	unwrap(header []byte) (FileKey, error)
}

// Plain is the canonical text inside a dataset file. It parses none of it, so that one process can decrypt a file and
// another one read its rows (NewReader). The text is good only once Read has returned io.EOF: the file is then whole,
// and is the one of the content root.
type Plain struct {
	src  *source
	hash hash.Hash
	root [32]byte
	text io.Reader
	done error
}

// Decrypt opens a dataset file. contentRoot is what the dataset's version names.
func Decrypt(file io.Reader, key Opener, contentRoot [32]byte) (*Plain, error) {
	p := &Plain{hash: sha256.New(), root: contentRoot}
	p.src = &source{r: io.TeeReader(file, p.hash)}
	text, err := p.open(key)
	if err != nil {
		return nil, fmt.Errorf("opening the dataset file: %w", err)
	}
	p.text = text
	return p, nil
}

func (p *Plain) open(key Opener) (io.Reader, error) {
	var read bytes.Buffer // the header, and what was read with it
	header, err := readSealHeader(io.TeeReader(p.src, &read))
	if err != nil {
		return nil, err
	}
	k, err := key.unwrap(header)
	if err != nil {
		return nil, err
	}
	text, err := age.Decrypt(io.MultiReader(&read, p.src), age.NewInjectedFileKeyIdentity(k[:]))
	if err != nil {
		return nil, p.src.error(err)
	}
	return text, nil
}

// Read reads the text. At its end it returns io.EOF, or what is wrong with the file as a whole.
func (p *Plain) Read(b []byte) (int, error) {
	if p.done != nil {
		return 0, p.done
	}
	n, err := p.text.Read(b)
	switch {
	case errors.Is(err, io.EOF):
		p.done = p.finish()
	case err != nil:
		p.done = p.src.error(err)
	}
	return n, p.done
}

// finish is called after the last byte of the text: the file must be the registered one.
func (p *Plain) finish() error {
	if _, err := io.Copy(io.Discard, p.src); err != nil {
		return err
	}
	if sum := [32]byte(p.hash.Sum(nil)); sum != p.root {
		return fmt.Errorf("%w: registered %x, file %x", ErrContentRoot, p.root, sum)
	}
	return io.EOF
}

// source is the file. It remembers how reading it ended, because age reports a missing end as damage.
type source struct {
	r     io.Reader
	ended bool
	err   error
}

func (s *source) Read(b []byte) (int, error) {
	n, err := s.r.Read(b)
	if errors.Is(err, io.EOF) {
		s.ended = true
	} else if err != nil {
		s.err = err
	}
	return n, err
}

// error replaces age's error by one of ours where that says more.
func (s *source) error(err error) error {
	switch {
	case s.err != nil:
		return s.err
	case s.ended:
		return ErrTruncated
	default:
		return fmt.Errorf("%w (%v)", ErrDamaged, err)
	}
}

// ContentRoot returns the SHA-256 of a dataset file, and its length.
func ContentRoot(src io.Reader) (root [32]byte, size int64, err error) {
	h := sha256.New()
	if size, err = io.Copy(h, src); err != nil {
		return root, 0, fmt.Errorf("hashing the dataset file: %w", err)
	}
	return [32]byte(h.Sum(nil)), size, nil
}
