package keyring_test

import (
	"crypto/rand"
	"errors"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/broker/keyring"
)

func TestMemory(t *testing.T) {
	var m keyring.Memory
	if ids, err := m.Datasets(); err != nil || len(ids) != 0 {
		t.Errorf("an empty one lists %v, %v", ids, err)
	}
	if _, err := m.Get(common.Hash{1}); !errors.Is(err, keyring.ErrNoDataset) {
		t.Errorf("an empty one: %v", err)
	}
	for _, id := range []common.Hash{{2}, {1}} {
		e, err := keyring.NewEntry("study", rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Put(id, e); err != nil {
			t.Fatal(err)
		}
		if err := m.Put(id, e); err == nil {
			t.Error("a key was replaced")
		}
		got, err := m.Get(id)
		if err != nil || got.Identity != e.Identity || !slices.Equal(got.Master, e.Master) {
			t.Errorf("got %v, %v", got, err)
		}
		// What is given out is a copy, and so is what is kept.
		clear(e.Master)
		clear(got.Master)
		again, err := m.Get(id)
		if err != nil || slices.Equal(again.Master, got.Master) {
			t.Errorf("the master secret was changed from outside: %v", err)
		}
	}
	if ids, err := m.Datasets(); err != nil || !slices.Equal(ids, []common.Hash{{1}, {2}}) {
		t.Errorf("lists %v, %v", ids, err)
	}
	if err := m.Put(common.Hash{3}, &keyring.Entry{Identity: "nothing"}); err == nil {
		t.Error("an entry that cannot be used was kept")
	}
}
