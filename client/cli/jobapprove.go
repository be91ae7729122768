package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/spf13/cobra"

	"github.com/assent-network/assent/chain/contracts"
	"github.com/assent-network/assent/client"
	"github.com/assent-network/assent/client/cli/term"
	"github.com/assent-network/assent/client/custodian/publish"
	"github.com/assent-network/assent/client/custodian/review"
	"github.com/assent-network/assent/protocol/job"
)

// approveOptions are the flags of job approve.
type approveOptions struct {
	files        schemaFiles
	life         time.Duration
	lifeStated   bool
	yes          bool
	near         int
	afterRefusal bool
}

func (a *App) jobApprove() *cobra.Command {
	var o approveOptions
	cmd := &cobra.Command{
		Use:   "approve JOB",
		Short: "Read a job's question in words, and sign it as the dataset's custodian",
		Long: `Show a job's question in words, ask whether to approve it, and sign it as the dataset's
custodian. The words follow from the parameters that the job's id commits to, and from the schema
that the dataset's version has on record: what is shown is what is signed. assent job refuse says
no, with a reason.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.lifeStated = cmd.Flags().Changed("for")
			return a.approve(cmd.Context(), args[0], &o)
		},
	}
	o.files.flags(cmd)
	cmd.Flags().DurationVar(&o.life, "for", 24*time.Hour,
		"how long the approval counts, at most until the job's deadline")
	cmd.Flags().BoolVar(&o.yes, "yes", false, "approve without asking, for scripts that have read the question")
	cmd.Flags().IntVar(&o.near, "near", 0, "how many exact releases of the dataset are near this one: the number that "+
		"the command names when it asks for it")
	cmd.Flags().BoolVar(&o.afterRefusal, "after-refusal", false, "it is meant that a job is approved that was refused "+
		"before")
	return cmd
}

// approve shows a job's question, and signs and records an approval when it is agreed to.
func (a *App) approve(ctx context.Context, arg string, o *approveOptions) (err error) {
	key, err := a.Key()
	if err != nil {
		return err
	}
	s, id, err := a.jobSession(ctx, arg)
	if err != nil {
		return err
	}
	c := s.Client
	library, err := publish.OpenPublished()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, library.Close()) }()
	source, err := o.files.source(library)
	if err != nil {
		return err
	}
	found, err := review.Open(ctx, c, source, id)
	if err != nil {
		return adviseOnReview(err)
	}
	a.warnUnknown(found.Policy)
	r := &approval{Review: found}
	if r.until, err = found.ApprovalEnd(o.life, o.lifeStated || found.Job.State() == job.Approved); err != nil {
		return adviseOnApproval(err)
	}
	if r.held, err = heldOf(found.Tables, found.Params.Table(), found.Schema, found.Plan,
		found.Job.Spec.Release); err != nil {
		return err
	}
	out := map[string]any{"job": id, "outputs": found.Plan.OutputNames(), "until": r.until,
		"minCell":  found.Policy.MinCell,
		"question": found.Words, "near": found.Releases.Near,
		"others": found.Releases.Others, "refusals": found.Refusals, "approved": false}
	r.held.put(out)
	if err := a.agree(r, o, out); err != nil {
		return err
	}
	signed, err := found.Approve(key, r.until)
	if err != nil {
		return err
	}
	if _, err := c.Approve(ctx, s.Account, signed); err != nil {
		return err
	}
	out["approved"] = true
	return a.Result(out, func(w io.Writer) {
		if o.yes {
			r.print(w)
		}
		fmt.Fprintf(w, "approved job %s until %s\n", id, clock(r.until))
	})
}

// approval is a review, and what of it is asked before it is signed.
type approval struct {
	*review.Review
	held  *held
	until uint64 // the last second of the approval
}

// adviseOnApproval adds what to do next to the reason why an approval would not count.
func adviseOnApproval(err error) error {
	var outlived *review.OutlivedError
	switch {
	case errors.As(err, &outlived):
		return term.Fail(term.ExitInput, "let it count for longer, with --for", "%w", err)
	case errors.Is(err, review.ErrLife):
		return term.Fail(term.ExitInput, "write a duration such as 90m or 24h", "--for: %w", err)
	}
	return err
}

// print shows what is approved.
func (r *approval) print(w io.Writer) {
	s := &r.Job.Spec
	fmt.Fprintf(w, "job        %s\nasked by   %s (%s), for %s\nkind       %s\n", r.Job.ID, s.Researcher, s.Recipient,
		s.Purpose.Words(), s.Kind)
	printQuestion(w, r.Words)
	fmt.Fprintf(w, "%-10s %s\n", "held", r.held.words())
	printReleases(w, r.Releases)
	printRefusals(w, r.Refusals)
	fmt.Fprintf(w, "%-10s the approval counts until %s; after that no worker claims the job\n", "until", clock(r.until))
}

// printRefusals says when a job was refused, and why.
func printRefusals(w io.Writer, refusals []client.Refusal) {
	for i := range refusals {
		fmt.Fprintf(w, "%-10s at %s: %s\n", "refused", clock(refusals[i].Time), refusals[i].Words())
	}
}

// agree shows a question and asks whether to approve it, and apart from that whether beside what was released, and
// after what was refused.
func (a *App) agree(r *approval, o *approveOptions, out map[string]any) error {
	id := shortID(r.Job.ID)
	var beside, after string
	if n := len(r.Releases.Near); n > 0 && o.near != n {
		beside = fmt.Sprintf("%s near this one may tell, together with it, of the people by whom they differ",
			count(n, "exact release", "exact releases"))
	}
	if n := len(r.Refusals); n > 0 && !o.afterRefusal {
		after = "the job was refused before: " + r.Refusals[n-1].Words()
	}
	if o.yes {
		switch {
		case beside != "":
			return term.Fail(term.ExitInput, fmt.Sprintf(
				"read them, assent job show %s, and say --near %d if it is meant", id,
				len(r.Releases.Near)), "nothing was signed: %s", beside)
		case after != "":
			return term.Fail(term.ExitInput, "say --after-refusal if it is meant", "nothing was signed: %s", after)
		}
		return nil
	}
	var text strings.Builder
	r.print(&text)
	for line := range strings.Lines(text.String()) {
		fmt.Fprintln(a.Err, term.Printable(strings.TrimSuffix(line, "\n")))
	}
	questions := []string{"Approve this job until " + clock(r.until) + "?"}
	if beside != "" {
		questions = append(questions, strings.ToUpper(beside[:1])+beside[1:]+". Approve it beside them?")
	}
	if after != "" {
		questions = append(questions, strings.ToUpper(after[:1])+after[1:]+". Approve it all the same?")
	}
	for _, q := range questions {
		if agreed, err := a.Ask(q); err != nil {
			return err
		} else if !agreed {
			return a.notAgreed(id, out)
		}
	}
	return nil
}

// notAgreed ends an approval to which there was a no.
func (a *App) notAgreed(id string, out map[string]any) error {
	if a.JSON {
		if err := a.Result(out, nil); err != nil {
			return err
		}
	}
	return term.Fail(term.ExitInput, "answer yes, or say --yes; to say no with a reason: assent job refuse "+id,
		"nothing was signed, since job %s was not agreed to", id)
}

func (a *App) jobRefuse() *cobra.Command {
	var reason string
	var again bool
	cmd := &cobra.Command{
		Use:   "refuse JOB",
		Short: "Refuse a job with a reason, as the dataset's custodian",
		Long: `Refuse a job whose key is not released, as the dataset's custodian, and say why. All
approvals are withdrawn that could count until its deadline, and the researcher sees the reason and
gets the fee back with assent job cancel.

The reason is on the chain, public and for ever: write nothing about a person, and nothing that the
data show. One that was given before stays there, and assent job show shows both.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := job.CheckReason(reason); err != nil {
				return term.Fail(term.ExitInput, fmt.Sprintf("write one line of up to %d bytes", job.MaxReason),
					"--reason: %w",
					err)
			}
			return a.refuse(cmd.Context(), args[0], reason, again)
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "",
		"why, for the researcher and everyone else to read: nothing about a person; required")
	cmd.Flags().BoolVar(&again, "again", false, "it is meant that a job is refused once more, with another reason")
	require(cmd, "reason")
	return cmd
}

// refuse withdraws a job's approvals with a reason.
func (a *App) refuse(ctx context.Context, arg, reason string, again bool) error {
	return a.withdraw(ctx, arg, func(s jobSender, j *contracts.Job) (any, string, error) {
		before, err := s.Client.Refusals(ctx, j)
		if err != nil {
			return nil, "", err
		}
		if n := len(before); n > 0 && !again {
			last := &before[n-1]
			return nil, "", term.Fail(term.ExitInput, "say --again if another reason is to stand beside it",
				"job %s was refused at %s: %s", shortID(j.ID), clock(last.Time), last.Words())
		}
		a.Note("The reason is public and for ever; it must say nothing about a person.")
		if _, err = s.Client.Refuse(ctx, s.Account, j.ID, review.WithdrawalEnd(j.Spec.Deadline, j.ApprovedUntil),
			reason); err != nil {
			return nil, "", err
		}
		return map[string]any{"job": j.ID, "refused": reason, "before": before},
			fmt.Sprintf("refused job %s: %s", j.ID, reason), nil
	})
}

// withdraw does what withdraws a job's approvals, and prints what came of it.
func (a *App) withdraw(
	ctx context.Context, arg string, do func(s jobSender, j *contracts.Job) (out any, words string, err error),
) error {
	return a.onJob(ctx, arg, func(s jobSender, id common.Hash) (any, string, error) {
		j, err := s.Client.Job(ctx, id)
		if err != nil {
			return nil, "", err
		}
		return do(s, j)
	})
}

func (a *App) jobDisapprove() *cobra.Command {
	var until string
	cmd := &cobra.Command{
		Use:   "disapprove JOB",
		Short: "Withdraw the approvals of a job whose key is not released, as the dataset's custodian",
		Long: `Withdraw the approvals of a job whose key is not released, as the dataset's custodian:
all that end by a time, those among them that were signed and not sent. When no time is given it is
after the job's deadline, past which assent job approve signs none. Approvals that another program
signed for longer are withdrawn with --until.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			var end uint64
			if until != "" {
				t, err := time.Parse(time.RFC3339, until)
				if err != nil || t.Unix() <= 0 {
					return term.Fail(term.ExitInput, "write it as 2030-12-31T18:00:00Z", "--until %.40q is no time",
						until)
				}
				end = uint64(t.Unix())
			}
			return a.withdraw(ctx, args[0], func(s jobSender, j *contracts.Job) (any, string, error) {
				if end == 0 {
					end = review.WithdrawalEnd(j.Spec.Deadline, j.ApprovedUntil)
				}
				if _, err := s.Client.Disapprove(ctx, s.Account, j.ID, end); err != nil {
					return nil, "", err
				}
				return map[string]any{"job": j.ID, "withdrawnUntil": end},
					fmt.Sprintf("withdrew every approval of job %s that ends by %s", j.ID, clock(end)), nil
			})
		},
	}
	cmd.Flags().StringVar(&until, "until", "", "withdraw the approvals that end by this time (RFC 3339)")
	return cmd
}

// clock writes Unix seconds for people.
func clock(seconds uint64) string { return time.Unix(int64(seconds), 0).UTC().Format(time.RFC3339) }
