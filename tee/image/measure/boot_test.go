package measure_test

import (
	"bytes"
	"crypto/sha512"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"testing"

	"github.com/assent-network/assent/tee/image/measure"
)

func sum(s string) [48]byte { return sha512.Sum384([]byte(s)) }

// kernel makes a small bzImage with a PE header: headers, a body, and certificates of the size given at its end.
func kernel(certificates int) []byte {
	b := make([]byte, 0x1000, 0x1000+certificates)
	for i := range b {
		b[i] = byte(i * 13)
	}
	copy(b, "MZ")
	copy(b[0x202:], "HdrS")
	b[0x211] = 1
	binary.LittleEndian.PutUint32(b[0x22c:], 0x7fffffff)
	const peAt = 0x280
	binary.LittleEndian.PutUint32(b[0x3c:], peAt)
	clear(b[peAt : peAt+24+240])
	copy(b[peAt:], "PE\x00\x00")
	binary.LittleEndian.PutUint16(b[peAt+4:], 0x8664)
	binary.LittleEndian.PutUint16(b[peAt+20:], 240)
	optional := b[peAt+24:]
	binary.LittleEndian.PutUint16(optional, 0x20b)
	binary.LittleEndian.PutUint32(optional[108:], 16)
	if certificates > 0 {
		binary.LittleEndian.PutUint32(optional[144:], uint32(len(b)))
		binary.LittleEndian.PutUint32(optional[148:], uint32(certificates))
	}
	return append(b, bytes.Repeat([]byte{0xcc}, certificates)...)
}

func TestAuthenticode(t *testing.T) {
	const checksum, directory = 0x280 + 24 + 64, 0x280 + 24 + 144
	signed := kernel(64)
	digest, err := measure.Authenticode(signed)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{checksum, checksum + 3, directory + 9 - 9, len(signed) - 1} {
		changed := bytes.Clone(signed)
		if at != directory {
			changed[at] ^= 1
		}
		if got, err := measure.Authenticode(changed); err != nil || got != digest {
			t.Errorf("byte %#x, which is not covered: %s, %v", at, got, err)
		}
	}
	for _, at := range []int{0x100, checksum - 1, checksum + 4, directory + 8, 0xfff} {
		changed := bytes.Clone(signed)
		changed[at] ^= 1
		if got, err := measure.Authenticode(changed); err == nil && got == digest {
			t.Errorf("byte %#x changed and the digest did not", at)
		}
	}
	unsigned := kernel(0)
	if got, err := measure.Authenticode(unsigned); err != nil || got == (measure.Register{}) {
		t.Errorf("without certificates: %s, %v", got, err)
	}
	beyond := bytes.Clone(signed)
	binary.LittleEndian.PutUint32(beyond[directory+4:], 65)
	for name, b := range map[string][]byte{"empty": {}, "no program": make([]byte, 0x1000),
		"certificates beyond the end": beyond} {
		if _, err := measure.Authenticode(b); !errors.Is(err, measure.ErrKernel) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEvents(t *testing.T) {
	boot := measure.Boot{Kernel: kernel(0), Initrd: []byte("initrd"), Append: "quiet"}
	plain, err := boot.Events()
	if err != nil {
		t.Fatal(err)
	}
	if want := "71007500690065007400200069006e0069007400720064003d0069006e0069007400720064000000"; hex.EncodeToString(
		boot.LoadOptions()) != want {
		t.Errorf("load options %x, want %s", boot.LoadOptions(), want)
	}
	if plain.Initrd != sum("initrd") {
		t.Errorf("initrd %s", plain.Initrd)
	}
	boot.Patched, boot.MemoryMiB = true, 1024
	patched, err := boot.Events()
	if err != nil {
		t.Fatal(err)
	}
	if patched.Kernel == plain.Kernel || patched.LoadOptions != plain.LoadOptions || patched.Initrd != plain.Initrd {
		t.Error("patching the kernel changes the digest of the kernel, and of nothing else")
	}
	boot.MemoryMiB = 2048
	if other, err := boot.Events(); err != nil || other.Kernel == patched.Kernel {
		t.Errorf("the place of the initrd depends on the memory: %v", err)
	}
	boot.MemoryMiB = 4096
	large, err := boot.Events()
	if err != nil {
		t.Fatal(err)
	}
	boot.MemoryMiB = 8192
	if larger, err := boot.Events(); err != nil || larger != large {
		t.Errorf("above 2.75 GiB the memory does not matter: %v", err)
	}
	boot.MemoryMiB = 1
	boot.Initrd = make([]byte, 2<<20)
	if _, err := boot.Events(); !errors.Is(err, measure.ErrKernel) {
		t.Errorf("an initrd that does not fit: %v", err)
	}
}

func FuzzKernel(f *testing.F) {
	f.Add(kernel(0))
	f.Add(kernel(64))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, patched := range []bool{false, true} {
			boot := measure.Boot{Kernel: b, Initrd: []byte{1}, Patched: patched, MemoryMiB: 64}
			if _, err := boot.Events(); err != nil && !errors.Is(err, measure.ErrKernel) {
				t.Errorf("an error of another kind: %v", err)
			}
		}
	})
}
