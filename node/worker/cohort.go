package worker

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/grant"
)

// cohort are the people who count for a job. Their rows are found by the person and not by the pseudonym: the data may know somebody by
// one that was left since. Of a person whom the data know by several, the rows of the first count, so that nobody's influence
// is larger than one person's.
type cohort struct {
	state *consent.State
	worn  map[common.Address]common.Address // by origin: what the person wears now
	rows  map[common.Address]common.Address // by origin: what the data know the person by, as far as they were read
}

func newCohort(state *consent.State, terms grant.Terms) *cohort {
	p := &cohort{state: state, worn: make(map[common.Address]common.Address), rows: make(map[common.Address]common.Address)}
	for r := range state.Live(terms) {
		p.worn[r.Entry.Origin] = r.Pseudonym
	}
	return p
}

// counts reports whether a row counts.
func (p *cohort) counts(row common.Address) bool {
	e, ok := p.state.Entry(row)
	if !ok || !e.Enrolled {
		return false
	}
	if _, live := p.worn[e.Origin]; !live {
		return false
	}
	known, ok := p.rows[e.Origin]
	if !ok {
		p.rows[e.Origin], known = row, row
	}
	return known == row
}

// names are one pseudonym for each person: what the data know them by, or else what they wear now.
func (p *cohort) names() map[common.Address]bool {
	names := make(map[common.Address]bool, len(p.worn))
	for origin, name := range p.worn {
		if known, ok := p.rows[origin]; ok {
			name = known
		}
		names[name] = true
	}
	return names
}
