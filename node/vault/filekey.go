package vault

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
)

// MaxSealHeader is the most bytes that the age header of a dataset file has: of ten hybrid recipients. It travels in
// every request for a key.
const MaxSealHeader = 16 << 10

// FileKeySize is the length of a file key in bytes.
const FileKeySize = 16

// FileKey opens one dataset file, and no other: age draws one for each file, and seals it to the recipients in the
// file's header. It tells nothing about the Key that unwrapped it.
type FileKey [FileKeySize]byte

// ParseFileKey reads a file key from its bytes.
func ParseFileKey(b []byte) (k FileKey, err error) {
	if len(b) != FileKeySize {
		return k, fmt.Errorf("reading a file key: %d bytes, not %d", len(b), FileKeySize)
	}
	return FileKey(b), nil
}

// String hides the key, so that one in a log gives nothing away.
func (k FileKey) String() string { return "a file key" }

// GoString hides the key.
func (k FileKey) GoString() string { return k.String() }

// unwrap returns the key itself if it is that of the file with this header.
func (k FileKey) unwrap(header []byte) (FileKey, error) {
	if _, err := age.DecryptHeader(header, age.NewInjectedFileKeyIdentity(k[:])); err != nil {
		return FileKey{}, ErrWrongKey // the header parses, so what fails is its code, which is made with the file key
	}
	return k, nil
}

// unwrap returns the key of the file with this header.
func (k *Key) unwrap(header []byte) (FileKey, error) {
	b, err := age.DecryptHeader(header, k.identity)
	var mismatch *age.NoIdentityMatchError
	switch {
	case errors.As(err, &mismatch):
		return FileKey{}, ErrWrongKey
	case err != nil:
		return FileKey{}, fmt.Errorf("%w (%v)", ErrDamaged, err)
	}
	return ParseFileKey(b)
}

// FileKey returns the key of the one file that has this header (SealHeader). It is ErrWrongKey when the file was sealed
// for another key.
func (k *Key) FileKey(header []byte) (FileKey, error) {
	if err := checkSealHeader(header); err != nil {
		return FileKey{}, fmt.Errorf("unwrapping a file key: %w", err)
	}
	file, err := k.unwrap(header)
	if err != nil {
		return FileKey{}, fmt.Errorf("unwrapping a file key: %w", err)
	}
	return file, nil
}

// checkSealHeader checks that bytes are an age header in full, and nothing else.
func checkSealHeader(header []byte) error {
	read, err := readSealHeader(bytes.NewReader(header))
	if err != nil {
		return err
	}
	if !bytes.Equal(read, header) {
		return fmt.Errorf("%w: its header has %d bytes, and %d came", ErrDamaged, len(read), len(header))
	}
	return nil
}

// SealHeader reads the age header with which a dataset file begins. The file's key is sealed in it, and the version's
// list of tables has its SHA-256.
func SealHeader(file io.Reader) ([]byte, error) {
	header, err := readSealHeader(file)
	if err != nil {
		return nil, fmt.Errorf("reading the header of the dataset file: %w", err)
	}
	return header, nil
}

func readSealHeader(file io.Reader) ([]byte, error) {
	limited := &io.LimitedReader{R: file, N: MaxSealHeader}
	src := &source{r: limited}
	header, err := age.ExtractHeader(src)
	switch {
	case err == nil:
		return header, nil
	case limited.N <= 0:
		return nil, ErrSealHeader
	default:
		return nil, src.error(err)
	}
}

// ErrSealHeader is returned when the first bytes of a file, as many as a header may have, hold no whole age header.
// Pack the file to fewer recipients.
var ErrSealHeader = fmt.Errorf("the header of the dataset file has more than %d bytes", MaxSealHeader)

// HashSealHeader returns the hash by which a list of tables names a header.
func HashSealHeader(header []byte) [32]byte { return sha256.Sum256(header) }
