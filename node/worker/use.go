package worker

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/sync/errgroup"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/internal/wholefile"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/use"
)

// errRoster says that the file's roster is not the version's, by the list of tables, which is public, or by the file
// itself. Which entry differs stays in the enclave.
var errRoster = errors.New("reading the dataset: its roster is not the one on record; the custodian has to publish " +
	"it anew")

// tagKeys are the tag keys of the people in a version's roster, which hold for all its jobs: at a million people they
// take most of a minute to compute. Those of one version are kept.
type tagKeys struct {
	mu      sync.Mutex
	of      common.Hash // the roster's root
	enclave use.Point   // the use key
	keys    []use.TagKey
}

// get returns the tag key of each in the roster, zero for one without a proof key. The roster has to be the one on
// record, so that no one is given tags by another's proof key.
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

// useList makes a job's use list. It has a tag for everyone who is live: their own for who has rows and a proof key,
// and one that no one can ask for otherwise. The roster is in the order of pseudonyms.
func useList(job common.Hash, e *use.Enclave, keys []use.TagKey, roster []dataset.RosterEntry, live,
	used map[common.Address]bool) (*use.List, error) {
	tags := make([]use.Tag, 0, len(live))
	for p := range live {
		i, found := slices.BinarySearchFunc(roster, p,
			func(e dataset.RosterEntry, p common.Address) int { return e.Pseudonym.Cmp(p) })
		if used[p] && found && roster[i].ProofKey != (use.Point{}) {
			tags = append(tags, keys[i].Tag(job))
		} else {
			tags = append(tags, e.Fill(job, p))
		}
	}
	return use.NewList(job, tags)
}

// UseLists is a folder with the use lists of charged jobs, one file each by use.FileName, for any web server to hand
// out. They hold nothing secret. Losing them costs subjects their proofs, and no one anything else.
//
// A list is on disk before its job is charged, and is shown once the charge is final: who finds one in the folder finds
// the one that was charged, or none. Until then it waits in a folder that is the worker's alone.
type UseLists struct {
	Dir string
	// Give, when set, takes the lists in place of the folder, which has an empty file for each that was given: a
	// machine without a disk has its host show them.
	Give func(job common.Hash, list []byte) error
}

func (l UseLists) path(job common.Hash) string { return filepath.Join(l.Dir, use.FileName(job)) }

// waiting is the folder of lists whose charge is not known to be final.
func (l UseLists) waiting() string { return filepath.Join(l.Dir, ".waiting") }

func (l UseLists) waitingPath(job common.Hash) string {
	return filepath.Join(l.waiting(), use.FileName(job))
}

// Keep keeps the list of a job that is to be charged, in place of an older one.
func (l UseLists) Keep(list *use.List) error {
	err := os.MkdirAll(l.Dir, 0o755)
	if err == nil {
		err = os.MkdirAll(l.waiting(), 0o700)
	}
	if err != nil {
		return fmt.Errorf("making the folder of use lists: %w", err)
	}
	if err := wholefile.Write(l.waitingPath(list.Job()), list.Encode()); err != nil {
		return fmt.Errorf("keeping the use list of job %s: %w", list.Job(), err)
	}
	return nil
}

// Show has the list that was kept be seen by all, whole or not at all, now that its job's charge is final. It does
// nothing when it did so before.
func (l UseLists) Show(job common.Hash) error {
	err := os.Chmod(l.waitingPath(job), 0o644)
	if errors.Is(err, fs.ErrNotExist) {
		if _, shown := os.Stat(l.path(job)); shown == nil {
			return nil
		}
	}
	if err == nil && l.Give != nil {
		err = l.give(job)
	}
	if err == nil {
		err = os.Rename(l.waitingPath(job), l.path(job))
	}
	if err != nil {
		return fmt.Errorf("showing the use list of job %s: %w", job, err)
	}
	return nil
}

// showOf does so for a list that an enclave has of a charge on record: where the folder has none, since another enclave
// kept it elsewhere or it was lost, it is put there.
func (l UseLists) showOf(list *use.List) error {
	err := l.Show(list.Job())
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := l.Keep(list); err != nil {
		return err
	}
	return l.Show(list.Job())
}

// give gives a list that waits away, and empties its file.
func (l UseLists) give(job common.Hash) error {
	b, err := os.ReadFile(l.waitingPath(job))
	if err != nil {
		return err
	}
	if err := l.Give(job, b); err != nil {
		return err
	}
	return os.Truncate(l.waitingPath(job), 0)
}

// drop removes a list that waits, since its job was charged with another one, or not at all.
func (l UseLists) drop(job common.Hash) error {
	if err := os.Remove(l.waitingPath(job)); err != nil {
		return fmt.Errorf("removing the use list of job %s, which was not charged with it: %w", job, err)
	}
	return nil
}

// Get returns the list of a job, once it is shown.
func (l UseLists) Get(job common.Hash) (*use.List, error) { return readUses(l.path(job), job) }

func readUses(path string, job common.Hash) (*use.List, error) {
	b, err := os.ReadFile(path)
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

// Waiting are the jobs whose lists wait.
func (l UseLists) Waiting() ([]common.Hash, error) {
	files, err := os.ReadDir(l.waiting())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the folder of use lists: %w", err)
	}
	var jobs []common.Hash
	for _, f := range files {
		if job := common.HexToHash(f.Name()[:min(len(f.Name()), 64)]); f.Name() == use.FileName(job) {
			jobs = append(jobs, job)
		}
	}
	return jobs, nil
}

// settleUses shows the lists that wait for a charge which became final while the worker was gone, and removes those
// that no charge can be of. A list of which the node cannot tell goes on waiting.
func (w *Worker) settleUses(ctx context.Context, now *contracts.Open) error {
	if w.cfg.Uses.Dir == "" {
		return nil
	}
	jobs, err := w.cfg.Uses.Waiting()
	if err != nil {
		return err
	}
	for _, id := range jobs {
		j, err := now.Job(ctx, id)
		if err == nil {
			err = w.settleUse(ctx, j)
		}
		if err != nil {
			w.cfg.Log.WarnContext(ctx, "A use list goes on waiting", slog.String("job", id.Hex()),
				slog.Any("error", err))
		}
	}
	return nil
}

// settleLate is settleUses for one job, when its list waits: the view with which a worker comes back can be older than
// the charge.
func (w *Worker) settleLate(ctx context.Context, j *contracts.Job) {
	if w.cfg.Uses.Dir == "" {
		return
	}
	if _, err := os.Stat(w.cfg.Uses.waitingPath(j.ID)); err != nil {
		return
	}
	if err := w.settleUse(ctx, j); err != nil {
		w.cfg.Log.WarnContext(ctx, "A use list goes on waiting", slog.String("job", j.ID.Hex()), slog.Any("error", err))
	}
}

func (w *Worker) settleUse(ctx context.Context, j *contracts.Job) error {
	list, err := readUses(w.cfg.Uses.waitingPath(j.ID), j.ID)
	if err != nil {
		return err
	}
	if j.Charge == (common.Hash{}) {
		if j.State().Final() || j.State() == job.None {
			return w.cfg.Uses.drop(j.ID)
		}
		return nil // it may be charged with this list yet
	}
	charge, err := w.cfg.Feed.Charge(ctx, j)
	if err != nil {
		return err
	}
	if charge.SubjectsRoot != list.Root() {
		return w.cfg.Uses.drop(j.ID)
	}
	return w.cfg.Uses.Show(j.ID)
}
