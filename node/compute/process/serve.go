package process

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/node/compute/mechanism"
)

// Command is the argument by which a program that runs workers knows that it is one of their processes.
const Command = "compute"

// Is reports whether a program was started with these arguments, its name among them, to be a process of a worker.
func Is(args []string) bool { return len(args) == 2 && args[1] == Command }

// Main is such a process, from the first line of main on, and returns its exit code.
func Main() int {
	if err := confine(); err != nil {
		fmt.Fprintln(os.Stderr, "assent: error:", err)
		return 2
	}
	if err := Serve(os.Stdin, os.Stdout, bound); err != nil {
		return 1 // the worker sees what was not answered; what went wrong may tell of rows
	}
	return 0
}

// confine gives up what a process can give up by itself, and checks what has to be given up before it starts.
func confine() error {
	none, err := unix.PrctlRetInt(unix.PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0)
	if err != nil || none != 1 {
		return errors.New("this is a part of a worker, which starts it; run assent worker run")
	}
	return Shield()
}

// Shield keeps this process's memory from dumps, and from other processes of the same user, those that run jobs among
// them. A program that runs a worker or a broker calls it before it has keys.
func Shield() error {
	if err := syscall.Setrlimit(unix.RLIMIT_CORE, &syscall.Rlimit{}); err != nil {
		return fmt.Errorf("doing without dumps of memory: %w", err)
	}
	if err := unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0); err != nil {
		return fmt.Errorf("keeping this process's memory from others: %w", err)
	}
	return nil
}

// Serve runs one job by messages, once the process is bounded by what the job is. It returns when the job is done, or
// the worker gone.
func Serve(in io.Reader, out io.Writer, bound func(*compute.Job) error) error {
	s := &server{in: bufio.NewReaderSize(in, maxPart), out: bufio.NewWriterSize(out, maxPart)}
	j, err := readJob(s.in)
	if err != nil {
		return fmt.Errorf("reading what the job is: %w", err)
	}
	s.job = j
	if err := bound(j); err != nil {
		return err
	}
	text := &textReader{r: s.in}
	if err := s.open(text); err != nil {
		// The worker gives the text up to its first row before it listens, and ends this process then.
		err = s.fail(err)
		_, _ = io.Copy(io.Discard, s.in)
		return err
	}
	if err := s.selectRows(); err != nil {
		// The worker gives the whole text before it listens.
		if _, rest := io.Copy(io.Discard, text); rest != nil {
			return errors.Join(err, rest)
		}
		return s.fail(err)
	}
	prepared := s.table.Prepare() // while the charge is on its way
	key, err := s.key()
	if err != nil {
		return err
	}
	if prepared != nil {
		return s.fail(prepared)
	}
	plain, err := s.table.Run(context.Background(), key)
	if err != nil {
		return s.fail(err)
	}
	return s.say(func(w io.Writer) error { return writeMessage(w, tagResult, plain) })
}

type server struct {
	in    *bufio.Reader
	out   *bufio.Writer
	job   *compute.Job
	table *compute.Table
}

// open reads a text up to its first row, and says what its roster is.
func (s *server) open(text io.Reader) error {
	var err error
	if s.table, err = compute.Open(compute.NewEngines(), s.job, text); err != nil {
		return err
	}
	roster := s.table.Roster()
	return s.say(func(w io.Writer) error { return writeRoster(w, roster) })
}

// selectRows reads the rows, and says whose count.
func (s *server) selectRows() error {
	used, err := s.table.Select()
	if err != nil {
		return err
	}
	return s.say(func(w io.Writer) error { return writeUsed(w, used) })
}

// key reads the noise key, which an exact release does without.
func (s *server) key() (mechanism.Key, error) {
	t, size, err := readHead(s.in)
	if err != nil {
		return mechanism.Key{}, err
	}
	if t != tagKey || size != 0 && size != mechanism.KeySize {
		return mechanism.Key{}, errMessage
	}
	b, err := readBody(s.in, size)
	if err != nil || size == 0 {
		return mechanism.Key{}, err
	}
	return mechanism.ParseKey(b)
}

// say writes an answer.
func (s *server) say(write func(io.Writer) error) error {
	if err := write(s.out); err != nil {
		return err
	}
	return s.out.Flush()
}

// fail says that the process failed.
func (s *server) fail(cause error) error {
	why := failed
	if errors.Is(cause, compute.ErrMalformed) {
		why = malformed
	}
	return errors.Join(cause, s.say(func(w io.Writer) error { return writeMessage(w, tagFailed, []byte{why}) }))
}

// bound bounds what the process may take of the machine's memory. One that takes more ends.
func bound(j *compute.Job) error {
	const all = 1 << 60
	most := ownMemory + min(max(0, j.Memory), all) + rosterMemory*int64(j.Roster) + cohortMemory*int64(len(j.Cohort))
	// The collector is to work harder rather than have the process reach its end.
	debug.SetMemoryLimit(most)
	end := uint64(most + ownMemory)
	if err := syscall.Setrlimit(unix.RLIMIT_DATA, &syscall.Rlimit{Cur: end, Max: end}); err != nil {
		return fmt.Errorf("bounding this process's memory: %w", err)
	}
	return nil
}

// RowMemory is what of a process's memory there is for rows, in bytes: zero when the process needs all for itself. What
// it takes for the people in roster and cohort, 336 and 128 bytes at the most for each, comes to it.
func RowMemory(process int64) int64 { return max(0, process-2*ownMemory) }

// ownMemory is what a process takes without a row, in bytes, rosterMemory what it takes for one in the roster, and
// cohortMemory for one in the cohort.
const (
	ownMemory    = 256 << 20
	rosterMemory = 4 * entrySize
	cohortMemory = 4 * (memberSize + 8)
)
