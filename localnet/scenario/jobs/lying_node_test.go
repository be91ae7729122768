package jobs_test

import (
	"context"
	"crypto/rand"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/localnet/fault"
	"github.com/assent-network/assent/protocol/job"
)

// told is a lie to a worker.
type told struct {
	name string
	lie  func(t testing.TB, s *study, l *liar) fault.MessageHook
	from string // the step before which the node begins to lie
	// stuck is a step that the worker does not come to, as long as the node lies.
	stuck  string
	revoke bool  // a subject revokes at that moment
	hosted bool  // the lie is about entries, which the runtime that the node hosts is asked for
	reruns uint8 // once the node is honest again
	says   error // the reason in the worker's log; nil when it just waits
}

// TestStory_theWorkersNodeLies: a node between a worker and the chain can stop the worker. It cannot have it use a row
// whose consent was withdrawn.
func TestStory_theWorkersNodeLies(t *testing.T) {
	t.Parallel()
	consents, everything := []string{"StateSyncIterate", "StateSyncGetPrefixes"}, "RuntimeClient/StateSync"
	tellWorker(t, []told{
		{
			name: "it withholds a revocation after the claim", from: atConsent, stuck: atCharge, revoke: true,
			reruns: 1,
			lie:    func(_ testing.TB, _ *study, l *liar) fault.MessageHook { return l.standsStill() },
		}, {
			name: "it shows an old consent state", from: atClaim, stuck: atKey, revoke: true, hosted: true,
			lie:  func(_ testing.TB, _ *study, l *liar) fault.MessageHook { return l.replays(consents...) },
			says: light.ErrForged,
		}, {
			name: "it shows the consent state of a round long before", from: atClaim, stuck: atKey, revoke: true,
			lie: func(_ testing.TB, _ *study, l *liar) fault.MessageHook { return l.rewinds() }, says: light.ErrForged,
		}, {
			name: "it leaves entries out of the consent state", from: atConsent, stuck: atKey, hosted: true,
			lie: func(testing.TB, *study, *liar) fault.MessageHook { return truncates() }, says: light.ErrForged,
		}, {
			name: "it forges the consent state", from: atConsent, stuck: atKey, hosted: true,
			lie: func(testing.TB, *study, *liar) fault.MessageHook { return flips(consents...) }, says: light.ErrForged,
		}, {
			name: "it forges what the contracts say", from: atConsent, stuck: atKey,
			lie: func(testing.TB, *study, *liar) fault.MessageHook { return flips(everything) }, says: light.ErrForged,
		}, {
			name: "it proves other keys than it was asked for", from: atConsent, stuck: atKey,
			lie: func(testing.TB, *study, *liar) fault.MessageHook { return evades() }, says: errNotShown,
		}, {
			name: "it forges consensus", from: atKey, stuck: atCharge,
			lie: func(testing.TB, *study, *liar) fault.MessageHook {
				return flips("Consensus/GetLightBlock", "Consensus/StateSync")
			},
			says: light.ErrForged,
		}, {
			name: "it shows light blocks of before", from: atKey, stuck: atCharge,
			lie: func(_ testing.TB, _ *study,
				l *liar) fault.MessageHook {
				return l.replays("Consensus/GetLightBlock")
			}, says: light.ErrForged,
		}, {
			name: "it shows the runtime's record of before", from: atKey, stuck: atCharge, revoke: true, reruns: 1,
			lie: func(_ testing.TB, _ *study,
				l *liar) fault.MessageHook {
				return l.replays("Consensus/StateSyncGet")
			},
			says: light.ErrForged,
		},
	})
}

// TestStory_theWorkersNodeFeignsACharge: a node that says of a charge that it is final, when it is not on chain at all,
// does not have the worker compute: the enclave looks for the charge in a round that it has verified.
func TestStory_theWorkersNodeFeignsACharge(t *testing.T) {
	t.Parallel()
	tellWorker(t, []told{{
		name: "it feigns that the charge is final", from: atCharge, stuck: atCompute,
		lie: func(t testing.TB, s *study, _ *liar) fault.MessageHook { return feigns(t, s) },
	}})
}

// errNotShown is the state tree's word for a proof that does not show what was asked for.
var errNotShown = errors.New("received result did not contain node")

// tellWorker has a worker's node lie, sees that the worker is stopped and not fooled, and has the node be honest again.
func tellWorker(t *testing.T, lies []told) {
	const people = 10
	s := newStudy(t, stories.Shared(t), setting{people: people})
	log := s.keepLog(t)
	b := s.startBroker(t, brokerOptions{})
	l := startLiar(t, s)
	d := newDirector()
	w := s.startWorker(t, workerOptions{broker: b.url, socket: l.Path(), step: d.step})
	var gone []int
	for _, c := range lies {
		t.Run(c.name, func(t *testing.T) {
			taken, logged := len(w.took()), len(log.String())
			done := d.once(c.from, func(*runningWorker, common.Hash) {
				if c.revoke {
					s.revoke(t, 2, len(gone))
				}
				l.tell(c.lie(t, s, l))
			})
			id := s.ask(t, wanted{})
			happened(t, done)
			if c.revoke {
				gone = append(gone, len(gone))
			}
			waitUntil(t, "the node has lied", func(context.Context) (bool, error) { return l.lies() >= 5, nil })
			for range 3 { // rounds in which the worker could go on if it were fooled
				s.nextRound(t)
			}
			if steps := w.took()[taken:]; slices.Contains(steps, c.stuck) {
				t.Errorf("while the node lied, the worker took the steps %v", steps)
			}
			s.checkNothing(t, id)
			if c.hosted && l.hostedLies() == 0 {
				t.Error("no lie was told by the runtime that the node hosts")
			}
			if c.says != nil {
				waitUntil(t, "the worker says why it goes no further", func(context.Context) (bool, error) {
					return strings.Contains(log.String()[logged:], c.says.Error()), nil
				})
			}
			l.tell(nil)
			if j := s.end(t, id, job.Done); j.Reruns != c.reruns {
				t.Errorf("the job was run again %d times, want %d", j.Reruns, c.reruns)
			}
			s.checkUsed(t, id, all(people, gone...)...)
		})
	}
}

// TestStory_theBrokersNodeLies: a broker that cannot verify what it is told releases no key, and one whose node hides
// that the dataset was stopped is stopped by the contract.
func TestStory_theBrokersNodeLies(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	log := s.keepLog(t)
	l := startLiar(t, s)
	b := s.startBroker(t, brokerOptions{socket: l.Path()})
	d := newDirector()
	w := s.startWorker(t, workerOptions{broker: b.url, step: d.step})
	for _, c := range []struct {
		name string
		lie  func() fault.MessageHook
		stop bool
		// hosted: the lie is about entries, which the runtime that the node hosts is asked for.
		hosted bool
		state  job.State
		steps  []string
		// What the journal says while the node lies, again and again, and at the end.
		meanwhile, says string
		why             error // why it does not decide, in its log
	}{
		{
			name:  "it forges what the contracts say",
			lie:   func() fault.MessageHook { return flips("RuntimeClient/StateSync") },
			state: job.Done, steps: usualSteps(), says: "released", why: light.ErrForged,
		},
		{
			name: "it shows the state of a round long before", lie: l.rewinds,
			state: job.Done, steps: usualSteps(), says: "released", why: light.ErrForged,
		},
		{
			name: "it leaves entries out of the consent state", lie: truncates, hosted: true,
			state: job.Done, steps: usualSteps(), says: "released", why: light.ErrForged,
		},
		{
			name: "it proves other keys than it was asked for", lie: evades,
			state: job.Done, steps: usualSteps(), says: "released", why: errNotShown,
		},
		{
			name: "it withholds that the dataset was stopped", lie: l.standsStill, stop: true,
			// the quote is of a round that is hidden from it
			state: job.Cancelled, steps: noKeyNotInUse, meanwhile: "freshness", says: "stopped",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			taken, logged := len(w.took()), len(log.String())
			done := d.once(atKey, func(*runningWorker, common.Hash) {
				l.tell(c.lie())
				if c.stop {
					try(s.Client.Stop(t.Context(), s.Custodian, s.Dataset))(t)
				}
			})
			id := s.ask(t, wanted{})
			happened(t, done)
			waitUntil(t, "the worker has asked three times", func(context.Context) (bool, error) {
				asked := 0
				for _, step := range w.took()[taken:] {
					if step == atKey {
						asked++
					}
				}
				return asked >= 3 && l.lies() > 0, nil
			})
			if c.hosted && l.hostedLies() == 0 {
				t.Error("no lie was told by the runtime that the node hosts")
			}
			if h := s.historyOf(t, id); slices.Contains(h.steps, "released") {
				t.Errorf("the job was %v while the broker's node lied", h.steps)
			}
			meanwhile := b.reasons(t, id)
			if slices.ContainsFunc(meanwhile, func(r string) bool { return r != c.meanwhile }) {
				t.Errorf("while its node lied, the broker's journal said %v of job %s, want %q only", meanwhile, id,
					c.meanwhile)
			}
			if c.why != nil && !strings.Contains(log.String()[logged:], c.why.Error()) {
				t.Errorf("nobody says %q", c.why)
			}
			l.tell(nil)
			if c.state == job.Cancelled {
				s.waitStep(t, id, notInUse)
				must(s.Client.Cancel(t.Context(), s.researcher, id))(t)
			}
			s.end(t, id, c.state)
			s.checkSteps(t, id, c.steps...)
			if said := b.reasons(t, id); len(said) == 0 || said[len(said)-1] != c.says {
				t.Errorf("the broker's journal says %v of job %s, want %s at the end", said, id, c.says)
			}
		})
	}
}

// TestStory_theWorkersNodeAnswersForTheContract: to give a job up that is not lost would cost the bond, so a refusal of
// the charge that the worker's own view does not bear out has it try again.
func TestStory_theWorkersNodeAnswersForTheContract(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	stopped := must(actors.Begin(t.Context(), s.Client, s.net.Account(t).Key, common.Address{1}, "stopped "+rand.Text(),
		true, s.othersPolicy(t), time.Now))(t)
	must(s.Client.Stop(t.Context(), stopped.Custodian, stopped.Dataset))(t)
	log := s.keepLog(t)
	b := s.startBroker(t, brokerOptions{})
	l := startLiar(t, s)
	d := newDirector()
	s.startWorker(t, workerOptions{broker: b.url, socket: l.Path(), step: d.step})
	registry := s.Client.Contracts().DatasetRegistry
	charge := bindings.NewJobMarket().PackCharge(common.Hash{}, 0, bindings.IJobMarketCharge{})[:4]
	lying := d.once(atCharge, func(*runningWorker, common.Hash) {
		l.tell(answersFor(charge, bindings.NewDatasetRegistry().PackRequireInUse(stopped.Dataset, 1, 1), registry))
	})
	id := s.ask(t, wanted{rho: 10})
	happened(t, lying)
	waitUntil(t, "the node has lied twice", func(context.Context) (bool, error) { return l.lies() >= 2, nil })
	if !strings.Contains(log.String(), string(solidity.ErrDatasetIsStopped)) {
		t.Error("the worker does not say what it was told")
	}
	l.tell(nil)
	s.end(t, id, job.Done)
	s.checkSteps(t, id, usualSteps()...)
	s.checkBudget(t, 0, 10)
}

// TestStory_theNodeIsOfAnotherNetwork: a program that believes one chain does not take another's node, however much
// alike they are.
func TestStory_theNodeIsOfAnotherNetwork(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Fresh(t), setting{})
	other := stories.Shared(t)
	waitUntil(t, "the other network has a block of that height", func(ctx context.Context) (bool, error) {
		height, err := other.Client(t).Consensus().Core().GetLatestHeight(ctx)
		return height >= int64(s.root.Height), err
	})
	for who, run := range map[string]func(c operate.Config) error{
		"worker": func(c operate.Config) error {
			c.Key = s.operator
			return operate.RunWorker(t.Context(),
				operate.WorkerConfig{Config: c, Simulated: s.simulated, Program: s.program, Random: rand.Reader,
					Life: time.Hour})
		},
		"broker": func(c operate.Config) error {
			c.Key = s.brokerKey
			return operate.RunBroker(t.Context(),
				operate.BrokerConfig{Config: c, Keys: s.keys, Journal: filepath.Join(c.Dir, "journal"),
					Listen: "127.0.0.1:0", Random: rand.Reader})
		},
		"auditor": func(c operate.Config) error {
			station, err := operate.Open(t.Context(), c)
			if err == nil {
				err = station.Close()
			}
			return err
		},
	} {
		config := s.station(t, who, filepath.Join(t.TempDir(), who), other.Socket(), nil)
		if err := run(config); !errors.Is(err, light.ErrForged) || !strings.Contains(err.Error(), "trust root") {
			t.Errorf("the %s ended with %v, want that the trust root's block is forged", who, err)
		}
	}
}

// nextRound waits for a round after the newest.
func (s *study) nextRound(t testing.TB) {
	t.Helper()
	node := s.net.Client(t)
	from := must(node.LatestRound(t.Context()))(t)
	for _, err := range node.Blocks(t.Context(), from+1) {
		if err != nil {
			t.Fatal(err)
		}
		return
	}
}
