package operate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/broker"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/keyring"
)

// BrokerConfig says how to run a custodian's key broker.
type BrokerConfig struct {
	Config
	Keys    *keyring.Keyring
	Journal string // path of the journal
	Listen  string // address to listen on, such as 127.0.0.1:8600
	// Listed are the operators whose simulated workers may have keys.
	Listed []common.Address
	Random io.Reader
	// Started, when set, is called with the address once the broker answers.
	Started func(address string)
}

// RunBroker runs a broker until the context ends.
func RunBroker(ctx context.Context, c BrokerConfig) error {
	s, err := Open(ctx, c.Config)
	if err != nil {
		return err
	}
	log, err := journal.Open(c.Journal)
	if err != nil {
		return errors.Join(err, s.Close())
	}
	roots, err := Roots(c.Root)
	if err != nil {
		return errors.Join(err, log.Close(), s.Close())
	}
	b, err := broker.New(broker.Config{
		Keys: c.Keys, Journal: log, View: s.View, Sender: s.Sender, Contracts: s.Contracts, Verifiers: Verifiers(), Roots: roots,
		ChainID: c.Root.EVMChainID, Runtime: c.Root.Runtime, Listed: c.Listed, Now: c.Now, Log: c.Log,
		Nonce: func() (h common.Hash, err error) {
			_, err = io.ReadFull(c.Random, h[:])
			return h, err
		},
	})
	if err != nil {
		return errors.Join(err, log.Close(), s.Close())
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", c.Listen)
	if err != nil {
		return errors.Join(fmt.Errorf("listening on %s: %w", c.Listen, err), log.Close(), s.Close())
	}
	if c.Started != nil {
		c.Started(listener.Addr().String())
	}
	return errors.Join(s.run(ctx, func(ctx context.Context) error { return b.Serve(ctx, listener) }), log.Close())
}
