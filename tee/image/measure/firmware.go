// Package measure computes what a confidential VM's hardware and firmware will have measured once it runs, from the
// files that it is started from and nothing else: no hardware, no network, no clock.
//
// For Intel TDX it computes MRTD, what the TDX module hashes of the firmware, and RTMR1 and RTMR2, what the firmware
// and the kernel's boot stub extend for kernel, command line and initrd. RTMR0 covers the virtual hardware that a host
// presents, so only a host's event log can tell it; Replay recomputes it from there, and Log.Check says whether the
// rest of that log is what this package expects. For AMD SEV-SNP it computes the launch digest.
package measure

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrFirmware is wrapped by the errors about firmware files that do not say what a confidential VM needs.
var ErrFirmware = errors.New("measure: unsuitable firmware")

const (
	pageSize = 4096
	// maxFirmware is the largest firmware that fits below 4 GiB in QEMU's q35.
	maxFirmware = 16 << 20
	fourGiB     = 1 << 32
	// tableEnd is where the table of GUIDs ends, counted from the end of the file: the reset vector follows.
	tableEnd = 32
	// entryHead is a table entry's length and GUID, which come after its data.
	entryHead = 2 + 16
)

// guid is a GUID as firmware stores it.
type guid [16]byte

// makeGUID returns the bytes of a GUID given by its parts.
func makeGUID(a uint32, b, c uint16, d [8]byte) (g guid) {
	binary.LittleEndian.PutUint32(g[0:], a)
	binary.LittleEndian.PutUint16(g[4:], b)
	binary.LittleEndian.PutUint16(g[6:], c)
	copy(g[8:], d[:])
	return g
}

// The entries of OVMF's table of GUIDs; OvmfPkg/ResetVector/Ia16/ResetVectorVtf0.asm.
func footerGUID() guid {
	return makeGUID(0x96b582de, 0x1fb2, 0x45f7, [8]byte{0xba, 0xea, 0xa3, 0x66, 0xc5, 0x5a, 0x08, 0x2d})
}

func tdxMetadataGUID() guid {
	return makeGUID(0xe47a6535, 0x984a, 0x4798, [8]byte{0x86, 0x5e, 0x46, 0x85, 0xa7, 0xbf, 0x8e, 0xc2})
}

func sevMetadataGUID() guid {
	return makeGUID(0xdc886566, 0x984a, 0x4798, [8]byte{0xa7, 0x5e, 0x55, 0x85, 0xa7, 0xbf, 0x67, 0xcc})
}

func sevHashTableGUID() guid {
	return makeGUID(0x7255371f, 0x3a3b, 0x4b04, [8]byte{0x92, 0x7b, 0x1d, 0xa6, 0xef, 0xa8, 0xd4, 0x54})
}

func sevResetBlockGUID() guid {
	return makeGUID(0x00f771de, 0x1a7e, 0x4fcb, [8]byte{0x89, 0x0e, 0x68, 0xc7, 0x7e, 0x2f, 0xb4, 0x4e})
}

// Firmware is a firmware image: OVMF, code and variables in one file, as QEMU's -bios takes it.
type Firmware struct {
	image []byte
	table map[guid][]byte
}

// ParseFirmware reads the table of GUIDs at the end of a firmware image.
func ParseFirmware(image []byte) (*Firmware, error) {
	if len(image) == 0 || len(image) > maxFirmware || len(image)%pageSize != 0 {
		return nil, fmt.Errorf("%w: %d bytes are not whole pages up to %d", ErrFirmware, len(image), maxFirmware)
	}
	end := len(image) - tableEnd
	f := &Firmware{image: image, table: make(map[guid][]byte)}
	if footer := footerGUID(); !bytes.Equal(image[end-16:end], footer[:]) {
		return nil, fmt.Errorf(
			"%w: there is no table of GUIDs at its end; take OVMF's image for x86-64 with code and variables in one "+
				"file", ErrFirmware)
	}
	size := int(binary.LittleEndian.Uint16(image[end-entryHead:]))
	if size < entryHead || size > end {
		return nil, fmt.Errorf("%w: its table of GUIDs has %d bytes", ErrFirmware, size)
	}
	start := end - size
	for at := end - entryHead; at > start; {
		if at-entryHead < start {
			return nil, fmt.Errorf("%w: its table of GUIDs has %d bytes too many", ErrFirmware, at-start)
		}
		n := int(binary.LittleEndian.Uint16(image[at-entryHead:]))
		if n < entryHead || at-n < start {
			return nil, fmt.Errorf("%w: its table of GUIDs has an entry of %d bytes", ErrFirmware, n)
		}
		id := guid(image[at-16 : at])
		if _, twice := f.table[id]; twice {
			return nil, fmt.Errorf("%w: its table of GUIDs names %x twice", ErrFirmware, id)
		}
		f.table[id] = image[at-n : at-entryHead]
		at -= n
	}
	return f, nil
}

// base is the address that the image starts at in a guest: it ends at 4 GiB.
func (f *Firmware) base() uint64 { return fourGiB - uint64(len(f.image)) }

// descriptor returns what the offset in a table entry, which counts from the end of the file, points at.
func (f *Firmware) descriptor(id guid, what, signature string, header int) ([]byte, error) {
	entry, ok := f.table[id]
	if !ok || len(entry) != 4 {
		return nil, fmt.Errorf("%w: it has no %s metadata", ErrFirmware, what)
	}
	back := uint64(binary.LittleEndian.Uint32(entry))
	if back < uint64(header) || back > uint64(len(f.image)) {
		return nil, fmt.Errorf("%w: its %s metadata lies %d bytes before its end", ErrFirmware, what, back)
	}
	d := f.image[uint64(len(f.image))-back:]
	if string(d[:4]) != signature {
		return nil, fmt.Errorf("%w: its %s metadata begins with %q, not %q", ErrFirmware, what, d[:4], signature)
	}
	return d, nil
}
