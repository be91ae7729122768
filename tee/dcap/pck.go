package dcap

import (
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"

	"golang.org/x/crypto/cryptobyte"
	cbasn1 "golang.org/x/crypto/cryptobyte/asn1"

	"github.com/assent-network/assent/tee/collateral"
)

// PCK is what a PCK certificate says of its platform (Intel SGX PCK Certificate and CRL Profile Specification, 1.3.5).
type PCK struct {
	PPID   [16]byte
	SVN    [collateral.Components]uint8
	PCESVN uint16
	CPUSVN [16]byte
	PCEID  [2]byte
	FMSPC  [6]byte
	PIID   []byte // 16 bytes, or nil when the certificate is for one processor package
}

// sgxExtension is the extension of PCK certificates; everything in it has an OID one longer.
func sgxExtension(suffix ...int) asn1.ObjectIdentifier {
	return append(asn1.ObjectIdentifier{1, 2, 840, 113741, 1, 13, 1}, suffix...)
}

var errExtension = errors.New("malformed SGX extension of the PCK certificate")

// parsePCK reads the extension strictly: DER, each item once, none of the wanted ones missing. Items of other OIDs are
// skipped.
func parsePCK(c *x509.Certificate) (*PCK, error) {
	var value []byte
	for _, e := range c.Extensions {
		if !e.Id.Equal(sgxExtension()) {
			continue
		}
		if value != nil {
			return nil, fmt.Errorf("%w: it is there twice", errExtension)
		}
		value = e.Value
	}
	p := &PCK{}
	err := items(value, sgxExtension(), func(n int, v *cryptobyte.String) error {
		switch n {
		case 1:
			return octets(v, p.PPID[:])
		case 2:
			return p.tcb(v)
		case 3:
			return octets(v, p.PCEID[:])
		case 4:
			return octets(v, p.FMSPC[:])
		case 5:
			return skip(v)
		case 6:
			p.PIID = make([]byte, 16)
			return octets(v, p.PIID)
		}
		return skip(v)
	}, 1, 2, 3, 4, 5)
	if err != nil {
		return nil, err
	}
	return p, nil
}

func (p *PCK) tcb(v *cryptobyte.String) error {
	var der cryptobyte.String
	if !v.ReadASN1Element(&der, cbasn1.SEQUENCE) {
		return fmt.Errorf("%w: the TCB is no sequence", errExtension)
	}
	want := make([]int, 18)
	for i := range want {
		want[i] = i + 1
	}
	return items(der, sgxExtension(2), func(n int, v *cryptobyte.String) error {
		switch {
		case n >= 1 && n <= collateral.Components:
			return integer(v, &p.SVN[n-1])
		case n == 17:
			return integer(v, &p.PCESVN)
		case n == 18:
			return octets(v, p.CPUSVN[:])
		}
		return skip(v)
	}, want...)
}

// items reads a sequence of pairs of an OID under prefix and a value. Every OID wanted has to be there, none twice.
func items(der []byte, prefix asn1.ObjectIdentifier, item func(n int, v *cryptobyte.String) error, want ...int) error {
	in := cryptobyte.String(der)
	var list cryptobyte.String
	if !in.ReadASN1(&list, cbasn1.SEQUENCE) || !in.Empty() {
		return fmt.Errorf("%w: %s is missing or no sequence", errExtension, prefix)
	}
	seen := map[int]bool{}
	for !list.Empty() {
		var pair cryptobyte.String
		var oid asn1.ObjectIdentifier
		if !list.ReadASN1(&pair, cbasn1.SEQUENCE) || !pair.ReadASN1ObjectIdentifier(&oid) {
			return fmt.Errorf("%w: an item of %s is no pair", errExtension, prefix)
		}
		if len(oid) != len(prefix)+1 || !oid[:len(prefix)].Equal(prefix) {
			return fmt.Errorf("%w: %s is not under %s", errExtension, oid, prefix)
		}
		n := oid[len(prefix)]
		if seen[n] {
			return fmt.Errorf("%w: %s is there twice", errExtension, oid)
		}
		seen[n] = true
		if err := item(n, &pair); err != nil {
			return fmt.Errorf("%s: %w", oid, err)
		}
		if !pair.Empty() {
			return fmt.Errorf("%w: %s has two values", errExtension, oid)
		}
	}
	for _, n := range want {
		if !seen[n] {
			return fmt.Errorf("%w: %s.%d is missing", errExtension, prefix, n)
		}
	}
	return nil
}

func octets(v *cryptobyte.String, to []byte) error {
	var b cryptobyte.String
	if !v.ReadASN1(&b, cbasn1.OCTET_STRING) || len(b) != len(to) {
		return fmt.Errorf("%w: want an octet string of %d bytes", errExtension, len(to))
	}
	copy(to, b)
	return nil
}

func integer[T uint8 | uint16](v *cryptobyte.String, to *T) error {
	var n uint64
	if !v.ReadASN1Integer(&n) || n > uint64(^T(0)) {
		return fmt.Errorf("%w: want a whole number up to %d", errExtension, ^T(0))
	}
	*to = T(n)
	return nil
}

func skip(v *cryptobyte.String) error {
	var b cryptobyte.String
	var tag cbasn1.Tag
	if !v.ReadAnyASN1(&b, &tag) {
		return fmt.Errorf("%w: no value", errExtension)
	}
	return nil
}
