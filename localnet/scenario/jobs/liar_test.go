package jobs_test

import (
	"bytes"
	"context"
	"math/big"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	mkvs "github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/core"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	sdktypes "github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/localnet/accounts"
	"github.com/assent-network/assent/localnet/fault"
	"github.com/assent-network/assent/protocol/layout"
)

// liar is a node that lies when it is told to.
type liar struct {
	*fault.MessageProxy

	mu     sync.Mutex
	lie    fault.MessageHook // nil when it is honest
	told   int               // how many lies it has told
	hosted int               // how many of them in the name of the runtime that it hosts
	past   map[string][]byte // what it said last by method, while it was honest
	root   mkvs.Root         // of the runtime's state that it was asked about first
}

// startLiar starts a node that passes everything on until it is told to lie.
func startLiar(t testing.TB, s *study) *liar {
	t.Helper()
	l := &liar{past: make(map[string][]byte)}
	l.MessageProxy = must(fault.NewMessageProxy(filepath.Join(shortDir(t), "node.sock"), s.net.Socket(), l.pass))(t)
	t.Cleanup(func() {
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// pass tells a lie about the entries of a state to whom asks the node and to whom asks the runtime that it hosts.
func (l *liar) pass(ctx context.Context, m fault.Message) ([]byte, error) {
	hosted, ok := hostedIterate(m)
	if !ok {
		return l.answer(ctx, m, false)
	}
	data, err := l.answer(ctx, hosted, true)
	if err != nil || data == nil {
		return data, err
	}
	if m.Direction == fault.ToClient {
		return cbor.Marshal(runtime.QueryResponse{Data: data}), nil
	}
	var rq runtime.QueryRequest
	if err := cbor.Unmarshal(m.Data, &rq); err != nil {
		return nil, err
	}
	rq.Args = data
	var args syncer.IterateRequest
	if cbor.Unmarshal(data, &args) == nil {
		rq.Round = args.Tree.Root.Version
	}
	return cbor.Marshal(rq), nil
}

// hostedIterate is a question about entries that is asked of the runtime, or its answer, as if the node itself were
// asked.
func hostedIterate(m fault.Message) (fault.Message, bool) {
	asked := m.Asked
	if m.Direction == fault.ToServer {
		asked = m.Data
	}
	var rq runtime.QueryRequest
	service, query := strings.CutSuffix(m.Method, "/Query")
	if !query || cbor.Unmarshal(asked, &rq) != nil || rq.Method != layout.IterateQuery {
		return m, false
	}
	m.Method, m.Asked = service+"/"+syncIterate, rq.Args
	if m.Direction == fault.ToServer {
		m.Data = rq.Args
		return m, true
	}
	var rsp runtime.QueryResponse
	if cbor.Unmarshal(m.Data, &rsp) != nil {
		return m, false
	}
	m.Data = rsp.Data
	return m, true
}

func (l *liar) answer(ctx context.Context, m fault.Message, hosted bool) ([]byte, error) {
	l.mu.Lock()
	lie := l.lie
	if lie == nil && m.Direction == fault.ToClient {
		l.past[m.Method] = m.Data
	}
	if lie == nil && l.root.Version == 0 && m.Direction == fault.ToServer &&
		strings.HasSuffix(m.Method, "RuntimeClient/"+syncGet) {
		var rq syncer.GetRequest
		if cbor.Unmarshal(m.Data, &rq) == nil {
			l.root = rq.Tree.Root
		}
	}
	l.mu.Unlock()
	if lie == nil {
		return m.Data, nil
	}
	data, err := lie(ctx, m)
	if err != nil || string(data) != string(m.Data) {
		l.mu.Lock()
		l.told++
		if hosted {
			l.hosted++
		}
		l.mu.Unlock()
	}
	return data, err
}

// tell has the node lie from now on, and nil be honest again.
func (l *liar) tell(lie fault.MessageHook) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lie, l.told, l.hosted = lie, 0, 0
}

// lies is how many lies were told since the node was told to.
func (l *liar) lies() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.told
}

// hostedLies is how many of them were told in the name of the runtime that the node hosts.
func (l *liar) hostedLies() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.hosted
}

// said is what the node said last to a call while it was honest.
func (l *liar) said(method string) []byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.past[method]
}

// flips changes one bit of every answer to calls of some methods.
func flips(methods ...string) fault.MessageHook {
	var mu sync.Mutex
	random := rand.New(rand.NewPCG(1, 2))
	return func(_ context.Context, m fault.Message) ([]byte, error) {
		if m.Direction != fault.ToClient || len(m.Data) == 0 ||
			!slices.ContainsFunc(methods, func(s string) bool { return strings.Contains(m.Method, s) }) {
			return m.Data, nil
		}
		mu.Lock()
		defer mu.Unlock()
		data := slices.Clone(m.Data)
		data[random.IntN(len(data))] ^= 1 << random.IntN(8)
		return data, nil
	}
}

// standsStill hides every consensus block after the newest that it has told of.
func (l *liar) standsStill() fault.MessageHook {
	const latest, light, watch = "Consensus/GetLatestHeight", "Consensus/GetLightBlock", "Consensus/WatchBlocks"
	return func(_ context.Context, m fault.Message) ([]byte, error) {
		switch {
		case m.Direction == fault.ToClient && strings.HasSuffix(m.Method, latest):
			return l.said(m.Method), nil
		case m.Direction == fault.ToClient && strings.HasSuffix(m.Method, watch):
			return nil, nil
		case m.Direction == fault.ToServer && strings.HasSuffix(m.Method, light):
			return nil, fault.ErrCut
		}
		return m.Data, nil
	}
}

// answersFor has the node answer for another call wherever it is asked what a call would do: that one's refusal is then
// taken for this one's.
func answersFor(call, other []byte, to common.Address) fault.MessageHook {
	return func(_ context.Context, m fault.Message) ([]byte, error) {
		if m.Direction != fault.ToServer || !strings.HasSuffix(m.Method, "RuntimeClient/Query") {
			return m.Data, nil
		}
		var (
			rq    runtime.QueryRequest
			asked core.EstimateGasQuery
			body  evm.Call
		)
		if err := cbor.Unmarshal(m.Data, &rq); err != nil {
			return nil, err
		}
		if cbor.Unmarshal(rq.Args, &asked) != nil || asked.Tx == nil ||
			cbor.Unmarshal(asked.Tx.Call.Body, &body) != nil || !bytes.HasPrefix(body.Data, call) {
			return m.Data, nil
		}
		body.Address, body.Data = to[:], other
		asked.Tx.Call.Body = cbor.Marshal(body)
		rq.Args = cbor.Marshal(asked)
		return cbor.Marshal(rq), nil
	}
}

// The methods by which a node proves state, of the runtime and of consensus.
const (
	syncGet      = "StateSyncGet"
	syncPrefixes = "StateSyncGetPrefixes"
	syncIterate  = "StateSyncIterate"
)

// rewinds answers what it is asked about the runtime's state from a round long before, with genuine proofs of that.
func (l *liar) rewinds() fault.MessageHook {
	l.mu.Lock()
	old := l.root
	l.mu.Unlock()
	back := func(t *syncer.TreeID) {
		if t.Position == t.Root.Hash {
			t.Position = old.Hash
		}
		t.Root = old
	}
	return func(_ context.Context, m fault.Message) ([]byte, error) {
		if m.Direction != fault.ToServer || !strings.Contains(m.Method, "RuntimeClient/") {
			return m.Data, nil
		}
		return changed(m, func(rq *syncer.GetRequest) { back(&rq.Tree) },
			func(rq *syncer.IterateRequest) { back(&rq.Tree) })
	}
}

// evades answers questions about keys of the runtime's state with genuine proofs of other keys.
func evades() fault.MessageHook {
	return func(_ context.Context, m fault.Message) ([]byte, error) {
		if m.Direction != fault.ToServer || !strings.Contains(m.Method, "RuntimeClient/") {
			return m.Data, nil
		}
		return changed(m, func(rq *syncer.GetRequest) { rq.Key = []byte("accounts") }, nil)
	}
}

// truncates leaves entries out of the consent state: whatever part of it it is asked for, it proves what comes at the
// end.
func truncates() fault.MessageHook {
	const entries = len("evm") + 1 + common.AddressLength + 12 // bytes that all keys of a ledger's entries begin with
	return func(_ context.Context, m fault.Message) ([]byte, error) {
		if m.Direction != fault.ToServer || !strings.Contains(m.Method, "RuntimeClient/") {
			return m.Data, nil
		}
		return changed(m, nil, func(rq *syncer.IterateRequest) {
			if len(rq.Key) >= entries {
				rq.Key = append(slices.Clone(rq.Key[:entries]), bytes.Repeat([]byte{0xff}, common.AddressLength)...)
			}
		})
	}
}

// changed is a question about state, changed.
func changed(m fault.Message, get func(*syncer.GetRequest), iterate func(*syncer.IterateRequest)) ([]byte, error) {
	switch {
	case strings.HasSuffix(m.Method, syncGet) && get != nil:
		var rq syncer.GetRequest
		if err := cbor.Unmarshal(m.Data, &rq); err != nil {
			return nil, err
		}
		get(&rq)
		return cbor.Marshal(rq), nil
	case strings.HasSuffix(m.Method, syncIterate) && iterate != nil:
		var rq syncer.IterateRequest
		if err := cbor.Unmarshal(m.Data, &rq); err != nil {
			return nil, err
		}
		iterate(&rq)
		return cbor.Marshal(rq), nil
	}
	return m.Data, nil
}

// replays answers some methods with what it said to the same method before.
func (l *liar) replays(methods ...string) fault.MessageHook {
	return func(_ context.Context, m fault.Message) ([]byte, error) {
		old := l.said(m.Method)
		if m.Direction != fault.ToClient || old == nil ||
			!slices.ContainsFunc(methods, func(s string) bool { return strings.Contains(m.Method, s) }) {
			return m.Data, nil
		}
		return old, nil
	}
}

// feigns takes transactions, sends others in their place, and says of every round with transactions that they are in it
// and have succeeded.
func feigns(t testing.TB, s *study) fault.MessageHook {
	var (
		mu    sync.Mutex
		taken [][]byte
		decoy = newDecoys(t, s)
	)
	return func(_ context.Context, m fault.Message) ([]byte, error) {
		mu.Lock()
		defer mu.Unlock()
		switch {
		case m.Direction == fault.ToServer && strings.Contains(m.Method, "SubmitTx"):
			var rq runtime.SubmitTxRequest
			if err := cbor.Unmarshal(m.Data, &rq); err != nil {
				return nil, err
			}
			taken = append(taken, rq.Data)
			rq.Data = decoy.next()
			return cbor.Marshal(rq), nil
		case m.Direction == fault.ToClient && strings.Contains(m.Method, "GetTransactionsWithResults") &&
			len(taken) > 0:
			var answer []*runtime.TransactionWithResults
			if err := cbor.Unmarshal(m.Data, &answer); err != nil {
				return nil, err
			}
			for _, tx := range taken {
				answer = append(answer, &runtime.TransactionWithResults{
					Tx: tx, Result: cbor.Marshal(sdktypes.CallResult{Ok: cbor.Marshal([]byte{})}),
					Events: []*runtime.PlainEvent{},
				})
			}
			return cbor.Marshal(answer), nil
		}
		return m.Data, nil
	}
}

// decoys are transactions of another account.
type decoys struct {
	t     testing.TB
	s     *study
	from  accounts.Account
	nonce uint64
	price *big.Int
}

func newDecoys(t testing.TB, s *study) *decoys {
	t.Helper()
	return &decoys{t: t, s: s, from: s.net.Account(t), price: must(s.Client.Backend().SuggestGasPrice(t.Context()))(t)}
}

func (d *decoys) next() []byte {
	signer := types.LatestSignerForChainID(new(big.Int).SetUint64(d.s.Client.ChainID()))
	tx := try(types.SignNewTx(d.from.Key, signer, &types.LegacyTx{
		Nonce: d.nonce, GasPrice: d.price, Gas: 100_000, To: &d.from.Address, Value: new(big.Int),
	}))(d.t)
	d.nonce++
	return chain.WrapEthereum(try(tx.MarshalBinary())(d.t))
}
