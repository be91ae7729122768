package process

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/node/compute/computetest"
	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/statistics"
	"github.com/assent-network/assent/protocol/use"
)

// TestMain lets the test program be the processes that it starts: the real one, and others that misbehave.
func TestMain(m *testing.M) {
	switch {
	case Is(os.Args):
		os.Exit(Main())
	case len(os.Args) == 3 && os.Args[1] == playsCommand:
		os.Exit(play(os.Args[2]))
	}
	os.Exit(m.Run())
}

const schemaText = `{"format":"assent-schema/1","title":"x","subject":"name","maxContributions":2,"columns":[
 {"name":"age","type":"integer","min":"0","max":"120"},{"name":"group","type":"category","values":["a","b"]}]}`

const parametersText = `{"format":"assent-query/1","groups":[{"column":"group"}],` +
	`"measures":[{"op":"count"},{"op":"sum","column":"age"}]}`

// sample is a job over a table.
type sample struct {
	file    []byte
	key     *vault.Key
	content [32]byte
	job     compute.Job
	roster  []dataset.RosterEntry
	noise   mechanism.Key
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func pseudonymOf(i int) common.Address { return common.Address{1, byte(i >> 8), byte(i)} }

// newSample is over a table of so many people, of whom every third does not consent, with a row or two each.
func newSample(t testing.TB, people int, how job.Release) *sample {
	t.Helper()
	s := &sample{key: must(vault.GenerateKey())(t)}
	schema := must(schema.Parse([]byte(schemaText)))(t)
	table := new(strings.Builder)
	table.WriteString("name,age,group\n")
	for i := range people {
		e := dataset.RosterEntry{Pseudonym: pseudonymOf(i), Salt: common.Hash{1, byte(i)}}
		if i%8 == 0 {
			e.ProofKey = must(use.NewKey(bytes.Repeat([]byte{byte(i), byte(i >> 8), 1, 2}, 16)))(t).Public()
		}
		s.roster = append(s.roster, e)
		for range 1 + i%2 {
			fmt.Fprintf(table, "%d,%d,%c\n", i, i%121, 'a'+i%2)
		}
		if i%3 != 0 {
			s.job.Cohort = append(s.job.Cohort,
				compute.Member{Pseudonym: pseudonymOf(i), Person: uint32(len(s.job.Cohort))})
		}
	}
	var sealed bytes.Buffer
	packed := must(vault.Pack(&sealed, strings.NewReader(table.String()), vault.PackConfig{
		Schema: schema, Roster: s.roster, Recipients: []string{s.key.Recipient()},
		Pseudonym: func(name string) (vault.Pseudonym, bool) {
			var i int
			_, err := fmt.Sscan(name, &i)
			return pseudonymOf(i), err == nil
		},
	}))(t)
	s.file, s.content = sealed.Bytes(), packed.ContentRoot
	var err error
	if _, s.job.Parameters, err = statistics.Read(kind.Query, []byte(parametersText)); err != nil {
		t.Fatal(err)
	}
	s.job.Kind, s.job.Schema = kind.Query, must(schema.Canonical())(t)
	s.job.Release, s.job.Live, s.job.Roster, s.job.Memory = how, uint32(len(s.job.Cohort)), uint32(people), 1<<20
	if how == job.Private {
		s.job.Rho = 10_000
	}
	share := [][]byte{bytes.Repeat([]byte{3}, mechanism.MinShare)}
	s.noise = must(mechanism.NewKey(mechanism.Draw{Brokers: share, Enclaves: share, Inputs: [32]byte{4}}))(t)
	return s
}

// head decrypts the table's file and returns its head.
func (s *sample) head(t testing.TB) *vault.Head {
	t.Helper()
	return must(vault.ReadHead(must(vault.Decrypt(bytes.NewReader(s.file), s.key, s.content))(t)))(t)
}

// header is the age header of the table's file.
func (s *sample) header(t testing.TB) []byte {
	t.Helper()
	return must(vault.SealHeader(bytes.NewReader(s.file)))(t)
}

const most = 1 << 20

// run runs a job to its end by an engine.
func (s *sample) run(t testing.TB, e compute.Session) (used []bool, plain []byte) {
	t.Helper()
	head := s.head(t)
	if roster := must(e.Roster(t.Context(), head))(t); !slices.Equal(roster, s.roster) {
		t.Fatalf("the roster has %d entries, and is not the table's", len(roster))
	}
	used = must(e.Select(t.Context(), head.Rest()))(t)
	return used, must(e.Run(t.Context(), s.noise, most))(t)
}

// newLauncher starts processes until the test ends.
func newLauncher(t testing.TB, command []string) *Launcher {
	t.Helper()
	l := must(New(command))(t)
	t.Cleanup(l.Close)
	return l
}

// TestRun: a process gives what an engine in this process gives, to the byte, for one job after the other and for some
// at once.
func TestRun(t *testing.T) {
	l := newLauncher(t, Self())
	for _, how := range []job.Release{job.Exact, job.Private} {
		for _, people := range []int{1, 7, 300, 5000} {
			t.Run(fmt.Sprintf("%s over %d", how, people), func(t *testing.T) {
				t.Parallel()
				s := newSample(t, people, how)
				there := must(l.Start(t.Context(), &s.job))(t)
				defer there.Close()
				here := must(computetest.Here{}.Start(t.Context(), &s.job))(t)
				used, plain := s.run(t, there)
				wantUsed, want := s.run(t, here)
				if !slices.Equal(used, wantUsed) || !bytes.Equal(plain, want) {
					t.Errorf("used %v, result %s; want %v, %s", used, plain, wantUsed, want)
				}
				for i, u := range used {
					if u != (i%3 != 0) {
						t.Errorf("person %d counts: %v", i, u)
					}
				}
			})
		}
	}
}

// TestSource: what is wrong with a file is said in its own words, and of one that its schema does not allow nothing but
// that.
func TestSource(t *testing.T) {
	l := newLauncher(t, Self())
	s := newSample(t, 100, job.Exact)
	run := func(text io.Reader) error {
		e := must(l.Start(t.Context(), &s.job))(t)
		defer e.Close()
		head, err := vault.ReadHead(text)
		if err != nil {
			return err
		}
		if _, err := e.Roster(t.Context(), head); err != nil {
			return err
		}
		_, err = e.Select(t.Context(), head.Rest())
		return err
	}
	cut := s.file[:len(s.file)-200]
	text := must(vault.Decrypt(bytes.NewReader(cut), s.key, s.content))(t)
	if err := run(text); !errors.Is(err, vault.ErrTruncated) {
		t.Errorf("a file that is cut off: %v", err)
	}
	plain := must(io.ReadAll(must(vault.Decrypt(bytes.NewReader(s.file), s.key, s.content))(t)))(t)
	for name, edit := range map[string]func(string) string{
		"a row of another": func(text string) string { return strings.Replace(text, ",3,b\n", ",300,b\n", 1) },
		"a row missing": func(text string) string {
			return text[:strings.LastIndex(strings.TrimSpace(text), "\n")+
				1]
		},
		"the roster is mixed": func(text string) string { return swapLines(text, 1, 2) },
		"no end":              func(text string) string { return text[:len(text)-1] },
		"more than rows":      func(text string) string { return text + "x" },
	} {
		err := run(strings.NewReader(edit(string(plain))))
		if err != compute.ErrMalformed { //nolint:errorlint // and no word more
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := run(bytes.NewReader(plain)); err != nil {
		t.Errorf("as it was: %v", err)
	}
	// A roster that fills the pipe many times over after the process has found what is wrong.
	s = newSample(t, 5000, job.Exact)
	plain = must(io.ReadAll(must(vault.Decrypt(bytes.NewReader(s.file), s.key, s.content))(t)))(t)
	//nolint:errorlint // the same
	if err := run(strings.NewReader(swapLines(string(plain), 1, 2))); err != compute.ErrMalformed {
		t.Errorf("a large roster is mixed: %v", err)
	}
}

func swapLines(text string, a, b int) string {
	lines := strings.Split(text, "\n")
	lines[a], lines[b] = lines[b], lines[a]
	return strings.Join(lines, "\n")
}

// TestSpareThatEnded: a job starts a process where the one that was ready has ended, and that one's pipes are closed.
func TestSpareThatEnded(t *testing.T) {
	l := newLauncher(t, Self())
	spare := l.spare
	if err := spare.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-spare.ended
	s := newSample(t, 7, job.Exact)
	e := must(l.Start(t.Context(), &s.job))(t)
	defer e.Close()
	s.run(t, e)
	if _, err := spare.in.Write([]byte{0}); !errors.Is(err, os.ErrClosed) {
		t.Errorf("the pipe to the process that ended: %v", err)
	}
}

// TestContext: an engine ends with the context of what it does.
func TestContext(t *testing.T) {
	l := newLauncher(t, []string{"/proc/self/exe", playsCommand, "silent"})
	s := newSample(t, 10, job.Exact)
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	e := must(l.Start(t.Context(), &s.job))(t)
	if _, err := e.Roster(ctx, s.head(t)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
	if _, err := e.Run(t.Context(), s.noise, most); err != compute.ErrEnded { //nolint:errorlint // and no word more
		t.Errorf("afterwards: %v", err)
	}
	<-e.(*engine).child.ended
	e.Close()
	e.Close()
}

// playsCommand has the test program play a process that misbehaves.
const playsCommand = "plays"

// play answers as the real process does up to what it is told to do wrong.
func play(part string) int {
	at, how, _ := strings.Cut(part, ":")
	switch at {
	case "silent":
		select {}
	case "show":
		return show()
	case "dumped":
		return dumped()
	case "greedy":
		return greedy()
	case "waits":
		return Main()
	}
	if other, ok := strings.CutPrefix(at, "reach "); ok {
		return reach(other)
	}
	if at == "leave a process behind" {
		return leaveBehind()
	}
	if of, ok := strings.CutPrefix(at, "parent of "); ok {
		return parentOf([]string{"/proc/self/exe", playsCommand, of})
	}
	in := bufio.NewReader(os.Stdin)
	j, err := readJob(in)
	if err != nil {
		return 1
	}
	misbehave := func(t tag, body []byte) {
		switch how {
		case "dies":
			os.Exit(3)
		case "hangs":
			select {}
		case "short":
			_ = writeMessage(os.Stdout, t, body[:len(body)-1])
		case "long":
			_ = writeMessage(os.Stdout, t, append(body, bytes.Repeat([]byte{1}, most)...))
		case "empty":
			_ = writeMessage(os.Stdout, t, nil)
		case "cut":
			var b bytes.Buffer
			_ = writeMessage(&b, t, body)
			_, _ = os.Stdout.Write(b.Bytes()[:b.Len()-1])
			os.Exit(0)
		case "other":
			_ = writeMessage(os.Stdout, tagEnd, body)
		case "noise":
			junk := make([]byte, 1<<16)
			_, _ = rand.Read(junk)
			junk[0] = 0xff
			_, _ = os.Stdout.Write(junk)
		case "fails":
			_ = writeMessage(os.Stdout, tagFailed, []byte{failed})
		case "fails oddly":
			_ = writeMessage(os.Stdout, tagFailed, []byte{77})
		}
		select {}
	}
	if at == "job" {
		misbehave(tagRoster, []byte{0})
	}
	table, err := compute.Open(compute.NewEngines(), j, &textReader{r: in})
	if err != nil {
		return 1
	}
	var said bytes.Buffer
	_ = writeRoster(&said, table.Roster())
	if at == "roster" {
		misbehave(tagRoster, said.Bytes()[headSize:])
	}
	_, _ = said.WriteTo(os.Stdout)
	used, err := table.Select()
	if err != nil {
		return 1
	}
	_ = writeUsed(&said, used)
	if at == "used" {
		misbehave(tagUsed, said.Bytes()[headSize:])
	}
	_, _ = said.WriteTo(os.Stdout)
	if at == "key" {
		misbehave(tagResult, []byte("early"))
	}
	if t, size, err := readHead(in); err != nil || t != tagKey {
		return 1
	} else if _, err := readBody(in, size); err != nil {
		return 1
	}
	misbehave(tagResult, []byte(`{"x":"y"}`))
	return 0
}

// TestMisbehaviour: however a process misbehaves at whatever message, the engine ends with the same error.
func TestMisbehaviour(t *testing.T) {
	for _, at := range []string{"job", "roster", "used", "key", "result"} {
		for _, how := range []string{
			"dies", "hangs", "short", "long", "empty", "cut", "other", "noise", "fails", "fails oddly",
		} {
			if at == "result" && how == "short" || at == "key" && (how == "short" || how == "dies") {
				continue // results have any length up to the most; what a process says unasked is the next answer
			}
			t.Run(at+" "+how, func(t *testing.T) {
				t.Parallel()
				l := newLauncher(t, []string{"/proc/self/exe", playsCommand, at + ":" + how})
				s := newSample(t, 20, job.Private)
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				if how == "hangs" { // who waits ends it; nothing else does
					time.AfterFunc(50*time.Millisecond, cancel)
				}
				err := func() error {
					e, err := l.Start(ctx, &s.job)
					if err != nil {
						return err
					}
					defer e.Close()
					head := s.head(t)
					if _, err := e.Roster(ctx, head); err != nil {
						return err
					}
					if _, err := e.Select(ctx, head.Rest()); err != nil {
						return err
					}
					_, err = e.Run(ctx, s.noise, 100)
					return err
				}()
				want := compute.ErrEnded
				switch how {
				case "hangs":
					want = context.Canceled
				case "fails":
					want = compute.ErrRun
				}
				if !errors.Is(err, want) {
					t.Errorf("%v, want %v", err, want)
				}
			})
		}
	}
}
