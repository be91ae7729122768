package challenge_test

import (
	"errors"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/broker/internal/challenge"
)

func maker(t *testing.T, seed byte) *challenge.Maker {
	t.Helper()
	m, err := challenge.New(func() (common.Hash, error) {
		seed += 2
		return common.Hash{seed}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestOpenOnceAndSoon(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	m, other := maker(t, 0), maker(t, 1)
	nonce, err := m.Next(now)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		m    *challenge.Maker
		at   time.Duration
		move func(*common.Hash)
		want bool
	}{
		"at once":            {m: m, want: true},
		"at the end":         {m: m, at: challenge.Life, want: true},
		"after the end":      {m: m, at: challenge.Life + 1},
		"before it was made": {m: m, at: -1},
		"another's":          {m: other},
		"another moment":     {m: m, move: func(n *common.Hash) { n[7] ^= 1 }},
		"another body":       {m: m, move: func(n *common.Hash) { n[8] ^= 1 }},
		"another code":       {m: m, move: func(n *common.Hash) { n[31] ^= 1 }},
	} {
		n := nonce
		if c.move != nil {
			c.move(&n)
		}
		if got := c.m.Open(now.Add(c.at), n); got != c.want {
			t.Errorf("%s: open is %t", name, got)
		}
	}
	if !m.Use(now, nonce) || m.Use(now, nonce) || m.Open(now, nonce) {
		t.Error("a challenge was answered twice, or not once")
	}
}

func TestRandomnessFails(t *testing.T) {
	broken := errors.New("no randomness")
	if _, err := challenge.New(func() (common.Hash, error) { return common.Hash{}, broken }); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	calls := 0
	m, err := challenge.New(func() (common.Hash, error) {
		if calls++; calls > 1 {
			return common.Hash{}, broken
		}
		return common.Hash{}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := m.Next(time.Unix(0, 0)); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}
