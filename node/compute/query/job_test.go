package query

import (
	"testing"

	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/result"
	"github.com/assent-network/assent/protocol/statistics"
)

// TestRunCOMPAS runs the main job end to end, and holds its size to what a ciphertext on chain takes.
func TestRunCOMPAS(t *testing.T) {
	data := compas(t)
	_, params, err := statistics.Read(kind.Fairness, []byte(compasFairness))
	if err != nil {
		t.Fatal(err)
	}
	for _, release := range []Release{{How: job.Exact, LiveSubjects: 7214},
		{How: job.Private, Rho: 50_000, Key: noiseKey(t, 1), LiveSubjects: 7214}} {
		encoded, maxSize, err := Run(kind.Fairness, params, data.schema, data.stream(), release)
		if err != nil {
			t.Fatal(err)
		}
		size, err := result.Size(maxSize)
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d bytes, at most %d, sealed %d", release.How, len(encoded), maxSize, size)
		if _, err := statistics.Decode(encoded); err != nil {
			t.Error(err)
		}
	}
	if _, _, err := Run(kind.Fairness, append(params, ' '), data.schema, data.stream(),
		Release{How: job.Exact}); err == nil {
		t.Error("parameters that are not canonical: accepted")
	}
	if _, _, err := Run(kind.Query, params, data.schema, data.stream(), Release{How: job.Exact}); err == nil {
		t.Error("parameters of another kind: accepted")
	}
}
