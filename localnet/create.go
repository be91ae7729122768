package localnet

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"time"

	ethcommon "github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/oasisprotocol/oasis-core/go/common/crypto/signature"
	filesigner "github.com/oasisprotocol/oasis-core/go/common/crypto/signature/signers/file"
	"github.com/oasisprotocol/oasis-core/go/common/identity"
	cometbft "github.com/oasisprotocol/oasis-core/go/consensus/cometbft/api"

	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/localnet/accounts"
	"github.com/assent-network/assent/localnet/genesis"
	"github.com/assent-network/assent/tee/vendors"
)

// ChainID is the chain ID of the EVM of every local network.
const ChainID = 42334

// runtimeIDHex is the ParaTime's identifier on every local network. The first bit marks it as a test.
const runtimeIDHex = "8000000000000000000000000000000000000000000000000000000000000a55"

// prepare leaves a directory that has a network, and returns what it is made of. The directory is locked.
func prepare(ctx context.Context, cfg Config, progress func(name, text string)) (*state, error) {
	s, err := loadState(cfg.Dir)
	switch {
	case err == nil:
		return s, s.agrees(cfg)
	case !errors.Is(err, ErrNoNetwork):
		return nil, err
	}
	entries, err := os.ReadDir(cfg.Dir)
	if err != nil {
		return nil, err
	}
	marker := filepath.Join(cfg.Dir, creatingFile)
	if _, err := os.Stat(marker); err == nil {
		// An earlier creation was interrupted: nothing of it was ever used.
		if err := clear(cfg.Dir); err != nil {
			return nil, err
		}
	} else if len(entries) > 0 {
		return nil, &ForeignDirError{Dir: cfg.Dir}
	}
	if err := wholefile.Write(marker, nil); err != nil {
		return nil, err
	}
	progress(StepCreate, "creating a network in "+cfg.Dir)
	if s, err = create(ctx, cfg.forCreation()); err != nil {
		if clearErr := clear(cfg.Dir); clearErr != nil {
			err = errors.Join(err, clearErr)
		}
		return nil, fmt.Errorf("creating a network: %w", err)
	}
	return s, os.Remove(marker)
}

// clear empties a directory.
func clear(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	return nil
}

// create fills an empty directory. The state file comes last: a directory without it has no network.
func create(ctx context.Context, cfg Config) (*state, error) {
	executable, err := program(cfg.RuntimeBinary, runtimeProgram)
	if err != nil {
		return nil, err
	}
	funded, err := accounts.Derive(cfg.Phrase, cfg.Accounts)
	if err != nil {
		return nil, err
	}
	if err := saveAccounts(filepath.Join(cfg.Dir, accountsFile), cfg.Phrase, funded); err != nil {
		return nil, err
	}
	var runtimeID network.RuntimeID
	if err := runtimeID.UnmarshalHex(runtimeIDHex); err != nil {
		return nil, fmt.Errorf("internal error: %w", err)
	}
	now := time.Now().UTC().Truncate(time.Second)
	roots, err := makeRoots(cfg, now)
	if err != nil {
		return nil, err
	}
	bundle, err := makeBundle(ctx, executable, filepath.Join(cfg.Dir, bundleFile), runtimeID.Namespace, roots, funded,
		cfg.Balance)
	if err != nil {
		return nil, err
	}

	document := genesis.Config{
		ChainID:       fmt.Sprintf("assent-localnet-%d", now.Unix()),
		Time:          now,
		BlockInterval: cfg.BlockInterval,
		EpochBlocks:   cfg.EpochBlocks,
		Runtime: genesis.Runtime{ID: runtimeID.Namespace, Version: bundle.version,
			BundleChecksum: bundle.checksum},
	}
	s := &state{
		Format:         format,
		Created:        now,
		Validators:     cfg.Validators,
		Compute:        cfg.Compute,
		BlockInterval:  cfg.BlockInterval,
		EpochBlocks:    cfg.EpochBlocks,
		HardwareOnly:   cfg.HardwareOnly,
		RuntimeDigest:  bundle.digest,
		RuntimeVersion: bundle.version.String(),
	}
	count := max(cfg.Validators, cfg.Compute)
	ports, err := freePorts(2 * count)
	if err != nil {
		return nil, err
	}
	for i := range count {
		n := nodeState{
			Name:          fmt.Sprintf("node-%d", i),
			Validator:     i < cfg.Validators,
			Compute:       i < cfg.Compute,
			ConsensusPort: ports[2*i],
			P2PPort:       ports[2*i+1],
		}
		id, owner, err := makeKeys(cfg.Dir, n.Name)
		if err != nil {
			return nil, fmt.Errorf("making the keys of %s: %w", n.Name, err)
		}
		n.Owner, n.P2PKey = owner.Public().String(), id.P2PSigner.Public().String()
		s.Nodes = append(s.Nodes, n)
		document.Nodes = append(document.Nodes, genesis.Node{
			Identity: id, Owner: owner,
			Consensus: loopback(n.ConsensusPort), P2P: loopback(n.P2PPort),
			Validator: n.Validator, Compute: n.Compute,
		})
	}
	doc, err := genesis.New(document)
	if err != nil {
		return nil, err
	}
	if err := doc.WriteFileJSON(filepath.Join(cfg.Dir, genesisFile)); err != nil {
		return nil, err
	}
	s.ChainContext = doc.ChainContext()
	file := &network.File{
		Name:             "localnet",
		ChainContext:     s.ChainContext,
		ConsensusChainID: cometbft.CometBFTChainID(s.ChainContext),
		RuntimeID:        runtimeID,
		ChainID:          ChainID,
		Accounts:         filepath.Join(cfg.Dir, accountsFile),
		Sockets:          s.sockets(cfg.Dir),
	}
	if err := file.Save(cfg.Dir); err != nil {
		return nil, err
	}
	return s, writeJSON(filepath.Join(cfg.Dir, stateFile), s)
}

// makeRoots returns the attestation roots that the runtime accepts: the vendors', and, unless the network is for
// hardware only, a simulated one of its own, which it leaves in the directory.
func makeRoots(cfg Config, now time.Time) ([]hexutil.Bytes, error) {
	list, err := vendors.Roots()
	if err != nil {
		return nil, err
	}
	var roots []hexutil.Bytes
	if !cfg.HardwareOnly {
		simulated, err := operate.SimulatedRoot(cfg.Dir, rand.Reader, now)
		if err != nil {
			return nil, err
		}
		roots = append(roots, simulated.Certificate().Raw)
	}
	for _, v := range list {
		roots = append(roots, v.Certificate)
	}
	return roots, nil
}

// sockets are the nodes' sockets, those that run the runtime first: the others serve consensus only.
func (s *state) sockets(dir string) []string {
	var sockets []string
	for _, n := range s.Nodes {
		if n.Compute {
			sockets = append(sockets, nodePaths(dir, n.Name).socket)
		}
	}
	for _, n := range s.Nodes {
		if !n.Compute {
			sockets = append(sockets, nodePaths(dir, n.Name).socket)
		}
	}
	return sockets
}

// makeKeys makes the keys of a node and of its owner. The owner's are not the node's to have, so they are elsewhere.
func makeKeys(dir, name string) (*identity.Identity, signature.Signer, error) {
	data, owner := filepath.Join(dir, nodesDir, name), filepath.Join(dir, "owners", name)
	for _, d := range []string{data, owner} {
		if err := os.MkdirAll(d, 0o700); err != nil {
			return nil, nil, err
		}
	}
	factory, err := filesigner.NewFactory(data, identity.RequiredSignerRoles...)
	if err != nil {
		return nil, nil, err
	}
	id, err := identity.LoadOrGenerate(data, factory)
	if err != nil {
		return nil, nil, err
	}
	if factory, err = filesigner.NewFactory(owner, signature.SignerEntity); err != nil {
		return nil, nil, err
	}
	signer, err := factory.Generate(signature.SignerEntity, rand.Reader)
	if err != nil {
		return nil, nil, err
	}
	return id, signer, nil
}

// accountsJSON is the file with the funded accounts.
type accountsJSON struct {
	Warning  string        `json:"warning"`
	Phrase   string        `json:"phrase"`
	Accounts []accountJSON `json:"accounts"`
}

type accountJSON struct {
	Address    ethcommon.Address `json:"address"`
	PrivateKey hexutil.Bytes     `json:"privateKey"`
	Path       string            `json:"path"`
}

func saveAccounts(path, phrase string, funded []accounts.Account) error {
	out := accountsJSON{
		Warning: "These keys are for tests. Never send anything of value to them.",
		Phrase:  phrase,
	}
	for _, a := range funded {
		out.Accounts = append(out.Accounts, accountJSON{Address: a.Address, PrivateKey: crypto.FromECDSA(a.Key),
			Path: a.Path})
	}
	return writeJSON(path, out)
}

// Range of ports to choose from: above those of well-known services, below those that systems give to clients.
const firstPort, lastPort = 20000, 32000

// freePorts finds ports of the loopback interface that no one listens on.
func freePorts(n int) ([]uint16, error) {
	var ports []uint16
	start, err := rand.Int(rand.Reader, big.NewInt(lastPort-firstPort))
	if err != nil {
		return nil, err
	}
	for i := range lastPort - firstPort {
		port := uint16(firstPort + (int(start.Int64())+i)%(lastPort-firstPort))
		if !portFree(port) {
			continue
		}
		if ports = append(ports, port); len(ports) == n {
			return ports, nil
		}
	}
	return nil, fmt.Errorf("only %d of %d ports are free between %d and %d: stop some programs that listen there",
		len(ports), n, firstPort, lastPort)
}

// portFree looks on all interfaces, because part of a node listens on them.
func portFree(port uint16) bool {
	l, err := net.Listen("tcp4", netip.AddrPortFrom(netip.IPv4Unspecified(), port).String())
	if err != nil {
		return false
	}
	return l.Close() == nil
}

func loopback(port uint16) netip.AddrPort {
	return netip.AddrPortFrom(netip.AddrFrom4([4]byte{127, 0, 0, 1}), port)
}

func shortHash(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:8])
}

// wipe removes a network's directory, if it is one.
func wipe(dir string) error {
	if _, err := loadState(dir); err != nil {
		var stale *StaleError
		if !errors.As(err, &stale) {
			if _, markerErr := os.Stat(filepath.Join(dir, creatingFile)); errors.Is(markerErr, fs.ErrNotExist) {
				return err
			}
		}
	}
	return os.RemoveAll(dir)
}
