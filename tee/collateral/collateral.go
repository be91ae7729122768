// Package collateral reads what a vendor signs beside quotes and a verifier judges quotes with: Intel's TCB info,
// identity of the quoting enclave, signing certificate and revocation lists, and AMD's certificates and revocation
// list.
//
// One container holds the parts, with one encoding, so that its hash names it. Collateral is untrusted until Verify
// says which root it is signed under. Version says how new each part is, and Follows holds it to never going backwards.
package collateral

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
)

// Limits in bytes.
const (
	MaxSize = 256 << 10 // of a container
	maxPart = 128 << 10 // of a part
)

// domain begins every container; the kind follows.
const domain = "assent.collateral.v1"

// Kinds of containers.
const (
	KindIntel byte = 1
	KindAMD   byte = 2
)

// ErrMalformed is wrapped by every error of a parser of this package.
var ErrMalformed = errors.New("malformed collateral")

// Signed is a JSON body and the raw ECDSA signature (r‖s) over its exact bytes.
type Signed struct {
	Body      []byte
	Signature []byte // 64 bytes
}

// Intel is the collateral of SGX and TDX quotes. A part that is absent is empty; a verifier of quotes wants the first
// three, and says in its claims whether revocation lists were there.
type Intel struct {
	TCBInfo    Signed
	QEIdentity Signed
	Signer     []byte // certificate that signed both, issued by the root, DER
	RootCRL    []byte // revocation list of the root, DER
	PCKCA      []byte // certificate that signs PCK certificates, issued by the root, DER
	PCKCRL     []byte // revocation list of PCKCA, DER
}

// AMD is the collateral of SEV-SNP reports.
type AMD struct {
	VCEK []byte // certificate of the chip's key, DER
	ASK  []byte // certificate that signed it, issued by the root (ARK), DER
	CRL  []byte // revocation list of the root, DER, or empty
}

func (c *Intel) parts() []*[]byte {
	return []*[]byte{&c.TCBInfo.Body, &c.TCBInfo.Signature, &c.QEIdentity.Body, &c.QEIdentity.Signature, &c.Signer,
		&c.RootCRL, &c.PCKCA, &c.PCKCRL}
}

func (c *AMD) parts() []*[]byte { return []*[]byte{&c.VCEK, &c.ASK, &c.CRL} }

// Marshal returns the container: domain, kind (1), then each part in order as its length (4, big endian) and its bytes.
func (c *Intel) Marshal() ([]byte, error) { return marshal(KindIntel, c.parts()) }

// Marshal returns the container, as for Intel.
func (c *AMD) Marshal() ([]byte, error) { return marshal(KindAMD, c.parts()) }

// ParseIntel reads what Intel.Marshal writes and nothing else.
func ParseIntel(b []byte) (*Intel, error) {
	c := &Intel{}
	return c, unmarshal(b, KindIntel, c.parts())
}

// ParseAMD reads what AMD.Marshal writes and nothing else.
func ParseAMD(b []byte) (*AMD, error) {
	c := &AMD{}
	return c, unmarshal(b, KindAMD, c.parts())
}

func marshal(kind byte, parts []*[]byte) ([]byte, error) {
	b := append([]byte(domain), kind)
	for i, p := range parts {
		if len(*p) > maxPart {
			return nil, fmt.Errorf("collateral: part %d has %d bytes, at most %d", i, len(*p), maxPart)
		}
		b = binary.BigEndian.AppendUint32(b, uint32(len(*p)))
		b = append(b, *p...)
	}
	if len(b) > MaxSize {
		return nil, fmt.Errorf("collateral: %d bytes, at most %d", len(b), MaxSize)
	}
	return b, nil
}

func unmarshal(b []byte, kind byte, parts []*[]byte) error {
	if len(b) > MaxSize {
		return fmt.Errorf("%w: %d bytes, at most %d", ErrMalformed, len(b), MaxSize)
	}
	if len(b) < len(domain)+1 || string(b[:len(domain)]) != domain || b[len(domain)] != kind {
		return fmt.Errorf("%w: %d bytes without the domain %q and kind %d", ErrMalformed, len(b), domain, kind)
	}
	r := b[len(domain)+1:]
	for i, p := range parts {
		if len(r) < 4 {
			return fmt.Errorf("%w: part %d is missing", ErrMalformed, i)
		}
		n := binary.BigEndian.Uint32(r)
		if r = r[4:]; n > maxPart || uint64(n) > uint64(len(r)) {
			return fmt.Errorf("%w: part %d of %d bytes, %d left, at most %d", ErrMalformed, i, n, len(r), maxPart)
		}
		if n > 0 {
			*p = append([]byte(nil), r[:n]...)
		}
		r = r[n:]
	}
	if len(r) != 0 {
		return fmt.Errorf("%w: %d bytes left over", ErrMalformed, len(r))
	}
	return nil
}

// ParseTCBInfoResponse reads the answer of Intel's service for TCB info: {"tcbInfo":…,"signature":"…"}. The body keeps
// its exact bytes.
func ParseTCBInfoResponse(b []byte) (Signed, error) {
	var r struct {
		Body      json.RawMessage `json:"tcbInfo"`
		Signature hexBytes        `json:"signature"`
	}
	return response(b, &r, &r.Body, &r.Signature)
}

// ParseQEIdentityResponse reads the answer of Intel's service for an identity: {"enclaveIdentity":…,"signature":"…"}.
func ParseQEIdentityResponse(b []byte) (Signed, error) {
	var r struct {
		Body      json.RawMessage `json:"enclaveIdentity"`
		Signature hexBytes        `json:"signature"`
	}
	return response(b, &r, &r.Body, &r.Signature)
}

func response(b []byte, v any, body *json.RawMessage, signature *hexBytes) (Signed, error) {
	if len(b) > maxPart {
		return Signed{}, fmt.Errorf("%w: response of %d bytes, at most %d", ErrMalformed, len(b), maxPart)
	}
	if err := decode(b, v); err != nil {
		return Signed{}, fmt.Errorf("%w: response: %w", ErrMalformed, err)
	}
	if len(*body) == 0 || len(*signature) != 64 {
		return Signed{}, fmt.Errorf("%w: response with a body of %d bytes and a signature of %d, want 64", ErrMalformed,
			len(*body), len(*signature))
	}
	return Signed{Body: *body, Signature: *signature}, nil
}
