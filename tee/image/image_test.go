package image_test

import (
	"bytes"
	"encoding/hex"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/assent-network/assent/tee/image"
	"github.com/assent-network/assent/tee/image/measure"
)

const release = "6.12.1-cloud-amd64"

// modules are the files that an image takes from a kernel's package.
var modules = []string{
	"fs/configfs/configfs", "drivers/virt/coco/tsm", "drivers/virt/coco/tdx-guest/tdx-guest",
	"drivers/virt/coco/sev-guest/sev-guest",
	"net/core/failover", "drivers/net/net_failover", "drivers/net/virtio_net",
}

func write(t testing.TB, path string, content []byte) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// inputs makes files that an image can be built from: everything is what it should be but kernel, modules and firmware,
// into which Build does not look. The worker is this module's smallest program.
func inputs(t testing.TB) image.Inputs {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "boot", "vmlinuz-"+release), []byte("kernel"))
	for _, m := range modules {
		write(t, filepath.Join(dir, "lib", "modules", release, "kernel", m+".ko.xz"), []byte(m))
	}
	write(t, filepath.Join(dir, "usr", "share", "ovmf", "OVMF.fd"), []byte("firmware"))
	return image.Inputs{System: dir, Worker: worker(t),
		TrustRoot: write(t, filepath.Join(dir, "trust-root.json"), trustRoot(t))}
}

// worker compiles a static program.
func worker(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "main.go"), []byte("package main\n\nfunc main() {}\n"))
	write(t, filepath.Join(dir, "go.mod"), []byte("module worker\n\ngo 1.26\n"))
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w -buildid=", "-o", "worker", ".")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "CGO_ENABLED=0", "GOOS=linux", "GOARCH=amd64", "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return filepath.Join(dir, "worker")
}

func trustRoot(t testing.TB) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "trust-root.json"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func build(t testing.TB, in image.Inputs) *image.Image {
	t.Helper()
	i, err := image.Build(in)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

func TestBuildIsReproducible(t *testing.T) {
	in := inputs(t)
	first := build(t, in)
	// Other files, of another age and with other rights, with the same content.
	other := in
	other.System = t.TempDir()
	if err := os.CopyFS(other.System, os.DirFS(in.System)); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(filepath.Join(other.System, "boot", "vmlinuz-"+release), 0o777); err != nil {
		t.Fatal(err)
	}
	second := build(t, other)
	if !bytes.Equal(first.Initrd, second.Initrd) || !slices.Equal(first.Manifest.Files, second.Manifest.Files) {
		t.Error("the same content does not make the same image")
	}
}

func TestOneByteOfTheWorkerChangesTheInitrd(t *testing.T) {
	in := inputs(t)
	first := build(t, in)
	b, err := os.ReadFile(in.Worker)
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)/2] ^= 1
	write(t, in.Worker, b)
	second := build(t, in)
	if first.Manifest.Files[1] == second.Manifest.Files[1] {
		t.Error("the initrd is the same")
	}
	if first.Manifest.Files[0] != second.Manifest.Files[0] || first.Manifest.Files[2] != second.Manifest.Files[2] {
		t.Error("kernel or firmware changed")
	}
}

// newc reads an archive as the kernel does.
func newc(t testing.TB, b []byte) (names []string, modes map[string]uint64, content map[string][]byte) {
	t.Helper()
	modes, content = make(map[string]uint64), make(map[string][]byte)
	for {
		if string(b[:6]) != "070701" {
			t.Fatalf("magic %q", b[:6])
		}
		var f [13]uint64
		for i := range f {
			v, err := strconv.ParseUint(string(b[6+8*i:][:8]), 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			f[i] = v
		}
		for i, what := range map[int]string{2: "uid", 3: "gid", 5: "mtime", 12: "check"} {
			if f[i] != 0 {
				t.Errorf("%s is %d", what, f[i])
			}
		}
		round := func(n uint64) uint64 { return (n + 3) &^ 3 }
		name := string(b[110 : 110+f[11]-1])
		b = b[round(110+f[11]):]
		if name == "TRAILER!!!" {
			if len(b) != 0 {
				t.Errorf("%d bytes after the end", len(b))
			}
			return names, modes, content
		}
		names = append(names, name)
		modes[name], content[name] = f[1], b[:f[6]]
		b = b[round(f[6]):]
	}
}

func TestInitrd(t *testing.T) {
	in := inputs(t)
	i := build(t, in)
	names, modes, content := newc(t, i.Initrd)
	seen := make(map[string]bool)
	for _, n := range names {
		if dir := filepath.Dir(n); dir != "." && !seen[dir] {
			t.Errorf("%s comes before its folder", n)
		}
		seen[n] = true
	}
	program, err := os.ReadFile(in.Worker)
	if err != nil {
		t.Fatal(err)
	}
	if modes[image.WorkerPath] != 0o100755 || !bytes.Equal(content[image.WorkerPath], program) {
		t.Errorf("process 1 has mode %o", modes[image.WorkerPath])
	}
	if modes["proc"] != 0o040755 || !bytes.Equal(content[image.TrustRootPath], trustRoot(t)) {
		t.Error("the trust root or the place for proc is not as it should be")
	}
	order := strings.Fields(string(content[image.ModuleOrder]))
	if len(order) != len(modules) || order[0] != "configfs.ko.xz" || order[len(order)-1] != "virtio_net.ko.xz" {
		t.Errorf("modules are loaded in the order %v", order)
	}
	for _, m := range order {
		if content["lib/modules/"+m] == nil {
			t.Errorf("module %s is not there", m)
		}
	}
	if len(i.Manifest.Contents) != len(order)+3 || i.Manifest.Go == "" || i.Manifest.Release != release {
		t.Errorf("the manifest is %+v", i.Manifest)
	}
}

func TestUnsuitableInputs(t *testing.T) {
	for name, change := range map[string]func(t *testing.T, in *image.Inputs){
		"no kernel":       func(_ *testing.T, in *image.Inputs) { in.System = in.System + "/lib" },
		"unknown release": func(_ *testing.T, in *image.Inputs) { in.Release = "5.10.0-cloud-amd64" },
		"several releases": func(t *testing.T,
			in *image.Inputs) {
			write(t, in.System+"/boot/vmlinuz-7-cloud-amd64", nil)
		},
		"no module": func(t *testing.T, in *image.Inputs) {
			_ = os.RemoveAll(in.System + "/lib/modules/" + release + "/kernel/net")
		},
		"no firmware":    func(_ *testing.T, in *image.Inputs) { in.Firmware = "absent" },
		"no worker":      func(_ *testing.T, in *image.Inputs) { in.Worker = "absent" },
		"worker no ELF":  func(t *testing.T, in *image.Inputs) { write(t, in.Worker, []byte("#!/bin/sh\n")) },
		"worker dynamic": func(_ *testing.T, in *image.Inputs) { in.Worker = "/bin/sh" },
		"no trust root":  func(_ *testing.T, in *image.Inputs) { in.TrustRoot = "absent" },
		"bad trust root": func(t *testing.T, in *image.Inputs) { write(t, in.TrustRoot, []byte("{}")) },
	} {
		t.Run(name, func(t *testing.T) {
			in := inputs(t)
			change(t, &in)
			if _, err := image.Build(in); !errors.Is(err, image.ErrInputs) {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestSaveAndLoad(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "image")
	i := build(t, inputs(t))
	if err := i.Save(dir); err != nil {
		t.Fatal(err)
	}
	got, err := image.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Initrd, i.Initrd) || got.Manifest.CommandLine != image.CommandLine {
		t.Error("an image comes back as another")
	}
	for _, name := range []string{image.KernelFile, image.InitrdFile, image.FirmwareFile} {
		path := filepath.Join(dir, name)
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		b[0] ^= 1
		write(t, path, b)
		if _, err := image.Load(dir); !errors.Is(err, image.ErrManifest) {
			t.Errorf("%s was changed: %v", name, err)
		}
		b[0] ^= 1
		write(t, path, b)
	}
	if _, err := image.Load(t.TempDir()); !errors.Is(err, image.ErrManifest) {
		t.Errorf("an empty folder: %v", err)
	}
}

func FuzzParseManifest(f *testing.F) {
	f.Add([]byte(`{"format":"assent-image/1","commandLine":"quiet","files":[{"name":"kernel","size":1,"sha256":"` +
		hex.EncodeToString(make([]byte, 32)) +
		`"},{"name":"initrd","size":1,"sha256":""},{"name":"firmware.fd","size":1,"sha256":""}],"contents":[],"kernelRelease":"6","go":"go1.26"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := image.ParseManifest(b)
		if err != nil {
			if !errors.Is(err, image.ErrManifest) {
				t.Errorf("an error of another kind: %v", err)
			}
			return
		}
		for _, file := range m.Files {
			if filepath.Base(file.Name) != file.Name {
				t.Errorf("a manifest names the file %q", file.Name)
			}
		}
	})
}

// No image whose kernel runs the host's ACPI code has a measurement of SEV-SNP, which would say nothing of that code.
func TestLaunchDigest_needsAKernelThatRunsNoHostCode(t *testing.T) {
	i := build(t, inputs(t))
	m := measure.SNP{CPUs: 1, Signature: measure.EPYCv4, Features: measure.SNPActive}
	if digest, err := i.LaunchDigest(m); !errors.Is(err, image.ErrHostCode) {
		t.Errorf("measured %s, %v", digest, err)
	}
	for _, line := range []string{"acpi=off-not", "noacpi=off", "acpi=on", "acpi"} {
		other := *i
		other.Manifest.CommandLine += " " + line
		if _, err := other.LaunchDigest(m); !errors.Is(err, image.ErrHostCode) {
			t.Errorf("%q: %v", line, err)
		}
	}
	closed := *i
	closed.Manifest.CommandLine += " acpi=off"
	if _, err := closed.LaunchDigest(m); errors.Is(err, image.ErrHostCode) {
		t.Errorf("without ACPI: %v", err)
	}
}
