package cli

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/keyfile"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/trustroot"
)

// Network loads the network file that --network names.
func (a *App) Network() (*network.File, error) {
	f, err := network.Load(a.network)
	if err != nil {
		return nil, fmt.Errorf("reading the network at %s: %w", a.network, err)
	}
	return f, nil
}

// NetworkPath is what --network names.
func (a *App) NetworkPath() string { return a.network }

// Contracts returns the addresses in a network file.
func Contracts(f *network.File) (solidity.Addresses, error) {
	c := f.Contracts
	if c.DatasetRegistry == (common.Address{}) || c.JobMarket == (common.Address{}) {
		return solidity.Addresses{}, term.Fail(term.ExitInput, "deploy them with: assent localnet up",
			"network %s has no contracts yet", f.Name)
	}
	return c, nil
}

// Client connects to the network's gateway.
func (a *App) Client(ctx context.Context) (*client.Client, error) {
	f, err := a.Network()
	if err != nil {
		return nil, err
	}
	contracts, err := Contracts(f)
	if err != nil {
		return nil, err
	}
	if f.Gateway == "" {
		return nil, term.Fail(term.ExitInput, "start one with: assent gateway", "network %s has no gateway", f.Name)
	}
	return client.Dial(ctx, f.Gateway, f.ChainID, contracts)
}

// TrustRoot reads the network's trust root file, or the one at path when it is not empty.
func (a *App) TrustRoot(path string) (trustroot.TrustRoot, error) {
	if path == "" {
		f, err := a.Network()
		if err != nil {
			return trustroot.TrustRoot{}, err
		}
		if path = f.TrustRoot; path == "" {
			return trustroot.TrustRoot{}, term.Fail(term.ExitInput, "name one with --trust-root",
				"network %s has no trust root file", f.Name)
		}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return trustroot.TrustRoot{}, fmt.Errorf("reading the trust root: %w", err)
	}
	root, err := trustroot.Parse(b)
	if err != nil {
		return trustroot.TrustRoot{}, fmt.Errorf("reading the trust root %s: %w", path, err)
	}
	return root, nil
}

// LoadKey reads a key file, or the account dev:N of a local network.
func (a *App) LoadKey(path string) (*ecdsa.PrivateKey, error) {
	if n, ok := strings.CutPrefix(path, "dev:"); ok {
		return a.devKey(n)
	}
	return keyfile.Load(path, a.Getenv("ASSENT_PASSPHRASE"))
}

// devKey returns a funded account of a local network.
func (a *App) devKey(index string) (*ecdsa.PrivateKey, error) {
	i, err := strconv.Atoi(index)
	if err != nil || i < 0 {
		return nil, term.Fail(term.ExitInput, "", "key dev:%s names no account: write dev:0, dev:1 and so on", index)
	}
	f, err := a.Network()
	if err != nil {
		return nil, err
	}
	if f.Accounts == "" {
		return nil, term.Fail(term.ExitInput, "name a key file with --key", "network %s has no funded accounts", f.Name)
	}
	b, err := os.ReadFile(f.Accounts)
	if err != nil {
		return nil, fmt.Errorf("reading the funded accounts: %w", err)
	}
	return devKeyOf(b, i)
}

// Key returns the key that --key names.
func (a *App) Key() (*ecdsa.PrivateKey, error) {
	if a.key == "" {
		return nil, term.Fail(term.ExitInput,
			"name a key file with --key; make one with: assent key new FILE; on a local network dev:0 to dev:19 are "+
				"funded", "this needs a key")
	}
	return a.LoadKey(a.key)
}

// Session is a client with an account that sends.
func (a *App) Session(ctx context.Context) (*client.Client, *account.Account, error) {
	key, err := a.Key()
	if err != nil {
		return nil, nil, err
	}
	c, err := a.Client(ctx)
	if err != nil {
		return nil, nil, err
	}
	return c, c.Account(key), nil
}

// opened is a dataset as the newest round has it.
type opened struct {
	client *client.Client
	now    *contracts.Snapshot
	id     common.Hash
	record contracts.Dataset
}

// Dataset is a dataset as the newest round has it, for commands of other packages.
type Dataset struct {
	Client *client.Client
	Now    *contracts.Snapshot
	ID     common.Hash
	Record contracts.Dataset
	Policy policy.Policy // in effect
}

// OpenDataset reads the dataset that an argument names, by id, beginning of an id, or name.
func (a *App) OpenDataset(ctx context.Context, arg string) (*Dataset, error) {
	o, err := a.openDataset(ctx, arg)
	if err != nil {
		return nil, err
	}
	p, err := o.now.Policy(ctx, o.id, o.record.PolicyVersion)
	if err != nil {
		return nil, err
	}
	return &Dataset{Client: o.client, Now: o.now, ID: o.id, Record: o.record, Policy: p}, nil
}

// openDataset reads the dataset whose id is given.
func (a *App) openDataset(ctx context.Context, arg string) (*opened, error) {
	id, err := a.datasetID(ctx, arg)
	if err != nil {
		return nil, err
	}
	c, err := a.Client(ctx)
	if err != nil {
		return nil, err
	}
	now, err := c.Now(ctx)
	if err != nil {
		return nil, err
	}
	record, err := now.Dataset(ctx, id)
	if err != nil {
		return nil, err
	}
	return &opened{client: c, now: now, id: id, record: record}, nil
}

// parseHash reads a 32-byte id.
func parseHash(what, s string) (common.Hash, error) {
	b := common.FromHex(s)
	if len(b) != common.HashLength || len(strings.TrimPrefix(s, "0x")) != 2*common.HashLength {
		return common.Hash{}, term.Fail(term.ExitInput, "an id is 0x and 64 hexadecimal digits",
			"%s %.80q is not an id", what, s)
	}
	return common.BytesToHash(b), nil
}

// parseHashes reads 32-byte ids.
func parseHashes(what string, list []string) ([]common.Hash, error) {
	var ids []common.Hash
	for _, s := range list {
		id, err := parseHash(what, s)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// parseAddress reads a 20-byte address. One in capital and small letters has a checksum in them (EIP-55), which has to
// hold; the zero address is no account's.
func parseAddress(what, s string) (common.Address, error) {
	if !common.IsHexAddress(s) {
		return common.Address{}, term.Fail(term.ExitInput, "an address is 0x and 40 hexadecimal digits",
			"%s %.60q is not an address", what, s)
	}
	address := common.HexToAddress(s)
	digits := strings.TrimPrefix(strings.TrimPrefix(s, "0x"), "0X")
	if mixed := digits != strings.ToLower(digits) && digits != strings.ToUpper(digits); mixed &&
		digits != address.Hex()[2:] {
		return common.Address{}, term.Fail(term.ExitInput, "copy it anew; its capital letters are a checksum",
			"%s %s is mistyped: its checksum does not hold", what, s)
	}
	if address == (common.Address{}) {
		return common.Address{}, term.Fail(term.ExitInput, "name an account", "%s %s is the zero address", what, s)
	}
	return address, nil
}

// readJSON reads a JSON file that a program has written into v, strictly.
func readJSON(path string, v any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := canonical.Unmarshal(b, v); err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	return nil
}

// writeJSON writes a value to a new file.
func writeJSON(path string, v any) error {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("encoding %s: %w", path, err)
	}
	return wholefile.New(path, append(b, '\n'), 0o644)
}

// splitList splits a list at commas, dropping empty parts.
func splitList(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' })
}
