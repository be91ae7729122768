package fault

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"github.com/assent-network/assent/internal/lifeline"
)

// restartPause is how long a supervisor waits before it starts a program again, as systemd does: a program that cannot
// start must not take the machine.
const restartPause = 100 * time.Millisecond

// Program is what a supervisor runs. It is tied to this process (see package lifeline) if it holds on to its lifeline.
type Program struct {
	Name string
	Path string
	Args []string
	Env  []string // added to the environment, as NAME=VALUE
	// Ready is how the line begins that the program prints to standard output once it is ready.
	Ready string
	// Log takes standard error.
	Log io.Writer
}

// Supervised is a program that is started again whenever it ends, as the supervisor of a deployment does.
type Supervised struct {
	program Program
	stop    context.CancelFunc
	ended   chan struct{}

	mutex   sync.Mutex
	process Process
	said    string        // the line that said so
	ready   chan struct{} // closed once the program of now is ready, or the supervisor has ended
	starts  int
	failure error // why nothing is started any more
}

// Supervise starts a program and returns. Stop ends it.
func Supervise(p Program) *Supervised {
	ctx, stop := context.WithCancel(context.Background())
	s := &Supervised{program: p, stop: stop, ended: make(chan struct{}), ready: make(chan struct{})}
	go func() {
		defer close(s.ended)
		err := s.run(ctx)
		s.mutex.Lock()
		defer s.mutex.Unlock()
		s.failure = err
		s.announce("")
	}()
	return s
}

func (s *Supervised) run(ctx context.Context) error {
	for {
		if err := s.once(ctx); err != nil {
			return err
		}
		pause := time.NewTimer(restartPause)
		select {
		case <-ctx.Done():
			pause.Stop()
			return ctx.Err()
		case <-pause.C:
		}
	}
}

// once runs the program until it ends.
func (s *Supervised) once(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, s.program.Path, s.program.Args...)
	cmd.Env = append(os.Environ(), s.program.Env...)
	cmd.Stderr = s.program.Log
	out, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("starting %s: %w", s.program.Name, err)
	}
	after, err := lifeline.Tie(cmd)
	if err != nil {
		return fmt.Errorf("starting %s: %w", s.program.Name, err)
	}
	err = cmd.Start()
	after()
	if err != nil {
		return fmt.Errorf("starting %s: %w", s.program.Name, err)
	}
	p, err := Command(cmd)
	if err == nil {
		p.name = s.program.Name
		s.mutex.Lock()
		s.process = p
		s.starts++
		s.mutex.Unlock()
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), s.program.Ready) {
			s.mutex.Lock()
			s.announce(lines.Text())
			s.mutex.Unlock()
		}
	}
	_ = cmd.Wait() // however it ended, it is started again
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.announced() {
		s.ready = make(chan struct{})
	}
	return ctx.Err()
}

func (s *Supervised) announced() bool {
	select {
	case <-s.ready:
		return true
	default:
		return false
	}
}

// announce says that the program is ready. The mutex is held.
func (s *Supervised) announce(said string) {
	s.said = said
	if !s.announced() {
		close(s.ready)
	}
}

// WaitReady returns when the program is ready, with the line that it said so in.
func (s *Supervised) WaitReady(ctx context.Context) (said string, err error) {
	for {
		s.mutex.Lock()
		ready, said, failure := s.ready, s.said, s.failure
		isReady := s.announced()
		s.mutex.Unlock()
		switch {
		case failure != nil:
			return "", fmt.Errorf("waiting for %s: %w", s.program.Name, failure)
		case isReady:
			return said, nil
		}
		select {
		case <-ready:
		case <-ctx.Done():
			return "", fmt.Errorf("waiting for %s: %w", s.program.Name, ctx.Err())
		}
	}
}

// Kill ends the program as it runs now, as kill -9 does. It is started again.
func (s *Supervised) Kill(ctx context.Context) error {
	s.mutex.Lock()
	p := s.process
	s.mutex.Unlock()
	if err := p.Kill(ctx); err != nil {
		return err
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.process == p && s.announced() {
		s.ready = make(chan struct{})
	}
	return nil
}

// String is the program's name.
func (s *Supervised) String() string { return s.program.Name }

// PID is the number of the program's process of now.
func (s *Supervised) PID() int {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.process.PID()
}

// Starts is how often the program was started.
func (s *Supervised) Starts() int {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return s.starts
}

// Stop kills the program for good.
func (s *Supervised) Stop(ctx context.Context) error {
	s.mutex.Lock()
	p := s.process
	s.mutex.Unlock()
	s.stop()
	<-s.ended
	if err := p.Wait(ctx); err != nil {
		return err
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if s.failure != nil && !errors.Is(s.failure, context.Canceled) {
		return s.failure
	}
	return nil
}
