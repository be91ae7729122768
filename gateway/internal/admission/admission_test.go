package admission

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"net/netip"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func client(addr string) Client { return ClientAt(netip.MustParseAddr(addr)) }

// One client has its share at most, all together the total.
func TestShares(t *testing.T) {
	p := NewPool(10, 4)
	a, b, c := client("192.0.2.1"), client("192.0.2.2"), client("192.0.2.3")
	for _, step := range []struct {
		name string
		who  Client
		n    int64
		want error
	}{
		{"within the share", a, 4, nil},
		{"above the share", a, 1, ErrShare},
		{"another client", b, 4, nil},
		{"more than is left", c, 3, ErrBusy},
		{"what is left", c, 2, nil},
	} {
		if err := p.Take(step.who, step.n); !errors.Is(err, step.want) {
			t.Errorf("%s: got %v, want %v", step.name, err, step.want)
		}
	}
	p.Give(a, 4)
	if err := p.Take(b, 1); !errors.Is(err, ErrShare) {
		t.Errorf("one client took more than its share: %v", err)
	}
	p.Give(b, 4)
	p.Give(c, 2)
	if p.Used() != 0 || len(p.clients) != 0 || p.Refused() != 3 {
		t.Errorf("%d are in use, %d clients are known, %d were refused", p.Used(), len(p.clients), p.Refused())
	}
}

// Who has least is served first, however long the queue of another is.
func TestLeastIsServedFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPool(2, 2)
		greedy, modest := client("192.0.2.1"), client("192.0.2.2")
		if err := p.Take(greedy, 2); err != nil {
			t.Fatal(err)
		}
		var mu sync.Mutex
		var order []Client
		wait := func(c Client) {
			go func() {
				if err := p.Wait(t.Context(), c, 1); err != nil {
					t.Error(err)
				}
				mu.Lock()
				order = append(order, c)
				mu.Unlock()
			}()
			synctest.Wait()
		}
		for range 50 {
			wait(greedy)
		}
		wait(modest)
		p.Give(greedy, 1)
		synctest.Wait()
		if len(order) != 1 || order[0] != modest {
			t.Errorf("served first: %v", order)
		}
		for range 51 {
			p.Give(greedy, 1)
			synctest.Wait()
			if len(order) == 51 {
				break
			}
		}
		if len(order) != 51 {
			t.Errorf("%d of 51 were served", len(order))
		}
	})
}

// Of those who have nothing each is served once before one is served again, however long the queues of the others are.
func TestTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPool(1, 1)
		ctx, cancel := context.WithCancel(t.Context())
		served := make(chan Client, 100)
		wait := func(c Client) {
			go func() {
				if p.Wait(ctx, c, 1) == nil {
					served <- c
				}
			}()
			synctest.Wait()
		}
		greedy, modest := []Client{client("192.0.2.1"), client("192.0.2.2"), client("192.0.2.3")}, client("192.0.2.4")
		for range 20 {
			for _, c := range greedy {
				wait(c)
			}
		}
		p.Give(<-served, 1) // The first did not wait.
		synctest.Wait()
		p.Give(<-served, 1)
		synctest.Wait()
		wait(modest)
		for n := 0; ; n++ {
			c := <-served
			if c == modest {
				break
			}
			if n > len(greedy) {
				t.Fatalf("%d others were served before", n)
			}
			p.Give(c, 1)
			synctest.Wait()
		}
		cancel()
	})
}

// What becomes free is kept for the client whose turn it is, until its wish fits, large as it is: neither who asks at
// once nor who waits takes it away. Calls that hold some may grow.
func TestLargeWishesAreServed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPool(8, 6)
		a, b, large := client("192.0.2.1"), client("192.0.2.2"), client("192.0.2.3")
		for _, c := range []Client{a, b} {
			if err := p.Take(c, 3); err != nil {
				t.Fatal(err)
			}
		}
		served, small := make(chan error, 1), make(chan error, 1)
		go func() { served <- p.Wait(t.Context(), large, 6) }()
		synctest.Wait()
		if err := p.Take(a, 1); !errors.Is(err, ErrBusy) {
			t.Errorf("one that has more and asks at once got %v", err)
		}
		if err := p.Grow(b, 1); err != nil {
			t.Errorf("a call that grows got %v", err)
		}
		go func() { small <- p.Wait(t.Context(), a, 1) }()
		synctest.Wait()
		p.Give(b, 4)
		synctest.Wait()
		if len(small) != 0 || len(served) != 0 || p.Used() != 3 {
			t.Fatalf("%d are in use while the large one waits", p.Used())
		}
		p.Give(a, 3)
		synctest.Wait()
		if len(served) != 1 || len(small) != 1 || p.Used() != 7 {
			t.Errorf("%d are in use once there is room for both", p.Used())
		}
		if err := p.Take(b, 1); err != nil || p.waiting != 0 {
			t.Errorf("%d wait, and one that asks then got %v", p.waiting, err)
		}
	})
}

// A waiter that gives up leaves its place to those behind it.
func TestGivingUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := NewPool(4, 4)
		a := client("192.0.2.1")
		if err := p.Take(a, 3); err != nil {
			t.Fatal(err)
		}
		large, small := make(chan error, 1), make(chan error, 1)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		go func() { large <- p.Wait(ctx, a, 3) }()
		synctest.Wait()
		go func() { small <- p.Wait(t.Context(), a, 1) }()
		if err := <-large; !errors.Is(err, ErrShare) {
			t.Errorf("the large one got %v", err)
		}
		if err := <-small; err != nil {
			t.Errorf("the small one got %v", err)
		}
		if err := p.Wait(t.Context(), a, 5); !errors.Is(err, ErrShare) {
			t.Errorf("more than a share got %v", err)
		}
	})
}

// At no moment is more in use than may be, and in the end nothing is.
func TestNeverMoreThanTheLimits(t *testing.T) {
	p := NewPool(8, 3)
	var all sync.WaitGroup
	for i := range 40 {
		who := client([]string{"192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4"}[i%4])
		all.Go(func() {
			for range 200 {
				n := 1 + rand.Int64N(3)
				ctx, cancel := context.WithTimeout(t.Context(), time.Duration(rand.IntN(300))*time.Microsecond)
				err := p.Wait(ctx, who, n)
				cancel()
				if err != nil {
					continue
				}
				p.mu.Lock()
				if p.used > p.total || p.clients[who].used > p.share {
					t.Errorf("%d are in use, %d by one client", p.used, p.clients[who].used)
				}
				p.mu.Unlock()
				p.Give(who, n)
			}
		})
	}
	all.Wait()
	if p.used != 0 || len(p.clients) != 0 {
		t.Errorf("%d are in use, %d clients are known", p.used, len(p.clients))
	}
}

func TestClientAt(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		same bool
	}{
		{"192.0.2.1", "192.0.2.2", false},
		{"192.0.2.1", "::ffff:192.0.2.1", true},
		{"2001:db8::1", "2001:db8::ffff:1", true},
		{"2001:db8::1", "2001:db8:0:ff::1", true},
		{"2001:db8::1", "2001:db8:0:100::1", false},
		{"fe80::1%eth0", "fe80::1", true},
	} {
		if got := client(tc.a) == client(tc.b); got != tc.same {
			t.Errorf("%s and %s: same %v, want %v", tc.a, tc.b, got, tc.same)
		}
	}
}

// X-Forwarded-For counts from trusted proxies only, and of it what they wrote.
func TestForwarded(t *testing.T) {
	proxies, err := ParseProxies([]string{"10.0.0.0/8", "::1", "::ffff:172.16.0.0/108"})
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ name, peer, forwarded, want string }{
		{"no proxy", "192.0.2.1:9", "", "192.0.2.1"},
		{"a client that claims to be another", "192.0.2.1:9", "198.51.100.1", "192.0.2.1"},
		{"a proxy", "10.1.1.1:9", "192.0.2.7", "192.0.2.7"},
		{"a proxy of IPv6", "[::1]:9", "2001:db8::5", "2001:db8::1"},
		{"two proxies", "10.1.1.1:9", "192.0.2.7, 10.2.2.2", "192.0.2.7"},
		{"a claim before what the proxy wrote", "10.1.1.1:9", "198.51.100.1, 192.0.2.7", "192.0.2.7"},
		{"nonsense before what the proxy wrote", "10.1.1.1:9", "localhost, 192.0.2.7", "192.0.2.7"},
		{"a port", "10.1.1.1:9", "192.0.2.7:4711", "192.0.2.7"},
		{"a port of IPv6", "10.1.1.1:9", "[2001:db8::5]:4711", "2001:db8::1"},
		{"brackets", "10.1.1.1:9", "192.0.2.9, [2001:db8::5]", "2001:db8::1"},
		{"half a bracket", "10.1.1.1:9", "192.0.2.9, [2001:db8::5", "10.1.1.1"},
		{"a proxy with a port", "10.1.1.1:9", "192.0.2.7, 10.2.2.2:80", "192.0.2.7"},
		{"a proxy in a mapped network", "172.16.1.1:9", "192.0.2.7", "192.0.2.7"},
		{"beside the mapped network", "172.32.1.1:9", "192.0.2.7", "172.32.1.1"},
		{"a proxy that says nothing", "10.1.1.1:9", "", "10.1.1.1"},
	} {
		r := &http.Request{RemoteAddr: tc.peer, Header: http.Header{}}
		if tc.forwarded != "" {
			r.Header.Set("X-Forwarded-For", tc.forwarded)
		}
		if got := proxies.ClientOfRequest(r); got != client(tc.want) {
			t.Errorf("%s: got %s, want %s", tc.name, got, tc.want)
		}
	}
	for _, bad := range []string{"proxy.example", "10.0.0.0/33", "", "::ffff:10.0.0.0/95"} {
		if _, err := ParseProxies([]string{bad}); err == nil {
			t.Errorf("%q was taken for a proxy", bad)
		}
	}
}

// A call that holds some does not wait for more: two that did would wait for each other.
func TestHold(t *testing.T) {
	p := NewPool(4, 4)
	a := client("192.0.2.1")
	ctx, one := WithCall(t.Context(), a)
	other, two := WithCall(t.Context(), a)
	for _, c := range []context.Context{ctx, other} {
		if err := Hold(c, p, 2); err != nil {
			t.Fatal(err)
		}
	}
	if err := Hold(ctx, p, 1); !errors.Is(err, ErrShare) {
		t.Errorf("got %v, want a refusal at once", err)
	}
	one.Release()
	if err := Hold(other, p, 2); err != nil {
		t.Errorf("got %v once there was room", err)
	}
	two.Release()
	if p.Used() != 0 || ClientOf(ctx) != a {
		t.Errorf("%d are in use by %s", p.Used(), ClientOf(ctx))
	}
}

// A call gives back what it holds beyond what it needs, of one pool, and others can have that at once.
func TestSettle(t *testing.T) {
	p, other := NewPool(10, 10), NewPool(10, 10)
	ctx, call := WithCall(t.Context(), client("192.0.2.1"))
	for _, n := range []int64{3, 4} {
		if err := errors.Join(Hold(ctx, p, n), Hold(ctx, other, n)); err != nil {
			t.Fatal(err)
		}
	}
	for _, tc := range []struct{ to, want int64 }{{8, 7}, {5, 5}, {5, 5}, {2, 2}, {0, 0}, {3, 0}} {
		if Settle(ctx, p, tc.to); p.Used() != tc.want || other.Used() != 7 {
			t.Errorf("settled to %d: %d and %d are in use, want %d and 7", tc.to, p.Used(), other.Used(), tc.want)
		}
	}
	call.Release()
	if Settle(t.Context(), p, 0); p.Used() != 0 || other.Used() != 0 {
		t.Errorf("%d and %d are in use", p.Used(), other.Used())
	}
}
