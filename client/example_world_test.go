package client_test

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/account"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/localnet/actors"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/result"
)

// network is what examples run on: a chain in memory with one dataset, of which two people let audits of fairness be
// made, and the accounts of its people. A program has a client of Dial instead.
type network struct {
	*waits
	tb          exampleTB
	Client      *client.Client
	Dataset     common.Hash
	Ledger      common.Address
	Custodian   *account.Account
	Researcher  *account.Account
	Relayer     *account.Account
	Subject     actors.Subject
	SubjectKey  *ecdsa.PrivateKey // of the subject's pseudonym
	SignsGrants eip712.Domain
}

// exampleTB is what an example, which has no test, gives to what wants one.
type exampleTB struct {
	testing.TB
	ends *[]func()
}

func (exampleTB) Helper()                  {}
func (exampleTB) Context() context.Context { return context.Background() }
func (exampleTB) Fatal(args ...any)        { panic(fmt.Sprint(args...)) }
func (tb exampleTB) Cleanup(end func())    { *tb.ends = append(*tb.ends, end) }

// onNetwork makes a network. Close it.
func onNetwork() *network {
	tb := exampleTB{ends: new([]func())}
	w := newWaits(tb, 2, func(p *policy.Policy) { p.RhoLimit = 500_000 })
	s := w.story
	return &network{
		waits: w, tb: tb, Client: w.client, Dataset: s.Dataset, Ledger: s.Ledger, Custodian: s.Custodian,
		Researcher: w.client.Account(w.researcher), Relayer: w.client.Account(w.operator), Subject: s.Subjects[0],
		SubjectKey: s.Subjects[0].Key, SignsGrants: w.client.LedgerDomain(s.Ledger),
	}
}

// Close frees the network.
func (n *network) Close() {
	for _, end := range *n.tb.ends {
		end()
	}
}

// request asks how many rows the dataset has, by a private release.
func (n *network) request() client.JobRequest {
	return client.JobRequest{
		Dataset: n.Dataset, Kind: kind.Query, Release: job.Private, Rho: 50_000, Purpose: purpose.FairnessAudit,
		Parameters: []byte(`{"format":"assent-query/1","measures":[{"op":"count"}]}`), Recipient: condition.Institute,
		Researcher: n.Researcher.Address(), ResultKey: n.key.PublicKey(), Nonce: 1,
	}
}

// posted posts a job that the request asks for.
func (n *network) posted() common.Hash {
	draft, err := n.Client.NewJob(context.Background(), n.request())
	n.must(err)
	id, err := n.Client.Post(context.Background(), n.Researcher, draft)
	n.must(err)
	return id
}

// finished plays a job until its result is opened.
func (n *network) finished(plain []byte) common.Hash {
	r := n.charged(n.key)
	open := opening.Key{7}
	ciphertext, commitment, err := result.Seal(n.key.PublicKey(), open, r.Job, r.Charge.StructHash(), [32]byte{1},
		plain, result.MinSize)
	n.must(err)
	r.Result, r.Ciphertext, r.Size = commitment, receipt.HashBytes(ciphertext), uint64(len(ciphertext))
	r.Opening = open.Commitment()
	signed, err := r.Sign(n.Client.MarketDomain(), n.enclave.Signing())
	n.must(err)
	market := n.contracts.Market.Address
	n.send(n.operator, market, n.market().PackSeal(r.Job, solidity.FromReceipt(r), signed.Signature[:], ciphertext))
	n.send(n.operator, market, n.market().PackOpen(r.Job, open))
	return r.Job
}
