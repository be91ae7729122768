// Package monitor serves what a service says of itself to its operator: /healthz, whether it is well, and /metrics, for
// Prometheus. It is a control surface: reachable from this machine alone, or else behind TLS and a token.
package monitor

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"os"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"golang.org/x/net/netutil"
)

// unixPrefix begins addresses that are sockets in the file system.
const unixPrefix = "unix:"

// LeastToken is how many characters a token has at least: 128 bits in hexadecimal.
const LeastToken = 32

// Surface is where a service is asked how it is. The zero value serves nothing.
type Surface struct {
	// Listen is HOST:PORT, or unix:PATH. A HOST that is no loopback address needs TLS and a token.
	Listen string
	// Certificate and Key are PEM files for TLS; both or none.
	Certificate, Key string
	// Token is what requests have to carry as "Authorization: Bearer TOKEN"; empty: nothing.
	Token string
}

// Open errors, for errors.Is.
var (
	ErrAddress = errors.New("no address to listen on")
	ErrOpen    = errors.New("it would stand open")
)

// Check refuses a surface that would stand open to other machines, or that cannot be listened on.
func (s Surface) Check() error {
	if s.Listen == "" {
		if s.Certificate != "" || s.Key != "" || s.Token != "" {
			return fmt.Errorf("%w: TLS or a token is given, and no address", ErrAddress)
		}
		return nil
	}
	if (s.Certificate == "") != (s.Key == "") {
		return fmt.Errorf("%w: TLS needs both a certificate and its key", ErrOpen)
	}
	if s.Token != "" && len(s.Token) < LeastToken {
		return fmt.Errorf("%w: the token has %d characters, at least %d are wanted", ErrOpen, len(s.Token), LeastToken)
	}
	if path, ok := strings.CutPrefix(s.Listen, unixPrefix); ok {
		if path == "" {
			return fmt.Errorf("%w: %q names no socket", ErrAddress, s.Listen)
		}
		return nil
	}
	host, port, err := net.SplitHostPort(s.Listen)
	if err != nil || port == "" {
		return fmt.Errorf("%w: %q is neither HOST:PORT nor unix:PATH", ErrAddress, s.Listen)
	}
	if Loopback(host) {
		return nil
	}
	switch {
	case s.Certificate == "":
		return fmt.Errorf("%w: other machines reach %s, so it needs TLS (a certificate and its key)", ErrOpen, s.Listen)
	case s.Token == "":
		return fmt.Errorf("%w: other machines reach %s, so it needs a token", ErrOpen, s.Listen)
	}
	return nil
}

// Loopback reports whether a host of an address names this machine's loopback device alone.
func Loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.Unmap().IsLoopback()
}

// maxConnections and maxAsked bound how many connections a surface has, and how many are answered at once: strangers
// may reach it, and the service needs descriptors and time for its own work.
const (
	maxConnections = 32
	maxAsked       = 4
)

// Health is how a service is.
type Health struct {
	OK     bool   `json:"ok"`
	Reason string `json:"reason,omitempty"` // in one line, why it is not
}

// Serve answers until the context ends. Started, when set, is called with the address once it listens.
func (s Surface) Serve(ctx context.Context, health func(context.Context) Health, metrics prometheus.Gatherer,
	log *slog.Logger, started func(net.Addr)) error {
	if err := s.Check(); err != nil {
		return fmt.Errorf("serving metrics: %w", err)
	}
	if s.Listen == "" {
		<-ctx.Done()
		return nil
	}
	listener, err := s.listen(ctx)
	if err != nil {
		return fmt.Errorf("serving metrics: %w", err)
	}
	if started != nil {
		started(listener.Addr())
	}
	listener = netutil.LimitListener(listener, maxConnections)
	server := &http.Server{
		Handler: s.handler(health, metrics, log), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 5 * time.Second,
		WriteTimeout: 30 * time.Second, IdleTimeout: 5 * time.Second, MaxHeaderBytes: 1 << 14,
		ErrorLog:    slog.NewLogLogger(log.Handler(), slog.LevelDebug),
		BaseContext: func(net.Listener) context.Context { return context.WithoutCancel(ctx) },
	}
	done := make(chan error, 1)
	go func() {
		if s.Certificate != "" {
			done <- server.ServeTLS(listener, s.Certificate, s.Key)
		} else {
			done <- server.Serve(listener)
		}
	}()
	select {
	case err := <-done:
		return fmt.Errorf("serving metrics on %s: %w", s.Listen, err)
	case <-ctx.Done():
	}
	err = server.Close() // a scrape that is cut is asked for again
	if served := <-done; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, served)
	}
	return err
}

func (s Surface) listen(ctx context.Context) (net.Listener, error) {
	path, ok := strings.CutPrefix(s.Listen, unixPrefix)
	if !ok {
		return new(net.ListenConfig).Listen(ctx, "tcp", s.Listen)
	}
	// What is left of an earlier run is in the way; anything else at that place stays.
	if info, err := os.Lstat(path); err == nil && info.Mode()&fs.ModeSocket != 0 {
		if err := os.Remove(path); err != nil {
			return nil, err
		}
	}
	l, err := new(net.ListenConfig).Listen(ctx, "unix", path)
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(path, 0o600); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// handler answers /healthz with 200 or 503 and /metrics.
//
// With a token it asks for that first, in a time that does not tell how much of it was right. Without one, what comes
// in over loopback has to name this machine: a page of another site can have its own name lead to 127.0.0.1, and a
// browser here would let it read the answer.
func (s Surface) handler(health func(context.Context) Health, metrics prometheus.Gatherer,
	log *slog.Logger) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(metrics, promhttp.HandlerOpts{
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn), MaxRequestsInFlight: maxAsked,
		Timeout: 20 * time.Second,
	}))
	places := make(chan struct{}, maxAsked)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		select {
		case places <- struct{}{}:
			defer func() { <-places }()
		default:
			http.Error(w, "it is being asked already; try again", http.StatusTooManyRequests)
			return
		}
		h := health(r.Context())
		w.Header().Set("Content-Type", "application/json")
		if !h.OK {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
		if err := json.NewEncoder(w).Encode(h); err != nil {
			log.DebugContext(r.Context(), "Failed to send an answer", slog.Any("error", err))
		}
	})
	want := sha256.Sum256([]byte("Bearer " + s.Token))
	socket := strings.HasPrefix(s.Listen, unixPrefix)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got := sha256.Sum256([]byte(r.Header.Get("Authorization")))
		switch {
		case s.Token != "" && subtle.ConstantTimeCompare(got[:], want[:]) != 1:
			w.Header().Set("Connection", "close")
			w.Header().Set("WWW-Authenticate", "Bearer")
			http.Error(w, "send the token as Authorization: Bearer TOKEN", http.StatusUnauthorized)
		case s.Token == "" && !socket && (!Loopback(hostOf(r.Host)) || r.Header.Get("Origin") != ""):
			w.Header().Set("Connection", "close")
			http.Error(w, "ask for a loopback address by its own name, and from no page", http.StatusForbidden)
		default:
			mux.ServeHTTP(w, r)
		}
	})
}

// hostOf is the host that a request names, without its port.
func hostOf(named string) string {
	if host, _, err := net.SplitHostPort(named); err == nil {
		return host
	}
	return strings.Trim(named, "[]")
}
