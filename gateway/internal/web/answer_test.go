package web

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gorilla/websocket"

	"github.com/assent-network/assent/gateway/internal/admission"
)

// post sends a body to the server and returns what it answers.
func post(s *Server, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
	r.Host = "localhost"
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func request(id int, text string) string {
	return fmt.Sprintf(`{"jsonrpc":"2.0","id":%d,"method":"test_echo","params":[%q]}`, id, text)
}

// Every kind of batch has the answer that go-ethereum gives, call by call.
func TestBatches(t *testing.T) {
	s, _ := newServer(t, nil)
	const invalid = `{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"invalid request"}}`
	long := strings.Repeat("x", 500)
	for _, tc := range []struct{ name, body, want string }{
		{"in order", `[` + request(1, "a") + `, ` + request(2, "b") + "\n]",
			`[{"jsonrpc":"2.0","id":1,"result":"a"},{"jsonrpc":"2.0","id":2,"result":"b"}]`},
		{"a notification", `[{"jsonrpc":"2.0","method":"test_echo","params":["a"]},` + request(2, "b") + `]`,
			`[{"jsonrpc":"2.0","id":2,"result":"b"}]`},
		{"notifications only", `[{"jsonrpc":"2.0","method":"test_echo","params":["a"]}]`, ``},
		{"no calls", `[1,null,[` + request(1, "a") + `],"x"]`, `[` + strings.Repeat(invalid+",", 3) + invalid + `]`},
		{"an empty one", `[]`, `{"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"empty batch"}}`},
		{"too many", `[` + strings.Repeat(request(7, "a")+",", 4) + request(8, "a") + `]`,
			`[{"jsonrpc":"2.0","id":7,"error":{"code":-32600,"message":"batch too large: at most 4 calls"}}]`},
		{"not JSON", `[` + request(1, "a"),
			`{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"parse error"}}`},
		{"an unknown method", `[{"jsonrpc":"2.0","id":"x","method":"test_nothing"},` + request(2, "b") + `]`,
			`[{"jsonrpc":"2.0","id":"x","error":{"code":-32601,` +
				`"message":"the method test_nothing does not exist/is not available"}},` +
				`{"jsonrpc":"2.0","id":2,"result":"b"}]`},
		{"one call", request(1, long), `{"jsonrpc":"2.0","id":1,"result":"` + long + `"}`},
		{"nothing", ` `, ``},
	} {
		w := post(s, tc.body)
		if got := w.Body.String(); w.Code != http.StatusOK || got != tc.want {
			t.Errorf("%s: got %d %s, want %s", tc.name, w.Code, got, tc.want)
		}
	}
	if n := s.cfg.Limits.Answers.Used() + s.cfg.Limits.BodyBytes.Used() + s.cfg.Limits.Requests.Used(); n != 0 {
		t.Errorf("%d are still in use", n)
	}
}

// What no longer fits an answer is refused call by call, and nothing more is run.
func TestAnswerBound(t *testing.T) {
	s, _ := newServer(t, func(c *Config) { c.Limits.AnswerBytes = 700 })
	w := post(
		s,
		`[`+request(1, strings.Repeat("x", 300))+`,`+request(2, strings.Repeat("y", 400))+`,`+request(3, "z")+`]`,
	)
	var answers []struct {
		ID     int
		Result *string
		Error  *struct{ Code int }
	}
	if err := json.Unmarshal(w.Body.Bytes(), &answers); err != nil || len(answers) != 3 {
		t.Fatalf("got %s: %v", w.Body, err)
	}
	if answers[0].Result == nil || answers[0].ID != 1 {
		t.Errorf("what fits: %+v", answers[0])
	}
	for i, a := range answers[1:] {
		if a.ID != i+2 || a.Error == nil || a.Error.Code != -32003 {
			t.Errorf("what does not fit: %+v", a)
		}
	}
	if w.Header().Get("Content-Length") != fmt.Sprint(w.Body.Len()) {
		t.Errorf("it says that it has %s bytes and has %d", w.Header().Get("Content-Length"), w.Body.Len())
	}
}

// Whatever a call is and however it ends, its answer has no more bytes than are counted: ids and texts that grow when
// they are written included.
func TestAnswersAreCounted(t *testing.T) { synctest.Test(t, testAnswersAreCounted) }

func testAnswersAreCounted(t *testing.T) {
	call := func(id, method string) string {
		return fmt.Sprintf(`{"jsonrpc":"2.0","id":"%s","method":%q,"params":["x"]}`, id, method)
	}
	fits, long := strings.Repeat("<", maxIDBytes-2), strings.Repeat("<", 8<<10)
	late, cancel := context.WithCancel(t.Context())
	cancel()
	for _, tc := range []struct {
		name   string
		ctx    context.Context
		change func(*Config)
	}{
		{"run", t.Context(), nil},
		{"no longer run", t.Context(), func(c *Config) { c.Limits.AnswerBytes = 1 }},
		{"too late", late, nil},
		{"more than a client may leave unread", t.Context(), func(c *Config) {
			c.Limits.Answers = admission.NewPool(5*itemBytes, 5*itemBytes)
		}},
		{"too many", t.Context(), func(c *Config) { c.Limits.BatchItems = 1 }},
	} {
		s, _ := newServer(t, tc.change)
		for _, id := range []string{"a", fits, long} {
			for _, method := range []string{"test_echo", "test_long", "test_nothing"} {
				one := call(id, method)
				batch := `[` + one + `,` + one + `,{"id":"` + id + `","method":1},` + one + `]`
				for _, body := range []string{one, `[` + one + `]`, batch} {
					run := s.execute
					if method == "test_long" {
						run = func(context.Context, json.RawMessage) []byte { return make([]byte, 2*itemBytes) }
					}
					a := s.respond(tc.ctx, admission.Client{}, []byte(body), run)
					if int64(a.size) > a.counted {
						t.Errorf("%s: %d bytes are counted of %d: %.200s", tc.name, a.counted, a.size, a.parts)
					}
					a.release()
				}
			}
		}
	}
}

// A call whose id is too long is refused before it runs.
func TestLongIDs(t *testing.T) {
	s, _ := newServer(t, nil)
	for n, want := range map[int]string{
		maxIDBytes - 2: `"result":"x"`,
		maxIDBytes - 1: `{"jsonrpc":"2.0","id":null,"error":{"code":-32600,` +
			`"message":"invalid request: the id has more than 128 bytes"}}`,
	} {
		body := fmt.Sprintf(`{"jsonrpc":"2.0","id":"%s","method":"test_echo","params":["x"]}`, strings.Repeat("i", n))
		if got := post(s, body).Body.String(); !strings.Contains(got, want) {
			t.Errorf("an id of %d bytes: got %s, want %s", n+2, got, want)
		}
	}
}

// Refusals have what a JSON-RPC client reads, and say when to come back.
func TestRefusalShapes(t *testing.T) {
	full := func(total int64) func(*Config) {
		return func(c *Config) {
			c.Limits.Requests = admission.NewPool(total, total)
			if err := c.Limits.Requests.Take(admission.Client{}, total); err != nil {
				t.Fatal(err)
			}
		}
	}
	busy, _ := newServer(t, full(4))
	large, _ := newServer(t, nil)
	for _, tc := range []struct {
		name   string
		server *Server
		body   string
		status int
		retry  string
	}{
		{"busy", busy, request(1, "a"), http.StatusServiceUnavailable, "1"},
		{"too large", large, strings.Repeat(" ", bodyLimit) + request(1, "a"), http.StatusRequestEntityTooLarge, ""},
	} {
		w := post(tc.server, tc.body)
		var answer struct{ Error struct{ Code int } }
		err := json.Unmarshal(w.Body.Bytes(), &answer)
		if err != nil || w.Code != tc.status || answer.Error.Code != -32005 ||
			w.Header().Get("Retry-After") != tc.retry {
			t.Errorf("%s: got %d %s %v %v", tc.name, w.Code, w.Body, w.Header(), err)
		}
	}
}

// serve runs a server and returns its address.
func serve(t *testing.T, s *Server) string {
	t.Helper()
	addr, _ := serveStalling(t, s)
	return addr
}

// stalling tells of connections from which the server waits for the rest of a body.
type stalling struct {
	net.Listener
	waits chan string // by the address of the client
}

func (l *stalling) Accept() (net.Conn, error) {
	conn, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &stallingConn{Conn: conn, waits: l.waits}, nil
}

// stallingConn has had its head read when it is read again.
type stallingConn struct {
	net.Conn
	reads atomic.Int32
	waits chan string
}

func (c *stallingConn) Read(b []byte) (int, error) {
	if c.reads.Add(1) == 2 {
		select {
		case c.waits <- c.RemoteAddr().String():
		default: // The test no longer asks.
		}
	}
	return c.Conn.Read(b)
}

// await returns when the server waits for more from a client's connection.
func (l *stalling) await(t *testing.T, client net.Conn) {
	t.Helper()
	timeout := time.After(20 * time.Second)
	for {
		select {
		case addr := <-l.waits:
			if addr == client.LocalAddr().String() {
				return
			}
		case <-timeout:
			t.Fatal("the server does not read")
		}
	}
}

// serveStalling is serve with what tells of slow bodies.
func serveStalling(t *testing.T, s *Server) (string, *stalling) {
	t.Helper()
	inner, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	listener := &stalling{Listener: inner, waits: make(chan string, 64)}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, listener) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("Serve ended with %v", err)
		}
	})
	return listener.Addr().String(), listener
}

// unused returns when this machine has nothing of a pool any more.
func unused(ctx context.Context, pool *admission.Pool) error {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	client := admission.ClientAt(netip.MustParseAddr("127.0.0.1"))
	if err := pool.Wait(ctx, client, pool.Share()); err != nil {
		return fmt.Errorf("%d are still in use: %w", pool.Used(), err)
	}
	pool.Give(client, pool.Share())
	return nil
}

// A request whose body does not come takes no place, and bodies that do not come leave other clients theirs.
func TestSlowBodiesTakeNoPlace(t *testing.T) {
	s, _ := newServer(t, func(c *Config) {
		c.Limits.Requests, c.Limits.Bodies = admission.NewPool(1, 1), admission.NewPool(8, 4)
	})
	addr, stalling := serveStalling(t, s)
	dial := func(head string) net.Conn {
		conn, err := net.Dial("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = conn.Close() })
		fmt.Fprint(conn, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"+head)
		return conn
	}
	open := func(head string) *bufio.Reader { return bufio.NewReader(dial(head)) }
	slow := func() { stalling.await(t, dial("Content-Length: 100\r\n\r\n{")) }
	for range 3 {
		slow()
	}
	status := func(in *bufio.Reader) int {
		rsp, err := http.ReadResponse(in, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer rsp.Body.Close()
		_, _ = io.Copy(io.Discard, rsp.Body)
		return rsp.StatusCode
	}
	body := request(1, "a")
	first := open(fmt.Sprintf("Connection: close\r\nContent-Length: %d\r\n\r\n%s", len(body), body))
	if got := status(first); got != http.StatusOK {
		t.Errorf("beside slow bodies: got %d", got)
	}
	// The server closes the connection after the request has given its place back, which may be after its answer.
	if _, err := first.ReadByte(); !errors.Is(err, io.EOF) {
		t.Errorf("after the answer: %v", err)
	}
	if got := status(
		open(fmt.Sprintf("Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n", len(body), body)),
	); got != http.StatusOK {
		t.Errorf("chunked: got %d", got)
	}
	large := strings.Repeat(" ", bodyLimit+1)
	if got := status(
		open(fmt.Sprintf("Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n", len(large), large)),
	); got != http.StatusRequestEntityTooLarge {
		t.Errorf("chunked and too large: got %d", got)
	}
	slow()
	if got := status(open("Content-Length: 100\r\n\r\n{")); got != http.StatusTooManyRequests {
		t.Errorf("one slow body more than the share: got %d", got)
	}
}

func dialSocket(t *testing.T, addr string) *websocket.Conn {
	t.Helper()
	conn, rsp, err := websocket.DefaultDialer.DialContext(t.Context(), "ws://"+addr, nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = rsp.Body.Close()
	t.Cleanup(func() { _ = conn.Close() })
	_ = conn.SetReadDeadline(time.Now().Add(20 * time.Second))
	return conn
}

func (e *echo) exchange(t *testing.T, conn *websocket.Conn, body string) string {
	t.Helper()
	if err := conn.WriteMessage(websocket.TextMessage, []byte(body)); err != nil {
		t.Fatal(err)
	}
	_, data, err := conn.ReadMessage()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// A batch over WebSocket may subscribe: the answer comes before the notices.
func TestSocketBatch(t *testing.T) {
	s, service := newServer(t, func(c *Config) { c.Limits.BatchItems = 5 })
	conn := dialSocket(t, serve(t, s))
	subscribe := `{"jsonrpc":"2.0","id":2,"method":"test_subscribe","params":["count",3]}`
	got := service.exchange(
		t,
		conn,
		`[`+request(
			1,
			"a",
		)+`,`+subscribe+`,`+request(
			3,
			"c",
		)+`,[],{"jsonrpc":"2.0","method":"test_subscribe","params":["count",3]}]`,
	)
	var answers []struct {
		ID     *int
		Result string
		Error  *struct{ Code int }
	}
	if err := json.Unmarshal(
		[]byte(got),
		&answers,
	); err != nil || len(answers) != 4 || answers[1].Result == "" ||
		answers[2].Result != "c" {
		t.Fatalf("got %s: %v", got, err)
	}
	for i := range 3 {
		_, data, err := conn.ReadMessage()
		want := fmt.Sprintf(
			`{"jsonrpc":"2.0","method":"test_subscription","params":{"subscription":%q,"result":"%d`,
			answers[1].Result,
			i,
		)
		if err != nil || !strings.HasPrefix(string(data), want) {
			t.Fatalf("got %s %v, want %s", data, err, want)
		}
	}
	got = service.exchange(
		t,
		conn,
		`{"jsonrpc":"2.0","id":4,"method":"test_unsubscribe","params":["`+answers[1].Result+`"]}`,
	)
	if got != `{"jsonrpc":"2.0","id":4,"result":true}` {
		t.Errorf("unsubscribing: %s", got)
	}
	if got := service.exchange(t, conn, request(5, "e")); got != `{"jsonrpc":"2.0","id":5,"result":"e"}` {
		t.Errorf("afterwards: %s", got)
	}
}

// A message has a fixed time to come in, whatever comes between its parts.
func TestSlowMessagesAreCut(t *testing.T) {
	s, service := newServer(t, nil)
	s.messageTime = 200 * time.Millisecond
	conn := dialSocket(t, serve(t, s))
	if got := service.exchange(t, conn, request(1, "a")); !strings.Contains(got, "result") {
		t.Fatal(got)
	}
	raw := conn.NetConn()
	if _, err := raw.Write([]byte{0x01, 0x81, 0, 0, 0, 0, '{'}); err != nil { // A first part of one byte.
		t.Fatal(err)
	}
	cut := make(chan error, 1)
	go func() { cut <- unused(t.Context(), s.cfg.Limits.WebSockets) }()
	pong := time.NewTicker(20 * time.Millisecond)
	defer pong.Stop()
	for {
		select {
		case <-pong.C:
			_, _ = raw.Write([]byte{0x8a, 0x80, 0, 0, 0, 0})
		case err := <-cut:
			if err != nil {
				t.Fatalf("a message that does not end is still waited for: %v", err)
			}
			return
		}
	}
}

// Who watches the gateway takes a place like any other.
func TestWatchingTakesAPlace(t *testing.T) {
	s, _ := newServer(t, func(c *Config) {
		c.Metrics = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "metrics") })
	})
	requests, who := s.cfg.Limits.Requests, admission.ClientAt(netip.MustParseAddr("192.0.2.1"))
	get := func(path string) int {
		r := httptest.NewRequest(http.MethodGet, path, nil) // From 192.0.2.1.
		r.Host = "localhost"
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		return w.Code
	}
	for _, path := range []string{"/healthz", "/metrics"} {
		if got := get(path); got != http.StatusOK || requests.Used() != 0 {
			t.Errorf("%s: got %d, %d places are still taken", path, got, requests.Used())
		}
		if err := requests.Take(who, requests.Share()); err != nil {
			t.Fatal(err)
		}
		if got := get(path); got != http.StatusTooManyRequests {
			t.Errorf("%s of a client without a place: got %d", path, got)
		}
		requests.Give(who, requests.Share())
	}
}

// A client that does not read its notices is cut, and holds nothing any more.
func TestUnreadNoticesAreCut(t *testing.T) {
	s, service := newServer(t, nil)
	conn := dialSocket(t, serve(t, s))
	// It may be cut before it has the answer.
	if err := conn.WriteMessage(websocket.TextMessage,
		[]byte(`{"jsonrpc":"2.0","id":1,"method":"test_subscribe","params":["count",1000000]}`)); err != nil {
		t.Fatal(err)
	}
	<-service.ended
	if err := unused(t.Context(), s.cfg.Limits.WebSockets); err != nil {
		t.Fatal(err)
	}
	if s.Refused()["unread"] == 0 || s.cfg.Limits.Answers.Used() != 0 {
		t.Errorf("refused %v, %d bytes are still in use", s.Refused(), s.cfg.Limits.Answers.Used())
	}
}

// A subscriber that reads is not cut while another client waits for more room than there is.
func TestNoticesPassThoseWhoWait(t *testing.T) {
	answers := admission.NewPool(10_000, 6_000)
	s, service := newServer(t, func(c *Config) { c.Limits.Answers = answers })
	conn := dialSocket(t, serve(t, s))
	got := service.exchange(t, conn, `{"jsonrpc":"2.0","id":1,"method":"test_subscribe","params":["gated"]}`)
	if !strings.Contains(got, "result") {
		t.Fatal(got)
	}
	at := func(addr string) admission.Client { return admission.ClientAt(netip.MustParseAddr(addr)) }
	if err := answers.Take(at("192.0.2.1"), 6_000); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- answers.Wait(ctx, at("192.0.2.2"), 5_000) }()
	for probe := at("192.0.2.3"); answers.Take(probe, 1) == nil; { // Nothing is taken past one that waits.
		answers.Give(probe, 1)
		runtime.Gosched()
	}
	service.gate <- struct{}{}
	if _, data, err := conn.ReadMessage(); err != nil || !strings.Contains(string(data), `"notice"`) {
		t.Errorf("got %s %v, want a notice", data, err)
	}
	cancel()
	if err := <-done; !errors.Is(err, admission.ErrBusy) {
		t.Errorf("the one that waited got %v", err)
	}
}

// A body that cannot be read is refused in words, and ends its connection.
func TestMalformedBodies(t *testing.T) {
	s, _ := newServer(t, nil)
	addr := serve(t, s)
	const head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
	for name, rest := range map[string]string{
		"a size that is none":    "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
		"a chunk without an end": "Transfer-Encoding: chunked\r\n\r\n2\r\n{}zz\r\n",
	} {
		conn, err := net.Dial("tcp", addr)
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		fmt.Fprint(conn, head+rest)
		rsp, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		body, err := io.ReadAll(rsp.Body)
		if err != nil || rsp.StatusCode != http.StatusBadRequest || !rsp.Close ||
			!strings.Contains(string(body), fmt.Sprintf(`"code":%d`, codeInvalidRequest)) {
			t.Errorf("%s: got %d %s %v, close %v", name, rsp.StatusCode, body, err, rsp.Close)
		}
		_ = rsp.Body.Close()
	}
	if n := s.Refused()["malformed"]; n != 2 {
		t.Errorf("%d were counted", n)
	}
}

// What a connection subscribes to, and what it is answered, is not kept with it.
func TestSocketsKeepNothing(t *testing.T) {
	const sockets, size = 32, maxSubscribeBytes
	s, service := newServer(t, func(c *Config) {
		c.Limits.RequestBytes = 2 * size
		c.Limits.Connections = admission.NewPool(sockets, sockets)
		c.Limits.WebSockets = admission.NewPool(sockets, sockets)
		c.Limits.BodyBytes = admission.NewPool(1<<30, 1<<30)
	})
	addr := serve(t, s)
	pad := func(call string) string { return call + strings.Repeat(" ", size-len(call)-1) + "}" }
	subscribe := pad(`{"jsonrpc":"2.0","id":1,"method":"test_subscribe","params":["gated"]`)
	unknown := pad(`{"jsonrpc":"2.0","id":1,"method":"test_unsubscribe","params":["0x1"]`)
	all := make([]*websocket.Conn, sockets)
	for i := range all {
		all[i] = dialSocket(t, addr)
	}
	before := heap()
	for _, conn := range all {
		if got := service.exchange(t, conn, subscribe); !strings.Contains(got, `"result"`) {
			t.Fatalf("got %.200s", got)
		}
		if got := service.exchange(t, conn, unknown); !strings.Contains(got, "subscription not found") {
			t.Fatalf("got %.200s", got)
		}
	}
	if took := heap() - before; took > sockets*size/4 {
		t.Errorf("%d sockets keep %d kB of %d kB that each sent", sockets, took>>10, 2*size>>10)
	}
	runtime.KeepAlive(all)
}

// heap is how many bytes are in use.
func heap() int {
	runtime.GC()
	runtime.GC() // What pools of buffers keep is gone after two.
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}

// A call that makes or ends a subscription is refused above any size of use, and so is a name of a subscription; the
// connection goes on.
func TestLargeSubscriptions(t *testing.T) {
	s, service := newServer(t, func(c *Config) {
		c.Limits.RequestBytes = 2 * maxSubscribeBytes
		c.Limits.BodyBytes = admission.NewPool(1<<30, 1<<30)
	})
	conn := dialSocket(t, serve(t, s))
	long := strings.Repeat("\x7f", 2*maxNameBytes)
	for _, tc := range []struct{ method, params, want string }{
		{"test_subscribe", `["gated"]` + strings.Repeat(" ", maxSubscribeBytes), "the call is too large"},
		{"test_unsubscribe", `["0x1"]` + strings.Repeat(" ", maxSubscribeBytes), "the call is too large"},
		{"test_subscribe", `["` + long + `"]`, "has at most 64 bytes"},
		{"test_subscribe", ` [ "` + long + `"]`, "has at most 64 bytes"},
		{"test_unsubscribe", `["` + long + `"]`, "has at most 64 bytes"},
		{"test_subscribe", `["` + long[:maxNameBytes-2] + `"]`, "no "},
		{"test_subscribe", `[[]]`, "expected subscription name"},
		{"test_subscribe", `["gated"]`, `"result"`},
	} {
		got := service.exchange(t, conn, `{"jsonrpc":"2.0","id":1,"method":"`+tc.method+`","params":`+tc.params+`}`)
		if !strings.Contains(got, tc.want) || len(got) > 2*itemBytes {
			t.Errorf("%s %.30s: got %.300s, want %s", tc.method, tc.params, got, tc.want)
		}
	}
}

// A message above the limit ends its connection.
func TestSocketMessageLimit(t *testing.T) {
	s, service := newServer(t, nil)
	addr := serve(t, s)
	conn := dialSocket(t, addr)
	if got := service.exchange(
		t,
		conn,
		strings.Repeat(" ", bodyLimit-len(echoRequest))+echoRequest,
	); !strings.Contains(
		got,
		"hi",
	) {
		t.Errorf("at the limit: %s", got)
	}
	if err := conn.WriteMessage(websocket.TextMessage, []byte(strings.Repeat(" ", bodyLimit+1))); err != nil {
		t.Fatal(err)
	}
	if _, _, err := conn.ReadMessage(); !websocket.IsCloseError(err, websocket.CloseMessageTooBig) {
		t.Errorf("above the limit: %v", err)
	}
}
