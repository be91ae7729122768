package job_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/job"
)

// refused is the id of a job that is refused.
var refused = common.Hash{7}

// withdrawal is a call that withdraws a job's approvals.
func withdrawal(id common.Hash) []byte {
	call := append(crypto.Keccak256([]byte("disapprove(bytes32,uint64)"))[:4], id[:]...)
	return append(call, make([]byte, 32)...)
}

func TestReason(t *testing.T) {
	call := withdrawal(refused)
	for _, reason := range []string{"x", "the filter picks one person", "zu wenige Fälle", strings.Repeat("r",
		job.MaxReason)} {
		with, err := job.AddReason(call, reason)
		if err != nil {
			t.Errorf("%q: %v", reason, err)
			continue
		}
		if !bytes.HasPrefix(with, call) {
			t.Errorf("%q changed the call", reason)
		}
		if got, ok := job.Reason(with, refused); !ok || got != reason {
			t.Errorf("%q comes back as %q, %t", reason, got, ok)
		}
	}
	for _, bad := range []string{"", "  ", "two\nlines", "a\x1b[2J", "\xff", strings.Repeat("r", job.MaxReason+1),
		"\u202ereversed"} {
		if _, err := job.AddReason(call, bad); !errors.Is(err, job.ErrReason) {
			t.Errorf("%q is taken: %v", bad, err)
		}
		if got, ok := job.Reason(append(append(bytes.Clone(call), "assent.refusal.v1:"...), bad...), refused); ok {
			t.Errorf("%q is read as %q", bad, got)
		}
	}
	if _, err := job.AddReason(call[1:], "x"); err == nil {
		t.Error("a reason is put behind another call")
	}
	if _, err := job.AddReason(append([]byte{1}, call[1:]...), "x"); err == nil {
		t.Error("a reason is put behind a call of another function")
	}
	with, err := job.AddReason(call, "x")
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := job.Reason(with, common.Hash{2}); ok {
		t.Errorf("another job has the reason %q", got)
	}
	other := append([]byte{1}, with[1:]...)
	for _, none := range [][]byte{nil, call, other, call[:10], append(bytes.Clone(call), "something else"...)} {
		if got, ok := job.Reason(none, refused); ok {
			t.Errorf("%d bytes have the reason %q", len(none), got)
		}
	}
}

func FuzzReason(f *testing.F) {
	f.Add(append(withdrawal(refused), "assent.refusal.v1:no"...))
	f.Fuzz(func(t *testing.T, call []byte) {
		if reason, ok := job.Reason(call, refused); ok {
			if again, err := job.AddReason(call[:68], reason); err != nil || !bytes.Equal(again, call) {
				t.Errorf("%q was read of %x: %v", reason, call, err)
			}
		}
	})
}
