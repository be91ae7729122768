package mechanism

import (
	"errors"
	"fmt"
	"slices"
)

// KeySize is the length of a key's bytes.
const KeySize = 96

// Bytes are the key as ParseKey reads it. They are as secret as the key is.
func (k Key) Bytes() []byte {
	return slices.Concat(k.prk, k.inputs[:], k.header[:])
}

// ParseKey reads a key from what Bytes returned.
func ParseKey(b []byte) (Key, error) {
	if len(b) != KeySize {
		return Key{}, fmt.Errorf("reading a noise key: %d bytes, want %d", len(b), KeySize)
	}
	const part = KeySize / 3
	prk, inputs, header := b[:part], b[part:2*part], b[2*part:]
	if !slices.ContainsFunc(prk, func(c byte) bool { return c != 0 }) {
		return Key{}, errors.New("reading a noise key: it is empty")
	}
	return Key{prk: slices.Clone(prk), inputs: [32]byte(inputs), header: [32]byte(header)}, nil
}
