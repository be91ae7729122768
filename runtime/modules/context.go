package modules

import (
	"context"
	"log/slog"
	"math"

	"github.com/holiman/uint256"
	beacon "github.com/oasisprotocol/oasis-core/go/beacon/api"
	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/state"
)

// Mode is what a context is for.
type Mode uint8

const (
	// ModeExecute runs transactions to build a block.
	ModeExecute Mode = iota
	// ModeCheck decides whether the node's pool takes a transaction.
	ModeCheck
	// ModePreSchedule decides whether the block being built takes one.
	ModePreSchedule
	// ModeSimulate runs a transaction to see what it would do.
	ModeSimulate
	// ModeQuery answers a question.
	ModeQuery
)

// String returns the mode's name for logs.
func (m Mode) String() string {
	switch m {
	case ModeExecute:
		return "execute"
	case ModeCheck:
		return "check"
	case ModePreSchedule:
		return "pre-schedule"
	case ModeSimulate:
		return "simulate"
	case ModeQuery:
		return "query"
	default:
		return "unknown"
	}
}

// Block is what is known of the block that a context works for. It is shared and must not be changed.
type Block struct {
	// RuntimeID is the runtime's identifier.
	RuntimeID common.Namespace
	// Round is the number of the block. While a block is being built, or a transaction checked for one, it is the round
	// which that block will get: Header.Round+1. In queries it is the round asked for: Header.Round.
	Round uint64
	// Timestamp is the Unix time that transactions see. A block's own time is fixed by consensus only after its
	// transactions ran, so, as in the Oasis SDK, it is Header.Timestamp: when the round before was finalised.
	Timestamp uint64
	// Header is the header of the last finalised round: the one whose state this context reads.
	Header block.Header
	// RoundResults are the results of the last successful round. They are nil in checks and queries.
	RoundResults *roothash.RoundResults
	// Epoch is the current epoch of the consensus layer.
	Epoch beacon.EpochTime
	// MaxMessages is how many consensus messages the block may carry.
	MaxMessages uint32
	// Chain is the genesis document: what the chain is and what it allows.
	Chain *genesis.Document
}

// Tx is the transaction that a context works for.
type Tx struct {
	// AuthInfo says who signed it and what it pays.
	AuthInfo types.AuthInfo
	// Caller is the address of the first signer in its original form, and CallerAddress the account that it stands for.
	Caller        types.CallerAddress
	CallerAddress types.Address
	// Scheme is the decoding scheme of a module's own transaction, such as "evm.ethereum.v0", and empty for the SDK's.
	// Such transactions pay for their size and signatures what the module wants.
	Scheme string
	// ReadOnly transactions may not change the state.
	ReadOnly bool
	// Size is the length of the raw transaction, Index its place in the batch (zero in checks), Hash its hash (zero in
	// simulations).
	Size  uint32
	Index int
	Hash  hash.Hash
}

// SenderMeta says where a checked transaction stands among those of its sender; the node's pool orders by it.
type SenderMeta struct {
	Address    types.Address
	Nonce      uint64
	StateNonce uint64
}

// Context is what modules work with: the state, the block, the transaction if there is one, gas and events. It is valid
// only during the call that it was passed to, and not for concurrent use.
type Context struct {
	ctx    context.Context
	logger *slog.Logger
	set    *Set
	mode   Mode
	block  *Block
	tx     *Tx
	store  *state.Overlay
	// funds is that of [Context.Funds].
	funds *uint256.Int
	// scope is shared by all transactions of a block.
	scope *blockScope
	// gasUsed is that of the transaction.
	gasUsed uint64

	events        eventLog
	unconditional eventLog
}

// blockScope holds what lives as long as the block, whatever transactions are rolled back.
type blockScope struct {
	gasUsed  uint64
	priority uint64
	sender   *SenderMeta
	values   map[any]any
}

func newBlockScope() *blockScope { return &blockScope{values: make(map[any]any)} }

// Context returns the context for calls that wait, such as reading state.
func (c *Context) Context() context.Context { return c.ctx }

// Logger returns the logger. Log ids and hashes only.
func (c *Context) Logger() *slog.Logger { return c.logger }

// Mode returns what the context is for.
func (c *Context) Mode() Mode { return c.mode }

// IsCheckOnly reports whether the transaction is only being checked: its method should verify its arguments, use its
// gas and stop there. What it refuses in a check it must refuse when it is executed.
func (c *Context) IsCheckOnly() bool { return c.mode == ModeCheck || c.mode == ModePreSchedule }

// IsSimulation reports whether the transaction is a trial: no one signed it and no account pays for it.
func (c *Context) IsSimulation() bool { return c.mode == ModeSimulate }

// Block returns what is known of the block.
func (c *Context) Block() *Block { return c.block }

// Chain returns the genesis document.
func (c *Context) Chain() *genesis.Document { return c.block.Chain }

// Funds is what the first signer of the transaction that is authenticated must have in the native denomination, beyond
// its fee. Nil means that it is the fee alone.
func (c *Context) Funds() *uint256.Int { return c.funds }

// Tx returns the transaction, or nil outside one.
func (c *Context) Tx() *Tx { return c.tx }

// State returns the state tree. Writes of a transaction that fails are undone.
func (c *Context) State() mkvs.KeyValueTree { return c.store }

// Emit emits an event. It is undone when the transaction fails.
func (c *Context) Emit(ev Event) { c.events.add(ev) }

// EmitUnconditional emits an event that stays when the transaction fails.
func (c *Context) EmitUnconditional(ev Event) { c.unconditional.add(ev) }

// UseGas charges gas to the transaction and the batch. It returns an error, and charges nothing, when either has too
// little left: [ErrOutOfGas] for the transaction, an aborting error for the batch.
func (c *Context) UseGas(gas uint64) error {
	limit := c.gasLimit()
	if gas > math.MaxUint64-c.gasUsed {
		return ErrGasOverflow
	}
	wanted := c.gasUsed + gas
	if wanted > limit {
		return NewError(ErrOutOfGas.Module, ErrOutOfGas.Code, outOfGasMessage(limit, wanted))
	}
	if !c.IsCheckOnly() {
		if left := c.BatchGasLeft(); gas > left {
			// A batch has gas for the whole limit of each of its transactions, so this one uses gas that it did not
			// name.
			return Abort(ErrBatchOutOfGas)
		}
		c.scope.gasUsed += gas
	}
	c.gasUsed = wanted
	return nil
}

func (c *Context) gasLimit() uint64 {
	if c.tx == nil {
		return math.MaxUint64
	}
	return c.tx.AuthInfo.Fee.Gas
}

// GasUsed returns the gas that the transaction used so far.
func (c *Context) GasUsed() uint64 { return c.gasUsed }

// GasLeft returns the gas that the transaction may still use. It comes from the transaction's own limit alone: a
// transaction is only in a batch that has gas left for all of its limit.
func (c *Context) GasLeft() uint64 {
	if limit := c.gasLimit(); c.gasUsed < limit {
		return limit - c.gasUsed
	}
	return 0
}

// BatchGasUsed returns the gas that the batch used so far.
func (c *Context) BatchGasUsed() uint64 { return c.scope.gasUsed }

// BatchGasLeft returns the gas that the batch may still use.
func (c *Context) BatchGasLeft() uint64 {
	if limit := c.block.Chain.Gas.MaxBatch; limit > c.scope.gasUsed {
		return limit - c.scope.gasUsed
	}
	return 0
}

// SetPriority sets the priority of the transaction in the node's pool.
func (c *Context) SetPriority(priority uint64) { c.scope.priority = priority }

// SetSenderMeta says who sent the transaction that is being checked.
func (c *Context) SetSenderMeta(meta SenderMeta) { c.scope.sender = &meta }

// Value is a module's own value that lives as long as the block and is not undone when a transaction fails. Simulations
// and checks before scheduling see a fresh one. A Value is a package-level key; it holds nothing itself.
type Value[T any] struct{ name string }

// NewValue returns a key for a value of type T. The name is for debugging.
func NewValue[T any](name string) *Value[T] { return &Value[T]{name: name} }

// Of returns the context's value, created zero when there is none.
func (v *Value[T]) Of(c *Context) *T {
	if value, ok := c.scope.values[v]; ok {
		return value.(*T)
	}
	value := new(T)
	c.scope.values[v] = value
	return value
}

// Take returns the context's value and forgets it.
func (v *Value[T]) Take(c *Context) *T {
	value := v.Of(c)
	delete(c.scope.values, v)
	return value
}

// Simulate runs fn as if in a transaction of a block that has no other. What it writes is thrown away.
func (c *Context) Simulate(tx *Tx, fn func(*Context) error) error {
	child := c.discard(ModeSimulate)
	child.tx = tx
	return fn(child)
}

// discard returns a child context whose writes go nowhere.
func (c *Context) discard(mode Mode) *Context {
	child := *c
	child.mode = mode
	child.store = state.NewOverlay(c.store)
	child.scope = newBlockScope()
	child.events, child.unconditional = nil, nil
	child.gasUsed = 0
	return &child
}

// Set returns the modules that the context works with.
func (c *Context) Set() *Set { return c.set }

// PendingBytes returns the size of what the transaction wrote so far: keys and new values.
func (c *Context) PendingBytes() int { return c.store.PendingBytes() }

// CheckInvariants checks the state of all modules.
func (c *Context) CheckInvariants() error {
	return hooks(c.set, func(m InvariantChecker) error { return m.CheckInvariants(c) })
}
