// Package oasis has the names and encodings of Oasis Core, as far as proofs need them: hashes, runtime ids, keys,
// signatures and canonical CBOR. Oasis Core's own packages are the oracle of the tests; they are not imported, since
// its CBOR comes with Prometheus and an HTTP server.
package oasis

import (
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/oasisprotocol/curve25519-voi/primitives/ed25519"
)

// Sizes, in bytes.
const (
	HashSize      = sha512.Size256
	NamespaceSize = 32
	KeySize       = ed25519.PublicKeySize
	SignatureSize = ed25519.SignatureSize
)

// Hash is a SHA-512/256 hash.
type Hash [HashSize]byte

// HashOf returns the hash of the parts, one after the other.
func HashOf(parts ...[]byte) (out Hash) {
	h := sha512.New512_256()
	for _, p := range parts {
		_, _ = h.Write(p)
	}
	h.Sum(out[:0])
	return out
}

// EmptyHash returns the hash of nothing, which is the root of an empty tree.
func EmptyHash() Hash { return sha512.Sum512_256(nil) }

// String returns the hash in hexadecimal digits.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// MarshalBinary implements encoding.BinaryMarshaler.
func (h Hash) MarshalBinary() ([]byte, error) { return h[:], nil }

// UnmarshalBinary implements encoding.BinaryUnmarshaler.
func (h *Hash) UnmarshalBinary(data []byte) error { return fill(h[:], data, "hash") }

// Namespace is the id of a runtime.
type Namespace [NamespaceSize]byte

// reservedFlags are the first bits of a namespace that have to be zero: all but those of test runtimes and of key
// managers.
const reservedFlags = 1<<62 - 1

// String returns the id in hexadecimal digits.
func (n Namespace) String() string { return hex.EncodeToString(n[:]) }

// MarshalBinary implements encoding.BinaryMarshaler.
func (n Namespace) MarshalBinary() ([]byte, error) { return n[:], nil }

// UnmarshalBinary implements encoding.BinaryUnmarshaler. It refuses ids with reserved bits.
func (n *Namespace) UnmarshalBinary(data []byte) error {
	if err := fill(n[:], data, "runtime id"); err != nil {
		return err
	}
	if binary.BigEndian.Uint64(n[:])&reservedFlags != 0 {
		return errors.New("runtime id has reserved bits")
	}
	return nil
}

// PublicKey is the Ed25519 key of a node.
type PublicKey [KeySize]byte

// String returns the key in base64, as Oasis Core writes it.
func (k PublicKey) String() string { return base64.StdEncoding.EncodeToString(k[:]) }

// MarshalBinary implements encoding.BinaryMarshaler.
func (k PublicKey) MarshalBinary() ([]byte, error) { return k[:], nil }

// UnmarshalBinary implements encoding.BinaryUnmarshaler.
func (k *PublicKey) UnmarshalBinary(data []byte) error { return fill(k[:], data, "key") }

// Signature is an Ed25519 signature.
type Signature [SignatureSize]byte

// MarshalBinary implements encoding.BinaryMarshaler.
func (s Signature) MarshalBinary() ([]byte, error) { return s[:], nil }

// UnmarshalBinary implements encoding.BinaryUnmarshaler.
func (s *Signature) UnmarshalBinary(data []byte) error { return fill(s[:], data, "signature") }

func fill(dst, data []byte, what string) error {
	if len(data) != len(dst) {
		return fmt.Errorf("%s of %d bytes, want %d", what, len(data), len(dst))
	}
	copy(dst, data)
	return nil
}

// signatureOptions are Oasis Core's, so that a verifier accepts exactly the signatures that the network accepts.
var signatureOptions = &ed25519.Options{
	Verify: &ed25519.VerifyOptions{AllowNonCanonicalA: true, AllowNonCanonicalR: true},
}

// Verify reports whether a signature is that of the key over a message in a context. Nodes sign the hash of context and
// message.
func (k PublicKey) Verify(context string, message []byte, signature Signature) bool {
	digest := HashOf([]byte(context), message)
	return ed25519.VerifyWithOptions(k[:], digest[:], signature[:], signatureOptions)
}
