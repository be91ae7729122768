package attestation

import (
	"crypto/x509"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/snp"
)

// Contents is what a container holds, as a contract stores it.
type Contents struct {
	Certificate *x509.Certificate // the root under which everything is signed
	Root        common.Hash       // its RootID
	Place       collateral.Place  // a part is zero when its unit is absent
	Version     collateral.Version
	Until       time.Time // valid up to and including
	Units       collateral.Units
}

// Inspect verifies a container's signatures under the roots, and that every part is valid now, and says what is in it.
// Errors are of type *tee.Refusal.
func Inspect(b []byte, roots tee.Roots, now time.Time) (*Contents, error) {
	u, err := collateral.Split(b)
	if err != nil {
		return nil, &tee.Refusal{Step: tee.StepCollateral, Err: err}
	}
	read := inspectIntel
	if u.Kind == collateral.KindAMD {
		read = inspectAMD
	}
	o, err := read(b, roots, now)
	if err != nil {
		return nil, err
	}
	o.Units = u
	return o, nil
}

// inspect is the method.
func (c *Contract) inspect(call *call) ([]byte, error) {
	now, err := timeOf(call.time)
	if err != nil {
		return nil, err
	}
	o, err := Inspect(call.collateral, c.roots, now)
	if err != nil {
		return nil, err
	}
	var w words
	w.uint(uint64(o.Units.Kind))
	w.hash(o.Root)
	w.hash(o.Place.Levels)
	w.hash(o.Place.Issuer)
	for _, s := range []collateral.Stamp{o.Version.TCBInfo, o.Version.QEIdentity, o.Version.RootCRL, o.Version.PCKCRL} {
		if err := w.stamp(s); err != nil {
			return nil, err
		}
	}
	w.uint(uint64(o.Units.LevelsEnd()))
	w.uint(uint64(o.Units.RootListEnd()))
	w.time(o.Until)
	return w, nil
}

func inspectIntel(b []byte, roots tee.Roots, now time.Time) (*Contents, error) {
	parts, err := collateral.ParseIntel(b)
	if err != nil {
		return nil, &tee.Refusal{Step: tee.StepCollateral, Err: err}
	}
	v, err := parts.Verify(roots, now, 0)
	if err != nil {
		step := tee.StepCollateral
		if !issuedByOneOf(parts, roots) {
			step = tee.StepRoot
		}
		return nil, &tee.Refusal{Step: step, Err: err}
	}
	o := &Contents{Certificate: v.Root, Root: tee.RootID(v.Root), Version: v.Version(), Until: v.Window.Until}
	if v.TCBInfo != nil {
		if v.TCBInfo.ID != collateral.IDTDX || (v.QEIdentity != nil && v.QEIdentity.ID != collateral.IDTDQE) {
			return nil, &tee.Refusal{Step: tee.StepPlatform,
				Err: fmt.Errorf("TCB info for %s; workers run in TDX", v.TCBInfo.ID)}
		}
		o.Place.Levels = collateral.TDXLevels(o.Root, v.TCBInfo.FMSPC, v.TCBInfo.PCEID)
	}
	if v.PCKCRL != nil {
		o.Place.Issuer = tee.RootID(v.PCKCA)
	}
	return o, nil
}

func inspectAMD(b []byte, roots tee.Roots, now time.Time) (*Contents, error) {
	v, err := snp.VerifyCollateral(b, roots, now)
	if err != nil {
		return nil, err
	}
	o := &Contents{Certificate: v.Root, Root: tee.RootID(v.Root), Until: v.Window.Until}
	if v.VCEK != nil {
		o.Place.Levels = collateral.SNPLevels(v.Chip, v.TCB)
		o.Version.TCBInfo = collateral.Stamp{Number: new(big.Int), IssuedAt: v.VCEK.NotBefore}
	}
	if v.CRL != nil {
		o.Version.RootCRL = collateral.Stamp{Number: v.CRL.Number, IssuedAt: v.CRL.ThisUpdate}
	}
	return o, nil
}

// issuedByOneOf reports whether one of the roots issued a certificate in the collateral.
func issuedByOneOf(c *collateral.Intel, roots tee.Roots) bool {
	for _, der := range [][]byte{c.PCKCA, c.Signer} {
		cert, err := x509.ParseCertificate(der)
		if err == nil && slices.ContainsFunc(roots,
			func(r *x509.Certificate) bool { return cert.CheckSignatureFrom(r) == nil }) {
			return true
		}
	}
	return false
}
