package chain_test

import (
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/oasisprotocol/oasis-core/go/common"
	"github.com/oasisprotocol/oasis-core/go/common/cbor"
	"github.com/oasisprotocol/oasis-core/go/common/crypto/hash"
	oasiserrors "github.com/oasisprotocol/oasis-core/go/common/errors"
	runtime "github.com/oasisprotocol/oasis-core/go/runtime/client/api"
	"github.com/oasisprotocol/oasis-core/go/runtime/host/protocol"
	"github.com/oasisprotocol/oasis-sdk/client-sdk/go/types"

	"github.com/assent-network/assent/chain"
)

func errWithContext(e *protocol.Error) error {
	return oasiserrors.WithContext(runtime.ErrCheckTxFailed, e.String())
}

func TestDial(t *testing.T) {
	n := newFakeNode(t)
	c := n.dial()
	if c.ChainContext() != chainContext || c.Socket() != n.socket || c.RuntimeID() != (common.Namespace{0x80}) {
		t.Errorf("dialled %s at %s for %s", c.ChainContext(), c.Socket(), c.RuntimeID())
	}
}

// TestDial_saysWhatIsWrong has one case for each thing that can be where a node is expected.
func TestDial_saysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	stale := filepath.Join(dir, "stale")
	l, err := net.ListenUnix("unix", &net.UnixAddr{Name: stale})
	if err != nil {
		t.Fatal(err)
	}
	l.SetUnlinkOnClose(false)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]struct{ reason, hint string }{
		filepath.Join(dir, "nobody"): {"there is no such socket", "localnet up"},
		stale:                        {"nothing listens there any more", "continues where it was"},
		file:                         {"nothing listens there any more", "localnet up"},
	} {
		_, err := chain.Dial(t.Context(), path, common.Namespace{})
		var unreachable *chain.UnreachableError
		if !errors.As(err, &unreachable) {
			t.Errorf("%s: %v, want an UnreachableError", path, err)
			continue
		}
		if line := err.Error(); !strings.Contains(line, want.reason) || !strings.Contains(line, path) ||
			strings.Contains(line, "\n") {
			t.Errorf("%s: %q, want one line that says %q and names the socket", path, line, want.reason)
		}
		if !strings.Contains(unreachable.Hint(), want.hint) {
			t.Errorf("%s: hint %q, want %q in it", path, unreachable.Hint(), want.hint)
		}
	}
}

// TestDial_endsWithContext dials a server that takes connections and says nothing, as a paused node does.
func TestDial_endsWithContext(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s")
	l, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := chain.Dial(ctx, path, common.Namespace{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestDialWait_waitsForTheNode(t *testing.T) {
	n := newFakeNode(t)
	n.down()
	dialled := make(chan error, 1)
	go func() {
		c, err := chain.DialWait(t.Context(), n.socket, common.Namespace{0x80})
		if err == nil {
			err = c.Close()
		}
		dialled <- err
	}()
	n.up()
	if err := <-dialled; err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	var unreachable *chain.UnreachableError
	if _, err := chain.DialWait(ctx, n.socket+"x", common.Namespace{0x80}); !errors.As(err, &unreachable) {
		t.Errorf("got %v, want what was wrong", err)
	}
}

func TestBlock(t *testing.T) {
	n := newFakeNode(t)
	c := n.dial()
	n.commit()
	if round, err := c.LatestRound(t.Context()); err != nil || round != 1 {
		t.Errorf("latest round %d, %v", round, err)
	}
	if _, err := c.Block(t.Context(), 2); !errors.Is(err, chain.ErrNotFound) {
		t.Errorf("a round to come: %v", err)
	}
	n.setStarting(true)
	var unreachable *chain.UnreachableError
	if _, err := c.LatestRound(t.Context()); !errors.As(err, &unreachable) {
		t.Errorf("a node that starts: %v", err)
	}
}

// TestBlocks_hasNoGaps reads across restarts of the node, during which blocks are made.
func TestBlocks_hasNoGaps(t *testing.T) {
	n := newFakeNode(t)
	c := n.dial()
	for range 3 {
		n.commit()
	}
	const last = 20
	next := uint64(1)
	for b, err := range c.Blocks(t.Context(), next) {
		if err != nil {
			t.Fatal(err)
		}
		if b.Header.Round != next {
			t.Fatalf("got round %d, want %d", b.Header.Round, next)
		}
		if next == last {
			break
		}
		if next++; next == 7 || next == 13 {
			n.down()
			n.commit()
			n.commit()
			n.setStarting(true)
			n.up()
			n.setStarting(false)
		}
		n.commit()
	}
	if next != last {
		t.Errorf("ended at round %d", next)
	}
}

func TestBlocks_startsWithTheNewest(t *testing.T) {
	n := newFakeNode(t)
	c := n.dial()
	want := n.commit()
	for b, err := range c.Blocks(t.Context(), chain.RoundLatest) {
		if err != nil {
			t.Fatal(err)
		}
		if b.Header.Round != want {
			t.Fatalf("got round %d, want %d", b.Header.Round, want)
		}
		if want == 4 {
			break
		}
		want = n.commit()
	}
}

func TestBlocks_endsWithContext(t *testing.T) {
	n := newFakeNode(t)
	c := n.dial()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	for _, err := range c.Blocks(ctx, 0) {
		last = err
		cancel()
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("ended with %v", last)
	}
}

func TestTransactions(t *testing.T) {
	n := newFakeNode(t)
	c := n.dial()
	tx := succeeded([]byte("not CBOR at all"), "ok")
	tx.Events = []*runtime.PlainEvent{{Key: types.NewEventKey("core", 1), Value: []byte{1}}}
	round := n.commit(succeeded([]byte("first"), "1"), tx)
	got, err := c.Transactions(t.Context(), round)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 2 || got[1].Index != 1 || got[1].Hash != hash.NewFromBytes(tx.Tx) || !got[1].Result.IsSuccess() ||
		got[1].SDK != nil {
		t.Fatalf("got %+v", got)
	}
	if e := got[1].Events; len(e) != 1 || e[0].Module != "core" || e[0].Code != 1 || *e[0].TxHash != got[1].Hash {
		t.Errorf("events %+v", e)
	}
	for name, bad := range map[string]*runtime.TransactionWithResults{
		"result": {Tx: []byte("x"), Result: []byte{0xff}},
		"event": {Tx: []byte("x"), Result: cbor.Marshal(types.CallResult{}),
			Events: []*runtime.PlainEvent{{Key: []byte{1}}}},
	} {
		if _, err := c.Transactions(t.Context(), n.commit(bad)); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("a bad %s: %v", name, err)
		}
	}
}

func TestSubmit(t *testing.T) {
	n := newFakeNode(t)
	c := n.dial()
	raw := []byte("transfer")
	n.onSubmit(func(_ context.Context, got []byte) (*runtime.SubmitTxMetaResponse, error) {
		if string(got) != "transfer" {
			t.Errorf("submitted %q", got)
		}
		round := n.commit(succeeded(got, "ok"))
		return &runtime.SubmitTxMetaResponse{Round: round, BatchOrder: 3, Output: succeeded(got, "ok").Result}, nil
	})
	r, err := c.Submit(t.Context(), raw)
	if err != nil {
		t.Fatal(err)
	}
	if r.Round != 1 || r.Index != 3 || r.Hash != hash.NewFromBytes(raw) || r.Err() != nil {
		t.Errorf("got %+v", r)
	}
}

func TestSubmit_tellsFailedFromRefused(t *testing.T) {
	n := newFakeNode(t)
	c := n.dial()
	failed := cbor.Marshal(types.CallResult{Failed: &types.FailedCallResult{Module: "evm", Code: 8,
		Message: "reverted"}})
	n.onSubmit(func(context.Context, []byte) (*runtime.SubmitTxMetaResponse, error) {
		return &runtime.SubmitTxMetaResponse{Round: 5, Output: failed}, nil
	})
	r, err := c.Submit(t.Context(), []byte("x"))
	if err != nil {
		t.Fatal(err)
	}
	var failure *chain.FailedError
	if !errors.As(r.Err(), &failure) || *failure != (chain.FailedError{Module: "evm", Code: 8, Message: "reverted",
		Round: 5}) {
		t.Errorf("failed: %v", r.Err())
	}
	n.onSubmit(func(context.Context, []byte) (*runtime.SubmitTxMetaResponse, error) {
		return refused("core", 4, "invalid nonce"), nil
	})
	want := chain.RejectedError{Module: "core", Code: 4, Message: "invalid nonce"}
	var rejected *chain.RejectedError
	if _, err := c.Submit(t.Context(), []byte("x")); !errors.As(err, &rejected) || *rejected != want {
		t.Errorf("refused: %v", err)
	}
	rejected = nil
	if err := c.SubmitNoWait(t.Context(), []byte("x")); !errors.As(err, &rejected) || *rejected != want {
		t.Errorf("refused without waiting: %v", err)
	}
}

func TestSubmit_failsAtOnceWithoutNode(t *testing.T) {
	n := newFakeNode(t)
	c := n.dial()
	n.down()
	var unreachable *chain.UnreachableError
	if _, err := c.Submit(t.Context(), []byte("x")); !errors.As(err, &unreachable) {
		t.Errorf("got %v", err)
	}
}

// TestSubmit_survivesRestart ends the node during a submission, with the transaction in a block or not, known to the
// node or not.
func TestSubmit_survivesRestart(t *testing.T) {
	for name, executed := range map[string]bool{"after it was executed": true, "before it was executed": false} {
		t.Run(name, func(t *testing.T) {
			n := newFakeNode(t)
			c := n.dial()
			raw := []byte("transfer")
			var attempts, executions atomic.Int32
			execute := func() uint64 {
				if executions.Add(1) > 1 {
					t.Error("executed twice")
				}
				return n.commit(succeeded(raw, "ok"))
			}
			dead := make(chan struct{})
			n.onSubmit(func(ctx context.Context, _ []byte) (*runtime.SubmitTxMetaResponse, error) {
				if attempts.Add(1) == 1 {
					if executed {
						execute()
					}
					go func() {
						n.down()
						close(dead)
					}()
					<-ctx.Done()
					return nil, ctx.Err()
				}
				if executed {
					return refused("accounts", 4, "invalid nonce"), nil
				}
				round := execute()
				return &runtime.SubmitTxMetaResponse{Round: round, Output: succeeded(raw, "ok").Result}, nil
			})
			go func() {
				<-dead
				n.setStarting(true)
				n.up()
				n.setStarting(false)
			}()
			r, err := c.Submit(t.Context(), raw)
			if err != nil {
				t.Fatal(err)
			}
			if r.Round != 1 || r.Err() != nil {
				t.Errorf("got %+v", r)
			}
		})
	}
}

// TestSubmit_looksIntoBlocks has a node that takes the transaction, executes it, and forgets to report it.
func TestSubmit_looksIntoBlocks(t *testing.T) {
	n := newFakeNode(t)
	c := n.dial()
	raw := []byte("transfer")
	n.onSubmit(func(ctx context.Context, _ []byte) (*runtime.SubmitTxMetaResponse, error) {
		n.commit(succeeded([]byte("another"), ""), succeeded(raw, "ok"))
		<-ctx.Done()
		return nil, ctx.Err()
	})
	r, err := c.Submit(t.Context(), raw)
	if err != nil {
		t.Fatal(err)
	}
	if r.Round != 1 || r.Index != 1 {
		t.Errorf("got %+v", r)
	}
}

// TestSubmitSince_findsWhatWasExecuted submits again what an earlier process has submitted.
func TestSubmitSince_findsWhatWasExecuted(t *testing.T) {
	n := newFakeNode(t)
	c := n.dial()
	raw := []byte("transfer")
	n.commit()
	round := n.commit(succeeded(raw, "ok"))
	n.commit()
	n.onSubmit(func(context.Context, []byte) (*runtime.SubmitTxMetaResponse, error) {
		return refused("accounts", 4, "invalid nonce"), nil
	})
	r, err := c.SubmitSince(t.Context(), raw, 0)
	if err != nil {
		t.Fatal(err)
	}
	if r.Round != round {
		t.Errorf("found in round %d, want %d", r.Round, round)
	}
	// Another transaction with that nonce is refused for good.
	var rejected *chain.RejectedError
	if _, err := c.SubmitSince(t.Context(), []byte("another"), 0); !errors.As(err, &rejected) {
		t.Errorf("got %v, want the refusal", err)
	}
}

func TestWaitFinal(t *testing.T) {
	n := newFakeNode(t)
	c := n.dial()
	raw := []byte("transfer")
	got := make(chan *chain.Receipt, 1)
	go func() {
		r, err := c.WaitFinal(t.Context(), hash.NewFromBytes(raw), 0)
		if err != nil {
			t.Error(err)
		}
		got <- r
	}()
	n.commit()
	n.commit(succeeded([]byte("another"), ""))
	n.down()
	want := n.commit(succeeded(raw, "ok"))
	n.up()
	if r := <-got; r == nil || r.Round != want {
		t.Errorf("got %+v, want round %d", r, want)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if _, err := c.WaitFinal(ctx, hash.Hash{}, 0); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("waiting for nothing: %v", err)
	}
}
