package nodelog_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/assent-network/assent/localnet/nodelog"
)

const (
	overflow = `{"caller":"p2p.go:388","err":"p2p: message queue overflow, libp2p still not initialized","level":"error",` +
		`"module":"p2p/oasis/ab12/tx/8000/5.0.0","msg":"failed to publish message to the network","ts":"2026-11-30T09:00:00Z"}`
	late = `{"commit":{"h":1},"err":"context canceled","level":"error","module":"worker/executor/committee",` +
		`"msg":"failed to submit executor commit","runtime_id":"8000"}`
	duplicate = `{"err":"duplicate transaction","level":"error","method":"/oasis-core.RuntimeClient/SubmitTxNoWait",` +
		`"module":"grpc/internal","msg":"request failed"}`
)

// fold runs a log through the rules, with a minute between one line and the next.
func fold(t *testing.T, peers bool, every time.Duration, in io.Reader) []string {
	t.Helper()
	now := time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)
	f := nodelog.Folder{Rules: nodelog.Rules(peers), Every: every, Now: func() time.Time {
		now = now.Add(time.Minute)
		return now
	}}
	var out bytes.Buffer
	if err := f.Run(in, &out); err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
}

func lines(l ...string) io.Reader { return strings.NewReader(strings.Join(l, "\n") + "\n") }

// told decodes a line that tells of folded ones.
func told(t *testing.T, line string) (count int, message, why string) {
	t.Helper()
	var s struct {
		Level, Module, Folded, Why string
		Count                      int
	}
	if err := json.Unmarshal([]byte(line), &s); err != nil || s.Level != "info" || s.Module != "assent/nodelog" {
		t.Fatalf("%q tells of no folded line: %v", line, err)
	}
	return s.Count, s.Folded, s.Why
}

func TestFold(t *testing.T) {
	got := fold(t, false, time.Hour, lines(overflow, late, overflow, overflow, duplicate))
	if len(got) != 3 {
		t.Fatalf("%d lines:\n%s", len(got), strings.Join(got, "\n"))
	}
	for i, want := range []struct {
		count   int
		message string
	}{
		{3, "failed to publish message to the network"}, {1, "failed to submit executor commit"}, {1, "request failed"},
	} {
		if count, message, why := told(t, got[i]); count != want.count || message != want.message || why == "" {
			t.Errorf("line %d tells of %d of %q, since %q, want %d of %q", i, count, message, why, want.count,
				want.message)
		}
	}
}

// What is not known to be harmless is written as it is: another module, message, error or level, and what is no line of
// a log at all.
func TestPass(t *testing.T) {
	for _, line := range []string{
		strings.Replace(overflow, "queue overflow", "queue gone", 1),
		strings.Replace(overflow, `"p2p/oasis`, `"q2q/oasis`, 1),
		strings.Replace(overflow, "failed to publish", "failed to send", 1),
		strings.Replace(overflow, `"error"`, `"warn"`, 1),
		strings.Replace(late, "context canceled", "roothash: invalid commitment", 1),
		strings.Replace(duplicate, "duplicate transaction", "transaction is invalid", 1),
		"panic: runtime error", "", "{", "goroutine 1 [running]:",
		`{"level":"error","err":` + strings.Repeat("[", 20_000) + "}",
	} {
		if got := fold(t, false, time.Hour, lines("first", line, "last")); len(got) != 3 || got[1] != line {
			t.Errorf("%q became %q", line, got)
		}
	}
	// A node with peers has lost something when it cannot publish.
	if got := fold(t, true, time.Hour, lines(overflow)); len(got) != 1 || got[0] != overflow {
		t.Errorf("a node with peers: %q", got)
	}
}

// Folded lines are told of in between, and once.
func TestTell(t *testing.T) {
	got := fold(t, false, 2*time.Minute, lines(overflow, overflow, "x", "y", "z", overflow))
	var counts []int
	for _, line := range got {
		if strings.HasPrefix(line, "{") {
			n, _, _ := told(t, line)
			counts = append(counts, n)
		}
	}
	if fmt.Sprint(counts) != "[2 1]" || len(got) != 5 {
		t.Errorf("told of %v in %q", counts, got)
	}
}

// Lines of any length and a log without an end of line pass whole, however they arrive.
func TestLongLines(t *testing.T) {
	long := strings.Repeat("x", 300_000)
	// What looks like a known line within a long one is part of it.
	in := "a\n" + long + overflow + "\n" + overflow + "\nno end"
	for name, r := range map[string]io.Reader{
		"whole": strings.NewReader(in), "in halves": iotest.HalfReader(strings.NewReader(in)),
		"by bytes": iotest.OneByteReader(strings.NewReader(in)),
	} {
		got := fold(t, false, time.Hour, r)
		if len(got) != 4 || got[0] != "a" || got[1] != long+overflow || got[2] != "no end" {
			t.Errorf("%s: %d lines", name, len(got))
		}
	}
}

func TestReadFails(t *testing.T) {
	broken := errors.New("broken")
	f := nodelog.Folder{Rules: nodelog.Rules(false), Every: time.Hour, Now: time.Now}
	var out bytes.Buffer
	err := f.Run(io.MultiReader(lines(overflow), iotest.ErrReader(broken)), &out)
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if count, _, _ := told(t, strings.TrimSpace(out.String())); count != 1 {
		t.Errorf("told of %d", count)
	}
}

// Whatever a log is, what is written is the log without the known lines, and lines that tell of them.
func FuzzFold(f *testing.F) {
	f.Add(overflow + "\n" + late + "\nx")
	f.Add("\n\n{}")
	f.Fuzz(func(t *testing.T, log string) {
		folder := nodelog.Folder{Rules: nodelog.Rules(false), Every: time.Hour, Now: time.Now}
		var out bytes.Buffer
		if err := folder.Run(strings.NewReader(log), &out); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(log, "error") && strings.TrimSuffix(out.String(), "\n") != strings.TrimSuffix(log, "\n") {
			t.Errorf("%q became %q", log, out.String())
		}
	})
}
