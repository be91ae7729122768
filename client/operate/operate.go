// Package operate puts a worker or a broker together from a network's files: the connection to a node, the verified
// view of the chain, the account that pays, and the attestation that the network knows.
package operate

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	oasiscommon "github.com/oasisprotocol/oasis-core/go/common"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/chain/evm"
	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/chain/light/verified"
	"github.com/assent-network/assent/client/operate/monitor"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/genuine"
	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/trustroot"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/snp"
)

// Station is what a worker and a broker have in common: a connection to a node that is not trusted, a view of the chain
// that is verified from a trust root, and an account.
type Station struct {
	Root      trustroot.TrustRoot
	Contracts solidity.Addresses
	Node      *chain.Client
	Watch     *light.View
	View      *verified.View
	Sender    *Sender // nil without a key
	Log       *slog.Logger
	Now       func() time.Time
}

// Config says how to open a station.
type Config struct {
	Root   trustroot.TrustRoot
	Socket string            // the node's UNIX socket
	Dir    string            // where the verified state of the chain is kept; in memory alone when empty
	Key    *ecdsa.PrivateKey // nil for a station that sends nothing
	// MaxGasPrice is the most that is paid for a unit of gas, in base units; nil is DefaultMaxGasPrice.
	MaxGasPrice *big.Int
	// Monitor is where the operator asks how a worker or a broker is; see package monitor.
	Monitor monitor.Surface
	Now     func() time.Time
	Log     *slog.Logger
}

// RootOf returns the part of a trust root that light blocks are verified from.
func RootOf(r trustroot.TrustRoot) proof.Root {
	return proof.Root{
		ChainContext: r.ChainContext, Height: int64(r.Height), Hash: oasis.Hash(r.HeaderHash),
		RuntimeID: oasis.Namespace(r.Runtime),
	}
}

// DefaultMaxGasPrice is the most that a worker or a broker pays for a unit of gas, in base units, by default: a hundred
// times the price of a local network.
const DefaultMaxGasPrice = 100_000_000_000

// judgementGas is what it costs when a worker's quote has to be verified again: collateral may be posted between the
// estimate and the block. A quote of SNP, or a long list of revocations, takes most of it.
const judgementGas = 4_000_000

// patience is how long a worker or a broker waits for a node that is away while a transaction is on its way. What it
// could do instead needs the node as well.
const patience = time.Hour

// Open opens a station: it connects to the node and verifies its newest block.
func Open(ctx context.Context, c Config) (*Station, error) {
	node, err := chain.Dial(ctx, c.Socket, oasiscommon.Namespace(c.Root.Runtime))
	if err != nil {
		return nil, err
	}
	s, err := open(ctx, c, node)
	if err != nil {
		return nil, errors.Join(err, node.Close())
	}
	return s, nil
}

func open(ctx context.Context, c Config, node *chain.Client) (*Station, error) {
	var store light.Store
	if c.Dir != "" {
		if err := os.MkdirAll(c.Dir, 0o700); err != nil {
			return nil, fmt.Errorf("making the folder %s: %w", c.Dir, err)
		}
		store = light.FileStore{Path: filepath.Join(c.Dir, "trust.json")}
	}
	w, err := light.Open(ctx, light.Config{Root: RootOf(c.Root), Node: light.NodeOf(node), Store: store, Now: c.Now,
		Logger: c.Log})
	if err != nil {
		return nil, fmt.Errorf("verifying the chain: %w", err)
	}
	addresses := solidity.AddressesOf(c.Root)
	roots, err := Roots(c.Root)
	if err != nil {
		return nil, err
	}
	reader := contracts.NewReader(c.Root.EVMChainID, roots, addresses)
	s := &Station{
		Root: c.Root, Contracts: addresses, Node: node, Watch: w, View: verified.New(w, reader), Log: c.Log, Now: c.Now,
	}
	if c.Key != nil {
		if s.Sender, err = s.send(c.Key, c.MaxGasPrice); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// send returns what sends from a key, at no more than a price for a unit of gas.
func (s *Station) send(key *ecdsa.PrivateKey, maxGasPrice *big.Int) (*Sender, error) {
	sender := account.New(evm.New(s.Node, s.Root.EVMChainID), s.Root.EVMChainID, key)
	sender.Patience, sender.MaxGasPrice, sender.GasMargin = patience, maxGasPrice, judgementGas
	if sender.MaxGasPrice == nil {
		sender.MaxGasPrice = big.NewInt(DefaultMaxGasPrice)
	}
	return &Sender{sender}, nil
}

// Close ends the connection and stores what was verified. Follow must have ended.
func (s *Station) Close() error { return errors.Join(s.Watch.Close(), s.Node.Close()) }

// Sender sends calls and waits until they are final, as workers and brokers need it.
type Sender struct{ account *account.Account }

// Address is the account that pays.
func (s *Sender) Address() common.Address { return s.account.Address() }

// sendAttempts bounds how often a call is sent whose nonce another program of the same account was faster to use: two
// instances of a broker share one.
const sendAttempts = 3

// Send sends a call and returns the round in which it became final.
func (s *Sender) Send(ctx context.Context, to common.Address, value *big.Int, input []byte) (uint64, error) {
	for attempt := 1; ; attempt++ {
		receipt, err := s.account.Send(ctx, &to, value, input)
		switch {
		case err == nil:
			return receipt.BlockNumber.Uint64(), nil
		case attempt == sendAttempts || !nonceUsed(err):
			return 0, err
		}
	}
}

// nonceUsed says whether the chain refused a transaction for its nonce: nothing was done, and the account asks for a
// new one.
func nonceUsed(err error) bool {
	const module, invalidNonce = "core", 4 // as in the Oasis runtime SDK
	var rejected *chain.RejectedError
	return errors.As(err, &rejected) && rejected.Module == module && rejected.Code == invalidNonce
}

// Genuine verifies quotes of all platforms by the attestation roots that a trust root names and the chain's lists.
func Genuine(r trustroot.TrustRoot) (*genuine.Verifier, error) {
	roots, err := Roots(r)
	if err != nil {
		return nil, err
	}
	return GenuineUnder(roots)
}

// GenuineUnder is Genuine for roots that were read.
func GenuineUnder(roots tee.Roots) (*genuine.Verifier, error) {
	return genuine.New([]tee.Verifier{dcap.Verifier{}, snp.Verifier{}}, roots)
}

// Roots returns the attestation roots that a trust root names.
func Roots(r trustroot.TrustRoot) (tee.Roots, error) {
	certificates, err := r.Roots()
	if err != nil {
		return nil, fmt.Errorf("reading the attestation roots: %w", err)
	}
	return tee.Roots(certificates), nil
}
