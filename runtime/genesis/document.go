// Package genesis says what chain a runtime executable runs. The genesis
// document (EVM chain id, first balances, gas limits, prices) is appended to
// the executable, so that the digest of the bundle binds it, and read back
// from the running program.
//
// It promises that a document is either understood completely or refused with
// one line: unknown fields, duplicate fields and values out of range are
// errors.
package genesis

import (
	"github.com/holiman/uint256"

	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"
)

// Version is the version of the document's format.
const Version = 1

// Document is the genesis document of a chain.
type Document struct {
	// Version is the version of the format: 1.
	Version uint32
	// Network is the name of the network, such as "localnet".
	Network string
	// EVMChainID is the chain id that Ethereum transactions are signed for.
	EVMChainID uint64
	// Token describes the native token.
	Token Token
	// MinGasPrice is the least price of a unit of gas in native base units.
	MinGasPrice uint256.Int
	// Gas holds limits and prices in units of gas.
	Gas Gas
	// Limits holds what a transaction and a round may have.
	Limits Limits
	// Balances are the accounts that exist when the chain begins, in the
	// order of their addresses, each with a balance above zero.
	Balances []Balance
}

// Token describes the native token.
type Token struct {
	// Symbol is its ticker, such as "ASN".
	Symbol string
	// Decimals is how many decimal places of a token a base unit is.
	Decimals uint8
}

// Gas holds limits and prices in units of gas.
type Gas struct {
	// MaxBatch is the most that all transactions of a round may use.
	MaxBatch uint64
	// TxByte is charged for each byte of a transaction.
	TxByte uint64
	// StorageByte is the least that is charged for each byte of state that a
	// transaction writes. Zero charges nothing.
	StorageByte uint64
	// AuthSignature is charged for each signature, AuthMultisigSigner for each
	// signer of a multisig account.
	AuthSignature      uint64
	AuthMultisigSigner uint64
	// Transfer is charged for accounts.Transfer.
	Transfer uint64
}

// Limits holds what a transaction and a round may have.
type Limits struct {
	// MaxTxSize is the largest raw transaction in bytes.
	MaxTxSize uint32
	// MaxTxSigners is the most signers of a transaction.
	MaxTxSigners uint32
	// MaxMultisigSigners is the most signers of a multisig account.
	MaxMultisigSigners uint32
	// MaxTxsPerRound is the most transactions in a round. It must not be above
	// the limit in the runtime's consensus descriptor.
	MaxTxsPerRound uint32
	// MaxBatchBytes is the most bytes of transactions in a round. It must not
	// be above the limit in the runtime's consensus descriptor.
	MaxBatchBytes uint64
	// MaxNonceAhead is how far a transaction's nonce may be ahead of its
	// sender's for the node's pool to keep it.
	MaxNonceAhead uint64
}

// Balance is an account's first balance of the native token.
type Balance struct {
	Address types.Address
	Amount  uint256.Int
}
