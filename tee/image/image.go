// Package image builds the confidential VM that a worker runs in, and measures it.
//
// An image is three files and a line: Debian's cloud kernel, an initrd whose only program is the worker, which runs as
// process 1, OVMF as firmware, and the kernel's command line. There is no disk, no shell and no other process. The
// initrd holds what the worker must not take from its host: the trust root of its network. The same inputs give the
// same bytes on every machine, so anyone can build an image again and compare what policies name.
//
// Package measure, below, computes from these files what hardware will measure of them; package guest is what process 1
// does before it is a worker; package channel is how it talks to its host; package qemu starts it.
package image

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/assent-network/assent/internal/wholefile"
)

// The files of an image, in its folder.
const (
	KernelFile   = "kernel"
	InitrdFile   = "initrd"
	FirmwareFile = "firmware.fd"
	ManifestFile = "image.json"
)

// Paths inside the initrd.
const (
	WorkerPath    = "init"
	TrustRootPath = "etc/assent/trust-root.json"
	modulesDir    = "lib/modules"
	ModuleOrder   = modulesDir + "/load.order"
)

// Format is the manifest's.
const Format = "assent-image/1"

// CommandLine is the kernel's. Words that the kernel does not know become process 1's environment.
//
// The host owns the console, so little is written to it and nothing of a crash: GOTRACEBACK. Randomness comes from the
// processor, which a host cannot influence, never from a device of the host's. Modules must be signed by Debian.
const CommandLine = "console=ttyS0 quiet loglevel=3 panic=-1 oops=panic random.trust_cpu=on " +
	"random.trust_bootloader=off module.sig_enforce=1 lockdown=confidentiality net.ifnames=0 GOTRACEBACK=none"

// ErrManifest is wrapped by the errors about image folders that are not what Build wrote.
var ErrManifest = errors.New("image: not an image")

// File is a file of an image, or one that went into it.
type File struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// Manifest says what an image consists of and what it was made from.
type Manifest struct {
	Format      string `json:"format"`
	CommandLine string `json:"commandLine"`
	// Files are kernel, initrd and firmware; Contents is what the initrd holds.
	Files    []File `json:"files"`
	Contents []File `json:"contents"`
	// Release is the kernel's; Go is the toolchain that built the worker.
	Release string `json:"kernelRelease"`
	Go      string `json:"go"`
}

func fileOf(name string, content []byte) File {
	sum := sha256.Sum256(content)
	return File{Name: name, Size: int64(len(content)), SHA256: hex.EncodeToString(sum[:])}
}

// Image is an image in memory.
type Image struct {
	Manifest Manifest
	Kernel   []byte
	Initrd   []byte
	Firmware []byte
}

// Load reads an image and checks it against its manifest.
func Load(dir string) (*Image, error) {
	b, err := os.ReadFile(filepath.Join(dir, ManifestFile))
	if err != nil {
		return nil, fmt.Errorf("%w: %w; make one with: assent image build", ErrManifest, err)
	}
	m, err := ParseManifest(b)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, ManifestFile), err)
	}
	i := &Image{Manifest: *m}
	for _, f := range m.Files {
		content, err := os.ReadFile(filepath.Join(dir, f.Name))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrManifest, err)
		}
		if got := fileOf(f.Name, content); got != f {
			return nil, fmt.Errorf("%w: %s has SHA-256 %s, its manifest says %s; build it again", ErrManifest,
				filepath.Join(dir, f.Name), got.SHA256, f.SHA256)
		}
		switch f.Name {
		case KernelFile:
			i.Kernel = content
		case InitrdFile:
			i.Initrd = content
		case FirmwareFile:
			i.Firmware = content
		}
	}
	return i, nil
}

// ParseManifest reads a manifest strictly.
func ParseManifest(b []byte) (*Manifest, error) {
	var m Manifest
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrManifest, err)
	}
	if m.Format != Format {
		return nil, fmt.Errorf("%w: its format is %q, not %q", ErrManifest, m.Format, Format)
	}
	want := []string{KernelFile, InitrdFile, FirmwareFile}
	if len(m.Files) != len(want) {
		return nil, fmt.Errorf("%w: it names %d files, not %s", ErrManifest, len(m.Files), strings.Join(want, ", "))
	}
	for n, f := range m.Files {
		if f.Name != want[n] {
			return nil, fmt.Errorf("%w: it names %q where %s belongs", ErrManifest, f.Name, want[n])
		}
	}
	if strings.ContainsFunc(m.CommandLine, func(r rune) bool { return r < ' ' || r > '~' }) {
		return nil, fmt.Errorf("%w: its command line %q is not printable ASCII", ErrManifest, m.CommandLine)
	}
	return &m, nil
}

// Save writes an image into a folder.
func (i *Image) Save(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("image: %w", err)
	}
	manifest, err := json.MarshalIndent(i.Manifest, "", "  ")
	if err != nil {
		return fmt.Errorf("image: encode the manifest: %w", err)
	}
	for _, f := range []struct {
		name    string
		content []byte
	}{{KernelFile, i.Kernel}, {InitrdFile, i.Initrd}, {FirmwareFile, i.Firmware}, {ManifestFile,
		append(manifest, '\n')}} {
		if err := wholefile.WritePublic(filepath.Join(dir, f.name), f.content); err != nil {
			return fmt.Errorf("image: %w", err)
		}
	}
	return nil
}
