package grant

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/signature"
)

// ItemSize is the size of one grant in a batch.
const ItemSize = 154

// ChangeSize is the size of one pseudonym in what a ledger's event says a batch changed: pseudonym 20, entry word 32. A
// batch changes no origin word.
const ChangeSize = 52

// ErrBatch is wrapped by the errors of ParseBatch.
var ErrBatch = errors.New("grant: malformed batch")

// AppendItem appends a signed grant as the ledger's batch calls take it, big endian: pseudonym 20, policyVersion 4,
// purposes 4, kinds 2, exact 1, epsilonClass 1, conditions 1, v 1, notBefore 4, expiry 4, nonce 8, submitBefore 8,
// circumstances 32, r 32, s 32. The dataset is the ledger's.
func AppendItem(b []byte, s Signed) []byte {
	g := s.Grant
	b = append(b, g.Pseudonym[:]...)
	b = binary.BigEndian.AppendUint32(b, g.PolicyVersion)
	b = binary.BigEndian.AppendUint32(b, uint32(g.Purposes))
	var exact byte
	if g.Exact {
		exact = 1
	}
	b = binary.BigEndian.AppendUint16(b, uint16(g.Kinds))
	b = append(b, exact, byte(g.EpsilonClass), byte(g.Conditions), s.Signature[64])
	b = binary.BigEndian.AppendUint32(b, uint32(g.NotBefore))
	b = binary.BigEndian.AppendUint32(b, uint32(g.Expiry))
	b = binary.BigEndian.AppendUint64(b, g.Nonce)
	b = binary.BigEndian.AppendUint64(b, g.SubmitBefore)
	b = append(b, g.Circumstances[:]...)
	return append(b, s.Signature[:64]...)
}

// ParseBatch reads the items of a batch for a dataset. It checks the signatures' form, not who made them.
func ParseBatch(dataset common.Hash, b []byte) ([]Signed, error) {
	if len(b) == 0 || len(b)%ItemSize != 0 {
		return nil, fmt.Errorf("%w: %d bytes are no multiple of %d", ErrBatch, len(b), ItemSize)
	}
	list := make([]Signed, 0, len(b)/ItemSize)
	for ; len(b) > 0; b = b[ItemSize:] {
		if b[30] > 1 {
			return nil, fmt.Errorf("%w: item %d: exact is %d", ErrBatch, len(list), b[30])
		}
		sig, err := signature.Parse(append(append([]byte(nil), b[90:ItemSize]...), b[33]))
		if err != nil {
			return nil, fmt.Errorf("%w: item %d: %w", ErrBatch, len(list), err)
		}
		list = append(list, Signed{Signature: sig, Grant: Grant{
			Dataset: dataset, Pseudonym: common.Address(b[:20]),
			PolicyVersion: binary.BigEndian.Uint32(b[20:24]), Purposes: purpose.Set(binary.BigEndian.Uint32(b[24:28])),
			Kinds: kind.Set(binary.BigEndian.Uint16(b[28:30])), Exact: b[30] == 1, EpsilonClass: budget.Class(b[31]),
			Conditions: condition.Conditions(b[32]), NotBefore: day.Day(binary.BigEndian.Uint32(b[34:38])),
			Expiry: day.Day(binary.BigEndian.Uint32(b[38:42])), Nonce: binary.BigEndian.Uint64(b[42:50]),
			SubmitBefore: binary.BigEndian.Uint64(b[50:58]), Circumstances: common.Hash(b[58:90]),
		}})
	}
	return list, nil
}
