package web

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/admission"
)

type echo struct{ arrived, gate, ended chan struct{} }

// Count is a subscription to so many notices of about 100 bytes.
func (e *echo) Count(ctx context.Context, n int) (*rpc.Subscription, error) {
	notifier, ok := rpc.NotifierFromContext(ctx)
	if !ok {
		return nil, rpc.ErrNotificationsUnsupported
	}
	sub := notifier.CreateSubscription()
	go func() {
		defer close(e.ended)
		for i := range n {
			if err := notifier.Notify(sub.ID, fmt.Sprintf("%d%100s", i, "")); err != nil {
				return
			}
		}
	}()
	return sub, nil
}

func (e *echo) Echo(s string) string { return s }

func (e *echo) Number(n int) int { return n }

// Gated is a subscription to a notice each time that the gate lets one through.
func (e *echo) Gated(ctx context.Context) (*rpc.Subscription, error) {
	notifier, ok := rpc.NotifierFromContext(ctx)
	if !ok {
		return nil, rpc.ErrNotificationsUnsupported
	}
	sub := notifier.CreateSubscription()
	go func() {
		for {
			select {
			case <-e.gate:
				_ = notifier.Notify(sub.ID, "notice")
			case <-sub.Err():
				return
			}
		}
	}()
	return sub, nil
}

func (e *echo) Wait() bool {
	e.arrived <- struct{}{}
	<-e.gate
	return true
}

// bodyLimit is the largest request of the test server.
const bodyLimit = 1 << 10

func newServer(t *testing.T, change func(*Config)) (*Server, *echo) {
	t.Helper()
	service := &echo{arrived: make(chan struct{}), gate: make(chan struct{}), ended: make(chan struct{})}
	server := rpc.NewServer()
	if err := server.RegisterName("test", service); err != nil {
		t.Fatal(err)
	}
	cfg := Config{
		RPC:     server,
		Origins: []string{Loopback, Extensions, "https://app.example"},
		Hosts:   []string{Loopback, "gateway.example"},
		Limits: Limits{
			RequestBytes: bodyLimit, BatchItems: 4, AnswerBytes: 4 << 10,
			Connections: admission.NewPool(64, 16), WebSockets: admission.NewPool(4, 1),
			Bodies: admission.NewPool(8, 4), Requests: admission.NewPool(8, 4),
			BodyBytes: admission.NewPool(64<<10, 16<<10), Parameters: admission.NewPool(64<<10, 16<<10),
			Answers: admission.NewPool(64<<10, 16<<10),
		},
		Health:  func() (bool, any) { return true, map[string]string{"status": "ok"} },
		Metrics: http.NotFoundHandler(),
		Logger:  slog.New(slog.DiscardHandler),
	}
	if change != nil {
		change(&cfg)
	}
	return New(cfg), service
}

const echoRequest = `{"jsonrpc":"2.0","id":1,"method":"test_echo","params":["hi"]}`

func TestAllowLists(t *testing.T) {
	s, _ := newServer(t, nil)
	for _, tc := range []struct {
		name, host, origin string
		want               int
	}{
		{"no origin", "127.0.0.1:8545", "", 200},
		{"localhost", "localhost:8545", "http://localhost:5173", 200},
		{"IPv6", "[::1]:8545", "http://[::1]:80", 200},
		{"listed origin", "127.0.0.1", "https://app.example", 200},
		{"listed origin in capitals", "127.0.0.1", "https://APP.example", 200},
		{"listed host", "gateway.example:1", "", 200},
		{"other origin", "127.0.0.1", "https://evil.example", 403},
		{"null origin", "127.0.0.1", "null", 403},
		{"origin that ends like a listed one", "127.0.0.1", "https://evil-app.example", 403},
		{"origin with a loopback name before another", "127.0.0.1", "http://localhost.evil.example", 403},
		{"Chromium extension", "127.0.0.1", "chrome-extension://nkbihfbeogaeaoehlefnkodbefgpgknn", 200},
		{"Firefox extension", "127.0.0.1", "moz-extension://11111111-2222-3333-4444-555555555555", 200},
		{"Safari extension", "127.0.0.1", "safari-web-extension://11111111-2222-3333-4444-555555555555", 200},
		{"scheme that begins like an extension's", "127.0.0.1", "chrome-extension-evil://abc", 403},
		{"extension without a name", "127.0.0.1", "chrome-extension://", 403},
		{"local file", "127.0.0.1", "file://", 403},
		{"rebound host", "evil.example:8545", "", 403},
		{"bracket before a name", "[localhost", "", 403},
		{"bracket in a name", "evil].localhost", "", 403},
		{"bracketed name", "[localhost]:8545", "", 403},
		{"IPv4 address in brackets", "[127.0.0.1]", "", 403},
		{"text behind brackets", "[::1]evil", "", 403},
		{"port that is none", "127.0.0.1:evil", "", 403},
		{"port that is none behind brackets", "[::1]:evil", "", 403},
		{"IPv6 without brackets", "::1", "", 403},
		{"user before the name", "evil@localhost", "", 403},
		{"path behind the name", "localhost/evil", "", 403},
		{"IPv6 with a zone", "[::1%25lo]", "", 403},
		{"IPv6 without a port", "[::1]", "", 200},
		{"name with an empty port", "app.localhost:", "", 200},
		{"address that is not loopback", "192.0.2.1:8545", "", 403},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(echoRequest))
			r.Host = tc.host
			r.Header.Set("Content-Type", "application/json")
			if tc.origin != "" {
				r.Header.Set("Origin", tc.origin)
			}
			w := httptest.NewRecorder()
			s.ServeHTTP(w, r)
			if w.Code != tc.want {
				t.Fatalf("got %d %s, want %d", w.Code, w.Body, tc.want)
			}
			if tc.want == 200 && w.Header().Get("Access-Control-Allow-Origin") != tc.origin {
				t.Fatalf("allowed origin %q, want %q", w.Header().Get("Access-Control-Allow-Origin"), tc.origin)
			}
		})
	}
}

func TestAnyOriginAndHost(t *testing.T) {
	s, _ := newServer(t, func(c *Config) { c.Origins, c.Hosts = []string{Any}, []string{Any} })
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(echoRequest))
	r.Host = "any_name.example:8545"
	r.Header.Set("Origin", "https://any.example")
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != 200 || !strings.Contains(w.Body.String(), `"hi"`) {
		t.Fatalf("got %d %s", w.Code, w.Body)
	}
}

func TestPreflight(t *testing.T) {
	s, _ := newServer(t, nil)
	r := httptest.NewRequest(http.MethodOptions, "/", nil)
	r.Host = "localhost"
	r.Header.Set("Origin", "http://localhost:5173")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	if w.Code != http.StatusNoContent || w.Header().Get("Access-Control-Allow-Headers") != "Content-Type" {
		t.Fatalf("got %d %v", w.Code, w.Header())
	}
}

// A page of another network that is allowed may reach this machine.
func TestPrivateNetworkPreflight(t *testing.T) {
	s, _ := newServer(t, nil)
	for origin, want := range map[string]string{"https://app.example": "true", "https://evil.example": ""} {
		r := httptest.NewRequest(http.MethodOptions, "/", nil)
		r.Host = "localhost"
		r.Header.Set("Origin", origin)
		r.Header.Set("Access-Control-Request-Private-Network", "true")
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if got := w.Header().Get("Access-Control-Allow-Private-Network"); got != want {
			t.Errorf("%s: got %q, want %q", origin, got, want)
		}
	}
}

func TestPathsAndLimits(t *testing.T) {
	s, _ := newServer(t, nil)
	for _, tc := range []struct {
		method, path, body string
		want               int
	}{
		{http.MethodGet, "/healthz", "", 200},
		{http.MethodPost, "/other", echoRequest, 404},
		{http.MethodPost, "/ws", echoRequest, 200},
		{http.MethodGet, "/", "", 200},
		{http.MethodPut, "/", echoRequest, 405},
		{http.MethodDelete, "/", "", 405},
		{http.MethodPatch, "/", echoRequest, 405},
		{http.MethodTrace, "/", "", 405},
		{http.MethodPost, "/", strings.Repeat(" ", bodyLimit-len(echoRequest)) + echoRequest, 200},
		{http.MethodPost, "/", strings.Repeat(" ", bodyLimit+1-len(echoRequest)) + echoRequest, 413},
	} {
		r := httptest.NewRequest(tc.method, tc.path, strings.NewReader(tc.body))
		r.Host = "localhost"
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != tc.want {
			t.Errorf("%s %s: got %d %s, want %d", tc.method, tc.path, w.Code, w.Body, tc.want)
		}
	}
}

// One request more than allowed is refused while the others wait, and served once there is room.
func TestBusy(t *testing.T) {
	s, service := newServer(t, func(c *Config) { c.Limits.Requests = admission.NewPool(2, 2) })
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, listener) }()
	url := "http://" + listener.Addr().String()
	post := func(body string) int {
		rsp, err := http.Post(url, "application/json", strings.NewReader(body))
		if err != nil {
			t.Error(err)
			return 0
		}
		defer rsp.Body.Close()
		_, _ = io.Copy(io.Discard, rsp.Body)
		return rsp.StatusCode
	}
	waiting := make(chan int, 2)
	for range 2 {
		go func() { waiting <- post(`{"jsonrpc":"2.0","id":1,"method":"test_wait","params":[]}`) }()
	}
	<-service.arrived
	<-service.arrived
	if code := post(echoRequest); code != http.StatusTooManyRequests {
		t.Fatalf("got %d, want 429", code)
	}
	close(service.gate)
	for range 2 {
		if code := <-waiting; code != 200 {
			t.Fatalf("got %d, want 200", code)
		}
	}
	if code := post(echoRequest); code != 200 {
		t.Fatalf("got %d, want 200", code)
	}
	cancel()
	if err := <-done; err != nil {
		t.Fatalf("Serve ended with %v", err)
	}
}

func TestWebSocketOrigin(t *testing.T) {
	s, _ := newServer(t, nil)
	server := httptest.NewServer(s)
	defer server.Close()
	ws := "ws" + strings.TrimPrefix(server.URL, "http")
	if _, err := rpc.DialWebsocket(t.Context(), ws, "https://evil.example"); err == nil {
		t.Fatal("connected from an origin that is not allowed")
	}
	client, err := rpc.DialWebsocket(t.Context(), ws, "http://localhost:5173")
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	var got string
	if err := client.Call(&got, "test_echo", "hi"); err != nil || got != "hi" {
		t.Fatalf("got %q %v", got, err)
	}
	if _, err := rpc.DialWebsocket(t.Context(), ws, ""); err == nil {
		t.Fatal("a second connection was accepted with a limit of one")
	}
}
