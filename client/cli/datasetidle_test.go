package cli

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/protocol/policy"
)

// coded are accounts with code; nil fails.
type coded []common.Address

func (c coded) IsContract(_ context.Context, account common.Address) (bool, error) {
	if c == nil {
		return false, errors.New("no gateway")
	}
	return slices.Contains(c, account), nil
}

// What the chain knows of a policy's accounts is warned of: a market that may not spend, and gates that are no
// contracts.
func TestWarnIdle(t *testing.T) {
	market, gate := common.Address{1}, common.Address{2}
	fit := publish.PolicyTemplate()
	fit.Spenders, fit.Measurements, fit.TrustRoots = []common.Address{market}, []common.Hash{{1}}, []common.Hash{{1}}
	for name, c := range map[string]struct {
		change func(*policy.Policy)
		want   string
	}{
		"fit":          {func(*policy.Policy) {}, ""},
		"a fit gate":   {func(p *policy.Policy) { p.Gates = []policy.Gate{{Contract: gate}} }, ""},
		"no such gate": {func(p *policy.Policy) { p.Gates = []policy.Gate{{Contract: market}} }, "is no contract"},
		"no market":    {func(p *policy.Policy) { p.Spenders = []common.Address{gate} }, "may not spend the budget"},
		"no purpose":   {func(p *policy.Policy) { p.Purposes = 0 }, "it allows no purpose"},
		"two at once":  {func(p *policy.Policy) { p.Spenders, p.Kinds = nil, 0 }, "it allows no kind"},
	} {
		p := fit
		c.change(&p)
		var out bytes.Buffer
		a := &App{Terminal: &term.Terminal{Err: &out}}
		err := a.warnIdle(t.Context(), coded{gate}, market, p)
		if got := out.String(); err != nil || (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: %q, %v, want %q", name, got, err, c.want)
		}
	}
	p := fit
	p.Gates = []policy.Gate{{Contract: gate}}
	a := &App{Terminal: &term.Terminal{Err: &bytes.Buffer{}}}
	if err := a.warnIdle(t.Context(), coded(nil), market, p); err == nil {
		t.Error("a gate that could not be looked up passed")
	}
}
