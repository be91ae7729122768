package gateway

import (
	"errors"
	"fmt"
	"log/slog"
	"time"

	ethcommon "github.com/ethereum/go-ethereum/common"
	"github.com/oasisprotocol/oasis-core/go/common"

	"github.com/assent-network/assent/client/gateway/internal/web"
	"github.com/assent-network/assent/tee"
)

// DefaultListen is the address that a gateway listens on when none is named.
const DefaultListen = "127.0.0.1:8545"

// Loopback, in Config.Origins or Config.Hosts, stands for this machine under
// any of its names; Any stands for everybody.
const (
	Loopback = web.Loopback
	Any      = web.Any
)

// Config says what a gateway serves and how. Zero values mean what their
// comments say.
type Config struct {
	// Socket is the path of the node's UNIX socket. Required.
	Socket string
	// RuntimeID is the runtime that the gateway shows. Required.
	RuntimeID common.Namespace
	// ChainID is the runtime's EVM chain ID. Required.
	ChainID uint64
	// Roots are the attestation roots of the network, for calls of contracts
	// that verify quotes.
	Roots tee.Roots
	// DataDir is the directory of the index, which is made when it is not
	// there. It may be deleted while no gateway uses it: the index is rebuilt
	// from the chain. Required.
	DataDir string
	// Listen is the TCP address to serve on. Empty means DefaultListen.
	Listen string
	// Origins are the origins of web pages that may use the gateway. Empty
	// means pages that this machine serves.
	Origins []string
	// Hosts are the names by which the gateway may be called. Empty means
	// those of this machine.
	Hosts []string
	// Contracts are the addresses of the network's contracts by name, for
	// assent_networkInfo and assent_getReceipt.
	Contracts map[string]ethcommon.Address
	// Limits bound what clients may ask for.
	Limits Limits
	// Logger takes what happens: ids, hashes and counts. Nil discards it.
	Logger *slog.Logger `json:"-"`
}

// Limits bound what clients may ask for. A zero field means its default.
type Limits struct {
	// RequestBytes is the largest HTTP request or WebSocket message: 5 MiB.
	RequestBytes int
	// BatchItems and BatchResponseBytes bound one batch of requests: 100, and
	// 25 MB.
	BatchItems, BatchResponseBytes int
	// Requests and WebSockets are how many HTTP requests are served at a time
	// and how many connections there may be: 1024, and 256.
	Requests, WebSockets int64
	// Calls is how many calls, estimates and log queries run at a time: 16.
	Calls int64
	// CallGas and CallTimeout bound a call or an estimate: 50 million, and 5
	// seconds.
	CallGas     uint64
	CallTimeout time.Duration
	// LogBlocks and LogResults bound a log query: 100,000 rounds, and 20,000
	// logs.
	LogBlocks  uint64
	LogResults int
	// Filters is how many filters may be installed, FilterTimeout how long one
	// lives without being asked: 1024, and 5 minutes.
	Filters       int
	FilterTimeout time.Duration
	// Subscriptions is how many there may be, and how many of them on one
	// connection: 2048, and 32.
	Subscriptions, SubscriptionsPerConnection int
	// Pending is how many transactions that wait are remembered: 50,000.
	Pending int
}

// validate checks the required fields and fills in the defaults.
func (c *Config) validate() error {
	switch {
	case c.Socket == "":
		return errors.New("gateway: no node socket is configured")
	case c.RuntimeID == (common.Namespace{}):
		return errors.New("gateway: no runtime ID is configured")
	case c.ChainID == 0:
		return errors.New("gateway: no chain ID is configured")
	case c.DataDir == "":
		return errors.New("gateway: no data directory is configured")
	}
	if c.Listen == "" {
		c.Listen = DefaultListen
	}
	if len(c.Origins) == 0 {
		c.Origins = []string{Loopback}
	}
	if len(c.Hosts) == 0 {
		c.Hosts = []string{Loopback}
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	return c.Limits.fill()
}

func (l *Limits) fill() error {
	ok := true
	ok = fill(&l.RequestBytes, 5<<20) && ok
	ok = fill(&l.BatchItems, 100) && ok
	ok = fill(&l.BatchResponseBytes, 25_000_000) && ok
	ok = fill(&l.Requests, 1024) && ok
	ok = fill(&l.WebSockets, 256) && ok
	ok = fill(&l.Calls, 16) && ok
	ok = fill(&l.CallGas, 50_000_000) && ok
	ok = fill(&l.CallTimeout, 5*time.Second) && ok
	ok = fill(&l.LogBlocks, 100_000) && ok
	ok = fill(&l.LogResults, 20_000) && ok
	ok = fill(&l.Filters, 1024) && ok
	ok = fill(&l.FilterTimeout, 5*time.Minute) && ok
	ok = fill(&l.Subscriptions, 2048) && ok
	ok = fill(&l.SubscriptionsPerConnection, 32) && ok
	ok = fill(&l.Pending, 50_000) && ok
	if !ok {
		return fmt.Errorf("gateway: a limit is negative: %+v", *l)
	}
	return nil
}

// fill sets a limit that is zero to its default. It reports whether the limit
// makes sense.
func fill[T int | int64 | uint64 | time.Duration](limit *T, otherwise T) bool {
	if *limit == 0 {
		*limit = otherwise
	}
	return *limit > 0
}
