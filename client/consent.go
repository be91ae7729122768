package client

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/grant"
)

const (
	// MaxBatch is how many grants go into one transaction of Batch: 92 kB of the 256 kB that a transaction may have,
	// and less gas than a gateway spends on a question.
	MaxBatch = 600
	// batchGas and itemGas are more than what a batch uses, and each grant in it. What is not used is not paid.
	batchGas = 200_000
	itemGas  = 72_000
	// inFlight is how many transactions of an account are on their way at a time: half of those that a node keeps ahead
	// of an account's nonce, and more than rounds take while the next ones are sent.
	inFlight = 32
)

// Grant records a grant or a revocation of an enrolled pseudonym. The relayer pays and learns nothing it could use.
func (c *Client) Grant(ctx context.Context, relayer *account.Account, ledger common.Address,
	g grant.Signed) (*types.Receipt, error) {
	receipt, err := relayer.Send(ctx, &ledger, nil, c.ledger.PackGrant(solidity.FromGrant(g.Grant), g.Signature[:]))
	if err != nil {
		return nil, fmt.Errorf("recording the grant of %s: %w", g.Grant.Pseudonym, err)
	}
	return receipt, nil
}

// Enrol records a first grant with the ticket that enrols its pseudonym.
func (c *Client) Enrol(ctx context.Context, relayer *account.Account, ledger common.Address,
	e grant.Enrolment) (*types.Receipt, error) {
	receipt, err := relayer.Send(ctx, &ledger, nil,
		c.ledger.PackEnrol(solidity.FromGrant(e.Grant.Grant), e.Grant.Signature[:],
			solidity.FromTicket(e.Ticket.Ticket), e.Ticket.Signature[:]))
	if err != nil {
		return nil, fmt.Errorf("enrolling %s: %w", e.Grant.Pseudonym, err)
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
	b := &batch{c: c, sender: sender, ledger: ledger, progress: progress}
	sending := b.send(ctx, grants, enrol)
	for len(b.waiting) > 0 {
		b.await(ctx)
	}
	err := errors.Join(errors.Join(b.failures...), sending)
	if err != nil {
		err = fmt.Errorf("recording %d grants, of which %d are on record: %w", len(grants), b.refused.Applied, err)
	}
	switch {
	case len(b.refused.Items) == 0:
		return err
	case err == nil:
		return fmt.Errorf("recording grants: %w", &b.refused)
	}
	return fmt.Errorf("%w; %w", err, &b.refused)
}

// batch is a batch that is on its way.
type batch struct {
	c        *Client
	sender   *account.Account
	ledger   common.Address
	progress func(done int)
	waiting  []part // sent, the oldest first
	done     int
	refused  RefusedError
	failures []error
}

// send sends a batch in parts, up to the first that cannot be sent. It waits for the oldest when inFlight are on their
// way, and ends when nothing is known of one.
func (b *batch) send(ctx context.Context, grants []grant.Signed, enrol bool) error {
	for at := 0; at < len(grants); at += MaxBatch {
		if len(b.waiting) == inFlight && !b.await(ctx) {
			return nil
		}
		p := part{from: at, to: min(at+MaxBatch, len(grants))}
		var items []byte
		for _, g := range grants[p.from:p.to] {
			items = grant.AppendItem(items, g)
		}
		input := b.c.ledger.PackGrantBatch(items)
		if enrol {
			input = b.c.ledger.PackEnrolBatch(items)
		}
		gas := batchGas + itemGas*uint64(p.to-p.from)
		if at == 0 { // what is wrong with the first is wrong with all, and shows before anything is sent
			estimate, err := b.sender.EstimateGas(ctx, &b.ledger, nil, input)
			if err != nil {
				return fmt.Errorf("grants %d to %d: %w", p.from, p.to, err)
			}
			gas = max(gas, estimate)
		}
		var err error
		if p.tx, err = b.sender.SubmitWithGas(ctx, &b.ledger, nil, input, gas); err != nil {
			return fmt.Errorf("grants %d to %d: %w", p.from, p.to, err)
		}
		b.waiting = append(b.waiting, p)
	}
	return nil
}

// await waits for the oldest part and tells what was applied and what was refused. A part that failed hinders no
// others; when the chain does not tell of one, it is false, and no other is waited for.
func (b *batch) await(ctx context.Context) (known bool) {
	p := b.waiting[0]
	receipt, err := b.sender.Wait(ctx, p.tx)
	if err != nil {
		b.failures = append(b.failures, fmt.Errorf("what became of grants %d to %d is not known: %w", p.from,
			b.waiting[len(b.waiting)-1].to, err))
		b.waiting = nil
		return false
	}
	b.waiting = b.waiting[1:]
	if receipt.Status != types.ReceiptStatusSuccessful {
		b.failures = append(b.failures, fmt.Errorf("grants %d to %d: transaction %s failed in round %d", p.from, p.to,
			p.tx.Hash(), receipt.BlockNumber))
		return true
	}
	left, applied := b.c.refused(b.ledger, receipt.Logs), b.c.applied(b.ledger, receipt.Logs)
	b.refused.Items, b.refused.Applied = append(b.refused.Items, left...), b.refused.Applied+applied
	if applied+len(left) != p.to-p.from { // silence is no success
		b.failures = append(b.failures, fmt.Errorf("grants %d to %d: transaction %s tells of %d of them only", p.from,
			p.to, p.tx.Hash(), applied+len(left)))
		return true
	}
	if b.done += p.to - p.from; b.progress != nil {
		b.progress(b.done)
	}
	return true
}

// Rotate moves a pseudonym's consent to another key.
func (c *Client) Rotate(ctx context.Context, relayer *account.Account, ledger common.Address,
	r grant.SignedRotation) (*types.Receipt, error) {
	receipt, err := relayer.Send(ctx, &ledger, nil,
		c.ledger.PackRotate(solidity.FromRotation(r.Rotation), r.FromSig[:], r.ToSig[:]))
	if err != nil {
		return nil, fmt.Errorf("rotating %s: %w", r.From, err)
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

// EnrolEach records first grants, each with its ticket, in a transaction each, as any account can. Those that the
// ledger refuses hinder no others; they are the *RefusedError that is returned.
func (c *Client) EnrolEach(
	ctx context.Context, relayer *account.Account, ledger common.Address, all []grant.Enrolment,
) error {
	const gas = 400_000
	refused := new(RefusedError)
	fail := func(err error) error {
		return fmt.Errorf("enrolling %d people, of whom %d are on record: %w", len(all), refused.Applied, err)
	}
	var waiting []*types.Transaction // of those before next
	next := 0
	await := func() error {
		tx, of := waiting[0], all[next-len(waiting)]
		receipt, err := relayer.Wait(ctx, tx)
		if err != nil {
			return err
		}
		waiting = waiting[1:]
		if receipt.Status == types.ReceiptStatusSuccessful {
			refused.Applied++
			return nil
		}
		refused.Items = append(refused.Items, RefusedItem{of.Grant.Pseudonym,
			"transaction " + tx.Hash().Hex() + " failed"})
		return nil
	}
	var failed error
	for ; next < len(all); next++ {
		if len(waiting) == inFlight {
			if err := await(); err != nil {
				return fail(err)
			}
		}
		e := all[next]
		tx, err := relayer.SubmitWithGas(ctx, &ledger, nil, c.ledger.PackEnrol(solidity.FromGrant(e.Grant.Grant),
			e.Grant.Signature[:], solidity.FromTicket(e.Ticket.Ticket), e.Ticket.Signature[:]), gas)
		if err != nil {
			failed = fmt.Errorf("enrolling %s: %w", e.Grant.Pseudonym, err)
			break
		}
		waiting = append(waiting, tx)
	}
	for len(waiting) > 0 {
		if err := await(); err != nil {
			return fail(errors.Join(failed, err))
		}
	}
	if failed != nil {
		return fail(failed)
	}
	if len(refused.Items) > 0 {
		return fmt.Errorf("enrolling: %w", refused)
	}
	return nil
}
