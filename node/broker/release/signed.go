package release

import (
	"crypto/ecdsa"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/signature"
)

// The EIP-712 types of what an enclave signs with its key, and a broker with its account; the domain's contract is the
// JobMarket.
const (
	RequestType = "KeyRequest(bytes32 job,address enclave,address operator,bytes32 rek,bytes32 evidence," +
		"bytes32 nonce,bytes32 tables,bytes32 parameters,bytes32 header)"
	RefusalType = "BrokerRefusal(KeyRequest request,string code,string detail,uint64 round)" + RequestType
	ServesType  = "BrokerServes(bytes32 dataset,bytes32 nonce)"
)

// ErrUnsigned says that an answer is not signed by the broker that the chain names: another party may have made it. Try
// again.
var ErrUnsigned = errors.New("the answer is not signed by the dataset's broker")

func (q Request) structHash() common.Hash {
	words := []eip712.Word{
		eip712.Bytes32(q.Job), eip712.Address(q.Enclave), eip712.Address(q.Operator), eip712.Bytes32(q.REK),
		eip712.Bytes(q.Evidence), eip712.Bytes32(q.Nonce),
	}
	return eip712.HashStruct(RequestType, append(words, q.File.words()...)...)
}

func (q Request) digest(d eip712.Domain) common.Hash { return d.Digest(q.structHash()) }

// Sign signs the request with the enclave's key.
func (q *Request) Sign(d eip712.Domain, enclave *ecdsa.PrivateKey) error {
	s, err := signature.Sign(q.digest(d), enclave)
	if err != nil {
		return fmt.Errorf("signing a request for a key of job %s: %w", q.Job, err)
	}
	q.Signature = s
	return nil
}

// Verify checks that the enclave which the request names has signed it.
func (q Request) Verify(d eip712.Domain) error {
	if err := q.Signature.Verify(q.digest(d), q.Enclave); err != nil {
		return fmt.Errorf("a request for a key of job %s, in the name of enclave %s: %w", q.Job, q.Enclave, err)
	}
	return nil
}

// digest is over the whole request, challenge included: with another operator, key or file a broker refuses what it
// grants otherwise.
func (r *Refusal) digest(d eip712.Domain, q Request) common.Hash {
	return d.Digest(eip712.HashStruct(RefusalType, eip712.Bytes32(q.structHash()),
		eip712.String(string(r.Code)), eip712.String(r.Detail), eip712.Uint(r.Round)))
}

// Sign signs the refusal of a request with the broker account's key.
func (r *Refusal) Sign(d eip712.Domain, q Request, account *ecdsa.PrivateKey) error {
	s, err := signature.Sign(r.digest(d, q), account)
	if err != nil {
		return fmt.Errorf("signing the refusal of a key of job %s: %w", q.Job, err)
	}
	r.Signature = &s
	return nil
}

// Verify checks that a broker's account signed the refusal of a request. It returns ErrUnsigned when it did not.
func (r *Refusal) Verify(d eip712.Domain, q Request, broker common.Address) error {
	if r.Signature == nil {
		return fmt.Errorf("%w: a refusal (%s) for job %s has no signature", ErrUnsigned, r.Code, q.Job)
	}
	if err := r.Signature.Verify(r.digest(d, q), broker); err != nil {
		return fmt.Errorf("%w: a refusal (%s) for job %s: %w", ErrUnsigned, r.Code, q.Job, err)
	}
	return nil
}

func (s Serves) digest(d eip712.Domain) common.Hash {
	return d.Digest(eip712.HashStruct(ServesType, eip712.Bytes32(s.Dataset), eip712.Bytes32(s.Nonce)))
}

// Sign answers that the broker with this account serves the dataset.
func (s Serves) Sign(d eip712.Domain, account *ecdsa.PrivateKey) (Served, error) {
	sig, err := signature.Sign(s.digest(d), account)
	if err != nil {
		return Served{}, fmt.Errorf("signing that dataset %s is served: %w", s.Dataset, err)
	}
	return Served{Signature: sig}, nil
}

// Verify checks that a broker's account made the answer. It returns ErrUnsigned when it did not.
func (s Serves) Verify(d eip712.Domain, answer Served, broker common.Address) error {
	if err := answer.Signature.Verify(s.digest(d), broker); err != nil {
		return fmt.Errorf("%w: that it serves dataset %s: %w", ErrUnsigned, s.Dataset, err)
	}
	return nil
}
