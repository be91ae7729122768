package operate

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/node/broker/attestation"
	"github.com/assent-network/assent/node/broker/handover"
	"github.com/assent-network/assent/node/broker/journal"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/tee"
	"github.com/assent-network/assent/tee/enclave"
	teepolicy "github.com/assent-network/assent/tee/policy"
)

// SuccessorConfig says how to run a broker that has no secret of its own: it runs in a TEE and gets its keys from an
// instance that runs. Of Config, the folder is not used, since the chain is verified anew each time, and the key may be
// nil: the broker account's key is then handed over as well.
type SuccessorConfig struct {
	Config
	// From are URLs of instances that may hand over; they are asked in order.
	From []string
	// Account is the broker account that they must have; zero is any, or that of the key.
	Account common.Address
	// Datasets are those whose keys are asked for; all when empty.
	Datasets []common.Hash
	// TEE is this machine's.
	TEE     *TEE
	Journal string // path of the journal
	Listen  string // address to listen on, such as 127.0.0.1:8601
	// Accept, when set, is what is wanted of quotes beyond the datasets' policies and the terms that come with the
	// keys.
	Accept *teepolicy.Policy
	Random io.Reader
	// Started, when set, is called once the broker answers.
	Started func(Joined)
}

// Joined is a successor that has its keys and answers.
type Joined struct {
	Address     string         `json:"address"`
	From        string         `json:"from"`    // the instance that handed over
	Account     common.Address `json:"account"` // the broker account
	Enclave     common.Address `json:"enclave"` // this instance
	Measurement common.Hash    `json:"measurement"`
	Simulated   bool           `json:"simulated"`
	Datasets    int            `json:"datasets"`
}

// RunSuccessor joins the instances of a custodian's broker and serves as the others do, until the context ends.
func RunSuccessor(ctx context.Context, c SuccessorConfig) error {
	if len(c.From) == 0 {
		return errors.New("name an instance that hands its keys over")
	}
	if c.Key != nil && c.Account == (common.Address{}) {
		c.Account = crypto.PubkeyToAddress(c.Key.PublicKey)
	}
	if err := os.MkdirAll(filepath.Dir(c.Journal), 0o700); err != nil {
		return fmt.Errorf("making the journal's folder: %w", err)
	}
	c.Dir = ""
	s, err := Open(ctx, c.Config)
	if err != nil {
		return err
	}
	return s.run(ctx, func(ctx context.Context) error { return s.succeed(ctx, c) })
}

func (s *Station) succeed(ctx context.Context, c SuccessorConfig) error {
	keys, err := enclave.Generate(c.Random)
	if err != nil {
		return fmt.Errorf("making the enclave's keys: %w", err)
	}
	instance := &attestation.Instance{
		Keys: keys, Issuer: c.TEE.Issuer, Collector: c.TEE.Collector, ChainID: s.Root.EVMChainID,
		Runtime: s.Root.Runtime,
	}
	estate, account, from, err := s.join(ctx, c, instance)
	if err != nil {
		return err
	}
	claims, round, err := s.look(ctx, instance, account)
	if err != nil {
		return err
	}
	key := c.Key
	if key == nil {
		if key, err = accountKey(estate, s, c); err != nil {
			return err
		}
	}
	ring, err := estate.Keyring()
	if err != nil {
		return err
	}
	datasets, err := ring.Datasets()
	if err != nil {
		return err
	}
	entry := &journal.Entry{
		Time: s.Now().UTC(), Event: journal.Joined, Enclave: keys.Address(), Round: round, Granted: true,
		Reason: "joined", Detail: "from " + from,
		Simulated: claims.Simulated, Measurement: claims.Measurement, Datasets: datasets,
	}
	if c.Key == nil {
		entry.Account = &account
	}
	if c.Accept != nil {
		estate.Terms.Accept = append(estate.Terms.Accept, handover.AcceptOf(*c.Accept))
	}
	return s.broke(ctx, brokerage{
		keys: ring, journal: c.Journal, listen: c.Listen, monitor: c.Monitor, account: key, terms: estate.Terms,
		instance: instance,
		joined:   entry, random: c.Random,
		started: func(address string) {
			if c.Started != nil {
				c.Started(Joined{
					Address: address, From: from, Account: account, Enclave: keys.Address(),
					Measurement: claims.Measurement,
					Simulated:   claims.Simulated, Datasets: len(datasets),
				})
			}
		},
	})
}

// accountKey takes the broker account's key out of what was handed over, to send from: at no more than the terms say,
// since the account's money is not this machine's.
func accountKey(e *handover.Estate, s *Station, c SuccessorConfig) (*ecdsa.PrivateKey, error) {
	key, err := e.AccountKey()
	if err != nil {
		return nil, err
	}
	s.Sender, err = s.send(key, new(big.Int).SetUint64(min(gasPrice(c.MaxGasPrice), e.Terms.MaxGasPrice)))
	return key, err
}

// askTimeout bounds a question to another instance, and the wait for the round that it has verified.
const askTimeout = 2 * time.Minute

// join asks one instance after the other until one hands over.
func (s *Station) join(ctx context.Context, c SuccessorConfig,
	instance *attestation.Instance) (*handover.Estate, common.Address, string, error) {
	trustRoot, err := handover.HashOf(s.Root)
	if err != nil {
		return nil, common.Address{}, "", err
	}
	successor := &handover.Successor{
		Instance: instance, View: s.View, TrustRoot: trustRoot, Account: c.Account, Datasets: c.Datasets,
		WantsAccount: c.Key == nil,
	}
	var failed []error
	for _, from := range c.From {
		client, err := release.NewClient(from, &http.Client{Timeout: askTimeout})
		if err != nil {
			return nil, common.Address{}, "", err
		}
		asking, cancel := context.WithTimeout(ctx, askTimeout)
		estate, account, err := successor.Ask(asking, client)
		cancel()
		if err == nil {
			s.Log.InfoContext(ctx, "Received the keys", slog.String("from", from),
				slog.String("account", account.Hex()), slog.Int("datasets", len(estate.Keys)))
			return estate, account, strings.TrimSuffix(from, "/"), nil
		}
		failed = append(failed, fmt.Errorf("%s: %w", from, err))
	}
	return nil, common.Address{}, "", errors.Join(failed...)
}

// look has the instance attest to itself, to know what others will see.
func (s *Station) look(ctx context.Context, instance *attestation.Instance,
	account common.Address) (*tee.Claims, uint64, error) {
	now, err := s.View.Latest(ctx)
	if err != nil {
		return nil, 0, fmt.Errorf("reading the newest round: %w", err)
	}
	defer now.Close()
	answer, err := instance.Answer(ctx, now, account, attestation.Request{})
	if err != nil {
		return nil, 0, err
	}
	network, err := AttestationNetwork(s.Root)
	if err != nil {
		return nil, 0, err
	}
	v, err := attestation.Verify(ctx, now, s.Now(), *answer, common.Hash{}, network)
	if err != nil {
		return nil, 0, fmt.Errorf("attesting to this instance: %w", err)
	}
	return v.Claims, now.Round.Number, nil
}
