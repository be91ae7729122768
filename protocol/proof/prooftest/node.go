package prooftest

import (
	"fmt"
	"sync"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"
)

// Node answers like a node of the network. Its fields, where set, take the place of honest answers.
type Node struct {
	net *Network

	// Top is the height that the node claims to be at; zero is the truth.
	Top int64
	// Forge replaces blocks by height.
	Forge map[int64]*Block
	// Shows says of which heights the node has blocks; nil means of all.
	Shows Friendly
	// ForgeHeader replaces headers by round.
	ForgeHeader map[uint64][]byte
	// Told replaces the header of the newest round.
	Told []byte
	// Consensus and Runtime replace the states.
	Consensus, Runtime syncer.ReadSyncer
	// Down makes every answer an error.
	Down error
}

// Node returns a node of the network, honest unless told otherwise.
func (n *Network) Node() *Node { return &Node{net: n} }

// LatestHeight implements watch.Node.
func (d *Node) LatestHeight(ctx) (int64, error) {
	if d.Top != 0 {
		return d.Top, d.Down
	}
	return d.Shows.newest(d.net.top()), d.Down
}

func (n *Network) top() int64 {
	n.mu.Lock()
	defer n.mu.Unlock()
	return int64(len(n.blocks))
}

func (d *Node) block(height int64) (*Block, error) {
	if d.Down != nil {
		return nil, d.Down
	}
	if b, ok := d.Forge[height]; ok {
		return b, nil
	}
	if height < 1 || height > d.net.top() || d.Shows != nil && !d.Shows(height) {
		return nil, fmt.Errorf("there is no block %d", height)
	}
	return d.net.Block(height), nil
}

// LightBlock implements watch.Node.
func (d *Node) LightBlock(_ ctx, height int64) ([]byte, error) {
	b, err := d.block(height)
	if err != nil {
		return nil, err
	}
	return b.Meta(d.net.t), nil
}

// Transactions implements watch.Node.
func (d *Node) Transactions(_ ctx, height int64) ([][]byte, error) {
	b, err := d.block(height)
	if err != nil {
		return nil, err
	}
	return b.Txs, nil
}

// Heights implements watch.Node.
func (d *Node) Heights(c ctx) (<-chan int64, error) {
	if d.Down != nil {
		return nil, d.Down
	}
	return d.net.subscribe(c), nil
}

// Header implements watch.Node.
func (d *Node) Header(_ ctx, round uint64) ([]byte, error) {
	if raw, ok := d.ForgeHeader[round]; ok {
		return raw, nil
	}
	d.net.mu.Lock()
	defer d.net.mu.Unlock()
	if round >= uint64(len(d.net.headers)) {
		return nil, fmt.Errorf("there is no round %d", round)
	}
	return cbor.Marshal(d.net.headers[round]), d.Down
}

// LatestHeader implements watch.Node.
func (d *Node) LatestHeader(c ctx) ([]byte, error) {
	if d.Told != nil {
		return d.Told, d.Down
	}
	d.net.mu.Lock()
	newest := uint64(len(d.net.headers)) - 1
	d.net.mu.Unlock()
	return d.Header(c, newest)
}

// Rounds implements watch.Node: it sends something for every new block.
func (d *Node) Rounds(c ctx) (<-chan uint64, error) {
	heights, err := d.Heights(c)
	if err != nil {
		return nil, err
	}
	rounds := make(chan uint64, 1)
	go func() {
		defer close(rounds)
		for h := range heights {
			select {
			case <-rounds:
			default:
			}
			rounds <- uint64(h)
		}
	}()
	return rounds, nil
}

// ConsensusState implements watch.Node.
func (d *Node) ConsensusState() syncer.ReadSyncer {
	if d.Consensus != nil {
		return d.Consensus
	}
	return d.net.ConsensusState()
}

// RuntimeState implements watch.Node.
func (d *Node) RuntimeState() syncer.ReadSyncer {
	if d.Runtime != nil {
		return d.Runtime
	}
	return d.net.RuntimeState()
}

// subscribers are told of new heights.
type subscribers struct {
	mu  sync.Mutex
	all map[chan int64]struct{}
}

func (n *Network) subscribe(c ctx) <-chan int64 {
	ch := make(chan int64, 1)
	n.subs.mu.Lock()
	defer n.subs.mu.Unlock()
	if n.subs.all == nil {
		n.subs.all = make(map[chan int64]struct{})
	}
	n.subs.all[ch] = struct{}{}
	go func() {
		<-c.Done()
		n.Disconnect(ch)
	}()
	return ch
}

// Disconnect ends one subscription, or all of them when given nil.
func (n *Network) Disconnect(one chan int64) {
	n.subs.mu.Lock()
	defer n.subs.mu.Unlock()
	for ch := range n.subs.all {
		if one == nil || ch == one {
			delete(n.subs.all, ch)
			close(ch)
		}
	}
}

func (n *Network) announce(height int64) {
	n.subs.mu.Lock()
	defer n.subs.mu.Unlock()
	for ch := range n.subs.all {
		select {
		case <-ch:
		default:
		}
		ch <- height
	}
}
