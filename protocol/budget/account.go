package budget

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
)

// Account is the reference model of one dataset's account in the BudgetLedger
// contract. Every unit of a job's budget is reserved once, and then either spent
// or given back, once:
//
//	(none) --Reserve--> reserved --Spend----> spent   (final)
//	                        `----GiveBack--> (none)   (the job may reserve again)
//
// Spent + Reserved never exceeds the limit at the time of a reservation. A limit
// that is lowered below them takes nothing back; it only stops reservations.
type Account struct {
	limit, reserved, spent Rho
	jobs                   map[common.Hash]entry
}

type entry struct {
	rho   Rho
	spent bool
}

// OverBudgetError says that a reservation does not fit the limit.
type OverBudgetError struct {
	Asked, Spent, Reserved, Limit Rho
}

func (e *OverBudgetError) Error() string {
	return fmt.Sprintf("budget: a rho of %s does not fit: %s spent and %s reserved of %s; ask for less or wait until a reservation is given back",
		e.Asked, e.Spent, e.Reserved, e.Limit)
}

// StateError says that an operation does not fit the state of a job's budget.
type StateError struct {
	Job common.Hash
	Op  string // "reserve", "spend" or "give back"
	Is  string // "not reserved", "reserved" or "spent"
}

func (e *StateError) Error() string {
	return fmt.Sprintf("budget: cannot %s the budget of job %s: it is %s", e.Op, e.Job, e.Is)
}

// NewAccount returns an empty account.
func NewAccount(limit Rho) *Account {
	return &Account{limit: limit, jobs: map[common.Hash]entry{}}
}

// Limit, Reserved and Spent are the account's three numbers.
func (a *Account) Limit() Rho    { return a.limit }
func (a *Account) Reserved() Rho { return a.reserved }
func (a *Account) Spent() Rho    { return a.spent }

// SetLimit changes the limit, for later reservations.
func (a *Account) SetLimit(limit Rho) { a.limit = limit }

// Reserve sets rho aside for a job that has nothing reserved or spent.
func (a *Account) Reserve(job common.Hash, rho Rho) error {
	if e, ok := a.jobs[job]; ok {
		return &StateError{Job: job, Op: "reserve", Is: e.state()}
	}
	used, ok1 := a.spent.Add(a.reserved)
	total, ok2 := used.Add(rho)
	if !ok1 || !ok2 || total > a.limit {
		return &OverBudgetError{Asked: rho, Spent: a.spent, Reserved: a.reserved, Limit: a.limit}
	}
	a.reserved += rho
	a.jobs[job] = entry{rho: rho}
	return nil
}

// Spend turns a job's reservation into spent budget. It is final.
func (a *Account) Spend(job common.Hash) error {
	e, ok := a.jobs[job]
	if !ok || e.spent {
		return &StateError{Job: job, Op: "spend", Is: e.describe(ok)}
	}
	a.reserved -= e.rho
	a.spent += e.rho
	a.jobs[job] = entry{rho: e.rho, spent: true}
	return nil
}

// GiveBack frees a job's reservation.
func (a *Account) GiveBack(job common.Hash) error {
	e, ok := a.jobs[job]
	if !ok || e.spent {
		return &StateError{Job: job, Op: "give back", Is: e.describe(ok)}
	}
	a.reserved -= e.rho
	delete(a.jobs, job)
	return nil
}

func (e entry) describe(exists bool) string {
	if !exists {
		return "not reserved"
	}
	return e.state()
}

func (e entry) state() string {
	if e.spent {
		return "spent"
	}
	return "reserved"
}
