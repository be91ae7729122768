package mechanism

import (
	"bytes"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/big"
	"math/bits"

	"golang.org/x/crypto/chacha20"
)

// MinShare is the least length of one share of a noise key.
const MinShare = 32

// Draw is what the noise of one job follows from. As long as one share is unknown, the noise is.
type Draw struct {
	// Brokers are the shares that the brokers released, in the order in which the job names their datasets.
	Brokers [][]byte
	// Enclaves are the shares that the executing enclaves drew, in the order in which the charge commits to them.
	Enclaves [][]byte
	// Inputs is the commitment to job, version, consent round, rows, program and parameters.
	Inputs [32]byte
	// Header is the hash of the header of the round that made the charge final: of all charges that the draw takes, the
	// last one.
	Header [32]byte
}

// Key is the noise key of one draw. Who holds it can take the noise away again, so it stays in the enclave, and is
// cleared when the result is sealed.
type Key struct {
	prk            []byte
	inputs, header [32]byte
}

// NewKey extracts the key from the shares of a draw.
func NewKey(d Draw) (Key, error) {
	size := 0 // so that no copy is left behind
	for _, share := range append(d.Brokers[:len(d.Brokers):len(d.Brokers)], d.Enclaves...) {
		size += 4 + len(share)
	}
	secret := make([]byte, 0, 8+size)
	for _, of := range []struct {
		who    string
		shares [][]byte
	}{{"broker", d.Brokers}, {"enclave", d.Enclaves}} {
		if len(of.shares) == 0 {
			return Key{}, fmt.Errorf("deriving the noise key: no share of %s given", of.who)
		}
		secret = binary.BigEndian.AppendUint32(secret, uint32(len(of.shares)))
		for i, share := range of.shares {
			if len(share) < MinShare {
				return Key{}, fmt.Errorf("deriving the noise key: share %d of %s has %d bytes, at least %d are needed",
					i,
					of.who, len(share), MinShare)
			}
			secret = appendPrefixed(secret, share)
		}
	}
	prk, err := hkdf.Extract(sha256.New, secret, []byte(Version+" noise key"))
	clear(secret)
	if err != nil {
		return Key{}, fmt.Errorf("deriving the noise key: %w", err)
	}
	return Key{prk: prk, inputs: d.Inputs, header: d.Header}, nil
}

// Clone returns a key of its own, which has to be cleared by itself.
func (k Key) Clone() Key {
	k.prk = bytes.Clone(k.prk)
	return k
}

// Clear overwrites the key, and that of every copy but clones.
func (k *Key) Clear() {
	clear(k.prk)
	*k = Key{}
}

// Derive returns 32 bytes bound to inputs, header and labels: a stream's seed, or the salt of a commitment.
func (k Key) Derive(labels ...string) [32]byte {
	if len(k.prk) == 0 {
		panic("mechanism: internal error: the noise key is empty")
	}
	info := appendPrefixed(nil, []byte(Version))
	info = append(append(info, k.inputs[:]...), k.header[:]...)
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
