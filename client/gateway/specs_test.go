package gateway

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/big"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/consensus/beacon"
	"github.com/ethereum/go-ethereum/consensus/ethash"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"

	"github.com/assent-network/assent/client/gateway/internal/chaintest"
	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/runtime/evm"
)

// specsDir is where the vectors of the Ethereum execution API are: recorded
// requests and answers, and the chain that they were recorded on.
func specsDir(t *testing.T) string {
	t.Helper()
	shared := os.Getenv("ASSENT_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	dir := filepath.Join(shared, "vectors", "execution_apis")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the vectors of the Ethereum execution API are not at %s: set ASSENT_SHARED", dir)
	}
	return dir
}

// recording is one request and its answer.
type recording struct {
	name     string
	request  map[string]any
	response map[string]any
}

func readRecordings(t *testing.T, dir string) (all []recording) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.io"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r := recording{name: filepath.Base(filepath.Dir(file)) + "/" + strings.TrimSuffix(filepath.Base(file), ".io")}
		lines := bufio.NewScanner(bytes.NewReader(data))
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			line := lines.Text()
			var into *map[string]any
			switch {
			case strings.HasPrefix(line, ">> "):
				into = &r.request
			case strings.HasPrefix(line, "<< "):
				into = &r.response
			default:
				continue
			}
			if err := json.Unmarshal([]byte(line[3:]), into); err != nil {
				t.Fatalf("%s: %v", file, err)
			}
		}
		all = append(all, r)
	}
	return all
}

// replay runs the vectors' chain and returns the state at its end.
func replay(t *testing.T, dir string) (*types.Header, *state.StateDB) {
	t.Helper()
	var genesis core.Genesis
	data, err := os.ReadFile(filepath.Join(dir, "genesis.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &genesis); err != nil {
		t.Fatal(err)
	}
	chain, err := core.NewBlockChain(rawdb.NewMemoryDatabase(), &genesis, beacon.New(ethash.NewFaker()), core.DefaultConfig().WithStateScheme(rawdb.HashScheme))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(chain.Stop)
	file, err := os.Open(filepath.Join(dir, "chain.rlp"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var blocks types.Blocks
	for stream := rlp.NewStream(file, 0); ; {
		b := new(types.Block)
		if err := stream.Decode(b); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		blocks = append(blocks, b)
	}
	if _, err := chain.InsertChain(blocks); err != nil {
		t.Fatal(err)
	}
	head := chain.CurrentBlock()
	statedb, err := chain.State()
	if err != nil {
		t.Fatal(err)
	}
	return head, statedb
}

var addressPattern = regexp.MustCompile(`"0x[0-9a-f]{40}"`)

// newSpecsHarness makes a chain of ours that is as much like the vectors' as it
// can be: chain ID, base fee, gas limit, number of blocks, and the accounts that
// the recordings name. Its last round has a transaction of each type.
func newSpecsHarness(t *testing.T, recordings []recording, chainID uint64, head *types.Header, statedb *state.StateDB) (*harness, map[string]common.Hash) {
	t.Helper()
	h := &harness{t: t, alice: newAccount(t, 1), bob: newAccount(t, 2), dir: t.TempDir(), fixture: loadFixture(t)}
	doc := document(t, h.alice, h.bob)
	doc.EVMChainID = chainID
	price, err := amount.FromBig(head.BaseFee)
	if err != nil {
		t.Fatal(err)
	}
	doc.MinGasPrice = price
	doc.Gas.MaxBatch = head.GasLimit
	h.chain = chaintest.New(t, doc)
	named := map[common.Address]bool{}
	for _, r := range recordings {
		raw, _ := json.Marshal(r.request)
		for _, m := range addressPattern.FindAll(raw, -1) {
			named[common.HexToAddress(string(m[1:43]))] = true
		}
	}
	h.chain.Edit(t, func(ctx context.Context, tree mkvs.KeyValueTree) error {
		accounts := evm.TreeAccounts(ctx, tree)
		for addr := range named {
			err := errors.Join(accounts.SetNonce(addr, statedb.GetNonce(addr)), accounts.SetBalance(addr, statedb.GetBalance(addr)))
			if code := statedb.GetCode(addr); len(code) > 0 {
				err = errors.Join(err, tree.Insert(ctx, layout.CodeKey(layout.Address(addr)), code),
					tree.Insert(ctx, layout.CodeHashKey(layout.Address(addr)), statedb.GetCodeHash(addr).Bytes()))
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	for h.chain.Latest() < head.Number.Uint64()-1 {
		h.chain.ProduceEmpty(t)
	}
	h.start(func(c *Config) { c.ChainID = chainID })
	t.Cleanup(func() { h.stop() })

	id, fee, list := new(big.Int).SetUint64(chainID), head.BaseFee, types.AccessList{{Address: h.bob.addr, StorageKeys: []common.Hash{{1}}}}
	hashes := map[string]common.Hash{}
	for i, tx := range []struct {
		name string
		data types.TxData
	}{
		{"legacy-tx", &types.LegacyTx{GasPrice: fee, Gas: 21_000, To: &h.bob.addr, Value: big.NewInt(1)}},
		{"legacy-input", &types.LegacyTx{Nonce: 1, GasPrice: fee, Gas: 100_000, To: &h.bob.addr, Data: []byte{1, 2}}},
		{"legacy-create", &types.LegacyTx{Nonce: 2, GasPrice: fee, Gas: 1_000_000, Data: append(h.fixture.Bytecode, h.pack("", big.NewInt(7))...)}},
		{"access-list", &types.AccessListTx{ChainID: id, Nonce: 3, GasPrice: fee, Gas: 100_000, To: &h.bob.addr, AccessList: list}},
		{"dynamic-fee", &types.DynamicFeeTx{ChainID: id, Nonce: 4, GasTipCap: big.NewInt(1), GasFeeCap: new(big.Int).Add(fee, big.NewInt(1)), Gas: 100_000, To: &h.bob.addr, AccessList: list}},
	} {
		signed, err := types.SignNewTx(h.alice.key, types.LatestSignerForChainID(id), tx.data)
		if err != nil {
			t.Fatal(i, err)
		}
		if err := h.eth.SendTransaction(t.Context(), signed); err != nil {
			t.Fatal(i, err)
		}
		hashes["eth_getTransactionByHash/get-"+tx.name] = signed.Hash()
	}
	h.produce()
	return h, hashes
}

// post makes a request as it stands.
func (h *harness) post(request map[string]any) (response map[string]any) {
	h.t.Helper()
	body, err := json.Marshal(request)
	if err != nil {
		h.t.Fatal(err)
	}
	rsp, err := http.Post(h.gateway.URL(), "application/json", bytes.NewReader(body))
	if err != nil {
		h.t.Fatal(err)
	}
	defer rsp.Body.Close()
	if err := json.NewDecoder(rsp.Body).Decode(&response); err != nil {
		h.t.Fatal(err)
	}
	return response
}

// Recordings that this chain answers otherwise, and why.
var otherwise = map[string]string{
	"eth_call/call-eip7702-delegation":        "delegated accounts came with the Prague fork, this chain is Cancun",
	"eth_getTransactionByHash/get-blob-tx":    "this chain has no transactions of type 3",
	"eth_getTransactionByHash/get-setcode-tx": "this chain has no transactions of type 4",
}

// Recordings whose answer differs in value, but not in shape.
func shapeOnly(name string) bool {
	return strings.HasPrefix(name, "eth_getBlockByNumber/") || strings.HasPrefix(name, "eth_getTransactionByHash/")
}

// The answers of the Ethereum execution API's vectors: the same where they do
// not depend on the chain's history, of the same shape where they do.
func TestExecutionAPIs(t *testing.T) {
	dir := specsDir(t)
	recordings := readRecordings(t, dir)
	head, statedb := replay(t, dir)
	var forks map[string]string
	data, err := os.ReadFile(filepath.Join(dir, "forkenv.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &forks); err != nil {
		t.Fatal(err)
	}
	id, ok := new(big.Int).SetString(forks["HIVE_CHAIN_ID"], 10)
	if !ok {
		t.Fatal("the vectors name no chain ID")
	}
	h, hashes := newSpecsHarness(t, recordings, id.Uint64(), head, statedb)
	latest := h.post(map[string]any{"jsonrpc": "2.0", "id": 1, "method": "eth_getBlockByNumber", "params": []any{"latest", false}})["result"].(map[string]any)

	var same, shape, differ int
	for _, r := range recordings {
		t.Run(r.name, func(t *testing.T) {
			request := maps.Clone(r.request)
			if hash, ok := hashes[r.name]; ok {
				request["params"] = []any{hash.Hex()}
			}
			switch r.name {
			case "eth_getBalance/get-balance-blockhash":
				// The balance at that block is that of a block in between.
				request["params"] = []any{r.request["params"].([]any)[0], latest["hash"]}
			case "eth_getBlockByNumber/get-block-notfound", "eth_getBlockByNumber/get-genesis":
			case "eth_getBlockByNumber/get-latest", "eth_getBlockByNumber/get-safe", "eth_getBlockByNumber/get-finalized":
			default:
				if strings.HasPrefix(r.name, "eth_getBlockByNumber/") {
					request["params"] = []any{latest["number"], false}
				}
			}
			got := h.post(request)
			switch why := otherwise[r.name]; {
			case why != "":
				differ++
				t.Logf("differs: %s", why)
				if equalJSON(got, r.response) {
					t.Error("the answers are the same after all")
				}
			case shapeOnly(r.name) && r.response["result"] != nil:
				shape++
				compareShape(t, "", r.response, got)
			case r.name == "eth_getBalance/get-balance-blockhash":
				shape++
				compareShape(t, "", r.response, got)
			default:
				same++
				if !equalJSON(got, r.response) {
					t.Errorf("got %v\nwant %v", got, r.response)
				}
			}
		})
	}
	t.Logf("%d recordings: %d answers the same, %d of the same shape, %d differ and say why", len(recordings), same, shape, differ)
	if len(recordings) == 0 || same == 0 || shape == 0 {
		t.Error("the vectors are incomplete")
	}
}

func equalJSON(a, b any) bool {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	return bytes.Equal(x, y)
}

// Fields that an answer of ours may lack or have more than the recorded one.
var (
	mayLack = map[string]string{"requestsHash": "came with Prague"}
	mayHave = []string{
		// Every round is a block of the Cancun fork.
		"baseFeePerGas", "withdrawals", "withdrawalsRoot", "blobGasUsed", "excessBlobGas", "parentBeaconBlockRoot",
		// The recorded legacy transactions are of a time before EIP-155.
		"chainId",
	}
)

// compareShape compares what does not depend on the chain's history: fields,
// kinds of values, and how they are written.
func compareShape(t *testing.T, path string, want, got any) {
	t.Helper()
	switch want := want.(type) {
	case map[string]any:
		object, ok := got.(map[string]any)
		if !ok {
			t.Errorf("%s: got %T, want an object", path, got)
			return
		}
		for _, key := range slices.Sorted(maps.Keys(want)) {
			value, ok := object[key]
			if !ok {
				if mayLack[key] == "" {
					t.Errorf("%s.%s is missing", path, key)
				}
				continue
			}
			compareShape(t, path+"."+key, want[key], value)
		}
		for key := range object {
			if _, ok := want[key]; !ok && !slices.Contains(mayHave, key) {
				t.Errorf("%s.%s is not in the recorded answer", path, key)
			}
		}
	case []any:
		list, ok := got.([]any)
		if !ok {
			t.Errorf("%s: got %T, want a list", path, got)
			return
		}
		compareItems(t, path, want, list)
	case string:
		s, ok := got.(string)
		if strings.HasSuffix(path, ".input") || strings.HasSuffix(path, ".extraData") {
			if _, err := hexutil.Decode(s); err != nil {
				t.Errorf("%s: got %v, want data", path, got)
			}
		} else if !ok || notation(s) != notation(want) {
			t.Errorf("%s: got %v, want something written like %q", path, got, want)
		}
	default:
		if fmt.Sprintf("%T", want) != fmt.Sprintf("%T", got) && path != ".result.to" {
			t.Errorf("%s: got %T, want %T", path, got, want)
		}
	}
}

// compareItems compares items of lists: transactions of the same type, or else
// the first of each.
func compareItems(t *testing.T, path string, want, got []any) {
	t.Helper()
	if len(want) == 0 || len(got) == 0 {
		return
	}
	if _, ok := want[0].(map[string]any); !ok {
		compareShape(t, path+"[0]", want[0], got[0])
		return
	}
	for i, w := range want {
		w := w.(map[string]any)
		j := slices.IndexFunc(got, func(g any) bool {
			g2 := g.(map[string]any)
			return g2["type"] == w["type"] && (g2["to"] == nil) == (w["to"] == nil)
		})
		if j >= 0 {
			compareShape(t, fmt.Sprintf("%s[%d]", path, i), w, got[j])
		}
	}
}

var quantity = regexp.MustCompile(`^0x(0|[1-9a-f][0-9a-f]*)$`)

// notation tells quantities from data of the fixed lengths that Ethereum has.
func notation(s string) string {
	switch n := len(s); {
	case !strings.HasPrefix(s, "0x"):
		return "text"
	case n == 2+2*20 || n == 2+2*256 || n == 2+2*8:
		return fmt.Sprintf("%d bytes", (n-2)/2)
	case n == 2+2*32, n > 2+2*29 && quantity.MatchString(s):
		return "32 bytes or a large quantity" // As signatures have.
	case quantity.MatchString(s) && n <= 2+2*29:
		return "quantity"
	}
	return "malformed: " + s
}
