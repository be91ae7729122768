// Package index stores the Ethereum view of the chain so that it can be looked up by block, by transaction hash and by
// log.
//
// It promises that what it answers is what the chain says, or an error: rounds are appended in order, each in one
// atomic batch, and each must name the hash of the round before it. Whatever a crash loses is a tail of whole rounds,
// which the follower fetches again. The index holds nothing that the chain does not, so it may be deleted at any time
// while it is not in use.
package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"

	"github.com/assent-network/assent/gateway/internal/view"
)

// version is the format of the stored records. Any other is refused.
const version = 1

var (
	// ErrNotFound means that the index has no such block or transaction and the chain, as far as it was followed, has
	// none either.
	ErrNotFound = errors.New("index: not found")
	// ErrPruned means that the round lies in a part of the chain that the node had thrown away before it could be
	// indexed. Ask another gateway.
	ErrPruned = errors.New("index: round is not available: the node had pruned it before it was indexed")
	// ErrOtherChain means that the stored rounds are not of the chain that is being followed. Delete the index's
	// directory, or name another one.
	ErrOtherChain = errors.New("index: belongs to another chain")
	// ErrClosed means that the index was closed: the gateway is stopping.
	ErrClosed = errors.New("index: closed, the gateway is stopping")
)

// Position is the place of a transaction in the chain.
type Position struct {
	Round uint64
	Index uint32
}

// Less reports whether p comes before q.
func (p Position) Less(q Position) bool {
	return p.Round < q.Round || p.Round == q.Round && p.Index < q.Index
}

// Gap is a range of rounds, both ends included, that is not in the index.
type Gap struct{ From, To uint64 }

// meta is the record that describes the whole index.
type meta struct {
	Version  uint64
	Identity []byte
	Gaps     []Gap
}

// Index is an open index. Its methods may be called concurrently; Append and Skip must not be called concurrently with
// each other.
type Index struct {
	db *pebble.DB

	mu   sync.RWMutex
	meta meta
	head view.Block // last appended block, when any is set
	any  bool

	uses uses
}

// Open opens the index in a directory, or makes one. The identity names the chain (its context, runtime and chain ID);
// an index of another one is refused with ErrOtherChain.
func Open(dir string, identity []byte) (*Index, error) { return open(vfs.Default, dir, identity) }

func open(fs vfs.FS, dir string, identity []byte) (*Index, error) {
	db, err := pebble.Open(dir, &pebble.Options{
		FS:                 fs,
		Logger:             quiet{},
		MemTableSize:       16 << 20,
		FormatMajorVersion: pebble.FormatNewest,
	})
	if err != nil {
		return nil, fmt.Errorf("opening the index in %s (is another gateway using it?): %w", dir, err)
	}
	x := &Index{db: db}
	if err := x.load(identity); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("opening the index in %s: %w", dir, err)
	}
	return x, nil
}

// load reads the index's description and its last block.
func (x *Index) load(identity []byte) error {
	err := x.get(keyMeta(), &x.meta)
	switch {
	case errors.Is(err, ErrNotFound):
		x.meta = meta{Version: version, Identity: identity}
		if err := x.setMeta(x.db, &x.meta); err != nil {
			return err
		}
	case err != nil:
		return err
	case x.meta.Version != version:
		return fmt.Errorf("its format is %d, this program writes %d: delete the directory, the index is rebuilt from "+
			"the chain", x.meta.Version, version)
	case string(x.meta.Identity) != string(identity):
		return fmt.Errorf("%w: delete the directory, the index is rebuilt from the chain", ErrOtherChain)
	}
	it, err := x.db.NewIter(bounds(prefixBlock))
	if err != nil {
		return err
	}
	defer it.Close()
	if it.Last() {
		if err := rlp.DecodeBytes(it.Value(), &x.head); err != nil {
			return fmt.Errorf("decoding the last block: %w", err)
		}
		x.any = true
	}
	return it.Error()
}

// Close waits for the methods that run, and closes the index. Those called afterwards fail with ErrClosed.
func (x *Index) Close() error {
	if !x.uses.end() {
		return ErrClosed
	}
	return x.db.Close()
}

// Head returns the last indexed block. ok is false while there is none.
func (x *Index) Head() (b view.Block, ok bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.head, x.any
}

// Next is the round that must be appended next.
func (x *Index) Next() uint64 {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.next()
}

func (x *Index) next() uint64 {
	next := uint64(0)
	if x.any {
		next = x.head.Number + 1
	}
	for _, g := range x.meta.Gaps {
		if g.From <= next && next <= g.To {
			next = g.To + 1
		}
	}
	return next
}

// Gaps lists the rounds below the head that are not in the index.
func (x *Index) Gaps() []Gap {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return append([]Gap(nil), x.meta.Gaps...)
}

// Skip records that the rounds up to, but without, to cannot be had.
func (x *Index) Skip(to uint64) error {
	if err := x.uses.begin(); err != nil {
		return err
	}
	defer x.uses.done()
	x.mu.Lock()
	defer x.mu.Unlock()
	from := x.next()
	if to <= from {
		return nil
	}
	m := x.meta
	m.Gaps = append(append([]Gap(nil), m.Gaps...), Gap{From: from, To: to - 1})
	if err := x.setMeta(x.db, &m); err != nil {
		return err
	}
	x.meta = m
	return nil
}

// Append adds the next round.
func (x *Index) Append(r *view.Round) error {
	if err := x.uses.begin(); err != nil {
		return err
	}
	defer x.uses.done()
	x.mu.Lock()
	defer x.mu.Unlock()
	if want := x.next(); r.Block.Number != want {
		return fmt.Errorf("index: appending round %d where %d comes next", r.Block.Number, want)
	}
	if x.any && x.head.Number+1 == r.Block.Number && x.head.Hash != r.Block.ParentHash {
		return fmt.Errorf("%w: round %d follows %s, the index has %s: delete the index's directory",
			ErrOtherChain, r.Block.Number, r.Block.ParentHash, x.head.Hash)
	}
	batch := x.db.NewBatch()
	defer batch.Close()
	if err := writeRound(batch, r); err != nil {
		return fmt.Errorf("index: writing round %d: %w", r.Block.Number, err)
	}
	// Not synced: rounds that a power cut takes away are a tail, and the chain still has them.
	if err := batch.Commit(pebble.NoSync); err != nil {
		return fmt.Errorf("index: writing round %d: %w", r.Block.Number, err)
	}
	x.head, x.any = r.Block, true
	return nil
}

func writeRound(batch *pebble.Batch, r *view.Round) error {
	number := r.Block.Number
	if err := put(batch, keyBlock(number), &r.Block); err != nil {
		return err
	}
	if err := batch.Set(keyBlockHash(r.Block.Hash), binary.BigEndian.AppendUint64(nil, number), nil); err != nil {
		return err
	}
	for i := range r.Txs {
		pos := Position{Round: number, Index: uint32(i)}
		if err := put(batch, keyTx(pos), &r.Txs[i]); err != nil {
			return err
		}
		if err := put(batch, keyReceipt(pos), &r.Receipts[i]); err != nil {
			return err
		}
		if err := batch.Set(keyTxHash(r.Txs[i].Hash), pos.encode(nil), nil); err != nil {
			return err
		}
		if err := writePostings(batch, pos, r.Receipts[i].Logs); err != nil {
			return err
		}
	}
	return nil
}

// writePostings notes under each address and each topic that the transaction has a log with it.
func writePostings(batch *pebble.Batch, pos Position, logs []view.Log) error {
	if len(logs) == 0 {
		return nil
	}
	if err := batch.Set(keyAnyLog(pos), nil, nil); err != nil {
		return err
	}
	for i := range logs {
		if err := batch.Set(keyAddress(logs[i].Address, pos), nil, nil); err != nil {
			return err
		}
		for _, topic := range logs[i].Topics {
			if err := batch.Set(keyTopic(topic, pos), nil, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// Block returns the block of a round.
func (x *Index) Block(number uint64) (*view.Block, error) {
	if err := x.available(number); err != nil {
		return nil, err
	}
	b := new(view.Block)
	if err := x.get(keyBlock(number), b); err != nil {
		return nil, err
	}
	return b, nil
}

// available tells the reasons apart for which a round may be missing.
func (x *Index) available(number uint64) error {
	x.mu.RLock()
	defer x.mu.RUnlock()
	for _, g := range x.meta.Gaps {
		if g.From <= number && number <= g.To {
			return fmt.Errorf("%w (rounds %d to %d)", ErrPruned, g.From, g.To)
		}
	}
	return nil
}

// BlockNumber returns the round with a block hash.
func (x *Index) BlockNumber(hash common.Hash) (uint64, error) {
	v, err := x.raw(keyBlockHash(hash))
	if err != nil {
		return 0, err
	}
	return binary.BigEndian.Uint64(v), nil
}

// Find returns the position of the transaction with a hash.
func (x *Index) Find(hash common.Hash) (Position, error) {
	v, err := x.raw(keyTxHash(hash))
	if err != nil {
		return Position{}, err
	}
	return decodePosition(v), nil
}

// Tx returns the transaction at a position.
func (x *Index) Tx(pos Position) (*view.Tx, error) {
	t := new(view.Tx)
	if err := x.get(keyTx(pos), t); err != nil {
		return nil, err
	}
	return t, nil
}

// Receipt returns the receipt of the transaction at a position.
func (x *Index) Receipt(pos Position) (*view.Receipt, error) {
	r := new(view.Receipt)
	if err := x.get(keyReceipt(pos), r); err != nil {
		return nil, err
	}
	return r, nil
}

// TxBytes is how many bytes count transactions from a position on take in the index: what reading them costs, known
// before they are read.
func (x *Index) TxBytes(from Position, count uint32) (int, error) {
	return x.stored(prefixTx, from, count)
}

// ReceiptBytes is how many bytes the receipts of count transactions from a position on take in the index.
func (x *Index) ReceiptBytes(from Position, count uint32) (int, error) {
	return x.stored(prefixReceipt, from, count)
}

func (x *Index) stored(prefix byte, from Position, count uint32) (bytes int, err error) {
	if err := x.uses.begin(); err != nil {
		return 0, err
	}
	defer x.uses.done()
	to := Position{Round: from.Round, Index: from.Index + count}
	it, err := x.db.NewIter(&pebble.IterOptions{LowerBound: position(prefix, from), UpperBound: position(prefix, to)})
	if err != nil {
		return 0, err
	}
	defer it.Close()
	for valid := it.First(); valid; valid = it.Next() {
		bytes += len(it.Value())
	}
	return bytes, it.Error()
}

// Txs returns the transactions of a round in order.
func (x *Index) Txs(number uint64) ([]view.Tx, error) {
	return scan[view.Tx](x, prefixTx, number)
}

// Receipts returns the receipts of a round in order.
func (x *Index) Receipts(number uint64) ([]view.Receipt, error) {
	return scan[view.Receipt](x, prefixReceipt, number)
}

func scan[T any](x *Index, prefix byte, number uint64) ([]T, error) {
	if err := x.uses.begin(); err != nil {
		return nil, err
	}
	defer x.uses.done()
	it, err := x.db.NewIter(&pebble.IterOptions{
		LowerBound: position(prefix, Position{Round: number}),
		UpperBound: position(prefix, Position{Round: number + 1}),
	})
	if err != nil {
		return nil, err
	}
	defer it.Close()
	var out []T
	for valid := it.First(); valid; valid = it.Next() {
		var v T
		if err := rlp.DecodeBytes(it.Value(), &v); err != nil {
			return nil, fmt.Errorf("index: decoding a record of round %d: %w", number, err)
		}
		out = append(out, v)
	}
	return out, it.Error()
}
