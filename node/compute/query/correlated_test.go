package query

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
)

// correlated are people in groups of so many columns, which agree for eleven of twelve people, as district and clinic.
func correlated(t testing.TB, columns, groups, people int) (*memory, *Plan) {
	var schema, by []string
	for c := range columns {
		var values []string
		for v := range groups {
			values = append(values, fmt.Sprintf(`"v%d"`, v))
		}
		schema = append(schema, fmt.Sprintf(`{"name":"c%d","type":"category","values":[%s]}`, c,
			strings.Join(values, ",")))
		by = append(by, fmt.Sprintf(`{"column":"c%d","reference":"v0"}`, c))
	}
	random := rand.New(rand.NewPCG(uint64(people), 4))
	var b strings.Builder
	b.WriteString("who,p,l")
	for c := range columns {
		fmt.Fprintf(&b, ",c%d", c)
	}
	b.WriteString("\n")
	for who := range people {
		l := fmt.Sprint(random.IntN(2) == 0)
		if random.IntN(10) == 0 {
			l = ""
		}
		fmt.Fprintf(&b, "%d,%t,%s", who, random.IntN(3) == 0, l)
		same := random.IntN(groups)
		for range columns {
			v := same
			if random.IntN(12) == 0 {
				v = random.IntN(groups)
			}
			fmt.Fprintf(&b, ",v%d", v)
		}
		b.WriteString("\n")
	}
	m := load(t, `{"format":"assent-schema/1","title":"T","subject":"who","maxContributions":1,"columns":[`+
		`{"name":"p","type":"boolean"},{"name":"l","type":"boolean","nullable":true},`+strings.Join(schema, ",")+`]}`,
		b.String())
	return m, fairnessPlan(t, m, strings.Join(by, ","))
}

// TestFloorOfCorrelatedGroupings: where many are in each group, groupings that are alike for most people hide nothing
// of one another: a cell of few in their cross table can have more people by changes of large cells.
func TestFloorOfCorrelatedGroupings(t *testing.T) {
	for _, c := range []struct{ columns, groups, people, floor int }{{2, 16, 60_000, 50}, {4, 6, 8_000, 20}} {
		m, p := correlated(t, c.columns, c.groups, c.people)
		withFloor(t, p, m, uint32(c.floor)).Each(func(f *figure.Figure) {
			if f.Suppressed() {
				t.Fatalf("%+v: a figure of many is suppressed", c)
			}
		})
	}
}

// TestWorkOfAPlanThatIsRefused: to find out that an audit takes too much allocates nothing of the size that it takes.
func TestWorkOfAPlanThatIsRefused(t *testing.T) {
	_, p := correlated(t, 4, 1000, 0)
	if err := p.Check(job.Exact, 0); err == nil {
		t.Fatal("an audit by four groupings of a thousand groups is not refused")
	}
	r := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			p.RowWork(job.Exact)
			p.ReleaseWork(job.Exact)
		}
	})
	if bytes := r.AllocedBytesPerOp(); bytes > 1<<16 {
		t.Errorf("to find out how much work an audit takes allocates %d bytes", bytes)
	}
}

// BenchmarkFloor decides what is shown of an audit of 71,518 people.
func BenchmarkFloor(b *testing.B) {
	for _, c := range []struct{ columns, groups, floor int }{{2, 16, 50}, {4, 6, 20}} {
		b.Run(fmt.Sprintf("%d groupings of %d groups", c.columns, c.groups), func(b *testing.B) {
			m, p := correlated(b, c.columns, c.groups, 71_518)
			held := m.held(b)
			r := prepared(b, p, Release{How: job.Exact, Floor: uint32(c.floor)})
			for b.Loop() {
				if _, err := r.Run(b.Context(), held.Blocks()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
