package worker

import (
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// Few jobs wait for datasets that are not served, of one and of all, and one that leaves makes room for another.
func TestServices_boundTheJobsThatWait(t *testing.T) {
	s, now := newServices(), time.Unix(1_800_000_000, 0)
	var leaves []func()
	datasets := 0
	for n := byte(1); len(leaves) < maxUnserved; n++ {
		datasets++
		k := s.of(common.Hash{n}, now)
		for range maxUnservedEach {
			leave, ok := s.wait(k)
			if !ok {
				t.Fatalf("job %d does not wait", len(leaves))
			}
			leaves = append(leaves, leave)
		}
		if _, ok := s.wait(k); ok {
			t.Fatalf("%d jobs of one dataset wait", maxUnservedEach+1)
		}
	}
	if want := maxUnserved / maxUnservedEach; datasets != want {
		t.Errorf("%d datasets, want %d", datasets, want)
	}
	other := s.of(common.Hash{255}, now)
	if _, ok := s.wait(other); ok {
		t.Errorf("%d jobs wait", maxUnserved+1)
	}
	leaves[0]()
	leaves[0]() // counts once
	if _, ok := s.wait(other); !ok {
		t.Error("there is no room after one has left")
	}
	if _, ok := s.wait(other); ok {
		t.Error("one that left made room for two")
	}
}

// What is known of datasets is bounded: what is old makes room, and where nothing is, nothing is learnt.
func TestServices_boundTheDatasets(t *testing.T) {
	s, now := newServices(), time.Unix(1_800_000_000, 0)
	name := func(i int) common.Hash { return common.Hash{1, byte(i >> 8), byte(i)} }
	for i := range maxDatasets {
		s.of(name(i), now).again = now.Add(time.Minute)
	}
	if s.of(name(maxDatasets), now) != nil {
		t.Error("there is room for one more")
	}
	if k := s.of(name(7), now); k == nil || !k.again.Equal(now.Add(time.Minute)) {
		t.Error("a dataset was forgotten")
	}
	if s.of(name(maxDatasets), now.Add(2*time.Minute)) == nil {
		t.Error("what is old makes no room")
	}
	if len(s.known) > maxDatasets {
		t.Errorf("%d datasets are known", len(s.known))
	}
}
