package broker_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"math/big"
	"testing"
	"time"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/node/broker"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/enclave"
)

// No one can have another's claim ended: not with a request in its name that its key has not signed, nor in its own
// name.
func TestStrangersEndNoClaim(t *testing.T) {
	for name, ask := range map[string]func(w *world, b *broker.Broker) error{
		"in its name": func(w *world, b *broker.Broker) error {
			_, _, err := w.ask(b, forge)
			return err
		},
		"in its own name": func(w *world, b *broker.Broker) error {
			keys, err := enclave.Generate(rand.Reader)
			w.must(err)
			w.keys = keys // which are not registered
			_, _, err = w.ask(b, nil)
			return err
		},
		"in its own name, from another operator": func(w *world, b *broker.Broker) error {
			w.operator = w.researcher
			w.restart()
			_, _, err := w.ask(b, nil)
			return err
		},
		"with a request for another job": func(w *world, b *broker.Broker) error {
			_, _, err := w.ask(b, func(r *release.Request, _ *tee.Evidence) { r.Job[0] ^= 1 })
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, options{})
			w.config.Listed = nil // so that the claim's own enclave would be refused for good
			if err := ask(w, w.broker()); !errors.As(err, new(*release.Refusal)) {
				t.Errorf("got %v, want a refusal", err)
			}
			if j := w.current(); j.State() != job.Claimed {
				t.Errorf("the job is %s", j.State())
			}
		})
	}
}

// A claim ends once, however often it is asked for, and the broker sends one transaction for it.
func TestAClaimEndsOnce(t *testing.T) {
	w := newWorld(t, options{})
	sent := 0
	w.config.Listed = nil
	w.config.Sender = hooked{Sender: w.config.Sender, before: func(context.Context) { sent++ }}
	b := w.broker()
	claim := w.current()
	if _, _, err := w.ask(b, nil); w.refused(err) != release.CodeSimulated {
		t.Error(err)
	}
	w.checkEnded(claim)
	for range 3 {
		if _, _, err := w.ask(b, nil); w.refused(err) != release.CodeSimulated {
			t.Error(err)
		}
	}
	if sent != 1 {
		t.Errorf("the broker sent %d transactions", sent)
	}
}

// A claim that another instance has ended, or a chain that does not answer, does not keep the refusal from its worker.
func TestTheRefusalIsToldWhateverBecomesOfTheClaim(t *testing.T) {
	w := newWorld(t, options{})
	w.config.Listed = nil
	w.config.Sender = hooked{Sender: w.config.Sender, before: func(context.Context) {
		w.must(w.giveBack())
	}}
	if _, _, err := w.ask(w.broker(), nil); w.refused(err) != release.CodeSimulated {
		t.Error(err)
	}
	w = newWorld(t, options{})
	w.config.Listed = nil
	w.config.Sender = mute(w.config.Sender)
	if _, _, err := w.ask(w.broker(), nil); w.refused(err) != release.CodeSimulated {
		t.Error(err)
	}
}

// A decision that is not on disk ends no claim.
func TestAClaimEndsAfterItsJournalEntry(t *testing.T) {
	w := newWorld(t, options{})
	w.config.Listed = nil
	w.config.Sender = hooked{Sender: w.config.Sender, before: func(context.Context) {
		entries, err := journal.Read(w.journal)
		w.must(err)
		if len(entries) != 1 || entries[0].Reason != "simulated" {
			t.Errorf("the claim ends, and the journal has %+v", entries)
		}
	}}
	claim := w.current()
	_, _, err := w.ask(w.broker(), nil)
	w.refused(err)
	w.checkEnded(claim)
}

// An operator that starts its worker again and again gets some claims back for nothing, and then has to return them: it
// could hold a job with them for ever.
func TestFewClaimsEndForNothing(t *testing.T) {
	w := newWorld(t, options{})
	b := w.broker()
	ended := func() bool {
		w.restart()
		if _, _, err := w.ask(b, nil); w.refused(err) != release.CodeRestarted {
			t.Fatal(err)
		}
		return w.current().State() == job.Approved
	}
	for i := range 4 {
		if !ended() {
			t.Fatalf("claim %d did not end", i)
		}
		w.claimAgain()
	}
	if ended() {
		t.Error("a fifth claim ended at once")
	}
	w.now = w.now.Add(16 * time.Minute)
	if _, _, err := w.ask(b, nil); w.refused(err) != release.CodeRestarted || w.current().State() != job.Approved {
		t.Errorf("after a while: %v", err)
	}
}

// Strangers whose refusals are too many do not leave an enclave's claim undecided.
func TestStrangersDoNotSilenceTheBroker(t *testing.T) {
	w := newWorld(t, options{})
	w.config.Listed = nil
	b := w.broker()
	for range 200 {
		_, _ = b.Release(t.Context(), release.Request{Evidence: []byte{1}})
	}
	claim := w.current()
	if _, _, err := w.ask(b, nil); w.refused(err) != release.CodeSimulated {
		t.Error(err)
	}
	w.checkEnded(claim)
}

// A released job is not ended, whatever is refused of it.
func TestNoReleasedClaimEnds(t *testing.T) {
	w := newWorld(t, options{})
	_, _, err := w.ask(w.broker(), nil)
	w.must(err)
	w.config.Listed = nil
	round := w.chain.Latest().Number
	if _, _, err := w.ask(w.broker(), nil); w.refused(err) != release.CodeSimulated {
		t.Error(err)
	}
	if j := w.current(); j.State() != job.Claimed || j.ReleasedAt == 0 || w.chain.Latest().Number != round {
		t.Errorf("the job is %s, released at %d", j.State(), j.ReleasedAt)
	}
}

// A consent round that a gate has fixed is one in which the job's policy was in effect: the market takes no claim by
// another, so that no broker has to look.
func TestAFixedConsentRound(t *testing.T) {
	w := newWorld(t, options{})
	w.posted(gate(w.chain.Latest().Number), policy.MayFixConsentRound)
	input := bindings.NewJobMarket().PackClaim(w.job, w.keys.Address())
	_, err := sender{w, w.operator}.Send(w.t.Context(), w.contracts.JobMarket, big.NewInt(1000), input)
	if !errors.Is(err, solidity.ErrJobConsentTooEarly) {
		t.Errorf("by a round before the policy: %v", err)
	}
	w = newWorld(t, options{})
	w.gated(0) // the round before the claim
	if j := w.current(); j.ConsentRound >= j.ClaimRound {
		t.Fatalf("consent round %d of claim %d: no gate has fixed it", j.ConsentRound, j.ClaimRound)
	}
	if _, _, err := w.ask(w.broker(), nil); err != nil {
		t.Errorf("by a round under the policy: %v", err)
	}
}

// What the market does not let out is refused, and the claim ends: it is not left until its time is over.
func TestAGateRefusesTheRelease(t *testing.T) {
	const atRelease = 3 // the moment
	w := newWorld(t, options{})
	w.under(refusing(atRelease), policy.AtRelease, policy.MayRefuse)
	w.claim()
	claim := w.current()
	if _, _, err := w.ask(w.broker(), nil); w.refused(err) != release.CodeMarket {
		t.Error(err)
	}
	w.checkEnded(claim)
}

// The broker of a seat is whom a gate named, whatever the dataset's is.
func TestTheBrokerOfASeat(t *testing.T) {
	w := newWorld(t, options{})
	w.seat(naming(sender{w, w.researcher}.Address()), policy.MayNameBroker)
	if _, _, err := w.ask(w.broker(), nil); w.refused(err) != release.CodeBroker {
		t.Errorf("the dataset's broker: %v", err)
	}
	w.config.Sender, w.config.Account = sender{w, w.researcher}, w.researcher
	if _, _, err := w.ask(w.broker(), nil); err != nil {
		t.Errorf("the seat's broker: %v", err)
	}
}

// While a release is being recorded, who has nothing to do with the job is answered, and who has waits no longer than
// it wants to.
func TestNoOneWaitsForAnothersRelease(t *testing.T) {
	w := newWorld(t, options{})
	var b *broker.Broker
	asked := false
	w.config.Sender = hooked{Sender: w.config.Sender, before: func(context.Context) {
		asked = true
		ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
		defer cancel()
		if _, _, err := w.askIn(ctx, b, nil); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("the same enclave, meanwhile: %v", err)
		}
		keys, operator := w.keys, w.operator
		w.operator = w.researcher
		w.restart()
		if _, _, err := w.ask(b, nil); w.refused(err) != release.CodeClaim {
			t.Errorf("another operator's, meanwhile: %v", err)
		}
		w.keys, w.operator = keys, operator
	}}
	w.config.Listed = append(w.config.Listed, sender{w, w.researcher}.Address())
	b = w.broker()
	if _, _, err := w.ask(b, nil); err != nil || !asked {
		t.Errorf("asked meanwhile: %v; %v", asked, err)
	}
}

// Two requests of one enclave that are refused at the same time end its claim once.
func TestTwoRefusalsAtOnceEndAClaimOnce(t *testing.T) {
	w := newWorld(t, options{})
	w.config.Listed = nil
	var b *broker.Broker
	sent := 0
	second := make(chan error, 1)
	w.config.Sender = hooked{Sender: w.config.Sender, before: func(context.Context) {
		if sent++; sent > 1 {
			return
		}
		go func() {
			_, _, err := w.ask(b, nil)
			second <- err
		}()
	}}
	b = w.broker()
	claim := w.current()
	if _, _, err := w.ask(b, nil); w.refused(err) != release.CodeSimulated {
		t.Error(err)
	}
	if err := <-second; w.refused(err) != release.CodeSimulated {
		t.Error(err)
	}
	w.checkEnded(claim)
	if sent != 1 {
		t.Errorf("the broker sent %d transactions", sent)
	}
}

// TestHandOversAreBounded: an operator that has a job go from enclave to enclave does not make the broker send a
// transaction each time, for ever; what is beyond the bound is not decided, and is later.
func TestHandOversAreBounded(t *testing.T) {
	w := newWorld(t, options{})
	sent := 0
	w.config.Sender = hooked{Sender: w.config.Sender, before: func(context.Context) { sent++ }}
	b := w.broker()
	first := w.unwrapped(w.ask(b, nil))
	const burst = 8
	for range burst {
		w.restart()
		if key := w.unwrapped(w.ask(b, nil)); !bytes.Equal(key.Share, first.Share) {
			t.Error("another share came")
		}
	}
	if sent != 1+burst {
		t.Fatalf("%d transactions, want the release and %d hand-overs", sent, burst)
	}
	before := w.current().Current()
	w.restart()
	for range 3 {
		if _, _, err := w.ask(b, nil); err == nil || errors.As(err, new(*release.Refusal)) {
			t.Errorf("beyond the bound: %v", err)
		}
	}
	if sent != 1+burst || w.current().Current() != before {
		t.Errorf("%d transactions, and the job is with %s", sent, w.current().Current())
	}
	w.now = w.now.Add(10 * time.Minute)
	if key := w.unwrapped(w.ask(b, nil)); !bytes.Equal(key.Share, first.Share) || sent != 2+burst {
		t.Errorf("later: %d transactions", sent)
	}
}
