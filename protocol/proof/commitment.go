package proof

import (
	"bytes"
	"fmt"

	"github.com/assent-network/assent/protocol/oasis"
)

// Names that oasis-core gives to what executor nodes sign.
const (
	executorContext      = "oasis-core/roothash: executor commitment"
	runtimeSeparator     = " for runtime "
	chainSeparator       = " for chain "
	methodExecutorCommit = "roothash.ExecutorCommit"
)

// Commitment is the signature of one executor node over the outcome of one round. What it signs follows from the
// round's header, save for the fields here.
type Commitment struct {
	_ struct{} `cbor:",toarray"`
	// Node is the key of the node that signed.
	Node oasis.PublicKey
	// Scheduler is the node that proposed the round.
	Scheduler oasis.PublicKey
	// InMessages is how many incoming messages the round processed.
	InMessages uint32
	// RAK is the signature of the runtime in its TEE, where it has one.
	RAK *oasis.Signature
	// Signature is the node's signature.
	Signature oasis.Signature
}

// commitmentHeader and resultsHeader are oasis-core's signed records.
type (
	commitmentHeader struct {
		SchedulerID  oasis.PublicKey  `json:"scheduler_id"`
		Header       resultsHeader    `json:"header"`
		Failure      uint8            `json:"failure,omitempty"`
		RAKSignature *oasis.Signature `json:"rak_sig,omitempty"`
	}
	resultsHeader struct {
		Round           uint64      `json:"round"`
		PreviousHash    oasis.Hash  `json:"previous_hash"`
		IORoot          *oasis.Hash `json:"io_root,omitempty"`
		StateRoot       *oasis.Hash `json:"state_root,omitempty"`
		MessagesHash    *oasis.Hash `json:"messages_hash,omitempty"`
		InMessagesHash  *oasis.Hash `json:"in_msgs_hash,omitempty"`
		InMessagesCount uint32      `json:"in_msgs_count,omitempty"`
	}
)

func (c *Commitment) signedHeader(h *Header) *commitmentHeader {
	return &commitmentHeader{
		SchedulerID: c.Scheduler,
		Header: resultsHeader{
			Round:           h.Round,
			PreviousHash:    h.PreviousHash,
			IORoot:          &h.IORoot,
			StateRoot:       &h.StateRoot,
			MessagesHash:    &h.MessagesHash,
			InMessagesHash:  &h.InMessagesHash,
			InMessagesCount: c.InMessages,
		},
		RAKSignature: c.RAK,
	}
}

// verify verifies the signature over the outcome that the header states.
func (c *Commitment) verify(root *Root, h *Header) bool {
	context := executorContext + runtimeSeparator + root.RuntimeID.String() + chainSeparator + root.ChainContext
	return c.Node.Verify(context, oasis.MarshalCBOR(c.signedHeader(h)), c.Signature)
}

// Signers says who stands behind a round.
type Signers struct {
	// Workers and Backups are the seats of the committee.
	Workers, Backups int
	// SignedWorkers and SignedBackups are the seats of which a signature was given. Others may have signed as well.
	SignedWorkers, SignedBackups int
	// NeededWorkers is how many workers' signatures are enough. More than half of the backup workers' are enough as
	// well.
	NeededWorkers int
	// Nodes are the keys that signed, in the order of the committee.
	Nodes []oasis.PublicKey
}

// String returns the committee's size, whose signatures were given, and how many are enough, in words.
func (s *Signers) String() string {
	out := fmt.Sprintf("signatures of %d of %d workers are shown, %d are enough", s.SignedWorkers, s.Workers,
		s.NeededWorkers)
	if s.Backups > 0 {
		out += fmt.Sprintf("; of %d of %d backup workers, %d are enough", s.SignedBackups, s.Backups, s.Backups/2+1)
	}
	return out
}

// VerifyCommitments verifies who of the committee signed a normal round. It fails unless the signatures are enough to
// make the round final: all workers but the allowed stragglers, or more than half of the backup workers, who decide
// when workers disagree. The committee has to be that of the round.
func VerifyCommitments(root *Root, h *Header, committee *Committee, allowedStragglers uint16,
	commitments []Commitment) (*Signers, error) {
	if h.HeaderType != HeaderNormal {
		return nil, failf(CheckCommittee, "round %d is %s, a committee signs normal rounds only", h.Round, h.HeaderType)
	}
	if committee == nil || len(committee.Members) == 0 {
		return nil, failf(CheckCommittee, "round %d: there is no executor committee", h.Round)
	}
	if h.Namespace != root.RuntimeID || committee.RuntimeID != root.RuntimeID {
		return nil, failf(CheckCommittee, "round %d is of runtime %s, its committee of %s, the trust root names %s",
			h.Round, h.Namespace, committee.RuntimeID, root.RuntimeID)
	}
	seats := make(map[oasis.PublicKey]bool, len(committee.Members)) // Whether the node signed.
	for _, m := range committee.Members {
		seats[m.PublicKey] = false
	}
	for i := range commitments {
		c := &commitments[i]
		signed, ok := seats[c.Node]
		switch {
		case !ok:
			return nil, failf(CheckCommittee, "round %d: node %s is not in the committee", h.Round, c.Node)
		case signed:
			return nil, failf(CheckCommittee, "round %d: node %s signed twice", h.Round, c.Node)
		case !c.verify(root, h):
			return nil, failf(CheckCommittee, "round %d: signature of node %s is not over this round", h.Round, c.Node)
		}
		seats[c.Node] = true
	}
	s := new(Signers)
	s.Workers, s.Backups = committee.Size()
	s.NeededWorkers = max(s.Workers-int(allowedStragglers), 1)
	listed := make(map[oasis.PublicKey]struct{}, len(commitments))
	for _, m := range committee.Members {
		if !seats[m.PublicKey] {
			continue
		}
		if m.Role == RoleWorker {
			s.SignedWorkers++
		} else {
			s.SignedBackups++
		}
		if _, ok := listed[m.PublicKey]; !ok {
			listed[m.PublicKey] = struct{}{}
			s.Nodes = append(s.Nodes, m.PublicKey)
		}
	}
	agreed := s.SignedWorkers >= s.NeededWorkers
	resolved := s.SignedBackups > s.Backups/2
	if !agreed && !resolved {
		return nil, failf(CheckCommittee, "round %d: %s", h.Round, s)
	}
	return s, nil
}

// CommitmentsIn finds the commitments to a round in a transaction of the consensus layer, as blocks hold them. Anything
// else in it is ignored: only signatures count, and VerifyCommitments checks those.
func CommitmentsIn(tx []byte, h *Header) []Commitment {
	var signed struct {
		Blob []byte `json:"untrusted_raw_value"`
	}
	if oasis.UnmarshalPartOfCBOR(tx, &signed) != nil {
		return nil
	}
	var inner struct {
		Method string        `json:"method"`
		Body   oasis.RawCBOR `json:"body"`
	}
	if oasis.UnmarshalPartOfCBOR(signed.Blob, &inner) != nil || inner.Method != methodExecutorCommit {
		return nil
	}
	var body struct {
		ID      oasis.Namespace `json:"id"`
		Commits []struct {
			NodeID    oasis.PublicKey  `json:"node_id"`
			Header    commitmentHeader `json:"header"`
			Signature oasis.Signature  `json:"sig"`
		} `json:"commits"`
	}
	if oasis.UnmarshalPartOfCBOR(inner.Body, &body) != nil || body.ID != h.Namespace {
		return nil
	}
	var out []Commitment
	for _, c := range body.Commits {
		found := Commitment{
			Node:       c.NodeID,
			Scheduler:  c.Header.SchedulerID,
			InMessages: c.Header.Header.InMessagesCount,
			RAK:        c.Header.RAKSignature,
			Signature:  c.Signature,
		}
		if bytes.Equal(oasis.MarshalCBOR(&c.Header), oasis.MarshalCBOR(found.signedHeader(h))) {
			out = append(out, found)
		}
	}
	return out
}
