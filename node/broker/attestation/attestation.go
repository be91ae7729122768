// Package attestation shows what a broker is that runs in a TEE: a quote that answers all who ask, and binds the
// instance's keys, the network and the account that it serves.
//
// It says that such an instance exists and that it has just answered. It does not say that the party that forwarded the
// answer is that instance: keys that matter go to the REK that the quote binds.
package attestation

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/genuine"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/enclave"
)

// Path is where a broker's HTTP interface answers; it takes POST with a Request.
const Path = "/v1/attestation"

// CodeNotAttested is the code of the refusal of a broker that does not run in a TEE.
const CodeNotAttested release.Code = "attestation"

// nonceDomain tells quotes made for anyone from those that answer a broker's challenge, so that an instance cannot be
// made to answer the challenge of another one.
const nonceDomain = "assent/broker attestation v1"

// Request asks for evidence.
type Request struct {
	Nonce common.Hash `json:"nonce"` // of the caller's choice
}

// Answer is evidence with what its quote binds.
type Answer struct {
	Account  common.Address `json:"account"` // the broker account that the instance serves, as the binding's operator
	Enclave  common.Address `json:"enclave"`
	REK      common.Hash    `json:"rek"`
	Evidence hexutil.Bytes  `json:"evidence"` // tee.Evidence whose nonce is NonceOf the caller's
	// Collateral has the levels that the quote is judged by when the chain has none for its platform, or older ones;
	// they are signed by the attestation root. Lists of revocations are always the chain's.
	Collateral hexutil.Bytes `json:"collateral"`
}

// NonceOf is the nonce in the evidence that answers a caller's nonce.
func NonceOf(nonce common.Hash) common.Hash {
	return crypto.Keccak256Hash([]byte(nonceDomain), nonce[:])
}

// Instance is a broker's place in a TEE: its keys, and what attests them.
type Instance struct {
	Keys      *enclave.Keys
	Issuer    tee.Issuer
	Collector tee.Collector
	ChainID   uint64
	Runtime   common.Hash
}

// behind is by how many rounds the block that a quote binds lies behind the newest that it could: the party that judges
// the quote has a view of its own, which may not have seen the newest yet.
const behind = 8

// Attest makes evidence that binds the instance's keys, an account, a recent block and a nonce, and gets its
// collateral.
func (i *Instance) Attest(ctx context.Context, now *contracts.Open, account common.Address,
	nonce common.Hash) (evidence, collateral []byte, err error) {
	if now.Round.Number == 0 {
		return nil, nil, fmt.Errorf("attesting: the chain has no block yet")
	}
	// The state of a round knows the hashes of the rounds before it.
	round := now.Round.Number - 1
	if round > behind {
		round -= behind
	}
	hash, err := now.BlockHash(ctx, round)
	if err != nil {
		return nil, nil, fmt.Errorf("attesting: %w", err)
	}
	e, err := i.Keys.Attest(ctx, i.Issuer, enclave.Network{
		ChainID: i.ChainID, Runtime: i.Runtime, Operator: account, Round: round, BlockHash: hash,
	}, nonce)
	if err != nil {
		return nil, nil, fmt.Errorf("attesting: %w", err)
	}
	if evidence, err = e.Marshal(); err != nil {
		return nil, nil, fmt.Errorf("attesting: %w", err)
	}
	if collateral, err = i.Collector.Collateral(ctx, e.Quote); err != nil {
		return nil, nil, fmt.Errorf("getting collateral: %w", err)
	}
	return evidence, collateral, nil
}

// Answer answers a caller.
func (i *Instance) Answer(ctx context.Context, now *contracts.Open, account common.Address,
	rq Request) (*Answer, error) {
	evidence, collateral, err := i.Attest(ctx, now, account, NonceOf(rq.Nonce))
	if err != nil {
		return nil, err
	}
	return &Answer{Account: account, Enclave: i.Keys.Address(), REK: i.Keys.REK(), Evidence: evidence,
		Collateral: collateral}, nil
}

// ParseRequest reads a request.
func ParseRequest(b []byte) (Request, error) {
	var rq Request
	if err := canonical.Unmarshal(b, &rq); err != nil {
		return Request{}, fmt.Errorf("reading a request for attestation: %w", err)
	}
	return rq, nil
}

// ParseAnswer reads an answer.
func ParseAnswer(b []byte) (Answer, error) {
	var a Answer
	if err := canonical.Unmarshal(b, &a); err != nil {
		return Answer{}, fmt.Errorf("reading a broker's attestation: %w", err)
	}
	return a, nil
}

// Ask asks a broker. A broker that does not run attested refuses with a *release.Refusal.
func Ask(ctx context.Context, c *release.Client, nonce common.Hash) (Answer, error) {
	b, err := c.Post(ctx, Path, Request{Nonce: nonce}, release.MaxBody)
	if err != nil {
		return Answer{}, err
	}
	return ParseAnswer(b)
}

// Network is what an answer is verified against.
type Network struct {
	ChainID uint64
	Runtime common.Hash
	Genuine *genuine.Verifier
}

// Verified is a genuine answer.
type Verified struct {
	Claims  *tee.Claims
	Binding tee.Binding
	Nonce   common.Hash // in the quote
}

// Verify says whether an answer is genuine at a time, by the lists of the chain in a verified round: its quote leads to
// one of the roots, answers the nonce, and binds the network and the keys that the answer names. Whether it is
// accepted, package tee/policy says. That the block which the quote binds is one of the chain is not checked: the nonce
// says that the quote is fresh.
func Verify(
	ctx context.Context, now *contracts.Open, at time.Time, a Answer, nonce common.Hash, n Network,
) (*Verified, error) {
	e, err := tee.ParseEvidence(a.Evidence)
	if err != nil {
		return nil, err
	}
	if e.Nonce != NonceOf(nonce) {
		return nil, fmt.Errorf("%w: it answers another nonce", tee.ErrNotGenuine)
	}
	claims, err := n.Genuine.Verify(ctx, now.Snapshot, at, e, a.Collateral)
	if err != nil {
		return nil, err
	}
	binding := e.Binding(n.ChainID, n.Runtime, a.Account, a.Enclave, a.REK)
	if claims.ReportData != binding.ReportData(e.Nonce) {
		return nil, fmt.Errorf("%w: it binds other keys, another account, network or nonce than the answer names",
			tee.ErrNotGenuine)
	}
	return &Verified{Claims: claims, Binding: binding, Nonce: e.Nonce}, nil
}
