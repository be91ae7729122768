package worker

import (
	"bytes"
	"crypto/rand"
	"log/slog"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/mechanism"
	"github.com/assent-network/assent/node/query"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/node/view"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/result"
	"github.com/assent-network/assent/protocol/sealed"
)

// TestAFailedRunLooksLikeAnyOther: rows that make a run fail give the default value, noise included, in a ciphertext of the same
// size, and neither an error nor a word in the operator's log.
func TestAFailedRunLooksLikeAnyOther(t *testing.T) {
	schema, err := vault.ParseSchema([]byte(`{"format":"assent-schema/1","title":"x","subject":"name","maxContributions":1,"columns":[
	 {"name":"age","type":"integer","min":"0","max":"120"},{"name":"group","type":"category","values":["a","b"]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	_, parameters, err := query.ParseLoose(kind.Query, []byte(`{"format":"assent-query/1","groups":[{"column":"group"}],"measures":[{"op":"count"},{"op":"sum","column":"age"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	researcher, err := sealed.GenerateKey(sealed.DefaultKEM, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	row := func(p byte, values ...int64) vault.Row {
		return vault.Row{Pseudonym: common.Address{p}, Values: values, Nulls: make([]bool, len(values))}
	}
	const none = "no rows, which give the default value"
	datasets := map[string]*held{
		"good rows":               {[]vault.Row{row(1, 30, 0), row(2, 40, 1)}},
		"rows out of order":       {[]vault.Row{row(2, 30, 0), row(1, 40, 1)}},
		"a row that is too short": {[]vault.Row{row(1, 30, 0), row(2, 40)}},
		"a run that panics":       nil,
		none:                      {},
	}
	for _, how := range []job.Release{job.Exact, job.Private} {
		t.Run(how.String(), func(t *testing.T) {
			key, err := mechanism.NewKey([][]byte{make([]byte, mechanism.MinShare)}, [32]byte{})
			if err != nil {
				t.Fatal(err)
			}
			spec := job.Spec{Kind: kind.Query, Release: how, ResearcherKey: researcher.PublicKey().Commitment()}
			if how == job.Private {
				spec.Rho = budget.Rho(1000)
			}
			j := &view.Job{ID: common.Hash{7}, Spec: spec}
			plain, sizes := make(map[string]string), make(map[int]bool)
			for name, rows := range datasets {
				var log bytes.Buffer
				w := &Worker{Config: Config{Log: slog.New(slog.NewTextHandler(&log, nil)), Step: func(common.Hash, string) {}}}
				opens := opening.Key{5}
				c := &computation{
					parameters: parameters, schema: schema, rows: rows, noise: key, to: researcher.PublicKey(), opening: opens,
					charge: receipt.Charge{Inputs: common.Hash{1}, LiveSubjects: 2},
				}
				ciphertext, err := c.seal(t.Context(), w, j)
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				if log.Len() != 0 {
					t.Errorf("%s: the log says %s", name, &log)
				}
				opened, err := result.Open(researcher, opens, receipt.Receipt{
					Job: j.ID, Charge: c.charge, Result: c.commitment, Ciphertext: receipt.HashBytes(ciphertext), Size: uint64(len(ciphertext)),
					Opening: opens.Commitment(),
				}, ciphertext)
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				plain[name], sizes[len(ciphertext)] = string(opened), true
			}
			if len(sizes) != 1 {
				t.Errorf("the ciphertexts have the sizes %v", sizes)
			}
			for name, got := range plain {
				if fails := name != "good rows"; fails != (got == plain[none]) {
					t.Errorf("%s give %s", name, got)
				}
			}
		})
	}
}
