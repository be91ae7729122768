package jobs_test

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"math/big"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/dcap"
	"github.com/assent-network/assent/tee/insecure"
)

// TestStory_theWorkerIsRevokedBetweenAnyTwoSteps: a revoked worker claims nothing, gets no key and charges nothing,
// whether its operator revoked it, the network's owner did, or its maker, in collateral that anyone posts. Once the key
// is out it is its operator's own fault, so the bond goes to the researcher. What was charged before is delivered.
func TestStory_theWorkerIsRevokedBetweenAnyTwoSteps(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		refusal string // the broker's
		revoke  func(t testing.TB, s *study, enclave common.Address)
	}{
		"by its operator": {"worker", func(t testing.TB, s *study,
			enclave common.Address) {
			s.revokeWorker(t, s.operator, enclave)
		}},
		"by the network's owner": {"worker", func(t testing.TB, s *study,
			enclave common.Address) {
			s.revokeWorker(t, s.owner, enclave)
		}},
		"by its maker": {"quote", func(t testing.TB, s *study,
			enclave common.Address) {
			s.revokeMachine(t, enclave)
		}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			revokeBetweenSteps(t, c.refusal, c.revoke)
		})
	}
}

func revokeBetweenSteps(t *testing.T, refusal string, revoke func(t testing.TB, s *study, enclave common.Address)) {
	const people, rho = 8, 100
	s := newStage(t, setting{people: people})
	before := s.weigh(t)
	table := map[gap]outcome{
		beforePost: noClaim(), onPost: noClaim(), onApproval: noClaim(), claimOnItsWay: noClaim(),
		onClaim: noRelease(refusal), onConsent: noRelease(refusal), onJudgment: noRelease(refusal),
		onRelease: noCharge("abandoned"), onKey: noCharge("abandoned"), onRows: noCharge("abandoned"),
		chargeOnItsWay: noCharge("abandoned"),
		onCharge:       done(), onResult: done(), resultOnItsWay: done(), onSeal: done(), keyOnItsWay: done(),
		onReceipt: done(),
	}
	checkGaps(t, table)
	var spent uint64
	for _, at := range allGaps() {
		t.Run(string(at), func(t *testing.T) {
			w := s.startOn(t, workerOptions{name: string(at)}) // a revoked enclave stays revoked
			defer w.stop()
			o := table[at]
			id := must(s.play(t, at, wanted{rho: rho}, func(common.Hash) { revoke(t, s.study, w.enclave) }))(t)
			if at == beforePost || at == onPost {
				s.waitsFor(t, id, 2) // no one else is there to claim it
			}
			s.becomes(t, id, o)
			if o.spends {
				spent += rho
			}
			s.checkBudget(t, 0, spent)
			if o.state == job.Done {
				s.checkUndisturbed(t, id, all(people)...)
			}
		})
	}
	s.checkBalances(t, before)
}

// TestStory_theWorkerIsRevokedWhileItIsRestarted: an enclave that is gone cannot be missed. The one that comes after it
// takes its job over if it is valid itself, and gets no key if it is not.
func TestStory_theWorkerIsRevokedWhileItIsRestarted(t *testing.T) {
	t.Parallel()
	const people, rho = 8, 100
	for _, c := range []struct {
		name     string
		dies     string // the step before which the first worker dies
		revoke   func(first, second *runningWorker) common.Address
		steps    []string
		state    job.State
		finishes uint32 // seconds to finish
	}{
		{
			name: "the one before, after the release", dies: atCharge,
			revoke: func(first, _ *runningWorker) common.Address { return first.enclave },
			steps:  handedOverReleased, state: job.Done, finishes: 900,
		}, {
			name: "the one before, after the charge", dies: atCompute,
			revoke: func(first, _ *runningWorker) common.Address { return first.enclave },
			steps:  handedOverCharged, state: job.Done, finishes: 900,
		}, {
			name: "the one after, after the release", dies: atCharge,
			revoke: func(_, second *runningWorker) common.Address { return second.enclave },
			steps:  failed("late"), state: job.Failed, finishes: 30,
		}, {
			name: "the one after, after the charge", dies: atCompute,
			revoke: func(_, second *runningWorker) common.Address { return second.enclave },
			steps:  []string{"posted", "approved", "claimed", "released", "charged", "failed: late"}, state: job.Failed,
			finishes: 30,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := newStage(t, setting{people: people, policy: func(p *policy.Policy) { p.JobTimeout = c.finishes }})
			before := s.weigh(t)
			first := s.startOn(t, workerOptions{})
			dead := s.d.once(c.dies, func(w *runningWorker, _ common.Hash) { w.cancel() })
			id := s.ask(t, wanted{rho: rho})
			happened(t, dead)
			happened(t, first.ended)
			h := newHold(t)
			s.d.once(atTakeOver, func(*runningWorker, common.Hash) { h.here() })
			second := s.startOn(t, workerOptions{})
			happened(t, h.reached)
			s.revokeWorker(t, s.operator, c.revoke(first, second))
			h.release()
			s.end(t, id, c.state)
			s.checkSteps(t, id, c.steps...)
			s.checkBudget(t, 0, rho)
			if c.state == job.Done {
				s.checkUndisturbed(t, id, all(people)...)
			} else {
				s.checkNothing(t, id)
				s.b.checkReleasedThen(t, id, "worker")
			}
			second.stop()
			s.checkBalances(t, before)
		})
	}
}

// revokeWorker revokes an enclave, as its operator and the network's owner may. The operator's account is the worker's
// too: who loses a nonce to the other tries again.
func (s *study) revokeWorker(t testing.TB, by *ecdsa.PrivateKey, enclave common.Address) {
	t.Helper()
	registry := s.Client.Contracts().WorkerRegistry
	waitUntil(t, "the worker is revoked", func(ctx context.Context) (bool, error) {
		_, err := s.Client.Account(by).Send(ctx, &registry, nil,
			bindings.NewWorkerRegistry().PackRevoke(enclave))
		var refused *solidity.Error
		if errors.As(err, &refused) {
			return false, err
		}
		return err == nil, nil
	})
}

// makers keeps what the makers of simulated machines revoked, since studies share networks and a list only grows.
var makers = struct {
	sync.Mutex
	number  int64
	revoked map[common.Hash][]*big.Int // by root
}{revoked: make(map[common.Hash][]*big.Int)}

// revokeMachine has the simulated maker revoke the certificate of an enclave's machine, and a stranger post the news.
func (s *study) revokeMachine(t testing.TB, enclave common.Address) {
	t.Helper()
	snapshot := must(s.Client.Now(t.Context()))(t)
	w := must(snapshot.Worker(t.Context(), enclave))(t)
	evidence := must(tee.ParseEvidence(must(s.Client.Evidence(t.Context(), enclave, w.Quote))(t)))(t)
	signed := must(dcap.VerifySignature(evidence.Quote, tee.Roots{s.simulated.Certificate()}, time.Now()))(t)
	makers.Lock()
	defer makers.Unlock()
	now := time.Now()
	makers.number = max(makers.number+1, now.Unix())
	revoked := append(makers.revoked[s.simulated.ID()], signed.Certificate().SerialNumber)
	makers.revoked[s.simulated.ID()] = revoked
	collateral := must(s.simulated.CollateralOf(insecure.Terms{Now: now, Number: makers.number, Revoked: revoked}))(t)
	stranger := s.Client.Account(s.net.Account(t).Key)
	must(s.Client.PostCollateral(t.Context(), stranger, collateral))(t)
}
