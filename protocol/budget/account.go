package budget

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// MaxReturns is how often an amount can come back.
const MaxReturns = 3

// Stage is where an amount stands. The numbers are those of the BudgetLedger contract.
type Stage uint8

// The stages.
const (
	Unspent Stage = iota
	Open          // spent, can come back
	Settled       // spent for good
)

// String returns the stage's name.
func (s Stage) String() string {
	switch s {
	case Unspent:
		return "unspent"
	case Open:
		return "open"
	case Settled:
		return "settled"
	}
	return fmt.Sprintf("stage(%d)", uint8(s))
}

// StudyKey is the key of the amount that the seats of a study's round share on a dataset.
func StudyKey(study common.Hash, round uint32, dataset common.Hash) common.Hash {
	var words [96]byte
	copy(words[:], study[:])
	words[60], words[61], words[62], words[63] = byte(round>>24), byte(round>>16), byte(round>>8), byte(round)
	copy(words[64:], dataset[:])
	return crypto.Keccak256Hash(words[:])
}

// Cost is an amount of budget.
type Cost struct {
	Rho   Rho   `json:"rho,string"`
	Delta Delta `json:"delta,string"`
}

// Plus returns a+b, and what is unlimited where a sum does not fit.
func (a Cost) Plus(b Cost) Cost {
	sum := Cost{Unlimited, UnlimitedDelta}
	if rho, ok := a.Rho.Add(b.Rho); ok {
		sum.Rho = rho
	}
	if delta, ok := a.Delta.Add(b.Delta); ok {
		sum.Delta = delta
	}
	return sum
}

// Account is the reference model of one dataset's account in the BudgetLedger contract. A spender names an amount by a
// key, and its holders share it:
//
//	(unspent) --Spend--> open --Settle--> settled   (final)
//	              ^        |
//	              `--------'  GiveBack of the last holder, at most MaxReturns times
//
// Open and settled amounts never exceed the limit at the time of spending. A limit that is lowered below them takes
// nothing back; it only stops spending.
type Account struct {
	limit, open, settled Cost
	amounts              map[amountKey]*amount
}

type amountKey struct {
	spender common.Address
	key     common.Hash
}

type amount struct {
	cost    Cost
	stage   Stage
	returns int
	holders map[common.Hash]Stage
}

// OverBudgetError says that an amount does not fit the limit.
type OverBudgetError struct {
	Asked, Open, Settled, Limit Cost
}

func (e *OverBudgetError) Error() string {
	return fmt.Sprintf(
		"budget: a rho of %s and a delta of %s do not fit: rho %s of %s and delta %s of %s are left; ask for less",
		e.Asked.Rho, e.Asked.Delta, rest(e.Limit.Rho, e.Open.Rho, e.Settled.Rho), e.Limit.Rho,
		rest(e.Limit.Delta, e.Open.Delta, e.Settled.Delta), e.Limit.Delta)
}

// StageError says that an operation does not fit the stage of an amount.
type StageError struct {
	Key    common.Hash
	Op     string // "spend", "give back" or "settle"
	Reason string
}

func (e *StageError) Error() string {
	return fmt.Sprintf("budget: cannot %s the amount %s: %s", e.Op, e.Key, e.Reason)
}

// NewAccount returns an empty account.
func NewAccount(limit Cost) *Account {
	return &Account{limit: limit, amounts: map[amountKey]*amount{}}
}

// Limit is the most that may be open and settled together, at the time of spending.
func (a *Account) Limit() Cost { return a.limit }

// Open is what is spent and may come back: the sum of the amounts that are open.
func (a *Account) Open() Cost { return a.open }

// Settled is what is spent for good: the sum of the amounts that are settled. It never falls.
func (a *Account) Settled() Cost { return a.settled }

// SetLimit changes the limit, for later spending.
func (a *Account) SetLimit(limit Cost) { a.limit = limit }

// Spend takes an amount for a holder, or has it join those that hold it.
func (a *Account) Spend(spender common.Address, key, holder common.Hash, cost Cost) error {
	k := amountKey{spender, key}
	m := a.amounts[k]
	if m == nil {
		m = &amount{holders: map[common.Hash]Stage{}}
	}
	switch {
	case m.stage == Unspent:
		if !fits(a.limit.Rho, a.open.Rho, a.settled.Rho, cost.Rho) || !fits(a.limit.Delta, a.open.Delta,
			a.settled.Delta, cost.Delta) {
			return &OverBudgetError{Asked: cost, Open: a.open, Settled: a.settled, Limit: a.limit}
		}
		a.open.Rho += cost.Rho
		a.open.Delta += cost.Delta
		m.cost, m.stage = cost, Open
	case m.cost != cost:
		return &StageError{Key: key, Op: "spend", Reason: "it is of another size"}
	}
	a.amounts[k] = m
	if m.holders[holder] == Unspent {
		m.holders[holder] = Open
	}
	return nil
}

// GiveBack has a holder leave, and reports whether the amount came back.
func (a *Account) GiveBack(spender common.Address, key, holder common.Hash) (bool, error) {
	m := a.amounts[amountKey{spender, key}]
	switch {
	case m == nil || m.holders[holder] == Unspent:
		return false, &StageError{Key: key, Op: "give back", Reason: "it is not held"}
	case m.holders[holder] == Settled:
		return false, &StageError{Key: key, Op: "give back", Reason: "it is settled"}
	case m.stage == Open && len(m.holders) == 1 && m.returns == MaxReturns:
		return false, &StageError{Key: key, Op: "give back", Reason: "it came back too often"}
	}
	delete(m.holders, holder)
	if m.stage == Settled || len(m.holders) > 0 {
		return false, nil
	}
	a.open.Rho -= m.cost.Rho
	a.open.Delta -= m.cost.Delta
	m.returns++
	m.stage, m.cost = Unspent, Cost{}
	return true, nil
}

// Settle makes an amount final.
func (a *Account) Settle(spender common.Address, key, holder common.Hash) error {
	m := a.amounts[amountKey{spender, key}]
	if m == nil || m.holders[holder] == Unspent {
		return &StageError{Key: key, Op: "settle", Reason: "it is not held"}
	}
	m.holders[holder] = Settled
	if m.stage == Settled {
		return nil
	}
	m.stage = Settled
	a.open.Rho -= m.cost.Rho
	a.open.Delta -= m.cost.Delta
	a.settled.Rho += m.cost.Rho
	a.settled.Delta += m.cost.Delta
	return nil
}

// fits reports whether a cost is left of a limit.
func fits[T Rho | Delta](limit, open, settled, cost T) bool {
	return cost <= rest(limit, open, settled)
}

// rest is what is left of a limit: nothing when it was lowered below what is used.
func rest[T Rho | Delta](limit, open, settled T) T {
	if open > limit || settled > limit-open {
		return 0
	}
	return limit - open - settled
}
