package evm

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	ethtypes "github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/oasisprotocol/oasis-core/go/roothash/api/block"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/events"
)

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
		used, err := events.GasUsed(t.Events)
		if err != nil {
			return nil, fmt.Errorf("reading the gas of transaction %d of round %d: %w", t.Index, header.Round, err)
		}
		logs, err := events.Logs(t.Events)
		if err != nil {
			return nil, fmt.Errorf("reading the logs of transaction %d of round %d: %w", t.Index, header.Round, err)
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
			EffectiveGasPrice: chain.EffectivePrice(t.Ethereum, baseFee),
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
