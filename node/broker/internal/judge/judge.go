// Package judge says of evidence that a broker is sent whether it is genuine, fresh and accepted: what key releases and
// hand-overs have in common.
package judge

import (
	"context"
	"errors"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/genuine"
	"github.com/assent-network/assent/protocol/pins"
	"github.com/assent-network/assent/tee"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// maxRounds bounds the rounds between the block that a quote binds and its use; the chain knows 256.
const maxRounds = 250

// Judge is what a broker holds quotes against.
type Judge struct {
	Genuine *genuine.Verifier
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
	Pins         *pins.Pins // nil for none
}

// Judge checks evidence by the round now and the time at. What was brought is the sender's own collateral, of which
// levels may count and lists never do; it may be empty. It returns the claims as far as the quote is genuine, and a
// *release.Refusal or a *teepolicy.CheckError that says which check refused.
func (j *Judge) Judge(
	ctx context.Context, now *contracts.Open, at time.Time, e tee.Evidence, brought []byte, want Wanted,
) (*tee.Claims, error) {
	claims, err := j.genuine(ctx, now, at, e, brought)
	if err != nil {
		return nil, err
	}
	if e.Round > now.Round.Number {
		return claims, release.Refuse(release.CodeFreshness, "the quote binds round %d, which lies ahead of %d",
			e.Round, now.Round.Number)
	}
	hash, err := now.BlockHash(ctx, e.Round)
	if err != nil && !errors.Is(err, contracts.ErrBlockUnknown) {
		return claims, err // what could not be read decides nothing
	}
	if err != nil {
		return claims, release.Refuse(release.CodeFreshness,
			"the quote binds round %d, whose block is no longer known: %v", e.Round, err)
	}
	if hash != e.BlockHash {
		return claims, release.Refuse(release.CodeFreshness, "round %d has the block %s, the evidence says %s", e.Round,
			hash, e.BlockHash)
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
		p.Measurements, p.Images, p.Roots = want.Measurements, nil, want.Roots
		p.MaxRounds, p.Simulated, p.Pins = maxRounds, want.Simulated, want.Pins
		if err := p.Validate(claims, facts); err != nil {
			return claims, err
		}
	}
	return claims, nil
}

// genuine verifies the quote. Why it does not hold is a *release.Refusal; that the round cannot be read is not.
func (j *Judge) genuine(
	ctx context.Context, now *contracts.Open, at time.Time, e tee.Evidence, brought []byte,
) (*tee.Claims, error) {
	claims, err := j.Genuine.Verify(ctx, now.Snapshot, at, e, brought)
	var missing *genuine.Missing
	switch {
	case errors.Is(err, genuine.ErrPlatform):
		return nil, release.Refuse(release.CodePlatform, "%v", err)
	case errors.Is(err, tee.ErrNotGenuine), errors.As(err, &missing):
		return nil, release.Refuse(release.CodeQuote, "%v", err)
	}
	return claims, err
}
