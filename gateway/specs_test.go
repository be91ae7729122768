package gateway

import (
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

	"github.com/assent-network/assent/gateway/internal/chaintest"
	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/runtime/evm"
)

// recording is a file of the vectors: requests and their answers.
type recording struct {
	name      string
	exchanges []exchange
	// specOnly says that the answer's form counts and not its values.
	specOnly bool
}

type exchange struct{ request, response map[string]any }

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
		for line := range strings.Lines(string(data)) {
			mark, body, _ := strings.Cut(strings.TrimSpace(line), " ")
			var into *map[string]any
			switch {
			case mark == ">>":
				r.exchanges = append(r.exchanges, exchange{})
				into = &r.exchanges[len(r.exchanges)-1].request
			case mark == "<<" && len(r.exchanges) > 0:
				into = &r.exchanges[len(r.exchanges)-1].response
			default:
				r.specOnly = r.specOnly || mark == "//" && strings.HasPrefix(body, "speconly:")
				continue
			}
			if err := json.Unmarshal([]byte(body), into); err != nil {
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
	chain, err := core.NewBlockChain(rawdb.NewMemoryDatabase(), &genesis, beacon.New(ethash.NewFaker()),
		core.DefaultConfig().WithStateScheme(rawdb.HashScheme))
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

// newSpecsHarness makes a chain of ours that is as much like the vectors' as it can be: chain ID, base fee, gas limit,
// number of blocks, and the accounts that the recordings name. Its last round has a transaction of each type.
func newSpecsHarness(t *testing.T, recordings []recording, chainID uint64, head *types.Header,
	statedb *state.StateDB) (*harness, map[string]common.Hash) {
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
	h.chain = chaintest.NewAt(t, doc, head.Time-head.Number.Uint64())
	named := map[common.Address]bool{}
	for _, r := range recordings {
		for _, x := range r.exchanges {
			raw, _ := json.Marshal(x.request)
			for _, m := range addressPattern.FindAll(raw, -1) {
				named[common.HexToAddress(string(m[1:43]))] = true
			}
		}
	}
	h.chain.Edit(t, func(ctx context.Context, tree mkvs.KeyValueTree) error {
		accounts := evm.TreeAccounts(ctx, tree)
		for addr := range named {
			err := errors.Join(accounts.SetNonce(addr, statedb.GetNonce(addr)),
				accounts.SetBalance(addr, statedb.GetBalance(addr)))
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
	h.chain.Edit(t, func(ctx context.Context, tree mkvs.KeyValueTree) error {
		return copySlots(ctx, tree, recordings, statedb, named)
	})
	for h.chain.Latest() < head.Number.Uint64()-1 {
		h.chain.ProduceEmpty(t)
	}
	h.start(func(c *Config) { c.ChainID, c.Limits.CallGas = chainID, 50_000_000 })
	t.Cleanup(func() { h.stop() })

	id, fee, list := new(big.Int).SetUint64(chainID), head.BaseFee,
		types.AccessList{{Address: h.bob.addr, StorageKeys: []common.Hash{{1}}}}
	hashes := map[string]common.Hash{}
	for i, tx := range []struct {
		name string
		data types.TxData
	}{
		{"legacy-tx", &types.LegacyTx{GasPrice: fee, Gas: 21_000, To: &h.bob.addr, Value: big.NewInt(1)}},
		{"legacy-input", &types.LegacyTx{Nonce: 1, GasPrice: fee, Gas: 100_000, To: &h.bob.addr, Data: []byte{1, 2}}},
		{"legacy-create", &types.LegacyTx{Nonce: 2, GasPrice: fee, Gas: 1_000_000,
			Data: append(h.fixture.Bytecode, h.pack("", big.NewInt(7))...)}},
		{"access-list", &types.AccessListTx{ChainID: id, Nonce: 3, GasPrice: fee, Gas: 100_000, To: &h.bob.addr,
			AccessList: list}},
		{"dynamic-fee", &types.DynamicFeeTx{ChainID: id, Nonce: 4, GasTipCap: big.NewInt(1),
			GasFeeCap: new(big.Int).Add(fee, big.NewInt(1)), Gas: 100_000, To: &h.bob.addr, AccessList: list}},
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

var wordPattern = regexp.MustCompile(`"0x[0-9a-f]{64}"`)

// copySlots gives accounts the storage slots that requests for storage name.
func copySlots(
	ctx context.Context, tree mkvs.KeyValueTree, recordings []recording, statedb *state.StateDB,
	named map[common.Address]bool,
) error {
	for _, r := range recordings {
		if !strings.HasPrefix(r.name, "eth_getStorage") {
			continue
		}
		for _, x := range r.exchanges {
			raw, _ := json.Marshal(x.request)
			for _, m := range wordPattern.FindAll(raw, -1) {
				slot := common.HexToHash(string(m[1:67]))
				for addr := range named {
					value := statedb.GetState(addr, slot)
					if value == (common.Hash{}) {
						continue
					}
					if err := tree.Insert(ctx, layout.StorageKey(layout.Address(addr), layout.Word(slot)),
						value.Bytes()); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
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

// Why this chain answers otherwise.
const (
	asksForHistory  = "the answer is in the history of the recorded chain"
	noBlobs         = "this chain has no blobs"
	noDelegation    = "delegated accounts came with the Prague fork, this chain is Cancun"
	noCalldataFloor = "calldata has a least price since the Prague fork, this chain is Cancun"
	constantBaseFee = "the base fee of this chain never changes"
	oneFork         = "this chain has the rules of one fork from its first block on"
	nonceLimit      = "the last nonce is refused without validation as well, as in go-ethereum 1.17"
	noWindow        = "nothing is deleted by age, and there are no state proofs"
	notOffered      = "the method is not offered"
	noTrie          = "the state is no Merkle-Patricia trie"
)

// otherwise says why this chain answers a recording, or those of a method, in another way.
var otherwise = map[string]string{
	"debug_traceBlockByHash":   notOffered,
	"debug_traceBlockByNumber": notOffered,
	"debug_traceTransaction":   notOffered,
	"testing_buildBlockV1":     notOffered,
	"eth_getProof":             noTrie,

	"debug_getRawBlock/get-block-n":                                                             asksForHistory,
	"debug_getRawBlock/get-genesis":                                                             asksForHistory,
	"debug_getRawHeader/get-block-n":                                                            asksForHistory,
	"debug_getRawHeader/get-genesis":                                                            asksForHistory,
	"debug_getRawReceipts/get-block-n":                                                          asksForHistory,
	"debug_getRawTransaction/get-tx":                                                            asksForHistory,
	"eth_baseFee/get-current-basefee":                                                           constantBaseFee,
	"eth_call/call-eip7702-delegation":                                                          noDelegation,
	"eth_capabilities/get-capabilities":                                                         noWindow,
	"eth_config/get-config":                                                                     oneFork,
	"eth_estimateGas/estimate-with-eip4844":                                                     noBlobs,
	"eth_estimateGas/estimate-with-eip7702":                                                     noDelegation,
	"eth_getBlockByHash/get-block-by-hash":                                                      asksForHistory,
	"eth_getBlockReceipts/get-block-receipts-by-hash":                                           asksForHistory,
	"eth_getBlockReceipts/get-block-receipts-latest":                                            asksForHistory,
	"eth_getBlockReceipts/get-block-receipts-n":                                                 asksForHistory,
	"eth_getBlockTransactionCountByHash/get-block-n":                                            asksForHistory,
	"eth_getBlockTransactionCountByHash/get-genesis":                                            asksForHistory,
	"eth_getBlockTransactionCountByNumber/get-block-n":                                          asksForHistory,
	"eth_getLogs/contract-addr":                                                                 asksForHistory,
	"eth_getLogs/filter-with-blockHash":                                                         asksForHistory,
	"eth_getLogs/filter-with-blockHash-and-topics":                                              asksForHistory,
	"eth_getLogs/topic-exact-match":                                                             asksForHistory,
	"eth_getLogs/topic-null-wildcard":                                                           asksForHistory,
	"eth_getLogs/topic-wildcard":                                                                asksForHistory,
	"eth_getTransactionByBlockHashAndIndex/get-block-n":                                         asksForHistory,
	"eth_getTransactionByBlockNumberAndIndex/get-block-n":                                       asksForHistory,
	"eth_getTransactionByHash/get-blob-tx":                                                      noBlobs,
	"eth_getTransactionByHash/get-setcode-tx":                                                   noDelegation,
	"eth_getTransactionReceipt/get-access-list":                                                 asksForHistory,
	"eth_getTransactionReceipt/get-blob-tx":                                                     noBlobs,
	"eth_getTransactionReceipt/get-dynamic-fee":                                                 asksForHistory,
	"eth_getTransactionReceipt/get-legacy-contract":                                             asksForHistory,
	"eth_getTransactionReceipt/get-legacy-input":                                                asksForHistory,
	"eth_getTransactionReceipt/get-legacy-receipt":                                              asksForHistory,
	"eth_getTransactionReceipt/get-setcode-tx":                                                  noDelegation,
	"eth_sendRawTransaction/send-blob-tx":                                                       noBlobs,
	"eth_simulateV1/ethSimulate-add-more-non-defined-BlockStateCalls-than-fit-but-now-with-fit": asksForHistory,
	"eth_simulateV1/ethSimulate-blobs":                                                          noBlobs,
	"eth_simulateV1/ethSimulate-blockhash-complex":                                              asksForHistory,
	"eth_simulateV1/ethSimulate-blockhash-simple":                                               asksForHistory,
	"eth_simulateV1/ethSimulate-blockhash-start-before-head":                                    asksForHistory,
	"eth_simulateV1/ethSimulate-contract-calls-itself":                                          asksForHistory,
	"eth_simulateV1/ethSimulate-empty-validation":                                               constantBaseFee,
	"eth_simulateV1/ethSimulate-empty-with-block-num-set-firstblock":                            oneFork,
	"eth_simulateV1/ethSimulate-fee-recipient-receiving-funds":                                  constantBaseFee,
	"eth_simulateV1/ethSimulate-get-block-properties":                                           asksForHistory,
	"eth_simulateV1/ethSimulate-move-ecrecover-and-call":                                        noCalldataFloor,
	"eth_simulateV1/ethSimulate-move-ecrecover-and-call-old-and-new":                            noCalldataFloor,
	"eth_simulateV1/ethSimulate-move-ecrecover-twice-and-call":                                  noCalldataFloor,
	"eth_simulateV1/ethSimulate-overflow-nonce":                                                 nonceLimit,
	"eth_simulateV1/ethSimulate-override-identity":                                              noCalldataFloor,
	"eth_simulateV1/ethSimulate-override-sha256":                                                noCalldataFloor,
	"eth_simulateV1/ethSimulate-overwrite-existing-contract":                                    noCalldataFloor,
	"eth_simulateV1/ethSimulate-use-as-many-features-as-possible":                               asksForHistory,
}

// otherwiseOf returns why a recording is answered in another way.
func otherwiseOf(name string) (why string, exact bool) {
	if why, ok := otherwise[name]; ok {
		return why, true
	}
	method, _, _ := strings.Cut(name, "/")
	return otherwise[method], false
}

// Recordings whose answer differs in value, but not in shape.
func shapeOnly(r *recording) bool {
	method, _, _ := strings.Cut(r.name, "/")
	return r.specOnly || slices.Contains([]string{"eth_getBlockByNumber", "eth_getTransactionByHash"}, method) ||
		r.name == "eth_getBalance/get-balance-blockhash"
}

// complaints collects what a comparison finds.
type complaints []string

func (c *complaints) Errorf(format string, args ...any) {
	*c = append(*c, fmt.Sprintf(format, args...))
}

// The answers of the Ethereum execution API's vectors: the same where they do not depend on the chain's history, of the
// same shape where they do, or another for a reason that is said. Everything else fails.
func TestExecutionAPIs(t *testing.T) {
	dir := sharedtest.Path(t, "vectors", "execution_apis")
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
	latest := h.post(map[string]any{"jsonrpc": "2.0", "id": 1, "method": "eth_getBlockByNumber",
		"params": []any{"latest", false}})["result"].(map[string]any)

	count := map[string]int{}
	reasons := map[string]int{}
	for _, r := range recordings {
		t.Run(r.name, func(t *testing.T) {
			verdict := "the same"
			for _, x := range r.exchanges {
				got := h.post(ours(&r, x.request, hashes, latest))
				why, exact := otherwiseOf(r.name)
				same := equalJSON(got, x.response)
				var found complaints
				switch {
				case same && exact && len(r.exchanges) == 1:
					t.Errorf("the answer is the same after all, which should not be: %s", why)
				case same:
					continue
				case why != "":
					checkExplained(t, why, got)
					verdict = "explained"
					reasons[why]++
					continue
				case shapeOnly(&r) && x.response["result"] != nil:
					compareShape(&found, "", x.response, got)
				case strings.HasPrefix(r.name, "eth_simulateV1/"):
					compareSimulation(&found, x.response, got)
				default:
					found.Errorf("got %v\nwant %v", got, x.response)
				}
				if verdict = "of the same shape"; len(found) > 0 {
					t.Errorf("%s", strings.Join(found, "\n"))
				}
			}
			if !t.Failed() {
				count[verdict]++
			}
		})
	}
	t.Logf("of %d recordings, %d are answered the same, %d of the same shape, %d otherwise for these reasons: %v; %d "+
		"fail",
		len(recordings), count["the same"], count["of the same shape"], count["explained"], reasons,
		len(recordings)-count["the same"]-count["of the same shape"]-count["explained"])
	if count["the same"] == 0 || count["of the same shape"] == 0 {
		t.Error("the vectors are incomplete")
	}
}

// checkExplained makes sure that an answer which differs for a reason is one that the reason explains.
func checkExplained(t *testing.T, why string, got map[string]any) {
	t.Helper()
	failure, failed := got["error"].(map[string]any)
	switch code := failure["code"]; {
	case why == notOffered && failed && code != float64(-32601) || why != notOffered && code == float64(-32601):
		t.Errorf("got %v: %s", got, why)
	case why == noTrie && code != float64(-32004):
		t.Errorf("got %v: %s", got, why)
	case why == nonceLimit && code != float64(-32603), why != nonceLimit && code == float64(-32603):
		t.Errorf("got %v: %s", got, why)
	case failed && slices.Contains([]string{noCalldataFloor, constantBaseFee, oneFork, noWindow}, why):
		t.Errorf("got %v: %s", got, why)
	}
}

// ours puts blocks and transactions of this chain where a request names those of the recorded one.
func ours(r *recording, request map[string]any, hashes map[string]common.Hash, latest map[string]any) map[string]any {
	request = maps.Clone(request)
	if hash, ok := hashes[r.name]; ok {
		request["params"] = []any{hash.Hex()}
	}
	switch r.name {
	case "eth_getBalance/get-balance-blockhash":
		// The balance at that block is that of a block in between.
		request["params"] = []any{request["params"].([]any)[0], latest["hash"]}
	case "eth_getBlockByNumber/get-block-notfound", "eth_getBlockByNumber/get-genesis":
	case "eth_getBlockByNumber/get-latest", "eth_getBlockByNumber/get-safe", "eth_getBlockByNumber/get-finalized":
	default:
		if strings.HasPrefix(r.name, "eth_getBlockByNumber/") {
			request["params"] = []any{latest["number"], false}
		}
	}
	return request
}

// compareSimulation compares how calls ended, and of blocks what does not depend on the chain's history.
func compareSimulation(t *complaints, want, got map[string]any) {
	wanted, _ := want["result"].([]any)
	blocks, _ := got["result"].([]any)
	if len(wanted) != len(blocks) {
		t.Errorf("got %v\nwant %v", got["error"], want["error"])
		return
	}
	for i := range wanted {
		w, g := wanted[i].(map[string]any), blocks[i].(map[string]any)
		frame, other := maps.Clone(w), maps.Clone(g)
		delete(frame, "calls")
		delete(other, "calls")
		compareShape(t, fmt.Sprintf("block %d", i), frame, other)
		for _, field := range []string{"number", "gasUsed", "gasLimit", "miner", "mixHash", "baseFeePerGas"} {
			if !equalJSON(w[field], g[field]) {
				t.Errorf("block %d: %s is %v, want %v", i, field, g[field], w[field])
			}
		}
		theirs, calls := w["calls"].([]any), g["calls"].([]any)
		if len(theirs) != len(calls) {
			t.Errorf("block %d: %d calls, want %d", i, len(calls), len(theirs))
			continue
		}
		for j := range theirs {
			w, g := theirs[j].(map[string]any), calls[j].(map[string]any)
			for _, field := range []string{"returnData", "status", "gasUsed", "maxUsedGas", "error"} {
				if !equalJSON(w[field], g[field]) {
					t.Errorf("block %d, call %d: %s is %v, want %v", i, j, field, g[field], w[field])
				}
			}
			if l, m := len(w["logs"].([]any)), len(g["logs"].([]any)); l != m {
				t.Errorf("block %d, call %d: %d logs, want %d", i, j, m, l)
			}
		}
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

// compareShape compares what does not depend on the chain's history: fields, kinds of values, and how they are written.
func compareShape(t *complaints, path string, want, got any) {
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

// compareItems compares items of lists: transactions of the same type, or else the first of each.
func compareItems(t *complaints, path string, want, got []any) {
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
