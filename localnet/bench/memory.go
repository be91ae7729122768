package bench

import (
	"sync"
	"time"

	"github.com/assent-network/assent/localnet/internal/process"
)

// memory is the most that a chain's programs occupied.
type memory struct {
	// Together is the most that they occupied at the same time, in bytes.
	Together uint64
	// Peaks is the most that each ever occupied.
	Peaks map[string]uint64
}

// sampleEvery is how often memory is looked at.
const sampleEvery = 100 * time.Millisecond

// sampler watches the memory of programs.
type sampler struct {
	programs map[string]process.ID
	stopping chan struct{}
	stopOnce sync.Once
	done     chan struct{}
	together uint64
}

// sample begins to watch programs, by name.
func sample(programs map[string]process.ID) *sampler {
	s := &sampler{programs: programs, stopping: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(s.done)
		ticker := time.NewTicker(sampleEvery)
		defer ticker.Stop()
		for {
			var sum uint64
			for _, id := range programs {
				if m, err := id.Memory(); err == nil {
					sum += m.Resident
				}
			}
			s.together = max(s.together, sum)
			select {
			case <-ticker.C:
			case <-s.stopping:
				return
			}
		}
	}()
	return s
}

// end stops watching.
func (s *sampler) end() {
	s.stopOnce.Do(func() { close(s.stopping) })
	<-s.done
}

// stop stops watching and returns what was seen. The programs have to run still.
func (s *sampler) stop() (memory, error) {
	s.end()
	m := memory{Together: s.together, Peaks: make(map[string]uint64)}
	for name, id := range s.programs {
		now, err := id.Memory()
		if err != nil {
			return memory{}, err
		}
		m.Peaks[name] = now.Peak
	}
	return m, nil
}
