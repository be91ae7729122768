package cli

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/tee"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// policyOf reads a command line of policy flags.
func policyOf(line string) (teepolicy.Policy, error) {
	var o acceptOptions
	cmd := new(cobra.Command)
	o.flags(cmd)
	if err := cmd.ParseFlags(strings.Fields(line)); err != nil {
		return teepolicy.Policy{}, err
	}
	return o.policy(cmd)
}

func TestAcceptFlags(t *testing.T) {
	const month, year = operate.DefaultMaxCollateralAge, operate.DefaultMaxCollateralAgeSNP
	for line, want := range map[string]teepolicy.Policy{
		"": {MaxCollateralAge: month},
		"--tcb SWHardeningNeeded,OutOfDate --tcb ConfigurationNeeded": {
			TCB:              []tee.TCBStatus{tee.SWHardeningNeeded, tee.OutOfDate, tee.ConfigurationNeeded},
			MaxCollateralAge: month,
		},
		"--min-evaluation 17 --min-tcb-date 2025-05-14": {
			MinEvaluation: 17, MinTCBDate: time.Date(2025, 5, 14, 0, 0, 0, 0, time.UTC), MaxCollateralAge: month,
		},
		"--floor tdx:tdx1=3,tdx:sgx16=65535": {
			Floor: []teepolicy.Floor{{Platform: tee.TDX, Component: "tdx1", SVN: 3},
				{Platform: tee.TDX, Component: "sgx16", SVN: 65535}}, MaxCollateralAge: month,
		},
		"--floor snp:microcode=72": {Floor: []teepolicy.Floor{{Platform: tee.SNP, Component: "microcode", SVN: 72}},
			MaxCollateralAge: year},
		"--floor snp:snp=0 --max-collateral-age 24h": {
			Floor: []teepolicy.Floor{{Platform: tee.SNP, Component: "snp"}}, MaxCollateralAge: 24 * time.Hour,
		},
		"--device ppid:00AA --device chip:0b,piid:01": {Devices: []string{"ppid:00aa", "chip:0b", "piid:01"},
			MaxCollateralAge: month},
	} {
		if got, err := policyOf(line); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q says %+v, %v; want %+v", line, got, err, want)
		}
	}
	for _, line := range []string{
		"--tcb UpToDate", "--tcb Revoked", "--tcb Unjudged", "--tcb swhardeningneeded", "--tcb ,",
		"--floor snp", "--floor snp:microcode", "--floor snp:microcode=", "--floor snp:microcode=65536",
		"--floor snp:microcode=-1",
		"--floor snp:pce=1", "--floor tdx:sgx0=1", "--floor tdx:tdx17=1", "--floor sgx:pce=1", "--floor tdx:=1",
		"--min-evaluation -1", "--min-tcb-date 2025-13-01", "--min-tcb-date yesterday",
		"--device ppid", "--device ppid:", "--device ppid:0", "--device host:00", "--device ppid:zz",
		"--max-collateral-age 0s", "--max-collateral-age -1h", "--max-collateral-age 30",
	} {
		if got, err := policyOf(line); err == nil {
			t.Errorf("%q says %+v", line, got)
		}
	}
}

// A policy of an instance that joins is a condition on top only when one was given.
func TestAcceptFlagsAreGiven(t *testing.T) {
	var o acceptOptions
	cmd := new(cobra.Command)
	o.flags(cmd)
	if o.given(cmd) {
		t.Error("nothing was given")
	}
	flags := 0
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		flags++
		var o acceptOptions
		cmd := new(cobra.Command)
		o.flags(cmd)
		value := map[string]string{"uint32": "1", "duration": "1h"}[f.Value.Type()]
		if err := cmd.Flags().Set(f.Name, value); err != nil || !o.given(cmd) {
			t.Errorf("--%s was given, %v", f.Name, err)
		}
	})
	if flags != 6 {
		t.Errorf("%d flags, want 6", flags)
	}
}

// Every component that a verifier reports has a name that a floor takes; see the vectors of tee/dcap and tee/snp.
func TestFloorsOfEveryComponent(t *testing.T) {
	for platform, n := range map[tee.Platform]int{tee.TDX: 34, tee.SNP: 4} {
		names := components(platform)
		if len(names) != n {
			t.Errorf("%s has %d components, want %d", platform, len(names), n)
		}
		for _, name := range names {
			f, err := parseFloor(platform.String() + ":" + name + "=1")
			if err != nil || f != (teepolicy.Floor{Platform: platform, Component: name, SVN: 1}) {
				t.Errorf("%s: %+v, %v", name, f, err)
			}
		}
	}
}
