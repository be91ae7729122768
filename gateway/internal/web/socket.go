package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/rpc"
	"github.com/gorilla/websocket"

	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
)

// Bounds of one WebSocket connection.
const (
	// socketCalls is how many messages of one connection are answered at a time.
	socketCalls = 32
	// socketNotices and socketNoticeBytes are how many notices of subscriptions wait for a client that does not read
	// before its connection is cut.
	socketNotices     = 4096
	socketNoticeBytes = 4 << 20
	// maxSubscribeBytes is the largest call that makes or ends a subscription: those of all the addresses and topics
	// that there may be take 326 kB.
	maxSubscribeBytes = 512 << 10
	pingInterval      = 30 * time.Second
	pongTimeout       = 90 * time.Second
)

// socket is one WebSocket connection. Calls are answered like those over HTTP; only subscriptions, which last, are kept
// by the RPC server, behind bridge.
type socket struct {
	server *Server
	client admission.Client
	conn   *websocket.Conn
	closed chan struct{}
	once   sync.Once
	ready  chan struct{} // has a value when something waits to be written
	calls  chan struct{}

	mu          sync.Mutex
	queue       []*answer // to be written, in order
	held        []*answer // notices that wait for the answer that names their subscription
	holding     int
	notices     int
	noticeBytes int

	bridgeMu sync.Mutex // one subscription is made at a time
	bridge   atomic.Pointer[bridge]
}

// upgrade makes a WebSocket connection of a request and serves it.
func (s *Server) upgrade(w http.ResponseWriter, r *http.Request) {
	client := s.cfg.Proxies.ClientOfRequest(r)
	sockets := s.cfg.Limits.WebSockets
	if err := sockets.Take(client, 1); err != nil {
		s.unavailable(w, err)
		return
	}
	defer sockets.Give(client, 1)
	// Origins were checked already, for HTTP and WebSocket alike.
	upgrader := websocket.Upgrader{
		ReadBufferSize:  1 << 10,
		WriteBufferSize: 4 << 10,
		WriteBufferPool: &buffers,
		CheckOrigin:     func(*http.Request) bool { return true },
	}
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return // It was answered.
	}
	s.served.Add(1)
	c := &socket{
		server: s, client: client, conn: conn,
		closed: make(chan struct{}), ready: make(chan struct{}, 1), calls: make(chan struct{}, socketCalls),
	}
	ctx, cancel := context.WithCancel(context.WithoutCancel(r.Context()))
	defer cancel()
	var parts sync.WaitGroup
	parts.Go(func() { c.write() })
	parts.Go(func() {
		select {
		case <-s.ended:
			c.close()
		case <-c.closed:
		}
	})
	c.read(ctx, &parts)
	c.close()
	cancel()
	parts.Wait()
	c.discard()
}

var buffers sync.Pool

func (c *socket) close() {
	c.once.Do(func() {
		close(c.closed)
		_ = c.conn.WriteControl(
			websocket.CloseMessage,
			websocket.FormatCloseMessage(websocket.CloseNormalClosure, ""),
			time.Now().Add(time.Second),
		)
		_ = c.conn.Close()
		if b := c.bridge.Load(); b != nil {
			b.end()
		}
	})
}

// cut closes the connection of a client that does not read.
func (c *socket) cut() {
	c.server.refused[refusedReader].Add(1)
	go c.close()
}

// read takes messages until the connection ends.
func (c *socket) read(ctx context.Context, parts *sync.WaitGroup) {
	l := &c.server.cfg.Limits
	c.conn.SetReadLimit(int64(l.RequestBytes))
	coming := false // A part of a message is here: its time is fixed, whatever comes between.
	alive := func(string) error {
		if coming {
			return nil
		}
		return c.conn.SetReadDeadline(time.Now().Add(pongTimeout))
	}
	c.conn.SetPongHandler(alive)
	for {
		coming = false
		_ = alive("")
		_, r, err := c.conn.NextReader()
		if err != nil {
			return
		}
		coming = true
		_ = c.conn.SetReadDeadline(time.Now().Add(c.server.messageTime))
		b, err := readBody(r, l.RequestBytes, l.BodyBytes, c.client)
		if errors.Is(err, admission.ErrShare) || errors.Is(err, admission.ErrBusy) {
			_, kind := unavailable(err)
			c.server.refused[kind].Add(1)
			_ = c.conn.WriteControl(websocket.CloseMessage,
				websocket.FormatCloseMessage(websocket.CloseTryAgainLater, err.Error()), time.Now().Add(time.Second))
			return
		}
		if err != nil {
			return
		}
		if !c.admit(ctx) {
			b.release()
			return
		}
		parts.Go(func() {
			defer func() {
				b.release()
				l.Requests.Give(c.client, 1)
				<-c.calls
			}()
			c.serve(ctx, b.data)
		})
	}
}

// admit waits until there is a place for one more message. Meanwhile nothing is read from the connection.
func (c *socket) admit(ctx context.Context) bool {
	select {
	case c.calls <- struct{}{}:
	case <-c.closed:
		return false
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	done := make(chan struct{})
	defer close(done)
	go func() {
		select {
		case <-c.closed:
			cancel()
		case <-done:
		}
	}()
	return c.server.cfg.Limits.Requests.Wait(ctx, c.client, 1) == nil
}

// serve answers one message.
func (c *socket) serve(ctx context.Context, data []byte) {
	ctx, cancel := context.WithTimeout(ctx, requestTimeout)
	defer cancel()
	if bytes.Contains(data, []byte("subscribe")) {
		// A notice must not overtake the answer that names its subscription.
		c.hold()
		defer c.release()
	}
	a := c.server.respond(ctx, c.client, data, c.execute)
	if len(a.parts) == 0 {
		a.release()
		return
	}
	c.enqueue(a)
}

// execute runs a call: on the RPC server as one over HTTP, or, when it makes or ends a subscription, on this
// connection's.
func (c *socket) execute(ctx context.Context, raw json.RawMessage) []byte {
	m, ok := parseMessage(raw)
	if !ok || !strings.HasSuffix(m.method, "subscribe") {
		return c.server.execute(ctx, raw)
	}
	if m.id == nil {
		return nil // The client could not know its name.
	}
	if refused := c.checkSubscribe(raw, m); refused != nil {
		return refused
	}
	c.bridgeMu.Lock()
	defer c.bridgeMu.Unlock()
	b := c.bridge.Load()
	if b == nil {
		b = newBridge(c)
		c.bridge.Store(b)
		go c.server.cfg.RPC.ServeCodec(codecOf(rpc.NewFuncCodec, b), 0)
	}
	select {
	case <-c.closed:
		b.end()
		return nil
	default:
	}
	return b.ask(ctx, raw)
}

// checkSubscribe returns the error of a call that makes or ends a subscription and is larger than any of use.
func (c *socket) checkSubscribe(raw json.RawMessage, m message) []byte {
	if len(raw) > maxSubscribeBytes {
		c.server.refused[refusedLarge].Add(1)
		return failCall(raw, rpcerr.CodeLimit, fmt.Sprintf(
			"the call is too large: one that makes or ends a subscription may have %d bytes", maxSubscribeBytes))
	}
	if first := firstElement(m.params); len(first) > maxNameBytes && first[0] == '"' {
		return failCall(raw, rpcerr.CodeInvalidParams, fmt.Sprintf(
			"invalid params: the name of a subscription has at most %d bytes", maxNameBytes))
	}
	return nil
}

func (c *socket) enqueue(a *answer) {
	c.mu.Lock()
	c.queue = append(c.queue, a)
	c.mu.Unlock()
	c.wake()
}

func (c *socket) wake() {
	select {
	case c.ready <- struct{}{}:
	default:
	}
}

// notify queues a notice of a subscription. It takes room past those who wait for more of it: what one connection may
// leave unread is little, and a client that reads is not cut because another waits.
func (c *socket) notify(data []byte) error {
	a := &answer{pool: c.server.cfg.Limits.Answers, client: c.client}
	c.mu.Lock()
	defer c.mu.Unlock()
	select {
	case <-c.closed:
		return io.ErrClosedPipe
	default:
	}
	if c.notices >= socketNotices || c.noticeBytes+len(data) > socketNoticeBytes && c.notices > 0 {
		c.cut()
		return errors.New("web: the client does not read its notices")
	}
	if err := a.pool.Grow(a.client, int64(len(data))); err != nil {
		c.cut()
		return err
	}
	a.counted = int64(len(data))
	a.add(data)
	a.notice = true
	c.notices++
	c.noticeBytes += len(data)
	if c.holding > 0 {
		c.held = append(c.held, a)
		return nil
	}
	c.queue = append(c.queue, a)
	c.wake()
	return nil
}

func (c *socket) hold() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.holding++
}

func (c *socket) release() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.holding--; c.holding == 0 {
		c.queue = append(c.queue, c.held...)
		c.held = nil
		c.wake()
	}
}

// write sends what is queued until the connection ends. A client that takes too long to read is cut.
func (c *socket) write() {
	ping := time.NewTicker(pingInterval)
	defer ping.Stop()
	for {
		select {
		case <-c.closed:
			return
		case <-ping.C:
			if err := c.conn.WriteControl(websocket.PingMessage, nil, time.Now().Add(writeGrace)); err != nil {
				c.close()
				return
			}
			continue
		case <-c.ready:
		}
		for {
			a := c.next()
			if a == nil {
				break
			}
			err := c.send(a)
			a.release()
			if err != nil {
				c.cut()
				return
			}
		}
	}
}

func (c *socket) next() *answer {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.queue) == 0 {
		return nil
	}
	a := c.queue[0]
	c.queue[0] = nil
	c.queue = c.queue[1:]
	if a.notice {
		c.notices--
		c.noticeBytes -= a.size
	}
	return a
}

func (c *socket) send(a *answer) error {
	_ = c.conn.SetWriteDeadline(writeDeadline(a.size))
	w, err := c.conn.NextWriter(websocket.TextMessage)
	if err != nil {
		return err
	}
	for _, part := range a.parts {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return w.Close()
}

// discard releases what was not written.
func (c *socket) discard() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, a := range append(c.queue, c.held...) {
		a.release()
	}
	c.queue, c.held = nil, nil
}
