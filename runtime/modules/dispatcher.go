package modules

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-core/go/runtime/transaction"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/state"
)

// Config is what a [Dispatcher] needs besides its modules.
type Config struct {
	// Chain is the genesis document.
	Chain *genesis.Document
	// SignatureContext separates this runtime's transactions from all others; see [SignatureContext].
	SignatureContext signature.Context
	// Logger takes what goes wrong; nil discards it.
	Logger *slog.Logger
	// AllowQuery says whether the node answers a query. Nil answers all but expensive ones.
	AllowQuery func(name string, expensive bool) bool
}

// Dispatcher runs transactions and queries through the modules of a set. It is safe for concurrent use as long as the
// trees are.
type Dispatcher struct {
	set        *Set
	chain      *genesis.Document
	logger     *slog.Logger
	decoder    decoder
	allowQuery func(name string, expensive bool) bool
}

// NewDispatcher returns a dispatcher for the set.
func NewDispatcher(set *Set, cfg Config) *Dispatcher {
	d := &Dispatcher{
		set:        set,
		chain:      cfg.Chain,
		logger:     cfg.Logger,
		allowQuery: cfg.AllowQuery,
		decoder: decoder{
			set:     set,
			context: cfg.SignatureContext,
			limits: decodeLimits{
				size:            int(cfg.Chain.Limits.MaxTxSize),
				signers:         int(cfg.Chain.Limits.MaxTxSigners),
				multisigSigners: int(cfg.Chain.Limits.MaxMultisigSigners),
			},
		},
	}
	if d.logger == nil {
		d.logger = slog.New(slog.DiscardHandler)
	}
	if d.allowQuery == nil {
		d.allowQuery = func(_ string, expensive bool) bool { return !expensive }
	}
	return d
}

// TxResult is a transaction of a batch with what came of it.
type TxResult struct {
	Raw    []byte
	Hash   hash.Hash
	Output []byte
	Tags   transaction.Tags
}

// BatchResult is what came of a batch. The state is in the tree.
type BatchResult struct {
	// Txs are the transactions in the block, in order.
	Txs []TxResult
	// BlockTags are tags of the block itself.
	BlockTags transaction.Tags
	// Rejected are transactions that can never be in a block as they are.
	Rejected []hash.Hash
}

// CheckResult is the verdict on a transaction for the pool: Err, or the rest.
type CheckResult struct {
	Err      *Error
	Sender   SenderMeta
	Priority uint64
}

// FetchFunc gets more transactions from the host's pool: at most limit of those that come after the one with the
// offset's hash.
type FetchFunc func(ctx context.Context, offset hash.Hash, limit uint32) ([][]byte, error)

// dispatched is what came of one transaction.
type dispatched struct {
	result CallResult
	tags   transaction.Tags
}

// begin returns the root context of a batch or query above the tree. When the state is empty it writes the first one.
func (d *Dispatcher) begin(ctx context.Context, tree mkvs.KeyValueTree, block *Block, mode Mode) (*Context, error) {
	own := *block
	own.Chain = d.chain
	c := &Context{
		ctx:    ctx,
		logger: d.logger,
		set:    d.set,
		mode:   mode,
		block:  &own,
		store:  state.NewOverlay(tree),
		scope:  newBlockScope(),
	}
	if err := d.set.initialize(c); err != nil {
		return nil, fmt.Errorf("preparing state of round %d: %w", block.Header.Round, err)
	}
	return c, nil
}

// build runs a block: the hooks around it and its transactions by run. The tree is written only when all of it
// succeeds.
func (d *Dispatcher) build(ctx context.Context, tree mkvs.KeyValueTree, block *Block,
	run func(*builder) error) (out *BatchResult, err error) {
	defer func() {
		if r := recover(); r != nil {
			d.logger.ErrorContext(ctx, "Block hook panicked", slog.Any("panic", r), slog.Uint64("round", block.Round),
				slog.String("stack", string(debug.Stack())))
			out, err = nil, ErrInternal
		}
	}()
	latch := state.NewLatch(tree)
	c, err := d.begin(ctx, latch, block, ModeExecute)
	if err != nil {
		return nil, err
	}
	out = &BatchResult{}
	if err := hooks(d.set, func(m BlockBeginner) error { return m.BeginBlock(c) }); err != nil {
		return nil, fmt.Errorf("beginning block %d: %w", block.Round, err)
	}
	if err := run(&builder{d: d, c: c, out: out, bytesLeft: d.chain.Limits.MaxBatchBytes}); err != nil {
		return nil, err
	}
	if err := hooks(d.set, func(m BlockEnder) error { return m.EndBlock(c) }); err != nil {
		return nil, fmt.Errorf("ending block %d: %w", block.Round, err)
	}
	c.events.merge(c.unconditional)
	out.BlockTags = c.events.tags()
	// Nothing that was computed from state that could not be read may stand.
	if err := latch.Err(); err != nil {
		return nil, fmt.Errorf("reading state of round %d: %w", block.Header.Round, err)
	}
	if err := c.store.Commit(ctx); err != nil {
		return nil, fmt.Errorf("writing state of round %d: %w", block.Round, err)
	}
	return out, nil
}

// txResult is the transaction with what came of it, as it stands in the block.
func (done *dispatched) txResult(tx *decodedTx) TxResult {
	return TxResult{
		Raw:    tx.raw,
		Hash:   tx.hash,
		Output: cbor.Marshal(done.result.wire()),
		Tags:   done.tags,
	}
}

// dispatch runs one transaction: authentication, then the call in a transaction of its own. An error ends the batch.
func (d *Dispatcher) dispatch(c *Context, tx *decodedTx, index int, authenticate bool) (*dispatched, error) {
	if authenticate {
		if err := d.authenticate(c, tx); err != nil {
			failed, abort := d.failure(c, err)
			if abort != nil {
				return nil, abort
			}
			return &dispatched{result: CallResult{Failed: failed}}, nil
		}
	}
	meta, err := newTx(tx, index)
	if err != nil {
		return nil, err // Checked by authentication.
	}
	child := *c
	child.tx = meta
	child.store = state.NewOverlay(c.store)
	child.events, child.unconditional = nil, nil
	child.gasUsed = 0

	done := &dispatched{}
	if err := d.call(&child, &tx.tx.Call, &done.result); err != nil {
		return nil, err
	}
	switch {
	case !done.result.IsSuccess() || meta.ReadOnly:
		done.tags = child.unconditional.tags()
	case c.IsCheckOnly():
	default:
		if err := child.store.Commit(c.ctx); err != nil {
			return nil, err
		}
		child.events.merge(child.unconditional)
		done.tags = child.events.tags()
	}
	if err := hooks(d.set, func(m AfterDispatcher) error {
		return m.AfterDispatch(c, &tx.tx.AuthInfo, &done.result)
	}); err != nil {
		return nil, err
	}
	return done, nil
}

// authenticate runs the modules' authentication in a transaction of its own, so that a failure leaves nothing behind.
func (d *Dispatcher) authenticate(c *Context, tx *decodedTx) (err error) {
	defer d.catch(c, tx.hash, &err)
	child := *c
	child.store = state.NewOverlay(c.store)
	child.funds = tx.tx.funds
	if err := hooks(d.set, func(m Authenticator) error {
		return m.AuthenticateTx(&child,
			tx.tx.Transaction)
	}); err != nil {
		return err
	}
	return child.store.Commit(c.ctx)
}

// call runs the call and the hooks around it. What fails in it fails the transaction, except for an error that is
// returned: that ends the batch.
func (d *Dispatcher) call(c *Context, call *types.Call, result *CallResult) error {
	ok, err := d.protectedCall(c, call)
	if err := d.settle(c, result, ok, err); err != nil {
		return err
	}
	err = func() (err error) {
		defer d.catch(c, c.tx.Hash, &err)
		return hooks(d.set, func(m AfterCaller) error { return m.AfterCall(c, result) })
	}()
	if err != nil {
		return d.settle(c, result, nil, err)
	}
	if c.tx.ReadOnly && c.store.Dirty() {
		*result = CallResult{Failed: ErrReadOnlyTransaction}
	}
	return nil
}

// settle sets the result, or returns the error when it ends the batch.
func (d *Dispatcher) settle(c *Context, result *CallResult, ok []byte, err error) error {
	if err == nil {
		*result = CallResult{Ok: ok}
		return nil
	}
	failed, abort := d.failure(c, err)
	*result = CallResult{Failed: failed}
	return abort
}

func (d *Dispatcher) protectedCall(c *Context, call *types.Call) (ok []byte, err error) {
	defer d.catch(c, c.tx.Hash, &err)
	if err := hooks(d.set, func(m BeforeCaller) error { return m.BeforeCall(c, call) }); err != nil {
		return nil, err
	}
	if call.Format != types.CallFormatPlain {
		return nil, encryptedCallError(call)
	}
	method, known := d.set.methods[string(call.Method)]
	if !known {
		return nil, ErrInvalidMethod.With(call.Method)
	}
	return method.Handle(c, call.Body)
}

// encryptedCallError is what the SDK answers on a runtime that has no key manager, as this one has none.
func encryptedCallError(call *types.Call) *Error {
	if call.Method != "" {
		return ErrInvalidCallFormat.With("non-empty method")
	}
	var envelope types.CallEnvelopeX25519DeoxysII
	if err := cbor.Unmarshal(call.Body, &envelope); err != nil {
		return ErrInvalidCallFormat.With("bad call envelope")
	}
	return ErrInvalidCallFormat.With("confidential txs unavailable")
}

// catch turns a panic into [ErrInternal]. The state it leaves is dropped with the overlay.
func (d *Dispatcher) catch(c *Context, tx hash.Hash, err *error) {
	if r := recover(); r != nil {
		d.logger.ErrorContext(c.ctx, "Transaction panicked",
			slog.String("tx", tx.String()), slog.Uint64("round", c.block.Round), slog.String("mode", c.mode.String()),
			slog.Any("panic", r), slog.String("stack", string(debug.Stack())))
		*err = ErrInternal
	}
}

// failure sorts an error: one that stands in the transaction's result, or one that ends the batch.
func (d *Dispatcher) failure(c *Context, err error) (failed *Error, abort error) {
	var known *Error
	switch {
	case IsAbort(err):
		return nil, err
	case errors.As(err, &known):
		return known, nil
	default:
		// The message may differ between replicas, so it goes to the log only.
		d.logger.ErrorContext(c.ctx, "Transaction failed with an internal error",
			slog.Uint64("round", c.block.Round), slog.String("mode", c.mode.String()), slog.Any("error", err))
		return ErrInternal, nil
	}
}

// newTx describes a decoded transaction for the context that runs it.
func newTx(tx *decodedTx, index int) (*Tx, error) {
	caller, address, err := CallerOf(&tx.tx.AuthInfo)
	if err != nil {
		return nil, err
	}
	return &Tx{
		AuthInfo:      tx.tx.AuthInfo,
		Caller:        caller,
		CallerAddress: address,
		Scheme:        tx.tx.scheme,
		ReadOnly:      tx.tx.Call.ReadOnly,
		Size:          uint32(len(tx.raw)),
		Index:         index,
		Hash:          tx.hash,
	}, nil
}
