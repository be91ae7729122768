package cli

import (
	"context"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/policy"
)

// chainFacts is what the chain knows of a policy's accounts.
type chainFacts interface {
	IsContract(ctx context.Context, account common.Address) (bool, error)
}

// idleWords says what makes a policy useless, or without effect for subjects, by itself and by what the chain knows of
// its accounts.
func idleWords(ctx context.Context, chain chainFacts, market common.Address, p policy.Policy) ([]string, error) {
	all := p.Idle()
	if len(p.Spenders) > 0 && !slices.Contains(p.Spenders, market) {
		all = append(all,
			"no job can be posted: the network's market, "+market.Hex()+", may not spend the budget (spenders)")
	}
	for _, g := range p.Gates {
		is, err := chain.IsContract(ctx, g.Contract)
		if err != nil {
			return nil, err
		}
		if !is {
			all = append(all, "gate "+g.Contract.Hex()+" is no contract, and what it is asked fails (gates)")
		}
	}
	return all, nil
}

// warnIdle warns of what makes a policy useless. None of it is an error: it may be meant.
func (a *App) warnIdle(ctx context.Context, chain chainFacts, market common.Address, p policy.Policy) error {
	warnings, err := idleWords(ctx, chain, market, p)
	for _, w := range warnings {
		a.Warn("warning: %s", w)
	}
	return err
}
