package gateway

import (
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"runtime"
	"strings"
	"time"

	"github.com/oasisprotocol/oasis-core/go/common"

	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/web"
	"github.com/assent-network/assent/tee"
)

// DefaultListen is the address that a gateway listens on when none is named.
const DefaultListen = "127.0.0.1:8545"

// Words of Config.Origins and Config.Hosts: Loopback stands for this machine under any of its names, Extensions (of
// origins) for browser extensions, such as wallets, and Any for all there are.
const (
	Loopback   = web.Loopback
	Extensions = web.Extensions
	Any        = web.Any
)

// MemoryLimit is how much memory a process that is a gateway and nothing else should tell Go's collector to keep to, in
// bytes. The defaults of Limits fit it.
const MemoryLimit = 288 << 20

// Config says what a gateway serves and how. Zero values mean what their comments say.
type Config struct {
	// Socket is the path of the node's UNIX socket. Required.
	Socket string
	// RuntimeID is the runtime that the gateway shows. Required.
	RuntimeID common.Namespace
	// ChainID is the runtime's EVM chain ID. Required.
	ChainID uint64
	// Roots are the attestation roots of the network, for calls of contracts that verify quotes.
	Roots tee.Roots
	// DataDir is the directory of the index, which is made when it is not there. It may be deleted while no gateway
	// uses it: the index is rebuilt from the chain. Required.
	DataDir string
	// Listen is the TCP address to serve on. Empty means DefaultListen.
	Listen string
	// Origins are the origins of web pages and browser extensions that may use the gateway. Empty means Loopback and
	// Extensions: pages that this machine serves, and wallets. The origin null is that of local files, and also of
	// frames that any page can make: it is let in where it is named only.
	Origins []string
	// Hosts are the names by which the gateway may be called. Empty means those of this machine.
	Hosts []string
	// Proxies are the addresses and networks of proxies before this gateway whose X-Forwarded-For says who the client
	// is. Without them all that comes through a proxy shares what one client may have.
	Proxies []string
	// Contracts are the addresses of the network's contracts, for assent_networkInfo and assent_getReceipt.
	Contracts solidity.Addresses
	// Limits bound what clients may ask for.
	Limits Limits
	// Logger takes what happens: ids, hashes and counts. Nil discards it.
	Logger *slog.Logger `json:"-"`
}

// Limits bound what clients may ask for and hold. A zero field means its default. Of what is said to be shared, one
// client may have a quarter: one IPv4 address, or one IPv6 network of 56 bits.
type Limits struct {
	// RequestBytes is the largest HTTP request or WebSocket message: 5 MiB.
	RequestBytes int
	// BatchItems and AnswerBytes bound one batch of requests: 1,000, and 25 MB. AnswerBytes is the bound of one request
	// as well.
	BatchItems, AnswerBytes int
	// Connections, WebSockets and Requests are how many connections there may be, how many of them WebSockets, and how
	// many requests are read and how many answered at a time: 4,096, 1,024 and 2,048. Shared.
	Connections, WebSockets, Requests int64
	// PendingRequestBytes and PendingAnswerBytes are those of all requests that are coming or being answered, and of
	// all answers that are complete and not read yet: 64 MiB, and 105 MB. BuildBytes is what building answers may take:
	// 128 MiB, of which a client may have half. Shared.
	PendingRequestBytes, PendingAnswerBytes, BuildBytes int64
	// ParameterBytes is what the parameters of calls that run may take once they are read: 88 MiB. Those of a call with
	// more than 50 JSON values count 400 for each element of an array, and 200 for each member of an object. Shared.
	ParameterBytes int64
	// MachineBytes is what contracts may take in calls and estimates that run: 252 MiB, of which a client may have
	// half. One counts the most that its gas buys in memory, stacks, writes, logs and calls: 131 MB for CallGas.
	// Shared.
	MachineBytes int64
	// SmallCallGas is the most gas of small calls, which have room of their own, and with which those that may have
	// more are tried before: 2 million. That room is SmallMachineBytes, 64 MiB, of which a client may have half: four
	// run at a time. Shared.
	SmallCallGas      uint64
	SmallMachineBytes int64
	// Calls is how many calls, estimates and log queries run at a time: four for each processor, and 16 at least.
	// Shared.
	Calls int64
	// LargeCalls is how many calls and estimates wait for MachineBytes or have had of it, besides: 64. Shared.
	LargeCalls int64
	// CallGas and CallTimeout bound a call or an estimate: 200 million, which is what a round may use, and 5 seconds.
	CallGas     uint64
	CallTimeout time.Duration
	// LogBlocks and LogResults bound a log query: 100,000 rounds, and 20,000 logs.
	LogBlocks  uint64
	LogResults int
	// Filters is how many filters may be installed, FilterTimeout how long one lives without being asked: 4,096, and 5
	// minutes. FilterBytes is what the addresses and topics of filters and of subscriptions may take: 8 MiB. Shared.
	Filters, FilterBytes int64
	FilterTimeout        time.Duration
	// Subscriptions is how many there may be, and how many of them on one connection: 2,048, and 32. Shared.
	Subscriptions              int64
	SubscriptionsPerConnection int
	// TransactionBytes is what the transactions that wait may take in memory, each its size and 1 kB: 48 MiB, of which
	// a client may have half. Shared. Those that others submitted to the node may take half as much besides.
	TransactionBytes int64
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
		c.Origins = []string{Loopback, Extensions}
	}
	for _, origin := range c.Origins {
		if err := CheckOrigin(origin); err != nil {
			return err
		}
	}
	if len(c.Hosts) == 0 {
		c.Hosts = []string{Loopback}
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	if _, err := admission.ParseProxies(c.Proxies); err != nil {
		return fmt.Errorf(
			"gateway: reading the trusted proxies: %w: want addresses, or networks such as 10.0.0.0/8",
			err,
		)
	}
	return c.Limits.fill()
}

func (l *Limits) fill() error {
	ok := true
	ok = fill(&l.RequestBytes, 5<<20) && ok
	ok = fill(&l.BatchItems, 1000) && ok
	ok = fill(&l.AnswerBytes, 25_000_000) && ok
	ok = fill(&l.Connections, 4096) && ok
	ok = fill(&l.WebSockets, 1024) && ok
	ok = fill(&l.Requests, 2048) && ok
	ok = fill(&l.PendingRequestBytes, 64<<20) && ok
	ok = fill(&l.PendingAnswerBytes, 105_000_000) && ok
	ok = fill(&l.BuildBytes, 128<<20) && ok
	ok = fill(&l.ParameterBytes, 88<<20) && ok
	ok = fill(&l.MachineBytes, 252<<20) && ok
	ok = fill(&l.SmallCallGas, 2_000_000) && ok
	ok = fill(&l.SmallMachineBytes, 64<<20) && ok
	ok = fill(&l.Calls, max(16, 4*int64(runtime.NumCPU()))) && ok
	ok = fill(&l.LargeCalls, 64) && ok
	ok = fill(&l.CallGas, 200_000_000) && ok
	ok = fill(&l.CallTimeout, 5*time.Second) && ok
	ok = fill(&l.LogBlocks, 100_000) && ok
	ok = fill(&l.LogResults, 20_000) && ok
	ok = fill(&l.Filters, 4096) && ok
	ok = fill(&l.FilterBytes, 8<<20) && ok
	ok = fill(&l.FilterTimeout, 5*time.Minute) && ok
	ok = fill(&l.Subscriptions, 2048) && ok
	ok = fill(&l.SubscriptionsPerConnection, 32) && ok
	ok = fill(&l.TransactionBytes, 48<<20) && ok
	if !ok {
		return fmt.Errorf("gateway: a limit is negative: %+v", *l)
	}
	return nil
}

// CheckOrigin refuses what is neither an origin nor a word of Config.Origins: it would never match.
func CheckOrigin(origin string) error {
	switch origin {
	case Loopback, Extensions, Any, "null":
		return nil
	}
	u, err := url.Parse(origin)
	if err != nil || u.Scheme == "" || u.Host == "" || u.Scheme+"://"+u.Host != origin || neverSent(u) {
		return fmt.Errorf(
			"gateway: %q is no origin: want one such as https://app.example or http://localhost:5173, or %s, %s, %s "+
				"or null",
			origin, Extensions, Loopback, Any)
	}
	return nil
}

// neverSent is true of origins that no browser sends: of many hosts, and with the port that their scheme has anyway.
func neverSent(u *url.URL) bool {
	port := u.Port()
	return strings.Contains(u.Host, "*") || strings.HasSuffix(u.Host, ":") ||
		strings.EqualFold(u.Scheme, "http") && port == "80" || strings.EqualFold(u.Scheme, "https") && port == "443"
}

// fill sets a limit that is zero to its default. It reports whether the limit makes sense.
func fill[T int | int64 | uint64 | time.Duration](limit *T, otherwise T) bool {
	if *limit == 0 {
		*limit = otherwise
	}
	return *limit > 0
}

// pools are what the clients of a gateway share.
type pools struct {
	connections, websockets, bodies, requests *admission.Pool
	bodyBytes, parameters, answers, build     *admission.Pool
	machine, smallMachine                     *admission.Pool
	calls, filters, subscriptions             *admission.Pool
	largeCalls                                *admission.Pool
	filterBytes                               *admission.Pool
	transactions                              *admission.Pool
}

func (l *Limits) pools() *pools {
	quarter := func(total int64) *admission.Pool { return admission.NewPool(total, max(1, total/4)) }
	return &pools{
		connections: quarter(l.Connections), websockets: quarter(l.WebSockets),
		bodies: quarter(l.Requests), requests: quarter(l.Requests),
		bodyBytes: quarter(l.PendingRequestBytes), answers: quarter(l.PendingAnswerBytes),
		parameters:   quarter(l.ParameterBytes),
		build:        admission.NewPool(l.BuildBytes, l.BuildBytes/2),
		machine:      admission.NewPool(l.MachineBytes, l.MachineBytes/2),
		smallMachine: admission.NewPool(l.SmallMachineBytes, l.SmallMachineBytes/2),
		largeCalls:   quarter(l.LargeCalls),
		calls:        quarter(l.Calls), filters: quarter(l.Filters), subscriptions: quarter(l.Subscriptions),
		filterBytes:  quarter(l.FilterBytes),
		transactions: admission.NewPool(l.TransactionBytes, l.TransactionBytes/2),
	}
}

// byName names the pools in metrics.
func (p *pools) byName() map[string]*admission.Pool {
	return map[string]*admission.Pool{
		"connections": p.connections, "websockets": p.websockets, "bodies": p.bodies, "requests": p.requests,
		"request_bytes": p.bodyBytes, "parameter_bytes": p.parameters, "answer_bytes": p.answers,
		"build_bytes": p.build, "machine_bytes": p.machine,
		"small_machine_bytes": p.smallMachine,
		"calls":               p.calls, "filters": p.filters, "subscriptions": p.subscriptions,
		"large_calls":       p.largeCalls,
		"transaction_bytes": p.transactions, "filter_bytes": p.filterBytes,
	}
}
