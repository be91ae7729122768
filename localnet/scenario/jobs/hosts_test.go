package jobs_test

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/compute/process"
	"github.com/assent-network/assent/protocol/job"
)

// ownProcesses returns a command line for the processes of one worker's jobs, which no other worker's have.
func ownProcesses(t testing.TB) []string {
	t.Helper()
	path := filepath.Join(shortDir(t), "jobs")
	if err := os.Symlink(must(os.Executable())(t), path); err != nil {
		t.Fatal(err)
	}
	return []string{path, process.Command}
}

// signalProcesses sends a signal to all processes with a command line, such as one that stops them, as a host does that
// takes a machine's processors away. It returns how many there are.
func signalProcesses(t testing.TB, command []string, signal syscall.Signal) (reached int) {
	t.Helper()
	want := []byte(strings.Join(command, "\x00") + "\x00")
	for _, path := range must(filepath.Glob("/proc/[0-9]*/cmdline"))(t) {
		line, err := os.ReadFile(path)
		if err != nil || !bytes.Equal(line, want) {
			continue // it has ended, or is another
		}
		pid := must(strconv.Atoi(filepath.Base(filepath.Dir(path))))(t)
		if syscall.Kill(pid, signal) == nil {
			reached++
		}
	}
	return reached
}

// TestStory_theMachineIsSlow: a host that has a run miss its moment learns nothing by it. The default value leaves, of
// the same size and at the moment that was named, and the budget is spent; only the researcher sees that it is the
// default value.
func TestStory_theMachineIsSlow(t *testing.T) {
	t.Parallel()
	const people, rho = 8, 100
	s := newStudy(t, stories.Shared(t), setting{people: people})
	b := s.startBroker(t, brokerOptions{})
	command := ownProcesses(t)
	slow := make(chan int, 1)
	s.startWorker(t, workerOptions{broker: b.url, process: command,
		step: func(_ *runningWorker, _ common.Hash, step string) {
			if step != atCompute {
				return
			}
			select {
			case <-slow:
				slow <- signalProcesses(t, command, syscall.SIGSTOP)
			default:
			}
		}})
	type seen struct {
		held   uint64
		size   int
		steps  string
		missed bool
	}
	look := func(w wanted, missed bool) seen {
		id := s.ask(t, w)
		j := s.end(t, id, job.Done)
		d, r := s.delivered(t, id)
		moment := d.Receipt.Charge.Moment
		if j.SealedAt < moment {
			t.Errorf("job %s was sealed at %d, before its moment %d", id, j.SealedAt, moment)
		}
		if w.rho == 0 {
			missed = r.Query.Cells[0].Figures[0].Value == "0"
		}
		return seen{moment - j.ReleasedAt, len(d.Ciphertext), strings.Join(s.historyOf(t, id).steps, ", "), missed}
	}
	for _, w := range []wanted{{}, {rho: rho}} {
		usual := look(w, false)
		slow <- 0
		got := look(w, true)
		if n := <-slow; n == 0 {
			t.Fatal("no process was stopped")
		}
		signalProcesses(t, command, syscall.SIGCONT) // the one that waits for the next job was stopped, too
		if usual.missed || !got.missed {
			t.Errorf("the usual run left its default value: %v; the slow one: %v", usual.missed, got.missed)
		}
		if got.missed = false; got != usual {
			t.Errorf("a job on a slow machine looks like %+v, usually like %+v", got, usual)
		}
	}
	s.checkBudget(t, 0, 2*rho)
}

// TestStory_theHostForksTheMachine: two copies of a machine, with the same keys and the same randomness from the first
// draw on, are worth one: a job is charged, sealed and opened once, on the rows of those who consent, and its budget is
// spent once. The same holds for copies whose randomness differs from some draw on.
func TestStory_theHostForksTheMachine(t *testing.T) {
	t.Parallel()
	const people, rho = 8, 100
	for name, apart := range map[string]int64{"and they never differ": 0,
		"and they differ once they have keys": 1 << 9} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newStudy(t, stories.Shared(t), setting{people: people})
			b := s.startBroker(t, brokerOptions{})
			before := s.weigh(t)
			seed := [32]byte([]byte(s.Dataset[:]))
			var copies []*runningWorker
			for i, name := range []string{"machine", "copy"} {
				other := seed
				other[0] ^= byte(i)
				random := &forked{common: rand.NewChaCha8(seed), own: rand.NewChaCha8(other), left: apart,
					differs: apart != 0}
				copies = append(copies, s.startWorker(t, workerOptions{name: name, broker: b.url, random: random}))
			}
			if copies[0].enclave != copies[1].enclave {
				t.Fatalf("the copies have the keys of %s and %s", copies[0].enclave, copies[1].enclave)
			}
			exact, private := s.ask(t, wanted{}), s.ask(t, wanted{rho: rho})
			for _, id := range []common.Hash{exact, private} {
				s.end(t, id, job.Done)
				s.checkSteps(t, id, "posted", "approved", "claimed", "released", "charged", "sealed", "done")
			}
			s.checkUsed(t, exact, all(people)...)
			s.checkCommitted(t, private, all(people)...)
			s.checkBudget(t, 0, rho)
			for _, w := range copies {
				w.stop()
			}
			s.checkBalances(t, before)
		})
	}
}

// forked is the randomness of a machine that was copied: the same bytes for all copies at first, and then, if they
// differ, each copy's own.
type forked struct {
	mu          sync.Mutex
	common, own interface{ Read([]byte) (int, error) }
	left        int64
	differs     bool
}

func (f *forked) Read(p []byte) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.differs && f.left < int64(len(p)) {
		return f.own.Read(p)
	}
	f.left -= int64(len(p))
	return f.common.Read(p)
}
