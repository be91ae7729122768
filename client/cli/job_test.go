package cli

import (
	"bytes"
	"strings"
	"testing"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/node/view"
)

// A job tells how often its noise was drawn again, and is silent about it when it was not.
func TestJobView_redraws(t *testing.T) {
	for redraws, want := range map[uint8]string{0: "", 2: "drawn again, as the enclave that had it was gone: 2"} {
		var out bytes.Buffer
		viewOf(&view.Job{IJobMarketJob: bindings.IJobMarketJob{ChargeRound: 9, Redraws: redraws}}).print(&out)
		if got := out.String(); !strings.Contains(got, want) || (redraws == 0) == strings.Contains(got, "drawn again") {
			t.Errorf("%d redraws: %q", redraws, got)
		}
	}
}
