package pool

import (
	"cmp"
	"iter"
	"maps"
	"math/big"
	"slices"

	"github.com/assent-network/assent/gateway/internal/rpcerr"
)

// shown returns the transactions of a sender that wait, in the order of nonces.
func (s *sender) shown() []*Pending {
	return slices.SortedFunc(maps.Values(s.nonces), func(a, b *Pending) int {
		return cmp.Compare(a.Tx.Nonce(), b.Tx.Nonce())
	})
}

// waiting returns the transactions of a sender that wait, in the order of nonces: those that can be in a block, and
// those that wait for a nonce that is missing. The first nonce of a sender that nothing was submitted of here counts as
// its next.
func (s *sender) waiting() (w Waiting) {
	shown, next := s.shown(), s.next
	if !s.known && len(shown) > 0 {
		next = shown[0].Tx.Nonce()
	}
	for i, entry := range shown {
		nonce := entry.Tx.Nonce()
		if nonce > next {
			return Waiting{Pending: shown[:i], Queued: shown[i:]}
		}
		if nonce == next {
			next++
		}
	}
	return Waiting{Pending: shown}
}

// beside goes over the transactions of a sender that wait, or are being submitted, from a nonce on, but for those in
// whose place an entry would come.
func (s *sender) beside(entry *Pending, next uint64) iter.Seq[*Pending] {
	return func(yield func(*Pending) bool) {
		if s == nil {
			return
		}
		for nonce, other := range s.nonces {
			if nonce >= next && nonce != entry.Tx.Nonce() && !yield(other) {
				return
			}
		}
		for other := range s.coming {
			nonce := other.Tx.Nonce()
			if nonce >= next && nonce != entry.Tx.Nonce() && s.nonces[nonce] == nil && !yield(other) {
				return
			}
		}
	}
}

// pays refuses a transaction for which its sender has too little beside those that wait: the last of them would vanish,
// or wait in vain. s is nil when none wait.
func (s *sender) pays(entry *Pending, next uint64, balance *big.Int) error {
	queued, cost := new(big.Int), entry.Tx.Cost()
	for other := range s.beside(entry, next) {
		queued.Add(queued, other.Tx.Cost())
	}
	over := new(big.Int).Add(queued, cost)
	if over.Sub(over, balance); over.Sign() <= 0 {
		return nil
	}
	if queued.Sign() == 0 {
		return insufficientFunds(balance, cost)
	}
	return rpcerr.Default(
		"insufficient funds for gas * price + value: balance %s, queued cost %s, tx cost %s, overshot %s",
		balance, queued, cost, over)
}

// admits refuses a transaction that would wait for a missing one when many of its sender do.
func (s *sender) admits(entry *Pending, next uint64) error {
	held := make(map[uint64]bool)
	for other := range s.beside(entry, next) {
		held[other.Tx.Nonce()] = true
	}
	missing := next
	for held[missing] {
		missing++
	}
	if entry.Tx.Nonce() <= missing {
		return nil
	}
	gapped := 0
	for nonce := range held {
		if nonce > missing {
			gapped++
		}
	}
	if gapped < maxGapped {
		return nil
	}
	return rpcerr.Default("account limit exceeded: %d transactions of this sender wait for nonce %d", gapped, missing)
}
