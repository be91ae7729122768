// Package insecure attests on machines without a TEE. It protects nothing: whoever
// runs the machine reads its memory. It exists so that everything above it runs the
// same code as on hardware.
//
// Its quotes carry the registers of Intel TDX, and are signed by a leaf key that a
// root of the network certifies; the root's revocation list is the collateral. The
// root is random, is kept on the machine that made it, and is no vendor's, so every
// claim says "simulated" and a network that does not name the root refuses it.
package insecure

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/assent-network/assent/tee"
)

const (
	quoteDomain  = "assent.insecure.quote.v1"
	registerSize = 48
	registers    = 5
	maxCert      = 4 << 10
	sigSize      = 64
	bodySize     = len(quoteDomain) + 1 + registers*registerSize + tee.ReportDataSize
)

const attrDebug = 0x01

// Measurement holds the registers that the issuer claims, named as in Intel TDX.
type Measurement struct {
	MRTD [registerSize]byte
	RTMR [4][registerSize]byte
}

// ID is the hash that policies name.
func (m Measurement) ID() [32]byte {
	return tee.MeasurementOf(tee.Insecure, m.MRTD[:], m.RTMR[0][:], m.RTMR[1][:], m.RTMR[2][:], m.RTMR[3][:])
}

// list names the registers for people.
func (m Measurement) list() []tee.Register {
	rs := []tee.Register{{Name: "MRTD", Value: hex.EncodeToString(m.MRTD[:])}}
	for i := range m.RTMR {
		rs = append(rs, tee.Register{Name: fmt.Sprintf("RTMR%d", i), Value: hex.EncodeToString(m.RTMR[i][:])})
	}
	return rs
}

// quote is the parsed form: body, signature r‖s over SHA-256 of the body, and the
// leaf and root certificates, each with its length in two bytes.
type quote struct {
	debug       bool
	measurement Measurement
	reportData  tee.ReportData
	signature   [sigSize]byte
	leaf, root  []byte // DER
}

// errQuote is wrapped by the errors of parse.
var errQuote = errors.New("malformed insecure quote")

func (q *quote) body() []byte {
	b := make([]byte, 0, bodySize)
	b = append(b, quoteDomain...)
	var attr byte
	if q.debug {
		attr |= attrDebug
	}
	b = append(b, attr)
	b = append(b, q.measurement.MRTD[:]...)
	for i := range q.measurement.RTMR {
		b = append(b, q.measurement.RTMR[i][:]...)
	}
	return append(b, q.reportData[:]...)
}

func (q *quote) marshal() []byte {
	b := append(q.body(), q.signature[:]...)
	for _, cert := range [][]byte{q.leaf, q.root} {
		b = binary.BigEndian.AppendUint16(b, uint16(len(cert)))
		b = append(b, cert...)
	}
	return b
}

func parse(b []byte) (*quote, error) {
	if len(b) < bodySize+sigSize || string(b[:len(quoteDomain)]) != quoteDomain {
		return nil, fmt.Errorf("%w: %d bytes without the domain %q", errQuote, len(b), quoteDomain)
	}
	q := &quote{}
	attr, r := b[len(quoteDomain)], b[len(quoteDomain)+1:]
	if attr&^attrDebug != 0 {
		return nil, fmt.Errorf("%w: attributes %#02x have unknown bits", errQuote, attr)
	}
	q.debug = attr&attrDebug != 0
	r = r[copy(q.measurement.MRTD[:], r):]
	for i := range q.measurement.RTMR {
		r = r[copy(q.measurement.RTMR[i][:], r):]
	}
	r = r[copy(q.reportData[:], r):]
	r = r[copy(q.signature[:], r):]
	for _, cert := range []*[]byte{&q.leaf, &q.root} {
		if len(r) < 2 {
			return nil, fmt.Errorf("%w: a certificate is missing", errQuote)
		}
		n := int(binary.BigEndian.Uint16(r))
		if r = r[2:]; n == 0 || n > maxCert || n > len(r) {
			return nil, fmt.Errorf("%w: certificate of %d bytes, %d left, at most %d", errQuote, n, len(r), maxCert)
		}
		*cert, r = append([]byte(nil), r[:n]...), r[n:]
	}
	if len(r) != 0 {
		return nil, fmt.Errorf("%w: %d bytes left over", errQuote, len(r))
	}
	return q, nil
}
