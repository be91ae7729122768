package evm

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	ethtypes "github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/core"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"

	"github.com/assent-network/assent/chain"
)

// codeLog is the EVM module's event for a log.
const codeLog = 1

// receipts reads the receipts of a block's Ethereum transactions. Indices count all transactions of the block, and log
// indices all logs, so that they agree with the gateway's.
func receipts(header *block.Header, transactions []*chain.Transaction, baseFee *big.Int) ([]*ethtypes.Receipt, error) {
	var (
		out        []*ethtypes.Receipt
		cumulative uint64
		logIndex   uint
		hash       = common.Hash(header.EncodedHash())
		number     = new(big.Int).SetUint64(header.Round)
	)
	for _, t := range transactions {
		used, logs, err := readEvents(t)
		if err != nil {
			return nil, fmt.Errorf("reading the events of transaction %d of round %d: %w", t.Index, header.Round, err)
		}
		cumulative += used
		first := logIndex
		logIndex += uint(len(logs))
		if t.Ethereum == nil {
			continue
		}
		r := &ethtypes.Receipt{
			Type:              t.Ethereum.Type(),
			Status:            ethtypes.ReceiptStatusFailed,
			CumulativeGasUsed: cumulative,
			Logs:              logs,
			TxHash:            t.Ethereum.Hash(),
			GasUsed:           used,
			EffectiveGasPrice: effectivePrice(t.Ethereum, baseFee),
			BlockHash:         hash,
			BlockNumber:       number,
			TransactionIndex:  uint(t.Index),
		}
		if t.Result.IsSuccess() {
			r.Status = ethtypes.ReceiptStatusSuccessful
		}
		if t.Ethereum.To() == nil {
			from, err := ethtypes.Sender(ethtypes.LatestSignerForChainID(t.Ethereum.ChainId()), t.Ethereum)
			if err != nil {
				return nil, fmt.Errorf("reading the sender of transaction %s: %w", r.TxHash, err)
			}
			r.ContractAddress = crypto.CreateAddress(from, t.Ethereum.Nonce())
		}
		for i, log := range logs {
			log.BlockNumber, log.BlockHash, log.BlockTimestamp = header.Round, hash, uint64(header.Timestamp)
			log.TxHash, log.TxIndex, log.Index = r.TxHash, r.TransactionIndex, first+uint(i)
		}
		r.Bloom = ethtypes.CreateBloom(r)
		out = append(out, r)
	}
	return out, nil
}

// effectivePrice is what a transaction pays for a unit of gas: what it says, or the base fee and the tip within its
// cap.
func effectivePrice(tx *ethtypes.Transaction, baseFee *big.Int) *big.Int {
	if tx.Type() != ethtypes.DynamicFeeTxType {
		return tx.GasPrice()
	}
	price := new(big.Int).Add(baseFee, tx.GasTipCap())
	if feeCap := tx.GasFeeCap(); price.Cmp(feeCap) > 0 {
		return feeCap
	}
	return price
}

// readEvents returns the gas that a transaction used and the logs that its contracts wrote.
func readEvents(t *chain.Transaction) (used uint64, logs []*ethtypes.Log, err error) {
	logs = []*ethtypes.Log{} // go-ethereum encodes none as an empty list
	for _, e := range t.Events {
		switch {
		case e.Module == core.ModuleName && e.Code == core.GasUsedEventCode:
			var amounts []core.GasUsedEvent
			if err := cbor.Unmarshal(e.Value, &amounts); err != nil {
				return 0, nil, fmt.Errorf("decoding a gas event: %w", err)
			}
			for _, a := range amounts {
				used += a.Amount
			}
		case e.Module == evm.ModuleName && e.Code == codeLog:
			var events []evm.Event
			if err := cbor.Unmarshal(e.Value, &events); err != nil {
				return 0, nil, fmt.Errorf("decoding a log: %w", err)
			}
			for i := range events {
				log, err := readLog(&events[i])
				if err != nil {
					return 0, nil, err
				}
				logs = append(logs, log)
			}
		}
	}
	return used, logs, nil
}

func readLog(e *evm.Event) (*ethtypes.Log, error) {
	if len(e.Address) != common.AddressLength || len(e.Topics) > 4 {
		return nil, fmt.Errorf("a log has an address of %d bytes and %d topics", len(e.Address), len(e.Topics))
	}
	log := &ethtypes.Log{Address: common.Address(e.Address), Topics: make([]common.Hash, len(e.Topics)),
		Data: notNil(e.Data)}
	for i, topic := range e.Topics {
		if len(topic) != common.HashLength {
			return nil, fmt.Errorf("a log has a topic of %d bytes", len(topic))
		}
		log.Topics[i] = common.Hash(topic)
	}
	return log, nil
}
