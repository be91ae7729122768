// Package sealed encrypts to X25519 keys with HPKE (RFC 9180): results to their
// researcher, and whatever else goes to one holder of a key.
//
// The suite is fixed: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, base
// mode, one message per encapsulation. An envelope is version ‖ enc (32) ‖
// ciphertext. A label tells its uses apart and a context binds it to its place.
package sealed

import (
	"crypto/ecdh"
	"crypto/hpke"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
)

const (
	version   = 0x01
	encSize   = 32
	tagSize   = 16
	infoLabel = "assent.sealed.v1/"
)

// Overhead is how much longer an envelope is than its plaintext.
const Overhead = 1 + encSize + tagSize

// ErrOpen is returned when an envelope does not open: it is for another key, label
// or context, or was changed.
var ErrOpen = errors.New("sealed: the envelope does not open with this key in this context")

// ErrKey is returned for 32 bytes that are no usable X25519 public key, such as a
// point of small order.
var ErrKey = errors.New("sealed: not a usable X25519 public key")

// PublicKey checks an X25519 public key and returns it.
func PublicKey(key common.Hash) (*ecdh.PublicKey, error) {
	pub, err := ecdh.X25519().NewPublicKey(key[:])
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrKey, key, err)
	}
	// A point of small order gives the zero shared secret with every scalar, which
	// ECDH refuses (RFC 7748, section 6.1). Any scalar finds it.
	scalar, err := ecdh.X25519().NewPrivateKey(append(make([]byte, 31), 0x40))
	if err != nil {
		return nil, fmt.Errorf("sealed: internal error: %w", err)
	}
	if _, err := scalar.ECDH(pub); err != nil {
		return nil, fmt.Errorf("%w: %s has small order", ErrKey, key)
	}
	return pub, nil
}

func info(label string) []byte { return []byte(infoLabel + label) }

// Seal encrypts to a public key under a label and a context. Sealing twice gives
// two envelopes.
func Seal(label string, to common.Hash, context, plaintext []byte) ([]byte, error) {
	pub, err := PublicKey(to)
	if err != nil {
		return nil, err
	}
	recipient, err := hpke.NewDHKEMPublicKey(pub)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	enc, sender, err := hpke.NewSender(recipient, hpke.HKDFSHA256(), hpke.AES256GCM(), info(label))
	if err != nil {
		return nil, fmt.Errorf("sealed: encapsulate to %s: %w", to, err)
	}
	ct, err := sender.Seal(context, plaintext)
	if err != nil {
		return nil, fmt.Errorf("sealed: encrypt to %s: %w", to, err)
	}
	return append(append([]byte{version}, enc...), ct...), nil
}

// Open decrypts an envelope made by Seal with the same label and context.
func Open(label string, key *ecdh.PrivateKey, context, envelope []byte) ([]byte, error) {
	if len(envelope) < Overhead {
		return nil, fmt.Errorf("sealed: %d bytes are no envelope, it has at least %d", len(envelope), Overhead)
	}
	if envelope[0] != version {
		return nil, fmt.Errorf("sealed: envelope version %d is unknown, %d is read", envelope[0], version)
	}
	private, err := hpke.NewDHKEMPrivateKey(key)
	if err != nil {
		return nil, fmt.Errorf("sealed: private key: %w", err)
	}
	recipient, err := hpke.NewRecipient(envelope[1:1+encSize], private, hpke.HKDFSHA256(), hpke.AES256GCM(), info(label))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrOpen, err)
	}
	plaintext, err := recipient.Open(context, envelope[1+encSize:])
	if err != nil {
		return nil, ErrOpen
	}
	return plaintext, nil
}
