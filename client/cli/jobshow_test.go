package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/publish"
	"github.com/assent-network/assent/contracts/bindings"
	"github.com/assent-network/assent/node/query"
	"github.com/assent-network/assent/protocol/dataset"
)

// A job that no worker claims waits for the file with its rows, when that is not where the version says.
func TestTellFile(t *testing.T) {
	library, err := publish.OpenPublished()
	if err != nil {
		t.Fatal(err)
	}
	defer library.Close()
	for name, c := range map[string]struct {
		has    bool
		unread string
		want   client.WaitingFor
		words  string
	}{
		"there":                {true, "", client.ForWorker, "unclaimed"},
		"not there":            {false, "", client.ForFile, "the file with the rows is not at"},
		"nothing can be read":  {true, "no such folder", client.ForFile, "cannot be read from here"},
		"neither, and no file": {false, "no such folder", client.ForFile, "cannot be read from here"},
	} {
		dir := t.TempDir()
		table := dataset.Table{Name: "people", Content: common.Hash{1}}
		if c.has {
			if err := os.WriteFile(filepath.Join(dir, table.DataFile()), []byte("sealed"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		q := &asked{params: query.Params{Query: &query.Query{}}, tables: dataset.Tables{table},
			version: bindings.IDatasetRegistryVersion{Uri: dir}}
		why := &client.Waiting{For: client.ForWorker, Why: "unclaimed", Since: 7}
		q.tellFile(t.Context(), library, why, c.unread)
		if why.For != c.want || !strings.Contains(why.Why, c.words) || why.Since != 7 {
			t.Errorf("%s: %+v", name, *why)
		}
	}
}
