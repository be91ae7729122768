package client

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/client/chain/account"
	"github.com/assent-network/assent/contracts/values"
	"github.com/assent-network/assent/protocol/grant"
)

const (
	// MaxBatch is how many grants go into one transaction of Batch: 120 kB of the 256 kB that a transaction may have.
	MaxBatch = 1_000
	// batchGas and itemGas are more than what a batch uses, and each grant in it. What is not used is not paid.
	batchGas = 200_000
	itemGas  = 45_000
)

// Grant records a grant or a revocation of an enrolled pseudonym. The relayer pays and learns nothing it could use.
func (c *Client) Grant(ctx context.Context, relayer *account.Account, ledger common.Address, g grant.Signed) (*types.Receipt, error) {
	receipt, err := relayer.Send(ctx, &ledger, nil, c.ledger.PackGrant(values.FromGrant(g.Grant), g.Signature[:]))
	if err != nil {
		return nil, fmt.Errorf("recording the grant of %s: %w", g.Grant.Pseudonym, err)
	}
	return receipt, nil
}

// Enrol records a first grant with the ticket that enrols its pseudonym.
func (c *Client) Enrol(ctx context.Context, relayer *account.Account, ledger common.Address, e grant.Enrolment) (*types.Receipt, error) {
	receipt, err := relayer.Send(ctx, &ledger, nil, c.ledger.PackEnrol(values.FromGrant(e.Grant.Grant), e.Grant.Signature[:],
		values.FromTicket(e.Ticket.Ticket), e.Ticket.Signature[:]))
	if err != nil {
		return nil, fmt.Errorf("enrolling %s: %w", e.Grant.Grant.Pseudonym, err)
	}
	return receipt, nil
}

// BatchResult is what came of a batch.
type BatchResult struct {
	Applied int               `json:"applied"`
	Refused map[string]string `json:"refused"` // by pseudonym, the reason
}

// refusals names the reasons of IConsentLedger.Refusal.
var refusals = [...]string{
	"none", "malformed", "late", "expired", "policy version", "not enrolled", "rotated away", "revoked by the custodian",
	"nonce not newer", "linkable", "signature",
}

// Batch records many grants of enrolled pseudonyms; with enrol set it enrols those that are not, which only the dataset's
// enroller can. Items that the ledger refuses are told of and hinder no others. progress, if set, is called with the
// number of grants that are final.
func (c *Client) Batch(ctx context.Context, sender *account.Account, ledger common.Address, grants []grant.Signed, enrol bool, progress func(done int)) (*BatchResult, error) {
	result := &BatchResult{Refused: make(map[string]string)}
	var pending []*types.Transaction
	var sizes []int
	for at := 0; at < len(grants); at += MaxBatch {
		part := grants[at:min(at+MaxBatch, len(grants))]
		var items []byte
		for _, g := range part {
			items = grant.AppendItem(items, g)
		}
		input := c.ledger.PackGrantBatch(items)
		if enrol {
			input = c.ledger.PackEnrolBatch(items)
		}
		gas := batchGas + itemGas*uint64(len(part))
		if at == 0 { // what is wrong with the first is wrong with all, and shows before anything is sent
			estimate, err := sender.EstimateGas(ctx, &ledger, nil, input)
			if err != nil {
				return nil, fmt.Errorf("recording grants %d to %d: %w", at, at+len(part), err)
			}
			gas = max(gas, estimate)
		}
		tx, err := sender.SubmitWithGas(ctx, &ledger, nil, input, gas)
		if err != nil {
			return nil, fmt.Errorf("recording grants %d to %d: %w", at, at+len(part), err)
		}
		pending, sizes = append(pending, tx), append(sizes, len(part))
	}
	done := 0
	for i, tx := range pending {
		receipt, err := sender.Wait(ctx, tx)
		if err != nil {
			return nil, err
		}
		if receipt.Status != types.ReceiptStatusSuccessful {
			return nil, fmt.Errorf("recording grants: transaction %s failed in round %d", tx.Hash(), receipt.BlockNumber)
		}
		result.Applied += sizes[i]
		for _, l := range receipt.Logs {
			e, err := c.ledger.UnpackConsentItemRefusedEvent(l)
			if err != nil || l.Address != ledger {
				continue
			}
			result.Applied--
			reason := fmt.Sprintf("reason %d", e.Reason)
			if int(e.Reason) < len(refusals) {
				reason = refusals[e.Reason]
			}
			result.Refused[e.Pseudonym.Hex()] = reason
		}
		if done += sizes[i]; progress != nil {
			progress(done)
		}
	}
	return result, nil
}

// Rotate moves a pseudonym's consent to another key.
func (c *Client) Rotate(ctx context.Context, relayer *account.Account, ledger common.Address, r grant.SignedRotation) (*types.Receipt, error) {
	receipt, err := relayer.Send(ctx, &ledger, nil, c.ledger.PackRotate(values.FromRotation(r.Rotation), r.FromSig[:], r.ToSig[:]))
	if err != nil {
		return nil, fmt.Errorf("rotating %s: %w", r.Rotation.From, err)
	}
	return receipt, nil
}

// RevokeFor revokes for subjects, as only the custodian can.
func (c *Client) RevokeFor(ctx context.Context, custodian *account.Account, ledger common.Address, pseudonyms []common.Address) (*types.Receipt, error) {
	receipt, err := custodian.Send(ctx, &ledger, nil, c.ledger.PackRevokeFor(pseudonyms))
	if err != nil {
		return nil, fmt.Errorf("revoking for %d subjects: %w", len(pseudonyms), err)
	}
	return receipt, nil
}

// Entry returns a pseudonym's entry in a ledger. One that was never enrolled has the zero entry.
func (c *Client) Entry(ctx context.Context, ledger, pseudonym common.Address) (grant.Entry, error) {
	now, err := c.Now(ctx)
	if err != nil {
		return grant.Entry{}, err
	}
	return now.Entry(ctx, ledger, pseudonym)
}
