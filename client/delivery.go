package client

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/result"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/signature"
)

// ErrNoResult says that a job has no sealed result: not yet, or it ended without one.
var ErrNoResult = errors.New("the job has no result")

// ErrNotOpened says that a job's result is sealed, and the enclave has not given away the key that opens it yet.
var ErrNotOpened = errors.New("the result is sealed and not opened yet")

// ErrElsewhere says that a result is too large for the chain: archives have the ciphertext, and it was not given.
var ErrElsewhere = errors.New("the encrypted result is not on chain")

// Delivery is what a worker delivered for a job.
type Delivery struct {
	Receipt    receipt.Signed `json:"receipt"`
	ID         common.Hash    `json:"id"`
	Ciphertext []byte         `json:"-"` // nil when it is too large for the chain and was not attached
	// Held are the signatures of the Archives that hold a ciphertext which is too large for the chain.
	Held     []signature.Signature `json:"held,omitempty"`
	Archives []common.Address      `json:"archives,omitempty"`
	Round    uint64                `json:"round,string"` // of the receipt
	// Opening is the key that opens the ciphertext; nil as long as it is sealed.
	Opening *opening.Key `json:"-"`
}

// Delivery returns a job's signed receipt and ciphertext, and the key that opens it if it was given away, after
// checking that the enclave's signature, the market's record and the hashes agree.
func (c *Client) Delivery(ctx context.Context, id common.Hash) (*Delivery, error) {
	now, err := c.Now(ctx)
	if err != nil {
		return nil, err
	}
	recorded, err := now.Receipt(ctx, id)
	if err != nil {
		return nil, err
	}
	j, err := now.Job(ctx, id)
	if err != nil {
		return nil, err
	}
	if j.State() == job.None {
		return nil, fmt.Errorf("%w: %s", ErrNoJob, id)
	}
	if recorded == (common.Hash{}) {
		return nil, fmt.Errorf("%w: %s is %s", ErrNoResult, id, j.State())
	}
	d, err := c.sealedResult(ctx, j)
	if err != nil {
		return nil, err
	}
	if err := d.Receipt.Verify(c.MarketDomain()); err != nil {
		return nil, fmt.Errorf("checking the receipt of job %s: %w", id, err)
	}
	d.ID = recorded
	if d.Receipt.ID(c.MarketDomain()) != recorded || d.Receipt.Job != id {
		return nil, fmt.Errorf("checking the receipt of job %s: the gateway's receipt is not the one on record", id)
	}
	if d.Large() {
		p, err := now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion)
		if err != nil {
			return nil, err
		}
		if err := d.VerifyHeld(c.MarketDomain(), p); err != nil {
			return nil, fmt.Errorf("checking who holds the result of job %s: %w", id, err)
		}
	} else if err := d.Receipt.VerifyCiphertext(d.Ciphertext); err != nil {
		return nil, fmt.Errorf("checking the result of job %s, as the gateway has it: %w", id, err)
	}
	if j.State() == job.Done {
		d.Opening, err = c.openingOf(ctx, j, d)
	}
	return d, err
}

// Large reports whether the ciphertext is too large for the chain.
func (d *Delivery) Large() bool { return d.Receipt.Size > job.MaxCiphertext }

// VerifyHeld checks that as many archives as a policy wants signed that they hold the ciphertext, and notes which.
func (d *Delivery) VerifyHeld(domain eip712.Domain, p policy.Policy) error {
	r := d.Receipt.Receipt
	held := receipt.Held{Job: r.Job, Ciphertext: r.Ciphertext, Size: r.Size}
	var err error
	d.Archives, err = held.Verify(domain, p.Archives, p.ArchivesNeeded, d.Held)
	return err
}

// Attach adds the ciphertext of a result that is too large for the chain, after checking that it is the one that the
// receipt names.
func (d *Delivery) Attach(ciphertext []byte) error {
	if err := d.Receipt.VerifyCiphertext(ciphertext); err != nil {
		return fmt.Errorf("attaching the encrypted result of job %s: %w", d.Receipt.Job, err)
	}
	d.Ciphertext = ciphertext
	return nil
}

// sealedResult reads what the market's events have of a sealed result.
func (c *Client) sealedResult(ctx context.Context, j *contracts.Job) (*Delivery, error) {
	sealing, err := c.marketLogs(ctx, "JobSealed", j.ID, j.ChargeRound) // which comes before
	if err != nil {
		return nil, err
	}
	if len(sealing) != 1 {
		return nil, fmt.Errorf("reading the result of job %s: the gateway tells of %d receipts", j.ID, len(sealing))
	}
	e, err := c.market.UnpackJobSealedEvent(&sealing[0])
	if err != nil {
		return nil, fmt.Errorf("reading the receipt of job %s: %w", j.ID, err)
	}
	d := &Delivery{Receipt: receipt.Signed{Receipt: solidity.ToReceipt(e.Content)}, Round: sealing[0].BlockNumber}
	if d.Receipt.Signature, err = signature.Parse(e.Signature); err != nil {
		return nil, fmt.Errorf("reading the receipt of job %s: %w", j.ID, err)
	}
	if d.Large() {
		d.Held, err = c.heldBy(ctx, &sealing[0], j.ID)
		return d, err
	}
	delivered, err := c.marketLogs(ctx, "ResultDelivered", j.ID, j.ChargeRound)
	if err != nil {
		return nil, err
	}
	if len(delivered) != 1 {
		return nil, fmt.Errorf("reading the result of job %s: the gateway tells of %d results", j.ID, len(delivered))
	}
	r, err := c.market.UnpackResultDeliveredEvent(&delivered[0])
	if err != nil {
		return nil, fmt.Errorf("reading the result of job %s: %w", j.ID, err)
	}
	d.Ciphertext = r.Ciphertext
	return d, nil
}

// heldBy reads the signatures of the archives from the transaction that sealed a result by its hash: the market's event
// names the archives only.
func (c *Client) heldBy(ctx context.Context, sealing *types.Log, id common.Hash) ([]signature.Signature, error) {
	fail := func(err error) ([]signature.Signature, error) {
		return nil, fmt.Errorf("reading who holds the result of job %s, from transaction %s: %w", id, sealing.TxHash,
			err)
	}
	tx, _, err := c.backend.TransactionByHash(ctx, sealing.TxHash)
	if err != nil {
		return fail(err)
	}
	method := c.market.GetABI().Methods["sealByHash"]
	input := tx.Data()
	if tx.To() == nil || *tx.To() != c.contracts.JobMarket || !bytes.HasPrefix(input, method.ID) {
		return fail(
			errors.New(
				"it calls another contract, which called the market; this version reads calls of the market alone"))
	}
	args, err := method.Inputs.Unpack(input[len(method.ID):])
	if err != nil {
		return fail(err)
	}
	raw, ok := args[len(args)-1].([][]byte)
	if !ok {
		return fail(errors.New("internal error: the call's last argument is no list of signatures"))
	}
	held := make([]signature.Signature, len(raw))
	for i, b := range raw {
		if held[i], err = signature.Parse(b); err != nil {
			return fail(fmt.Errorf("signature %d: %w", i, err))
		}
	}
	return held, nil
}

// openingOf reads the key that opens a delivery.
func (c *Client) openingOf(ctx context.Context, j *contracts.Job, d *Delivery) (*opening.Key, error) {
	r := d.Receipt.Receipt
	opened, err := c.marketLogs(ctx, "ResultOpened", r.Job, j.ChargeRound) // which comes before
	if err != nil {
		return nil, err
	}
	for i := range opened {
		e, err := c.market.UnpackResultOpenedEvent(&opened[i])
		if err == nil && r.VerifyOpening(e.Key) == nil {
			key := opening.Key(e.Key)
			return &key, nil
		}
	}
	return nil, fmt.Errorf("reading the result of job %s: the gateway has no key that opens it", r.Job)
}

// Result opens a delivery with the researcher's key and returns the plaintext, which the receipt commits to.
func (d *Delivery) Result(key sealed.PrivateKey) ([]byte, error) {
	id := d.Receipt.Job
	if err := d.Receipt.Unknown(); err != nil {
		return nil, fmt.Errorf("opening the result of job %s: %w", id, err)
	}
	if d.Opening == nil {
		return nil, fmt.Errorf("%w: job %s", ErrNotOpened, id)
	}
	if d.Ciphertext == nil {
		return nil, fmt.Errorf("%w: job %s: %d bytes, held by the archives %v", ErrElsewhere, id,
			d.Receipt.Size, d.Archives)
	}
	plain, err := result.Open(key, *d.Opening, d.Receipt.Receipt, d.Ciphertext)
	if err != nil {
		return nil, fmt.Errorf("opening the result of job %s: %w", id, err)
	}
	return plain, nil
}
