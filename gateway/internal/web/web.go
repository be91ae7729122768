// Package web serves the gateway's JSON-RPC over HTTP and WebSocket on one address.
//
// It promises that web pages reach the gateway from allowed origins only; that requests for other host names are
// refused (a page cannot rebind a name of its own to the gateway's address); and that everything that a request takes,
// its connection, its body, its place and its answer until that was read, is counted, with a limit in all and a share
// for each client.
package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
)

// Words of an allow list: Loopback stands for all origins or host names of this machine, Extensions for those of
// browser extensions, Any for all there are.
const (
	Loopback   = "loopback"
	Extensions = "extensions"
	Any        = "*"
)

// Config is what a server works with. Every field but Proxies is required.
type Config struct {
	// RPC answers the requests.
	RPC *rpc.Server
	// Origins are the origins of web pages and extensions that may use the gateway: exact values, Loopback, Extensions
	// or Any. Hosts are the names by which it may be called: exact values, Loopback or Any.
	Origins, Hosts []string
	// Proxies are those whose X-Forwarded-For says who the client is.
	Proxies admission.Proxies
	Limits  Limits
	// Health says whether the gateway is well, and more about it.
	Health func() (ok bool, detail any)
	// Metrics serves /metrics.
	Metrics http.Handler
	Logger  *slog.Logger
}

// Server is a server. Make one with New.
type Server struct {
	cfg    Config
	ended  chan struct{} // closed when Serve ends
	served atomic.Uint64
	// messageTime is how long a message over WebSocket may take to come.
	messageTime time.Duration
	refused     [refusals]atomic.Uint64
}

// New returns a server.
func New(cfg Config) *Server {
	return &Server{cfg: cfg, ended: make(chan struct{}), messageTime: readTimeout}
}

// Served is how many requests and WebSocket connections were served.
func (s *Server) Served() uint64 { return s.served.Load() }

// Reasons are the keys of Refused.
func Reasons() []string {
	out := make([]string, refusals)
	for kind := range refusals {
		out[kind] = kind.String()
	}
	return out
}

// Refused counts what was refused, by reason.
func (s *Server) Refused() map[string]uint64 {
	out := make(map[string]uint64, refusals)
	for kind := range refusals {
		out[kind.String()] = s.refused[kind].Load()
	}
	return out
}

// Serve serves until the context ends, which is no error. Requests that are under way then are given a few seconds. It
// may be called once.
func (s *Server) Serve(ctx context.Context, inner net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: readHeaderTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(s.cfg.Logger.Handler(), slog.LevelDebug),
	}
	stopped := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(stopped)
		close(s.ended) // ends the WebSocket connections, which server does not know
		s.cfg.RPC.Stop()
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTimeout)
		defer cancel()
		if err := server.Shutdown(ctx); err != nil {
			_ = server.Close()
		}
	})
	err := server.Serve(
		&counted{Listener: inner, pool: s.cfg.Limits.Connections, proxies: s.cfg.Proxies, refused: func(err error) {
			_, kind := unavailable(err)
			s.refused[kind].Add(1)
		}},
	)
	if !stop() {
		<-stopped
	}
	if errors.Is(err, http.ErrServerClosed) && ctx.Err() != nil {
		return nil
	}
	return err
}

// maxHeaderBytes is the largest header of a request.
const maxHeaderBytes = 16 << 10

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !s.hostAllowed(r.Host) {
		s.refuse(
			w,
			refusedHost,
			http.StatusForbidden,
			"this host name is not allowed: add it to the gateway's allowed hosts (--host)",
		)
		return
	}
	origin := r.Header.Get("Origin")
	if origin != "" && !s.originAllowed(origin) {
		s.refuse(
			w,
			refusedOrigin,
			http.StatusForbidden,
			"this origin is not allowed: add it to the gateway's allowed origins (--origin)",
		)
		return
	}
	w.Header().Add("Vary", "Origin")
	if origin != "" {
		w.Header().Set("Access-Control-Allow-Origin", origin)
		w.Header().Set("Access-Control-Expose-Headers", "Retry-After")
	}
	known := r.URL.Path == "/" || r.URL.Path == "/ws"
	switch {
	case r.Method != http.MethodPost && r.Method != http.MethodGet && r.Method != http.MethodOptions:
		w.Header().Set("Allow", "GET, OPTIONS, POST")
		s.refuse(w, refusedMethod, http.StatusMethodNotAllowed, "method not allowed: send JSON-RPC with POST")
	case r.Method == http.MethodOptions:
		preflight(w, r)
	case r.URL.Path == "/healthz" && r.Method == http.MethodGet:
		s.watch(w, r, s.health)
	case r.URL.Path == "/metrics" && r.Method == http.MethodGet:
		s.watch(w, r, func(w http.ResponseWriter) { s.cfg.Metrics.ServeHTTP(w, r) })
	case !known:
		http.NotFound(w, r)
	case isUpgrade(r):
		s.upgrade(w, r)
	case r.Method == http.MethodGet:
		w.WriteHeader(http.StatusOK) // for those who ask whether it is there
	default:
		s.post(w, r)
	}
}

// post answers a JSON-RPC request. It takes its place when its body has come.
func (s *Server) post(w http.ResponseWriter, r *http.Request) {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || !slices.Contains(contentTypes, kind) {
		s.refuse(
			w,
			refusedMethod,
			http.StatusUnsupportedMediaType,
			"invalid content type, only application/json is supported",
		)
		return
	}
	client := s.cfg.Proxies.ClientOfRequest(r)
	b, ok := s.body(w, r, client)
	if !ok {
		return
	}
	defer b.release()
	requests := s.cfg.Limits.Requests
	if err := requests.Take(client, 1); err != nil {
		s.unavailable(w, err)
		return
	}
	defer requests.Give(client, 1)
	s.served.Add(1)
	ctx, cancel := context.WithTimeout(r.Context(), requestTimeout)
	defer cancel()
	a := s.respond(ctx, client, b.data, s.execute)
	defer a.release()
	_ = http.NewResponseController(w).SetWriteDeadline(writeDeadline(a.size))
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Content-Length", strconv.Itoa(a.size))
	for _, part := range a.parts {
		if _, err := w.Write(part); err != nil {
			if errors.Is(err, os.ErrDeadlineExceeded) {
				s.refused[refusedReader].Add(1)
			}
			return
		}
	}
	// What the server still buffers must reach the client before the answer's bytes are no longer counted.
	if len(a.parts) > 0 {
		_ = http.NewResponseController(w).Flush()
	}
}

var contentTypes = []string{"application/json", "application/json-rpc", "application/jsonrequest"}

// body reads the body of a request. ok is false when it was refused.
func (s *Server) body(w http.ResponseWriter, r *http.Request, client admission.Client) (b *body, ok bool) {
	l := &s.cfg.Limits
	if r.ContentLength > int64(l.RequestBytes) {
		s.tooLarge(w)
		return nil, false
	}
	err := l.Bodies.Take(client, 1)
	if err == nil {
		b, err = readBody(r.Body, l.RequestBytes, l.BodyBytes, client)
		l.Bodies.Give(client, 1)
	}
	switch {
	case err == nil:
		return b, true
	case errors.Is(err, errTooLarge):
		s.tooLarge(w)
	case errors.Is(err, admission.ErrShare) || errors.Is(err, admission.ErrBusy):
		w.Header().Set("Connection", "close") // The rest of the body is not read.
		s.unavailable(w, err)
	case errors.Is(err, os.ErrDeadlineExceeded):
		w.Header().Set("Connection", "close")
		s.refuseCall(
			w,
			refusedSlow,
			http.StatusRequestTimeout,
			codeInvalidRequest,
			"the request did not arrive in time",
		)
	default:
		s.cfg.Logger.Debug("Reading a request failed", slog.String("error", err.Error()))
		w.Header().Set("Connection", "close") // Where it ends is not known.
		s.refuseCall(w, refusedMalformed, http.StatusBadRequest, codeInvalidRequest,
			"the request's body cannot be read: send it as Content-Length or Transfer-Encoding say")
	}
	return nil, false
}

func (s *Server) tooLarge(w http.ResponseWriter) {
	w.Header().Set("Connection", "close")
	s.refuseCall(w, refusedLarge, http.StatusRequestEntityTooLarge, rpcerr.CodeLimit,
		fmt.Sprintf("the request is too large: at most %d bytes", s.cfg.Limits.RequestBytes))
}

// unavailable refuses what there is no room for now.
func (s *Server) unavailable(w http.ResponseWriter, err error) {
	status, kind := unavailable(err)
	w.Header().Set("Retry-After", "1")
	s.refuseCall(w, kind, status, rpcerr.CodeLimit, err.Error())
}

// refuseCall refuses with an error that JSON-RPC clients understand.
func (s *Server) refuseCall(w http.ResponseWriter, kind refusal, status, code int, text string) {
	s.refused[kind].Add(1)
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(failure(nil, code, text))
}

func (s *Server) refuse(w http.ResponseWriter, kind refusal, status int, text string) {
	s.refused[kind].Add(1)
	http.Error(w, text, status)
}

// preflight answers a browser's question before a request from another origin. Browsers that ask before a page of
// another network reaches this machine are told that it may: its origin is allowed.
func preflight(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Access-Control-Allow-Methods", "POST, GET, OPTIONS")
	h.Set("Access-Control-Allow-Headers", "Content-Type")
	h.Set("Access-Control-Max-Age", "600")
	if strings.EqualFold(r.Header.Get("Access-Control-Request-Private-Network"), "true") {
		h.Set("Access-Control-Allow-Private-Network", "true")
	}
	w.WriteHeader(http.StatusNoContent)
}

// watch answers those who watch the gateway, who take a place as others do.
func (s *Server) watch(w http.ResponseWriter, r *http.Request, answer func(http.ResponseWriter)) {
	client, requests := s.cfg.Proxies.ClientOfRequest(r), s.cfg.Limits.Requests
	if err := requests.Take(client, 1); err != nil {
		s.unavailable(w, err)
		return
	}
	defer requests.Give(client, 1)
	answer(w)
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
	allowed := s.cfg.Origins
	if slices.Contains(allowed, Any) ||
		slices.ContainsFunc(allowed, func(o string) bool { return strings.EqualFold(o, origin) }) {
		return true
	}
	u, err := url.Parse(origin)
	if err != nil || u.Host == "" {
		return false // null is the origin of local files, and of frames that any page makes
	}
	switch u.Scheme {
	case "http", "https":
		return slices.Contains(allowed, Loopback) && isLoopback(u.Hostname())
	case "chrome-extension", "moz-extension", "safari-web-extension":
		return slices.Contains(allowed, Extensions)
	}
	return false
}

func (s *Server) hostAllowed(hostport string) bool {
	host, ok := splitHost(strings.ToLower(hostport))
	if !ok {
		return false
	}
	hosts := s.cfg.Hosts
	if slices.Contains(hosts, Any) ||
		slices.ContainsFunc(hosts, func(h string) bool { return strings.EqualFold(h, host) }) {
		return true
	}
	return slices.Contains(hosts, Loopback) && isLoopback(host)
}

// splitHost takes the port off a Host header in lower case. ok is false of what is none: a name or an address, an IPv6
// one in brackets, and perhaps a port.
func splitHost(hostport string) (host string, ok bool) {
	host, port, _ := strings.Cut(hostport, ":")
	named := func(r rune) bool { return r >= 'a' && r <= 'z' || isDigit(r) || strings.ContainsRune("-._", r) }
	ok = strings.TrimLeftFunc(host, named) == ""
	if inner, bracket := strings.CutPrefix(hostport, "["); bracket {
		var rest string
		host, rest, ok = strings.Cut(inner, "]")
		addr, err := netip.ParseAddr(host)
		ok = ok && err == nil && addr.Is6() && addr.Zone() == "" && (rest == "" || rest[0] == ':')
		port = strings.TrimPrefix(rest, ":")
	}
	return host, ok && strings.TrimLeftFunc(port, isDigit) == ""
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// isLoopback is true of the names and addresses of this machine itself.
func isLoopback(host string) bool {
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	addr, err := netip.ParseAddr(host)
	return err == nil && addr.IsLoopback()
}
