// Package evm is the module that runs Ethereum contracts: the transaction methods evm.Create and evm.Call, transactions
// in Ethereum's own encoding, and queries. Methods, arguments, events and errors are those of the evm module of the
// Oasis runtime SDK; the machine is that of package runtime/evm.
//
// It promises what that module promises: the sender's nonce is its account's, fees are those of the accounts module,
// unused gas is paid back, and a failure is reported with the SDK's code and, when the contract reverted, with the data
// that it reverted with.
package evm

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature/secp256k1"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"

	"github.com/assent-network/assent/runtime/attestation"
	"github.com/assent-network/assent/runtime/evm"
	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/modules"
	"github.com/assent-network/assent/runtime/preinstalled"
)

// Name is the module's name.
const Name = sdk.ModuleName

// LogEventCode is the code of the module's one event, a contract's log.
const LogEventCode = 1

// Scheme is the decoding scheme of transactions in Ethereum's encoding.
const Scheme = "evm.ethereum.v0"

// maxResultSize is how much of what a transaction returns, or reverts with, stands in its result. Queries return all of
// it.
const maxResultSize = 1024

// Module is the evm module.
type Module struct {
	doc     *genesis.Document
	engine  *evm.Engine
	baseFee uint256.Int
	signer  types.Signer
	// signers are the keys that signed transactions, by the hash of the whole transaction, signature included. A
	// transaction is decoded when it is checked and again when it is executed, and recovering the key costs most of the
	// check.
	signers *lru.Cache[common.Hash, *secp256k1.PublicKey]
}

// signersKept is how many keys are remembered, enough for a few full pools.
const signersKept = 4096

var (
	_ modules.MethodProvider     = (*Module)(nil)
	_ modules.QueryProvider      = (*Module)(nil)
	_ modules.ParametersProvider = (*Module)(nil)
	_ modules.TxDecoder          = (*Module)(nil)
	_ modules.Initializer        = (*Module)(nil)
	_ modules.BlockBeginner      = (*Module)(nil)
)

// New returns the module for the chain. It must come after the accounts module in a set.
func New(doc *genesis.Document) *Module {
	m := &Module{
		doc:     doc,
		engine:  evm.New(evm.Config{ChainID: doc.EVMChainID, Precompiles: attestation.Precompiles(doc.Roots())}),
		signer:  newSigner(doc.EVMChainID),
		signers: lru.NewCache[common.Hash, *secp256k1.PublicKey](signersKept),
	}
	m.baseFee.SetBytes(doc.MinGasPrice[:])
	return m
}

// Name implements modules.Module.
func (*Module) Name() string { return Name }

// Version implements modules.Module.
func (*Module) Version() uint32 { return 3 }

// Parameters implements modules.ParametersProvider.
func (*Module) Parameters() any { return &sdk.Parameters{} }

// Methods implements modules.MethodProvider.
func (m *Module) Methods() []modules.Method {
	return []modules.Method{
		modules.NewMethod("evm.Create", m.create),
		modules.NewMethod("evm.Call", m.call),
	}
}

// Queries implements modules.QueryProvider.
func (m *Module) Queries() []modules.Query {
	return []modules.Query{
		modules.NewQuery("evm.Storage", m.queryStorage),
		modules.NewQuery("evm.Code", m.queryCode),
		modules.NewQuery("evm.Balance", m.queryBalance),
		modules.NewExpensiveQuery("evm.SimulateCall", m.querySimulateCall),
	}
}

// InitGenesis implements modules.Initializer: it installs the contracts that tools expect on every chain.
func (m *Module) InitGenesis(c *modules.Context, _ *genesis.Document) error {
	for _, contract := range preinstalled.Contracts() {
		code, err := contract.Code()
		if err != nil {
			return err
		}
		if err := evm.Install(c.Context(), c.State(), contract.Address, code); err != nil {
			return err
		}
	}
	return nil
}

// BeginBlock implements modules.BlockBeginner: it records the hash of the last round's block, so that BLOCKHASH knows
// it, and that of the round before, which the runtime did not see if it had no transactions.
func (m *Module) BeginBlock(c *modules.Context) error {
	block := c.Block()
	header := &block.Header
	if header.Round > 0 {
		hash := common.Hash(header.PreviousHash)
		if err := evm.RecordBlockHash(c.Context(), c.State(), block.Round, header.Round-1, hash); err != nil {
			return modules.Abort(err)
		}
	}
	hash := common.Hash(header.EncodedHash())
	if err := evm.RecordBlockHash(c.Context(), c.State(), block.Round, header.Round, hash); err != nil {
		return modules.Abort(err)
	}
	return nil
}

// block is what contracts see of the block.
func (m *Module) block(c *modules.Context) evm.Block {
	return evm.Block{
		Number:   c.Block().Round,
		Time:     c.Block().Timestamp,
		GasLimit: m.doc.Gas.MaxBatch,
		BaseFee:  &m.baseFee,
	}
}
