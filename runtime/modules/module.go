// Package modules is the framework that the runtime's logic hangs in: a [Module] contributes transaction methods,
// queries and hooks, a [Set] of modules is a runtime, and its dispatcher decodes, authenticates and executes
// transactions over a state tree.
//
// It promises what the Oasis runtime SDK promises, whose wire format, order of hooks and error codes it follows, so
// that the SDK's clients work unchanged: a transaction either takes effect as a whole or leaves nothing but its fee and
// nonce; what replicas compute from the same batch is the same to the byte; and a panic fails the transaction that
// caused it, nothing else.
package modules

import (
	"github.com/holiman/uint256"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/genesis"
)

// Module is one part of a runtime. Everything beyond a name is optional: the framework asks a module for the interfaces
// below and calls the ones that it has, in the order in which the modules were registered.
type Module interface {
	// Name is the unique name of the module. It prefixes the names of its methods, its errors, its events and its keys
	// in the state tree.
	Name() string
	// Version is the version of the module, shown by core.RuntimeInfo.
	Version() uint32
}

// MethodProvider is a module with transaction methods; see [NewMethod].
type MethodProvider interface{ Methods() []Method }

// QueryProvider is a module with queries; see [NewQuery].
type QueryProvider interface{ Queries() []Query }

// ParametersProvider is a module with parameters. They are shown by core.RuntimeInfo and by a query NAME.Parameters
// that the framework adds.
type ParametersProvider interface {
	// Parameters returns the parameters as a value that encodes to CBOR.
	Parameters() any
}

// Initializer is a module that writes state when the chain begins.
type Initializer interface {
	// InitGenesis writes the module's part of the first state.
	InitGenesis(ctx *Context, doc *genesis.Document) error
}

// TxDecoder is a module that decodes transactions of a scheme of its own: those whose only proof is AuthProof.Module.
type TxDecoder interface {
	// DecodeTx decodes and verifies the body. It returns nil, nil for a scheme that is not the module's. The
	// transaction that it returns has at least one signer, verified. The result may depend on nothing but the arguments
	// and the genesis document, for the framework keeps it; and the method is called concurrently. Errors that are not
	// an [Error] are reported as [ErrMalformedTransaction].
	//
	// funds is what the first signer must have in the native denomination for the transaction to be in a block at all,
	// fee included. Nil is the fee.
	DecodeTx(scheme string, body []byte) (tx *types.Transaction, funds *uint256.Int, err error)
}

// Authenticator is a module that checks and charges a transaction before it is called. What it writes stays even when
// the call fails.
type Authenticator interface {
	AuthenticateTx(ctx *Context, tx *types.Transaction) error
}

// BeforeCaller is a module with a hook inside the transaction, before its call: an error here fails the transaction.
type BeforeCaller interface {
	BeforeCall(ctx *Context, call *types.Call) error
}

// AfterCaller is a module with a hook inside the transaction, after its call, whether that succeeded or failed. An
// error here becomes the result.
type AfterCaller interface {
	AfterCall(ctx *Context, result *CallResult) error
}

// AfterDispatcher is a module with a hook after the transaction was committed or rolled back.
type AfterDispatcher interface {
	AfterDispatch(ctx *Context, auth *types.AuthInfo, result *CallResult) error
}

// BlockBeginner is a module with a hook before the first transaction of a block. An error ends the batch.
type BlockBeginner interface{ BeginBlock(ctx *Context) error }

// BlockEnder is a module with a hook after the last transaction of a block. An error ends the batch.
type BlockEnder interface{ EndBlock(ctx *Context) error }

// InvariantChecker is a module that can check its state as a whole, for the query core.CheckInvariants.
type InvariantChecker interface{ CheckInvariants(ctx *Context) error }

// Method is a transaction method.
type Method struct {
	// Name is the full name, such as "accounts.Transfer".
	Name string
	// Handle decodes the body, runs the method and returns its encoded result.
	Handle func(ctx *Context, body []byte) ([]byte, error)
}

// Query is a query method. It runs on a state that is thrown away.
type Query struct {
	// Name is the full name, such as "accounts.Balances".
	Name string
	// Expensive marks a query that walks much state or runs a program. Nodes answer it only when their configuration
	// allows it.
	Expensive bool
	// Handle decodes the arguments, runs the query and returns its encoded result.
	Handle func(ctx *Context, args []byte) ([]byte, error)
}

// NewMethod returns a method whose arguments and result are CBOR values of the given types. Bodies that do not decode
// strictly are refused with [ErrInvalidArgument].
func NewMethod[A, R any](name string, fn func(ctx *Context, args A) (R, error)) Method {
	return Method{Name: name, Handle: handler(fn)}
}

// NewQuery returns a query whose arguments and result are CBOR values of the given types.
func NewQuery[A, R any](name string, fn func(ctx *Context, args A) (R, error)) Query {
	return Query{Name: name, Handle: handler(fn)}
}

// NewExpensiveQuery is [NewQuery] for a query that is marked expensive.
func NewExpensiveQuery[A, R any](name string, fn func(ctx *Context, args A) (R, error)) Query {
	return Query{Name: name, Handle: handler(fn), Expensive: true}
}

// None is the type of arguments or results that are CBOR null.
type None struct{}

func handler[A, R any](fn func(ctx *Context, args A) (R, error)) func(*Context, []byte) ([]byte, error) {
	return func(ctx *Context, body []byte) ([]byte, error) {
		var args A
		if err := decodeArgs(body, &args); err != nil {
			return nil, ErrInvalidArgument.With(err)
		}
		result, err := fn(ctx, args)
		if err != nil {
			return nil, err
		}
		return encodeResult(result), nil
	}
}
