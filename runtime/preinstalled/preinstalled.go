// Package preinstalled holds the contracts that every chain of the runtime has from its first state on, because
// wallets, libraries and deployment tools expect them at these addresses on any EVM chain.
//
// It promises that their code is, to the byte, that of Ethereum's mainnet. They have no owner, no storage and no
// balance.
package preinstalled

import (
	_ "embed" // for the code
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// The files are written by generate.mjs, which names their source. It is under the MIT license.
var (
	//go:embed create2.hex
	create2 string
	//go:embed multicall3.hex
	multicall3 string
)

// Contract is a contract of the first state.
type Contract struct {
	// Name is what the contract is called in docs.
	Name string
	// Address is where it is, on this and most other chains.
	Address common.Address
	// CodeHash is the keccak256 of its code on Ethereum's mainnet.
	CodeHash common.Hash

	code string // in hexadecimal, with line breaks
}

// Create2Deployer creates contracts whose addresses depend on nothing but their creation code and a salt: called with
// 32 bytes of salt and the code, it returns the 20 bytes of the address.
var Create2Deployer = Contract{
	Name:     "deterministic deployment proxy",
	Address:  common.HexToAddress("0x4e59b44847b379578588920cA78FbF26c0B4956C"),
	CodeHash: common.HexToHash("0x2fa86add0aed31f33a762c9d88e807c475bd51d0f52bd0955754b2608f7e4989"),
	code:     create2,
}

// Multicall3 makes several calls in one.
var Multicall3 = Contract{
	Name:     "Multicall3",
	Address:  common.HexToAddress("0xcA11bde05977b3631167028862bE2a173976CA11"),
	CodeHash: common.HexToHash("0xd5c15df687b16f2ff992fc8d767b4216323184a2bbc6ee2f9c398c318e770891"),
	code:     multicall3,
}

// Contracts returns all of them.
func Contracts() []Contract { return []Contract{Create2Deployer, Multicall3} }

// Code returns the contract's code, or an error when this program was built from another one than [Contract.CodeHash]
// names.
func (c *Contract) Code() ([]byte, error) {
	code, err := hex.DecodeString(strings.Join(strings.Fields(c.code), ""))
	if err != nil {
		return nil, fmt.Errorf("preinstalled: code of %s: %w", c.Name, err)
	}
	if got := crypto.Keccak256Hash(code); got != c.CodeHash {
		return nil, fmt.Errorf("preinstalled: code of %s hashes to %s, want %s: run generate.mjs", c.Name, got,
			c.CodeHash)
	}
	return code, nil
}
