package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/tee"
)

// workerFacts is a registered worker for people and programs.
type workerFacts struct {
	Enclave     common.Address `json:"enclave"`
	Operator    common.Address `json:"operator"`
	Platform    string         `json:"platform"`
	Simulated   bool           `json:"simulated"`
	TCB         tee.TCBStatus  `json:"tcb"`
	Evaluation  uint32         `json:"evaluation"`
	JudgedAt    time.Time      `json:"judgedAt"`
	Measurement common.Hash    `json:"measurement"`
	TrustRoot   common.Hash    `json:"trustRoot"`
	Collateral  common.Hash    `json:"collateral"`
	Expiry      time.Time      `json:"expiry"`
	Renewals    uint16         `json:"renewals"`
	RevokedAt   *time.Time     `json:"revokedAt,omitempty"`
	// Refused says why the chain does not accept it now; empty when it does.
	Refused string `json:"refused,omitempty"`
}

func factsOf(w *client.Worker) workerFacts {
	status, _ := tee.StatusOf(w.Status)
	return workerFacts{
		Enclave: w.Enclave, Operator: w.Operator, Platform: tee.Platform(w.Platform).String(), Simulated: w.Simulated,
		TCB:        status,
		Evaluation: w.Evaluation, JudgedAt: unix(w.JudgedAt), Measurement: w.Measurement, TrustRoot: w.TrustRoot,
		Collateral: w.Collateral,
		Expiry:     unix(w.Expiry), Renewals: w.Renewals, RevokedAt: never(w.RevokedAt), Refused: w.Refused,
	}
}

// never is a time in Unix seconds, and nil for zero.
func never(seconds uint64) *time.Time {
	if seconds == 0 {
		return nil
	}
	t := unix(seconds)
	return &t
}

func unix(seconds uint64) time.Time { return time.Unix(int64(seconds), 0).UTC() }

// attested says what kind of TEE it is, in words.
func (f *workerFacts) attested() string {
	if f.Simulated {
		return f.Platform + ", simulated"
	}
	return f.Platform + ", real"
}

// state says in a word or more whether the chain accepts it.
func (f *workerFacts) state() string {
	if f.Refused == "" {
		return "accepted"
	}
	return "refused: " + f.Refused
}

func (a *App) workerList() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "List the registered workers, as the chain judges them now", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, err := a.Client(cmd.Context())
			if err != nil {
				return err
			}
			workers, err := c.Workers(cmd.Context())
			if err != nil {
				return err
			}
			all := make([]workerFacts, len(workers))
			for i := range workers {
				all[i] = factsOf(&workers[i])
			}
			return a.Result(all, func(w io.Writer) {
				for i := range all {
					f := &all[i]
					fmt.Fprintf(w, "%s  %-14s %-10s %s\n", f.Enclave, f.attested(), f.TCB, term.Printable(f.state()))
				}
				if len(all) == 0 {
					fmt.Fprintln(w, "no worker was registered yet")
				}
			})
		},
	}
}

func (a *App) workerShow() *cobra.Command {
	return &cobra.Command{
		Use: "show ENCLAVE", Short: "Show a worker's registration and what the chain found of its TEE",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			enclave, err := parseAddress("enclave", args[0])
			if err != nil {
				return err
			}
			c, err := a.Client(cmd.Context())
			if err != nil {
				return err
			}
			worker, err := c.Worker(cmd.Context(), enclave)
			if err != nil {
				return err
			}
			f := factsOf(worker)
			return a.Result(f, func(w io.Writer) {
				fmt.Fprintf(w, "enclave     %s\noperator    %s\nstate       %s\n", f.Enclave, f.Operator,
					term.Printable(f.state()))
				fmt.Fprintf(w, "attestation %s; TCB status %s by evaluation %d, judged at %s\n", f.attested(), f.TCB,
					f.Evaluation, f.JudgedAt.Format(time.RFC3339))
				fmt.Fprintf(w, "measurement %s\ntrust root  %s\ncollateral  %s\n", f.Measurement, f.TrustRoot,
					f.Collateral)
				fmt.Fprintf(w, "expires     %s, renewed %d times\n", f.Expiry.Format(time.RFC3339), f.Renewals)
			})
		},
	}
}

func (a *App) workerRevoke() *cobra.Command {
	return &cobra.Command{
		Use: "revoke ENCLAVE", Short: "Revoke a worker for good, as its operator or as the network's owner",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			enclave, err := parseAddress("enclave", args[0])
			if err != nil {
				return err
			}
			c, by, err := a.Session(cmd.Context())
			if err != nil {
				return err
			}
			receipt, err := c.RevokeWorker(cmd.Context(), by, enclave)
			if err != nil {
				return err
			}
			return a.Result(map[string]any{"enclave": enclave, "round": receipt.BlockNumber.Uint64()},
				func(w io.Writer) {
					fmt.Fprintf(w, "revoked in round %d\n", receipt.BlockNumber.Uint64())
				})
		},
	}
}

// floorFacts is the network's floor for people and programs.
type floorFacts struct {
	Statuses      []tee.TCBStatus `json:"statuses"`
	Evaluation    uint32          `json:"evaluation"`
	TCBDate       string          `json:"tcbDate,omitempty"`
	SNP           string          `json:"snp,omitempty"`
	CollateralAge time.Duration   `json:"collateralAgeNs"`
}

func (a *App) workerFloor() *cobra.Command {
	var accept []string
	var evaluation uint32
	var date, snp string
	var age time.Duration
	cmd := &cobra.Command{
		Use: "floor", Short: "Show how healthy the network wants platforms to be, or set it, as the network's owner",
		Long: `Without flags, shows the floor. With any flag, sets all of it: what has no flag is back
at its default, which is platforms that are up to date, any evaluation and date, and no SNP. Workers
below a new floor cannot claim or charge any more.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			if !anyChanged(cmd) {
				c, err := a.Client(ctx)
				if err != nil {
					return err
				}
				floor, err := c.Floor(ctx)
				if err != nil {
					return err
				}
				return a.printFloor(floor)
			}
			floor, err := networkFloor(accept, evaluation, date, snp, age)
			if err != nil {
				return err
			}
			c, owner, err := a.Session(ctx)
			if err != nil {
				return err
			}
			if _, err := c.SetFloor(ctx, owner, floor); err != nil {
				return err
			}
			return a.printFloor(floor)
		},
	}
	f := cmd.Flags()
	f.StringSliceVar(&accept, "tcb", nil, "platform statuses accepted beside UpToDate, such as SWHardeningNeeded")
	f.Uint32Var(&evaluation, "min-evaluation", 0, "smallest TCB evaluation data number")
	f.StringVar(&date, "min-tcb-date", "", "earliest date of a TCB level, YYYY-MM-DD")
	f.StringVar(&snp, "snp", "",
		"smallest firmware versions of SNP: BOOTLOADER.TEE.SNP.MICROCODE; without it SNP is not accepted")
	f.DurationVar(&age, "max-collateral-age", 0, "how long ago collateral may have been issued")
	return cmd
}

// anyChanged reports whether a command was given flags of its own.
func anyChanged(cmd *cobra.Command) bool {
	changed := false
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) { changed = changed || f.Changed })
	return changed
}

func networkFloor(accept []string, evaluation uint32, date, snp string,
	age time.Duration) (floor contracts.Floor, err error) {
	floor.Evaluation, floor.CollateralAge = evaluation, uint64(age/time.Second)
	for _, s := range accept {
		if !slices.Contains(statuses(), s) {
			return floor, term.Fail(term.ExitInput, "one of "+strings.Join(statuses(), ", "),
				"--tcb %.60q is no status that can be accepted", s)
		}
		floor.Statuses |= 1 << tee.TCBStatus(s).Number()
	}
	if date != "" {
		at, err := time.Parse(time.DateOnly, date)
		if err != nil || at.Unix() < 0 {
			return floor, term.Fail(term.ExitInput, "for example 2026-01-31", "--min-tcb-date %.40q is no date", date)
		}
		floor.TCBDate = uint64(at.Unix())
	}
	if snp != "" {
		var v [4]uint8
		if n, err := fmt.Sscanf(snp+"\n", "%d.%d.%d.%d\n", &v[0], &v[1], &v[2], &v[3]); n != 4 || err != nil {
			return floor, term.Fail(term.ExitInput, "for example 3.0.20.209",
				"--snp %.40q is not four versions of 0 to 255", snp)
		}
		for _, b := range v {
			floor.Versions = floor.Versions<<8 | uint32(b)
		}
	}
	if age < 0 {
		return floor, term.Fail(term.ExitInput, "leave it out for no limit", "--max-collateral-age %s is negative", age)
	}
	return floor, nil
}

func (a *App) printFloor(floor contracts.Floor) error {
	f := floorFacts{Statuses: []tee.TCBStatus{tee.UpToDate}, Evaluation: floor.Evaluation,
		CollateralAge: time.Duration(floor.CollateralAge) * time.Second}
	for n := uint8(2); n < 16; n++ {
		if s, ok := tee.StatusOf(n); ok && floor.Statuses>>n&1 == 1 {
			f.Statuses = append(f.Statuses, s)
		}
	}
	if floor.TCBDate != 0 {
		f.TCBDate = unix(floor.TCBDate).Format(time.DateOnly)
	}
	if v := floor.Versions; v != 0 {
		f.SNP = fmt.Sprintf("%d.%d.%d.%d", v>>24, v>>16&0xff, v>>8&0xff, v&0xff)
	}
	return a.Result(f, func(w io.Writer) {
		or := func(s, otherwise string) string {
			if s == "" {
				return otherwise
			}
			return s
		}
		age := "as long as it is valid"
		if f.CollateralAge != 0 {
			age = "at most " + f.CollateralAge.String() + " old"
		}
		fmt.Fprintf(w, "TCB status  %v\nevaluation  %d or later\nTCB date    %s\nSNP         %s\ncollateral  %s\n",
			f.Statuses, f.Evaluation, or(f.TCBDate, "any"), or(f.SNP, "not accepted"), age)
	})
}
