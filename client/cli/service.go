package cli

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/chain/network"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/gateway"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/keyring"
	"github.com/assent-network/assent/tee"
)

// logger writes a service's log lines to standard error.
func (a *App) logger(verbose bool) *slog.Logger {
	level := slog.LevelInfo
	if verbose {
		level = slog.LevelDebug
	}
	return slog.New(slog.NewTextHandler(a.Err, &slog.HandlerOptions{Level: level}))
}

// collector returns what gets collateral for quotes: on a network with a simulated root, that root.
func (a *App) collector(f *network.File) (tee.Collector, error) {
	root, err := operate.SimulatedRoot(filepath.Dir(f.TrustRoot), nil, a.Now())
	if err != nil {
		return nil, err
	}
	return operate.Collateral{Root: root, Now: a.Now}, nil
}

// station reads what a worker or broker opens its view of the chain with.
func (a *App) station(o stationOptions, dir string) (operate.Config, *network.File, error) {
	key, err := a.Key()
	if err != nil {
		return operate.Config{}, nil, err
	}
	root, err := a.TrustRoot(o.trustRoot)
	if err != nil {
		return operate.Config{}, nil, err
	}
	f, err := a.Network()
	if err != nil {
		return operate.Config{}, nil, err
	}
	return operate.Config{
		Root: root, Socket: f.Sockets[0], Dir: dir, Key: key, MaxGasPrice: new(big.Int).SetUint64(o.maxGasPrice),
		Now: a.Now, Log: a.logger(o.verbose),
	}, f, nil
}

// stationOptions are the flags that worker and broker share.
type stationOptions struct {
	trustRoot   string
	maxGasPrice uint64
	verbose     bool
}

func (o *stationOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.trustRoot, "trust-root", "", "trust root file; the network's own when not given")
	f.Uint64Var(&o.maxGasPrice, "max-gas-price", operate.DefaultMaxGasPrice, "most that is paid for a unit of gas, in base units: the node names the price, and is not trusted")
	f.BoolVarP(&o.verbose, "verbose", "v", false, "log more")
}

func (a *App) workerCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "worker",
		Short: "Run a confidential worker",
		Long: `A worker claims approved jobs and runs them in a TEE. On a machine without one its quotes are simulated: they name a root of
the network's own, and a network or policy that does not name that root refuses them.

  assent worker measure                                   the measurement that policies name
  assent worker run --dir worker/ --broker http://127.0.0.1:8600 --key operator.key`,
	}
	var dir string
	var shared stationOptions
	var brokers []string
	var jobs int
	var life time.Duration
	run := &cobra.Command{
		Use: "run", Short: "Register this machine and run jobs until interrupted", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, f, err := a.station(shared, dir)
			if err != nil {
				return err
			}
			byDataset, otherwise, err := parseBrokers(brokers)
			if err != nil {
				return err
			}
			simulated, err := operate.SimulatedRoot(filepath.Dir(f.TrustRoot), nil, a.Now())
			if err != nil {
				return err
			}
			program, err := os.Executable()
			if err != nil {
				return fmt.Errorf("finding this program, to measure it: %w", err)
			}
			return operate.RunWorker(cmd.Context(), operate.WorkerConfig{
				Config: c, Simulated: simulated, Program: program, Brokers: byDataset, Broker: otherwise, Random: a.Rand, Life: life, Jobs: jobs,
				Started: func(enclave common.Address) { fmt.Fprintf(a.Out, "worker %s is ready (simulated TEE)\n", enclave) },
			})
		},
	}
	shared.flags(run)
	fl := run.Flags()
	fl.StringVar(&dir, "dir", "worker", "folder for the worker's files")
	fl.StringArrayVar(&brokers, "broker", nil, "URL of a custodian's broker, or DATASET=URL; may be given several times")
	fl.IntVar(&jobs, "jobs", 1, "how many jobs run at once")
	fl.DurationVar(&life, "registration", time.Hour, "for how long to register; it is renewed at half of it")
	measure := &cobra.Command{
		Use: "measure [PROGRAM]", Short: "Print the measurement of the worker, and the attestation root of this network", Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			program := ""
			if len(args) > 0 {
				program = args[0]
			}
			m, err := a.measure(program)
			if err != nil {
				return err
			}
			return a.Result(m, func(w io.Writer) {
				fmt.Fprintf(w, "measurement %s\ntrust root  %s (simulated)\n", m.Measurement, m.TrustRoot)
			})
		},
	}
	cmd.AddCommand(run, measure)
	return cmd
}

// measurement is what policies name of a simulated worker.
type measurement struct {
	Measurement common.Hash `json:"measurement"`
	TrustRoot   common.Hash `json:"trustRoot"`
	Simulated   bool        `json:"simulated"`
}

// measure measures a program, this one when the path is empty, as a simulated worker of the network.
func (a *App) measure(program string) (*measurement, error) {
	if program == "" {
		var err error
		if program, err = os.Executable(); err != nil {
			return nil, fmt.Errorf("finding this program, to measure it: %w", err)
		}
	}
	m, err := operate.MeasureProgram(program)
	if err != nil {
		return nil, err
	}
	f, err := a.Network()
	if err != nil {
		return nil, err
	}
	simulated, err := operate.SimulatedRoot(filepath.Dir(f.TrustRoot), nil, a.Now())
	if err != nil {
		return nil, err
	}
	return &measurement{Measurement: common.Hash(m.ID()), TrustRoot: simulated.ID(), Simulated: true}, nil
}

// parseBrokers reads URLs, alone or by dataset.
func parseBrokers(list []string) (byDataset map[common.Hash]string, otherwise string, err error) {
	byDataset = make(map[common.Hash]string)
	for _, b := range list {
		dataset, url, ok := strings.Cut(b, "=")
		if !ok {
			otherwise = b
			continue
		}
		id, err := parseHash("--broker: dataset", dataset)
		if err != nil {
			return nil, "", err
		}
		byDataset[id] = url
	}
	return byDataset, otherwise, nil
}

func (a *App) brokerCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "broker",
		Short: "Run a custodian's key broker",
		Long: `A broker keeps the keys of a custodian's datasets, encrypted under ASSENT_BROKER_PASSPHRASE, and releases one only to a verified
worker, for a job that is approved, within budget and consented to at that moment.

  assent broker add DATASET --dir broker/                 make a dataset's key; prints the recipient to pack for
  assent broker run --dir broker/ --worker 0x... --key broker.key
  assent broker log --dir broker/`,
	}
	var dir string
	cmd.PersistentFlags().StringVar(&dir, "dir", "broker", "folder for the broker's files")
	cmd.AddCommand(a.brokerAdd(&dir), a.brokerRun(&dir), a.brokerLog(&dir))
	return cmd
}

// scryptWork protects a keyring's root key: a guess at the passphrase costs about a second.
const scryptWork = 18

// keys opens the broker's keyring, or makes one.
func (a *App) keys(dir string) (*keyring.Keyring, error) {
	passphrase := a.Getenv("ASSENT_BROKER_PASSPHRASE")
	if passphrase == "" {
		return nil, term.Fail(term.ExitInput, "set ASSENT_BROKER_PASSPHRASE", "the broker's keys are kept under a passphrase")
	}
	path := filepath.Join(dir, "keys")
	k, err := keyring.Open(path, passphrase)
	if errors.Is(err, os.ErrNotExist) {
		return keyring.Create(path, passphrase, scryptWork)
	}
	return k, err
}

func (a *App) brokerAdd(dir *string) *cobra.Command {
	var confirm string
	cmd := &cobra.Command{
		Use: "add DATASET", Short: "Make the key of a dataset and print the recipient to which its files are sealed", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			d, err := a.openDataset(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			id, name := d.id, d.record.Name
			if confirm != "" && confirm != name {
				return term.Fail(term.ExitInput, "type the dataset's name as it is registered", "the dataset is called %q, not %q", name, confirm)
			}
			k, err := a.keys(*dir)
			if err != nil {
				return err
			}
			e, err := keyring.NewEntry(name, a.Rand)
			if err != nil {
				return err
			}
			e.Confirmed = confirm != ""
			if err := k.Put(id, e, false); err != nil {
				return err
			}
			recipient, err := e.Recipient()
			if err != nil {
				return err
			}
			return a.Result(map[string]any{"dataset": id, "recipient": recipient}, func(w io.Writer) { fmt.Fprintln(w, recipient) })
		},
	}
	cmd.Flags().StringVar(&confirm, "let-simulated-workers-have", "", "the dataset's name, typed in full, to give real data to workers without a TEE")
	return cmd
}

func (a *App) brokerRun(dir *string) *cobra.Command {
	var listen string
	var shared stationOptions
	var workers []string
	cmd := &cobra.Command{
		Use: "run", Short: "Answer key requests until interrupted", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			c, _, err := a.station(shared, *dir)
			if err != nil {
				return err
			}
			var listed []common.Address
			for _, w := range workers {
				address, err := parseAddress("--worker", w)
				if err != nil {
					return err
				}
				listed = append(listed, address)
			}
			k, err := a.keys(*dir)
			if err != nil {
				return err
			}
			return operate.RunBroker(cmd.Context(), operate.BrokerConfig{
				Config: c, Keys: k, Journal: filepath.Join(*dir, journalFile), Listen: listen, Listed: listed, Random: a.Rand,
				Started: func(address string) { fmt.Fprintf(a.Out, "broker is ready at http://%s\n", address) },
			})
		},
	}
	shared.flags(cmd)
	f := cmd.Flags()
	f.StringVar(&listen, "listen", "127.0.0.1:8600", "address to listen on")
	f.StringArrayVar(&workers, "worker", nil, "operator whose simulated workers may have keys; may be given several times")
	return cmd
}

const journalFile = "releases.jsonl"

func (a *App) brokerLog(dir *string) *cobra.Command {
	return &cobra.Command{
		Use: "log", Short: "Show every key release and every refusal", Args: cobra.NoArgs,
		RunE: func(_ *cobra.Command, _ []string) error {
			entries, err := journal.Read(filepath.Join(*dir, journalFile))
			if errors.Is(err, journal.ErrBroken) {
				return term.Fail(term.ExitVerify, "somebody changed the file; compare it with a backup", "%w", err)
			}
			if err != nil {
				return err
			}
			return a.Result(entries, func(w io.Writer) {
				for _, e := range entries {
					decision := "REFUSED " + e.Reason
					if e.Granted {
						decision = "released"
					}
					platform := "tee"
					if e.Simulated {
						platform = "simulated"
					}
					fmt.Fprintf(w, "%s  %-18s job %s  enclave %s  %s  round %d  %s\n", e.Time.Format(time.RFC3339), decision, e.Job.TerminalString(),
						e.Enclave, platform, e.Round, term.Printable(e.Detail))
				}
			})
		},
	}
}

func (a *App) gatewayCommand() *cobra.Command {
	var listen, dir string
	var verbose bool
	cmd := &cobra.Command{
		Use: "gateway", Short: "Serve Ethereum JSON-RPC to wallets and tools until interrupted", Args: cobra.NoArgs,
		Long: `Serve Ethereum JSON-RPC over HTTP and WebSocket, for MetaMask, viem, ethers and abigen, with assent_ methods for proofs. Its
index can be deleted at any time; it is made again from the chain.`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			f, err := a.Network()
			if err != nil {
				return err
			}
			if dir == "" {
				dir = filepath.Join(filepath.Dir(f.Sockets[0]), "..", "..", "gateway")
			}
			g, err := gateway.New(gateway.Config{
				Socket: f.Sockets[0], RuntimeID: f.RuntimeID.Namespace, ChainID: f.ChainID, DataDir: dir, Listen: listen,
				Contracts: f.Contracts, Logger: a.logger(verbose),
			})
			if err != nil {
				return err
			}
			url := "http://" + listen
			if err := network.Update(networkDir(a.network), func(f *network.File) error { f.Gateway = url; return nil }); err != nil {
				return errors.Join(fmt.Errorf("noting the gateway in the network file: %w", err), g.Close())
			}
			fmt.Fprintf(a.Out, "gateway is ready at %s\n", url)
			return g.Run(cmd.Context())
		},
	}
	cmd.Flags().StringVar(&listen, "listen", gateway.DefaultListen, "address to listen on")
	cmd.Flags().StringVar(&dir, "dir", "", "folder for the index; beside the network's nodes when not given")
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "log more")
	return cmd
}

// networkDir is the directory of what --network names.
func networkDir(path string) string {
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		return filepath.Dir(path)
	}
	return path
}
