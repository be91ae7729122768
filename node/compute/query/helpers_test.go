package query

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/assent-network/assent/internal/sharedtest"
	"github.com/assent-network/assent/node/compute/columnar"
	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/figure"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
)

func pseudonymOf(subject string) (vault.Pseudonym, bool) {
	h := sha256.Sum256([]byte(subject))
	return vault.Pseudonym(h[:20]), true
}

// memory is a dataset that can be read many times.
type memory struct {
	schema *schema.Schema
	rows   []vault.Row
}

func (m *memory) stream() vault.Rows { return &memoryRows{m.rows} }

// blocks returns the rows by columns.
func (m *memory) blocks() iter.Seq2[*vault.Block, error] {
	return vault.Blocks(m.stream(), len(m.schema.Columns))
}

// held returns the rows as a worker holds them.
func (m *memory) held(t testing.TB) *vault.Columns {
	t.Helper()
	held := vault.NewColumns(m.schema, len(m.rows))
	for i := range m.rows {
		if err := held.Add(&m.rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	return held
}

// blockOf returns a block of one row.
func blockOf(t testing.TB, m *memory, row int) *vault.Block {
	t.Helper()
	one := &memory{m.schema, m.rows[row : row+1]}
	for b := range one.held(t).Blocks() {
		return b
	}
	return nil
}

// holdsFor reports whether a condition holds for a row.
func holdsFor(t testing.TB, c columnar.Condition, m *memory, row int) bool {
	t.Helper()
	var bits vault.Bits
	c.Holds(blockOf(t, m, row), &bits)
	return bits[0]&1 == 1
}

type memoryRows struct{ rest []vault.Row }

func (m *memoryRows) Next(row *vault.Row) error {
	if len(m.rest) == 0 {
		return io.EOF
	}
	*row, m.rest = m.rest[0], m.rest[1:]
	return nil
}

// load packs a table, opens it again, and keeps the rows.
func load(t testing.TB, sch, table string) *memory {
	t.Helper()
	s, err := schema.Parse([]byte(sch))
	if err != nil {
		t.Fatal(err)
	}
	key, err := vault.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	summary, err := vault.Pack(&file, strings.NewReader(table),
		vault.PackConfig{Schema: s, Pseudonym: pseudonymOf, Recipients: []string{key.Recipient()}, DropColumns: true})
	if err != nil {
		t.Fatal(err)
	}
	r, err := vault.Open(&file, key, summary.ContentRoot)
	if err != nil {
		t.Fatal(err)
	}
	m := &memory{schema: s}
	for {
		var row vault.Row
		if err := r.Next(&row); err == io.EOF {
			return m
		} else if err != nil {
			t.Fatal(err)
		}
		m.rows = append(m.rows, row)
	}
}

// plan compiles parameters given as JSON, in any layout.
func plan(t testing.TB, k kind.Kind, s *schema.Schema, params string) *Plan {
	t.Helper()
	p, canon, err := statistics.Read(k, []byte(params))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := statistics.Parse(k, canon); err != nil {
		t.Fatalf("the canonical form is refused: %v", err)
	}
	plan, err := Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func exact(t testing.TB, p *Plan, m *memory) *statistics.Result {
	t.Helper()
	r, err := p.Run(m.stream(), Release{How: job.Exact, LiveSubjects: uint32(len(m.rows))})
	if err != nil {
		t.Fatal(err)
	}
	checkEncoding(t, p, r, 0)
	return r
}

func prepared(t testing.TB, p *Plan, release Release) *Prepared {
	t.Helper()
	r, err := p.Prepare(release)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// checkEncoding holds every result to its promises: it decodes, encodes alike, and fits the size stated beforehand.
func checkEncoding(t testing.TB, p *Plan, r *statistics.Result, rho uint64) {
	t.Helper()
	b, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	back, err := statistics.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	again, err := back.Encode()
	if err != nil || !bytes.Equal(again, b) {
		t.Fatalf("the result encodes differently once read: %v", err)
	}
	how := job.Exact
	if rho > 0 {
		how = job.Private
	}
	if size, err := p.MaxSize(how, budgetRho(rho)); err != nil || len(b) > size {
		t.Fatalf("the result has %d bytes, MaxSize said %d (%v)", len(b), size, err)
	}
}

func noiseKey(t testing.TB, seed int) mechanism.Key {
	t.Helper()
	share := sha256.Sum256([]byte(strconv.Itoa(seed)))
	key, err := mechanism.NewKey(mechanism.Draw{Brokers: [][]byte{share[:]}, Enclaves: [][]byte{share[:]}})
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// number parses a figure's value.
func number(t testing.TB, f figure.Figure) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(f.Value, 64)
	if err != nil {
		t.Fatalf("figure %+v: %v", f, err)
	}
	return v
}

func published(t testing.TB) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal(sharedtest.Read(t, "data", "published_numbers.json"), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// dig walks into decoded JSON.
func dig(t testing.TB, v any, path ...string) any {
	t.Helper()
	for i, p := range path {
		m, ok := v.(map[string]any)
		if !ok || m[p] == nil {
			t.Fatalf("published numbers have no %s", strings.Join(path[:i+1], "."))
		}
		v = m[p]
	}
	return v
}

// quoted renders a list for use in JSON.
func quoted(values []string) string {
	b, _ := json.Marshal(values)
	return string(b)
}

// table renders records as CSV, with a column "row" of line numbers in front.
func table(header []string, records [][]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "row,%s\n", strings.Join(header, ","))
	for i, r := range records {
		fmt.Fprintf(&b, "%d,%s\n", i, strings.Join(r, ","))
	}
	return b.String()
}

// distinct returns the sorted values of one column.
func distinct(records [][]string, column int) []string {
	set := map[string]bool{}
	for _, r := range records {
		set[r[column]] = true
	}
	var out []string
	for v := range set {
		out = append(out, v)
	}
	slices.Sort(out)
	return out
}
