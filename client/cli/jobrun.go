package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/protocol/condition"
	"github.com/assent-network/assent/protocol/job"
	"github.com/assent-network/assent/protocol/policy"
	"github.com/assent-network/assent/protocol/purpose"
)

func (a *App) jobRun() *cobra.Command {
	var o postOptions
	var show resultOptions
	var timeout time.Duration
	cmd := &cobra.Command{
		Use:   "run DATASET",
		Short: "Post a job, follow it until it ends, and show its result",
		Long: `Post a job, follow it until it ends, and show its result: assent job post, job watch and
job result in one. A job that has not ended in time goes on, and assent job watch and job result
take it up by its id, which is printed first.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			id, err := a.datasetID(ctx, args[0])
			if err != nil {
				return err
			}
			w, err := o.read()
			if err != nil {
				return err
			}
			c, posted, _, err := a.post(ctx, id, &o, w)
			if err != nil {
				return err
			}
			a.Note("posted job %s", posted)
			j, err := a.watch(ctx, c, posted, timeout)
			if err != nil {
				return err
			}
			if err := notDone(ctx, c, j); err != nil {
				return err
			}
			return a.deliver(ctx, c, posted, w.key, &show)
		},
	}
	o.flags(cmd)
	show.flags(cmd)
	cmd.Flags().DurationVar(&timeout, "timeout", time.Hour, "how long to wait")
	return cmd
}

// effect is what a job does to the cohort of the next one.
type effect struct {
	Policy uint32 `json:"minCohort"`
	Now    int    `json:"consent"`
	Next   int    `json:"consentToASecond"`
}

// effectOf counts who consents to a job, and who would to an equal one after it.
func effectOf(ctx context.Context, c *client.Client, now *contracts.Snapshot, s job.Spec, p *policy.Policy) (*effect,
	error) {
	count, err := c.CountLive(ctx, now, &contracts.Job{Spec: s})
	if err != nil {
		return nil, err
	}
	return &effect{p.MinCohort, count(0), count(1)}, nil
}

func (e *effect) print(w io.Writer) {
	fmt.Fprintf(w, "%d people consent to this job; the policy wants %d\n", e.Now, e.Policy)
	if e.Next != e.Now {
		fmt.Fprintf(w, "%d would consent to an equal one after it: the others limit private use, and this job uses "+
			"up what they allow\n",
			e.Next)
	}
	if e.Now < int(e.Policy) {
		fmt.Fprintln(w, "it would wait until more people consent to what it is for")
	}
}

// checkedOn are the flags by which parameters are checked on a dataset's consents.
type checkedOn struct{ dataset, purpose, recipient string }

func (o *checkedOn) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.dataset, "dataset", "", "a dataset, to see how many people's consent counts now, and for "+
		"an equal job after it")
	cmd.Flags().StringVar(&o.purpose, "purpose", "",
		"what the result is for, with --dataset: a code such as FAIR or a "+
			"DUO term")
	cmd.Flags().StringVar(&o.recipient, "recipient", "", "who you are, with --dataset, as in assent job post")
}

// effect counts who consents; nil without a dataset.
func (o *checkedOn) effect(ctx context.Context, a *App, s job.Spec) (*effect, error) {
	if o.dataset == "" {
		return nil, nil
	}
	var err error
	if s.Purpose, err = purpose.Parse(o.purpose); err != nil {
		return nil, term.Fail(term.ExitInput, "the purposes are: "+purpose.All.String(),
			"--purpose goes with --dataset, since consent depends on it: %w", err)
	}
	d, err := a.openDataset(ctx, o.dataset)
	if err != nil {
		return nil, err
	}
	p, err := d.now.Policy(ctx, d.id, d.record.PolicyVersion)
	if err != nil {
		return nil, err
	}
	if o.recipient != "" {
		if s.Recipient, err = condition.ParseRecipient(o.recipient); err != nil {
			return nil, term.Fail(term.ExitInput, "", "--recipient: %w", err)
		}
	}
	s.Dataset, s.DatasetVersion, s.PolicyVersion = d.id, d.record.Version, d.record.PolicyVersion
	err = client.CheckJob(ctx, d.now, s)
	if errors.Is(err, client.ErrRecipientRefused) && o.recipient == "" {
		err = nil // no recipient was named
	}
	if err != nil {
		return nil, adviseOnJob(err)
	}
	return effectOf(ctx, d.client, d.now, s, &p)
}
