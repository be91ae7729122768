package cometbft

import (
	"bytes"
	"errors"
	"fmt"
	"time"
)

// ErrExpired is wrapped when the trusted block is older than the trusting period.
var ErrExpired = errors.New("the trusted block is older than the trusting period")

// ErrUntrustedValidators is wrapped when at most a third of the trusted voting power signed a block.
var ErrUntrustedValidators = errors.New("too few trusted validators signed the block")

// Bounds are the times that bound a step from a trusted block to a later one.
type Bounds struct {
	// TrustingPeriod is for how long after its time a block is trusted.
	TrustingPeriod time.Duration
	// Now is the verifier's time.
	Now time.Time
	// MaxClockDrift is how far in the future of Now a block may be.
	MaxClockDrift time.Duration
}

// VerifyNext verifies that a block follows from a trusted one: the block at the next height by the hash of its
// validators, any later one by more than a third of the trusted voting power, both by more than two thirds of the
// block's own. It verifies every signature of the block. Both blocks have to be valid by themselves.
func VerifyNext(trusted, b *Block, bounds Bounds) error {
	old, h := &trusted.Header, &b.Header
	if until := old.Time.Add(bounds.TrustingPeriod); !until.After(bounds.Now) {
		return fmt.Errorf("%w: it was good until %s", ErrExpired, until.UTC().Format(time.RFC3339))
	}
	switch {
	case h.ChainID != old.ChainID:
		return fmt.Errorf("the block is of chain %q, the trusted one of %q", h.ChainID, old.ChainID)
	case h.Height <= old.Height:
		return fmt.Errorf("the height %d is not above the trusted height %d", h.Height, old.Height)
	case !h.Time.After(old.Time):
		return fmt.Errorf("the time %s is not after that of the trusted block, %s", h.Time, old.Time)
	case !h.Time.Before(bounds.Now.Add(bounds.MaxClockDrift)):
		return fmt.Errorf("the time %s is in the future of %s, by more than %s", h.Time, bounds.Now,
			bounds.MaxClockDrift)
	}
	c := b.checker()
	if h.Height == old.Height+1 {
		if !bytes.Equal(h.Validators, old.NextValidators) {
			return fmt.Errorf("the validators %X do not match the next validators of the trusted block, %X",
				h.Validators, old.NextValidators)
		}
	} else if err := c.trust(trusted.Validators); err != nil {
		return err
	}
	return c.all()
}

// VerifySignatures verifies every signature of the block, and that validators with more than two thirds of the voting
// power signed. The block has to be valid by itself.
func (b *Block) VerifySignatures() error { return b.checker().all() }

// checker verifies the signatures of a block, each of them once.
type checker struct {
	block    *Block
	verified []bool
}

func (b *Block) checker() *checker { return &checker{b, make([]bool, len(b.Commit.Signatures))} }

func (c *checker) check(validator int) error {
	if !c.verified[validator] && !c.block.verifies(validator) {
		return fmt.Errorf("the signature of validator %d is wrong", validator)
	}
	c.verified[validator] = true
	return nil
}

// trust verifies signatures until more than a third of the trusted voting power stands behind the block.
func (c *checker) trust(trusted Validators) error {
	power := make(map[[KeySize]byte]int64, len(trusted))
	for _, v := range trusted {
		power[v.Key] = v.Power
	}
	var signed int64
	needed := trusted.Power() / 3
	for i, s := range c.block.Commit.Signatures {
		p := power[c.block.Validators[i].Key]
		if s == nil || p == 0 {
			continue
		}
		if err := c.check(i); err != nil {
			return err
		}
		if signed += p; signed > needed {
			return nil
		}
	}
	return fmt.Errorf("%w: their voting power is %d, more than %d is needed", ErrUntrustedValidators, signed, needed)
}

// all verifies every signature and that more than two thirds of the block's own voting power signed.
func (c *checker) all() error {
	var signed int64
	for i, s := range c.block.Commit.Signatures {
		if s == nil {
			continue
		}
		if err := c.check(i); err != nil {
			return err
		}
		signed += c.block.Validators[i].Power
	}
	if needed := c.block.Validators.Power() * 2 / 3; signed <= needed {
		return fmt.Errorf("the voting power that signed is %d, more than %d is needed", signed, needed)
	}
	return nil
}
