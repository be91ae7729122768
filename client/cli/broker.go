package cli

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/node/compute/process"
)

func (a *App) brokerCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "broker",
		Short: "Run a custodian's key broker",
		Long: `A broker keeps the keys of a custodian's datasets, encrypted under
ASSENT_BROKER_PASSPHRASE, and releases one only to a verified worker, for a job that is approved,
within budget and consented to at that moment.

  assent broker add DATASET --dir broker/                 make a dataset's key; prints the recipient to pack for
  assent broker run --dir broker/ --worker 0x... --key broker.key
  assent broker log --dir broker/

A second instance in a TEE has no passphrase and no secret on its disk. It gets its keys from one
that runs:

  assent broker run --dir broker/ --successor MEASUREMENT --key broker.key
  assent broker join --from http://127.0.0.1:8600 --dir second/
  assent broker attestation http://127.0.0.1:8601         what runs there`,
	}
	var dir string
	cmd.PersistentFlags().StringVar(&dir, "dir", "broker", "folder for the broker's files")
	cmd.AddCommand(a.brokerAdd(&dir), a.brokerRecipient(&dir), a.brokerRun(&dir), a.brokerJoin(&dir),
		a.brokerAttestation(), a.brokerLog(&dir))
	return cmd
}

// scryptWork protects a keyring's root key: a guess at the passphrase costs about a second.
const scryptWork = 18

// keys opens the broker's keyring. With make it makes one where there is none: a broker that runs is not to make a new
// one of a folder's name that is mistyped.
func (a *App) keys(dir string, make bool) (*keyring.Keyring, error) {
	const name = "ASSENT_BROKER_PASSPHRASE"
	passphrase := a.Getenv(name)
	if passphrase == "" {
		return nil, term.Fail(term.ExitInput, "set "+name, "the broker's keys are kept under a passphrase")
	}
	path := filepath.Join(dir, "keys")
	k, err := keyring.Open(path, passphrase)
	switch {
	case errors.Is(err, os.ErrNotExist) && make:
		return keyring.Create(path, passphrase, scryptWork)
	case errors.Is(err, os.ErrNotExist):
		return nil, term.Fail(term.ExitInput,
			"name the broker's folder with --dir, or make a dataset's key with: assent "+
				"broker add",
			"the folder %s has no keys", dir)
	case errors.Is(err, keyring.ErrPassphrase):
		return nil, term.Fail(term.ExitInput, "set "+name+" to the passphrase with which the keys in "+path+
			" were made",
			"%w", err)
	}
	return k, err
}

func (a *App) brokerAdd(dir *string) *cobra.Command {
	var confirm string
	cmd := &cobra.Command{
		Use:   "add DATASET",
		Short: "Make the key of a dataset, unless it has one, and print the recipient to which its files are sealed",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			d, err := a.openDataset(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			id, name := d.id, d.record.Name
			if confirm != "" && confirm != name {
				return term.Fail(term.ExitInput, "type the dataset's name as it is registered",
					"the dataset is called %q, not %q",
					name, confirm)
			}
			k, err := a.keys(*dir, true)
			if err != nil {
				return err
			}
			e, err := entryOf(k, id, name, confirm != "", a.Rand)
			if err != nil {
				return err
			}
			recipient, err := e.Recipient()
			if err != nil {
				return err
			}
			return a.Result(map[string]any{"dataset": id, "recipient": recipient},
				func(w io.Writer) { fmt.Fprintln(w, recipient) })
		},
	}
	cmd.Flags().StringVar(&confirm, "let-simulated-workers-have", "", "the dataset's name, typed in full, to give "+
		"real data to workers without a TEE")
	return cmd
}

func (a *App) brokerRecipient(dir *string) *cobra.Command {
	return &cobra.Command{
		Use: "recipient DATASET", Short: "Print the recipient to which a dataset's files are sealed",
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := a.datasetID(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			k, err := a.keys(*dir, false)
			if err != nil {
				return err
			}
			e, err := k.Get(id)
			if errors.Is(err, keyring.ErrNoDataset) {
				return term.Fail(term.ExitInput, "make it with: assent broker add",
					"the broker in %s has no key of dataset %s",
					*dir, id)
			}
			if err != nil {
				return err
			}
			recipient, err := e.Recipient()
			if err != nil {
				return err
			}
			return a.Result(map[string]any{"dataset": id, "recipient": recipient},
				func(w io.Writer) { fmt.Fprintln(w, recipient) })
		},
	}
}

func (a *App) brokerRun(dir *string) *cobra.Command {
	var listen string
	var shared stationOptions
	var accept acceptOptions
	var workers, successors []string
	var simulated bool
	cmd := &cobra.Command{
		Use: "run", Short: "Answer key requests until interrupted", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := process.Shield(); err != nil {
				return err
			}
			if err := checkListen(listen); err != nil {
				return err
			}
			policy, err := accept.policy(cmd)
			if err != nil {
				return err
			}
			if simulated && len(successors) == 0 {
				return term.Fail(term.ExitInput, "name their measurement with --successor",
					"--simulated-successors names no successor")
			}
			var listed []common.Address
			for _, w := range workers {
				address, err := parseAddress("--worker", w)
				if err != nil {
					return err
				}
				listed = append(listed, address)
			}
			measurements, err := parseHashes("--successor", successors)
			if err != nil {
				return err
			}
			k, err := a.keys(*dir, false)
			if err != nil {
				return err
			}
			c, _, err := a.station(shared, *dir)
			if err != nil {
				return err
			}
			return operate.RunBroker(cmd.Context(), operate.BrokerConfig{
				Config: c, Keys: k, Journal: filepath.Join(*dir, journalFile), Listen: listen, Listed: listed,
				Random: a.Rand,
				Accept: policy, Successors: measurements, SimulatedSuccessors: simulated,
				Started: func(address string) {
					url := serviceURL(listen, address)
					var missing []string
					if len(listed) == 0 {
						missing = []string{"no operator is named with --worker: workers whose TEE is simulated get " +
							"no key here"}
					}
					a.readyBut(missing, map[string]any{"service": "broker", "url": url}, "broker is ready at %s", url)
				},
			})
		},
	}
	shared.flags(cmd)
	shared.monitorFlags(cmd)
	f := cmd.Flags()
	f.StringVar(&listen, "listen", "127.0.0.1:8600", "address to listen on")
	f.StringArrayVar(&workers, "worker", nil,
		"operator whose simulated workers may have keys; may be given several times")
	f.StringArrayVar(&successors, "successor", nil, "measurement of a program that may have all keys and the account, "+
		"to run a second instance; may be given several times")
	f.BoolVar(&simulated, "simulated-successors", false,
		"let successors have them that run without a TEE: the operators of their machines can read the keys")
	accept.flags(cmd)
	return cmd
}

// entryOf is the key of a dataset, made if there is none: what add prints, it prints again.
func entryOf(
	k *keyring.Keyring, id common.Hash, name string, confirmed bool, random io.Reader,
) (*keyring.Entry, error) {
	e, err := k.Get(id)
	switch {
	case err == nil && e.Confirmed != confirmed:
		return nil, term.Fail(term.ExitInput, "give --let-simulated-workers-have as the first time",
			"dataset %s has a key already, made with another word on simulated workers", id)
	case err == nil || !errors.Is(err, keyring.ErrNoDataset):
		return e, err
	}
	if e, err = keyring.NewEntry(name, random); err != nil {
		return nil, err
	}
	e.Confirmed = confirmed
	return e, k.Put(id, e, false)
}

const journalFile = "releases.jsonl"

func (a *App) brokerLog(dir *string) *cobra.Command {
	return &cobra.Command{
		Use: "log", Short: "Show every key release, every hand-over and every refusal", Args: cobra.NoArgs,
		RunE: func(_ *cobra.Command, _ []string) error {
			entries, err := journal.Read(filepath.Join(*dir, journalFile))
			if errors.Is(err, journal.ErrBroken) {
				return term.Fail(term.ExitVerify, "the file was changed; compare it with a backup", "%w", err)
			}
			if err != nil {
				return err
			}
			return a.Result(entries, func(w io.Writer) {
				for _, e := range entries {
					printDecision(w, e)
				}
			})
		},
	}
}

// countsWords lists what was refused by which check.
func countsWords(counts map[string]uint64) string {
	var words []string
	for _, reason := range slices.Sorted(maps.Keys(counts)) {
		words = append(words, fmt.Sprintf("%d %s", counts[reason], term.Printable(reason)))
	}
	return strings.Join(words, ", ")
}

// printDecision prints a line of the broker's journal for people.
func printDecision(w io.Writer, e journal.Entry) {
	decision := "REFUSED " + term.Printable(e.Reason)
	if e.Granted {
		decision = e.Reason
	}
	platform := "tee"
	if e.Simulated {
		platform = "simulated"
	}
	about := "job " + e.Job.TerminalString()
	if e.Event == journal.Unproven {
		fmt.Fprintf(w, "%s  without a genuine quote, from then on: %s\n", e.Time.Format(time.RFC3339),
			countsWords(e.Counts))
		return
	}
	if e.Event != "" {
		about = fmt.Sprintf("%s, measurement %s", term.Printable(e.Event), e.Measurement.TerminalString())
		if e.Granted {
			about += fmt.Sprintf(", keys of %d dataset(s)", len(e.Datasets))
		}
		if e.Account != nil {
			about += " and of account " + e.Account.Hex()
		}
	}
	fmt.Fprintf(w, "%s  %-18s %s  enclave %s  %s  round %d  %s\n", e.Time.Format(time.RFC3339), decision, about,
		e.Enclave, platform, e.Round,
		term.Printable(e.Detail))
}
