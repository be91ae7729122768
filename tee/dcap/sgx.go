package dcap

import (
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/quote"
)

// SGXClaims is what a genuine SGX quote says. No worker runs in SGX, so that it is no tee.Platform; runtimes of other
// ParaTimes do, and their quotes are read here.
type SGXClaims struct {
	MRENCLAVE  [32]byte
	MRSIGNER   [32]byte
	ISVProdID  uint16
	ISVSVN     uint16
	Attributes [16]byte
	ReportData tee.ReportData
	TCB        tee.TCBStatus
	TCBDate    time.Time
	Components []tee.Component
	Advisories []string
	Debug      bool
	Device     tee.Device
	Simulated  bool
	Root       common.Hash
	Collateral tee.Collateral
}

// VerifySGX checks an SGX quote as Verify does a quote of TDX.
func (v Verifier) VerifySGX(quoteBytes, collateralBytes []byte, roots tee.Roots, now time.Time) (*SGXClaims, error) {
	o, err := v.verify(quoteBytes, collateralBytes, roots, now, quote.SGX)
	if err != nil {
		return nil, err
	}
	r := o.Quote.SGX
	return &SGXClaims{
		MRENCLAVE: r.MRENCLAVE, MRSIGNER: r.MRSIGNER, ISVProdID: r.ISVProdID, ISVSVN: r.ISVSVN,
		Attributes: r.Attributes,
		ReportData: r.ReportData, TCB: o.judgement.status, TCBDate: o.judgement.date, Components: o.components(),
		Advisories: append([]string{}, o.judgement.advisories...), Debug: r.Debug(), Device: o.device(),
		Simulated: !tee.IsVendorRoot(tee.RootID(o.Root)), Root: tee.RootID(o.Root), Collateral: o.facts(),
	}, nil
}
