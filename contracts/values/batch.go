package values

import (
	"encoding/binary"
	"fmt"

	"github.com/assent-network/assent/protocol/grant"
)

// ItemSize is the size in bytes of one grant in a ConsentLedger's batch.
const ItemSize = 120

// PackBatch returns signed grants as ConsentLedger.grantBatch and enrolBatch take them: 120 bytes each, big endian,
// pseudonym ‖ policyVersion ‖ purposes ‖ kinds ‖ exact ‖ notBefore ‖ expiry ‖ epsilonClass ‖ nonce ‖ submitBefore ‖
// r ‖ s ‖ v. The dataset is the ledger's own. See IConsentLedger.
func PackBatch(grants []grant.Signed) ([]byte, error) {
	out := make([]byte, 0, len(grants)*ItemSize)
	for i, g := range grants {
		start := len(out)
		out = append(out, g.Grant.Pseudonym[:]...)
		out = binary.BigEndian.AppendUint32(out, g.Grant.PolicyVersion)
		out = binary.BigEndian.AppendUint32(out, uint32(g.Grant.Purposes))
		out = append(out, byte(g.Grant.Kinds), 0)
		if g.Grant.Exact {
			out[len(out)-1] = 1
		}
		out = binary.BigEndian.AppendUint32(out, uint32(g.Grant.NotBefore))
		out = binary.BigEndian.AppendUint32(out, uint32(g.Grant.Expiry))
		out = append(out, byte(g.Grant.EpsilonClass))
		out = binary.BigEndian.AppendUint64(out, g.Grant.Nonce)
		out = binary.BigEndian.AppendUint64(out, g.Grant.SubmitBefore)
		out = append(out, g.Signature[:]...)
		if len(out)-start != ItemSize {
			return nil, fmt.Errorf("packing grant %d: it takes %d bytes, not %d", i, len(out)-start, ItemSize)
		}
	}
	return out, nil
}
