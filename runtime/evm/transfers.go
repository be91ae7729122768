package evm

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
)

// Transfer is native value that moved during a message, by a call, a creation or SELFDESTRUCT.
type Transfer struct {
	From, To common.Address
	Amount   uint256.Int
}

// Burn is native value that ceased to exist: what a contract that destroyed itself in the transaction of its creation
// still had.
type Burn struct {
	From   common.Address
	Amount uint256.Int
}

// ledgerState is the StateDB as the machine sees it. It writes down how value moves, in a way that reverts take back:
// each movement leaves a marked log in the StateDB's journal, which no contract can see and which is taken out in the
// end.
type ledgerState struct {
	*state.StateDB
	// held counts what the message holds.
	held      *held
	transient transient
	// frames are the calls that wait for others or ended well, in the order in which they began, mostFrames is how many
	// there were at most.
	frames     []frame
	mostFrames int
	// failedDepth is the highest place in frames of a call that failed, which is no less than how deep it was.
	failedDepth int
	// undone says that the outermost frame failed: see RevertToSnapshot.
	undone bool
	moves  []move
	// out and in are the first half of a SELFDESTRUCT's transfer, of which the machine does either half first.
	out, in *move
	// destroyed holds accounts that destroyed themselves, reverted or not.
	destroyed []common.Address
}

// move is a transfer, or a burn when it has no destination.
type move struct {
	from, to common.Address
	burn     bool
	amount   uint256.Int
}

var _ vm.StateDB = (*ledgerState)(nil)

// record notes a movement in the journal. The machine makes no log that is Removed, and nothing else that a log says
// counts here.
func (s *ledgerState) record(m move) {
	if m.amount.IsZero() {
		return
	}
	s.held.add(weightMove)
	s.moves = append(s.moves, m)
	s.AddLog(&types.Log{Removed: true, BlockNumber: uint64(len(s.moves) - 1)})
}

// AddBalance implements vm.StateDB.
func (s *ledgerState) AddBalance(addr common.Address, amount *uint256.Int,
	reason tracing.BalanceChangeReason) uint256.Int {
	if !amount.IsZero() {
		s.held.add(weightBalance)
	}
	if reason == tracing.BalanceIncreaseSelfdestruct {
		if s.out != nil {
			s.record(move{from: s.out.from, to: addr, amount: *amount})
			s.out = nil
		} else {
			s.in = &move{to: addr, amount: *amount}
		}
	}
	return s.StateDB.AddBalance(addr, amount, reason)
}

// SubBalance implements vm.StateDB.
func (s *ledgerState) SubBalance(addr common.Address, amount *uint256.Int,
	reason tracing.BalanceChangeReason) uint256.Int {
	if !amount.IsZero() {
		s.held.add(weightBalance)
	}
	if reason == tracing.BalanceDecreaseSelfdestruct {
		if s.in != nil {
			s.record(move{from: addr, to: s.in.to, amount: *amount})
			s.in = nil
		} else {
			s.out = &move{from: addr, amount: *amount}
		}
	}
	return s.StateDB.SubBalance(addr, amount, reason)
}

// SelfDestruct implements vm.StateDB. A debit that no credit followed is what the account burns.
func (s *ledgerState) SelfDestruct(addr common.Address) {
	if s.out != nil {
		s.record(move{from: addr, burn: true, amount: s.out.amount})
		s.out = nil
	}
	s.destroyed = append(s.destroyed, addr)
	s.StateDB.SelfDestruct(addr)
}

// collect fills in the result's logs, transfers and burns. It must be called before the state is finalised, which
// removes destroyed accounts.
func (s *ledgerState) collect(res *Result) {
	for _, l := range s.Logs() {
		if !l.Removed {
			l.Index = uint(len(res.Logs))
			res.Logs = append(res.Logs, l)
			continue
		}
		m := &s.moves[l.BlockNumber]
		if m.burn {
			res.Burns = append(res.Burns, Burn{From: m.from, Amount: m.amount})
		} else {
			res.Transfers = append(res.Transfers, Transfer{From: m.from, To: m.to, Amount: m.amount})
			res.LogsBefore = append(res.LogsBefore, len(res.Logs))
		}
	}
	// What an account received after it destroyed itself goes with it.
	seen := make(map[common.Address]bool, len(s.destroyed))
	for _, addr := range s.destroyed {
		if seen[addr] || !s.HasSelfDestructed(addr) {
			continue
		}
		seen[addr] = true
		if balance := s.GetBalance(addr); !balance.IsZero() {
			res.Burns = append(res.Burns, Burn{From: addr, Amount: *balance})
		}
	}
}

func canTransfer(db vm.StateDB, from common.Address, amount *uint256.Int) bool {
	return db.GetBalance(from).Cmp(amount) >= 0
}

func transfer(db vm.StateDB, from, to common.Address, amount *uint256.Int, _ *params.Rules) {
	if ledger, ok := db.(*ledgerState); ok {
		ledger.record(move{from: from, to: to, amount: *amount})
	}
	db.SubBalance(from, amount, tracing.BalanceChangeTransfer)
	db.AddBalance(to, amount, tracing.BalanceChangeTransfer)
}
