package bench

import (
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"text/tabwriter"
	"time"
)

// Report is what one run measured on one machine.
type Report struct {
	Machine  Machine   `json:"machine"`
	Started  time.Time `json:"started"`
	Finished time.Time `json:"finished"`
	Scale    Scale     `json:"scale"`
	Rows     []Row     `json:"rows"`
	// Steps is what was measured as the ledger grew, where there was more than one step.
	Steps []Step `json:"steps,omitempty"`
	// Peaks is the most memory that each program occupied, in megabytes.
	Peaks map[string]float64 `json:"peaksMB"`
	// Costs is where processor time went, in microseconds, by chain and row: of one grant, or of the whole consent
	// state.
	Costs map[string]map[string]Cost `json:"costs"`
	// BundleBytes is the size of the audit bundle that was verified.
	BundleBytes int `json:"bundleBytes"`
}

// Machine says where a report is from.
type Machine struct {
	CPU    string `json:"cpu"`
	Cores  int    `json:"cores"`
	Memory string `json:"memory"`
	Kernel string `json:"kernel"`
	Go     string `json:"go"`
	// Load is the system's load average before the run: what else was going on.
	Load string `json:"load"`
	// Revision is the source's.
	Revision string `json:"revision"`
}

// Row is one figure.
type Row struct {
	ID     string  `json:"id"`
	What   string  `json:"what"`
	Unit   string  `json:"unit"`
	Value  float64 `json:"value"`
	Target float64 `json:"target"`
	// AtLeast says that the target is a least value; others are a most.
	AtLeast bool `json:"atLeast"`
	// Met says whether the target was met.
	Met bool `json:"met"`
	// Plain is the plain chain's value, where there is one.
	Plain *float64 `json:"plain,omitempty"`
}

// met reports whether a row's target was met, if it has one.
func (r *Row) met() bool {
	switch {
	case r.Target == 0:
		return true
	case r.AtLeast:
		return r.Value >= r.Target
	}
	return r.Value <= r.Target
}

const megabyte = 1e6

func newReport(cfg Config) *Report {
	return &Report{Machine: machine(), Started: cfg.Now().UTC(), Scale: cfg.Scale, Peaks: make(map[string]float64),
		Costs: make(map[string]map[string]Cost)}
}

// milliseconds and seconds are durations as figures.
func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

func (r *Report) own(f figures) {
	s := r.Scale
	consent, memory := 2.0, 1_200.0 // of the usual ledger; the others' are those of a million subjects
	if s.Subjects > step {
		consent, memory = 15, 3_000
	}
	rows := []Row{
		{ID: "finality-p50", What: "a transfer becomes final, p50", Unit: "ms", Value: milliseconds(f.finality50),
			Target: 500},
		{ID: "finality-p95", What: "a transfer becomes final, p95", Unit: "ms", Value: milliseconds(f.finality95)},
		{ID: "singles", What: fmt.Sprintf("single grants, %d clients", s.Clients), Unit: "per s", Value: f.singles,
			Target: 600, AtLeast: true},
		{ID: "batches", What: "grants in batches", Unit: "per s", Value: f.batches, Target: 5_000, AtLeast: true},
		{ID: "consent", What: fmt.Sprintf("consent of %d subjects, fetched and verified", s.Subjects), Unit: "s",
			Value: f.fetch.Seconds(), Target: consent},
		{ID: "job", What: "an empty job, from post to receipt", Unit: "s", Value: f.worked.receipt.Seconds(),
			Target: 4},
		{ID: "opened", What: "an empty job, from post to opened result", Unit: "s", Value: f.worked.opened.Seconds(),
			Target: 5},
		{ID: "verify", What: "an audit bundle, verified offline", Unit: "s", Value: f.worked.verify.Seconds(),
			Target: 0.1},
		{ID: "memory", What: "most memory of node, runtime and gateway", Unit: "MB",
			Value: float64(f.memory.Own) / megabyte, Target: memory},
		{ID: "resident", What: "with pages of files that they mapped", Unit: "MB",
			Value: float64(f.memory.Resident) / megabyte},
	}
	if last := len(f.steps) - 1; last > 0 {
		r.Steps = f.steps
		rows = append(rows,
			Row{ID: "batches-kept", What: "batches of the last step, of those of the first",
				Value: f.steps[last].Batches / f.steps[0].Batches, Target: 0.8, AtLeast: true},
			Row{ID: "singles-kept", What: "single grants of the last step, of the first",
				Value: f.steps[last].Singles / f.steps[0].Singles, Target: 0.8, AtLeast: true},
		)
	}
	for _, row := range rows {
		row.Met = row.met()
		r.Rows = append(r.Rows, row)
	}
	r.BundleBytes = f.worked.bundle
	r.Costs["assent"] = f.costs
	r.peaks(f)
}

func (r *Report) plain(f figures) {
	for id, value := range map[string]float64{
		"finality-p50": milliseconds(f.finality50), "finality-p95": milliseconds(f.finality95), "singles": f.singles,
		"batches": f.batches,
		"memory":  float64(f.memory.Own) / megabyte, "resident": float64(f.memory.Resident) / megabyte,
	} {
		for i := range r.Rows {
			if r.Rows[i].ID == id {
				r.Rows[i].Plain = &value
			}
		}
	}
	r.Costs["plain chain"] = f.costs
	r.peaks(f)
}

func (r *Report) peaks(f figures) {
	for name, bytes := range f.memory.Peaks {
		r.Peaks[name] = float64(bytes) / megabyte
	}
}

func (r *Report) finish(now time.Time) { r.Finished = now.UTC() }

// Missed lists the targets that were not met.
func (r *Report) Missed() []string {
	var out []string
	for _, row := range r.Rows {
		if !row.Met {
			out = append(out, row.ID)
		}
	}
	return out
}

// Print writes the report as an aligned table.
func (r *Report) Print(w io.Writer) {
	m := r.Machine
	fmt.Fprintf(w, "%s, %d cores, %s; %s; %s; load before %s; source %s\n", m.CPU, m.Cores, m.Memory, m.Kernel, m.Go,
		m.Load, m.Revision)
	fmt.Fprintf(w, "%s, %.0f s\n\n", r.Started.Format(time.RFC3339), r.Finished.Sub(r.Started).Seconds())
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "\tmeasured\ttarget\t\tplain chain\tratio\t\t")
	for _, row := range r.Rows {
		target, met, plain, ratio := "", "", "", ""
		if row.Target != 0 {
			sign := "<="
			if row.AtLeast {
				sign = ">="
			}
			target, met = sign+" "+figure(row.Target), "met"
			if !row.Met {
				met = "missed"
			}
		}
		if row.Plain != nil {
			plain, ratio = figure(*row.Plain), figure(row.Value / *row.Plain)
		}
		fmt.Fprintf(t, "%s\t%s %s\t%s\t%s\t%s\t%s\t\t\n", pad(row.What, r.widest()), figure(row.Value), row.Unit,
			target, met, plain, ratio)
	}
	_ = t.Flush()
	if c, ok := r.Costs["assent"]["consent"]; ok {
		fmt.Fprintf(w, "\nreading all consents once: %s\n", c)
	}
	r.printSteps(w)
}

// printSteps writes what was measured as the ledger grew.
func (r *Report) printSteps(w io.Writer) {
	if len(r.Steps) == 0 {
		return
	}
	fmt.Fprintln(w)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "subjects\tbatches\truntime\tnode\tsingles\truntime\tnode\tmemory\tmapped\t")
	for _, s := range r.Steps {
		var memory float64
		for name, m := range s.Memory {
			if name != mapped {
				memory += m
			}
		}
		batches, singles := s.Costs["batches"], s.Costs["singles"]
		fmt.Fprintf(t, "%d\t%.0f/s\t%.0f us\t%.0f us\t%.0f/s\t%.0f us\t%.0f us\t%.0f MB\t%.0f MB\t\n", s.Subjects,
			s.Batches, batches["runtime"], batches["node"], s.Singles, singles["runtime"], singles["node"], memory,
			s.Memory[mapped])
	}
	_ = t.Flush()
}

// widest is how wide the first column is: it is aligned to the left, which a tabwriter does for all columns or none.
func (r *Report) widest() int {
	n := 0
	for _, row := range r.Rows {
		n = max(n, len(row.What))
	}
	return n
}

func pad(s string, width int) string { return s + strings.Repeat(" ", width-len(s)) }

// figure prints three digits, or all of those before the point.
func figure(v float64) string {
	switch {
	case v >= 100:
		return fmt.Sprintf("%.0f", v)
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	case v >= 1:
		return fmt.Sprintf("%.2f", v)
	}
	return fmt.Sprintf("%.2g", v)
}

// machine reads what this machine is. What cannot be read is left out.
func machine() Machine {
	m := Machine{
		CPU: "unknown processor", Cores: runtime.GOMAXPROCS(0), Memory: "unknown memory", Kernel: "unknown kernel",
		Go: runtime.Version(), Load: "unknown", Revision: "unknown",
	}
	if v, ok := field("/proc/cpuinfo", "model name"); ok {
		m.CPU = v
	}
	if v, ok := field("/proc/meminfo", "MemTotal"); ok {
		m.Memory = v
	}
	if b, err := os.ReadFile("/proc/sys/kernel/osrelease"); err == nil {
		m.Kernel = "Linux " + strings.TrimSpace(string(b))
	}
	if b, err := os.ReadFile("/proc/loadavg"); err == nil {
		m.Load, _, _ = strings.Cut(string(b), " ")
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && len(s.Value) >= 12 {
				m.Revision = s.Value[:12]
			}
		}
	}
	return m
}

// field reads the first line "name: value" of a file.
func field(path, name string) (string, bool) {
	b, err := os.ReadFile(path)
	if err != nil {
		return "", false
	}
	for line := range strings.Lines(string(b)) {
		key, value, ok := strings.Cut(line, ":")
		if ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value), true
		}
	}
	return "", false
}
