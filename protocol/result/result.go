// Package result is the form in which a job's result reaches its researcher: a salt and the plaintext, padded to a size
// that follows from the job alone, sealed to the researcher's key and bound to the job and its charge, and closed with
// the opening key. The receipt carries the hash of the ciphertext, that of the opening key, and a salted commitment to
// the plaintext.
package result

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/sealed"
)

const label = "result"

const (
	saltSize = 32
	head     = saltSize + 4 // salt and length before the plaintext
)

// MinSize and MaxSize are the smallest and largest size of a sealed result, the latter being the largest ciphertext
// that the JobMarket takes.
const (
	MinSize = 2 << 10
	MaxSize = 64 << 10
)

// overhead is how much shorter a plaintext is at least than its ciphertext. It is the same for all KEMs, so that the
// size does not tell which one the researcher uses.
const overhead = opening.Overhead + sealed.MaxOverhead + head

// MaxPlaintext is the largest plaintext of a result.
const MaxPlaintext = MaxSize - overhead

// ErrSize is returned for a result that does not fit the size its job fixed.
var ErrSize = errors.New("result: it does not fit")

// ErrCommitment is returned for a result that is not the one the receipt commits to.
var ErrCommitment = errors.New("result: it is not the one that the receipt commits to")

// Size is the size of the ciphertext of every result of a job whose plaintext has at most max bytes: the next power of
// two. max must follow from the job's specification, never from the data, since everyone sees the size.
func Size(max int) (int, error) {
	if max < 0 || max > MaxPlaintext {
		return 0, fmt.Errorf("%w: %d bytes, at most %d", ErrSize, max, MaxPlaintext)
	}
	size := MinSize
	for size-overhead < max {
		size *= 2
	}
	return size, nil
}

// context binds a result to its job and to what was charged.
func context(job, charge common.Hash) []byte { return append(job.Bytes(), charge[:]...) }

// Seal encrypts a result to the researcher, padded so that the ciphertext has the given size, and once more under the
// opening key. It returns the ciphertext with the commitment for the receipt. The salt comes from the job's noise key.
func Seal(
	to sealed.PublicKey, key opening.Key, job, charge common.Hash, salt [32]byte, plaintext []byte, size int,
) (ciphertext []byte, commitment common.Hash, err error) {
	if size < MinSize || size > MaxSize || len(plaintext) > size-overhead {
		return nil, common.Hash{}, fmt.Errorf("%w: %d bytes in a ciphertext of %d", ErrSize, len(plaintext), size)
	}
	padded := make([]byte, size-opening.Overhead-to.KEM().Overhead())
	copy(padded, salt[:])
	binary.BigEndian.PutUint32(padded[saltSize:], uint32(len(plaintext)))
	copy(padded[head:], plaintext)
	envelope, err := sealed.Seal(label, to, context(job, charge), padded)
	if err != nil {
		return nil, common.Hash{}, err
	}
	if ciphertext, err = key.Seal(job, charge, envelope); err != nil {
		return nil, common.Hash{}, err
	}
	return ciphertext, receipt.CommitResult(salt, plaintext), nil
}

// Open decrypts a result with the opening key and the researcher's, and checks it against its receipt: the ciphertext's
// hash and size, the opening key, and the commitment.
func Open(private sealed.PrivateKey, key opening.Key, r receipt.Receipt, ciphertext []byte) ([]byte, error) {
	if h := receipt.HashBytes(ciphertext); h != r.Ciphertext || uint64(len(ciphertext)) != r.Size {
		return nil, fmt.Errorf("%w: ciphertext hash %s and %d bytes, receipt %s and %d", ErrCommitment, h,
			len(ciphertext), r.Ciphertext, r.Size)
	}
	if key.Commitment() != r.Opening {
		return nil, fmt.Errorf("%w: the opening key has hash %s, receipt %s", ErrCommitment, key.Commitment(),
			r.Opening)
	}
	charge := r.Charge.StructHash()
	envelope, err := key.Open(r.Job, charge, ciphertext)
	if err != nil {
		return nil, err
	}
	padded, err := sealed.Open(label, private, context(r.Job, charge), envelope)
	if err != nil {
		return nil, err
	}
	return unpad(padded, r.Result)
}

// unpad takes the plaintext out of its padding and checks it against the commitment.
func unpad(padded []byte, commitment common.Hash) ([]byte, error) {
	if len(padded) < head {
		return nil, fmt.Errorf("result: plaintext of %d bytes is too short", len(padded))
	}
	salt, n := [saltSize]byte(padded[:saltSize]), binary.BigEndian.Uint32(padded[saltSize:head])
	rest := padded[head:]
	if uint64(n) > uint64(len(rest)) {
		return nil, fmt.Errorf("result: it says %d bytes, %d are there", n, len(rest))
	}
	plaintext := rest[:n:n]
	if receipt.CommitResult(salt, plaintext) != commitment {
		return nil, ErrCommitment
	}
	for _, b := range rest[n:] {
		if b != 0 {
			return nil, errors.New("result: the padding of the result is not zero")
		}
	}
	return plaintext, nil
}
