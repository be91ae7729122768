// Package process names operating system processes so that a recycled pid is never mistaken for the process that once
// had it: a name is the pid, the process's start time and the boot that both belong to.
package process

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// ErrGone comes when the process has ended, whether or not its pid is in use again.
var ErrGone = errors.New("the process has ended")

// pollInterval bounds how long Wait takes to notice that its context is done.
const pollInterval = 100 // milliseconds

// ID names a process.
type ID struct {
	PID int `json:"pid"`
	// Start is when the process started, in clock ticks since boot.
	Start uint64 `json:"start"`
	// Boot identifies the boot that Start counts from.
	Boot string `json:"boot"`
}

// Of names the running process with that pid.
func Of(pid int) (ID, error) {
	boot, err := bootID()
	if err != nil {
		return ID{}, err
	}
	s, err := readStat(pid)
	if err != nil {
		return ID{}, err
	}
	return ID{PID: pid, Start: s.start, Boot: boot}, nil
}

// Alive tells whether the process still runs.
func (id ID) Alive() bool {
	return id.check() == nil
}

func (id ID) check() error {
	if id.PID <= 0 {
		return ErrGone
	}
	boot, err := bootID()
	if err != nil {
		return err
	}
	if boot != id.Boot {
		return ErrGone
	}
	s, err := readStat(id.PID)
	if err != nil {
		return err
	}
	if s.start != id.Start || s.state == 'Z' || s.state == 'X' {
		return ErrGone
	}
	return nil
}

// open returns a descriptor that stays with this very process. It opens first and looks second: what it looked at can
// then not be replaced.
func (id ID) open() (fd int, err error) {
	if id.PID <= 0 {
		return -1, ErrGone
	}
	fd, err = unix.PidfdOpen(id.PID, 0)
	switch {
	case errors.Is(err, unix.ESRCH), errors.Is(err, unix.EINVAL):
		return -1, ErrGone
	case err != nil:
		return -1, fmt.Errorf("opening process %d: %w", id.PID, err)
	}
	if err := id.check(); err != nil {
		_ = unix.Close(fd)
		return -1, err
	}
	return fd, nil
}

// Signal sends sig to the process, and to no other one.
func (id ID) Signal(sig syscall.Signal) error {
	fd, err := id.open()
	if err != nil {
		return err
	}
	defer unix.Close(fd)
	switch err := unix.PidfdSendSignal(fd, sig, nil, 0); {
	case errors.Is(err, unix.ESRCH):
		return ErrGone
	case err != nil:
		return fmt.Errorf("sending %s to process %d: %w", sig, id.PID, err)
	}
	return nil
}

// Wait returns nil when the process has ended, and the context's error when that comes first.
func (id ID) Wait(ctx context.Context) error {
	fd, err := id.open()
	if errors.Is(err, ErrGone) {
		return nil
	} else if err != nil {
		return err
	}
	defer unix.Close(fd)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		n, err := unix.Poll([]unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}, pollInterval)
		switch {
		case errors.Is(err, unix.EINTR):
		case err != nil:
			return fmt.Errorf("waiting for process %d: %w", id.PID, err)
		case n > 0:
			return nil
		}
	}
}

// Children names the processes that this one has started and that still run.
func (id ID) Children() ([]ID, error) {
	if err := id.check(); err != nil {
		return nil, err
	}
	tasks, err := os.ReadDir(fmt.Sprintf("/proc/%d/task", id.PID))
	if err != nil {
		return nil, ErrGone
	}
	var children []ID
	for _, task := range tasks {
		// A thread may end between the listing and this.
		pids, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%s/children", id.PID, task.Name()))
		if err != nil {
			continue
		}
		for _, field := range strings.Fields(string(pids)) {
			pid, err := strconv.Atoi(field)
			if err != nil {
				continue
			}
			if child, err := Of(pid); err == nil && child.Alive() {
				children = append(children, child)
			}
		}
	}
	return children, nil
}

// Command is the file that the process executes.
func (id ID) Command() (string, error) {
	if err := id.check(); err != nil {
		return "", err
	}
	path, err := os.Readlink(fmt.Sprintf("/proc/%d/exe", id.PID))
	if err != nil {
		return "", fmt.Errorf("reading the executable of process %d: %w", id.PID, err)
	}
	return strings.TrimSuffix(path, " (deleted)"), nil
}

// Memory is how much memory a process has in use.
type Memory struct {
	// Resident is what it occupies now, Peak the most it ever did, both in bytes.
	Resident, Peak uint64
	// Mapped is the part of Resident that are pages of files: of programs, and of a database's tables. The kernel drops
	// them when memory is short and reads them again when they are wanted.
	Mapped uint64
}

// Own is what the process needs for itself, in bytes: what is resident and no page of a file.
func (m Memory) Own() uint64 { return m.Resident - min(m.Mapped, m.Resident) }

// Memory reads what the process has in use.
func (id ID) Memory() (Memory, error) {
	if err := id.check(); err != nil {
		return Memory{}, err
	}
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", id.PID))
	if err != nil {
		return Memory{}, ErrGone
	}
	var m Memory
	fields := map[string]*uint64{"VmRSS": &m.Resident, "VmHWM": &m.Peak, "RssFile": &m.Mapped}
	for _, line := range strings.Split(string(status), "\n") {
		name, value, _ := strings.Cut(line, ":")
		field, ok := fields[name]
		if !ok {
			continue
		}
		kilobytes, err := strconv.ParseUint(strings.TrimSpace(strings.TrimSuffix(value, "kB")), 10, 64)
		if err != nil {
			return Memory{}, fmt.Errorf("reading %s of process %d from %q: %w", name, id.PID, value, err)
		}
		*field = kilobytes << 10
	}
	return m, nil
}

// ticksPerSecond is the unit of times in /proc, which Linux has the same on every machine (USER_HZ).
const ticksPerSecond = 100

// CPU is how much time of a processor the process has used.
func (id ID) CPU() (time.Duration, error) {
	s, err := readStat(id.PID)
	if err != nil {
		return 0, err
	}
	if s.start != id.Start {
		return 0, ErrGone
	}
	return time.Duration(s.ticks) * time.Second / ticksPerSecond, nil
}

type stat struct {
	state byte
	start uint64
	// ticks is the time that the process has used, its own and the system's for it.
	ticks uint64
}

func readStat(pid int) (stat, error) {
	raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		if errors.Is(err, os.ErrNotExist) || errors.Is(err, syscall.ESRCH) {
			return stat{}, ErrGone
		}
		return stat{}, fmt.Errorf("reading the state of process %d: %w", pid, err)
	}
	s, err := parseStat(string(raw))
	if err != nil {
		return stat{}, fmt.Errorf("reading the state of process %d: %w", pid, err)
	}
	return s, nil
}

// parseStat reads fields 3, 14, 15 and 22 of proc_pid_stat(5). Field 2 is the command in parentheses, which may itself
// contain spaces and parentheses.
func parseStat(raw string) (stat, error) {
	end := strings.LastIndexByte(raw, ')')
	if end < 0 {
		return stat{}, fmt.Errorf("%q has no command", raw)
	}
	fields := strings.Fields(raw[end+1:])
	if len(fields) < 20 || len(fields[0]) != 1 {
		return stat{}, fmt.Errorf("%q has %d fields after the command, want 20", raw, len(fields))
	}
	start, err := strconv.ParseUint(fields[19], 10, 64)
	if err != nil {
		return stat{}, fmt.Errorf("start time: %w", err)
	}
	s := stat{state: fields[0][0], start: start}
	for _, field := range fields[11:13] {
		ticks, err := strconv.ParseUint(field, 10, 64)
		if err != nil {
			return stat{}, fmt.Errorf("time used: %w", err)
		}
		s.ticks += ticks
	}
	return s, nil
}

func bootID() (string, error) {
	raw, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err != nil {
		return "", fmt.Errorf("reading the boot ID (a local network needs Linux): %w", err)
	}
	return strings.TrimSpace(string(raw)), nil
}
