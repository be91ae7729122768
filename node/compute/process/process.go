// Package process runs engines (package compute) in processes of their own, one for each job: the program of the worker
// starts itself again, and both speak over two pipes.
//
// It promises that the process begins with nothing of the worker's: no environment, no memory, no file but the two
// pipes, no rights that a program could give it, and, where the worker's user is the superuser, a user of its own, no
// other processes to see and no network; that it ends with the worker, whatever ends that, unless the job took it over;
// that it writes no dump of its memory; and that what the worker takes from it has a length that the worker knew
// before. It does not promise that what the process says is true: a process that a job took over can say what it likes
// that has the right length. docs/design/processes.md says what follows from that.
package process

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/assent-network/assent/node/compute"
)

// Self is the command line by which a program starts itself: what is mapped now, whatever has become of its file.
func Self() []string { return []string{"/proc/self/exe", Command} }

// Launcher starts processes, and has one ready, so that no job waits for a process to start.
type Launcher struct {
	command []string
	user    int // of the first process

	mu      sync.Mutex
	started int // how many processes were, which is the number of the next
	spare   *child
	filled  bool // a spare is there or on its way
	closed  bool
}

// New returns a launcher of processes with a command line, usually Self, and starts the first.
func New(command []string) (*Launcher, error) {
	if len(command) == 0 {
		return nil, errors.New("starting a process for jobs: no command is given")
	}
	if Is(os.Args) { // or it would start itself without end
		return nil, fmt.Errorf(
			"starting a process for jobs: this program was started as one (%q) and does not know it; "+
				"have it call Main", Command)
	}
	c, err := start(command, 0)
	if err != nil {
		return nil, err
	}
	return &Launcher{command: command, user: c.user, started: 1, spare: c, filled: true}, nil
}

// User returns the number of the user that the processes run as. It is the superuser's where the worker's is and the
// system refuses another.
func (l *Launcher) User() int { return l.user }

// Close ends the process that is ready, and one that is being started.
func (l *Launcher) Close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed = true
	if l.spare != nil {
		l.spare.kill()
	}
	l.spare = nil
}

// Start gives a job to a process.
func (l *Launcher) Start(ctx context.Context, j *compute.Job) (compute.Session, error) {
	c, err := l.take()
	if err != nil {
		return nil, err
	}
	e := &engine{child: c, said: bufio.NewReaderSize(c.out, maxPart), job: j, fill: l.fill}
	err = e.within(ctx, func() error { return e.say(func(w io.Writer) error { return writeJob(w, j) }) })
	if err != nil {
		e.Close()
		return nil, fmt.Errorf("giving a job to a process: %w", err)
	}
	return e, nil
}

// take takes the process that is ready, or starts one.
func (l *Launcher) take() (*child, error) {
	l.mu.Lock()
	c, closed, number := l.spare, l.closed, l.started
	l.started++
	if c != nil {
		l.spare, l.filled = nil, false
	}
	l.mu.Unlock()
	switch {
	case closed:
		return nil, errors.New("starting a process for a job: the worker is ending")
	case c != nil && !c.gone():
		return c, nil
	case c != nil:
		c.kill() // which closes its pipes
	}
	return start(l.command, number)
}

// fill starts the process for the next job, unless there is one. When that fails, the next job starts one itself, and
// its error says why.
func (l *Launcher) fill() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.filled || l.closed {
		return
	}
	l.filled = true
	number := l.started
	l.started++
	go func() {
		c, err := start(l.command, number)
		l.mu.Lock()
		defer l.mu.Unlock()
		switch {
		case err != nil:
			l.filled = false
		case l.closed:
			c.kill()
		default:
			l.spare = c
		}
	}()
}

// child is a process that was started.
type child struct {
	cmd   *exec.Cmd
	in    *os.File // what it reads
	out   *os.File // what it says
	user  int
	ended chan struct{}
}

// start starts the process of a number. The superuser could read every process's memory, and a user every process's
// that is about to start, and end all of them: so where this is the superuser's, each process is another user's, and
// has neither other processes to see nor a network, as far as the system lets it.
func start(command []string, number int) (*child, error) {
	ways := []syscall.SysProcAttr{{}}
	if os.Geteuid() == 0 {
		own := uint32(firstUser + (os.Getpid()*usersOfOne+number%usersOfOne)%(1<<28))
		ways = []syscall.SysProcAttr{
			{Credential: &syscall.Credential{Uid: own, Gid: own}, Cloneflags: apart},
			{Credential: &syscall.Credential{Uid: own, Gid: own}, Cloneflags: syscall.CLONE_NEWPID},
			{Credential: &syscall.Credential{Uid: own, Gid: own}},
			{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}},
			{},
		}
	}
	var failed error
	for _, way := range ways {
		c, err := startAs(command, way)
		if err == nil {
			return c, nil
		}
		failed = errors.Join(failed, err)
	}
	return nil, fmt.Errorf("starting a process for a job: %w", failed)
}

const (
	// apart is what a process has of its own: processes, which end with it, a network, which leads nowhere, and
	// messages between processes.
	apart = syscall.CLONE_NEWPID | syscall.CLONE_NEWNET | syscall.CLONE_NEWIPC
	// firstUser is the first of 2^28 users that no system has: systemd's list of them says so. Each worker has some.
	firstUser  = 0x70000000
	usersOfOne = 64
	// no one is a user who owns nothing, where the system has few users.
	nobody = 65534
)

func startAs(command []string, way syscall.SysProcAttr) (*child, error) {
	theirIn, in, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer theirIn.Close()
	out, theirOut, err := os.Pipe()
	if err != nil {
		in.Close()
		return nil, err
	}
	defer theirOut.Close()
	way.Setsid, way.Pdeathsig = true, syscall.SIGKILL
	c := &child{
		cmd: &exec.Cmd{
			// errors go nowhere
			Path: command[0], Args: command, Env: []string{}, Dir: "/", Stdin: theirIn, Stdout: theirOut,
			SysProcAttr: &way,
		},
		in: in, out: out, user: os.Geteuid(), ended: make(chan struct{}),
	}
	if way.Credential != nil {
		c.user = int(way.Credential.Uid)
	}
	started := make(chan error, 1)
	go func() {
		// The thread is not given back: its children inherit that it gave up rights, and the process ends when the
		// thread that started it ends (Pdeathsig).
		runtime.LockOSThread()
		err := c.begin()
		started <- err
		if err == nil {
			_ = c.cmd.Wait()
			close(c.ended)
		}
	}()
	if err := <-started; err != nil {
		in.Close()
		out.Close()
		return nil, err
	}
	return c, nil
}

// begin starts the process from this thread.
func (c *child) begin() error {
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("giving up rights: %w", err)
	}
	// Files that this program inherited are not for the process either.
	if err := unix.CloseRange(3, math.MaxInt32, unix.CLOSE_RANGE_CLOEXEC); err != nil {
		return fmt.Errorf("keeping open files to this process (Linux 5.11 or later does): %w", err)
	}
	return c.cmd.Start()
}

// gone reports whether the process has ended.
func (c *child) gone() bool {
	select {
	case <-c.ended:
		return true
	default:
		return false
	}
}

// kill ends the process, and what is reading from it or writing to it. It may be called again.
func (c *child) kill() {
	_ = c.cmd.Process.Kill() // an error says that it has ended
	c.in.Close()
	c.out.Close()
}
