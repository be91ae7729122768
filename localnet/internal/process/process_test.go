package process

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// start runs a process that lasts until it is killed.
func start(t *testing.T) (ID, *exec.Cmd) {
	t.Helper()
	cmd := exec.Command("sleep", "600")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	id, err := Of(cmd.Process.Pid)
	if err != nil {
		t.Fatal(err)
	}
	return id, cmd
}

func TestSignal_endsTheProcess(t *testing.T) {
	id, cmd := start(t)
	if !id.Alive() {
		t.Fatal("a running process is not alive")
	}
	if err := id.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	// Not reaped yet: it has ended all the same.
	if err := id.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	if id.Alive() {
		t.Error("a killed process is alive")
	}
	_ = cmd.Wait()
	if id.Alive() {
		t.Error("a reaped process is alive")
	}
	if err := id.Signal(syscall.SIGTERM); !errors.Is(err, ErrGone) {
		t.Errorf("signalling an ended process: %v, want ErrGone", err)
	}
	if err := id.Wait(t.Context()); err != nil {
		t.Errorf("waiting for an ended process: %v", err)
	}
}

// TestSignal_sparesAnother moves one part of the name at a time, as when a pid is recycled.
func TestSignal_sparesAnother(t *testing.T) {
	id, _ := start(t)
	for name, other := range map[string]ID{
		"start":    {PID: id.PID, Start: id.Start + 1, Boot: id.Boot},
		"boot":     {PID: id.PID, Start: id.Start, Boot: "another"},
		"zero":     {},
		"negative": {PID: -id.PID, Start: id.Start, Boot: id.Boot},
	} {
		if other.Alive() {
			t.Errorf("%s: alive", name)
		}
		if err := other.Signal(syscall.SIGKILL); !errors.Is(err, ErrGone) {
			t.Errorf("%s: signalled with %v, want ErrGone", name, err)
		}
	}
	if !id.Alive() {
		t.Fatal("the process was killed under another name")
	}
}

func TestWait_endsWithContext(t *testing.T) {
	id, _ := start(t)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if err := id.Wait(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestChildren(t *testing.T) {
	self, err := Of(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	id, _ := start(t)
	children, err := self.Children()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(children, id) {
		t.Errorf("%v is not among %v", id, children)
	}
	command, err := id.Command()
	if err != nil || !strings.Contains(command, "/") {
		t.Errorf("executes %q (%v)", command, err)
	}
	m, err := self.Memory()
	if err != nil || m.Resident == 0 || m.Peak < m.Resident {
		t.Errorf("memory %+v (%v)", m, err)
	}
}

// What a process maps of files is resident and not its own.
func TestMappedMemory(t *testing.T) {
	const size = 64 << 20
	self, err := Of(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(t.TempDir(), "mapped"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // test
	if err := f.Truncate(size); err != nil {
		t.Fatal(err)
	}
	before, err := self.Memory()
	if err != nil {
		t.Fatal(err)
	}
	pages, err := syscall.Mmap(int(f.Fd()), 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED)
	if err != nil {
		t.Fatal(err)
	}
	defer syscall.Munmap(pages) //nolint:errcheck // test
	for i := 0; i < size; i += os.Getpagesize() {
		pages[i] = 1
	}
	after, err := self.Memory()
	if err != nil {
		t.Fatal(err)
	}
	if mapped := after.Mapped - before.Mapped; after.Mapped < before.Mapped+size*9/10 {
		t.Errorf("%d bytes are mapped that were not, want %d", mapped, size)
	}
	if after.Own() > before.Own()+size/2 {
		t.Errorf("the process has %d bytes of its own, and %d before it mapped a file", after.Own(), before.Own())
	}
}

func TestCPU(t *testing.T) {
	self, err := Of(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	var used time.Duration
	for n := 0; used == 0; n++ { // until a tick has gone by
		if used, err = self.CPU(); err != nil {
			t.Fatal(err)
		}
	}
	later, err := self.CPU()
	if err != nil || later < used {
		t.Errorf("used %s and then %s (%v)", used, later, err)
	}
	self.Start++
	if _, err := self.CPU(); !errors.Is(err, ErrGone) {
		t.Errorf("another process: %v", err)
	}
}

func TestParseStat(t *testing.T) {
	after := " S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 4242 20"
	for _, command := range []string{"(sh)", "(a b)", "(a) R 1)", "()", "(((x)"} {
		s, err := parseStat("7 " + command + after)
		if err != nil || s != (stat{state: 'S', start: 4242, ticks: 11 + 12}) {
			t.Errorf("%s: %+v, %v", command, s, err)
		}
	}
	for _, bad := range []string{"", "7", "7 (sh", "7 (sh)", "7 (sh) S 1 2 3",
		fmt.Sprintf("7 (sh)%s", strings.Replace(after, "4242", "-1", 1))} {
		if s, err := parseStat(bad); err == nil {
			t.Errorf("%q: %+v", bad, s)
		}
	}
}

func FuzzParseStat(f *testing.F) {
	raw, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(raw))
	f.Fuzz(func(_ *testing.T, raw string) { _, _ = parseStat(raw) })
}
