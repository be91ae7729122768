package proofs

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"
	oasiscommon "github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/gateway/internal/index"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
	"github.com/assent-network/assent/gateway/internal/view"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/prooftest"
	"github.com/assent-network/assent/protocol/receipt"
)

// world is a network in memory and the methods on a node of it.
type world struct {
	t      *testing.T
	net    *prooftest.Network
	node   *prooftest.Node
	assent *Assent
	logs   []*types.Log
	gaps   []index.Gap
	busy   bool   // there is no room
	inside int    // requests that have taken room
	full   bool   // there is no room to build answers
	weight int    // what answers were said to have
	round  uint64 // the last block that the gateway knows
}

func newWorld(t *testing.T, change func(*Config)) *world {
	t.Helper()
	w := &world{t: t, net: prooftest.New(t, prooftest.Config{Validators: 4, Workers: 3})}
	w.node = w.net.Node()
	cfg := Config{
		Node: w.node, RuntimeID: oasiscommon.Namespace(w.net.RuntimeID()), ChainID: 42334, Version: "test",
		ChainContext: func(context.Context) (string, error) { return prooftest.ChainContext, nil },
		Resolve:      w.resolve,
		LastLog: func(_ context.Context, q index.Query, _ index.Room) (*types.Log, error) {
			for _, l := range slices.Backward(w.logs) {
				if l.BlockNumber >= q.From && l.BlockNumber <= q.To && q.Matches(l.Address, l.Topics) {
					return l, nil
				}
			}
			return nil, index.ErrNotFound
		},
		Gaps: func() []index.Gap { return w.gaps },
		Enter: func(ctx context.Context) (func(), error) {
			if w.busy || w.inside > 0 { // One that is inside must not wait for more.
				return nil, rpcerr.New(rpcerr.CodeLimit, "busy")
			}
			w.inside++
			return func() { w.inside-- }, nil
		},
		Weigh: func(_ context.Context, stored int) error {
			if w.full {
				return rpcerr.New(rpcerr.CodeLimit, "full")
			}
			w.weight += stored
			return nil
		},
	}
	if change != nil {
		change(&cfg)
	}
	w.assent = New(cfg)
	return w
}

func (w *world) resolve(where *rpc.BlockNumberOrHash) (*view.Block, error) {
	n := w.round
	if where != nil {
		number, _ := where.Number()
		n = uint64(number)
	}
	if n > w.round {
		return nil, rpcerr.Default("header not found")
	}
	h := w.net.Header(n)
	return &view.Block{Number: n, Hash: common.Hash(h.EncodedHash()), StateRoot: common.Hash(h.StateRoot)}, nil
}

// add makes a round with the writes.
func (w *world) add(writes ...prooftest.Write) *proof.Header {
	w.t.Helper()
	h := w.net.Round(writes...)
	w.round = h.Round
	return h
}

func at(n uint64) *rpc.BlockNumberOrHash {
	b := rpc.BlockNumberOrHashWithNumber(rpc.BlockNumber(n))
	return &b
}

// verify follows an answer from the trust root to the state tree of its round.
func (w *world) verify(h Header, a Anchor, storage []hexutil.Bytes) (*proof.Tree, error) {
	root := w.net.Root(1)
	lb, err := proof.DecodeLightBlock(a.LightBlock)
	if err != nil {
		return nil, err
	}
	chain, err := proof.VerifyChain(root, []*proof.LightBlock{w.net.LightBlock(1), lb}, proof.Params{})
	if err != nil {
		return nil, err
	}
	block := chain[1]
	if block.Height() != int64(a.ConsensusHeight)+1 {
		return nil, fmt.Errorf("light block %d for height %d", block.Height(), a.ConsensusHeight)
	}
	tree, err := list(a.ConsensusProof).Open(block.StateRoot())
	if err != nil {
		return nil, err
	}
	rs, err := proof.VerifyRuntimeState(block, tree)
	if err != nil {
		return nil, err
	}
	var headers []proof.Header
	for _, raw := range append(append([]hexutil.Bytes{}, a.Newer...), h.Header) {
		header, err := proof.DecodeHeader(raw)
		if err != nil {
			return nil, err
		}
		headers = append(headers, *header)
	}
	if headers[0] != rs.Last {
		return nil, fmt.Errorf("the record names round %d, the answer %d", rs.Last.Round, headers[0].Round)
	}
	if err := proof.LinkHeaders(&rs.Last, headers[1:]); err != nil {
		return nil, err
	}
	own := headers[len(headers)-1]
	if own.Round != uint64(h.Round) || common.Hash(own.EncodedHash()) != h.Hash {
		return nil, fmt.Errorf("the header is of round %d", own.Round)
	}
	return list(storage).Open(own.StateRoot)
}

func list(in []hexutil.Bytes) (out proof.Entries) {
	for _, e := range in {
		if len(e) == 0 {
			e = nil
		}
		out = append(out, e)
	}
	return out
}

// viaJSON is an answer as a client gets it.
func viaJSON[T any](t *testing.T, in *T) *T {
	t.Helper()
	raw, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	out := new(T)
	if err := json.Unmarshal(raw, out); err != nil {
		t.Fatal(err)
	}
	return out
}

var (
	contract = common.HexToAddress("0x00000000000000000000000000000000000000c0")
	slot     = common.HexToHash("0x05")
)

// accountWrites is the state of a contract.
func accountWrites(nonce uint64, balance int64, value byte) []prooftest.Write {
	addr := layout.Address(contract)
	account := layout.AccountOf(addr)
	word := make([]byte, 32)
	word[31] = value
	return []prooftest.Write{
		{Key: layout.AccountKey(account), Value: cbor.Marshal(map[string]uint64{"nonce": nonce})},
		{Key: layout.BalanceKey(account, ""), Value: cbor.Marshal(big.NewInt(balance).Bytes())},
		{Key: layout.CodeHashKey(addr), Value: crypto.Keccak256([]byte("code"))},
		{Key: layout.StorageKey(addr, layout.Word(slot)), Value: word},
	}
}

// Whatever round is asked for, the answer proves it from the trust root.
func TestGetProof(t *testing.T) {
	w := newWorld(t, nil)
	var want []byte
	for i := range byte(12) {
		w.add(accountWrites(uint64(i), int64(i)*1000, i+1)...)
		want = append(want, i+1)
		// Consensus goes on between rounds, sometimes for long.
		for range i % 4 {
			w.net.NextBlock()
		}
	}
	w.net.NextBlock()
	first := w.round - 11
	for i, value := range want {
		round := first + uint64(i)
		got, err := w.assent.GetProof(t.Context(), contract, []common.Hash{slot, {9}}, at(round))
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		got = viaJSON(t, got)
		if got.Nonce != hexutil.Uint64(i) || (*big.Int)(got.Balance).Int64() != int64(i)*1000 ||
			got.CodeHash != crypto.Keccak256Hash([]byte("code")) {
			t.Errorf("round %d: account is %d %s %s", round, got.Nonce, got.Balance, got.CodeHash)
		}
		if got.Storage[0].Value[31] != value || got.Storage[1].Value != (common.Hash{}) {
			t.Errorf("round %d: storage is %v", round, got.Storage)
		}
		tree, err := w.verify(got.Header, got.Anchor, got.StorageProof)
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		addr := layout.Address(contract)
		v, err := tree.MustHave(layout.StorageKey(addr, layout.Word(slot)))
		if err != nil || v[31] != value {
			t.Errorf("round %d: proven value is %x: %v", round, v, err)
		}
		if _, ok, err := tree.Get(layout.StorageKey(addr, layout.Word{9})); ok || err != nil {
			t.Errorf("round %d: absence is not proven: %v", round, err)
		}
		if len(got.Newer) != 0 {
			t.Errorf("round %d: %d headers lie between", round, len(got.Newer))
		}
	}
}

// A change of any part of an answer is noticed.
func TestProofBreaks(t *testing.T) {
	w := newWorld(t, nil)
	w.add(accountWrites(1, 2, 3)...)
	w.add(accountWrites(2, 3, 4)...)
	w.net.NextBlock()
	good, err := w.assent.GetProof(t.Context(), contract, []common.Hash{slot}, at(w.round-1))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.verify(good.Header, good.Anchor, good.StorageProof); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*AccountProof){
		"light block":     func(p *AccountProof) { p.LightBlock[len(p.LightBlock)/2] ^= 1 },
		"consensus proof": func(p *AccountProof) { p.ConsensusProof[0][5] ^= 1 },
		"header":          func(p *AccountProof) { p.Header.Header[len(p.Header.Header)-1] ^= 1 },
		"storage proof":   func(p *AccountProof) { p.StorageProof[0][5] ^= 1 },
		"round":           func(p *AccountProof) { p.Round++ },
	} {
		bad := viaJSON(t, good)
		change(bad)
		if _, err := w.verify(bad.Header, bad.Anchor, bad.StorageProof); err == nil {
			t.Errorf("%s: not noticed", name)
		}
	}
}

// pruned is a consensus state whose oldest versions are gone.
type pruned struct {
	syncer.ReadSyncer
	before uint64
}

func (p *pruned) SyncGet(ctx context.Context, rq *syncer.GetRequest) (*syncer.ProofResponse, error) {
	if rq.Tree.Root.Version < p.before {
		return nil, errors.New("version was pruned")
	}
	return p.ReadSyncer.SyncGet(ctx, rq)
}

// When the consensus state of a round's own height is gone, headers lead back to it from the oldest one there is.
func TestPrunedConsensus(t *testing.T) {
	w := newWorld(t, nil)
	var rounds []uint64
	for range 10 {
		rounds = append(rounds, w.add(accountWrites(1, 2, 3)...).Round)
	}
	w.net.NextBlock()
	w.node.Consensus = &pruned{w.net.ConsensusState(), uint64(w.net.Height()) - 4}
	for i, round := range rounds {
		got, err := w.assent.GetProof(t.Context(), contract, nil, at(round))
		if err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		if _, err := w.verify(got.Header, got.Anchor, got.StorageProof); err != nil {
			t.Errorf("round %d: %v", round, err)
		}
		if i == 0 && len(got.Newer) == 0 {
			t.Error("no headers lead back to the first round")
		}
	}
	for range maxNewer {
		w.add()
	}
	w.net.NextBlock()
	w.node.Consensus = &pruned{w.net.ConsensusState(), uint64(w.net.Height()) - 1}
	var coded rpc.Error
	if _, err := w.assent.GetProof(t.Context(), contract, nil, at(rounds[0])); !errors.As(err, &coded) ||
		coded.ErrorCode() != rpcerr.CodePruned {
		t.Errorf("a round that is too far back: got %v", err)
	}
}

// The proof of the newest round waits for the next consensus block.
func TestNewestRound(t *testing.T) {
	w := newWorld(t, nil)
	w.add(accountWrites(1, 2, 3)...)
	done := make(chan error, 1)
	go func() {
		got, err := w.assent.GetProof(t.Context(), contract, nil, nil)
		if err == nil {
			_, err = w.verify(got.Header, got.Anchor, got.StorageProof)
		}
		done <- err
	}()
	w.net.NextBlock()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

func TestConsentRange(t *testing.T) {
	w := newWorld(t, nil)
	ledger := layout.Address(contract)
	var writes []prooftest.Write
	for i := range 300 {
		pseudonym := layout.Address(common.BigToAddress(big.NewInt(int64(i*i*7 + 1))))
		writes = append(writes, prooftest.Write{
			Key:   layout.StorageKey(ledger, layout.ConsentEntrySlot(pseudonym)),
			Value: common.BigToHash(big.NewInt(int64(i + 1))).Bytes(),
		})
		if i%4 != 3 {
			writes = append(writes, prooftest.Write{
				Key: layout.StorageKey(ledger,
					layout.ConsentOriginSlot(pseudonym)), Value: common.BigToHash(big.NewInt(int64(1000 + i))).Bytes(),
			})
		}
	}
	writes = append(writes,
		prooftest.Write{Key: layout.StorageKey(ledger, layout.Word{1}), Value: make([]byte, 32)},
		prooftest.Write{Key: layout.StorageKey(ledger, layout.Word{0xff}), Value: make([]byte, 32)})
	h := w.add(writes...)
	w.net.NextBlock()

	for _, origins := range []bool{false, true} {
		w.walkRange(t, h, ledger, origins)
	}
	empty, err := w.assent.GetConsentRange(t.Context(), common.Address{1}, nil, nil)
	if err != nil || len(empty.Entries) != 0 || empty.Next != nil {
		t.Errorf("a ledger that is not there: %+v %v", empty, err)
	}
	for _, bad := range []hexutil.Uint64{0, maxRangePage + 1} {
		if _, err := w.assent.GetConsentRange(t.Context(), contract, nil, &RangeOptions{Limit: &bad}); err == nil {
			t.Errorf("a limit of %d was accepted", bad)
		}
	}
}

// walkRange reads one of a ledger's words page by page, and proves each page.
func (w *world) walkRange(t *testing.T, h *proof.Header, ledger layout.Address, origins bool) {
	t.Helper()
	prefix, slot, want, first := layout.ConsentEntryRange(ledger), layout.ConsentEntrySlot, 300, int64(1)
	if origins {
		prefix, slot, want, first = layout.ConsentOriginRange(ledger), layout.ConsentOriginSlot, 225, 1000
	}
	var all []ConsentEntry
	limit := hexutil.Uint64(40)
	options := &RangeOptions{Limit: &limit, Origins: origins}
	for pages := 0; ; pages++ {
		if pages > 40 {
			t.Fatal("the pages do not end")
		}
		page, err := w.assent.GetConsentRange(t.Context(), contract, nil, options)
		if err != nil {
			t.Fatal(err)
		}
		page = viaJSON(t, page)
		tree, err := list(page.Proof).Open(h.StateRoot)
		if err != nil {
			t.Fatal(err)
		}
		from := layout.Address{}
		if options.From != nil {
			from = layout.Address(*options.From)
		}
		var proven int
		if _, err := tree.Walk(prefix, layout.StorageKey(ledger, slot(from)), func(_, value []byte) error {
			if page.Entries[proven].Word != common.BytesToHash(value) {
				return errors.New("another entry")
			}
			proven++
			return nil
		}); err != nil || proven != len(page.Entries) {
			t.Fatalf("%d of %d entries are proven: %v", proven, len(page.Entries), err)
		}
		all = append(all, page.Entries...)
		if page.Next == nil {
			break
		}
		options.From = page.Next
	}
	if len(all) != want || all[0].Word != common.BigToHash(big.NewInt(first)) {
		t.Fatalf("%d entries, the first %s, want %d", len(all), all[0].Word, want)
	}
	for i := 1; i < len(all); i++ {
		if all[i-1].Pseudonym.Cmp(all[i].Pseudonym) >= 0 {
			t.Fatalf("entry %d is out of order", i)
		}
	}
}

// What an answer is said to have is no less than what is written of it, beside what any answer may have.
func TestAnswersAreWeighed(t *testing.T) {
	w := newWorld(t, nil)
	writes := accountWrites(1, 2, 3)
	for i := range 3000 {
		pseudonym := layout.Address(crypto.Keccak256(big.NewInt(int64(i)).Bytes())[:20])
		key := layout.StorageKey(layout.Address(contract), layout.ConsentEntrySlot(pseudonym))
		writes = append(writes, prooftest.Write{Key: key, Value: crypto.Keccak256(key)})
	}
	w.add(writes...)
	w.net.NextBlock()
	slots := make([]common.Hash, maxSlots)
	for i := range slots {
		slots[i] = crypto.Keccak256Hash([]byte{byte(i)})
	}
	limit := hexutil.Uint64(2500)
	for name, request := range map[string]func() (any, error){
		"proof": func() (any, error) { return w.assent.GetProof(t.Context(), contract, slots, at(w.round)) },
		"range": func() (any, error) {
			return w.assent.GetConsentRange(t.Context(), contract, at(w.round), &RangeOptions{Limit: &limit})
		},
		"header":      func() (any, error) { return w.assent.GetHeader(t.Context(), at(w.round)) },
		"light block": func() (any, error) { return w.assent.GetLightBlock(t.Context(), nil) },
	} {
		w.weight = 0
		answer, err := request()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		written, err := json.Marshal(answer)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: weighs %d for %d bytes", name, w.weight, len(written))
		if 2*w.weight+1024 < len(written) {
			t.Errorf("%s: weighs %d for %d bytes", name, w.weight, len(written))
		}
	}
}

// Requests that take work take room for as long as they run, however they end, and are refused when there is none.
func TestRoom(t *testing.T) {
	w := newWorld(t, func(c *Config) { c.Contracts = solidity.Addresses{JobMarket: contract} })
	w.add(prooftest.Write{Key: []byte("a"), Value: []byte{1}})
	w.net.NextBlock()
	inside := 0
	w.assent.cfg.LastLog = func(context.Context, index.Query, index.Room) (*types.Log, error) {
		inside = w.inside
		return nil, index.ErrNotFound
	}
	requests := map[string]func() error{
		"proof": func() error {
			_, err := w.assent.GetProof(t.Context(), contract, nil, at(w.round))
			return err
		},
		"proof of no round": func() error {
			_, err := w.assent.GetProof(t.Context(), contract, nil, at(w.round+1000))
			return err
		},
		"range": func() error {
			_, err := w.assent.GetConsentRange(t.Context(), contract, at(w.round), nil)
			return err
		},
		"receipt": func() error {
			_, err := w.assent.GetReceipt(t.Context(), common.Hash{1})
			return err
		},
	}
	for name, request := range requests {
		err := request()
		if w.inside != 0 {
			t.Errorf("%s: room is still taken after it ended with %v", name, err)
		}
		for _, lack := range []*bool{&w.busy, &w.full} {
			*lack = true
			var coded rpc.Error
			if err := request(); !errors.As(err, &coded) || coded.ErrorCode() != rpcerr.CodeLimit {
				t.Errorf("%s: without room it ended with %v", name, err)
			}
			*lack = false
		}
		if w.inside != 0 {
			t.Errorf("%s: room is still taken after it was refused", name)
		}
	}
	if inside != 1 {
		t.Errorf("a search ran in %d rooms", inside)
	}
}

func TestInfoAndBlocks(t *testing.T) {
	w := newWorld(t, func(c *Config) { c.Contracts = solidity.Addresses{JobMarket: contract} })
	h := w.add()
	w.gaps = []index.Gap{{From: 0, To: 0}}
	info, err := w.assent.NetworkInfo(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if info.ChainContext != prooftest.ChainContext || info.RuntimeID != prooftest.RuntimeID || info.ChainID != 42334 ||
		int64(info.ConsensusHeight) != w.net.Height() || info.Round != hexutil.Uint64(h.Round) ||
		info.Contracts.JobMarket != contract || len(info.MissingRounds) != 1 {
		t.Errorf("info is %+v", info)
	}
	latest, err := w.assent.GetLightBlock(t.Context(), nil)
	if err != nil || int64(latest.Height) != w.net.Height() {
		t.Fatalf("latest is %+v: %v", latest, err)
	}
	two := hexutil.Uint64(2)
	b, err := w.assent.GetLightBlock(t.Context(), &two)
	if err != nil {
		t.Fatal(err)
	}
	lb, err := proof.DecodeLightBlock(b.LightBlock)
	if err != nil || lb.Height() != 2 || common.Hash(lb.Hash()) != b.Hash {
		t.Errorf("light block is %+v: %v", b, err)
	}
	zero, far := hexutil.Uint64(0), hexutil.Uint64(1000)
	for _, height := range []*hexutil.Uint64{&zero, &far} {
		if _, err := w.assent.GetLightBlock(t.Context(), height); err == nil {
			t.Errorf("height %d was answered", *height)
		}
	}
	header, err := w.assent.GetHeader(t.Context(), at(h.Round))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := proof.DecodeHeader(header.Header); err != nil || *got != *h {
		t.Errorf("header is %+v: %v", got, err)
	}
	if _, err := w.assent.GetProof(t.Context(), contract, make([]common.Hash, maxSlots+1), nil); err == nil {
		t.Error("too many slots were accepted")
	}
}

func TestGetReceipt(t *testing.T) {
	market := common.HexToAddress("0x00000000000000000000000000000000000000aa")
	w := newWorld(t, func(c *Config) { c.Contracts = solidity.Addresses{JobMarket: market} })
	w.add()
	abi, err := bindings.JobMarketMetaData.ParseABI()
	if err != nil {
		t.Fatal(err)
	}
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("enclave")))
	if err != nil {
		t.Fatal(err)
	}
	domain := eip712.Domain{ChainID: 42334, Contract: market}
	job := common.Hash{7}
	signed, err := receipt.Receipt{
		Job: job, Charge: receipt.Charge{ConsentRound: 3}, Ciphertext: receipt.HashBytes([]byte("secret")),
		Enclave: crypto.PubkeyToAddress(key.PublicKey),
	}.Sign(domain, key)
	if err != nil {
		t.Fatal(err)
	}
	id := signed.Receipt.ID(domain)
	if got, err := w.assent.GetReceipt(t.Context(), job); err != nil || got != nil {
		t.Errorf("before the job has ended: %v %v", got, err)
	}
	data, err := abi.Events["JobSealed"].Inputs.NonIndexed().Pack(solidity.FromReceipt(signed.Receipt),
		signed.Signature[:])
	if err != nil {
		t.Fatal(err)
	}
	w.logs = append(w.logs, &types.Log{
		Address: market, BlockNumber: w.round, TxHash: common.Hash{8}, Data: data,
		Topics: []common.Hash{abi.Events["JobSealed"].ID, job, id, common.BytesToHash(signed.Receipt.Enclave[:])},
	})
	if data, err = abi.Events["ResultDelivered"].Inputs.NonIndexed().Pack([]byte("secret")); err != nil {
		t.Fatal(err)
	}
	w.logs = append(w.logs, &types.Log{Address: market, BlockNumber: w.round, Data: data,
		Topics: []common.Hash{abi.Events["ResultDelivered"].ID, job}})

	got, err := w.assent.GetReceipt(t.Context(), job)
	if err != nil || got.OpeningKey != nil {
		t.Fatalf("before the result is opened: key %v, %v", got.OpeningKey, err)
	}
	if data, err = abi.Events["ResultOpened"].Inputs.NonIndexed().Pack([32]byte{9}); err != nil {
		t.Fatal(err)
	}
	w.logs = append(w.logs, &types.Log{Address: market, BlockNumber: w.round, Data: data,
		Topics: []common.Hash{abi.Events["ResultOpened"].ID, job}})
	if got, err = w.assent.GetReceipt(t.Context(),
		job); err != nil || got.OpeningKey == nil || *got.OpeningKey != (common.Hash{9}) {
		t.Fatalf("opened: key %v, %v", got.OpeningKey, err)
	}
	got = viaJSON(t, got)
	if err := got.Receipt.Verify(domain); err != nil || got.Receipt.Receipt != signed.Receipt || got.ID != id ||
		string(got.Ciphertext) != "secret" || got.TransactionHash != (common.Hash{8}) {
		t.Errorf("receipt is %+v: %v", got, err)
	}
	// A result that is too large for the chain has no ciphertext there, and is opened all the same.
	whole := w.logs
	w.logs = slices.DeleteFunc(slices.Clone(whole), func(l *types.Log) bool {
		return l.Topics[0] == abi.Events["ResultDelivered"].ID
	})
	if got, err := w.assent.GetReceipt(t.Context(), job); err != nil || got.Ciphertext == nil ||
		len(got.Ciphertext) != 0 || got.OpeningKey == nil || *got.OpeningKey != (common.Hash{9}) {
		t.Errorf("a large result: %+v, %v", got, err)
	}
	// What comes after the seal is not in rounds before it: those may lack.
	w.gaps = []index.Gap{{From: 0, To: w.round - 1}}
	w.logs = whole[:2]
	if got, err := w.assent.GetReceipt(t.Context(), job); err != nil || got.OpeningKey != nil {
		t.Errorf("rounds before the seal lack, and it is not opened: %+v, %v", got, err)
	}
	w.logs = whole
	// A gateway that lacks rounds does not say that there is no receipt.
	w.gaps = []index.Gap{{From: 0, To: w.round}}
	w.add()
	var coded rpc.Error
	if _, err := w.assent.GetReceipt(t.Context(), job); !errors.As(err, &coded) ||
		coded.ErrorCode() != rpcerr.CodePruned {
		t.Errorf("got %v", err)
	}
	w = newWorld(t, nil)
	if _, err := w.assent.GetReceipt(t.Context(), job); err == nil || !strings.Contains(err.Error(), "job market") {
		t.Errorf("without a market: %v", err)
	}
}
