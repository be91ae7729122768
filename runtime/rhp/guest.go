// Package rhp is the runtime's end of the Runtime Host Protocol: it answers what an unmodified oasis-node asks of the
// runtime that it hosts.
//
// It promises that the runtime holds nothing that it could not fetch and verify again: it may be killed at any moment
// and started anew, and every answer depends only on the request and on state that was checked against the request's
// root.
package rhp

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"runtime"
	"sync"

	"github.com/oasisprotocol/oasis-core/go/common"
	coreErrors "github.com/oasisprotocol/oasis-core/go/common/errors"
	"github.com/oasisprotocol/oasis-core/go/common/logging"
	"github.com/oasisprotocol/oasis-core/go/common/version"
	"github.com/oasisprotocol/oasis-core/go/runtime/host/protocol"

	"github.com/assent-network/assent/runtime/genesis"
	"github.com/assent-network/assent/runtime/modules"
	"github.com/assent-network/assent/runtime/state"
)

// moduleName is the module of errors about the protocol itself.
const moduleName = "rhp"

var (
	errNotInitialized = modules.NewError(moduleName, 1, "the host has not sent its information yet")
	errUnsupported    = modules.NewError(moduleName, 2, "request is not supported by this runtime")
	errOtherRuntime   = modules.NewError(moduleName, 3, "request is for another runtime")
	errInputs         = modules.NewError(moduleName, 4, "inputs do not match the proposal's root")
	errAborted        = modules.NewError(moduleName, 5, "request was aborted")
)

// Guest answers the host. Create it with [New].
type Guest struct {
	set    *modules.Set
	chain  *genesis.Document
	logger *slog.Logger

	conn  protocol.Connection
	cache *state.Cache
	// querying holds a token for each query that runs.
	querying chan struct{}

	mu         sync.Mutex // Guards what is below.
	runtimeID  common.Namespace
	dispatcher *modules.Dispatcher
	aborts     map[*context.CancelCauseFunc]struct{}
}

// New returns a guest that runs the modules for the chain. A nil logger discards.
func New(set *modules.Set, chain *genesis.Document, logger *slog.Logger) *Guest {
	if logger == nil {
		logger = slog.New(slog.DiscardHandler)
	}
	return &Guest{
		set:      set,
		chain:    chain,
		logger:   logger,
		querying: make(chan struct{}, 4*runtime.GOMAXPROCS(0)),
		aborts:   make(map[*context.CancelCauseFunc]struct{}),
	}
}

// Serve answers the host on the connection until that is closed or the context ends. It closes the connection, and must
// be called once.
func (g *Guest) Serve(ctx context.Context, conn net.Conn) error {
	c, err := protocol.NewConnection(logging.GetLogger("rhp"), common.Namespace{}, g)
	if err != nil {
		_ = conn.Close()
		return fmt.Errorf("creating a host protocol connection: %w", err)
	}
	g.conn = c
	g.cache = state.NewCache(&hostState{conn: c}, state.DefaultCapacity)
	watched := &closeWatcher{Conn: conn, closed: make(chan struct{})}
	if err := c.InitGuest(watched); err != nil {
		_ = conn.Close()
		return fmt.Errorf("starting the host protocol: %w", err)
	}
	select {
	case <-ctx.Done():
	case <-watched.closed:
	}
	c.Close()
	return nil
}

// closeWatcher tells when a connection is closed: the protocol's connection does that when its reader fails, and tells
// no one.
type closeWatcher struct {
	net.Conn
	once   sync.Once
	closed chan struct{}
}

func (w *closeWatcher) Close() error {
	defer w.once.Do(func() { close(w.closed) })
	return w.Conn.Close()
}

// Handle implements protocol.Handler.
func (g *Guest) Handle(ctx context.Context, body *protocol.Body) (*protocol.Body, error) {
	rsp, err := g.handle(ctx, body)
	if err == nil {
		return rsp, nil
	}
	var known *modules.Error
	if errors.As(err, &known) {
		return &protocol.Body{Error: &protocol.Error{Module: known.Module, Code: known.Code, Message: err.Error()}}, nil
	}
	g.logger.ErrorContext(ctx, "Request failed", slog.String("request", body.Type()), slog.Any("error", err))
	return nil, err
}

func (g *Guest) handle(ctx context.Context, body *protocol.Body) (*protocol.Body, error) {
	switch {
	case body.RuntimeInfoRequest != nil:
		return g.info(body.RuntimeInfoRequest)
	case body.RuntimePingRequest != nil:
		return &protocol.Body{Empty: &protocol.Empty{}}, nil
	case body.RuntimeShutdownRequest != nil:
		go g.conn.Close() // It waits for this handler.
		return &protocol.Body{Empty: &protocol.Empty{}}, nil
	case body.RuntimeAbortRequest != nil:
		g.abort()
		return &protocol.Body{RuntimeAbortResponse: &protocol.Empty{}}, nil
	case body.RuntimeConsensusSyncRequest != nil:
		// What the runtime knows of consensus comes with each request.
		return &protocol.Body{RuntimeConsensusSyncResponse: &protocol.Empty{}}, nil
	}
	d, id, err := g.ready()
	if err != nil {
		return nil, err
	}
	ctx, done := g.abortable(ctx)
	defer done()
	var rsp *protocol.Body
	switch {
	case body.RuntimeExecuteTxBatchRequest != nil:
		rsp, err = g.execute(ctx, d, id, body.RuntimeExecuteTxBatchRequest)
	case body.RuntimeCheckTxBatchRequest != nil:
		rsp, err = g.check(ctx, d, id, body.RuntimeCheckTxBatchRequest)
	case body.RuntimeQueryRequest != nil:
		rsp, err = g.query(ctx, d, id, body.RuntimeQueryRequest)
	default:
		return nil, errUnsupported.With(body.Type())
	}
	if err != nil && ctx.Err() != nil {
		return nil, errAborted.With(context.Cause(ctx))
	}
	return rsp, err
}

func (g *Guest) info(rq *protocol.RuntimeInfoRequest) (*protocol.Body, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.dispatcher != nil {
		return nil, modules.NewError(moduleName, 6, "the host sent its information twice")
	}
	g.runtimeID = rq.RuntimeID
	g.dispatcher = modules.NewDispatcher(g.set, modules.Config{
		Chain:            g.chain,
		SignatureContext: modules.SignatureContext(rq.RuntimeID, rq.ConsensusChainContext),
		Logger:           g.logger,
		AllowQuery:       queryPolicy(rq.LocalConfig),
	})
	digest := g.chain.Digest()
	g.logger.Info("Runtime started",
		slog.String("runtime_id", rq.RuntimeID.String()), slog.String("version", g.set.Version().String()),
		slog.String("network", g.chain.Network), slog.String("genesis", fmt.Sprintf("%x", digest)))
	return &protocol.Body{RuntimeInfoResponse: &protocol.RuntimeInfoResponse{
		ProtocolVersion: version.RuntimeHostProtocol,
		RuntimeVersion:  g.set.Version(),
		Features: protocol.Features{
			ScheduleControl: &protocol.FeatureScheduleControl{InitialBatchSize: modules.FetchSize},
		},
	}}, nil
}

// ready returns the dispatcher once the host has introduced itself.
func (g *Guest) ready() (*modules.Dispatcher, common.Namespace, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.dispatcher == nil {
		return nil, common.Namespace{}, errNotInitialized
	}
	return g.dispatcher, g.runtimeID, nil
}

// abortable returns a context that the host's abort request ends.
func (g *Guest) abortable(ctx context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	g.mu.Lock()
	defer g.mu.Unlock()
	g.aborts[&cancel] = struct{}{}
	return ctx, func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		delete(g.aborts, &cancel)
		cancel(nil)
	}
}

func (g *Guest) abort() {
	g.mu.Lock()
	defer g.mu.Unlock()
	for cancel := range g.aborts {
		(*cancel)(errors.New("the host asked for it"))
	}
}

var _ protocol.Handler = (*Guest)(nil)

// codeNoError is the code of a check that passed.
const codeNoError = coreErrors.CodeNoError
