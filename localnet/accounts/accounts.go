// Package accounts derives the funded accounts of a local network from a phrase: BIP-39 without a passphrase, BIP-32,
// and the path m/44'/60'/0'/0/i that every Ethereum wallet uses.
package accounts

import (
	"crypto/ecdsa"
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/sha512"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"golang.org/x/text/unicode/norm"
)

// TestPhrase is the phrase that Ethereum's development tools have in common (Hardhat, Foundry). Everybody knows it: its
// accounts are worth nothing anywhere.
const TestPhrase = "test test test test test test test test test test test junk"

// hardened is added to an index to derive from the private key alone (BIP-32).
const hardened = 1 << 31

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
	seed, err := seed(strings.Join(words, " "), "")
	if err != nil {
		return nil, fmt.Errorf("deriving accounts: %w", err)
	}
	base, err := master(seed)
	if err != nil {
		return nil, fmt.Errorf("deriving accounts: %w", err)
	}
	for _, index := range []uint32{44 + hardened, 60 + hardened, hardened, 0} {
		if base, err = base.child(index); err != nil {
			return nil, fmt.Errorf("deriving accounts: %w", err)
		}
	}
	accounts := make([]Account, 0, n)
	for i := range n {
		node, err := base.child(uint32(i))
		if err != nil {
			return nil, fmt.Errorf("deriving account %d: %w", i, err)
		}
		key, err := crypto.ToECDSA(node.key[:])
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

// seed stretches a phrase (BIP-39, "From mnemonic to seed").
func seed(phrase, passphrase string) ([]byte, error) {
	return pbkdf2.Key(sha512.New, norm.NFKD.String(phrase), []byte("mnemonic"+norm.NFKD.String(passphrase)), 2048, 64)
}

// node is an extended private key (BIP-32).
type node struct {
	key   [32]byte
	chain [32]byte
}

// errInvalidChild comes once in 2^127 times (BIP-32, "Child key derivation functions").
var errInvalidChild = errors.New("the derived key is not a key: use another phrase")

func master(seed []byte) (node, error) {
	return fromDigest(hmacSHA512([]byte("Bitcoin seed"), seed), new(big.Int))
}

func (n node) child(index uint32) (node, error) {
	data := make([]byte, 0, 37)
	if index >= hardened {
		data = append(append(data, 0), n.key[:]...)
	} else {
		key, err := crypto.ToECDSA(n.key[:])
		if err != nil {
			return node{}, err
		}
		data = append(data, crypto.CompressPubkey(&key.PublicKey)...)
	}
	data = binary.BigEndian.AppendUint32(data, index)
	return fromDigest(hmacSHA512(n.chain[:], data), new(big.Int).SetBytes(n.key[:]))
}

// fromDigest splits a digest into the number to add to the parent's key, and the chain code.
func fromDigest(digest []byte, parent *big.Int) (node, error) {
	order := crypto.S256().Params().N
	sum := new(big.Int).SetBytes(digest[:32])
	if sum.Cmp(order) >= 0 {
		return node{}, errInvalidChild
	}
	sum.Add(sum, parent).Mod(sum, order)
	if sum.Sign() == 0 {
		return node{}, errInvalidChild
	}
	var n node
	sum.FillBytes(n.key[:])
	copy(n.chain[:], digest[32:])
	return n, nil
}

func hmacSHA512(key, data []byte) []byte {
	h := hmac.New(sha512.New, key)
	h.Write(data)
	return h.Sum(nil)
}
