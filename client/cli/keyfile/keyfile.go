// Package keyfile keeps the keys of people and services in files: secp256k1 keys that sign and pay, and keys to which
// results are encrypted.
//
// Of the first, two forms are read: Web3 Secret Storage (what wallets export, encrypted under a passphrase) and 64
// hexadecimal digits, which is what New writes when no passphrase is given. One of the second is the name of its KEM
// and 64 hexadecimal digits. A file that others on the machine can read is refused.
package keyfile

import (
	"crypto/ecdsa"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/google/uuid"

	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/protocol/sealed"
)

const maxSize = 1 << 14

// ErrPassphrase says that an encrypted key file needs another passphrase.
var ErrPassphrase = errors.New("wrong passphrase for the key file; set it in ASSENT_PASSPHRASE")

// read returns the text of a key file that only its owner can read. The option is the one of "assent key new" that
// makes such a file.
func read(path, option string) (string, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("there is no key file %s; make one with: assent key new %s%s", path, option, path)
	}
	if err != nil {
		return "", fmt.Errorf("opening key file: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", fmt.Errorf("opening key file: %w", err)
	}
	if !info.Mode().IsRegular() {
		return "", fmt.Errorf("key file %s is not a file", path)
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 {
		return "", fmt.Errorf("key file %s can be read by others (mode %04o); run: chmod 600 %s", path, mode, path)
	}
	b, err := io.ReadAll(io.LimitReader(f, maxSize))
	if err != nil {
		return "", fmt.Errorf("reading key file %s: %w", path, err)
	}
	return strings.TrimSpace(string(b)), nil
}

// parseHex reads 32 bytes of hexadecimal digits.
func parseHex(path, text string) ([]byte, error) {
	raw, err := hex.DecodeString(strings.TrimPrefix(text, "0x"))
	if err != nil || len(raw) != 32 {
		return nil, fmt.Errorf("key file %s is neither Web3 Secret Storage nor 64 hexadecimal digits", path)
	}
	return raw, nil
}

// Load reads the secp256k1 key at path; passphrase is used when the file is encrypted.
func Load(path, passphrase string) (*ecdsa.PrivateKey, error) {
	text, err := read(path, "")
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(text, "{") {
		key, err := keystore.DecryptKey([]byte(text), passphrase)
		if errors.Is(err, keystore.ErrDecrypt) {
			return nil, ErrPassphrase
		}
		if err != nil {
			return nil, fmt.Errorf("reading key file %s: %w", path, err)
		}
		return key.PrivateKey, nil
	}
	raw, err := parseHex(path, text)
	if err != nil {
		return nil, err
	}
	key, err := crypto.ToECDSA(raw)
	if err != nil {
		return nil, fmt.Errorf("key file %s does not hold a secp256k1 key", path)
	}
	return key, nil
}

// New makes a key from random, writes it to path and returns it. It never replaces a file. With a passphrase the file
// is encrypted (Web3 Secret Storage); without one it is plain and readable by its owner only.
func New(path, passphrase string, random io.Reader) (*ecdsa.PrivateKey, error) {
	key, err := ecdsa.GenerateKey(crypto.S256(), random)
	if err != nil {
		return nil, fmt.Errorf("making a key: %w", err)
	}
	return key, Write(path, passphrase, key)
}

// Write stores key at path as New does.
func Write(path, passphrase string, key *ecdsa.PrivateKey) error {
	content := []byte(hex.EncodeToString(crypto.FromECDSA(key)) + "\n")
	if passphrase != "" {
		id, err := uuid.NewRandom()
		if err != nil {
			return fmt.Errorf("making a key id: %w", err)
		}
		k := &keystore.Key{Id: id, Address: crypto.PubkeyToAddress(key.PublicKey), PrivateKey: key}
		if content, err = keystore.EncryptKey(k, passphrase, keystore.StandardScryptN,
			keystore.StandardScryptP); err != nil {
			return fmt.Errorf("encrypting the key: %w", err)
		}
	}
	return write(path, content)
}

// NewResult makes a key for results from random, writes it to path with its KEM, readable by its owner only, and
// returns it. It never replaces a file.
func NewResult(path string, kem sealed.KEM, random io.Reader) (sealed.PrivateKey, error) {
	key, err := sealed.GenerateKey(kem, random)
	if err != nil {
		return key, fmt.Errorf("making a key: %w", err)
	}
	seed := key.Seed()
	return key, write(path, []byte(kem.String()+" "+hex.EncodeToString(seed[:])+"\n"))
}

// LoadResult reads the key for results at path.
func LoadResult(path string) (sealed.PrivateKey, error) {
	text, err := read(path, "--result ")
	if err != nil {
		return sealed.PrivateKey{}, err
	}
	name, digits, found := strings.Cut(text, " ")
	if !found {
		return sealed.PrivateKey{},
			fmt.Errorf("key file %s is no key for results; make one under a new name with: assent key new --result "+
				"FILE", path)
	}
	kem, err := sealed.ParseKEM(name)
	if err != nil {
		return sealed.PrivateKey{}, fmt.Errorf("reading key file %s: %w", path, err)
	}
	seed, err := hex.DecodeString(digits)
	if err != nil || len(seed) != sealed.SeedSize {
		return sealed.PrivateKey{}, fmt.Errorf("key file %s does not hold %d hexadecimal digits behind %s", path,
			2*sealed.SeedSize, name)
	}
	key, err := sealed.NewPrivateKey(kem, [sealed.SeedSize]byte(seed))
	if err != nil {
		return key, fmt.Errorf("reading key file %s: %w", path, err)
	}
	return key, nil
}

// write stores content in a new file that only its owner can read, whole or not at all.
func write(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("making the folder of key file %s: %w", path, err)
	}
	if err := wholefile.New(path, content, 0o600); err != nil {
		return fmt.Errorf("keeping a key: %w", err)
	}
	return nil
}
