package view

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	client "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/chain/events"
)

// Receipt is a transaction's outcome as the gateway stores and shows it.
type Receipt struct {
	TxHash            common.Hash
	Type              uint8
	From              common.Address
	To                *common.Address `rlp:"nil"`
	Contract          *common.Address `rlp:"nil"` // created contract
	Status            uint64
	GasUsed           uint64
	CumulativeGasUsed uint64
	Price             *big.Int
	FirstLog          uint64 // index in the block of the first of Logs
	Logs              []Log
	Revert            []byte // what the EVM returned when it reverted
	Failure           string // what the runtime said when the call failed otherwise
}

// Log is an event of the EVM.
type Log struct {
	Address common.Address
	Topics  []common.Hash
	Data    []byte
}

// EthereumLogs returns the receipt's logs with their position in the chain.
func (r *Receipt) EthereumLogs(b *Block, index uint64) []*types.Log {
	logs := make([]*types.Log, len(r.Logs))
	for i := range r.Logs {
		logs[i] = &types.Log{
			Address:        r.Logs[i].Address,
			Topics:         r.Logs[i].Topics,
			Data:           r.Logs[i].Data,
			BlockNumber:    b.Number,
			TxHash:         r.TxHash,
			TxIndex:        uint(index),
			BlockHash:      b.Hash,
			BlockTimestamp: b.Time,
			Index:          uint(r.FirstLog) + uint(i),
		}
	}
	return logs
}

// Bloom returns the bloom filter over the receipt's logs.
func (r *Receipt) Bloom() types.Bloom { return r.consensus().Bloom }

// Encode returns the receipt in Ethereum's encoding, as receiptsRoot has it.
func (r *Receipt) Encode() ([]byte, error) { return r.consensus().MarshalBinary() }

// consensus returns the fields of the receipt that Ethereum hashes.
func (r *Receipt) consensus() *types.Receipt {
	out := &types.Receipt{Type: r.Type, Status: r.Status, CumulativeGasUsed: r.CumulativeGasUsed}
	for i := range r.Logs {
		out.Logs = append(out.Logs, &types.Log{Address: r.Logs[i].Address, Topics: r.Logs[i].Topics,
			Data: r.Logs[i].Data})
	}
	out.Bloom = types.CreateBloom(out)
	return out
}

// newReceipt reads a transaction's result and events.
func newReceipt(tx *Tx, raw *client.TransactionWithResults, gasBefore, firstLog uint64) (*Receipt, error) {
	eth, err := tx.Ethereum()
	if err != nil {
		return nil, err
	}
	r := &Receipt{
		TxHash:   tx.Hash,
		Type:     eth.Type(),
		From:     tx.From,
		To:       eth.To(),
		Price:    tx.Price,
		FirstLog: firstLog,
		Logs:     []Log{},
	}
	if eth.To() == nil {
		addr := crypto.CreateAddress(tx.From, eth.Nonce())
		r.Contract = &addr
	}
	var result sdk.CallResult
	if err := cbor.Unmarshal(raw.Result, &result); err != nil {
		return nil, fmt.Errorf("decoding the call result: %w", err)
	}
	if result.IsSuccess() {
		r.Status = types.ReceiptStatusSuccessful
	} else {
		r.Revert, r.Failure = failure(result.Failed)
	}
	if err := r.readEvents(raw.Events); err != nil {
		return nil, err
	}
	r.CumulativeGasUsed = gasBefore + r.GasUsed
	return r, nil
}

func (r *Receipt) readEvents(raw []*client.PlainEvent) error {
	said := make([]*sdk.Event, 0, len(raw))
	for _, tag := range raw {
		var e sdk.Event
		if e.UnmarshalRaw(tag.Key, tag.Value, nil) == nil { // else it is a tag that is no event of the SDK
			said = append(said, &e)
		}
	}
	var err error
	if r.GasUsed, err = events.GasUsed(said); err != nil {
		return err
	}
	logs, err := events.Logs(said)
	if err != nil {
		return err
	}
	for _, l := range logs {
		r.Logs = append(r.Logs, Log{Address: l.Address, Topics: l.Topics, Data: l.Data})
	}
	return nil
}

// failure splits a failed call into the EVM's revert data and the words of the module that failed it.
func failure(f *sdk.FailedCallResult) (revert []byte, message string) {
	if data, ok := events.RevertData(f.Module, f.Code, f.Message); ok {
		return data, ""
	}
	return nil, f.Error()
}
