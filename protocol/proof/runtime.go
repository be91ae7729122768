package proof

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"time"

	"github.com/assent-network/assent/protocol/oasis"
)

// Prefixes of the consensus state keys that this package reads, from oasis-core's roothash application.
const (
	runtimeStateKeyPrefix = 0x20
	pastRootsKeyPrefix    = 0x2a
)

// HeaderType says how a round came about.
type HeaderType uint8

// The header types of oasis-core.
const (
	// HeaderNormal is a round that the committee computed.
	HeaderNormal HeaderType = 1
	// HeaderFailed is a round that the committee did not agree on.
	HeaderFailed HeaderType = 2
	// HeaderEpochTransition is the first round of a new committee.
	HeaderEpochTransition HeaderType = 3
	// HeaderSuspended is the round in which the runtime was suspended.
	HeaderSuspended HeaderType = 4
)

// String returns the type in words.
func (t HeaderType) String() string {
	switch t {
	case HeaderNormal:
		return "normal"
	case HeaderFailed:
		return "failed"
	case HeaderEpochTransition:
		return "epoch transition"
	case HeaderSuspended:
		return "suspended"
	default:
		return fmt.Sprintf("type %d", uint8(t))
	}
}

// Header is the header of a runtime round, field by field oasis-core's roothash block header, whose package is too
// heavy for a verifier.
type Header struct {
	Version        uint16          `json:"version"`
	Namespace      oasis.Namespace `json:"namespace"`
	Round          uint64          `json:"round"`
	Timestamp      uint64          `json:"timestamp"`
	HeaderType     HeaderType      `json:"header_type"`
	PreviousHash   oasis.Hash      `json:"previous_hash"`
	IORoot         oasis.Hash      `json:"io_root"`
	StateRoot      oasis.Hash      `json:"state_root"`
	MessagesHash   oasis.Hash      `json:"messages_hash"`
	InMessagesHash oasis.Hash      `json:"in_msgs_hash"`
}

// EncodedHash returns the hash of the header, which the next header names and which is the hash of the Ethereum block.
func (h *Header) EncodedHash() oasis.Hash { return oasis.HashOf(oasis.MarshalCBOR(h)) }

// Time returns the time of the round: the consensus time, in whole seconds, of the block that made it final.
func (h *Header) Time() time.Time { return time.Unix(int64(min(h.Timestamp, maxUnixSeconds)), 0).UTC() }

// Role is the role of a committee member.
type Role uint8

// The roles of oasis-core.
const (
	// RoleWorker computes every round.
	RoleWorker Role = 1
	// RoleBackup computes a round again when the workers disagree.
	RoleBackup Role = 2
)

// Member is one seat of an executor committee.
type Member struct {
	Role      Role            `json:"role"`
	PublicKey oasis.PublicKey `json:"public_key"`
}

// Committee is the executor committee of a runtime in one epoch.
type Committee struct {
	Kind      uint8           `json:"kind"`
	Members   []Member        `json:"members"`
	RuntimeID oasis.Namespace `json:"runtime_id"`
	ValidFor  uint64          `json:"valid_for"`
}

// kindExecutor is oasis-core's kind of executor committees.
const kindExecutor = 1

// Size returns the number of workers and of backup workers.
func (c *Committee) Size() (workers, backups int) {
	for _, m := range c.Members {
		if m.Role == RoleWorker {
			workers++
		} else {
			backups++
		}
	}
	return workers, backups
}

// RuntimeState is what the consensus layer knows about a runtime after a block: the part of oasis-core's record that
// verifiers need.
type RuntimeState struct {
	// Suspended says that the runtime processes nothing at present.
	Suspended bool
	// Genesis is the header of the runtime's first round.
	Genesis Header
	// Last is the header of the latest round.
	Last Header
	// LastHeight is the consensus height that made the latest round final.
	LastHeight int64
	// LastNormalRound is the latest round that the committee computed.
	LastNormalRound uint64
	// LastNormalHeight is the consensus height of LastNormalRound.
	LastNormalHeight int64
	// Committee computes the round after Last and, if Last is a normal round, computed Last. It is nil while there is
	// none.
	Committee *Committee
	// AllowedStragglers is how many workers may be missing from a round.
	AllowedStragglers uint16
	// TEEHardware is the kind of TEE that the runtime's nodes need, 0 for none.
	TEEHardware uint8
}

// RuntimeStateKey returns the key of a runtime's record in consensus state.
func RuntimeStateKey(id oasis.Namespace) []byte {
	h := oasis.HashOf(id[:])
	return append([]byte{runtimeStateKeyPrefix}, h[:]...)
}

// PastRootsKey returns the key of the roots of a past round in consensus state. Networks keep as many as their genesis
// says (MaxPastRootsStored).
func PastRootsKey(id oasis.Namespace, round uint64) []byte {
	h := oasis.HashOf(id[:])
	return binary.BigEndian.AppendUint64(append([]byte{pastRootsKeyPrefix}, h[:]...), round)
}

// runtimeRecord decodes the part of roothash's RuntimeState that is used.
type runtimeRecord struct {
	Runtime *struct {
		ID          oasis.Namespace `json:"id"`
		TEEHardware uint8           `json:"tee_hardware"`
		Executor    struct {
			AllowedStragglers uint16 `json:"allowed_stragglers"`
		} `json:"executor"`
	} `json:"runtime"`
	Suspended        bool         `json:"suspended"`
	GenesisBlock     *blockRecord `json:"genesis_block"`
	LastBlock        *blockRecord `json:"last_block"`
	LastBlockHeight  int64        `json:"last_block_height"`
	LastNormalRound  uint64       `json:"last_normal_round"`
	LastNormalHeight int64        `json:"last_normal_height"`
	Committee        *Committee   `json:"committee"`
}

type blockRecord struct {
	Header oasis.RawCBOR `json:"header"`
}

// DecodeRuntimeState decodes oasis-core's record of a runtime.
func DecodeRuntimeState(data []byte) (*RuntimeState, error) {
	var rec runtimeRecord
	if err := oasis.UnmarshalPartOfCBOR(data, &rec); err != nil {
		return nil, failf(CheckEncoding, "decoding runtime record: %w", err)
	}
	if rec.Runtime == nil || rec.GenesisBlock == nil || rec.LastBlock == nil {
		return nil, failf(CheckEncoding, "runtime record lacks its descriptor or blocks")
	}
	s := &RuntimeState{
		Suspended:         rec.Suspended,
		LastHeight:        rec.LastBlockHeight,
		LastNormalRound:   rec.LastNormalRound,
		LastNormalHeight:  rec.LastNormalHeight,
		Committee:         rec.Committee,
		AllowedStragglers: rec.Runtime.Executor.AllowedStragglers,
		TEEHardware:       rec.Runtime.TEEHardware,
	}
	for _, b := range []struct {
		raw oasis.RawCBOR
		dst *Header
	}{{rec.GenesisBlock.Header, &s.Genesis}, {rec.LastBlock.Header, &s.Last}} {
		h, err := DecodeHeader(b.raw)
		if err != nil {
			return nil, err
		}
		if h.Namespace != rec.Runtime.ID {
			return nil, failf(CheckEncoding, "runtime record of %s has a header of %s", rec.Runtime.ID, h.Namespace)
		}
		*b.dst = *h
	}
	if c := s.Committee; c != nil {
		if c.Kind != kindExecutor || c.RuntimeID != rec.Runtime.ID {
			return nil, failf(CheckEncoding, "runtime record has a committee of kind %d for %s", c.Kind, c.RuntimeID)
		}
		for i, m := range c.Members {
			if m.Role != RoleWorker && m.Role != RoleBackup {
				return nil, failf(CheckEncoding, "committee member %d has the unknown role %d", i, m.Role)
			}
		}
	}
	return s, nil
}

// DecodeHeader decodes a runtime header and refuses any encoding but the one that its hash is taken of.
func DecodeHeader(data []byte) (*Header, error) {
	if len(data) == 0 {
		return nil, failf(CheckEncoding, "runtime header is empty")
	}
	var h Header
	if err := oasis.UnmarshalCBOR(data, &h); err != nil {
		return nil, failf(CheckEncoding, "decoding runtime header: %w", err)
	}
	if !bytes.Equal(oasis.MarshalCBOR(&h), data) {
		return nil, failf(CheckEncoding, "header of round %d is not in canonical encoding", h.Round)
	}
	return &h, nil
}

// VerifyRuntimeState reads the record of the root's runtime from a tree of consensus state, which has to be the state
// that the block commits to.
func VerifyRuntimeState(block *VerifiedBlock, state *Tree) (*RuntimeState, error) {
	if got, want := state.Root(), block.StateRoot(); got != want {
		return nil, failf(CheckConsensusState, "state root %s is not that of block %d, %s", got, block.Height(), want)
	}
	return ReadRuntimeState(state, block.Root().RuntimeID)
}

// ReadRuntimeState reads the record of a runtime from a tree of consensus state. The caller vouches for the tree's
// root.
func ReadRuntimeState(state *Tree, id oasis.Namespace) (*RuntimeState, error) {
	raw, ok, err := state.Get(RuntimeStateKey(id))
	switch {
	case err != nil:
		return nil, failf(CheckConsensusState, "record of runtime %s: %w", id, err)
	case !ok:
		return nil, failf(CheckConsensusState, "the network has no runtime %s", id)
	}
	rs, err := DecodeRuntimeState(raw)
	if err != nil {
		return nil, failf(CheckConsensusState, "runtime %s: %w", id, err)
	}
	if rs.Last.Namespace != id {
		return nil, failf(CheckConsensusState, "record of runtime %s is that of %s", id, rs.Last.Namespace)
	}
	return rs, nil
}

// PastRoots are the roots of a past round.
type PastRoots struct {
	_         struct{} `cbor:",toarray"`
	StateRoot oasis.Hash
	IORoot    oasis.Hash
}

// ReadPastRoots reads the roots of a past round from a tree of consensus state. ok is false when the network no longer
// keeps them.
func ReadPastRoots(state *Tree, id oasis.Namespace, round uint64) (roots PastRoots, ok bool, err error) {
	raw, ok, err := state.Get(PastRootsKey(id, round))
	if err != nil {
		return PastRoots{}, false, failf(CheckConsensusState, "roots of round %d: %w", round, err)
	}
	if !ok {
		return PastRoots{}, false, nil
	}
	if err := oasis.UnmarshalCBOR(raw, &roots); err != nil {
		return PastRoots{}, false, failf(CheckConsensusState, "decoding roots of round %d: %w", round, err)
	}
	return roots, true, nil
}

// LinkHeaders verifies that headers lead back from a proven one: each is the predecessor of the one before it, newest
// first. Only the hash ties them together, so every header is checked in full.
func LinkHeaders(proven *Header, older []Header) error {
	child := proven
	for i := range older {
		h := &older[i]
		switch {
		case h.Namespace != proven.Namespace:
			return failf(CheckRuntimeRounds, "header of round %d is of runtime %s, not %s", h.Round, h.Namespace,
				proven.Namespace)
		case h.Round != child.Round-1 || child.Round == 0:
			return failf(CheckRuntimeRounds, "round %d is no predecessor of round %d", h.Round, child.Round)
		}
		if got := h.EncodedHash(); got != child.PreviousHash {
			return failf(CheckRuntimeRounds, "header of round %d has hash %s, round %d names %s", h.Round, got,
				child.Round, child.PreviousHash)
		}
		child = h
	}
	return nil
}
