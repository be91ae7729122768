package worker

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/sync/errgroup"

	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/use"
)

// errRoster says that the file's roster is not the version's. Which entry differs stays in the enclave.
var errRoster = errors.New("reading the dataset: its roster is not the one on record; the custodian has to publish it anew")

// tagKeys are the tag keys of the people in a version's roster, which hold for all its jobs: at a million people they take most
// of a minute to compute. Those of one version are kept.
type tagKeys struct {
	mu      sync.Mutex
	of      common.Hash // the roster's root
	enclave use.Point   // the use key
	keys    []use.TagKey
}

// get returns the tag key of each in the roster, zero for one without a proof key. The roster has to be the one on record, so
// that nobody is given tags by another's proof key.
func (t *tagKeys) get(e *use.Enclave, roster []dataset.RosterEntry, root common.Hash) ([]use.TagKey, error) {
	tree, err := dataset.NewRoster(roster)
	if err != nil || tree.Root() != root {
		return nil, errRoster
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.of == root && t.enclave == e.Public() {
		return t.keys, nil
	}
	keys := make([]use.TagKey, len(roster))
	var g errgroup.Group
	const part = 1024
	g.SetLimit(runtime.GOMAXPROCS(0))
	for from := 0; from < len(roster); from += part {
		g.Go(func() error {
			for i := from; i < min(from+part, len(roster)); i++ {
				if roster[i].ProofKey == (use.Point{}) {
					continue
				}
				var err error
				if keys[i], err = e.TagKey(roster[i].Pseudonym, roster[i].ProofKey); err != nil {
					return errRoster // it has what is no proof key
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	t.of, t.enclave, t.keys = root, e.Public(), keys
	return keys, nil
}

// useList makes a job's use list. It has a tag for everybody who is live: their own for who has rows and a proof key, and one that
// nobody can ask for otherwise. The roster is in the order of pseudonyms.
func useList(job common.Hash, e *use.Enclave, keys []use.TagKey, roster []dataset.RosterEntry, live, used map[common.Address]bool) (*use.List, error) {
	tags := make([]use.Tag, 0, len(live))
	for p := range live {
		i, found := slices.BinarySearchFunc(roster, p, func(e dataset.RosterEntry, p common.Address) int { return e.Pseudonym.Cmp(p) })
		if used[p] && found && roster[i].ProofKey != (use.Point{}) {
			tags = append(tags, keys[i].Tag(job))
		} else {
			tags = append(tags, e.Fill(job, p))
		}
	}
	return use.NewList(job, tags)
}

// UseLists is a folder with the use lists of charged jobs, one file each, from which a service can hand out buckets. They hold
// nothing secret. Losing them costs subjects their proofs, and nobody anything else.
type UseLists struct{ Dir string }

func (l UseLists) path(job common.Hash) string { return filepath.Join(l.Dir, job.Hex()[2:]+".uses") }

// Put keeps the list of a job in place of an older one.
func (l UseLists) Put(list *use.List) error {
	if err := os.MkdirAll(l.Dir, 0o700); err != nil {
		return fmt.Errorf("making the folder of use lists: %w", err)
	}
	if err := wholefile.Write(l.path(list.Job()), list.Encode()); err != nil {
		return fmt.Errorf("keeping the use list of job %s: %w", list.Job(), err)
	}
	return nil
}

// Get returns the list of a job.
func (l UseLists) Get(job common.Hash) (*use.List, error) {
	b, err := os.ReadFile(l.path(job))
	if err != nil {
		return nil, fmt.Errorf("reading the use list of job %s: %w", job, err)
	}
	list, err := use.DecodeList(b)
	if err == nil && list.Job() != job {
		err = fmt.Errorf("it is of job %s", list.Job())
	}
	if err != nil {
		return nil, fmt.Errorf("reading the use list of job %s: %w", job, err)
	}
	return list, nil
}
