package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/chain/account"
	"github.com/assent-network/assent/client/cli/keyfile"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/report"
	"github.com/assent-network/assent/node/query"
	"github.com/assent-network/assent/protocol/job"
)

// jobSender is what an act on a job needs.
type jobSender struct {
	Client  *client.Client
	Account *account.Account
}

// jobAct does something to a job and says so.
func (a *App) jobAct(cmd *cobra.Command, arg, done string, act func(context.Context, jobSender, common.Hash) error) error {
	id, err := parseHash("job", arg)
	if err != nil {
		return err
	}
	c, sender, err := a.Session(cmd.Context())
	if err != nil {
		return err
	}
	if err := act(cmd.Context(), jobSender{c, sender}, id); err != nil {
		return err
	}
	return a.Result(map[string]any{"job": id, "done": done}, func(w io.Writer) { fmt.Fprintf(w, "%s job %s\n", done, id) })
}

func (a *App) jobResult() *cobra.Command {
	var resultKey, out, picture, ciphertextFile string
	cmd := &cobra.Command{
		Use:   "result JOB",
		Short: "Decrypt a job's result, check it against its receipt, and show it",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := parseHash("job", args[0])
			if err != nil {
				return err
			}
			key, err := keyfile.LoadResult(resultKey)
			if err != nil {
				return err
			}
			c, err := a.Client(cmd.Context())
			if err != nil {
				return err
			}
			d, err := c.Delivery(cmd.Context(), id)
			if err != nil {
				return err
			}
			ciphertext, err := readCiphertext(ciphertextFile)
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
				return a.notOpened(cmd.Context(), c, id, err)
			case errors.Is(err, client.ErrElsewhere):
				return term.Fail(term.ExitInput, "get it from one of the archives, and name its file with --ciphertext",
					"%w", err)
			case err != nil:
				return err
			}
			if out != "" {
				if err := writeNew(out, plain, 0o600); err != nil {
					return fmt.Errorf("writing the result: %w", err)
				}
			}
			if err := a.showResult(plain, picture); err != nil {
				return err
			}
			attestation, err := attestationOf(cmd.Context(), c, d.Receipt.Receipt.Enclave)
			if err != nil {
				return err
			}
			a.Note("Computed by enclave %s (%s).", d.Receipt.Receipt.Enclave, attestation)
			a.Note("The receipt is the one on record. That an enclave signed it, an audit tells: assent audit bundle %s", id)
			return nil
		},
	}
	cmd.Flags().StringVar(&resultKey, "result-key", "", "file of the key that the job named; required")
	cmd.Flags().StringVarP(&out, "output", "o", "", "also write the result (JSON) to a new file")
	ciphertextFlag(cmd, &ciphertextFile)
	cmd.Flags().StringVar(&picture, "picture", "", "also draw it into a new SVG file")
	require(cmd, "result-key")
	return cmd
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

// showResult prints a result, and draws it when a picture is asked for.
func (a *App) showResult(plain []byte, picture string) error {
	r, err := query.Decode(plain)
	if err != nil {
		return fmt.Errorf("reading the result: %w", err)
	}
	if picture != "" {
		if err := writeNew(picture, report.SVG(r), 0o600); err != nil {
			return fmt.Errorf("drawing the result: %w", err)
		}
	}
	var shown error
	err = a.Result(r, func(w io.Writer) { shown = report.Text(w, r, report.Style{Color: a.Color}) })
	return errors.Join(err, shown)
}
