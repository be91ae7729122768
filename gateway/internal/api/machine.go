package api

import (
	"context"
	"math"

	"github.com/assent-network/assent/gateway/internal/admission"
	"github.com/assent-network/assent/runtime/evm"
)

// machine runs f when there is room for the memory that a call with so much gas may take. Small calls have room of
// their own, which no other takes; a large one gives up its place among the calls that run.
func (b *Backend) machine(ctx context.Context, gas uint64, f func() error) error {
	pool, client := b.cfg.Pools.Machine, admission.ClientOf(ctx)
	if gas <= b.cfg.Limits.SmallCallGas {
		pool = b.cfg.Pools.SmallMachine
	} else if err := b.enlarge(ctx); err != nil {
		return err
	}
	cost := min(machineCost(gas), pool.Share())
	if err := pool.Wait(ctx, client, cost); err != nil {
		return err
	}
	defer pool.Give(client, cost)
	return f()
}

// outcome runs a message that may have so much gas, and makes room for an answer of the size that it comes to, as grow
// does. One that may have much is tried with little before, which is enough for most: what runs last is what counts.
// run returns no result when the message could not be run.
func (b *Backend) outcome(
	ctx context.Context, gas uint64, run func(gas uint64) (*evm.Result, error), size func() int,
) error {
	if small := b.cfg.Limits.SmallCallGas; gas > small {
		inconclusive := false
		err := b.machine(ctx, small, func() error {
			res, err := run(small)
			if err != nil {
				return err
			}
			if inconclusive = !conclusive(res, small); inconclusive {
				return nil
			}
			return b.grow(ctx, size())
		})
		if err != nil || !inconclusive {
			return err
		}
	}
	return b.machine(ctx, gas, func() error {
		if _, err := run(gas); err != nil {
			return err
		}
		return b.grow(ctx, size())
	})
}

// Bounds of a trial whose outcome counts.
const (
	// trialPart is the part of its gas that a trial may use.
	trialPart = 4
	// trialDepth is how deep its calls may fail. One at depth d that ran out of what was left for it was left 63/64 at
	// each step, so that with what was used before it the message used (63/64)^d of its gas or more. For d up to 88
	// that is more than a quarter.
	trialDepth = 88
)

// conclusive reports whether a message that was tried with so much gas does the same with more, but for what contracts
// make of the gas that they see: it succeeded, and no call in it can have failed because there was no more gas. One
// that uses most of its gas may do so because it looks at what is left.
func conclusive(res *evm.Result, gas uint64) bool {
	return res.Err == nil && res.GasUsed+res.GasRefunded <= gas/trialPart && res.FailedDepth <= trialDepth
}

// Weights of what a call takes for its gas while it runs, in bytes.
const (
	// memoryRoot is of the memory of contracts, for the square root of gas: w words cost w²/512, and a contract that
	// calls another keeps its own and passes on 63/64 of what is left. The sum over all that wait for each other is
	// greatest when each spends (63/64)² of what the one before it did, which is 64 times that of the first, that
	// spends 1/64 of the gas.
	memoryRoot = 32 * 64 * 2.8284271247461903 // √(512/64)
	// stackGas is the least gas that fills a stack of 1,024 words, two for each, and makes the call that has the next
	// one. The machine keeps all in one arena, which takes a quarter more in reserve, and as much as it was while it is
	// copied.
	stackGas   = 2*1024 + 100
	stackBytes = 32 * 1024 * 9 / 4
	// heldPerGas is of what a call holds of writes, logs and calls, of which the machine lets it hold MaxHeldBytes: the
	// dearest, a second write to a slot, takes 192 for 100.
	heldPerGas = 2
)

// machineCost is the most that a call with so much gas takes while it runs, in bytes: the memory of its contracts,
// their stacks, and what it holds. They share the gas.
//
// For any price of gas in bytes, what the gas is worth and what each of the three gains at most by buying some of it is
// a bound of what they come to; the least of these bounds is near to it.
func machineCost(gas uint64) int64 {
	least := math.Inf(1)
	for price := 1.0 / 64; price < 64; price *= 1.0625 {
		bound := price * float64(gas)
		bound += memoryRoot * memoryRoot / (4 * price)
		// With y gas the stacks are log(1+y/few)·many bytes.
		const few = 63 * stackGas
		if many := stackBytes / math.Log(64.0/63); many > price*few {
			bound += many*math.Log(many/(price*few)) - many + price*few
		}
		bound += max(0, 1-price/heldPerGas) * evm.MaxHeldBytes
		least = min(least, bound)
	}
	return int64(least) + stackBytes
}
