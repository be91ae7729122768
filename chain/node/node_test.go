package node

import (
	"context"
	"errors"
	"fmt"
	"testing"

	oasisErrors "github.com/oasisprotocol/oasis-core/go/common/errors"
	consensus "github.com/oasisprotocol/oasis-core/go/consensus/api"
	roothash "github.com/oasisprotocol/oasis-core/go/roothash/api"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-core/go/runtime/host/protocol"
	nodedb "github.com/oasisprotocol/oasis-core/go/storage/mkvs/db/api"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

func TestWrap(t *testing.T) {
	other := errors.New("other")
	for _, tc := range []struct{ in, want error }{
		{nil, nil},
		{other, other},
		{status.Error(codes.Unavailable, "connection refused"), ErrUnreachable},
		{fmt.Errorf("asking: %w", status.Error(codes.Unavailable, "gone")), ErrUnreachable},
		{roothash.ErrNotFound, ErrNotFound},
		{oasisErrors.WithContext(roothash.ErrNotFound, "round 7"), ErrNotFound},
		{runtime.ErrNotFound, ErrNotFound},
		{nodedb.ErrVersionNotFound, ErrNotFound},
		{nodedb.ErrRootNotFound, ErrNotFound},
		{nodedb.ErrNodeNotFound, ErrNotFound},
		{consensus.ErrVersionNotFound, ErrNotFound},
		{status.Error(codes.NotFound, "gone"), ErrNotFound},
		{status.Error(codes.Canceled, "canceled"), context.Canceled},
		{status.Error(codes.DeadlineExceeded, "late"), context.DeadlineExceeded},
	} {
		if got := Wrap(tc.in); !errors.Is(got, tc.want) {
			t.Errorf("%v: got %v, want %v", tc.in, got, tc.want)
		}
	}
}

// What a client gets of a refusal are words; the module and the code are in them.
func TestSubmitError(t *testing.T) {
	refused := func(module string, code uint32, message string) error {
		return oasisErrors.WithContext(runtime.ErrCheckTxFailed,
			protocol.Error{Module: module, Code: code, Message: message}.String())
	}
	for _, tc := range []struct {
		in   error
		want error
	}{
		{nil, nil},
		{refused("core", 5, "insufficient balance to pay fees"),
			&RejectedError{"core", 5, "insufficient balance to pay fees"}},
		{refused("evm", 8, "reverted: "), &RejectedError{"evm", 8, "reverted: "}},
		{refused("", 1, "two\nlines: module: x code: 9 message: y"),
			&RejectedError{"", 1, "two\nlines: module: x code: 9 message: y"}},
		{refused("txpool", 1, "transaction expired"), &RejectedError{"txpool", 1, "transaction expired"}},
		{status.Error(codes.Unknown, "duplicate transaction"), &RefusalError{"duplicate transaction"}},
		{errors.New("plain"), &RefusalError{"plain"}},
		{runtime.ErrNotSynced, ErrUnreachable},
		{runtime.ErrNoHostedRuntime, ErrUnreachable},
		{status.Error(codes.Unavailable, "gone"), ErrUnreachable},
		{status.Error(codes.Canceled, "canceled"), context.Canceled},
	} {
		got := submitError(tc.in)
		switch want := tc.want.(type) {
		case *RejectedError:
			var e *RejectedError
			if !errors.As(got, &e) || *e != *want {
				t.Errorf("%v: got %#v, want %#v", tc.in, got, want)
			}
		case *RefusalError:
			var e *RefusalError
			if !errors.As(got, &e) || *e != *want {
				t.Errorf("%v: got %#v, want %#v", tc.in, got, want)
			}
		default:
			if !errors.Is(got, want) {
				t.Errorf("%v: got %v, want %v", tc.in, got, want)
			}
		}
	}
}

func rejected(words string) error { return oasisErrors.WithContext(runtime.ErrCheckTxFailed, words) }

// TestRejection reads what the node writes, and takes nothing else for it.
func TestRejection(t *testing.T) {
	for _, want := range []protocol.Error{
		{Module: "core", Code: 4, Message: "invalid nonce (expected: 3 got: 2)"},
		{Module: "evm", Code: 8, Message: "reverted: CMN5oA=="},
		{Module: "accounts", Code: 2, Message: ""},
		{Module: "", Code: 0, Message: "two\nlines: code: 7 message: x"},
	} {
		got, ok := Rejection(fmt.Errorf("submitting: %w", rejected(want.String())))
		if !ok || got.Module != want.Module || got.Code != want.Code || got.Message != want.Message {
			t.Errorf("%q: %+v", want.String(), got)
		}
	}
	for _, other := range []error{
		errors.New(protocol.Error{Module: "core", Code: 4}.String()),
		runtime.ErrCheckTxFailed, rejected(""), rejected("x"),
		rejected("runtime error: module: core code: x message: "),
		rejected("runtime error: module: core code: 99999999999 message: "),
		rejected("before it, runtime error: module: core code: 1 message: "),
	} {
		if got, ok := Rejection(other); ok {
			t.Errorf("%q: %+v", other, got)
		}
	}
}

// What says that the node is starting, or has the transaction already, is only in words.
func TestWords(t *testing.T) {
	for _, words := range []string{"no active version", "runtime is not yet ready", "rhp: channel closed"} {
		if !IsStarting(fmt.Errorf("asking: %s", words)) || IsDuplicate(errors.New(words)) {
			t.Errorf("%q does not tell that the node is starting", words)
		}
	}
	if !IsStarting(runtime.ErrNotSynced) || IsStarting(runtime.ErrNotFound) {
		t.Error("a node that has not caught up is not told from one without a block")
	}
	if err := status.Error(codes.Unknown, "duplicate transaction"); !IsDuplicate(err) || IsStarting(err) {
		t.Error("a duplicate is not told")
	}
}

func TestEndpoint(t *testing.T) {
	for socket, want := range map[string][3]string{
		"/run/node.sock":     {"unix", "/run/node.sock", "unix:/run/node.sock"},
		"tcp:127.0.0.1:9999": {"tcp", "127.0.0.1:9999", "passthrough:///127.0.0.1:9999"},
	} {
		network, address, target := Endpoint(socket)
		if got := [3]string{network, address, target}; got != want {
			t.Errorf("%s: got %v", socket, got)
		}
	}
}

func FuzzRejection(f *testing.F) {
	f.Add(protocol.Error{Module: "core", Code: 4, Message: "invalid nonce"}.String())
	f.Fuzz(func(t *testing.T, words string) {
		if got, ok := Rejection(rejected(words)); ok {
			again := protocol.Error{Module: got.Module, Code: got.Code, Message: got.Message}.String()
			if reread, ok := Rejection(rejected(again)); !ok || *reread != *got {
				t.Errorf("%q reads as %+v and then as %+v", words, got, reread)
			}
		}
	})
}
