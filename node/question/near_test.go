package question_test

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	engine "github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/question"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/selection"
	"github.com/assent-network/assent/protocol/statistics"
)

// smallSchema has few enough values for every possible row to be looked at.
const smallSchema = `{"format":"assent-schema/1","title":"Small","subject":"id","maxContributions":1,"columns":[
{"name":"n","type":"integer","min":"0","max":"9"},
{"name":"d","type":"decimal","scale":1,"min":"0.0","max":"0.9"},
{"name":"c","type":"category","nullable":true,"values":["x","y","z","w"]},
{"name":"b","type":"boolean"}]}`

// cells are those of one row, by column; -1 is an empty one.
type cells [4]int64

func (c *cells) row(person int) vault.Row {
	row := vault.Row{Values: make([]int64, len(c)), Nulls: make([]bool, len(c))}
	row.Pseudonym[18], row.Pseudonym[19] = byte(person>>8), byte(person)
	for i, v := range c {
		row.Values[i], row.Nulls[i] = max(v, 0), v < 0
	}
	return row
}

// everyRow are all that the small schema allows.
func everyRow() (all []cells) {
	for i := range int64(10 * 10 * 5 * 2) {
		all = append(all, cells{i % 10, i / 10 % 10, i/100%5 - 1, i / 500})
	}
	return all
}

// truth says of each row whether a filter holds, apart from the code that is tested.
func truth(f *selection.Filter, rows []cells) []bool {
	out := make([]bool, len(rows))
	for i := range f.And {
		for row, holds := range truth(&f.And[i], rows) {
			out[row] = holds && (i == 0 || out[row])
		}
	}
	for i := range f.Or {
		for row, holds := range truth(&f.Or[i], rows) {
			out[row] = holds || out[row]
		}
	}
	if f.Not != nil {
		for row, holds := range truth(f.Not, rows) {
			out[row] = !holds
		}
	}
	if f.Column == "" {
		return out
	}
	at := slices.Index([]string{"n", "d", "c", "b"}, f.Column)
	number := func(text string) int64 {
		if texts := [][]string{nil, nil, {"x", "y", "z", "w"}, {"false", "true"}}[at]; texts != nil {
			return int64(slices.Index(texts, text))
		}
		n, _ := strconv.ParseInt(text[len(text)-1:], 10, 64) // of "0.7" and of "7"
		return n
	}
	var list []int64
	for _, text := range f.Values {
		list = append(list, number(text))
	}
	if f.Value != "" {
		list = append(list, number(f.Value))
	}
	for row := range rows {
		c := rows[row][at]
		switch f.Op {
		case "null":
			out[row] = c < 0
		case "=", "in":
			out[row] = slices.Contains(list, c)
		case "!=":
			out[row] = c != list[0]
		case "<":
			out[row] = c < list[0]
		case "<=":
			out[row] = c <= list[0]
		case ">":
			out[row] = c > list[0]
		case ">=":
			out[row] = c >= list[0]
		}
		out[row] = out[row] && (c >= 0 || f.Op == "null")
	}
	return out
}

// filters makes conditions at random.
type filters struct{ *rand.Rand }

func (r filters) of(list ...string) string { return list[r.IntN(len(list))] }

func (r filters) leaf() selection.Filter {
	ops := []string{"<", "<=", ">", ">=", "=", "!="}
	switch r.IntN(5) {
	case 0, 1:
		return selection.Filter{Column: "n", Op: r.of(ops...), Value: strconv.Itoa(r.IntN(10))}
	case 2:
		return selection.Filter{Column: "d", Op: r.of(ops...), Value: "0." + strconv.Itoa(r.IntN(10))}
	case 3:
		if r.IntN(4) == 0 {
			return selection.Filter{Column: "c", Op: "null"}
		}
		values := []string{"x", "y", "z", "w"}
		r.Shuffle(4, func(i, j int) { values[i], values[j] = values[j], values[i] })
		return selection.Filter{Column: "c", Op: "in", Values: values[:1+r.IntN(4)]}
	}
	return selection.Filter{Column: "b", Op: "=", Value: r.of("true", "false")}
}

func (r filters) condition(depth int) selection.Filter {
	if depth == 0 || r.IntN(3) == 0 {
		return r.leaf()
	}
	var parts []selection.Filter
	for range 1 + r.IntN(3) {
		parts = append(parts, r.condition(depth-1))
	}
	switch r.IntN(5) {
	case 0:
		return selection.Filter{Or: parts}
	case 1:
		return selection.Filter{Not: &selection.Filter{Or: parts}}
	}
	return selection.Filter{And: parts}
}

// spell writes a condition in another way, with clauses that always hold, and twice what was there once.
func (r filters) spell(f selection.Filter) selection.Filter {
	not := func(f selection.Filter) selection.Filter { return selection.Filter{Not: &f} }
	all := func(list []selection.Filter, change func(selection.Filter) selection.Filter) (out []selection.Filter) {
		for _, part := range list {
			out = append(out, change(r.spell(part)))
		}
		return out
	}
	same := func(f selection.Filter) selection.Filter { return f }
	switch {
	case f.And != nil && r.IntN(2) == 0:
		f = not(selection.Filter{Or: all(f.And, not)})
	case f.And != nil:
		f = selection.Filter{And: all(f.And, same)}
	case f.Or != nil && r.IntN(2) == 0:
		f = not(selection.Filter{And: all(f.Or, not)})
	case f.Or != nil:
		f = selection.Filter{Or: all(f.Or, same)}
	case f.Not != nil:
		f = not(r.spell(*f.Not))
	case f.Op == ">" && f.Value < "9" && f.Column == "n":
		f.Op, f.Value = ">=", string(f.Value[0]+1)
	case f.Op == "in":
		var one []selection.Filter
		for _, v := range f.Values {
			one = append(one, selection.Filter{Column: f.Column, Op: "=", Value: v})
		}
		f = selection.Filter{Or: one}
	}
	switch r.IntN(8) {
	case 0:
		return selection.Filter{And: []selection.Filter{{Column: "n", Op: ">=", Value: "0"}, f}}
	case 3:
		return selection.Filter{And: []selection.Filter{r.always(), f}}
	case 4:
		return selection.Filter{Or: []selection.Filter{not(r.always()), f}}
	case 1:
		return selection.Filter{And: []selection.Filter{f, {Column: "d", Op: "<=", Value: "0.9"}}}
	case 2:
		return selection.Filter{Or: []selection.Filter{f, f}}
	}
	return f
}

// always is a condition on two columns that always holds.
func (r filters) always() selection.Filter {
	low := selection.Filter{Column: "d", Op: "<", Value: "0." + strconv.Itoa(1+r.IntN(9))}
	some := selection.Filter{Column: "c", Op: "in", Values: []string{"x", "y", "z", "w"}[r.IntN(2) : 2+r.IntN(2)]}
	neither := selection.Filter{Not: &selection.Filter{Or: []selection.Filter{low, some}}}
	return selection.Filter{Or: []selection.Filter{low, some, neither}}
}

// pair makes two conditions: of each other's making, or differing in a clause, both in a spelling of their own.
func (r filters) pair() (a, b selection.Filter, clause bool) {
	a = r.condition(2)
	switch r.IntN(3) {
	case 0:
		return a, r.condition(2), false
	case 1:
		b = selection.Filter{And: []selection.Filter{a, r.leaf()}}
	case 2:
		one, other := r.leaf(), r.leaf()
		for other.Column != one.Column {
			other = r.leaf()
		}
		a, b = selection.Filter{And: []selection.Filter{a, one}}, selection.Filter{And: []selection.Filter{a, other}}
	}
	return r.spell(a), r.spell(b), true
}

// exactly answers a count with a floor; answered is false where it is suppressed.
func exactly(t *testing.T, s *schema.Schema, p statistics.Parameters, table []cells, floor uint32) (answered bool) {
	t.Helper()
	plan, err := engine.Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	rows := &tableRows{table: table}
	result, err := plan.Run(rows, engine.Release{How: job.Exact, LiveSubjects: uint32(len(table)), Floor: floor})
	if err != nil {
		t.Fatal(err)
	}
	return !result.Query.Cells[0].Figures[0].Suppressed()
}

type tableRows struct {
	table []cells
	next  int
}

func (r *tableRows) Next(row *vault.Row) error {
	if r.next == len(r.table) {
		return io.EOF
	}
	r.next++
	*row = r.table[r.next-1].row(r.next)
	return nil
}

// TestNearWhatTells: where two conditions are both answered and fewer people than the floor are between them, they are
// near; unless they differ in two columns at least and neither asks for less than the other, for which every possible
// row is looked at. Conditions that differ in one clause, and can have a row in common, are always near, however they
// are spelled. The tables are the worst: those that have few people between the two.
func TestNearWhatTells(t *testing.T) {
	const floor = 4
	s := schemaOf(t, smallSchema)
	r := filters{rand.New(rand.NewPCG(3, 1))}
	domain := everyRow()
	pairs, told, missed, unsure, clauses := 0, 0, 0, 0, 0
	for trial := range 4000 {
		a, b, clause := r.pair()
		ask := func(f selection.Filter) statistics.Parameters {
			return statistics.Parameters{Query: &query.Parameters{Format: query.Format, Filter: &f,
				Measures: []query.Measure{{Op: "count"}}}}
		}
		p, q := ask(a), ask(b)
		if !compiles(p, s) || !compiles(q, s) {
			continue // nested too deeply
		}
		d := question.Differ(p, q, s)
		if back := question.Differ(q, p, s); back.Near != d.Near {
			t.Fatalf("trial %d: %s and %s are near one way only: %+v, %+v", trial, text(a), text(b), d,
				back)
		}
		sides := [2][]bool{truth(&a, domain), truth(&b, domain)}
		table, between := r.table(sides, domain, floor)
		if len(table) == 0 {
			continue
		}
		if pairs++; clause {
			if clauses++; !d.Near {
				t.Fatalf("trial %d: %s and %s differ in a clause: %+v", trial, text(a), text(b), d)
			}
		}
		if !exactly(t, s, p, table, floor) || !exactly(t, s, q, table, floor) {
			continue
		}
		if told++; d.Near {
			unsure += strings.Count(d.Why, "told apart")
			continue
		}
		if missed++; nested(sides) || oneColumn(sides, domain) {
			t.Fatalf("trial %d: %d people are between %s and %s, which are not near", trial, between, text(a), text(b))
		}
	}
	t.Logf("of %d pairs %d are answered, %d of them not near, %d not told apart; %d differ in a clause", pairs,
		told, missed, unsure, clauses)
	if told < 250 || clauses < 500 || missed < 20 || unsure*10 > told {
		t.Error("the pairs say little")
	}
}

func compiles(p statistics.Parameters, s *schema.Schema) bool {
	_, err := engine.Compile(p, s)
	return err == nil
}

// table returns people of whom fewer than a floor are between two conditions, and many in both and in none of them; no
// one where there is no such table.
func (r filters) table(sides [2][]bool, domain []cells, floor int) (table []cells, between int) {
	var of [2][2][]cells
	for i, c := range domain {
		a, b := bit(sides[0][i]), bit(sides[1][i])
		of[a][b] = append(of[a][b], c)
	}
	differ := append(of[0][1], of[1][0]...)
	if len(differ) == 0 || len(of[1][1]) == 0 {
		return nil, 0
	}
	between = 1 + r.IntN(floor-1)
	for range between {
		table = append(table, differ[r.IntN(len(differ))])
	}
	for range 20 {
		table = append(table, of[1][1][r.IntN(len(of[1][1]))])
		if none := of[0][0]; len(none) > 0 {
			table = append(table, none[r.IntN(len(none))])
		}
	}
	return table, between
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

func text(f selection.Filter) string {
	b, err := json.Marshal(f)
	if err != nil {
		return fmt.Sprint(err)
	}
	return string(b)
}

// nested reports whether the rows of one condition are among those of the other.
func nested(sides [2][]bool) bool {
	more, less := false, false
	for i := range sides[0] {
		more, less = more || sides[0][i] && !sides[1][i], less || sides[1][i] && !sides[0][i]
	}
	return !more || !less
}

// oneColumn reports whether two conditions are the same but for one column.
func oneColumn(sides [2][]bool, domain []cells) bool {
	for column := range (cells{}) {
		with := [2]map[cells]bool{{}, {}}
		for i, c := range domain {
			c[column] = 0
			for side := range sides {
				if sides[side][i] {
					with[side][c] = true
				}
			}
		}
		if maps.Equal(with[0], with[1]) {
			return true
		}
	}
	return false
}
