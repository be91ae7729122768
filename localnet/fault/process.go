// Package fault breaks things on purpose, for tests that see what holds: it kills and pauses the processes of a
// network, and stands between a node and its clients to lose, delay or change what they say.
package fault

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"syscall"

	"github.com/assent-network/assent/localnet"
	"github.com/assent-network/assent/localnet/internal/process"
)

// Process is a running program that faults happen to. It stays with the very process it was made for: when that has
// ended, nothing is done to another one that has its pid.
type Process struct {
	name string
	id   process.ID
}

// Node is the process of a node.
func Node(n localnet.Node) Process {
	return Process{name: n.Name, id: n.Process()}
}

// Command is the process of a command that was started.
func Command(cmd *exec.Cmd) (Process, error) {
	name := filepath.Base(cmd.Path)
	if cmd.Process == nil {
		return Process{}, fmt.Errorf("%s was not started", name)
	}
	id, err := process.Of(cmd.Process.Pid)
	if err != nil {
		return Process{}, fmt.Errorf("looking for %s: %w", name, err)
	}
	return Process{name: name, id: id}, nil
}

// Runtime is the process of the runtime that a node has started. Under a sandbox it is the sandbox's.
func Runtime(n localnet.Node) (Process, error) {
	children, err := n.Process().Children()
	if err != nil {
		return Process{}, fmt.Errorf("looking for the runtime of %s: %w", n.Name, err)
	}
	for _, id := range children {
		if command, err := id.Command(); err == nil {
			return Process{name: filepath.Base(command) + " of " + n.Name, id: id}, nil
		}
	}
	return Process{}, fmt.Errorf("%s has started no runtime", n.Name)
}

// String is the name of the program.
func (p Process) String() string { return p.name }

// PID is the process's number.
func (p Process) PID() int { return p.id.PID }

// Alive tells whether the process still runs.
func (p Process) Alive() bool { return p.id.Alive() }

// Kill ends the process at once, as kill -9 does, and returns when it has ended. It is no error when it has already.
func (p Process) Kill(ctx context.Context) error {
	if err := p.signal(syscall.SIGKILL); err != nil {
		return err
	}
	return p.Wait(ctx)
}

// Terminate asks the process to end, and returns when it has.
func (p Process) Terminate(ctx context.Context) error {
	if err := p.signal(syscall.SIGTERM); err != nil {
		return err
	}
	return p.Wait(ctx)
}

// Pause stops the process where it is: it keeps its files and sockets and does nothing.
func (p Process) Pause() error { return p.signal(syscall.SIGSTOP) }

// Resume lets a paused process go on.
func (p Process) Resume() error { return p.signal(syscall.SIGCONT) }

// Wait returns when the process has ended.
func (p Process) Wait(ctx context.Context) error {
	if err := p.id.Wait(ctx); err != nil {
		return fmt.Errorf("waiting for %s to end: %w", p.name, err)
	}
	return nil
}

func (p Process) signal(sig syscall.Signal) error {
	if err := p.id.Signal(sig); err != nil && !isGone(err) {
		return fmt.Errorf("sending %s to %s: %w", sig, p.name, err)
	}
	return nil
}

func isGone(err error) bool { return errors.Is(err, process.ErrGone) }
