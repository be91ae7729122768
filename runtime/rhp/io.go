package rhp

import (
	"context"
	"fmt"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/runtime/transaction"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/writelog"

	"github.com/assent-network/assent/runtime/modules"
)

// Keys of a round's I/O tree, as oasis-core's package runtime/transaction reads them.
const (
	ioTransaction = 'T'
	ioTag         = 'E'
	ioInput       = 1
	ioOutput      = 2
)

// ioInputs is what is stored of a transaction's input.
type ioInputs struct {
	_          struct{} `cbor:",toarray"`
	Input      []byte
	BatchOrder uint32
}

// ioOutputs is what is stored of a transaction's output.
type ioOutputs struct {
	_      struct{} `cbor:",toarray"`
	Output []byte
}

// roundIO is the I/O tree of a round: inputs first, then all the rest.
type roundIO struct {
	inputRoot, root hash.Hash
	inputLog, log   writelog.WriteLog
}

// buildIO builds the I/O tree of a round.
func buildIO(ctx context.Context, id common.Namespace, round uint64, result *modules.BatchResult) (*roundIO, error) {
	empty := node.Root{Namespace: id, Version: round, Type: node.RootTypeIO}
	empty.Hash.Empty()
	tree := mkvs.NewWithRoot(nil, nil, empty, mkvs.Capacity(0, 0))
	defer tree.Close()

	var io roundIO
	for i := range result.Txs {
		tx := &result.Txs[i]
		value := cbor.Marshal(ioInputs{Input: tx.Raw, BatchOrder: uint32(i)})
		if err := tree.Insert(ctx, transactionKey(&tx.Hash, ioInput), value); err != nil {
			return nil, fmt.Errorf("adding input %s: %w", tx.Hash, err)
		}
	}
	var err error
	if io.inputLog, io.inputRoot, err = tree.Commit(ctx, id, round); err != nil {
		return nil, fmt.Errorf("committing inputs of round %d: %w", round, err)
	}
	for i := range result.Txs {
		tx := &result.Txs[i]
		value := cbor.Marshal(ioOutputs{Output: tx.Output})
		if err := tree.Insert(ctx, transactionKey(&tx.Hash, ioOutput), value); err != nil {
			return nil, fmt.Errorf("adding output %s: %w", tx.Hash, err)
		}
		if err := insertTags(ctx, tree, tx.Tags, &tx.Hash); err != nil {
			return nil, err
		}
	}
	if err := insertTags(ctx, tree, result.BlockTags, &transaction.TagBlockTxHash); err != nil {
		return nil, err
	}
	if io.log, io.root, err = tree.Commit(ctx, id, round); err != nil {
		return nil, fmt.Errorf("committing outputs of round %d: %w", round, err)
	}
	return &io, nil
}

func insertTags(ctx context.Context, tree mkvs.Tree, tags transaction.Tags, tx *hash.Hash) error {
	for _, tag := range tags {
		key := make([]byte, 0, 1+len(tag.Key)+len(tx))
		key = append(key, ioTag)
		key = append(key, tag.Key...)
		key = append(key, tx[:]...)
		if err := tree.Insert(ctx, key, tag.Value); err != nil {
			return fmt.Errorf("adding tag %x of %s: %w", tag.Key, tx, err)
		}
	}
	return nil
}

func transactionKey(tx *hash.Hash, kind byte) []byte {
	key := make([]byte, 0, 2+len(tx))
	key = append(key, ioTransaction)
	key = append(key, tx[:]...)
	return append(key, kind)
}
