// Package lifeline ties a child process to the life of its parent.
//
// The parent keeps the writing end of a pipe open and never writes; the child reads. However the parent ends, killed
// included, the kernel closes the pipe and the child stops itself. Tests use it so that no node outlives them.
package lifeline

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"time"
)

const (
	envName = "ASSENT_LIFELINE_FD"

	// grace is how long a child may take to stop by itself once its parent is gone.
	grace = 10 * time.Second
)

// Tie makes cmd end when this process ends. Call it before cmd.Start, and call the returned function after it, whether
// it succeeded or not.
func Tie(cmd *exec.Cmd) (after func(), err error) {
	// Plain descriptors, because an os.File would be closed by its finalizer: the writing end stays open for as long as
	// this process lives.
	var ends [2]int
	if err := syscall.Pipe2(ends[:], syscall.O_CLOEXEC); err != nil {
		return nil, fmt.Errorf("tying a process to its parent: %w", err)
	}
	reading := os.NewFile(uintptr(ends[0]), "lifeline")
	cmd.ExtraFiles = append(cmd.ExtraFiles, reading)
	if cmd.Env == nil {
		cmd.Env = os.Environ()
	}
	cmd.Env = append(cmd.Env, envName+"="+strconv.Itoa(2+len(cmd.ExtraFiles)))
	return func() {
		_ = reading.Close()
		if cmd.Process == nil { // it never started
			_ = syscall.Close(ends[1])
		}
	}, nil
}

// Hold makes this process end when its parent does, if the parent asked for it with Tie, and does nothing otherwise.
func Hold() error {
	value, ok := os.LookupEnv(envName)
	if !ok {
		return nil
	}
	fd, err := strconv.Atoi(value)
	if err != nil || fd < 3 {
		return fmt.Errorf("%s=%q is not the number of an open file: unset it", envName, value)
	}
	syscall.CloseOnExec(fd)
	if err := os.Unsetenv(envName); err != nil {
		return fmt.Errorf("clearing %s: %w", envName, err)
	}
	pipe := os.NewFile(uintptr(fd), "lifeline")
	if _, err := pipe.Stat(); err != nil {
		return fmt.Errorf("%s=%d is not an open file: unset it", envName, fd)
	}
	go func() {
		buf := make([]byte, 1)
		for {
			if _, err := pipe.Read(buf); err != nil {
				break
			}
		}
		_ = syscall.Kill(os.Getpid(), syscall.SIGTERM)
		time.Sleep(grace)
		os.Exit(1)
	}()
	return nil
}
