package qemu_test

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/assent-network/assent/tee/image/qemu"
)

func config(kind qemu.Kind) qemu.Config {
	return qemu.Config{Kind: kind, Dir: "image", CommandLine: "quiet", MemoryMiB: 1024, CPUs: 2}
}

func TestArgs(t *testing.T) {
	for kind, want := range map[qemu.Kind][]string{
		qemu.Emulated: {"tcg,thread=multi", "virtio-net-pci,netdev=net0,romfile="},
		qemu.TDX: {"kvm", "tdx-guest", "confidential-guest-support=tee0",
			"virtio-net-pci,netdev=net0,romfile=,disable-legacy=on,iommu_platform=on"},
		qemu.SNP: {"kvm", "sev-snp-guest,id=tee0,cbitpos=51,reduced-phys-bits=1,kernel-hashes=on", "EPYC-v4",
			"virtio-serial-pci,disable-legacy=on,iommu_platform=on"},
	} {
		args, err := config(kind).Args("/run/a,b")
		if err != nil {
			t.Fatal(err)
		}
		line := strings.Join(args, " ")
		for _, w := range append(want, "image/firmware.fd", "image/kernel", "image/initrd",
			"socket,id=host,path=/run/a,,b", "-no-reboot") {
			if !strings.Contains(line, w) {
				t.Errorf("%s: %q is not in %s", kind, w, line)
			}
		}
		if at := slices.Index(args, "-append"); at < 0 || args[at+1] != "quiet" {
			t.Errorf("%s: the command line is not passed on: %s", kind, line)
		}
		// A host must not be a guest's source of randomness.
		if strings.Contains(line, "rng") {
			t.Errorf("%s: %s", kind, line)
		}
	}
	for _, bad := range []qemu.Config{{}, {Kind: "sgx", MemoryMiB: 1, CPUs: 1},
		{Kind: qemu.TDX, MemoryMiB: -1, CPUs: 1}} {
		if args, err := bad.Args("/run/x"); err == nil {
			t.Errorf("%+v: %v", bad, args)
		}
	}
}

// A guest is reached at one port, if its configuration names one, and nowhere else.
func TestArgs_listen(t *testing.T) {
	c := config(qemu.Emulated)
	for listen, want := range map[string]string{
		"":               "user,id=net0,ipv6=off",
		"127.0.0.1:8601": "user,id=net0,ipv6=off,hostfwd=tcp:127.0.0.1:8601-10.0.2.15:8600",
	} {
		c.Listen = listen
		if args, err := c.Args("/run/x"); err != nil || !slices.Contains(args, want) {
			t.Errorf("%q: %v, %v", listen, args, err)
		}
	}
	for _, bad := range []string{"8601", ":8601", "localhost:8601", "127.0.0.1:0", "[::1]:8601",
		"127.0.0.1:1,hostfwd=x"} {
		c.Listen = bad
		if args, err := c.Args("/run/x"); err == nil {
			t.Errorf("%q: %v", bad, args)
		}
	}
}

func TestMissing(t *testing.T) {
	c := config(qemu.Emulated)
	c.Program = filepath.Join(t.TempDir(), "qemu")
	if err := qemu.Run(t.Context(), c, io.Discard, nil); !errors.Is(err, qemu.ErrMissing) {
		t.Errorf("%v", err)
	}
}

// program writes a script that stands for QEMU.
func program(t *testing.T, script string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "qemu")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRun_machineThatEnds(t *testing.T) {
	c := config(qemu.Emulated)
	var console strings.Builder
	c.Program = program(t, "echo booted; exit 0\n")
	serve := func(context.Context, io.ReadWriter) error { return nil }
	if err := qemu.Run(t.Context(), c, &console, serve); err != nil || console.String() != "booted\n" {
		t.Errorf("%v, console %q", err, console.String())
	}
	c.Program = program(t, "exit 3\n")
	if err := qemu.Run(t.Context(), c, io.Discard, serve); err == nil ||
		!strings.Contains(err.Error(), "exit status 3") {
		t.Errorf("%v", err)
	}
}

func TestRun_contextEndsTheMachine(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r, w := io.Pipe()
	c := config(qemu.Emulated)
	c.Program = program(t, "echo up; exec sleep 1000\n")
	ended := make(chan error, 1)
	go func() {
		ended <- qemu.Run(ctx, c, w, func(context.Context, io.ReadWriter) error { return net.ErrClosed })
	}()
	if _, err := io.ReadFull(r, make([]byte, 3)); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("%v", err)
	}
}
