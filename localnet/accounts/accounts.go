// Package accounts derives the funded accounts of a local network from a phrase: BIP-39 without a passphrase, BIP-32,
// and the path m/44'/60'/0'/0/i that every Ethereum wallet uses.
package accounts

import (
	"crypto/ecdsa"
	"fmt"
	"strings"

	"github.com/btcsuite/btcd/btcutil/hdkeychain"
	"github.com/btcsuite/btcd/chaincfg"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/tyler-smith/go-bip39"
	"golang.org/x/text/unicode/norm"
)

// TestPhrase is the phrase that Ethereum's development tools have in common (Hardhat, Foundry). Everyone knows it: its
// accounts are worth nothing anywhere.
const TestPhrase = "test test test test test test test test test test test junk"

// Account is an Ethereum key.
type Account struct {
	Key     *ecdsa.PrivateKey
	Address common.Address
	// Path is where the phrase's tree has the key.
	Path string
}

// Derive returns the first n accounts of the phrase.
//
// The words' checksum is not looked at: a mistyped phrase gives other accounts, as in BIP-39 itself.
func Derive(phrase string, n int) ([]Account, error) {
	words := strings.Fields(phrase)
	if len(words) < 12 {
		return nil, fmt.Errorf("deriving accounts: the phrase has %d words, give 12 or more", len(words))
	}
	// The library takes the phrase as it is; BIP-39 wants it in this normal form.
	seed := bip39.NewSeed(norm.NFKD.String(strings.Join(words, " ")), "")
	base, err := hdkeychain.NewMaster(seed, &chaincfg.MainNetParams) // the network matters to the keys' text form alone
	if err != nil {
		return nil, fmt.Errorf("deriving accounts: %w", err)
	}
	const hardened = hdkeychain.HardenedKeyStart
	for _, index := range []uint32{44 + hardened, 60 + hardened, hardened, 0} {
		if base, err = base.Derive(index); err != nil {
			return nil, fmt.Errorf("deriving accounts: %w", err)
		}
	}
	accounts := make([]Account, 0, n)
	for i := range n {
		key, err := privateKey(base, uint32(i))
		if err != nil {
			return nil, fmt.Errorf("deriving account %d: %w", i, err)
		}
		accounts = append(accounts, Account{
			Key:     key,
			Address: crypto.PubkeyToAddress(key.PublicKey),
			Path:    fmt.Sprintf("m/44'/60'/0'/0/%d", i),
		})
	}
	return accounts, nil
}

// privateKey returns the private key of a node's child.
func privateKey(base *hdkeychain.ExtendedKey, index uint32) (*ecdsa.PrivateKey, error) {
	child, err := base.Derive(index)
	if err != nil {
		return nil, err
	}
	key, err := child.ECPrivKey()
	if err != nil {
		return nil, err
	}
	return crypto.ToECDSA(key.Serialize())
}
