package cli

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"math"
	"math/big"
	"net"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/dustin/go-humanize"
	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/client/operate/monitor"
	"github.com/assent-network/assent/gateway"
	"github.com/assent-network/assent/node/compute/process"
)

// logger writes a service's log lines to standard error.
func (a *App) logger(verbose bool) *slog.Logger {
	level := slog.LevelInfo
	if verbose {
		level = slog.LevelDebug
	}
	return slog.New(slog.NewTextHandler(a.Err, &slog.HandlerOptions{Level: level}))
}

// station reads what a worker or broker opens its view of the chain with.
func (a *App) station(o stationOptions, dir string) (operate.Config, *network.File, error) {
	key, err := a.Key()
	if err != nil {
		return operate.Config{}, nil, err
	}
	return a.stationOf(o, dir, key)
}

// stationOf is station for a key, which may be nil.
func (a *App) stationOf(o stationOptions, dir string, key *ecdsa.PrivateKey) (operate.Config, *network.File, error) {
	surface, err := o.surface()
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
		Monitor: surface, Now: a.Now, Log: a.logger(o.verbose),
	}, f, nil
}

// stationOptions are the flags that worker and broker share.
type stationOptions struct {
	trustRoot   string
	maxGasPrice uint64
	verbose     bool
	monitor     monitor.Surface
	tokenFile   string
}

func (o *stationOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.trustRoot, "trust-root", "", "trust root file; the network's own when not given")
	f.Uint64Var(&o.maxGasPrice, "max-gas-price", operate.DefaultMaxGasPrice,
		"most that is paid for a unit of gas, in base units: the node names the price, and is not trusted")
	f.BoolVarP(&o.verbose, "verbose", "v", false, "log more")
}

// monitorFlags are for services that run on this machine, not in a virtual one.
func (o *stationOptions) monitorFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.monitor.Listen, "monitor", "",
		"HOST:PORT or unix:PATH where the service says how it is, at /healthz and /metrics (Prometheus); a HOST that "+
			"other machines reach needs TLS and a token")
	f.StringVar(&o.monitor.Certificate, "monitor-cert", "", "PEM file with the certificate of --monitor")
	f.StringVar(&o.monitor.Key, "monitor-key", "", "PEM file with its key")
	f.StringVar(&o.tokenFile, "monitor-token", "",
		"file with the token that requests to --monitor carry, as Authorization: Bearer TOKEN")
}

// surface returns where the service says how it is, after checking that it does not stand open.
func (o *stationOptions) surface() (monitor.Surface, error) {
	s := o.monitor
	if o.tokenFile != "" {
		b, err := os.ReadFile(o.tokenFile)
		if err != nil {
			return s, term.Fail(term.ExitInput, "write a token of at least 32 characters into it",
				"reading the token of --monitor: %w", err)
		}
		s.Token = strings.TrimSpace(string(b))
	}
	if err := s.Check(); err != nil {
		return s, term.Fail(term.ExitInput, "listen on 127.0.0.1:PORT or unix:PATH, or give --monitor-cert, "+
			"--monitor-key and --monitor-token", "--monitor %s: %w", s.Listen, err)
	}
	return s, nil
}

func (a *App) workerCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "worker",
		Short: "Run a confidential worker",
		Long: `A worker claims approved jobs and runs them in a TEE. On a machine without one its
quotes are simulated: they name a root of the network's own, and a network or policy that does not
name that root refuses them.

  assent worker measure                                   the measurement that policies name
  assent worker run --dir worker/ --broker http://127.0.0.1:8600 --key operator.key`,
	}
	var dir, uses string
	var shared stationOptions
	var brokers []string
	var jobs int
	var memory string
	var life time.Duration
	run := &cobra.Command{
		Use: "run", Short: "Register this machine and run jobs until interrupted", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := process.Shield(); err != nil {
				return err
			}
			if err := checkCapacity(jobs, life); err != nil {
				return err
			}
			rows, err := rowMemory(memory)
			if err != nil {
				return err
			}
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
			w := operate.WorkerConfig{
				Config: c, Simulated: simulated, Program: program, Brokers: byDataset, Broker: otherwise,
				Random: a.Rand,
				Life:   life, Jobs: jobs, RowMemory: rows, Uses: uses,
				Started: func(enclave common.Address) {
					missing := withoutBroker(cmd.Context(), byDataset, otherwise)
					a.readyBut(missing, map[string]any{"service": "worker", "enclave": enclave,
						"protection": kindOf(true)},
						"worker %s is ready (%s)", enclave, kindOf(true))
				},
			}
			a.noteUses(w.UsesDir())
			return operate.RunWorker(cmd.Context(), w)
		},
	}
	shared.flags(run)
	shared.monitorFlags(run)
	fl := run.Flags()
	fl.StringVar(&dir, "dir", "worker", "folder for the worker's files")
	fl.StringVar(&uses, "uses", "",
		"folder in which subjects are shown the use lists of jobs, for a web server to hand out; uses/ in --dir when "+
			"not given")
	fl.StringArrayVar(&brokers, "broker", nil,
		"URL of a custodian's broker, or DATASET=URL; may be given several times")
	fl.IntVar(&jobs, "jobs", 1, "how many jobs run at once, at most one for each core")
	fl.StringVar(&memory, "memory", "2GiB",
		"memory for the process of one job, 512 MiB of it for other things than rows; a job on more rows is not "+
			"claimed")
	fl.DurationVar(&life, "registration", time.Hour, "for how long to register; it is renewed at half of it")
	measure := &cobra.Command{
		Use:   "measure [PROGRAM]",
		Short: "Print the measurement of the worker, and the attestation root of this network",
		Args:  cobra.MaximumNArgs(1),
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
	cmd.AddCommand(run, measure, a.workerList(), a.workerShow(), a.workerRevoke(), a.workerFloor())
	return cmd
}

// noteUses notes a worker's folder of use lists in the network file, where subjects on this machine look for it. Those
// on others are told where it is served; a file that cannot be written hinders no worker.
func (a *App) noteUses(dir string) {
	dir, err := filepath.Abs(dir)
	if err == nil {
		err = network.Update(networkDir(a.network), func(f *network.File) error {
			if !slices.Contains(f.Uses, dir) {
				f.Uses = append(f.Uses, dir)
			}
			return nil
		})
	}
	if err != nil {
		a.Note("the network file does not say where use lists are shown: %v", err)
	}
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

// maxRegistration is the longest that the registry takes.
const maxRegistration = 30 * 24 * time.Hour

// checkCapacity checks what a worker is told of itself, wherever it runs.
func checkCapacity(jobs int, life time.Duration) error {
	switch {
	case jobs < 1:
		return term.Fail(term.ExitInput, "write 1 or more, up to the number of cores", "--jobs %d runs no job", jobs)
	case life <= 0 || life > maxRegistration:
		return term.Fail(term.ExitInput, "write a duration of at most 720h, such as 24h",
			"--registration %s is none that the registry takes", life)
	}
	return nil
}

// checkListen checks an address to listen on.
func checkListen(address string) error {
	if _, port, err := net.SplitHostPort(address); err != nil || port == "" {
		return term.Fail(term.ExitInput, "write it as HOST:PORT, such as 127.0.0.1:8600; port 0 is any that is free",
			"--listen %q is no address to listen on", address)
	}
	return nil
}

// parseBrokers reads URLs: at most one for each dataset, as DATASET=URL, and one for all others.
func parseBrokers(list []string) (byDataset map[common.Hash]string, otherwise string, err error) {
	byDataset = make(map[common.Hash]string)
	for _, b := range list {
		address, of := b, "the datasets that are not named"
		var id common.Hash
		before, after, _ := strings.Cut(b, "=")
		named, notID := parseHash("dataset", before) // a URL may have an = of its own
		if notID == nil {
			id, address, of = named, after, "dataset "+named.Hex()
		}
		if u, err := url.Parse(address); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			return nil, "", term.Fail(term.ExitInput, "write it as http://HOST:PORT, or as DATASET=http://HOST:PORT",
				"--broker %.200q names no broker", b)
		}
		earlier := otherwise
		if notID == nil {
			earlier = byDataset[id]
		}
		if earlier != "" {
			return nil, "", term.Fail(term.ExitInput, "name one; of brokers for single datasets each as DATASET=URL",
				"--broker names two brokers of %s: %s and %s", of, earlier, address)
		}
		if notID == nil {
			byDataset[id] = address
		} else {
			otherwise = address
		}
	}
	return byDataset, otherwise, nil
}

// serviceURL is the URL by which this machine reaches a service that was told to listen at one address and was bound to
// another: the port is the bound one, and the host as it was told, unless that was every address of the machine.
func serviceURL(listen, bound string) string {
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		return "http://" + bound
	}
	if ip, err := netip.ParseAddr(host); host == "" || err == nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	if _, p, err := net.SplitHostPort(bound); err == nil {
		port = p
	}
	return "http://" + net.JoinHostPort(host, port)
}

// ready tells that a service has begun to answer. Package localnet/internal/service waits for the line.
func (a *App) ready(v any, format string, args ...any) {
	if err := a.Result(v, func(w io.Writer) { fmt.Fprintf(w, format+"\n", args...) }); err != nil {
		a.Note("%v", err)
	}
}

// readyBut is ready for a service that lacks something, which is said before.
func (a *App) readyBut(missing []string, v map[string]any, format string, args ...any) {
	for _, m := range missing {
		a.Warn("warning: %s", m)
	}
	if len(missing) > 0 {
		v["missing"] = missing
	}
	a.ready(v, format, args...)
}

// dialTimeout bounds how long a worker waits, when it starts, for a broker to answer.
const dialTimeout = 2 * time.Second

// withoutBroker says for which datasets a worker gets no key as things stand: no broker is named, or it does not
// answer.
func withoutBroker(ctx context.Context, byDataset map[common.Hash]string, otherwise string) (missing []string) {
	if otherwise == "" && len(byDataset) == 0 {
		return []string{"no broker is named with --broker: the worker gets no key, and claims no job"}
	}
	asked := make(map[string]string)
	for id, address := range byDataset {
		asked[address] = "dataset " + id.Hex()
	}
	if otherwise != "" {
		asked[otherwise] = "datasets that --broker does not name"
	}
	for _, address := range slices.Sorted(maps.Keys(asked)) {
		if err := dials(ctx, address); err != nil {
			missing = append(missing, fmt.Sprintf(
				"the broker at %s does not answer, and no job on %s is claimed until it "+
					"does: %v",
				address, asked[address], err))
		}
	}
	return missing
}

// dials connects to the host of a URL, and sends nothing.
func dials(ctx context.Context, address string) error {
	u, err := url.Parse(address)
	if err != nil {
		return err
	}
	port := u.Port()
	if port == "" {
		port = u.Scheme // the name of the service
	}
	d := net.Dialer{Timeout: dialTimeout}
	conn, err := d.DialContext(ctx, "tcp", net.JoinHostPort(u.Hostname(), port))
	if err != nil {
		return err
	}
	return conn.Close()
}

func (a *App) gatewayCommand() *cobra.Command {
	var listen, dir string
	var origins, hosts, proxies []string
	var verbose, byDefault bool
	cmd := &cobra.Command{
		Use: "gateway", Short: "Serve Ethereum JSON-RPC to wallets and tools until interrupted", Args: cobra.NoArgs,
		Long: `Serve Ethereum JSON-RPC over HTTP and WebSocket, for MetaMask, viem, ethers and abigen,
with assent_ methods for proofs. Its index can be deleted at any time; it is made again from the
chain.

Commands use the first gateway of a network. One that is started beside it, with a --dir of its own, takes its place
when that no longer answers, or with --default.

Browser extensions and pages that this machine serves may use it, other pages may not: name their origins with
--origin. The words "extensions" and "loopback" stand for what is let in by default.`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := checkListen(listen); err != nil {
				return err
			}
			f, err := a.Network()
			if err != nil {
				return err
			}
			if dir == "" {
				dir = filepath.Join(filepath.Dir(f.Sockets[0]), "..", "..", "gateway")
			}
			root, err := a.TrustRoot("")
			if err != nil {
				return err
			}
			roots, err := operate.Roots(root)
			if err != nil {
				return err
			}
			if _, set := os.LookupEnv("GOMEMLIMIT"); !set {
				debug.SetMemoryLimit(gateway.MemoryLimit)
			}
			g, err := gateway.New(gateway.Config{
				Socket: f.Sockets[0], RuntimeID: f.RuntimeID.Namespace, ChainID: f.ChainID, Roots: roots, DataDir: dir,
				Listen:  listen,
				Origins: origins, Hosts: hosts, Proxies: proxies, Contracts: f.Contracts, Logger: a.logger(verbose),
			})
			if err != nil {
				return err
			}
			url := serviceURL(listen, strings.TrimPrefix(g.URL(), "http://"))
			stays, err := nameGateway(cmd.Context(), networkDir(a.network), url, byDefault)
			if err != nil {
				return errors.Join(fmt.Errorf("noting the gateway in the network file: %w", err), g.Close())
			}
			if stays != "" {
				a.Note("commands go on using the network's gateway at %s: with --default they use this one", stays)
			}
			a.ready(map[string]any{"service": "gateway", "url": url}, "gateway is ready at %s", url)
			return g.Run(cmd.Context())
		},
	}
	cmd.Flags().StringVar(&listen, "listen", gateway.DefaultListen, "address to listen on")
	cmd.Flags().StringVar(&dir, "dir", "", "folder for the index; beside the network's nodes when not given")
	cmd.Flags().BoolVar(&byDefault, "default", false, "have the network's commands use it, also where another one runs")
	cmd.Flags().StringSliceVar(&origins, "origin", nil, "origins of web pages that may use it, or * for all; "+
		"extensions,loopback when not given")
	cmd.Flags().StringSliceVar(&proxies, "trusted-proxy", nil, "addresses or networks of proxies whose "+
		"X-Forwarded-For names the client")
	cmd.Flags().StringSliceVar(&hosts, "host", nil, "names by which it may be called, or * for all; those of this "+
		"machine when not given")
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

// rowMemory reads how much memory the process of a job has, and returns what of it is for rows, in bytes.
func rowMemory(memory string) (int64, error) {
	n, err := humanize.ParseBytes(memory)
	if err != nil || n > math.MaxInt64 {
		return 0, term.Fail(term.ExitInput, "write a size such as 1536MiB or 4GiB", "--memory %.40q is no size", memory)
	}
	rows := process.RowMemory(int64(n))
	if rows == 0 {
		return 0, term.Fail(term.ExitInput, "write a size such as 1536MiB or 4GiB; 512 MiB are needed beside rows",
			"--memory %s holds no row", memory)
	}
	return rows, nil
}
