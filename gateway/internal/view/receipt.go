package view

import (
	"encoding/base64"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	client "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/core"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"
)

// The EVM module's error codes that carry something for an Ethereum client.
const (
	evmModule       = evm.ModuleName
	evmCodeReverted = 8

	evmEventLog = 1
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

func (r *Receipt) readEvents(events []*client.PlainEvent) error {
	for _, raw := range events {
		var ev sdk.Event
		if err := ev.UnmarshalRaw(raw.Key, raw.Value, nil); err != nil {
			continue // A tag that is no SDK event.
		}
		switch {
		case ev.Module == core.ModuleName && ev.Code == core.GasUsedEventCode:
			var used []core.GasUsedEvent
			if err := cbor.Unmarshal(ev.Value, &used); err != nil {
				return fmt.Errorf("decoding the event core.GasUsed: %w", err)
			}
			for _, u := range used {
				r.GasUsed += u.Amount
			}
		case ev.Module == evmModule && ev.Code == evmEventLog:
			logs, err := decodeLogs(ev.Value)
			if err != nil {
				return err
			}
			r.Logs = append(r.Logs, logs...)
		}
	}
	return nil
}

func decodeLogs(value []byte) ([]Log, error) {
	var events []evm.Event
	if err := cbor.Unmarshal(value, &events); err != nil {
		return nil, fmt.Errorf("decoding the event evm.Log: %w", err)
	}
	logs := make([]Log, len(events))
	for i, e := range events {
		if len(e.Address) != common.AddressLength || len(e.Topics) > 4 {
			return nil, fmt.Errorf("event evm.Log %d has an address of %d bytes and %d topics", i, len(e.Address),
				len(e.Topics))
		}
		logs[i] = Log{Address: common.BytesToAddress(e.Address), Topics: make([]common.Hash, len(e.Topics)),
			Data: e.Data}
		for j, topic := range e.Topics {
			if len(topic) != common.HashLength {
				return nil, fmt.Errorf("event evm.Log %d has a topic of %d bytes", i, len(topic))
			}
			logs[i].Topics[j] = common.BytesToHash(topic)
		}
	}
	return logs, nil
}

// failure splits a failed call into the EVM's revert data and the words of the module that failed it.
func failure(f *sdk.FailedCallResult) (revert []byte, message string) {
	if data, ok := RevertData(f.Module, f.Code, f.Message); ok {
		return data, ""
	}
	return nil, f.Error()
}

// RevertData returns what a contract returned when it reverted, from the error of the EVM module that says so:
// "reverted: " and the bytes in base64.
func RevertData(module string, code uint32, message string) ([]byte, bool) {
	if module != evmModule || code != evmCodeReverted {
		return nil, false
	}
	data, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(message, "reverted: "))
	if err != nil {
		return nil, false
	}
	return data, true
}
