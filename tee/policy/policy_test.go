package policy_test

import (
	"errors"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/policy"
)

var now = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

type input struct {
	p policy.Policy
	c tee.Claims
	f policy.Facts
}

func accepted() input {
	b := tee.Binding{ChainID: 42334, Runtime: common.Hash{1}, Operator: common.Address{2}, Enclave: common.Address{3}, REK: common.Hash{4}, Round: 90, BlockHash: common.Hash{5}}
	nonce := [32]byte{6}
	return input{
		p: policy.Policy{Measurements: []common.Hash{{7}}, Roots: []common.Hash{{8}}, MaxRounds: 10, MaxCollateralAge: time.Hour},
		c: tee.Claims{Platform: tee.TDX, Measurement: common.Hash{7}, Root: common.Hash{8}, ReportData: b.ReportData(nonce), TCB: tee.UpToDate, Simulated: true,
			Collateral: tee.Collateral{IssuedAt: now.Add(-time.Hour), ValidFrom: now, ValidUntil: now}},
		f: policy.Facts{Binding: b, Nonce: nonce, Round: 100, Now: now},
	}
}

// TestValidate moves one thing at a time, to each edge.
func TestValidate(t *testing.T) {
	for _, c := range []struct {
		name  string
		edit  func(*input)
		check string
	}{
		{"accepted", func(*input) {}, ""},
		{"zero policy", func(i *input) { i.p = policy.Policy{} }, "root"},
		{"another root", func(i *input) { i.c.Root[0]++ }, "root"},
		{"no root named", func(i *input) { i.p.Roots = nil }, "root"},
		{"another measurement", func(i *input) { i.c.Measurement[0]++ }, "measurement"},
		{"debug", func(i *input) { i.c.Debug = true }, "debug"},
		{"out of date", func(i *input) { i.c.TCB = tee.OutOfDate }, "tcb"},
		{"no status", func(i *input) { i.c.TCB = "" }, "tcb"},
		{"out of date, accepted", func(i *input) { i.c.TCB, i.p.TCB = tee.OutOfDate, []tee.TCBStatus{tee.OutOfDate} }, ""},
		{"another status accepted", func(i *input) { i.c.TCB, i.p.TCB = tee.OutOfDate, []tee.TCBStatus{tee.SWHardeningNeeded} }, "tcb"},
		{"revoked is never accepted", func(i *input) { i.c.TCB, i.p.TCB = tee.Revoked, []tee.TCBStatus{tee.Revoked} }, "tcb"},
		{"another chain", func(i *input) { i.f.Binding.ChainID++ }, "reportData"},
		{"another runtime", func(i *input) { i.f.Binding.Runtime[0]++ }, "reportData"},
		{"another operator", func(i *input) { i.f.Binding.Operator[0]++ }, "reportData"},
		{"another signing key", func(i *input) { i.f.Binding.Enclave[0]++ }, "reportData"},
		{"another encryption key", func(i *input) { i.f.Binding.REK[0]++ }, "reportData"},
		{"another round", func(i *input) { i.f.Binding.Round++ }, "reportData"},
		{"another block", func(i *input) { i.f.Binding.BlockHash[0]++ }, "reportData"},
		{"another challenge", func(i *input) { i.f.Nonce[0]++ }, "reportData"},
		{"round of the future", func(i *input) { i.f.Round = 89 }, "freshness"},
		{"newest round", func(i *input) { i.f.Round = 90 }, ""},
		{"one round too old", func(i *input) { i.f.Round = 101 }, "freshness"},
		{"no limit of rounds", func(i *input) { i.f.Round, i.p.MaxRounds = 1<<63, 0 }, ""},
		{"collateral of the future", func(i *input) { i.c.Collateral.ValidFrom = now.Add(time.Second) }, "collateral"},
		{"collateral expired", func(i *input) { i.c.Collateral.ValidUntil = now.Add(-time.Second) }, "collateral"},
		{"collateral too old", func(i *input) { i.c.Collateral.IssuedAt = now.Add(-time.Hour - time.Second) }, "collateral"},
		{"no limit of age", func(i *input) { i.c.Collateral.IssuedAt, i.p.MaxCollateralAge = time.Time{}, 0 }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			i := accepted()
			c.edit(&i)
			err := i.p.Validate(&i.c, i.f)
			var ce *policy.CheckError
			switch {
			case c.check == "" && err != nil:
				t.Errorf("refused: %v", err)
			case c.check != "" && (!errors.As(err, &ce) || ce.Check != c.check):
				t.Errorf("got %v, want a refusal by %s", err, c.check)
			}
		})
	}
}
