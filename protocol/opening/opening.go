// Package opening is the outer layer around a sealed result. The ciphertext goes on chain before the key that opens it,
// so that one who sees a result on its way has nothing until the receipt is on record. The key follows from the job's
// key shares and its charge: a successor of the enclave that sealed derives it too, and can open what its predecessor
// left; what was sealed under a charge that another one replaced opens never.
package opening

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"golang.org/x/crypto/chacha20poly1305"
)

const (
	version   = 0x01
	keyInfo   = "assent.opening.v1/key"
	nonceInfo = "assent.opening.v1/nonce"
	head      = 1 + chacha20poly1305.NonceSize
)

// MinShare is the least size in bytes of one broker's share of a job's key.
const MinShare = 32

// Overhead is how much longer a sealed message is than what is in it.
const Overhead = head + chacha20poly1305.Overhead

// ErrOpen is returned when a message does not open: it is of another job or another charge, or was changed.
var ErrOpen = errors.New("opening: the message does not open with this key for this job and this charge")

// Key opens what was sealed for one job and one charge. Its keccak256 is in the receipt; the key itself is published
// once the receipt is on record.
type Key [chacha20poly1305.KeySize]byte

// Derive returns the key for a job and the struct hash of its charge, from the brokers' shares in the order in which
// the job names their datasets.
func Derive(shares [][]byte, job, charge common.Hash) (Key, error) {
	if len(shares) == 0 {
		return Key{}, errors.New("opening: deriving the key: no broker share given")
	}
	var secret []byte
	for i, share := range shares {
		if len(share) < MinShare {
			return Key{}, fmt.Errorf("opening: deriving the key: share %d has %d bytes, at least %d are needed", i,
				len(share), MinShare)
		}
		secret = binary.BigEndian.AppendUint32(secret, uint32(len(share)))
		secret = append(secret, share...)
	}
	info := append(append([]byte(keyInfo), job[:]...), charge[:]...)
	key, err := hkdf.Key(sha256.New, secret, nil, string(info), len(Key{}))
	if err != nil {
		return Key{}, fmt.Errorf("opening: deriving the key: %w", err)
	}
	return Key(key), nil
}

// Commitment is the keccak256 of the key, which the receipt names.
func (k Key) Commitment() common.Hash { return crypto.Keccak256Hash(k[:]) }

func context(job, charge common.Hash) []byte { return append(job.Bytes(), charge[:]...) }

// nonce follows from the message. An enclave that starts again seals another envelope under the same key, and one nonce
// for two messages would give both away.
func (k Key) nonce(message []byte) []byte {
	m := hmac.New(sha256.New, k[:])
	m.Write([]byte(nonceInfo))
	m.Write(message)
	return m.Sum(nil)[:chacha20poly1305.NonceSize]
}

// Seal encrypts a message for a job and its charge. Sealing it twice gives the same bytes.
func (k Key) Seal(job, charge common.Hash, message []byte) ([]byte, error) {
	aead, err := chacha20poly1305.New(k[:])
	if err != nil {
		return nil, fmt.Errorf("opening: internal error: %w", err)
	}
	nonce := k.nonce(message)
	out := append(make([]byte, 0, len(message)+Overhead), version)
	return aead.Seal(append(out, nonce...), nonce, message, context(job, charge)), nil
}

// Open decrypts what Seal made for the same job and charge.
func (k Key) Open(job, charge common.Hash, sealed []byte) ([]byte, error) {
	if len(sealed) < Overhead {
		return nil, fmt.Errorf("opening: %d bytes are no sealed message, it has at least %d", len(sealed), Overhead)
	}
	if sealed[0] != version {
		return nil, fmt.Errorf("opening: version %d is unknown, %d is read", sealed[0], version)
	}
	aead, err := chacha20poly1305.New(k[:])
	if err != nil {
		return nil, fmt.Errorf("opening: internal error: %w", err)
	}
	message, err := aead.Open(nil, sealed[1:head], sealed[head:], context(job, charge))
	if err != nil || !hmac.Equal(k.nonce(message), sealed[1:head]) {
		return nil, ErrOpen
	}
	return message, nil
}
