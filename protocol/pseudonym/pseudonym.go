// Package pseudonym derives the keys under which a person consents: one secp256k1 key per pseudonym domain (a dataset,
// or a family of datasets that are to be joined) and ward (oneself, or a person for whom one is guardian), from one
// signature of the person's wallet or from a phrase; and beside each the proof key by which the person alone learns
// whether its rows were used.
//
// The wallet signs one fixed message, which names the danger and the site. The signature is the secret: anyone who has
// it can derive every key. It is asked for twice before the first use, since some wallets sign with fresh randomness
// and could never derive the same keys again.
//
// Keys of different domains cannot be linked by anyone who lacks the secret: each is HKDF output under its own info.
// The chain still shows when and through whom a pseudonym acts, which relayers blur and this package cannot.
package pseudonym

import (
	"crypto/ecdsa"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math/big"
	"net/netip"
	"net/url"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/protocol/signature"
)

// Domains of the derivation.
const (
	walletSalt = "assent.pseudonym.wallet.v1"
	phraseSalt = "assent.pseudonym.phrase.v1"
	keyInfo    = "assent.pseudonym.key.v2"
	proofInfo  = "assent.pseudonym.proof.v1"
)

// ErrNotDeterministic is returned when a wallet signs the same message in two ways. Its user needs another wallet, or a
// phrase.
var ErrNotDeterministic = errors.New(
	"pseudonym: this wallet signs the same message differently each time, so keys made from it would be lost; use a " +
		"phrase instead")

// ErrSite is wrapped by the errors about a site that the message cannot name.
var ErrSite = errors.New("pseudonym: not a site")

const message = `Assent: open my consent keys

DANGER: Whoever gets this signature can give and withdraw consent in your name, on every dataset. Sign it only on

%s

and never give it to anyone. Signing costs nothing and sends nothing.

Version: 1`

// Message is the text that the wallet signs for a site, which is an origin such as "https://consent.example.org". Plain
// http is accepted on loopback only.
func Message(site string) (string, error) {
	u, err := url.Parse(site)
	if err != nil {
		return "", fmt.Errorf("%w: %q", ErrSite, site)
	}
	host := u.Hostname()
	ip, ipErr := netip.ParseAddr(host)
	loopback := host == "localhost" || ipErr == nil && ip.IsLoopback()
	switch {
	case len(site) > 200 || host == "" || u.Scheme+"://"+u.Host != site:
		return "", fmt.Errorf("%w: %.200q, write scheme and host like https://consent.example.org", ErrSite, site)
	case u.Scheme != "https" && !(u.Scheme == "http" && loopback):
		return "", fmt.Errorf("%w: %q must use https", ErrSite, site)
	}
	for _, c := range host {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '.' && c != '-' && !(c == ':' && ipErr == nil) {
			return "", fmt.Errorf("%w: the host of %q must be lower-case ASCII", ErrSite, site)
		}
	}
	return fmt.Sprintf(message, site), nil
}

// MessageDigest is what a wallet signs for a message: EIP-191, "personal_sign".
func MessageDigest(message string) common.Hash {
	return crypto.Keccak256Hash([]byte("\x19Ethereum Signed Message:\n"+strconv.Itoa(len(message))), []byte(message))
}

// Seed is the secret that all of a person's pseudonym keys come from. It is kept in memory while a page is open and
// never stored in clear.
type Seed struct{ prk []byte }

// FromWallet returns the seed from a signature of the site's message by the wallet.
func FromWallet(wallet common.Address, site string, sig signature.Signature) (*Seed, error) {
	text, err := Message(site)
	if err != nil {
		return nil, err
	}
	if err := sig.Verify(MessageDigest(text), wallet); err != nil {
		return nil, fmt.Errorf("pseudonym: signature of the message for %s: %w", site, err)
	}
	return extract(walletSalt, sig[:64]) // r‖s; v follows from them and the message
}

// FromNewWallet is FromWallet for a first use: it takes the answers to two requests and returns ErrNotDeterministic
// when they differ.
func FromNewWallet(wallet common.Address, site string, first, second signature.Signature) (*Seed, error) {
	seed, err := FromWallet(wallet, site, first)
	if err != nil {
		return nil, err
	}
	if _, err := FromWallet(wallet, site, second); err != nil {
		return nil, err
	}
	if first != second {
		return nil, ErrNotDeterministic
	}
	return seed, nil
}

func extract(salt string, secret []byte) (*Seed, error) {
	prk, err := hkdf.Extract(sha256.New, secret, []byte(salt))
	if err != nil {
		return nil, fmt.Errorf("pseudonym: derive seed: %w", err)
	}
	return &Seed{prk: prk}, nil
}

// Oneself is the ward of who consents for no one but themselves; a guardian's wards have the numbers from 1 on.
const Oneself = 0

// Key returns the key for a pseudonym domain and a ward. 48 bytes of HKDF output are reduced to 1..n-1, so that no key
// is noticeably likelier than another.
func (s *Seed) Key(domain common.Hash, ward uint32) (*ecdsa.PrivateKey, error) {
	okm, err := s.expand(keyInfo, domain, ward, 48)
	if err != nil {
		return nil, err
	}
	one := big.NewInt(1)
	n := crypto.S256().Params().N
	d := new(big.Int).SetBytes(okm)
	d.Mod(d, new(big.Int).Sub(n, one)).Add(d, one)
	key, err := crypto.ToECDSA(common.BigToHash(d).Bytes())
	if err != nil {
		return nil, fmt.Errorf("pseudonym: derive key of domain %s: %w", domain, err)
	}
	return key, nil
}

// expand derives the bytes for a purpose, a pseudonym domain and a ward.
func (s *Seed) expand(info string, domain common.Hash, ward uint32, size int) ([]byte, error) {
	okm, err := hkdf.Expand(sha256.New, s.prk, info+string(domain[:])+string(binary.BigEndian.AppendUint32(nil, ward)),
		size)
	if err != nil {
		return nil, fmt.Errorf("pseudonym: derive key of domain %s: %w", domain, err)
	}
	return okm, nil
}

// Address returns the pseudonym for a pseudonym domain and a ward.
func (s *Seed) Address(domain common.Hash, ward uint32) (common.Address, error) {
	key, err := s.Key(domain, ward)
	if err != nil {
		return common.Address{}, err
	}
	return crypto.PubkeyToAddress(key.PublicKey), nil
}
