package job_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/assent-network/assent/protocol/job"
)

func TestReason(t *testing.T) {
	call := bytes.Repeat([]byte{7}, 68)
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
		if got, ok := job.Reason(with); !ok || got != reason {
			t.Errorf("%q comes back as %q, %t", reason, got, ok)
		}
	}
	for _, bad := range []string{"", "  ", "two\nlines", "a\x1b[2J", "\xff", strings.Repeat("r", job.MaxReason+1),
		"\u202ereversed"} {
		if _, err := job.AddReason(call, bad); !errors.Is(err, job.ErrReason) {
			t.Errorf("%q is taken: %v", bad, err)
		}
		if got, ok := job.Reason(append(append(bytes.Clone(call), "assent.refusal.v1:"...), bad...)); ok {
			t.Errorf("%q is read as %q", bad, got)
		}
	}
	if _, err := job.AddReason(call[1:], "x"); err == nil {
		t.Error("a reason is put behind another call")
	}
	for _, none := range [][]byte{nil, call, call[:10], append(bytes.Clone(call), "something else"...)} {
		if got, ok := job.Reason(none); ok {
			t.Errorf("%d bytes have the reason %q", len(none), got)
		}
	}
}

func FuzzReason(f *testing.F) {
	f.Add(append(bytes.Repeat([]byte{1}, 68), "assent.refusal.v1:no"...))
	f.Fuzz(func(t *testing.T, call []byte) {
		if reason, ok := job.Reason(call); ok {
			if again, err := job.AddReason(call[:68], reason); err != nil || !bytes.Equal(again, call) {
				t.Errorf("%q was read of %x: %v", reason, call, err)
			}
		}
	})
}
