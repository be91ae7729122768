package evm

import (
	"errors"
	"fmt"
	"math/big"

	gethtypes "github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature/secp256k1"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/runtime/modules/accounts"
)

// maxAmountBits is the size of the SDK's amounts.
const maxAmountBits = 128

// newSigner returns the signer of Ethereum transactions of the chain. It knows the types that the runtime takes and no
// others.
func newSigner(chainID uint64) gethtypes.Signer {
	return gethtypes.NewLondonSigner(new(big.Int).SetUint64(chainID))
}

// DecodeTx implements modules.TxDecoder: it takes transactions in Ethereum's encoding of the types legacy (with a chain
// id, EIP-155), access list (EIP-2930) and dynamic fee (EIP-1559). An access list costs and saves what EIP-2930 says.
//
// As on Ethereum, the sender must have the value and its gas at the highest price that it names, though it pays less.
func (m *Module) DecodeTx(scheme string, body []byte) (*types.Transaction, *uint256.Int, error) {
	if scheme != Scheme {
		return nil, nil, nil
	}
	tx, err := decodeEthereum(body, m.doc.EVMChainID)
	if err != nil {
		return nil, nil, err
	}
	price, err := gasPrice(tx, &m.baseFee)
	if err != nil {
		return nil, nil, err
	}
	key, err := m.signerOf(tx)
	if err != nil {
		return nil, nil, err
	}
	out, err := sdkTransaction(tx, price, key)
	if err != nil {
		return nil, nil, err
	}
	funds, overflow := uint256.FromBig(tx.Cost())
	if overflow {
		return nil, nil, errors.New("computing gas * fee cap + value: more than 256 bits")
	}
	return out, funds, nil
}

// signerOf returns the public key that signed the transaction. The key follows from the transaction alone, so replicas
// agree whether or not it is remembered.
func (m *Module) signerOf(tx *gethtypes.Transaction) (*secp256k1.PublicKey, error) {
	if key, ok := m.signers.Get(tx.Hash()); ok {
		return key, nil
	}
	key, err := recoverSigner(m.signer, tx)
	if err == nil {
		m.signers.Add(tx.Hash(), key)
	}
	return key, err
}

// decodeEthereum decodes a transaction strictly: one canonical RLP value (or type byte and value), a known type, the
// chain's id.
func decodeEthereum(body []byte, chainID uint64) (*gethtypes.Transaction, error) {
	tx := new(gethtypes.Transaction)
	if err := tx.UnmarshalBinary(body); err != nil {
		return nil, fmt.Errorf("decoding transaction rlp: %w", err)
	}
	switch tx.Type() {
	case gethtypes.LegacyTxType:
		if !tx.Protected() {
			return nil, errors.New("no chain ID in the signature: sign as EIP-155 says")
		}
	case gethtypes.AccessListTxType, gethtypes.DynamicFeeTxType:
	default:
		return nil, fmt.Errorf("transaction type %d is not supported, use 0, 1 or 2", tx.Type())
	}
	if id := tx.ChainId(); !id.IsUint64() || id.Uint64() != chainID {
		return nil, fmt.Errorf("chain ID %s, expected %d", id, chainID)
	}
	return tx, nil
}

// gasPrice is what the transaction pays for a unit of gas: what it says, or the base fee and the tip within its cap.
func gasPrice(tx *gethtypes.Transaction, baseFee *uint256.Int) (*uint256.Int, error) {
	feeCap, overflow := uint256.FromBig(tx.GasFeeCap())
	if overflow {
		return nil, errors.New("converting gas price: more than 256 bits")
	}
	if tx.Type() != gethtypes.DynamicFeeTxType {
		return feeCap, nil
	}
	tip, overflow := uint256.FromBig(tx.GasTipCap())
	if overflow || feeCap.Lt(tip) {
		return nil, errors.New("invalid gas price")
	}
	if feeCap.Lt(baseFee) {
		return nil, errors.New("gas price too low")
	}
	room := new(uint256.Int).Sub(feeCap, baseFee)
	if room.Gt(tip) {
		room = tip
	}
	return room.Add(room, baseFee), nil
}

// recoverSigner returns the public key that signed the transaction. It refuses the second form (high s) that every
// signature has.
func recoverSigner(signer gethtypes.Signer, tx *gethtypes.Transaction) (*secp256k1.PublicKey, error) {
	v, r, s := tx.RawSignatureValues()
	parity := v
	if tx.Type() == gethtypes.LegacyTxType {
		// v = 35 + 2*chainID + parity.
		parity = new(big.Int).Sub(v, big.NewInt(35))
		parity.Sub(parity, new(big.Int).Lsh(signer.ChainID(), 1))
	}
	if !parity.IsUint64() || parity.Uint64() > 1 {
		return nil, errors.New("bad recovery id")
	}
	if !crypto.ValidateSignatureValues(byte(parity.Uint64()), r, s, true) {
		return nil, errors.New("signature values out of range, or s too high")
	}
	var sig [crypto.SignatureLength]byte
	r.FillBytes(sig[:32])
	s.FillBytes(sig[32:64])
	sig[64] = byte(parity.Uint64())
	encoded, err := crypto.Ecrecover(signer.Hash(tx).Bytes(), sig[:])
	if err != nil {
		return nil, fmt.Errorf("recover verify key from digest: %w", err)
	}
	key := new(secp256k1.PublicKey)
	if err := key.UnmarshalBinary(encoded); err != nil {
		return nil, fmt.Errorf("recover verify key from digest: %w", err)
	}
	return key, nil
}

// sdkTransaction returns the transaction in the SDK's form.
func sdkTransaction(tx *gethtypes.Transaction, price *uint256.Int,
	key *secp256k1.PublicKey) (*types.Transaction, error) {
	if price.BitLen() > maxAmountBits {
		return nil, errors.New("converting gas price: more than 128 bits")
	}
	var fee uint256.Int
	if _, overflow := fee.MulOverflow(price, uint256.NewInt(tx.Gas())); overflow || fee.BitLen() > maxAmountBits {
		return nil, errors.New("computing total fee amount: more than 128 bits")
	}
	value, overflow := uint256.FromBig(tx.Value())
	if overflow {
		return nil, errors.New("decoding transaction rlp: value of more than 256 bits")
	}
	word := value.Bytes32()
	out := &types.Transaction{
		Versioned: cbor.NewVersioned(types.LatestTransactionVersion),
		AuthInfo: types.AuthInfo{Fee: types.Fee{
			Amount: types.NewBaseUnits(accounts.Quantity(&fee), types.NativeDenomination),
			Gas:    tx.Gas(),
		}},
	}
	if to := tx.To(); to != nil {
		out.Call.Method = "evm.Call"
		out.Call.Body = cbor.Marshal(&Call{Address: to[:], Value: word[:], Data: notNil(tx.Data()),
			AccessList: wireList(tx.AccessList())})
	} else {
		out.Call.Method = "evm.Create"
		out.Call.Body = cbor.Marshal(&Create{Value: word[:], InitCode: notNil(tx.Data()),
			AccessList: wireList(tx.AccessList())})
	}
	out.AppendAuthSignature(types.NewSignatureAddressSpecSecp256k1Eth(*key), tx.Nonce())
	return out, nil
}
