package worker

import (
	"bytes"
	"crypto/sha512"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/use"
)

// person is in a roster: with rows, a proof key and consent, or without one of them.
type person struct {
	key             *use.Key
	pseudonym       common.Address
	rows, consented bool
}

func people(t testing.TB, n int) []person {
	t.Helper()
	all := make([]person, n)
	for i := range all {
		all[i] = person{pseudonym: common.Address{byte(i * 7), byte(i), 1}, rows: i%3 != 0, consented: i%2 == 0}
		if i%5 != 0 {
			uniform := sha512.Sum512([]byte{byte(i), byte(i >> 8)})
			var err error
			if all[i].key, err = use.NewKey(uniform[:]); err != nil {
				t.Fatal(err)
			}
		}
	}
	return all
}

// heldOf makes what the worker has of people: the roster, who is live, and of them who has rows.
func heldOf(t testing.TB, all []person) (roster []dataset.RosterEntry, root common.Hash, live, used map[common.Address]bool) {
	t.Helper()
	live, used = map[common.Address]bool{}, map[common.Address]bool{}
	for i, p := range all {
		if p.consented {
			live[p.pseudonym] = true
			used[p.pseudonym] = p.rows
		}
		if !p.rows && i%4 == 0 {
			continue // is in the ledger alone
		}
		e := dataset.RosterEntry{Pseudonym: p.pseudonym, Salt: common.Hash{byte(i), 1}}
		if p.key != nil {
			e.ProofKey = p.key.Public()
		}
		roster = append(roster, e)
	}
	slices.SortFunc(roster, func(a, b dataset.RosterEntry) int { return a.Pseudonym.Cmp(b.Pseudonym) })
	return roster, rootOf(t, roster), live, used
}

func rootOf(t testing.TB, roster []dataset.RosterEntry) common.Hash {
	t.Helper()
	tree, err := dataset.NewRoster(roster)
	if err != nil {
		t.Fatal(err)
	}
	return tree.Root()
}

// Everybody who has a key finds in the list whether their rows were used, and the list's length tells nothing but who is live.
func TestUseList(t *testing.T) {
	version := use.Version{Dataset: common.Hash{1}, Number: 2}
	enclave, err := use.NewEnclave(bytes.Repeat([]byte{3}, 32), version)
	if err != nil {
		t.Fatal(err)
	}
	all := people(t, 60)
	roster, root, live, used := heldOf(t, all)
	var cached tagKeys
	job := common.Hash{4}
	var roots []common.Hash
	for range 2 { // computed, and kept
		keys, err := cached.get(enclave, roster, root)
		if err != nil {
			t.Fatal(err)
		}
		list, err := useList(job, enclave, keys, roster, live, used)
		if err != nil {
			t.Fatal(err)
		}
		if list.Len() != len(live) {
			t.Errorf("%d tags, %d are live", list.Len(), len(live))
		}
		c := use.Charge{Job: job, Version: version, SubjectsRoot: list.Root(), LiveSubjects: uint32(len(live)), ProofKey: enclave.Public()}
		for i, p := range all {
			if p.key == nil {
				continue
			}
			tag, err := p.key.Tag(c, p.pseudonym)
			if err != nil {
				t.Fatal(err)
			}
			proof, err := list.ProveTag(tag)
			if err != nil {
				t.Fatal(err)
			}
			if used, err := p.key.Verify(c, p.pseudonym, proof); err != nil || used != (p.rows && p.consented) {
				t.Errorf("person %d, rows %v, consented %v: used %v, %v", i, p.rows, p.consented, used, err)
			}
		}
		roots = append(roots, list.Root())
	}
	if roots[0] != roots[1] {
		t.Error("made again, the list is another one")
	}
	// Another roster or secret has other keys, whatever was kept.
	otherSecret, err := use.NewEnclave(bytes.Repeat([]byte{9}, 32), version)
	if err != nil {
		t.Fatal(err)
	}
	swapped := slices.Clone(roster)
	swapped[1].ProofKey, swapped[2].ProofKey = swapped[2].ProofKey, swapped[1].ProofKey
	for name, c := range map[string]struct {
		e      *use.Enclave
		roster []dataset.RosterEntry
	}{"roster": {enclave, swapped}, "secret": {otherSecret, roster}} {
		before, err := cached.get(enclave, roster, root)
		if err != nil {
			t.Fatal(err)
		}
		keys, err := cached.get(c.e, c.roster, rootOf(t, c.roster))
		if err != nil || slices.Equal(keys, before) {
			t.Errorf("another %s: the keys that were kept, %v", name, err)
		}
	}
	// A roster that is not the one on record gives nobody tags: another's proof key, none, somebody left out or added.
	for name, change := range map[string]func([]dataset.RosterEntry) []dataset.RosterEntry{
		"keys swapped":  func([]dataset.RosterEntry) []dataset.RosterEntry { return swapped },
		"key left out":  func(r []dataset.RosterEntry) []dataset.RosterEntry { r[2].ProofKey = use.Point{}; return r },
		"left out":      func(r []dataset.RosterEntry) []dataset.RosterEntry { return r[1:] },
		"without salts": func(r []dataset.RosterEntry) []dataset.RosterEntry { r[0].Salt = common.Hash{}; return r },
		"empty":         func([]dataset.RosterEntry) []dataset.RosterEntry { return nil },
	} {
		if _, err := cached.get(enclave, change(slices.Clone(roster)), root); !errors.Is(err, errRoster) {
			t.Errorf("%s: %v, want errRoster", name, err)
		}
	}
	// What is no proof key is the custodian's mistake, and names nobody.
	bad := slices.Clone(roster)
	bad[3].ProofKey = use.Point{1}
	if _, err := cached.get(enclave, bad, rootOf(t, bad)); !errors.Is(err, errRoster) {
		t.Errorf("a proof key that is none: %v", err)
	}
}

// The list says the same of who has rows, whoever has them: its length, and how the buckets are filled.
func TestUseList_hidesWhoHasRows(t *testing.T) {
	enclave, err := use.NewEnclave(make([]byte, 32), use.Version{})
	if err != nil {
		t.Fatal(err)
	}
	all := people(t, 40)
	_, _, live, _ := heldOf(t, all)
	for _, rows := range []bool{false, true} {
		for i := range all {
			all[i].rows = rows
		}
		roster, root, _, used := heldOf(t, all)
		var cached tagKeys
		keys, err := cached.get(enclave, roster, root)
		if err != nil {
			t.Fatal(err)
		}
		list, err := useList(common.Hash{2}, enclave, keys, roster, live, used)
		if err != nil || list.Len() != len(live) || list.Buckets() != 1 {
			t.Errorf("everybody has rows %v: %d tags, %v", rows, list.Len(), err)
		}
	}
}

func TestUseLists(t *testing.T) {
	lists := UseLists{Dir: filepath.Join(t.TempDir(), "uses")}
	job := common.Hash{0xab}
	first, err := use.NewList(job, []use.Tag{{1}})
	if err != nil {
		t.Fatal(err)
	}
	second, err := use.NewList(job, []use.Tag{{1}, {2}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lists.Get(job); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("nothing kept: %v", err)
	}
	for _, l := range []*use.List{first, second} {
		if err := lists.Put(l); err != nil {
			t.Fatal(err)
		}
		if got, err := lists.Get(job); err != nil || got.Root() != l.Root() {
			t.Errorf("kept: %v", err)
		}
	}
	if err := os.WriteFile(lists.path(common.Hash{1}), second.Encode(), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := lists.Get(common.Hash{1}); err == nil {
		t.Error("the list of another job is taken for this one's")
	}
	if err := os.WriteFile(lists.path(job), []byte("junk"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := lists.Get(job); err == nil {
		t.Error("junk is taken for a list")
	}
}
