package client

import (
	"bytes"
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/view"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/grant"
)

// Pseudonyms returns everybody whose entry in a ledger ever changed, in ascending order, from the ledger's events.
func (c *Client) Pseudonyms(ctx context.Context, ledger common.Address) ([]common.Address, error) {
	abi := c.ledger.GetABI()
	logs, err := c.backend.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int), Addresses: []common.Address{ledger},
		Topics: [][]common.Hash{{abi.Events["ConsentChanged"].ID, abi.Events["ConsentBatchChanged"].ID}},
	})
	if err != nil {
		return nil, fmt.Errorf("reading the events of ledger %s: %w", ledger, err)
	}
	seen := map[common.Address]bool{}
	for i := range logs {
		if e, err := c.ledger.UnpackConsentChangedEvent(&logs[i]); err == nil {
			seen[e.Pseudonym] = true
			continue
		}
		e, err := c.ledger.UnpackConsentBatchChangedEvent(&logs[i])
		if err != nil || len(e.Changes)%grant.ChangeSize != 0 {
			return nil, fmt.Errorf("reading the events of ledger %s: one in transaction %s is not as this version knows them", ledger, logs[i].TxHash)
		}
		for at := 0; at < len(e.Changes); at += grant.ChangeSize {
			seen[common.Address(e.Changes[at:at+common.AddressLength])] = true
		}
	}
	list := make([]common.Address, 0, len(seen))
	for p := range seen {
		list = append(list, p)
	}
	slices.SortFunc(list, func(a, b common.Address) int { return bytes.Compare(a[:], b[:]) })
	return list, nil
}

// LiveGrants counts the grants of a dataset that count today for anything at all: those that a policy voids which asks more.
func (c *Client) LiveGrants(ctx context.Context, now *view.Snapshot, id common.Hash) (int, error) {
	d, err := now.Dataset(ctx, id)
	if err != nil {
		return 0, err
	}
	pseudonyms, err := c.Pseudonyms(ctx, d.Ledger)
	if err != nil {
		return 0, err
	}
	live := 0
	for _, p := range pseudonyms {
		e, err := now.Entry(ctx, d.Ledger, p)
		if err != nil {
			return 0, err
		}
		if e.Enrolled && !e.Rotated && !e.Revoked && e.Purposes != 0 && e.Kinds != 0 && e.PolicyVersion >= d.MinGrantVersion &&
			now.Round.Day() < e.Expiry {
			live++
		}
	}
	return live, nil
}

// ContainedUntil returns the block up to which a roster contains everybody who enrolled and still consents to anything: the newest
// one, or the one before the first enrolment of a person who is not in it, whatever pseudonym they have by now. It is what a
// dataset version made from that roster may name as its asOf; zero means that the very first is missing.
func (c *Client) ContainedUntil(ctx context.Context, now *view.Snapshot, ledger common.Address, roster []dataset.RosterEntry) (uint64, error) {
	contained := map[common.Address]bool{}
	for _, r := range roster {
		e, err := now.Entry(ctx, ledger, r.Pseudonym)
		if err != nil {
			return 0, err
		}
		contained[e.Origin] = true
	}
	pseudonyms, err := c.Pseudonyms(ctx, ledger)
	if err != nil {
		return 0, err
	}
	until := now.Round.Number
	for _, p := range pseudonyms {
		e, err := now.Entry(ctx, ledger, p)
		if err != nil {
			return 0, err
		}
		counts := e.Enrolled && !e.Rotated && !e.Revoked && e.Purposes != 0
		if counts && !contained[e.Origin] && e.OriginBlock <= until {
			until = e.OriginBlock - 1
		}
	}
	return until, nil
}
