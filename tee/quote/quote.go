// Package quote reads and writes the signed evidence of Intel SGX and TDX: ECDSA quotes of versions 3 (SGX), 4 (TDX)
// and 5 (TDX).
//
// Parse is strict: every length is checked, nothing but zero padding may follow a quote, and what parses marshals to
// the same bytes. It checks no signature; package tee/dcap says whether a quote is genuine and package tee/policy
// whether it is accepted. The layouts are those of Intel's "SGX ECDSA QuoteGenReference, DCAP API" (version 3) and "TDX
// DCAP Quoting Library API" (versions 4 and 5); all integers are little endian.
package quote

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Sizes in bytes of the fixed parts, and the largest quote that is read.
const (
	HeaderSize   = 48
	SGXBodySize  = 384
	TD10BodySize = 584
	TD15BodySize = 648
	MaxSize      = 1 << 16
)

// TEE says which technology signed a quote; the values are those of the quote header.
type TEE uint32

// The technologies this package reads.
const (
	SGX TEE = 0x00000000
	TDX TEE = 0x00000081
)

// String returns the technology's name.
func (t TEE) String() string {
	switch t {
	case SGX:
		return "SGX"
	case TDX:
		return "TDX"
	default:
		return fmt.Sprintf("TEE type %#x", uint32(t))
	}
}

// IntelVendorID is the quoting enclave vendor of every quote that Intel's quoting enclaves sign.
var IntelVendorID = [16]byte{0x93, 0x9a, 0x72, 0x33, 0xf7, 0x9c, 0x4c, 0xa9, 0x94, 0x0a, 0x0d, 0xb3, 0x95, 0x7f, 0x06,
	0x07}

// Values that the parser insists on or knows.
const (
	keyTypeECDSAP256 = 2
	certTypePCKChain = 5 // PEM chain of the PCK certificate
	certTypeQEReport = 6 // quoting enclave report and what certifies it
	bodyTypeTD10     = 2
	bodyTypeTD15     = 3
	signatureSize    = 64
	attestationKey   = 64
	maxAuthData      = 1 << 12
	maxCertData      = 1 << 15
)

// ErrMalformed is wrapped by every error of Parse.
var ErrMalformed = errors.New("malformed quote")

// Header is the first 48 bytes of a quote.
type Header struct {
	Version  uint16 // 3, 4 or 5
	KeyType  uint16 // 2: ECDSA over P-256
	TEE      TEE
	Reserved [4]byte // QE SVN and PCE SVN in version 3, zero later
	VendorID [16]byte
	UserData [20]byte
}

// SGXReport is an SGX report body: that of an application enclave, or of the quoting enclave itself.
type SGXReport struct {
	CPUSVN     [16]byte
	MiscSelect [4]byte
	Attributes [16]byte
	MRENCLAVE  [32]byte
	MRSIGNER   [32]byte
	ISVProdID  uint16
	ISVSVN     uint16
	ReportData [64]byte
	raw        [SGXBodySize]byte
}

// TDReport is a TD report body of TDX 1.0 or, with the last two fields, of TDX 1.5.
type TDReport struct {
	TEETCBSVN      [16]byte
	MRSEAM         [48]byte
	MRSIGNERSEAM   [48]byte
	SEAMAttributes [8]byte
	Attributes     [8]byte
	XFAM           [8]byte
	MRTD           [48]byte
	MRCONFIGID     [48]byte
	MROWNER        [48]byte
	MROWNERCONFIG  [48]byte
	RTMR           [4][48]byte
	ReportData     [64]byte
	Is15           bool     // the body is a TDX 1.5 body
	TEETCBSVN2     [16]byte // TDX 1.5 only
	MRSERVICETD    [48]byte // TDX 1.5 only
}

// Attributes bits of a TD (Intel TDX module specification, TD attributes): a TD with any bit of the first byte set can
// be debugged by its host.
const tdAttributeDebugMask = 0xff

// Debug says whether the host can read the trust domain's memory.
func (r *TDReport) Debug() bool { return r.Attributes[0]&tdAttributeDebugMask != 0 }

// Debug says whether the host can read the enclave's memory.
func (r *SGXReport) Debug() bool { return r.Attributes[0]&0x02 != 0 }

// Bytes returns the report as it is signed.
func (r *SGXReport) Bytes() []byte { return r.raw[:] }

// Auth is the signature part of a quote.
type Auth struct {
	Signature         [signatureSize]byte  // r and s of the attestation key over header and body
	AttestationKey    [attestationKey]byte // x and y on P-256
	QEReport          SGXReport            // the quoting enclave's report; its data binds the attestation key
	QEReportSignature [signatureSize]byte  // r and s of the PCK key over the QE report
	QEAuthData        []byte               // hashed with the attestation key into the QE report's data
	PCKChain          []byte               // PEM: PCK certificate, intermediate CA, root; a trailing NUL may follow
}

// Quote is a parsed quote.
type Quote struct {
	Header  Header
	SGX     *SGXReport // the body of an SGX quote, else nil
	TD      *TDReport  // the body of a TDX quote, else nil
	Auth    Auth
	Padding int // zero bytes after the quote: some issuers hand out buffers of a fixed size
	signed  []byte
}

// Signed returns the bytes under the attestation key's signature: header and body.
func (q *Quote) Signed() []byte { return q.signed }

// ReportData returns the 64 bytes that the workload bound into the quote.
func (q *Quote) ReportData() [64]byte {
	if q.TD != nil {
		return q.TD.ReportData
	}
	return q.SGX.ReportData
}

// Parse reads a quote. The result shares no memory with b.
func Parse(b []byte) (*Quote, error) {
	if len(b) > MaxSize {
		return nil, fmt.Errorf("%w: %d bytes, more than %d", ErrMalformed, len(b), MaxSize)
	}
	r := &reader{b: append([]byte(nil), b...)}
	q := &Quote{}
	h := &q.Header
	h.Version, h.KeyType, h.TEE = r.u16("version"), r.u16("attestation key type"), TEE(r.u32("TEE type"))
	r.copy(h.Reserved[:], "header")
	r.copy(h.VendorID[:], "QE vendor id")
	r.copy(h.UserData[:], "user data")
	if r.err != nil {
		return nil, r.err
	}
	if h.KeyType != keyTypeECDSAP256 {
		return nil, fmt.Errorf("%w: attestation key type %d, only %d (ECDSA P-256) is read", ErrMalformed, h.KeyType,
			keyTypeECDSAP256)
	}
	if h.VendorID != IntelVendorID {
		return nil, fmt.Errorf("%w: QE vendor id %x is not Intel's", ErrMalformed, h.VendorID)
	}
	var err error
	switch {
	case h.Version == 3 && h.TEE == SGX:
		q.SGX, err = r.sgxReport()
	case h.Version == 4 && h.TEE == TDX:
		q.TD, err = r.tdReport(false)
	case h.Version == 5 && h.TEE == TDX:
		bodyType, size := r.u16("body type"), r.u32("body size")
		switch {
		case r.err != nil:
			err = r.err
		case bodyType == bodyTypeTD10 && size == TD10BodySize:
			q.TD, err = r.tdReport(false)
		case bodyType == bodyTypeTD15 && size == TD15BodySize:
			q.TD, err = r.tdReport(true)
		default:
			err = fmt.Errorf("%w: body type %d of %d bytes is unknown", ErrMalformed, bodyType, size)
		}
	default:
		err = fmt.Errorf("%w: version %d with %v is not read (SGX version 3, TDX versions 4 and 5 are)", ErrMalformed,
			h.Version, h.TEE)
	}
	if err != nil {
		return nil, err
	}
	q.signed = r.b[:r.at:r.at]

	auth := r.sub(int(r.u32("signature length")), "signature part")
	if r.err != nil {
		return nil, r.err
	}
	if err := auth.auth(&q.Auth, h.Version); err != nil {
		return nil, err
	}
	for i, c := range r.b[r.at:] {
		if c != 0 {
			return nil, fmt.Errorf("%w: byte %d after the end is not zero", ErrMalformed, i)
		}
	}
	q.Padding = len(r.b) - r.at
	return q, nil
}

// auth reads the whole of r as the signature part.
func (r *reader) auth(a *Auth, version uint16) error {
	r.copy(a.Signature[:], "signature")
	r.copy(a.AttestationKey[:], "attestation key")
	in := r
	if version >= 4 {
		kind, size := r.u16("certification data type"), r.u32("certification data length")
		if r.err == nil && kind != certTypeQEReport {
			return fmt.Errorf("%w: certification data type %d, want %d (QE report)", ErrMalformed, kind,
				certTypeQEReport)
		}
		in = r.sub(int(size), "certification data")
	}
	if r.err != nil {
		return r.err
	}
	report, err := in.sgxReport()
	if err != nil {
		return fmt.Errorf("QE report: %w", err)
	}
	a.QEReport = *report
	in.copy(a.QEReportSignature[:], "QE report signature")
	authSize := int(in.u16("QE authentication data length"))
	if in.err == nil && authSize > maxAuthData {
		return fmt.Errorf("%w: QE authentication data of %d bytes, more than %d", ErrMalformed, authSize, maxAuthData)
	}
	a.QEAuthData = in.take(authSize, "QE authentication data")
	kind, size := in.u16("PCK certification data type"), int(in.u32("PCK certification data length"))
	if in.err == nil && kind != certTypePCKChain {
		return fmt.Errorf("%w: PCK certification data type %d, only %d (certificate chain) is read", ErrMalformed, kind,
			certTypePCKChain)
	}
	if in.err == nil && size > maxCertData {
		return fmt.Errorf("%w: PCK certificate chain of %d bytes, more than %d", ErrMalformed, size, maxCertData)
	}
	a.PCKChain = in.take(size, "PCK certificate chain")
	if in.err != nil {
		return in.err
	}
	for _, part := range []*reader{in, r} {
		if rest := len(part.b) - part.at; rest != 0 {
			return fmt.Errorf("%w: %d bytes left over in the signature part", ErrMalformed, rest)
		}
	}
	return nil
}

// Marshal returns the quote's bytes. Only the header, the body and the signature part are read; the body's reserved
// fields are those that were parsed, or zero.
func (q *Quote) Marshal() []byte {
	signed := q.signed
	if signed == nil {
		signed = q.SignedBytes()
	}
	a := &q.Auth
	var cert []byte
	cert = append(cert, a.QEReport.marshal()...)
	cert = append(cert, a.QEReportSignature[:]...)
	cert = binary.LittleEndian.AppendUint16(cert, uint16(len(a.QEAuthData)))
	cert = append(cert, a.QEAuthData...)
	cert = binary.LittleEndian.AppendUint16(cert, certTypePCKChain)
	cert = binary.LittleEndian.AppendUint32(cert, uint32(len(a.PCKChain)))
	cert = append(cert, a.PCKChain...)

	sig := append(append([]byte(nil), a.Signature[:]...), a.AttestationKey[:]...)
	if q.Header.Version >= 4 {
		sig = binary.LittleEndian.AppendUint16(sig, certTypeQEReport)
		sig = binary.LittleEndian.AppendUint32(sig, uint32(len(cert)))
	}
	sig = append(sig, cert...)

	out := append([]byte(nil), signed...)
	out = binary.LittleEndian.AppendUint32(out, uint32(len(sig)))
	out = append(out, sig...)
	return append(out, make([]byte, q.Padding)...)
}

// SignedBytes encodes header and body, for an issuer that is about to sign them.
func (q *Quote) SignedBytes() []byte {
	h := &q.Header
	b := binary.LittleEndian.AppendUint16(nil, h.Version)
	b = binary.LittleEndian.AppendUint16(b, h.KeyType)
	b = binary.LittleEndian.AppendUint32(b, uint32(h.TEE))
	b = append(b, h.Reserved[:]...)
	b = append(b, h.VendorID[:]...)
	b = append(b, h.UserData[:]...)
	switch {
	case q.SGX != nil:
		return append(b, q.SGX.marshal()...)
	case h.Version >= 5 && q.TD.Is15:
		b = binary.LittleEndian.AppendUint16(b, bodyTypeTD15)
		b = binary.LittleEndian.AppendUint32(b, TD15BodySize)
	case h.Version >= 5:
		b = binary.LittleEndian.AppendUint16(b, bodyTypeTD10)
		b = binary.LittleEndian.AppendUint32(b, TD10BodySize)
	}
	return append(b, q.TD.marshal()...)
}
