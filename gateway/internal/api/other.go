package api

import (
	"context"
	"slices"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/gateway/internal/pool"
	"github.com/assent-network/assent/gateway/internal/rpcerr"
)

// Net is the namespace net.
type Net struct{ b *Backend }

// Version is net_version.
func (n *Net) Version() string { return strconv.FormatUint(n.b.cfg.ChainID, 10) }

// Listening is net_listening: whether the node answers.
func (n *Net) Listening() bool { return n.b.cfg.Follower.Status().Connected }

// PeerCount is net_peerCount: the gateway has one peer, its node.
func (n *Net) PeerCount() hexutil.Uint {
	if n.Listening() {
		return 1
	}
	return 0
}

// Web3 is the namespace web3.
type Web3 struct{ b *Backend }

// ClientVersion is web3_clientVersion.
func (w *Web3) ClientVersion() string { return w.b.cfg.Version }

// Sha3 is web3_sha3.
func (w *Web3) Sha3(data hexutil.Bytes) hexutil.Bytes { return crypto.Keccak256(data) }

// TxPool is the namespace txpool, as far as this gateway knows the pool.
type TxPool struct{ b *Backend }

// Status is txpool_status.
func (t *TxPool) Status(ctx context.Context) (out map[string]hexutil.Uint, err error) {
	err = t.b.expensive(ctx, func(context.Context) error {
		pending, queued := t.b.cfg.Pool.Counts()
		out = map[string]hexutil.Uint{"pending": hexutil.Uint(pending), "queued": hexutil.Uint(queued)}
		return nil
	})
	return out, err
}

// Content is txpool_content.
func (t *TxPool) Content(ctx context.Context) (map[string]map[string]map[string]*Transaction, error) {
	return content(ctx, t.b, marshalPending)
}

// Inspect is txpool_inspect.
func (t *TxPool) Inspect(ctx context.Context) (map[string]map[string]map[string]string, error) {
	return content(ctx, t.b, summary)
}

// pendingBytes is what a transaction takes in an answer beside its data, halved as hexadecimal is.
const pendingBytes = 400

// weighPending weighs transactions that wait.
func (b *Backend) weighPending(ctx context.Context, txs ...*pool.Pending) error {
	stored := 0
	for _, p := range txs {
		stored += pendingBytes + int(p.Tx.Size())
	}
	return b.weigh(ctx, stored)
}

// ContentFrom is txpool_contentFrom.
func (t *TxPool) ContentFrom(ctx context.Context, addr common.Address) (map[string]map[string]*Transaction, error) {
	w := t.b.cfg.Pool.From(addr)
	if err := t.b.weighPending(ctx, slices.Concat(w.Pending, w.Queued)...); err != nil {
		return nil, err
	}
	return map[string]map[string]*Transaction{
		"pending": byNonce(w.Pending, marshalPending), "queued": byNonce(w.Queued, marshalPending),
	}, nil
}

// byNonce shows transactions of one sender.
func byNonce[T any](txs []*pool.Pending, marshal func(*pool.Pending) T) map[string]T {
	out := make(map[string]T, len(txs))
	for _, p := range txs {
		out[strconv.FormatUint(p.Tx.Nonce(), 10)] = marshal(p)
	}
	return out
}

// content shows the whole pool. Its lists are made when there is room for them.
func content[T any](
	ctx context.Context, b *Backend, marshal func(*pool.Pending) T,
) (out map[string]map[string]map[string]T, err error) {
	err = b.expensive(ctx, func(ctx context.Context) error {
		stats := b.cfg.Pool.Stats()
		if err := b.weigh(ctx, pendingBytes*stats.Pending+int(stats.Bytes)); err != nil {
			return err
		}
		pending, queued := map[string]map[string]T{}, map[string]map[string]T{}
		for addr, w := range b.cfg.Pool.Senders() {
			if len(w.Pending) > 0 {
				pending[addr.Hex()] = byNonce(w.Pending, marshal)
			}
			if len(w.Queued) > 0 {
				queued[addr.Hex()] = byNonce(w.Queued, marshal)
			}
		}
		out = map[string]map[string]map[string]T{"pending": pending, "queued": queued}
		return nil
	})
	return out, err
}

// Signing is the methods of the namespace eth that need a key. The gateway has none and says so, whatever the
// parameters.
type Signing struct{}

func errNoKeys(method string) error {
	return rpcerr.New(rpcerr.CodeNotSupported,
		"%s is not supported: this gateway holds no keys, sign in a wallet and use eth_sendRawTransaction", method)
}

// Sign is eth_sign.
func (Signing) Sign(_, _ *any) (hexutil.Bytes, error) { return nil, errNoKeys("eth_sign") }

// SignTransaction is eth_signTransaction.
func (Signing) SignTransaction(_ *any) (any, error) { return nil, errNoKeys("eth_signTransaction") }

// SendTransaction is eth_sendTransaction.
func (Signing) SendTransaction(_ *any) (common.Hash, error) {
	return common.Hash{}, errNoKeys("eth_sendTransaction")
}

// SignTypedData is eth_signTypedData.
func (Signing) SignTypedData(_, _ *any) (hexutil.Bytes, error) {
	return nil, errNoKeys("eth_signTypedData")
}

// SignTypedData_v4 is eth_signTypedData_v4.
func (Signing) SignTypedData_v4(_, _ *any) (hexutil.Bytes, error) { //nolint:revive // The method's name on the wire.
	return nil, errNoKeys("eth_signTypedData_v4")
}

// Personal is the namespace personal, for libraries that still ask there.
type Personal struct{}

// Sign is personal_sign.
func (Personal) Sign(_, _, _ *any) (hexutil.Bytes, error) { return nil, errNoKeys("personal_sign") }

// ListAccounts is personal_listAccounts.
func (Personal) ListAccounts() []common.Address { return []common.Address{} }
