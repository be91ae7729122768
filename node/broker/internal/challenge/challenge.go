// Package challenge makes the nonces that quotes answer.
//
// A nonce carries the moment it was made and a code that only its maker can make, so that asking for nonces takes no
// memory and one caller cannot use up those of others. Only those that were answered with a genuine quote are
// remembered, until they are too old anyway.
package challenge

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// Life is for how long a challenge may be answered.
const Life = 2 * time.Minute

// Maker makes nonces and knows its own. It is safe for concurrent use.
type Maker struct {
	key    common.Hash
	random func() (common.Hash, error)

	mu   sync.Mutex
	used map[common.Hash]struct{}
}

// New returns a maker with a key of its own; random draws 32 bytes. What another maker made, of the same program or of
// one that ran before, is none of its own.
func New(random func() (common.Hash, error)) (*Maker, error) {
	key, err := random()
	if err != nil {
		return nil, fmt.Errorf("drawing a key for challenges: %w", err)
	}
	return &Maker{key: key, random: random, used: make(map[common.Hash]struct{})}, nil
}

// A nonce is the moment (8 bytes, nanoseconds), 8 random bytes and a code over both (16 bytes).
const (
	nonceMoment = 8
	nonceBody   = 16
)

// Next returns a new nonce.
func (m *Maker) Next(now time.Time) (common.Hash, error) {
	random, err := m.random()
	if err != nil {
		return common.Hash{}, fmt.Errorf("drawing a challenge: %w", err)
	}
	var nonce common.Hash
	binary.BigEndian.PutUint64(nonce[:nonceMoment], uint64(now.UnixNano()))
	copy(nonce[nonceMoment:nonceBody], random[:])
	copy(nonce[nonceBody:], m.code(nonce))
	return nonce, nil
}

func (m *Maker) code(nonce common.Hash) []byte {
	h := hmac.New(sha256.New, m.key[:])
	h.Write(nonce[:nonceBody])
	return h.Sum(nil)[:len(nonce)-nonceBody]
}

// Open reports whether a nonce may be answered: it is this maker's, not too old, and was not answered yet.
func (m *Maker) Open(now time.Time, nonce common.Hash) bool {
	if !hmac.Equal(nonce[nonceBody:], m.code(nonce)) || expired(now, nonce) {
		return false
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	_, used := m.used[nonce]
	return !used
}

// Use marks an open nonce as answered, and reports false when another request was faster.
func (m *Maker) Use(now time.Time, nonce common.Hash) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	for old := range m.used {
		if expired(now, old) {
			delete(m.used, old)
		}
	}
	if _, used := m.used[nonce]; used {
		return false
	}
	m.used[nonce] = struct{}{}
	return true
}

func expired(now time.Time, nonce common.Hash) bool {
	made := time.Unix(0, int64(binary.BigEndian.Uint64(nonce[:nonceMoment])))
	age := now.Sub(made)
	return age < 0 || age > Life
}
