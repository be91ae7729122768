package bench

import (
	"context"
	"crypto/ecdsa"
	"encoding/binary"
	"fmt"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/internal/parallel"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/protocol/grant"
)

// ledger is a consent ledger with its subjects.
type ledger struct {
	*actors.Story
	chain     *chain
	enroller  *account.Account
	enrolling []grant.Signed
	again     []grant.Signed // later grants of subjects of the last step
}

// newLedger registers a dataset, makes its subjects and signs their grants.
func newLedger(ctx context.Context, cfg Config, c *chain) (*ledger, error) {
	owner := c.accounts[ledgerAccount]
	p := publish.PolicyTemplate()
	p.Schema = common.Hash{1}
	p.Measurements, p.TrustRoots = []common.Hash{{1}}, []common.Hash{{2}} // no job is run on it
	s, err := actors.Begin(ctx, c.sdk, owner.Key, owner.Address, "benchmark", true, p, cfg.Now)
	if err != nil {
		return nil, err
	}
	l := &ledger{
		Story: s, chain: c, enroller: s.Custodian,
		enrolling: make([]grant.Signed, cfg.Scale.Subjects),
	}
	s.Subjects = make([]actors.Subject, cfg.Scale.Subjects)
	err = parallel.Each(len(s.Subjects), func(i int) error {
		key, err := subjectKey(i)
		if err != nil {
			return err
		}
		s.Subjects[i] = actors.Subject{Key: key, Pseudonym: crypto.PubkeyToAddress(key.PublicKey)}
		l.enrolling[i], err = s.Grant(s.Subjects[i], actors.Consent{})
		return err
	})
	return l, err
}

// subjectKey makes the key of a subject. The same subjects take part in every run.
func subjectKey(i int) (*ecdsa.PrivateKey, error) {
	return crypto.ToECDSA(crypto.Keccak256(binary.BigEndian.AppendUint64([]byte("assent/bench: subject"), uint64(i))))
}

// batches enrols the subjects of a step with batches of the SDK's size, as a custodian does, and returns how long it
// took until all of their grants were final.
func (l *ledger) batches(ctx context.Context, from, to int) (time.Duration, error) {
	begin := time.Now()
	err := l.Client.Batch(ctx, l.enroller, l.Ledger, l.enrolling[from:to], true, nil)
	return time.Since(begin), err
}

// loadPatience bounds how long single grants may take.
const loadPatience = 5 * time.Minute

// singles has clients relay single grants: each from an account of its own, the next as soon as the chain has taken the
// one before. They are of subjects from all over the step's. It returns how long it took from the first that was sent
// to the last that was final.
func (l *ledger) singles(ctx context.Context, scale Scale, from, to int) (time.Duration, error) {
	l.again = make([]grant.Signed, scale.Grants)
	stride := (to - from) / scale.Grants
	if err := parallel.Each(len(l.again), func(i int) (err error) {
		l.again[i], err = l.Grant(l.Subjects[from+i*stride], actors.Consent{Nonce: 2})
		return err
	}); err != nil {
		return 0, err
	}
	sent, err := l.sign(ctx, scale)
	if err != nil {
		return 0, err
	}
	ctx, cancel := context.WithTimeout(ctx, loadPatience)
	defer cancel()
	var clients sync.WaitGroup
	failures := make(chan error, len(sent))
	begin := time.Now()
	for _, txs := range sent {
		clients.Go(func() {
			if err := l.relay(ctx, txs); err != nil {
				failures <- err
				cancel()
			}
		})
	}
	clients.Wait()
	took := time.Since(begin)
	select {
	case err := <-failures:
		return 0, err
	default:
	}
	return took, l.checkAgain(ctx, from, stride)
}

// inFlight is how many transactions a client has on their way at most: a node keeps 64 ahead of an account's nonce.
const inFlight = 60

// relay sends a client's transactions and waits until they are final.
func (l *ledger) relay(ctx context.Context, txs []*types.Transaction) error {
	for i, tx := range txs {
		if i >= inFlight {
			if _, err := l.chain.receipt(ctx, txs[i-inFlight].Hash(), farPoll); err != nil {
				return err
			}
		}
		if err := l.chain.eth.SendTransaction(ctx, tx); err != nil {
			return fmt.Errorf("sending a grant: %w", err)
		}
	}
	// Nonces are in order, so the last one is final last.
	_, err := l.chain.receipt(ctx, txs[len(txs)-1].Hash(), farPoll)
	return err
}

// sign signs the clients' transactions, before time runs.
func (l *ledger) sign(ctx context.Context, scale Scale) ([][]*types.Transaction, error) {
	contract := bindings.NewConsentLedger()
	input := func(i int) []byte {
		return contract.PackGrant(solidity.FromGrant(l.again[i].Grant), l.again[i].Signature[:])
	}
	gas, err := l.chain.eth.EstimateGas(ctx, ethereum.CallMsg{From: l.chain.accounts[firstClient].Address,
		To: &l.Ledger, Data: input(0)})
	if err != nil {
		return nil, fmt.Errorf("estimating the gas of a grant: %w", err)
	}
	each := scale.Grants / scale.Clients
	out := make([][]*types.Transaction, scale.Clients)
	err = parallel.Each(scale.Clients, func(c int) error {
		from := l.chain.accounts[firstClient+c]
		nonce, err := l.chain.eth.PendingNonceAt(ctx, from.Address)
		if err != nil {
			return fmt.Errorf("asking for the nonce of %s: %w", from.Address, err)
		}
		for i := range each {
			tx, err := l.chain.sign(from, nonce+uint64(i), gas+gas/4, l.Ledger, new(big.Int), input(c*each+i))
			if err != nil {
				return err
			}
			out[c] = append(out[c], tx)
		}
		return nil
	})
	return out, err
}

// sampled is how many entries are looked at to see that grants were applied.
const sampled = 50

// checkAgain looks whether the later grants are in the ledger.
func (l *ledger) checkAgain(ctx context.Context, from, stride int) error {
	for i := 0; i < len(l.again); i += max(1, len(l.again)/sampled) {
		e, err := l.Client.Entry(ctx, l.Ledger, l.again[i].Grant.Pseudonym)
		if err != nil {
			return err
		}
		if e.Nonce != l.again[i].Grant.Nonce {
			return fmt.Errorf("the ledger has nonce %d for subject %d, want %d",
				e.Nonce, from+i*stride, l.again[i].Grant.Nonce)
		}
	}
	return nil
}
