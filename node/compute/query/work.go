package query

import (
	"fmt"
	"sort"
	"time"

	"github.com/assent-network/assent/node/compute/census"
	"github.com/assent-network/assent/node/compute/clauses"
	"github.com/assent-network/assent/node/compute/hiding"
	"github.com/assent-network/assent/node/compute/oblivious"
	"github.com/assent-network/assent/node/compute/work"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/schema"
)

// The limits of a plan's work.
const (
	// MaxRowWork is for one row: a million rows take no more than a minute and a half at the least rate.
	MaxRowWork work.Operations = 1 << 14
	// MaxReleaseWork is for what follows the rows: a minute at the least rate.
	MaxReleaseWork = 60 * work.Rate
)

// tooMuchWork stands for any larger number.
const tooMuchWork = MaxReleaseWork << 10

// What parts of a release take, in operations.
const (
	releaseWork       work.Operations = 500_000 // with no figure
	exactFigureWork   work.Operations = 2_000
	privateFigureWork work.Operations = 20_000 // its interval is of fractions of large integers
	noiseWork         work.Operations = 5_000  // of one draw, its stream included
	eliminationWork   work.Operations = 1      // of one step in solving for hidden cells
	pathWork          work.Operations = 8      // of looking at one hidden cell for the path of a flow
)

// RowWork is what one row takes.
func (p *Plan) RowWork(how job.Release) work.Operations {
	n := 6 + len(p.Needed) + p.Filter.Work()
	for _, part := range p.Partitions {
		n += 5 + part.Of.Work()
	}
	if p.Kind == kind.Fairness {
		n += 4 + p.Prediction.Work() + p.Label.Work()
	}
	for i := range p.Outputs {
		n += p.Outputs[i].Amount.Work() + oblivious.TotalsWork(p.Outputs[i].Cells)
	}
	if how == job.Exact { // under a floor; without one it takes less
		n += census.Work(&p.Plan)
	}
	return work.Operations(n)
}

// ReleaseWork is what follows the rows: noise, figures, and what a floor keeps back.
func (p *Plan) ReleaseWork(how job.Release) work.Operations {
	figures := 0
	if p.Kind == kind.Query {
		figures = p.Lines * len(p.Measures)
	}
	for _, part := range p.Partitions {
		if p.Kind == kind.Fairness {
			figures += (len(part.Groups) + 1) * auditFigures
		}
	}
	if how == job.Exact {
		return releaseWork + work.Operations(figures)*exactFigureWork + p.floorWork()
	}
	w := releaseWork + work.Operations(figures)*privateFigureWork
	for i := range p.Outputs {
		w += work.Operations(p.Outputs[i].Cells) * noiseWork
	}
	return w
}

// auditFigures is how many figures a group of an audit has: its matrix, what is left out of it, its rates and the
// comparison.
const auditFigures = 6 + 9 + 10

// floorWork is what a floor takes: a cell more is hidden each time, and the relations solved for all that are.
func (p *Plan) floorWork() work.Operations {
	drops := clauses.Of(&p.Plan)
	cells, relations, margins := 1, 2, 0
	if p.Kind == kind.Query {
		cells += 1 + p.Lines
	} else {
		cells += hiding.RowCells
		for _, part := range p.Partitions {
			cells += (len(part.Groups) + 2) * hiding.RowCells
			relations += len(part.Groups) + 2 + 2*hiding.RowCells
			margins += (len(part.Groups) + 1) * len(drops.Margins())
		}
	}
	c := work.Operations(cells)
	solving := func(relations int) work.Operations {
		r := work.Operations(relations)
		return eliminationWork * (c*c/2*r*min(c, r) + 8*c*c*r)
	}
	once := solving(relations)
	if p.Kind == kind.Fairness {
		// A flow is looked for once for each cell that is found safe and for each that is hidden, in all ways.
		flows := 2 * c * hiding.MostPasses * pathWork * c
		if len(p.Partitions) > 2 {
			flows *= 3
		}
		once += flows
	}
	crossed := p.crossWork(c)
	if margins > 0 { // of the people of the job alone, not of those whom a clause sets apart
		crossed += solving(relations + margins)
	}
	probes, _ := census.ProbesOf(&p.Plan)
	times := work.Operations(1+drops.Sets()) * work.Operations(1+len(probes))
	if once <= tooMuchWork/times {
		return once*times + crossed
	}
	return tooMuchWork
}

// crossWork is what the cross tables of an audit with so many cells take: flows are looked for once for each cell of
// them that is found safe, and for each cell of the audit that is hidden: at most four in a cross table, and two in a
// table, which are less than one.
func (p *Plan) crossWork(cells work.Operations) (n work.Operations) {
	if p.Kind != kind.Fairness {
		return 0
	}
	for b := range p.Partitions {
		for a := range b {
			all := cells + work.Operations(census.CrossCells(&p.Plan, a, b))
			n += 5 * all * hiding.CrossPasses * pathWork * all
		}
	}
	return n
}

// Work is what a release over so many rows takes, and the default value beforehand.
func (p *Plan) Work(how job.Release, rows uint64) work.Operations {
	rows = min(rows, schema.MaxRows) + vault.BlockRows // the last block is worked through whole
	return p.RowWork(how)*work.Operations(rows) + 2*p.ReleaseWork(how)
}

// bounded returns an error for a plan that takes more than any may.
func (p *Plan) bounded(how job.Release) error {
	if w := p.RowWork(how); w > MaxRowWork {
		return fmt.Errorf("it takes %d operations for each row, at most %d are allowed: "+
			"ask for fewer conditions, groups or measures", w, MaxRowWork)
	}
	if w := p.ReleaseWork(how); w > MaxReleaseWork {
		return fmt.Errorf("its figures may take %s to compute, at most %s are allowed: ask for fewer groups",
			w.Duration(), MaxReleaseWork.Duration())
	}
	return nil
}

// Sizes are what is public of a job's rows, on which, with its plan, all times of the job depend.
type Sizes struct {
	// Schema is of the table.
	Schema *schema.Schema
	// Rows is how many the table's file has.
	Rows uint32
	// Live is how many people consent.
	Live uint32
}

// What it takes to read a row and each of its cells, and to list for one person whether its rows were used, in
// operations.
const (
	readRowWork    work.Operations = 800
	readCellWork   work.Operations = 120
	readLetterWork work.Operations = 3
	useWork        work.Operations = 3_000
)

// ReadTime is the most that it takes to read the rows, to hold those that count, and to list whose were used.
func (s Sizes) ReadTime() time.Duration {
	row := readRowWork
	for i := range s.Schema.Columns {
		row += readCellWork + readLetterWork*work.Operations(s.Schema.Columns[i].Width())
	}
	return (row*work.Operations(min(s.Rows, schema.MaxRows)+vault.BlockRows) +
		useWork*work.Operations(s.Live)).Duration()
}

// RunTime is the most that it takes to compute a plan over the rows. There is none for parameters that do not fit.
func (s Sizes) RunTime(p *Plan, how job.Release) time.Duration {
	if p == nil {
		return 0
	}
	return p.Work(how, uint64(s.Rows)).Duration()
}

// Held is for how long after the release of its key a result is held, in seconds.
func (s Sizes) Held(p *Plan, how job.Release) uint64 {
	return receipt.Moment(0, s.ReadTime()+s.RunTime(p, how))
}

// sealRoom is how many seconds of a job's time are kept for the blocks in which it is charged and sealed.
const sealRoom = 5

// CheckTime returns an error, which says how many rows would fit, for a result that is held for longer than the policy
// gives a job, in seconds.
func (s Sizes) CheckTime(p *Plan, how job.Release, timeout uint64) error {
	fits := func(rows int) bool { return Sizes{s.Schema, uint32(rows), s.Live}.Held(p, how)+sealRoom <= timeout }
	if fits(int(s.Rows)) {
		return nil
	}
	most := sort.Search(int(s.Rows), func(n int) bool { return !fits(n + 1) })
	return fmt.Errorf("too much for its time: over its %d rows the result is held for %d s, %d s more are kept for "+
		"its blocks, and the policy gives a job %d s: %d rows fit, or fewer conditions, groups and measures",
		s.Rows, s.Held(p, how), sealRoom, timeout, most)
}
