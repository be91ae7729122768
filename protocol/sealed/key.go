package sealed

import (
	"crypto/ecdh"
	"crypto/hpke"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// KEM is a key encapsulation mechanism by its number in IANA's registry for HPKE.
type KEM uint16

// The KEMs that are used.
const (
	X25519         KEM = 0x0020 // DHKEM(X25519, HKDF-SHA256)
	MLKEM768X25519 KEM = 0x647a // hybrid with a post-quantum KEM, also known as X-Wing
)

// DefaultKEM is that of new keys for results.
const DefaultKEM = MLKEM768X25519

// SeedSize is the size in bytes of a private key of either KEM.
const SeedSize = 32

const (
	kemSize     = 2
	pointSize   = 32
	mlkemKey    = 1184 // ML-KEM-768's encapsulation key
	mlkemCipher = 1088 // ML-KEM-768's ciphertext
)

// MaxOverhead is how much longer an envelope is than its plaintext, at most.
const MaxOverhead = head + mlkemCipher + pointSize + tagSize

// MaxPublicKey is the size in bytes of the largest public key with its KEM.
const MaxPublicKey = kemSize + mlkemKey + pointSize

// ErrKey is returned for bytes that are no usable public key, such as a point of small order or a KEM that is not used.
var ErrKey = errors.New("sealed: not a usable public key")

// String returns the KEM's name in the registry.
func (k KEM) String() string {
	switch k {
	case X25519:
		return "X25519"
	case MLKEM768X25519:
		return "MLKEM768-X25519"
	}
	return fmt.Sprintf("0x%04x", uint16(k))
}

// ParseKEM reads a KEM's name.
func ParseKEM(name string) (KEM, error) {
	for _, k := range []KEM{X25519, MLKEM768X25519} {
		if name == k.String() {
			return k, nil
		}
	}
	return 0, fmt.Errorf("sealed: KEM %q is not used; use %s or %s", name, MLKEM768X25519, X25519)
}

// hpke returns the KEM itself.
func (k KEM) hpke() (hpke.KEM, error) {
	switch k {
	case X25519:
		return hpke.DHKEM(ecdh.X25519()), nil
	case MLKEM768X25519:
		return hpke.MLKEM768X25519(), nil
	}
	return nil, fmt.Errorf("%w: KEM %s is not used; use %s or %s", ErrKey, k, MLKEM768X25519, X25519)
}

// encSize is the size of an encapsulated key.
func (k KEM) encSize() int {
	if k == MLKEM768X25519 {
		return mlkemCipher + pointSize
	}
	return pointSize
}

// PublicKey is a key to encrypt to. The zero value is none.
type PublicKey struct{ key hpke.PublicKey }

// ParsePublicKey reads a public key: KEM (2) ‖ key, as HPKE serializes it.
func ParsePublicKey(b []byte) (PublicKey, error) {
	if len(b) < kemSize {
		return PublicKey{}, fmt.Errorf("%w: %d bytes", ErrKey, len(b))
	}
	kem, key := KEM(binary.BigEndian.Uint16(b)), b[kemSize:]
	mechanism, err := kem.hpke()
	if err != nil {
		return PublicKey{}, err
	}
	pub, err := mechanism.NewPublicKey(key)
	if err != nil {
		return PublicKey{}, fmt.Errorf("%w: %d bytes for KEM %s: %w", ErrKey, len(key), kem, err)
	}
	// Either KEM's key ends with a point. The hybrid would be secure with a bad one, by the other half alone.
	if err := checkPoint(key[len(key)-pointSize:]); err != nil {
		return PublicKey{}, err
	}
	return PublicKey{pub}, nil
}

// checkPoint refuses points of small order, which give the zero shared secret with every
// scalar (RFC 7748, section 6.1).
func checkPoint(b []byte) error {
	point, err := ecdh.X25519().NewPublicKey(b)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrKey, err)
	}
	scalar, err := ecdh.X25519().NewPrivateKey(append(make([]byte, 31), 0x40)) // any scalar finds it
	if err != nil {
		return fmt.Errorf("sealed: internal error: %w", err)
	}
	if _, err := scalar.ECDH(point); err != nil {
		return fmt.Errorf("%w: %x has small order", ErrKey, b)
	}
	return nil
}

// X25519Key is the public key of KEM X25519 with the given point.
func X25519Key(point common.Hash) (PublicKey, error) {
	return ParsePublicKey(append(binary.BigEndian.AppendUint16(nil, uint16(X25519)), point[:]...))
}

// KEM returns the key's KEM.
func (p PublicKey) KEM() KEM {
	if p.key == nil {
		return 0
	}
	return KEM(p.key.KEM().ID())
}

// Bytes returns KEM (2) ‖ key.
func (p PublicKey) Bytes() []byte {
	if p.key == nil {
		return nil
	}
	return append(binary.BigEndian.AppendUint16(nil, uint16(p.KEM())), p.key.Bytes()...)
}

// Commitment is the keccak256 of Bytes, by which a job names its researcher's key.
func (p PublicKey) Commitment() common.Hash { return crypto.Keccak256Hash(p.Bytes()) }

// PrivateKey opens what was encrypted to its public key. The zero value is none.
type PrivateKey struct {
	key  hpke.PrivateKey
	seed [SeedSize]byte
}

// NewPrivateKey returns the key of a KEM from its seed: X25519's scalar, or the seed of the hybrid's two halves.
func NewPrivateKey(kem KEM, seed [SeedSize]byte) (PrivateKey, error) {
	mechanism, err := kem.hpke()
	if err != nil {
		return PrivateKey{}, err
	}
	key, err := mechanism.NewPrivateKey(seed[:])
	if err != nil {
		return PrivateKey{}, fmt.Errorf("sealed: private key of KEM %s: %w", kem, err)
	}
	return PrivateKey{key, seed}, nil
}

// GenerateKey makes a key of a KEM from 32 random bytes.
func GenerateKey(kem KEM, random io.Reader) (PrivateKey, error) {
	var seed [SeedSize]byte
	if _, err := io.ReadFull(random, seed[:]); err != nil {
		return PrivateKey{}, fmt.Errorf("sealed: drawing a private key: %w", err)
	}
	return NewPrivateKey(kem, seed)
}

// X25519PrivateKey is the private key of KEM X25519 with the given scalar.
func X25519PrivateKey(key *ecdh.PrivateKey) (PrivateKey, error) {
	b := key.Bytes()
	if len(b) != SeedSize {
		return PrivateKey{}, fmt.Errorf("sealed: private key of %d bytes, X25519's has %d", len(b), SeedSize)
	}
	return NewPrivateKey(X25519, [SeedSize]byte(b))
}

// KEM returns the key's KEM.
func (k PrivateKey) KEM() KEM {
	if k.key == nil {
		return 0
	}
	return KEM(k.key.KEM().ID())
}

// Seed returns what NewPrivateKey made the key from.
func (k PrivateKey) Seed() [SeedSize]byte { return k.seed }

// PublicKey returns the public half.
func (k PrivateKey) PublicKey() PublicKey {
	if k.key == nil {
		return PublicKey{}
	}
	return PublicKey{k.key.PublicKey()}
}
