package client

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/grant"
)

// Pseudonyms returns everyone whose entry in a ledger ever changed, in ascending order, from the ledger's events.
func (c *Client) Pseudonyms(ctx context.Context, ledger common.Address) ([]common.Address, error) {
	now, err := c.Now(ctx)
	if err != nil {
		return nil, err
	}
	seen, err := c.FirstChanges(ctx, now, ledger)
	if err != nil {
		return nil, err
	}
	return slices.SortedFunc(maps.Keys(seen), common.Address.Cmp), nil
}

// FirstChanges returns, for each pseudonym whose entry in a ledger changed up to the snapshot's round, the round of the
// first change: that of the enrolment. It reads the events of all, so that the gateway does not learn which pseudonym
// is looked for.
func (c *Client) FirstChanges(
	ctx context.Context, now *contracts.Snapshot, ledger common.Address,
) (map[common.Address]uint64, error) {
	seen := map[common.Address]uint64{}
	err := c.changes(ctx, now, ledger, func(p common.Address, _ common.Hash, _ *common.Hash, l *types.Log) {
		if at, ok := seen[p]; !ok || l.BlockNumber < at {
			seen[p] = l.BlockNumber
		}
	})
	return seen, err
}

// changes calls see for each change of a pseudonym's words in a ledger up to the snapshot's round, oldest first, with
// the words that it has from then on; the origin is nil when it stays as it was.
func (c *Client) changes(ctx context.Context, now *contracts.Snapshot, ledger common.Address,
	see func(p common.Address, entry common.Hash, origin *common.Hash, l *types.Log)) error {
	abi := c.ledger.GetABI()
	logs, err := c.logs(ctx, 0, ethereum.FilterQuery{
		Addresses: []common.Address{ledger},
		Topics:    [][]common.Hash{{abi.Events["ConsentChanged"].ID, abi.Events["ConsentBatchChanged"].ID}},
	})
	if err != nil {
		return fmt.Errorf("reading the events of ledger %s: %w", ledger, err)
	}
	for i := range logs {
		if logs[i].BlockNumber > now.Round.Number {
			break
		}
		if e, err := c.ledger.UnpackConsentChangedEvent(&logs[i]); err == nil {
			origin := common.BigToHash(e.Origin)
			see(e.Pseudonym, common.BigToHash(e.Entry), &origin, &logs[i])
			continue
		}
		e, err := c.ledger.UnpackConsentBatchChangedEvent(&logs[i])
		if err != nil || len(e.Changes)%grant.ChangeSize != 0 {
			return fmt.Errorf(
				"reading the events of ledger %s: one in transaction %s is not as this version knows them",
				ledger, logs[i].TxHash)
		}
		for at := 0; at < len(e.Changes); at += grant.ChangeSize {
			change := e.Changes[at : at+grant.ChangeSize]
			see(common.Address(change[:common.AddressLength]), common.Hash(change[common.AddressLength:]), nil,
				&logs[i])
		}
	}
	return nil
}

// entries are the entries, as they are in a round, of everyone whose entry in a ledger ever changed, in ascending
// order. They are what the ledger's events say, which have the words of each change: asking the ledger for each of a
// hospital's people takes a minute, and is no more to be trusted, as the same gateway answers.
func (c *Client) entries(ctx context.Context, now *contracts.Snapshot,
	ledger common.Address) ([]consent.Record, error) {
	words := map[common.Address]grant.Words{}
	err := c.changes(ctx, now, ledger, func(p common.Address, entry common.Hash, origin *common.Hash, _ *types.Log) {
		w := words[p]
		w.Entry = entry
		if origin != nil {
			w.Origin = *origin
		}
		words[p] = w
	})
	if err != nil {
		return nil, err
	}
	records := make([]consent.Record, 0, len(words))
	for _, p := range slices.SortedFunc(maps.Keys(words), common.Address.Cmp) {
		e, err := grant.Unpack(p, words[p])
		if err != nil {
			return nil, fmt.Errorf("reading the consent entry of %s in round %d: %w", p, now.Round.Number, err)
		}
		records = append(records, consent.Record{Pseudonym: p, Entry: e})
	}
	return records, nil
}

// consents reports whether an entry lets data of a person be used for anything, some day.
func consents(e *grant.Entry) bool { return e.Enrolled && !e.Rotated && !e.Revoked && e.Purposes != 0 }

// LiveGrants counts the grants of a dataset that count for anything at all under the policy in effect: those that a
// policy voids which asks more.
func (c *Client) LiveGrants(ctx context.Context, now *contracts.Snapshot, id common.Hash) (int, error) {
	_, live, err := c.People(ctx, now, id)
	return live, err
}

// People counts who enrolled in a dataset, each once whatever pseudonym they have by now, and the grants that count for
// anything at all under the policy in effect.
func (c *Client) People(ctx context.Context, now *contracts.Snapshot, id common.Hash) (enrolled, live int, err error) {
	d, err := now.Dataset(ctx, id)
	if err != nil {
		return 0, 0, err
	}
	p, err := now.Policy(ctx, id, d.PolicyVersion)
	if err != nil {
		return 0, 0, err
	}
	records, err := c.entries(ctx, now, d.Ledger)
	if err != nil {
		return 0, 0, err
	}
	for i := range records {
		e := &records[i].Entry
		if e.Enrolled && !e.Rotated {
			enrolled++
		}
		if consents(e) && e.PolicyVersion >= d.MinGrantVersion && now.Round.Day() < e.Expiry &&
			Unmet(e, &p.Promise) == "" {
			live++
		}
	}
	return enrolled, live, nil
}

// Consenting counts the people of a ledger who consent to anything, and those of them who are on a roster: the others
// are in no version made from it.
func (c *Client) Consenting(
	ctx context.Context, now *contracts.Snapshot, ledger common.Address, roster []dataset.RosterEntry,
) (people, contained int, err error) {
	records, err := c.entries(ctx, now, ledger)
	if err != nil {
		return 0, 0, err
	}
	listed := make(map[common.Address]bool, len(roster))
	for _, r := range roster {
		listed[r.Pseudonym] = true
	}
	for i := range records {
		if consents(&records[i].Entry) {
			people++
			if listed[records[i].Pseudonym] {
				contained++
			}
		}
	}
	return people, contained, nil
}

// ContainedUntil returns the block up to which a roster contains everyone who enrolled and still consents to anything:
// the newest one, or the one before the first enrolment of a person who is not in it, whatever pseudonym they have by
// now. It is what a dataset version made from that roster may name as its asOf; zero means that the very first is
// missing.
func (c *Client) ContainedUntil(
	ctx context.Context, now *contracts.Snapshot, ledger common.Address, roster []dataset.RosterEntry,
) (uint64, error) {
	records, err := c.entries(ctx, now, ledger)
	if err != nil {
		return 0, err
	}
	listed := make(map[common.Address]bool, len(roster))
	for _, r := range roster {
		listed[r.Pseudonym] = true
	}
	contained := make(map[common.Address]bool, len(roster)) // by origin
	for i := range records {
		if listed[records[i].Pseudonym] {
			contained[records[i].Entry.Origin] = true
		}
	}
	until := now.Round.Number
	for i := range records {
		e := &records[i].Entry
		if consents(e) && !contained[e.Origin] && e.OriginBlock <= until {
			until = e.OriginBlock - 1
		}
	}
	return until, nil
}
