// Package bundle is the file that proves a finished job to an auditor who has nothing but a trust root: the receipt,
// what it names, the state of the chain that it rests on, and the proofs of that state.
//
// A bundle has one encoding only, and no byte of it is without meaning, so that a changed byte always fails a check.
// Package audit verifies bundles; docs/protocol/audit-bundle.md describes them.
package bundle

import (
	"bytes"
	"fmt"
	"strings"

	fxcbor "github.com/fxamacker/cbor/v2"

	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/snapshot"
)

// Format begins every bundle of this version.
const Format = formatName + "2"

// formatName begins the format of every version.
const formatName = "assent-audit-bundle/"

// Limits of a bundle. With them a hostile file of MaxSize takes a few times its size in memory.
const (
	// MaxSize is the largest bundle in bytes, enough for a million subjects.
	MaxSize = 128 << 20
	// MaxBlocks is the largest number of light blocks.
	MaxBlocks = 4096
	// maxElements is the largest number of elements of any array.
	maxElements = 1 << 16
)

// Bundle is the content of the file. Nothing in it is verified.
type Bundle struct {
	_ struct{} `cbor:",toarray"`
	// Format is the constant of that name.
	Format string
	// Blocks are light blocks in canonical encoding: first the trust root's, then others that follow from it, each from
	// the one before.
	Blocks [][]byte
	// Final is a round in which the receipt is on record.
	Final Round
	// Consent is the round whose consent state counted.
	Consent Round
	// Quoted is the round that the worker's quote names, where the node still had it.
	Quoted *Position
	// Snapshot has all entries of the consent ledger in the consent round, or leaves out what other files have (package
	// snapshot).
	Snapshot []byte
	// Spec is the job's specification in canonical JSON.
	Spec []byte
	// Parameters are the job's parameters in canonical JSON.
	Parameters []byte
	// Receipt is the receipt with its signature in canonical JSON.
	Receipt []byte
	// Ciphertext is the encrypted result. One that is too large for the chain may be left out, and is empty then.
	Ciphertext []byte
	// Held are signatures of archives that hold a ciphertext which is too large for the chain, in the order of the
	// archives. There are none of a smaller one.
	Held [][]byte
	// Policy is the policy version that the job ran under, in canonical JSON.
	Policy []byte
	// Version is the dataset version that the job ran on, in canonical JSON.
	Version []byte
	// Evidence is what the worker registered, with its quote.
	Evidence []byte
	// Collateral is that by which the chain judged the quote when the job was charged, or when another enclave took
	// over.
	Collateral []byte
	// Pins is the document of what quotes have to show that the policy names, in canonical JSON; empty when it names
	// none.
	Pins []byte
}

// Round is a runtime round with a part of its state.
type Round struct {
	_ struct{} `cbor:",toarray"`
	// Position says where the round's header follows from.
	Position Position
	// Commitments are signatures of the executor committee over the round, in ascending order of the nodes' keys.
	Commitments []proof.Commitment
	// State is a proof of the runtime's state after the round.
	State proof.Entries
}

// Position leads from consensus state to the header of a round.
type Position struct {
	_ struct{} `cbor:",toarray"`
	// Anchor proves a later round, or the round itself. It is absent where the final round's anchor is meant.
	Anchor *Anchor
	// Link leads back from the anchor's round.
	Link Link
}

// Anchor proves the runtime's record in consensus state.
type Anchor struct {
	_ struct{} `cbor:",toarray"`
	// Block is the number of the light block, in Blocks, that commits to the state.
	Block uint32
	// Proof is a proof of the record against the block's app hash.
	Proof proof.Entries
}

// Link is a chain of headers, oldest first, whose newest is the predecessor of a proven header. It leaves out what
// follows from the others: the runtime, the rounds, and all previous hashes but the oldest. An empty one leads nowhere,
// and First is zero then.
type Link struct {
	_       struct{} `cbor:",toarray"`
	First   oasis.Hash
	Headers []LinkHeader
}

// LinkHeader is what a Link keeps of a header.
type LinkHeader struct {
	_              struct{} `cbor:",toarray"`
	Version        uint16
	Timestamp      uint64
	Type           proof.HeaderType
	IORoot         oasis.Hash
	StateRoot      oasis.Hash
	MessagesHash   oasis.Hash
	InMessagesHash oasis.Hash
}

// NewLink makes a link of headers that lead back from a proven one, newest first.
func NewLink(older []proof.Header) Link {
	l := Link{Headers: make([]LinkHeader, len(older))}
	for i, h := range older {
		l.Headers[len(older)-1-i] = LinkHeader{
			Version: h.Version, Timestamp: h.Timestamp, Type: h.HeaderType,
			IORoot: h.IORoot, StateRoot: h.StateRoot, MessagesHash: h.MessagesHash, InMessagesHash: h.InMessagesHash,
		}
	}
	if n := len(older); n > 0 {
		l.First = older[n-1].PreviousHash
	}
	return l
}

// Open rebuilds the headers and verifies that they lead back from a proven one. It returns them newest first.
func (l *Link) Open(proven *proof.Header) ([]proof.Header, error) {
	n := len(l.Headers)
	if n == 0 {
		if l.First != (oasis.Hash{}) {
			return nil, &proof.Error{Check: proof.CheckEncoding,
				Err: fmt.Errorf("an empty link names the hash %s", l.First)}
		}
		return nil, nil
	}
	if uint64(n) > proven.Round {
		return nil, &proof.Error{Check: proof.CheckRuntimeRounds,
			Err: fmt.Errorf("%d headers before round %d", n, proven.Round)}
	}
	older := make([]proof.Header, n)
	previous := l.First
	for i, h := range l.Headers {
		at := &older[n-1-i]
		*at = proof.Header{
			Version: h.Version, Namespace: proven.Namespace, Round: proven.Round - uint64(n-i), Timestamp: h.Timestamp,
			HeaderType: h.Type, PreviousHash: previous, IORoot: h.IORoot, StateRoot: h.StateRoot,
			MessagesHash: h.MessagesHash, InMessagesHash: h.InMessagesHash,
		}
		previous = at.EncodedHash()
	}
	return older, proof.LinkHeaders(proven, older)
}

// Encode returns the bundle's one encoding.
func (b *Bundle) Encode() []byte { return oasis.MarshalCBOR(b) }

// null names what is null and could be empty: the two would be encodings of one content.
func (b *Bundle) null() string {
	positions := []*Position{&b.Final.Position, &b.Consent.Position}
	if b.Quoted != nil {
		positions = append(positions, b.Quoted)
	}
	for _, p := range positions {
		if p.Link.Headers == nil {
			return "a link"
		}
	}
	for what, bytes := range map[string][]byte{
		"the specification": b.Spec, "the list of parameters": b.Parameters, "the receipt": b.Receipt,
		"the ciphertext": b.Ciphertext,
		"the policy":     b.Policy, "the dataset version": b.Version, "the evidence": b.Evidence,
		"the collateral":       b.Collateral,
		"the document of pins": b.Pins,
	} {
		if bytes == nil {
			return what
		}
	}
	if b.Held == nil {
		return "the list of archives' signatures"
	}
	return ""
}

// Attach adds the encrypted result, after checking that it is the one that the receipt names.
func (b *Bundle) Attach(ciphertext []byte) error {
	s, err := receipt.Parse(b.Receipt)
	if err != nil {
		return fmt.Errorf("audit bundle: %w", err)
	}
	if err := s.Receipt.VerifyCiphertext(ciphertext); err != nil {
		return fmt.Errorf("audit bundle: attaching the encrypted result: %w", err)
	}
	b.Ciphertext = ciphertext
	return nil
}

// Entries reads the snapshot of the consent entries.
func (b *Bundle) Entries() (*snapshot.Snapshot, error) { return snapshot.Decode(b.Snapshot) }

// EntriesOf reads the consent entries of a file that is a bundle, or a snapshot by itself. Nothing else of a bundle is
// looked at or verified.
func EntriesOf(data []byte) (*snapshot.Snapshot, error) {
	if bytes.HasPrefix(data, []byte(snapshot.Format)) {
		return snapshot.Decode(data)
	}
	b, err := Decode(data)
	if err != nil {
		return nil, err
	}
	return b.Entries()
}

// formatOf returns the format that a file names in its first element, as far as it can be read: an array's head, a
// text's head and the text, each head of one byte. A file of another version has other fields, and is told by this
// alone.
func formatOf(data []byte) string {
	const array, text, size = 0x80, 0x60, 0x1f
	if len(data) < 2 || data[0]&^size != array || data[1]&^size != text {
		return ""
	}
	n := min(int(data[1]&size), len(data)-2)
	return string(data[2 : 2+n])
}

// CompareNodes orders signatures of a committee by the nodes' keys.
func CompareNodes(a, b proof.Commitment) int { return bytes.Compare(a.Node[:], b.Node[:]) }

// isAscending reports whether signatures are in order, none of them twice.
func isAscending(commitments []proof.Commitment) bool {
	for i := 1; i < len(commitments); i++ {
		if CompareNodes(commitments[i-1], commitments[i]) >= 0 {
			return false
		}
	}
	return true
}

// Decode decodes a bundle and refuses any encoding but the one.
func Decode(data []byte) (*Bundle, error) {
	bad := func(format string, args ...any) error {
		return &proof.Error{Check: proof.CheckEncoding, Err: fmt.Errorf("audit bundle: "+format, args...)}
	}
	if len(data) == 0 || len(data) > MaxSize {
		return nil, bad("%d bytes, want 1 to %d", len(data), MaxSize)
	}
	if format := formatOf(data); format != Format && strings.HasPrefix(format, formatName) {
		return nil,
			bad("it has format %.40q, this program reads %q; record it anew, or use the version that recorded it",
				format, Format)
	}
	mode, err := fxcbor.DecOptions{
		DupMapKey: fxcbor.DupMapKeyEnforcedAPF, IndefLength: fxcbor.IndefLengthForbidden, TagsMd: fxcbor.TagsForbidden,
		ExtraReturnErrors: fxcbor.ExtraDecErrorUnknownField, MaxArrayElements: maxElements, MaxNestedLevels: 16,
	}.DecMode()
	if err != nil {
		return nil, fmt.Errorf("audit bundle: internal error: %w", err)
	}
	var b Bundle
	if err := mode.Unmarshal(data, &b); err != nil {
		return nil, bad("the file is damaged, or no bundle")
	}
	switch {
	case b.Format != Format:
		return nil, bad("format %.40q, this program reads %q", b.Format, Format)
	case len(b.Blocks) == 0 || len(b.Blocks) > MaxBlocks:
		return nil, bad("%d light blocks, want 1 to %d", len(b.Blocks), MaxBlocks)
	case b.Final.Position.Anchor == nil:
		return nil, bad("the final round has no anchor")
	}
	if _, err := b.Entries(); err != nil {
		return nil, bad("consent entries: %w", err)
	}
	if what := b.null(); what != "" {
		return nil, bad("%s is null", what)
	}
	for what, r := range map[string]*Round{"final": &b.Final, "consent": &b.Consent} {
		if !isAscending(r.Commitments) {
			return nil, bad("the signatures over the %s round are not in ascending order of the nodes", what)
		}
	}
	if !bytes.Equal(b.Encode(), data) {
		return nil, bad("it is not in canonical encoding")
	}
	return &b, nil
}
