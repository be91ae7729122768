// Package layout says where things are stored: the keys of the runtime's state tree (MKVS) and the storage slots of the
// contracts that auditors read.
//
// It promises that a key built here is byte for byte the key that the runtime writes. It depends on the standard
// library and a hash function only, so a program that checks storage proofs can use it without the runtime.
//
// The layout follows the Oasis runtime SDK, with one difference: EVM storage slots and code are stored raw (no hashing
// of slots, no CBOR around values), so that one contract's storage is one contiguous range of the tree in slot order,
// and a proof of that range enumerates it.
package layout

import (
	"encoding/binary"
	"encoding/hex"
)

// Module names: the first bytes of every key that the module owns.
const (
	EVMModule      = "evm"
	AccountsModule = "accounts"
)

// Prefixes below a module's name.
const (
	evmCodePrefix      = 0x01
	evmStoragePrefix   = 0x02
	evmBlockHashPrefix = 0x03
	evmCodeHashPrefix  = 0x05 // 0x04 is the SDK's confidential storage.

	accountsAccountPrefix = 0x01
	accountsBalancePrefix = 0x02
	accountsSupplyPrefix  = 0x03
)

// BlockHashWindow is how many of the latest rounds keep their block hash in the state, as the EVM's BLOCKHASH requires.
const BlockHashWindow = 256

// Address is an Ethereum address.
type Address [20]byte

// String returns the address in hexadecimal with a 0x prefix.
func (a Address) String() string { return "0x" + hex.EncodeToString(a[:]) }

// Word is a storage slot's number or its value, big endian.
type Word [32]byte

// String returns the word in hexadecimal with a 0x prefix.
func (w Word) String() string { return "0x" + hex.EncodeToString(w[:]) }

// CodeKey is the key of a contract's code: "evm" ‖ 0x01 ‖ address. The value is the raw bytecode; the key is absent for
// accounts without code.
func CodeKey(addr Address) []byte { return evmKey(evmCodePrefix, addr[:]) }

// CodeHashKey is the key of the keccak256 of a contract's code: "evm" ‖ 0x05 ‖ address. It is present exactly when
// CodeKey is, and lets a reader that has the code already skip fetching it again.
func CodeHashKey(addr Address) []byte { return evmKey(evmCodeHashPrefix, addr[:]) }

// StorageKey is the key of one storage slot of a contract: "evm" ‖ 0x02 ‖ address ‖ slot. The value is the 32-byte
// word; the key is absent when the word is zero.
func StorageKey(addr Address, slot Word) []byte {
	return append(StoragePrefix(addr), slot[:]...)
}

// StoragePrefix is the prefix of all storage keys of a contract.
func StoragePrefix(addr Address) []byte {
	key := make([]byte, 0, len(EVMModule)+1+len(Address{})+len(Word{}))
	key = append(key, EVMModule...)
	key = append(key, evmStoragePrefix)
	return append(key, addr[:]...)
}

// ParseStorageKey takes a key made by StorageKey apart. ok is false for any other key.
func ParseStorageKey(key []byte) (addr Address, slot Word, ok bool) {
	const head = len(EVMModule) + 1
	if len(key) != head+len(addr)+len(slot) || string(key[:len(EVMModule)]) != EVMModule ||
		key[head-1] != evmStoragePrefix {
		return Address{}, Word{}, false
	}
	copy(addr[:], key[head:])
	copy(slot[:], key[head+len(addr):])
	return addr, slot, true
}

// BlockHashKey is the key of the block hash of a round: "evm" ‖ 0x03 ‖ round (8 bytes, big endian). The value is the
// raw 32-byte hash of the runtime block's header. Only the last BlockHashWindow rounds are kept.
func BlockHashKey(round uint64) []byte {
	return evmKey(evmBlockHashPrefix, binary.BigEndian.AppendUint64(nil, round))
}

// AccountKey is the key of an account of the accounts module: "accounts" ‖ 0x01 ‖ address. The value is the CBOR of a
// map with the account's nonce.
func AccountKey(addr AccountAddress) []byte {
	return accountsKey(accountsAccountPrefix, addr, "")
}

// BalanceKey is the key of one balance of an account: "accounts" ‖ 0x02 ‖ address ‖ denomination. The native token's
// denomination is empty. The value is the CBOR of the amount as a big-endian byte string without leading zeros.
func BalanceKey(addr AccountAddress, denomination string) []byte {
	return accountsKey(accountsBalancePrefix, addr, denomination)
}

// TotalSupplyKey is the key of the total supply of a denomination: "accounts" ‖ 0x03 ‖ denomination. The value is
// encoded as that of BalanceKey.
func TotalSupplyKey(denomination string) []byte {
	key := make([]byte, 0, len(AccountsModule)+1+len(denomination))
	key = append(key, AccountsModule...)
	key = append(key, accountsSupplyPrefix)
	return append(key, denomination...)
}

func evmKey(prefix byte, rest []byte) []byte {
	key := make([]byte, 0, len(EVMModule)+1+len(rest))
	key = append(key, EVMModule...)
	key = append(key, prefix)
	return append(key, rest...)
}

func accountsKey(prefix byte, addr AccountAddress, denomination string) []byte {
	key := make([]byte, 0, len(AccountsModule)+1+len(addr)+len(denomination))
	key = append(key, AccountsModule...)
	key = append(key, prefix)
	key = append(key, addr[:]...)
	return append(key, denomination...)
}
