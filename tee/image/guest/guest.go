//go:build linux

// Package guest does what process 1 of a confidential VM has to do before it is a worker: it mounts the kernel's file
// systems, loads the modules of its image, brings up the network and finds the port to its host.
package guest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"github.com/assent-network/assent/tee/image"
	"github.com/assent-network/assent/tee/image/channel"
)

// mounts are the kernel's file systems. A worker keeps its files in memory, which is encrypted.
func mounts() []struct{ kind, at string } {
	return []struct{ kind, at string }{
		{"proc", "/proc"}, {"sysfs", "/sys"}, {"devtmpfs", "/dev"}, {"tmpfs", "/run"}, {"tmpfs", "/tmp"},
	}
}

const (
	configfs   = "/sys/kernel/config"
	reports    = configfs + "/tsm/report"
	ports      = "/sys/class/virtio-ports"
	deviceWait = 10 * time.Second
)

// Mount mounts the kernel's file systems and loads the image's modules.
func Mount() error {
	for _, m := range mounts() {
		if err := os.MkdirAll(m.at, 0o755); err != nil {
			return fmt.Errorf("guest: %w", err)
		}
		if err := unix.Mount(m.kind, m.at, m.kind, unix.MS_NOSUID|unix.MS_NOEXEC, ""); err != nil {
			return fmt.Errorf("guest: mount %s: %w", m.at, err)
		}
	}
	if err := loadModules(); err != nil {
		return err
	}
	if err := unix.Mount("configfs", configfs, "configfs", unix.MS_NOSUID|unix.MS_NOEXEC, ""); err != nil {
		return fmt.Errorf("guest: mount %s: %w", configfs, err)
	}
	return nil
}

// loadModules loads the image's modules in their order. Those for a TEE that this machine does not have refuse, which
// is no error.
func loadModules() error {
	order, err := os.ReadFile("/" + image.ModuleOrder)
	if err != nil {
		return fmt.Errorf("guest: read the order of modules: %w", err)
	}
	for _, name := range strings.Fields(string(order)) {
		if err := loadModule(filepath.Join(filepath.Dir("/"+image.ModuleOrder), name)); err != nil &&
			!errors.Is(err, unix.ENODEV) {
			return fmt.Errorf("guest: load module %s: %w", name, err)
		}
	}
	return nil
}

func loadModule(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	flags := 0
	if filepath.Ext(path) == ".xz" {
		flags = unix.MODULE_INIT_COMPRESSED_FILE
	}
	return unix.FinitModule(int(f.Fd()), "", flags)
}

// HasTEE says whether the kernel offers reports of a TEE.
func HasTEE() bool {
	// The folder is there as soon as the module is; an entry can be made in it only when a TEE has registered.
	dir, err := os.MkdirTemp(reports, "probe")
	if err != nil {
		return false
	}
	_ = os.Remove(dir)
	return true
}

// eventLog is where the kernel gives the log of what was measured into a TD's registers.
const eventLog = "/sys/firmware/acpi/tables/data/CCEL"

// EventLog reads the log of what firmware and kernel measured; it is nil on machines that keep none.
func EventLog() ([]byte, error) {
	b, err := os.ReadFile(eventLog)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("guest: read the event log: %w", err)
	}
	return b, nil
}

// OpenPort opens the port to the host.
func OpenPort() (io.ReadWriteCloser, error) {
	var device string
	err := await("the port "+channel.Port, func() (bool, error) {
		names, err := filepath.Glob(filepath.Join(ports, "*", "name"))
		if err != nil {
			return false, err
		}
		for _, n := range names {
			if b, err := os.ReadFile(n); err == nil && strings.TrimSpace(string(b)) == channel.Port {
				device = filepath.Join("/dev", filepath.Base(filepath.Dir(n)))
				_, err := os.Stat(device)
				return err == nil, nil
			}
		}
		return false, nil
	})
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(device, os.O_RDWR, 0)
	if err != nil {
		return nil, fmt.Errorf("guest: open the port to the host: %w", err)
	}
	return f, nil
}

// await waits for a device that the kernel is still finding.
func await(what string, there func() (bool, error)) error {
	deadline := time.NewTimer(deviceWait)
	defer deadline.Stop()
	again := time.NewTicker(deviceWait / 500)
	defer again.Stop()
	for {
		if ok, err := there(); ok || err != nil {
			return err
		}
		select {
		case <-again.C:
		case <-deadline.C:
			return fmt.Errorf("guest: %s did not appear within %s; the VM is started without it", what, deviceWait)
		}
	}
}

// PowerOff ends the VM. It returns only when that fails.
func PowerOff() error {
	unix.Sync()
	return unix.Reboot(unix.LINUX_REBOOT_CMD_POWER_OFF)
}
