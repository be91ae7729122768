package snp

import (
	"crypto/x509"
	"errors"
	"fmt"
	"time"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/internal/pki"
)

// Collateral is what a collateral.AMD says whose signatures hold. What was absent is nil or zero.
type Collateral struct {
	Root   *x509.Certificate // the root given, under which everything is signed
	VCEK   *x509.Certificate
	Chip   []byte // of the VCEK
	TCB    uint64 // of the VCEK
	CRL    *x509.RevocationList
	Window pki.Window // in which every part is valid
}

// VerifyCollateral checks collateral without a report: the chip's certificate with its issuer's, if they are there, and
// the list of the root, if it is there. One of both has to be. Errors are of type *tee.Refusal.
func VerifyCollateral(b []byte, roots tee.Roots, now time.Time) (*Collateral, error) {
	parts, err := collateral.ParseAMD(b)
	if err != nil {
		return nil, fail(tee.StepCollateral, "read collateral", err)
	}
	if len(parts.VCEK) == 0 && len(parts.ASK) == 0 {
		c, err := listOnly(parts.CRL, roots, now)
		if err != nil {
			return nil, fail(tee.StepCollateral, "check collateral", err)
		}
		return c, nil
	}
	chain, err := chain(b, roots, now)
	if err != nil {
		return nil, fail(tee.StepCollateral, "check collateral", err)
	}
	c, err := chain.collateral()
	if err != nil {
		return nil, fail(tee.StepCollateral, "check collateral", err)
	}
	return c, nil
}

// listOnly checks a root's list by itself.
func listOnly(der []byte, roots tee.Roots, now time.Time) (*Collateral, error) {
	for _, root := range roots {
		l, err := pki.CRL(der, root)
		if err != nil {
			continue
		}
		w := pki.Window{From: l.ThisUpdate, Until: l.NextUpdate}
		c := &Collateral{Root: root, CRL: l, Window: w.Intersect(
			pki.Window{From: root.NotBefore, Until: root.NotAfter})}
		return c, errors.Join(pki.Valid(root, now), w.Check("revocation list of the root", now, 0))
	}
	return nil, fmt.Errorf("the list %w, of which there are %d", errRoot, len(roots))
}

// collateral checks what a report would have been checked for otherwise: who issued the VCEK, and that nothing is
// revoked.
func (c *certificates) collateral() (*Collateral, error) {
	if err := c.vcek.CheckSignatureFrom(c.ask); err != nil {
		return nil, fmt.Errorf("the VCEK is not signed by the ASK: %w", err)
	}
	if c.crl != nil {
		for _, cert := range []*x509.Certificate{c.ask, c.vcek} {
			if err := pki.NotRevoked(cert, c.crl); err != nil {
				return nil, err
			}
		}
	}
	v, err := parseVCEK(c.vcek)
	if err != nil {
		return nil, fmt.Errorf("read VCEK: %w", err)
	}
	return &Collateral{Root: c.ark, VCEK: c.vcek, Chip: v.chip, TCB: v.tcb, CRL: c.crl,
		Window: c.window}, nil
}
