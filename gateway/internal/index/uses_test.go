package index

import (
	"context"
	"errors"
	"math"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/assent-network/assent/gateway/internal/view"
)

// An index that is closed while logs are read waits for the reader, whose next read fails, as every later one does: the
// store would panic.
func TestCloseWaitsForReaders(t *testing.T) {
	x, err := open(vfs.NewMem(), "index", identity)
	if err != nil {
		t.Fatal(err)
	}
	for n := range uint64(3) {
		r := newRound(n, []view.Log{{Address: address(1)}})
		if err := x.Append(r); err != nil {
			t.Fatal(err)
		}
	}
	q := Query{To: math.MaxUint64}
	closed := make(chan error, 1)
	err = x.EachLogTx(t.Context(), q, func(*view.Block, Position) error {
		go func() { closed <- x.Close() }()
		for { // Until the end has begun.
			if _, err := x.Block(1); err != nil {
				break
			}
		}
		select {
		case err := <-closed:
			t.Errorf("the index was closed under a reader: %v", err)
		default:
		}
		return nil
	})
	if !errors.Is(err, ErrClosed) {
		t.Errorf("the reader got %v", err)
	}
	if err := <-closed; err != nil {
		t.Errorf("closing: %v", err)
	}
	room := func(int) error { return nil }
	for name, use := range map[string]func() error{
		"a block":     func() error { _, err := x.Block(0); return err },
		"a hash":      func() error { _, err := x.Find(txHash(0, 0)); return err },
		"sizes":       func() error { _, err := x.ReceiptBytes(Position{}, 1); return err },
		"receipts":    func() error { _, err := x.Receipts(0); return err },
		"logs":        func() error { _, err := x.Logs(context.Background(), q, 1, room); return err },
		"the last":    func() error { _, err := x.LastLog(context.Background(), q, room); return err },
		"a new round": func() error { return x.Append(newRound(3)) },
		"a gap":       func() error { return x.Skip(9) },
		"closing":     x.Close,
	} {
		if err := use(); !errors.Is(err, ErrClosed) {
			t.Errorf("%s afterwards: got %v", name, err)
		}
	}
}
