package cli

import (
	"crypto/rand"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/broker/keyring"
)

// A dataset has one key, whose recipient can be asked for again; whether simulated workers may have it stays as it is.
func TestEntryOf(t *testing.T) {
	k, err := keyring.Create(filepath.Join(t.TempDir(), "keys"), "passphrase", 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, confirmed := range []bool{false, true} {
		id := common.Hash{1}
		if confirmed {
			id = common.Hash{2}
		}
		first, err := entryOf(k, id, "study", confirmed, rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		again, err := entryOf(k, id, "study", confirmed, rand.Reader)
		if err != nil || again.Identity != first.Identity || again.Confirmed != confirmed {
			t.Errorf("the second time: %v, the same: %v", err, err == nil && again.Identity == first.Identity)
		}
		if _, err := entryOf(k, id, "study", !confirmed, rand.Reader); err == nil {
			t.Errorf("the word on simulated workers changed from %v", confirmed)
		}
		if kept, err := k.Get(id); err != nil || kept.Confirmed != confirmed {
			t.Errorf("kept: %v", err)
		}
	}
}
