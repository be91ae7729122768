package dcap

import (
	"bytes"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"testing"
)

// pair is an item of the SGX extension.
type pair struct {
	ID    asn1.ObjectIdentifier
	Value any
}

func extension(t testing.TB, v any) pkix.Extension {
	t.Helper()
	der, err := asn1.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return pkix.Extension{Id: sgxExtension(), Value: der}
}

func goodTCB() []pair {
	var tcb []pair
	for i := 1; i <= 16; i++ {
		tcb = append(tcb, pair{sgxExtension(2, i), i + 200})
	}
	return append(tcb, pair{sgxExtension(2, 17), 65535}, pair{sgxExtension(2, 18), make([]byte, 16)})
}

func goodItems() []pair {
	return []pair{{sgxExtension(1), bytes.Repeat([]byte{1}, 16)}, {sgxExtension(2), goodTCB()},
		{sgxExtension(3), []byte{0, 7}},
		{sgxExtension(4), []byte{1, 2, 3, 4, 5, 6}}, {sgxExtension(5), asn1.Enumerated(0)}}
}

func TestParsePCK(t *testing.T) {
	p, err := parsePCK(&x509.Certificate{Extensions: []pkix.Extension{extension(t, goodItems())}})
	if err != nil {
		t.Fatal(err)
	}
	if p.SVN[15] != 216 || p.PCESVN != 65535 || p.PCEID != [2]byte{0, 7} || p.FMSPC[5] != 6 || p.PPID[0] != 1 ||
		p.PIID != nil {
		t.Errorf("%+v", p)
	}
	with, err := parsePCK(&x509.Certificate{Extensions: []pkix.Extension{extension(t,
		append(goodItems(), pair{sgxExtension(6), make([]byte, 16)}, pair{sgxExtension(9), true}))}})
	if err != nil || len(with.PIID) != 16 {
		t.Errorf("with an instance and an unknown item: %+v, %v", with, err)
	}
}

// TestParsePCKRefuses changes one thing at a time.
func TestParsePCKRefuses(t *testing.T) {
	change := func(i int, value any) []pkix.Extension {
		items := goodItems()
		items[i].Value = value
		return []pkix.Extension{extension(t, items)}
	}
	tcb := func(i int, value any) []pkix.Extension {
		list := goodTCB()
		list[i].Value = value
		return change(1, list)
	}
	good := extension(t, goodItems())
	tail := good
	tail.Value = append(bytes.Clone(good.Value), 0)
	foreign := goodItems()
	foreign[2].ID = asn1.ObjectIdentifier{1, 2, 840, 113741, 1, 13, 2, 3}
	deeper := goodItems()
	deeper[2].ID = sgxExtension(3, 1)
	for name, e := range map[string][]pkix.Extension{
		"none": nil, "twice": {good, good}, "something behind": {tail}, "no sequence": {extension(t, 5)},
		"items no pairs": {extension(t, []int{1})},
		"item twice":     {extension(t, append(goodItems(), goodItems()[0]))},
		"item missing":   {extension(t, goodItems()[:4])}, "foreign OID": {extension(t, foreign)},
		"deeper OID":     {extension(t, deeper)},
		"PPID too short": change(0, make([]byte, 15)), "PPID no octets": change(0, 5),
		"PCEID too long": change(2, make([]byte, 3)),
		"FMSPC too long": change(3, make([]byte, 7)), "TCB no sequence": change(1, 5),
		"TCB short":           change(1, goodTCB()[:17]),
		"component too large": tcb(0, 256), "component negative": tcb(0, -1), "component no number": tcb(0, true),
		"PCESVN too large":      tcb(16, 65536),
		"CPUSVN too short":      tcb(17, make([]byte, 15)),
		"instance of a package": {extension(t, append(goodItems(), pair{sgxExtension(6), []byte{1}}))},
		"two values":            {extension(t, []any{struct{ ID, A, B any }{sgxExtension(1), make([]byte, 16), 1}})},
	} {
		if _, err := parsePCK(&x509.Certificate{Extensions: e}); !errors.Is(err, errExtension) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzParsePCK(f *testing.F) {
	f.Add(extension(f, goodItems()).Value)
	f.Fuzz(func(t *testing.T, der []byte) {
		if _, err := parsePCK(&x509.Certificate{Extensions: []pkix.Extension{{Id: sgxExtension(),
			Value: der}}}); err != nil && !errors.Is(err, errExtension) {
			t.Errorf("an error of another kind: %v", err)
		}
	})
}
