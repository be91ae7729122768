package grant

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/signature"
)

// ItemSize is the size of one grant in a batch.
const ItemSize = 120

// ErrBatch is wrapped by the errors of ParseBatch.
var ErrBatch = errors.New("grant: malformed batch")

// AppendItem appends a signed grant as the ledger's batch calls take it, big endian:
// pseudonym 20, policyVersion 4, purposes 4, kinds 1, exact 1, epsilonClass 1, v 1,
// notBefore 4, expiry 4, nonce 8, submitBefore 8, r 32, s 32. The dataset is the
// ledger's.
func AppendItem(b []byte, s Signed) []byte {
	g := s.Grant
	b = append(b, g.Pseudonym[:]...)
	b = binary.BigEndian.AppendUint32(b, g.PolicyVersion)
	b = binary.BigEndian.AppendUint32(b, uint32(g.Purposes))
	var exact byte
	if g.Exact {
		exact = 1
	}
	b = append(b, byte(g.Kinds), exact, byte(g.EpsilonClass), s.Signature[64])
	b = binary.BigEndian.AppendUint32(b, uint32(g.NotBefore))
	b = binary.BigEndian.AppendUint32(b, uint32(g.Expiry))
	b = binary.BigEndian.AppendUint64(b, g.Nonce)
	b = binary.BigEndian.AppendUint64(b, g.SubmitBefore)
	return append(b, s.Signature[:64]...)
}

// ParseBatch reads the items of a batch for a dataset. It checks the signatures'
// form, not who made them.
func ParseBatch(dataset common.Hash, b []byte) ([]Signed, error) {
	if len(b) == 0 || len(b)%ItemSize != 0 {
		return nil, fmt.Errorf("%w: %d bytes are no multiple of %d", ErrBatch, len(b), ItemSize)
	}
	list := make([]Signed, 0, len(b)/ItemSize)
	for ; len(b) > 0; b = b[ItemSize:] {
		if b[29] > 1 {
			return nil, fmt.Errorf("%w: item %d: exact is %d", ErrBatch, len(list), b[29])
		}
		sig, err := signature.Parse(append(append([]byte(nil), b[56:ItemSize]...), b[31]))
		if err != nil {
			return nil, fmt.Errorf("%w: item %d: %w", ErrBatch, len(list), err)
		}
		list = append(list, Signed{Signature: sig, Grant: Grant{
			Dataset: dataset, Pseudonym: common.Address(b[:20]),
			PolicyVersion: binary.BigEndian.Uint32(b[20:24]), Purposes: purpose.Set(binary.BigEndian.Uint32(b[24:28])),
			Kinds: kind.Set(b[28]), Exact: b[29] == 1, EpsilonClass: budget.Class(b[30]),
			NotBefore: day.Day(binary.BigEndian.Uint32(b[32:36])), Expiry: day.Day(binary.BigEndian.Uint32(b[36:40])),
			Nonce: binary.BigEndian.Uint64(b[40:48]), SubmitBefore: binary.BigEndian.Uint64(b[48:56]),
		}})
	}
	return list, nil
}
