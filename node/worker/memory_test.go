package worker_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/worker"
)

func TestMemoryOutlivesTheWorker(t *testing.T) {
	path := filepath.Join(t.TempDir(), "jobs.json")
	open := func(from uint64) *worker.Memory {
		t.Helper()
		m, err := worker.OpenMemory(path, from)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	a, b := common.HexToHash("0xa"), common.HexToHash("0xb")
	m := open(5)
	if m.Next() != 5 || len(m.Jobs()) != 0 {
		t.Fatalf("a new memory begins at %d with %d jobs", m.Next(), len(m.Jobs()))
	}
	for _, id := range []common.Hash{a, b, a} {
		if err := m.Add(id); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.SetSearched(128); err != nil {
		t.Fatal(err)
	}
	if err := m.Remove(a); err != nil {
		t.Fatal(err)
	}
	again := open(5)
	if jobs := again.Jobs(); len(jobs) != 1 || jobs[0] != b {
		t.Errorf("jobs %v, want b alone", jobs)
	}
	if again.Next() != 129 {
		t.Errorf("the search goes on at %d, want 129", again.Next())
	}
	// What does not read counts as none: the search begins anew and nothing is lost but time.
	if err := os.WriteFile(path, []byte(`{"nextRound":`), 0o600); err != nil {
		t.Fatal(err)
	}
	if m := open(7); m.Next() != 7 || len(m.Jobs()) != 0 {
		t.Errorf("a broken memory begins at %d with %d jobs", m.Next(), len(m.Jobs()))
	}
}

// What is set aside comes back when the worker is started anew, the newest of it.
func TestMemorySetsAside(t *testing.T) {
	path := filepath.Join(t.TempDir(), "jobs.json")
	const many = 1030
	id := func(i int64) common.Hash { return common.BigToHash(big.NewInt(i)) }
	var kept struct {
		Next  string        `json:"nextRound"`
		Aside []common.Hash `json:"setAside"`
	}
	kept.Next = "1"
	for i := range int64(many) {
		kept.Aside = append(kept.Aside, id(i+1))
	}
	b, err := json.Marshal(kept)
	if err == nil {
		err = os.WriteFile(path, b, 0o600)
	}
	m, merr := worker.OpenMemory(path, 1)
	last := id(many + 1)
	if err := errors.Join(err, merr, m.Add(last), m.SetAside(last)); err != nil {
		t.Fatal(err)
	}
	if len(m.Jobs()) != 0 {
		t.Errorf("%d jobs are seen to, though all are set aside", len(m.Jobs()))
	}
	if m, err = worker.OpenMemory(path, 1); err == nil {
		err = m.Restore()
	}
	if err != nil {
		t.Fatal(err)
	}
	if jobs := m.Jobs(); len(jobs) != 1024 || jobs[1023] != last {
		t.Errorf("%d jobs came back", len(jobs))
	}
	if m, err = worker.OpenMemory(path, 1); err != nil || len(m.Jobs()) != 1024 {
		t.Errorf("after another start %d jobs are seen to, %v", len(m.Jobs()), err)
	}
}

// A disk that says of a far round that all before it were searched does not keep the worker from its jobs.
func TestMemoryIsHeldAgainstTheChain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "jobs.json")
	for next, want := range map[string]uint64{"500": 500, "564": 564, "565": 7, "18446744073709551615": 7} {
		if err := os.WriteFile(path, []byte(`{"nextRound":"`+next+`"}`), 0o600); err != nil {
			t.Fatal(err)
		}
		m, err := worker.OpenMemory(path, 7)
		if err != nil {
			t.Fatal(err)
		}
		if m.CheckNext(500); m.Next() != want {
			t.Errorf("from round %s of 500 the search goes on at %d, want %d", next, m.Next(), want)
		}
	}
}

func FuzzOpenMemory(f *testing.F) {
	f.Add([]byte(`{"nextRound":"12","jobs":["0x00000000000000000000000000000000000000000000000000000000000000aa"]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(t.TempDir(), "jobs.json")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		m, err := worker.OpenMemory(path, 3)
		if err != nil {
			t.Fatalf("a file that does not read is an error: %v", err)
		}
		if m.Next() < 3 {
			t.Errorf("the search begins at %d, before the first round of interest", m.Next())
		}
	})
}
