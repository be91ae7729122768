package measure

import (
	"crypto/sha512"
	"encoding/binary"
	"encoding/hex"
	"fmt"
)

// Register is the value of a measurement register: a SHA-384.
type Register [sha512.Size384]byte

// tdSection is a part of memory that a TD starts with; Intel TDX Virtual Firmware Design Guide, section 11.
type tdSection struct {
	offset, size     uint32 // of its content in the image
	address, memory  uint64
	kind, attributes uint32
}

const (
	tdHeader      = 16
	tdSectionSize = 32
	tdVersion     = 1
	maxSections   = 64
	// chunk is what one MR.EXTEND measures.
	chunk = 256
	// maxTDMemory bounds what the sections of one image may span: OVMF's span a few MiB.
	maxTDMemory = 64 << 20

	attributeExtend = 1 << 0 // MR.EXTEND: its content is measured
	attributeAug    = 1 << 1 // PAGE.AUG: it is added only when the guest accepts it
)

// tdSections reads the TDVF metadata.
func (f *Firmware) tdSections() ([]tdSection, error) {
	d, err := f.descriptor(tdxMetadataGUID(), "TDX", "TDVF", tdHeader)
	if err != nil {
		return nil, err
	}
	length, version, count := binary.LittleEndian.Uint32(d[4:]), binary.LittleEndian.Uint32(d[8:]),
		binary.LittleEndian.Uint32(d[12:])
	if version != tdVersion || count == 0 || count > maxSections || uint64(length) != tdHeader+
		tdSectionSize*uint64(count) || uint64(length) > uint64(len(d)) {
		return nil, fmt.Errorf("%w: TDX metadata of version %d with %d sections in %d bytes", ErrFirmware, version,
			count, length)
	}
	sections := make([]tdSection, count)
	var total uint64
	for i := range sections {
		b := d[tdHeader+tdSectionSize*i:]
		s := tdSection{
			offset: binary.LittleEndian.Uint32(b), size: binary.LittleEndian.Uint32(b[4:]),
			address: binary.LittleEndian.Uint64(b[8:]), memory: binary.LittleEndian.Uint64(b[16:]),
			kind: binary.LittleEndian.Uint32(b[24:]), attributes: binary.LittleEndian.Uint32(b[28:]),
		}
		switch {
		case s.address%pageSize != 0 || s.memory%pageSize != 0 || s.memory > maxTDMemory || uint64(s.size) > s.memory:
			return nil, fmt.Errorf("%w: TDX section %d puts %d bytes into %d at %#x", ErrFirmware, i, s.size, s.memory,
				s.address)
		case uint64(s.offset)+uint64(s.size) > uint64(len(f.image)):
			return nil, fmt.Errorf("%w: TDX section %d lies outside the image", ErrFirmware, i)
		case s.attributes&^(attributeExtend|attributeAug) != 0:
			return nil, fmt.Errorf("%w: TDX section %d has the unknown attributes %#x", ErrFirmware, i, s.attributes)
		}
		if total += s.memory; total > maxTDMemory {
			return nil, fmt.Errorf("%w: its TDX sections span more than %d bytes", ErrFirmware, maxTDMemory)
		}
		sections[i] = s
	}
	return sections, nil
}

// Order is the order in which a host's kernel builds a TD: MRTD depends on it.
type Order int

// The orders. The zero value is that of Linux since 6.16, the first release whose KVM runs TDs.
const (
	PageByPage Order = iota // each page is extended right after it is added
	AddFirst                // all pages of a section are added, then extended: kernels with Intel's patches before that
)

// MRTD is what the TDX module measures of the firmware while a host builds the TD: a SHA-384 over the address of every
// page that is added, and over address and content of every 256 bytes that are extended; Intel TDX Module ABI,
// TDH.MEM.PAGE.ADD and TDH.MR.EXTEND.
func (f *Firmware) MRTD(order Order) (Register, error) {
	sections, err := f.tdSections()
	if err != nil {
		return Register{}, err
	}
	h := sha512.New384()
	record := func(operation string, address uint64) {
		var b [128]byte
		copy(b[:16], operation)
		binary.LittleEndian.PutUint64(b[16:], address)
		h.Write(b[:])
	}
	for _, s := range sections {
		content := f.image[s.offset : s.offset+s.size]
		add := func(page uint64) {
			if s.attributes&attributeAug == 0 {
				record("MEM.PAGE.ADD", s.address+page)
			}
		}
		extend := func(page uint64) {
			if s.attributes&attributeExtend == 0 {
				return
			}
			for at := page; at < page+pageSize; at += chunk {
				record("MR.EXTEND", s.address+at)
				var b [chunk]byte // zero beyond the content
				if at < uint64(len(content)) {
					copy(b[:], content[at:])
				}
				h.Write(b[:])
			}
		}
		for page := uint64(0); page < s.memory; page += pageSize {
			add(page)
			if order == PageByPage {
				extend(page)
			}
		}
		for page := uint64(0); order == AddFirst && page < s.memory; page += pageSize {
			extend(page)
		}
	}
	return Register(h.Sum(nil)), nil
}

// String returns the register in lower-case hexadecimal.
func (r Register) String() string { return hex.EncodeToString(r[:]) }

// MarshalText makes registers hexadecimal in JSON.
func (r Register) MarshalText() ([]byte, error) { return []byte(r.String()), nil }
