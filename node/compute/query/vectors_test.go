package query

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/canonical"
	"github.com/assent-network/assent/protocol/kind"
)

var update = flag.Bool("update", false, "rewrite the results in testdata/vectors")

// vector is one file of testdata/vectors: a whole job, with everything that its result depends on.
type vector struct {
	Kind   string          `json:"kind"`
	Params json.RawMessage `json:"params"`
	Schema json.RawMessage `json:"schema"`
	// Rows are CSV under the schema's columns, with the subject column first. A subject's pseudonym is the first 20
	// bytes of the SHA-256 of its name.
	Rows string `json:"rows"`
	// RhoMicro, Share and Inputs are those of a private release; absent when it is exact.
	RhoMicro     uint64 `json:"rhoMicro,omitempty"`
	Share        string `json:"share,omitempty"`
	Inputs       string `json:"inputs,omitempty"`
	LiveSubjects uint32 `json:"liveSubjects"`
	// Floor is that of an exact release; absent when there is none.
	Floor uint32 `json:"floor,omitempty"`
	// Result is what the job must release, and MaxSize the most bytes it could have had. Error is set instead when the
	// parameters must be refused.
	Result  json.RawMessage `json:"result,omitempty"`
	MaxSize int             `json:"maxSize,omitempty"`
	Error   string          `json:"error,omitempty"`
}

func (v *vector) run(t *testing.T) ([]byte, int, error) {
	k, err := kind.Parse(v.Kind)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := canonical.Canonicalize(v.Schema)
	if err != nil {
		t.Fatal(err)
	}
	params, err := canonical.Canonicalize(v.Params)
	if err != nil {
		return nil, 0, err
	}
	data := load(t, string(schema), v.Rows)
	release := Release{How: 1, LiveSubjects: v.LiveSubjects, Floor: v.Floor}
	if v.RhoMicro != 0 {
		share, err := hex.DecodeString(v.Share)
		if err != nil {
			t.Fatal(err)
		}
		inputs, err := hex.DecodeString(v.Inputs)
		if err != nil {
			t.Fatal(err)
		}
		release.How, release.Rho = 0, budgetRho(v.RhoMicro)
		if release.Key, err = mechanism.NewKey(mechanism.Draw{
			Brokers: [][]byte{share}, Enclaves: [][]byte{share}, Inputs: [32]byte(inputs),
		}); err != nil {
			t.Fatal(err)
		}
	}
	return Run(k, params, data.schema, data.stream(), release)
}

// TestVectors runs every file of testdata/vectors. -update rewrites what they expect.
func TestVectors(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "vectors", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	good, bad := 0, 0
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var v vector
			if err := canonical.Unmarshal(b, &v); err != nil {
				t.Fatal(err)
			}
			result, size, err := v.run(t)
			if *update {
				v.Result, v.MaxSize, v.Error = result, size, ""
				if err != nil {
					v.Error = err.Error()
				}
				out, err := json.MarshalIndent(v, "", " ")
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, append(out, '\n'), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if v.Error != "" {
				bad++
				if err == nil || err.Error() != v.Error {
					t.Errorf("got error %v, want %s", err, v.Error)
				}
				return
			}
			good++
			if err != nil {
				t.Fatal(err)
			}
			want, err := canonical.Canonicalize(v.Result)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(result, want) || size != v.MaxSize {
				t.Errorf("got %d bytes of at most %d, want %d:\n%s", len(result), size, v.MaxSize, result)
			}
		})
	}
	t.Logf("%d good, %d bad", good, bad)
	if good < 5 || bad < 5 {
		t.Errorf("%d good and %d bad vectors ran, want at least five of each", good, bad)
	}
}

// TestVectorPseudonyms pins what the vectors say about names.
func TestVectorPseudonyms(t *testing.T) {
	h := sha256.Sum256([]byte("a"))
	if p, _ := pseudonymOf("a"); p != vault.Pseudonym(h[:20]) {
		t.Error("pseudonyms are not what the vectors say")
	}
}
