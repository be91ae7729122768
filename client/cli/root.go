// Package cli holds the commands of the assent program: what custodians, subjects, researchers, operators and auditors
// type. Each command is a few lines over packages that do the work; the commands that run a local network join from
// package localnet/command.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/keyfile"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/internal/nearest"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/tee"
)

// App is what all commands share.
type App struct {
	*term.Terminal
	network string // directory or file of the network
	key     string // path of the key file that signs and pays
	noted   string // the last note of noteOnce
}

// noteOnce prints a note, unless it is the last one again: a command may look the same thing up twice.
func (a *App) noteOnce(format string, args ...any) {
	if note := fmt.Sprintf(format, args...); note != a.noted {
		a.noted = note
		a.Note("%s", note)
	}
}

// New returns the assent command. Commands of other packages are added by extra, which gets the App.
func New(t *term.Terminal, extra ...func(*App) *cobra.Command) *cobra.Command {
	a := &App{Terminal: t}
	root := &cobra.Command{
		Use:   "assent",
		Short: "Consent that binds, computation that no one sees, receipts that anyone can check",
		Long: `Assent is a privacy-compute network: subjects give consent with a key, custodians keep
their data and set a policy, researchers post jobs, confidential workers run them, and auditors
check the record.

  assent demo                         see all of it on this machine
  assent localnet up                  start a network of your own
  assent dataset --help               what a custodian does
  assent consent --help               what a subject does
  assent job --help                   what a researcher does
  assent worker --help                what a worker's operator does
  assent broker --help                what a custodian's key broker does
  assent audit --help                 what an auditor does`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          knownSubcommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(t.In)
	root.SetOut(t.Out)
	root.SetErr(t.Err)
	f := root.PersistentFlags()
	f.BoolVar(&t.JSON, "json", false, "print results, and errors, as JSON")
	f.BoolVarP(&t.Quiet, "quiet", "q", false, "print no progress")
	f.StringVar(&a.network, "network", envOr(t, "ASSENT_NETWORK", ".localnet"),
		"directory or file of the network (ASSENT_NETWORK)")
	f.StringVar(&a.key, "key", t.Getenv("ASSENT_KEY"),
		"key file that signs and pays (ASSENT_KEY); its passphrase is taken from ASSENT_PASSPHRASE")
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(a.keyCommand(), a.datasetCommand(), a.consentCommand(), a.jobCommand(), a.workerCommand(),
		a.brokerCommand(), a.collateralCommand(), a.imageCommand(), a.gatewayCommand(), a.auditCommand(),
		a.doctorCommand())
	for _, add := range extra {
		root.AddCommand(add(a))
	}
	refuseUnknown(root)
	nameValues(root)
	return root
}

// refuseUnknown has commands that only hold others refuse what none of them is called. Cobra shows their help instead,
// as a success.
func refuseUnknown(cmd *cobra.Command) {
	for _, c := range cmd.Commands() {
		if c.HasSubCommands() && !c.Runnable() {
			c.Args = knownSubcommand
			c.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		}
		refuseUnknown(c)
	}
}

// knownSubcommand refuses what is the name of no command of a group, and names the nearest.
func knownSubcommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var known []string
	for _, c := range cmd.Commands() {
		if !c.Hidden {
			known = append(known, c.Name())
		}
	}
	hint := "see: " + cmd.CommandPath() + " --help"
	if n := nearest.To(args[0], known); n != "" {
		hint = fmt.Sprintf("is it %s %s? %s", cmd.CommandPath(), n, hint)
	}
	return term.Fail(term.ExitInput, hint, "unknown command %q for %q", args[0], cmd.CommandPath())
}

// Run runs the command with arguments and returns the exit code.
func Run(ctx context.Context, t *term.Terminal, root *cobra.Command, args []string) int {
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	return t.Report(explain(usage(cmd, err)))
}

func envOr(t *term.Terminal, name, otherwise string) string {
	if v := t.Getenv(name); v != "" {
		return v
	}
	return otherwise
}

// hinter is an error that knows what to do about itself.
type hinter interface{ Hint() string }

// explain gives errors from below the exit code and the hint that they deserve.
func explain(err error) error {
	var done *term.Failure
	var refused *solidity.Error
	var items *client.RefusedError
	var refusal *release.Refusal
	var hinted hinter
	switch {
	case err == nil, errors.As(err, &done):
		return err
	case errors.Is(err, context.Canceled):
		return &term.Failure{Code: term.ExitInput, Hint: "what was sent stays so; do the rest again",
			Err: errors.New("it was interrupted before it was done")}
	case errors.As(err, &refused):
		return &term.Failure{Code: term.ExitPolicy, Hint: refused.Hint(), Err: err}
	case errors.As(err, &refusal):
		return &term.Failure{Code: term.ExitPolicy, Err: err}
	case errors.As(err, &items):
		return &term.Failure{Code: term.ExitPolicy, Hint: leftOutHint(items), Err: err}
	case errors.Is(err, client.ErrUnreachable):
		return &term.Failure{Code: term.ExitNetwork,
			Hint: "is the network running? start its gateway with: assent gateway; a local network, whole: assent " +
				"localnet up", Err: err}
	case errors.Is(err, release.ErrUnreachable):
		return &term.Failure{Code: term.ExitNetwork, Hint: "is the broker running? start one with: assent broker run",
			Err: err}
	case errors.Is(err, network.ErrNotExist):
		return &term.Failure{Code: term.ExitInput,
			Hint: "name it with --network, or start one with: assent localnet up", Err: err}
	case errors.Is(err, fs.ErrNotExist):
		return &term.Failure{Code: term.ExitInput,
			Hint: "no file has that name: see how it is spelled, and from which folder", Err: err}
	case errors.Is(err, syscall.EADDRINUSE):
		return &term.Failure{Code: term.ExitInput,
			Hint: "another program listens there: name another port with --listen", Err: err}
	case errors.Is(err, fs.ErrExist):
		return &term.Failure{Code: term.ExitInput, Hint: "nothing is overwritten: name a new file or folder", Err: err}
	case errors.Is(err, keyfile.ErrPassphrase):
		return &term.Failure{Code: term.ExitInput, Hint: "set ASSENT_PASSPHRASE", Err: err}
	case errors.Is(err, sealed.ErrOpen):
		return &term.Failure{Code: term.ExitInput, Hint: "it opens only with the key that the job named", Err: err}
	case errors.Is(err, operate.ErrNoSimulatedRoot):
		return &term.Failure{Code: term.ExitPolicy, Hint: "run it in a confidential VM, on hardware: assent image run",
			Err: err}
	case errors.Is(err, tee.ErrNotGenuine):
		return &term.Failure{Code: term.ExitVerify, Err: err}
	case errors.As(err, &hinted):
		return &term.Failure{Code: term.ExitInput, Hint: hinted.Hint(), Err: err}
	}
	return err
}

// leftOutHint says what to do about what a ledger left out of a call.
func leftOutHint(e *client.RefusedError) string {
	hint := "look at these with: assent consent show DATASET --pseudonym PSEUDONYM"
	if e.Applied > 0 {
		hint = "the others were done; " + hint
	}
	return hint
}
