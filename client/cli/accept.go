package cli

import (
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/tee"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// tcbOptions are the flags that say which firmware a quote's machine may have.
type tcbOptions struct {
	tcb, floor []string
}

func (o *tcbOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringSliceVar(&o.tcb, "tcb", nil, "platform statuses accepted beside UpToDate, such as SWHardeningNeeded")
	f.StringSliceVar(&o.floor, "floor", nil,
		"smallest security versions, such as snp:microcode=72 or tdx:pce=13; quotes of SNP need one, since AMD "+
			"publishes no statuses")
}

// statuses are those that a policy may accept beside UpToDate.
func statuses() []string {
	return []string{
		string(tee.SWHardeningNeeded), string(tee.ConfigurationNeeded), string(tee.ConfigurationAndSWHardeningNeeded),
		string(tee.OutOfDate),
		string(tee.OutOfDateConfigurationNeeded),
	}
}

// components are those that a floor may name.
func components(p tee.Platform) []string {
	if p == tee.SNP {
		return []string{"bootloader", "tee", "snp", "microcode"}
	}
	names := []string{"pce", "qe"}
	for _, kind := range []string{"sgx", "tdx"} {
		for i := 1; i <= 16; i++ {
			names = append(names, kind+strconv.Itoa(i))
		}
	}
	return names
}

func (o *tcbOptions) parse() (status []tee.TCBStatus, floor []teepolicy.Floor, err error) {
	for _, s := range o.tcb {
		if !slices.Contains(statuses(), s) {
			return nil, nil, term.Fail(term.ExitInput, "one of "+strings.Join(statuses(), ", "),
				"--tcb %.60q is no status that can be accepted", s)
		}
		status = append(status, tee.TCBStatus(s))
	}
	for _, s := range o.floor {
		f, err := parseFloor(s)
		if err != nil {
			return nil, nil, err
		}
		floor = append(floor, f)
	}
	return status, floor, nil
}

// parseFloor reads PLATFORM:COMPONENT=VERSION.
func parseFloor(s string) (teepolicy.Floor, error) {
	fail := func(hint string) (teepolicy.Floor, error) {
		return teepolicy.Floor{}, term.Fail(term.ExitInput, hint,
			"--floor %.60q is not of the form platform:component=version", s)
	}
	platform, rest, _ := strings.Cut(s, ":")
	component, version, found := strings.Cut(rest, "=")
	f := teepolicy.Floor{Component: component}
	switch platform {
	case tee.TDX.String():
		f.Platform = tee.TDX
	case tee.SNP.String():
		f.Platform = tee.SNP
	default:
		return fail("the platform is tdx or snp")
	}
	if known := components(f.Platform); !slices.Contains(known, component) {
		hint := strings.Join(known, ", ")
		if f.Platform == tee.TDX {
			hint = "sgx1 to sgx16, pce, qe, tdx1 to tdx16"
		}
		return fail("components of " + platform + " are " + hint)
	}
	svn, err := strconv.ParseUint(version, 10, 16)
	if err != nil || !found {
		return fail("the version is a number from 0 to 65535")
	}
	f.SVN = uint16(svn)
	return f, nil
}

// acceptOptions are the flags of a whole policy for quotes.
type acceptOptions struct {
	tcbOptions
	minEvaluation    uint32
	minTCBDate       string
	devices          []string
	maxCollateralAge time.Duration
}

const maxCollateralAgeFlag = "max-collateral-age"

func (o *acceptOptions) flags(cmd *cobra.Command) {
	o.tcbOptions.flags(cmd)
	f := cmd.Flags()
	f.Uint32Var(&o.minEvaluation, "min-evaluation", 0, "smallest TCB evaluation data number of the collateral")
	f.StringVar(&o.minTCBDate, "min-tcb-date", "", "smallest date of a platform's TCB level, such as 2025-05-14")
	f.StringSliceVar(&o.devices, "device", nil,
		"machines accepted, as ppid:HEX, piid:HEX or chip:HEX; any when not given")
	f.DurationVar(&o.maxCollateralAge, maxCollateralAgeFlag, operate.DefaultMaxCollateralAge,
		"how long ago collateral may have been issued; 8784h with a --floor for snp, since AMD renews its list once "+
			"a year")
}

// given reports whether any of the flags was given.
func (o *acceptOptions) given(cmd *cobra.Command) bool {
	return slices.ContainsFunc([]string{"tcb", "floor", "min-evaluation", "min-tcb-date", "device",
		maxCollateralAgeFlag}, cmd.Flags().Changed)
}

// policy returns the policy that the flags say.
func (o *acceptOptions) policy(cmd *cobra.Command) (teepolicy.Policy, error) {
	p := teepolicy.Policy{MinEvaluation: o.minEvaluation, MaxCollateralAge: o.maxCollateralAge}
	var err error
	if p.TCB, p.Floor, err = o.parse(); err != nil {
		return teepolicy.Policy{}, err
	}
	if o.minTCBDate != "" {
		if p.MinTCBDate, err = time.Parse(time.DateOnly, o.minTCBDate); err != nil {
			return teepolicy.Policy{}, term.Fail(term.ExitInput, "write it like 2025-05-14",
				"--min-tcb-date %.40q is not a date", o.minTCBDate)
		}
	}
	for _, d := range o.devices {
		kind, id, _ := strings.Cut(d, ":")
		if _, err := hex.DecodeString(id); err != nil || id == "" ||
			!slices.Contains([]string{"ppid", "piid", "chip"}, kind) {
			return teepolicy.Policy{}, term.Fail(term.ExitInput,
				"write ppid:, piid: or chip: and hexadecimal digits; `assent broker attestation` prints them",
				"--device %.80q names no machine", d)
		}
		p.Devices = append(p.Devices, strings.ToLower(d))
	}
	if p.MaxCollateralAge <= 0 {
		return teepolicy.Policy{}, term.Fail(term.ExitInput, "write it like 720h", "--%s %s accepts no collateral",
			maxCollateralAgeFlag, p.MaxCollateralAge)
	}
	forSNP := slices.ContainsFunc(p.Floor, func(f teepolicy.Floor) bool { return f.Platform == tee.SNP })
	if forSNP && !cmd.Flags().Changed(maxCollateralAgeFlag) {
		p.MaxCollateralAge = operate.DefaultMaxCollateralAgeSNP
	}
	return p, nil
}
