package modules

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"

	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/state"
)

// CheckBatch decides which transactions the node's pool takes. It changes nothing in the tree.
func (d *Dispatcher) CheckBatch(ctx context.Context, tree mkvs.KeyValueTree, block *Block,
	batch [][]byte) (results []CheckResult, err error) {
	defer d.catchAbort(ctx, "check", &err)
	latch := state.NewLatch(tree)
	c, err := d.begin(ctx, latch, block, ModeCheck)
	if err != nil {
		return nil, err
	}
	results = make([]CheckResult, len(batch))
	decoded := d.decoder.decodeAll(batch)
	for i := range decoded {
		if results[i], err = d.checkTx(c, &decoded[i]); err != nil {
			return nil, fmt.Errorf("checking transaction %s: %w", decoded[i].hash, err)
		}
	}
	if err := latch.Err(); err != nil {
		return nil, fmt.Errorf("reading state of round %d: %w", block.Header.Round, err)
	}
	return results, nil
}

func (d *Dispatcher) checkTx(c *Context, tx *decodedTx) (CheckResult, error) {
	if tx.err != nil {
		var known *Error
		errors.As(tx.err, &known)
		return CheckResult{Err: known}, nil
	}
	c.scope.sender, c.scope.priority = nil, 0
	done, err := d.dispatch(c, tx, 0, true)
	if err != nil {
		return CheckResult{}, err
	}
	if !done.result.IsSuccess() {
		return CheckResult{Err: done.result.Failed}, nil
	}
	result := CheckResult{Priority: c.scope.priority}
	if c.scope.sender != nil {
		result.Sender = *c.scope.sender
	}
	return result, nil
}

// Allows says whether the node's configuration lets a query be answered.
func (d *Dispatcher) Allows(query string, expensive bool) bool { return d.allowQuery(query, expensive) }

// Query answers a query on the tree. It changes nothing in it. Errors that are an [*Error] are the caller's; others are
// the node's.
func (d *Dispatcher) Query(ctx context.Context, tree mkvs.KeyValueTree, block *Block, method string,
	args []byte) (result []byte, err error) {
	query, known := d.set.queries[method]
	if !known {
		return nil, ErrInvalidMethod.With(method)
	}
	if !d.allowQuery(method, query.Expensive) {
		return nil, ErrForbidden
	}
	defer d.catchAbort(ctx, "query", &err)
	latch := state.NewLatch(tree)
	c, err := d.begin(ctx, latch, block, ModeQuery)
	if err != nil {
		return nil, err
	}
	result, err = query.Handle(c, args)
	if fault := latch.Err(); fault != nil {
		return nil, fmt.Errorf("reading state of round %d: %w", block.Header.Round, fault)
	}
	return result, err
}

// catchAbort turns a panic outside any transaction into an error.
func (d *Dispatcher) catchAbort(ctx context.Context, in string, err *error) {
	if r := recover(); r != nil {
		d.logger.ErrorContext(ctx, "Panicked", slog.String("in", in), slog.Any("panic", r),
			slog.String("stack", string(debug.Stack())))
		*err = ErrQueryAborted
	}
}

// SimulateCall runs a call of the context's runtime as a transaction that no one signed, with the given gas and nothing
// kept, and returns its result and the gas it used. It is for queries.
func (c *Context) SimulateCall(tx *Tx, call *types.Call) (result CallResult, gasUsed uint64, err error) {
	err = c.Simulate(tx, func(child *Context) error {
		d := Dispatcher{set: c.set, chain: c.block.Chain, logger: c.logger}
		err := d.call(child, call, &result)
		gasUsed = child.BatchGasUsed()
		return err
	})
	return result, gasUsed, err
}
