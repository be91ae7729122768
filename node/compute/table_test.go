package compute

import (
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/dataset"
)

// TestPeople: rows follow the person, by the first of their pseudonyms that has any, and by no other.
func TestPeople(t *testing.T) {
	first, stranger, second := common.Address{1}, common.Address{2}, common.Address{3}
	other, third := common.Address{4}, common.Address{5}
	cohort := []Member{{first, 0}, {second, 0}, {other, 1}, {third, 0}}
	for name, c := range map[string]struct {
		rows []common.Address
		want []bool
	}{
		"by the first":    {[]common.Address{first, first, second, other}, []bool{true, true, false, true}},
		"by a later one":  {[]common.Address{second, other, third}, []bool{true, true, false}},
		"by the last":     {[]common.Address{third}, []bool{true}},
		"of a stranger":   {[]common.Address{{}, stranger, second, {9}}, []bool{false, false, true, false}},
		"of nobody in it": {[]common.Address{{9}, {9}}, []bool{false, false}},
		"of none":         {nil, nil},
	} {
		p := newPeople(cohort)
		for i, row := range c.rows {
			if got := p.count(row); got != c.want[i] {
				t.Errorf("%s: row %d counts: %v", name, i, got)
			}
		}
	}
	if newPeople(nil).count(first) {
		t.Error("a row counts where nobody does")
	}
}

func TestListed(t *testing.T) {
	var roster []dataset.RosterEntry
	for i := range byte(3) {
		roster = append(roster, dataset.RosterEntry{Pseudonym: common.Address{i + 1}})
	}
	for name, c := range map[string]struct {
		subjects []common.Address
		want     []bool
	}{
		"none": {nil, []bool{false, false, false}},
		"some": {[]common.Address{{1}, {3}}, []bool{true, false, true}},
		"all":  {[]common.Address{{1}, {2}, {3}}, []bool{true, true, true}},
	} {
		if got := listed(roster, c.subjects); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestJobCheck(t *testing.T) {
	for name, c := range map[string]struct {
		cohort []Member
		good   bool
	}{
		"nobody":           {nil, true},
		"one person":       {[]Member{{common.Address{1}, 0}, {common.Address{2}, 0}}, true},
		"two":              {[]Member{{common.Address{1}, 1}, {common.Address{2}, 0}}, true},
		"twice":            {[]Member{{common.Address{1}, 0}, {common.Address{1}, 1}}, false},
		"out of order":     {[]Member{{common.Address{2}, 0}, {common.Address{1}, 1}}, false},
		"more than it has": {[]Member{{common.Address{1}, 1}}, false},
	} {
		if err := (&Job{Cohort: c.cohort}).Check(); (err == nil) != c.good {
			t.Errorf("%s: %v", name, err)
		}
	}
}
