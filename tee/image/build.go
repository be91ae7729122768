package image

import (
	"bytes"
	"debug/buildinfo"
	"debug/elf"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/assent-network/assent/protocol/trustroot"
)

// ErrInputs is wrapped by the errors about files that an image is to be built from.
var ErrInputs = errors.New("image: unsuitable input")

// modules are what process 1 loads, in this order: attestation, and the network card with what it needs. Serial ports,
// PCI and the console are built into Debian's cloud kernel.
func modules() []string {
	return []string{
		"kernel/fs/configfs/configfs.ko.xz",
		"kernel/drivers/virt/coco/tsm.ko.xz",
		"kernel/drivers/virt/coco/tdx-guest/tdx-guest.ko.xz",
		"kernel/drivers/virt/coco/sev-guest/sev-guest.ko.xz",
		"kernel/net/core/failover.ko.xz",
		"kernel/drivers/net/net_failover.ko.xz",
		"kernel/drivers/net/virtio_net.ko.xz",
	}
}

// Inputs are the files that an image is built from.
type Inputs struct {
	// System is the folder that Debian's packages linux-image-6.12...-cloud-amd64 and ovmf are unpacked in, such as "/"
	// or what scripts/image-inputs makes.
	System string
	// Release picks a kernel when System has several, such as 6.12.117+deb12-cloud-amd64.
	Release string
	// Firmware is another firmware than System's ovmf; empty for that.
	Firmware string
	// Worker is the static program that is process 1.
	Worker string
	// TrustRoot is the network's trust root file. The worker verifies everything from it, so it is part of the image.
	TrustRoot string
}

const (
	firmwareIn   = "usr/share/ovmf/OVMF.fd"
	kernelPrefix = "boot/vmlinuz-"
	cloudSuffix  = "-cloud-amd64"
	maxTrustRoot = 1 << 20
)

// Build builds an image. It writes nothing.
func Build(in Inputs) (*Image, error) {
	release, err := findRelease(in.System, in.Release)
	if err != nil {
		return nil, err
	}
	firmware := in.Firmware
	if firmware == "" {
		firmware = filepath.Join(in.System, firmwareIn)
	}
	i := &Image{Manifest: Manifest{Format: Format, CommandLine: CommandLine, Release: release}}
	if i.Kernel, err = read(filepath.Join(in.System, kernelPrefix+release)); err != nil {
		return nil, err
	}
	if i.Firmware, err = read(firmware); err != nil {
		return nil, err
	}
	t := make(tree)
	if err := addWorker(t, in, &i.Manifest); err != nil {
		return nil, err
	}
	if err := addModules(t, in.System, release); err != nil {
		return nil, err
	}
	// Places that process 1 mounts something at.
	for _, dir := range []string{"dev", "proc", "run", "sys", "tmp"} {
		t[dir] = entry{mode: fs.ModeDir | 0o755}
	}
	var b bytes.Buffer
	if err := writeCPIO(&b, t); err != nil {
		return nil, err
	}
	i.Initrd = b.Bytes()
	i.Manifest.Files = []File{fileOf(KernelFile, i.Kernel), fileOf(InitrdFile, i.Initrd),
		fileOf(FirmwareFile, i.Firmware)}
	for name, e := range t {
		if !e.mode.IsDir() {
			i.Manifest.Contents = append(i.Manifest.Contents, fileOf(name, e.content))
		}
	}
	slices.SortFunc(i.Manifest.Contents, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return i, nil
}

func read(path string) ([]byte, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInputs, err)
	}
	return b, nil
}

// findRelease finds the cloud kernel in a folder.
func findRelease(system, want string) (string, error) {
	if want != "" {
		return want, nil
	}
	found, err := filepath.Glob(filepath.Join(system, kernelPrefix+"*"+cloudSuffix))
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrInputs, err)
	}
	var releases []string
	for _, f := range found {
		releases = append(releases, strings.TrimPrefix(filepath.Base(f), path.Base(kernelPrefix)))
	}
	switch len(releases) {
	case 0:
		return "", fmt.Errorf("%w: there is no cloud kernel in %s; get one with: scripts/image-inputs", ErrInputs,
			filepath.Join(system, "boot"))
	case 1:
		return releases[0], nil
	}
	return "", fmt.Errorf("%w: %s has several cloud kernels, %s; name one with --kernel-release", ErrInputs,
		filepath.Join(system, "boot"), strings.Join(releases, ", "))
}

// addWorker adds process 1 and the trust root.
func addWorker(t tree, in Inputs, m *Manifest) error {
	program, err := read(in.Worker)
	if err != nil {
		return err
	}
	if err := checkStatic(program); err != nil {
		return fmt.Errorf("%w: worker %s: %w; build it with: make guest", ErrInputs, in.Worker, err)
	}
	info, err := buildinfo.Read(bytes.NewReader(program))
	if err != nil {
		return fmt.Errorf("%w: worker %s: %w", ErrInputs, in.Worker, err)
	}
	m.Go = info.GoVersion
	if err := t.add(WorkerPath, 0o755, program); err != nil {
		return err
	}
	root, err := read(in.TrustRoot)
	if err != nil {
		return err
	}
	if len(root) > maxTrustRoot {
		return fmt.Errorf("%w: trust root %s has %d bytes", ErrInputs, in.TrustRoot, len(root))
	}
	if _, err := trustroot.Parse(root); err != nil {
		return fmt.Errorf("%w: trust root %s: %w", ErrInputs, in.TrustRoot, err)
	}
	return t.add(TrustRootPath, 0o444, root)
}

// checkStatic refuses programs that need a dynamic linker, which the initrd does not have.
func checkStatic(program []byte) error {
	f, err := elf.NewFile(bytes.NewReader(program))
	if err != nil {
		return fmt.Errorf("it is no ELF program: %w", err)
	}
	if f.Machine != elf.EM_X86_64 || f.Type != elf.ET_EXEC && f.Type != elf.ET_DYN {
		return fmt.Errorf("it is no program for x86-64")
	}
	for _, p := range f.Progs {
		if p.Type == elf.PT_INTERP {
			return errors.New("it is linked dynamically")
		}
	}
	return nil
}

// addModules adds the kernel modules and the order in which they are loaded.
func addModules(t tree, system, release string) error {
	var order strings.Builder
	for _, m := range modules() {
		content, err := read(filepath.Join(system, modulesDir, release, m))
		if err != nil {
			return err
		}
		name := path.Base(m)
		if err := t.add(path.Join(modulesDir, name), 0o444, content); err != nil {
			return err
		}
		fmt.Fprintln(&order, name)
	}
	return t.add(ModuleOrder, 0o444, []byte(order.String()))
}
