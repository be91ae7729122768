package command

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/cli"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/localnet/bench"
)

// anvilHere is where the source tree has the plain chain once its npm packages are installed.
const anvilHere = "localnet/bench/anvil/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil"

// Bench returns the command that measures a network on this machine.
func Bench(a *cli.App) *cobra.Command {
	var (
		anvil        string
		alone, small bool
		scale        bench.Scale
	)
	cmd := &cobra.Command{
		Use:   "bench",
		Short: "Measure a network on this machine, beside a plain Ethereum chain",
		Long: `Starts a network of its own in a temporary folder, puts it under load, and prints what
was measured beside the targets and beside a plain Ethereum chain (Foundry's anvil) with the same
contracts under the same load. Figures are of this run on this machine: close other programs first.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if small {
				scale = bench.Quick()
			}
			if !alone && anvil == "" {
				var ok bool
				if anvil, ok = findAnvil(); !ok {
					return term.Fail(term.ExitInput,
						"install it with: scripts/npm-install localnet/bench/anvil; or leave it out with --alone",
						"the plain chain's program anvil is not there")
				}
			}
			self, err := os.Executable()
			if err != nil {
				return fmt.Errorf("finding this program: %w", err)
			}
			dir, err := os.MkdirTemp("", "assent-")
			if err != nil {
				return fmt.Errorf("making a folder for the measurement: %w", err)
			}
			defer os.RemoveAll(dir) //nolint:errcheck // nothing in it is of value
			log, err := os.Create(filepath.Join(dir, "programs.log"))
			if err != nil {
				return fmt.Errorf("making a folder for the measurement: %w", err)
			}
			defer log.Close()
			r, err := bench.Run(cmd.Context(), bench.Config{
				Dir: dir, Assent: self, Anvil: anvil, Scale: scale, Now: a.Now, Random: a.Rand, Step: a.Step, Log: log,
			})
			if err != nil {
				return err
			}
			return a.Result(r, func(w io.Writer) { r.Print(w) })
		},
	}
	f := cmd.Flags()
	f.StringVar(&anvil, "anvil", "",
		"the plain chain's program; looked for in the source tree and in PATH when not given")
	f.BoolVar(&alone, "alone", false, "compare with nothing")
	f.BoolVar(&small, "quick", false, "only show that everything works")
	f.IntVar(&scale.Subjects, "subjects", 0, "how many subjects consent, in steps of 100000; 100000 when not given")
	f.IntVar(&scale.Grants, "grants", 0, "how many single grants are sent after each step; 12000 when not given")
	f.IntVar(&scale.Clients, "clients", 0, "how many clients send them; 200 when not given")
	cmd.MarkFlagsMutuallyExclusive("anvil", "alone")
	return cmd
}

func findAnvil() (string, bool) {
	if path, err := filepath.Abs(anvilHere); err == nil {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path, true
		}
	}
	path, err := exec.LookPath("anvil")
	return path, err == nil
}
