package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/publish"
	"github.com/assent-network/assent/node/query"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/node/view"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
)

// approveOptions are the flags of job approve.
type approveOptions struct {
	schemas []string
	tables  string
	life    time.Duration
}

func (a *App) jobApprove() *cobra.Command {
	var o approveOptions
	cmd := &cobra.Command{
		Use:   "approve JOB",
		Short: "Sign a job as the dataset's custodian, after checking its parameters against the schema",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, err := parseHash("job", args[0])
			if err != nil {
				return err
			}
			return a.approve(cmd.Context(), id, &o)
		},
	}
	cmd.Flags().StringArrayVar(&o.schemas, "schema", nil,
		"the dataset's schema file; of several tables NAME=FILE each, all of them; required")
	cmd.Flags().StringVar(&o.tables, "tables", "", tablesHelp)
	cmd.Flags().DurationVar(&o.life, "for", 24*time.Hour,
		"how long the approval counts, at most until the job's deadline")
	require(cmd, "schema")
	return cmd
}

// approve signs and records an approval once the job holds what it has to.
func (a *App) approve(ctx context.Context, id common.Hash, o *approveOptions) error {
	key, err := a.Key()
	if err != nil {
		return err
	}
	c, sender, err := a.Session(ctx)
	if err != nil {
		return err
	}
	j, err := c.Job(ctx, id)
	if err != nil {
		return err
	}
	now, err := c.Now(ctx)
	if err != nil {
		return err
	}
	plan, rules, h, err := o.review(ctx, c, now, j)
	if err != nil {
		return err
	}
	a.warnUnknown(rules)
	until, err := approvalExpiry(now.Round, j.Spec.Deadline, j.ApprovedUntil, o.life)
	if err != nil {
		return err
	}
	approval, err := job.Approval{Job: id, Expiry: until}.Sign(c.MarketDomain(), key)
	if err != nil {
		return err
	}
	if _, err := c.Approve(ctx, sender, approval); err != nil {
		return err
	}
	out := map[string]any{"job": id, "outputs": plan.Outputs(), "until": until, "minCell": rules.MinCell}
	h.put(out)
	return a.Result(out, func(w io.Writer) {
		fmt.Fprintln(w, h.words())
		if j.Spec.Release == job.Exact {
			fmt.Fprintln(w, rules.FloorWords())
		}
		fmt.Fprintf(w, "approved job %s until %s\n", id, clock(until))
	})
}

// review holds a job against the schemas on record and against the policy.
func (o *approveOptions) review(
	ctx context.Context, c *client.Client, now *view.Snapshot, j *view.Job,
) (*query.Plan, policy.Policy, *held, error) {
	var rules policy.Policy
	parameters, err := c.Parameters(ctx, j.ID)
	if err != nil {
		return nil, rules, nil, err
	}
	version, err := now.Version(ctx, j.Spec.Dataset, j.Spec.DatasetVersion)
	if err != nil {
		return nil, rules, nil, err
	}
	schemas, err := publish.LoadSchemas(o.schemas)
	if err != nil {
		return nil, rules, nil, err
	}
	if err := sameSchemas(j, version.Schema, schemas); err != nil {
		return nil, rules, nil, err
	}
	p, err := query.Parse(j.Spec.Kind, parameters)
	if err != nil {
		return nil, rules, nil, term.Fail(term.ExitPolicy, "do not approve it", "the parameters of job %s: %w", j.ID, err)
	}
	s, err := schemaOf(schemas, p.Table())
	if err != nil {
		return nil, rules, nil, term.Fail(term.ExitPolicy, "do not approve it",
			"the parameters of job %s do not fit version %d: %w", j.ID, j.Spec.DatasetVersion, err)
	}
	plan, err := query.Compile(p, s)
	if err == nil {
		err = plan.Check(j.Spec.Release, j.Spec.Rho)
	}
	if err != nil {
		return nil, rules, nil, term.Fail(term.ExitPolicy, "do not approve it",
			"the parameters of job %s do not fit the schema: %w", j.ID, err)
	}
	if rules, err = now.Policy(ctx, j.Spec.Dataset, j.Spec.PolicyVersion); err != nil {
		return nil, rules, nil, err
	}
	tables, err := readTables(o.tables, o.schemas)
	if err != nil {
		return nil, rules, nil, err
	}
	h, err := heldOf(tables, p.Table(), s, plan, j.Spec.Release)
	return plan, rules, h, errors.Join(err, ofVersion(tables, version.ContentRoot), h.check(rules.JobTimeout))
}

// sameSchemas checks that schema files are the ones on record for a job's dataset version.
func sameSchemas(j *view.Job, onRecord common.Hash, schemas map[string]*vault.Schema) error {
	root, err := publish.SchemaRoot(schemas)
	if err != nil {
		return err
	}
	if root != onRecord {
		return term.Fail(term.ExitInput, "use the schemas of the published folder, of all tables, under their names",
			"what --schema names is not the schema of version %d of dataset %s", j.Spec.DatasetVersion, j.Spec.Dataset)
	}
	return nil
}

// approvalExpiry is the last second of an approval that is signed now for so long: not past the deadline, since no job
// is claimed after it; unless approvals up to the deadline are withdrawn, which takes one that ends a second later than
// they. withdrawalEnd rests on both.
func approvalExpiry(now view.Round, deadline, approvedUntil uint64, life time.Duration) (uint64, error) {
	until, err := after(now, "--for", life)
	if err != nil {
		return 0, err
	}
	if until = min(until, max(deadline, approvedUntil+1)); until <= approvedUntil {
		return 0, term.Fail(term.ExitInput, "let it count for longer, with --for",
			"an approval until %s does not outlast those until %s, which are on record or withdrawn", clock(until),
			clock(approvedUntil))
	}
	return until, nil
}

// withdrawalEnd is up to when approvals of a job are withdrawn, so that none counts that approvalExpiry was asked for
// before.
func withdrawalEnd(deadline, approvedUntil uint64) uint64 {
	end := max(deadline, approvedUntil)
	if end < math.MaxUint64 {
		end++
	}
	return end
}

func (a *App) jobDisapprove() *cobra.Command {
	var until string
	cmd := &cobra.Command{
		Use:   "disapprove JOB",
		Short: "Withdraw the approvals of a job whose key is not released, as the dataset's custodian",
		Long: `Withdraw the approvals of a job whose key is not released, as the dataset's custodian: all that end by a time, those
among them that were signed and not sent. When no time is given it is after the job's deadline, past which assent job
approve signs none. Approvals that another program signed for longer are withdrawn with --until.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			id, err := parseHash("job", args[0])
			if err != nil {
				return err
			}
			var end uint64
			if until != "" {
				t, err := time.Parse(time.RFC3339, until)
				if err != nil || t.Unix() <= 0 {
					return term.Fail(term.ExitInput, "write it as 2030-12-31T18:00:00Z", "--until %.40q is no time", until)
				}
				end = uint64(t.Unix())
			}
			c, custodian, err := a.Session(ctx)
			if err != nil {
				return err
			}
			j, err := c.Job(ctx, id)
			if err != nil {
				return err
			}
			if end == 0 {
				end = withdrawalEnd(j.Spec.Deadline, j.ApprovedUntil)
			}
			if _, err := c.Disapprove(ctx, custodian, id, end); err != nil {
				return err
			}
			return a.Result(map[string]any{"job": id, "withdrawnUntil": end}, func(w io.Writer) {
				fmt.Fprintf(w, "withdrew every approval of job %s that ends by %s\n", id, clock(end))
			})
		},
	}
	cmd.Flags().StringVar(&until, "until", "", "withdraw the approvals that end by this time (RFC 3339)")
	return cmd
}

// clock writes Unix seconds for people.
func clock(seconds uint64) string { return time.Unix(int64(seconds), 0).UTC().Format(time.RFC3339) }
