package fault_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"

	cmngrpc "github.com/oasisprotocol/oasis-core/go/common/grpc"

	"github.com/assent-network/assent/localnet/fault"
)

func TestProcess(t *testing.T) {
	cmd := exec.Command("cat")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := fault.Command(cmd); err == nil {
		t.Error("a command that was not started is a process")
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	p, err := fault.Command(cmd)
	if err != nil {
		t.Fatal(err)
	}
	echo := func() string {
		if _, err := io.WriteString(in, "x"); err != nil {
			t.Fatal(err)
		}
		buf := make([]byte, 1)
		if _, err := io.ReadFull(out, buf); err != nil {
			t.Fatal(err)
		}
		return string(buf)
	}
	if err := p.Pause(); err != nil {
		t.Fatal(err)
	}
	if !p.Alive() {
		t.Error("a paused process is not alive")
	}
	answered := make(chan string, 1)
	go func() { answered <- echo() }()
	select {
	case <-answered:
		t.Error("a paused process answers")
	case <-time.After(50 * time.Millisecond):
	}
	if err := p.Resume(); err != nil {
		t.Fatal(err)
	}
	if got := <-answered; got != "x" {
		t.Errorf("got %q", got)
	}
	if err := p.Kill(t.Context()); err != nil {
		t.Fatal(err)
	}
	if p.Alive() {
		t.Error("a killed process is alive")
	}
	for name, again := range map[string]func() error{
		"kill": func() error { return p.Kill(t.Context()) }, "pause": p.Pause,
		"terminate": func() error { return p.Terminate(t.Context()) },
	} {
		if err := again(); err != nil {
			t.Errorf("%s of an ended process: %v", name, err)
		}
	}
}

// echoServer answers each byte with itself.
func echoServer(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "s")
	l, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() { _, _ = io.Copy(c, c); _ = c.Close() }()
		}
	}()
	return path
}

func TestStreamProxy(t *testing.T) {
	server := echoServer(t)
	var mode atomic.Int32
	const (
		clean = iota
		flip
		cut
	)
	proxy, err := fault.NewStreamProxy(filepath.Join(t.TempDir(), "p"), server,
		func(_ int, d fault.Direction, offset int64, chunk []byte) ([]byte, error) {
			switch {
			case mode.Load() == flip && d == fault.ToClient:
				chunk[0] ^= 1
			case mode.Load() == cut && d == fault.ToServer && offset > 0:
				return nil, fault.ErrCut
			}
			return chunk, nil
		})
	if err != nil {
		t.Fatal(err)
	}
	exchange := func(c net.Conn, send string) (string, error) {
		if _, err := io.WriteString(c, send); err != nil {
			return "", err
		}
		buf := make([]byte, len(send))
		_, err := io.ReadFull(c, buf)
		return string(buf), err
	}
	dial := func() net.Conn {
		c, err := net.Dial("unix", proxy.Path())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Close() })
		return c
	}
	c := dial()
	if got, err := exchange(c, "abc"); got != "abc" {
		t.Errorf("clean: %q, %v", got, err)
	}
	mode.Store(flip)
	if got, err := exchange(c, "abc"); got != "`bc" {
		t.Errorf("flipped: %q, %v", got, err)
	}
	mode.Store(cut)
	if got, err := exchange(c, "abc"); err == nil {
		t.Errorf("cut: %q", got)
	}
	mode.Store(clean)
	c = dial()
	if got, err := exchange(c, "abc"); got != "abc" {
		t.Errorf("a new connection: %q, %v", got, err)
	}
	proxy.Cut()
	if got, err := exchange(c, "abc"); err == nil {
		t.Errorf("after Cut: %q", got)
	}
	if err := proxy.Close(); err != nil {
		t.Fatal(err)
	}
	if c, err := net.Dial("unix", proxy.Path()); err == nil {
		_ = c.Close()
		t.Error("a closed proxy takes connections")
	}
}

func TestStreamProxy_endsConnectionsWithoutServer(t *testing.T) {
	dir := t.TempDir()
	proxy, err := fault.NewStreamProxy(filepath.Join(dir, "p"), filepath.Join(dir, "nobody"), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer proxy.Close()
	c, err := net.Dial("unix", proxy.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if n, err := c.Read(make([]byte, 1)); err == nil {
		t.Errorf("read %d bytes from nobody", n)
	}
}

// service is a small server that speaks as nodes do: CBOR over gRPC.
var service = grpc.ServiceDesc{
	ServiceName: "test.Service",
	HandlerType: (*any)(nil),
	Methods: []grpc.MethodDesc{{
		MethodName: "Double",
		Handler: func(_ any, _ context.Context, decode func(any) error, _ grpc.UnaryServerInterceptor) (any, error) {
			var n int
			if err := decode(&n); err != nil {
				return nil, err
			}
			if n < 0 {
				return nil, status.Error(codes.InvalidArgument, "negative")
			}
			return 2 * n, nil
		},
	}, {
		MethodName: "Ping",
		Handler: func(_ any, _ context.Context, decode func(any) error, _ grpc.UnaryServerInterceptor) (any, error) {
			return nil, decode(nil)
		},
	}},
	Streams: []grpc.StreamDesc{{
		StreamName:    "Count",
		ServerStreams: true,
		Handler: func(_ any, stream grpc.ServerStream) error {
			var n int
			if err := stream.RecvMsg(&n); err != nil {
				return err
			}
			for i := range n {
				if err := stream.SendMsg(i); err != nil {
					return err
				}
			}
			return nil
		},
	}},
}

func TestMessageProxy(t *testing.T) {
	dir := t.TempDir()
	l, err := net.Listen("unix", filepath.Join(dir, "s"))
	if err != nil {
		t.Fatal(err)
	}
	server := grpc.NewServer(grpc.ForceServerCodec(&cmngrpc.CBORCodec{}))
	server.RegisterService(&service, nil)
	go func() { _ = server.Serve(l) }()
	t.Cleanup(server.Stop)

	var hook atomic.Pointer[fault.MessageHook]
	set := func(h fault.MessageHook) { hook.Store(&h) }
	proxy, err := fault.NewMessageProxy(filepath.Join(dir, "p"), l.Addr().String(),
		func(ctx context.Context, m fault.Message) ([]byte, error) {
			return (*hook.Load())(ctx, m)
		})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := proxy.Close(); err != nil {
			t.Error(err)
		}
	})
	conn, err := cmngrpc.Dial("unix:"+proxy.Path(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	// What oasis-core's clients send where a method takes nothing is a message without bytes.
	set(func(_ context.Context, m fault.Message) ([]byte, error) { return m.Data, nil })
	var nothing *int
	if err := conn.Invoke(t.Context(), "/test.Service/Ping", nil, &nothing); err != nil {
		t.Errorf("a message without bytes: %v", err)
	}
	double := func(n int) (out int, err error) {
		err = conn.Invoke(t.Context(), "/test.Service/Double", n, &out)
		return out, err
	}

	var seen []string
	set(func(_ context.Context, m fault.Message) ([]byte, error) {
		seen = append(seen, m.Method+" "+m.Direction.String())
		return m.Data, nil
	})
	if got, err := double(21); got != 42 || err != nil {
		t.Errorf("clean: %d, %v", got, err)
	}
	if want := "/test.Service/Double to server,/test.Service/Double to client"; strings.Join(seen, ",") != want {
		t.Errorf("the hook saw %v", seen)
	}
	if _, err := double(-1); status.Code(err) != codes.InvalidArgument {
		t.Errorf("the server's own error: %v", err)
	}
	set(func(_ context.Context, m fault.Message) ([]byte, error) {
		if m.Direction == fault.ToServer {
			return []byte{0x05}, nil // CBOR for 5
		}
		return m.Data, nil
	})
	if got, err := double(21); got != 10 || err != nil {
		t.Errorf("with another request: %d, %v", got, err)
	}
	for _, d := range []fault.Direction{fault.ToServer, fault.ToClient} {
		set(func(_ context.Context, m fault.Message) ([]byte, error) {
			if m.Direction == d {
				return nil, fault.ErrCut
			}
			return m.Data, nil
		})
		if _, err := double(21); status.Code(err) != codes.Unavailable {
			t.Errorf("cut %s: %v", d, err)
		}
		refused := status.Error(codes.ResourceExhausted, "no")
		set(func(_ context.Context, m fault.Message) ([]byte, error) {
			if m.Direction == d {
				return nil, refused
			}
			return m.Data, nil
		})
		if _, err := double(21); status.Code(err) != codes.ResourceExhausted {
			t.Errorf("refused %s: %v", d, err)
		}
	}

	// A stream of which every other message is lost.
	set(func(_ context.Context, m fault.Message) ([]byte, error) {
		if m.Direction == fault.ToClient && m.Number%2 == 1 {
			return nil, nil
		}
		return m.Data, nil
	})
	stream, err := conn.NewStream(t.Context(), &service.Streams[0], "/test.Service/Count")
	if err != nil {
		t.Fatal(err)
	}
	if err := stream.SendMsg(5); err != nil {
		t.Fatal(err)
	}
	if err := stream.CloseSend(); err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	for {
		var n int
		if err := stream.RecvMsg(&n); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		got.WriteByte(byte('0' + n))
	}
	if got.String() != "024" {
		t.Errorf("got %q, want 024", got.String())
	}
}
