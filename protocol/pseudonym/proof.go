package pseudonym

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/use"
)

// ProofKey returns the key for proofs of use (package use) for a pseudonym domain and a ward: 64 bytes of HKDF output
// modulo the group's order. It signs nothing, so people whose pseudonym is a contract account have one, and it stays
// when a pseudonym is replaced.
func (s *Seed) ProofKey(domain common.Hash, ward uint32) (*use.Key, error) {
	uniform, err := s.expand(proofInfo, domain, ward, use.KeySize)
	if err != nil {
		return nil, err
	}
	key, err := use.NewKey(uniform)
	if err != nil {
		return nil, fmt.Errorf("pseudonym: derive proof key of domain %s: %w", domain, err)
	}
	return key, nil
}
