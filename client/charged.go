package client

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/feed"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/use"
)

// Charged is a job that was charged, with the charge that is on record.
type Charged struct {
	*contracts.Job
	Charge receipt.Charge
}

// Use is what proofs of use are held against.
func (c *Charged) Use() use.Charge {
	return use.Charge{
		Job: c.ID, Version: use.Version{Dataset: c.Spec.Dataset, Number: c.Spec.DatasetVersion},
		SubjectsRoot: c.Charge.SubjectsRoot, LiveSubjects: c.Charge.LiveSubjects,
		ProofKey: use.Point(c.Charge.ProofKey),
	}
}

// Charged returns every job of a dataset that was charged up to the snapshot's round, in the order in which they were
// posted. The feed that the market keeps of the dataset shows that none is missing, and the hash of each charge shows
// that it is the one on record. The gateway is asked for all jobs of the dataset, so that it does not learn which one
// is looked for.
func (c *Client) Charged(ctx context.Context, now *contracts.Snapshot, dataset common.Hash) ([]Charged, error) {
	entries, err := c.feedOf(ctx, now, dataset)
	if err != nil {
		return nil, err
	}
	var out []Charged
	for _, e := range entries {
		if e.Kind != feed.Post {
			continue
		}
		j, err := now.Job(ctx, e.Job)
		if err != nil {
			return nil, err
		}
		if j.Spec.Dataset != dataset || j.Spec.ID(c.MarketDomain()) != e.Job {
			return nil, fmt.Errorf("reading the jobs of dataset %s: the gateway gives job %s another specification",
				dataset, e.Job)
		}
		if j.Charge == (common.Hash{}) {
			continue
		}
		charge, err := c.chargeOf(ctx, j)
		if err != nil {
			return nil, err
		}
		out = append(out, Charged{Job: j, Charge: charge})
	}
	return out, nil
}

// feedOf reads a dataset's feed of jobs, whole.
func (c *Client) feedOf(ctx context.Context, now *contracts.Snapshot, dataset common.Hash) ([]feed.Entry, error) {
	count, head, err := now.Feed(ctx, dataset)
	if err != nil {
		return nil, err
	}
	logs, err := c.logs(ctx, 0, ethereum.FilterQuery{
		Addresses: []common.Address{c.contracts.JobMarket},
		Topics:    [][]common.Hash{{c.market.GetABI().Events["FeedAppended"].ID}, {dataset}},
	})
	if err != nil {
		return nil, fmt.Errorf("reading the feed of dataset %s: %w", dataset, err)
	}
	entries := make([]feed.Entry, 0, len(logs))
	for i := range logs {
		if logs[i].BlockNumber > now.Round.Number {
			break
		}
		e, err := c.market.UnpackFeedAppendedEvent(&logs[i])
		if err != nil {
			return nil, fmt.Errorf("reading the feed of dataset %s: entry %d: %w", dataset, i+1, err)
		}
		entries = append(entries, feed.Entry{Number: e.Number, Kind: feed.Kind(e.Kind), Dataset: e.Dataset, Job: e.Job,
			Subject: e.Subject, Round: logs[i].BlockNumber})
	}
	if err := feed.Verify(entries, count, head, false); err != nil {
		return nil, fmt.Errorf("reading the feed of dataset %s: the gateway does not tell of all jobs: %w", dataset,
			err)
	}
	return entries, nil
}

// chargeOf is the charge of a charged job, which has the hash that is on record.
func (c *Client) chargeOf(ctx context.Context, j *contracts.Job) (receipt.Charge, error) {
	round := new(big.Int).SetUint64(j.ChargeRound)
	logs, err := c.filter(ctx, ethereum.FilterQuery{
		FromBlock: round, ToBlock: round, Addresses: []common.Address{c.contracts.JobMarket},
		Topics: [][]common.Hash{{c.market.GetABI().Events["JobCharged"].ID}, {j.ID}},
	})
	if err != nil {
		return receipt.Charge{}, fmt.Errorf("reading the charge of job %s in round %d: %w", j.ID, j.ChargeRound, err)
	}
	for i := range logs {
		e, err := c.market.UnpackJobChargedEvent(&logs[i])
		if err != nil {
			continue
		}
		if charge := solidity.ToCharge(e.Charge); charge.StructHash() == j.Charge {
			return charge, nil
		}
	}
	return receipt.Charge{}, fmt.Errorf("reading the charge of job %s: the gateway has none that is on record", j.ID)
}
