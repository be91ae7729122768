package dcap_test

import (
	"crypto/rand"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/pins"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/insecure"
	teepolicy "github.com/assent-network/assent/tee/policy"
	"github.com/assent-network/assent/tee/quote"
)

// One measurement comes with any attributes and XFAM that a host chooses. Pins tell them apart.
func TestPins_hostsChooseWhatIsNotMeasured(t *testing.T) {
	now := time.Unix(1_800_000_000, 0).UTC()
	root, err := insecure.NewRoot(rand.Reader, now.Add(-time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	issuer, err := insecure.NewIssuer(root, insecure.Measurement{MRTD: [48]byte{1}}, rand.Reader, now.Add(-time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	container, err := root.Collateral(now, 1)
	if err != nil {
		t.Fatal(err)
	}
	var b tee.Binding
	for name, c := range map[string]struct {
		edit func(*quote.TDReport)
		pin  string
	}{
		"as Linux starts it":   {func(*quote.TDReport) {}, ""},
		"SEPT_VE_DISABLE off":  {func(r *quote.TDReport) { r.Attributes[3] &^= 0x10 }, "attributes"},
		"PERFMON on":           {func(r *quote.TDReport) { r.Attributes[7] |= 0x80 }, "attributes"},
		"a reserved attribute": {func(r *quote.TDReport) { r.Attributes[1] |= 1 }, "attributes"},
		"all reserved attributes": {func(r *quote.TDReport) {
			r.Attributes = [8]byte{0, 255, 255, 0xdf, 255, 255, 255,
				255}
		}, "attributes"},
		"every XFAM": {func(r *quote.TDReport) {
			r.XFAM = [8]byte{255, 255, 255, 255, 255, 255, 255,
				255}
		}, "xfam"},
		"processor trace for XFAM": {func(r *quote.TDReport) { r.XFAM[1] |= 1 }, "xfam"},
	} {
		q, err := issuer.With(c.edit).Issue(t.Context(), b.ReportData([32]byte{}))
		if err != nil {
			t.Fatal(err)
		}
		claims, err := dcap.Verifier{}.Verify(q, container, tee.Roots{root.Certificate()}, now)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		p := teepolicy.Policy{
			Measurements: []common.Hash{common.Hash(issuer.Measurement().ID())}, Roots: []common.Hash{root.ID()},
			Simulated: true,
		}
		facts := teepolicy.Facts{Binding: b, Now: now}
		if err := p.Validate(claims, facts); err != nil {
			t.Errorf("%s: without pins: %v", name, err)
		}
		p.Pins = pins.Image()
		err = p.Validate(claims, facts)
		var check *teepolicy.CheckError
		switch {
		case c.pin == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case c.pin != "" && (!errors.As(err, &check) || check.Check != "pins" ||
			!strings.Contains(check.Reason, `"`+c.pin+`"`)):
			t.Errorf("%s: %v, want pin %q", name, err, c.pin)
		}
	}
}
