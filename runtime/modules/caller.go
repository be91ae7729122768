package modules

import (
	"errors"

	"golang.org/x/crypto/sha3"

	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature/secp256k1"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"
)

// CallerOf returns the first signer as a caller: by its Ethereum address when it has one, by its account otherwise; and
// the account.
func CallerOf(auth *types.AuthInfo) (caller types.CallerAddress, address types.Address, err error) {
	if len(auth.SignerInfo) == 0 {
		return caller, address, errors.New("transaction has no signers")
	}
	spec := &auth.SignerInfo[0].AddressSpec
	if spec.Signature != nil && spec.Signature.Secp256k1Eth != nil {
		eth := EthAddress(spec.Signature.Secp256k1Eth)
		return types.CallerAddress{EthAddress: &eth}, types.NewAddressFromEth(eth[:]), nil
	}
	address, err = spec.Address()
	return types.CallerAddress{Address: &address}, address, err
}

// EthAddress returns the Ethereum address of a public key.
func EthAddress(key *secp256k1.PublicKey) (address [20]byte) {
	untagged, _ := key.MarshalBinaryUncompressedUntagged() // Never fails.
	h := sha3.NewLegacyKeccak256()
	h.Write(untagged)
	copy(address[:], h.Sum(nil)[12:])
	return address
}

// AccountOfCaller returns the account that a caller stands for.
func AccountOfCaller(caller *types.CallerAddress) (types.Address, error) {
	switch {
	case caller.Address != nil && caller.EthAddress == nil:
		return *caller.Address, nil
	case caller.EthAddress != nil && caller.Address == nil:
		return types.NewAddressFromEth(caller.EthAddress[:]), nil
	default:
		return types.Address{}, errors.New("caller is neither one address nor one Ethereum address")
	}
}
