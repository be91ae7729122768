package contracts

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"

	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/proof"
)

// Open is a snapshot that owns its state tree, with the consensus height at which its round was proven.
type Open struct {
	*Snapshot
	Height uint64
	// Clock is the consensus time of the newest verified block, Unix seconds. It goes on where no round is made.
	Clock uint64
	tree  mkvs.Tree
}

// Ranger returns every entry of the state tree whose key has a prefix, in ascending order and without gaps.
type Ranger func(ctx context.Context, prefix []byte) ([]light.Entry, error)

// Open returns a snapshot of a round that closes the tree itself. ranger reads long ranges faster than the tree does.
func (r *Reader) Open(round Round, height uint64, tree mkvs.Tree, ranger Ranger) *Open {
	o := &Open{Snapshot: r.At(round, tree), Height: height, tree: tree}
	o.ranger = ranger
	return o
}

// Close frees the state tree.
func (o *Open) Close() { o.tree.Close() }

// Told is a snapshot of a round that a node told of and no header has confirmed. Its reads are proven against a round
// that may never have been, so that nothing may follow from them which cannot be taken back: no key, charge, result or
// refusal. A verified view makes it an *Open once the chain has the round.
type Told struct {
	open   *Open
	header *proof.Header
}

// NewTold returns a snapshot that awaits its confirmation, with the header that its reads are proven against. Only a
// verified view, or a test in its place, makes one.
func NewTold(o *Open, h *proof.Header) *Told { return &Told{o, h} }

// Header returns the header that has to be confirmed.
func (t *Told) Header() *proof.Header { return t.header }

// Unconfirmed returns the snapshot as it is, for what may be prepared on a node's word. Its Height is that of the
// newest confirmed round.
func (t *Told) Unconfirmed() *Open { return t.open }

// Close frees the state tree, also of the snapshot that the confirmation gave.
func (t *Told) Close() { t.open.Close() }

// ErrBlockUnknown says that a round's state does not have the hash of a block: it is not among the 256 before it.
var ErrBlockUnknown = errors.New("it is not among the 256 before")

// BlockHash returns the hash of an earlier round's block, which the state keeps for 256 rounds. It is ErrBlockUnknown
// for others; any other error says that the state could not be read.
func (s *Snapshot) BlockHash(ctx context.Context, round uint64) (common.Hash, error) {
	if s.tree == nil {
		return common.Hash{}, errNoTree
	}
	v, err := s.tree.Get(ctx, layout.BlockHashKey(round))
	if err != nil {
		return common.Hash{}, fmt.Errorf("reading the block hash of round %d: %w", round, err)
	}
	if len(v) != common.HashLength {
		return common.Hash{}, fmt.Errorf("round %d: %w round %d", round, ErrBlockUnknown, s.Round.Number)
	}
	return common.BytesToHash(v), nil
}
