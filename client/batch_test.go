package client_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/protocol/grant"
)

// breaking is a gateway that spoils what it is told to from the second transaction on.
type breaking struct {
	client.Backend
	sending bool                       // it takes no transaction
	reading func(*types.Receipt) error // what it does to a receipt
	sent    map[common.Hash]int
}

var errBroken = errors.New("broken")

func (b *breaking) SendTransaction(ctx context.Context, tx *types.Transaction) error {
	if b.sending && len(b.sent) > 0 {
		return errBroken
	}
	b.sent[tx.Hash()] = len(b.sent)
	return b.Backend.SendTransaction(ctx, tx)
}

func (b *breaking) TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error) {
	r, err := b.Backend.TransactionReceipt(ctx, hash)
	if err != nil || b.reading == nil || b.sent[hash] != 1 {
		return r, err
	}
	changed := *r
	return &changed, b.reading(&changed)
}

// However a part of a batch fails, the error says what of the others is on record and what the ledger refused.
func TestBatchOfWhichAPartFails(t *testing.T) {
	ctx := t.Context()
	w := newWorld(t, nil)
	people := w.enrol(2*client.MaxBatch + 3)
	nonce := uint64(1)
	for name, c := range map[string]struct {
		gateway breaking
		applied int
		says    string
	}{
		"nothing fails": {breaking{}, 2*client.MaxBatch + 3 - 2, "refused 2 of"},
		"sending":       {breaking{sending: true}, client.MaxBatch - 1, "grants 600 to 1200: sending"},
		"a transaction, on chain": {breaking{reading: func(r *types.Receipt) error { r.Status = 0; return nil }},
			client.MaxBatch + 3 - 2, "grants 600 to 1200: transaction"},
		"a transaction, in silence": {breaking{reading: func(r *types.Receipt) error { r.Logs = nil; return nil }},
			client.MaxBatch + 3 - 2, "tells of 0 of them only"},
	} {
		t.Run(name, func(t *testing.T) {
			nonce++
			var signed []grant.Signed
			for i, p := range people {
				n := nonce
				if i == 7 || i == 2*client.MaxBatch+1 {
					n = 1 // which was used
				}
				g, err := w.story.Revocation(p, n)
				w.must(err)
				signed = append(signed, g)
			}
			gateway := &c.gateway
			gateway.Backend, gateway.sent = w.chain, make(map[common.Hash]int)
			sdk, err := client.New(ctx, gateway, chainID, w.client.Contracts())
			w.must(err)
			sender := sdk.Account(key(t, "custodian"))
			err = sdk.Batch(ctx, sender, w.story.Ledger, signed, false, nil)
			var refused *client.RefusedError
			if !errors.As(err, &refused) || refused.Applied != c.applied ||
				refused.Items[0].Pseudonym != people[7].Pseudonym ||
				!strings.Contains(err.Error(), c.says) {
				t.Fatalf("%v; %+v, want %d applied and %q", err, refused, c.applied, c.says)
			}
			if gateway.sending && !errors.Is(err, errBroken) {
				t.Errorf("%v does not tell the cause", err)
			}
		})
	}
}

// inFlight is a gateway that counts the transactions which were sent and not asked for yet.
type inFlight struct {
	client.Backend
	waiting map[common.Hash]bool
	most    int
}

func (c *inFlight) SendTransaction(ctx context.Context, tx *types.Transaction) error {
	c.waiting[tx.Hash()] = true
	c.most = max(c.most, len(c.waiting))
	return c.Backend.SendTransaction(ctx, tx)
}

func (c *inFlight) TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error) {
	delete(c.waiting, hash)
	return c.Backend.TransactionReceipt(ctx, hash)
}

// However many there are, no more transactions of an account are on their way than a node keeps of one.
func TestFewTransactionsAreInFlight(t *testing.T) {
	const parts, most = 40, 32
	w := newWorld(t, nil)
	people := w.enrol(1)
	used, err := w.story.Grant(people[0], actors.Consent{Nonce: 1}) // which the ledger refuses
	w.must(err)
	gateway := &inFlight{Backend: w.chain, waiting: make(map[common.Hash]bool)}
	sdk, err := client.New(t.Context(), gateway, chainID, w.client.Contracts())
	w.must(err)
	sender := sdk.Account(key(t, "custodian"))
	var refused *client.RefusedError
	err = sdk.Batch(t.Context(), sender, w.story.Ledger, slices.Repeat([]grant.Signed{used}, parts*client.MaxBatch),
		false,
		nil)
	if !errors.As(err, &refused) || len(refused.Items) != parts*client.MaxBatch || gateway.most != most {
		t.Errorf("a batch: %d of %d parts in flight; %.200v", gateway.most, parts, err)
	}

	gateway.most = 0
	ticket, err := grant.Ticket{Dataset: w.story.Dataset, Pseudonym: people[0].Pseudonym, ProofKey: common.Hash{1},
		Expiry: uint64(w.now.Add(time.Hour).Unix())}.Sign(w.client.LedgerDomain(w.story.Ledger), key(t, "custodian"))
	w.must(err)
	err = sdk.EnrolEach(t.Context(), sender, w.story.Ledger,
		slices.Repeat([]grant.Enrolment{{Grant: used, Ticket: ticket}}, parts))
	if !errors.As(err, &refused) || len(refused.Items) != parts || gateway.most != most {
		t.Errorf("one by one: %d of %d in flight; %.200v", gateway.most, parts, err)
	}
}
