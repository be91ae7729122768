package bench

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/assent-network/assent/localnet/internal/process"
)

// memory is the most that a chain's programs occupied, in bytes.
type memory struct {
	// Own is the most that they needed at the same time, and Resident that with the pages of files that they had
	// mapped, which the kernel takes back when memory is short.
	Own, Resident uint64
	// Peaks is the most that each ever occupied, mapped files included.
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

	mutex  sync.Mutex
	most   memory
	lately map[string]uint64 // the most of each since the last call of lap, by what it is of
}

// sample begins to watch programs, by name.
func sample(programs map[string]process.ID) *sampler {
	s := &sampler{
		programs: programs, stopping: make(chan struct{}), done: make(chan struct{}), lately: make(map[string]uint64),
	}
	go func() {
		defer close(s.done)
		ticker := time.NewTicker(sampleEvery)
		defer ticker.Stop()
		for {
			s.look()
			select {
			case <-ticker.C:
			case <-s.stopping:
				return
			}
		}
	}()
	return s
}

// look reads what the programs occupy now.
func (s *sampler) look() {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	var own, resident uint64
	for name, id := range s.programs {
		if m, err := id.Memory(); err == nil {
			own, resident = own+m.Own(), resident+m.Resident
			s.lately[name] = max(s.lately[name], m.Own())
		}
	}
	s.lately[mapped] = max(s.lately[mapped], resident-own)
	s.most.Own, s.most.Resident = max(s.most.Own, own), max(s.most.Resident, resident)
}

// mapped is what a lap says of pages of files, of all programs.
const mapped = "mapped files"

// lap returns the most that each program needed since it was last called, and the most that they had mapped of files,
// in megabytes.
func (s *sampler) lap() map[string]float64 {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	out := make(map[string]float64)
	for name, most := range s.lately {
		out[name] = float64(most) / megabyte
	}
	clear(s.lately)
	return out
}

// megabytes lists what programs occupied.
func megabytes(lap map[string]float64) string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(lap)) {
		parts = append(parts, fmt.Sprintf("%s %.0f", name, lap[name]))
	}
	return strings.Join(parts, ", ") + " MB"
}

// spent is the processor time that each program has used.
func (s *sampler) spent() (map[string]time.Duration, error) {
	out := make(map[string]time.Duration)
	for name, id := range s.programs {
		t, err := id.CPU()
		if err != nil {
			return nil, fmt.Errorf("reading the processor time of %s: %w", name, err)
		}
		out[name] = t
	}
	return out, nil
}

// Cost is the processor time that each program spends on one piece of work, in microseconds. It says where time goes,
// also on a machine that has other work.
type Cost map[string]float64

// cost measures what some pieces of work cost while do does them. The clients' part is this program's.
func (s *sampler) cost(pieces int, do func() error) (Cost, error) {
	self, err := process.Of(os.Getpid())
	if err != nil {
		return nil, fmt.Errorf("reading the processor time of this program: %w", err)
	}
	before, err := s.spent()
	if err != nil {
		return nil, err
	}
	if before["clients"], err = self.CPU(); err != nil {
		return nil, fmt.Errorf("reading the processor time of this program: %w", err)
	}
	if err := do(); err != nil {
		return nil, err
	}
	after, err := s.spent()
	if err != nil {
		return nil, err
	}
	if after["clients"], err = self.CPU(); err != nil {
		return nil, fmt.Errorf("reading the processor time of this program: %w", err)
	}
	c := make(Cost)
	for name := range after {
		c[name] = float64((after[name]-before[name])/time.Microsecond) / float64(pieces)
	}
	return c, nil
}

// String lists the programs with their parts.
func (c Cost) String() string {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(c)) {
		parts = append(parts, fmt.Sprintf("%s %.0f", name, c[name]))
	}
	return strings.Join(parts, ", ") + " us of processor time"
}

// end stops watching.
func (s *sampler) end() {
	s.stopOnce.Do(func() { close(s.stopping) })
	<-s.done
}

// stop stops watching and returns what was seen. The programs have to run still.
func (s *sampler) stop() (memory, error) {
	s.end()
	m := s.most
	m.Peaks = make(map[string]uint64)
	for name, id := range s.programs {
		now, err := id.Memory()
		if err != nil {
			return memory{}, err
		}
		m.Peaks[name] = now.Peak
	}
	return m, nil
}
