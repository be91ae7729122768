// Package command holds the commands of the assent program that run a network on this machine.
package command

import (
	"context"
	"fmt"
	"io"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/client/cli"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/operate/bootstrap"
	"github.com/assent-network/assent/localnet"
	"github.com/assent-network/assent/localnet/accounts"
	"github.com/assent-network/assent/localnet/internal/service"
)

// Settings of local networks.
const (
	// policyDelay is how long a looser policy waits. Real networks want days.
	policyDelay = 10 * time.Second
	// bond is what a claim has to bring: a thousandth of a token.
	bond = 1_000_000_000_000_000
)

// Localnet returns the command that runs local networks.
func Localnet(a *cli.App) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "localnet",
		Short: "Run a whole network on this machine",
		Long: `A local network is one process (or several, with --validators and --compute) with
consensus, the runtime, the contracts and a gateway for wallets. Its accounts dev:0 to dev:19 are
funded. It accepts simulated TEEs, unless --hardware-only says otherwise.`,
	}
	var cfg localnet.Config
	var origins []string
	up := &cobra.Command{
		Use: "up", Short: "Start the network, or make one", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg.Dir = a.NetworkPath()
			n, err := Up(cmd.Context(), a.Terminal, cfg, origins)
			if err != nil {
				return err
			}
			return a.Result(n, func(w io.Writer) {
				fmt.Fprintf(w, "network    %s\ngateway    %s (chain id %d)\nsocket     %s\ntrust root %s\n", cfg.Dir,
					n.Gateway, n.ChainID, n.Sockets[0], n.TrustRoot)
			})
		},
	}
	f := up.Flags()
	f.IntVar(&cfg.Validators, "validators", 0, "how many nodes validate; 1 when not given")
	f.IntVar(&cfg.Compute, "compute", 0, "how many nodes run the runtime; 1 when not given")
	f.StringVar(&cfg.Phrase, "phrase", "",
		"phrase of the funded accounts; that of Ethereum's development tools when not given")
	f.BoolVar(&cfg.HardwareOnly, "hardware-only", false,
		"accept quotes of Intel's and AMD's hardware and no simulated ones, as a network for real data does")
	f.StringSliceVar(&origins, "origin", nil,
		"origins of web pages that may use the gateway, or * for all; kept for the next up; extensions,loopback when "+
			"never given")
	var wipe bool
	down := &cobra.Command{
		Use: "down", Short: "Stop the network; it can be started again where it was", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			stopped, err := Down(cmd.Context(), a.NetworkPath(), wipe)
			if err != nil {
				return err
			}
			return a.Result(map[string]any{"stopped": stopped},
				func(w io.Writer) { fmt.Fprintf(w, "stopped %d processes\n", stopped) })
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
	cmd.AddCommand(up, down, status, peopleCommand(a))
	return cmd
}

// Up brings a network up: nodes, contracts, gateway. It changes nothing about what runs already, unless origins name
// other pages than the gateway lets in: then the gateway is started anew.
func Up(ctx context.Context, t *term.Terminal, cfg localnet.Config, origins []string) (*network.File, error) {
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
		root, err := bootstrap.Network(ctx, bootstrap.Config{
			Dir: n.Dir, Key: funded[0].Key, PolicyDelay: policyDelay, Bond: big.NewInt(bond), Random: t.Rand,
			Now: t.Now,
		})
		if err != nil {
			return nil, err
		}
		done("deployed by %s, trusted from height %d", crypto.PubkeyToAddress(funded[0].Key.PublicKey), root.Height)
	}
	done = t.Step("gateway")
	g, err := startGateway(ctx, n.Dir, origins)
	if err != nil {
		return nil, err
	}
	done("%s", g.Said)
	return network.Load(n.Dir)
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
