// Package feed tells workers of jobs, from the events of a node's blocks. It is a hint: nothing in it is verified, and
// what follows from it is looked up in a verified view.
package feed

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/chain/events"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/receipt"
)

// Node is what a feed asks of a node; *chain.Client is one.
type Node interface {
	// Blocks gives the blocks from a round on, and goes on with new ones.
	Blocks(ctx context.Context, from uint64) iter.Seq2[*block.Block, error]
	// Transactions returns the transactions of a round with their events, and chain.ErrNotFound for one that was
	// pruned.
	Transactions(ctx context.Context, round uint64) ([]*chain.Transaction, error)
}

// Feed reads the JobMarket's events. It is safe for concurrent use.
type Feed struct {
	node   Node
	market common.Address
	abi    *bindings.JobMarket

	posted, charged common.Hash
	moves           map[common.Hash]bool // the events after which a worker may have to do something

	mu    sync.Mutex
	posts map[common.Hash]contracts.Post // by job; bounded by maxPosts
}

// maxPosts bounds how many jobs' posts are kept in memory.
const maxPosts = 1024

// New returns a feed of the market at an address.
func New(node Node, market common.Address) *Feed {
	b := bindings.NewJobMarket()
	abi := b.GetABI().Events
	f := &Feed{
		node: node, market: market, abi: b, posted: abi["JobPosted"].ID, charged: abi["JobCharged"].ID,
		moves: make(map[common.Hash]bool), posts: make(map[common.Hash]contracts.Post),
	}
	for _, name := range []string{"JobApproved", "JobClaimed", "ClaimEnded", "JobCharged", "JobSealed", "JobHandedOver",
		"JobWithheld"} {
		f.moves[abi[name].ID] = true
	}
	return f
}

// Jobs implements the worker's Feed: it searches rounds from the given one on and goes on with new ones.
func (f *Feed) Jobs(ctx context.Context, from uint64, found func(id common.Hash, round uint64),
	seen func(round uint64)) error {
	for block, err := range f.node.Blocks(ctx, from) {
		if err != nil {
			return fmt.Errorf("following the jobs: %w", err)
		}
		round := block.Header.Round
		logs, err := f.logs(ctx, round)
		if err != nil {
			return fmt.Errorf("following the jobs: %w", err)
		}
		for _, l := range logs {
			if len(l.Topics) < 2 {
				continue
			}
			switch {
			case l.Topics[0] == f.posted:
				f.keep(l)
			case f.moves[l.Topics[0]]:
				found(l.Topics[1], round)
			}
		}
		seen(round)
	}
	return ctx.Err()
}

// keep remembers what was posted with a job.
func (f *Feed) keep(l *types.Log) {
	e, err := f.abi.UnpackJobPostedEvent(l)
	if err != nil {
		return
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.posts) >= maxPosts {
		for id := range f.posts { // any one; it is found again in the blocks
			delete(f.posts, id)
			break
		}
	}
	f.posts[e.Job] = contracts.Post{Parameters: e.Parameters, ResearcherKey: e.ResearcherKey}
}

// ErrNoPost says that the node has no block in which the job was posted.
var ErrNoPost = errors.New("the node does not have the job's post")

// Post implements the worker's Feed. What is not in memory is searched for from the round of the claim backwards: a job
// was posted before.
func (f *Feed) Post(ctx context.Context, j *contracts.Job) (contracts.Post, error) {
	if p, ok := f.kept(j); ok {
		return p, nil
	}
	for round := j.ClaimRound; round != math.MaxUint64; round-- {
		logs, err := f.logs(ctx, round)
		if errors.Is(err, chain.ErrNotFound) {
			break // pruned
		}
		if err != nil {
			return contracts.Post{}, fmt.Errorf("looking for the post of job %s: %w", j.ID, err)
		}
		for _, l := range logs {
			if len(l.Topics) > 1 && l.Topics[0] == f.posted && l.Topics[1] == j.ID {
				f.keep(l)
				if p, ok := f.kept(j); ok {
					return p, nil
				}
			}
		}
	}
	return contracts.Post{}, fmt.Errorf("%w: %s", ErrNoPost, j.ID)
}

// kept returns a job's post if it is in memory, and is its own: a node can have lied about it.
func (f *Feed) kept(j *contracts.Job) (contracts.Post, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	p, ok := f.posts[j.ID]
	return p, ok && j.Spec.VerifyParameters(p.Parameters) == nil &&
		crypto.Keccak256Hash(p.ResearcherKey) == j.Spec.ResearcherKey
}

// ErrNoCharge says that the node does not have the job's charge in the block that the chain names.
var ErrNoCharge = errors.New("the node does not have the job's charge")

// Charge implements the worker's Feed: it is in the block that the job's record names, and has the hash that is there.
func (f *Feed) Charge(ctx context.Context, j *contracts.Job) (receipt.Charge, error) {
	logs, err := f.logs(ctx, j.ChargeRound)
	if err != nil {
		return receipt.Charge{}, fmt.Errorf("looking for the charge of job %s in round %d: %w", j.ID, j.ChargeRound,
			err)
	}
	for _, l := range logs {
		if len(l.Topics) < 2 || l.Topics[0] != f.charged || l.Topics[1] != j.ID {
			continue
		}
		e, err := f.abi.UnpackJobChargedEvent(l)
		if err != nil {
			continue
		}
		if c := solidity.ToCharge(e.Charge); c.StructHash() == j.Charge {
			return c, nil
		}
	}
	return receipt.Charge{}, fmt.Errorf("%w: %s, in round %d", ErrNoCharge, j.ID, j.ChargeRound)
}

// logs returns the market's events of a round, in order.
func (f *Feed) logs(ctx context.Context, round uint64) ([]*types.Log, error) {
	transactions, err := f.node.Transactions(ctx, round)
	if err != nil {
		return nil, err
	}
	var logs []*types.Log
	for _, t := range transactions {
		written, err := events.Logs(t.Events)
		if err != nil {
			return nil, fmt.Errorf("reading the events of transaction %d of round %d: %w", t.Index, round, err)
		}
		for _, l := range written {
			if l.Address == f.market {
				l.BlockNumber = round
				logs = append(logs, l)
			}
		}
	}
	return logs, nil
}
