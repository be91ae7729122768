package grant

import (
	"crypto/ecdsa"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/signature"
)

// The EIP-712 types of tickets and rotations.
const (
	TicketType   = "Ticket(bytes32 dataset,address pseudonym,bytes32 proofKey,uint64 expiry)"
	RotationType = "Rotation(bytes32 dataset,address from,address to,uint64 nonce,uint64 submitBefore)"
)

// ErrExpired is returned by the checks against a time that has passed. A new one must be signed.
var ErrExpired = errors.New("grant: the time to submit is over")

// Ticket lets one pseudonym into a dataset's ledger. The dataset's enroller, on the custodian's side, signs it for a
// person it knows; the first grant carries it.
type Ticket struct {
	Dataset   common.Hash    `json:"dataset"`
	Pseudonym common.Address `json:"pseudonym"`
	// by which the person learns of the use of its rows; see package use
	ProofKey common.Hash `json:"proofKey"`
	Expiry   uint64      `json:"expiry,string"` // Unix seconds, last second that it works
}

// SignedTicket is a ticket with its enroller's signature.
type SignedTicket struct {
	Ticket    `json:"ticket"`
	Signature signature.Signature `json:"signature"`
}

// Validate checks the fields against their limits.
func (t Ticket) Validate() error {
	switch {
	case t.Dataset == common.Hash{}:
		return bad("dataset", t.Dataset, "name the dataset")
	case t.Pseudonym == common.Address{}:
		return bad("pseudonym", signature.Hex(t.Pseudonym), "name the pseudonym")
	case t.ProofKey == common.Hash{}:
		return bad("proofKey", t.ProofKey, "name the person's proof key")
	case t.Expiry == 0:
		return bad("expiry", 0, "name a time in Unix seconds")
	}
	return nil
}

// StructHash is the EIP-712 hash of the ticket.
func (t Ticket) StructHash() common.Hash {
	return eip712.HashStruct(TicketType, eip712.Bytes32(t.Dataset), eip712.Address(t.Pseudonym),
		eip712.Bytes32(t.ProofKey), eip712.Uint(t.Expiry))
}

// Digest is what the enroller signs; the domain's contract is the dataset's ledger.
func (t Ticket) Digest(d eip712.Domain) common.Hash { return d.Digest(t.StructHash()) }

// TypedData is the ticket as a wallet shows it.
func (t Ticket) TypedData(d eip712.Domain) (eip712.TypedData, error) {
	return eip712.New(d, TicketType, t.Dataset.Hex(), signature.Hex(t.Pseudonym), t.ProofKey.Hex(), num(t.Expiry))
}

// Sign validates and signs a ticket with the enroller's key.
func (t Ticket) Sign(d eip712.Domain, key *ecdsa.PrivateKey) (SignedTicket, error) {
	if err := t.Validate(); err != nil {
		return SignedTicket{}, err
	}
	sig, err := signature.Sign(t.Digest(d), key)
	if err != nil {
		return SignedTicket{}, fmt.Errorf("grant: sign ticket: %w", err)
	}
	return SignedTicket{Ticket: t, Signature: sig}, nil
}

// Verify checks that enroller signed the ticket and that it works at the Unix time now.
func (s SignedTicket) Verify(d eip712.Domain, enroller common.Address, now uint64) error {
	if now > s.Expiry {
		return fmt.Errorf("grant: ticket of %s expired at %d, now %d: %w", signature.Hex(s.Pseudonym),
			s.Expiry, now, ErrExpired)
	}
	if err := s.Signature.Verify(s.Digest(d), enroller); err != nil {
		return fmt.Errorf("grant: verify ticket of %s: %w", signature.Hex(s.Pseudonym), err)
	}
	return nil
}

// Enrolment is a first grant with the ticket that lets its pseudonym in.
type Enrolment struct {
	Grant  Signed       `json:"grant"`
	Ticket SignedTicket `json:"ticket"`
}

// Verify checks both signatures and that both are of the same pseudonym and dataset.
func (e Enrolment) Verify(d eip712.Domain, enroller common.Address, now uint64) error {
	g, t := e.Grant.Grant, e.Ticket.Ticket
	if g.Pseudonym != t.Pseudonym || g.Dataset != t.Dataset {
		return bad("ticket", signature.Hex(t.Pseudonym), "it is of another pseudonym or dataset than the grant")
	}
	if err := e.Grant.Verify(d); err != nil {
		return err
	}
	return e.Ticket.Verify(d, enroller, now)
}

// Rotation moves an entry from one pseudonym key to another. Both keys sign.
type Rotation struct {
	Dataset      common.Hash    `json:"dataset"`
	From         common.Address `json:"from"`
	To           common.Address `json:"to"`
	Nonce        uint64         `json:"nonce,string"`        // larger than that of From's newest grant
	SubmitBefore uint64         `json:"submitBefore,string"` // Unix seconds
}

// SignedRotation is a rotation with both keys' signatures.
type SignedRotation struct {
	Rotation `json:"rotation"`
	FromSig  signature.Signature `json:"fromSignature"`
	ToSig    signature.Signature `json:"toSignature"`
}

// Validate checks the fields against their limits.
func (r Rotation) Validate() error {
	switch {
	case r.Dataset == common.Hash{}:
		return bad("dataset", r.Dataset, "name the dataset")
	case r.From == common.Address{}:
		return bad("from", signature.Hex(r.From), "name the pseudonym")
	case r.To == common.Address{} || r.To == r.From:
		return bad("to", signature.Hex(r.To), "name another pseudonym")
	case r.Nonce == 0:
		return bad("nonce", 0, "nonces start at 1 and grow")
	case r.Nonce > MaxNonce:
		return bad("nonce", r.Nonce, "the last nonce is kept for a revocation")
	case r.SubmitBefore == 0:
		return bad("submitBefore", 0, "name a time in Unix seconds")
	}
	return nil
}

// StructHash is the EIP-712 hash of the rotation.
func (r Rotation) StructHash() common.Hash {
	return eip712.HashStruct(RotationType, eip712.Bytes32(r.Dataset), eip712.Address(r.From), eip712.Address(r.To),
		eip712.Uint(r.Nonce), eip712.Uint(r.SubmitBefore))
}

// Digest is what both keys sign; the domain's contract is the dataset's ledger.
func (r Rotation) Digest(d eip712.Domain) common.Hash { return d.Digest(r.StructHash()) }

// TypedData is the rotation as a wallet shows it.
func (r Rotation) TypedData(d eip712.Domain) (eip712.TypedData, error) {
	return eip712.New(d, RotationType, r.Dataset.Hex(), signature.Hex(r.From), signature.Hex(r.To), num(r.Nonce),
		num(r.SubmitBefore))
}

// Sign validates and signs a rotation with both keys.
func (r Rotation) Sign(d eip712.Domain, from, to *ecdsa.PrivateKey) (SignedRotation, error) {
	if err := r.Validate(); err != nil {
		return SignedRotation{}, err
	}
	s := SignedRotation{Rotation: r}
	var err error
	if s.FromSig, err = signature.Sign(r.Digest(d), from); err != nil {
		return SignedRotation{}, fmt.Errorf("grant: sign rotation with the old key: %w", err)
	}
	if s.ToSig, err = signature.Sign(r.Digest(d), to); err != nil {
		return SignedRotation{}, fmt.Errorf("grant: sign rotation with the new key: %w", err)
	}
	return s, s.Verify(d)
}

// Verify checks both signatures.
func (s SignedRotation) Verify(d eip712.Domain) error {
	digest := s.Digest(d)
	if err := s.FromSig.Verify(digest, s.From); err != nil {
		return fmt.Errorf("grant: verify rotation, old key: %w", err)
	}
	if err := s.ToSig.Verify(digest, s.To); err != nil {
		return fmt.Errorf("grant: verify rotation, new key: %w", err)
	}
	return nil
}
