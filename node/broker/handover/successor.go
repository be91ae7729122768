package handover

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/node/broker/attestation"
	"github.com/assent-network/assent/node/broker/release"
)

// Successor is an instance that has no keys yet.
type Successor struct {
	Instance *attestation.Instance
	View     SuccessorView
	// TrustRoot is HashOf the trust root file that View verifies the chain from.
	TrustRoot common.Hash
	// Account is the broker account that the predecessor must have; zero is any.
	Account common.Address
	// Datasets are those whose keys are asked for; all when empty.
	Datasets []common.Hash
	// WantsAccount asks for the account's key as well.
	WantsAccount bool
}

// SuccessorView is the successor's own verified view of the chain.
type SuccessorView interface {
	View
	// At returns a verified round, waiting for it when it lies ahead.
	At(ctx context.Context, round uint64) (*contracts.Open, error)
}

// ErrAccount comes when a predecessor serves another account than the successor is to serve.
var ErrAccount = errors.New("the broker serves another account")

// Ask asks a predecessor for a hand-over and returns what it got, and the account that it is of. It returns a
// *release.Refusal when the predecessor refuses.
func (s *Successor) Ask(ctx context.Context, c *release.Client) (*Estate, common.Address, error) {
	estate, account, err := s.ask(ctx, c)
	if err != nil {
		return nil, common.Address{}, fmt.Errorf("asking for a hand-over: %w", err)
	}
	return estate, account, nil
}

func (s *Successor) ask(ctx context.Context, c *release.Client) (*Estate, common.Address, error) {
	b, err := c.Post(ctx, ChallengePath, struct{}{}, release.MaxBody)
	if err != nil {
		return nil, common.Address{}, err
	}
	challenge, err := ParseChallenge(b)
	if err != nil {
		return nil, common.Address{}, err
	}
	account := challenge.Account
	if s.Account != (common.Address{}) && account != s.Account {
		return nil, common.Address{}, fmt.Errorf("%w: %s, not %s", ErrAccount, account, s.Account)
	}
	x, err := s.request(ctx, challenge)
	if err != nil {
		return nil, common.Address{}, err
	}
	if b, err = c.Post(ctx, Path, x.request, maxAnswer); err != nil {
		return nil, common.Address{}, err
	}
	response, err := ParseResponse(b)
	if err != nil {
		return nil, common.Address{}, err
	}
	estate, err := x.open(response, s.Instance.Keys.Decryption())
	if err != nil {
		return nil, common.Address{}, err
	}
	if err := s.check(estate, account); err != nil {
		return nil, common.Address{}, err
	}
	at, err := s.View.At(ctx, estate.Round)
	if err != nil {
		return nil, common.Address{}, fmt.Errorf("reaching round %d, which the predecessor has verified: %w",
			estate.Round, err)
	}
	at.Close()
	return estate, account, nil
}

// request attests and makes the request that answers a challenge.
func (s *Successor) request(ctx context.Context, challenge Challenge) (*exchange, error) {
	now, err := s.View.Latest(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the newest round: %w", err)
	}
	defer now.Close()
	evidence, collateral, err := s.Instance.Attest(ctx, now, challenge.Account, challenge.Nonce)
	if err != nil {
		return nil, err
	}
	return &exchange{
		chainID: s.Instance.ChainID, runtime: s.Instance.Runtime, trustRoot: s.TrustRoot, account: challenge.Account,
		nonce: challenge.Nonce,
		request: Request{
			Enclave: s.Instance.Keys.Address(), REK: s.Instance.Keys.REK(), TrustRoot: s.TrustRoot,
			Datasets: s.Datasets, WantsAccount: s.WantsAccount, Evidence: evidence, Collateral: collateral,
		},
	}, nil
}

// check checks that an estate has what was asked for.
func (s *Successor) check(e *Estate, account common.Address) error {
	key, err := e.AccountKey()
	switch {
	case err != nil:
		return err
	case (key != nil) != s.WantsAccount:
		return fmt.Errorf("the account's key came: %t, it was asked for: %t", key != nil, s.WantsAccount)
	case key != nil && crypto.PubkeyToAddress(key.PublicKey) != account:
		return fmt.Errorf("%w: the key that came is that of %s, not of %s", ErrAccount,
			crypto.PubkeyToAddress(key.PublicKey), account)
	}
	got := make(map[common.Hash]bool, len(e.Keys))
	for _, k := range e.Keys {
		got[k.Dataset] = true
	}
	for _, d := range s.Datasets {
		if !got[d] {
			return fmt.Errorf("the key of dataset %s was asked for and did not come", d)
		}
	}
	return nil
}
