// Package service runs the programs around a local network's nodes, such as its gateway, as processes of their own:
// started once, found again by name, and stopped only if they are still the processes that were started.
package service

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/localnet/internal/process"
)

// folder is where a network's directory keeps its services.
const folder = "services"

// Spec says what to run.
type Spec struct {
	Name string   // of the service, such as "gateway"
	Path string   // of the program
	Args []string // its arguments
	Env  []string // added to the environment, as NAME=VALUE
	// Ready is how the line begins that the program prints to standard output once it is ready.
	Ready string
}

// record is what a file says of a running service.
type record struct {
	Process process.ID `json:"process"`
	Ready   string     `json:"ready"` // the line that said so
}

// Service is a running service.
type Service struct {
	Name string
	PID  int
	// Said is the line that the program printed when it was ready.
	Said string
	// Already tells that it was running before.
	Already bool
}

func file(dir, name string) string { return filepath.Join(dir, folder, name+".json") }

// LogPath is where a service's standard error goes.
func LogPath(dir, name string) string { return filepath.Join(dir, "logs", name+".log") }

// Start starts a service of the network in dir, unless it runs, and returns when it is ready. It goes on when this
// program ends.
func Start(ctx context.Context, dir string, s Spec) (*Service, error) {
	if r, ok := load(dir, s.Name); ok && r.Process.Alive() {
		return &Service{Name: s.Name, PID: r.Process.PID, Said: r.Ready, Already: true}, nil
	}
	for _, d := range []string{filepath.Join(dir, folder), filepath.Dir(LogPath(dir, s.Name))} {
		if err := os.MkdirAll(d, 0o700); err != nil {
			return nil, fmt.Errorf("starting %s: %w", s.Name, err)
		}
	}
	log, err := os.OpenFile(LogPath(dir, s.Name), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", s.Name, err)
	}
	defer log.Close()
	out, in, err := os.Pipe()
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", s.Name, err)
	}
	defer out.Close()
	cmd := exec.Command(s.Path, s.Args...)
	cmd.Env = append(os.Environ(), s.Env...)
	cmd.Stdout, cmd.Stderr = in, log
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // an interrupt of the terminal is not for it
	err = cmd.Start()
	in.Close()
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", s.Name, err)
	}
	id, err := process.Of(cmd.Process.Pid)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("starting %s: %w", s.Name, err), cmd.Wait(), lastLine(dir, s.Name))
	}
	ended := make(chan struct{})
	go func() { defer close(ended); _ = cmd.Wait() }()
	said, err := ready(ctx, out, s.Ready, ended)
	if err == nil {
		err = save(dir, s.Name, record{Process: id, Ready: said})
	}
	if err != nil {
		_ = id.Signal(syscall.SIGTERM)
		return nil, errors.Join(fmt.Errorf("starting %s: %w", s.Name, err), lastLine(dir, s.Name))
	}
	return &Service{Name: s.Name, PID: id.PID, Said: said}, nil
}

// ready waits for the line that says that the program is.
func ready(ctx context.Context, out io.Reader, prefix string, ended <-chan struct{}) (string, error) {
	lines := make(chan string, 1)
	go func() {
		defer close(lines)
		in := bufio.NewScanner(out)
		for in.Scan() {
			if strings.HasPrefix(in.Text(), prefix) {
				lines <- in.Text()
				return
			}
		}
	}()
	select {
	case line, ok := <-lines:
		if !ok {
			return "", errors.New("it ended at once")
		}
		return line, nil
	case <-ended:
		select {
		case line, ok := <-lines:
			if ok {
				return line, nil
			}
		default:
		}
		return "", errors.New("it ended at once")
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// lastLine returns the last line of a service's log as an error, or nil.
func lastLine(dir, name string) error {
	b, err := os.ReadFile(LogPath(dir, name))
	if err != nil {
		return nil
	}
	lines := strings.Split(strings.TrimSpace(string(b)), "\n")
	for _, line := range slices.Backward(lines) {
		if text, ok := strings.CutPrefix(line, "assent: error: "); ok {
			return errors.New(text)
		}
	}
	return fmt.Errorf("see %s", LogPath(dir, name))
}

// stopTime is how long a service may take to end by itself.
const stopTime = 10 * time.Second

// Stop stops a service, if it runs, and says whether it did. One that does not end when asked is killed.
func Stop(ctx context.Context, dir, name string) (bool, error) {
	r, ok := load(dir, name)
	if !ok {
		return false, nil
	}
	stopped := false
	if r.Process.Alive() {
		if err := r.Process.Signal(syscall.SIGTERM); err != nil && !errors.Is(err, process.ErrGone) {
			return false, fmt.Errorf("stopping %s: %w", name, err)
		}
		waiting, cancel := context.WithTimeout(ctx, stopTime)
		defer cancel()
		if err := r.Process.Wait(waiting); err != nil {
			if err := r.Process.Signal(syscall.SIGKILL); err != nil && !errors.Is(err, process.ErrGone) {
				return false, fmt.Errorf("stopping %s: %w", name, err)
			}
		}
		stopped = true
	}
	if err := os.Remove(file(dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return stopped, fmt.Errorf("stopping %s: %w", name, err)
	}
	return stopped, nil
}

// Kill ends a service as a power failure would.
func Kill(dir, name string) error {
	r, ok := load(dir, name)
	if !ok {
		return fmt.Errorf("killing %s: it was not started", name)
	}
	return r.Process.Signal(syscall.SIGKILL)
}

// List returns the services of a network that run, by name.
func List(dir string) ([]Service, error) {
	files, err := os.ReadDir(filepath.Join(dir, folder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("listing services: %w", err)
	}
	var out []Service
	for _, f := range files {
		name, ok := strings.CutSuffix(f.Name(), ".json")
		if r, loaded := load(dir, name); ok && loaded && r.Process.Alive() {
			out = append(out, Service{Name: name, PID: r.Process.PID, Said: r.Ready, Already: true})
		}
	}
	return out, nil
}

// StopAll stops all services of a network and returns how many ran.
func StopAll(ctx context.Context, dir string) (int, error) {
	list, err := List(dir)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, s := range list {
		stopped, err := Stop(ctx, dir, s.Name)
		if err != nil {
			return n, err
		}
		if stopped {
			n++
		}
	}
	return n, nil
}

func load(dir, name string) (record, bool) {
	var r record
	b, err := os.ReadFile(file(dir, name))
	return r, err == nil && json.Unmarshal(b, &r) == nil
}

func save(dir, name string, r record) error {
	b, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return wholefile.Write(file(dir, name), b)
}
