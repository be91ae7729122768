package node

import (
	"context"
	"errors"
	"fmt"
	"testing"

	oasisErrors "github.com/oasisprotocol/oasis-core/go/common/errors"
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
			&CheckError{"core", 5, "insufficient balance to pay fees"}},
		{refused("evm", 8, "reverted: "), &CheckError{"evm", 8, "reverted: "}},
		{refused("", 1, "two\nlines: module: x code: 9 message: y"),
			&CheckError{"", 1, "two\nlines: module: x code: 9 message: y"}},
		{refused("txpool", 1, "transaction expired"), &CheckError{"txpool", 1, "transaction expired"}},
		{status.Error(codes.Unknown, "duplicate transaction"), &RefusalError{"duplicate transaction"}},
		{errors.New("plain"), &RefusalError{"plain"}},
		{runtime.ErrNotSynced, ErrUnreachable},
		{runtime.ErrNoHostedRuntime, ErrUnreachable},
		{status.Error(codes.Unavailable, "gone"), ErrUnreachable},
		{status.Error(codes.Canceled, "canceled"), context.Canceled},
	} {
		got := submitError(tc.in)
		switch want := tc.want.(type) {
		case *CheckError:
			var e *CheckError
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
