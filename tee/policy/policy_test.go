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
	b := tee.Binding{ChainID: 42334, Runtime: common.Hash{1}, Operator: common.Address{2}, Enclave: common.Address{3},
		REK: common.Hash{4}, Round: 90, BlockHash: common.Hash{5}}
	nonce := [32]byte{6}
	return input{
		p: policy.Policy{Measurements: []common.Hash{{7}}, Roots: []common.Hash{{8}}, Simulated: true, MaxRounds: 10,
			MaxCollateralAge: time.Hour},
		c: tee.Claims{Platform: tee.TDX, Measurement: common.Hash{7}, Root: common.Hash{8},
			ReportData: b.ReportData(nonce), TCB: tee.UpToDate, Simulated: true,
			TCBDate: now, Components: []tee.Component{{Name: "sgx1", SVN: 5}, {Name: "tdx1", SVN: 3}},
			Device: tee.Device{PPID: "aa", PIID: "bb"},
			Registers: []tee.Register{{Name: "MRTD", Value: "01"}, {Name: "RTMR0", Value: "02"},
				{Name: "RTMR1", Value: "03"}, {Name: "RTMR2", Value: "04"}},
			Collateral: tee.Collateral{IssuedAt: now.Add(-time.Hour), ValidFrom: now, ValidUntil: now, Evaluation: 17,
				Revocation: true}},
		f: policy.Facts{Binding: b, Nonce: nonce, Round: 100, Now: now},
	}
}

// image accepts the registers of accepted, but for one.
func image(name string, values ...string) policy.Image {
	i := policy.Image{Platform: tee.TDX, Registers: map[string][]string{"MRTD": {"01"}, "RTMR1": {"03"},
		"RTMR2": {"04"}}}
	i.Registers[name] = values
	return i
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
		{"out of date, accepted", func(i *input) { i.c.TCB, i.p.TCB = tee.OutOfDate, []tee.TCBStatus{tee.OutOfDate} },
			""},
		{"another status accepted", func(i *input) {
			i.c.TCB, i.p.TCB = tee.OutOfDate,
				[]tee.TCBStatus{tee.SWHardeningNeeded}
		}, "tcb"},
		{"revoked is never accepted", func(i *input) { i.c.TCB, i.p.TCB = tee.Revoked, []tee.TCBStatus{tee.Revoked} },
			"tcb"},
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
		{"collateral too old", func(i *input) { i.c.Collateral.IssuedAt = now.Add(-time.Hour - time.Second) },
			"collateral"},
		{"no revocation lists", func(i *input) { i.c.Collateral.Revocation = false }, "revocation"},
		{"simulated not accepted", func(i *input) { i.p.Simulated = false }, "simulated"},
		{"hardware, simulated not accepted", func(i *input) { i.p.Simulated, i.c.Simulated = false, false }, ""},
		{"migratable", func(i *input) { i.c.Migratable = true }, "migratable"},
		{"unjudged without a floor", func(i *input) { i.c.TCB = tee.Unjudged }, "tcb"},
		{"unjudged cannot be listed", func(i *input) { i.c.TCB, i.p.TCB = tee.Unjudged, []tee.TCBStatus{tee.Unjudged} },
			"tcb"},
		{"below every level", func(i *input) { i.c.TCB, i.c.TCBDate = tee.BelowLevels, time.Time{} }, "tcb"},
		{"below every level cannot be listed", func(i *input) {
			i.c.TCB, i.c.TCBDate, i.p.TCB = tee.BelowLevels, time.Time{},
				[]tee.TCBStatus{tee.BelowLevels, tee.OutOfDate}
		}, "tcb"},
		{"unjudged with a floor of another platform", func(i *input) {
			i.c.TCB, i.p.Floor = tee.Unjudged, []policy.Floor{{Platform: tee.SNP, Component: "snp"}}
		}, "tcb"},
		{"unjudged with a floor", func(i *input) {
			i.c.TCB, i.p.Floor = tee.Unjudged, []policy.Floor{{Platform: tee.TDX, Component: "tdx1", SVN: 3}}
		}, ""},
		{"unjudged has no date or evaluation", func(i *input) {
			i.c.TCB, i.c.TCBDate, i.c.Collateral.Evaluation, i.p.MinTCBDate, i.p.MinEvaluation = tee.Unjudged,
				time.Time{}, 0, now, 1
			i.p.Floor = []policy.Floor{{Platform: tee.TDX, Component: "tdx1"}}
		}, ""},
		{"at the floor", func(i *input) { i.p.Floor = []policy.Floor{{tee.TDX, "sgx1", 5}, {tee.TDX, "tdx1", 3}} }, ""},
		{"under the floor", func(i *input) { i.p.Floor = []policy.Floor{{tee.TDX, "sgx1", 5}, {tee.TDX, "tdx1", 4}} },
			"tcb"},
		{"another platform's floor", func(i *input) { i.p.Floor = []policy.Floor{{tee.SNP, "snp", 200}} }, ""},
		{"floor of what is not there", func(i *input) { i.p.Floor = []policy.Floor{{tee.TDX, "snp", 0}} }, "tcb"},
		{"oldest TCB level", func(i *input) { i.p.MinTCBDate = now }, ""},
		{"TCB level too old", func(i *input) { i.p.MinTCBDate = now.Add(time.Second) }, "tcb"},
		{"smallest evaluation", func(i *input) { i.p.MinEvaluation = 17 }, ""},
		{"evaluation too small", func(i *input) { i.p.MinEvaluation = 18 }, "evaluation"},
		{"machine by its package", func(i *input) { i.p.Devices = []string{"ppid:aa"} }, ""},
		{"machine by its instance", func(i *input) { i.p.Devices = []string{"chip:aa", "piid:bb"} }, ""},
		{"another machine", func(i *input) { i.p.Devices = []string{"ppid:bb", "piid:aa", "chip:aa"} }, "device"},
		{"image", func(i *input) { i.p.Measurements, i.p.Images = nil, []policy.Image{image("MRTD", "01", "09")} }, ""},
		{"image with another firmware", func(i *input) {
			i.p.Measurements, i.p.Images = nil,
				[]policy.Image{image("MRTD", "09")}
		}, "measurement"},
		{"image of another platform", func(i *input) {
			i.p.Measurements, i.p.Images = nil, []policy.Image{image("MRTD", "01")}
			i.p.Images[0].Platform = tee.SNP
		}, "measurement"},
		{"image that names RTMR0", func(i *input) {
			i.p.Measurements, i.p.Images = nil,
				[]policy.Image{image("RTMR0", "09")}
		}, "measurement"},
		{"image that names what is not there",
			func(i *input) { i.p.Measurements, i.p.Images = nil, []policy.Image{image("RTMR9", "")} }, "measurement"},
		{"image without a kernel", func(i *input) {
			i.p.Measurements, i.p.Images = nil,
				[]policy.Image{image("RTMR1")}
		}, "measurement"},
		{"empty image", func(i *input) { i.p.Measurements, i.p.Images = nil, []policy.Image{{}} }, "measurement"},
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
			case c.check != "" && (!errors.As(err, &ce) || string(ce.Check) != c.check):
				t.Errorf("got %v, want a refusal by %s", err, c.check)
			}
		})
	}
}
