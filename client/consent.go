package client

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/client/chain/account"
	"github.com/assent-network/assent/contracts/values"
	"github.com/assent-network/assent/protocol/grant"
)

const (
	// MaxBatch is how many grants go into one transaction of Batch: 92 kB of the 256 kB that a transaction may have,
	// and less gas than a gateway spends on a question.
	MaxBatch = 600
	// batchGas and itemGas are more than what a batch uses, and each grant in it. What is not used is not paid.
	batchGas = 200_000
	itemGas  = 72_000
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

// RefusedItem is an item of a call that the ledger left out.
type RefusedItem struct {
	Pseudonym common.Address `json:"pseudonym"` // as the call named it
	Reason    string         `json:"reason"`
}

// RefusedError says that the ledger left items of a call out. The others were applied, and stay so.
type RefusedError struct {
	Applied int           `json:"applied"`
	Items   []RefusedItem `json:"refused"`
}

func (e *RefusedError) Error() string {
	const shown = 5
	s := fmt.Sprintf("the ledger refused %d of %d", len(e.Items), e.Applied+len(e.Items))
	for i, item := range e.Items {
		if i == shown {
			return s + fmt.Sprintf(", and %d more", len(e.Items)-shown)
		}
		s += fmt.Sprintf(", %s: %s", item.Pseudonym, item.Reason)
	}
	return s
}

// refusals names the reasons of IConsentLedger.Refusal.
var refusals = [...]string{
	"none", "malformed", "undefined purpose, kind, class or conditions", "late", "expired", "policy version",
	"not enrolled",
	"rotated away", "revoked by the custodian", "nonce not newer", "linkable", "signature",
}

// refused are the items that a transaction's logs say were left out.
func (c *Client) refused(ledger common.Address, logs []*types.Log) (items []RefusedItem) {
	for _, l := range logs {
		if l.Address != ledger {
			continue
		}
		e, err := c.ledger.UnpackConsentItemRefusedEvent(l)
		if err != nil {
			continue // another event
		}
		reason := fmt.Sprintf("reason %d", e.Reason)
		if int(e.Reason) < len(refusals) {
			reason = refusals[e.Reason]
		}
		items = append(items, RefusedItem{e.Pseudonym, reason})
	}
	return items
}

// applied is how many items of a batch a transaction's logs say were applied.
func (c *Client) applied(ledger common.Address, logs []*types.Log) (n int) {
	for _, l := range logs {
		if l.Address != ledger {
			continue
		}
		if e, err := c.ledger.UnpackConsentBatchChangedEvent(l); err == nil {
			n += len(e.Changes) / grant.ChangeSize
		}
	}
	return n
}

// part is a transaction of a batch, which is on its way.
type part struct {
	from, to int // the grants in it
	tx       *types.Transaction
}

// Batch records many grants of enrolled pseudonyms; with enrol set it enrols those that are not, which only the
// dataset's enroller can. Items that the ledger refuses hinder no others; they are the *RefusedError that is returned,
// whatever else goes wrong. An error that keeps a part from being sent or known says how many grants are on record:
// what was sent before it is waited for. progress, if set, is called with the number of grants that are final.
func (c *Client) Batch(ctx context.Context, sender *account.Account, ledger common.Address, grants []grant.Signed,
	enrol bool, progress func(done int)) error {
	sent, sending := c.sendParts(ctx, sender, ledger, grants, enrol)
	refused, waiting := c.awaitParts(ctx, sender, ledger, sent, progress)
	err := errors.Join(waiting, sending)
	if err != nil {
		err = fmt.Errorf("recording %d grants, of which %d are on record: %w", len(grants), refused.Applied, err)
	}
	switch {
	case len(refused.Items) == 0:
		return err
	case err == nil:
		return fmt.Errorf("recording grants: %w", refused)
	}
	return fmt.Errorf("%w; %w", err, refused)
}

// sendParts sends a batch in parts, up to the first that cannot be sent.
func (c *Client) sendParts(ctx context.Context, sender *account.Account, ledger common.Address, grants []grant.Signed,
	enrol bool) (sent []part, err error) {
	for at := 0; at < len(grants); at += MaxBatch {
		p := part{from: at, to: min(at+MaxBatch, len(grants))}
		var items []byte
		for _, g := range grants[p.from:p.to] {
			items = grant.AppendItem(items, g)
		}
		input := c.ledger.PackGrantBatch(items)
		if enrol {
			input = c.ledger.PackEnrolBatch(items)
		}
		gas := batchGas + itemGas*uint64(p.to-p.from)
		if at == 0 { // what is wrong with the first is wrong with all, and shows before anything is sent
			estimate, err := sender.EstimateGas(ctx, &ledger, nil, input)
			if err != nil {
				return nil, fmt.Errorf("grants %d to %d: %w", p.from, p.to, err)
			}
			gas = max(gas, estimate)
		}
		if p.tx, err = sender.SubmitWithGas(ctx, &ledger, nil, input, gas); err != nil {
			return sent, fmt.Errorf("grants %d to %d: %w", p.from, p.to, err)
		}
		sent = append(sent, p)
	}
	return sent, nil
}

// awaitParts waits for the parts of a batch and tells what was applied and what was refused. A part that failed hinders
// no others; one of which the chain does not tell ends the waiting.
func (c *Client) awaitParts(ctx context.Context, sender *account.Account, ledger common.Address, sent []part,
	progress func(done int)) (*RefusedError, error) {
	var failures []error
	refused, done := new(RefusedError), 0
	for _, p := range sent {
		receipt, err := sender.Wait(ctx, p.tx)
		if err != nil {
			failures = append(failures, fmt.Errorf("what became of grants %d to %d is not known: %w", p.from,
				sent[len(sent)-1].to, err))
			break
		}
		if receipt.Status != types.ReceiptStatusSuccessful {
			failures = append(failures, fmt.Errorf("grants %d to %d: transaction %s failed in round %d", p.from, p.to,
				p.tx.Hash(), receipt.BlockNumber))
			continue
		}
		left, applied := c.refused(ledger, receipt.Logs), c.applied(ledger, receipt.Logs)
		refused.Items, refused.Applied = append(refused.Items, left...), refused.Applied+applied
		if applied+len(left) != p.to-p.from { // silence is no success
			failures = append(failures, fmt.Errorf("grants %d to %d: transaction %s tells of %d of them only", p.from,
				p.to, p.tx.Hash(), applied+len(left)))
			continue
		}
		if done += p.to - p.from; progress != nil {
			progress(done)
		}
	}
	return refused, errors.Join(failures...)
}

// Rotate moves a pseudonym's consent to another key.
func (c *Client) Rotate(ctx context.Context, relayer *account.Account, ledger common.Address, r grant.SignedRotation) (*types.Receipt, error) {
	receipt, err := relayer.Send(ctx, &ledger, nil, c.ledger.PackRotate(values.FromRotation(r.Rotation), r.FromSig[:], r.ToSig[:]))
	if err != nil {
		return nil, fmt.Errorf("rotating %s: %w", r.Rotation.From, err)
	}
	return receipt, nil
}

// Revoked is a person for whom the custodian revoked.
type Revoked struct {
	Pseudonym common.Address `json:"pseudonym"` // as the call named it
	Current   common.Address `json:"current"`   // what the person wore by then
	// Enrolled is false for who never enrolled: there was no consent to revoke, and from now on there can be none.
	Enrolled bool `json:"enrolled"`
}

// RevokeFor revokes for subjects, as only the custodian can: for the people who wear or wore the pseudonyms, whatever
// they rotated to. It returns those for whom it was done, and a *RefusedError when that is not all.
func (c *Client) RevokeFor(
	ctx context.Context, custodian *account.Account, ledger common.Address, pseudonyms []common.Address,
) ([]Revoked, error) {
	fail := func(err error) ([]Revoked, error) {
		return nil, fmt.Errorf("revoking for %d subjects: %w", len(pseudonyms), err)
	}
	receipt, err := custodian.Send(ctx, &ledger, nil, c.ledger.PackRevokeFor(pseudonyms))
	if err != nil {
		return fail(err)
	}
	revoked, err := c.revoked(ledger, receipt.Logs)
	if err != nil {
		return fail(err)
	}
	refused := c.refused(ledger, receipt.Logs)
	switch {
	case len(revoked)+len(refused) != len(pseudonyms): // silence is no success
		return fail(fmt.Errorf("transaction %s tells of %d of them only; look at each with: assent consent show",
			receipt.TxHash, len(revoked)+len(refused)))
	case len(refused) > 0:
		return revoked, fmt.Errorf("revoking for %d subjects: %w", len(pseudonyms),
			&RefusedError{Applied: len(revoked), Items: refused})
	}
	return revoked, nil
}

// revoked are those for whom a transaction's logs say that it was done. Each follows the event of its entry's change.
func (c *Client) revoked(ledger common.Address, logs []*types.Log) (revoked []Revoked, err error) {
	entries := map[common.Address]grant.Entry{}
	for _, l := range logs {
		if l.Address != ledger {
			continue
		}
		if e, err := c.ledger.UnpackConsentChangedEvent(l); err == nil {
			words := grant.Words{Entry: common.BigToHash(e.Entry), Origin: common.BigToHash(e.Origin)}
			if entries[e.Pseudonym], err = grant.Unpack(e.Pseudonym, words); err != nil {
				return nil, err
			}
		}
		if e, err := c.ledger.UnpackConsentRevokedForEvent(l); err == nil {
			revoked = append(revoked, Revoked{e.Pseudonym, e.Current, entries[e.Current].Enrolled})
		}
	}
	return revoked, nil
}

// Entry returns a pseudonym's entry in a ledger. One that was never enrolled has the zero entry.
func (c *Client) Entry(ctx context.Context, ledger, pseudonym common.Address) (grant.Entry, error) {
	now, err := c.Now(ctx)
	if err != nil {
		return grant.Entry{}, err
	}
	return now.Entry(ctx, ledger, pseudonym)
}

// EnrolEach records first grants, each with its ticket, in a transaction each, as any account can. Those that the ledger
// refuses hinder no others; they are the *RefusedError that is returned.
func (c *Client) EnrolEach(
	ctx context.Context, relayer *account.Account, ledger common.Address, all []grant.Enrolment,
) error {
	const window, gas = 100, 400_000
	refused := new(RefusedError)
	for at := 0; at < len(all); at += window {
		var sent []*types.Transaction
		var failed error
		part := all[at:min(at+window, len(all))]
		for _, e := range part {
			tx, err := relayer.SubmitWithGas(ctx, &ledger, nil, c.ledger.PackEnrol(values.FromGrant(e.Grant.Grant),
				e.Grant.Signature[:], values.FromTicket(e.Ticket.Ticket), e.Ticket.Signature[:]), gas)
			if err != nil {
				failed = fmt.Errorf("enrolling %s: %w", e.Grant.Grant.Pseudonym, err)
				break
			}
			sent = append(sent, tx)
		}
		for i, tx := range sent {
			receipt, err := relayer.Wait(ctx, tx)
			if err != nil {
				return fmt.Errorf("enrolling %d people, of whom %d are on record: %w", len(all), refused.Applied,
					errors.Join(failed, err))
			}
			if receipt.Status == types.ReceiptStatusSuccessful {
				refused.Applied++
				continue
			}
			refused.Items = append(refused.Items, RefusedItem{part[i].Grant.Grant.Pseudonym,
				"transaction " + tx.Hash().Hex() + " failed"})
		}
		if failed != nil {
			return fmt.Errorf("enrolling %d people, of whom %d are on record: %w", len(all), refused.Applied, failed)
		}
	}
	if len(refused.Items) > 0 {
		return fmt.Errorf("enrolling: %w", refused)
	}
	return nil
}
