package evm

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"

	"github.com/assent-network/assent/protocol/layout"
)

var errReadOnly = errors.New("evm: the tree is read only")

// RecordBlockHash stores the hash of a round's block for BLOCKHASH and drops those that a block with the given number
// can no longer ask for.
func RecordBlockHash(ctx context.Context, tree mkvs.KeyValueTree, number, round uint64, hash common.Hash) error {
	if round >= number || number-round > layout.BlockHashWindow {
		return nil
	}
	if err := tree.Insert(ctx, layout.BlockHashKey(round), hash.Bytes()); err != nil {
		return fmt.Errorf("evm: storing the block hash of round %d: %w", round, err)
	}
	return pruneBlockHashes(ctx, tree, number)
}

// pruneBlockHashes removes the hashes of rounds before number-256. Rounds can be missing, so it looks for what is
// there.
func pruneBlockHashes(ctx context.Context, tree mkvs.KeyValueTree, number uint64) error {
	if number <= layout.BlockHashWindow {
		return nil
	}
	first := layout.BlockHashKey(0)
	prefix := first[:len(first)-8]
	oldest := number - layout.BlockHashWindow
	var stale [][]byte
	it := tree.NewIterator(ctx)
	defer it.Close()
	for it.Seek(prefix); it.Valid(); it.Next() {
		key := it.Key()
		if !bytes.HasPrefix(key, prefix) || len(key) != len(first) ||
			binary.BigEndian.Uint64(key[len(prefix):]) >= oldest {
			break
		}
		stale = append(stale, bytes.Clone(key))
	}
	if err := it.Err(); err != nil {
		return fmt.Errorf("evm: looking for old block hashes: %w", err)
	}
	for _, key := range stale {
		if err := tree.Remove(ctx, key); err != nil {
			return fmt.Errorf("evm: removing an old block hash: %w", err)
		}
	}
	return nil
}

// readOnlyTree is a tree that refuses writes.
type readOnlyTree struct{ mkvs.ImmutableKeyValueTree }

var _ mkvs.KeyValueTree = readOnlyTree{}

// Insert implements mkvs.KeyValueTree.
func (readOnlyTree) Insert(context.Context, []byte, []byte) error { return errReadOnly }

// Remove implements mkvs.KeyValueTree.
func (readOnlyTree) Remove(context.Context, []byte) error { return errReadOnly }

// RemoveExisting implements mkvs.KeyValueTree.
func (readOnlyTree) RemoveExisting(context.Context, []byte) ([]byte, error) { return nil, errReadOnly }
