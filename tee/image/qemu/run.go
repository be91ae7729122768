//go:build linux

package qemu

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"time"
)

// stopWait is how long QEMU may take to end when it is told to.
const stopWait = 5 * time.Second

// ErrMissing says that QEMU is not installed.
var ErrMissing = errors.New("qemu: not installed; on Debian: apt-get install qemu-system-x86")

// Find returns the path of QEMU.
func (c Config) Find() (string, error) {
	name := c.Program
	if name == "" {
		name = Program
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrMissing, err)
	}
	return path, nil
}

// Run starts a guest and waits for its end, or ends it with the context. The guest's console goes to console, and serve
// answers it at its port until serve's own context ends.
func Run(ctx context.Context, c Config, console io.Writer, serve func(context.Context, io.ReadWriter) error) error {
	program, err := c.Find()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "assent-vm-")
	if err != nil {
		return fmt.Errorf("qemu: %w", err)
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a socket in a temporary folder
	socket := filepath.Join(dir, "host")
	listener, err := new(net.ListenConfig).Listen(ctx, "unix", socket)
	if err != nil {
		return fmt.Errorf("qemu: listen for the guest: %w", err)
	}
	args, err := c.Args(socket)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	served := make(chan error, 1)
	go func() { served <- accept(ctx, listener, serve) }()
	ended := start(ctx, program, args, console)
	select {
	case err = <-ended:
		cancel()
		return errors.Join(err, listener.Close(), ignoreEnd(ctx, <-served))
	case err = <-served:
		cancel()
		return errors.Join(ignoreEnd(ctx, err), <-ended)
	}
}

// accept serves the one connection that QEMU makes.
func accept(ctx context.Context, listener net.Listener, serve func(context.Context, io.ReadWriter) error) error {
	stop := context.AfterFunc(ctx, func() { _ = listener.Close() })
	defer stop()
	conn, err := listener.Accept()
	if err != nil {
		return fmt.Errorf("qemu: wait for the guest: %w", err)
	}
	stopConn := context.AfterFunc(ctx, func() { _ = conn.Close() })
	defer stopConn()
	if err := serve(ctx, conn); err != nil {
		return err
	}
	<-ctx.Done() // the guest has closed its end; the VM ends by itself
	return nil
}

// ignoreEnd drops errors that come of the end itself.
func ignoreEnd(ctx context.Context, err error) error {
	if ctx.Err() != nil && (errors.Is(err, net.ErrClosed) || errors.Is(err, context.Canceled)) {
		return nil
	}
	return err
}

// start starts QEMU and tells when it has ended. It does not outlive this process, however that ends: the kernel ends
// it with the thread that started it, which is kept until then.
func start(ctx context.Context, program string, args []string, console io.Writer) <-chan error {
	ended := make(chan error, 1)
	go func() {
		runtime.LockOSThread()
		cmd := exec.CommandContext(ctx, program, args...)
		cmd.Stdout, cmd.Stderr = console, console
		cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
		cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
		cmd.WaitDelay = stopWait
		err := cmd.Run()
		if ctx.Err() != nil {
			err = nil // it was told to end
		}
		if err != nil {
			err = fmt.Errorf("qemu: %w", err)
		}
		ended <- err
	}()
	return ended
}
