// Package synthetic makes up people: a population of a court's risk assessments, with known unfairness built in, to try
// the whole network on when there is no data at hand. Its tables have the columns of ProPublica's COMPAS two-year file,
// so the same schema and jobs fit both.
//
// A table is a function of a seed text and a number of people, the same bytes on every machine: only integers enter it.
// No one in it exists; its proportions are stated below and in the datasheet, not fitted to any person's record.
package synthetic

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"fmt"
	"io"
	"math/rand/v2"

	"github.com/assent-network/assent/protocol/schema"
)

// The defaults of the demonstration.
const (
	DefaultPeople = 2_000
	DefaultSeed   = "assent"
	// MaxPeople bounds a table.
	MaxPeople = 1_000_000
)

//go:embed files
var files embed.FS

// File returns one of the files that describe the tables: compas.schema.json, compas.datasheet.md,
// synthetic.schema.json, synthetic.datasheet.md.
func File(name string) ([]byte, error) {
	b, err := files.ReadFile("files/" + name)
	if err != nil {
		return nil, fmt.Errorf("there is no file %q: %w", name, err)
	}
	return b, nil
}

// Schema returns the schema of the generated tables.
func Schema() (*schema.Schema, error) { return schemaOf("synthetic.schema.json") }

// COMPASSchema returns the schema of ProPublica's COMPAS two-year file.
func COMPASSchema() (*schema.Schema, error) { return schemaOf("compas.schema.json") }

func schemaOf(name string) (*schema.Schema, error) {
	b, err := File(name)
	if err != nil {
		return nil, err
	}
	return schema.Parse(b)
}

const header = "id,sex,age,age_cat,race,juv_fel_count,juv_misd_count,juv_other_count,priors_count,days_b_screening_arrest," +
	"c_charge_degree,is_recid,is_violent_recid,decile_score,score_text,v_decile_score,v_score_text,two_year_recid,length_of_stay\n"

// source draws integers. ChaCha8's output is fixed by its specification.
type source struct{ chacha *rand.ChaCha8 }

func newSource(purpose, seed string) *source {
	return &source{rand.NewChaCha8(sha256.Sum256([]byte("assent/synthetic/1 " + purpose + " " + seed)))}
}

// below returns an integer in [0, n), for small n: the bias of 2^-32 n is of no consequence for made-up people.
func (s *source) below(n int) int { return int(uint64(uint32(s.chacha.Uint64())) * uint64(n) >> 32) }

// chance is true in so many cases of a thousand.
func (s *source) chance(perMille int) bool { return s.below(1000) < perMille }

// pick returns an index with the given weights.
func (s *source) pick(weights ...int) int {
	total := 0
	for _, w := range weights {
		total += w
	}
	at := s.below(total)
	for i, w := range weights {
		if at -= w; at < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// geometric counts successes before the first failure.
func (s *source) geometric(perMille, most int) int {
	n := 0
	for n < most && s.chance(perMille) {
		n++
	}
	return n
}

// between returns an integer in [low, high].
func (s *source) between(low, high int) int { return low + s.below(high-low+1) }

// group is what the generator assumes about one group of people. Recording differs between groups, and the score leans
// against some: that is the unfairness an audit should find. The true propensity is the same for all.
type group struct {
	name   string
	weight int // per mille of the population
	record int // per mille, of each further recorded prior
	lean   int // added to the score's index, which has 100 per decile
}

func groups() []group {
	return []group{
		{"African-American", 512, 830, 40},
		{"Asian", 5, 640, -40},
		{"Caucasian", 340, 730, -30},
		{"Hispanic", 88, 700, -40},
		{"Native American", 3, 780, 20},
		{"Other", 52, 680, -80},
	}
}

// person is one row.
type person struct {
	sex, ageCategory, race, degree string
	age                            int
	juvenile                       [3]int
	priors                         int
	screened, stay                 int // -1<<31 when missing
	recid, violent, twoYears       bool
	decile, violentDecile          int
}

const missing = -1 << 31

func (s *source) person() person {
	var p person
	all := groups()
	weights := make([]int, len(all))
	for i := range all {
		weights[i] = all[i].weight
	}
	g := all[s.pick(weights...)]
	p.race = g.name
	p.sex = []string{"Female", "Male"}[s.pick(193, 807)]
	band := s.pick(212, 570, 218)
	switch band {
	case 0:
		p.ageCategory, p.age = "Less than 25", s.between(18, 24)
	case 1:
		p.ageCategory, p.age = "25 - 45", min(s.between(25, 45), s.between(25, 45))
	default:
		p.ageCategory, p.age = "Greater than 45", min(s.between(46, 80), s.between(46, 80))
	}
	for i, rate := range []int{45, 60, 70} {
		p.juvenile[i] = s.geometric(rate*(3-band)/2, 9)
	}
	p.priors = s.geometric(g.record-80+50*band, 35)
	p.degree = []string{"F", "M"}[s.pick(647, 353)]

	// The truth: propensity depends on age and what was recorded, not on the group.
	truth := []int{430, 290, 130}[band] + 45*min(p.priors, 10)
	if p.sex == "Female" {
		truth -= 80
	}
	p.twoYears = s.chance(max(40, min(900, truth)))
	p.recid = p.twoYears || s.chance(55)
	p.violent = p.recid && s.chance(240)

	// The score sees the same things through noise, and leans.
	index := truth + g.lean + s.below(301) - 150
	p.decile = max(1, min(10, index/82))
	p.violentDecile = max(1, min(10, (index+[]int{60, -60, -200}[band]+s.below(201)-100)/82))

	p.screened, p.stay = missing, missing
	if !s.chance(43) {
		p.screened = []int{-1, 0, -1 - s.geometric(700, 60), s.geometric(800, 200)}[s.pick(580, 200, 150, 70)]
		p.stay = s.geometric([]int{550, 960}[s.pick(700, 300)], 400)
	}
	return p
}

func scoreText(decile int) string {
	switch {
	case decile <= 4:
		return "Low"
	case decile <= 7:
		return "Medium"
	default:
		return "High"
	}
}

// Population writes a table of so many people, with their ids from 1.
func Population(w io.Writer, seed string, people int) error {
	if people < 1 || people > MaxPeople {
		return fmt.Errorf("making a population: %d people, want 1 to %d", people, MaxPeople)
	}
	s := newSource("population", seed)
	out := bufio.NewWriter(w)
	_, _ = out.WriteString(header) // a bufio.Writer keeps its first error
	for id := 1; id <= people; id++ {
		writePerson(out, fmt.Sprint(id), s.person())
	}
	return out.Flush()
}

func writePerson(out io.Writer, id string, p person) {
	optional := func(v int) string {
		if v == missing {
			return ""
		}
		return fmt.Sprint(v)
	}
	bit := func(b bool) int {
		if b {
			return 1
		}
		return 0
	}
	fmt.Fprintf(out, "%s,%s,%d,%s,%s,%d,%d,%d,%d,%s,%s,%d,%d,%d,%s,%d,%s,%d,%s\n",
		id, p.sex, p.age, p.ageCategory, p.race, p.juvenile[0], p.juvenile[1], p.juvenile[2], p.priors,
		optional(p.screened), p.degree,
		bit(p.recid), bit(p.violent), p.decile, scoreText(p.decile), p.violentDecile, scoreText(p.violentDecile), bit(
			p.twoYears), optional(p.stay))
}
