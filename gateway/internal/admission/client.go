package admission

import (
	"context"
	"fmt"
	"net/http"
	"net/netip"
	"strings"

	"github.com/ethereum/go-ethereum/rpc"
)

// Client is who is counted as one: an IPv4 address, or an IPv6 network of 56 bits, which is what many providers give to
// one customer. The zero value is a client too: all those whose address is not known.
type Client struct{ network netip.Prefix }

// String is the network, for ClientOf. It must not be logged.
func (c Client) String() string { return c.network.String() }

// ClientAt returns the client with an address.
func ClientAt(addr netip.Addr) Client {
	addr = addr.Unmap().WithZone("")
	bits := 32
	if addr.Is6() {
		bits = 56
	}
	network, err := addr.Prefix(bits)
	if err != nil {
		return Client{}
	}
	return Client{network}
}

// Proxies are the networks of proxies whose X-Forwarded-For is believed.
type Proxies []netip.Prefix

// mappedBits is how long the network is that has the addresses of IPv4 in IPv6.
const mappedBits = 96

// ParseProxies reads addresses and networks, such as 10.0.0.0/8.
func ParseProxies(list []string) (Proxies, error) {
	var out Proxies
	for _, s := range list {
		network, err := netip.ParsePrefix(s)
		if err != nil {
			addr, addrErr := netip.ParseAddr(s)
			if addrErr != nil {
				return nil, addrErr
			}
			addr = addr.Unmap().WithZone("")
			network = netip.PrefixFrom(addr, addr.BitLen())
		}
		if network.Addr().Is4In6() { // Addresses are compared as those of IPv4.
			if network.Bits() < mappedBits {
				return nil, fmt.Errorf("the network %s is more than the addresses of IPv4 in IPv6", s)
			}
			network = netip.PrefixFrom(network.Addr().Unmap(), network.Bits()-mappedBits)
		}
		out = append(out, network.Masked())
	}
	return out, nil
}

// Has reports whether a proxy has the address.
func (p Proxies) Has(addr netip.Addr) bool {
	addr = addr.Unmap().WithZone("")
	for _, network := range p {
		if network.Contains(addr) {
			return true
		}
	}
	return false
}

// ClientOfRequest returns who sent a request: the connection's other end or, where that is a trusted proxy, the last
// address of X-Forwarded-For that is none. What stands before that was written by the client itself.
func (p Proxies) ClientOfRequest(r *http.Request) Client {
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return Client{}
	}
	addr := peer.Addr()
	if !p.Has(addr) {
		return ClientAt(addr)
	}
	hops := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(hops) - 1; i >= 0; i-- {
		hop, ok := parseHop(strings.TrimSpace(hops[i]))
		if !ok {
			break
		}
		addr = hop
		if !p.Has(hop) {
			break
		}
	}
	return ClientAt(addr)
}

// parseHop reads an address of X-Forwarded-For, to which some proxies add the port and the brackets that IPv6 has then.
func parseHop(s string) (addr netip.Addr, ok bool) {
	if withPort, err := netip.ParseAddrPort(s); err == nil {
		return withPort.Addr(), true
	}
	if inner, found := strings.CutPrefix(s, "["); found {
		if s, found = strings.CutSuffix(inner, "]"); !found {
			return netip.Addr{}, false
		}
	}
	addr, err := netip.ParseAddr(s)
	return addr, err == nil
}

type callKey struct{}

// Call is one call of a method, and what it holds until its answer was built.
type Call struct {
	client Client
	held   []hold
}

type hold struct {
	pool *Pool
	n    int64
}

// WithCall returns a context for one call of a client, and the call, which must be released when its answer was built.
func WithCall(ctx context.Context, c Client) (context.Context, *Call) {
	call := &Call{client: c}
	return context.WithValue(ctx, callKey{}, call), call
}

// Release gives back what the call holds.
func (c *Call) Release() {
	for _, h := range c.held {
		h.pool.Give(c.client, h.n)
	}
	c.held = nil
}

// Hold waits for n of a pool for the context's call, which keeps it until its answer was built. A call that holds some
// already does not wait for more, as two that did would wait for each other. A context without a call holds nothing.
func Hold(ctx context.Context, p *Pool, n int64) error {
	call, ok := ctx.Value(callKey{}).(*Call)
	if !ok {
		return nil
	}
	get := p.Wait
	for _, h := range call.held {
		if h.pool == p {
			get = func(_ context.Context, c Client, n int64) error { return p.Grow(c, n) }
		}
	}
	if err := get(ctx, call.client, n); err != nil {
		return err
	}
	call.held = append(call.held, hold{p, n})
	return nil
}

// Settle gives back what the context's call holds of a pool, but for n: it took room for what it might need, and knows
// by now what it needs.
func Settle(ctx context.Context, p *Pool, n int64) {
	call, ok := ctx.Value(callKey{}).(*Call)
	if !ok {
		return
	}
	for i := range call.held {
		if h := &call.held[i]; h.pool == p {
			kept := min(n, h.n)
			p.Give(call.client, h.n-kept)
			h.n = kept
			n -= kept
		}
	}
}

// ClientOf returns whose call a method serves. Calls over a connection that lasts have no context of their own: there
// the connection's name is the client.
func ClientOf(ctx context.Context) Client {
	if call, ok := ctx.Value(callKey{}).(*Call); ok {
		return call.client
	}
	network, err := netip.ParsePrefix(rpc.PeerInfoFromContext(ctx).RemoteAddr)
	if err != nil {
		return Client{}
	}
	return Client{network}
}
