package pins_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/pins"
)

// image is the document of the machine image, whose hash custodians name.
const image = `{"format":"assent-pins/1",` +
	`"snp":{"policy":{"mask":"0xfffffffffc2e0000","value":"0x0000000000020000"},"vmpl":0},` +
	`"tdx":{"attributes":{"mask":"0xffffffffbfffffff","value":"0x0000000010000000"},` +
	`"xfam":["0x00000000000000e7","0x00000000000002e7","0x0000000000001ae7",` +
	`"0x00000000000600e7","0x00000000000602e7","0x0000000000061ae7"]}}`

func TestImage(t *testing.T) {
	b, err := pins.Image().Marshal()
	if err != nil || string(b) != image {
		t.Fatalf("got %s, %v", b, err)
	}
	hash, err := pins.Image().Hash()
	if err != nil || hash != pins.HashOf(b) {
		t.Errorf("hash %s, %v", hash, err)
	}
	p, err := pins.Open(b, hash)
	if err != nil || !reflect.DeepEqual(p, pins.Image()) {
		t.Errorf("read %+v, %v", p, err)
	}
	if _, err := pins.Open(b, common.Hash{1}); err == nil {
		t.Error("read under another hash")
	}
}

func TestAcceptsTDX(t *testing.T) {
	const sept, linux = 1 << 28, 0x602e7
	for _, c := range []struct {
		name             string
		attributes, xfam uint64
		pin              string // that refuses
	}{
		{"as Linux starts it", sept, linux, ""},
		{"with protection keys for supervisor pages", sept | 1<<30, linux, ""},
		{"exceptions at pages that are taken away", 0, linux, "attributes"},
		{"debug", sept | 1, linux, "attributes"},
		{"migratable", sept | 1<<29, linux, "attributes"},
		{"performance counters", sept | 1<<63, linux, "attributes"},
		{"key locker", sept | 1<<31, linux, "attributes"},
		{"a reserved bit", sept | 1<<40, linux, "attributes"},
		{"another XFAM", sept, linux | 1<<8, "xfam"},
		{"every XFAM", sept, 1<<64 - 1, "xfam"},
	} {
		check(t, c.name, pins.Image().AcceptsTDX(c.attributes, c.xfam), c.pin)
	}
	only := pins.Image()
	only.TDX = nil
	check(t, "another platform", only.AcceptsTDX(sept, linux), "platform")
}

func TestAcceptsSNP(t *testing.T) {
	const linux = 0x30000
	for _, c := range []struct {
		name   string
		policy uint64
		vmpl   uint8
		pin    string
	}{
		{"as QEMU starts it", linux, 0, ""},
		{"a firmware of 1.55", linux | 0x137, 0, ""},
		{"ciphertext hidden, RAPL off, one socket", linux | 1<<24 | 1<<23 | 1<<20, 0, ""},
		{"debug", linux | 1<<19, 0, "policy"},
		{"migration", linux | 1<<18, 0, "policy"},
		{"CXL devices", linux | 1<<21, 0, "policy"},
		{"a reserved bit", linux | 1<<26, 0, "policy"},
		{"no policy", 0, 0, "policy"},
		{"a lower privilege level", linux, 1, "vmpl"},
		{"the host's report", linux, 255, "vmpl"},
	} {
		check(t, c.name, pins.Image().AcceptsSNP(c.policy, c.vmpl), c.pin)
	}
	only := pins.Image()
	only.SNP = nil
	check(t, "another platform", only.AcceptsSNP(linux, 0), "platform")

	strict := pins.Image()
	hidden := pins.Word(1 << 24)
	strict.SNP.Policy.Mask, strict.SNP.Policy.Value = strict.SNP.Policy.Mask|hidden, strict.SNP.Policy.Value|hidden
	check(t, "ciphertext that a stricter document wants hidden", strict.AcceptsSNP(linux, 0), "policy")
	check(t, "ciphertext hidden as wanted", strict.AcceptsSNP(linux|1<<24, 0), "")
}

func check(t *testing.T, name string, err error, pin string) {
	t.Helper()
	var refused *pins.Error
	switch {
	case pin == "" && err != nil:
		t.Errorf("%s: %v", name, err)
	case pin != "" && (!errors.As(err, &refused) || refused.Pin != pin):
		t.Errorf("%s: got %v, want a refusal by %q", name, err, pin)
	}
}

func TestParseIsStrict(t *testing.T) {
	for name, bad := range map[string]string{
		"nothing":              "",
		"another format":       strings.Replace(image, "pins/1", "pins/2", 1),
		"another member":       strings.Replace(image, `"vmpl":0`, `"vmpl":0,"x":1`, 1),
		"a member too few":     strings.Replace(image, `,"vmpl":0`, ``, 1),
		"a member twice":       strings.Replace(image, `"vmpl":0`, `"vmpl":0,"vmpl":0`, 1),
		"space":                strings.Replace(image, `,`, `, `, 1),
		"another order":        `{"snp":{"policy":{"mask":"0x0000000000000000","value":"0x0000000000000000"},"vmpl":0},"format":"assent-pins/1"}`,
		"no platform":          `{"format":"assent-pins/1"}`,
		"a short word":         strings.Replace(image, `"0x00000000000000e7"`, `"0xe7"`, 1),
		"a word in upper case": strings.Replace(image, `0x00000000000000e7`, `0x00000000000000E7`, 1),
		"a word with a sign":   strings.Replace(image, `0x00000000000000e7`, `0x+0000000000000e7`, 1),
		"a number for a word":  strings.Replace(image, `"0x00000000000000e7"`, `231`, 1),
		"no XFAM":              strings.Replace(image, image[strings.Index(image, `"xfam":[`):], `"xfam":[]}}`, 1),
		"XFAM out of order":    strings.Replace(image, `0x00000000000000e7`, `0x00000000000f00e7`, 1),
		"XFAM twice":           strings.Replace(image, `0x00000000000000e7`, `0x00000000000002e7`, 1),
		"a value off the mask": strings.Replace(image, `"value":"0x0000000010000000"`, `"value":"0x0000000050000000"`,
			1),
		"VMPL 4":              strings.Replace(image, `"vmpl":0`, `"vmpl":4`, 1),
		"something behind it": image + " ",
		"too long":            image + strings.Repeat(" ", pins.MaxSize),
	} {
		if p, err := pins.Parse([]byte(bad)); err == nil {
			t.Errorf("%s: read %+v", name, p)
		}
	}
	many := pins.Image()
	for i := range 20 {
		many.TDX.XFAM = append(many.TDX.XFAM, pins.Word(1<<40+i))
	}
	if _, err := many.Marshal(); err == nil {
		t.Error("wrote more values of XFAM than are read")
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(image), uint64(0x10000000), uint64(0xe7), uint8(0))
	f.Add([]byte(`{"format":"assent-pins/1","snp":{"policy":{"mask":"0x0000000000080000","value":"0x0000000000000000"},"vmpl":3}}`),
		uint64(0x30000), uint64(0), uint8(3))
	f.Fuzz(func(t *testing.T, b []byte, field, xfam uint64, vmpl uint8) {
		p, err := pins.Parse(b)
		if err != nil {
			return
		}
		again, err := p.Marshal()
		if err != nil || !bytes.Equal(again, b) {
			t.Fatalf("%q is written as %q, %v", b, again, err)
		}
		if err := canonical.Check(b); err != nil {
			t.Errorf("%q was read: %v", b, err)
		}
		if p.TDX != nil && p.AcceptsTDX(field, xfam) == nil &&
			pins.Word(field)&p.TDX.Attributes.Mask != p.TDX.Attributes.Value {
			t.Errorf("%q accepts attributes %x", b, field)
		}
		if p.SNP != nil && p.AcceptsSNP(field, vmpl) == nil &&
			(pins.Word(field)&p.SNP.Policy.Mask != p.SNP.Policy.Value || vmpl != p.SNP.VMPL) {
			t.Errorf("%q accepts policy %x, VMPL %d", b, field, vmpl)
		}
	})
}

func TestWordInJSON(t *testing.T) {
	b, err := json.Marshal(pins.Word(1))
	if err != nil || string(b) != `"0x0000000000000001"` {
		t.Errorf("%s, %v", b, err)
	}
}
