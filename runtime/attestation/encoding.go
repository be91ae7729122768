package attestation

import (
	"encoding/binary"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
)

// method is a function of the contract.
type method int

const (
	methodVerify method = iota
	methodLocate
	methodInspect
)

// signatures are those of the functions; a selector is the first four bytes of their hash.
var signatures = [...]string{
	methodVerify:  "verify(bytes,bytes,uint64)",
	methodLocate:  "locate(bytes)",
	methodInspect: "inspect(bytes,uint64)",
}

// The errors of the interface.
const (
	quoteRefused      = "QuoteRefused(string)"
	collateralRefused = "CollateralRefused(string)"
)

func selector(signature string) [4]byte { return [4]byte(crypto.Keccak256([]byte(signature))) }

// selectors of the functions, worked out once.
var selectors = func() (s [len(signatures)][4]byte) {
	for i, signature := range signatures {
		s[i] = selector(signature)
	}
	return s
}()

const wordSize = 32

// call is a call of the contract. Its byte slices lie in the input.
type call struct {
	method     method
	evidence   []byte
	collateral []byte
	time       uint64
}

// parse reads a call in Solidity's encoding. It does no more work than that of a few words, whatever the input.
func parse(input []byte) (*call, bool) {
	if len(input) < 4 {
		return nil, false
	}
	args := arguments(input[4:])
	for m, s := range selectors {
		if [4]byte(input[:4]) != s {
			continue
		}
		c := &call{method: method(m)}
		ok := true
		switch c.method {
		case methodVerify:
			ok = args.bytes(0, &c.evidence) && args.bytes(1, &c.collateral) && args.uint(2, &c.time)
		case methodLocate:
			ok = args.bytes(0, &c.evidence)
		case methodInspect:
			ok = args.bytes(0, &c.collateral) && args.uint(1, &c.time)
		}
		return c, ok
	}
	return nil, false
}

// malformed is the step at which a call fails whose bytes no parser takes.
func (c *call) malformed() tee.Step {
	if c.method == methodInspect {
		return tee.StepCollateral
	}
	return tee.StepQuote
}

// refuse encodes the error that the call ends with.
func (c *call) refuse(step tee.Step) []byte {
	s := selector(quoteRefused)
	if c.method == methodInspect {
		s = selector(collateralRefused)
	}
	var w words
	w.uint(wordSize) // where the text is
	w.uint(uint64(len(step)))
	text := make([]byte, (len(step)+wordSize-1)/wordSize*wordSize)
	copy(text, step)
	return append(append(s[:], w...), text...)
}

// arguments are encoded arguments.
type arguments []byte

// uint reads a word that holds a number of 64 bits.
func (a arguments) uint(at int, to *uint64) bool {
	if len(a) < (at+1)*wordSize {
		return false
	}
	w := a[at*wordSize : (at+1)*wordSize]
	for _, b := range w[:wordSize-8] {
		if b != 0 {
			return false
		}
	}
	*to = binary.BigEndian.Uint64(w[wordSize-8:])
	return true
}

// bytes reads a word that says where a byte string is, and the string without copying it.
func (a arguments) bytes(at int, to *[]byte) bool {
	var offset, length uint64
	if !a.uint(at, &offset) || offset > uint64(len(a)) || !arguments(a[offset:]).uint(0, &length) {
		return false
	}
	rest := a[offset+wordSize:]
	if length > uint64(len(rest)) {
		return false
	}
	*to = rest[:length:length]
	return true
}

// words is a result: one word for each value.
type words []byte

func (w *words) uint(n uint64) {
	*w = append(*w, make([]byte, wordSize-8)...)
	*w = binary.BigEndian.AppendUint64(*w, n)
}

func (w *words) bool(b bool) {
	var n uint64
	if b {
		n = 1
	}
	w.uint(n)
}

func (w *words) hash(h common.Hash) { *w = append(*w, h[:]...) }

// time writes Unix seconds; times before 1970, such as the zero time, are zero.
func (w *words) time(t time.Time) { w.uint(uint64(max(0, t.Unix()))) }

// stamp writes number and date of a part, and zeros for one that is absent.
func (w *words) stamp(s collateral.Stamp) error {
	if s.Number == nil {
		w.uint(0)
		w.uint(0)
		return nil
	}
	if s.Number.Sign() < 0 || s.Number.BitLen() > 8*wordSize {
		return &tee.Refusal{Step: tee.StepCollateral, Err: fmt.Errorf("a list's number has %d bits", s.Number.BitLen())}
	}
	w.hash(common.BigToHash(s.Number))
	w.time(s.IssuedAt)
	return nil
}
