package image

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/assent-network/assent/tee/image/measure"
)

// Launch is what a measurement depends on beside the image.
type Launch struct {
	Order   measure.Order
	Patched bool
	// MemoryMiB is that of the VM.
	MemoryMiB uint64
}

// Registers are what Intel TDX measures of an image, as far as the image tells: RTMR0 is the host's, and RTMR3 is
// unused.
type Registers struct {
	MRTD   measure.Register
	Events measure.Events
	RTMR1  measure.Register
	RTMR2  measure.Register
}

// Boot is how the image is started.
func (i *Image) Boot(l Launch) measure.Boot {
	return measure.Boot{Kernel: i.Kernel, Initrd: i.Initrd, Append: i.Manifest.CommandLine, Patched: l.Patched,
		MemoryMiB: l.MemoryMiB}
}

// ErrHostCode is wrapped when a measurement leaves the host a way to run code in the guest: who names it accepts
// whatever the host has it run.
var ErrHostCode = errors.New("image: the measurement leaves the host a way to run code in the guest")

// withoutACPI is the word of a kernel's command line by which it reads no ACPI tables.
const withoutACPI = "acpi=off"

// LaunchDigest computes what AMD SEV-SNP measures. It says nothing of the ACPI tables, which the host hands to the
// firmware after the launch and whose code a kernel runs; so it fails with ErrHostCode unless the kernel reads none.
func (i *Image) LaunchDigest(m measure.SNP) (measure.Register, error) {
	if !slices.Contains(strings.Fields(i.Manifest.CommandLine), withoutACPI) {
		return measure.Register{}, fmt.Errorf(
			"%w: SEV-SNP does not measure the host's ACPI tables, and the kernel runs the code in them "+
				"unless its command line has %s", ErrHostCode, withoutACPI)
	}
	f, err := measure.ParseFirmware(i.Firmware)
	if err != nil {
		return measure.Register{}, err
	}
	return f.LaunchDigest(i.Boot(Launch{}), m)
}

// Registers computes what Intel TDX measures.
func (i *Image) Registers(l Launch) (*Registers, error) {
	f, err := measure.ParseFirmware(i.Firmware)
	if err != nil {
		return nil, err
	}
	r := new(Registers)
	if r.MRTD, err = f.MRTD(l.Order); err != nil {
		return nil, err
	}
	boot := i.Boot(l)
	if r.Events, err = boot.Events(); err != nil {
		return nil, fmt.Errorf("image: %w", err)
	}
	r.RTMR1, r.RTMR2 = r.Events.RTMR1(), r.Events.RTMR2()
	return r, nil
}
