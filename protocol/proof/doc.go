// Package proof verifies what an untrusted node says about the chain, from a trust root down to single words of
// contract storage.
//
// The steps, each of which needs only the result of the one before:
//
//  1. A trust root names one CometBFT block. VerifyRoot and
//     VerifiedBlock.VerifyNext lead from it to later light blocks.
//  2. A light block's app hash is the root of the consensus state after the
//     block before it. VerifyTree opens that state, and VerifyRuntimeState reads
//     the runtime's latest round header and its executor committee from it.
//  3. Every runtime header holds the hash of its predecessor: LinkHeaders leads
//     from a proven round to an older one. ReadPastRoots reads the roots of a
//     past round from the consensus state, where the network keeps them.
//  4. A runtime header's state root opens the runtime's state: Tree.Get proves
//     that a key has a value or is absent, Tree.Walk and VerifyRange prove
//     that a range of keys is complete.
//  5. VerifyCommitments says which members of the committee signed a round.
//
// The package promises that it does no input or output, reads no clock, never
// panics on hostile bytes and uses memory in proportion to their length. What
// it returns as verified is as honest as two thirds of the validators (steps 1
// and 2) and the executor committee (the rest).
//
// Every failure is an *Error that names the check. docs/protocol/proof.md has the encodings.
package proof

import (
	"errors"
	"fmt"

	"github.com/assent-network/assent/protocol/cometbft"
)

// Check names one kind of verification. The names are part of the audit report and of the tests that break each of them
// on purpose.
type Check string

// The checks of this package.
const (
	// CheckEncoding fails when bytes are not what the format says, or are not the one canonical way to write it.
	CheckEncoding Check = "encoding"
	// CheckLightBlocks fails when a light block does not follow from the trust root.
	CheckLightBlocks Check = "light blocks"
	// CheckConsensusState fails when a proof of consensus state does not match the app hash, or a record in it is not
	// what it should be.
	CheckConsensusState Check = "consensus state"
	// CheckRuntimeRounds fails when a runtime header does not follow from the proven ones.
	CheckRuntimeRounds Check = "runtime rounds"
	// CheckStorageProofs fails when a proof of runtime state does not match the state root, or leaves out what it
	// should show.
	CheckStorageProofs Check = "storage proofs"
	// CheckCommittee fails when the signatures of the executor committee are missing, wrong or too few.
	CheckCommittee Check = "committee"
)

// Error is the failure of one check.
type Error struct {
	// Check is the check that failed.
	Check Check
	// Err says what was found.
	Err error
}

// Error implements error.
func (e *Error) Error() string { return string(e.Check) + ": " + e.Err.Error() }

// Unwrap returns what was found.
func (e *Error) Unwrap() error { return e.Err }

// FailedCheck returns the check that an error of this package names, or "".
func FailedCheck(err error) Check {
	var e *Error
	if errors.As(err, &e) {
		return e.Check
	}
	return ""
}

// ErrIncomplete is wrapped when a proof is genuine but does not show what was asked. Ask the node for the missing part.
var ErrIncomplete = errors.New("the proof does not show this part of the tree")

// ErrExpired is wrapped when a light block is too far from the trusted one for its validators to be held to account.
// Start from a newer trust root.
var ErrExpired = cometbft.ErrExpired

// ErrUntrustedValidators is wrapped when too few of the trusted validators signed a later block to skip to it. Verify a
// block in between first.
var ErrUntrustedValidators = cometbft.ErrUntrustedValidators

func failf(check Check, format string, args ...any) error {
	return &Error{Check: check, Err: fmt.Errorf(format, args...)}
}

// as gives an error the name of a check, unless it has one already.
func as(check Check, err error) error {
	if err == nil || FailedCheck(err) != "" {
		return err
	}
	return &Error{Check: check, Err: err}
}
