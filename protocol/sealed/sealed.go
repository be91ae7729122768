// Package sealed encrypts with HPKE (RFC 9180): results to their researcher, and whatever else goes to one holder of a
// key.
//
// The key says which KEM is used: MLKEM768-X25519, which stays secret when X25519 falls to a quantum computer, or
// X25519 alone. The rest is fixed: HKDF-SHA256, AES-256-GCM, base mode, one message per encapsulation. An envelope is
// version ‖ KEM ‖ enc ‖ ciphertext. A label tells its uses apart and a context binds it to its place.
package sealed

import (
	"crypto/hpke"
	"encoding/binary"
	"errors"
	"fmt"
)

const (
	version   = 0x02
	head      = 1 + kemSize
	tagSize   = 16
	infoLabel = "assent.sealed.v2/"
)

// ErrOpen is returned when an envelope does not open: it is for another key, label or context, or was changed.
var ErrOpen = errors.New("sealed: the envelope does not open with this key in this context")

func info(label string) []byte { return []byte(infoLabel + label) }

// Overhead is how much longer an envelope to a key of the KEM is than its plaintext.
func (k KEM) Overhead() int { return head + k.encSize() + tagSize }

// Seal encrypts to a public key under a label and a context. Sealing twice gives two envelopes.
func Seal(label string, to PublicKey, context, plaintext []byte) ([]byte, error) {
	if to.key == nil {
		return nil, fmt.Errorf("%w: there is none", ErrKey)
	}
	enc, sender, err := hpke.NewSender(to.key, hpke.HKDFSHA256(), hpke.AES256GCM(), info(label))
	if err != nil {
		return nil, fmt.Errorf("sealed: encapsulate to %s: %w", to.Commitment(), err)
	}
	ct, err := sender.Seal(context, plaintext)
	if err != nil {
		return nil, fmt.Errorf("sealed: encrypt to %s: %w", to.Commitment(), err)
	}
	out := make([]byte, 0, head+len(enc)+len(ct))
	out = append(out, version)
	out = binary.BigEndian.AppendUint16(out, uint16(to.KEM()))
	return append(append(out, enc...), ct...), nil
}

// Open decrypts an envelope made by Seal with the same label and context.
func Open(label string, key PrivateKey, context, envelope []byte) ([]byte, error) {
	if len(envelope) < head {
		return nil, fmt.Errorf("sealed: %d bytes are no envelope, it has at least %d", len(envelope), head+tagSize)
	}
	if envelope[0] != version {
		return nil, fmt.Errorf("sealed: envelope version %d is unknown, %d is read", envelope[0], version)
	}
	kem := KEM(binary.BigEndian.Uint16(envelope[1:]))
	if kem != key.KEM() {
		return nil, fmt.Errorf("%w: it is for a key of KEM %s, this one is of %s", ErrOpen, kem, key.KEM())
	}
	if len(envelope) < kem.Overhead() {
		return nil, fmt.Errorf("sealed: %d bytes are no envelope to a key of KEM %s, it has at least %d", len(envelope),
			kem, kem.Overhead())
	}
	split := head + kem.encSize()
	recipient, err := hpke.NewRecipient(envelope[head:split], key.key, hpke.HKDFSHA256(), hpke.AES256GCM(), info(label))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrOpen, err)
	}
	plaintext, err := recipient.Open(context, envelope[split:])
	if err != nil {
		return nil, ErrOpen
	}
	return plaintext, nil
}
