package api

import (
	"context"
	"hash/crc32"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/gateway/internal/rpcerr"
)

// BlobSchedule says how many blobs a block has: none.
type BlobSchedule struct {
	Target         int    `json:"target"`
	Max            int    `json:"max"`
	UpdateFraction uint64 `json:"baseFeeUpdateFraction"`
}

// ForkConfig is the rules of a fork (EIP-7910).
type ForkConfig struct {
	ActivationTime  uint64                    `json:"activationTime"`
	BlobSchedule    BlobSchedule              `json:"blobSchedule"`
	ChainID         *hexutil.Big              `json:"chainId"`
	ForkID          hexutil.Bytes             `json:"forkId"`
	Precompiles     map[string]common.Address `json:"precompiles"`
	SystemContracts map[string]common.Address `json:"systemContracts"`
}

// ForkConfigs is the answer to eth_config.
type ForkConfigs struct {
	Current *ForkConfig `json:"current"`
	Next    *ForkConfig `json:"next"`
	Last    *ForkConfig `json:"last"`
}

// Config is eth_config (EIP-7910): one set of rules from the first block on, and none to come. The fork ID is that of
// EIP-2124: the checksum of the hash of block 0, as no fork came after it. There are no system contracts.
func (e *Eth) Config(ctx context.Context) (*ForkConfigs, error) {
	out := &ForkConfigs{}
	err := e.b.expensive(ctx, func(context.Context) error {
		genesis, err := e.b.byNumber(rpc.EarliestBlockNumber)
		if err != nil {
			return err
		}
		out.Current = &ForkConfig{
			BlobSchedule:    BlobSchedule{UpdateFraction: params.DefaultCancunBlobConfig.UpdateFraction},
			ChainID:         (*hexutil.Big)(new(big.Int).SetUint64(e.b.cfg.ChainID)),
			ForkID:          binaryUint32(crc32.ChecksumIEEE(genesis.Hash[:])),
			Precompiles:     e.b.cfg.State.Precompiles(),
			SystemContracts: map[string]common.Address{},
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func binaryUint32(n uint32) []byte {
	return []byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}
}

// Extent says from which block on something can be asked for.
type Extent struct {
	Disabled    bool            `json:"disabled"`
	OldestBlock *hexutil.Uint64 `json:"oldestBlock,omitempty"`
}

// Capabilities is the answer to eth_capabilities.
type Capabilities struct {
	Head struct {
		Number hexutil.Uint64 `json:"number"`
		Hash   common.Hash    `json:"hash"`
	} `json:"head"`
	State       Extent `json:"state"`
	Tx          Extent `json:"tx"`
	Logs        Extent `json:"logs"`
	Receipts    Extent `json:"receipts"`
	Blocks      Extent `json:"blocks"`
	StateProofs Extent `json:"stateproofs"`
}

// Capabilities is eth_capabilities: from which block on this gateway can be asked for what. State goes as far back as
// the node has it, everything else to the end of the last gap in the index. eth_getProof is not there.
func (e *Eth) Capabilities(ctx context.Context) (*Capabilities, error) {
	out := &Capabilities{StateProofs: Extent{Disabled: true}}
	err := e.b.expensive(ctx, func(ctx context.Context) error {
		head, err := e.b.head()
		if err != nil {
			return err
		}
		out.Head.Number, out.Head.Hash = hexutil.Uint64(head.Number), head.Hash
		retained, err := e.b.cfg.Earliest(ctx)
		if err != nil {
			return err
		}
		state := hexutil.Uint64(retained)
		out.State.OldestBlock = &state
		var oldest hexutil.Uint64
		for _, gap := range e.b.cfg.Index.Gaps() {
			oldest = max(oldest, hexutil.Uint64(gap.To+1))
		}
		for _, extent := range []*Extent{&out.Tx, &out.Logs, &out.Receipts, &out.Blocks} {
			extent.OldestBlock = &oldest
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// BaseFee is eth_baseFee, which is geth's: the base fee of the next block, which is that of every block.
func (e *Eth) BaseFee() (*hexutil.Big, error) { return e.GasPrice() }

// Coinbase is eth_coinbase: the address that blocks name as their miner, which is zero.
func (e *Eth) Coinbase() common.Address { return common.Address{} }

// PendingTransactions is eth_pendingTransactions: those that wait from accounts whose keys the node holds. This one
// holds none.
func (e *Eth) PendingTransactions() []*Transaction { return []*Transaction{} }

// maxStorageSlots is the most slots of one eth_getStorageValues, as in geth.
const maxStorageSlots = 1024

// GetStorageValues is eth_getStorageValues: storage slots of several accounts.
func (e *Eth) GetStorageValues(
	ctx context.Context, slots map[common.Address][]common.Hash, where *rpc.BlockNumberOrHash,
) (map[common.Address][]common.Hash, error) {
	total := 0
	for _, keys := range slots {
		total += len(keys)
	}
	switch {
	case total == 0:
		return nil, rpcerr.New(rpcerr.CodeInvalidParams, "empty request")
	case total > maxStorageSlots:
		return nil, rpcerr.New(rpcerr.CodeSimulationLimit, "too many slots (max %d)", maxStorageSlots)
	}
	out := make(map[common.Address][]common.Hash, len(slots))
	err := e.b.expensive(ctx, func(ctx context.Context) error {
		b, err := e.b.at(where)
		if err != nil {
			return err
		}
		for addr, keys := range slots {
			values := slices.Clone(keys)
			for i, key := range keys {
				if values[i], err = e.b.cfg.State.Storage(ctx, b, addr, key); err != nil {
					return err
				}
			}
			out[addr] = nonNil(values)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Outcome is why a transaction failed: what the contract returned when it reverted, or the words of the module that
// failed it.
type Outcome struct {
	RevertReason *hexutil.Bytes `json:"revertReason,omitempty"`
	Failure      string         `json:"failure,omitempty"`
}

// Outcomes is the methods of the namespace assent that say more of a transaction than a receipt may.
type Outcomes struct{ b *Backend }

// GetFailure is assent_getFailure: why a transaction failed, or null when it did not or is in no block.
func (o *Outcomes) GetFailure(ctx context.Context, hash common.Hash) (out *Outcome, err error) {
	err = o.b.expensive(ctx, func(context.Context) error {
		pos, err := o.b.cfg.Index.Find(hash)
		if absent(err) {
			return nil
		}
		if err != nil {
			return err
		}
		r, err := o.b.cfg.Index.Receipt(pos)
		if err != nil || r.Status != 0 {
			return err
		}
		out = &Outcome{Failure: r.Failure}
		if r.Failure == "" {
			reason := append(hexutil.Bytes{}, r.Revert...)
			out.RevertReason = &reason
		}
		return nil
	})
	return out, err
}

// CallDataPublicKey is oasis_callDataPublicKey, which Sapphire's libraries ask for first. There is no such key: nothing
// on this chain is encrypted.
func (Oasis) CallDataPublicKey() (any, error) {
	return nil, rpcerr.New(rpcerr.CodeNotSupported, "oasis_callDataPublicKey is not supported: "+
		"calls on this chain are not encrypted, use plain Ethereum transactions without the Sapphire wrapper")
}

// Oasis is the namespace oasis, which Oasis's own gateway has.
type Oasis struct{}
