package gateway_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log/slog"
	"math/big"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway"
	"github.com/assent-network/assent/internal/lifeline"
	"github.com/assent-network/assent/localnet/accounts"
	"github.com/assent-network/assent/localnet/fault"
	"github.com/assent-network/assent/localnet/scenario"
)

var stories = scenario.NewSuite()

// childEnv holds the configuration of a test program that is to be a gateway.
const childEnv = "ASSENT_TEST_GATEWAY"

func TestMain(m *testing.M) {
	if encoded := os.Getenv(childEnv); encoded != "" {
		os.Exit(child(encoded))
	}
	os.Exit(stories.Main(m))
}

// child serves as a gateway until it is interrupted.
func child(encoded string) int {
	if err := lifeline.Hold(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	var cfg gateway.Config
	if err := json.Unmarshal([]byte(encoded), &cfg); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	debug.SetMemoryLimit(gateway.MemoryLimit)
	cfg.Logger = slog.New(slog.NewTextHandler(os.Stderr, nil))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	g, err := gateway.New(cfg)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	fmt.Println("ready", g.URL())
	if err := g.Run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func config(net *scenario.Network, dir string) gateway.Config {
	return gateway.Config{
		Socket: net.Socket(), RuntimeID: net.File.RuntimeID.Namespace, ChainID: net.File.ChainID, DataDir: dir,
		Listen: "127.0.0.1:0", Contracts: net.File.Contracts,
	}
}

// serve runs a gateway on a network until the test ends and waits until it is up.
func serve(t testing.TB, net *scenario.Network) (*ethclient.Client, string) {
	t.Helper()
	g, err := gateway.New(config(net, t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- g.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("the gateway ended with %v", err)
		}
	})
	c := dial(t, g.URL())
	await(t, "the gateway to be up", func() error {
		_, err := c.BlockNumber(t.Context())
		return err
	})
	return c, g.URL()
}

func dial(t testing.TB, url string) *ethclient.Client {
	t.Helper()
	c, err := ethclient.DialContext(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.Close)
	return c
}

// await asks until there is no error. It is for what another process does in its own time and does not tell.
func await(t testing.TB, what string, ask func() error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	ticker := time.NewTicker(20 * time.Millisecond)
	defer ticker.Stop()
	for {
		err := ask()
		if err == nil {
			return
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			t.Fatalf("waiting for %s: %v", what, err)
		}
	}
}

func receiptOf(t testing.TB, c *ethclient.Client, hash common.Hash) *types.Receipt {
	t.Helper()
	var r *types.Receipt
	await(t, "the receipt of "+hash.Hex(), func() (err error) {
		r, err = c.TransactionReceipt(t.Context(), hash)
		return err
	})
	return r
}

func sign(t testing.TB, net *scenario.Network, a accounts.Account, nonce uint64, to common.Address) *types.Transaction {
	t.Helper()
	tx, err := types.SignNewTx(a.Key, types.LatestSignerForChainID(new(big.Int).SetUint64(net.File.ChainID)),
		&types.LegacyTx{
			Nonce: nonce, GasPrice: big.NewInt(1_000_000_000), Gas: 21_000, To: &to, Value: big.NewInt(1),
		})
	if err != nil {
		t.Fatal(err)
	}
	return tx
}

// viem and ethers, none of them special to us, do all they do.
func TestNetwork_scripts(t *testing.T) {
	net := stories.Shared(t)
	_, url := serve(t, net)
	for _, script := range []string{"viem.mjs", "ethers.mjs"} {
		t.Run(script, func(t *testing.T) {
			if _, err := os.Stat(filepath.Join("testdata", "stock", "node_modules")); err != nil {
				t.Skip("the npm packages are not installed: run npm ci in gateway/testdata/stock")
			}
			cmd := exec.CommandContext(t.Context(), "node", script)
			cmd.Dir = filepath.Join("testdata", "stock")
			cmd.Env = append(os.Environ(), "GATEWAY="+url, "PRIVATE_KEY=0x"+
				hex.EncodeToString(crypto.FromECDSA(net.Account(t).Key)))
			var stderr bytes.Buffer
			cmd.Stderr = &stderr
			out, err := cmd.Output()
			t.Logf("%s", out)
			if err != nil {
				t.Fatalf("%v\n%s", err, stderr.Bytes())
			}
		})
	}
}

type fixture struct {
	ABI      json.RawMessage
	Bytecode hexutil.Bytes
}

func (fixture) load(t testing.TB) (f fixture, m *bind.MetaData) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "Fixture.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	return f, &bind.MetaData{ABI: string(f.ABI)}
}

// go-ethereum's bindings deploy a contract, send to it, read it and its events.
func TestNetwork_bindings(t *testing.T) {
	net := stories.Shared(t)
	c, url := serve(t, net)
	a := net.Account(t)
	f, meta := fixture{}.load(t)
	abi, err := meta.ParseABI()
	if err != nil {
		t.Fatal(err)
	}
	opts := bind.NewKeyedTransactor(a.Key, new(big.Int).SetUint64(net.File.ChainID))
	opts.Context = t.Context()
	constructor, err := abi.Pack("", big.NewInt(7))
	if err != nil {
		t.Fatal(err)
	}
	addr, tx, err := bind.DeployContract(opts, f.Bytecode, c, constructor)
	if err != nil {
		t.Fatal(err)
	}
	if deployed, err := bind.WaitDeployed(t.Context(), c, tx.Hash()); err != nil || deployed != addr {
		t.Fatalf("deployed at %s, want %s: %v", deployed, addr, err)
	}
	live := dial(t, "ws"+strings.TrimPrefix(url, "http"))
	logs := make(chan types.Log, 16)
	stored := abi.Events["Stored"].ID
	sub, err := live.SubscribeFilterLogs(t.Context(),
		ethereum.FilterQuery{Addresses: []common.Address{addr}, Topics: [][]common.Hash{{stored}}}, logs)
	if err != nil {
		t.Fatal(err)
	}
	defer sub.Unsubscribe()
	contract := bind.NewBoundContract(addr, *abi, c, c, c)
	data, err := abi.Pack("store", big.NewInt(3), big.NewInt(40))
	if err != nil {
		t.Fatal(err)
	}
	if tx, err = bind.Transact(contract, opts, data); err != nil {
		t.Fatal(err)
	}
	receipt, err := bind.WaitMined(t.Context(), c, tx.Hash())
	if err != nil || receipt.Status != 1 {
		t.Fatalf("receipt %+v: %v", receipt, err)
	}
	select {
	case l := <-logs:
		if l.TxHash != tx.Hash() {
			t.Errorf("log of %s", l.TxHash)
		}
	case <-time.After(20 * time.Second):
		t.Error("no log arrived")
	}
	call, err := abi.Pack("total")
	if err != nil {
		t.Fatal(err)
	}
	total, err := bind.Call(contract, &bind.CallOpts{Context: t.Context()}, call, func(out []byte) (*big.Int, error) {
		return new(big.Int).SetBytes(out), nil
	})
	if err != nil || total.Int64() != 47 {
		t.Errorf("total is %s: %v", total, err)
	}
}

// A gateway that is killed at any moment goes on exactly where it was: in the end it says what one says that starts
// from nothing.
func TestNetwork_gatewayKilled(t *testing.T) {
	net := stories.Shared(t)
	const kills = 10
	senders := []accounts.Account{net.Account(t), net.Account(t), net.Account(t)}
	whole, _ := serve(t, net) // Traffic goes through another one.
	ctx, stop := context.WithCancel(t.Context())
	var traffic sync.WaitGroup
	for _, a := range senders {
		traffic.Go(func() {
			for nonce := uint64(0); ctx.Err() == nil; nonce++ {
				if err := whole.SendTransaction(ctx, sign(t, net, a, nonce, senders[0].Address)); err != nil &&
					ctx.Err() == nil {
					t.Error(err)
					return
				}
			}
		})
	}
	cfg := config(net, t.TempDir())
	for range kills {
		p := startChild(t, cfg)
		await(t, "the child to be up", func() error {
			_, err := p.client.BlockNumber(t.Context())
			return err
		})
		await(t, "some rounds", untilHead(p.client, 1+rand.Uint64N(4)))
		p.kill(t)
	}
	stop()
	traffic.Wait()

	p := startChild(t, cfg)
	defer p.kill(t)
	fresh, freshURL := serve(t, net)
	head, err := whole.BlockNumber(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	await(t, "the child to catch up", indexed(p.client, head))
	await(t, "the fresh one to catch up", indexed(fresh, head))
	transactions := 0
	for n := range head + 1 {
		for _, rq := range [][]any{
			{"eth_getBlockByNumber", hexutil.EncodeUint64(n), true}, {"eth_getBlockReceipts", hexutil.EncodeUint64(n)},
		} {
			a, b := ask(t, p.url, rq), ask(t, freshURL, rq)
			if !bytes.Equal(a, b) {
				t.Fatalf("%v: the one that was killed says\n%s\nthe fresh one\n%s", rq, a, b)
			}
			if rq[0] == "eth_getBlockReceipts" {
				transactions += bytes.Count(a, []byte(`"transactionHash"`))
			}
		}
	}
	if transactions == 0 {
		t.Error("there was no traffic")
	}
	t.Logf("%d kills, %d rounds, %d transactions", kills, head+1, transactions)
}

// indexed is fulfilled when a gateway has a round.
func indexed(client *ethclient.Client, round uint64) func() error {
	return func() error {
		n, err := client.BlockNumber(context.Background())
		if err == nil && n < round {
			err = fmt.Errorf("it is at %d of %d", n, round)
		}
		return err
	}
}

// untilHead is done when the head has moved on by some rounds.
func untilHead(c *ethclient.Client, by uint64) func() error {
	var first uint64
	var begun bool
	return func() error {
		n, err := c.BlockNumber(context.Background())
		if err != nil {
			return err
		}
		if !begun {
			first, begun = n, true
		}
		if n < first+by {
			return fmt.Errorf("round %d of %d", n, first+by)
		}
		return nil
	}
}

func ask(t testing.TB, url string, rq []any) json.RawMessage {
	t.Helper()
	c, err := rpc.DialContext(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	var raw json.RawMessage
	if err := c.CallContext(t.Context(), &raw, rq[0].(string), rq[1:]...); err != nil {
		t.Fatalf("%v: %v", rq, err)
	}
	return raw
}

// process is a gateway in a process of its own.
type process struct {
	cmd    *exec.Cmd
	url    string
	client *ethclient.Client
}

func startChild(t testing.TB, cfg gateway.Config) *process {
	t.Helper()
	encoded, err := json.Marshal(cfg)
	if err != nil {
		t.Fatal(err)
	}
	p := &process{cmd: exec.Command(os.Args[0])}
	p.cmd.Env = append(os.Environ(), childEnv+"="+string(encoded))
	var stderr bytes.Buffer
	p.cmd.Stderr = &stderr
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	started, err := lifeline.Tie(p.cmd)
	if err != nil {
		t.Fatal(err)
	}
	err = p.cmd.Start()
	started()
	if err != nil {
		t.Fatal(err)
	}
	said, err := bufio.NewReader(out).ReadString('\n')
	url, ok := strings.CutPrefix(strings.TrimSpace(said), "ready ")
	if err != nil || !ok {
		_ = p.cmd.Wait()
		t.Fatalf("the gateway said %q: %v\n%s", said, err, stderr.Bytes())
	}
	p.url, p.client = url, dial(t, url)
	return p
}

func (p *process) kill(t testing.TB) {
	t.Helper()
	if err := p.cmd.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = p.cmd.Wait()
}

// A node that is killed takes its pool with it. What it had taken through the gateway is in a block after it has come
// back.
func TestNetwork_nodeKilled(t *testing.T) {
	net := stories.Fresh(t)
	c, _ := serve(t, net)
	a := net.Account(t)
	first := sign(t, net, a, 0, a.Address)
	if err := c.SendTransaction(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	receiptOf(t, c, first.Hash())
	// This one waits for the nonce before it, so it is in the pool when the node ends.
	waiting := sign(t, net, a, 2, a.Address)
	if err := c.SendTransaction(t.Context(), waiting); err != nil {
		t.Fatal(err)
	}
	if err := fault.Node(net.Nodes[0]).Kill(t.Context()); err != nil {
		t.Fatal(err)
	}
	await(t, "the gateway to notice", func() error {
		_, err := c.BalanceAt(t.Context(), common.Address{1}, nil)
		if coded, ok := err.(rpc.Error); ok && coded.ErrorCode() == -32002 {
			return nil
		}
		return fmt.Errorf("it says %v", err)
	})
	if _, err := c.TransactionReceipt(t.Context(), first.Hash()); err != nil {
		t.Errorf("what is indexed is not answered: %v", err)
	}
	if err := net.Up(t.Context()); err != nil {
		t.Fatal(err)
	}
	missing := sign(t, net, a, 1, a.Address)
	await(t, "the node to take transactions", func() error { return c.SendTransaction(t.Context(), missing) })
	receiptOf(t, c, missing.Hash())
	receiptOf(t, c, waiting.Hash())
}

// Transactions of one sender in pairs, the second at any moment of the first's way into a block: none is stranded,
// although the network is quiet.
func TestNetwork_pairs(t *testing.T) {
	net := stories.Fresh(t)
	c, _ := serve(t, net)
	a := net.Account(t)
	var slowest time.Duration
	nonce := uint64(0)
	for offset := time.Duration(0); offset < 400*time.Millisecond; offset += 16 * time.Millisecond {
		begin := time.Now()
		first, second := sign(t, net, a, nonce, a.Address), sign(t, net, a, nonce+1, a.Address)
		if err := c.SendTransaction(t.Context(), first); err != nil {
			t.Fatal(err)
		}
		<-time.After(offset)
		if err := c.SendTransaction(t.Context(), second); err != nil {
			t.Fatal(err)
		}
		receiptOf(t, c, second.Hash())
		slowest = max(slowest, time.Since(begin))
		nonce += 2
	}
	t.Logf("%d pairs, the slowest took %s", nonce/2, slowest.Round(time.Millisecond))
	if slowest > 20*time.Second {
		t.Error("a transaction was stranded")
	}
	replace(t, net, c, a, nonce)
}

// replace submits transactions of one nonce through two gateways, which know nothing of each other: what is refused is
// not mined, and what is taken is.
func replace(t *testing.T, net *scenario.Network, one *ethclient.Client, a accounts.Account, nonce uint64) {
	t.Helper()
	two, _ := serve(t, net)
	priced := func(nonce uint64, gwei int64, value int64) *types.Transaction {
		id := new(big.Int).SetUint64(net.File.ChainID)
		price := new(big.Int).Mul(big.NewInt(gwei), big.NewInt(1_000_000_000))
		tx, err := types.SignNewTx(a.Key, types.LatestSignerForChainID(id), &types.LegacyTx{
			Nonce: nonce, GasPrice: price, Gas: 21_000, To: &a.Address, Value: big.NewInt(value),
		})
		if err != nil {
			t.Fatal(err)
		}
		return tx
	}
	first := priced(nonce+1, 10, 1)
	if err := one.SendTransaction(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	for _, c := range []*ethclient.Client{one, two} {
		for _, gwei := range []int64{10, 2} {
			err := c.SendTransaction(t.Context(), priced(nonce+1, gwei, 2))
			if err == nil || err.Error() != "replacement transaction underpriced" {
				t.Errorf("replaced at %d gwei: %v", gwei, err)
			}
		}
	}
	more := priced(nonce+1, 11, 3)
	if err := two.SendTransaction(t.Context(), more); err != nil {
		t.Fatal(err)
	}
	if err := one.SendTransaction(t.Context(), priced(nonce, 10, 4)); err != nil {
		t.Fatal(err)
	}
	receiptOf(t, one, more.Hash())
	if _, err := one.TransactionReceipt(t.Context(), first.Hash()); err == nil {
		t.Error("what was replaced is in a block")
	}
}
