// Package gateway is a JSON-RPC server that makes a ParaTime look like an Ethereum chain to wallets and libraries, and
// hands out proofs that Ethereum has no methods for.
//
// It talks to one Oasis node over its UNIX socket and keeps an index of the chain. It promises that every answer is
// what the chain says or an error that says what is missing; that it can be killed at any time and goes on where it
// was; and that it waits for a node that is away while it serves what it has. It trusts its node to name the latest
// block; who does not trust the gateway uses the proofs of the assent namespace.
package gateway

import (
	"context"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"os"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
	oasis "github.com/oasisprotocol/oasis-core/go/common"
	consensus "github.com/oasisprotocol/oasis-core/go/consensus/api"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	sdkcore "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/core"
	sdkevm "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"
	"golang.org/x/sync/errgroup"

	"github.com/assent-network/assent/chain/node"
	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/api"
	"github.com/assent-network/assent/gateway/internal/follow"
	"github.com/assent-network/assent/gateway/internal/index"
	"github.com/assent-network/assent/gateway/internal/pool"
	"github.com/assent-network/assent/gateway/internal/proofs"
	"github.com/assent-network/assent/gateway/internal/state"
	"github.com/assent-network/assent/gateway/internal/view"
	"github.com/assent-network/assent/gateway/internal/web"
	"github.com/assent-network/assent/runtime/attestation"
	"github.com/assent-network/assent/runtime/evm"
	"github.com/assent-network/assent/runtime/modules/core"
)

// defaultMaxTxSize is the largest transaction that is submitted until the runtime has said what it takes.
const defaultMaxTxSize = 1 << 20

// Run makes a gateway and serves until the context ends, which is no error.
func Run(ctx context.Context, cfg Config) error {
	g, err := New(cfg)
	if err != nil {
		return err
	}
	return g.Run(ctx)
}

// Gateway is a gateway. Make one with New.
type Gateway struct {
	cfg      Config
	listener net.Listener
	close    []func() error

	senders     *view.Senders
	rules       atomic.Pointer[view.Rules]
	maxTxSize   atomic.Int64
	storageByte atomic.Uint64

	runtime  *node.Runtime
	index    *index.Index
	follower *follow.Follower
	pool     *pool.Pool
	states   *state.Source
	backend  *api.Backend
	pools    *pools
	web      *web.Server
}

// New opens the index and the listening socket. It does not need the node. Call Run, or Close.
func New(cfg Config) (*Gateway, error) {
	conn, err := node.Dial(cfg.Socket)
	if err != nil {
		return nil, fmt.Errorf("gateway: %w", err)
	}
	g, err := newWith(cfg, runtime.NewClient(conn), consensus.NewServicesClient(conn))
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	g.close = append(g.close, conn.Close)
	return g, nil
}

// newWith makes a gateway on any runtime client.
func newWith(cfg Config, client runtime.RuntimeClient, services consensus.Services) (_ *Gateway, err error) {
	if err := cfg.validate(); err != nil {
		return nil, err
	}
	g := &Gateway{cfg: cfg, senders: view.NewSenders(), runtime: node.NewRuntime(client, cfg.RuntimeID)}
	defer func() {
		if err != nil {
			_ = g.Close()
		}
	}()
	if err := os.MkdirAll(cfg.DataDir, 0o700); err != nil {
		return nil, fmt.Errorf("gateway: making the index directory: %w", err)
	}
	g.index, err = index.Open(cfg.DataDir, identity(cfg.RuntimeID, cfg.ChainID))
	if err != nil {
		return nil, fmt.Errorf("gateway: %w", err)
	}
	g.close = append(g.close, g.index.Close)
	if err := g.assemble(services); err != nil {
		return nil, fmt.Errorf("gateway: %w", err)
	}
	g.listener, err = net.Listen("tcp", cfg.Listen)
	if err != nil {
		return nil, fmt.Errorf("gateway: listening on %s: %w", cfg.Listen, err)
	}
	g.close = append(g.close, func() error {
		_ = g.listener.Close()
		g.backend.Close() // The index waits for the subscriptions that read it.
		return nil
	})
	return g, nil
}

// assemble makes the parts and puts them together.
func (g *Gateway) assemble(services consensus.Services) error {
	cfg := &g.cfg
	g.maxTxSize.Store(defaultMaxTxSize)
	g.pools = cfg.Limits.pools()
	g.states = state.New(g.runtime.State(), cfg.RuntimeID,
		evm.New(evm.Config{ChainID: cfg.ChainID, Precompiles: attestation.Precompiles(cfg.Roots)}), g.runtime.Query)
	g.pool = pool.New(pool.Config{
		Node:      g.runtime,
		Chain:     chain{g},
		MaxTxSize: func() int { return int(g.maxTxSize.Load()) },
		Bytes:     g.pools.transactions,
		Logger:    cfg.Logger,
	})
	g.follower = follow.New(follow.Config{
		Node: g.runtime, Index: g.index, Rules: g.fetchRules, OnRound: g.pool.Included, Logger: cfg.Logger,
	})
	g.backend = api.New(api.Config{
		ChainID: cfg.ChainID, Version: ClientVersion(), Index: g.index, Follower: g.follower, Pool: g.pool,
		State: g.states, Rules: chain{g}.Rules, LeastGas: g.leastGas, Earliest: g.earliest, Now: time.Now,
		Logger: cfg.Logger,
		Limits: api.Limits{
			CallGas: cfg.Limits.CallGas, SmallCallGas: cfg.Limits.SmallCallGas, CallTimeout: cfg.Limits.CallTimeout,
			LogBlocks: cfg.Limits.LogBlocks, LogResults: cfg.Limits.LogResults, AnswerBytes: cfg.Limits.AnswerBytes,
			FilterTimeout: cfg.Limits.FilterTimeout, SubscriptionsPerConnection: cfg.Limits.SubscriptionsPerConnection,
		},
		Pools: api.Pools{
			Calls: g.pools.calls, LargeCalls: g.pools.largeCalls, Work: g.pools.build,
			Machine: g.pools.machine, SmallMachine: g.pools.smallMachine,
			Filters: g.pools.filters, Subscriptions: g.pools.subscriptions, FilterBytes: g.pools.filterBytes,
			Parameters: g.pools.parameters,
		},
	})
	server := rpc.NewServer()
	server.SetHTTPBodyLimit(cfg.Limits.RequestBytes)
	if err := g.backend.Register(server); err != nil {
		return err
	}
	if services != nil {
		if err := server.RegisterName("assent", g.proofs(services)); err != nil {
			return err
		}
	}
	proxies, err := admission.ParseProxies(cfg.Proxies)
	if err != nil {
		return err
	}
	g.web = web.New(web.Config{
		RPC: server, Origins: cfg.Origins, Hosts: cfg.Hosts, Proxies: proxies,
		Limits: web.Limits{
			RequestBytes: cfg.Limits.RequestBytes, BatchItems: cfg.Limits.BatchItems,
			AnswerBytes: cfg.Limits.AnswerBytes,
			Connections: g.pools.connections, WebSockets: g.pools.websockets, Bodies: g.pools.bodies,
			Requests:  g.pools.requests,
			BodyBytes: g.pools.bodyBytes, Parameters: g.pools.parameters, Answers: g.pools.answers,
		},
		Health: g.health, Metrics: g.metrics(), Logger: cfg.Logger,
	})
	return nil
}

// proofs returns the methods of the namespace assent.
func (g *Gateway) proofs(services consensus.Services) *proofs.Assent {
	core := services.Core()
	return proofs.New(proofs.Config{
		Node:         node.NewEvidence(g.runtime, core),
		RuntimeID:    g.cfg.RuntimeID,
		ChainID:      g.cfg.ChainID,
		Version:      ClientVersion(),
		ChainContext: core.GetChainContext,
		Resolve:      g.backend.Resolve,
		LastLog:      g.index.LastLog,
		Gaps:         g.index.Gaps,
		Enter:        g.backend.Enter,
		Weigh:        g.backend.Weigh,
		Contracts:    g.cfg.Contracts,
	})
}

// URL is where the gateway serves HTTP; WebSocket is at the same address.
func (g *Gateway) URL() string { return "http://" + g.listener.Addr().String() }

// Run serves until the context ends, which is no error, and closes the gateway.
func (g *Gateway) Run(ctx context.Context) error {
	defer func() {
		if err := g.Close(); err != nil {
			g.cfg.Logger.Error("Closing the gateway failed", slog.Any("error", err))
		}
	}()
	g.cfg.Logger.InfoContext(ctx, "Gateway is listening", slog.String("url", g.URL()),
		slog.Uint64("chain_id", g.cfg.ChainID))
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return g.follower.Run(ctx) })
	group.Go(func() error { g.pool.Run(ctx); return nil })
	group.Go(func() error {
		defer context.AfterFunc(ctx, g.backend.Close)()
		return g.web.Serve(ctx, g.listener)
	})
	if err := group.Wait(); err != nil {
		return fmt.Errorf("gateway: %w", err)
	}
	return nil
}

// Close releases what New took. Run does it by itself.
func (g *Gateway) Close() error {
	var first error
	for i := len(g.close) - 1; i >= 0; i-- {
		if err := g.close[i](); err != nil && first == nil {
			first = err
		}
	}
	g.close = nil
	return first
}

// fetchRules asks the runtime for the rules of the chain.
func (g *Gateway) fetchRules(ctx context.Context) (view.Rules, error) {
	var params core.Parameters
	if err := g.runtime.Query(ctx, runtime.RoundLatest, "core.Parameters", nil, &params); err != nil {
		return view.Rules{}, err
	}
	price := params.MinGasPrice[sdk.NativeDenomination]
	rules := view.Rules{
		ChainID: g.cfg.ChainID, BaseFee: price.ToBigInt(), GasLimit: params.MaxBatchGas, Senders: g.senders,
	}
	g.rules.Store(&rules)
	if params.MaxTxSize > 0 {
		g.maxTxSize.Store(int64(params.MaxTxSize))
	}
	g.storageByte.Store(params.GasCosts.StorageByte)
	return rules, nil
}

// leastGas asks the runtime for an estimate on chains that charge for the state that a transaction writes, of which the
// machine knows nothing.
func (g *Gateway) leastGas(ctx context.Context, round uint64, msg evm.Message) (gas uint64, err error) {
	if g.storageByte.Load() == 0 {
		return 0, nil
	}
	from, value := [20]byte(msg.From), msg.Value.Bytes32()
	tx := sdk.NewTransaction(nil, "evm.Create", &sdkevm.Create{Value: value[:], InitCode: msg.Data})
	if msg.To != nil {
		tx = sdk.NewTransaction(nil, "evm.Call",
			&sdkevm.Call{Address: msg.To[:], Value: value[:], Data: append([]byte{}, msg.Data...)})
	}
	query := &sdkcore.EstimateGasQuery{Caller: &sdk.CallerAddress{EthAddress: &from}, Tx: tx}
	err = g.runtime.Query(ctx, round, "core.EstimateGas", query, &gas)
	return gas, err
}

// earliest is the first round whose state the node still has.
func (g *Gateway) earliest(ctx context.Context) (uint64, error) {
	b, err := g.runtime.Earliest(ctx)
	if err != nil {
		return 0, err
	}
	return b.Header.Round, nil
}

// chain is what the pool knows of the chain.
type chain struct{ g *Gateway }

// Rules implements pool.Chain.
func (c chain) Rules() (view.Rules, error) {
	rules := c.g.rules.Load()
	if rules == nil {
		return view.Rules{}, node.ErrUnreachable
	}
	return *rules, nil
}

// Included implements pool.Chain.
func (c chain) Included(hash common.Hash) bool {
	_, err := c.g.index.Find(hash)
	return err == nil
}

// Account implements pool.Chain.
func (c chain) Account(ctx context.Context, addr common.Address) (uint64, *big.Int, error) {
	head, ok := c.g.index.Head()
	if !ok {
		return 0, nil, node.ErrUnreachable
	}
	nonce, balance, err := c.g.states.Account(ctx, &head, addr)
	return nonce, balance.ToBig(), err
}

// Nonce implements pool.Chain.
func (c chain) Nonce(ctx context.Context, addr common.Address) (uint64, error) {
	head, ok := c.g.index.Head()
	if !ok {
		return 0, node.ErrUnreachable
	}
	return c.g.states.Nonce(ctx, &head, addr)
}

// Balance implements pool.Chain.
func (c chain) Balance(ctx context.Context, addr common.Address) (*big.Int, error) {
	head, ok := c.g.index.Head()
	if !ok {
		return nil, node.ErrUnreachable
	}
	balance, err := c.g.states.Balance(ctx, &head, addr)
	if err != nil {
		return nil, err
	}
	return balance.ToBig(), nil
}

// identity names the chain of an index.
func identity(runtimeID oasis.Namespace, chainID uint64) []byte {
	return fmt.Appendf(nil, "%s/%d", runtimeID, chainID)
}

// ClientVersion is the answer to web3_clientVersion, in the form that Ethereum's nodes use: the version of this
// program.
func ClientVersion() string {
	version, goVersion := "devel", "go"
	if info, ok := debug.ReadBuildInfo(); ok {
		goVersion = info.GoVersion
		if v := info.Main.Version; v != "" && v != "(devel)" {
			version = v
		}
	}
	return "Assent/" + strings.TrimPrefix(version, "v") + "/" + goVersion
}
