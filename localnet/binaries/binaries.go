// Package binaries builds the programs that a network runs, for tests: they are what is tested, so they are built from
// the source that the tests are built from.
package binaries

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"syscall"
)

// EnvDir names an environment variable with a directory that has the programs already. Build takes them from there and
// builds nothing.
const EnvDir = "ASSENT_BIN"

// Set is where the programs are.
type Set struct {
	// Dir has them all.
	Dir string
	// Node is assent-node, Runtime is assent-runtime, and Assent is what people type.
	Node, Runtime, Assent string
}

// commands are the packages to build, by the name of their program.
var commands = []string{"assent-node", "assent-runtime", "assent"}

// Build builds the programs into a directory for temporary files and returns where they are. Programs that are up to
// date are not built again, and processes that build at the same time wait for each other. It must be called from
// within the module.
func Build(ctx context.Context) (Set, error) {
	if dir := os.Getenv(EnvDir); dir != "" {
		return inDir(dir)
	}
	root, err := moduleRoot(ctx)
	if err != nil {
		return Set{}, fmt.Errorf("building the programs: %w", err)
	}
	dir, unlock, err := lockedDir(root)
	if err != nil {
		return Set{}, err
	}
	defer unlock()
	for _, name := range commands {
		if err := build(ctx, root, dir, name); err != nil {
			return Set{}, err
		}
	}
	return inDir(dir)
}

// build builds one program. The new one replaces the old whole: a network of another test may be running it.
func build(ctx context.Context, root, dir, name string) error {
	args := []string{"build"}
	if trimmed() {
		args = append(args, "-trimpath") // as this program: what is compiled already is then used
	}
	target := filepath.Join(dir, name)
	cmd := exec.CommandContext(ctx, "go", append(args, "-o", target, "./cmd/"+name)...)
	cmd.Dir = root
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("building %s: %w\n%s", name, err, stderr.Bytes())
	}
	return nil
}

// guestName is the program that is process 1 of confidential VMs.
const guestName = "assent-guest"

// GuestFlags are the arguments of go build that make the same bytes of assent-guest on every machine, with the
// environment in GuestEnv.
func GuestFlags() []string {
	return []string{"-trimpath", "-buildvcs=false", "-ldflags=-s -w -buildid="}
}

// GuestEnv is what goes with GuestFlags.
func GuestEnv() []string {
	return []string{"CGO_ENABLED=0", "GOOS=linux", "GOARCH=amd64", "GOAMD64=v1", "GOFLAGS=", "GOEXPERIMENT=",
		"GOWORK=off"}
}

// Guest builds process 1 of confidential VMs and returns its path, as Build does with the others.
func Guest(ctx context.Context) (string, error) {
	if dir := os.Getenv(EnvDir); dir != "" {
		if path := filepath.Join(dir, guestName); exists(path) {
			return filepath.Abs(path)
		}
		return "", fmt.Errorf("the program %s is not in %s: build it with make build", guestName, dir)
	}
	root, err := moduleRoot(ctx)
	if err != nil {
		return "", fmt.Errorf("building %s: %w", guestName, err)
	}
	dir, unlock, err := lockedDir(root)
	if err != nil {
		return "", err
	}
	defer unlock()
	path := filepath.Join(dir, guestName)
	return path, GuestTo(ctx, root, path)
}

// GuestTo builds process 1 of confidential VMs from the module at root into a file.
func GuestTo(ctx context.Context, root, path string) error {
	cmd := exec.CommandContext(ctx, "go", append(append([]string{"build"}, GuestFlags()...), "-o", path, "./cmd/"+
		guestName)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), GuestEnv()...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("building %s: %w\n%s", guestName, err, stderr.Bytes())
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// lockedDir returns the folder for programs built from a module, which is this process's until unlock.
func lockedDir(root string) (dir string, unlock func(), err error) {
	sum := sha256.Sum256([]byte(root))
	dir = filepath.Join(os.TempDir(), "assent-bin-"+strconv.Itoa(os.Getuid()), hex.EncodeToString(sum[:6]))
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", nil, fmt.Errorf("building the programs: %w", err)
	}
	lock, err := os.Open(dir)
	if err != nil {
		return "", nil, fmt.Errorf("building the programs: %w", err)
	}
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		return "", nil, errors.Join(fmt.Errorf("building the programs: %w", err), lock.Close())
	}
	return dir, func() { _ = lock.Close() }, nil
}

func trimmed() bool {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return false
	}
	for _, s := range info.Settings {
		if s.Key == "-trimpath" {
			return s.Value == "true"
		}
	}
	return false
}

func moduleRoot(ctx context.Context) (string, error) {
	out, err := exec.CommandContext(ctx, "go", "env", "GOMOD").Output()
	if err != nil {
		return "", fmt.Errorf("looking for the module: %w", err)
	}
	path := strings.TrimSpace(string(out))
	if path == "" || path == os.DevNull {
		return "", errors.New("looking for the module: this is not within one")
	}
	return filepath.Dir(path), nil
}

func inDir(dir string) (Set, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return Set{}, err
	}
	for _, name := range commands {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			return Set{}, fmt.Errorf("the program %s is not in %s: build it with make build", name, dir)
		}
	}
	return Set{Dir: dir, Node: filepath.Join(dir, "assent-node"), Runtime: filepath.Join(dir, "assent-runtime"),
		Assent: filepath.Join(dir, "assent")}, nil
}
