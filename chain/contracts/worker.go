package contracts

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/pins"
	"github.com/assent-network/assent/tee/collateral"
)

// Worker returns a worker's record as it was written last. One that no one registered has a zero operator.
func (s *Snapshot) Worker(ctx context.Context, enclave common.Address) (Worker, error) {
	w := s.reader.workers
	record, err := call(ctx, s, "a worker", s.reader.contracts.WorkerRegistry, w.PackWorkerOf(enclave),
		w.UnpackWorkerOf)
	if errors.Is(err, solidity.ErrWorkerUnknown) {
		return Worker{}, nil
	}
	return toWorker(record), err
}

// CheckWorker judges a worker as the registry would now: that it is registered, not expired and not revoked, and that
// its evidence holds by the newest collateral and the network's floor. An error that is a *solidity.Error says why it
// does not.
func (s *Snapshot) CheckWorker(ctx context.Context, enclave common.Address) (Worker, error) {
	w := s.reader.workers
	record, err := call(ctx, s, "whether a worker is accepted", s.reader.contracts.WorkerRegistry, w.PackCheck(enclave),
		w.UnpackCheck)
	return toWorker(record), err
}

// CollateralRegistry returns the address of the registry whose collateral judges workers.
func (s *Snapshot) CollateralRegistry(ctx context.Context) (common.Address, error) {
	w := s.reader.workers
	return call(ctx, s, "the collateral registry", s.reader.contracts.WorkerRegistry, w.PackCollateral(),
		w.UnpackCollateral)
}

// Collateral returns the newest collateral for a place, as one container. It is empty when no one posted any.
func (s *Snapshot) Collateral(ctx context.Context, p collateral.Place) ([]byte, error) {
	at, err := s.CollateralRegistry(ctx)
	if err != nil {
		return nil, err
	}
	c := s.reader.collateral
	return call(ctx, s, "collateral", at, c.PackCollateralOf(p.Levels, p.Issuer), c.UnpackCollateralOf)
}

// RevocationLists returns the newest lists of a root and of an issuer under it, as a container without levels; the
// issuer is zero for AMD. It is empty unless every list that is wanted was posted.
func (s *Snapshot) RevocationLists(ctx context.Context, root, issuer common.Hash) ([]byte, error) {
	at, err := s.CollateralRegistry(ctx)
	if err != nil {
		return nil, err
	}
	c := s.reader.collateral
	return call(ctx, s, "revocation lists", at, c.PackListsOf(root, issuer), c.UnpackListsOf)
}

// Pins returns the document of pins that a policy names by its hash. Anyone can have posted it; *PinsError says why it
// cannot be gone by.
func (s *Snapshot) Pins(ctx context.Context, hash common.Hash) (*pins.Pins, []byte, error) {
	at, err := s.CollateralRegistry(ctx)
	if err != nil {
		return nil, nil, err
	}
	c := s.reader.collateral
	b, err := call(ctx, s, "a document of pins", at, c.PackPinsOf(hash), c.UnpackPinsOf)
	if err != nil {
		return nil, nil, err
	}
	if len(b) == 0 {
		return nil, nil, &PinsError{Hash: hash,
			Err: errors.New("it is not on chain; the custodian posts it: assent dataset set-policy --pins")}
	}
	p, err := pins.Open(b, hash)
	if err != nil {
		return nil, nil, &PinsError{Hash: hash, Err: err}
	}
	return p, b, nil
}

// PinsError says why a document of pins cannot be gone by: then no quote keeps to it.
type PinsError struct {
	Hash common.Hash
	Err  error
}

func (e *PinsError) Error() string { return fmt.Sprintf("the document %s of pins: %v", e.Hash, e.Err) }

// Unwrap returns the cause.
func (e *PinsError) Unwrap() error { return e.Err }

// CollateralVersion returns how new the collateral for a place is. Parts that no one posted are zero.
func (s *Snapshot) CollateralVersion(ctx context.Context, p collateral.Place) (collateral.Version, error) {
	at, err := s.CollateralRegistry(ctx)
	if err != nil {
		return collateral.Version{}, err
	}
	c := s.reader.collateral
	stamps, err := call(ctx, s, "the age of collateral", at, c.PackStampsOf(p.Levels, p.Issuer), c.UnpackStampsOf)
	if err != nil {
		return collateral.Version{}, err
	}
	return collateral.Version{
		TCBInfo: stamp(stamps.TcbInfo), QEIdentity: stamp(stamps.QeIdentity), RootCRL: stamp(stamps.RootList),
		PCKCRL: stamp(stamps.IssuerList),
	}, nil
}

// stamp reads a part's stamp; one that is absent has no date.
func stamp(s bindings.IAttestationStamp) collateral.Stamp {
	if s.IssuedAt == 0 {
		return collateral.Stamp{}
	}
	return collateral.Stamp{Number: new(big.Int).Set(s.Number), IssuedAt: time.Unix(int64(s.IssuedAt), 0).UTC()}
}

// NewerCollateral returns what of a container the chain would take: its units that are newer than those that were
// posted. It returns nothing when there are none.
func (s *Snapshot) NewerCollateral(ctx context.Context, container []byte) ([]byte, error) {
	units, err := collateral.Split(container)
	if err != nil {
		return nil, err
	}
	at, err := s.CollateralRegistry(ctx)
	if err != nil {
		return nil, err
	}
	// The registry refuses a container for its first part that is older; without its unit the others may be newer.
	const kinds = 3
	for range kinds + 1 {
		_, err := s.caller(ctx, at, s.reader.collateral.PackPost(units.Container()))
		var refusal *solidity.Error
		switch {
		case err == nil:
			return units.Container(), nil
		case errors.Is(err, solidity.ErrCollateralNotNewer):
			return nil, nil
		case errors.Is(err, solidity.ErrCollateralEarly):
			units = units.Without(true, false, false)
		case errors.Is(err, solidity.ErrCollateralBackwards) && errors.As(err, &refusal):
			part := refusal.Args["part"]
			units = units.Without(part == "TCB info" || part == "QE identity", part == "root list",
				part == "issuer list")
		default:
			return nil, fmt.Errorf("trying to post collateral in round %d: %w", s.Round.Number, err)
		}
	}
	return nil, nil
}

// Floor returns how healthy the network wants platforms to be.
func (s *Snapshot) Floor(ctx context.Context) (Floor, error) {
	w := s.reader.workers
	f, err := call(ctx, s, "the floor for platforms", s.reader.contracts.WorkerRegistry, w.PackFloor(), w.UnpackFloor)
	return Floor{Statuses: f.Statuses, Evaluation: f.Evaluation, TCBDate: f.TcbDate, Versions: f.Versions,
		CollateralAge: f.CollateralAge}, err
}
