package jobs_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/purpose"
)

// midnight skips a story that counts days when the day is about to end.
func midnight(t testing.TB) {
	t.Helper()
	if now := time.Now().UTC(); now.Add(storyTimeout).Day() != now.Day() {
		t.Skip("the day ends while this story is told, and its grants count by days")
	}
}

// TestStory_onlyLiveGrantsCount is guarantee 1 to the row: everyone in it but two has granted something, and of each
// grant one thing is such that it does not count for this job.
func TestStory_onlyLiveGrantsCount(t *testing.T) {
	t.Parallel()
	midnight(t)
	today := day.Of(uint64(time.Now().Unix()))
	differ := map[int]func(g *grant.Grant){
		1: func(g *grant.Grant) { g.NotBefore = today + 1 },                                // not yet
		3: func(g *grant.Grant) { g.NotBefore, g.Expiry = today, today+1 },                 // today alone: counts
		4: func(g *grant.Grant) { g.Exact = false },                                        // private releases only
		5: func(g *grant.Grant) { g.Purposes = purpose.SetOf(purpose.CommercialResearch) }, // something else
		6: func(g *grant.Grant) { g.Kinds = 2 },                                            // fairness only
	}
	s := newStudy(t, stories.Shared(t), setting{declines: func(i int) bool { return i == 0 }})
	b := s.startBroker(t, brokerOptions{})
	s.startWorker(t, workerOptions{broker: b.url})
	for i, change := range differ {
		s.grantAs(t, s.Subjects[i], func(g *grant.Grant) {
			g.Nonce = 2
			change(g)
		})
	}
	s.revoke(t, 2, 7)
	id := s.ask(t, wanted{})
	s.end(t, id, job.Done)
	s.checkUsed(t, id, 2, 3)
}

// TestStory_theLedgerRefusesGrants: each with one clear line, and nothing changed.
func TestStory_theLedgerRefusesGrants(t *testing.T) {
	t.Parallel()
	midnight(t)
	s := newStudy(t, stories.Shared(t), setting{declines: func(i int) bool { return i == 7 }})
	today := day.Of(uint64(time.Now().Unix()))
	who := s.Subjects[0]
	domain := s.Client.LedgerDomain(s.Ledger)
	usual := must(s.Grant(who, actors.Consent{Exact: true, Nonce: 2}))(t)
	other := must(crypto.GenerateKey())(t)
	entry := must(s.Client.Entry(t.Context(), s.Ledger, who.Pseudonym))(t)
	for _, c := range []struct {
		name string
		want solidity.ErrorName
		make func() (grant.Signed, error)
	}{
		{"a grant that was recorded before", solidity.ErrConsentNonceNotNewer, func() (grant.Signed, error) {
			return s.Grant(who, actors.Consent{Exact: true, Nonce: 1})
		}},
		{"a grant that has expired", solidity.ErrConsentExpired, func() (grant.Signed, error) {
			g := usual.Grant
			g.NotBefore, g.Expiry = today-2, today
			return g.Sign(domain, who.Key)
		}},
		{"a grant that came too late", solidity.ErrConsentLate, func() (grant.Signed, error) {
			g := usual.Grant
			g.SubmitBefore = uint64(time.Now().Add(-time.Minute).Unix())
			return g.Sign(domain, who.Key)
		}},
		{"a grant for another chain", solidity.ErrConsentSignature, func() (grant.Signed, error) {
			elsewhere := domain
			elsewhere.ChainID++
			return usual.Grant.Sign(elsewhere, who.Key)
		}},
		{"a grant for another ledger", solidity.ErrConsentSignature, func() (grant.Signed, error) {
			elsewhere := domain
			elsewhere.Contract[0] ^= 1
			return usual.Grant.Sign(elsewhere, who.Key)
		}},
		{"a grant that somebody else signed", solidity.ErrConsentSignature, func() (grant.Signed, error) {
			signed, err := usual.Grant.Sign(domain, who.Key)
			if err != nil {
				return signed, err
			}
			g := usual.Grant
			g.Pseudonym = crypto.PubkeyToAddress(other.PublicKey)
			forged, err := g.Sign(domain, other)
			signed.Signature = forged.Signature
			return signed, err
		}},
		{"a grant to a policy that there is not", solidity.ErrConsentPolicyVersion, func() (grant.Signed, error) {
			g := usual.Grant
			g.PolicyVersion = 2
			return g.Sign(domain, who.Key)
		}},
		{"a grant of somebody who was not enrolled", solidity.ErrConsentNotEnrolled, func() (grant.Signed, error) {
			return s.Grant(s.Subjects[7], actors.Consent{Exact: true})
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := must(c.make())(t)
			_, err := s.Client.Grant(t.Context(), s.Custodian, s.Ledger, g)
			if !errors.Is(err, c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%v, want %s in one line", err, c.want)
			}
		})
	}
	if now := must(s.Client.Entry(t.Context(), s.Ledger, who.Pseudonym))(t); now != entry {
		t.Errorf("the entry was %+v and is %+v", entry, now)
	}
}
