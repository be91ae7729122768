package figure_test

import (
	"strconv"
	"testing"

	"github.com/assent-network/assent/protocol/figure"
)

func TestDouble(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 1: "1", 0.1: "0.1", -0.14944769330734242: "-0.14944769330734242", 1e-6: "0.000001", 1e-7: "1e-7",
		-5.551115123125783e-17: "-5.551115123125783e-17",
		123456789012345680000:  "123456789012345680000", 1e21: "1e+21",
	} {
		if got := figure.Double(v); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		if back, err := strconv.ParseFloat(figure.Double(v), 64); err != nil || back != v {
			t.Errorf("%v reads back as %v", v, back)
		}
	}
}
