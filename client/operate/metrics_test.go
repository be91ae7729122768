package operate

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/assent-network/assent/node/broker"
	"github.com/assent-network/assent/node/worker"
)

var (
	described = regexp.MustCompile(`fqName: "([^"]+)"`)
	named     = regexp.MustCompile(`\bassent_[a-z]+_[a-z_]+`)
	ofGateway = regexp.MustCompile(`(?:Name:\s+|gauge\(\s*|counter\(\s*)"([a-z_]+)"`)
)

// figures returns the names of all figures that services have.
func figures(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	for service, enclave := range map[string]common.Address{"worker": {1}, "broker": {}} {
		m := newMeasured(&Station{Sender: &Sender{}}, service, enclave)
		collectors := []prometheus.Collector{m}
		if service == "worker" {
			collectors = append(collectors, m.steps())
		} else {
			collectors = append(collectors, m.answers())
		}
		for _, c := range collectors {
			to := make(chan *prometheus.Desc, 16)
			c.Describe(to)
			close(to)
			for d := range to {
				names[described.FindStringSubmatch(d.String())[1]] = true
			}
		}
	}
	source, err := os.ReadFile(filepath.Join("..", "..", "gateway", "metrics.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, found := range ofGateway.FindAllStringSubmatch(string(source), -1) {
		names["assent_gateway_"+found[1]] = true
	}
	return names
}

// TestMonitoringPage: the page on monitoring names every figure, and it and the dashboard no other.
func TestMonitoringPage(t *testing.T) {
	names := figures(t)
	if len(names) < 15 {
		t.Fatalf("only %d figures: %v", len(names), slices.Sorted(maps.Keys(names)))
	}
	for file, whole := range map[string]bool{"monitoring.md": true, "dashboard.json": false} {
		b, err := os.ReadFile(filepath.Join("..", "..", "docs", "operations", file))
		if err != nil {
			t.Fatal(err)
		}
		has := map[string]bool{}
		for _, name := range named.FindAllString(string(b), -1) {
			has[name] = true
			if !names[name] {
				t.Errorf("%s names %s, which no service has", file, name)
			}
		}
		for name := range names {
			if whole && !has[name] {
				t.Errorf("%s does not name %s", file, name)
			}
		}
	}
}

// TestFiguresTellNothingOfPeople: no figure is by dataset, job or person, and none is a duration or size of computing.
func TestFiguresTellNothingOfPeople(t *testing.T) {
	m := newMeasured(&Station{Sender: &Sender{}}, "worker", common.Address{1})
	m.steps().WithLabelValues(worker.StepClaim).Inc()
	b := newMeasured(&Station{Sender: &Sender{}}, "broker", common.Address{})
	b.answers().WithLabelValues("/release", broker.OutcomeGranted).Inc()
	allowed := []string{"step", "path", "outcome"}
	for _, c := range []prometheus.Collector{m, m.counted, b, b.counted} {
		to := make(chan *prometheus.Desc, 16)
		c.Describe(to)
		close(to)
		for d := range to {
			labels := regexp.MustCompile(`variableLabels: \{([^}]*)\}`).FindStringSubmatch(d.String())[1]
			for l := range strings.SplitSeq(labels, ",") {
				if l != "" && !slices.Contains(allowed, l) {
					t.Errorf("%s has the label %s", d, l)
				}
			}
		}
	}
}
