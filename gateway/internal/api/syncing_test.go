package api

import (
	"log/slog"
	"testing"

	"github.com/assent-network/assent/gateway/internal/follow"
	"github.com/assent-network/assent/gateway/internal/index"
)

// TestSyncing_beforeTheNodeHasAnswered: a gateway that does not know how many rounds there are is behind, as far as it
// knows, and does not say that it has caught up.
func TestSyncing_beforeTheNodeHasAnswered(t *testing.T) {
	x, err := index.Open(t.TempDir(), []byte("chain"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	follower := follow.New(follow.Config{Index: x, Logger: slog.New(slog.DiscardHandler)})
	e := &Eth{&Backend{cfg: Config{Follower: follower, Index: x}}}
	if said := e.Syncing(); said == false {
		t.Error("it says that it has caught up")
	}
}
