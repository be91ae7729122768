package client

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/pins"
)

// Worker is a registered enclave as the chain judges it now.
type Worker struct {
	Enclave common.Address
	contracts.Worker
	// Refused says why the chain does not accept it; empty when it does.
	Refused string
}

// Workers returns all enclaves that were ever registered, in the order of their registrations.
func (c *Client) Workers(ctx context.Context) ([]Worker, error) {
	w := bindings.NewWorkerRegistry()
	logs, err := c.logs(ctx, 0, ethereum.FilterQuery{
		Addresses: []common.Address{c.contracts.WorkerRegistry},
		Topics:    [][]common.Hash{{w.GetABI().Events["WorkerRegistered"].ID}},
	})
	if err != nil {
		return nil, fmt.Errorf("reading the registrations of workers: %w", err)
	}
	var out []Worker
	for i := range logs {
		e, err := w.UnpackWorkerRegisteredEvent(&logs[i])
		if err != nil {
			return nil, fmt.Errorf("reading the registrations of workers: %w", err)
		}
		worker, err := c.Worker(ctx, e.Enclave)
		if err != nil {
			return nil, err
		}
		out = append(out, *worker)
	}
	return out, nil
}

// ErrNoWorker says that an enclave is not registered.
var ErrNoWorker = errors.New("no such enclave is registered")

// Worker returns an enclave as the chain judges it now, or ErrNoWorker.
func (c *Client) Worker(ctx context.Context, enclave common.Address) (*Worker, error) {
	now, err := c.Now(ctx)
	if err != nil {
		return nil, err
	}
	record, err := now.CheckWorker(ctx, enclave)
	if err == nil {
		return &Worker{Enclave: enclave, Worker: record}, nil
	}
	var refusal *solidity.Error
	if !errors.As(err, &refusal) {
		return nil, err
	}
	if record, err = now.Worker(ctx, enclave); err != nil {
		return nil, err
	}
	if record.Operator == (common.Address{}) {
		return nil, fmt.Errorf("%w: %s", ErrNoWorker, enclave)
	}
	return &Worker{Enclave: enclave, Worker: record, Refused: refusal.Error()}, nil
}

// RevokeWorker revokes an enclave for good. The account is its operator, or the network's owner.
func (c *Client) RevokeWorker(ctx context.Context, by *account.Account,
	enclave common.Address) (*types.Receipt, error) {
	receipt, err := by.Send(ctx, &c.contracts.WorkerRegistry, nil, bindings.NewWorkerRegistry().PackRevoke(enclave))
	if err != nil {
		return nil, fmt.Errorf("revoking enclave %s: %w", enclave, err)
	}
	return receipt, nil
}

// Floor returns how healthy the network wants platforms to be.
func (c *Client) Floor(ctx context.Context) (contracts.Floor, error) {
	now, err := c.Now(ctx)
	if err != nil {
		return contracts.Floor{}, err
	}
	return now.Floor(ctx)
}

// SetFloor says how healthy the network wants platforms to be, from now on. The account is the network's owner.
func (c *Client) SetFloor(ctx context.Context, owner *account.Account,
	floor contracts.Floor) (*types.Receipt, error) {
	call := bindings.NewWorkerRegistry().PackSetFloor(bindings.IWorkerRegistryFloor{
		Statuses: floor.Statuses, Evaluation: floor.Evaluation, TcbDate: floor.TCBDate, Versions: floor.Versions,
		CollateralAge: floor.CollateralAge,
	})
	receipt, err := owner.Send(ctx, &c.contracts.WorkerRegistry, nil, call)
	if err != nil {
		return nil, fmt.Errorf("setting the floor for platforms: %w", err)
	}
	return receipt, nil
}

// PostPins posts a document of pins, unless the chain has it. Anyone may.
func (c *Client) PostPins(ctx context.Context, by *account.Account, document []byte) error {
	if _, err := pins.Parse(document); err != nil {
		return err
	}
	now, err := c.Now(ctx)
	if err != nil {
		return err
	}
	_, _, err = now.Pins(ctx, pins.HashOf(document))
	var unread *contracts.PinsError
	if !errors.As(err, &unread) {
		return err
	}
	at, err := now.CollateralRegistry(ctx)
	if err != nil {
		return err
	}
	if _, err := by.Send(ctx, &at, nil, bindings.NewCollateralRegistry().PackPostPins(document)); err != nil {
		return fmt.Errorf("posting the document %s of pins: %w", pins.HashOf(document), err)
	}
	return nil
}

// hasPins checks, before a policy is set, that everyone can read the pins that it names. Those of the image it posts.
func (c *Client) hasPins(ctx context.Context, by *account.Account, hash common.Hash) error {
	if hash == (common.Hash{}) {
		return nil
	}
	image, err := pins.Image().Marshal()
	if err != nil {
		return err
	}
	if pins.HashOf(image) == hash {
		return c.PostPins(ctx, by, image)
	}
	now, err := c.Now(ctx)
	if err != nil {
		return err
	}
	_, _, err = now.Pins(ctx, hash)
	return err
}

// ErrCollateralNotNewer says that the chain has collateral at least as new.
var ErrCollateralNotNewer = errors.New("the chain has collateral that is as new, or newer")

// PostCollateral posts what of a container is newer than the chain's, or returns ErrCollateralNotNewer. Anyone may.
func (c *Client) PostCollateral(ctx context.Context, by *account.Account, container []byte) (*types.Receipt, error) {
	now, err := c.Now(ctx)
	if err != nil {
		return nil, err
	}
	newer, err := now.NewerCollateral(ctx, container)
	if err != nil {
		return nil, err
	}
	if newer == nil {
		return nil, ErrCollateralNotNewer
	}
	at, err := now.CollateralRegistry(ctx)
	if err != nil {
		return nil, err
	}
	receipt, err := by.Send(ctx, &at, nil, bindings.NewCollateralRegistry().PackPost(newer))
	if errors.Is(err, solidity.ErrCollateralNotNewer) {
		return nil, ErrCollateralNotNewer
	}
	if err != nil {
		return nil, fmt.Errorf("posting collateral: %w", err)
	}
	return receipt, nil
}
