package broker

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// challengeLife is for how long a challenge may be answered.
const challengeLife = 2 * time.Minute

// challenges makes the nonces that quotes answer. A nonce carries the moment it was made and a code that only this run of the
// broker can make, so that asking for nonces takes no memory, and nobody can use up those of others. Remembered is only
// which were answered with a genuine quote, until they are too old anyway.
type challenges struct {
	key [32]byte

	mu   sync.Mutex
	used map[common.Hash]struct{}
}

// A nonce is the moment (8 bytes, nanoseconds), 8 random bytes and a code over both (16 bytes).
const (
	nonceMoment = 8
	nonceBody   = 16
)

// next returns a new nonce; random is 32 random bytes.
func (c *challenges) next(now time.Time, random common.Hash) common.Hash {
	var nonce common.Hash
	binary.BigEndian.PutUint64(nonce[:nonceMoment], uint64(now.UnixNano()))
	copy(nonce[nonceMoment:nonceBody], random[:])
	copy(nonce[nonceBody:], c.code(nonce))
	return nonce
}

func (c *challenges) code(nonce common.Hash) []byte {
	h := hmac.New(sha256.New, c.key[:])
	h.Write(nonce[:nonceBody])
	return h.Sum(nil)[:len(nonce)-nonceBody]
}

// open reports whether a nonce may be answered: it is this broker's, not too old, and was not answered yet.
func (c *challenges) open(now time.Time, nonce common.Hash) bool {
	if !hmac.Equal(nonce[nonceBody:], c.code(nonce)) || expired(now, nonce) {
		return false
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	_, used := c.used[nonce]
	return !used
}

// use marks an open nonce as answered, and reports false when somebody else was faster.
func (c *challenges) use(now time.Time, nonce common.Hash) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	for old := range c.used {
		if expired(now, old) {
			delete(c.used, old)
		}
	}
	if _, used := c.used[nonce]; used {
		return false
	}
	c.used[nonce] = struct{}{}
	return true
}

func expired(now time.Time, nonce common.Hash) bool {
	made := time.Unix(0, int64(binary.BigEndian.Uint64(nonce[:nonceMoment])))
	age := now.Sub(made)
	return age < 0 || age > challengeLife
}

// Challenge makes a nonce that one release may answer within two minutes.
func (b *Broker) Challenge() (common.Hash, error) {
	random, err := b.Nonce()
	if err != nil {
		return common.Hash{}, fmt.Errorf("drawing a challenge: %w", err)
	}
	return b.challenges.next(b.Now(), random), nil
}
