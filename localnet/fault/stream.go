package fault

import (
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"sync"
)

// Direction is who speaks.
type Direction int

// The two directions of a connection.
const (
	ToServer Direction = iota
	ToClient
)

// String implements fmt.Stringer.
func (d Direction) String() string {
	if d == ToServer {
		return "to server"
	}
	return "to client"
}

// ErrCut ends a connection when a hook returns it.
var ErrCut = errors.New("the connection was cut on purpose")

// StreamHook sees bytes as they pass and returns what to pass on: the same, other bytes, or none. offset is how many
// bytes have come before them in their direction. It is called for one direction of one connection at a time; with an
// error the connection is cut.
type StreamHook func(connection int, d Direction, offset int64, chunk []byte) ([]byte, error)

// StreamProxy stands before a server's UNIX socket and passes bytes through a hook.
type StreamProxy struct {
	path, target string
	hook         StreamHook
	listener     net.Listener

	mutex       sync.Mutex
	connections map[net.Conn]struct{}
	count       int
	closed      bool
	serving     sync.WaitGroup
}

// NewStreamProxy listens at path and connects to the socket at target for each connection. A nil hook changes nothing.
func NewStreamProxy(path, target string, hook StreamHook) (*StreamProxy, error) {
	listener, err := listen(path)
	if err != nil {
		return nil, err
	}
	if hook == nil {
		hook = func(_ int, _ Direction, _ int64, chunk []byte) ([]byte, error) { return chunk, nil }
	}
	p := &StreamProxy{path: path, target: target, hook: hook, listener: listener,
		connections: make(map[net.Conn]struct{})}
	p.serving.Go(p.serve)
	return p, nil
}

func listen(path string) (net.Listener, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("unix", path)
	if err != nil {
		return nil, fmt.Errorf("listening at %s: %w", path, err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		_ = listener.Close()
		return nil, fmt.Errorf("listening at %s: %w", path, err)
	}
	return listener, nil
}

// Path is the proxy's socket.
func (p *StreamProxy) Path() string { return p.path }

// Cut ends all connections. New ones are taken.
func (p *StreamProxy) Cut() {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	for c := range p.connections {
		_ = c.Close()
	}
}

// Close ends the proxy and all connections.
func (p *StreamProxy) Close() error {
	p.mutex.Lock()
	p.closed = true
	p.mutex.Unlock()
	err := p.listener.Close()
	p.Cut()
	p.serving.Wait()
	return err
}

func (p *StreamProxy) serve() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return
		}
		server, err := net.Dial("unix", p.target)
		if err != nil {
			_ = client.Close() // as when the server is not there
			continue
		}
		p.mutex.Lock()
		if p.closed {
			p.mutex.Unlock()
			_, _ = client.Close(), server.Close()
			return
		}
		p.connections[client], p.connections[server] = struct{}{}, struct{}{}
		number := p.count
		p.count++
		p.mutex.Unlock()
		p.serving.Go(func() { p.pass(number, client, server) })
	}
}

// pass passes bytes both ways until either side ends.
func (p *StreamProxy) pass(number int, client, server net.Conn) {
	var both sync.WaitGroup
	both.Go(func() { p.copy(number, ToServer, server, client) })
	both.Go(func() { p.copy(number, ToClient, client, server) })
	both.Wait()
	p.mutex.Lock()
	defer p.mutex.Unlock()
	delete(p.connections, client)
	delete(p.connections, server)
}

func (p *StreamProxy) copy(number int, d Direction, to, from net.Conn) {
	defer func() { _, _ = to.Close(), from.Close() }()
	buf := make([]byte, 32<<10)
	for offset := int64(0); ; {
		n, readErr := from.Read(buf)
		if n > 0 {
			chunk, err := p.hook(number, d, offset, append([]byte(nil), buf[:n]...))
			if err != nil {
				return
			}
			if _, err := to.Write(chunk); err != nil {
				return
			}
			offset += int64(n)
		}
		if readErr != nil {
			return
		}
	}
}
