package measure

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/ulikunitz/xz/lzma"
)

// A section of a firmware volume that is compressed; UEFI Platform Initialization, volume 3, 3.2.5.
const (
	guidedHead    = 4 + 16 + 2 + 2 // size and kind, GUID, offset of the data, attributes
	guidedKind    = 0x02
	maxExpanded   = 64 << 20
	maxCompressed = 8 // sections that are looked into
)

// lzmaGUID marks a section that is compressed by LZMA.
func lzmaGUID() guid {
	return makeGUID(0xee4e5898, 0x3914, 0x4259, [8]byte{0x9d, 0x6e, 0xdc, 0x7b, 0xd7, 0x94, 0x03, 0xcf})
}

// tdMeasureGUID is the driver that extends a TD's registers; OvmfPkg/Tcg/TdTcg2Dxe/TdTcg2Dxe.inf.
func tdMeasureGUID() guid {
	return makeGUID(0xf062221e, 0xc607, 0x44c2, [8]byte{0xb0, 0xb4, 0xc3, 0x88, 0x63, 0x31, 0xd3, 0x51})
}

// CheckMeasures returns ErrNotMeasured when the firmware has no driver that extends a TD's registers. Under such
// firmware, as OVMF before edk2-stable202302 is, RTMR1 and RTMR2 stay zero whatever kernel is booted.
func (f *Firmware) CheckMeasures() error {
	driver, compressed := tdMeasureGUID(), lzmaGUID()
	if bytes.Contains(f.image, driver[:]) {
		return nil
	}
	rest, base := f.image, 0
	for range maxCompressed {
		at := bytes.Index(rest, compressed[:])
		if at < 0 {
			break
		}
		expanded, err := f.expand(base + at - 4)
		if err == nil && bytes.Contains(expanded, driver[:]) {
			return nil
		}
		rest, base = rest[at+len(compressed):], base+at+len(compressed)
	}
	return fmt.Errorf("%w: it lacks OVMF's driver TdTcg2Dxe; take OVMF 2025.02, as in Debian 13, or later",
		ErrNotMeasured)
}

// expand returns the content of the compressed section at an offset.
func (f *Firmware) expand(at int) ([]byte, error) {
	if at < 0 || at+guidedHead > len(f.image) || f.image[at+3] != guidedKind {
		return nil, fmt.Errorf("%w: no compressed section at %#x", ErrFirmware, at)
	}
	size := int(f.image[at]) | int(f.image[at+1])<<8 | int(f.image[at+2])<<16
	data := int(binary.LittleEndian.Uint16(f.image[at+20:]))
	if data < guidedHead || size < data || at+size > len(f.image) {
		return nil, fmt.Errorf("%w: the compressed section at %#x has %d bytes", ErrFirmware, at, size)
	}
	r, err := lzma.NewReader(bytes.NewReader(f.image[at+data : at+size]))
	if err != nil {
		return nil, fmt.Errorf("%w: the compressed section at %#x: %w", ErrFirmware, at, err)
	}
	b, err := io.ReadAll(io.LimitReader(r, maxExpanded))
	if err != nil {
		return nil, fmt.Errorf("%w: the compressed section at %#x: %w", ErrFirmware, at, err)
	}
	return b, nil
}
