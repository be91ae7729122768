// Package signature is the one form of an ECDSA signature over secp256k1 that Assent accepts: 65 bytes r‖s‖v with v 27
// or 28, and s in the lower half of the group order. A signature that is accepted therefore has one encoding only (the
// same rule as OpenZeppelin's ECDSA library).
package signature

import (
	"crypto/ecdsa"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Length is the length of a signature in bytes.
const Length = 65

// ErrMalleable is returned for a signature with s in the upper half of the group order. Its signer can turn it into the
// accepted form.
var ErrMalleable = errors.New("signature: s is in the upper half of the group order")

// Signature is r‖s‖v.
type Signature [Length]byte

// WrongSignerError says that a signature is sound but by another key, or over other bytes: a wrong field gives some
// other address.
type WrongSignerError struct {
	Want common.Address // who had to sign
	Got  common.Address // whose signature it would be
}

func (e *WrongSignerError) Error() string {
	return fmt.Sprintf("signature: signed by %s, need %s (or what was signed differs)", Hex(e.Got), Hex(e.Want))
}

// Hex is the lower-case form of an address used in messages and files.
func Hex(a common.Address) string { return "0x" + hex.EncodeToString(a[:]) }

// Parse checks the form of a signature, not who made it.
func Parse(b []byte) (Signature, error) {
	var s Signature
	if len(b) != Length {
		return s, fmt.Errorf("signature: %d bytes, need %d", len(b), Length)
	}
	copy(s[:], b)
	return s, s.check()
}

// check enforces the accepted form: r and s in range, s low, v 27 or 28.
func (s Signature) check() error {
	n := crypto.S256().Params().N
	r, sv := new(big.Int).SetBytes(s[:32]), new(big.Int).SetBytes(s[32:64])
	switch {
	case s[64] != 27 && s[64] != 28:
		return fmt.Errorf("signature: v is %d, need 27 or 28", s[64])
	case r.Sign() == 0 || r.Cmp(n) >= 0:
		return errors.New("signature: r is out of range")
	case sv.Sign() == 0 || sv.Cmp(n) >= 0:
		return errors.New("signature: s is out of range")
	case sv.Cmp(new(big.Int).Rsh(n, 1)) > 0:
		return ErrMalleable
	}
	return nil
}

// Sign signs a digest with the deterministic nonce of RFC 6979.
func Sign(digest common.Hash, key *ecdsa.PrivateKey) (Signature, error) {
	var s Signature
	b, err := crypto.Sign(digest[:], key)
	if err != nil {
		return s, fmt.Errorf("signature: sign digest %s: %w", digest, err)
	}
	copy(s[:], b)
	s[64] += 27
	return s, nil
}

// Recover returns the address whose key made the signature over digest.
func (s Signature) Recover(digest common.Hash) (common.Address, error) {
	if err := s.check(); err != nil {
		return common.Address{}, err
	}
	raw := s
	raw[64] -= 27
	pub, err := crypto.Ecrecover(digest[:], raw[:])
	if err != nil {
		return common.Address{}, fmt.Errorf("signature: recover signer of digest %s: %w", digest, err)
	}
	return common.BytesToAddress(crypto.Keccak256(pub[1:])[12:]), nil
}

// Verify checks that signer signed digest.
func (s Signature) Verify(digest common.Hash, signer common.Address) error {
	got, err := s.Recover(digest)
	if err != nil {
		return err
	}
	if got != signer {
		return &WrongSignerError{Want: signer, Got: got}
	}
	return nil
}

// String returns lower-case hex with 0x.
func (s Signature) String() string { return "0x" + hex.EncodeToString(s[:]) }

// MarshalJSON writes a hex string.
func (s Signature) MarshalJSON() ([]byte, error) { return json.Marshal(s.String()) }

// UnmarshalJSON reads a hex string and checks the form as Parse does.
func (s *Signature) UnmarshalJSON(data []byte) error {
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return fmt.Errorf("signature: a hex string is expected: %w", err)
	}
	if len(text) != 2+2*Length || text[:2] != "0x" {
		return fmt.Errorf("signature: need 0x and %d hex digits, got %d characters", 2*Length, len(text))
	}
	b, err := hex.DecodeString(text[2:])
	if err != nil {
		return fmt.Errorf("signature: %w", err)
	}
	v, err := Parse(b)
	if err != nil {
		return err
	}
	*s = v
	return nil
}
