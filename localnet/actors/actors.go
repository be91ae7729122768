// Package actors plays the people of a network, for the demonstration and for tests: a custodian with a dataset,
// subjects with wallets who consent, decline and revoke, and a researcher who posts jobs. It does what the commands do,
// by the same packages.
package actors

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"fmt"
	"io"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/client/custodian/roster"
	"github.com/assent-network/assent/internal/parallel"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/day"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/pseudonym"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/signature"
	"github.com/assent-network/assent/protocol/use"
)

// Site is the origin at which the story's subjects sign their wallets' message.
const Site = "https://consent.example.org"

// Subject is a person in a dataset.
type Subject struct {
	Name      string // as the table names them
	Wallet    *ecdsa.PrivateKey
	Key       *ecdsa.PrivateKey // of the pseudonym
	Pseudonym common.Address
	ProofKey  *use.Key
}

// Story is one dataset and its people.
type Story struct {
	Client    *client.Client
	Custodian *account.Account
	// CustodianKey signs approvals.
	CustodianKey *ecdsa.PrivateKey
	Dataset      common.Hash
	Ledger       common.Address
	Domain       common.Hash
	Subjects     []Subject
	Roster       *roster.Roster
	Now          func() time.Time
}

// Begin registers a dataset. The custodian is its enroller too. The policy has to promise the schema of its data;
// accounts that it leaves open are filled in.
func Begin(ctx context.Context, c *client.Client, custodian *ecdsa.PrivateKey, broker common.Address, name string,
	open bool, p policy.Policy, now func() time.Time) (*Story, error) {
	sender := c.Account(custodian)
	publish.Complete(&p, policy.Policy{
		Promise: policy.Promise{Controller: sender.Address(), Spenders: []common.Address{c.Contracts().JobMarket}},
		Means:   policy.Means{Broker: broker, Enroller: sender.Address()},
	})
	r, err := c.RegisterDataset(ctx, sender, client.Registration{Name: name, Open: open}, p)
	if err != nil {
		return nil, err
	}
	return &Story{
		Client: c, Custodian: sender, CustodianKey: custodian, Dataset: r.Dataset, Ledger: r.Ledger,
		Domain: dataset.OwnDomain(r.Dataset),
		Roster: roster.New(), Now: now,
	}, nil
}

// AddVersion puts a published folder on record, with everyone who is enrolled now.
func (s *Story) AddVersion(ctx context.Context, folder, uri, rosterFile string) (uint32, error) {
	now, err := s.Client.Now(ctx)
	if err != nil {
		return 0, err
	}
	v, err := publish.VersionOf(folder, uri, rosterFile, now.Round.Number)
	if err != nil {
		return 0, err
	}
	return s.Client.AddVersion(ctx, s.Custodian, s.Dataset, v)
}

// MakeSubjects gives every name a wallet, derives its pseudonym for the dataset as the consent page does, from two
// signatures of one message, and notes it in the roster. wallet makes the wallets.
func (s *Story) MakeSubjects(names []string, wallet func(i int) (*ecdsa.PrivateKey, error), random io.Reader) error {
	subjects := make([]Subject, len(names))
	err := parallel.Each(len(names), func(i int) error {
		key, err := wallet(i)
		if err != nil {
			return fmt.Errorf("making a wallet: %w", err)
		}
		subjects[i], err = SubjectOf(names[i], key, s.Domain)
		return err
	})
	if err != nil {
		return err
	}
	for i := range subjects {
		if err := s.Roster.Add(subjects[i].Name, subjects[i].Pseudonym, subjects[i].ProofKey.Public(),
			random); err != nil {
			return err
		}
	}
	s.Subjects = append(s.Subjects, subjects...)
	return nil
}

// SubjectOf derives the pseudonym and the proof key of a wallet in a domain, as the consent page does.
func SubjectOf(name string, wallet *ecdsa.PrivateKey, domain common.Hash) (Subject, error) {
	return SubjectAt(Site, name, wallet, domain)
}

// SubjectAt is SubjectOf for the page of a site.
func SubjectAt(site, name string, wallet *ecdsa.PrivateKey, domain common.Hash) (Subject, error) {
	message, err := pseudonym.Message(site)
	if err != nil {
		return Subject{}, err
	}
	digest := pseudonym.MessageDigest(message)
	first, err := signature.Sign(digest, wallet)
	if err != nil {
		return Subject{}, err
	}
	second, err := signature.Sign(digest, wallet)
	if err != nil {
		return Subject{}, err
	}
	seed, err := pseudonym.FromNewWallet(crypto.PubkeyToAddress(wallet.PublicKey), site, first, second)
	if err != nil {
		return Subject{}, err
	}
	own, err := seed.Key(domain, pseudonym.Oneself)
	if err != nil {
		return Subject{}, err
	}
	proof, err := seed.ProofKey(domain, pseudonym.Oneself)
	if err != nil {
		return Subject{}, err
	}
	return Subject{Name: name, Wallet: wallet, Key: own, Pseudonym: crypto.PubkeyToAddress(own.PublicKey),
		ProofKey: proof}, nil
}

// Consent is what a subject agrees to. The zero value of a field means the usual: all kinds, a year, any private use.
type Consent struct {
	Purposes purpose.Set
	Kinds    kind.Set
	Exact    bool
	Class    budget.Class
	Until    day.Day
	Nonce    uint64
	// Conditions are what the subject asks of the policy.
	Conditions condition.Conditions
}

// basis is what a subject signs on, who has a nonce on record or none: policy version 1, on any promise.
func (s *Story) basis(who Subject) *client.GrantBasis {
	return &client.GrantBasis{Dataset: s.Dataset, Ledger: s.Ledger, Pseudonym: who.Pseudonym, PolicyVersion: 1,
		Time: uint64(s.Now().Unix())}
}

// Grant is a subject's signed grant of a consent, for policy version 1.
func (s *Story) Grant(who Subject, c Consent) (grant.Signed, error) {
	circumstances, err := grant.NewCircumstances("en", false, rand.Reader)
	if err != nil {
		return grant.Signed{}, err
	}
	r := client.GrantRequest{
		Purposes: c.Purposes, Kinds: c.Kinds, Exact: c.Exact, Class: c.Class, Conditions: &c.Conditions,
		NotBefore: day.Of(uint64(s.Now().Unix())) - 1, Expiry: c.Until, Circumstances: circumstances,
		At: time.UnixMilli(int64(c.Nonce)),
	}
	if r.Purposes == 0 {
		r.Purposes = purpose.SetOf(purpose.FairnessAudit)
	}
	if r.Class == 0 {
		r.Class = budget.UnlimitedClass
	}
	g, err := s.basis(who).Grant(r)
	if err != nil {
		return grant.Signed{}, err
	}
	return g.Sign(s.Client.LedgerDomain(s.Ledger), who.Key)
}

// Revocation is a subject's signed revocation.
func (s *Story) Revocation(who Subject, nonce uint64) (grant.Signed, error) {
	g, err := s.basis(who).Revocation(time.UnixMilli(int64(nonce)))
	if err != nil {
		return grant.Signed{}, err
	}
	return g.Sign(s.Client.LedgerDomain(s.Ledger), who.Key)
}

// Enrol collects a grant from each of the subjects and has the enroller record them. progress may be nil.
func (s *Story) Enrol(ctx context.Context, who []Subject, c Consent, progress func(done int)) error {
	return s.record(ctx, who, true, func(w Subject) (grant.Signed, error) { return s.Grant(w, c) }, progress)
}

// Revoke collects a revocation from each of the subjects and records them.
func (s *Story) Revoke(ctx context.Context, who []Subject, nonce uint64) error {
	return s.record(ctx, who, false, func(w Subject) (grant.Signed, error) { return s.Revocation(w, nonce) }, nil)
}

func (s *Story) record(ctx context.Context, who []Subject, enrol bool, sign func(Subject) (grant.Signed, error),
	progress func(int)) error {
	signed := make([]grant.Signed, len(who))
	err := parallel.Each(len(who), func(i int) (err error) {
		signed[i], err = sign(who[i])
		return err
	})
	if err != nil {
		return err
	}
	return s.Client.Batch(ctx, s.Custodian, s.Ledger, signed, enrol, progress)
}

// Post posts a job as a researcher.
func (s *Story) Post(ctx context.Context, researcher *account.Account, k kind.Kind, parameters []byte, how job.Release,
	rho budget.Rho, key sealed.PrivateKey) (common.Hash, error) {
	draft, err := s.Draft(ctx, researcher.Address(), k, parameters, how, rho, key)
	if err != nil {
		return common.Hash{}, err
	}
	return s.Client.Post(ctx, researcher, draft)
}

// Draft is a job on the dataset as it is now, which the market judges.
func (s *Story) Draft(ctx context.Context, researcher common.Address, k kind.Kind, parameters []byte, how job.Release,
	rho budget.Rho, key sealed.PrivateKey) (*client.Draft, error) {
	return s.Client.NewUncheckedJob(ctx, client.JobRequest{
		Dataset: s.Dataset, Kind: k, Parameters: parameters, Release: how, Rho: rho, Purpose: purpose.FairnessAudit,
		Recipient: condition.Institute, Researcher: researcher, ResultKey: key.PublicKey(), Wait: time.Hour,
		Nonce: uint64(s.Now().UnixNano()),
	})
}

// Approve signs and records the custodian's approval of a job.
func (s *Story) Approve(ctx context.Context, id common.Hash) error {
	a, err := job.Approval{Job: id, Expiry: uint64(s.Now().Add(time.Hour).Unix())}.Sign(s.Client.MarketDomain(),
		s.CustodianKey)
	if err != nil {
		return err
	}
	_, err = s.Client.Approve(ctx, s.Custodian, a)
	return err
}
