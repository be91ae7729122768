package quote

import (
	"encoding/binary"
	"fmt"
)

// sgxReport reads a report body (Intel SDM volume 3D, REPORTBODY). Its reserved bytes are kept in raw.
func (r *reader) sgxReport() (*SGXReport, error) {
	raw := r.take(SGXBodySize, "SGX report")
	if r.err != nil {
		return nil, r.err
	}
	s := &SGXReport{}
	copy(s.raw[:], raw)
	copy(s.CPUSVN[:], raw[0:])
	copy(s.MiscSelect[:], raw[16:])
	copy(s.Attributes[:], raw[48:])
	copy(s.MRENCLAVE[:], raw[64:])
	copy(s.MRSIGNER[:], raw[128:])
	s.ISVProdID = binary.LittleEndian.Uint16(raw[256:])
	s.ISVSVN = binary.LittleEndian.Uint16(raw[258:])
	copy(s.ReportData[:], raw[320:])
	return s, nil
}

// marshal writes the fields over the raw bytes, so that reserved bytes stay what they were.
func (r *SGXReport) marshal() []byte {
	raw := r.raw
	copy(raw[0:], r.CPUSVN[:])
	copy(raw[16:], r.MiscSelect[:])
	copy(raw[48:], r.Attributes[:])
	copy(raw[64:], r.MRENCLAVE[:])
	copy(raw[128:], r.MRSIGNER[:])
	binary.LittleEndian.PutUint16(raw[256:], r.ISVProdID)
	binary.LittleEndian.PutUint16(raw[258:], r.ISVSVN)
	copy(raw[320:], r.ReportData[:])
	return raw[:]
}

// Sealed returns the report with its bytes made from its fields, for an issuer that is about to sign them.
func (r SGXReport) Sealed() SGXReport {
	copy(r.raw[:], r.marshal())
	return r
}

// fields lists a TD report's parts in order, so that reading and writing cannot differ.
func (r *TDReport) fields() [][]byte {
	f := [][]byte{
		r.TEETCBSVN[:], r.MRSEAM[:], r.MRSIGNERSEAM[:], r.SEAMAttributes[:], r.Attributes[:], r.XFAM[:], r.MRTD[:],
		r.MRCONFIGID[:], r.MROWNER[:], r.MROWNERCONFIG[:], r.RTMR[0][:], r.RTMR[1][:], r.RTMR[2][:], r.RTMR[3][:],
		r.ReportData[:],
	}
	if r.Is15 {
		f = append(f, r.TEETCBSVN2[:], r.MRSERVICETD[:])
	}
	return f
}

func (r *reader) tdReport(is15 bool) (*TDReport, error) {
	t := &TDReport{Is15: is15}
	for _, f := range t.fields() {
		r.copy(f, "TD report")
	}
	if r.err != nil {
		return nil, r.err
	}
	return t, nil
}

func (r *TDReport) marshal() []byte {
	var b []byte
	for _, f := range r.fields() {
		b = append(b, f...)
	}
	return b
}

// reader walks over bytes and remembers the first thing that was missing.
type reader struct {
	b   []byte
	at  int
	err error
}

func (r *reader) take(n int, what string) []byte {
	if r.err != nil {
		return nil
	}
	if n < 0 || n > len(r.b)-r.at {
		r.err = fmt.Errorf("%w: %s needs %d bytes at offset %d, %d are left", ErrMalformed, what, n, r.at,
			len(r.b)-r.at)
		return nil
	}
	out := r.b[r.at : r.at+n : r.at+n]
	r.at += n
	return out
}

func (r *reader) copy(to []byte, what string) { copy(to, r.take(len(to), what)) }

func (r *reader) u16(what string) uint16 {
	if b := r.take(2, what); b != nil {
		return binary.LittleEndian.Uint16(b)
	}
	return 0
}

func (r *reader) u32(what string) uint32 {
	if b := r.take(4, what); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

// sub returns a reader over the next n bytes.
func (r *reader) sub(n int, what string) *reader {
	b := r.take(n, what)
	return &reader{b: b, err: r.err}
}
