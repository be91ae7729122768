package cli

import (
	"context"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/policy"
)

// chainFacts is what a policy's accounts are held against: the network's market, and which accounts are contracts.
type chainFacts interface {
	IsContract(ctx context.Context, account common.Address) (bool, error)
}

// warnIdle warns of what makes a policy useless, or one that protects nobody. None of it is an error: it may be meant.
func (a *App) warnIdle(ctx context.Context, chain chainFacts, market common.Address, p policy.Policy) error {
	warnings := p.Idle()
	if len(p.Spenders) > 0 && !slices.Contains(p.Spenders, market) {
		warnings = append(warnings,
			"no job can be posted: the network's market, "+market.Hex()+", may not spend the budget (spenders)")
	}
	for _, g := range p.Gates {
		is, err := chain.IsContract(ctx, g.Contract)
		if err != nil {
			return err
		}
		if !is {
			warnings = append(warnings, "gate "+g.Contract.Hex()+" is no contract, and what it is asked fails (gates)")
		}
	}
	for _, w := range warnings {
		a.Note("warning: %s", w)
	}
	return nil
}
