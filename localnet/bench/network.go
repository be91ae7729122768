package bench

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"path/filepath"
	"time"

	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/client/operate/bootstrap"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet"
	"github.com/assent-network/assent/localnet/accounts"
	"github.com/assent-network/assent/localnet/fault"
	"github.com/assent-network/assent/localnet/internal/process"
	"github.com/assent-network/assent/protocol/trustroot"
)

const (
	policyDelay = 10 * time.Second
	bond        = 1_000_000_000_000_000
)

// network is a network of one process with its gateway.
type network struct {
	*chain
	cfg      Config
	net      *localnet.Network
	root     trustroot.TrustRoot
	programs []*fault.Supervised
}

// startNetwork makes a network that ends with this process.
func startNetwork(ctx context.Context, cfg Config) (_ *network, err error) {
	done := cfg.Step("assent: network with %d accounts", firstClient+cfg.Scale.Clients)
	n := &network{chain: &chain{name: "assent"}, cfg: cfg}
	defer func() {
		if err != nil {
			err = errors.Join(err, n.stop(context.WithoutCancel(ctx)))
		}
	}()
	if n.accounts, err = accounts.Derive(accounts.TestPhrase, firstClient+cfg.Scale.Clients); err != nil {
		return nil, err
	}
	if n.net, err = localnet.Up(ctx, localnet.Config{
		Dir: filepath.Join(cfg.Dir, "net"), Accounts: len(n.accounts), Tied: true, LogLevel: "warn",
	}); err != nil {
		return nil, err
	}
	n.id = n.net.File.ChainID
	if n.root, err = bootstrap.Network(ctx, bootstrap.Config{
		Dir: n.net.Dir, Key: n.accounts[founderAccount].Key, PolicyDelay: policyDelay, Bond: big.NewInt(bond),
		Random: cfg.Random, Now: cfg.Now,
	}); err != nil {
		return nil, err
	}
	address, err := freeAddress()
	if err != nil {
		return nil, err
	}
	gateway, err := n.run(ctx, "gateway", "gateway is ready", nil, "gateway", "--listen", address, "--dir",
		filepath.Join(cfg.Dir, "gateway"))
	if err != nil {
		return nil, err
	}
	if err := waitHealthy(ctx, "http://"+address); err != nil {
		return nil, err
	}
	if n.eth, err = dial(ctx, "http://"+address, cfg.Scale.Clients); err != nil {
		return nil, err
	}
	if err := n.open(ctx, solidity.AddressesOf(n.root)); err != nil {
		return nil, err
	}
	if err := n.watchMemory(gateway); err != nil {
		return nil, err
	}
	done("%s", n.net.Nodes[0].Name)
	return n, nil
}

// watchMemory begins to watch the node, its runtime and the gateway.
func (n *network) watchMemory(gateway *fault.Supervised) error {
	node := n.net.Nodes[0].Process()
	children, err := node.Children()
	if err != nil {
		return fmt.Errorf("looking for the runtime: %w", err)
	}
	if len(children) != 1 {
		return fmt.Errorf("looking for the runtime: the node has %d children", len(children))
	}
	id, err := process.Of(gateway.PID())
	if err != nil {
		return fmt.Errorf("looking for the gateway: %w", err)
	}
	n.sampler = sample(map[string]process.ID{"node": node, "runtime": children[0], "gateway": id})
	return nil
}

// run starts a service of the network from the command line, as its operator does, and returns when it is ready.
func (n *network) run(ctx context.Context, name, ready string, env []string,
	args ...string) (*fault.Supervised, error) {
	s := fault.Supervise(fault.Program{
		Name: name, Path: n.cfg.Assent, Args: append(args, "--network", n.net.Dir), Env: env, Ready: ready,
		Log: n.cfg.Log,
	})
	n.programs = append(n.programs, s)
	waiting, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if _, err := s.WaitReady(waiting); err != nil {
		return nil, err
	}
	return s, nil
}

// stop ends everything.
func (n *network) stop(ctx context.Context) error {
	var errs []error
	if n.sampler != nil {
		n.sampler.end()
	}
	for _, s := range n.programs {
		if s.Starts() > 1 {
			errs = append(errs, fmt.Errorf("%s ended during the measurement and was started again", s))
		}
		errs = append(errs, s.Stop(ctx))
	}
	if n.net != nil {
		_, err := localnet.Down(ctx, n.net.Dir, true)
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// healthPatience bounds how long a gateway may take to reach its node.
const healthPatience = 30 * time.Second

// waitHealthy waits until a gateway has reached its node and knows the chain.
func waitHealthy(ctx context.Context, url string) error {
	ctx, cancel := context.WithTimeout(ctx, healthPatience)
	defer cancel()
	ticker := time.NewTicker(farPoll)
	defer ticker.Stop()
	for {
		rq, err := http.NewRequestWithContext(ctx, http.MethodGet, url+"/healthz", http.NoBody)
		if err != nil {
			return fmt.Errorf("waiting for the gateway: %w", err)
		}
		if rsp, err := http.DefaultClient.Do(rq); err == nil {
			_ = rsp.Body.Close()
			if rsp.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return fmt.Errorf("waiting for the gateway: %w", ctx.Err())
		}
	}
}

// fetches is how often the consent state is fetched: the median counts.
const fetches = 5

// fetchConsent fetches the consent state of a ledger as a worker does: from the newest verified round, with proofs.
func (n *network) fetchConsent(ctx context.Context, cfg Config, l *ledger) (time.Duration, error) {
	done := cfg.Step("assent: consent state of %d subjects, verified", cfg.Scale.Subjects)
	s, err := operate.Open(ctx, operate.Config{
		Root: n.root, Socket: n.net.Socket(), Dir: filepath.Join(cfg.Dir, "station"), Now: cfg.Now,
		Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		return 0, err
	}
	defer s.Close()
	var fetched []time.Duration
	for range fetches {
		begin := time.Now()
		if _, err := s.Watch.Update(ctx); err != nil {
			return 0, err
		}
		open, err := s.View.Latest(ctx)
		if err != nil {
			return 0, err
		}
		state, err := open.Consent(ctx, l.Ledger)
		open.Close()
		if err != nil {
			return 0, err
		}
		fetched = append(fetched, time.Since(begin))
		if got := state.Len(); got != cfg.Scale.Subjects {
			return 0, fmt.Errorf("the ledger of round %d has %d subjects, want %d", open.Round.Number, got,
				cfg.Scale.Subjects)
		}
	}
	done("%s; %s", median(fetched).Round(time.Millisecond), megabytes(n.sampler.lap()))
	return median(fetched), nil
}

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("looking for a free port: %w", err)
	}
	defer l.Close()
	return l.Addr().String(), nil
}
