package fromnode

import (
	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/proof"
)

// VerifyTree verifies a proof of a node against the root of a tree, by the rules of proof.VerifyTree. The root that the
// proof names has to be that one. The root is an oasis.Hash or oasis-core's type of the same bytes.
func VerifyTree(root [oasis.HashSize]byte, p *syncer.Proof) (*proof.Tree, error) {
	if p == nil {
		return nil, fail(proof.CheckEncoding, "proof for root %x: there is none", root)
	}
	if p.UntrustedRoot != root {
		return nil, fail(proof.CheckStorageProofs, "the proof is for root %s, not %x", p.UntrustedRoot, root)
	}
	return proof.VerifyTree(oasis.Hash(root), p.V, p.Entries)
}

// StorageRoot returns the root of the runtime's state after the round of a header, as nodes are asked for it.
func StorageRoot(h *proof.Header) node.Root {
	return node.Root{Namespace: common.Namespace(h.Namespace), Version: h.Round, Type: node.RootTypeState,
		Hash: hash.Hash(h.StateRoot)}
}
