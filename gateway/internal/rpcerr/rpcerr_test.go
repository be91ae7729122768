package rpcerr

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/assent-network/assent/chain/node"
	"github.com/assent-network/assent/gateway/internal/index"
	"github.com/assent-network/assent/gateway/internal/state"
	"github.com/assent-network/assent/runtime/evm"
)

func TestCodes(t *testing.T) {
	if From(nil) != nil {
		t.Error("no error has a code")
	}
	for _, tc := range []struct {
		err  error
		code int
	}{
		{Default("words"), CodeDefault},
		{fmt.Errorf("around: %w", New(CodeLimit, "words")), CodeLimit},
		{fmt.Errorf("around: %w", node.ErrUnreachable), CodeUnavailable},
		{fmt.Errorf("around: %w", index.ErrPruned), CodePruned},
		{fmt.Errorf("around: %w", state.ErrUnavailable), CodePruned},
		{fmt.Errorf("around: %w", index.ErrTooManyLogs), CodeLimit},
		{context.DeadlineExceeded, CodeUnavailable},
		{context.Canceled, CodeUnavailable},
		{errors.New("something else"), CodeInternal},
	} {
		var coded rpc.Error
		if got := From(tc.err); !errors.As(got, &coded) || coded.ErrorCode() != tc.code {
			t.Errorf("%v: got %v, want code %d", tc.err, got, tc.code)
		}
	}
}

func TestOutcomes(t *testing.T) {
	var (
		coded rpc.Error
		data  rpc.DataError
	)
	err := FromOutcome(&evm.RevertError{Data: []byte{1, 2}})
	if !errors.As(err, &coded) || coded.ErrorCode() != CodeReverted || !errors.As(err, &data) ||
		data.ErrorData() != "0x0102" || err.Error() != "execution reverted" {
		t.Errorf("a revert is %v", err)
	}
	if err = FromOutcome(vm.ErrOutOfGas); !errors.As(err, &coded) || coded.ErrorCode() != CodeDefault ||
		err.Error() != "out of gas" {
		t.Errorf("out of gas is %v", err)
	}
}

// A message says no more than a bound, whatever it is made of, and a quotation shows the beginning of a long text.
func TestMessagesAreShort(t *testing.T) {
	long := strings.Repeat("\u00e9\x7f", 5000)
	for _, err := range []error{
		New(CodeLimit, "words: %s", long), Default("%s", long), From(errors.New(long)), FromOutcome(errors.New(long)),
	} {
		got := err.Error()
		if len(got) > maxMessage+len("…") || !utf8.ValidString(got) || !strings.HasSuffix(got, "…") {
			t.Errorf("got %d bytes: %.80s", len(got), got)
		}
	}
	for text, want := range map[string]string{
		"":                            `""`,
		`a "b"`:                       `"a \"b\""`,
		strings.Repeat("z", 64):       `"` + strings.Repeat("z", 64) + `"`,
		strings.Repeat("z", 65):       `"` + strings.Repeat("z", 64) + `…"`,
		strings.Repeat("\xff", 65):    `"` + strings.Repeat(`\xff`, 64) + `…"`,
		"z" + strings.Repeat("é", 32): `"z` + strings.Repeat("é", 31) + `…"`,
	} {
		if got := Quote(text); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}
