package query

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
)

// BenchmarkCOMPAS runs the main audit over its 7,214 rows.
func BenchmarkCOMPAS(b *testing.B) {
	data := compas(b)
	held := data.held(b)
	p := plan(b, kind.Fairness, data.schema, compasFairness)
	for name, release := range map[string]Release{
		"exact": {How: job.Exact}, "floor": {How: job.Exact, Floor: 10},
		"private": {How: job.Private, Rho: 100_000, Key: noiseKey(b, 1)},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := prepared(b, p, release).Run(b.Context(), held.Blocks()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRules runs a plan of long rules and many outputs over 3,024 rows, of which a third have an attribute that
// its rules ask for.
func BenchmarkRules(b *testing.B) {
	var table strings.Builder
	table.WriteString("id,n,d,c,b,t,huge\n")
	for i := range 3_024 {
		fmt.Fprintf(&table, "s%d,%d,0.5,%s,%t,,0\n", i, i%10, []string{"x", "y", "z"}[i%3], i%3 == 0)
	}
	data := load(b, typedSchema, table.String())
	held := data.held(b)
	long := strings.Repeat(`{"column":"n","op":">=","value":"0"},`, 200)
	p := plan(b, kind.Query, data.schema, `{"format":"assent-query/1","groups":[{"name":"g","rules":[
		{"name":"r","where":{"and":[{"column":"b","op":"=","value":"true"},`+
		long+`{"column":"n","op":"<","value":"0"}]}},{"name":"s","where":{"column":"n","op":">=","value":"0"}}]}],
		"measures":[{"op":"count"},{"op":"sum","column":"n"},{"op":"mean","column":"n"},
			{"op":"sum","column":"d"},{"op":"mean","column":"d"}]}`)
	for b.Loop() {
		if _, err := prepared(b, p, Release{How: job.Exact}).Run(b.Context(), held.Blocks()); err != nil {
			b.Fatal(err)
		}
	}
}
