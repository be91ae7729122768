package journal_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/broker/journal"
)

func write(t *testing.T, path string, reasons ...string) {
	t.Helper()
	j, err := journal.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	for i, r := range reasons {
		e := journal.Entry{Time: time.Unix(1700000000, 0).UTC(), Job: common.BytesToHash([]byte{byte(i)}), Reason: r}
		if err := j.Append(e); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAppendAndRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	write(t, path, "released", "budget")
	write(t, path, "stopped") // opened again, the chain goes on
	entries, err := journal.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 3 || entries[0].Reason != "released" || entries[2].Reason != "stopped" {
		t.Errorf("read %v", entries)
	}
}

// A line that could not be read again would keep the broker from ever starting again.
func TestNoLineIsLongerThanRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	write(t, path, "released")
	j, err := journal.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := j.Append(journal.Entry{Detail: strings.Repeat("\x01", 20_000)}); err == nil {
		t.Error("a line of 120 kB was written")
	}
	if err := j.Append(journal.Entry{Detail: strings.Repeat("x", 60_000)}); err != nil {
		t.Error(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, path, "stopped")
	if entries, err := journal.Read(path); err != nil || len(entries) != 3 {
		t.Errorf("%d entries, %v", len(entries), err)
	}
}

func TestOneBrokerAtATime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	j, err := journal.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := journal.Open(path); err == nil {
		t.Error("two brokers write one journal")
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, path, "released")
}

func TestHalfWrittenLineIsCutOff(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	write(t, path, "released", "budget")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	first := bytes.IndexByte(whole, '\n') + 1
	for cut := first; cut < len(whole); cut++ { // a crash at every byte of the second line
		if err := os.WriteFile(path, whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		write(t, path, "again")
		entries, err := journal.Read(path)
		if err != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		if len(entries) != 2 || entries[1].Reason != "again" {
			t.Fatalf("cut at %d: read %v", cut, entries)
		}
	}
}

func TestChangedLinesShow(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	write(t, path, "released", "budget", "stopped")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.SplitAfter(whole, []byte{'\n'})
	for name, bad := range map[string][]byte{
		"a line taken out": append(bytes.Clone(lines[0]), lines[2]...),
		"a line changed":   bytes.Replace(whole, []byte("released"), []byte("refused!"), 1),
		"two lines turned": append(append(bytes.Clone(lines[1]), lines[0]...), lines[2]...),
	} {
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := journal.Read(path); !errors.Is(err, journal.ErrBroken) {
			t.Errorf("%s: %v, want ErrBroken", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	path := filepath.Join(f.TempDir(), "seed")
	j, err := journal.Open(path)
	if err != nil {
		f.Fatal(err)
	}
	if err := j.Append(journal.Entry{Reason: "released"}); err != nil {
		f.Fatal(err)
	}
	j.Close()
	seed, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(t.TempDir(), "log")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if j, err := journal.Open(path); err == nil {
			defer j.Close()
			if err := j.Append(journal.Entry{Reason: "again"}); err != nil {
				t.Fatal(err)
			}
			if _, err := journal.Read(path); err != nil {
				t.Errorf("a journal that opened does not read after an append: %v", err)
			}
		}
	})
}

// What comes without a genuine quote is one line for an interval, however much it is.
func TestCount(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	j, err := journal.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	began := time.Unix(1_800_000_000, 0).UTC()
	at := began
	for i := range 3000 {
		at = began.Add(time.Duration(i) * time.Second)
		if err := j.Count(at, []string{"evidence", "nonce", "quote"}[i%3]); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 100 {
		if err := j.Count(at, fmt.Sprint("reason ", i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := j.Append(journal.Entry{Time: at, Reason: "released", Granted: true}); err != nil {
		t.Fatal(err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	entries, err := journal.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	var counted uint64
	for _, e := range entries {
		if e.Granted {
			continue
		}
		if e.Event != journal.Unproven || len(e.Counts) > 33 {
			t.Errorf("line %+v", e)
		}
		for _, n := range e.Counts {
			counted += n
		}
	}
	if len(entries) != 6 || counted != 3100 || !entries[0].Time.Equal(began) || entries[0].Counts["evidence"] != 200 {
		t.Errorf("%d lines count %d, the first is %+v; want 5 that count 3100, and the release", len(entries), counted,
			entries[0])
	}
}
