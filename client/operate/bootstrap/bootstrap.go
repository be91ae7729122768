// Package bootstrap makes a fresh chain an Assent network: it deploys the contracts and writes the trust root file from
// which everyone else verifies.
package bootstrap

import (
	"cmp"
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/evm"
	"github.com/assent-network/assent/chain/network"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/deploy"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/protocol/proof/fromnode"
	"github.com/assent-network/assent/protocol/trustroot"
	"github.com/assent-network/assent/tee/vendors"
)

// TrustRootFile is the name of the trust root file in a network's directory.
const TrustRootFile = "trust-root.json"

// defaultGrace is a network's grace when no one says otherwise.
const defaultGrace = 10 * time.Minute

// Config is what a network decides when it is founded.
type Config struct {
	// Dir is the network's directory, which has a network file.
	Dir string
	// Key pays for the deployment and owns the worker registry.
	Key *ecdsa.PrivateKey
	// PolicyDelay is how long a looser policy waits, in whole seconds.
	PolicyDelay time.Duration
	// Grace is how long after its time a job can be sealed or opened, in whole seconds; zero is ten minutes.
	Grace time.Duration
	// Bond is what a claim has to bring, in base units.
	Bond   *big.Int
	Random io.Reader
	Now    func() time.Time
}

// Network founds the network in a directory, unless it was founded before, and returns its trust root.
func Network(ctx context.Context, c Config) (trustroot.TrustRoot, error) {
	f, err := network.Load(c.Dir)
	if err != nil {
		return trustroot.TrustRoot{}, fmt.Errorf("founding a network: %w", err)
	}
	if f.TrustRoot != "" {
		b, err := os.ReadFile(f.TrustRoot)
		if err != nil {
			return trustroot.TrustRoot{}, fmt.Errorf("reading the trust root: %w", err)
		}
		return trustroot.Parse(b)
	}
	node, err := chain.Dial(ctx, f.Sockets[0], f.RuntimeID.Namespace)
	if err != nil {
		return trustroot.TrustRoot{}, err
	}
	root, err := found(ctx, c, f, node)
	return root, errors.Join(err, node.Close())
}

func found(ctx context.Context, c Config, f *network.File, node *chain.Client) (trustroot.TrustRoot, error) {
	var none trustroot.TrustRoot
	backend := evm.New(node, f.ChainID)
	opts := bind.NewKeyedTransactor(c.Key, new(big.Int).SetUint64(f.ChainID))
	contracts, err := deploy.Deploy(ctx, backend, opts, deploy.Config{
		Runtime: common.Hash(f.RuntimeID.Namespace), PolicyDelay: uint64(c.PolicyDelay / time.Second), Bond: c.Bond,
		Grace: uint64(cmp.Or(c.Grace, defaultGrace) / time.Second),
	})
	if err != nil {
		return none, fmt.Errorf("deploying the contracts: %w", err)
	}
	teeRoots, err := attestationRoots(c, f.Name)
	if err != nil {
		return none, err
	}
	if err := postSimulated(ctx, c, backend, opts, contracts.Collateral.Address); err != nil {
		return none, err
	}
	// A network's founder runs its first node, so this one block is taken on trust; all others follow from it.
	status, err := node.Control().GetStatus(ctx)
	if err != nil {
		return none, fmt.Errorf("asking the node for its height: %w", err)
	}
	raw, err := node.UntrustedLightBlock(ctx, status.Consensus.LatestHeight)
	if err != nil {
		return none, err
	}
	block, err := fromnode.LightBlock(raw.Meta)
	if err != nil {
		return none, fmt.Errorf("reading the block to trust: %w", err)
	}
	root := trustroot.TrustRoot{
		Format: trustroot.Format, Network: f.Name, ChainContext: f.ChainContext, CometChainID: f.ConsensusChainID,
		Height: uint64(block.Height()), HeaderHash: common.Hash(block.Hash()),
		Runtime: common.Hash(f.RuntimeID.Namespace), EVMChainID: f.ChainID,
		Contracts: contracts.Contracts, TEERoots: teeRoots,
	}
	b, err := root.Marshal()
	if err != nil {
		return none, fmt.Errorf("writing the trust root: %w", err)
	}
	path := filepath.Join(c.Dir, TrustRootFile)
	if err := wholefile.WritePublic(path, append(b, '\n')); err != nil {
		return none, fmt.Errorf("writing the trust root: %w", err)
	}
	err = network.Update(c.Dir, func(f *network.File) error {
		f.TrustRoot = path
		f.Contracts = contracts.Addresses()
		return nil
	})
	if err != nil {
		return none, fmt.Errorf("writing the network file: %w", err)
	}
	return root, nil
}

// postSimulated posts the collateral of the network's simulated root, if it has one: no quote is believed before its
// revocation lists are on chain. Vendors' collateral is their operators' to post.
func postSimulated(
	ctx context.Context, c Config, backend bind.Backend, opts *bind.TransactOpts, registry common.Address,
) error {
	if !operate.HasSimulatedRoot(c.Dir) {
		return nil
	}
	simulated, err := operate.SimulatedRoot(c.Dir, c.Random, c.Now())
	if err != nil {
		return err
	}
	container, err := operate.Collateral{Root: simulated, Now: c.Now}.Collateral(ctx, nil)
	if err != nil {
		return err
	}
	contract := bindings.NewCollateralRegistry()
	tx, err := bind.Transact(contract.Instance(backend, registry), opts, contract.PackPost(container))
	if err != nil {
		return fmt.Errorf("posting the simulated collateral: %w", err)
	}
	receipt, err := bind.WaitMined(ctx, backend, tx.Hash())
	if err != nil {
		return fmt.Errorf("posting the simulated collateral: %w", err)
	}
	if receipt.Status != types.ReceiptStatusSuccessful {
		return fmt.Errorf("posting the simulated collateral: transaction %s was refused", tx.Hash())
	}
	return nil
}

// attestationRoots are those in the genesis document of the runtime: the network's simulated one, if it has one, and
// the vendors'.
func attestationRoots(c Config, name string) ([]trustroot.TEERoot, error) {
	var roots []trustroot.TEERoot
	if operate.HasSimulatedRoot(c.Dir) {
		simulated, err := operate.SimulatedRoot(c.Dir, c.Random, c.Now())
		if err != nil {
			return nil, err
		}
		roots = append(roots, trustroot.TEERoot{Name: "simulated, " + name, Simulated: true,
			Certificate: simulated.Certificate().Raw})
	}
	list, err := vendors.Roots()
	if err != nil {
		return nil, err
	}
	for _, v := range list {
		roots = append(roots, trustroot.TEERoot{Name: v.Name, Certificate: v.Certificate})
	}
	return roots, nil
}
