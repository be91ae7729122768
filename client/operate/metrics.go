package operate

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/assent-network/assent/chain/evm"
	"github.com/assent-network/assent/client/operate/monitor"
	"github.com/assent-network/assent/contracts/solidity"
)

// scrapeTimeout bounds what is read from the chain when a service is asked how it is.
const scrapeTimeout = 10 * time.Second

// wellAge is how old, by consensus time, the newest verified round of a service that is well may be. A network without
// transactions has a round each second.
const wellAge = 2 * time.Minute

// measured is what a service says of itself to its operator.
//
// Nothing in it is about a dataset, a job or a person: what a worker computes takes times and sizes that must not
// depend on rows, and a metric of them would be one more way to see whether they do. Steps and answers are counted,
// which the chain shows as well.
type measured struct {
	station  *Station
	registry *prometheus.Registry
	// enclave is whose registration is watched; the zero address is none's.
	enclave common.Address

	round, age, balance, expiry *prometheus.Desc
	counted                     *prometheus.CounterVec
}

// newMeasured returns what is measured of the service with a name, worker or broker.
func newMeasured(s *Station, service string, enclave common.Address) *measured {
	desc := func(name, help string) *prometheus.Desc {
		return prometheus.NewDesc(prometheus.BuildFQName("assent", service, name), help, nil, nil)
	}
	m := &measured{
		station: s, registry: prometheus.NewRegistry(), enclave: enclave,
		round: desc("verified_round", "Newest round that was verified from the trust root."),
		age:   desc("verified_age_seconds", "Age of the newest verified round, by consensus time."),
		balance: desc("balance_base_units",
			"What the account that pays for transactions has, in base units, as the node tells."),
		expiry: desc("registration_expiry_timestamp_seconds",
			"Until when the enclave is registered, in Unix seconds; 0 when it is not, or is not accepted."),
	}
	m.registry.MustRegister(m)
	return m
}

// steps counts the steps of jobs that a worker begins.
func (m *measured) steps() *prometheus.CounterVec {
	return m.count(prometheus.CounterOpts{
		Namespace: "assent", Subsystem: "worker", Name: "steps_total", Help: "Steps of jobs begun, by step.",
	}, "step")
}

// answers counts the requests that a broker answers.
func (m *measured) answers() *prometheus.CounterVec {
	return m.count(prometheus.CounterOpts{
		Namespace: "assent", Subsystem: "broker", Name: "answers_total",
		Help: "Requests answered, by path, and by outcome: granted, undecided, busy, or the code of the refusal.",
	}, "path", "outcome")
}

// count registers what is counted, once.
func (m *measured) count(opts prometheus.CounterOpts, labels ...string) *prometheus.CounterVec {
	if m.counted == nil {
		m.counted = prometheus.NewCounterVec(opts, labels)
		m.registry.MustRegister(m.counted)
	}
	return m.counted
}

// Describe is prometheus.Collector's.
func (m *measured) Describe(to chan<- *prometheus.Desc) {
	to <- m.round
	to <- m.age
	if m.station.Sender != nil {
		to <- m.balance
	}
	if m.enclave != (common.Address{}) {
		to <- m.expiry
	}
}

// Collect is prometheus.Collector's. What cannot be read now is left out.
func (m *measured) Collect(to chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), scrapeTimeout)
	defer cancel()
	gauge := func(d *prometheus.Desc, v float64) { to <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v) }
	if now, err := m.station.View.Latest(ctx); err == nil {
		defer now.Close()
		gauge(m.round, float64(now.Round.Number))
		gauge(m.age, m.ageOf(now.Round.Time).Seconds())
		if m.enclave != (common.Address{}) {
			var refused *solidity.Error
			switch w, err := now.CheckWorker(ctx, m.enclave); {
			case err == nil:
				gauge(m.expiry, float64(w.Expiry))
			case errors.As(err, &refused):
				gauge(m.expiry, 0)
			}
		}
	}
	if m.station.Sender != nil {
		backend := evm.New(m.station.Node, m.station.Root.EVMChainID)
		if wei, err := backend.BalanceAt(ctx, m.station.Sender.Address(), nil); err == nil {
			v, _ := new(big.Float).SetInt(wei).Float64()
			gauge(m.balance, v)
		}
	}
}

func (m *measured) ageOf(unix uint64) time.Duration {
	return max(0, m.station.Now().Sub(time.Unix(int64(unix), 0)))
}

// health says whether the service sees the chain, and whether the chain accepts its enclave: registered, not revoked,
// and with evidence that holds by the newest collateral.
func (m *measured) health(ctx context.Context) monitor.Health {
	ctx, cancel := context.WithTimeout(ctx, scrapeTimeout)
	defer cancel()
	now, err := m.station.View.Latest(ctx)
	if err != nil {
		return monitor.Health{Reason: "the chain cannot be verified: " + err.Error()}
	}
	defer now.Close()
	if age := m.ageOf(now.Round.Time); age > wellAge {
		return monitor.Health{Reason: fmt.Sprintf("the newest verified round is %s old; see whether the node follows "+
			"the network", age.Round(time.Second))}
	}
	if m.enclave == (common.Address{}) {
		return monitor.Health{OK: true}
	}
	if _, err := now.CheckWorker(ctx, m.enclave); err != nil {
		return monitor.Health{Reason: "the enclave is not accepted as it is registered: " + err.Error()}
	}
	return monitor.Health{OK: true}
}

// watch runs do, and serves a surface meanwhile.
func (m *measured) watch(ctx context.Context, s monitor.Surface, do func(context.Context) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	served := make(chan error, 1)
	go func() {
		err := s.Serve(ctx, m.health, m.registry, m.station.Log, nil)
		if ctx.Err() == nil {
			cancel(err)
		}
		served <- err
	}()
	err := do(ctx)
	if cause := context.Cause(ctx); cause != nil && !errors.Is(cause, context.Canceled) {
		cancel(nil)
		<-served // which is the cause, or of less weight
		return cause
	}
	cancel(nil)
	return errors.Join(err, <-served)
}
