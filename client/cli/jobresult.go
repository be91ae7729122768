package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/keyfile"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/report"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/statistics"
)

// jobSender is what an act on a job needs.
type jobSender struct {
	Client  *client.Client
	Account *account.Account
}

// jobAct does something to a job and says so.
func (a *App) jobAct(
	cmd *cobra.Command, arg, done string, act func(context.Context, jobSender, common.Hash) error,
) error {
	ctx := cmd.Context()
	return a.onJob(ctx, arg, func(s jobSender, id common.Hash) (any, string, error) {
		return map[string]any{"job": id, "done": done}, fmt.Sprintf("%s job %s", done, id), act(ctx, s, id)
	})
}

// onJob finds the job that an argument names, does something to it as the account of --key, and prints what came of it.
func (a *App) onJob(
	ctx context.Context, arg string, do func(s jobSender, id common.Hash) (out any, words string, err error),
) error {
	s, id, err := a.jobSession(ctx, arg)
	if err != nil {
		return err
	}
	out, words, err := do(s, id)
	if err != nil {
		return err
	}
	return a.Result(out, func(w io.Writer) { fmt.Fprintln(w, words) })
}

// jobSession connects to the network with the account of --key, and finds the job that an argument names.
func (a *App) jobSession(ctx context.Context, arg string) (s jobSender, id common.Hash, err error) {
	if s.Client, s.Account, err = a.Session(ctx); err != nil {
		return s, id, err
	}
	id, err = findJob(ctx, s.Client, arg)
	return s, id, err
}

// resultOptions are the flags that say how a result is shown.
type resultOptions struct {
	out, picture, ciphertext string
	csv                      bool
}

func (o *resultOptions) flags(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&o.out, "output", "o", "", "also write the result (JSON) to a new file")
	ciphertextFlag(cmd, &o.ciphertext)
	cmd.Flags().StringVar(&o.picture, "picture", "", "also draw it into a new SVG file")
	cmd.Flags().BoolVar(&o.csv, "csv", false, "print the figures as CSV")
}

func (a *App) jobResult() *cobra.Command {
	var resultKey string
	var o resultOptions
	cmd := &cobra.Command{
		Use:   "result JOB",
		Short: "Decrypt a job's result, check it against its receipt, and show it",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			key, err := keyfile.LoadResult(resultKey)
			if err != nil {
				return err
			}
			c, id, err := a.job(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			return a.deliver(cmd.Context(), c, id, key, &o)
		},
	}
	cmd.Flags().StringVar(&resultKey, "result-key", "", "file of the key that the job named; required")
	o.flags(cmd)
	require(cmd, "result-key")
	return cmd
}

// deliver decrypts a result and shows it. Files that cannot be written keep it from no one: that is said afterwards.
func (a *App) deliver(ctx context.Context, c *client.Client, id common.Hash, key sealed.PrivateKey,
	o *resultOptions) error {
	d, err := c.Delivery(ctx, id)
	if err != nil {
		return err
	}
	ciphertext, err := readCiphertext(o.ciphertext)
	if err != nil {
		return err
	}
	if ciphertext != nil {
		if err := d.Attach(ciphertext); err != nil {
			return err
		}
	}
	plain, err := d.Result(key)
	switch {
	case errors.Is(err, client.ErrNotOpened):
		return a.notOpened(ctx, c, id, err)
	case errors.Is(err, client.ErrElsewhere):
		return term.Fail(term.ExitInput, "get it from one of the archives, and name its file with --ciphertext",
			"%w", err)
	case err != nil:
		return err
	}
	r, err := statistics.Decode(plain)
	if err != nil {
		return fmt.Errorf("reading the result: %w", err)
	}
	presented := a.present(r, plain, o)
	attestation, err := attestationOf(ctx, c, d.Receipt.Enclave)
	if err != nil {
		return err
	}
	a.Note("Computed by enclave %s (%s).", d.Receipt.Enclave, attestation)
	a.Note("The receipt is the one on record. That an enclave signed it, an audit tells: assent audit bundle %s", id)
	return presented
}

// present shows a result, and then writes what is wanted of it into files.
func (a *App) present(r *statistics.Result, plain []byte, o *resultOptions) error {
	if err := a.showResult(r, o.csv); err != nil {
		return err
	}
	return errors.Join(saveResult(o.out, plain), saveResult(o.picture, report.SVG(r)))
}

// saveResult writes a file beside a result that was shown; no name is no file.
func saveResult(path string, content []byte) error {
	if path == "" {
		return nil
	}
	err := wholefile.New(path, content, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return term.Fail(term.ExitInput, "the result is shown above; name a new file to keep it",
			"file %s exists already, and was left as it is", path)
	}
	if err != nil {
		return fmt.Errorf("writing the result: %w", err)
	}
	return nil
}

func ciphertextFlag(cmd *cobra.Command, file *string) {
	cmd.Flags().StringVar(file, "ciphertext", "",
		"file of the encrypted result, when that is too large for the chain: archives have it")
}

// readCiphertext reads the file of an encrypted result; nil without a file.
func readCiphertext(file string) ([]byte, error) {
	if file == "" {
		return nil, nil
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("reading the encrypted result: %w", err)
	}
	return b, nil
}

// notOpened says what a researcher can do whose result is sealed.
func (a *App) notOpened(ctx context.Context, c *client.Client, id common.Hash, err error) error {
	j, jerr := c.Job(ctx, id)
	if jerr != nil {
		return jerr
	}
	if j.State() == job.Withheld {
		return term.Fail(term.ExitPolicy,
			"the fee is back with you; the worker can still open it, and gets its bond back when it does",
			"the worker withholds it: %w", err)
	}
	return term.Fail(term.ExitPolicy,
		"wait with: assent job watch; past the policy's time for it, get the fee back with: assent job expire", "%w",
		err)
}

// showResult prints a result.
func (a *App) showResult(r *statistics.Result, csv bool) error {
	var shown error
	err := a.Result(r, func(w io.Writer) {
		if csv {
			shown = report.CSV(w, r)
			return
		}
		shown = report.Text(w, r, report.Style{Color: a.Color})
	})
	return errors.Join(err, shown)
}
