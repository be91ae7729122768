package light

import (
	"context"
	"fmt"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/chain"
	"github.com/assent-network/assent/chain/node"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/fromnode"
)

// Node is what a view asks of a node. None of the answers are believed.
type Node interface {
	// LatestHeight returns the height of the latest consensus block.
	LatestHeight(ctx context.Context) (int64, error)
	// LightBlock returns the light block at a height, as CometBFT encodes it.
	LightBlock(ctx context.Context, height int64) ([]byte, error)
	// Transactions returns the transactions of the consensus block at a height. Only signatures over rounds are taken
	// from them.
	Transactions(ctx context.Context, height int64) ([][]byte, error)
	// Heights sends a value for every new consensus block until the context ends or the connection breaks; then it
	// closes the channel.
	Heights(ctx context.Context) (<-chan int64, error)
	// Header returns the CBOR of the header of a runtime round.
	Header(ctx context.Context, round uint64) ([]byte, error)
	// LatestHeader returns the CBOR of the header of the newest round whose state the node has.
	LatestHeader(ctx context.Context) ([]byte, error)
	// Rounds sends a value for every new round whose state the node has, until the context ends or the connection
	// breaks; then it closes the channel.
	Rounds(ctx context.Context) (<-chan uint64, error)
	// ConsensusState serves proofs of consensus state.
	ConsensusState() syncer.ReadSyncer
	// RuntimeState serves proofs of runtime state.
	RuntimeState() syncer.ReadSyncer
}

// NodeOf returns the node behind a chain client.
func NodeOf(c *chain.Client) Node {
	return hostingNode{
		Evidence: node.NewEvidence(node.NewRuntime(c.Runtime(), c.RuntimeID()), c.Consensus().Core()),
		runtime:  c.Runtime(), id: c.RuntimeID(),
	}
}

// hostingNode is a node that may host the runtime, which then answers for many entries of its state at a time.
type hostingNode struct {
	*node.Evidence
	runtime runtime.RuntimeClient
	id      common.Namespace
}

// RuntimeState implements Node.
func (n hostingNode) RuntimeState() syncer.ReadSyncer {
	return &runtimeState{ReadSyncer: n.Evidence.RuntimeState(), runtime: n.runtime, id: n.id}
}

// querier asks the runtime that a node hosts.
type querier interface {
	Query(ctx context.Context, rq *runtime.QueryRequest) (*runtime.QueryResponse, error)
}

// runtimeState reads the runtime's state from the node, and many entries at a time from the runtime that the node
// hosts, if it hosts one that answers. Neither is believed: who reads verifies the proof, whichever of them it comes
// from.
type runtimeState struct {
	syncer.ReadSyncer
	runtime querier
	id      common.Namespace
}

// fewEntries are as fast from the node.
const fewEntries = 64

// SyncIterate implements syncer.ReadSyncer.
func (s *runtimeState) SyncIterate(ctx context.Context, rq *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	if rq.Prefetch > fewEntries && rq.Prefetch <= layout.MaxIterated {
		rsp, err := s.runtime.Query(ctx, &runtime.QueryRequest{
			RuntimeID: s.id, Round: rq.Tree.Root.Version, Method: layout.IterateQuery, Args: cbor.Marshal(rq),
		})
		var proved syncer.ProofResponse
		if err == nil && cbor.Unmarshal(rsp.Data, &proved) == nil {
			return &proved, nil
		}
	}
	return s.ReadSyncer.SyncIterate(ctx, rq)
}

// fetchLightBlock asks for a light block and decodes it.
func fetchLightBlock(ctx context.Context, n Node, height int64) (*proof.LightBlock, error) {
	what := fmt.Sprintf("light block %d", height)
	raw, err := n.LightBlock(ctx, height)
	if err != nil {
		return nil, unavailable(what, err)
	}
	b, err := fromnode.LightBlock(raw)
	if err != nil {
		return nil, forged(what, err)
	}
	if b.Height() != height {
		return nil, forged(what, fmt.Errorf("the node sent the block at height %d", b.Height()))
	}
	return b, nil
}
