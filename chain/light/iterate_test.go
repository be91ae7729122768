package light

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/syncer"

	"github.com/assent-network/assent/protocol/layout"
)

// Asking returns the state that a node and the runtime that it hosts answer for.
func Asking(node syncer.ReadSyncer, hosted syncer.ReadSyncer) (_ syncer.ReadSyncer, asked func() int) {
	h := &hosting{hosted: hosted}
	return &runtimeState{ReadSyncer: node, runtime: h}, func() int { return int(h.asked.Load()) }
}

// hosting is a node whose runtime answers from a state.
type hosting struct {
	hosted syncer.ReadSyncer
	asked  atomic.Int64
}

func (h *hosting) Query(ctx context.Context, rq *runtime.QueryRequest) (*runtime.QueryResponse, error) {
	h.asked.Add(1)
	var args syncer.IterateRequest
	if err := cbor.Unmarshal(rq.Args, &args); err != nil {
		return nil, err
	}
	rsp, err := h.hosted.SyncIterate(ctx, &args)
	if err != nil {
		return nil, err
	}
	return &runtime.QueryResponse{Data: cbor.Marshal(rsp)}, nil
}

// answering is a runtime and a node of which one can tell who answered.
type answering struct {
	syncer.ReadSyncer
	data    []byte
	err     error
	queried int
}

func (a *answering) Query(_ context.Context, rq *runtime.QueryRequest) (*runtime.QueryResponse, error) {
	a.queried++
	if rq.Method != layout.IterateQuery {
		return nil, errors.New("unknown method")
	}
	return &runtime.QueryResponse{Data: a.data}, a.err
}

func (*answering) SyncIterate(context.Context, *syncer.IterateRequest) (*syncer.ProofResponse, error) {
	return &syncer.ProofResponse{Proof: syncer.Proof{Entries: [][]byte{[]byte("node")}}}, nil
}

// Many entries come from the runtime, if there is one that answers, and few, or more than it gives, from the node.
func TestIterateAsksWhoIsFaster(t *testing.T) {
	good := cbor.Marshal(syncer.ProofResponse{Proof: syncer.Proof{Entries: [][]byte{[]byte("runtime")}}})
	for name, tc := range map[string]struct {
		count uint16
		data  []byte
		err   error
		want  string
	}{
		"many":              {4096, good, nil, "runtime"},
		"few":               {10, good, nil, "node"},
		"more than it may":  {layout.MaxIterated + 1, good, nil, "node"},
		"no runtime":        {4096, nil, errors.New("no runtime is hosted here"), "node"},
		"an older runtime":  {4096, nil, errors.New("core: invalid method"), "node"},
		"an answer of junk": {4096, []byte{0xff}, nil, "node"},
	} {
		a := &answering{data: tc.data, err: tc.err}
		s := runtimeState{ReadSyncer: a, runtime: a}
		rsp, err := s.SyncIterate(t.Context(), &syncer.IterateRequest{Prefetch: tc.count})
		if err != nil || string(rsp.Proof.Entries[0]) != tc.want {
			t.Errorf("%s: %v, %v, want the %s's answer", name, rsp, err, tc.want)
		}
	}
}
