package measure_test

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"strings"
	"testing"

	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/tee/image/measure"
)

// section is one of synthetic firmware.
type section struct {
	offset, size     uint32
	address, memory  uint64
	kind, attributes uint32
}

type sevSection struct{ address, size, kind uint32 }

// firmware makes an image with OVMF's table of GUIDs and metadata: eight pages that differ, with what the arguments
// say.
func firmware(td []section, sev []sevSection, hashes uint32) []byte {
	const pages = 8
	b := make([]byte, pages*4096)
	for i := range b {
		b[i] = byte(i*7 + i/4096)
	}
	put := func(at int, signature string, sections int, size int) int {
		copy(b[at:], signature)
		binary.LittleEndian.PutUint32(b[at+4:], uint32(16+size*sections))
		binary.LittleEndian.PutUint32(b[at+8:], 1)
		binary.LittleEndian.PutUint32(b[at+12:], uint32(sections))
		return at + 16
	}
	const tdAt, sevAt = 0x6000, 0x6800
	at := put(tdAt, "TDVF", len(td), 32)
	for _, s := range td {
		for _, v := range []any{s.offset, s.size, s.address, s.memory, s.kind, s.attributes} {
			n, _ := binary.Encode(b[at:], binary.LittleEndian, v)
			at += n
		}
	}
	at = put(sevAt, "ASEV", len(sev), 12)
	for _, s := range sev {
		n, _ := binary.Encode(b[at:], binary.LittleEndian, s)
		at += n
	}
	// The table, backwards from 32 bytes before the end.
	end := len(b) - 32
	write := func(id string, data []byte, size int) {
		raw, _ := hex.DecodeString(id)
		end -= 16
		copy(b[end:], raw)
		end -= 2
		binary.LittleEndian.PutUint16(b[end:], uint16(size))
		end -= len(data)
		copy(b[end:], data)
	}
	le32 := func(v ...uint32) (out []byte) {
		for _, x := range v {
			out = binary.LittleEndian.AppendUint32(out, x)
		}
		return out
	}
	const total = 18 + (18 + 4) + (18 + 8) + (18 + 4) + (18 + 4)
	write("de82b596b21ff745baeaa366c55a082d", nil, total)
	write("de71f7007e1acb4f890e68c77e2fb44e", le32(0x0080b004), 22)
	write("1f3755723b3a044b927b1da6efa8d454", le32(hashes, 0x400), 26)
	write("666588dc4a989847a75e5585a7bf67cc", le32(uint32(len(b)-sevAt)), 22)
	write("35657ae44a989847865e4685a7bf8ec2", le32(uint32(len(b)-tdAt)), 22)
	return b
}

func usual() []byte {
	return firmware([]section{
		{0x1000, 0x7000, 0xffff9000, 0x7000, 0, 1},
		{0, 0x1000, 0xffff8000, 0x1000, 1, 0},
		{0, 0, 0x810000, 0x2000, 3, 0},
		{0, 0, 0x900000, 0x2000, 2, 2},
	}, []sevSection{
		{0x800000, 0x2000, 1}, {0x80d000, 0x1000, 2}, {0x80e000, 0x1000, 3}, {0x80f000, 0x1000, 4},
		{0x810000, 0x1000, 0x10},
	}, 0x810c00)
}

func parse(t testing.TB, b []byte) *measure.Firmware {
	t.Helper()
	f, err := measure.ParseFirmware(b)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestMRTD compares with values that a second implementation, in another language, computed for the same image.
func TestMRTD(t *testing.T) {
	f := parse(t, usual())
	for order, want := range map[measure.Order]string{
		measure.PageByPage: "28ee8c04a8071fdf85a7957b11cc92b5dbec7de54f246b1580d16618af9f0e10565c87260591586e7a920d8c997f6add",
		measure.AddFirst:   "10022f17a6a31aaa0cc53688ba587a8970de2221ffa0082013ecaded71d7b7e0b9105cbf22fb2ff8b803f3e7327f27eb",
	} {
		if got, err := f.MRTD(order); err != nil || got.String() != want {
			t.Errorf("order %d: %s, %v, want %s", order, got, err, want)
		}
	}
}

// TestLaunchDigest compares with what the tool sev-snp-measure computes for the same image, kernel, initrd and command
// line.
func TestLaunchDigest(t *testing.T) {
	f := parse(t, usual())
	boot := measure.Boot{Kernel: []byte("kernel"), Initrd: []byte("initrd"), Append: "console=ttyS0"}
	for cpus, want := range map[int]string{
		1: "a37daf6ec4d35fe9c7400527238a20cb9e5f4ebf5ebb6623cf0116b6e99d5ef96df0d13d59d104f52d91abd31db35857",
		4: "7366e32a77e860a9a92ec618467d1bbd09c4e5ecfcaf5e54f3588a289d03ae88005f419f8f9b9875dd7dbf2de01ae523",
	} {
		got, err := f.LaunchDigest(boot, measure.SNP{CPUs: cpus, Signature: measure.EPYCv4,
			Features: measure.SNPActive})
		if err != nil || got.String() != want {
			t.Errorf("%d processors: %s, %v, want %s", cpus, got, err, want)
		}
	}
	without := parse(t, firmware([]section{{0, 0x1000, 0, 0x1000, 0, 1}}, []sevSection{{0x800000, 0x1000, 1}}, 0))
	if _, err := without.LaunchDigest(boot, measure.SNP{CPUs: 1}); !errors.Is(err, measure.ErrNotMeasured) {
		t.Errorf("firmware without a place for hashes: %v", err)
	}
}

func TestEveryByteOfFirmwareCounts(t *testing.T) {
	image := usual()
	want, err := parse(t, image).MRTD(measure.PageByPage)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{0x1000, 0x1fff, 0x4321, len(image) - 1} {
		changed := bytes.Clone(image)
		changed[at] ^= 1
		f, err := measure.ParseFirmware(changed)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := f.MRTD(measure.PageByPage); err != nil || got == want {
			t.Errorf("byte %#x changed: %s, %v", at, got, err)
		}
	}
}

func TestUnsuitableFirmware(t *testing.T) {
	for name, b := range map[string][]byte{
		"empty":                 {},
		"not whole pages":       make([]byte, 4097),
		"no table":              make([]byte, 4096),
		"section outside":       firmware([]section{{0x8000, 0x1000, 0, 0x1000, 0, 1}}, nil, 0),
		"section beyond bounds": firmware([]section{{0, 0, 0, 1 << 40, 3, 0}}, nil, 0),
		"section not on a page": firmware([]section{{0, 0x1000, 1, 0x1000, 0, 1}}, nil, 0),
		"content beyond memory": firmware([]section{{0, 0x2000, 0, 0x1000, 0, 1}}, nil, 0),
		"unknown attributes":    firmware([]section{{0, 0x1000, 0, 0x1000, 0, 8}}, nil, 0),
		"no sections":           firmware(nil, nil, 0),
	} {
		f, err := measure.ParseFirmware(b)
		if err == nil {
			_, err = f.MRTD(measure.PageByPage)
		}
		if !errors.Is(err, measure.ErrFirmware) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFirmwareWithoutTheDriver(t *testing.T) {
	if err := parse(t, usual()).CheckMeasures(); !errors.Is(err, measure.ErrNotMeasured) {
		t.Errorf("%v", err)
	}
	image := usual()
	driver, _ := hex.DecodeString("1e2262f007c6c244b0b4c3886331d351")
	copy(image[0x2000:], driver)
	if err := parse(t, image).CheckMeasures(); err != nil {
		t.Error(err)
	}
}

// TestReplay replays the event log of a real TD to the registers of its quote.
func TestReplay(t *testing.T) {
	log, err := measure.ParseLog(sharedtest.Read(t, "vectors", "quotes/tdx_v4_cos113_ccel.bin"))
	if err != nil {
		t.Fatal(err)
	}
	quote := sharedtest.Read(t, "vectors", "quotes/tdx_v4_cos113.dat")
	const registers = 48 + 328 // of a version 4 quote: header, and report up to RTMR0
	for i := range 4 {
		want := hex.EncodeToString(quote[registers+48*i:][:48])
		if got := measure.Replay(measure.Extended(log, uint32(i+1))...); got.String() != want {
			t.Errorf("RTMR%d replays to %s, the quote has %s", i, got, want)
		}
	}
	t.Logf("count: %d events", len(log))
	if _, _, err := measure.Check(log, measure.Events{}); !errors.Is(err, measure.ErrOtherBoot) {
		t.Errorf("the log passes for that of another boot: %v", err)
	}
}

// event encodes an event with a SHA-384.
func event(index, kind uint32, digest measure.Register, data string) []byte {
	b := binary.LittleEndian.AppendUint32(nil, index)
	b = binary.LittleEndian.AppendUint32(b, kind)
	b = binary.LittleEndian.AppendUint32(b, 1)
	b = binary.LittleEndian.AppendUint16(b, 0x0c)
	b = append(b, digest[:]...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(data)))
	return append(b, data...)
}

// head is the first event of a log.
func head() []byte {
	spec := "Spec ID Event03\x00" + strings.Repeat("\x00", 16)
	b := binary.LittleEndian.AppendUint32(nil, 1)
	b = binary.LittleEndian.AppendUint32(b, measure.EventNoAction)
	b = append(b, make([]byte, 20)...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(spec)))
	return append(b, spec...)
}

// logOf is the log that a boot leaves behind.
func logOf(e measure.Events) []byte {
	digest := func(s string) measure.Register { return measure.Register(sum(s)) }
	return bytes.Join([][]byte{
		head(),
		event(measure.IndexRTMR0, measure.EventPlatformFlags, measure.Register{1}, "ACPI DATA"),
		event(measure.IndexRTMR1, measure.EventBootProgram, e.Kernel, ""),
		event(measure.IndexRTMR1, measure.EventAction, digest("Calling EFI Application from Boot Option"), ""),
		event(measure.IndexRTMR1, measure.EventSeparator, digest("\x00\x00\x00\x00"), ""),
		event(measure.IndexRTMR2, measure.EventTag, e.LoadOptions, ""),
		event(measure.IndexRTMR2, measure.EventTag, e.Initrd, ""),
		event(measure.IndexRTMR1, measure.EventAction, digest("Exit Boot Services Invocation"), ""),
		event(measure.IndexRTMR1, measure.EventAction, digest("Exit Boot Services Returned with Success"), ""),
		bytes.Repeat([]byte{0xff}, 99),
	}, nil)
}

func TestCheck(t *testing.T) {
	want := measure.Events{Kernel: measure.Register{2}, LoadOptions: measure.Register{3}, Initrd: measure.Register{4}}
	log, err := measure.ParseLog(logOf(want))
	if err != nil {
		t.Fatal(err)
	}
	rtmr0, host, err := measure.Check(log, want)
	if err != nil || rtmr0 != measure.Replay(measure.Register{1}) || len(host) != 1 ||
		host[0].Kind != measure.EventPlatformFlags {
		t.Errorf("%s, %v, %v", rtmr0, host, err)
	}
	for _, other := range []measure.Events{
		{Kernel: measure.Register{9}, LoadOptions: want.LoadOptions, Initrd: want.Initrd},
		{Kernel: want.Kernel, LoadOptions: measure.Register{9}, Initrd: want.Initrd},
		{Kernel: want.Kernel, LoadOptions: want.LoadOptions, Initrd: measure.Register{9}},
	} {
		if _, _, err := measure.Check(log, other); !errors.Is(err, measure.ErrOtherBoot) {
			t.Errorf("%+v: %v", other, err)
		}
	}
}

func TestMalformedLogs(t *testing.T) {
	good := logOf(measure.Events{})
	for name, b := range map[string][]byte{
		"empty":             {},
		"no head":           event(1, 1, measure.Register{}, ""),
		"cut in the head":   good[:40],
		"cut in an event":   good[:len(head())+30],
		"too many digests":  append(head(), bytes.Repeat([]byte{9}, 12)...),
		"unknown algorithm": bytes.Replace(good, []byte{1, 0, 0, 0, 0x0c, 0}, []byte{1, 0, 0, 0, 0x77, 0}, 1),
		"no SHA-384":        bytes.Replace(good, []byte{1, 0, 0, 0, 0x0c, 0}, []byte{1, 0, 0, 0, 0x0b, 0}, 1),
	} {
		if _, err := measure.ParseLog(b); !errors.Is(err, measure.ErrLog) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzParseLog(f *testing.F) {
	f.Add(logOf(measure.Events{}))
	f.Add(head())
	f.Fuzz(func(t *testing.T, b []byte) {
		log, err := measure.ParseLog(b)
		if err != nil && !errors.Is(err, measure.ErrLog) {
			t.Errorf("an error of another kind: %v", err)
		}
		for i := range uint32(5) {
			measure.Replay(measure.Extended(log, i)...)
		}
	})
}

func FuzzParseFirmware(f *testing.F) {
	f.Add(usual())
	f.Fuzz(func(t *testing.T, b []byte) {
		fw, err := measure.ParseFirmware(b)
		if err != nil {
			return
		}
		_, _ = fw.MRTD(measure.AddFirst)
		_, _ = fw.LaunchDigest(measure.Boot{}, measure.SNP{CPUs: 1})
		_ = fw.CheckMeasures()
	})
}
