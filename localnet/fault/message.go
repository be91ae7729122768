package fault

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"sync/atomic"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/encoding"
	"google.golang.org/grpc/mem"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
)

// maxMessage is the largest message that a node takes.
const maxMessage = 100 << 20

// Message is one message of a call between a client and a node.
type Message struct {
	// Method is the full name of the method, for example /oasis-core.Consensus/GetLightBlock.
	Method string
	// Direction is who sends it.
	Direction Direction
	// Number counts the messages of the call in its direction, from 0.
	Number int
	// Data is the encoded message, CBOR with Oasis Core.
	Data []byte
	// Asked is, of an answer, what the client sent first in the call: what it answers, before a hook changed it.
	Asked []byte
}

// MessageHook sees messages as they pass and returns the data to pass on. A nil slice drops the message; an error ends
// the call with it, and ErrCut ends it as a lost connection does. It is called concurrently for concurrent calls.
type MessageHook func(ctx context.Context, m Message) ([]byte, error)

// MessageProxy stands before a node's socket and passes gRPC messages through a hook.
type MessageProxy struct {
	path   string
	server *grpc.Server
	target *grpc.ClientConn
	done   chan struct{}
}

// NewMessageProxy listens at path and passes calls on to the node at target. A nil hook changes nothing.
func NewMessageProxy(path, target string, hook MessageHook) (*MessageProxy, error) {
	if hook == nil {
		hook = func(_ context.Context, m Message) ([]byte, error) { return m.Data, nil }
	}
	conn, err := grpc.NewClient("passthrough:///"+target,
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) {
			var dialer net.Dialer
			return dialer.DialContext(ctx, "unix", target)
		}),
		grpc.WithDefaultCallOptions(grpc.ForceCodecV2(rawCodec{}), grpc.MaxCallRecvMsgSize(maxMessage),
			grpc.MaxCallSendMsgSize(maxMessage)),
	)
	if err != nil {
		return nil, fmt.Errorf("connecting to %s: %w", target, err)
	}
	listener, err := listen(path)
	if err != nil {
		_ = conn.Close()
		return nil, err
	}
	p := &MessageProxy{path: path, target: conn, done: make(chan struct{})}
	p.server = grpc.NewServer(
		grpc.ForceServerCodecV2(rawCodec{}),
		grpc.MaxRecvMsgSize(maxMessage), grpc.MaxSendMsgSize(maxMessage),
		grpc.UnknownServiceHandler(func(_ any, incoming grpc.ServerStream) error { return p.call(hook, incoming) }),
	)
	go func() {
		defer close(p.done)
		_ = p.server.Serve(listener)
	}()
	return p, nil
}

// Path is the proxy's socket.
func (p *MessageProxy) Path() string { return p.path }

// Close ends the proxy and all calls.
func (p *MessageProxy) Close() error {
	p.server.Stop()
	<-p.done
	return p.target.Close()
}

// call passes one call on, messages in both directions.
func (p *MessageProxy) call(hook MessageHook, incoming grpc.ServerStream) error {
	method, ok := grpc.MethodFromServerStream(incoming)
	if !ok {
		return status.Error(codes.Internal, "the call has no method")
	}
	ctx, cancel := context.WithCancel(incoming.Context())
	defer cancel()
	if md, ok := metadata.FromIncomingContext(ctx); ok {
		ctx = metadata.NewOutgoingContext(ctx, md.Copy())
	}
	outgoing, err := p.target.NewStream(ctx, &grpc.StreamDesc{ServerStreams: true, ClientStreams: true}, method)
	if err != nil {
		return err
	}
	sending := make(chan error, 1)
	asked, question, answer := new(atomic.Pointer[[]byte]), Message{Method: method}, Message{Method: method}
	question.Direction, answer.Direction = ToServer, ToClient
	go func() {
		err := forward(ctx, hook, question, asked, incoming.RecvMsg, outgoing.SendMsg, outgoing.CloseSend)
		sending <- err
		if err != nil && !errors.Is(err, io.EOF) {
			cancel() // the node would wait for the rest of the request
		}
	}()
	err = forward(ctx, hook, answer, asked, outgoing.RecvMsg, incoming.SendMsg, func() error { return nil })
	select {
	case sendErr := <-sending:
		// What the hook did to the request is why the call failed.
		if sendErr != nil && !errors.Is(sendErr, io.EOF) {
			err = sendErr
		}
	default:
	}
	incoming.SetTrailer(outgoing.Trailer())
	if errors.Is(err, ErrCut) {
		return status.Error(codes.Unavailable, ErrCut.Error())
	}
	return err
}

// forward passes the messages of one direction on until the sender has no more. What the client sends first is asked.
func forward(
	ctx context.Context, hook MessageHook, m Message, asked *atomic.Pointer[[]byte],
	receive, send func(any) error, end func() error,
) error {
	for ; ; m.Number++ {
		var data []byte
		if err := receive(&data); errors.Is(err, io.EOF) {
			return end()
		} else if err != nil {
			return err
		}
		m.Data = data
		if m.Direction == ToServer {
			first := data
			asked.CompareAndSwap(nil, &first)
		} else if first := asked.Load(); first != nil {
			m.Asked = *first
		}
		data, err := hook(ctx, m)
		if err != nil {
			return err
		}
		if data == nil {
			continue
		}
		if err := send(&data); err != nil {
			return err
		}
	}
}

// rawCodec leaves messages as they are.
type rawCodec struct{}

var _ encoding.CodecV2 = rawCodec{}

// Name is the encoding that nodes speak.
func (rawCodec) Name() string { return "cbor" }

func (rawCodec) Marshal(v any) (mem.BufferSlice, error) {
	data, ok := v.(*[]byte)
	if !ok {
		return nil, fmt.Errorf("internal error: a message of type %T", v)
	}
	return mem.BufferSlice{mem.SliceBuffer(*data)}, nil
}

func (rawCodec) Unmarshal(data mem.BufferSlice, v any) error {
	out, ok := v.(*[]byte)
	if !ok {
		return fmt.Errorf("internal error: a message of type %T", v)
	}
	if *out = data.Materialize(); *out == nil {
		*out = []byte{} // a message without bytes is one all the same; nil is none
	}
	return nil
}
