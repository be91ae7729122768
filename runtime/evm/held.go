package evm

import (
	"cmp"
	"errors"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
)

// MaxHeldBytes is how much a message may hold until it ends: what it wrote, logged and called, as the journal keeps it
// to take it back, and the code that it loaded. Each thing counts what it is said to weigh below, so that every machine
// agrees on which messages hold too much.
const MaxHeldBytes = 32 << 20

// ErrHoldsTooMuch is the outcome of a message that holds more than MaxHeldBytes. It uses up all its gas.
var ErrHoldsTooMuch = errors.New(
	"out of memory: the call holds more than 32 MiB of writes, logs, calls and code, do less in one call",
)

// Weights of what a message holds, in bytes: what the machine takes for it while the message runs, with what its slices
// and maps have in reserve. A slot that is new to the message, or an account, has more than its journal entry and costs
// gas to match; a transient write, a second write to a slot, a log and a call cost little gas for what they take.
const (
	weightTransient   = 96
	weightStorage     = 192
	weightRefund      = 48
	weightCall        = 96
	weightLog         = 384 // and its topics and data
	weightTopic       = 32
	weightMove        = 160
	weightBalance     = 128
	weightNonce       = 112
	weightAccount     = 1024
	weightColdSlot    = 256
	weightColdAccount = 256
)

// held counts what a message holds. The zero value holds nothing.
type held struct {
	// journal is what a revert gives back, kept what stays until the end.
	journal, kept int64
}

// add counts what a revert gives back. It panics with ErrHoldsTooMuch, for Engine.outcome, as nothing that a StateDB
// returns could end a message.
func (h *held) add(bytes int) {
	h.journal += int64(bytes)
	h.check()
}

// keep counts what stays until the end of the message.
func (h *held) keep(bytes int) {
	h.kept += int64(bytes)
	h.check()
}

func (h *held) check() {
	if h.journal+h.kept > MaxHeldBytes {
		panic(ErrHoldsTooMuch)
	}
}

// frame is what a message held when a call in it began.
type frame struct {
	snapshot int
	writes   uint32 // of transient storage
	journal  int64
}

// Snapshot implements vm.StateDB.
func (s *ledgerState) Snapshot() int {
	s.held.add(weightCall)
	id := s.StateDB.Snapshot()
	s.frames = append(s.frames, frame{id, s.transient.count, s.held.journal})
	s.mostFrames = max(s.mostFrames, len(s.frames))
	return id
}

// RevertToSnapshot implements vm.StateDB. When the outermost frame fails, all of the state is dropped, and nothing
// reads it before but GetRefund: there is nothing to take back one by one.
func (s *ledgerState) RevertToSnapshot(id int) {
	if id == s.frames[0].snapshot {
		s.undone = true
		return
	}
	at, ok := slices.BinarySearchFunc(s.frames, id, func(f frame, id int) int { return cmp.Compare(f.snapshot, id) })
	if ok { // The StateDB panics when not.
		f := s.frames[at]
		s.frames = s.frames[:at]
		s.failedDepth = max(s.failedDepth, at)
		s.transient.revert(f.writes)
		s.held.journal = f.journal
	}
	s.StateDB.RevertToSnapshot(id)
}

// GetRefund implements vm.StateDB.
func (s *ledgerState) GetRefund() uint64 {
	if s.undone {
		return 0
	}
	return s.StateDB.GetRefund()
}

// GetTransientState implements vm.StateDB.
func (s *ledgerState) GetTransientState(addr common.Address, key common.Hash) common.Hash {
	return s.transient.get(addr, key)
}

// SetTransientState implements vm.StateDB.
func (s *ledgerState) SetTransientState(addr common.Address, key, value common.Hash) {
	if s.transient.get(addr, key) == value {
		return
	}
	s.held.add(weightTransient)
	s.transient.set(addr, key, value)
}

// SetState implements vm.StateDB.
func (s *ledgerState) SetState(addr common.Address, key, value common.Hash) common.Hash {
	previous := s.StateDB.SetState(addr, key, value)
	if previous != value {
		s.held.add(weightStorage)
	}
	return previous
}

// AddRefund implements vm.StateDB.
func (s *ledgerState) AddRefund(gas uint64) {
	s.held.add(weightRefund)
	s.StateDB.AddRefund(gas)
}

// SubRefund implements vm.StateDB.
func (s *ledgerState) SubRefund(gas uint64) {
	s.held.add(weightRefund)
	s.StateDB.SubRefund(gas)
}

// AddLog implements vm.StateDB.
func (s *ledgerState) AddLog(l *types.Log) {
	s.held.add(weightLog + weightTopic*len(l.Topics) + len(l.Data))
	s.StateDB.AddLog(l)
}

// SetNonce implements vm.StateDB.
func (s *ledgerState) SetNonce(addr common.Address, nonce uint64, reason tracing.NonceChangeReason) {
	s.held.add(weightNonce)
	s.StateDB.SetNonce(addr, nonce, reason)
}

// SetCode implements vm.StateDB.
func (s *ledgerState) SetCode(addr common.Address, code []byte, reason tracing.CodeChangeReason) []byte {
	s.held.add(len(code))
	return s.StateDB.SetCode(addr, code, reason)
}

// CreateAccount implements vm.StateDB.
func (s *ledgerState) CreateAccount(addr common.Address) {
	s.held.add(weightAccount)
	s.StateDB.CreateAccount(addr)
}

// AddAddressToAccessList implements vm.StateDB.
func (s *ledgerState) AddAddressToAccessList(addr common.Address) {
	if !s.AddressInAccessList(addr) {
		s.held.add(weightColdAccount)
	}
	s.StateDB.AddAddressToAccessList(addr)
}

// AddSlotToAccessList implements vm.StateDB.
func (s *ledgerState) AddSlotToAccessList(addr common.Address, slot common.Hash) {
	s.held.add(weightColdSlot)
	s.StateDB.AddSlotToAccessList(addr, slot)
}
