// Package web serves the gateway's JSON-RPC over HTTP and WebSocket on one
// address.
//
// It promises that web pages reach the gateway from allowed origins only, that
// requests for other host names are refused (a page cannot rebind a name of its
// own to the gateway's address), and that no request is larger or more
// numerous than its limits.
package web

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/rpc"
)

// Loopback stands for all origins or host names of this machine in an allow
// list, Any for all there are.
const (
	Loopback = "loopback"
	Any      = "*"
)

// Config is what a server works with. Every field is required.
type Config struct {
	// RPC answers the requests.
	RPC *rpc.Server
	// Origins are the origins of web pages that may use the gateway, and Hosts
	// the names by which it may be called: exact values, Loopback or Any.
	Origins, Hosts []string
	// MaxRequests is how many HTTP requests are served at a time and
	// MaxWebSockets how many WebSocket connections there may be.
	MaxRequests, MaxWebSockets int64
	// Health says whether the gateway is well, and more about it.
	Health func() (ok bool, detail any)
	// Metrics serves /metrics.
	Metrics http.Handler
	Logger  *slog.Logger
}

// Times that bound one HTTP request.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 30 * time.Second
	writeTimeout      = 60 * time.Second
	idleTimeout       = 2 * time.Minute
	shutdownTimeout   = 5 * time.Second
)

// Server is a server. Make one with New.
type Server struct {
	cfg        Config
	websocket  http.Handler
	requests   atomic.Int64
	websockets atomic.Int64
	served     atomic.Uint64
	refused    atomic.Uint64
}

// New returns a server.
func New(cfg Config) *Server {
	// Origins are checked here, for HTTP and WebSocket alike.
	return &Server{cfg: cfg, websocket: cfg.RPC.WebsocketHandler([]string{Any})}
}

// Stats counts what a server did.
type Stats struct {
	Requests, WebSockets int64 // now
	Served, Refused      uint64
}

// Stats returns what the server did.
func (s *Server) Stats() Stats {
	return Stats{
		Requests: s.requests.Load(), WebSockets: s.websockets.Load(),
		Served: s.served.Load(), Refused: s.refused.Load(),
	}
}

// Serve serves until the context ends, which is no error. Requests that are
// under way then are given a few seconds.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: readHeaderTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		ErrorLog:          slog.NewLogLogger(s.cfg.Logger.Handler(), slog.LevelDebug),
	}
	stopped := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(stopped)
		// WebSocket connections are the RPC server's.
		s.cfg.RPC.Stop()
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
		defer cancel()
		if err := server.Shutdown(ctx); err != nil {
			_ = server.Close()
		}
	})
	err := server.Serve(listener)
	if !stop() {
		<-stopped
	}
	if errors.Is(err, http.ErrServerClosed) && ctx.Err() != nil {
		return nil
	}
	return err
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !s.hostAllowed(r.Host) {
		s.refuse(w, http.StatusForbidden, "this host name is not allowed: add it to the gateway's allowed hosts")
		return
	}
	origin := r.Header.Get("Origin")
	if origin != "" && !s.originAllowed(origin) {
		s.refuse(w, http.StatusForbidden, "this origin is not allowed: add it to the gateway's allowed origins")
		return
	}
	w.Header().Add("Vary", "Origin")
	if origin != "" {
		w.Header().Set("Access-Control-Allow-Origin", origin)
	}
	switch {
	case r.Method == http.MethodOptions:
		s.preflight(w)
	case r.URL.Path == "/healthz" && r.Method == http.MethodGet:
		s.health(w)
	case r.URL.Path == "/metrics" && r.Method == http.MethodGet:
		s.cfg.Metrics.ServeHTTP(w, r)
	case r.URL.Path != "/" && r.URL.Path != "/ws":
		http.NotFound(w, r)
	case isUpgrade(r):
		s.serveLimited(w, r, s.websocket, &s.websockets, s.cfg.MaxWebSockets)
	default:
		s.serveLimited(w, r, s.cfg.RPC, &s.requests, s.cfg.MaxRequests)
	}
}

func (s *Server) serveLimited(w http.ResponseWriter, r *http.Request, h http.Handler, now *atomic.Int64, limit int64) {
	defer now.Add(-1)
	if now.Add(1) > limit {
		w.Header().Set("Retry-After", "1")
		s.refuse(w, http.StatusServiceUnavailable, "the gateway is busy, try again later")
		return
	}
	s.served.Add(1)
	h.ServeHTTP(w, r)
}

func (s *Server) refuse(w http.ResponseWriter, status int, message string) {
	s.refused.Add(1)
	http.Error(w, message, status)
}

// preflight answers a browser's question before a request from another origin.
func (s *Server) preflight(w http.ResponseWriter) {
	h := w.Header()
	h.Set("Access-Control-Allow-Methods", "POST, GET, OPTIONS")
	h.Set("Access-Control-Allow-Headers", "Content-Type")
	h.Set("Access-Control-Max-Age", "600")
	w.WriteHeader(http.StatusNoContent)
}

func (s *Server) health(w http.ResponseWriter) {
	ok, detail := s.cfg.Health()
	w.Header().Set("Content-Type", "application/json")
	if !ok {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
	if err := json.NewEncoder(w).Encode(detail); err != nil {
		s.cfg.Logger.Debug("Writing the health report failed", slog.Any("error", err))
	}
}

func isUpgrade(r *http.Request) bool {
	return strings.EqualFold(r.Header.Get("Upgrade"), "websocket")
}

func (s *Server) originAllowed(origin string) bool {
	origin = strings.ToLower(origin)
	if slices.Contains(s.cfg.Origins, Any) || slices.ContainsFunc(s.cfg.Origins, func(o string) bool { return strings.EqualFold(o, origin) }) {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") &&
		slices.Contains(s.cfg.Origins, Loopback) && isLoopback(u.Hostname())
}

func (s *Server) hostAllowed(hostport string) bool {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = strings.Trim(hostport, "[]")
	}
	host = strings.ToLower(host)
	if slices.Contains(s.cfg.Hosts, Any) || slices.ContainsFunc(s.cfg.Hosts, func(h string) bool { return strings.EqualFold(h, host) }) {
		return true
	}
	return slices.Contains(s.cfg.Hosts, Loopback) && isLoopback(host)
}

// isLoopback is true of the names and addresses of this machine itself.
func isLoopback(host string) bool {
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.IsLoopback()
}
