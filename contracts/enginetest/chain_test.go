package enginetest

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"errors"
	"math/big"
	"reflect"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs"
	"github.com/oasisprotocol/oasis-core/go/storage/mkvs/node"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/contracts/deploy"
	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/amount"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/eip712"
	"github.com/assent-network/assent/protocol/feed"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/layout"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/purpose"
	"github.com/assent-network/assent/protocol/trustroot"
	"github.com/assent-network/assent/runtime/attestation"
	"github.com/assent-network/assent/runtime/evm"
	"github.com/assent-network/assent/tee/insecure"
)

const (
	chainID = 42334
	now     = 1_800_000_000
	today   = now / 86400
)

func bond() *big.Int { return big.NewInt(1000) }

// chain is an engine with the contracts and one dataset, and everyone's keys.
type chain struct {
	t      testing.TB
	engine *evm.Engine
	tree   mkvs.Tree
	block  evm.Block
	at     deploy.Contracts
	id     common.Hash
	ledger common.Address

	registry   *bindings.DatasetRegistry
	consent    *bindings.ConsentLedger
	collateral *bindings.CollateralRegistry
	workers    *bindings.WorkerRegistry
	market     *bindings.JobMarket

	fed []feed.Entry // what events say of the feeds

	network
	custodian, enroller, broker, researcher, operator, governor *ecdsa.PrivateKey
}

func key(t testing.TB, name string) *ecdsa.PrivateKey {
	t.Helper()
	k, err := crypto.ToECDSA(crypto.Keccak256([]byte("assent engine test: " + name)))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func addr(k *ecdsa.PrivateKey) common.Address { return crypto.PubkeyToAddress(k.PublicKey) }

// newChain deploys the contracts, registers a dataset with one version, posts collateral and registers a worker.
func newChain(t testing.TB) *chain {
	t.Helper()
	c := deployTo(t, newNetwork(t))
	c.knowLaterEvaluations()
	c.post(insecure.Terms{})
	c.register(c.enclave, c.operator, c.evidence(c.enclave, c.operator))
	return c
}

// deployTo deploys the contracts to a chain of a network and registers a dataset with one version. There is no
// collateral, and no worker.
func deployTo(t testing.TB, n network) *chain {
	t.Helper()
	c := &chain{
		t: t, network: n,
		engine: evm.New(evm.Config{
			ChainID: n.chainID, Precompiles: vm.PrecompiledContracts{attestation.Address: attestation.New(n.roots)},
		}),
		tree:     mkvs.New(nil, nil, node.RootTypeState, mkvs.Capacity(0, 0)),
		block:    evm.Block{Number: 10, Time: n.time, GasLimit: 1_000_000_000},
		registry: bindings.NewDatasetRegistry(), consent: bindings.NewConsentLedger(),
		collateral: bindings.NewCollateralRegistry(), workers: bindings.NewWorkerRegistry(),
		market:    bindings.NewJobMarket(),
		custodian: key(t, "custodian"), enroller: key(t, "enroller"), broker: key(t, "broker"),
		researcher: key(t, "researcher"), operator: key(t, "operator"), governor: key(t, "governor"),
	}
	t.Cleanup(c.tree.Close)
	for _, k := range []*ecdsa.PrivateKey{c.researcher, c.operator} {
		if err := evm.TreeAccounts(context.Background(), c.tree).SetBalance(addr(k), uint256.NewInt(1e18)); err != nil {
			t.Fatal(err)
		}
	}

	deployer := key(t, "deployer")
	c.at = deploy.At(addr(deployer), 0)
	for i, part := range []struct {
		meta *bind.MetaData
		args []byte
		at   trustroot.Contract
	}{
		{&bindings.ConsentLedgerFactoryMetaData, nil, c.at.Ledgers},
		{&bindings.DatasetRegistryMetaData, c.registry.PackConstructor(c.at.Ledgers.Address, 3600), c.at.Registry},
		{&bindings.CollateralRegistryMetaData, nil, c.at.Collateral},
		{&bindings.WorkerRegistryMetaData, c.workers.PackConstructor(addr(c.governor), c.runtime,
			c.at.Collateral.Address), c.at.Workers},
		{&bindings.BudgetLedgerMetaData, bindings.NewBudgetLedger().PackConstructor(c.at.Registry.Address),
			c.at.Budget},
		{&bindings.JobStepsMetaData, nil, c.at.Steps},
		{&bindings.JobEndsMetaData, nil, c.at.Ends},
		{&bindings.JobMarketMetaData, c.market.PackConstructor(c.at.Registry.Address, c.at.Workers.Address,
			c.at.Budget.Address, bond(), 600), c.at.Market},
	} {
		code := append(c.at.Link(part.meta), part.args...)
		res := c.execute(evm.Message{From: addr(deployer), Data: code, GasLimit: 10_000_000})
		if res.Err != nil || res.Created != part.at.Address {
			t.Fatalf("contract %d: created at %s, want %s, %v", i, res.Created, part.at.Address, res.Err)
		}
	}

	p := c.policy()
	c.send(c.custodian, c.at.Registry.Address, nil, c.registry.PackRegister(bindings.IDatasetRegistryRegistration{
		Name: "heart", Open: true,
	}, solidity.FromPolicy(p)))
	c.id = dataset.ID(c.chainID, c.at.Registry.Address, addr(c.custodian), "heart")
	var err error
	if c.ledger, err = c.registry.UnpackLedgerOf(
		c.call(c.at.Registry.Address, c.registry.PackLedgerOf(c.id))); err != nil {
		t.Fatal(err)
	}
	v := c.version()
	c.send(c.custodian, c.at.Registry.Address, nil, c.registry.PackAddVersion(c.id, solidity.FromVersion(v)))
	return c
}

func (c *chain) policy() policy.Policy {
	v := c.version()
	p := policy.Policy{
		Promise: policy.Promise{
			Controller: addr(c.custodian), Purposes: purpose.SetOf(purpose.HealthResearch, purpose.FairnessAudit),
			Kinds:        kind.All,
			AllowPrivate: true, Schema: v.Schema, Datasheet: v.Datasheet, MinCohort: 2, RhoLimit: 1_000_000,
			MaxConsentAge: 100,
			DeltaLimit:    1_000_000_000, Spenders: []common.Address{c.at.Market.Address},
		},
		Means: policy.Means{
			Broker: addr(c.broker), Enroller: addr(c.enroller), Measurements: []common.Hash{c.measurement()},
			TrustRoots: []common.Hash{c.root.ID()},
		},
		Service: policy.Service{Price: amount.FromUint64(10), ClaimTimeout: 600, JobTimeout: 3600, OpenTimeout: 600,
			MaxReruns: 2},
	}
	if err := p.Validate(); err != nil {
		c.t.Fatal(err)
	}
	return p
}

func (c *chain) version() dataset.Version {
	return dataset.Version{
		ContentRoot: common.Hash{10}, Schema: common.Hash{11}, Datasheet: common.Hash{12}, Mock: common.Hash{13},
		RosterRoot: common.Hash{14}, URI: "https://example.org/heart.age",
	}
}

// domain is that of what the contract at an address checks.
func (c *chain) domain(at common.Address) eip712.Domain {
	return eip712.Domain{ChainID: c.chainID, Contract: at}
}

// grant is a subject's signed grant.
func (c *chain) grant(k *ecdsa.PrivateKey, nonce uint64) grant.Signed {
	c.t.Helper()
	s, err := grant.Grant{
		Dataset: c.id, Pseudonym: addr(k), PolicyVersion: 1, Purposes: purpose.SetOf(purpose.HealthResearch),
		Kinds: kind.SetOf(kind.Query, kind.Fairness), Conditions: condition.Public, Expiry: today + 30,
		EpsilonClass:  budget.Class(3),
		Circumstances: common.Hash{19}, Nonce: nonce, SubmitBefore: now + 1e5,
	}.Sign(c.domain(c.ledger), k)
	if err != nil {
		c.t.Fatal(err)
	}
	return s
}

func (c *chain) spec(parameters []byte) job.Spec {
	return job.Spec{
		Kind: 1, Program: common.Hash{20}, Parameters: crypto.Keccak256Hash(parameters), Dataset: c.id,
		DatasetVersion: 1,
		PolicyVersion:  1, Purpose: purpose.HealthResearch, Release: job.Private, Rho: 1234, Delta: 56,
		Researcher:    addr(c.researcher),
		ResearcherKey: crypto.Keccak256Hash(researcherKey()), Deadline: now + 1e5, Fee: amount.FromUint64(500),
		Nonce: 1,
	}
}

// researcherKey is as long as a hybrid key with its KEM.
func researcherKey() []byte { return bytes.Repeat([]byte{0x64}, 1218) }

// posting is the call that posts a job.
func (c *chain) posting(s job.Spec, parameters []byte) []byte {
	return c.market.PackPost(solidity.FromSpec(s), parameters, researcherKey())
}

// execute runs a message in a block of its own.
func (c *chain) execute(msg evm.Message) *evm.Result {
	c.t.Helper()
	c.block.Number++
	c.block.Time++
	res, err := c.engine.Execute(context.Background(), c.tree, c.block, msg)
	if err != nil {
		c.t.Fatal(err)
	}
	return res
}

// send runs a call that has to succeed and returns its events.
func (c *chain) send(from *ecdsa.PrivateKey, to common.Address, value *big.Int, data []byte) []*types.Log {
	c.t.Helper()
	res := c.execute(c.message(from, to, value, data))
	if res.Err != nil {
		c.t.Fatalf("call of %s: %v", to, c.why(res.Err))
	}
	for _, l := range res.Logs {
		if e, err := c.market.UnpackFeedAppendedEvent(l); err == nil {
			c.fed = append(c.fed, feed.Entry{
				Number: e.Number, Kind: feed.Kind(e.Kind), Dataset: e.Dataset, Job: e.Job, Subject: e.Subject,
				Round: c.block.Number,
			})
		}
	}
	return res.Logs
}

// refused runs a call that has to fail and returns the contract's error.
func (c *chain) refused(from *ecdsa.PrivateKey, to common.Address, value *big.Int, data []byte) any {
	c.t.Helper()
	res := c.execute(c.message(from, to, value, data))
	if res.Err == nil {
		c.t.Fatalf("call of %s succeeded", to)
	}
	return c.why(res.Err)
}

func (c *chain) message(from *ecdsa.PrivateKey, to common.Address, value *big.Int, data []byte) evm.Message {
	msg := evm.Message{From: addr(from), To: &to, Data: data, GasLimit: 100_000_000}
	if value != nil {
		msg.Value = uint256.MustFromBig(value)
	}
	return msg
}

// why decodes a contract's error with the bindings.
func (c *chain) why(err error) any {
	var revert *evm.RevertError
	if !errors.As(err, &revert) {
		return err
	}
	for _, unpack := range []func([]byte) (any, error){
		c.market.UnpackError, c.registry.UnpackError, c.consent.UnpackError, c.workers.UnpackError,
		bindings.NewBudgetLedger().UnpackError,
		c.collateral.UnpackError, bindings.NewIAttestation().UnpackError,
	} {
		if known, err := unpack(revert.Data); err == nil {
			return known
		}
	}
	return err
}

func (c *chain) call(to common.Address, data []byte) []byte {
	c.t.Helper()
	res, err := c.engine.Call(context.Background(), c.tree, c.block,
		evm.Message{To: &to, Data: data, GasLimit: 100_000_000})
	if err != nil || res.Err != nil {
		c.t.Fatalf("call of %s: %v %v", to, err, c.why(res.Err))
	}
	return res.Return
}

// slot reads a storage slot from the tree, as an auditor does.
func (c *chain) slot(at common.Address, slot layout.Word) layout.Word {
	c.t.Helper()
	value, err := c.tree.Get(context.Background(), layout.StorageKey(layout.Address(at), slot))
	if err != nil {
		c.t.Fatal(err)
	}
	if value == nil {
		return layout.Word{}
	}
	if len(value) != 32 {
		c.t.Fatalf("slot %s of %s holds %d bytes", slot, at, len(value))
	}
	return layout.Word(value)
}

// stored is a key of the state with its value.
type stored struct{ Key, Value []byte }

// stored reads the whole range of keys with a prefix, in order.
func (c *chain) stored(prefix []byte) (all []stored) {
	c.t.Helper()
	it := c.tree.NewIterator(context.Background())
	defer it.Close()
	for it.Seek(prefix); it.Valid() && bytes.HasPrefix(it.Key(), prefix); it.Next() {
		all = append(all, stored{bytes.Clone(it.Key()), bytes.Clone(it.Value())})
	}
	if err := it.Err(); err != nil {
		c.t.Fatal(err)
	}
	return all
}

func (c *chain) balance(k *ecdsa.PrivateKey) *big.Int {
	c.t.Helper()
	b, err := evm.TreeAccounts(context.Background(), c.tree).Balance(addr(k))
	if err != nil {
		c.t.Fatal(err)
	}
	return b.ToBig()
}

// same fails unless two values are equal.
func same(t testing.TB, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
