package fault_test

import (
	"context"
	"errors"
	"io"
	"testing"
	"time"

	"github.com/assent-network/assent/localnet/fault"
)

func supervise(t *testing.T, script string) *fault.Supervised {
	t.Helper()
	s := fault.Supervise(fault.Program{Name: "a script", Path: "/bin/sh", Args: []string{"-c", script}, Ready: "ready ",
		Log: io.Discard})
	t.Cleanup(func() {
		if err := s.Stop(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestSupervised_isStartedAgain(t *testing.T) {
	s := supervise(t, `echo hello; echo "ready $$"; exec sleep 600`)
	seen := make(map[string]bool)
	for n := range 3 {
		said, err := s.WaitReady(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if seen[said] {
			t.Errorf("%q was ready before", said)
		}
		seen[said] = true
		if got := s.Starts(); got != n+1 {
			t.Errorf("started %d times, want %d", got, n+1)
		}
		if err := s.Kill(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSupervised_startsWhatFailsAgain(t *testing.T) {
	dir := t.TempDir()
	s := supervise(t, `test -e `+dir+`/second || { touch `+dir+`/second; exit 1; }; echo "ready now"; exec sleep 600`)
	said, err := s.WaitReady(t.Context())
	if err != nil || said != "ready now" {
		t.Fatalf("%q, %v", said, err)
	}
	if got := s.Starts(); got != 2 {
		t.Errorf("started %d times, want 2", got)
	}
}

func TestSupervised_endsWithStop(t *testing.T) {
	s := supervise(t, `exec sleep 600`)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if _, err := s.WaitReady(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("a program that says nothing is ready: %v", err)
	}
	if err := s.Stop(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.WaitReady(t.Context()); !errors.Is(err, context.Canceled) {
		t.Errorf("a program that was stopped is ready: %v", err)
	}
}

func TestSupervised_needsAProgram(t *testing.T) {
	s := fault.Supervise(fault.Program{Name: "nothing", Path: "/does/not/exist", Log: io.Discard})
	if _, err := s.WaitReady(t.Context()); err == nil {
		t.Error("a program that does not exist is ready")
	}
	if err := s.Stop(t.Context()); err == nil {
		t.Error("stopping it says nothing of that")
	}
}
