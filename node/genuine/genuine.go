// Package genuine says whether evidence of a TEE is genuine, by the revocation lists that are on chain.
//
// The party that is judged has no say in which certificates are revoked. It may bring levels, the vendor's statements
// on firmware, where the chain has none or older ones. Without lists on chain nothing is genuine: a party that wants to
// be believed posts them, and then they count for all. Key releases, hand-overs, registrations and people who ask a
// broker what it is all judge here.
package genuine

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/runtime/attestation"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
)

// ErrPlatform is wrapped when no verifier reads a platform's quotes.
var ErrPlatform = errors.New("quotes of this platform are not verified here")

// Missing says what of a quote's collateral the chain does not have. The operator of the attested machine has it from
// the vendor, and anyone may post it.
type Missing struct {
	Lists  bool        // the revocation lists; otherwise the levels
	Root   common.Hash // zero when the quote does not say
	Issuer common.Hash // zero for AMD
}

func (m *Missing) Error() string {
	if !m.Lists {
		return "neither the chain nor the machine has collateral for its platform; the machine's operator gets it " +
			"from the vendor and posts it with: assent collateral post"
	}
	return fmt.Sprintf("the chain has no revocation lists of root %s and issuer %s, and no others count; the "+
		"machine's operator gets them from the vendor and posts them with: assent collateral post", m.Root, m.Issuer)
}

// Verifier verifies evidence. It is safe for concurrent use.
type Verifier struct {
	platforms []tee.Verifier
	roots     tee.Roots
}

// New returns a verifier for the roots that a network names, with one verifier for each platform.
func New(platforms []tee.Verifier, roots tee.Roots) (*Verifier, error) {
	if len(platforms) == 0 || len(roots) == 0 {
		return nil, errors.New("no attestation root or verifier is configured, so that no quote could be genuine")
	}
	return &Verifier{platforms: platforms, roots: roots}, nil
}

// Roots are the IDs of the roots.
func (v *Verifier) Roots() []common.Hash {
	ids := make([]common.Hash, 0, len(v.roots))
	for _, r := range v.roots {
		ids = append(ids, tee.RootID(r))
	}
	return ids
}

// Verify says what the quote in evidence claims at a time, by the chain's collateral in a verified round; brought,
// which may be empty, is what the judged party has. The error is a *Missing, a *tee.Refusal, wraps ErrPlatform, or says
// that the round could not be read.
func (v *Verifier) Verify(
	ctx context.Context, now *contracts.Snapshot, at time.Time, e tee.Evidence, brought []byte,
) (*tee.Claims, error) {
	i := slices.IndexFunc(v.platforms, func(p tee.Verifier) bool { return p.Platform() == e.Platform })
	if i < 0 {
		return nil, fmt.Errorf("%w: %s", ErrPlatform, e.Platform)
	}
	container, err := v.collateral(ctx, now, at, e, brought)
	if err != nil {
		return nil, err
	}
	return v.platforms[i].Verify(e.Quote, container, v.roots, at)
}

// collateral puts together what evidence is judged by: the chain's lists in every case, and the levels of the chain, or
// those that were brought when they follow the chain's part by part.
func (v *Verifier) collateral(
	ctx context.Context, now *contracts.Snapshot, at time.Time, e tee.Evidence, brought []byte,
) ([]byte, error) {
	place, err := attestation.Locate(e, v.roots)
	if err != nil {
		return nil, err
	}
	posted, err := now.Collateral(ctx, place)
	if err != nil {
		return nil, err
	}
	own, failed := v.levels(brought, place, at)
	var levels []byte // in place of the chain's
	switch {
	case len(posted) > 0 && own != nil:
		have, err := now.CollateralVersion(ctx, place)
		if err != nil {
			return nil, err
		}
		if own.Version.Follows(collateral.Version{TCBInfo: have.TCBInfo, QEIdentity: have.QEIdentity}) == nil {
			levels = own.Units.Levels
		}
	case len(posted) > 0:
	case own != nil:
		if posted, err = now.RevocationLists(ctx, own.Root, place.Issuer); err != nil {
			return nil, err
		}
		if len(posted) == 0 {
			return nil, &Missing{Lists: true, Root: own.Root, Issuer: place.Issuer}
		}
		levels = own.Units.Levels
	case failed != nil:
		return nil, failed
	default:
		return nil, &Missing{Issuer: place.Issuer}
	}
	units, err := collateral.Split(posted)
	if err != nil {
		return nil, fmt.Errorf("the collateral on chain: %w", err)
	}
	if !units.HasLists() {
		missing := &Missing{Lists: true, Issuer: place.Issuer}
		if o, err := attestation.Inspect(posted, v.roots, at); err == nil {
			missing.Root = o.Root
		}
		return nil, missing
	}
	if levels != nil {
		units.Levels = levels
	}
	return units.Container(), nil
}

// levels reads the levels of a container and nothing else of it. They are nil when there are none, or none that hold
// for the place now; the error says why.
func (v *Verifier) levels(container []byte, place collateral.Place, at time.Time) (*attestation.Contents, error) {
	if len(container) == 0 {
		return nil, nil
	}
	units, err := collateral.Split(container)
	if err != nil {
		return nil, &tee.Refusal{Step: tee.StepCollateral, Err: err}
	}
	o, err := attestation.Inspect(units.Without(false, true, true).Container(), v.roots, at)
	if err != nil {
		return nil, err
	}
	if o.Place.Levels != place.Levels {
		return nil, &tee.Refusal{
			Step: tee.StepPlatform, Err: errors.New("the collateral that was brought is of another platform"),
		}
	}
	return o, nil
}
