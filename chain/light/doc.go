// Package light is a light client: it gives a verified view of the chain over a node that need not be trusted: from a
// trust root it follows the light blocks, proves the runtime's rounds in consensus state and every read of runtime
// state against a proven round.
//
// It promises that whatever it returns follows from the trust root by the rules of package proof, that what it has
// verified never goes backwards, not across restarts either, and that it says when the node's view is too old. State
// counts once a header states its root, which the header of the next block does: no transaction in a block is believed
// about the state after it.
//
// Told and ToldAt are apart from that promise. They return what the node says of rounds that no header has confirmed
// yet, for what may be prepared meanwhile; Confirm waits for the header that shows whether it was so.
//
// What a node does wrong it names: ErrStale, ErrBehind, ErrFuture, ErrForged, ErrUnavailable, *ForkError.
//
// A View does not run by itself: Update takes one step, Follow takes one for every new consensus block.
package light

import (
	"errors"
	"fmt"
	"time"

	"github.com/assent-network/assent/protocol/proof"
)

var (
	// ErrStale comes when the newest verified consensus block is older than the view may be: the node is stuck, cut off
	// or holds blocks back. Try again, or ask another node.
	ErrStale = errors.New("the node's view of the chain is too old")

	// ErrBehind comes when a node knows less than what was verified before: it is still synchronizing, was reset, or
	// hides blocks. Ask another node.
	ErrBehind = errors.New("the node is behind what was verified before")

	// ErrFuture comes when a consensus block is further ahead of our clock than clocks may differ. Set the clock.
	ErrFuture = errors.New("the block's time is ahead of our clock")

	// ErrForged comes when an answer does not verify. The *proof.Error below it names the check. Ask another node.
	ErrForged = errors.New("the node's answer does not verify")

	// ErrUnavailable comes when the node does not answer, or no longer has what was asked.
	ErrUnavailable = errors.New("the node does not have it")

	// ErrNotYet comes when a round is asked for that is not final yet. WaitRound waits for it.
	ErrNotYet = errors.New("the round is not final yet")

	// ErrTooFar comes when a round is further back than headers are linked one by one.
	ErrTooFar = errors.New("the round is too far back")
)

// ForkError holds two blocks of one height that the validators both signed. Nothing on this chain can be relied upon
// until people have looked at it.
type ForkError struct {
	// Height is where the chain forks.
	Height int64
	// Ours and Theirs are the two light blocks, in canonical encoding.
	Ours, Theirs []byte
}

// Error implements error.
func (e *ForkError) Error() string {
	return fmt.Sprintf("the chain forks at height %d: the validators signed two blocks; stop and keep both as evidence",
		e.Height)
}

func forged(what string, err error) error {
	return fmt.Errorf("%s: %w: %w", what, ErrForged, err)
}

func unavailable(what string, err error) error {
	return fmt.Errorf("%s: %w: %w", what, ErrUnavailable, err)
}

// Head is the newest state of the chain that was verified.
type Head struct {
	// Height is the height of the consensus block after which this holds.
	Height int64
	// Time is the consensus time of the block after that one, whose header confirms the head. It says how fresh the
	// head is; the round's own time does not, since it is old where the committee stands still.
	Time time.Time
	// Runtime is the runtime's record, with the header of its latest round.
	Runtime *proof.RuntimeState
}

// Round returns the number of the latest round.
func (h *Head) Round() uint64 { return h.Runtime.Last.Round }
