// Package qemu starts images under QEMU: emulated, on any machine and without protection, or as a guest of Intel TDX or
// AMD SEV-SNP on machines that have it.
package qemu

import (
	"fmt"
	"net/netip"
	"path/filepath"
	"strconv"

	"github.com/assent-network/assent/tee/image"
	"github.com/assent-network/assent/tee/image/channel"
)

// Kind is how a guest is protected from its host.
type Kind string

// The kinds.
const (
	Emulated Kind = "emulated" // not at all: QEMU emulates the processor
	TDX      Kind = "tdx"      // Intel TDX: Linux 6.16 and QEMU 10.1 or later on the host
	SNP      Kind = "snp"      // AMD SEV-SNP: Linux 6.11 and QEMU 9.1 or later on the host
)

// Config says how to start an image.
type Config struct {
	Kind Kind
	// Program is QEMU; empty for the one on the path.
	Program string
	// Dir is the image's folder; CommandLine is its kernel's, from its manifest.
	Dir         string
	CommandLine string
	MemoryMiB   int
	CPUs        int
	// Listen, when set, is an address of this machine that is passed on to the guest's GuestPort.
	Listen string
}

// GuestPort is the only port at which a guest can be reached, if any.
const GuestPort = 8600

// Program is QEMU's name.
const Program = "qemu-system-x86_64"

// The network that QEMU makes for a guest in user mode: nothing reaches the guest but what Config.Listen passes on, and
// it reaches its host's loopback address by HostAddress.
const (
	GuestAddress = "10.0.2.15/24"
	HostAddress  = "10.0.2.2"
)

// quotePort is where a host's quote generation service of Intel's listens, on vsock.
const quotePort = 4050

// Args returns QEMU's arguments. The channel's port is the UNIX socket given, at which the host listens.
func (c Config) Args(socket string) ([]string, error) {
	if c.MemoryMiB <= 0 || c.CPUs <= 0 {
		return nil, fmt.Errorf("qemu: %d MiB and %d processors are not a machine", c.MemoryMiB, c.CPUs)
	}
	machine, err := c.machine()
	if err != nil {
		return nil, err
	}
	netdev := "user,id=net0,ipv6=off"
	if c.Listen != "" {
		from, err := netip.ParseAddrPort(c.Listen)
		if err != nil || !from.Addr().Is4() || from.Port() == 0 {
			return nil, fmt.Errorf("qemu: %q is not an IPv4 address with a port to pass on to the guest", c.Listen)
		}
		guest := netip.MustParsePrefix(GuestAddress).Addr()
		netdev += fmt.Sprintf(",hostfwd=tcp:%s:%d-%s:%d", from.Addr(), from.Port(), guest, GuestPort)
	}
	// Memory that a host cannot read is no place for its devices: they go through pages that the guest shares.
	device := ",romfile="
	if c.Kind != Emulated {
		device += ",disable-legacy=on,iommu_platform=on"
	}
	return append(machine,
		"-m", strconv.Itoa(c.MemoryMiB)+"M", "-smp", strconv.Itoa(c.CPUs),
		"-bios", filepath.Join(c.Dir, image.FirmwareFile),
		"-kernel", filepath.Join(c.Dir, image.KernelFile),
		"-initrd", filepath.Join(c.Dir, image.InitrdFile),
		"-append", c.CommandLine,
		"-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-serial", "stdio",
		"-netdev", netdev, "-device", "virtio-net-pci,netdev=net0"+device,
		"-chardev", "socket,id=host,path="+escape(socket), "-device", "virtio-serial-pci"+device[len(",romfile="):],
		"-device", "virtserialport,chardev=host,name="+channel.Port,
	), nil
}

// machine is the part that differs between kinds.
func (c Config) machine() ([]string, error) {
	memory := "size=" + strconv.Itoa(c.MemoryMiB) + "M"
	switch c.Kind {
	case Emulated:
		return []string{"-machine", "q35", "-accel", "tcg,thread=multi", "-cpu", "max"}, nil
	case TDX:
		return []string{
			"-machine", "q35,kernel-irqchip=split,confidential-guest-support=tee0,memory-backend=ram0", "-accel", "kvm",
			"-cpu", "host",
			"-object", "memory-backend-ram,id=ram0," + memory,
			"-object", fmt.Sprintf(
				`{"qom-type":"tdx-guest","id":"tee0","quote-generation-socket":{"type":"vsock","cid":"2","port":"%d"}}`,
				quotePort),
		}, nil
	case SNP:
		return []string{
			"-machine", "q35,confidential-guest-support=tee0,memory-backend=ram0", "-accel", "kvm", "-cpu", "EPYC-v4",
			"-object", "memory-backend-memfd,id=ram0,share=true,prealloc=false," + memory,
			"-object", "sev-snp-guest,id=tee0,cbitpos=51,reduced-phys-bits=1,kernel-hashes=on",
		}, nil
	}
	return nil, fmt.Errorf("qemu: %q is not one of %s, %s, %s", c.Kind, Emulated, TDX, SNP)
}

// escape doubles commas, which separate a QEMU option's parts.
func escape(path string) string {
	var out []rune
	for _, r := range path {
		if r == ',' {
			out = append(out, ',')
		}
		out = append(out, r)
	}
	return string(out)
}
