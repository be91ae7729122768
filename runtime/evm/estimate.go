package evm

import (
	"context"
	"errors"

	"github.com/ethereum/go-ethereum/params"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
)

// estimateTolerance is how far, in parts per thousand, an estimate may be above the least gas limit that works.
const estimateTolerance = 15

// EstimateGas finds a gas limit, at most msg.GasLimit, with which the message succeeds. That can be more than the gas
// which it then uses: refunds come after the fact, and a call keeps back a part of its gas.
//
// When the context's time is up after a run that succeeded, the limit is the least of those that were seen to work.
//
// When the message fails even with msg.GasLimit, EstimateGas returns the result of that run. Otherwise the result is
// that of a run that succeeded.
func (e *Engine) EstimateGas(ctx context.Context, tree mkvs.ImmutableKeyValueTree, block Block,
	msg Message) (uint64, *Result, error) {
	res, err := e.Call(ctx, tree, block, msg)
	if err != nil || res.Err != nil {
		return 0, res, err
	}
	// works reports whether the message succeeds with the limit. A failure for want of gas can look like any other,
	// since contracts catch those of the contracts that they call.
	works := func(limit uint64) (bool, error) {
		trial := msg
		trial.GasLimit = limit
		r, err := e.Call(ctx, tree, block, trial)
		return err == nil && r.Err == nil, err
	}

	// What it used, if nothing was refunded, is all that a message without calls needs. Others need what their calls
	// must keep back as well.
	tooLow, enough := res.GasUsed-1, msg.GasLimit
	guesses := []uint64{(res.GasUsed + res.GasRefunded + params.CallStipend) * 64 / 63}
	if res.GasRefunded == 0 {
		guesses = []uint64{res.GasUsed, guesses[0]}
	}
	for _, guess := range guesses {
		if guess >= enough {
			break
		}
		ok, err := works(guess)
		if errors.Is(err, context.DeadlineExceeded) {
			return enough, res, nil
		}
		if err != nil {
			return 0, nil, err
		}
		if ok {
			enough = guess
			break
		}
		tooLow = guess
	}
	for tooLow+1 < enough && (enough-tooLow)*1000 > enough*estimateTolerance {
		// Most messages need little more than they use, so look there first.
		middle := min(tooLow+(enough-tooLow)/2, 2*tooLow)
		ok, err := works(middle)
		if errors.Is(err, context.DeadlineExceeded) {
			return enough, res, nil
		}
		if err != nil {
			return 0, nil, err
		}
		if ok {
			enough = middle
		} else {
			tooLow = middle
		}
	}
	return enough, res, nil
}
