// Package client is Assent's Go SDK: what custodians, subjects and researchers do on the chain, each as one call.
//
// A Client speaks to a gateway (Ethereum JSON-RPC) and trusts what it answers; that is enough to send what one has
// signed and to read one's own results, which are encrypted and bound to their receipts. A program that must not trust
// a gateway uses package chain/light, as workers and brokers do, or an audit bundle (package audit).
//
// A researcher makes a job of a request with NewJob, posts it, watches it, and opens its Delivery with the key for
// results. A subject signs what GrantBasis makes, and anyone sends it with Grant, Enrol or Rotate. A custodian
// registers a dataset, sets its policy and adds versions, and reads jobs with package client/custodian/review before
// approving them. What is read of one round comes from Now or At. Errors are told apart with errors.Is: those of this
// package, and the contracts' own as package contracts/solidity names them.
package client

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/eip712"
)

// ErrUnreachable says that the gateway does not answer.
var ErrUnreachable = errors.New("the gateway cannot be reached")

// Backend is what the SDK needs of a gateway; go-ethereum's ethclient.Client has it.
type Backend interface {
	account.Backend
	ChainID(ctx context.Context) (*big.Int, error)
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
	FilterLogs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error)
	BalanceAt(ctx context.Context, account common.Address, block *big.Int) (*big.Int, error)
	CodeAt(ctx context.Context, account common.Address, block *big.Int) ([]byte, error)
	TransactionByHash(ctx context.Context, hash common.Hash) (tx *types.Transaction, isPending bool, err error)
}

// Client reads and changes Assent's contracts on one network. It is safe for concurrent use.
type Client struct {
	backend   Backend
	chainID   uint64
	contracts solidity.Addresses
	reader    *contracts.Reader

	registry *bindings.DatasetRegistry
	ledger   *bindings.ConsentLedger
	market   *bindings.JobMarket
}

// Dial connects to the gateway at a URL and checks that it serves the chain with the given EVM chain id. Over a
// WebSocket address (ws, wss) Watch follows the gateway's subscription of rounds; over http and https it polls.
func Dial(ctx context.Context, url string, chainID uint64, addresses solidity.Addresses) (*Client, error) {
	backend, err := ethclient.DialContext(ctx, url)
	if err != nil {
		return nil, fmt.Errorf("%w at %s: %w", ErrUnreachable, url, err)
	}
	c, err := New(ctx, backend, chainID, addresses)
	if err != nil {
		backend.Close()
		return nil, fmt.Errorf("using the gateway at %s: %w", url, err)
	}
	return c, nil
}

// New returns a client over a backend, after checking that it serves the chain with the given id.
func New(ctx context.Context, backend Backend, chainID uint64, addresses solidity.Addresses) (*Client, error) {
	got, err := backend.ChainID(ctx)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnreachable, err)
	}
	if !got.IsUint64() || got.Uint64() != chainID {
		return nil, fmt.Errorf("the gateway serves chain %s, not %d; check the network file", got, chainID)
	}
	return &Client{
		backend: backend, chainID: chainID, contracts: addresses, reader: contracts.NewReader(chainID, nil, addresses),
		registry: bindings.NewDatasetRegistry(), ledger: bindings.NewConsentLedger(), market: bindings.NewJobMarket(),
	}, nil
}

// Close ends the connection to the gateway, if the backend is one.
func (c *Client) Close() {
	if backend, ok := c.backend.(interface{ Close() }); ok {
		backend.Close()
	}
}

// ChainID is the EVM chain id.
func (c *Client) ChainID() uint64 { return c.chainID }

// Contracts are the addresses of the network's contracts.
func (c *Client) Contracts() solidity.Addresses { return c.contracts }

// Backend is the gateway that the client speaks to.
func (c *Client) Backend() Backend { return c.backend }

// Account returns the account of a key, for sending.
func (c *Client) Account(key *ecdsa.PrivateKey) *account.Account {
	return account.New(c.backend, c.chainID, key)
}

// Now returns a snapshot of the newest round, as the gateway tells it.
func (c *Client) Now(ctx context.Context) (*contracts.Snapshot, error) { return c.at(ctx, nil) }

// At returns a snapshot of a round, as the gateway tells it.
func (c *Client) At(ctx context.Context, round uint64) (*contracts.Snapshot, error) {
	return c.at(ctx, new(big.Int).SetUint64(round))
}

// at returns a snapshot of a round; nil is the newest.
func (c *Client) at(ctx context.Context, number *big.Int) (*contracts.Snapshot, error) {
	head, err := c.backend.HeaderByNumber(ctx, number)
	if err != nil {
		what := "the newest round"
		if number != nil {
			what = "round " + number.String()
		}
		return nil, fmt.Errorf("reading %s: %w", what, err)
	}
	round := contracts.Round{Number: head.Number.Uint64(), Time: head.Time, StateRoot: head.Root}
	return c.reader.Through(round, func(ctx context.Context, to common.Address, input []byte) ([]byte, error) {
		out, err := c.backend.CallContract(ctx, ethereum.CallMsg{To: &to, Data: input}, head.Number)
		if data, ok := account.RevertData(err); ok {
			return nil, solidity.DecodeError(data)
		}
		return out, err
	}), nil
}

// MarketDomain is the EIP-712 domain of jobs, approvals and receipts.
func (c *Client) MarketDomain() eip712.Domain {
	return eip712.Domain{ChainID: c.chainID, Contract: c.contracts.JobMarket}
}

// RegistryDomain is the EIP-712 domain of memberships.
func (c *Client) RegistryDomain() eip712.Domain {
	return eip712.Domain{ChainID: c.chainID, Contract: c.contracts.DatasetRegistry}
}

// LedgerDomain is the EIP-712 domain of the grants, tickets and rotations of a dataset.
func (c *Client) LedgerDomain(ledger common.Address) eip712.Domain {
	return eip712.Domain{ChainID: c.chainID, Contract: ledger}
}
