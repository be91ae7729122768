package worker

import (
	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/grant"
)

// cohort are the people who count for a job. Their rows are found by the person and not by the pseudonym: the data may
// know a person by one that was left since. Of a person whom the data know by several, the rows of the first count, so
// that no one's influence is larger than one person's.
type cohort struct {
	state *consent.State
	worn  map[common.Address]common.Address // by origin: what the person wears now
	rows  map[common.Address]common.Address // by origin: what the data know the person by, as far as they were read
}

func newCohort(state *consent.State, terms grant.Terms) *cohort {
	p := &cohort{state: state, worn: make(map[common.Address]common.Address),
		rows: make(map[common.Address]common.Address)}
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

// members are the pseudonyms whose rows can count.
func (p *cohort) members() []compute.Member {
	var members []compute.Member
	people := make(map[common.Address]uint32, len(p.worn)) // by origin
	for r := range p.state.Records() {
		if _, live := p.worn[r.Entry.Origin]; !live || !r.Entry.Enrolled {
			continue
		}
		person, known := people[r.Entry.Origin]
		if !known {
			person = uint32(len(people))
			people[r.Entry.Origin] = person
		}
		members = append(members, compute.Member{Pseudonym: r.Pseudonym, Person: person})
	}
	return members
}

// take notes whose rows count by what an engine says of each in the roster. It says nonsense if it counts a person who
// is not live, or a person twice.
func (p *cohort) take(roster []dataset.RosterEntry, counts []bool) error {
	if len(counts) != len(roster) {
		return compute.ErrEnded
	}
	for i, counted := range counts {
		if counted && !p.counts(roster[i].Pseudonym) {
			return compute.ErrEnded
		}
	}
	return nil
}

// used are the pseudonyms whose rows count.
func (p *cohort) used() map[common.Address]bool {
	used := make(map[common.Address]bool, len(p.rows))
	for _, row := range p.rows {
		used[row] = true
	}
	return used
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
