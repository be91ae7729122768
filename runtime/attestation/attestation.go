// Package attestation is the precompiled contract that verifies attestation quotes on chain. Its interface in Solidity
// is IAttestation, in contracts/src/interfaces.
//
// It is a pure function of its input and of the attestation roots in the genesis document: callers hand it the time, so
// that the same code judges a quote now, in an audit of an old round and in a simulation of a future one. It neither
// panics nor keeps state, and refuses with one of a few fixed words, since what it returns is part of the chain.
package attestation

import (
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/vm"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/collateral"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/snp"
)

// Address is where the contract is called.
var Address = common.HexToAddress("0x00000000000000000000000000000000000A5501")

// Contract is the precompiled contract. It is safe for concurrent use.
type Contract struct {
	roots     tee.Roots
	verifiers map[tee.Platform]tee.Verifier
}

var _ vm.PrecompiledContract = (*Contract)(nil)

// New returns the contract for a network that names these roots.
func New(roots tee.Roots) *Contract {
	c := &Contract{roots: roots, verifiers: make(map[tee.Platform]tee.Verifier)}
	for _, v := range []tee.Verifier{dcap.Verifier{}, snp.Verifier{}} {
		c.verifiers[v.Platform()] = v
	}
	return c
}

// Precompiles is the contract at its address, for an engine of such a network.
func Precompiles(roots tee.Roots) vm.PrecompiledContracts {
	return vm.PrecompiledContracts{Address: New(roots)}
}

// Name implements vm.PrecompiledContract.
func (*Contract) Name() string { return "ATTESTATION" }

// Run implements vm.PrecompiledContract. A refusal is vm.ErrExecutionReverted with an error in Solidity's encoding,
// such that the caller keeps the gas that is left.
func (c *Contract) Run(input []byte) (output []byte, err error) {
	call, ok := parse(input)
	if !ok {
		return nil, vm.ErrExecutionReverted
	}
	defer func() {
		if r := recover(); r != nil { // a bug in a parser; every node has the same
			output, err = call.refuse(call.malformed()), vm.ErrExecutionReverted
		}
	}()
	switch call.method {
	case methodVerify:
		output, err = c.verify(call)
	case methodLocate:
		output, err = c.locate(call)
	default:
		output, err = c.inspect(call)
	}
	if err == nil {
		return output, nil
	}
	step := call.malformed()
	if refusal := (*tee.Refusal)(nil); errors.As(err, &refusal) {
		step = refusal.Step
	}
	return call.refuse(step), vm.ErrExecutionReverted
}

// errTime refuses a time that no certificate has.
var errTime = &tee.Refusal{Step: tee.StepCollateral, Err: errors.New("the time is after the year 9999")}

// lastSecond is the last one of the year 9999.
const lastSecond = 253402300799

func timeOf(seconds uint64) (time.Time, error) {
	if seconds > lastSecond {
		return time.Time{}, errTime
	}
	return time.Unix(int64(seconds), 0).UTC(), nil
}

// verify says what the quote in the evidence claims.
func (c *Contract) verify(call *call) ([]byte, error) {
	now, err := timeOf(call.time)
	if err != nil {
		return nil, err
	}
	e, err := tee.ParseEvidence(call.evidence)
	if err != nil {
		return nil, &tee.Refusal{Step: tee.StepEvidence, Err: err}
	}
	claims, err := c.verifiers[e.Platform].Verify(e.Quote, call.collateral, c.roots, now)
	if err != nil {
		return nil, err
	}
	versions, err := versionsOf(claims)
	if err != nil {
		return nil, err
	}
	var w words
	w.uint(uint64(claims.Platform))
	w.uint(uint64(claims.TCB.Number()))
	w.bool(claims.Simulated)
	w.bool(claims.Debug)
	w.bool(claims.Migratable)
	w.bool(claims.Collateral.Revocation)
	w.uint(uint64(claims.Collateral.Evaluation))
	w.time(claims.TCBDate)
	w.time(claims.Collateral.IssuedAt)
	w.time(claims.Collateral.ValidUntil)
	w.uint(versions)
	w.hash(claims.Measurement)
	w.hash(claims.Root)
	w.hash(common.Hash(claims.ReportData[:32]))
	w.hash(common.Hash(claims.ReportData[32:]))
	w.uint(e.Round)
	w.hash(e.BlockHash)
	w.hash(e.Nonce)
	return w, nil
}

// versionsOf packs the security versions of an SNP platform, one byte each: boot loader, TEE, SNP and microcode.
func versionsOf(c *tee.Claims) (uint64, error) {
	if c.Platform != tee.SNP {
		return 0, nil
	}
	var packed uint64
	for _, name := range []string{"bootloader", "tee", "snp", "microcode"} {
		found := false
		for _, component := range c.Components {
			if component.Name == name && component.SVN <= 0xff {
				packed, found = packed<<8|uint64(component.SVN), true
			}
		}
		if !found {
			return 0, &tee.Refusal{Step: tee.StepPlatform,
				Err: fmt.Errorf("the report does not say the version of %s", name)}
		}
	}
	return packed, nil
}

// locate says which collateral judges the quote in the evidence.
func (c *Contract) locate(call *call) ([]byte, error) {
	e, err := tee.ParseEvidence(call.evidence)
	if err != nil {
		return nil, &tee.Refusal{Step: tee.StepEvidence, Err: err}
	}
	place, err := Locate(e, c.roots)
	if err != nil {
		return nil, err
	}
	var w words
	w.hash(place.Levels)
	w.hash(place.Issuer)
	return w, nil
}

// Locate says which collateral judges the quote in evidence. A quote of TDX has to carry one of the roots; one of SNP
// carries none. Errors are of type *tee.Refusal.
func Locate(e tee.Evidence, roots tee.Roots) (collateral.Place, error) {
	if e.Platform == tee.SNP {
		return snp.Locate(e.Quote)
	}
	return dcap.Locate(e.Quote, roots)
}
