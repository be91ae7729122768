package web

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/rpcerr"
)

// bridge is what the RPC server takes for a connection: it reads the calls that ask gives it and writes answers and
// notices. It keeps nothing of a call or an answer that is done.
type bridge struct {
	socket  *socket
	calls   chan json.RawMessage
	answers chan []byte
	once    sync.Once
	ended   chan struct{}
}

func newBridge(c *socket) *bridge {
	return &bridge{
		socket: c, calls: make(chan json.RawMessage), answers: make(chan []byte, 1), ended: make(chan struct{}),
	}
}

// codecOf makes the RPC server's codec of a bridge with newCodec, which is rpc.NewFuncCodec. That of rpc.NewCodec keeps
// room for the largest call and the largest answer for as long as the connection lasts. What M, a message, and C are
// has no name outside of package rpc.
func codecOf[C, M any](
	newCodec func(
		conn C,
		writeOne func(ctx context.Context, m M, isError bool) error,
		writeBatch func(ctx context.Context, m []M, isError bool) error,
		read func(m any) error,
	) rpc.ServerCodec,
	b *bridge,
) rpc.ServerCodec {
	return newCodec(
		any(b).(C),
		func(_ context.Context, m M, _ bool) error { return b.write(m) },
		func(_ context.Context, m []M, _ bool) error { return b.write(m) },
		b.read,
	)
}

// ask has the RPC server answer a call.
func (b *bridge) ask(ctx context.Context, raw json.RawMessage) []byte {
	select {
	case b.calls <- raw:
	case <-b.ended:
		return failCall(raw, rpcerr.CodeInternal, "the connection is closing")
	case <-ctx.Done():
		return failCall(raw, rpcerr.CodeUnavailable, "request timed out")
	}
	select {
	case answer := <-b.answers:
		return answer
	case <-b.socket.closed:
	case <-ctx.Done():
		b.socket.cut() // The next answer would be taken for another call's.
	}
	return nil
}

func (b *bridge) end() { b.once.Do(func() { close(b.ended) }) }

// read decodes the next call.
func (b *bridge) read(m any) error {
	select {
	case raw := <-b.calls:
		return json.Unmarshal(raw, m)
	case <-b.ended:
		return io.EOF
	}
}

// write takes a message of the RPC server: an answer has an id, a notice has none.
func (b *bridge) write(m any) error {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false) // What it holds is encoded already.
	if err := encoder.Encode(m); err != nil {
		return err
	}
	data := bytes.TrimSpace(out.Bytes())
	if !bytes.HasPrefix(data, []byte(`{"jsonrpc":"2.0","id":`)) {
		return b.socket.notify(data)
	}
	select {
	case b.answers <- data:
		return nil
	case <-b.socket.closed:
		return io.ErrClosedPipe
	}
}

// Close implements io.Closer.
func (b *bridge) Close() error {
	b.end()
	go b.socket.close()
	return nil
}

// SetWriteDeadline does nothing: writes never wait.
func (b *bridge) SetWriteDeadline(time.Time) error { return nil }

// RemoteAddr names the client, for admission.ClientOf.
func (b *bridge) RemoteAddr() string { return b.socket.client.String() }
