package mechanism

import (
	"errors"
	"fmt"
	"slices"
)

// KeySize is the length of a key's bytes.
const KeySize = 64

// Bytes are the key as ParseKey reads it. They are as secret as the key is.
func (k Key) Bytes() []byte {
	return slices.Concat(k.prk, k.inputs[:])
}

// ParseKey reads a key from what Bytes returned.
func ParseKey(b []byte) (Key, error) {
	if len(b) != KeySize {
		return Key{}, fmt.Errorf("reading a noise key: %d bytes, want %d", len(b), KeySize)
	}
	half := KeySize / 2
	if !slices.ContainsFunc(b[:half], func(c byte) bool { return c != 0 }) {
		return Key{}, errors.New("reading a noise key: it is empty")
	}
	return Key{prk: slices.Clone(b[:half]), inputs: [32]byte(b[half:])}, nil
}
