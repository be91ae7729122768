package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/publish"
	"github.com/assent-network/assent/node/vault"
	"github.com/assent-network/assent/node/view"
	"github.com/assent-network/assent/protocol/job"
)

// approveOptions are the flags of job approve.
type approveOptions struct {
	files schemaFiles
	life  time.Duration
	yes   bool
}

func (a *App) jobApprove() *cobra.Command {
	var o approveOptions
	cmd := &cobra.Command{
		Use:   "approve JOB",
		Short: "Read a job's question in words, and sign it as the dataset's custodian",
		Long: `Show a job's question in words, ask whether to approve it, and sign it as the dataset's custodian. The words
follow from the parameters that the job's id commits to, and from the schema that the dataset's version has on record:
what is shown is what is signed. assent job refuse says no, with a reason.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.approve(cmd.Context(), args[0], &o)
		},
	}
	o.files.flags(cmd)
	cmd.Flags().DurationVar(&o.life, "for", 24*time.Hour,
		"how long the approval counts, at most until the job's deadline")
	cmd.Flags().BoolVar(&o.yes, "yes", false, "approve without asking, for scripts that have read the question")
	return cmd
}

// approve shows a job's question, and signs and records an approval when it is agreed to.
func (a *App) approve(ctx context.Context, arg string, o *approveOptions) (err error) {
	key, err := a.Key()
	if err != nil {
		return err
	}
	c, sender, err := a.Session(ctx)
	if err != nil {
		return err
	}
	id, err := findJob(ctx, c, arg)
	if err != nil {
		return err
	}
	now, err := c.Now(ctx)
	if err != nil {
		return err
	}
	j, err := c.Posted(ctx, now, id)
	if err != nil {
		return err
	}
	library, err := publish.OpenPublished()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, library.Close()) }()
	count, err := c.CountLive(ctx, now, j.Job)
	if err != nil {
		return err
	}
	asked, err := o.files.ask(ctx, now, library, j, count(0))
	if err != nil {
		return err
	}
	if err := asked.held.check(asked.policy.JobTimeout); err != nil {
		return err
	}
	a.warnUnknown(asked.policy)
	until, err := approvalExpiry(now.Round, j.Spec.Deadline, j.ApprovedUntil, o.life)
	if err != nil {
		return err
	}
	out := map[string]any{"job": id, "outputs": asked.plan.Outputs(), "until": until, "minCell": asked.policy.MinCell,
		"question": asked.words, "approved": false}
	asked.held.put(out)
	if err := a.agree(j, asked, o.yes, out); err != nil {
		return err
	}
	approval, err := job.Approval{Job: id, Expiry: until}.Sign(c.MarketDomain(), key)
	if err != nil {
		return err
	}
	if _, err := c.Approve(ctx, sender, approval); err != nil {
		return err
	}
	out["approved"] = true
	return a.Result(out, func(w io.Writer) {
		if o.yes {
			describe(w, j, asked)
		}
		fmt.Fprintf(w, "approved job %s until %s\n", id, clock(until))
	})
}

// describe shows what is approved.
func describe(w io.Writer, j *client.Posted, asked *asked) {
	fmt.Fprintf(w, "job        %s\nasked by   %s (%s), for %s\nkind       %s\n", j.ID, j.Spec.Researcher, j.Spec.Recipient,
		j.Spec.Purpose.Words(), j.Spec.Kind)
	printQuestion(w, asked.words)
	fmt.Fprintf(w, "%-10s %s\n", "held", asked.held.words())
}

// agree shows a question and asks whether to approve it.
func (a *App) agree(j *client.Posted, asked *asked, yes bool, out map[string]any) error {
	if yes {
		return nil
	}
	var text strings.Builder
	describe(&text, j, asked)
	for line := range strings.Lines(text.String()) {
		fmt.Fprintln(a.Err, term.Printable(strings.TrimSuffix(line, "\n")))
	}
	agreed, err := a.Ask("Approve this job?")
	if err != nil || agreed {
		return err
	}
	if a.JSON {
		if err := a.Result(out, nil); err != nil {
			return err
		}
	}
	return term.Fail(term.ExitInput, "answer yes, or say --yes; to say no with a reason: assent job refuse "+shortID(j.ID),
		"nothing was signed, since job %s was not agreed to", shortID(j.ID))
}

func (a *App) jobRefuse() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use:   "refuse JOB",
		Short: "Refuse a job with a reason, as the dataset's custodian",
		Long: `Refuse a job whose key is not released, as the dataset's custodian, and say why. All approvals are withdrawn
that could count until its deadline, and the researcher sees the reason and gets the fee back with assent job cancel.

The reason is on the chain, public and for ever: write nothing about a person, and nothing that the data show.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			if err := job.CheckReason(reason); err != nil {
				return term.Fail(term.ExitInput, fmt.Sprintf("write one line of up to %d bytes", job.MaxReason), "--reason: %w",
					err)
			}
			c, custodian, err := a.Session(ctx)
			if err != nil {
				return err
			}
			id, err := findJob(ctx, c, args[0])
			if err != nil {
				return err
			}
			j, err := c.Job(ctx, id)
			if err != nil {
				return err
			}
			a.Note("The reason is public and for ever; it must say nothing about a person.")
			if _, err := c.Refuse(ctx, custodian, id, withdrawalEnd(j.Spec.Deadline, j.ApprovedUntil), reason); err != nil {
				return err
			}
			return a.Result(map[string]any{"job": id, "refused": reason}, func(w io.Writer) {
				fmt.Fprintf(w, "refused job %s: %s\n", id, reason)
			})
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "",
		"why, for the researcher and everybody else to read: nothing about a person; required")
	require(cmd, "reason")
	return cmd
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
			id, err := findJob(ctx, c, args[0])
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
