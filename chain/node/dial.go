// Package node is the connection to one Oasis node, with the services on it that programs of this module use, and the
// decoding of what the node says went wrong.
//
// The connection heals by itself: while the node is away calls fail with ErrUnreachable, and work again after the node
// has come back. The node is taken at its word here: package chain adds waiting and submission, package chain/light
// verifies, and the gateway checks what it reads of the state against the state root of the block.
package node

import (
	"context"
	"fmt"
	"path"
	"strings"
	"time"

	cmngrpc "github.com/oasisprotocol/oasis-core/go/common/grpc"
	"google.golang.org/grpc"
	"google.golang.org/grpc/backoff"
	"google.golang.org/grpc/credentials/insecure"
)

// TCPPrefix marks a node that is reached by TCP, as from inside a virtual machine whose host forwards a port to the
// socket. Such a connection is no more trusted than the socket, and it must not leave the machine: it is neither
// encrypted nor authenticated.
const TCPPrefix = "tcp:"

// Timeout is how long a node may take to answer a connection, before it counts as one that accepts connections and says
// nothing.
const Timeout = 5 * time.Second

// Endpoint returns how the operating system and gRPC name a node's socket: the path of a UNIX socket, or tcp:HOST:PORT.
func Endpoint(socket string) (network, address, target string) {
	if address, ok := strings.CutPrefix(socket, TCPPrefix); ok {
		return "tcp", address, "passthrough:///" + address
	}
	return "unix", socket, "unix:" + socket
}

// Dial makes a connection to a socket, as Endpoint takes it. It does not wait: the node may come up later. The caller
// closes the connection.
func Dial(socket string) (*grpc.ClientConn, error) {
	_, _, target := Endpoint(socket)
	conn, err := cmngrpc.Dial(target,
		grpc.WithTransportCredentials(insecure.NewCredentials()), // a socket is guarded by its permissions
		// A node that restarts is back within seconds: the library's own steps of up to two minutes are for the
		// internet.
		grpc.WithConnectParams(grpc.ConnectParams{
			Backoff: backoff.Config{BaseDelay: 50 * time.Millisecond, Multiplier: 1.6, Jitter: 0.2,
				MaxDelay: time.Second},
			MinConnectTimeout: Timeout,
		}),
		grpc.WithChainUnaryInterceptor(boundUnconfirmed),
	)
	if err != nil {
		return nil, fmt.Errorf("connecting to the node at %s: %w", socket, err)
	}
	return conn, nil
}

// maxUnconfirmed bounds the answer to what waits in the node's pool, in bytes. It is read whole and decoded, so that a
// larger one would cost more than it tells.
const maxUnconfirmed = 32 << 20

// boundUnconfirmed has the connection refuse a larger answer before it is read.
func boundUnconfirmed(
	ctx context.Context, method string, req, reply any, conn *grpc.ClientConn, invoke grpc.UnaryInvoker,
	opts ...grpc.CallOption,
) error {
	if path.Base(method) == "GetUnconfirmedTransactions" {
		opts = append(opts, grpc.MaxCallRecvMsgSize(maxUnconfirmed))
	}
	return invoke(ctx, method, req, reply, conn, opts...)
}
