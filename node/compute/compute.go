// Package compute runs one job: it reads the rows of one table, keeps those of the people who count, and has the engine
// of the job's kind compute the result. Engines lists the engines; each compiles, checks, prices and runs jobs of a
// kind.
//
// It promises to give back of the rows only whose count and the result, and to need no secret but the noise key of the
// job: no key of an enclave, of a dataset or of an account, no chain and no network. A worker has a session run in a
// process of its own (package process), so that what a job does can reach none of them.
package compute

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"

	"github.com/assent-network/assent/node/compute/mechanism"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/protocol/budget"
	"github.com/assent-network/assent/protocol/dataset"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/kind"
)

// Job is what a session is told of its job. All of it is public.
type Job struct {
	Kind kind.Kind
	// Parameters are the job's.
	Parameters []byte
	// Schema is the table's that the parameters are for.
	Schema []byte
	// Release says how the result leaves, and Rho is its budget if it is private.
	Release job.Release
	Rho     budget.Rho
	// Live is how many people consent, Floor the policy's minCell.
	Live, Floor uint32
	// Cohort are the pseudonyms whose rows count, in their order.
	Cohort []Member
	// Roster is how many entries the table's roster has, by the head of its text.
	Roster uint32
	// Memory is what the rows may take, in bytes.
	Memory int64
}

// Member is a pseudonym whose rows count, and the number of its person. Of a person with several pseudonyms, only the
// rows of the first one that has any count, so that no person has the influence of two.
type Member struct {
	Pseudonym common.Address
	Person    uint32
}

// Check returns an error for a cohort that is not in order or counts more people than it has names.
func (j *Job) Check() error {
	for i, m := range j.Cohort {
		if i > 0 && j.Cohort[i-1].Pseudonym.Cmp(m.Pseudonym) >= 0 {
			return fmt.Errorf("the cohort is out of order at name %d", i)
		}
		if int64(m.Person) >= int64(len(j.Cohort)) {
			return fmt.Errorf("name %d of %d is of person %d", i, len(j.Cohort), m.Person)
		}
	}
	return nil
}

// Session runs one job. Its calls come in this order, each at most once, Close always. When the context of one ends, so
// does the session.
type Session interface {
	// Roster takes the table's text up to its first row, and returns the roster that it has.
	Roster(ctx context.Context, head *vault.Head) ([]dataset.RosterEntry, error)
	// Select takes the rows, and reports of each in the roster whether rows of theirs count.
	Select(ctx context.Context, rows io.Reader) (counts []bool, err error)
	// Run computes the result with a noise key, which an exact release does without, and returns its plaintext, of one
	// to so many bytes.
	Run(ctx context.Context, key mechanism.Key, most int) ([]byte, error)
	// Close ends the session, and what it holds of the rows with it.
	Close()
}

// The errors of sessions. They tell nothing of the rows but what the custodian has to know.
var (
	// ErrMalformed says that a table was sealed with a text that its schema does not allow. Which line, and why, stays
	// in the session.
	ErrMalformed = errors.New("its rows do not keep its schema; the custodian has to publish it anew")
	// ErrRun says that a session failed at what it was asked for.
	ErrRun = errors.New("the run failed")
	// ErrEnded says that a session ended, or said what makes no sense.
	ErrEnded = errors.New("the process that computes has ended")
)
