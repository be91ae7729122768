package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/client/custodian/review"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/query"
	"github.com/assent-network/assent/protocol/statistics"
)

// Whether the dataset's files are there is judged of a job that no worker has claimed, and by what was read of them.
func TestTellWaiting(t *testing.T) {
	library, err := publish.OpenPublished()
	if err != nil {
		t.Fatal(err)
	}
	defer library.Close()
	published := fmt.Errorf("%w: no such folder", review.ErrPublished)
	for name, c := range map[string]struct {
		state  job.State
		unread error
		want   client.WaitingFor
	}{
		"the folder is gone": {job.Approved, published, client.ForFile},
		"a path, not opened": {job.Approved, fmt.Errorf("%w: %w", review.ErrPublished, publish.ErrPath),
			client.ForWorker},
		"another schema was given": {job.Approved, errors.New("not the schema of version 2"), client.ForWorker},
		"an unfit question":        {job.Approved, client.ErrUnfit, client.ForWorker},
		"claimed":                  {job.Claimed, published, client.ForWorker},
		"all there":                {job.Approved, nil, client.ForWorker},
	} {
		q := &asked{Question: &review.Question{Params: statistics.Parameters{Query: &query.Parameters{}},
			Version: dataset.Version{URI: "/gone"}}}
		j := &client.Posted{Job: &contracts.Job{JobRecord: contracts.JobRecord{State: c.state}}}
		why := &client.Waiting{For: client.ForWorker, Why: "unclaimed"}
		q.tellWaiting(t.Context(), library, j, why, c.unread)
		if why.For != c.want {
			t.Errorf("%s: it waits for %s: %s", name, why.For, why.Why)
		}
	}
	q := new(asked)
	q.tellWaiting(t.Context(), library, &client.Posted{Job: &contracts.Job{}}, nil, published) // it waits for nothing
}

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
		q := &asked{Question: &review.Question{Params: statistics.Parameters{Query: &query.Parameters{}},
			Tables:  dataset.Tables{table},
			Version: dataset.Version{URI: dir}}}
		why := &client.Waiting{For: client.ForWorker, Why: "unclaimed", Since: 7}
		q.tellFile(t.Context(), library, why, c.unread)
		if why.For != c.want || !strings.Contains(why.Why, c.words) || why.Since != 7 {
			t.Errorf("%s: %+v", name, *why)
		}
	}
}
