package web

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"time"

	"github.com/assent-network/assent/gateway/internal/admission"
)

// Limits bound what clients may ask for and hold. Every field is required.
type Limits struct {
	// RequestBytes is the largest body or WebSocket message, BatchItems the most calls of a batch and AnswerBytes the
	// largest answer to a request or batch.
	RequestBytes, BatchItems, AnswerBytes int
	// Connections are the open connections, WebSockets those that were upgraded, Bodies the requests whose body is
	// still coming and Requests those that have arrived and are being answered.
	Connections, WebSockets, Bodies, Requests *admission.Pool
	// BodyBytes are the bytes of requests that are coming or being answered, Answers those of answers that are being
	// built or not read yet.
	BodyBytes, Answers *admission.Pool
	// Parameters are the bytes that the parameters of calls take once they are read: until the calls are answered, or
	// their methods say that they need less.
	Parameters *admission.Pool
}

// Times that bound one connection and one request.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 30 * time.Second
	idleTimeout       = 2 * time.Minute
	shutdownTimeout   = 5 * time.Second
	// requestTimeout ends the calls of one request.
	requestTimeout = 70 * time.Second
	// answerWait is how long a part of an answer waits for its client to read what it has asked for before.
	answerWait = 5 * time.Second
	// writeGrace and leastRate bound how long a client may take to read.
	writeGrace = 10 * time.Second
	leastRate  = 256 << 10 // bytes a second
	// writeTimeout is above all of them together.
	writeTimeout = 5 * time.Minute
)

// writeDeadline is when an answer must have been read.
func writeDeadline(size int) time.Time {
	return time.Now().Add(writeGrace + time.Duration(size)*time.Second/leastRate)
}

// refusal is why a request was refused. It names the metric.
type refusal int

const (
	refusedHost refusal = iota
	refusedOrigin
	refusedMethod
	refusedLarge
	refusedSlow
	refusedShare
	refusedBusy
	refusedReader
	refusedMalformed
	refusals
)

func (r refusal) String() string {
	return [refusals]string{"host", "origin", "method", "large", "slow", "share", "busy", "unread", "malformed"}[r]
}

// unavailable says which status and metric the error of a pool has.
func unavailable(err error) (status int, kind refusal) {
	if errors.Is(err, admission.ErrShare) {
		return http.StatusTooManyRequests, refusedShare
	}
	return http.StatusServiceUnavailable, refusedBusy
}

// counted is a listener that bounds the connections of each client. One that is too many is closed at once.
type counted struct {
	net.Listener
	pool    *admission.Pool
	proxies admission.Proxies
	refused func(error)
}

// Accept implements net.Listener.
func (l *counted) Accept() (net.Conn, error) {
	for {
		conn, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		peer, err := netip.ParseAddrPort(conn.RemoteAddr().String())
		if err != nil {
			return conn, nil
		}
		if l.proxies.Has(peer.Addr()) {
			return conn, nil // It stands for many clients, which are counted by request.
		}
		client := admission.ClientAt(peer.Addr())
		if err := l.pool.Take(client, 1); err != nil {
			l.refused(err)
			_ = conn.Close()
			continue
		}
		return &countedConn{Conn: conn, give: func() { l.pool.Give(client, 1) }}, nil
	}
}

type countedConn struct {
	net.Conn
	once sync.Once
	give func()
}

// Close implements net.Conn.
func (c *countedConn) Close() error {
	c.once.Do(c.give)
	return c.Conn.Close()
}
