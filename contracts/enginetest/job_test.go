package enginetest

import (
	"math"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/contracts/solidity"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/receipt"
)

// running is a job on its way.
type running struct {
	*chain
	id         common.Hash
	claimRound uint64
}

// approved posts and approves a job, with two subjects who consent.
func (c *chain) approved() *running {
	c.t.Helper()
	batch := grant.AppendItem(grant.AppendItem(nil, c.grant(key(c.t, "alice"), 1)), c.grant(key(c.t, "bob"), 1))
	c.send(c.enroller, c.ledger, nil, c.consent.PackEnrolBatch(batch))
	parameters := []byte("{}")
	spec := c.spec(parameters)
	spec.Deadline = c.block.Time + 60*86400
	id := spec.ID(c.domain(c.at.Market.Address))
	c.send(c.researcher, c.at.Market.Address, spec.Fee.Big(), c.posting(spec, parameters))
	approval, err := job.Approval{Job: id, Expiry: spec.Deadline}.Sign(c.domain(c.at.Market.Address), c.custodian)
	if err != nil {
		c.t.Fatal(err)
	}
	c.send(c.researcher, c.at.Market.Address, nil,
		c.market.PackApprove(id, approval.Expiry, approval.Signature[:]))
	return &running{chain: c, id: id}
}

func (r *running) claiming() []byte { return r.market.PackClaim(r.id, r.enclave.Address()) }

func (r *running) claim() {
	r.t.Helper()
	r.send(r.operator, r.at.Market.Address, bond(), r.claiming())
	r.claimRound = r.block.Number
}

func (r *running) claimRefused() any {
	r.t.Helper()
	return r.refused(r.operator, r.at.Market.Address, bond(), r.claiming())
}

func (r *running) releasing() []byte {
	return r.market.PackRecordRelease(r.id, r.enclave.Address(), r.claimRound, math.MaxUint64, math.MaxUint64)
}

func (r *running) release() {
	r.t.Helper()
	r.send(r.broker, r.at.Market.Address, nil, r.releasing())
}

func (r *running) releaseRefused() any {
	r.t.Helper()
	return r.refused(r.broker, r.at.Market.Address, nil, r.releasing())
}

func (r *running) charging() []byte {
	return r.market.PackCharge(r.id, r.claimRound, solidity.FromCharge(receipt.Charge{
		Inputs: common.Hash{30}, ConsentRound: r.claimRound, ConsentRoot: common.Hash{31},
		SubjectsRoot: common.Hash{32}, LiveSubjects: 2,
		Rho: 1234, Delta: 56, Moment: r.block.Time, Noise: common.Hash{34},
	}))
}

func (r *running) charge() {
	r.t.Helper()
	r.send(r.operator, r.at.Market.Address, nil, r.charging())
}

func (r *running) handingOver() []byte {
	return r.market.PackHandOver(r.id, r.enclave.Address(), r.enclave.Address(), r.claimRound)
}

func (r *running) handOver() {
	r.t.Helper()
	r.send(r.broker, r.at.Market.Address, nil, r.handingOver())
}

func (r *running) handOverRefused() any {
	r.t.Helper()
	return r.refused(r.broker, r.at.Market.Address, nil, r.handingOver())
}

func (r *running) chargeRefused() any {
	r.t.Helper()
	return r.refused(r.operator, r.at.Market.Address, nil, r.charging())
}

// steps are those of a job that need an enclave with a quote that holds: how to get there, and how the step is refused.
var steps = []struct {
	name    string
	before  func(*running)
	refused func(*running) any
	step    func(*running)
}{
	{"claim", func(*running) {}, (*running).claimRefused, (*running).claim},
	{"release", (*running).claim, (*running).releaseRefused, (*running).release},
	{"charge", func(r *running) { r.claim(); r.release() }, (*running).chargeRefused, (*running).charge},
	{"hand over", func(r *running) { r.claim(); r.release(); r.charge() }, (*running).handOverRefused,
		(*running).handOver},
}
