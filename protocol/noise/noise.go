// Package noise is what enclaves commit to before the noise of a private release is fixed. Each executing enclave draws
// a share that it shows no one, and the charge names the commitment: what the noise follows from beside it, the header
// of the round that made the charge final, comes later. So neither those who know the brokers' shares nor those who
// make blocks can tell what a header would give, and the enclave cannot draw again once it can.
package noise

import (
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

const (
	shareDomain = "assent.noise.v1/share"
	listDomain  = "assent.noise.v1/shares"
)

// Share is one enclave's secret share of a job's noise. It stays in the enclave, and ends with the job.
type Share [32]byte

// Draw draws a share.
func Draw(random io.Reader) (Share, error) {
	var s Share
	if _, err := io.ReadFull(random, s[:]); err != nil {
		return Share{}, fmt.Errorf("noise: drawing a share: %w", err)
	}
	return s, nil
}

// Commit is the commitment to the shares of a job's noise, in the order of the enclaves that drew them. One share is
// committed to by its own commitment, several by the hash of theirs; none by zero.
func Commit(job common.Hash, shares ...Share) common.Hash {
	if len(shares) == 0 {
		return common.Hash{}
	}
	if len(shares) == 1 {
		return crypto.Keccak256Hash([]byte(shareDomain), job[:], shares[0][:])
	}
	list := []byte(listDomain)
	for _, s := range shares {
		one := Commit(job, s)
		list = append(list, one[:]...)
	}
	return crypto.Keccak256Hash(list)
}
