package query

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/assent-network/assent/node/compute/census"
	"github.com/assent-network/assent/node/compute/tabulation"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
	"github.com/assent-network/assent/protocol/statistics"
)

const mixedSchema = `{"format":"assent-schema/1","title":"Mixed","subject":"who","maxContributions":3,"columns":[
 {"name":"n","type":"integer","min":"-20","max":"20","nullable":true},
 {"name":"m","type":"integer","min":"-9007199254740991","max":"9007199254740991"},
 {"name":"c","type":"category","values":["x","y","z"],"nullable":true},
 {"name":"b","type":"boolean"}]}`

// mixed draws rows of people with up to five rows each.
func mixed(t testing.TB, rng *rand.Rand, rows int) *memory {
	t.Helper()
	s, err := schema.Parse([]byte(mixedSchema))
	if err != nil {
		t.Fatal(err)
	}
	m := &memory{schema: s}
	large := []int64{-schema.MaxMagnitude, -1, 0, 1, schema.MaxMagnitude}
	for who := uint16(1); len(m.rows) < rows; who++ {
		for range 1 + rng.IntN(5) {
			row := vault.Row{
				Pseudonym: vault.Pseudonym{byte(who >> 8), byte(who)},
				Values:    []int64{rng.Int64N(41) - 20, large[rng.IntN(len(large))], rng.Int64N(3), rng.Int64N(2)},
				Nulls:     []bool{rng.IntN(4) == 0, false, rng.IntN(4) == 0, false},
			}
			for i, null := range row.Nulls {
				if null {
					row.Values[i] = 0
				}
			}
			m.rows = append(m.rows, row)
		}
	}
	m.rows = m.rows[:rows]
	return m
}

// randomFilter draws a filter over the mixed schema.
func randomFilter(rng *rand.Rand, depth int) selection.Filter {
	list := func() (out []selection.Filter) {
		for range 1 + rng.IntN(3) {
			out = append(out, randomFilter(rng, depth-1))
		}
		return out
	}
	switch form := rng.IntN(8); {
	case depth > 1 && form == 0:
		return selection.Filter{And: list()}
	case depth > 1 && form == 1:
		return selection.Filter{Or: list()}
	case depth > 1 && form == 2:
		inner := randomFilter(rng, depth-1)
		return selection.Filter{Not: &inner}
	}
	number := func() string { return strconv.Itoa(rng.IntN(41) - 20) }
	switch rng.IntN(6) {
	case 0:
		return selection.Filter{Column: "n", Op: "null"}
	case 1:
		var values []string
		for range 1 + rng.IntN(4) {
			if v := number(); !slices.Contains(values, v) {
				values = append(values, v)
			}
		}
		return selection.Filter{Column: "n", Op: "in", Values: values}
	case 2:
		return selection.Filter{Column: "c", Op: []string{"=", "!="}[rng.IntN(2)],
			Value: []string{"x", "y", "z"}[rng.IntN(3)]}
	case 3:
		large := []string{"-9007199254740991", "0", "9007199254740991"}
		return selection.Filter{Column: "m", Op: selection.Operators[rng.IntN(6)], Value: large[rng.IntN(3)]}
	case 4:
		return selection.Filter{Column: "b", Op: "=", Value: []string{"true", "false"}[rng.IntN(2)]}
	default:
		return selection.Filter{Column: "n", Op: selection.Operators[rng.IntN(6)], Value: number()}
	}
}

// plainly says whether a filter holds for a row, as its definition reads.
func plainly(t testing.TB, s *schema.Schema, f *selection.Filter, row *vault.Row) bool {
	switch {
	case f.And != nil:
		return !slices.ContainsFunc(f.And, func(p selection.Filter) bool { return !plainly(t, s, &p, row) })
	case f.Or != nil:
		return slices.ContainsFunc(f.Or, func(p selection.Filter) bool { return plainly(t, s, &p, row) })
	case f.Not != nil:
		return !plainly(t, s, f.Not, row)
	}
	i, err := s.Column(f.Column)
	if err != nil {
		t.Fatal(err)
	}
	if f.Op == "null" {
		return row.Nulls[i]
	}
	if row.Nulls[i] {
		return false
	}
	value := func(text string) int64 {
		v, err := s.Columns[i].Literal(text)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	if f.Op == "in" {
		return slices.ContainsFunc(f.Values, func(text string) bool { return row.Values[i] == value(text) })
	}
	a, b := row.Values[i], value(f.Value)
	return map[string]bool{"=": a == b, "!=": a != b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[f.Op]
}

// TestBlocksAgainstPlainCode holds conditions, groupings, sums and contribution bounds, which take a block of rows at a
// time without a branch, to code that takes one row at a time as the definitions read. The rows are more than one
// block, and end within one.
func TestBlocksAgainstPlainCode(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 8))
	for round := range 60 {
		m := mixed(t, rng, 1+rng.IntN(2*vault.BlockRows+200))
		filter := randomFilter(rng, 4)
		rules := []selection.Rule{{Name: "one", Where: randomFilter(rng, 3)},
			{Name: "two", Where: randomFilter(rng, 3)}, {Name: "three", Where: randomFilter(rng, 2)}}
		p, err := Compile(statistics.Parameters{Query: &query.Parameters{
			Format: query.Format, Filter: &filter,
			Groups: []selection.Grouping{
				{Column: "c", Values: []string{"z", "x"}, Null: round%2 == 0},
				{Name: "rules", Rules: rules},
				{Column: "n", Edges: []string{"-20", "-3", "0", "7"}, Null: round%3 == 0},
			},
			Measures: []query.Measure{{Op: "count"}, {Op: "sum", Column: "n", Min: "-5", Max: "9"},
				{Op: "mean", Column: "n"}},
		}}, m.schema)
		if err != nil {
			t.Fatal(err)
		}
		want := make([][]int64, len(p.Outputs))
		for i := range want {
			want[i] = make([]int64, p.Outputs[i].Cells)
		}
		own := map[vault.Pseudonym]int{}
		for i := range m.rows {
			row := &m.rows[i]
			if own[row.Pseudonym]++; own[row.Pseudonym] > 3 || !plainly(t, m.schema, &filter, row) {
				continue
			}
			byC := slices.Index([]int64{2, 0}, row.Values[2])
			if row.Nulls[2] {
				byC = map[bool]int{true: 2, false: -1}[round%2 == 0]
			}
			byRule := slices.IndexFunc(rules,
				func(r selection.Rule) bool { return plainly(t, m.schema, &r.Where, row) })
			byN := map[bool]int{true: 3, false: -1}[row.Nulls[0] && round%3 == 0]
			for e, edge := range []int64{-20, -3, 0} {
				if v := row.Values[0]; !row.Nulls[0] && v >= edge && v < []int64{-3, 0, 7}[e] {
					byN = e
				}
			}
			if byC < 0 || byRule < 0 || byN < 0 {
				continue
			}
			cell := (byC*len(rules)+byRule)*len(p.Partitions[2].Groups) + byN
			want[0][cell]++
			if v := row.Values[0]; !row.Nulls[0] {
				want[1][cell] += min(max(v, -5), 9)
				want[2][cell]++
				want[3][cell] += 2 * v
			}
		}
		streamed, err := p.Add(t.Context(), m.blocks(), nil)
		if err != nil {
			t.Fatal(err)
		}
		held, err := p.Add(t.Context(), m.held(t).Blocks(), nil)
		if err != nil {
			t.Fatal(err)
		}
		for i := range want {
			if !slices.Equal(streamed[i], want[i]) || !slices.Equal(held[i], want[i]) {
				t.Fatalf("round %d, output %s of %d rows: streamed %v, held %v, want %v",
					round, p.Outputs[i].Name, len(m.rows), streamed[i], held[i], want[i])
			}
		}
	}
}

// TestRowsHaveNoSay holds the run over datasets that differ in an attribute, and in nulls, which long conditions and
// many measures ask for, to the same time: the least of many runs of each, in turns. It allows half as much again,
// which is far above what two equal runs differ by, and far below what an attribute does that decides how many
// conditions are looked at: five times and more. More runs only lower the least, and what rows take is in every run: so
// it is enough that some turns agree, and it gives up after many that do not.
func TestRowsHaveNoSay(t *testing.T) {
	var columns, measures, conditions []string
	for i := range 16 {
		name := string(rune('a' + i))
		columns = append(columns, fmt.Sprintf(`{"name":"%s","type":"integer","min":"0","max":"1","nullable":true}`,
			name))
		measures = append(measures, fmt.Sprintf(`{"op":"sum","column":"%s"},{"op":"mean","column":"%s"}`, name, name))
	}
	for i := range 200 {
		conditions = append(conditions, fmt.Sprintf(`{"column":"%c","op":"<","value":"1"}`, 'a'+i%16))
	}
	const head = `{"format":"assent-schema/1","title":"t","subject":"id","maxContributions":1024,"columns":[`
	s, err := schema.Parse([]byte(head + strings.Join(columns, ",") + `,{"name":"x","type":"boolean"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Join(conditions, ",")
	rows := func(attribute int64, null bool) *vault.Columns {
		m := &memory{schema: s}
		for range 1024 {
			row := vault.Row{Pseudonym: vault.Pseudonym{1}, Values: make([]int64, 17), Nulls: make([]bool, 17)}
			row.Values[16] = attribute
			for i := range 16 {
				row.Nulls[i] = null
			}
			m.rows = append(m.rows, row)
		}
		return m.held(t)
	}
	all := []*vault.Columns{rows(0, false), rows(1, false), rows(0, true), rows(1, true)}
	for name, params := range map[string]string{
		"and": `"filter":{"and":[{"column":"x","op":"=","value":"true"},` + long + `]},"measures":[{"op":"count"}]`,
		"or":  `"filter":{"or":[{"column":"x","op":"=","value":"true"},` + long + `]},"measures":[{"op":"count"}]`,
		"rules": `"groups":[{"name":"g","rules":[{"name":"r","where":{"column":"x","op":"=","value":"true"}},
			{"name":"z","where":{"and":[` + long + `]}}]}],"measures":[{"op":"count"}]`,
		"measures": `"filter":{"column":"x","op":"=","value":"true"},"measures":[` + strings.Join(measures, ",") + `]`,
	} {
		p := plan(t, kind.Query, s, `{"format":"assent-query/1",`+params+`}`)
		for _, floor := range []bool{false, true} {
			least := make([]time.Duration, len(all))
			turns := 0
			alike := func() bool { return slices.Max(least) <= slices.Min(least)*3/2 }
			for ; turns < 5 || turns < 60 && !alike(); turns++ {
				for i, held := range all {
					e := tabulation.NewPass(&p.Plan, nil)
					if floor {
						e.People = census.New(&p.Plan)
					}
					began := time.Now()
					for block := range held.Blocks() {
						e.Take(block)
					}
					if took := time.Since(began); least[i] == 0 || took < least[i] {
						least[i] = took
					}
				}
			}
			t.Logf("%s, floor %t, %d turns: %v", name, floor, turns, least)
			if !alike() {
				t.Errorf("%s, floor %t: by what the rows hold a run takes %v", name, floor, least)
			}
		}
	}
}
