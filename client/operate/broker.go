package operate

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"math/big"
	"net"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/operate/monitor"
	"github.com/assent-network/assent/node/broker"
	"github.com/assent-network/assent/node/broker/attestation"
	"github.com/assent-network/assent/node/broker/handover"
	"github.com/assent-network/assent/node/broker/journal"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// How long ago collateral may have been issued by default. Intel's is renewed every month; AMD renews its one
// revocation list every year, so a network that accepts SNP has to accept an old one.
const (
	DefaultMaxCollateralAge    = 30 * 24 * time.Hour
	DefaultMaxCollateralAgeSNP = 366 * 24 * time.Hour
)

// BrokerConfig says how to run a custodian's key broker.
type BrokerConfig struct {
	Config
	Keys    handover.Keys
	Journal string // path of the journal
	Listen  string // address to listen on, such as 127.0.0.1:8600
	// Listed are the operators whose simulated workers may have keys.
	Listed []common.Address
	// Accept is what is wanted of quotes, of workers and successors alike, beyond the datasets' policies: TCB statuses
	// and floor, evaluation number, machines, age of collateral.
	Accept teepolicy.Policy
	// Successors are the measurements of programs to which the keys may be handed over; SimulatedSuccessors lets those
	// have them too that run without a TEE.
	Successors          []common.Hash
	SimulatedSuccessors bool
	Random              io.Reader
	// Started, when set, is called with the address once the broker answers.
	Started func(address string)
}

// RunBroker runs a broker until the context ends.
func RunBroker(ctx context.Context, c BrokerConfig) error {
	s, err := Open(ctx, c.Config)
	if err != nil {
		return err
	}
	return s.run(ctx, func(ctx context.Context) error {
		if err := s.warnUnnamed(ctx, c.Keys); err != nil {
			return err
		}
		return s.broke(ctx, brokerage{
			keys: c.Keys, journal: c.Journal, listen: c.Listen, account: c.Key, random: c.Random, started: c.Started,
			monitor: c.Monitor,
			terms: handover.Terms{
				Listed: c.Listed, Accept: []handover.Accept{handover.AcceptOf(c.Accept)}, Successors: c.Successors,
				SimulatedSuccessors: c.SimulatedSuccessors, MaxGasPrice: gasPrice(c.MaxGasPrice),
			},
		})
	})
}

// warnUnnamed logs which datasets have a key here whose broker is another account: requests for these are refused. It
// is no error, as a policy with the new broker may be on its way.
func (s *Station) warnUnnamed(ctx context.Context, keys handover.Keys) error {
	datasets, err := keys.Datasets()
	if err != nil {
		return err
	}
	if len(datasets) == 0 {
		s.Log.WarnContext(ctx, "No dataset has a key here: make one with: assent broker add")
		return nil
	}
	now, err := s.View.Latest(ctx)
	if err != nil {
		return err
	}
	for _, id := range datasets {
		record, err := now.Dataset(ctx, id)
		if err != nil {
			s.Log.WarnContext(ctx, "A key is for a dataset that cannot be read", slog.String("dataset", id.Hex()),
				slog.Any("error", err))
		} else if account := s.Sender.Address(); record.Broker != account {
			s.Log.WarnContext(ctx, "A dataset names another broker than this key: requests for it are refused",
				slog.String("dataset", id.Hex()), slog.String("broker", record.Broker.Hex()),
				slog.String("key", account.Hex()))
		}
	}
	return nil
}

// gasPrice is the most that is paid for a unit of gas, as terms say it.
func gasPrice(most *big.Int) uint64 {
	switch {
	case most == nil:
		return DefaultMaxGasPrice
	case !most.IsUint64():
		return math.MaxUint64
	}
	return most.Uint64()
}

// brokerage is what a broker has beside its station.
type brokerage struct {
	keys            handover.Keys
	journal, listen string
	account         *ecdsa.PrivateKey
	terms           handover.Terms
	instance        *attestation.Instance // nil without a TEE
	joined          *journal.Entry        // how it got its keys, when they were handed over
	random          io.Reader
	started         func(address string)
	monitor         monitor.Surface
}

// broke runs a broker until the context ends.
func (s *Station) broke(ctx context.Context, c brokerage) (err error) {
	log, err := journal.Open(c.journal)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, log.Close()) }()
	if c.joined != nil {
		if err := log.Append(*c.joined); err != nil {
			return err
		}
	}
	quotes, err := Genuine(s.Root)
	if err != nil {
		return err
	}
	trustRoot, err := handover.HashOf(s.Root)
	if err != nil {
		return err
	}
	nonce := func() (h common.Hash, err error) {
		_, err = io.ReadFull(c.random, h[:])
		return h, err
	}
	policies := c.terms.Policies()
	if len(policies) == 0 {
		policies = []teepolicy.Policy{{}}
	}
	predecessor, err := handover.NewPredecessor(handover.Config{
		Keys: c.keys, Journal: log, View: s.View, Account: c.account, Genuine: quotes,
		ChainID: s.Root.EVMChainID, Runtime: s.Root.Runtime, TrustRoot: trustRoot, Terms: c.terms, Now: s.Now,
		Nonce: nonce, Log: s.Log,
	})
	if err != nil {
		return err
	}
	m := newMeasured(s, "broker", common.Address{})
	answers := m.answers()
	b, err := broker.New(broker.Config{
		Answered: func(path, outcome string) { answers.WithLabelValues(path, outcome).Inc() },
		Keys:     c.keys, Journal: log, View: s.View, Sender: s.Sender, Account: c.account, Contracts: s.Contracts,
		Genuine: quotes,
		Accept:  policies[0], AlsoAccept: policies[1:], ChainID: s.Root.EVMChainID, Runtime: s.Root.Runtime,
		Listed:   c.terms.Listed,
		HandOver: predecessor, Instance: c.instance, Now: s.Now, Nonce: nonce, Log: s.Log,
	})
	if err != nil {
		return err
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", c.listen)
	if err != nil {
		return fmt.Errorf("listening on %s: %w", c.listen, err)
	}
	if c.started != nil {
		c.started(listener.Addr().String())
	}
	return m.watch(ctx, c.monitor, func(ctx context.Context) error { return b.Serve(ctx, listener) })
}
