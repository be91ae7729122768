package enginetest

import (
	"testing"
	"time"

	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/protocol/grant"
	"github.com/assent-network/assent/protocol/layout"
)

// Grants that end by their own date have no transaction of their own. The chain takes the day for a narrowing all the
// same: the charge is refused, a rerun is let, and readers of the state see it once a market has recorded it.
func TestConsentThatEnds(t *testing.T) {
	c := newChain(t)
	carol := key(t, "carol")
	g := c.grant(carol, 1).Grant
	g.Expiry = today + 1
	signed, err := g.Sign(c.domain(c.ledger), carol)
	if err != nil {
		t.Fatal(err)
	}
	enrol(c, signed)
	job := c.approved()
	evening := time.Unix((today+1)*86400, 0).Add(-10 * time.Minute)
	c.pass(evening.Sub(time.Unix(int64(c.block.Time), 0)))
	job.claim()
	job.release()
	recorded := func() uint64 {
		return layout.Field(8).Uint(c.slot(c.ledger, layout.ConsentLastNarrowedSlot()))
	}
	narrowed := func() uint64 {
		n, err := c.consent.UnpackLastNarrowed(c.call(c.ledger, c.consent.PackLastNarrowed()))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	same(t, "narrowed in the evening", narrowed(), uint64(0))

	c.pass(11 * time.Minute)
	same(t, "the charge", job.chargeRefused(), &bindings.JobMarketJobConsentNarrowed{
		Job: job.id, ConsentRound: job.claimRound, LastNarrowed: c.block.Number,
	})
	same(t, "recorded by a call that was refused", recorded(), uint64(0))
	c.send(c.operator, c.at.Market.Address, nil, c.market.PackRerun(job.id, job.claimRound, job.claimRound))
	same(t, "recorded by the rerun", recorded(), c.block.Number)
	same(t, "narrowed", narrowed(), c.block.Number)

	batch := grant.AppendItem(nil, c.grant(carol, 2)) // she consents again, which narrows nothing
	c.send(c.researcher, c.ledger, nil, c.consent.PackGrantBatch(batch))
	same(t, "narrowed once", narrowed(), recorded())
}
