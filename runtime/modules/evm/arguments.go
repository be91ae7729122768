package evm

import (
	"github.com/ethereum/go-ethereum/common"
	gethtypes "github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/runtime/modules"
)

// Create is what evm.Create takes: the SDK's fields, and an access list when the transaction is an Ethereum one that
// has one.
type Create struct {
	Value      []byte        `json:"value"`
	InitCode   []byte        `json:"init_code"`
	AccessList []AccessTuple `json:"access_list,omitempty"`
}

// Call is what evm.Call takes, likewise.
type Call struct {
	Address    []byte        `json:"address"`
	Value      []byte        `json:"value"`
	Data       []byte        `json:"data"`
	AccessList []AccessTuple `json:"access_list,omitempty"`
}

// AccessTuple is an account of an access list (EIP-2930) and slots of it.
type AccessTuple struct {
	_           struct{} `cbor:",toarray"`
	Address     common.Address
	StorageKeys []common.Hash
}

// wireList returns an access list as methods take it.
func wireList(list gethtypes.AccessList) []AccessTuple {
	out := make([]AccessTuple, len(list))
	for i := range list {
		out[i] = AccessTuple{Address: list[i].Address, StorageKeys: list[i].StorageKeys}
	}
	return out
}

// accessList returns the list of the transaction's arguments. The SDK's own transactions have none: their form is the
// SDK's.
func accessList(c *modules.Context, tuples []AccessTuple) (gethtypes.AccessList, error) {
	if len(tuples) == 0 {
		return nil, nil
	}
	if c.Tx().Scheme != Scheme {
		return nil, modules.ErrInvalidArgument.With("only Ethereum transactions have an access list")
	}
	list := make(gethtypes.AccessList, len(tuples))
	for i := range tuples {
		list[i] = gethtypes.AccessTuple{Address: tuples[i].Address, StorageKeys: tuples[i].StorageKeys}
	}
	return list, nil
}
