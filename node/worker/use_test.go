package worker

import (
	"bytes"
	"context"
	"crypto/sha512"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/receipt"
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
func heldOf(t testing.TB,
	all []person) (roster []dataset.RosterEntry, root common.Hash, live, used map[common.Address]bool) {
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

// Everyone who has a key finds in the list whether their rows were used, and the list's length tells nothing but who is
// live.
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
		c := use.Charge{Job: job, Version: version, SubjectsRoot: list.Root(), LiveSubjects: uint32(len(live)),
			ProofKey: enclave.Public()}
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
	// A roster that is not the one on record gives no one tags: another's proof key, none, a person left out or added.
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
	// What is no proof key is the custodian's mistake, and names no one.
	bad := slices.Clone(roster)
	bad[3].ProofKey = use.Point{1}
	if _, err := cached.get(enclave, bad, rootOf(t, bad)); !errors.Is(err, errRoster) {
		t.Errorf("a proof key that is none: %v", err)
	}
}

// The list says the same whichever people have rows: its length, and how the buckets are filled.
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

// A list is seen once its job's charge is final, whole or not at all, and is the last one that was kept until then.
func TestUseLists(t *testing.T) {
	lists := UseLists{Dir: filepath.Join(t.TempDir(), "uses")}
	id := common.Hash{0xab}
	list := func(job common.Hash, tags ...use.Tag) *use.List {
		t.Helper()
		l, err := use.NewList(job, tags)
		if err != nil {
			t.Fatal(err)
		}
		return l
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	waits := func(want ...common.Hash) {
		t.Helper()
		if got, err := lists.Waiting(); err != nil || !slices.Equal(got, want) {
			t.Errorf("%v wait, %v; want %v", got, err, want)
		}
	}
	waits()
	if err := lists.Show(id); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("what was not kept is shown: %v", err)
	}
	first, second := list(id, use.Tag{1}), list(id, use.Tag{1}, use.Tag{2})
	must(lists.Keep(first))
	must(lists.Keep(second)) // of the job run again
	waits(id)
	if _, err := lists.Get(id); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("seen before its charge is final: %v", err)
	}
	for range 2 {
		must(lists.Show(id))
		waits()
		if got, err := lists.Get(id); err != nil || got.Root() != second.Root() {
			t.Errorf("shown: %v", err)
		}
	}
	info, err := os.Stat(filepath.Join(lists.Dir, use.FileName(id)))
	must(err)
	if info.Mode().Perm() != 0o644 {
		t.Errorf("a web server reads it with mode %v", info.Mode())
	}
	must(lists.Keep(list(common.Hash{2})))
	must(lists.drop(common.Hash{2}))
	waits()
	if err := os.WriteFile(lists.path(common.Hash{1}), second.Encode(), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := lists.Get(common.Hash{1}); err == nil {
		t.Error("the list of another job is taken for this one's")
	}
	if err := os.WriteFile(lists.path(id), []byte("junk"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := lists.Get(id); err == nil {
		t.Error("junk is taken for a list")
	}
}

// An enclave that goes on with a charged job of another one has its list too, and shows it where that one left none.
func TestUseLists_ofAJobThatWasTakenOver(t *testing.T) {
	list, err := use.NewList(common.Hash{0xab}, []use.Tag{{1}, {2}})
	if err != nil {
		t.Fatal(err)
	}
	for name, prepare := range map[string]func(UseLists) error{
		"nowhere": func(UseLists) error { return nil },
		"waiting": func(l UseLists) error { return l.Keep(list) },
		"shown":   func(l UseLists) error { return errors.Join(l.Keep(list), l.Show(list.Job())) },
	} {
		lists := UseLists{Dir: filepath.Join(t.TempDir(), "uses")}
		if err := prepare(lists); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if err := lists.showOf(list); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if got, err := lists.Get(list.Job()); err != nil || got.Root() != list.Root() {
			t.Errorf("%s: it is not shown: %v", name, err)
		}
	}
}

// A machine without a disk gives its lists away once, when they are to be shown; one that was not taken is given again.
func TestUseLists_given(t *testing.T) {
	id := common.Hash{3}
	list, err := use.NewList(id, []use.Tag{{1}, {2}})
	if err != nil {
		t.Fatal(err)
	}
	away, given := errors.New("the host is busy"), 0
	lists := UseLists{Dir: t.TempDir()}
	lists.Give = func(job common.Hash, b []byte) error {
		if given++; given == 1 {
			return away
		}
		if job != id || !bytes.Equal(b, list.Encode()) {
			t.Errorf("%d bytes are given as the list of job %s", len(b), job)
		}
		return nil
	}
	if err := lists.Keep(list); err != nil || given != 0 {
		t.Errorf("given before its charge is final: %v", err)
	}
	for i, want := range []error{away, nil, nil} {
		if err := lists.Show(id); !errors.Is(err, want) {
			t.Errorf("time %d: %v, want %v", i, err, want)
		}
	}
	info, err := os.Stat(lists.path(id))
	if err != nil || info.Size() != 0 || given != 2 {
		t.Errorf("asked %d times; %v is left, %v", given, info, err)
	}
}

// charges tells of one charge, or fails.
type charges struct {
	Feed
	charge receipt.Charge
	err    error
}

func (c *charges) Charge(context.Context, *contracts.Job) (receipt.Charge, error) {
	return c.charge, c.err
}

// A worker that comes back shows the list of a job that was charged with it meanwhile, and no other.
func TestSettleUse(t *testing.T) {
	id := common.Hash{7}
	list, err := use.NewList(id, []use.Tag{{1}, {2}})
	if err != nil {
		t.Fatal(err)
	}
	charged := common.Hash{1}
	away := errors.New("the node does not have it")
	for name, c := range map[string]struct {
		state        job.State
		charge       common.Hash
		root         common.Hash
		err          error
		shown, waits bool
	}{
		"charged with it":              {job.Charged, charged, list.Root(), nil, true, false},
		"done with it":                 {job.Done, charged, list.Root(), nil, true, false},
		"charged, and failed":          {job.Failed, charged, list.Root(), nil, true, false},
		"charged with another":         {job.Done, charged, common.Hash{3}, nil, false, false},
		"failed without a charge":      {job.Failed, common.Hash{}, common.Hash{}, nil, false, false},
		"unknown":                      {job.None, common.Hash{}, common.Hash{}, nil, false, false},
		"claimed":                      {job.Claimed, common.Hash{}, common.Hash{}, nil, false, true},
		"charged, and the node forgot": {job.Done, charged, common.Hash{}, away, false, true},
	} {
		lists := UseLists{Dir: t.TempDir()}
		if err := lists.Keep(list); err != nil {
			t.Fatal(err)
		}
		w := &Worker{cfg: Config{Uses: lists,
			Feed: &charges{charge: receipt.Charge{SubjectsRoot: c.root}, err: c.err}}}
		j := &contracts.Job{ID: id, JobRecord: contracts.JobRecord{State: c.state, Charge: c.charge}}
		if err := w.settleUse(t.Context(), j); !errors.Is(err, c.err) {
			t.Errorf("%s: %v, want %v", name, err, c.err)
		}
		w.cfg.Log = slog.New(slog.DiscardHandler)
		w.settleLate(t.Context(), j) // does it no second time
		(&Worker{cfg: Config{Log: w.cfg.Log}}).settleLate(t.Context(), j)
		_, err := lists.Get(id)
		waiting, werr := lists.Waiting()
		if (err == nil) != c.shown || (len(waiting) == 1) != c.waits || werr != nil {
			t.Errorf("%s: shown %v, waits %v, %v", name, err, waiting, werr)
		}
	}
}
