package evm

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/lru"
	"github.com/ethereum/go-ethereum/core/vm"
)

// caches holds what depends on nothing but its key: code and jump analyses by the code's hash, results of pure
// precompiled contracts by their input. They survive rounds and forks of the state, and gas does not depend on them.
type caches struct {
	code        *lru.SizeConstrainedCache[common.Hash, []byte]
	jumpDests   *jumpDests
	precompiles *vm.PrecompileCache
}

func newCaches(codeBytes uint64) *caches {
	return &caches{
		code: lru.NewSizeConstrainedCache[common.Hash, []byte](codeBytes),
		// An analysis is an eighth of its code.
		jumpDests:   &jumpDests{lru.NewSizeConstrainedCache[common.Hash, vm.BitVec](codeBytes / 8)},
		precompiles: vm.NewPrecompileCache(),
	}
}

// jumpDests caches jump analyses. It is safe for concurrent use.
type jumpDests struct {
	cache *lru.SizeConstrainedCache[common.Hash, vm.BitVec]
}

var _ vm.JumpDestCache = (*jumpDests)(nil)

// Load implements vm.JumpDestCache.
func (j *jumpDests) Load(codeHash common.Hash) (vm.BitVec, bool) { return j.cache.Get(codeHash) }

// Store implements vm.JumpDestCache.
func (j *jumpDests) Store(codeHash common.Hash, vec vm.BitVec) { j.cache.Add(codeHash, vec) }
