// Package network reads and writes network.json, the file that says where a network is and which one it is. Localnet
// writes it; the command line, the gateway, workers and brokers read it.
//
// Everything in it is public. It is a convenience and no trust root: what it says is checked against one.
package network

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/protocol/canonical"

	oasis "github.com/oasisprotocol/oasis-core/go/common"
)

// FileName is what the file is called in the directory of a network.
const FileName = "network.json"

// Format is the version of the file that this package writes and reads.
const Format = 1

// maxSize bounds what Load reads.
const maxSize = 1 << 20

// ErrNotExist comes when there is no file: the network was not started, or the directory is another one.
var ErrNotExist = errors.New("there is no network")

// File is what the file says. Paths are absolute once loaded and relative to the file's directory in it, so that the
// directory can be moved.
type File struct {
	Format int `json:"format"`
	// Name is for people.
	Name string `json:"name"`
	// ChainContext is the hash of the consensus genesis document; signatures are bound to it.
	ChainContext string `json:"chainContext"`
	// ConsensusChainID is the name of the chain in CometBFT's headers.
	ConsensusChainID string `json:"consensusChainId"`
	// RuntimeID is the ParaTime's.
	RuntimeID RuntimeID `json:"runtimeId"`
	// ChainID is the EVM's.
	ChainID uint64 `json:"chainId"`
	// Sockets are the nodes' UNIX sockets, or tcp:HOST:PORT; the first is the one to use.
	Sockets []string `json:"sockets"`
	// Gateway is the URL of the JSON-RPC gateway, if one was started.
	Gateway string `json:"gateway,omitempty"`
	// Contracts are the addresses of the network's contracts, once deployed.
	Contracts solidity.Addresses `json:"contracts,omitzero"`
	// TrustRoot is the path of the trust root file, once written.
	TrustRoot string `json:"trustRoot,omitempty"`
	// Uses are where workers show use lists: folders, or URLs of sites.
	Uses []string `json:"uses,omitempty"`
	// Accounts is the path of a file with funded accounts, on networks that have them.
	Accounts string `json:"accounts,omitempty"`
}

// RuntimeID is a runtime's identifier, written in hexadecimal as people know it.
type RuntimeID struct{ oasis.Namespace }

// MarshalText implements encoding.TextMarshaler.
func (id RuntimeID) MarshalText() ([]byte, error) {
	return []byte(id.Hex()), nil
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (id *RuntimeID) UnmarshalText(text []byte) error {
	if err := id.UnmarshalHex(string(text)); err != nil {
		return fmt.Errorf("%q is not a runtime ID of 64 hexadecimal digits: %w", text, err)
	}
	return nil
}

// Load reads the file at path, or in the directory at path.
func Load(path string) (*File, error) {
	path = locate(path)
	raw, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("reading %s: %w", path, ErrNotExist)
	case err != nil:
		return nil, fmt.Errorf("reading the network file: %w", err)
	}
	f, err := parse(raw)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	dir, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	f.eachPath(func(p string) string {
		if filepath.IsAbs(p) {
			return p
		}
		return filepath.Join(dir, p)
	})
	return f, nil
}

func parse(raw []byte) (*File, error) {
	if len(raw) > maxSize {
		return nil, fmt.Errorf("the file has %d bytes, more than %d", len(raw), maxSize)
	}
	// The format first: with another one, errors about fields would only mislead.
	var head struct {
		Format int `json:"format"`
	}
	if json.Unmarshal(raw, &head) == nil && head.Format != Format {
		return nil, fmt.Errorf(
			"the file has format %d, this program reads %d: start the network again with this version",
			head.Format, Format)
	}
	var f File
	if err := canonical.Unmarshal(raw, &f); err != nil {
		return nil, err
	}
	switch {
	case len(f.Sockets) == 0:
		return nil, errors.New("the file names no socket")
	case f.ChainContext == "":
		return nil, errors.New("the file names no chain context")
	}
	return &f, nil
}

// Save writes the file into a directory, whole or not at all.
func (f *File) Save(dir string) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return fmt.Errorf("writing the network file: %w", err)
	}
	out := *f
	out.Format = Format
	out.Sockets, out.Uses = slices.Clone(f.Sockets), slices.Clone(f.Uses)
	out.eachPath(func(p string) string {
		if rel, err := filepath.Rel(dir, p); err == nil && filepath.IsLocal(rel) {
			return rel
		}
		return p
	})
	raw, err := json.MarshalIndent(&out, "", "  ")
	if err != nil {
		return fmt.Errorf("writing the network file: %w", err)
	}
	if err := wholefile.WritePublic(filepath.Join(dir, FileName), append(raw, '\n')); err != nil {
		return fmt.Errorf("writing the network file: %w", err)
	}
	return nil
}

// Update changes the file in a directory; programs that do so at the same time wait for each other.
func Update(dir string, change func(*File) error) error {
	lock, err := os.OpenFile(filepath.Join(dir, FileName+".lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return fmt.Errorf("locking the network file: %w", err)
	}
	defer lock.Close()
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		return fmt.Errorf("locking the network file: %w", err)
	}
	f, err := Load(dir)
	if err != nil {
		return err
	}
	if err := change(f); err != nil {
		return err
	}
	return f.Save(dir)
}

func (f *File) eachPath(change func(string) string) {
	for i, s := range f.Sockets {
		if !strings.HasPrefix(s, "tcp:") { // a node that is reached by TCP has no path
			f.Sockets[i] = change(s)
		}
	}
	for i, s := range f.Uses {
		if !IsURL(s) {
			f.Uses[i] = change(s)
		}
	}
	for _, p := range []*string{&f.TrustRoot, &f.Accounts} {
		if *p != "" {
			*p = change(*p)
		}
	}
}

// IsURL reports whether a place is a site, and no folder.
func IsURL(place string) bool {
	return strings.HasPrefix(place, "http://") || strings.HasPrefix(place, "https://")
}

func locate(path string) string {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return filepath.Join(path, FileName)
	}
	return path
}
