package gateway_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/gorilla/websocket"

	"github.com/assent-network/assent/localnet/scenario"
)

// memoryBound is what a gateway process may take, whatever one client does.
const memoryBound = 400 << 20

// caller is a client with an address of its own: all of 127.0.0.0/8 is this machine, and each of it is another client
// to a gateway.
type caller struct {
	t      *testing.T
	url    string
	dialer *net.Dialer
	http   *http.Client
}

func newCaller(t *testing.T, url, address string) *caller {
	t.Helper()
	c := &caller{t: t, url: url, dialer: &net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(address)}}}
	transport := &http.Transport{DialContext: c.dialer.DialContext, MaxIdleConnsPerHost: 8}
	c.http = &http.Client{Transport: transport}
	t.Cleanup(transport.CloseIdleConnections)
	return c
}

// post sends a body and returns the status and the answer.
func (c *caller) post(ctx context.Context, body io.Reader) (int, []byte, error) {
	rq, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, body)
	if err != nil {
		return 0, nil, err
	}
	rq.Header.Set("Content-Type", "application/json")
	rsp, err := c.http.Do(rq)
	if err != nil {
		return 0, nil, err
	}
	defer rsp.Body.Close()
	data, err := io.ReadAll(rsp.Body)
	return rsp.StatusCode, data, err
}

func request(method string, params ...any) string {
	data, err := json.Marshal(
		map[string]any{"jsonrpc": "2.0", "id": 1, "method": method, "params": append([]any{}, params...)},
	)
	if err != nil {
		panic(err)
	}
	return string(data)
}

// served makes calls that must be answered, and returns how long they took.
func (c *caller) served(calls ...string) time.Duration {
	c.t.Helper()
	ctx, cancel := context.WithTimeout(c.t.Context(), 20*time.Second)
	defer cancel()
	begin := time.Now()
	for _, call := range calls {
		status, data, err := c.post(ctx, strings.NewReader(call))
		var answer struct{ Result, Error json.RawMessage }
		if err == nil {
			err = json.Unmarshal(data, &answer)
		}
		if err != nil || status != http.StatusOK || answer.Error != nil || answer.Result == nil {
			c.t.Errorf("%.80s: got %d %.200s %v, want an answer", call, status, data, err)
		}
	}
	return time.Since(begin)
}

// open makes a bare connection that is closed with the test.
func (c *caller) open(t *testing.T) net.Conn {
	t.Helper()
	conn, err := c.dialer.DialContext(t.Context(), "tcp", strings.TrimPrefix(c.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	return conn
}

// metric reads one value of the gateway's metrics.
func (c *caller) metric(name string) float64 {
	c.t.Helper()
	rsp, err := c.http.Get(c.url + "/metrics")
	if err != nil {
		c.t.Fatal(err)
	}
	defer rsp.Body.Close()
	data, err := io.ReadAll(rsp.Body)
	if err != nil {
		c.t.Fatal(err)
	}
	m := regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(name) + ` (\S+)$`).FindSubmatch(data)
	if m == nil {
		c.t.Fatalf("there is no metric %s", name)
	}
	v, err := strconv.ParseFloat(string(m[1]), 64)
	if err != nil {
		c.t.Fatal(err)
	}
	return v
}

func inUse(what string) string { return fmt.Sprintf("assent_gateway_in_use{what=%q}", what) }

// peak returns the most memory that a process had since it was last asked.
func peak(t *testing.T, pid int) int {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`VmHWM:\s+(\d+) kB`).FindSubmatch(status)
	if m == nil {
		t.Fatal("the process has no VmHWM")
	}
	kb, err := strconv.Atoi(string(m[1]))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(fmt.Sprintf("/proc/%d/clear_refs", pid), []byte("5"), 0); err != nil {
		t.Fatal(err)
	}
	return kb << 10
}

// abuse is a gateway in a process of its own, one client that asks for as much as it can, and one that wants little.
type abuse struct {
	*testing.T
	attacker, other *caller
	block           string          // number of a big block
	small           string          // a call of a contract
	heavy           string          // one that takes all the gas it may
	heads           *websocket.Conn // the other client's, which tells of blocks
	produce         func()          // makes a block
}

// One client that does what it can to a gateway leaves the others served, and the process below its bound of memory.
func TestNetwork_oneClientLeavesTheOthersServed(t *testing.T) {
	network := stories.Shared(t)
	p := startChild(t, config(network, t.TempDir()))
	t.Cleanup(func() { p.kill(t) })
	await(t, "the gateway to be up", func() error {
		_, err := p.client.BlockNumber(t.Context())
		return err
	})
	block := bigBlock(t, network, p)
	account, nonce := network.Account(t), uint64(0)
	forever := map[string]any{"0x00000000000000000000000000000000000f0e0e": map[string]string{"code": "0x5b600056"}}
	for i, attack := range []struct {
		name string
		run  func(*abuse)
	}{
		{"chunked, slow and oversized bodies", (*abuse).bodies},
		{"1,200 slow bodies", (*abuse).slowBodies},
		{"1,200 slow connections", (*abuse).slowConnections},
		{"200 answers that are not read", (*abuse).unread},
		{"60 sockets whose answers are not read", (*abuse).unreadSockets},
		{"1,024 filters", (*abuse).filters},
		{"254 sockets", (*abuse).sockets},
		{"200 heavy calls", (*abuse).heavyCalls},
		{"calls that hold transient storage", hoarding("5f5b60010180805d600156", heldTooMuch)},
		{"calls that hold storage", hoarding("5f5b600101805f55600156", heldTooMuch)},
		{"calls that hold logs", hoarding("5f5b6001015f5fa0600156", heldTooMuch)},
		{"calls that hold calls", hoarding("5f5b6001015f5f5f5f5f61f0f15af150600156", heldTooMuch)},
		{"calls that hold memory in calls", hoarding(nestedMemory, muchMemory)},
		{"calls that hold stacks", hoarding(nestedStacks, manyStacks)},
		{"calls that hold contracts", hoarding("5f5b60010160605f5ff050600156", outOfGas)},
		{"parameters of many values", (*abuse).values},
		{"subscriptions of much text", (*abuse).subscriptions},
		{"errors about much text", (*abuse).longTexts},
		{"calls that return much", returning("623c00005ff3", 2*0x3c0000)},
		{"calls that revert with much", returning("623c00005ffd", 2*0x3c0000)},
		{"calls that revert with a long reason", returning(longReason, 6*0x180000)},
		{"log queries of 5,000 alternatives", (*abuse).alternatives},
		{"unread answers of eight clients", (*abuse).manyUnread},
	} {
		t.Run(attack.name, func(t *testing.T) {
			a := &abuse{
				T:     t,
				block: block,
				attacker: newCaller(
					t,
					p.url,
					fmt.Sprintf("127.0.1.%d", i+1),
				),
				other: newCaller(t, p.url, fmt.Sprintf("127.0.2.%d", i+1)),
				small: request(
					"eth_call",
					map[string]string{"to": "0x0000000000000000000000000000000000000004", "input": "0x01"},
					"latest",
				),
				heavy: request(
					"eth_call",
					map[string]string{"to": "0x00000000000000000000000000000000000f0e0e"},
					"latest",
					forever,
				),
			}
			a.produce = func() {
				tx := sign(t, network, account, nonce, account.Address)
				if err := p.client.SendTransaction(t.Context(), tx); err != nil {
					t.Fatal(err)
				}
				nonce++
			}
			a.heads = a.subscribe(a.other)
			peak(t, p.cmd.Process.Pid)
			attack.run(a)
			memory := peak(t, p.cmd.Process.Pid)
			t.Logf("the gateway took at most %d MB", memory>>20)
			if memory > memoryBound {
				t.Errorf("the gateway took %d MB, more than %d", memory>>20, memoryBound>>20)
			}
		})
	}
}

// bigBlock puts large transactions into one block and returns its number.
func bigBlock(t *testing.T, network *scenario.Network, p *process) string {
	t.Helper()
	a := network.Account(t)
	signer := types.LatestSignerForChainID(new(big.Int).SetUint64(network.File.ChainID))
	data := bytes.Repeat([]byte{1}, 100_000)
	var last *types.Transaction
	for nonce := range uint64(10) {
		tx, err := types.SignNewTx(a.Key, signer, &types.LegacyTx{
			Nonce:    nonce,
			GasPrice: big.NewInt(1_000_000_000),
			Gas:      5_000_000,
			To:       &a.Address,
			Value:    new(big.Int),
			Data:     data,
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := p.client.SendTransaction(t.Context(), tx); err != nil {
			t.Fatal(err)
		}
		last = tx
	}
	number := receiptOf(t, p.client, last.Hash()).BlockNumber
	return fmt.Sprintf("0x%x", number)
}

func (a *abuse) normal() []string {
	return []string{
		request("eth_chainId"),
		request("eth_getBlockByNumber", a.block, true),
		a.small,
		request("eth_newBlockFilter"),
	}
}

// subscribe makes a socket that tells of blocks.
func (a *abuse) subscribe(c *caller) *websocket.Conn {
	a.Helper()
	conn, err := a.socket(c)
	if err != nil {
		a.Fatalf("a client got no socket: %v", err)
	}
	if err := conn.WriteMessage(websocket.TextMessage, []byte(request("eth_subscribe", "newHeads"))); err != nil {
		a.Fatal(err)
	}
	_ = conn.SetReadDeadline(time.Now().Add(20 * time.Second))
	if _, data, err := conn.ReadMessage(); err != nil || !bytes.Contains(data, []byte(`"result":"0x`)) {
		a.Fatalf("subscribing: got %s %v", data, err)
	}
	return conn
}

// while checks that the other client is served while an attack stands, and told of a block.
func (a *abuse) while() {
	a.Helper()
	a.produce()
	_ = a.heads.SetReadDeadline(time.Now().Add(20 * time.Second))
	if _, data, err := a.heads.ReadMessage(); err != nil || !bytes.Contains(data, []byte(`"parentHash"`)) {
		a.Errorf("the subscription got %.200s %v", data, err)
	}
	a.Logf("the other client was answered in %s", a.other.served(a.normal()...).Round(time.Millisecond))
}

const requestLimit = 5 << 20

func (a *abuse) bodies() {
	call := request("eth_chainId")
	pad := func(n int) string { return strings.Repeat(" ", n-len(call)) + call }
	for _, tc := range []struct {
		name string
		body io.Reader
		want int
	}{
		{"at the limit", strings.NewReader(pad(requestLimit)), http.StatusOK},
		{"one byte more", strings.NewReader(pad(requestLimit + 1)), http.StatusRequestEntityTooLarge},
		{"chunked at the limit", io.MultiReader(strings.NewReader(pad(requestLimit))), http.StatusOK},
		{
			"chunked and one byte more", io.MultiReader(strings.NewReader(pad(requestLimit + 1))),
			http.StatusRequestEntityTooLarge,
		},
	} {
		status, data, err := a.attacker.post(a.Context(), tc.body)
		if err != nil || status != tc.want {
			a.Errorf("%s: got %d %.100s %v, want %d", tc.name, status, data, err, tc.want)
		}
	}
	// One that says it is larger than it could ever be is refused before it is sent.
	conn := a.attacker.open(a.T)
	fmt.Fprint(
		conn,
		"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10000000000\r\n\r\n",
	)
	head := make([]byte, 12)
	if _, err := io.ReadFull(conn, head); err != nil || string(head) != "HTTP/1.1 413" {
		a.Errorf("10 GB: got %q %v", head, err)
	}
	// Many large ones at once, without an end: more than a client's share.
	chunk := fmt.Sprintf("%x\r\n%s\r\n", requestLimit-1<<10, strings.Repeat(" ", requestLimit-1<<10))
	var sent sync.WaitGroup
	for range 40 {
		conn := a.attacker.open(a.T)
		sent.Go(func() {
			_ = conn.SetWriteDeadline(time.Now().Add(10 * time.Second))
			fmt.Fprint(
				conn,
				"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: "+
					"chunked\r\n\r\n",
				chunk,
			)
		})
	}
	sent.Wait()
	a.while()
}

func (a *abuse) slowBodies() {
	for range 1200 {
		fmt.Fprint(
			a.attacker.open(a.T),
			"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
		)
	}
	await(a, "the bodies to be waited for", func() error {
		if n := a.other.metric(inUse("bodies")); n < 200 {
			return fmt.Errorf("%v are", n)
		}
		return nil
	})
	a.while()
}

func (a *abuse) slowConnections() {
	for range 1200 {
		fmt.Fprint(a.attacker.open(a.T), "POST / HTTP/1.1\r\nHo")
	}
	await(a, "the connections to be accepted", func() error {
		if n := a.other.metric(inUse("connections")); n < 1000 {
			return fmt.Errorf("%v are", n)
		}
		return nil
	})
	a.while()
}

// batch asks for a big block n times.
func (a *abuse) batch(n int) string {
	one := request("eth_getBlockByNumber", a.block, true)
	return "[" + strings.Repeat(one+",", n-1) + one + "]"
}

func (a *abuse) unread() {
	a.leaveUnread(a.attacker, 200)
	a.awaitAnswers()
	a.while()
}

// manyUnread is about memory alone: eight clients can have all that there is.
func (a *abuse) manyUnread() {
	for i := range 8 {
		a.leaveUnread(newCaller(a.T, a.attacker.url, fmt.Sprintf("127.0.3.%d", i+1)), 25)
	}
	await(a, "answers that are not read", func() error {
		if n := a.other.metric(inUse("answer_bytes")); n < 80<<20 {
			return fmt.Errorf("%v bytes", n)
		}
		return nil
	})
}

// leaveUnread asks for many large answers and reads none.
func (a *abuse) leaveUnread(c *caller, connections int) { a.ask(c, connections, a.batch(1000)) }

// ask makes a request over many connections and reads no answer.
func (a *abuse) ask(c *caller, connections int, body string) {
	for range connections {
		conn := c.open(a.T)
		_ = conn.(*net.TCPConn).SetReadBuffer(4 << 10)
		fmt.Fprintf(
			conn,
			"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
			len(body),
			body,
		)
	}
}

// awaitAnswers waits until the attacker has most of its share of answers.
func (a *abuse) awaitAnswers() {
	a.Helper()
	await(a, "answers that are not read", func() error {
		if n := a.other.metric(inUse("answer_bytes")); n < 15<<20 {
			return fmt.Errorf("%v bytes", n)
		}
		return nil
	})
}

func (a *abuse) socket(c *caller) (*websocket.Conn, error) {
	dialer := websocket.Dialer{NetDialContext: c.dialer.DialContext}
	conn, rsp, err := dialer.DialContext(a.Context(), "ws"+strings.TrimPrefix(c.url, "http"), nil)
	if rsp != nil {
		_ = rsp.Body.Close()
	}
	if err == nil {
		a.Cleanup(func() { _ = conn.Close() })
	}
	return conn, err
}

func (a *abuse) unreadSockets() {
	body := a.batch(1000)
	for range 60 {
		conn, err := a.socket(a.attacker)
		if err != nil {
			a.Fatal(err)
		}
		if err := conn.WriteMessage(websocket.TextMessage, []byte(body)); err != nil {
			a.Fatal(err)
		}
	}
	a.awaitAnswers()
	a.while()
}

func (a *abuse) filters() {
	one := request("eth_newBlockFilter")
	batch := "[" + strings.Repeat(one+",", 1023) + one + "]"
	half := "[" + strings.Repeat(one+",", 511) + one + "]"
	if status, data, err := a.attacker.post(
		a.Context(),
		strings.NewReader(batch),
	); err != nil ||
		!bytes.Contains(data, []byte("batch too large")) {
		a.Fatalf("a batch of 1,024: got %d %.100s %v", status, data, err)
	}
	for range 2 {
		if status, data, err := a.attacker.post(
			a.Context(),
			strings.NewReader(half),
		); err != nil ||
			bytes.Contains(data, []byte("error")) {
			a.Fatalf("got %d %.100s %v", status, data, err)
		}
	}
	if _, data, err := a.attacker.post(
		a.Context(),
		strings.NewReader(one),
	); err != nil ||
		!bytes.Contains(data, []byte("-32005")) {
		a.Errorf("one more: got %s %v, want -32005", data, err)
	}
	a.while()
}

func (a *abuse) sockets() {
	opened := 0
	for range 300 {
		_, err := a.socket(a.attacker)
		switch {
		case err == nil:
			opened++
		case !errors.Is(err, websocket.ErrBadHandshake):
			a.Fatal(err)
		}
	}
	if opened < 254 || opened > 256 {
		a.Errorf("one client has %d sockets, want its share of 256", opened)
	}
	a.subscribe(a.other)
	a.while()
}

// nestedMemory is a contract that takes memory for 1/64 of its gas and calls itself with the rest. Newton's method
// finds the square root of eight times the gas, which is how many words that is. It reverts with how much memory it had
// with the calls in it.
var nestedMemory = "5a60031b61ffff" + strings.Repeat("80820401"+"60011c", 14) + "60051b60019053" +
	callsItself + "59" + addsUp

// nestedStacks is a contract that fills its stack and calls itself. It reverts with how many stacks there were.
var nestedStacks = strings.Repeat("5f", 1024-7) + callsItself + "6001" + addsUp

// Parts of contracts that call themselves with all their gas, for a word of which there is none when the last call
// fails, and revert with the sum of that and a word of their own.
const (
	callsItself = "60205f5f5f5f305af150"
	addsUp      = "5f51015f5260205ffd"
)

// Outcomes of hoarding, by what an answer says: that more was held than may be, that the gas was used up, or how much
// contracts had that call themselves, and to eth_createAccessList, which does not tell, how much gas that took. All may
// come to the end of their time.
const (
	heldTooMuch = `out of memory`
	outOfGas    = `out of gas|gas required exceeds allowance`
	muchMemory  = `0x0{56}0[3-5][0-9a-f]{6}"|"gasUsed":"0x[6-9ab][0-9a-f]{6}"`
	manyStacks  = `0x0{61}[1-3][0-9a-f]{2}"|"gasUsed":"0x[c-f][0-9a-f]{4}"`
	timedOut    = `|request timed out`
)

// values asks with parameters that take far more once they are read than their bytes say: as many as a request has room
// for, and as many as a call may have.
func (a *abuse) values() {
	list := func(n int) string { return strings.Repeat("{},", n-1) + "{}" }
	const simulate = `{"jsonrpc":"2.0","id":1,"method":"eth_simulateV1","params":[{"blockStateCalls":[{"calls":[%s]}]}]}`
	const authorize = `{"jsonrpc":"2.0","id":1,"method":"eth_call","params":[{"authorizationList":[%s]},"latest"]}`
	ctx, cancel := context.WithTimeout(a.Context(), 40*time.Second)
	defer cancel()
	var sent sync.WaitGroup
	for _, ask := range []struct {
		form string
		n    int
	}{{simulate, 1_700_000}, {authorize, 1_700_000}, {simulate, 57_000}, {authorize, 57_000}} {
		for range 6 {
			sent.Go(func() {
				body := fmt.Sprintf(ask.form, list(ask.n))
				_, answer, err := a.attacker.post(ctx, strings.NewReader(body))
				if err != nil {
					a.Errorf("%d values: %v", ask.n, err)
				} else if ask.n > 100_000 && !bytes.Contains(answer, []byte("-32005")) {
					a.Errorf("%d values: got %.200s, want a refusal", ask.n, answer)
				}
			})
		}
	}
	var accounts strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&accounts, `"0x%040x":{},`, i+1)
	}
	const overridden = `{"jsonrpc":"2.0","id":1,"method":"eth_call","params":[{},"latest",{%s"0x%040x":{}}]}`
	for range 6 {
		sent.Go(func() {
			body := fmt.Sprintf(overridden, accounts.String(), 0)
			if _, _, err := a.attacker.post(ctx, strings.NewReader(body)); err != nil {
				a.Errorf("100,000 accounts: %v", err)
			}
		})
	}
	a.while()
	sent.Wait()
}

// subscriptions sends calls that make or end subscriptions over many sockets, as large as a message may be and as such
// a call may be.
func (a *abuse) subscriptions() {
	const call = `{"jsonrpc":"2.0","id":1,"method":"%s","params":[%s],"x":"%s"}`
	fill := func(method, params string, size int) string {
		return fmt.Sprintf(call, method, params, strings.Repeat("A", size-len(call)-len(method)-len(params)))
	}
	named := func(size int) string { return `"` + strings.Repeat("\x7f", size) + `"` }
	asks := []struct{ body, want string }{
		{fill("eth_subscribe", named(400_000), 500<<10), "-32602"},
		{fill("eth_unsubscribe", named(400_000), 500<<10), "-32602"},
		{fill("eth_subscribe", `"newPendingTransactions"`, 500<<10), `"result"`},
		{fill("eth_subscribe", named(4_900_000), 5<<20), "-32005"},
		{fill("eth_subscribe", `"newHeads"`, 5<<20), "-32005"},
	}
	for i := range 120 {
		conn, err := a.socket(a.attacker)
		if err != nil {
			a.Fatal(err)
		}
		_ = conn.SetReadDeadline(time.Now().Add(20 * time.Second))
		if i == 12 {
			asks = asks[:3] // 5 MiB over 12 are enough.
		}
		for _, ask := range asks {
			if err := conn.WriteMessage(websocket.TextMessage, []byte(ask.body)); err != nil {
				a.Fatal(err)
			}
			if _, data, err := conn.ReadMessage(); err != nil || !bytes.Contains(data, []byte(ask.want)) {
				a.Fatalf("%.80s: got %.200s %v, want %s", ask.body, data, err, ask.want)
			}
		}
	}
	a.while()
}

// longTexts makes calls from three clients that fail for a text as long as a request may be, of signs that take five or
// more in an error. The answers say little.
func (a *abuse) longTexts() {
	slot := `"0x` + strings.Repeat("\x7f", 4_900_000) + `"`
	var bodies []string
	for _, params := range []string{`"0x%040d",` + slot + `,"latest"`, `"0x%040d",` + strings.Repeat("7", 4_900_000)} {
		bodies = append(bodies, fmt.Sprintf(
			`{"jsonrpc":"2.0","id":1,"method":"eth_getStorageAt","params":[`+params+`]}`, 1))
	}
	var sent sync.WaitGroup
	for i := range 9 {
		c := newCaller(a.T, a.attacker.url, fmt.Sprintf("127.0.5.%d", i%3+1))
		sent.Go(func() {
			for range 2 {
				for _, body := range bodies {
					_, data, err := c.post(a.Context(), strings.NewReader(body))
					if err != nil || len(data) > 2000 || !bytes.Contains(data, []byte(`"error"`)) {
						a.Errorf("got %d bytes, %.200s %v", len(data), data, err)
					}
				}
			}
		})
	}
	a.while()
	sent.Wait()
}

// hoarding makes calls of a contract that holds as much as it can, by all methods that run one, from two clients, which
// is as many as can have one run at a time. Alone, each method must give the outcome. Of many calls each must be
// answered soon after its time is up, with the outcome or for that.
func hoarding(code, outcome string) func(*abuse) {
	return func(a *abuse) {
		to := "0x00000000000000000000000000000000000f0e0e"
		call, code := map[string]string{"to": to}, map[string]any{to: map[string]string{"code": "0x" + code}}
		bodies := []string{
			request("eth_call", call, "latest", code),
			request("eth_estimateGas", call, "latest", code),
			request("eth_createAccessList", call, "latest", code),
			request("eth_simulateV1", map[string]any{"blockStateCalls": []any{
				map[string]any{"stateOverrides": code, "calls": []any{call}}, // Which has all the gas.
			}}, "latest"),
		}
		first := newCaller(a.T, a.attacker.url, "127.0.4.1")
		for _, body := range bodies {
			await(a, "the outcome of one call alone", func() error {
				_, data, err := first.post(a.Context(), strings.NewReader(body))
				if err != nil || !regexp.MustCompile(outcome).Match(data) {
					return fmt.Errorf("%.60s… answered %.300s %v, want %s", body, data, err, outcome)
				}
				return nil
			})
		}
		wanted := regexp.MustCompile(outcome + timedOut)
		seen, last := make([]atomic.Bool, len(bodies)), make([]atomic.Pointer[[]byte], len(bodies))
		ctx, stop := context.WithCancel(a.Context())
		defer stop()
		var all sync.WaitGroup
		var slowest atomic.Int64
		for i := range 16 {
			c := newCaller(a.T, a.attacker.url, fmt.Sprintf("127.0.4.%d", i%2+1))
			all.Go(func() {
				for n := i / 2; ctx.Err() == nil; n++ {
					begin, of := time.Now(), n%len(bodies)
					_, data, err := c.post(ctx, strings.NewReader(bodies[of]))
					if err != nil {
						continue
					}
					atLeast(&slowest, int64(time.Since(begin)))
					last[of].Store(&data)
					if wanted.Match(data) {
						seen[of].Store(true)
					}
				}
			})
		}
		await(a, "calls to run", func() error {
			if n := a.other.metric(inUse("machine_bytes")); n < 100e6 {
				return fmt.Errorf("%v bytes", n)
			}
			return nil
		})
		for range 3 {
			a.while()
		}
		await(a, "the outcome of each method", func() error {
			for i := range seen {
				if data := last[i].Load(); !seen[i].Load() && data != nil {
					return fmt.Errorf("%.60s… answered %.300s, want %s", bodies[i], *data, outcome)
				} else if !seen[i].Load() {
					return fmt.Errorf("%.60s… was not answered", bodies[i])
				}
			}
			return nil
		})
		stop()
		all.Wait()
		if took := time.Duration(slowest.Load()); took > 6*time.Second {
			a.Errorf("a call took %s, want at most the 5 seconds that it may run or wait", took)
		}
	}
}

// atLeast raises a number.
func atLeast(n *atomic.Int64, to int64) {
	for {
		if was := n.Load(); was >= to || n.CompareAndSwap(was, to) {
			return
		}
	}
}

// longReason is a contract that reverts with a reason of 1.5 MiB, each byte of which takes six in JSON.
var longReason = "6308c379a060e01b5f52" + "6020600452" + "62180000602452" + "62180044" + "5ffd"

// returning asks for a call of a contract over many connections, of which each answer has so many bytes or more.
func returning(code string, size int) func(*abuse) {
	return func(a *abuse) {
		to := "0x00000000000000000000000000000000000f0e0e"
		body := request("eth_call", map[string]string{"to": to}, "latest",
			map[string]any{to: map[string]string{"code": "0x" + code}})
		if _, data, err := a.attacker.post(a.Context(), strings.NewReader(body)); err != nil || len(data) < size {
			a.Fatalf("got %d bytes, %.200s %v, want %d", len(data), data, err, size)
		}
		a.ask(a.attacker, 300, body)
		await(a, "answers that are not read", func() error {
			a.ask(a.attacker, 1, body) // Those that came at once may all have been refused.
			if n := a.other.metric(inUse("answer_bytes")); n < float64(size) {
				return fmt.Errorf("%v bytes", n)
			}
			return nil
		})
		for range 3 {
			a.while()
		}
	}
}

// alternatives asks for logs, and installs filters, of as many addresses and topics as there may be.
func (a *abuse) alternatives() {
	topics, addresses := make([][]string, 4), []string{}
	for i := range 1000 {
		addresses = append(addresses, fmt.Sprintf("0x%040x", i))
		for k := range topics {
			topics[k] = append(topics[k], fmt.Sprintf("0x%064x", 4*i+k))
		}
	}
	args := map[string]any{"fromBlock": "0x0", "toBlock": "latest", "address": addresses, "topics": topics}
	query, filter := request("eth_getLogs", args), request("eth_newFilter", args)
	installed, full := 0, false
	for ; !full && installed < 100; installed++ {
		_, data, err := a.attacker.post(a.Context(), strings.NewReader(filter))
		if err != nil {
			a.Fatal(err)
		}
		full = bytes.Contains(data, []byte("-32005"))
	}
	if !full {
		a.Errorf("%d filters of 148 kB are installed", installed)
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 5 {
				_, data, err := a.attacker.post(a.Context(), strings.NewReader(query))
				if err != nil || !bytes.Contains(data, []byte(`"result":[]`)) {
					a.Errorf("got %.200s %v", data, err)
				}
			}
		})
	}
	a.while()
	all.Wait()
}

func (a *abuse) heavyCalls() {
	ctx, stop := context.WithCancel(a.Context())
	var all sync.WaitGroup
	for range 200 {
		all.Go(func() {
			for ctx.Err() == nil {
				_, _, _ = a.attacker.post(ctx, strings.NewReader(a.heavy))
			}
		})
	}
	await(a, "heavy calls to run", func() error {
		if calls, requests := a.other.metric(
			inUse("calls"),
		), a.other.metric(
			inUse("requests"),
		); calls < 4 ||
			requests < 150 {
			return fmt.Errorf("%v run, of %v", calls, requests)
		}
		return nil
	})
	for range 3 {
		a.while()
	}
	stop()
	all.Wait()
}
