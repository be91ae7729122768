package snapshot

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/consent"
)

// Resolve returns all entries of the snapshot. Parts that it leaves out are taken from the given snapshots, which may
// leave out parts of others in turn. The error is a *MissingError when one is not given. What is returned has the
// snapshot's top.
func (s *Snapshot) Resolve(given ...*Snapshot) (consent.Items, error) {
	r := resolver{byTop: make(map[common.Hash]*Snapshot, len(given)), done: make(map[*Snapshot]resolved)}
	if s.Sharing() {
		for i, g := range given {
			top, err := g.Top()
			if err != nil {
				return nil, fmt.Errorf("snapshot %d of those given: %w", i+1, err)
			}
			// One that is whole needs no other.
			if old, ok := r.byTop[top]; !ok || old.Sharing() {
				r.byTop[top] = g
			}
		}
	}
	return r.resolve(s)
}

type resolver struct {
	byTop map[common.Hash]*Snapshot
	under []*Snapshot // those being resolved
	done  map[*Snapshot]resolved
}

// resolved is what came of a snapshot, failures included: those who name it must not have it tried anew for each way
// that leads to it.
type resolved struct {
	items consent.Items
	err   error
}

func (r *resolver) resolve(s *Snapshot) (consent.Items, error) {
	for _, u := range r.under {
		if u == s {
			return nil, errors.New("snapshot: it needs itself")
		}
	}
	if d, ok := r.done[s]; ok {
		return d.items, d.err
	}
	items, err := r.assemble(s)
	r.done[s] = resolved{items, err}
	return items, err
}

func (r *resolver) assemble(s *Snapshot) (consent.Items, error) {
	r.under = append(r.under, s)
	defer func() { r.under = r.under[:len(r.under)-1] }()

	parts, repeated, err := r.shared(s)
	if err != nil {
		return nil, err
	}
	var items consent.Items
	add := func(more consent.Items) error {
		switch n := len(items); {
		case n+len(more) > consent.MaxEntries:
			return fmt.Errorf("it has more than %d entries", consent.MaxEntries)
		case n == 0:
			items = more[:len(more):len(more)]
			return nil
		case bytes.Compare(items[n-1].Pseudonym[:], more[0].Pseudonym[:]) >= 0:
			return fmt.Errorf("the entry of %s is out of order", more[0].Pseudonym)
		}
		items = append(items, more...)
		return nil
	}
	err = s.visit(visitor{
		entries: func(packed []byte) error { return add(unpack(packed)) },
		shared:  func(h common.Hash) error { return add(parts[h]) },
		branch:  func(uint8) error { return nil },
	})
	if err != nil || !s.Sharing() {
		return items, err
	}
	// The branches' bits are the entries' own, or the top is another.
	top, err := s.Top()
	if err != nil {
		return nil, err
	}
	if got := items.Top(); got != top {
		return nil, fmt.Errorf("snapshot: its entries have top %s, its parts make %s", got, top)
	}
	if repeated != nil {
		return nil, repeated
	}
	return items, nil
}

// shared finds the entries of the parts that a snapshot leaves out. It has a second encoding when it writes a part that
// a snapshot has from which it takes others: repeated says so.
func (r *resolver) shared(s *Snapshot) (wanted map[common.Hash]consent.Items, repeated, err error) {
	wanted = make(map[common.Hash]consent.Items)
	err = s.visit(visitor{
		entries: func([]byte) error { return nil },
		shared:  func(h common.Hash) error { wanted[h] = nil; return nil },
		branch:  func(uint8) error { return nil },
	})
	if err != nil {
		return nil, nil, err
	}
	if len(wanted) == 0 && s.Sharing() {
		return nil, nil, errors.New("snapshot: it names other snapshots and shares nothing with them")
	}
	var written map[common.Hash]bool
	if s.Sharing() {
		if written, err = s.written(); err != nil {
			return nil, nil, err
		}
	}
	missing := &MissingError{}
	left := len(wanted)
	for _, top := range s.Bases {
		base, ok := r.byTop[top]
		if !ok {
			if !slices.Contains(missing.Tops, top) {
				missing.Tops = append(missing.Tops, top)
			}
			continue
		}
		items, err := r.resolve(base)
		var deeper *MissingError
		if errors.As(err, &deeper) {
			for _, t := range deeper.Tops {
				if !slices.Contains(missing.Tops, t) {
					missing.Tops = append(missing.Tops, t)
				}
			}
			continue
		}
		if err != nil {
			return nil, nil, fmt.Errorf("snapshot %s, which has shared parts: %w", top, err)
		}
		before := left
		items.Walk(func(p consent.Part) {
			if repeated == nil && written[p.Hash] {
				repeated = fmt.Errorf("snapshot: it writes part %s, which the snapshot %s has, and has to leave it out",
					p.Hash, top)
			}
			if found, ok := wanted[p.Hash]; ok && found == nil {
				wanted[p.Hash] = items[p.Lo:p.Hi]
				left--
			}
		})
		if left == before {
			return nil, nil, fmt.Errorf("snapshot: it names the snapshot %s and shares nothing with it", top)
		}
	}
	if len(missing.Tops) > 0 {
		missing.Parts = left
		return nil, nil, missing
	}
	for h, found := range wanted {
		if found == nil {
			return nil, nil, fmt.Errorf(
				"snapshot: part %s, which it leaves out, is in none of the snapshots that it names",
				h)
		}
	}
	return wanted, repeated, nil
}
