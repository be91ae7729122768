package worker

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/node/compute/process"
	"github.com/assent-network/assent/node/compute/query"
	"github.com/assent-network/assent/node/fetch"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/receipt"
	"github.com/assent-network/assent/protocol/result"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/sealed"
	"github.com/assent-network/assent/protocol/statistics"
)

// mangles is the command by which the test program is a process that answers as it should, up to a message:
// "used:dies".
const mangles = "mangles"

// mangle is such a process.
func mangle(what string) int {
	at, how, _ := strings.Cut(what, ":")
	said, says := io.Pipe()
	go func() {
		_ = process.Serve(os.Stdin, says, func(*compute.Job) error { return nil })
		os.Exit(1)
	}()
	for _, message := range []string{"roster", "used", "result"} {
		head := make([]byte, 5) // what it is, and its length
		if _, err := io.ReadFull(said, head); err != nil {
			return 1
		}
		body := make([]byte, binary.BigEndian.Uint32(head[1:]))
		if _, err := io.ReadFull(said, body); err != nil {
			return 1
		}
		if message == at {
			switch how {
			case "dies":
				return 3
			case "is cut off":
				_, _ = os.Stdout.Write(append(head, body[:len(body)-1]...))
				return 0
			case "is empty":
				body = nil
			case "is too long":
				body = append(body, make([]byte, 1<<16)...)
			case "is another":
				head[0] = 77
			case "is of others": // who is not live, or has rows twice
				for i := range body {
					body[i] ^= 0xff
				}
			case "never comes":
				select {}
			}
			binary.BigEndian.PutUint32(head[1:], uint32(len(body)))
		}
		if _, err := os.Stdout.Write(append(head, body...)); err != nil {
			return 1
		}
	}
	select {}
}

// processJob is a job over a small table, with what a worker has of it.
type processJob struct {
	file       *fetch.File
	posted     *material
	secrets    release.Key
	version    *dataset.Version
	researcher sealed.PrivateKey
	spec       job.Spec
	parameters []byte
	plan       *query.Plan
	live       []common.Address
}

// newProcessJob is over eight people, of whom seven consent.
func newProcessJob(t *testing.T, how job.Release) *processJob {
	t.Helper()
	p := &processJob{spec: job.Spec{Kind: kind.Query, Release: how}}
	if how == job.Private {
		p.spec.Rho = 1000
	}
	schema, err := schema.Parse([]byte(headSchema))
	if err != nil {
		t.Fatal(err)
	}
	parsed, parameters, err := statistics.Read(kind.Query,
		[]byte(`{"format":"assent-query/1","measures":[{"op":"count"},{"op":"sum","column":"age"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	p.parameters = parameters
	if p.plan, err = query.Compile(parsed, schema); err != nil {
		t.Fatal(err)
	}
	if p.researcher, err = sealed.GenerateKey(sealed.DefaultKEM, rand.Reader); err != nil {
		t.Fatal(err)
	}
	key, err := vault.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	const people = 8
	table, names := "name,age\n", "abcdefgh"
	var roster []dataset.RosterEntry
	for i := range people {
		table += names[i:i+1] + ",4" + string(rune('0'+i)) + "\n"
		pseudonym := common.Address{byte(i + 1)}
		roster = append(roster, dataset.RosterEntry{Pseudonym: pseudonym, Salt: common.Hash{byte(i + 1)}})
		if i > 0 {
			p.live = append(p.live, pseudonym)
		}
	}
	var file bytes.Buffer
	packed, err := vault.Pack(&file, strings.NewReader(table), vault.PackConfig{
		Schema: schema, Roster: roster, Recipients: []string{key.Recipient()},
		Pseudonym: func(name string) (vault.Pseudonym, bool) { return common.Address{name[0] - 'a' + 1}, true },
	})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "data.age")
	if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	store := &fetch.Store{Dir: t.TempDir(), MaxSize: 1 << 20}
	if p.file, err = store.Get(t.Context(), path, packed.ContentRoot); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.file.Close() })
	hash, err := schema.Hash()
	if err != nil {
		t.Fatal(err)
	}
	p.posted = &material{
		file: p.file, schema: schema, plan: p.plan,
		table: dataset.Table{Content: packed.ContentRoot, Schema: hash, Rows: people},
	}
	p.secrets = release.Key{
		FileKey: fileKeyOf(t, key, file.Bytes()), Share: make([]byte, 32), UseSecret: make([]byte, 32),
	}
	p.version = &dataset.Version{RosterRoot: rootOf(t, roster)}
	return p
}

const headSchema = `{"format":"assent-schema/1","title":"x","subject":"name","maxContributions":1,"columns":[
 {"name":"age","type":"integer","min":"0","max":"120"}]}`

// outcome is what a job shows, and what its researcher finds in the result.
type outcome struct {
	read, sealed error
	pauses       [2]time.Duration // until the charge, until the result
	size         int
	log          string
	plain        string
}

// run runs the job by processes of a command line. A process that never answers is waited for until its time is over.
func (p *processJob) run(t *testing.T, command []string, answers bool) (o outcome) {
	t.Helper()
	engines, err := process.New(command)
	if err != nil {
		t.Fatal(err)
	}
	defer engines.Close()
	var log bytes.Buffer
	w := &Worker{cfg: Config{
		Log: slog.New(slog.NewTextHandler(&log, nil)), Step: func(common.Hash, string) {}, MaxHeld: 1 << 20,
		Engines: engines,
		Random:  bytes.NewReader(bytes.Repeat([]byte{9}, 32)),
	}}
	j := &contracts.Job{ID: common.Hash{7}, Spec: p.spec}
	c := &computation{
		people: cohortOf(t, p.live...), plan: p.plan,
		sizes:      sizesOf(p.posted.schema, p.posted.table.Rows, uint32(len(p.live))),
		parameters: p.parameters, to: p.researcher.PublicKey(),
		charge: receipt.Charge{LiveSubjects: uint32(len(p.live))},
	}
	defer c.close()
	began := time.Now()
	stage := 0
	clock := func() time.Time { return began }
	c.pace = pacer{step: testStep, now: clock, pause: func(_ context.Context, d time.Duration) error {
		o.pauses[stage] += d
		return nil
	}}
	if err := c.commit(w, j, bytes.Clone(p.secrets.Share)); err != nil {
		t.Fatal(err)
	}
	if o.read = c.read(t.Context(), w, j, p.posted, p.secrets, p.version); o.read != nil {
		o.log = log.String()
		return o
	}
	stage = 1
	answered := make(chan struct{})
	c.pace.worked = func() { close(answered) }
	c.pace.pause = func(_ context.Context, d time.Duration) error {
		o.pauses[stage] += d
		if answers {
			<-answered
		}
		return nil
	}
	if err := c.fixKeys(j.ID, common.Hash{10}); err != nil {
		t.Fatal(err)
	}
	ciphertext, err := c.seal(t.Context(), w, j)
	if o.sealed, o.size, o.log = err, len(ciphertext), log.String(); err != nil {
		return o
	}
	plain, err := result.Open(p.researcher, c.opening, receipt.Receipt{
		Job: j.ID, Charge: c.charge, Result: c.commitment, Ciphertext: receipt.HashBytes(ciphertext),
		Size:    uint64(len(ciphertext)),
		Opening: c.opening.Commitment(),
	}, ciphertext)
	if err != nil {
		t.Fatal(err)
	}
	o.plain = string(plain)
	return o
}

// TestAProcessThatFails: however the process of a job ends, or what it says in place of a result: what leaves is the
// default value, at the moment of the result, of its size, without an error or a word in the log. What it says before
// the charge keeps the job from being charged, at the time at which it would be, and always with the same words.
func TestAProcessThatFails(t *testing.T) {
	for _, how := range []job.Release{job.Exact, job.Private} {
		t.Run(how.String(), func(t *testing.T) {
			p := newProcessJob(t, how)
			good := p.run(t, process.Self(), true)
			if good.read != nil || good.sealed != nil || good.plain == "" || good.pauses[0] == 0 ||
				good.pauses[1] == 0 {
				t.Fatalf("a job that goes well: %+v", good)
			}
			if again := p.run(t, process.Self(), true); again != good {
				t.Fatalf("once more it shows %+v, and %+v before", again, good)
			}
			otherwise := ""
			for _, end := range []string{
				"dies", "is cut off", "is empty", "is too long", "is another", "never comes",
			} {
				got := p.run(t, []string{"/proc/self/exe", mangles, "result:" + end}, end != "never comes")
				if otherwise == "" {
					otherwise = got.plain
				}
				want := good
				want.plain = otherwise
				if got != want || got.plain == good.plain {
					t.Errorf("when the result %s: %+v, want %+v", end, got, want)
				}
			}
			for _, message := range []string{"roster", "used"} {
				for _, end := range []string{"dies", "is cut off", "is empty", "is too long", "is another",
					"is of others"} {
					if message == "roster" && end == "is of others" {
						continue // it has another root
					}
					got := p.run(t, []string{"/proc/self/exe", mangles, message + ":" + end}, true)
					if !errors.Is(got.read, compute.ErrEnded) || got.read.Error() != "reading the dataset: "+
						compute.ErrEnded.Error() {
						t.Errorf("when %s %s: %v", message, end, got.read)
					}
					if message == "used" && got.pauses != [2]time.Duration{good.pauses[0], 0} || got.log != good.log {
						t.Errorf("when %s %s: %+v", message, end, got)
					}
				}
			}
			got := p.run(t, []string{"/proc/self/exe", mangles, "roster:is of others"}, true)
			if got.read == nil {
				t.Error("a roster of others is taken")
			}
		})
	}
}
