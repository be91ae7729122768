package worker

import (
	"bytes"
	"context"
	"crypto/rand"
	"iter"
	"log/slog"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/opening"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/result"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/statistics"
)

// TestAFailedRunLooksLikeAnyOther: rows that make a run fail, or take too long, give the default value, noise included,
// in a ciphertext of the same size at the same moment, and neither an error nor a word in the operator's log.
func TestAFailedRunLooksLikeAnyOther(t *testing.T) {
	s, err := schema.Parse([]byte(`{"format":"assent-schema/1","title":"x","subject":"name",
	 "maxContributions":1,"columns":[
	 {"name":"age","type":"integer","min":"0","max":"120"},{"name":"group","type":"category","values":["a","b"]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	_, parameters, err := statistics.Read(kind.Query,
		[]byte(`{"format":"assent-query/1","groups":[{"column":"group"}],"measures":[{"op":"count"},{"op":"sum","column":"age"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	researcher, err := sealed.GenerateKey(sealed.DefaultKEM, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	p, err := statistics.Parse(kind.Query, parameters)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := query.Compile(p, s)
	if err != nil {
		t.Fatal(err)
	}
	rows := func(rows ...int64) *vault.Columns {
		c := vault.NewColumns(s, len(rows))
		for i, age := range rows {
			row := vault.Row{Pseudonym: common.Address{byte(i)}, Values: []int64{age, int64(i % 2)},
				Nulls: make([]bool, 2)}
			if err := c.Add(&row); err != nil {
				t.Fatal(err)
			}
		}
		return c
	}
	one, err := schema.Parse([]byte(`{"format":"assent-schema/1","title":"x","subject":"name",
	 "maxContributions":1,"columns":[
	 {"name":"age","type":"integer","min":"0","max":"120"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	narrow := vault.NewColumns(one, 1)
	if err := narrow.Add(&vault.Row{Values: []int64{30}, Nulls: make([]bool, 1)}); err != nil {
		t.Fatal(err)
	}
	const (
		none = "no rows, which give the default value"
		good = "good rows"
		late = "a run that takes its time"
	)
	cases := map[string]struct {
		rows held
		few  bool
		ends func(context.Context) error // how the engine ends in place of a result
	}{
		good:                           {rows: rows(30, 40)},
		"rows of another schema":       {rows: narrow},
		"a run that panics":            {rows: panicking{}},
		"a run that takes too long":    {rows: slow{rows(30, 40), time.Minute}},
		late:                           {rows: slow{rows(30, 40), testStep - 1}},
		"fewer people than the policy": {rows: rows(30, 40), few: true},
		none:                           {rows: rows()},
		"an engine that ends at once":  {ends: func(context.Context) error { return compute.ErrEnded }},
		"one that ends in between": {ends: func(context.Context) error {
			time.Sleep(testStep / 2)
			return compute.ErrEnded
		}},
		"one that says nothing": {ends: func(ctx context.Context) error {
			<-ctx.Done()
			return ctx.Err()
		}},
	}
	for _, how := range []job.Release{job.Exact, job.Private} {
		t.Run(how.String(), func(t *testing.T) {
			share := [][]byte{make([]byte, mechanism.MinShare)}
			key, err := mechanism.NewKey(mechanism.Draw{Brokers: share, Enclaves: share})
			if err != nil {
				t.Fatal(err)
			}
			spec := job.Spec{Kind: kind.Query, Release: how, ResearcherKey: researcher.PublicKey().Commitment()}
			if how == job.Private {
				spec.Rho = budget.Rho(1000)
			}
			j := &contracts.Job{ID: common.Hash{7}, Spec: spec}
			plain, sizes, moments := make(map[string]string), make(map[int]bool), make(map[time.Duration]bool)
			for name, with := range cases {
				var log bytes.Buffer
				w := &Worker{cfg: Config{Log: slog.New(slog.NewTextHandler(&log, nil)),
					Step: func(common.Hash, string) {}}}
				opens := opening.Key{5}
				c := &computation{
					parameters: parameters, plan: plan, sizes: sizesOf(s, 2, 2), few: with.few, noise: key,
					to: researcher.PublicKey(), opening: opens,
					charge: receipt.Charge{Inputs: common.Hash{1}, LiveSubjects: 2},
				}
				engine := &counted{Session: ranOver(c, j, with.rows), ends: with.ends}
				c.engine = engine
				var ciphertext []byte
				took := paced(t, c, func(ctx context.Context) { ciphertext, err = c.seal(ctx, w, j) })
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				moments[took] = true
				if engine.closed != 1 || c.engine != nil || c.plain != nil {
					t.Errorf("%s: the engine was closed %d times", name, engine.closed)
				}
				if log.Len() != 0 {
					t.Errorf("%s: the log says %s", name, &log)
				}
				opened, err := result.Open(researcher, opens, receipt.Receipt{
					Job: j.ID, Charge: c.charge, Result: c.commitment, Ciphertext: receipt.HashBytes(ciphertext),
					Size:    uint64(len(ciphertext)),
					Opening: opens.Commitment(),
				}, ciphertext)
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				plain[name], sizes[len(ciphertext)] = string(opened), true
			}
			if len(sizes) != 1 || len(moments) != 1 {
				t.Errorf("the ciphertexts have the sizes %v and take %v", sizes, moments)
			}
			for name, got := range plain {
				if fails := name != good && name != late &&
					(!cases[name].few || how == job.Exact); fails != (got == plain[none]) {
					t.Errorf("%s give %s", name, got)
				}
			}
		})
	}
}

// counted is an engine that may end, and counts how often it is closed.
type counted struct {
	compute.Session
	ends   func(context.Context) error
	closed int
}

func (c *counted) Run(ctx context.Context, key mechanism.Key, most int) ([]byte, error) {
	if c.ends != nil {
		return nil, c.ends(ctx)
	}
	return c.Session.Run(ctx, key, most)
}

func (c *counted) Close() { c.closed++ }

// panicking are rows that make a run panic.
type panicking struct{}

func (panicking) Blocks() iter.Seq2[*vault.Block, error] {
	return func(func(*vault.Block, error) bool) { panic("a run that panics") }
}
