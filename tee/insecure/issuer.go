package insecure

import (
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/asn1"
	"fmt"
	"io"
	"math/big"
	"time"

	"github.com/assent-network/assent/tee"
)

// Issuer makes quotes for one simulated machine.
type Issuer struct {
	key         *ecdsa.PrivateKey
	leaf, root  *x509.Certificate
	measurement Measurement
	debug       bool
}

var _ tee.Issuer = (*Issuer)(nil)

// NewIssuer makes a machine with a quoting key of its own, certified by the root,
// whose quotes claim the measurement.
func NewIssuer(root *Root, m Measurement, random io.Reader, now time.Time) (*Issuer, error) {
	key, seed, err := newKey(random, "leaf")
	if err != nil {
		return nil, err
	}
	tmpl := template("Assent simulated quoting key", seed, now, leafValidity)
	tmpl.KeyUsage = x509.KeyUsageDigitalSignature
	tmpl.BasicConstraintsValid = true
	leaf, err := certify(tmpl, root.cert, key, root.key)
	if err != nil {
		return nil, fmt.Errorf("insecure: certify quoting key: %w", err)
	}
	return &Issuer{key: key, leaf: leaf, root: root.cert, measurement: m}, nil
}

// WithDebug returns an issuer whose quotes say that the host can read the memory,
// as those of a debug guest do.
func (i *Issuer) WithDebug() *Issuer {
	d := *i
	d.debug = true
	return &d
}

// Platform is tee.Insecure.
func (i *Issuer) Platform() tee.Platform { return tee.Insecure }

// Serial is the serial number of the quoting key's certificate, for revocation.
func (i *Issuer) Serial() *big.Int { return new(big.Int).Set(i.leaf.SerialNumber) }

// Measurement is what the quotes claim.
func (i *Issuer) Measurement() Measurement { return i.measurement }

// Issue makes a quote that binds the report data.
func (i *Issuer) Issue(ctx context.Context, data tee.ReportData) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("insecure: issue quote: %w", err)
	}
	q := &quote{debug: i.debug, measurement: i.measurement, reportData: data, leaf: i.leaf.Raw, root: i.root.Raw}
	digest := sha256.Sum256(q.body())
	der, err := deterministic{i.key}.Sign(nil, digest[:], crypto.SHA256)
	if err != nil {
		return nil, fmt.Errorf("insecure: sign quote: %w", err)
	}
	var sig struct{ R, S *big.Int }
	if _, err := asn1.Unmarshal(der, &sig); err != nil {
		return nil, fmt.Errorf("insecure: sign quote: %w", err)
	}
	sig.R.FillBytes(q.signature[:32])
	sig.S.FillBytes(q.signature[32:])
	return q.marshal(), nil
}
