package jobs_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"math/big"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/assent-network/assent/audit"
	"github.com/assent-network/assent/chain/light"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/operate"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet/fault"
	"github.com/assent-network/assent/protocol/bundle"
	"github.com/assent-network/assent/protocol/job"
)

// falseGateway is a gateway that lies. Its hooks change questions and answers; those that are nil change nothing.
type falseGateway struct {
	client.Backend
	ask  func(input []byte) []byte
	tell func(input, output []byte) []byte
	// logsAsked changes the query, and logs the answer.
	logsAsked func(q *ethereum.FilterQuery)
	logs      func(l []types.Log)
}

func (g *falseGateway) CallContract(ctx context.Context, msg ethereum.CallMsg, block *big.Int) ([]byte, error) {
	asked := msg.Data
	if g.ask != nil {
		msg.Data = g.ask(bytes.Clone(msg.Data))
	}
	out, err := g.Backend.CallContract(ctx, msg, block)
	if err == nil && g.tell != nil {
		out = g.tell(asked, bytes.Clone(out))
	}
	return out, err
}

func (g *falseGateway) FilterLogs(ctx context.Context, q ethereum.FilterQuery) ([]types.Log, error) {
	if g.logsAsked != nil {
		q.Topics = slices.Clone(q.Topics)
		for i := range q.Topics {
			q.Topics[i] = slices.Clone(q.Topics[i])
		}
		g.logsAsked(&q)
	}
	logs, err := g.Backend.FilterLogs(ctx, q)
	if err == nil && g.logs != nil {
		for i := range logs {
			logs[i].Data, logs[i].Topics = bytes.Clone(logs[i].Data), slices.Clone(logs[i].Topics)
		}
		g.logs(logs)
	}
	return logs, err
}

// swapped has an id stand for another wherever one is asked for.
func swapped(from, to common.Hash) func(input []byte) []byte {
	return func(input []byte) []byte { return bytes.ReplaceAll(input, from[:], to[:]) }
}

// TestStory_theAuditorsGatewayLies: the recorder takes documents from a gateway. What it makes of false ones is refused
// at once, or by those who verify the bundle: no bundle passes that says something else than the chain.
func TestStory_theAuditorsGatewayLies(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	b := s.startBroker(t, brokerOptions{})
	s.startWorker(t, workerOptions{broker: b.url})
	first := s.ask(t, wanted{})
	s.end(t, first, job.Done)
	p := s.policy(t)
	p.MinCohort++
	must(s.Client.SetPolicy(t.Context(), s.Custodian, s.Dataset, p))(t) // which is the second
	s.publish(t)
	id := s.ask(t, wanted{rho: 7})
	s.end(t, id, job.Done)

	var (
		market, workers = bindings.NewJobMarket(), bindings.NewWorkerRegistry()
		events          = market.GetABI().Events
		policyOf        = bindings.NewDatasetRegistry().PackPolicyOf
		versionOf       = bindings.NewDatasetRegistry().PackVersionOf
		of              = func(input, like []byte) bool { return bytes.Equal(input[:4], like[:4]) }
		record          = func(t *testing.T, g *falseGateway, patience time.Duration) (*bundle.Bundle, error) {
			t.Helper()
			g.Backend = s.Client.Backend()
			c := must(client.New(t.Context(), g, s.net.File.ChainID, solidity.AddressesOf(s.root)))(t)
			config := s.station(t, "auditor", filepath.Join(s.dir, "auditor "+rand.Text()), "", nil)
			ctx, cancel := context.WithTimeout(t.Context(), patience)
			defer cancel()
			return operate.RecordBundle(ctx, config, c, id)
		}
		// inLog changes one bit of an event's data, counted from the end.
		inLog = func(event common.Hash, fromEnd int) *falseGateway {
			return &falseGateway{logs: func(logs []types.Log) {
				for i := range logs {
					if logs[i].Topics[0] == event {
						logs[i].Data[len(logs[i].Data)-fromEnd] ^= 1
					}
				}
			}}
		}
		// inAnswer changes one bit of what a view function returns.
		inAnswer = func(like []byte, at int) *falseGateway {
			return &falseGateway{tell: func(input, output []byte) []byte {
				if of(input, like) {
					output[at] ^= 1
				}
				return output
			}}
		}
		// later has the receipt's event be of another round.
		later = func(round uint64) func(logs []types.Log) {
			return func(logs []types.Log) {
				for i := range logs {
					if logs[i].Topics[0] == events["JobSealed"].ID {
						logs[i].BlockNumber = round
					}
				}
			}
		}
		instead = func(like, other []byte) *falseGateway {
			return &falseGateway{ask: func(input []byte) []byte {
				if of(input, like) {
					return other
				}
				return input
			}}
		}
		topics = func(from, to common.Hash) func(q *ethereum.FilterQuery) {
			return func(q *ethereum.FilterQuery) {
				for _, topic := range q.Topics {
					for i := range topic {
						if topic[i] == from {
							topic[i] = to
						}
					}
				}
			}
		}
	)
	honest := must(record(t, new(falseGateway), storyTimeout))(t)
	if report := audit.Verify(honest.Encode(), s.root, audit.Options{Now: time.Now()}); !report.Passed {
		t.Fatalf("without a lie the bundle does not pass: %v", report.Err())
	}
	for name, c := range map[string]struct {
		gateway *falseGateway
		says    string // why nothing is recorded; empty when the recorder does not ask the gateway for this at all
	}{
		"another job's record": {&falseGateway{ask: swapped(id, first)}, "not the one on record"},
		"another job, all through": {&falseGateway{ask: swapped(id, first), logsAsked: topics(id, first)},
			"was not asked for"},
		"that there is no receipt": {instead(market.PackReceiptOf(id), market.PackReceiptOf(common.Hash{1})),
			client.ErrNoResult.Error()},
		"a receipt that comes later": {&falseGateway{logs: later(1_000_000)}, "was not asked for"},
		"a receipt of before":        {&falseGateway{logs: later(1)}, "was not asked for"},
		"a forged receipt":           {inLog(events["JobSealed"].ID, 400), "checking the receipt"},
		"a forged ciphertext":        {inLog(events["ResultDelivered"].ID, 40), "checking the result"},
		// Behind the parameters there is the key for the result, of 1,218 bytes, with its length.
		"forged parameters": {inLog(events["JobPosted"].ID, 32+1248+40), "none that match"},
		"a forged quote": {inLog(workers.GetABI().Events["WorkerRegistered"].ID, 200),
			"no registration of enclave"},
		"a forged specification": {inAnswer(market.PackSpecOf(id), 32*12+31), ""},
		"a forged policy":        {inAnswer(policyOf(s.Dataset, 2), 32+32*3+31), ""},
		"an older policy":        {instead(policyOf(s.Dataset, 2), policyOf(s.Dataset, 1)), ""},
		"an older version":       {instead(versionOf(s.Dataset, 2), versionOf(s.Dataset, 1)), ""},
		"a forged version":       {inAnswer(versionOf(s.Dataset, 2), 63), ""},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := record(t, c.gateway, storyTimeout)
			switch {
			case c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)):
				t.Errorf("recording: %v, want %q", err, c.says)
			case c.says == "" && err != nil:
				t.Errorf("recording: %v", err)
			case c.says == "":
				if report := audit.Verify(got.Encode(), s.root, audit.Options{Now: time.Now()}); !report.Passed {
					t.Errorf("the bundle does not pass: %v", report.Err())
				}
				for what, same := range map[string]bool{
					"specification": bytes.Equal(got.Spec, honest.Spec),
					"policy":        bytes.Equal(got.Policy, honest.Policy),
					"version":       bytes.Equal(got.Version, honest.Version),
					"receipt":       bytes.Equal(got.Receipt, honest.Receipt),
				} {
					if !same {
						t.Errorf("the bundle has another %s", what)
					}
				}
			}
		})
	}
}

// TestStory_theAuditorsNodeLies: a recorder proves what it records, and records nothing that it cannot prove.
func TestStory_theAuditorsNodeLies(t *testing.T) {
	t.Parallel()
	s := newStudy(t, stories.Shared(t), setting{})
	b := s.startBroker(t, brokerOptions{})
	s.startWorker(t, workerOptions{broker: b.url})
	l := startLiar(t, s)
	id := s.ask(t, wanted{rho: 7})
	s.end(t, id, job.Done)
	record := func() (*bundle.Bundle, error) {
		config := s.station(t, "auditor", filepath.Join(s.dir, "auditor "+rand.Text()), l.Path(), nil)
		return operate.RecordBundle(t.Context(), config, s.Client, id)
	}
	honest := must(record())(t)
	if report := audit.Verify(honest.Encode(), s.root, audit.Options{Now: time.Now()}); !report.Passed {
		t.Fatalf("without a lie the bundle does not pass: %v", report.Err())
	}
	for name, lie := range map[string]fault.MessageHook{
		"light blocks are forged":                     flips("Consensus/GetLightBlock"),
		"the consensus state is forged":               flips("Consensus/StateSync"),
		"the runtime's state is forged":               flips("RuntimeClient/StateSync"),
		"entries are left out of the consent state":   truncates(),
		"the runtime's headers are those of before":   l.replays("RuntimeClient/GetBlock"),
		"other keys are proven than it was asked for": evades(),
		"the state is that of a round long before":    l.rewinds(),
		"consensus transactions are forged":           flips("Consensus/GetTransactions"),
	} {
		t.Run(name, func(t *testing.T) {
			l.tell(lie)
			defer l.tell(nil)
			got, err := record()
			if l.lies() == 0 {
				t.Fatal("the node has not lied")
			}
			if strings.Contains(name, "entries") && l.hostedLies() == 0 {
				t.Error("no lie was told by the runtime that the node hosts")
			}
			if err == nil {
				if report := audit.Verify(got.Encode(), s.root, audit.Options{Now: time.Now()}); report.Passed {
					t.Log("what is wrong of it was not used")
					return
				}
			}
			if err == nil || !(errors.Is(err, light.ErrForged) || errors.Is(err, light.ErrUnavailable) ||
				strings.Contains(err.Error(), errNotShown.Error())) {
				t.Errorf("recording: %v, want %v", err, light.ErrForged)
			}
		})
	}
}
