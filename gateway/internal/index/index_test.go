package index

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"reflect"
	"runtime"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"pgregory.net/rapid"

	"github.com/assent-network/assent/gateway/internal/view"
)

var identity = []byte("chain")

func newIndex(t testing.TB) *Index {
	t.Helper()
	x, err := open(vfs.NewMem(), "index", identity)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

func blockHash(number uint64) common.Hash {
	return common.BigToHash(new(big.Int).SetUint64(number + 1000))
}
func txHash(number uint64, i int) common.Hash {
	return common.BigToHash(new(big.Int).SetUint64(number<<16 + uint64(i) + 1<<40))
}
func address(i int) common.Address { return common.BigToAddress(big.NewInt(int64(i) + 1)) }
func topic(i int) common.Hash      { return common.BigToHash(big.NewInt(int64(i) + 1)) }

// newRound makes a round with the given logs per transaction.
func newRound(number uint64, logs ...[]view.Log) *view.Round {
	r := &view.Round{Block: view.Block{
		Number: number, Hash: blockHash(number), ParentHash: blockHash(number - 1), BaseFee: new(big.Int),
		TxHashes: []common.Hash{},
	}}
	if number == 0 {
		r.Block.ParentHash = common.Hash{}
	}
	var first uint64
	for i, l := range logs {
		r.Block.TxHashes = append(r.Block.TxHashes, txHash(number, i))
		r.Txs = append(r.Txs, view.Tx{Hash: txHash(number, i), Raw: []byte{1}, Price: new(big.Int)})
		r.Receipts = append(r.Receipts, view.Receipt{TxHash: txHash(number, i), Price: new(big.Int), Logs: l,
			FirstLog: first, Revert: []byte{}})
		first += uint64(len(l))
	}
	return r
}

func mustAppend(t testing.TB, x *Index, rounds ...*view.Round) {
	t.Helper()
	for _, r := range rounds {
		if err := x.Append(r); err != nil {
			t.Fatal(err)
		}
	}
}

func TestLookups(t *testing.T) {
	x := newIndex(t)
	if _, ok := x.Head(); ok || x.Next() != 0 {
		t.Fatal("a new index has a head")
	}
	logs := []view.Log{{Address: address(1), Topics: []common.Hash{topic(1)}, Data: []byte{1}}}
	mustAppend(t, x, newRound(0), newRound(1, nil, logs), newRound(2))
	head, ok := x.Head()
	if !ok || head.Number != 2 || x.Next() != 3 {
		t.Fatalf("head is %d, next %d", head.Number, x.Next())
	}
	b, err := x.Block(1)
	if err != nil || b.Hash != blockHash(1) || len(b.TxHashes) != 2 {
		t.Fatalf("got %+v %v", b, err)
	}
	if n, err := x.BlockNumber(blockHash(1)); err != nil || n != 1 {
		t.Fatalf("got %d %v", n, err)
	}
	pos, err := x.Find(txHash(1, 1))
	if err != nil || pos != (Position{1, 1}) {
		t.Fatalf("got %+v %v", pos, err)
	}
	if tx, err := x.Tx(pos); err != nil || tx.Hash != txHash(1, 1) {
		t.Fatalf("got %+v %v", tx, err)
	}
	if r, err := x.Receipt(pos); err != nil || len(r.Logs) != 1 {
		t.Fatalf("got %+v %v", r, err)
	}
	if txs, err := x.Txs(1); err != nil || len(txs) != 2 || txs[1].Hash != txHash(1, 1) {
		t.Fatalf("got %+v %v", txs, err)
	}
	if rs, err := x.Receipts(2); err != nil || len(rs) != 0 {
		t.Fatalf("got %+v %v", rs, err)
	}
	for _, err := range []error{
		second(x.Block(3)), second(x.BlockNumber(common.Hash{9})), second(x.Find(common.Hash{9})),
		second(x.Tx(Position{1, 2})),
	} {
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("got %v, want ErrNotFound", err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestAppendRefuses(t *testing.T) {
	x := newIndex(t)
	mustAppend(t, x, newRound(0), newRound(1))
	if err := x.Append(newRound(3)); err == nil {
		t.Error("appended a round too far")
	}
	if err := x.Append(newRound(1)); err == nil {
		t.Error("appended a round twice")
	}
	other := newRound(2)
	other.Block.ParentHash = common.Hash{7}
	if err := x.Append(other); !errors.Is(err, ErrOtherChain) {
		t.Errorf("got %v, want ErrOtherChain", err)
	}
	mustAppend(t, x, newRound(2))
}

func TestGaps(t *testing.T) {
	fs := vfs.NewMem()
	x, err := open(fs, "index", identity)
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Skip(5); err != nil {
		t.Fatal(err)
	}
	logs := []view.Log{{Address: address(1), Topics: []common.Hash{}, Data: []byte{}}}
	mustAppend(t, x, newRound(5, logs), newRound(6))
	if err := x.Skip(9); err != nil {
		t.Fatal(err)
	}
	// The parent of 9 is in the gap and is not compared.
	mustAppend(t, x, newRound(9, logs))
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if x, err = open(fs, "index", identity); err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if x.Next() != 10 || !reflect.DeepEqual(x.Gaps(), []Gap{{0, 4}, {7, 8}}) {
		t.Fatalf("next %d, gaps %v", x.Next(), x.Gaps())
	}
	for _, n := range []uint64{0, 4, 7, 8} {
		if _, err := x.Block(n); !errors.Is(err, ErrPruned) {
			t.Errorf("round %d: got %v, want ErrPruned", n, err)
		}
	}
	for _, q := range []struct {
		from, to uint64
		want     int
	}{{5, 6, 1}, {9, 9, 1}, {6, 9, -1}, {0, 5, -1}, {4, 9, -1}, {8, 8, -1}} {
		got, err := x.Logs(t.Context(), Query{From: q.from, To: q.to}, 10, noBound)
		switch {
		case q.want < 0 && !errors.Is(err, ErrPruned):
			t.Errorf("logs of %d to %d: got %v, want ErrPruned", q.from, q.to, err)
		case q.want >= 0 && (err != nil || len(got) != q.want):
			t.Errorf("logs of %d to %d: got %d %v", q.from, q.to, len(got), err)
		}
	}
}

func TestOtherChain(t *testing.T) {
	fs := vfs.NewMem()
	x, err := open(fs, "index", identity)
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := open(fs, "index", []byte("other")); !errors.Is(err, ErrOtherChain) {
		t.Fatalf("got %v, want ErrOtherChain", err)
	}
	if x, err = open(fs, "index", identity); err != nil {
		t.Fatal(err)
	}
	_ = x.Close()
}

func TestTwoProcesses(t *testing.T) {
	dir := t.TempDir()
	x, err := Open(dir, identity)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if _, err := Open(dir, identity); err == nil {
		t.Fatal("opened twice")
	}
}

// drawRound draws a round with few addresses and topics, so that they meet.
func drawRound(t *rapid.T, number uint64) *view.Round {
	drawLog := rapid.Custom(func(t *rapid.T) view.Log {
		n := rapid.IntRange(0, 4).Draw(t, "topics")
		l := view.Log{Address: address(rapid.IntRange(0, 3).Draw(t, "address")), Topics: make([]common.Hash, n),
			Data: []byte{}}
		for i := range l.Topics {
			l.Topics[i] = topic(rapid.IntRange(0, 3).Draw(t, "topic"))
		}
		return l
	})
	return newRound(number, rapid.SliceOfN(rapid.SliceOfN(drawLog, 0, 3), 0, 4).Draw(t, "txs")...)
}

// The index finds the logs that a walk over all of them finds.
func TestLogsAgreeWithAWalk(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x, err := open(vfs.NewMem(), "index", identity)
		if err != nil {
			rt.Fatal(err)
		}
		defer x.Close()
		n := rapid.Uint64Range(1, 12).Draw(rt, "rounds")
		var rounds []*view.Round
		for i := range n {
			r := drawRound(rt, i)
			rounds = append(rounds, r)
			if err := x.Append(r); err != nil {
				rt.Fatal(err)
			}
		}
		q := Query{From: rapid.Uint64Range(0, n).Draw(rt, "from"), To: rapid.Uint64Range(0, n).Draw(rt, "to")}
		for range rapid.IntRange(0, 2).Draw(rt, "addresses") {
			q.Addresses = append(q.Addresses, address(rapid.IntRange(0, 4).Draw(rt, "address")))
		}
		for range rapid.IntRange(0, 4).Draw(rt, "positions") {
			var any []common.Hash
			for range rapid.IntRange(0, 2).Draw(rt, "alternatives") {
				any = append(any, topic(rapid.IntRange(0, 4).Draw(rt, "topic")))
			}
			q.Topics = append(q.Topics, any)
		}
		want := []*types.Log{}
		for _, r := range rounds {
			if r.Block.Number < q.From || r.Block.Number > q.To {
				continue
			}
			for i := range r.Receipts {
				for _, l := range r.Receipts[i].EthereumLogs(&r.Block, uint64(i)) {
					if q.Matches(l.Address, l.Topics) {
						want = append(want, l)
					}
				}
			}
		}
		got, err := x.Logs(t.Context(), q, 1000, noBound)
		if err != nil {
			rt.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			rt.Fatalf("query %+v: got %d logs, want %d", q, len(got), len(want))
		}
		last, err := x.LastLog(t.Context(), q, noBound)
		switch {
		case len(want) == 0 && !errors.Is(err, ErrNotFound):
			rt.Fatalf("query %+v: the last log is %v, error %v", q, last, err)
		case len(want) > 0 && (err != nil || !reflect.DeepEqual(last, want[len(want)-1])):
			rt.Fatalf("query %+v: the last log is %v, error %v, want %v", q, last, err, want[len(want)-1])
		}
		if len(want) > 0 {
			if _, err := x.Logs(t.Context(), q, len(want)-1, noBound); !errors.Is(err, ErrTooManyLogs) {
				rt.Fatalf("one log above the limit: got %v", err)
			}
			if _, err := x.Logs(t.Context(), q, len(want), noBound); err != nil {
				rt.Fatalf("as many logs as the limit: %v", err)
			}
		}
	})
}

// However many alternatives a query has, it takes little memory while it runs.
func TestAlternativesTakeLittleMemory(t *testing.T) {
	x := newIndex(t)
	const n = 1000
	q := Query{To: n, Topics: make([][]common.Hash, 4)}
	for i := range n {
		l := view.Log{Address: address(i), Data: []byte{}}
		for k := range 4 {
			l.Topics = append(l.Topics, topic(4*i+k))
			q.Topics[k] = append(q.Topics[k], topic(4*i+k))
		}
		q.Addresses = append(q.Addresses, l.Address)
		mustAppend(t, x, newRound(uint64(i), []view.Log{l}))
	}
	if err := x.db.Flush(); err != nil {
		t.Fatal(err)
	}
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before, found := heap(), 0
	err := x.EachLogTx(t.Context(), q, func(*view.Block, Position) error {
		if found++; found > 1 {
			return nil
		}
		if now := heap(); now > before+4<<20 {
			t.Errorf("the query takes %d kB", (now-before)>>10)
		}
		return nil
	})
	if err != nil || found != n {
		t.Errorf("found %d transactions, error %v", found, err)
	}
}

// The last of many logs is found without the others: room is asked for it alone.
func TestLastLogReadsOne(t *testing.T) {
	x := newIndex(t)
	for i := range uint64(100) {
		mustAppend(t, x, newRound(i, []view.Log{{Address: address(1), Topics: []common.Hash{topic(1)},
			Data: make([]byte, 1000)}}))
	}
	room := 0
	last, err := x.LastLog(t.Context(), Query{To: 99, Topics: [][]common.Hash{{topic(1)}}}, func(n int) error {
		room += n
		return nil
	})
	if err != nil || last.BlockNumber != 99 || room < 1000 || room > 2000 {
		t.Errorf("got %v %v, room for %d bytes", last, err, room)
	}
	full := errors.New("full")
	if _, err := x.LastLog(t.Context(), Query{To: 99}, func(int) error { return full }); !errors.Is(err, full) {
		t.Errorf("without room: got %v", err)
	}
}

// After a crash the index holds a prefix of what was appended, all of each round in it, and goes on from there.
func TestCrash(t *testing.T) {
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 1))
		fs := vfs.NewCrashableMem()
		x, err := open(fs, "index", identity)
		if err != nil {
			t.Fatal(err)
		}
		logs := []view.Log{{Address: address(1), Topics: []common.Hash{topic(1)}, Data: []byte{}}}
		n := random.Uint64N(200)
		for i := range n {
			mustAppend(t, x, newRound(i, logs, logs))
		}
		crashed := fs.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: random.IntN(101), RNG: random})
		_ = x.Close()
		y, err := open(crashed, "index", identity)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		next := y.Next()
		if next > n {
			t.Fatalf("seed %d: next is %d after %d rounds", seed, next, n)
		}
		for i := range next {
			if b, err := y.Block(i); err != nil || len(b.TxHashes) != 2 {
				t.Fatalf("seed %d: block %d: %v", seed, i, err)
			}
			for j := range 2 {
				if pos, err := y.Find(txHash(i, j)); err != nil || pos != (Position{i, uint32(j)}) {
					t.Fatalf("seed %d: transaction %d of %d: %v", seed, j, i, err)
				}
			}
		}
		got, err := y.Logs(t.Context(), Query{To: n, Addresses: []common.Address{address(1)}}, 1000, noBound)
		if err != nil || uint64(len(got)) != 2*next {
			t.Fatalf("seed %d: %d logs, want %d: %v", seed, len(got), 2*next, err)
		}
		for i := next; i < n+3; i++ {
			mustAppend(t, y, newRound(i, logs, logs))
		}
		if err := y.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func BenchmarkAppend(b *testing.B) {
	x, err := Open(b.TempDir(), identity)
	if err != nil {
		b.Fatal(err)
	}
	defer x.Close()
	logs := []view.Log{{Address: address(1), Topics: []common.Hash{topic(1), topic(2), topic(3)},
		Data: make([]byte, 64)}}
	txs := make([][]view.Log, 1000)
	for i := range txs {
		txs[i] = logs
	}
	b.ReportMetric(1000, "txs/op")
	for i := uint64(0); b.Loop(); i++ {
		r := newRound(i, txs...)
		for j := range r.Txs {
			r.Txs[j].Raw = make([]byte, 300)
		}
		mustAppend(b, x, r)
	}
}

// noBound has room for everything.
func noBound(int) error { return nil }
