package feed_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/worker/feed"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/receipt"
)

var market = common.Address{7}

// node has rounds with the market's events, from a first one that was not pruned.
type node struct {
	first  uint64
	events map[uint64][]*evm.Event
	asked  []uint64
}

func (n *node) Blocks(_ context.Context, from uint64) iter.Seq2[*block.Block, error] {
	return func(yield func(*block.Block, error) bool) {
		for round := from; round <= 20; round++ {
			if !yield(&block.Block{Header: block.Header{Round: round}}, nil) {
				return
			}
		}
	}
}

func (n *node) Transactions(_ context.Context, round uint64) ([]*chain.Transaction, error) {
	n.asked = append(n.asked, round)
	if round < n.first {
		return nil, fmt.Errorf("round %d: %w", round, chain.ErrNotFound)
	}
	return []*chain.Transaction{{Events: []*types.Event{{Module: evm.ModuleName, Code: 1,
		Value: cbor.Marshal(n.events[round])}}}}, nil
}

// event is one of the market's, about a job, with its data.
func event(t *testing.T, name string, id common.Hash, data ...any) *evm.Event {
	t.Helper()
	abi := bindings.NewJobMarket().GetABI()
	e := abi.Events[name]
	b, err := e.Inputs.NonIndexed().Pack(data...)
	if err != nil {
		t.Fatal(err)
	}
	topics := [][]byte{e.ID[:], id[:]}
	for _, in := range e.Inputs[1:] {
		if in.Indexed {
			topics = append(topics, make([]byte, common.HashLength))
		}
	}
	return &evm.Event{Address: market[:], Topics: topics, Data: b}
}

func posted(t *testing.T, id common.Hash, parameters string) *evm.Event {
	t.Helper()
	return event(t, "JobPosted", id, bindings.IJobMarketJobSpec{Fee: new(big.Int)}, []byte(parameters),
		[]byte("key of "+parameters))
}

func claimed(id common.Hash, parameters string, round uint64) *contracts.Job {
	j := &contracts.Job{ID: id, Spec: job.Spec{
		Parameters:    crypto.Keccak256Hash([]byte(parameters)),
		ResearcherKey: crypto.Keccak256Hash([]byte("key of " + parameters)),
	}}
	j.ClaimRound = round
	return j
}

// A post is looked for where it can be, from the claim backwards, and no other is taken for it.
func TestPost(t *testing.T) {
	const genuine = `{"format":"x"}`
	id := common.Hash{1}
	n := &node{first: 3, events: map[uint64][]*evm.Event{
		5: {posted(t, common.Hash{2}, `{"other":1}`), posted(t, id, genuine)},
		7: {posted(t, id, `{"forged":1}`)},
		8: {event(t, "JobPosted", id, bindings.IJobMarketJobSpec{Fee: new(big.Int)}, []byte(genuine),
			[]byte("another key"))},
		15: {posted(t, id, genuine)}, // after the claim
	}}
	f := feed.New(n, market)
	got, err := f.Post(t.Context(), claimed(id, genuine, 9))
	if err != nil || string(got.Parameters) != genuine {
		t.Fatalf("%q, %v", got, err)
	}
	if want := []uint64{9, 8, 7, 6, 5}; !slices.Equal(n.asked, want) {
		t.Errorf("asked for the rounds %v, want %v", n.asked, want)
	}
	n.asked = nil
	if got, err = f.Post(t.Context(), claimed(id, genuine, 9)); err != nil || string(got.Parameters) != genuine ||
		len(n.asked) != 0 {
		t.Errorf("%q, %v; asked again for %v", got, err, n.asked)
	}
	if _, err := f.Post(t.Context(), claimed(id, `{"more":1}`, 9)); !errors.Is(err, feed.ErrNoPost) {
		t.Errorf("parameters that nobody posted: %v", err)
	}
	if n.asked[len(n.asked)-1] != 2 || len(n.asked) != 8 {
		t.Errorf("asked for the rounds %v, want those from 9 down to the first that was pruned", n.asked)
	}
}

// What the feed has seen as it went by is not asked for again, unless it is not the job's.
func TestPostsOfJobsThatWentBy(t *testing.T) {
	const genuine = `{"format":"x"}`
	honest, fooled := common.Hash{1}, common.Hash{2}
	n := &node{first: 1, events: map[uint64][]*evm.Event{
		4: {posted(t, honest, genuine), posted(t, fooled, genuine)},
		6: {posted(t, fooled, `{"forged":1}`)},
		8: {event(t, "JobApproved", honest, uint64(1))},
	}}
	f := feed.New(n, market)
	found := make(map[common.Hash]uint64)
	var seen uint64
	if err := f.Jobs(t.Context(), 2, func(id common.Hash, round uint64) { found[id] = round },
		func(round uint64) { seen = round }); err != nil {
		t.Fatal(err)
	}
	if len(found) != 1 || found[honest] != 8 || seen != 20 {
		t.Errorf("found %v up to round %d", found, seen)
	}
	for id, want := range map[common.Hash]int{honest: 0, fooled: 6} { // from 9 down to 4
		n.asked = nil
		got, err := f.Post(t.Context(), claimed(id, genuine, 9))
		if err != nil || string(got.Parameters) != genuine || len(n.asked) != want {
			t.Errorf("%q, %v; asked for the rounds %v, want %d of them", got, err, n.asked, want)
		}
	}
}

// A charge is read in the block that the record names, and is the one whose hash is there.
func TestCharge(t *testing.T) {
	id := common.Hash{1}
	genuine := receipt.Charge{Inputs: common.Hash{3}, ConsentRound: 4, ConsentRoot: common.Hash{5}, LiveSubjects: 6,
		Moment: 7}
	forged := genuine
	forged.Moment++
	charged := func(id common.Hash, c receipt.Charge) *evm.Event {
		return event(t, "JobCharged", id, solidity.FromCharge(c))
	}
	f := feed.New(&node{events: map[uint64][]*evm.Event{
		8: {charged(id, genuine)},
		9: {charged(common.Hash{2}, genuine), charged(id, forged), charged(id, genuine)},
	}}, market)
	j := &contracts.Job{ID: id}
	j.ChargeRound, j.Charge = 9, genuine.StructHash()
	if got, err := f.Charge(t.Context(), j); err != nil || got != genuine {
		t.Errorf("%+v, %v", got, err)
	}
	for name, move := range map[string]func(){
		"another hash":  func() { j.Charge[0]++ },
		"another round": func() { j.Charge, j.ChargeRound = genuine.StructHash(), 7 },
	} {
		move()
		if _, err := f.Charge(t.Context(), j); !errors.Is(err, feed.ErrNoCharge) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A node that tells of a log that no contract can have written is refused, not read as something else.
func TestMalformedLogs(t *testing.T) {
	short := posted(t, common.Hash{1}, `{}`)
	short.Address = short.Address[1:]
	long := posted(t, common.Hash{1}, `{}`)
	long.Topics[1] = append(long.Topics[1], 0)
	for name, e := range map[string]*evm.Event{"no log": nil, "short address": short, "long topic": long} {
		f := feed.New(&node{events: map[uint64][]*evm.Event{9: {e}}}, market)
		if _, err := f.Post(t.Context(), claimed(common.Hash{1}, `{}`, 9)); err == nil ||
			errors.Is(err, feed.ErrNoPost) {
			t.Errorf("%s: looking for the post: %v", name, err)
		}
		if err := f.Jobs(t.Context(), 1, func(common.Hash, uint64) {}, func(uint64) {}); err == nil {
			t.Errorf("%s: followed", name)
		}
	}
}
