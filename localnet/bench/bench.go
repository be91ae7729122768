// Package bench measures a network on this machine, and beside it a plain Ethereum chain with the same contracts under
// the same load, so that what consensus, proofs and confidential work cost can be read as a ratio.
//
// Both run one after the other, each alone, in one run; figures of different runs or machines are not comparable. What
// is measured and how is in docs/operations/benchmarks.md.
package bench

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"time"
)

// Scale says how much of everything there is. The zero value of a field is the usual amount.
type Scale struct {
	Transfers int // one after the other
	Clients   int // that send single grants at the same time
	Grants    int // sent by them, after each step of subjects
	Subjects  int // enrolled in batches, in steps
	Jobs      int // one after the other
}

// usual is the scale that the targets are for; quick shows in half a minute that all of it works.
var (
	usual = Scale{Transfers: 60, Clients: 200, Grants: 12_000, Subjects: 100_000, Jobs: 5}
	quick = Scale{Transfers: 10, Clients: 20, Grants: 200, Subjects: 2_000, Jobs: 1}
)

// Usual is the scale that the targets are for.
func Usual() Scale { return usual }

// Quick is a scale that only shows that everything works.
func Quick() Scale { return quick }

func (s Scale) withDefaults() Scale {
	for _, f := range []struct{ set, otherwise *int }{
		{&s.Transfers, &usual.Transfers}, {&s.Clients, &usual.Clients}, {&s.Grants, &usual.Grants},
		{&s.Subjects, &usual.Subjects}, {&s.Jobs, &usual.Jobs},
	} {
		if *f.set == 0 {
			*f.set = *f.otherwise
		}
	}
	return s
}

func (s Scale) validate() error {
	switch {
	case s.Transfers < 1 || s.Clients < 1 || s.Grants < 1 || s.Subjects < 1 || s.Jobs < 1:
		return fmt.Errorf("a scale of %+v has something less than one", s)
	case s.Clients > maxClients:
		return fmt.Errorf("%d clients: choose at most %d", s.Clients, maxClients)
	case s.Grants%s.Clients != 0:
		return fmt.Errorf("%d grants cannot be shared evenly by %d clients", s.Grants, s.Clients)
	case s.Grants > min(s.Subjects, step):
		return fmt.Errorf("%d single grants are more than the %d subjects of a step", s.Grants, min(s.Subjects, step))
	case s.Subjects > step && s.Subjects%step != 0:
		return fmt.Errorf("%d subjects cannot be enrolled in steps of %d", s.Subjects, step)
	}
	return nil
}

// Config says what to measure.
type Config struct {
	// Dir is an empty directory for the networks. Its owner removes it.
	Dir string
	// Assent is the assent program; assent-node and assent-runtime are looked for beside it and in PATH.
	Assent string
	// Anvil is the program of the plain chain; without it nothing is compared.
	Anvil  string
	Scale  Scale
	Now    func() time.Time
	Random io.Reader
	// Step is told of every part: it returns what to call at its end. It may be nil.
	Step func(format string, args ...any) (done func(format string, args ...any))
	// Log takes what the programs write about themselves.
	Log io.Writer
}

// Run measures. It takes a few minutes at the usual scale, and a minute for each further step of subjects.
func Run(ctx context.Context, cfg Config) (*Report, error) {
	cfg.Scale = cfg.Scale.withDefaults()
	if err := cfg.Scale.validate(); err != nil {
		return nil, fmt.Errorf("measuring: %w", err)
	}
	if cfg.Step == nil {
		cfg.Step = func(string, ...any) func(string, ...any) { return func(string, ...any) {} }
	}
	if cfg.Log == nil {
		cfg.Log = io.Discard
	}
	r := newReport(cfg)
	own, err := runAssent(ctx, cfg)
	if err != nil {
		return nil, fmt.Errorf("measuring the network: %w", err)
	}
	r.own(own)
	if cfg.Anvil != "" {
		// It keeps every block in memory, and its state is a map: more subjects would show nothing but that.
		cfg.Scale.Subjects = min(cfg.Scale.Subjects, step)
		plain, err := runPlain(ctx, cfg)
		if err != nil {
			return nil, fmt.Errorf("measuring the plain chain: %w", err)
		}
		r.plain(plain)
	}
	r.finish(cfg.Now())
	return r, nil
}

// step is how many subjects are enrolled before rates are taken again.
const step = 100_000

// Step is what was measured while a ledger grew from the step before.
type Step struct {
	// Subjects is how many there were at the end.
	Subjects int `json:"subjects"`
	// Batches and Singles are grants per second: of the subjects that came, and afterwards of single ones.
	Batches float64 `json:"batchesPerSecond"`
	Singles float64 `json:"singlesPerSecond"`
	// Costs is the processor time of a grant, in microseconds, by row, and Memory what each program needed at most
	// during the step, and what they had mapped of files, in megabytes.
	Costs  map[string]Cost    `json:"costs"`
	Memory map[string]float64 `json:"memoryMB"`
}

// figures are what was measured of one chain. Zero fields were not.
type figures struct {
	finality50, finality95 time.Duration
	singles, batches       float64 // grants per second, over all steps
	steps                  []Step
	fetch                  time.Duration // of the consent state, verified
	worked                 worked
	memory                 memory
	costs                  map[string]Cost // by the row's id: of a grant, or of the whole consent state
}

// runAssent measures a network of one process with its gateway.
func runAssent(ctx context.Context, cfg Config) (f figures, err error) {
	n, err := startNetwork(ctx, cfg)
	if err != nil {
		return f, err
	}
	defer func() { err = errors.Join(err, n.stop(context.WithoutCancel(ctx))) }()
	if err := f.quiet(ctx, cfg, n.chain); err != nil {
		return f, err
	}
	if f.worked, err = n.jobs(ctx, cfg); err != nil {
		return f, err
	}
	l, err := f.loaded(ctx, cfg, n.chain)
	if err != nil {
		return f, err
	}
	if f.costs["consent"], err = n.sampler.cost(fetches, func() (err error) {
		f.fetch, err = n.fetchConsent(ctx, cfg, l)
		return err
	}); err != nil {
		return f, err
	}
	f.memory, err = n.sampler.stop()
	return f, err
}

// runPlain measures the plain chain.
func runPlain(ctx context.Context, cfg Config) (f figures, err error) {
	p, err := startPlain(ctx, cfg)
	if err != nil {
		return f, err
	}
	defer func() { err = errors.Join(err, p.stop()) }()
	if err := f.quiet(ctx, cfg, p.chain); err != nil {
		return f, err
	}
	if _, err := f.loaded(ctx, cfg, p.chain); err != nil {
		return f, err
	}
	f.memory, err = p.sampler.stop()
	return f, err
}

// quiet measures what needs a chain that has nothing else to do.
func (f *figures) quiet(ctx context.Context, cfg Config, c *chain) error {
	done := cfg.Step("%s: %d transfers", c.name, cfg.Scale.Transfers)
	durations, err := c.transfers(ctx, cfg.Scale.Transfers)
	if err != nil {
		return err
	}
	f.finality50, f.finality95 = durations.P50(), durations.P95()
	done("final in %d ms (p50), %d ms (p95)", f.finality50.Milliseconds(), f.finality95.Milliseconds())
	return nil
}

// loaded measures what fills a chain with work: subjects in batches, a step at a time, and single grants after each.
func (f *figures) loaded(ctx context.Context, cfg Config, c *chain) (*ledger, error) {
	done := cfg.Step("%s: signing %d grants", c.name, cfg.Scale.Subjects)
	l, err := newLedger(ctx, cfg, c)
	if err != nil {
		return nil, err
	}
	done("%s before", megabytes(c.sampler.lap()))
	var batches, singles time.Duration
	for from := 0; from < cfg.Scale.Subjects; from += step {
		s := Step{Subjects: min(from+step, cfg.Scale.Subjects), Costs: make(map[string]Cost)}
		done := cfg.Step("%s: %d grants in batches, up to %d", c.name, s.Subjects-from, s.Subjects)
		took, err := s.measure(c, "batches", s.Subjects-from, func() (time.Duration, error) {
			return l.batches(ctx, from, s.Subjects)
		})
		if err != nil {
			return nil, err
		}
		batches, s.Batches = batches+took, float64(s.Subjects-from)/took.Seconds()
		s.remember(c.sampler.lap())
		done("%.0f per second; %s; %s", s.Batches, s.Costs["batches"], megabytes(s.Memory))

		done = cfg.Step("%s: %d single grants by %d clients", c.name, cfg.Scale.Grants, cfg.Scale.Clients)
		took, err = s.measure(c, "singles", cfg.Scale.Grants, func() (time.Duration, error) {
			return l.singles(ctx, cfg.Scale, from, s.Subjects)
		})
		if err != nil {
			return nil, err
		}
		singles, s.Singles = singles+took, float64(cfg.Scale.Grants)/took.Seconds()
		lap := c.sampler.lap()
		s.remember(lap)
		done("%.0f per second; %s; %s", s.Singles, s.Costs["singles"], megabytes(lap))
		f.steps = append(f.steps, s)
	}
	f.batches = float64(cfg.Scale.Subjects) / batches.Seconds()
	f.singles = float64(cfg.Scale.Grants*len(f.steps)) / singles.Seconds()
	f.costs = maps.Clone(f.steps[len(f.steps)-1].Costs)
	return l, nil
}

// measure measures one kind of work of a step.
func (s *Step) measure(
	c *chain, row string, pieces int, do func() (time.Duration, error),
) (took time.Duration, err error) {
	s.Costs[row], err = c.sampler.cost(pieces, func() (err error) {
		took, err = do()
		return err
	})
	return took, err
}

// remember takes in what programs occupied.
func (s *Step) remember(lap map[string]float64) {
	if s.Memory == nil {
		s.Memory = make(map[string]float64)
	}
	for name, most := range lap {
		s.Memory[name] = max(s.Memory[name], most)
	}
}
