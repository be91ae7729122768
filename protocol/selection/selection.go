// Package selection says which rows the parameters of a job ask for: a filter that they pass, and groupings that split
// them. Parameters of queries and of fairness audits have them in common.
//
// Resolving checks them against the schema of the dataset, and against nothing else. The formats are described in
// docs/protocol/parameters-query.md.
package selection

import (
	"fmt"

	"github.com/assent-network/assent/protocol/schema"
)

// Selection is a filter and groupings that fit a schema.
type Selection struct {
	Filter     Condition
	Partitions []*Partition
}

// Resolve checks a filter, which may be nil, and groupings against a schema.
func Resolve(s *schema.Schema, f *Filter, groups []Grouping) (*Selection, error) {
	var sel Selection
	var err error
	if sel.Filter, _, err = f.Resolve(s); err != nil {
		return nil, fmt.Errorf("filter: %w", err)
	}
	if len(groups) > MaxGroupings {
		return nil, fmt.Errorf("%d groupings, at most %d are allowed", len(groups), MaxGroupings)
	}
	for i := range groups {
		part, err := groups[i].Resolve(s)
		if err != nil {
			return nil, err
		}
		for _, other := range sel.Partitions {
			if other.Name == part.Name {
				return nil, fmt.Errorf("two groupings are named %q", part.Name)
			}
		}
		sel.Partitions = append(sel.Partitions, part)
	}
	return &sel, nil
}
