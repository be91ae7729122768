package mechanism

import (
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"
	"math/bits"

	"golang.org/x/crypto/chacha20"
)

// MinShare is the least length of one broker's share of a noise key.
const MinShare = 32

// Key is the noise key of one job over one set of inputs. Whoever holds it can take the noise away again, so it stays in
// the enclave.
type Key struct {
	prk    []byte
	inputs [32]byte
}

// NewKey extracts the key from the brokers' shares, in the order in which the job names their datasets, and the inputs
// commitment (job, versions, consent round, rows, program, parameters). As long as one share is unknown, the key is.
func NewKey(shares [][]byte, inputs [32]byte) (Key, error) {
	if len(shares) == 0 {
		return Key{}, errors.New("deriving the noise key: no broker share given")
	}
	var secret []byte
	for i, share := range shares {
		if len(share) < MinShare {
			return Key{}, fmt.Errorf("deriving the noise key: share %d has %d bytes, at least %d are needed", i, len(share), MinShare)
		}
		secret = appendPrefixed(secret, share)
	}
	prk, err := hkdf.Extract(sha256.New, secret, []byte(Version+" noise key"))
	if err != nil {
		return Key{}, fmt.Errorf("deriving the noise key: %w", err)
	}
	return Key{prk: prk, inputs: inputs}, nil
}

// Derive returns 32 bytes bound to the inputs and the labels: a stream's seed, or the salt of a commitment.
func (k Key) Derive(labels ...string) [32]byte {
	if len(k.prk) == 0 {
		panic("mechanism: internal error: the noise key is empty")
	}
	info := appendPrefixed(nil, []byte(Version))
	info = append(info, k.inputs[:]...)
	for _, l := range labels {
		info = appendPrefixed(info, []byte(l))
	}
	out, err := hkdf.Expand(sha256.New, k.prk, string(info), 32)
	if err != nil {
		panic(fmt.Sprintf("mechanism: internal error: %v", err)) // 32 bytes are always possible
	}
	return [32]byte(out)
}

// Stream returns the random stream for the labels (purpose, output, group). One stream serves one sample's place:
// adding an output or a group never moves the noise of another.
func (k Key) Stream(labels ...string) *Stream {
	return newStream(k.Derive(append([]string{"stream"}, labels...)...))
}

func appendPrefixed(dst, b []byte) []byte {
	dst = binary.BigEndian.AppendUint32(dst, uint32(len(b)))
	return append(dst, b...)
}

// Stream is a ChaCha20 key stream read as random integers. It is not safe for concurrent use.
type Stream struct {
	cipher *chacha20.Cipher
	buf    [256]byte
	next   int
}

func newStream(seed [32]byte) *Stream {
	// The seed is used for this stream only, so the nonce is zero.
	cipher, err := chacha20.NewUnauthenticatedCipher(seed[:], make([]byte, chacha20.NonceSize))
	if err != nil {
		panic(fmt.Sprintf("mechanism: internal error: %v", err)) // the lengths are constants
	}
	s := &Stream{cipher: cipher}
	s.next = len(s.buf)
	return s
}

// Uint64 returns 64 random bits: the next eight bytes of the key stream, big-endian.
func (s *Stream) Uint64() uint64 {
	if s.next+8 > len(s.buf) {
		clear(s.buf[:])
		s.cipher.XORKeyStream(s.buf[:], s.buf[:])
		s.next = 0
	}
	v := binary.BigEndian.Uint64(s.buf[s.next:])
	s.next += 8
	return v
}

// below returns a uniform integer in [0, n): as many bits as n-1 has, drawn again while they are not below n.
func (s *Stream) below(n uint64) uint64 {
	if n == 0 {
		panic("mechanism: internal error: uniform below zero")
	}
	shift := bits.LeadingZeros64(n - 1)
	if shift == 64 {
		return 0
	}
	for {
		if v := s.Uint64() >> shift; v < n {
			return v
		}
	}
}

// belowBig is below for integers of any size.
func (s *Stream) belowBig(n *big.Int) *big.Int {
	if n.Sign() <= 0 {
		panic("mechanism: internal error: uniform below zero")
	}
	if n.IsUint64() {
		return u(s.below(n.Uint64()))
	}
	size := new(big.Int).Sub(n, u(1)).BitLen()
	words := (size + 63) / 64
	buf := make([]byte, 8*words)
	v := new(big.Int)
	for {
		for i := range words {
			binary.BigEndian.PutUint64(buf[8*i:], s.Uint64())
		}
		v.SetBytes(buf)
		if v.Rsh(v, uint(64*words-size)); v.Cmp(n) < 0 {
			return v
		}
	}
}
