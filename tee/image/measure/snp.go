package measure

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrNotMeasured is wrapped by the errors about firmware under which hardware would not measure the kernel: a policy
// that names such a measurement accepts any kernel, any initrd and so any worker.
var ErrNotMeasured = errors.New("measure: this firmware does not have the kernel measured")

// SNP is what the launch digest of AMD SEV-SNP depends on beside the image.
type SNP struct {
	CPUs int
	// Signature is that of the processor's model that QEMU presents; EPYCv4 for -cpu EPYC-v4.
	Signature uint32
	// Features are SEV_FEATURES of the processors; SNPActive for SNP without more.
	Features uint64
}

const (
	// EPYCv4 is the signature of QEMU's EPYC-v4: family 23, model 1, stepping 2.
	EPYCv4 = 0x00800f12
	// SNPActive is the one feature of a plain SNP guest.
	SNPActive = 1

	maxCPUs = 512
)

// The kinds of sections in OVMF's SEV metadata; OvmfPkg/ResetVector/X64/OvmfSevMetadata.asm.
const (
	sevMemory       = 1
	sevSecrets      = 2
	sevCPUID        = 3
	sevCallingArea  = 4
	sevKernelHashes = 0x10

	sevHeader      = 16
	sevSectionSize = 12
	sevVersion     = 1
)

type sevSection struct{ address, size, kind uint32 }

// sevSections reads the SEV metadata.
func (f *Firmware) sevSections() ([]sevSection, error) {
	d, err := f.descriptor(sevMetadataGUID(), "SEV", "ASEV", sevHeader)
	if err != nil {
		return nil, err
	}
	length, version, count := binary.LittleEndian.Uint32(d[4:]), binary.LittleEndian.Uint32(d[8:]),
		binary.LittleEndian.Uint32(d[12:])
	if version != sevVersion || count == 0 || count > maxSections || uint64(length) != sevHeader+
		sevSectionSize*uint64(count) || uint64(length) > uint64(len(d)) {
		return nil, fmt.Errorf("%w: SEV metadata of version %d with %d sections in %d bytes", ErrFirmware, version,
			count, length)
	}
	sections := make([]sevSection, count)
	for i := range sections {
		b := d[sevHeader+sevSectionSize*i:]
		s := sevSection{binary.LittleEndian.Uint32(b), binary.LittleEndian.Uint32(b[4:]),
			binary.LittleEndian.Uint32(b[8:])}
		if s.address%pageSize != 0 || s.size%pageSize != 0 || s.size > maxTDMemory {
			return nil, fmt.Errorf("%w: SEV section %d has %d bytes at %#x", ErrFirmware, i, s.size, s.address)
		}
		sections[i] = s
	}
	return sections, nil
}

// The kinds of pages in PAGE_INFO; SEV Secure Nested Paging Firmware ABI, 8.17.2.
const (
	pageNormal  = 1
	pageVMSA    = 2
	pageZero    = 3
	pageSecrets = 5
	pageCPUID   = 6

	pageInfoSize = 0x70
	// vmsaAddress is where the firmware believes the processors' state to be.
	vmsaAddress = 0xfffffffff000
)

// launch is a digest that grows by pages.
type launch struct{ digest Register }

func (l *launch) add(kind byte, address uint64, content Register) {
	b := append(l.digest[:len(l.digest):len(l.digest)], content[:]...)
	b = binary.LittleEndian.AppendUint16(b, pageInfoSize)
	b = append(b, kind, 0, 0, 0, 0, 0) // no migration image; no rights for lower privilege levels
	b = binary.LittleEndian.AppendUint64(b, address)
	l.digest = sha512.Sum384(b)
}

func (l *launch) addPages(kind byte, address uint64, content []byte) {
	for at := 0; at < len(content); at += pageSize {
		l.add(kind, address+uint64(at), sha512.Sum384(content[at:at+pageSize]))
	}
}

// LaunchDigest is MEASUREMENT in an SNP report for a guest that QEMU starts with kernel-hashes=on: the firmware, hashes
// of kernel, initrd and command line, and the state that the processors start with. It fails with ErrNotMeasured for
// firmware that has no place for the hashes, as Debian's has none: build OvmfPkg/AmdSev of EDK II for one.
func (f *Firmware) LaunchDigest(b Boot, m SNP) (Register, error) {
	if m.CPUs < 1 || m.CPUs > maxCPUs {
		return Register{}, fmt.Errorf("measure: %d processors, at most %d", m.CPUs, maxCPUs)
	}
	sections, err := f.sevSections()
	if err != nil {
		return Register{}, err
	}
	hashes, err := f.hashPage(b)
	if err != nil {
		return Register{}, err
	}
	l := new(launch)
	l.addPages(pageNormal, f.base(), f.image)
	measured := false
	for i, s := range sections {
		switch s.kind {
		case sevMemory, sevCallingArea:
			for at := uint32(0); at < s.size; at += pageSize {
				l.add(pageZero, uint64(s.address)+uint64(at), Register{})
			}
		case sevSecrets:
			l.add(pageSecrets, uint64(s.address), Register{})
		case sevCPUID:
			l.add(pageCPUID, uint64(s.address), Register{})
		case sevKernelHashes:
			if s.size != pageSize || measured {
				return Register{}, fmt.Errorf("%w: SEV section %d has %d bytes for hashes", ErrFirmware, i, s.size)
			}
			l.addPages(pageNormal, uint64(s.address), hashes)
			measured = true
		default:
			return Register{}, fmt.Errorf("%w: SEV section %d is of the unknown kind %d", ErrFirmware, i, s.kind)
		}
	}
	if !measured {
		return Register{}, fmt.Errorf("%w: its SEV metadata has no page for the kernel's hash", ErrNotMeasured)
	}
	reset, err := f.resetAddress()
	if err != nil {
		return Register{}, err
	}
	for cpu := range m.CPUs {
		start := uint32(0xfffffff0)
		if cpu > 0 {
			start = reset
		}
		l.addPages(pageVMSA, vmsaAddress, vmsa(start, m))
	}
	return l.digest, nil
}

// resetAddress is where all processors but the first begin.
func (f *Firmware) resetAddress() (uint32, error) {
	b, ok := f.table[sevResetBlockGUID()]
	if !ok || len(b) != 4 {
		return 0, fmt.Errorf("%w: it does not say where processors begin", ErrFirmware)
	}
	return binary.LittleEndian.Uint32(b), nil
}

// GUIDs of QEMU's table of hashes; QEMU, target/i386/sev.c.
func hashTableGUIDs() (table, cmdline, initrd, kernel guid) {
	return makeGUID(0x9438d606, 0x4f22, 0x4cc9, [8]byte{0xb4, 0x79, 0xa7, 0x93, 0xd4, 0x11, 0xfd, 0x21}),
		makeGUID(0x97d02dd8, 0xbd20, 0x4c94, [8]byte{0xaa, 0x78, 0xe7, 0x71, 0x4d, 0x36, 0xab, 0x2a}),
		makeGUID(0x44baf731, 0x3a2f, 0x4bd7, [8]byte{0x9a, 0xf1, 0x41, 0xe2, 0x91, 0x69, 0x78, 0x1d}),
		makeGUID(0x4de79437, 0xabd2, 0x427f, [8]byte{0xb8, 0x35, 0xd5, 0xb1, 0x72, 0xd2, 0x04, 0x5b})
}

// hashPage is the page with the hashes that QEMU puts where the firmware says.
func (f *Firmware) hashPage(b Boot) ([]byte, error) {
	entry, ok := f.table[sevHashTableGUID()]
	if !ok || len(entry) != 8 || binary.LittleEndian.Uint32(entry) == 0 {
		return nil, fmt.Errorf("%w: it names no place for the kernel's hash", ErrNotMeasured)
	}
	table, cmdline, initrd, kernel := hashTableGUIDs()
	const entrySize = 16 + 2 + sha256.Size
	t := append([]byte(nil), table[:]...)
	t = binary.LittleEndian.AppendUint16(t, 16+2+3*entrySize)
	for _, e := range []struct {
		id   guid
		hash [sha256.Size]byte
	}{{cmdline, sha256.Sum256([]byte(b.Append + "\x00"))}, {initrd, sha256.Sum256(b.Initrd)}, {kernel,
		sha256.Sum256(b.Kernel)}} {
		t = append(t, e.id[:]...)
		t = binary.LittleEndian.AppendUint16(t, entrySize)
		t = append(t, e.hash[:]...)
	}
	offset := int(binary.LittleEndian.Uint32(entry) % pageSize)
	if offset+len(t) > pageSize {
		return nil, fmt.Errorf("%w: it has no room for hashes at %#x", ErrFirmware, binary.LittleEndian.Uint32(entry))
	}
	page := make([]byte, pageSize)
	copy(page[offset:], t)
	return page, nil
}

// vmsa is the state that KVM and QEMU start a processor with; AMD64 Architecture Programmer's Manual, volume 2, table
// B-4.
func vmsa(start uint32, m SNP) []byte {
	p := make([]byte, pageSize)
	segment := func(at int, selector, attributes uint16, limit uint32, base uint64) {
		binary.LittleEndian.PutUint16(p[at:], selector)
		binary.LittleEndian.PutUint16(p[at+2:], attributes)
		binary.LittleEndian.PutUint32(p[at+4:], limit)
		binary.LittleEndian.PutUint64(p[at+8:], base)
	}
	const limit = 0xffff
	segment(0x00, 0, 0x93, limit, 0)                             // ES
	segment(0x10, 0xf000, 0x9b, limit, uint64(start&0xffff0000)) // CS
	for _, at := range []int{0x20, 0x30, 0x40, 0x50} {           // SS, DS, FS, GS
		segment(at, 0, 0x93, limit, 0)
	}
	segment(0x60, 0, 0, limit, 0)    // GDTR
	segment(0x70, 0, 0x82, limit, 0) // LDTR
	segment(0x80, 0, 0, limit, 0)    // IDTR
	segment(0x90, 0, 0x8b, limit, 0) // TR
	for at, v := range map[int]uint64{
		0x0d0: 0x1000,                 // EFER: SVME
		0x148: 0x40,                   // CR4: MCE
		0x158: 0x10,                   // CR0: ET
		0x160: 0x400,                  // DR7
		0x168: 0xffff0ff0,             // DR6
		0x170: 0x2,                    // RFLAGS
		0x178: uint64(start & 0xffff), // RIP
		0x268: 0x7040600070406,        // G_PAT
		0x310: uint64(m.Signature),    // RDX
		0x3b0: m.Features,             // SEV_FEATURES
		0x3e8: 1,                      // XCR0
	} {
		binary.LittleEndian.PutUint64(p[at:], v)
	}
	binary.LittleEndian.PutUint32(p[0x408:], 0x1f80) // MXCSR
	binary.LittleEndian.PutUint16(p[0x410:], 0x37f)  // x87 FCW
	return p
}
