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

	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/use"
)

// person is a subject of a file: with rows, a proof key and consent, or without one of them.
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

// held makes what the worker has of people: the file's subjects, and who is live.
func heldOf(all []person) (subjects []vault.Subject, live map[common.Address]bool) {
	live = map[common.Address]bool{}
	for _, p := range all {
		if p.consented {
			live[p.pseudonym] = true
		}
		if p.rows {
			s := vault.Subject{Pseudonym: p.pseudonym}
			if p.key != nil {
				s.ProofKey = p.key.Public()
			}
			subjects = append(subjects, s)
		}
	}
	slices.SortFunc(subjects, func(a, b vault.Subject) int { return a.Pseudonym.Cmp(b.Pseudonym) })
	return subjects, live
}

// Everybody who has a key finds in the list whether their rows were used, and the list's length tells nothing but who is live.
func TestUseList(t *testing.T) {
	version := use.Version{Dataset: common.Hash{1}, Number: 2}
	enclave, err := use.NewEnclave(bytes.Repeat([]byte{3}, 32), version)
	if err != nil {
		t.Fatal(err)
	}
	all := people(t, 60)
	subjects, live := heldOf(all)
	var cached tagKeys
	job := common.Hash{4}
	var roots []common.Hash
	for range 2 { // computed, and kept
		keys, err := cached.get(common.Hash{5}, enclave, subjects)
		if err != nil {
			t.Fatal(err)
		}
		list, err := useList(job, enclave, keys, subjects, live)
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
	// Another file, version or secret has other keys, whatever was kept.
	for name, other := range map[string]func() (common.Hash, *use.Enclave, []vault.Subject){
		"file": func() (common.Hash, *use.Enclave, []vault.Subject) {
			s := slices.Clone(subjects)
			s[1].ProofKey = s[2].ProofKey
			return common.Hash{6}, enclave, s
		},
		"secret": func() (common.Hash, *use.Enclave, []vault.Subject) {
			e, err := use.NewEnclave(bytes.Repeat([]byte{9}, 32), version)
			if err != nil {
				t.Fatal(err)
			}
			return common.Hash{5}, e, subjects
		},
	} {
		before, err := cached.get(common.Hash{5}, enclave, subjects)
		if err != nil {
			t.Fatal(err)
		}
		root, e, s := other()
		keys, err := cached.get(root, e, s)
		if err != nil || slices.Equal(keys, before) {
			t.Errorf("another %s: the keys that were kept, %v", name, err)
		}
	}
	// What is no proof key is the custodian's mistake, and names nobody.
	bad := slices.Clone(subjects)
	bad[3].ProofKey = use.Point{1}
	if _, err := cached.get(common.Hash{7}, enclave, bad); !errors.Is(err, errMalformed) {
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
	_, live := heldOf(all)
	for _, rows := range []bool{false, true} {
		for i := range all {
			all[i].rows = rows
		}
		subjects, _ := heldOf(all)
		var cached tagKeys
		keys, err := cached.get(common.Hash{1}, enclave, subjects)
		if err != nil {
			t.Fatal(err)
		}
		list, err := useList(common.Hash{2}, enclave, keys, subjects, live)
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
