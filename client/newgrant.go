package client

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/purpose"
)

const (
	// SubmitWithin is for how long the ledger takes what a subject signed, by the chain's time.
	SubmitWithin = time.Hour
	// DefaultGrantDays is for how many days a grant counts when its request does not say.
	DefaultGrantDays = 365
)

// ErrNonces says that a pseudonym has used up its nonces, so that only a revocation is left.
var ErrNonces = errors.New("the pseudonym has used up its nonces")

// GrantBasis is what a subject signs on: the dataset's policy in effect, and what the ledger has of the pseudonym, as
// of a round. Its methods make what the pseudonym's key signs for the domain that Client.LedgerDomain returns.
type GrantBasis struct {
	Dataset       common.Hash
	Ledger        common.Address
	Pseudonym     common.Address
	PolicyVersion uint32
	Promise       policy.Promise
	Nonce         uint64 // the newest on record; zero when there is none
	Time          uint64 // of the round, Unix seconds
}

// GrantBasis reads what a pseudonym's subject signs on, as of a round.
func (c *Client) GrantBasis(
	ctx context.Context, now *contracts.Snapshot, dataset common.Hash, pseudonym common.Address,
) (*GrantBasis, error) {
	d, err := now.Dataset(ctx, dataset)
	if err != nil {
		return nil, err
	}
	p, err := now.Policy(ctx, dataset, d.PolicyVersion)
	if err != nil {
		return nil, err
	}
	entry, err := now.Entry(ctx, d.Ledger, pseudonym)
	if err != nil {
		return nil, err
	}
	return &GrantBasis{Dataset: dataset, Ledger: d.Ledger, Pseudonym: pseudonym, PolicyVersion: d.PolicyVersion,
		Promise: p.Promise, Nonce: entry.Nonce, Time: now.Round.Time}, nil
}

// GrantRequest is what a subject allows.
type GrantRequest struct {
	Purposes purpose.Set // the closure of what the subject names, see purpose.Set.Closure
	Kinds    kind.Set    // zero: all kinds that can run
	Exact    bool        // also for exact, reviewed releases
	Class    budget.Class
	// Conditions are what the policy has to promise at least; nil: what it promises now.
	Conditions *condition.Conditions
	NotBefore  day.Day // first day that it counts; zero: today
	Expiry     day.Day // first day that it no longer counts; zero: DefaultGrantDays after today
	// Circumstances are in which language, and whether by a guardian, the grant is given. The grant has a commitment to
	// them: the subject keeps them, to be able to show them.
	Circumstances grant.Circumstances
	At            time.Time // by the subject's clock: what is signed later counts
}

// Grant makes the grant of a request.
func (b *GrantBasis) Grant(r GrantRequest) (grant.Grant, error) {
	nonce, err := b.nextNonce(r.At, false)
	if err != nil {
		return grant.Grant{}, err
	}
	today := day.Of(b.Time)
	g := grant.Grant{
		Dataset: b.Dataset, Pseudonym: b.Pseudonym, PolicyVersion: b.PolicyVersion, Purposes: r.Purposes,
		Kinds: r.Kinds, Exact: r.Exact, Conditions: b.Promise.Conditions, NotBefore: r.NotBefore, Expiry: r.Expiry,
		EpsilonClass: r.Class, Nonce: nonce, SubmitBefore: b.submitBefore(),
	}
	if g.Kinds == 0 {
		g.Kinds = kind.Runnable
	}
	if r.Conditions != nil {
		g.Conditions = *r.Conditions
	}
	if g.NotBefore == 0 {
		g.NotBefore = today
	}
	if g.Expiry == 0 {
		g.Expiry = today + DefaultGrantDays
	}
	if g.Circumstances, err = r.Circumstances.Commitment(); err != nil {
		return grant.Grant{}, err
	}
	return g, g.Validate()
}

// Revocation makes the grant of nothing, which takes all consent of the pseudonym back. A subject who declines a policy
// and never granted anything needs none.
func (b *GrantBasis) Revocation(at time.Time) (grant.Grant, error) {
	nonce, err := b.nextNonce(at, true)
	if err != nil {
		return grant.Grant{}, err
	}
	return grant.Revoke(b.Dataset, b.Pseudonym, b.PolicyVersion, nonce, b.submitBefore()), nil
}

// Rotation makes the move of the pseudonym's consent to another one. The keys of both sign it.
func (b *GrantBasis) Rotation(to common.Address, at time.Time) (grant.Rotation, error) {
	nonce, err := b.nextNonce(at, false)
	if err != nil {
		return grant.Rotation{}, err
	}
	r := grant.Rotation{Dataset: b.Dataset, From: b.Pseudonym, To: to, Nonce: nonce, SubmitBefore: b.submitBefore()}
	return r, r.Validate()
}

// nextNonce is the nonce to sign with: by the ledger's record, so that no clock keeps a person from the last word.
func (b *GrantBasis) nextNonce(at time.Time, revocation bool) (uint64, error) {
	nonce, ok := grant.NextNonce(uint64(max(at.UnixMilli(), 0)), b.Nonce, revocation)
	if !ok {
		return 0, fmt.Errorf("signing for pseudonym %s: %w", b.Pseudonym, ErrNonces)
	}
	return nonce, nil
}

func (b *GrantBasis) submitBefore() uint64 { return b.Time + uint64(SubmitWithin/time.Second) }
