package worker

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/internal/wholefile"
)

// Memory is what a worker writes down so that it finds its jobs again after a crash: the next round to search, the jobs
// it has not seen the end of, those that it set aside until it is started anew, and the enclaves that it was, whose
// claims are its own. It holds nothing secret. Losing it costs a search from the first round, and the claims that were
// open then: they lapse.
type Memory struct {
	path string
	from uint64
	mu   sync.Mutex
	kept remembered
}

type remembered struct {
	Next     uint64           `json:"nextRound,string"`
	Jobs     []common.Hash    `json:"jobs"`
	Aside    []common.Hash    `json:"setAside,omitempty"` // oldest first
	Enclaves []common.Address `json:"enclaves"`           // oldest first
}

// maxAside bounds the jobs that are set aside: anyone can post some. The newest are kept.
const maxAside = 1024

// maxEnclaves bounds the enclaves that are remembered. Claims of older ones have long lapsed.
const maxEnclaves = 256

// OpenMemory reads the file at path; when there is none, the search begins at the round from. A file that does not read
// counts as none.
func OpenMemory(path string, from uint64) (*Memory, error) {
	m := &Memory{path: path, from: from, kept: remembered{Next: from}}
	b, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the worker's memory: %w", err)
	}
	var kept remembered
	if json.Unmarshal(b, &kept) == nil && kept.Next >= from {
		m.kept = kept
	}
	return m, nil
}

// Next is the first round that was not searched.
func (m *Memory) Next() uint64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.kept.Next
}

// CheckNext restarts the search when it would go on far after the newest round: the file was changed, or is of another
// network.
func (m *Memory) CheckNext(newest uint64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.kept.Next > newest+saveEvery {
		m.kept.Next = m.from
	}
}

// Jobs are those that were added and not removed.
func (m *Memory) Jobs() []common.Hash {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.kept.Jobs)
}

// Add remembers a job.
func (m *Memory) Add(id common.Hash) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if slices.Contains(m.kept.Jobs, id) {
		return nil
	}
	m.kept.Jobs = append(m.kept.Jobs, id)
	return m.save()
}

// Remove forgets a job.
func (m *Memory) Remove(id common.Hash) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.kept.Jobs = slices.DeleteFunc(m.kept.Jobs, func(j common.Hash) bool { return j == id })
	return m.save()
}

// SetAside forgets a job until the worker is started anew.
func (m *Memory) SetAside(id common.Hash) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	is := func(j common.Hash) bool { return j == id }
	m.kept.Jobs = slices.DeleteFunc(m.kept.Jobs, is)
	m.kept.Aside = append(slices.DeleteFunc(m.kept.Aside, is), id)
	m.kept.Aside = m.kept.Aside[max(0, len(m.kept.Aside)-maxAside):]
	return m.save()
}

// Restore remembers the jobs again that were set aside.
func (m *Memory) Restore() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.kept.Aside) == 0 {
		return nil
	}
	for _, id := range m.kept.Aside {
		if !slices.Contains(m.kept.Jobs, id) {
			m.kept.Jobs = append(m.kept.Jobs, id)
		}
	}
	m.kept.Aside = nil
	return m.save()
}

// AddEnclave remembers that this worker now runs as an enclave, before the enclave claims anything.
func (m *Memory) AddEnclave(enclave common.Address) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if slices.Contains(m.kept.Enclaves, enclave) {
		return nil
	}
	m.kept.Enclaves = append(m.kept.Enclaves, enclave)
	m.kept.Enclaves = m.kept.Enclaves[max(0, len(m.kept.Enclaves)-maxEnclaves):]
	return m.save()
}

// HasEnclave reports whether this worker runs or ran as an enclave.
func (m *Memory) HasEnclave(enclave common.Address) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Contains(m.kept.Enclaves, enclave)
}

// saveEvery is how many rounds without a job go by between two writes.
const saveEvery = 64

// SetSearched remembers that a round was searched.
func (m *Memory) SetSearched(round uint64) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if round < m.kept.Next {
		return nil
	}
	m.kept.Next = round + 1
	if round%saveEvery != 0 {
		return nil
	}
	return m.save()
}

// save writes the file whole or not at all.
func (m *Memory) save() error {
	b, err := json.Marshal(m.kept)
	if err != nil {
		return fmt.Errorf("writing the worker's memory: %w", err)
	}
	if err := wholefile.Write(m.path, b); err != nil {
		return fmt.Errorf("keeping the worker's memory: %w", err)
	}
	return nil
}
