package worker

import (
	"bytes"
	"iter"
	"maps"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/protocol/consent"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/grant"
)

var cohortTerms = grant.Terms{MinGrantVersion: 1, PolicyVersion: 1, Purpose: 3, Kind: 1, Day: 100, AsOf: 50}

// stateOf is a ledger with these entries, which are live, of people who enrolled under the origins that are given.
func stateOf(t testing.TB, origins map[common.Address]common.Address, left ...common.Address) *consent.State {
	t.Helper()
	pairs := func(word func(grant.Words) common.Hash, slot func(common.Address) common.Hash) iter.Seq2[common.Hash,
		common.Hash] {
		return func(yield func(common.Hash, common.Hash) bool) {
			for _, p := range slices.SortedFunc(maps.Keys(origins),
				func(a, b common.Address) int { return bytes.Compare(a[:], b[:]) }) {
				e := grant.Entry{Nonce: 1, PolicyVersion: 1, Enrolled: true, OriginBlock: 50, Origin: origins[p]}
				if e.Origin != p {
					e.Rotations = 1
				}
				if e.Rotated = slices.Contains(left, p); !e.Rotated {
					e.Purposes, e.Kinds, e.Expiry, e.EpsilonClass = 8, 2, 200, 6
				}
				w, err := e.Pack(p)
				if err != nil {
					t.Fatal(err)
				}
				if value := word(w); value != (common.Hash{}) && !yield(slot(p), value) {
					return
				}
			}
		}
	}
	s, err := consent.Read(pairs(func(w grant.Words) common.Hash { return w.Entry }, consent.Slot),
		pairs(func(w grant.Words) common.Hash { return w.Origin }, consent.OriginSlot))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// cohortOf are people who never rotated.
func cohortOf(t *testing.T, live ...common.Address) *cohort {
	t.Helper()
	origins := make(map[common.Address]common.Address)
	for _, p := range live {
		origins[p] = p
	}
	return newCohort(stateOf(t, origins), cohortTerms)
}

// Rows follow the person: by a pseudonym that was left, by the one of now, and by one of them only.
func TestCohort_rowsFollowThePerson(t *testing.T) {
	first, second, third, other, gone := common.Address{1}, common.Address{2}, common.Address{3}, common.Address{4},
		common.Address{5}
	state := stateOf(t, map[common.Address]common.Address{first: first, second: first, third: first, other: other,
		gone: gone}, first, second, gone)
	for _, c := range []struct {
		name  string
		rows  []common.Address
		want  []bool
		names []common.Address
	}{
		{"by the pseudonym of the enrolment", []common.Address{first, other, first}, []bool{true, true, true},
			[]common.Address{first, other}},
		{"by one in between", []common.Address{second}, []bool{true}, []common.Address{second, other}},
		{"by the one of now", []common.Address{third}, []bool{true}, []common.Address{third, other}},
		{"by two of them", []common.Address{second, first, second, third}, []bool{true, false, true, false},
			[]common.Address{second, other}},
		{"nobody's", []common.Address{gone, {9}}, []bool{false, false}, []common.Address{third, other}},
		{"no rows", nil, nil, []common.Address{third, other}},
	} {
		people := newCohort(state, cohortTerms)
		for i, row := range c.rows {
			if got := people.counts(row); got != c.want[i] {
				t.Errorf("%s: row %d of %s counts: %v", c.name, i, row, got)
			}
		}
		names := people.names()
		if len(names) != len(c.names) {
			t.Errorf("%s: names %v", c.name, names)
		}
		for _, name := range c.names {
			if !names[name] {
				t.Errorf("%s: names %v, want %s", c.name, names, name)
			}
		}
	}
}

// TestCohort_takesWhatAnEngineCanKnow: an engine is told the pseudonyms whose rows can count, each with its person, and
// what it says of others, or of a person twice, is not taken.
func TestCohort_takesWhatAnEngineCanKnow(t *testing.T) {
	first, second, third, other, gone := common.Address{1}, common.Address{2}, common.Address{3}, common.Address{4},
		common.Address{5}
	state := stateOf(t, map[common.Address]common.Address{first: first, second: first, third: first, other: other,
		gone: gone}, first, second, gone)
	members := newCohort(state, cohortTerms).members()
	want := []compute.Member{{Pseudonym: first}, {Pseudonym: second}, {Pseudonym: third}, {Pseudonym: other, Person: 1}}
	if !slices.Equal(members, want) {
		t.Errorf("members %v", members)
	}
	if err := (&compute.Job{Cohort: members}).Check(); err != nil {
		t.Error(err)
	}
	roster := make([]dataset.RosterEntry, 0, 6)
	for _, p := range []common.Address{first, second, third, other, gone, {9}} {
		roster = append(roster, dataset.RosterEntry{Pseudonym: p})
	}
	for _, c := range []struct {
		name   string
		counts []bool
		used   []common.Address // nil when it is not taken
	}{
		{"nobody", make([]bool, 6), []common.Address{}},
		{"two people", []bool{false, true, false, true, false, false}, []common.Address{second, other}},
		{"a person twice", []bool{true, false, true, false, false, false}, nil},
		{"one who is not live", []bool{false, false, false, false, true, false}, nil},
		{"one who is unknown", []bool{false, false, false, false, false, true}, nil},
		{"too few", make([]bool, 5), nil},
		{"too many", make([]bool, 7), nil},
	} {
		people := newCohort(state, cohortTerms)
		err := people.take(roster, c.counts)
		if (err == nil) != (c.used != nil) {
			t.Errorf("%s: %v", c.name, err)
		}
		if used := people.used(); err == nil && (len(used) != len(c.used) || len(people.names()) != 2) {
			t.Errorf("%s: used %v, names %v", c.name, used, people.names())
		}
		for _, p := range c.used {
			if !people.used()[p] || !people.names()[p] {
				t.Errorf("%s: %s is not used", c.name, p)
			}
		}
	}
}
