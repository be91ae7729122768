package view

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/chain"
)

// Tx is a transaction as the gateway stores and shows it.
type Tx struct {
	// Hash is keccak256 of the raw Ethereum transaction, or, for one in the SDK's own format, the hash by which the
	// Oasis network knows it.
	Hash common.Hash
	// From is the sender's Ethereum address. An SDK account that has none is shown by the 20 bytes of its own address.
	From common.Address
	// Raw is the transaction in Ethereum's binary encoding. For one in the SDK's format it is a legacy transaction
	// without a signature.
	Raw []byte
	// Price is the gas price that was paid.
	Price *big.Int
	// SDK says that the transaction is in the SDK's own format.
	SDK bool
}

// Ethereum decodes Raw.
func (t *Tx) Ethereum() (*types.Transaction, error) {
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(t.Raw); err != nil {
		return nil, fmt.Errorf("decoding stored transaction %s: %w", t.Hash, err)
	}
	return tx, nil
}

// DecodeTx shows a transaction of the runtime. It never fails: bytes that make no sense are shown as a transaction
// without a sender that calls the zero address.
func DecodeTx(rules Rules, envelope []byte) *Tx {
	var ut sdk.UnverifiedTransaction
	if err := cbor.Unmarshal(envelope, &ut); err != nil {
		return opaque(envelope)
	}
	if len(ut.AuthProofs) == 1 && ut.AuthProofs[0].Module != "" {
		if ut.AuthProofs[0].Module != chain.EthereumScheme {
			return opaque(envelope)
		}
		tx, err := DecodeEthereum(rules, ut.Body)
		if err != nil {
			return opaque(envelope)
		}
		return tx
	}
	var inner sdk.Transaction
	if err := cbor.Unmarshal(ut.Body, &inner); err != nil || len(inner.AuthInfo.SignerInfo) == 0 {
		return opaque(envelope)
	}
	return decodeSDK(envelope, &inner)
}

// DecodeEthereum reads a raw, signed Ethereum transaction.
func DecodeEthereum(rules Rules, raw []byte) (*Tx, error) {
	eth := new(types.Transaction)
	if err := eth.UnmarshalBinary(raw); err != nil {
		return nil, err
	}
	from, err := rules.Sender(eth)
	if err != nil {
		return nil, err
	}
	return &Tx{Hash: eth.Hash(), From: from, Raw: raw, Price: chain.EffectivePrice(eth, rules.BaseFee)}, nil
}

// Signer returns the signer that recovers senders as the runtime does: types 0, 1 and 2, with or without replay
// protection.
func Signer(chainID uint64) types.Signer {
	return types.NewLondonSigner(new(big.Int).SetUint64(chainID))
}

// decodeSDK shows a transaction in the SDK's own format. Calls of the EVM show what they call; all others show their
// encoded call as input to the zero address, since an SDK address is no Ethereum address.
func decodeSDK(envelope []byte, inner *sdk.Transaction) *Tx {
	signer := &inner.AuthInfo.SignerInfo[0]
	fee := &inner.AuthInfo.Fee
	legacy := &types.LegacyTx{
		Nonce:    signer.Nonce,
		GasPrice: fee.GasPrice().ToBigInt(),
		Gas:      fee.Gas,
		Value:    new(big.Int),
		To:       new(common.Address),
		Data:     cbor.Marshal(&inner.Call),
	}
	plain := inner.Call.Format == sdk.CallFormatPlain
	var (
		create evm.Create
		call   evm.Call
	)
	switch {
	case plain && inner.Call.Method == "evm.Create" && cbor.Unmarshal(inner.Call.Body, &create) == nil &&
		len(create.Value) <= 32:
		legacy.To = nil
		legacy.Data = create.InitCode
		legacy.Value.SetBytes(create.Value)
	case plain && inner.Call.Method == "evm.Call" && cbor.Unmarshal(inner.Call.Body, &call) == nil &&
		len(call.Address) == common.AddressLength && len(call.Value) <= 32:
		copy(legacy.To[:], call.Address)
		legacy.Data = call.Data
		legacy.Value.SetBytes(call.Value)
	}
	return unsigned(envelope, senderOf(&signer.AddressSpec), legacy)
}

// senderOf returns the Ethereum address of an SDK signer, or the 20 bytes of its SDK address when it has none.
func senderOf(spec *sdk.AddressSpec) (from common.Address) {
	if spec.Signature != nil && spec.Signature.Secp256k1Eth != nil {
		if key, err := spec.Signature.Secp256k1Eth.MarshalBinaryUncompressedUntagged(); err == nil {
			return common.BytesToAddress(crypto.Keccak256(key)[12:])
		}
	}
	if spec.Signature != nil && spec.Signature.PublicKey() == nil {
		return common.Address{}
	}
	addr, err := spec.Address()
	if err != nil {
		return common.Address{}
	}
	return common.BytesToAddress(addr[1:])
}

func opaque(envelope []byte) *Tx {
	return unsigned(envelope, common.Address{}, &types.LegacyTx{
		To:       new(common.Address),
		GasPrice: new(big.Int),
		Value:    new(big.Int),
		Data:     envelope,
	})
}

func unsigned(envelope []byte, from common.Address, legacy *types.LegacyTx) *Tx {
	raw, err := types.NewTx(legacy).MarshalBinary()
	if err != nil {
		panic(fmt.Sprintf("view: internal error: encoding an unsigned legacy transaction: %v", err))
	}
	return &Tx{
		Hash:  common.Hash(hash.NewFromBytes(envelope)),
		From:  from,
		Raw:   raw,
		Price: legacy.GasPrice,
		SDK:   true,
	}
}
