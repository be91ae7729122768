package image

import (
	"fmt"

	"github.com/assent-network/assent/tee/image/measure"
)

// Launch is what a measurement depends on beside the image.
type Launch struct {
	Order   measure.Order
	Patched bool
	// MemoryMiB is that of the VM.
	MemoryMiB uint64
}

// Registers are what Intel TDX measures of an image, as far as the image tells: RTMR0 is the host's, and RTMR3 is unused.
type Registers struct {
	MRTD   measure.Register
	Events measure.Events
	RTMR1  measure.Register
	RTMR2  measure.Register
}

// Boot is how the image is started.
func (i *Image) Boot(l Launch) measure.Boot {
	return measure.Boot{Kernel: i.Kernel, Initrd: i.Initrd, Append: i.Manifest.CommandLine, Patched: l.Patched, MemoryMiB: l.MemoryMiB}
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
