package light

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"

	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/proof"
)

// Store keeps what a view has verified across restarts.
type Store interface {
	// Load returns what Save stored last, or nil when there is nothing yet.
	Load() ([]byte, error)
	// Save replaces what is stored, whole or not at all.
	Save(data []byte) error
}

// FileStore is a Store in a file, for one view at a time.
type FileStore struct {
	// Path is the name of the file. Its directory has to exist.
	Path string
}

// maxTrustFile bounds what Load reads.
const maxTrustFile = 256 << 20

// Load implements Store.
func (s FileStore) Load() ([]byte, error) {
	info, err := os.Stat(s.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("reading trust state: %w", err)
	case info.Size() > maxTrustFile:
		return nil, fmt.Errorf("reading trust state: %s has %d bytes, more than %d", s.Path, info.Size(), maxTrustFile)
	}
	return os.ReadFile(s.Path)
}

// Save implements Store: a crash leaves the old state or the new one.
func (s FileStore) Save(data []byte) error {
	if err := wholefile.Write(s.Path, data); err != nil {
		return fmt.Errorf("writing trust state: %w", err)
	}
	return nil
}

// trustFormat is the version of the stored trust state.
const trustFormat = 1

// trustState is a chain of verified light blocks: the trust root's first, then milestones that a later verifier can go
// along, the newest last.
type trustState struct {
	_      struct{} `cbor:",toarray"`
	Format uint16
	Chain  string
	Height int64
	Hash   oasis.Hash
	ID     oasis.Namespace
	Blocks [][]byte
}

// loadTrust restores the chain of a trust root. It returns nil when nothing is stored, and fails when the stored state
// is damaged or begins elsewhere.
func loadTrust(s Store, root *proof.Root, p proof.Params) ([]*proof.VerifiedBlock, error) {
	raw, err := s.Load()
	if err != nil || raw == nil {
		return nil, err
	}
	var state trustState
	if err := cbor.Unmarshal(raw, &state); err != nil {
		return nil, fmt.Errorf("stored trust state is damaged; remove it to start from the trust root: %w", err)
	}
	if state.Format != trustFormat || !bytes.Equal(cbor.Marshal(&state), raw) {
		return nil, fmt.Errorf(
			"stored trust state has format %d, this program knows %d; remove it to start from the trust root",
			state.Format, trustFormat)
	}
	if state.Chain != root.ChainContext || state.Height != root.Height || state.Hash != root.Hash ||
		state.ID != root.RuntimeID {
		return nil, fmt.Errorf(
			"stored trust state is of the trust root at height %d of chain %.8s, not height %d of %.8s; use another "+
				"file for another root",
			state.Height, state.Chain, root.Height, root.ChainContext)
	}
	blocks := make([]*proof.LightBlock, len(state.Blocks))
	for i, b := range state.Blocks {
		if blocks[i], err = proof.DecodeLightBlock(b); err != nil {
			return nil, fmt.Errorf("stored trust state is damaged; remove it to start from the trust root: %w", err)
		}
	}
	verified, err := proof.VerifyChain(root, blocks, p)
	if err != nil {
		return nil, fmt.Errorf("stored trust state does not verify; remove it to start from the trust root: %w", err)
	}
	return verified, nil
}

func saveTrust(s Store, root *proof.Root, blocks []*proof.VerifiedBlock) error {
	state := trustState{
		Format: trustFormat, Chain: root.ChainContext, Height: root.Height, Hash: root.Hash, ID: root.RuntimeID,
		Blocks: make([][]byte, len(blocks)),
	}
	for i, b := range blocks {
		state.Blocks[i] = b.LightBlock().Encode()
	}
	return s.Save(cbor.Marshal(&state))
}
