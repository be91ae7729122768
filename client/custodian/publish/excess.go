package publish

import (
	"errors"
	"fmt"
	"os"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/custodian/roster"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/node/vault/table"
	"github.com/assent-network/assent/protocol/schema"
)

// withExcess adds to what keeps a table from being packed the rows that are too many of a person. Packing counts rows
// only of a table whose cells are good, so that they would be told of after all else was mended.
func withExcess(err error, t Table, schema *schema.Schema, r *roster.Roster) error {
	excess := excessOf(t, schema, r)
	if excess == nil {
		return err
	}
	var problems *vault.Problems
	var cell *vault.CellError
	switch {
	case errors.As(err, &problems):
		return &vault.Problems{List: append(problems.List, *excess)}
	case errors.As(err, &cell):
		only := vault.Problem{Column: cell.Column, Reason: cell.Reason, Cells: 1, Lines: []int{cell.Line}}
		return &vault.Problems{List: []vault.Problem{only, *excess}}
	}
	return fmt.Errorf("%w; %s", err, excess)
}

// excessOf finds the rows of people on the roster that are more than the schema's maxContributions. It returns nil
// where there are none, or where the table cannot be read, of which packing tells.
func excessOf(t Table, schema *schema.Schema, r *roster.Roster) *vault.Problem {
	const lines = 3
	src, err := os.Open(t.CSV)
	if err != nil {
		return nil
	}
	defer src.Close()
	reading := t.Reading
	if reading == nil {
		reading = &table.Reading{}
	}
	rows, err := table.Open(src, reading)
	if err != nil {
		return nil
	}
	subject, err := rows.Find(schema.Subject, "subject column")
	if err != nil {
		return nil
	}
	found := &vault.Problem{Column: schema.Subject, Reason: fmt.Sprintf("of a person who has more rows than "+
		"the schema's maxContributions of %d", schema.MaxContributions)}
	have := map[common.Address]int{}
	for {
		cells, err := rows.Next()
		var bad *table.LineError
		if errors.As(err, &bad) {
			continue
		}
		if err != nil {
			break // the end, or what packing tells of
		}
		who, ok := r.Pseudonym(cells[subject])
		if !ok {
			continue
		}
		if have[who]++; have[who] > schema.MaxContributions {
			if found.Cells++; len(found.Lines) < lines {
				found.Lines = append(found.Lines, rows.Line())
			}
		}
	}
	if found.Cells == 0 {
		return nil
	}
	return found
}
