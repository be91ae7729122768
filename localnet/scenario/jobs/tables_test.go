package jobs_test

import (
	"fmt"
	"testing"

	"github.com/assent-network/assent/protocol/job"
)

// TestStory_aJobAsksOneOfTwoTables has a dataset of people and their visits: a job names the table that it asks, and
// one that names none, or none that there is, is told so.
func TestStory_aJobAsksOneOfTwoTables(t *testing.T) {
	t.Parallel()
	const people = 8
	visits := "name,nights\n"
	for i := range people {
		visits += fmt.Sprintf("person %d,%d\nperson %d,1\n", i, 2+i, i)
	}
	s := newStudy(t, stories.Shared(t), setting{people: people, others: map[string]file{"visits": {
		schema: `{"format":"assent-schema/1","title":"visits","subject":"name","maxContributions":2,"columns":[{"name":"nights","type":"integer","min":"0","max":"100"}]}`,
		table:  visits,
	}}})
	b := s.startBroker(t, brokerOptions{})
	s.startWorker(t, workerOptions{broker: b.url})
	for _, c := range []struct{ table, column, want string }{
		{"visits", "nights", "52"}, // 2 to 9, and 1 for each
		{"data", "weight", "255"},  // 2^0 to 2^7
	} {
		id := s.ask(t, wanted{parameters: fmt.Sprintf(
			`{"format":"assent-query/1","table":%q,"measures":[{"op":"sum","column":%q}]}`, c.table, c.column)})
		s.end(t, id, job.Done)
		_, r := s.delivered(t, id)
		if got := r.Query.Cells[0].Figures[0].Value; fmt.Sprint(got) != c.want {
			t.Errorf("table %s: the sum of %s is %v, want %s", c.table, c.column, got, c.want)
		}
	}
	for name, parameters := range map[string]string{
		"no table":      `{"format":"assent-query/1","measures":[{"op":"count"}]}`,
		"another table": `{"format":"assent-query/1","table":"vists","measures":[{"op":"count"}]}`,
	} {
		id := s.ask(t, wanted{parameters: parameters})
		s.end(t, id, job.Done)
		d, err := s.Client.Delivery(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		if plain, err := d.Result(s.resultKey); err != nil ||
			string(plain) != `{"error":"the parameters do not fit the dataset's schema","format":"assent-no-result/1"}` {
			t.Errorf("%s: %s, %v", name, plain, err)
		}
	}
}
