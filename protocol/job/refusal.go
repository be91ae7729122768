package job

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// MaxReason is the longest reason of a refusal, in bytes.
const MaxReason = 280

// reasonTag stands before the reason of a refusal.
const reasonTag = "assent.refusal.v1:"

// disapproveCall is the length of a call of JobMarket.disapprove: selector, job, time.
const disapproveCall = 4 + 2*32

// ErrReason is wrapped by CheckReason.
var ErrReason = errors.New("the reason of a refusal cannot be recorded")

// CheckReason returns an error for a text that is no reason of a refusal: it has 1 to MaxReason bytes of printable
// UTF-8 on one line.
func CheckReason(reason string) error {
	switch {
	case strings.TrimSpace(reason) == "":
		return fmt.Errorf("%w: it is empty", ErrReason)
	case len(reason) > MaxReason:
		return fmt.Errorf("%w: it has %d bytes, at most %d are allowed", ErrReason, len(reason), MaxReason)
	case !utf8.ValidString(reason):
		return fmt.Errorf("%w: it is not UTF-8", ErrReason)
	}
	for _, r := range reason {
		if !unicode.IsPrint(r) {
			return fmt.Errorf("%w: it has a line break or another character that is not printed", ErrReason)
		}
	}
	return nil
}

// disapproveSelector begins a call of JobMarket.disapprove.
var disapproveSelector = crypto.Keccak256([]byte("disapprove(bytes32,uint64)"))[:4]

// AddReason puts the reason of a refusal behind a call that withdraws a job's approvals. The market reads the call and
// not what follows; the transaction, which the custodian signs, is on record whole.
func AddReason(call []byte, reason string) ([]byte, error) {
	if err := CheckReason(reason); err != nil {
		return nil, err
	}
	if len(call) != disapproveCall || !bytes.HasPrefix(call, disapproveSelector) {
		return nil, fmt.Errorf("%w: a call of %d bytes that begins with %x withdraws no approvals", ErrReason,
			len(call),
			call[:min(len(call), len(disapproveSelector))])
	}
	return append(append(call[:len(call):len(call)], reasonTag...), reason...), nil
}

// Reason returns the reason behind a call that withdraws a job's approvals, and whether the call is one for that job
// and has a reason. Who made the call is for the caller to check.
func Reason(call []byte, id common.Hash) (string, bool) {
	if len(call) < disapproveCall || !bytes.HasPrefix(call, append(bytes.Clone(disapproveSelector), id[:]...)) {
		return "", false
	}
	reason, ok := strings.CutPrefix(string(call[disapproveCall:]), reasonTag)
	if !ok || CheckReason(reason) != nil {
		return "", false
	}
	return reason, true
}
