package publish_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client/custodian/publish"
)

// A folder that does not answer is asked once for a file, and a path is opened only where that is wanted.
func TestPublished(t *testing.T) {
	asked := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		asked++
		http.Error(w, "gone", http.StatusGone)
	}))
	defer server.Close()
	library, err := publish.OpenPublished()
	if err != nil {
		t.Fatal(err)
	}
	defer library.Close()
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := library.Tables(ended, server.URL, common.Hash{1}, common.Hash{2}); err == nil {
		t.Error("what was not asked for is there")
	}
	for range 3 {
		_, err := library.Tables(t.Context(), server.URL, common.Hash{1}, common.Hash{2})
		if err == nil || !strings.Contains(err.Error(), "410") {
			t.Errorf("a folder that is gone: %v", err)
		}
	}
	if asked != 1 {
		t.Errorf("a folder that is gone was asked %d times", asked)
	}
	if _, err := library.Tables(t.Context(), server.URL, common.Hash{3}, common.Hash{2}); err == nil || asked != 2 {
		t.Errorf("another file of it: %v, asked %d times", err, asked)
	}

	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "tables.json"), []byte("no tables"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, uri := range []string{dir, "file://" + dir} {
		library.Paths = false
		if _, err := library.Tables(t.Context(), uri, common.Hash{1}, common.Hash{2}); err == nil ||
			!strings.Contains(err.Error(), "is a path") {
			t.Errorf("%s is opened: %v", uri, err)
		}
		library.Paths = true
		if _, err := library.Tables(t.Context(), uri, common.Hash{1}, common.Hash{2}); err == nil ||
			strings.Contains(err.Error(), "is a path") {
			t.Errorf("%s is not opened where it is wanted: %v", uri, err)
		}
	}
}
