// Package chain talks to the node of a network over its UNIX socket: it reads blocks, transactions and events, queries
// the runtime, signs and submits transactions and waits until they are final.
//
// The node is taken at its word here, except for what says otherwise: State and Consensus hand out proofs that package
// chain/light checks from a trust root. A client that must not trust the node uses that package.
//
// A runtime block is final when the node reports it, because consensus is: there are no reorganisations to wait for. A
// connection that breaks is made again, so a client outlives restarts of its node.
package chain

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"google.golang.org/grpc"

	"github.com/oasisprotocol/oasis-core/go/common"
	consensus "github.com/oasisprotocol/oasis-core/go/consensus/api"
	control "github.com/oasisprotocol/oasis-core/go/control/api"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
	sdk "github.com/oasisprotocol/oasis-sdk/client-sdk/go/client"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/crypto/signature"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/accounts"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/core"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/modules/evm"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/chain/node"
	"github.com/assent-network/assent/internal/retry"
)

// RoundLatest stands for the newest round wherever a round is asked for.
const RoundLatest = runtime.RoundLatest

// Client is a connection to a node. It is safe for concurrent use.
type Client struct {
	socket    string
	runtimeID common.Namespace
	context   signature.RichContext

	conn      *grpc.ClientConn
	consensus consensus.Services
	control   control.NodeController
	runtime   runtime.RuntimeClient
	sdk       sdk.RuntimeClient
}

// Dial connects to the node behind a socket, for one runtime. A socket is the path of a UNIX socket, or tcp:HOST:PORT.
//
// It returns an *UnreachableError when there is no node behind it or the node does not answer.
func Dial(ctx context.Context, socket string, runtimeID common.Namespace) (*Client, error) {
	if !strings.HasPrefix(socket, node.TCPPrefix) {
		path, err := filepath.Abs(socket)
		if err != nil {
			return nil, fmt.Errorf("dialling the node: %w", err)
		}
		socket = path
	}
	if err := probe(ctx, socket); err != nil {
		return nil, err
	}
	conn, err := node.Dial(socket)
	if err != nil {
		return nil, err
	}
	c := &Client{
		socket:    socket,
		runtimeID: runtimeID,
		conn:      conn,
		consensus: consensus.NewServicesClient(conn),
		control:   control.NewNodeControllerClient(conn),
		runtime:   runtime.NewClient(conn),
		sdk:       sdk.New(conn, runtimeID),
	}
	asking, cancel := context.WithTimeout(ctx, node.Timeout)
	defer cancel()
	chainContext, err := c.consensus.Core().GetChainContext(asking)
	if err != nil {
		_ = conn.Close()
		return nil, c.wrap(ctx, "asking for the chain context", err)
	}
	c.context = signature.RichContext{
		RuntimeID:    runtimeID,
		ChainContext: chainContext,
		Base:         types.SignatureContextBase,
	}
	return c, nil
}

// DialWait is Dial for a node that is not up yet: it waits until the node answers or the context ends.
func DialWait(ctx context.Context, socket string, runtimeID common.Namespace) (*Client, error) {
	var unreachable *UnreachableError
	for pauses := newPauses(); ; {
		c, err := Dial(ctx, socket, runtimeID)
		if err == nil {
			return c, nil
		}
		if ctx.Err() != nil && unreachable != nil {
			return nil, unreachable // says more than that the context has ended
		}
		if !errors.As(err, &unreachable) {
			return nil, err
		}
		if pauses.Wait(ctx) != nil {
			return nil, unreachable
		}
	}
}

// Close ends the connection and every call on it.
func (c *Client) Close() error {
	return c.conn.Close()
}

// Socket is the path of the node's socket, or tcp:HOST:PORT.
func (c *Client) Socket() string { return c.socket }

// RuntimeID is the runtime that the client was dialled for.
func (c *Client) RuntimeID() common.Namespace { return c.runtimeID }

// ChainContext is the hash of the consensus genesis document as the node reported it when it was dialled. Signatures
// are bound to it; a caller that knows which network it wants compares it.
func (c *Client) ChainContext() string { return c.context.ChainContext }

// SignatureContext is what SDK transactions for this runtime are signed under.
func (c *Client) SignatureContext() signature.Context {
	context := c.context
	return &context
}

// Consensus gives access to the consensus services of the node, light blocks and state proofs among them, unchecked.
func (c *Client) Consensus() consensus.Services { return c.consensus }

// Control gives access to the node's own status.
func (c *Client) Control() control.NodeController { return c.control }

// Runtime gives access to the node's runtime service, below what this package adds.
func (c *Client) Runtime() runtime.RuntimeClient { return c.runtime }

// SDK is the stock client of the Oasis SDK on this connection. Its queries fail as those of this package do.
func (c *Client) SDK() sdk.RuntimeClient { return stock{c.sdk, c} }

// Core queries the runtime's core module.
func (c *Client) Core() core.V1 { return core.NewV1(c.SDK()) }

// Accounts queries the runtime's accounts module.
func (c *Client) Accounts() accounts.V1 { return accounts.NewV1(c.SDK()) }

// EVM queries the runtime's EVM module.
func (c *Client) EVM() evm.V1 { return evm.NewV1(c.SDK()) }

// stock is the stock client with this package's errors. It is safe for concurrent use, which GetInfo of the stock
// client is not.
type stock struct {
	sdk.RuntimeClient
	c *Client
}

func (s stock) Query(ctx context.Context, round uint64, method types.MethodName, args, response any) error {
	return s.c.Query(ctx, round, method, args, response)
}

func (s stock) GetInfo(context.Context) (*types.RuntimeInfo, error) {
	context := s.c.context
	return &types.RuntimeInfo{ID: s.c.runtimeID, ChainContext: &context}, nil
}

// UntrustedState reads the runtime's state with proofs that are not checked: give it to mkvs.NewWithRoot with a root
// that was verified.
func (c *Client) UntrustedState() syncer.ReadSyncer { return c.runtime.State() }

// UntrustedConsensusState reads the consensus state with proofs that are not checked.
func (c *Client) UntrustedConsensusState() syncer.ReadSyncer { return c.consensus.Core().State() }

// UntrustedLightBlock fetches the light block of a consensus height, consensus.HeightLatest for the newest.
func (c *Client) UntrustedLightBlock(ctx context.Context, height int64) (*consensus.LightBlock, error) {
	block, err := c.consensus.Core().GetLightBlock(ctx, height)
	if err != nil {
		return nil, c.wrap(ctx, fmt.Sprintf("fetching the light block of height %d", height), err)
	}
	return block, nil
}

// Query asks the runtime something about the state of a round and decodes the answer into response, unless that is nil.
func (c *Client) Query(ctx context.Context, round uint64, method types.MethodName, args, response any) error {
	if err := c.sdk.Query(ctx, round, method, args, response); err != nil {
		return c.wrap(ctx, "querying "+string(method), err)
	}
	return nil
}

// WaitReady returns when the node accepts transactions. It waits for a node that is not up yet, or not any more.
func (c *Client) WaitReady(ctx context.Context) error {
	for pauses := newPauses(); ; {
		err := c.control.WaitReady(ctx)
		switch {
		case err == nil:
			return nil
		case ctx.Err() != nil:
			return ctx.Err()
		case !node.IsTransport(err):
			return c.wrap(ctx, "waiting for the node", err)
		}
		if err := pauses.Wait(ctx); err != nil {
			return err
		}
	}
}

// newPauses spaces attempts out, from 50 ms to one second.
func newPauses() *retry.Pauses {
	return retry.GrowingBy(2, 50*time.Millisecond, time.Second, 0.125)
}
