package measure

import (
	"bytes"
	"crypto/sha512"
	"encoding/binary"
	"errors"
	"fmt"
)

// ErrLog is wrapped by the errors about event logs.
var ErrLog = errors.New("measure: malformed event log")

// The event types that this package names; TCG PC Client Platform Firmware Profile, 10.4.1, and UEFI 2.10, 38.4.
const (
	EventNoAction       = 0x00000003
	EventSeparator      = 0x00000004
	EventTag            = 0x00000006
	EventPlatformFlags  = 0x0000000a
	EventVariableConfig = 0x80000001
	EventVariableBoot   = 0x80000002
	EventBootProgram    = 0x80000003
	EventAction         = 0x80000007
	EventFirmwareBlob   = 0x80000008
	EventHandoff        = 0x80000009
	EventFirmwareBlob2  = 0x8000000a
	EventHandoff2       = 0x8000000b
	EventVariableUsed   = 0x800000e0
)

// EventName is how the specifications call a type.
func EventName(kind uint32) string {
	switch kind {
	case EventNoAction:
		return "EV_NO_ACTION"
	case EventSeparator:
		return "EV_SEPARATOR"
	case EventTag:
		return "EV_EVENT_TAG"
	case EventPlatformFlags:
		return "EV_PLATFORM_CONFIG_FLAGS"
	case EventVariableConfig:
		return "EV_EFI_VARIABLE_DRIVER_CONFIG"
	case EventVariableBoot:
		return "EV_EFI_VARIABLE_BOOT"
	case EventBootProgram:
		return "EV_EFI_BOOT_SERVICES_APPLICATION"
	case EventAction:
		return "EV_EFI_ACTION"
	case EventFirmwareBlob:
		return "EV_EFI_PLATFORM_FIRMWARE_BLOB"
	case EventHandoff:
		return "EV_EFI_HANDOFF_TABLES"
	case EventFirmwareBlob2:
		return "EV_EFI_PLATFORM_FIRMWARE_BLOB2"
	case EventHandoff2:
		return "EV_EFI_HANDOFF_TABLES2"
	case EventVariableUsed:
		return "EV_EFI_VARIABLE_AUTHORITY"
	}
	return fmt.Sprintf("event %#x", kind)
}

// Event is an entry of a log.
type Event struct {
	// Index is that of the register: in a confidential VM's log, 1 to 4 for RTMR0 to RTMR3; in a TPM's, that of the
	// PCR.
	Index  uint32
	Kind   uint32
	Digest Register // SHA-384
	Data   []byte
}

const (
	algSHA1   = 0x0004
	algSHA256 = 0x000b
	algSHA384 = 0x000c
	algSHA512 = 0x000d
	algSM3    = 0x0012

	maxLog     = 16 << 20
	maxDigests = 8
	specID     = "Spec ID Event03\x00"
)

// digestSize is the size of an algorithm's digests.
func digestSize(algorithm uint16) (int, bool) {
	switch algorithm {
	case algSHA1:
		return 20, true
	case algSHA256, algSM3:
		return 32, true
	case algSHA384:
		return sha512.Size384, true
	case algSHA512:
		return sha512.Size, true
	}
	return 0, false
}

// reader reads a log's fields and remembers the first failure.
type reader struct {
	b   []byte
	err error
}

func (r *reader) take(n uint64) []byte {
	if r.err != nil || n > uint64(len(r.b)) {
		if r.err == nil {
			r.err = fmt.Errorf("%w: it is cut off", ErrLog)
		}
		return nil
	}
	b := r.b[:n]
	r.b = r.b[n:]
	return b
}

func (r *reader) u16() uint16 {
	if b := r.take(2); b != nil {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

func (r *reader) u32() uint32 {
	if b := r.take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

// ParseLog reads an event log in the crypto-agile format, as Linux gives it in /sys/firmware/acpi/tables/data/CCEL for
// a confidential VM and in binary_bios_measurements for a TPM. What follows the last event is left alone when it is
// filling.
func ParseLog(b []byte) ([]Event, error) {
	if len(b) > maxLog {
		return nil, fmt.Errorf("%w: %d bytes", ErrLog, len(b))
	}
	r := &reader{b: b}
	// The first event has the old format and says that the others do not.
	r.u32()
	first := r.u32()
	r.take(20)
	head := r.take(uint64(r.u32()))
	if r.err != nil {
		return nil, r.err
	}
	if first != EventNoAction || !bytes.HasPrefix(head, []byte(specID)) {
		return nil, fmt.Errorf("%w: it does not begin as a crypto-agile log does", ErrLog)
	}
	var events []Event
	for len(r.b) > 0 && !filling(r.b) {
		e, err := r.event()
		if err != nil {
			return nil, fmt.Errorf("%w: event %d", err, len(events)+1)
		}
		events = append(events, e)
	}
	return events, nil
}

// filling says whether nothing but 0xff or zero is left.
func filling(b []byte) bool {
	return len(bytes.TrimLeft(b, "\xff")) == 0 || len(bytes.TrimLeft(b, "\x00")) == 0
}

func (r *reader) event() (Event, error) {
	e := Event{Index: r.u32(), Kind: r.u32()}
	count := r.u32()
	if r.err == nil && (count == 0 || count > maxDigests) {
		return e, fmt.Errorf("%w: %d digests", ErrLog, count)
	}
	found := false
	for range count {
		algorithm := r.u16()
		size, ok := digestSize(algorithm)
		if r.err == nil && !ok {
			return e, fmt.Errorf("%w: digest algorithm %#x", ErrLog, algorithm)
		}
		if d := r.take(uint64(size)); d != nil && algorithm == algSHA384 {
			e.Digest, found = Register(d), true
		}
	}
	e.Data = bytes.Clone(r.take(uint64(r.u32())))
	if r.err == nil && !found {
		return e, fmt.Errorf("%w: no SHA-384", ErrLog)
	}
	return e, r.err
}

// Extended are the digests that a log extends a register by, in order.
func Extended(log []Event, index uint32) (digests []Register) {
	for _, e := range log {
		if e.Index == index && e.Kind != EventNoAction {
			digests = append(digests, e.Digest)
		}
	}
	return digests
}

// Register indexes of a confidential VM's log.
const (
	IndexRTMR0 = 1 + iota
	IndexRTMR1
	IndexRTMR2
	IndexRTMR3
)

// Check says whether a confidential VM's log tells of the boot that is expected: RTMR1 and RTMR2 must be what image and
// launch make them. It returns RTMR0 and the events that it consists of, which are the host's word: the log proves what
// was extended, once a quote with these registers is verified, and nothing says that it is good.
func Check(log []Event, want Events) (rtmr0 Register, host []Event, err error) {
	for _, r := range []struct {
		name  string
		index uint32
		want  Register
	}{{"RTMR1", IndexRTMR1, want.RTMR1()}, {"RTMR2", IndexRTMR2, want.RTMR2()}, {"RTMR3", IndexRTMR3, Register{}}} {
		if got := Replay(Extended(log, r.index)...); got != r.want {
			return Register{}, nil, fmt.Errorf("%w: its %s is %s, the image makes it %s", ErrOtherBoot, r.name, got,
				r.want)
		}
	}
	for _, e := range log {
		if e.Index == IndexRTMR0 && e.Kind != EventNoAction {
			host = append(host, e)
		}
	}
	return Replay(Extended(log, IndexRTMR0)...), host, nil
}

// ErrOtherBoot says that an event log tells of another boot than the image's.
var ErrOtherBoot = errors.New("measure: the event log is of another image, or of another way to start it")
