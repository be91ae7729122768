package index

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rlp"
)

// The first byte of a key says what is stored under it. Rounds and indices are big endian, so that keys sort by
// position.
const (
	prefixMeta      = 'M' //                        → meta
	prefixBlock     = 'b' // round                  → view.Block
	prefixBlockHash = 'h' // block hash             → round
	prefixTx        = 'x' // round ‖ index          → view.Tx
	prefixReceipt   = 'r' // round ‖ index          → view.Receipt
	prefixTxHash    = 't' // transaction hash       → round ‖ index
	prefixAnyLog    = 'w' // round ‖ index          → nothing; the transaction has logs
	prefixAddress   = 'a' // address ‖ round ‖ index → nothing; it has a log of the address
	prefixTopic     = 'k' // topic ‖ round ‖ index  → nothing; it has a log with the topic
)

const positionLen = 8 + 4

func (p Position) encode(key []byte) []byte {
	key = binary.BigEndian.AppendUint64(key, p.Round)
	return binary.BigEndian.AppendUint32(key, p.Index)
}

func decodePosition(b []byte) Position {
	return Position{Round: binary.BigEndian.Uint64(b), Index: binary.BigEndian.Uint32(b[8:])}
}

func position(prefix byte, pos Position) []byte {
	return pos.encode(append(make([]byte, 0, 1+positionLen), prefix))
}

func keyMeta() []byte { return []byte{prefixMeta} }

func keyBlock(round uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte{prefixBlock}, round)
}

func keyBlockHash(h common.Hash) []byte { return append([]byte{prefixBlockHash}, h[:]...) }
func keyTxHash(h common.Hash) []byte    { return append([]byte{prefixTxHash}, h[:]...) }
func keyTx(pos Position) []byte         { return position(prefixTx, pos) }
func keyReceipt(pos Position) []byte    { return position(prefixReceipt, pos) }
func keyAnyLog(pos Position) []byte     { return position(prefixAnyLog, pos) }

func keyAddress(a common.Address, pos Position) []byte { return pos.encode(listAddress(a)) }
func keyTopic(t common.Hash, pos Position) []byte      { return pos.encode(listTopic(t)) }

// listAddress and listTopic are the parts of posting keys before the position.
func listAddress(a common.Address) []byte {
	return append(append(make([]byte, 0, 1+len(a)+positionLen), prefixAddress), a[:]...)
}

func listTopic(t common.Hash) []byte {
	return append(append(make([]byte, 0, 1+len(t)+positionLen), prefixTopic), t[:]...)
}

// bounds limits an iterator to one kind of record.
func bounds(prefix byte) *pebble.IterOptions {
	return &pebble.IterOptions{LowerBound: []byte{prefix}, UpperBound: []byte{prefix + 1}}
}

func put(w pebble.Writer, key []byte, value any) error {
	enc, err := rlp.EncodeToBytes(value)
	if err != nil {
		return err
	}
	return w.Set(key, enc, nil)
}

func (x *Index) setMeta(w pebble.Writer, m *meta) error {
	enc, err := rlp.EncodeToBytes(m)
	if err != nil {
		return err
	}
	return w.Set(keyMeta(), enc, pebble.Sync)
}

func (x *Index) raw(key []byte) ([]byte, error) {
	if err := x.uses.begin(); err != nil {
		return nil, err
	}
	defer x.uses.done()
	v, closer, err := x.db.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("index: reading: %w", err)
	}
	out := append([]byte(nil), v...)
	return out, closer.Close()
}

func (x *Index) get(key []byte, value any) error {
	if err := x.uses.begin(); err != nil {
		return err
	}
	defer x.uses.done()
	v, closer, err := x.db.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("index: reading: %w", err)
	}
	defer closer.Close()
	if err := rlp.DecodeBytes(v, value); err != nil {
		return fmt.Errorf("index: decoding a record of kind %q (delete the index, it is rebuilt from the chain): %w",
			key[0], err)
	}
	return nil
}

// quiet is a pebble logger that says nothing: what matters comes back as an error.
type quiet struct{}

func (quiet) Infof(string, ...any)  {}
func (quiet) Errorf(string, ...any) {}

// Fatalf is called when the store cannot go on, as when the disk is full.
func (quiet) Fatalf(format string, args ...any) { panic("index: " + fmt.Sprintf(format, args...)) }
