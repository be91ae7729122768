// Package keyring keeps a custodian's dataset keys encrypted at rest.
//
// A keyring is a folder. Its root identity is an age X25519 key in root.age, encrypted under the custodian's passphrase
// (scrypt); every dataset has one file, <dataset id>.age, encrypted to the root identity. Each holds the key that opens
// the dataset's files and the master secret from which the noise share of every job is derived, and names its dataset,
// so that one file is not taken for another. Files are written whole or not at all. Losing the passphrase loses the
// datasets' keys; there is no other copy.
package keyring

import (
	"bytes"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"filippo.io/age"
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/node/vault"
)

// ShareSize is the length of a job's noise share in bytes.
const ShareSize = 32

const (
	rootFile    = "root.age"
	maxFileSize = 1 << 16
	shareDomain = "assent/broker: noise share v1"
	useDomain   = "assent/broker: use secret v1"
)

// ErrPassphrase says that the passphrase does not open the keyring.
var ErrPassphrase = errors.New("keyring: wrong passphrase")

// ErrNoDataset says that the keyring has no key for a dataset; add it with `assent broker add`.
var ErrNoDataset = errors.New("keyring: no key for this dataset")

// ErrSwapped says that a dataset's file holds the key of another dataset: the files were moved. Were it used, the other
// dataset's key would be released by this one's policy. Restore the folder from a backup.
var ErrSwapped = errors.New("keyring: the file is another dataset's")

// Entry is what the keyring holds for one dataset.
type Entry struct {
	Name     string `json:"name"`     // the dataset's name, for people
	Identity string `json:"identity"` // dataset key (package vault) that opens the dataset's files
	Master   []byte `json:"master"`   // 32 bytes from which the noise shares are derived
	// Confirmed says that the custodian typed the dataset's name to let simulated workers have real data.
	Confirmed bool `json:"confirmed_for_simulated_workers"`
}

// stored is an entry as it is on disk, with the dataset that it is for.
type stored struct {
	Dataset common.Hash `json:"dataset"`
	Entry
}

// Validate reports whether the entry can be used: it parses, and its master secret has its length.
func (e *Entry) Validate() error {
	if _, err := vault.ParseKey(e.Identity); err != nil {
		return fmt.Errorf("keyring: the entry's dataset key: %w", err)
	}
	if len(e.Master) != ShareSize {
		return fmt.Errorf("keyring: the entry's master secret has %d bytes, not %d", len(e.Master), ShareSize)
	}
	return nil
}

// NewEntry makes an entry with a fresh identity and master secret; random is read for the master secret.
func NewEntry(name string, random io.Reader) (*Entry, error) {
	key, err := vault.GenerateKey()
	if err != nil {
		return nil, fmt.Errorf("keyring: making a dataset key: %w", err)
	}
	e := &Entry{Name: name, Identity: key.Secret(), Master: make([]byte, ShareSize)}
	if _, err := io.ReadFull(random, e.Master); err != nil {
		return nil, fmt.Errorf("keyring: drawing a master secret: %w", err)
	}
	return e, nil
}

// Recipient returns the public key to which the dataset's files are sealed.
func (e *Entry) Recipient() (string, error) {
	key, err := vault.ParseKey(e.Identity)
	if err != nil {
		return "", fmt.Errorf("keyring: the entry's dataset key: %w", err)
	}
	return key.Recipient(), nil
}

// FileKey returns the key of the one dataset file that has an age header. It wraps vault.ErrWrongKey when the file was
// sealed for another key.
func (e *Entry) FileKey(header []byte) (vault.FileKey, error) {
	key, err := vault.ParseKey(e.Identity)
	if err != nil {
		return vault.FileKey{}, fmt.Errorf("keyring: the entry's dataset key: %w", err)
	}
	file, err := key.FileKey(header)
	if err != nil {
		return vault.FileKey{}, fmt.Errorf("keyring: %w", err)
	}
	return file, nil
}

// Share returns the dataset's noise share for a job: the same for the same job always, unrelated between jobs.
func (e *Entry) Share(dataset, job common.Hash) ([]byte, error) {
	info := shareDomain + string(dataset[:]) + string(job[:])
	share, err := hkdf.Key(sha256.New, e.Master, nil, info, ShareSize)
	if err != nil {
		return nil, fmt.Errorf("keyring: deriving a noise share: %w", err)
	}
	return share, nil
}

// UseSecret returns what enclaves derive the use key of a dataset version from (package use): the same for all jobs of
// the version, so that every enclave has the same one.
func (e *Entry) UseSecret(dataset common.Hash, version uint32) ([]byte, error) {
	info := useDomain + string(dataset[:]) + string(binary.BigEndian.AppendUint32(nil, version))
	secret, err := hkdf.Key(sha256.New, e.Master, nil, info, ShareSize)
	if err != nil {
		return nil, fmt.Errorf("keyring: deriving a use secret: %w", err)
	}
	return secret, nil
}

// Keyring is an opened keyring folder.
type Keyring struct {
	dir  string
	root *age.X25519Identity
}

// Create makes a new keyring in dir, which must not hold one yet. work is scrypt's cost as a power of two; 18 takes
// about a second.
func Create(dir, passphrase string, work int) (*Keyring, error) {
	if passphrase == "" {
		return nil, errors.New("keyring: an empty passphrase protects nothing; set one")
	}
	path := filepath.Join(dir, rootFile)
	if _, err := os.Stat(path); err == nil {
		return nil, fmt.Errorf("keyring: %s exists already; open it or choose another folder", path)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("keyring: making the folder: %w", err)
	}
	root, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, fmt.Errorf("keyring: making the root identity: %w", err)
	}
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, fmt.Errorf("keyring: protecting the root identity: %w", err)
	}
	recipient.SetWorkFactor(work)
	if err := seal(path, []byte(root.String()), recipient); err != nil {
		return nil, err
	}
	return &Keyring{dir: dir, root: root}, nil
}

// Open opens the keyring in dir. It returns ErrPassphrase when the passphrase is wrong, and an error that wraps
// fs.ErrNotExist when there is no keyring.
func Open(dir, passphrase string) (*Keyring, error) {
	identity, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, ErrPassphrase
	}
	identity.SetMaxWorkFactor(22)
	plain, err := unseal(filepath.Join(dir, rootFile), identity)
	if err != nil {
		var none *age.NoIdentityMatchError
		if errors.As(err, &none) {
			return nil, ErrPassphrase
		}
		return nil, err
	}
	root, err := age.ParseX25519Identity(string(plain))
	if err != nil {
		return nil, errors.New("keyring: the root identity is damaged; restore it from a backup")
	}
	return &Keyring{dir: dir, root: root}, nil
}

// Put stores the key of a dataset. An entry that is there already stays unless replace is set.
func (k *Keyring) Put(dataset common.Hash, e *Entry, replace bool) error {
	if err := e.Validate(); err != nil {
		return err
	}
	path := k.path(dataset)
	if _, err := os.Stat(path); err == nil && !replace {
		return fmt.Errorf("keyring: dataset %s has a key already; its files could not be opened any more if it were "+
			"replaced", dataset)
	}
	plain, err := json.Marshal(stored{Dataset: dataset, Entry: *e})
	if err != nil {
		return fmt.Errorf("keyring: encoding the key of dataset %s: %w", dataset, err)
	}
	return seal(path, plain, k.root.Recipient())
}

// Get returns the key of a dataset, or ErrNoDataset.
func (k *Keyring) Get(dataset common.Hash) (*Entry, error) {
	plain, err := unseal(k.path(dataset), k.root)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %s", ErrNoDataset, dataset)
	}
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(plain))
	dec.DisallowUnknownFields()
	var e stored
	if err := dec.Decode(&e); err != nil {
		return nil, fmt.Errorf("keyring: the entry of dataset %s is damaged; restore it from a backup", dataset)
	}
	if e.Dataset != dataset {
		return nil, fmt.Errorf("%w: looking for dataset %s, found %s", ErrSwapped, dataset, e.Dataset)
	}
	return &e.Entry, e.Validate()
}

// Destroy removes the key of a dataset for good: after it no file of the dataset can be opened.
func (k *Keyring) Destroy(dataset common.Hash) error {
	err := os.Remove(k.path(dataset))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %s", ErrNoDataset, dataset)
	}
	if err != nil {
		return fmt.Errorf("keyring: destroying the key of dataset %s: %w", dataset, err)
	}
	return nil
}

// Datasets lists the datasets that have a key, in order.
func (k *Keyring) Datasets() ([]common.Hash, error) {
	files, err := os.ReadDir(k.dir)
	if err != nil {
		return nil, fmt.Errorf("keyring: listing %s: %w", k.dir, err)
	}
	var ids []common.Hash
	for _, f := range files {
		name, ok := strings.CutSuffix(f.Name(), ".age")
		if b, err := hex.DecodeString(name); ok && err == nil && len(b) == common.HashLength {
			ids = append(ids, common.BytesToHash(b))
		}
	}
	sort.Slice(ids, func(i, j int) bool { return ids[i].Cmp(ids[j]) < 0 })
	return ids, nil
}

func (k *Keyring) path(dataset common.Hash) string {
	return filepath.Join(k.dir, hex.EncodeToString(dataset[:])+".age")
}

// seal writes plain to path, encrypted, whole or not at all.
func seal(path string, plain []byte, to age.Recipient) error {
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, to)
	if err != nil {
		return fmt.Errorf("keyring: encrypting %s: %w", filepath.Base(path), err)
	}
	if _, err := w.Write(plain); err != nil {
		return fmt.Errorf("keyring: encrypting %s: %w", filepath.Base(path), err)
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("keyring: encrypting %s: %w", filepath.Base(path), err)
	}
	if err := wholefile.Write(path, sealed.Bytes()); err != nil {
		return fmt.Errorf("keyring: %w", err)
	}
	return nil
}

func unseal(path string, with age.Identity) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("keyring: opening: %w", err)
	}
	defer f.Close()
	r, err := age.Decrypt(io.LimitReader(f, maxFileSize), with)
	if err != nil {
		return nil, fmt.Errorf("keyring: decrypting %s: %w", filepath.Base(path), err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("keyring: decrypting %s: %w", filepath.Base(path), err)
	}
	return plain, nil
}
