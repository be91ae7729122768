package noise_test

import (
	"bytes"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/internal/vectest"
	"github.com/assent-network/assent/protocol/noise"
)

type file struct {
	Cases []struct {
		Job        common.Hash
		Shares     []common.Hash
		Commitment common.Hash
	}
}

func load(t testing.TB) file {
	t.Helper()
	var f file
	vectest.Load(t, "noise.json", &f)
	return f
}

func shares(hashes []common.Hash) []noise.Share {
	out := make([]noise.Share, len(hashes))
	for i, h := range hashes {
		out[i] = noise.Share(h)
	}
	return out
}

func TestVectors(t *testing.T) {
	seen := make(map[common.Hash]int)
	for i, c := range load(t).Cases {
		got := noise.Commit(c.Job, shares(c.Shares)...)
		if got != c.Commitment {
			t.Errorf("case %d: %s, want %s", i, got, c.Commitment)
		}
		if j, ok := seen[got]; ok {
			t.Errorf("cases %d and %d have one commitment", i, j)
		}
		seen[got] = i
	}
	if len(seen) < 5 {
		t.Errorf("%d cases", len(seen))
	}
}

// No share is committed to by what a list commits to, or a list by what one share does.
func TestListsAreNoShares(t *testing.T) {
	job, a, b := common.Hash{1}, noise.Share{2}, noise.Share{3}
	list := noise.Commit(job, a, b)
	for name, other := range map[string]common.Hash{
		"another order":       noise.Commit(job, b, a),
		"another job":         noise.Commit(common.Hash{4}, a, b),
		"the first alone":     noise.Commit(job, a),
		"the first two times": noise.Commit(job, a, a),
		"three":               noise.Commit(job, a, b, a),
		"a list of lists":     noise.Commit(job, noise.Share(list)),
		"none":                noise.Commit(job),
	} {
		if other == list {
			t.Errorf("%s has the list's commitment", name)
		}
	}
	if noise.Commit(job) != (common.Hash{}) {
		t.Error("no share is not committed to by zero")
	}
}

func TestDraw(t *testing.T) {
	random := bytes.NewReader(append(bytes.Repeat([]byte{1}, 32), bytes.Repeat([]byte{2}, 31)...))
	s, err := noise.Draw(random)
	if err != nil || s != noise.Share(bytes.Repeat([]byte{1}, 32)) {
		t.Errorf("drew %x, %v", s, err)
	}
	if s, err := noise.Draw(random); err == nil || s != (noise.Share{}) {
		t.Errorf("drew %x from 31 bytes", s)
	}
}
