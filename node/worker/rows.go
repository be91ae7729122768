package worker

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/node/broker/release"
	"github.com/assent-network/assent/node/compute"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/schema"
	"github.com/assent-network/assent/protocol/use"
)

// The worker decrypts a dataset file and looks at nothing in it but the first line and the ends of some others: it
// passes the text on to the engine of the job, which runs in a process of its own, and believes of what that says only
// what it can check. docs/design/processes.md says what is where.

// Engines start engines.
type Engines interface {
	// Start starts the engine of a job. The caller closes it.
	Start(ctx context.Context, j *compute.Job) (compute.Session, error)
}

// errTooLarge says that a dataset does not fit this worker. How large it is stays in the enclave.
var errTooLarge = errors.New("the dataset's rows take more memory than this worker has for them")

// read has an engine read the rows of the people who count, and computes what the charge commits to. What comes before
// the first row depends on none, and no row is with the engine meanwhile; the rest takes its whole time, which is
// public.
func (c *computation) read(
	ctx context.Context, w *Worker, j *contracts.Job, posted *material, key release.Key,
	version *dataset.Version,
) error {
	f, err := posted.file.Open()
	if err != nil {
		return fmt.Errorf("opening the dataset file: %w", err)
	}
	defer f.Close()
	head, err := openText(f, key, posted)
	if err != nil {
		return err
	}
	rows := head.Rest()
	if uint32(head.Rows) != posted.table.Rows || !isSchema(head.Schema, posted) {
		c.plan, rows = nil, nil // the job was approved by what is on record, and is not what the file would make of it
	}
	held := vault.HeldBytes(int(posted.table.Rows), len(posted.schema.Columns))
	if held > w.cfg.MaxHeld {
		return fmt.Errorf("%w: %d bytes", errTooLarge, w.cfg.MaxHeld)
	}
	spec, err := c.spec(j, posted, uint32(head.Roster), held)
	if err != nil {
		return err
	}
	patient, cancel := context.WithTimeout(ctx, c.patience())
	defer cancel()
	if c.engine, err = w.cfg.Engines.Start(patient, spec); err != nil {
		return err
	}
	if c.roster, err = c.engine.Roster(patient, head); err != nil {
		return fmt.Errorf("reading the dataset: %w", err)
	}
	enclave, err := use.NewEnclave(key.UseSecret, use.Version{Dataset: j.Spec.Dataset, Number: j.Spec.DatasetVersion})
	if err != nil {
		return err
	}
	tags, err := w.tagKeys.get(enclave, c.roster, version.RosterRoot)
	if err != nil {
		return err
	}
	return c.pace.whole(ctx, c.sizes.ReadTime(), func() error {
		if err := c.selectRows(ctx, rows); err != nil {
			return err
		}
		return c.fix(j, key, version, enclave, tags)
	})
}

// openText opens a dataset file and reads the first line of its text.
func openText(f io.Reader, key release.Key, posted *material) (*vault.Head, error) {
	k, err := vault.ParseFileKey(key.FileKey)
	if err != nil {
		return nil, fmt.Errorf("reading what came as the broker's answer: %w", err)
	}
	text, err := vault.Decrypt(f, k, posted.table.Content)
	if err != nil {
		return nil, fmt.Errorf("opening the dataset: %w", err)
	}
	head, err := vault.ReadHead(text)
	var malformed *vault.CellError
	if errors.As(err, &malformed) {
		return nil, fmt.Errorf("reading the dataset: %w", compute.ErrMalformed)
	}
	if err != nil {
		return nil, fmt.Errorf("opening the dataset: %w", err)
	}
	return head, nil
}

func isSchema(s *schema.Schema, posted *material) bool {
	hash, err := s.Hash()
	return err == nil && hash == posted.table.Schema
}

// spec is what the engine is told of a job.
func (c *computation) spec(j *contracts.Job, posted *material, roster uint32, memory int64) (*compute.Job, error) {
	schema, err := posted.schema.Canonical()
	if err != nil {
		return nil, fmt.Errorf("writing the schema of table %s: %w", posted.table.Name, err)
	}
	return &compute.Job{
		Kind: j.Spec.Kind, Parameters: c.parameters, Schema: schema, Release: j.Spec.Release, Rho: j.Spec.Rho,
		Live: c.charge.LiveSubjects, Floor: c.minCell, Cohort: c.people.members(), Roster: roster, Memory: memory,
	}, nil
}

// patience is for how long the worker waits for an engine that reads. One that takes so long has been stopped, or will
// not end.
func (c *computation) patience() time.Duration {
	const times = 16
	return time.Minute + times*min(c.pace.round(c.sizes.ReadTime()), time.Hour)
}

// selectRows has the engine keep the rows whose subjects are live. Without rows there are none.
func (c *computation) selectRows(ctx context.Context, rows io.Reader) error {
	if rows == nil {
		return nil
	}
	patient, cancel := context.WithTimeout(ctx, c.patience())
	defer cancel()
	counts, err := c.engine.Select(patient, rows)
	if err == nil {
		err = c.people.take(c.roster, counts)
	}
	if err != nil {
		return fmt.Errorf("reading the dataset: %w", err)
	}
	c.few = len(c.people.rows) < int(c.minCohort)
	return nil
}

// close ends the engine, and the rows with it.
func (c *computation) close() {
	if c == nil || c.engine == nil {
		return
	}
	c.engine.Close()
	c.engine = nil
}
