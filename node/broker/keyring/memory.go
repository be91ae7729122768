package keyring

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"
)

// Memory keeps keys in memory alone, for a broker in a TEE: they are gone with the program. It is safe for concurrent
// use, and its zero value is empty.
type Memory struct {
	mu      sync.RWMutex
	entries map[common.Hash]Entry
}

// Put keeps the key of a dataset that has none yet.
func (m *Memory) Put(dataset common.Hash, e *Entry) error {
	if err := e.Validate(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.entries[dataset]; ok {
		return fmt.Errorf("keyring: dataset %s has a key already", dataset)
	}
	if m.entries == nil {
		m.entries = make(map[common.Hash]Entry)
	}
	m.entries[dataset] = e.clone()
	return nil
}

// Get returns the key of a dataset, or ErrNoDataset.
func (m *Memory) Get(dataset common.Hash) (*Entry, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	e, ok := m.entries[dataset]
	if !ok {
		return nil, fmt.Errorf("%w: %s", ErrNoDataset, dataset)
	}
	e = e.clone()
	return &e, nil
}

// Datasets lists the datasets that have a key, in order.
func (m *Memory) Datasets() ([]common.Hash, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return slices.SortedFunc(maps.Keys(m.entries), common.Hash.Cmp), nil
}

func (e Entry) clone() Entry {
	e.Master = bytes.Clone(e.Master)
	return e
}
