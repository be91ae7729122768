package process

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
)

// FuzzServe: whatever a process reads, it ends, and says at most what belongs to its job.
func FuzzServe(f *testing.F) {
	s := newSample(f, 5, job.Private)
	f.Add(s.conversation(f))
	f.Add([]byte{byte(tagJob), 0, 0, 0, 2, '{', '}'})
	f.Fuzz(func(t *testing.T, said []byte) {
		var out bytes.Buffer
		_ = Serve(bytes.NewReader(said), &out, unbounded)
	})
}

// conversation is all that a process is told of a job.
func (s *sample) conversation(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := writeJob(&b, &s.job); err != nil {
		t.Fatal(err)
	}
	head := s.head(t)
	if _, err := head.WriteTo(textWriter{&b}); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(textWriter{&b}, head.Rest()); err != nil {
		t.Fatal(err)
	}
	if err := writeMessage(&b, tagEnd, nil); err != nil {
		t.Fatal(err)
	}
	if err := writeMessage(&b, tagKey, s.noise.Bytes()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestConversation: what the fuzzer begins with is a whole job.
func TestConversation(t *testing.T) {
	s := newSample(t, 5, job.Private)
	var out bytes.Buffer
	if err := Serve(bytes.NewReader(s.conversation(t)), &out, unbounded); err != nil {
		t.Fatal(err)
	}
	if roster := must(readRoster(&out, 5))(t); !slices.Equal(roster, s.roster) {
		t.Errorf("the roster is %v", roster)
	}
	must(readUsed(&out, 5))(t)
	must(readResult(&out, most))(t)
	if out.Len() != 0 {
		t.Errorf("%d bytes more", out.Len())
	}
}

// FuzzAnswers: what a worker takes for an answer has the length that it wanted, and reads again as it was.
func FuzzAnswers(f *testing.F) {
	var roster, used, plain bytes.Buffer
	entries := []dataset.RosterEntry{{Pseudonym: common.Address{1}},
		{Pseudonym: common.Address{2}, Salt: common.Hash{3}}}
	for _, err := range []error{
		writeRoster(&roster, entries), writeUsed(&used, []bool{true, false, true}),
		writeMessage(&plain, tagResult, []byte("{}")),
	} {
		if err != nil {
			f.Fatal(err)
		}
	}
	f.Add(roster.Bytes(), 2)
	f.Add(used.Bytes(), 3)
	f.Add(plain.Bytes(), 2)
	f.Add([]byte{byte(tagFailed), 0, 0, 0, 1, malformed}, 1)
	f.Fuzz(func(t *testing.T, said []byte, n int) {
		if n < 0 || n > 1<<12 {
			return
		}
		var again bytes.Buffer
		if got, err := readRoster(bytes.NewReader(said), n); err == nil {
			if err := writeRoster(&again, got); err != nil || len(got) != n || !bytes.HasPrefix(said, again.Bytes()) {
				t.Errorf("a roster of %d entries, wanted %d: %v", len(got), n, err)
			}
		}
		again.Reset()
		if got, err := readUsed(bytes.NewReader(said), n); err == nil {
			if err := writeUsed(&again, got); err != nil || len(got) != n || !bytes.HasPrefix(said, again.Bytes()) {
				t.Errorf("%d marks, wanted %d: %v", len(got), n, err)
			}
		}
		if got, err := readResult(bytes.NewReader(said), n); err == nil && (len(got) < 1 || len(got) > n) {
			t.Errorf("a result of %d bytes, wanted at most %d", len(got), n)
		}
	})
}

// FuzzJob: what a process takes for a job is written again as it was, and keeps its rules.
func FuzzJob(f *testing.F) {
	s := newSample(f, 4, job.Exact)
	var b bytes.Buffer
	if err := writeJob(&b, &s.job); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, said []byte) {
		j, err := readJob(bufio.NewReader(bytes.NewReader(said)))
		if err != nil {
			return
		}
		var again bytes.Buffer
		if err := writeJob(&again, j); err != nil {
			t.Fatal(err)
		}
		same, err := readJob(&again)
		if err != nil || j.Check() != nil ||
			!slices.Equal(same.Cohort, j.Cohort) || !bytes.Equal(same.Parameters, j.Parameters) {
			t.Errorf("%+v comes again as %+v, %v", j, same, err)
		}
	})
}

// TestReadJobRefuses: a cohort out of order, one that counts people without a name, and parts of the wrong size.
func TestReadJobRefuses(t *testing.T) {
	good := []compute.Member{{Pseudonym: common.Address{1}}, {Pseudonym: common.Address{2}, Person: 1}}
	for name, change := range map[string]func(j *compute.Job, said []byte) []byte{
		"out of order": func(j *compute.Job, _ []byte) []byte { slices.Reverse(j.Cohort); return nil },
		"twice":        func(j *compute.Job, _ []byte) []byte { j.Cohort[1] = j.Cohort[0]; return nil },
		"nobody's":     func(j *compute.Job, _ []byte) []byte { j.Cohort[0].Person = 2; return nil },
		"cut off":      func(_ *compute.Job, said []byte) []byte { return said[:len(said)-1] },
		"too long":     func(_ *compute.Job, said []byte) []byte { said[1] = 0xff; return said },
		"another tag":  func(_ *compute.Job, said []byte) []byte { said[0] = byte(tagKey); return said },
		"no fact": func(_ *compute.Job, said []byte) []byte {
			return bytes.Replace(said, []byte(`"floor"`), []byte(`"flood"`), 1)
		},
	} {
		j := &compute.Job{Cohort: slices.Clone(good)}
		var b bytes.Buffer
		if err := writeJob(&b, j); err != nil {
			t.Fatal(err)
		}
		if _, err := readJob(bytes.NewReader(b.Bytes())); err != nil {
			t.Fatalf("as it was: %v", err)
		}
		said := change(j, b.Bytes())
		if said == nil {
			b.Reset()
			if err := writeJob(&b, j); err != nil {
				t.Fatal(err)
			}
			said = b.Bytes()
		}
		if _, err := readJob(bytes.NewReader(said)); err == nil {
			t.Errorf("%s: it reads", name)
		}
	}
}
