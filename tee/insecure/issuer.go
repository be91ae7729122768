package insecure

import (
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/binary"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"time"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/quote"
)

// Issuer makes quotes for one simulated machine.
type Issuer struct {
	platform      Platform
	pckKey, key   *ecdsa.PrivateKey // key is the attestation key
	pck, ca, root *x509.Certificate
	measurement   Measurement
	edit          []func(*quote.TDReport)
}

var _ tee.Issuer = (*Issuer)(nil)

// NewIssuer makes a machine with keys of its own, certified by the root, whose quotes claim the measurement.
func NewIssuer(root *Root, m Measurement, random io.Reader, now time.Time) (*Issuer, error) {
	return NewIssuerOn(Simulated(), root, m, random, now)
}

// NewIssuerOn makes a machine of another platform.
func NewIssuerOn(p Platform, root *Root, m Measurement, random io.Reader, now time.Time) (*Issuer, error) {
	pckKey, seed, err := newKey(random, "pck")
	if err != nil {
		return nil, err
	}
	key, err := deriveKey(seed, "attestation")
	if err != nil {
		return nil, err
	}
	tmpl := leaf(collateral.CertificateName, seed, now.Add(-backdate), now.Add(pckValidity))
	extension, err := sgxExtension(p, seed)
	if err != nil {
		return nil, fmt.Errorf("insecure: encode SGX extension: %w", err)
	}
	tmpl.ExtraExtensions = []pkix.Extension{extension}
	pck, err := certify(tmpl, root.ca, pckKey, root.caKey)
	if err != nil {
		return nil, fmt.Errorf("insecure: certify the PCK key: %w", err)
	}
	return &Issuer{platform: p, pckKey: pckKey, key: key, pck: pck, ca: root.ca, root: root.cert, measurement: m}, nil
}

// With returns an issuer that changes every TD report before it is signed, as another machine or guest would have it.
func (i *Issuer) With(edit func(*quote.TDReport)) *Issuer {
	d := *i
	d.edit = append(append([]func(*quote.TDReport){}, i.edit...), edit)
	return &d
}

// WithDebug returns an issuer whose quotes say that the host can read the memory, as those of a debug guest do.
func (i *Issuer) WithDebug() *Issuer {
	return i.With(func(r *quote.TDReport) { r.Attributes[0] |= 1 })
}

// Platform is tee.TDX: only the root tells these quotes from those of hardware.
func (i *Issuer) Platform() tee.Platform { return tee.TDX }

// Serial is the serial number of the machine's PCK certificate, for revocation.
func (i *Issuer) Serial() *big.Int { return new(big.Int).Set(i.pck.SerialNumber) }

// Measurement is what the quotes claim.
func (i *Issuer) Measurement() Measurement { return i.measurement }

// Issue makes a quote that binds the report data.
func (i *Issuer) Issue(ctx context.Context, data tee.ReportData) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("insecure: issue quote: %w", err)
	}
	q := &quote.Quote{
		Header: quote.Header{Version: 4, KeyType: 2, TEE: quote.TDX, VendorID: quote.IntelVendorID},
		TD: &quote.TDReport{TEETCBSVN: i.platform.TEETCBSVN, XFAM: [8]byte{qeXFRM}, MRTD: i.measurement.MRTD,
			// SEPT_VE_DISABLE, as Linux guests want it
			RTMR: i.measurement.RTMR, ReportData: data, Attributes: [8]byte{3: 0x10}},
	}
	for _, edit := range i.edit {
		edit(q.TD)
	}
	a := &q.Auth
	key, err := i.key.PublicKey.Bytes()
	if err != nil {
		return nil, fmt.Errorf("insecure: encode attestation key: %w", err)
	}
	copy(a.AttestationKey[:], key[1:])
	a.QEAuthData = make([]byte, qeAuthLength)
	a.QEReport = i.qeReport(sha256.Sum256(append(key[1:], a.QEAuthData...)))
	if a.QEReportSignature, err = sign(i.pckKey, a.QEReport.Bytes()); err != nil {
		return nil, err
	}
	for _, c := range []*x509.Certificate{i.pck, i.ca, i.root} {
		a.PCKChain = append(a.PCKChain, pem.EncodeToMemory(&pem.Block{Type: certBlock, Bytes: c.Raw})...)
	}
	a.PCKChain = append(a.PCKChain, 0) // as Intel's library ends it
	if a.Signature, err = sign(i.key, q.SignedBytes()); err != nil {
		return nil, err
	}
	return q.Marshal(), nil
}

func (i *Issuer) qeReport(binding [32]byte) quote.SGXReport {
	r := quote.SGXReport{CPUSVN: i.platform.SVN, MRSIGNER: qeSigner(), ISVProdID: qeProductID, ISVSVN: i.platform.QESVN}
	binary.LittleEndian.PutUint64(r.Attributes[:8], qeFlags)
	binary.LittleEndian.PutUint64(r.Attributes[8:], qeXFRM)
	copy(r.ReportData[:], binding[:])
	return r.Sealed()
}

// sign makes a raw signature r‖s over the SHA-256 of a message, with the nonce of RFC 6979.
func sign(key *ecdsa.PrivateKey, message []byte) (out [64]byte, err error) {
	digest := sha256.Sum256(message)
	der, err := deterministic{key}.Sign(nil, digest[:], crypto.SHA256)
	if err != nil {
		return out, fmt.Errorf("insecure: sign: %w", err)
	}
	var sig struct{ R, S *big.Int }
	if _, err := asn1.Unmarshal(der, &sig); err != nil {
		return out, fmt.Errorf("insecure: sign: %w", err)
	}
	sig.R.FillBytes(out[:32])
	sig.S.FillBytes(out[32:])
	return out, nil
}

// item is an entry of the SGX extension of a PCK certificate.
type item struct {
	ID    asn1.ObjectIdentifier
	Value any
}

func oid(suffix ...int) asn1.ObjectIdentifier {
	return append(asn1.ObjectIdentifier{1, 2, 840, 113741, 1, 13, 1}, suffix...)
}

// sgxExtension says what the machine is. PPID and platform instance are derived from the seed.
func sgxExtension(p Platform, seed []byte) (pkix.Extension, error) {
	ppid := sha256.Sum256(append([]byte("assent.insecure.ppid.v2"), seed...))
	instance := sha256.Sum256(append([]byte("assent.insecure.piid.v2"), seed...))
	var tcb []item
	for i, svn := range p.SVN {
		tcb = append(tcb, item{oid(2, i+1), int(svn)})
	}
	tcb = append(tcb, item{oid(2, 17), int(p.PCESVN)}, item{oid(2, 18), p.SVN[:]})
	der, err := asn1.Marshal([]item{
		{oid(1), ppid[:16]}, {oid(2), tcb}, {oid(3), p.PCEID[:]}, {oid(4), p.FMSPC[:]}, {oid(5), asn1.Enumerated(1)},
		{oid(6), instance[:16]},
		{oid(7), []item{{oid(7, 1), true}, {oid(7, 2), true}, {oid(7, 3), false}}},
	})
	return pkix.Extension{Id: oid(), Value: der}, err
}
