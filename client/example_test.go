package client_test

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/purpose"
)

func ExampleDial() {
	// The network's file names the gateway, the chain and the contracts: see package chain/network.
	_, err := client.Dial(context.Background(), "http://127.0.0.1:1", 42334, solidity.Addresses{})
	fmt.Println(errors.Is(err, client.ErrUnreachable))
	// Output: true
}

func ExampleClient_Now() {
	n := onNetwork()
	defer n.Close()
	now, err := n.Client.Now(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	d, err := now.Dataset(context.Background(), n.Dataset)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(d.Name, "has version", d.Version)
	// Output: study has version 1
}

func ExampleClient_RegisterDataset() {
	n := onNetwork()
	defer n.Close()
	p := publish.PolicyTemplate()
	p.Controller, p.Enroller = n.Custodian.Address(), n.Custodian.Address()
	p.Broker = n.Relayer.Address() // who decides on keys
	p.Spenders = []common.Address{n.Client.Contracts().JobMarket}
	p.Schema = common.Hash{1} // root of the schemas of its tables, see publish.SchemaRoot
	p.Measurements, p.TrustRoots = []common.Hash{{2}}, []common.Hash{{3}}
	r, err := n.Client.RegisterDataset(context.Background(), n.Custodian, client.Registration{Name: "survey"}, p)
	if err != nil {
		log.Fatal(err)
	}
	c := n.Client
	fmt.Println(r.Dataset == dataset.ID(c.ChainID(), c.Contracts().DatasetRegistry, n.Custodian.Address(), "survey"))
	// Output: true
}

func ExampleClient_AddVersion() {
	n := onNetwork()
	defer n.Close()
	now, err := n.Client.Now(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	// publish.VersionOf makes it of a published folder.
	number, err := n.Client.AddVersion(context.Background(), n.Custodian, n.Dataset, dataset.Version{
		ContentRoot: common.Hash{1}, Schema: common.Hash{2}, RosterRoot: common.Hash{3}, AsOf: now.Round.Number,
		URI: "https://data.example.org/study",
	})
	fmt.Println(number, err)
	// Output: 2 <nil>
}

func ExampleClient_SetPolicy() {
	n := onNetwork()
	defer n.Close()
	now, err := n.Client.Now(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	p, err := now.Policy(context.Background(), n.Dataset, 1)
	if err != nil {
		log.Fatal(err)
	}
	p.MinCohort = 10 // stricter, so that it is in effect at once
	change, err := n.Client.SetPolicy(context.Background(), n.Custodian, n.Dataset, p)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("version", change.Version, change.EffectiveFrom <= uint64(n.now.Unix()))
	// Output: version 2 true
}

func ExampleClient_Stop() {
	n := onNetwork()
	defer n.Close()
	if _, err := n.Client.Stop(context.Background(), n.Custodian, n.Dataset); err != nil {
		log.Fatal(err)
	}
	_, err := n.Client.NewJob(context.Background(), n.request())
	fmt.Println(errors.Is(err, client.ErrDatasetStopped))
	if _, err := n.Client.Resume(context.Background(), n.Custodian, n.Dataset); err != nil {
		log.Fatal(err)
	}
	_, err = n.Client.NewJob(context.Background(), n.request())
	fmt.Println(err)
	// Output:
	// true
	// <nil>
}

func ExampleClient_RetireVersion() {
	n := onNetwork()
	defer n.Close()
	if _, err := n.Client.RetireVersion(context.Background(), n.Custodian, n.Dataset, 1); err != nil {
		log.Fatal(err)
	}
	_, err := n.Client.NewJob(context.Background(), n.request())
	fmt.Println(errors.Is(err, client.ErrNotInUse))
	// Output: true
}

func ExampleClient_OfferCustody() {
	n := onNetwork()
	defer n.Close()
	other := n.Researcher
	if _, err := n.Client.OfferCustody(context.Background(), n.Custodian, n.Dataset, other.Address()); err != nil {
		log.Fatal(err)
	}
	change, err := n.Client.AcceptCustody(context.Background(), other, n.Dataset)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("policy version", change.Version)
	// Output: policy version 2
}

func ExampleClient_GrantBasis() {
	n := onNetwork()
	defer n.Close()
	now, err := n.Client.Now(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	basis, err := n.Client.GrantBasis(context.Background(), now, n.Dataset, n.Subject.Pseudonym)
	if err != nil {
		log.Fatal(err)
	}
	circumstances, err := grant.NewCircumstances("en", false, rand.Reader) // which the subject keeps
	if err != nil {
		log.Fatal(err)
	}
	g, err := basis.Grant(client.GrantRequest{
		Purposes: purpose.SetOf(purpose.HealthResearch).Closure(), Class: budget.UnlimitedClass,
		Circumstances: circumstances, At: n.now,
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(g.Purposes, g.Kinds, uint32(g.Expiry-g.NotBefore), "days")
	// Output: HMB,DS,MDS query,fairness 365 days
}

func ExampleClient_Grant() {
	n := onNetwork()
	defer n.Close()
	now, err := n.Client.Now(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	basis, err := n.Client.GrantBasis(context.Background(), now, n.Dataset, n.Subject.Pseudonym)
	if err != nil {
		log.Fatal(err)
	}
	revocation, err := basis.Revocation(n.now)
	if err != nil {
		log.Fatal(err)
	}
	signed, err := revocation.Sign(n.Client.LedgerDomain(n.Ledger), n.SubjectKey)
	if err != nil {
		log.Fatal(err)
	}
	// A relayer pays for the transaction and learns nothing that it could use.
	if _, err := n.Client.Grant(context.Background(), n.Relayer, n.Ledger, signed); err != nil {
		log.Fatal(err)
	}
	entry, err := n.Client.Entry(context.Background(), n.Ledger, n.Subject.Pseudonym)
	fmt.Println(entry.Purposes == 0, err)
	// Output: true <nil>
}

func ExampleClient_Enrol() {
	n := onNetwork()
	defer n.Close()
	subject, err := crypto.GenerateKey() // pseudonym.Seed.Key derives it from a wallet
	if err != nil {
		log.Fatal(err)
	}
	pseudonym := crypto.PubkeyToAddress(subject.PublicKey)
	// The enroller knows the subject and signs a ticket.
	ticket, err := grant.Ticket{Dataset: n.Dataset, Pseudonym: pseudonym, ProofKey: n.Subject.ProofKey.Public(),
		Expiry: uint64(n.now.Add(time.Hour).Unix())}.Sign(n.SignsGrants, n.story.CustodianKey)
	if err != nil {
		log.Fatal(err)
	}
	now, err := n.Client.Now(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	basis, err := n.Client.GrantBasis(context.Background(), now, n.Dataset, pseudonym)
	if err != nil {
		log.Fatal(err)
	}
	circumstances, err := grant.NewCircumstances("en", false, rand.Reader)
	if err != nil {
		log.Fatal(err)
	}
	g, err := basis.Grant(client.GrantRequest{Purposes: purpose.SetOf(purpose.FairnessAudit),
		Class: budget.UnlimitedClass, Circumstances: circumstances, At: n.now})
	if err != nil {
		log.Fatal(err)
	}
	signed, err := g.Sign(n.SignsGrants, subject)
	if err != nil {
		log.Fatal(err)
	}
	_, err = n.Client.Enrol(context.Background(), n.Relayer, n.Ledger, grant.Enrolment{Grant: signed, Ticket: ticket})
	fmt.Println(err)
	// Output: <nil>
}

func ExampleClient_Batch() {
	n := onNetwork()
	defer n.Close()
	newer, err := n.story.Revocation(n.story.Subjects[0], 2)
	if err != nil {
		log.Fatal(err)
	}
	older, err := n.story.Revocation(n.story.Subjects[1], 1) // a nonce that was used
	if err != nil {
		log.Fatal(err)
	}
	err = n.Client.Batch(context.Background(), n.Relayer, n.Ledger, []grant.Signed{newer, older}, false, nil)
	var refused *client.RefusedError
	if errors.As(err, &refused) {
		fmt.Println(refused.Applied, "recorded; refused:", refused.Items[0].Reason)
	}
	// Output: 1 recorded; refused: nonce not newer
}

func ExampleClient_Rotate() {
	n := onNetwork()
	defer n.Close()
	next, err := crypto.GenerateKey()
	if err != nil {
		log.Fatal(err)
	}
	now, err := n.Client.Now(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	basis, err := n.Client.GrantBasis(context.Background(), now, n.Dataset, n.Subject.Pseudonym)
	if err != nil {
		log.Fatal(err)
	}
	rotation, err := basis.Rotation(crypto.PubkeyToAddress(next.PublicKey), n.now)
	if err != nil {
		log.Fatal(err)
	}
	signed, err := rotation.Sign(n.SignsGrants, n.SubjectKey, next)
	if err != nil {
		log.Fatal(err)
	}
	_, err = n.Client.Rotate(context.Background(), n.Relayer, n.Ledger, signed)
	fmt.Println(err)
	// Output: <nil>
}

func ExampleClient_RevokeFor() {
	n := onNetwork()
	defer n.Close()
	revoked, err := n.Client.RevokeFor(context.Background(), n.Custodian, n.Ledger,
		[]common.Address{n.Subject.Pseudonym})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(revoked), "revoked, enrolled before:", revoked[0].Enrolled)
	// Output: 1 revoked, enrolled before: true
}

func ExampleClient_People() {
	n := onNetwork()
	defer n.Close()
	now, err := n.Client.Now(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	enrolled, live, err := n.Client.People(context.Background(), now, n.Dataset)
	fmt.Println(enrolled, live, err)
	// Output: 2 2 <nil>
}

func ExampleClient_NewJob() {
	n := onNetwork()
	defer n.Close()
	request := n.request() // what to ask of which dataset, for what purpose
	draft, err := n.Client.NewJob(context.Background(), request)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(draft.Spec.Kind, "on version", draft.Spec.DatasetVersion, "for rho", draft.Spec.Rho)

	request.Purpose = purpose.CommercialResearch
	_, err = n.Client.NewJob(context.Background(), request)
	fmt.Println(errors.Is(err, client.ErrPurposeRefused))
	// Output:
	// query on version 1 for rho 0.050000
	// true
}

func ExampleClient_NewUncheckedJob() {
	n := onNetwork()
	defer n.Close()
	request := n.request()
	request.Purpose = purpose.CommercialResearch
	draft, err := n.Client.NewUncheckedJob(context.Background(), request)
	if err != nil {
		log.Fatal(err)
	}
	_, err = n.Client.Post(context.Background(), n.Researcher, draft)
	fmt.Println(errors.Is(err, solidity.ErrJobPolicyRefuses))
	// Output: true
}

func ExampleClient_Post() {
	n := onNetwork()
	defer n.Close()
	draft, err := n.Client.NewJob(context.Background(), n.request())
	if err != nil {
		log.Fatal(err)
	}
	id, err := n.Client.Post(context.Background(), n.Researcher, draft)
	if err != nil {
		log.Fatal(err)
	}
	j, err := n.Client.Job(context.Background(), id)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(j.State())
	// Output: posted
}

func ExampleClient_Approve() {
	n := onNetwork()
	defer n.Close()
	id := n.posted()
	// Package client/custodian/review reads the question first, and makes the approval.
	approval, err := job.Approval{Job: id, Expiry: uint64(n.now.Add(time.Hour).Unix())}.
		Sign(n.Client.MarketDomain(), n.story.CustodianKey)
	if err != nil {
		log.Fatal(err)
	}
	if _, err := n.Client.Approve(context.Background(), n.Relayer, approval); err != nil { // anyone may send it
		log.Fatal(err)
	}
	j, err := n.Client.Job(context.Background(), id)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(j.State())
	// Output: approved
}

func ExampleClient_Refuse() {
	n := onNetwork()
	defer n.Close()
	id := n.posted()
	j, err := n.Client.Job(context.Background(), id)
	if err != nil {
		log.Fatal(err)
	}
	_, err = n.Client.Refuse(context.Background(), n.Custodian, id, j.Spec.Deadline+1, "ask by larger groups")
	if err != nil {
		log.Fatal(err)
	}
	why, err := n.Client.WaitingFor(context.Background(), id)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(why.For, "-", why.Why)
	// Output: cancelling - the custodian refused it: "ask by larger groups"
}

func ExampleClient_Cancel() {
	n := onNetwork()
	defer n.Close()
	id := n.posted()
	if _, err := n.Client.Cancel(context.Background(), n.Researcher, id); err != nil {
		log.Fatal(err)
	}
	j, err := n.Client.Watch(context.Background(), id, client.WatchOptions{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(j.State())
	// Output: cancelled
}

func ExampleClient_Expire() {
	n := onNetwork()
	defer n.Close()
	id := n.posted()
	n.later(25 * time.Hour) // past the job's deadline
	if _, err := n.Client.Expire(context.Background(), n.Relayer, id); err != nil {
		log.Fatal(err)
	}
	j, err := n.Client.Job(context.Background(), id)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(j.State())
	// Output: cancelled
}

func ExampleClient_Jobs() {
	n := onNetwork()
	defer n.Close()
	n.posted()
	now, err := n.Client.Now(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	jobs, err := n.Client.Jobs(context.Background(), now, n.Dataset)
	if err != nil {
		log.Fatal(err)
	}
	for _, j := range jobs {
		fmt.Printf("%s: %s\n", j.State(), j.Parameters)
	}
	// Output: posted: {"format":"assent-query/1","measures":[{"op":"count"}]}
}

func ExampleClient_CountLive() {
	n := onNetwork()
	defer n.Close()
	now, err := n.Client.Now(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	j, err := n.Client.Job(context.Background(), n.posted())
	if err != nil {
		log.Fatal(err)
	}
	count, err := n.Client.CountLive(context.Background(), now, j)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(count(0), "people consent to it,", count(1), "would to an equal one after it")
	// Output: 2 people consent to it, 2 would to an equal one after it
}

func ExampleClient_Watch() {
	n := onNetwork()
	defer n.Close()
	id := n.posted()
	j, err := n.Client.Watch(context.Background(), id, client.WatchOptions{Changed: func(now client.Change) {
		fmt.Println(now.Job.State())
		if now.Job.State() == job.Posted { // the researcher thinks better of it
			_, err := n.Client.Cancel(context.Background(), n.Researcher, id)
			if err != nil {
				log.Fatal(err)
			}
		}
	}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("ended as", j.State())
	// Output:
	// posted
	// cancelled
	// ended as cancelled
}

func ExampleClient_WaitingFor() {
	n := onNetwork()
	defer n.Close()
	why, err := n.Client.WaitingFor(context.Background(), n.posted())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("it waits for", why.For)
	// Output: it waits for approval
}

func ExampleClient_Workers() {
	n := onNetwork()
	defer n.Close()
	n.attest() // an operator starts a worker, whose enclave registers
	workers, err := n.Client.Workers(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	for _, w := range workers {
		fmt.Printf("simulated: %v, refused: %q\n", w.Simulated, w.Refused)
	}
	// Output: simulated: true, refused: ""
}

func ExampleClient_RevokeWorker() {
	n := onNetwork()
	defer n.Close()
	n.attest() // an operator starts a worker, whose enclave registers
	operator, enclave := n.Relayer, n.enclave.Address()
	if _, err := n.Client.RevokeWorker(context.Background(), operator, enclave); err != nil {
		log.Fatal(err)
	}
	w, err := n.Client.Worker(context.Background(), enclave)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(w.RevokedAt != 0, w.Refused != "")
	// Output: true true
}

func ExampleClient_Delivery() {
	n := onNetwork()
	defer n.Close()
	id := n.finished([]byte("two rows")) // a worker ran the job and sealed its result
	delivery, err := n.Client.Delivery(context.Background(), id)
	if err != nil {
		log.Fatal(err)
	}
	plain, err := delivery.Result(n.key) // the researcher's key
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s, of the data of %d people\n", plain, delivery.Receipt.Charge.LiveSubjects)
	// Output: two rows, of the data of 2 people
}

func ExampleClient_Disapprove() {
	n := onNetwork()
	defer n.Close()
	id := n.posted()
	n.must(n.story.Approve(context.Background(), id))
	j, err := n.Client.Job(context.Background(), id)
	if err != nil {
		log.Fatal(err)
	}
	if _, err := n.Client.Disapprove(context.Background(), n.Custodian, id, j.ApprovedUntil); err != nil {
		log.Fatal(err)
	}
	if j, err = n.Client.Job(context.Background(), id); err != nil {
		log.Fatal(err)
	}
	fmt.Println(j.State())
	// Output: posted
}

func ExampleClient_Refusals() {
	n := onNetwork()
	defer n.Close()
	id := n.posted()
	j, err := n.Client.Job(context.Background(), id)
	if err != nil {
		log.Fatal(err)
	}
	_, err = n.Client.Refuse(context.Background(), n.Custodian, id, j.Spec.Deadline+1, "ask by larger groups")
	if err != nil {
		log.Fatal(err)
	}
	refusals, err := n.Client.Refusals(context.Background(), j)
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range refusals {
		fmt.Println(r.Reason)
	}
	// Output: ask by larger groups
}

func ExampleClient_DatasetNames() {
	n := onNetwork()
	defer n.Close()
	names, err := n.Client.DatasetNames(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range names {
		fmt.Println(d.Name, d.Dataset == n.Dataset)
	}
	// Output: study true
}

func ExampleClient_Invite() {
	n := onNetwork()
	defer n.Close()
	founder, other := n.Custodian, n.Researcher.Address()
	// The other custodian may register one dataset whose people have the pseudonyms of the family.
	_, err := n.Client.Invite(context.Background(), founder, "heart studies", other)
	fmt.Println(err)
	_, err = n.Client.WithdrawInvitation(context.Background(), founder, "heart studies", other)
	fmt.Println(err)
	// Output:
	// <nil>
	// <nil>
}
