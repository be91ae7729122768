package chain

import (
	"context"
	"fmt"
	"math/big"

	ethcommon "github.com/ethereum/go-ethereum/common"
	ethtypes "github.com/ethereum/go-ethereum/core/types"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"
)

// EthereumScheme marks a transaction whose body is an Ethereum transaction in its own encoding.
const EthereumScheme = "evm.ethereum.v0"

// Transaction is a transaction in a block, with what became of it.
type Transaction struct {
	// Raw is the transaction as it was submitted, and Hash its hash, by which the runtime's I/O tree keeps it.
	Raw  []byte
	Hash hash.Hash
	// Index is the transaction's place in the block, in the order of execution.
	Index int
	// SDK is the decoded envelope, nil if it is malformed.
	SDK *types.UnverifiedTransaction
	// Ethereum is the transaction inside the envelope, nil if it is none.
	Ethereum *ethtypes.Transaction
	// Result is the result of the call.
	Result types.CallResult
	// Events are those of this transaction, in the order of their keys.
	Events []*types.Event
}

// EthereumHash is the transaction's hash as Ethereum's tools know it, and false if it is no Ethereum transaction.
func (t *Transaction) EthereumHash() (ethcommon.Hash, bool) {
	if t.Ethereum == nil {
		return ethcommon.Hash{}, false
	}
	return t.Ethereum.Hash(), true
}

// Transactions fetches the transactions of a round with results and events, in the order of execution.
func (c *Client) Transactions(ctx context.Context, round uint64) ([]*Transaction, error) {
	raw, err := c.runtime.GetTransactionsWithResults(ctx,
		&runtime.GetTransactionsRequest{RuntimeID: c.runtimeID, Round: round})
	if err != nil {
		return nil, c.wrap(ctx, fmt.Sprintf("fetching the transactions of round %d", round), err)
	}
	transactions := make([]*Transaction, 0, len(raw))
	for i, r := range raw {
		t, err := decodeTransaction(i, r)
		if err != nil {
			return nil, fmt.Errorf("reading transaction %d of round %d: %w", i, round, err)
		}
		transactions = append(transactions, t)
	}
	return transactions, nil
}

// decodeTransaction takes a transaction apart. What users send may be malformed, and the runtime says so in the result;
// what the runtime adds may not.
func decodeTransaction(index int, raw *runtime.TransactionWithResults) (*Transaction, error) {
	t := &Transaction{Raw: raw.Tx, Hash: hash.NewFromBytes(raw.Tx), Index: index}
	t.SDK, t.Ethereum = decodeEnvelope(raw.Tx)
	if err := cbor.Unmarshal(raw.Result, &t.Result); err != nil {
		return nil, fmt.Errorf("decoding its result: %w", err)
	}
	for _, r := range raw.Events {
		event := new(types.Event)
		if err := event.UnmarshalRaw(r.Key, r.Value, &t.Hash); err != nil {
			return nil, fmt.Errorf("decoding an event: %w", err)
		}
		t.Events = append(t.Events, event)
	}
	return t, nil
}

// decodeEnvelope returns what can be decoded of a transaction, nil for the rest.
func decodeEnvelope(raw []byte) (*types.UnverifiedTransaction, *ethtypes.Transaction) {
	sdk := new(types.UnverifiedTransaction)
	if err := cbor.Unmarshal(raw, sdk); err != nil {
		return nil, nil
	}
	if len(sdk.AuthProofs) != 1 || sdk.AuthProofs[0].Module != EthereumScheme {
		return sdk, nil
	}
	ethereum := new(ethtypes.Transaction)
	if err := ethereum.UnmarshalBinary(sdk.Body); err != nil {
		return sdk, nil
	}
	return sdk, ethereum
}

// WrapEthereum puts a signed Ethereum transaction, in its own encoding, into the envelope that the runtime takes.
func WrapEthereum(raw []byte) []byte {
	return cbor.Marshal(&types.UnverifiedTransaction{Body: raw,
		AuthProofs: []types.AuthProof{{Module: EthereumScheme}}})
}

// UnwrapEthereum returns the Ethereum transaction in an envelope, in its own encoding. It returns false for any other
// transaction.
func UnwrapEthereum(envelope []byte) ([]byte, bool) {
	var sdk types.UnverifiedTransaction
	if err := cbor.Unmarshal(envelope, &sdk); err != nil {
		return nil, false
	}
	if len(sdk.AuthProofs) != 1 || sdk.AuthProofs[0].Module != EthereumScheme {
		return nil, false
	}
	return sdk.Body, true
}

// EffectivePrice is the gas price that a transaction pays at a base fee, nil for none: its own, or the base fee and the
// tip up to its cap.
func EffectivePrice(tx *ethtypes.Transaction, baseFee *big.Int) *big.Int {
	if tx.Type() == ethtypes.LegacyTxType || tx.Type() == ethtypes.AccessListTxType {
		return tx.GasPrice()
	}
	if baseFee == nil {
		baseFee = new(big.Int)
	}
	price := new(big.Int).Add(baseFee, tx.GasTipCap())
	if price.Cmp(tx.GasFeeCap()) > 0 {
		price.Set(tx.GasFeeCap())
	}
	return price
}
