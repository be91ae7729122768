// Package judge says of evidence that a broker is sent whether it is genuine, fresh and accepted: what key releases and
// hand-overs have in common.
package judge

import (
	"context"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/view"
	"github.com/assent-network/assent/runtime/attestation"
	"github.com/assent-network/assent/tee"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// maxRounds bounds the rounds between the block that a quote binds and its use; the chain knows 256.
const maxRounds = 250

// Judge is what a broker holds quotes against.
type Judge struct {
	// Verifiers judge quotes, one per platform, and Roots are the attestation roots that the network names.
	Verifiers []tee.Verifier
	Roots     tee.Roots
	// ChainID and Runtime are the network that quotes are bound to.
	ChainID uint64
	Runtime common.Hash
	// Accept are policies that every quote has to satisfy, all of them. What Wanted says is not used of them.
	Accept []teepolicy.Policy
}

// Wanted is what is wanted of one quote.
type Wanted struct {
	Operator     common.Address
	Enclave      common.Address
	REK          common.Hash
	Measurements []common.Hash
	Roots        []common.Hash
	Simulated    bool
}

// Verifier returns the verifier of a platform's quotes, or a *release.Refusal when there is none.
func (j *Judge) Verifier(p tee.Platform) (tee.Verifier, error) {
	i := slices.IndexFunc(j.Verifiers, func(v tee.Verifier) bool { return v.Platform() == p })
	if i < 0 {
		return nil, release.Refuse("platform", "quotes of platform %s are not verified here", p)
	}
	return j.Verifiers[i], nil
}

// Collateral returns the newest collateral on chain for the quote in evidence, such that nobody can have an old list of revocations
// count. What the sender brought serves when nobody has posted any for that platform; nil is nothing.
func (j *Judge) Collateral(ctx context.Context, now *view.Open, e tee.Evidence, brought []byte) ([]byte, error) {
	if _, err := j.Verifier(e.Platform); err != nil {
		return nil, err
	}
	place, err := attestation.Locate(e, j.Roots)
	if err != nil {
		return nil, release.Refuse("quote", "%v", err)
	}
	posted, err := now.Collateral(ctx, place)
	switch {
	case err != nil:
		return nil, err
	case len(posted) > 0:
		return posted, nil
	case len(brought) > 0:
		return brought, nil
	}
	return nil, release.Refuse("quote", "nobody has posted collateral for its platform")
}

// Judge checks evidence by the round now and the time at. It returns the claims as far as the quote is genuine, and a
// *release.Refusal or a *teepolicy.CheckError that says which check refused.
func (j *Judge) Judge(ctx context.Context, now *view.Open, at time.Time, e tee.Evidence, collateral []byte, want Wanted) (*tee.Claims, error) {
	v, err := j.Verifier(e.Platform)
	if err != nil {
		return nil, err
	}
	claims, err := v.Verify(e.Quote, collateral, j.Roots, at)
	if err != nil {
		return nil, release.Refuse("quote", "%v", err)
	}
	if e.Round > now.Round.Number {
		return claims, release.Refuse("freshness", "the quote binds round %d, which lies ahead of %d", e.Round, now.Round.Number)
	}
	hash, err := now.BlockHash(ctx, e.Round)
	if err != nil {
		return claims, release.Refuse("freshness", "the quote binds round %d, whose block is no longer known: %v", e.Round, err)
	}
	if hash != e.BlockHash {
		return claims, release.Refuse("freshness", "round %d has the block %s, the evidence says %s", e.Round, hash, e.BlockHash)
	}
	facts := teepolicy.Facts{
		Binding: e.Binding(j.ChainID, j.Runtime, want.Operator, want.Enclave, want.REK),
		Nonce:   e.Nonce, Round: now.Round.Number, Now: at,
	}
	policies := j.Accept
	if len(policies) == 0 {
		policies = []teepolicy.Policy{{}}
	}
	for _, p := range policies {
		p.Measurements, p.Images, p.Roots, p.MaxRounds, p.Simulated = want.Measurements, nil, want.Roots, maxRounds, want.Simulated
		if err := p.Validate(claims, facts); err != nil {
			return claims, err
		}
	}
	return claims, nil
}
