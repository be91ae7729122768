package worker

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/sync/errgroup"

	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/use"
)

// tagKeys are the tag keys of the subjects of a dataset version, which hold for all its jobs: at a million people they take
// most of a minute to compute. Those of one version are kept.
type tagKeys struct {
	mu      sync.Mutex
	of      common.Hash // the file
	enclave use.Point   // the use key
	keys    []use.TagKey
}

// get returns the tag key of each subject, zero for one without a proof key.
func (t *tagKeys) get(contentRoot common.Hash, e *use.Enclave, subjects []vault.Subject) ([]use.TagKey, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.of == contentRoot && t.enclave == e.Public() && len(t.keys) == len(subjects) {
		return t.keys, nil
	}
	keys := make([]use.TagKey, len(subjects))
	var g errgroup.Group
	const part = 1024
	g.SetLimit(runtime.GOMAXPROCS(0))
	for from := 0; from < len(subjects); from += part {
		g.Go(func() error {
			for i := from; i < min(from+part, len(subjects)); i++ {
				if subjects[i].ProofKey == (use.Point{}) {
					continue
				}
				var err error
				if keys[i], err = e.TagKey(subjects[i].Pseudonym, subjects[i].ProofKey); err != nil {
					return errMalformed // the custodian packed what is no proof key
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	t.of, t.enclave, t.keys = contentRoot, e.Public(), keys
	return keys, nil
}

// useList makes a job's use list. It has a tag for everybody who is live: their own for those of the file's subjects who have a
// proof key, and one that nobody can ask for otherwise.
func useList(job common.Hash, e *use.Enclave, keys []use.TagKey, subjects []vault.Subject, live map[common.Address]bool) (*use.List, error) {
	tags := make([]use.Tag, 0, len(live))
	for p := range live {
		i, found := slices.BinarySearchFunc(subjects, p, func(s vault.Subject, p common.Address) int { return s.Pseudonym.Cmp(p) })
		if found && subjects[i].ProofKey != (use.Point{}) {
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
