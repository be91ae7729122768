package measure

import (
	"bytes"
	"crypto/sha512"
	"debug/pe"
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf16"
)

// ErrKernel is wrapped by the errors about kernel files.
var ErrKernel = errors.New("measure: unsuitable kernel")

// Boot is what a VM is started with directly, without a disk: QEMU's -kernel, -initrd and -append.
type Boot struct {
	Kernel []byte // a bzImage with an EFI stub
	Initrd []byte
	Append string // the command line as given to QEMU
	// Patched says that QEMU fills in the kernel's setup header before the firmware sees it, as releases before 10.0 do
	// for every guest but those of AMD SEV. The kernel's digest then depends on the memory's size and QEMU's version.
	Patched bool
	// MemoryMiB is the memory of the VM; it matters only to a patched kernel, and only below 2.75 GiB.
	MemoryMiB uint64
}

// The setup header of a bzImage; Linux, Documentation/arch/x86/boot.rst.
const (
	setupMagic      = 0x202
	setupLoader     = 0x210
	setupFlags      = 0x211
	setupRamdisk    = 0x218
	setupRamdiskLen = 0x21c
	setupHeapEnd    = 0x224
	setupCmdline    = 0x228
	setupInitrdMax  = 0x22c
	setupEnd        = 0x260

	loaderQEMU  = 0xb0
	flagCanHeap = 0x80
	flagHigh    = 0x01
	realMode    = 0x10000
	cmdlineAt   = 0x20000
	acpiReserve = 0x28000 // ACPI_DATA_SIZE and more, QEMU's hw/i386/pc.c
	// lowMemory is where q35 ends its memory below 4 GiB when a VM has more than that.
	lowMemoryMiB = 2048
	lowLimitMiB  = 2816
)

// patched returns the kernel as QEMU hands it to the firmware.
func (b *Boot) patched() ([]byte, error) {
	if len(b.Kernel) < setupEnd || string(b.Kernel[setupMagic:setupMagic+4]) != "HdrS" {
		return nil, fmt.Errorf("%w: it is no bzImage", ErrKernel)
	}
	if !b.Patched {
		return b.Kernel, nil
	}
	if b.Kernel[setupFlags]&flagHigh == 0 {
		return nil, fmt.Errorf("%w: it loads below 1 MiB, which is not supported", ErrKernel)
	}
	k := bytes.Clone(b.Kernel)
	k[setupLoader] = loaderQEMU
	k[setupFlags] |= flagCanHeap
	binary.LittleEndian.PutUint32(k[setupCmdline:], cmdlineAt)
	binary.LittleEndian.PutUint32(k[setupHeapEnd:], cmdlineAt-realMode-0x200)
	if len(b.Initrd) == 0 {
		return k, nil
	}
	low := b.MemoryMiB
	if low >= lowLimitMiB {
		low = lowMemoryMiB
	}
	highest := uint64(binary.LittleEndian.Uint32(b.Kernel[setupInitrdMax:]))
	if below := low << 20; highest >= below-acpiReserve {
		highest = below - acpiReserve - 1
	}
	if uint64(len(b.Initrd)) >= highest {
		return nil, fmt.Errorf("%w: an initrd of %d bytes does not fit into %d MiB of memory", ErrKernel, len(b.Initrd),
			b.MemoryMiB)
	}
	binary.LittleEndian.PutUint32(k[setupRamdisk:], uint32((highest-uint64(len(b.Initrd)))&^(pageSize-1)))
	binary.LittleEndian.PutUint32(k[setupRamdiskLen:], uint32(len(b.Initrd)))
	return k, nil
}

// Authenticode is the digest that firmware measures of a PE image: all of it but the checksum, the directory entry of
// the certificates, and the certificates; Windows Authenticode Portable Executable Signature Format, without the
// sorting of sections, which are in order in images that firmware loads.
func Authenticode(image []byte) (Register, error) {
	f, err := pe.NewFile(bytes.NewReader(image))
	if err != nil {
		return Register{}, fmt.Errorf("%w: it has no EFI stub: %w", ErrKernel, err)
	}
	if _, ok := f.OptionalHeader.(*pe.OptionalHeader64); !ok {
		return Register{}, fmt.Errorf("%w: it is no 64-bit EFI program", ErrKernel)
	}
	const (
		signature     = 4
		fileHeader    = 20
		checksumAt    = 64
		certificateAt = 112 + 4*8 // the fifth data directory
	)
	optional := int(binary.LittleEndian.Uint32(image[0x3c:])) + signature + fileHeader
	checksum, directory := optional+checksumAt, optional+certificateAt
	if optional < 0 || directory+8 > len(image) {
		return Register{}, fmt.Errorf("%w: its headers are cut off", ErrKernel)
	}
	end := uint64(len(image))
	if at, size := binary.LittleEndian.Uint32(image[directory:]),
		binary.LittleEndian.Uint32(image[directory+4:]); at != 0 {
		if uint64(at) < uint64(directory+8) || uint64(at)+uint64(size) != end {
			return Register{}, fmt.Errorf("%w: its certificates are not at its end", ErrKernel)
		}
		end = uint64(at)
	}
	h := sha512.New384()
	h.Write(image[:checksum])
	h.Write(image[checksum+4 : directory])
	h.Write(image[directory+8 : end])
	return Register(h.Sum(nil)), nil
}

// LoadOptions are the bytes that the kernel's stub measures of the command line: OVMF appends the name of the initrd to
// what QEMU was given, and the stub measures all of it in UTF-16 with the zero at its end.
func (b *Boot) LoadOptions() []byte {
	line := b.Append
	if len(b.Initrd) > 0 {
		line += " initrd=initrd"
	}
	var out []byte
	for _, c := range utf16.Encode([]rune(line + "\x00")) {
		out = binary.LittleEndian.AppendUint16(out, c)
	}
	return out
}

// Events are the digests that firmware and kernel extend, in order, for one boot.
type Events struct {
	Kernel, LoadOptions, Initrd Register
}

// Events computes the digests of a boot.
func (b *Boot) Events() (Events, error) {
	k, err := b.patched()
	if err != nil {
		return Events{}, err
	}
	e := Events{LoadOptions: sha512.Sum384(b.LoadOptions()), Initrd: sha512.Sum384(b.Initrd)}
	e.Kernel, err = Authenticode(k)
	return e, err
}

// Texts that OVMF measures as actions; TCG PC Client Platform Firmware Profile, 10.4.4.
const (
	actionCalling   = "Calling EFI Application from Boot Option"
	actionExit      = "Exit Boot Services Invocation"
	actionExitReady = "Exit Boot Services Returned with Success"
)

// RTMR1 is what the firmware extends: the kernel when it loads it, then that it boots, and that it has ended.
func (e Events) RTMR1() Register {
	return Replay(e.Kernel, sha512.Sum384([]byte(actionCalling)), separator(), sha512.Sum384([]byte(actionExit)),
		sha512.Sum384([]byte(actionExitReady)))
}

// RTMR2 is what the kernel's stub extends: its command line and the initrd.
func (e Events) RTMR2() Register { return Replay(e.LoadOptions, e.Initrd) }

func separator() Register { return sha512.Sum384(make([]byte, 4)) }

// Replay extends a register that starts as zero.
func Replay(digests ...Register) (r Register) {
	for _, d := range digests {
		r = sha512.Sum384(append(r[:], d[:]...))
	}
	return r
}
