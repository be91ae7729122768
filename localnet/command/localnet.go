// Package command holds the commands of the assent program that run a network on this machine.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client/chain"
	"github.com/assent-network/assent/client/chain/network"
	"github.com/assent-network/assent/client/cli"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/localnet"
	"github.com/assent-network/assent/localnet/accounts"
	"github.com/assent-network/assent/localnet/found"
	"github.com/assent-network/assent/localnet/service"
)

// Settings of local networks.
const (
	// policyDelay is how long a looser policy waits. Real networks want days.
	policyDelay = 10 * time.Second
	// bond is what a claim has to bring: a thousandth of a token.
	bond = 1_000_000_000_000_000
	// gatewayPort is the first port that is tried for the gateway; wallets know it.
	gatewayPort = 8545
)

// Localnet returns the command that runs local networks.
func Localnet(a *cli.App) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "localnet",
		Short: "Run a whole network on this machine",
		Long: `A local network is one process (or several, with --validators and --compute) with consensus, the runtime, the contracts and a
gateway for wallets. Its accounts dev:0 to dev:19 are funded. It accepts simulated TEEs, unless --hardware-only says otherwise.`,
	}
	var cfg localnet.Config
	up := &cobra.Command{
		Use: "up", Short: "Start the network, or make one", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg.Dir = a.NetworkPath()
			n, err := Up(cmd.Context(), a.Terminal, cfg)
			if err != nil {
				return err
			}
			return a.Result(n, func(w io.Writer) {
				fmt.Fprintf(w, "network    %s\ngateway    %s (chain id %d)\nsocket     %s\ntrust root %s\n", cfg.Dir, n.Gateway, n.ChainID, n.Sockets[0], n.TrustRoot)
			})
		},
	}
	f := up.Flags()
	f.IntVar(&cfg.Validators, "validators", 0, "how many nodes validate; 1 when not given")
	f.IntVar(&cfg.Compute, "compute", 0, "how many nodes run the runtime; 1 when not given")
	f.StringVar(&cfg.Phrase, "phrase", "", "phrase of the funded accounts; that of Ethereum's development tools when not given")
	f.BoolVar(&cfg.HardwareOnly, "hardware-only", false, "accept quotes of Intel's and AMD's hardware and no simulated ones, as a network for real data does")
	var wipe bool
	down := &cobra.Command{
		Use: "down", Short: "Stop the network; it can be started again where it was", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			stopped, err := Down(cmd.Context(), a.NetworkPath(), wipe)
			if err != nil {
				return err
			}
			return a.Result(map[string]any{"stopped": stopped}, func(w io.Writer) { fmt.Fprintf(w, "stopped %d processes\n", stopped) })
		},
	}
	down.Flags().BoolVar(&wipe, "wipe", false, "also remove the network's directory")
	status := &cobra.Command{
		Use: "status", Short: "Show what runs", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := statusOf(cmd.Context(), a)
			if err != nil {
				return err
			}
			return a.Result(s, s.print)
		},
	}
	cmd.AddCommand(up, down, status)
	return cmd
}

// Up brings a network up: nodes, contracts, gateway. It changes nothing about what runs already.
func Up(ctx context.Context, t *term.Terminal, cfg localnet.Config) (*network.File, error) {
	done := t.Step("nodes")
	n, err := localnet.Up(ctx, cfg)
	if err != nil {
		return nil, err
	}
	state := "started"
	switch {
	case n.AlreadyUp:
		state = "running already"
	case n.Created:
		state = "made and started"
	}
	done("%d %s", len(n.Nodes), state)

	phrase := cfg.Phrase
	if phrase == "" {
		phrase = accounts.TestPhrase
	}
	funded, err := accounts.Derive(phrase, 1)
	if err != nil {
		return nil, err
	}
	if n.File.TrustRoot == "" {
		done = t.Step("contracts")
		root, err := found.Network(ctx, found.Config{
			Dir: n.Dir, Key: funded[0].Key, PolicyDelay: policyDelay, Bond: big.NewInt(bond), Random: t.Rand, Now: t.Now,
		})
		if err != nil {
			return nil, err
		}
		done("deployed by %s, trusted from height %d", crypto.PubkeyToAddress(funded[0].Key.PublicKey), root.Height)
	}
	done = t.Step("gateway")
	g, err := startGateway(ctx, n.Dir)
	if err != nil {
		return nil, err
	}
	done("%s", g.Said)
	return network.Load(n.Dir)
}

// startGateway runs the gateway on the port that wallets expect, or on a free one.
func startGateway(ctx context.Context, dir string) (*service.Service, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding this program: %w", err)
	}
	port, err := gatewayPortOf(dir)
	if err != nil {
		return nil, err
	}
	return service.Start(ctx, dir, service.Spec{
		Name: "gateway", Path: self, Ready: "gateway is ready",
		Args: []string{"gateway", "--network", dir, "--listen", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)), "--dir", filepath.Join(dir, "gateway")},
	})
}

// portFile keeps a network's gateway at one port, so that wallets find it again.
const portFile = "gateway.port"

func gatewayPortOf(dir string) (int, error) {
	path := filepath.Join(dir, portFile)
	if b, err := os.ReadFile(path); err == nil {
		if port, err := strconv.Atoi(string(b)); err == nil {
			return port, nil
		}
	}
	for port := gatewayPort; port < gatewayPort+100; port++ {
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err != nil {
			continue
		}
		return port, errors.Join(l.Close(), wholefile.Write(path, []byte(strconv.Itoa(port))))
	}
	return 0, fmt.Errorf("no port from %d to %d is free for the gateway", gatewayPort, gatewayPort+99)
}

// Down stops a network's services and nodes and returns how many processes that were.
func Down(ctx context.Context, dir string, wipe bool) (int, error) {
	services, err := service.StopAll(ctx, dir)
	if err != nil {
		return services, err
	}
	nodes, err := localnet.Down(ctx, dir, wipe)
	return services + nodes, err
}

// state is what runs of a network.
type state struct {
	Network  string            `json:"network"`
	Up       bool              `json:"up"`
	Round    uint64            `json:"round,string"`
	Gateway  string            `json:"gateway"`
	Services []service.Service `json:"services"`
}

func (s *state) print(w io.Writer) {
	if !s.Up {
		fmt.Fprintf(w, "network    %s, down\n", s.Network)
	} else {
		fmt.Fprintf(w, "network    %s, up, round %d\n", s.Network, s.Round)
	}
	for _, v := range s.Services {
		fmt.Fprintf(w, "%-10s pid %d: %s\n", v.Name, v.PID, v.Said)
	}
}

func statusOf(ctx context.Context, a *cli.App) (*state, error) {
	f, err := a.Network()
	if err != nil {
		return nil, err
	}
	s := &state{Network: a.NetworkPath(), Gateway: f.Gateway}
	if s.Services, err = service.List(a.NetworkPath()); err != nil {
		return nil, err
	}
	node, err := chain.Dial(ctx, f.Sockets[0], f.RuntimeID.Namespace)
	if err != nil {
		return s, nil // it is down, which is an answer
	}
	defer node.Close()
	asking, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	if s.Round, err = node.LatestRound(asking); err == nil {
		s.Up = true
	}
	return s, nil
}
