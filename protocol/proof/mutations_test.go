package proof_test

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/assent-network/assent/internal/mutation"
	"github.com/assent-network/assent/protocol/oasis"
	"github.com/assent-network/assent/protocol/proof"
	"github.com/assent-network/assent/protocol/proof/prooftest"
)

var mutations = flag.Int("mutations", 2000, "random mutations of blocks, and of proofs of state, to try")

// TestMutations changes blocks and proofs at random: none is accepted, and each refusal names the check. Run it with
// -mutations=100000 for as many.
func TestMutations(t *testing.T) {
	n := prooftest.New(t, prooftest.Config{Validators: 3})
	n.NextBlock()
	first, last, other := n.LightBlock(1), n.LightBlock(3).Trim(n.LightBlock(1)).Encode(), n.LightBlock(2).Encode()
	writes := append(ledger("evm\x02aaaa", 40), prooftest.Write{Key: []byte("evm\x02"), Value: []byte("inner")})
	s, root := state(t, writes...)
	p, otherProof := s.Get(t, root, writes[20].Key), s.Get(t, root, writes[3].Key)
	for name, accepts := range map[string]func(r *rand.Rand) (same bool, err error){
		"blocks": func(r *rand.Rand) (bool, error) {
			m := mutation.Random(r, last, other)
			b, err := proof.DecodeLightBlock(m)
			if err == nil {
				_, err = proof.VerifyChain(n.Root(1), []*proof.LightBlock{first, b}, proof.Params{})
			}
			return bytes.Equal(m, last), err
		},
		"proofs": func(r *rand.Rand) (bool, error) {
			entries := slices.Clone(proof.Entries(p.Entries))
			at, from := r.IntN(len(entries)), r.IntN(len(otherProof.Entries))
			switch r.IntN(10) {
			case 0:
				entries = slices.Delete(entries, at, at+1)
			case 1:
				entries = slices.Insert(entries, at, otherProof.Entries[from])
			default:
				entries[at] = mutation.Random(r, entries[at], otherProof.Entries[from])
			}
			_, err := entries.Open(oasis.Hash(root.Hash))
			return slices.EqualFunc(entries, p.Entries, bytes.Equal), err
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(1, 42))
			refused := 0
			for i := range *mutations {
				same, err := accepts(r)
				switch {
				case same != (err == nil):
					t.Fatalf("mutation %d: the same as before: %v, and %v", i, same, err)
				case err != nil && proof.FailedCheck(err) == "":
					t.Fatalf("mutation %d is refused by no check: %v", i, err)
				case err != nil:
					refused++
				}
			}
			t.Logf("count: %d mutations of %s refused, %d changed nothing", refused, name, *mutations-refused)
		})
	}
}
